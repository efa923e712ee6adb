export const id = 283;
export const ids = [283];
export const modules = {

/***/ 2283:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runReclaim: () => (/* binding */ runReclaim)
});

// EXTERNAL MODULE: ../../node_modules/@actions/core/lib/core.js + 9 modules
var core = __webpack_require__(7996);
// EXTERNAL MODULE: ./lazy/action/host.js
var host = __webpack_require__(4422);
// EXTERNAL MODULE: ./lazy/commands/reclaim.js + 17 modules
var reclaim = __webpack_require__(4649);
// EXTERNAL MODULE: ./lazy/report/verbs/reclaim.js
var verbs_reclaim = __webpack_require__(2303);
// EXTERNAL MODULE: ./lazy/report/words/sweep.js
var words_sweep = __webpack_require__(8148);
// EXTERNAL MODULE: ./lazy/report/words/markdown.js
var markdown = __webpack_require__(7055);
// EXTERNAL MODULE: ./lazy/report/run/summary.js
var summary = __webpack_require__(6748);
;// CONCATENATED MODULE: ./lazy/report/verbs/reclaim-summary.js




const MOST_LINES = 1000;
function renderReclaimSummary(result) {
    const { isDryRun, sweep } = result;
    const failure = (0,verbs_reclaim/* reclaimFailure */.yF)(result);
    const lines = sweep === undefined ? [] : (0,words_sweep/* sweepLines */.e)(sweep, isDryRun);
    const more = lines.length - MOST_LINES;
    return `${[
        `### ${(0,markdown/* escape */.ih)((0,verbs_reclaim/* reclaimLine */.qp)(result))}`,
        ...(failure === "" ? [] : [(0,markdown/* quote */.hD)(failure)]),
        ...(failure === "" ? (0,summary/* renderCollection */.Z)(result.collection) : []),
        ...(sweep?.unsure ?? []).map((doubt) => (0,markdown/* quote */.hD)((0,words_sweep/* describeDoubt */.M)(doubt))),
        ...(lines.length === 0
            ? []
            : [
                lines
                    .slice(0, MOST_LINES)
                    .map((line) => `- ${(0,markdown/* escape */.ih)(line)}`)
                    .join("\n"),
            ]),
        ...(more > 0 ? [`… and ${more} more; the log has them all.`] : []),
    ].join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./lazy/action/reclaim.js





async function runReclaim(settings) {
    const result = await (0,reclaim/* reclaim */.s)(settings, (0,host/* openHooks */.RN)());
    core/* setOutput */.uH("freed-bytes", (0,verbs_reclaim/* reclaimedBytes */.Qx)(result) ?? "");
    await (0,host/* writeSummary */.Sy)(renderReclaimSummary(result));
    if ((0,verbs_reclaim/* reclaimStatus */.EE)(result) !== "done")
        (0,host/* fail */.fJ)((0,verbs_reclaim/* reclaimFailure */.yF)(result));
    host/* log */.Rm.info((0,verbs_reclaim/* reclaimLine */.qp)(result));
}


/***/ })

};
