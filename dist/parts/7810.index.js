export const id = 7810;
export const ids = [7810];
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

/***/ 7412:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  EK: () => (  findLeftBy),
  x_: () => (  releaseLock),
  Wm: () => (  removeLeft),
  HJ: () => (  takeLock),
  gJ: () => (  waitForLock)
});

var promises_ = __webpack_require__(8500);
var errors = __webpack_require__(6846);
var container_engine = __webpack_require__(9063);
var external_node_fs_promises_ = __webpack_require__(1455);
; 

async function thisProcess() {
    const namespace = await thisNamespace();
    const started = await startOf(process.pid);
    return namespace === undefined || started === undefined
        ? undefined
        : { namespace, pid: process.pid, started };
}
async function isAlive(owner) {
    if ((await thisNamespace()) !== owner.namespace)
        return undefined;
    return (await startOf(owner.pid)) === owner.started;
}
function writeLockOwner({ namespace, pid, started }) {
    return `${namespace} ${pid} ${started}`;
}
function readLockOwner(text) {
    const [namespace, pid, started] = text.split(" ");
    if (namespace === undefined || started === undefined || !/^\d+$/.test(pid ?? ""))
        return undefined;
    return { namespace, pid: Number(pid), started };
}
async function thisNamespace() {
    try {
        const boot = (await (0,external_node_fs_promises_.readFile)("/proc/sys/kernel/random/boot_id", "utf8")).trim();
        return `${boot}/${await (0,external_node_fs_promises_.readlink)("/proc/self/ns/pid")}`;
    }
    catch {
        return undefined;
    }
}
async function startOf(pid) {
    const stat = await (0,external_node_fs_promises_.readFile)(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ["Z", "X"].includes(fields[0] ?? "") ? undefined : fields[19];
}

var names = __webpack_require__(6385);
var one_off = __webpack_require__(8246);
; 






const LABEL = "prune-image-tags";
const POLL_MS = 500;
async function takeLock(site, options) {
    const { engine, container } = site;
    const name = (0,names .l)(container.name);
    const owner = await thisProcess();
    let wasRecovered = false;
    for (;;) {
        const left = await waitForLock(engine, container.name, options);
        if (left !== undefined) {
            await removeLeft(engine, left);
            wasRecovered = true;
        }
        const labels = {
            [`${LABEL}.run`]: options.run,
            [`${LABEL}.expires`]: String(Date.now() + options.longest),
            ...(owner === undefined ? {} : { [`${LABEL}.holder`]: writeLockOwner(owner) }),
        };
        try {
            await (0,one_off .AZ)(site, { name, isDryRun: false, labels });
            return { name, wasRecovered };
        }
        catch (error) {
            const found = await findLock(engine, name);
            const isOurs = found?.run === options.run;
            if (isOurs)
                await (0,one_off .ch)(engine, found.id);
            if (!(error instanceof container_engine .N) || found === undefined || isOurs)
                throw error;
        }
    }
}
async function waitForLock(engine, container, { onWait, signal }) {
    let isWaiting = false;
    for (;;) {
        const found = await findLock(engine, (0,names .l)(container));
        if (found === undefined)
            return undefined;
        if (!found.isHeld)
            return endLeft(engine, found);
        if (!isWaiting)
            onWait();
        isWaiting = true;
        if (signal?.aborted === true) {
            throw new errors .Pc(`told to stop while another run collects the garbage of ${container}`, "That run starts the registry again; run again.");
        }
        await (0,promises_.setTimeout)(POLL_MS);
    }
}
async function findLeftBy(engine, container, run) {
    const found = await findLock(engine, (0,names .l)(container));
    return found?.run === run ? endLeft(engine, found) : undefined;
}
async function removeLeft(engine, { id }) {
    try {
        await (0,one_off .ch)(engine, id);
    }
    catch (error) {
        if ((await engine.inspect(id)) !== undefined)
            throw error;
    }
}
async function releaseLock(engine, container, run) {
    const left = await findLeftBy(engine, container, run);
    if (left !== undefined)
        await removeLeft(engine, left);
}
async function endLeft(engine, { id }) {
    await (0,one_off .Nj)(engine, id, 0);
    return { id };
}
async function findLock(engine, name) {
    const inspected = await engine.inspect(name);
    if (inspected === undefined)
        return undefined;
    const { labels, id } = readLock(inspected);
    const run = labels[`${LABEL}.run`];
    if (run === undefined) {
        throw new errors .Pc(`there is a container ${name} that this program has not made`, "Its name is the lock for collecting garbage; rename it. Nothing was stopped.");
    }
    const owner = readLockOwner(labels[`${LABEL}.holder`] ?? "");
    const isSeenAlive = owner === undefined ? undefined : await isAlive(owner);
    const isHeld = isSeenAlive ?? Date.now() < Number(labels[`${LABEL}.expires`]);
    return { id, run, isHeld };
}
function readLock(inspected) {
    const { Id: id = "", Config: config } = inspected;
    return { id, labels: config?.Labels ?? {} };
}


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

/***/ 8246:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  I4: () => (  CollectionFailedError),
  AZ: () => (  createOneOff),
  Nj: () => (  endOneOff),
  ch: () => (  removeOneOff),
  dp: () => (  runOneOff)
});

