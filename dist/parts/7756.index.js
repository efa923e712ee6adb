export const id = 7756;
export const ids = [7756];
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

/***/ 7756:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  collect: () => (  collect)
});

var errors = __webpack_require__(6846);
var by_command = __webpack_require__(229);
var collection = __webpack_require__(9513);
var blob_sizes = __webpack_require__(6173);
var lock = __webpack_require__(7412);
var names = __webpack_require__(6385);
var one_off = __webpack_require__(8246);
var container_site = __webpack_require__(1202);
var open_site = __webpack_require__(1854);
var stopped = __webpack_require__(780);
var reference = __webpack_require__(1033);
var promises_ = __webpack_require__(8500);
var witness = __webpack_require__(3068);
; 

const KEPT_LINES = 200;
const LONGEST_LINE = 64 * 1024;
function watchLog(engine, container, about) {
    const over = new AbortController();
    const lines = keptLines();
    const onLine = (line) => {
        if (line.includes(about))
            lines.add(line.slice(0, LONGEST_LINE));
    };
    const args = ["container", "logs", "--follow", "--tail", "0", container];
    const reading = engine
        .follow(args, { onLine, onErrorLine: onLine, signal: over.signal })
        .then(() => undefined, (error) => {
        if (!(error instanceof errors .Pc))
            throw error;
    })
        .finally(lines.end);
    return {
        sees: lines.sees,
        hasEnded: lines.hasEnded,
        async end() {
            over.abort();
            await reading;
        },
    };
}
function keptLines() {
    const recent = [];
    const waiting = new Set();
    let isOver = false;
    return {
        add(line) {
            recent.push(line);
            if (recent.length > KEPT_LINES)
                recent.shift();
            for (const wait of waiting)
                wait(line);
        },
        end() {
            isOver = true;
            for (const wait of waiting)
                wait(undefined);
        },
        hasEnded: () => isOver,
        sees(words, within) {
            if (recent.some((line) => line.includes(words)))
                return Promise.resolve(true);
            if (isOver)
                return Promise.resolve(false);
            return new Promise((resolve) => {
                const settle = (isSeen) => {
                    clearTimeout(timer);
                    waiting.delete(wait);
                    resolve(isSeen);
                };
                const wait = (line) => {
                    if (line === undefined || line.includes(words))
                        settle(line !== undefined);
                };
                const timer = setTimeout(settle, within, false);
                waiting.add(wait);
            });
        },
    };
}

; 




