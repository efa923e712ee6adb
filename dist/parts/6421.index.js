export const id = 6421;
export const ids = [6421];
export const modules = {

/***/ 7900:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    U: () => (  OTHERS_WRITE),
    e: () => (  inOwnFolder)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6846);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2691);




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
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (error) {
        if (!["ELOOP", "ENOTDIR"].includes((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__  .$N)(error)))
            throw error;
        throw foreign(path, "it is no folder, but a link or a file");
    }
}
async function assertOwn(path, folder, user) {
    const opened = await folder.stat();
    if (opened.uid !== user)
        throw foreign(path, "it belongs to another user");
    if ((opened.mode & OTHERS_WRITE) !== 0)
        throw foreign(path, "other users may write to it");
    const named = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
    if (named.dev !== opened.dev || named.ino !== opened.ino)
        throw foreign(path, "another took its place");
}
function foreign(path, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_2__  .Pc(`the folder for journals ${path} is not this user's own: ${why}`, "Whoever can write there can exchange a journal, and so what a restore puts back. Nothing was done. " +
        "See who made that folder and remove it, or name a file in journal.");
}


/***/ }),

/***/ 6421:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  CacheFolder: () => (  CacheFolder)
});

var external_node_crypto_ = __webpack_require__(7598);
var promises_ = __webpack_require__(1455);
var external_node_path_ = __webpack_require__(6760);
var own_folder = __webpack_require__(7900);
var read_regular = __webpack_require__(4338);
var json = __webpack_require__(3979);
var media_type = __webpack_require__(134);
var reference = __webpack_require__(1033);
; 




const FORMAT = "prune-image-tags manifests 1";
const MOST_PACK_BYTES = 16 * 1024 * 1024;
class Pack {
    #bodies = new Map();
    #tags = new Map();
    #usedBodies = new Map();
    #usedTags = new Map();
    #usedBytes = 0;
    #isNews = false;
    constructor(text) {
        const [first, ...lines] = text.split("\n");
        if (first !== FORMAT)
            return;
        for (const line of lines) {
            const entry = (0,json .qF)(line);
            const digest = (0,json .$6)(entry, "digest");
            if (digest === undefined || !(0,reference .Bc)(digest))
                continue;
            const [body, tag] = [(0,json .$6)(entry, "body"), (0,json .$6)(entry, "tag")];
            if (body !== undefined)
                this.#bodies.set(digest, body);
            else if (tag !== undefined)
                this.#tags.set(tag, digest);
        }
    }
    digestOf(tag) {
        return this.#tags.get(tag);
    }
    bytesOf(digest) {
        const body = this.#bodies.get(digest);
        if (body === undefined)
            return undefined;
        const bytes = Buffer.from(body, "utf8");
        return digestOfBytes(bytes) === digest ? bytes : undefined;
    }
    note({ digest, body, tag }) {
        const text = body.toString("utf8");
        if (!saysItsType(text) || digestOfBytes(Buffer.from(text, "utf8")) !== digest)
            return;
        this.#isNews ||=
            this.#bodies.get(digest) !== text || (tag !== undefined && this.#tags.get(tag) !== digest);
        if (!this.#usedBodies.has(digest))
            this.#usedBytes += text.length;
        if (this.#usedBytes > MOST_PACK_BYTES)
            this.#usedBodies.clear();
        else
            this.#usedBodies.set(digest, text);
        if (tag !== undefined)
            this.#usedTags.set(tag, digest);
    }
    text() {
        const hasLess = this.#usedBodies.size < this.#bodies.size || this.#usedTags.size < this.#tags.size;
        if (!this.#isNews && !hasLess)
            return undefined;
        const lines = [FORMAT];
        for (const [digest, body] of this.#usedBodies)
            lines.push(JSON.stringify({ digest, body }));
        for (const [tag, digest] of this.#usedTags)
            lines.push(JSON.stringify({ tag, digest }));
        const text = `${lines.join("\n")}\n`;
        return this.#usedBytes > MOST_PACK_BYTES || text.length > MOST_PACK_BYTES ? undefined : text;
    }
}
function digestOfBytes(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
}
function saysItsType(text) {
    const body = (0,json .qF)(text);
    const type = (0,json .Gv)(body) ? body["mediaType"] : undefined;
    return typeof type === "string" && media_type .FG.includes(type);
}

; 






const ENDING = ".manifests";
const DAY_MS = 24 * 60 * 60 * 1000;
const OLDEST_MS = 30 * DAY_MS;
const MOST_ALL_BYTES = 256 * 1024 * 1024;
class CacheFolder {
    #path;
    #packs = new Map();
    constructor(path) {
        this.#path = path;
    }
    at(host) {
        return { of: (repository) => this.#packOf(host, repository) };
    }
    async save(now) {
        const texts = new Map();
        for (const [name, reading] of this.#packs)
            texts.set(name, (await reading).text());
        if (texts.size === 0)
            return;
        await orNothing(async () => {
            await (0,promises_.mkdir)(this.#path, { recursive: true, mode: 0o700 });
            await (0,own_folder .e)(this.#path, async () => {
                for (const [name, text] of texts)
                    await this.#write(name, text, now);
                await this.#tidy(now);
            });
        });
    }
    #packOf(host, repository) {
        const name = (0,external_node_crypto_.createHash)("sha256").update(`${host}/${repository}`).digest("hex") + ENDING;
        const known = this.#packs.get(name);
        if (known !== undefined)
            return known;
        const path = (0,external_node_path_.join)(this.#path, name);
        const reading = orNothing(() => (0,own_folder .e)(this.#path, () => (0,read_regular .VX)(path, MOST_PACK_BYTES))).then((bytes) => new Pack(bytes?.toString("utf8") ?? ""));
        this.#packs.set(name, reading);
        return reading;
    }
    async #write(name, text, now) {
        const path = (0,external_node_path_.join)(this.#path, name);
        if (text === undefined) {
            await orNothing(() => (0,promises_.utimes)(path, new Date(now), new Date(now)));
            return;
        }
        const temporary = (0,external_node_path_.join)(this.#path, `.${(0,external_node_crypto_.randomUUID)()}`);
        try {
            const file = await (0,promises_.open)(temporary, "wx", 0o600);
            try {
                await file.writeFile(text);
            }
            finally {
                await file.close();
            }
            await (0,promises_.rename)(temporary, path);
        }
        catch {
            await orNothing(() => (0,promises_.rm)(temporary, { force: true }));
        }
    }
    async #tidy(now) {
        const files = [];
        for (const name of await (0,promises_.readdir)(this.#path)) {
            const path = (0,external_node_path_.join)(this.#path, name);
            const found = await orNothing(() => (0,promises_.stat)(path));
            const isWhole = name.endsWith(ENDING);
            if (found === undefined || !(isWhole || name.startsWith(".")))
                continue;
            files.push({ path, isWhole, age: now - found.mtimeMs, size: found.size });
        }
        let bytes = 0;
        for (const file of files.sort((a, b) => a.age - b.age)) {
            bytes += file.size;
            const isOld = file.age > (file.isWhole ? OLDEST_MS : DAY_MS);
            if (isOld || bytes > MOST_ALL_BYTES)
                await orNothing(() => (0,promises_.rm)(file.path, { force: true }));
        }
    }
}
async function orNothing(work) {
    try {
        return await work();
    }
    catch {
        return undefined;
    }
}


/***/ })

};
