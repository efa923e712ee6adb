export const id = 707;
export const ids = [707];
export const modules = {

/***/ 4707:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  executePlan: () => (/* binding */ executePlan)
});

// EXTERNAL MODULE: ./lazy/core/image/bytes.js
var bytes = __webpack_require__(7730);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/core/plan/plan-tags.js
var plan_tags = __webpack_require__(920);
;// CONCATENATED MODULE: ./lazy/core/result/answers.js

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
    const going = (0,plan_tags/* goingTags */.sb)(plan);
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

// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var port_registry = __webpack_require__(252);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lazy/core/image/untag-mark.js
var untag_mark = __webpack_require__(4892);
// EXTERNAL MODULE: ./lazy/registry/distribution/content-digest.js
var content_digest = __webpack_require__(5664);
;// CONCATENATED MODULE: ./lazy/run/apply/overwrite-tag.js




async function overwriteTag({ registry, writer, repository, terms }, tag) {
    const { digest, ...index } = emptyIndex();
    const pointsAt = () => registry.resolveTag(repository, tag);
    try {
        await writer.putManifest(repository, tag, { ...index, terms });
    }
    catch (error) {
        if (!(error instanceof errors/* PruneError */.Pc) || (await pointsAt()) !== digest)
            throw error;
    }
    const kind = await registry.deleteManifest(repository, digest).catch((error) => {
        throw leftBehind(repository, tag, (0,errors/* asPruneError */.Di)(error, "the deletion"));
    });
    if (kind === "gone" && (await pointsAt()) !== undefined)
        throw notWritten(repository, tag);
    return kind;
}
function leftBehind(repository, tag, error) {
    return new errors/* PruneError */.Pc(`${repository}:${tag} was pointed at an empty index, which then could not be deleted: ${error.message}`, `The image that it shared is whole. The next run deletes the tag. ${error.nextStep}`, { cause: error });
}
function notWritten(repository, tag) {
    return new errors/* PruneError */.Pc(`${repository}:${tag} was to be pointed at an empty index, which the registry does not know; the tag is still there`, "Look at what stands in front of the registry.");
}
function emptyIndex() {
    const { mediaType, text } = (0,untag_mark/* untagMark */.BX)((0,external_node_crypto_.randomUUID)());
    const body = Buffer.from(text);
    const digest = (0,content_digest/* contentDigest */.e)("sha256", body);
    if (digest === undefined)
        throw new TypeError("a SHA-256 is a digest");
    return { mediaType, body, digest };
}

;// CONCATENATED MODULE: ./lazy/run/apply/apply-deletion.js



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
    const isLast = deletion.kind === "tag" && digest !== undefined && !look.needed.has(digest);
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
        const kind = error instanceof port_registry/* RegistryError */.g ? error.kind : undefined;
        if (kind === "has-tags" && deletion.kind === "manifest")
            return deleteAfterTags(options, deletion);
        const failed = failedBy(deletion, error);
        const isOneStep = deletion.kind === "manifest" || deletion.by === "delete";
        return kind !== undefined && UNDONE.has(kind) && isOneStep ? { ...failed, isUndone: true } : failed;
    }
}
const UNDONE = new Set([
    "deletes-off",
    "forbidden",
    "not-deletable",
    "read-only",
    "still-there",
    "unauthorized",
]);
function failedBy(deletion, error) {
    return { kind: "failed", deletion, error: (0,errors/* asPruneError */.Di)(error, "the deletion") };
}
async function deleteAfterTags({ registry, repository, terms }, deletion) {
    const { digest, tags } = deletion;
    try {
        for (const tag of tags) {
            if ((await registry.resolveTag(repository, tag)) !== digest)
                continue;
            await registry.deleteTag(repository, tag, terms);
        }
        return { kind: await registry.deleteManifest(repository, digest, terms), deletion };
    }
    catch (error) {
        return failedBy(deletion, error);
    }
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
        ? overwriteTag({ registry, writer, repository, terms }, tag)
        : registry.deleteTag(repository, tag, terms);
}

;// CONCATENATED MODULE: ./lazy/core/progress/workload.js
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

// EXTERNAL MODULE: ./lazy/core/plan/outcome.js
var plan_outcome = __webpack_require__(1395);
// EXTERNAL MODULE: ../../node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(8630);
;// CONCATENATED MODULE: ./lazy/run/apply/concurrently.js

