export const id = 6537;
export const ids = [6537];
export const modules = {

/***/ 6537:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    ProxyAgent: () => (  ProxyAgent),
    fetch: () => (  fetch)
  });
 

function ProxyAgent() {
  return Object.freeze({});
}

function fetch() {
  throw new Error("there is no undici in this bundle; requests are sent by src/registry/http/http.ts");
}


/***/ })

};
