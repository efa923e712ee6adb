export const id = 8403;
export const ids = [8403];
export const modules = {

/***/ 8403:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    isOwnFolder: () => (  isOwnFolder),
    q: () => (  privateFolder)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6846);
  var _core_base_spare_folders_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8138);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2691);
  var _files_own_folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7900);






const NAME = "prune-image-tags";
const STICKY = 0o1000;
function privatePath(parent) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, (0,_core_base_spare_folders_js__WEBPACK_IMPORTED_MODULE_5__  .zQ)(process.getuid?.()));
}
async function privateFolder(parent) {
    const { mode } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(parent);
    if ((mode & _files_own_folder_js__WEBPACK_IMPORTED_MODULE_4__  .U) !== 0 && (mode & STICKY) === 0) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Pc(`${parent} lets every user replace what others have in it`, "Make it sticky (chmod +t), as /tmp is.");
    }
    const path = privatePath(parent);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { mode: 0o700 }).catch((error) => {
        if ((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__  .$N)(error) !== "EEXIST")
            throw error;
    });
    return (await isOwnFolder(path)) ? path : (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(parent, `${NAME}-`));
}
async function isOwnFolder(path) {
    return (0,_files_own_folder_js__WEBPACK_IMPORTED_MODULE_4__  .e)(path, () => Promise.resolve(true)).catch(() => false);
}


/***/ })

};
