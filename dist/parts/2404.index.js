export const id = 2404;
export const ids = [2404];
export const modules = {

/***/ 23:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  executePlan: () => (  executePlan)
});

var bytes = __webpack_require__(7730);
var errors = __webpack_require__(6846);
var plan_tags = __webpack_require__(920);
; 

function unprovenOf(plan, { deletions, ...answers }) {
    const [gone, tried] = [new Set(), new Set()];
    for (const outcome of deletions) {
        for (const tag of triedTags(outcome)) {
            if (answers.moved.has(tag))
                continue;
            tried.add(tag);
            if (isSaidGone(tag, outcome, answers))
                gone.add(tag);
        }
    }
    const going = (0,plan_tags .sb)(plan);
    return {
        deleted: going.filter((tag) => gone.has(tag)),
        unproven: going.filter((tag) => tried.has(tag)),
    };
}
function triedTags(outcome) {
    const { kind, deletion, untagged = [] } = outcome;
    const isUndone = kind === "spared" || (kind === "failed" && outcome.isUndone === true);
    return isUndone ? untagged : deletion.tags;
}
function isSaidGone(tag, { kind, untagged = [] }, { unanswered }) {
    return kind === "deleted" || kind === "gone" || (untagged.includes(tag) && !unanswered.has(tag));
}

var port_registry = __webpack_require__(252);
var external_node_crypto_ = __webpack_require__(7598);
var untag_mark = __webpack_require__(4892);
var content_digest = __webpack_require__(5664);
; 





async function overwriteTag({ registry, writer, repository, terms }, { tag, at }) {
    const pointsAt = () => registry.resolveTag(repository, tag);
    const write = async (format) => {
        const { digest, ...index } = emptyIndex(format);
        try {
            await writer.putManifest(repository, tag, { ...index, terms });
        }
        catch (error) {
            if (isNotTaken(error) && format === "oci" && (await pointsAt()) === at)
                return write("docker");
            if (!(error instanceof errors .Pc) || (await pointsAt()) !== digest)
                throw error;
        }
        return digest;
    };
    const digest = await write("oci");
    const kind = await registry.deleteManifest(repository, digest).catch((error) => {
        throw leftBehind(repository, tag, (0,errors .Di)(error, "the deletion"));
    });
    if (kind === "gone" && (await pointsAt()) !== undefined)
        throw notWritten(repository, tag);
    return kind;
}
function leftBehind(repository, tag, error) {
    return new errors .Pc(`${repository}:${tag} was pointed at an empty index, which then could not be deleted: ${error.message}`, `The image that it shared is whole. The next run deletes the tag. ${error.nextStep}`, { cause: error });
}
function notWritten(repository, tag) {
    return new errors .Pc(`${repository}:${tag} was to be pointed at an empty index, which the registry does not know; the tag is still there`, "Look at what stands in front of the registry.");
}
function isNotTaken(error) {
    return error instanceof port_registry .g && error.kind === "not-taken";
}
function emptyIndex(format) {
    const { mediaType, text } = (0,untag_mark .BX)((0,external_node_crypto_.randomUUID)(), format);
    const body = Buffer.from(text);
    const digest = (0,content_digest .e)("sha256", body);
    if (digest === undefined)
        throw new TypeError("a SHA-256 is a digest");
    return { mediaType, body, digest };
}

; 



function spareReason(deletion, look, parents) {
    const { tags, digest } = deletion;
    const hasMoved = (tag) => {
        const now = look.tags.get(tag);
        const isLost = now === undefined && deletion.kind === "manifest";
        return look.tags.has(tag) && now !== digest && !isLost;
    };
    const areMoved = tags.length > 0 && tags.every(hasMoved);
    const own = deletion.kind === "manifest" ? manifestReason(deletion, look) : undefined;
    const parent = deletion.parents.find((one) => !hasGone(parents.get(one)));
    if (own !== undefined)
        return own;
    if (parent !== undefined)
        return { kind: "parent-stays", parent };
    if (areMoved)
        return { kind: "tags-moved" };
    const isLast = deletion.kind === "tag" && digest !== undefined && !look.mayLoseTags.has(digest);
    return isLast ? { kind: "last-tag" } : undefined;
}
function movedTags({ tags, digest }, look) {
    return tags.filter((tag) => {
        const now = look.tags.get(tag);
        return now !== undefined && now !== digest;
    });
}
function manifestReason({ digest, orphanOf }, look) {
    const by = look.needed.get(digest);
    if (by !== undefined)
        return { kind: "now-needed-by", by };
    const back = orphanOf.find((subject) => look.back.has(subject));
    return back === undefined ? undefined : { kind: "subject-is-back", subject: back };
}
function hasGone(outcome) {
    return outcome?.kind === "deleted" || outcome?.kind === "gone";
}
async function applyDeletion(options, deletion) {
    const { registry, repository, terms } = options;
    try {
        if (deletion.kind === "manifest") {
            return { kind: await registry.deleteManifest(repository, deletion.digest, terms), deletion };
        }
        const kind = await deleteTag(options, deletion);
        return kind === "moved"
            ? { kind: "spared", deletion, reason: { kind: "tags-moved" } }
            : { kind, deletion };
    }
    catch (error) {
        const kind = error instanceof port_registry .g ? error.kind : undefined;
        const failed = failedBy(deletion, error);
        const isOneStep = deletion.kind === "manifest" || deletion.by === "delete";
        return kind !== undefined && UNDONE.has(kind) && isOneStep ? { ...failed, isUndone: true } : failed;
    }
}
const UNDONE = new Set([
    "deletes-off",
    "failed-at",
    "forbidden",
    "has-tags",
    "not-deletable",
    "read-only",
    "still-there",
    "unauthorized",
]);
function failedBy(deletion, error) {
    return { kind: "failed", deletion, error: (0,errors .Di)(error, "the deletion") };
}
async function deleteTag({ registry, writer, repository, proveRoom, terms }, { tags: [tag], digest, by }) {
    if (by === "overwrite") {
        if (writer === undefined) {
            throw new TypeError(`${repository}:${tag} is to be written over without the right to`);
        }
        await proveRoom(writer);
    }
    const now = await registry.resolveTag(repository, tag);
    if (now !== digest)
        return now === undefined ? "gone" : "moved";
    return writer !== undefined && by === "overwrite"
        ? overwriteTag({ registry, writer, repository, terms }, { tag, at: digest })
        : registry.deleteTag(repository, tag, { ...terms, at: digest });
}

; 
const BASE_COST = 100;
function workload(deletions, { tags, untagged, scansTags }) {
    const until = new Float64Array(deletions.length + 1);
    let left = tags;
    deletions.forEach((deletion, index) => {
        left -= deletion.tags.filter((tag) => !untagged.has(tag)).length;
        const work = scansTags && deletion.kind === "manifest" ? left + BASE_COST : BASE_COST;
        until[index + 1] = (until[index] ?? 0) + work;
    });
    const whole = until[deletions.length] ?? 0;
    return (done) => (whole === 0 ? 1 : (until[Math.min(done, deletions.length)] ?? whole) / whole);
}

