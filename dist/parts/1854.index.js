export const id = 1854;
export const ids = [1854];
export const modules = {

/***/ 9063:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    G: () => (  findEngine),
    N: () => (  EngineError)
  });
  var node_readline__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(481);
  var execa__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3800);
  var execa__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3243);
  var _script_process_group_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9826);
  var _core_base_child_environment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8599);
  var _core_base_cut_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3301);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3979);







class EngineError extends _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc {
    name = "EngineError";
}
const DEFAULT_TIMEOUT_MS = 60_000;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const ERROR_TAIL = 4000;
const DETACHED = { detached: true, cleanup: false, stdin: "ignore", reject: true };
function detached(env = {}) {
    const own = (0,_core_base_child_environment_js__WEBPACK_IMPORTED_MODULE_2__  .Qc)(process.env, (name) => /^(?:DOCKER|PODMAN|CONTAINER)_/.test(name));
    return { ...DETACHED, extendEnv: false, env: { ...own, ...env } };
}
async function findEngine(container) {
    const failures = [];
    for (const program of ["docker", "podman"]) {
        const engine = createEngine(program);
        try {
            if ((await engine.inspect(container)) !== undefined)
                return engine;
            failures.push(`${program} has no container of that name`);
        }
        catch (error) {
            if (!(error instanceof EngineError))
                throw error;
            failures.push(error.message);
        }
    }
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc(`the container ${container} can't be found: ${failures.join("; ")}`, "Name the registry's container as docker ps shows it, on the machine where it runs, as a user who may use Docker " +
        "(or set DOCKER_HOST to that machine). A registry that is no container is collected by gc-command.");
}
function createEngine(program) {
    const run = async (args, options = {}) => {
        const { env = {}, timeout = DEFAULT_TIMEOUT_MS } = options;
        try {
            const { stdout } = await (0,execa__WEBPACK_IMPORTED_MODULE_3__  .Ho)(program, args, {
                ...detached(env),
                timeout,
                maxBuffer: MAX_OUTPUT_BYTES,
            });
            return stdout;
        }
        catch (error) {
            throw engineError(program, args, error);
        }
    };
    return {
        program,
        run,
        async inspect(container) {
            try {
                const answer = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .qF)(await run(["container", "inspect", "--", container]));
                const first = Array.isArray(answer) ? answer[0] : undefined;
                return (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(first) ? first : undefined;
            }
            catch (error) {
                if (error instanceof EngineError && /no such container/i.test(error.message))
                    return undefined;
                throw error;
            }
        },
        follow: (args, options) => follow(program, args, options),
        fileSize: (container, path) => octalAt(program, `${container}:${path}`, 124),
        fileTime: (container, path) => octalAt(program, `${container}:${path}`, 136),
    };
}
async function follow(program, args, { onLine, onErrorLine, signal }) {
    const child = (0,execa__WEBPACK_IMPORTED_MODULE_3__  .Ho)(program, args, { ...detached(), buffer: false, reject: false });
    const end = () => void (0,_script_process_group_js__WEBPACK_IMPORTED_MODULE_5__  .i)(child.pid, "SIGKILL");
    signal.addEventListener("abort", end);
    if (signal.aborted)
        end();
    let errorOutput = "";
    child.stderr.on("data", (chunk) => (errorOutput = (0,_core_base_cut_js__WEBPACK_IMPORTED_MODULE_6__  .CV)(errorOutput + chunk.toString(), ERROR_TAIL)));
    const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: child.stdout });
    lines.on("line", onLine);
    if (onErrorLine !== undefined)
        (0,node_readline__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: child.stderr }).on("line", onErrorLine);
    const [result] = await Promise.all([child, new Promise((resolve) => lines.once("close", resolve))]);
    signal.removeEventListener("abort", end);
    return { code: result.exitCode ?? -1, errorOutput };
}
async function octalAt(program, path, at) {
    const child = (0,execa__WEBPACK_IMPORTED_MODULE_3__  .Ho)(program, ["container", "cp", path, "-"], {
        ...detached(),
        encoding: "buffer",
        buffer: false,
        reject: false,
        timeout: DEFAULT_TIMEOUT_MS,
    });
    let header = Buffer.alloc(0);
    for await (const chunk of child.stdout) {
        header = Buffer.concat([header, chunk]);
        if (header.length >= 512)
            break;
    }
    child.kill();
    await child;
    const digits = /^([0-7]{11})[ \0]/.exec(header.subarray(at, at + 12).toString("latin1"))?.[1];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
function engineError(program, args, error) {
    const { code, stderr, timedOut } = error instanceof execa__WEBPACK_IMPORTED_MODULE_7__  .vy ? error : UNKNOWN_FAILURE;
    if (code === "ENOENT") {
        return new EngineError(`${program} is not on the PATH`, `Install ${program}, or run where it is.`);
    }
    const lines = stderr?.trim().split("\n") ?? [];
    const said = lines.find((line) => line.startsWith("Error: ")) ?? lines.at(-1) ?? "";
    const why = timedOut === true ? "it gave no answer in time" : said === "" ? "it said nothing" : said;
    return new EngineError(`${program} ${args.slice(0, args[0] === "container" ? 2 : 1).join(" ")} failed: ${why}`, "Look at what the container engine says, and run again.");
}
const UNKNOWN_FAILURE = {};


/***/ }),