async function forEachConcurrently(items, work, atOnce) {
    const limit = (0,p_limit/* default */.A)(atOnce());
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

// EXTERNAL MODULE: ./lazy/run/apply/circuit-breaker.js
var circuit_breaker = __webpack_require__(2168);
;// CONCATENATED MODULE: ./lazy/run/apply/apply-batch.js




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
    if (outcome.kind !== "spared" || !(mayBeLost || (0,plan_outcome/* isLeftUntagged */.H)(outcome)))
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
        const outcome = await carryOut(deletion, reason, {
            deleting: { ...deleting, terms },
            care: options.care,
        });
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
    const atOnce = () => (options.care === undefined ? deleting.registry.deletionsAtOnce() : 1);
    await forEachConcurrently(batch, start, atOnce);
    if (state.end !== undefined)
        throw state.end;
}
function isLeft(outcome, batch) {
    const { state, progress, repository } = batch;
    const error = outcome.kind === "failed" ? outcome.error : undefined;
    const kind = (0,circuit_breaker/* refusalKind */.lU)(error);
    const isToBeSeenAgain = kind === "outdated" && waits(outcome.deletion, error, progress);
    state.isPaused ||= kind === "paused" || isToBeSeenAgain;
    if (isToBeSeenAgain)
        return true;
    state.end ??= (0,circuit_breaker/* giveUpAfter */.Pj)(error, state.failures, repository);
    return kind === "paused" || kind === "rate-limited";
}
function waits(deletion, error, { outdated }) {
    if (error === undefined)
        return false;
    const times = (outdated.get(deletion)?.times ?? 0) + 1;
    outdated.set(deletion, { times, error });
    return times < MOST_SENT;
}
async function carryOut(deletion, reason, { deleting, care }) {
    if (reason !== undefined)
        return { kind: "spared", deletion, reason };
    const send = () => applyDeletion(deleting, deletion);
    return care === undefined ? send() : care.apply(deletion, send);
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

// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __webpack_require__(7293);
// EXTERNAL MODULE: ./lazy/core/image/hollow.js
var image_hollow = __webpack_require__(5082);
// EXTERNAL MODULE: ./lazy/core/names/version.js + 2 modules
var version = __webpack_require__(8420);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js + 1 modules
var observe = __webpack_require__(3440);
;// CONCATENATED MODULE: ./lazy/run/apply/recheck.js





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
async function lookAgain(options, batch, isPending) {
    const { registry, repository, manifests, snapshot } = options;
    const inBatch = plannedTags(batch);
    const listed = (await registry.listTags(repository)) ?? [];
    const read = listed.filter((tag) => inBatch.has(tag) || !isPending(tag));
    const states = await (0,observe/* resolveTags */.yN)(options, read, manifests);
    const untagged = (await registry.listUntagged(repository)) ?? new Map();
    const appeared = [...untagged]
        .filter(([digest, changed]) => isNews(digest, changed, snapshot))
        .map(([digest]) => digest);
    const missing = new Set();
    await (0,observe/* readNeeded */.ue)(options, [...appeared, ...manifests.wanted()], { manifests, missing });
    const lacking = batch.flatMap((deletion) => (deletion.kind === "manifest" ? deletion.orphanOf : []));
    const back = new Map();
    await (0,observe/* readNeeded */.ue)(options, lacking, { manifests: back, missing: new Set() });
    const stays = states.filter(({ tag, digest }) => !inBatch.has(tag) || inBatch.get(tag) !== digest);
    const isHollowNow = (digest) => (0,image_hollow/* isHollow */.a)(digest, { manifests, missing }) || (0,untag_mark/* isLeftMark */.bJ)(manifests.get(digest));
    return {
        tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
        needed: (0,graph/* neededBy */.Xl)([...stays.flatMap(rootsOf), ...appeared.map((digest) => [digest, digest])], manifests),
        hollow: new Set(states.flatMap(({ digest }) => digest ?? []).filter(isHollowNow)),
        back: new Set(back.keys()),
    };
}
function isNews(digest, changed, { manifests, untagged }) {
    return !manifests.has(digest) || changed > (untagged?.get(digest) ?? Infinity);
}
function rootsOf({ tag, digest }) {
    return [digest, (0,version/* subjectOf */.et)(tag)].flatMap((root) => (root === undefined ? [] : [[root, tag]]));
}
function plannedTags(deletions) {
    return new Map(deletions.flatMap(({ tags, digest }) => tags.map((tag) => [tag, digest])));
}

// EXTERNAL MODULE: ./lazy/run/observe/foresee-care.js
var foresee_care = __webpack_require__(3133);
;// CONCATENATED MODULE: ./lazy/run/apply/care-for.js

async function careFor(options, progress) {
    const { plan, snapshot, registry, repository } = options;
    if (!(0,foresee_care/* couldReachOthers */.E)({ plan, snapshot }))
        return undefined;
    if (!(await registry.mayTakeLongerTags(repository)))
        return undefined;
    options.say({ kind: "careful" });
    const [{ orderWithCare }, { Care }] = await Promise.all([
        __webpack_require__.e(/* import() */ 790).then(__webpack_require__.bind(__webpack_require__, 409)),
        __webpack_require__.e(/* import() */ 935).then(__webpack_require__.bind(__webpack_require__, 8935)),
    ]);
    const listed = snapshot.tags.map(({ tag }) => tag);
    return new Care(options, progress, orderWithCare(plan.deletions, listed));
}

;// CONCATENATED MODULE: ./lazy/run/apply/manifests-since.js

class ManifestsSince {
    #before;
    #since = new Map();
    #lacking;
    constructor(before) {
        this.#before = before;
        this.#lacking = (0,graph/* neededIn */.vs)(before).filter((digest) => !before.has(digest));
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
        return [...this.#lacking, ...(0,graph/* neededIn */.vs)(this.#since)].filter((digest) => !this.has(digest));
    }
}

// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __webpack_require__(6011);
;// CONCATENATED MODULE: ./lazy/run/apply/pending.js

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
        this.#members = (0,grouped/* grouped */.z)(deletions.flatMap((each) => each.kind === "manifest" ? each.parents.map((parent) => [parent, each]) : []));
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

// EXTERNAL MODULE: ./lazy/run/apply/deletion-log.js
var deletion_log = __webpack_require__(2913);
;// CONCATENATED MODULE: ./lazy/run/apply/refuse-empty.js




function refuseEmpty({ allowEmpty, plan, goes, snapshot }, { tags, hollow }) {
    if (allowEmpty)
        return;
    const stays = [...tags].some(([tag, digest]) => digest !== undefined && !hollow.has(digest) && !goes.has(tag) && (0,version/* subjectOf */.et)(tag) === undefined);
    const isNone = (digest) => (0,image_hollow/* isHollow */.a)(digest, snapshot) || (0,untag_mark/* isLeftMark */.bJ)(snapshot.manifests.get(digest));
    const takesAnImage = plan.deletions.some(({ digest, tags: gone }) => digest !== undefined && gone.length > 0 && !isNone(digest));
    if (stays || !takesAnImage)
        return;
    throw new errors/* UnsureError */.jA(`${plan.repository} would be left without a tag: what was to stay is gone by now`, "Somebody else deletes in this repository too. See who, and run again.");
}

;// CONCATENATED MODULE: ./lazy/run/apply/untag-first.js







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
        const writing = (0,deletion_log/* writeDown */._)(recorder, batch, progress.written);
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
        if (goes.has(tag) || (0,version/* subjectOf */.et)(tag) !== undefined)
            continue;
        const read = await registry.readManifest(repository, tag);
        found.set(tag, read?.digest);
        if (read === undefined)
            continue;
        if (!(0,image_hollow/* isHollow */.a)(read.digest, snapshot))
            break;
        hollow.add(read.digest);
    }
    refuseEmpty(options, { tags: found, hollow });
}
async function untagBatch(options, batch, progress) {
    const { registry, plan, failures, isOver, advance } = options;
    let end;
    const untag = async ({ digest, tags }) => {
        for (const tag of tags) {
            if (isOver() || end !== undefined)
                return;
            const error = await untagOne(options, { tag, digest }, progress);
            end ??= (0,circuit_breaker/* giveUpAfter */.Pj)(error, failures, plan.repository);
        }
        advance();
    };
    await forEachConcurrently(batch, untag, () => registry.deletionsAtOnce());
    if (end !== undefined)
        throw end;
}
const KEPT_BY = new Set([
    "unauthorized",
    "forbidden",
    "still-there",
    "paused",
]);
async function untagOne({ registry, repository, limits, stop }, { tag, digest }, { untagged, unanswered }) {
    try {
        const until = performance.now() + limits.freshFor;
        if ((await registry.resolveTag(repository, tag)) !== digest)
            return undefined;
        untagged.add(tag);
        unanswered.add(tag);
        await registry.deleteTag(repository, tag, { until, stop });
        unanswered.delete(tag);
        return undefined;
    }
    catch (thrown) {
        const error = (0,errors/* asPruneError */.Di)(thrown, "the deletion");
        if (KEPT_BY.has((0,circuit_breaker/* refusalKind */.lU)(error)))
            untagged.delete(tag);
        return error;
    }
}

