export const id = 8403;
export const ids = [8403];
export const modules = {

/***/ 7900:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    U: () => (  OTHERS_WRITE),
    e: () => (  inOwnFolder)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6846);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2691);




const OTHERS_WRITE = 0o022;
async function inOwnFolder(path, use) {
    if (process.geteuid === undefined)
        return use();
    const folder = await openFolder(path);
    try {
        await assertOwn(path, folder, process.geteuid());
        const result = await use();
        await assertOwn(path, folder, process.geteuid());
        return result;
    }
    finally {
        await folder.close();
    }
}
async function openFolder(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (error) {
        if (!["ELOOP", "ENOTDIR"].includes((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__  .$N)(error)))
            throw error;
        throw foreign(path, "it is no folder, but a link or a file");
    }
}
async function assertOwn(path, folder, user) {
    const opened = await folder.stat();
    if (opened.uid !== user)
        throw foreign(path, "it belongs to another user");
    if ((opened.mode & OTHERS_WRITE) !== 0)
        throw foreign(path, "other users may write to it");
    const named = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
    if (named.dev !== opened.dev || named.ino !== opened.ino)
        throw foreign(path, "another took its place");
}
function foreign(path, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Pc(`the folder for journals ${path} is not this user's own: ${why}`, "Whoever can write there can exchange a journal, and so what a restore puts back. Nothing was done. " +
        "See who made that folder and remove it, or name a file in journal.");
}


/***/ }),

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
