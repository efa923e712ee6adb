export const id = 9901;
export const ids = [9901];
export const modules = {

/***/ 9901:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  check: () => (  check)
});

var finding = __webpack_require__(8212);
var json = __webpack_require__(3979);
; 


const SET_LATER = Symbol("set later");
function examineSettings(settings) {
    return [
        examineDeletes(settings),
        ...examineProxy(settings),
        ...examineReadOnly(settings),
        ...examineCache(settings),
        ...examinePurging(settings),
    ];
}
function examineDeletes(settings) {
    const { subject, at, where, defaults, write } = settings;
    const check = "config-deletes";
    const path = ["storage", "delete", "enabled"];
    const enabled = at(...path);
    const line = where(...path);
    const fix = `Write ${write("storage.delete.enabled", "true")}, and restart the registry.`;
    if (enabled === true)
        return (0,finding .g)("ok", check, { message: `${subject} turns deletes on${line}.` });
    if (enabled === SET_LATER || (enabled === undefined && defaults === "unseen")) {
        const message = `${subject} does not decide whether deletes are on: a file or value that is not seen here does${line}.`;
        return (0,finding .g)("unknown", check, { message, fix: "Check that file or value, too." });
    }
    if (enabled === undefined) {
        return (0,finding .g)("problem", check, {
            message: `${subject} does not turn deletes on, and by default they are off.`,
            fix,
        });
    }
    const message = enabled === false
        ? `${subject} turns deletes off${line}.`
        : `${subject} gives storage.delete.enabled something other than true or false, which leaves deletes off${line}.`;
    return (0,finding .g)("problem", check, { message, fix });
}
function examineProxy({ subject, at, where }) {
    const remote = at("proxy", "remoteurl");
    if (remote === undefined || remote === null || remote === "")
        return [];
    const message = `${subject} makes the registry a pull-through cache, which can't delete${where("proxy", "remoteurl")}.`;
    const fix = "Prune the registry behind it. A cache removes old images by itself (proxy.ttl).";
    return [(0,finding .g)("problem", "config-proxy", { message, fix })];
}
function examineReadOnly({ subject, at, where, write }) {
    const check = "config-readonly";
    const path = ["storage", "maintenance", "readonly"];
    const readOnly = at(...path);
    const line = where(...path);
    if (readOnly === undefined || readOnly === SET_LATER)
        return [];
    const enabled = (0,json .Gv)(readOnly) ? readOnly["enabled"] : undefined;
    if (!(0,json .Gv)(readOnly) || (enabled !== undefined && typeof enabled !== "boolean")) {
        const message = `${subject} gives storage.maintenance.readonly a wrong shape, and the registry does not start with it${line}.`;
        const fix = `Write ${write("storage.maintenance.readonly", '{"enabled":true}')}, with true or false, or leave it out.`;
        return [(0,finding .g)("problem", check, { message, fix })];
    }
    if (enabled !== true)
        return [];
    const message = `${subject} makes the registry read-only, and so it refuses deletes${line}.`;
    return [
        (0,finding .g)("problem", check, {
            message,
            fix: "Prune first, and make it read-only for the garbage collection alone.",
        }),
    ];
}
function examineCache({ subject, at, where, defaults, write }) {
    const check = "config-cache";
    const old = at("storage", "cache", "layerinfo");
    const renamed = old === undefined
        ? []
        : [
            (0,finding .g)("warning", check, {
                message: `${subject} uses storage.cache.layerinfo, the old name of blobdescriptor${where("storage", "cache", "layerinfo")}.`,
                fix: "Rename it to blobdescriptor.",
            }),
        ];
    const path = ["storage", "cache", old === undefined ? "blobdescriptor" : "layerinfo"];
    const cache = at(...path) ?? (defaults === "image" ? "inmemory" : undefined);
    return [
        ...renamed,
        ...judgeCache({
            subject,
            cache,
            line: where(...path),
            off: write("storage.cache.blobdescriptor", "none"),
        }),
    ];
}
function judgeCache({ subject, cache, line, off }) {
    const check = "config-cache";
    if (cache === "inmemory") {
        const message = `${subject} caches the list of blobs in memory. If garbage is collected while the registry runs, later pushes succeed but can't be pulled${line}.`;
        const fix = `Restart the registry after each collection, or turn the cache off, which costs nothing on a disk: ${off}.`;
        return [(0,finding .g)("warning", check, { message, fix })];
    }
    if (cache === "redis") {
        const message = `${subject} caches the list of blobs in Redis, and a restart after a garbage collection does not clear it${line}.`;
        const fix = `Flush that Redis database after each collection, or turn the cache off: ${off}.`;
        return [(0,finding .g)("warning", check, { message, fix })];
    }
    return [];
}
const DURATION = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
function examinePurging({ subject, at, where, write }) {
    const path = ["storage", "maintenance", "uploadpurging"];
    const purging = at(...path);
    if (purging === undefined || purging === SET_LATER)
        return [];
    const check = "config-purging";
    const form = write("storage.maintenance.uploadpurging", '{"enabled":true,"age":"168h","interval":"24h","dryrun":false}');
    const fix = `Give all four keys, as in ${form}.`;
    if (!(0,json .Gv)(purging)) {
        const message = `${subject} gives storage.maintenance.uploadpurging a wrong shape, and the registry does not start with it${where(...path)}.`;
        return [(0,finding .g)("problem", check, { message, fix })];
    }
    if (purging["enabled"] === false)
        return [];
    const mistakes = ["age", "interval", "dryrun"].flatMap((key) => {
        const mistake = purgingMistake(key, purging[key]);
        return mistake === undefined ? [] : [`${key} ${mistake}`];
    });
    if (mistakes.length > 0) {
        const message = `${subject} has upload purging where ${mistakes.join(", ")}, and the registry does not start with it${where(...path)}.`;
        return [(0,finding .g)("problem", check, { message, fix })];
    }
    if (purging["enabled"] === true)
        return [];
    const message = `${subject} has upload purging where enabled is neither true nor false, which counts as true${where(...path)}.`;
    return [(0,finding .g)("warning", check, { message, fix })];
}
function purgingMistake(key, value) {
    if (value === undefined)
        return "is missing";
    if (key === "dryrun")
        return typeof value === "boolean" ? undefined : "is not true or false";
    if (typeof value !== "string")
        return "is not a text with a unit";
    return DURATION.test(value)
        ? undefined
        : "is not a duration that Go can read (such as 168h; Go has no unit for days)";
}

var yaml_source = __webpack_require__(4124);
; 




function readVariables(environment, lineOf) {
    const entries = Array.isArray(environment)
        ? environment.map((entry, index) => [index, ...splitEntry(entry)])
        : Object.entries((0,json .Gv)(environment) ? environment : {}).map(([name, value]) => [name, name, value]);
    return entries.flatMap(([step, name, value]) => {
        if (typeof name !== "string" || !name.startsWith("REGISTRY_"))
            return [];
        const line = lineOf(step);
        const text = value === null || value === undefined ? undefined : textOf(value);
        return [
            { name, ...(text === undefined ? {} : { value: text }), ...(line === undefined ? {} : { line }) },
        ];
    });
}
function splitEntry(entry) {
    if (typeof entry !== "string")
        return [undefined, undefined];
    const equals = entry.indexOf("=");
    return equals === -1 ? [entry, undefined] : [entry.slice(0, equals), entry.slice(equals + 1)];
}
function textOf(value) {
    return typeof value === "string" ? value : JSON.stringify(value);
}
const WHOLE = /^(?<whole>REGISTRY_STORAGE_MAINTENANCE_(?:READONLY|UPLOADPURGING))_/;
function examineVariables(subject, variables) {
    return variables.flatMap(({ name, line }) => {
        const whole = WHOLE.exec(name)?.groups?.["whole"];
        if (whole === undefined)
            return [];
        const form = whole.endsWith("READONLY")
            ? '{"enabled":true}'
            : '{"enabled":true,"age":"168h","interval":"24h","dryrun":false}';
        return [
            (0,finding .g)("problem", "config-environment", {
                message: `${subject} sets ${name}, which the registry ignores or does not start with${lineText(line)}.`,
                fix: `Give the section as a whole: ${whole}=${form}`,
            }),
        ];
    });
}
function settingsOf(variables, { subject, defaults }) {
    const find = (path) => {
        for (let length = path.length; length > 0; length -= 1) {
            const name = nameOf(path.slice(0, length));
            const variable = variables.find((one) => one.name === name);
            if (variable === undefined)
                continue;
            const value = valueAt(parseValue(variable.value), path.slice(length));
            if (value === undefined)
                continue;
            return { value, ...(variable.line === undefined ? {} : { line: variable.line }) };
        }
        return { value: undefined };
    };
    return {
        subject,
        defaults,
        at: (...path) => find(path).value,
        where: (...path) => lineText(find(path).line),
        write: (path, value) => `${nameOf(path.split("."))}=${value}`,
    };
}
function lineText(line) {
    return line === undefined ? "" : ` (line ${line})`;
}
function valueAt(value, path) {
    return path.reduce((found, key) => (found === SET_LATER ? SET_LATER : (0,json .Gv)(found) ? found[key] : undefined), value);
}
function nameOf(path) {
    return ["registry", ...path].join("_").toUpperCase();
}
function parseValue(text) {
    if (text === undefined || /(?<!\$)(?:\$\$)*\$(?!\$)/.test(text))
        return SET_LATER;
    const source = (0,yaml_source .g)(text, "1.1");
    return source.kind === "read" ? source.value : text;
}

; 




