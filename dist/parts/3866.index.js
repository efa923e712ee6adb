export const id = 3866;
export const ids = [3866];
export const modules = {

/***/ 3866:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    flawedConnection: () => (  flawedConnection),
    flawedFiles: () => (  flawedFiles)
  });
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);


function flawedFiles(host, { what, fix }) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("untrusted-certificate", {
        message: `the certificates for ${host} can't be used: ${what}`,
        nextStep: `${fix} Docker's folder for this registry is certs.d/${host}/.`,
    });
}
function flawedConnection({ host, cause, flaw, }) {
    const code = (0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__  .$N)(cause);
    const reason = code === "" && cause instanceof Error ? cause.message : code;
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g("untrusted-certificate", {
        message: `the TLS connection to ${host} failed (${reason}), and ${flaw.what}`,
        nextStep: `${flaw.fix} Docker's folder for this registry is certs.d/${host}/.`,
    }, cause);
}


/***/ })

};