var plan_outcome = __webpack_require__(1395);
var p_limit = __webpack_require__(8630);
; 

async function forEachConcurrently(items, work, atOnce) {
    const limit = (0,p_limit .A)(atOnce());
    const each = async (item) => {
        try {
            await work(item);
            limit.concurrency = atOnce();
        }
        catch (error) {
            limit.clearQueue();
            throw error;
        }
    };
    await Promise.all(items.map((item) => limit(each, item)));
}
async function whenBoth(first, second) {
    await Promise.allSettled([first, second]);
    await second;
    return first;
}

var circuit_breaker = __webpack_require__(2168);
; 




const MOST_SENT = 4;
function withUntagged(outcome, { untagged }) {
    const { kind, deletion } = outcome;
    const { tags } = deletion;
    const lost = tags.every((tag) => untagged.has(tag)) ? tags : tags.filter((tag) => untagged.has(tag));
    if (lost.length === 0)
        return outcome;
    return kind === "deleted" || kind === "gone"
        ? { kind, deletion, untagged: lost }
        : { ...outcome, untagged: lost };
}
function record(outcome, recorder, { parents: outcomes }) {
    const { deletion } = outcome;
    const parents = deletion.kind === "manifest" ? deletion.parents : [];
    const mayBeLost = parents.some((parent) => (outcomes.get(parent)?.kind ?? "spared") !== "spared");
    if (outcome.kind !== "spared" || !(mayBeLost || (0,plan_outcome .H)(outcome)))
        recorder.outcome(outcome);
}
async function applyBatch(options, { batch, look, progress, deleting, freshUntil }) {
    const running = new Map();
    const state = { isPaused: false, failures: { inARow: 0 }, end: undefined };
    const terms = { until: freshUntil, stop: options.stop };
    const apply = async (deletion) => {
        const before = [...deletion.parents, ...(deletion.kind === "manifest" ? deletion.after : [])];
        await Promise.all(before.flatMap((digest) => running.get(digest) ?? []));
        const isLate = performance.now() > freshUntil;
        if (isLate || isOver(state, options))
            return;
        for (const tag of movedTags(deletion, look))
            progress.moved.add(tag);
        const reason = spareReason(deletion, look, progress.parents);
        const outcome = await carryOut(deletion, reason, { ...options, deleting: { ...deleting, terms } });
        if (outcome.kind === "again") {
            state.isPaused = true;
            progress.outdated.set(deletion, { times: 1, error: outcome.error });
            return;
        }
        if (isLeft(outcome, { state, progress, repository: options.plan.repository }))
            return;
        const whole = withUntagged(outcome, progress);
        enter(whole, progress);
        record(whole, options.recorder, progress);
        options.say({ kind: "deletion", outcome: whole });
        options.advance();
    };
    const start = (deletion) => {
        const done = apply(deletion);
        if (deletion.kind === "manifest")
            running.set(deletion.digest, done);
        return done;
    };
    const { care, sideBySide, tagsOfDeleted } = options;
    const isOneByOne = () => care !== undefined || !sideBySide.isAllowed || !tagsOfDeleted.isSeen;
    const atOnce = () => (isOneByOne() ? 1 : deleting.registry.deletionsAtOnce());
    await forEachConcurrently(batch, start, atOnce);
    if (state.end !== undefined)
        throw state.end;
}
function isLeft(outcome, batch) {
    const { state, progress, repository } = batch;
    const error = outcome.kind === "failed" ? outcome.error : undefined;
    const kind = (0,circuit_breaker .lU)(error);
    const isToBeSeenAgain = kind === "outdated" && waits(outcome.deletion, error, progress);
    state.isPaused ||= kind === "paused" || isToBeSeenAgain;
    if (isToBeSeenAgain)
        return true;
    state.end ??= (0,circuit_breaker .Pj)(error, state.failures, repository);
    return kind === "paused" || kind === "rate-limited";
}
function waits(deletion, error, { outdated }) {
    if (error === undefined)
        return false;
    const times = (outdated.get(deletion)?.times ?? 0) + 1;
    outdated.set(deletion, { times, error });
    return times < MOST_SENT;
}
async function carryOut(deletion, reason, options) {
    if (reason !== undefined)
        return { kind: "spared", deletion, reason };
    const { deleting, care, sideBySide, tagsOfDeleted } = options;
    const { terms } = deleting;
    const send = () => applyDeletion(deleting, deletion);
    return sideBySide.apply(deletion, () => tagsOfDeleted.apply({
        deletion,
        terms,
        send: care === undefined ? send : () => care.apply(deletion, send),
    }));
}
function isOver({ end, isPaused }, { stop, endsAt }) {
    return end !== undefined || isPaused || stop?.aborted === true || performance.now() >= endsAt;
}
function enter(outcome, { outcomes, parents }) {
    const { deletion } = outcome;
    outcomes.set(deletion, outcome);
    if (deletion.kind === "manifest" && parents.has(deletion.digest))
        parents.set(deletion.digest, outcome);
}

var graph = __webpack_require__(7293);
var image_hollow = __webpack_require__(5082);
var version = __webpack_require__(8420);
var p_map = __webpack_require__(1773);
var observe = __webpack_require__(3440);
; 



const MOST_BESIDE = 1000;
const FRESH_MS = 2000;
async function listAndAsk({ registry, repository, concurrency }, expected, ask) {
    const answers = new Map();
    const isFew = registry.readsBesideList && expected.length <= MOST_BESIDE;
    const failing = new AbortController();
    let listedAt = Infinity;
    const listing = registry.listTags(repository).then((tags) => {
        listedAt = performance.now();
        return tags;
    }, (error) => {
        failing.abort();
        throw error;
    });
    const note = async (tag) => {
        const askedAt = performance.now();
        const found = await ask(tag);
        if (found !== undefined)
            answers.set(tag, { found, askedAt });
    };
    const asking = (0,p_map .Ay)(isFew ? expected : [], note, { concurrency, signal: failing.signal });
    await whenBoth(asking, listing);
    const listed = (await listing) ?? [];
    const since = listedAt - FRESH_MS;
    const fresh = [...answers].filter(([, { askedAt }]) => askedAt >= since);
    return { listed, found: new Map(fresh.map(([tag, { found }]) => [tag, found])) };
}
async function resolveTags(options, tags, { manifests, resolved }) {
    const { registry, repository, concurrency } = options;
    const resolve = (tag) => resolved.get(tag) ?? registry.resolveTag(repository, tag);
    const digests = await (0,p_map .Ay)(tags, resolve, { concurrency });
    const isKnown = (digest) => digest === undefined || manifests.has(digest);
    const news = await (0,observe .g$)(options, tags.filter((_, index) => !isKnown(digests[index])), manifests);
    const read = new Map(news.map((state) => [state.tag, state]));
    return tags.map((tag, index) => read.get(tag) ?? (0,observe .L4)(tag, digests[index]));
}