function isRegistryChart(value) {
    const isOfChart = (0,json .Gv)(value["persistence"]) || (0,json .Gv)(value["secrets"]) || (0,json .Gv)(value["image"]);
    return ((0,json .Gv)(value["configData"]) ||
        (typeof value["storage"] === "string" && isOfChart && !("version" in value)));
}
function looksLikeValues(value) {
    const image = value["image"];
    const hasImage = (0,json .Gv)(image) && (0,json .$6)(image, "repository") !== undefined;
    return (hasImage ||
        ["replicaCount", "nameOverride", "fullnameOverride", "persistence", "expose"].some((key) => key in value));
}
function examineChart({ value, lineOf }) {
    const own = ["persistence", "deleteEnabled"];
    const isDelete = (path) => path.join(".") === "storage.delete.enabled";
    const placeOf = (path) => isDelete(path) && valueAt(value, own) === true ? own : ["configData", ...path];
    const settings = {
        subject: "The chart's values",
        defaults: "unseen",
        at: (...path) => valueAt(value, placeOf(path)),
        where: (...path) => lineText(lineOf(placeOf(path))),
        write: (path, wanted) => path === "storage.delete.enabled"
            ? `persistence.deleteEnabled: ${wanted}`
            : `configData.${path}: ${wanted}`,
    };
    return examineSettings(settings);
}
const OTHER_CHART = (0,finding .g)("unknown", "registry-config", {
    message: "It looks like the values of a Helm chart, and they say nothing here that a registry reads.",
    fix: "Give what the chart makes of them: helm template RELEASE CHART -f values.yaml, written to a file.",
});

; 

function isKubernetes(value) {
    return (0,json .Gv)(value) && typeof value["apiVersion"] === "string" && typeof value["kind"] === "string";
}
function readKubernetes(objects) {
    const all = objects.flatMap(itemsOf);
    return {
        kinds: all.map((each) => (0,json .$6)(each, "kind") ?? ""),
        containers: all.flatMap(containersOf),
        files: all.flatMap(filesOf),
    };
}
function itemsOf(object) {
    const { items } = object;
    return Array.isArray(items) ? items.filter(json .Gv).flatMap(itemsOf) : [object];
}
function containersOf(object) {
    const pod = podOf(object);
    const containers = pod?.["containers"];
    return (Array.isArray(containers) ? containers : []).filter(json .Gv).map((container) => ({
        name: (0,json .$6)(container, "name") ?? "",
        service: serviceOf(container),
    }));
}
function podOf({ kind, spec }) {
    if (!(0,json .Gv)(spec))
        return undefined;
    if (kind === "Pod")
        return spec;
    const template = (0,json .Gv)(spec["jobTemplate"])
        ? at(spec["jobTemplate"], "spec", "template")
        : spec["template"];
    const pod = at(template, "spec");
    return (0,json .Gv)(pod) ? pod : undefined;
}
function at(value, ...path) {
    return path.reduce((found, key) => ((0,json .Gv)(found) ? found[key] : undefined), value);
}
function serviceOf(container) {
    const { env, image, envFrom, args, command, volumeMounts } = container;
    const entries = (Array.isArray(env) ? env : []).filter(json .Gv).flatMap((one) => {
        const name = (0,json .$6)(one, "name");
        return name === undefined ? [] : [[name, "valueFrom" in one ? undefined : (one["value"] ?? "")]];
    });
    return {
        environment: Object.fromEntries(entries),
        ...(image === undefined ? {} : { image }),
        ...(envFrom === undefined ? {} : { env_file: envFrom }),
        ...(args === undefined && command === undefined ? {} : { command: args ?? command }),
        ...(volumeMounts === undefined ? {} : { volumes: volumeMounts }),
    };
}
function filesOf(object) {
    const { kind, data, stringData } = object;
    if (kind !== "ConfigMap" && kind !== "Secret")
        return [];
    const decoded = (text) => kind === "Secret" ? Buffer.from(text, "base64").toString("utf8") : text;
    const texts = (files, read) => Object.entries((0,json .Gv)(files) ? files : {}).flatMap(([name, text]) => typeof text === "string" ? [{ name, text: read(text) }] : []);
    return [...texts(data, decoded), ...texts(stringData, (text) => text)];
}

; 



const CHECK = "config-start";
const SECTIONS = ["maintenance", "cache", "delete", "redirect"];
const DRIVERS = ["filesystem", "inmemory", "s3", "s3aws", "azure", "gcs", "swift", "oss"];
const LOG_LEVELS = ["error", "warn", "info", "debug"];
const ACCESS = ["htpasswd", "token", "silly"];
function examineStart(file) {
    return [...examineVersion(file), ...examineStorage(file), ...examineOthers(file), ...examinePrefix(file)];
}
function examinePrefix({ value, where }) {
    const { http } = value;
    const prefix = (0,json .Gv)(http) ? http["prefix"] : undefined;
    if (typeof prefix !== "string" || prefix === "" || prefix === "/")
        return [];
    return [
        (0,finding .g)("warning", "config-prefix", {
            message: `The registry answers below a path of its host, and Docker and this program ask at /v2/ alone${where("http", "prefix")}.`,
            fix: "Take http.prefix out, or have a reverse proxy hand /v2/ on to that path.",
        }),
    ];
}
function refused(message, fix) {
    return (0,finding .g)("problem", CHECK, { message: `The registry does not start with it: ${message}.`, fix });
}
function examineVersion({ value, where, writtenAt }) {
    const fix = "Write version: 0.1 at the top.";
    if (!("version" in value))
        return [refused("it has no version", fix)];
    return writtenAt("version") === "0.1" ? [] : [refused(`its version is not 0.1${where("version")}`, fix)];
}
function examineStorage({ value, where }) {
    const { storage } = value;
    const fix = "Keep one driver, such as filesystem, s3, azure or gcs, with what belongs to it below it.";
    if (typeof storage === "string")
        return examineDriver(storage, where("storage"));
    if (!(0,json .Gv)(storage))
        return [refused(`storage is no driver${where("storage")}`, fix)];
    const keys = Object.keys(storage);
    const drivers = keys.filter((key) => !SECTIONS.includes(key) && key !== "tag");
    const shapes = keys.flatMap((key) => storage[key] === null || (0,json .Gv)(storage[key])
        ? []
        : [refused(`storage.${shown(key)} is no section with keys of its own${where("storage", key)}`, fix)]);
    const [first, ...more] = drivers;
    if (first === undefined)
        return [...shapes, refused(`storage names no driver${where("storage")}`, fix)];
    if (more.length > 0) {
        const named = drivers.map((key) => `${shown(key)}${where("storage", key)}`).join(", ");
        return [
            ...shapes,
            refused(`below storage all but ${SECTIONS.join(", ")} is taken for a driver, and there may be one: ${named}`, fix),
        ];
    }
    const newer = "tag" in storage
        ? [
            (0,finding .g)("warning", CHECK, {
                message: `Registry 2.x does not start with storage.tag, which 3.x has${where("storage", "tag")}.`,
            }),
        ]
        : [];
    return [...shapes, ...newer, ...examineDriver(first, where("storage", first))];
}
function examineDriver(name, line) {
    if (!DRIVERS.includes(name)) {
        return [
            refused(`there is no storage driver of the name ${shown(name)}${line}`, `Name one of ${DRIVERS.join(", ")}.`),
        ];
    }
    if (name !== "swift" && name !== "oss")
        return [];
    return [
        (0,finding .g)("warning", CHECK, {
            message: `Registry 3.x has no storage driver ${name}, and does not start with it${line}.`,
        }),
    ];
}
function shown(name) {
    return /^[\w.-]{1,60}$/.test(name) ? name : "what is no name";
}
const SECTIONS_OF_FILE = ["log", "http", "redis", "proxy", "health", "notifications", "middleware"];
function examineOthers(file) {
    const { value, where } = file;
    const { auth } = value;
    const shapes = SECTIONS_OF_FILE.flatMap((section) => {
        const found = value[section];
        if (found === undefined || found === null || (0,json .Gv)(found))
            return [];
        const message = `${section} is no section with keys of its own${where(section)}`;
        return [refused(message, `Write its keys below ${section}.`)];
    });
    return [
        ...shapes,
        ...examineLevel(file),
        ...((0,json .Gv)(auth) ? examineAuth(auth, where) : []),
        ...examineRedis(file),
    ];
}
function examineLevel({ value: { log }, where, writtenAt }) {
    const level = writtenAt("log", "level")?.toLowerCase() ?? "";
    if (!(0,json .Gv)(log) || level === "" || LOG_LEVELS.includes(level))
        return [];
    const message = `log.level is none of ${LOG_LEVELS.join(", ")}${where("log", "level")}`;
    return [refused(message, "Write one of these.")];
}
function examineRedis({ value: { storage, redis }, where }) {
    const cache = (0,json .Gv)(storage) ? storage["cache"] : undefined;
    const uses = (0,json .Gv)(cache) && (cache["blobdescriptor"] ?? cache["layerinfo"]) === "redis";
    if (!uses || (0,json .Gv)(redis))
        return [];
    const message = `its cache is in Redis, and there is no section redis${where("storage", "cache")}`;
    return [refused(message, "Write that section, or blobdescriptor: inmemory.")];
}
function examineAuth(auth, where) {
    const ways = Object.keys(auth);
    const [way, ...more] = ways;
    if (way === undefined)
        return [];
    const fix = `Keep one of ${ACCESS.join(", ")}.`;
    if (more.length > 0)
        return [refused(`auth names more than one way to sign in${where("auth")}`, fix)];
    if (!ACCESS.includes(way)) {
        return [refused(`auth has no way to sign in of the name ${shown(way)}${where("auth", way)}`, fix)];
    }
    const options = auth[way];
    const hasRealm = (0,json .Gv)(options) && options["realm"] !== undefined && options["realm"] !== "";
    return hasRealm
        ? []
        : [refused(`auth.${way} has no realm${where("auth", way)}`, "Write one, such as realm: registry.")];
}
const PREFIX = "REGISTRY_STORAGE";
function examineStorageVariables(subject, variables) {
    const named = variables.get(PREFIX);
    if (named === SET_LATER)
        return [];
    const base = typeof named === "string" ? [named] : (0,json .Gv)(named) ? driversAmong(Object.keys(named)) : ["filesystem"];
    const below = driversAmong([...variables.keys()].flatMap((name) => /^REGISTRY_STORAGE_([^_]+)/.exec(name)?.[1]?.toLowerCase() ?? []));
    const [driver = "filesystem"] = base;
    const stray = [...new Set(below)].filter((key) => key !== driver);
    const [first] = stray;
    if (first === undefined) {
        return typeof named === "string" ? examineDriver(named, "") : [];
    }
    const fix = DRIVERS.includes(first)
        ? `Write ${PREFIX}=${first} too, and leave out those of other drivers.`
        : `Take ${PREFIX}_${first.toUpperCase()} out; a driver is one of ${DRIVERS.join(", ")}.`;
    const message = `${subject} does not start: ${PREFIX}_${first.toUpperCase()}… names a second storage driver beside ${driver}.`;
    return [(0,finding .g)("problem", CHECK, { message, fix })];
}
function driversAmong(keys) {
    return keys.filter((key) => !SECTIONS.includes(key) && key !== "tag");
}

