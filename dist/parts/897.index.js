export const id = 897;
export const ids = [897];
export const modules = {

/***/ 229:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ collectByCommand),
  refuseDeleteUntagged: () => (/* binding */ refuseDeleteUntagged)
});

// EXTERNAL MODULE: ../../node_modules/p-map/index.js
var p_map = __webpack_require__(1773);
// EXTERNAL MODULE: ./lazy/core/result/collection.js
var collection = __webpack_require__(9513);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/disk/container/blob-sizes.js
var blob_sizes = __webpack_require__(6173);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ../../node_modules/execa/index.js + 130 modules
var execa = __webpack_require__(3800);
// EXTERNAL MODULE: ./lazy/disk/script/process-group.js
var process_group = __webpack_require__(9826);
// EXTERNAL MODULE: ./lazy/disk/script/watch-liveness.js
var watch_liveness = __webpack_require__(2470);
;// CONCATENATED MODULE: ./lazy/disk/script/gc-command.js










const WATCH_MS = 100;
const TRAP_MS = 60_000;
const UP_MS = 120_000;
const ERROR_TAIL = 4000;
const HELD_MS = 10_000;
const NOISE = /: marking (?:manifest|blob|configuration) |^(?:blob|manifest) eligible for deletion: |: layer link eligible for deletion: /;
async function runScript(script, options) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "prune-image-tags-"));
    const wasStopped = (await options.host.liveness()).kind === "down";
    let wasDown = false;
    const endWatch = (0,watch_liveness/* watchLiveness */.r)(options.host, WATCH_MS, ({ kind }) => {
        wasDown = kind === "down" || wasDown;
    });
    try {
        const file = (0,external_node_path_.join)(folder, "gc-command.sh");
        await (0,promises_.writeFile)(file, script, { mode: 0o600 });
        const { report, code, errorOutput, isHeld } = await runBash(file, options);
        const isEmpty = code !== 0 && (0,collection/* isEmptyRegistry */.dU)(errorOutput);
        if (code !== 0 && !isEmpty)
            throw failed(code, errorOutput);
        if (isHeld)
            throw held();
        if (!wasStopped)
            await waitUntilUp(options);
        await endWatch();
        return { report, isEmpty, wasDown };
    }
    finally {
        await endWatch();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function runBash(file, { onLine, signal }) {
    const reading = (0,collection/* readCollection */.H7)();
    const child = (0,execa/* execa */.Ho)("bash", ["-euo", "pipefail", file], {
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
        if (!NOISE.test(line) && line.trim() !== "")
            onLine(line);
    };
    const streams = [
        (0,external_node_readline_.createInterface)({ input: child.stdout }),
        (0,external_node_readline_.createInterface)({ input: child.stderr }),
    ];
    streams[0].on("line", show);
    streams[1].on("line", (line) => {
        errorOutput = `${errorOutput}${line}\n`.slice(-ERROR_TAIL);
        show(line);
    });
    const letGo = cutOffOutput(child);
    const result = await child;
    const isHeld = letGo();
    signal.removeEventListener("abort", end);
    if (signal.aborted)
        throw signal.reason;
    if (result.code === "ENOENT") {
        throw new errors/* PruneError */.Pc("gc-command needs bash, which is not on the PATH", "Install bash where this runs.");
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
    return new errors/* PruneError */.Pc("gc-command has ended, and something that it started still holds its output; if that is the registry, the next line that it writes kills it", "Look at whether the registry runs. Let its service manager start it, or send its output elsewhere: " +
        "setsid nohup registry serve config.yml >>/var/log/registry.log 2>&1 </dev/null &");
}
async function endGroup(child) {
    if (child.pid === undefined)
        return;
    (0,process_group/* killGroup */.i)(child.pid, "SIGTERM");
    const deadline = Date.now() + TRAP_MS;
    while (child.exitCode === null && child.signalCode === null) {
        if (Date.now() > deadline)
            (0,process_group/* killGroup */.i)(child.pid, "SIGKILL");
        await (0,external_node_timers_promises_.setTimeout)(WATCH_MS);
    }
}
function failed(code, errorOutput) {
    const said = errorOutput.trim().split("\n").at(-1) ?? "";
    return new errors/* PruneError */.Pc(`gc-command failed (exit code ${code})${said === "" ? "" : `: ${said}`}`, "Look at what it printed, and whether the registry runs. A trap in the script starts it again in every case: " +
        "trap 'systemctl start docker-registry' EXIT.");
}
async function waitUntilUp({ host, signal }) {
    const deadline = Date.now() + UP_MS;
    for (;;) {
        const liveness = await host.liveness();
        if (liveness.kind === "up")
            return;
        if (signal.aborted || Date.now() > deadline) {
            throw new errors/* PruneError */.Pc(`THE REGISTRY IS NOT BACK: ${host.name} does not answer after gc-command`, "Start it by hand now, and let the script do so at its end.");
        }
        await (0,external_node_timers_promises_.setTimeout)(WATCH_MS);
    }
}

// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __webpack_require__(252);
// EXTERNAL MODULE: ./lazy/commands/collection/proof.js + 1 modules
var collection_proof = __webpack_require__(4684);
// EXTERNAL MODULE: ./lazy/commands/collection/job.js
var collection_job = __webpack_require__(5808);
;// CONCATENATED MODULE: ./lazy/commands/collection/by-command.js








const MOST_PROBES = 200;
async function collectByCommand(job, script) {
    if (job.isDryRun)
        return (0,collection_job/* skipped */.hT)({ kind: "dry-run" });
    if (job.hooks.stop?.aborted === true)
        return (0,collection_job/* skipped */.hT)({ kind: "told-to-stop" });
    await refuseDeleteUntagged(script, job.host);
    const before = await prove(job);
    const time = (0,collection_job/* limitTime */.DZ)(job);
    try {
        const freeBefore = await job.freeBytes?.();
        (0,collection_job/* tellStep */.Y9)(job)({ kind: "collecting" });
        const result = await runScript(script, {
            host: job.host,
            signal: time.signal,
            onLine: (line) => {
                (0,collection_job/* tellStep */.Y9)(job)({ kind: "script-line", line });
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
    throw new errors/* PruneError */.Pc("gc-command says --delete-untagged, which destroys multi-arch images on Distribution 2.x, and this registry is not seen to be 3.x; it was not run", "Take it away. reclaim with storage and untagged-older-than removes untagged images on both, with all that tags need kept.");
}
function toldToStop() {
    return new errors/* PruneError */.Pc("told to stop while gc-command ran, so it was ended (SIGTERM)", "Look at whether the registry runs; a trap in the script starts it in every case.");
}
async function prove(job) {
    const repositories = job.pruned.length > 0 ? job.pruned : await catalogue(job);
    if (repositories === undefined)
        return { proof: undefined, readable: [] };
    const proof = await (0,collection_proof/* beginProof */.y)(job, repositories);
    return { proof, readable: repositories.filter((name) => !proof.scope.unproven.includes(name)) };
}
async function catalogue({ host }) {
    if ((await host.liveness()).kind === "down")
        return undefined;
    try {
        return await host.listRepositories();
    }
    catch (error) {
        const isRefusal = error instanceof registry/* RegistryError */.g && ["unauthorized", "forbidden", "not-a-registry"].includes(error.kind);
        if (isRefusal)
            return undefined;
        throw error;
    }
}
const UNKNOWN = { bytes: 0, isWhole: false };
async function judge(run, result) {
    const { job, proof, grown } = run;
    const { report, isEmpty, wasDown } = result;
    if (isEmpty) {
        (0,collection_job/* requirePruned */.kr)(job, collection_job/* NOTHING */.K$);
        return (0,collection_job/* skipped */.hT)({ kind: "empty-registry" });
    }
    if (report.isWhole)
        (0,collection_job/* requirePruned */.kr)(job, report);
    if (!wasDown)
        await refuseStaleCache(run, report);
    return {
        kind: "collected",
        ...(report.isWhole ? { blobs: report.blobs.length } : {}),
        ...(0,collection/* freedBy */.uq)(grown, report.isWhole ? (0,blob_sizes/* sumOf */.XN)(report.blobs, job.known) : UNKNOWN),
        restarted: wasDown,
        ...(proof?.scope ?? { unproven: [] }),
        harm: (await proof?.compare()) ?? [],
    };
}
async function refuseStaleCache({ job, readable }, report) {
    const probes = report.blobs.flatMap((blob) => readable.map((repository) => ({ repository, blob })));
    const found = await (0,p_map/* default */.Ay)(probes.slice(0, MOST_PROBES), ({ repository, blob }) => job.host.findBlob(repository, blob), { concurrency: job.concurrency });
    if (found.every((blob) => blob === undefined))
        return;
    throw new errors/* PruneError */.Pc("RESTART THE REGISTRY NOW: it was not restarted by gc-command, and still believes to have blobs that were collected; " +
        "a push that shares a layer with them would seem to succeed, and could not be pulled", "Let gc-command stop the registry before the collection and start it after.");
}


/***/ }),

/***/ 1897:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collect: () => (/* binding */ collect)
});

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/commands/collection/by-command.js + 1 modules
var by_command = __webpack_require__(229);
// EXTERNAL MODULE: ./lazy/core/result/collection.js
var collection = __webpack_require__(9513);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __webpack_require__(1033);
// EXTERNAL MODULE: ./lazy/disk/container/blob-sizes.js
var blob_sizes = __webpack_require__(6173);
// EXTERNAL MODULE: ./lazy/disk/container/lock.js + 1 modules
var lock = __webpack_require__(7412);
// EXTERNAL MODULE: ./lazy/disk/container/names.js
var names = __webpack_require__(6385);
// EXTERNAL MODULE: ./lazy/disk/container/one-off.js
var one_off = __webpack_require__(5941);
// EXTERNAL MODULE: ./lazy/disk/container/site.js
var container_site = __webpack_require__(1202);
// EXTERNAL MODULE: ./lazy/disk/container/open-site.js + 2 modules
var open_site = __webpack_require__(1854);
// EXTERNAL MODULE: ./lazy/disk/container/stopped.js
var stopped = __webpack_require__(780);
// EXTERNAL MODULE: ./lazy/commands/collection/proof.js + 1 modules
var collection_proof = __webpack_require__(4684);
// EXTERNAL MODULE: ./lazy/commands/collection/job.js
var collection_job = __webpack_require__(5808);
;// CONCATENATED MODULE: ./lazy/commands/collection/by-container.js












const BESIDES_MS = 15 * 60_000;
async function collectByContainer(job, by) {
    const { hooks, settings } = job;
    const site = await (0,open_site.openSite)(by.name);
    hideSecrets(site, hooks.onSecret);
    hooks.willStop?.(site.container.name);
    const { wasRecovered } = await (0,lock/* takeLock */.HJ)(site, {
        run: hooks.run,
        longest: 2 * settings.timeout + BESIDES_MS,
        onWait: () => {
            (0,collection_job/* tellStep */.Y9)(job)({ kind: "waiting", container: by.name });
        },
        signal: hooks.stop,
    });
    const time = (0,collection_job/* limitTime */.DZ)(job);
    const release = () => (0,lock/* releaseLock */.x_)(site.engine, site.container.name, hooks.run);
    try {
        await ensureRunning(job, site, wasRecovered);
        const outcome = await collectLocked({ job, by, site, signal: time.signal });
        await release();
        return outcome;
    }
    catch (error) {
        if (!(error instanceof stopped/* StillStoppedError */.Sq))
            await release();
        throw error;
    }
    finally {
        time.end();
    }
}
function hideSecrets({ container }, onSecret) {
    for (const entry of container.env) {
        const [, value = ""] = /^[^=]*(?:SECRET|PASSWORD|KEY|TOKEN)[^=]*=(.+)$/is.exec(entry) ?? [];
        if (value !== "")
            onSecret(value);
    }
}
async function ensureRunning(job, site, wasRecovered) {
    const { engine } = site;
    const { name, isRunning } = await (0,container_site/* inspectContainer */.a)(engine, site.container.id);
    if (wasRecovered)
        (0,collection_job/* tellStep */.Y9)(job)({ kind: "recovered", container: name });
    if (isRunning)
        return;
    if (!wasRecovered) {
        throw new errors/* PruneError */.Pc(`the container ${name} does not run, and it is not known whether it should`, `Start it (${engine.program} start ${name}) and run again.`);
    }
    await (0,stopped/* startAgain */.t2)({ engine, name, host: job.host, say: (0,collection_job/* tellStep */.Y9)(job) });
}
async function collectLocked(locked) {
    const { job, by, site } = locked;
    const seen = await look(locked);
    const { blobs, repositories } = seen.kind === "empty" ? collection_job/* NOTHING */.K$ : seen.report;
    const garbage = (0,blob_sizes/* sumOf */.XN)(blobs, job.known, seen.sizes);
    const known = garbage.isWhole ? { bytes: garbage.bytes } : {};
    (0,collection_job/* tellStep */.Y9)(job)({ kind: "looked", blobs: blobs.length, ...known });
    const why = (0,collection/* collectionSkipReason */.K3)({
        isEmpty: seen.kind === "empty",
        isDryRun: job.isDryRun,
        isToldToStop: job.hooks.stop?.aborted === true,
        hasSweep: job.sweep !== undefined,
        blobs: blobs.length,
        ...(site.storage.location.kind === "other" ? { bytes: garbage.bytes } : known),
        ...(by.minimum === undefined ? {} : { minimum: by.minimum }),
    });
    if (why !== undefined)
        return (0,collection_job/* skipped */.hT)(why, known.bytes);
    const proof = await (0,collection_proof/* beginProof */.y)(job, repositories.filter(reference/* isRepositoryName */.en));
    const done = await collectWhileStopped(locked, seen);
    return { ...done, restarted: true, ...proof.scope, harm: await proof.compare() };
}
function collectWhileStopped(locked, seen) {
    const { job, site } = locked;
    const registry = {
        engine: site.engine,
        name: site.container.name,
        host: job.host,
        say: (0,collection_job/* tellStep */.Y9)(job),
        stop: job.hooks.stop,
    };
    return (0,stopped/* whileStopped */.He)(registry, (signal) => collectStopped({ ...locked, signal: AbortSignal.any([signal, locked.signal]) }, seen));
}
async function look({ job, site, signal }) {
    const { engine } = site;
    const name = (0,names/* lookName */.D)(site.container.name);
    await (0,one_off/* removeOneOff */.ch)(engine, name);
    try {
        await (0,one_off/* createOneOff */.AZ)(site, { name, isDryRun: true, labels: {} });
        const collected = await (0,one_off/* runOneOff */.dp)(engine, name, signal);
        if (collected.kind === "empty") {
            (0,collection_job/* requirePruned */.kr)(job, collection_job/* NOTHING */.K$);
            return { ...collected, sizes: new Map() };
        }
        const { report } = collected;
        (0,collection_job/* requirePruned */.kr)(job, report);
        const unknown = report.blobs.filter((blob) => !job.known.has(blob));
        return { ...collected, sizes: await measure({ job, site }, report, unknown) };
    }
    finally {
        await (0,one_off/* removeOneOff */.ch)(engine, name);
    }
}
async function measure({ job, site }, report, blobs) {
    if (job.measure !== undefined)
        return job.measure(blobs);
    if (site.storage.location.kind === "filesystem")
        return (0,blob_sizes/* measureBlobs */.Ru)(site, blobs);
    const repositories = [...new Set([...job.pruned, ...report.repositories.filter(reference/* isRepositoryName */.en)])];
    const ask = async (blob) => {
        for (const repository of repositories) {
            const bytes = await job.host.measureBlob(repository, blob);
            if (bytes !== undefined)
                return bytes;
        }
        return undefined;
    };
    return (0,blob_sizes/* measureEach */.WZ)(blobs, ask, job.concurrency);
}
async function collectStopped(locked, before) {
    const { job, site, signal } = locked;
    let seen = before;
    if (job.sweep !== undefined) {
        await job.sweep(signal);
        seen = await look(locked);
    }
    const blobs = seen.kind === "empty" ? [] : seen.report.blobs;
    const root = await (0,blob_sizes/* rootOnThisMachine */.BW)(site, blobs);
    (0,collection_job/* tellStep */.Y9)(job)({ kind: "collecting" });
    const freeBefore = root === undefined ? undefined : await (0,blob_sizes/* freeBytes */.go)(root);
    const collected = await (0,one_off/* runOneOff */.dp)(site.engine, (0,names/* lockName */.l)(site.container.name), signal);
    if (collected.kind === "empty")
        return { kind: "collected", blobs: 0 };
    (0,collection_job/* requirePruned */.kr)(job, collected.report);
    const gone = collected.report.blobs;
    const grown = root === undefined ? 0 : (await (0,blob_sizes/* freeBytes */.go)(root)) - (freeBefore ?? 0);
    return { kind: "collected", blobs: gone.length, ...(0,collection/* freedBy */.uq)(grown, (0,blob_sizes/* sumOf */.XN)(gone, job.known, seen.sizes)) };
}

;// CONCATENATED MODULE: ./lazy/commands/collection/collect.js



async function collect(job) {
    const { settings, host, hooks } = job;
    const { by } = settings;
    hooks.say({ kind: "collection-started", host: host.name, by: by.kind });
    const outcome = await (by.kind === "container" ? collectByContainer(job, by) : (0,by_command/* collectByCommand */.j)(job, by.script)).catch((error) => {
        return { kind: "failed", error: (0,errors/* asPruneError */.Di)(error, "the collection") };
    });
    hooks.say({ kind: "collection-ended", outcome });
    return outcome;
}


/***/ }),

/***/ 4684:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ beginProof)
});

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/commands/collection/job.js
var collection_job = __webpack_require__(5808);
// EXTERNAL MODULE: ../../node_modules/p-map/index.js
var p_map = __webpack_require__(1773);
// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __webpack_require__(7293);
// EXTERNAL MODULE: ./lazy/core/image/manifest.js
var manifest = __webpack_require__(8544);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js + 1 modules
var observe = __webpack_require__(3440);
;// CONCATENATED MODULE: ./lazy/run/verify/integrity.js




