export const id = 529;
export const ids = [529];
export const modules = {

/***/ 1529:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ openInFolder),
  unfinishedJournal: () => (/* binding */ unfinishedJournal)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
// EXTERNAL MODULE: ./lazy/files/read-regular.js
var read_regular = __webpack_require__(4338);
// EXTERNAL MODULE: ./lazy/run/journal/local-file.js
var local_file = __webpack_require__(8673);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/core/base/system-error.js
var system_error = __webpack_require__(2691);
;// CONCATENATED MODULE: ./lazy/run/journal/own-folder.js




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
        return await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW);
    }
    catch (error) {
        if (["ELOOP", "ENOTDIR"].includes((0,system_error/* codeOf */.$N)(error)))
            throw foreign(path, "it is no folder, but a link or a file");
        throw error;
    }
}
async function assertOwn(path, folder, user) {
    const opened = await folder.stat();
    if (opened.uid !== user)
        throw foreign(path, "it belongs to another user");
    if ((opened.mode & OTHERS_WRITE) !== 0)
        throw foreign(path, "other users may write to it");
    const named = await (0,promises_.lstat)(path);
    if (named.dev !== opened.dev || named.ino !== opened.ino)
        throw foreign(path, "another took its place");
}
function foreign(path, why) {
    return new errors/* PruneError */.Pc(`the folder for journals ${path} is not this user's own: ${why}`, "Whoever can write there can exchange a journal, and so what a restore puts back. Nothing was done. " +
        "See who made that folder and remove it, or name a file in journal.");
}

;// CONCATENATED MODULE: ./lazy/run/journal/folder.js







const NAME = /^journal-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\.ndjson$/;
const TAIL_BYTES = 256;
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
async function openInFolder(folder, created) {
    await (0,local_file/* makeFolder */.fc)(folder);
    const time = created.toISOString().replace(/\.[0-9]+Z$/, "Z");
    const name = `journal-${time.replaceAll(/[:-]/g, "")}-${(0,external_node_crypto_.randomBytes)(4).toString("hex")}.ndjson`;
    const path = (0,external_node_path_.join)(folder, name);
    return inOwnFolder(folder, async () => {
        await removeOld(folder, created);
        return { path, file: await (0,promises_.open)(path, "ax+", 0o600) };
    });
}
async function unfinishedJournal(folder, repository, own) {
    const journals = await inOwnFolder(folder, () => journalsIn(folder)).catch(() => []);
    const names = journals.toSorted().toReversed();
    for (const path of names.map((name) => (0,external_node_path_.join)(folder, name))) {
        if (path === own || (await isFinished(path)))
            continue;
        const { readJournal } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(860)]).then(__webpack_require__.bind(__webpack_require__, 6860));
        const found = await readJournal(path).catch(() => undefined);
        const leftovers = found?.repositories.get(repository)?.leftovers.size ?? 0;
        if (leftovers > 0)
            return path;
    }
    return undefined;
}
async function isFinished(path) {
    try {
        const file = await (0,read_regular/* openRegular */.lf)(path, read_regular/* MOST_BYTES */.uZ.journal);
        try {
            const { size } = await file.stat();
            const start = Math.max(0, size - TAIL_BYTES);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
            const last = buffer.toString("utf8", 0, bytesRead).trimEnd().split("\n").at(-1) ?? "";
            const record = (0,json/* parseJson */.qF)(last);
            return (0,json/* isObject */.Gv)(record) && record["kind"] === "end" && record["left"] === 0;
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
        const path = (0,external_node_path_.join)(folder, name);
        const written = await (0,promises_.stat)(path).catch(() => undefined);
        if (written === undefined || now.getTime() - written.mtimeMs <= KEPT_FOR)
            continue;
        await (0,promises_.rm)(path).catch(() => undefined);
    }
}
async function journalsIn(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile() && NAME.test(entry.name)).map(({ name }) => name);
}


/***/ })

};
