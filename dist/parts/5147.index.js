export const id = 5147;
export const ids = [5147,6860];
export const modules = {

/***/ 5147:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  restore: () => (  restore)
});

var leven = __webpack_require__(9357);
var errors = __webpack_require__(6846);
var names_reference = __webpack_require__(1033);
var graph = __webpack_require__(7293);
var grouped = __webpack_require__(6011);
var version = __webpack_require__(8420);
; 




function isKnown({ tags, manifests }, text) {
    const names = [tags, manifests];
    return names.some((known) => known.has(text)) || [...tags.values()].some((digest) => digest === text);
}
function imagesToRestore(source, wanted) {
    const { manifests } = source;
    const named = new Set(wanted.filter((text) => (0,names_reference .Bc)(text)));
    const chosen = withReferrers(source, chooseImages(source.journal, new Set(wanted)));
    const inside = new Set([...chosen.keys()].flatMap((root) => [...(0,graph .PG)([root], manifests)].slice(1)));
    const images = [...chosen]
        .filter(([digest, tags]) => tags.size > 0 || named.has(digest) || !inside.has(digest))
        .map(([digest, tags]) => ({
        ...describeImage(digest, [...tags], manifests),
        isNamed: tags.size === 0 || named.has(digest),
    }));
    const holders = holdersOf(images);
    return (0,graph ._o)(images, ({ subjects }) => subjects.flatMap((subject) => holders.get(subject) ?? []));
}
function holdersOf(images) {
    return (0,grouped .z)(images.flatMap((image) => image.parts.map((part) => [part, image])));
}
function chooseImages(journal, wanted) {
    const tagsOf = tagsByDigest(journal);
    const deleted = journal.deletions.flatMap(({ digest }) => (digest === undefined ? [] : [digest]));
    const chosen = new Map();
    for (const digest of new Set([...deleted, ...journal.tags.values(), ...journal.manifests.keys()])) {
        const tags = tagsOf.get(digest) ?? [];
        const isWhole = wanted.size === 0 || wanted.has(digest);
        const picked = isWhole ? tags : tags.filter((tag) => wanted.has(tag));
        if (isWhole || picked.length > 0)
            chosen.set(digest, new Set(picked));
    }
    return chosen;
}
function withReferrers({ journal, manifests }, chosen) {
    const tagsOf = tagsByDigest(journal);
    const byName = (0,grouped .z)([...journal.tags].flatMap(([tag, digest]) => {
        const subject = (0,version .et)(tag);
        return subject === undefined ? [] : [[subject, { digest, tags: [tag] }]];
    }));
    const bySubject = (0,grouped .z)([...manifests.keys()].flatMap((digest) => subjectsOf(digest, manifests).map((subject) => [subject, { digest, tags: tagsOf.get(digest) ?? [] }])));
    const all = new Map(chosen);
    const restored = new Set((0,graph .PG)(chosen.keys(), manifests));
    for (const subject of restored) {
        for (const { digest, tags } of [...(byName.get(subject) ?? []), ...(bySubject.get(subject) ?? [])]) {
            all.set(digest, new Set([...(all.get(digest) ?? []), ...tags]));
            (0,graph .PG)([digest], manifests).forEach((part) => restored.add(part));
        }
    }
    return all;
}
function describeImage(digest, tags, manifests) {
    const parts = (0,graph ._o)([digest], (part) => {
        const manifest = manifests.get(part);
        return manifest?.kind === "index" ? manifest.children : [];
    });
    const subjects = [
        ...tags.flatMap((tag) => (0,version .et)(tag) ?? []),
        ...parts.flatMap((part) => subjectsOf(part, manifests)),
    ];
    return { digest, tags, parts, subjects: [...new Set(subjects)] };
}
function subjectsOf(digest, manifests) {
    const manifest = manifests.get(digest);
    if (manifest === undefined || manifest.kind === "schema1")
        return [];
    return manifest.subject === undefined ? [] : [manifest.subject];
}
function tagsByDigest({ tags }) {
    return (0,grouped .z)([...tags].map(([tag, digest]) => [digest, tag]));
}

var image_manifest = __webpack_require__(8544);
; 