; 








const registry_config_CHECK = "registry-config";
function examineRegistryConfig(text) {
    const variables = readVariableFile(text);
    if (variables !== undefined) {
        return examineService({ lineOf: () => undefined }, { name: "environment", path: [], service: variables });
    }
    const source = (0,yaml_source .g)(text, "1.1");
    if (source.kind === "broken") {
        const fix = "Correct it; a registry does not start with it either.";
        return source.errors.map((error) => (0,finding .g)("problem", registry_config_CHECK, { message: `It is not YAML: ${error}.`, fix }));
    }
    return (0,json .Gv)(source.value) ? examineMap(text, source, source.value) : [NOT_RECOGNISED];
}
function examineMap(text, source, value) {
    if (isKubernetes(value))
        return examineKubernetes(text);
    const services = servicesOf(value);
    if (services !== undefined)
        return examineCompose(source, services);
    if ("environment" in value && !("storage" in value)) {
        return examineService(source, { name: "environment", path: [], service: value });
    }
    if (isRegistryChart(value))
        return examineChart({ value, lineOf: source.lineOf });
    if ("storage" in value || ("version" in value && "http" in value))
        return examineFile(source, value);
    return looksLikeValues(value) ? [OTHER_CHART] : [NOT_RECOGNISED];
}
const NOT_RECOGNISED = (0,finding .g)("problem", registry_config_CHECK, {
    message: "It is neither a registry's configuration, which has a storage section, nor a compose file, Kubernetes manifests, the values of a chart or a file of variables.",
    fix: "Give the registry's config.yml (docker cp registry:/etc/docker/registry/config.yml .), or what it is started with.",
});
function servicesOf(value) {
    const { services } = value;
    if ((0,json .Gv)(services))
        return { path: ["services"], services };
    const all = Object.values(value);
    const isService = (one) => (0,json .Gv)(one) && ("image" in one || "build" in one);
    const isOld = all.length > 0 && all.every(json .Gv) && all.some(isService) && !("storage" in value);
    const hasPlainImage = all.every((one) => !(0,json .Gv)(one) || !(0,json .Gv)(one["image"]));
    return isOld && hasPlainImage ? { path: [], services: value } : undefined;
}
function examineFile(source, value) {
    const { storage } = value;
    if (storage === undefined || storage === null || ((0,json .Gv)(storage) && Object.keys(storage).length === 0)) {
        return [NO_STORAGE];
    }
    const settings = settingsOfFile(source, "The configuration", "");
    return [
        ...source.oddities.map((oddity) => passedOver(oddity)),
        ...examineStart({ value, where: settings.where, writtenAt: (...path) => source.writtenAt(path) }),
        ...examineSettings(settings),
    ];
}
const NO_STORAGE = (0,finding .g)("problem", registry_config_CHECK, {
    message: "It has no storage, and a registry does not start with it.",
    fix: "Give the registry's config.yml (docker cp registry:/etc/docker/registry/config.yml .), or its compose file.",
});
function passedOver(oddity) {
    return (0,finding .g)("warning", registry_config_CHECK, {
        message: `The registry passes over something: ${oddity}. Of a key that is there twice the last counts, and of several documents the first.`,
        fix: "Take out what does not count.",
    });
}
function settingsOfFile({ value, lineOf }, subject, of) {
    return {
        subject,
        defaults: "program",
        at: (...path) => valueAt(value, path),
        where: (...path) => lineText(lineOf(path)).replace(/\)$/, of === "" ? ")" : ` of ${of})`),
        write: (path, wanted) => `${path}: ${wanted}`,
    };
}
function examineKubernetes(text) {
    const values = text.split(/^---(?:[ \t].*)?\r?$/m).flatMap((document) => {
        const source = (0,yaml_source .g)(document, "1.1");
        return source.kind === "read" && isKubernetes(source.value) ? [source.value] : [];
    });
    const { kinds, containers, files } = readKubernetes(values);
    const found = [
        ...files.flatMap(({ name, text: within }) => examineWithin(name, within)),
        ...containers
            .filter(({ service }) => isRegistry(service))
            .flatMap((container) => examineService({ lineOf: () => undefined }, { ...container, path: ["container"] })),
    ];
    if (found.length > 0)
        return resolved(found);
    const message = `It has objects of Kubernetes (${kindsText(kinds)}), and nothing in them is a registry: no container of its image, no configuration.`;
    const fix = "Give the manifests of the registry's Deployment and of the ConfigMap with its config.yml.";
    return [(0,finding .g)("unknown", registry_config_CHECK, { message, fix })];
}
function kindsText(kinds) {
    const plain = [...new Set(kinds.filter((kind) => /^[A-Za-z]{1,60}$/.test(kind)))];
    return plain.slice(0, 5).join(", ");
}
function resolved(found) {
    const isDecided = found.some(({ check, kind }) => check === "config-deletes" && kind !== "unknown");
    return isDecided
        ? found.filter(({ check, kind }) => check !== "config-deletes" || kind !== "unknown")
        : found;
}
function examineWithin(name, text) {
    const source = (0,yaml_source .g)(text, "1.1");
    if (source.kind !== "read" || !(0,json .Gv)(source.value))
        return [];
    const { value } = source;
    if (!("storage" in value) || !("version" in value || "http" in value))
        return [];
    const file = /^[\w.-]{1,60}$/.test(name) ? name : "the file";
    const settings = settingsOfFile(source, file, file);
    return [
        ...examineStart({ value, where: settings.where, writtenAt: (...path) => source.writtenAt(path) }),
        ...examineSettings(settings),
    ];
}
const VARIABLE = /^(?:export\s+)?[A-Za-z_]\w*(?:=.*)?$/;
function readVariableFile(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim());
    const written = lines.filter((line) => line !== "" && !line.startsWith("#"));
    const isOne = written.some((line) => line.includes("=")) && written.every((line) => VARIABLE.test(line));
    if (!isOne || !written.some((line) => line.includes("REGISTRY_")))
        return undefined;
    return { environment: written.map((line) => line.replace(/^export\s+/, "")) };
}
function examineCompose(source, { path, services }) {
    const registries = Object.entries(services).flatMap(([name, service]) => (0,json .Gv)(service) && isRegistry(service) ? [{ name, path: [...path, name], service }] : []);
    if (registries.length === 0) {
        const message = "No service of the compose file is a registry: none uses a registry's image or sets a registry's variables.";
        return [(0,finding .g)("unknown", registry_config_CHECK, { message, fix: "Give the file that the registry is started with." })];
    }
    return registries.flatMap((service) => examineService(source, service));
}
const SECTION = /^REGISTRY_(?:STORAGE|HTTP|AUTH|PROXY|LOG|HEALTH|NOTIFICATIONS)(?:_|$)/;
function isRegistry(service) {
    const image = (0,json .$6)(service, "image") ?? "";
    const variables = readVariables(service["environment"], () => undefined);
    return isOfficial(image) || variables.some(({ name }) => SECTION.test(name));
}
function isOfficial(image) {
    return /^(?:(?:docker\.io\/)?(?:library\/)?registry|(?:[^/]+\/)?distribution\/distribution)(?:[:@]|$)/.test(image);
}
function examineService(source, { name, path, service }) {
    const subject = path.length === 0 ? "The environment" : `Service ${name}`;
    const lineOf = (step) => source.lineOf([...path, "environment", step]);
    const variables = readVariables(service["environment"], lineOf);
    const defaults = hasUnseenSettings(service) ? "unseen" : "image";
    const parsed = new Map(variables.map(({ name: variable, value }) => [variable, parseValue(value)]));
    return [
        ...examineVariables(subject, variables),
        ...(defaults === "image" ? examineStorageVariables(subject, parsed) : []),
        ...examineSettings(settingsOf(variables, { subject, defaults })),
    ];
}
function hasUnseenSettings(service) {
    const volumes = JSON.stringify([service["volumes"], service["configs"]]);
    const isMounted = /\/etc\/(?:docker\/registry|distribution)\b/.test(volumes);
    const isUnseen = ["command", "env_file", "extends", "build"].some((key) => key in service);
    return isMounted || isUnseen || !isOfficial((0,json .$6)(service, "image") ?? "");
}

