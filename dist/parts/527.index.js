export const id = 527;
export const ids = [527,839];
export const modules = {

/***/ 8283:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    S: () => (  odd)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);

function odd(host, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .jA(`what ${host} answered can't be trusted: ${why}`, "Nothing is decided on a doubtful answer. Look at what stands in front of it, and run again.");
}


/***/ }),

/***/ 8240:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    W: () => (  createReader)
  });
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1033);
  var _distribution_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8025);


function createReader(distribution, call, digestOf) {
    const reads = new Map();
    return async (repository, reference) => {
        const expected = (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_0__  .Bc)(reference) ? reference : digestOf(repository, reference);
        const pending = expected === undefined ? undefined : reads.get(expected);
        if (pending !== undefined) {
            const known = await pending;
            if (known !== undefined && (await (0,_distribution_read_manifest_js__WEBPACK_IMPORTED_MODULE_1__  .sy)(call, { repository, reference })) === known.digest) {
                return known;
            }
        }
        const read = distribution.readManifest(repository, reference);
        if (expected !== undefined) {
            reads.set(expected, read.catch(() => undefined));
        }
        return read;
    };
}


/***/ }),

/***/ 7042:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Y: () => (  withoutAsides)
  });
function withoutAsides(reader) {
    const rest = { ...reader };
    delete rest.isLeft;
    delete rest.looksOld;
    return rest;
}


/***/ }),

/***/ 839:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  dockerCredentials: () => (  dockerCredentials),
  dockerHubCredentials: () => (  dockerHubCredentials),
  keychain: () => (  keychain)
});

var errors = __webpack_require__(6846);
var base_json = __webpack_require__(3979);
var unexpanded = __webpack_require__(3795);
; 



