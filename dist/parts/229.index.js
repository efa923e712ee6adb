export const id = 229;
export const ids = [229];
export const modules = {

/***/ 229:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  j: () => (  collectByCommand),
  refuseDeleteUntagged: () => (  refuseDeleteUntagged)
});

var p_map = __webpack_require__(1773);
var collection = __webpack_require__(9513);
var errors = __webpack_require__(6846);
var blob_sizes = __webpack_require__(6173);
var external_node_readline_ = __webpack_require__(481);
var promises_ = __webpack_require__(8500);
var execa = __webpack_require__(3800);
var child_environment = __webpack_require__(8599);
var cut = __webpack_require__(3301);
var temporary_file = __webpack_require__(1549);
var process_group = __webpack_require__(9826);
var watch_liveness = __webpack_require__(2470);
; 










const WATCH_MS = 100;
const TRAP_MS = 60_000;
const UP_MS = 120_000;
const ERROR_TAIL = 4000;
const HELD_MS = 10_000;
const NOISE = /: marking (?:manifest|blob|configuration) |^(?:blob|manifest) eligible for deletion: |: layer link eligible for deletion: /;
async function runScript(script, options) {
    const file = await (0,temporary_file .p)("gc-command.sh", script, 0o600);
    const wasStopped = (await options.host.liveness()).kind === "down";
    let [wasDown, hasRefused] = [false, false];
    const endWatch = (0,watch_liveness .r)(options.host, WATCH_MS, (liveness) => {
        wasDown ||= liveness.kind === "down";
        hasRefused ||= liveness.kind === "down" && liveness.how === "refused";
    });
    try {
        const { report, code, errorOutput, isHeld } = await runBash(file.path, {
            ...options,
            env: environmentOf(script),
        });
        const isEmpty = (0,collection .dU)(report.failure ?? (code === 0 ? "" : errorOutput));
        if (code !== 0 && !isEmpty)
            throw failed(code, errorOutput);
        if (report.failure !== undefined && !isEmpty && !report.isWhole)
            throw collectionFailed(report.failure);
        if (isHeld)
            throw held();
        if (!wasStopped)
            await waitUntilUp(options);
        await endWatch();
        return { report, isEmpty, wasDown, hasRefused };
    }
    finally {
        await endWatch();
        await file.remove();
    }
}
function environmentOf(script) {
    const words = new Set(script.split(/\W+/));
    return (0,child_environment .Qc)(process.env, (name) => words.has(name));
}
async function runBash(file, { onLine, signal, env }) {
    const reading = (0,collection .H7)();
    const child = (0,execa .Ho)("bash", ["-euo", "pipefail", file], {
        env,
        extendEnv: false,
        detached: true,
        cleanup: false,
        stdin: "ignore",
        buffer: false,
        reject: false,
    });
    const end = () => void endGroup(child);
    signal.addEventListener("abort", end);
    if (signal.aborted)
        end();
    let errorOutput = "";
    const show = (line) => {
        reading.line(line);
        if (!NOISE.test((0,collection .V1)(line)) && line.trim() !== "")
            onLine(line);
    };
    const streams = [
        (0,external_node_readline_.createInterface)({ input: child.stdout }),
        (0,external_node_readline_.createInterface)({ input: child.stderr }),
    ];
    streams[0].on("line", show);
    streams[1].on("line", (line) => {
        errorOutput = (0,cut .CV)(`${errorOutput}${line}\n`, ERROR_TAIL);
        show(line);
    });
    const letGo = cutOffOutput(child);
    const result = await child;
    const isHeld = letGo();
    signal.removeEventListener("abort", end);
    if (signal.aborted)
        throw signal.reason;
    if (result.code === "ENOENT") {
        throw new errors .Pc("gc-command needs bash, which is not on the PATH", "Install bash where this runs.");
    }
    return { report: reading.report(), code: result.exitCode ?? -1, errorOutput, isHeld };
}
function cutOffOutput(child) {
    let isHeld = false;
    let timer;
    child.once("exit", () => {
        timer = setTimeout(() => {
            isHeld = true;
            child.stdout?.destroy();
            child.stderr?.destroy();
        }, HELD_MS);
    });
    return () => {
        clearTimeout(timer);
        return isHeld;
    };
}
function held() {
    return new errors .Pc("gc-command has ended, and something that it started still holds its output; if that is the registry, the next line that it writes kills it", "Look at whether the registry runs. Let its service manager start it, or send its output elsewhere: " +
        "setsid nohup registry serve config.yml >>/var/log/registry.log 2>&1 </dev/null &");
}
async function endGroup(child) {
    if (child.pid === undefined)
        return;
    (0,process_group .i)(child.pid, "SIGTERM");
    const deadline = Date.now() + TRAP_MS;
    while (child.exitCode === null && child.signalCode === null) {
        if (Date.now() > deadline)
            (0,process_group .i)(child.pid, "SIGKILL");
        await (0,promises_.setTimeout)(WATCH_MS);
    }
}
function collectionFailed(said) {
    return new errors .Pc(`the collection in gc-command ${said}`, collection ._r);
}
function failed(code, errorOutput) {
    const said = errorOutput.trim().split("\n").at(-1) ?? "";
    return new errors .Pc(`gc-command failed (exit code ${code})${said === "" ? "" : `: ${said}`}`, "Look at what it printed, and whether the registry runs. A trap in the script starts it again in every case: " +
        "trap 'systemctl start docker-registry' EXIT.");
}
async function waitUntilUp({ host, signal }) {
    const deadline = Date.now() + UP_MS;
    for (;;) {
        const liveness = await host.liveness();
        if (liveness.kind === "up")
            return;
        if (signal.aborted || Date.now() > deadline) {
            throw new errors .Pc(`THE REGISTRY IS NOT BACK: ${host.name} does not answer after gc-command`, "Start it by hand now, and let the script do so at its end.");
        }
        await (0,promises_.setTimeout)(WATCH_MS);
    }
}