var main = __webpack_require__(7415);
; 

const BUCKET_ACTIONS = [
    "s3:ListBucket",
    "s3:GetBucketLocation",
    "s3:ListBucketMultipartUploads",
];
const OBJECT_ACTIONS = [
    "s3:PutObject",
    "s3:GetObject",
    "s3:DeleteObject",
    "s3:ListMultipartUploadParts",
    "s3:AbortMultipartUpload",
];
function readStatement(statement) {
    const { Effect: effect } = statement;
    const actions = textsOf(statement["Action"]).map((pattern) => wildcard(pattern.toLowerCase()));
    const isDeny = effect === "Deny";
    const unjudged = [
        ...(isDeny && !isForAll(statement["Principal"]) ? ["Principal"] : []),
        ...["NotAction", "NotResource", "NotPrincipal"].filter((key) => key in statement),
        ...(isEmpty(statement["Condition"]) ? [] : ["Condition"]),
    ].join(", ");
    const names = (action) => "NotAction" in statement || actions.some((pattern) => pattern.test(action.toLowerCase()));
    return {
        ...(unjudged === "" ? {} : { unjudged: isDeny ? `Deny with ${unjudged}` : unjudged }),
        resources: textsOf(statement["Resource"]),
        allows: (action) => effect === "Allow" && names(action),
        denies: (action) => isDeny && names(action),
    };
}
function isEmpty(condition) {
    if (condition === undefined || condition === null)
        return true;
    return ((0,json .Gv)(condition) &&
        Object.values(condition).every((keys) => (0,json .Gv)(keys) && Object.keys(keys).length === 0));
}
function isForAll(principal) {
    if (principal === undefined || principal === "*")
        return true;
    return (0,json .Gv)(principal) && Object.values(principal).some((names) => textsOf(names).includes("*"));
}
function judge(statements, action, resource) {
    const denied = denial(statements, action, resource);
    if (denied !== undefined)
        return denied;
    const naming = statements.filter(({ allows }) => allows(action));
    const judged = naming.filter(({ unjudged }) => unjudged === undefined);
    if (judged.some(({ resources }) => isOn(resources, resource)))
        return { kind: "granted" };
    if (judged.length < naming.length)
        return { kind: "unjudged" };
    const [statement] = judged;
    return statement === undefined ? { kind: "missing" } : { kind: "elsewhere", statement };
}
function denial(statements, action, resource) {
    const denying = statements.filter(({ denies, unjudged }) => unjudged === undefined && denies(action));
    const whole = denying.find(({ resources }) => isOn(resources, resource));
    if (whole !== undefined)
        return { kind: "denied", statement: whole, isPart: false };
    const below = resource.replace(/\*$/, "");
    const isBelow = (pattern) => resource.endsWith("*") && pattern.startsWith(below);
    const part = denying.find(({ resources }) => resources.some(isBelow));
    return part === undefined ? undefined : { kind: "denied", statement: part, isPart: true };
}
function isOn(resources, resource) {
    const sample = resource.replace(/\*$/, "\u0000".repeat(8));
    return resources.some((pattern) => wildcard(pattern).test(sample));
}
function chooseBucketArns(statements) {
    const isAllow = ({ allows }) => [...BUCKET_ACTIONS, ...OBJECT_ACTIONS].some(allows);
    const allowing = statements.filter(isAllow);
    const naming = allowing.length === 0 ? statements : allowing;
    const targets = naming.flatMap(({ resources }) => resources.flatMap(targetsOf));
    const [first, ...others] = targets;
    if (first === undefined)
        return undefined;
    return others.reduce((best, target) => (countMissing(statements, target) < countMissing(statements, best) ? target : best), first);
}
function missingFor(statements, target) {
    const lacking = (actions, resource) => ({
        resource,
        actions: actions.filter((action) => ["elsewhere", "missing"].includes(judge(statements, action, resource).kind)),
    });
    return [lacking(BUCKET_ACTIONS, target.bucket), lacking(OBJECT_ACTIONS, target.objects)];
}
function countMissing(statements, target) {
    return missingFor(statements, target).reduce((sum, { actions }) => sum + actions.length, 0);
}
function targetsOf(resource) {
    if (resource === "*")
        return [{ bucket: "arn:aws:s3:::*", objects: "arn:aws:s3:::*/*" }];
    const parts = /^(?<bucket>arn:aws[a-z-]*:s3:::[^/]+)(?:\/(?<path>.*))?$/.exec(resource)?.groups;
    const bucket = parts?.["bucket"];
    if (bucket === undefined)
        return [];
    const whole = { bucket, objects: `${bucket}/*` };
    const path = parts?.["path"] ?? "*";
    return path !== "*" && path.endsWith("*") ? [whole, { bucket, objects: `${bucket}/${path}` }] : [whole];
}
function textsOf(value) {
    const values = Array.isArray(value) ? value : [value];
    return values.filter((text) => typeof text === "string");
}
function wildcard(pattern) {
    const source = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replace(/\*+/g, "[^]*")
        .replace(/\?/g, "[^]");
    return new RegExp(`^${source}$`);
}

; 

