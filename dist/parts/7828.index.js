export const id = 7828;
export const ids = [7828];
export const modules = {

/***/ 7828:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    lostParts: () => (  lostParts)
  });
  var _core_image_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7293);
  var _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8544);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3979);



async function lostParts(root, read) {
    const parts = new Set([root]);
    for (const part of parts) {
        for (const other of await neededBy(part, read))
            parts.add(other);
    }
    return parts;
}
async function neededBy(part, read) {
    try {
        const found = await read(part);
        if (found === undefined)
            return [];
        return (0,_core_image_graph_js__WEBPACK_IMPORTED_MODULE_0__  .eN)((0,_core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__  .MK)(found.mediaType, (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_2__  .qF)(found.body.toString("utf8"))));
    }
    catch {
        return [];
    }
}


/***/ })

};
