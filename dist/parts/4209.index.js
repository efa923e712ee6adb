export const id = 4209;
export const ids = [4209];
export const modules = {

/***/ 4209:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    deleteInOwnWay: () => (  deleteInOwnWay)
  });
  var _port_doubt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2461);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);
  var _delete_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7831);



async function deleteInOwnWay({ send, understand }, isThere, { repository, tag, terms }) {
    const target = { repository, tag, at: terms?.at };
    const sent = await send(target, terms).catch(_port_doubt_js__WEBPACK_IMPORTED_MODULE_0__  .H);
    const answer = sent instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g ? { kind: "doubt", error: sent } : understand(sent, target);
    if (answer.kind === "failed")
        throw answer.error;
    if (answer.kind !== "doubt")
        return answer.kind;
    return (0,_delete_js__WEBPACK_IMPORTED_MODULE_2__  .nG)(() => isThere(repository, tag), answer.error, "still-there");
}


/***/ })

};
