export const id = 133;
export const ids = [133,449];
export const modules = {

/***/ 7482:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    cleanUpAfter: () => (  cleanUpAfter)
  });
  var _disk_container_engine_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9063);
  var _disk_container_recover_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(449);


async function cleanUpAfter({ container, run }, say) {
    return (0,_disk_container_recover_js__WEBPACK_IMPORTED_MODULE_1__  .n)({ engine: await (0,_disk_container_engine_js__WEBPACK_IMPORTED_MODULE_0__  .G)(container), name: container, say }, run);
}


/***/ }),

/***/ 3979:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $6: () => (  textAt),
    Gv: () => (  isObject),
    qF: () => (  parseJson)
  });
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function textAt(value, key) {
    const found = isObject(value) ? value[key] : undefined;
    return typeof found === "string" && found !== "" ? found : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8138:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    fN: () => (  spareFolders),
    zJ: () => (  isInMemory),
    zQ: () => (  privateName)
  });
function spareFolders({ env, temporary, platform }) {
    const runtime = env["XDG_RUNTIME_DIR"] ?? "";
    const others = platform === "win32" ? [] : ["/var/tmp", ...(runtime.startsWith("/") ? [runtime] : [])];
    const memory = platform === "linux" ? ["/dev/shm"] : [];
    return [...new Set([temporary, ...others, ...memory])];
}
function privateName(uid) {
    return uid === undefined ? "prune-image-tags" : `prune-image-tags-${uid}`;
}
function isInMemory(path) {
    return /^\/(?:dev\/shm|run)\//.test(path);
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

/***/ 449:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    n: () => (  cleanUp),
    recover: () => (  recover)
  });
  var _lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7412);
  var _site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1202);
  var _stopped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(780);



async function recover(registry) {
    const { engine, name, say, stop } = registry;
    const left = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__  .gJ)(engine, name, {
        onWait: () => {
            say({ kind: "waiting", container: name });
        },
        signal: stop,
    });
    if (left === undefined)
        return;
    say({ kind: "recovered", container: name });
    await (0,_stopped_js__WEBPACK_IMPORTED_MODULE_2__  .t2)(registry);
    await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__  .Wm)(engine, left);
}
async function cleanUp(registry, run) {
    const { engine, name, say } = registry;
    const left = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__  .EK)(engine, name, run);
    if (left === undefined)
        return false;
    const { isRunning } = await (0,_site_js__WEBPACK_IMPORTED_MODULE_1__  .a)(engine, name);
    if (!isRunning) {
        say({ kind: "starting", container: name });
        await engine.run(["container", "start", name]);
    }
    await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__  .Wm)(engine, left);
    return true;
}


/***/ })

};