function blobsToProve(images, view) {
    const parts = new Set(images.flatMap((image) => toWrite(image, view)));
    return new Set([...parts].flatMap((part) => (0,image_manifest .Fl)(manifestOf(part, view))));
}
function lossesOf(images, view) {
    const holders = holdersOf(images);
    const losses = new Map();
    const isLost = (subject) => {
        const held = holders.get(subject) ?? [];
        return !view.present.has(subject) && held.length > 0 && held.every((image) => losses.has(image));
    };
    for (const image of images) {
        const missing = image.tags.length > 0 ? undefined : image.subjects.find(isLost);
        const loss = lossOf(image, view) ?? (missing === undefined ? undefined : { why: "subject", missing });
        if (loss !== undefined)
            losses.set(image, loss);
    }
    return losses;
}
function lossOf(image, view) {
    for (const part of toWrite(image, view)) {
        const manifest = manifestOf(part, view);
        if (manifest === undefined)
            return { why: "unknown", missing: part };
        const missing = (0,image_manifest .Fl)(manifest).find((blob) => view.unreadable.has(blob));
        if (missing !== undefined)
            return { why: "collected", missing };
    }
    return undefined;
}
function toWrite({ digest, parts, tags }, { present, recoverable, tags: pointers }) {
    const lacksTag = tags.some((tag) => !pointers.has(tag));
    return parts.filter((part) => !recoverable.has(part) && (!present.has(part) || (lacksTag && part === digest)));
}
function manifestOf(digest, { journaled, present }) {
    return journaled.get(digest) ?? present.get(digest);
}
function previewRestore(images, view) {
    const losses = lossesOf(images, view);
    return images.map((image) => {
        const loss = losses.get(image);
        if (loss !== undefined)
            return withSameResult(image, { kind: "lost", ...loss });
        const isWhole = image.parts.every((part) => view.present.has(part));
        const itself = { kind: isWhole ? "already-there" : "would-restore" };
        const tags = image.tags.map((tag) => {
            const base = { tag, digest: image.digest };
            const to = view.tags.get(tag);
            if (to === undefined)
                return { ...base, kind: "would-restore" };
            return to === image.digest ? { ...base, ...itself } : { ...base, kind: "moved", to };
        });
        return { image, itself, tags };
    });
}
function withSameResult(image, itself) {
    return { image, itself, tags: image.tags.map((tag) => ({ tag, digest: image.digest, ...itself })) };
}
function resultOfReturned(tag, digest, before) {
    if (before === undefined)
        return { kind: "restored" };
    const error = new errors .Pc(`${tag} came back with ${digest}, and had pointed at ${before} until then`, `Point it there again, if that is what it should be: docker buildx imagetools create -t NAME:${tag} NAME@${before}`);
    return { kind: "failed", error };
}
function outcomeOf(repository, images) {
    return {
        repository,
        tags: images.flatMap(({ tags }) => tags),
        digests: images.flatMap(({ image, itself }) => image.isNamed ? [{ digest: image.digest, ...itself }] : []),
    };
}

var registry_open = __webpack_require__(1044);
var read = __webpack_require__(6860);
var untag_mark = __webpack_require__(4892);
var registry = __webpack_require__(252);
; 