async function readPresence(options, repository) {
    const { registry, host, concurrency } = options;
    const reading = { registry, repository, concurrency };
    const listed = (await registry.listTags(repository)) ?? [];
    const known = { manifests: new Map(), missing: new Set() };
    const states = await (0,observe/* listedStill */.y1)(reading, await (0,observe/* readTags */.g$)(reading, listed, known.manifests));
    await (0,observe/* readNeeded */.ue)(reading, (0,graph/* neededIn */.vs)(known.manifests), known);
    const blobs = [...new Set([...known.manifests.values()].flatMap(manifest/* blobDigests */.Fl))];
    const found = await (0,p_map/* default */.Ay)(blobs, (blob) => host.findBlob(repository, blob), { concurrency });
    const answering = blobs.filter((_, index) => found[index] !== undefined);
    return {
        repository,
        tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
        manifests: known.manifests,
        present: new Set([...known.manifests.keys(), ...answering]),
    };
}
function lostParts(before, after) {
    const isEmptied = before.tags.size > 0 && after.tags.size === 0;
    return [...before.tags].flatMap(([tag, digest]) => {
        const isOthers = !isEmptied && (!after.tags.has(tag) || movedTo(after, tag, digest));
        if (digest === undefined || isOthers)
            return [];
        const parts = [...(0,graph/* contents */.PG)([digest], before.manifests)].flatMap((part) => [
            part,
            ...(0,manifest/* blobDigests */.Fl)(before.manifests.get(part)),
        ]);
        const missing = parts.find((part) => before.present.has(part) && !after.present.has(part));
        return missing === undefined ? [] : [{ kind: "part-missing", tag, missing }];
    });
}
function movedTo({ tags }, tag, from) {
    const now = tags.get(tag);
    return now !== undefined && now !== from;
}