; 






function addStrays(strays, look, { tags }) {
    const enter = (tag, now) => {
        const before = strays.get(tag) ?? [];
        if (before.at(-1) !== now)
            strays.set(tag, [...before, now]);
    };
    let known = 0;
    for (const { tag, digest } of tags) {
        if (look.tags.has(tag))
            known += 1;
        const now = look.tags.get(tag);
        if (now !== undefined && (now !== digest || strays.has(tag)))
            enter(tag, now);
    }
    if (known === look.tags.size)
        return;
    const before = new Set(tags.map(({ tag }) => tag));
    for (const [tag, now] of look.tags)
        if (now !== undefined && !before.has(tag))
            enter(tag, now);
}
async function lookAgain(options, batch, { isPending, isTried }) {
    const { registry, repository, manifests, snapshot } = options;
    const inBatch = plannedTags(batch);
    const isRead = (tag) => inBatch.has(tag) || !isPending(tag);
    const expected = snapshot.tags.flatMap(({ tag, digest }) => digest !== undefined && isRead(tag) && !isTried(tag) ? [tag] : []);
    const resolve = (tag) => registry.resolveTag(repository, tag);
    const { listed, found: resolved } = await listAndAsk(options, expected, resolve);
    const states = await resolveTags(options, listed.filter(isRead), { manifests, resolved });
    const untagged = (await registry.listUntagged(repository)) ?? new Map();
    const appeared = [...untagged]
        .filter(([digest, changed]) => isNews(digest, changed, snapshot))
        .map(([digest]) => digest);
    const missing = new Set();
    await (0,observe .ue)(options, [...appeared, ...manifests.wanted()], { manifests, missing });
    const lacking = batch.flatMap((deletion) => (deletion.kind === "manifest" ? deletion.orphanOf : []));
    const back = new Map();
    await (0,observe .ue)(options, lacking, { manifests: back, missing: new Set() });
    const stays = states.filter(({ tag, digest }) => !inBatch.has(tag) || inBatch.get(tag) !== digest);
    const isHollowNow = (digest) => (0,image_hollow .a)(digest, { manifests, missing }) || (0,untag_mark .bJ)(manifests.get(digest));
    const needed = (0,graph .Xl)([...stays.flatMap(rootsOf), ...appeared.map((digest) => [digest, digest])], manifests);
    return {
        tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
        needed,
        mayLoseTags: snapshot.untags === "shared" ? (0,graph .nw)(stays) : needed,
        hollow: new Set(states.flatMap(({ digest }) => digest ?? []).filter(isHollowNow)),
        back: new Set(back.keys()),
    };
}
function isNews(digest, changed, { manifests, untagged }) {
    return !manifests.has(digest) || changed > (untagged?.get(digest) ?? Infinity);
}
function rootsOf({ tag, digest }) {
    return [digest, (0,version .et)(tag)].flatMap((root) => (root === undefined ? [] : [[root, tag]]));
}
function plannedTags(deletions) {
    return new Map(deletions.flatMap(({ tags, digest }) => tags.map((tag) => [tag, digest])));
}

var foresee_care = __webpack_require__(3133);
; 

async function careFor(options, progress) {
    const { plan, snapshot, registry, repository } = options;
    if (!(0,foresee_care .E)({ plan, snapshot }))
        return undefined;
    if (!(await registry.mayTakeLongerTags(repository)))
        return undefined;
    options.say({ kind: "careful" });
    const [{ orderWithCare }, { Care }] = await Promise.all([
        __webpack_require__.e(/* import() */ 2790).then(__webpack_require__.bind(__webpack_require__, 409)),
        __webpack_require__.e(/* import() */ 8935).then(__webpack_require__.bind(__webpack_require__, 8935)),
    ]);
    const listed = snapshot.tags.map(({ tag }) => tag);
    return new Care(options, progress, orderWithCare(plan.deletions, listed));
}

; 