const SEEN_MS = 10_000;
const LATE_MS = 3_000;
const ASK_EVERY_MS = 500;
const READS = 6;
async function proveIdentity(site, named) {
    const { host, isTrusted, onUnproven } = named;
    const { name } = site.container;
    const pulse = await host.liveness();
    if (pulse.kind !== "up") {
        throw new errors .Pc(`nothing shows that the container ${name} is ${host.name}: no registry answers there (${pulse.kind === "down" ? pulse.how : pulse.why})`, "Check the address and its port: it must be the one at which the running container answers. Nothing was stopped.");
    }
    const seen = await lookInLog(site, named);
    if (seen === "all")
        return;
    if (seen === "some")
        throw hasReplicas(host.name, name);
    if (isTrusted)
        return;
    if (onUnproven !== undefined) {
        onUnproven();
        return;
    }
    const why = await lookInStorage(site, named);
    if (why === undefined)
        return;
    throw new errors .Pc(`nothing shows that the container ${name} is ${host.name}: what was asked for there is not in its log, and ${why}`, "Look at whether it is (docker ps shows the ports). If you know it, say so: trust-gc-container. " +
        "Or let it write a log that the engine can show (docker logs). Nothing was stopped.");
}
async function lookInLog(site, named) {
    const watch = watchLog(site.engine, site.container.id, witness .lu);
    try {
        if (!(await isAnySeen(watch, named)))
            return "none";
        const asked = await Promise.all(Array.from({ length: READS }, () => named.host.askMadeUp(named.repository)));
        const answered = asked.filter(({ isAnswered }) => isAnswered);
        const seen = await Promise.all(answered.map(({ words }) => watch.sees(words, LATE_MS)));
        return seen.every(Boolean) ? "all" : "some";
    }
    finally {
        await watch.end();
    }
}
async function isAnySeen(watch, { host, repository }) {
    const deadline = Date.now() + SEEN_MS;
    while (Date.now() < deadline) {
        const { words } = await host.askMadeUp(repository);
        if (await watch.sees(words, ASK_EVERY_MS))
            return true;
        if (watch.hasEnded())
            return false;
    }
    return false;
}
async function lookInStorage({ engine, container, storage }, { host, repository, hasRepository }) {
    const { location } = storage;
    if (location.kind === "other")
        return "its storage can't be looked into, because its blobs are not files";
    if (!hasRepository)
        return "it has no repository in which an upload could be begun";
    const folder = `${location.root}/docker/registry/v2/repositories/${repository}/_uploads`;
    const tried = await host.withUpload(repository, async (id) => {
        const isThere = async () => (await engine.fileSize(container.id, `${folder}/${id}/startedat`)) !== undefined;
        return (await isThere()) || (await (0,promises_.setTimeout)(ASK_EVERY_MS).then(isThere));
    });
    if (tried.kind === "refused")
        return `no upload could be begun to look for in its storage: ${tried.why}`;
    return tried.seen ? undefined : "an upload that was begun there is not in its storage";
}
function hasReplicas(host, container) {
    return new errors .Pc(`${host} is not the container ${container} alone: of what was asked for there, only a part is in its log, so something else answers there too`, "Collecting while a second registry takes pushes corrupts images. Stop both by gc-command, or name the address of this container alone. " +
        "Nothing was stopped.");
}

var external_node_fs_promises_ = __webpack_require__(1455);
var external_node_path_ = __webpack_require__(6760);
; 



async function listStoredRepositories(site, blobs) {
    const root = await (0,blob_sizes .BW)(site, blobs);
    if (root === undefined)
        return [];
    return repositoriesIn((0,external_node_path_.join)(root, "docker/registry/v2/repositories"), "");
}
async function repositoriesIn(base, name) {
    const entries = await (0,external_node_fs_promises_.readdir)((0,external_node_path_.join)(base, name), { withFileTypes: true }).catch(() => []);
    const own = name !== "" && entries.some((entry) => entry.name === "_manifests") ? [name] : [];
    const below = [];
    for (const entry of entries) {
        if (!entry.isDirectory() || entry.name.startsWith("_"))
            continue;
        below.push(await repositoriesIn(base, name === "" ? entry.name : `${name}/${entry.name}`));
    }
    return [...own, ...below.flat()];
}

var collection_job = __webpack_require__(5808);
; 





async function look({ job, site, signal }) {
    const { engine } = site;
    const name = (0,names .D)(site.container.name);
    await (0,one_off .ch)(engine, name);
    try {
        await (0,one_off .AZ)(site, { name, isDryRun: true, labels: {} });
        const collected = await (0,one_off .dp)(engine, name, { signal });
        if (collected.kind === "empty") {
            (0,collection_job .kr)(job, collection_job .K$);
            return { ...collected, sizes: new Map() };
        }
        const { report } = collected;
        (0,collection_job .kr)(job, report);
        const unknown = report.blobs.filter((blob) => !job.known.has(blob));
        return { ...collected, sizes: await measure({ job, site }, report, unknown) };
    }
    finally {
        await (0,one_off .ch)(engine, name);
    }
}
async function measure({ job, site }, report, blobs) {
    if (job.measure !== undefined)
        return job.measure(blobs);
    if (site.storage.location.kind === "filesystem")
        return (0,blob_sizes .Ru)(site, blobs);
    const repositories = [...new Set([...job.pruned, ...report.repositories.filter(reference .en)])];
    const ask = async (blob) => {
        for (const repository of repositories) {
            const bytes = await job.host.measureBlob(repository, blob);
            if (bytes !== undefined)
                return bytes;
        }
        return undefined;
    };
    return (0,blob_sizes .WZ)(blobs, ask, job.concurrency);
}

