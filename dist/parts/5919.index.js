export const id = 5919;
export const ids = [5919];
export const modules = {

/***/ 5919:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    deletionQuestion: () => (  deletionQuestion)
  });
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4578);
  var _core_base_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2404);
  var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(920);
  var _words_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4154);
  var _words_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8900);





const MOST_NAMES = 4;
function deletionQuestion(plans, then = "") {
    const deletions = plans.flatMap(({ plan }) => plan.deletions);
    const tags = deletions.flatMap((deletion) => deletion.tags).length;
    const bare = deletions.filter((deletion) => deletion.tags.length === 0 && deletion.parents.length === 0);
    const things = [
        ...(tags > 0 || bare.length === 0 ? [(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__  .U)(tags, "tag")] : []),
        ...(bare.length === 0 ? [] : [`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__  .U)(bare.length, "image")} without a tag`]),
    ];
    const freed = (0,_words_records_js__WEBPACK_IMPORTED_MODULE_2__  .w1)(plans);
    const bytes = freed.bytes === 0 ? "" : ` (${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__  .vj)(freed)})`;
    const staying = plans.flatMap(({ plan }) => (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_3__  .VM)(plan)).length;
    const stay = `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__  .U)(staying, "tag")} ${staying === 1 ? "stays" : "stay"}.`;
    return `Delete ${(0,_core_base_words_js__WEBPACK_IMPORTED_MODULE_4__  .K)(things, "and")}${bytes} from ${places(plans)}${then}? ${stay}`;
}
function places(plans) {
    const names = plans.map(({ repository }) => repository);
    if (names.length === 1)
        return names.join("");
    const more = names.length - MOST_NAMES;
    const shown = more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names;
    return `${names.length} repositories (${(0,_core_base_words_js__WEBPACK_IMPORTED_MODULE_4__  .K)(shown, "and")})`;
}


/***/ })

};