;// CONCATENATED MODULE: ./lazy/commands/collection/proof.js



async function beginProof(job, repositories) {
    const before = [];
    const unproven = [];
    for (const repository of repositories) {
        try {
            before.push(await readPresence(job, repository));
        }
        catch (error) {
            if (!(error instanceof errors/* PruneError */.Pc) || job.pruned.includes(repository))
                throw error;
            unproven.push(repository);
        }
    }
    const tags = before.reduce((sum, presence) => sum + presence.tags.size, 0);
    (0,collection_job/* tellStep */.Y9)(job)({ kind: "proving", when: "before", tags });
    return {
        scope: { proven: tags, unproven },
        compare: async () => {
            (0,collection_job/* tellStep */.Y9)(job)({ kind: "proving", when: "after", tags });
            const harm = [];
            for (const presence of before) {
                const { repository } = presence;
                const lost = lostParts(presence, await readPresence(job, repository));
                harm.push(...lost.map((one) => ({ ...one, repository })));
            }
            return harm;
        },
    };
}


/***/ }),

/***/ 6173:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ rootOnThisMachine),
/* harmony export */   Ru: () => (/* binding */ measureBlobs),
/* harmony export */   WZ: () => (/* binding */ measureEach),
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   go: () => (/* binding */ freeBytes)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1773);
/* harmony import */ var _storage_storage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(258);
/* harmony import */ var _registry_container_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(696);





