export const id = 551;
export const ids = [551];
export const modules = {

/***/ 9551:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRestore: () => (/* binding */ runRestore)
});

// EXTERNAL MODULE: ./lazy/action/host.js
var host = __webpack_require__(4422);
// EXTERNAL MODULE: ./lazy/commands/restore.js + 4 modules
var restore = __webpack_require__(5147);
// EXTERNAL MODULE: ./lazy/report/verbs/restore.js
var verbs_restore = __webpack_require__(2209);
// EXTERNAL MODULE: ./lazy/report/words/markdown.js
var markdown = __webpack_require__(7055);
;// CONCATENATED MODULE: ./lazy/report/verbs/restore-summary.js


const MAX_BYTES = 900 * 1024;
function renderRestoreSummary(result) {
    const failure = (0,verbs_restore/* restoreFailure */.Fi)(result);
    const parts = [`### ${(0,markdown/* escape */.ih)((0,verbs_restore/* restoreLine */.JD)(result))}`, ...(failure === "" ? [] : [(0,markdown/* quote */.hD)(failure)])];
    const lines = result.repositories.flatMap((outcome) => (0,verbs_restore/* restoreLines */.AL)(outcome).map((line) => `- ${(0,markdown/* code */.aY)(outcome.repository)}: ${(0,markdown/* escape */.ih)(line)}`));
    const shown = [];
    let bytes = Buffer.byteLength(parts.join(""));
    for (const line of lines) {
        bytes += Buffer.byteLength(line) + 1;
        if (bytes > MAX_BYTES)
            break;
        shown.push(line);
    }
    const left = lines.length - shown.length;
    return `${[
        ...parts,
        ...(shown.length === 0 ? [] : [shown.join("\n")]),
        ...(left === 0 ? [] : [`… and ${left} more; the log has them all.`]),
    ].join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./lazy/action/restore.js




async function runRestore(settings) {
    const say = (0,verbs_restore/* createRestoreProgress */.A6)(host/* log */.Rm);
    const result = await (0,restore/* restore */.P)(settings, { say, userAgent: host/* USER_AGENT */._O, onSecret: host/* secrets */.O3.add });
    await (0,host/* writeSummary */.Sy)(renderRestoreSummary(result));
    if ((0,verbs_restore/* restoreStatus */.hR)(result) !== "done")
        (0,host/* fail */.fJ)((0,verbs_restore/* restoreFailure */.Fi)(result));
    host/* log */.Rm.info((0,verbs_restore/* restoreLine */.JD)(result));
}


/***/ })

};