/***/ 6385:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    D: () => (  lookName),
    l: () => (  lockName)
  });
function lockName(container) {
    return `${container}-garbage-collection`;
}
function lookName(container) {
    return `${lockName(container)}-dry-run`;
}


/***/ }),

/***/ 1854:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  openSite: () => (  openSite)
});


var errors = __webpack_require__(6846);
var posix_ = __webpack_require__(3236);
var promises_ = __webpack_require__(1943);
var system_error = __webpack_require__(2691);
var read_regular = __webpack_require__(4338);
var temporary_file = __webpack_require__(1549);
var container_engine = __webpack_require__(9063);
var p_map = __webpack_require__(1773);
var names = __webpack_require__(6385);
var registry_container = __webpack_require__(696);
; 




const PROCESSES = 8;
async function refuseNeighbours({ engine, container, storage }) {
    const { location } = storage;
    const mount = location.kind === "other" ? undefined : (0,registry_container .vI)(container.mounts, location.root);
    if (mount === undefined)
        return;
    for (const other of await runningContainers(engine)) {
        const isOurs = [container.name, (0,names .l)(container.name), (0,names .D)(container.name)].includes(other.name);
        if (isOurs || !isRegistry(other, container) || !shares(other.mounts, mount))
            continue;
        throw new errors .Pc(`the container ${other.name} serves the same images as ${container.name}, and would take pushes while the garbage is collected`, "Collect by gc-command, which stops both before and starts both after. Nothing was stopped.");
    }
}
async function runningContainers(engine) {
    const listed = await engine.run(["container", "ls", "--quiet", "--no-trunc"]);
    const ids = listed.split(/\s+/).filter((id) => id !== "");
    const inspected = await (0,p_map .Ay)(ids, (id) => engine.inspect(id), { concurrency: PROCESSES });
    return inspected.flatMap((one) => {
        try {
            return one === undefined ? [] : [(0,registry_container .rc)(one)];
        }
        catch (error) {
            if (error instanceof errors .Pc)
                return [];
            throw error;
        }
    });
}
function isRegistry(other, { image }) {
    return other.image === image || other.program.some((word) => /(?:^|\/)(?:docker-)?registry$/.test(word));
}
function shares(mounts, { source }) {
    return mounts.some((mount) => mount.isWritable &&
        mount.source !== "" &&
        (isWithin(mount.source, source) || isWithin(source, mount.source)));
}
function isWithin(path, folder) {
    return path === folder || path.startsWith(`${folder.replace(/\/$/, "")}/`);
}

