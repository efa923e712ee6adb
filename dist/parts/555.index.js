export const id = 555;
export const ids = [555];
export const modules = {

/***/ 5808:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    DZ: () => (  limitTime),
    K$: () => (  NOTHING),
    Y9: () => (  tellStep),
    hT: () => (  skipped),
    kr: () => (  requirePruned)
  });
  var _core_result_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9513);
  var _core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3065);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6846);



function skipped(why, garbage) {
    return { kind: "skipped", why, ...(garbage === undefined ? {} : { garbage }) };
}
function tellStep({ hooks }) {
    return (step) => hooks.say({ kind: "collection-step", step });
}
function limitTime({ settings, hooks }) {
    const controller = new AbortController();
    const timer = setTimeout(() => {
        controller.abort(new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Pc(`the collection took longer than gc-timeout (${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__  .gf)(settings.timeout)})`, "It was ended. What is not collected now is collected the next time; allow it more time in gc-timeout."));
    }, settings.timeout);
    const signals = [controller.signal, ...(hooks.stop === undefined ? [] : [hooks.stop])];
    return {
        signal: AbortSignal.any(signals),
        end: () => {
            clearTimeout(timer);
        },
    };
}
const NOTHING = { repositories: [], blobs: [], isWhole: true };
function requirePruned({ pruned }, report) {
    const missed = (0,_core_result_collection_js__WEBPACK_IMPORTED_MODULE_0__  .h4)(report, pruned);
    if (missed.length === 0)
        return;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Pc(`the collection did not go through ${missed.join(", ")}, which this run pruned: it works on another storage, or with another configuration`, "Look at which configuration and volumes the collection runs with: they must be the registry's own.");
}


/***/ }),

/***/ 9513:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    H7: () => (  readCollection),
    K3: () => (  collectionSkipReason),
    V1: () => (  bareLine),
    _r: () => (  COLLECTION_ADVICE),
    dU: () => (  isEmptyRegistry),
    eS: () => (  isSilent),
    h4: () => (  notCollected),
    oL: () => (  hasNoCollection),
    uq: () => (  freedBy)
  });
  var _names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1033);

function collectionSkipReason(prospect) {
    const { isEmpty, isDryRun, isToldToStop, hasSweep, blobs, bytes, minimum } = prospect;
    if (isDryRun)
        return { kind: "dry-run" };
    if (isToldToStop)
        return { kind: "told-to-stop" };
    if (hasSweep)
        return undefined;
    if (isEmpty)
        return { kind: "empty-registry" };
    if (blobs === 0)
        return { kind: "no-garbage" };
    return minimum !== undefined && bytes !== undefined && bytes < minimum
        ? { kind: "below-minimum", bytes, minimum }
        : undefined;
}
function freedBy(grown, { bytes, isWhole }) {
    if (grown > 0)
        return { freed: { bytes: grown, by: "file-system", isLeast: false } };
    return isWhole || bytes > 0 ? { freed: { bytes, by: "blob-sizes", isLeast: !isWhole } } : {};
}
const COLLECTION_ADVICE = "Run garbage-collect --dry-run by hand to see all that it says. After a full disk it is often an empty link or manifest, of a push that failed: " +
    "reclaim with storage, while the registry is stopped, names the file and takes away what is left of an image that has no manifest any more. " +
    "To push that image again mends a link, and no manifest.";
const REPOSITORY_LINE = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const MARKING = /^(\S+): marking (?:manifest|blob|configuration) /;
const ELIGIBLE = /^blob eligible for deletion: (\S+)$/;
const FAILED = /^failed to (?:garbage collect|construct [^:]*): /;
const SUMMARY = /^\d+ blobs marked, \d+ blobs and \d+ manifests eligible for deletion$/;
const OLD_SUMMARY = /^\d+ blobs marked, \d+ blobs eligible for deletion$/;
const PREFIXES = [
    /^\u001b\[[0-9;]*m/,
    /^[\w.-]+ *\| ?/,
    /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?\]?\s+/,
    /^\[?\d\d:\d\d:\d\d(?:[.,]\d+)?\]?\s+/,
    /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S+ \S+?(?:\[\d+\])?: )?/,
];
const MOST_PREFIXES = 8;
function bareLine(text) {
    let line = text.trim();
    for (let count = 0; count < MOST_PREFIXES; count += 1) {
        const prefix = PREFIXES.map((pattern) => pattern.exec(line)?.[0]).find((found) => found !== undefined);
        if (prefix === undefined)
            break;
        line = line.slice(prefix.length).trim();
    }
    return line.replaceAll(/\u001b\[[0-9;]*m/g, "").trim();
}
function readCollection() {
    const repositories = new Set();
    const blobs = new Set();
    let isWhole = false;
    let isOld = false;
    let failure;
    return {
        line(text) {
            const line = bareLine(text);
            const digest = ELIGIBLE.exec(line)?.[1];
            const repository = MARKING.exec(line)?.[1] ?? (REPOSITORY_LINE.test(line) ? line : undefined);
            if (repository !== undefined)
                repositories.add(repository);
            if (digest !== undefined && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_0__  .Bc)(digest))
                blobs.add(digest);
            if (OLD_SUMMARY.test(line))
                isOld = true;
            if (isOld || SUMMARY.test(line))
                isWhole = true;
            if (FAILED.test(line))
                failure = line;
        },
        report: () => ({
            repositories: [...repositories],
            blobs: [...blobs],
            isWhole,
            ...(isOld ? { isOld } : {}),
            ...(failure === undefined ? {} : { failure }),
        }),
    };
}
function isSilent({ repositories, blobs, isWhole, failure }) {
    return repositories.length === 0 && blobs.length === 0 && !isWhole && failure === undefined;
}
function hasNoCollection(errorOutput) {
    return /unknown flag: --dry-run|open garbage-collect: no such file/.test(errorOutput);
}
function isEmptyRegistry(errorOutput) {
    return /failed to mark: .*Path not found: \/docker\/registry\/v2\/repositories(?![\w/-])|error enumerating blobs: .*Path not found: \/docker\/registry\/v2\/blobs(?![\w/-])/.test(errorOutput);
}
function notCollected(report, pruned) {
    return pruned.filter((repository) => !report.repositories.includes(repository));
}


/***/ }),

/***/ 5928:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  runReclaim: () => (  runReclaim)
});

var errors = __webpack_require__(6846);
var blob_sizes = __webpack_require__(6173);
var promises_ = __webpack_require__(1455);
var external_node_path_ = __webpack_require__(6760);
var system_error = __webpack_require__(2691);
var read_regular = __webpack_require__(4338);
; 


function storageError(error, doing) {
    if (error instanceof errors .Pc)
        return error;
    const nextStep = NEXT_STEPS[(0,system_error .$N)(error)] ?? LOOK_AT_DISK;
    return new errors .Pc(`${(0,system_error .fG)(error)} while ${doing}`, nextStep, { cause: error });
}
const LOOK_AT_DISK = "Look at the disk (dmesg, fsck) and at who else uses the folder, and run again.";
const AS_OWNER = "Run as the user whose files they are: root where the registry runs in a container (sudo).";
const NEXT_STEPS = {
    EACCES: AS_OWNER,
    EPERM: AS_OWNER,
    EROFS: "Mount it writable, or leave out the sweep: run where the registry writes.",
};

var external_node_fs_ = __webpack_require__(3024);
; 





const DISK_CALLS = { open: promises_.open, lstat: promises_.lstat, list: (path) => (0,promises_.readdir)(path), unlink: promises_.unlink, rmdir: promises_.rmdir };
const O_PATH = 0o10000000;
const AS_PLACE = O_PATH | external_node_fs_.constants.O_DIRECTORY | external_node_fs_.constants.O_NOFOLLOW;
async function removeTree(full, calls) {
    await within((0,external_node_path_.dirname)(full), calls, async (parent) => {
        const path = (0,external_node_path_.join)(parent, (0,external_node_path_.basename)(full));
        const found = await calls.lstat(path);
        if (found.isSymbolicLink())
            throw movedAway(full);
        await removeEntry(path, calls);
    });
}
async function removeFolder(full, calls) {
    await within((0,external_node_path_.dirname)(full), calls, async (parent) => {
        const path = (0,external_node_path_.join)(parent, (0,external_node_path_.basename)(full));
        try {
            await calls.rmdir(path);
        }
        catch (error) {
            if ((0,system_error .$N)(error) === "ENOTDIR")
                throw movedAway(full);
            throw error;
        }
    });
}
async function removeEntry(path, calls) {
    const folder = await openPlace(path, calls).catch((error) => {
        if ((0,system_error .$N)(error) === "ENOTDIR")
            return undefined;
        throw error;
    });
    if (folder === undefined) {
        await unlessGone(calls.unlink(path));
        return;
    }
    try {
        const place = placeOf(folder);
        for (const name of await calls.list(place))
            await unlessGone(removeEntry((0,external_node_path_.join)(place, name), calls));
    }
    finally {
        await folder.close();
    }
    await unlessGone(calls.rmdir(path));
}
async function unlessGone(doing) {
    await doing.catch((error) => {
        if ((0,system_error .$N)(error) !== "ENOENT")
            throw error;
    });
}
async function within(path, calls, use) {
    await assertPlaces(calls);
    let folder = await openPlace(external_node_path_.sep, calls);
    try {
        for (const name of path.split(external_node_path_.sep).filter((part) => part !== "")) {
            const next = await openPlace((0,external_node_path_.join)(placeOf(folder), name), calls).catch((error) => {
                throw (0,system_error .$N)(error) === "ENOTDIR" ? movedAway(path) : error;
            });
            await folder.close();
            folder = next;
        }
        await use(placeOf(folder));
    }
    catch (error) {
        if ((0,system_error .$N)(error) !== "ENOENT")
            throw error;
    }
    finally {
        await folder.close();
    }
}
function openPlace(path, calls) {
    return calls.open(path, AS_PLACE);
}
function placeOf({ fd }) {
    return `/proc/self/fd/${fd}`;
}
async function assertPlaces(calls) {
    const isThere = await calls.lstat("/proc/self/fd").then(() => process.platform === "linux", () => false);
    if (isThere)
        return;
    throw new errors .Pc("nothing can be removed safely here: only Linux with /proc has paths for open folders, which nobody can exchange", "Run it on Linux where /proc is mounted: where the registry's disk is, or in a container that has the disk mounted.");
}
function movedAway(full) {
    return new errors .jA(`${full} leads somewhere else than when the sweep looked: a symbolic link has taken its place`, "Somebody changes the registry's storage meanwhile. See who, and run again.");
}

; 





