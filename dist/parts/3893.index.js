export const id = 3893;
export const ids = [3893];
export const modules = {

/***/ 3893:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    proxyError: () => (  proxyError),
    refuseOwnAnswer: () => (  refuseOwnAnswer)
  });
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);
  var _proxy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9380);



function proxyError({ host }, error) {
    const { proxy, status, cause } = error;
    if (status !== undefined)
        return refused(host, error, status);
    const code = (0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__  .$N)(cause);
    const why = code === "" && cause instanceof Error ? cause.message : code;
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("unreachable", {
        message: `the proxy ${proxy.host}, which ${proxy.variable} names for ${host}, can't be reached (${why})`,
        nextStep: `Correct ${proxy.variable}, or, if ${host} is reached without a proxy, name it in no_proxy.`,
    }, error);
}
function refused(host, cause, status) {
    const { proxy } = cause;
    if (status === 407) {
        const why = proxy.authorization === undefined
            ? "asks for a user and password"
            : "does not take the user and password";
        return new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("unreachable", {
            message: `the proxy ${proxy.host}, which ${proxy.variable} names for ${host}, ${why} (407)`,
            nextStep: `Write them into ${proxy.variable}, as http://USER:PASSWORD@${proxy.host} with special characters percent-encoded; or, if ${host} is reached without a proxy, name it in no_proxy.`,
        }, cause);
    }
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("unreachable", {
        message: `the proxy ${proxy.host}, which ${proxy.variable} names, does not connect us to ${host} (${status})`,
        nextStep: `Let the proxy allow ${host} (many allow CONNECT to port 443 alone), or, if it is reached without a proxy, name it in no_proxy.`,
    }, cause);
}
const MADE_BY_PROXY = /squid|tinyproxy|privoxy|proxysg|bluecoat|zscaler|mitmproxy|websense|swg|fortiproxy/i;
function refuseOwnAnswer(proxy, { status, headers, url }) {
    const isMarked = "x-squid-error" in headers || MADE_BY_PROXY.test(String(headers["server"] ?? ""));
    const isOwn = status === 407 || (status >= 400 && isMarked);
    if (isOwn)
        throw refused(url.host, new _proxy_js__WEBPACK_IMPORTED_MODULE_2__  .T(proxy, { status }), status);
}


/***/ })

};