var registry = __webpack_require__(252);
var collection_proof = __webpack_require__(4684);
var collection_job = __webpack_require__(5808);
; 








const MOST_PROBES = 200;
async function collectByCommand(job, script) {
    if (job.isDryRun)
        return (0,collection_job .hT)({ kind: "dry-run" });
    if (job.hooks.stop?.aborted === true)
        return (0,collection_job .hT)({ kind: "told-to-stop" });
    await refuseDeleteUntagged(script, job.host);
    const before = await prove(job);
    if (job.isCompared !== true)
        (0,collection_job .Y9)(job)({ kind: "not-compared" });
    const time = (0,collection_job .DZ)(job);
    try {
        const freeBefore = await job.freeBytes?.();
        (0,collection_job .Y9)(job)({ kind: "collecting" });
        const result = await runScript(script, {
            host: job.host,
            signal: time.signal,
            onLine: (line) => {
                (0,collection_job .Y9)(job)({ kind: "script-line", line });
            },
        });
        const grown = freeBefore === undefined ? 0 : ((await job.freeBytes?.()) ?? 0) - freeBefore;
        return await judge({ job, ...before, grown }, result);
    }
    catch (error) {
        if (job.hooks.stop !== undefined && error === job.hooks.stop.reason)
            throw toldToStop();
        throw error;
    }
    finally {
        time.end();
    }
}
async function refuseDeleteUntagged(script, host) {
    if (!/--delete-untagged\b|\bgarbage-collect\b[^;&|\n]*\s-m\b/.test(script))
        return;
    if ((await host.major()) === 3)
        return;
    throw new errors .Pc("gc-command says --delete-untagged, which destroys multi-arch images on Distribution 2.x, and this registry is not seen to be 3.x; it was not run", "Take it away. reclaim with storage and untagged-older-than removes untagged images on both, with all that tags need kept.");
}
function toldToStop() {
    return new errors .Pc("told to stop while gc-command ran, so it was ended (SIGTERM)", "Look at whether the registry runs; a trap in the script starts it in every case.");
}
async function prove(job) {
    const repositories = job.pruned.length > 0 ? job.pruned : await catalogue(job);
    if (repositories === undefined)
        return { proof: undefined, readable: [] };
    const proof = await (0,collection_proof .y)(job, repositories);
    return { proof, readable: repositories.filter((name) => !proof.scope.unproven.includes(name)) };
}
async function catalogue({ host }) {
    if ((await host.liveness()).kind === "down")
        return undefined;
    try {
        return await host.listRepositories();
    }
    catch (error) {
        const isRefusal = error instanceof registry .g && ["unauthorized", "forbidden", "not-a-registry"].includes(error.kind);
        if (isRefusal)
            return undefined;
        throw error;
    }
}
const UNKNOWN = { bytes: 0, isWhole: false };
async function judge(run, result) {
    const { job, proof, grown } = run;
    const { report, isEmpty, wasDown, hasRefused } = result;
    if (isEmpty) {
        (0,collection_job .kr)(job, collection_job .K$);
        return (0,collection_job .hT)({ kind: "empty-registry" });
    }
    if (report.isWhole)
        (0,collection_job .kr)(job, report);
    if (!hasRefused)
        await refuseStaleCache(run, report);
    return {
        kind: "collected",
        ...(report.isWhole ? { blobs: report.blobs.length } : {}),
        ...(0,collection .uq)(grown, report.isWhole ? (0,blob_sizes .XN)(report.blobs, job.known) : UNKNOWN),
        restarted: wasDown,
        ...(proof?.scope ?? { unproven: [] }),
        ...((await proof?.compare()) ?? { harm: [] }),
    };
}
async function refuseStaleCache({ job, readable }, report) {
    const probes = report.blobs.flatMap((blob) => readable.map((repository) => ({ repository, blob })));
    const found = await (0,p_map .Ay)(probes.slice(0, MOST_PROBES), ({ repository, blob }) => job.host.findBlob(repository, blob), { concurrency: job.concurrency });
    if (found.every((blob) => blob === undefined))
        return;
    throw new errors .Pc("RESTART THE REGISTRY NOW: it was not restarted by gc-command, and still believes to have blobs that were collected; " +
        "a push that shares a layer with them would seem to succeed, and could not be pulled", "Let gc-command stop the registry before the collection and start it after.");
}