function objectAt(value, key) {
    const found = value[key];
    return (0,base_json .Gv)(found) ? found : {};
}
function findEntry({ name, config }, place) {
    const auths = objectAt(config, "auths");
    let wrong;
    for (const key of keysFor(Object.keys(auths), place)) {
        const found = readEntry(objectAt(auths, key));
        if (found === "empty")
            continue;
        if (typeof found === "object")
            return found;
        wrong ??= wrongEntry(name, key, found);
    }
    return wrong;
}
function keysFor(keys, { host, repository }) {
    const parts = repository?.split("/") ?? [];
    const paths = parts.map((_, index) => `${host}/${parts.slice(0, parts.length - index).join("/")}`);
    const wanted = [...paths, host, `https://${host}/v1/`, `https://${host}`];
    const exact = wanted.flatMap((one) => keys.filter((key) => withLowerHost(key) === one));
    const reduced = keys.filter((key) => hostOf(key) === host);
    return [...new Set([...exact, ...reduced])];
}
function withLowerHost(key) {
    return key.replace(/^(?:https?:\/\/)?[^/]*/i, (start) => start.toLowerCase());
}
function hostOf(key) {
    if (/\/(?:access|refresh)-token$/.test(key))
        return undefined;
    const [, scheme, host = "", path = ""] = /^(https?:\/\/)?([^/]*)(.*)$/is.exec(key) ?? [];
    return scheme !== undefined || /^\/?(?:v[12]\/?)?$/.test(path) ? host.toLowerCase() : undefined;
}
function readEntry(entry) {
    const registryToken = secretAt(entry, "registrytoken");
    if (registryToken !== undefined)
        return { kind: "registry-token", token: registryToken };
    const identity = secretAt(entry, "identitytoken");
    if (identity !== undefined)
        return { kind: "identity-token", token: identity };
    return readPassword(entry);
}
function readPassword(entry) {
    const auth = (0,base_json .$6)(entry, "auth") ?? "";
    const { username, password } = decode(auth) ?? {
        username: secretAt(entry, "username"),
        password: secretAt(entry, "password"),
    };
    if (username === undefined || password === undefined) {
        return username === password && isBlank(auth) ? "empty" : "incomplete";
    }
    if ((0,unexpanded .n4)(username) || (0,unexpanded .n4)(password))
        return "unexpanded";
    return { kind: "password", username, password };
}
function decode(auth) {
    const decoded = Buffer.from(auth, "base64").toString("utf8");
    const colon = decoded.indexOf(":");
    if (colon <= 0)
        return undefined;
    return { username: decoded.slice(0, colon), password: (0,unexpanded .Mx)(decoded.slice(colon + 1)) };
}
function isBlank(auth) {
    return /^[:\s\0]*$/.test(Buffer.from(auth, "base64").toString("utf8"));
}
function secretAt(entry, key) {
    const text = (0,unexpanded .Mx)((0,base_json .$6)(entry, key) ?? "");
    return text === "" ? undefined : text;
}
function wrongEntry(name, key, wrong) {
    const host = key.replace(/^https?:\/\//i, "").replace(/\/(?:v[12]\/?)?$/, "");
    if (wrong === "incomplete") {
        return new errors .Pc(`${name} has an entry for ${host} without a user name and password`, `Sign in again: docker login ${host}`);
    }
    return new errors .Pc(`${name} has an entry for ${host} whose user name or password is a variable that nothing has filled in`, "Single quotes keep a shell from filling it in, and some CIs give a variable to protected branches alone. Sign in again with its value.");
}

var external_node_path_ = __webpack_require__(6760);
var system_error = __webpack_require__(2691);
var read_regular = __webpack_require__(4338);
var home = __webpack_require__(2629);
; 






async function authFiles() {
    const read = await Promise.all([...inVariables(), ...inFiles()].map(readPlace));
    return read.filter((file) => file !== undefined);
}
async function readPlace([name, read]) {
    try {
        const text = await read();
        if (text === undefined)
            return undefined;
        const json = text.replace(/^\uFEFF/, "").trim();
        const config = json === "" ? {} : (0,base_json .qF)(json);
        return (0,base_json .Gv)(config) ? { name, config } : unreadable(name, "it is not a JSON object");
    }
    catch (cause) {
        return unreadable(name, (0,read_regular ._p)(cause));
    }
}
function inVariables() {
    const value = variable("DOCKER_AUTH_CONFIG");
    const read = (0,external_node_path_.isAbsolute)(value) ? () => readIfThere(value) : undefined;
    return [["DOCKER_AUTH_CONFIG", read ?? (() => Promise.resolve(value))]];
}
function inFiles() {
    const docker = variable("DOCKER_CONFIG");
    const paths = [
        docker === "" ? (0,home .L)(".docker", "config.json") : (0,external_node_path_.join)(docker, "config.json"),
        docker,
        variable("REGISTRY_AUTH_FILE"),
        ...podmanFiles(),
    ];
    const known = new Set(paths.flatMap((path) => path ?? []));
    return [...known].map((path) => [path, () => readIfThere(path)]);
}
function podmanFiles() {
    const session = variable("XDG_RUNTIME_DIR");
    const user = process.getuid?.();
    const settings = variable("XDG_CONFIG_HOME");
    const own = ["containers", "auth.json"];
    return [
        session === ""
            ? user === undefined
                ? undefined
                : (0,external_node_path_.join)("/run/containers", `${user}`, "auth.json")
            : (0,external_node_path_.join)(session, ...own),
        settings === "" ? (0,home .L)(".config", ...own) : (0,external_node_path_.join)(settings, ...own),
    ];
}
async function readIfThere(path) {
    try {
        return (await (0,read_regular .VX)(path, read_regular .uZ.configuration)).toString("utf8");
    }
    catch (error) {
        if ((0,system_error .kN)(error) || (0,system_error .$N)(error) === "EISDIR")
            return undefined;
        throw error;
    }
}
function variable(name) {
    return process.env[name]?.trim() ?? "";
}
function unreadable(name, why) {
    return new errors .Pc(`${name} can't be read (${why})`, "Correct it, sign in again with docker login, or give username and password.");
}

var child_environment = __webpack_require__(8599);
var cut = __webpack_require__(3301);
; 






const HELPER_MS = 30_000;
const LONGEST_LINE = 200;
async function askHelper({ helper, host, file }) {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper)) {
        throw new errors .Pc("the credential helper of Docker's config.json has no name that one can have", "Correct credsStore or credHelpers there: letters, digits, dots and dashes, such as pass.");
    }
    const env = environmentOf(helper);
    const { execFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    const output = await new Promise((resolve, reject) => {
        const child = execFile(program, ["get"], { timeout: HELPER_MS, env }, (error, stdout, stderr) => {
            if (error === null)
                resolve(stdout);
            else if (/credentials not found/i.test(stdout))
                resolve("{}");
            else
                reject(new Error(whyFailed(error, firstLine([stdout, stderr], secretsOf(env)))));
        });
        child.stdin?.on("error", () => undefined).end(host);
    }).catch((cause) => {
        throw new errors .Pc(`${program}, which ${file} names for ${host}, does not work (${cause instanceof Error ? cause.message : String(cause)})`, "Install it or put it on the PATH, take it out of config.json, or give username and password.");
    });
    return readAnswer(program, output);
}
const VARIABLES_OF = [
    [/^ecr/, /^AWS_/],
    [/^gc/, /^(?:GOOGLE|CLOUDSDK)_/],
    [/^acr/, /^(?:AZURE|ACR)_/],
    [/^env$/, /^DOCKER_/],
];
function environmentOf(helper) {
    const own = `${helper.toUpperCase().replace(/\W/g, "_")}_`;
    const [, ofKind] = VARIABLES_OF.find(([name]) => name.test(helper)) ?? [];
    return (0,child_environment .Qc)(process.env, (name) => name.startsWith(own) || ofKind?.test(name) === true);
}
function secretsOf(env) {
    return Object.entries(env).flatMap(([name, value]) => ((0,child_environment .eh)(name) && value !== "" ? [value] : []));
}
function whyFailed(error, line) {
    const code = "code" in error ? error.code : undefined;
    const how = (0,system_error .$N)(error) === "ENOENT"
        ? "it is not installed, or not on the PATH"
        : `it ended with ${String(code ?? error.signal)}`;
    return line === "" ? how : `${how}: ${line}`;
}
const AFTER_NAME = /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api.?key|authorization|basic|bearer)["']?(?:\s*[:=]\s*["']?(?:(?:basic|bearer)\s+)?|\s+["']?(?=[^\s"']*[^a-z\s"',.;:!?()])))[^\s"',;)]+/gi;
const IN_ADDRESS = /(:\/\/)[^\s/@]+@/g;
const OPAQUE = /(?=[\w+=-]*\d)(?=[\w+=-]*[a-z])[\w+=-]{20,}(?:\.[\w-]+){0,2}/gi;
function firstLine(outputs, secrets) {
    const lines = outputs.flatMap((output) => output.split(/[\r\n]+/)).map((line) => line.trim());
    const line = lines.find((one) => one !== "") ?? "";
    if (/^[{["]|"Secret"/i.test(line))
        return "";
    const known = [...secrets].sort((one, other) => other.length - one.length);
    const bare = known.reduce((text, secret) => text.replaceAll(secret, "***"), line);
    const hidden = bare.replace(AFTER_NAME, "$1***").replace(IN_ADDRESS, "$1***@").replace(OPAQUE, "***");
    return (0,cut .ym)(hidden, LONGEST_LINE);
}
function readAnswer(program, output) {
    const answer = (0,base_json .qF)(output);
    if (!(0,base_json .Gv)(answer)) {
        throw new errors .Pc(`${program} did not answer with JSON`, "Check the helper, or give username and password.");
    }
    const username = (0,unexpanded .Mx)((0,base_json .$6)(answer, "Username") ?? "");
    const secret = (0,unexpanded .Mx)((0,base_json .$6)(answer, "Secret") ?? "");
    if (secret === "" || username === "")
        return { kind: "anonymous" };
    if (username === "<token>")
        return { kind: "identity-token", token: secret };
    return { kind: "password", username, password: secret };
}

; 





async function dockerCredentials(host, repository) {
    const { credentials, trouble } = await keychain(host)(repository);
    if (trouble !== undefined)
        throw trouble;
    return credentials;
}
const HUB_HOSTS = ["index.docker.io", "docker.io"];
async function dockerHubCredentials() {
    let trouble;
    for (const host of HUB_HOSTS) {
        const found = await keychain(host)(undefined);
        if (found.credentials.kind !== "anonymous")
            return found.credentials;
        trouble ??= found.trouble;
    }
    if (trouble !== undefined)
        throw trouble;
    return { kind: "anonymous" };
}
function serverOf(host) {
    return host === HUB_HOSTS[0] ? `https://${host}/v1/` : host;
}
function keychain(host) {
    let files;
    const asked = new Map();
    const findIn = async (file, repository) => {
        const helping = asked.get(file) ?? askFor(file, host);
        asked.set(file, helping);
        const helped = await helping;
        const found = helped === undefined || helped instanceof errors .Pc ? findEntry(file, { host, repository }) : helped;
        if (found === undefined || found instanceof errors .Pc) {
            return helped instanceof errors .Pc ? helped : found;
        }
        return { credentials: found, from: file.name };
    };
    return async (repository) => {
        files ??= authFiles();
        let trouble;
        for (const file of await files) {
            const found = file instanceof errors .Pc ? file : await findIn(file, repository);
            if (found instanceof errors .Pc)
                trouble ??= found;
            else if (found !== undefined)
                return found;
        }
        return { credentials: { kind: "anonymous" }, ...(trouble === undefined ? {} : { trouble }) };
    };
}
async function askFor({ name, config }, host) {
    const ofHosts = objectAt(config, "credHelpers");
    const named = [serverOf(host), host].find((name) => name in ofHosts);
    const helper = named === undefined ? (0,base_json .$6)(config, "credsStore") : (0,base_json .$6)(ofHosts, named);
    if (helper === undefined)
        return undefined;
    try {
        const found = await askHelper({ helper, host: serverOf(host), file: name });
        return found.kind === "anonymous" ? undefined : found;
    }
    catch (error) {
        if (error instanceof errors .Pc)
            return error;
        throw error;
    }
}


/***/ }),

/***/ 527:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  openGitHub: () => (  openGitHub)
});

