export const id = 5087;
export const ids = [5087];
export const modules = {

/***/ 5808:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    DZ: () => (  limitTime),
    K$: () => (  NOTHING),
    Y9: () => (  tellStep),
    hT: () => (  skipped),
    kr: () => (  requirePruned)
  });
  var _core_result_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9513);
  var _core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3065);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6846);



function skipped(why, garbage) {
    return { kind: "skipped", why, ...(garbage === undefined ? {} : { garbage }) };
}
function tellStep({ hooks }) {
    return (step) => hooks.say({ kind: "collection-step", step });
}
function limitTime({ settings, hooks }) {
    const controller = new AbortController();
    const timer = setTimeout(() => {
        controller.abort(new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Pc(`the collection took longer than gc-timeout (${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__  .gf)(settings.timeout)})`, "It was ended. What is not collected now is collected the next time; allow it more time in gc-timeout."));
    }, settings.timeout);
    const signals = [controller.signal, ...(hooks.stop === undefined ? [] : [hooks.stop])];
    return {
        signal: AbortSignal.any(signals),
        end: () => {
            clearTimeout(timer);
        },
    };
}
const NOTHING = { repositories: [], blobs: [], isWhole: true };
function requirePruned({ pruned }, report) {
    const missed = (0,_core_result_collection_js__WEBPACK_IMPORTED_MODULE_0__  .h4)(report, pruned);
    if (missed.length === 0)
        return;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Pc(`the collection did not go through ${missed.join(", ")}, which this run pruned: it works on another storage, or with another configuration`, "Look at which configuration and volumes the collection runs with: they must be the registry's own.");
}


/***/ }),

/***/ 5087:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  executeAndCollect: () => (  executeAndCollect)
});

var errors = __webpack_require__(6846);
var distribution_host = __webpack_require__(4553);
var result = __webpack_require__(5327);
var job = __webpack_require__(5808);
; 


async function prepareCollection({ collection, dryRun }, host, { say, stop }) {
    if (collection?.by.kind === "command") {
        const { refuseDeleteUntagged } = await Promise.all(/* import() */[__webpack_require__.e(3800), __webpack_require__.e(229)]).then(__webpack_require__.bind(__webpack_require__, 229));
        await refuseDeleteUntagged(collection.by.script, host);
    }
    if (collection?.by.kind !== "container")
        return;
    const { openSite } = await Promise.all(/* import() */[__webpack_require__.e(3800), __webpack_require__.e(3483), __webpack_require__.e(1854)]).then(__webpack_require__.bind(__webpack_require__, 1854));
    const { engine, container } = await openSite(collection.by.name);
    if (dryRun)
        return;
    const { recover } = await Promise.all(/* import() */[__webpack_require__.e(3800), __webpack_require__.e(7810), __webpack_require__.e(449)]).then(__webpack_require__.bind(__webpack_require__, 449));
    await recover({
        engine,
        name: container.name,
        host,
        stop,
        say: (step) => {
            say({ kind: "collection-step", step });
        },
    });
}
async function collectAfterPrune(settings, site, hooks) {
    const { collection, concurrency, dryRun } = settings;
    if (collection === undefined)
        return undefined;
    if (dryRun)
        return (0,job .hT)({ kind: "dry-run" });
    if ((0,result .c2)(site.result) !== "done")
        return (0,job .hT)({ kind: "prune-failed" });
    if (site.pruned.length === 0)
        return (0,job .hT)({ kind: "nothing-deleted" });
    const { collect } = await Promise.all(/* import() */[__webpack_require__.e(3800), __webpack_require__.e(3483), __webpack_require__.e(7810), __webpack_require__.e(7756)]).then(__webpack_require__.bind(__webpack_require__, 7756));
    const { registry } = await site.registries.at(site.first);
    return collect({
        settings: collection,
        registry,
        host: site.host,
        concurrency,
        pruned: site.pruned,
        known: site.known,
        isDryRun: false,
        hooks,
    });
}

var connection = __webpack_require__(8364);
; 