const PROCESSES = 4;
const READS = 16;
function blobFile(digest) {
    return `docker/registry/v2/${(0,_storage_storage_js__WEBPACK_IMPORTED_MODULE_2__/* .blobPath */ .nD)(digest)}`;
}
async function rootOnThisMachine(site, blobs) {
    const { location } = site.storage;
    const [blob] = blobs;
    if (location.kind === "other" || blob === undefined)
        return undefined;
    const mount = (0,_registry_container_js__WEBPACK_IMPORTED_MODULE_3__/* .mountOf */ .vI)(site.container.mounts, location.root);
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
    const sizes = await (0,p_map__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .Ay)(blobs, measure, { concurrency });
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

/***/ 1854:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSite: () => (/* binding */ openSite)
});

// UNUSED EXPORTS: copyConfig, refuseUnsafeStorage

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: external "path/posix"
var posix_ = __webpack_require__(3236);
// EXTERNAL MODULE: external "os"
var external_os_ = __webpack_require__(857);
// EXTERNAL MODULE: external "fs/promises"
var promises_ = __webpack_require__(1943);
// EXTERNAL MODULE: ./lazy/disk/container/engine.js
var container_engine = __webpack_require__(9063);
// EXTERNAL MODULE: ../../node_modules/p-map/index.js
var p_map = __webpack_require__(1773);
// EXTERNAL MODULE: ./lazy/disk/container/names.js
var names = __webpack_require__(6385);
// EXTERNAL MODULE: ./lazy/disk/container/registry-container.js
var registry_container = __webpack_require__(696);
;// CONCATENATED MODULE: ./lazy/disk/container/other-registries.js




