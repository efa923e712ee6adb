export const id = 892;
export const ids = [892];
export const modules = {

/***/ 8406:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCheck: () => (/* binding */ runCheck)
/* harmony export */ });
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5192);
/* harmony import */ var _commands_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8488);
/* harmony import */ var _core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8212);
/* harmony import */ var _report_verbs_check_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9299);




async function runCheck(line, settings) {
    const result = await (0,_commands_check_js__WEBPACK_IMPORTED_MODULE_1__/* .check */ .z)(settings, (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .openConnection */ .JY)());
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .print */ .yy)(line.json ? (0,_report_verbs_check_js__WEBPACK_IMPORTED_MODULE_2__/* .renderCheckJson */ .$d)(result) : (0,_report_verbs_check_js__WEBPACK_IMPORTED_MODULE_2__/* .renderCheck */ .d3)(result));
    return (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i)(result.findings) ? _terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT_CODES */ .ai.done : _terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT_CODES */ .ai.failed;
}


/***/ }),

/***/ 7055:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   ih: () => (/* binding */ escape)
/* harmony export */ });
function quote(text) {
    return text
        .split("\n")
        .map((line) => `> ${escape(line)}`)
        .join("  \n");
}
function code(text) {
    return `<code>${escape(text)}</code>`;
}
function escape(text) {
    return text.replace(/[&<>"'|*_`~[\]\\#@$!\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}


/***/ })

};