var collection_proof = __webpack_require__(4684);
; 







async function proveBeforeStop(locked, seen) {
    const { job, by, site } = locked;
    const { repositories, blobs } = reportOf(seen);
    const marked = repositories.filter(reference .en);
    const known = await firstKnown(job, marked);
    await proveIdentity(site, {
        host: job.host,
        repository: known ?? NOBODYS,
        hasRepository: known !== undefined,
        isTrusted: by.isTrusted === true,
        ...(job.isDryRun
            ? {
                onUnproven: () => {
                    (0,collection_job .Y9)(job)({ kind: "identity-open", container: site.container.name, host: job.host.name });
                },
            }
            : {}),
    });
    if (by.isTrusted !== true)
        await job.proveStorage?.(site, marked);
    const stored = await listStoredRepositories(site, blobs);
    const proof = await (0,collection_proof .y)(job, [...new Set([...marked, ...stored.filter(reference .en)])]);
    if (proof.neededOf(blobs) === undefined)
        return { proof, seen };
    const again = await look(locked);
    refuseNeeded(proof, reportOf(again).blobs);
    return { proof, seen: again };
}
function refuseNeeded(proof, blobs) {
    const needed = proof.neededOf(blobs);
    if (needed === undefined)
        return;
    const { repository, tag, part } = needed;
    throw new errors .Pc(`garbage-collect would take ${part}, which ${repository}:${tag} needs, so nothing was collected`, "The registry serves images that its own collection does not see, such as those that Distribution 2.1.0 wrote (their manifests are linked under _layers alone). " +
        "Push them again (docker pull, docker push), which links them where it looks, or delete the tags; until then, let nothing collect here.");
}
const NOBODYS = madeUpName();
function madeUpName() {
    const name = "prune-image-tags/made-up";
    if ((0,reference .en)(name))
        return name;
    throw new errors .Pc(`${name} is no repository's name`, "Report this as a bug.");
}
function reportOf(seen) {
    return seen.kind === "empty" ? collection_job .K$ : seen.report;
}
const MOST_ASKED = 20;
async function firstKnown({ registry, pruned }, marked) {
    const [first] = pruned;
    if (first !== undefined)
        return first;
    for (const repository of marked.slice(0, MOST_ASKED)) {
        try {
            if ((await registry.listTags(repository)) !== undefined)
                return repository;
        }
        catch (error) {
            if (!(error instanceof errors .Pc))
                throw error;
        }
    }
    return undefined;
}

; 












