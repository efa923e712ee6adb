export const id = 394;
export const ids = [394];
export const modules = {

/***/ 394:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    contextFor: () => (  contextFor),
    systemAuthorities: () => (  systemAuthorities)
  });
  var node_tls__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1692);
  var _files_read_regular_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4338);


async function contextFor({ authorities, own }, more = []) {
    const added = [...authorities, ...more];
    if (added.length === 0 && own === undefined)
        return undefined;
    return (0,node_tls__WEBPACK_IMPORTED_MODULE_0__.createSecureContext)({
        ...(added.length === 0 ? {} : { ca: [...node_tls__WEBPACK_IMPORTED_MODULE_0__.rootCertificates, ...(await extraAuthorities()), ...added] }),
        ...own,
    });
}
async function extraAuthorities() {
    return textsOf([process.env["NODE_EXTRA_CA_CERTS"] ?? ""]);
}
const PLACES = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/pki/tls/cacert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/cert.pem",
];
async function systemAuthorities() {
    const named = process.env["SSL_CERT_FILE"] ?? "";
    const [first] = await textsOf(named === "" ? PLACES : [named]);
    return first === undefined ? [] : [first];
}
async function textsOf(paths) {
    const texts = [];
    for (const path of paths) {
        const bytes = await (0,_files_read_regular_js__WEBPACK_IMPORTED_MODULE_1__  .VX)(path, _files_read_regular_js__WEBPACK_IMPORTED_MODULE_1__  .uZ.configuration).catch(() => undefined);
        if (bytes !== undefined)
            texts.push(bytes.toString("latin1"));
    }
    return texts;
}


/***/ })

};
