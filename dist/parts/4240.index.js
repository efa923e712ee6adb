export const id = 4240;
export const ids = [4240,839];
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

/***/ 311:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    SQ: () => (  listHubRepositories),
    XM: () => (  pathOf),
    vn: () => (  listHubTags)
  });
  var _core_image_date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6953);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3979);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1033);
  var _beside_odd_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8283);
  var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6525);





const PAGE = 100;
const MAX_PAGES = 10_000;
function pathOf(repository) {
    const [namespace = "", name = ""] = repository.split("/");
    return `/v2/namespaces/${namespace}/repositories/${name}`;
}
async function listHubTags(api, repository) {
    const asked = { host: api.host, name: repository, doing: `listing the tags of ${repository}` };
    const items = await itemsOf(api, `${pathOf(repository)}/tags`, (answer) => (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__  .Sc)(answer, asked));
    return items.map((item) => decodeTag(api.host, item));
}
async function listHubRepositories(api, namespace) {
    const asked = { host: api.host, name: namespace, doing: `listing the repositories of ${namespace}` };
    const path = `/v2/namespaces/${namespace}/repositories`;
    const items = await itemsOf(api, path, (answer) => (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__  .Sc)(answer, asked));
    return items.map((item) => {
        const name = `${namespace}/${(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "name") ?? ""}`;
        if ((0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .en)(name))
            return name;
        throw (0,_beside_odd_js__WEBPACK_IMPORTED_MODULE_2__  .S)(api.host, "there is something in the list of repositories that is none");
    });
}
async function itemsOf(api, path, refusalOf) {
    const items = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const answer = await api.ask({ method: "GET", path: `${path}?page=${page}&page_size=${PAGE}` });
        if (answer.status === 404 && page > 1)
            return items;
        if (answer.status !== 200)
            throw refusalOf(answer);
        const { data } = answer;
        const results = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(data) ? data["results"] : undefined;
        if (!(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(data) || !Array.isArray(results))
            throw (0,_beside_odd_js__WEBPACK_IMPORTED_MODULE_2__  .S)(api.host, "a list is none");
        items.push(...results);
        if ((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(data, "next") === undefined)
            return items;
    }
    throw (0,_beside_odd_js__WEBPACK_IMPORTED_MODULE_2__  .S)(api.host, "its pages have no end");
}
function decodeTag(host, item) {
    const tag = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "name") ?? "";
    if (!(0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .dz)(tag))
        throw (0,_beside_odd_js__WEBPACK_IMPORTED_MODULE_2__  .S)(host, "there is something in the list of tags that is none");
    const digest = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "digest");
    const pushed = (0,_core_image_date_js__WEBPACK_IMPORTED_MODULE_0__  .h)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "tag_last_pushed")) ?? (0,_core_image_date_js__WEBPACK_IMPORTED_MODULE_0__  .h)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .$6)(item, "last_updated"));
    return {
        tag,
        ...(digest !== undefined && (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .Bc)(digest) ? { digest } : {}),
        ...(pushed === undefined ? {} : { pushed }),
    };
}


/***/ }),

/***/ 4240:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  openDockerHub: () => (  openDockerHub)
});

var registry_kind = __webpack_require__(1728);
var connection_connection = __webpack_require__(207);
var connection_credentials = __webpack_require__(839);
var json = __webpack_require__(3979);
var beside_pause = __webpack_require__(5024);
; 
const SECOND = 1000;
const UNSAID_MS = 60 * SECOND;
function limitLifts({ status, headers }, { now, waits }) {
    const at = (name) => numberOf(headers[name]);
    const sent = Date.parse(headers.date ?? "");
    const ahead = Number.isNaN(sent) ? 0 : now - sent;
    const reset = at("x-ratelimit-reset");
    if (status === 429) {
        const after = at("retry-after");
        const until = at("x-retry-after") ?? reset;
        if (until !== undefined)
            return Math.max(now, until * SECOND + ahead) + SECOND;
        return now + (after === undefined ? UNSAID_MS * 2 ** waits : after * SECOND);
    }
    const isUsedUp = at("x-ratelimit-remaining") === 0 && reset !== undefined;
    const lifts = isUsedUp ? reset * SECOND + ahead : undefined;
    return lifts !== undefined && lifts > now ? lifts : undefined;
}
function pullsLeft({ headers }) {
    const said = headers["ratelimit-remaining"];
    return typeof said === "string" ? numberOf(said.replace(/;.*$/, "")) : undefined;
}
function numberOf(header) {
    return typeof header === "string" && /^\d{1,12}$/.test(header) ? Number(header) : undefined;
}