const BESIDES_MS = 15 * 60_000;
async function collectByContainer(job, by) {
    const { hooks, settings } = job;
    const site = await (0,open_site.openSite)(by.name);
    hideSecrets(site, hooks.onSecret);
    hooks.willStop?.(site.container.name);
    const { wasRecovered } = await (0,lock .HJ)(site, {
        run: hooks.run,
        longest: 2 * settings.timeout + BESIDES_MS,
        onWait: () => {
            (0,collection_job .Y9)(job)({ kind: "waiting", container: by.name });
        },
        signal: hooks.stop,
    });
    const time = (0,collection_job .DZ)(job);
    const release = () => (0,lock .x_)(site.engine, site.container.name, hooks.run);
    try {
        await ensureRunning(job, site, wasRecovered);
        const outcome = await collectLocked({ job, by, site, signal: time.signal });
        await release();
        return outcome;
    }
    catch (error) {
        if (!(error instanceof stopped .Sq))
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
    const { name, isRunning } = await (0,container_site .a)(engine, site.container.id);
    if (wasRecovered)
        (0,collection_job .Y9)(job)({ kind: "recovered", container: name });
    if (isRunning)
        return;
    if (!wasRecovered) {
        throw new errors .Pc(`the container ${name} does not run, and it is not known whether it should`, `Start it (${engine.program} start ${name}) and run again.`);
    }
    await (0,stopped .t2)({ engine, name, host: job.host, say: (0,collection_job .Y9)(job) });
}
async function collectLocked(locked) {
    const { job, by, site } = locked;
    const seen = await lookBeforeSweep(locked);
    const { blobs } = seen.kind === "empty" ? collection_job .K$ : seen.report;
    const garbage = (0,blob_sizes .XN)(blobs, job.known, seen.sizes);
    const known = garbage.isWhole ? { bytes: garbage.bytes } : {};
    (0,collection_job .Y9)(job)({ kind: "looked", blobs: blobs.length, ...known });
    const why = (0,collection .K3)({
        isEmpty: seen.kind === "empty",
        isDryRun: job.isDryRun,
        isToldToStop: job.hooks.stop?.aborted === true,
        hasSweep: job.sweep !== undefined,
        blobs: blobs.length,
        ...(site.storage.location.kind === "other" ? { bytes: garbage.bytes } : known),
        ...(by.minimum === undefined ? {} : { minimum: by.minimum }),
    });
    if (why?.kind === "dry-run")
        await proveBeforeStop(locked, seen);
    if (why !== undefined)
        return (0,collection_job .hT)(why, known.bytes);
    const { proof, seen: last } = await proveBeforeStop(locked, seen);
    const done = await collectWhileStopped({ ...locked, proof }, last);
    return { ...done, restarted: true, ...proof.scope, ...(await proof.compare()) };
}
async function lookBeforeSweep(locked) {
    const { job } = locked;
    try {
        return await look(locked);
    }
    catch (error) {
        if (!(error instanceof one_off .I4) || job.sweep === undefined)
            throw error;
        return { kind: "report", report: collection_job .K$, sizes: new Map() };
    }
}
function collectWhileStopped(locked, seen) {
    const { job, site } = locked;
    const registry = {
        engine: site.engine,
        name: site.container.name,
        host: job.host,
        say: (0,collection_job .Y9)(job),
        stop: job.hooks.stop,
    };
    return (0,stopped .He)(registry, (signal) => collectStopped({ ...locked, signal: AbortSignal.any([signal, locked.signal]) }, seen));
}
async function collectStopped(locked, before) {
    const { job, site, signal } = locked;
    let seen = before;
    if (job.sweep !== undefined) {
        await job.sweep(signal);
        seen = await look(locked);
    }
    const blobs = seen.kind === "empty" ? [] : seen.report.blobs;
    refuseNeeded(locked.proof, blobs);
    const root = await (0,blob_sizes .BW)(site, blobs);
    (0,collection_job .Y9)(job)({ kind: "collecting" });
    const freeBefore = root === undefined ? undefined : await (0,blob_sizes .go)(root);
    const looked = seen.kind === "empty" ? undefined : seen.report;
    const collected = await (0,one_off .dp)(site.engine, (0,names .l)(site.container.name), { signal, looked });
    if (collected.kind === "empty")
        return { kind: "collected", blobs: 0 };
    (0,collection_job .kr)(job, collected.report);
    const gone = collected.report.blobs;
    const grown = root === undefined ? 0 : (await (0,blob_sizes .go)(root)) - (freeBefore ?? 0);
    return { kind: "collected", blobs: gone.length, ...(0,collection .uq)(grown, (0,blob_sizes .XN)(gone, job.known, seen.sizes)) };
}

; 



async function collect(job) {
    const { settings, host, hooks } = job;
    const { by } = settings;
    hooks.say({ kind: "collection-started", host: host.name, by: by.kind });
    const outcome = await (by.kind === "container" ? collectByContainer(job, by) : (0,by_command .j)(job, by.script)).catch((error) => {
        return { kind: "failed", error: (0,errors .Di)(error, "the collection") };
    });
    hooks.say({ kind: "collection-ended", outcome });
    return outcome;
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


/***/ })

};
