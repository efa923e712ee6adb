export const id = 4175;
export const ids = [4175];
export const modules = {

/***/ 4175:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    renderTrial: () => (  renderTrial),
    renderTrialJson: () => (  renderTrialJson),
    viewTrial: () => (  viewTrial)
  });
  var _words_notices_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7565);
  var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
  var _words_plan_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(887);
  var _words_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4154);




function viewTrial(trial) {
    return {
        kind: "answer",
        status: "done",
        failure: "",
        text: () => renderTrial(trial),
        json: () => renderTrialJson(trial),
    };
}
function renderTrial(trial) {
    const lines = [
        (0,_words_plan_lines_js__WEBPACK_IMPORTED_MODULE_2__  .KS)(trial),
        ...(0,_words_plan_lines_js__WEBPACK_IMPORTED_MODULE_2__  .HN)(trial).map((line) => `  ${line}`),
        ...(0,_words_notices_js__WEBPACK_IMPORTED_MODULE_0__  .No)(trial.plan).map((line) => `  ${line}`),
        ...warningsOf(trial).map((warning) => `Warning: ${warning}`),
    ];
    return `${lines.join("\n")}\n`;
}
function renderTrialJson(trial) {
    const document = {
        verdicts: (0,_words_records_js__WEBPACK_IMPORTED_MODULE_3__  .Ud)([trial]),
        notices: (0,_words_notices_js__WEBPACK_IMPORTED_MODULE_0__  .D1)([trial]),
        warnings: warningsOf(trial),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function warningsOf(trial) {
    const unused = trial.patterns.filter(({ isUsed }) => !isUsed);
    return [
        ...(0,_words_plan_lines_js__WEBPACK_IMPORTED_MODULE_2__  .pH)(trial),
        ...(unused.length === 0 ? [] : [(0,_words_notices_js__WEBPACK_IMPORTED_MODULE_0__  .iz)(unused)]),
        ...(trial.refused === undefined ? [] : [`a run would delete nothing: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(trial.refused)}`]),
    ];
}


/***/ })

};
