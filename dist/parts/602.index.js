export const id = 602;
export const ids = [602,825];
export const modules = {

/***/ 8288:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T3: () => (/* binding */ readRecords),
/* harmony export */   dR: () => (/* binding */ journalKey),
/* harmony export */   ev: () => (/* binding */ JOURNAL_SCHEMA)
/* harmony export */ });
const JOURNAL_SCHEMA = 1;
function journalKey(deletion) {
    return deletion.kind === "manifest" ? deletion.digest : deletion.tags[0];
}
function readRecords(records) {
    const repositories = new Map();
    const of = (repository) => {
        const known = repositories.get(repository) ?? newDraft();
        repositories.set(repository, known);
        return known;
    };
    for (const record of records)
        if ("repository" in record)
            addRecord(of(record.repository), record);
    return new Map([...repositories].map(([repository, draft]) => [repository, resultOf(draft)]));
}
function newDraft() {
    return { manifests: new Map(), deletions: new Map(), open: new Set(), lost: new Map() };
}
function addRecord(draft, record) {
    switch (record.kind) {
        case "manifest":
            draft.manifests.set(record.digest, { mediaType: record.mediaType, body: record.body });
            return;
        case "deletion": {
            const key = journalKey(record.deletion);
            draft.deletions.delete(key);
            draft.deletions.set(key, record.deletion);
            draft.open.add(key);
            return;
        }
        case "outcome":
            if (record.outcome !== "failed")
                draft.open.delete(record.of);
            if (record.outcome === "spared")
                draft.deletions.delete(record.of);
            return;
        case "lost":
            draft.lost.set(record.tag, record.digest);
    }
}
function resultOf({ manifests, deletions, open, lost }) {
    const all = [...deletions.values()];
    const tags = all.flatMap(({ tags: named, digest }) => digest === undefined ? [] : named.map((tag) => [tag, digest]));
    return {
        manifests,
        deletions: all,
        leftovers: new Set(all.flatMap((deletion) => deletion.kind === "manifest" && open.has(deletion.digest) ? [deletion.digest] : [])),
        tags: new Map([...tags, ...lost]),
    };
}


/***/ }),

/***/ 9825:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ openInFolder),
/* harmony export */   unfinishedJournal: () => (/* binding */ unfinishedJournal)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3979);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8673);





const NAME = /^journal-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\.ndjson$/;
const TAIL_BYTES = 256;
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
async function openInFolder(folder, created) {
    await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolder */ .fc)(folder);
    await removeOld(folder, created);
    const time = created.toISOString().replace(/\.[0-9]+Z$/, "Z");
    const name = `journal-${time.replaceAll(/[:-]/g, "")}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}.ndjson`;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
    return { path, file: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, "ax+", 0o600) };
}
async function unfinishedJournal(folder, repository, own) {
    const names = (await journalsIn(folder)).toSorted().toReversed();
    for (const path of names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name))) {
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
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, "r");
        try {
            const { size } = await file.stat();
            const start = Math.max(0, size - TAIL_BYTES);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
            const last = buffer.toString("utf8", 0, bytesRead).trimEnd().split("\n").at(-1) ?? "";
            const record = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(last);
            return (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(record) && record["kind"] === "end" && record["left"] === 0;
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


/***/ }),

/***/ 5780:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ refuseOthers),
/* harmony export */   m: () => (/* binding */ refuseOtherSchema)
/* harmony export */ });
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
/* harmony import */ var _core_journal_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8288);


const START = '{"kind":"run","schema":';
const HEAD_BYTES = 256;
async function refuseOthers(path, file) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.toString("latin1", 0, bytesRead);
    if (!beginsJournal(head)) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc(`${path} is no journal of this program, and is left as it is`, "Nothing was done. Name a journal; a run that deletes also takes a file that is not there yet.");
    }
    refuseOtherSchema(path, /"schema":([0-9]+)/.exec(head)?.[1]);
}
function beginsJournal(head) {
    const line = head.split("\n").find((text) => !START.startsWith(text));
    return line === undefined || line.startsWith(START);
}
function refuseOtherSchema(path, schema) {
    if (schema === undefined || schema === String(_core_journal_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .JOURNAL_SCHEMA */ .ev))
        return;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc(`the journal ${path} is of schema ${schema}, and this program knows schema ${_core_journal_journal_js__WEBPACK_IMPORTED_MODULE_1__/* .JOURNAL_SCHEMA */ .ev}`, "Use the version of this program that wrote it: each run begins with a line that names it.");
}


