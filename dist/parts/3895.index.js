export const id = 3895;
export const ids = [3895,8403,9825];
export const modules = {

/***/ 8288:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    T3: () => (  readRecords),
    dR: () => (  journalKey),
    ev: () => (  JOURNAL_SCHEMA)
  });
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


/***/ }),

/***/ 5780:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  refuseOthers),
    m: () => (  refuseOtherSchema)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_journal_journal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8288);


const START = '{"kind":"run","schema":';
const HEAD_BYTES = 256;
async function refuseOthers(path, file) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.toString("latin1", 0, bytesRead);
    if (!beginsJournal(head)) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`${path} is no journal of this program, and is left as it is`, "Nothing was done. Name a journal; a run that deletes also takes a file that is not there yet.");
    }
    refuseOtherSchema(path, /"schema":([0-9]+)/.exec(head)?.[1]);
}
function beginsJournal(head) {
    const line = head.split("\n").find((text) => !START.startsWith(text));
    return line === undefined || line.startsWith(START);
}
function refuseOtherSchema(path, schema) {
    if (schema === undefined || schema === String(_core_journal_journal_js__WEBPACK_IMPORTED_MODULE_1__  .ev))
        return;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`the journal ${path} is of schema ${schema}, and this program knows schema ${_core_journal_journal_js__WEBPACK_IMPORTED_MODULE_1__  .ev}`, "Use the version of this program that wrote it: each run begins with a line that names it.");
}


/***/ }),

/***/ 8566:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Dx: () => (  linesOf),
    ZI: () => (  MOST_LINE_BYTES),
    gL: () => (  hashesTo),
    sF: () => (  renderRecord)
  });
  var _core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7005);
  var _core_image_media_type_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(134);
  var _registry_distribution_content_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5664);



function renderRecord(written) {
    return `${(0,_core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_0__  .RU)(JSON.stringify(written))}\n`;
}
function hashesTo(expected, { mediaType, body }) {
    const [algorithm = ""] = expected.split(":");
    const computed = (0,_core_image_media_type_js__WEBPACK_IMPORTED_MODULE_1__  .Pr)(mediaType) ? undefined : (0,_registry_distribution_content_digest_js__WEBPACK_IMPORTED_MODULE_2__  .e)(algorithm, body);
    return computed === undefined || computed === expected;
}
const MOST_LINE_BYTES = 128 * 1024 * 1024;
const CHUNK_BYTES = 256 * 1024;
async function* linesOf(file, most = MOST_LINE_BYTES, size = Infinity) {
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
        const { bytesRead } = await file.read(chunk, 0, Math.min(CHUNK_BYTES, size - position), position);
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


/***/ }),

/***/ 3895:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  openMoving: () => (  openMoving)
});

var promises_ = __webpack_require__(1455);
var system_error = __webpack_require__(2691);
var errors = __webpack_require__(6846);
var journal = __webpack_require__(8288);
; 


function unwritable(journal, cause) {
    if (cause instanceof errors .Pc)
        return cause;
    return new errors .Pc(`${journal} can't be written: ${(0,system_error .fG)(cause)}`, "Nothing was deleted that is not written down in it. Make room there, or name another place for it, and run again.", { cause });
}
function notAtHand(name) {
    return new errors .Pc(`the manifest ${name} can't be written down, for its bytes are not at hand`, "Nothing was deleted that is not written down in the journal. Report this as a bug.");
}

var lines = __webpack_require__(8566);
var local_file = __webpack_require__(8673);
; 




