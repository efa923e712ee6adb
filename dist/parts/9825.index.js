export const id = 9825;
export const ids = [9825];
export const modules = {

/***/ 9825:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    a: () => (  openInFolder),
    unfinishedJournals: () => (  unfinishedJournals)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
  var p_map__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1773);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3979);
  var _files_read_regular_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4338);
  var _local_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8673);
  var _files_own_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7900);








const NAME = /^journal-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\.ndjson$/;
const TAIL_BYTES = 256;
const READS_AT_ONCE = 16;
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
async function openInFolder(folder, created) {
    await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_4__  .fc)(folder);
    const time = created.toISOString().replace(/\.[0-9]+Z$/, "Z");
    const name = `journal-${time.replaceAll(/[:-]/g, "")}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}.ndjson`;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
    return (0,_files_own_folder_js__WEBPACK_IMPORTED_MODULE_5__  .e)(folder, async () => {
        await removeOld(folder, created);
        return { path, file: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, "ax+", 0o600) };
    });
}
async function unfinishedJournals(folder) {
    const journals = await (0,_files_own_folder_js__WEBPACK_IMPORTED_MODULE_5__  .e)(folder, () => journalsIn(folder)).catch(() => []);
    const paths = journals
        .toSorted()
        .toReversed()
        .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name));
    const finished = await (0,p_map__WEBPACK_IMPORTED_MODULE_6__  .Ay)(paths, isFinished, { concurrency: READS_AT_ONCE });
    return paths.filter((_, index) => finished[index] !== true).map(unfinishedAt);
}
function unfinishedAt(path) {
    let reading;
    return { path, repositories: () => (reading ??= leftBehindIn(path)) };
}
async function leftBehindIn(path) {
    const { readJournal } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(6860)]).then(__webpack_require__.bind(__webpack_require__, 6860));
    const found = await readJournal(path).catch(() => undefined);
    const repositories = [...(found?.repositories ?? [])];
    return new Set(repositories.flatMap(([name, { leftovers }]) => (leftovers.size > 0 ? [name] : [])));
}
async function isFinished(path) {
    try {
        const file = await (0,_files_read_regular_js__WEBPACK_IMPORTED_MODULE_3__  .lf)(path, _files_read_regular_js__WEBPACK_IMPORTED_MODULE_3__  .uZ.journal);
        try {
            const { size } = await file.stat();
            const start = Math.max(0, size - TAIL_BYTES);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
            const last = buffer.toString("utf8", 0, bytesRead).trimEnd().split("\n").at(-1) ?? "";
            const record = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_7__  .qF)(last);
            return (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_7__  .Gv)(record) && record["kind"] === "end" && record["left"] === 0;
        }
        finally {
            await file.close();
        }
    }
    catch {
        return false;
    }
}
async function removeOld(folder, now) {
    for (const name of await journalsIn(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const written = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (written === undefined || now.getTime() - written.mtimeMs <= KEPT_FOR)
            continue;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path).catch(() => undefined);
    }
}
async function journalsIn(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile() && NAME.test(entry.name)).map(({ name }) => name);
}


/***/ })

};