const PROCESSES = 8;
async function refuseNeighbours({ engine, container, storage }) {
    const { location } = storage;
    const mount = location.kind === "other" ? undefined : (0,registry_container/* mountOf */.vI)(container.mounts, location.root);
    if (mount === undefined)
        return;
    for (const other of await runningContainers(engine)) {
        const isOurs = [container.name, (0,names/* lockName */.l)(container.name), (0,names/* lookName */.D)(container.name)].includes(other.name);
        if (isOurs || !isRegistry(other, container) || !shares(other.mounts, mount))
            continue;
        throw new errors/* PruneError */.Pc(`the container ${other.name} serves the same images as ${container.name}, and would take pushes while the garbage is collected`, "Collect by gc-command, which stops both before and starts both after. Nothing was stopped.");
    }
}
async function runningContainers(engine) {
    const listed = await engine.run(["container", "ls", "--quiet", "--no-trunc"]);
    const ids = listed.split(/\s+/).filter((id) => id !== "");
    const inspected = await (0,p_map/* default */.Ay)(ids, (id) => engine.inspect(id), { concurrency: PROCESSES });
    return inspected.flatMap((one) => {
        try {
            return one === undefined ? [] : [(0,registry_container/* describeContainer */.rc)(one)];
        }
        catch (error) {
            if (error instanceof errors/* PruneError */.Pc)
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

// EXTERNAL MODULE: ../../node_modules/yaml/dist/index.js
var dist = __webpack_require__(3483);
// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
;// CONCATENATED MODULE: ./lazy/disk/container/registry-storage.js




const NOT_DRIVERS = new Set(["cache", "delete", "maintenance", "redirect", "tag"]);
const DEFAULT_ROOT = "/var/lib/registry";
function readStorage(config, env) {
    const storage = section(parseConfig(config), "storage");
    const cache = section(storage, "cache");
    const set = (name) => (0,registry_container/* valueOf */.RP)(env, `REGISTRY_STORAGE${name}`);
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
    const whole = (0,registry_container/* valueOf */.RP)(env, "REGISTRY_STORAGE");
    const inFile = Object.keys(storage).filter((key) => !NOT_DRIVERS.has(key));
    const inEnv = env.flatMap((entry) => {
        const driver = /^REGISTRY_STORAGE_([A-Z0-9]+)[_=]/.exec(entry)?.[1]?.toLowerCase() ?? "";
        return driver === "" || NOT_DRIVERS.has(driver) ? [] : [driver];
    });
    const drivers = new Set(whole === undefined ? [...inFile, ...inEnv] : [whole.trim(), ...inEnv]);
    if (drivers.size !== 1 || !drivers.has("filesystem"))
        return { kind: "other" };
    const root = (0,registry_container/* valueOf */.RP)(env, "REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY") ??
        registry_storage_text(section(storage, "filesystem")["rootdirectory"]) ??
        DEFAULT_ROOT;
    return { kind: "filesystem", root: root.replace(/\/+$/, "") };
}
function parseConfig(config) {
    const value = parseValue(config);
    if ((0,json/* isObject */.Gv)(value))
        return value;
    throw new errors/* PruneError */.Pc("the registry's configuration is not YAML that can be read", "Look at it: prune-image-tags check --registry-config FILE says what is wrong. Nothing was stopped.");
}
function parseValue(yaml) {
    try {
        return (0,dist/* parse */.qg)(yaml);
    }
    catch {
        return undefined;
    }
}
function section(value, key) {
    const found = key === "" ? value : (0,json/* isObject */.Gv)(value) ? value[key] : undefined;
    return (0,json/* isObject */.Gv)(found) ? found : {};
}
function registry_storage_text(value) {
    return typeof value === "string" ? value : undefined;
}

// EXTERNAL MODULE: ./lazy/disk/container/site.js
var container_site = __webpack_require__(1202);
;// CONCATENATED MODULE: ./lazy/disk/container/open-site.js









async function openSite(name) {
    const engine = await (0,container_engine/* findEngine */.G)(name);
    const container = await (0,container_site/* inspectContainer */.a)(engine, name);
    const config = await copyConfig(engine, container);
    const storage = readStorage(config, container.env);
    refuseUnsafeStorage(container, storage);
    const site = { engine, container, config, storage };
    await refuseNeighbours(site);
    return site;
}
async function copyConfig(engine, container) {
    const folder = await (0,promises_.mkdtemp)((0,posix_.join)((0,external_os_.tmpdir)(), "prune-image-tags-"));
    try {
        const file = (0,posix_.join)(folder, "config.yml");
        for (const path of container.configPaths) {
            try {
                const follow = engine.program === "docker" ? ["--follow-link"] : [];
                await engine.run(["container", "cp", ...follow, `${container.id}:${path}`, file]);
                return await (0,promises_.readFile)(file, "utf8");
            }
            catch (error) {
                if (!(error instanceof container_engine/* EngineError */.N) || container.configPaths.at(-1) === path)
                    throw error;
            }
        }
        throw new errors/* PruneError */.Pc("no place for the configuration is known", "Please report it.");
    }
    catch (cause) {
        if (!(cause instanceof errors/* PruneError */.Pc))
            throw cause;
        throw new errors/* PruneError */.Pc(`the configuration of the container ${container.name} can't be copied out of it: ${cause.message}`, `It was looked for at ${container.configPaths.join(" and ")}. Nothing was stopped.`);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
function refuseUnsafeStorage({ name, mounts }, { location, cache }) {
    if (cache === "redis") {
        throw new errors/* PruneError */.Pc(`the registry in ${name} remembers blobs in redis, which a restart does not clear: after a collection it would take pushes of layers that are gone`, "Use gc-command, with a flush of that redis database before the registry is started again; nothing was stopped.");
    }
    if (location.kind === "other")
        return;
    const mount = (0,registry_container/* mountOf */.vI)(mounts, location.root);
    if (mount === undefined || mount.kind === "other") {
        throw new errors/* PruneError */.Pc(`the images of the registry in ${name} (${location.root}) are not in a volume` +
            (mount === undefined ? ", so no other container can see them" : ", and stopping it would lose them"), "Put them in a volume (docker run -v registry:/var/lib/registry …); nothing was stopped.");
    }
}


/***/ }),

/***/ 258:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cw: () => (/* binding */ assertRemovable),
/* harmony export */   gt: () => (/* binding */ LARGEST_READ),
/* harmony export */   nD: () => (/* binding */ blobPath)
/* harmony export */ });
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);

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
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc(`${JSON.stringify(path)} is nothing that a sweep removes`, "Report this as a bug.");
}


/***/ })

};
