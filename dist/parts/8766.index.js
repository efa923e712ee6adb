export const id = 8766;
export const ids = [8766,902];
export const modules = {

/***/ 8364:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Wq: () => (  tellingWaits),
    e9: () => (  needsPlainHttp),
    mQ: () => (  connectionTo)
  });
  var _registry_connection_connection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(207);
  var _settings_registries_kinds_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5555);


function tellingWaits(say) {
    return (wait) => {
        say({ kind: "limit-met", ...wait });
    };
}
function needsPlainHttp(host) {
    return !(0,_registry_connection_connection_js__WEBPACK_IMPORTED_MODULE_0__  .U)(host);
}
function connectionTo(settings, { host, scheme }, { userAgent, onSecret, onWait, onUnverified, stop, cacheAt }) {
    const { login, plainHttp, tokenServers, tls, concurrency } = settings;
    return {
        host,
        account: (0,_settings_registries_kinds_js__WEBPACK_IMPORTED_MODULE_1__  .VI)(host, settings),
        ...(scheme === undefined ? {} : { scheme }),
        ...(login === undefined ? {} : { credentials: { kind: "password", ...login } }),
        plainHttp,
        tokenServers,
        ...(tls === undefined ? {} : { tls }),
        concurrency,
        userAgent,
        onSecret,
        ...(onWait === undefined ? {} : { onWait }),
        ...(onUnverified === undefined ? {} : { onUnverified }),
        ...(stop === undefined ? {} : { stop }),
        ...(cacheAt === undefined ? {} : { cache: cacheAt(host) }),
    };
}


/***/ }),

/***/ 8899:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    u: () => (  OpenRegistries)
  });
  var _registry_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1044);
  var _connection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8364);


async function openAccess(connection, { dryRun, untag }) {
    if (dryRun)
        return { kind: "read", registry: await (0,_registry_open_js__WEBPACK_IMPORTED_MODULE_0__  .M)({ ...connection, rights: ["pull"] }) };
    if (untag !== "overwrite") {
        return { kind: "delete", registry: await (0,_registry_open_js__WEBPACK_IMPORTED_MODULE_0__  .M)({ ...connection, rights: ["pull", "delete"] }) };
    }
    const registry = await (0,_registry_open_js__WEBPACK_IMPORTED_MODULE_0__  .M)({ ...connection, rights: ["pull", "push", "delete"] });
    return { kind: "delete", registry, writer: registry };
}
class OpenRegistries {
    #settings;
    #hooks;
    #byHost = new Map();
    #neighbours = new Map();
    constructor(settings, hooks) {
        this.#settings = settings;
        this.#hooks = hooks;
    }
    at(place) {
        const known = this.#byHost.get(place.host);
        if (known !== undefined)
            return known;
        const opened = openAccess((0,_connection_js__WEBPACK_IMPORTED_MODULE_1__  .mQ)(this.#settings, place, this.#hooks), this.#settings);
        this.#byHost.set(place.host, opened);
        return opened;
    }
    async neighboursOf(place, repository) {
        const [first = repository] = repository.split("/");
        const key = `${place.host}/${first}`;
        const known = this.#neighbours.get(key);
        if (known !== undefined)
            return known;
        const { registry } = await this.at(place);
        const listed = registry.listRepositories(new Set([first])).catch(() => undefined);
        this.#neighbours.set(key, listed);
        return listed;
    }
    async close() {
        for (const opened of await Promise.allSettled(this.#byHost.values())) {
            if (opened.status === "fulfilled")
                opened.value.registry.close();
        }
    }
}


/***/ }),

/***/ 7124:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  H: () => (  runDeletions)
});

var errors = __webpack_require__(6846);
var foresee_care = __webpack_require__(3133);
var circuit_breaker = __webpack_require__(2168);
var external_node_crypto_ = __webpack_require__(7598);
var promises_ = __webpack_require__(1455);
var external_node_path_ = __webpack_require__(6760);
var p_map = __webpack_require__(1773);
var own_folder = __webpack_require__(7900);
var read_regular = __webpack_require__(4338);
var json = __webpack_require__(3979);
var media_type = __webpack_require__(134);
var reference = __webpack_require__(1033);
var content_digest = __webpack_require__(5664);
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
        return (0,content_digest .e)("sha256", bytes) === digest ? bytes : undefined;
    }
    note({ digest, body, tag }) {
        const text = body.toString("utf8");
        if (!saysItsType(text) || !Buffer.from(text, "utf8").equals(body))
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
const STATS_AT_ONCE = 16;
class CacheFolder {
    #path;
    #packs = new Map();
    #written = new Map();
    #wasTidied = false;
    #isTidy = false;
    #ahead = Promise.resolve();
    constructor(path) {
        this.#path = path;
    }
    at(host) {
        return { of: (repository) => this.#packOf(host, repository) };
    }
    writeAhead(now, target) {
        const name = fileOf(target);
        this.#ahead = this.#ahead.then(() => this.#inFolder(async () => {
            await this.#write(name, this.#packs.get(name), now);
            if (!this.#wasTidied)
                await this.#tidyUp(now);
        }));
    }
    async save(now, only) {
        await this.#ahead;
        const names = only === undefined ? [...this.#packs.keys()] : [fileOf(only)];
        const packs = names.map((name) => [name, this.#packs.get(name)]);
        if (packs.every(([, reading]) => reading === undefined))
            return;
        await this.#inFolder(async () => {
            for (const [name, reading] of packs)
                await this.#write(name, reading, now);
        });
        for (const name of names) {
            this.#packs.delete(name);
            this.#written.delete(name);
        }
    }
    async end(now) {
        await this.save(now);
        if (!this.#isTidy)
            await orNothing(() => (0,own_folder .e)(this.#path, () => this.#tidyUp(now)));
    }
    #packOf(host, repository) {
        const name = fileOf({ host, repository });
        const known = this.#packs.get(name);
        if (known !== undefined)
            return known;
        const path = (0,external_node_path_.join)(this.#path, name);
        const reading = orNothing(() => (0,own_folder .e)(this.#path, () => (0,read_regular .VX)(path, MOST_PACK_BYTES))).then((bytes) => new Pack(bytes?.toString("utf8") ?? ""));
        this.#packs.set(name, reading);
        return reading;
    }
    #inFolder(use) {
        return orNothing(async () => {
            await (0,promises_.mkdir)(this.#path, { recursive: true, mode: 0o700 });
            await (0,own_folder .e)(this.#path, use);
        });
    }
    async #write(name, reading, now) {
        if (reading === undefined)
            return;
        const path = (0,external_node_path_.join)(this.#path, name);
        const text = (await reading).text();
        if (text === this.#written.get(name) && text !== undefined)
            return;
        if (text === undefined) {
            await orNothing(() => (0,promises_.utimes)(path, new Date(now), new Date(now)));
            return;
        }
        this.#written.set(name, text);
        this.#isTidy = false;
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
    async #tidyUp(now) {
        this.#wasTidied = true;
        this.#isTidy = true;
        const names = await (0,promises_.readdir)(this.#path);
        const seen = await (0,p_map .Ay)(names, async (name) => {
            const path = (0,external_node_path_.join)(this.#path, name);
            const found = await orNothing(() => (0,promises_.stat)(path));
            const isWhole = name.endsWith(ENDING);
            if (found === undefined || !(isWhole || name.startsWith(".")))
                return [];
            return [{ path, isWhole, age: now - found.mtimeMs, size: found.size }];
        }, { concurrency: STATS_AT_ONCE });
        let bytes = 0;
        for (const file of seen.flat().sort((a, b) => a.age - b.age)) {
            bytes += file.size;
            const isOld = file.age > (file.isWhole ? OLDEST_MS : DAY_MS);
            if (isOld || bytes > MOST_ALL_BYTES)
                await orNothing(() => (0,promises_.rm)(file.path, { force: true }));
        }
    }
}
function fileOf({ host, repository }) {
    return (0,external_node_crypto_.createHash)("sha256").update(`${host}/${repository}`).digest("hex") + ENDING;
}
async function orNothing(work) {
    try {
        return await work();
    }
    catch {
        return undefined;
    }
}

var connection = __webpack_require__(8364);
var access = __webpack_require__(8899);
var listeners = __webpack_require__(2475);
var find_places = __webpack_require__(5135);
var verdict = __webpack_require__(3387);
; 


function exceededLimit({ verdicts, untagged }, most) {
    const going = verdicts.filter(verdict .n).length + untagged.filter(({ kind }) => kind === "delete").length;
    const all = verdicts.length + untagged.filter((each) => each.kind === "delete" || each.why !== "no-limit").length;
    const allowed = most.kind === "count" ? most.count : (most.percent * all) / 100 + 1e-9;
    if (going <= allowed)
        return undefined;
    const limit = most.kind === "count" ? String(most.count) : `${most.percent}%`;
    return new errors .Pc(`${going} of ${all} ${all === verdicts.length ? "tags" : "tags and untagged images"} would go, and max-deletions is ${limit}, so nothing is deleted there`, "See in the plan whether that is what you want; if it is, raise max-deletions, or leave it out for this run.");
}

var in_use = __webpack_require__(4849);
var pattern_use = __webpack_require__(9982);
var policy_policy = __webpack_require__(1774);
var observe = __webpack_require__(3440);
var plan_with_lookups = __webpack_require__(114);
var repository_plan = __webpack_require__(8541);
; 








async function decideByPolicy(site, { policies, maxDeletions }, run) {
    const { repository, target } = site;
    const { journals } = run;
    const { say } = run.hooks;
    const policy = (0,policy_policy .KV)(target, policies);
    if (policy.rules.length === 0)
        return { kind: "nothing", repository, why: "no-rule" };
    const reading = (0,repository_plan .MU)(site, run);
    const others = journals.leftoversOf(repository);
    const inUse = (0,in_use .Yp)(policy.protect, target.repository);
    const [observation] = await Promise.all([
        (0,observe .lB)(reading, { ...target, others, inUse }, say),
        journals.lookForOthers(repository),
    ]);
    if (observation.kind !== "snapshot")
        return { kind: "nothing", repository, why: observation.kind };
    const { manifests } = observation.snapshot;
    const leftovers = new Set(others.filter((digest) => manifests.has(digest)));
    await journals.closeGone(repository, new Set(others.filter((digest) => !manifests.has(digest))));
    if (leftovers.size > 0)
        say({ kind: "leftovers", repository, manifests: leftovers.size });
    const snapshot = { ...observation.snapshot, leftovers };
    const decided = await (0,plan_with_lookups .n)({ ...reading, ...besideOf(site, maxDeletions, run) }, snapshot, policy);
    const patterns = [...(0,pattern_use .t)(decided.snapshot, policy), ...(0,pattern_use .f)(target, policies)];
    const refused = maxDeletions === undefined ? undefined : exceededLimit(decided.plan, maxDeletions);
    return { kind: "decided", ...decided, patterns, ...(refused === undefined ? {} : { refused }) };
}
function besideOf({ access, target: { repository } }, maxDeletions, { hooks }) {
    if (access.kind === "read" || hooks.confirm !== undefined)
        return {};
    const { registry } = access;
    return {
        beside: (decided) => {
            const { plan } = decided;
            const isRefused = maxDeletions !== undefined && exceededLimit(plan, maxDeletions) !== undefined;
            if (plan.deletions.length === 0 || isRefused)
                return Promise.resolve();
            const at = { registry, repository };
            return Promise.allSettled([registry.proveDeletes(repository), (0,foresee_care .F)(decided, at)]);
        },
    };
}

var places = __webpack_require__(4845);
; 




async function planPlace(place, run) {
    const { say } = run.hooks;
    const repository = (0,places .A)(place);
    say({ kind: "repository-started", repository });
    const plan = await makePlan(place, run).catch((thrown) => {
        const error = (0,errors .Di)(thrown, `the plan for ${repository}`);
        return { kind: "over", outcome: { kind: "failed", repository, error } };
    });
    if (plan.kind === "over")
        say({ kind: "repository-ended", outcome: plan.outcome });
    else
        say({ ...(0,repository_plan .JV)(plan), kind: "planned" });
    return plan;
}
async function makePlan(place, run) {
    const { reference, target } = place;
    const site = { repository: (0,places .A)(place), target, access: await run.registries.at(reference) };
    const decision = await decide(site, run);
    if (decision.kind !== "decided")
        return { kind: "over", outcome: await endOf(decision, place, run) };
    return { ...decision, ...site, ...(0,repository_plan .$$)(decision.plan, decision.snapshot), kind: "planned" };
}
async function endOf(decision, place, run) {
    const { by } = run.job;
    const { why } = decision;
    if (why !== "no-tags" && why !== "unknown-repository")
        return decision;
    if (place.isFound === true)
        return { ...decision, why: "left-empty" };
    if (why === "no-tags" || by.kind !== "policy")
        return decision;
    const { endOfUnknown } = await __webpack_require__.e(/* import() */ 4561).then(__webpack_require__.bind(__webpack_require__, 4561));
    return endOfUnknown(place, by, run);
}
async function decide(site, run) {
    const { by } = run.job;
    if (by.kind === "policy")
        return decideByPolicy(site, by, run);
    const { decideBySavedPlan } = await __webpack_require__.e(/* import() */ 9253).then(__webpack_require__.bind(__webpack_require__, 9253));
    return decideBySavedPlan(site, by, run);
}

; 




async function confirmedPlans(run) {
    let plans = await planAll(run);
    while (await isAgreed(plans, run)) {
        const again = await planAll(run);
        if (deletionsOf(again) === deletionsOf(plans))
            return again;
        plans = again;
    }
    return plans;
}
async function planAll(run) {
    const { places, outcomes } = await (0,find_places .C)(run);
    const plans = [];
    for (const place of places)
        plans.push(await planPlace(place, run));
    return [...plans, ...outcomes.map((outcome) => ({ kind: "over", outcome }))];
}
async function isAgreed(plans, { job, hooks }) {
    const made = plans.flatMap((plan) => (plan.kind === "planned" ? [plan] : []));
    await hooks.savePlans?.(made.map(repository_plan .JV));
    const doable = made.filter(({ plan: { deletions }, refused }) => deletions.length > 0 && refused === undefined);
    if (job.dryRun || hooks.confirm === undefined || doable.length === 0)
        return false;
    if (await hooks.confirm(doable.map(repository_plan .JV)))
        return true;
    throw new errors .Pc("You said no, so nothing was deleted", "Run again when you are ready.");
}
function deletionsOf(plans) {
    return JSON.stringify(plans.map((plan) => (plan.kind === "planned" ? [plan.repository, plan.plan.deletions] : [])));
}

var external_node_os_ = __webpack_require__(8161);
var spare_folders = __webpack_require__(8138);
var system_error = __webpack_require__(2691);
var local_file = __webpack_require__(8673);
; 







const HOLDS_BYTES = 4 * 1024 * 1024;
const MOST_BYTES = 4 * 1024 * 1024 * 1024;
function createSpool(holds = HOLDS_BYTES, most = MOST_BYTES) {
    return new OverflowingSpool(holds, most);
}
class OverflowingSpool {
    #holds;
    #left;
    #entries = new Map();
    #held = [];
    #heldBytes = 0;
    #end = 0;
    #files = [];
    #writing = Promise.resolve();
    constructor(holds, most) {
        this.#holds = holds;
        this.#left = most;
    }
    async keep({ digest, mediaType, body }) {
        if (!this.#entries.has(digest)) {
            if (body.length > this.#left)
                throw tooMuch();
            this.#left -= body.length;
            const entry = { mediaType, length: body.length, body, position: 0 };
            this.#entries.set(digest, entry);
            this.#held.push(entry);
            this.#heldBytes += body.length;
            if (this.#heldBytes > this.#holds)
                this.#spill();
        }
        await this.#writing;
    }
    #spill() {
        const entries = this.#held;
        this.#held = [];
        this.#heldBytes = 0;
        this.#writing = this.#writing.then(() => this.#write(entries));
        this.#writing.catch(() => undefined);
    }
    async #write(entries) {
        const file = await this.#append(Buffer.concat(entries.flatMap(({ body }) => body ?? [])));
        for (const entry of entries) {
            entry.file = file;
            entry.position = this.#end;
            entry.body = undefined;
            this.#end += entry.length;
        }
    }
    async #append(bytes) {
        let first;
        const last = this.#files.at(-1);
        const bases = (0,spare_folders .fN)({ env: process.env, temporary: (0,external_node_os_.tmpdir)(), platform: process.platform });
        const tries = [
            ...(last === undefined ? [] : [last]),
            ...bases.slice(last === undefined ? 0 : bases.indexOf(last.base) + 1),
        ];
        for (const place of tries) {
            try {
                const isNew = typeof place === "string";
                const file = isNew ? await openTemporary(place) : place;
                if (isNew) {
                    this.#files.push(file);
                    this.#end = 0;
                }
                await (0,local_file .f8)(file.file, bytes, this.#end);
                return file;
            }
            catch (error) {
                first ??=
                    error instanceof errors .Pc
                        ? error
                        : failed(typeof place === "string" ? place : place.base, "written", error);
            }
        }
        throw first;
    }
    async read(digest) {
        const entry = this.#entries.get(digest);
        if (entry === undefined)
            return undefined;
        return { mediaType: entry.mediaType, body: entry.body ?? (await readBack(entry)) };
    }
    async close() {
        await this.#writing.catch(() => undefined);
        for (const { file, folder } of this.#files) {
            await file.close().catch(() => undefined);
            await remove(folder);
        }
    }
}
async function readBack({ file, length, position }) {
    const body = Buffer.alloc(length);
    try {
        const { bytesRead = 0 } = (await file?.file.read(body, 0, length, position)) ?? {};
        if (bytesRead < length)
            throw new Error("it is shorter than what was written to it");
    }
    catch (error) {
        throw failed(file?.base ?? "", "read", error);
    }
    return body;
}
async function openTemporary(base) {
    try {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(base, "prune-image-tags-"));
        try {
            return { file: await (0,promises_.open)((0,external_node_path_.join)(folder, "manifests"), "wx+", 0o600), base, folder };
        }
        finally {
            await remove(folder);
        }
    }
    catch (error) {
        throw failed(base, "written", error);
    }
}
async function remove(folder) {
    await (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
}
function tooMuch() {
    return new errors .Pc(`the manifests that were read have more than ${MOST_BYTES / 1024 ** 3} GiB in all, which is more than is put aside`, "Nothing was deleted in this repository. See what was pushed there: a manifest has some kilobytes.");
}
function failed(base, what, cause) {
    return new errors .Pc(`the manifests that were read can't be put aside: a temporary file in ${base} can't be ${what}: ${(0,system_error .fG)(cause)}`, "Nothing was deleted. Make room there, or name another folder in the environment variable TMPDIR, and run again.", { cause });
}

; 

const NO_JOURNAL = new Map();
async function readEarlier(path, say) {
    const isThere = await (0,promises_.stat)(path).then(({ size }) => size > 0, () => false);
    if (!isThere)
        return NO_JOURNAL;
    const { readJournal } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(6860)]).then(__webpack_require__.bind(__webpack_require__, 6860));
    const { repositories, tornLines } = await readJournal(path);
    if (tornLines > 0)
        say({ kind: "journal-torn", path, lines: tornLines });
    return repositories;
}

; 



class OtherJournals {
    #folders;
    #found;
    constructor(folders) {
        this.#folders = folders;
    }
    async pathOf(repository) {
        this.#found ??= this.#find();
        for (const { path, repositories } of await this.#found) {
            if ((await repositories()).has(repository))
                return path;
        }
        return undefined;
    }
    async #find() {
        const { journalFolder, spareFolders = [] } = this.#folders;
        const others = spareFolders.map((folder) => (0,external_node_path_.join)(folder, (0,spare_folders .zQ)(process.getuid?.())));
        const found = [];
        for (const folder of [...(journalFolder === undefined ? [] : [journalFolder]), ...others]) {
            if (!(await hasEntries(folder)))
                continue;
            const { isOwnFolder } = await __webpack_require__.e(/* import() */ 8403).then(__webpack_require__.bind(__webpack_require__, 8403));
            if (folder !== journalFolder && !(await isOwnFolder(folder)))
                continue;
            const { unfinishedJournals } = await __webpack_require__.e(/* import() */ 9825).then(__webpack_require__.bind(__webpack_require__, 9825));
            found.push(...(await unfinishedJournals(folder)));
        }
        return found;
    }
}
async function hasEntries(folder) {
    const names = await (0,promises_.readdir)(folder).catch(() => []);
    return names.length > 0;
}

; 



async function createJournals(settings, hooks) {
    const { dryRun, journal: path } = settings;
    const earlier = path === undefined ? NO_JOURNAL : await readEarlier(path, hooks.say);
    return new RunJournals(settings, hooks, { earlier, spool: dryRun ? undefined : createSpool() });
}
class RunJournals {
    keep;
    #settings;
    #hooks;
    #ready;
    #looked = new Set();
    #others;
    #elsewhere = [];
    #opened;
    #opening;
    constructor(settings, hooks, ready) {
        this.#settings = settings;
        this.#hooks = hooks;
        this.#ready = ready;
        this.#others = new OtherJournals(hooks);
        const { spool } = ready;
        if (spool !== undefined)
            this.keep = (found) => spool.keep(found);
    }
    get path() {
        return this.#opened?.path();
    }
    get elsewhere() {
        return this.#elsewhere;
    }
    leftoversOf(repository) {
        return [...(this.#ready.earlier.get(repository)?.leftovers ?? [])];
    }
    async closeGone(repository, gone) {
        if (this.#settings.dryRun || gone.size === 0)
            return;
        const journal = await this.#open();
        for (const deletion of this.#ready.earlier.get(repository)?.deletions ?? []) {
            if (deletion.kind === "manifest" && gone.has(deletion.digest)) {
                journal.outcome(repository, { kind: "gone", deletion });
            }
        }
    }
    async lookForOthers(repository) {
        if (this.#settings.journal !== undefined || this.#looked.has(repository))
            return;
        this.#looked.add(repository);
        const path = await this.#others.pathOf(repository);
        if (path !== undefined)
            this.#hooks.say({ kind: "journal-left", repository, path });
    }
    recorderOf(repository) {
        loadJournal().catch(() => undefined);
        return {
            begin: async (deletions) => {
                const journal = await this.#open();
                await journal.begin(repository, deletions, async (digest) => this.#ready.spool?.read(digest));
            },
            outcome: (outcome) => this.#opened?.outcome(repository, outcome),
        };
    }
    async lost(repository, harm) {
        const journal = this.#opened;
        if (journal === undefined)
            return;
        const read = async (digest) => this.#ready.spool?.read(digest);
        const { lostParts } = await __webpack_require__.e(/* import() */ 7828).then(__webpack_require__.bind(__webpack_require__, 7828));
        const root = harm.kind === "part-missing" ? harm.missing : harm.image;
        await journal.keep(repository, await lostParts(root, read), read);
        if (harm.kind !== "part-missing")
            await journal.lost(repository, harm.tag, harm.image);
    }
    async settle() {
        await this.#opened?.settle();
    }
    async close() {
        await this.#opened?.close();
        await this.#ready.spool?.close();
    }
    #open() {
        this.#opening ??= this.#openFirst().catch((thrown) => {
            this.#opening = undefined;
            throw thrown;
        });
        return this.#opening;
    }
    async #openFirst() {
        const { journal: path } = this.#settings;
        const { tool, journalFolder, spareFolders = [], say, isLogTaken } = this.#hooks;
        const first = path === undefined ? folderPlace(journalFolder) : { kind: "file", path };
        const move = (why, to) => {
            const moved = { what: "journal", why, ...(to === undefined ? {} : { path: to }) };
            this.#elsewhere.push(moved);
            say({ kind: "put-elsewhere", ...moved });
        };
        const places = {
            first,
            spare: spareFolders,
            onOpen: (opened, why) => {
                if (why !== undefined)
                    move(why, opened);
                say({ kind: "journal-opened", path: opened });
            },
            onLogged: (line, why) => {
                if (why !== undefined)
                    move(why);
                say({ kind: "journal-line", line });
            },
            isLogTaken,
        };
        const { openMoving: open } = await loadJournal();
        return (this.#opened = await open(places, { tool, created: new Date() }));
    }
}
function folderPlace(path) {
    return path === undefined ? undefined : { kind: "folder", path };
}
function loadJournal() {
    return __webpack_require__.e(/* import() */ 3895).then(__webpack_require__.bind(__webpack_require__, 3895));
}

; 

const MOST_AHEAD = 16;
const MOST_TAGS = 5000;
class PlansAhead {
    #run;
    #places;
    #ahead = [];
    #sizes = [];
    #begun = 0;
    #most = 1;
    constructor(places, run) {
        this.#places = places;
        this.#run = run;
    }
    async next() {
        const current = this.#begin();
        current.tell();
        const plan = await current.plan;
        this.#learn(plan);
        return plan;
    }
    #begin() {
        while (this.#ahead.length < this.#most) {
            const place = this.#places[this.#begun];
            if (place === undefined)
                break;
            this.#begun += 1;
            this.#ahead.push(planAhead(place, this.#run));
        }
        const first = this.#ahead.shift();
        if (first === undefined)
            throw new RangeError("all places had their turn");
        return first;
    }
    #learn(plan) {
        if (plan.kind === "over")
            return;
        this.#sizes = [...this.#sizes, plan.snapshot.tags.length].slice(-MOST_AHEAD);
        const fits = Math.floor(MOST_TAGS / Math.max(...this.#sizes, 1));
        const { readsBesideList } = plan.access.registry;
        this.#most = readsBesideList ? Math.min(MOST_AHEAD, Math.max(1, fits)) : 1;
    }
}
function planAhead(place, run) {
    const waiting = [];
    let isTurn = false;
    const say = (event) => {
        if (isTurn)
            run.hooks.say(event);
        else
            waiting.push(event);
    };
    return {
        plan: planPlace(place, { ...run, hooks: { ...run.hooks, say } }),
        tell: () => {
            isTurn = true;
            for (const event of waiting.splice(0))
                run.hooks.say(event);
        },
    };
}

var image_manifest = __webpack_require__(8544);
; 

class RunResults {
    #run;
    #outcomes = [];
    #patterns = new Map();
    #registries = new Set();
    #pruned = [];
    #known = new Map();
    #couldBeRead = true;
    constructor(run) {
        this.#run = run;
    }
    get pruned() {
        return this.#pruned;
    }
    get known() {
        return this.#known;
    }
    get unused() {
        return this.#couldBeRead ? [...this.#patterns.values()].filter(({ isUsed }) => !isUsed) : [];
    }
    get result() {
        const { job, journals } = this.#run;
        return {
            isDryRun: job.dryRun,
            outcomes: this.#outcomes,
            unused: this.unused,
            undo: new Set([...this.#registries].map((registry) => registry.undo())),
            ...(journals.path === undefined ? {} : { journal: journals.path }),
            ...(journals.elsewhere.length === 0 ? {} : { elsewhere: journals.elsewhere }),
        };
    }
    planned(plan) {
        if (plan.kind === "over") {
            if (plan.outcome.kind === "failed")
                this.#couldBeRead = false;
            return;
        }
        this.#registries.add(plan.access.registry);
        for (const use of plan.patterns ?? []) {
            const name = `${use.setting}: ${use.text}`;
            if (use.isUsed || !this.#patterns.has(name))
                this.#patterns.set(name, use);
        }
    }
    over(outcome) {
        this.#outcomes.push(outcome);
    }
    ended({ snapshot }, outcome) {
        this.#outcomes.push(outcome);
        if (hasDeleted(outcome))
            this.#pruned.push(snapshot.repository);
        if (this.#run.job.collection === undefined)
            return;
        for (const [digest, manifest] of snapshot.manifests) {
            for (const { digest: named, bytes } of [{ digest, bytes: manifest.bytes }, ...(0,image_manifest .OR)(manifest)]) {
                if (bytes !== undefined)
                    this.#known.set(named, bytes);
            }
        }
    }
}
function hasDeleted(outcome) {
    return outcome.kind === "applied" && outcome.deletions.some(({ kind }) => kind === "deleted");
}
function withCountedSizes(outcome) {
    if (outcome.kind === "nothing" || outcome.plan === undefined)
        return outcome;
    const counted = new Map(outcome.plan.verdicts.flatMap((verdict) => {
        const size = verdict.kind === "delete" ? outcome.sizes?.get(verdict.digest) : undefined;
        return verdict.kind === "delete" && size !== undefined ? [[verdict.digest, size]] : [];
    }));
    return { ...outcome, sizes: counted };
}

; 

function orUndeleted(planned, { stop }) {
    const { repository, access, plan, reclaimable, sizes, refused } = planned;
    const base = { repository, plan, sizes };
    const over = (outcome) => ({ kind: "over", outcome });
    if (refused !== undefined)
        return over({ kind: "failed", ...base, error: refused });
    if (access.kind === "read")
        return over({ kind: "planned", ...base, reclaimable });
    if (plan.deletions.length === 0) {
        const nothing = { deletions: [], deleted: [], notes: [], harm: [] };
        return over({ kind: "applied", ...base, ...nothing, reclaimable: { bytes: 0, isLeast: false } });
    }
    if (stop?.aborted === true)
        return over({ kind: "failed", ...base, error: (0,circuit_breaker .lA)(repository) });
    return { ...planned, access };
}

; 














async function runDeletions(job, given) {
    const hooks = (0,listeners .v)(given);
    const journals = await createJournals(job, hooks);
    const cache = openCache(job, hooks);
    const registries = new access .u(job, {
        ...hooks,
        onWait: (0,connection .Wq)(hooks.say),
        cacheAt: cache && ((host) => cache.at(host)),
    });
    const run = { job, hooks, registries, journals, ...(cache === undefined ? {} : { cache }) };
    try {
        const { first, collection } = job;
        if (collection === undefined || first === undefined)
            return (await planAndExecute(run)).result;
        const { executeAndCollect } = await __webpack_require__.e(/* import() */ 5087).then(__webpack_require__.bind(__webpack_require__, 5087));
        return await executeAndCollect(run, first, planAndExecute);
    }
    finally {
        await Promise.all([journals.close(), registries.close(), cache?.end(Date.now())]);
    }
}
function openCache({ cache }, { cacheFolder }) {
    const path = cache.kind === "folder" ? cache.path : cache.kind === "default" ? cacheFolder : undefined;
    return path === undefined ? undefined : new CacheFolder(path);
}
async function planAndExecute(run) {
    const endsAt = performance.now() + (run.job.timeLimit ?? Infinity);
    if (!run.job.dryRun)
        loadExecution().catch(() => undefined);
    return isOneByOne(run) ? executeOneByOne(run, endsAt) : executeAll(await confirmedPlans(run), run, endsAt);
}
function isOneByOne({ job, hooks }) {
    const isAsked = hooks.confirm !== undefined && !job.dryRun;
    return !isAsked && hooks.savePlans === undefined && job.timeLimit === undefined;
}
async function executeAll(plans, run, endsAt) {
    const results = new RunResults(run);
    for (const plan of plans)
        results.planned(plan);
    tellUnused(results, run);
    for (const plan of plans) {
        if (plan.kind === "over")
            results.over(plan.outcome);
        else
            results.ended(plan, await execute(plan, run, endsAt));
    }
    return results;
}
async function executeOneByOne(run, endsAt) {
    const results = new RunResults(run);
    const { places, outcomes } = await (0,find_places .C)(run);
    for (const outcome of outcomes)
        results.planned({ kind: "over", outcome });
    const plans = new PlansAhead(places, run);
    for (const [index, place] of places.entries()) {
        const isLast = index === places.length - 1;
        const plan = index > 0 && isToldToStop(run) ? notBegun(place) : await plans.next();
        results.planned(plan);
        if (isLast)
            tellUnused(results, run);
        if (plan.kind === "over") {
            results.over(plan.outcome);
        }
        else {
            const outcome = await execute(plan, run, endsAt);
            results.ended(plan, isLast ? outcome : withCountedSizes(outcome));
        }
        if (!isLast)
            await run.cache?.save(Date.now(), place.target);
    }
    for (const outcome of outcomes)
        results.over(outcome);
    return results;
}
async function execute(plan, run, endsAt) {
    await foreseeCare(plan, run);
    const ready = orUndeleted(plan, run.hooks);
    run.cache?.writeAhead(Date.now(), plan.target);
    const outcome = ready.kind === "over" ? ready.outcome : await executeDeletions(ready, run, endsAt);
    await run.journals.settle();
    run.hooks.say({ kind: "repository-ended", outcome });
    return outcome;
}
async function foreseeCare(planned, { hooks }) {
    const { access, refused, plan, target } = planned;
    if (access.kind !== "read" || refused !== undefined || plan.deletions.length === 0)
        return;
    const at = { registry: access.registry, repository: target.repository };
    if (await (0,foresee_care .F)(planned, at))
        hooks.say({ kind: "careful", isForeseen: true });
}
async function executeDeletions(plan, run, endsAt) {
    try {
        const { executePlan } = await loadExecution();
        return await executePlan(plan, run, endsAt);
    }
    catch (thrown) {
        const { repository, sizes } = plan;
        const error = (0,errors .Di)(thrown, `the run on ${repository}`);
        return { kind: "failed", repository, plan: plan.plan, sizes, error };
    }
}
function loadExecution() {
    return __webpack_require__.e(/* import() */ 2404).then(__webpack_require__.bind(__webpack_require__, 23));
}
function tellUnused({ unused }, { hooks }) {
    if (unused.length > 0)
        hooks.say({ kind: "patterns-unused", patterns: unused });
}
function isToldToStop({ job, hooks }) {
    return !job.dryRun && hooks.stop?.aborted === true;
}
function notBegun(place) {
    const repository = (0,places .A)(place);
    return { kind: "over", outcome: { kind: "failed", repository, error: (0,circuit_breaker .lA)(repository) } };
}


/***/ }),

/***/ 5135:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  findPlaces),
    K: () => (  matchCatalogs)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1033);
  var _core_policy_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1774);
  var _places_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4845);




async function findPlaces(run) {
    const found = await placesIn(run);
    const repositories = found.places.length;
    if (repositories > 1)
        run.hooks.say({ kind: "repositories-found", repositories });
    return found;
}
async function placesIn({ job: { by }, registries, hooks }) {
    if (by.kind === "saved-plan")
        return { places: by.places, outcomes: [] };
    const named = (0,_places_js__WEBPACK_IMPORTED_MODULE_3__  .e)(by.images);
    const { places, outcomes } = await matchCatalogs(by, registries);
    const others = places.filter(({ target }) => !named.some((place) => (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .ve)(place.target, target)));
    const ruled = others.filter((place) => hasRule(by, place));
    if (ruled.length < others.length) {
        hooks.say({ kind: "repositories-unruled", repositories: others.length - ruled.length });
    }
    for (const outcome of outcomes)
        hooks.say({ kind: "repository-ended", outcome });
    return { places: [...named, ...ruled], outcomes };
}
function hasRule({ policies }, { target }) {
    return (0,_core_policy_policy_js__WEBPACK_IMPORTED_MODULE_2__  .KV)(target, policies).rules.length > 0;
}
async function matchCatalogs({ globs, ifMissing }, registries) {
    const catalogs = new Map();
    const places = new Map();
    const outcomes = [];
    for (const glob of globs) {
        const { host, pattern, matches } = glob;
        const below = globs.flatMap((other) => (other.host === host ? [other.first] : []));
        const catalog = catalogs.get(host) ?? readCatalog(registries, glob, new Set(below));
        catalogs.set(host, catalog);
        const repository = `${host}/${pattern}`;
        try {
            const names = await catalog;
            const found = names.filter(matches);
            for (const name of found)
                places.set(`${host}/${name}`, placeOf(glob, name));
            if (found.length === 0) {
                const { endOfUnmatched } = await __webpack_require__.e(/* import() */ 4561).then(__webpack_require__.bind(__webpack_require__, 4561));
                outcomes.push(endOfUnmatched(glob, names, ifMissing));
            }
        }
        catch (thrown) {
            const error = (0,_core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Di)(thrown, "the list of repositories");
            outcomes.push({ kind: "failed", repository, error });
        }
    }
    return { places: [...places.values()], outcomes };
}
async function readCatalog(registries, glob, below) {
    const { registry } = await registries.at(glob);
    return registry.listRepositories(below);
}
function placeOf({ scheme, host }, repository) {
    return {
        reference: { host, ...(scheme === undefined ? {} : { scheme }) },
        target: { host, repository, tags: [], digests: [] },
        isFound: true,
    };
}


/***/ }),

/***/ 4845:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  nameOfPlace),
    e: () => (  placesOf)
  });
  var _core_base_grouped_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6011);

function nameOfPlace({ target: { host, repository } }) {
    return `${host}/${repository}`;
}
function placesOf(images) {
    const byName = (0,_core_base_grouped_js__WEBPACK_IMPORTED_MODULE_0__  .z)(images.map((image) => [`${image.host}/${image.repository}`, image]));
    return [...byName.values()].flatMap((named) => {
        const [reference] = named;
        if (reference === undefined)
            return [];
        const { host, repository } = reference;
        const tags = named.flatMap(({ tag }) => tag ?? []);
        const digests = named.flatMap(({ digest }) => digest ?? []);
        return { reference, target: { host, repository, tags, digests } };
    });
}


/***/ }),

/***/ 8541:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $$: () => (  bytesOf),
    JV: () => (  shownPart),
    MU: () => (  readingOf)
  });
  var _core_image_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7730);

function readingOf({ access: { registry }, target: { repository } }, { job: { concurrency }, journals: { keep } }) {
    return { registry, repository, concurrency, ...(keep === undefined ? {} : { keep }) };
}
function bytesOf({ deletions }, snapshot) {
    const gone = new Set();
    for (const deletion of deletions)
        if (deletion.kind === "manifest")
            gone.add(deletion.digest);
    const { all, each } = (0,_core_image_bytes_js__WEBPACK_IMPORTED_MODULE_0__  .Pl)(snapshot, gone);
    return { reclaimable: all, sizes: each };
}
function shownPart({ repository, plan, reclaimable, sizes }) {
    return { repository, plan, reclaimable, sizes };
}


/***/ }),

/***/ 2475:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    v: () => (  withSafeListeners)
  });
  var _core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2810);

function withSafeListeners(hooks) {
    const { say, willStop, onBrokenListener } = hooks;
    return {
        ...hooks,
        say: (0,_core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_0__  .z)(say, onBrokenListener),
        ...(willStop === undefined ? {} : { willStop: (0,_core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_0__  .z)(willStop, onBrokenListener) }),
    };
}


/***/ }),

/***/ 3065:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Je: () => (  estimatedDuration),
    Jh: () => (  elapsedDuration),
    gf: () => (  exactDuration),
    pE: () => (  waitingTime)
  });
  var _count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4578);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const SECONDS = [SECOND, "second"];
const MINUTES = [MINUTE, "minute"];
const HOURS = [HOUR, "hour"];
const DAYS = [DAY, "day"];
const WEEKS = [WEEK, "week"];
function exactDuration(ms) {
    const [unit, noun] = [WEEKS, DAYS, HOURS, MINUTES].find(([length]) => ms % length === 0) ?? SECONDS;
    return (0,_count_js__WEBPACK_IMPORTED_MODULE_0__  .U)(Math.round((ms / unit) * 10) / 10, noun);
}
const STEPS = [
    [57.5 * SECOND, 5 * SECOND, SECONDS],
    [105 * SECOND, 10 * SECOND, SECONDS],
    [20.5 * MINUTE, MINUTE, MINUTES],
    [92.5 * MINUTE, 5 * MINUTE, MINUTES],
    [9.75 * HOUR, HOUR / 2, HOURS],
    [47.5 * HOUR, HOUR, HOURS],
];
function estimatedDuration(ms) {
    if (ms < 7.5 * SECOND)
        return "a few seconds";
    const [, nearest, [unit, noun]] = STEPS.find(([below]) => ms < below) ?? [0, DAY, DAYS];
    return `about ${(0,_count_js__WEBPACK_IMPORTED_MODULE_0__  .U)((Math.round(ms / nearest) * nearest) / unit, noun)}`;
}
function elapsedDuration(ms) {
    const whole = Math.round(ms / SECOND) * SECOND;
    if (whole >= HOUR)
        return inTwoUnits(whole, HOURS, MINUTES);
    return whole >= MINUTE ? inTwoUnits(whole, MINUTES, SECONDS) : (0,_count_js__WEBPACK_IMPORTED_MODULE_0__  .U)(whole / SECOND, "second");
}
function inTwoUnits(ms, [great, noun], [small, smallNoun]) {
    const rest = Math.floor((ms % great) / small);
    return `${(0,_count_js__WEBPACK_IMPORTED_MODULE_0__  .U)(Math.floor(ms / great), noun)}${rest === 0 ? "" : ` ${(0,_count_js__WEBPACK_IMPORTED_MODULE_0__  .U)(rest, smallNoun)}`}`;
}
function waitingTime(ms) {
    const seconds = Math.max(1, Math.ceil(ms / SECOND));
    return seconds < 100 ? (0,_count_js__WEBPACK_IMPORTED_MODULE_0__  .U)(seconds, "second") : (0,_count_js__WEBPACK_IMPORTED_MODULE_0__  .U)(Math.ceil((seconds * SECOND) / MINUTE), "minute");
}


/***/ }),

/***/ 6011:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    z: () => (  grouped)
  });
function grouped(pairs) {
    const groups = new Map();
    for (const [key, value] of pairs) {
        const group = groups.get(key);
        if (group === undefined)
            groups.set(key, [value]);
        else
            group.push(value);
    }
    return groups;
}


/***/ }),

/***/ 3979:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $6: () => (  textAt),
    Gv: () => (  isObject),
    qF: () => (  parseJson)
  });
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function textAt(value, key) {
    const found = isObject(value) ? value[key] : undefined;
    return typeof found === "string" && found !== "" ? found : undefined;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 5607:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    c: () => (  nearName)
  });
  var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9357);

function nearName(name, known) {
    if (known.includes(name))
        return undefined;
    const slips = known
        .map((other) => ({ other, distance: isSwapped(name, other) ? 1 : (0,leven__WEBPACK_IMPORTED_MODULE_0__  .A)(name, other) }))
        .filter(({ other, distance }) => distance <= mostSlips(Math.min(name.length, other.length)));
    const [nearest] = slips.sort((a, b) => a.distance - b.distance);
    if (nearest !== undefined)
        return nearest.other;
    const [elsewhere, ...others] = known.filter((other) => lastPart(other) === lastPart(name));
    return others.length === 0 ? elsewhere : undefined;
}
function isSwapped(name, other) {
    const places = Array.from({ length: name.length }, (_, index) => index);
    const at = places.find((index) => name[index] !== other[index]) ?? name.length;
    return name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2) === other;
}
function mostSlips(length) {
    if (length < 3)
        return 0;
    if (length < 6)
        return 1;
    return length < 12 ? 2 : 3;
}
function lastPart(name) {
    return name.slice(name.lastIndexOf("/") + 1);
}


/***/ }),

/***/ 8138:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    fN: () => (  spareFolders),
    zJ: () => (  isInMemory),
    zQ: () => (  privateName)
  });
function spareFolders({ env, temporary, platform }) {
    const runtime = env["XDG_RUNTIME_DIR"] ?? "";
    const others = platform === "win32" ? [] : ["/var/tmp", ...(runtime.startsWith("/") ? [runtime] : [])];
    const memory = platform === "linux" ? ["/dev/shm"] : [];
    return [...new Set([temporary, ...others, ...memory])];
}
function privateName(uid) {
    return uid === undefined ? "prune-image-tags" : `prune-image-tags-${uid}`;
}
function isInMemory(path) {
    return /^\/(?:dev\/shm|run)\//.test(path);
}


/***/ }),

/***/ 2404:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    K: () => (  listed),
    p: () => (  nearest)
  });
  var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9357);

function listed(words, last) {
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
function nearest(name, known) {
    const distances = known.map((other) => ({ other, distance: (0,leven__WEBPACK_IMPORTED_MODULE_0__  .A)(name, other) }));
    return distances.sort((a, b) => a.distance - b.distance)[0]?.other ?? "another";
}


/***/ }),

/***/ 7730:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Iv: () => (  blobSizes),
    Pl: () => (  uniqueBytesByImage),
    nx: () => (  uniqueBytes),
    pq: () => (  countOf)
  });
  var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7293);
  var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8544);


function uniqueBytes({ manifests }, gone) {
    return countBytes(gone, manifests, heldBy(manifests, gone));
}
function uniqueBytesByImage({ manifests }, gone) {
    const held = heldBy(manifests, gone);
    const get = (image) => {
        if (!gone.has(image))
            return undefined;
        const parts = [...(0,_graph_js__WEBPACK_IMPORTED_MODULE_0__  .CI)(image, manifests)].filter((digest) => gone.has(digest));
        return countBytes(new Set(parts), manifests, held);
    };
    return { all: countBytes(gone, manifests, held), each: { get } };
}
function countBytes(gone, manifests, held) {
    const sizes = namedSizes(gone, manifests);
    let [bytes, isLeast] = [0, false];
    const add = (size) => {
        if (size === undefined)
            isLeast = true;
        else
            bytes += size;
    };
    for (const digest of gone) {
        const manifest = manifests.get(digest);
        if (manifest === undefined)
            continue;
        if (sizes.has(digest))
            note(sizes, digest, manifest.bytes);
        else
            add(manifest.bytes);
    }
    for (const [digest, size] of sizes) {
        const isLost = gone.has(digest) && manifests.has(digest);
        if (isLost || !held.has(digest))
            add(size);
    }
    return { bytes, isLeast };
}
function blobSizes(manifests) {
    const sizes = namedSizes(manifests.keys(), manifests);
    for (const [digest, { bytes }] of manifests)
        note(sizes, digest, bytes);
    return sizes;
}
function namedSizes(digests, manifests) {
    const sizes = new Map();
    for (const digest of digests) {
        for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__  .OR)(manifests.get(digest)))
            note(sizes, blob.digest, blob.bytes);
    }
    return sizes;
}
function note(sizes, digest, bytes) {
    const known = sizes.get(digest);
    sizes.set(digest, known === undefined || bytes === undefined ? (known ?? bytes) : Math.min(known, bytes));
}
function countOf(digests, sizes) {
    const known = digests.flatMap((digest) => sizes.get(digest) ?? []);
    return { bytes: known.reduce((sum, bytes) => sum + bytes, 0), isLeast: known.length < digests.length };
}
function heldBy(manifests, gone) {
    const held = new Set();
    for (const [digest, manifest] of manifests) {
        if (!gone.has(digest))
            for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__  .OR)(manifest))
                held.add(blob.digest);
    }
    return held;
}


/***/ }),

/***/ 7865:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $: () => (  readCreated),
    h: () => (  ageOf)
  });
  var _date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6953);
  var _graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7293);
  var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3979);



function ageOf(image, { manifests, dates, pushed, datesByPush }) {
    const push = datesByPush === true ? pushed?.get(image) : undefined;
    if (push !== undefined)
        return { kind: "dated", created: push };
    const [own, ...others] = [...(0,_graph_js__WEBPACK_IMPORTED_MODULE_1__  .PG)([image], manifests)].map((digest) => manifests.get(digest));
    const images = [own, ...others].flatMap((part) => part === undefined || part.kind === "index" ? [] : part);
    const unread = images.flatMap((part) => {
        const config = configOf(part);
        return config === undefined || dates.has(config) ? [] : [config];
    });
    if (unread.length > 0)
        return { kind: "unread", configs: unread };
    const found = images.flatMap((part) => dateOf(part, dates) ?? []);
    const created = found.length > 0 ? Math.max(...found) : (own?.created ?? pushed?.get(image));
    return created === undefined ? { kind: "undated" } : { kind: "dated", created };
}
function configOf(manifest) {
    return manifest.kind === "image" ? manifest.config : undefined;
}
function dateOf(manifest, dates) {
    const config = configOf(manifest);
    return (config === undefined ? undefined : dates.get(config)) ?? manifest.created;
}
function readCreated(config) {
    const parsed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__  .qF)(config);
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__  .Gv)(parsed) ? (0,_date_js__WEBPACK_IMPORTED_MODULE_0__  .h)(parsed["created"]) : undefined;
}


/***/ }),

/***/ 6953:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  readDate)
  });
const FIRST_POSSIBLE = Date.UTC(2013, 2, 13);
function readDate(value) {
    if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/i.test(value)) {
        return undefined;
    }
    const date = Date.parse(value);
    return date >= FIRST_POSSIBLE ? date : undefined;
}


/***/ }),

/***/ 7293:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    CI: () => (  partsOf),
    Gq: () => (  reachable),
    PG: () => (  contents),
    Xl: () => (  neededBy),
    _o: () => (  topologicalOrder),
    eN: () => (  needs),
    gl: () => (  reach),
    nw: () => (  digestsOf),
    vs: () => (  neededIn)
  });
  var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8544);

function digestsOf(tags) {
    return new Set(tags.flatMap(({ digest }) => digest ?? []));
}
function needs(manifest) {
    if (manifest.kind === "schema1")
        return [];
    const children = manifest.kind === "index" ? manifest.children : [];
    return manifest.subject === undefined ? children : [...children, manifest.subject];
}
function neededIn(manifests) {
    return [...manifests.values()].flatMap(needs);
}
function reach(roots, manifests) {
    return walk(roots, manifests, needs);
}
function neededBy(roots, manifests) {
    const needed = new Map();
    for (const [root, by] of roots) {
        if (needed.has(root))
            continue;
        needed.set(root, by);
        const manifest = manifests.get(root);
        if (manifest === undefined || needs(manifest).length === 0)
            continue;
        for (const digest of reach([root], manifests))
            if (!needed.has(digest))
                needed.set(digest, by);
    }
    for (const [digest, by] of [...needed]) {
        for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__  .OR)(manifests.get(digest))) {
            if (!needed.has(blob.digest))
                needed.set(blob.digest, by);
        }
    }
    return needed;
}
function contents(roots, manifests) {
    return walk(roots, manifests, (manifest) => (manifest.kind === "index" ? manifest.children : []));
}
function partsOf(root, manifests) {
    return manifests.get(root)?.kind === "index" ? contents([root], manifests) : [root];
}
function walk(roots, manifests, next) {
    return reachable(roots, (digest) => {
        const manifest = manifests.get(digest);
        return manifest === undefined ? [] : next(manifest);
    });
}
function reachable(from, next) {
    const reached = new Set(from);
    for (const digest of reached)
        for (const other of next(digest))
            reached.add(other);
    return reached;
}
function topologicalOrder(nodes, predecessors) {
    const entered = new Set();
    const ordered = [];
    const enter = (node) => {
        if (entered.has(node))
            return;
        entered.add(node);
        predecessors(node).forEach(enter);
        ordered.push(node);
    };
    nodes.forEach(enter);
    return ordered;
}


/***/ }),

/***/ 5082:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    a: () => (  isHollow),
    z: () => (  missingOfHollow)
  });
  var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7293);

function missingOfHollow(digest, { manifests, missing }) {
    const isNone = (part) => part?.kind === "index" && part.blobs === undefined && part.children.length > 0;
    if (missing.size === 0 || !isNone(manifests.get(digest)))
        return [];
    const parts = [...(0,_graph_js__WEBPACK_IMPORTED_MODULE_0__  .PG)([digest], manifests)];
    const gone = parts.filter((part) => missing.has(part));
    return parts.every((part) => missing.has(part) || isNone(manifests.get(part))) ? gone : [];
}
function isHollow(digest, read) {
    return missingOfHollow(digest, read).length > 0;
}


/***/ }),

/***/ 8544:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Fl: () => (  blobDigests),
    MK: () => (  decodeManifest),
    Mh: () => (  unclearIn),
    OR: () => (  blobsOf),
    kp: () => (  roleOf)
  });
  var _date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6953);
  var _untag_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4892);
  var _base_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3979);
  var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);
  var _media_type_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(134);





function blobsOf(manifest) {
    return manifest?.blobs ?? [];
}
function blobDigests(manifest) {
    return blobsOf(manifest).map(({ digest }) => digest);
}
const CONFIG_TYPES = [
    "application/vnd.oci.image.config.v1+json",
    "application/vnd.docker.container.image.v1+json",
];
function decodeManifest(mediaType, body, isManifest = () => true) {
    const type = (0,_media_type_js__WEBPACK_IMPORTED_MODULE_3__  .Yt)(mediaType, body);
    if ((0,_media_type_js__WEBPACK_IMPORTED_MODULE_3__  .Pr)(type))
        return { kind: "schema1", blobs: schema1Blobs(body), ...schema1Date(body) };
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(body))
        throw (0,_media_type_js__WEBPACK_IMPORTED_MODULE_3__  .Nf)("it is not a JSON object");
    const subject = body["subject"] === undefined ? {} : { subject: digestOf(body["subject"]) };
    const more = { ...subject, ...annotatedDate(body), ...(0,_untag_mark_js__WEBPACK_IMPORTED_MODULE_1__  .bk)(body) };
    if (_media_type_js__WEBPACK_IMPORTED_MODULE_3__  .V.includes(type))
        return { kind: "index", ...listedBy(body, isManifest), ...more };
    if (_media_type_js__WEBPACK_IMPORTED_MODULE_3__  .eG.includes(type)) {
        return { kind: "image", ...more, blobs: namedBlobs(body), ...configOf(body) };
    }
    throw (0,_media_type_js__WEBPACK_IMPORTED_MODULE_3__  .Nf)(`its media type is "${mediaType}"`);
}
function unclearIn(body) {
    const listed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(body) && Array.isArray(body["manifests"]) ? body["manifests"] : [];
    return listed
        .filter((descriptor) => roleOf(descriptor) === "unclear")
        .map((descriptor) => withSize(digestOf(descriptor), (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(descriptor) ? descriptor["size"] : undefined));
}
function listedBy({ manifests }, isManifest) {
    if (manifests === null)
        return { children: [] };
    if (!Array.isArray(manifests))
        throw (0,_media_type_js__WEBPACK_IMPORTED_MODULE_3__  .Nf)("it is an index without a list of manifests");
    const children = [];
    const others = [];
    for (const descriptor of manifests) {
        const digest = digestOf(descriptor);
        const role = roleOf(descriptor);
        if (role === "manifest" || (role === "unclear" && isManifest(digest)))
            children.push(digest);
        else
            others.push(descriptor);
    }
    return others.length === 0 ? { children } : { children, blobs: blobsAmong(others) };
}
function roleOf(descriptor) {
    const said = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(descriptor) ? descriptor["mediaType"] : undefined;
    const type = typeof said === "string" ? (said.split(";")[0] ?? "").trim().toLowerCase() : "";
    if (_media_type_js__WEBPACK_IMPORTED_MODULE_3__  ._P.includes(type))
        return "manifest";
    return type === "" || /\b(?:manifest|index)\b/.test(type) ? "unclear" : "blob";
}
function namedBlobs({ config, layers }) {
    return blobsAmong([config, ...(Array.isArray(layers) ? layers : [])]);
}
function blobsAmong(descriptors) {
    const blobs = descriptors.flatMap((descriptor) => {
        if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(descriptor) || isForeign(descriptor))
            return [];
        const { digest, size } = descriptor;
        if (typeof digest !== "string" || !(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(digest))
            return [];
        return [withSize(digest, size)];
    });
    return blobs.slice();
}
function withSize(digest, size) {
    const isSize = typeof size === "number" && Number.isSafeInteger(size) && size >= 0;
    return isSize ? { digest, bytes: size } : { digest };
}
function configOf({ config }) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(config))
        return {};
    const { digest, mediaType } = config;
    const isImages = typeof mediaType === "string" && CONFIG_TYPES.includes(mediaType);
    return isImages && typeof digest === "string" && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(digest) ? { config: digest } : {};
}
function annotatedDate({ annotations }) {
    const text = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(annotations) ? annotations["org.opencontainers.image.created"] : undefined;
    const created = (0,_date_js__WEBPACK_IMPORTED_MODULE_0__  .h)(text);
    return created === undefined ? {} : { created };
}
function schema1Date(body) {
    const history = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(body) ? body["history"] : undefined;
    const newest = Array.isArray(history) ? history[0] : undefined;
    const text = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(newest) ? newest["v1Compatibility"] : undefined;
    const image = typeof text === "string" ? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .qF)(text) : undefined;
    const created = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(image) ? (0,_date_js__WEBPACK_IMPORTED_MODULE_0__  .h)(image["created"]) : undefined;
    return created === undefined ? {} : { created };
}
function isForeign({ mediaType, urls }) {
    return ((Array.isArray(urls) && urls.length > 0) ||
        (typeof mediaType === "string" && /foreign|nondistributable/.test(mediaType)));
}
function schema1Blobs(body) {
    const layers = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(body) ? body["fsLayers"] : undefined;
    if (!Array.isArray(layers))
        return [];
    return layers.flatMap((layer) => {
        const digest = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(layer) ? layer["blobSum"] : undefined;
        return typeof digest === "string" && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(digest) ? [{ digest }] : [];
    });
}
function digestOf(descriptor) {
    const digest = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_4__  .Gv)(descriptor) ? descriptor["digest"] : undefined;
    if (typeof digest !== "string" || !(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(digest))
        throw (0,_media_type_js__WEBPACK_IMPORTED_MODULE_3__  .Nf)("a descriptor in it has no valid digest");
    return digest;
}


/***/ }),

/***/ 134:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    FG: () => (  ACCEPTED_MEDIA_TYPES),
    Nf: () => (  unsure),
    Pr: () => (  isSchema1),
    V: () => (  INDEX_TYPES),
    Yt: () => (  manifestType),
    _P: () => (  MANIFEST_TYPES),
    eG: () => (  IMAGE_TYPES)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3979);


const INDEX_TYPES = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
];
const IMAGE_TYPES = [
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const SIGNED_SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";
const SCHEMA1_TYPES = ["application/vnd.docker.distribution.manifest.v1+json", SIGNED_SCHEMA1];
const MANIFEST_TYPES = [...INDEX_TYPES, ...IMAGE_TYPES, ...SCHEMA1_TYPES];
const GENERIC_TYPES = ["application/json", "application/octet-stream", "text/plain", ""];
const ACCEPTED_MEDIA_TYPES = [...INDEX_TYPES, ...IMAGE_TYPES];
function isSchema1(mediaType) {
    return SCHEMA1_TYPES.includes(mediaType);
}
function manifestType(sent, body) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__  .Gv)(body))
        throw unsure("it is not a JSON object");
    const { mediaType: own } = body;
    const type = GENERIC_TYPES.includes(sent) ? typeByBody(body, sent) : sent;
    const agrees = own === undefined || own === type || (typeof own === "string" && isSchema1(type) && isSchema1(own));
    if (!agrees)
        throw unsure(`it was sent as "${sent}" and calls itself ${JSON.stringify(own)}`);
    const why = contradiction(type, body);
    if (why !== undefined)
        throw unsure(`it was sent as "${sent}", ${why}`);
    return type;
}
function typeByBody(body, sent) {
    const { mediaType: own } = body;
    if (typeof own === "string")
        return own;
    return contradiction(SIGNED_SCHEMA1, body) === undefined ? SIGNED_SCHEMA1 : sent;
}
const FOREIGN_MEMBERS = {
    index: ["layers", "fsLayers"],
    image: ["manifests", "fsLayers"],
    schema1: ["manifests", "layers", "config"],
};
function contradiction(type, body) {
    const kind = kindOf(type);
    if (kind === undefined)
        return undefined;
    const foreign = FOREIGN_MEMBERS[kind].find((name) => body[name] !== undefined);
    if (foreign !== undefined)
        return `and has "${foreign}", which such a manifest has not`;
    const { schemaVersion: version, fsLayers } = body;
    if (kind !== "schema1") {
        return version === undefined || version === 2 ? undefined : "and is of another schema version";
    }
    return version === 1 && Array.isArray(fsLayers) ? undefined : "and is none of schema 1";
}
function kindOf(type) {
    if (isSchema1(type))
        return "schema1";
    if (INDEX_TYPES.includes(type))
        return "index";
    return IMAGE_TYPES.includes(type) ? "image" : undefined;
}
function unsure(why) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .jA(`a manifest can't be understood: ${why}`, "Push the image again in an OCI or Docker v2 format, or delete its tag by hand.");
}


/***/ }),

/***/ 4892:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    BX: () => (  untagMark),
    bJ: () => (  isLeftMark),
    bk: () => (  markIn),
    fk: () => (  isUntagMark)
  });
  var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3979);

const MARKS = {
    oci: "application/vnd.oci.image.index.v1+json",
    docker: "application/vnd.docker.distribution.manifest.list.v2+json",
};
const ANNOTATION = "prune-image-tags.untag";
const KEYS = "annotations,manifests,mediaType,schemaVersion";
function untagMark(id, format) {
    const mediaType = MARKS[format];
    const content = { schemaVersion: 2, mediaType, manifests: [], annotations: { [ANNOTATION]: id } };
    return { mediaType, text: JSON.stringify(content) };
}
function isUntagMark(body) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__  .Gv)(body) || Object.keys(body).sort().join() !== KEYS)
        return false;
    const { mediaType, manifests, annotations } = body;
    const isEmpty = (mediaType === MARKS.oci || mediaType === MARKS.docker) &&
        Array.isArray(manifests) &&
        manifests.length === 0;
    if (!isEmpty || !(0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__  .Gv)(annotations))
        return false;
    const [name, ...others] = Object.keys(annotations);
    return name === ANNOTATION && others.length === 0 && typeof annotations[ANNOTATION] === "string";
}
function markIn(body) {
    return isUntagMark(body) ? { isUntagMark: true } : {};
}
function isLeftMark(manifest) {
    return manifest?.isUntagMark === true;
}


/***/ }),

/***/ 385:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Fv: () => (  registryOf),
    aA: () => (  tokenKind),
    yQ: () => (  GITHUB_COM)
  });
const GITHUB_COM = { api: "https://api.github.com", registry: "ghcr.io" };
function registryOf(api) {
    if (api === GITHUB_COM.api)
        return GITHUB_COM.registry;
    const cloud = /^https:\/\/api\.([a-z0-9-]+\.ghe\.com)$/.exec(api)?.[1];
    const server = /^https?:\/\/([^/]+)\/api\/v3$/.exec(api)?.[1];
    const host = cloud ?? server;
    return host === undefined ? undefined : `containers.${host}`;
}
function tokenKind(token) {
    if (token.startsWith("ghs_"))
        return "installation";
    if (token.startsWith("ghp_"))
        return "classic";
    return token.startsWith("github_pat_") ? "fine-grained" : "other";
}


/***/ }),

/***/ 1147:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  F8: () => (  beginsLiterally),
  fg: () => (  isGlob),
  $r: () => (  namesHost),
  y5: () => (  parseRepositoryGlob),
  GJ: () => (  parseTagGlob),
  Oo: () => (  wrongPattern)
});

var errors = __webpack_require__(6846);
; 
const isAny = () => true;
const isInPart = (character) => character !== "/";
function compileMatcher(glob) {
    const { parts } = new Reader(glob).sequence();
    const places = [{ next: [] }];
    const start = closure([join(parts, 0, places)], places);
    const known = new KnownStates();
    return (name) => {
        let state = known.of(start);
        for (const character of name) {
            const next = state.next.get(character) ?? known.of(step(state.at, character, places));
            state.next.set(character, next);
            if (next.at.length === 0)
                return false;
            state = next;
        }
        return state.isEnd;
    };
}
const MOST_STATES = 1000;
class KnownStates {
    #states = new Map();
    of(at) {
        const key = at.join(",");
        const found = this.#states.get(key);
        if (found !== undefined)
            return found;
        if (this.#states.size >= MOST_STATES)
            this.#forget();
        const state = { at, isEnd: at.includes(0), next: new Map() };
        this.#states.set(key, state);
        return state;
    }
    #forget() {
        for (const { next } of this.#states.values())
            next.clear();
        this.#states = new Map();
    }
}
function join(parts, after, places) {
    return parts.reduceRight((next, part) => {
        if (part.kind === "one")
            return places.push({ takes: part.takes, next: [next] }) - 1;
        if (part.kind === "run") {
            const own = places.length + 1;
            places.push({ takes: part.takes, next: [own] });
            return places.push({ next: [next, own - 1] }) - 1;
        }
        return places.push({ next: part.choices.map((choice) => join(choice, next, places)) }) - 1;
    }, after);
}
function step(at, character, places) {
    const next = [];
    for (const index of at) {
        const place = places[index];
        if (place?.takes?.(character) === true)
            next.push(...place.next);
    }
    return next.length === 0 ? next : closure(next, places);
}
function closure(from, places) {
    const all = new Set(from);
    for (const index of all) {
        const place = places[index];
        if (place?.takes === undefined)
            for (const next of place?.next ?? [])
                all.add(next);
    }
    return [...all].filter((index) => index === 0 || places[index]?.takes !== undefined);
}
class Reader {
    #glob;
    #at = 0;
    constructor(glob) {
        this.#glob = glob;
    }
    sequence(isChoice = false) {
        const parts = [];
        for (;;) {
            const character = this.#glob[this.#at];
            if (character === undefined || (isChoice && (character === "," || character === "}")))
                return { parts };
            parts.push(this.#part(character, { isChoice, isFirst: isChoice && parts.length === 0 }));
        }
    }
    #part(character, spot) {
        if (character === "*")
            return this.#star(spot);
        if (character === "{")
            return this.#choice();
        if (character === "[")
            return this.#class();
        this.#at += 1;
        if (character === "?")
            return { kind: "one", takes: isInPart };
        return { kind: "one", takes: (other) => other === character };
    }
    #star({ isChoice, isFirst }) {
        const before = this.#glob[this.#at - 1];
        const isAtBeginning = before === undefined || before === "/";
        const stars = /^\*+/.exec(this.#glob.slice(this.#at))?.[0].length ?? 1;
        this.#at += stars;
        const isAtEnd = [undefined, "/", ...(isChoice ? [",", "}"] : [])].includes(this.#glob[this.#at]);
        if (stars !== 2 || !isAtEnd || !(isAtBeginning || isFirst))
            return { kind: "run", takes: isInPart };
        const run = { kind: "run", takes: isAny };
        if (!isAtBeginning || this.#glob[this.#at] !== "/")
            return run;
        this.#at += 1;
        const slash = { kind: "one", takes: (other) => other === "/" };
        return { kind: "choice", choices: [[], [run, slash]] };
    }
    #choice() {
        const choices = [];
        for (;;) {
            this.#at += 1;
            choices.push(this.sequence(true).parts);
            if (this.#glob[this.#at] !== ",")
                break;
        }
        this.#at += 1;
        return { kind: "choice", choices };
    }
    #class() {
        const end = this.#glob.indexOf("]", this.#at);
        const expression = new RegExp(`^${this.#glob.slice(this.#at, end + 1)}$`, "u");
        this.#at = end + 1;
        const known = new Map();
        return {
            kind: "one",
            takes: (other) => {
                const found = known.get(other) ?? (other !== "/" && expression.test(other));
                known.set(other, found);
                return found;
            },
        };
    }
}

; 


function parseTagGlob(text) {
    const beginning = /^[.-]/.test(text)
        ? {
            why: `no tag begins with "${text.charAt(0)}", so this would match nothing; a regular expression stands between slashes, such as /${text}/`,
            plain: "no tag begins with a dot or a dash, so this would match nothing; a regular expression stands between slashes",
        }
        : undefined;
    return compileGlob(text, beginning ?? globProblem(text, /[^\w.*?[\]{},^-]/u, "a tag"));
}
function parseRepositoryGlob(text) {
    return compileGlob(text, globProblem(text, /[^a-z0-9_./:*?[\]{},^-]/u, "a repository's name"));
}
function namesHost({ text }) {
    return /^\/|^[^/]*[.:][^/]*\//.test(text);
}
function isGlob(text) {
    return /[*?[\]{}]/.test(text);
}
function beginsLiterally({ text }, word) {
    if (text.startsWith("/"))
        return expressionBegins(text, word);
    const choice = /^\{(?<choices>[^{}]*)\}(?<rest>.*)$/su.exec(text)?.groups;
    if (choice === undefined)
        return text.startsWith(word);
    return (choice["choices"] ?? "")
        .split(",")
        .some((each) => `${each}${choice["rest"] ?? ""}`.startsWith(word));
}
function expressionBegins(text, word) {
    if (!text.startsWith("/^") || text.includes("|"))
        return false;
    const literal = text.slice("/^".length).replaceAll(/\\(?=[._-])/g, "");
    return literal.startsWith(word) && !/^[?*{]/.test(literal.slice(word.length));
}
const LONGEST = 4096;
const LONGEST_SHOWN = 200;
const LEFT_OPEN = "a bracket or brace is left open; close it, for example {alpha,beta}";
function compileGlob(text, problem) {
    if (problem !== undefined)
        throw wrongPattern(text, problem);
    return { text, matches: compileMatcher(text.replace(/^\.\//, "")) };
}
function globProblem(text, strange, what) {
    if (text === "")
        return "it is empty; write a pattern, such as *-alpha.*";
    if (text.length > LONGEST) {
        return `it has more than ${LONGEST} characters; write several patterns, one a line`;
    }
    if (text.startsWith("!"))
        return `a pattern can't begin with "!"; to keep tags, name them in exclude`;
    if (/,/.test(withoutBraces(text))) {
        return "a comma separates only within braces; write one pattern a line, or {a,b}";
    }
    const problem = signProblem(text);
    if (problem !== undefined)
        return problem;
    const foreign = strange.exec(text)?.[0];
    if (foreign === undefined)
        return undefined;
    const rest = `can't stand in ${what}, so this would match nothing; patterns are globs of * ? [a-z] {a,b}, or a regular expression between slashes`;
    return { why: `"${foreign}" ${rest}`, plain: `it has a sign that ${rest}` };
}
function signProblem(text) {
    if (text.includes("[!"))
        return "write [^...] for a character that is none of these";
    if (/(?<!\[)\^/.test(text)) {
        return "^ means none of these, and can stand only right after [; a glob always matches the whole name";
    }
    if (isSingle(text) || /\{[^{}]*\.\.[^{}]*\}/.test(text)) {
        return "braces hold a choice with commas, such as {alpha,beta}, and no ranges";
    }
    if (isOpen(text))
        return LEFT_OPEN;
    const classes = text.match(/\[\^?[^\]]*\]/g) ?? [];
    if (!classes.every(isClass)) {
        return "a range in brackets goes backwards, or nothing is in them; write [a-z]";
    }
    return undefined;
}
function isSingle(text) {
    const inner = /\{[^{}]*\}/.exec(text.replace(/\[[^\]]*\]/g, "x"));
    if (inner === null)
        return false;
    return !inner[0].includes(",") || isSingle(inner.input.replace(inner[0], "x"));
}
function isOpen(text) {
    const unclassed = text.replace(/\[[^\]]*\]/g, "");
    return /[[\]]/.test(unclassed) || /[{}]/.test(withoutBraces(unclassed));
}
function isClass(text) {
    try {
        new RegExp(text, "u");
        return !/^\[\^?\]$/.test(text);
    }
    catch {
        return false;
    }
}
function withoutBraces(text) {
    const shorter = text.replace(/\{[^{}]*\}/g, "");
    return shorter === text ? text : withoutBraces(shorter);
}
function wrongPattern(text, words, cause) {
    const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
    const { why, plain } = typeof words === "string" ? { why: words, plain: words } : words;
    return new errors .Jl(`"${shown}": ${why}`, "Correct the pattern.", { plain, cause });
}


/***/ }),

/***/ 1728:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    X: () => (  DOCKER_HUB)
  });
const DOCKER_HUB = {
    api: "https://hub.docker.com",
    registry: "https://registry-1.docker.io",
    realm: "auth.docker.io",
};


/***/ }),

/***/ 5867:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    J3: () => (  longerNamesIn),
    RV: () => (  reachesOthers),
    xw: () => (  reachOf)
  });
function longerNamesIn(names) {
    const sorted = [...new Set(names)].sort();
    return (start) => {
        const found = [];
        for (let index = firstAfter(sorted, start); sorted[index]?.startsWith(start) === true; index += 1) {
            const name = sorted[index];
            if (name !== undefined)
                found.push(name);
        }
        return found;
    };
}
function firstAfter(sorted, start) {
    let [low, high] = [0, sorted.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((sorted[middle] ?? "") <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function reachesOthers(deletions, listed) {
    const longerNames = longerNamesIn(listed);
    return deletions.some((deletion) => reachOf(deletion, longerNames).length > 0);
}
function reachOf({ tags }, longerNames) {
    if (tags.length === 0)
        return [];
    return [...new Set(tags.flatMap(longerNames))].filter((name) => !tags.includes(name));
}


/***/ }),

/***/ 7216:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  oy: () => (  missingOf),
  et: () => (  plan),
  Of: () => (  refusalOf),
  Ot: () => (  refuseEmpty)
});

var decide = __webpack_require__(3903);
var errors = __webpack_require__(6846);
var graph = __webpack_require__(7293);
var image_hollow = __webpack_require__(5082);
var untag_mark = __webpack_require__(4892);
var grouped = __webpack_require__(6011);
var name_words = __webpack_require__(3645);
var names_tokens = __webpack_require__(6724);
var keep_rules = __webpack_require__(4655);
; 




function crowdingVersions({ places, readName }, verdicts) {
    const members = places.flatMap(({ tag, place }, index) => {
        if (place.kind !== "ranked" || place.rule.groupBy.includes("suffix"))
            return [];
        const isGone = verdicts[index]?.reason.kind === "beyond-newest";
        return [[`${place.rule.name ?? ""}\n${place.group}`, { tag, place, isGone }]];
    });
    return [...(0,grouped .z)(members).values()].flatMap((group) => crowdingVersion(group, readName) ?? []);
}
function crowdingVersion(members, readName) {
    if (!members.some(({ isGone }) => isGone))
        return undefined;
    const kept = members.filter(({ place }) => (0,keep_rules .zH)(place) <= place.rule.keep);
    const own = mostCommon(flavoursOf(kept, readName));
    const [newest] = own;
    if (newest === undefined)
        return undefined;
    const { rule, group, of } = newest.place;
    const [takes, there] = [new Set(own.map(({ place }) => place.digest)).size, Math.min(rule.keep, of)];
    if (takes < 2 || takes <= there / 2 || !differInNames(own))
        return undefined;
    const all = flavoursOf(members, readName).filter(({ channel }) => channel === newest.channel);
    const others = all.filter(({ version }) => version !== newest.version);
    const gone = others.flatMap(({ tag, isGone }) => (isGone ? [tag] : []));
    const isTold = gone.length > 0 && recurs(own, others) && differInNames(all);
    return isTold ? { tag: newest.tag, group, takes, of: there, gone } : undefined;
}
function flavoursOf(members, readName) {
    return members.flatMap((member) => {
        const name = readName(member.tag);
        return name.kind === "version" && name.suffix !== "" ? [{ ...member, ...readFlavour(name) }] : [];
    });
}
function readFlavour({ word = "", version: { numbers, prerelease, build }, channel, }) {
    return { version: `${word} ${numbers.join(".")}`, channel, tokens: [...prerelease, ...build] };
}
function mostCommon(flavours) {
    const versions = (0,grouped .z)(flavours.map((each) => [`${each.version} ${each.channel}`, each]));
    return [...versions.values()].reduce((most, each) => (each.length > most.length ? each : most), []);
}
function recurs(own, others) {
    const names = new Set(own.map(({ tokens }) => tokens.join(".")));
    return others.some(({ tokens }) => names.has(tokens.join(".")));
}
function differInNames(flavours) {
    const [first = [], ...others] = flavours.map(({ tokens }) => tokens);
    const places = new Set(others.flatMap((tokens) => differences(first, tokens)));
    return (places.size > 0 && flavours.every(({ tokens }) => [...places].every((place) => isOfName(tokens, place))));
}
function differences(a, b) {
    return [...(a.length > b.length ? a : b).keys()].filter((index) => a[index] !== b[index]);
}
function isOfName(tokens, place) {
    const token = tokens[place];
    if (token === undefined)
        return true;
    if (!(0,names_tokens .Et)(token))
        return token !== "";
    const at = tokens.slice(0, place).findLastIndex((each) => !(0,names_tokens .Et)(each));
    const word = tokens[at] ?? tokens.find((each) => !(0,names_tokens .Et)(each)) ?? "";
    const [first = "", second = ""] = tokens.slice(at + 1);
    const isCount = !(0,names_tokens .Et)(second) && /^0*[01]$/.test(first);
    return token.length <= LONGEST && word !== "" && !name_words .cT.has(word) && !isCount;
}
const LONGEST = 4;

; 

const MANY = 10;
function unplacedTags({ places, readName, }) {
    const decided = places.filter(({ place }) => !LEFT_ALONE.has(place.kind));
    const tags = decided.flatMap(({ tag, place }) => (isNoVersion({ tag, place }, readName) ? [tag] : []));
    if (tags.length < MANY)
        return undefined;
    const known = beginningsOf(places.map(({ tag }) => tag));
    const others = tags.filter((tag) => !isBeginning(tag, known));
    const numbered = others.filter((tag) => /\d/.test(tag));
    const example = numbered[0] ?? others[0];
    const isMost = others.length > decided.length / 2 || numbered.length > decided.length / 10;
    return example === undefined || others.length < MANY || !isMost
        ? undefined
        : { tags, example, of: decided.length };
}
const LEFT_ALONE = new Set([
    ...["excluded", "not-included", "no-rule", "referrer", "dangling", "latest"],
]);
function isNoVersion({ tag, place }, readName) {
    if (place.kind !== "not-a-prerelease")
        return place.kind === "not-a-version";
    const name = readName(tag);
    return name.kind !== "version" || name.word !== undefined;
}
function beginningsOf(tags) {
    return new Set(tags.flatMap((tag) => {
        const [, one, two] = /^[vV]?((\d+)\.\d+)\.\d/.exec(tag) ?? [];
        return one === undefined || two === undefined ? [] : [one, two];
    }));
}
function isBeginning(tag, known) {
    const [, numbers = "", rest = ""] = /^[vV]?(\d+(?:\.\d+)?)(?:[._-]([A-Za-z].*))?$/.exec(tag) ?? [];
    return known.has(numbers) && !(0,names_tokens .Xe)(rest).some(names_tokens .EX);
}

var version = __webpack_require__(8420);
var policy_facts = __webpack_require__(1005);
var policy_verdict = __webpack_require__(3387);
; 







const MANY_CHANNELS = 10;
const CANDIDATES = new Set(["ranked", "date-unread", "unordered"]);
function noticesOf(standings, { budget, verdicts }, facts) {
    const { places } = standings;
    const newlyRead = verdicts.filter((verdict) => (0,policy_verdict .n)(verdict) && (0,version .Ig)(verdict.tag));
    const pushed = pushedBeyond(places, verdicts, facts);
    const unordered = places.filter(({ place }) => place.kind === "unordered" && place.ties !== undefined);
    const versions = crowdingVersions(standings, verdicts);
    const channels = endlessChannels(standings);
    return [
        ...aboutPlaces(standings),
        ...(channels.length === 0 ? [] : [{ kind: "endless-channels", channels }]),
        ...(versions.length === 0 ? [] : [{ kind: "flavours", versions }]),
        ...aboutDates(standings, verdicts),
        ...(unordered.length === 0 ? [] : [{ kind: "unordered", tags: tagsOf(unordered) }]),
        ...(pushed.length === 0 ? [] : [{ kind: "pushed-beyond", tags: pushed }]),
        ...(newlyRead.length === 0 ? [] : [{ kind: "newly-read", tags: tagsOf(newlyRead) }]),
        ...(budget !== undefined && budget.least.bytes > budget.maxSize
            ? [{ kind: "over-budget", ...budget }]
            : []),
    ];
}
function tagsOf(each) {
    return each.map(({ tag }) => tag);
}
function aboutPlaces(standings) {
    const { places } = standings;
    const hasCandidates = places.some(({ place }) => CANDIDATES.has(place.kind));
    if (!hasCandidates)
        return places.length === 0 ? [] : [{ kind: "no-candidates", tags: tagsOf(places) }];
    const unplaced = unplacedTags(standings);
    return unplaced === undefined ? [] : [{ kind: "unplaced", ...unplaced }];
}
function aboutDates({ undated }, verdicts) {
    const ofNoAge = tagsOf(verdicts.filter(({ reason }) => reason.kind === "undated"));
    const by = [
        ...(undated.length === 0 ? [] : ["sort"]),
        ...(ofNoAge.length === 0 ? [] : ["keep-younger-than"]),
    ];
    return by.length === 0 ? [] : [{ kind: "undated", tags: [...undated, ...ofNoAge], by }];
}
function pushedBeyond(places, verdicts, { snapshot, policy }) {
    const pushed = places.flatMap((standing, index) => {
        const { place } = standing;
        const isPushed = verdicts[index]?.reason.kind === "just-pushed" && place.kind === "ranked";
        return isPushed && (0,keep_rules .zH)(place) > place.rule.keep ? [{ standing, place }] : [];
    });
    if (pushed.length === 0)
        return [];
    const facts = (0,policy_facts .x)(snapshot, policy);
    return pushed.flatMap(({ standing, place }) => {
        const { group, rule } = place;
        if (!(0,keep_rules .XL)(standing, facts).every(({ kind }) => PASSING.has(kind)))
            return [];
        const age = rule.keepYoungerThan === undefined ? {} : { youngerThan: rule.keepYoungerThan };
        return [{ tag: standing.tag, group, rank: (0,keep_rules .zH)(place), keep: rule.keep, ...age }];
    });
}
const PASSING = new Set(["just-pushed", "younger"]);
function endlessChannels({ places, readName }) {
    const groups = new Set(places.flatMap(({ place }) => (place.kind === "ranked" ? [place.group] : [])));
    if (groups.size < MANY_CHANNELS)
        return [];
    const versions = (0,grouped .z)(places.flatMap(({ tag, place }) => {
        if (place.kind !== "ranked" || !place.rule.groupBy.includes("channel"))
            return [];
        const name = readName(tag);
        if (name.kind === "label")
            return [[name.channel, ""]];
        if (name.kind !== "version" || name.channel === version .g2)
            return [];
        return [[name.channel, name.version.numbers.join(".")]];
    }));
    const ofOneVersion = [...versions].flatMap(([channel, all]) => (new Set(all).size === 1 ? [channel] : []));
    const words = new Set(ofOneVersion.flatMap((channel) => channel.split(/[._-]/)));
    const isMost = versions.size >= MANY_CHANNELS && ofOneVersion.length > versions.size / 2;
    return isMost && words.size >= ofOneVersion.length ? ofOneVersion : [];
}

var order = __webpack_require__(3977);
; 





function orderDeletions({ verdicts, doomed }, snapshot, newestFirst) {
    const victims = verdicts.filter((verdict) => verdict.kind === "delete");
    const images = tagsByImage(victims);
    const owners = new Map(victims.map(({ tag, digest }) => [tag, digest]));
    const dependents = dependentsOf(victims, snapshot);
    const order = orderManifests({
        roots: oldestFirst(owners, newestFirst),
        owners,
        doomed,
        dependents,
        snapshot,
    });
    const orphans = orphansOf(victims, snapshot);
    const manifests = order.map(({ digest, parents, after }) => ({
        kind: "manifest",
        digest,
        tags: sorted(images.get(digest) ?? NONE),
        parents,
        after,
        orphanOf: orphans.get(digest) ?? NONE,
    }));
    return [...manifests, ...verdicts.filter((verdict) => verdict.kind === "untag").map(tagDeletion)];
}
function sorted(tags) {
    return tags.length < 2 ? tags : [...tags].sort(order .lF);
}
const NONE = [];
function tagDeletion({ tag, digest, by, reason }) {
    const parents = reason.kind === "referrer-of" ? [reason.subject] : [];
    return { kind: "tag", tags: [tag], by, parents, ...(digest === undefined ? {} : { digest }) };
}
function tagsByImage(victims) {
    return (0,grouped .z)(victims.map(({ digest, tag }) => [digest, tag]));
}
function orphansOf(victims, snapshot) {
    const orphans = [];
    for (const { digest, reason } of victims) {
        if (reason.kind === "orphan")
            orphans.push([digest, reason.subject]);
    }
    const hollow = new Set(victims.flatMap(({ digest, reason }) => (reason.kind === "dangling" ? digest : [])));
    const lacking = [...hollow].flatMap((digest) => (0,image_hollow .z)(digest, snapshot).map((part) => [digest, part]));
    return (0,grouped .z)([...orphans, ...lacking]);
}
function oldestFirst(owners, newestFirst) {
    const newest = new Set();
    for (const tag of newestFirst) {
        const image = owners.get(tag);
        if (image !== undefined)
            newest.add(image);
    }
    return [...newest].reverse();
}
function dependentsOf(victims, { manifests, referrers }) {
    const names = [];
    for (const { tag, digest } of victims) {
        const subject = (0,version .et)(tag);
        if (subject !== undefined)
            names.push([subject, digest]);
    }
    const named = (0,grouped .z)(names);
    const hasIndex = [...manifests.values()].some(({ kind }) => kind === "index");
    const hasReferrer = named.size > 0 || [...referrers.values()].some((by) => by.length > 0);
    return {
        isEmpty: !hasIndex && !hasReferrer,
        children: (digest) => {
            const manifest = manifests.get(digest);
            return manifest?.kind === "index" ? manifest.children : NONE;
        },
        referrers: (digest) => joined(named.get(digest), referrers.get(digest)),
    };
}
function joined(a = NONE, b = NONE) {
    if (a.length === 0)
        return b;
    return b.length === 0 ? a : [...a, ...b];
}
function orderManifests({ roots, owners, doomed, dependents, snapshot, }) {
    const siblings = siblingsOf(owners);
    const wanted = withDependents(roots, { doomed, dependents, snapshot });
    if (dependents.isEmpty && siblings.size === 0) {
        return wanted.map((digest) => ({ digest, parents: NONE, after: NONE }));
    }
    const containers = parentsOf(doomed, dependents.children);
    const subjects = parentsOf(doomed, dependents.referrers);
    const within = (digest) => containers.get(digest) ?? NONE;
    const hard = (digest) => joined(containers.get(digest), subjects.get(digest));
    const soft = (digest) => siblings.get(digest) ?? NONE;
    const ordered = [soft, hard, within].reduce(graph ._o, wanted);
    const position = new Map(ordered.map((digest, index) => [digest, index]));
    const before = (digest) => (other) => (position.get(other) ?? 0) < (position.get(digest) ?? 0);
    const earlier = (others, digest) => others.length === 0 ? NONE : [...new Set(others)].filter(before(digest));
    return ordered.map((digest) => ({
        digest,
        parents: earlier(hard(digest), digest),
        after: earlier(soft(digest), digest),
    }));
}
function withDependents(roots, { doomed, dependents, snapshot }) {
    if (dependents.isEmpty) {
        const going = roots.filter((root) => doomed.has(root));
        return going.length === doomed.size ? going : [...new Set([...going, ...doomed])];
    }
    const isRoot = new Set(roots);
    const ordered = new Set();
    for (const root of roots) {
        const members = new Set((0,graph .CI)(root, snapshot.manifests));
        for (const member of members) {
            dependents.children(member).forEach((other) => members.add(other));
            dependents.referrers(member).forEach((other) => members.add(other));
        }
        for (const digest of members) {
            if (!doomed.has(digest) || (digest !== root && isRoot.has(digest)))
                continue;
            ordered.delete(digest);
            ordered.add(digest);
        }
    }
    return [...new Set([...ordered, ...doomed])];
}
function parentsOf(doomed, membersOf) {
    const parents = [];
    for (const digest of doomed)
        for (const member of membersOf(digest))
            parents.push([member, digest]);
    return (0,grouped .z)(parents);
}
function siblingsOf(owners) {
    let shortest = Infinity;
    for (const tag of owners.keys())
        shortest = Math.min(shortest, tag.length);
    const siblings = [];
    for (const [tag, digest] of owners) {
        for (let end = shortest; end < tag.length; end += 1) {
            if (tag[end] !== "." && tag[end] !== "-")
                continue;
            const prefix = owners.get(tag.slice(0, end));
            if (prefix !== undefined)
                siblings.push([prefix, digest]);
        }
    }
    return (0,grouped .z)(siblings);
}

var glob = __webpack_require__(1147);
; 



function refuseNearMiss(verdicts, policy, repository) {
    const kept = keptNames(policy, repository);
    if (kept.length === 0)
        return;
    const listed = new Set(verdicts.map(({ tag }) => tag));
    const going = new Map();
    for (const verdict of verdicts) {
        if ((0,policy_verdict .n)(verdict) && verdict.reason.kind !== "half-untagged") {
            going.set(likeness(verdict.tag), verdict.tag);
        }
    }
    for (const { setting, name } of kept) {
        const meant = listed.has(name) ? undefined : going.get(likeness(name));
        if (meant !== undefined)
            throw nearMiss({ setting, name }, meant);
    }
}
function keptNames({ exclude, rules, protect }, repository) {
    const patterns = [...exclude, ...rules.flatMap((rule) => rule.exclude)].map(({ text }) => text);
    const written = patterns.filter((text) => !(0,glob .fg)(text) && !text.startsWith("/"));
    const inUse = protect.flatMap((entry) => entry.kind === "tag" && entry.from === "setting" && entry.path.endsWith(`/${repository}`)
        ? [entry.tag]
        : []);
    return [
        ...written.map((name) => ({ setting: "exclude", name })),
        ...inUse.map((name) => ({ setting: "protect", name })),
    ];
}
function likeness(name) {
    return name.toLowerCase().replace(/^v(?=\d)/, "");
}
function nearMiss({ setting, name }, meant) {
    return new errors .Pc(`${setting} names ${name}, which is no tag here, and ${meant} is one and would go; so nothing is deleted there`, `Write ${meant} in ${setting} if it is to stay; if not, take ${name} out.`);
}

var policy_ranks = __webpack_require__(1998);
var untagged = __webpack_require__(7655);
; 












function plan(snapshot, policy) {
    const ranks = (0,policy_ranks .E)(snapshot, policy);
    const decision = (0,decide .L)(ranks.places, snapshot, policy);
    const { verdicts, budget, unmeasured } = decision;
    refuseNearMiss(verdicts, policy, snapshot.repository);
    refuseEmpty(verdicts, policy, snapshot);
    return {
        repository: snapshot.repository,
        verdicts,
        notices: noticesOf(ranks, decision, { snapshot, policy }),
        ...(budget === undefined ? {} : { budget }),
        deletions: orderDeletions(decision, snapshot, ranks.newestFirst),
        missing: missingOf(verdicts, snapshot),
        skipped: [],
        untagged: (0,untagged .Mb)(snapshot, policy, decision.doomed),
        unread: [...new Set([...ranks.unread, ...decision.unread])],
        ...(unmeasured === undefined ? {} : { unmeasured }),
    };
}
function refuseEmpty(verdicts, policy, snapshot) {
    const refusal = refusalOf(verdicts, policy, snapshot);
    if (refusal !== undefined)
        throw refusal;
}
function refusalOf(verdicts, { allowEmpty }, snapshot) {
    const pulls = ({ digest }) => digest !== undefined && !(0,image_hollow .a)(digest, snapshot) && !(0,untag_mark .bJ)(snapshot.manifests.get(digest));
    const isImage = (verdict) => verdict.kind === "keep" && (0,version .et)(verdict.tag) === undefined && pulls(verdict);
    if (allowEmpty || verdicts.some(isImage))
        return undefined;
    if (!verdicts.some((verdict) => (0,policy_verdict .n)(verdict) && pulls(verdict)))
        return undefined;
    return new errors .Pc("it would be left without a tag, so nothing is deleted there", "Keep at least one image (keep), or say that the repository may end empty (allow-empty: true).");
}
function missingOf(verdicts, { manifests, missing }) {
    const kept = verdicts.flatMap(({ kind, digest }) => kind === "keep" && digest !== undefined ? [digest] : []);
    const parts = (0,graph .PG)(kept, manifests);
    return [...missing].filter((digest) => parts.has(digest));
}


/***/ }),

/***/ 1395:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  isLeftUntagged),
    n: () => (  strandedIn)
  });
function isUnfinished(outcome) {
    return (outcome.kind === "spared" && (outcome.reason.kind === "stopped" || outcome.reason.kind === "time-limit"));
}
function isLeftUntagged(outcome) {
    return outcome.untagged !== undefined && (isUnfinished(outcome) || outcome.kind === "failed");
}
function strandedIn(outcomes) {
    const gone = new Set();
    for (const { kind, deletion } of outcomes) {
        if (deletion.kind === "manifest" && (kind === "deleted" || kind === "gone"))
            gone.add(deletion.digest);
    }
    return outcomes.filter((outcome) => (outcome.kind === "failed" || isUnfinished(outcome)) &&
        outcome.deletion.kind === "manifest" &&
        outcome.deletion.parents.some((parent) => gone.has(parent)));
}


/***/ }),

/***/ 920:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    VM: () => (  stayingTags),
    ou: () => (  stayingImages),
    sb: () => (  goingTags)
  });
  var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);

function goingTags({ verdicts }) {
    return verdicts.filter(_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__  .n).map(({ tag }) => tag);
}
function stayingTags({ verdicts }) {
    return verdicts.filter((verdict) => !(0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__  .n)(verdict)).map(({ tag }) => tag);
}
function stayingImages(plan, gone = goingTags(plan)) {
    const names = new Set(gone);
    const digests = plan.verdicts.flatMap((verdict) => verdict.kind === "untag" && names.has(verdict.tag) ? (verdict.digest ?? []) : []);
    return [...new Set(digests)];
}


/***/ }),

/***/ 3903:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  L: () => (  decide)
});

var bytes = __webpack_require__(7730);
var image_manifest = __webpack_require__(8544);
; 


function isMeasured(digest, { manifests, sizes }) {
    return manifests.has(digest) || sizes?.has(digest) === true;
}
function measuredSizes({ manifests, sizes }) {
    const blobs = [...(sizes ?? [])].filter(([digest]) => !manifests.has(digest));
    return new Map(blobs.map(([digest, bytes = 0]) => [digest, bytes]));
}
function sizesIn({ manifests, sizes }) {
    const all = new Map((0,bytes .Iv)(manifests));
    for (const [digest, bytes] of sizes ?? [])
        if (!manifests.has(digest))
            all.set(digest, bytes);
    return all;
}
function largestClaims({ manifests }) {
    const claims = new Map();
    for (const manifest of manifests.values()) {
        for (const { digest, bytes = 0 } of (0,image_manifest .OR)(manifest)) {
            claims.set(digest, Math.max(bytes, claims.get(digest) ?? 0));
        }
    }
    for (const [digest, { bytes = 0 }] of manifests)
        claims.set(digest, bytes);
    return claims;
}

var graph = __webpack_require__(7293);
var grouped = __webpack_require__(6011);
var keep_rules = __webpack_require__(4655);
var version = __webpack_require__(8420);
; 







function roomFor(images, gone, { snapshot, maxSize }) {
    const claims = largestClaims(snapshot);
    const shares = sharesOf(images, gone, snapshot);
    const sum = (digests, sizes) => digests.reduce((bytes, digest) => bytes + (sizes.get(digest) ?? 0), 0);
    const claimed = shares.reduce((bytes, share) => bytes + sum(share, claims), 0);
    if (claimed <= maxSize)
        return { fits: new Set(images), unmeasured: [] };
    const sizes = new Map([...claims, ...measuredSizes(snapshot)]);
    let bytes = 0;
    const found = shares.findIndex((share) => (bytes += sum(share, sizes)) > maxSize);
    const end = found === -1 ? shares.length : found;
    const open = (share) => share.filter((digest) => !isMeasured(digest, snapshot));
    const firstOpen = shares.slice(0, end + 1).findIndex((share) => open(share).length > 0);
    if (firstOpen === -1)
        return { fits: new Set(images.slice(0, Math.max(0, end - 1))), unmeasured: [] };
    const asked = shares.slice(0, Math.max(end + 1, 2 * firstOpen));
    return { fits: new Set(images), unmeasured: [...new Set(asked.flatMap(open))] };
}
function sharesOf(images, gone, snapshot) {
    const held = new Set(staying(gone, snapshot));
    const shares = [[...held]];
    const belongings = belongingsIn(snapshot);
    for (const image of images) {
        const parts = [...belongings(image)].flatMap((digest) => partsOf(digest, snapshot.manifests));
        const added = [...new Set(parts)].filter((part) => !held.has(part));
        added.forEach((part) => held.add(part));
        shares.push(added);
    }
    return shares;
}
function sizeWithout(gone, snapshot) {
    return (0,bytes .pq)([...staying(gone, snapshot)], sizesIn(snapshot));
}
function staying(gone, { manifests }) {
    const manifestsLeft = [...manifests.keys()].filter((digest) => !gone.has(digest));
    return new Set(manifestsLeft.flatMap((digest) => partsOf(digest, manifests)));
}
function partsOf(digest, manifests) {
    return manifests.has(digest) ? [digest, ...(0,image_manifest .Fl)(manifests.get(digest))] : [];
}
function belongingsIn({ tags, manifests, referrers }) {
    const named = (0,grouped .z)(tags.flatMap(({ tag, digest }) => {
        const subject = (0,version .et)(tag);
        return subject === undefined || digest === undefined ? [] : [[subject, digest]];
    }));
    return (image) => {
        const all = new Set([image]);
        for (const digest of all) {
            const manifest = manifests.get(digest);
            const needed = manifest === undefined ? [] : (0,graph .eN)(manifest);
            for (const other of [...needed, ...(named.get(digest) ?? []), ...(referrers.get(digest) ?? [])]) {
                all.add(other);
            }
        }
        return all;
    };
}
function inOrderOfCutting(places) {
    return places.filter((place) => (0,keep_rules .zH)(place) > 1).sort((a, b) => (0,keep_rules .zH)(a) - (0,keep_rules .zH)(b));
}

var policy_facts = __webpack_require__(1005);
var own_verdict = __webpack_require__(4458);
var propagate = __webpack_require__(3773);
var verdict = __webpack_require__(3387);
; 





function decide(places, snapshot, policy) {
    const facts = (0,policy_facts .x)(snapshot, policy);
    const judged = places.map((standing) => ({ standing, own: (0,own_verdict .xw)(standing, facts) }));
    const decision = unlessYoung(judged, facts);
    const { maxSize } = policy;
    if (maxSize === undefined || decision.unread.length > 0)
        return decision;
    return withinBudget(judged, { facts, decision, maxSize });
}
function unlessYoung(judged, facts) {
    const settled = (0,propagate .a)(judged.map(({ own }) => own), facts);
    if (facts.policy.rules.every(({ keepYoungerThan }) => keepYoungerThan === undefined)) {
        return { ...settled, unread: [] };
    }
    const going = new Set(settled.verdicts.filter(verdict .n).map(({ tag }) => tag));
    const doubtful = judged.flatMap(({ standing }) => {
        const unread = going.has(standing.tag) ? (0,own_verdict .XQ)(standing, facts.snapshot) : [];
        return unread.length === 0 ? [] : [{ standing, unread }];
    });
    if (doubtful.length === 0)
        return { ...settled, unread: [] };
    const waiting = new Set(doubtful.map(({ standing }) => standing));
    const patient = judged.map(({ standing, own }) => {
        if (own.kind !== "delete" || !waiting.has(standing))
            return own;
        return { ...own, kind: "keep", reason: { kind: "date-unread" } };
    });
    return { ...(0,propagate .a)(patient, facts), unread: doubtful.flatMap(({ unread }) => unread) };
}
function withinBudget(judged, { facts, decision, maxSize }) {
    const { snapshot } = facts;
    const cuttable = cuttableOf(judged);
    const without = (fits) => {
        const cut = new Set(cuttable.filter(({ digest }) => !fits.has(digest)));
        return (0,propagate .a)(judged.map(({ standing, own }) => cutVerdict(standing, own, { cut, maxSize })), facts);
    };
    const least = without(new Set());
    const images = [...new Set(cuttable.map(({ digest }) => digest))];
    const fits = new Set(images.filter((image) => !least.doomed.has(image)));
    const crowd = images.filter((image) => !fits.has(image));
    const room = roomFor(crowd, least.doomed, { snapshot, maxSize });
    if (room.unmeasured.length > 0)
        return { ...decision, unmeasured: room.unmeasured };
    for (const image of room.fits)
        fits.add(image);
    const budgetOf = ({ doomed }) => ({
        maxSize,
        least: sizeWithout(least.doomed, snapshot),
        stays: sizeWithout(doomed, snapshot),
    });
    if (images.every((image) => fits.has(image)))
        return { ...decision, budget: budgetOf(decision) };
    const unread = judged.flatMap(({ standing }) => (0,own_verdict .XQ)(standing, snapshot));
    if (unread.length > 0)
        return { ...decision, unread };
    const settled = without(fits);
    return { ...settled, unread: [], budget: budgetOf(settled) };
}
function cuttableOf(judged) {
    const newest = judged.flatMap(({ standing: { place }, own }) => place.kind === "ranked" && own.kind === "keep" && own.reason.kind === "newest" ? [place] : []);
    return inOrderOfCutting(newest);
}
function cutVerdict({ tag, place }, own, { cut, maxSize }) {
    if (place.kind !== "ranked" || !cut.has(place))
        return own;
    return { kind: "delete", tag, digest: place.digest, reason: (0,own_verdict .qj)(place, maxSize) };
}


/***/ }),

/***/ 1005:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    j: () => (  untagWay),
    x: () => (  factsOf)
  });
  var _in_use_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4849);

function factsOf(snapshot, policy) {
    return { snapshot, policy, by: untagWay(snapshot, policy), used: (0,_in_use_js__WEBPACK_IMPORTED_MODULE_0__  .Lj)(snapshot, policy.protect) };
}
function untagWay({ untags }, { untag }) {
    if (untag === "never")
        return undefined;
    if (untags === "yes" || untags === "shared")
        return "delete";
    return untag === "overwrite" ? "overwrite" : undefined;
}


/***/ }),

/***/ 4849:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Jf: () => (  presenceIn),
    Lj: () => (  inUse),
    Ov: () => (  parseProtected),
    Yp: () => (  digestsInUse),
    fr: () => (  namesAnImage),
    i$: () => (  scanProtected),
    jj: () => (  useOf)
  });
  var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _image_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7293);
  var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);



const LATEST = "latest";
const SHORT = 12;
function parseProtected(text) {
    if ((0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(text))
        return [{ kind: "digest", from: "setting", text, digest: text }];
    const reference = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .F2)(text);
    if (reference.tag === undefined && reference.digest === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`"${text}" has no tag and no digest; write host/repository:tag, host/repository@sha256:… or the digest alone (names of tags belong in exclude)`, "Correct it.");
    }
    return protectedBy(reference, { text, from: "setting" });
}
function scanProtected(printed) {
    return [...new Set(printed.split(/[\s,;"'`\\()[\]{}<>|=]+/))].flatMap(readWord);
}
function namesAnImage(entries) {
    return entries.some((entry) => entry.kind !== "tag" || !/^docker\.io\/[^/]*$/.test(entry.path));
}
function readWord(text) {
    const word = text.replace(/^[a-z-]+:\/\//, "");
    if ((0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(word))
        return [{ kind: "digest", from: "file", text: word, digest: word }];
    if (/^[0-9a-f]{12,64}$/.test(word))
        return [{ kind: "id", from: "file", text: word, hex: word }];
    if (!/[/:@]/.test(word))
        return [];
    try {
        const reference = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .F2)(word);
        const isBare = reference.tag === undefined && reference.digest === undefined;
        if (isBare && (reference.host === "docker.io" || /^https?:/.test(text)))
            return [];
        return protectedBy(isBare ? { ...reference, tag: LATEST } : reference, { text: word, from: "file" });
    }
    catch {
        return [];
    }
}
function protectedBy({ host, repository, tag, digest }, said) {
    const path = `${host}/${repository}`;
    return [
        ...(tag === undefined ? [] : [{ ...said, kind: "tag", path, tag }]),
        ...(digest === undefined ? [] : [{ ...said, kind: "digest", digest, path }]),
    ];
}
function digestsInUse(entries, repository) {
    return entries.flatMap((entry) => entry.kind === "digest" && entry.path !== undefined && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .HM)(entry.path, repository)
        ? [entry.digest]
        : []);
}
function inUse({ repository, tags, manifests, missing }, entries) {
    if (entries.length === 0)
        return { tags: new Map(), digests: new Map() };
    const named = new Map();
    for (const entry of entries) {
        if (entry.kind === "tag" && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .HM)(entry.path, repository))
            named.set(entry.tag, entry);
    }
    const find = finder(entries);
    const digests = new Map();
    for (const [digest, manifest] of manifests) {
        const config = manifest.kind === "image" ? manifest.config : undefined;
        const entry = find(digest) ?? (config === undefined ? undefined : find(config));
        if (entry !== undefined)
            digests.set(digest, entry);
    }
    for (const digest of missing) {
        const entry = find(digest);
        if (entry !== undefined)
            digests.set(digest, entry);
    }
    const listed = new Set(tags.map(({ tag }) => tag));
    return { tags: new Map([...named].filter(([tag]) => listed.has(tag))), digests };
}
function presenceIn({ repository, tags, manifests, missing, }) {
    const listed = new Set(tags.map(({ tag }) => tag));
    const known = new Set([...manifests.keys(), ...missing]);
    for (const manifest of manifests.values()) {
        if (manifest.kind === "image" && manifest.config !== undefined)
            known.add(manifest.config);
    }
    return (entry) => {
        switch (entry.kind) {
            case "tag":
                return entry.path.endsWith(`/${repository}`) && listed.has(entry.tag);
            case "digest":
                return known.has(entry.digest);
            case "id":
                return [...known].some((digest) => digest.slice(digest.indexOf(":") + 1).startsWith(entry.hex));
        }
    };
}
function finder(entries) {
    const whole = new Map();
    const short = new Map();
    for (const entry of entries) {
        if (entry.kind === "digest")
            whole.set(entry.digest, entry);
        if (entry.kind === "id") {
            const begin = entry.hex.slice(0, SHORT);
            short.set(begin, [...(short.get(begin) ?? []), entry]);
        }
    }
    return (digest) => {
        const hex = digest.slice(digest.indexOf(":") + 1);
        return whole.get(digest) ?? short.get(hex.slice(0, SHORT))?.find((entry) => hex.startsWith(entry.hex));
    };
}
function useOf({ tag, digest }, { tags, digests }, { manifests }) {
    const named = tags.get(tag);
    if (named !== undefined || digests.size === 0)
        return named;
    for (const part of (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_1__  .PG)([digest], manifests)) {
        const entry = digests.get(part);
        if (entry !== undefined)
            return entry;
    }
    return undefined;
}


/***/ }),

/***/ 4655:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    XL: () => (  keepReasons),
    x2: () => (  ruleNameOf),
    z4: () => (  healedBy),
    zH: () => (  bestRank)
  });
  var _image_created_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7865);
  var _image_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7293);
  var _in_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4849);
  var _policy_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1774);




const DANGLING = {
    reasonFor: ({ tag, digest, place }, facts) => {
        if (place.kind !== "dangling")
            return undefined;
        const goes = digest === undefined ? healedBy(tag, facts) !== undefined : hollowGoes({ tag, digest }, facts);
        return goes ? undefined : place;
    },
};
const JUST_PUSHED = {
    reasonFor: ({ tag, digest }, { snapshot: { namedTags, namedDigests } }) => digest !== undefined && (namedTags.has(tag) || namedDigests.has(digest))
        ? { kind: "just-pushed" }
        : undefined,
};
const IN_USE = {
    reasonFor: ({ tag, digest }, { used, snapshot }) => {
        const use = digest === undefined ? undefined : (0,_in_use_js__WEBPACK_IMPORTED_MODULE_2__  .jj)({ tag, digest }, used, snapshot);
        return use === undefined ? undefined : { kind: "protected", by: use.text };
    },
};
const NO_CANDIDATE = {
    reasonFor: ({ place }) => place.kind === "ranked" ||
        place.kind === "dangling" ||
        place.kind === "half-untagged" ||
        place.kind === "referrer"
        ? undefined
        : place,
};
const AMONG_THE_NEWEST = {
    yieldsToBudget: true,
    reasonFor: ({ place }) => (place.kind === "ranked" ? newestOf(place) : undefined),
};
function newestOf({ group, rank, semverRank, rule }) {
    const { keep, sort } = rule;
    const newest = { kind: "newest", ...ruleNameOf(rule), group, keep };
    if (rank <= keep)
        return { ...newest, rank, by: sort };
    return semverRank !== undefined && semverRank <= keep
        ? { ...newest, rank: semverRank, by: "version" }
        : undefined;
}
function bestRank({ rank, semverRank = rank }) {
    return Math.min(rank, semverRank);
}
const YOUNG = {
    reasonFor: ({ place }, { snapshot }) => {
        const limit = place.kind === "ranked" ? place.rule.keepYoungerThan : undefined;
        if (place.kind !== "ranked" || limit === undefined)
            return undefined;
        const age = (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__  .h)(place.digest, snapshot);
        if (age.kind === "undated")
            return { kind: "undated", limit };
        return age.kind === "dated" && age.created > snapshot.now - limit
            ? { kind: "younger", created: new Date(age.created).toISOString(), limit }
            : undefined;
    },
};
const KEEP_RULES = [DANGLING, JUST_PUSHED, IN_USE, NO_CANDIDATE, AMONG_THE_NEWEST, YOUNG];
const RULES = KEEP_RULES;
const RULES_UNDER_A_BUDGET = [
    ...RULES.filter(({ yieldsToBudget }) => yieldsToBudget !== true),
    ...RULES.filter(({ yieldsToBudget }) => yieldsToBudget === true),
];
function keepReasons(standing, facts) {
    if (standing.place.kind === "half-untagged")
        return [];
    const rules = facts.policy.maxSize === undefined ? RULES : RULES_UNDER_A_BUDGET;
    return rules.flatMap((rule) => rule.reasonFor(standing, facts) ?? []);
}
function healedBy(tag, facts) {
    return mayHeal(tag, facts) ? facts.by : undefined;
}
function mayHeal(tag, { snapshot, policy, used }) {
    const isWanted = snapshot.namedTags.has(tag) || used.tags.has(tag);
    return policy.dangling === "delete" && !isWanted && (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__  .Xl)(tag, policy);
}
function hollowGoes(image, facts) {
    const { snapshot, used, policy } = facts;
    if (!mayHeal(image.tag, facts) || (0,_in_use_js__WEBPACK_IMPORTED_MODULE_2__  .jj)(image, used, snapshot) !== undefined)
        return false;
    const limit = (0,_policy_js__WEBPACK_IMPORTED_MODULE_3__  .sG)(image.tag, policy)?.keepYoungerThan;
    const age = (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__  .h)(image.digest, snapshot);
    const isOld = limit === undefined || (age.kind === "dated" && age.created <= snapshot.now - limit);
    const parts = [...(0,_image_graph_js__WEBPACK_IMPORTED_MODULE_1__  .PG)([image.digest], snapshot.manifests)];
    return isOld && !parts.some((part) => snapshot.namedDigests.has(part));
}
function ruleNameOf({ name }) {
    return name === undefined ? {} : { rule: name };
}


/***/ }),

/***/ 4458:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Mx: () => (  beyondNewest),
    XQ: () => (  unreadDates),
    qj: () => (  overBudget),
    xw: () => (  ownVerdictOf)
  });
  var _image_created_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7865);
  var _keep_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4655);


function ownVerdictOf(standing, facts) {
    const { place, tag, digest } = standing;
    const [reason] = (0,_keep_rules_js__WEBPACK_IMPORTED_MODULE_1__  .XL)(standing, facts);
    if (reason !== undefined)
        return { kind: "keep", tag, ...(digest === undefined ? {} : { digest }), reason };
    if (place.kind === "ranked") {
        return { kind: "delete", tag, digest: place.digest, reason: beyondNewest(place) };
    }
    if (digest !== undefined && place.kind === "referrer") {
        return referrerVerdict(tag, { digest, subject: place.subject }, facts);
    }
    if (place.kind === "half-untagged") {
        return { kind: "delete", tag, digest: place.digest, reason: { kind: "half-untagged" } };
    }
    if (digest !== undefined && place.kind === "dangling") {
        return { kind: "delete", tag, digest, reason: place };
    }
    const by = (0,_keep_rules_js__WEBPACK_IMPORTED_MODULE_1__  .z4)(tag, facts);
    return by === undefined ? { kind: "keep", tag, reason: place } : { kind: "heal", tag, by };
}
function unreadDates({ place }, snapshot) {
    if (place.kind !== "ranked" || place.rule.keepYoungerThan === undefined)
        return [];
    const age = (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__  .h)(place.digest, snapshot);
    return age.kind === "unread" ? age.configs : [];
}
function beyondNewest({ group, rank, of, rule }) {
    return { kind: "beyond-newest", ...(0,_keep_rules_js__WEBPACK_IMPORTED_MODULE_1__  .x2)(rule), group, rank, of, keep: rule.keep };
}
function overBudget({ group, rank, of, rule }, maxSize) {
    return { kind: "over-budget", ...(0,_keep_rules_js__WEBPACK_IMPORTED_MODULE_1__  .x2)(rule), group, rank, of, maxSize };
}
function referrerVerdict(tag, { digest, subject }, { snapshot, policy }) {
    if (!snapshot.missing.has(subject))
        return { kind: "follow", tag, digest, subject };
    const reason = { kind: "orphan", subject };
    return policy.orphans === "delete" || snapshot.leftovers.has(digest)
        ? { kind: "delete", tag, digest, reason }
        : { kind: "keep", tag, digest, reason };
}


/***/ }),

/***/ 9982:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  repositoryUses),
    t: () => (  patternUses)
  });
  var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1774);
  var _in_use_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4849);


function patternUses(snapshot, policy) {
    const { rules, exclude, protect } = policy;
    const usesOf = (setting, patterns) => patterns.map(({ text, matches }) => ({
        setting,
        text,
        isUsed: snapshot.tags.some(({ tag }) => matches(tag)),
    }));
    const written = protect.filter(({ from }) => from === "setting");
    const isThere = written.length === 0 ? undefined : (0,_in_use_js__WEBPACK_IMPORTED_MODULE_1__  .Jf)(snapshot);
    return [
        ...usesOf("exclude", exclude),
        ...rules.flatMap(({ name, tags: included, exclude: excluded }) => name === undefined
            ? [...usesOf("include", included), ...usesOf("exclude", excluded)]
            : [...usesOf(`tags of rule ${name}`, included), ...usesOf(`exclude of rule ${name}`, excluded)]),
        ...written.map((entry) => ({
            setting: "protect",
            text: entry.text,
            isUsed: isThere?.(entry) === true,
        })),
    ];
}
function repositoryUses(place, { rules }) {
    return rules.flatMap(({ name = "", repositories }) => repositories.map((pattern) => ({
        setting: `repositories of rule ${name}`,
        text: pattern.text,
        isUsed: (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__  .EZ)(place, pattern),
    })));
}


/***/ }),

/***/ 1774:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    EZ: () => (  isMeant),
    KV: () => (  policyFor),
    Xl: () => (  mayDelete),
    ZZ: () => (  UNTAG_WAYS),
    ah: () => (  exclusionOf),
    dv: () => (  OR_WHAT),
    sG: () => (  ruleFor)
  });
  var _names_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1147);

const OR_WHAT = ["report", "delete"];
const UNTAG_WAYS = ["auto", "never", "overwrite"];
function policyFor(place, policies) {
    const rules = policies.rules.filter(({ repositories }) => repositories.length === 0 || repositories.some((pattern) => isMeant(place, pattern)));
    const maxSize = rules.find((rule) => rule.maxSize !== undefined)?.maxSize;
    return { ...policies, rules, ...(maxSize === undefined ? {} : { maxSize }) };
}
function isMeant({ host, repository }, pattern) {
    return pattern.matches(repository) || ((0,_names_glob_js__WEBPACK_IMPORTED_MODULE_0__  .$r)(pattern) && pattern.matches(`${host}/${repository}`));
}
function ruleFor(tag, { rules }) {
    return rules.find(({ tags }) => tags.length === 0 || tags.some((pattern) => pattern.matches(tag)));
}
function exclusionOf(tag, { exclude }, rule) {
    return [...exclude, ...(rule?.exclude ?? [])].find((pattern) => pattern.matches(tag));
}
function mayDelete(tag, policy) {
    const rule = ruleFor(tag, policy);
    return rule !== undefined && exclusionOf(tag, policy, rule) === undefined;
}


/***/ }),

/***/ 3773:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    R: () => (  isForAnother),
    a: () => (  propagateKeeps)
  });
  var _image_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7293);
  var _untagged_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7655);
  var _names_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8420);



function propagateKeeps(ownVerdicts, facts) {
    const { snapshot, by } = facts;
    const noUntag = noUntagOf(facts);
    const { roots, followers } = (0,_untagged_js__WEBPACK_IMPORTED_MODULE_2__  .uZ)(snapshot);
    const isOld = (digest) => (0,_untagged_js__WEBPACK_IMPORTED_MODULE_2__  .Um)(digest, snapshot, facts.policy) && !isPartlyUsed(digest, facts);
    const old = roots.filter(isOld);
    const untagged = new Set(roots.filter((digest) => !isOld(digest)));
    const stays = new Map();
    for (const own of ownVerdicts)
        if (own.kind === "keep")
            stays.set(own.tag, own);
    for (;;) {
        const kept = keptFor(ownVerdicts.flatMap(({ tag }) => stays.get(tag) ?? []), untagged, facts);
        const open = ownVerdicts.filter(({ tag }) => !stays.has(tag));
        const doomed = doomedBy([...goingOf(open), ...old], open, { needed: kept.needed, snapshot });
        const state = { kept, doomed, snapshot, by, noUntag };
        const more = open.flatMap((own) => stayOf(own, state) ?? []);
        const followed = followers.filter((digest) => !doomed.has(digest) && !untagged.has(digest));
        if (more.length === 0 && followed.length === 0) {
            const verdicts = ownVerdicts.map((own) => stays.get(own.tag) ?? verdictOf(own, state));
            return { verdicts, doomed };
        }
        for (const verdict of more)
            stays.set(verdict.tag, verdict);
        for (const digest of followed)
            untagged.add(digest);
    }
}
function noUntagOf({ snapshot: { untags = "unseen" }, policy }) {
    return policy.untag === "never" || untags === "yes" || untags === "shared" ? "never" : untags;
}
function isPartlyUsed(image, { snapshot, used }) {
    return [...(0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__  .CI)(image, snapshot.manifests)].some((part) => used.digests.has(part));
}
const FOR_ANOTHER = {
    referrer: true,
    "shares-digest": true,
    "contained-in": true,
    "has-referrer": true,
};
function isForAnother(reason) {
    return reason.kind in FOR_ANOTHER;
}
function keptFor(verdicts, untagged, { snapshot, used }) {
    const tags = new Map();
    const referred = new Map();
    const subjects = new Map();
    for (const { tag, digest, reason } of verdicts) {
        const subject = (0,_names_version_js__WEBPACK_IMPORTED_MODULE_1__  .et)(tag);
        if (subject !== undefined && !snapshot.missing.has(subject)) {
            referred.set(subject, tag);
            if (!isForAnother(reason))
                subjects.set(subject, tag);
        }
        if (digest !== undefined && !tags.has(digest))
            tags.set(digest, tag);
    }
    const named = [...snapshot.namedDigests, ...used.digests.keys(), ...untagged].map((digest) => [digest, digest]);
    const needed = (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__  .Xl)([...tags, ...named, ...referred], snapshot.manifests);
    return { tags, needed, subjects };
}
function doomedBy(going, open, { needed, snapshot }) {
    const { manifests, missing, leftovers, referrers } = snapshot;
    const doomed = new Set();
    const doom = (digest) => {
        for (const part of (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__  .CI)(digest, manifests)) {
            if (!needed.has(part) && !missing.has(part))
                doomed.add(part);
        }
    };
    going.forEach(doom);
    leftovers.forEach(doom);
    for (let before = -1; before !== doomed.size;) {
        before = doomed.size;
        for (const own of open) {
            if (own.kind === "follow" && doomed.has(own.subject))
                doom(own.digest);
        }
        for (const digest of doomed)
            referrers.get(digest)?.forEach(doom);
    }
    return doomed;
}
function goingOf(open) {
    return open.filter((own) => own.kind === "delete").map(({ digest }) => digest);
}
function stayOf(own, state) {
    if (own.kind === "keep" || own.kind === "heal")
        return undefined;
    const { tag, digest } = own;
    if (own.kind === "follow" && !state.doomed.has(own.subject)) {
        return { kind: "keep", tag, digest, reason: { kind: "referrer", subject: own.subject } };
    }
    if (own.kind === "follow" && untagOf(digest, state) !== undefined)
        return undefined;
    const reason = sharedReason(digest, state);
    return reason === undefined ? undefined : { kind: "keep", tag, digest, reason };
}
function sharedReason(digest, { kept, snapshot, by, noUntag }) {
    const alias = kept.tags.get(digest);
    if (alias !== undefined) {
        return by === undefined ? { kind: "shares-digest", with: alias, untags: noUntag } : undefined;
    }
    const parts = kept.subjects.size === 0 ? [] : (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__  .CI)(digest, snapshot.manifests);
    for (const part of parts) {
        const referrer = kept.subjects.get(part);
        if (referrer !== undefined)
            return { kind: "has-referrer", with: referrer };
    }
    const needer = kept.needed.get(digest);
    return needer === undefined ? undefined : { kind: "contained-in", with: needer };
}
function untagOf(digest, { snapshot, by, kept }) {
    return snapshot.untags === "shared" && !kept.tags.has(digest) ? undefined : by;
}
function verdictOf(own, state) {
    const { kept } = state;
    if (own.kind === "keep")
        return own;
    const { tag } = own;
    if (own.kind === "heal")
        return { kind: "untag", tag, by: own.by, reason: { kind: "dangling" } };
    const verdict = own.kind === "delete" ? own : deletedWith(own);
    const { digest, reason } = verdict;
    const by = untagOf(digest, state);
    if (by === undefined || !kept.needed.has(digest))
        return verdict;
    const alias = kept.tags.get(digest);
    return { kind: "untag", tag, digest, by, reason, ...(alias === undefined ? {} : { with: alias }) };
}
function deletedWith({ tag, digest, subject, }) {
    return { kind: "delete", tag, digest, reason: { kind: "referrer-of", subject } };
}


/***/ }),

/***/ 1998:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  E: () => (  standings)
});

var created = __webpack_require__(7865);
var names_group = __webpack_require__(1404);
var names_order = __webpack_require__(3977);
var name_words = __webpack_require__(3645);
var tokens = __webpack_require__(6724);
; 



function patchOrder(sort, members) {
    const mixed = mixedStages(members.map(({ name }) => name));
    const compare = (a, b) => {
        if (a.name.kind !== "version" || b.name.kind !== "version")
            return (0,names_order .oN)(b, a, names_order .cX);
        return compareStaged(b.name, a.name, mixed);
    };
    return sort === "semver" ? compare : (a, b) => (0,names_order .G8)(a, b) || compare(a, b);
}
function compareStaged(a, b, mixed) {
    const [before, after] = [stageOf(a.version), stageOf(b.version)];
    const order = (0,names_order .S$)(a.version.numbers, b.version.numbers) ||
        before - after ||
        (0,names_order ._f)(countedOf(a.version), countedOf(b.version));
    if (order !== 0 || mixed.has(keyOf(a)))
        return order;
    return (0,names_order .cX)(a.version, b.version);
}
function countedOf(version) {
    if (stageOf(version) >= 0)
        return [];
    const end = version.prerelease.findIndex((token) => !(0,tokens .Et)(token) && !name_words .GV.has(token));
    return end < 0 ? version.prerelease : version.prerelease.slice(0, end);
}
function mixedStages(names) {
    const words = new Map();
    const mixed = new Set();
    for (const name of names) {
        if (name.kind !== "version")
            continue;
        const key = keyOf(name);
        const word = wordOf(name);
        if ((words.get(key) ?? word) !== word)
            mixed.add(key);
        words.set(key, word);
    }
    return mixed;
}
function keyOf(name) {
    const { version, word = "" } = name;
    const counted = countedOf(version).map((token) => token.replace(/^0+(?=\d)/, ""));
    return `${word} ${version.numbers.join(".").replace(/(?:\.0)+$/, "")} ${stageOf(version)} ${counted.join(".")}`;
}
function wordOf({ version, channel }) {
    return version.isLettered && version.prerelease.length === 1 ? "a letter" : channel;
}
function stageOf({ prerelease, build, isAhead, isLettered }) {
    const first = prerelease[0] ?? build[0] ?? "";
    if (isAhead || isLettered || name_words .vz.has(first))
        return 1;
    if (name_words .GV.has(first) || ((0,tokens .Et)(first) && prerelease.length > 0))
        return -1;
    return 0;
}

var policy_policy = __webpack_require__(1774);
var version = __webpack_require__(8420);
var grouped = __webpack_require__(6011);
; 


function placeImages(ordered, compare, options) {
    const places = new Map();
    const unread = [];
    const rank = ({ digest }) => {
        if (!places.has(digest))
            places.set(digest, { kind: "at", rank: places.size + 1 });
    };
    for (let from = 0, to = 0; from < ordered.length; from = to) {
        to = endOfTie(ordered, from, compare);
        const tie = ordered.slice(from, to);
        const before = places.size;
        const images = isAcross({ before, count: tie.length }, options) ? imagesOf(tie, places) : [];
        if (isAcross({ before, count: images.length }, options)) {
            unread.push(...settle(images, { before, places }, options));
        }
        else {
            tie.forEach(rank);
        }
    }
    return { places, unread };
}
function imagesOf(tie, places) {
    return [...new Set(tie.map(({ digest }) => digest))].filter((digest) => !places.has(digest));
}
function endOfTie(ordered, from, compare) {
    const first = ordered[from];
    const isTie = (member) => first !== undefined && member !== undefined && compare(first, member) === 0;
    let to = from + 1;
    while (isTie(ordered[to]))
        to += 1;
    return to;
}
function isAcross({ before, count }, { keep, hasBudget }) {
    return count > 1 && before < keep && (hasBudget || before + count > keep);
}
function settle(images, { before, places }, options) {
    const ages = images.map((digest) => ({ digest, age: (0,created .h)(digest, options.snapshot) }));
    const unread = ages.flatMap(({ age }) => (age.kind === "unread" ? age.configs : []));
    if (unread.length > 0) {
        for (const digest of images)
            places.set(digest, { kind: "unread" });
        return unread;
    }
    for (const { digest, age } of ages) {
        if (age.kind !== "dated")
            places.set(digest, { kind: "unordered", ties: images.length });
    }
    const dates = (0,grouped .z)(ages.flatMap(({ digest, age }) => (age.kind === "dated" ? [[age.created, digest]] : [])));
    let newer = before;
    for (const [, same] of [...dates].sort(([a], [b]) => b - a)) {
        const isOpen = isAcross({ before: newer, count: same.length }, options);
        same.forEach((digest, index) => places.set(digest, isOpen ? { kind: "unordered", ties: same.length } : { kind: "at", rank: newer + index + 1 }));
        newer += same.length;
    }
    return [];
}

var hollow = __webpack_require__(5082);
var untag_mark = __webpack_require__(4892);
var glob = __webpack_require__(1147);
; 





function obstacleOf(state, { name, rule, snapshot }, policy) {
    const { digest } = state;
    if (digest === undefined)
        return { kind: "dangling" };
    if ((0,untag_mark .bJ)(snapshot.manifests.get(digest)))
        return { kind: "half-untagged", digest };
    const parts = name.kind === "referrer" ? 0 : (0,hollow .z)(digest, snapshot).length;
    if (parts > 0)
        return { kind: "dangling", parts };
    const pattern = (0,policy_policy .ah)(state.tag, policy, rule);
    if (pattern !== undefined)
        return { kind: "excluded", pattern: pattern.text };
    if (name.kind === "referrer")
        return { kind: "referrer", subject: name.subject };
    if (rule !== undefined)
        return unorderable(state.tag, name, rule);
    const hasNames = policy.rules.length !== 1 || policy.rules.some((other) => other.name !== undefined);
    return { kind: hasNames ? "no-rule" : "not-included" };
}
function unorderable(tag, name, rule) {
    const isVersion = name.kind === "version" && (name.word === undefined || asksFor(rule, tag, name.word));
    switch (rule.sort) {
        case "semver":
            return isVersion ? undefined : { kind: "not-a-version" };
        case "prerelease": {
            const isAskedFor = name.kind === "label" && rule.tags.length > 0;
            const isCandidate = (isVersion && (0,version .V1)(name.version)) || isAskedFor;
            return isCandidate ? undefined : { kind: "not-a-prerelease" };
        }
        case "natural":
        case "created":
            return tag === "latest" ? { kind: "latest" } : undefined;
    }
}
function asksFor({ tags }, tag, word) {
    return tags.some((pattern) => pattern.matches(tag) && (0,glob .F8)(pattern, word));
}

; 








function standings(snapshot, policy) {
    const others = [];
    const candidates = new Map(policy.rules.map((rule) => [rule, []]));
    const readName = (0,version .n1)(snapshot.tags.map(({ tag }) => tag));
    for (const state of snapshot.tags) {
        const name = readName(state.tag);
        const rule = (0,policy_policy .sG)(state.tag, policy);
        const obstacle = obstacleOf(state, { name, rule, snapshot }, policy);
        if (obstacle !== undefined) {
            others.push({ ...state, place: obstacle });
        }
        else if (state.digest !== undefined && rule !== undefined) {
            candidates.get(rule)?.push({ tag: state.tag, digest: state.digest, name });
        }
    }
    const hasBudget = policy.maxSize !== undefined;
    const ranked = [...candidates].map(([rule, members]) => rankAll(rule, members, { snapshot, hasBudget }));
    const [inGroups, unplaced] = [
        ranked.flatMap(({ places }) => places),
        ranked.flatMap((each) => each.unplaced),
    ];
    return {
        places: [...inGroups, ...[...others, ...unplaced].sort((a, b) => (0,names_order .lF)(a.tag, b.tag))],
        newestFirst: ranked.flatMap(({ newestFirst }) => newestFirst),
        unread: ranked.flatMap(({ unread }) => unread),
        undated: ranked.flatMap(({ undated }) => undated),
        readName,
    };
}
function rankAll(rule, members, circumstances) {
    const dated = rule.sort === "created" ? withDates(members, circumstances.snapshot) : { members, unread: [] };
    if (dated.unread.length > 0)
        return allUnread(members, dated.unread);
    const compare = orderOf(rule, members);
    const ordered = [...dated.members].sort((a, b) => compare(a, b) || (0,names_order .lF)(a.tag, b.tag));
    const isUndated = ({ created }) => rule.sort === "created" && created === undefined;
    const groups = groupsOf(rule, ordered).map(([group, tags]) => rankGroup({ rule, group, compare }, tags, circumstances));
    return {
        places: groups.flatMap(({ places }) => places),
        unplaced: [],
        newestFirst: ordered.map(({ tag }) => tag),
        unread: groups.flatMap(({ unread }) => unread),
        undated: ordered.filter(isUndated).map(({ tag }) => tag),
    };
}
function allUnread(members, unread) {
    const place = { kind: "date-unread" };
    const unplaced = members.map(({ tag, digest }) => ({ tag, digest, place }));
    return { places: [], unplaced, newestFirst: [], unread, undated: [] };
}
function orderOf({ sort, groupBy }, members) {
    const isApart = groupBy.includes("channel") || groupBy.includes("suffix");
    if (!isApart && (sort === "semver" || sort === "prerelease"))
        return patchOrder(sort, members);
    return (0,names_order ._y)(sort, members.map(({ tag }) => tag));
}
function withDates(members, snapshot) {
    const ages = members.map((member) => ({ member, age: (0,created .h)(member.digest, snapshot) }));
    return {
        members: ages.map(({ member, age }) => age.kind === "dated" ? { ...member, created: age.created } : member),
        unread: ages.flatMap(({ age }) => (age.kind === "unread" ? age.configs : [])),
    };
}
function groupsOf(rule, members) {
    const groups = new Map();
    for (const member of members) {
        const group = (0,names_group .F8)(member.name, rule.groupBy, rule.sort);
        const name = (0,names_group .I8)(group, rule.groupBy);
        const known = groups.get(name) ?? { group, members: [] };
        groups.set(name, known);
        known.members.push(member);
    }
    return [...groups]
        .sort(([, a], [, b]) => (0,names_group .GM)(a.group, b.group))
        .map(([name, each]) => [name, each.members]);
}
function rankGroup({ rule, group, compare }, ordered, circumstances) {
    const { keep, sort } = rule;
    const placeable = sort === "created" ? ordered.filter(({ created }) => created !== undefined) : ordered;
    const ranks = placeImages(placeable, compare, { ...circumstances, keep });
    const byVersion = sort === "prerelease" ? versionRanks(rule, ordered, { ...circumstances, keep }) : NO_PLACES;
    const standing = { rule, group, of: ranks.places.size };
    const places = ordered.map(({ tag, digest }) => {
        const place = placeOf({ digest, ...standing }, ranks.places.get(digest), byVersion.places.get(digest));
        return { tag, digest, place };
    });
    return { places, unread: [...ranks.unread, ...byVersion.unread] };
}
const NO_PLACES = { places: new Map(), unread: [] };
function versionRanks(rule, members, options) {
    const compare = orderOf({ ...rule, sort: "semver" }, members);
    return placeImages(members.filter(({ name }) => name.kind === "version").sort(compare), compare, options);
}
function placeOf({ digest, rule, group, of }, own, byVersion) {
    const isKept = isAmong(own, rule.keep) || isAmong(byVersion, rule.keep);
    const open = isKept ? undefined : (openIn(own) ?? openIn(byVersion));
    if (open?.kind === "unread")
        return { kind: "date-unread" };
    if (open !== undefined || own === undefined)
        return unorderedIn(group, rule, open?.ties);
    const ranked = { kind: "ranked", digest, rule, group, rank: own.kind === "at" ? own.rank : of, of };
    return byVersion?.kind === "at" ? { ...ranked, semverRank: byVersion.rank } : ranked;
}
function unorderedIn(group, { name, sort }, ties) {
    const rule = name === undefined ? {} : { rule: name };
    return { kind: "unordered", ...rule, group, sort, ...(ties === undefined ? {} : { ties }) };
}
function isAmong(place, keep) {
    return place?.kind === "at" && place.rank <= keep;
}
function openIn(place) {
    return place?.kind === "at" ? undefined : place;
}


/***/ }),

/***/ 7655:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Mb: () => (  untaggedVerdicts),
    Rg: () => (  referrersAmong),
    Um: () => (  isTooOld),
    ez: () => (  plannedUntagged),
    uZ: () => (  sortUntagged)
  });
function sortUntagged(snapshot) {
    const { untagged = new Map(), manifests, leftovers } = snapshot;
    if (untagged.size === 0)
        return { roots: [], followers: [] };
    const inside = new Set([...manifests.values()].flatMap(childrenOf));
    const outside = [...untagged]
        .sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1))
        .flatMap(([digest]) => {
        const manifest = manifests.get(digest);
        if (manifest === undefined || inside.has(digest) || leftovers.has(digest))
            return [];
        const subject = subjectIn(manifest);
        return [{ digest, isFollower: subject !== undefined && manifests.has(subject) }];
    });
    return {
        roots: outside.flatMap(({ digest, isFollower }) => (isFollower ? [] : [digest])),
        followers: outside.flatMap(({ digest, isFollower }) => (isFollower ? [digest] : [])),
    };
}
function isTooOld(digest, { untagged, now }, { untaggedOlderThan }) {
    const changed = untagged?.get(digest);
    return changed !== undefined && untaggedOlderThan !== undefined && changed < now - untaggedOlderThan;
}
function untaggedVerdicts(snapshot, policy, doomed) {
    const { untaggedOlderThan: olderThan } = policy;
    return sortUntagged(snapshot).roots.map((digest) => {
        const base = { digest, changed: changedAt(digest, snapshot) };
        if (olderThan === undefined)
            return { ...base, kind: "keep", why: "no-limit" };
        if (doomed.has(digest))
            return { ...base, kind: "delete", olderThan };
        return { ...base, kind: "keep", why: isTooOld(digest, snapshot, policy) ? "needed" : "young" };
    });
}
function plannedUntagged(snapshot, doomed) {
    const { roots } = sortUntagged(snapshot);
    return roots.flatMap((digest) => doomed.has(digest) ? [{ kind: "delete", digest, changed: changedAt(digest, snapshot) }] : []);
}
function changedAt(digest, { untagged }) {
    return new Date(untagged?.get(digest) ?? 0).toISOString();
}
function referrersAmong(manifests) {
    return [...manifests].flatMap(([digest, manifest]) => {
        const subject = subjectIn(manifest);
        return subject === undefined ? [] : [[subject, digest]];
    });
}
function childrenOf(manifest) {
    return manifest.kind === "index" ? manifest.children : [];
}
function subjectIn(manifest) {
    return manifest.kind === "schema1" ? undefined : manifest.subject;
}


/***/ }),

/***/ 3387:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    n: () => (  goes)
  });
function goes(verdict) {
    return verdict.kind !== "keep";
}


/***/ }),

/***/ 3654:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    BY: () => (  addMark),
    Gv: () => (  beginTrail),
    r7: () => (  speedOf)
  });
const WINDOW_MS = 25_000;
const WINDOW_PART = 1 / 4;
const MARKS_IN_WINDOW = 50;
const LEAST_MS = 2000;
function beginTrail(mark) {
    return { from: mark.at, marks: [mark], last: mark };
}
function addMark({ from, marks }, mark) {
    const window = windowOf(from, mark.at);
    const newest = marks.at(-1) ?? marks[0];
    if (mark.at - newest.at < window / MARKS_IN_WINDOW)
        return { from, marks, last: mark };
    const start = marks.findLastIndex(({ at }) => at <= mark.at - window);
    const [first = marks[0], ...rest] = marks.slice(Math.max(start, 0));
    return { from, marks: [first, ...rest, mark], last: mark };
}
function speedOf({ from, marks, last }, now) {
    const start = last.at - windowOf(from, last.at);
    const base = marks.findLast(({ at }) => at <= start) ?? marks[0];
    const [items, between] = [last.done - base.done, last.at - base.at];
    const usual = items > 0 ? between / items : 0;
    const spent = between + Math.max(0, now - last.at - usual);
    if (!(spent >= LEAST_MS))
        return {};
    const perSecond = (items / spent) * 1000;
    const left = ((1 - last.share) * spent) / (last.share - base.share);
    return {
        ...(perSecond > 0 ? { perSecond } : {}),
        ...(last.share > base.share && Number.isFinite(left) ? { left } : {}),
    };
}
function windowOf(from, at) {
    return Math.max(WINDOW_MS, (at - from) * WINDOW_PART);
}


/***/ }),

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

/***/ 4338:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Aq: () => (  NoPlainFileError),
    VX: () => (  readRegular),
    Wu: () => (  refuseOddFile),
    _p: () => (  whyUnreadable),
    lf: () => (  openRegular),
    uZ: () => (  MOST_BYTES)
  });
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);



const KIBIBYTE = 1024;
const MOST_BYTES = {
    configuration: 4 * KIBIBYTE * KIBIBYTE,
    plan: 64 * KIBIBYTE * KIBIBYTE,
    output: 256 * KIBIBYTE * KIBIBYTE,
    journal: 2 * KIBIBYTE * KIBIBYTE * KIBIBYTE,
};
class NoPlainFileError extends Error {
    name = "NoPlainFileError";
    code;
    constructor(message, code = "") {
        super(message);
        this.code = code;
    }
}
function whyUnreadable(error) {
    const code = (0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_2__  .$N)(error);
    return code === "" ? (0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_2__  .fG)(error) : code;
}
async function readRegular(path, most) {
    const file = await openRegular(path, most);
    try {
        const chunks = [];
        for (let total = 0;;) {
            const room = Math.min(most - total + 1, CHUNK_BYTES);
            const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(room), 0, room, null);
            if (bytesRead === 0)
                return Buffer.concat(chunks);
            total += bytesRead;
            if (total > most)
                throw tooLarge(most);
            chunks.push(buffer.subarray(0, bytesRead));
        }
    }
    finally {
        await file.close();
    }
}
const CHUNK_BYTES = 256 * KIBIBYTE;
async function openRegular(path, most) {
    assertPlain(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path), most);
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | NONBLOCK);
    try {
        assertPlain(await file.stat(), most);
        return file;
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
async function refuseOddFile(path) {
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch((error) => {
        if ((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_2__  .kN)(error))
            return undefined;
        throw error;
    });
    if (found?.isCharacterDevice() === false)
        assertPlain(found, Infinity);
}
const NONBLOCK = process.platform === "win32" ? 0 : node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK;
function assertPlain(found, most) {
    if (found.isDirectory())
        throw new NoPlainFileError("it is a folder", "EISDIR");
    if (!found.isFile())
        throw new NoPlainFileError(`it is no regular file, but ${kindOf(found)}`);
    if (found.size > most)
        throw tooLarge(most);
}
function kindOf(found) {
    if (found.isFIFO())
        return "a pipe";
    return found.isSocket() ? "a socket" : "a device";
}
function tooLarge(most) {
    return new NoPlainFileError(`it has more than ${most / KIBIBYTE / KIBIBYTE} MiB`);
}


/***/ }),

/***/ 8617:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    _O: () => (  USER_AGENT),
    js: () => (  TOOL),
    o_: () => (  NAME),
    xv: () => (  VERSION)
  });
const NAME = "prune-image-tags";
const VERSION = "0.1.0";
const TOOL = `${NAME} ${VERSION}`;
const USER_AGENT = `${NAME}/${VERSION}`;


/***/ }),

/***/ 9106:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  v: () => (  COMMAND_TABLE)
});

var errors = __webpack_require__(6846);
var failure = __webpack_require__(8446);
var outputs = __webpack_require__(7434);
var advice = __webpack_require__(6014);
var run_result = __webpack_require__(5327);
; 




function viewDeletions({ result, file }, startedAs) {
    return {
        kind: "run",
        status: (0,run_result .c2)(result),
        failure: (0,failure .k)(result, startedAs),
        closing: [...(0,advice .$D)(result), ...(0,advice .$c)(result, startedAs), (0,run_result .dC)(result)],
        json: () => (0,outputs .hF)(result, file),
        summary: async () => (await __webpack_require__.e(/* import() */ 2510).then(__webpack_require__.bind(__webpack_require__, 2510))).renderSummary(result, startedAs),
        outputs: () => (0,outputs .pb)((0,outputs .Yz)(result, file)),
    };
}

var outcomes = __webpack_require__(27);
var policy = __webpack_require__(1774);
var registries_kinds = __webpack_require__(5555);
var settings = __webpack_require__(4158);
; 


function refuseSettings(read, places, settings) {
    const named = new Set(places.map(({ host }) => (0,registries_kinds .hC)(host, settings).kind));
    for (const { refuses } of registries_kinds .GW.filter(({ kind }) => named.has(kind))) {
        for (const refusal of refuses) {
            const isMeantForOthers = refusal.isForAll === true && named.size > 1;
            if (!isMeantForOthers && isRefused(read, refusal))
                read.problem(refusal.setting, refusal.why);
        }
    }
}
function isRefused(read, { setting, value, below, exceptIn }) {
    const command = read.text("command");
    const row = settings .y.find(({ name }) => name === setting);
    const isTaken = row?.commands.some((taker) => taker === command) === true && command !== exceptIn;
    if (!isTaken || !read.isGiven(setting))
        return false;
    if (value !== undefined)
        return read.text(setting) === value;
    return below === undefined || (read.duration(setting) ?? Infinity) < below;
}

var glob = __webpack_require__(1147);
var reference = __webpack_require__(1033);
; 



function isImageGlob(text) {
    return (0,glob .fg)(text.replace(/^(https?:\/\/)?\[[0-9a-fA-F:]*\]/i, ""));
}
function parseImageGlob(text) {
    const { scheme, host, path } = (0,reference .mQ)(text);
    if (/[:@]/.test(path)) {
        throw new errors .Pc(`"${text}": a pattern of repositories has no tag and no digest; what was just pushed is named whole, on a line of its own`, "Correct the pattern.");
    }
    const { matches } = (0,glob .y5)(path);
    const [first = path] = path.split("/");
    return {
        ...(scheme === undefined ? {} : { scheme }),
        host: host.toLowerCase(),
        pattern: path,
        first,
        matches,
    };
}

var unexpanded = __webpack_require__(3795);
var github = __webpack_require__(385);
; 




function readGitHub(read) {
    const token = read.secret("github-token").trim();
    if ((0,unexpanded .n4)(token))
        read.problem("github-token", `it is ${unexpanded .Yy}`);
    const api = read.value("github-api-url", parseApi) ?? github .yQ.api;
    const named = read.value("github-registry", parseRegistry);
    const registry = named ?? (0,github .Fv)(api);
    if (registry !== undefined)
        return { api, registry, ...(token === "" ? {} : { token }) };
    if (read.isGiven("github-api-url") && !read.isGiven("github-registry")) {
        read.problem("github-registry", `it is empty, and the registry of ${api} is not known; name its host, such as containers.github.example.com`);
    }
    return github .yQ;
}
function parseApi(text) {
    const isUrl = /^https?:\/\//i.test(text) && URL.canParse(text);
    const { origin, pathname, search, hash, username, password } = new URL(isUrl ? text : github .yQ.api);
    const isBare = [search, hash, username, password].every((part) => part === "");
    if (isUrl && isBare)
        return `${origin}${pathname}`.replace(/\/+$/, "");
    throw new errors .Pc(`"${text}" is not the address of an API; write it as https://github.example.com/api/v3`, "Correct it.");
}
function parseRegistry(text) {
    if ((0,reference .jU)(text))
        return text.toLowerCase();
    throw new errors .Pc(`"${text}" is not a host; write host[:port] alone`, "Correct it.");
}

; 







const MAX_CONCURRENCY = 64;
function readConnection(read, places) {
    const login = readLogin(read, places);
    const github = readGitHub(read);
    refuseSettings(read, places, { github });
    return {
        ...(login === undefined ? {} : { login }),
        plainHttp: read.list("plain-http", parseHost),
        tokenServers: read.list("token-servers", parseHost),
        ...readTls(read),
        concurrency: readConcurrency(read),
        github,
    };
}
function readImages(read) {
    const named = listImages(read);
    if (isEmpty(named) && read.problems.every(({ setting }) => setting !== "image")) {
        read.problem("image", "it is empty; name the image that was pushed, such as registry.example.com/team/app:1.4.9");
    }
    return named;
}
function readOptionalImages(read, file) {
    const named = listImages(read);
    const hasLogin = read.text("username") !== "" || read.secret("password") !== "";
    if (isEmpty(named) && hasLogin && read.problems.every(({ setting }) => setting !== "image")) {
        read.problem("image", `it is empty, and a password is given: ${file} is not to say which host gets it; name the repository`);
    }
    return named;
}
function refuseGlobs(read, globs, why) {
    const [glob] = globs;
    if (glob === undefined)
        return;
    read.problem("image", `${glob.host}/${glob.pattern} is a pattern, and ${why}; name it whole`);
}
function refuseSeveral(read, images, why) {
    const [image, ...others] = images;
    if (image !== undefined && others.some((other) => !(0,reference .ve)(image, other))) {
        read.problem("image", `there are several repositories, and ${why}`);
    }
}
function isEmpty({ images, globs }) {
    return images.length === 0 && globs.length === 0;
}
function splitImages(text) {
    return text.split(/[\r\n]+/).flatMap((line) => {
        const parts = [];
        let isInside = false;
        let end = line.length;
        for (let at = line.length - 1; at >= 0; at -= 1) {
            const char = line[at];
            if (char === "}" || char === "{")
                isInside = char === "}";
            if (char !== "," || isInside)
                continue;
            parts.push(line.slice(at + 1, end));
            end = at;
        }
        return [...parts, line.slice(0, end)].reverse();
    });
}
function listImages(read) {
    const kinds = { github: readGitHub(read) };
    const lines = read.list("image", (text) => parseNamed(text, kinds), splitImages);
    const images = lines.flatMap((line) => (line.kind === "image" ? [line.image] : []));
    const globs = lines.flatMap((line) => (line.kind === "glob" ? [line.glob] : []));
    const schemes = new Map([...images, ...globs].reverse().map(({ host, scheme }) => [host, scheme]));
    const mixed = [...images, ...globs].find(({ host, scheme }) => schemes.get(host) !== scheme);
    if (mixed !== undefined) {
        read.problem("image", `${mixed.host} is named with http:// or https:// once and otherwise elsewhere; write it the same each time`);
    }
    return { images, globs };
}
function parseNamed(text, kinds) {
    return isImageGlob(text)
        ? { kind: "glob", glob: supported(text, (0,reference .r4)(parseImageGlob(text)), kinds) }
        : { kind: "image", image: supported(text, (0,reference .r4)((0,reference .F2)(text)), kinds) };
}
function supported(text, place, kinds) {
    const error = (0,registries_kinds .hC)(place.host, kinds).misnamed(text, place);
    if (error !== undefined)
        throw error;
    return place;
}
function readLogin(read, places) {
    const username = read.text("username");
    const password = read.secret("password");
    if (username === "" && password === "")
        return undefined;
    if (username === "")
        read.problem("username", "it is empty, and a password is given; give both or none");
    if (password === "") {
        read.problem("password", "it is empty, and a user name is given; is the secret set for this repository?");
    }
    if ((0,unexpanded .n4)(username))
        read.problem("username", `"${username}" is ${unexpanded .Yy}`);
    if ((0,unexpanded .n4)(password))
        read.problem("password", `it is ${unexpanded .Yy}`);
    const hosts = new Set(places.map(({ host }) => host));
    if (hosts.size > 1) {
        read.problem("username", `there are images on several hosts (${[...hosts].join(", ")}), and a password is for one; sign in to each with docker login instead`);
    }
    return { username, password };
}
function readTls(read) {
    const [caFile, certFile, keyFile] = [read.text("ca-file"), read.text("cert-file"), read.text("key-file")];
    if (certFile === "" && keyFile !== "") {
        read.problem("cert-file", "it is empty, and key-file is given; give both or none");
    }
    if (certFile !== "" && keyFile === "") {
        read.problem("key-file", "it is empty, and cert-file is given; give both or none");
    }
    const skipsVerification = read.boolean("insecure-skip-tls-verify");
    if (caFile === "" && certFile === "" && !skipsVerification)
        return {};
    const own = certFile === "" ? {} : { own: { certFile, keyFile } };
    return { tls: { ...(caFile === "" ? {} : { caFile }), ...own, skipsVerification } };
}
function readConcurrency(read) {
    if (read.text("concurrency") === "auto")
        return MAX_CONCURRENCY;
    const number = read.count("concurrency") ?? MAX_CONCURRENCY;
    if (number < 1 || number > MAX_CONCURRENCY) {
        read.problem("concurrency", `${number} is not from 1 to ${MAX_CONCURRENCY}`);
    }
    return number;
}
function parseHost(text) {
    if ((0,reference .jU)(text))
        return text.toLowerCase();
    throw new errors .Pc(`"${text}" is not a host; write host[:port] alone, one a line, such as 192.168.1.121:5000`, "Correct it.");
}

; 
const CONTAINER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;
const LONGEST_TIMEOUT_MS = 24 * 60 * 60 * 1000;
function readCollectionSettings(read) {
    const name = read.text("gc-container");
    const script = read.text("gc-command");
    const minimum = read.size("gc-min-bytes");
    const trust = readTrust(read, name);
    const timeout = read.duration("gc-timeout") ?? LONGEST_TIMEOUT_MS;
    if (timeout > LONGEST_TIMEOUT_MS)
        read.problem("gc-timeout", "it is longer than a day; write 24h or less");
    if (name !== "" && !CONTAINER_NAME.test(name)) {
        read.problem("gc-container", `"${name}" is not a container's name; write the one that docker ps shows`);
    }
    if (name !== "" && script !== "") {
        read.problem("gc-command", "gc-container is given too; give one");
    }
    if (name === "" && minimum !== undefined) {
        read.problem("gc-min-bytes", "it needs gc-container: nobody else can be asked how much garbage there is; measure it in your script");
    }
    if (name !== "") {
        return {
            by: { kind: "container", name, ...trust, ...(minimum === undefined ? {} : { minimum }) },
            timeout,
        };
    }
    return script === "" ? undefined : { by: { kind: "command", script }, timeout };
}
function readTrust(read, container) {
    const isTrusted = read.boolean("trust-gc-container");
    if (isTrusted && container === "") {
        read.problem("trust-gc-container", "it is about the container in gc-container; name that");
    }
    return isTrusted ? { isTrusted } : {};
}

; 

function readDeletion(read, images) {
    const collection = readCollectionSettings(read);
    const hosts = new Set(images.map(({ host }) => host));
    if (collection !== undefined && hosts.size > 1) {
        const setting = collection.by.kind === "container" ? "gc-container" : "gc-command";
        read.problem(setting, `it is for one registry, and there are images on ${[...hosts].join(", ")}; prune each by itself`);
    }
    const journal = read.text("journal");
    const timeLimit = read.duration("time-limit");
    return {
        dryRun: read.boolean("dry-run"),
        ...(collection === undefined ? {} : { collection }),
        ...(journal === "" ? {} : { journal }),
        ...(timeLimit === undefined ? {} : { timeLimit }),
        cache: readCache(read),
    };
}
function readCache(read) {
    const path = read.text("cache-dir");
    if (!read.boolean("cache")) {
        if (path !== "") {
            read.problem("cache-dir", "it names a folder, and `cache: false` uses none; leave one of them out");
        }
        return { kind: "off" };
    }
    return path === "" ? { kind: "default" } : { kind: "folder", path };
}

; 



function readApply(read) {
    const { images, globs } = readOptionalImages(read, "the plan");
    const places = [...images, ...globs];
    const plan = read.text("plan");
    if (plan === "")
        read.problem("plan", "it is empty; name the file that a dry run saved (its output plan)");
    const sha256 = read.text("plan-sha256").toLowerCase();
    if (sha256 !== "" && !/^[0-9a-f]{64}$/.test(sha256)) {
        read.problem("plan-sha256", `"${sha256}" is not a SHA-256; write its 64 hex digits (the output plan-sha256)`);
    }
    return {
        command: "apply",
        plan,
        ...(sha256 === "" ? {} : { planSha256: sha256 }),
        images,
        globs,
        ...readDeletion(read, places),
        ...readConnection(read, places),
        allowEmpty: read.boolean("allow-empty"),
        untag: read.choice("untag", policy .ZZ),
    };
}

; 

function readCheck(read) {
    const registryConfig = read.text("registry-config");
    const s3Policy = read.text("s3-policy");
    const hasFiles = registryConfig !== "" || s3Policy !== "";
    const none = { images: [], globs: [] };
    const { images, globs } = hasFiles && read.text("image") === "" ? none : readImages(read);
    refuseGlobs(read, globs, "check is of one repository");
    const [image] = images;
    refuseSeveral(read, images, "check is of one; name one");
    return {
        command: "check",
        ...readConnection(read, images),
        ...(image === undefined ? {} : { image }),
        ...(registryConfig === "" ? {} : { registryConfig }),
        ...(s3Policy === "" ? {} : { s3Policy }),
    };
}

var in_use = __webpack_require__(4849);
var rule_inputs = __webpack_require__(8334);
var rule_values = __webpack_require__(337);
; 




function readPolicies(read) {
    const allowEmpty = read.boolean("allow-empty");
    const untaggedOlderThan = read.duration("untagged-older-than");
    return {
        ...(read.text("policy") === "" ? readOwn(read, allowEmpty) : readFromFile(read, allowEmpty)),
        protect: readProtected(read),
        allowEmpty,
        orphans: read.choice("orphans", policy .dv),
        dangling: read.choice("dangling", policy .dv),
        untag: read.choice("untag", policy .ZZ),
        ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
    };
}
const NOTHING_SAID = { rules: [], exclude: [] };
function readOwn(read, allowEmpty) {
    const valuesOf = (rows) => (0,rule_values .N$)(rows, (row) => writtenIn((0,rule_inputs .rB)(row), read));
    const rule = (0,rule_values .Y)(valuesOf(rule_inputs .r7.filter(({ top }) => top === undefined)));
    if (rule.keep === 0 && !allowEmpty) {
        read.problem("keep", "0 would delete every candidate; write 1 or more, or allow-empty: true as well");
    }
    return { rules: [rule], ...(0,rule_values .HX)(valuesOf(rule_inputs .r7.filter(({ top }) => top !== undefined))) };
}
function writtenIn(name, read) {
    return {
        text: (parse) => read.value(name, parse),
        words: (parse) => read.value(name, (text) => parse(text.split(/[\s,]+/))),
        patterns: () => read.patterns(name),
        choice: (choices) => read.choice(name, choices),
        count: () => read.count(name),
    };
}
function readFromFile(read, allowEmpty) {
    for (const { name } of rule_inputs .$v) {
        if (!read.isGiven(name))
            continue;
        read.problem(name, "there is a policy file, which says that; write it there, or leave policy out");
    }
    const source = read.file("policy");
    if (source === undefined)
        return NOTHING_SAID;
    const file = source.read(source.text, { allowEmpty });
    if (file.kind === "read")
        return file.policy;
    for (const problem of file.problems)
        read.problem("policy", `${read.text("policy")}, ${problem}`);
    return NOTHING_SAID;
}
function readProtected(read) {
    const listed = read.list("protect", in_use .Ov, /[\r\n,]+/).flat();
    const printed = read.file("protect-from")?.text;
    const found = printed === undefined ? [] : (0,in_use .i$)(printed);
    if (printed !== undefined && !(0,in_use .fr)(found)) {
        read.problem("protect-from", `${read.text("protect-from")} names no image of a registry, such as registry.example.com/team/app:1.4.9; did the command that wrote it fail? Where nothing is in use, leave protect-from out`);
    }
    return [...listed, ...found];
}

; 


function readExplain(read) {
    const { images, globs } = readImages(read);
    refuseGlobs(read, globs, "explain is of tags");
    const asked = images.flatMap((image) => (image.tag === undefined ? [] : [{ ...image, tag: image.tag }]));
    const untagged = images.find(({ tag }) => tag === undefined);
    if (untagged !== undefined) {
        const name = `${untagged.host}/${untagged.repository}`;
        read.problem("image", `${name} has no tag; name the tag to explain, such as ${name}:1.4.9`);
    }
    return {
        command: "explain",
        images: asked,
        policies: readPolicies(read),
        ...readConnection(read, [...images, ...globs]),
    };
}

var missing = __webpack_require__(3042);
; 





function readPrune(read) {
    const ifMissing = read.choice("if-missing", missing .Z);
    const mayBeEmpty = ifMissing === "warn" && read.isWritten("image");
    const { images, globs } = mayBeEmpty ? listImages(read) : readImages(read);
    const places = [...images, ...globs];
    const plan = read.text("plan");
    const maxDeletions = read.value("max-deletions", parseMostDeletions);
    return {
        command: "prune",
        images,
        globs,
        ifMissing,
        ...readDeletion(read, places),
        ...readConnection(read, places),
        policies: readPolicies(read),
        ...(maxDeletions === undefined ? {} : { maxDeletions }),
        ...(plan === "" ? {} : { plan }),
    };
}
function parseMostDeletions(text) {
    if (/^\d{1,9}$/.test(text))
        return { kind: "count", count: Number(text) };
    const percent = Number(/^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text)?.[1]);
    if (percent <= 100)
        return { kind: "share", percent };
    throw new errors .Pc(`"${text}" is neither a whole number nor a percentage up to 100%; write 50, or 20%`, "Correct it.");
}

; 



function readReclaim(read) {
    const registry = readRegistry(read);
    const sweep = readSweep(read);
    const collection = readCollectionSettings(read);
    if (sweep === undefined && collection === undefined) {
        read.problem("gc-container", "nothing says what to do; give gc-container, gc-command or storage");
    }
    checkRegistry(read, { registry, sweep, collection });
    return {
        command: "reclaim",
        ...readConnection(read, registry === undefined ? [] : [registry]),
        ...(registry === undefined ? {} : { registry }),
        ...(collection === undefined ? {} : { collection }),
        ...(sweep === undefined ? {} : { sweep }),
        dryRun: read.boolean("dry-run"),
    };
}
function checkRegistry(read, settings) {
    const { registry, sweep, collection } = settings;
    const isOffline = sweep?.offline === true;
    if (!isOffline && read.text("registry") === "") {
        read.problem("registry", "it is empty; name the registry whose disk is meant, such as registry.example.com:5000");
    }
    if (isOffline && (registry !== undefined || collection !== undefined)) {
        read.problem("offline", "it says that no registry runs, and a registry or a collection of a running one is named too; take one away");
    }
}
function readRegistry(read) {
    const text = read.text("registry");
    if (text === "")
        return undefined;
    const [, scheme, host = ""] = /^(?:(https?):\/\/)?([^/]+)\/?$/i.exec(text) ?? [];
    if (!(0,reference .jU)(host)) {
        read.problem("registry", `"${text}" is not a registry; write host[:port] alone, such as localhost:5000`);
        return undefined;
    }
    const spoken = scheme?.toLowerCase();
    return {
        host: host.toLowerCase(),
        ...(spoken === "http" || spoken === "https" ? { scheme: spoken } : {}),
    };
}
function readSweep(read) {
    const storage = read.text("storage");
    const offline = read.boolean("offline");
    const uploadsOlderThan = read.duration("uploads-older-than");
    const untaggedOlderThan = read.duration("untagged-older-than");
    if (storage === "") {
        if (offline || untaggedOlderThan !== undefined) {
            const setting = offline ? "offline" : "untagged-older-than";
            read.problem(setting, "it is about the registry's storage; name that in storage");
        }
        return undefined;
    }
    return {
        storage,
        offline,
        uploadsOlderThan: uploadsOlderThan ?? Infinity,
        ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
    };
}

; 

const MOST_SHARDS = 256;
function readRepositories(read) {
    const { images, globs } = readImages(read);
    const shards = read.count("shards") ?? 1;
    if (shards < 1 || shards > MOST_SHARDS) {
        read.problem("shards", `${shards} is not from 1 to ${MOST_SHARDS}, which is the most jobs of a matrix`);
    }
    return { command: "repositories", images, globs, shards, ...readConnection(read, [...images, ...globs]) };
}

; 



function readRestore(read) {
    const { images, globs } = readOptionalImages(read, "the journal");
    refuseGlobs(read, globs, "a restore is of one repository, or of all in the journal");
    const journal = read.text("journal");
    if (journal === "")
        read.problem("journal", "it is empty; name the journal of the run that deleted");
    const [image] = images;
    refuseSeveral(read, images, "a restore is of one, or of all in the journal");
    return {
        command: "restore",
        journal,
        wanted: read.list("tags", parseWanted, /[\r\n,]+/),
        ...(image === undefined ? {} : { image }),
        ...readConnection(read, images),
        dryRun: read.boolean("dry-run"),
    };
}
function parseWanted(text) {
    if (/^[./~]|\.ndjson$/.test(text)) {
        throw new errors .Pc(`"${text}" seems to be another journal, and a restore reads one: run it for each journal by itself`, "Run it for each.");
    }
    if ((0,reference .dz)(text) || (0,reference .Bc)(text))
        return text;
    throw new errors .Pc(`"${text}" is neither a tag nor a digest`, "Correct it.");
}

; 


function readTry(read) {
    const { images, globs } = listImages(read);
    refuseGlobs(read, globs, "try is of one repository");
    const [image] = images;
    refuseSeveral(read, images, "try is of one; name one");
    const policies = readPolicies(read);
    if (image === undefined && policies.rules.some(({ repositories }) => repositories.length > 0)) {
        read.problem("image", "the policy has rules for certain repositories; name the one that the tags are of");
    }
    return { command: "try", images, policies };
}

; 
function joinSteps(row) {
    const { run, view, ...entry } = row;
    return {
        ...entry,
        prepare: (read) => {
            const settings = row.read(read);
            return async (door) => view(await run(settings, door), door);
        },
    };
}

var connection = __webpack_require__(8364);
var deletion_run = __webpack_require__(7124);
; 

async function prune(settings, hooks) {
    const { images, globs, policies, ifMissing, maxDeletions } = settings;
    if (images.length + globs.length === 0)
        hooks.say({ kind: "nothing-named" });
    const job = {
        ...settings,
        allowEmpty: policies.allowEmpty,
        untag: policies.untag,
        first: images[0] ?? globs[0],
        by: {
            kind: "policy",
            images,
            globs,
            policies,
            ifMissing,
            ...(maxDeletions === undefined ? {} : { maxDeletions }),
        },
    };
    return (0,deletion_run .H)(job, hooks);
}

var write = __webpack_require__(5594);
var about = __webpack_require__(8617);
var program_hooks = __webpack_require__(3539);
var promises_ = __webpack_require__(1455);
var external_node_path_ = __webpack_require__(6760);
var system_error = __webpack_require__(2691);
; 





const FULL = new Set(["ENOSPC", "EDQUOT", "EROFS"]);
class PlanKeeper {
    #settings;
    #door;
    #path;
    constructor(settings, door) {
        this.#settings = settings;
        this.#door = door;
        this.#path = settings.plan;
    }
    get isWanted() {
        return this.#settings.plan !== undefined || this.#door.planFolder !== undefined;
    }
    async save(text) {
        const { planFolder, spareFolders } = this.#door;
        try {
            if (this.#path === undefined)
                this.#path = await saveNew(planFolder ?? "", text);
            else
                await (0,promises_.writeFile)(this.#path, text);
            return { path: this.#path };
        }
        catch (cause) {
            const { plan: named, dryRun } = this.#settings;
            if (named !== undefined && (dryRun || !FULL.has((0,system_error .$N)(cause))))
                throw unwritable(named, cause);
            const where = named ?? `a plan in ${planFolder ?? ""}`;
            const why = `${where} can't be written: ${(0,system_error .fG)(cause)}`;
            const path = await saveIn(spareFolders, text);
            this.#path = path ?? this.#path;
            const place = path === undefined ? {} : { path };
            return { ...place, moved: { what: "plan", why, ...place } };
        }
    }
}
async function saveNew(folder, text) {
    const own = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, `${about .o_}-`));
    try {
        const path = (0,external_node_path_.join)(own, "plan.json");
        await (0,promises_.writeFile)(path, text);
        return path;
    }
    catch (error) {
        await (0,promises_.rm)(own, { recursive: true, force: true }).catch(() => undefined);
        throw error;
    }
}
async function saveIn(folders, text) {
    for (const folder of folders) {
        const path = await saveNew(folder, text).catch(() => undefined);
        if (path !== undefined)
            return path;
    }
    return undefined;
}
function unwritable(path, cause) {
    return new errors .Pc(`the plan can't be written to ${path} (${String(cause)})`, "Name another file in plan; nothing was deleted.", { cause });
}

; 






const NO_FILE = { plan: "", planSha256: "" };
async function runPrune(settings, door) {
    const hooks = await openDeletionHooks(settings, door);
    const keeper = new PlanKeeper(settings, door);
    let file = NO_FILE;
    const elsewhere = [];
    const savePlans = async (plans) => {
        if (!keeper.isWanted)
            return;
        const origin = { tool: about .js, ...(door.runUrl === undefined ? {} : { run: door.runUrl }) };
        const text = (0,write .HG)(plans, settings.policies, { ...origin, created: new Date() });
        const { path, moved } = await keeper.save(text);
        if (moved !== undefined) {
            elsewhere.push(moved);
            hooks.say({ kind: "put-elsewhere", ...moved });
        }
        if (path === undefined)
            return;
        file = { plan: path, planSha256: (0,write .Fu)(text) };
        door.setOutput({ name: "plan", value: file.plan });
        door.setOutput({ name: "plan-sha256", value: file.planSha256 });
        hooks.say({ kind: "plan-saved", path });
    };
    const result = await prune(settings, { ...hooks, savePlans });
    const all = [...elsewhere, ...(result.elsewhere ?? [])];
    const access = accessOf(settings, result);
    return { result: { ...result, ...(all.length === 0 ? {} : { elsewhere: all }) }, file, access };
}
async function runApply(settings, door) {
    const { apply } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(1070)]).then(__webpack_require__.bind(__webpack_require__, 1070));
    const hooks = await openDeletionHooks(settings, door);
    const result = await apply(settings, { ...hooks, savePlans: () => Promise.resolve() });
    return { result, file: NO_FILE, access: accessOf(settings, result) };
}
function accessOf(settings, { outcomes }) {
    const { images, globs, plainHttp, tokenServers, login } = settings;
    const reached = outcomes.flatMap(({ kind, repository }) => (kind === "applied" ? [repository] : []));
    const hosts = new Set(reached.map(hostOf));
    const plain = [...images, ...globs].flatMap(({ scheme, host }) => (scheme === "http" ? [host] : []));
    const [only = "", ...others] = reached;
    return {
        plainHttp: [...new Set([...plainHttp, ...plain])].filter((host) => hosts.has(host) && (0,connection .e9)(host)),
        tokenServers,
        ...(login === undefined
            ? {}
            : { username: login.username, image: others.length === 0 ? only : `${hostOf(only)}/REPOSITORY` }),
    };
}
function hostOf(repository) {
    return repository.slice(0, repository.indexOf("/"));
}
async function openDeletionHooks(settings, door) {
    const hooks = await (0,program_hooks .ke)(door);
    const { ask } = door;
    return {
        ...hooks,
        tool: about .js,
        isLogTaken: door.isLogTaken,
        journalFolder: door.journalFolder,
        cacheFolder: door.cacheFolder,
        spareFolders: door.spareFolders,
        say: (event) => {
            if (event.kind === "journal-opened")
                door.setOutput({ name: "journal", value: event.path });
            hooks.say(event);
        },
        ...(ask === undefined
            ? {}
            : {
                confirm: async (plans) => {
                    const { deletionQuestion } = await __webpack_require__.e(/* import() */ 5919).then(__webpack_require__.bind(__webpack_require__, 5919));
                    const then = settings.collection === undefined ? "" : ", and then collect the registry's garbage";
                    return ask(deletionQuestion(plans, then));
                },
            }),
    };
}

; 














async function viewReport(report, { startedAs }) {
    const { result, access } = report;
    if (result.isDryRun)
        return viewDeletions(report);
    return viewDeletions(report, { ...(await startedAs()), ...(access === undefined ? {} : { access }) });
}
const COMMAND_TABLE = {
    prune: joinSteps({
        positional: ["image"],
        asks: true,
        read: readPrune,
        run: runPrune,
        view: viewReport,
    }),
    apply: joinSteps({
        positional: ["plan"],
        asks: true,
        read: readApply,
        run: runApply,
        view: viewReport,
    }),
    restore: joinSteps({
        positional: ["journal", "tags"],
        asks: false,
        read: readRestore,
        run: async (settings, door) => {
            const { createRestoreProgress } = await __webpack_require__.e(/* import() */ 2209).then(__webpack_require__.bind(__webpack_require__, 2209));
            const { restore } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(5147)]).then(__webpack_require__.bind(__webpack_require__, 5147));
            const hooks = (0,program_hooks .x9)(door);
            return restore(settings, { ...hooks, say: createRestoreProgress(door.log) });
        },
        view: async (result) => (await __webpack_require__.e(/* import() */ 811).then(__webpack_require__.bind(__webpack_require__, 811))).viewRestore(result),
    }),
    reclaim: joinSteps({
        positional: ["registry"],
        asks: true,
        read: readReclaim,
        run: async (settings, door) => (await Promise.all(/* import() */[__webpack_require__.e(3800), __webpack_require__.e(3483), __webpack_require__.e(7810), __webpack_require__.e(7756), __webpack_require__.e(555)]).then(__webpack_require__.bind(__webpack_require__, 5928))).runReclaim(settings, door),
        view: async (result) => (await Promise.all(/* import() */[__webpack_require__.e(2510), __webpack_require__.e(3015)]).then(__webpack_require__.bind(__webpack_require__, 3015))).viewReclaim(result),
    }),
    check: joinSteps({
        positional: ["image"],
        asks: false,
        read: readCheck,
        run: async (settings, door) => (await Promise.all(/* import() */[__webpack_require__.e(3483), __webpack_require__.e(7415), __webpack_require__.e(9901)]).then(__webpack_require__.bind(__webpack_require__, 9901))).check(settings, (0,program_hooks .x9)(door)),
        view: async (result) => (await __webpack_require__.e(/* import() */ 9299).then(__webpack_require__.bind(__webpack_require__, 9299))).viewCheck(result),
    }),
    explain: joinSteps({
        positional: ["image"],
        asks: false,
        read: readExplain,
        run: async (settings, door) => (await __webpack_require__.e(/* import() */ 3696).then(__webpack_require__.bind(__webpack_require__, 3696))).explain(settings, (0,program_hooks .x9)(door)),
        view: async (result) => (await __webpack_require__.e(/* import() */ 6096).then(__webpack_require__.bind(__webpack_require__, 6096))).viewExplanations(result),
    }),
    repositories: joinSteps({
        positional: ["image"],
        asks: false,
        read: readRepositories,
        run: async (settings, door) => {
            const { repositories } = await __webpack_require__.e(/* import() */ 1968).then(__webpack_require__.bind(__webpack_require__, 1968));
            const found = await repositories(settings, (0,program_hooks .x9)(door));
            for (const { name, error } of found.unweighed) {
                door.log.warning(`The tags of ${name} could not be counted: ${(0,outcomes .Uc)(error)}`);
            }
            return found;
        },
        view: async (found) => (await __webpack_require__.e(/* import() */ 6651).then(__webpack_require__.bind(__webpack_require__, 6651))).viewRepositories(found),
    }),
    try: joinSteps({
        positional: ["image"],
        asks: false,
        read: readTry,
        run: async (settings, { readInput }) => {
            if (readInput === undefined) {
                throw new errors .Pc("try reads names from standard input, which a step has none of", "Run it on a command line: npx prune-image-tags try < tags.txt.");
            }
            const names = await readInput("Write the tags, one a line, and end with Ctrl-D.");
            return (await __webpack_require__.e(/* import() */ 9167).then(__webpack_require__.bind(__webpack_require__, 9167))).tryPolicy(settings, names, Date.now());
        },
        view: async (trial) => (await __webpack_require__.e(/* import() */ 4175).then(__webpack_require__.bind(__webpack_require__, 4175))).viewTrial(trial),
    }),
};


/***/ }),

/***/ 5005:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    EG: () => (  otherFolders),
    nF: () => (  cacheFolder),
    yp: () => (  stateFolder)
  });
  var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var _core_base_spare_folders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8138);
  var _about_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8617);




function stateFolder(env) {
    return ownFolder(env["XDG_STATE_HOME"], ".local/state");
}
function cacheFolder(env) {
    return ownFolder(env["XDG_CACHE_HOME"], ".cache");
}
function ownFolder(given = "", inHome) {
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(given))
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(given, _about_js__WEBPACK_IMPORTED_MODULE_2__  .o_);
    const home = homeFolder();
    return home === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, inHome, _about_js__WEBPACK_IMPORTED_MODULE_2__  .o_);
}
function homeFolder() {
    try {
        const home = (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(home) ? home : undefined;
    }
    catch {
        return undefined;
    }
}
function otherFolders(env) {
    return (0,_core_base_spare_folders_js__WEBPACK_IMPORTED_MODULE_3__  .fN)({ env, temporary: (0,node_os__WEBPACK_IMPORTED_MODULE_0__.tmpdir)(), platform: process.platform });
}


/***/ }),

/***/ 3539:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  x9: () => (  connectionHooks),
  ke: () => (  openRunHooks)
});


var external_node_crypto_ = __webpack_require__(7598);
var outcomes = __webpack_require__(27);
var limits = __webpack_require__(8354);
; 
function describeUnverified(host, by) {
    const instead = by === "NODE_TLS_REJECT_UNAUTHORIZED" ? `${by}=0 is in the environment` : `${by} says so`;
    return (`The certificate of ${host} is not looked at, for ${instead}: anybody on the way can read the password, and answer in its place. ` +
        "Take that out, and name the authority in ca-file.");
}

var about = __webpack_require__(8617);
var best_effort = __webpack_require__(2810);
; 

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
function createStop(tell) {
    const tellSafely = (0,best_effort .z)(tell);
    const controller = new AbortController();
    let isCollecting = false;
    const end = () => {
        controller.abort();
        tellSafely({ kind: "told-to-stop", what: isCollecting ? "collection" : "deletions" });
    };
    const stop = () => {
        if (!isCollecting)
            leaveSignals();
        end();
    };
    const breakOff = () => {
        if (!controller.signal.aborted)
            end();
    };
    const leaveSignals = () => SIGNALS.forEach((name) => process.removeListener(name, stop));
    const leave = () => {
        leaveSignals();
        process.removeListener("uncaughtException", breakOff);
    };
    const listen = () => {
        SIGNALS.forEach((name) => process.on(name, stop));
        process.on("uncaughtException", breakOff);
    };
    return {
        signal: controller.signal,
        say: (event) => {
            if (event.kind === "collection-started")
                isCollecting = true;
            if (event.kind === "deleting" || event.kind === "collection-started")
                listen();
            if (event.kind === "repository-ended" || event.kind === "collection-ended")
                leave();
            tell(event);
        },
    };
}

; 






function warningOfUnverified({ log, }) {
    const known = new Set();
    return (host, by) => {
        if (known.has(host))
            return;
        known.add(host);
        log.warning(describeUnverified(host, by));
    };
}
function connectionHooks(door) {
    const { note, onSecret } = door;
    return {
        userAgent: about ._O,
        onSecret,
        onUnverified: warningOfUnverified(door),
        onWait: (wait) => {
            note((0,limits .X)(wait, Date.now()));
        },
    };
}
async function openRunHooks(door) {
    const { log, onSecret, openProgress, willStop } = door;
    const { say, signal } = createStop(await openProgress());
    const run = (0,external_node_crypto_.randomUUID)();
    return {
        userAgent: about ._O,
        say,
        stop: signal,
        onSecret,
        onUnverified: warningOfUnverified(door),
        onBrokenListener: (thrown) => {
            log.warning(`Something of this run could not be shown. ${(0,outcomes .YI)(thrown)}`);
        },
        run,
        ...(willStop === undefined
            ? {}
            : {
                willStop: (container) => {
                    willStop(container, run);
                },
            }),
    };
}


/***/ }),

/***/ 5024:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    nR: () => (  timeOf),
    nl: () => (  createPause)
  });
  var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
  var _core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3065);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(252);



const PATIENCE_MS = 15 * 60_000;
const MOST_WAITS = 10;
function createPause({ host, why: reasons, onWait, stop }) {
    let waits = 0;
    let until = 0;
    let why = reasons.secondary;
    return {
        count: () => waits,
        reset: () => (waits = 0),
        begin(limit, later) {
            why = reasons[limit];
            if (later <= until)
                return;
            waits += 1;
            const now = Date.now();
            if (later - now > PATIENCE_MS || waits > MOST_WAITS)
                throw limited(host, { until: later, now, why });
            until = later;
            onWait?.({ host, limit, until });
        },
        async over(method) {
            for (let now = Date.now(); now < until; now = Date.now()) {
                if (method === "DELETE")
                    throw paused(host, why);
                const error = limited(host, { until, now, why });
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(until - now, undefined, stop === undefined ? {} : { signal: stop }).catch(() => {
                    throw error;
                });
            }
        },
    };
}
function paused(host, why) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_2__  .g("paused", { message: `${host}: ${why}`, nextStep: "Look again when it is over." });
}
function limited(host, { until, now, why }) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_2__  .g("rate-limited", {
        message: `${host}: ${why}, until ${timeOf(until)} (${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__  .pE)(until - now)} from now)`,
        nextStep: "Run again after that: what is left then goes. Nothing is half done.",
    });
}
function timeOf(ms) {
    return `${new Date(ms).toISOString().slice(11, 16)} UTC`;
}


/***/ }),

/***/ 3109:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  canBeMet),
    u: () => (  parseChallenges)
  });
const LONGEST = 8192;
const NAMES = ["realm", "service", "scope", "error"];
function parseChallenges(header) {
    return header.length > LONGEST ? [] : split(header).map(challengeOf);
}
function canBeMet({ kind }) {
    return kind !== "other";
}
function challengeOf({ name, parameters }) {
    const kind = name.toLowerCase();
    if (kind === "basic")
        return { kind };
    if (kind !== "bearer")
        return { kind: "other", scheme: name };
    const given = NAMES.flatMap((known) => {
        const value = parameters.get(known)?.trim() ?? "";
        return value === "" ? [] : [[known, value]];
    });
    return { kind, ...Object.fromEntries(given) };
}
const TOKEN = /[!#$%&'*+.^_`|~\w-]+/y;
const VALUE = /[ \t]*=[ \t]*(?:"(?<quoted>(?:[^"\\]|\\[^])*)"|(?<bare>[^\s,"]*))/y;
const TOKEN68 = /[ \t]+[\w.~+/-]+=*[ \t]*(?=,|$)/y;
const NOTHING = /[\s,]+|"(?:[^"\\]|\\[^])*(?:"|\\?$)|[^]/y;
function split(header) {
    const schemes = [];
    let at = 0;
    const next = (pattern) => {
        pattern.lastIndex = at;
        const found = pattern.exec(header) ?? undefined;
        at += found?.[0].length ?? 0;
        return found;
    };
    while (at < header.length) {
        const name = next(TOKEN)?.[0];
        if (name === undefined) {
            next(NOTHING);
            continue;
        }
        const value = next(VALUE)?.groups;
        if (value === undefined) {
            schemes.push({ name, parameters: new Map() });
            next(TOKEN68);
            continue;
        }
        const { quoted, bare = "" } = value;
        const { parameters } = schemes.at(-1) ?? {};
        const key = name.toLowerCase();
        if (parameters?.has(key) === false)
            parameters.set(key, quoted?.replace(/\\([^])/g, "$1") ?? bare);
    }
    return schemes;
}


/***/ }),

/***/ 207:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  N: () => (  connect),
  U: () => (  isLoopback)
});

var auth = __webpack_require__(381);
; 

function basicHeader(credentials, { onSecret }) {
    if (credentials.kind !== "password")
        return undefined;
    const headers = {};
    new auth .QN(credentials.username, credentials.password).prepareRequest({ headers });
    const header = headers["Authorization"] ?? "";
    onSecret(credentials.password);
    onSecret(header.replace(/^Basic /, ""));
    return header;
}

var challenge = __webpack_require__(3109);
var nearby_reach = __webpack_require__(1552);
var registry = __webpack_require__(252);
var json = __webpack_require__(3979);
; 



const DEFAULT_LIFETIME_S = 60;
const MARGIN = 0.9;
const CLIENT_ID = "prune-image-tags";
async function fetchToken(options, wanted, credentials) {
    const realm = checkedRealm(wanted, options);
    const reach = options.tokenServers.includes(realm.host) ? undefined : wanted.reach;
    const request = tokenRequest(realm, wanted, { credentials, onSecret: options.onSecret });
    const response = await options.http.send({ ...request, reach });
    const token = decodeToken(realm, response, credentials);
    options.onSecret(token.value);
    return token;
}
function checkedRealm({ realm: text, at }, { allowsPlainHttp, realms }) {
    const realm = URL.canParse(text, at.href) ? new URL(text, at) : undefined;
    refuseForeign(realm, realms);
    if (realm?.protocol === "https:")
        return realm;
    if (realm?.protocol === "http:" && allowsPlainHttp(realm.host))
        return realm;
    throw new registry .g("unsafe-realm", {
        message: `the registry sends us to ${realm?.origin ?? "no valid address"} to sign in, which would see the password unencrypted`,
        nextStep: "Give the token server HTTPS (REGISTRY_AUTH_TOKEN_REALM in the registry's configuration)" +
            (realm === undefined ? "." : `, or trust it by naming it: plain-http: ${realm.host}.`),
    });
}
function refuseForeign(realm, realms) {
    if (realms === undefined || realms.includes(realm?.host ?? ""))
        return;
    throw new registry .g("unsafe-realm", {
        message: `the registry sends us to ${realm?.origin ?? "no valid address"} to sign in, and its tokens come from ${realms.join(", ")} alone`,
        nextStep: "Look at what stands in front of it. Nothing was sent there.",
    });
}
function tokenRequest(realm, { service, scope }, { credentials, onSecret }) {
    const parameters = { ...(service === undefined ? {} : { service }), scope };
    if (credentials.kind === "identity-token") {
        const { token } = credentials;
        onSecret(token);
        const form = { grant_type: "refresh_token", client_id: CLIENT_ID, refresh_token: token, ...parameters };
        return {
            method: "POST",
            url: realm,
            headers: { "content-type": "application/x-www-form-urlencoded" },
            body: new URLSearchParams(form).toString(),
        };
    }
    const url = new URL(realm);
    for (const [name, value] of Object.entries(parameters))
        url.searchParams.set(name, value);
    const authorization = basicHeader(credentials, { onSecret });
    return { method: "GET", url, ...(authorization === undefined ? {} : { headers: { authorization } }) };
}
function notSignedIn({ host }, { status }, kind) {
    return new registry .g("unauthorized", {
        message: `${host}, which hands out tokens for the registry, refused to sign us in (${status})`,
        nextStep: kind === "anonymous"
            ? "Sign in: no credentials for the registry were found. docker login, or username and password here."
            : "Check the user name and password, and that they may pull and delete.",
    });
}
function decodeToken(realm, response, { kind }) {
    if ([400, 401, 403].includes(response.status)) {
        throw notSignedIn(realm, response, kind);
    }
    const body = (0,json .qF)(response.body.toString("utf8"));
    const value = (0,json .$6)(body, "token") ?? (0,json .$6)(body, "access_token");
    if (response.status !== 200 || value === undefined) {
        throw new registry .g("unexpected-answer", {
            message: `${realm.host}, which hands out tokens for the registry, answered ${response.status} without a token`,
            nextStep: "Check the token server.",
        });
    }
    if (!/^[\x21-\x7e]+$/.test(value)) {
        throw new registry .g("unexpected-answer", {
            message: `${realm.host}, which hands out tokens for the registry, gave one that no header can carry`,
            nextStep: "Check the token server.",
        });
    }
    return {
        value,
        expires: Date.now() + lifetimeOf(body) * MARGIN * 1000,
        by: realm.host,
        ...aheadOf(response),
    };
}
function lifetimeOf(body) {
    const lifetime = (0,json .Gv)(body) ? body["expires_in"] : undefined;
    return typeof lifetime === "number" && lifetime > 0 ? lifetime : DEFAULT_LIFETIME_S;
}
function aheadOf({ headers }) {
    const time = Date.parse(headers.date ?? "");
    return Number.isNaN(time) ? {} : { ahead: time - Date.now() };
}

; 

function createTokens(options) {
    const tokens = new Map();
    const keys = new Map();
    const fetchNew = async (key, wanted, credentials) => {
        const token = await fetchToken(options, wanted, credentials);
        keys.set(`Bearer ${token.value}`, key);
        return token;
    };
    return {
        async get(wanted, credentials) {
            const key = `${wanted.realm} ${wanted.scope}`;
            const known = await tokens.get(key);
            if (known !== undefined && known.expires > Date.now())
                return known;
            const token = fetchNew(key, wanted, credentials);
            tokens.set(key, token);
            token.catch(() => tokens.delete(key));
            return token;
        },
        forget(header) {
            const key = keys.get(header);
            keys.delete(header);
            if (key !== undefined)
                tokens.delete(key);
        },
    };
}

; 



function createSigner(options) {
    const tokens = createTokens(options);
    const unmet = new Set();
    return {
        async by(asked, scope) {
            const identity = await options.identify(repositoryOf(scope));
            const { credentials, trouble } = identity;
            if (credentials.kind === "registry-token")
                return byOwnToken(credentials, options);
            const basic = asked.isBasic ? basicHeader(credentials, options) : undefined;
            const bearers = asked.bearers.filter(({ realm }) => basic === undefined || !unmet.has(realm));
            const found = await byToken(tokens, { asked, bearers, scope, identity });
            if (!(found instanceof registry .g) && found !== undefined)
                return found;
            for (const { realm } of bearers)
                unmet.add(realm);
            if (basic !== undefined)
                return { header: basic, how: { kind: "password" } };
            if (found !== undefined)
                throw found;
            if (trouble !== undefined)
                throw noCredentials(trouble);
            return undefined;
        },
        forget({ header }) {
            tokens.forget(header);
        },
        refused(response, { how, trouble }) {
            if (response.status !== 401 && response.status !== 403)
                return response;
            if (trouble !== undefined)
                throw noCredentials(trouble);
            return { ...response, signedIn: how };
        },
    };
}
function byOwnToken({ token }, { onSecret }) {
    onSecret(token);
    return { header: `Bearer ${token}`, how: { kind: "registry-token" } };
}
async function byToken(tokens, { asked, bearers, scope, identity: { credentials, trouble } }) {
    let failure;
    for (const bearer of bearers) {
        try {
            const { value, by, ahead } = await tokens.get({ ...bearer, ...asked, scope }, credentials);
            const how = { kind: "token", by, ...(ahead === undefined ? {} : { ahead }) };
            return { header: `Bearer ${value}`, how, trouble };
        }
        catch (error) {
            if (!(error instanceof registry .g))
                throw error;
            if (error.kind === "unauthorized")
                throw trouble === undefined ? error : noCredentials(trouble);
            failure ??= error;
        }
    }
    return failure;
}
function repositoryOf(scope) {
    return /^repository:(.+):[^:]*$/.exec(scope)?.[1];
}
function noCredentials({ message, nextStep }) {
    return new registry .g("unauthorized", { message, nextStep });
}

; 



function createSession(options) {
    const sign = createSigner(options);
    let asked;
    return {
        async send(request, scope) {
            const signed = asked === undefined ? undefined : await sign.by(asked, scope);
            const response = await options.http.send(withAuthorization(request, signed));
            const next = asksFor(request, response);
            if (next === undefined)
                return response;
            if (signed !== undefined && isFinal(next, signed))
                return sign.refused(response, signed);
            asked = next;
            if (signed !== undefined)
                sign.forget(signed);
            const renewed = await sign.by(next, scope);
            if (renewed === undefined)
                return { ...response, signedIn: { kind: "nobody" } };
            return sign.refused(await options.http.send(withAuthorization(request, renewed)), renewed);
        },
    };
}
function asksFor(request, { status, headers, url, peer }) {
    if (status !== 401 || url.origin !== request.url.origin)
        return undefined;
    const offered = (0,challenge .u)(headers["www-authenticate"] ?? "");
    const bearers = offered.flatMap((one) => (one.kind === "bearer" ? [one] : []));
    const isBasic = offered.some(({ kind }) => kind === "basic");
    if (bearers.length === 0 && !isBasic)
        return undefined;
    return {
        bearers: bearers.flatMap(({ realm, ...more }) => (realm === undefined ? [] : [{ ...more, realm }])),
        isBasic,
        error: bearers.find(({ error }) => error !== undefined)?.error,
        at: url,
        reach: (0,nearby_reach .sX)(peer),
    };
}
function isFinal({ bearers, error }, { how }) {
    return bearers.length === 0 || how.kind !== "token" || error === "insufficient_scope";
}
function withAuthorization(request, signed) {
    return signed === undefined
        ? request
        : { ...request, headers: { ...request.headers, authorization: signed.header } };
}

var external_node_crypto_ = __webpack_require__(7598);
var cached = __webpack_require__(3692);
var mark = __webpack_require__(1523);
; 



const API = "/v2/";
function freshReads(http, { base, asksAnew }) {
    const run = (0,external_node_crypto_.randomBytes)(6).toString("base64url");
    let count = 0;
    const marked = (path) => {
        if (!asksAnew)
            return path;
        count += 1;
        return (0,mark .k)(path, `${run}${count.toString(36)}`);
    };
    return {
        ...http,
        async send(request) {
            const { method, url, path = url.pathname + url.search } = request;
            const isRead = method === "GET" || method === "HEAD";
            if (!isRead || request.mayBeCached === true || url.origin !== base.origin || !path.startsWith(API)) {
                return http.send(request);
            }
            const headers = { ...request.headers, "cache-control": "no-cache" };
            const response = await http.send({ ...request, url: base, path: marked(path), headers });
            const isElsewhere = response.url.origin !== base.origin;
            if (!(isElsewhere && isBlob(request)))
                (0,cached .j)(response);
            return response;
        },
    };
}
function isBlob({ url, path = url.pathname }) {
    return path.includes("/blobs/");
}

var errors = __webpack_require__(6846);
var system_error = __webpack_require__(2691);
var cut = __webpack_require__(3301);
; 



const UNSENDABLE = new Set([
    "ERR_INVALID_CHAR",
    "ERR_INVALID_HTTP_TOKEN",
    "ERR_HTTP_INVALID_HEADER_VALUE",
    "ERR_UNESCAPED_CHARACTERS",
]);
const LONGEST_REASON = 200;
function networkError(url, cause) {
    const { host } = url;
    const code = (0,system_error .$N)(cause);
    const reason = (0,cut .ym)(code === "" && cause instanceof Error ? cause.message : code, LONGEST_REASON);
    const own = (UNSENDABLE.has(code) ? unsendable(host, reason, cause) : undefined) ??
        (code.startsWith("HPE_") ? badAnswer(url, `it breaks the rules of HTTP (${reason})`) : undefined);
    if (own !== undefined)
        return own;
    return new registry .g("unreachable", {
        message: `${host} can't be reached (${reason})`,
        nextStep: "Check the host and port, and that this machine can reach it: GitHub's hosted runners can't reach a private address, " +
            "a self-hosted runner in the same network can.",
    }, cause);
}
function unsendable(host, reason, cause) {
    return new registry .g("unauthorized", {
        message: `${host} can't be asked, for a header of the request has a character that none may have (${reason})`,
        nextStep: "Look at the user name, password or token for it: most often there is a line break in it, or at its end.",
    }, cause);
}
function badAnswer(url, why) {
    return new registry .g("unexpected-answer", {
        message: `${url.host} does not answer as a registry does: ${why}`,
        nextStep: "Check that the image names a registry, and what stands in front of it.",
    });
}
function redirectsToHttps(from, to) {
    return new registry .g("speaks-https", {
        message: `${from.host} was asked over plain HTTP, and sends to HTTPS (${to.origin})`,
        nextStep: `Write ${to.origin}/… in image, and take ${from.host} out of plain-http.`,
    });
}

; 

const MAX_BODY_BYTES = 64 * 1024 * 1024;
async function readFirst(message) {
    try {
        for await (const chunk of message)
            return chunk;
    }
    catch {
    }
    return Buffer.alloc(0);
}
function readBody(url, message) {
    return new Promise((resolve, reject) => {
        const chunks = [];
        let bytes = 0;
        let isWhole = false;
        message.on("data", (chunk) => {
            bytes += chunk.length;
            chunks.push(chunk);
            if (bytes > MAX_BODY_BYTES) {
                message.destroy(badAnswer(url, `it sends more than ${MAX_BODY_BYTES} bytes`));
            }
        });
        message.on("end", () => {
            isWhole = true;
            resolve(Buffer.concat(chunks));
        });
        message.on("error", reject);
        message.on("close", () => {
            if (!isWhole)
                reject(new Error("the connection was closed in the middle of an answer"));
        });
    });
}

var proxy = __webpack_require__(9380);
; 





const DEADLINE_MS = 30_000;
const DELETE_DEADLINE_MS = 300_000;
function exchange(request, pool) {
    const { url, method, body, peeks } = request;
    const relay = url.protocol === "http:" ? pool.proxy : undefined;
    return new Promise((resolve, reject) => {
        const sent = pool.open(relayedFor(request, pool, relay));
        const fail = (error) => {
            clearTimeout(deadline);
            sent.destroy();
            reject(error);
        };
        const deadline = setTimeout(() => fail(new Error("no whole answer came in time")), method === "DELETE" ? DELETE_DEADLINE_MS : DEADLINE_MS);
        let isAnswered = false;
        const elapsed = stopwatch(sent, url);
        sent.on("response", (message) => {
            isAnswered = true;
            const tookMs = elapsed();
            const { statusCode: status = 0, headers } = message;
            const peer = pool.proxy !== undefined ? undefined : message.socket.remoteAddress;
            if (status < 200) {
                fail(switches(url, status));
                return;
            }
            const reading = peeks === true ? readFirst(message) : readBody(url, message);
            reading.then((read) => {
                clearTimeout(deadline);
                resolve(answerTo(request, { status, headers, peer, tookMs, body: read }));
            }, fail);
        });
        sent.on("error", (error) => {
            fail(relay !== undefined && isOfSystem(error) ? new proxy .T(relay, { cause: error }) : error);
        });
        sent.on("upgrade", (message, socket) => {
            socket.destroy();
            fail(switches(url, message.statusCode ?? 101));
        });
        sent.on("close", () => {
            if (!isAnswered)
                fail(new Error("the connection was closed without an answer"));
        });
        sent.end(body);
    });
}
function stopwatch(sent, { protocol }) {
    let from = performance.now();
    sent.on("socket", (socket) => {
        if (!socket.connecting)
            return;
        socket.once(protocol === "https:" ? "secureConnect" : "connect", () => {
            from = performance.now();
        });
    });
    return () => performance.now() - from;
}
function answerTo(request, answer) {
    return {
        ...answer,
        get url() {
            return addressOf(request);
        },
    };
}
function switches(url, status) {
    return badAnswer(url, `it switches to another protocol (${status})`);
}
function addressOf({ url, path }) {
    return path === undefined ? url : new URL(path, url);
}
function optionsFor({ method, url, path, headers }, { userAgent, agent }, more = {}) {
    const { hostname, port } = url;
    return {
        method,
        host: hostname.startsWith("[") ? hostname.slice(1, -1) : hostname,
        port: port === "" ? undefined : port,
        path: path ?? url.pathname + url.search,
        headers: { "user-agent": userAgent, ...headers, ...more },
        agent,
    };
}
function relayedFor(request, pool, proxy) {
    if (proxy === undefined)
        return optionsFor(request, pool);
    const { url, path } = request;
    const signIn = proxy.authorization === undefined ? {} : { "proxy-authorization": proxy.authorization };
    return {
        ...optionsFor(request, pool, { host: url.host, ...signIn }),
        host: proxy.hostname,
        port: proxy.port,
        path: `${url.origin}${path ?? url.pathname + url.search}`,
    };
}
function isOfSystem(error) {
    return !(error instanceof errors .Pc) && (0,system_error .$N)(error) !== "" && !(0,system_error .$N)(error).startsWith("HPE_");
}

var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject =  __webpack_require__.t(external_node_http_, 2);
var promises_ = __webpack_require__(1455);
var external_node_path_ = __webpack_require__(6760);
var read_regular = __webpack_require__(4338);
var home = __webpack_require__(2629);
; 
const NO_CERTIFICATES = { authorities: [], flaws: [] };

; 






async function certificatesFor(host, settings, isNamed) {
    const ofFolder = await fromDocker(host);
    const own = isNamed ? settings?.own : undefined;
    if (settings?.caFile === undefined && own === undefined)
        return ofFolder;
    const { readNamed } = await __webpack_require__.e(/* import() */ 9954).then(__webpack_require__.bind(__webpack_require__, 9954));
    const named = await readNamed(settings?.caFile, own);
    return {
        authorities: [...ofFolder.authorities, ...named.authorities],
        flaws: ofFolder.flaws,
        ...((named.own ?? ofFolder.own) ? { own: named.own ?? ofFolder.own } : {}),
    };
}
async function fromDocker(host) {
    const configuration = process.env["XDG_CONFIG_HOME"] ?? (0,home .L)(".config");
    const own = configuration === undefined ? [] : [(0,external_node_path_.join)(configuration, "docker")];
    for (const base of ["/etc/docker", ...own]) {
        const folder = (0,external_node_path_.join)(base, "certs.d", host);
        try {
            const names = (await (0,promises_.readdir)(folder)).sort();
            if (names.length > 0)
                return await (await __webpack_require__.e(/* import() */ 9954).then(__webpack_require__.bind(__webpack_require__, 9954))).readFolder(folder, names);
        }
        catch (cause) {
            if ((0,system_error .kN)(cause))
                continue;
            const what = `${folder} can't be read (${(0,read_regular ._p)(cause)})`;
            return { authorities: [], flaws: [{ of: "both", what, fix: "Let the user that runs this read it." }] };
        }
    }
    return NO_CERTIFICATES;
}

; 

function unverifiedBy(settings) {
    if (settings?.skipsVerification === true)
        return "insecure-skip-tls-verify";
    return process.env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0" ? "NODE_TLS_REJECT_UNAUTHORIZED" : undefined;
}
async function secureSide(way) {
    const { url, settings, lookup } = way;
    const certificates = await certificatesFor(url.host, settings, way.isNamed);
    const { authorities, own, flaws } = certificates;
    const flaw = flaws.find(({ isRefused }) => isRefused === true);
    if (flaw !== undefined && authorities.length === 0 && own === undefined) {
        throw (await __webpack_require__.e(/* import() */ 3866).then(__webpack_require__.bind(__webpack_require__, 3866))).flawedFiles(url.host, flaw);
    }
    const context = await contextOf(certificates);
    const agentOptions = {
        keepAlive: true,
        ...(lookup === undefined ? {} : { lookup }),
        ...(context === undefined ? {} : { secureContext: context }),
        ...(unverifiedBy(settings) === undefined ? {} : { rejectUnauthorized: false }),
    };
    let wider;
    return {
        certificates,
        agentOptions,
        wider: () => (wider ??= widerContext(certificates)),
        look: async () => (await __webpack_require__.e(/* import() */ 1249).then(__webpack_require__.bind(__webpack_require__, 1249))).lookAtPeer(way),
    };
}
async function contextOf(certificates) {
    if (certificates.authorities.length === 0 && certificates.own === undefined)
        return undefined;
    return (await __webpack_require__.e(/* import() */ 394).then(__webpack_require__.bind(__webpack_require__, 394))).contextFor(certificates);
}
async function widerContext(certificates) {
    const { contextFor, systemAuthorities } = await __webpack_require__.e(/* import() */ 394).then(__webpack_require__.bind(__webpack_require__, 394));
    const more = await systemAuthorities();
    return more.length === 0 ? undefined : contextFor(certificates, more);
}

; 

const GOODBYE = /^HTTP\/1\.[01] 40[08] /;
function guardKept(agent, { host }) {
    let hasStrayed = false;
    const keeps = agent.keepSocketAlive.bind(agent);
    const reuse = agent.reuseSocket.bind(agent);
    const watchers = new WeakMap();
    const note = (bytes) => {
        if (!GOODBYE.test(bytes.subarray(0, "HTTP/1.1 408 ".length).toString("latin1")))
            hasStrayed = true;
    };
    const watch = (socket) => {
        const watcher = (bytes) => {
            note(bytes);
            socket.destroy();
        };
        watchers.set(socket, watcher);
        socket.on("data", watcher);
    };
    const unwatch = (socket) => {
        const watcher = watchers.get(socket);
        if (watcher !== undefined)
            socket.off("data", watcher);
    };
    agent.keepSocketAlive = (socket) => {
        if (socket.readableLength > 0)
            return false;
        watch(socket);
        return keeps(socket) !== false;
    };
    agent.reuseSocket = (socket, request) => {
        unwatch(socket);
        reuse(socket, request);
    };
    return {
        watch,
        unwatch,
        refuseStray: () => {
            if (hasStrayed)
                throw stray(host);
        },
    };
}
function stray(host) {
    return new errors .jA(`${host} sent an answer that nothing had asked for, so no answer of it can be told from that to another request`, "Nothing is decided on a doubtful answer. Look at what stands in front of the registry, or name the registry's own address in image.");
}

var external_node_net_ = __webpack_require__(7030);
; 

const IDLE_MS = 5_000;
function keepSpares(agent, kept) {
    const connect = agent.createConnection.bind(agent);
    const spares = new Spares(kept);
    let wanted;
    agent.createConnection = (options, callback) => {
        const spare = spares.take();
        if (spare !== undefined)
            return spare;
        const own = connect(options, callback);
        for (let count = wanted ?? 0; count > 0; count -= 1)
            spares.add(connect({ ...options }));
        if (wanted !== undefined)
            wanted = 0;
        return own;
    };
    return {
        openBesideNext: (count) => {
            wanted ??= count;
        },
        close: () => spares.close(),
    };
}
class Spares {
    #kept;
    #opened = new Set();
    #standing = new Set();
    constructor(kept) {
        this.#kept = kept;
    }
    add(socket) {
        if (!(socket instanceof external_node_net_.Socket))
            return;
        this.#opened.add(socket);
        socket.unref();
        const end = () => this.#end(socket);
        socket.on("error", end).on("close", end);
        socket.once("encrypted" in socket ? "secureConnect" : "connect", () => {
            this.#standing.add(socket);
            this.#kept.watch(socket);
            setTimeout(() => {
                if (this.#standing.has(socket))
                    this.#end(socket);
            }, IDLE_MS).unref();
        });
    }
    take() {
        const [socket] = this.#standing;
        if (socket === undefined)
            return undefined;
        this.#standing.delete(socket);
        this.#opened.delete(socket);
        this.#kept.unwatch(socket);
        return socket.ref();
    }
    close() {
        for (const socket of this.#opened)
            this.#end(socket);
    }
    #end(socket) {
        this.#standing.delete(socket);
        this.#opened.delete(socket);
        socket.destroy();
    }
}

; 





async function openPool(url, options, reach) {
    const proxy = await proxyOf(url, options);
    if (reach !== undefined)
        (0,nearby_reach .NX)(url, reach);
    if (reach !== undefined && proxy !== undefined)
        await (0,nearby_reach .XR)(url, reach);
    const guard = reach === undefined || proxy !== undefined ? {} : { lookup: (0,nearby_reach .rN)(url, reach) };
    return url.protocol === "https:"
        ? openSecure(url, options, { proxy, guard })
        : openPlain(url, options, { proxy, guard });
}
const VARIABLES = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY"];
async function proxyOf(url, { onSecret }) {
    if (VARIABLES.every((name) => (process.env[name] ?? "") === ""))
        return undefined;
    const { proxyFor } = await __webpack_require__.e(/* import() */ 3177).then(__webpack_require__.bind(__webpack_require__, 3177));
    return proxyFor(url, process.env, onSecret ?? (() => undefined));
}
const OWN = { keepAlive: true, maxSockets: Infinity };
async function openPlain(url, { userAgent }, { proxy, guard }) {
    const { Agent, request } = proxy?.protocol === "https:" ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19)) : external_node_http_namespaceObject;
    return pooled(url, new Agent({ ...OWN, ...guard }), {
        userAgent,
        open: request,
        ...(proxy === undefined ? {} : { proxy }),
    });
}
async function openSecure(url, options, { proxy, guard }) {
    const { userAgent, host, tls, onUnverified } = options;
    const { Agent, request } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 4708, 19));
    const by = unverifiedBy(tls);
    if (by !== undefined)
        onUnverified?.(url.host, by);
    const way = { url, settings: tls, isNamed: url.host === host, ...guard };
    if (proxy === undefined) {
        const secure = await secureSide(way);
        const agent = new Agent({ ...OWN, ...secure.agentOptions });
        return pooled(url, agent, { userAgent, open: request, secure });
    }
    const { createTunnels } = await __webpack_require__.e(/* import() */ 2888).then(__webpack_require__.bind(__webpack_require__, 2888));
    const port = url.port === "" ? 443 : Number(url.port);
    const tunnels = createTunnels(proxy, { hostname: url.hostname.replace(/^\[|\]$/g, ""), port });
    const secure = await secureSide({ ...way, open: tunnels.open });
    Object.assign(tunnels.agent.options, OWN, secure.agentOptions);
    return pooled(url, tunnels.agent, { userAgent, open: request, secure, proxy, end: tunnels.close });
}
function pooled(url, agent, { end, ...rest }) {
    const kept = guardKept(agent, url);
    const spares = rest.proxy === undefined ? keepSpares(agent, kept) : undefined;
    return {
        ...rest,
        agent,
        kept,
        ...(spares === undefined ? {} : { spares }),
        trustSystem: async () => {
            const context = await rest.secure?.wider();
            if (context === undefined || !("options" in agent))
                return false;
            agent.options.secureContext = context;
            return true;
        },
        close: () => {
            end?.();
            spares?.close();
            agent.destroy();
        },
    };
}

var external_node_events_ = __webpack_require__(8474);
var external_node_timers_promises_ = __webpack_require__(8500);
; 
const FIRST_LIMIT = 16;
const CAREFUL_LIMIT = 8;
const SHORT_HOLD = 2;
function newConcurrency(cap) {
    return {
        cap,
        limit: Math.min(FIRST_LIMIT, cap),
        underWay: 0,
        generation: 0,
        at: 0,
        window: undefined,
        delayMs: 0,
        aim: { kind: "fill" },
        patience: SHORT_HOLD,
    };
}
function withLimit(concurrency, limit, aim) {
    if (limit === concurrency.limit)
        return { ...concurrency, aim };
    return { ...concurrency, limit, aim, generation: concurrency.generation + 1, window: undefined };
}

; 

const STEP = 1.5;
const LEAST_STEP = 1.25;
const BETTER = 1.15;
const AS_GOOD = 0.9;
const SLOWER = 2;
const QUICK_MS = 20;
const QUICK_BETTER = 1.05;
const QUICK_STEP = 2;
const FIRST_HOLD = 8;
const LONGEST_HOLD = 32;
const FILLING = 2;
const SCATTER_SHARE = 0.5;
const SCATTER_MS = 2;
function afterFilling(concurrency, { tookMs, isFull }) {
    const { cap, limit, delayMs } = concurrency;
    if (tookMs > delayMs * (1 + SCATTER_SHARE) + SCATTER_MS) {
        const held = Math.floor((limit * delayMs) / tookMs);
        return withLimit(concurrency, Math.min(cap, Math.max(CAREFUL_LIMIT, held)), { kind: "measure" });
    }
    if (!isFull)
        return concurrency;
    const more = Math.min(cap, limit + FILLING);
    return { ...concurrency, limit: more, aim: more === cap ? { kind: "measure" } : concurrency.aim };
}
function afterRefusal(concurrency) {
    const { aim, limit } = concurrency;
    if (aim.kind === "up")
        return settled(concurrency, aim.base, aim.from);
    if (limit === 1 && aim.kind === "hold")
        return concurrency;
    return lowered(concurrency, Math.floor(limit / 2));
}
function afterWindow(concurrency, rate) {
    const { aim, limit } = concurrency;
    const throughput = { limit, rate };
    switch (aim.kind) {
        case "fill":
            return concurrency;
        case "measure":
            return tryMore(concurrency, throughput, limit);
        case "up":
            if (rate >= (isQuick(concurrency, throughput) ? QUICK_BETTER : BETTER) * aim.base.rate) {
                return tryMore(concurrency, throughput, aim.from);
            }
            return tryFewer(concurrency, aim.base, aim.from);
        case "down":
            if (rate >= AS_GOOD * aim.base.rate) {
                return tryFewer(concurrency, { limit, rate: aim.base.rate }, aim.from);
            }
            return settled(concurrency, aim.base, aim.from);
        case "hold":
            return held(concurrency, aim, rate);
    }
}
function held(concurrency, { windows, rates }, rate) {
    const { limit } = concurrency;
    const isSlower = rates !== undefined && rate * SLOWER < rates.accepted;
    if (isSlower && limit > 1)
        return lowered(concurrency, fewerThan(limit));
    const recent = rates === undefined || isSlower ? rate : (rates.recent + rate) / 2;
    const accepted = rates === undefined || isSlower ? rate : rates.accepted;
    return windows > 1
        ? { ...concurrency, aim: { kind: "hold", windows: windows - 1, rates: { accepted, recent } } }
        : tryMore(concurrency, { limit, rate: recent }, limit);
}
function tryMore(concurrency, base, from) {
    const more = moreThan(concurrency, base);
    return more === base.limit
        ? tryFewer(concurrency, base, from)
        : withLimit(concurrency, more, { kind: "up", base, from });
}
function tryFewer(concurrency, base, from) {
    if (base.limit > from || base.limit === 1 || isQuick(concurrency, base)) {
        return settled(concurrency, base, from);
    }
    return withLimit(concurrency, fewerThan(base.limit), { kind: "down", base, from });
}
function isQuick({ delayMs }, { limit, rate }) {
    return limit / rate - delayMs < QUICK_MS;
}
function moreThan(concurrency, base) {
    const { cap } = concurrency;
    const { limit } = base;
    const more = Math.max(limit + 1, Math.floor(limit * (isQuick(concurrency, base) ? QUICK_STEP : STEP)));
    return more * LEAST_STEP > cap ? cap : more;
}
function fewerThan(limit) {
    return Math.max(1, Math.floor(limit / STEP));
}
function settled(concurrency, accepted, from) {
    const { limit, rate } = accepted;
    const first = isQuick(concurrency, accepted) ? SHORT_HOLD : FIRST_HOLD;
    const windows = limit === from ? Math.max(first, concurrency.patience) : first;
    const rates = { accepted: rate, recent: rate };
    const patience = Math.min(LONGEST_HOLD, 2 * windows);
    return { ...withLimit(concurrency, limit, { kind: "hold", windows, rates }), patience };
}
function lowered(concurrency, limit) {
    const hold = { kind: "hold", windows: SHORT_HOLD, rates: undefined };
    return { ...withLimit(concurrency, Math.max(1, limit), hold), patience: SHORT_HOLD };
}

; 

const WINDOW_MS = 200;
const LEAST_SERVED = 24;
const LEAST_ROUNDS = 3;
const MANY_SERVED = 100;
const SHORT_WINDOW_MS = 60;
const EMPTY = { served: 0, ms: 0 };
function requestBegan(concurrency, now) {
    return {
        ...concurrency,
        at: now,
        window: windowAt(concurrency, now),
        underWay: concurrency.underWay + 1,
    };
}
function requestEnded(concurrency, { now, generation, isRefused, tookMs, delayMs }) {
    const isStale = generation !== concurrency.generation;
    const window = windowAt(concurrency, now);
    const after = { ...concurrency, at: now, window, delayMs, underWay: concurrency.underWay - 1 };
    if (isRefused)
        return isStale ? after : afterRefusal(after);
    if (after.aim.kind === "fill") {
        return tookMs === undefined ? after : afterFilling(after, { tookMs, isFull: isFull(concurrency) });
    }
    if (window === undefined)
        return isStale ? after : { ...after, window: EMPTY };
    const { ms } = window;
    const served = window.served + (isFull(concurrency) ? 1 : 0);
    return isWhole(concurrency, { served, ms })
        ? afterWindow({ ...after, window: EMPTY }, served / ms)
        : { ...after, window: { served, ms } };
}
function isWhole({ limit }, { served, ms }) {
    if (served < Math.max(LEAST_ROUNDS * limit, LEAST_SERVED))
        return false;
    return ms >= (served < MANY_SERVED ? WINDOW_MS : SHORT_WINDOW_MS);
}
function isFull({ underWay, limit }) {
    return underWay >= limit;
}
function windowAt(concurrency, now) {
    const { window, at } = concurrency;
    if (window === undefined || !isFull(concurrency))
        return window;
    return { served: window.served, ms: window.ms + now - at };
}

var retry = __webpack_require__(1654);
; 






const REFUSALS = new Set([429, ...retry .bc]);
function createAdaptiveLimits(cap) {
    const origins = new Map();
    const closing = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, closing.signal);
    const limitedOf = (url, method) => {
        const origin = origins.get(url.origin) ?? createOrigin(cap);
        origins.set(url.origin, origin);
        return method === "DELETE" ? origin.deletions : origin.others;
    };
    return {
        run: ({ url, method }, send) => limitedOf(url, method).run(() => {
            closing.signal.throwIfAborted();
            return send();
        }),
        atOnce: (url, method) => limitedOf(url, method).atOnce(),
        pause: (ms, stop) => {
            const signal = stop === undefined ? closing.signal : AbortSignal.any([closing.signal, stop]);
            return (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal }).catch(() => undefined);
        },
        close: () => {
            closing.abort();
        },
    };
}
function createOrigin(cap) {
    const host = { freeConnections: cap, delayMs: 0 };
    const deletions = new RequestQueue(cap, host);
    const others = new RequestQueue(cap, host);
    deletions.onEnd = () => {
        others.serve();
        deletions.serve();
    };
    others.onEnd = () => {
        deletions.serve();
        others.serve();
    };
    return { deletions, others };
}
class RequestQueue {
    onEnd = () => undefined;
    #concurrency;
    #host;
    #waiting = [];
    constructor(cap, host) {
        this.#concurrency = newConcurrency(cap);
        this.#host = host;
    }
    atOnce() {
        return this.#concurrency.limit;
    }
    async run(send) {
        const generation = this.#isFree() ? this.#begin() : await this.#turn();
        let isRefused = false;
        let tookMs;
        try {
            const response = await send();
            ({ tookMs } = response);
            isRefused = REFUSALS.has(response.status);
            return response;
        }
        catch (error) {
            isRefused = !(error instanceof registry .g);
            throw error;
        }
        finally {
            this.#host.freeConnections += 1;
            const delayMs = this.#delayWith(tookMs);
            const end = { now: performance.now(), generation, isRefused, tookMs, delayMs };
            this.#concurrency = requestEnded(this.#concurrency, end);
            this.onEnd();
        }
    }
    serve() {
        while (this.#waiting.length > 0 && this.#isFree())
            this.#waiting.shift()?.(this.#begin());
    }
    #delayWith(tookMs) {
        const host = this.#host;
        if (tookMs !== undefined && (host.delayMs === 0 || tookMs < host.delayMs))
            host.delayMs = tookMs;
        return host.delayMs;
    }
    #isFree() {
        return this.#host.freeConnections > 0 && this.#concurrency.underWay < this.#concurrency.limit;
    }
    #begin() {
        this.#host.freeConnections -= 1;
        this.#concurrency = requestBegan(this.#concurrency, performance.now());
        return this.#concurrency.generation;
    }
    #turn() {
        return new Promise((resolve) => this.#waiting.push(resolve));
    }
}

; 

function refuseLate({ url: { host }, terms }, last) {
    if (terms === undefined)
        return;
    const why = whyOver(terms);
    if (why === undefined)
        return;
    if (last === undefined) {
        throw new registry .g("paused", {
            message: `${host} was asked for nothing, for ${why}`,
            nextStep: NEXT_STEP,
        });
    }
    throw new registry .g("outdated", {
        message: `${host} ${resultOf(last)}; it was not asked again, for ${why}`,
        nextStep: NEXT_STEP,
    });
}
const NEXT_STEP = "Nothing is deleted by an old look. Run again: what is left then goes.";
function whyOver({ until, stop }) {
    if (stop?.aborted === true)
        return "the run was told to stop meanwhile";
    return performance.now() > until ? "what was decided by was too old by then" : undefined;
}
function resultOf(last) {
    return last.kind === "answer" ? `answered ${last.status}` : "broke the connection off";
}

var codes = __webpack_require__(6215);
; 

const MOST_MS = 15 * 60_000;
const SHORT_MS = 2_000;
function createPatience(most = MOST_MS) {
    let used = 0;
    let until = 0;
    return {
        use({ host }, ms) {
            if (ms <= SHORT_MS)
                return;
            const now = performance.now();
            const more = Math.max(0, now + ms - Math.max(now, until));
            if (used + more > most)
                throw tooLong(host, most);
            used += more;
            until = Math.max(until, now + ms);
        },
    };
}
function tooLong(host, most) {
    return new registry .g("rate-limited", {
        message: `${host} asks for pauses again and again, of more than ${Math.round(most / 60_000)} minutes in all`,
        nextStep: "Look at its log, and at the limits of what stands in front of it. Run again: what is left then goes.",
    });
}

; 

const LAST_MS = 5_000;
function createWaits({ pause }, stop) {
    const patience = createPatience();
    let left = LAST_MS;
    const isStopped = () => stop?.aborted === true;
    return {
        async wait({ url, terms }, ms) {
            const began = performance.now();
            if (!isStopped()) {
                patience.use(url, ms);
                await pause(ms, terms?.stop ?? stop);
            }
            if (!isStopped() || terms?.stop?.aborted === true)
                return true;
            const rest = Math.max(0, began + ms - performance.now());
            if (rest > left)
                return false;
            left -= rest;
            await pause(rest);
            return true;
        },
    };
}

; 











const MAX_REDIRECTS = 5;
const SPARE_CONNECTIONS = 11;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
function createHttp(options) {
    const pools = new Map();
    const limits = createAdaptiveLimits(options.concurrency);
    const waits = createWaits(limits, options.stop);
    const spares = Math.min(SPARE_CONNECTIONS, options.concurrency - 1);
    const poolFor = ({ url, reach }) => {
        const key = `${url.origin} ${reach ?? ""}`;
        const known = pools.get(key);
        if (known !== undefined)
            return known;
        const made = openPool(url, options, reach);
        pools.set(key, made);
        return made;
    };
    return {
        send: (request) => followRedirects(request, { poolFor, limits, waits, spares }),
        atOnce: limits.atOnce,
        close: () => {
            limits.close();
            for (const pool of pools.values()) {
                pool.then(({ close }) => close(), () => undefined);
            }
        },
    };
}
async function followRedirects(request, way) {
    let current = request;
    for (let hops = 0;; hops += 1) {
        const response = await sendWithRetries(current, way);
        const { location } = response.headers;
        const isRead = request.method === "GET" || request.method === "HEAD";
        if (!REDIRECTS.has(response.status) || location === undefined || !isRead)
            return response;
        if (request.followsRedirects === false)
            return response;
        if (hops === MAX_REDIRECTS)
            throw badAnswer(request.url, "it redirects without an end");
        current = redirected(current, location, response.peer);
    }
}
function redirected(request, location, peer) {
    const from = addressOf(request);
    if (!URL.canParse(location, from.href))
        throw badAnswer(request.url, "it redirects to what is no address");
    const url = new URL(location, from);
    if (url.protocol !== "https:" && url.protocol !== "http:") {
        throw badAnswer(request.url, `it redirects to an address of ${url.protocol}, not of HTTP`);
    }
    if (from.protocol === "http:" && url.protocol === "https:" && isSamePlace(from, url)) {
        throw redirectsToHttps(from, url);
    }
    if (request.url.protocol === "https:" && url.protocol !== "https:") {
        throw badAnswer(request.url, "it redirects from HTTPS to plain HTTP");
    }
    const headers = Object.entries(request.headers ?? {}).filter(([name]) => name !== "authorization" || url.origin === request.url.origin);
    const isElsewhere = url.origin !== from.origin;
    const reach = isElsewhere && request.reach !== "outside" ? (0,nearby_reach .sX)(peer) : request.reach;
    return { ...request, url, path: undefined, headers: Object.fromEntries(headers), reach };
}
function isSamePlace(from, to) {
    return from.hostname === to.hostname && from.pathname.replace(/\/$/, "") === to.pathname.replace(/\/$/, "");
}
async function sendWithRetries(request, way) {
    const pool = await poolOf(request, way);
    if (request.precedesMany === true)
        pool.spares?.openBesideNext(way.spares);
    let last;
    for (let attempt = 1;; attempt += 1) {
        const result = await attemptOnce(request, { pool, limits: way.limits, last });
        last = result;
        const isTaken = request.takesLimits === true && result.kind === "answer" && result.status === 429;
        const isLast = attempt === request.attempts || isTaken;
        const delay = isLast
            ? undefined
            : (0,retry .a2)(attempt, result, { random: Math.random(), now: Date.now() });
        if (delay !== undefined && (await way.waits.wait(request, delay)))
            continue;
        if (result.kind === "error")
            throw await asRegistryError(request.url, result.error, pool);
        await http_refuseForeign(result.response, pool);
        return result.response;
    }
}
async function http_refuseForeign(response, { proxy, secure }) {
    const { status } = response;
    if (proxy !== undefined && status >= 400) {
        (await __webpack_require__.e(/* import() */ 3893).then(__webpack_require__.bind(__webpack_require__, 3893))).refuseOwnAnswer(proxy, response);
    }
    if (secure !== undefined && status === 400) {
        (await __webpack_require__.e(/* import() */ 2178).then(__webpack_require__.bind(__webpack_require__, 2178))).refuseForCertificate(response);
    }
}
async function poolOf(request, { poolFor }) {
    try {
        return await poolFor(request);
    }
    catch (error) {
        throw await asRegistryError(request.url, error, undefined);
    }
}
async function asRegistryError(url, error, pool) {
    if (error instanceof errors .Pc)
        return error;
    if (error instanceof proxy .T)
        return (await __webpack_require__.e(/* import() */ 3893).then(__webpack_require__.bind(__webpack_require__, 3893))).proxyError(url, error);
    const secure = pool?.secure;
    if (secure === undefined)
        return networkError(url, error);
    const { mayBeOfTls, tlsError } = await __webpack_require__.e(/* import() */ 2178).then(__webpack_require__.bind(__webpack_require__, 2178));
    return mayBeOfTls(error, secure)
        ? tlsError({ host: url.host, cause: error, secure })
        : networkError(url, error);
}
async function attemptOnce(request, { pool, limits, last, }) {
    const send = () => limits.run(request, () => {
        refuseLate(request, last);
        pool.kept.refuseStray();
        return exchange(request, pool);
    });
    try {
        const response = await send().catch(async (error) => {
            if ((0,codes .c)(error) && (await pool.trustSystem()))
                return send();
            throw error;
        });
        const { status, headers } = response;
        return { kind: "answer", response, status, retryAfter: headers["retry-after"] };
    }
    catch (error) {
        return { kind: "error", error };
    }
}

var product_signs = __webpack_require__(1424);
; 






function isLoopback(host) {
    const written = host.replace(/:\d+$/, "").toLowerCase();
    const name = written.startsWith("[") && URL.canParse(`http://${written}/`)
        ? new URL(`http://${written}/`).hostname
        : written;
    return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}
function connect(options) {
    const { host, scheme, plainHttp } = options;
    const trusted = scheme === "http" ? [...plainHttp, host] : plainHttp;
    const allowsPlainHttp = (other) => isLoopback(other) || trusted.includes(other);
    const protocol = scheme ?? (allowsPlainHttp(host) ? "http" : "https");
    const identify = identityAt(options);
    const base = new URL(`${protocol}://${host}/`);
    const asksAnew = (options.account?.kind ?? "distribution") === "distribution";
    const sent = freshReads(createHttp({ ...options, host: base.host }), { base, asksAnew });
    const { http, product } = watchingSigns(sent, base);
    const { onSecret, realms, tokenServers = [] } = options;
    const session = createSession({ http, identify, allowsPlainHttp, realms, tokenServers, onSecret });
    const atOnce = (method) => http.atOnce(base, method);
    const close = () => http.close();
    const unverified = protocol === "https" ? unverifiedBy(options.tls) : undefined;
    return Promise.resolve({
        base,
        session,
        http,
        identify,
        basic: async (repository) => basicHeader((await identify(repository)).credentials, { onSecret }),
        allowsPlainHttp,
        atOnce,
        ...(unverified === undefined ? {} : { unverified }),
        product,
        close,
    });
}
function watchingSigns(http, { origin }) {
    let product;
    return {
        http: {
            ...http,
            async send(request) {
                const answer = await http.send(request);
                if (product === undefined && answer.url.origin === origin) {
                    product = (0,product_signs .o)(answer.headers)?.product;
                }
                return answer;
            },
        },
        product: () => product,
    };
}
function identityAt({ host, credentials }) {
    if (credentials !== undefined)
        return () => Promise.resolve({ credentials });
    let finding;
    return async (repository) => {
        finding ??= __webpack_require__.e(/* import() */ 839).then(__webpack_require__.bind(__webpack_require__, 839)).then(({ keychain }) => keychain(host));
        return (await finding)(repository);
    };
}


/***/ }),

/***/ 2629:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  inHome)
  });
  var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


function inHome(...path) {
    try {
        const home = (0,node_os__WEBPACK_IMPORTED_MODULE_0__.homedir)();
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(home) ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, ...path) : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1424:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    o: () => (  signedProduct)
  });
const SIGNS = [
    ["gitlab", (headers) => named("GitLab's registry", valueOf(headers, "gitlab-container-registry-version"))],
    [
        "gitlab",
        (headers) => /realm="[^"]*\/jwt\/auth"/.test(challenge(headers)) && challenge(headers).includes(CONTAINERS)
            ? "GitLab's registry"
            : undefined,
    ],
    [
        "artifactory",
        (headers) => named("Artifactory", /^Artifactory\/(\S+)/i.exec(valueOf(headers, "x-jfrog-version") ?? "")?.[1]),
    ],
    ["nexus", (headers) => named("Nexus", /^Nexus\/(\S+)/i.exec(valueOf(headers, "server") ?? "")?.[1])],
    ["harbor", (headers) => (challenge(headers).includes('service="harbor-registry"') ? "Harbor" : undefined)],
    [
        "gitea",
        (headers) => /realm="[^"]*\/v2\/token",service="container_registry"/.test(challenge(headers))
            ? "Gitea or Forgejo"
            : undefined,
    ],
    [
        "quay",
        (headers) => /realm="https?:\/\/([^/"]+)\/v2\/auth",service="\1"/.test(challenge(headers)) ? "Quay" : undefined,
    ],
];
const CONTAINERS = 'service="container_registry"';
function signedProduct(headers) {
    for (const [product, sign] of SIGNS) {
        const name = sign(headers);
        if (name !== undefined)
            return { product, name };
    }
    return undefined;
}
function named(product, version) {
    return version === undefined ? undefined : `${product} ${version}`;
}
function challenge(headers) {
    return valueOf(headers, "www-authenticate") ?? "";
}
function valueOf(headers, name) {
    const value = headers[name];
    return Array.isArray(value) ? value.join(",") : value;
}


/***/ }),

/***/ 473:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    C: () => (  listKnownRepositories),
    x: () => (  listRepositories)
  });
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1033);
  var _http_pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4601);
  var _words_answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1111);
  var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5217);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(252);





const OF = "repositories";
const PATH = "v2/_catalog";
const LARGEST_PAGE = `${PATH}?n=1000`;
const SCOPE = "registry:catalog:*";
function listRepositories(connection) {
    const { base } = connection;
    const ask = (page) => askForAll(connection, page);
    return readCatalog({ of: OF, base, first: PATH, ask }, (response) => response.status === 200 && !(0,_words_answers_js__WEBPACK_IMPORTED_MODULE_2__  .yp)(response) ? undefined : (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__  .e4)(base.host, response));
}
function listKnownRepositories(connection) {
    const { base } = connection;
    const ask = (page) => askCatalog(connection, page);
    return readCatalog({ of: OF, base, first: LARGEST_PAGE, ask }, (response) => response.status === 200 ? undefined : (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__  .x5)(base.host, response, "listing the repositories"));
}
async function readCatalog(list, refusalOf) {
    const names = new Set();
    for await (const { response } of (0,_http_pages_js__WEBPACK_IMPORTED_MODULE_1__  .E0)(list)) {
        const error = refusalOf(response);
        if (error !== undefined)
            throw error;
        for (const name of (0,_http_pages_js__WEBPACK_IMPORTED_MODULE_1__  .g8)(list, response, { isName: _core_names_reference_js__WEBPACK_IMPORTED_MODULE_0__  .en, what: "a repository" })) {
            names.add(name);
        }
        (0,_http_pages_js__WEBPACK_IMPORTED_MODULE_1__  .Q4)(list, names.size);
    }
    return [...names];
}
async function askForAll(connection, page) {
    const response = await askAllowed(connection, page);
    if (page !== PATH || response.headers["link"] === undefined)
        return response;
    const larger = await askAllowed(connection, LARGEST_PAGE);
    return larger.status === 200 ? larger : response;
}
async function askAllowed(connection, page) {
    try {
        return await askCatalog(connection, page);
    }
    catch (error) {
        if (!(error instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_4__  .g) || error.kind !== "unauthorized")
            throw error;
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__  .JS)(connection.base.host, error.kind, error.message);
    }
}
function askCatalog({ base, session }, page) {
    const request = {
        method: "GET",
        url: new URL(page, base),
        headers: { accept: "application/json" },
    };
    return session.send(request, SCOPE);
}


/***/ }),

/***/ 5664:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  contentDigest)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1033);


function contentDigest(algorithm, bytes) {
    if (algorithm !== "sha256" && algorithm !== "sha512")
        return undefined;
    const digest = `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest("hex")}`;
    return (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .Bc)(digest) ? digest : undefined;
}


/***/ }),

/***/ 7831:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    TF: () => (  remove),
    nG: () => (  seeGone),
    rW: () => (  deleteManifest)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1033);
  var _port_doubt_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2461);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(252);
  var _words_answers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1111);
  var _refusals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5217);






function remove({ call, attempts, terms }, repository, reference) {
    return call(repository, { method: "DELETE", path: `manifests/${reference}`, attempts, terms });
}
async function deleteManifest(deleting, repository, reference) {
    const { host } = deleting;
    const isImage = (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__  .Bc)(reference);
    const what = isImage ? `${repository}@${reference}` : `the tag ${repository}:${reference}`;
    const { call, terms } = deleting;
    const sending = remove({ call, terms, ...(isImage ? {} : { attempts: 1 }) }, repository, reference);
    const sent = await sending.catch(_port_doubt_js__WEBPACK_IMPORTED_MODULE_2__  .H);
    if (sent instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_3__  .g)
        return lookAfter(deleting, { repository, reference, doubt: sent });
    if ((0,_words_answers_js__WEBPACK_IMPORTED_MODULE_4__  .oy)(sent))
        return "deleted";
    if ((0,_words_answers_js__WEBPACK_IMPORTED_MODULE_4__  .wp)("manifest", sent))
        return "gone";
    const doubt = (0,_refusals_js__WEBPACK_IMPORTED_MODULE_5__  .x5)(host, sent, `deleting ${what}`);
    if ((0,_words_answers_js__WEBPACK_IMPORTED_MODULE_4__  .H_)(sent))
        throw doubt;
    if ((0,_words_answers_js__WEBPACK_IMPORTED_MODULE_4__  .kQ)(sent))
        throw new _port_registry_js__WEBPACK_IMPORTED_MODULE_3__  .g("has-tags", doubt, doubt);
    const failed = isImage && sent.status >= 500 && (0,_words_answers_js__WEBPACK_IMPORTED_MODULE_4__  .kR)(sent);
    const become = await lookAfter(deleting, { repository, reference, doubt, failed });
    if (!failed)
        return become;
    throw told(doubt, "half-done", "its manifest is gone, and its tags may be left");
}
function lookAfter({ isThere }, { repository, reference, doubt, failed = false }) {
    const seen = failed ? "failed-at" : "still-there";
    const kind = REFUSALS.has(doubt.kind) ? doubt.kind : seen;
    return seeGone(() => isThere(repository, reference), doubt, kind);
}
async function seeGone(isThere, doubt, kind) {
    let isLeft;
    try {
        isLeft = await isThere();
    }
    catch (error) {
        if (!(error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc))
            throw error;
        throw told(doubt, "unproven", `whether it is gone can't be seen: ${error.message}`);
    }
    if (isLeft)
        throw told(doubt, kind, "it is still there");
    return "deleted";
}
const REFUSALS = new Set([
    "forbidden",
    "unauthorized",
    "not-deletable",
    "read-only",
    "rate-limited",
]);
function told(doubt, kind, seen) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_3__  .g(kind, { message: `${doubt.message}; ${seen}`, nextStep: doubt.nextStep }, doubt);
}


/***/ }),

/***/ 3805:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  L: () => (  createDistribution)
});

var names_reference = __webpack_require__(1033);
var catalog = __webpack_require__(473);
var probes = __webpack_require__(3963);
var errors = __webpack_require__(6846);
var json = __webpack_require__(3979);
var content_digest = __webpack_require__(5664);
var requests = __webpack_require__(3366);
; 




const CAPITALS = `sha256:${"A".repeat(64)}`;
class RegistryAge {
    #connection;
    #call;
    #servesOci = false;
    #proof;
    #answer;
    #looks;
    constructor(connection, call) {
        this.#connection = connection;
        this.#call = call;
    }
    served(mediaType) {
        this.#servesOci ||= mediaType.startsWith("application/vnd.oci.");
    }
    answeredProbe(proof) {
        this.#proof = proof;
    }
    mayTakeLongerTags(repository) {
        if (this.#servesOci || (this.#proof !== undefined && !isDistributions(this.#proof))) {
            return Promise.resolve(false);
        }
        return (this.#answer ??= this.#ask(repository));
    }
    isDistribution() {
        const proof = this.#proof;
        return (proof !== undefined &&
            isDistributions(proof) &&
            proof.headers["docker-distribution-api-version"] !== undefined);
    }
    owner() {
        if (this.#proof === undefined)
            return "unseen";
        return this.isDistribution() ? "distribution" : "other";
    }
    async looksOld(repository) {
        return !this.#servesOci && (await this.#look(repository)) === "up-to-2.6";
    }
    async #look(repository) {
        const looking = (this.#looks ??= orUnseen(readAge(this.#call, repository)));
        const age = await looking;
        if (age === "unseen")
            this.#looks = undefined;
        return age;
    }
    async #ask(repository) {
        const age = await this.#look(repository);
        if (age !== "up-to-2.6")
            return age === "unseen";
        return (await orUnseen(readAgeByPush(this.#connection, repository))) !== "2.6";
    }
}
async function orUnseen(asking) {
    try {
        return await asking;
    }
    catch (error) {
        if (error instanceof errors .Pc)
            return "unseen";
        throw error;
    }
}
const NOT_THERE = { errors: [{ code: "MANIFEST_UNKNOWN", message: "manifest unknown" }] };
function isDistributions({ body }) {
    return JSON.stringify((0,json .qF)(body.toString("utf8"))) === JSON.stringify(NOT_THERE);
}
const REFUSED_NAMES = new Set([
    "DIGEST_INVALID",
    "NAME_INVALID",
    "TAG_INVALID",
]);
async function readAge(call, repository) {
    const answer = await call(repository, { method: "GET", path: `manifests/${CAPITALS}` });
    const [error] = errorsOf(answer);
    const detail = (0,json .Gv)(error) ? error["detail"] : undefined;
    if ((0,json .$6)(detail, "Revision") === CAPITALS)
        return "up-to-2.6";
    const isTag = /\btags?\W{1,3}sha256:A{64}(?!A)/i.test(JSON.stringify({ detail }));
    return isTag || REFUSED_NAMES.has((0,json .$6)(error, "code")) ? "later" : "unseen";
}
const DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";
const NO_LAYER = `sha256:${"1".repeat(64)}`;
const IMPOSSIBLE = Buffer.from(JSON.stringify({
    schemaVersion: 2,
    mediaType: DOCKER_IMAGE,
    config: { mediaType: "application/vnd.docker.container.image.v1+json", size: 1, digest: requests .z },
    layers: [
        {
            mediaType: "application/vnd.docker.image.rootfs.diff.tar.gzip",
            size: 1,
            digest: NO_LAYER,
            urls: ["https://prune-image-tags.invalid/"],
        },
    ],
}));
async function readAgeByPush({ base, session }, repository) {
    const url = new URL(`v2/${repository}/manifests/${(0,content_digest .e)("sha256", IMPOSSIBLE) ?? ""}`, base);
    const headers = { "content-type": DOCKER_IMAGE };
    const answer = await session.send({ method: "PUT", url, headers, body: IMPOSSIBLE, attempts: 1 }, `repository:${repository}:pull,push`);
    const [error, ...others] = errorsOf(answer);
    const isFirst = (0,json .$6)(error, "code") === "MANIFEST_BLOB_UNKNOWN" && (0,json .$6)(error, "detail") === requests .z;
    return answer.status === 400 && isFirst && others.length === 0 ? "2.6" : "unseen";
}
function errorsOf({ body }) {
    const answer = (0,json .qF)(body.toString("utf8"));
    const errors = (0,json .Gv)(answer) ? answer["errors"] : undefined;
    return Array.isArray(errors) ? errors : [];
}

var read_blob = __webpack_require__(8926);
var read_manifest = __webpack_require__(8025);
var pages = __webpack_require__(4601);
var answers = __webpack_require__(1111);
var refusals = __webpack_require__(5217);
; 





const INDEX = "application/vnd.oci.image.index.v1+json";
const MAX_PAGES = 1_000;
const UNSUPPORTED = [404, 405, 501];
async function listReferrers(base, call, { repository, digest }) {
    const { host } = base;
    const list = {
        of: "referrers",
        base,
        first: `referrers/${digest}`,
        ask: (page) => call(repository, { method: "GET", path: page, accept: [INDEX] }),
        maxPages: MAX_PAGES,
    };
    const referrers = new Set();
    for await (const { isFirst, response } of (0,pages .E0)(list)) {
        if (isFirst && UNSUPPORTED.includes(response.status) && !(0,answers .yp)(response))
            return undefined;
        if (response.status !== 200)
            throw (0,refusals .x5)(host, response, `listing what refers to ${digest}`);
        for (const referrer of decode(list, (0,json .qF)(response.body.toString("utf8"))))
            referrers.add(referrer);
        (0,pages .Q4)(list, referrers.size);
    }
    return [...referrers];
}
function decode(list, body) {
    const manifests = (0,json .Gv)(body) ? body["manifests"] : undefined;
    if (manifests === null)
        return [];
    if (!Array.isArray(manifests))
        throw (0,pages .bp)(list, "it is not the index that the API asks for");
    return manifests.map((descriptor) => {
        const digest = (0,json .$6)(descriptor, "digest");
        if (digest !== undefined && (0,names_reference .Bc)(digest))
            return digest;
        throw (0,pages .bp)(list, "there is something in it without a digest");
    });
}

var distribution_delete = __webpack_require__(7831);
var media_type = __webpack_require__(134);
var registry = __webpack_require__(252);
; 





const PATHS = { manifest: `manifests/${requests .z}`, blob: `blobs/${requests .z}` };
function createNotThere(call) {
    const shown = new Map();
    const forms = new Map();
    const learn = async (path, repository) => {
        const accept = media_type .FG;
        const ask = (at) => call(repository, { method: "GET", path: at, accept });
        const before = formOf(await ask(path));
        const isWell = await isAnswering(ask, shown.get(repository));
        return isWell && formOf(await ask(path)) === before ? before : undefined;
    };
    const learned = async (question, repository) => {
        const key = `${question} ${repository}`;
        const known = forms.get(key) ?? learn(PATHS[question], repository).catch(ifUnanswered);
        forms.set(key, known);
        const form = await known;
        if (form === undefined)
            forms.delete(key);
        return form;
    };
    return {
        async says(question, repository, response) {
            if ((0,answers .wp)(question, response))
                return true;
            const form = formOf(response);
            return form !== undefined && form === (await learned(question, repository));
        },
        read: (repository, digest) => shown.set(repository, digest),
    };
}
function ifUnanswered(error) {
    if (!(error instanceof registry .g))
        throw error;
}
function formOf(response) {
    const { status, headers, body } = response;
    const isForm = status === 404 && !(0,answers .yp)(response) && (body.length === 0 || (0,answers .kR)(response));
    if (!isForm)
        return undefined;
    const codes = ((0,answers .Ji)(response) ?? []).map(({ code }) => code);
    const server = [headers["docker-distribution-api-version"], headers["server"], headers["content-type"]];
    return JSON.stringify([codes, server]);
}
async function isAnswering(ask, shown) {
    if (shown !== undefined) {
        const response = await ask(`manifests/${shown}`);
        return response.status === 200 && !(0,answers .yp)(response);
    }
    const list = await ask("tags/list");
    const body = (0,json .qF)(list.body.toString("utf8"));
    const tags = (0,json .Gv)(body) ? body["tags"] : undefined;
    return list.status === 200 && (tags === null || (Array.isArray(tags) && tags.length === 0));
}

; 
const OF_PRODUCTS = {
    gitlab: "until-own-collection",
    harbor: "until-own-collection",
    quay: "time-machine",
    gitea: "dropped",
    artifactory: "unknown",
    nexus: "unknown",
};
function undoTime(product, owner) {
    if (product !== undefined)
        return OF_PRODUCTS[product];
    return owner === "other" ? "unknown" : "until-collection";
}

; 





const LONGEST_NAME = 128;
const PATH = "tags/list";
async function listTags(base, call, repository) {
    const { host } = base;
    const list = {
        of: "tags",
        base,
        first: PATH,
        ask: (page) => call(repository, { method: "GET", path: page, accept: ["application/json"], precedesMany: true }),
    };
    const tags = new Set();
    for await (const { isFirst, response } of (0,pages .E0)(list)) {
        if (isFirst && (0,answers .wp)("tags", response))
            return undefined;
        if (response.status !== 200)
            throw (0,refusals .x5)(host, response, `listing the tags of ${repository}`);
        for (const tag of decodeTags(list, response, repository))
            tags.add(tag);
        (0,pages .Q4)(list, tags.size);
    }
    return [...tags];
}
function decodeTags(list, response, repository) {
    if ((0,answers .yp)(response))
        throw (0,refusals .x5)(list.base.host, response, "listing tags");
    const aboutStray = (name) => strayTag(list, repository, name);
    return (0,pages .g8)(list, response, { isName: names_reference .dz, what: "a tag", aboutStray });
}
function strayTag({ base }, repository, name) {
    const shown = JSON.stringify(name)
        .slice(1, -1)
        .replace(/[^\u0020-\u007e]/g, "?")
        .slice(0, LONGEST_NAME);
    return new errors .jA(`the list of tags that ${base.host} sent can't be trusted: there is something in it that is not a tag, ${shown}`, `If the registry's files are on a disk, it is docker/registry/v2/repositories/${repository}/_manifests/tags/${shown}, which no registry has put there ` +
        "(a NAS makes @eaDir, macOS .DS_Store, a file system lost+found). Take it away, and run again; nothing is decided on such a list.");
}

; 















function createDistribution(connection, rights, cache) {
    const call = (0,requests .m)(connection, rights);
    const { host } = connection.base;
    const age = new RegistryAge(connection, call);
    const way = { connection, host, call, notThere: createNotThere(call), rights, age, cache };
    const deletesRefused = askOnce(async (repository) => {
        const proof = await (0,distribution_delete .TF)(way, repository, requests .z);
        age.answeredProbe(proof);
        const isUnknown = await way.notThere.says("manifest", repository, proof);
        return (0,refusals .EY)(host, proof, { repository, isUnknown });
    });
    return {
        reader: createReader(way, deletesRefused),
        deleter: createDeleter(way, deletesRefused),
        writer: createWriter(way),
    };
}
function createReader(way, deletesRefused) {
    const { connection, call, rights, age } = way;
    const { base } = connection;
    return {
        listRepositories: () => (0,catalog .x)(connection),
        listTags: (repository) => listTags(base, call, repository),
        listUntagged: () => Promise.resolve(undefined),
        listDates: () => Promise.resolve(new Map()),
        listDeleted: () => Promise.resolve(new Set()),
        async readManifest(repository, reference) {
            const { found, isRecalled } = await (0,read_manifest .fH)(way, way.cache, { repository, reference });
            if (found !== undefined && !isRecalled)
                age.served(found.mediaType);
            return found;
        },
        looksOld: (repository) => way.age.looksOld(repository),
        isLeft: async (repository, digest) => (await (0,read_manifest .WI)(way, { repository, reference: digest })) !== undefined,
        resolveTag: (repository, tag) => (0,read_manifest .hd)(way, { repository, reference: tag }),
        async untags(repository) {
            if (!rights.includes("delete"))
                return untagsByLook(way, repository);
            if ((await deletesRefused(repository)) !== undefined)
                return "unclear";
            return untagsBy(way, repository, await (0,distribution_delete .TF)(way, repository, (0,probes .X1)()));
        },
        listReferrers: (repository, digest) => listReferrers(base, call, { repository, digest }),
        readsBlob: (repository, digest) => (0,read_blob .BG)(way, { repository, digest }),
        sizeOfBlob: (repository, digest) => (0,read_blob .W5)(way, { repository, digest }),
        readBlob: (repository, digest) => (0,read_blob .gm)(way, { repository, digest }),
        readsBesideList: true,
        scansTags: true,
        undo: () => undoTime(connection.product(), age.owner()),
        close: connection.close,
    };
}
function createDeleter(way, deletesRefused) {
    const { connection, host, call } = way;
    const isThere = async (repository, reference) => (await (0,read_manifest .hd)(way, { repository, reference })) !== undefined;
    const deleting = { host, call, isThere };
    return {
        async proveDeletes(repository) {
            const error = await deletesRefused(repository);
            if (error !== undefined)
                throw error;
        },
        deleteManifest: (repository, digest, terms) => (0,distribution_delete .rW)({ ...deleting, terms }, repository, digest),
        deleteTag: (repository, tag, terms) => (0,distribution_delete .rW)({ ...deleting, terms }, repository, tag),
        deletionsAtOnce: () => connection.atOnce("DELETE"),
        mayTakeLongerTags: (repository) => way.age.mayTakeLongerTags(repository),
        tagsOfDeleted: () => (way.age.isDistribution() ? "go" : "unseen"),
        failsSideBySide: async (repository) => way.age.isDistribution() && (await way.age.looksOld(repository)),
        putBack: (repository, tag, manifest) => putManifest(host, (0,requests .m)(connection, ["pull", "push"]), { repository, reference: tag, manifest }),
    };
}
function createWriter({ connection, host, call }) {
    return {
        proveRoom: (repository) => proveRoom(connection, repository),
        putManifest: (repository, reference, manifest) => putManifest(host, call, { repository, reference, manifest }),
        undelete: (repository, digest) => Promise.reject(new TypeError(`${repository}@${digest} is in no list`)),
    };
}
function askOnce(ask) {
    const asked = new Map();
    return async (repository) => {
        const asking = asked.get(repository) ?? ask(repository);
        asked.set(repository, asking);
        const error = await asking.catch((thrown) => {
            asked.delete(repository);
            throw thrown;
        });
        if (error !== undefined)
            asked.delete(repository);
        return error;
    };
}
const UNTAGS_BY_MAJOR = { 0: "unseen", 2: "no", 3: "yes" };
async function untagsByLook({ connection, call }, repository) {
    const major = (0,probes .uY)(await (0,probes .to)(connection)) ?? 0;
    const nobodys = { method: "GET", path: `manifests/${requests .z}` };
    const said = major === 3 ? await call(repository, nobodys) : undefined;
    const isOther = said?.status === 404 && !(0,answers .h1)(said);
    return UNTAGS_BY_MAJOR[isOther ? 0 : major];
}
async function untagsBy({ notThere }, repository, response) {
    if (await notThere.says("manifest", repository, response))
        return "yes";
    const isNo = [400, 405].includes(response.status) && (0,answers .H_)(response);
    return isNo ? "no" : "unclear";
}
async function putManifest(host, call, target) {
    const { repository, reference, manifest } = target;
    const response = await call(repository, {
        method: "PUT",
        path: `manifests/${reference}`,
        headers: { "content-type": manifest.mediaType },
        body: manifest.body,
        terms: manifest.terms,
        ...((0,names_reference .Bc)(reference) ? {} : { attempts: 1 }),
    });
    if ((0,refusals .b$)(response))
        throw (0,refusals .xg)(host);
    if ((0,refusals .PI)(response))
        throw (0,refusals .Tu)(host);
    if (response.status !== 201 || (0,answers .yp)(response)) {
        const error = (0,refusals .x5)(host, response, `writing ${repository}:${reference}`);
        throw (0,answers .nX)(response) ? new registry .g("not-taken", error, error) : error;
    }
}
const ROOM_BYTES = 256 * 1024;
async function proveRoom(connection, repository) {
    const { host } = connection.base;
    const answer = await (0,probes .tH)({ connection, repository }, Buffer.alloc(ROOM_BYTES));
    if (answer.kind === "cancelled")
        return;
    throw answer.kind === "disk-full" ? (0,refusals .xg)(host) : takesNoWrites(host, answer);
}
function takesNoWrites(host, answer) {
    const { kind } = answer;
    const why = kind === "left-behind" ? `one that was begun could not be cancelled: ${answer.why}` : kind;
    return new registry .g(kind === "no-right" ? "forbidden" : "unexpected-answer", {
        message: `${host} takes no uploads (${why}), so nothing can be written there`,
        nextStep: "Sign in as a user who may push too; check says what else may be wrong.",
    });
}


/***/ }),

/***/ 2582:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    g: () => (  ecrAt)
  });
const HOST = /^(\d{12})\.dkr(?:\.ecr(-fips)?\.([a-z]+(?:-[a-z]+)+-\d+)\.(amazonaws\.com(?:\.cn)?)|-ecr(-fips)?\.([a-z]+(?:-[a-z]+)+-\d+)\.on\.aws)$/;
function ecrAt(host) {
    const [, account = "", fips, region, suffix = "", fipsOfBoth, regionOfBoth] = HOST.exec(host) ?? [];
    if (regionOfBoth !== undefined) {
        const api = `https://ecr${fipsOfBoth ?? ""}.${regionOfBoth}.api.aws`;
        return { account, region: regionOfBoth, api };
    }
    if (region === undefined)
        return undefined;
    const name = fips === undefined ? "api.ecr" : "ecr-fips";
    return { account, region, api: `https://${name}.${region}.${suffix}` };
}


/***/ }),

/***/ 3963:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Br: () => (  findBlobHost),
    Dk: () => (  beginUpload),
    X1: () => (  tagOfNobody),
    kl: () => (  deletesTagsByName),
    l0: () => (  askSignedIn),
    tH: () => (  tryUpload),
    to: () => (  askAsNobody),
    uY: () => (  distributionMajor),
    wM: () => (  cancelUpload)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3979);
  var _core_image_media_type_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(134);
  var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);
  var _words_answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1111);
  var _refusals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5217);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(252);







function askAsNobody({ base, http }) {
    return http.send({ method: "GET", url: new URL("v2/", base) });
}
function distributionMajor({ headers }) {
    if (headers["docker-distribution-api-version"] === undefined)
        return undefined;
    if (headers["content-type"] === "application/json; charset=utf-8")
        return 2;
    return headers["content-type"] === "application/json" ? 3 : undefined;
}
function askSignedIn({ connection: { base, session }, repository, }) {
    return session.send({ method: "GET", url: new URL("v2/", base) }, `repository:${repository}:pull`);
}
async function tryUpload(site, chunk) {
    const answer = await beginUpload(site);
    if (answer === "no-right")
        return { kind: "no-right" };
    if (answer.status !== 202)
        return readRefusedUpload(answer);
    const sent = chunk === undefined
        ? answer
        : await sendChunk(site, answer, chunk).catch(async (error) => {
            await cancelUpload(site, answer);
            throw error;
        });
    const cancelled = await cancelUpload(site, sent.status === 202 ? sent : answer);
    return sent.status === 202 ? cancelled : readRefusedUpload(sent);
}
function beginUpload({ connection, repository, }) {
    const { base, session } = connection;
    const url = new URL(`v2/${repository}/blobs/uploads/`, base);
    return asked(session.send({ method: "POST", url, attempts: 1 }, `repository:${repository}:pull,push`));
}
async function sendChunk(site, begun, body) {
    const address = uploadAddress(site, begun);
    if (address.kind === "doubtful")
        return begun;
    const { session } = site.connection;
    return session.send({
        method: "PATCH",
        url: address.url,
        headers: { "content-type": "application/octet-stream" },
        body,
        attempts: 1,
    }, `repository:${site.repository}:pull,push`);
}
function readRefusedUpload(answer) {
    const { status } = answer;
    if (status === 401 || status === 403)
        return { kind: "no-right" };
    if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__  .PI)(answer))
        return { kind: "read-only" };
    if (status === 405 && (0,_words_answers_js__WEBPACK_IMPORTED_MODULE_3__  .Ji)(answer) !== undefined)
        return { kind: "takes-no-pushes" };
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__  .b$)(answer) ? { kind: "disk-full" } : { kind: "unexpected", status };
}
function uploadAddress({ connection: { base }, repository }, begun) {
    const { location } = begun.headers;
    const url = location !== undefined && URL.canParse(location, begun.url.href)
        ? new URL(location, begun.url)
        : undefined;
    if (url === undefined)
        return { kind: "doubtful", why: "the registry gave it no address" };
    if (url.origin !== base.origin) {
        return { kind: "doubtful", why: `its address is at ${url.origin}, not at ${base.origin}` };
    }
    if (!url.pathname.includes(`/v2/${repository}/blobs/uploads/`)) {
        return { kind: "doubtful", why: "its address is not that of an upload" };
    }
    return { kind: "address", url };
}
async function cancelUpload(site, begun) {
    const address = uploadAddress(site, begun);
    if (address.kind === "doubtful")
        return { kind: "left-behind", why: address.why };
    const { url } = address;
    const answer = await asked(site.connection.session.send({ method: "DELETE", url }, `repository:${site.repository}:pull,push,delete`));
    if (answer !== "no-right" && (isDone(answer) || (0,_words_answers_js__WEBPACK_IMPORTED_MODULE_3__  .He)(answer)))
        return { kind: "cancelled" };
    const why = answer === "no-right" ? "that was refused" : `the registry answered ${answer.status}`;
    return { kind: "left-behind", why };
}
function isDone({ status }) {
    return status >= 200 && status < 300;
}
async function asked(sending) {
    try {
        return await sending;
    }
    catch (error) {
        if (error instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_5__  .g && error.kind === "unauthorized")
            return "no-right";
        throw error;
    }
}
async function findBlobHost({ connection, repository }, digest) {
    const { base, session } = connection;
    const scope = `repository:${repository}:pull`;
    const at = (path) => new URL(`v2/${repository}/${path}`, base);
    const headers = { accept: [..._core_image_media_type_js__WEBPACK_IMPORTED_MODULE_1__  .FG] };
    const manifest = await session.send({ method: "GET", url: at(`manifests/${digest}`), headers }, scope);
    const body = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_6__  .qF)(manifest.body.toString("utf8"));
    const config = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_6__  .$6)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_6__  .Gv)(body) ? body["config"] : undefined, "digest");
    if (manifest.status !== 200 || config === undefined || !(0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__  .Bc)(config))
        return undefined;
    const blob = { method: "HEAD", url: at(`blobs/${config}`), followsRedirects: false };
    const { status, headers: answer, url } = await session.send(blob, scope);
    if (status === 200)
        return url.host;
    const { location } = answer;
    const isRedirect = status >= 300 && status < 400;
    if (!isRedirect || location === undefined || !URL.canParse(location, url.href))
        return undefined;
    return new URL(location, url).host;
}
async function deletesTagsByName({ connection: { base, session }, repository, }) {
    const url = new URL(`v2/${repository}/manifests/${tagOfNobody()}`, base);
    const answer = await session.send({ method: "DELETE", url }, `repository:${repository}:pull,delete`);
    return (0,_words_answers_js__WEBPACK_IMPORTED_MODULE_3__  .wp)("manifest", answer);
}
function tagOfNobody() {
    return `prune-image-tags-check-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
}


/***/ }),

/***/ 8926:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    BG: () => (  readsBlob),
    W5: () => (  sizeOfBlob),
    gm: () => (  readBlob)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
  var _content_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5664);
  var _words_answers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1111);
  var _refusals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5217);





async function readBlob({ host, call, notThere }, { repository, digest }) {
    const response = await call(repository, { method: "GET", path: `blobs/${digest}` });
    if (await notThere.says("blob", repository, response))
        return undefined;
    if (response.status !== 200)
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__  .x5)(host, response, `reading the blob ${digest} of ${repository}`);
    const [algorithm = ""] = digest.split(":");
    const computed = (0,_content_digest_js__WEBPACK_IMPORTED_MODULE_2__  .e)(algorithm, response.body);
    if (computed === digest)
        return response.body;
    const why = computed === undefined
        ? `its digest is made by ${algorithm}, which is not known here`
        : "its bytes are not what its digest says";
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .jA(`${host}/${repository}: the blob ${digest} can't be trusted: ${why}; nothing is decided on it`, "Look at the registry and what stands in front of it, and run again.");
}
const PEEKS = 3;
const EMPTY_BLOB = `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").digest("hex")}`;
async function readsBlob({ host, call, notThere }, { repository, digest }) {
    for (let attempt = 1;; attempt += 1) {
        const response = await call(repository, {
            method: "GET",
            path: `blobs/${digest}`,
            headers: { range: "bytes=0-0" },
            peeks: true,
        });
        const { status, body } = response;
        const isEmpty = digest === EMPTY_BLOB;
        const isFound = [200, 206].includes(status) && !(0,_words_answers_js__WEBPACK_IMPORTED_MODULE_3__  .yp)(response);
        if (isFound && (body.length > 0 || isEmpty))
            return true;
        if (isEmpty && status === 416 && !(0,_words_answers_js__WEBPACK_IMPORTED_MODULE_3__  .yp)(response))
            return true;
        if (await notThere.says("blob", repository, response))
            return false;
        if (!isFound)
            throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__  .x5)(host, response, `reading the blob ${digest} of ${repository}`);
        if (attempt === PEEKS)
            return false;
    }
}
async function sizeOfBlob(reading, { repository, digest }) {
    const { host, call } = reading;
    const response = await call(repository, { method: "HEAD", path: `blobs/${digest}` });
    const { status } = response;
    if (status === 200)
        return lengthOf(response, digest);
    if (response.url.host !== host)
        return undefined;
    if (status !== 404) {
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__  .x5)(host, response, `asking for the size of the blob ${digest} of ${repository}`);
    }
    await readsBlob(reading, { repository, digest });
    return undefined;
}
function lengthOf(response, digest) {
    const { headers } = response;
    const said = headers["docker-content-digest"] ?? digest;
    const length = headers["content-length"] ?? "";
    const bytes = /^\d+$/.test(length) ? Number(length) : Number.NaN;
    return said === digest && !(0,_words_answers_js__WEBPACK_IMPORTED_MODULE_3__  .yp)(response) && Number.isSafeInteger(bytes) ? bytes : undefined;
}


/***/ }),

/***/ 8025:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  sy: () => (  headManifest),
  WI: () => (  readManifest),
  fH: () => (  readOrRecall),
  hd: () => (  resolve)
});

var errors = __webpack_require__(6846);
var json = __webpack_require__(3979);
var manifest = __webpack_require__(8544);
var media_type = __webpack_require__(134);
var names_reference = __webpack_require__(1033);
var content_digest = __webpack_require__(5664);
var read_blob = __webpack_require__(8926);
var refusals = __webpack_require__(5217);
; 




const LARGEST_MANIFEST = 4 * 1024 * 1024;
async function manifestsAmong(reading, { repository, listed }) {
    const { host, call, notThere } = reading;
    const manifests = new Set();
    for (const blob of listed) {
        const path = `manifests/${blob.digest}`;
        const response = await call(repository, { method: "GET", path, accept: media_type .FG });
        const isUnknown = await notThere.says("manifest", repository, response);
        const isFound = response.status === 200;
        const at = { repository, digest: blob.digest };
        if (!isFound && (await (isUnknown ? (0,read_blob .BG)(reading, at) : isNoManifest(reading, { at, blob })))) {
            continue;
        }
        if (!isFound && !isUnknown)
            throw (0,refusals .x5)(host, response, `reading ${repository}@${blob.digest}`);
        manifests.add(blob.digest);
    }
    return manifests;
}
async function isNoManifest(reading, { at, blob, }) {
    if (blob.bytes !== undefined && blob.bytes > LARGEST_MANIFEST)
        return (0,read_blob .BG)(reading, at);
    const bytes = await (0,read_blob .gm)(reading, at);
    const said = bytes === undefined ? undefined : (0,json .qF)(bytes.toString("utf8"));
    return bytes !== undefined && !((0,json .Gv)(said) && "schemaVersion" in said);
}

; 


function schema1Digest(algorithm, body) {
    const manifest = (0,json .qF)(body.toString("utf8"));
    const signatures = (0,json .Gv)(manifest) ? manifest["signatures"] : undefined;
    if (signatures === undefined)
        return (0,content_digest .e)(algorithm, body);
    const first = Array.isArray(signatures) ? signatures[0] : undefined;
    const header = (0,json .qF)(decoded((0,json .$6)(first, "protected") ?? "").toString("utf8"));
    const length = (0,json .Gv)(header) ? header["formatLength"] : undefined;
    const tail = (0,json .$6)(header, "formatTail");
    const isLength = typeof length === "number" && Number.isInteger(length) && length > 0 && length <= body.length;
    if (!isLength || tail === undefined)
        return undefined;
    return (0,content_digest .e)(algorithm, Buffer.concat([body.subarray(0, length), decoded(tail)]));
}
function decoded(text) {
    return Buffer.from(text, "base64url");
}

; 









async function readManifest(reading, { repository, reference }) {
    const { host, call, notThere } = reading;
    const path = `manifests/${reference}`;
    const response = await call(repository, { method: "GET", path, accept: media_type .FG });
    if (await notThere.says("manifest", repository, response))
        return undefined;
    if (response.status !== 200)
        throw (0,refusals .x5)(host, response, `reading ${repository}:${reference}`);
    try {
        const { body } = response;
        const parsed = (0,json .qF)(body.toString("utf8"));
        const digest = digestOf(response, parsed);
        if ((0,names_reference .Bc)(reference) && digest !== reference)
            throw unreadable("it is not what its digest says");
        const mediaType = (0,media_type .Yt)(sentType(response), parsed);
        const manifest = await decode(reading, { repository, mediaType, parsed });
        if (manifest.kind === "schema1")
            await proveStored(reading, { repository, reference, digest });
        notThere.read(repository, digest);
        return { digest, manifest: { bytes: body.length, ...manifest }, mediaType, body };
    }
    catch (cause) {
        if (!(cause instanceof errors .jA))
            throw cause;
        throw new errors .jA(`${host}/${repository}: of ${reference}, ${cause.message}`, cause.nextStep, {
            cause,
        });
    }
}
async function readOrRecall(reading, cache, address) {
    const { repository, reference } = address;
    const remembered = await cache?.of(repository);
    const recalled = remembered && (await recallManifest(reading, remembered, address));
    const found = recalled ?? (await readManifest(reading, address));
    if (found !== undefined) {
        const { digest, body } = found;
        remembered?.note({ digest, body, ...((0,names_reference .Bc)(reference) ? {} : { tag: reference }) });
    }
    return { found, isRecalled: recalled !== undefined };
}
async function recallManifest(reading, remembered, address) {
    const { repository, reference } = address;
    const hint = (0,names_reference .Bc)(reference) ? reference : remembered.digestOf(reference);
    const hinted = hint === undefined ? undefined : remembered.bytesOf(hint);
    if (hinted === undefined)
        return undefined;
    const digest = await headManifest(reading.call, address);
    if (digest === undefined || ((0,names_reference .Bc)(reference) && digest !== reference))
        return undefined;
    const body = digest === hint ? hinted : remembered.bytesOf(digest);
    if (body === undefined)
        return undefined;
    const parsed = (0,json .qF)(body.toString("utf8"));
    const mediaType = (0,media_type .Yt)("", parsed);
    const manifest = await decode(reading, { repository, mediaType, parsed });
    reading.notThere.read(repository, digest);
    return { digest, manifest: { bytes: body.length, ...manifest }, mediaType, body };
}
async function decode(reading, { repository, mediaType, parsed }) {
    const manifests = await manifestsAmong(reading, { repository, listed: (0,manifest .Mh)(parsed) });
    return (0,manifest .MK)(mediaType, parsed, (listed) => manifests.has(listed));
}
async function proveStored(reading, { repository, reference, digest }) {
    if ((0,names_reference .Bc)(reference))
        return;
    if ((await resolve(reading, { repository, reference: digest })) !== digest) {
        throw unreadable("it is schema 1 that the registry does not have under its digest, as one made of something else");
    }
}
async function headManifest(call, { repository, reference }) {
    const path = `manifests/${reference}`;
    const { status, headers } = await call(repository, { method: "HEAD", path, accept: media_type .FG });
    const said = headers["docker-content-digest"];
    return status === 200 && typeof said === "string" && (0,names_reference .Bc)(said) ? said : undefined;
}
async function resolve(reading, address) {
    return (await headManifest(reading.call, address)) ?? (await readManifest(reading, address))?.digest;
}
function digestOf(response, parsed) {
    const { headers, body } = response;
    const header = headers["docker-content-digest"];
    const said = typeof header === "string" && (0,names_reference .Bc)(header) ? header : undefined;
    const algorithm = said?.split(":")[0] ?? "sha256";
    const computed = (0,content_digest .e)(algorithm, body);
    if (computed === undefined)
        throw unreadable(`its digest is made by ${algorithm}`);
    if (said === computed)
        return said;
    const isSigned = (0,json .Gv)(parsed) && (0,media_type .Pr)((0,media_type .Yt)(sentType(response), parsed));
    const payload = isSigned ? schema1Digest(algorithm, body) : computed;
    if (payload === undefined || (said !== undefined && said !== payload)) {
        throw unreadable("its bytes are not what its digest says");
    }
    return payload;
}
function sentType({ headers }) {
    const said = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    return media_type .FG.find((type) => type === said) ?? said;
}
function unreadable(why) {
    return new errors .jA(`a manifest can't be trusted: ${why}`, "Look at the registry and what stands in front of it; nothing is decided while this is so.");
}


/***/ }),

/***/ 5217:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  e4: () => (  catalogRefusal),
  EY: () => (  deleteRefusal),
  xg: () => (  diskFull),
  b$: () => (  isDiskFull),
  PI: () => (  isReadOnly),
  JS: () => (  noCatalog),
  Tu: () => (  readOnly),
  x5: () => (  refusal)
});

var cut = __webpack_require__(3301);
var names_reference = __webpack_require__(1033);
var answers = __webpack_require__(1111);
var retry = __webpack_require__(1654);
; 



const LONGEST_NAME = 40;
const MOST_READ = 64 * 1024;
const BY_HEADER = [
    ["cf-ray", "Cloudflare"],
    ["x-iinfo", "Imperva"],
    ["x-sucuri-id", "Sucuri"],
    ["x-azure-ref", "Azure Front Door"],
    ["x-amz-cf-id", "CloudFront"],
    ["x-squid-error", "squid"],
];
const BY_TEXT = [
    [/requested URL was rejected[^]*support ID/i, "F5"],
    [/Incapsula incident/i, "Imperva"],
    [/Sucuri Website Firewall/i, "Sucuri"],
    [/mod_?security/i, "ModSecurity"],
    [/Barracuda/i, "Barracuda"],
    [/FortiGate|FortiWeb|Fortinet/i, "Fortinet"],
    [/Generated by cloudfront/i, "CloudFront"],
];
function makerOf({ headers, body }) {
    const name = headers["server"] ?? headers["x-powered-by"];
    if (typeof name === "string" && name !== "")
        return (0,cut .ym)(oneLine(name), LONGEST_NAME);
    const [, byHeader] = BY_HEADER.find(([header]) => headers[header] !== undefined) ?? [];
    if (byHeader !== undefined)
        return byHeader;
    const text = (0,answers .yp)({ headers, body }) ? textOf(body) : "";
    return BY_TEXT.find(([sign]) => sign.test(text))?.[1];
}
function oneLine(text) {
    return text.replace(/[\u0000-\u001f\u007f]+/g, " ");
}
function adviceOn(answer, host) {
    if ((0,answers .kR)(answer))
        return undefined;
    if (isChallenge(answer)) {
        return "That is Cloudflare's challenge, which only a browser can meet. Let this machine's address through to /v2/ (a WAF rule that skips the challenges for it), and run again.";
    }
    if (isSignInPage(answer, host)) {
        return "That is a page for people to sign in, and no program can; no password was sent there, and none belongs there. Let this machine through to /v2/ without that page (the registry asks for a password itself), and run again.";
    }
    return BY_STATUS.find(([statuses]) => statuses.includes(answer.status))?.[1];
}
const BY_STATUS = [
    [
        [429],
        "Something in front of the registry lets only so many requests through in a time. Wait, or run with a lower concurrency; it was asked again in vain.",
    ],
    [
        retry .bc,
        "Something in front of the registry does not reach it, or had no answer in time. That may pass, and it was asked again in vain: look at whether the registry runs, and run again.",
    ],
    [
        [413],
        "Something in front of the registry takes no request of this size: raise its limit for /v2/ (nginx: client_max_body_size 0).",
    ],
    [
        [405, 501],
        "Something in front of the registry lets only some methods through. Let all of them through to /v2/ (nginx: limit_except; IIS: the verbs of its request filtering, and its WebDAV module).",
    ],
];
function isChallenge({ headers, body, status }) {
    if (headers["cf-mitigated"] === "challenge")
        return true;
    const isOurs = headers["cf-ray"] !== undefined || /cloudflare/i.test(String(headers["server"]));
    const mayBe = isOurs && [403, 429, 503].includes(status) && (0,answers .yp)({ headers, body });
    return (mayBe &&
        /\/cdn-cgi\/challenge-platform|cf[-_]chl|<title>(?:Just a moment|Attention Required)/i.test(textOf(body)));
}
function isSignInPage(answer, host) {
    if (!(0,answers .yp)(answer))
        return false;
    const { host: from, pathname } = answer.url;
    const isElsewhere = from !== host;
    const isNamed = /(?:^|[/_.-])(?:log-?in|sign[_-]?in|sso|oauth2?|saml2?|authorize|authelia|adfs)(?:[/_.-]|$)/i.test(pathname);
    return isElsewhere || isNamed || /<input\b[^>]*\btype\s*=\s*["']?password\b/i.test(textOf(answer.body));
}
function textOf(body) {
    return body.subarray(0, MOST_READ).toString("latin1");
}

var duration = __webpack_require__(3065);
var challenge = __webpack_require__(3109);
var registry = __webpack_require__(252);
; 





const SAME_MS = 5_000;
const LONGEST_SCOPE = 200;
function refusedSignIn(host, response, doing) {
    const header = response.headers["www-authenticate"];
    const offered = (0,challenge .u)(header ?? "");
    const ofToken = refusedToken(host, response, { doing, offered });
    if (ofToken !== undefined)
        return ofToken;
    if (response.status !== 401 || (header === undefined && (0,answers .yp)(response)))
        return undefined;
    if (offered.length > 0 && !offered.some(challenge .M))
        return noWay(host, offered, doing);
    return isWithoutRealm(offered, response) ? noRealm(host, doing) : unauthorized(host, doing);
}
function refusedToken(host, response, { doing, offered }) {
    const { status, signedIn } = response;
    const [bearer] = offered.flatMap((one) => (one.kind === "bearer" && one.error !== undefined ? [one] : []));
    const isByToken = signedIn?.kind === "token" || signedIn?.kind === "registry-token";
    if (!isByToken || bearer === undefined || ![401, 403].includes(status))
        return undefined;
    const { error = "", scope } = bearer;
    return error === "insufficient_scope"
        ? tokenTooWeak(host, response, { doing, scope })
        : tokenRefused(host, response, { doing, error });
}
function isWithoutRealm(offered, { signedIn }) {
    const isNamed = offered.some((one) => one.kind === "basic" || (one.kind === "bearer" && one.realm !== undefined));
    return signedIn?.kind === "nobody" && offered.some(({ kind }) => kind === "bearer") && !isNamed;
}
function unauthorized(host, doing) {
    return new registry .g("unauthorized", {
        message: `${host} does not know us, or does not let us in (401), while ${doing}`,
        nextStep: "Sign in: docker/login-action in the workflow, docker login on a machine, or username and password here. " +
            "If you have, check that they are right, for this host and port, and allow what was to be done: pull, delete, or (restore) push.",
    });
}
function noWay(host, offered, doing) {
    const schemes = offered.flatMap((one) => (one.kind === "other" ? [oneLine(one.scheme)] : []));
    return new registry .g("unauthorized", {
        message: `${host} asks us to sign in by ${schemes.join(", ")} alone, which this program can't, while ${doing}`,
        nextStep: "Let it offer Basic or Bearer for /v2/ as well, as docker needs it too, or let this machine through.",
    });
}
function noRealm(host, doing) {
    return new registry .g("unauthorized", {
        message: `${host} asks for a token, and does not say where one can be had, while ${doing}`,
        nextStep: "Correct the realm of its answer to /v2/ (REGISTRY_AUTH_TOKEN_REALM in the registry's configuration), or sign in with a token of its own (registrytoken in Docker's config.json).",
    });
}
function tokenRefused(host, response, { doing, error }) {
    return new registry .g("unauthorized", {
        message: `${host} does not take the token that ${giverOf(response)} gave us (401, ${oneLine(error)}), while ${doing}; ${clocksOf(host, response)}`,
        nextStep: "The user name and password are not to blame. A token is refused where the clocks differ by more than a minute, and where the token server's issuer, service (audience) " +
            "or key are not those of the registry's configuration (auth: token: issuer, service, rootcertbundle); the registry's log says which.",
    });
}
function tokenTooWeak(host, response, { doing, scope }) {
    const needed = scope === undefined ? "" : ` (${oneLine(scope).slice(0, LONGEST_SCOPE)})`;
    return new registry .g("unauthorized", {
        message: `the token that ${giverOf(response)} gave us does not allow what ${host} asks for${needed}, while ${doing}`,
        nextStep: "The user name and password are right. Have the token server grant this user what is missing (delete, mostly) in this repository, or sign in as one who has it.",
    });
}
function giverOf({ signedIn }) {
    return signedIn?.kind === "token" ? signedIn.by : "Docker's configuration";
}
function clocksOf(host, { headers, signedIn }) {
    const time = Date.parse(headers.date ?? "");
    if (Number.isNaN(time))
        return "it does not say its time";
    const ahead = signedIn?.kind === "token" ? signedIn.ahead : undefined;
    const other = ahead === undefined || signedIn?.kind !== "token" ? "this machine's" : `that of ${signedIn.by}`;
    const difference = time - Date.now() - (ahead ?? 0);
    if (Math.abs(difference) < SAME_MS)
        return `its clock and ${other} agree`;
    const way = difference > 0 ? "ahead of" : "behind";
    return `the clock of ${host} is ${(0,duration .Jh)(Math.abs(difference))} ${way} ${other}`;
}

var ecr_host = __webpack_require__(2582);
; 



const ANY = /./;
const KNOWN_REFUSALS = [
    {
        product: "Harbor",
        statuses: [412],
        code: /^PROJECTPOLICYVIOLATION$/,
        kind: "forbidden",
        says: "lets nobody pull this image, for its project prevents vulnerable or unsigned images from running",
        nextStep: "What can't be read decides nothing, so its repository stays as it is. Add the image's vulnerabilities to the project's allowlist, or turn that policy off (Configuration, Deployment security) while this runs.",
    },
    {
        product: "Harbor",
        statuses: [412],
        code: /^PRECONDITION$/,
        kind: "not-deletable",
        says: "keeps it, for a tag of it is immutable",
        nextStep: "Exclude such tags, or change the rule: the project's Policy, Tag Immutability. An image stays as long as one of its tags is immutable.",
    },
    {
        product: "Harbor",
        statuses: [403, 503],
        code: ANY,
        message: /read.?only mode/i,
        kind: "read-only",
        says: "is read-only, so nothing was changed",
        nextStep: "Run again when its administrator has turned that off (Configuration, System Settings, Repository Read Only).",
    },
    {
        product: "Azure Container Registry",
        statuses: [405],
        code: /^REGISTRY_DISALLOWED_OPERATION$/,
        kind: "not-deletable",
        says: "keeps it, for it is locked",
        nextStep: "Exclude it, or unlock it: az acr repository update --name REGISTRY --image NAME:TAG --delete-enabled true --write-enabled true. A whole repository or registry can be locked too.",
    },
    {
        product: "Artifact Registry",
        statuses: [400],
        code: /DANGLING_PARENT_IMAGE$/,
        kind: "not-deletable",
        says: "keeps it, for an index that no list of tags shows contains it",
        nextStep: "Delete that index first: gcloud artifacts docker images list --include-tags names what has no tag.",
    },
    {
        product: "Amazon ECR",
        statuses: [400, 403, 405, 409],
        code: /^ImageReferencedByManifestList$/i,
        kind: "not-deletable",
        says: "keeps it, for an index that no list of tags shows contains it",
        nextStep: "Delete that index first: aws ecr list-images --filter tagStatus=UNTAGGED names what has no tag.",
    },
    {
        product: "GitLab",
        statuses: [403],
        code: /^DENIED$/,
        message: /protected/i,
        kind: "not-deletable",
        says: "keeps it, for a rule protects its tag",
        nextStep: "Exclude such tags, or change the rule: the project's Settings, Packages and registries, Protected container tags.",
    },
    {
        product: "Quay and others",
        statuses: [400, 403, 405, 409, 412],
        code: ANY,
        message: /immutab/i,
        kind: "not-deletable",
        says: "keeps it, for it is immutable",
        nextStep: "Exclude it, or change the rule of that registry which makes it so.",
    },
    {
        product: "Azure Container Registry, Artifactory and others",
        statuses: [403, 405, 409, 423],
        code: ANY,
        message: /\blocked\b/i,
        kind: "not-deletable",
        says: "keeps it, for it is locked",
        nextStep: "Exclude it, or unlock it there.",
    },
    {
        product: "Docker Hub and others",
        statuses: [429],
        code: /^TOOMANYREQUESTS$/,
        message: /pull rate limit/i,
        kind: "rate-limited",
        says: "lets this account pull no more in these six hours",
        nextStep: "Nothing is decided on a part of what is there. Run again later, or sign in with an account of a paid plan, which has no such limit.",
    },
    {
        product: "Docker Hub and others",
        statuses: [429],
        code: /^TOOMANYREQUESTS$/,
        kind: "rate-limited",
        says: "takes no more requests for now",
        nextStep: "Run again later: what is left then goes.",
    },
];
function knownRefusal(host, response, doing) {
    const errors = (0,answers .Ji)(response) ?? [];
    const known = KNOWN_REFUSALS.find(({ statuses, code, message = ANY }) => statuses.includes(response.status) &&
        errors.some((error) => code.test(error.code) && (message === ANY || message.test(error.message))));
    if (known === undefined)
        return undefined;
    const { product, kind, says, nextStep } = known;
    const codes = [...new Set(errors.map(({ code }) => code))].join(", ");
    return new registry .g(kind, {
        message: `${host} ${says} (${product}: ${response.status} ${codes}) while ${doing}`,
        nextStep,
    });
}
const NO_DELETES = [
    {
        is: (host) => (0,ecr_host .g)(host) !== undefined,
        nextStep: "ECR takes a deletion by digest in the standard way where its user has the right ecr:BatchDeleteImage, and this one took none. Its own API deletes too, and is used here only for a tag whose image stays: aws ecr batch-delete-image --repository-name NAME --image-ids imageTag=TAG.",
    },
    {
        is: (_, headers) => typeof headers["x-jfrog-version"] === "string",
        nextStep: "A remote or virtual repository of Artifactory deletes nothing: name the local one, and give its user the permission Delete/Overwrite.",
    },
    {
        is: (_, headers) => /^nexus\//i.test(String(headers["server"] ?? "")),
        nextStep: "A proxy or group repository of Nexus deletes nothing: name the hosted one, and give its user the privilege to delete in it.",
    },
    {
        is: (_, headers) => headers["gitlab-container-registry-version"] !== undefined,
        nextStep: "GitLab's registry has deletes turned off: set registry['storage_delete_enabled'] = true in gitlab.rb (its default), and gitlab-ctl reconfigure.",
    },
];
function stepOfNoDeletes(host, { headers }) {
    return NO_DELETES.find(({ is }) => is(host, headers))?.nextStep;
}

; 







const LONGEST_DETAIL = 200;
function refusal(host, response, doing) {
    const { status } = response;
    const known = knownRefusal(host, response, doing);
    if (known !== undefined)
        return known;
    const ofSignIn = refusedSignIn(host, response, doing);
    if (ofSignIn !== undefined)
        return ofSignIn;
    if (isHttpToHttps(response))
        return speaksHttps(host);
    if ((0,answers .yp)(response))
        return notARegistry(host, response, doing);
    if (status === 403)
        return forbidden(host, doing);
    if (status === 404)
        return notARegistry(host, response, doing);
    const advice = adviceOn(response, host);
    const answered = `${host} answered ${status}${describe(response)} while ${doing}`;
    if (isSchema1Refused(response))
        return schema1Refused(answered);
    return new registry .g("unexpected-answer", {
        message: answered,
        nextStep: advice ??
            "Nothing is decided on a doubtful answer. Look at the registry's log, and run again when it is well." +
                (status === 500
                    ? `\nAfter a full disk it is often ${emptyFile(response, doing)}. Stop the registry and run reclaim with storage, which names the file and takes away what is left of an image that has no manifest any more.`
                    : ""),
    });
}
function isSchema1Refused({ status, body }) {
    return status === 500 && body.toString("utf8").includes("unrecognized manifest schema version 1");
}
function schema1Refused(answered) {
    return new registry .g("unexpected-answer", {
        message: `${answered}: it is an image of schema 1, as Docker before 1.10 pushed them, and Distribution 3 reads none`,
        nextStep: "What can't be read decides nothing, so its repository stays as it is. Delete that tag by its name (DELETE /v2/NAME/manifests/TAG), which Distribution 3 does without reading its image; or prune with registry:2 (2.8) on the same storage, which reads it. Nobody can pull it from Distribution 3, so push again what is needed.",
    });
}
function emptyFile({ body }, doing) {
    const [, repository = "…", reference = "TAG"] = /^reading ([^:]+):(.+)$/.exec(doing) ?? [];
    const link = (0,names_reference .dz)(reference)
        ? `tags/${reference}/current/link`
        : `revisions/${reference.replace(":", "/")}/link`;
    return /"Offset":|end of JSON input/.test(body.toString("utf8"))
        ? "a manifest that is empty or cut off (blobs/sha256/…/data): to push it again does not mend it, for the registry keeps the file that it has"
        : `an empty link (docker/registry/v2/repositories/${repository}/_manifests/${link}, or that of its manifest under revisions): to push that tag again mends it`;
}
function isDiskFull(response) {
    return (response.status === 500 && /no space left on device|"Err":\s*28\b/.test(response.body.toString("utf8")));
}
function diskFull(host) {
    return new registry .g("disk-full", {
        message: `the disk of ${host} is full, so nothing can be written there`,
        nextStep: "Deleting images needs no space, and garbage collection gets it back: prune, collect (reclaim), and run again.",
    });
}
function deleteRefusal(host, response, { repository, isUnknown }) {
    const { status } = response;
    if ((0,answers .oy)(response) || isUnknown)
        return undefined;
    const known = knownRefusal(host, response, `asking whether ${repository} may be deleted from`);
    if (known !== undefined)
        return known;
    const isOthers = status === 405 ? !(0,answers .H_)(response) : !(0,answers .kR)(response);
    if (status === 404 || (isOthers && [403, 405, 501].includes(status))) {
        return isReadOnly(response) ? readOnly(host) : proxyRefuses(host, response);
    }
    if (status === 405)
        return deletesOff(host, stepOfNoDeletes(host, response));
    return refusal(host, response, `asking whether ${repository} may be deleted from`);
}
function forbidden(host, doing) {
    return new registry .g("forbidden", {
        message: `${host} knows us and says no (403) while ${doing}`,
        nextStep: "Give this user the right to pull and to delete (restore: to push) in the repository, or sign in as one who has it.",
    });
}
function deletesOff(host, ofItsOwn) {
    if (ofItsOwn !== undefined) {
        const message = `${host} refuses every deletion by the standard API; nothing was deleted`;
        return new registry .g("deletes-off", { message, nextStep: ofItsOwn });
    }
    return new registry .g("deletes-off", {
        message: `${host} has deletes turned off, as registries have by default; nothing was deleted`,
        nextStep: [
            "Turn them on in one of two ways.",
            "1. In the container's own configuration: docker exec into it, set storage: delete: enabled: true in /etc/docker/registry/config.yml " +
                "(3.x: /etc/distribution/config.yml), then docker restart the container.",
            "2. Make the container anew with the images of the old one, which a quick-start registry has in an anonymous volume: a new container would leave them behind. " +
                "Remove registry-old, without -v, when the new one has been seen to serve the images.",
            "  docker stop registry && docker rename registry registry-old",
            "  docker run -d -p 5000:5000 --restart always --name registry --volumes-from registry-old \\",
            "    -e REGISTRY_STORAGE_DELETE_ENABLED=true registry:2",
            "A pull-through cache can't delete at all.",
        ].join("\n"),
    });
}
function catalogRefusal(host, response) {
    const error = refusal(host, response, "listing the repositories");
    if (error.kind === "speaks-https")
        return error;
    return noCatalog(host, error.kind, `it answered with ${whatIs(response)}`);
}
function noCatalog(host, kind, why) {
    return new registry .g(kind, {
        message: `${host} does not list its repositories for us: ${why}`,
        nextStep: "Name the repositories in image one by one. To list them is a right of its own, which many registries give to administrators alone, and some to nobody.",
    });
}
function readOnly(host) {
    return new registry .g("read-only", {
        message: `${host} is read-only at the moment, so nothing was changed there`,
        nextStep: "Run again when its maintenance is over (storage.maintenance.readonly in its configuration).",
    });
}
function proxyRefuses(host, response) {
    const by = makerOf(response);
    return new registry .g("proxy-refuses", {
        message: `something in front of the registry at ${host} refuses DELETE (${response.status}${by === undefined ? "" : ` by ${by}`}); nothing was deleted`,
        nextStep: "Let DELETE on /v2/ through in the reverse proxy (nginx: limit_except; IIS: the verbs of its request filtering, and its WebDAV module; Traefik and others: their allowed methods).",
    });
}
function speaksHttps(host) {
    return new registry .g("speaks-https", {
        message: `${host} was asked over plain HTTP and speaks HTTPS`,
        nextStep: `Write https://${host}/… in image, or take it out of plain-http.`,
    });
}
function notARegistry(host, response, doing) {
    return new registry .g("not-a-registry", {
        message: `${host} answered with ${whatIs(response)}, as no registry does, while ${doing}`,
        nextStep: adviceOn(response, host) ??
            (response.status === 200 || response.status === 404
                ? "Check the host and port: a registry answers at /v2/ of its host; its web interface is often at another port. " +
                    "One below another path (HOST/PATH/v2/) is reached neither by Docker nor here: give it a host or a port of its own."
                : "That is the answer of something in front of the registry (a proxy, a firewall, a sign-in page). Let this machine through to /v2/, and run again."),
    });
}
function whatIs(response) {
    const { status } = response;
    const by = makerOf(response);
    return (0,answers .yp)(response)
        ? `a web page (${status}${by === undefined ? "" : ` by ${by}`})`
        : `${status}${describe(response)}`;
}
function isHttpToHttps(response) {
    return response.status === 400 && response.body.includes("HTTP request to an HTTPS server");
}
function isReadOnly(response) {
    return response.status === 405 && response.headers.allow === "GET, HEAD";
}
function describe(response) {
    const words = (0,answers .Ji)(response)
        ?.map(({ code, message }) => `${code} ${message}`.trim())
        .join("; ");
    const by = makerOf(response);
    if (words === undefined || words === "")
        return by === undefined ? "" : ` (by ${by})`;
    return ` (${(0,cut .ym)(oneLine(words), LONGEST_DETAIL)})`;
}


/***/ }),

/***/ 3366:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    m: () => (  caller),
    z: () => (  NO_DIGEST)
  });
const NO_DIGEST = `sha256:${"0".repeat(64)}`;
function caller({ base, session }, rights) {
    const allowed = rights.join(",");
    return (repository, { path, method, accept, headers, body, attempts, peeks, terms, precedesMany }) => {
        const [url, below] = path instanceof URL ? [path, undefined] : [base, `/v2/${repository}/${path}`];
        const all = accept === undefined ? headers : { ...headers, accept: [...accept] };
        const request = { method, url, path: below, headers: all, body, attempts, peeks, terms, precedesMany };
        return session.send(request, `repository:${repository}:${allowed}`);
    };
}


/***/ }),

/***/ 1111:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    H_: () => (  saysRefused),
    He: () => (  saysNoUpload),
    Ji: () => (  registryErrors),
    h1: () => (  saysAsDistribution),
    kQ: () => (  saysHasTags),
    kR: () => (  hasWords),
    nX: () => (  saysNotTaken),
    oy: () => (  isDeleted),
    wp: () => (  saysNotThere),
    yp: () => (  isPage)
  });
  var _core_base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3979);

function registryErrors(response) {
    const body = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_0__  .qF)(response.body.toString("utf8"));
    const errors = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_0__  .Gv)(body) ? body["errors"] : undefined;
    if (!Array.isArray(errors))
        return undefined;
    return errors.map((error) => ({
        code: (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_0__  .$6)(error, "code") ?? "",
        message: (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_0__  .$6)(error, "message") ?? "",
    }));
}
const NO_REPOSITORY = ["NAME_UNKNOWN", "NAME_INVALID"];
const NOT_THERE = {
    tags: NO_REPOSITORY,
    manifest: ["MANIFEST_UNKNOWN", "TAG_EXPIRED", ...NO_REPOSITORY],
    blob: ["BLOB_UNKNOWN", ...NO_REPOSITORY],
};
const REFUSED = {
    400: ["DIGEST_INVALID", "NAME_INVALID", "TAG_INVALID", "MANIFEST_INVALID", "UNSUPPORTED"],
    401: ["UNAUTHORIZED"],
    403: ["DENIED"],
    405: ["UNSUPPORTED", "DENIED"],
};
function saysNotThere(question, response) {
    return response.status === 404 && saysOnly(response, NOT_THERE[question]);
}
function saysRefused(response) {
    return saysOnly(response, REFUSED[response.status] ?? []);
}
function saysNotTaken(response) {
    return response.status === 400 && saysOnly(response, ["MANIFEST_INVALID"]);
}
function saysNoUpload(response) {
    return response.status === 404 && saysOnly(response, ["BLOB_UPLOAD_UNKNOWN", "BLOB_UPLOAD_INVALID"]);
}
function saysOnly(response, codes) {
    const errors = registryErrors(response) ?? [];
    return errors.length > 0 && errors.every(({ code }) => codes.includes(code));
}
function saysHasTags(response) {
    const errors = registryErrors(response) ?? [];
    return response.status === 400 && errors.some(({ code }) => code.endsWith("DANGLING_TAG"));
}
const DISTRIBUTIONS_MESSAGES = ["manifest unknown", "repository name not known to registry"];
function saysAsDistribution(response) {
    const errors = registryErrors(response) ?? [];
    return (response.status === 404 &&
        response.headers["docker-distribution-api-version"] !== undefined &&
        errors.length > 0 &&
        errors.every(({ message }) => DISTRIBUTIONS_MESSAGES.includes(message)));
}
function hasWords(response) {
    const errors = registryErrors(response) ?? [];
    return errors.length > 0 && errors.every(({ code }) => code !== "");
}
function isPage({ headers, body }) {
    return (/\bx?html\b/i.test(headers["content-type"] ?? "") ||
        /^\s*<(?:!doctype\s+html|html)\b/i.test(body.subarray(0, 256).toString("latin1")));
}
function isDeleted(response) {
    return [202, 204].includes(response.status) && !isPage(response);
}


/***/ }),

/***/ 3692:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    T: () => (  signOfCache),
    j: () => (  refuseCached)
  });
  var _core_base_cut_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3301);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);


const LONGEST_SIGN = 100;
const NO_RESULT = /control|-key|-tags?$|-ttl|-group|-id$|-expire|-policy|-vary/;
const HITS = new Set([
    ...["hit", "hits", "refreshhit", "memhit", "diskhit", "stale", "revalidated", "updating", "unmodified"],
    "cached",
]);
function refuseCached({ headers, url }) {
    const sign = signOfCache(headers);
    if (sign === undefined)
        return;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .jA(`${url.host} was asked for what is there now, and a cache in front of it answered (${sign})`, "Nothing is decided on what a cache remembers. Take /v2/ out of it (nginx: proxy_cache off; a CDN: a rule that bypasses it), or name the registry's own address in image.");
}
function signOfCache(headers) {
    for (const [name, value] of Object.entries(headers)) {
        if (value === undefined)
            continue;
        const text = typeof value === "string" ? value : value.join(", ");
        if (showsHit(name, text)) {
            return `${name}: ${(0,_core_base_cut_js__WEBPACK_IMPORTED_MODULE_1__  .ym)(text.replace(/[^\x20-\x7e]+/g, " "), LONGEST_SIGN)}`;
        }
    }
    return undefined;
}
function showsHit(name, value) {
    switch (name) {
        case "age":
            return /^\s*\d*[1-9]/.test(value);
        case "cache-status":
            return value.split(",").some(isHitByStandard);
        case "warning":
            return /(?:^|,)\s*11[0-3]\b/.test(value);
        case "x-varnish":
            return /^\s*\d+\s+\d+/.test(value);
        case "x-from-cache":
            return /^\s*(?:1|true|yes)\b/i.test(value);
        case "x-cache-hits":
        case "x-cache-hit":
            return /\d*[1-9]|true|yes/i.test(value) || hasHit(value);
        case "server-timing":
            return /cache/i.test(value) && hasHit(value);
        case "x-served-by":
        case "x-proxy":
        case "x-cdn":
            return hasHit(value);
        default:
            return name.includes("cache") && !NO_RESULT.test(name) && hasHit(value);
    }
}
function isHitByStandard(item) {
    const [name = "", ...parameters] = item.split(";").map((part) => part.trim().toLowerCase());
    if (parameters.length === 0)
        return hasHit(name);
    const isConfirmed = parameters.includes("fwd-status=304");
    return isConfirmed || parameters.some((each) => each === "hit" || each === "hit=?1");
}
function hasHit(value) {
    return value
        .split(",")
        .map((part) => part.replace(/\s(?:from|by|at|via)\s.*$/is, ""))
        .some((part) => part.split(/[^a-z]+/i).some((word) => HITS.has(word.toLowerCase())));
}


/***/ }),

/***/ 1523:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    E: () => (  withoutMark),
    k: () => (  withMark)
  });
const NAME = "fresh";
const OLD = new RegExp(`([?&])${NAME}=[^&#]*(&|$)`, "g");
function withMark(path, mark) {
    const bare = withoutMark(path);
    return `${bare}${bare.includes("?") ? "&" : "?"}${NAME}=${mark}`;
}
function withoutMark(address) {
    return address.replace(OLD, (_, before, behind) => (behind === "" ? "" : before));
}


/***/ }),

/***/ 4601:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  g8: () => (  namesOn),
  E0: () => (  pagesOf),
  Q4: () => (  refuseTooMany),
  bp: () => (  untrusted)
});

var errors = __webpack_require__(6846);
var json = __webpack_require__(3979);
; 

function nextPage(response, origin, of) {
    const header = response.headers["link"] ?? "";
    const links = Array.isArray(header) ? header.join(",") : header;
    const address = /<([^<>]*)>\s*;[^,<]*\brel="?next\b/i.exec(links)?.[1];
    if (address === undefined) {
        if (/\bnext\b/i.test(links))
            throw doubtful(of, UNREADABLE);
        return undefined;
    }
    if (!URL.canParse(address, response.url.href))
        throw doubtful(of, UNREADABLE);
    const page = new URL(address, response.url);
    if (page.origin !== origin)
        throw doubtful(of, `its next page is at another host, ${page.host}`);
    return page;
}
const UNREADABLE = "its Link header can't be read";
function doubtful(of, why) {
    return new errors .jA(`the list of ${of} can't be read to its end: ${why}`, "Nothing is decided on part of a list. Look at what stands in front of the registry.");
}

var mark = __webpack_require__(1523);
; 




const MAX_PAGES = 10_000;
const MAX_NAMES = 1_000_000;
async function* pagesOf(list) {
    const { base, maxPages = MAX_PAGES } = list;
    const asked = new Set();
    let page = list.first;
    for (let pages = 0; page !== undefined; pages += 1) {
        if (pages === maxPages)
            throw untrusted(list, "its pages have no end");
        const response = await list.ask(page);
        asked.add(bare(response.url));
        yield { isFirst: pages === 0, response };
        page = nextPage(response, base.origin, list.of);
        if (page !== undefined && asked.has(bare(page))) {
            throw untrusted(list, "its pages have no end, for the next is one that was read before");
        }
    }
}
function bare({ href }) {
    return (0,mark .E)(href).replace(/\?$/, "");
}
function namesOn(list, response, { isName, what, aboutStray, }) {
    const body = (0,json .qF)(response.body.toString("utf8"));
    if (!(0,json .Gv)(body) || !(list.of in body)) {
        throw untrusted(list, "it is not the JSON that the API asks for");
    }
    const names = body[list.of];
    if (names === null)
        return [];
    if (!Array.isArray(names))
        throw untrusted(list, "it is not a list");
    refuseTooMany(list, names.length);
    return names.map((name) => {
        if (typeof name === "string" && isName(name))
            return name;
        if (typeof name === "string" && aboutStray !== undefined)
            throw aboutStray(name);
        throw untrusted(list, `there is something in it that is not ${what}`);
    });
}
function refuseTooMany(list, names) {
    if (names > MAX_NAMES)
        throw untrusted(list, `there are more than ${MAX_NAMES} in it`);
}
function untrusted({ of, base }, why) {
    return new errors .jA(`the list of ${of} that ${base.host} sent can't be trusted: ${why}`, "Nothing is decided on part of a list. Look at the registry and what stands in front of it, and run again.");
}


/***/ }),

/***/ 1654:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    a2: () => (  retryDelay),
    bc: () => (  PASSING_STATUSES)
  });
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);

const MAX_ATTEMPTS = 4;
const BASE_MS = 200;
const LONGEST_WAIT_MS = 60_000;
const PASSING_STATUSES = [
    ...[502, 503, 504],
    ...Array.from({ length: 11 }, (_, index) => 520 + index),
];
const STATUSES = new Set([429, ...PASSING_STATUSES]);
const CODES = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ECONNABORTED", "EPROXYBUSY"]);
function retryDelay(attempt, outcome, { random, now }) {
    if (attempt >= MAX_ATTEMPTS)
        return undefined;
    const backOff = BASE_MS * 2 ** (attempt - 1) * random;
    if (outcome.kind === "error")
        return CODES.has((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__  .$N)(outcome.error)) ? backOff : undefined;
    if (!STATUSES.has(outcome.status))
        return undefined;
    const asked = readRetryAfter(outcome.retryAfter ?? "", now);
    if (asked > LONGEST_WAIT_MS)
        return undefined;
    return Math.max(asked, backOff);
}
function readRetryAfter(header, now) {
    if (/^\d+$/.test(header))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}


/***/ }),

/***/ 1552:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    NX: () => (  refuseNear),
    XR: () => (  refuseNearByName),
    rN: () => (  guardedLookup),
    sX: () => (  reachFrom)
  });
  var node_dns__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(610);
  var node_dns_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1553);
  var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7030);
  var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
  var _port_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(252);





const loopback = subnets([
    ["127.0.0.0", 8],
    ["0.0.0.0", 8],
    ["::", 96],
    ["64:ff9b::7f00:0", 104],
    ["2002:7f00::", 24],
]);
const linkLocal = subnets([
    ["169.254.0.0", 16],
    ["fe80::", 10],
    ["64:ff9b::a9fe:0", 112],
    ["2002:a9fe::", 32],
    ["fd00:ec2::254", 128],
    ["168.63.129.16", 32],
    ["100.100.100.200", 32],
    ["192.0.0.192", 32],
]);
function subnets(list) {
    let block;
    return () => {
        if (block !== undefined)
            return block;
        block = new node_net__WEBPACK_IMPORTED_MODULE_2__.BlockList();
        for (const [address, prefix] of list)
            block.addSubnet(address, prefix, familyOf(address));
        return block;
    };
}
function familyOf(address) {
    return (0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(address) === 6 ? "ipv6" : "ipv4";
}
function isNear(address) {
    const [bare = ""] = address.split("%");
    return [loopback, linkLocal].some((block) => block().check(bare, familyOf(bare)));
}
function isOwn(address) {
    const [bare = ""] = address.replace(/^::ffff:(?=\d+\.)/i, "").split("%");
    const own = Object.values((0,node_os__WEBPACK_IMPORTED_MODULE_3__.networkInterfaces)()).flatMap((each) => each ?? []);
    return loopback().check(bare, familyOf(bare)) || own.some((each) => each.address === bare);
}
function reachFrom(peer) {
    return peer !== undefined && isOwn(peer) ? "own" : "outside";
}
function refuseNear(url, reach) {
    const address = url.hostname.replace(/^\[|\]$/g, "");
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIP)(address) !== 0)
        refuse(url, address, reach);
}
async function refuseNearByName(url, reach) {
    if (/(?:^|\.)localhost\.?$/.test(url.hostname))
        refuse(url, "127.0.0.1", reach);
    const found = await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_1__.lookup)(url.hostname, { all: true }).catch(() => []);
    for (const { address } of found)
        refuse(url, address, reach);
}
function refuse(url, address, reach) {
    if (!isNear(address) || (reach === "own" && isOwn(address)))
        return;
    throw new _port_registry_js__WEBPACK_IMPORTED_MODULE_4__  .g("leads-here", {
        message: `the registry sends us to ${url.host} (${address}), which is an address of this machine alone or of its own cable, and the registry is not there`,
        nextStep: `Nothing was sent there. If your token server is there, name it: token-servers: ${url.host}. ` +
            "If it is the registry's storage, let the registry serve blobs itself (storage: redirect: disable: true in its configuration).",
    });
}
function guardedLookup(url, reach) {
    return (hostname, options, callback) => {
        (0,node_dns__WEBPACK_IMPORTED_MODULE_0__.lookup)(hostname, { ...options, all: true }, (error, found) => {
            const [first] = found ?? [];
            if (first === undefined) {
                callback(error ?? new Error("the name has no address"), "", 0);
                return;
            }
            try {
                for (const { address } of found)
                    refuse(url, address, reach);
            }
            catch (refused) {
                callback(refused, "", 0);
                return;
            }
            if (options.all === true)
                callback(null, found);
            else
                callback(null, first.address, first.family);
        });
    };
}


/***/ }),

/***/ 1044:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  M: () => (  openRegistry)
});

var connection_connection = __webpack_require__(207);
var distribution = __webpack_require__(3805);
var errors = __webpack_require__(6846);
var requests = __webpack_require__(3366);
var ecr_host = __webpack_require__(2582);
; 



function withOwnUntag({ reader, deleter, writer }, connection, options) {
    const found = new Map();
    const ecr = options.account?.ecr ?? (0,ecr_host .g)(connection.base.host);
    const find = ecr === undefined ? finder(connection, options) : finderAtEcr(ecr, connection, options);
    return {
        reader: {
            ...reader,
            async untags(repository) {
                const said = await reader.untags(repository);
                if (!options.rights.includes("delete") || (ecr === undefined && said !== "no"))
                    return said;
                const own = found.get(repository) ?? find(repository, said);
                found.set(repository, own);
                return (await own).untags;
            },
        },
        deleter: {
            ...deleter,
            async deleteTag(repository, tag, terms) {
                const way = (await found.get(repository))?.way;
                if (way === undefined)
                    return deleter.deleteTag(repository, tag, terms);
                const { deleteInOwnWay } = await __webpack_require__.e(/* import() */ 4209).then(__webpack_require__.bind(__webpack_require__, 4209));
                const isThere = async () => (await reader.resolveTag(repository, tag)) !== undefined;
                return deleteInOwnWay(way, isThere, { repository, tag, terms });
            },
        },
        writer,
    };
}
function finder(connection, { rights }) {
    let product;
    return async (repository, said) => {
        const { findOwnProduct, proveOwnUntag } = await __webpack_require__.e(/* import() */ 9632).then(__webpack_require__.bind(__webpack_require__, 9632));
        const asked = (product ??= findOwnProduct(connection, repository));
        const found = await asked.catch((error) => {
            product = undefined;
            if (!(error instanceof errors .Pc))
                throw error;
            return undefined;
        });
        if (found === undefined)
            return { untags: said };
        const way = await proveOwnUntag({ connection, call: (0,requests .m)(connection, rights) }, found, repository);
        return way === undefined ? { untags: said } : { untags: "yes", way };
    };
}
function finderAtEcr(place, { http }, { onSecret }) {
    return async (repository, said) => {
        if (said === "yes")
            return { untags: "shared" };
        const [{ proveEcrs }, { awsKeys }] = await Promise.all([
            __webpack_require__.e(/* import() */ 3192).then(__webpack_require__.bind(__webpack_require__, 3192)),
            __webpack_require__.e(/* import() */ 3779).then(__webpack_require__.bind(__webpack_require__, 3779)),
        ]);
        return proveEcrs({ place, http, keys: awsKeys(process.env), onSecret }, repository);
    };
}

; 



const KINDS = {
    distribution: {
        open: async (options) => {
            const connection = await (0,connection_connection .N)(options);
            return withOwnUntag((0,distribution .L)(connection, options.rights, options.cache), connection, options);
        },
    },
    "docker-hub": {
        open: async (options) => {
            const { openDockerHub } = await __webpack_require__.e(/* import() */ 4240).then(__webpack_require__.bind(__webpack_require__, 4240));
            return (await openDockerHub(options)).registry;
        },
    },
    github: {
        open: async (options) => {
            const { openGitHub } = await __webpack_require__.e(/* import() */ 527).then(__webpack_require__.bind(__webpack_require__, 527));
            return (await openGitHub(options)).registry;
        },
    },
};

; 

async function openRegistry(options) {
    const { account, rights } = options;
    const { reader, deleter, writer } = await KINDS[account?.kind ?? "distribution"].open(options);
    return {
        ...reader,
        ...(rights.includes("delete") ? deleter : {}),
        ...(rights.includes("push") ? writer : {}),
    };
}


/***/ }),

/***/ 2461:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    H: () => (  asDoubt)
  });
  var _registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(252);

function asDoubt(error) {
    const kinds = ["unreachable", "unexpected-answer"];
    if (error instanceof _registry_js__WEBPACK_IMPORTED_MODULE_0__  .g && kinds.includes(error.kind))
        return error;
    throw error;
}


/***/ }),

/***/ 252:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    g: () => (  RegistryError)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);

class RegistryError extends _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc {
    name = "RegistryError";
    kind;
    constructor(kind, text, cause) {
        super(text.message.replaceAll("\n", " "), text.nextStep, { cause });
        this.kind = kind;
    }
}


/***/ }),

/***/ 9380:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    T: () => (  ProxyError)
  });
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);

class ProxyError extends Error {
    name = "ProxyError";
    proxy;
    status;
    code;
    constructor(proxy, about) {
        super("the proxy failed", { cause: about.cause });
        this.proxy = proxy;
        this.status = about.status;
        const isBusy = BUSY.has(about.status ?? 0) || PASSING.has((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__  .$N)(about.cause));
        this.code = isBusy ? "EPROXYBUSY" : "EPROXY";
    }
}
const BUSY = new Set([429, 502, 503, 504]);
const PASSING = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN"]);


/***/ }),

/***/ 6215:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    T: () => (  isOfTls),
    c: () => (  isUnknownAuthority)
  });
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);

const UNKNOWN_AUTHORITY = new Set([
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);
const WRONG = new Set([
    "CERT_CHAIN_TOO_LONG",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_REJECTED",
    "CERT_REVOKED",
    "CERT_SIGNATURE_FAILURE",
    "CERT_UNTRUSTED",
    "CRL_HAS_EXPIRED",
    "CRL_NOT_YET_VALID",
    "CRL_SIGNATURE_FAILURE",
    "ERROR_IN_CERT_NOT_AFTER_FIELD",
    "ERROR_IN_CERT_NOT_BEFORE_FIELD",
    "HOSTNAME_MISMATCH",
    "INVALID_CA",
    "INVALID_PURPOSE",
    "PATH_LENGTH_EXCEEDED",
    "UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY",
    "UNABLE_TO_DECRYPT_CERT_SIGNATURE",
    "UNABLE_TO_GET_CRL",
    "UNSPECIFIED",
]);
function isUnknownAuthority(error) {
    return UNKNOWN_AUTHORITY.has((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__  .$N)(error));
}
function isOfTls(error) {
    const code = (0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_0__  .$N)(error);
    return (isUnknownAuthority(error) ||
        WRONG.has(code) ||
        /^(?:ERR_SSL_|ERR_TLS_|ERR_OSSL_|ERR_CRYPTO_OPERATION_FAILED$|EPROTO$)/.test(code));
}


/***/ }),

/***/ 2057:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    E: () => (  describeStep),
    l: () => (  describeEnd)
  });
  var _core_progress_time_left_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3654);
  var _core_base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3065);


const DONE = {
    reading: "manifests read",
    untagging: "images untagged",
    deleting: "deleted",
    verifying: "tags read again",
};
function describeStep(step, now) {
    const { perSecond, left } = (0,_core_progress_time_left_js__WEBPACK_IMPORTED_MODULE_1__  .r7)(step.trail, now);
    return [
        soFar(step),
        ...(perSecond === undefined ? [] : describeRate(perSecond)),
        ...(left === undefined ? [] : [`${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_0__  .Je)(left)} left`]),
    ].join(", ");
}
function describeEnd(step, took) {
    return `${soFar(step)}, in ${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_0__  .Jh)(took)}`;
}
function soFar({ advance: { what, done, total }, missed }) {
    return `${Math.max(0, done - missed)} of ${total} ${DONE[what]}${missed > 0 ? `, ${missed} not` : ""}`;
}
function describeRate(perSecond) {
    const rates = [
        [perSecond, "a second"],
        [perSecond * 60, "a minute"],
        [perSecond * 3600, "an hour"],
    ];
    const [rate, unit] = rates.find(([number]) => number >= 1) ?? [0, ""];
    return rate === 0 ? [] : [`${rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)} ${unit}`];
}


/***/ }),

/***/ 6084:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  m: () => (  createProgress)
});

var external_node_crypto_ = __webpack_require__(7598);
var time_left = __webpack_require__(3654);
var advance_words = __webpack_require__(2057);
; 


const LINE_EVERY_MS = 5000;
const ENDS = new Set([
    "repository-started",
    "observed",
    "planned",
    "deleting",
    "verifying",
    "repository-ended",
]);
function createMeter(log, display, now) {
    let step;
    let missed = 0;
    let isStopping = false;
    const end = () => {
        display.clear();
        if (step === undefined)
            return;
        const took = now() - step.trail.from;
        if (took >= LINE_EVERY_MS)
            log.info(`  ${(0,advance_words .l)(step, took)}`);
        step = undefined;
    };
    return {
        advanced(advance) {
            if (step !== undefined && isAnother(step.advance, advance))
                end();
            const mark = { at: now(), done: advance.done, share: advance.share };
            const trail = step === undefined ? (0,time_left .Gv)(mark) : (0,time_left .BY)(step.trail, mark);
            step = { advance, trail, missed: advance.what === "deleting" ? missed : 0 };
            if (advance.done >= advance.total)
                end();
            else if (!isStopping)
                display.show(step, mark.at);
        },
        before(event) {
            if (ENDS.has(event.kind)) {
                end();
                isStopping = false;
            }
            if (event.kind === "deleting")
                missed = 0;
            if (event.kind === "deletion" && isMissed(event.outcome))
                missed += 1;
            if (event.kind === "told-to-stop") {
                isStopping = true;
                display.clear();
            }
        },
    };
}
function isAnother(before, after) {
    return before.what !== after.what || after.done < before.done;
}
function isMissed({ kind }) {
    return kind === "failed" || kind === "spared";
}
function createLines(log) {
    let told;
    return {
        show(step, now) {
            if (now - (told ?? step.trail.from) < LINE_EVERY_MS)
                return;
            told = now;
            log.info(`  ${(0,advance_words .E)(step, now)}`);
        },
        clear() {
            told = undefined;
        },
    };
}

var plan_lines = __webpack_require__(887);
var notices = __webpack_require__(7565);
var staying = __webpack_require__(6371);
var untagged = __webpack_require__(2181);
var wording = __webpack_require__(8900);
; 





function tellPlanning(log, event) {
    switch (event.kind) {
        case "planned":
            return tellPlan(log, event);
        case "repositories-unruled":
            return log.info(`No rule of the policy applies to ${event.repositories} more of the catalog's repositories; they stay as they are.`);
        case "patterns-unused":
            return log.warning((0,notices .iz)(event.patterns));
        case "plan-saved":
            return log.info(`The whole plan, with a reason for every tag: ${event.path}`);
    }
}
const INDENT = "  ";
function tellPlan(log, event) {
    log.group((0,plan_lines .KS)(event));
    const columns = Math.max(0, (log.columns ?? 0) - INDENT.length);
    const lines = (0,plan_lines .HN)(event, { columns, ...(log.debug === undefined ? {} : { most: Infinity }) });
    for (const line of lines)
        log.info(`${INDENT}${line}`);
    log.endGroup();
    if (event.reclaimable.bytes > 0) {
        log.info(`  deleting them leaves ${(0,wording .vj)(event.reclaimable)} that no kept image needs`);
    }
    for (const line of [
        ...(0,notices .No)(event.plan),
        ...(0,staying .n)(event.plan),
        ...(0,untagged .V4)(event.plan),
    ]) {
        log.info(`  ${line}`);
    }
    tellPlanWarnings(log, event);
}
function tellPlanWarnings(log, event) {
    for (const warning of (0,plan_lines .pH)(event))
        log.warning(`${event.repository}: ${warning}`);
}

var count = __webpack_require__(4578);
var limits = __webpack_require__(8354);
var missing = __webpack_require__(3664);
var outcomes = __webpack_require__(27);
; 




function isOfEachReading({ kind }) {
    return kind === "repository-started" || kind === "listed" || kind === "observed";
}
function tellReading(log, event) {
    switch (event.kind) {
        case "nothing-named":
            return log.warning(missing .e_);
        case "repositories-found":
            return;
        case "repository-started":
            return log.info(`${event.repository}: reading`);
        case "listed":
            return log.info(`  ${(0,count .U)(event.tags, "tag")} listed`);
        case "observed":
            return log.info(`  ${(0,count .U)(event.manifests, "manifest")} read (untagged ones that no tag leads to are not counted)`);
        case "limit-met":
        case "careful":
            return log.info(`  ${event.kind === "careful" ? (0,outcomes .jJ)(event) : (0,limits .X)(event, Date.now())}`);
        case "named-tag-missing":
            return log.warning(`${event.repository}: the tag ${event.tag}, named as just pushed, is not there.`);
        case "named-digest-missing":
            return log.warning(`${event.repository}: ${event.digest}, named as just pushed, is not there.`);
    }
}

; 



function createBrief(log) {
    let isOfMany = false;
    return (event) => {
        if (event.kind === "repositories-found") {
            isOfMany = event.repositories > plan_lines .qz && log.debug === undefined;
            if (isOfMany)
                log.info((0,plan_lines .RR)(event.repositories));
            return true;
        }
        if (!isOfMany)
            return false;
        if (isOfEachReading(event))
            return true;
        if (event.kind !== "planned" || event.plan.deletions.length > 0)
            return false;
        log.info((0,plan_lines .KS)(event));
        tellPlanWarnings(log, event);
        return true;
    };
}

var collection = __webpack_require__(902);
var sweep = __webpack_require__(8148);
var unproven = __webpack_require__(5113);
; 

function tellNotes(log, repository, notes) {
    const dangling = notes.filter(({ kind }) => kind === "dangling").map(({ tag }) => tag);
    if (dangling.length > 0)
        log.warning(`${repository}: ${(0,outcomes .o3)(dangling)}`);
    for (const note of notes.filter(({ kind }) => kind !== "dangling")) {
        log[note.kind === "put-back" ? "warning" : "info"](`  ${(0,outcomes .Mb)(note)}`);
    }
}

var elsewhere = __webpack_require__(2332);
; 


function tellJournal(log, event) {
    switch (event.kind) {
        case "leftovers":
            return log.info(`  also looking at ${(0,count .U)(event.manifests, "manifest")} that an earlier run meant to delete, according to its journal`);
        case "journal-left":
            return log.warning(`${event.repository}: an earlier run was cut off or is still running, and its journal names manifests that no list shows. ` +
                `If it was cut off, finish it with journal: ${event.path}`);
        case "journal-torn":
            return log.warning(`${event.path}: ${(0,count .U)(event.lines, "line")} can't be read, as happens after a crash; the other lines are used.`);
        case "journal-opened":
            return log.info(`Each deletion is first written to a journal, from which restore puts it back if the registry still has its layers:\n  ${event.path}`);
        case "journal-line":
            return log.info(event.line);
        case "put-elsewhere":
            return log.warning((0,elsewhere .U)(event));
    }
}

; 












function createProgress(log, options = {}) {
    const { now = () => performance.now(), display = createLines(log), showsOnce = false } = options;
    const seen = showsOnce ? createSeen() : undefined;
    const meter = createMeter(log, display, now);
    const tellBriefly = createBrief(log);
    let isOpen = false;
    const group = (title) => {
        isOpen = true;
        log.group(title);
    };
    const endGroup = () => {
        if (isOpen)
            log.endGroup();
        isOpen = false;
    };
    return (event) => {
        meter.before(event);
        if (event.kind === "advanced") {
            meter.advanced(event.advance);
        }
        else if (seen?.isReadAgain(event) === true) {
            return;
        }
        else if (event.kind === "planned" && seen?.isSame(event) === true) {
            log.info(`${event.repository}: ${SAME}`);
        }
        else if (tellBriefly(event)) {
            return;
        }
        else if (isOfDisk(event)) {
            tellDisk({ ...log, group, endGroup }, event);
        }
        else {
            tell({ ...log, group, endGroup }, event);
        }
    };
}
const SAME = "looked once more, and the plan is the same";
function createSeen() {
    const seen = new Map();
    let isAgain = false;
    return {
        isReadAgain(event) {
            if (event.kind === "repository-started")
                isAgain = seen.has(event.repository);
            return isAgain && isOfEachReading(event);
        },
        isSame({ repository, plan }) {
            const print = (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(plan)).digest("base64");
            const isSame = seen.get(repository) === print;
            seen.set(repository, print);
            return isSame;
        },
    };
}
function isOfDisk(event) {
    return /^(?:collection|sweep)-/.test(event.kind);
}
function tell(log, event) {
    switch (event.kind) {
        case "nothing-named":
        case "repositories-found":
        case "repository-started":
        case "listed":
        case "observed":
        case "limit-met":
        case "named-tag-missing":
        case "named-digest-missing":
        case "careful":
            return tellReading(log, event);
        case "planned":
        case "repositories-unruled":
        case "patterns-unused":
        case "plan-saved":
            return tellPlanning(log, event);
        case "leftovers":
        case "journal-left":
        case "journal-torn":
        case "journal-opened":
        case "journal-line":
        case "put-elsewhere":
            return tellJournal(log, event);
        case "deleting":
            return log.group(`${event.repository}: deleting ${(0,count .U)(event.tags, "tag")} (${(0,count .U)(event.manifests, "manifest")})`);
        case "checked":
            return log.debug?.(`  checked ${(0,count .U)(event.tags, "tag")} again`);
        case "deletion":
            return tellDeletion(log, event.outcome);
        case "told-to-stop":
            return log.info(`  told to stop: ${STOPPING[event.what]}`);
        case "verifying":
        case "verifying-again":
        case "verifying-late":
            return tellVerifying(log, event);
        case "repository-ended":
            return tellOutcome(log, event.outcome);
    }
}
function tellVerifying(log, event) {
    if (event.kind === "verifying-again")
        return log.info(`  ${(0,outcomes .xr)(event.tags)}`);
    log.endGroup();
    if (event.kind === "verifying-late") {
        const what = `${event.deletions} of what the registry said that it deleted ${event.deletions === 1 ? "is" : "are"}`;
        return log.info(`  ${what} still there; looking again for a while, as some registries delete later`);
    }
    log.info("  verifying what remains");
}
const STOPPING = {
    deletions: "waiting for the deletions under way",
    collection: "the registry is started again first",
};
function tellDisk(log, event) {
    switch (event.kind) {
        case "collection-started":
            return log.group(`${event.host}: collecting the garbage`);
        case "collection-step":
            return log.info(`  ${(0,collection.describeCollectionStep)(event.step)}`);
        case "collection-ended":
            log.endGroup();
            for (const warning of (0,collection .y8)(event.outcome))
                log.warning(warning);
            return;
        case "sweep-started":
            return log.group(`${event.storage}: looking for what garbage collection leaves behind`);
        case "sweep-ended":
            for (const line of (0,sweep .eX)(event.outcome, event.isDryRun))
                log.info(`  ${line}`);
            for (const line of (0,sweep .hl)(event.outcome))
                log.info(`  ${line}`);
            log.endGroup();
            for (const doubt of event.outcome.unsure)
                log.warning((0,sweep .Me)(doubt));
            return;
    }
}
function tellDeletion(log, outcome) {
    const { deletion } = outcome;
    const what = deletion.parents.length === 0 ? "an image without a tag, " : "a part, ";
    const name = `${deletion.tags.length === 0 ? what : ""}${(0,outcomes .Vb)(deletion)}`;
    switch (outcome.kind) {
        case "deleted":
            return log.debug?.(`  ${deletion.kind === "tag" ? "untagged" : "deleted"} ${name}`);
        case "gone":
            return log.debug?.(`  ${name} was gone already`);
        case "failed":
            return log.info(`  could not delete ${name}: ${outcome.error.message}`);
        case "spared":
            return log.info(`  left ${name} alone: ${(0,outcomes .NV)(outcome.reason)}`);
    }
}
function tellOutcome(log, outcome) {
    switch (outcome.kind) {
        case "nothing":
            return log[(0,outcomes .e_)(outcome.why) ? "warning" : "info"]((0,outcomes .f$)(outcome));
        case "failed":
            return log.endGroup();
        case "planned":
            return;
        case "applied":
            return tellApplied(log, outcome);
    }
}
function tellApplied(log, outcome) {
    const { repository, deletions, notes } = outcome;
    for (const line of (0,unproven .f)(outcome))
        log.info(`  the last look failed: ${line}`);
    const skips = deletions.flatMap((each) => (each.kind === "spared" ? [each] : []));
    for (const warning of (0,outcomes .SO)(skips))
        log.warning(`${repository}: ${warning}`);
    tellNotes(log, repository, notes);
}


/***/ }),

/***/ 5594:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Fu: () => (  planSha256),
    G0: () => (  PLAN_SCHEMA),
    HG: () => (  renderPlans)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
  var _core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7005);
  var _words_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4154);



const PLAN_SCHEMA = 2;
function renderPlans(plans, policies, origin) {
    const document = {
        schema: PLAN_SCHEMA,
        ...origin,
        policy: policyRecord(policies),
        ...bytesRecord((0,_words_records_js__WEBPACK_IMPORTED_MODULE_2__  .w1)(plans)),
        repositories: plans.map(({ repository, reclaimable }) => ({ repository, ...bytesRecord(reclaimable) })),
        verdicts: (0,_words_records_js__WEBPACK_IMPORTED_MODULE_2__  .Ud)(plans),
        untagged: plans.flatMap(({ repository, plan }) => plan.untagged.map((verdict) => ({ repository, ...verdict }))),
        deletions: plans.flatMap(({ repository, plan }) => plan.deletions.map((deletion) => (0,_words_records_js__WEBPACK_IMPORTED_MODULE_2__  .mz)(repository, deletion))),
    };
    return `${(0,_core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_1__  .RU)(JSON.stringify(document, null, 2))}\n`;
}
function policyRecord(policies) {
    const textsOf = (patterns) => patterns.map(({ text }) => text);
    return {
        ...policies,
        exclude: textsOf(policies.exclude),
        protect: policies.protect.length,
        rules: policies.rules.map((rule) => ({
            ...rule,
            repositories: textsOf(rule.repositories),
            tags: textsOf(rule.tags),
            exclude: textsOf(rule.exclude),
        })),
    };
}
function planSha256(file) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(file).digest("hex");
}
function bytesRecord({ bytes, isLeast }) {
    return { reclaimableBytes: bytes, isLeast };
}


/***/ }),

/***/ 6014:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $D: () => (  spaceAdvice),
    $c: () => (  undoAdvice),
    Ij: () => (  isUndoPromised),
    Ye: () => (  hasGarbage),
    bS: () => (  undoDeadline)
  });
  var _words_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4154);
  var _words_own_command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6544);
  var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5327);



function spaceAdvice(result) {
    const { isDryRun, collection } = result;
    const isNothing = (0,_words_records_js__WEBPACK_IMPORTED_MODULE_2__  .w1)((0,_result_js__WEBPACK_IMPORTED_MODULE_1__  .gi)(result)).bytes === 0 || !hasGarbage(result);
    if (isDryRun || collection !== undefined || isNothing)
        return [];
    return [
        "The registry's disk gets this space back at the next garbage collection, not before, except for what other repositories of the registry share. " +
            "Set gc-container or gc-command, or run reclaim at night.",
    ];
}
function hasGarbage(result) {
    return undoTimes(result).includes("until-collection");
}
function undoAdvice(result, startedAs = _words_own_command_js__WEBPACK_IMPORTED_MODULE_0__  .Oj) {
    const { isDryRun, outcomes, collection, journal } = result;
    const isCollected = collection !== undefined && collection.kind !== "skipped";
    const hasDeleted = outcomes.some((outcome) => outcome.kind === "applied" &&
        outcome.deletions.some(({ kind, untagged }) => kind === "deleted" || untagged !== undefined));
    if (isDryRun || journal === undefined || isCollected || !hasDeleted)
        return [];
    const command = (0,_words_own_command_js__WEBPACK_IMPORTED_MODULE_0__  .Od)(journal, startedAs);
    return [
        `To put something back ${undoDeadline(result)}:${command.startsWith("\n") ? command : `\n  ${command.trim()}`}`,
    ];
}
const CLAUSES = {
    "until-collection": ["before the next garbage collection", "before the next garbage collection"],
    "until-own-collection": [
        "before the registry collects its garbage itself",
        "elsewhere before the registry collects its garbage itself",
    ],
    "time-machine": [
        "as long as Quay's time machine reaches back",
        "on Quay as long as its time machine reaches back",
    ],
    "30-days": ["within 30 days", "on GitHub within 30 days"],
    dropped: [
        "if other images have its layers, for this registry drops those of a deleted image",
        "elsewhere if other images have its layers",
    ],
    unknown: ["if the registry still has its layers", "elsewhere if the registry still has its layers"],
};
function undoDeadline(result) {
    const [first, ...others] = undoTimes(result).map((time) => CLAUSES[time]);
    if (first === undefined)
        return CLAUSES.unknown[0];
    return [first[0], ...others.map(([, beside]) => beside)].join(", ");
}
function isUndoPromised(result) {
    return undoTimes(result).every((time) => time !== "dropped" && time !== "unknown");
}
function undoTimes({ undo }) {
    if (undo === undefined || undo.size === 0)
        return ["until-collection"];
    const order = Object.keys(CLAUSES);
    return [...undo].sort((one, other) => order.indexOf(one) - order.indexOf(other));
}


/***/ }),

/***/ 8446:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    k: () => (  failureText)
  });
  var _core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1395);
  var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
  var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
  var _words_unproven_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5113);
  var _advice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6014);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4578);
  var _words_own_command_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6544);







function failureText(result, startedAs = _words_own_command_js__WEBPACK_IMPORTED_MODULE_4__  .Oj) {
    const { outcomes, collection } = result;
    return [
        ...outcomes.flatMap((outcome) => failuresOf(outcome, result, startedAs)),
        ...((0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  .hm)(collection) ?? []),
    ].join("\n");
}
function failuresOf(outcome, result, startedAs) {
    if (outcome.kind === "failed")
        return [`${outcome.repository}: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(outcome.error)}`];
    if (outcome.kind !== "applied")
        return [];
    const { repository, deletions, harm, stopped, notes } = outcome;
    const failed = deletions.flatMap((deletion) => (deletion.kind === "failed" ? [deletion] : []));
    const still = new Set(notes.flatMap(({ kind, tag }) => (kind === "still-there" ? [tag] : [])));
    const isOrphan = deletions.some(({ deletion }) => deletion.parents.length > 0 && deletion.tags.some((tag) => still.has(tag)));
    const withJournal = isOrphan ? ` with ${journalOf(result)}, for what belongs to a deleted image` : "";
    const bare = deletions.filter(_core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_5__  .H).length;
    const [first] = failed;
    const named = result.journal === undefined ? "" : ` The journal names each: ${result.journal}`;
    return [
        ...harm.map((which) => `${repository}: HARM: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .OX)(which)}. ${remedyOf(which, result, startedAs)}`),
        ...(stopped === undefined ? [] : [(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(stopped)]),
        ...(0,_words_unproven_js__WEBPACK_IMPORTED_MODULE_2__  .f)(outcome).map((line) => `${repository}: ${line}${named}`),
        ...(first === undefined
            ? []
            : [`${repository}: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(failed.length, "deletion")} failed. ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(first.error)}`]),
        ...(bare === 0 ? [] : [`${repository}: ${describeBare(bare, result)}`]),
        ...strandedText(outcome, result).map((line) => `${repository}: ${line}`),
        ...(still.size === 0
            ? []
            : [
                `${repository}: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(still.size, "tag")} still there after the registry said that it deleted them. Run again${withJournal}.`,
            ]),
    ];
}
function describeBare(images, result) {
    const subject = images === 1 ? "1 image has lost its tags and is" : `${images} images have lost their tags and are`;
    const them = images === 1 ? "it" : "them";
    return `${subject} not deleted yet, and no list of the registry shows ${them}. Run again with ${journalOf(result)}, which deletes ${them}.`;
}
function strandedText({ deletions }, result) {
    const names = (0,_core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_5__  .n)(deletions).map(({ deletion }) => (0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Vb)(deletion));
    if (names.length === 0)
        return [];
    const [what, them] = names.length === 1 ? ["1 part or attachment", "it"] : [`${names.length} parts or attachments`, "them"];
    return [
        `${what} of deleted images left: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .zN)(names)}. Run again with ${journalOf(result)}, which deletes ${them}.`,
    ];
}
function journalOf({ journal }) {
    return journal === undefined ? "the journal of this run" : `journal: ${journal}`;
}
function remedyOf(harm, result, startedAs) {
    const { journal } = result;
    const when = (0,_advice_js__WEBPACK_IMPORTED_MODULE_3__  .bS)(result);
    if (journal === undefined) {
        return `Push it again from where it was built${(0,_advice_js__WEBPACK_IMPORTED_MODULE_3__  .Ij)(result) ? `, ${when}` : ""}.`;
    }
    const what = harm.kind === "part-missing" ? harm.missing : harm.tag;
    return `Put it back ${when}:${(0,_words_own_command_js__WEBPACK_IMPORTED_MODULE_4__  .Od)(journal, startedAs, what)}`;
}


/***/ }),

/***/ 7434:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Yz: () => (  outputsOf),
    hF: () => (  renderJson),
    pb: () => (  cutOutputs),
    q_: () => (  emptyOutputs)
  });
  var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
  var _words_notices_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7565);
  var _words_records_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4154);
  var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5327);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4578);





const OUTPUTS = [
    {
        name: "deleted",
        help: "JSON array of the tags that were deleted, or in a dry run would be, as `host/repository:tag` in the plan's order. Cut where the lists together are too long for a later step, with a warning; the plan has them all.",
    },
    {
        name: "kept",
        help: "JSON array of the tags that stay, in the same form: those that the plan keeps, and those that were to go and are still there. In a dry run those that the plan keeps.",
    },
    {
        name: "skipped",
        help: "JSON array of the tags that were to be deleted and were left alone, in the same form: something that appeared meanwhile needs them, they moved, or the run stopped before them.",
    },
    {
        name: "unproven",
        help: "JSON array of the tags whose deletion was tried in a repository that could not be read afterwards, in the same form: nothing proves that they are gone. Those that the registry said it deleted are in `deleted` too. What a registry refused for certain is not among them. Empty where the run could look.",
    },
    {
        name: "missing",
        help: "JSON array of the repositories that their registry does not know, as `host/repository`, and of the patterns that match none.",
    },
    {
        name: "matrix",
        help: 'Of `repositories`: a JSON matrix for `strategy.matrix`, `{"include":[…]}`, in which each entry has `shard`, a number from 1 on, `repositories`, one a line, for the input `image`, and `count` and `tags`.',
    },
    { name: "deleted-count", help: "The number of tags that were deleted, or in a dry run would be." },
    {
        name: "deleted-untagged-count",
        help: "The number of images without a tag that were deleted because of `untagged-older-than`, or in a dry run would be.",
    },
    { name: "kept-count", help: "The number of tags that stay, also where nothing could be deleted." },
    {
        name: "reclaimable-bytes",
        help: "The number of bytes that no kept image needs after the deletions, so that garbage collection can free them; in a dry run, the number it would be. It is a minimum if not all sizes are known. Other repositories of the registry may share some of them. Empty if nothing was decided.",
    },
    {
        name: "freed-bytes",
        help: "The number of bytes that a collection or a sweep freed on the disk. It is a minimum if not all sizes are known. Empty if none ran, or if the number is not known.",
    },
    {
        name: "plan",
        help: "Path of the plan as JSON: a verdict with a reason for every tag. Nothing is cut there.",
    },
    { name: "plan-sha256", help: "SHA-256 of that file, in hex; empty if none was written." },
    {
        name: "journal",
        help: "Path of the journal, from which `restore` puts back what was deleted, if the registry still has its layers; empty if none was written.",
    },
];
function outputsOf(result, files) {
    const deleted = (0,_result_js__WEBPACK_IMPORTED_MODULE_2__  .NB)(result);
    const kept = (0,_result_js__WEBPACK_IMPORTED_MODULE_2__  .IN)(result);
    return {
        deleted,
        kept,
        skipped: (0,_result_js__WEBPACK_IMPORTED_MODULE_2__  .md)(result),
        unproven: (0,_result_js__WEBPACK_IMPORTED_MODULE_2__  .pV)(result),
        missing: (0,_result_js__WEBPACK_IMPORTED_MODULE_2__  .xj)(result),
        "deleted-count": deleted.length,
        "deleted-untagged-count": (0,_result_js__WEBPACK_IMPORTED_MODULE_2__  .$j)(result),
        "kept-count": kept.length,
        "reclaimable-bytes": (0,_result_js__WEBPACK_IMPORTED_MODULE_2__  .nt)(result)?.bytes ?? null,
        "freed-bytes": (0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  .aU)(result.collection) ?? null,
        plan: files.plan,
        "plan-sha256": files.planSha256,
        journal: result.journal ?? "",
    };
}
function renderJson(result, files) {
    const plans = result.outcomes.flatMap((outcome) => "plan" in outcome ? [{ ...outcome, plan: outcome.plan }] : []);
    const collection = result.collection === undefined ? {} : { collection: (0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  ._s)(result.collection) };
    const decided = {
        "staying-images-count": (0,_result_js__WEBPACK_IMPORTED_MODULE_2__  .nX)(result),
        verdicts: (0,_words_records_js__WEBPACK_IMPORTED_MODULE_3__  .Ud)(plans),
        notices: (0,_words_notices_js__WEBPACK_IMPORTED_MODULE_1__  .D1)(plans),
    };
    return `${JSON.stringify({ ...outputsOf(result, files), elsewhere: result.elsewhere ?? [], ...collection, ...decided }, null, 2)}\n`;
}
const MOST_BYTES = 112 * 1024;
function cutList(items, maxBytes = MOST_BYTES) {
    let length = 2;
    const fitting = items.findIndex((item) => {
        length += bytesOf(item);
        return length > maxBytes;
    });
    const kept = fitting === -1 ? items : items.slice(0, fitting);
    return { json: JSON.stringify(kept), left: items.length - kept.length };
}
function bytesOf(item) {
    return Buffer.byteLength(JSON.stringify(JSON.stringify(item))) - 1;
}
const LISTS = [
    "deleted",
    "kept",
    "skipped",
    "unproven",
    "missing",
];
function cutOutputs(outputs) {
    const { deleted, kept, skipped, unproven, missing, ...others } = outputs;
    const lists = { deleted, kept, skipped, unproven, missing };
    const share = fairShare(LISTS.map((name) => lists[name].reduce((sum, item) => sum + bytesOf(item), 2)));
    const names = Object.keys(others);
    return [
        ...LISTS.map((name) => cutOutput(name, lists[name], share)),
        ...names.map((name) => ({ name, value: String(others[name] ?? "") })),
    ];
}
function fairShare(lengths) {
    const ascending = lengths.toSorted((a, b) => a - b);
    let room = MOST_BYTES;
    for (const [index, length] of ascending.entries()) {
        const share = Math.floor(room / (ascending.length - index));
        if (length > share)
            return share;
        room -= length;
    }
    return MOST_BYTES;
}
function emptyOutputs() {
    return cutOutputs(outputsOf({ isDryRun: false, outcomes: [] }, { plan: "", planSha256: "" }));
}
function cutOutput(name, list, share) {
    const { json, left } = cutList(list, share);
    if (left === 0)
        return { name, value: json };
    const warning = `The output ${name} leaves out ${left} of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(list.length, name === "missing" ? "repository" : "tag")}: Linux starts no program with a variable of more than 128 KiB. ` +
        (name === "missing" ? "The log names them all." : "The plan file has them all.");
    return { name, value: json, warning };
}


/***/ }),

/***/ 5327:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $j: () => (  deletedUntagged),
    CJ: () => (  keptIn),
    IN: () => (  keptTags),
    NB: () => (  deletedTags),
    c2: () => (  statusOf),
    d4: () => (  troubles),
    dC: () => (  summaryLine),
    en: () => (  skipsOf),
    gi: () => (  decidedOutcomes),
    mQ: () => (  countsOf),
    md: () => (  skippedTags),
    nX: () => (  countStayingImages),
    nt: () => (  reclaimableOf),
    pV: () => (  unprovenTags),
    xj: () => (  missingPlaces)
  });
  var _core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1395);
  var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
  var _words_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4154);
  var _words_staying_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6371);
  var _words_untagged_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2181);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4578);
  var _words_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8900);
  var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(920);








function decidedOutcomes({ outcomes }) {
    return outcomes.flatMap((outcome) => outcome.kind === "planned" || outcome.kind === "applied" ? [outcome] : []);
}
function statusOf({ outcomes, collection }) {
    if ((0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  .hm)(collection) !== undefined)
        return "failed";
    if (outcomes.some((outcome) => outcome.kind === "applied" && outcome.harm.length > 0))
        return "failed";
    const bad = outcomes.filter(isIncomplete);
    if (bad.length === 0)
        return "done";
    return bad.length === outcomes.length && bad.every(({ kind }) => kind === "failed")
        ? "failed"
        : "partly-failed";
}
function isIncomplete(outcome) {
    if (outcome.kind === "failed")
        return true;
    if (outcome.kind !== "applied")
        return false;
    return (outcome.stopped !== undefined ||
        outcome.deletions.some((each) => each.kind === "failed" || (0,_core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__  .H)(each)) ||
        (0,_core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__  .n)(outcome.deletions).length > 0 ||
        outcome.notes.some(({ kind }) => kind === "still-there"));
}
function deletedTags(result) {
    return decidedOutcomes(result).flatMap((outcome) => named(outcome.repository, lostTags(outcome)));
}
function lostTags(outcome) {
    return outcome.kind === "applied" ? outcome.deleted : (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__  .sb)(outcome.plan);
}
function unprovenTags(result) {
    return decidedOutcomes(result).flatMap((outcome) => outcome.kind === "applied" ? named(outcome.repository, outcome.unproven ?? []) : []);
}
function missingPlaces({ outcomes }) {
    return outcomes.filter(isMissing).map(({ repository }) => repository);
}
function isMissing(outcome) {
    if (outcome.kind === "failed")
        return outcome.isMissing === true;
    return outcome.kind === "nothing" && (outcome.why === "unknown-repository" || outcome.why === "no-match");
}
function keptTags(result) {
    return result.outcomes.flatMap((outcome) => named(outcome.repository, keptIn(outcome)));
}
function keptIn(outcome) {
    if (outcome.kind === "nothing" || outcome.plan === undefined)
        return [];
    const there = outcome.plan.verdicts.filter((verdict) => !wasGone(verdict));
    if (outcome.kind === "planned")
        return (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__  .VM)({ verdicts: there });
    const tags = there.map(({ tag }) => tag);
    if (outcome.kind === "failed")
        return tags;
    const lost = outcome.harm.flatMap((harm) => (harm.kind === "part-missing" ? [] : [harm.tag]));
    const removed = outcome.notes.flatMap(({ kind, tag }) => (kind === "removed" ? [tag] : []));
    const away = new Set([...outcome.deleted, ...(outcome.unproven ?? []), ...lost, ...removed]);
    return tags.filter((tag) => !away.has(tag));
}
function wasGone({ reason }) {
    return reason.kind === "skipped" && reason.why.kind === "gone";
}
function skippedTags(result) {
    return decidedOutcomes(result).flatMap((outcome) => {
        const unplanned = outcome.plan.verdicts.flatMap((verdict) => verdict.kind === "keep" && verdict.reason.kind === "skipped" && verdict.reason.why.kind !== "gone"
            ? [verdict.tag]
            : []);
        const spared = sparedOf(outcome).flatMap(({ deletion, untagged = [] }) => deletion.tags.filter((tag) => !untagged.includes(tag)));
        return named(outcome.repository, [...new Set([...unplanned, ...spared])]);
    });
}
function skipsOf(outcome) {
    return [...outcome.plan.skipped.filter(isLeft), ...sparedOf(outcome)];
}
function sparedOf(outcome) {
    if (outcome.kind === "planned")
        return [];
    return outcome.deletions.flatMap((each) => (each.kind === "spared" && isLeft(each) ? [each] : []));
}
function isLeft({ reason }) {
    return reason.kind !== "gone";
}
function reclaimableOf(result) {
    const decided = decidedOutcomes(result);
    return decided.length === 0 ? undefined : (0,_words_records_js__WEBPACK_IMPORTED_MODULE_5__  .w1)(decided);
}
function named(repository, tags) {
    return tags.map((tag) => `${repository}:${tag}`);
}
function deletedUntagged(result) {
    const counts = decidedOutcomes(result).map(({ plan, ...outcome }) => outcome.kind === "applied" ? (0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__  .MG)(plan, outcome.deletions) : (0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__  .uD)(plan).length);
    return counts.reduce((sum, number) => sum + number, 0);
}
function countStayingImages(result) {
    return decidedOutcomes(result).flatMap((outcome) => (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__  .ou)(outcome.plan, lostTags(outcome))).length;
}
function summaryLine(result) {
    if (result.outcomes.length === 0) {
        return "Nothing to do: no repository is named, so nothing was read or deleted.";
    }
    const decided = decidedOutcomes(result);
    const where = `in ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(result.outcomes.length, "repository")}`;
    const collected = result.collection === undefined ? [] : [(0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  .ET)(result.collection)];
    const bytes = (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__  .hS)((0,_words_records_js__WEBPACK_IMPORTED_MODULE_5__  .w1)(decided));
    return [`${countsOf(result)} ${where}${bytes}.`, ...troubles(result), ...collected].join(" ");
}
function countsOf(result) {
    const deleted = deletedTags(result).length;
    const untagged = deletedUntagged(result);
    const kept = keptTags(result).length;
    if (deleted + untagged === 0) {
        const stay = kept === 0 ? "" : `; ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(kept, "tag")} ${kept === 1 ? "stays" : "stay"}`;
        return result.isDryRun ? `Dry run: nothing would be deleted${stay}` : `Nothing was deleted${stay}`;
    }
    const verb = result.isDryRun ? "Dry run: would delete" : "Deleted";
    const images = (0,_words_staying_js__WEBPACK_IMPORTED_MODULE_7__  .R)(countStayingImages(result));
    return `${verb} ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(deleted, "tag")}${(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__  .HO)(untagged)}${images}, ${result.isDryRun ? "keep" : "kept"} ${kept}`;
}
function troubles(result) {
    const { isDryRun, outcomes } = result;
    const applied = outcomes.flatMap((outcome) => (outcome.kind === "applied" ? [outcome] : []));
    const failedRepositories = outcomes.filter(({ kind }) => kind === "failed").length;
    const failed = applied.flatMap(({ deletions }) => deletions).filter(({ kind }) => kind === "failed").length;
    const skips = decidedOutcomes(result)
        .flatMap(skipsOf)
        .map(({ reason }) => reason.kind);
    const late = skips.filter((kind) => kind === "time-limit").length;
    const left = skips.length - late;
    const harmed = applied.flatMap(({ harm }) => harm).length;
    const unseen = applied.filter(({ unproven }) => unproven !== undefined);
    return [
        ...(failedRepositories > 0 ? [`Failed: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(failedRepositories, "repository")}.`] : []),
        ...(failed > 0 ? [`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(failed, "deletion")} failed.`] : []),
        ...(left > 0 ? [`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(left, "deletion")} ${isDryRun ? "would be " : ""}left undone.`] : []),
        ...(late > 0 ? [`The time limit came: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(late, "deletion")} left for the next run.`] : []),
        ...(unseen.length > 0
            ? [
                `Not proven: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(unseen.flatMap(({ deleted }) => deleted).length, "deleted tag")}, for ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(unseen.length, "repository")} could not be read afterwards.`,
            ]
            : []),
        ...(harmed > 0 ? [`HARM: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(harmed, "tag")} that should have stayed whole.`] : []),
    ];
}


/***/ }),

/***/ 902:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    ET: () => (  describeCollection),
    _s: () => (  collectionRecord),
    aU: () => (  freedBytes),
    cn: () => (  errorRecord),
    describeCollectionStep: () => (  describeCollectionStep),
    hm: () => (  collectionFailure),
    y8: () => (  collectionWarnings)
  });
  var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4578);
  var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8900);



function describeCollection(outcome) {
    switch (outcome.kind) {
        case "skipped":
            return describeSkip(outcome.why, outcome.garbage);
        case "failed":
            return "The garbage collection failed.";
        case "collected": {
            const { blobs, freed, proven, harm } = outcome;
            const what = blobs === undefined ? "Garbage collected" : `Garbage collected: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(blobs, "blob")}`;
            const how = freed === undefined ? "an unknown number of bytes freed" : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .vj)(freed)} freed`;
            const whole = harm.length > 0
                ? ` HARM: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(harm.length, "tag")} that should have stayed whole.`
                : proven === undefined || proven === 0
                    ? ""
                    : ` Every part of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(proven, "kept tag")} answers.`;
            return `${what}, ${how}.${whole}`;
        }
    }
}
function describeSkip(why, garbage) {
    switch (why.kind) {
        case "nothing-deleted":
            return "Nothing was deleted, so no garbage was collected.";
        case "prune-failed":
            return "No garbage was collected, because the prune failed.";
        case "dry-run":
            return garbage === undefined
                ? "No garbage is collected in a dry run."
                : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .Ej)(garbage)} of garbage could be collected.`;
        case "told-to-stop":
            return "The run was told to stop before the garbage was collected.";
        case "below-minimum":
            return `There is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .Ej)(why.bytes)} of garbage, less than gc-min-bytes (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .Ej)(why.minimum)}): the registry was not stopped.`;
        case "no-garbage":
            return "There is no garbage to collect: the registry was not stopped.";
        case "empty-registry":
            return "Nothing was ever pushed to this registry: there is nothing to collect.";
    }
}
function collectionFailure(outcome) {
    if (outcome?.kind === "failed")
        return [`Garbage collection: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .Uc)(outcome.error)}`];
    if (outcome?.kind !== "collected" || outcome.harm.length === 0)
        return undefined;
    return outcome.harm.map((harm) => `${harm.repository}: HARM: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .OX)(harm)} after the garbage collection. Push it again from where it was built.`);
}
function collectionWarnings(outcome) {
    if (outcome.kind !== "collected")
        return [];
    const { restarted, proven, unproven, broken = [] } = outcome;
    return [
        ...(restarted
            ? []
            : [
                "RESTART THE REGISTRY NOW, unless its cache is off: it was never seen to be down while gc-command ran. " +
                    "A registry that keeps running believes that it still has the collected blobs, and the next push of them is lost.",
            ]),
        ...(proven === undefined
            ? [
                "It could not be checked that all kept images are complete: the registry does not list its repositories for this user.",
            ]
            : []),
        ...(broken.length === 0
            ? []
            : [
                `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(broken.length, "tag")} could not be pulled whole before the collection, and still can't: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .zN)(broken)}. Push ${broken.length === 1 ? "it" : "them"} again.`,
            ]),
        ...(unproven.length === 0
            ? []
            : [`Could not be checked before and after the collection: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .zN)(unproven)}.`]),
    ];
}
function freedBytes(outcome) {
    return outcome?.kind === "collected" ? outcome.freed?.bytes : undefined;
}
function describeCollectionStep(step) {
    switch (step.kind) {
        case "waiting":
            return `another run collects the garbage of ${step.container}; waiting for it`;
        case "recovered":
            return `an earlier run was killed while it had ${step.container} stopped; cleaning up after it`;
        case "looked":
            return `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(step.blobs, "blob")} of garbage${step.bytes === undefined ? "" : ` (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .Ej)(step.bytes)})`}`;
        case "stopping":
            return `stopping ${step.container} (it is started again whatever happens; by hand: ${step.program} start ${step.container})`;
        case "down":
            return "it is down";
        case "collecting":
            return "collecting";
        case "starting":
            return `starting ${step.container}`;
        case "up":
            return "the registry answers";
        case "proving":
            return step.when === "before"
                ? `checked every part of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(step.tags, "tag")}`
                : `checking every part of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(step.tags, "tag")} again`;
        case "identity-open":
            return `it is not seen yet that ${step.container} is ${step.host}: its log does not show what was asked for there; the run itself begins an upload to see it, and stops nothing otherwise`;
        case "not-compared":
            return "what gc-command takes is known to itself alone, so it is not compared with what tags need before it runs; every part of them is checked again afterwards";
        case "script-line":
            return `| ${step.line}`;
    }
}
function collectionRecord(outcome) {
    if (outcome.kind !== "failed")
        return { ...outcome, description: describeCollection(outcome) };
    return { kind: outcome.kind, ...errorRecord(outcome.error) };
}
function errorRecord({ message, nextStep }) {
    return { error: message, nextStep };
}


/***/ }),

/***/ 2332:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    U: () => (  describeElsewhere)
  });
  var _core_base_spare_folders_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8138);

function describeElsewhere({ what, path, why }) {
    if (path !== undefined) {
        const until = (0,_core_base_spare_folders_js__WEBPACK_IMPORTED_MODULE_0__  .zJ)(path) ? " That is in memory, and gone when this machine restarts." : "";
        return `The ${what} is written to ${path}, because ${why}.${until}`;
    }
    return what === "plan"
        ? `The plan is not saved, because ${why}, and no other place takes it. The log and the summary have its decisions.`
        : `What is deleted is written down in the log alone until a file takes it, because ${why}, and no other place does. ` +
            'To restore from it, save its lines that begin with {"kind": to a file.';
}


/***/ }),

/***/ 8354:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    X: () => (  describeLimit)
  });
  var _core_base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3065);
  var _registry_beside_pause_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5024);


function describeLimit({ host, limit, until }, now) {
    const why = limit === "primary" ? "this hour's requests are used up" : "it asks for a pause";
    return `${host}: ${why}; waiting until ${(0,_registry_beside_pause_js__WEBPACK_IMPORTED_MODULE_1__  .nR)(until)}, ${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_0__  .pE)(until - now)} from now`;
}


/***/ }),

/***/ 7565:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    D1: () => (  noticeRecords),
    No: () => (  describeBudget),
    S: () => (  describeNotice),
    iz: () => (  describeUnused)
  });
  var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4578);
  var _core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3065);
  var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8900);




function describeNotice(notice) {
    switch (notice.kind) {
        case "no-candidates":
            return (`no tag is a candidate for deletion, so nothing is ever deleted: ${none(notice.tags)}. Check sort, include and exclude: ` +
                "under semver only versions such as 1.2.3 are candidates, under prerelease only prereleases such as 1.2.3-alpha.4.");
        case "unplaced":
            return (`${notice.tags.length} of ${notice.of} tags are no versions, such as ${notice.example}: they have no place in the order, and never go. ` +
                "A rule of their own with sort: created or natural gives them one; exclude says that they are to stay.");
        case "endless-channels":
            return (`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(notice.channels.length, "channel")} have images of only one version${suchAs(notice.channels)}. ` +
                "If these are branches, there will always be more of them, and each keeps its newest; group-by: none counts them together.");
        case "flavours":
            return describeFlavours(notice);
        case "undated":
            return describeUndated(notice);
        case "unordered":
            return (`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(notice.tags.length, "tag")} never ${notice.tags.length === 1 ? "goes" : "go"}, because nothing says which is newer${suchAs(notice.tags)}. ` +
                "Their names say the same, and their images have no date, or one date. Images with dates go by these, and then sort: created and keep-younger-than can decide too.");
        case "newly-read":
            return (`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(notice.tags.length, "tag")} that ${notice.tags.length === 1 ? "goes has" : "go have"} four numbers or a word behind a dot${suchAs(notice.tags)}. ` +
                "Earlier versions of this program never deleted such tags; exclude keeps them.");
        case "pushed-beyond":
            return describePushedBeyond(notice);
        case "over-budget":
            return (`what must stay takes ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .vj)(notice.least, 2)}, more than max-size (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .Ej)(notice.maxSize, 2)}), so only that is left, each group's newest included. ` +
                "The plan says why each tag stays.");
    }
}
function noticeRecords(plans) {
    return plans.flatMap(({ repository, plan }) => plan.notices.map((notice) => ({ repository, text: describeNotice(notice), ...notice })));
}
function suchAs([first, ...others]) {
    if (first === undefined)
        return "";
    return others.length === 0 ? `: ${first}` : `, such as ${first}`;
}
function none(tags) {
    return tags.length === 1 ? `there is only ${tags.join("")}` : `none of ${tags.length}${suchAs(tags)}`;
}
function describeFlavours({ versions }) {
    const [first, ...others] = versions;
    if (first === undefined)
        return "";
    const { group, takes, of, tag } = first;
    const gone = versions.flatMap((each) => each.gone);
    const more = others.length === 0 ? "" : ` (and so in ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(others.length, "other group")})`;
    return (`one version takes ${takes} of ${of} places of ${group}${more} by flavours that differ in a number, such as ${tag}, ` +
        `and ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(gone.length, "tag")} of other versions ${gone.length === 1 ? "goes" : "go"} for it. group-by: suffix counts each flavour apart.`);
}
function describeUndated({ tags, by }) {
    const [stay, take, it] = tags.length === 1 ? ["stays", "takes", "it"] : ["stay", "take", "they"];
    const place = by.includes("sort") ? `, and ${take} no place` : `, for ${it} may be young`;
    const settings = by.map((setting) => (setting === "sort" ? "sort: created" : setting)).join(" and ");
    return (`${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(tags.length, "tag")} without a date ${stay}${place}${suchAs(tags)}. ${settings} ${by.length === 1 ? "needs" : "need"} dates that can be believed: ` +
        "build such images with one, or order them by name (sort: semver or natural, without keep-younger-than).");
}
function describePushedBeyond({ tags }) {
    const [first, ...others] = tags;
    if (first === undefined)
        return "";
    const { tag, group, rank, keep, youngerThan } = first;
    const when = youngerThan === undefined ? "at the next push" : `when it is older than ${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__  .gf)(youngerThan)}`;
    const more = others.length === 0
        ? ""
        : `So ${others.length === 1 ? "does" : "do"} ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(others.length, "other tag")} of this push. `;
    return (`${tag} was just pushed and is number ${rank} of ${group}, beyond the newest ${keep}: it goes ${when}. ${more}` +
        "If it is the newest, older numbers hold its place: exclude them, delete them once, or order by sort: created.");
}
function describeBudget({ budget }) {
    if (budget === undefined || budget.stays.bytes === 0)
        return [];
    return [`what stays takes ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .vj)(budget.stays, 2)}; max-size is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .Ej)(budget.maxSize, 2)}`];
}
function describeUnused(patterns) {
    return `Nothing matches ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .zN)(patterns.map(({ setting, text }) => `${text} (${setting})`))}.`;
}


/***/ }),

/***/ 6544:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    GZ: () => (  restoreWords),
    Od: () => (  restoreCommand),
    Oj: () => (  BY_NAME),
    Yl: () => (  restoreInputs),
    r7: () => (  shellWord)
  });
const BY_NAME = { kind: "shell", words: "prune-image-tags" };
const STATE = { folder: "/state", volume: "prune-image-tags" };
function restoreCommand(journal, startedAs, what) {
    const { access } = startedAs;
    const words = `${restoreWords(journal, access)} ${what ?? "[TAG…]"}`;
    switch (startedAs.kind) {
        case "shell":
            return ` ${startedAs.words} ${words}`;
        case "container": {
            const typed = access?.username === undefined ? "" : " -i";
            return ` docker run --rm${typed} -v ${mountOf(journal)} ${shellWord(startedAs.image)} ${words}`;
        }
        case "step":
            return ["", `- uses: ${startedAs.uses ?? "./"}`, ...restoreInputs(journal, access, what)].join("\n");
    }
}
function restoreWords(journal, access) {
    const { plainHttp = [], tokenServers = [], username, image } = access ?? {};
    return [
        `restore ${shellWord(journal)}`,
        ...plainHttp.map((host) => `--plain-http ${shellWord(host)}`),
        ...tokenServers.map((host) => `--token-servers ${shellWord(host)}`),
        ...(image === undefined ? [] : [`--image ${shellWord(image)}`]),
        ...(username === undefined ? [] : [`--username ${shellWord(username)} --password-stdin`]),
    ].join(" ");
}
function restoreInputs(journal, access, what) {
    const { plainHttp = [], tokenServers = [], username, image } = access ?? {};
    const list = (name, values) => values.length === 0 ? [] : [`    ${name}: ${yamlWord(values.join(", "))}`];
    return [
        "  with:",
        "    command: restore",
        `    journal: ${yamlWord(journal)}`,
        ...list("tags", what === undefined ? [] : [what]),
        ...list("plain-http", plainHttp),
        ...list("token-servers", tokenServers),
        ...list("image", image === undefined ? [] : [image]),
        ...(username === undefined ? [] : LOGIN),
    ];
}
const LOGIN = [
    "    username: ${{ secrets.REGISTRY_USERNAME }} # as in this step",
    "    password: ${{ secrets.REGISTRY_PASSWORD }}",
];
function mountOf(journal) {
    if (journal.startsWith(`${STATE.folder}/`))
        return `${STATE.volume}:${STATE.folder}`;
    const folder = shellWord(journal.slice(0, Math.max(1, journal.lastIndexOf("/"))));
    return `${folder}:${folder}`;
}
function shellWord(text) {
    return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
function yamlWord(text) {
    return /^[a-z/][\w./-]*$/i.test(text) ? text : JSON.stringify(text);
}


/***/ }),

/***/ 887:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    HN: () => (  planLines),
    KS: () => (  planTitle),
    OB: () => (  shownOrder),
    RR: () => (  describeMany),
    am: () => (  orphansKept),
    pH: () => (  planWarnings),
    qz: () => (  MANY)
  });
  var _core_names_order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3977);
  var _core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3387);
  var _outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
  var _notices_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7565);
  var _reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6581);
  var _records_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4154);
  var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(920);
  var _staying_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6371);
  var _untagged_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2181);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4578);
  var _wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8900);











const MANY = 10;
const MOST_LINES = 60;
const WIDEST_NAME = 32;
function planTitle({ repository, plan }) {
    const going = `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_7__  .sb)(plan).length, "tag")}${(0,_untagged_js__WEBPACK_IMPORTED_MODULE_4__  .HO)((0,_untagged_js__WEBPACK_IMPORTED_MODULE_4__  .uD)(plan).length)}`;
    const images = (0,_staying_js__WEBPACK_IMPORTED_MODULE_8__  .R)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_7__  .ou)(plan).length);
    return `${repository}: ${going} to delete${images}, ${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_7__  .VM)(plan).length} to keep`;
}
function describeMany(repositories) {
    return `${repositories} repositories; one line for each in which nothing goes`;
}
function planLines({ plan, sizes }, { most = MOST_LINES, columns = 0 } = {}) {
    const names = plan.verdicts.map(({ tag }) => tag.length).filter((length) => length <= WIDEST_NAME);
    const width = names.reduce((widest, length) => Math.max(widest, length), 0);
    const rowOf = (verdict) => {
        const bytes = (0,_records_js__WEBPACK_IMPORTED_MODULE_9__  .$d)(verdict, sizes);
        const start = `${verdict.kind.padEnd(6)}  ${verdict.tag.padEnd(width)}`;
        return { start, reason: (0,_reasons_js__WEBPACK_IMPORTED_MODULE_3__  .Gk)(verdict), size: bytes === undefined ? "" : (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__  .vj)(bytes) };
    };
    const folding = { most, groupOf };
    const stays = (verdict) => !(0,_core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_10__  .n)(verdict);
    const verdicts = shownOrder(plan.verdicts);
    const going = folded(verdicts.filter(_core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_10__  .n), rowOf, { ...folding, what: "to delete" });
    const staying = folded(verdicts.filter(stays), rowOf, { ...folding, what: "to keep" });
    const render = formOf([...going, ...staying], columns);
    return [
        ...going.map(render),
        ...folded((0,_untagged_js__WEBPACK_IMPORTED_MODULE_4__  .LF)(plan), asItIs, { most, what: "to delete" }),
        ...staying.map(render),
        ...folded(skippedLines(plan), asItIs, { most, what: "left alone" }),
    ];
}
function shownOrder(verdicts) {
    const isSaved = verdicts.some(({ reason: { kind } }) => kind === "planned" || kind === "not-planned");
    return isSaved ? verdicts.toSorted((one, other) => (0,_core_names_order_js__WEBPACK_IMPORTED_MODULE_0__  .dk)(other.tag, one.tag)) : verdicts;
}
function formOf(lines, columns) {
    const rows = lines.filter((line) => typeof line !== "string");
    if (columns === 0 || rows.every((row) => wideLine(row).length <= columns)) {
        return (line) => (typeof line === "string" ? line : wideLine(line));
    }
    const sizes = rows.reduce((widest, { size }) => Math.max(widest, size.length), 0);
    const gap = sizes === 0 ? "" : "  ";
    return (line) => {
        if (typeof line === "string")
            return line;
        return `${line.start}${gap}${line.size.padStart(sizes)}  ${line.reason.replace(/^number (?=\d)/, "")}`;
    };
}
function wideLine({ start, reason, size }) {
    return `${start}  (${reason})${size === "" ? "" : `  ${size}`}`;
}
function skippedLines({ skipped }) {
    return skipped.flatMap(({ deletion, reason }) => {
        if (deletion.tags.length > 0 && reason.kind !== "gone")
            return [];
        return [`skip    ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Vb)(deletion)}  (${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .NV)(reason)})`];
    });
}
const asItIs = (line) => line;
function folded(all, lineOf, { most, what, groupOf: group = () => "" }) {
    if (all.length <= most)
        return all.map(lineOf);
    const last = Math.ceil(most / 6);
    const first = Math.floor(most / 2);
    const between = all.slice(first, -last);
    return [
        ...all.slice(0, first).map(lineOf),
        `… and ${between.length} more ${what}${groupsOf(between.map(group))} …`,
        ...all.slice(-last).map(lineOf),
    ];
}
const MOST_GROUPS = 3;
function groupsOf(groups) {
    const numbers = new Map();
    for (const group of groups)
        numbers.set(group, (numbers.get(group) ?? 0) + 1);
    const others = numbers.get("") ?? 0;
    numbers.delete("");
    const largest = [...numbers].sort(([, one], [, two]) => two - one);
    const [first] = largest;
    if (first === undefined)
        return "";
    if (largest.length === 1 && others === 0)
        return `, all${first[0]}`;
    const rest = largest.slice(MOST_GROUPS);
    const inRest = rest.reduce((sum, [, number]) => sum + number, 0);
    const parts = [
        ...largest.slice(0, MOST_GROUPS).map(([group, number]) => `${number}${group}`),
        ...(rest.length === 0 ? [] : [`${inRest} in ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(rest.length, "other group")}`]),
        ...(others === 0 ? [] : [`${others} in no group`]),
    ];
    return ` (${parts.join(", ")})`;
}
function groupOf({ reason }) {
    return "group" in reason ? (0,_wording_js__WEBPACK_IMPORTED_MODULE_5__  .N3)(reason) : "";
}
function planWarnings({ plan }) {
    const dangling = keptBecause(plan, "dangling", ({ reason }) => !isOfHollow(reason));
    const hollow = keptBecause(plan, "dangling", ({ reason }) => isOfHollow(reason));
    const orphans = orphansKept(plan);
    return [
        ...plan.notices.map(_notices_js__WEBPACK_IMPORTED_MODULE_2__  .S),
        ...(dangling.length === 0 ? [] : [(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .o3)(dangling)]),
        ...(hollow.length === 0 ? [] : [(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .vM)(hollow)]),
        ...(orphans.length === 0 ? [] : [(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .vC)(orphans)]),
        ...(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .SO)(plan.skipped),
        ...(plan.missing.length === 0
            ? []
            : [
                `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_6__  .U)(plan.missing.length, "part")} of what stays ${plan.missing.length === 1 ? "was" : "were"} missing before this run: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .zN)(plan.missing)}.`,
            ]),
    ];
}
function orphansKept(plan) {
    return keptBecause(plan, "orphan");
}
function isOfHollow(reason) {
    return reason.kind === "dangling" && reason.parts !== undefined;
}
function keptBecause({ verdicts }, why, isMeant = () => true) {
    const kept = verdicts.filter(({ kind, reason }) => kind === "keep" && reason.kind === why);
    return kept.filter(isMeant).map(({ tag }) => tag);
}


/***/ }),

/***/ 6581:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Gk: () => (  describeReason),
    ZR: () => (  describeDeleteReason),
    tI: () => (  describeKeepReason)
  });
  var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4578);
  var _core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3065);
  var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8900);




function describeMissing({ parts }) {
    if (parts === undefined)
        return "listed, but its manifest is not there";
    return `listed, but nothing of its index is there (${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(parts, "missing part")})`;
}
function describeReason(verdict) {
    if (verdict.kind === "keep")
        return describeKeepReason(verdict.reason);
    return describeDeleteReason(verdict.reason) + (verdict.kind === "untag" ? stayingImageSuffix(verdict) : "");
}
function stayingImageSuffix({ digest, with: other }) {
    if (digest === undefined)
        return "";
    return `; the image stays${other === undefined ? "" : ` under ${other}`}`;
}
function describeDeleteReason(reason) {
    return wordsFrom(DELETE_WORDS, reason);
}
function describeKeepReason(reason) {
    return wordsFrom(KEEP_WORDS, reason);
}
function wordsFrom(table, reason) {
    const describe = table[reason.kind];
    return describe(reason);
}
const DELETE_WORDS = {
    "beyond-newest": (reason) => `number ${reason.rank} of ${reason.of}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .N3)(reason)}, beyond the newest ${reason.keep}`,
    "over-budget": (reason) => `number ${reason.rank} of ${reason.of}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .N3)(reason)}, beyond what fits into ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .Ej)(reason.maxSize)}`,
    "referrer-of": ({ subject }) => `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .VK)(subject)}, which goes`,
    orphan: describeOrphan,
    dangling: describeMissing,
    "half-untagged": () => "a run that was to delete this tag was cut off, and left its own empty index there",
    planned: () => "as planned",
};
const KEEP_WORDS = {
    dangling: describeMissing,
    "just-pushed": () => "just pushed",
    protected: ({ by }) => `in use: ${by}`,
    excluded: ({ pattern }) => `matches exclude ${pattern}`,
    "not-included": () => "matches no include pattern",
    "no-rule": () => "no rule applies to it",
    "not-a-version": () => "not a version",
    "not-a-prerelease": () => "not a prerelease",
    latest: () => "latest can't be put into an order",
    "date-unread": () => "its date was not read",
    unordered: describeUnordered,
    newest: (reason) => `number ${reason.rank} of the newest ${reason.keep}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .N3)(reason)}${ORDER_SUFFIXES[reason.by]}`,
    younger: ({ created, limit }) => `created ${created.slice(0, 10)}, less than ${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__  .gf)(limit)} ago`,
    undated: ({ limit }) => `its age is unknown, and images younger than ${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_1__  .gf)(limit)} stay`,
    referrer: ({ subject }) => `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .VK)(subject)}`,
    "shares-digest": ({ with: other, untags }) => `same image as ${other}${UNTAGS[untags]}`,
    "has-referrer": ({ with: other }) => `has the signature or attachment ${other}`,
    "contained-in": ({ with: other }) => `needed by ${other}`,
    orphan: describeOrphan,
    "not-planned": () => "the plan does not delete it",
    skipped: ({ why }) => `planned to go, but ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .NV)(why)}`,
};
const UNTAGS = {
    no: ", and the registry can't delete one tag alone",
    unseen: "; only a run that deletes shows whether the registry can delete one tag alone",
    unclear: "; what the registry answered does not show whether it can delete one tag alone",
    "no-keys": ", and Amazon ECR deletes one tag alone by its own API only, for which AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set",
    "wrong-keys": ", and Amazon ECR's own API, which deletes one tag alone, does not take the keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    "no-right": ", and Amazon ECR's own API, which deletes one tag alone, does not allow the owner of AWS_ACCESS_KEY_ID ecr:BatchDeleteImage",
    never: ", and untag: never deletes no tag alone",
};
function describeUnordered({ sort, ties, ...group }) {
    if (ties === undefined)
        return "it has no date, and is ordered by date";
    const why = sort === "created" ? "their dates are the same" : "their names tie, and no date tells them apart";
    return `nothing says which of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_3__  .U)(ties, "image")}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .N3)(group)} is newer: ${why}`;
}
function describeOrphan({ subject }) {
    return `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .VK)(subject)}, which is gone`;
}
const ORDER_SUFFIXES = {
    semver: "",
    version: " by version",
    prerelease: " by prerelease number",
    natural: " by name",
    created: " by date",
};


/***/ }),

/***/ 4154:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $d: () => (  sizeOf),
    Ud: () => (  verdictRecords),
    mz: () => (  deletionRecord),
    qo: () => (  withOf),
    w1: () => (  totalReclaimable)
  });
function verdictRecords(plans) {
    return plans.flatMap(({ repository, plan, sizes }) => plan.verdicts.map((verdict) => ({
        repository,
        tag: verdict.tag,
        digest: verdict.digest ?? null,
        verdict: verdict.kind,
        reason: verdict.reason,
        with: withOf(verdict),
        bytes: sizeOf(verdict, sizes)?.bytes ?? null,
    })));
}
function withOf(verdict) {
    return (verdict.kind === "untag" ? verdict.with : undefined) ?? null;
}
function sizeOf(verdict, sizes) {
    return verdict.kind === "delete" ? sizes?.get(verdict.digest) : undefined;
}
function deletionRecord(repository, deletion) {
    if (deletion.kind === "manifest") {
        const { kind, digest, tags, parents, after, orphanOf } = deletion;
        return { repository, kind, digest, tags, parents, after, orphanOf };
    }
    const { kind, tags, digest, by, parents } = deletion;
    return { repository, kind, tag: tags[0], digest: digest ?? null, by, parents };
}
function totalReclaimable(parts) {
    return {
        bytes: parts.reduce((sum, { reclaimable }) => sum + reclaimable.bytes, 0),
        isLeast: parts.some(({ reclaimable }) => reclaimable.isLeast),
    };
}


/***/ }),

/***/ 6371:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    R: () => (  stayingSuffix),
    n: () => (  aboutStaying)
  });
  var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(920);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4578);


function stayingSuffix(images) {
    return images === 0 ? "" : ` (${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_0__  .U)(images, "image")} ${images === 1 ? "stays" : "stay"})`;
}
function aboutStaying(plan) {
    const untagged = plan.verdicts.flatMap((verdict) => verdict.kind === "untag" && verdict.digest !== undefined ? [verdict] : []);
    const [example] = [...untagged.filter((verdict) => verdict.with !== undefined), ...untagged];
    if (example === undefined)
        return [];
    const images = (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_1__  .ou)(plan).length;
    const tags = untagged.length === 1
        ? "1 tag goes without its image"
        : `${untagged.length} tags go without their images`;
    const stay = images === 1 ? "1 image stays" : `${images} images stay`;
    const under = example.with === undefined ? "" : ` under ${example.with}`;
    return [
        `${tags}, and ${stay}, such as that of ${example.tag}${under}: that frees no space. untag: never keeps such tags`,
    ];
}


/***/ }),

/***/ 8148:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Me: () => (  describeDoubt),
    eX: () => (  sweepLines),
    hl: () => (  waitingLines)
  });
  var _core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7005);
  var _outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
  var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8900);



function sweepLines({ removals }, isDryRun) {
    const names = removals
        .map(({ removal }) => removal.repository.length)
        .filter((each) => each <= WIDEST_NAME);
    const width = names.reduce((widest, each) => Math.max(widest, each), 0);
    return removals.map((outcome) => {
        const { repository, what, bytes } = outcome.removal;
        const why = !isDryRun && outcome.kind === "failed" ? `; ${outcome.error.message}` : "";
        const word = isDryRun ? "remove" : WORDS[outcome.kind];
        return (0,_core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_0__  .h0)(`${word.padEnd(7)}  ${repository.padEnd(width)}  (${what}, ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__  .Ej)(bytes)}${why})`);
    });
}
function waitingLines({ waiting = [] }) {
    return waiting.map(({ repository, until }) => (0,_core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_0__  .h0)(`${repository} is empty, and too young to go, for something in it may belong to a push under way: a sweep takes it from ${timeText(until)} on`));
}
function timeText(time) {
    return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
const WIDEST_NAME = 40;
const WORDS = {
    removed: "removed",
    left: "left",
    failed: "failed",
};
function describeDoubt({ repository, doubts, keeps }) {
    if (keeps === "nothing") {
        return `In ${repository} is what may disturb garbage collection; take it away: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .zN)(doubts)}.`;
    }
    const what = keeps === "everything" ? "nothing but abandoned uploads was removed" : "untagged images stay";
    return (0,_core_base_plain_text_js__WEBPACK_IMPORTED_MODULE_0__  .h0)(`${repository} is in doubt, so ${what}: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .zN)(doubts)}.`);
}


/***/ }),

/***/ 5113:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  aboutUnproven)
  });
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4578);
  var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
  var _untagged_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2181);



function aboutUnproven({ plan, deletions, deleted, unproven }) {
    if (unproven === undefined)
        return [];
    const said = new Set(deleted);
    const open = unproven.filter((tag) => !said.has(tag));
    const what = `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(deleted.length, "tag")}${(0,_untagged_js__WEBPACK_IMPORTED_MODULE_1__  .HO)((0,_untagged_js__WEBPACK_IMPORTED_MODULE_1__  .MG)(plan, deletions))}`;
    const gone = `the registry said that it deleted ${what}, which is not proven${named(deleted)}.`;
    if (open.length === 0)
        return [gone];
    return [`${gone} ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(open.length, "tag")} may be gone as well, for the deletion failed${named(open)}.`];
}
function named(tags) {
    return tags.length === 0 ? "" : `: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .zN)(tags)}`;
}


/***/ }),

/***/ 2181:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    HO: () => (  untaggedSuffix),
    LF: () => (  untaggedLines),
    MG: () => (  countDeletedUntagged),
    V4: () => (  aboutUntagged),
    uD: () => (  goingUntagged)
  });
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4578);
  var _core_base_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3065);
  var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8900);



function goingUntagged({ untagged }) {
    return untagged.flatMap((verdict) => (verdict.kind === "delete" ? [verdict] : []));
}
function countDeletedUntagged(plan, deletions) {
    const going = new Set(goingUntagged(plan).map(({ digest }) => digest));
    return deletions.filter(({ kind, deletion }) => (kind === "deleted" || kind === "gone") && deletion.kind === "manifest" && going.has(deletion.digest)).length;
}
function describeUntagged(verdict) {
    const since = `no tag, unchanged since ${verdict.changed.slice(0, 10)}`;
    if (verdict.kind === "delete") {
        return `${since}, ${verdict.olderThan === undefined ? "as planned" : `longer than ${(0,_core_base_duration_js__WEBPACK_IMPORTED_MODULE_0__  .gf)(verdict.olderThan)}`}`;
    }
    return `${since}; ${WHY[verdict.why]}`;
}
const WHY = {
    "no-limit": "no untagged-older-than applies to it",
    young: "not old enough",
    needed: "something that stays needs it",
};
function untaggedLines(plan) {
    return goingUntagged(plan).map((verdict) => `delete  ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__  .VK)(verdict.digest)}  (${describeUntagged(verdict)})`);
}
function untaggedSuffix(number) {
    return number === 0 ? "" : ` and ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(number, "image")} without a tag`;
}
function aboutUntagged({ untagged }) {
    const left = untagged.filter((verdict) => verdict.kind === "keep" && verdict.why === "no-limit").length;
    if (left === 0)
        return [];
    const stay = left === 1 ? "stays" : "stay";
    return [
        `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(left, "image")} without a tag that no tag leads to ${stay}; untagged-older-than deletes old ones`,
    ];
}


/***/ }),

/***/ 2168:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Pj: () => (  giveUpAfter),
    lA: () => (  toldToStop),
    lU: () => (  refusalKind)
  });
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
  var _registry_port_registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);


const FAILURES_IN_A_ROW = 3;
function refusalKind(error) {
    return error instanceof _registry_port_registry_js__WEBPACK_IMPORTED_MODULE_1__  .g ? error.kind : undefined;
}
function giveUpAfter(error, failures, repository) {
    const kind = refusalKind(error);
    if (kind === "rate-limited")
        return error;
    if (kind === "unauthorized" || kind === "forbidden")
        return refused(repository);
    if (kind === "not-deletable" || kind === "paused")
        return undefined;
    failures.inARow = error === undefined ? 0 : failures.inARow + 1;
    return failures.inARow >= FAILURES_IN_A_ROW ? tooManyFailures(repository) : undefined;
}
function refused(repository) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .jA(`${repository}: the registry refuses to delete, as it would every other, so the run stopped there`, "What it says is below. What is left goes in the next run.");
}
function tooManyFailures(repository) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .jA(`${repository}: the registry fails to delete, so the run stopped there`, "Look at the registry's log. What is left goes in the next run after it deletes again.");
}
function toldToStop(repository) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__  .Pc(`${repository}: the run was told to stop, and stopped between two deletions`, "No deletion is half done. What is left goes in the next run.");
}


/***/ }),

/***/ 8673:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    XN: () => (  appendFrom),
    f8: () => (  writeWhole),
    fc: () => (  makeFolder),
    nB: () => (  flushFolder)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);



async function writeWhole(file, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        const at = position === null ? null : position + done;
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at);
        done += bytesWritten;
    }
}
const COPY_BYTES = 64 * 1024;
async function appendFrom(file, path) {
    const from = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, "r");
    let last = 10;
    try {
        const { size } = await from.stat();
        for (let position = 0; position < size;) {
            const length = Math.min(COPY_BYTES, size - position);
            const { buffer, bytesRead } = await from.read(Buffer.alloc(length), 0, length, position);
            if (bytesRead === 0)
                break;
            await writeWhole(file, buffer.subarray(0, bytesRead), null);
            position += bytesRead;
            last = buffer[bytesRead - 1] ?? last;
        }
    }
    finally {
        await from.close();
    }
    if (last !== 10)
        await writeWhole(file, Buffer.from("\n"), null);
    await file.sync();
}
async function makeFolder(path) {
    const topmost = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(path, { recursive: true, mode: 0o700 });
    if (topmost === undefined)
        return;
    const shortest = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(topmost).length;
    for (let made = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path); made.length >= shortest; made = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(made)) {
        await flushFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(made));
    }
}
const CANT_FLUSH = ["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"];
async function flushFolder(path) {
    try {
        const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, "r");
        try {
            await folder.sync();
        }
        finally {
            await folder.close();
        }
    }
    catch (error) {
        if (!CANT_FLUSH.includes((0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_2__  .$N)(error)))
            throw error;
    }
}


/***/ }),

/***/ 3133:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    E: () => (  couldReachOthers),
    F: () => (  mayNeedCare)
  });
  var _core_plan_longer_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5867);

function couldReachOthers({ plan, snapshot }) {
    return (snapshot.untags !== "yes" &&
        (0,_core_plan_longer_names_js__WEBPACK_IMPORTED_MODULE_0__  .RV)(plan.deletions, snapshot.tags.map(({ tag }) => tag)));
}
async function mayNeedCare(planned, { registry, repository }) {
    return couldReachOthers(planned) && (await registry.looksOld?.(repository)) === true;
}


/***/ }),

/***/ 7662:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    V: () => (  freeHeap),
    p: () => (  keepHeapSmall)
  });
const MANY = 10_000;
let collect;
async function keepHeapSmall(tags) {
    if (tags <= MANY)
        return;
    const [{ setFlagsFromString }, { runInNewContext }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8877, 19)),
        Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 714, 19)),
    ]);
    setFlagsFromString("--heap-growing-percent=10");
    setFlagsFromString("--semi-space-growth-factor=1");
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc");
}
function freeHeap(tags) {
    if (tags > MANY)
        collect?.();
}


/***/ }),

/***/ 3440:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  QS: () => (  advancing),
  y1: () => (  listedStill),
  rk: () => (  manifestReader),
  lB: () => (  observe),
  ue: () => (  readNeeded),
  g$: () => (  readTags),
  L4: () => (  stateOf)
});

var p_map = __webpack_require__(1773);
var errors = __webpack_require__(6846);
var graph = __webpack_require__(7293);
; 
function internBlobs() {
    const known = new Map();
    const shared = (blob) => {
        const first = known.get(blob.digest);
        if (first === undefined)
            known.set(blob.digest, blob);
        return first !== undefined && first.bytes === blob.bytes ? first : blob;
    };
    return (manifest) => {
        if (manifest.blobs === undefined)
            return manifest;
        return { ...manifest, blobs: manifest.blobs.map(shared) };
    };
}

var version = __webpack_require__(8420);
var heap = __webpack_require__(7662);
; 






async function observe(given, target, say) {
    const options = { ...given, advance: advancing("reading", say) };
    const { registry, repository } = options;
    const list = await registry.listTags(repository);
    const { digests, others = [], inUse = [] } = target;
    if (list === undefined && others.length === 0)
        return { kind: "unknown-repository" };
    if (list?.length === 0 && others.length === 0)
        return { kind: "no-tags" };
    const listed = list ?? [];
    say({ kind: "listed", tags: listed.length });
    await (0,heap .p)(listed.length);
    const manifests = new Map();
    const missing = new Set();
    const tags = await listedStill(options, await readTags(options, listed, manifests));
    const subjects = tags.flatMap(({ tag }) => (0,version .et)(tag) ?? []);
    const named = [...digests, ...others, ...inUse, ...subjects];
    await readNeeded(options, [...named, ...(0,graph .vs)(manifests)], { manifests, missing });
    say({ kind: "observed", manifests: manifests.size });
    sayMissing(target, { listed, missing }, say);
    const namedTags = new Set(target.tags);
    const namedDigests = new Set(digests);
    const read = { repository, tags, manifests, missing, namedTags, namedDigests };
    (0,heap .V)(listed.length);
    const unknown = { leftovers: new Set(), referrers: new Map(), dates: new Map() };
    const pushed = await registry.listDates(repository);
    const byPush = registry.datesByPush === true ? { datesByPush: true } : {};
    return { kind: "snapshot", snapshot: { ...read, ...unknown, pushed, ...byPush, now: Date.now() } };
}
function advancing(what, say) {
    return (done, total) => say({ kind: "advanced", advance: { what, done, total, share: done / total } });
}
function sayMissing({ host, repository, tags, digests }, { listed, missing }, say) {
    const name = `${host}/${repository}`;
    for (const tag of tags) {
        if (!listed.includes(tag))
            say({ kind: "named-tag-missing", repository: name, tag });
    }
    for (const digest of digests) {
        if (missing.has(digest))
            say({ kind: "named-digest-missing", repository: name, digest });
    }
}
async function readTags(options, tags, manifests) {
    const read = await readAll(options, tags);
    return tags.map((tag, index) => {
        const found = read[index];
        if (found !== undefined)
            manifests.set(found.digest, found.manifest);
        return stateOf(tag, found?.digest);
    });
}
function stateOf(tag, digest) {
    return digest === undefined ? { tag } : { tag, digest };
}
function manifestReader({ registry, repository, keep, advance }, total) {
    let done = 0;
    const shared = internBlobs();
    return async (reference) => {
        const found = await registry.readManifest(repository, reference);
        advance?.((done += 1), total);
        if (found === undefined)
            return undefined;
        await keep?.(found);
        return { digest: found.digest, manifest: shared(found.manifest) };
    };
}
function readAll(options, references) {
    return (0,p_map .Ay)(references, manifestReader(options, references.length), { concurrency: options.concurrency });
}
const MOST_DEPTH = 100;
function tooDeep(repository) {
    return new errors .jA(`${repository}: an index has another in it, more than ${MOST_DEPTH} deep, as no tool makes them`, "Nothing is decided on what is not read to its end. See who pushed it, and delete its tag by hand.");
}
async function readNeeded(options, roots, { manifests, missing }) {
    const { repository } = options;
    let wanted = roots;
    for (let depth = 0;; depth += 1) {
        const unknown = [...new Set(wanted)].filter((digest) => !manifests.has(digest) && !missing.has(digest));
        if (unknown.length === 0)
            return;
        if (depth > MOST_DEPTH)
            throw tooDeep(repository);
        const read = await readAll(options, unknown);
        unknown.forEach((digest, index) => {
            const found = read[index];
            if (found === undefined)
                missing.add(digest);
            else
                manifests.set(digest, found.manifest);
        });
        wanted = read.flatMap((found) => (found === undefined ? [] : (0,graph .eN)(found.manifest)));
    }
}
async function listedStill({ registry, repository }, tags) {
    if (tags.every(({ digest }) => digest !== undefined))
        return tags;
    const now = new Set(await registry.listTags(repository));
    return tags.filter(({ tag, digest }) => digest !== undefined || now.has(tag));
}


/***/ }),

/***/ 114:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  Z: () => (  answer),
  n: () => (  planWithLookups)
});

var p_map = __webpack_require__(1773);
var created = __webpack_require__(7865);
var grouped = __webpack_require__(6011);
var make_plan = __webpack_require__(7216);
; 
function questionsOf({ verdicts, deletions, unread, unmeasured = [] }, snapshot, policy) {
    const wantsUntag = ({ kind, reason }) => kind === "keep" &&
        (reason.kind === "shares-digest" || (reason.kind === "dangling" && policy.dangling === "delete"));
    const wantsUntagged = deletions.length > 0 || policy.untaggedOlderThan !== undefined || policy.maxSize !== undefined;
    return {
        untagged: snapshot.untagged === undefined && wantsUntagged,
        untags: snapshot.untags === undefined &&
            policy.untag !== "never" &&
            verdicts.some((verdict) => verdict.kind === "untag" || wantsUntag(verdict)),
        referrersOf: snapshot.listsReferrers === false ? [] : unaskedOf(deletions, snapshot),
        datesIn: unread,
        sizesOf: unmeasured,
    };
}
function unaskedOf(deletions, { referrers }) {
    return deletions
        .filter((deletion) => deletion.kind === "manifest")
        .map(({ digest }) => digest)
        .filter((digest) => !referrers.has(digest));
}

var policy_untagged = __webpack_require__(7655);
var observe = __webpack_require__(3440);
; 







async function planWithLookups(options, snapshot, policy) {
    let known = snapshot;
    for (;;) {
        const decided = (0,make_plan .et)(known, policy);
        const questions = questionsOf(decided, known, policy);
        if (isFinal(questions))
            return { snapshot: known, plan: decided };
        const isLast = questions.datesIn.length === 0 && questions.sizesOf.length === 0;
        const beside = isLast ? options.beside?.({ snapshot: known, plan: decided }) : undefined;
        const answered = await answer(options, known, questions);
        await beside;
        if (saysNothingNew(known, answered))
            return { snapshot: answered, plan: decided };
        known = answered;
    }
}
function isFinal({ untags, untagged, referrersOf, datesIn, sizesOf }) {
    return !untags && !untagged && [referrersOf, datesIn, sizesOf].every(({ length }) => length === 0);
}
function saysNothingNew(before, after) {
    return (before.untags === after.untags &&
        before.dates === after.dates &&
        before.sizes === after.sizes &&
        (after.untagged === before.untagged || after.untagged?.size === 0) &&
        !hasNewReferrers(before, after));
}
function hasNewReferrers(before, { referrers }) {
    for (const [digest, list] of referrers) {
        if (list.length > 0 && list !== before.referrers.get(digest))
            return true;
    }
    return false;
}
async function answer(options, snapshot, { untags, untagged, referrersOf, datesIn, sizesOf }) {
    if (datesIn.length > 0)
        return { ...snapshot, dates: await readDates(options, snapshot, datesIn) };
    if (sizesOf.length > 0)
        return { ...snapshot, sizes: await readSizes(options, snapshot, sizesOf) };
    const known = untagged ? await withUntagged(options, snapshot) : snapshot;
    const asked = untags ? { untags: await options.registry.untags(options.repository) } : {};
    const unasked = referrersOf.filter((digest) => !known.referrers.has(digest));
    const found = await referrersOfAll(options, unasked);
    if (found === undefined)
        return { ...known, ...asked, listsReferrers: false };
    const referrers = new Map(known.referrers);
    for (const [digest, list] of found)
        referrers.set(digest, list);
    const answered = { ...known, ...asked, referrers };
    const unread = [...found.values()].flat();
    if (unread.length === 0)
        return answered;
    const manifests = new Map(known.manifests);
    const missing = new Set(known.missing);
    await (0,observe .ue)(options, unread, { manifests, missing });
    return { ...answered, manifests, missing };
}
async function withUntagged(options, snapshot) {
    const untagged = await options.registry.listUntagged(options.repository);
    if (untagged === undefined)
        return { ...snapshot, untagged: new Map() };
    const manifests = new Map(snapshot.manifests);
    const missing = new Set(snapshot.missing);
    await (0,observe .ue)(options, [...untagged.keys()], { manifests, missing });
    const referrers = new Map([...snapshot.referrers, ...(0,grouped .z)((0,policy_untagged .Rg)(manifests))]);
    return { ...snapshot, manifests, missing, referrers, untagged };
}
async function readDates({ registry, repository, concurrency }, { dates }, configs) {
    const read = async (config) => {
        const blob = await registry.readBlob(repository, config);
        return [config, blob === undefined ? undefined : (0,created .$)(blob.toString("utf8"))];
    };
    return new Map([...dates, ...(await (0,p_map .Ay)(configs, read, { concurrency }))]);
}
async function readSizes({ registry, repository, concurrency }, { sizes }, blobs) {
    const read = async (blob) => [
        blob,
        await registry.sizeOfBlob(repository, blob),
    ];
    return new Map([...(sizes ?? []), ...(await (0,p_map .Ay)(blobs, read, { concurrency }))]);
}
async function referrersOfAll({ registry, repository, concurrency }, digests) {
    const [first, ...others] = digests;
    if (first === undefined)
        return new Map();
    const list = await registry.listReferrers(repository, first);
    if (list === undefined)
        return undefined;
    const lists = await (0,p_map .Ay)(others, async (digest) => [digest, (await registry.listReferrers(repository, digest)) ?? []], { concurrency });
    return new Map([[first, list], ...lists]);
}


/***/ }),

/***/ 9679:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  s: () => (  readSettings),
  p: () => (  unknownSetting)
});

var errors = __webpack_require__(6846);
var glob = __webpack_require__(1147);
var values = __webpack_require__(5962);
var settings = __webpack_require__(4158);
var unexpanded = __webpack_require__(3795);
var words = __webpack_require__(2404);
; 






class SettingReader {
    problems = [];
    #known = new Set();
    #raw;
    #given;
    #files;
    constructor(raw, files = {}, otherwise = {}) {
        this.#given = raw;
        const given = Object.entries(raw).filter(([name, text]) => text.trim() !== "" || !(name in otherwise));
        this.#raw = { ...otherwise, ...Object.fromEntries(given) };
        this.#files = files;
    }
    problem(setting, message) {
        const known = `${setting}: ${message}`;
        if (this.#known.has(known))
            return;
        this.#known.add(known);
        this.problems.push({ setting, message });
    }
    text(name) {
        const setting = settings .y.find((known) => known.name === name);
        const given = this.#raw[name]?.trim();
        if (given === "" && setting?.default !== undefined) {
            this.problem(name, `it is empty; is the expression that it comes from right? The default is ${setting.default}`);
            return setting.default;
        }
        return given ?? setting?.default ?? "";
    }
    isWritten(name) {
        return this.#given[name] !== undefined;
    }
    isGiven(name) {
        const given = this.#given[name]?.trim() ?? "";
        const setting = settings .y.find((known) => known.name === name);
        return given !== "" && given !== setting?.default;
    }
    file(name) {
        const file = this.#files[name];
        if (file === undefined || !("problem" in file))
            return file;
        this.problem(name, file.problem);
        return undefined;
    }
    secret(name) {
        return (0,unexpanded .Mx)(this.#raw[name] ?? "");
    }
    choice(name, choices) {
        const text = this.text(name);
        const found = choices.find((choice) => choice === text);
        if (found === undefined && text !== "")
            this.problem(name, `"${text}" is not ${(0,words .K)(choices, "or")}`);
        return found ?? choices[0];
    }
    boolean(name) {
        const text = this.text(name);
        if (["true", "True", "TRUE"].includes(text))
            return true;
        if (!["false", "False", "FALSE"].includes(text))
            this.problem(name, `"${text}" is not true or false`);
        return false;
    }
    count(name) {
        const text = this.text(name);
        const number = Number(text);
        if (/^(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number))
            return number;
        this.problem(name, `"${text}" is not a whole number; write digits alone, such as 10`);
        return undefined;
    }
    size(name) {
        return this.value(name, values .DB);
    }
    duration(name) {
        return this.value(name, (text) => (0,values .E9)(text, "m"));
    }
    value(name, parse) {
        const text = this.text(name);
        return text === "" ? undefined : this.#parsed(name, () => parse(text))[0];
    }
    patterns(name) {
        return this.list(name, this.#files.parsePattern ?? parseGlobAlone);
    }
    list(name, parse, split = /\r?\n/) {
        const text = this.text(name);
        const lines = (split instanceof RegExp ? text.split(split) : split(text))
            .map((line) => line.trim())
            .filter((line) => line !== "");
        return lines.flatMap((line) => this.#parsed(name, () => parse(line)));
    }
    #parsed(name, parse) {
        try {
            return [parse()];
        }
        catch (error) {
            if (!(error instanceof errors .Pc))
                throw error;
            this.problem(name, error.message);
            return [];
        }
    }
}
function parseGlobAlone(text) {
    if (text.startsWith("/")) {
        throw new Error(`${text} is read before what reads regular expressions is loaded`);
    }
    return (0,glob .GJ)(text);
}

var near_name = __webpack_require__(5607);
var commands = __webpack_require__(1186);
; 






function readSettings(raw, readerOf, known = {}) {
    const read = new SettingReader(raw, known.files, known.otherwise);
    const command = read.choice("command", commands .Lo);
    const settings = readerOf(command)(read);
    const lost = new Set(known.lost);
    const found = read.problems.filter(({ setting }) => !lost.has(setting));
    const problems = [...(known.problems ?? []), ...strangers(raw, command), ...found];
    if (problems.length > 0)
        throw new errors .Ys(problems);
    return settings;
}
function unknownSetting(name, known) {
    const near = known.includes(slug(name)) ? slug(name) : (0,near_name .c)(slug(name), known);
    const end = near === undefined ? "docs/reference.md lists them" : `did you mean ${near}?`;
    return { setting: name, message: `there is no such setting; ${end}` };
}
function slug(name) {
    return name.toLowerCase().replaceAll("_", "-");
}
function strangers(raw, command) {
    const known = settings .y;
    return settings .y.flatMap(({ name }) => {
        const setting = known.find((other) => other.name === name);
        const given = raw[name]?.trim() ?? "";
        const isGiven = given !== "" && given !== setting?.default;
        if (!isGiven || setting?.commands.includes(command) !== false)
            return [];
        const takers = `${(0,words .K)(setting.commands, "and")} ${setting.commands.length === 1 ? "does" : "do"}`;
        return [{ setting: name, message: `${command} does not take it; ${takers}` }];
    });
}


/***/ }),

/***/ 5652:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    y: () => (  readSettingFiles)
  });
  var _files_read_regular_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4338);
  var _table_rule_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8334);


async function readSettingFiles(raw) {
    const [policy, inUse] = await Promise.all([
        readNamed(raw.policy, _files_read_regular_js__WEBPACK_IMPORTED_MODULE_0__  .uZ.configuration),
        readNamed(raw["protect-from"], _files_read_regular_js__WEBPACK_IMPORTED_MODULE_0__  .uZ.output),
    ]);
    const patterns = _table_rule_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .r7.filter(({ value }) => value.form.kind === "patterns");
    const hasExpression = patterns.some((row) => /^\s*\//m.test(raw[(0,_table_rule_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .rB)(row)] ?? ""));
    return {
        ...(policy === undefined ? {} : { policy: await withReader(policy) }),
        ...(inUse === undefined ? {} : { "protect-from": inUse }),
        ...(hasExpression ? { parsePattern: (await Promise.all(/* import() */[__webpack_require__.e(3980), __webpack_require__.e(4334)]).then(__webpack_require__.bind(__webpack_require__, 4334))).parsePattern } : {}),
    };
}
async function withReader(policy) {
    if ("problem" in policy)
        return policy;
    const { readPolicyFile: read } = await Promise.all(/* import() */[__webpack_require__.e(3483), __webpack_require__.e(458), __webpack_require__.e(3980), __webpack_require__.e(4628)]).then(__webpack_require__.bind(__webpack_require__, 4628));
    return { ...policy, read };
}
async function readNamed(name = "", most) {
    const path = name.trim();
    if (path === "")
        return undefined;
    try {
        return { text: (await (0,_files_read_regular_js__WEBPACK_IMPORTED_MODULE_0__  .VX)(path, most)).toString("utf8") };
    }
    catch (error) {
        return {
            problem: `${path} can't be read (${(0,_files_read_regular_js__WEBPACK_IMPORTED_MODULE_0__  ._p)(error)}); is the repository checked out, and the path right?`,
        };
    }
}


/***/ }),

/***/ 5555:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  GW: () => (  KINDS),
  VI: () => (  accountAt),
  hC: () => (  rulesAt)
});

; 
const DISTRIBUTION_RULES = {
    kind: "distribution",
    name: "a registry of one's own",
    freesItself: false,
    owns: () => undefined,
    misnamed: () => undefined,
    refuses: [
        {
            setting: "untagged-older-than",
            isForAll: true,
            exceptIn: "reclaim",
            why: "no image is on GitHub's registry, and others list nothing without a tag; there, reclaim with storage takes it",
        },
    ],
};

var errors = __webpack_require__(6846);
var registry_kind = __webpack_require__(1728);
var reference = __webpack_require__(1033);
var glob = __webpack_require__(1147);
; 




const NAME = "Docker Hub";
const DOCKER_HUB_RULES = {
    kind: "docker-hub",
    name: NAME,
    freesItself: true,
    owns: hubAt,
    misnamed: notOfTwoParts,
    refuses: [
        ...["registry", "gc-container", "gc-command"].map((setting) => ({
            setting,
            why: `an image is on ${NAME}, which frees its space itself; leave it out there`,
        })),
        {
            setting: "untag",
            value: "overwrite",
            why: `an image is on ${NAME}, which deletes a tag by itself; leave it out there`,
        },
        {
            setting: "untagged-older-than",
            isForAll: true,
            exceptIn: "reclaim",
            why: `an image is on ${NAME}, which lists nothing without a tag; its page "Image Management" does`,
        },
    ],
};
function hubAt(host, { dockerHub = registry_kind .X }) {
    if (!(0,reference .Vx)(host))
        return undefined;
    const { api, registry, realm } = dockerHub;
    return { kind: "docker-hub", api, registry, realms: [realm] };
}
function notOfTwoParts(text, place) {
    const [namespace = "", ...name] = ("pattern" in place ? place.pattern : place.repository).split("/");
    if (name.length !== 1 || (0,glob .fg)(namespace)) {
        return new errors .Pc(`"${text}" would be on ${NAME}, whose repositories have two parts, NAMESPACE/NAME (or NAMESPACE/* for all of one); an image on another registry names its host, such as registry.example.com/team/app`, "Correct it.");
    }
    if (!/^http:/i.test(text))
        return undefined;
    return new errors .Pc(`"${text}" is on ${NAME}, which speaks HTTPS alone`, "Leave http:// out.");
}

var github = __webpack_require__(385);
; 



const github_NAME = "GitHub's registry";
const GITHUB_RULES = {
    kind: "github",
    name: github_NAME,
    freesItself: true,
    owns: gitHubAt,
    misnamed: ownerless,
    refuses: [
        ...["registry", "gc-container", "gc-command"].map((setting) => ({
            setting,
            why: `an image is on ${github_NAME}, which frees its space itself; leave it out there`,
        })),
        {
            setting: "insecure-skip-tls-verify",
            why: `an image is on ${github_NAME}, which would get a token that anybody on the way could read; name its authority in ca-file`,
        },
        {
            setting: "untag",
            value: "overwrite",
            why: `an image is on ${github_NAME}, which deletes a version with all its tags; what shares a version with a kept tag stays there, so leave it out`,
        },
        {
            setting: "untagged-older-than",
            below: 60 * 60 * 1000,
            why: "it is less than an hour, and a push under way has no tag yet; write 1h or more",
        },
    ],
};
function gitHubAt(host, { github: own }) {
    const name = host.replace(/:443$/, "");
    if (name === own.registry || host === own.registry) {
        return { kind: "github", api: own.api, ...(own.token === undefined ? {} : { token: own.token }) };
    }
    return name === github .yQ.registry ? { kind: "github", api: github .yQ.api } : undefined;
}
function ownerless(text, place) {
    const [owner = "", ...name] = ("pattern" in place ? place.pattern : place.repository).split("/");
    if (owner !== "" && name.length > 0 && !(0,glob .fg)(owner))
        return undefined;
    return new errors .Pc(`"${text}" is on ${github_NAME} and does not name its owner, as host/OWNER/package (or host/OWNER/* for all of an owner's) does`, "Correct it.");
}

; 



const RULES = {
    distribution: DISTRIBUTION_RULES,
    github: GITHUB_RULES,
    "docker-hub": DOCKER_HUB_RULES,
};
const KINDS = Object.values(RULES);
function accountAt(host, settings) {
    const [account] = KINDS.flatMap(({ owns }) => owns(host, settings) ?? []);
    const { ecr } = settings;
    return account ?? { kind: "distribution", ...(ecr === undefined ? {} : { ecr }) };
}
function rulesAt(host, settings) {
    return RULES[accountAt(host, settings).kind];
}


/***/ }),

/***/ 1186:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    H5: () => (  DELETING),
    Lo: () => (  COMMANDS),
    Py: () => (  COMMAND_CLAUSES),
    YA: () => (  ON_GITHUB),
    YT: () => (  DEFAULT_COMMAND),
    _Y: () => (  CONNECTED)
  });
const COMMANDS = [
    "prune",
    "apply",
    "restore",
    "reclaim",
    "check",
    "explain",
    "repositories",
    "try",
];
const DEFAULT_COMMAND = "prune";
const COMMAND_CLAUSES = {
    prune: "deletes all but the newest tags of the repositories that `image` names",
    apply: "carries out a plan that a dry run saved",
    restore: "puts back what was deleted, if its layers are still there",
    reclaim: "gets the disk its space back: it collects garbage, and removes what garbage collection leaves behind",
    check: "says whether the registry of `image` is ready",
    explain: "says why each tag that `image` names would stay or go",
    repositories: "prints the repositories that `image` names or matches as a matrix of parallel jobs",
    try: "(on a command line alone) tries a policy on names from standard input",
};
const CONNECTED = [
    "prune",
    "apply",
    "restore",
    "reclaim",
    "check",
    "explain",
    "repositories",
];
const ON_GITHUB = [
    "prune",
    "apply",
    "restore",
    "check",
    "explain",
    "repositories",
];
const DELETING = ["prune", "apply"];


/***/ }),

/***/ 3042:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Z: () => (  IF_MISSING)
  });
const IF_MISSING = ["warn", "fail"];


/***/ }),

/***/ 3208:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  t: () => (  RULE_FIELDS)
});

var group = __webpack_require__(1404);
var order = __webpack_require__(3977);
var words = __webpack_require__(2404);
var values = __webpack_require__(5962);
; 



const NAME_VALUE = {
    type: "text",
    form: { kind: "name", wanted: "a name" },
    read: (written) => written.text((name) => name),
};
const COUNT_VALUE = {
    type: "count",
    form: { kind: "count", wanted: "a whole number without quotes, such as 10" },
    read: (written) => written.count(),
};
const DURATION_VALUE = {
    type: "text",
    form: { kind: "measure", pattern: values .ft, wanted: "a number and its unit, such as 24h or 7d" },
    read: (written) => written.text((text) => (0,values .E9)(text)),
};
const SIZE_VALUE = {
    type: "size",
    form: { kind: "measure", pattern: values .SK, wanted: "a number and its unit, such as 500MB or 10GB" },
    read: (written) => written.text(values .DB),
};
const GROUP_BY_VALUE = {
    type: "list",
    form: { kind: "words", words: group .l4, wanted: (0,words .K)([...group .l4, "none"], "or") },
    read: (written) => written.words(values .eh),
};
function choiceOf(choices) {
    return {
        type: "choice",
        form: { kind: "choice", choices, wanted: (0,words .K)(choices, "or") },
        read: (written) => written.choice(choices),
    };
}
function patternsOf(of, all) {
    return {
        type: "list",
        form: {
            kind: "patterns",
            wanted: `a pattern in quotes or a list of them, or leave it out for ${all}`,
        },
        read: (written) => written.patterns(of),
    };
}

; 




const GLOBS = "Globs of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`, or regular expressions between slashes, such as `/^v1\\./`.";
const BUDGET = "The most that each repository may take, such as `20GB` or `512 MiB` (units are powers of 1024). Layers that images share count once. " +
    "Images that only `keep` keeps go, the lowest rank first, until the rest fits; a group's newest never goes.";
const RULE_FIELDS = {
    name: {
        name: "name",
        value: NAME_VALUE,
        otherwise: "its place, from 1",
        help: "The rule's name, which reasons show. No two rules have the same.",
        examples: ["alphas"],
    },
    repositories: {
        name: "repositories",
        value: patternsOf("repositories", "every repository"),
        otherwise: "all",
        absent: () => [],
        help: "Patterns of the repositories that the rule is for, with their host or without. In a glob `*` stays within one part of the path, " +
            "and `**` spans any number of them. Quote them.",
        examples: ["team/*", ["team/*", "/^registry\\.example\\.com\\/x\\//"]],
    },
    tags: {
        name: "tags",
        value: patternsOf("tags", "every tag"),
        otherwise: "all",
        absent: () => [],
        help: `Patterns of the tags that the rule decides about. ${GLOBS} Quote them.`,
        brief: "Patterns of the tags that the rule decides about. Among the inputs this is `include`.",
        examples: ["*-alpha.*", ["*-alpha.*", "*-beta.*"]],
        input: {
            name: "include",
            position: 6,
            help: `Patterns of tags, one a line, such as \`*-alpha.*\`: only tags that match one can be deleted. Quote them in YAML. ${GLOBS}`,
        },
    },
    exclude: {
        name: "exclude",
        value: patternsOf("tags", "none"),
        otherwise: "none",
        absent: () => [],
        help: "Patterns of tags: those of the rule's tags that match one are never deleted, and do not count among the newest.",
        examples: ["*-alpha.0"],
        top: {
            help: `Patterns of tags that are never deleted, whatever the rules say, and that do not count among the newest. ${GLOBS} Quote them.`,
            brief: "Patterns of tags that are never deleted, whatever the rules say, and that do not count among the newest.",
            examples: ["*-lts", ["*-lts", "/^v1\\./"]],
        },
        input: {
            position: 7,
            help: "Patterns of tags, one a line: tags that match one are never deleted, and do not count among the newest.",
        },
    },
    sort: {
        name: "sort",
        value: choiceOf(order .mX),
        default: "semver",
        help: "How tags are ordered. `semver`: tags that are versions, by SemVer precedence, with rc10 after rc9. `prerelease`: prereleases alone, by their number " +
            "(alpha.74), the newest by version kept as well; a release is never deleted. `natural`: all tags but `latest`, runs of digits as numbers. " +
            "`created`: all tags but `latest`, by the date in the image's configuration. Tags that an order has no place for stay.",
        brief: "`semver`, `prerelease`, `natural` or `created`.",
        input: { position: 2 },
    },
    groupBy: {
        name: "group-by",
        value: GROUP_BY_VALUE,
        otherwise: "channel for semver and prerelease, else none",
        absent: ({ sort }) => (0,values .A5)(sort ?? order .mX[0]),
        help: `The groups that keep their newest, by any of ${group .l4.map((key) => `\`${key}\``).join(", ")}, commas between them. \`channel\`: releases, alphas, betas, rcs, flavours and so on ` +
            "are a group each. `suffix`: everything behind the version's numbers, as written, is a group, so that jdk11 and jdk21 are two. " +
            "`minor`: the same major.minor; `patch`: the same major.minor.patch. `none`: all candidates are one group.",
        brief: "`channel`, `suffix`, `major`, `minor`, `patch`, several of them, or `none`.",
        examples: ["channel", ["channel", "minor"], "none"],
        input: { position: 3 },
    },
    keep: {
        name: "keep",
        value: COUNT_VALUE,
        default: 10,
        help: "How many of the newest images are kept in each group. Two tags of one image count once. `0` only with `allow-empty`.",
        input: { position: 1 },
    },
    keepYoungerThan: {
        name: "keep-younger-than",
        value: DURATION_VALUE,
        otherwise: "age does not count",
        help: "Images that are younger than this stay, such as `36h`, `7d` or `2 weeks`; an image without a date stays too. " +
            "Dates are read only of images that would else go.",
        brief: "Younger images stay too: `36h`, `7d`, `2 weeks`, `1 month`. Not `m`, which could be minutes or months.",
        examples: ["36h", "7d", "2 weeks"],
        input: { position: 4 },
    },
    maxSize: {
        name: "max-size",
        value: SIZE_VALUE,
        title: "Size of each repository",
        otherwise: "the file's",
        help: `${BUDGET} It is the whole budget of each repository that the rule is for, and comes before the file's own.`,
        brief: "The budget of each repository that the rule is for: of the whole repository, not of the rule's tags.",
        examples: ["10GB"],
        top: {
            otherwise: "no budget",
            help: BUDGET,
            brief: "The most that each repository may take.",
            examples: ["20GB"],
        },
        input: { position: 5, otherwise: "no budget", help: BUDGET },
    },
};


/***/ }),

/***/ 8334:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $v: () => (  RULE_INPUTS),
    AY: () => (  DECIDING),
    r7: () => (  INPUT_ROWS),
    rB: () => (  inputNameOf)
  });
  var _rule_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(337);

const DECIDING = ["prune", "explain", "try"];
const INPUT_ROWS = _rule_values_js__WEBPACK_IMPORTED_MODULE_0__  .n3.filter(hasInput).sort((a, b) => a.input.position - b.input.position);
const RULE_INPUTS = INPUT_ROWS.map(settingOf);
function inputNameOf({ name, input }) {
    return (input.name ?? name);
}
function hasInput(row) {
    return row.input !== undefined;
}
function settingOf(row) {
    const { form, type } = row.value;
    const otherwise = row.input.otherwise ?? row.otherwise;
    return {
        name: inputNameOf(row),
        type,
        ...(form.kind === "choice" ? { choices: form.choices } : {}),
        ...(row.default === undefined ? {} : { default: String(row.default) }),
        ...(otherwise === undefined ? {} : { otherwise }),
        commands: DECIDING,
        help: row.input.help ?? row.help,
    };
}


/***/ }),

/***/ 337:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    HX: () => (  topOf),
    N$: () => (  readValues),
    Qp: () => (  TOP_ROWS),
    Y: () => (  ruleOf),
    n3: () => (  FIELD_ROWS)
  });
  var _rule_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3208);

const FIELD_ROWS = Object.entries(_rule_fields_js__WEBPACK_IMPORTED_MODULE_0__  .t).map(([property, row]) => ({ ...row, property }));
const TOP_ROWS = FIELD_ROWS.filter(({ top }) => top !== undefined);
function readValues(rows, writtenAt) {
    const read = rows.map((row) => [row.property, row.value.read(writtenAt(row))]);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}
function ruleOf(values) {
    return completed(FIELD_ROWS, values);
}
function topOf(values) {
    return completed(TOP_ROWS, values);
}
function completed(rows, values) {
    let done = {};
    for (const row of rows) {
        const value = values[row.property] ?? row.default ?? row.absent?.(done);
        if (value !== undefined)
            done = { ...done, [row.property]: value };
    }
    return done;
}


/***/ }),

/***/ 4158:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  y: () => (  SETTINGS)
});

; 
const DISK_SETTINGS = [
    {
        name: "gc-container",
        type: "text",
        otherwise: "none",
        commands: ["prune", "apply", "reclaim"],
        help: "Name of the registry's container. After a prune that deleted something (and by `reclaim`), it is stopped, its garbage collected in a container " +
            "beside it, and it is started again in every case. `docker` or `podman` must be on the PATH; `DOCKER_HOST` is honoured.",
    },
    {
        name: "gc-command",
        type: "text",
        otherwise: "none",
        commands: ["prune", "apply", "reclaim"],
        help: "Instead of `gc-container`, for every other registry: a script, run by `bash -euo pipefail`, that stops the registry or makes it read-only, " +
            "collects its garbage, and starts it again.",
    },
    {
        name: "gc-min-bytes",
        type: "size",
        otherwise: "any",
        commands: ["prune", "apply", "reclaim"],
        help: "With `gc-container`: collect only where there is at least this much garbage, such as `1GB` or `500MB` (powers of 1024). " +
            "All of the registry's garbage counts, so that small deletions add up.",
    },
    {
        name: "trust-gc-container",
        type: "boolean",
        default: "false",
        commands: ["prune", "apply", "reclaim"],
        help: "`true`: you know that `gc-container` is the registry that you name, and that `storage` has its files. Otherwise it is proven before anything is stopped: " +
            "reads that the run makes up must stand in the container's log, or an upload that it begins must be in its storage. " +
            "Needed only where neither can be had, as on a full disk without a log.",
    },
    {
        name: "gc-timeout",
        type: "duration",
        default: "1h",
        commands: ["prune", "apply", "reclaim"],
        help: "The most time that a collection may take, such as `30m` or `2h`. One that takes longer is ended, and the registry is started again; " +
            "the next collection takes the rest.",
    },
    {
        name: "storage",
        type: "text",
        otherwise: "none",
        commands: ["reclaim"],
        help: "The place of the registry's files: a path (its `rootdirectory`, such as `/var/lib/registry`) or `s3://bucket/prefix`, with endpoint, region and " +
            "credentials as the AWS SDK reads them. What garbage collection leaves is removed there: empty repositories, layer links that nothing names, " +
            "abandoned uploads, and tags that a full disk left without an image. With `gc-container` that is done while it is stopped; otherwise before `gc-command` runs, " +
            "and only beside a registry that says in its own words that it is read-only.",
    },
    {
        name: "offline",
        type: "boolean",
        default: "false",
        commands: ["reclaim"],
        help: "`true`: you know that no registry runs on `storage`. Then `registry` is not needed, and no registry is asked.",
    },
    {
        name: "uploads-older-than",
        type: "duration",
        default: "24h",
        commands: ["reclaim"],
        help: "With `storage`: uploads that were begun longer ago than this are abandoned, and are removed.",
    },
    {
        name: "registry-config",
        type: "text",
        isFile: true,
        otherwise: "none",
        commands: ["check"],
        help: "Path of the registry's `config.yml`, or of a compose file with its environment. It is checked too.",
    },
    {
        name: "s3-policy",
        type: "text",
        isFile: true,
        otherwise: "none",
        commands: ["check"],
        help: "Path of the IAM policy (JSON) that lets the registry use its bucket. It is checked too, and a corrected one is printed.",
    },
];

var commands = __webpack_require__(1186);
; 

const GITHUB_SETTINGS = [
    {
        name: "github-token",
        type: "text",
        inAction: "${{ github.token }}",
        otherwise: "`github.token` in the action; else `GITHUB_TOKEN`, then Docker's configuration",
        commands: commands .YA,
        help: "Token for images on `ghcr.io` (or the registry of a GitHub Enterprise). It goes to that registry and to GitHub's API alone, and only where `image` names one there. " +
            "`github.token` needs `permissions: packages: write`; a personal access token is a classic one with `read:packages` and `delete:packages`. `password` is used instead where it is given.",
    },
    {
        name: "github-api-url",
        type: "text",
        otherwise: "`GITHUB_API_URL`, else https://api.github.com",
        commands: commands .YA,
        help: "Address of the API of a GitHub Enterprise, such as `https://github.example.com/api/v3`.",
    },
    {
        name: "github-registry",
        type: "text",
        otherwise: "by `github-api-url`: `ghcr.io`, or `containers.` and the Enterprise's host",
        commands: commands .YA,
        help: "Host of the container registry that belongs to `github-api-url`.",
    },
];

var policy = __webpack_require__(1774);
var missing = __webpack_require__(3042);
; 

const PLAN_SETTINGS = [
    {
        name: "plan",
        type: "text",
        isFile: true,
        otherwise: "required for `apply`",
        commands: commands .H5,
        help: "With `apply`: path of the plan to carry out, as a prune saved it (its output `plan`). " +
            "With `prune` on a command line: the file to save the plan to, a verdict with its reason for every tag; the action always saves it.",
    },
    {
        name: "plan-sha256",
        type: "text",
        otherwise: "not checked",
        commands: ["apply"],
        help: "SHA-256 of the plan file, as the prune's output `plan-sha256` has it. A file with another hash is refused: " +
            "somebody may change the file where it is stored, but not the output of a job.",
    },
    {
        name: "journal",
        type: "text",
        isFile: true,
        otherwise: "a new file; required for `restore`",
        commands: ["prune", "apply", "restore"],
        help: "The file that gets the exact bytes of every manifest before it is deleted. With `restore`: the file to put back from. " +
            "With `prune`: a file that is there already is continued, so that this run finishes what a killed run began, untagged manifests included, which no registry lists.",
    },
    {
        name: "cache",
        type: "boolean",
        default: "true",
        commands: commands .H5,
        help: "`false`: no manifest is remembered from run to run. A manifest never changes, so what was read once is kept by its digest, and whether it is still there is asked each time.",
    },
    {
        name: "cache-dir",
        type: "text",
        otherwise: "the runner's tool cache; on a command line `${XDG_CACHE_HOME:-~/.cache}/prune-image-tags`",
        commands: commands .H5,
        help: "The folder where manifests are remembered, for this user alone. It is never needed, has nothing secret in it, and takes 256 MB at most. " +
            "On hosted runners `actions/cache` can keep it.",
    },
    {
        name: "time-limit",
        type: "duration",
        otherwise: "none",
        commands: commands .H5,
        help: "The time after which a run begins no more deletions, such as `10m`, counted from its start. It ends well, between two deletions: the oldest images are gone, " +
            "the kept ones are checked, the next run deletes the rest, and the step is green. A deletion under way is waited for, and so is garbage collection.",
    },
    {
        name: "tags",
        type: "list",
        otherwise: "all of the journal",
        commands: ["restore"],
        help: "Tags (or digests) to put back, one a line, commas too. Each comes with all that it contains and with its signatures.",
    },
    {
        name: "outside-workspace",
        type: "list",
        otherwise: "none",
        commands: ["prune", "apply", "restore", "reclaim", "check", "explain", "try"],
        help: "In the action: files, and folders with files, that settings may name though they are outside of the workspace, one a line, such as `/etc/prune`. " +
            "What else `policy`, `protect-from`, `plan`, `journal`, `registry-config` and `s3-policy` name has to be in the workspace, or in the runner's temporary folder, " +
            "and not behind a symbolic link that leads out, as a pull request may bring one; nor may a `storage` that is in there. A plan or journal that a full disk sent elsewhere is found " +
            "where this program put it. On a command line every file may be named.",
    },
];

var words = __webpack_require__(2404);
var rule_inputs = __webpack_require__(8334);
; 


const IN_A_FILE = (0,words .K)(rule_inputs .$v.map(({ name }) => `\`${name}\``), "and");
const POLICY_SETTINGS = [
    ...rule_inputs .$v,
    {
        name: "protect",
        type: "list",
        otherwise: "nothing",
        commands: rule_inputs .AY,
        help: "Images in use, one a line (commas too): `repository:tag`, `repository@digest` or a digest alone, with a host or without. " +
            "They stay, with all that they contain.",
    },
    {
        name: "protect-from",
        type: "text",
        isFile: true,
        otherwise: "nothing",
        commands: rule_inputs .AY,
        help: "A file that names images in use, such as the output of `kubectl get pods -o json` or `docker ps --no-trunc`, or a plain list: each reference, digest and image id in it stays. " +
            "A file that names no image fails the run, for the command that wrote it may have failed.",
    },
    {
        name: "policy",
        type: "text",
        isFile: true,
        otherwise: "the settings are the policy",
        commands: rule_inputs .AY,
        help: "Path of a policy file, with rules for several kinds of tags or repositories. Inputs that say the same are refused beside it: " +
            `${IN_A_FILE}.`,
    },
    {
        name: "untagged-older-than",
        type: "duration",
        otherwise: "never",
        commands: ["prune", "explain", "reclaim"],
        help: "Images go too that no tag has reached, through indexes, subjects and referrers, for longer than this, such as `7d`: a re-pushed `main` leaves them behind. " +
            "A prune sees them on GitHub's registry, which lists them. A registry of your own does not, so there `reclaim` takes them from its `storage`. " +
            "If you pull an image by its digest alone, give it a tag first, or name it in `protect`.",
    },
    {
        name: "max-deletions",
        type: "text",
        otherwise: "no limit",
        commands: ["prune"],
        help: "The most tags (and images without a tag) that may go from a repository, as a number or a percentage of them, such as `50` or `20%`. " +
            "If more would go, nothing is deleted there, and the run fails.",
    },
];

; 

const TLS_SETTINGS = [
    {
        name: "ca-file",
        type: "text",
        otherwise: "those that this system and Node trust",
        commands: commands ._Y,
        isFile: true,
        help: "File with the certificates, as PEM, of authorities to trust besides the usual ones: for the registry, and for wherever it sends to. " +
            "Docker's `/etc/docker/certs.d/HOST/ca.crt` counts without it.",
    },
    {
        name: "cert-file",
        type: "text",
        otherwise: "none",
        commands: commands ._Y,
        isFile: true,
        help: "File with the client's own certificate, as PEM, for a registry that asks for one. It is shown to the registry alone, and needs `key-file`. " +
            "Docker's `/etc/docker/certs.d/HOST/client.cert` and `client.key` count without it.",
    },
    {
        name: "key-file",
        type: "text",
        otherwise: "none",
        commands: commands ._Y,
        isFile: true,
        help: "File with the key, as PEM and without a passphrase, that goes with `cert-file`.",
    },
    {
        name: "insecure-skip-tls-verify",
        type: "boolean",
        default: "false",
        commands: commands ._Y,
        help: "`true`: nobody's certificate is looked at, so whoever is on the way can read the password and answer in the registry's place. Each run warns of it. " +
            "`ca-file` is the safe way. It is no setting for GitHub's registry.",
    },
];

; 








const SETTINGS = [
    {
        name: "command",
        type: "choice",
        choices: commands .Lo,
        default: commands .YT,
        commands: commands .Lo,
        help: `What to do. ${commands .Lo.map((command) => `\`${command}\` ${commands .Py[command]}.`).join(" ")}`,
    },
    {
        name: "image",
        type: "list",
        otherwise: "required for `prune`, `check` and `explain`",
        commands: ["prune", "apply", "restore", "check", "explain", "repositories", "try"],
        help: "Image references, one a line (commas too): `[http://|https://]host[:port]/repository[:tag][@digest]`. Their repositories are pruned; " +
            "a tag or digest named here is what was just pushed and is always kept, even where it sorts lowest. " +
            "The output `tags` of docker/metadata-action works as it is; several references to one repository are one run. " +
            "A repository may be a pattern: `host/team/*`, or `host/**` for all of the registry's catalog, each pruned by itself. " +
            "With `apply` and `restore`: the only repositories that the plan, or the journal, may be for; required there if a password is given.",
    },
    {
        name: "if-missing",
        type: "choice",
        choices: missing .Z,
        default: missing .Z[0],
        commands: ["prune"],
        help: "What to do where there is nothing to prune: `image` is empty, as the output of docker/metadata-action is where nothing was pushed, or the registry does not know a repository. " +
            "`warn`: the run says so each time, with the nearest name that is there, in the output `missing` too, and is green. `fail`: it fails. " +
            "Other repositories are pruned all the same. On GitHub's registry an unknown package is always an error, for it may be one that the token may not see.",
    },
    {
        name: "shards",
        type: "count",
        default: "8",
        commands: ["repositories"],
        help: "The number of parallel jobs, from 1 to 256, that the repositories are divided among, so that each has about as many tags to look at. " +
            "There are no more than there are repositories.",
    },
    {
        name: "registry",
        type: "text",
        otherwise: "required for `reclaim`",
        commands: ["reclaim"],
        help: "The registry whose disk gets its space back, as `[http://|https://]host[:port]`. Its storage is swept only while `gc-container` " +
            "is stopped, or while the registry says that it is read-only.",
    },
    {
        name: "username",
        type: "text",
        otherwise: "Docker's configuration",
        commands: commands ._Y,
        help: "User name for the registry. Without it and `password`, those are used that docker, crane or podman would find (`~/.docker/config.json`, which docker/login-action writes; " +
            "`DOCKER_CONFIG`, `DOCKER_AUTH_CONFIG`, `REGISTRY_AUTH_FILE`, podman's `auth.json`), else none. It is an error where the images are on several hosts.",
    },
    {
        name: "password",
        type: "text",
        otherwise: "Docker's configuration",
        commands: commands ._Y,
        help: "Password or access token that goes with `username`. It is masked in the log, and sent to the registry and its token server alone.",
    },
    {
        name: "plain-http",
        type: "list",
        otherwise: "none",
        commands: commands ._Y,
        help: "Hosts, with their ports, that speak plain HTTP, one a line, such as `192.168.1.121:5000` (Docker's `insecure-registries`). " +
            "Loopback hosts do anyway.",
    },
    {
        name: "token-servers",
        type: "list",
        otherwise: "none",
        commands: commands ._Y,
        help: "Token servers, as `host[:port]`, one a line, to which a registry may send for a token although they are at an address of this machine alone " +
            "(loopback, link-local) and the registry is not. Others there are not asked.",
    },
    ...TLS_SETTINGS,
    ...GITHUB_SETTINGS,
    ...POLICY_SETTINGS,
    {
        name: "dry-run",
        type: "boolean",
        default: "false",
        commands: ["prune", "apply", "restore", "reclaim"],
        help: "`true`: decide and report, and change nothing. A prune sends only GET and HEAD, and asks for no right but to pull; " +
            "`apply` says what of the plan still stands, `restore` what can still be put back; `reclaim` stops nothing, and lists what it would remove.",
    },
    {
        name: "allow-empty",
        type: "boolean",
        default: "false",
        commands: ["prune", "apply", "explain", "try"],
        help: "`true`: a repository may end without a tag.",
    },
    {
        name: "orphans",
        type: "choice",
        choices: policy .dv,
        default: "report",
        commands: ["prune", "explain"],
        help: "What to do with signatures and attachments (`sha256-….sig`, `.att`, `.sbom` and the like) whose image is gone. `delete` deletes them. " +
            "Those of an image that goes always go with it, and those of one that stays always stay.",
    },
    {
        name: "dangling",
        type: "choice",
        choices: policy .dv,
        default: "report",
        commands: ["prune", "explain"],
        help: "What to do with tags that the registry lists and can't resolve, as a full disk leaves them. `delete` deletes them, " +
            "where the registry can delete a tag without its image, or `untag` is `overwrite`. They never count as one of the images that `keep` keeps. " +
            "So it is with tags whose index is there and nothing that it lists, as `garbage-collect --delete-untagged` on registry 2.x leaves multi-arch images; " +
            "`delete` deletes these on any registry.",
    },
    {
        name: "untag",
        type: "choice",
        choices: policy .ZZ,
        default: "auto",
        commands: ["prune", "apply", "explain"],
        help: "How to delete a tag whose image has another tag, which is kept. `auto`: by the registry's own way, which Distribution 3 has; on 2.8, which has none, the tag stays. " +
            "With that way, and where many images go, their tags are deleted first and then the images, which is many times as fast. " +
            "`never`: only images are deleted, by their digests, so that a tag which somebody pushes again in that moment can't be lost with them. " +
            "`overwrite`: where the registry has no way of its own, the tag is pointed at an empty index, and that is deleted. It writes to the registry, so it needs the right to push, and room on its disk.",
    },
    ...PLAN_SETTINGS,
    ...DISK_SETTINGS,
    {
        name: "concurrency",
        type: "text",
        default: "auto",
        commands: commands ._Y,
        help: "Most requests at once to one host, from 1 to 64; `auto` is 64. Their number adapts to the registry: it begins with 8, rises while that gets more done, " +
            "falls where fewer requests get as much done or the registry gets slow, and is halved when it answers 429 or 503, or breaks a connection.",
    },
];


/***/ }),

/***/ 5962:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    A5: () => (  defaultGroupBy),
    DB: () => (  parseSize),
    E9: () => (  parseDuration),
    SK: () => (  SIZE),
    eh: () => (  parseGroupBy),
    ft: () => (  DURATION)
  });
  var bytes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5559);
  var parse_duration__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(895);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
  var _core_names_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1404);




const UNITS = "s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?";
const SIZE = String.raw `^\d+(?:\.\d+)? ?(?:[KMGTPkmgtp][Ii]?)?[Bb]$`;
const DURATION = durationOf(UNITS);
function durationOf(units) {
    return String.raw `^(?:\d+(?:\.\d+)? ?(?:${units})(?:,? (?:and )?|$|(?=\d)))+$`;
}
function parseSize(text) {
    const size = new RegExp(SIZE).test(text) ? bytes__WEBPACK_IMPORTED_MODULE_0__.parse(text.replace(/ib$/i, "B")) : null;
    if (size !== null)
        return size;
    throw wrong(text, "is not a size; write a number and its unit, such as 500MB or 1GB");
}
function parseDuration(text, minutes = "min") {
    if (minutes === "min" && /\d ?m\b/.test(text)) {
        throw wrong(text, "could be minutes or months; write min or months");
    }
    const isWritten = new RegExp(minutes === "m" ? durationOf(`m|${UNITS}`) : DURATION).test(text);
    const duration = isWritten ? (0,parse_duration__WEBPACK_IMPORTED_MODULE_3__  .A)(text.replace(/,|\band\b/g, " ")) : null;
    if (duration !== null && duration > 0 && Number.isFinite(duration))
        return duration;
    throw wrong(text, `is not a time; write a number and its unit, such as 30${minutes}, 24h or 7d`);
}
function parseGroupBy(words) {
    const keys = words.filter((word) => word !== "none");
    const unknown = keys.find((word) => !_core_names_group_js__WEBPACK_IMPORTED_MODULE_2__  .l4.some((key) => key === word));
    if (unknown !== undefined) {
        throw wrong(unknown, "is not channel, suffix, major, minor, patch or none");
    }
    if (keys.length > 0 && keys.length < words.length) {
        throw wrong(words.join(", "), "has none and something else; write none alone, or leave it out");
    }
    return _core_names_group_js__WEBPACK_IMPORTED_MODULE_2__  .l4.filter((key) => keys.includes(key));
}
function defaultGroupBy(sort) {
    return sort === "semver" || sort === "prerelease" ? ["channel"] : [];
}
function wrong(text, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__  .Jl(`"${text}" ${why}`, "Correct it.", { plain: `it ${why}` });
}


/***/ })

};