class ManifestsSince {
    #before;
    #since = new Map();
    #lacking;
    constructor(before) {
        this.#before = before;
        this.#lacking = (0,graph .vs)(before).filter((digest) => !before.has(digest));
    }
    get(digest) {
        return this.#before.get(digest) ?? this.#since.get(digest);
    }
    has(digest) {
        return this.#before.has(digest) || this.#since.has(digest);
    }
    set(digest, manifest) {
        this.#since.set(digest, manifest);
    }
    wanted() {
        return [...this.#lacking, ...(0,graph .vs)(this.#since)].filter((digest) => !this.has(digest));
    }
}

var grouped = __webpack_require__(6011);
; 

class Pending {
    #all;
    #taken = 0;
    #again = [];
    #tags = new Set();
    #members;
    constructor({ deletions }) {
        this.#all = deletions;
        for (const { tags } of deletions)
            for (const tag of tags)
                this.#tags.add(tag);
        this.#members = (0,grouped .z)(deletions.flatMap((each) => each.kind === "manifest" ? each.parents.map((parent) => [parent, each]) : []));
    }
    get count() {
        return this.#again.length + this.#all.length - this.#taken;
    }
    first(count) {
        const news = this.#all.slice(this.#taken, this.#taken + Math.max(0, count - this.#again.length));
        return [...this.#again.slice(0, count), ...news];
    }
    settle(count, isDone) {
        const first = this.first(count);
        for (const deletion of first) {
            if (isDone(deletion))
                for (const tag of deletion.tags)
                    this.#tags.delete(tag);
        }
        this.#taken += first.length - Math.min(count, this.#again.length);
        this.#again = [...first.filter((deletion) => !isDone(deletion)), ...this.#again.slice(count)];
    }
    hasTag(tag) {
        return this.#tags.has(tag);
    }
    withMembers(deletions) {
        const all = new Set(deletions);
        for (const deletion of all) {
            if (deletion.kind !== "manifest")
                continue;
            for (const member of this.#members.get(deletion.digest) ?? [])
                all.add(member);
        }
        return all;
    }
}

var deletion_log = __webpack_require__(2913);
; 




function refuseEmpty({ allowEmpty, plan, goes, snapshot }, { tags, hollow }) {
    if (allowEmpty)
        return;
    const stays = [...tags].some(([tag, digest]) => digest !== undefined && !hollow.has(digest) && !goes.has(tag) && (0,version .et)(tag) === undefined);
    const isNone = (digest) => (0,image_hollow .a)(digest, snapshot) || (0,untag_mark .bJ)(snapshot.manifests.get(digest));
    const takesAnImage = plan.deletions.some(({ digest, tags: gone }) => digest !== undefined && gone.length > 0 && !isNone(digest));
    if (stays || !takesAnImage)
        return;
    throw new errors .jA(`${plan.repository} would be left without a tag: what was to stay is gone by now`, "Somebody else deletes in this repository too. See who, and run again.");
}

; 


const KEPT_BY = new Set([
    "unauthorized",
    "forbidden",
    "still-there",
    "paused",
]);
async function untagOne({ registry, repository, terms }, { tag, at }, { untagged, unanswered }) {
    try {
        const now = await registry.resolveTag(repository, tag);
        if (!at.includes(now))
            return undefined;
        untagged.add(tag);
        unanswered.add(tag);
        await registry.deleteTag(repository, tag, { ...terms, at: now });
        unanswered.delete(tag);
        return undefined;
    }
    catch (thrown) {
        const error = (0,errors .Di)(thrown, "the deletion");
        if (KEPT_BY.has(error instanceof port_registry .g ? error.kind : undefined))
            untagged.delete(tag);
        return error;
    }
}

; 







const BATCH = 500;
async function paysToUntag(options) {
    const { registry, repository, plan, snapshot, untag, limits } = options;
    const victims = plan.deletions.filter(standsAlone).length;
    if (untag === "never" || !registry.scansTags || victims < limits.untagFrom)
        return false;
    return (snapshot.untags ?? (await registry.untags(repository))) === "yes";
}
function standsAlone(deletion) {
    return (deletion.kind === "manifest" &&
        deletion.tags.length > 0 &&
        deletion.parents.length === 0 &&
        deletion.orphanOf.length === 0);
}
async function untagFirst(options, progress) {
    const { plan, stop, endsAt, recorder, say } = options;
    const victims = plan.deletions.filter((deletion) => standsAlone(deletion) && !progress.outcomes.has(deletion));
    const now = performance.now();
    const isOver = () => stop?.aborted === true || performance.now() >= now + (endsAt - now) / 2;
    const failures = { inARow: 0 };
    let done = 0;
    const advance = () => {
        done += 1;
        const { length: total } = victims;
        say({ kind: "advanced", advance: { what: "untagging", done, total, share: done / total } });
    };
    for (let start = 0; start < victims.length && !isOver(); start += BATCH) {
        const batch = victims.slice(start, start + BATCH);
        const writing = (0,deletion_log ._)(recorder, batch, progress.written);
        await whenBoth(refuseEmptyNow(options), writing);
        await untagBatch({ ...options, failures, isOver, advance }, batch, progress);
    }
}
async function refuseEmptyNow(options) {
    const { registry, repository, goes, snapshot } = options;
    const hollow = new Set();
    const listed = (await registry.listTags(repository)) ?? [];
    const found = new Map();
    for (const tag of listed) {
        if (goes.has(tag) || (0,version .et)(tag) !== undefined)
            continue;
        const read = await registry.readManifest(repository, tag);
        found.set(tag, read?.digest);
        if (read === undefined)
            continue;
        if (!(0,image_hollow .a)(read.digest, snapshot))
            break;
        hollow.add(read.digest);
    }
    refuseEmpty(options, { tags: found, hollow });
}
async function untagBatch(options, batch, progress) {
    const { registry, repository, plan, limits, stop, failures, isOver, advance } = options;
    let end;
    const untag = async ({ digest, tags }) => {
        for (const tag of tags) {
            if (isOver() || end !== undefined)
                return;
            const terms = { until: performance.now() + limits.freshFor, stop };
            const error = await untagOne({ registry, repository, terms }, { tag, at: [digest] }, progress);
            end ??= (0,circuit_breaker .Pj)(error, failures, plan.repository);
        }
        advance();
    };
    await forEachConcurrently(batch, untag, () => registry.deletionsAtOnce());
    if (end !== undefined)
        throw end;
}

; 


async function goesWhole(options, { pending, progress, next }) {
    while (pending.count > 0) {
        const before = progress.outcomes.size;
        await next();
        const last = [...progress.outcomes.values()].at(-1);
        if (last === undefined || progress.outcomes.size === before || last.kind === "failed")
            return false;
        if (last.kind === "deleted" && standsAlone(last.deletion))
            return isGone(options, last, progress);
    }
    return false;
}
async function isGone(options, { deletion }, progress) {
    const { registry, repository, limits, stop } = options;
    const { digest, tags } = deletion;
    if (digest === undefined || (await registry.readManifest(repository, digest)) !== undefined)
        return false;
    for (const tag of tags) {
        const terms = { until: performance.now() + limits.freshFor, stop };
        const error = await untagOne({ registry, repository, terms }, { tag, at: [digest] }, progress);
        if (error !== undefined)
            throw error;
    }
    return true;
}

var promises_ = __webpack_require__(8500);
; 

const PAUSES = [250, 500, 1000, 2000, 4000];
async function waitForLate(look, stop) {
    for (const pause of PAUSES) {
        if (stop?.aborted === true)
            return;
        await (0,promises_.setTimeout)(pause, undefined, { signal: stop }).catch(() => undefined);
        const left = await look();
        if (left === undefined || left === 0)
            return;
    }
}

; 

class LateTags {
    #options;
    #done;
    #given = new Set();
    constructor(options, done) {
        this.#options = options;
        this.#done = done;
    }
    async lookPast(look) {
        let seen = await look();
        if (this.#lateIn(seen).length === 0)
            return seen;
        await waitForLate(async () => {
            seen = await look();
            return this.#lateIn(seen).length;
        }, this.#options.stop);
        for (const tag of this.#lateIn(seen))
            this.#given.add(tag);
        return seen;
    }
    #lateIn({ tags }) {
        return [...tags].flatMap(([tag, now]) => now !== undefined && this.#done.isTried(tag) && !this.#given.has(tag) && this.#wasDeletedFrom(tag, now)
            ? [tag]
            : []);
    }
    #wasDeletedFrom(tag, now) {
        const { untagged, unanswered, outcomes } = this.#done.progress;
        if (untagged.has(tag) && !unanswered.has(tag)) {
            return this.#options.snapshot.tags.some((each) => each.tag === tag && each.digest === now);
        }
        return [...outcomes.values()].some(({ kind, deletion }) => kind === "deleted" && deletion.digest === now && deletion.tags.some((each) => each === tag));
    }
}

; 

class SideBySide {
    #options;
    #running = new Set();
    #failed = new Map();
    #isAllowed;
    constructor(options, isAllowed) {
        this.#options = options;
        this.#isAllowed = isAllowed;
    }
    static async for(options, deletions) {
        const { registry, repository } = options;
        return new SideBySide(options, deletions < 2 || !(await registry.failsSideBySide(repository)));
    }
    get isAllowed() {
        return this.#isAllowed;
    }
    async apply(deletion, send) {
        const own = { hasNeighbour: this.#running.size > 0 };
        for (const other of this.#running)
            other.hasNeighbour = true;
        this.#running.add(own);
        const outcome = await send().finally(() => this.#running.delete(own));
        const before = this.#failed.get(deletion);
        if (before !== undefined)
            return this.#afterSecond(outcome, before);
        if (!own.hasNeighbour || outcome.kind !== "failed" || !isFault(outcome.error))
            return outcome;
        this.#isAllowed = false;
        this.#failed.set(deletion, outcome.error);
        return { kind: "again", error: outcome.error };
    }
    async #afterSecond(outcome, before) {
        const { kind, deletion } = outcome;
        if (kind !== "gone")
            return outcome;
        const { registry, repository } = this.#options;
        const listed = new Set(await registry.listTags(repository));
        for (const tag of deletion.tags) {
            const isLeft = listed.has(tag) && (await registry.resolveTag(repository, tag)) === undefined;
            if (isLeft)
                return { kind: "failed", deletion, error: before };
        }
        return { kind: "deleted", deletion };
    }
}
function isFault(error) {
    return error instanceof port_registry .g && (error.kind === "failed-at" || error.kind === "half-done");
}

; 



class TagsOfDeleted {
    #options;
    #fate;
    constructor(options, fate) {
        this.#options = options;
        this.#fate = fate;
    }
    static async for(options) {
        const { registry, repository, snapshot } = options;
        if (registry.tagsOfDeleted() === "go")
            return new TagsOfDeleted(options, "go");
        const untags = snapshot.untags ?? (await registry.untags(repository));
        return new TagsOfDeleted(options, untags === "yes" ? "unseen" : "go");
    }
    get isSeen() {
        return this.#fate !== "unseen";
    }
    async apply(sending) {
        const { deletion, send } = sending;
        if (deletion.kind === "tag" || deletion.tags.length === 0)
            return send();
        if (this.#fate === "stay")
            return this.#sendAfterTags(deletion, sending);
        const outcome = await send();
        if (outcome.kind === "failed") {
            return hasTags(outcome.error) ? this.#sendAfterTags(deletion, sending) : outcome;
        }
        return this.#fate === "go" || outcome.kind === "spared" ? outcome : this.#see(deletion, sending, outcome);
    }
    async #sendAfterTags(deletion, { send, terms }) {
        this.#fate = "stay";
        const error = await this.#untagAll(deletion, terms, [deletion.digest]);
        return error === undefined ? send() : { kind: "failed", deletion, error };
    }
    async #see(deletion, { terms }, outcome) {
        try {
            const { registry, repository } = this.#options;
            const listed = new Set(await registry.listTags(repository));
            this.#fate = deletion.tags.some((tag) => listed.has(tag)) ? "stay" : "go";
        }
        catch (thrown) {
            if (!(thrown instanceof errors .Pc))
                throw thrown;
            return outcome;
        }
        if (this.#fate === "go")
            return outcome;
        const error = await this.#untagAll(deletion, terms, [deletion.digest, undefined]);
        return error === undefined ? outcome : { kind: "failed", deletion, error };
    }
    async #untagAll({ tags }, terms, at) {
        const { progress } = this.#options;
        for (const tag of tags) {
            if (progress.untagged.has(tag) && !progress.unanswered.has(tag))
                continue;
            const error = await untagOne({ ...this.#options, terms }, { tag, at }, progress);
            if (error !== undefined)
                return error;
        }
        return undefined;
    }
}
function hasTags(error) {
    return error instanceof port_registry .g && error.kind === "has-tags";
}

; 
















const MOST_OLD_LOOKS = 3;
const LIMITS = { deletions: 100, freshFor: 30_000, untagFrom: 200 };
async function applyPlan(options) {
    const { plan, recorder, registry, limits = LIMITS, endsAt = Infinity } = options;
    const progress = {
        outcomes: new Map(),
        parents: new Map(plan.deletions.flatMap(({ parents }) => parents.map((parent) => [parent, undefined]))),
        written: new Set(),
        untagged: new Set(),
        outdated: new Map(),
        unanswered: new Set(),
        moved: new Set(),
        strays: new Map(),
    };
    const goes = new Set(plan.deletions.flatMap(({ tags }) => tags));
    const applying = { ...options, limits, endsAt, goes };
    let stopped;
    let care;
    try {
        await registry.proveDeletes(options.repository);
        care = await careFor(applying, progress);
        const ways = await waysOf(applying, progress);
        await applyAll({ ...applying, ...ways, care }, new Pending(care ?? plan), progress);
    }
    catch (error) {
        stopped = (0,errors .Di)(error, "the run");
    }
    const reason = { kind: stopped === undefined ? "time-limit" : "stopped" };
    const deletions = plan.deletions.map((deletion) => {
        const outcome = progress.outcomes.get(deletion);
        if (outcome !== undefined)
            return outcome;
        const error = progress.outdated.get(deletion)?.error;
        if (error !== undefined)
            return withUntagged({ kind: "failed", deletion, error }, progress);
        const whole = withUntagged({ kind: "spared", deletion, reason }, progress);
        if (progress.written.has(deletion))
            record(whole, recorder, progress);
        return whole;
    });
    const { moved, unanswered, strays } = progress;
    const notes = care?.notes ?? [];
    return { deletions, moved, unanswered, strays, notes, ...(stopped === undefined ? {} : { stopped }) };
}
async function waysOf({ registry, repository, snapshot, plan }, progress) {
    return {
        tagsOfDeleted: await TagsOfDeleted.for({ registry, repository, snapshot, progress }),
        sideBySide: await SideBySide.for({ registry, repository }, plan.deletions.length),
    };
}
async function applyAll(options, pending, progress) {
    const { limits, endsAt, care } = options;
    if (care === undefined && (await paysToUntag(options))) {
        const first = batchesOf(options, pending, progress);
        const next = () => first.next(1);
        if (await goesWhole(options, { pending, progress, next }))
            await untagFirst(options, progress);
    }
    const batches = batchesOf(options, pending, progress);
    while (pending.count > 0 && performance.now() < endsAt)
        await batches.next(limits.deletions);
}
function batchesOf(options, pending, progress) {
    const { plan, limits, say, registry, writer, repository } = options;
    const manifests = new ManifestsSince(options.snapshot.manifests);
    const shareOf = workload(plan.deletions, {
        tags: options.snapshot.tags.length - progress.untagged.size,
        untagged: progress.untagged,
        scansTags: registry.scansTags,
    });
    const advance = () => {
        const { size: done } = progress.outcomes;
        const total = plan.deletions.length;
        say({ kind: "advanced", advance: { what: "deleting", done, total, share: shareOf(done) } });
    };
    const tags = tagsOfRun(options, pending, progress);
    const late = new LateTags(options, { progress, isTried: tags.isTried });
    let room;
    const proveRoom = (by) => (room ??= by.proveRoom(repository));
    const lookFresh = async (batch) => {
        for (let tries = 0; tries < MOST_OLD_LOOKS; tries += 1) {
            const looking = late.lookPast(() => lookAgain({ ...options, manifests }, batch, tags));
            const fresh = freshFor(looking, limits);
            const writing = (0,deletion_log ._)(options.recorder, pending.withMembers(batch), progress.written);
            const seen = await whenBoth(fresh, writing);
            if (performance.now() <= seen.freshUntil)
                return seen;
        }
        throw looksGetOld(plan.repository);
    };
    return {
        async next(count) {
            if (options.stop?.aborted === true)
                throw (0,circuit_breaker .lA)(plan.repository);
            const batch = pending.first(count);
            const { look, freshUntil } = await lookFresh(batch);
            say({ kind: "checked", tags: look.tags.size });
            addStrays(progress.strays, look, options.snapshot);
            refuseEmpty(options, look);
            await applyBatch({ ...options, advance }, { batch, look, progress, freshUntil, deleting: { registry, writer, repository, proveRoom } });
            pending.settle(batch.length, (deletion) => progress.outcomes.has(deletion));
        },
    };
}
async function freshFor(looking, limits) {
    const look = await looking;
    return { look, freshUntil: performance.now() + limits.freshFor };
}
function tagsOfRun({ goes }, pending, { untagged }) {
    return {
        isPending: (tag) => pending.hasTag(tag),
        isTried: (tag) => untagged.has(tag) || (goes.has(tag) && !pending.hasTag(tag)),
    };
}
function looksGetOld(repository) {
    return new errors .jA(`${repository}: what the run saw was too old each time before a deletion could be sent`, "Nothing is deleted by an old look. See why the disk of the journal is so slow, and run again: what is left then goes.");
}

var heap = __webpack_require__(7662);
; 


function* compareGone(gone, deleted, { manifests }) {
    const withImage = [];
    for (const each of gone) {
        const harm = harmOf(each, deleted, manifests);
        if (harm !== undefined)
            yield { harm };
        else
            withImage.push(each);
    }
    yield* compareWithImage(withImage, deleted);
}
function lastOf({ seen }) {
    const last = seen.at(-1);
    if (last === undefined)
        throw new TypeError("a tag that was never seen can't be gone");
    return last;
}
function harmOf(each, { removed, mayTakeTags }, manifests) {
    const { tag, seen } = each;
    const image = lastOf(each);
    if (manifests.has(image))
        return mayTakeTags ? { kind: "tag-lost", tag, image } : undefined;
    return seen.some((digest) => removed.has(digest)) ? { kind: "image-lost", tag, image } : undefined;
}
function* compareWithImage(gone, deleted) {
    const firm = deleted.mayTakeTags ? gone.filter(isFirm) : [];
    const ranked = firm.length === 0 ? new Set() : rankedIn(deleted);
    const taken = firm.filter((each) => wasMoved(each) || ranked.has(lastOf(each)));
    const tags = new Set(taken.map(({ tag }) => tag));
    const images = (0,graph .PG)(taken.map(lastOf), deleted.snapshot.manifests);
    for (const each of gone) {
        const { tag, verdict } = each;
        const subject = (0,version .et)(tag);
        const isTaken = tags.has(tag) || (subject !== undefined && images.has(subject));
        if (isTaken)
            yield { harm: { kind: "image-lost", tag, image: lastOf(each) } };
        else
            yield verdict === undefined ? {} : { note: { kind: "removed", tag } };
    }
}
function wasMoved({ seen }) {
    return seen.some((digest) => digest !== seen[0]);
}
const FIRM = new Set([
    "excluded",
    "latest",
    "no-rule",
    "not-a-prerelease",
    "not-a-version",
    "not-included",
    "protected",
]);
function isFirm({ tag, verdict }) {
    if (verdict?.kind !== "keep")
        return false;
    const { kind } = verdict.reason;
    return FIRM.has(kind) || (kind === "just-pushed" && (0,version .UF)(tag).kind === "other");
}
function rankedIn({ snapshot, plan }) {
    const ranked = plan.verdicts.filter((verdict) => (0,version .et)(verdict.tag) === undefined &&
        !(verdict.kind === "keep" && (FIRM.has(verdict.reason.kind) || verdict.reason.kind === "just-pushed")));
    return (0,graph .gl)(ranked.flatMap(({ digest }) => digest ?? []), snapshot.manifests);
}

; 




function expectedOf(snapshot, plan, { deletions, strays }) {
    const outcomes = new Map();
    for (const outcome of deletions)
        for (const tag of outcome.deletion.tags)
            outcomes.set(tag, outcome);
    return {
        snapshot,
        plan,
        outcomes,
        removed: new Set(deletions.flatMap(removedBy)),
        mayTakeTags: deletions.some(({ kind, deletion }) => deletion.kind === "manifest" && kind !== "spared"),
        strays,
    };
}
function removedBy({ kind, deletion }) {
    return deletion.kind === "manifest" && (kind === "deleted" || kind === "failed") ? [deletion.digest] : [];
}
function* compare(expected, state, isAsked) {
    const gone = [];
    for (const verdict of expected.plan.verdicts) {
        const { tag } = verdict;
        if (!isAsked(tag))
            continue;
        const seen = seenAt(verdict, expected);
        if (!state.now.has(tag) && seen.length > 0)
            gone.push({ tag, seen, verdict });
        else if (verdict.kind === "keep")
            yield compareKept(verdict, expected, state);
        else
            yield compareVictim(verdict, expected, state);
    }
    const news = newTags(expected, new Map([...expected.strays].map(([tag, seen]) => [tag, { tag, seen }])));
    for (const each of news)
        if (isAsked(each.tag) && !state.now.has(each.tag))
            gone.push(each);
    if (gone.length > 0)
        yield* compareGone(gone, expected, state);
    yield* compareNew(expected, state);
}
function seenAt({ kind, tag, digest }, { strays }) {
    const moved = strays.get(tag) ?? [];
    if (kind === "keep")
        return digest === undefined ? moved : [digest, ...moved];
    return moved.at(-1) === digest ? [] : moved;
}
function newTags({ snapshot }, tags) {
    const news = new Map(tags);
    for (const { tag } of snapshot.tags)
        news.delete(tag);
    return [...news.values()];
}
function compareKept({ tag, digest }, expected, state) {
    if (digest === undefined)
        return {};
    const now = state.now.get(tag);
    if (now === undefined)
        return {};
    if (isHalfUntagged(now, state))
        return { note: { kind: "half-untagged", tag } };
    const missing = now.digest === undefined ? digest : missingPart(now.digest, expected, state);
    if (missing !== undefined)
        return { harm: { kind: "part-missing", tag, missing } };
    return now.digest === undefined || now.digest === digest
        ? {}
        : { note: { kind: "moved", tag, to: now.digest } };
}
function isHalfUntagged({ digest }, { manifests }) {
    return digest !== undefined && (0,untag_mark .bJ)(manifests.get(digest));
}
function missingPart(digest, { snapshot, removed }, { manifests, missing }) {
    return [...(0,graph .PG)([digest], manifests)].find((part) => missing.has(part) && (snapshot.manifests.has(part) || removed.has(part)));
}
function compareVictim({ tag, digest }, expected, state) {
    const outcome = expected.outcomes.get(tag);
    const now = state.now.get(tag);
    const wasTried = outcome !== undefined && (outcome.kind !== "spared" || outcome.untagged?.includes(tag) === true);
    if (now === undefined)
        return wasTried ? { deleted: tag } : { note: { kind: "removed", tag } };
    if (now.digest === undefined)
        return { note: { kind: "dangling", tag } };
    if (now.digest === digest) {
        return hasGone(outcome) ? { note: { kind: "still-there", tag } } : {};
    }
    if (isHalfUntagged(now, state))
        return { note: { kind: "half-untagged", tag } };
    const missing = missingPart(now.digest, expected, state);
    return missing === undefined
        ? { note: { kind: "moved", tag, to: now.digest } }
        : { harm: { kind: "part-missing", tag, missing } };
}
function compareNew(expected, state) {
    const [anyRemoved] = expected.removed;
    return newTags(expected, state.now).flatMap(({ tag, digest }) => {
        const missing = digest === undefined ? anyRemoved : missingPart(digest, expected, state);
        return missing === undefined ? [] : [{ harm: { kind: "part-missing", tag, missing } }];
    });
}

; 



async function readState(options, asked) {
    const { plan, strays } = options;
    const { isAsked } = asked;
    const manifests = new Map();
    const missing = new Set();
    const { listed, states } = await listAndRead(options, asked, manifests);
    const now = new Map(states.map((state) => [state.tag, state]));
    const keeps = plan.verdicts.filter(({ kind }) => kind === "keep");
    const isLost = (tag) => isAsked(tag) && !now.has(tag);
    const lostImages = [
        ...keeps.flatMap(({ tag, digest }) => (isLost(tag) && digest !== undefined ? [digest] : [])),
        ...[...strays].flatMap(([tag, seen]) => (isLost(tag) ? seen : [])),
    ];
    await (0,observe .ue)(options, [...lostImages, ...(0,graph .vs)(manifests)], { manifests, missing });
    const names = new Set(listed);
    return { now, manifests, missing, kept: keeps.filter(({ tag }) => names.has(tag)).length };
}
async function listAndRead(options, { isAsked, expected }, manifests) {
    const { listed, found } = await listAndAsk(options, expected, (0,observe .rk)(options, expected.length));
    const asked = listed.filter(isAsked);
    const unread = asked.filter((tag) => !found.has(tag));
    const others = new Map((await (0,observe .g$)(options, unread, manifests)).map((state) => [state.tag, state]));
    const states = asked.map((tag) => {
        const read = found.get(tag);
        if (read === undefined)
            return others.get(tag) ?? { tag };
        manifests.set(read.digest, read.manifest);
        return { tag, digest: read.digest };
    });
    return { listed, states: await (0,observe .y1)(options, states) };
}

; 

function settleTimes(took) {
    return { pauses: [250, 500, 1000, 2000, Math.max(2250, 2 * took)], longest: 10 * 60_000 };
}
async function settle(first, look, { pauses, longest, stop }) {
    const end = performance.now() + longest;
    let before = first;
    let quiet = 0;
    while (before.harmed > 0) {
        const pause = pauses[quiet];
        if (pause === undefined)
            return;
        await (0,promises_.setTimeout)(pause, undefined, { signal: stop }).catch(() => undefined);
        const now = await look();
        if (now === undefined)
            return;
        const hasChanged = now.harmed < before.harmed || now.kept < before.kept;
        quiet = hasChanged && performance.now() < end ? 0 : quiet + 1;
        before = now;
    }
}

; 







async function verify(options) {
    const { snapshot, plan, deletions, strays, say } = options;
    say({ kind: "verifying" });
    const began = performance.now();
    const expected = expectedOf(snapshot, plan, { deletions, strays });
    const gone = unseenIn(deletions);
    const reading = { ...options, advance: (0,observe .QS)("verifying", say) };
    const [state, there] = await Promise.all([
        readState(reading, { isAsked: () => true, expected: keptTags(plan) }),
        stillThere(options, gone),
    ]);
    const found = sumUp(compare(expected, state, () => true));
    const left = new Set(there.filter((digest) => !state.manifests.has(digest)));
    const first = await lookForLate(options, expected, { ...found, listed: state.now, left });
    if (first.harm.length === 0)
        return first;
    say({ kind: "verifying-again", tags: first.harm.length });
    return verifyHarm(options, expected, { first, kept: state.kept, took: performance.now() - began });
}
function unseenIn(deletions) {
    return deletions.flatMap(({ kind, deletion, untagged = [] }) => {
        const isSeen = kind !== "deleted" || deletion.tags.some((tag) => !untagged.includes(tag));
        return isSeen || deletion.kind === "tag" ? [] : [deletion.digest];
    });
}
async function stillThere({ registry, repository, concurrency }, digests) {
    const answers = await (0,p_map .Ay)(digests, (digest) => registry.isLeft?.(repository, digest), { concurrency });
    return digests.filter((_, index) => answers[index] === true);
}
async function lookForLate(options, expected, first) {
    let seen = first;
    const late = () => seen.notes.flatMap(({ kind, tag }) => (kind === "still-there" ? [tag] : []));
    const count = () => late().length + seen.left.size;
    if (count() === 0)
        return first;
    options.say({ kind: "verifying-late", deletions: count() });
    const look = async () => {
        const [tags, before] = [new Set(late()), seen.listed];
        const isLate = (tag) => tags.has(tag);
        const [state, left] = await Promise.all([
            readState(options, { isAsked: isLate, expected: [] }),
            stillThere(options, [...seen.left]),
        ]);
        const { deleted, notes, harm } = sumUp(compare(expected, state, isLate));
        seen = {
            listed: { has: (tag) => (tags.has(tag) ? state.now.has(tag) : before.has(tag)) },
            left: new Set(left),
            deleted: [...seen.deleted, ...deleted],
            notes: [...seen.notes.filter(({ tag }) => !tags.has(tag)), ...notes],
            harm: [...seen.harm, ...harm],
        };
        return count();
    };
    await waitForLate(() => look().catch(ifUnread), options.stop);
    return seen;
}
async function verifyHarm(options, expected, { first, kept, took }) {
    let seen = first;
    const look = async () => {
        const tags = new Set(seen.harm.map(({ tag }) => tag));
        const isSuspect = (tag) => tags.has(tag);
        const state = await readState(options, { isAsked: isSuspect, expected: [] });
        const { deleted, notes, harm } = sumUp(compare(expected, state, isSuspect));
        seen = {
            ...first,
            deleted: [...seen.deleted, ...deleted],
            notes: [...seen.notes, ...notes],
            harm,
        };
        return { harmed: harm.length, kept: state.kept };
    };
    const times = { ...settleTimes(took), stop: options.stop };
    await settle({ harmed: first.harm.length, kept }, () => look().catch(ifUnread), times);
    return seen;
}
function ifUnread(error) {
    if (!(error instanceof errors .Pc))
        throw error;
}
function keptTags({ verdicts }) {
    return verdicts.flatMap(({ kind, tag, digest }) => (kind === "keep" && digest !== undefined ? [tag] : []));
}
function sumUp(found) {
    const [deleted, notes, harms] = [[], [], []];
    for (const { deleted: tag, note, harm } of found) {
        if (tag !== undefined)
            deleted.push(tag);
        if (note !== undefined)
            notes.push(note);
        if (harm !== undefined)
            harms.push(harm);
    }
    return { deleted, notes, harm: harms };
}

; 







async function executePlan(planned, { job, journals, hooks }, endsAt) {
    const { repository, access, snapshot, target, plan, reclaimable, sizes } = planned;
    const { say, stop } = hooks;
    const { deletions } = plan;
    const base = { repository, plan, sizes };
    const manifests = deletions.filter(({ kind }) => kind === "manifest").length;
    say({ kind: "deleting", repository, manifests, tags: deletions.flatMap(({ tags }) => tags).length });
    const { registry, writer } = access;
    const { allowEmpty, untag, concurrency } = job;
    const reading = { registry, repository: target.repository, concurrency, snapshot, plan, say };
    (0,heap .V)(snapshot.tags.length);
    const recorder = journals.recorderOf(repository);
    const putting = { ...reading, ...keepOf(journals) };
    const applied = await applyPlan({ ...putting, writer, allowEmpty, untag, endsAt, stop, recorder });
    if (isUntouched(applied) && applied.stopped !== undefined) {
        return { kind: "failed", ...base, error: applied.stopped };
    }
    const gone = applied.deletions.flatMap(digestGone);
    const freed = gone.length === manifests ? reclaimable : (0,bytes .nx)(snapshot, new Set(gone));
    (0,heap .V)(snapshot.tags.length);
    const done = { ...base, kind: "applied", reclaimable: freed };
    const looking = { ...reading, ...applied, stop };
    return { ...done, ...(await lookBack(looking, applied, { repository, journals })) };
}
async function lookBack(options, applied, { repository, journals }) {
    const { snapshot, plan } = options;
    try {
        const { listed, left, ...verified } = await verify(options);
        for (const harm of verified.harm)
            await journals.lost(repository, harm);
        await openAgain({ ...verified, left }, applied, journals.recorderOf(repository));
        const deletions = withoutLeft(asSeen(applied, listed), left, repository);
        const notes = [...verified.notes, ...applied.notes];
        return { ...freedOf(deletions, left, snapshot), ...stoppedIn(applied), ...verified, deletions, notes };
    }
    catch (thrown) {
        const error = (0,errors .Di)(thrown, "the last look");
        const stopped = unverified(repository, error, applied.stopped);
        const { deletions, notes } = applied;
        return { ...NOTHING, ...unprovenOf(plan, applied), deletions, notes, stopped };
    }
}
function keepOf({ keep }) {
    return keep === undefined ? {} : { keep: (found) => keep(found).catch(() => undefined) };
}
function freedOf(deletions, left, snapshot) {
    return left.size === 0
        ? {}
        : { reclaimable: (0,bytes .nx)(snapshot, new Set(deletions.flatMap(digestGone))) };
}
function stoppedIn({ stopped }) {
    return stopped === undefined ? {} : { stopped };
}
const NOTHING = { deleted: [], notes: [], harm: [] };
function isUntouched({ deletions }) {
    return deletions.every(({ kind, untagged }) => kind === "spared" && untagged === undefined);
}
function digestGone(outcome) {
    const { deletion } = outcome;
    return deletion.kind === "manifest" && hasGone(outcome) ? [deletion.digest] : [];
}
function asSeen({ deletions }, listed) {
    return deletions.map((outcome) => {
        const { untagged = [], ...rest } = outcome;
        const lost = untagged.filter((tag) => !listed.has(tag));
        if (lost.length === untagged.length)
            return outcome;
        return lost.length === 0 ? rest : { ...rest, untagged: lost };
    });
}
function withoutLeft(outcomes, left, repository) {
    if (left.size === 0)
        return outcomes;
    return outcomes.map((outcome) => {
        const { deletion, untagged } = outcome;
        if (deletion.kind !== "manifest" || !left.has(deletion.digest))
            return outcome;
        const tags = untagged === undefined ? {} : { untagged };
        return {
            kind: "failed",
            deletion,
            error: notDeleted(repository, deletion.digest),
            isUndone: true,
            ...tags,
        };
    });
}
function notDeleted(repository, digest) {
    return new errors .jA(`${repository}@${digest} is not deleted, though the registry said that it deleted it`, "See the registry's log, or what is in front of it, and run again.");
}
async function openAgain({ notes, left }, { deletions }, recorder) {
    const still = new Set(notes.flatMap(({ kind, tag }) => (kind === "still-there" ? [tag] : [])));
    const again = deletions.flatMap(({ deletion }) => deletion.kind === "manifest" && (left.has(deletion.digest) || deletion.tags.some((tag) => still.has(tag)))
        ? [deletion]
        : []);
    if (again.length > 0)
        await recorder.begin(again).catch(() => undefined);
}
function unverified(repository, cause, stopped) {
    const message = `what was deleted could not be looked at afterwards: ${cause.message}`;
    const look = "A dry run shows how the repository is now.";
    if (stopped === undefined) {
        return new errors .jA(`${repository}: ${message}`, `${cause.nextStep}\n${look}`, { cause });
    }
    return new errors .jA(`${stopped.message}; and ${message}`, `${stopped.nextStep}\n${look}`, {
        cause: stopped,
    });
}


/***/ }),

/***/ 2913:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    _: () => (  writeDown)
  });
async function writeDown(recorder, deletions, written) {
    const news = [...deletions].filter((deletion) => !written.has(deletion));
    if (news.length === 0)
        return;
    await recorder.begin(news);
    for (const deletion of news)
        written.add(deletion);
}


/***/ }),

/***/ 8630:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  A: () => (  pLimit)
});


; 

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		 
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

; 


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();

		resolve(result);

		 
		try {
			await result;
		} catch {}

		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		 
		new Promise(internalResolve => {  
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_));  

		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					for (const promise of promises) {
						promise.catch(() => {});  
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

};
