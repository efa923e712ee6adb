export const id = 787;
export const ids = [787,991];
export const modules = {

/***/ 5992:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T3: () => (/* binding */ readRecords),
/* harmony export */   dR: () => (/* binding */ journalKey),
/* harmony export */   ev: () => (/* binding */ JOURNAL_SCHEMA)
/* harmony export */ });
/** Changes whenever a reader of journals has to. */
const JOURNAL_SCHEMA = 1;
/** What a deletion is known by in a journal. */
function journalKey(deletion) {
    return deletion.kind === "manifest" ? deletion.digest : deletion.tags[0];
}
/** What the records of a journal, in their order, say of each repository (by `host/repository`). */
function readRecords(records) {
    const repositories = new Map();
    const of = (repository) => {
        const known = repositories.get(repository) ?? newReading();
        repositories.set(repository, known);
        return known;
    };
    for (const record of records)
        if ("repository" in record)
            enter(of(record.repository), record);
    return new Map([...repositories].map(([repository, reading]) => [repository, resultOf(reading)]));
}
function newReading() {
    return { manifests: new Map(), deletions: new Map(), open: new Set(), lost: new Map() };
}
function enter(reading, record) {
    switch (record.kind) {
        case "manifest":
            reading.manifests.set(record.digest, { mediaType: record.mediaType, body: record.body });
            return;
        case "deletion": {
            const key = journalKey(record.deletion);
            // A later run's word comes last, also in the order.
            reading.deletions.delete(key);
            reading.deletions.set(key, record.deletion);
            reading.open.add(key);
            return;
        }
        case "outcome":
            // What failed may be there still, and its parents may not: then no list shows it any more.
            if (record.outcome !== "failed")
                reading.open.delete(record.of);
            if (record.outcome === "spared")
                reading.deletions.delete(record.of);
            return;
        case "lost":
            reading.lost.set(record.tag, record.digest);
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

/***/ 3787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ openInFolder),
/* harmony export */   unfinishedJournal: () => (/* binding */ unfinishedJournal)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9577);
/* harmony import */ var _journal_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4070);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8653);
/* harmony import */ var _read_journal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5991);







const NAME = /^journal-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\.ndjson$/;
// More than the line that ends a run.
const TAIL_BYTES = 256;
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
/**
 * Opens a new journal in a folder of this program's own, which is made where it is not there, and removes what is long over.
 * Throws what the system throws.
 */
async function openInFolder(folder, created) {
    await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_4__/* .makeFolder */ .fc)(folder);
    // Before the new one is opened: it may need the room.
    await removeOld(folder, created);
    const time = created.toISOString().replace(/\.[0-9]+Z$/, "Z");
    const name = `journal-${time.replaceAll(/[:-]/g, "")}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(4).toString("hex")}.ndjson`;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
    return { path, file: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, "ax+", 0o600) };
}
/**
 * The newest journal in this folder that names this repository (`host/repository`) and has leftovers; `undefined` where there is none
 * or the folder is not there. Never throws. A run that is still under way has leftovers too.
 */
async function unfinishedJournal(folder, repository) {
    const names = (await journalsIn(folder)).toSorted().toReversed();
    for (const path of names.map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name))) {
        // Hundreds of runs may have their journals here, and nearly all came to their end.
        if (await isFinished(path))
            continue;
        const found = await (0,_read_journal_js__WEBPACK_IMPORTED_MODULE_5__.readJournal)(path).catch(() => undefined);
        const leftovers = found?.repositories.get(repository)?.leftovers.size ?? 0;
        if (leftovers > 0)
            return path;
    }
    return undefined;
}
/** Whether a journal's last line says that nothing is left. */
async function isFinished(path) {
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, "r");
        try {
            const { size } = await file.stat();
            const start = Math.max(0, size - TAIL_BYTES);
            const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
            const last = buffer.toString("utf8", 0, bytesRead).trimEnd().split("\n").at(-1) ?? "";
            const record = (0,_journal_record_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeRecord */ .eT)((0,_core_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseJson */ .qF)(last));
            return record?.kind === "end" && record.left === 0;
        }
        finally {
            await file.close();
        }
    }
    catch {
        return false;
    }
}
/** By when they were written to last: a file of this folder may have been named as the journal of later runs. */
async function removeOld(folder, now) {
    for (const name of await journalsIn(folder)) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const written = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (written === undefined || now.getTime() - written.mtimeMs <= KEPT_FOR)
            continue;
        // Somebody else's run may have been faster, or the file may be another user's.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path).catch(() => undefined);
    }
}
async function journalsIn(folder) {
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile() && NAME.test(entry.name)).map(({ name }) => name);
}


/***/ }),

/***/ 4070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lq: () => (/* binding */ HEAD_BYTES),
/* harmony export */   eT: () => (/* binding */ decodeRecord),
/* harmony export */   gL: () => (/* binding */ hashesTo),
/* harmony export */   sF: () => (/* binding */ renderRecord),
/* harmony export */   ub: () => (/* binding */ beginsJournal)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(458);
/* harmony import */ var _core_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2586);
/* harmony import */ var _core_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9858);
/* harmony import */ var _registry_content_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9435);




