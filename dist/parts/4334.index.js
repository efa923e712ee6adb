export const id = 4334;
export const ids = [4334];
export const modules = {

/***/ 4334:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    parsePattern: () => (  parsePattern),
    parseRepositoryPattern: () => (  parseRepositoryPattern)
  });
  var re2js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3980);
  var _glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1147);


function parsePattern(text) {
    return text.startsWith("/") ? parseExpression(text) : (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .GJ)(text);
}
function parseRepositoryPattern(text) {
    return text.startsWith("/") ? parseExpression(text) : (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .y5)(text);
}
function parseExpression(text) {
    const { source, flags = "" } = /^\/(?<source>.+)\/(?<flags>[a-z]*)$/su.exec(text)?.groups ?? {};
    if (source === undefined) {
        throw (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .Oo)(text, "a regular expression ends with a slash, such as /^v1\\./");
    }
    if (flags !== "" && flags !== "i") {
        const plain = "what stands behind the last slash is not a flag; i is (whatever the case)";
        throw (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .Oo)(text, { why: `"${flags}" is not a flag; i is (whatever the case)`, plain });
    }
    if (hasDeadAnchor(source)) {
        throw (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .Oo)(text, "something stands before ^ or behind $, so this would match nothing; write one expression a line, or /^(?:a|b)$/");
    }
    try {
        const expression = re2js__WEBPACK_IMPORTED_MODULE_1__  .L3.compile(source, flags === "i" ? re2js__WEBPACK_IMPORTED_MODULE_1__  .L3.CASE_INSENSITIVE : 0);
        return { text, matches: (name) => expression.matcher(name).find() };
    }
    catch (cause) {
        if (!(cause instanceof re2js__WEBPACK_IMPORTED_MODULE_1__  .o_))
            throw cause;
        const plain = "it is no regular expression of RE2's syntax, which has no look-ahead and no back-reference";
        throw (0,_glob_js__WEBPACK_IMPORTED_MODULE_0__  .Oo)(text, { why: `${plain} (${cause.message})`, plain }, cause);
    }
}
function hasDeadAnchor(source) {
    const signs = source.replaceAll(/\\./gsu, "x").replaceAll(/\[\^?\]?[^\]]*\]/gu, "x");
    return /[^(|^:]\^|\$[^)|$]/u.test(signs);
}


/***/ })

};