var github = __webpack_require__(385);
var connection_connection = __webpack_require__(207);
var credentials = __webpack_require__(839);
var registry = __webpack_require__(252);
var p_limit = __webpack_require__(8630);
var promises_ = __webpack_require__(8500);
var errors = __webpack_require__(6846);
var json = __webpack_require__(3979);
; 

const SECOND = 1000;
const UNSAID_MS = 60 * SECOND;
function limitMet(response, { now, waits }) {
    if (response.status !== 403 && response.status !== 429)
        return undefined;
    const asked = numberOf(response.headers["retry-after"]);
    const quota = quotaOf(response, now);
    if (asked === undefined && quota?.remaining === 0) {
        return { kind: "primary", ms: Math.max(0, quota.resets - now) + SECOND };
    }
    if (asked !== undefined)
        return { kind: "secondary", ms: asked * SECOND };
    const said = messageOf((0,json .qF)(response.body.toString("utf8")));
    const isLimit = response.status === 429 || /rate limit/i.test(said);
    return isLimit ? { kind: "secondary", ms: UNSAID_MS * 2 ** waits } : undefined;
}
function quotaOf({ headers }, now) {
    const limit = numberOf(headers["x-ratelimit-limit"]);
    const remaining = numberOf(headers["x-ratelimit-remaining"]);
    const reset = numberOf(headers["x-ratelimit-reset"]);
    if (limit === undefined || remaining === undefined || reset === undefined)
        return undefined;
    const sent = Date.parse(headers.date ?? "");
    return { limit, remaining, resets: now + reset * SECOND - (Number.isNaN(sent) ? now : sent) };
}
function reserveOf({ limit }) {
    return Math.ceil(limit / 10);
}
function numberOf(header) {
    return typeof header === "string" && /^\d+$/.test(header) ? Number(header) : undefined;
}
function messageOf(data) {
    return (0,json .$6)(data, "message") ?? "";
}

