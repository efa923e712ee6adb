export const id = 1614;
export const ids = [1614];
export const modules = {

/***/ 1614:
/***/ (function (__webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
  var _program_guarded_output_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5604);
  var _program_process_end_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2837);
  var _program_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6829);
  var _report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27);
  var _report_outlet_outlet_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8602);






const outlet = (0,_report_outlet_outlet_js__WEBPACK_IMPORTED_MODULE_4__  .Y)(_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Pq);
(0,_program_environment_js__WEBPACK_IMPORTED_MODULE_5__  .u)(outlet, {
    secrets: [_actions_core__WEBPACK_IMPORTED_MODULE_0__  .V4("password", { trimWhitespace: false }), _actions_core__WEBPACK_IMPORTED_MODULE_0__  .V4("github-token")],
    settings: {},
    environment: process.env,
});
const outputs = (0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_2__  .w)({
    tellBug: (thrown) => {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__  .C1(outlet.text((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_3__  .YI)(thrown)));
    },
    describeDropped: (lines) => `::warning::${(0,_program_guarded_output_js__WEBPACK_IMPORTED_MODULE_1__  .e)(lines)}\n`,
});
const [container, run] = [_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Gu("container"), _actions_core__WEBPACK_IMPORTED_MODULE_0__  .Gu("run")];
try {
    if (container !== "") {
        const { cleanUpAfter } = await Promise.all(/* import() */[__webpack_require__.e(3800), __webpack_require__.e(7810), __webpack_require__.e(133)]).then(__webpack_require__.bind(__webpack_require__, 7482));
        const { describeCollectionStep } = await __webpack_require__.e(/* import() */ 902).then(__webpack_require__.bind(__webpack_require__, 902));
        const wasLeft = await cleanUpAfter({ container, run }, (step) => {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__  .pq(outlet.text(describeCollectionStep(step)));
        });
        if (wasLeft) {
            _actions_core__WEBPACK_IMPORTED_MODULE_0__  .$e(outlet.text(`The job was ended while the garbage of ${container} was collected; the registry was started again.`));
        }
    }
}
catch (error) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__  .C1(outlet.text(`${container} may be left stopped; start it by hand. ${(0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_3__  .YI)(error)}`));
}
void outputs.end({ isAnswered: false });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