async function executeAndCollect(run, first, execute) {
    const { job, hooks, registries } = run;
    const host = await (0,distribution_host .Z)((0,connection .mQ)(job, first, hooks));
    try {
        await prepareCollection(job, host, hooks);
        const { result, pruned, known } = await execute(run);
        const site = { registries, first, host, result, pruned, known };
        const collection = await collectAfterPrune(job, site, hooks).catch((thrown) => ({
            kind: "failed",
            error: (0,errors .Di)(thrown, "the collection"),
        }));
        return { ...result, ...(collection === undefined ? {} : { collection }) };
    }
    finally {
        host.close();
    }
}


/***/ }),

/***/ 9513:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    H7: () => (  readCollection),
    K3: () => (  collectionSkipReason),
    V1: () => (  bareLine),
    _r: () => (  COLLECTION_ADVICE),
    dU: () => (  isEmptyRegistry),
    eS: () => (  isSilent),
    h4: () => (  notCollected),
    oL: () => (  hasNoCollection),
    uq: () => (  freedBy)
  });
  var _names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1033);

function collectionSkipReason(prospect) {
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
function freedBy(grown, { bytes, isWhole }) {
    if (grown > 0)
        return { freed: { bytes: grown, by: "file-system", isLeast: false } };
    return isWhole || bytes > 0 ? { freed: { bytes, by: "blob-sizes", isLeast: !isWhole } } : {};
}
const COLLECTION_ADVICE = "Run garbage-collect --dry-run by hand to see all that it says. After a full disk it is often an empty link or manifest, of a push that failed: " +
    "reclaim with storage, while the registry is stopped, names the file and takes away what is left of an image that has no manifest any more. " +
    "To push that image again mends a link, and no manifest.";
const REPOSITORY_LINE = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const MARKING = /^(\S+): marking (?:manifest|blob|configuration) /;
const ELIGIBLE = /^blob eligible for deletion: (\S+)$/;
const FAILED = /^failed to (?:garbage collect|construct [^:]*): /;
const SUMMARY = /^\d+ blobs marked, \d+ blobs and \d+ manifests eligible for deletion$/;
const OLD_SUMMARY = /^\d+ blobs marked, \d+ blobs eligible for deletion$/;
const PREFIXES = [
    /^\u001b\[[0-9;]*m/,
    /^[\w.-]+ *\| ?/,
    /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?\s+/,
    /^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?\s+/,
    /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S+ \S+?(?:\[\d+\])?: )?/,
];
const MOST_PREFIXES = 8;
function bareLine(text) {
    let line = text.trim();
    for (let count = 0; count < MOST_PREFIXES; count += 1) {
        const prefix = PREFIXES.map((pattern) => pattern.exec(line)?.[0]).find((found) => found !== undefined);
        if (prefix === undefined)
            break;
        line = line.slice(prefix.length).trim();
    }
    return line.replaceAll(/\u001b\[[0-9;]*m/g, "").trim();
}
function readCollection() {
    const repositories = new Set();
    const blobs = new Set();
    let isWhole = false;
    let isOld = false;
    let failure;
    return {
        line(text) {
            const line = bareLine(text);
            const digest = ELIGIBLE.exec(line)?.[1];
            const repository = MARKING.exec(line)?.[1] ?? (REPOSITORY_LINE.test(line) ? line : undefined);
            if (repository !== undefined)
                repositories.add(repository);
            if (digest !== undefined && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_0__  .Bc)(digest))
                blobs.add(digest);
            if (OLD_SUMMARY.test(line))
                isOld = true;
            if (isOld || SUMMARY.test(line))
                isWhole = true;
            if (FAILED.test(line))
                failure = line;
        },
        report: () => ({
            repositories: [...repositories],
            blobs: [...blobs],
            isWhole,
            ...(isOld ? { isOld } : {}),
            ...(failure === undefined ? {} : { failure }),
        }),
    };
}
function isSilent({ repositories, blobs, isWhole, failure }) {
    return repositories.length === 0 && blobs.length === 0 && !isWhole && failure === undefined;
}
function hasNoCollection(errorOutput) {
    return /unknown flag: --dry-run|open garbage-collect: no such file/.test(errorOutput);
}
function isEmptyRegistry(errorOutput) {
    return /failed to mark: .*Path not found: \/docker\/registry\/v2\/repositories(?![\w/-])|error enumerating blobs: .*Path not found: \/docker\/registry\/v2\/blobs(?![\w/-])/.test(errorOutput);
}
function notCollected(report, pruned) {
    return pruned.filter((repository) => !report.repositories.includes(repository));
}


/***/ }),