;// CONCATENATED MODULE: ./lazy/run/apply/one-whole.js

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
    const { registry, repository } = options;
    const { digest, tags } = deletion;
    if (digest === undefined || (await registry.readManifest(repository, digest)) !== undefined)
        return false;
    for (const tag of tags) {
        const error = await untagOne(options, { tag, digest }, progress);
        if (error !== undefined)
            throw error;
    }
    return true;
}

;// CONCATENATED MODULE: ./lazy/run/apply/apply-plan.js













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
        await applyAll({ ...applying, care }, new Pending(care ?? plan), progress);
    }
    catch (error) {
        stopped = (0,errors/* asPruneError */.Di)(error, "the run");
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
    let room;
    const proveRoom = (by) => (room ??= by.proveRoom(repository));
    const lookFresh = async (batch) => {
        for (let tries = 0; tries < MOST_OLD_LOOKS; tries += 1) {
            const looking = lookAgain({ ...options, manifests }, batch, (tag) => pending.hasTag(tag)).then((look) => ({ look, freshUntil: performance.now() + limits.freshFor }));
            const writing = (0,deletion_log/* writeDown */._)(options.recorder, pending.withMembers(batch), progress.written);
            const seen = await whenBoth(looking, writing);
            if (performance.now() <= seen.freshUntil)
                return seen;
        }
        throw looksGetOld(plan.repository);
    };
    return {
        async next(count) {
            if (options.stop?.aborted === true)
                throw (0,circuit_breaker/* toldToStop */.lA)(plan.repository);
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
function looksGetOld(repository) {
    return new errors/* UnsureError */.jA(`${repository}: what the run saw was too old each time before a deletion could be sent`, "Nothing is deleted by an old look. See why the disk of the journal is so slow, and run again: what is left then goes.");
}

// EXTERNAL MODULE: ./lazy/run/observe/heap.js
var heap = __webpack_require__(7662);
// EXTERNAL MODULE: ../../node_modules/p-map/index.js
var p_map = __webpack_require__(1773);
;// CONCATENATED MODULE: ./lazy/run/verify/gone.js


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
    const images = (0,graph/* contents */.PG)(taken.map(lastOf), deleted.snapshot.manifests);
    for (const each of gone) {
        const { tag, verdict } = each;
        const subject = (0,version/* subjectOf */.et)(tag);
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
    return FIRM.has(kind) || (kind === "just-pushed" && (0,version/* readTagName */.UF)(tag).kind === "other");
}
function rankedIn({ snapshot, plan }) {
    const ranked = plan.verdicts.filter((verdict) => (0,version/* subjectOf */.et)(verdict.tag) === undefined &&
        !(verdict.kind === "keep" && (FIRM.has(verdict.reason.kind) || verdict.reason.kind === "just-pushed")));
    return (0,graph/* reach */.gl)(ranked.flatMap(({ digest }) => digest ?? []), snapshot.manifests);
}

;// CONCATENATED MODULE: ./lazy/run/verify/compare.js




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
    return digest !== undefined && (0,untag_mark/* isLeftMark */.bJ)(manifests.get(digest));
}
function missingPart(digest, { snapshot, removed }, { manifests, missing }) {
    return [...(0,graph/* contents */.PG)([digest], manifests)].find((part) => missing.has(part) && (snapshot.manifests.has(part) || removed.has(part)));
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

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lazy/run/verify/settle.js

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

;// CONCATENATED MODULE: ./lazy/run/verify/verify.js






async function verify(options) {
    const { snapshot, plan, deletions, strays, say } = options;
    say({ kind: "verifying" });
    const began = performance.now();
    const expected = expectedOf(snapshot, plan, { deletions, strays });
    const reading = { ...options, advance: (0,observe/* advancing */.QS)("verifying", say) };
    const [state, there] = await Promise.all([readState(reading, () => true), stillThere(options)]);
    const found = sumUp(compare(expected, state, () => true));
    const left = new Set(there.filter((digest) => !state.manifests.has(digest)));
    const first = { ...found, listed: state.now, left };
    if (first.harm.length === 0)
        return first;
    say({ kind: "verifying-again", tags: first.harm.length });
    return verifyHarm(options, expected, { first, kept: state.kept, took: performance.now() - began });
}
async function stillThere({ registry, repository, deletions, concurrency, }) {
    const unseen = deletions.flatMap(({ kind, deletion, untagged = [] }) => {
        const isSeen = kind !== "deleted" || deletion.tags.some((tag) => !untagged.includes(tag));
        return isSeen || deletion.kind === "tag" ? [] : [deletion.digest];
    });
    const answers = await (0,p_map/* default */.Ay)(unseen, (digest) => registry.isLeft?.(repository, digest), { concurrency });
    return unseen.filter((_, index) => answers[index] === true);
}
async function verifyHarm(options, expected, { first, kept, took }) {
    let seen = first;
    const look = async () => {
        const tags = new Set(seen.harm.map(({ tag }) => tag));
        const isSuspect = (tag) => tags.has(tag);
        const state = await readState(options, isSuspect);
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
    if (!(error instanceof errors/* PruneError */.Pc))
        throw error;
}
async function readState(options, isAsked) {
    const { registry, repository, plan, strays } = options;
    const listed = (await registry.listTags(repository)) ?? [];
    const manifests = new Map();
    const missing = new Set();
    const states = await (0,observe/* listedStill */.y1)(options, await (0,observe/* readTags */.g$)(options, listed.filter(isAsked), manifests));
    const now = new Map(states.map((state) => [state.tag, state]));
    const keeps = plan.verdicts.filter(({ kind }) => kind === "keep");
    const isLost = (tag) => isAsked(tag) && !now.has(tag);
    const lostImages = [
        ...keeps.flatMap(({ tag, digest }) => (isLost(tag) && digest !== undefined ? [digest] : [])),
        ...[...strays].flatMap(([tag, seen]) => (isLost(tag) ? seen : [])),
    ];
    await (0,observe/* readNeeded */.ue)(options, [...lostImages, ...(0,graph/* neededIn */.vs)(manifests)], { manifests, missing });
    const names = new Set(listed);
    return { now, manifests, missing, kept: keeps.filter(({ tag }) => names.has(tag)).length };
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

;// CONCATENATED MODULE: ./lazy/commands/deletion/execute-plan.js







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
    (0,heap/* freeHeap */.V)(snapshot.tags.length);
    const recorder = journals.recorderOf(repository);
    const putting = { ...reading, ...keepOf(journals) };
    const applied = await applyPlan({ ...putting, writer, allowEmpty, untag, endsAt, stop, recorder });
    if (isUntouched(applied) && applied.stopped !== undefined) {
        return { kind: "failed", ...base, error: applied.stopped };
    }
    const gone = applied.deletions.flatMap(digestGone);
    const freed = gone.length === manifests ? reclaimable : (0,bytes/* uniqueBytes */.nx)(snapshot, new Set(gone));
    (0,heap/* freeHeap */.V)(snapshot.tags.length);
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
        const error = (0,errors/* asPruneError */.Di)(thrown, "the last look");
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
        : { reclaimable: (0,bytes/* uniqueBytes */.nx)(snapshot, new Set(deletions.flatMap(digestGone))) };
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
    return new errors/* UnsureError */.jA(`${repository}@${digest} is not deleted, though the registry said that it deleted it`, "See the registry's log, or what is in front of it, and run again.");
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
        return new errors/* UnsureError */.jA(`${repository}: ${message}`, `${cause.nextStep}\n${look}`, { cause });
    }
    return new errors/* UnsureError */.jA(`${stopped.message}; and ${message}`, `${stopped.nextStep}\n${look}`, {
        cause: stopped,
    });
}


/***/ }),

/***/ 2913:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ writeDown)
/* harmony export */ });
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


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ../../node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

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

		// Clean up tail reference when queue becomes empty
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

		// TODO: Node.js 18.
		// return this.#head?.value;
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

;// CONCATENATED MODULE: ../../node_modules/p-limit/index.js


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
		// Process the next queued function if we're under the concurrency limit
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
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
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
					// eslint-disable-next-line no-unmodified-loop-condition
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
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
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
