export const id = 9167;
export const ids = [9167];
export const modules = {

/***/ 9167:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    tryPolicy: () => (  tryPolicy)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_policy_pattern_use_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9982);
  var _core_plan_make_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7216);
  var _core_policy_policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1774);
  var _core_image_date_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6953);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1033);
  var _core_names_version_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8420);
  var _registry_distribution_content_digest_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5664);
  var _settings_table_values_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5962);
  var _deletion_repository_plan_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8541);










function tryPolicy({ images, policies }, list, now) {
    const entries = readList(list);
    const { host, repository } = images[0] ?? (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_5__  .F2)("registry.example.com/team/app");
    const policy = (0,_core_policy_policy_js__WEBPACK_IMPORTED_MODULE_3__  .KV)({ host, repository }, policies);
    const pushed = new Set(images.flatMap(({ tag }) => tag ?? []));
    const snapshot = { ...snapshotOf(entries), repository, now, namedTags: pushed };
    const decided = (0,_core_plan_make_plan_js__WEBPACK_IMPORTED_MODULE_2__  .et)(snapshot, { ...policy, allowEmpty: true });
    const refused = (0,_core_plan_make_plan_js__WEBPACK_IMPORTED_MODULE_2__  .Of)(decided.verdicts, policy, snapshot);
    const { reclaimable, sizes } = (0,_deletion_repository_plan_js__WEBPACK_IMPORTED_MODULE_9__  .$$)(decided, snapshot);
    return {
        repository: `${host}/${repository}`,
        plan: decided,
        patterns: (0,_core_policy_pattern_use_js__WEBPACK_IMPORTED_MODULE_1__  .t)(snapshot, policy),
        reclaimable,
        sizes: { get: (image) => whole(sizes.get(image)) },
        ...(refused === undefined ? {} : { refused }),
    };
}
function whole(size) {
    return size?.isLeast === true ? undefined : size;
}
function readList(list) {
    const problems = [];
    const entries = new Map();
    list.split(/\r?\n/).forEach((line, index) => {
        const [name = "", ...details] = line.replace(/#.*$/, "").trim().split(/\s+/);
        if (name === "")
            return;
        const problem = (message) => {
            problems.push({ setting: `line ${index + 1}`, message });
        };
        if (!(0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_5__  .dz)(name))
            problem(`"${name}" is not a tag; write one name a line, as the registry lists them`);
        else
            entries.set(name, { tag: name, ...readDetails(details, problem) });
    });
    if (entries.size === 0 && problems.length === 0) {
        problems.push({ setting: "standard input", message: "it is empty; write the tags to it, one a line" });
    }
    if (problems.length > 0)
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Ys(problems);
    return [...entries.values()];
}
function readDetails(words, problem) {
    let details = {};
    for (const word of words) {
        const bytes = sizeOf(word);
        if (/^\d{4}-\d{2}-\d{2}/.test(word))
            details = { ...details, ...dateOf(word) };
        else if (bytes !== undefined)
            details = { ...details, bytes };
        else
            problem(`"${word}" is neither a date, such as 2026-03-01, nor a size, such as 120MB`);
    }
    return details;
}
function dateOf(word) {
    const isWhole = /(?:Z|[+-]\d{2}:\d{2})$/.test(word.slice("2026-03-01".length));
    const created = (0,_core_image_date_js__WEBPACK_IMPORTED_MODULE_4__  .h)(isWhole ? word : `${word}${word.includes("T") ? "" : "T00:00:00"}Z`);
    return created === undefined ? {} : { created };
}
function sizeOf(word) {
    try {
        return (0,_settings_table_values_js__WEBPACK_IMPORTED_MODULE_8__  .DB)(word);
    }
    catch {
        return undefined;
    }
}
function snapshotOf(entries) {
    const images = entries.map((entry) => ({ ...entry, digest: digestOf(entry.tag) }));
    return {
        tags: images.map(({ tag, digest }) => ({ tag, digest })),
        manifests: new Map(images.map((image) => [image.digest, manifestOf(image)])),
        missing: new Set(images.flatMap(({ tag }) => (0,_core_names_version_js__WEBPACK_IMPORTED_MODULE_6__  .et)(tag) ?? [])),
        namedDigests: new Set(),
        leftovers: new Set(),
        referrers: new Map(),
        dates: new Map(),
        sizes: new Map(images.map(({ tag, bytes }) => [layerOf(tag), bytes])),
    };
}
function manifestOf({ tag, created, bytes }) {
    return {
        kind: "image",
        ...(bytes === undefined ? {} : { blobs: [{ digest: layerOf(tag), bytes }], bytes: 0 }),
        ...(created === undefined ? {} : { created }),
    };
}
function layerOf(tag) {
    return digestOf(`layer of ${tag}`);
}
function digestOf(name) {
    const digest = (0,_registry_distribution_content_digest_js__WEBPACK_IMPORTED_MODULE_7__  .e)("sha256", Buffer.from(name));
    if (digest === undefined)
        throw new Error("SHA-256 is registered");
    return digest;
}


/***/ })

};