var refusals = __webpack_require__(6525);
; 




const LONGEST_FORESEEN_MS = 2 * 60_000;
const TOKENS = "/v2/auth/token";
const WHY = {
    primary: "its requests of this minute are used up",
    secondary: "its API asks for a pause",
};
function createHubApi(options) {
    const { api, credentials } = options;
    const { host } = new URL(api);
    const send = sender(options, host);
    let token;
    const signIn = () => {
        token ??= fetchToken(options, host, send);
        token.catch(() => (token = undefined));
        return token;
    };
    const isAnonymous = credentials.kind === "anonymous";
    const ask = async ({ method, path, terms }) => {
        const used = isAnonymous ? undefined : await signIn();
        const headers = used === undefined ? {} : { authorization: `Bearer ${used}` };
        const sent = { method, url: new URL(`${api}${path}`), headers, terms };
        return { used, response: await send(method === "DELETE" ? { ...sent, attempts: 1 } : sent) };
    };
    return {
        host,
        async signIn() {
            await signIn();
        },
        async ask(request) {
            const first = await ask(request);
            const isOver = first.response.status === 401 && first.used !== undefined;
            if (!isOver)
                return answerOf(first.response);
            if ((await token?.catch(() => undefined)) === first.used)
                token = undefined;
            return answerOf((await ask(request)).response);
        },
    };
}
function answerOf({ status, body }) {
    return { status, data: (0,json .qF)(body.toString("utf8")) };
}
function sender({ http, onWait, stop }, host) {
    const pause = (0,beside_pause .nl)({
        host,
        why: WHY,
        ...(onWait === undefined ? {} : { onWait }),
        ...(stop === undefined ? {} : { stop }),
    });
    return async (request) => {
        for (;;) {
            await pause.over(request.method);
            const response = await http.send({ ...request, takesLimits: true });
            const now = Date.now();
            const lifts = limitLifts(response, { now, waits: pause.count() });
            if (response.status !== 429) {
                if (lifts === undefined)
                    pause.reset();
                else if (lifts - now < LONGEST_FORESEEN_MS)
                    pause.begin("primary", lifts);
                return response;
            }
            if (lifts !== undefined)
                pause.begin("secondary", lifts);
        }
    };
}
async function fetchToken({ api, credentials, onSecret }, host, send) {
    if (credentials.kind !== "password")
        throw (0,refusals .$0)(host);
    const { username, password } = credentials;
    onSecret(password);
    const response = await send({
        method: "POST",
        url: new URL(`${api}${TOKENS}`),
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ identifier: username, secret: password }),
    });
    const answer = answerOf(response);
    if (response.status === 401 || response.status === 403)
        throw (0,refusals .VO)(host, answer);
    const value = (0,json .$6)(answer.data, "access_token");
    if (response.status !== 200 || value === undefined || !/^[\x21-\x7e]+$/.test(value)) {
        throw (0,refusals .Sc)(answer, { host, name: username, doing: "signing in" });
    }
    onSecret(value);
    return value;
}

var media_type = __webpack_require__(134);
var read_once = __webpack_require__(8240);
var without_asides = __webpack_require__(7042);
var distribution = __webpack_require__(3805);
var requests = __webpack_require__(3366);
var promises_ = __webpack_require__(8500);
var errors = __webpack_require__(6846);
var probes = __webpack_require__(3963);
var doubt = __webpack_require__(2461);
var port_registry = __webpack_require__(252);
; 