async function putBack(options, look) {
    const losses = lossesOf(look.images, look.view);
    const job = { ...options, look, there: new Set(look.view.present.keys()) };
    const images = [];
    let stopped;
    for (const image of look.images) {
        const end = endOfUntried(losses.get(image), stopped);
        const restored = end === undefined ? await writeImage(job, image) : withSameResult(image, end);
        stopped ??= stopOf(restored);
        images.push(restored);
    }
    return { images, ...(stopped === undefined ? {} : { stopped }) };
}
function endOfUntried(loss, stopped) {
    if (loss !== undefined)
        return { kind: "lost", ...loss };
    return stopped === undefined ? undefined : { kind: "failed", error: stopped };
}
function stopOf({ itself, tags }) {
    const errors = [itself, ...tags].flatMap((each) => (each.kind === "failed" ? [each.error] : []));
    return errors.find((error) => error instanceof registry .g && error.kind !== "unexpected-answer");
}
async function writeImage(job, image) {
    const itself = await orFailed(putParts(job, image));
    if (itself.kind === "failed")
        return withSameResult(image, itself);
    const tags = [];
    for (const tag of image.tags) {
        const isThere = job.look.view.tags.get(tag) === image.digest;
        const put = isThere ? itself : await orFailed(putTag(job, image.digest, tag));
        tags.push({ tag, digest: image.digest, ...(put.kind === "already-there" ? itself : put) });
    }
    return { image, itself, tags };
}
async function orFailed(work) {
    try {
        return await work;
    }
    catch (error) {
        return { kind: "failed", error: (0,errors .Di)(error, "the restore") };
    }
}
async function putParts(job, { parts }) {
    const missing = parts.filter((part) => !job.there.has(part));
    for (const part of missing) {
        if (job.look.view.recoverable.has(part))
            await undeleteProven(job, part);
        else
            await putProven(job, part, part);
        job.there.add(part);
    }
    return { kind: missing.length === 0 ? "already-there" : "restored" };
}
async function putTag(job, digest, tag) {
    const read = await job.registry.readManifest(job.repository, tag);
    const now = (0,untag_mark .bJ)(read?.manifest) ? undefined : read;
    const { recoverable, tags } = job.look.view;
    if (now?.digest === digest && recoverable.has(digest))
        return resultOfReturned(tag, digest, tags.get(tag));
    if (now?.digest === digest)
        return { kind: "already-there" };
    if (now !== undefined)
        return { kind: "moved", to: now.digest };
    await putProven(job, tag, digest);
    return { kind: "restored" };
}
async function undeleteProven({ registry, repository }, digest) {
    await registry.undelete(repository, digest);
    if ((await registry.readManifest(repository, digest)) !== undefined)
        return;
    throw new errors .Pc(`${repository}: the registry said that it brought ${digest} back, and does not have it`, "Run restore again in some minutes; what came back is found then.");
}
async function putProven({ registry, repository, look }, reference, digest) {
    const bytes = look.bytesOf(digest);
    if (bytes === undefined)
        throw new TypeError(`${digest} was found to be lost, and is not to be written`);
    await registry.putManifest(repository, reference, bytes);
    const found = await registry.readManifest(repository, reference);
    if (found === undefined) {
        throw new errors .Pc(`${repository}: the registry said that it took ${reference} and does not have it: it remembers what a garbage collection took`, "Restart the registry, which empties its blob cache (one in Redis is to be flushed), and run restore again.");
    }
    if (found.digest !== digest && !found.body.equals(bytes.body)) {
        throw new errors .Pc(`${repository}: ${reference} was written, and is another image (${found.digest}) when it is read again`, "Somebody pushes there at this moment. See which of the two it is to be, and run restore again if it is this one.");
    }
}

var p_map = __webpack_require__(1773);
var json = __webpack_require__(3979);
; 






const LONGEST_MARK = 1000;
function withoutMarks(journal) {
    const marks = new Set();
    for (const [digest, { body }] of journal.manifests) {
        const isSmall = body.length < LONGEST_MARK;
        if (isSmall && (0,untag_mark .fk)((0,json .qF)(Buffer.from(body, "base64").toString("utf8"))))
            marks.add(digest);
    }
    if (marks.size === 0)
        return journal;
    const isMark = (digest) => digest !== undefined && marks.has(digest);
    const deletions = journal.deletions.filter(({ digest }) => !isMark(digest));
    const before = new Map(deletions.flatMap(({ tags, digest }) => tags.map((tag) => [tag, digest])));
    const tags = [...journal.tags].flatMap(([tag, digest]) => {
        const image = isMark(digest) ? before.get(tag) : digest;
        return image === undefined ? [] : [[tag, image]];
    });
    const manifests = new Map([...journal.manifests].filter(([digest]) => !isMark(digest)));
    return { ...journal, deletions, manifests, tags: new Map(tags) };
}
function readSource(journal) {
    const manifests = new Map();
    for (const [digest, stored] of journal.manifests) {
        const { mediaType, body } = bytesOf(stored);
        try {
            const isManifest = (listed) => journal.manifests.has(listed);
            manifests.set(digest, (0,image_manifest .MK)(mediaType, (0,json .qF)(body.toString("utf8")), isManifest));
        }
        catch (error) {
            if (!(error instanceof errors .jA))
                throw error;
        }
    }
    return { journal, manifests };
}
function bytesOf({ mediaType, body }) {
    return { mediaType, body: Buffer.from(body, "base64") };
}
async function lookBeforeRestore(options, { journal, manifests }, images) {
    const { registry, repository, concurrency } = options;
    const read = await readEach(options, new Set(images.flatMap(({ parts }) => parts)));
    const tags = await readEach(options, new Set(images.flatMap((image) => image.tags)));
    const deleted = images.some(({ parts }) => parts.some((part) => !read.has(part)))
        ? await registry.listDeleted(repository)
        : new Set();
    const view = {
        journaled: manifests,
        recoverable: new Set([...deleted].filter((digest) => !read.has(digest))),
        present: new Map([...read].map(([digest, { manifest }]) => [digest, manifest])),
        tags: new Map([...tags].flatMap(([tag, { digest, manifest }]) => ((0,untag_mark .bJ)(manifest) ? [] : [[tag, digest]]))),
    };
    const blobs = [...blobsToProve(images, view)];
    const readable = await (0,p_map .Ay)(blobs, (blob) => registry.readsBlob(repository, blob), { concurrency });
    return {
        images,
        view: { ...view, unreadable: new Set(blobs.filter((_, index) => readable[index] !== true)) },
        bytesOf: (digest) => {
            const stored = journal.manifests.get(digest);
            return stored === undefined ? read.get(digest) : bytesOf(stored);
        },
    };
}
async function readEach({ registry, repository, concurrency }, names) {
    const entries = await (0,p_map .Ay)(names, async (name) => [name, await registry.readManifest(repository, name)], { concurrency });
    return new Map(entries.flatMap(([name, found]) => (found === undefined ? [] : [[name, found]])));
}