/***/ 4553:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  Z: () => (  openHost)
});

var catalog = __webpack_require__(473);
var answers = __webpack_require__(1111);
var probes = __webpack_require__(3963);
var registry = __webpack_require__(252);
var refusals = __webpack_require__(5217);
var requests = __webpack_require__(3366);
; 





const READS = "GET, HEAD";
async function proveReadOnly(connection, repository) {
    const { base, session } = connection;
    const url = new URL(`v2/${repository}/manifests/${requests .z}`, base);
    const deletion = await session.send({ method: "DELETE", url }, `repository:${repository}:pull,delete`);
    if (!refusesWrites(deletion)) {
        throw takesWrites(base.host, `it answered a delete with ${deletion.status}${doubtOf(deletion)}`);
    }
    const asked = await session.send({ method: "OPTIONS", url }, `repository:${repository}:pull`);
    if (asked.status !== 200 || asked.headers.allow !== READS || !isOwn(asked)) {
        throw takesWrites(base.host, "asked what it takes, it did not say that it takes reads alone");
    }
    const upload = await (0,probes .tH)({ connection, repository });
    if (upload.kind !== "read-only") {
        throw takesWrites(base.host, "it did not refuse an upload as such a one does");
    }
}
function refusesWrites(response) {
    const text = response.body.toString("utf8").trim();
    return (0,refusals .PI)(response) && isOwn(response) && text === "Method not allowed";
}
function isOwn(response) {
    return response.headers["docker-distribution-api-version"] !== undefined && !(0,answers .yp)(response);
}
function doubtOf(response) {
    return (0,refusals .PI)(response)
        ? ", which is not said in a registry's own words: a proxy may have said it"
        : "";
}
function takesWrites(host, why) {
    return new registry .g("takes-writes", {
        message: `${host} runs, and is not read-only (${why}); nothing was removed`,
        nextStep: [
            "Stop it, and say offline in place of the registry; name gc-container, which stops it for the sweep; or make it read-only:",
            "storage: maintenance: readonly: enabled: true in its configuration, then a restart",
            '(by environment only as REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}; …_READONLY_ENABLED=true is ignored, or panics).',
        ].join("\n"),
    });
}

var witness = __webpack_require__(3068);
var connection_connection = __webpack_require__(207);
var system_error = __webpack_require__(2691);
var retry = __webpack_require__(1654);
var errors = __webpack_require__(6846);
; 



async function probeLiveness({ base, http }) {
    try {
        const { status } = await http.send({ method: "GET", url: new URL("v2/", base), attempts: 1 });
        if (status === 502 || status === 503)
            return { kind: "down", how: `${status}` };
        return retry .bc.includes(status)
            ? { kind: "unknown", why: `a proxy answers ${status}` }
            : { kind: "up" };
    }
    catch (error) {
        if (!(error instanceof errors .Pc))
            return { kind: "unknown", why: String(error) };
        return (0,system_error .$N)(error.cause) === "ECONNREFUSED"
            ? { kind: "down", how: "refused" }
            : { kind: "unknown", why: error.message };
    }
}

var reach = __webpack_require__(1552);
; 