const PAUSES = [250, 500, 1000, 2000];
function deletionPath(repository, tag) {
    return `/v2/repositories/${repository}/tags/${tag}/`;
}
async function proveHubDeletes({ api, registry }, repository) {
    await api.signIn();
    const answer = await api.ask({ method: "DELETE", path: deletionPath(repository, (0,probes .X1)()) });
    if (!(0,refusals .WT)(answer)) {
        throw (0,refusals .Sc)(answer, {
            host: api.host,
            name: repository,
            doing: `asking whether ${repository} may be deleted from`,
        });
    }
    await registry.proveDeletes(repository);
}
async function deleteHubTag(deleting, target) {
    const outcome = await sendTagDeletion(deleting, target);
    deleting.onUntagged(target.repository, target.what);
    return outcome;
}
async function sendTagDeletion({ api, registry }, { repository, what: tag, terms }) {
    const name = `the tag ${repository}:${tag}`;
    const answer = await api
        .ask({ method: "DELETE", path: deletionPath(repository, tag), terms })
        .catch(doubt .H);
    const isNone = answer instanceof port_registry .g;
    if (!isNone && (answer.status === 204 || answer.status === 202))
        return "deleted";
    const refusal = isNone ? answer : (0,refusals .Sc)(answer, { host: api.host, name, doing: `deleting ${name}` });
    if (!isNone && (0,refusals .jM)(answer))
        throw refusal;
    const isLeft = await isThere(registry, { repository, tag }, refusal);
    if (!isLeft)
        return !isNone && (0,refusals .WT)(answer) ? "gone" : "deleted";
    throw told(refusal, refusal.kind === "forbidden" ? "forbidden" : "still-there", "it is still there");
}
async function isThere(registry, { repository, tag }, refusal) {
    try {
        return (await registry.resolveTag(repository, tag)) !== undefined;
    }
    catch (error) {
        if (!(error instanceof errors .Pc))
            throw error;
        throw told(refusal, "unproven", `whether it is gone can't be seen: ${error.message}`);
    }
}
async function deleteHubImage(deleting, { repository, what: digest, terms }, tags) {
    let isUntagged = false;
    try {
        for (const tag of tags) {
            if ((await deleting.registry.resolveTag(repository, tag)) !== digest)
                continue;
            await deleteHubTag(deleting, { repository, what: tag, terms });
            isUntagged = true;
        }
        const outcome = await deleteUntagged(deleting, { repository, what: digest, terms }, isUntagged);
        return isUntagged ? "deleted" : outcome;
    }
    catch (error) {
        const isHalf = isUntagged && error instanceof port_registry .g && REFUSED.has(error.kind);
        throw isHalf ? told(error, "unexpected-answer", "tags of it are gone by then") : error;
    }
}
const REFUSED = new Set([
    "unauthorized",
    "forbidden",
    "not-deletable",
    "still-there",
]);
const LATE = new Set(["forbidden", "still-there"]);
async function deleteUntagged({ registry, pauses = PAUSES }, { repository, what: digest, terms }, isUntagged) {
    let last;
    for (const pause of [...pauses, undefined]) {
        try {
            return await registry.deleteManifest(repository, digest, terms);
        }
        catch (error) {
            if (!(error instanceof port_registry .g) || !LATE.has(error.kind))
                throw error;
            last = error;
            if (pause === undefined)
                break;
            await (0,promises_.setTimeout)(pause, undefined, terms?.stop === undefined ? {} : { signal: terms.stop }).catch(() => undefined);
        }
    }
    if (last?.kind === "still-there")
        throw last;
    throw (0,refusals .s9)(`${repository}@${digest}`, { isUntagged });
}
function told(refusal, kind, seen) {
    const { message, nextStep } = refusal;
    return new port_registry .g(kind, { message: `${message}; ${seen}`, nextStep }, refusal);
}

var lists = __webpack_require__(311);
; 









