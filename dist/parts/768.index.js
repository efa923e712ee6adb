export const id = 768;
export const ids = [768];
export const modules = {

/***/ 4768:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runRestore: () => (/* binding */ runRestore)
/* harmony export */ });
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5192);
/* harmony import */ var _commands_restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5147);
/* harmony import */ var _report_verbs_restore_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2209);



async function runRestore(line, settings) {
    const log = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .openLog */ .Ne)(line);
    const say = (0,_report_verbs_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .createRestoreProgress */ .A6)(log);
    const result = await (0,_commands_restore_js__WEBPACK_IMPORTED_MODULE_1__/* .restore */ .P)(settings, { say, userAgent: _terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .USER_AGENT */ ._O, onSecret: _terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .secrets */ .O3.add });
    if (line.json)
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .print */ .yy)((0,_report_verbs_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .renderRestoreJson */ .d7)(result));
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .tellFailure */ .s9)((0,_report_verbs_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .restoreFailure */ .Fi)(result));
    log.info((0,_report_verbs_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .restoreLine */ .JD)(result));
    return _terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT_CODES */ .ai[(0,_report_verbs_restore_js__WEBPACK_IMPORTED_MODULE_2__/* .restoreStatus */ .hR)(result)];
}


/***/ })

};