const BELOW = (0,external_node_path_.join)("docker", "registry", "v2");
async function findRoot(path) {
    const root = await (0,promises_.realpath)(path).catch((error) => {
        if (!(0,system_error .kN)(error)) {
            throw storageError(error, `opening ${path}`);
        }
        throw new errors .Pc(`${path} is not there`, WHICH_FOLDER);
    });
    const repositories = (0,external_node_path_.join)(root, BELOW, "repositories");
    const real = await (0,promises_.realpath)(repositories).catch(() => undefined);
    if (real === undefined)
        throw await notARoot(path, root);
    if (real !== repositories) {
        throw new errors .Pc(`${repositories} is a symbolic link to ${real}, and a sweep follows none`, real.endsWith((0,external_node_path_.join)(external_node_path_.sep, BELOW, "repositories"))
            ? `Give --storage ${real.slice(0, -(0,external_node_path_.join)(external_node_path_.sep, BELOW, "repositories").length)}`
            : "Give the folder that really has docker/registry/v2/repositories in it, or mount the disk there.");
    }
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, BELOW)).catch((error) => {
        throw storageError(error, `listing ${(0,external_node_path_.join)(root, BELOW)}`);
    });
    const isFolder = (await (0,promises_.lstat)(real)).isDirectory();
    if (isFolder && entries.includes("blobs"))
        return root;
    throw new errors .Pc(`${path} has repositories and no blobs, so it is not the whole folder of a registry`, WHICH_FOLDER);
}
const WHICH_FOLDER = [
    "Give the registry's rootdirectory: what it has at /var/lib/registry, as it stands on this machine, such as",
    "the folder of -v FOLDER:/var/lib/registry, or the Mountpoint of docker volume inspect VOLUME.",
].join("\n");
async function notARoot(path, root) {
    const near = await nearRoot(root);
    return near === undefined
        ? new errors .Pc(`${path} is no registry's folder: there is no docker/registry/v2/repositories in it`, `${WHICH_FOLDER}\nA registry that nothing was pushed to has none yet, and nothing to remove.`)
        : new errors .Pc(`${path} is not the registry's rootdirectory, but ${near} is`, `Give --storage ${near}`);
}
async function nearRoot(root) {
    const above = [(0,external_node_path_.dirname)(root)];
    for (let level = 0; level < 3; level += 1)
        above.push((0,external_node_path_.dirname)(above.at(-1) ?? root));
    const below = ["_data", "registry", "data", "storage", "var/lib/registry", "lib/registry"];
    for (const candidate of [...above, ...below.map((name) => (0,external_node_path_.join)(root, name))]) {
        const repositories = (0,external_node_path_.join)(candidate, BELOW, "repositories");
        const isThere = await (0,promises_.lstat)(repositories).then((found) => found.isDirectory(), () => false);
        const isOnTheWay = `${repositories}${external_node_path_.sep}`.startsWith(`${root}${external_node_path_.sep}`);
        if (isThere && isOnTheWay)
            return candidate;
    }
    return undefined;
}

var storage_storage = __webpack_require__(258);
; 





async function putLink(base, link, calls) {
    const path = (0,storage_storage .u1)(link);
    (0,storage_storage .Cw)(path);
    const folder = (0,external_node_path_.join)(base, path);
    try {
        await within((0,external_node_path_.dirname)(folder), calls, async (above) => {
            await (0,promises_.mkdir)((0,external_node_path_.join)(above, (0,external_node_path_.basename)(folder)));
            const owner = await (0,promises_.stat)(above);
            await within(folder, calls, (place) => writeLink(place, link.target, owner));
        });
    }
    catch (error) {
        throw storageError(error, `writing ${folder}`);
    }
}
async function writeLink(folder, target, { uid, gid }) {
    const handle = await (0,promises_.open)((0,external_node_path_.join)(folder, "link"), "wx", 0o644);
    try {
        await handle.writeFile(target);
        await handle.chown(uid, gid).catch(() => undefined);
    }
    finally {
        await handle.close();
    }
    await (0,promises_.chown)(folder, uid, gid).catch(() => undefined);
}
async function setTime(folder, seconds, calls) {
    let before = seconds;
    try {
        await within(folder, calls, async (place) => {
            const { atimeMs, mtimeMs } = await (0,promises_.stat)(place);
            await (0,promises_.utimes)(place, atimeMs / 1000, seconds);
            before = mtimeMs / 1000;
        });
        return before;
    }
    catch (error) {
        throw storageError(error, `setting the time of ${folder}`);
    }
}

; 



const LEVELS = [/^(?:sha\d+|blake\w+|tarsum.*)$/, /^[0-9a-f]{2}$/, /^[0-9a-f]{32,}$/];
async function strangeBlobs(base) {
    const strange = [];
    let folders = ["blobs"];
    for (const pattern of LEVELS) {
        const next = [];
        for (const folder of folders) {
            for (const entry of await list((0,external_node_path_.join)(base, folder))) {
                const path = `${folder}/${entry.name}`;
                if (entry.isDirectory() && pattern.test(entry.name))
                    next.push(path);
                else
                    strange.push(path);
            }
        }
        folders = next;
    }
    return strange;
}
async function list(path) {
    try {
        return await entriesOf(path);
    }
    catch (error) {
        throw storageError(error, `listing ${path}`);
    }
}
function entriesOf(path) {
    return (0,promises_.readdir)(path, { withFileTypes: true });
}

var p_map = __webpack_require__(1773);
var reference = __webpack_require__(1033);
; 

const DIGEST = "(?<algorithm>[^/]+)/(?<hex>[^/]+)";
const OTHER_FOLDER = /^(?:_manifests(?:\/(?:tags|revisions(?:\/[^/]+)?))?|_layers(?:\/[^/]+)?|_uploads)$/;
const REVISION = new RegExp(`^_manifests/revisions/${DIGEST}(?:/(?<file>link)|/signatures(?:/(?<below>.+))?)?$`);
const TAG = /^_manifests\/tags\/(?<tag>[^/]+)(?:\/(?:current|current\/(?<file>link)|index(?:\/[^/]+){0,2}))?$/;
const TAG_ENTRY = new RegExp(`^_manifests/tags/(?<tag>[^/]+)/index/${DIGEST}/(?<file>link)$`);
const LAYER = new RegExp(`^_layers/${DIGEST}(?:/(?<file>link))?$`);
const UPLOAD = /^_uploads\/(?<id>[^/]+)(?:\/(?<below>.+))?$/;
function parsePath(file) {
    const parts = file.path.split("/").slice(1);
    const end = parts.findIndex((part) => part.startsWith("_"));
    if (end === -1)
        return undefined;
    return { repository: parts.slice(0, end).join("/"), role: roleOf(parts.slice(end).join("/"), file.kind) };
}
function roleOf(path, kind) {
    const isFile = kind === "file";
    if (kind === "unreadable")
        return { kind: "strange" };
    if (!isFile && OTHER_FOLDER.test(path))
        return { kind: "other" };
    if (isFile && /^_(?:manifests|layers)\/.*\.tmp$/.test(path))
        return { kind: "other" };
    for (const [pattern, make] of SHAPES) {
        const groups = pattern.exec(path)?.groups;
        if (groups === undefined)
            continue;
        const isFitting = groups["below"] !== undefined || isFile === (groups["file"] !== undefined);
        const role = isFitting ? make(groups) : undefined;
        if (role !== undefined)
            return role;
    }
    return { kind: "strange" };
}
const SHAPES = [
    [REVISION, ({ file, ...groups }) => withDigest(groups, "revision", file !== undefined)],
    [TAG_ENTRY, tagEntry],
    [TAG, tagRole],
    [LAYER, ({ file, ...groups }) => withDigest(groups, "layer", file !== undefined)],
    [UPLOAD, ({ id = "", below }) => ({ kind: "upload", id, isStart: below === "startedat" })],
];
function withDigest(groups, kind, isLink) {
    const digest = digestOf(groups);
    return digest === undefined ? undefined : { kind, digest, isLink };
}
function tagRole({ tag = "", file }) {
    return (0,reference .dz)(tag) ? { kind: "tag", tag, isCurrent: file !== undefined } : undefined;
}
function tagEntry(groups) {
    const { tag = "" } = groups;
    const digest = digestOf(groups);
    return (0,reference .dz)(tag) && digest !== undefined ? { kind: "tag-entry", tag, digest } : undefined;
}
function digestOf({ algorithm, hex }) {
    const digest = `${algorithm ?? ""}:${hex ?? ""}`;
    return (0,reference .Bc)(digest) ? digest : undefined;
}

; 






const AT_ONCE = 32;
async function walk(base, path) {
    const files = [];
    let folders = [path];
    while (folders.length > 0) {
        const listed = await (0,p_map .Ay)(folders, (folder) => listFolder(base, folder), { concurrency: AT_ONCE });
        const found = listed.flat();
        for (const file of found)
            files.push(file);
        folders = found.filter(({ kind }) => kind === "folder").map((file) => file.path);
    }
    return files;
}
async function listFolder(base, path) {
    try {
        const entries = await (0,promises_.readdir)((0,external_node_path_.join)(base, path), { withFileTypes: true });
        const found = await Promise.all(entries.map((entry) => inspectEntry(base, `${path}/${entry.name}`, entry)));
        return found.flatMap((file) => file ?? []);
    }
    catch (error) {
        if (error instanceof errors .jA)
            throw error;
        return (0,system_error .$N)(error) === "ENOENT" ? [] : [unreadable(path)];
    }
}
async function inspectEntry(base, path, entry) {
    if (entry.isSymbolicLink()) {
        await assertHarmless(base, path);
        return undefined;
    }
    const found = await (0,promises_.lstat)((0,external_node_path_.join)(base, path)).catch((error) => (0,system_error .$N)(error));
    if (found === "ENOENT")
        return undefined;
    if (typeof found !== "object")
        return unreadable(path);
    const modified = found.mtimeMs;
    if (found.isFile())
        return { path, kind: "file", bytes: found.size, modified };
    return found.isDirectory() ? { path, kind: "folder", bytes: 0, modified } : unreadable(path);
}
function unreadable(path) {
    return { path, kind: "unreadable", bytes: 0, modified: 0 };
}
async function assertHarmless(base, path) {
    const target = await (0,promises_.realpath)((0,external_node_path_.join)(base, path)).catch(() => undefined);
    const repositories = `${(0,external_node_path_.join)(base, "repositories")}${external_node_path_.sep}`;
    const isInside = target?.startsWith(repositories) === true;
    const isOwn = parsePath({ path, kind: "folder" }) !== undefined;
    const intoOwn = target !== undefined && parsePath({ path: target.slice(base.length + 1), kind: "folder" });
    if (isInside && !isOwn && intoOwn === undefined)
        return;
    const where = target === undefined ? "nowhere" : `to ${target}`;
    throw new errors .jA(`${(0,external_node_path_.join)(base, path)} is a symbolic link that leads ${where}; nothing was removed`, "A sweep follows no links. Put the folder itself in its place (mount --bind where it is on another disk).");
}

; 