const AT_ONCE = 4;
function createHub(connection, api, { rights, cache }) {
    const { reader, deleter, writer } = (0,distribution .L)(connection, rights, cache);
    const hub = new Hub({ registry: reader, api, call: (0,requests .m)(connection, rights) });
    const deleting = {
        api,
        registry: { ...deleter, resolveTag: (...of) => reader.resolveTag(...of) },
        onUntagged: (repository, tag) => {
            hub.deleted(repository, tag);
        },
    };
    return {
        reader: {
            ...(0,without_asides .Y)(reader),
            undo: () => "unknown",
            readsBesideList: false,
            scansTags: false,
            datesByPush: true,
            listRepositories: async (below) => (await Promise.all([...below].map((namespace) => (0,lists .SQ)(api, namespace)))).flat(),
            listTags: (repository) => hub.listTags(repository),
            listDates: (repository) => hub.listDates(repository),
            readManifest: (repository, reference) => hub.read(repository, reference),
            untags: () => Promise.resolve("yes"),
        },
        deleter: {
            deletionsAtOnce: () => Math.min(AT_ONCE, deleter.deletionsAtOnce()),
            proveDeletes: (repository) => proveHubDeletes(deleting, repository),
            async deleteManifest(repository, digest, terms) {
                const tags = await hub.tagsOf(repository, digest);
                return deleteHubImage(deleting, { repository, what: digest, terms }, tags);
            },
            deleteTag: (repository, tag, terms) => deleteHubTag(deleting, { repository, what: tag, terms }),
            mayTakeLongerTags: () => Promise.resolve(false),
            tagsOfDeleted: () => "unseen",
            failsSideBySide: () => Promise.resolve(false),
            putBack: (repository, tag) => Promise.reject(new TypeError(`${repository}:${tag} can't have been taken along`)),
        },
        writer,
    };
}
class Hub {
    read;
    #registry;
    #api;
    #call;
    #listings = new Map();
    #enough = new Map();
    #gone = new Map();
    constructor({ registry, api, call }) {
        this.#registry = registry;
        this.#api = api;
        this.#call = call;
        const read = (0,read_once .W)(registry, call, (repository, tag) => this.#listings.get(repository)?.get(tag)?.digest);
        this.read = async (repository, reference) => {
            await this.#provePulls(repository);
            return read(repository, reference);
        };
    }
    async listTags(repository) {
        const tags = await this.#list(repository);
        const now = await this.#resolveGone(repository, tags);
        return tags.filter((tag) => !now.has(tag) || now.get(tag) !== undefined);
    }
    async listDates(repository) {
        const listing = this.#listings.get(repository) ?? (await this.#fetch(repository));
        const dates = new Map();
        for (const { digest, pushed } of listing.values()) {
            if (digest === undefined || pushed === undefined)
                continue;
            dates.set(digest, Math.max(pushed, dates.get(digest) ?? 0));
        }
        return dates;
    }
    async tagsOf(repository, digest) {
        const listing = this.#listings.get(repository) ?? (await this.#fetch(repository));
        return [...listing.values()].flatMap((each) => (each.digest === digest ? [each.tag] : []));
    }
    deleted(repository, tag) {
        const gone = this.#gone.get(repository) ?? new Set();
        this.#gone.set(repository, gone.add(tag));
    }
    async #resolveGone(repository, tags) {
        const gone = this.#gone.get(repository);
        const now = new Map();
        for (const tag of tags) {
            if (gone?.has(tag) === true)
                now.set(tag, await this.#registry.resolveTag(repository, tag));
        }
        return now;
    }
    async #list(repository) {
        const listing = await this.#fetch(repository);
        const named = (await this.#registry.listTags(repository)) ?? [];
        return [...new Set([...listing.keys(), ...named])];
    }
    async #fetch(repository) {
        const tags = await (0,lists .vn)(this.#api, repository);
        const listing = new Map();
        for (const each of tags) {
            const digest = each.digest ?? (await this.#registry.resolveTag(repository, each.tag));
            listing.set(each.tag, digest === undefined ? each : { ...each, digest });
        }
        this.#listings.set(repository, listing);
        return listing;
    }
    #provePulls(repository) {
        const known = this.#enough.get(repository) ?? this.#countPulls(repository);
        this.#enough.set(repository, known);
        return known;
    }
    async #countPulls(repository) {
        const listed = [...(this.#listings.get(repository)?.values() ?? [])];
        const [first] = listed;
        if (first === undefined)
            return;
        const request = { method: "HEAD", path: `manifests/${first.tag}`, accept: media_type .FG };
        const left = pullsLeft(await this.#call(repository, request));
        const needed = new Set(listed.flatMap(({ digest }) => digest ?? [])).size;
        if (left !== undefined && left < needed)
            throw (0,refusals .xi)(repository, { needed, left });
    }
}

; 





async function openDockerHub(options) {
    const { account, onSecret, onWait, stop } = options;
    const address = new URL(account?.registry ?? registry_kind .X.registry);
    const credentials = options.credentials ?? (await (0,connection_credentials.dockerHubCredentials)());
    const connection = await (0,connection_connection .N)({
        ...options,
        host: address.host,
        scheme: address.protocol === "http:" ? "http" : "https",
        credentials,
        realms: account?.realms ?? [registry_kind .X.realm],
    });
    const api = createHubApi({
        http: connection.http,
        api: account?.api ?? registry_kind .X.api,
        credentials,
        onSecret,
        ...(onWait === undefined ? {} : { onWait }),
        ...(stop === undefined ? {} : { stop }),
    });
    return { registry: createHub(connection, api, options), api };
}


/***/ }),

/***/ 6525:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $0: () => (  needsLogin),
    Sc: () => (  hubRefusal),
    VO: () => (  badLogin),
    WT: () => (  saysHubUnknown),
    jM: () => (  saysHubNo),
    s9: () => (  stillReferred),
    xi: () => (  pullLimit)
  });
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4578);
  var _core_base_cut_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3979);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(252);