const digest = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .guard */ .ahr(_core_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc));
const tag = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), valibot__WEBPACK_IMPORTED_MODULE_3__/* .guard */ .ahr(_core_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isTag */ .dz));
const deletion = valibot__WEBPACK_IMPORTED_MODULE_3__/* .variant */ .Oxt("kind", [
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("manifest"),
        digest,
        tags: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(tag),
        parents: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(digest),
        after: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(digest),
        orphanOf: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(digest),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("tag"),
        tags: valibot__WEBPACK_IMPORTED_MODULE_3__/* .tuple */ .PVZ([tag]),
        digest: valibot__WEBPACK_IMPORTED_MODULE_3__/* .exactOptional */ .yqP(digest),
        by: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(["delete", "overwrite"]),
        parents: valibot__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(digest),
    }),
]);
const manifest = valibot__WEBPACK_IMPORTED_MODULE_3__/* .pipe */ .FsL(valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("manifest"),
    repository: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    digest,
    mediaType: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    body: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
}), valibot__WEBPACK_IMPORTED_MODULE_3__/* .check */ .z6Y(({ digest: named, mediaType, body }) => {
    const bytes = Buffer.from(body, "base64");
    return bytes.toString("base64") === body && hashesTo(named, { mediaType, body: bytes });
}));
const record = valibot__WEBPACK_IMPORTED_MODULE_3__/* .variant */ .Oxt("kind", [
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("run"), schema: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(), tool: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), created: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() }),
    manifest,
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("deletion"), repository: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), deletion }),
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
        kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("outcome"),
        repository: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
        of: valibot__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([digest, tag]),
        outcome: valibot__WEBPACK_IMPORTED_MODULE_3__/* .picklist */ .KIO(["deleted", "gone", "failed", "spared"]),
    }),
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("lost"), repository: valibot__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), tag, digest }),
    valibot__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ kind: valibot__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz("end"), left: valibot__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig() }),
]);
/** A record as parsed JSON has it; `undefined` where it is none, or a manifest that is not its digest's. */
function decodeRecord(value) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_3__/* .safeParse */ .xLC(record, value);
    return result.success ? result.output : undefined;
}
/** A record as a line, with its end. */
function renderRecord(written) {
    // Both may stand in JSON, and from Node 24 on readline takes them for the end of a line (nodejs/node#57591).
    const json = JSON.stringify(written).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
    return `${json}\n`;
}
/** Whether bytes are those of their digest, as far as that can be computed: that of schema 1 and of other algorithms can't. */
function hashesTo(expected, { mediaType, body }) {
    const [algorithm = ""] = expected.split(":");
    const computed = (0,_core_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isSchema1 */ .Pr)(mediaType) ? undefined : (0,_registry_content_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .contentDigest */ .e)(algorithm, body);
    return computed === undefined || computed === expected;
}
const START = '{"kind":"run","schema":';
/** Enough of a file to know a journal by. */
const HEAD_BYTES = 256;
/** Whether a file that begins like this is a journal or empty; `head` may end anywhere. */
function beginsJournal(head) {
    // A run that was killed in its first line leaves a piece of it.
    const line = head.split("\n").find((text) => !START.startsWith(text));
    return line === undefined || line.startsWith(START);
}


/***/ }),

/***/ 5991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ refuseOthers),
/* harmony export */   readJournal: () => (/* binding */ readJournal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(528);
/* harmony import */ var _core_journal_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5992);
/* harmony import */ var _core_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9577);
/* harmony import */ var _journal_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4070);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8653);






/**
 * Reads a journal line by line.
 * @throws {PruneError} where it can't be read, is no journal, or is of another schema
 */
async function readJournal(path) {
    try {
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, "r");
        try {
            await refuseOthers(path, file);
            return await readLines(path, file);
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        if (error instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc)
            throw error;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`the journal ${path} can't be read: ${(0,_local_file_js__WEBPACK_IMPORTED_MODULE_3__/* .whyRefused */ .fG)(error)}`, "Correct its path, or have this user read it.", { cause: error });
    }
}
/**
 * Refuses a file that does not begin as a journal of this schema does.
 * @throws {PruneError} where it is another file; what the system throws where it can't be read
 */
async function refuseOthers(path, file) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(_journal_record_js__WEBPACK_IMPORTED_MODULE_2__/* .HEAD_BYTES */ .Lq), 0, _journal_record_js__WEBPACK_IMPORTED_MODULE_2__/* .HEAD_BYTES */ .Lq, 0);
    const head = buffer.toString("latin1", 0, bytesRead);
    if (!(0,_journal_record_js__WEBPACK_IMPORTED_MODULE_2__/* .beginsJournal */ .ub)(head)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`${path} is no journal of this program, and is left as it is`, "Nothing was done. Name a journal; a run that deletes also takes a file that is not there yet.");
    }
    refuseOtherSchema(path, /"schema":([0-9]+)/.exec(head)?.[1]);
}
async function readLines(path, file) {
    const records = [];
    let tornLines = 0;
    for await (const line of file.readLines({ start: 0, autoClose: false })) {
        const value = (0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(line);
        // Before anything else of the record: a later schema may have written the rest in another way.
        if ((0,_core_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isObject */ .Gv)(value) && value["kind"] === "run")
            refuseOtherSchema(path, String(value["schema"]));
        const record = (0,_journal_record_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeRecord */ .eT)(value);
        if (record === undefined)
            tornLines += 1;
        else
            records.push(record);
    }
    return { repositories: (0,_core_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecords */ .T3)(records), tornLines };
}
function refuseOtherSchema(path, schema) {
    if (schema === undefined || schema === String(_core_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .JOURNAL_SCHEMA */ .ev))
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`the journal ${path} is of schema ${schema}, and this program knows schema ${_core_journal_js__WEBPACK_IMPORTED_MODULE_5__/* .JOURNAL_SCHEMA */ .ev}`, "Use the version of this program that wrote it: each run begins with a line that names it.");
}


/***/ })

};