var errors = __webpack_require__(6846);
var json = __webpack_require__(3979);
var collection = __webpack_require__(9513);
var temporary_file = __webpack_require__(1549);
; 
const LONGEST_LINE_BYTES = 60 * 1024;
const NAME = /^[^\s=#][^\s=]*$/u;
const REGISTRYS_OWN = /^REGISTRY_(?!AUTH_FILE$)[A-Z0-9_]+$/;
function containerVariables(entries) {
    const lines = [];
    const others = {};
    for (const entry of entries) {
        const equals = entry.indexOf("=");
        if (equals < 1)
            continue;
        const name = entry.slice(0, equals);
        const isLine = NAME.test(name) && !/[\r\n]/.test(entry) && Buffer.byteLength(entry) < LONGEST_LINE_BYTES;
        if (isLine)
            lines.push(`${entry}\n`);
        else if (REGISTRYS_OWN.test(name))
            others[name] = entry.slice(equals + 1);
    }
    return { file: lines.join(""), others };
}

; 





const CONFIG_PATH = "/prune-image-tags.config.yml";
const GRACE_MS = 3000;
async function createOneOff(site, options) {
    const { engine, container } = site;
    const { file, others } = containerVariables(container.env);
    const [program, ...words] = container.program;
    const isFiles = site.storage.location.kind === "filesystem";
    const create = (envFile) => {
        const args = [
            ...["container", "create", "--name", options.name],
            ...Object.entries(options.labels).flatMap(([key, value]) => ["--label", `${key}=${value}`]),
            ...["--volumes-from", options.isDryRun ? `${container.id}:ro` : container.id],
            ...["--network", isFiles ? "none" : container.network || "default"],
            ...["--log-driver", "none", "--no-healthcheck"],
            ...(container.user === "" ? [] : ["--user", container.user]),
            ...["--env-file", envFile, ...Object.keys(others).flatMap((name) => ["--env", name])],
            ...["--entrypoint", program, container.image, ...words, "garbage-collect"],
            ...(options.isDryRun ? ["--dry-run"] : []),
            CONFIG_PATH,
        ];
        return engine.run(args, { env: others });
    };
    await withPrivateFile({ name: "variables.env", text: file, mode: 0o600 }, create);
    await copyIn(engine, options.name, site.config);
}
async function copyIn(engine, name, config) {
    await withPrivateFile({ name: "config.yml", text: config, mode: 0o444 }, (file) => engine.run(["container", "cp", file, `${name}:${CONFIG_PATH}`]));
}
async function withPrivateFile({ name, text, mode }, use) {
    const file = await (0,temporary_file .p)(name, text, mode);
    try {
        await use(file.path);
    }
    finally {
        await file.remove();
    }
}
async function runOneOff(engine, name, { signal, looked }) {
    const reading = (0,collection .H7)();
    const { code, errorOutput } = await engine.follow(["container", "start", "--attach", name], {
        onLine: reading.line,
        signal,
    });
    const wasCut = await endOneOff(engine, name, signal.aborted ? 0 : GRACE_MS);
    if (signal.aborted)
        throw signal.reason;
    if (wasCut)
        throw clientWasCutOff();
    if (code !== 0 && (0,collection .dU)(errorOutput))
        return { kind: "empty" };
    const report = reading.report();
    if (code !== 0)
        throw failedBy(report, { code, errorOutput });
    if (report.isWhole)
        return { kind: "report", report };
    if (looked?.isOld === true && (0,collection .eS)(report))
        return { kind: "report", report: looked };
    throw new errors .Pc("the collection ended without its closing count, so it is not known what it did", collection ._r);
}
function failedBy(report, { code, errorOutput }) {
    if ((0,collection .oL)(errorOutput))
        return noCollection();
    const said = errorOutput.trim().split("\n").at(-1) ?? "";
    const place = report.isWhole ? undefined : report.repositories.at(-1);
    const where = place === undefined ? "" : ` in ${place}`;
    return new CollectionFailedError(`the registry's garbage-collect failed${where} (exit code ${code}): ${said}`, collection ._r);
}
class CollectionFailedError extends errors .Pc {
    name = "CollectionFailedError";
}
function noCollection() {
    return new errors .Pc("this registry has no garbage-collect: Distribution has it from 2.4 on", "Run registry:2 of today (2.8) on the same storage, which frees the space. Look at its garbage-collect --dry-run first: what 2.1.0 wrote it takes for garbage.");
}
function clientWasCutOff() {
    return new errors .Pc("the container engine's client ended before the collection did, so the collection was ended too", "Look at whether the engine was restarted. What is not collected now is collected the next time.");
}
async function endOneOff(engine, name, grace) {
    if (!(await isRunning(engine, name)))
        return false;
    if (grace > 0) {
        await engine.run(["container", "wait", name], { timeout: grace }).catch(() => undefined);
        if (!(await isRunning(engine, name)))
            return false;
    }
    await engine.run(["container", "kill", name]).catch(() => undefined);
    await engine.run(["container", "wait", name]);
    return true;
}
async function isRunning(engine, name) {
    const state = (await engine.inspect(name))?.["State"];
    return (0,json .Gv)(state) && state["Running"] === true;
}
async function removeOneOff(engine, name) {
    if ((await engine.inspect(name)) !== undefined)
        await engine.run(["container", "rm", "--force", name]);
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

/***/ 780:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    He: () => (  whileStopped),
    Sq: () => (  StillStoppedError),
    t2: () => (  startAgain)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
  var _script_watch_liveness_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2470);



class StillStoppedError extends _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc {
    name = "StillStoppedError";
}
const STOP_MS = 120_000;
const DOWN_MS = 5_000;
const UP_MS = 120_000;
const POLL_MS = 250;
const WATCH_MS = 1000;
const START_ATTEMPTS = 5;
async function whileStopped(registry, work) {
    const result = await doStopped(registry, work).then((value) => ({ kind: "done", value }), (error) => ({ kind: "failed", error }));
    try {
        await startAgain(registry);
    }
    catch (error) {
        if (!(error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc) || result.kind === "done")
            throw error;
        const before = result.error instanceof Error ? result.error.message : "the work on it failed";
        throw new StillStoppedError(`${error.message} (before that: ${before})`, error.nextStep);
    }
    if (result.kind === "failed")
        throw result.error;
    return result.value;
}
async function doStopped(registry, work) {
    const { engine, name, say, stop, host, pause = node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout } = registry;
    throwIfStopped(stop);
    say({ kind: "stopping", container: name, program: engine.program });
    await engine.run(["container", "stop", name], { timeout: STOP_MS });
    throwIfStopped(stop);
    await proveDown(host, pause);
    say({ kind: "down" });
    const up = new AbortController();
    const endWatch = (0,_script_watch_liveness_js__WEBPACK_IMPORTED_MODULE_2__  .r)(host, WATCH_MS, ({ kind }) => {
        if (kind === "up")
            up.abort(stillUp(host.name));
    });
    const signals = [up.signal, ...(stop === undefined ? [] : [stop])];
    try {
        const value = await work(AbortSignal.any(signals));
        await proveDown(host, pause);
        return value;
    }
    catch (error) {
        throw stop !== undefined && error === stop.reason ? toldToStop() : error;
    }
    finally {
        await endWatch();
    }
}
function throwIfStopped(stop) {
    if (stop?.aborted === true)
        throw toldToStop();
}
function toldToStop() {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc("told to stop before the garbage was collected", "The registry was started again. What is not collected now is collected the next time.");
}
async function proveDown(host, pause) {
    const deadline = Date.now() + DOWN_MS;
    for (;;) {
        const liveness = await host.liveness();
        if (liveness.kind === "down")
            return;
        if (Date.now() > deadline) {
            throw liveness.kind === "up" ? stillUp(host.name) : unsure(host.name, liveness.why);
        }
        await pause(POLL_MS);
    }
}
function stillUp(host) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc(`${host} still answers after its container was stopped, or answered again meanwhile: something else serves the same images, or starts it again ` +
        "(a second replica, Swarm, systemd, a script)", "Collecting while anybody can push corrupts images. Find what serves it, and stop that by gc-command. " +
        "If a push ended well in these seconds, push it again.");
}
function unsure(host, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc(`it can't be seen that ${host} is down: ${why}`, "Name the registry by an address that refuses connections, or answers 502 or 503, when it is stopped.");
}
async function startAgain({ engine, name, host, say, pause = node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout, }) {
    say({ kind: "starting", container: name });
    for (let attempt = 1;; attempt += 1) {
        try {
            await engine.run(["container", "start", name], { timeout: STOP_MS });
            break;
        }
        catch (error) {
            if (!(error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc))
                throw error;
            if (attempt === START_ATTEMPTS)
                throw stillStopped(engine, name, error.message);
            await pause(1000 * attempt);
        }
    }
    const deadline = Date.now() + UP_MS;
    for (;;) {
        const liveness = await host.liveness();
        if (liveness.kind === "up")
            break;
        if (Date.now() > deadline) {
            throw stillStopped(engine, name, liveness.kind === "down" ? `${host.name} does not answer (${liveness.how})` : liveness.why);
        }
        await pause(POLL_MS);
    }
    say({ kind: "up" });
}
function stillStopped({ program }, name, why) {
    return new StillStoppedError(`THE REGISTRY IS NOT BACK: ${why}`, `Start it by hand now: ${program} start ${name}; ${program} logs ${name} says what is wrong. The next run tries it too.`);
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

/***/ 2470:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    r: () => (  watchLiveness)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

function watchLiveness(host, every, onLiveness) {
    const over = new AbortController();
    const look = async () => {
        onLiveness(await host.liveness());
    };
    const watching = (async () => {
        while (!over.signal.aborted) {
            await look().catch(() => undefined);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(every, undefined, { signal: over.signal }).catch(() => undefined);
        }
    })();
    return () => {
        over.abort();
        return watching;
    };
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