async function openFilesystem(path, calls = DISK_CALLS) {
    const root = await findRoot(path);
    const base = (0,external_node_path_.join)(root, "docker", "registry", "v2");
    return {
        name: root,
        inventory: () => walk(base, "repositories"),
        strangeBlobs: () => strangeBlobs(base),
        multipartUploads: () => Promise.resolve([]),
        read: (file) => readFile((0,external_node_path_.join)(base, file)),
        layers: (repository, most) => layersOf((0,external_node_path_.join)(base, "repositories", repository, "_layers", "sha256"), most),
        putLink: (link) => putLink(base, link, calls),
        setTime: (seconds) => setTime((0,external_node_path_.join)(base, "repositories"), seconds, calls),
        remove: (file) => removeAll(base, file, calls),
        removeEmptyFolders: (folder) => removeEmptyFolders(base, folder, calls),
        abort: () => Promise.reject(new errors .Pc("a disk has no multipart uploads", "Report this as a bug.")),
        freeBytes: () => freeBytes(root),
        blobBytes: (digest) => sizeOf((0,external_node_path_.join)(base, (0,storage_storage .nD)(digest))),
        close: () => undefined,
    };
}
async function readFile(path) {
    try {
        return await (0,read_regular .VX)(path, storage_storage .gt);
    }
    catch (error) {
        if ((0,system_error .$N)(error) === "ENOENT")
            return undefined;
        throw storageError(error, `reading ${path}`);
    }
}
async function layersOf(folder, most) {
    try {
        const digests = (await (0,promises_.readdir)(folder)).map((hex) => `sha256:${hex}`);
        return digests.filter(reference .Bc).slice(0, most);
    }
    catch (error) {
        if (["ENOENT", "ENOTDIR"].includes((0,system_error .$N)(error)))
            return [];
        throw storageError(error, `looking into ${folder}`);
    }
}
async function freeBytes(root) {
    try {
        const { bavail, bsize } = await (0,promises_.statfs)(root);
        return bavail * bsize;
    }
    catch (error) {
        throw storageError(error, `asking how much is free at ${root}`);
    }
}
async function sizeOf(path) {
    try {
        return (await (0,promises_.stat)(path)).size;
    }
    catch (error) {
        if ((0,system_error .$N)(error) === "ENOENT")
            return undefined;
        throw storageError(error, `looking at ${path}`);
    }
}
async function removeAll(base, path, calls) {
    (0,storage_storage .Cw)(path);
    const full = (0,external_node_path_.join)(base, path);
    try {
        await removeTree(full, calls);
    }
    catch (error) {
        throw storageError(error, `removing ${full}`);
    }
}
async function removeEmptyFolders(base, path, calls) {
    if (!/^repositories(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)+$/.test(path)) {
        throw new errors .Pc(`${JSON.stringify(path)} is no repository's folder`, "Report this as a bug.");
    }
    for (let folder = path; folder.includes("/"); folder = (0,external_node_path_.dirname)(folder)) {
        const full = (0,external_node_path_.join)(base, folder);
        try {
            await removeFolder(full, calls);
        }
        catch (error) {
            if (["ENOTEMPTY", "EEXIST"].includes((0,system_error .$N)(error)))
                return;
            throw storageError(error, `removing the empty folder ${full}`);
        }
    }
}

var json = __webpack_require__(3979);
; 



function s3Error(error, bucket, doing) {
    if (error instanceof errors .Pc)
        return error;
    const name = nameOf(error);
    const code = (0,system_error .$N)(error) || (error instanceof Error ? (0,system_error .$N)(error.cause) : "");
    const known = KNOWN[name] ?? KNOWN[code] ?? (isRegionMissing(error) ? NO_REGION : BY_STATUS[statusOf(error) ?? 0]);
    if (known !== undefined)
        return new errors .Pc(`${known.why(bucket)} while ${doing}`, known.step);
    const status = statusOf(error);
    const said = [name === "" ? "an error" : name, status === undefined ? "" : ` (${status})`].join("");
    return new errors .Pc(`S3 answered with ${said} while ${doing}`, "Look the error's name up in the documentation of the S3 server, and run again.");
}
const CREDENTIALS = {
    why: () => "S3 was not told who asks: there are no credentials",
    step: "Give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run where a role is given " +
        "(aws-actions/configure-aws-credentials in a workflow): all that the AWS SDK reads is taken.",
};
const WRONG_KEYS = {
    why: () => "S3 does not know these credentials",
    step: "Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, and the clock of this machine.",
};
const DENIED = {
    why: (bucket) => `S3 does not let these credentials do that in the bucket ${bucket}`,
    step: "Give them what the registry itself has: s3:ListBucket and s3:ListBucketMultipartUploads on the bucket, " +
        "s3:GetObject, s3:PutObject, s3:DeleteObject and s3:AbortMultipartUpload on what is in it.",
};
const NO_BUCKET = {
    why: (bucket) => `there is no bucket ${bucket}`,
    step: "Check the name, and AWS_ENDPOINT_URL where the bucket is not at AWS.",
};
const NO_REGION = {
    why: () => "the bucket's region is not known",
    step: "Give AWS_REGION; for a server of your own, the one that the registry's configuration names.",
};
const OTHER_REGION = {
    why: (bucket) => `the bucket ${bucket} is in another region`,
    step: "Give the bucket's own region as AWS_REGION.",
};
const UNREACHABLE = {
    why: () => "the S3 server can't be reached",
    step: "Check AWS_ENDPOINT_URL and the network.",
};
const KNOWN = {
    CredentialsProviderError: CREDENTIALS,
    InvalidAccessKeyId: WRONG_KEYS,
    SignatureDoesNotMatch: WRONG_KEYS,
    ExpiredToken: WRONG_KEYS,
    RequestTimeTooSkewed: WRONG_KEYS,
    AccessDenied: DENIED,
    NoSuchBucket: NO_BUCKET,
    PermanentRedirect: OTHER_REGION,
    AuthorizationHeaderMalformed: OTHER_REGION,
    ECONNREFUSED: UNREACHABLE,
    ENOTFOUND: UNREACHABLE,
    EAI_AGAIN: UNREACHABLE,
    ETIMEDOUT: UNREACHABLE,
    ECONNRESET: UNREACHABLE,
    TimeoutError: UNREACHABLE,
};
const BY_STATUS = {
    301: OTHER_REGION,
    401: WRONG_KEYS,
    403: DENIED,
};
function nameOf(error) {
    return error instanceof Error ? error.name : "";
}
function isRegionMissing(error) {
    return error instanceof Error && error.message === "Region is missing";
}
function statusOf(error) {
    const metadata = (0,json .Gv)(error) ? error["$metadata"] : undefined;
    const status = (0,json .Gv)(metadata) ? metadata["httpStatusCode"] : undefined;
    return typeof status === "number" ? status : undefined;
}

var child_environment = __webpack_require__(8599);
; 

async function withOwnEnvironment(own, use) {
    const given = (0,child_environment .Qc)(process.env, (name) => own.test(name));
    const aside = Object.entries(process.env).filter(([name]) => !(name in given));
    for (const [name] of aside)
        Reflect.deleteProperty(process.env, name);
    try {
        return await use();
    }
    finally {
        for (const [name, value] of aside)
            process.env[name] = value;
    }
}

; 



async function connectBucket(name) {
    process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
    const sdk = await __webpack_require__.e(/* import() */ 8299).then(__webpack_require__.t.bind(__webpack_require__, 8299, 19));
    const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 } = process.env;
    const forcePathStyle = (AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL ?? "") !== "";
    const client = new sdk.S3Client({ forcePathStyle });
    keepSecretsFrom(client);
    const connection = { sdk, client, name };
    return {
        name,
        list: (prefix) => s3_bucket_list(connection, prefix),
        hasAny: async (prefix) => (await first(connection, prefix, 1)).length > 0,
        first: (prefix, most) => first(connection, prefix, most),
        listUploads: (prefix) => listUploads(connection, prefix),
        read: (key, largest) => read(connection, key, largest),
        size: (key) => size(connection, key),
        put: (key, text) => put(connection, key, text),
        remove: (keys) => remove(connection, keys),
        abort: (key, uploadId) => abort(connection, key, uploadId),
        close: () => {
            client.destroy();
        },
    };
}
function keepSecretsFrom({ config }) {
    const find = config.credentials;
    config.credentials = (options) => withOwnEnvironment(/^AWS_/, () => find(options));
}
async function s3_bucket_list({ sdk, client, name }, prefix) {
    const objects = [];
    let token;
    do {
        const command = new sdk.ListObjectsV2Command({ Bucket: name, Prefix: prefix, ContinuationToken: token });
        const page = await orError(client.send(command), name, `listing ${prefix}`);
        for (const { Key, Size, LastModified } of page.Contents ?? []) {
            if (Key?.startsWith(prefix) !== true || Size === undefined || LastModified === undefined) {
                throw halfListed(prefix);
            }
            objects.push({ key: Key, bytes: Size, modified: LastModified.getTime() });
        }
        const next = page.NextContinuationToken;
        if (page.IsTruncated === true && (next === undefined || next === token))
            throw halfListed(prefix);
        token = page.IsTruncated === true ? next : undefined;
    } while (token !== undefined);
    return objects;
}
async function first({ sdk, client, name }, prefix, most) {
    const command = new sdk.ListObjectsV2Command({ Bucket: name, Prefix: prefix, MaxKeys: most });
    const page = await orError(client.send(command), name, `looking for ${prefix}`);
    return (page.Contents ?? []).map(({ Key }) => Key ?? "");
}
async function put({ sdk, client, name }, key, text) {
    const command = new sdk.PutObjectCommand({ Bucket: name, Key: key, Body: text });
    await orError(client.send(command), name, `writing ${key}`);
}
async function listUploads({ sdk, client, name }, prefix) {
    const uploads = [];
    let from = {};
    while (from !== undefined) {
        const page = await orError(client.send(new sdk.ListMultipartUploadsCommand({ Bucket: name, Prefix: prefix, ...from })), name, `listing the unfinished uploads of ${prefix}`);
        for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
            if (Key?.startsWith(prefix) !== true || UploadId === undefined || Initiated === undefined)
                continue;
            uploads.push({ key: Key, uploadId: UploadId, initiated: Initiated.getTime() });
        }
        from = markerAfter(page, from);
    }
    return uploads;
}
function markerAfter(page, before) {
    const { IsTruncated, NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
    if (IsTruncated !== true || KeyMarker === undefined)
        return undefined;
    if (KeyMarker === before.KeyMarker && UploadIdMarker === before.UploadIdMarker)
        return undefined;
    return { KeyMarker, ...(UploadIdMarker === undefined ? {} : { UploadIdMarker }) };
}
async function read({ sdk, client, name }, key, largest) {
    try {
        const { Body, ContentLength } = await client.send(new sdk.GetObjectCommand({ Bucket: name, Key: key }));
        if (Body === undefined)
            throw new errors .Pc(`${key} came without its bytes`, "Run again.");
        if (ContentLength === undefined || ContentLength > largest) {
            if ("destroy" in Body)
                Body.destroy();
            throw new errors .Pc(`${key} is too long for what it should be`, "See what it is.");
        }
        return Buffer.from(await Body.transformToByteArray());
    }
    catch (error) {
        if (nameOf(error) === "NoSuchKey")
            return undefined;
        throw s3Error(error, name, `reading ${key}`);
    }
}
async function size({ sdk, client, name }, key) {
    try {
        return (await client.send(new sdk.HeadObjectCommand({ Bucket: name, Key: key }))).ContentLength;
    }
    catch (error) {
        if (nameOf(error) === "NotFound" || nameOf(error) === "NoSuchKey")
            return undefined;
        throw s3Error(error, name, `looking at ${key}`);
    }
}
const KEYS_AT_ONCE = 1000;
async function remove({ sdk, client, name }, keys) {
    for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
        const Objects = keys.slice(from, from + KEYS_AT_ONCE).map((Key) => ({ Key }));
        const command = new sdk.DeleteObjectsCommand({ Bucket: name, Delete: { Objects, Quiet: true } });
        const { Errors = [] } = await orError(client.send(command), name, `removing ${keys[from] ?? ""}`);
        const [first] = Errors;
        if (first === undefined)
            continue;
        const refused = Object.assign(new Error("refused"), { name: first.Code ?? "an error" });
        throw s3Error(refused, name, `removing ${first.Key ?? "an object"} (and ${Errors.length - 1} more)`);
    }
}
async function abort({ sdk, client, name }, key, uploadId) {
    try {
        await client.send(new sdk.AbortMultipartUploadCommand({ Bucket: name, Key: key, UploadId: uploadId }));
    }
    catch (error) {
        if (nameOf(error) !== "NoSuchUpload")
            throw s3Error(error, name, `aborting the upload of ${key}`);
    }
}
async function orError(sent, bucket, doing) {
    try {
        return await sent;
    }
    catch (error) {
        throw s3Error(error, bucket, doing);
    }
}
function halfListed(prefix) {
    return new errors .jA(`the listing of ${prefix} is cut off or has gaps`, "The S3 server, or a proxy in front of it, does not list as S3 does. See its version and its log.");
}

