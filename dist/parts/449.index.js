export const id = 449;
export const ids = [449];
export const modules = {

/***/ 449:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    n: () => (  cleanUp),
    recover: () => (  recover)
  });
  var _lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7412);
  var _site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1202);
  var _stopped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(780);



async function recover(registry) {
    const { engine, name, say, stop } = registry;
    const left = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__  .gJ)(engine, name, {
        onWait: () => {
            say({ kind: "waiting", container: name });
        },
        signal: stop,
    });
    if (left === undefined)
        return;
    say({ kind: "recovered", container: name });
    await (0,_stopped_js__WEBPACK_IMPORTED_MODULE_2__  .t2)(registry);
    await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__  .Wm)(engine, left);
}
async function cleanUp(registry, run) {
    const { engine, name, say } = registry;
    const left = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__  .EK)(engine, name, run);
    if (left === undefined)
        return false;
    const { isRunning } = await (0,_site_js__WEBPACK_IMPORTED_MODULE_1__  .a)(engine, name);
    if (!isRunning) {
        say({ kind: "starting", container: name });
        await engine.run(["container", "start", name]);
    }
    await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__  .Wm)(engine, left);
    return true;
}


/***/ })

};
