export const id = 839;
export const ids = [839];
export const modules = {

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


/***/ })

};
