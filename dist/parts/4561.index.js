export const id = 4561;
export const ids = [4561];
export const modules = {

/***/ 4561:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    endOfUnknown: () => (  endOfUnknown),
    endOfUnmatched: () => (  endOfUnmatched)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_base_near_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5607);
  var _core_names_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1147);
  var _report_words_missing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3664);
  var _places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4845);





async function endOfUnknown(place, by, { registries }) {
    const { host, repository } = place.target;
    const { registry } = await registries.at(place.reference);
    const named = (0,_places_js__WEBPACK_IMPORTED_MODULE_3__  .e)(by.images).filter(({ target }) => target.host === host);
    const names = named.map(({ target }) => target.repository).filter((name) => name !== repository);
    const catalog = await registries.neighboursOf(place.reference, repository);
    const outcome = { kind: "nothing", repository: (0,_places_js__WEBPACK_IMPORTED_MODULE_3__  .A)(place) };
    if (catalog?.includes(repository) === true)
        return { ...outcome, why: "no-tags" };
    const near = catalog === undefined ? await knownNear(registry, repository, names) : (0,_core_base_near_name_js__WEBPACK_IMPORTED_MODULE_4__  .c)(repository, catalog);
    const isMissing = { ...outcome, why: "unknown-repository" };
    return orFailure(near === undefined ? isMissing : { ...isMissing, near: `${host}/${near}` }, by.ifMissing);
}
function endOfUnmatched(glob, catalog, ifMissing) {
    const { host, pattern } = glob;
    const near = nearPattern(pattern, catalog);
    const outcome = { kind: "nothing", repository: `${host}/${pattern}`, why: "no-match" };
    return orFailure(near === undefined ? outcome : { ...outcome, near: `${host}/${near}` }, ifMissing);
}
function orFailure(outcome, ifMissing) {
    const { repository, why, near } = outcome;
    if (ifMissing === "warn")
        return outcome;
    const error = new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(_report_words_missing_js__WEBPACK_IMPORTED_MODULE_2__  .lV[why === "no-match" ? why : "unknown-repository"], `${(0,_report_words_missing_js__WEBPACK_IMPORTED_MODULE_2__  .AE)(near)}Nothing was deleted there. Correct image, push to it first, or set if-missing: warn.`);
    return { kind: "failed", repository, error, isMissing: true };
}
async function knownNear(registry, repository, names) {
    const near = names.find((name) => name === (0,_core_base_near_name_js__WEBPACK_IMPORTED_MODULE_4__  .c)(repository, names));
    if (near === undefined)
        return undefined;
    const tags = await registry.listTags(near).catch(() => undefined);
    return tags === undefined ? undefined : near;
}
function nearPattern(pattern, catalog) {
    const parts = pattern.split("/");
    const fixed = parts.findIndex(_core_names_glob_js__WEBPACK_IMPORTED_MODULE_1__  .fg);
    const folders = catalog.map((name) => name.split("/")).filter(({ length }) => length > fixed);
    const known = new Set(folders.map((folder) => folder.slice(0, fixed).join("/")));
    const near = (0,_core_base_near_name_js__WEBPACK_IMPORTED_MODULE_4__  .c)(parts.slice(0, fixed).join("/"), [...known]);
    return near === undefined || fixed === 0 ? undefined : [near, ...parts.slice(fixed)].join("/");
}


/***/ })

};