const AT_ONCE = 50;
const OUTCOMES_WAIT_MS = 50;
class FileJournal {
    path;
    stored;
    copyTo;
    #file;
    #steps = Promise.resolve();
    #lines = [];
    #queued;
    #soon;
    constructor({ path, file, copyTo }, stored = new Map()) {
        this.path = path;
        this.stored = stored;
        this.copyTo = copyTo;
        this.#file = file;
    }
    async begin(repository, deletions, read) {
        const stored = this.#storedOf(repository);
        const digests = [...new Set(deletions.flatMap((deletion) => deletion.digest ?? []))].filter((digest) => !stored.has(digest));
        try {
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
        catch (error) {
            for (const digest of digests)
                stored.delete(digest);
            throw error;
        }
    }
    #storedOf(repository) {
        const own = this.stored.get(repository) ?? new Map();
        this.stored.set(repository, own);
        return own;
    }
    async #store(repository, digests, read) {
        const records = digests.map(async (digest) => {
            const found = await read(digest);
            if (found === undefined || !(0,lines .gL)(digest, found))
                throw notAtHand(`${repository}@${digest}`);
            const { mediaType, body } = found;
            return { kind: "manifest", repository, digest, mediaType, body: body.toString("base64") };
        });
        await this.#write(await Promise.all(records));
    }
    async keep(repository, digests, read) {
        const stored = this.#storedOf(repository);
        for (const digest of digests) {
            if (stored.has(digest))
                continue;
            const write = this.#store(repository, [digest], read).then(() => stored.set(digest, false));
            await write.catch(() => undefined);
        }
    }
    outcome(repository, { deletion, kind }) {
        const stored = this.#storedOf(repository);
        if (kind !== "failed" && stored.has((0,journal .dR)(deletion)))
            stored.set((0,journal .dR)(deletion), false);
        this.#lines.push((0,lines .sF)({ kind: "outcome", repository, of: (0,journal .dR)(deletion), outcome: kind }));
        this.#soon ??= setTimeout(() => void this.#write([]), OUTCOMES_WAIT_MS).unref();
    }
    async lost(repository, tag, digest) {
        void this.#write([{ kind: "lost", repository, tag, digest }]);
        await this.#flush().catch(() => undefined);
    }
    async close() {
        let left = 0;
        for (const stored of this.stored.values())
            for (const isOpen of stored.values())
                left += Number(isOpen);
        void this.#write([{ kind: "end", left }]);
        await this.#steps.catch(() => undefined);
        await this.#file.close().catch(() => undefined);
    }
    #write(records) {
        this.#lines.push(...records.map(lines .sF));
        this.#queued ??= this.#next(() => {
            const text = this.#lines.join("");
            this.#lines = [];
            this.#queued = undefined;
            clearTimeout(this.#soon);
            this.#soon = undefined;
            return (0,local_file .f8)(this.#file, Buffer.from(text), null);
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

; 





const MOST_BYTES = 1024 * 1024;
async function openInLog({ tool, created, after }, { say, isTaken }) {
    const pieces = [];
    let bytes = 0;
    let said = 0;
    const file = {
        write: (piece, from, length) => {
            bytes += length;
            if (bytes > MOST_BYTES)
                return Promise.reject(tooMuch());
            pieces.push(Buffer.from(piece.subarray(from, from + length)));
            return Promise.resolve({ bytesWritten: length });
        },
        sync: async () => {
            const lines = Buffer.concat(pieces).toString("utf8").split("\n").slice(0, -1);
            for (const line of lines.slice(said))
                say(line);
            said = lines.length;
            if ((await isTaken?.()) === false)
                throw unread();
        },
        close: () => file.sync(),
    };
    const first = (0,lines .sF)({ kind: "run", schema: journal .ev, tool, created: created.toISOString() });
    await (0,local_file .f8)(file, Buffer.from(first), null);
    const copyTo = async (other) => {
        await after?.copyTo(other);
        await (0,local_file .f8)(other, Buffer.concat(pieces), null);
        await other.sync();
    };
    return new FileJournal({ path: "", file, copyTo }, after?.stored);
}
function unread() {
    return new errors .Pc("what is deleted can be written down nowhere but in the log, and nobody reads that", "Nothing more was deleted. Make room on a disk for the journal, or name a place for it in journal; or run with a log that is kept (without quiet).");
}
function tooMuch() {
    return new errors .Pc("what is deleted can be written down nowhere but in the log, and it is too much for that", "Nothing was deleted that is not written down. Make room on a disk for the journal, or name a place for it in journal.");
}

var external_node_path_ = __webpack_require__(6760);
var read_regular = __webpack_require__(4338);
var folder = __webpack_require__(9825);
var header = __webpack_require__(5780);
; 










async function openJournal(place, { tool, created, after }) {
    try {
        const opened = await (place.kind === "file" ? openFile(place.path) : (0,folder .a)(place.path, created));
        try {
            await startRun(opened, { kind: "run", schema: journal .ev, tool, created: created.toISOString() });
            await after?.copyTo(opened.file);
        }
        catch (error) {
            await opened.file.close().catch(() => undefined);
            if (place.kind === "folder")
                await (0,promises_.rm)(opened.path, { force: true }).catch(() => undefined);
            throw error;
        }
        return new FileJournal({ ...opened, copyTo: (file) => (0,local_file .XN)(file, opened.path) }, after?.stored);
    }
    catch (error) {
        throw unwritable(place.kind === "file" ? `the journal ${place.path}` : `a journal in ${place.path}`, error);
    }
}
async function openFile(path) {
    await (0,local_file .fc)((0,external_node_path_.dirname)(path));
    await (0,read_regular .Wu)(path);
    return { path, file: await (0,promises_.open)(path, "a+", 0o600) };
}
async function startRun({ path, file }, record) {
    const { size } = await file.stat();
    if (size > 0)
        await (0,header .A)(path, file);
    const isTorn = size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() !== "\n";
    await (0,local_file .f8)(file, Buffer.from(`${isTorn ? "\n" : ""}${(0,lines .sF)(record)}`), null);
    await file.sync();
    if (size === 0)
        await (0,local_file .nB)((0,external_node_path_.dirname)(await (0,promises_.realpath)(path)));
}

var private_folder = __webpack_require__(8403);
; 





const NO_HOME = "this user has no home folder";
const FULL = new Set(["ENOSPC", "EDQUOT", "EROFS"]);
async function openMoving(places, origin) {
    const { first } = places;
    if (first === undefined) {
        return new PlacedJournal(await openNext(places, origin, NO_HOME), places, origin);
    }
    try {
        const journal = await openJournal(first, origin);
        places.onOpen(journal.path);
        return new PlacedJournal({ journal, left: places.spare }, places, origin);
    }
    catch (error) {
        const code = codeOfCause(error);
        if (code === "" || (first.kind === "file" && !FULL.has(code)))
            throw error;
        return new PlacedJournal(await openNext(places, origin, error), places, origin);
    }
}
async function openNext({ spare, onOpen, onLogged, isLogTaken }, origin, cause) {
    const found = await openSpare(spare, origin);
    const why = cause instanceof Error ? cause.message : String(cause);
    if (found !== undefined) {
        onOpen(found.journal.path, why);
        return found;
    }
    let told = why;
    const say = (line) => {
        onLogged(line, told);
        told = undefined;
    };
    const journal = await openInLog(origin, { say, isTaken: isLogTaken });
    return { journal, left: [] };
}
async function openSpare(spare, origin) {
    for (const [index, parent] of spare.entries()) {
        try {
            const place = { kind: "folder", path: await (0,private_folder .q)(parent) };
            return { journal: await openJournal(place, origin), left: spare.slice(index + 1) };
        }
        catch {
            continue;
        }
    }
    return undefined;
}
class PlacedJournal {
    #journal;
    #left;
    #places;
    #origin;
    constructor({ journal, left }, places, origin) {
        this.#journal = journal;
        this.#left = left;
        this.#places = places;
        this.#origin = origin;
    }
    path() {
        return this.#journal.path === "" ? undefined : this.#journal.path;
    }
    begin(repository, deletions, read) {
        return this.#wherever((journal) => journal.begin(repository, deletions, read));
    }
    async #wherever(write) {
        await this.settle();
        for (;;) {
            try {
                await write(this.#journal);
                return;
            }
            catch (error) {
                if (codeOfCause(error) === "")
                    throw error;
                await this.#moveOn(error);
            }
        }
    }
    async settle() {
        if (this.path() !== undefined)
            return;
        const origin = { ...this.#origin, after: this.#journal };
        const { first, spare, onOpen } = this.#places;
        const journal = first === undefined ? undefined : await openJournal(first, origin).catch(() => undefined);
        const found = journal === undefined ? await openSpare(spare, origin) : { journal, left: spare };
        if (found === undefined)
            return;
        this.#take(found);
        onOpen(found.journal.path);
    }
    async #moveOn(cause) {
        const full = this.#journal;
        const places = { ...this.#places, spare: this.#left };
        this.#take(await openNext(places, { ...this.#origin, after: full }, cause));
        await full.close();
        const isOwn = this.#places.first?.kind !== "file";
        if (isOwn && this.path() !== undefined)
            await (0,promises_.rm)(full.path, { force: true }).catch(() => undefined);
    }
    #take({ journal, left }) {
        this.#journal = journal;
        this.#left = left;
    }
    outcome(repository, outcome) {
        this.#journal.outcome(repository, outcome);
    }
    keep(repository, digests, read) {
        return this.#journal.keep(repository, digests, read);
    }
    lost(repository, tag, digest) {
        return this.#journal.lost(repository, tag, digest);
    }
    async close() {
        await this.settle();
        await this.#journal.close();
    }
}
function codeOfCause(error) {
    return error instanceof Error ? (0,system_error .$N)(error.cause) : "";
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