var dist = __webpack_require__(3483);
var json = __webpack_require__(3979);
; 




const NOT_DRIVERS = new Set(["cache", "delete", "maintenance", "redirect", "tag"]);
const DEFAULT_ROOT = "/var/lib/registry";
function readStorage(config, env) {
    const storage = section(parseConfig(config), "storage");
    const cache = section(storage, "cache");
    const set = (name) => (0,registry_container .RP)(env, `REGISTRY_STORAGE${name}`);
    return {
        location: locationOf(storage, env),
        cache: set("_CACHE_BLOBDESCRIPTOR") ??
            set("_CACHE_LAYERINFO") ??
            registry_storage_text(section(parseValue(set("_CACHE") ?? ""), "")["blobdescriptor"]) ??
            registry_storage_text(cache["blobdescriptor"]) ??
            registry_storage_text(cache["layerinfo"]),
    };
}
function locationOf(storage, env) {
    const whole = (0,registry_container .RP)(env, "REGISTRY_STORAGE");
    const inFile = Object.keys(storage).filter((key) => !NOT_DRIVERS.has(key));
    const inEnv = env.flatMap((entry) => {
        const driver = /^REGISTRY_STORAGE_([A-Z0-9]+)[_=]/.exec(entry)?.[1]?.toLowerCase() ?? "";
        return driver === "" || NOT_DRIVERS.has(driver) ? [] : [driver];
    });
    const drivers = new Set(whole === undefined ? [...inFile, ...inEnv] : [whole.trim(), ...inEnv]);
    if (drivers.size !== 1 || !drivers.has("filesystem"))
        return { kind: "other" };
    const root = (0,registry_container .RP)(env, "REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY") ??
        registry_storage_text(section(storage, "filesystem")["rootdirectory"]) ??
        DEFAULT_ROOT;
    return { kind: "filesystem", root: root.replace(/\/+$/, "") };
}
function parseConfig(config) {
    const value = parseValue(config);
    if ((0,json .Gv)(value))
        return value;
    throw new errors .Pc("the registry's configuration is not YAML that can be read", "Look at it: the command check, with that file as registry-config, says what is wrong. Nothing was stopped.");
}
function parseValue(yaml) {
    try {
        return (0,dist .qg)(yaml);
    }
    catch {
        return undefined;
    }
}
function section(value, key) {
    const found = key === "" ? value : (0,json .Gv)(value) ? value[key] : undefined;
    return (0,json .Gv)(found) ? found : {};
}
function registry_storage_text(value) {
    return typeof value === "string" ? value : undefined;
}

var container_site = __webpack_require__(1202);
; 











