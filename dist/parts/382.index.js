export const id = 382;
export const ids = [382];
export const modules = {

/***/ 382:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCheck: () => (/* binding */ runCheck)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4422);
/* harmony import */ var _commands_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8488);
/* harmony import */ var _core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8212);
/* harmony import */ var _report_verbs_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9299);




async function runCheck(settings) {
    const result = await (0,_commands_check_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z)(settings, _host_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionHooks */ .x9);
    _host_js__WEBPACK_IMPORTED_MODULE_0__/* .log */ .Rm.info((0,_report_verbs_check_js__WEBPACK_IMPORTED_MODULE_2__/* .renderCheck */ .d3)(result));
    await (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSummary */ .Sy)((0,_report_verbs_check_js__WEBPACK_IMPORTED_MODULE_2__/* .renderCheckSummary */ .N2)(result));
    if (!(0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i)(result.findings))
        (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .fail */ .fJ)("The registry is not ready; the log says what to do.");
}


/***/ })

};
