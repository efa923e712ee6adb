export const id = 6860;
export const ids = [6860];
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

/***/ 6860:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  readJournal: () => (  readJournal)
});

var errors = __webpack_require__(6846);
var journal = __webpack_require__(8288);
var json = __webpack_require__(3979);
var header = __webpack_require__(5780);
var lines = __webpack_require__(8566);
var dist = __webpack_require__(458);
var reference = __webpack_require__(1033);
; 



const digest = dist .FsL(dist .YjP(), dist .ahr(reference .Bc));
const tag = dist .FsL(dist .YjP(), dist .ahr(reference .dz));
const deletion = dist .Oxt("kind", [
    dist .Ikc({
        kind: dist .euz("manifest"),
        digest,
        tags: dist .YOg(tag),
        parents: dist .YOg(digest),
        after: dist .YOg(digest),
        orphanOf: dist .YOg(digest),
    }),
    dist .Ikc({
        kind: dist .euz("tag"),
        tags: dist .PVZ([tag]),
        digest: dist .yqP(digest),
        by: dist .KIO(["delete", "overwrite"]),
        parents: dist .YOg(digest),
    }),
]);
const manifest = dist .FsL(dist .Ikc({
    kind: dist .euz("manifest"),
    repository: dist .YjP(),
    digest,
    mediaType: dist .YjP(),
    body: dist .YjP(),
}), dist .z6Y(({ digest: named, mediaType, body }) => {
    const bytes = Buffer.from(body, "base64");
    return bytes.toString("base64") === body && (0,lines .gL)(named, { mediaType, body: bytes });
}));
const record = dist .Oxt("kind", [
    dist .Ikc({ kind: dist .euz("run"), schema: dist .aig(), tool: dist .YjP(), created: dist .YjP() }),
    manifest,
    dist .Ikc({ kind: dist .euz("deletion"), repository: dist .YjP(), deletion }),
    dist .Ikc({
        kind: dist .euz("outcome"),
        repository: dist .YjP(),
        of: dist .KCZ([digest, tag]),
        outcome: dist .KIO(["deleted", "gone", "failed", "spared"]),
    }),
    dist .Ikc({ kind: dist .euz("lost"), repository: dist .YjP(), tag, digest }),
    dist .Ikc({ kind: dist .euz("end"), left: dist .aig() }),
]);
function decodeRecord(value) {
    const result = dist .xLC(record, value);
    return result.success ? result.output : undefined;
}

var read_regular = __webpack_require__(4338);
var system_error = __webpack_require__(2691);
; 








async function readJournal(path) {
    try {
        const file = await (0,read_regular .lf)(path, read_regular .uZ.journal);
        try {
            await (0,header .A)(path, file);
            return await readLines(path, file);
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        if (error instanceof errors .Pc)
            throw error;
        throw new errors .Pc(`the journal ${path} can't be read: ${(0,system_error .fG)(error)}`, "Correct its path, or have this user read it.", { cause: error });
    }
}
async function readLines(path, file) {
    const records = [];
    let tornLines = 0;
    const { size } = await file.stat();
    for await (const line of (0,lines .Dx)(file, lines .ZI, size)) {
        const value = line === undefined ? undefined : (0,json .qF)(line);
        if ((0,json .Gv)(value) && value["kind"] === "run")
            (0,header .m)(path, schemaOf(value["schema"]));
        const record = decodeRecord(value);
        if (record === undefined)
            tornLines += 1;
        else
            records.push(record);
    }
    return { repositories: (0,journal .T3)(records), tornLines };
}
function schemaOf(written) {
    return typeof written === "number" ? String(written) : "another kind";
}


/***/ })

};