/***/ }),

/***/ 4684:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  y: () => (  beginProof)
});

var errors = __webpack_require__(6846);
var collection_job = __webpack_require__(5808);
var p_map = __webpack_require__(1773);
var graph = __webpack_require__(7293);
var manifest = __webpack_require__(8544);
var observe = __webpack_require__(3440);
; 




async function readPresence(options, repository) {
    const { registry, host, concurrency } = options;
    const reading = { registry, repository, concurrency };
    const listed = (await registry.listTags(repository)) ?? [];
    const known = { manifests: new Map(), missing: new Set() };
    const states = await (0,observe .y1)(reading, await (0,observe .g$)(reading, listed, known.manifests));
    await (0,observe .ue)(reading, (0,graph .vs)(known.manifests), known);
    const blobs = [...new Set([...known.manifests.values()].flatMap(manifest .Fl))];
    const found = await (0,p_map .Ay)(blobs, (blob) => host.findBlob(repository, blob), { concurrency });
    const sizes = new Map([...known.manifests.values()].flatMap(manifest .OR).map((blob) => [blob.digest, blob.bytes]));
    const answering = blobs.filter((blob, index) => isWhole(found[index], sizes.get(blob)));
    return {
        repository,
        tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
        manifests: known.manifests,
        present: new Set([...known.manifests.keys(), ...answering]),
    };
}
function isWhole(found, bytes) {
    if (found === undefined)
        return false;
    return found.bytes === undefined || bytes === undefined || found.bytes === bytes;
}
function brokenTags(presence) {
    return [...presence.tags].flatMap(([tag, digest]) => {
        if (digest === undefined)
            return [{ tag }];
        const missing = everyPart(presence, digest).find((part) => !presence.present.has(part));
        return missing === undefined ? [] : [{ tag, missing }];
    });
}
function lostParts(before, after) {
    const isEmptied = before.tags.size > 0 && after.tags.size === 0;
    return [...before.tags].flatMap(([tag, digest]) => {
        const isOthers = !isEmptied && (!after.tags.has(tag) || movedTo(after, tag, digest));
        if (digest === undefined || isOthers)
            return [];
        const parts = everyPart(before, digest);
        const missing = parts.find((part) => before.present.has(part) && !after.present.has(part));
        return missing === undefined ? [] : [{ kind: "part-missing", tag, missing }];
    });
}
function partAmong(presence, blobs) {
    for (const [tag, digest] of presence.tags) {
        const part = digest === undefined ? undefined : everyPart(presence, digest).find((one) => blobs.has(one));
        if (part !== undefined)
            return { tag, part };
    }
    return undefined;
}
function everyPart({ manifests }, digest) {
    return [...(0,graph .PG)([digest], manifests)].flatMap((part) => [part, ...(0,manifest .Fl)(manifests.get(part))]);
}
function movedTo({ tags }, tag, from) {
    const now = tags.get(tag);
    return now !== undefined && now !== from;
}

; 