const LONGEST_WORDS = 200;
function wordsOf({ data }) {
    return (0,_core_base_cut_js__WEBPACK_IMPORTED_MODULE_1__  .ym)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_2__  .$6)(data, "message") ?? (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_2__  .$6)(data, "detail") ?? "", LONGEST_WORDS);
}
function saysHubUnknown(answer) {
    return answer.status === 404 && wordsOf(answer) !== "";
}
function saysHubNo(answer) {
    return [400, 401, 403, 409, 422].includes(answer.status) && wordsOf(answer) !== "";
}
const RIGHT_TO_DELETE = "Sign in with a personal access token of the scope Read, Write, Delete, whose owner may administer the repository; or with an organization access token that may push to and delete from it. " +
    "Where an organization enforces single sign-on, a password is not taken.";
function hubRefusal(answer, { host, name, doing }) {
    const { status } = answer;
    const said = wordsOf(answer);
    if (said === "")
        return doubtful(answer, { host, doing });
    const quoted = `${status}, "${said}"`;
    if (/immutable/i.test(said)) {
        return refused("not-deletable", `Docker Hub keeps it (${quoted}) while ${doing}`, [
            "Its repository has immutable tags (Settings, General, Tag mutability settings): exclude them, or change that setting.",
        ]);
    }
    if (status === 401) {
        return refused("unauthorized", `${host} does not let us in (${quoted}) while ${doing}`, [
            RIGHT_TO_DELETE,
        ]);
    }
    if (status === 403) {
        return refused("forbidden", `${host} says no (${quoted}) while ${doing}`, [RIGHT_TO_DELETE]);
    }
    if (status === 404) {
        return refused("forbidden", `${host} finds no ${name}, or does not show it to this account (404) while ${doing}`, [
            "Is the name right, and was something pushed there? A private repository is shown to those alone who may pull from it: docker login, or username and password here.",
        ]);
    }
    return doubtful(answer, { host, doing });
}
function doubtful(answer, { host, doing }) {
    const said = wordsOf(answer);
    return refused("unexpected-answer", `${host} answered ${answer.status}${said === "" ? "" : `, "${said}"`} while ${doing}`, [
        "Nothing is decided on a doubtful answer. Run again later; dockerstatus.com says whether Docker Hub is well.",
    ]);
}
function needsLogin(host) {
    return refused("unauthorized", `there is no user name and password for ${host}, and nobody else may delete there`, [
        "Sign in: docker/login-action in the workflow, docker login on a machine, or username and password here: a user with a personal access token, or an organization's name with its access token.",
    ]);
}
function badLogin(host, answer) {
    const said = wordsOf(answer);
    return refused("unauthorized", `${host} does not take the password (${answer.status}${said === "" ? "" : `, "${said}"`})`, [
        "Has the token run out? With a personal access token the user name is its owner's, with an organization access token it is the organization's. " +
            "Where two factors or single sign-on are asked for, only such a token is taken.",
    ]);
}
function pullLimit(name, { needed, left }) {
    return refused("rate-limited", `${name} has at least ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(needed, "image")} to read, and Docker Hub lets this account pull ${left} more in these six hours`, [
        "Nothing was read, and no pull was used up. Run again later, or sign in with an account of a paid plan, which has no such limit.",
    ]);
}
function stillReferred(what, { isUntagged }) {
    const before = isUntagged ? "its tags are gone, and " : "";
    return refused(isUntagged ? "unexpected-answer" : "not-deletable", `${what}: ${before}Docker Hub keeps the image, for something that no list shows refers to it (403)`, [
        "An index without a tag may. The repository's page Image Management shows such, and deletes them with what nothing else refers to.",
    ]);
}
function refused(kind, message, steps) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__  .g(kind, { message, nextStep: steps.join("\n") });
}


/***/ })

};