var commands_connection = __webpack_require__(8364);
var listeners = __webpack_require__(2475);
; 











async function restore(settings, given) {
    const hooks = (0,listeners .v)(given);
    const { journal, wanted } = settings;
    const { repositories, tornLines } = await (0,read.readJournal)(journal);
    if (tornLines > 0)
        hooks.say({ kind: "journal-torn", path: journal, lines: tornLines });
    const known = [...repositories].map(([name, each]) => [name, withoutMarks(each)]);
    const chosen = chooseRepositories(settings, known);
    refuseUnknown(settings, chosen);
    const outcomes = [];
    for (const [repository, each] of chosen) {
        if (wanted.length > 0 && !wanted.some((text) => isKnown(each, text)))
            continue;
        const outcome = await restoreRepository(settings, [repository, each], hooks);
        hooks.say({ kind: "restored", outcome });
        outcomes.push(outcome);
    }
    return { isDryRun: settings.dryRun, journal, repositories: outcomes };
}
function chooseRepositories({ image, journal }, repositories) {
    if (image === undefined)
        return repositories;
    const name = `${image.host}/${image.repository}`;
    const chosen = repositories.filter(([repository]) => repository === name);
    if (chosen.length > 0)
        return chosen;
    const known = repositories.map(([repository]) => repository).join(", ");
    throw new errors .Pc(`the journal ${journal} knows nothing of ${name}`, known === "" ? "Nothing was deleted by it." : `It knows: ${known}.`);
}
function refuseUnknown({ wanted, journal }, chosen) {
    const unknown = wanted.filter((text) => !chosen.some(([, known]) => isKnown(known, text)));
    if (unknown.length === 0)
        return;
    const tags = chosen.flatMap(([, known]) => [...known.tags.keys()]);
    const lines = unknown.map((text) => {
        const distances = tags.map((tag) => ({ tag, distance: (0,leven .A)(text, tag) }));
        const nearest = distances.sort((a, b) => a.distance - b.distance)[0]?.tag;
        return `  ${text}${nearest === undefined ? "" : ` (did you mean ${nearest}?)`}`;
    });
    throw new errors .Pc(`the journal ${journal} has nothing to put back under:\n${lines.join("\n")}`, "Nothing was written. Correct what is listed, or name nothing and have all of the journal; a dry run shows what it holds.");
}
async function restoreRepository(settings, [repository, journal], hooks) {
    try {
        const reference = settings.image ?? (0,names_reference .SU)(repository);
        const source = readSource(journal);
        const images = imagesToRestore(source, settings.wanted);
        hooks.say({ kind: "restoring", repository, images: images.length });
        const onWait = (0,commands_connection .Wq)(hooks.say);
        const connection = (0,commands_connection .mQ)(settings, reference, { ...hooks, onWait });
        const wanted = { source, images, concurrency: settings.concurrency };
        const end = await (settings.dryRun ? previewImages : putBackImages)(connection, reference.repository, wanted);
        return {
            ...outcomeOf(repository, end.images),
            ...(end.stopped === undefined ? {} : { error: end.stopped }),
        };
    }
    catch (thrown) {
        const error = (0,errors .Di)(thrown, `the restore of ${repository}`);
        return { repository, tags: [], digests: [], error };
    }
}
async function previewImages(connection, repository, { source, images, concurrency }) {
    const registry = await (0,registry_open .M)({ ...connection, rights: ["pull"] });
    try {
        const look = await lookBeforeRestore({ registry, repository, concurrency }, source, images);
        return { images: previewRestore(images, look.view) };
    }
    finally {
        registry.close();
    }
}
async function putBackImages(connection, repository, { source, images, concurrency }) {
    const registry = await (0,registry_open .M)({ ...connection, rights: ["pull", "push"] });
    try {
        const options = { registry, repository, concurrency };
        return await putBack(options, await lookBeforeRestore(options, source, images));
    }
    finally {
        registry.close();
    }
}


/***/ }),

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