async function openSite(name) {
    const engine = await (0,container_engine .G)(name);
    const container = await (0,container_site .a)(engine, name);
    const config = await copyConfig(engine, container);
    const storage = readStorage(config, container.env);
    refuseUnsafeStorage(container, storage);
    const site = { engine, container, config, storage };
    await refuseNeighbours(site);
    return site;
}
async function copyConfig(engine, container) {
    try {
        for (const path of container.configPaths) {
            try {
                const follow = engine.program === "docker" ? ["--follow-link"] : [];
                return await copyOut(engine, [...follow, `${container.id}:${path}`]);
            }
            catch (error) {
                if (!(error instanceof container_engine .N) || container.configPaths.at(-1) === path)
                    throw error;
            }
        }
        throw new errors .Pc("no place for the configuration is known", "Please report it.");
    }
    catch (cause) {
        if (!(cause instanceof errors .Pc))
            throw cause;
        throw new errors .Pc(`the configuration of the container ${container.name} can't be copied out of it: ${cause.message}`, `It was looked for at ${container.configPaths.join(" and ")}. Nothing was stopped.`);
    }
}
async function copyOut(engine, from) {
    const file = await (0,temporary_file .m)(async (folder) => {
        const path = (0,posix_.join)(folder, "config.yml");
        await engine.run(["container", "cp", ...from, path]);
        return path;
    });
    try {
        return await readCopy(file.path);
    }
    finally {
        await file.remove();
    }
}
async function readCopy(file) {
    try {
        if ((await (0,promises_.lstat)(file)).isSymbolicLink())
            throw new read_regular .Aq("it is a symbolic link");
        return (await (0,read_regular .VX)(file, read_regular .uZ.configuration)).toString("utf8");
    }
    catch (cause) {
        throw new errors .Pc((0,system_error .fG)(cause), "Look at it in the container.", { cause });
    }
}
function refuseUnsafeStorage({ name, mounts }, { location, cache }) {
    if (cache === "redis") {
        throw new errors .Pc(`the registry in ${name} remembers blobs in redis, which a restart does not clear: after a collection it would take pushes of layers that are gone`, "Use gc-command, with a flush of that redis database before the registry is started again; nothing was stopped.");
    }
    if (location.kind === "other")
        return;
    const mount = (0,registry_container .vI)(mounts, location.root);
    if (mount === undefined || mount.kind === "other") {
        throw new errors .Pc(`the images of the registry in ${name} (${location.root}) are not in a volume` +
            (mount === undefined ? ", so no other container can see them" : ", and stopping it would lose them"), "Put them in a volume (docker run -v registry:/var/lib/registry …); nothing was stopped.");
    }
}


/***/ }),

/***/ 696:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    RP: () => (  valueOf),
    rc: () => (  describeContainer),
    u2: () => (  readContainer),
    vI: () => (  mountOf)
  });
  var _core_base_cut_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3301);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3979);



const DEFAULT_CONFIGS = ["/etc/docker/registry/config.yml", "/etc/distribution/config.yml"];
const SHELLS = /(?:^|\/)(?:sh|bash|ash|dash|zsh)$/;
function readContainer(inspected) {
    const [config, host] = [objectAt(inspected, "Config"), objectAt(inspected, "HostConfig")];
    refuseUnsafeContainer(nameOf(inspected), { config, host });
    return describeContainer(inspected);
}
function describeContainer(inspected) {
    const [config, host] = [objectAt(inspected, "Config"), objectAt(inspected, "HostConfig")];
    const name = nameOf(inspected);
    const env = textsAt(config, "Env");
    const command = readCommand(name, [...textsAt(config, "Entrypoint"), ...textsAt(config, "Cmd")]);
    const named = command.config ?? valueOf(env, "REGISTRY_CONFIGURATION_PATH");
    return {
        id: textAt(inspected, "Id"),
        name,
        isRunning: objectAt(inspected, "State")["Running"] === true,
        image: textAt(inspected, "Image"),
        env,
        user: textAt(config, "User"),
        network: textAt(host, "NetworkMode"),
        mounts: [...listAt(inspected, "Mounts").filter(_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__  .Gv).map(readMount), ...tmpfsOf(host)],
        program: command.program,
        configPaths: named === undefined ? DEFAULT_CONFIGS : [named],
    };
}
function nameOf(inspected) {
    return textAt(inspected, "Name").replace(/^\//, "");
}
function valueOf(env, name) {
    return env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);
}
function refuseUnsafeContainer(name, { config, host }) {
    const labels = Object.keys(objectAt(config, "Labels"));
    if (host["AutoRemove"] === true) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`the container ${name} was started with --rm: stopping it removes it, and its anonymous volume with every image in it`, "Make it anew without --rm, with its images in a named volume; nothing was stopped.");
    }
    if (labels.some((label) => label.startsWith("com.docker.swarm."))) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`the container ${name} belongs to a Swarm service, which starts another as soon as it is stopped`, "Use gc-command with docker service scale …=0 before and =1 after; docs/disk.md has it worked out. Nothing was stopped.");
    }
    if (labels.some((label) => label.startsWith("io.kubernetes."))) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`the container ${name} belongs to Kubernetes, which starts another as soon as it is stopped`, "Use gc-command with kubectl scale; docs/disk.md has it worked out. Nothing was stopped.");
    }
}
function readCommand(name, words) {
    const config = words.findLast((word) => /\.ya?ml$/i.test(word));
    const ends = [words.indexOf("serve"), config === undefined ? -1 : words.indexOf(config)];
    const end = Math.min(...ends.filter((index) => index !== -1), words.length);
    const [first, ...rest] = words.slice(0, end);
    if (first === undefined || (SHELLS.test(first) && words.includes("-c"))) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`it can't be told how the container ${name} starts its registry (${(0,_core_base_cut_js__WEBPACK_IMPORTED_MODULE_2__  .ym)(words.join(" "), 100)})`, "Collect its garbage by gc-command; nothing was stopped.");
    }
    return { program: [first, ...rest], config };
}
function readMount(mount) {
    const type = textAt(mount, "Type");
    return {
        kind: type === "volume" || type === "bind" ? type : "other",
        source: textAt(mount, "Source"),
        destination: textAt(mount, "Destination"),
        isWritable: mount["RW"] === true,
    };
}
function tmpfsOf(host) {
    return Object.keys(objectAt(host, "Tmpfs")).map((destination) => ({
        kind: "other",
        source: "",
        destination,
        isWritable: true,
    }));
}
function objectAt(object, key) {
    const value = object[key];
    return (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__  .Gv)(value) ? value : {};
}
function textAt(object, key) {
    const value = object[key];
    return typeof value === "string" ? value : "";
}
function listAt(object, key) {
    const value = object[key];
    return Array.isArray(value) ? value : [];
}
function textsAt(object, key) {
    const value = object[key];
    if (typeof value === "string" && value !== "")
        return value.split(" ");
    return listAt(object, key).filter((item) => typeof item === "string");
}
function mountOf(mounts, path) {
    const holds = ({ destination }) => path === destination || path.startsWith(`${destination.replace(/\/$/, "")}/`);
    return [...mounts].sort((a, b) => b.destination.length - a.destination.length).find(holds);
}


