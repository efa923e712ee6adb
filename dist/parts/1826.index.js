export const id = 1826;
export const ids = [1826];
export const modules = {

/***/ 1826:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deletionQuestion: () => (/* binding */ deletionQuestion)
/* harmony export */ });
/* harmony import */ var _core_base_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4578);
/* harmony import */ var _core_base_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2404);
/* harmony import */ var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(920);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4154);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8900);





const MOST_NAMES = 4;
function deletionQuestion(plans, then = "") {
    const deletions = plans.flatMap(({ plan }) => plan.deletions);
    const tags = deletions.flatMap((deletion) => deletion.tags).length;
    const bare = deletions.filter((deletion) => deletion.tags.length === 0 && deletion.parents.length === 0);
    const things = [
        ...(tags > 0 || bare.length === 0 ? [(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U)(tags, "tag")] : []),
        ...(bare.length === 0 ? [] : [`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U)(bare.length, "image")} without a tag`]),
    ];
    const freed = (0,_records_js__WEBPACK_IMPORTED_MODULE_2__/* .totalReclaimable */ .w1)(plans);
    const bytes = freed.bytes === 0 ? "" : ` (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .amount */ .vj)(freed)})`;
    const staying = plans.flatMap(({ plan }) => (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_3__/* .stayingTags */ .VM)(plan)).length;
    const stay = `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U)(staying, "tag")} ${staying === 1 ? "stays" : "stay"}.`;
    return `Delete ${(0,_core_base_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .K)(things, "and")}${bytes} from ${places(plans)}${then}? ${stay}`;
}
function places(plans) {
    const names = plans.map(({ repository }) => repository);
    if (names.length === 1)
        return names.join("");
    const more = names.length - MOST_NAMES;
    const shown = more > 0 ? [...names.slice(0, MOST_NAMES), `${more} more`] : names;
    return `${names.length} repositories (${(0,_core_base_words_js__WEBPACK_IMPORTED_MODULE_4__/* .listed */ .K)(shown, "and")})`;
}


/***/ })

};
