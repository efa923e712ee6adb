export const id = 590;
export const ids = [590];
export const modules = {

/***/ 2590:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runReclaim: () => (/* binding */ runReclaim)
});

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/disk/container/blob-sizes.js
var blob_sizes = __webpack_require__(6173);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lazy/core/base/system-error.js
var system_error = __webpack_require__(2691);
;// CONCATENATED MODULE: ./lazy/disk/storage/filesystem-errors.js


function storageError(error, doing) {
    if (error instanceof errors/* PruneError */.Pc)
        return error;
    const nextStep = NEXT_STEPS[(0,system_error/* codeOf */.$N)(error)] ?? LOOK_AT_DISK;
    return new errors/* PruneError */.Pc(`${(0,system_error/* whyRefused */.fG)(error)} while ${doing}`, nextStep, { cause: error });
}
const LOOK_AT_DISK = "Look at the disk (dmesg, fsck) and at who else uses the folder, and run again.";
const AS_OWNER = "Run as the user whose files they are: root where the registry runs in a container (sudo).";
const NEXT_STEPS = {
    EACCES: AS_OWNER,
    EPERM: AS_OWNER,
    EROFS: "Mount it writable, or leave out the sweep: run where the registry writes.",
};

;// CONCATENATED MODULE: ./lazy/disk/storage/filesystem-root.js





const BELOW = (0,external_node_path_.join)("docker", "registry", "v2");
async function findRoot(path) {
    const root = await (0,promises_.realpath)(path).catch((error) => {
        if (!(0,system_error/* isNotThere */.kN)(error)) {
            throw storageError(error, `opening ${path}`);
        }
        throw new errors/* PruneError */.Pc(`${path} is not there`, WHICH_FOLDER);
    });
    const repositories = (0,external_node_path_.join)(root, BELOW, "repositories");
    const real = await (0,promises_.realpath)(repositories).catch(() => undefined);
    if (real === undefined)
        throw await notARoot(path, root);
    if (real !== repositories) {
        throw new errors/* PruneError */.Pc(`${repositories} is a symbolic link to ${real}, and a sweep follows none`, real.endsWith((0,external_node_path_.join)(external_node_path_.sep, BELOW, "repositories"))
            ? `Give --storage ${real.slice(0, -(0,external_node_path_.join)(external_node_path_.sep, BELOW, "repositories").length)}`
            : "Give the folder that really has docker/registry/v2/repositories in it, or mount the disk there.");
    }
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, BELOW)).catch((error) => {
        throw storageError(error, `listing ${(0,external_node_path_.join)(root, BELOW)}`);
    });
    const isFolder = (await (0,promises_.lstat)(real)).isDirectory();
    if (isFolder && entries.includes("blobs"))
        return root;
    throw new errors/* PruneError */.Pc(`${path} has repositories and no blobs, so it is not the whole folder of a registry`, WHICH_FOLDER);
}
const WHICH_FOLDER = [
    "Give the registry's rootdirectory: what it has at /var/lib/registry, as it stands on this machine, such as",
    "the folder of -v FOLDER:/var/lib/registry, or the Mountpoint of docker volume inspect VOLUME.",
].join("\n");
async function notARoot(path, root) {
    const near = await nearRoot(root);
    return near === undefined
        ? new errors/* PruneError */.Pc(`${path} is no registry's folder: there is no docker/registry/v2/repositories in it`, `${WHICH_FOLDER}\nA registry that nothing was pushed to has none yet, and nothing to remove.`)
        : new errors/* PruneError */.Pc(`${path} is not the registry's rootdirectory, but ${near} is`, `Give --storage ${near}`);
}
async function nearRoot(root) {
    const above = [(0,external_node_path_.dirname)(root)];
    for (let level = 0; level < 3; level += 1)
        above.push((0,external_node_path_.dirname)(above.at(-1) ?? root));
    const below = ["_data", "registry", "data", "storage", "var/lib/registry", "lib/registry"];
    for (const candidate of [...above, ...below.map((name) => (0,external_node_path_.join)(root, name))]) {
        const repositories = (0,external_node_path_.join)(candidate, BELOW, "repositories");
        const isThere = await (0,promises_.lstat)(repositories).then((found) => found.isDirectory(), () => false);
        const isAbove = above.includes(candidate) && !`${repositories}${external_node_path_.sep}`.startsWith(`${root}${external_node_path_.sep}`);
        if (isThere && !isAbove)
            return candidate;
    }
    return undefined;
}