; 




async function openS3(text) {
    const { bucket: name, prefix } = parseAddress(text);
    const base = `${prefix === "" ? "" : `${prefix}/`}docker/registry/v2/`;
    const bucket = await connectBucket(name);
    const address = prefix === "" ? `s3://${name}` : `s3://${name}/${prefix}`;
    try {
        await assertRegistry(bucket, base, address);
    }
    catch (error) {
        bucket.close();
        throw error;
    }
    return {
        name: address,
        inventory: async () => (await bucket.list(`${base}repositories/`)).map((object) => asFile(object, base)),
        multipartUploads: async () => (await bucket.listUploads(`${base}repositories/`)).map(({ key, ...upload }) => ({
            ...upload,
            path: key.slice(base.length),
        })),
        read: (path) => bucket.read(`${base}${path}`, storage_storage .gt),
        layers: (repository, most) => s3_layersOf(bucket, `${base}repositories/${repository}/_layers/sha256/`, most),
        putLink: async (link) => {
            const path = `${(0,storage_storage .u1)(link)}/link`;
            (0,storage_storage .Cw)(path);
            await bucket.put(`${base}${path}`, link.target);
        },
        remove: async (path) => {
            (0,storage_storage .Cw)(path);
            const below = await bucket.list(`${base}${path}/`);
            await bucket.remove(below.map(({ key }) => key));
        },
        removeEmptyFolders: () => Promise.resolve(),
        abort: ({ path, uploadId }) => {
            (0,storage_storage .Cw)(path);
            return bucket.abort(`${base}${path}`, uploadId);
        },
        freeBytes: () => Promise.resolve(undefined),
        blobBytes: (digest) => bucket.size(`${base}${(0,storage_storage .nD)(digest)}`),
        close: () => {
            bucket.close();
        },
    };
}
async function s3_layersOf(bucket, prefix, most) {
    const keys = await bucket.first(prefix, most);
    return keys.flatMap((key) => {
        const digest = `sha256:${key.slice(prefix.length).split("/")[0] ?? ""}`;
        return (0,reference .Bc)(digest) ? [digest] : [];
    });
}
function parseAddress(text) {
    const [, bucket, rest = ""] = /^s3:\/\/([a-zA-Z0-9][\w.-]{1,254})(\/[^?#]*)?$/.exec(text) ?? [];
    const prefix = rest.replace(/^\/+|\/+$/g, "");
    const isPlain = prefix === "" || prefix.split("/").every((part) => !["", ".", ".."].includes(part));
    if (bucket !== undefined && isPlain)
        return { bucket, prefix };
    throw new errors .Pc("the address of the S3 storage can't be understood", "Write s3://bucket, or s3://bucket/prefix where the registry has a rootdirectory. Keys come from the environment.");
}
function asFile({ key, bytes, modified }, base) {
    const path = key.slice(base.length);
    return path.endsWith("/")
        ? { path: path.slice(0, -1), kind: "folder", bytes: 0, modified }
        : { path, kind: "file", bytes, modified };
}
async function assertRegistry(bucket, base, address) {
    const [hasRepositories, hasBlobs] = await Promise.all([
        bucket.hasAny(`${base}repositories/`),
        bucket.hasAny(`${base}blobs/`),
    ]);
    if (hasRepositories && hasBlobs)
        return;
    const deep = /^(.*?)\/docker(?:\/registry(?:\/v2(?:\/.*)?)?)?$/.exec(address)?.[1];
    const right = deep === undefined ? "" : ` If you mean ${deep}, give that.`;
    throw new errors .Pc(`${address} is no registry's storage: there is nothing at ${base}${hasRepositories ? "blobs" : "repositories"}/`, `Give s3://bucket/prefix with the rootdirectory of the registry's storage: s3 as the prefix.${right}`);
}

; 


function openStorage(text) {
    return /^s3:/i.test(text) ? openS3(text) : openFilesystem(text);
}

var external_node_crypto_ = __webpack_require__(7598);
; 


const MADE_UP_UNTIL = 1_000_000_000;
async function isOwnStorage(storage, { engine, container, storage: its }) {
    const { setTime } = storage;
    if (setTime === undefined || its.location.kind === "other")
        return false;
    const path = `${its.location.root}/docker/registry/v2/repositories`;
    const madeUp = (0,external_node_crypto_.randomInt)(1, MADE_UP_UNTIL);
    try {
        const before = await setTime(madeUp);
        try {
            return (await engine.fileTime(container.id, path)) === madeUp;
        }
        finally {
            await setTime(before);
        }
    }
    catch (error) {
        if (error instanceof errors .Pc)
            return false;
        throw error;
    }
}

; 




const MOST_REPOSITORIES = 20;
const MOST_LAYERS = 5;
async function proveServes(storage, host, repositories) {
    const place = await findPlace(storage, host, repositories);
    if (place === undefined) {
        throw new errors .Pc(`nothing shows that ${host.name} has its files in ${storage.name}: no layer of it is found there`, "Look at whether both are of the same registry. If you know it, say so: trust-gc-container with gc-container, or offline while no registry runs. " +
            "Nothing was removed.");
    }
    if (await sees(storage, host, place))
        return;
    throw new errors .Pc(`${host.name} has its files elsewhere than in ${storage.name}: it does not see what was put there`, "Name the registry whose files these are, or the folder of the registry. Nothing was removed.");
}
async function findPlace(storage, host, repositories) {
    const digest = madeUpDigest();
    for (const repository of repositories.slice(0, MOST_REPOSITORIES)) {
        for (const target of await storage.layers(repository, MOST_LAYERS)) {
            const isThere = (await host.findBlob(repository, target)) !== undefined;
            if (isThere && (await host.findBlob(repository, digest)) === undefined) {
                return { repository, digest, target };
            }
        }
    }
    return undefined;
}
async function sees(storage, host, link) {
    try {
        await storage.putLink(link).catch((error) => {
            if (!(error instanceof errors .Pc))
                throw error;
            throw new errors .Pc(`nothing shows that ${host.name} has its files in ${storage.name}: ${error.message}`, "If you know it, say so: trust-gc-container with gc-container, or offline while no registry runs. Nothing was removed.", { cause: error });
        });
        return (await host.findBlob(link.repository, link.digest)) !== undefined;
    }
    finally {
        await storage.remove((0,storage_storage .u1)(link));
    }
}
function madeUpDigest() {
    const digest = `sha256:${(0,external_node_crypto_.randomBytes)(32).toString("hex")}`;
    if ((0,reference .Bc)(digest))
        return digest;
    throw new errors .Pc(`${digest} is no digest`, "Report this as a bug.");
}

var graph = __webpack_require__(7293);
; 

function folderOf(repository) {
    return repository === "" ? "repositories" : `repositories/${repository}`;
}
function repositoriesOf(files) {
    const repositories = new Map();
    for (const file of files) {
        const parsed = parsePath(file);
        if (parsed === undefined)
            continue;
        const repository = repositories.get(parsed.repository) ?? emptyRepository(parsed.repository);
        repositories.set(parsed.repository, repository);
        repository.files.push(file);
        repository.hasLayers ||= file.path.startsWith(`${folderOf(parsed.repository)}/_layers`);
        add(repository, parsed.role, file);
    }
    return [...repositories.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
function emptyRepository(name) {
    return {
        name,
        files: [],
        hasLayers: false,
        revisions: new Map(),
        tags: new Map(),
        layers: new Map(),
        uploads: new Map(),
        strange: [],
    };
}
function add(repository, role, file) {
    switch (role.kind) {
        case "other":
            return;
        case "revision":
            if (role.isLink)
                repository.revisions.set(role.digest, file);
            return;
        case "tag": {
            const tag = tagOf(repository, role.tag);
            if (role.isCurrent && file.bytes > 0)
                tag.current = file;
            return;
        }
        case "tag-entry":
            tagOf(repository, role.tag).entries.set(role.digest, file);
            return;
        case "layer":
            if (role.isLink)
                repository.layers.set(role.digest, file);
            return;
        case "upload": {
            const upload = repository.uploads.get(role.id) ?? { files: [] };
            repository.uploads.set(role.id, upload);
            upload.files.push(file);
            if (role.isStart)
                upload.startedAt = file;
            return;
        }
        case "strange":
            repository.strange.push(file);
    }
}
function tagOf(repository, tag) {
    const known = repository.tags.get(tag) ?? { entries: new Map() };
    repository.tags.set(tag, known);
    return known;
}

; 


function doubtsAboutRemains(remains, manifests, targets) {
    if (remains.size === 0)
        return [];
    const parents = new Map([...manifests].flatMap(([parent, { manifest }]) => (0,graph .eN)(manifest).map((child) => [child, parent])));
    const tags = new Map([...targets].map(([tag, digest]) => [digest, tag]));
    return [...remains].flatMap(([digest, { why, isLinkAlone }]) => {
        const parent = parents.get(digest);
        const tag = tags.get(digest);
        if (parent !== undefined)
            return [`${why}, and ${parent} needs it`];
        return isLinkAlone && tag !== undefined
            ? [`${why}, and the tag ${tag} points at it: push that tag again, which mends it`]
            : [];
    });
}
function withoutRemains(repository, remains, targets) {
    if (remains.size === 0)
        return repository;
    const isGone = (digest) => digest !== undefined && remains.has(digest);
    const tags = [...repository.tags].map(([tag, { current, entries }]) => [
        tag,
        current === undefined || isGone(targets.get(tag)) ? { entries } : { current, entries },
    ]);
    const revisions = [...repository.revisions].filter(([digest]) => !remains.has(digest));
    return { ...repository, tags: new Map(tags), revisions: new Map(revisions) };
}
function remainsRemovals({ name, tags, files }, remains) {
    const manifests = `${folderOf(name)}/_manifests`;
    const staying = [...tags].filter(([, { current }]) => current !== undefined);
    return [...remains].map(([digest, { why }]) => {
        const below = digest.replace(":", "/");
        const entries = staying.flatMap(([tag, stored]) => stored.entries.has(digest) ? [`${manifests}/tags/${tag}/index/${below}`] : []);
        const paths = [...entries, `${manifests}/revisions/${below}`];
        const going = files.filter(({ path }) => paths.some((folder) => path.startsWith(`${folder}/`)));
        return {
            kind: "remains",
            repository: name,
            paths,
            bytes: going.reduce((sum, { bytes }) => sum + bytes, 0),
            what: `what is left of ${digest}, for ${why}`,
        };
    });
}

; 



function understand(repository, contents) {
    const doubts = repository.strange.map(({ path, kind }) => kind === "unreadable" ? `${path} can't be looked into` : `${path} is nothing that a registry puts there`);
    if (repository.name === "")
        doubts.push("it is no repository: its files stand where repositories do");
    const { manifests, remains } = readRevisions(repository, contents, doubts);
    const all = readTargets(repository, contents, doubts);
    const { lost, endangered } = unseenManifests(repository, all, manifests);
    doubts.push(...doubtsAboutRemains(remains, manifests, all), ...lost, ...endangered);
    if (doubts.length > 0) {
        return { kind: "unsure", doubts, endangered, blocksCollection: blocks(repository, contents) };
    }
    const rest = withoutRemains(repository, remains, all);
    const targets = new Map([...all].filter(([, digest]) => !remains.has(digest)));
    return { kind: "known", repository: { ...rest, targets, manifests, remains } };
}
function unseenManifests({ layers, revisions, hasLayers }, targets, manifests) {
    const [lost, endangered] = [[], []];
    for (const [tag, digest] of targets) {
        if (revisions.has(digest))
            continue;
        if (layers.has(digest))
            endangered.push(`its tag ${tag} points at ${digest}, ${AS_LAYER}`);
        else
            lost.push(`its tag ${tag} points at ${digest}, which it does not have`);
    }
    for (const [index, { manifest }] of manifests) {
        const children = (0,graph .eN)(manifest).filter((child) => !revisions.has(child) && layers.has(child));
        endangered.push(...children.map((child) => `${index} lists ${child}, ${AS_LAYER}`));
    }
    if (revisions.size > 0 && !hasLayers) {
        endangered.push("it has manifests and no _layers, so garbage collection by 2.8 would free what they consist of");
    }
    return { lost, endangered };
}
function blocks({ revisions }, { texts, manifests }) {
    return [...revisions].some(([digest, { path }]) => {
        const link = texts.get(path);
        const kind = manifests.get(digest)?.kind;
        return link?.kind !== "text" || !(0,reference .Bc)(link.text) || kind === "empty" || kind === "changed";
    });
}
const AS_LAYER = "which is linked under _layers alone";
function readRevisions({ revisions }, contents, doubts) {
    const manifests = new Map();
    const remains = new Map();
    for (const [digest, { path }] of revisions) {
        const read = contents.manifests.get(digest);
        const gone = remainsOf(digest, path, contents);
        if (gone !== undefined) {
            remains.set(digest, gone);
            continue;
        }
        const target = readLink(path, contents, doubts);
        if (target === undefined)
            continue;
        if (target !== digest)
            doubts.push(`${path} names ${target}`);
        else if (read?.kind === "manifest")
            manifests.set(digest, read);
        else
            doubts.push(`the manifest ${digest} ${read?.why ?? "was not read"}`);
    }
    return { manifests, remains };
}
function remainsOf(digest, path, contents) {
    const read = contents.manifests.get(digest);
    if (read !== undefined && isGone(read, contents)) {
        return { why: `the manifest ${digest} ${read.why}`, isLinkAlone: false };
    }
    const link = contents.texts.get(path);
    const isEmpty = link?.kind === "text" && link.text === "";
    return isEmpty ? { why: `${path} is empty`, isLinkAlone: true } : undefined;
}
function isGone(read, { manifests, strangeBlobs = [] }) {
    if (read.kind === "empty")
        return true;
    return (read.kind === "missing" &&
        strangeBlobs.length === 0 &&
        [...manifests.values()].some(({ kind }) => kind === "manifest"));
}
function readTargets({ tags }, contents, doubts) {
    const targets = new Map();
    for (const [tag, { current }] of tags) {
        const target = current === undefined ? undefined : readLink(current.path, contents, doubts);
        if (target !== undefined)
            targets.set(tag, target);
    }
    return targets;
}
function readLink(path, { texts }, doubts) {
    const read = texts.get(path);
    if (read?.kind === "text" && (0,reference .Bc)(read.text))
        return read.text;
    if (read?.kind === "text")
        doubts.push(`${path} is ${read.text === "" ? "empty" : "garbled"}`);
    else
        doubts.push(`${path} can't be read: ${read?.why ?? "it was not"}`);
    return undefined;
}

var grouped = __webpack_require__(6011);
var version = __webpack_require__(8420);
; 



function referrerTags({ targets, manifests }) {
    const named = [...targets].flatMap(([tag, image]) => {
        const subject = (0,version .et)(tag);
        if (subject === undefined || subject === image || !manifests.has(subject))
            return [];
        return [{ tag, image, subject }];
    });
    const images = new Set(named.map(({ image }) => image));
    const byName = referrersByName(named);
    const first = [...manifests.keys()].filter((digest) => !images.has(digest));
    const following = (0,graph .Gq)(first, (digest) => byName.get(digest) ?? []);
    return named.filter(({ image }) => following.has(image));
}
function referrersByName(tags) {
    return (0,grouped .z)(tags.map(({ subject, image }) => [subject, image]));
}

; 





function untaggedContents(repository, limits) {
    if (limits.untaggedOlderThan === undefined)
        return { digests: [], tags: [] };
    const named = referrerTags(repository);
    const staying = stayingDigests(repository, named, limits);
    const digests = [...repository.manifests.keys()].filter((digest) => !staying.has(digest));
    const tags = named.filter(({ subject }) => !staying.has(subject));
    const subjects = subjectsByName(tags);
    const earlier = (0,grouped .z)(digests.flatMap((digest) => [...needsOf(repository, digest), ...(subjects.get(digest) ?? [])].map((other) => [other, digest])));
    return { digests: (0,graph ._o)(digests, (digest) => earlier.get(digest) ?? []), tags };
}
function revisionRemovals(repository, { digests, tags }) {
    const manifests = `${folderOf(repository.name)}/_manifests`;
    const going = new Set(tags.map(({ tag }) => tag));
    const entriesOf = (0,grouped .z)([...repository.tags].flatMap(([tag, { entries }]) => going.has(tag) ? [] : [...entries.keys()].map((digest) => [digest, tag])));
    const leaving = new Set(digests);
    const tagsOf = (0,grouped .z)(tags.map(({ tag, image, subject }) => [leaving.has(image) ? image : subject, tag]));
    return digests.map((digest) => {
        const below = digest.replace(":", "/");
        const own = tagsOf.get(digest) ?? [];
        const entries = (entriesOf.get(digest) ?? []).map((tag) => `${manifests}/tags/${tag}/index/${below}`);
        return {
            kind: "untagged-revision",
            repository: repository.name,
            paths: [...own.map((tag) => `${manifests}/tags/${tag}`), ...entries, `${manifests}/revisions/${below}`],
            bytes: (repository.revisions.get(digest)?.bytes ?? 0) * (1 + entries.length) +
                own.reduce((sum, tag) => sum + bytesOf(repository.tags.get(tag)), 0),
            what: own.length === 0 ? `untagged manifest ${digest}` : `manifest ${digest} with ${own.join(", ")}`,
        };
    });
}
function bytesOf(tag) {
    return tag === undefined ? 0 : filesOf(tag).reduce((sum, { bytes }) => sum + bytes, 0);
}
function stayingDigests(repository, following, limits) {
    const subjects = subjectsByName(following);
    const own = (0,graph .Gq)([...ordinaryImages(repository), ...youngDigests(repository, following, limits)], (digest) => [...needsOf(repository, digest), ...(subjects.get(digest) ?? [])]);
    const followers = new Set(following.map(({ tag }) => tag));
    const others = [...repository.targets].flatMap(([tag, digest]) => (followers.has(tag) ? [] : [digest]));
    const byName = referrersByName(following);
    const bySubject = (0,grouped .z)([...repository.manifests.keys()].flatMap((digest) => {
        const subject = subjectIn(repository, digest);
        return subject === undefined ? [] : [[subject, digest]];
    }));
    return (0,graph .Gq)([...own, ...others], (digest) => [
        ...needsOf(repository, digest),
        ...(bySubject.get(digest) ?? []),
        ...(byName.get(digest) ?? []),
    ]);
}
function ordinaryImages({ tags, targets }) {
    const phantoms = [...tags.values()].filter(({ current }) => current === undefined);
    return [
        ...[...ordinaryTags(tags).keys()].flatMap((tag) => targets.get(tag) ?? []),
        ...phantoms.flatMap(({ entries }) => [...entries.keys()]),
    ];
}
function ordinaryTags(tags) {
    return new Map([...tags].filter(([tag]) => (0,version .et)(tag) === undefined));
}
function youngDigests(repository, following, { untaggedOlderThan = Infinity, now }) {
    const { tags, manifests, revisions } = repository;
    const images = new Set(following.map(({ image }) => image));
    const superseded = supersededAt(tags);
    const supersededByOrdinary = supersededAt(ordinaryTags(tags));
    return [...revisions].flatMap(([digest, { modified }]) => {
        const subject = subjectIn(repository, digest);
        const isFollower = images.has(digest) || (subject !== undefined && manifests.has(subject));
        const since = isFollower
            ? (supersededByOrdinary.get(digest) ?? -Infinity)
            : Math.max(modified, superseded.get(digest) ?? 0);
        return now - since <= untaggedOlderThan ? [digest] : [];
    });
}
function subjectsByName(tags) {
    return (0,grouped .z)(tags.map(({ image, subject }) => [image, subject]));
}
function subjectIn({ manifests }, digest) {
    const manifest = manifests.get(digest)?.manifest;
    return manifest !== undefined && "subject" in manifest ? manifest.subject : undefined;
}
function needsOf({ manifests }, digest) {
    const stored = manifests.get(digest);
    return stored === undefined ? [] : (0,graph .eN)(stored.manifest);
}
function supersededAt(tags) {
    const moments = new Map();
    for (const tag of tags.values()) {
        const times = timesOf(tag);
        for (const [digest, { modified }] of tag.entries) {
            const moment = times.find((time) => time > modified) ?? Math.max(modified, tag.current?.modified ?? 0);
            moments.set(digest, Math.max(moment, moments.get(digest) ?? 0));
        }
    }
    return moments;
}
function timesOf(tag) {
    return filesOf(tag)
        .map(({ modified }) => modified)
        .sort((a, b) => a - b);
}
function filesOf({ entries, current }) {
    return [...entries.values(), ...(current === undefined ? [] : [current])];
}

; 


const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
function abandonedUploads({ uploads }, contents, { now, uploadsOlderThan }) {
    return [...uploads.keys()].filter((id) => {
        const upload = uploads.get(id);
        return upload !== undefined && now - beginningOf(upload, contents) > uploadsOlderThan;
    });
}
function uploadRemovals(repository, ids) {
    return ids.map((id) => ({
        kind: "upload",
        repository: repository.name,
        paths: [`${folderOf(repository.name)}/_uploads/${id}`],
        bytes: (repository.uploads.get(id)?.files ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
        what: `abandoned upload ${id}`,
    }));
}
function multipartRemovals(uploads, staying, { now, uploadsOlderThan }) {
    return uploads.flatMap((upload) => {
        const parsed = parsePath({ path: upload.path, kind: "file" });
        if (parsed?.role.kind !== "upload" || now - upload.initiated <= uploadsOlderThan)
            return [];
        const { repository, role } = parsed;
        if (staying.has(`${folderOf(repository)}/_uploads/${role.id}`))
            return [];
        const what = `parts of an abandoned upload, ${role.id}`;
        return [{ kind: "multipart-upload", repository, upload, bytes: 0, what }];
    });
}
function beginningOf({ startedAt, files }, { texts }) {
    const read = startedAt === undefined ? undefined : texts.get(startedAt.path);
    const text = read?.kind === "text" ? read.text : "";
    const began = RFC_3339.test(text) ? Date.parse(text) : NaN;
    if (!Number.isNaN(began))
        return began;
    const own = files.filter(({ kind }) => kind === "file");
    return (own.length > 0 ? own : files).reduce((newest, { modified }) => Math.max(newest, modified), 0);
}

; 

function waitingRepository({ name, layers, uploads }, contents, { now, uploadsOlderThan }) {
    const times = [
        ...[...layers.values()].map(({ modified }) => modified),
        ...[...uploads.values()].map((upload) => beginningOf(upload, contents)),
    ];
    return {
        repository: name,
        until: times.reduce((last, time) => Math.max(last, time), now - uploadsOlderThan) + uploadsOlderThan,
    };
}

; 







function planSweep({ inventory, contents, limits: given }) {
    const repositories = repositoriesOf(inventory.files);
    const tagless = given.untaggedOlderThan === undefined ? [] : withoutTags(repositories);
    const limits = tagless.length > 0 ? { ...given, untaggedOlderThan: undefined } : given;
    const plans = repositories.map((repository) => {
        const uploads = repository.name === "" ? [] : abandonedUploads(repository, contents, limits);
        const kept = [...repository.uploads.keys()].filter((id) => !uploads.includes(id));
        const staying = kept.map((id) => `${folderOf(repository.name)}/_uploads/${id}`);
        return { ...planRepository({ repository, uploads, contents, limits }), staying };
    });
    const staying = new Set(plans.flatMap((plan) => plan.staying));
    const waiting = plans.flatMap((plan) => plan.waiting ?? []);
    return {
        ...(waiting.length === 0 ? {} : { waiting }),
        removals: [
            ...multipartRemovals(inventory.multipartUploads, staying, limits),
            ...plans.flatMap(({ removals }) => removals),
        ],
        unsure: [
            ...tagless,
            ...strange(contents),
            ...sweep_unreadable(inventory.files),
            ...plans.flatMap(({ unsure }) => unsure),
        ],
    };
}
function withoutTags(repositories) {
    const hasTags = repositories.some(({ tags }) => [...tags.values()].some(({ current }) => current !== undefined));
    if (hasTags || repositories.every(({ revisions }) => revisions.size === 0))
        return [];
    const doubts = ["there are manifests and not one tag, so tags may be kept elsewhere than in this storage"];
    return [{ repository: "every repository", doubts, keeps: "untagged revisions" }];
}
function strange({ strangeBlobs = [] }) {
    if (strangeBlobs.length === 0)
        return [];
    const doubts = strangeBlobs.map((path) => `${path} is nothing that a registry puts there`);
    return [{ repository: "the folder of blobs", doubts, keeps: "nothing" }];
}
function sweep_unreadable(files) {
    const unplaced = files.filter((file) => file.kind === "unreadable" && parsePath(file) === undefined);
    return unplaced.map(({ path }) => ({
        repository: path.replace(/^repositories\//, ""),
        doubts: [`${path} can't be looked into`],
        keeps: "everything",
    }));
}
function planRepository({ repository: stored, uploads, contents, limits }) {
    const { name } = stored;
    const understanding = understand(stored, contents);
    if (understanding.kind === "unsure") {
        const { doubts, endangered, blocksCollection } = understanding;
        return {
            removals: uploadRemovals(stored, uploads),
            unsure: [
                {
                    repository: name === "" ? "repositories" : name,
                    doubts,
                    keeps: "everything",
                    ...(endangered.length === 0 ? {} : { endangered }),
                    ...(blocksCollection ? { blocksCollection } : {}),
                },
            ],
        };
    }
    const { repository } = understanding;
    const doubts = limits.untaggedOlderThan === undefined ? [] : unknowable(repository);
    const untagged = doubts.length > 0 ? { digests: [], tags: [] } : untaggedContents(repository, limits);
    const before = [
        ...phantomRemovals(repository),
        ...remainsRemovals(repository, repository.remains),
        ...revisionRemovals(repository, untagged),
    ];
    const going = new Set(untagged.digests);
    const left = [...repository.manifests.keys()].filter((digest) => !going.has(digest));
    const layers = staleLayers(repository, left, limits);
    const isEmpty = left.length === 0 && repository.targets.size === untagged.tags.length;
    const isSettled = layers.length === repository.layers.size && uploads.length === repository.uploads.size;
    const plan = {
        removals: [...before, ...layerRemovals(repository, layers), ...uploadRemovals(repository, uploads)],
        unsure: doubts.length > 0 ? [{ repository: name, doubts, keeps: "untagged revisions" }] : [],
    };
    if (!isEmpty)
        return plan;
    return isSettled
        ? { ...plan, removals: [...before, emptyRemoval(repository, before)] }
        : { ...plan, waiting: [waitingRepository(repository, contents, limits)] };
}
function unknowable({ remains }) {
    return [...remains.values()].flatMap(({ why, isLinkAlone }) => (isLinkAlone ? [] : [why]));
}
function phantomRemovals({ name, tags, files }) {
    return [...tags].flatMap(([tag, { current }]) => {
        if (current !== undefined)
            return [];
        const path = `${folderOf(name)}/_manifests/tags/${tag}`;
        const bytes = sweep_bytesOf(files.filter((file) => file.path.startsWith(`${path}/`)));
        const what = `tag ${tag}, which points at nothing`;
        return [{ kind: "phantom-tag", repository: name, paths: [path], bytes, what }];
    });
}
function staleLayers({ layers, manifests }, left, { now, uploadsOlderThan }) {
    const named = new Set();
    for (const digest of left) {
        const stored = manifests.get(digest);
        stored?.blobs.forEach((blob) => named.add(blob.digest));
        if (stored?.manifest.kind === "index")
            stored.manifest.children.forEach((child) => named.add(child));
    }
    if ([...named].some((digest) => !digest.startsWith("sha256:")))
        return [];
    return [...layers].flatMap(([digest, { modified }]) => named.has(digest) || now - modified <= uploadsOlderThan ? [] : [digest]);
}
function layerRemovals({ name, layers }, stale) {
    const going = stale.length === layers.size ? stale.slice(1) : stale;
    return going.map((digest) => ({
        kind: "layer-link",
        repository: name,
        paths: [`${folderOf(name)}/_layers/${digest.replace(":", "/")}`],
        bytes: layers.get(digest)?.bytes ?? 0,
        what: `link to ${digest}, which no manifest names`,
    }));
}
function emptyRemoval({ name, files }, before) {
    const gone = before.reduce((sum, { bytes }) => sum + bytes, 0);
    return {
        kind: "empty-repository",
        repository: name,
        paths: ["_manifests", "_layers", "_uploads"].map((area) => `${folderOf(name)}/${area}`),
        bytes: Math.max(0, sweep_bytesOf(files) - gone),
        what: "repository without a tag or an image",
    };
}
function sweep_bytesOf(files) {
    return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

var image_manifest = __webpack_require__(8544);
var media_type = __webpack_require__(134);
; 





const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+json";
const KNOWN_KEYS = [
    "schemaVersion",
    "mediaType",
    "config",
    "layers",
    "manifests",
    "subject",
    "fsLayers",
    "digest",
    "size",
    "blobSum",
];
function readManifestFile(text) {
    const body = (0,json .qF)(text);
    if (!(0,json .Gv)(body))
        throw unsure("it is not a JSON object");
    refuseLookalikes(body);
    const mediaType = mediaTypeOf(body);
    const manifest = (0,image_manifest .MK)(mediaType, body);
    switch (manifest.kind) {
        case "schema1":
            return { manifest, blobs: listAt(body, "fsLayers").map(fsLayer) };
        case "index": {
            const listed = listAt(body, "manifests");
            listed.forEach(refuseLookalikes);
            return { manifest, blobs: listed.filter((descriptor) => (0,image_manifest .kp)(descriptor) === "blob").map(blob) };
        }
        case "image":
            return { manifest, blobs: [body["config"], ...listAt(body, "layers")].map(blob) };
    }
}
function mediaTypeOf(body) {
    const { mediaType, schemaVersion } = body;
    if (mediaType !== undefined && typeof mediaType !== "string")
        throw unsure("its mediaType is no text");
    if (schemaVersion === 1 && (mediaType === undefined || (0,media_type .Pr)(mediaType)))
        return SCHEMA1;
    if (schemaVersion !== 2)
        throw unsure("its schemaVersion is neither 1 nor 2");
    if (mediaType !== undefined)
        return mediaType;
    const isIndex = body["manifests"] !== undefined;
    const isImage = body["config"] !== undefined || body["layers"] !== undefined;
    if (isIndex === isImage)
        throw unsure("it is neither clearly an image nor clearly an index");
    return isIndex ? OCI_INDEX : OCI_IMAGE;
}
function refuseLookalikes(object) {
    for (const key of (0,json .Gv)(object) ? Object.keys(object) : []) {
        const known = KNOWN_KEYS.find((name) => name.toLowerCase() === key.toLowerCase());
        if (known !== undefined && known !== key)
            throw unsure(`it has "${key}" for "${known}"`);
    }
}
function listAt(body, key) {
    const list = body[key];
    if (!Array.isArray(list))
        throw unsure(`it has no list of ${key}`);
    return list;
}
function blob(descriptor) {
    if (!(0,json .Gv)(descriptor))
        throw unsure("a descriptor in it is no object");
    refuseLookalikes(descriptor);
    const { digest, size } = descriptor;
    if (typeof digest !== "string" || !(0,reference .Bc)(digest))
        throw unsure("a descriptor in it has no valid digest");
    if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) {
        throw unsure("a descriptor in it has no valid size");
    }
    return { digest, bytes: size };
}
function fsLayer(layer) {
    refuseLookalikes(layer);
    const digest = (0,json .Gv)(layer) ? layer["blobSum"] : undefined;
    if (typeof digest !== "string" || !(0,reference .Bc)(digest))
        throw unsure("a layer in it has no valid blobSum");
    return { digest };
}
function unsure(why) {
    return new errors .jA(`a manifest can't be understood: ${why}`, "Push the image again in an OCI or Docker v2 format, or delete it by hand.");
}

var content_digest = __webpack_require__(5664);
; 






const inventory_AT_ONCE = 16;
async function takeInventory(storage) {
    const files = await storage.inventory();
    const multipartUploads = await storage.multipartUploads();
    const links = files.filter(isToRead);
    const texts = new Map(await (0,p_map .Ay)(links, async ({ path }) => [path, await readText(storage, path)], {
        concurrency: inventory_AT_ONCE,
    }));
    const digests = new Set(files.flatMap(revisionOf));
    const manifests = new Map(await (0,p_map .Ay)(digests, async (digest) => [digest, await readManifest(storage, digest)], {
        concurrency: inventory_AT_ONCE,
    }));
    const strangeBlobs = (await storage.strangeBlobs?.()) ?? [];
    return { inventory: { files, multipartUploads }, contents: { texts, manifests, strangeBlobs } };
}
function isToRead(file) {
    const role = parsePath(file)?.role;
    if (role?.kind === "revision")
        return role.isLink;
    if (role?.kind === "tag")
        return role.isCurrent && file.bytes > 0;
    return role?.kind === "upload" && role.isStart;
}
function revisionOf(file) {
    const role = parsePath(file)?.role;
    return role?.kind === "revision" && role.isLink ? [role.digest] : [];
}
async function readText(storage, path) {
    try {
        const bytes = await storage.read(path);
        if (bytes === undefined)
            return { kind: "unreadable", why: "it is gone" };
        return { kind: "text", text: bytes.toString("utf8") };
    }
    catch (error) {
        return { kind: "unreadable", why: reasonOf(error) };
    }
}
async function readManifest(storage, digest) {
    try {
        const bytes = await storage.read((0,storage_storage .nD)(digest));
        const path = (0,storage_storage .nD)(digest);
        if (bytes === undefined)
            return { kind: "missing", why: `is not among the blobs (${path})` };
        if (bytes.length === 0)
            return { kind: "empty", why: `is empty, as a full disk leaves it (${path})` };
        if (!isDigestOf(digest, bytes)) {
            return { kind: "changed", why: `has other bytes than its digest says (${path})` };
        }
        return { kind: "manifest", ...readManifestFile(bytes.toString("utf8")) };
    }
    catch (error) {
        return { kind: "unsure", why: `can't be relied on: ${reasonOf(error)}` };
    }
}
function isDigestOf(digest, bytes) {
    const [algorithm = ""] = digest.split(":");
    return (0,content_digest .e)(algorithm, bytes) === digest;
}
function reasonOf(error) {
    if (error instanceof errors .Pc)
        return error.message;
    throw error;
}

; 





const BATCH = 100;
const FAILURES_IN_A_ROW = 3;
const sweep_AT_ONCE = 8;
async function sweep(storage, options) {
    if (!options.dryRun)
        await options.assertNoWrites();
    const plan = planSweep({ ...(await takeInventory(storage)), limits: options });
    options.say?.({ kind: "sweep-planned", plan });
    const outcomes = new Map();
    const stopped = options.dryRun ? undefined : await sweep_removeAll({ storage, plan, options, outcomes });
    const removals = plan.removals.map((removal) => outcomes.get(removal) ?? { kind: "left", removal });
    return {
        removals,
        bytes: removals
            .filter(({ kind }) => options.dryRun || kind === "removed")
            .reduce((sum, { removal }) => sum + removal.bytes, 0),
        unsure: plan.unsure,
        ...(plan.waiting === undefined ? {} : { waiting: plan.waiting }),
        ...(stopped === undefined ? {} : { stopped }),
    };
}
async function sweep_removeAll(run) {
    const { removals } = run.plan;
    const progress = { broken: new Set(), failures: 0 };
    for (let from = 0; from < removals.length; from += BATCH) {
        const refusal = await refusalOf(run.options);
        if (refusal !== undefined)
            return refusal;
        for (const group of groupsOf(removals.slice(from, from + BATCH))) {
            await (0,p_map .Ay)(group, (removal) => removeNext(run, progress, removal), { concurrency: sweep_AT_ONCE });
            if (progress.stopped !== undefined)
                return progress.stopped;
        }
    }
    return undefined;
}
function groupsOf(removals) {
    const groups = [];
    for (const removal of removals) {
        const last = groups.at(-1);
        if (last?.[0]?.kind === removal.kind && LAST_KINDS.includes(removal.kind))
            last.push(removal);
        else
            groups.push([removal]);
    }
    return groups;
}
const UPLOAD_KINDS = ["upload", "multipart-upload"];
const LAST_KINDS = ["layer-link", ...UPLOAD_KINDS];
async function removeNext(run, progress, removal) {
    const { storage, options, outcomes } = run;
    const { kind, repository } = removal;
    if (options.stop?.aborted === true)
        progress.stopped ??= toldToStop(storage);
    if (progress.stopped !== undefined)
        return;
    if (progress.broken.has(repository) && !UPLOAD_KINDS.includes(kind))
        return;
    const outcome = await removeOne(storage, removal);
    outcomes.set(removal, outcome);
    options.say?.({ kind: "removal", outcome });
    if (outcome.kind !== "failed") {
        progress.failures = 0;
        return;
    }
    progress.failures += 1;
    if (!LAST_KINDS.includes(kind))
        progress.broken.add(repository);
    if (progress.failures >= FAILURES_IN_A_ROW)
        progress.stopped ??= tooManyFailures(storage);
}
async function refusalOf({ assertNoWrites, stop }) {
    if (stop?.aborted === true)
        return undefined;
    try {
        await assertNoWrites();
        return undefined;
    }
    catch (error) {
        return asPruneError(error);
    }
}
async function removeOne(storage, removal) {
    try {
        if (removal.kind === "multipart-upload") {
            await storage.abort(removal.upload);
            return { kind: "removed", removal };
        }
        for (const path of removal.paths)
            await storage.remove(path);
        if (removal.kind === "empty-repository")
            await storage.removeEmptyFolders(folderOf(removal.repository));
        return { kind: "removed", removal };
    }
    catch (error) {
        return { kind: "failed", removal, error: asPruneError(error) };
    }
}
function asPruneError(error) {
    if (error instanceof errors .Pc)
        return error;
    return new errors .Pc(`the sweep broke off: ${String(error)}`, "Report this as a bug.", { cause: error });
}
function toldToStop({ name }) {
    return new errors .Pc(`the sweep of ${name} was told to stop, and stopped between two removals`, "Nothing is half done. What is left goes in the next sweep.");
}
function tooManyFailures({ name }) {
    return new errors .Pc(`${FAILURES_IN_A_ROW} removals in a row failed, so the sweep of ${name} stopped there`, "See why they failed. What is left goes in the next sweep.");
}

var distribution_host = __webpack_require__(4553);
var registry_open = __webpack_require__(1044);
var commands_connection = __webpack_require__(8364);
var listeners = __webpack_require__(2475);
; 


function readOnlyGuard({ host, storage, hasCommand }) {
    let proven;
    const check = async () => {
        const pulse = await host.liveness();
        if (pulse.kind !== "up")
            throw notProven(host.name, storage.name, whyNot(pulse));
        const repositories = proven ?? (await host.listRepositories());
        const [repository] = repositories;
        if (repository === undefined) {
            throw notProven(host.name, storage.name, "it lists no repository that could show it");
        }
        await host.proveReadOnly(repository);
        if (proven === undefined)
            await proveServes(storage, host, repositories);
        proven = repositories;
    };
    if (!hasCommand)
        return check;
    return () => check().catch((error) => {
        if (!(error instanceof errors .Pc))
            throw error;
        throw new errors .Pc(error.message, `${AFTER_THE_SWEEP}\n${error.nextStep}`, { cause: error });
    });
}
const AFTER_THE_SWEEP = "gc-command runs after the sweep, so what it stops is not stopped yet: with storage, the registry must be read-only when the run begins. " +
    "Or do one after the other: storage with offline while the registry is stopped, then gc-command alone.";
async function assertDown(host) {
    const pulse = await host.liveness();
    if (pulse.kind === "down")
        return;
    throw new errors .Pc(`it can't be seen that ${host.name} is down: ${pulse.kind === "up" ? "it answers" : pulse.why}`, "Nothing more is removed while anybody might push. See what answers there.");
}
function whyNot(pulse) {
    if (pulse.kind === "unknown")
        return pulse.why;
    return pulse.how === "refused"
        ? "nothing listens there, which is so at a wrong port too"
        : `${pulse.how} is also what a proxy says of a registry that runs (a rate limit, a maintenance page, a health check)`;
}
function notProven(host, storage, why) {
    return new errors .Pc(`it is not proven that nobody writes to ${storage}: ${host} does not say that it is read-only (${why}); nothing was removed`, "If you know that no registry runs on this storage, say so: offline, without the registry (reclaim --storage … --offline). " +
        "Or name gc-container, which is stopped for the sweep, or make the registry read-only.");
}

var collect = __webpack_require__(7756);
; 












const STORAGE_READS = 16;
async function reclaim(settings, given) {
    const hooks = (0,listeners .v)(given);
    const storage = settings.sweep === undefined ? undefined : await openStorage(settings.sweep.storage);
    const connection = settings.registry === undefined ? undefined : (0,commands_connection .mQ)(settings, settings.registry, hooks);
    const host = connection === undefined ? undefined : await (0,distribution_host .Z)(connection);
    try {
        const run = { settings, hooks, storage, host };
        const { collection } = settings;
        return collection === undefined || host === undefined || connection === undefined
            ? await sweepAlone(run)
            : await sweepAndCollect(run, { collection, host, connection });
    }
    finally {
        host?.close();
        storage?.close();
    }
}
async function sweepAlone(run) {
    const isDryRun = run.settings.dryRun;
    const swept = await runSweep(run, guardOf(run), run.hooks.stop);
    return { isDryRun, ...(swept === undefined ? {} : { sweep: swept }) };
}
async function sweepAndCollect(run, { collection, host, connection }) {
    const { settings, storage } = run;
    const isDryRun = settings.dryRun;
    const isContainer = collection.by.kind === "container";
    let swept;
    if (!isContainer || isDryRun)
        swept = await runSweep(run, guardOf(run), run.hooks.stop);
    const sweepWhileDown = async (signal) => {
        swept = await runSweep(run, () => assertDown(host), signal);
        if (swept?.stopped !== undefined)
            throw swept.stopped;
        const endangered = endangeredBy(swept);
        if (endangered !== undefined)
            throw endangered;
    };
    const error = isContainer ? undefined : endangeredBy(swept);
    if (swept !== undefined && error !== undefined) {
        return { isDryRun, collection: { kind: "failed", error }, sweep: swept };
    }
    const registry = await (0,registry_open .M)({ ...connection, rights: ["pull"] });
    try {
        const outcome = await collectWith(run, {
            settings: collection,
            registry,
            host,
            ...(isContainer && !isDryRun && storage !== undefined
                ? {
                    sweep: sweepWhileDown,
                    proveStorage: async (site, repositories) => {
                        if (!(await isOwnStorage(storage, site)))
                            await proveServes(storage, host, repositories);
                    },
                }
                : {}),
        });
        return { isDryRun, collection: outcome, ...(swept === undefined ? {} : { sweep: swept }) };
    }
    finally {
        registry.close();
    }
}
function endangeredBy(swept) {
    for (const { repository, endangered } of swept?.unsure ?? []) {
        const [first] = endangered ?? [];
        if (first !== undefined)
            return wouldTake(repository, first);
    }
    return undefined;
}
function wouldTake(repository, why) {
    return new errors .Pc(`garbage-collect would take what is kept in ${repository}: ${why}; nothing was collected`, "Push such images again (docker pull, docker push), which links them where the collection looks, or delete their tags.");
}
function guardOf({ host, storage, settings }) {
    if (host === undefined || storage === undefined)
        return () => Promise.resolve();
    return readOnlyGuard({ host, storage, hasCommand: settings.collection?.by.kind === "command" });
}
async function collectWith({ settings, hooks, storage }, job) {
    return (0,collect.collect)({
        ...job,
        concurrency: settings.concurrency,
        pruned: [],
        known: new Map(),
        isDryRun: settings.dryRun,
        ...(storage === undefined
            ? {}
            : {
                isCompared: true,
                freeBytes: storage.freeBytes,
                measure: (blobs) => (0,blob_sizes .WZ)(blobs, storage.blobBytes, STORAGE_READS),
            }),
        hooks,
    });
}
async function runSweep({ settings, hooks, storage }, assertUnused, stop) {
    if (settings.sweep === undefined || storage === undefined)
        return undefined;
    const limits = settings.sweep;
    hooks.say({ kind: "sweep-started", storage: storage.name, isDryRun: settings.dryRun });
    const outcome = await sweep(storage, {
        now: Date.now(),
        uploadsOlderThan: limits.uploadsOlderThan,
        untaggedOlderThan: limits.untaggedOlderThan,
        dryRun: settings.dryRun,
        assertNoWrites: assertUnused,
        stop,
    });
    hooks.say({ kind: "sweep-ended", outcome, isDryRun: settings.dryRun });
    return outcome;
}

var program_hooks = __webpack_require__(3539);
; 



async function runReclaim(settings, door) {
    const hooks = await (0,program_hooks .ke)(door);
    const mayGoOn = settings.dryRun || door.ask === undefined || (await door.ask(questionOf(settings)));
    if (!mayGoOn)
        throw new errors .Pc("You said no, so nothing was done", "Run again when you are ready.");
    return reclaim(settings, hooks);
}
function questionOf({ collection, sweep }) {
    const works = [
        ...(sweep === undefined ? [] : [`remove what garbage collection left behind in ${sweep.storage}`]),
        ...(collection?.by.kind === "container"
            ? [`stop ${collection.by.name}, collect its garbage and start it again`]
            : []),
        ...(collection?.by.kind === "command" ? ["run gc-command"] : []),
    ];
    return `This will ${works.join(", and ")}. Go on?`;
}


/***/ }),

/***/ 4553:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  Z: () => (  openHost)
});

var catalog = __webpack_require__(473);
var answers = __webpack_require__(1111);
var probes = __webpack_require__(3963);
var registry = __webpack_require__(252);
var refusals = __webpack_require__(5217);
var requests = __webpack_require__(3366);
; 





const READS = "GET, HEAD";
async function proveReadOnly(connection, repository) {
    const { base, session } = connection;
    const url = new URL(`v2/${repository}/manifests/${requests .z}`, base);
    const deletion = await session.send({ method: "DELETE", url }, `repository:${repository}:pull,delete`);
    if (!refusesWrites(deletion)) {
        throw takesWrites(base.host, `it answered a delete with ${deletion.status}${doubtOf(deletion)}`);
    }
    const asked = await session.send({ method: "OPTIONS", url }, `repository:${repository}:pull`);
    if (asked.status !== 200 || asked.headers.allow !== READS || !isOwn(asked)) {
        throw takesWrites(base.host, "asked what it takes, it did not say that it takes reads alone");
    }
    const upload = await (0,probes .tH)({ connection, repository });
    if (upload.kind !== "read-only") {
        throw takesWrites(base.host, "it did not refuse an upload as such a one does");
    }
}
function refusesWrites(response) {
    const text = response.body.toString("utf8").trim();
    return (0,refusals .PI)(response) && isOwn(response) && text === "Method not allowed";
}
function isOwn(response) {
    return response.headers["docker-distribution-api-version"] !== undefined && !(0,answers .yp)(response);
}
function doubtOf(response) {
    return (0,refusals .PI)(response)
        ? ", which is not said in a registry's own words: a proxy may have said it"
        : "";
}
function takesWrites(host, why) {
    return new registry .g("takes-writes", {
        message: `${host} runs, and is not read-only (${why}); nothing was removed`,
        nextStep: [
            "Stop it, and say offline in place of the registry; name gc-container, which stops it for the sweep; or make it read-only:",
            "storage: maintenance: readonly: enabled: true in its configuration, then a restart",
            '(by environment only as REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}; …_READONLY_ENABLED=true is ignored, or panics).',
        ].join("\n"),
    });
}

var witness = __webpack_require__(3068);
var connection_connection = __webpack_require__(207);
var system_error = __webpack_require__(2691);
var retry = __webpack_require__(1654);
var errors = __webpack_require__(6846);
; 



async function probeLiveness({ base, http }) {
    try {
        const { status } = await http.send({ method: "GET", url: new URL("v2/", base), attempts: 1 });
        if (status === 502 || status === 503)
            return { kind: "down", how: `${status}` };
        return retry .bc.includes(status)
            ? { kind: "unknown", why: `a proxy answers ${status}` }
            : { kind: "up" };
    }
    catch (error) {
        if (!(error instanceof errors .Pc))
            return { kind: "unknown", why: String(error) };
        return (0,system_error .$N)(error.cause) === "ECONNREFUSED"
            ? { kind: "down", how: "refused" }
            : { kind: "unknown", why: error.message };
    }
}

var reach = __webpack_require__(1552);
; 










async function openHost(options) {
    const connection = await (0,connection_connection .N)(options);
    return {
        name: options.host,
        liveness: () => probeLiveness(connection),
        major: async () => (0,probes .uY)(await (0,probes .to)(connection)),
        proveReadOnly: (repository) => proveReadOnly(connection, repository),
        listRepositories: () => (0,catalog .C)(connection),
        findBlob: (repository, digest) => findBlob(connection, repository, digest),
        measureBlob: (repository, digest) => measureBlob(connection, repository, digest),
        askMadeUp: (repository) => (0,witness .s6)(connection, repository),
        withUpload: (repository, look) => (0,witness .s1)(connection, repository, look),
        close: connection.close,
    };
}
async function findBlob({ base, session }, repository, digest) {
    const url = new URL(`v2/${repository}/blobs/${digest}`, base);
    const scope = `repository:${repository}:pull`;
    const response = await session.send({ method: "HEAD", url, followsRedirects: false }, scope);
    const { status } = response;
    if (status === 200 && !(0,answers .yp)(response))
        return sizeOf(response);
    const at = status === 307 ? storageOf(response, digest) : undefined;
    if (at !== undefined)
        return { at, reach: (0,reach .sX)(response.peer) };
    const said = status === 404 ? await session.send({ method: "GET", url, peeks: true }, scope) : response;
    if ((0,answers .wp)("blob", said))
        return undefined;
    throw (0,refusals .x5)(base.host, said, `looking for the blob ${digest} of ${repository}`);
}
function storageOf({ headers, url }, digest) {
    const { location, "docker-distribution-api-version": version } = headers;
    if (location === undefined || !URL.canParse(location, url.href))
        return undefined;
    const at = new URL(location, url);
    const [, hex = ""] = digest.split(":");
    return version !== undefined || at.pathname.includes(hex) ? at : undefined;
}
function sizeOf({ headers }) {
    const bytes = Number(headers["content-length"] ?? Number.NaN);
    return Number.isSafeInteger(bytes) ? { bytes } : {};
}
async function measureBlob(connection, repository, digest) {
    const found = await findBlob(connection, repository, digest);
    if (found?.at === undefined)
        return found?.bytes;
    try {
        const response = await connection.http.send({
            method: "HEAD",
            url: found.at,
            reach: found.reach,
            attempts: 1,
        });
        return response.status === 200 ? sizeOf(response).bytes : undefined;
    }
    catch (error) {
        if (error instanceof registry .g)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3068:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    lu: () => (  ASKED_BY),
    s1: () => (  withUpload),
    s6: () => (  askMadeUp)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
  var _http_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1654);
  var _probes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3963);




const ASKED_BY = "asked-by=";
const IN_ITS_PLACE = [429, ..._http_retry_js__WEBPACK_IMPORTED_MODULE_2__  .bc];
async function askMadeUp({ base, session }, repository) {
    const words = `${ASKED_BY}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    const url = new URL(`v2/${repository}/manifests/prune-image-tags-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}?${words}`, base);
    const request = { method: "GET", url, attempts: 1, followsRedirects: false };
    try {
        const { status, headers } = await session.send(request, `repository:${repository}:pull`);
        const isOwn = headers["docker-distribution-api-version"] !== undefined;
        return { words, isAnswered: isOwn && !IN_ITS_PLACE.includes(status) };
    }
    catch (error) {
        if (!(error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Pc))
            throw error;
        return { words, isAnswered: false };
    }
}
async function withUpload(connection, repository, look) {
    const site = { connection, repository };
    const begun = await (0,_probes_js__WEBPACK_IMPORTED_MODULE_3__  .Dk)(site);
    if (begun === "no-right")
        return { kind: "refused", why: "this user may not push" };
    if (begun.status !== 202)
        return { kind: "refused", why: `it answered ${begun.status}` };
    const id = idOf(begun.headers["docker-upload-uuid"], begun.headers.location);
    const looked = id === undefined ? undefined : await settled(look(id));
    const cancelled = await (0,_probes_js__WEBPACK_IMPORTED_MODULE_3__  .wM)(site, begun);
    if (looked === undefined)
        return { kind: "refused", why: "it gave the upload no name" };
    if (looked.kind === "failed")
        throw looked.error;
    return {
        kind: "begun",
        seen: looked.value,
        ...(cancelled.kind === "left-behind" ? { left: cancelled.why } : {}),
    };
}
function settled(work) {
    return work.then((value) => ({ kind: "done", value }), (error) => ({ kind: "failed", error }));
}
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
function idOf(header, location) {
    const named = typeof header === "string" ? header : (location?.split("?")[0]?.split("/").at(-1) ?? "");
    return UUID.exec(named)?.[0] === named ? named : undefined;
}


/***/ })

};