async function openHost(options) {
    const connection = await (0,connection_connection .N)(options);
    return {
        name: options.host,
        liveness: () => probeLiveness(connection),
        major: async () => (0,probes .uY)(await (0,probes .to)(connection)),
        proveReadOnly: (repository) => proveReadOnly(connection, repository),
        listRepositories: () => (0,catalog .C)(connection),
        findBlob: (repository, digest) => findBlob(connection, repository, digest),
        measureBlob: (repository, digest) => measureBlob(connection, repository, digest),
        askMadeUp: (repository) => (0,witness .s6)(connection, repository),
        withUpload: (repository, look) => (0,witness .s1)(connection, repository, look),
        close: connection.close,
    };
}
async function findBlob({ base, session }, repository, digest) {
    const url = new URL(`v2/${repository}/blobs/${digest}`, base);
    const scope = `repository:${repository}:pull`;
    const response = await session.send({ method: "HEAD", url, followsRedirects: false }, scope);
    const { status } = response;
    if (status === 200 && !(0,answers .yp)(response))
        return sizeOf(response);
    const at = status === 307 ? storageOf(response, digest) : undefined;
    if (at !== undefined)
        return { at, reach: (0,reach .sX)(response.peer) };
    const said = status === 404 ? await session.send({ method: "GET", url, peeks: true }, scope) : response;
    if ((0,answers .wp)("blob", said))
        return undefined;
    throw (0,refusals .x5)(base.host, said, `looking for the blob ${digest} of ${repository}`);
}
function storageOf({ headers, url }, digest) {
    const { location, "docker-distribution-api-version": version } = headers;
    if (location === undefined || !URL.canParse(location, url.href))
        return undefined;
    const at = new URL(location, url);
    const [, hex = ""] = digest.split(":");
    return version !== undefined || at.pathname.includes(hex) ? at : undefined;
}
function sizeOf({ headers }) {
    const bytes = Number(headers["content-length"] ?? Number.NaN);
    return Number.isSafeInteger(bytes) ? { bytes } : {};
}
async function measureBlob(connection, repository, digest) {
    const found = await findBlob(connection, repository, digest);
    if (found?.at === undefined)
        return found?.bytes;
    try {
        const response = await connection.http.send({
            method: "HEAD",
            url: found.at,
            reach: found.reach,
            attempts: 1,
        });
        return response.status === 200 ? sizeOf(response).bytes : undefined;
    }
    catch (error) {
        if (error instanceof registry .g)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3068:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    lu: () => (  ASKED_BY),
    s1: () => (  withUpload),
    s6: () => (  askMadeUp)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
  var _http_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1654);
  var _probes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3963);




const ASKED_BY = "asked-by=";
const IN_ITS_PLACE = [429, ..._http_retry_js__WEBPACK_IMPORTED_MODULE_2__  .bc];
async function askMadeUp({ base, session }, repository) {
    const words = `${ASKED_BY}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    const url = new URL(`v2/${repository}/manifests/prune-image-tags-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}?${words}`, base);
    const request = { method: "GET", url, attempts: 1, followsRedirects: false };
    try {
        const { status, headers } = await session.send(request, `repository:${repository}:pull`);
        const isOwn = headers["docker-distribution-api-version"] !== undefined;
        return { words, isAnswered: isOwn && !IN_ITS_PLACE.includes(status) };
    }
    catch (error) {
        if (!(error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc))
            throw error;
        return { words, isAnswered: false };
    }
}
async function withUpload(connection, repository, look) {
    const site = { connection, repository };
    const begun = await (0,_probes_js__WEBPACK_IMPORTED_MODULE_3__  .Dk)(site);
    if (begun === "no-right")
        return { kind: "refused", why: "this user may not push" };
    if (begun.status !== 202)
        return { kind: "refused", why: `it answered ${begun.status}` };
    const id = idOf(begun.headers["docker-upload-uuid"], begun.headers.location);
    const looked = id === undefined ? undefined : await settled(look(id));
    const cancelled = await (0,_probes_js__WEBPACK_IMPORTED_MODULE_3__  .wM)(site, begun);
    if (looked === undefined)
        return { kind: "refused", why: "it gave the upload no name" };
    if (looked.kind === "failed")
        throw looked.error;
    return {
        kind: "begun",
        seen: looked.value,
        ...(cancelled.kind === "left-behind" ? { left: cancelled.why } : {}),
    };
}
function settled(work) {
    return work.then((value) => ({ kind: "done", value }), (error) => ({ kind: "failed", error }));
}
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
function idOf(header, location) {
    const named = typeof header === "string" ? header : (location?.split("?")[0]?.split("/").at(-1) ?? "");
    return UUID.exec(named)?.[0] === named ? named : undefined;
}


/***/ })

};