async function beginProof(job, repositories) {
    const before = [];
    const unproven = [];
    for (const repository of repositories) {
        try {
            before.push(await readPresence(job, repository));
        }
        catch (error) {
            if (!(error instanceof errors .Pc) || job.pruned.includes(repository))
                throw error;
            unproven.push(repository);
        }
    }
    const tags = before.reduce((sum, presence) => sum + presence.tags.size, 0);
    (0,collection_job .Y9)(job)({ kind: "proving", when: "before", tags });
    return {
        scope: { unproven },
        neededOf: (blobs) => {
            const taken = new Set(blobs);
            for (const presence of before) {
                const found = partAmong(presence, taken);
                if (found !== undefined)
                    return { repository: presence.repository, ...found };
            }
            return undefined;
        },
        compare: async () => {
            (0,collection_job .Y9)(job)({ kind: "proving", when: "after", tags });
            const harm = [];
            const broken = [];
            let proven = 0;
            for (const presence of before) {
                const { repository } = presence;
                const after = await readPresence(job, repository);
                const lost = lostParts(presence, after);
                harm.push(...lost.map((one) => ({ ...one, repository })));
                const harmed = new Set(lost.map(({ tag }) => tag));
                const bad = brokenTags(after);
                broken.push(...bad.filter(({ tag }) => !harmed.has(tag)).map(({ tag }) => `${repository}:${tag}`));
                proven += after.tags.size - bad.length;
            }
            return { harm, proven, broken };
        },
    };
}


/***/ }),

/***/ 6173:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    BW: () => (  rootOnThisMachine),
    Ru: () => (  measureBlobs),
    WZ: () => (  measureEach),
    XN: () => (  sumOf),
    go: () => (  freeBytes)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var p_map__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1773);
  var _storage_storage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(258);
  var _registry_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(696);





const PROCESSES = 4;
const READS = 16;
function blobFile(digest) {
    return `docker/registry/v2/${(0,_storage_storage_js__WEBPACK_IMPORTED_MODULE_2__  .nD)(digest)}`;
}
async function rootOnThisMachine(site, blobs) {
    const { location } = site.storage;
    const [blob] = blobs;
    if (location.kind === "other" || blob === undefined)
        return undefined;
    const mount = (0,_registry_container_js__WEBPACK_IMPORTED_MODULE_3__  .vI)(site.container.mounts, location.root);
    if (mount === undefined)
        return undefined;
    const root = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(mount.source, location.root.slice(mount.destination.replace(/\/$/, "").length));
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, blobFile(blob))).then(() => root, () => undefined);
}
async function measureBlobs(site, blobs) {
    const root = await rootOnThisMachine(site, blobs);
    const { location } = site.storage;
    if (location.kind === "other")
        return new Map();
    const measure = (blob) => root === undefined
        ? site.engine.fileSize(site.container.id, `${location.root}/${blobFile(blob)}`)
        : (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, blobFile(blob))).then(({ size }) => size, () => undefined);
    return measureEach(blobs, measure, root === undefined ? PROCESSES : READS);
}
async function measureEach(blobs, measure, concurrency) {
    const sizes = await (0,p_map__WEBPACK_IMPORTED_MODULE_4__  .Ay)(blobs, measure, { concurrency });
    return new Map(blobs.flatMap((blob, index) => {
        const bytes = sizes[index];
        return bytes === undefined ? [] : [[blob, bytes]];
    }));
}
function sumOf(blobs, ...known) {
    const sizes = blobs.map((blob) => known.map((map) => map.get(blob)).find((bytes) => bytes !== undefined));
    return {
        bytes: sizes.reduce((sum, bytes) => sum + (bytes ?? 0), 0),
        isWhole: sizes.every((bytes) => bytes !== undefined),
    };
}
async function freeBytes(path) {
    const { bfree, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.statfs)(path);
    return bfree * bsize;
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

/***/ 258:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Cw: () => (  assertRemovable),
    gt: () => (  LARGEST_READ),
    nD: () => (  blobPath),
    u1: () => (  layerFolder)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);

function layerFolder({ repository, digest }) {
    return `repositories/${repository}/_layers/${digest.replace(":", "/")}`;
}
const LARGEST_READ = 64 * 1024 * 1024;
function blobPath(digest) {
    const [algorithm = "", hex = ""] = digest.split(":");
    return `blobs/${algorithm}/${hex.slice(0, 2)}/${hex}/data`;
}
function assertRemovable(path) {
    const parts = path.split("/");
    const isPlain = parts.every((part) => part !== "" && part !== "." && part !== ".." && !part.includes("\0"));
    const area = parts.findIndex((part) => /^_(?:manifests|layers|uploads)$/.test(part));
    if (isPlain && parts[0] === "repositories" && area >= 2)
        return;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`${JSON.stringify(path)} is nothing that a sweep removes`, "Report this as a bug.");
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
