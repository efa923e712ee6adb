export const id = 400;
export const ids = [400];
export const modules = {

/***/ 400:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cleanUpAfter: () => (/* binding */ cleanUpAfter)
});

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: ../../node_modules/execa/index.js + 130 modules
var execa = __webpack_require__(3800);
// EXTERNAL MODULE: ../../node_modules/execa/lib/return/final-error.js
var final_error = __webpack_require__(3243);
;// CONCATENATED MODULE: ./lazy/disk/script/process-group.js
/**
 * Sends a signal to a process that leads a group, and to all in the group.
 * @param signal 0 asks only whether there is anybody
 * @returns whether there was anybody to send it to
 */
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

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
;// CONCATENATED MODULE: ./lazy/core/base/json.js
/** Whether a parsed JSON value is an object (not null, not an array). */
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The non-empty string at a key of a parsed JSON object; `undefined` for anything else. */
function textAt(value, key) {
    const found = isObject(value) ? value[key] : undefined;
    return typeof found === "string" && found !== "" ? found : undefined;
}
/** Parses JSON; `undefined` where the text is none, which JSON itself can't say. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lazy/disk/container/engine.js





/** What Docker or Podman refused, in its own words. */
class engine_EngineError extends errors/* PruneError */.Pc {
    name = "EngineError";
}
const DEFAULT_TIMEOUT_MS = 60_000;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const ERROR_TAIL = 4000;
// A group of its own: Ctrl-C on a terminal goes to the whole group, and must not end the command that starts the registry again.
const APART = { detached: true, cleanup: false, stdin: "ignore", reject: true };
/**
 * Finds the engine that has a container of this name: `docker` on the PATH, else `podman`.
 * @throws {PruneError} where neither is there, or neither has it
 */
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
            if (!(error instanceof engine_EngineError))
                throw error;
            failures.push(error.message);
        }
    }
    throw new errors/* PruneError */.Pc(`the container ${container} can't be found: ${failures.join("; ")}`, "Name the registry's container as docker ps shows it, on the machine where it runs, as a user who may use Docker " +
        "(or set DOCKER_HOST to that machine). A registry that is no container is collected by gc-command.");
}
function createEngine(program) {
    const run = async (args, options = {}) => {
        const { env = {}, timeout = DEFAULT_TIMEOUT_MS } = options;
        try {
            const { stdout } = await (0,execa/* execa */.Ho)(program, args, {
                ...APART,
                env,
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
                const answer = parseJson(await run(["container", "inspect", "--", container]));
                const first = Array.isArray(answer) ? answer[0] : undefined;
                return isObject(first) ? first : undefined;
            }
            catch (error) {
                if (error instanceof engine_EngineError && /no such container/i.test(error.message))
                    return undefined;
                throw error;
            }
        },
        follow: (args, options) => follow(program, args, options),
        fileSize: (container, path) => fileSize(program, `${container}:${path}`),
    };
}
async function follow(program, args, { onLine, signal }) {
    const child = (0,execa/* execa */.Ho)(program, args, { ...APART, buffer: false, reject: false });
    // At once, and with all that it started: a client that is asked passes the signal on to the container, and waits for that.
    const end = () => void killGroup(child.pid, "SIGKILL");
    signal.addEventListener("abort", end);
    if (signal.aborted)
        end();
    let errorOutput = "";
    child.stderr.on("data", (chunk) => (errorOutput = (errorOutput + chunk.toString()).slice(-ERROR_TAIL)));
    // The output of a large registry is tens of megabytes: only what is read from each line is kept.
    const lines = (0,external_node_readline_.createInterface)({ input: child.stdout });
    lines.on("line", onLine);
    const [result] = await Promise.all([child, new Promise((resolve) => lines.once("close", resolve))]);
    signal.removeEventListener("abort", end);
    return { code: result.exitCode ?? -1, errorOutput };
}
/** `cp` to standard output writes a tar archive (POSIX ustar): its first block has the size, in octal digits at byte 124. */
async function fileSize(program, path) {
    const child = (0,execa/* execa */.Ho)(program, ["container", "cp", path, "-"], {
        ...APART,
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
    const digits = /^([0-7]{11})[ \0]/.exec(header.subarray(124, 136).toString("latin1"))?.[1];
    return digits === undefined ? undefined : Number.parseInt(digits, 8);
}
function engineError(program, args, error) {
    // Not as the cause: it holds the command line and the variables.
    const { code, stderr, timedOut } = error instanceof final_error/* ExecaError */.vy ? error : NOTHING;
    if (code === "ENOENT") {
        return new engine_EngineError(`${program} is not on the PATH`, `Install ${program}, or run where it is.`);
    }
    const lines = stderr?.trim().split("\n") ?? [];
    // Podman points to its help below what is wrong.
    const said = lines.find((line) => line.startsWith("Error: ")) ?? lines.at(-1) ?? "";
    const why = timedOut === true ? "it gave no answer in time" : said === "" ? "it said nothing" : said;
    return new engine_EngineError(`${program} ${args.slice(0, args[0] === "container" ? 2 : 1).join(" ")} failed: ${why}`, "Look at what the container engine says, and run again.");
}
const NOTHING = {};

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lazy/disk/container/lock-owner.js

/** This process; `undefined` where there is no `/proc`. */
async function lock_owner_thisProcess() {
    const place = await placeOfThis();
    const started = await startOf(process.pid);
    return place === undefined || started === undefined ? undefined : { place, pid: process.pid, started };
}
/** Whether a holder still runs; `undefined` where that can't be seen from here. */
async function isAlive(holder) {
    if ((await placeOfThis()) !== holder.place)
        return undefined;
    return (await startOf(holder.pid)) === holder.started;
}
/** One text for a label. */
function lock_owner_writeLockOwner({ place, pid, started }) {
    return `${place} ${pid} ${started}`;
}
/** Reads what `writeHolder` wrote. */
function readLockOwner(text) {
    const [place, pid, started] = text.split(" ");
    if (place === undefined || started === undefined || !/^\d+$/.test(pid ?? ""))
        return undefined;
    return { place, pid: Number(pid), started };
}
async function placeOfThis() {
    try {
        const boot = (await (0,external_node_fs_promises_.readFile)("/proc/sys/kernel/random/boot_id", "utf8")).trim();
        return `${boot}/${await (0,external_node_fs_promises_.readlink)("/proc/self/ns/pid")}`;
    }
    catch {
        return undefined;
    }
}
/** proc(5): the 22nd field of `stat`; the second, in parentheses, may hold spaces. */
async function startOf(pid) {
    const stat = await (0,external_node_fs_promises_.readFile)(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A process that has ended and that nobody has asked for yet runs no more.
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}

;// CONCATENATED MODULE: ./lazy/disk/container/names.js
/** The name of the container that collects for a registry's container. */
function names_lockName(container) {
    return `${container}-garbage-collection`;
}
/** The name of the one that only looks. It is the lock's holder's alone. */
function lookName(container) {
    return `${names_lockName(container)}-dry-run`;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __webpack_require__(1033);
;// CONCATENATED MODULE: ./lazy/core/result/collection.js

/** Why a registry is not to be stopped; `undefined` where it is. Unknown sizes are no reason: the disk may be full. */
function whyNotCollect(prospect) {
    const { isEmpty, isDryRun, isToldToStop, hasSweep, blobs, bytes, minimum } = prospect;
    if (isDryRun)
        return { kind: "dry-run" };
    if (isToldToStop)
        return { kind: "told-to-stop" };
    if (hasSweep)
        return undefined;
    if (isEmpty)
        return { kind: "empty-registry" };
    if (blobs === 0)
        return { kind: "no-garbage" };
    return minimum !== undefined && bytes !== undefined && bytes < minimum
        ? { kind: "below-minimum", bytes, minimum }
        : undefined;
}
/**
 * How much a collection freed, by the file system where it was seen to grow (others may write to it in these seconds), else by the sizes.
 * @param grown bytes by which the file system's free space grew; 0 where that is not known
 */
function freedBy(grown, { bytes, isWhole }) {
    if (grown > 0)
        return { freed: { bytes: grown, by: "file-system", isLeast: false } };
    return isWhole || bytes > 0 ? { freed: { bytes, by: "blob-sizes", isLeast: !isWhole } } : {};
}
const REPOSITORY_LINE = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const MARKING = /^(\S+): marking (?:manifest|blob|configuration) /;
const ELIGIBLE = /^blob eligible for deletion: (\S+)$/;
const SUMMARY = /^\d+ blobs marked, \d+ blobs and \d+ manifests eligible for deletion$/;
/**
 * Reads what a collection prints on standard output, line by line (formats of Distribution 2.8 and 3.x, measured):
 * each repository's name, what it marks in it, a closing count, and each blob that goes. There are no sizes in it.
 */
function collection_readCollection() {
    const repositories = new Set();
    const blobs = new Set();
    let isWhole = false;
    return {
        line(text) {
            const line = text.trim();
            const digest = ELIGIBLE.exec(line)?.[1];
            const repository = MARKING.exec(line)?.[1] ?? (REPOSITORY_LINE.test(line) ? line : undefined);
            if (repository !== undefined)
                repositories.add(repository);
            if (digest !== undefined && isDigest(digest))
                blobs.add(digest);
            if (SUMMARY.test(line))
                isWhole = true;
        },
        report: () => ({ repositories: [...repositories], blobs: [...blobs], isWhole }),
    };
}
/** Distribution's words, 2.8 and 3.x, for a registry to which nothing was ever pushed: it exits with 1 (measured). */
function collection_isEmptyRegistry(errorOutput) {
    return /failed to mark: .*Path not found: \/docker\/registry\/v2\/repositories(?![\w/-])/.test(errorOutput);
}
/** The repositories of `pruned` that a collection did not go through: it worked on another storage then. */
function notCollected(report, pruned) {
    return pruned.filter((repository) => !report.repositories.includes(repository));
}

;// CONCATENATED MODULE: ./lazy/disk/container/one-off.js






// Where no image has a file, so that nothing is written over, not even through a mount.
const CONFIG_PATH = "/prune-image-tags.config.yml";
// What an engine's own client reads: it would be misled by a registry's value, and a registry reads none of them.
const CLIENTS_OWN = /^(?:DOCKER_|CONTAINER|PODMAN_|XDG_|SSH_|LD_|BUILDKIT_)/;
// A client may be a moment ahead of its engine.
const GRACE_MS = 3000;
const PLAIN = new Set(["PATH", "HOME", "TMPDIR", "HOSTNAME", "TERM"]);
/**
 * Creates a container with the registry's image, volumes, environment and own configuration, and no network where its blobs are files.
 * @throws {EngineError} where there is one of this name already (the engine decides that at once for all who try), and on all else
 */
async function one_off_createOneOff(site, options) {
    const { engine, container } = site;
    const { args, env } = environmentOf(container.env);
    const [program, ...words] = container.program;
    const isFiles = site.storage.place.kind === "filesystem";
    await engine.run([
        ...["container", "create", "--name", options.name],
        ...Object.entries(options.labels).flatMap(([key, value]) => ["--label", `${key}=${value}`]),
        ...["--volumes-from", options.isDryRun ? `${container.id}:ro` : container.id],
        ...["--network", isFiles ? "none" : container.network || "default"],
        // A log of tens of megabytes on a disk that is full helps nobody.
        ...["--log-driver", "none", "--no-healthcheck"],
        ...(container.user === "" ? [] : ["--user", container.user]),
        ...args,
        ...["--entrypoint", program, container.image, ...words, "garbage-collect"],
        ...(options.isDryRun ? ["--dry-run"] : []),
        CONFIG_PATH,
    ], { env });
    await copyIn(engine, options.name, site.config);
}
/** Values go by name, through the client's own environment: a command line can be read by everybody on the machine. */
function environmentOf(entries) {
    const variables = entries.flatMap((entry) => {
        const name = entry.slice(0, Math.max(0, entry.indexOf("=")));
        return name === "" || CLIENTS_OWN.test(name) ? [] : [{ name, value: entry.slice(name.length + 1) }];
    });
    const secret = variables.filter(({ name }) => !PLAIN.has(name));
    return {
        args: variables.flatMap(({ name, value }) => ["--env", PLAIN.has(name) ? `${name}=${value}` : name]),
        env: Object.fromEntries(secret.map(({ name, value }) => [name, value])),
    };
}
async function copyIn(engine, name, config) {
    const folder = await mkdtemp(join(tmpdir(), "prune-image-tags-"));
    try {
        const file = join(folder, "config.yml");
        await writeFile(file, config, { mode: 0o600 });
        // The container may run as anybody; it is the only one who sees the copy in it.
        await chmod(folder, 0o700);
        await chmod(file, 0o444);
        await engine.run(["container", "cp", file, `${name}:${CONFIG_PATH}`]);
    }
    finally {
        await rm(folder, { recursive: true, force: true });
    }
}
/**
 * Runs a created container to its end; when `signal` aborts, it is killed, and has ended when this throws the signal's reason.
 * @throws {PruneError} where the collection fails, with the end of what it wrote
 */
async function runOneOff(engine, name, signal) {
    const reading = readCollection();
    const { code, errorOutput } = await engine.follow(["container", "start", "--attach", name], {
        onLine: reading.line,
        signal,
    });
    // A client can be cut off from its engine, which goes on with the collection: nobody may push before that has ended.
    const wasCut = await endOneOff(engine, name, signal.aborted ? 0 : GRACE_MS);
    if (signal.aborted)
        throw signal.reason;
    if (wasCut)
        throw cutOff();
    if (code !== 0 && isEmptyRegistry(errorOutput))
        return { kind: "empty" };
    const report = reading.report();
    if (code === 0 && report.isWhole)
        return { kind: "report", report };
    const said = errorOutput.trim().split("\n").at(-1) ?? "";
    throw new PruneError(code === 0
        ? "the collection ended without its closing count, so it is not known what it did"
        : `the registry's garbage-collect failed (exit code ${code}): ${said}`, "Run garbage-collect --dry-run by hand to see all that it says. After a full disk it is often an empty link or manifest (2.x), of a push that failed: " +
        "push that image again, which makes it whole, and collect then; reclaim --dry-run with storage names the repository.");
}
function cutOff() {
    return new PruneError("the container engine's client ended before the collection did, so the collection was ended too", "Look at whether the engine was restarted. What is not collected now is collected the next time.");
}
/**
 * Sees to it that a one-off runs no more.
 * @param grace milliseconds that it has to end by itself
 * @returns whether it had to be ended
 */
async function endOneOff(engine, name, grace) {
    if (!(await isRunning(engine, name)))
        return false;
    if (grace > 0) {
        await engine.run(["container", "wait", name], { timeout: grace }).catch(() => undefined);
        if (!(await isRunning(engine, name)))
            return false;
    }
    // It may end by itself in the same moment.
    await engine.run(["container", "kill", name]).catch(() => undefined);
    await engine.run(["container", "wait", name]);
    return true;
}
async function isRunning(engine, name) {
    const state = (await engine.inspect(name))?.["State"];
    return isObject(state) && state["Running"] === true;
}
/** Removes a container that has ended; one that is gone already is as good. */
async function one_off_removeOneOff(engine, name) {
    if ((await engine.inspect(name)) !== undefined)
        await engine.run(["container", "rm", "--force", name]);
}

;// CONCATENATED MODULE: ./lazy/disk/container/lock.js






const LABEL = "prune-image-tags";
const POLL_MS = 500;
/**
 * Takes the lock; waits for whoever holds it, and takes over one that was left behind.
 * @throws {PruneError} where it is told to stop while it waits, or the engine refuses
 */
async function takeLock(site, options) {
    const { engine, container } = site;
    const name = lockName(container.name);
    const holder = await thisProcess();
    let wasRecovered = false;
    for (;;) {
        const left = await lock_waitForLock(engine, container.name, options);
        if (left !== undefined) {
            await lock_removeLeft(engine, left);
            wasRecovered = true;
        }
        const labels = {
            [`${LABEL}.run`]: options.run,
            [`${LABEL}.expires`]: String(Date.now() + options.longest),
            ...(holder === undefined ? {} : { [`${LABEL}.holder`]: writeLockOwner(holder) }),
        };
        try {
            await createOneOff(site, { name, isDryRun: false, labels });
            return { name, wasRecovered };
        }
        catch (error) {
            // Another was faster: its container bears the name, and not our mark.
            const found = await findLock(engine, name);
            const isOurs = found?.run === options.run;
            if (isOurs)
                await removeOneOff(engine, found.id);
            if (!(error instanceof EngineError) || found === undefined || isOurs)
                throw error;
        }
    }
}
/**
 * Waits until nobody holds the lock.
 * @returns the one that was left behind, if there is one
 * @throws {PruneError} where it is told to stop meanwhile
 */
async function lock_waitForLock(engine, container, { onWait, signal }) {
    let isWaiting = false;
    for (;;) {
        const found = await findLock(engine, lockName(container));
        if (found === undefined)
            return undefined;
        if (!found.isHeld)
            return endLeft(engine, found);
        if (!isWaiting)
            onWait();
        isWaiting = true;
        if (signal?.aborted === true) {
            throw new PruneError(`told to stop while another run collects the garbage of ${container}`, "That run starts the registry again; run again.");
        }
        await sleep(POLL_MS);
    }
}
/** The lock that a run has left behind, whoever holds it by its marks. For the step that cleans up after that run. */
async function findLeftBy(engine, container, run) {
    const found = await findLock(engine, names_lockName(container));
    return found?.run === run ? endLeft(engine, found) : undefined;
}
/** Removes a lock that was left behind; the registry has been started, or there is a new lock at once. */
async function lock_removeLeft(engine, { id }) {
    try {
        // By its id: another may take the name at once.
        await one_off_removeOneOff(engine, id);
    }
    catch (error) {
        // Two that wait find the same one.
        if ((await engine.inspect(id)) !== undefined)
            throw error;
    }
}
/** Removes a run's own lock. */
async function releaseLock(engine, container, run) {
    const left = await findLeftBy(engine, container, run);
    if (left !== undefined)
        await lock_removeLeft(engine, left);
}
/** An engine goes on with a collection when whoever asked for it is gone. */
async function endLeft(engine, { id }) {
    await endOneOff(engine, id, 0);
    return { id };
}
async function findLock(engine, name) {
    const inspected = await engine.inspect(name);
    if (inspected === undefined)
        return undefined;
    const { labels, id } = readLock(inspected);
    const run = labels[`${LABEL}.run`];
    if (run === undefined) {
        throw new errors/* PruneError */.Pc(`there is a container ${name} that this program has not made`, "Its name is the lock for collecting garbage; rename it. Nothing was stopped.");
    }
    const holder = readLockOwner(labels[`${LABEL}.holder`] ?? "");
    const isSeenAlive = holder === undefined ? undefined : await isAlive(holder);
    // From another machine, or another process namespace, only the time tells.
    const isHeld = isSeenAlive ?? Date.now() < Number(labels[`${LABEL}.expires`]);
    return { id, run, isHeld };
}
function readLock(inspected) {
    const { Id: id = "", Config: config } = inspected;
    return { id, labels: config?.Labels ?? {} };
}

;// CONCATENATED MODULE: ./lazy/disk/container/registry-container.js


// The images' own: 2.x and 3.x (measured).
const DEFAULT_CONFIGS = ["/etc/docker/registry/config.yml", "/etc/distribution/config.yml"];
const SHELLS = /(?:^|\/)(?:sh|bash|ash|dash|zsh)$/;
/**
 * Reads what `container inspect` says (Docker's and Podman's, which names an entry point as one text before version 5).
 * @throws {PruneError} where stopping this container would lose something, or it can't be told how to collect beside it
 */
function readContainer(inspected) {
    const [config, host] = [objectAt(inspected, "Config"), objectAt(inspected, "HostConfig")];
    refuse(nameOf(inspected), { config, host });
    return describeContainer(inspected);
}
/**
 * The same, whoever's container it is.
 * @throws {PruneError} where it can't be told what it runs
 */
function describeContainer(inspected) {
    const [config, host] = [objectAt(inspected, "Config"), objectAt(inspected, "HostConfig")];
    const name = nameOf(inspected);
    const env = textsAt(config, "Env");
    const command = readCommand(name, [...textsAt(config, "Entrypoint"), ...textsAt(config, "Cmd")]);
    const named = command.config ?? registry_container_valueOf(env, "REGISTRY_CONFIGURATION_PATH");
    return {
        id: registry_container_textAt(inspected, "Id"),
        name,
        isRunning: objectAt(inspected, "State")["Running"] === true,
        image: registry_container_textAt(inspected, "Image"),
        env,
        user: registry_container_textAt(config, "User"),
        network: registry_container_textAt(host, "NetworkMode"),
        mounts: [...listAt(inspected, "Mounts").filter(isObject).map(readMount), ...tmpfsOf(host)],
        program: command.program,
        configPaths: named === undefined ? DEFAULT_CONFIGS : [named],
    };
}
function nameOf(inspected) {
    return registry_container_textAt(inspected, "Name").replace(/^\//, "");
}
/** The value of a variable in `NAME=value` texts. */
function registry_container_valueOf(env, name) {
    return env.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);
}
function refuse(name, { config, host }) {
    const labels = Object.keys(objectAt(config, "Labels"));
    if (host["AutoRemove"] === true) {
        throw new errors/* PruneError */.Pc(`the container ${name} was started with --rm: stopping it removes it, and its anonymous volume with every image in it`, "Make it anew without --rm, with its images in a named volume; nothing was stopped.");
    }
    if (labels.some((label) => label.startsWith("com.docker.swarm."))) {
        throw new errors/* PruneError */.Pc(`the container ${name} belongs to a Swarm service, which starts another as soon as it is stopped`, "Use gc-command with docker service scale …=0 before and =1 after; README has it worked out. Nothing was stopped.");
    }
    if (labels.some((label) => label.startsWith("io.kubernetes."))) {
        throw new errors/* PruneError */.Pc(`the container ${name} belongs to Kubernetes, which starts another as soon as it is stopped`, "Use gc-command with kubectl scale; README has it worked out. Nothing was stopped.");
    }
}
/** `registry serve CONFIG`, `/entrypoint.sh CONFIG`, `registry serve`: what stands before `serve` or the configuration is the program. */
function readCommand(name, words) {
    const config = words.findLast((word) => /\.ya?ml$/i.test(word));
    const ends = [words.indexOf("serve"), config === undefined ? -1 : words.indexOf(config)];
    const end = Math.min(...ends.filter((index) => index !== -1), words.length);
    const [first, ...rest] = words.slice(0, end);
    if (first === undefined || (SHELLS.test(first) && words.includes("-c"))) {
        throw new errors/* PruneError */.Pc(`it can't be told how the container ${name} starts its registry (${words.join(" ").slice(0, 100)})`, "Collect its garbage by gc-command; nothing was stopped.");
    }
    return { program: [first, ...rest], config };
}
function readMount(mount) {
    const type = registry_container_textAt(mount, "Type");
    return {
        kind: type === "volume" || type === "bind" ? type : "other",
        source: registry_container_textAt(mount, "Source"),
        destination: registry_container_textAt(mount, "Destination"),
        isWritable: mount["RW"] === true,
    };
}
/** `--tmpfs` is not among the mounts; a path is. */
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
    return isObject(value) ? value : {};
}
function registry_container_textAt(object, key) {
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
/** The mount that holds a path in a container: the innermost. */
function mountOf(mounts, path) {
    const holds = ({ destination }) => path === destination || path.startsWith(`${destination.replace(/\/$/, "")}/`);
    return [...mounts].sort((a, b) => b.destination.length - a.destination.length).find(holds);
}

;// CONCATENATED MODULE: ./lazy/disk/container/site.js


/** What a container is now. */
async function inspectContainer(engine, name) {
    const inspected = await engine.inspect(name);
    if (inspected !== undefined)
        return readContainer(inspected);
    throw new errors/* PruneError */.Pc(`the container ${name} is gone`, "Look at who removed it; nothing was stopped.");
}

;// CONCATENATED MODULE: ./lazy/disk/script/watch-liveness.js

/**
 * Looks again and again whether a registry answers.
 * @param every milliseconds between two looks
 * @returns what ends it, and resolves when no look is under way any more
 */
function watch_liveness_watchPulse(host, every, onPulse) {
    const over = new AbortController();
    const watching = (async () => {
        while (!over.signal.aborted) {
            onPulse(await host.liveness());
            await sleep(every, undefined, { signal: over.signal }).catch(() => undefined);
        }
    })();
    return () => {
        over.abort();
        return watching;
    };
}

;// CONCATENATED MODULE: ./lazy/disk/container/stopped.js



/** The registry could not be started again: the one failure that must be seen to at once. */
class StillStoppedError extends (/* unused pure expression or super */ null && (PruneError)) {
    name = "StillStoppedError";
}
const STOP_MS = 120_000;
// The engine says that it has stopped: what still answers after this is something else.
const DOWN_MS = 5_000;
const UP_MS = 120_000;
const stopped_POLL_MS = 250;
const WATCH_MS = 1000;
const START_ATTEMPTS = 5;
/**
 * Does `work` while a registry is stopped, and starts it again whatever happens. The signal that `work` gets aborts when the run is told to stop,
 * or the registry answers meanwhile: a second replica, Swarm or systemd has started one, and a push to it would lose what it sends.
 * @throws {StillStoppedError} where it does not come back; else what `work` throws, or why it was not begun
 */
async function whileStopped(registry, work) {
    const result = await doStopped(registry, work).then((value) => ({ kind: "done", value }), (error) => ({ kind: "failed", error }));
    try {
        await stopped_startAgain(registry);
    }
    catch (error) {
        if (!(error instanceof PruneError) || result.kind === "done")
            throw error;
        const before = result.error instanceof Error ? result.error.message : "the work on it failed";
        throw new StillStoppedError(`${error.message} (before that: ${before})`, error.nextStep);
    }
    if (result.kind === "failed")
        throw result.error;
    return result.value;
}
async function doStopped(registry, work) {
    const { engine, name, say, stop, host } = registry;
    throwIfStopped(stop);
    say({ kind: "stopping", container: name, program: engine.program });
    await engine.run(["container", "stop", name], { timeout: STOP_MS });
    throwIfStopped(stop);
    await proveDown(host);
    say({ kind: "down" });
    const up = new AbortController();
    const endWatch = watchPulse(host, WATCH_MS, ({ kind }) => {
        if (kind === "up")
            up.abort(stillUp(host.name));
    });
    const signals = [up.signal, ...(stop === undefined ? [] : [stop])];
    try {
        const value = await work(AbortSignal.any(signals));
        // One that came up just before the end has been written to as well.
        await proveDown(host);
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
    return new PruneError("told to stop before the garbage was collected", "The registry was started again. What is not collected now is collected the next time.");
}
/** @throws {PruneError} where anything still answers, or it can't be told */
async function proveDown(host) {
    const deadline = Date.now() + DOWN_MS;
    for (;;) {
        const pulse = await host.liveness();
        if (pulse.kind === "down")
            return;
        if (Date.now() > deadline)
            throw pulse.kind === "up" ? stillUp(host.name) : unsure(host.name, pulse.why);
        await sleep(stopped_POLL_MS);
    }
}
function stillUp(host) {
    return new PruneError(`${host} still answers after its container was stopped, or answered again meanwhile: something else serves the same images, or starts it again ` +
        "(a second replica, Swarm, systemd, a script)", "Collecting while anybody can push corrupts images. Find what serves it, and stop that by gc-command. " +
        "If a push ended well in these seconds, push it again.");
}
function unsure(host, why) {
    return new PruneError(`it can't be seen that ${host} is down: ${why}`, "Name the registry by an address that refuses connections, or answers 502 or 503, when it is stopped.");
}
/**
 * Starts a registry's container and waits until it answers.
 * @throws {StillStoppedError} where it does not
 */
async function stopped_startAgain({ engine, name, host, say }) {
    say({ kind: "starting", container: name });
    for (let attempt = 1;; attempt += 1) {
        try {
            await engine.run(["container", "start", name], { timeout: STOP_MS });
            break;
        }
        catch (error) {
            if (!(error instanceof PruneError))
                throw error;
            if (attempt === START_ATTEMPTS)
                throw stillStopped(engine, name, error.message);
            await sleep(1000 * attempt);
        }
    }
    const deadline = Date.now() + UP_MS;
    for (;;) {
        const pulse = await host.liveness();
        if (pulse.kind === "up")
            break;
        if (Date.now() > deadline) {
            throw stillStopped(engine, name, pulse.kind === "down" ? `${host.name} does not answer (${pulse.how})` : pulse.why);
        }
        await sleep(stopped_POLL_MS);
    }
    say({ kind: "up" });
}
function stillStopped({ program }, name, why) {
    return new StillStoppedError(`THE REGISTRY IS NOT BACK: ${why}`, `Start it by hand now: ${program} start ${name}; ${program} logs ${name} says what is wrong. The next run tries it too.`);
}

;// CONCATENATED MODULE: ./lazy/disk/container/recover.js



/**
 * Waits while another run has a registry stopped, and brings back one that a run which was killed has left stopped.
 * @throws {PruneError} where it is told to stop meanwhile, or the registry does not come back
 */
async function recover(registry) {
    const { engine, name, say, stop } = registry;
    const left = await waitForLock(engine, name, {
        onWait: () => {
            say({ kind: "waiting", container: name });
        },
        signal: stop,
    });
    if (left === undefined)
        return;
    say({ kind: "recovered", container: name });
    await startAgain(registry);
    // Only now: were this run killed before, the next one would find it.
    await removeLeft(engine, left);
}
/**
 * Ends what a run of this name has left behind, and starts the registry that it stopped. For the step that runs after that run was killed.
 * @returns whether there was anything
 * @throws {PruneError} where the registry does not start
 */
async function cleanUp(registry, run) {
    const { engine, name, say } = registry;
    const left = await findLeftBy(engine, name, run);
    if (left === undefined)
        return false;
    const { isRunning } = await inspectContainer(engine, name);
    if (!isRunning) {
        say({ kind: "starting", container: name });
        await engine.run(["container", "start", name]);
    }
    await lock_removeLeft(engine, left);
    return true;
}

;// CONCATENATED MODULE: ./lazy/commands/collection/clean-up.js


/**
 * Starts the registry that a run of this name stopped and was killed before it started it again.
 * @returns whether that run had left anything behind
 * @throws {PruneError} where the container can't be found, or does not start
 */
async function cleanUpAfter({ container, run }, say) {
    return cleanUp({ engine: await findEngine(container), name: container, say }, run);
}


/***/ })

};
