export const id = 921;
export const ids = [921];
export const modules = {

/***/ 6921:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runReclaim: () => (/* binding */ runReclaim)
/* harmony export */ });
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5192);
/* harmony import */ var _commands_reclaim_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4649);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6846);
/* harmony import */ var _report_verbs_reclaim_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2303);




async function runReclaim(line, settings) {
    const { hooks, log } = await (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .openHooks */ .RN)(line);
    if ((0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .isTerminal */ .Hd)() && !line.yes && !settings.dryRun && !(await (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(questionOf(settings)))) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PruneError */ .Pc("You said no, so nothing was done", "Run again when you are ready.");
    }
    const result = await (0,_commands_reclaim_js__WEBPACK_IMPORTED_MODULE_1__/* .reclaim */ .s)(settings, hooks);
    if (line.json)
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .print */ .yy)((0,_report_verbs_reclaim_js__WEBPACK_IMPORTED_MODULE_3__/* .renderReclaimJson */ .IW)(result));
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .tellFailure */ .s9)((0,_report_verbs_reclaim_js__WEBPACK_IMPORTED_MODULE_3__/* .reclaimFailure */ .yF)(result));
    log.info((0,_report_verbs_reclaim_js__WEBPACK_IMPORTED_MODULE_3__/* .reclaimLine */ .qp)(result));
    return _terminal_js__WEBPACK_IMPORTED_MODULE_0__/* .EXIT_CODES */ .ai[(0,_report_verbs_reclaim_js__WEBPACK_IMPORTED_MODULE_3__/* .reclaimStatus */ .EE)(result)];
}
function questionOf({ collection, sweep }) {
    const works = [
        ...(sweep === undefined ? [] : [`remove what garbage collection left behind in ${sweep.storage}`]),
        ...(collection?.by.kind === "container"
            ? [`stop ${collection.by.name}, collect its garbage and start it again`]
            : []),
        ...(collection?.by.kind === "command" ? ["run gc-command"] : []),
    ];
    return `This will ${works.join(", and ")}. Go on?`;
}


/***/ })

};