/***/ }),

/***/ 4602:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openJournal: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6846);
/* harmony import */ var _core_journal_journal_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8288);
/* harmony import */ var _folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9825);
/* harmony import */ var _header_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5780);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8566);
/* harmony import */ var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2691);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8673);









async function openJournal(place, { tool, created }) {
    try {
        const opened = await (place.kind === "file" ? openFile(place.path) : (0,_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .openInFolder */ .a)(place.path, created));
        try {
            await startRun(opened, { kind: "run", schema: _core_journal_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .JOURNAL_SCHEMA */ .ev, tool, created: created.toISOString() });
        }
        catch (error) {
            await opened.file.close().catch(() => undefined);
            throw error;
        }
        return new FileJournal(opened.path, opened.file);
    }
    catch (error) {
        throw unwritable(place.kind === "file" ? `the journal ${place.path}` : `a journal in ${place.path}`, error);
    }
}
const AT_ONCE = 50;
const OUTCOMES_WAIT_MS = 50;
async function openFile(path) {
    await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_7__/* .makeFolder */ .fc)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path));
    return { path, file: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, "a+", 0o600) };
}
async function startRun({ path, file }, record) {
    const { size } = await file.stat();
    if (size > 0)
        await (0,_header_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseOthers */ .A)(path, file);
    const isTorn = size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() !== "\n";
    await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_7__/* .writeWhole */ .f8)(file, Buffer.from(`${isTorn ? "\n" : ""}${(0,_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .renderRecord */ .sF)(record)}`), null);
    await file.sync();
    if (size === 0)
        await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_7__/* .flushFolder */ .nB)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path)));
}
class FileJournal {
    path;
    #file;
    #stored = new Map();
    #steps = Promise.resolve();
    #lines = [];
    #queued;
    #soon;
    constructor(path, file) {
        this.path = path;
        this.#file = file;
    }
    async begin(repository, deletions, read) {
        const stored = this.#storedOf(repository);
        const digests = [...new Set(deletions.flatMap((deletion) => deletion.digest ?? []))].filter((digest) => !stored.has(digest));
        for (let start = 0; start < digests.length; start += AT_ONCE) {
            const some = digests.slice(start, start + AT_ONCE);
            await this.#store(repository, some, read);
            for (const digest of some)
                stored.set(digest, false);
        }
        for (const deletion of deletions)
            if (deletion.kind === "manifest")
                stored.set(deletion.digest, true);
        void this.#write(deletions.map((deletion) => ({ kind: "deletion", repository, deletion })));
        await this.#flush();
    }
    #storedOf(repository) {
        const own = this.#stored.get(repository) ?? new Map();
        this.#stored.set(repository, own);
        return own;
    }
    async #store(repository, digests, read) {
        const records = digests.map(async (digest) => {
            const found = await read(digest);
            if (found === undefined || !(0,_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .hashesTo */ .gL)(digest, found))
                throw notAtHand(`${repository}@${digest}`);
            const { mediaType, body } = found;
            return { kind: "manifest", repository, digest, mediaType, body: body.toString("base64") };
        });
        await this.#write(await Promise.all(records));
    }
    outcome(repository, { deletion, kind }) {
        const stored = this.#storedOf(repository);
        if (kind !== "failed" && stored.has((0,_core_journal_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .journalKey */ .dR)(deletion)))
            stored.set((0,_core_journal_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .journalKey */ .dR)(deletion), false);
        this.#lines.push((0,_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .renderRecord */ .sF)({ kind: "outcome", repository, of: (0,_core_journal_journal_js__WEBPACK_IMPORTED_MODULE_8__/* .journalKey */ .dR)(deletion), outcome: kind }));
        this.#soon ??= setTimeout(() => void this.#write([]), OUTCOMES_WAIT_MS).unref();
    }
    async lost(repository, tag, digest) {
        void this.#write([{ kind: "lost", repository, tag, digest }]);
        await this.#flush().catch(() => undefined);
    }
    async close() {
        let left = 0;
        for (const stored of this.#stored.values())
            for (const isOpen of stored.values())
                left += Number(isOpen);
        void this.#write([{ kind: "end", left }]);
        await this.#steps.catch(() => undefined);
        await this.#file.close().catch(() => undefined);
    }
    #write(records) {
        this.#lines.push(...records.map(_lines_js__WEBPACK_IMPORTED_MODULE_5__/* .renderRecord */ .sF));
        this.#queued ??= this.#next(() => {
            const text = this.#lines.join("");
            this.#lines = [];
            this.#queued = undefined;
            clearTimeout(this.#soon);
            this.#soon = undefined;
            return (0,_local_file_js__WEBPACK_IMPORTED_MODULE_7__/* .writeWhole */ .f8)(this.#file, Buffer.from(text), null);
        });
        return this.#queued;
    }
    #flush() {
        return this.#next(() => this.#file.sync());
    }
    #next(step) {
        const done = this.#steps.then(step).catch((error) => {
            throw unwritable(`the journal ${this.path}`, error);
        });
        this.#steps = done;
        done.catch(() => undefined);
        return done;
    }
}
function unwritable(journal, cause) {
    if (cause instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PruneError */ .Pc)
        return cause;
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PruneError */ .Pc(`${journal} can't be written: ${(0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_6__/* .whyRefused */ .fG)(cause)}`, "Nothing was deleted that is not written down in it. Make room there, or name another place for it, and run again.", { cause });
}
function notAtHand(name) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PruneError */ .Pc(`the manifest ${name} can't be written down, for its bytes are not at hand`, "Nothing was deleted that is not written down in the journal. Report this as a bug.");
}