const WRAPPERS = ["PolicyVersion", "PolicyDocument", "Document", "Policy"];
function documentIn(value, depth = 0) {
    if (typeof value === "string" && depth > 0) {
        const parsed = (0,json .qF)(value.startsWith("%7B") ? decoded(value) : value);
        return parsed === undefined ? value : documentIn(parsed, depth + 1);
    }
    if (!(0,json .Gv)(value) || "Statement" in value || depth > WRAPPERS.length)
        return value;
    const key = WRAPPERS.find((name) => name in value);
    return key === undefined ? value : documentIn(value[key], depth + 1);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

; 





const s3_policy_CHECK = "s3-policy";
const VERSION = "2012-10-17";
function examineS3Policy(file) {
    const text = file.replace(/^\uFEFF/, "");
    const errors = [];
    const tree = (0,main.parseTree)(text, errors, { disallowComments: true, allowTrailingComma: false });
    const value = documentIn(tree === undefined ? undefined : (0,main.getNodeValue)(tree));
    const broken = errors.map((error) => describeSyntax(text, error));
    const statements = statementsOf(value);
    if (!(0,json .Gv)(value) || statements.length === 0) {
        const message = "It is not a policy, which is a JSON object with a Statement.";
        const fix = "Give the policy's own document, as the console's JSON editor shows it.";
        return { findings: [...broken, (0,finding .g)("problem", s3_policy_CHECK, { message, fix })] };
    }
    const read = statements.map(readStatement);
    const target = chooseBucketArns(read);
    if (target === undefined) {
        const message = "No statement of it names a bucket, as arn:aws:s3:::bucket.";
        const fix = "Name the bucket that the registry's configuration has (storage.s3.bucket).";
        return { findings: [...broken, ...describeUnjudged(read), (0,finding .g)("problem", s3_policy_CHECK, { message, fix })] };
    }
    const missing = missingFor(read, target);
    const version = value["Version"] === VERSION ? [] : [describeVersion(value["Version"])];
    const findings = [...broken, ...version, ...describeUnjudged(read), ...describeGrants(read, target)];
    const isRight = broken.length === 0 && version.length === 0 && missing.every(({ actions }) => actions.length === 0);
    if (isRight || isDenied(read, target))
        return { findings };
    return { findings, corrected: correct(value, statements, missing) };
}
function isDenied(statements, { bucket, objects }) {
    const denied = (actions, on) => actions.some((action) => judge(statements, action, on).kind === "denied");
    return denied(BUCKET_ACTIONS, bucket) || denied(OBJECT_ACTIONS, objects);
}
function statementsOf(policy) {
    const written = (0,json .Gv)(policy) ? policy["Statement"] : undefined;
    return (Array.isArray(written) ? written : [written]).filter(json .Gv);
}
function describeSyntax(text, { error, offset }) {
    const comma = /,\s*$/.exec(text.slice(0, offset))?.index;
    const isErrant = comma !== undefined && ["", ",", "]", "}"].includes(text.charAt(offset));
    const before = text.slice(0, isErrant ? comma : offset);
    const where = `line ${before.split("\n").length}, column ${before.length - before.lastIndexOf("\n")}`;
    const what = isErrant ? "there is a comma with nothing after it" : spell((0,main.printParseErrorCode)(error));
    return (0,finding .g)("problem", `${s3_policy_CHECK}-syntax`, {
        message: `It is not JSON: ${what} (${where}).`,
        fix: isErrant ? "Take the comma out." : "Correct it; the corrected policy shows how it was understood.",
    });
}
function spell(code) {
    return code.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}
function describeVersion(version) {
    const now = typeof version === "string" ? "is another" : "is not given, which means 2008-10-17";
    return (0,finding .g)("warning", `${s3_policy_CHECK}-version`, {
        message: `The policy's Version ${now}.`,
        fix: `Write "Version": "${VERSION}", the current one.`,
    });
}
function describeUnjudged(statements) {
    return statements.flatMap(({ unjudged }, index) => unjudged === undefined
        ? []
        : [
            (0,finding .g)("unknown", `${s3_policy_CHECK}-unjudged`, {
                message: `Statement ${index + 1} can't be judged here, because of its ${unjudged}.`,
                fix: "Test the actions that the registry needs in the IAM policy simulator.",
            }),
        ]);
}
function describeGrants(statements, target) {
    const needs = [
        { check: `${s3_policy_CHECK}-bucket`, actions: BUCKET_ACTIONS, on: target.bucket, what: "the bucket itself" },
        { check: `${s3_policy_CHECK}-objects`, actions: OBJECT_ACTIONS, on: target.objects, what: "the bucket's objects" },
    ];
    return needs.flatMap((need) => {
        const lacking = need.actions.flatMap((action) => {
            const grant = judge(statements, action, need.on);
            if (grant.kind === "granted")
                return [];
            if (grant.kind === "denied") {
                return [describeDenied(need, action, [statements.indexOf(grant.statement) + 1, grant.isPart])];
            }
            return [describeLacking(need, action, grant)];
        });
        if (lacking.length > 0)
            return lacking;
        return [(0,finding .g)("ok", need.check, { message: `All that the registry needs is allowed on ${need.on}.` })];
    });
}
function describeDenied({ check, on, what }, action, [number, isPart]) {
    if (isPart) {
        return (0,finding .g)("unknown", check, {
            message: `${action} is denied on some of ${what}, ${on}, by statement ${number}; the registry's own may be among them.`,
            fix: "See that none of what it denies is below the registry's root directory.",
        });
    }
    return (0,finding .g)("problem", check, {
        message: `${action} on ${what}, ${on}, is denied by statement ${number}, and a Deny wins over all that allows it.`,
        fix: "Take the action, or this bucket, out of that statement.",
    });
}
function describeLacking({ check, on, what }, action, grant) {
    const fix = `Allow it with "Resource": "${on}".`;
    switch (grant.kind) {
        case "unjudged":
            return (0,finding .g)("unknown", check, {
                message: `${action} on ${what}, ${on}, is allowed only by a statement that can't be judged here.`,
            });
        case "elsewhere": {
            const others = grant.statement.resources.map(shownResource).join(", ");
            return (0,finding .g)("problem", check, {
                message: `${action} is allowed on ${others}, but the registry needs it on ${what}, ${on}.`,
                fix,
            });
        }
        case "missing":
            return (0,finding .g)("problem", check, { message: `${action} is not allowed on ${what}, ${on}.`, fix });
    }
}
function shownResource(resource) {
    return resource === "*" || /^arn:aws[a-z-]*:s3:::[\w.*?/-]{1,200}$/.test(resource)
        ? resource
        : "what is no ARN of S3";
}
function correct(policy, statements, missing) {
    const principal = statements.find(({ Effect, Principal }) => Effect === "Allow" && Principal !== undefined)?.["Principal"];
    const added = missing
        .filter(({ actions }) => actions.length > 0)
        .map(({ actions, resource }) => ({
        Effect: "Allow",
        ...(principal === undefined ? {} : { Principal: principal }),
        Action: actions,
        Resource: resource,
    }));
    const corrected = { ...policy, Version: VERSION, Statement: [...statements, ...added] };
    return `${JSON.stringify(corrected, undefined, 2)}\n`;
}

var read_regular = __webpack_require__(4338);
var base_errors = __webpack_require__(6846);
var count = __webpack_require__(4578);
var distribution = __webpack_require__(3805);
var challenge = __webpack_require__(3109);
var probes = __webpack_require__(3963);
var requests = __webpack_require__(3366);
var connection_connection = __webpack_require__(207);
var words_answers = __webpack_require__(1111);
var refusals = __webpack_require__(5217);
var port_registry = __webpack_require__(252);
var product_signs = __webpack_require__(1424);
; 



const FRONTS = /nginx|openresty|apache|caddy|traefik|haproxy|envoy|cloudflare|squid|varnish|istio|awselb|gunicorn/i;
function recognise(answers, nobodys) {
    for (const { headers } of answers) {
        const signed = (0,product_signs .o)(headers);
        if (signed !== undefined)
            return { kind: "other", name: signed.name };
    }
    const last = answers.at(-1);
    const major = last === undefined ? undefined : (0,probes .uY)(last);
    if (nobodys !== undefined && !(0,words_answers .h1)(nobodys)) {
        const server = nobodys.headers["server"]?.toString();
        return server === undefined || FRONTS.test(server)
            ? { kind: "unknown" }
            : { kind: "other", name: server };
    }
    if (major === undefined)
        return { kind: "unknown" };
    return { kind: "distribution", major, name: major === 2 ? "Distribution 2.8 or older" : "Distribution 3" };
}

var trouble = __webpack_require__(9684);
; 











async function examineAccess(site) {
    const { connection, repository } = site;
    const { base, unverified } = connection;
    const first = await (0,trouble .C)((0,probes .to)(connection));
    if (first instanceof base_errors .Pc)
        return { findings: [(0,trouble .Z)(checkOf(first), first)] };
    const strange = strangeAnswer(base, first);
    if (strange !== undefined)
        return { findings: [strange], isStrange: true };
    const reachable = (0,finding .g)("ok", "reachable", { message: `${base.host} answers.` });
    if (first.status !== 401) {
        const found = [reachable, examineTransport({ base, unverified, sends: false })];
        const message = "It answers without signing in; single repositories may still ask for it.";
        return admitted(site, [...found, (0,finding .g)("ok", "signed-in", { message })], [first]);
    }
    const identity = await connection.identify(repository);
    const found = [
        reachable,
        examineTransport({ base, unverified, sends: identity.credentials.kind !== "anonymous" }),
    ];
    const second = await (0,trouble .C)((0,probes .l0)(site));
    if (second instanceof base_errors .Pc) {
        return { findings: [...found, examineProduct(recognise([first])), (0,trouble .Z)("signed-in", second)] };
    }
    if (second.status !== 200) {
        const error = (0,refusals .x5)(base.host, second, `signing in ${access_nameOf(identity)}`);
        const findings = [...found, examineProduct(recognise([first])), (0,trouble .Z)("signed-in", error)];
        return { findings, isStrange: second.status !== 401 };
    }
    const message = `Signed in ${access_nameOf(identity)}.`;
    return admitted(site, [...found, (0,finding .g)("ok", "signed-in", { message })], [first, second]);
}
function accessAllTheSame({ findings }) {
    const told = findings.map((one) => one.kind === "problem"
        ? (0,finding .g)("warning", one.check, {
            message: one.message,
            fix: "A prune asks about the repository alone, which is answered as by a registry. Let /v2/ itself through too: docker login asks there.",
        })
        : one);
    return { findings: told, product: { kind: "unknown" } };
}
async function admitted(site, findings, answers) {
    const nobodys = await (0,trouble .C)(askForNobodys(site));
    const isWord = !(nobodys instanceof base_errors .Pc) && nobodys.status === 404 && !(0,words_answers .yp)(nobodys);
    const product = recognise(answers, isWord ? nobodys : undefined);
    return { findings: [...findings, examineProduct(product)], product };
}
function askForNobodys({ connection: { base, session }, repository, }) {
    const url = new URL(`v2/${repository}/manifests/${requests .z}`, base);
    return session.send({ method: "GET", url }, `repository:${repository}:pull`);
}
function checkOf(error) {
    const ofTransport = ["untrusted-certificate", "speaks-plain-http", "speaks-https"];
    return error instanceof port_registry .g && ofTransport.includes(error.kind) ? "transport" : "reachable";
}
function strangeAnswer(base, answer) {
    const { status, headers, url } = answer;
    const isFromElsewhere = url.origin !== base.origin;
    if (isFromElsewhere && headers["docker-distribution-api-version"] !== undefined && !(0,words_answers .yp)(answer)) {
        return (0,finding .g)("problem", "reachable", {
            message: `${base.origin} redirects /v2/ to ${url.origin}, and deletes do not follow redirects.`,
            fix: `Use the address that it redirects to in image: ${url.origin}/…`,
        });
    }
    const isMet = (0,challenge .u)(headers["www-authenticate"] ?? "").some(challenge .M);
    const isAnswer = (status === 200 && !(0,words_answers .yp)(answer)) || (status === 401 && (isMet || !(0,words_answers .yp)(answer)));
    if (isAnswer && !isFromElsewhere)
        return undefined;
    const error = (0,refusals .x5)(base.host, answer, "asking whether a registry is there");
    return (0,trouble .Z)(checkOf(error), error);
}
function examineTransport({ base, sends, unverified }) {
    const check = "transport";
    if (unverified !== undefined) {
        return (0,finding .g)("warning", check, {
            message: `It is reached over HTTPS, and nobody looks at its certificate, for ${unverified} says so: anybody on the way can answer in its place.`,
            fix: "Take that out, and name the authority in ca-file.",
        });
    }
    if (base.protocol === "https:") {
        return (0,finding .g)("ok", check, { message: "It is reached over HTTPS, and its certificate is trusted." });
    }
    if ((0,connection_connection .U)(base.host)) {
        return (0,finding .g)("ok", check, { message: "It is reached over plain HTTP, on this machine." });
    }
    if (!sends) {
        return (0,finding .g)("ok", check, { message: "It is reached over plain HTTP, and no credentials are sent." });
    }
    return (0,finding .g)("warning", check, {
        message: `The password goes to ${base.host} over plain HTTP, and everybody on the way can read it.`,
        fix: "Give the registry a certificate (http.tls in its configuration, or a reverse proxy), and take it out of plain-http.",
    });
}
function examineProduct(product) {
    if (product.kind === "distribution") {
        return (0,finding .g)("ok", "product", { message: `It answers as ${product.name} does.` });
    }
    const message = product.kind === "other"
        ? `It is ${product.name}, not Distribution, which this program is made for.`
        : "It is not Distribution, which this program is made for.";
    return (0,finding .g)("unknown", "product", { message, fix: "Begin with a dry run, and check its plan." });
}
function access_nameOf({ credentials, from, trouble }) {
    const source = from === undefined ? "as given" : `from Docker's configuration (${from})`;
    switch (credentials.kind) {
        case "anonymous":
            return trouble === undefined
                ? "as nobody, because neither the settings nor Docker's configuration have credentials for it"
                : `as nobody, because ${trouble.message}`;
        case "password":
            return `as ${credentials.username}, ${source}`;
        case "identity-token":
            return `with an identity token, ${source}`;
        case "registry-token":
            return `with a token of its own, ${source}`;
    }
}

var cached = __webpack_require__(3692);
; 




async function cache_examineCache(site, product) {
    const twice = [await ask(site, "GET"), await ask(site, "GET")];
    const signs = twice.map((answer) => answer instanceof base_errors .Pc ? undefined : (0,cached .T)(answer.headers));
    const sign = signs.find((each) => each !== undefined);
    if (sign !== undefined)
        return cache_cached(site, sign);
    const head = product.kind === "distribution" ? await ask(site, "HEAD") : undefined;
    if (head !== undefined && !(head instanceof base_errors .Pc) && head.status === 200) {
        return cache_cached(site, "a HEAD that the registry refuses is answered");
    }
    return (0,finding .g)("ok", "cache", { message: "No cache is seen to answer in its place." });
}
function ask({ connection: { base, session }, repository }, method) {
    const url = new URL(`v2/${repository}/tags/list`, base);
    return (0,trouble .C)(session.send({ method, url, mayBeCached: true }, `repository:${repository}:pull`));
}
function cache_cached({ connection: { base } }, sign) {
    return (0,finding .g)("warning", "cache", {
        message: `A cache in front of ${base.host} answers in its place (${sign}). A prune asks in a way that caches have no answer to, and stops where one answers all the same.`,
        fix: "Take /v2/ out of it (nginx: proxy_cache off; a CDN: a rule that bypasses it): clients that pull get old images too.",
    });
}

; 





async function rights_examineDeletes(registry, { repository }) {
    const error = await (0,trouble .C)(registry.proveDeletes(repository));
    if (error instanceof base_errors .Pc) {
        const refused = error instanceof port_registry .g ? error.kind : "other";
        return { finding: (0,trouble .Z)("deletes", error), refused };
    }
    return { finding: (0,finding .g)("ok", "deletes", { message: "Deletes are on, and you may delete." }) };
}
async function examineTagDeletes(site, product, { refused }) {
    if (product.kind !== "distribution" || product.major !== 3 || refused !== "deletes-off")
        return [];
    if ((await (0,trouble .C)((0,probes .kl)(site))) !== true)
        return [];
    const message = "Deletes are off, but the registry still deletes a tag by its name (CVE-2026-41888, Distribution 3 before 3.1.1).";
    const fix = "Update the registry to 3.1.1 or later.";
    return [(0,finding .g)("warning", "tag-deletes", { message, fix })];
}
async function examineLongerTags(registry, { repository }, { product, refused }) {
    const isNew = product.kind === "distribution" && product.major === 3;
    if (isNew || refused !== undefined)
        return [];
    if ((await (0,trouble .C)(registry.mayTakeLongerTags(repository))) !== true)
        return [];
    const message = "This may be Distribution 2.5 or earlier, which on S3 deletes with a tag every tag whose name begins with that tag's. " +
        "So a prune deletes one image at a time, and may leave those whose tags begin a kept tag's.";
    const fix = "Update the registry to 2.8 or later. If it is later, something in front of it changes its answers, or the right to push is missing, by which 2.6 is told from 2.5.";
    return [(0,finding .g)("warning", "longer-tags", { message, fix })];
}
const rights_CHECK = "writes";
async function examineWrites(site, { refused }, hasTags) {
    if (!hasTags) {
        const message = "Writing to the storage was not tried: a test upload needs a repository that has tags, because in any other it would leave something behind.";
        return (0,finding .g)("unknown", rights_CHECK, { message });
    }
    if (refused !== undefined && refused !== "deletes-off" && refused !== "read-only") {
        const message = "Writing to the storage was not tried: a test upload could not be cancelled afterwards.";
        return (0,finding .g)("unknown", rights_CHECK, { message });
    }
    const answer = await (0,trouble .C)((0,probes .tH)(site));
    if (!(answer instanceof base_errors .Pc))
        return describeUpload(site.connection.base.host, answer);
    const message = `Writing to the storage could not be tried: ${answer.message}.`;
    return (0,finding .g)("unknown", rights_CHECK, { message, fix: answer.nextStep });
}
function describeUpload(host, answer) {
    switch (answer.kind) {
        case "cancelled":
            return (0,finding .g)("ok", rights_CHECK, {
                message: "The storage takes writes: an upload was begun and cancelled. Distribution keeps a few hundred bytes of it in _uploads.",
            });
        case "left-behind":
            return (0,finding .g)("warning", rights_CHECK, {
                message: `The storage takes writes, and the upload that was begun could not be cancelled: ${answer.why}.`,
                fix: "The registry purges it, after a week by default. An address at another origin, which pushes fail on too, comes from " +
                    "a reverse proxy that does not pass on Host and X-Forwarded-Proto; http.relativeurls: true in the registry's configuration helps as well.",
            });
        case "no-right":
            return (0,finding .g)("unknown", rights_CHECK, {
                message: "You have no right to push, so writes could not be tried; a prune does not need that right.",
            });
        case "disk-full":
            return (0,finding .g)("problem", rights_CHECK, {
                message: `The disk of ${host} is full, so pushes fail.`,
                fix: "A prune works all the same, for deleting needs no space; but it frees none before the registry's garbage has been collected, " +
                    "which needs no space either. Prune, collect the garbage, then push again.",
            });
        case "read-only":
            return (0,finding .g)("warning", rights_CHECK, {
                message: `${host} is read-only at the moment, so pushes fail.`,
                fix: "Its maintenance has to end first (storage.maintenance.readonly in its configuration).",
            });
        case "takes-no-pushes":
            return (0,finding .g)("unknown", rights_CHECK, {
                message: "The registry takes no pushes at all, as a pull-through cache.",
            });
        case "unexpected":
            return (0,finding .g)("warning", rights_CHECK, {
                message: `${host} answered ${answer.status} where an upload was to begin, so pushes seem to fail.`,
                fix: "Look at the registry's log.",
            });
    }
}

var duration = __webpack_require__(3065);
; 
function readOrder(tags) {
    if (tags.some((tag, index) => index > 0 && isHiddenBy(tag, tags[index - 1] ?? "")))
        return "whole";
    const isPlain = isSorted(tags);
    const isOfS3 = isSorted(tags.map((tag) => `${tag}/`));
    if (isPlain && isOfS3)
        return "undecided";
    return isOfS3 ? "may-hide" : "whole";
}
function isHiddenBy(tag, before) {
    return before !== "" && tag.startsWith(before) && !/^[-.]/.test(tag.slice(before.length));
}
function isSorted(texts) {
    return texts.every((text, index) => index === 0 || (texts[index - 1] ?? "") < text);
}
function findBlockedTag(tags) {
    const all = new Set(tags);
    for (const sibling of [...tags].sort()) {
        for (const { index } of sibling.matchAll(/[-.]/g)) {
            const tag = sibling.slice(0, index);
            if (all.has(tag))
                return { tag, sibling };
        }
    }
    return undefined;
}

; 
function wholeReader(registry, repository) {
    const asked = new Map();
    const isThere = (digest) => {
        const known = asked.get(digest) ?? registry.readManifest(repository, digest).then(pulls);
        asked.set(digest, known);
        return known;
    };
    const pulls = async (found) => {
        if (found?.manifest.kind !== "index")
            return found !== undefined;
        const { children, blobs } = found.manifest;
        if (blobs !== undefined || children.length === 0)
            return true;
        for (const child of children)
            if (await isThere(child))
                return true;
        return false;
    };
    return async (tag) => {
        const found = await registry.readManifest(repository, tag);
        return (await pulls(found)) ? found : undefined;
    };
}

; 








const MOST_READ = 50;
const MOST_NAMED = 10;
async function examineTags(registry, site, { tags, product }) {
    const { repository } = site;
    const sample = await readSome(registry, repository, tags);
    const dangling = await listedStill(registry, repository, danglingOf(sample));
    return [
        ...describeErrors(sample),
        describeDangling(dangling, { read: sample.tags.length, all: tags.length }),
        describeSpeed(sample, tags.length),
        ...(await describeFaults(site, { tags, product, image: imageOf(sample) })),
    ];
}
async function readSome(registry, repository, tags) {
    const some = sampleEvenly(tags, MOST_READ);
    const start = performance.now();
    const readWhole = wholeReader(registry, repository);
    const read = await Promise.all(some.map((tag) => (0,trouble .C)(readWhole(tag))));
    return { tags: some, read, seconds: (performance.now() - start) / 1000 };
}
function sampleEvenly(items, most) {
    if (items.length <= most)
        return items;
    const step = items.length / most;
    return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
function danglingOf({ tags, read }) {
    return tags.filter((_, index) => read[index] === undefined);
}
async function listedStill(registry, repository, tags) {
    if (tags.length === 0)
        return tags;
    const now = await (0,trouble .C)(registry.listTags(repository));
    return now instanceof base_errors .Pc ? tags : tags.filter((tag) => now?.includes(tag) === true);
}
function describeErrors({ read }) {
    const errors = read.filter((result) => result instanceof base_errors .Pc);
    const [first] = errors;
    if (first === undefined)
        return [];
    const message = `${errors.length} of ${read.length} tags can't be read, and a prune deletes nothing until all of them can: ${first.message}.`;
    return [(0,finding .g)("problem", "manifests", { message, fix: first.nextStep })];
}
function describeDangling(dangling, { read, all }) {
    const looked = read === all ? (0,count .U)(all, "tag") : `${all} tags, of which ${read} were read`;
    if (dangling.length === 0) {
        return (0,finding .g)("ok", "dangling", { message: `Every tag that was read has its image (${looked}).` });
    }
    const more = dangling.length - MOST_NAMED;
    const names = dangling.slice(0, MOST_NAMED).join(", ") + (more > 0 ? ` and ${more} more` : "");
    return (0,finding .g)("warning", "dangling", {
        message: `These tags are listed, but their images are missing: ${names} (${looked}).`,
        fix: "A full disk that cuts off a push leaves such tags, and so do a delete and, on registry 2.x, garbage-collect --delete-untagged. Push them again, or leave them: they take no space, and a prune does not count them; dangling: delete takes them away.",
    });
}
function describeSpeed({ read, seconds }, all) {
    const isWhole = read.length === all;
    const time = about((seconds / read.length) * all);
    const message = `Reading ${all === 1 ? "the one tag" : `all ${all} tags`}, which a run begins with, takes ${time} ` +
        (isWhole ? "(measured now)" : `(an estimate from ${read.length} reads)`) +
        "; checking again and deleting come on top.";
    return (0,finding .g)("ok", "speed", { message });
}
function about(seconds) {
    return seconds < 1 ? "less than a second" : (0,duration .Je)(seconds * 1000);
}
function imageOf({ read }) {
    for (const found of read) {
        if (found === undefined || found instanceof base_errors .Pc)
            continue;
        if (found.manifest.kind === "image")
            return found.digest;
        if (found.manifest.kind === "index" && found.manifest.children[0] !== undefined) {
            return found.manifest.children[0];
        }
    }
    return undefined;
}
async function describeFaults(site, { tags, product, image, }) {
    if (product.kind !== "distribution")
        return [];
    const { host } = site.connection.base;
    const blobHost = image === undefined ? undefined : await (0,trouble .C)((0,probes .Br)(site, image));
    if (blobHost instanceof base_errors .Pc)
        return [(0,trouble .Z)("storage", blobHost)];
    const isElsewhere = blobHost !== undefined && blobHost !== host;
    const faults = product.major === 3 ? describeHiding(tags, isElsewhere) : describeBlocked(tags, isElsewhere);
    if (!isElsewhere)
        return faults;
    const message = `Layers are sent from ${blobHost}, an object storage such as S3.`;
    return [(0,finding .g)("ok", "storage", { message }), ...faults];
}
const UPDATE = "Update the registry to a release after 3.1.1 that mends it (distribution issue #4891), or use 3.0.0. The hidden tags can still be pulled.";
function describeHiding(tags, isElsewhere) {
    const check = "list-order";
    switch (readOrder(tags)) {
        case "whole":
            return [];
        case "may-hide":
            return [
                (0,finding .g)("problem", check, {
                    message: "The list of tags may be incomplete: its order is that of Distribution 3.1 on S3, and 3.1.0 and 3.1.1 hide every tag there that begins with another (1.0.10 beside 1.0.1).",
                    fix: UPDATE,
                }),
            ];
        case "undecided":
            return isElsewhere
                ? [
                    (0,finding .g)("warning", check, {
                        message: "The list of tags may be incomplete: 3.1.0 and 3.1.1 on S3 hide every tag that begins with another (1.0.10 beside 1.0.1), and these tags do not show whether this is such a registry.",
                        fix: `Find out which version it is. ${UPDATE}`,
                    }),
                ]
                : [];
    }
}
function describeBlocked(tags, isElsewhere) {
    const blocked = isElsewhere ? findBlockedTag(tags) : undefined;
    if (blocked === undefined)
        return [];
    return [
        (0,finding .g)("warning", "sticking", {
            message: `On S3, Distribution 2.8 still lists a deleted tag as long as another tag begins with its name and "-" or ".", such as ${blocked.sibling} for ${blocked.tag}.`,
            fix: "A prune deletes such tags in the order that works, and reports those that stay listed without their images. Distribution 3 has fixed this.",
        }),
    ];
}

var ecr_host = __webpack_require__(2582);
; 


const UNFORESEEN = [
    {
        is: (_, product) => product.startsWith("Harbor"),
        what: "which tags a rule of Harbor's makes immutable (412), and which images its project lets nobody pull",
    },
    {
        is: (_, product) => product.startsWith("GitLab"),
        what: "which tags a rule of GitLab's protects (403)",
    },
    { is: (host) => host.endsWith(".azurecr.io"), what: "which images of Azure's are locked (405)" },
    {
        is: (host) => /(?:^|\.)gcr\.io$|-docker\.pkg\.dev$/.test(host),
        what: "which images of Artifact Registry's are parts of an index that has no tag (400)",
    },
    {
        is: (host) => (0,ecr_host .g)(host) !== undefined,
        what: "which images of ECR's are parts of an index that has no tag (ImageReferencedByManifestList)",
    },
    {
        is: (host) => host === "quay.io" || host.startsWith("quay."),
        what: "which tags of Quay's are immutable",
    },
    {
        is: (_, product) => product.startsWith("Nexus"),
        what: "whether the repository is a hosted one: a proxy or group repository of Nexus deletes nothing (405)",
    },
    {
        is: (_, product) => product.startsWith("Artifactory"),
        what: "whether the repository is a local one: a remote or virtual repository of Artifactory deletes nothing",
    },
];
function describeUnforeseen(host, product) {
    const name = product.kind === "unknown" ? "" : product.name;
    const found = UNFORESEEN.find(({ is }) => is(host.replace(/:\d+$/, ""), name));
    if (found === undefined)
        return [];
    return [
        (0,finding .g)("unknown", "unforeseen", {
            message: `Only a deletion shows ${found.what}.`,
            fix: "A run goes on with the others, and says what stays and why.",
        }),
    ];
}

; 










async function examineRegistry({ connection, repository, }) {
    const site = { connection, repository };
    const access = await examineAccess(site);
    const { reader } = (0,distribution .L)(connection, ["pull"]);
    const { deleter } = (0,distribution .L)(connection, ["pull", "delete"]);
    if (access.product === undefined && access.isStrange !== true) {
        return [...access.findings, REST_NOT_EXAMINED];
    }
    const listed = await (0,trouble .C)(reader.listTags(repository));
    const { findings, product } = access.product !== undefined || listed instanceof base_errors .Pc ? access : accessAllTheSame(access);
    if (product === undefined)
        return [...findings, REST_NOT_EXAMINED];
    const deletes = await rights_examineDeletes(deleter, site);
    const tags = listed instanceof base_errors .Pc ? undefined : listed;
    const hasTags = tags !== undefined && tags.length > 0;
    return [
        ...findings,
        listed instanceof base_errors .Pc ? (0,trouble .Z)("repository", listed) : describeRepository(repository, listed),
        await cache_examineCache(site, product),
        deletes.finding,
        ...(await examineTagDeletes(site, product, deletes)),
        ...(hasTags ? await examineLongerTags(deleter, site, { ...deletes, product }) : []),
        await examineWrites(site, deletes, hasTags),
        ...(hasTags ? await examineTags(reader, site, { tags, product }) : []),
        ...describeUnforeseen(connection.base.hostname, product),
    ];
}
const REST_NOT_EXAMINED = (0,finding .g)("unknown", "rest", {
    message: "Nothing else about the registry could be examined.",
});
function describeRepository(repository, tags) {
    if (tags === undefined) {
        return (0,finding .g)("warning", "repository", {
            message: `The registry does not know ${repository}: nothing was pushed to it yet, or the name is wrong.`,
            fix: "Push an image to it, or correct image.",
        });
    }
    const number = tags.length === 0 ? "no tags" : (0,count .U)(tags.length, "tag");
    return (0,finding .g)("ok", "repository", { message: `${repository} has ${number}.` });
}

var kinds = __webpack_require__(5555);
var connection = __webpack_require__(8364);
; 






async function examineImage(image, settings, hooks) {
    const { kind } = (0,kinds .VI)(image.host, settings);
    return EXAMINERS[kind](image, (0,connection .mQ)(settings, image, hooks));
}
const EXAMINERS = {
    distribution: examineOnDistribution,
    github: examineOnGitHub,
    "docker-hub": examineOnDockerHub,
};
async function examineOnDockerHub({ repository }, connection) {
    const [{ openDockerHub }, { examineHub }] = await Promise.all([
        __webpack_require__.e(/* import() */ 4240).then(__webpack_require__.bind(__webpack_require__, 4240)),
        __webpack_require__.e(/* import() */ 9953).then(__webpack_require__.bind(__webpack_require__, 9953)),
    ]);
    const opened = await (0,trouble .C)(openDockerHub({ ...connection, rights: ["pull", "delete"] }));
    if (opened instanceof base_errors .Pc)
        return [(0,trouble .Z)("signed-in", opened), REST_NOT_EXAMINED];
    try {
        return await examineHub({ ...opened, repository });
    }
    finally {
        opened.registry.reader.close();
    }
}
async function examineOnGitHub({ repository }, connection) {
    const [{ openGitHub }, { examinePackage }] = await Promise.all([
        __webpack_require__.e(/* import() */ 527).then(__webpack_require__.bind(__webpack_require__, 527)),
        __webpack_require__.e(/* import() */ 9896).then(__webpack_require__.bind(__webpack_require__, 7515)),
    ]);
    const opened = await (0,trouble .C)(openGitHub({ ...connection, rights: ["pull"] }));
    if (opened instanceof base_errors .Pc)
        return [(0,trouble .Z)("signed-in", opened), REST_NOT_EXAMINED];
    const { registry, packages, token } = opened;
    try {
        return await examinePackage({ registry: registry.reader, packages, token, repository });
    }
    finally {
        registry.reader.close();
    }
}
async function examineOnDistribution({ repository }, options) {
    const connection = await (0,connection_connection .N)(options);
    try {
        return await examineRegistry({ connection, repository });
    }
    finally {
        connection.close();
    }
}

; 





async function check(settings, hooks) {
    const { image, registryConfig, s3Policy } = settings;
    const ofRegistry = image === undefined ? [] : await examineImage(image, settings, hooks);
    const ofConfig = await check_examineFile("registry-config", registryConfig, (text) => ({
        findings: examineRegistryConfig(text).map(unrecognisedAsProblem),
    }));
    const ofPolicy = await check_examineFile("s3-policy", s3Policy, examineS3Policy);
    return {
        ...(image === undefined ? {} : { image: `${image.host}/${image.repository}` }),
        findings: [...ofRegistry, ...ofConfig.findings, ...ofPolicy.findings],
        ...(ofPolicy.corrected === undefined ? {} : { correctedS3Policy: ofPolicy.corrected }),
    };
}
function unrecognisedAsProblem(found) {
    return found.kind === "unknown" && found.check === "registry-config"
        ? { ...found, kind: "problem" }
        : found;
}
async function check_examineFile(name, path, examine) {
    if (path === undefined)
        return { findings: [] };
    let text;
    try {
        text = (await (0,read_regular .VX)(path, read_regular .uZ.configuration)).toString("utf8");
    }
    catch (cause) {
        const message = `The file that ${name} names, ${path}, can't be read (${(0,read_regular ._p)(cause)}).`;
        const fix = "Check its path, and that the user that runs this may read it.";
        return { findings: [(0,finding .g)("problem", name, { message, fix })] };
    }
    return examine(text);
}


/***/ }),