// EXTERNAL MODULE: ../../node_modules/p-map/index.js
var p_map = __webpack_require__(1773);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __webpack_require__(1033);
;// CONCATENATED MODULE: ./lazy/core/sweep/path.js

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
    return (0,reference/* isTag */.dz)(tag) ? { kind: "tag", tag, isCurrent: file !== undefined } : undefined;
}
function tagEntry(groups) {
    const { tag = "" } = groups;
    const digest = digestOf(groups);
    return (0,reference/* isTag */.dz)(tag) && digest !== undefined ? { kind: "tag-entry", tag, digest } : undefined;
}
function digestOf({ algorithm, hex }) {
    const digest = `${algorithm ?? ""}:${hex ?? ""}`;
    return (0,reference/* isDigest */.Bc)(digest) ? digest : undefined;
}

;// CONCATENATED MODULE: ./lazy/disk/storage/filesystem-walk.js






const AT_ONCE = 32;
async function walk(base, path) {
    const files = [];
    let folders = [path];
    while (folders.length > 0) {
        const listed = await (0,p_map/* default */.Ay)(folders, (folder) => listFolder(base, folder), { concurrency: AT_ONCE });
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
        if (error instanceof errors/* UnsureError */.jA)
            throw error;
        return (0,system_error/* codeOf */.$N)(error) === "ENOENT" ? [] : [unreadable(path)];
    }
}
async function inspectEntry(base, path, entry) {
    if (entry.isSymbolicLink()) {
        await assertHarmless(base, path);
        return undefined;
    }
    const found = await (0,promises_.lstat)((0,external_node_path_.join)(base, path)).catch((error) => (0,system_error/* codeOf */.$N)(error));
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
    throw new errors/* UnsureError */.jA(`${(0,external_node_path_.join)(base, path)} is a symbolic link that leads ${where}; nothing was removed`, "A sweep follows no links. Put the folder itself in its place (mount --bind where it is on another disk).");
}

// EXTERNAL MODULE: ./lazy/disk/storage/storage.js
var storage_storage = __webpack_require__(258);
;// CONCATENATED MODULE: ./lazy/disk/storage/filesystem.js








