export const id = 449;
export const ids = [449];
export const modules = {

/***/ 449:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recover: () => (/* binding */ recover)
/* harmony export */ });
/* unused harmony export cleanUp */
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7412);
/* harmony import */ var _site_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1202);
/* harmony import */ var _stopped_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(780);



/**
 * Waits while another run has a registry stopped, and brings back one that a run which was killed has left stopped.
 * @throws {PruneError} where it is told to stop meanwhile, or the registry does not come back
 */
async function recover(registry) {
    const { engine, name, say, stop } = registry;
    const left = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .waitForLock */ .gJ)(engine, name, {
        onWait: () => {
            say({ kind: "waiting", container: name });
        },
        signal: stop,
    });
    if (left === undefined)
        return;
    say({ kind: "recovered", container: name });
    await (0,_stopped_js__WEBPACK_IMPORTED_MODULE_2__/* .startAgain */ .t2)(registry);
    // Only now: were this run killed before, the next one would find it.
    await (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .removeLeft */ .Wm)(engine, left);
}
/**
 * Ends what a run of this name has left behind, and starts the registry that it stopped. For the step that runs after that run was killed.
 * @returns whether there was anything
 * @throws {PruneError} where the registry does not start
 */
async function cleanUp(registry, run) {
    const { engine, name, say } = registry;
    const left = await findLeftBy(engine, name, run);
    if (left === undefined)
        return false;
    const { isRunning } = await inspectContainer(engine, name);
    if (!isRunning) {
        say({ kind: "starting", container: name });
        await engine.run(["container", "start", name]);
    }
    await removeLeft(engine, left);
    return true;
}


/***/ })

};