/***/ 8212:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    g: () => (  finding),
    i: () => (  isReady)
  });
function finding(kind, check, { message, fix }) {
    const line = message.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
    return { kind, check, message: line, ...(fix === undefined ? {} : { fix }) };
}
function isReady(findings) {
    return findings.every(({ kind }) => kind !== "problem");
}


/***/ }),

/***/ 9684:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  attempt),
    Z: () => (  problemOf)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_result_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8212);


const RESULT_OF_A_PRUNE = /; nothing was deleted$/;
function problemOf(check, error) {
    return (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_1__  .g)("problem", check, {
        message: sentence(error.message.replace(RESULT_OF_A_PRUNE, "")),
        fix: error.nextStep,
    });
}
async function attempt(doing) {
    try {
        return await doing;
    }
    catch (error) {
        if (error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc)
            return error;
        throw error;
    }
}
function sentence(message) {
    return /[.!?]$/.test(message) ? message : `${message}.`;
}


/***/ }),

/***/ 4124:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  g: () => (  readYaml)
});

var dist = __webpack_require__(3483);
; 
const PLAIN_CODES = new Set([
    "ALIAS_PROPS",
    "BAD_ALIAS",
    "BAD_INDENT",
    "BLOCK_AS_IMPLICIT_KEY",
    "BLOCK_IN_FLOW",
    "DUPLICATE_KEY",
    "KEY_OVER_1024_CHARS",
    "MISSING_CHAR",
    "MULTILINE_IMPLICIT_KEY",
    "MULTIPLE_ANCHORS",
    "MULTIPLE_TAGS",
    "NON_STRING_KEY",
    "TAB_AS_INDENT",
]);
const WORDS = {
    BAD_DIRECTIVE: "There is a directive (%…) that can't be read here",
    BAD_DQ_ESCAPE: "There is a backslash in double quotes before a sign that it does not go with",
    BAD_SCALAR_START: "A value without quotes can't begin with this sign",
    MULTIPLE_DOCS: "A second document begins here, and there may be one only",
    TAG_RESOLVE_FAILED: "There is a tag (!…) that can't be read here",
};
function wordsFor(code, message) {
    const words = WORDS[code];
    if (words !== undefined)
        return words;
    const isPlain = PLAIN_CODES.has(code) || /^Unexpected [a-z-]+ at node end$/.test(message);
    return isPlain ? message : "Something stands here that can't stand here";
}