async function openFilesystem(path) {
    const root = await findRoot(path);
    const base = (0,external_node_path_.join)(root, "docker", "registry", "v2");
    return {
        name: root,
        inventory: () => walk(base, "repositories"),
        multipartUploads: () => Promise.resolve([]),
        read: (file) => readFile((0,external_node_path_.join)(base, file)),
        remove: (file) => removeTree(base, file),
        removeEmptyFolders: (folder) => removeEmptyFolders(base, folder),
        abort: () => Promise.reject(new errors/* PruneError */.Pc("a disk has no multipart uploads", "Report this as a bug.")),
        freeBytes: () => freeBytes(root),
        blobBytes: (digest) => sizeOf((0,external_node_path_.join)(base, (0,storage_storage/* blobPath */.nD)(digest))),
        close: () => undefined,
    };
}
async function readFile(path) {
    try {
        const found = await (0,promises_.stat)(path);
        if (!found.isFile())
            throw new errors/* PruneError */.Pc(`${path} is no file`, "See what put it there.");
        if (found.size > storage_storage/* LARGEST_READ */.gt) {
            throw new errors/* PruneError */.Pc(`${path} is ${found.size} bytes, too long for what it should be`, "See what it is.");
        }
        const handle = await (0,promises_.open)(path);
        try {
            return await handle.readFile();
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if ((0,system_error/* codeOf */.$N)(error) === "ENOENT")
            return undefined;
        throw storageError(error, `reading ${path}`);
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
        if ((0,system_error/* codeOf */.$N)(error) === "ENOENT")
            return undefined;
        throw storageError(error, `looking at ${path}`);
    }
}
async function removeTree(base, path) {
    (0,storage_storage/* assertRemovable */.Cw)(path);
    const full = (0,external_node_path_.join)(base, path);
    try {
        if (!(await isStillInPlace(full)))
            return;
        await (0,promises_.rm)(full, { recursive: true, force: true });
    }
    catch (error) {
        throw storageError(error, `removing ${full}`);
    }
}
async function isStillInPlace(full) {
    const parent = (0,external_node_path_.dirname)(full);
    const real = await (0,promises_.realpath)(parent).catch((error) => {
        if ((0,system_error/* codeOf */.$N)(error) === "ENOENT")
            return undefined;
        throw error;
    });
    if (real === undefined)
        return false;
    const found = await (0,promises_.lstat)(full).catch((error) => {
        if ((0,system_error/* codeOf */.$N)(error) === "ENOENT")
            return undefined;
        throw error;
    });
    if (real === parent && found?.isSymbolicLink() !== true)
        return found !== undefined;
    throw new errors/* UnsureError */.jA(`${full} leads somewhere else than when the sweep looked: a symbolic link has taken its place`, "Somebody changes the registry's storage meanwhile. See who, and run again.");
}
async function removeEmptyFolders(base, path) {
    if (!/^repositories(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)+$/.test(path)) {
        throw new errors/* PruneError */.Pc(`${JSON.stringify(path)} is no repository's folder`, "Report this as a bug.");
    }
    for (let folder = path; folder.includes("/"); folder = (0,external_node_path_.dirname)(folder)) {
        const full = (0,external_node_path_.join)(base, folder);
        try {
            if (await isStillInPlace(full))
                await (0,promises_.rmdir)(full);
        }
        catch (error) {
            if (["ENOTEMPTY", "EEXIST"].includes((0,system_error/* codeOf */.$N)(error)))
                return;
            throw storageError(error, `removing the empty folder ${full}`);
        }
    }
}

;// CONCATENATED MODULE: ./lazy/disk/storage/s3-errors.js


function s3Error(error, bucket, doing) {
    if (error instanceof errors/* PruneError */.Pc)
        return error;
    const name = nameOf(error);
    const code = (0,system_error/* codeOf */.$N)(error) || (error instanceof Error ? (0,system_error/* codeOf */.$N)(error.cause) : "");
    const known = KNOWN[name] ?? KNOWN[code] ?? (isRegionMissing(error) ? NO_REGION : BY_STATUS[statusOf(error) ?? 0]);
    if (known !== undefined)
        return new errors/* PruneError */.Pc(`${known.why(bucket)} while ${doing}`, known.step);
    const status = statusOf(error);
    const said = [name === "" ? "an error" : name, status === undefined ? "" : ` (${status})`].join("");
    return new errors/* PruneError */.Pc(`S3 answered with ${said} while ${doing}`, "Look the error's name up in the documentation of the S3 server, and run again.");
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
        "s3:GetObject, s3:DeleteObject and s3:AbortMultipartUpload on what is in it.",
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
    if (!(error instanceof Error) || !("$metadata" in error))
        return undefined;
    const { $metadata: metadata } = error;
    const status = typeof metadata === "object" && metadata !== null && "httpStatusCode" in metadata
        ? metadata.httpStatusCode
        : undefined;
    return typeof status === "number" ? status : undefined;
}

;// CONCATENATED MODULE: ./lazy/disk/storage/s3-bucket.js


async function connectBucket(name) {
    process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
    const sdk = await __webpack_require__.e(/* import() */ 299).then(__webpack_require__.t.bind(__webpack_require__, 8299, 19));
    const { AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_S3 } = process.env;
    const forcePathStyle = (AWS_ENDPOINT_URL_S3 ?? AWS_ENDPOINT_URL ?? "") !== "";
    const client = new sdk.S3Client({ forcePathStyle });
    const connection = { sdk, client, name };
    return {
        name,
        list: (prefix) => list(connection, prefix),
        hasAny: (prefix) => hasAny(connection, prefix),
        listUploads: (prefix) => listUploads(connection, prefix),
        read: (key, largest) => read(connection, key, largest),
        size: (key) => size(connection, key),
        remove: (keys) => remove(connection, keys),
        abort: (key, uploadId) => abort(connection, key, uploadId),
        close: () => {
            client.destroy();
        },
    };
}
async function list({ sdk, client, name }, prefix) {
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
async function hasAny({ sdk, client, name }, prefix) {
    const command = new sdk.ListObjectsV2Command({ Bucket: name, Prefix: prefix, MaxKeys: 1 });
    const page = await orError(client.send(command), name, `looking for ${prefix}`);
    return (page.Contents ?? []).length > 0;
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
            throw new errors/* PruneError */.Pc(`${key} came without its bytes`, "Run again.");
        if (ContentLength === undefined || ContentLength > largest) {
            if ("destroy" in Body)
                Body.destroy();
            throw new errors/* PruneError */.Pc(`${key} is too long for what it should be`, "See what it is.");
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
    return new errors/* UnsureError */.jA(`the listing of ${prefix} is cut off or has gaps`, "The S3 server, or a proxy in front of it, does not list as S3 does. See its version and its log.");
}

;// CONCATENATED MODULE: ./lazy/disk/storage/s3.js



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
        read: (path) => bucket.read(`${base}${path}`, storage_storage/* LARGEST_READ */.gt),
        remove: async (path) => {
            (0,storage_storage/* assertRemovable */.Cw)(path);
            const below = await bucket.list(`${base}${path}/`);
            await bucket.remove(below.map(({ key }) => key));
        },
        removeEmptyFolders: () => Promise.resolve(),
        abort: ({ path, uploadId }) => {
            (0,storage_storage/* assertRemovable */.Cw)(path);
            return bucket.abort(`${base}${path}`, uploadId);
        },
        freeBytes: () => Promise.resolve(undefined),
        blobBytes: (digest) => bucket.size(`${base}${(0,storage_storage/* blobPath */.nD)(digest)}`),
        close: () => {
            bucket.close();
        },
    };
}
function parseAddress(text) {
    const [, bucket, rest = ""] = /^s3:\/\/([a-zA-Z0-9][\w.-]{1,254})(\/[^?#]*)?$/.exec(text) ?? [];
    const prefix = rest.replace(/^\/+|\/+$/g, "");
    const isPlain = prefix === "" || prefix.split("/").every((part) => !["", ".", ".."].includes(part));
    if (bucket !== undefined && isPlain)
        return { bucket, prefix };
    throw new errors/* PruneError */.Pc("the address of the S3 storage can't be understood", "Write s3://bucket, or s3://bucket/prefix where the registry has a rootdirectory. Keys come from the environment.");
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
    throw new errors/* PruneError */.Pc(`${address} is no registry's storage: there is nothing at ${base}${hasRepositories ? "blobs" : "repositories"}/`, `Give s3://bucket/prefix with the rootdirectory of the registry's storage: s3 as the prefix.${right}`);
}

;// CONCATENATED MODULE: ./lazy/disk/storage/open-storage.js


function openStorage(text) {
    return /^s3:/i.test(text) ? openS3(text) : openFilesystem(text);
}

;// CONCATENATED MODULE: ./lazy/core/sweep/contents.js

function understand(repository, contents) {
    const doubts = repository.strange.map(({ path, kind }) => kind === "unreadable" ? `${path} can't be looked into` : `${path} is nothing that a registry puts there`);
    if (repository.name === "")
        doubts.push("it is no repository: its files stand where repositories do");
    const manifests = readRevisions(repository, contents, doubts);
    const targets = readTargets(repository, contents, doubts);
    if (repository.revisions.size > 0 && !repository.hasLayers) {
        doubts.push("it has manifests and no _layers, so garbage collection by 2.8 would free what they consist of");
    }
    if (doubts.length > 0)
        return { kind: "unsure", doubts };
    return { kind: "known", repository: { ...repository, targets, manifests } };
}
function readRevisions({ revisions }, contents, doubts) {
    const manifests = new Map();
    for (const [digest, { path }] of revisions) {
        const target = readLink(path, contents, doubts);
        if (target === undefined)
            continue;
        const read = contents.manifests.get(digest);
        if (target !== digest)
            doubts.push(`${path} names ${target}`);
        else if (read?.kind === "manifest")
            manifests.set(digest, read);
        else
            doubts.push(`the manifest ${digest} ${read?.why ?? "was not read"}`);
    }
    return manifests;
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
    if (read?.kind === "text" && (0,reference/* isDigest */.Bc)(read.text))
        return read.text;
    if (read?.kind === "text")
        doubts.push(`${path} is ${read.text === "" ? "empty" : "garbled"}`);
    else
        doubts.push(`${path} can't be read: ${read?.why ?? "it was not"}`);
    return undefined;
}

;// CONCATENATED MODULE: ./lazy/core/sweep/repository.js

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

// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __webpack_require__(6011);
// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __webpack_require__(7293);
// EXTERNAL MODULE: ./lazy/core/names/version.js + 2 modules
var version = __webpack_require__(8420);
;// CONCATENATED MODULE: ./lazy/core/sweep/referrer-tags.js



function referrerTags({ targets, manifests }) {
    const named = [...targets].flatMap(([tag, image]) => {
        const subject = (0,version/* subjectOf */.et)(tag);
        if (subject === undefined || subject === image || !manifests.has(subject))
            return [];
        return [{ tag, image, subject }];
    });
    const images = new Set(named.map(({ image }) => image));
    const byName = referrersByName(named);
    const first = [...manifests.keys()].filter((digest) => !images.has(digest));
    const following = (0,graph/* reachable */.Gq)(first, (digest) => byName.get(digest) ?? []);
    return named.filter(({ image }) => following.has(image));
}
function referrersByName(tags) {
    return (0,grouped/* grouped */.z)(tags.map(({ subject, image }) => [subject, image]));
}

;// CONCATENATED MODULE: ./lazy/core/sweep/untagged.js





function untaggedContents(repository, limits) {
    if (limits.untaggedOlderThan === undefined)
        return { digests: [], tags: [] };
    const named = referrerTags(repository);
    const staying = stayingDigests(repository, named, limits);
    const digests = [...repository.manifests.keys()].filter((digest) => !staying.has(digest));
    const tags = named.filter(({ subject }) => !staying.has(subject));
    const subjects = subjectsByName(tags);
    const earlier = (0,grouped/* grouped */.z)(digests.flatMap((digest) => [...needsOf(repository, digest), ...(subjects.get(digest) ?? [])].map((other) => [other, digest])));
    return { digests: (0,graph/* topologicalOrder */._o)(digests, (digest) => earlier.get(digest) ?? []), tags };
}
function revisionRemovals(repository, { digests, tags }) {
    const manifests = `${folderOf(repository.name)}/_manifests`;
    const going = new Set(tags.map(({ tag }) => tag));
    const entriesOf = (0,grouped/* grouped */.z)([...repository.tags].flatMap(([tag, { entries }]) => going.has(tag) ? [] : [...entries.keys()].map((digest) => [digest, tag])));
    const leaving = new Set(digests);
    const tagsOf = (0,grouped/* grouped */.z)(tags.map(({ tag, image, subject }) => [leaving.has(image) ? image : subject, tag]));
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
    const own = (0,graph/* reachable */.Gq)([...ordinaryImages(repository), ...youngDigests(repository, following, limits)], (digest) => [...needsOf(repository, digest), ...(subjects.get(digest) ?? [])]);
    const followers = new Set(following.map(({ tag }) => tag));
    const others = [...repository.targets].flatMap(([tag, digest]) => (followers.has(tag) ? [] : [digest]));
    const byName = referrersByName(following);
    const bySubject = (0,grouped/* grouped */.z)([...repository.manifests.keys()].flatMap((digest) => {
        const subject = subjectIn(repository, digest);
        return subject === undefined ? [] : [[subject, digest]];
    }));
    return (0,graph/* reachable */.Gq)([...own, ...others], (digest) => [
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
    return new Map([...tags].filter(([tag]) => (0,version/* subjectOf */.et)(tag) === undefined));
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
    return (0,grouped/* grouped */.z)(tags.map(({ image, subject }) => [image, subject]));
}
function subjectIn({ manifests }, digest) {
    const manifest = manifests.get(digest)?.manifest;
    return manifest !== undefined && "subject" in manifest ? manifest.subject : undefined;
}
function needsOf({ manifests }, digest) {
    const stored = manifests.get(digest);
    return stored === undefined ? [] : (0,graph/* needs */.eN)(stored.manifest);
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

;// CONCATENATED MODULE: ./lazy/core/sweep/uploads.js


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

;// CONCATENATED MODULE: ./lazy/core/sweep/sweep.js





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
    return {
        removals: [
            ...multipartRemovals(inventory.multipartUploads, staying, limits),
            ...plans.flatMap(({ removals }) => removals),
        ],
        unsure: [...tagless, ...sweep_unreadable(inventory.files), ...plans.flatMap(({ unsure }) => unsure)],
    };
}
function withoutTags(repositories) {
    const hasTags = repositories.some(({ tags }) => [...tags.values()].some(({ current }) => current !== undefined));
    if (hasTags || repositories.every(({ revisions }) => revisions.size === 0))
        return [];
    const doubts = ["there are manifests and not one tag, so tags may be kept elsewhere than in this storage"];
    return [{ repository: "every repository", doubts, keeps: "untagged revisions" }];
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
        const { doubts } = understanding;
        return {
            removals: uploadRemovals(stored, uploads),
            unsure: [{ repository: name === "" ? "repositories" : name, doubts, keeps: "everything" }],
        };
    }
    const { repository } = understanding;
    const doubts = limits.untaggedOlderThan === undefined ? [] : dangling(repository);
    const untagged = doubts.length > 0 ? { digests: [], tags: [] } : untaggedContents(repository, limits);
    const before = [...phantomRemovals(repository), ...revisionRemovals(repository, untagged)];
    const going = new Set(untagged.digests);
    const left = [...repository.manifests.keys()].filter((digest) => !going.has(digest));
    const layers = staleLayers(repository, left, limits);
    const isEmpty = left.length === 0 && repository.targets.size === untagged.tags.length;
    const isSettled = layers.length === repository.layers.size && uploads.length === repository.uploads.size;
    const rest = isEmpty && isSettled
        ? [emptyRemoval(repository, before)]
        : [...layerRemovals(repository, layers), ...uploadRemovals(repository, uploads)];
    return {
        removals: [...before, ...rest],
        unsure: doubts.length > 0 ? [{ repository: name, doubts, keeps: "untagged revisions" }] : [],
    };
}
function dangling({ targets, manifests }) {
    return [...targets].flatMap(([tag, digest]) => manifests.has(digest) ? [] : [`its tag ${tag} points at ${digest}, which it does not have`]);
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

// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
// EXTERNAL MODULE: ./lazy/core/image/manifest.js
var image_manifest = __webpack_require__(8544);
// EXTERNAL MODULE: ./lazy/core/image/media-type.js
var media_type = __webpack_require__(134);
;// CONCATENATED MODULE: ./lazy/core/sweep/manifest.js





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
    const body = (0,json/* parseJson */.qF)(text);
    if (!(0,json/* isObject */.Gv)(body))
        throw unsure("it is not a JSON object");
    refuseLookalikes(body);
    const mediaType = mediaTypeOf(body);
    const manifest = (0,image_manifest/* decodeManifest */.MK)(mediaType, body);
    switch (manifest.kind) {
        case "schema1":
            return { manifest, blobs: listAt(body, "fsLayers").map(fsLayer) };
        case "index": {
            const listed = listAt(body, "manifests");
            listed.forEach(refuseLookalikes);
            return { manifest, blobs: listed.filter((descriptor) => (0,image_manifest/* roleOf */.kp)(descriptor) === "blob").map(blob) };
        }
        case "image":
            return { manifest, blobs: [body["config"], ...listAt(body, "layers")].map(blob) };
    }
}
function mediaTypeOf(body) {
    const { mediaType, schemaVersion } = body;
    if (mediaType !== undefined && typeof mediaType !== "string")
        throw unsure("its mediaType is no text");
    if (schemaVersion === 1 && (mediaType === undefined || (0,media_type/* isSchema1 */.Pr)(mediaType)))
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
    for (const key of (0,json/* isObject */.Gv)(object) ? Object.keys(object) : []) {
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
    if (!(0,json/* isObject */.Gv)(descriptor))
        throw unsure("a descriptor in it is no object");
    refuseLookalikes(descriptor);
    const { digest, size } = descriptor;
    if (typeof digest !== "string" || !(0,reference/* isDigest */.Bc)(digest))
        throw unsure("a descriptor in it has no valid digest");
    if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) {
        throw unsure("a descriptor in it has no valid size");
    }
    return { digest, bytes: size };
}
function fsLayer(layer) {
    refuseLookalikes(layer);
    const digest = (0,json/* isObject */.Gv)(layer) ? layer["blobSum"] : undefined;
    if (typeof digest !== "string" || !(0,reference/* isDigest */.Bc)(digest))
        throw unsure("a layer in it has no valid blobSum");
    return { digest };
}
function unsure(why) {
    return new errors/* UnsureError */.jA(`a manifest can't be understood: ${why}`, "Push the image again in an OCI or Docker v2 format, or delete it by hand.");
}

// EXTERNAL MODULE: ./lazy/registry/distribution/content-digest.js
var content_digest = __webpack_require__(5664);
;// CONCATENATED MODULE: ./lazy/disk/storage/inventory.js






const inventory_AT_ONCE = 16;
async function takeInventory(storage) {
    const files = await storage.inventory();
    const multipartUploads = await storage.multipartUploads();
    const links = files.filter(isToRead);
    const texts = new Map(await (0,p_map/* default */.Ay)(links, async ({ path }) => [path, await readText(storage, path)], {
        concurrency: inventory_AT_ONCE,
    }));
    const digests = new Set(files.flatMap(revisionOf));
    const manifests = new Map(await (0,p_map/* default */.Ay)(digests, async (digest) => [digest, await readManifest(storage, digest)], {
        concurrency: inventory_AT_ONCE,
    }));
    return { inventory: { files, multipartUploads }, contents: { texts, manifests } };
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
        const bytes = await storage.read((0,storage_storage/* blobPath */.nD)(digest));
        if (bytes === undefined)
            return { kind: "unsure", why: "is not among the blobs" };
        if (bytes.length === 0)
            return { kind: "unsure", why: "is empty, as a full disk leaves it" };
        if (!isDigestOf(digest, bytes))
            return { kind: "unsure", why: "has other bytes than its digest says" };
        return { kind: "manifest", ...readManifestFile(bytes.toString("utf8")) };
    }
    catch (error) {
        return { kind: "unsure", why: `can't be relied on: ${reasonOf(error)}` };
    }
}
function isDigestOf(digest, bytes) {
    const [algorithm = ""] = digest.split(":");
    return (0,content_digest/* contentDigest */.e)(algorithm, bytes) === digest;
}
function reasonOf(error) {
    if (error instanceof errors/* PruneError */.Pc)
        return error.message;
    throw error;
}

;// CONCATENATED MODULE: ./lazy/disk/storage/sweep.js





const BATCH = 100;
const FAILURES_IN_A_ROW = 3;
const sweep_AT_ONCE = 8;
async function sweep(storage, options) {
    if (!options.dryRun)
        await options.assertNoWrites();
    const plan = planSweep({ ...(await takeInventory(storage)), limits: options });
    options.say?.({ kind: "sweep-planned", plan });
    const outcomes = new Map();
    const stopped = options.dryRun ? undefined : await removeAll({ storage, plan, options, outcomes });
    const removals = plan.removals.map((removal) => outcomes.get(removal) ?? { kind: "left", removal });
    return {
        removals,
        bytes: removals
            .filter(({ kind }) => options.dryRun || kind === "removed")
            .reduce((sum, { removal }) => sum + removal.bytes, 0),
        unsure: plan.unsure,
        ...(stopped === undefined ? {} : { stopped }),
    };
}
async function removeAll(run) {
    const { removals } = run.plan;
    const progress = { broken: new Set(), failures: 0 };
    for (let from = 0; from < removals.length; from += BATCH) {
        const refusal = await refusalOf(run.options);
        if (refusal !== undefined)
            return refusal;
        for (const group of groupsOf(removals.slice(from, from + BATCH))) {
            await (0,p_map/* default */.Ay)(group, (removal) => removeNext(run, progress, removal), { concurrency: sweep_AT_ONCE });
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
    if (error instanceof errors/* PruneError */.Pc)
        return error;
    return new errors/* PruneError */.Pc(`the sweep broke off: ${String(error)}`, "Report this as a bug.", { cause: error });
}
function toldToStop({ name }) {
    return new errors/* PruneError */.Pc(`the sweep of ${name} was told to stop, and stopped between two removals`, "Nothing is half done. What is left goes in the next sweep.");
}
function tooManyFailures({ name }) {
    return new errors/* PruneError */.Pc(`${FAILURES_IN_A_ROW} removals in a row failed, so the sweep of ${name} stopped there`, "See why they failed. What is left goes in the next sweep.");
}

// EXTERNAL MODULE: ./lazy/registry/distribution/host.js + 1 modules
var distribution_host = __webpack_require__(9001);
// EXTERNAL MODULE: ./lazy/registry/open.js + 1 modules
var registry_open = __webpack_require__(8410);
// EXTERNAL MODULE: ./lazy/commands/connection.js
var commands_connection = __webpack_require__(8364);
// EXTERNAL MODULE: ./lazy/commands/listeners.js
var listeners = __webpack_require__(2475);
// EXTERNAL MODULE: ./lazy/commands/collection/collect.js + 1 modules
var collect = __webpack_require__(1897);
;// CONCATENATED MODULE: ./lazy/commands/reclaim.js









const STORAGE_READS = 16;
async function reclaim(settings, given) {
    const hooks = (0,listeners/* withSafeListeners */.v)(given);
    const storage = settings.sweep === undefined ? undefined : await openStorage(settings.sweep.storage);
    const connection = settings.registry === undefined ? undefined : (0,commands_connection/* connectionTo */.m)(settings, settings.registry, hooks);
    const host = connection === undefined ? undefined : await (0,distribution_host/* openHost */.Z)(connection);
    try {
        const run = { settings, hooks, storage, host };
        return settings.collection === undefined || host === undefined || connection === undefined
            ? await sweepAlone(run)
            : await sweepAndCollect(run, { host, connection });
    }
    finally {
        host?.close();
        storage?.close();
    }
}
async function sweepAlone(run) {
    const isDryRun = run.settings.dryRun;
    const swept = await runSweep(run, () => assertNoWrites(run.host), run.hooks.stop);
    return { isDryRun, ...(swept === undefined ? {} : { sweep: swept }) };
}
async function sweepAndCollect(run, { host, connection }) {
    const { settings } = run;
    const isDryRun = settings.dryRun;
    const isContainer = settings.collection?.by.kind === "container";
    let swept;
    if (!isContainer || isDryRun)
        swept = await runSweep(run, () => assertNoWrites(host), run.hooks.stop);
    const sweepWhileDown = async (signal) => {
        swept = await runSweep(run, () => assertDown(host), signal);
        if (swept?.stopped !== undefined)
            throw swept.stopped;
    };
    const registry = await (0,registry_open/* openRegistry */.M)({ ...connection, rights: ["pull"] });
    try {
        const collection = await collectWith(run, {
            registry,
            host,
            ...(isContainer && !isDryRun && run.storage !== undefined ? { sweep: sweepWhileDown } : {}),
        });
        return {
            isDryRun,
            ...(collection === undefined ? {} : { collection }),
            ...(swept === undefined ? {} : { sweep: swept }),
        };
    }
    finally {
        registry.close();
    }
}
async function collectWith({ settings, hooks, storage }, job) {
    if (settings.collection === undefined)
        return undefined;
    return (0,collect.collect)({
        settings: settings.collection,
        ...job,
        concurrency: settings.concurrency,
        pruned: [],
        known: new Map(),
        isDryRun: settings.dryRun,
        ...(storage === undefined
            ? {}
            : {
                freeBytes: storage.freeBytes,
                measure: (blobs) => (0,blob_sizes/* measureEach */.WZ)(blobs, storage.blobBytes, STORAGE_READS),
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
        assertNoWrites: limits.offline ? () => Promise.resolve() : assertUnused,
        stop,
    });
    hooks.say({ kind: "sweep-ended", outcome, isDryRun: settings.dryRun });
    return outcome;
}
async function assertNoWrites(host) {
    if (host === undefined)
        return;
    const pulse = await host.liveness();
    if (pulse.kind === "unknown")
        throw reclaim_unsure(host.name, pulse.why);
    if (pulse.kind === "up")
        await assertReadOnly(host);
}
async function assertReadOnly(host) {
    const [repository] = await host.listRepositories();
    if (repository !== undefined)
        return host.proveReadOnly(repository);
    throw new errors/* PruneError */.Pc(`${host.name} answers, and lists no repository that could show whether it is read-only; nothing was removed`, "Stop the registry for the sweep.");
}
async function assertDown(host) {
    const pulse = await host.liveness();
    if (pulse.kind !== "down")
        throw reclaim_unsure(host.name, pulse.kind === "up" ? "it answers" : pulse.why);
}
function reclaim_unsure(host, why) {
    return new errors/* PruneError */.Pc(`it can't be seen that ${host} is down or read-only: ${why}`, "Nothing more is removed while anybody might push. Stop the registry, or say offline if there is none.");
}

// EXTERNAL MODULE: ./lazy/program/hooks.js + 1 modules
var program_hooks = __webpack_require__(8609);
;// CONCATENATED MODULE: ./lazy/program/reclaim.js



async function runReclaim(settings, door) {
    const hooks = await (0,program_hooks/* openRunHooks */.k)(door);
    const mayGoOn = settings.dryRun || door.ask === undefined || (await door.ask(questionOf(settings)));
    if (!mayGoOn)
        throw new errors/* PruneError */.Pc("You said no, so nothing was done", "Run again when you are ready.");
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


/***/ })

};