/***/ }),

/***/ 1202:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    a: () => (  inspectContainer)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _registry_container_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(696);


async function inspectContainer(engine, name) {
    const inspected = await engine.inspect(name);
    if (inspected !== undefined)
        return (0,_registry_container_js__WEBPACK_IMPORTED_MODULE_1__  .u2)(inspected);
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`the container ${name} is gone`, "Look at who removed it; nothing was stopped.");
}


/***/ }),

/***/ 9826:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    i: () => (  killGroup)
  });
function killGroup(pid, signal) {
    if (pid === undefined)
        return false;
    try {
        return process.kill(-pid, signal);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 1549:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    m: () => (  firstThatWorks),
    p: () => (  writePrivate)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2691);
  var _core_base_spare_folders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8138);





async function writePrivate(name, bytes, mode) {
    return firstThatWorks(async (folder) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, bytes, { mode: 0o600 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(path, mode);
        return path;
    });
}
async function firstThatWorks(make) {
    let first;
    for (const base of (0,_core_base_spare_folders_js__WEBPACK_IMPORTED_MODULE_4__  .fN)({ env: process.env, temporary: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), platform: process.platform })) {
        let folder;
        try {
            folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(base, "prune-image-tags-"));
            return { path: await make(folder), remove: remover(folder) };
        }
        catch (error) {
            if (folder !== undefined)
                await remover(folder)();
            if (!isOfDisk(error))
                throw error;
            first ??= error;
        }
    }
    throw first;
}
function isOfDisk(error) {
    return ((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__  .$N)(error) !== "" ||
        (error instanceof Error && /no space left|quota exceeded|read-only file system/i.test(error.message)));
}
function remover(folder) {
    return () => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
}


/***/ })

};