/***/ }),

/***/ 8566:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   gL: () => (/* binding */ hashesTo),
/* harmony export */   sF: () => (/* binding */ renderRecord)
/* harmony export */ });
/* harmony import */ var _core_image_media_type_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(134);
/* harmony import */ var _registry_distribution_content_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5664);


function renderRecord(written) {
    const json = JSON.stringify(written).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
    return `${json}\n`;
}
function hashesTo(expected, { mediaType, body }) {
    const [algorithm = ""] = expected.split(":");
    const computed = (0,_core_image_media_type_js__WEBPACK_IMPORTED_MODULE_0__/* .isSchema1 */ .Pr)(mediaType) ? undefined : (0,_registry_distribution_content_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .contentDigest */ .e)(algorithm, body);
    return computed === undefined || computed === expected;
}
const MOST_LINE_BYTES = 128 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;
async function* linesOf(file, most = MOST_LINE_BYTES) {
    let pieces = [];
    let bytes = 0;
    const take = (piece) => {
        bytes += piece.length;
        if (bytes <= most)
            pieces.push(piece);
        else
            pieces = [];
    };
    const line = () => {
        const text = bytes > most ? undefined : Buffer.concat(pieces).toString("utf8");
        pieces = [];
        bytes = 0;
        return text;
    };
    for (let position = 0;;) {
        const chunk = Buffer.alloc(CHUNK_BYTES);
        const { bytesRead } = await file.read(chunk, 0, CHUNK_BYTES, position);
        if (bytesRead === 0)
            break;
        position += bytesRead;
        let rest = chunk.subarray(0, bytesRead);
        for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
            take(rest.subarray(0, end));
            yield line();
            rest = rest.subarray(end + 1);
        }
        if (rest.length > 0)
            take(rest);
    }
    if (bytes > 0)
        yield line();
}


/***/ })

};
