export const id = 6216;
export const ids = [6216];
export const modules = {

/***/ 6216:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    helpWords: () => (  helpWords),
    startOfProcess: () => (  startOfProcess),
    startedAs: () => (  startedAs)
  });
  var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
  var _program_about_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8617);
  var _report_words_own_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6544);



function startOfProcess() {
    const { execPath, argv0, env } = process;
    return { execPath, argv0, script: process.argv[1] ?? "", env, cwd: process.cwd() };
}
function startedAs(start) {
    const image = start.env["PRUNE_IMAGE_TAGS_IMAGE"] ?? "";
    return image === "" ? { kind: "shell", words: wordsOf(start) } : { kind: "container", image };
}
function helpWords(start) {
    const started = startedAs(start);
    return started.kind === "container" ? `docker run --rm ${(0,_report_words_own_command_js__WEBPACK_IMPORTED_MODULE_1__  .r7)(started.image)}` : wordsOf(start);
}
function wordsOf(start) {
    const { execPath, argv0, script } = start;
    if (script === argv0)
        return (0,_report_words_own_command_js__WEBPACK_IMPORTED_MODULE_1__  .r7)(argv0);
    const packages = script.lastIndexOf(`${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}node_modules${node_path__WEBPACK_IMPORTED_MODULE_0__.sep}`);
    if (packages >= 0) {
        return isOnPath(script.slice(0, packages + 1), start) ? _program_about_js__WEBPACK_IMPORTED_MODULE_2__  .o_ : `npx ${_program_about_js__WEBPACK_IMPORTED_MODULE_2__  .o_}`;
    }
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(script) === _program_about_js__WEBPACK_IMPORTED_MODULE_2__  .o_ && isOnPath(script, start))
        return _program_about_js__WEBPACK_IMPORTED_MODULE_2__  .o_;
    const node = isOnPath(execPath, start) ? "node" : (0,_report_words_own_command_js__WEBPACK_IMPORTED_MODULE_1__  .r7)(execPath);
    return `${node} ${(0,_report_words_own_command_js__WEBPACK_IMPORTED_MODULE_1__  .r7)(shown(script, start))}`;
}
function isOnPath(file, { env }) {
    const folder = file.endsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.sep) ? file.slice(0, -1) : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file);
    return (env["PATH"] ?? "").split(node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter).includes(folder);
}
function shown(file, { cwd }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(cwd, file);
    return path.startsWith("..") || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(path) ? file : path;
}


/***/ })

};