var beside_pause = __webpack_require__(5024);
; 






const API_VERSION = "2022-11-28";
const WHY = {
    primary: "the requests of this hour are used up, but for a tenth that other workflows may need",
    secondary: "GitHub asks for a pause",
};
const GAP_MS = 350;
async function createGitHubApi(options) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(9329), __webpack_require__.e(6537)]).then(__webpack_require__.bind(__webpack_require__, 9329));
    const { api, token, userAgent } = options;
    const patient = createPatient(options);
    const oneByOne = (0,p_limit .A)(1);
    const { origin } = new URL(api);
    const octokit = getOctokit(token, {
        baseUrl: api,
        userAgent,
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
    const send = async (route, parameters = {}, terms) => {
        try {
            return await octokit.request(route, {
                ...parameters,
                headers: { "x-github-api-version": API_VERSION },
                request: { fetch: fetchBy((request) => patient.send({ ...request, terms }), origin) },
            });
        }
        catch (error) {
            return answerOf(error);
        }
    };
    return {
        host: new URL(api).host,
        ask: (route, parameters, terms) => route.startsWith("GET ")
            ? send(route, parameters)
            : oneByOne(async () => {
                await patient.beforeChange();
                return send(route, parameters, terms);
            }),
        scopes: patient.scopes,
    };
}
function ignore() {
}
function answerOf(error) {
    if (!(error instanceof Error))
        throw error;
    if (error.cause instanceof errors .Pc)
        throw error.cause;
    const { response } = error;
    if (response === undefined)
        throw error;
    return response;
}
function createPatient(options) {
    const { http } = options;
    const pause = (0,beside_pause .nl)({ ...options, host: new URL(options.api).host, why: WHY });
    let quota;
    let scopes;
    let lastChange = -Infinity;
    const note = (response) => {
        quota = quotaOf(response, Date.now()) ?? quota;
        const said = response.headers["x-oauth-scopes"];
        if (typeof said === "string")
            scopes = said.split(/[\s,]+/).filter((scope) => scope !== "");
    };
    return {
        scopes: () => scopes,
        async send(request) {
            for (;;) {
                await pause.over(request.method);
                const response = await http.send({ ...request, takesLimits: true });
                note(response);
                const met = limitMet(response, { now: Date.now(), waits: pause.count() });
                if (met === undefined) {
                    if (request.method !== "GET")
                        pause.reset();
                    return response;
                }
                pause.begin(met.kind, Date.now() + met.ms);
            }
        },
        async beforeChange() {
            const isShort = quota !== undefined && quota.remaining <= reserveOf(quota);
            if (quota !== undefined && isShort && quota.resets > Date.now())
                pause.begin("primary", quota.resets);
            const gap = lastChange + GAP_MS - performance.now();
            if (gap > 0)
                await (0,promises_.setTimeout)(gap);
            lastChange = performance.now();
        },
    };
}
function fetchBy(send, origin) {
    return async (address, { method, headers, body }) => {
        const url = new URL(address);
        if (url.origin !== origin)
            throw stranger(url);
        const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
        const response = await send(request);
        const { status, body: text } = response;
        return new Response(status === 204 || status === 205 || status === 304 ? null : text.toString("utf8"), {
            status,
            headers: Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        });
    };
}
function stranger(url) {
    return new registry .g("unexpected-answer", {
        message: `the GitHub API sent us to another host, ${url.host}, which gets no token`,
        nextStep: "Look at what stands in front of it.",
    });
}

var distribution = __webpack_require__(3805);
var requests = __webpack_require__(3366);
var read_once = __webpack_require__(8240);
var without_asides = __webpack_require__(7042);
; 





function createGhcr(connection, packages, { rights, cache }) {
    const known = rights.filter((right) => right !== "delete");
    const { reader, writer } = (0,distribution .L)(connection, known, cache);
    const ghcr = new Ghcr(reader, packages, (0,requests .m)(connection, known));
    return {
        reader: {
            ...(0,without_asides .Y)(reader),
            undo: () => "30-days",
            readsBesideList: false,
            scansTags: false,
            listRepositories: async (below) => (await Promise.all([...below].map((owner) => packages.listPackages(owner)))).flat(),
            listTags: (repository) => ghcr.listTags(repository),
            listUntagged: (repository) => ghcr.listUntagged(repository),
            listDates: (repository) => ghcr.listDates(repository),
            readManifest: (repository, reference) => ghcr.read(repository, reference),
            listReferrers: () => Promise.resolve(undefined),
            untags: () => Promise.resolve("no"),
            listDeleted: (repository) => ghcr.listDeleted(repository),
        },
        deleter: {
            deletionsAtOnce: () => 1,
            proveDeletes: () => Promise.resolve().then(() => void packages.proveScopes()),
            deleteManifest: (repository, digest, terms) => ghcr.delete(repository, digest, terms),
            deleteTag: (repository, tag) => Promise.reject(new TypeError(`${repository}:${tag} goes with its version`)),
            mayTakeLongerTags: () => Promise.resolve(false),
            tagsOfDeleted: () => "go",
            failsSideBySide: () => Promise.resolve(false),
            putBack: (repository, tag) => Promise.reject(new TypeError(`${repository}:${tag} can't have been taken along`)),
        },
        writer: { ...writer, undelete: (repository, digest) => ghcr.undelete(repository, digest) },
    };
}
class Ghcr {
    read;
    #distribution;
    #packages;
    #listings = new Map();
    #deleted = new Map();
    #gone = new Set();
    constructor(distribution, packages, call) {
        this.#distribution = distribution;
        this.#packages = packages;
        this.read = (0,read_once .W)(distribution, call, (repository, tag) => this.#listings.get(repository)?.tags.get(tag));
    }
    async listTags(repository) {
        const listing = await this.#list(repository);
        const named = await this.#distribution.listTags(repository);
        const tags = new Set(listing.tags.keys());
        const others = (named ?? []).filter((tag) => !tags.has(tag));
        for (const tag of others)
            if (await this.#isThere(repository, tag))
                tags.add(tag);
        return [...tags];
    }
    async listDates(repository) {
        const { versions } = this.#listings.get(repository) ?? (await this.#list(repository));
        return new Map([...versions.values()].map(({ digest, created }) => [digest, created]));
    }
    async listUntagged(repository) {
        const { versions } = this.#listings.get(repository) ?? (await this.#list(repository));
        const untagged = [...versions.values()].filter(({ tags }) => tags.length === 0);
        return new Map(untagged.map(({ digest, changed }) => [digest, changed]));
    }
    async delete(repository, digest, terms) {
        const listed = this.#listings.get(repository)?.versions.get(digest);
        const version = listed ?? (await this.#list(repository)).versions.get(digest);
        if (version === undefined) {
            if ((await this.read(repository, digest)) === undefined)
                return "gone";
            throw unlisted(repository, digest);
        }
        const outcome = await this.#packages.deleteVersion(repository, version.id, terms);
        if (outcome === "gone" && (await this.#list(repository)).versions.has(digest)) {
            throw pushedAgain(repository, digest);
        }
        this.#gone.add(keyOf(repository, digest));
        this.#listings.get(repository)?.versions.delete(digest);
        return outcome;
    }
    async listDeleted(repository) {
        const versions = byDigest(await this.#packages.listVersions(repository, "deleted"));
        this.#deleted.set(repository, versions);
        return new Set(versions.keys());
    }
    async undelete(repository, digest) {
        const version = this.#deleted.get(repository)?.get(digest);
        if (version === undefined)
            throw new TypeError(`${repository}@${digest} is in no list`);
        await this.#packages.restoreVersion(repository, version.id);
        this.#gone.delete(keyOf(repository, digest));
    }
    async #list(repository) {
        const versions = byDigest(await this.#packages.listVersions(repository, "active"));
        const tags = [...versions.values()].flatMap((each) => each.tags.map((tag) => [tag, each.digest]));
        const listing = { versions, tags: new Map(tags) };
        this.#listings.set(repository, listing);
        for (const digest of versions.keys())
            this.#gone.delete(keyOf(repository, digest));
        return listing;
    }
    async #isThere(repository, tag) {
        const found = await this.read(repository, tag);
        return found !== undefined && !this.#gone.has(keyOf(repository, found.digest));
    }
}
function keyOf(repository, digest) {
    return `${repository}@${digest}`;
}
function byDigest(versions) {
    return new Map([...versions].reverse().map((version) => [version.digest, version]));
}
function pushedAgain(repository, digest) {
    return new errors .jA(`${repository}@${digest} was deleted by somebody else and pushed again since it was listed`, "What was decided is about another version. Run again.");
}
function unlisted(repository, digest) {
    return new errors .jA(`${repository}@${digest} is there, and in no list of the package's versions`, "Nothing is deleted that GitHub does not list. Run again.");
}

var reference = __webpack_require__(1033);
var doubt = __webpack_require__(2461);
var odd = __webpack_require__(8283);
var date = __webpack_require__(6953);
; 




function githubRefusal(answer, asked) {
    const { status } = answer;
    const said = messageOf(answer.data);
    const { host, name, token } = asked;
    if (said === "")
        return doubtful(status, said, asked);
    if (status === 401)
        return badToken(said, asked);
    if (status === 404) {
        return refused("forbidden", `${host} finds no ${name}, or does not show it to this token (404)`, [
            "Is the name right, and was something pushed there?",
            ...mayRead(token),
        ]);
    }
    if (status === 403)
        return asked.changes ? notAllowed(said, asked) : notShown(said, asked);
    return doubtful(status, said, asked);
}
function doubtful(status, said, { host, doing }) {
    return refused("unexpected-answer", `${host} answered ${status}${quoted(said)} while ${doing}`, [
        "Nothing is decided on a doubtful answer. Run again later; githubstatus.com says whether GitHub is well.",
    ]);
}
function saysUnknown(answer) {
    return answer.status === 404 && saysGitHub(answer);
}
function saysNo(answer) {
    return [400, 401, 403, 409, 422].includes(answer.status) && saysGitHub(answer);
}
function saysGitHub({ data }) {
    return messageOf(data) !== "" && (0,json .$6)(data, "documentation_url") !== undefined;
}
function stillThere({ message, nextStep }) {
    return new registry .g("still-there", { message: `${message}; it is still there`, nextStep });
}
function unproven({ message, nextStep }, why) {
    const seen = `whether it is gone can't be seen (${why})`;
    return new registry .g("unproven", { message: `${message}; ${seen}`, nextStep });
}
function badToken(said, { host, doing }) {
    return refused("unauthorized", `${host} does not take the token (401${quoted(said)}) while ${doing}`, [
        "Has it run out, or is it another GitHub's? Give github-token, or sign in to the registry with one that is valid.",
    ]);
}
function notShown(said, { host, doing, token }) {
    return refused("forbidden", `${host} says no (403${quoted(said)}) while ${doing}`, mayRead(token));
}
function mayRead(token) {
    switch ((0,github .aA)(token)) {
        case "installation":
            return [
                "Give the job the right: permissions: packages: read (to delete: write).",
                "A package that another repository pushed must let this one in: on the package's page, Package settings, Manage Actions access.",
            ];
        case "fine-grained":
            return [FINE_GRAINED];
        case "classic":
        case "other":
            return ["The token needs the scope read:packages, and its owner must be let see the package."];
    }
}
const FINE_GRAINED = "GitHub Packages takes no fine-grained personal access tokens. Use github.token in a workflow, else a classic one with read:packages and delete:packages.";
function notAllowed(said, { host, doing, token }) {
    const message = `${host} says no (403${quoted(said)}) while ${doing}`;
    switch ((0,github .aA)(token)) {
        case "installation":
            return /not accessible by integration/i.test(said)
                ? refused("forbidden", `${message}: the job's token may not change packages`, [
                    "Give the job the right: permissions: packages: write (in a workflow that another calls, in the caller too).",
                    "If it has it, the package must give this repository the role Admin: on the package's page, Package settings, Manage Actions access.",
                ])
                : refused("forbidden", message, [ADMIN]);
        case "fine-grained":
            return refused("forbidden", message, [FINE_GRAINED]);
        case "classic":
        case "other":
            return refused("forbidden", message, [
                "The token needs the scopes read:packages and delete:packages (to restore also write:packages), and its owner must administer the package.",
            ]);
    }
}
const ADMIN = "Give the repository that this runs in the role Admin: on the package's page, Package settings, Manage Actions access, add the repository. " +
    "With a personal access token, its owner must administer the package.";
function notAdmin({ host, name, doing }, { linkedTo, page }) {
    const link = linkedTo === undefined
        ? `${name} is linked to no repository`
        : `${name} is linked to the repository ${linkedTo}`;
    return refused("forbidden", `${host} shows ${name}, and says that it is not there (404) while ${doing}`, [
        `That is how it says no to who is no admin of the package. ${link}.`,
        ADMIN,
        ...(page === undefined ? [] : [`Its page: ${page}`]),
    ]);
}
function undeletable({ status, data }, { name, doing }) {
    const said = messageOf(data);
    if (status !== 400)
        return undefined;
    if (/more than 5,?000 downloads/i.test(said)) {
        return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
            "A version of a public package that was downloaded more than 5000 times can't be deleted: exclude its tag, make the package private for the deletion, or ask GitHub Support.",
        ]);
    }
    if (/last (?:tagged )?version/i.test(said)) {
        return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
            `A package keeps its last tagged version, allow-empty or not. If ${name} is to go, delete the whole package on its page.`,
        ]);
    }
    return undefined;
}
function noToken(host) {
    return refused("unauthorized", `there is no token for ${host}, and GitHub lists packages to nobody without one`, [
        "In a workflow, leave github-token at its default. Elsewhere: docker login " +
            `${host} with a classic personal access token (read:packages, delete:packages) as the password, or username and password here.`,
    ]);
}
function listsNone(host, owner) {
    return refused("forbidden", `${host} does not list the packages of ${owner} for github.token`, [
        "Name the packages in image one by one, or give a classic personal access token (read:packages, delete:packages) as github-token.",
    ]);
}
function lacksScope(host, scopes) {
    const has = scopes.length === 0 ? "none" : scopes.join(", ");
    return refused("forbidden", `the personal access token for ${host} lacks the scope delete:packages (it has ${has})`, ["Nothing was deleted. Add the scope to the token, or use github.token in a workflow."]);
}
function refused(kind, message, steps) {
    return new registry .g(kind, { message, nextStep: steps.join("\n") });
}
function quoted(said) {
    return said === "" ? "" : `, "${said}"`;
}

; 





const PAGE = 100;
const MAX_PAGES = 10_000;
async function pages(ask, asked) {
    const items = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const answer = await ask(page);
        if (answer.status !== 200)
            throw githubRefusal(answer, asked);
        if (!Array.isArray(answer.data))
            throw (0,odd .S)(asked.host, "a list is none");
        items.push(...answer.data);
        const link = String(answer.headers["link"] ?? "");
        if (answer.data.length < PAGE && !/\brel="?next\b/i.test(link))
            return items;
    }
    throw (0,odd .S)(asked.host, "its pages have no end");
}
function decodeVersion(host, version) {
    const metadata = (0,json .Gv)(version) ? version["metadata"] : undefined;
    const container = (0,json .Gv)(metadata) ? metadata["container"] : undefined;
    const tags = (0,json .Gv)(container) ? container["tags"] : undefined;
    const id = (0,json .Gv)(version) ? version["id"] : undefined;
    const digest = (0,json .$6)(version, "name") ?? "";
    const dates = ["created_at", "updated_at"].map((key) => (0,date .h)((0,json .$6)(version, key)));
    const [created, updated] = dates;
    const isWhole = Number.isSafeInteger(id) && (0,reference .Bc)(digest) && Array.isArray(tags) && tags.every(isTagText);
    if (!isWhole || created === undefined || updated === undefined) {
        throw (0,odd .S)(host, "there is something in the list of versions that is none of a container's");
    }
    return {
        id: Number(id),
        digest,
        tags: tags.filter(isTagText),
        created,
        changed: Math.max(created, updated),
    };
}
function isTagText(text) {
    return typeof text === "string" && (0,reference .dz)(text);
}

; 









function createPackages(api, token) {
    const client = { api, token, owners: new Map() };
    return {
        listVersions: (repository, state) => listVersions(client, repository, state),
        deleteVersion: (repository, id, terms) => deleteVersion(client, repository, { id, terms }),
        restoreVersion: (repository, id) => restoreVersion(client, repository, id),
        listPackages: (owner) => listPackages(client, owner),
        proveScopes: () => {
            const scopes = api.scopes();
            if (scopes === undefined || (0,github .aA)(token) === "installation")
                return "unknown";
            if (!scopes.includes("delete:packages"))
                throw lacksScope(api.host, scopes);
            return "proven";
        },
        facts: (repository) => packageFacts(client, repository),
    };
}
async function placeOf(client, repository) {
    const slash = repository.indexOf("/");
    const owner = await ownerPath(client, repository.slice(0, slash));
    return { path: `${owner}/packages/container/{name}`, name: repository.slice(slash + 1) };
}
function ownerPath(client, owner) {
    const known = client.owners.get(owner) ?? findOwner(client, owner);
    client.owners.set(owner, known);
    return known;
}
async function findOwner({ api, token }, owner) {
    const answer = await api.ask("GET /users/{username}", { username: owner });
    if (answer.status !== 200) {
        throw githubRefusal(answer, askedOf({ api, token }, owner, { doing: `looking for ${owner}` }));
    }
    const type = (0,json .$6)(answer.data, "type");
    if (type === "Organization")
        return `/orgs/${owner}`;
    if (type !== "User")
        throw (0,odd .S)(api.host, `it says of ${owner} that it is ${type ?? "nothing"}`);
    if ((0,github .aA)(token) === "installation")
        return `/users/${owner}`;
    const self = await api.ask("GET /user");
    const isOwn = self.status === 200 && (0,json .$6)(self.data, "login")?.toLowerCase() === owner.toLowerCase();
    return isOwn ? "/user" : `/users/${owner}`;
}
async function listVersions(client, repository, state) {
    const { api } = client;
    const { path, name } = await placeOf(client, repository);
    const found = await pages((page) => api.ask(`GET ${path}/versions`, { name, state, per_page: PAGE, page }), askedOf(client, repository, { doing: `listing the versions of ${repository}` }));
    const versions = found.map((version) => decodeVersion(api.host, version));
    return [...new Map(versions.map((version) => [version.id, version])).values()];
}
async function listPackages(client, owner) {
    const { api, token } = client;
    const route = `GET ${await ownerPath(client, owner)}/packages`;
    const found = await pages(async (page) => {
        const answer = await api.ask(route, { package_type: "container", per_page: PAGE, page });
        const isRefused = answer.status === 400 && (0,github .aA)(token) === "installation";
        if (isRefused)
            throw listsNone(api.host, owner);
        return answer;
    }, askedOf(client, owner, { doing: `listing the packages of ${owner}` }));
    return found.map((item) => {
        const name = `${owner}/${(0,json .$6)(item, "name") ?? ""}`;
        if ((0,reference .en)(name))
            return name;
        throw (0,odd .S)(api.host, `there is something in the list of packages that is none`);
    });
}
async function deleteVersion(client, repository, { id, terms }) {
    const { path, name } = await placeOf(client, repository);
    const version = `${path}/versions/{id}`;
    const answer = await client.api.ask(`DELETE ${version}`, { name, id }, terms).catch(doubt .H);
    const isNone = answer instanceof registry .g;
    if (!isNone && answer.status === 204)
        return "deleted";
    const asked = askedOf(client, repository, {
        doing: `deleting version ${id} of ${repository}`,
        changes: true,
    });
    const refusal = isNone ? answer : (undeletable(answer, asked) ?? githubRefusal(answer, asked));
    if (!isNone && saysNo(answer))
        throw refusal;
    const isThere = await isLeft(() => client.api.ask(`GET ${version}`, { name, id }), refusal);
    const isUnknown = !isNone && saysUnknown(answer);
    if (!isThere)
        return isUnknown ? "gone" : "deleted";
    throw isUnknown ? notAdmin(asked, await packageFacts(client, repository)) : stillThere(refusal);
}
async function isLeft(look, refusal) {
    const now = await look().catch((error) => {
        throw error instanceof errors .Pc ? unproven(refusal, error.message) : error;
    });
    if (saysUnknown(now))
        return false;
    if (now.status !== 200 || !(0,json .Gv)(now.data))
        throw unproven(refusal, String(now.status));
    return true;
}
async function restoreVersion(client, repository, id) {
    const { path, name } = await placeOf(client, repository);
    const answer = await client.api.ask(`POST ${path}/versions/{id}/restore`, { name, id });
    if (answer.status === 204)
        return;
    const isUnknown = answer.status === 404;
    if (isUnknown && (await client.api.ask(`GET ${path}/versions/{id}`, { name, id })).status === 200)
        return;
    const asked = askedOf(client, repository, {
        doing: `restoring version ${id} of ${repository}`,
        changes: true,
    });
    throw isUnknown ? notAdmin(asked, await packageFacts(client, repository)) : githubRefusal(answer, asked);
}
async function packageFacts(client, repository) {
    const { path, name } = await placeOf(client, repository);
    const answer = await client.api.ask(`GET ${path}`, { name });
    if (answer.status !== 200) {
        throw githubRefusal(answer, askedOf(client, repository, { doing: `looking at ${repository}` }));
    }
    const { data } = answer;
    const linkedTo = (0,json .$6)((0,json .Gv)(data) ? data["repository"] : undefined, "full_name");
    const page = (0,json .$6)(data, "html_url");
    return {
        ...(linkedTo === undefined ? {} : { linkedTo }),
        ...(page === undefined ? {} : { page }),
    };
}
function askedOf({ api, token }, name, { doing, changes = false }) {
    return { host: api.host, name, doing, changes, token };
}

; 








async function openGitHub(options) {
    const { account } = options;
    const address = account?.api ?? github .yQ.api;
    const { connection, token } = await connectToGitHub(options, address);
    const api = await createGitHubApi({ ...options, http: connection.http, api: address, token });
    const packages = createPackages(api, token);
    return { registry: createGhcr(connection, packages, options), packages, token };
}
async function connectToGitHub(options, address) {
    const { account, host, onSecret } = options;
    const given = options.credentials ?? ownCredentials(account?.token) ?? (await (0,credentials.dockerCredentials)(host));
    if (given.kind !== "password")
        throw noToken(host);
    onSecret(given.password);
    const connection = await (0,connection_connection .N)({ ...options, credentials: given });
    const { protocol, host: api } = new URL(address);
    if (protocol === "https:" || connection.allowsPlainHttp(api))
        return { connection, token: given.password };
    connection.close();
    throw new registry .g("unsafe-realm", {
        message: `the GitHub API at ${address} speaks plain HTTP, and would get the token unencrypted`,
        nextStep: `Write https:// in github-api-url; or, if the network is safe, name ${api} in plain-http.`,
    });
}
function ownCredentials(token) {
    return token === undefined ? undefined : { kind: "password", username: "token", password: token };
}


/***/ }),

/***/ 8630:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  A: () => (  pLimit)
});


; 

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		 
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

; 


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();

		resolve(result);

		 
		try {
			await result;
		} catch {}

		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		 
		new Promise(internalResolve => {  
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_));  

		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					for (const promise of promises) {
						promise.catch(() => {});  
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