; 


const LONGEST = 1024 * 1024;
const MOST_DEPTH = 100;
const MOST_ALIASES = 100;
function readYaml(text, version) {
    if (text.length > LONGEST)
        return { kind: "broken", errors: [`It has more than ${LONGEST} characters`] };
    if (isTooDeep(text))
        return { kind: "broken", errors: [`It is nested more than ${MOST_DEPTH} deep`] };
    return readDocument(text, version);
}
function isTooDeep(text) {
    let depth = 0;
    for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
        depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
        if (depth > MOST_DEPTH)
            return true;
    }
    return text.split("\n").some((line) => (/^[\s?:-]*/.exec(line)?.[0].length ?? 0) > 2 * MOST_DEPTH);
}
function readDocument(text, version) {
    const lines = new dist .HN();
    const document = (0,dist .Tp)(text, {
        version,
        lineCounter: lines,
        prettyErrors: false,
        uniqueKeys: false,
    });
    const isGo = version === "1.1";
    const [later, wrong] = [
        document.errors.filter(isLater),
        document.errors.filter((error) => !isLater(error)),
    ];
    const lenient = [
        ...later.map(({ code, message, pos: [offset] }) => ({ offset, message: wordsFor(code, message) })),
        ...doubledKeys(document),
    ];
    const strict = [
        ...wrong.map(({ code, message, pos: [offset] }) => ({ offset, message: wordsFor(code, message) })),
        ...danglingAliases(document),
    ];
    const tell = (found) => found
        .sort((a, b) => a.offset - b.offset)
        .map(({ offset, message }) => `line ${lines.linePos(offset).line}: ${message}`);
    const errors = tell(isGo ? strict : [...strict, ...lenient]);
    if (errors.length > 0)
        return { kind: "broken", errors };
    return readValue(document, lines, isGo ? tell(lenient) : []);
}
function readValue(document, lines, oddities) {
    const resolve = (node) => ((0,dist .Vj)(node) ? node.resolve(document) : node);
    try {
        const value = document.toJS();
        return {
            kind: "read",
            value,
            lineOf: (path) => {
                const { offset } = placeOf(document.contents, path, resolve);
                return offset === undefined ? undefined : lines.linePos(offset).line;
            },
            writtenAt: (path) => {
                const scalar = resolve(placeOf(document.contents, path, resolve).node);
                return (0,dist .jn)(scalar) ? (scalar.source ?? String(scalar.value)) : undefined;
            },
            oddities,
        };
    }
    catch (error) {
        const isPlain = error instanceof Error && error.message.startsWith("Excessive alias count");
        return { kind: "broken", errors: [isPlain ? error.message : "An alias can't be read"] };
    }
}
function isLater({ code }) {
    return code === "MULTIPLE_DOCS";
}
function doubledKeys(document) {
    const found = [];
    (0,dist .YR)(document, {
        Map: (_key, { items }) => {
            const keys = new Set();
            for (const { key } of items) {
                if (!(0,dist .jn)(key))
                    continue;
                if (keys.has(key.value)) {
                    found.push({ offset: startOf(key) ?? 0, message: "Map keys must be unique" });
                }
                keys.add(key.value);
            }
        },
    });
    return found;
}
function danglingAliases(document) {
    const found = [];
    let aliases = 0;
    (0,dist .YR)(document, {
        Alias: (_key, alias) => {
            aliases += 1;
            if (aliases > MOST_ALIASES) {
                found.push({ offset: alias.range?.[0] ?? 0, message: `There are more than ${MOST_ALIASES} aliases` });
                return dist .YR.BREAK;
            }
            if (alias.source === "" || alias.resolve(document) !== undefined)
                return undefined;
            const message = "What begins with * is an alias, and there is no anchor (&) of that name before it";
            found.push({ offset: alias.range?.[0] ?? 0, message });
            return undefined;
        },
    });
    return found;
}
const PAIRS = new WeakMap();
function pairOf(map, key) {
    const known = PAIRS.get(map);
    const pairs = known ??
        new Map(map.items.flatMap((pair) => ((0,dist .jn)(pair.key) ? [[String(pair.key.value), pair]] : [])));
    if (known === undefined)
        PAIRS.set(map, pairs);
    return pairs.get(key);
}
function placeOf(root, path, resolve) {
    let node = root;
    let offset;
    for (const step of path) {
        const collection = resolve(node);
        if ((0,dist .jh)(collection)) {
            const pair = pairOf(collection, String(step));
            offset = startOf(pair?.key);
            node = pair?.value;
        }
        else {
            node = (0,dist .oP)(collection) ? collection.items[Number(step)] : undefined;
            offset = startOf(node);
        }
        if (offset === undefined)
            return {};
    }
    return offset === undefined ? {} : { offset, node };
}
function startOf(node) {
    return (0,dist .Ll)(node) ? node.range?.[0] : undefined;
}


/***/ })

};
