export const id = 940;
export const ids = [940,902];
export const modules = {

/***/ 5808:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DZ: () => (/* binding */ limitTime),
/* harmony export */   K$: () => (/* binding */ NOTHING),
/* harmony export */   Y9: () => (/* binding */ tellStep),
/* harmony export */   hT: () => (/* binding */ skipped),
/* harmony export */   kr: () => (/* binding */ requirePruned)
/* harmony export */ });
/* harmony import */ var _core_result_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9513);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);


function skipped(why, garbage) {
    return { kind: "skipped", why, ...(garbage === undefined ? {} : { garbage }) };
}
function tellStep({ hooks }) {
    return (step) => hooks.say({ kind: "collection-step", step });
}
function limitTime({ settings, hooks }) {
    const controller = new AbortController();
    const timer = setTimeout(() => {
        controller.abort(new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`the collection took longer than gc-timeout (${settings.timeout / 1000} s)`, "It was ended. What is not collected now is collected the next time; allow it more time in gc-timeout."));
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
    const missed = (0,_core_result_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .notCollected */ .h4)(report, pruned);
    if (missed.length === 0)
        return;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`the collection did not go through ${missed.join(", ")}, which this run pruned: it works on another storage, or with another configuration`, "Look at which configuration and volumes the collection runs with: they must be the registry's own.");
}


/***/ }),

/***/ 8364:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ tellingWaits),
/* harmony export */   m: () => (/* binding */ connectionTo)
/* harmony export */ });
/* harmony import */ var _settings_read_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3595);

function tellingWaits(say) {
    return (wait) => {
        say({ kind: "limit-met", ...wait });
    };
}
function connectionTo({ login, plainHttp, concurrency, github: own }, { host, scheme }, { userAgent, onSecret, onWait, stop }) {
    const github = (0,_settings_read_github_js__WEBPACK_IMPORTED_MODULE_0__/* .gitHubAt */ .FX)(host, own);
    return {
        host,
        ...(scheme === undefined ? {} : { scheme }),
        ...(login === undefined ? {} : { credentials: { kind: "password", ...login } }),
        plainHttp,
        concurrency,
        userAgent,
        onSecret,
        ...(github === undefined ? {} : { github }),
        ...(onWait === undefined ? {} : { onWait }),
        ...(stop === undefined ? {} : { stop }),
    };
}


/***/ }),

/***/ 3401:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ runDeletions)
});

// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __webpack_require__(6011);
// EXTERNAL MODULE: ./lazy/registry/distribution/host.js + 1 modules
var distribution_host = __webpack_require__(9001);
// EXTERNAL MODULE: ./lazy/registry/open.js + 7 modules
var registry_open = __webpack_require__(7110);
// EXTERNAL MODULE: ./lazy/core/image/bytes.js
var bytes = __webpack_require__(7730);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lazy/registry/distribution/content-digest.js
var content_digest = __webpack_require__(5664);
;// CONCATENATED MODULE: ./lazy/run/apply/overwrite-tag.js



const INDEX = "application/vnd.oci.image.index.v1+json";
async function overwriteTag({ registry, repository }, tag) {
    const { body, digest } = emptyIndex();
    await registry.putManifest(repository, tag, { mediaType: INDEX, body });
    try {
        return await registry.deleteManifest(repository, digest);
    }
    catch (error) {
        if (!(error instanceof errors/* PruneError */.Pc))
            throw error;
        throw new errors/* PruneError */.Pc(`${repository}:${tag} was pointed at an empty index, which then could not be deleted: ${error.message}`, `The image that it shared is whole. The next run deletes the tag. ${error.nextStep}`, { cause: error });
    }
}
function emptyIndex() {
    const annotations = { "prune-image-tags.untag": (0,external_node_crypto_.randomUUID)() };
    const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: [], annotations }));
    const digest = (0,content_digest/* contentDigest */.e)("sha256", body);
    if (digest === undefined)
        throw new TypeError("a SHA-256 is a digest");
    return { body, digest };
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
    const { registry, repository } = options;
    try {
        const kind = await (deletion.kind === "manifest"
            ? registry.deleteManifest(repository, deletion.digest)
            : deleteTag(options, deletion));
        return { kind, deletion };
    }
    catch (error) {
        if (error instanceof errors/* PruneError */.Pc)
            return { kind: "failed", deletion, error };
        throw error;
    }
}
async function deleteTag({ registry, repository, proveRoom }, { tags: [tag], by }) {
    if (by === "delete")
        return registry.deleteTag(repository, tag);
    await proveRoom();
    return overwriteTag({ registry, repository }, tag);
}

;// CONCATENATED MODULE: ./lazy/core/progress/workload.js
const BASE = 100;
function workload(deletions, { tags, untagged, scansTags }) {
    const until = new Float64Array(deletions.length + 1);
    let left = tags;
    deletions.forEach((deletion, index) => {
        left -= deletion.tags.filter((tag) => !untagged.has(tag)).length;
        const work = scansTags && deletion.kind === "manifest" ? left + BASE : BASE;
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

// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __webpack_require__(252);
;// CONCATENATED MODULE: ./lazy/run/apply/circuit-breaker.js


const FAILURES_IN_A_ROW = 3;
function refusalKind(error) {
    return error instanceof registry/* RegistryError */.g ? error.kind : undefined;
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
    return new errors/* UnsureError */.jA(`${repository}: the registry refuses to delete, as it would every other, so the run stopped there`, "What it says is below. What is left goes in the next run.");
}
function tooManyFailures(repository) {
    return new errors/* UnsureError */.jA(`${repository}: the registry fails to delete, so the run stopped there`, "Look at the registry's log. What is left goes in the next run.");
}
function toldToStop(repository) {
    return new errors/* PruneError */.Pc(`${repository}: the run was told to stop, and stopped between two deletions`, "No deletion is half done. What is left goes in the next run.");
}

;// CONCATENATED MODULE: ./lazy/run/apply/apply-batch.js




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
    if (outcome.kind !== "spared" || !(mayBeLost || (0,plan_outcome/* isBare */.J)(outcome)))
        recorder.outcome(outcome);
}
async function applyBatch(options, { batch, look, progress, deleting, freshUntil }) {
    const running = new Map();
    const state = { isFirst: true, isPaused: false, failures: { inARow: 0 }, end: undefined };
    const apply = async (deletion) => {
        const before = [...deletion.parents, ...(deletion.kind === "manifest" ? deletion.after : [])];
        await Promise.all(before.flatMap((digest) => running.get(digest) ?? []));
        const isLate = performance.now() > freshUntil && !state.isFirst;
        if (isLate || isOver(state, options))
            return;
        state.isFirst = false;
        const reason = spareReason(deletion, look, progress.parents);
        const outcome = reason === undefined ? await applyDeletion(deleting, deletion) : { kind: "spared", deletion, reason };
        const error = outcome.kind === "failed" ? outcome.error : undefined;
        const kind = refusalKind(error);
        state.isPaused ||= kind === "paused";
        state.end ??= giveUpAfter(error, state.failures, options.plan.repository);
        if (kind === "paused" || kind === "rate-limited")
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
    await forEachConcurrently(batch, start, () => deleting.registry.deletionsAtOnce());
    if (state.end !== undefined)
        throw state.end;
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
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __webpack_require__(8240);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js
var observe = __webpack_require__(2302);
;// CONCATENATED MODULE: ./lazy/run/apply/recheck.js



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
    await (0,observe/* readNeeded */.ue)(options, [...appeared, ...manifests.wanted()], { manifests, missing: new Set() });
    const subjects = batch.flatMap((deletion) => (deletion.kind === "manifest" ? deletion.orphanOf : []));
    const back = new Map();
    await (0,observe/* readNeeded */.ue)(options, subjects, { manifests: back, missing: new Set() });
    const stays = states.filter(({ tag, digest }) => !inBatch.has(tag) || inBatch.get(tag) !== digest);
    return {
        tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
        needed: (0,graph/* neededBy */.Xl)([...stays.flatMap(rootsOf), ...appeared.map((digest) => [digest, digest])], manifests),
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

;// CONCATENATED MODULE: ./lazy/run/apply/deletion-log.js
async function writeDown(recorder, deletions, written) {
    const news = [...deletions].filter((deletion) => !written.has(deletion));
    if (news.length === 0)
        return;
    await recorder.begin(news);
    for (const deletion of news)
        written.add(deletion);
}

;// CONCATENATED MODULE: ./lazy/run/apply/refuse-empty.js


function refuseEmpty({ allowEmpty, plan, goes }, tags) {
    if (allowEmpty)
        return;
    const stays = [...tags].some(([tag, digest]) => digest !== undefined && !goes.has(tag) && (0,version/* subjectOf */.et)(tag) === undefined);
    if (stays || !plan.deletions.some(takesAnImage))
        return;
    throw new errors/* UnsureError */.jA(`${plan.repository} would be left without a tag: what was to stay is gone by now`, "Somebody else deletes in this repository too. See who, and run again.");
}
function takesAnImage({ digest, tags }) {
    return digest !== undefined && tags.length > 0;
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
async function untagFirst(options, pending, progress) {
    const { plan, stop, endsAt, recorder, say } = options;
    const victims = plan.deletions.filter(standsAlone);
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
        const writing = writeDown(recorder, batch, progress.written);
        await whenBoth(refuseEmptyNow(options, pending), writing);
        await untagBatch({ ...options, failures, isOver, advance }, batch, progress.untagged);
    }
}
async function refuseEmptyNow(options, pending) {
    const { registry, repository } = options;
    const listed = (await registry.listTags(repository)) ?? [];
    const found = new Map();
    for (const tag of listed) {
        if (pending.hasTag(tag) || (0,version/* subjectOf */.et)(tag) !== undefined)
            continue;
        const read = await registry.readManifest(repository, tag);
        found.set(tag, read?.digest);
        if (read !== undefined)
            break;
    }
    refuseEmpty(options, found);
}
async function untagBatch(options, batch, untagged) {
    const { registry, plan, failures, isOver, advance } = options;
    let end;
    const untag = async ({ digest, tags }) => {
        for (const tag of tags) {
            if (isOver() || end !== undefined)
                return;
            const error = await untagOne(options, { tag, digest }, untagged);
            end ??= giveUpAfter(error, failures, plan.repository);
        }
        advance();
    };
    await forEachConcurrently(batch, untag, () => registry.deletionsAtOnce());
    if (end !== undefined)
        throw end;
}
async function untagOne({ registry, repository }, { tag, digest }, untagged) {
    try {
        if ((await registry.resolveTag(repository, tag)) !== digest)
            return undefined;
        untagged.add(tag);
        await registry.deleteTag(repository, tag);
        return undefined;
    }
    catch (error) {
        if (!(error instanceof errors/* PruneError */.Pc))
            throw error;
        const kind = refusalKind(error);
        if (kind === "unauthorized" || kind === "forbidden")
            untagged.delete(tag);
        return error;
    }
}

;// CONCATENATED MODULE: ./lazy/run/apply/apply-plan.js











const LIMITS = { deletions: 100, freshFor: 30_000, untagFrom: 200 };
async function applyPlan(options) {
    const { plan, recorder, registry, limits = LIMITS, endsAt = Infinity } = options;
    const progress = {
        outcomes: new Map(),
        parents: new Map(plan.deletions.flatMap(({ parents }) => parents.map((parent) => [parent, undefined]))),
        written: new Set(),
        untagged: new Set(),
    };
    const goes = new Set(plan.deletions.flatMap(({ tags }) => tags));
    const applying = { ...options, limits, endsAt, goes };
    let stopped;
    try {
        await registry.proveDeletes(options.repository);
        const pending = new Pending(plan);
        if (await paysToUntag(applying))
            await untagFirst(applying, pending, progress);
        await applyBatches(applying, pending, progress);
    }
    catch (error) {
        stopped =
            error instanceof errors/* PruneError */.Pc
                ? error
                : new errors/* PruneError */.Pc(`the run broke off: ${String(error)}`, "Report this as a bug.", { cause: error });
    }
    const reason = { kind: stopped === undefined ? "time-limit" : "stopped" };
    const deletions = plan.deletions.map((deletion) => {
        const outcome = progress.outcomes.get(deletion);
        if (outcome !== undefined)
            return outcome;
        const whole = withUntagged({ kind: "spared", deletion, reason }, progress);
        if (progress.written.has(deletion))
            record(whole, recorder, progress);
        return whole;
    });
    return { deletions, ...(stopped === undefined ? {} : { stopped }) };
}
async function applyBatches(options, pending, progress) {
    const { plan, limits, say, registry, repository } = options;
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
    const proveRoom = () => (room ??= registry.proveRoom(repository));
    while (pending.count > 0) {
        if (options.stop?.aborted === true)
            throw toldToStop(plan.repository);
        if (performance.now() >= options.endsAt)
            return;
        const batch = pending.first(limits.deletions);
        const looking = lookAgain({ ...options, manifests }, batch, (tag) => pending.hasTag(tag)).then((look) => ({
            look,
            freshUntil: performance.now() + limits.freshFor,
        }));
        const writing = writeDown(options.recorder, pending.withMembers(batch), progress.written);
        const { look, freshUntil } = await whenBoth(looking, writing);
        say({ kind: "checked", tags: look.tags.size });
        refuseEmpty(options, look.tags);
        await applyBatch({ ...options, advance }, { batch, look, progress, freshUntil, deleting: { registry, repository, proveRoom } });
        pending.settle(batch.length, (deletion) => progress.outcomes.has(deletion));
    }
}

// EXTERNAL MODULE: ./lazy/run/observe/heap.js
var heap = __webpack_require__(7662);
;// CONCATENATED MODULE: ./lazy/run/verify/verify.js



async function verify(given) {
    const { registry, repository, plan, deletions, say } = given;
    const options = { ...given, advance: (0,observe/* advancing */.QS)("verifying", say) };
    say({ kind: "verifying" });
    const listed = (await registry.listTags(repository)) ?? [];
    const manifests = new Map();
    const known = { manifests, missing: new Set() };
    const states = await (0,observe/* listedStill */.y1)(options, await (0,observe/* readTags */.g$)(options, listed, manifests));
    const now = new Map(states.map((state) => [state.tag, state]));
    const lost = plan.verdicts.filter(({ kind, tag }) => kind === "keep" && !now.has(tag));
    const lostImages = lost.flatMap(({ digest }) => digest ?? []);
    await (0,observe/* readNeeded */.ue)(options, [...lostImages, ...(0,graph/* neededIn */.vs)(manifests)], known);
    const removed = deletions.flatMap(removedBy);
    const removedNow = new Set(removed.filter((digest) => known.missing.has(digest)));
    const context = { ...options, now, known, removedNow, anyRemoved: removed[0] };
    return { ...sumUp(findings(plan, outcomesByTag(deletions), context)), listed: now };
}
function removedBy({ kind, deletion }) {
    return deletion.kind === "manifest" && (kind === "deleted" || kind === "failed") ? [deletion.digest] : [];
}
function outcomesByTag(deletions) {
    const outcomes = new Map();
    for (const outcome of deletions)
        for (const tag of outcome.deletion.tags)
            outcomes.set(tag, outcome);
    return outcomes;
}
function* findings(plan, outcomes, context) {
    for (const verdict of plan.verdicts) {
        yield verdict.kind === "keep"
            ? keptNow(verdict.tag, verdict.digest, context)
            : victimNow(verdict, outcomes.get(verdict.tag), context);
    }
    yield* appeared(context);
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
function keptNow(tag, digest, context) {
    if (digest === undefined)
        return {};
    const state = context.now.get(tag);
    if (state === undefined) {
        return context.known.manifests.has(digest)
            ? { harm: { kind: "tag-lost", tag, image: digest } }
            : { note: { kind: "removed", tag } };
    }
    const missing = state.digest === undefined ? digest : missingPart(state.digest, context);
    if (missing !== undefined)
        return { harm: { kind: "part-missing", tag, missing } };
    return state.digest === undefined || state.digest === digest
        ? {}
        : { note: { kind: "moved", tag, to: state.digest } };
}
function missingPart(digest, { known, snapshot, removedNow }) {
    return [...(0,graph/* contents */.PG)([digest], known.manifests)].find((part) => known.missing.has(part) && (snapshot.manifests.has(part) || removedNow.has(part)));
}
function victimNow({ tag, digest }, outcome, context) {
    const state = context.now.get(tag);
    const wasTried = outcome !== undefined && (outcome.kind !== "spared" || outcome.untagged?.includes(tag) === true);
    if (state === undefined)
        return wasTried ? { deleted: tag } : { note: { kind: "removed", tag } };
    if (state.digest === undefined)
        return { note: { kind: "dangling", tag } };
    if (state.digest === digest) {
        return hasGone(outcome) ? { note: { kind: "still-there", tag } } : {};
    }
    const missing = missingPart(state.digest, context);
    return missing === undefined
        ? { note: { kind: "moved", tag, to: state.digest } }
        : { harm: { kind: "part-missing", tag, missing } };
}
function appeared(context) {
    const news = new Map(context.now);
    for (const { tag } of context.snapshot.tags)
        news.delete(tag);
    return [...news.values()].flatMap(({ tag, digest }) => {
        const missing = digest === undefined ? context.anyRemoved : missingPart(digest, context);
        return missing === undefined ? [] : [{ harm: { kind: "part-missing", tag, missing } }];
    });
}

;// CONCATENATED MODULE: ./lazy/commands/deletion/execute-plan.js







async function executePlan(settings, { draft, journals }, { say, stop }) {
    const { repository, registry, snapshot, target, plan, reclaimable, sizes, refused } = draft;
    const { deletions } = plan;
    const base = { repository, plan, sizes };
    if (refused !== undefined)
        return { kind: "failed", ...base, error: refused };
    if (settings.dryRun)
        return { kind: "planned", ...base, reclaimable };
    if (deletions.length === 0) {
        const nothing = { bytes: 0, isLeast: false };
        return { kind: "applied", ...base, deletions: [], ...NOTHING, reclaimable: nothing };
    }
    if (stop?.aborted === true)
        return { kind: "failed", ...base, error: toldToStop(repository) };
    const tags = deletions.flatMap((deletion) => deletion.tags).length;
    const manifests = deletions.filter(({ kind }) => kind === "manifest").length;
    say({ kind: "deleting", repository, manifests, tags });
    const reading = { ...settings, registry, repository: target.repository, snapshot, plan, say };
    (0,heap/* freeHeap */.V)(snapshot.tags.length);
    const applied = await applyPlan({ ...reading, stop, recorder: journals.recorderOf(repository) });
    if (isUntouched(applied) && applied.stopped !== undefined) {
        return { kind: "failed", ...base, error: applied.stopped };
    }
    const gone = applied.deletions.flatMap(digestGone);
    const freed = gone.length === manifests ? reclaimable : (0,bytes/* uniqueBytes */.nx)(snapshot, new Set(gone));
    (0,heap/* freeHeap */.V)(snapshot.tags.length);
    try {
        const { listed, ...verified } = await verify({ ...reading, deletions: applied.deletions });
        await writeDownLost(verified, { draft, journals });
        const seen = { ...applied, deletions: asSeen(applied, listed) };
        return { kind: "applied", ...base, ...seen, ...verified, reclaimable: freed };
    }
    catch (error) {
        if (!(error instanceof errors/* PruneError */.Pc))
            throw error;
        const stopped = applied.stopped ?? unverified(repository, error);
        return { kind: "applied", ...base, ...applied, ...NOTHING, reclaimable: freed, stopped };
    }
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
async function writeDownLost({ harm }, { draft, journals }) {
    for (const each of harm) {
        if (each.kind === "tag-lost")
            await journals.lost(draft.repository, each.tag, each.image);
    }
}
function unverified(repository, cause) {
    return new errors/* UnsureError */.jA(`${repository}: what was deleted could not be looked at afterwards: ${cause.message}`, `${cause.nextStep}\nThe log names each deletion. A dry run shows how the repository is now.`, { cause });
}

// EXTERNAL MODULE: ./lazy/report/run/result.js
var result = __webpack_require__(5327);
// EXTERNAL MODULE: ./lazy/commands/collection/job.js
var job = __webpack_require__(5808);
;// CONCATENATED MODULE: ./lazy/commands/collection/after-prune.js


async function prepareCollection({ collection, dryRun }, host, { say, stop }) {
    if (collection?.by.kind === "command") {
        const { refuseDeleteUntagged } = await Promise.all(/* import() */[__webpack_require__.e(800), __webpack_require__.e(229)]).then(__webpack_require__.bind(__webpack_require__, 229));
        await refuseDeleteUntagged(collection.by.script, host);
    }
    if (collection?.by.kind !== "container")
        return;
    const { openSite } = await Promise.all(/* import() */[__webpack_require__.e(800), __webpack_require__.e(483), __webpack_require__.e(854)]).then(__webpack_require__.bind(__webpack_require__, 1854));
    const { engine, container } = await openSite(collection.by.name);
    if (dryRun)
        return;
    const { recover } = await Promise.all(/* import() */[__webpack_require__.e(800), __webpack_require__.e(810), __webpack_require__.e(449)]).then(__webpack_require__.bind(__webpack_require__, 449));
    await recover({
        engine,
        name: container.name,
        host,
        stop,
        say: (step) => {
            say({ kind: "collection-step", step });
        },
    });
}
async function collectAfterPrune(settings, site, hooks) {
    const { collection, concurrency, dryRun } = settings;
    if (collection === undefined)
        return undefined;
    if (dryRun)
        return (0,job/* skipped */.hT)({ kind: "dry-run" });
    if ((0,result/* statusOf */.c2)(site.result) !== "done")
        return (0,job/* skipped */.hT)({ kind: "prune-failed" });
    const pruned = site.pruned.filter(({ outcome }) => hasDeleted(outcome));
    if (pruned.length === 0)
        return (0,job/* skipped */.hT)({ kind: "nothing-deleted" });
    const { collect } = await Promise.all(/* import() */[__webpack_require__.e(800), __webpack_require__.e(483), __webpack_require__.e(810), __webpack_require__.e(897)]).then(__webpack_require__.bind(__webpack_require__, 1897));
    return collect({
        settings: collection,
        registry: await site.open(),
        host: site.host,
        concurrency,
        pruned: pruned.map(({ snapshot }) => snapshot.repository),
        known: knownSizes(site.pruned),
        isDryRun: false,
        hooks,
    });
}
function hasDeleted(outcome) {
    return outcome.kind === "applied" && outcome.deletions.some(({ kind }) => kind === "deleted");
}
function knownSizes(pruned) {
    const manifests = pruned.flatMap(({ snapshot }) => [...snapshot.manifests]);
    const named = manifests.flatMap(([digest, manifest]) => [
        { digest, ...(manifest.bytes === undefined ? {} : { bytes: manifest.bytes }) },
        ...(manifest.kind === "index" ? [] : (manifest.blobs ?? [])),
    ]);
    return new Map(named.flatMap(({ digest, bytes }) => (bytes === undefined ? [] : [[digest, bytes]])));
}

// EXTERNAL MODULE: ./lazy/commands/connection.js
var connection = __webpack_require__(8364);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lazy/run/journal/local-file.js
var local_file = __webpack_require__(8673);
;// CONCATENATED MODULE: ./lazy/run/journal/spool.js





const HOLDS_BYTES = 4 * 1024 * 1024;
function createSpool(holds = HOLDS_BYTES) {
    return new OverflowingSpool(holds);
}
class OverflowingSpool {
    #holds;
    #places = new Map();
    #held = [];
    #heldBytes = 0;
    #end = 0;
    #file;
    #writing = Promise.resolve();
    constructor(holds) {
        this.#holds = holds;
    }
    async keep({ digest, mediaType, body }) {
        if (!this.#places.has(digest)) {
            const place = { mediaType, length: body.length, body, position: 0 };
            this.#places.set(digest, place);
            this.#held.push(place);
            this.#heldBytes += body.length;
            if (this.#heldBytes > this.#holds)
                this.#spill();
        }
        await this.#writing;
    }
    #spill() {
        const places = this.#held;
        this.#held = [];
        this.#heldBytes = 0;
        this.#writing = this.#writing.then(() => this.#write(places));
        this.#writing.catch(() => undefined);
    }
    async #write(places) {
        this.#file ??= await openTemporary();
        const { file, base } = this.#file;
        const bytes = Buffer.concat(places.flatMap(({ body }) => body ?? []));
        try {
            await (0,local_file/* writeWhole */.f8)(file, bytes, this.#end);
        }
        catch (error) {
            throw failed(base, "written", error);
        }
        for (const place of places) {
            place.position = this.#end;
            place.body = undefined;
            this.#end += place.length;
        }
    }
    async read(digest) {
        const place = this.#places.get(digest);
        if (place === undefined)
            return undefined;
        const { mediaType, body, length, position } = place;
        return { mediaType, body: body ?? (await this.#readBack(length, position)) };
    }
    async #readBack(length, position) {
        const body = Buffer.alloc(length);
        try {
            const { bytesRead = 0 } = (await this.#file?.file.read(body, 0, length, position)) ?? {};
            if (bytesRead < length)
                throw new Error("it is shorter than what was written to it");
        }
        catch (error) {
            throw failed(this.#file?.base ?? "", "read", error);
        }
        return body;
    }
    async close() {
        await this.#writing.catch(() => undefined);
        await this.#file?.file.close().catch(() => undefined);
        if (this.#file !== undefined)
            await remove(this.#file.folder);
    }
}
async function openTemporary() {
    const base = (0,external_node_os_.tmpdir)();
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
function failed(base, what, cause) {
    return new errors/* PruneError */.Pc(`the manifests that were read can't be put aside: a temporary file in ${base} can't be ${what}: ${(0,local_file/* whyRefused */.fG)(cause)}`, "Nothing was deleted. Make room there, or name another folder in the environment variable TMPDIR, and run again.", { cause });
}

;// CONCATENATED MODULE: ./lazy/commands/deletion/journals.js


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
    #opened;
    constructor(settings, hooks, ready) {
        this.#settings = settings;
        this.#hooks = hooks;
        this.#ready = ready;
        const { spool } = ready;
        if (spool !== undefined)
            this.keep = (found) => spool.keep(found);
    }
    get path() {
        return this.#opened?.path;
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
        if (!(await hasEntries(this.#hooks.journalFolder)))
            return;
        const { unfinishedJournal } = await __webpack_require__.e(/* import() */ 825).then(__webpack_require__.bind(__webpack_require__, 9825));
        const path = await unfinishedJournal(this.#hooks.journalFolder, repository);
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
    async lost(repository, tag, digest) {
        await this.#opened?.lost(repository, tag, digest);
    }
    async close() {
        await this.#opened?.close();
        await this.#ready.spool?.close();
    }
    async #open() {
        if (this.#opened !== undefined)
            return this.#opened;
        const { journal: path } = this.#settings;
        const { tool, journalFolder, say } = this.#hooks;
        const place = path === undefined ? { kind: "folder", path: journalFolder } : { kind: "file", path };
        const journal = await loadJournal();
        this.#opened = await journal.openJournal(place, { tool, created: new Date() });
        say({ kind: "journal-opened", path: this.#opened.path });
        return this.#opened;
    }
}
function loadJournal() {
    return __webpack_require__.e(/* import() */ 602).then(__webpack_require__.bind(__webpack_require__, 4602));
}
const NO_JOURNAL = new Map();
async function readEarlier(path, say) {
    const isThere = await (0,promises_.stat)(path).then(({ size }) => size > 0, () => false);
    if (!isThere)
        return NO_JOURNAL;
    const { readJournal } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(860)]).then(__webpack_require__.bind(__webpack_require__, 6860));
    const { repositories, tornLines } = await readJournal(path);
    if (tornLines > 0)
        say({ kind: "journal-torn", path, lines: tornLines });
    return repositories;
}
async function hasEntries(folder) {
    return (0,promises_.readdir)(folder).then((names) => names.length > 0, () => false);
}

;// CONCATENATED MODULE: ./lazy/commands/deletion/deletion-run.js







async function runDeletions(settings, job, hooks) {
    const registries = new Map();
    const open = (reference) => {
        const registry = registries.get(reference.host) ?? openFor(settings, reference, hooks);
        registries.set(reference.host, registry);
        return registry;
    };
    const journals = await createJournals(settings, hooks);
    try {
        if (settings.collection === undefined || job.first === undefined) {
            const { result } = await deleteAll(settings, { ...job, open, journals }, hooks);
            return result;
        }
        return await deleteAndCollect(settings, { ...job, open, journals, first: job.first }, hooks);
    }
    finally {
        await journals.close();
        for (const registry of await Promise.allSettled(registries.values())) {
            if (registry.status === "fulfilled")
                registry.value.close();
        }
    }
}
async function deleteAndCollect(settings, running, hooks) {
    const { open, first } = running;
    const host = await (0,distribution_host/* openHost */.Z)((0,connection/* connectionTo */.m)(settings, first, hooks));
    try {
        await prepareCollection(settings, host, hooks);
        const { pruned, result } = await deleteAll(settings, running, hooks);
        const site = { open: () => open(first), host, pruned, result };
        const collection = await collectAfterPrune(settings, site, hooks);
        return { ...result, ...(collection === undefined ? {} : { collection }) };
    }
    finally {
        host.close();
    }
}
async function deleteAll(settings, { draft: makeDrafts, open, journals }, hooks) {
    const endsAt = performance.now() + (settings.timeLimit ?? Infinity);
    const drafts = await makeDrafts(open, journals);
    const unused = unusedPatterns(drafts);
    if (unused.length > 0)
        hooks.say({ kind: "patterns-unused", patterns: unused });
    const outcomes = [];
    const pruned = [];
    for (const draft of drafts) {
        if (draft.kind === "over") {
            outcomes.push(draft.outcome);
            continue;
        }
        const outcome = await executePlan({ ...settings, endsAt }, { draft, journals }, hooks);
        outcomes.push(outcome);
        hooks.say({ kind: "repository-ended", outcome });
        pruned.push({ snapshot: draft.snapshot, outcome });
    }
    const { path } = journals;
    const frees = drafts.flatMap((draft) => (draft.kind === "planned" ? [draft.registry.frees] : []));
    return {
        result: {
            isDryRun: settings.dryRun,
            outcomes,
            unused,
            frees: new Set(frees),
            ...(path === undefined ? {} : { journal: path }),
        },
        pruned,
    };
}
function unusedPatterns(drafts) {
    if (drafts.some((draft) => draft.kind === "over" && draft.outcome.kind === "failed"))
        return [];
    const uses = drafts.flatMap((draft) => (draft.kind === "planned" ? (draft.patterns ?? []) : []));
    const byName = (0,grouped/* grouped */.z)(uses.map((use) => [`${use.setting}: ${use.text}`, use]));
    return [...byName.values()].flatMap((all) => (all.some(({ isUsed }) => isUsed) ? [] : all.slice(0, 1)));
}
function openFor(settings, at, hooks) {
    const onWait = (0,connection/* tellingWaits */.W)(hooks.say);
    return (0,registry_open/* openRegistry */.M)({ ...(0,connection/* connectionTo */.m)(settings, at, { ...hooks, onWait }), rights: rightsOf(settings) });
}
function rightsOf({ dryRun, untag }) {
    if (dryRun)
        return ["pull"];
    return untag === "overwrite" ? ["pull", "push", "delete"] : ["pull", "delete"];
}


/***/ }),

/***/ 9987:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   L0: () => (/* binding */ planEach),
/* harmony export */   MU: () => (/* binding */ readingOf),
/* harmony export */   bJ: () => (/* binding */ confirmPlans),
/* harmony export */   ek: () => (/* binding */ placesOf)
/* harmony export */ });
/* harmony import */ var _core_image_bytes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7730);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);



function placesOf(images) {
    const first = images.filter((image, index) => images.findIndex((other) => (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRepository */ .ve)(image, other)) === index);
    return first.map((reference) => {
        const { host, repository } = reference;
        const named = images.filter((image) => (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameRepository */ .ve)(image, reference));
        const tags = named.flatMap(({ tag }) => tag ?? []);
        const digests = named.flatMap(({ digest }) => digest ?? []);
        return { reference, target: { host, repository, tags, digests } };
    });
}
function readingOf({ registry, target }, { keep }, concurrency) {
    return { registry, repository: target.repository, concurrency, ...(keep === undefined ? {} : { keep }) };
}
async function planEach(places, { open, decide, }, say) {
    const drafts = [];
    for (const place of places) {
        const { target } = place;
        const repository = `${target.host}/${target.repository}`;
        say({ kind: "repository-started", repository });
        const draft = await planOne(place, { open, decide }).catch((error) => {
            if (!(error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc))
                throw error;
            return { kind: "over", outcome: { kind: "failed", repository, error } };
        });
        if (draft.kind === "over")
            say({ kind: "repository-ended", outcome: draft.outcome });
        else
            say({ ...planOf(draft), kind: "planned" });
        drafts.push(draft);
    }
    return drafts;
}
async function planOne({ reference, target, isFound = false }, { open, decide, }) {
    const repository = `${target.host}/${target.repository}`;
    const site = { repository, target, registry: await open(reference) };
    const decision = await decide(site);
    if (decision.kind !== "decided") {
        const isLeft = isFound && (decision.why === "no-tags" || decision.why === "unknown-repository");
        return { kind: "over", outcome: isLeft ? { ...decision, why: "left-empty" } : decision };
    }
    return { ...decision, ...site, ...bytesOf(decision.plan, decision.snapshot), kind: "planned" };
}
function bytesOf({ deletions }, snapshot) {
    const gone = new Set();
    for (const deletion of deletions)
        if (deletion.kind === "manifest")
            gone.add(deletion.digest);
    return { reclaimable: (0,_core_image_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueBytes */ .nx)(snapshot, gone), sizes: (0,_core_image_bytes_js__WEBPACK_IMPORTED_MODULE_0__/* .uniqueBytesEach */ .YD)(snapshot, gone) };
}
function planOf({ repository, plan, reclaimable, sizes }) {
    return { repository, plan, reclaimable, sizes };
}
async function confirmPlans(draftAll, { dryRun }, hooks) {
    let drafts = await draftAll();
    for (;;) {
        const planned = drafts.flatMap((draft) => (draft.kind === "planned" ? [draft] : []));
        await hooks.savePlans(planned.map(planOf));
        const doable = planned.filter(({ plan: { deletions }, refused }) => deletions.length > 0 && refused === undefined);
        if (dryRun || hooks.confirm === undefined || doable.length === 0)
            return drafts;
        if (!(await hooks.confirm(doable.map(planOf)))) {
            throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc("You said no, so nothing was deleted", "Run again when you are ready.");
        }
        const again = await draftAll();
        if (deletionsOf(again) === deletionsOf(drafts))
            return again;
        drafts = again;
    }
}
function deletionsOf(drafts) {
    return JSON.stringify(drafts.map((draft) => (draft.kind === "planned" ? [draft.repository, draft.plan.deletions] : [])));
}


/***/ }),

/***/ 4490:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ prune)
});

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/core/policy/verdict.js
var verdict = __webpack_require__(3387);
;// CONCATENATED MODULE: ./lazy/core/plan/deletion-limit.js


function tooMany({ verdicts, untagged }, most) {
    const going = verdicts.filter(verdict/* goes */.n).length + untagged.filter(({ kind }) => kind === "delete").length;
    const all = verdicts.length + untagged.filter((each) => each.kind === "delete" || each.why !== "no-limit").length;
    const allowed = most.kind === "count" ? most.count : (most.percent * all) / 100 + 1e-9;
    if (going <= allowed)
        return undefined;
    const limit = most.kind === "count" ? String(most.count) : `${most.percent}%`;
    return new errors/* PruneError */.Pc(`${going} of ${all} ${all === verdicts.length ? "tags" : "tags and untagged images"} would go, and max-deletions is ${limit}, so nothing is deleted there`, "See in the plan whether that is what you want; if it is, raise max-deletions, or leave it out for this run.");
}

// EXTERNAL MODULE: ./lazy/core/policy/pattern-use.js
var pattern_use = __webpack_require__(9982);
// EXTERNAL MODULE: ./lazy/core/policy/policy.js
var policy_policy = __webpack_require__(1774);
// EXTERNAL MODULE: ./lazy/core/policy/in-use.js
var in_use = __webpack_require__(4849);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __webpack_require__(1033);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js
var observe = __webpack_require__(2302);
// EXTERNAL MODULE: ./lazy/run/observe/plan-with-lookups.js + 1 modules
var plan_with_lookups = __webpack_require__(114);
;// CONCATENATED MODULE: ./lazy/commands/deletion/find-repositories.js

async function findRepositories(globs, open) {
    const catalogs = new Map();
    const places = new Map();
    const outcomes = [];
    for (const glob of globs) {
        const { host, pattern, matches } = glob;
        const below = globs.flatMap((other) => (other.host === host ? [other.first] : []));
        const catalog = catalogs.get(host) ?? open(glob).then((registry) => registry.listRepositories(new Set(below)));
        catalogs.set(host, catalog);
        const repository = `${host}/${pattern}`;
        try {
            const found = (await catalog).filter(matches);
            for (const name of found)
                places.set(`${host}/${name}`, placeOf(glob, name));
            if (found.length === 0)
                outcomes.push({ kind: "nothing", repository, why: "no-match" });
        }
        catch (error) {
            if (!(error instanceof errors/* PruneError */.Pc))
                throw error;
            outcomes.push({ kind: "failed", repository, error });
        }
    }
    return { places: [...places.values()], outcomes };
}
function placeOf({ scheme, host }, repository) {
    return {
        reference: { host, ...(scheme === undefined ? {} : { scheme }) },
        target: { host, repository, tags: [], digests: [] },
        isFound: true,
    };
}

// EXTERNAL MODULE: ./lazy/commands/deletion/deletion-run.js + 18 modules
var deletion_run = __webpack_require__(3401);
// EXTERNAL MODULE: ./lazy/commands/deletion/plan-repositories.js
var plan_repositories = __webpack_require__(9987);
;// CONCATENATED MODULE: ./lazy/commands/prune.js










async function prune(settings, hooks) {
    const { images, globs, policies } = settings;
    return (0,deletion_run/* runDeletions */.H)({ ...settings, allowEmpty: policies.allowEmpty, untag: policies.untag }, {
        first: images[0] ?? globs[0],
        draft: (open, journals) => (0,plan_repositories/* confirmPlans */.bJ)(() => planAll(settings, { open, journals }, hooks), settings, hooks),
    }, hooks);
}
async function planAll(settings, { open, journals }, hooks) {
    const named = (0,plan_repositories/* placesOf */.ek)(settings.images);
    const { places, outcomes } = await findRepositories(settings.globs, open);
    const others = places.filter(({ target }) => !named.some((place) => (0,reference/* isSameRepository */.ve)(place.target, target)));
    const found = others.filter(({ target }) => (0,policy_policy/* policyFor */.KV)(target, settings.policies).rules.length > 0);
    if (found.length < others.length) {
        hooks.say({ kind: "repositories-unruled", repositories: others.length - found.length });
    }
    for (const outcome of outcomes)
        hooks.say({ kind: "repository-ended", outcome });
    const decide = (site) => decideOne(settings, { site, journals }, hooks);
    const drafts = await (0,plan_repositories/* planEach */.L0)([...named, ...found], { open, decide }, hooks.say);
    return [...drafts, ...outcomes.map((outcome) => ({ kind: "over", outcome }))];
}
async function decideOne({ concurrency, policies, maxDeletions }, { site, journals }, { say }) {
    const { repository, target } = site;
    const policy = (0,policy_policy/* policyFor */.KV)(target, policies);
    if (policy.rules.length === 0)
        return { kind: "nothing", repository, why: "no-rule" };
    const reading = (0,plan_repositories/* readingOf */.MU)(site, journals, concurrency);
    await journals.lookForOthers(repository);
    const others = journals.leftoversOf(repository);
    const inUse = (0,in_use/* digestsInUse */.Yp)(policy.protect, target.repository);
    const observation = await (0,observe/* observe */.lB)(reading, { ...target, others, inUse }, say);
    if (observation.kind !== "snapshot")
        return { kind: "nothing", repository, why: observation.kind };
    const { manifests } = observation.snapshot;
    const leftovers = new Set(others.filter((digest) => manifests.has(digest)));
    await journals.closeGone(repository, new Set(others.filter((digest) => !manifests.has(digest))));
    if (leftovers.size > 0)
        say({ kind: "leftovers", repository, manifests: leftovers.size });
    const snapshot = { ...observation.snapshot, leftovers };
    const decided = await (0,plan_with_lookups/* planWithLookups */.n)(reading, snapshot, policy);
    const patterns = [...(0,pattern_use/* patternUses */.t)(decided.snapshot, policy), ...(0,pattern_use/* repositoryUses */.f)(target, policies)];
    const refused = maxDeletions === undefined ? undefined : tooMany(decided.plan, maxDeletions);
    return { kind: "decided", ...decided, patterns, ...(refused === undefined ? {} : { refused }) };
}


/***/ }),

/***/ 6011:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ grouped)
/* harmony export */ });
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

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
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

/***/ 2404:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ listed),
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9357);

function listed(words, last) {
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
function nearest(name, known) {
    const distances = known.map((other) => ({ other, distance: (0,leven__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(name, other) }));
    return distances.sort((a, b) => a.distance - b.distance)[0]?.other ?? "another";
}


/***/ }),

/***/ 7730:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Iv: () => (/* binding */ blobSizes),
/* harmony export */   YD: () => (/* binding */ uniqueBytesEach),
/* harmony export */   nx: () => (/* binding */ uniqueBytes),
/* harmony export */   pq: () => (/* binding */ countOf)
/* harmony export */ });
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7293);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8544);


function uniqueBytes({ manifests }, gone) {
    return countBytes(gone, { manifests, held: heldBy(manifests, gone) });
}
function uniqueBytesEach({ manifests }, gone) {
    const context = { manifests, held: heldBy(manifests, gone) };
    return {
        get: (image) => {
            if (!gone.has(image))
                return undefined;
            const parts = [...(0,_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(image, manifests)].filter((digest) => gone.has(digest));
            return countBytes(new Set(parts), context);
        },
    };
}
function countBytes(gone, { manifests, held }) {
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
        for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .blobsOf */ .OR)(manifests.get(digest)))
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
            for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .blobsOf */ .OR)(manifest))
                held.add(blob.digest);
    }
    return held;
}


/***/ }),

/***/ 7865:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readCreated),
/* harmony export */   h: () => (/* binding */ ageOf)
/* harmony export */ });
/* harmony import */ var _date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6953);
/* harmony import */ var _graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7293);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3979);



function ageOf(image, { manifests, dates }) {
    const [own, ...others] = [...(0,_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .contents */ .PG)([image], manifests)].map((digest) => manifests.get(digest));
    const images = [own, ...others].flatMap((part) => part === undefined || part.kind === "index" ? [] : part);
    const unread = images.flatMap((part) => {
        const config = configOf(part);
        return config === undefined || dates.has(config) ? [] : [config];
    });
    if (unread.length > 0)
        return { kind: "unread", configs: unread };
    const found = images.flatMap((part) => dateOf(part, dates) ?? []);
    const created = found.length > 0 ? Math.max(...found) : own?.created;
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
    const parsed = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(config);
    return (0,_base_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(parsed) ? (0,_date_js__WEBPACK_IMPORTED_MODULE_0__/* .readDate */ .h)(parsed["created"]) : undefined;
}


/***/ }),

/***/ 6953:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readDate)
/* harmony export */ });
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

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   PG: () => (/* binding */ contents),
/* harmony export */   Xl: () => (/* binding */ neededBy),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   eN: () => (/* binding */ needs),
/* harmony export */   vs: () => (/* binding */ neededIn)
/* harmony export */ });
/* unused harmony export reach */
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8544);

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
        for (const blob of (0,_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .blobsOf */ .OR)(manifests.get(digest))) {
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
    const seen = new Set(roots);
    for (const digest of seen) {
        const manifest = manifests.get(digest);
        if (manifest !== undefined)
            for (const other of next(manifest))
                seen.add(other);
    }
    return seen;
}
function inOrder(nodes, predecessors) {
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

/***/ 8544:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ internBlobs),
/* harmony export */   FG: () => (/* binding */ ACCEPTED_MEDIA_TYPES),
/* harmony export */   Fl: () => (/* binding */ blobDigests),
/* harmony export */   MK: () => (/* binding */ decodeManifest),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   Pr: () => (/* binding */ isSchema1)
/* harmony export */ });
/* harmony import */ var _date_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6953);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3979);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);




function blobsOf(manifest) {
    return manifest === undefined || manifest.kind === "index" ? [] : (manifest.blobs ?? []);
}
function blobDigests(manifest) {
    return blobsOf(manifest).map(({ digest }) => digest);
}
function internBlobs() {
    const known = new Map();
    const shared = (blob) => {
        const first = known.get(blob.digest);
        if (first === undefined)
            known.set(blob.digest, blob);
        return first !== undefined && first.bytes === blob.bytes ? first : blob;
    };
    return (manifest) => {
        if (manifest.kind === "index" || manifest.blobs === undefined)
            return manifest;
        return { ...manifest, blobs: manifest.blobs.map(shared) };
    };
}
const INDEX_TYPES = [
    "application/vnd.oci.image.index.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json",
];
const IMAGE_TYPES = [
    "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v2+json",
];
const SCHEMA1_TYPES = [
    "application/vnd.docker.distribution.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.v1+prettyjws",
];
const CONFIG_TYPES = [
    "application/vnd.oci.image.config.v1+json",
    "application/vnd.docker.container.image.v1+json",
];
const ACCEPTED_MEDIA_TYPES = [...INDEX_TYPES, ...IMAGE_TYPES];
function isSchema1(mediaType) {
    return SCHEMA1_TYPES.includes(mediaType);
}
function decodeManifest(mediaType, body) {
    if (isSchema1(mediaType))
        return { kind: "schema1", blobs: schema1Blobs(body), ...schema1Date(body) };
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(body))
        throw unsure("it is not a JSON object");
    const own = body["mediaType"];
    if (own !== undefined && own !== mediaType) {
        throw unsure(`it was sent as "${mediaType}" and calls itself ${JSON.stringify(own)}`);
    }
    const subject = body["subject"] === undefined ? {} : { subject: digestOf(body["subject"]) };
    const more = { ...subject, ...annotatedDate(body) };
    if (INDEX_TYPES.includes(mediaType))
        return { kind: "index", children: childrenOf(body), ...more };
    if (IMAGE_TYPES.includes(mediaType)) {
        if (body["manifests"] !== undefined)
            throw unsure("it is an image that also lists manifests");
        return { kind: "image", ...more, blobs: namedBlobs(body), ...configOf(body) };
    }
    throw unsure(`its media type is "${mediaType}"`);
}
function childrenOf(body) {
    const { manifests } = body;
    if (!Array.isArray(manifests))
        throw unsure("it is an index without a list of manifests");
    return manifests.map(digestOf);
}
function namedBlobs(body) {
    const { config, layers } = body;
    const listed = Array.isArray(layers) ? layers : [];
    const blobs = [config, ...listed].flatMap((descriptor) => {
        if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(descriptor) || isForeign(descriptor))
            return [];
        const { digest, size } = descriptor;
        if (typeof digest !== "string" || !(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
            return [];
        const isSize = typeof size === "number" && Number.isSafeInteger(size) && size >= 0;
        return [isSize ? { digest, bytes: size } : { digest }];
    });
    return blobs.slice();
}
function configOf({ config }) {
    if (!(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(config))
        return {};
    const { digest, mediaType } = config;
    const isImages = typeof mediaType === "string" && CONFIG_TYPES.includes(mediaType);
    return isImages && typeof digest === "string" && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest) ? { config: digest } : {};
}
function annotatedDate({ annotations }) {
    const text = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(annotations) ? annotations["org.opencontainers.image.created"] : undefined;
    const created = (0,_date_js__WEBPACK_IMPORTED_MODULE_0__/* .readDate */ .h)(text);
    return created === undefined ? {} : { created };
}
function schema1Date(body) {
    const history = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(body) ? body["history"] : undefined;
    const newest = Array.isArray(history) ? history[0] : undefined;
    const text = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(newest) ? newest["v1Compatibility"] : undefined;
    const image = typeof text === "string" ? (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text) : undefined;
    const created = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(image) ? (0,_date_js__WEBPACK_IMPORTED_MODULE_0__/* .readDate */ .h)(image["created"]) : undefined;
    return created === undefined ? {} : { created };
}
function isForeign({ mediaType, urls }) {
    return ((Array.isArray(urls) && urls.length > 0) ||
        (typeof mediaType === "string" && /foreign|nondistributable/.test(mediaType)));
}
function schema1Blobs(body) {
    const layers = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(body) ? body["fsLayers"] : undefined;
    if (!Array.isArray(layers))
        return [];
    return layers.flatMap((layer) => {
        const digest = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(layer) ? layer["blobSum"] : undefined;
        return typeof digest === "string" && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest) ? [{ digest }] : [];
    });
}
function digestOf(descriptor) {
    const digest = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(descriptor) ? descriptor["digest"] : undefined;
    if (typeof digest !== "string" || !(0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
        throw unsure("a descriptor in it has no valid digest");
    return digest;
}
function unsure(why) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UnsureError */ .jA(`a manifest can't be understood: ${why}`, "Push the image again in an OCI or Docker v2 format, or delete its tag by hand.");
}


/***/ }),

/***/ 385:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fv: () => (/* binding */ registryOf),
/* harmony export */   aA: () => (/* binding */ tokenKind),
/* harmony export */   yQ: () => (/* binding */ GITHUB_COM)
/* harmony export */ });
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

/***/ 1780:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ namesHost),
/* harmony export */   GJ: () => (/* binding */ parseTagGlob),
/* harmony export */   Oo: () => (/* binding */ wrongPattern),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   y5: () => (/* binding */ parseRepositoryGlob)
/* harmony export */ });
/* harmony import */ var picomatch__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1026);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);


function parseTagGlob(text) {
    return compileGlob(text, globProblem(text, /[^\w.*?[\]{},^-]/u, "a tag"));
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
const LEFT_OPEN = "a bracket or brace is left open; close it, for example {alpha,beta}";
function compileGlob(text, problem) {
    if (problem !== undefined)
        throw wrongPattern(text, problem);
    const glob = text.replace(/\/\*\*$/, "/**/*");
    try {
        const matches = picomatch__WEBPACK_IMPORTED_MODULE_1__(glob, { strictBrackets: true });
        return { text, matches: (name) => matches(name) };
    }
    catch (cause) {
        throw wrongPattern(text, LEFT_OPEN, cause);
    }
}
function globProblem(text, strange, what) {
    if (text === "")
        return "it is empty; write a pattern, such as *-alpha.*";
    if (text.startsWith("!"))
        return `a pattern can't begin with "!"; to keep tags, name them in exclude`;
    if (/,/.test(withoutBraces(text))) {
        return "a comma separates only within braces; write one pattern a line, or {a,b}";
    }
    if (text.includes("[!"))
        return "write [^...] for a character that is none of these";
    if (/(?<!\[)\^/.test(text)) {
        return "^ means none of these, and stands behind [ alone; a glob is for the whole name";
    }
    if (/\{[^,{}]*\}|\{[^{}]*\.\.[^{}]*\}/.test(text)) {
        return "braces hold a choice with commas, such as {alpha,beta}, and no ranges";
    }
    if (isOpen(text))
        return LEFT_OPEN;
    const classes = text.match(/\[\^?[^\]]*\]/g) ?? [];
    if (!classes.every(isClass)) {
        return "a range in brackets goes backwards, or nothing is in them; write [a-z]";
    }
    const foreign = strange.exec(text)?.[0];
    if (foreign === undefined)
        return undefined;
    return `"${foreign}" can't stand in ${what}, so this would match nothing; patterns are globs of * ? [a-z] {a,b}, or a regular expression between slashes`;
}
function isOpen(text) {
    const outside = withoutBraces(text.replace(/\[[^\]]*\]/g, ""));
    return /[[\]{}]/.test(outside);
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
function wrongPattern(text, why, cause) {
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc(`"${text}": ${why}`, "Correct the pattern.", { cause });
}


/***/ }),

/***/ 8565:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oy: () => (/* binding */ missingOf),
  et: () => (/* binding */ plan),
  Of: () => (/* binding */ refusalOf),
  Ot: () => (/* binding */ refuseEmpty)
});

// EXTERNAL MODULE: ./lazy/core/policy/decide.js + 1 modules
var decide = __webpack_require__(5809);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __webpack_require__(7293);
// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __webpack_require__(6011);
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __webpack_require__(8240);
;// CONCATENATED MODULE: ./lazy/core/plan/notice.js


const MANY_CHANNELS = 10;
function noticesOf({ places, undated }, { budget }) {
    const hasCandidates = places.some(({ place }) => place.kind === "ranked" || place.kind === "date-unread");
    const channels = endlessChannels(places);
    return [
        ...(hasCandidates || places.length === 0 ? [] : [{ kind: "no-candidates" }]),
        ...(channels.length === 0 ? [] : [{ kind: "endless-channels", channels }]),
        ...(undated.length === 0 ? [] : [{ kind: "undated", tags: undated }]),
        ...(budget !== undefined && budget.least.bytes > budget.maxSize
            ? [{ kind: "over-budget", ...budget }]
            : []),
    ];
}
function endlessChannels(places) {
    const groups = new Set(places.flatMap(({ place }) => (place.kind === "ranked" ? [place.group] : [])));
    if (groups.size < MANY_CHANNELS)
        return [];
    const versions = (0,grouped/* grouped */.z)(places.flatMap(({ tag, place }) => {
        if (place.kind !== "ranked" || !place.rule.groupBy.includes("channel"))
            return [];
        const name = (0,version/* readTagName */.UF)(tag);
        if (name.kind === "label")
            return [[name.channel, ""]];
        if (name.kind !== "version" || name.channel === version/* RELEASE */.g2)
            return [];
        const { major, minor, patch } = name.version;
        return [[name.channel, `${major}.${minor}.${patch}`]];
    }));
    const ofOneVersion = [...versions].flatMap(([channel, all]) => (new Set(all).size === 1 ? [channel] : []));
    const words = new Set(ofOneVersion.flatMap((channel) => channel.split(/[._-]/)));
    const isMost = versions.size >= MANY_CHANNELS && ofOneVersion.length > versions.size / 2;
    return isMost && words.size >= ofOneVersion.length ? ofOneVersion : [];
}

// EXTERNAL MODULE: ./lazy/core/names/order.js
var order = __webpack_require__(1184);
;// CONCATENATED MODULE: ./lazy/core/plan/order-deletions.js




function orderDeletions({ verdicts, doomed }, snapshot, newestFirst) {
    const victims = verdicts.filter((verdict) => verdict.kind === "delete");
    const images = tagsByImage(victims);
    const owners = new Map(victims.map(({ tag, digest }) => [tag, digest]));
    const family = familyOf(victims, snapshot);
    const order = orderManifests({
        roots: oldestFirst(owners, newestFirst),
        owners,
        doomed,
        family,
        snapshot,
    });
    const orphans = orphansOf(victims);
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
    return tags.length < 2 ? tags : [...tags].sort(order/* compareTagsNewestFirst */.lF);
}
const NONE = [];
function tagDeletion({ tag, digest, by, reason }) {
    const parents = reason.kind === "referrer-of" ? [reason.subject] : [];
    return { kind: "tag", tags: [tag], by, parents, ...(digest === undefined ? {} : { digest }) };
}
function tagsByImage(victims) {
    return (0,grouped/* grouped */.z)(victims.map(({ digest, tag }) => [digest, tag]));
}
function orphansOf(victims) {
    const orphans = [];
    for (const { digest, reason } of victims) {
        if (reason.kind === "orphan")
            orphans.push([digest, reason.subject]);
    }
    return (0,grouped/* grouped */.z)(orphans);
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
function familyOf(victims, { manifests, referrers }) {
    const names = [];
    for (const { tag, digest } of victims) {
        const subject = (0,version/* subjectOf */.et)(tag);
        if (subject !== undefined)
            names.push([subject, digest]);
    }
    const named = (0,grouped/* grouped */.z)(names);
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
function orderManifests({ roots, owners, doomed, family, snapshot }) {
    const siblings = siblingsOf(owners);
    const wanted = families(roots, { doomed, family, snapshot });
    if (family.isEmpty && siblings.size === 0) {
        return wanted.map((digest) => ({ digest, parents: NONE, after: NONE }));
    }
    const containers = parentsOf(doomed, family.children);
    const subjects = parentsOf(doomed, family.referrers);
    const within = (digest) => containers.get(digest) ?? NONE;
    const hard = (digest) => joined(containers.get(digest), subjects.get(digest));
    const soft = (digest) => siblings.get(digest) ?? NONE;
    const ordered = [soft, hard, within].reduce(graph/* inOrder */.al, wanted);
    const position = new Map(ordered.map((digest, index) => [digest, index]));
    const before = (digest) => (other) => (position.get(other) ?? 0) < (position.get(digest) ?? 0);
    const earlier = (others, digest) => others.length === 0 ? NONE : [...new Set(others)].filter(before(digest));
    return ordered.map((digest) => ({
        digest,
        parents: earlier(hard(digest), digest),
        after: earlier(soft(digest), digest),
    }));
}
function families(roots, { doomed, family, snapshot }) {
    if (family.isEmpty) {
        const going = roots.filter((root) => doomed.has(root));
        return going.length === doomed.size ? going : [...new Set([...going, ...doomed])];
    }
    const isRoot = new Set(roots);
    const ordered = new Set();
    for (const root of roots) {
        const members = new Set((0,graph/* partsOf */.CI)(root, snapshot.manifests));
        for (const member of members) {
            family.children(member).forEach((other) => members.add(other));
            family.referrers(member).forEach((other) => members.add(other));
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
    return (0,grouped/* grouped */.z)(parents);
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
    return (0,grouped/* grouped */.z)(siblings);
}

// EXTERNAL MODULE: ./lazy/core/policy/ranks.js
var policy_ranks = __webpack_require__(1985);
// EXTERNAL MODULE: ./lazy/core/policy/untagged.js
var untagged = __webpack_require__(7655);
// EXTERNAL MODULE: ./lazy/core/policy/verdict.js
var policy_verdict = __webpack_require__(3387);
;// CONCATENATED MODULE: ./lazy/core/plan/make-plan.js









function plan(snapshot, policy) {
    const ranks = (0,policy_ranks/* standings */.E)(snapshot, policy);
    const decision = (0,decide/* decide */.L)(ranks.places, snapshot, policy);
    const { verdicts, budget } = decision;
    refuseEmpty(verdicts, policy);
    return {
        repository: snapshot.repository,
        verdicts,
        notices: noticesOf(ranks, decision),
        ...(budget === undefined ? {} : { budget }),
        deletions: orderDeletions(decision, snapshot, ranks.newestFirst),
        missing: missingOf(verdicts, snapshot),
        skipped: [],
        untagged: (0,untagged/* untaggedVerdicts */.Mb)(snapshot, policy, decision.doomed),
        unread: [...new Set([...ranks.unread, ...decision.unread])],
    };
}
function refuseEmpty(verdicts, policy) {
    const refusal = refusalOf(verdicts, policy);
    if (refusal !== undefined)
        throw refusal;
}
function refusalOf(verdicts, { allowEmpty }) {
    const isImage = ({ kind, tag, digest }) => kind === "keep" && digest !== undefined && (0,version/* subjectOf */.et)(tag) === undefined;
    const hasVictims = verdicts.some((verdict) => (0,policy_verdict/* goes */.n)(verdict) && verdict.digest !== undefined);
    if (allowEmpty || !hasVictims || verdicts.some(isImage))
        return undefined;
    return new errors/* PruneError */.Pc("it would be left without a tag, so nothing is deleted there", "Keep at least one image (keep), or say that the repository may end empty (allow-empty: true).");
}
function missingOf(verdicts, { manifests, missing }) {
    const kept = verdicts.flatMap(({ kind, digest }) => kind === "keep" && digest !== undefined ? [digest] : []);
    const parts = (0,graph/* contents */.PG)(kept, manifests);
    return [...missing].filter((digest) => parts.has(digest));
}


/***/ }),

/***/ 1395:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isBare)
/* harmony export */ });
function isUnfinished(outcome) {
    return (outcome.kind === "spared" && (outcome.reason.kind === "stopped" || outcome.reason.kind === "time-limit"));
}
function isBare(outcome) {
    return outcome.untagged !== undefined && (isUnfinished(outcome) || outcome.kind === "failed");
}


/***/ }),

/***/ 920:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stayingTags),
/* harmony export */   s: () => (/* binding */ goingTags)
/* harmony export */ });
/* harmony import */ var _policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3387);

function goingTags({ verdicts }) {
    return verdicts.filter(_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .goes */ .n).map(({ tag }) => tag);
}
function stayingTags({ verdicts }) {
    return verdicts.filter((verdict) => !(0,_policy_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .goes */ .n)(verdict)).map(({ tag }) => tag);
}


/***/ }),

/***/ 5809:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ decide)
});

// EXTERNAL MODULE: ./lazy/core/image/bytes.js
var image_bytes = __webpack_require__(7730);
// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __webpack_require__(7293);
// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __webpack_require__(6011);
// EXTERNAL MODULE: ./lazy/core/image/manifest.js
var manifest = __webpack_require__(8544);
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __webpack_require__(8240);
;// CONCATENATED MODULE: ./lazy/core/policy/budget.js





function roomFor(images, gone, { snapshot, maxSize }) {
    const { manifests } = snapshot;
    const sizes = (0,image_bytes/* blobSizes */.Iv)(manifests);
    const held = new Set(staying(gone, snapshot));
    let { bytes } = (0,image_bytes/* countOf */.pq)([...held], sizes);
    const fits = new Set();
    const belongings = belongingsIn(snapshot);
    for (const image of images) {
        const parts = [...belongings(image)].flatMap((digest) => partsOf(digest, manifests));
        const added = [...new Set(parts)].filter((part) => !held.has(part));
        bytes += (0,image_bytes/* countOf */.pq)(added, sizes).bytes;
        if (bytes > maxSize)
            break;
        added.forEach((part) => held.add(part));
        fits.add(image);
    }
    return fits;
}
function sizeWithout(gone, snapshot) {
    return (0,image_bytes/* countOf */.pq)([...staying(gone, snapshot)], (0,image_bytes/* blobSizes */.Iv)(snapshot.manifests));
}
function staying(gone, { manifests }) {
    const manifestsLeft = [...manifests.keys()].filter((digest) => !gone.has(digest));
    return new Set(manifestsLeft.flatMap((digest) => partsOf(digest, manifests)));
}
function partsOf(digest, manifests) {
    return manifests.has(digest) ? [digest, ...(0,manifest/* blobDigests */.Fl)(manifests.get(digest))] : [];
}
function belongingsIn({ tags, manifests, referrers }) {
    const named = (0,grouped/* grouped */.z)(tags.flatMap(({ tag, digest }) => {
        const subject = (0,version/* subjectOf */.et)(tag);
        return subject === undefined || digest === undefined ? [] : [[subject, digest]];
    }));
    return (image) => {
        const all = new Set([image]);
        for (const digest of all) {
            const manifest = manifests.get(digest);
            const needed = manifest === undefined ? [] : (0,graph/* needs */.eN)(manifest);
            for (const other of [...needed, ...(named.get(digest) ?? []), ...(referrers.get(digest) ?? [])]) {
                all.add(other);
            }
        }
        return all;
    };
}
function inOrderOfCutting(places) {
    const best = ({ rank, semverRank = Infinity }) => Math.min(rank, semverRank);
    return places.filter((place) => best(place) > 1).sort((a, b) => best(a) - best(b));
}

// EXTERNAL MODULE: ./lazy/core/policy/own-verdict.js
var own_verdict = __webpack_require__(4458);
// EXTERNAL MODULE: ./lazy/core/policy/propagate.js
var propagate = __webpack_require__(3773);
// EXTERNAL MODULE: ./lazy/core/policy/verdict.js
var verdict = __webpack_require__(3387);
;// CONCATENATED MODULE: ./lazy/core/policy/decide.js




function decide(places, snapshot, policy) {
    const rules = (0,own_verdict/* rulesOf */.fD)(snapshot, policy);
    const judged = places.map((standing) => ({ standing, own: (0,own_verdict/* ownVerdictOf */.xw)(standing, rules) }));
    const decision = unlessYoung(judged, rules);
    const { maxSize } = policy;
    if (maxSize === undefined || decision.unread.length > 0)
        return decision;
    return withinBudget(judged, { rules, decision, maxSize });
}
function unlessYoung(judged, rules) {
    const settled = (0,propagate/* propagateKeeps */.a)(judged.map(({ own }) => own), rules);
    if (rules.policy.rules.every(({ keepYoungerThan }) => keepYoungerThan === undefined)) {
        return { ...settled, unread: [] };
    }
    const going = new Set(settled.verdicts.filter(verdict/* goes */.n).map(({ tag }) => tag));
    const doubtful = judged.flatMap(({ standing }) => {
        const unread = going.has(standing.tag) ? (0,own_verdict/* unreadDates */.XQ)(standing, rules.snapshot) : [];
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
    return { ...(0,propagate/* propagateKeeps */.a)(patient, rules), unread: doubtful.flatMap(({ unread }) => unread) };
}
function withinBudget(judged, { rules, decision, maxSize }) {
    const { snapshot } = rules;
    const cuttable = cuttableOf(judged);
    const without = (fits) => {
        const cut = new Set(cuttable.filter(({ digest }) => !fits.has(digest)));
        return (0,propagate/* propagateKeeps */.a)(judged.map(({ standing, own }) => cutLeaning(standing, own, { cut, maxSize })), rules);
    };
    const least = without(new Set());
    const images = [...new Set(cuttable.map(({ digest }) => digest))];
    const fits = new Set(images.filter((image) => !least.doomed.has(image)));
    const crowd = images.filter((image) => !fits.has(image));
    for (const image of roomFor(crowd, least.doomed, { snapshot, maxSize }))
        fits.add(image);
    const budgetOf = ({ doomed }) => ({
        maxSize,
        least: sizeWithout(least.doomed, snapshot),
        stays: sizeWithout(doomed, snapshot),
    });
    if (images.every((image) => fits.has(image)))
        return { ...decision, budget: budgetOf(decision) };
    const unread = judged.flatMap(({ standing }) => (0,own_verdict/* unreadDates */.XQ)(standing, snapshot));
    if (unread.length > 0)
        return { ...decision, unread };
    const settled = without(fits);
    return { ...settled, unread: [], budget: budgetOf(settled) };
}
function cuttableOf(judged) {
    const newest = judged.flatMap(({ standing: { place }, own }) => place.kind === "ranked" && own.kind === "keep" && own.reason.kind === "newest" ? [place] : []);
    return inOrderOfCutting(newest);
}
function cutLeaning({ tag, place }, own, { cut, maxSize }) {
    if (place.kind !== "ranked" || !cut.has(place))
        return own;
    return { kind: "delete", tag, digest: place.digest, reason: (0,own_verdict/* overBudget */.qj)(place, maxSize) };
}


/***/ }),

/***/ 4849:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jf: () => (/* binding */ presenceIn),
/* harmony export */   Lj: () => (/* binding */ inUse),
/* harmony export */   Ov: () => (/* binding */ parseProtected),
/* harmony export */   Yp: () => (/* binding */ digestsInUse),
/* harmony export */   fr: () => (/* binding */ namesAnImage),
/* harmony export */   i$: () => (/* binding */ scanProtected),
/* harmony export */   jj: () => (/* binding */ useOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
/* harmony import */ var _image_graph_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7293);
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);



const LATEST = "latest";
const SHORT = 12;
function parseProtected(text) {
    if ((0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(text))
        return [{ kind: "digest", from: "setting", text, digest: text }];
    const reference = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(text);
    if (reference.tag === undefined && reference.digest === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc(`"${text}" has no tag and no digest; write host/repository:tag, host/repository@sha256:… or the digest alone (names of tags belong in exclude)`, "Correct it.");
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
    if ((0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(word))
        return [{ kind: "digest", from: "file", text: word, digest: word }];
    if (/^[0-9a-f]{12,64}$/.test(word))
        return [{ kind: "id", from: "file", text: word, hex: word }];
    if (!/[/:@]/.test(word))
        return [];
    try {
        const reference = (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(word);
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
    return entries.flatMap((entry) => entry.kind === "digest" && entry.path?.endsWith(`/${repository}`) === true ? [entry.digest] : []);
}
function inUse({ repository, tags, manifests, missing }, entries) {
    if (entries.length === 0)
        return { tags: new Map(), digests: new Map() };
    const named = new Map();
    for (const entry of entries) {
        if (entry.kind === "tag" && entry.path.endsWith(`/${repository}`))
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
    for (const part of (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_1__/* .contents */ .PG)([digest], manifests)) {
        const entry = digests.get(part);
        if (entry !== undefined)
            return entry;
    }
    return undefined;
}


/***/ }),

/***/ 4458:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mm: () => (/* binding */ reasonsToStay),
/* harmony export */   Mx: () => (/* binding */ beyondNewest),
/* harmony export */   XQ: () => (/* binding */ unreadDates),
/* harmony export */   fD: () => (/* binding */ rulesOf),
/* harmony export */   jR: () => (/* binding */ untagWay),
/* harmony export */   qj: () => (/* binding */ overBudget),
/* harmony export */   xw: () => (/* binding */ ownVerdictOf)
/* harmony export */ });
/* harmony import */ var _image_created_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7865);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1774);
/* harmony import */ var _in_use_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4849);



function rulesOf(snapshot, policy) {
    return { snapshot, policy, by: untagWay(snapshot, policy), used: (0,_in_use_js__WEBPACK_IMPORTED_MODULE_2__/* .inUse */ .Lj)(snapshot, policy.protect) };
}
function untagWay({ untags }, { untag }) {
    if (untag === "never")
        return undefined;
    if (untags === "yes")
        return "delete";
    return untag === "overwrite" ? "overwrite" : undefined;
}
function ownVerdictOf(standing, rules) {
    const { place, tag, digest } = standing;
    if (digest === undefined)
        return danglingVerdict(tag, rules);
    const [reason] = reasonsToStay(standing, rules);
    if (reason !== undefined)
        return { kind: "keep", tag, digest, reason };
    if (place.kind === "ranked")
        return { kind: "delete", tag, digest, reason: beyondNewest(place) };
    if (place.kind === "referrer")
        return referrerVerdict(tag, { digest, subject: place.subject }, rules);
    return { kind: "keep", tag, digest, reason: place };
}
function reasonsToStay({ tag, digest, place }, rules) {
    if (digest === undefined)
        return [];
    const { namedTags, namedDigests } = rules.snapshot;
    const isPushed = namedTags.has(tag) || namedDigests.has(digest);
    const use = (0,_in_use_js__WEBPACK_IMPORTED_MODULE_2__/* .useOf */ .jj)({ tag, digest }, rules.used, rules.snapshot);
    return [
        ...(isPushed ? [{ kind: "just-pushed" }] : []),
        ...(use === undefined ? [] : [{ kind: "protected", by: use.text }]),
        ...(place.kind === "ranked" ? ofRank(place, rules) : place.kind === "referrer" ? [] : [place]),
    ];
}
function ofRank(place, rules) {
    const [newest, young] = [amongNewest(place), youngEnough(place, rules)];
    return rules.policy.maxSize === undefined ? [...newest, ...young] : [...young, ...newest];
}
function amongNewest(place) {
    const { group, rank, semverRank, rule } = place;
    const { keep, sort } = rule;
    const newest = { kind: "newest", ...nameOf(rule), group, keep };
    if (rank <= keep)
        return [{ ...newest, rank, by: sort }];
    return semverRank !== undefined && semverRank <= keep
        ? [{ ...newest, rank: semverRank, by: "version" }]
        : [];
}
function youngEnough({ digest, rule }, { snapshot }) {
    const limit = rule.keepYoungerThan;
    if (limit === undefined)
        return [];
    const age = (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__/* .ageOf */ .h)(digest, snapshot);
    switch (age.kind) {
        case "unread":
            return [];
        case "undated":
            return [{ kind: "undated", limit }];
        case "dated":
            return age.created > snapshot.now - limit
                ? [{ kind: "younger", created: new Date(age.created).toISOString(), limit }]
                : [];
    }
}
function unreadDates({ place }, snapshot) {
    if (place.kind !== "ranked" || place.rule.keepYoungerThan === undefined)
        return [];
    const age = (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__/* .ageOf */ .h)(place.digest, snapshot);
    return age.kind === "unread" ? age.configs : [];
}
function beyondNewest({ group, rank, of, rule }) {
    return { kind: "beyond-newest", ...nameOf(rule), group, rank, of, keep: rule.keep };
}
function overBudget({ group, rank, of, rule }, maxSize) {
    return { kind: "over-budget", ...nameOf(rule), group, rank, of, maxSize };
}
function nameOf({ name }) {
    return name === undefined ? {} : { rule: name };
}
function danglingVerdict(tag, { snapshot, policy, by, used }) {
    const isWanted = snapshot.namedTags.has(tag) || used.tags.has(tag);
    const mayGo = policy.dangling === "delete" && !isWanted && (0,_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .mayDelete */ .Xl)(tag, policy);
    if (mayGo && by !== undefined)
        return { kind: "heal", tag, by };
    return { kind: "keep", tag, reason: { kind: "dangling" } };
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

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ repositoryUses),
/* harmony export */   t: () => (/* binding */ patternUses)
/* harmony export */ });
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1774);
/* harmony import */ var _in_use_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4849);


function patternUses(snapshot, policy) {
    const { rules, exclude, protect } = policy;
    const usesOf = (setting, patterns) => patterns.map(({ text, matches }) => ({
        setting,
        text,
        isUsed: snapshot.tags.some(({ tag }) => matches(tag)),
    }));
    const written = protect.filter(({ from }) => from === "setting");
    const isThere = written.length === 0 ? undefined : (0,_in_use_js__WEBPACK_IMPORTED_MODULE_1__/* .presenceIn */ .Jf)(snapshot);
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
        isUsed: (0,_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .isMeant */ .EZ)(place, pattern),
    })));
}


/***/ }),

/***/ 1774:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ isMeant),
/* harmony export */   KV: () => (/* binding */ policyFor),
/* harmony export */   Xl: () => (/* binding */ mayDelete),
/* harmony export */   ZZ: () => (/* binding */ UNTAG_WAYS),
/* harmony export */   ah: () => (/* binding */ exclusionOf),
/* harmony export */   dv: () => (/* binding */ OR_WHAT),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* harmony import */ var _names_glob_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1780);

const OR_WHAT = ["report", "delete"];
const UNTAG_WAYS = ["auto", "never", "overwrite"];
function policyFor(place, policies) {
    const rules = policies.rules.filter(({ repositories }) => repositories.length === 0 || repositories.some((pattern) => isMeant(place, pattern)));
    const maxSize = rules.find((rule) => rule.maxSize !== undefined)?.maxSize;
    return { ...policies, rules, ...(maxSize === undefined ? {} : { maxSize }) };
}
function isMeant({ host, repository }, pattern) {
    return pattern.matches(repository) || ((0,_names_glob_js__WEBPACK_IMPORTED_MODULE_0__/* .namesHost */ .$r)(pattern) && pattern.matches(`${host}/${repository}`));
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

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isForAnother),
/* harmony export */   a: () => (/* binding */ propagateKeeps)
/* harmony export */ });
/* harmony import */ var _image_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7293);
/* harmony import */ var _untagged_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7655);
/* harmony import */ var _names_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8240);



function propagateKeeps(ownVerdicts, rules) {
    const { snapshot, by } = rules;
    const { roots, followers } = (0,_untagged_js__WEBPACK_IMPORTED_MODULE_2__/* .sortUntagged */ .uZ)(snapshot);
    const isOld = (digest) => (0,_untagged_js__WEBPACK_IMPORTED_MODULE_2__/* .isTooOld */ .Um)(digest, snapshot, rules.policy) && !isPartlyUsed(digest, rules);
    const old = roots.filter(isOld);
    const untagged = new Set(roots.filter((digest) => !isOld(digest)));
    const stays = new Map();
    for (const own of ownVerdicts)
        if (own.kind === "keep")
            stays.set(own.tag, own);
    for (;;) {
        const kept = keptFor(ownVerdicts.flatMap(({ tag }) => stays.get(tag) ?? []), untagged, rules);
        const open = ownVerdicts.filter(({ tag }) => !stays.has(tag));
        const doomed = doomedBy([...goingOf(open), ...old], open, { needed: kept.needed, snapshot });
        const context = { kept, doomed, snapshot, by };
        const more = open.flatMap((own) => stayOf(own, context) ?? []);
        const followed = followers.filter((digest) => !doomed.has(digest) && !untagged.has(digest));
        if (more.length === 0 && followed.length === 0) {
            const verdicts = ownVerdicts.map((own) => stays.get(own.tag) ?? verdictOf(own, context));
            return { verdicts, doomed };
        }
        for (const verdict of more)
            stays.set(verdict.tag, verdict);
        for (const digest of followed)
            untagged.add(digest);
    }
}
function isPartlyUsed(image, { snapshot, used }) {
    return [...(0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(image, snapshot.manifests)].some((part) => used.digests.has(part));
}
const FOR_ANOTHER = [
    "referrer",
    "shares-digest",
    "contained-in",
    "has-referrer",
];
function isForAnother({ kind }) {
    return FOR_ANOTHER.includes(kind);
}
function keptFor(verdicts, untagged, { snapshot, used }) {
    const tags = new Map();
    const referred = new Map();
    const subjects = new Map();
    for (const { tag, digest, reason } of verdicts) {
        const subject = (0,_names_version_js__WEBPACK_IMPORTED_MODULE_1__/* .subjectOf */ .et)(tag);
        if (subject !== undefined && !snapshot.missing.has(subject)) {
            referred.set(subject, tag);
            if (!isForAnother(reason))
                subjects.set(subject, tag);
        }
        if (digest !== undefined && !tags.has(digest))
            tags.set(digest, tag);
    }
    const named = [...snapshot.namedDigests, ...used.digests.keys(), ...untagged].map((digest) => [digest, digest]);
    const needed = (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .neededBy */ .Xl)([...tags, ...named, ...referred], snapshot.manifests);
    return { tags, needed, subjects };
}
function doomedBy(going, open, { needed, snapshot }) {
    const { manifests, missing, leftovers, referrers } = snapshot;
    const doomed = new Set();
    const doom = (digest) => {
        for (const part of (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(digest, manifests)) {
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
function stayOf(own, context) {
    if (own.kind === "keep" || own.kind === "heal")
        return undefined;
    const { tag, digest } = own;
    if (own.kind === "follow" && !context.doomed.has(own.subject)) {
        return { kind: "keep", tag, digest, reason: { kind: "referrer", subject: own.subject } };
    }
    if (own.kind === "follow" && context.by !== undefined)
        return undefined;
    const reason = sharedReason(digest, context);
    return reason === undefined ? undefined : { kind: "keep", tag, digest, reason };
}
function sharedReason(digest, { kept, snapshot, by }) {
    const alias = kept.tags.get(digest);
    if (alias !== undefined) {
        if (by !== undefined)
            return undefined;
        return { kind: "shares-digest", with: alias, untags: snapshot.untags === "no" ? "no" : "unseen" };
    }
    const parts = kept.subjects.size === 0 ? [] : (0,_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .partsOf */ .CI)(digest, snapshot.manifests);
    for (const part of parts) {
        const referrer = kept.subjects.get(part);
        if (referrer !== undefined)
            return { kind: "has-referrer", with: referrer };
    }
    const needer = kept.needed.get(digest);
    return needer === undefined ? undefined : { kind: "contained-in", with: needer };
}
function verdictOf(own, { kept, by }) {
    if (own.kind === "keep")
        return own;
    const { tag } = own;
    if (own.kind === "heal")
        return { kind: "untag", tag, by: own.by, reason: { kind: "dangling" } };
    const verdict = own.kind === "delete" ? own : deletedWith(own);
    const { digest, reason } = verdict;
    if (by === undefined || !kept.needed.has(digest))
        return verdict;
    const alias = kept.tags.get(digest);
    return { kind: "untag", tag, digest, by, reason, ...(alias === undefined ? {} : { with: alias }) };
}
function deletedWith({ tag, digest, subject, }) {
    return { kind: "delete", tag, digest, reason: { kind: "referrer-of", subject } };
}


/***/ }),

/***/ 1985:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ standings)
/* harmony export */ });
/* harmony import */ var _image_created_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7865);
/* harmony import */ var _names_group_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1404);
/* harmony import */ var _names_order_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1184);
/* harmony import */ var _policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1774);
/* harmony import */ var _names_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8240);





function standings(snapshot, policy) {
    const others = [];
    const candidates = new Map(policy.rules.map((rule) => [rule, []]));
    for (const state of snapshot.tags) {
        const name = (0,_names_version_js__WEBPACK_IMPORTED_MODULE_3__/* .readTagName */ .UF)(state.tag);
        const rule = (0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleFor */ .sG)(state.tag, policy);
        const obstacle = obstacleOf(state, { name, rule }, policy);
        if (obstacle !== undefined) {
            others.push({ ...state, place: obstacle });
        }
        else if (state.digest !== undefined && rule !== undefined) {
            candidates.get(rule)?.push({ tag: state.tag, digest: state.digest, name });
        }
    }
    const ranked = [...candidates].map(([rule, members]) => rankAll(rule, members, snapshot));
    const [inGroups, unplaced] = [
        ranked.flatMap(({ places }) => places),
        ranked.flatMap((each) => each.unplaced),
    ];
    return {
        places: [...inGroups, ...[...others, ...unplaced].sort((a, b) => (0,_names_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareTagsNewestFirst */ .lF)(a.tag, b.tag))],
        newestFirst: ranked.flatMap(({ newestFirst }) => newestFirst),
        unread: ranked.flatMap(({ unread }) => unread),
        undated: ranked.flatMap(({ undated }) => undated),
    };
}
function obstacleOf(state, { name, rule }, policy) {
    if (state.digest === undefined)
        return { kind: "dangling" };
    const pattern = (0,_policy_js__WEBPACK_IMPORTED_MODULE_2__/* .exclusionOf */ .ah)(state.tag, policy, rule);
    if (pattern !== undefined)
        return { kind: "excluded", pattern: pattern.text };
    if (name.kind === "referrer")
        return { kind: "referrer", subject: name.subject };
    if (rule !== undefined)
        return unorderable(state.tag, name, rule);
    const hasNames = policy.rules.length !== 1 || policy.rules.some((other) => other.name !== undefined);
    return { kind: hasNames ? "no-rule" : "not-included" };
}
function unorderable(tag, name, { sort, tags }) {
    switch (sort) {
        case "semver":
            return name.kind === "version" ? undefined : { kind: "not-a-version" };
        case "prerelease": {
            const isPrerelease = name.kind === "version" && name.version.prerelease.length > 0;
            const isAskedFor = name.kind === "label" && tags.length > 0;
            return isPrerelease || isAskedFor ? undefined : { kind: "not-a-prerelease" };
        }
        case "natural":
        case "created":
            return tag === "latest" ? { kind: "latest" } : undefined;
    }
}
function rankAll(rule, members, snapshot) {
    const dated = rule.sort === "created" ? withDates(members, snapshot) : { members, unread: [] };
    if (dated.unread.length > 0) {
        const unplaced = members.map(({ tag, digest }) => ({
            tag,
            digest,
            place: { kind: "date-unread" },
        }));
        return { places: [], unplaced, newestFirst: [], unread: dated.unread, undated: [] };
    }
    const ordered = [...dated.members].sort((0,_names_order_js__WEBPACK_IMPORTED_MODULE_4__/* .comparatorOf */ ._y)(rule.sort));
    const hasNoDate = ({ created }) => rule.sort === "created" && created === undefined;
    return {
        places: groupsOf(rule, ordered).flatMap(([group, tags]) => rankGroup(rule, group, tags)),
        unplaced: [],
        newestFirst: ordered.map(({ tag }) => tag),
        unread: [],
        undated: ordered.filter(hasNoDate).map(({ tag }) => tag),
    };
}
function withDates(members, snapshot) {
    const ages = members.map((member) => ({ member, age: (0,_image_created_js__WEBPACK_IMPORTED_MODULE_0__/* .ageOf */ .h)(member.digest, snapshot) }));
    return {
        members: ages.map(({ member, age }) => age.kind === "dated" ? { ...member, created: age.created } : member),
        unread: ages.flatMap(({ age }) => (age.kind === "unread" ? age.configs : [])),
    };
}
function groupsOf(rule, members) {
    const groups = new Map();
    for (const member of members) {
        const group = (0,_names_group_js__WEBPACK_IMPORTED_MODULE_1__/* .groupOf */ .F8)(member.name, rule.groupBy);
        const name = (0,_names_group_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOfGroup */ .I8)(group, rule.groupBy);
        const known = groups.get(name) ?? { group, members: [] };
        groups.set(name, known);
        known.members.push(member);
    }
    return [...groups]
        .sort(([, a], [, b]) => (0,_names_group_js__WEBPACK_IMPORTED_MODULE_1__/* .compareGroups */ .GM)(a.group, b.group))
        .map(([name, each]) => [name, each.members]);
}
function rankGroup(rule, group, ordered) {
    const ranks = imageRanks(ordered);
    const semverRanks = rule.sort === "prerelease" ? versionRanks(ordered) : undefined;
    return ordered.map(({ tag, digest }) => {
        const place = {
            kind: "ranked",
            digest,
            rule,
            group,
            rank: ranks.get(digest) ?? 1,
            of: ranks.size,
        };
        const semverRank = semverRanks?.get(digest);
        return { tag, digest, place: semverRank === undefined ? place : { ...place, semverRank } };
    });
}
function versionRanks(members) {
    return imageRanks(members.filter(({ name }) => name.kind === "version").sort(_names_order_js__WEBPACK_IMPORTED_MODULE_4__/* .compareBySemver */ .tK));
}
function imageRanks(ordered) {
    const ranks = new Map();
    for (const { digest } of ordered)
        if (!ranks.has(digest))
            ranks.set(digest, ranks.size + 1);
    return ranks;
}


/***/ }),

/***/ 7655:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mb: () => (/* binding */ untaggedVerdicts),
/* harmony export */   Rg: () => (/* binding */ referrersAmong),
/* harmony export */   Um: () => (/* binding */ isTooOld),
/* harmony export */   ez: () => (/* binding */ plannedUntagged),
/* harmony export */   uZ: () => (/* binding */ sortUntagged)
/* harmony export */ });
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

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ goes)
/* harmony export */ });
function goes(verdict) {
    return verdict.kind !== "keep";
}


/***/ }),

/***/ 3654:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AC: () => (/* binding */ goOn),
/* harmony export */   Gv: () => (/* binding */ beginTrail),
/* harmony export */   r7: () => (/* binding */ speedOf)
/* harmony export */ });
const WINDOW_MS = 25_000;
const WINDOW_PART = 1 / 4;
const MARKS_IN_WINDOW = 50;
const LEAST_MS = 2000;
function beginTrail(mark) {
    return { from: mark.at, marks: [mark], last: mark };
}
function goOn({ from, marks }, mark) {
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

/***/ 9513:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ whyNotCollect),
/* harmony export */   H7: () => (/* binding */ readCollection),
/* harmony export */   dU: () => (/* binding */ isEmptyRegistry),
/* harmony export */   h4: () => (/* binding */ notCollected),
/* harmony export */   uq: () => (/* binding */ freedBy)
/* harmony export */ });
/* harmony import */ var _names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1033);

function whyNotCollect(prospect) {
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
const REPOSITORY_LINE = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const MARKING = /^(\S+): marking (?:manifest|blob|configuration) /;
const ELIGIBLE = /^blob eligible for deletion: (\S+)$/;
const SUMMARY = /^\d+ blobs marked, \d+ blobs and \d+ manifests eligible for deletion$/;
function readCollection() {
    const repositories = new Set();
    const blobs = new Set();
    let isWhole = false;
    return {
        line(text) {
            const line = text.trim();
            const digest = ELIGIBLE.exec(line)?.[1];
            const repository = MARKING.exec(line)?.[1] ?? (REPOSITORY_LINE.test(line) ? line : undefined);
            if (repository !== undefined)
                repositories.add(repository);
            if (digest !== undefined && (0,_names_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigest */ .Bc)(digest))
                blobs.add(digest);
            if (SUMMARY.test(line))
                isWhole = true;
        },
        report: () => ({ repositories: [...repositories], blobs: [...blobs], isWhole }),
    };
}
function isEmptyRegistry(errorOutput) {
    return /failed to mark: .*Path not found: \/docker\/registry\/v2\/repositories(?![\w/-])/.test(errorOutput);
}
function notCollected(report, pruned) {
    return pruned.filter((repository) => !report.repositories.includes(repository));
}


/***/ }),

/***/ 8617:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ NAME),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
const NAME = "prune-image-tags";
const VERSION = "0.1.0";


/***/ }),

/***/ 505:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ createStop)
/* harmony export */ });
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
function createStop(tell) {
    const controller = new AbortController();
    let isCollecting = false;
    const stop = () => {
        if (!isCollecting)
            leave();
        controller.abort();
        tell({ kind: "told-to-stop", what: isCollecting ? "collection" : "deletions" });
    };
    const leave = () => SIGNALS.forEach((name) => process.removeListener(name, stop));
    const listen = () => SIGNALS.forEach((name) => process.on(name, stop));
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


/***/ }),

/***/ 9240:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect),
  U: () => (/* binding */ isLoopback)
});

;// CONCATENATED MODULE: ./lazy/registry/connection/basic.js
function basicHeader({ credentials, onSecret }) {
    if (credentials.kind !== "password")
        return undefined;
    const encoded = Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64");
    onSecret(credentials.password);
    onSecret(encoded);
    return `Basic ${encoded}`;
}

;// CONCATENATED MODULE: ./lazy/registry/connection/challenge.js
const LONGEST = 8192;
function parseChallenge(header) {
    if (header.length > LONGEST)
        return undefined;
    const bearer = /(?:^|,)\s*Bearer\s+(?<parameters>.*)$/i.exec(header)?.groups?.["parameters"];
    if (bearer !== undefined) {
        const parameters = parseParameters(bearer);
        const realm = parameters.get("realm");
        if (realm === undefined)
            return undefined;
        const service = parameters.get("service");
        const error = parameters.get("error");
        return {
            kind: "bearer",
            realm,
            ...(service === undefined ? {} : { service }),
            ...(error === undefined ? {} : { error }),
        };
    }
    return /(?:^|,)\s*Basic(?:\s|$)/i.test(header) ? { kind: "basic" } : undefined;
}
function parseParameters(text) {
    const parameters = new Map();
    for (const match of text.matchAll(/(?<name>[a-z_]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s,"]+))/gi)) {
        const { name = "", quoted, bare = "" } = match.groups ?? {};
        parameters.set(name.toLowerCase(), quoted ?? bare);
    }
    return parameters;
}

// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __webpack_require__(252);
;// CONCATENATED MODULE: ./lazy/registry/connection/token.js



const DEFAULT_LIFETIME_S = 60;
const MARGIN = 0.9;
const CLIENT_ID = "prune-image-tags";
async function fetchToken(options, challenge, scope) {
    const realm = checkedRealm(challenge.realm, options);
    const response = await options.http.send(tokenRequest(realm, options, { ...challenge, scope }));
    const token = decodeToken(realm, response);
    options.onSecret(token.value);
    return token;
}
function checkedRealm(text, { allowsPlainHttp }) {
    const realm = URL.canParse(text) ? new URL(text) : undefined;
    if (realm?.protocol === "https:")
        return realm;
    if (realm?.protocol === "http:" && allowsPlainHttp(realm.host))
        return realm;
    throw new registry/* RegistryError */.g("unsafe-realm", {
        message: `the registry sends us to ${realm?.origin ?? "no valid address"} to sign in, which would see the password unencrypted`,
        nextStep: "Give the token server HTTPS (REGISTRY_AUTH_TOKEN_REALM in the registry's configuration)" +
            (realm === undefined ? "." : `, or trust it by naming it: plain-http: ${realm.host}.`),
    });
}
function tokenRequest(realm, options, { service, scope }) {
    const parameters = { ...(service === undefined ? {} : { service }), scope };
    if (options.credentials.kind === "identity-token") {
        const { token } = options.credentials;
        options.onSecret(token);
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
    const authorization = basicHeader(options);
    return { method: "GET", url, ...(authorization === undefined ? {} : { headers: { authorization } }) };
}
function decodeToken(realm, response) {
    if (response.status === 401 || response.status === 403 || response.status === 400) {
        throw new registry/* RegistryError */.g("unauthorized", {
            message: `${realm.host}, which hands out tokens for the registry, refused to sign us in (${response.status})`,
            nextStep: "Check the user name and password, and that they may pull and delete.",
        });
    }
    const body = (0,json/* parseJson */.qF)(response.body.toString("utf8"));
    const value = (0,json/* textAt */.$6)(body, "token") ?? (0,json/* textAt */.$6)(body, "access_token");
    if (response.status !== 200 || value === undefined) {
        throw new registry/* RegistryError */.g("unexpected-answer", {
            message: `${realm.host}, which hands out tokens for the registry, answered ${response.status} without a token`,
            nextStep: "Check the token server.",
        });
    }
    const lifetime = (0,json/* isObject */.Gv)(body) ? body["expires_in"] : undefined;
    const seconds = typeof lifetime === "number" && lifetime > 0 ? lifetime : DEFAULT_LIFETIME_S;
    return { value, expires: Date.now() + seconds * MARGIN * 1000 };
}

;// CONCATENATED MODULE: ./lazy/registry/connection/session.js



function createSession(options) {
    const tokens = new Map();
    let challenge;
    const authorization = async (scope) => {
        if (challenge === undefined)
            return undefined;
        if (challenge.kind === "basic")
            return basicHeader(options);
        const known = await tokens.get(scope);
        if (known !== undefined && known.expires > Date.now())
            return bearerHeader(known);
        const token = fetchToken(options, challenge, scope);
        tokens.set(scope, token);
        token.catch(() => tokens.delete(scope));
        return bearerHeader(await token);
    };
    return {
        async send(request, scope) {
            const header = await authorization(scope);
            const response = await options.http.send(withAuthorization(request, header));
            if (response.status !== 401)
                return response;
            if (response.url.origin !== request.url.origin)
                return response;
            const asked = parseChallenge(response.headers["www-authenticate"] ?? "");
            if (asked === undefined || (header !== undefined && isFinal(asked)))
                return response;
            challenge = asked;
            const used = await tokens.get(scope);
            if (used !== undefined && bearerHeader(used) === header)
                tokens.delete(scope);
            const renewed = await authorization(scope);
            if (renewed === undefined)
                return response;
            return options.http.send(withAuthorization(request, renewed));
        },
    };
}
function isFinal(challenge) {
    return challenge.kind === "basic" || challenge.error === "insufficient_scope";
}
function withAuthorization(request, header) {
    return header === undefined
        ? request
        : { ...request, headers: { ...request.headers, authorization: header } };
}
function bearerHeader(token) {
    return `Bearer ${token.value}`;
}

// EXTERNAL MODULE: ./lazy/registry/connection/credentials.js
var connection_credentials = __webpack_require__(9798);
// EXTERNAL MODULE: ../../node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(66);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/registry/http/network-errors.js
var network_errors = __webpack_require__(9592);
;// CONCATENATED MODULE: ./lazy/registry/http/certificates.js






async function certificatesFor(host) {
    const configuration = process.env["XDG_CONFIG_HOME"] ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".config");
    for (const base of ["/etc/docker", (0,external_node_path_.join)(configuration, "docker")]) {
        const folder = (0,external_node_path_.join)(base, "certs.d", host);
        try {
            const names = (await (0,promises_.readdir)(folder)).sort();
            if (names.length > 0)
                return await readFolder(folder, names);
        }
        catch (cause) {
            if ((0,network_errors/* codeOf */.$N)(cause) === "ENOENT" || (0,network_errors/* codeOf */.$N)(cause) === "ENOTDIR")
                continue;
            throw new errors/* PruneError */.Pc(`${folder} can't be read (${(0,network_errors/* codeOf */.$N)(cause)})`, "Let the user that runs this read it, or remove it.", { cause });
        }
    }
    return {};
}
async function readFolder(folder, names) {
    const read = (name) => (0,promises_.readFile)((0,external_node_path_.join)(folder, name), "utf8");
    const authorities = await Promise.all(names.filter((name) => name.endsWith(".crt")).map(read));
    const cert = names.find((name) => name.endsWith(".cert"));
    const key = cert?.replace(/\.cert$/, ".key");
    return {
        ...(authorities.length === 0
            ? {}
            : { ca: [...external_node_tls_.rootCertificates, ...(await extraAuthorities()), ...authorities] }),
        ...(cert === undefined || key === undefined ? {} : { cert: await read(cert), key: await read(key) }),
    };
}
async function extraAuthorities() {
    const path = process.env["NODE_EXTRA_CA_CERTS"];
    if (path === undefined || path === "")
        return [];
    return (0,promises_.readFile)(path, "utf8").then((text) => [text], () => []);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
;// CONCATENATED MODULE: ./lazy/registry/http/body.js

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
                message.destroy((0,network_errors/* badAnswer */.k6)(url, `it sends more than ${MAX_BODY_BYTES} bytes`));
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

;// CONCATENATED MODULE: ./lazy/registry/http/exchange.js



const DEADLINE_MS = 30_000;
const DELETE_DEADLINE_MS = 300_000;
function exchange(request, pool) {
    const { url, method, body, peeks } = request;
    const { request: open } = url.protocol === "https:" ? external_node_https_namespaceObject : external_node_http_namespaceObject;
    return new Promise((resolve, reject) => {
        let underWay;
        const deadline = setTimeout(() => underWay.destroy(new Error("no whole answer came in time")), method === "DELETE" ? DELETE_DEADLINE_MS : DEADLINE_MS);
        const fail = (error) => {
            clearTimeout(deadline);
            reject(error);
        };
        const sent = open(optionsFor(request, pool), (message) => {
            underWay = message;
            const { statusCode: status = 0, headers } = message;
            const reading = peeks === true ? readFirst(message) : readBody(url, message);
            reading.then((read) => {
                clearTimeout(deadline);
                resolve({
                    status,
                    headers,
                    body: read,
                    get url() {
                        return addressOf(request);
                    },
                });
            }, fail);
        });
        underWay = sent;
        sent.on("error", fail);
        sent.end(body);
    });
}
function addressOf({ url, path }) {
    return path === undefined ? url : new URL(path, url);
}
function optionsFor({ method, url, path, headers }, { client, agent }) {
    const { hostname, port } = url;
    return {
        method,
        host: hostname.startsWith("[") ? hostname.slice(1, -1) : hostname,
        port: port === "" ? undefined : port,
        path: path ?? url.pathname + url.search,
        headers: { "user-agent": client.userAgent, ...headers },
        agent,
    };
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lazy/core/progress/adaptive-concurrency.js
const FIRST_LIMIT = 8;
const STEP = 1.5;
const WINDOW_MS = 200;
const LEAST_SERVED = 24;
const LEAST_ROUNDS = 3;
const MANY_SERVED = 100;
const SHORT_WINDOW_MS = 60;
const LEAST_STEP = 1.25;
const BETTER = 1.15;
const AS_GOOD = 0.9;
const SLOWER = 2;
const QUICK_MS = 20;
const QUICK_BETTER = 1.05;
const QUICK_STEP = 2;
const FIRST_HOLD = 8;
const SHORT_HOLD = 2;
const LONGEST_HOLD = 32;
const EMPTY = { served: 0, ms: 0 };
function newConcurrency(cap) {
    return {
        cap,
        limit: Math.min(FIRST_LIMIT, cap),
        underWay: 0,
        generation: 0,
        at: 0,
        window: undefined,
        aim: { kind: "measure" },
        patience: SHORT_HOLD,
    };
}
function begun(pace, now) {
    return { ...pace, at: now, window: windowAt(pace, now), underWay: pace.underWay + 1 };
}
function ended(pace, { now, generation, isRefused }) {
    const isStale = generation !== pace.generation;
    const window = windowAt(pace, now);
    const left = { ...pace, at: now, window, underWay: pace.underWay - 1 };
    if (isRefused)
        return isStale ? left : afterRefusal(left);
    if (window === undefined)
        return isStale ? left : { ...left, window: EMPTY };
    const { ms } = window;
    const served = window.served + (isFull(pace) ? 1 : 0);
    return isWhole(pace, { served, ms })
        ? decided({ ...left, window: EMPTY }, served / ms)
        : { ...left, window: { served, ms } };
}
function isWhole({ limit }, { served, ms }) {
    if (served < Math.max(LEAST_ROUNDS * limit, LEAST_SERVED))
        return false;
    return ms >= (served < MANY_SERVED ? WINDOW_MS : SHORT_WINDOW_MS);
}
function isFull({ underWay, limit }) {
    return underWay >= limit;
}
function windowAt(pace, now) {
    const { window, at } = pace;
    return window === undefined || !isFull(pace) ? window : { served: window.served, ms: window.ms + now - at };
}
function afterRefusal(pace) {
    const { aim, limit } = pace;
    if (aim.kind === "up")
        return settled(pace, aim.base, aim.from);
    if (limit === 1 && aim.kind === "hold")
        return pace;
    return lowered(pace, Math.floor(limit / 2));
}
function decided(pace, rate) {
    const { aim, limit } = pace;
    const speed = { limit, rate };
    switch (aim.kind) {
        case "measure":
            return tryMore(pace, speed, limit);
        case "up":
            if (rate >= (isQuick(speed) ? QUICK_BETTER : BETTER) * aim.base.rate) {
                return tryMore(pace, speed, aim.from);
            }
            return tryFewer(pace, aim.base, aim.from);
        case "down":
            if (rate >= AS_GOOD * aim.base.rate)
                return tryFewer(pace, { limit, rate: aim.base.rate }, aim.from);
            return settled(pace, aim.base, aim.from);
        case "hold":
            return held(pace, aim, rate);
    }
}
function held(pace, { windows, rates }, rate) {
    const isSlower = rates !== undefined && rate * SLOWER < rates.accepted;
    if (isSlower && pace.limit > 1)
        return lowered(pace, fewerThan(pace.limit));
    const recent = rates === undefined || isSlower ? rate : (rates.recent + rate) / 2;
    const accepted = rates === undefined || isSlower ? rate : rates.accepted;
    return windows > 1
        ? { ...pace, aim: { kind: "hold", windows: windows - 1, rates: { accepted, recent } } }
        : tryMore(pace, { limit: pace.limit, rate: recent }, pace.limit);
}
function tryMore(pace, base, from) {
    const more = moreThan(base, pace.cap);
    return more === base.limit ? tryFewer(pace, base, from) : at(pace, more, { kind: "up", base, from });
}
function tryFewer(pace, base, from) {
    if (base.limit > from || base.limit === 1 || isQuick(base))
        return settled(pace, base, from);
    return at(pace, fewerThan(base.limit), { kind: "down", base, from });
}
function isQuick({ limit, rate }) {
    return limit / rate < QUICK_MS;
}
function moreThan(base, cap) {
    const { limit } = base;
    const more = Math.max(limit + 1, Math.floor(limit * (isQuick(base) ? QUICK_STEP : STEP)));
    return more * LEAST_STEP > cap ? cap : more;
}
function fewerThan(limit) {
    return Math.max(1, Math.floor(limit / STEP));
}
function settled(pace, speed, from) {
    const { limit, rate } = speed;
    const first = isQuick(speed) ? SHORT_HOLD : FIRST_HOLD;
    const windows = limit === from ? Math.max(first, pace.patience) : first;
    const rates = { accepted: rate, recent: rate };
    const patience = Math.min(LONGEST_HOLD, 2 * windows);
    return { ...at(pace, limit, { kind: "hold", windows, rates }), patience };
}
function lowered(pace, limit) {
    const hold = { kind: "hold", windows: SHORT_HOLD, rates: undefined };
    return { ...at(pace, Math.max(1, limit), hold), patience: SHORT_HOLD };
}
function at(pace, limit, aim) {
    if (limit === pace.limit)
        return { ...pace, aim };
    return { ...pace, limit, aim, generation: pace.generation + 1, window: undefined };
}

;// CONCATENATED MODULE: ./lazy/registry/http/adaptive-limits.js




const REFUSALS = new Set([429, 502, 503, 504]);
function createAdaptiveLimits(cap) {
    const origins = new Map();
    const closing = new AbortController();
    (0,external_node_events_.setMaxListeners)(0, closing.signal);
    const paceOf = (url, method) => {
        const origin = origins.get(url.origin) ?? createOrigin(cap);
        origins.set(url.origin, origin);
        return method === "DELETE" ? origin.deletions : origin.others;
    };
    return {
        run: ({ url, method }, send) => paceOf(url, method).run(() => {
            closing.signal.throwIfAborted();
            return send();
        }),
        atOnce: (url, method) => paceOf(url, method).atOnce(),
        pause: (ms) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal: closing.signal }).catch(() => undefined),
        close: () => {
            closing.abort();
        },
    };
}
function createOrigin(cap) {
    const connections = { free: cap };
    const deletions = new Line(cap, connections);
    const others = new Line(cap, connections);
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
class Line {
    onEnd = () => undefined;
    #pace;
    #connections;
    #waiting = [];
    constructor(cap, connections) {
        this.#pace = newConcurrency(cap);
        this.#connections = connections;
    }
    atOnce() {
        return this.#pace.limit;
    }
    async run(send) {
        const generation = this.#isFree() ? this.#begin() : await this.#turn();
        let isRefused = false;
        try {
            const response = await send();
            isRefused = REFUSALS.has(response.status);
            return response;
        }
        catch (error) {
            isRefused = !(error instanceof registry/* RegistryError */.g);
            throw error;
        }
        finally {
            this.#connections.free += 1;
            this.#pace = ended(this.#pace, { now: performance.now(), generation, isRefused });
            this.onEnd();
        }
    }
    serve() {
        while (this.#waiting.length > 0 && this.#isFree())
            this.#waiting.shift()?.(this.#begin());
    }
    #isFree() {
        return this.#connections.free > 0 && this.#pace.underWay < this.#pace.limit;
    }
    #begin() {
        this.#connections.free -= 1;
        this.#pace = begun(this.#pace, performance.now());
        return this.#pace.generation;
    }
    #turn() {
        return new Promise((resolve) => this.#waiting.push(resolve));
    }
}

;// CONCATENATED MODULE: ./lazy/registry/http/retry.js

const MAX_ATTEMPTS = 4;
const BASE_MS = 200;
const LONGEST_WAIT_MS = 60_000;
const STATUSES = new Set([429, 502, 503, 504]);
const CODES = new Set(["ECONNRESET", "EPIPE", "ETIMEDOUT", "EAI_AGAIN", "ECONNABORTED"]);
function retryDelay(attempt, outcome, { random, now }) {
    if (attempt >= MAX_ATTEMPTS)
        return undefined;
    const backOff = BASE_MS * 2 ** (attempt - 1) * random;
    if (outcome.kind === "error")
        return CODES.has((0,network_errors/* codeOf */.$N)(outcome.error)) ? backOff : undefined;
    if (!STATUSES.has(outcome.status))
        return undefined;
    const asked = readRetryAfter(outcome.retryAfter, now);
    if (asked > LONGEST_WAIT_MS)
        return undefined;
    return Math.max(asked, backOff);
}
function readRetryAfter(header, now) {
    if (header === undefined)
        return 0;
    if (/^\d+$/.test(header))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

;// CONCATENATED MODULE: ./lazy/registry/http/http.js







const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
function createHttp(options) {
    const pools = new Map();
    const limits = createAdaptiveLimits(options.concurrency);
    const poolFor = (url) => {
        const { origin } = url;
        const known = pools.get(origin);
        if (known !== undefined)
            return known;
        const made = openPool(url, options);
        pools.set(origin, made);
        return made;
    };
    return {
        send: (request) => followRedirects(request, { poolFor, limits }),
        atOnce: limits.atOnce,
        close: () => {
            limits.close();
            for (const pool of pools.values()) {
                pool.then(({ client }) => client.dispose(), () => undefined);
            }
        },
    };
}
async function openPool(url, options) {
    const client = new lib/* HttpClient */.Qq(options.userAgent, [], { keepAlive: true, maxSockets: options.concurrency });
    const agent = client.getAgent(url.href);
    if (url.protocol === "https:") {
        agent.options = { ...(agent.options ?? {}), ...(await certificatesFor(url.host)) };
    }
    return { client, agent };
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
            throw (0,network_errors/* badAnswer */.k6)(request.url, "it redirects without an end");
        current = redirected(current, new URL(location, addressOf(current)));
    }
}
function redirected(request, url) {
    if (request.url.protocol === "https:" && url.protocol !== "https:") {
        throw (0,network_errors/* badAnswer */.k6)(request.url, "it redirects from HTTPS to plain HTTP");
    }
    const headers = Object.entries(request.headers ?? {}).filter(([name]) => name !== "authorization" || url.origin === request.url.origin);
    return { ...request, url, path: undefined, headers: Object.fromEntries(headers) };
}
async function sendWithRetries(request, way) {
    const pool = await way.poolFor(request.url);
    for (let attempt = 1;; attempt += 1) {
        const result = await attemptOnce(request, pool, way.limits);
        const isTaken = request.takesLimits === true && result.kind === "answer" && result.status === 429;
        const isLast = attempt === request.attempts || isTaken;
        const delay = isLast
            ? undefined
            : retryDelay(attempt, result, { random: Math.random(), now: Date.now() });
        if (delay !== undefined)
            await way.limits.pause(delay);
        else if (result.kind === "answer")
            return result.response;
        else
            throw result.error instanceof registry/* RegistryError */.g ? result.error : (0,network_errors/* networkError */.x6)(request.url, result.error);
    }
}
async function attemptOnce(request, pool, limits) {
    try {
        const response = await limits.run(request, () => exchange(request, pool));
        const { status, headers } = response;
        return { kind: "answer", response, status, retryAfter: headers["retry-after"] };
    }
    catch (error) {
        return { kind: "error", error };
    }
}

;// CONCATENATED MODULE: ./lazy/registry/connection/connection.js



function isLoopback(host) {
    const name = host.replace(/:\d+$/, "").toLowerCase();
    return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}
async function connect(options) {
    const { host, scheme, plainHttp } = options;
    const trusted = scheme === "http" ? [...plainHttp, host] : plainHttp;
    const allowsPlainHttp = (other) => isLoopback(other) || trusted.includes(other);
    const protocol = scheme ?? (allowsPlainHttp(host) ? "http" : "https");
    const credentials = options.credentials ?? (await (0,connection_credentials/* dockerCredentials */.d)(host));
    const http = createHttp(options);
    const session = createSession({ http, credentials, allowsPlainHttp, onSecret: options.onSecret });
    const base = new URL(`${protocol}://${host}/`);
    const atOnce = (method) => http.atOnce(base, method);
    return { base, session, http, allowsPlainHttp, atOnce, close: () => http.close() };
}


/***/ }),

/***/ 9798:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ dockerCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6846);
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3979);
/* harmony import */ var _http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9592);






const ANONYMOUS = { kind: "anonymous" };
const HELPER_MS = 30_000;
async function dockerCredentials(host) {
    const folder = process.env["DOCKER_CONFIG"] ?? "";
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder === "" ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), ".docker") : folder, "config.json");
    const config = await readConfig(path);
    const helper = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(config["credHelpers"], host) ?? (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(config, "credsStore");
    if (helper !== undefined) {
        const found = await askHelper(helper, host);
        if (found.kind !== "anonymous")
            return found;
    }
    return fromAuths(objectAt(config, "auths"), host, path);
}
async function readConfig(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8").catch((cause) => {
        if ((0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause) === "ENOENT" || (0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause) === "ENOTDIR")
            return "{}";
        throw unreadableConfig(path, (0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause));
    });
    const config = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(text);
    if (!(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(config))
        throw unreadableConfig(path, "it is not a JSON object");
    return config;
}
function unreadableConfig(path, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`${path} can't be read (${why})`, "Correct it, sign in again with docker login, or give username and password.");
}
function fromAuths(auths, host, path) {
    const key = Object.keys(auths).find((name) => hostOf(name) === host);
    if (key === undefined)
        return ANONYMOUS;
    const entry = objectAt(auths, key);
    const identity = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, "identitytoken");
    if (identity !== undefined)
        return { kind: "identity-token", token: identity };
    const decoded = Buffer.from((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, "auth") ?? "", "base64").toString("utf8");
    const colon = decoded.indexOf(":");
    const username = colon > 0 ? decoded.slice(0, colon) : (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, "username");
    const password = colon > 0 ? decoded.slice(colon + 1) : (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(entry, "password");
    if (username !== undefined && password !== undefined)
        return { kind: "password", username, password };
    if (Object.keys(entry).length === 0)
        return ANONYMOUS;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`${path} has an entry for ${host} without a user name and password`, `Sign in again: docker login ${host}`);
}
function hostOf(key) {
    return key
        .replace(/^https?:\/\//, "")
        .replace(/\/.*$/, "")
        .toLowerCase();
}
async function askHelper(helper, host) {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper)) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`"${helper}" is not the name of a credential helper`, "Correct Docker's config.json.");
    }
    const { execFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1421, 19));
    const output = await new Promise((resolve, reject) => {
        const child = execFile(program, ["get"], { timeout: HELPER_MS }, (error, stdout) => {
            if (error === null)
                resolve(stdout);
            else if (/credentials not found/i.test(stdout))
                resolve("{}");
            else
                reject(new Error(`it ended with ${String(error.code ?? error.signal)}`));
        });
        child.stdin?.on("error", () => undefined).end(host);
    }).catch((cause) => {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`${program}, which Docker's config.json names for ${host}, does not work (${reasonOf(cause)})`, "Install it or put it on the PATH, take it out of config.json, or give username and password.");
    });
    return fromHelper(program, output);
}
function reasonOf(cause) {
    return (0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause) === "" && cause instanceof Error ? cause.message : (0,_http_network_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .codeOf */ .$N)(cause);
}
function fromHelper(program, output) {
    const answer = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(output);
    if (!(0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(answer)) {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`${program} did not answer with JSON`, "Check the helper, or give username and password.");
    }
    const username = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(answer, "Username");
    const secret = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(answer, "Secret");
    if (secret === undefined)
        return ANONYMOUS;
    if (username === "<token>")
        return { kind: "identity-token", token: secret };
    return username === undefined ? ANONYMOUS : { kind: "password", username, password: secret };
}
function objectAt(value, key) {
    const found = value[key];
    return (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(found) ? found : {};
}


/***/ }),

/***/ 473:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ askCatalog),
/* harmony export */   aP: () => (/* binding */ decodeCatalog),
/* harmony export */   xW: () => (/* binding */ listRepositories)
/* harmony export */ });
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1033);
/* harmony import */ var _http_pages_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6982);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4541);
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(252);




const PATH = "v2/_catalog";
const LARGEST_PAGE = `${PATH}?n=1000`;
const SCOPE = "registry:catalog:*";
async function listRepositories(connection) {
    const { base } = connection;
    const list = {
        of: "repositories",
        base,
        first: PATH,
        ask: (page) => askForAll(connection, page),
    };
    const names = new Set();
    for await (const { response } of (0,_http_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .pagesOf */ .E0)(list)) {
        if (response.status !== 200 || (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(response))
            throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .catalogRefusal */ .e4)(base.host, response);
        for (const name of decodeCatalog(base, response))
            names.add(name);
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
        if (!(error instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_3__/* .RegistryError */ .g) || error.kind !== "unauthorized")
            throw error;
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_2__/* .noCatalog */ .JS)(connection.base.host, error.kind, error.message);
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
function decodeCatalog(base, response) {
    const list = { of: "repositories", base };
    return (0,_http_pages_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOn */ .g8)(list, response, { isName: _core_names_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .isRepositoryName */ .en, what: "a repository" });
}


/***/ }),

/***/ 5664:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ contentDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1033);


function contentDigest(algorithm, bytes) {
    if (algorithm !== "sha256" && algorithm !== "sha512")
        return undefined;
    const digest = `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest("hex")}`;
    return (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digest) ? digest : undefined;
}


/***/ }),

/***/ 2071:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ createDistribution)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var names_reference = __webpack_require__(1033);
// EXTERNAL MODULE: ./lazy/registry/distribution/catalog.js
var catalog = __webpack_require__(473);
// EXTERNAL MODULE: ./lazy/registry/distribution/probes.js
var probes = __webpack_require__(3963);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/registry/distribution/content-digest.js
var content_digest = __webpack_require__(5664);
// EXTERNAL MODULE: ./lazy/registry/distribution/refusals.js
var refusals = __webpack_require__(4541);
;// CONCATENATED MODULE: ./lazy/registry/distribution/read-blob.js



async function readBlob(host, call, { repository, digest }) {
    const response = await call(repository, { method: "GET", path: `blobs/${digest}` });
    if ((0,refusals/* isRegistrys404 */.vl)(response))
        return undefined;
    if (response.status !== 200)
        throw (0,refusals/* refusal */.x5)(host, response, `reading the blob ${digest} of ${repository}`);
    const [algorithm = ""] = digest.split(":");
    const computed = (0,content_digest/* contentDigest */.e)(algorithm, response.body);
    if (computed === digest)
        return response.body;
    const why = computed === undefined
        ? `its digest is made by ${algorithm}, which is not known here`
        : "its bytes are not what its digest says";
    throw new errors/* UnsureError */.jA(`${host}/${repository}: the blob ${digest} can't be trusted: ${why}; nothing is decided on it`, "Look at the registry and what stands in front of it, and run again.");
}

// EXTERNAL MODULE: ./lazy/registry/distribution/read-manifest.js
var read_manifest = __webpack_require__(3380);
// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
// EXTERNAL MODULE: ./lazy/registry/http/pages.js + 1 modules
var pages = __webpack_require__(6982);
;// CONCATENATED MODULE: ./lazy/registry/distribution/referrers.js




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
    for await (const { isFirst, response } of (0,pages/* pagesOf */.E0)(list)) {
        if (isFirst && UNSUPPORTED.includes(response.status))
            return undefined;
        if (response.status !== 200)
            throw (0,refusals/* refusal */.x5)(host, response, `listing what refers to ${digest}`);
        for (const referrer of decode(list, (0,json/* parseJson */.qF)(response.body.toString("utf8"))))
            referrers.add(referrer);
    }
    return [...referrers];
}
function decode(list, body) {
    const manifests = (0,json/* isObject */.Gv)(body) ? body["manifests"] : undefined;
    if (!Array.isArray(manifests))
        throw (0,pages/* untrusted */.bp)(list, "it is not the index that the API asks for");
    return manifests.map((descriptor) => {
        const digest = (0,json/* textAt */.$6)(descriptor, "digest");
        if (digest !== undefined && (0,names_reference/* isDigest */.Bc)(digest))
            return digest;
        throw (0,pages/* untrusted */.bp)(list, "there is something in it without a digest");
    });
}

// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __webpack_require__(252);
;// CONCATENATED MODULE: ./lazy/registry/distribution/tag-list.js



const PATH = "tags/list";
async function listTags(base, call, repository) {
    const { host } = base;
    const list = {
        of: "tags",
        base,
        first: PATH,
        ask: (page) => call(repository, { method: "GET", path: page, accept: ["application/json"] }),
    };
    const tags = new Set();
    for await (const { isFirst, response } of (0,pages/* pagesOf */.E0)(list)) {
        if (isFirst && (0,refusals/* isRegistrys404 */.vl)(response))
            return undefined;
        if (response.status !== 200)
            throw (0,refusals/* refusal */.x5)(host, response, `listing the tags of ${repository}`);
        for (const tag of decodeTags(list, response))
            tags.add(tag);
    }
    return [...tags];
}
function decodeTags(list, response) {
    if ((0,refusals/* isHtml */._6)(response))
        throw (0,refusals/* refusal */.x5)(list.base.host, response, "listing tags");
    return (0,pages/* namesOn */.g8)(list, response, { isName: names_reference/* isTag */.dz, what: "a tag" });
}

// EXTERNAL MODULE: ./lazy/registry/distribution/requests.js
var requests = __webpack_require__(3366);
;// CONCATENATED MODULE: ./lazy/registry/distribution/distribution.js











function createDistribution(connection, rights) {
    const { base } = connection;
    const { host } = base;
    const call = (0,requests/* caller */.m)(connection, rights);
    const remove = remover(call);
    const deletesRefused = askOnce(async (repository) => (0,refusals/* deleteRefusal */.EY)(host, await remove(repository, requests/* NO_DIGEST */.z), repository));
    return {
        listRepositories: () => (0,catalog/* listRepositories */.xW)(connection),
        listTags: (repository) => listTags(base, call, repository),
        listUntagged: () => Promise.resolve(undefined),
        listDeleted: () => Promise.resolve(new Set()),
        undelete: (repository, digest) => Promise.reject(new TypeError(`${repository}@${digest} is in no list`)),
        readManifest: (repository, reference) => (0,read_manifest/* readManifest */.WI)(host, call, { repository, reference }),
        resolveTag: (repository, tag) => (0,read_manifest/* resolveTag */.fn)(host, call, { repository, reference: tag }),
        async proveDeletes(repository) {
            const error = await deletesRefused(repository);
            if (error !== undefined)
                throw error;
        },
        deleteManifest: async (repository, digest) => deleted(host, await remove(repository, digest), `${repository}@${digest}`),
        async untags(repository) {
            if (!rights.includes("delete"))
                return untagsByLook(connection);
            if ((await deletesRefused(repository)) !== undefined)
                return "unseen";
            return untagsBy(await remove(repository, (0,probes/* tagOfNobody */.X1)()));
        },
        deleteTag: async (repository, tag) => deleted(host, await remove(repository, tag, 1), `the tag ${repository}:${tag}`),
        listReferrers: (repository, digest) => listReferrers(base, call, { repository, digest }),
        putManifest: (repository, reference, manifest) => putManifest(host, call, { repository, reference, manifest }),
        proveRoom: (repository) => proveRoom(connection, repository),
        readsBlob: (repository, digest) => readsBlob(host, call, { repository, digest }),
        readBlob: (repository, digest) => readBlob(host, call, { repository, digest }),
        deletionsAtOnce: () => connection.atOnce("DELETE"),
        scansTags: true,
        frees: "at-collection",
        close: connection.close,
    };
}
function askOnce(ask) {
    const proven = new Set();
    return async (repository) => {
        if (proven.has(repository))
            return undefined;
        const error = await ask(repository);
        if (error === undefined)
            proven.add(repository);
        return error;
    };
}
function remover(call) {
    return (repository, reference, attempts) => call(repository, { method: "DELETE", path: `manifests/${reference}`, attempts });
}
function deleted(host, response, what) {
    if ((0,refusals/* isRegistrys404 */.vl)(response))
        return "gone";
    if ((0,refusals/* isDeleted */.oy)(response))
        return "deleted";
    throw (0,refusals/* refusal */.x5)(host, response, `deleting ${what}`);
}
const UNTAGS_BY_MAJOR = { 0: "unseen", 2: "no", 3: "yes" };
async function untagsByLook(connection) {
    return UNTAGS_BY_MAJOR[(0,probes/* distributionMajor */.uY)(await (0,probes/* askAsNobody */.to)(connection)) ?? 0];
}
function untagsBy(response) {
    if ((0,refusals/* isRegistrys404 */.vl)(response))
        return "yes";
    return response.status === 400 || response.status === 405 ? "no" : "unseen";
}
async function putManifest(host, call, target) {
    const { repository, reference, manifest } = target;
    const response = await call(repository, {
        method: "PUT",
        path: `manifests/${reference}`,
        headers: { "content-type": manifest.mediaType },
        body: manifest.body,
        ...((0,names_reference/* isDigest */.Bc)(reference) ? {} : { attempts: 1 }),
    });
    if ((0,refusals/* isDiskFull */.b$)(response))
        throw (0,refusals/* diskFull */.xg)(host);
    if ((0,refusals/* isReadOnly */.PI)(response))
        throw (0,refusals/* readOnly */.Tu)(host);
    if (response.status !== 201)
        throw (0,refusals/* refusal */.x5)(host, response, `writing ${repository}:${reference}`);
}
const ROOM_BYTES = 256 * 1024;
async function proveRoom(connection, repository) {
    const { host } = connection.base;
    const answer = await (0,probes/* tryUpload */.tH)({ connection, repository }, Buffer.alloc(ROOM_BYTES));
    if (answer.kind === "cancelled")
        return;
    throw answer.kind === "disk-full" ? (0,refusals/* diskFull */.xg)(host) : takesNoWrites(host, answer);
}
function takesNoWrites(host, answer) {
    const { kind } = answer;
    const why = kind === "left-behind" ? `one that was begun could not be cancelled: ${answer.why}` : kind;
    return new registry/* RegistryError */.g(kind === "no-right" ? "forbidden" : "unexpected-answer", {
        message: `${host} takes no uploads (${why}), so nothing can be written there`,
        nextStep: "Sign in as a user who may push too; check says what else may be wrong.",
    });
}
const PEEKS = 3;
const EMPTY_BLOB = `sha256:${(0,external_node_crypto_.createHash)("sha256").digest("hex")}`;
async function readsBlob(host, call, { repository, digest }) {
    for (let attempt = 1;; attempt += 1) {
        const response = await call(repository, {
            method: "GET",
            path: `blobs/${digest}`,
            headers: { range: "bytes=0-0" },
            peeks: true,
        });
        const isFound = response.status === 200 || response.status === 206;
        const isRead = response.body.length > 0 || digest === EMPTY_BLOB;
        if (response.status === 416 || (isFound && isRead))
            return true;
        if ((0,refusals/* isRegistrys404 */.vl)(response))
            return false;
        if (!isFound)
            throw (0,refusals/* refusal */.x5)(host, response, `reading the blob ${digest} of ${repository}`);
        if (attempt === PEEKS)
            return false;
    }
}


/***/ }),

/***/ 9001:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: ./lazy/registry/distribution/catalog.js
var catalog = __webpack_require__(473);
// EXTERNAL MODULE: ./lazy/registry/distribution/requests.js
var requests = __webpack_require__(3366);
// EXTERNAL MODULE: ./lazy/registry/distribution/probes.js
var probes = __webpack_require__(3963);
// EXTERNAL MODULE: ./lazy/registry/connection/connection.js + 11 modules
var connection_connection = __webpack_require__(9240);
// EXTERNAL MODULE: ./lazy/registry/http/pages.js + 1 modules
var pages = __webpack_require__(6982);
// EXTERNAL MODULE: ./lazy/registry/http/network-errors.js
var network_errors = __webpack_require__(9592);
// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __webpack_require__(252);
;// CONCATENATED MODULE: ./lazy/registry/distribution/liveness.js


async function probeLiveness({ base, http }) {
    try {
        const { status } = await http.send({ method: "GET", url: new URL("v2/", base), attempts: 1 });
        if (status === 502 || status === 503)
            return { kind: "down", how: `${status}` };
        return status === 504 ? { kind: "unknown", why: "a proxy answers 504" } : { kind: "up" };
    }
    catch (error) {
        if (!(error instanceof registry/* RegistryError */.g))
            throw error;
        return (0,network_errors/* codeOf */.$N)(error.cause) === "ECONNREFUSED"
            ? { kind: "down", how: "refused" }
            : { kind: "unknown", why: error.message };
    }
}

// EXTERNAL MODULE: ./lazy/registry/distribution/refusals.js
var refusals = __webpack_require__(4541);
;// CONCATENATED MODULE: ./lazy/registry/distribution/host.js








async function openHost(options) {
    const connection = await (0,connection_connection/* connect */.N)(options);
    return {
        name: options.host,
        liveness: () => probeLiveness(connection),
        major: async () => (0,probes/* distributionMajor */.uY)(await (0,probes/* askAsNobody */.to)(connection)),
        proveReadOnly: (repository) => proveReadOnly(connection, repository),
        listRepositories: () => listRepositories(connection),
        findBlob: (repository, digest) => findBlob(connection, repository, digest),
        measureBlob: (repository, digest) => measureBlob(connection, repository, digest),
        close: connection.close,
    };
}
async function proveReadOnly(connection, repository) {
    const { base, session } = connection;
    const nothing = new URL(`v2/${repository}/manifests/${requests/* NO_DIGEST */.z}`, base);
    const deletion = await session.send({ method: "DELETE", url: nothing }, `repository:${repository}:pull,delete`);
    if (!(0,refusals/* isReadOnly */.PI)(deletion))
        throw takesWrites(base.host, `it answered a delete with ${deletion.status}`);
    const upload = await (0,probes/* tryUpload */.tH)({ connection, repository });
    if (upload.kind !== "read-only") {
        throw takesWrites(base.host, "it did not refuse an upload as such a one does");
    }
}
function takesWrites(host, why) {
    return new registry/* RegistryError */.g("takes-writes", {
        message: `${host} runs, and is not read-only (${why}); nothing was removed`,
        nextStep: [
            "Stop it, or make it read-only: storage: maintenance: readonly: enabled: true in its configuration, then a restart",
            '(by environment only as REGISTRY_STORAGE_MAINTENANCE_READONLY={"enabled":true}; …_READONLY_ENABLED=true is ignored, or panics).',
        ].join("\n"),
    });
}
async function listRepositories(connection) {
    const { base } = connection;
    const names = new Set();
    const list = {
        of: "repositories",
        base,
        first: "v2/_catalog?n=1000",
        ask: (page) => (0,catalog/* askCatalog */.L9)(connection, page),
    };
    for await (const { response } of (0,pages/* pagesOf */.E0)(list)) {
        if (response.status !== 200)
            throw (0,refusals/* refusal */.x5)(base.host, response, "listing the repositories");
        for (const name of (0,catalog/* decodeCatalog */.aP)(base, response))
            names.add(name);
    }
    return [...names];
}
async function findBlob({ base, session }, repository, digest) {
    const { host } = base;
    const request = {
        method: "HEAD",
        url: new URL(`v2/${repository}/blobs/${digest}`, base),
        followsRedirects: false,
    };
    const response = await session.send(request, `repository:${repository}:pull`);
    const { status, headers } = response;
    if (status === 200)
        return sizeOf(response);
    if (status === 307 && headers.location !== undefined)
        return { at: new URL(headers.location, request.url) };
    if (status === 404 && /^application\/json\b/.test(headers["content-type"] ?? ""))
        return undefined;
    throw (0,refusals/* refusal */.x5)(host, response, `looking for the blob ${digest} of ${repository}`);
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
        const response = await connection.http.send({ method: "HEAD", url: found.at, attempts: 1 });
        return response.status === 200 ? sizeOf(response).bytes : undefined;
    }
    catch (error) {
        if (error instanceof registry/* RegistryError */.g)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3963:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Br: () => (/* binding */ findBlobHost),
/* harmony export */   X1: () => (/* binding */ tagOfNobody),
/* harmony export */   kl: () => (/* binding */ deletesTagsByName),
/* harmony export */   l0: () => (/* binding */ askSignedIn),
/* harmony export */   tH: () => (/* binding */ tryUpload),
/* harmony export */   to: () => (/* binding */ askAsNobody),
/* harmony export */   uY: () => (/* binding */ distributionMajor)
/* harmony export */ });
/* unused harmony export readRefusedUpload */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3979);
/* harmony import */ var _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8544);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4541);
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(252);






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
function askSignedIn({ connection: { base, session }, repository }) {
    return session.send({ method: "GET", url: new URL("v2/", base) }, `repository:${repository}:pull`);
}
async function tryUpload(site, chunk) {
    const { base, session } = site.connection;
    const url = new URL(`v2/${site.repository}/blobs/uploads/`, base);
    const answer = await asked(session.send({ method: "POST", url, attempts: 1 }, `repository:${site.repository}:pull,push`));
    if (answer === "no-right")
        return { kind: "no-right" };
    if (answer.status !== 202)
        return readRefusedUpload(answer);
    const sent = chunk === undefined
        ? answer
        : await sendChunk(site, answer, chunk).catch(async (error) => {
            await cancel(site, answer);
            throw error;
        });
    const cancelled = await cancel(site, sent.status === 202 ? sent : answer);
    return sent.status === 202 ? cancelled : readRefusedUpload(sent);
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
    if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .isReadOnly */ .PI)(answer))
        return { kind: "read-only" };
    if (status === 405 && (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .registryErrors */ .Ji)(answer) !== undefined)
        return { kind: "takes-no-pushes" };
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .isDiskFull */ .b$)(answer) ? { kind: "disk-full" } : { kind: "unexpected", status };
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
async function cancel(site, begun) {
    const address = uploadAddress(site, begun);
    if (address.kind === "doubtful")
        return { kind: "left-behind", why: address.why };
    const { url } = address;
    const answer = await asked(site.connection.session.send({ method: "DELETE", url }, `repository:${site.repository}:pull,push,delete`));
    if (answer !== "no-right" && answer.status >= 200 && answer.status < 300)
        return { kind: "cancelled" };
    const why = answer === "no-right" ? "that was refused" : `the registry answered ${answer.status}`;
    return { kind: "left-behind", why };
}
async function asked(sending) {
    try {
        return await sending;
    }
    catch (error) {
        if (error instanceof _port_registry_js__WEBPACK_IMPORTED_MODULE_4__/* .RegistryError */ .g && error.kind === "unauthorized")
            return "no-right";
        throw error;
    }
}
async function findBlobHost({ connection, repository }, digest) {
    const { base, session } = connection;
    const scope = `repository:${repository}:pull`;
    const at = (path) => new URL(`v2/${repository}/${path}`, base);
    const headers = { accept: _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MEDIA_TYPES */ .FG.join(", ") };
    const manifest = await session.send({ method: "GET", url: at(`manifests/${digest}`), headers }, scope);
    const body = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(manifest.body.toString("utf8"));
    const config = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(body) ? body["config"] : undefined, "digest");
    if (manifest.status !== 200 || config === undefined || !(0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(config))
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
    return (0,_refusals_js__WEBPACK_IMPORTED_MODULE_3__/* .isRegistrys404 */ .vl)(answer);
}
function tagOfNobody() {
    return `prune-image-tags-check-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
}


/***/ }),

/***/ 3380:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   fn: () => (/* binding */ resolveTag),
/* harmony export */   sy: () => (/* binding */ headManifest)
/* harmony export */ });
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3979);
/* harmony import */ var _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8544);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1033);
/* harmony import */ var _content_digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5664);
/* harmony import */ var _refusals_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4541);






async function readManifest(host, call, { repository, reference }) {
    const path = `manifests/${reference}`;
    const response = await call(repository, { method: "GET", path, accept: _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MEDIA_TYPES */ .FG });
    if ((0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .isRegistrys404 */ .vl)(response))
        return undefined;
    if (response.status !== 200)
        throw (0,_refusals_js__WEBPACK_IMPORTED_MODULE_4__/* .refusal */ .x5)(host, response, `reading ${repository}:${reference}`);
    try {
        const { body } = response;
        const mediaType = mediaTypeOf(response);
        const digest = digestOf(response, mediaType);
        if ((0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(reference) && digest !== reference)
            throw unreadable("it is not what its digest says");
        const manifest = (0,_core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeManifest */ .MK)(mediaType, (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(body.toString("utf8")));
        return { digest, manifest: { bytes: body.length, ...manifest }, mediaType, body };
    }
    catch (cause) {
        if (!(cause instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnsureError */ .jA))
            throw cause;
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnsureError */ .jA(`${host}/${repository}: of ${reference}, ${cause.message}`, cause.nextStep, {
            cause,
        });
    }
}
async function headManifest(call, { repository, reference }) {
    const path = `manifests/${reference}`;
    const { status, headers } = await call(repository, { method: "HEAD", path, accept: _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MEDIA_TYPES */ .FG });
    const said = headers["docker-content-digest"];
    return status === 200 && typeof said === "string" && (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(said) ? said : undefined;
}
async function resolveTag(host, call, tag) {
    return (await headManifest(call, tag)) ?? (await readManifest(host, call, tag))?.digest;
}
function digestOf(response, mediaType) {
    const header = response.headers["docker-content-digest"];
    const said = typeof header === "string" && (0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(header) ? header : undefined;
    if ((0,_core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isSchema1 */ .Pr)(mediaType) && said !== undefined)
        return said;
    const algorithm = said?.split(":")[0] ?? "sha256";
    const computed = (0,_content_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .contentDigest */ .e)(algorithm, response.body);
    if (computed === undefined)
        throw unreadable(`its digest is made by ${algorithm}`);
    if (said !== undefined && said !== computed) {
        throw unreadable("its bytes are not what its digest says");
    }
    return said ?? computed;
}
function mediaTypeOf({ headers }) {
    const said = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    return _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .ACCEPTED_MEDIA_TYPES */ .FG.find((type) => type === said) ?? said;
}
function unreadable(why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UnsureError */ .jA(`a manifest can't be trusted: ${why}`, "Look at the registry and what stands in front of it; nothing is decided while this is so.");
}


/***/ }),

/***/ 4541:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ deleteRefusal),
/* harmony export */   JS: () => (/* binding */ noCatalog),
/* harmony export */   Ji: () => (/* binding */ registryErrors),
/* harmony export */   PI: () => (/* binding */ isReadOnly),
/* harmony export */   Tu: () => (/* binding */ readOnly),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   b$: () => (/* binding */ isDiskFull),
/* harmony export */   e4: () => (/* binding */ catalogRefusal),
/* harmony export */   oy: () => (/* binding */ isDeleted),
/* harmony export */   vl: () => (/* binding */ isRegistrys404),
/* harmony export */   x5: () => (/* binding */ refusal),
/* harmony export */   xg: () => (/* binding */ diskFull)
/* harmony export */ });
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3979);
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(252);


const LONGEST_DETAIL = 200;
function registryErrors(response) {
    const body = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(response.body.toString("utf8"));
    const errors = (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(body) ? body["errors"] : undefined;
    if (!Array.isArray(errors))
        return undefined;
    return errors.map((error) => ({
        code: (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, "code") ?? "",
        message: (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, "message") ?? "",
    }));
}
function refusal(host, response, doing) {
    const { status } = response;
    if (status === 401)
        return unauthorized(host, doing);
    if (status === 403)
        return forbidden(host, doing);
    if (isHttpToHttps(response))
        return speaksHttps(host);
    if (isHtml(response) || status === 404)
        return notARegistry(host, response, doing);
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("unexpected-answer", {
        message: `${host} answered ${status}${describe(response)} while ${doing}`,
        nextStep: "Nothing is decided on a doubtful answer. Look at the registry's log, and run again when it is well." +
            (status === 500
                ? "\nAfter a full disk it is often an empty tag (2.x), of a push that failed: push that tag again, or stop the registry and run reclaim with storage."
                : ""),
    });
}
function isRegistrys404(response) {
    return response.status === 404 && registryErrors(response) !== undefined;
}
function isDiskFull(response) {
    return (response.status === 500 && /no space left on device|"Err":\s*28\b/.test(response.body.toString("utf8")));
}
function diskFull(host) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("disk-full", {
        message: `the disk of ${host} is full, so nothing can be written there`,
        nextStep: "Deleting images needs no space, and garbage collection gets it back: prune, collect (reclaim), and run again.",
    });
}
function isDeleted({ status }) {
    return [200, 202, 204].includes(status);
}
function deleteRefusal(host, response, repository) {
    const { status } = response;
    const errors = registryErrors(response);
    if (isDeleted(response))
        return undefined;
    if (errors === undefined && [403, 404, 405, 501].includes(status)) {
        return isReadOnly(response) ? readOnly(host) : proxyRefuses(host, status);
    }
    if (status === 404)
        return undefined;
    if (status === 405)
        return deletesOff(host);
    return refusal(host, response, `asking whether ${repository} may be deleted from`);
}
function unauthorized(host, doing) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("unauthorized", {
        message: `${host} does not know us, or does not let us in (401), while ${doing}`,
        nextStep: "Sign in: docker/login-action in the workflow, docker login on a machine, or username and password here. " +
            "If you have, check that they are right, for this host and port, and allow what was to be done: pull, delete, or (restore) push.",
    });
}
function forbidden(host, doing) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("forbidden", {
        message: `${host} knows us and says no (403) while ${doing}`,
        nextStep: "Give this user the right to pull and to delete (restore: to push) in the repository, or sign in as one who has it.",
    });
}
function deletesOff(host) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("deletes-off", {
        message: `${host} has deletes turned off, as registries have by default; nothing was deleted`,
        nextStep: [
            "Turn them on in one of two ways:",
            "  1. In the container's own configuration: docker exec into it, set storage: delete: enabled: true in",
            "     /etc/docker/registry/config.yml (3.x: /etc/distribution/config.yml), then docker restart the container.",
            "  2. Make the container anew with the images of the old one (a quick-start registry has them in an anonymous volume,",
            "     which a new container would leave behind):",
            "     docker stop registry && docker rename registry registry-old",
            "     docker run -d -p 5000:5000 --restart always --name registry --volumes-from registry-old \\",
            "       -e REGISTRY_STORAGE_DELETE_ENABLED=true registry:2",
            "     Remove registry-old, without -v, when the new one has been seen to serve the images.",
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
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g(kind, {
        message: `${host} does not list its repositories for us: ${why}`,
        nextStep: "Name the repositories in image one by one. To list them is a right of its own, which many registries give to administrators alone, and some to nobody.",
    });
}
function readOnly(host) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("read-only", {
        message: `${host} is read-only at the moment, so nothing was changed there`,
        nextStep: "Run again when its maintenance is over (storage.maintenance.readonly in its configuration).",
    });
}
function proxyRefuses(host, status) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("proxy-refuses", {
        message: `something in front of the registry at ${host} refuses DELETE (${status}); nothing was deleted`,
        nextStep: "Let DELETE on /v2/ through in the reverse proxy (nginx: limit_except, Traefik and others: their allowed methods).",
    });
}
function speaksHttps(host) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("speaks-https", {
        message: `${host} was asked over plain HTTP and speaks HTTPS`,
        nextStep: `Write https://${host}/… in image, or take it out of plain-http.`,
    });
}
function notARegistry(host, response, doing) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("not-a-registry", {
        message: `${host} answered with ${whatIs(response)}, as no registry does, while ${doing}`,
        nextStep: "Check the host and port: a registry answers at /v2/; its web interface is often at another port.",
    });
}
function whatIs(response) {
    return isHtml(response) ? "a web page" : `${response.status}${describe(response)}`;
}
function isHttpToHttps(response) {
    return response.status === 400 && response.body.includes("HTTP request to an HTTPS server");
}
function isHtml(response) {
    return /\bhtml\b/i.test(response.headers["content-type"] ?? "");
}
function isReadOnly(response) {
    return response.status === 405 && response.headers.allow === "GET, HEAD";
}
function describe(response) {
    const words = registryErrors(response)
        ?.map(({ code, message }) => `${code} ${message}`.trim())
        .join("; ");
    if (words === undefined || words === "")
        return "";
    return ` (${words.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, LONGEST_DETAIL)})`;
}


/***/ }),

/***/ 3366:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ caller),
/* harmony export */   z: () => (/* binding */ NO_DIGEST)
/* harmony export */ });
const NO_DIGEST = `sha256:${"0".repeat(64)}`;
function caller({ base, session }, rights) {
    const allowed = rights.join(",");
    return (repository, { path, method, accept, headers, body, attempts, peeks }) => {
        const [url, below] = path instanceof URL ? [path, undefined] : [base, `/v2/${repository}/${path}`];
        const all = accept === undefined ? headers : { ...headers, accept: accept.join(", ") };
        const request = { method, url, path: below, headers: all, body, attempts, peeks };
        return session.send(request, `repository:${repository}:${allowed}`);
    };
}


/***/ }),

/***/ 4571:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ quotaOf),
/* harmony export */   TJ: () => (/* binding */ limited),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   ee: () => (/* binding */ spanOf),
/* harmony export */   g2: () => (/* binding */ reserveOf),
/* harmony export */   mt: () => (/* binding */ limitMet),
/* harmony export */   nR: () => (/* binding */ timeOf)
/* harmony export */ });
/* harmony import */ var _core_base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3979);
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(252);


const SECOND = 1000;
const UNSAID_MS = 60 * SECOND;
function limitMet(response, { now, waits }) {
    if (response.status !== 403 && response.status !== 429)
        return undefined;
    const asked = numberOf(response.headers["retry-after"]);
    const quota = quotaOf(response, now);
    if (asked === undefined && quota?.remaining === 0) {
        return { kind: "primary", ms: Math.max(0, quota.resets - now) + SECOND };
    }
    if (asked !== undefined)
        return { kind: "secondary", ms: asked * SECOND };
    const said = messageOf((0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(response.body.toString("utf8")));
    const isLimit = response.status === 429 || /rate limit/i.test(said);
    return isLimit ? { kind: "secondary", ms: UNSAID_MS * 2 ** waits } : undefined;
}
function quotaOf({ headers }, now) {
    const limit = numberOf(headers["x-ratelimit-limit"]);
    const remaining = numberOf(headers["x-ratelimit-remaining"]);
    const reset = numberOf(headers["x-ratelimit-reset"]);
    if (limit === undefined || remaining === undefined || reset === undefined)
        return undefined;
    const sent = Date.parse(headers.date ?? "");
    return { limit, remaining, resets: now + reset * SECOND - (Number.isNaN(sent) ? now : sent) };
}
function reserveOf({ limit }) {
    return Math.ceil(limit / 10);
}
function limited(host, { until, now, why }) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("rate-limited", {
        message: `${host}: ${why}, until ${timeOf(until)} (${spanOf(until - now)} from now)`,
        nextStep: "Run again after that: what is left then goes. Nothing is half done.",
    });
}
function timeOf(ms) {
    return `${new Date(ms).toISOString().slice(11, 16)} UTC`;
}
function spanOf(ms) {
    const seconds = Math.max(1, Math.ceil(ms / SECOND));
    const [number, unit] = seconds < 100 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
    return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
function numberOf(header) {
    return typeof header === "string" && /^\d+$/.test(header) ? Number(header) : undefined;
}
function messageOf(data) {
    return (0,_core_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, "message") ?? "";
}


/***/ }),

/***/ 9592:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   k6: () => (/* binding */ badAnswer),
/* harmony export */   x6: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _port_registry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(252);

const UNTRUSTED = new Set([
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_UNTRUSTED",
    "ERR_TLS_CERT_ALTNAME_INVALID",
]);
const NOT_TLS = new Set(["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG", "EPROTO"]);
function codeOf(error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : "";
    return typeof code === "string" ? code : "";
}
function networkError(url, cause) {
    const { host } = url;
    const code = codeOf(cause);
    const reason = code === "" && cause instanceof Error ? cause.message : code;
    if (url.protocol === "https:" && NOT_TLS.has(code) && !isClientCertificateAlert(cause)) {
        return speaksPlainHttp(host, cause);
    }
    if (UNTRUSTED.has(code) || code.startsWith("ERR_SSL") || code.startsWith("ERR_TLS") || code === "EPROTO") {
        return untrusted(host, reason, cause);
    }
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("unreachable", {
        message: `${host} can't be reached (${reason})`,
        nextStep: "Check the host and port, and that this machine can reach it: GitHub's hosted runners can't reach a private address, " +
            "a self-hosted runner in the same network can.",
    }, cause);
}
function isClientCertificateAlert(cause) {
    return cause instanceof Error && /alert/i.test(cause.message);
}
function speaksPlainHttp(host, cause) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("speaks-plain-http", {
        message: `${host} was asked over HTTPS and speaks plain HTTP`,
        nextStep: `If that is how it is meant to be, name it: plain-http: ${host} (on the command line, --plain-http ${host}), ` +
            "and write no https:// before it in image.",
    }, cause);
}
function untrusted(host, reason, cause) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("untrusted-certificate", {
        message: `the TLS connection to ${host} can't be trusted (${reason})`,
        nextStep: `Put the certificate of the authority that signed it into /etc/docker/certs.d/${host}/ca.crt, as for Docker ` +
            "(client.cert and client.key beside it where the registry asks for them), or name it in NODE_EXTRA_CA_CERTS.",
    }, cause);
}
function badAnswer(url, why) {
    return new _port_registry_js__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .g("unexpected-answer", {
        message: `${url.host} does not answer as a registry does: ${why}`,
        nextStep: "Check that the image names a registry, and what stands in front of it.",
    });
}


/***/ }),

/***/ 6982:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g8: () => (/* binding */ namesOn),
  E0: () => (/* binding */ pagesOf),
  bp: () => (/* binding */ untrusted)
});

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
;// CONCATENATED MODULE: ./lazy/registry/http/link.js

function nextPage(response, origin, of) {
    const header = response.headers["link"];
    if (header === undefined)
        return undefined;
    const links = Array.isArray(header) ? header.join(",") : header;
    const address = /<([^>]*)>\s*;[^,]*\brel="?next\b/i.exec(links)?.[1];
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
    return new errors/* UnsureError */.jA(`the list of ${of} can't be read to its end: ${why}`, "Nothing is decided on part of a list. Look at what stands in front of the registry.");
}

;// CONCATENATED MODULE: ./lazy/registry/http/pages.js



const MAX_PAGES = 10_000;
async function* pagesOf(list) {
    const { base, maxPages = MAX_PAGES } = list;
    let page = list.first;
    for (let pages = 0; page !== undefined; pages += 1) {
        if (pages === maxPages)
            throw untrusted(list, "its pages have no end");
        const response = await list.ask(page);
        yield { isFirst: pages === 0, response };
        page = nextPage(response, base.origin, list.of);
    }
}
function namesOn(list, response, { isName, what }) {
    const body = (0,json/* parseJson */.qF)(response.body.toString("utf8"));
    if (!(0,json/* isObject */.Gv)(body) || !(list.of in body)) {
        throw untrusted(list, "it is not the JSON that the API asks for");
    }
    const names = body[list.of];
    if (names === null)
        return [];
    if (!Array.isArray(names))
        throw untrusted(list, "it is not a list");
    return names.map((name) => {
        if (typeof name === "string" && isName(name))
            return name;
        throw untrusted(list, `there is something in it that is not ${what}`);
    });
}
function untrusted({ of, base }, why) {
    return new errors/* UnsureError */.jA(`the list of ${of} that ${base.host} sent can't be trusted: ${why}`, "Nothing is decided on part of a list. Look at the registry and what stands in front of it, and run again.");
}


/***/ }),

/***/ 7110:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ openGitHub),
  M: () => (/* binding */ openRegistry)
});

// EXTERNAL MODULE: ./lazy/core/names/github.js
var names_github = __webpack_require__(385);
// EXTERNAL MODULE: ./lazy/registry/connection/credentials.js
var credentials = __webpack_require__(9798);
// EXTERNAL MODULE: ./lazy/registry/distribution/distribution.js + 3 modules
var distribution_distribution = __webpack_require__(2071);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/registry/distribution/requests.js
var requests = __webpack_require__(3366);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var names_reference = __webpack_require__(1033);
// EXTERNAL MODULE: ./lazy/registry/distribution/read-manifest.js
var read_manifest = __webpack_require__(3380);
;// CONCATENATED MODULE: ./lazy/registry/github/ghcr-reader.js


function createReader(distribution, call, digestOf) {
    const reads = new Map();
    return async (repository, reference) => {
        const expected = (0,names_reference/* isDigest */.Bc)(reference) ? reference : digestOf(repository, reference);
        const pending = expected === undefined ? undefined : reads.get(expected);
        if (pending !== undefined) {
            const known = await pending;
            if (known !== undefined && (await (0,read_manifest/* headManifest */.sy)(call, { repository, reference })) === known.digest) {
                return known;
            }
        }
        const read = distribution.readManifest(repository, reference);
        if (expected !== undefined) {
            reads.set(expected, read.catch(() => undefined));
        }
        return read;
    };
}

;// CONCATENATED MODULE: ./lazy/registry/github/ghcr.js




function createGhcr(connection, packages, rights) {
    const known = rights.filter((right) => right !== "delete");
    const distribution = (0,distribution_distribution/* createDistribution */.L)(connection, known);
    const ghcr = new Ghcr(distribution, packages, (0,requests/* caller */.m)(connection, known));
    return {
        ...distribution,
        frees: "by-itself",
        deletionsAtOnce: () => 1,
        scansTags: false,
        listRepositories: async (below) => (await Promise.all([...below].map((owner) => packages.listPackages(owner)))).flat(),
        listTags: (repository) => ghcr.listTags(repository),
        listUntagged: (repository) => ghcr.listUntagged(repository),
        readManifest: (repository, reference) => ghcr.read(repository, reference),
        proveDeletes: () => Promise.resolve().then(() => void packages.proveScopes()),
        deleteManifest: (repository, digest) => ghcr.delete(repository, digest),
        listReferrers: () => Promise.resolve(undefined),
        untags: () => Promise.resolve("no"),
        deleteTag: (repository, tag) => Promise.reject(new TypeError(`${repository}:${tag} goes with its version`)),
        listDeleted: (repository) => ghcr.listDeleted(repository),
        undelete: (repository, digest) => ghcr.undelete(repository, digest),
    };
}
class Ghcr {
    read;
    #distribution;
    #packages;
    #listings = new Map();
    #deleted = new Map();
    #gone = new Set();
    constructor(distribution, packages, call) {
        this.#distribution = distribution;
        this.#packages = packages;
        this.read = createReader(distribution, call, (repository, tag) => this.#listings.get(repository)?.tags.get(tag));
    }
    async listTags(repository) {
        const listing = await this.#list(repository);
        const named = await this.#distribution.listTags(repository);
        const tags = new Set(listing.tags.keys());
        const others = (named ?? []).filter((tag) => !tags.has(tag));
        for (const tag of others)
            if (await this.#isThere(repository, tag))
                tags.add(tag);
        return [...tags];
    }
    async listUntagged(repository) {
        const { versions } = this.#listings.get(repository) ?? (await this.#list(repository));
        const untagged = [...versions.values()].filter(({ tags }) => tags.length === 0);
        return new Map(untagged.map(({ digest, changed }) => [digest, changed]));
    }
    async delete(repository, digest) {
        const listed = this.#listings.get(repository)?.versions.get(digest);
        const version = listed ?? (await this.#list(repository)).versions.get(digest);
        if (version === undefined) {
            if ((await this.read(repository, digest)) === undefined)
                return "gone";
            throw unlisted(repository, digest);
        }
        const outcome = await this.#packages.deleteVersion(repository, version.id);
        if (outcome === "gone" && (await this.#list(repository)).versions.has(digest)) {
            throw pushedAgain(repository, digest);
        }
        this.#gone.add(keyOf(repository, digest));
        this.#listings.get(repository)?.versions.delete(digest);
        return outcome;
    }
    async listDeleted(repository) {
        const versions = byDigest(await this.#packages.listVersions(repository, "deleted"));
        this.#deleted.set(repository, versions);
        return new Set(versions.keys());
    }
    async undelete(repository, digest) {
        const version = this.#deleted.get(repository)?.get(digest);
        if (version === undefined)
            throw new TypeError(`${repository}@${digest} is in no list`);
        await this.#packages.restoreVersion(repository, version.id);
        this.#gone.delete(keyOf(repository, digest));
    }
    async #list(repository) {
        const versions = byDigest(await this.#packages.listVersions(repository, "active"));
        const tags = [...versions.values()].flatMap((each) => each.tags.map((tag) => [tag, each.digest]));
        const listing = { versions, tags: new Map(tags) };
        this.#listings.set(repository, listing);
        for (const digest of versions.keys())
            this.#gone.delete(keyOf(repository, digest));
        return listing;
    }
    async #isThere(repository, tag) {
        const found = await this.read(repository, tag);
        return found !== undefined && !this.#gone.has(keyOf(repository, found.digest));
    }
}
function keyOf(repository, digest) {
    return `${repository}@${digest}`;
}
function byDigest(versions) {
    return new Map([...versions].reverse().map((version) => [version.digest, version]));
}
function pushedAgain(repository, digest) {
    return new errors/* UnsureError */.jA(`${repository}@${digest} was deleted by somebody else and pushed again since it was listed`, "What was decided is about another version. Run again.");
}
function unlisted(repository, digest) {
    return new errors/* UnsureError */.jA(`${repository}@${digest} is there, and in no list of the package's versions`, "Nothing is deleted that GitHub does not list. Run again.");
}

// EXTERNAL MODULE: ../../node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(8630);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./lazy/registry/github/limits.js
var limits = __webpack_require__(4571);
// EXTERNAL MODULE: ./lazy/registry/port/registry.js
var registry = __webpack_require__(252);
;// CONCATENATED MODULE: ./lazy/registry/github/pause.js



const PATIENCE_MS = 15 * 60_000;
const MOST_WAITS = 10;
function createPause({ host, onWait, stop }) {
    let waits = 0;
    let until = 0;
    let why = WHY.secondary;
    return {
        count: () => waits,
        reset: () => (waits = 0),
        begin(limit, later) {
            why = WHY[limit];
            if (later <= until)
                return;
            waits += 1;
            const now = Date.now();
            if (later - now > PATIENCE_MS || waits > MOST_WAITS)
                throw (0,limits/* limited */.TJ)(host, { until: later, now, why });
            until = later;
            onWait?.({ host, limit, until });
        },
        async over(method) {
            for (let now = Date.now(); now < until; now = Date.now()) {
                if (method === "DELETE")
                    throw paused(host, why);
                const error = (0,limits/* limited */.TJ)(host, { until, now, why });
                await (0,promises_.setTimeout)(until - now, undefined, stop === undefined ? {} : { signal: stop }).catch(() => {
                    throw error;
                });
            }
        },
    };
}
function paused(host, why) {
    return new registry/* RegistryError */.g("paused", { message: `${host}: ${why}`, nextStep: "Look again when it is over." });
}
const WHY = {
    primary: "the requests of this hour are used up, but for a tenth that other workflows may need",
    secondary: "GitHub asks for a pause",
};

;// CONCATENATED MODULE: ./lazy/registry/github/api.js





const API_VERSION = "2022-11-28";
const GAP_MS = 350;
async function createGitHubApi(options) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 329).then(__webpack_require__.bind(__webpack_require__, 1329));
    const { api, token, userAgent } = options;
    const patient = createPatient(options);
    const oneByOne = (0,p_limit/* default */.A)(1);
    const octokit = getOctokit(token, {
        baseUrl: api,
        userAgent,
        request: { fetch: fetchBy(patient, new URL(api).origin) },
        log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
    const send = async (route, parameters = {}) => {
        try {
            return await octokit.request(route, {
                ...parameters,
                headers: { "x-github-api-version": API_VERSION },
            });
        }
        catch (error) {
            return answerOf(error);
        }
    };
    return {
        host: new URL(api).host,
        ask: (route, parameters) => route.startsWith("GET ")
            ? send(route, parameters)
            : oneByOne(async () => {
                await patient.beforeChange();
                return send(route, parameters);
            }),
        scopes: patient.scopes,
    };
}
function ignore() {
}
function answerOf(error) {
    if (!(error instanceof Error))
        throw error;
    if (error.cause instanceof registry/* RegistryError */.g)
        throw error.cause;
    const { response } = error;
    if (response === undefined)
        throw error;
    return response;
}
function createPatient(options) {
    const { http } = options;
    const pause = createPause({ ...options, host: new URL(options.api).host });
    let quota;
    let scopes;
    let lastChange = -Infinity;
    const note = (response) => {
        quota = (0,limits/* quotaOf */.Ot)(response, Date.now()) ?? quota;
        const said = response.headers["x-oauth-scopes"];
        if (typeof said === "string")
            scopes = said.split(/[\s,]+/).filter((scope) => scope !== "");
    };
    return {
        scopes: () => scopes,
        async send(request) {
            for (;;) {
                await pause.over(request.method);
                const response = await http.send({ ...request, takesLimits: true });
                note(response);
                const met = (0,limits/* limitMet */.mt)(response, { now: Date.now(), waits: pause.count() });
                if (met === undefined) {
                    if (request.method !== "GET")
                        pause.reset();
                    return response;
                }
                pause.begin(met.kind, Date.now() + met.ms);
            }
        },
        async beforeChange() {
            const isShort = quota !== undefined && quota.remaining <= (0,limits/* reserveOf */.g2)(quota);
            if (quota !== undefined && isShort && quota.resets > Date.now())
                pause.begin("primary", quota.resets);
            const gap = lastChange + GAP_MS - performance.now();
            if (gap > 0)
                await (0,promises_.setTimeout)(gap);
            lastChange = performance.now();
        },
    };
}
function fetchBy({ send }, origin) {
    return async (address, { method, headers, body }) => {
        const url = new URL(address);
        if (url.origin !== origin)
            throw stranger(url);
        const request = { method, url, headers, ...(body === undefined ? {} : { body }) };
        const response = await send(request);
        const { status, body: text } = response;
        return new Response(status === 204 || status === 205 || status === 304 ? null : text.toString("utf8"), {
            status,
            headers: Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
        });
    };
}
function stranger(url) {
    return new registry/* RegistryError */.g("unexpected-answer", {
        message: `the GitHub API sent us to another host, ${url.host}, which gets no token`,
        nextStep: "Look at what stands in front of it.",
    });
}

// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
// EXTERNAL MODULE: ./lazy/core/image/date.js
var date = __webpack_require__(6953);
;// CONCATENATED MODULE: ./lazy/registry/github/refusals.js



function githubRefusal(answer, asked) {
    const { status } = answer;
    const said = (0,limits/* messageOf */.bD)(answer.data);
    const { host, doing, name, token } = asked;
    if (status === 401)
        return badToken(said, asked);
    if (status === 404) {
        return refused("forbidden", `${host} finds no ${name}, or does not show it to this token (404)`, [
            "Is the name right, and was something pushed there?",
            ...mayRead(token),
        ]);
    }
    if (status === 403)
        return asked.changes ? notAllowed(said, asked) : notShown(said, asked);
    return refused("unexpected-answer", `${host} answered ${status}${quoted(said)} while ${doing}`, [
        "Nothing is decided on a doubtful answer. Run again later; githubstatus.com says whether GitHub is well.",
    ]);
}
function badToken(said, { host, doing }) {
    return refused("unauthorized", `${host} does not take the token (401${quoted(said)}) while ${doing}`, [
        "Has it run out, or is it another GitHub's? Give github-token, or sign in to the registry with one that is valid.",
    ]);
}
function notShown(said, { host, doing, token }) {
    return refused("forbidden", `${host} says no (403${quoted(said)}) while ${doing}`, mayRead(token));
}
function mayRead(token) {
    switch ((0,names_github/* tokenKind */.aA)(token)) {
        case "installation":
            return [
                "Give the job the right: permissions: packages: read (to delete: write).",
                "A package that another repository pushed must let this one in: on the package's page, Package settings, Manage Actions access.",
            ];
        case "fine-grained":
            return [FINE_GRAINED];
        case "classic":
        case "other":
            return ["The token needs the scope read:packages, and its owner must be let see the package."];
    }
}
const FINE_GRAINED = "GitHub Packages takes no fine-grained personal access tokens. Use github.token in a workflow, else a classic one with read:packages and delete:packages.";
function notAllowed(said, { host, doing, token }) {
    const message = `${host} says no (403${quoted(said)}) while ${doing}`;
    switch ((0,names_github/* tokenKind */.aA)(token)) {
        case "installation":
            return /not accessible by integration/i.test(said)
                ? refused("forbidden", `${message}: the job's token may not change packages`, [
                    "Give the job the right: permissions: packages: write (in a workflow that another calls, in the caller too).",
                    "If it has it, the package must give this repository the role Admin: on the package's page, Package settings, Manage Actions access.",
                ])
                : refused("forbidden", message, [ADMIN]);
        case "fine-grained":
            return refused("forbidden", message, [FINE_GRAINED]);
        case "classic":
        case "other":
            return refused("forbidden", message, [
                "The token needs the scopes read:packages and delete:packages (to restore also write:packages), and its owner must administer the package.",
            ]);
    }
}
const ADMIN = "Give the repository that this runs in the role Admin: on the package's page, Package settings, Manage Actions access, add the repository. " +
    "With a personal access token, its owner must administer the package.";
function notAdmin({ host, name, doing }, { linkedTo, page }) {
    const link = linkedTo === undefined
        ? `${name} is linked to no repository`
        : `${name} is linked to the repository ${linkedTo}`;
    return refused("forbidden", `${host} shows ${name}, and says that it is not there (404) while ${doing}`, [
        `That is how it says no to who is no admin of the package. ${link}.`,
        ADMIN,
        ...(page === undefined ? [] : [`Its page: ${page}`]),
    ]);
}
function undeletable({ status, data }, { name, doing }) {
    const said = (0,limits/* messageOf */.bD)(data);
    if (status !== 400)
        return undefined;
    if (/more than 5,?000 downloads/i.test(said)) {
        return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
            "A version of a public package that was downloaded more than 5000 times can't be deleted: exclude its tag, make the package private for the deletion, or ask GitHub Support.",
        ]);
    }
    if (/last (?:tagged )?version/i.test(said)) {
        return refused("not-deletable", `GitHub keeps it (${said}) while ${doing}`, [
            `A package keeps its last tagged version, allow-empty or not. If ${name} is to go, delete the whole package on its page.`,
        ]);
    }
    return undefined;
}
function noToken(host) {
    return refused("unauthorized", `there is no token for ${host}, and GitHub lists packages to nobody without one`, [
        "In a workflow, leave github-token at its default. Elsewhere: docker login " +
            `${host} with a classic personal access token (read:packages, delete:packages) as the password, or username and password here.`,
    ]);
}
function listsNone(host, owner) {
    return refused("forbidden", `${host} does not list the packages of ${owner} for github.token`, [
        "Name the packages in image one by one, or give a classic personal access token (read:packages, delete:packages) as github-token.",
    ]);
}
function lacksScope(host, scopes) {
    const has = scopes.length === 0 ? "none" : scopes.join(", ");
    return refused("forbidden", `the personal access token for ${host} lacks the scope delete:packages (it has ${has})`, ["Nothing was deleted. Add the scope to the token, or use github.token in a workflow."]);
}
function refused(kind, message, steps) {
    return new registry/* RegistryError */.g(kind, { message, nextStep: steps.join("\n") });
}
function quoted(said) {
    return said === "" ? "" : `, "${said}"`;
}

;// CONCATENATED MODULE: ./lazy/registry/github/lists.js





const PAGE = 100;
const MAX_PAGES = 10_000;
async function pages(ask, asked) {
    const items = [];
    for (let page = 1; page <= MAX_PAGES; page += 1) {
        const answer = await ask(page);
        if (answer.status !== 200)
            throw githubRefusal(answer, asked);
        if (!Array.isArray(answer.data))
            throw odd(asked.host, "a list is none");
        items.push(...answer.data);
        const link = String(answer.headers["link"] ?? "");
        if (answer.data.length < PAGE && !/\brel="?next\b/i.test(link))
            return items;
    }
    throw odd(asked.host, "its pages have no end");
}
function decodeVersion(host, version) {
    const metadata = (0,json/* isObject */.Gv)(version) ? version["metadata"] : undefined;
    const container = (0,json/* isObject */.Gv)(metadata) ? metadata["container"] : undefined;
    const tags = (0,json/* isObject */.Gv)(container) ? container["tags"] : undefined;
    const id = (0,json/* isObject */.Gv)(version) ? version["id"] : undefined;
    const digest = (0,json/* textAt */.$6)(version, "name") ?? "";
    const dates = ["created_at", "updated_at"].map((key) => (0,date/* readDate */.h)((0,json/* textAt */.$6)(version, key)));
    const [created, updated] = dates;
    const isWhole = Number.isSafeInteger(id) && (0,names_reference/* isDigest */.Bc)(digest) && Array.isArray(tags) && tags.every(isTagText);
    if (!isWhole || created === undefined || updated === undefined) {
        throw odd(host, "there is something in the list of versions that is none of a container's");
    }
    return { id: Number(id), digest, tags: tags.filter(isTagText), changed: Math.max(created, updated) };
}
function isTagText(text) {
    return typeof text === "string" && (0,names_reference/* isTag */.dz)(text);
}
function odd(host, why) {
    return new errors/* UnsureError */.jA(`what ${host} answered can't be trusted: ${why}`, "Nothing is decided on a doubtful answer. Look at what stands in front of it, and run again.");
}

;// CONCATENATED MODULE: ./lazy/registry/github/packages.js





function createPackages(api, token) {
    const context = { api, token, owners: new Map() };
    return {
        listVersions: (repository, state) => listVersions(context, repository, state),
        deleteVersion: (repository, id) => deleteVersion(context, repository, id),
        restoreVersion: (repository, id) => restoreVersion(context, repository, id),
        listPackages: (owner) => listPackages(context, owner),
        proveScopes: () => {
            const scopes = api.scopes();
            if (scopes === undefined || (0,names_github/* tokenKind */.aA)(token) === "installation")
                return "unknown";
            if (!scopes.includes("delete:packages"))
                throw lacksScope(api.host, scopes);
            return "proven";
        },
        facts: (repository) => packageFacts(context, repository),
    };
}
async function placeOf(context, repository) {
    const slash = repository.indexOf("/");
    const owner = await ownerPath(context, repository.slice(0, slash));
    return { path: `${owner}/packages/container/{name}`, name: repository.slice(slash + 1) };
}
function ownerPath(context, owner) {
    const known = context.owners.get(owner) ?? findOwner(context, owner);
    context.owners.set(owner, known);
    return known;
}
async function findOwner({ api, token }, owner) {
    const answer = await api.ask("GET /users/{username}", { username: owner });
    if (answer.status !== 200) {
        throw githubRefusal(answer, askedOf({ api, token }, owner, { doing: `looking for ${owner}` }));
    }
    const type = (0,json/* textAt */.$6)(answer.data, "type");
    if (type === "Organization")
        return `/orgs/${owner}`;
    if (type !== "User")
        throw odd(api.host, `it says of ${owner} that it is ${type ?? "nothing"}`);
    if ((0,names_github/* tokenKind */.aA)(token) === "installation")
        return `/users/${owner}`;
    const self = await api.ask("GET /user");
    const isOwn = self.status === 200 && (0,json/* textAt */.$6)(self.data, "login")?.toLowerCase() === owner.toLowerCase();
    return isOwn ? "/user" : `/users/${owner}`;
}
async function listVersions(context, repository, state) {
    const { api } = context;
    const { path, name } = await placeOf(context, repository);
    const found = await pages((page) => api.ask(`GET ${path}/versions`, { name, state, per_page: PAGE, page }), askedOf(context, repository, { doing: `listing the versions of ${repository}` }));
    const versions = found.map((version) => decodeVersion(api.host, version));
    return [...new Map(versions.map((version) => [version.id, version])).values()];
}
async function listPackages(context, owner) {
    const { api, token } = context;
    const route = `GET ${await ownerPath(context, owner)}/packages`;
    const found = await pages(async (page) => {
        const answer = await api.ask(route, { package_type: "container", per_page: PAGE, page });
        const isRefused = answer.status === 400 && (0,names_github/* tokenKind */.aA)(token) === "installation";
        if (isRefused)
            throw listsNone(api.host, owner);
        return answer;
    }, askedOf(context, owner, { doing: `listing the packages of ${owner}` }));
    return found.map((item) => {
        const name = `${owner}/${(0,json/* textAt */.$6)(item, "name") ?? ""}`;
        if ((0,names_reference/* isRepositoryName */.en)(name))
            return name;
        throw odd(api.host, `there is something in the list of packages that is none`);
    });
}
async function deleteVersion(context, repository, id) {
    const { path, name } = await placeOf(context, repository);
    const answer = await context.api.ask(`DELETE ${path}/versions/{id}`, { name, id });
    if (answer.status === 204)
        return "deleted";
    const asked = askedOf(context, repository, {
        doing: `deleting version ${id} of ${repository}`,
        changes: true,
    });
    const refusal = undeletable(answer, asked);
    if (refusal !== undefined)
        throw refusal;
    if (answer.status !== 404)
        throw githubRefusal(answer, asked);
    const now = await context.api.ask(`GET ${path}/versions/{id}`, { name, id });
    if (now.status === 404)
        return "gone";
    throw now.status === 200
        ? notAdmin(asked, await packageFacts(context, repository))
        : githubRefusal(now, asked);
}
async function restoreVersion(context, repository, id) {
    const { path, name } = await placeOf(context, repository);
    const answer = await context.api.ask(`POST ${path}/versions/{id}/restore`, { name, id });
    if (answer.status === 204)
        return;
    const isUnknown = answer.status === 404;
    if (isUnknown && (await context.api.ask(`GET ${path}/versions/{id}`, { name, id })).status === 200)
        return;
    const asked = askedOf(context, repository, {
        doing: `restoring version ${id} of ${repository}`,
        changes: true,
    });
    throw isUnknown ? notAdmin(asked, await packageFacts(context, repository)) : githubRefusal(answer, asked);
}
async function packageFacts(context, repository) {
    const { path, name } = await placeOf(context, repository);
    const answer = await context.api.ask(`GET ${path}`, { name });
    if (answer.status !== 200) {
        throw githubRefusal(answer, askedOf(context, repository, { doing: `looking at ${repository}` }));
    }
    const { data } = answer;
    const linkedTo = (0,json/* textAt */.$6)((0,json/* isObject */.Gv)(data) ? data["repository"] : undefined, "full_name");
    const page = (0,json/* textAt */.$6)(data, "html_url");
    return {
        ...(linkedTo === undefined ? {} : { linkedTo }),
        ...(page === undefined ? {} : { page }),
    };
}
function askedOf({ api, token }, name, { doing, changes = false }) {
    return { host: api.host, name, doing, changes, token };
}

// EXTERNAL MODULE: ./lazy/registry/connection/connection.js + 11 modules
var connection_connection = __webpack_require__(9240);
;// CONCATENATED MODULE: ./lazy/registry/open.js









async function openRegistry(options) {
    if (options.github !== undefined)
        return (await openGitHub(options)).registry;
    return (0,distribution_distribution/* createDistribution */.L)(await (0,connection_connection/* connect */.N)(options), options.rights);
}
async function openGitHub(options) {
    const { github = { api: names_github/* GITHUB_COM */.yQ.api }, rights } = options;
    const { connection, token } = await connectToGitHub({ ...options, github });
    const api = await createGitHubApi({ ...options, http: connection.http, api: github.api, token });
    const packages = createPackages(api, token);
    return { registry: createGhcr(connection, packages, rights), packages, token };
}
async function connectToGitHub(options) {
    const { github, host, onSecret } = options;
    const given = options.credentials ?? ownCredentials(github.token) ?? (await (0,credentials/* dockerCredentials */.d)(host));
    if (given.kind !== "password")
        throw noToken(host);
    onSecret(given.password);
    const connection = await (0,connection_connection/* connect */.N)({ ...options, credentials: given });
    const { protocol, host: api } = new URL(github.api);
    if (protocol === "https:" || connection.allowsPlainHttp(api))
        return { connection, token: given.password };
    connection.close();
    throw new registry/* RegistryError */.g("unsafe-realm", {
        message: `the GitHub API at ${github.api} speaks plain HTTP, and would get the token unencrypted`,
        nextStep: `Write https:// in github-api-url; or, if the network is safe, name ${api} in plain-http.`,
    });
}
function ownCredentials(token) {
    return token === undefined ? undefined : { kind: "password", username: "token", password: token };
}


/***/ }),

/***/ 252:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ RegistryError)
/* harmony export */ });
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6846);

class RegistryError extends _core_base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PruneError */ .Pc {
    name = "RegistryError";
    kind;
    constructor(kind, text, cause) {
        super(text.message, text.nextStep, { cause });
        this.kind = kind;
    }
}


/***/ }),

/***/ 2057:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ey: () => (/* binding */ describeStep),
/* harmony export */   lA: () => (/* binding */ describeEnd)
/* harmony export */ });
/* unused harmony exports describeLeft, describeTook */
/* harmony import */ var _core_progress_time_left_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3654);
/* harmony import */ var _words_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8900);


const DONE = {
    reading: "manifests read",
    untagging: "images untagged",
    deleting: "deleted",
    verifying: "tags read again",
};
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
function describeStep(step, now) {
    const { perSecond, left } = (0,_core_progress_time_left_js__WEBPACK_IMPORTED_MODULE_1__/* .speedOf */ .r7)(step.trail, now);
    return [
        soFar(step),
        ...(perSecond === undefined ? [] : describeRate(perSecond)),
        ...(left === undefined ? [] : [`${describeLeft(left)} left`]),
    ].join(", ");
}
function describeEnd(step, took) {
    return `${soFar(step)}, in ${describeTook(took)}`;
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
const STEPS = [
    [57.5 * SECOND, 5 * SECOND, SECOND, "second"],
    [105 * SECOND, 10 * SECOND, SECOND, "second"],
    [20.5 * MINUTE, MINUTE, MINUTE, "minute"],
    [92.5 * MINUTE, 5 * MINUTE, MINUTE, "minute"],
    [9.75 * HOUR, HOUR / 2, HOUR, "hour"],
    [47.5 * HOUR, HOUR, HOUR, "hour"],
];
function describeLeft(ms) {
    if (ms < 7.5 * SECOND)
        return "a few seconds";
    const [, nearest, unit, noun] = STEPS.find(([limit]) => ms < limit) ?? [0, DAY, DAY, "day"];
    return `about ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)((Math.round(ms / nearest) * nearest) / unit, noun)}`;
}
function describeTook(ms) {
    const whole = Math.round(ms / SECOND) * SECOND;
    if (whole >= HOUR)
        return inTwo(whole, [HOUR, "hour"], [MINUTE, "minute"]);
    return whole >= MINUTE
        ? inTwo(whole, [MINUTE, "minute"], [SECOND, "second"])
        : (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(whole / SECOND, "second");
}
function inTwo(ms, [great, noun], [small, smallNoun]) {
    const rest = Math.floor((ms % great) / small);
    return `${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(Math.floor(ms / great), noun)}${rest === 0 ? "" : ` ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(rest, smallNoun)}`}`;
}


/***/ }),

/***/ 5614:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ createProgress)
});

// EXTERNAL MODULE: ./lazy/core/progress/time-left.js
var time_left = __webpack_require__(3654);
// EXTERNAL MODULE: ./lazy/report/log/advance-words.js
var advance_words = __webpack_require__(2057);
;// CONCATENATED MODULE: ./lazy/report/log/advance.js


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
            log.info(`  ${(0,advance_words/* describeEnd */.lA)(step, took)}`);
        step = undefined;
    };
    return {
        advanced(advance) {
            if (step !== undefined && isAnother(step.advance, advance))
                end();
            const mark = { at: now(), done: advance.done, share: advance.share };
            const trail = step === undefined ? (0,time_left/* beginTrail */.Gv)(mark) : (0,time_left/* goOn */.AC)(step.trail, mark);
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
            log.info(`  ${(0,advance_words/* describeStep */.Ey)(step, now)}`);
        },
        clear() {
            told = undefined;
        },
    };
}

// EXTERNAL MODULE: ./lazy/report/words/collection.js
var collection = __webpack_require__(902);
// EXTERNAL MODULE: ./lazy/report/words/sweep.js
var sweep = __webpack_require__(8148);
// EXTERNAL MODULE: ./lazy/report/words/outcomes.js
var outcomes = __webpack_require__(27);
// EXTERNAL MODULE: ./lazy/report/words/limits.js
var limits = __webpack_require__(8354);
// EXTERNAL MODULE: ./lazy/report/words/notices.js
var notices = __webpack_require__(7565);
// EXTERNAL MODULE: ./lazy/report/words/plan-lines.js
var plan_lines = __webpack_require__(887);
// EXTERNAL MODULE: ./lazy/report/words/untagged.js
var untagged = __webpack_require__(2181);
// EXTERNAL MODULE: ./lazy/report/words/wording.js
var wording = __webpack_require__(8900);
;// CONCATENATED MODULE: ./lazy/report/log/planning.js




function tellPlanning(log, event) {
    switch (event.kind) {
        case "planned":
            return tellPlan(log, event);
        case "repositories-unruled":
            return log.info(`No rule of the policy is for ${event.repositories} more of the catalog's repositories; all of them stay as they are.`);
        case "patterns-unused":
            return log.warning((0,notices/* describeUnused */.iz)(event.patterns));
        case "plan-saved":
            return log.info(`The whole plan, with a reason for every tag: ${event.path}`);
    }
}
function tellPlan(log, event) {
    log.group((0,plan_lines/* planTitle */.KS)(event));
    for (const line of (0,plan_lines/* planLines */.HN)(event))
        log.info(`  ${line}`);
    log.endGroup();
    if (event.reclaimable.bytes > 0) {
        log.info(`  deleting them leaves ${(0,wording/* amount */.vj)(event.reclaimable)} that nothing kept refers to`);
    }
    for (const line of [...(0,notices/* describeBudget */.No)(event.plan), ...(0,untagged/* aboutUntagged */.V4)(event.plan)])
        log.info(`  ${line}`);
    for (const warning of (0,plan_lines/* planWarnings */.pH)(event))
        log.warning(`${event.repository}: ${warning}`);
}

;// CONCATENATED MODULE: ./lazy/report/log/progress.js







function createProgress(log, options = {}) {
    const { now = () => performance.now(), display = createLines(log) } = options;
    const meter = createMeter(log, display, now);
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
        if (event.kind === "advanced")
            meter.advanced(event.advance);
        else
            tell({ ...log, group, endGroup }, event);
    };
}
function tell(log, event) {
    switch (event.kind) {
        case "repository-started":
        case "listed":
        case "observed":
        case "limit-met":
        case "named-tag-missing":
        case "named-digest-missing":
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
            return tellJournal(log, event);
        case "deleting":
            return log.group(`${event.repository}: deleting ${(0,wording/* count */.U9)(event.tags, "tag")} (${(0,wording/* count */.U9)(event.manifests, "manifest")})`);
        case "checked":
            return log.debug?.(`  looked again at ${(0,wording/* count */.U9)(event.tags, "tag")}`);
        case "deletion":
            return tellDeletion(log, event.outcome);
        case "told-to-stop":
            return log.info(`  told to stop: ${STOPPING[event.what]}`);
        case "verifying":
            log.endGroup();
            return log.info("  reading again what is left");
        case "repository-ended":
            return tellOutcome(log, event.outcome);
        case "collection-started":
        case "collection-step":
        case "collection-ended":
        case "sweep-started":
        case "sweep-ended":
            return tellDisk(log, event);
    }
}
const STOPPING = {
    deletions: "waiting for the deletions under way",
    collection: "the registry is started again first",
};
function tellReading(log, event) {
    switch (event.kind) {
        case "repository-started":
            return log.info(`${event.repository}: reading`);
        case "listed":
            return log.info(`  ${(0,wording/* count */.U9)(event.tags, "tag")} listed`);
        case "observed":
            return log.info(`  ${(0,wording/* count */.U9)(event.manifests, "manifest")} read (untagged ones that none of them reaches are not among them)`);
        case "limit-met":
            return log.info(`  ${(0,limits/* describeLimit */.X)(event, Date.now())}`);
        case "named-tag-missing":
            return log.warning(`${event.repository}: the tag ${event.tag}, named as just pushed, is not there.`);
        case "named-digest-missing":
            return log.warning(`${event.repository}: ${event.digest}, named as just pushed, is not there.`);
    }
}
function tellJournal(log, event) {
    switch (event.kind) {
        case "leftovers":
            return log.info(`  looking too at ${(0,wording/* count */.U9)(event.manifests, "manifest")} that an earlier run, by its journal, meant to delete`);
        case "journal-left":
            return log.warning(`${event.repository}: an earlier run was cut off, or goes on still, and its journal names manifests that no list shows. ` +
                `If it was cut off, finish it with journal: ${event.path}`);
        case "journal-torn":
            return log.warning(`${event.path}: ${(0,wording/* count */.U9)(event.lines, "line")} can't be read, as after a crash; what the others say is used.`);
        case "journal-opened":
            return log.info(`What is deleted is written down in ${event.path} first; restore puts it back from there until the next garbage collection (on GitHub, for 30 days).`);
    }
}
function tellDisk(log, event) {
    switch (event.kind) {
        case "collection-started":
            return log.group(`${event.host}: collecting the garbage`);
        case "collection-step":
            return log.info(`  ${(0,collection.describeStep)(event.step)}`);
        case "collection-ended":
            log.endGroup();
            for (const warning of (0,collection/* collectionWarnings */.y8)(event.outcome))
                log.warning(warning);
            return;
        case "sweep-started":
            return log.group(`${event.storage}: looking for what garbage collection leaves behind`);
        case "sweep-ended":
            for (const line of (0,sweep/* sweepLines */.e)(event.outcome, event.isDryRun))
                log.info(`  ${line}`);
            log.endGroup();
            for (const doubt of event.outcome.unsure)
                log.warning((0,sweep/* describeDoubt */.M)(doubt));
            return;
    }
}
function tellDeletion(log, outcome) {
    const { deletion } = outcome;
    const what = deletion.parents.length === 0 ? "an image without a tag, " : "a part, ";
    const name = `${deletion.tags.length === 0 ? what : ""}${(0,outcomes/* nameOf */.Vb)(deletion)}`;
    switch (outcome.kind) {
        case "deleted":
            return log.debug?.(`  ${deletion.kind === "tag" ? "untagged" : "deleted"} ${name}`);
        case "gone":
            return log.debug?.(`  ${name} was gone already`);
        case "failed":
            return log.info(`  could not delete ${name}: ${outcome.error.message}`);
        case "spared":
            return log.info(`  left ${name} alone: ${(0,outcomes/* describeSpare */.NV)(outcome.reason)}`);
    }
}
function tellOutcome(log, outcome) {
    switch (outcome.kind) {
        case "nothing":
            return log[(0,outcomes/* isOdd */.Aq)(outcome.why) ? "warning" : "info"]((0,outcomes/* describeNothing */.f$)(outcome.repository, outcome.why));
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
    const skips = deletions.flatMap((each) => (each.kind === "spared" ? [each] : []));
    for (const warning of (0,outcomes/* describeSkips */.SO)(skips))
        log.warning(`${repository}: ${warning}`);
    tellNotes(log, repository, notes);
}
function tellNotes(log, repository, notes) {
    const dangling = notes.filter(({ kind }) => kind === "dangling").map(({ tag }) => tag);
    if (dangling.length > 0)
        log.warning(`${repository}: ${(0,outcomes/* describeDangling */.o3)(dangling)}`);
    for (const note of notes)
        if (note.kind !== "dangling")
            log.info(`  ${(0,outcomes/* describeNote */.Mb)(note)}`);
}


/***/ }),

/***/ 5594:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fu: () => (/* binding */ planSha256),
/* harmony export */   G0: () => (/* binding */ PLAN_SCHEMA),
/* harmony export */   HG: () => (/* binding */ renderPlans)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _words_records_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4154);


const PLAN_SCHEMA = 2;
function renderPlans(plans, policies, origin) {
    const document = {
        schema: PLAN_SCHEMA,
        ...origin,
        policy: policyRecord(policies),
        ...bytesRecord((0,_words_records_js__WEBPACK_IMPORTED_MODULE_1__/* .totalOf */ .e6)(plans)),
        repositories: plans.map(({ repository, reclaimable }) => ({ repository, ...bytesRecord(reclaimable) })),
        verdicts: (0,_words_records_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictRecords */ .Ud)(plans),
        untagged: plans.flatMap(({ repository, plan }) => plan.untagged.map((verdict) => ({ repository, ...verdict }))),
        deletions: plans.flatMap(({ repository, plan }) => plan.deletions.map((deletion) => (0,_words_records_js__WEBPACK_IMPORTED_MODULE_1__/* .deletionRecord */ .mz)(repository, deletion))),
    };
    return `${JSON.stringify(document, null, 2)}\n`;
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

/***/ 8446:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ failureText)
/* harmony export */ });
/* harmony import */ var _core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1395);
/* harmony import */ var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
/* harmony import */ var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5327);
/* harmony import */ var _words_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8900);





function failureText(result) {
    const { outcomes, collection } = result;
    return [
        ...outcomes.flatMap((outcome) => failuresOf(outcome, result)),
        ...((0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .collectionFailure */ .hm)(collection) ?? []),
    ].join("\n");
}
function failuresOf(outcome, result) {
    if (outcome.kind === "failed")
        return [`${outcome.repository}: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(outcome.error)}`];
    if (outcome.kind !== "applied")
        return [];
    const { repository, deletions, harm, stopped, notes } = outcome;
    const failed = deletions.flatMap((deletion) => (deletion.kind === "failed" ? [deletion] : []));
    const still = notes.filter(({ kind }) => kind === "still-there").length;
    const bare = deletions.filter(_core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_4__/* .isBare */ .J).length;
    const [first] = failed;
    return [
        ...harm.map((which) => `${repository}: HARM: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeHarm */ .OX)(which)}. ${remedyOf(which, result)}`),
        ...(stopped === undefined ? [] : [(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(stopped)]),
        ...(first === undefined
            ? []
            : [`${repository}: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(failed.length, "deletion")} failed. ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(first.error)}`]),
        ...(bare === 0 ? [] : [`${repository}: ${describeBare(bare, result)}`]),
        ...(still === 0
            ? []
            : [
                `${repository}: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(still, "tag")} still there after the registry said that it deleted them. Run again.`,
            ]),
    ];
}
function describeBare(images, { journal }) {
    const subject = images === 1 ? "1 image has lost its tags and is" : `${images} images have lost their tags and are`;
    const finish = journal === undefined ? "the journal of this run" : `journal: ${journal}`;
    return `${subject} not deleted yet, and no list of the registry shows them. Run again with ${finish}, which finishes that.`;
}
function remedyOf(harm, result) {
    const { journal } = result;
    const when = (0,_result_js__WEBPACK_IMPORTED_MODULE_2__/* .undoneUntil */ ._$)(result);
    if (journal === undefined)
        return `Push it again from where it was built, ${when}.`;
    const what = harm.kind === "part-missing" ? harm.missing : harm.tag;
    return `Put it back ${when}: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .restoreCommand */ .Od)(journal, what)}`;
}


/***/ }),

/***/ 7434:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yz: () => (/* binding */ outputsOf),
/* harmony export */   f6: () => (/* binding */ cutList),
/* harmony export */   hF: () => (/* binding */ renderJson)
/* harmony export */ });
/* unused harmony export OUTPUTS */
/* harmony import */ var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
/* harmony import */ var _words_records_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4154);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5327);



const OUTPUTS = [
    {
        name: "deleted",
        help: "JSON array of the tags that were deleted, as `host/repository:tag`, in the order decided; in a dry run, of those that would be. Cut where it is too long for GitHub, with a warning.",
    },
    {
        name: "kept",
        help: "JSON array of the tags that were decided to stay, in the same form.",
    },
    {
        name: "skipped",
        help: "JSON array of the tags that were to go and were left alone, in the same form: something that appeared meanwhile needs them, they moved, or the run stopped before them.",
    },
    { name: "deleted-count", help: "How many tags were deleted; in a dry run, would be." },
    {
        name: "deleted-untagged-count",
        help: "How many images without a tag were deleted for their own sake (`untagged-older-than`); in a dry run, would be.",
    },
    { name: "kept-count", help: "How many tags were decided to stay." },
    {
        name: "reclaimable-bytes",
        help: "How many bytes nothing kept refers to after the deletions, which is what garbage collection can free of them, or at least, where not all sizes are known; in a dry run, could. Other repositories of the registry may share some. Empty where nothing was decided.",
    },
    {
        name: "freed-bytes",
        help: "How many bytes the disk has back, after a collection or a sweep, or at least has, where not all sizes are known; empty where none ran, or nothing of it is known.",
    },
    {
        name: "plan",
        help: "Path of the plan as JSON: a verdict with a reason for every tag. Nothing is cut there.",
    },
    { name: "plan-sha256", help: "SHA-256 of that file, in hex; empty where none was written." },
    {
        name: "journal",
        help: "Path of the journal, from which `restore` puts back what was deleted until the next garbage collection (on GitHub, for 30 days); empty where none was written.",
    },
];
function outputsOf(result, files) {
    const deleted = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .deletedTags */ .NB)(result);
    const kept = (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .keptTags */ .IN)(result);
    return {
        deleted,
        kept,
        skipped: (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .skippedTags */ .md)(result),
        "deleted-count": deleted.length,
        "deleted-untagged-count": (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .deletedUntagged */ .$j)(result),
        "kept-count": kept.length,
        "reclaimable-bytes": (0,_result_js__WEBPACK_IMPORTED_MODULE_1__/* .reclaimableOf */ .nt)(result)?.bytes ?? null,
        "freed-bytes": (0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .freedBytes */ .aU)(result.collection) ?? null,
        plan: files.plan,
        "plan-sha256": files.planSha256,
        journal: result.journal ?? "",
    };
}
function renderJson(result, files) {
    const plans = result.outcomes.flatMap((outcome) => "plan" in outcome ? [{ ...outcome, plan: outcome.plan }] : []);
    const collection = result.collection === undefined ? {} : { collection: (0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .collectionRecord */ ._s)(result.collection) };
    return `${JSON.stringify({ ...outputsOf(result, files), ...collection, verdicts: (0,_words_records_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictRecords */ .Ud)(plans) }, null, 2)}\n`;
}
const MAX_CHARACTERS = 150_000;
function cutList(items, maxCharacters = MAX_CHARACTERS) {
    let length = 2;
    const fitting = items.findIndex((item) => {
        length += JSON.stringify(item).length + 1;
        return length > maxCharacters;
    });
    const kept = fitting === -1 ? items : items.slice(0, fitting);
    return { json: JSON.stringify(kept), left: items.length - kept.length };
}


/***/ }),

/***/ 5327:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ deletedUntagged),
/* harmony export */   IN: () => (/* binding */ keptTags),
/* harmony export */   Ki: () => (/* binding */ aboutUndo),
/* harmony export */   NB: () => (/* binding */ deletedTags),
/* harmony export */   W0: () => (/* binding */ aboutSpace),
/* harmony export */   _$: () => (/* binding */ undoneUntil),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   dC: () => (/* binding */ summaryLine),
/* harmony export */   en: () => (/* binding */ skipsOf),
/* harmony export */   md: () => (/* binding */ skippedTags),
/* harmony export */   nt: () => (/* binding */ reclaimableOf)
/* harmony export */ });
/* harmony import */ var _core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1395);
/* harmony import */ var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
/* harmony import */ var _words_records_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4154);
/* harmony import */ var _words_untagged_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2181);
/* harmony import */ var _words_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8900);
/* harmony import */ var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(920);






function decidedOf({ outcomes }) {
    return outcomes.flatMap((outcome) => outcome.kind === "planned" || outcome.kind === "applied" ? [outcome] : []);
}
function statusOf({ outcomes, collection }) {
    if ((0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .collectionFailure */ .hm)(collection) !== undefined)
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
        outcome.deletions.some((each) => each.kind === "failed" || (0,_core_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .isBare */ .J)(each)) ||
        outcome.notes.some(({ kind }) => kind === "still-there"));
}
function deletedTags(result) {
    return decidedOf(result).flatMap((outcome) => named(outcome.repository, lostTags(outcome)));
}
function lostTags(outcome) {
    return outcome.kind === "applied" ? outcome.deleted : (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .goingTags */ .s)(outcome.plan);
}
function keptTags(result) {
    return decidedOf(result).flatMap(({ repository, plan }) => named(repository, (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .stayingTags */ .V)(plan)));
}
function skippedTags(result) {
    return decidedOf(result).flatMap((outcome) => {
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
    const decided = decidedOf(result);
    return decided.length === 0 ? undefined : (0,_words_records_js__WEBPACK_IMPORTED_MODULE_5__/* .totalOf */ .e6)(decided);
}
function named(repository, tags) {
    return tags.map((tag) => `${repository}:${tag}`);
}
function aboutSpace(result) {
    const { isDryRun, collection } = result;
    const isNothing = (0,_words_records_js__WEBPACK_IMPORTED_MODULE_5__/* .totalOf */ .e6)(decidedOf(result)).bytes === 0 || !hasGarbage(result);
    if (isDryRun || collection !== undefined || isNothing)
        return [];
    return [
        "The registry's disk gets this space back at the next garbage collection, not before, less what other repositories of the registry share: " +
            "set gc-container or gc-command, or run reclaim at night.",
    ];
}
function hasGarbage({ frees }) {
    return frees === undefined || frees.size === 0 || frees.has("at-collection");
}
function aboutUndo(result) {
    const { isDryRun, outcomes, collection, journal } = result;
    const isCollected = collection !== undefined && collection.kind !== "skipped";
    const hasDeleted = outcomes.some((outcome) => outcome.kind === "applied" && outcome.deletions.some(({ kind }) => kind === "deleted"));
    if (isDryRun || journal === undefined || isCollected || !hasDeleted)
        return [];
    return [`To put something back ${undoneUntil(result)}: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .restoreCommand */ .Od)(journal, "[TAG…]")}`];
}
function undoneUntil(result) {
    const collected = hasGarbage(result) ? ["before the next garbage collection"] : [];
    const kept = result.frees?.has("by-itself") === true ? ["within 30 days"] : [];
    return [...collected, ...kept].join(", on GitHub ");
}
function deletedUntagged(result) {
    const counts = decidedOf(result).map(({ plan, ...outcome }) => outcome.kind === "applied" ? (0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__/* .countDeletedUntagged */ .MG)(plan, outcome.deletions) : (0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__/* .goingUntagged */ .uD)(plan).length);
    return counts.reduce((sum, number) => sum + number, 0);
}
function summaryLine(result) {
    const decided = decidedOf(result);
    const deleted = decided.flatMap(lostTags).length;
    const kept = decided.flatMap(({ plan }) => (0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_4__/* .stayingTags */ .V)(plan)).length;
    const verb = result.isDryRun ? "Dry run: would delete" : "Deleted";
    const untagged = (0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_1__/* .andUntagged */ .Fm)(deletedUntagged(result));
    const counts = `${verb} ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(deleted, "tag")}${untagged}, ${result.isDryRun ? "keep" : "kept"} ${kept}`;
    const where = `in ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(result.outcomes.length, "repository")}`;
    const collected = result.collection === undefined ? [] : [(0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .describeCollection */ .ET)(result.collection)];
    const bytes = (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .unreferred */ .ZJ)((0,_words_records_js__WEBPACK_IMPORTED_MODULE_5__/* .totalOf */ .e6)(decided));
    return [`${counts} ${where}${bytes}.`, ...troubles(result), ...collected].join(" ");
}
function troubles(result) {
    const { isDryRun, outcomes } = result;
    const applied = outcomes.flatMap((outcome) => (outcome.kind === "applied" ? [outcome] : []));
    const failedRepositories = outcomes.filter(({ kind }) => kind === "failed").length;
    const failed = applied.flatMap(({ deletions }) => deletions).filter(({ kind }) => kind === "failed").length;
    const skips = decidedOf(result)
        .flatMap(skipsOf)
        .map(({ reason }) => reason.kind);
    const late = skips.filter((kind) => kind === "time-limit").length;
    const left = skips.length - late;
    const harmed = applied.flatMap(({ harm }) => harm).length;
    return [
        ...(failedRepositories > 0 ? [`Failed: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(failedRepositories, "repository")}.`] : []),
        ...(failed > 0 ? [`${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(failed, "deletion")} failed.`] : []),
        ...(left > 0 ? [`${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(left, "deletion")} ${isDryRun ? "would be " : ""}left undone.`] : []),
        ...(late > 0 ? [`The time limit came: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(late, "deletion")} left for the next run.`] : []),
        ...(harmed > 0 ? [`HARM: ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(harmed, "tag")} that should have stayed whole.`] : []),
    ];
}


/***/ }),

/***/ 902:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ describeCollection),
/* harmony export */   _s: () => (/* binding */ collectionRecord),
/* harmony export */   aU: () => (/* binding */ freedBytes),
/* harmony export */   cn: () => (/* binding */ errorRecord),
/* harmony export */   describeStep: () => (/* binding */ describeStep),
/* harmony export */   hm: () => (/* binding */ collectionFailure),
/* harmony export */   y8: () => (/* binding */ collectionWarnings)
/* harmony export */ });
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8900);


function describeCollection(outcome) {
    switch (outcome.kind) {
        case "skipped":
            return describeSkip(outcome.why, outcome.garbage);
        case "failed":
            return "The garbage collection failed.";
        case "collected": {
            const { blobs, freed, proven, harm } = outcome;
            const what = blobs === undefined ? "Garbage collected" : `Garbage collected: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(blobs, "blob")}`;
            const how = freed === undefined ? "how many bytes that freed is not known" : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(freed)} freed`;
            const whole = harm.length > 0
                ? ` HARM: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(harm.length, "tag")} that should have stayed whole.`
                : proven === undefined
                    ? ""
                    : ` Every part of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(proven, "kept tag")} answers.`;
            return `${what}, ${how}.${whole}`;
        }
    }
}
function describeSkip(why, garbage) {
    switch (why.kind) {
        case "nothing-deleted":
            return "Nothing was deleted, so no garbage was collected.";
        case "prune-failed":
            return "No garbage was collected, for the prune failed.";
        case "dry-run":
            return garbage === undefined
                ? "No garbage is collected in a dry run."
                : `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(garbage)} of garbage could be collected.`;
        case "told-to-stop":
            return "Told to stop before the garbage was collected.";
        case "below-minimum":
            return `There is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(why.bytes)} of garbage, less than gc-min-bytes (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(why.minimum)}): the registry was not stopped.`;
        case "no-garbage":
            return "There is no garbage to collect: the registry was not stopped.";
        case "empty-registry":
            return "Nothing was ever pushed to this registry: there is nothing to collect.";
    }
}
function collectionFailure(outcome) {
    if (outcome?.kind === "failed")
        return [`Garbage collection: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(outcome.error)}`];
    if (outcome?.kind !== "collected" || outcome.harm.length === 0)
        return undefined;
    return outcome.harm.map((harm) => `${harm.repository}: HARM: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeHarm */ .OX)(harm)} after the garbage collection. Push it again from where it was built.`);
}
function collectionWarnings(outcome) {
    if (outcome.kind !== "collected")
        return [];
    const { restarted, proven, unproven } = outcome;
    return [
        ...(restarted
            ? []
            : [
                "RESTART THE REGISTRY NOW, unless its cache is off: it was never seen to be down while gc-command ran. " +
                    "A registry that goes on believes to have what was collected, and the next push of it is lost.",
            ]),
        ...(proven === undefined
            ? [
                "Whether all that is kept is whole could not be looked at: the registry does not list its repositories for this user.",
            ]
            : []),
        ...(unproven.length === 0
            ? []
            : [`Could not be looked at before and after the collection: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(unproven)}.`]),
    ];
}
function freedBytes(outcome) {
    return outcome?.kind === "collected" ? outcome.freed?.bytes : undefined;
}
function describeStep(step) {
    switch (step.kind) {
        case "waiting":
            return `another run collects the garbage of ${step.container}; waiting for it`;
        case "recovered":
            return `a run that was ended had left its mark on ${step.container}; making good`;
        case "looked":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(step.blobs, "blob")} of garbage${step.bytes === undefined ? "" : ` (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(step.bytes)})`}`;
        case "stopping":
            return `stopping ${step.container} (it is started again in every case; by hand: ${step.program} start ${step.container})`;
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
                ? `looked at every part of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(step.tags, "tag")}`
                : `looking at every part of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(step.tags, "tag")} again`;
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

/***/ 8354:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ describeLimit)
/* harmony export */ });
/* harmony import */ var _registry_github_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4571);

function describeLimit({ host, limit, until }, now) {
    const why = limit === "primary" ? "this hour's requests are used up" : "it asks for a pause";
    return `${host}: ${why}; waiting until ${(0,_registry_github_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(until)}, ${(0,_registry_github_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(until - now)} from now`;
}


/***/ }),

/***/ 7565:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   No: () => (/* binding */ describeBudget),
/* harmony export */   S: () => (/* binding */ describeNotice),
/* harmony export */   iz: () => (/* binding */ describeUnused)
/* harmony export */ });
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8900);


function describeNotice(notice) {
    switch (notice.kind) {
        case "no-candidates":
            return ("no tag is a candidate for deletion, so nothing ever goes. Check sort, include and exclude: " +
                "under semver only versions such as 1.2.3 are candidates, under prerelease only prereleases such as 1.2.3-alpha.4.");
        case "endless-channels":
            return (`${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(notice.channels.length, "channel")} have images of one version alone: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(notice.channels)}. ` +
                "If these are branches, there will always be more of them, and each keeps its newest; group-by: none counts them together.");
        case "undated":
            return `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(notice.tags.length, "tag")} without a date, taken for the oldest: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(notice.tags)}.`;
        case "over-budget":
            return (`what has to stay takes ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(notice.least, 2)}, more than max-size (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(notice.maxSize, 2)}), so only each group's newest and what else must stay is left. ` +
                "The plan says of each tag why it stays.");
    }
}
function describeBudget({ budget }) {
    if (budget === undefined || budget.stays.bytes === 0)
        return [];
    return [`what stays takes ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .amount */ .vj)(budget.stays, 2)}; max-size is ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(budget.maxSize, 2)}`];
}
function describeUnused(patterns) {
    return `Nothing matches ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(patterns.map(({ setting, text }) => `${text} (${setting})`))}.`;
}


/***/ }),

/***/ 887:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ planLines),
/* harmony export */   KS: () => (/* binding */ planTitle),
/* harmony export */   am: () => (/* binding */ orphansKept),
/* harmony export */   pH: () => (/* binding */ planWarnings)
/* harmony export */ });
/* harmony import */ var _core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3387);
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
/* harmony import */ var _notices_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7565);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6581);
/* harmony import */ var _records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4154);
/* harmony import */ var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(920);
/* harmony import */ var _untagged_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2181);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8900);








const MOST_LINES = 200;
function planTitle({ repository, plan }) {
    const going = `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .goingTags */ .s)(plan).length, "tag")}${(0,_untagged_js__WEBPACK_IMPORTED_MODULE_3__/* .andUntagged */ .Fm)((0,_untagged_js__WEBPACK_IMPORTED_MODULE_3__/* .goingUntagged */ .uD)(plan).length)}`;
    return `${repository}: ${going} to delete, ${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_5__/* .stayingTags */ .V)(plan).length} to keep`;
}
function planLines({ plan, sizes }) {
    const line = (verdict) => {
        const bytes = (0,_records_js__WEBPACK_IMPORTED_MODULE_6__/* .sizeOf */ .$d)(verdict, sizes);
        const own = bytes === undefined ? "" : `  ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .amount */ .vj)(bytes)}`;
        return `${verdict.kind.padEnd(6)}  ${verdict.tag}  (${(0,_reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .describeReason */ .Gk)(verdict)})${own}`;
    };
    const going = plan.verdicts.filter(_core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .goes */ .n);
    const staying = plan.verdicts.filter((verdict) => !(0,_core_policy_verdict_js__WEBPACK_IMPORTED_MODULE_7__/* .goes */ .n)(verdict));
    return [
        ...cut(going, line, "to delete"),
        ...cut((0,_untagged_js__WEBPACK_IMPORTED_MODULE_3__/* .untaggedLines */ .LF)(plan), asItIs, "to delete"),
        ...cut(staying, line, "to keep"),
        ...cut(skippedLines(plan), asItIs, "left alone"),
    ];
}
function skippedLines({ skipped }) {
    return skipped.flatMap(({ deletion, reason }) => {
        if (deletion.tags.length > 0 && reason.kind !== "gone")
            return [];
        return [`skip    ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .nameOf */ .Vb)(deletion)}  (${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSpare */ .NV)(reason)})`];
    });
}
const asItIs = (line) => line;
function cut(all, lineOf, what) {
    const more = all.length - MOST_LINES;
    const lines = all.slice(0, MOST_LINES).map(lineOf);
    return more <= 0 ? lines : [...lines, `… and ${more} more ${what}`];
}
function planWarnings({ plan }) {
    const dangling = keptBecause(plan, "dangling");
    const orphans = orphansKept(plan);
    return [
        ...plan.notices.map(_notices_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNotice */ .S),
        ...(dangling.length === 0 ? [] : [(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeDangling */ .o3)(dangling)]),
        ...(orphans.length === 0 ? [] : [(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeOrphans */ .vC)(orphans)]),
        ...(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSkips */ .SO)(plan.skipped),
        ...(plan.missing.length === 0
            ? []
            : [
                `of what stays, ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(plan.missing.length, "part")} was missing before this run: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(plan.missing)}.`,
            ]),
    ];
}
function orphansKept(plan) {
    return keptBecause(plan, "orphan");
}
function keptBecause({ verdicts }, why) {
    return verdicts.flatMap(({ kind, tag, reason }) => (kind === "keep" && reason.kind === why ? [tag] : []));
}


/***/ }),

/***/ 6581:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ describeReason),
/* harmony export */   ZR: () => (/* binding */ describeDeleteReason),
/* harmony export */   tI: () => (/* binding */ describeKeepReason)
/* harmony export */ });
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8900);


const DANGLING = "listed, but its manifest is not there";
function describeReason(verdict) {
    if (verdict.kind === "keep")
        return describeKeepReason(verdict.reason);
    return describeDeleteReason(verdict.reason) + (verdict.kind === "untag" ? whatStays(verdict) : "");
}
function whatStays({ digest, with: other }) {
    if (digest === undefined)
        return "";
    return `; the image stays${other === undefined ? "" : ` for ${other}`}`;
}
function describeDeleteReason(reason) {
    switch (reason.kind) {
        case "beyond-newest":
            return `number ${reason.rank} of ${reason.of}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeGroup */ .N3)(reason)}, beyond the newest ${reason.keep}`;
        case "over-budget":
            return `number ${reason.rank} of ${reason.of}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeGroup */ .N3)(reason)}, for which ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(reason.maxSize)} has no room`;
        case "referrer-of":
            return `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(reason.subject)}, which goes`;
        case "orphan":
            return describeOrphan(reason.subject);
        case "dangling":
            return DANGLING;
        case "planned":
            return "as planned";
    }
}
function describeKeepReason(reason) {
    switch (reason.kind) {
        case "just-pushed":
            return "just pushed";
        case "newest":
            return `number ${reason.rank} of the newest ${reason.keep}${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .describeGroup */ .N3)(reason)}${ORDERS[reason.by]}`;
        case "protected":
            return `in use: ${reason.by}`;
        case "younger":
            return `created ${reason.created.slice(0, 10)}, less than ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .span */ .Ln)(reason.limit)} ago`;
        case "undated":
            return `nothing says when it was created, and what is younger than ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .span */ .Ln)(reason.limit)} stays`;
        case "not-included":
        case "no-rule":
        case "not-a-version":
        case "not-a-prerelease":
        case "latest":
        case "date-unread":
            return NO_CANDIDATE[reason.kind];
        case "excluded":
            return `matches exclude ${reason.pattern}`;
        case "referrer":
            return `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(reason.subject)}`;
        case "dangling":
            return DANGLING;
        case "shares-digest":
            return reason.untags === "no"
                ? `same image as ${reason.with}, and the registry can't delete one tag alone`
                : `same image as ${reason.with}; whether the registry can delete one tag alone shows only in a run that deletes`;
        case "contained-in":
            return `needed by ${reason.with}`;
        case "has-referrer":
            return `has the signature or attachment ${reason.with}`;
        case "orphan":
            return describeOrphan(reason.subject);
        case "not-planned":
            return "the plan does not have it go";
        case "skipped":
            return `planned to go, but ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeSpare */ .NV)(reason.why)}`;
    }
}
function describeOrphan(subject) {
    return `signature or attachment of ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(subject)}, which is gone`;
}
const NO_CANDIDATE = {
    "not-included": "matches no include pattern",
    "no-rule": "no rule is for it",
    "not-a-version": "not a version",
    "not-a-prerelease": "not a prerelease",
    latest: "latest has no place in an order",
    "date-unread": "its date was not read",
};
const ORDERS = {
    semver: "",
    version: " by version",
    prerelease: " by prerelease number",
    natural: " by name",
    created: " by date",
};


/***/ }),

/***/ 4154:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   Ud: () => (/* binding */ verdictRecords),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   mz: () => (/* binding */ deletionRecord)
/* harmony export */ });
function verdictRecords(plans) {
    return plans.flatMap(({ repository, plan, sizes }) => plan.verdicts.map((verdict) => ({
        repository,
        tag: verdict.tag,
        digest: verdict.digest ?? null,
        verdict: verdict.kind,
        reason: verdict.reason,
        bytes: sizeOf(verdict, sizes)?.bytes ?? null,
    })));
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
function totalOf(parts) {
    return {
        bytes: parts.reduce((sum, { reclaimable }) => sum + reclaimable.bytes, 0),
        isLeast: parts.some(({ reclaimable }) => reclaimable.isLeast),
    };
}


/***/ }),

/***/ 3219:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createRedactor)
/* harmony export */ });
const SHORTEST = 4;
function createRedactor(onSecret = () => undefined) {
    const secrets = new Set();
    return {
        add(secret) {
            if (secrets.has(secret) || secret === "")
                return;
            secrets.add(secret);
            onSecret(secret);
        },
        redact(text) {
            const known = [...secrets]
                .filter(({ length }) => length >= SHORTEST)
                .sort((a, b) => b.length - a.length);
            return known.reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
        },
    };
}


/***/ }),

/***/ 8148:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ describeDoubt),
/* harmony export */   e: () => (/* binding */ sweepLines)
/* harmony export */ });
/* harmony import */ var _outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8900);


function sweepLines({ removals }, isDryRun) {
    return removals.map((outcome) => {
        const { repository, what, bytes } = outcome.removal;
        return `${verbOf(outcome, isDryRun)} ${repository}: ${what} (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .size */ .Ej)(bytes)})`;
    });
}
function verbOf(outcome, isDryRun) {
    if (isDryRun)
        return "would remove";
    switch (outcome.kind) {
        case "removed":
            return "removed";
        case "left":
            return "left";
        case "failed":
            return `could not remove (${outcome.error.message})`;
    }
}
function describeDoubt({ repository, doubts, keeps }) {
    const what = keeps === "everything" ? "nothing but abandoned uploads was removed" : "untagged images stay";
    return `${repository} is in doubt, so ${what}: ${(0,_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .some */ .zN)(doubts)}.`;
}


/***/ }),

/***/ 2181:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ andUntagged),
/* harmony export */   LF: () => (/* binding */ untaggedLines),
/* harmony export */   MG: () => (/* binding */ countDeletedUntagged),
/* harmony export */   V4: () => (/* binding */ aboutUntagged),
/* harmony export */   uD: () => (/* binding */ goingUntagged)
/* harmony export */ });
/* unused harmony export describeUntagged */
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8900);

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
        return `${since}, ${verdict.olderThan === undefined ? "as planned" : `longer than ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .Ln)(verdict.olderThan)}`}`;
    }
    return `${since}; ${WHY[verdict.why]}`;
}
const WHY = {
    "no-limit": "untagged-older-than does not say that it goes",
    young: "not old enough",
    needed: "something that stays needs it",
};
function untaggedLines(plan) {
    return goingUntagged(plan).map((verdict) => `delete  ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .shortDigest */ .VK)(verdict.digest)}  (${describeUntagged(verdict)})`);
}
function andUntagged(number) {
    return number === 0 ? "" : ` and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(number, "image")} without a tag`;
}
function aboutUntagged({ untagged }) {
    const left = untagged.filter((verdict) => verdict.kind === "keep" && verdict.why === "no-limit").length;
    if (left === 0)
        return [];
    const stay = left === 1 ? "stays" : "stay";
    return [
        `${(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(left, "image")} without a tag that nothing reaches ${stay}; untagged-older-than takes what is old of such`,
    ];
}


/***/ }),

/***/ 8673:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f8: () => (/* binding */ writeWhole),
/* harmony export */   fG: () => (/* binding */ whyRefused),
/* harmony export */   fc: () => (/* binding */ makeFolder),
/* harmony export */   nB: () => (/* binding */ flushFolder)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _registry_http_network_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9592);



const REASONS = {
    EACCES: "this user may not do that",
    EPERM: "this user may not do that",
    EROFS: "its disk is mounted read-only",
    ENOSPC: "its disk is full",
    EDQUOT: "this user's share of its disk is used up",
    EFBIG: "it would grow larger than this user's files may",
    EISDIR: "it is a folder",
    ENOENT: "it is not there",
    ENOTDIR: "a part of its path is no folder",
    EIO: "its disk failed",
};
function whyRefused(error) {
    const code = (0,_registry_http_network_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error);
    if (code === "")
        return error instanceof Error ? error.message : String(error);
    return REASONS[code] ?? `the system said ${code}`;
}
async function writeWhole(file, bytes, position) {
    for (let done = 0; done < bytes.length;) {
        const at = position === null ? null : position + done;
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at);
        done += bytesWritten;
    }
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
        if (!CANT_FLUSH.includes((0,_registry_http_network_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N)(error)))
            throw error;
    }
}


/***/ }),

/***/ 7662:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ freeHeap),
/* harmony export */   p: () => (/* binding */ keepHeapSmall)
/* harmony export */ });
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

/***/ 2302:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QS: () => (/* binding */ advancing),
/* harmony export */   g$: () => (/* binding */ readTags),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   ue: () => (/* binding */ readNeeded),
/* harmony export */   y1: () => (/* binding */ listedStill),
/* harmony export */   yN: () => (/* binding */ resolveTags)
/* harmony export */ });
/* harmony import */ var p_map__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1773);
/* harmony import */ var _core_image_graph_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7293);
/* harmony import */ var _core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8544);
/* harmony import */ var _core_names_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8240);
/* harmony import */ var _heap_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7662);





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
    await (0,_heap_js__WEBPACK_IMPORTED_MODULE_3__/* .keepHeapSmall */ .p)(listed.length);
    const manifests = new Map();
    const missing = new Set();
    const tags = await listedStill(options, await readTags(options, listed, manifests));
    const subjects = tags.flatMap(({ tag }) => (0,_core_names_version_js__WEBPACK_IMPORTED_MODULE_2__/* .subjectOf */ .et)(tag) ?? []);
    const named = [...digests, ...others, ...inUse, ...subjects];
    await readNeeded(options, [...named, ...(0,_core_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .neededIn */ .vs)(manifests)], { manifests, missing });
    say({ kind: "observed", manifests: manifests.size });
    sayMissing(target, { listed, missing }, say);
    const namedTags = new Set(target.tags);
    const namedDigests = new Set(digests);
    const read = { repository, tags, manifests, missing, namedTags, namedDigests };
    (0,_heap_js__WEBPACK_IMPORTED_MODULE_3__/* .freeHeap */ .V)(listed.length);
    const unknown = { leftovers: new Set(), referrers: new Map(), dates: new Map() };
    return { kind: "snapshot", snapshot: { ...read, ...unknown, now: Date.now() } };
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
async function resolveTags(options, tags, manifests) {
    const { registry, repository, concurrency } = options;
    const digests = await (0,p_map__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .Ay)(tags, (tag) => registry.resolveTag(repository, tag), { concurrency });
    const isKnown = (digest) => digest === undefined || manifests.has(digest);
    const news = await readTags(options, tags.filter((_, index) => !isKnown(digests[index])), manifests);
    const read = new Map(news.map((state) => [state.tag, state]));
    return tags.map((tag, index) => read.get(tag) ?? stateOf(tag, digests[index]));
}
function stateOf(tag, digest) {
    return digest === undefined ? { tag } : { tag, digest };
}
function readAll({ registry, repository, concurrency, keep, advance }, references) {
    let done = 0;
    const shared = (0,_core_image_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .internBlobs */ .F7)();
    const read = async (reference) => {
        const found = await registry.readManifest(repository, reference);
        advance?.((done += 1), references.length);
        if (found === undefined)
            return undefined;
        await keep?.(found);
        return { digest: found.digest, manifest: shared(found.manifest) };
    };
    return (0,p_map__WEBPACK_IMPORTED_MODULE_4__/* ["default"] */ .Ay)(references, read, { concurrency });
}
async function readNeeded(options, roots, { manifests, missing }) {
    let wanted = roots;
    for (;;) {
        const unknown = [...new Set(wanted)].filter((digest) => !manifests.has(digest) && !missing.has(digest));
        if (unknown.length === 0)
            return;
        const read = await readAll(options, unknown);
        unknown.forEach((digest, index) => {
            const found = read[index];
            if (found === undefined)
                missing.add(digest);
            else
                manifests.set(digest, found.manifest);
        });
        wanted = read.flatMap((found) => (found === undefined ? [] : (0,_core_image_graph_js__WEBPACK_IMPORTED_MODULE_0__/* .needs */ .eN)(found.manifest)));
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


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ answer),
  n: () => (/* binding */ planWithLookups)
});

// EXTERNAL MODULE: ../../node_modules/p-map/index.js
var p_map = __webpack_require__(1773);
// EXTERNAL MODULE: ./lazy/core/image/created.js
var created = __webpack_require__(7865);
// EXTERNAL MODULE: ./lazy/core/base/grouped.js
var grouped = __webpack_require__(6011);
// EXTERNAL MODULE: ./lazy/core/plan/make-plan.js + 2 modules
var make_plan = __webpack_require__(8565);
;// CONCATENATED MODULE: ./lazy/core/plan/questions.js
function questionsOf({ verdicts, deletions, unread }, snapshot, policy) {
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
    };
}
function unaskedOf(deletions, { referrers }) {
    return deletions
        .filter((deletion) => deletion.kind === "manifest")
        .map(({ digest }) => digest)
        .filter((digest) => !referrers.has(digest));
}

// EXTERNAL MODULE: ./lazy/core/policy/untagged.js
var policy_untagged = __webpack_require__(7655);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js
var observe = __webpack_require__(2302);
;// CONCATENATED MODULE: ./lazy/run/observe/plan-with-lookups.js







async function planWithLookups(options, snapshot, policy) {
    let known = snapshot;
    for (;;) {
        const decided = (0,make_plan/* plan */.et)(known, policy);
        const questions = questionsOf(decided, known, policy);
        const { untags, untagged, referrersOf, datesIn } = questions;
        if (!untags && !untagged && referrersOf.length === 0 && datesIn.length === 0) {
            return { snapshot: known, plan: decided };
        }
        const answered = await answer(options, known, questions);
        if (saysNothingNew(known, answered))
            return { snapshot: answered, plan: decided };
        known = answered;
    }
}
function saysNothingNew(before, after) {
    return (before.untags === after.untags &&
        before.dates === after.dates &&
        before.manifests.size === after.manifests.size &&
        before.missing.size === after.missing.size &&
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
async function answer(options, snapshot, { untags, untagged, referrersOf, datesIn }) {
    if (datesIn.length > 0)
        return { ...snapshot, dates: await readDates(options, snapshot, datesIn) };
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
    await (0,observe/* readNeeded */.ue)(options, unread, { manifests, missing });
    return { ...answered, manifests, missing };
}
async function withUntagged(options, snapshot) {
    const untagged = await options.registry.listUntagged(options.repository);
    if (untagged === undefined)
        return { ...snapshot, untagged: new Map() };
    const manifests = new Map(snapshot.manifests);
    const missing = new Set(snapshot.missing);
    await (0,observe/* readNeeded */.ue)(options, [...untagged.keys()], { manifests, missing });
    const referrers = new Map([...snapshot.referrers, ...(0,grouped/* grouped */.z)((0,policy_untagged/* referrersAmong */.Rg)(manifests))]);
    return { ...snapshot, manifests, missing, referrers, untagged };
}
async function readDates({ registry, repository, concurrency }, { dates }, configs) {
    const read = async (config) => {
        const blob = await registry.readBlob(repository, config);
        return [config, blob === undefined ? undefined : (0,created/* readCreated */.$)(blob.toString("utf8"))];
    };
    return new Map([...dates, ...(await (0,p_map/* default */.Ay)(configs, read, { concurrency }))]);
}
async function referrersOfAll({ registry, repository, concurrency }, digests) {
    const [first, ...others] = digests;
    if (first === undefined)
        return new Map();
    const list = await registry.listReferrers(repository, first);
    if (list === undefined)
        return undefined;
    const lists = await (0,p_map/* default */.Ay)(others, async (digest) => [digest, (await registry.listReferrers(repository, digest)) ?? []], { concurrency });
    return new Map([[first, list], ...lists]);
}


/***/ }),

/***/ 6679:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ settingsOf)
/* harmony export */ });
function settingsOf(environment, token) {
    const api = environment["GITHUB_API_URL"] ?? "";
    return {
        ...(api === "" ? {} : { "github-api-url": api }),
        ...(token === undefined || token === "" ? {} : { "github-token": token }),
    };
}


/***/ }),

/***/ 3595:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ gitHubAt),
/* harmony export */   Wz: () => (/* binding */ isGitHub),
/* harmony export */   kQ: () => (/* binding */ readGitHub),
/* harmony export */   sx: () => (/* binding */ checkGitHub),
/* harmony export */   xr: () => (/* binding */ onGitHub)
/* harmony export */ });
/* harmony import */ var _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(385);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
/* harmony import */ var _core_names_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1780);
/* harmony import */ var _core_names_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1033);
/* harmony import */ var _table_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2014);





function readGitHub(read) {
    const token = read.secret("github-token").trim();
    const api = read.value("github-api-url", parseApi) ?? _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ.api;
    const named = read.value("github-registry", parseRegistry);
    const registry = named ?? (0,_core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .registryOf */ .Fv)(api);
    if (registry !== undefined)
        return { api, registry, ...(token === "" ? {} : { token }) };
    if (read.isGiven("github-api-url") && !read.isGiven("github-registry")) {
        read.problem("github-registry", `it is empty, and the registry of ${api} is not known; name its host, such as containers.github.example.com`);
    }
    return _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ;
}
function gitHubAt(host, own) {
    const name = host.replace(/:443$/, "");
    if (name === own.registry || host === own.registry)
        return own;
    return name === _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ.registry ? _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ : undefined;
}
function isGitHub(host, own) {
    return gitHubAt(host, own) !== undefined;
}
function checkGitHub(read, places, own) {
    const command = read.text("command");
    const said = SAID_ON_GITHUB.filter((name) => takes(command, name) && read.isGiven(name));
    if (!places.some(({ host }) => isGitHub(host, own))) {
        const isElsewhere = places.length > 0 && command !== "reclaim" && said.includes("untagged-older-than");
        if (isElsewhere)
            read.problem("untagged-older-than", LISTS_NONE);
        return;
    }
    if (command === "reclaim")
        read.problem("registry", FREES_ITSELF);
    for (const name of said) {
        const wrong = wrongOnGitHub(read, name);
        if (wrong !== undefined)
            read.problem(name, wrong);
    }
}
const SAID_ON_GITHUB = ["gc-container", "gc-command", "untag", "untagged-older-than"];
function wrongOnGitHub(read, name) {
    switch (name) {
        case "gc-container":
        case "gc-command":
            return FREES_ITSELF;
        case "untag":
            return read.text(name) === "overwrite" ? NEVER_UNTAGS : undefined;
        case "untagged-older-than":
            return (read.duration(name) ?? Infinity) < LEAST_UNTAGGED_MS ? TOO_SOON : undefined;
    }
}
function takes(command, name) {
    const setting = _table_settings_js__WEBPACK_IMPORTED_MODULE_4__/* .SETTINGS */ .y.find((known) => known.name === name);
    return setting?.commands.some((taker) => taker === command) === true;
}
const LISTS_NONE = "no image is on GitHub's registry, and others list nothing without a tag; there, reclaim with storage takes it";
const FREES_ITSELF = "an image is on GitHub's registry, which frees its space itself; leave it out there";
const NEVER_UNTAGS = "an image is on GitHub's registry, which deletes a version with all its tags; what shares a version with a kept tag stays there, so leave it out";
const LEAST_UNTAGGED_MS = 60 * 60 * 1000;
const TOO_SOON = "it is less than an hour, and a push under way has no tag yet; write 1h or more";
function onGitHub(text, place) {
    const path = "pattern" in place ? place.pattern : place.repository;
    const [owner = "", ...name] = path.split("/");
    if (owner !== "" && name.length > 0 && !(0,_core_names_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .isGlob */ .fg)(owner))
        return place;
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`"${text}" is on GitHub's registry and does not name its owner, as host/OWNER/package (or host/OWNER/* for all of an owner's) does`, "Correct it.");
}
function parseApi(text) {
    const isUrl = /^https?:\/\//i.test(text) && URL.canParse(text);
    const { origin, pathname, search, hash, username, password } = new URL(isUrl ? text : _core_names_github_js__WEBPACK_IMPORTED_MODULE_0__/* .GITHUB_COM */ .yQ.api);
    const isBare = [search, hash, username, password].every((part) => part === "");
    if (isUrl && isBare)
        return `${origin}${pathname}`.replace(/\/+$/, "");
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`"${text}" is not the address of an API; write it as https://github.example.com/api/v3`, "Correct it.");
}
function parseRegistry(text) {
    if ((0,_core_names_reference_js__WEBPACK_IMPORTED_MODULE_3__/* .isHost */ .jU)(text))
        return text.toLowerCase();
    throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`"${text}" is not a host; write host[:port] alone`, "Correct it.");
}


/***/ }),

/***/ 2408:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sb: () => (/* binding */ readSettings),
  pL: () => (/* binding */ unknownSetting)
});

// UNUSED EXPORTS: readPruneSettings

// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/core/policy/policy.js
var policy = __webpack_require__(1774);
// EXTERNAL MODULE: ./lazy/core/names/glob.js
var glob = __webpack_require__(1780);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __webpack_require__(1033);
;// CONCATENATED MODULE: ./lazy/core/names/image-glob.js



function isImageGlob(text) {
    return (0,glob/* isGlob */.fg)(text.replace(/^(https?:\/\/)?\[[0-9a-fA-F:]*\]/i, ""));
}
function parseImageGlob(text) {
    const { scheme, host, path } = (0,reference/* splitReference */.mQ)(text);
    if (/[:@]/.test(path)) {
        throw new errors/* PruneError */.Pc(`"${text}": a pattern of repositories has no tag and no digest; what was just pushed is named whole, on a line of its own`, "Correct the pattern.");
    }
    const { matches } = (0,glob/* parseRepositoryGlob */.y5)(path);
    const [first = path] = path.split("/");
    return {
        ...(scheme === undefined ? {} : { scheme }),
        host: host.toLowerCase(),
        pattern: path,
        first,
        matches,
    };
}

// EXTERNAL MODULE: ./lazy/settings/read/github.js
var read_github = __webpack_require__(3595);
;// CONCATENATED MODULE: ./lazy/settings/read/connection.js




const MAX_CONCURRENCY = 64;
function readConnection(read, places) {
    const login = readLogin(read, places);
    const github = (0,read_github/* readGitHub */.kQ)(read);
    (0,read_github/* checkGitHub */.sx)(read, places, github);
    return {
        ...(login === undefined ? {} : { login }),
        plainHttp: read.list("plain-http", parseHost),
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
    if (image !== undefined && others.some((other) => !(0,reference/* isSameRepository */.ve)(image, other))) {
        read.problem("image", `there are several repositories, and ${why}`);
    }
}
function isEmpty({ images, globs }) {
    return images.length === 0 && globs.length === 0;
}
function listImages(read) {
    const github = (0,read_github/* readGitHub */.kQ)(read);
    const lines = read.list("image", (text) => parseNamed(text, github), /[\r\n]+|,(?![^{}\r\n]*\})/);
    const images = lines.flatMap((line) => (line.kind === "image" ? [line.image] : []));
    const globs = lines.flatMap((line) => (line.kind === "glob" ? [line.glob] : []));
    const places = [...images, ...globs];
    const mixed = places.find(({ host, scheme }) => places.some((other) => other.host === host && other.scheme !== scheme));
    if (mixed !== undefined) {
        read.problem("image", `${mixed.host} is named with http:// or https:// once and otherwise elsewhere; write it the same each time`);
    }
    return { images, globs };
}
function parseNamed(text, github) {
    return isImageGlob(text)
        ? { kind: "glob", glob: supported(text, parseImageGlob(text), github) }
        : { kind: "image", image: supported(text, (0,reference/* parseReference */.F2)(text), github) };
}
function supported(text, place, github) {
    if ((0,read_github/* gitHubAt */.FX)(place.host, github) !== undefined)
        return (0,read_github/* onGitHub */.xr)(text, place);
    if (!reference/* DOCKER_HUB_HOSTS */.nL.includes(place.host))
        return place;
    throw new errors/* PruneError */.Pc(`"${text}" is on Docker Hub, which is not supported yet; an image on another registry names its host, such as registry.example.com/team/app`, "Name an image on a private registry, or on ghcr.io.");
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
    const hosts = new Set(places.map(({ host }) => host));
    if (hosts.size > 1) {
        read.problem("username", `there are images on several hosts (${[...hosts].join(", ")}), and a password is for one; sign in to each with docker login instead`);
    }
    return { username, password };
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
    if ((0,reference/* isHost */.jU)(text))
        return text.toLowerCase();
    throw new errors/* PruneError */.Pc(`"${text}" is not a host; write host[:port] alone, one a line, such as 192.168.1.121:5000`, "Correct it.");
}

;// CONCATENATED MODULE: ./lazy/settings/read/collection.js
const CONTAINER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;
const LONGEST_TIMEOUT_MS = 24 * 60 * 60 * 1000;
function readCollectionSettings(read) {
    const name = read.text("gc-container");
    const script = read.text("gc-command");
    const minimum = read.size("gc-min-bytes");
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
            by: { kind: "container", name, ...(minimum === undefined ? {} : { minimum }) },
            timeout,
        };
    }
    return script === "" ? undefined : { by: { kind: "command", script }, timeout };
}

;// CONCATENATED MODULE: ./lazy/settings/read/deletion.js

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
    };
}

;// CONCATENATED MODULE: ./lazy/settings/read/apply.js



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
        untag: read.choice("untag", policy/* UNTAG_WAYS */.ZZ),
    };
}

;// CONCATENATED MODULE: ./lazy/settings/read/check.js

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

// EXTERNAL MODULE: ./lazy/core/policy/in-use.js
var in_use = __webpack_require__(4849);
// EXTERNAL MODULE: ./lazy/core/names/order.js
var order = __webpack_require__(1184);
// EXTERNAL MODULE: ./lazy/settings/table/policy-settings.js
var policy_settings = __webpack_require__(6710);
// EXTERNAL MODULE: ./lazy/settings/table/values.js
var values = __webpack_require__(5962);
;// CONCATENATED MODULE: ./lazy/settings/read/policy.js





function readPolicies(read) {
    const allowEmpty = read.boolean("allow-empty");
    const untaggedOlderThan = read.duration("untagged-older-than");
    return {
        ...(read.text("policy") === "" ? readOwn(read, allowEmpty) : readFromFile(read, allowEmpty)),
        protect: readProtected(read),
        allowEmpty,
        orphans: read.choice("orphans", policy/* OR_WHAT */.dv),
        dangling: read.choice("dangling", policy/* OR_WHAT */.dv),
        untag: read.choice("untag", policy/* UNTAG_WAYS */.ZZ),
        ...(untaggedOlderThan === undefined ? {} : { untaggedOlderThan }),
    };
}
const NOTHING_SAID = { rules: [], exclude: [] };
function readOwn(read, allowEmpty) {
    const maxSize = read.size("max-size");
    return {
        rules: [readRule(read, allowEmpty)],
        exclude: read.patterns("exclude"),
        ...(maxSize === undefined ? {} : { maxSize }),
    };
}
function readRule(read, allowEmpty) {
    const keep = read.count("keep");
    if (keep === 0 && !allowEmpty) {
        read.problem("keep", "0 would delete every candidate; write 1 or more, or allow-empty: true as well");
    }
    const sort = read.choice("sort", order/* SORTS */.mX);
    const keys = read.value("group-by", (text) => (0,values/* parseGroupBy */.eh)(text.split(/[\s,]+/)));
    const youngerThan = read.value("keep-younger-than", (text) => (0,values/* parseDuration */.E9)(text));
    return {
        repositories: [],
        tags: read.patterns("include"),
        exclude: [],
        keep: keep ?? Infinity,
        sort,
        groupBy: keys ?? (0,values/* defaultGroupBy */.A5)(sort),
        ...(youngerThan === undefined ? {} : { keepYoungerThan: youngerThan }),
    };
}
function readFromFile(read, allowEmpty) {
    for (const name of policy_settings/* SAID_BY_POLICY */.H) {
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
    const listed = read.list("protect", in_use/* parseProtected */.Ov, /[\r\n,]+/).flat();
    const printed = read.file("protect-from")?.text;
    const found = printed === undefined ? [] : (0,in_use/* scanProtected */.i$)(printed);
    if (printed !== undefined && !(0,in_use/* namesAnImage */.fr)(found)) {
        read.problem("protect-from", `${read.text("protect-from")} names no image of a registry, such as registry.example.com/team/app:1.4.9; did the command that wrote it fail? Where nothing is in use, leave protect-from out`);
    }
    return [...listed, ...found];
}

;// CONCATENATED MODULE: ./lazy/settings/read/explain.js


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

;// CONCATENATED MODULE: ./lazy/settings/read/prune.js




function readPrune(read) {
    const { images, globs } = readImages(read);
    const places = [...images, ...globs];
    const plan = read.text("plan");
    const maxDeletions = read.value("max-deletions", parseMostDeletions);
    return {
        command: "prune",
        images,
        globs,
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
    throw new errors/* PruneError */.Pc(`"${text}" is neither a whole number nor a percentage up to 100%; write 50, or 20%`, "Correct it.");
}

;// CONCATENATED MODULE: ./lazy/settings/read/reclaim.js



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
    if (!(0,reference/* isHost */.jU)(host)) {
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

;// CONCATENATED MODULE: ./lazy/settings/read/restore.js



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
    if ((0,reference/* isTag */.dz)(text) || (0,reference/* isDigest */.Bc)(text))
        return text;
    throw new errors/* PruneError */.Pc(`"${text}" is neither a tag nor a digest`, "Correct it.");
}

;// CONCATENATED MODULE: ./lazy/settings/read/try.js


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

// EXTERNAL MODULE: ./lazy/settings/table/settings.js + 3 modules
var settings = __webpack_require__(2014);
// EXTERNAL MODULE: ./lazy/core/base/words.js
var words = __webpack_require__(2404);
;// CONCATENATED MODULE: ./lazy/settings/read/setting-reader.js





class SettingReader {
    problems = [];
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
        if (this.problems.some((known) => known.setting === setting && known.message === message))
            return;
        this.problems.push({ setting, message });
    }
    text(name) {
        const setting = settings/* SETTINGS */.y.find((known) => known.name === name);
        const given = this.#raw[name]?.trim();
        if (given === "" && setting?.default !== undefined) {
            this.problem(name, `it is empty; is the expression that it comes from right? The default is ${setting.default}`);
            return setting.default;
        }
        return given ?? setting?.default ?? "";
    }
    isGiven(name) {
        const given = this.#given[name]?.trim() ?? "";
        const setting = settings/* SETTINGS */.y.find((known) => known.name === name);
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
        return this.#raw[name] ?? "";
    }
    choice(name, choices) {
        const text = this.text(name);
        const found = choices.find((choice) => choice === text);
        if (found === undefined && text !== "")
            this.problem(name, `"${text}" is not ${(0,words/* listed */.K)(choices, "or")}`);
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
        return this.value(name, values/* parseSize */.DB);
    }
    duration(name) {
        return this.value(name, (text) => (0,values/* parseDuration */.E9)(text, "m"));
    }
    value(name, parse) {
        const text = this.text(name);
        return text === "" ? undefined : this.#parsed(name, () => parse(text))[0];
    }
    patterns(name) {
        return this.list(name, this.#files.parsePattern ?? parseGlobAlone);
    }
    list(name, parse, separator = /\r?\n/) {
        const lines = this.text(name)
            .split(separator)
            .map((line) => line.trim())
            .filter((line) => line !== "");
        return lines.flatMap((line) => this.#parsed(name, () => parse(line)));
    }
    #parsed(name, parse) {
        try {
            return [parse()];
        }
        catch (error) {
            if (!(error instanceof errors/* PruneError */.Pc))
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
    return (0,glob/* parseTagGlob */.GJ)(text);
}

// EXTERNAL MODULE: ./lazy/settings/table/setting.js
var setting = __webpack_require__(1882);
;// CONCATENATED MODULE: ./lazy/settings/read/read-settings.js












function readSettings(raw, found = {}) {
    const read = new SettingReader(raw, found.files, found.otherwise);
    const command = read.choice("command", setting/* COMMANDS */.L);
    const settings = READERS[command](read);
    const problems = [...(found.problems ?? []), ...strangers(raw, command), ...read.problems];
    if (problems.length > 0)
        throw new errors/* BadInputError */.Ys(problems);
    return settings;
}
function readPruneSettings(raw, found = {}) {
    const settings = readSettings(raw, found);
    if (settings.command === "prune")
        return settings;
    throw new BadInputError([{ setting: "command", message: `"${settings.command}" is not prune` }]);
}
const READERS = {
    prune: readPrune,
    apply: readApply,
    restore: readRestore,
    reclaim: readReclaim,
    check: readCheck,
    explain: readExplain,
    try: readTry,
};
function unknownSetting(name, known) {
    return { setting: name, message: `there is no such setting; did you mean ${(0,words/* nearest */.p)(name, known)}?` };
}
function strangers(raw, command) {
    const known = settings/* SETTINGS */.y;
    return settings/* SETTINGS */.y.flatMap(({ name }) => {
        const setting = known.find((other) => other.name === name);
        const given = raw[name]?.trim() ?? "";
        const isGiven = given !== "" && given !== setting?.default;
        if (!isGiven || setting?.commands.includes(command) !== false)
            return [];
        const takers = `${(0,words/* listed */.K)(setting.commands, "and")} ${setting.commands.length === 1 ? "does" : "do"}`;
        return [{ setting: name, message: `${command} does not take it; ${takers}` }];
    });
}


/***/ }),

/***/ 5652:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readSettingFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);

async function readSettingFiles(raw) {
    const [policy, inUse] = await Promise.all([readNamed(raw.policy), readNamed(raw["protect-from"])]);
    const hasExpression = [raw.include, raw.exclude].some((text = "") => /^\s*\//m.test(text));
    return {
        ...(policy === undefined ? {} : { policy: await withReader(policy) }),
        ...(inUse === undefined ? {} : { "protect-from": inUse }),
        ...(hasExpression ? { parsePattern: (await Promise.all(/* import() */[__webpack_require__.e(980), __webpack_require__.e(334)]).then(__webpack_require__.bind(__webpack_require__, 4334))).parsePattern } : {}),
    };
}
async function withReader(policy) {
    if ("problem" in policy)
        return policy;
    const { readPolicyFile: read } = await Promise.all(/* import() */[__webpack_require__.e(483), __webpack_require__.e(458), __webpack_require__.e(980), __webpack_require__.e(628)]).then(__webpack_require__.bind(__webpack_require__, 4628));
    return { ...policy, read };
}
async function readNamed(name = "") {
    const path = name.trim();
    if (path === "")
        return undefined;
    try {
        return { text: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8") };
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
        return { problem: `${path} can't be read (${code}); is the repository checked out, and the path right?` };
    }
}


/***/ }),

/***/ 6710:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ SAID_BY_POLICY),
/* harmony export */   z: () => (/* binding */ POLICY_SETTINGS)
/* harmony export */ });
/* harmony import */ var _core_names_group_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1404);
/* harmony import */ var _core_names_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1184);


const DECIDING = ["prune", "explain", "try"];
const POLICY_SETTINGS = [
    {
        name: "keep",
        type: "count",
        default: "10",
        commands: DECIDING,
        help: "How many of the newest images are kept in each group. Two tags of one image count once. `0` only with `allow-empty`.",
    },
    {
        name: "sort",
        type: "choice",
        choices: _core_names_order_js__WEBPACK_IMPORTED_MODULE_1__/* .SORTS */ .mX,
        default: "semver",
        commands: DECIDING,
        help: "How tags are ordered. `semver`: tags that are versions, by SemVer precedence, with rc10 after rc9. `prerelease`: prereleases alone, by their number " +
            "(alpha.74), the newest by version kept as well; a release is never deleted. `natural`: all tags but `latest`, runs of digits as numbers. " +
            "`created`: all tags but `latest`, by the date in the image's configuration. Tags that an order has no place for stay.",
    },
    {
        name: "group-by",
        type: "list",
        otherwise: "by sort: channel; none for natural and created",
        commands: DECIDING,
        help: `What is counted apart, any of ${_core_names_group_js__WEBPACK_IMPORTED_MODULE_0__/* .GROUP_KEYS */ .l4.map((key) => `\`${key}\``).join(", ")}, commas between them. \`channel\`: releases, alphas, betas, rcs, flavours and so on ` +
            "each keep their newest. `minor`: the same major.minor; `patch`: the same major.minor.patch. `none`: all candidates are one group.",
    },
    {
        name: "keep-younger-than",
        type: "text",
        otherwise: "no age keeps",
        commands: DECIDING,
        help: "Images that were created less than so long ago stay, such as `36h`, `7d` or `2 weeks`. Dates are read of those images alone that would else go; " +
            "an image without a date stays.",
    },
    {
        name: "max-size",
        type: "size",
        otherwise: "no budget",
        commands: DECIDING,
        help: "How much each repository may take, such as `20GB` or `512 MiB` (units are powers of 1024), layers that images share counted once. " +
            "Of what only `keep` keeps, images go from the lowest rank up until the rest fits; never a group's newest.",
    },
    {
        name: "include",
        type: "list",
        otherwise: "all",
        commands: DECIDING,
        help: "Patterns of tags, one a line, such as `*-alpha.*`: only tags that match one can be deleted. Quote them in YAML. " +
            "Globs of `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`, or regular expressions between slashes, such as `/^v1\\./`.",
    },
    {
        name: "exclude",
        type: "list",
        otherwise: "none",
        commands: DECIDING,
        help: "Patterns of tags, one a line: tags that match one are never deleted, and take none of the places.",
    },
    {
        name: "protect",
        type: "list",
        otherwise: "nothing",
        commands: DECIDING,
        help: "What is in use, one a line (commas too): `repository:tag`, `repository@digest` or a digest alone, with a host or without. " +
            "It stays, with all that it contains.",
    },
    {
        name: "protect-from",
        type: "text",
        otherwise: "nothing",
        commands: DECIDING,
        help: "A file that names what is in use, as `kubectl get pods -o json`, `docker ps --no-trunc` or a plain list does: each reference, digest and image id in it stays. " +
            "A file that names no image fails the run, for the command that wrote it may have failed.",
    },
    {
        name: "policy",
        type: "text",
        otherwise: "the settings are the policy",
        commands: DECIDING,
        help: "Path of a policy file, with rules for several kinds of tags or repositories. What it can say is not said beside it: `keep`, `sort`, `group-by`, " +
            "`keep-younger-than`, `max-size`, `include` and `exclude`.",
    },
    {
        name: "untagged-older-than",
        type: "duration",
        otherwise: "never",
        commands: ["prune", "explain", "reclaim"],
        help: "Images that no tag reaches, through indexes, subjects and referrers, for longer than this go too, such as `7d`: what a re-pushed `main` leaves behind. " +
            "A prune sees them on GitHub's registry, which lists them; a registry of your own does not, so there `reclaim` takes them from its `storage`. " +
            "Whoever pulls by digest alone needs a tag for it first, or `protect`.",
    },
    {
        name: "max-deletions",
        type: "text",
        otherwise: "no limit",
        commands: ["prune"],
        help: "The most tags (and images without a tag) that may go from a repository, as a number or a percentage of them, such as `50` or `20%`. " +
            "Where more would, nothing is deleted there, and the run fails.",
    },
];
const SAID_BY_POLICY = [
    "keep",
    "sort",
    "group-by",
    "keep-younger-than",
    "max-size",
    "include",
    "exclude",
];


/***/ }),

/***/ 1882:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ COMMANDS)
/* harmony export */ });
const COMMANDS = [
    "prune",
    "apply",
    "restore",
    "reclaim",
    "check",
    "explain",
    "try",
];


/***/ }),

/***/ 2014:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ SETTINGS)
});

;// CONCATENATED MODULE: ./lazy/settings/table/disk-settings.js
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
        name: "gc-timeout",
        type: "duration",
        default: "1h",
        commands: ["prune", "apply", "reclaim"],
        help: "How long a collection may take, such as `30m` or `2h`. One that takes longer is ended, and the registry started again; " +
            "what is not collected then is collected the next time.",
    },
    {
        name: "storage",
        type: "text",
        otherwise: "none",
        commands: ["reclaim"],
        help: "Where the registry has its files: a path (its `rootdirectory`, such as `/var/lib/registry`) or `s3://bucket/prefix`, with endpoint, region and " +
            "credentials as the AWS SDK reads them. What garbage collection leaves is removed there: empty repositories, layer links that nothing names, " +
            "abandoned uploads, and tags that a full disk left without an image.",
    },
    {
        name: "offline",
        type: "boolean",
        default: "false",
        commands: ["reclaim"],
        help: "`true`: your own word that no registry runs on `storage`. Then `registry` is not needed, and not asked.",
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
        otherwise: "none",
        commands: ["check"],
        help: "Path of the registry's `config.yml`, or of a compose file with its environment, to be checked too.",
    },
    {
        name: "s3-policy",
        type: "text",
        otherwise: "none",
        commands: ["check"],
        help: "Path of the IAM policy (JSON) that the registry uses its bucket with, to be checked too; a corrected one is printed.",
    },
];

;// CONCATENATED MODULE: ./lazy/settings/table/github-settings.js
const COMMANDS = ["prune", "apply", "restore", "check", "explain"];
const GITHUB_SETTINGS = [
    {
        name: "github-token",
        type: "text",
        inAction: "${{ github.token }}",
        otherwise: "`github.token` in the action; else `GITHUB_TOKEN`, then Docker's configuration",
        commands: COMMANDS,
        help: "Token for images on `ghcr.io` (or the registry of a GitHub Enterprise). It goes to that registry and to GitHub's API alone, and only where `image` names one there. " +
            "`github.token` needs `permissions: packages: write`; a personal access token is a classic one with `read:packages` and `delete:packages`. `password` comes before it.",
    },
    {
        name: "github-api-url",
        type: "text",
        otherwise: "`GITHUB_API_URL`, else https://api.github.com",
        commands: COMMANDS,
        help: "Address of the API of a GitHub Enterprise, such as `https://github.example.com/api/v3`.",
    },
    {
        name: "github-registry",
        type: "text",
        otherwise: "by `github-api-url`: `ghcr.io`, or `containers.` and the Enterprise's host",
        commands: COMMANDS,
        help: "Host of the container registry that belongs to `github-api-url`.",
    },
];

// EXTERNAL MODULE: ./lazy/core/policy/policy.js
var policy = __webpack_require__(1774);
;// CONCATENATED MODULE: ./lazy/settings/table/plan-settings.js
const PLAN_SETTINGS = [
    {
        name: "plan",
        type: "text",
        otherwise: "required for `apply`",
        commands: ["prune", "apply"],
        help: "With `apply`: path of the plan to carry out, as a prune saved it (its output `plan`). " +
            "With `prune` on a command line: the file to save the plan to, a verdict with its reason for every tag; the action always saves it.",
    },
    {
        name: "plan-sha256",
        type: "text",
        otherwise: "not checked",
        commands: ["apply"],
        help: "SHA-256 of the plan file, as the prune's output `plan-sha256` has it. A file that hashes to another is refused: " +
            "a plan can be changed where it lies, an output of a job can't.",
    },
    {
        name: "journal",
        type: "text",
        otherwise: "a new file; required for `restore`",
        commands: ["prune", "apply", "restore"],
        help: "The file in which the exact bytes of every manifest are written down before it is deleted. With `restore`: what to put back from. " +
            "With `prune`: a file that is there already is gone on with, so that a run which was killed is finished, untagged manifests included, which no registry lists.",
    },
    {
        name: "time-limit",
        type: "duration",
        otherwise: "none",
        commands: ["prune", "apply"],
        help: "How long a run may go on before it begins no more deletions, such as `10m`, counted from its start. It ends well, between two deletions: the oldest images are gone, " +
            "what is left is checked, the rest goes in the next run, and the step is green. A deletion under way is waited for, and so is garbage collection.",
    },
    {
        name: "tags",
        type: "list",
        otherwise: "all of the journal",
        commands: ["restore"],
        help: "Tags (or digests) to put back, one a line, commas too. Each comes with all that it contains and with its signatures.",
    },
];

// EXTERNAL MODULE: ./lazy/settings/table/policy-settings.js
var policy_settings = __webpack_require__(6710);
// EXTERNAL MODULE: ./lazy/settings/table/setting.js
var setting = __webpack_require__(1882);
;// CONCATENATED MODULE: ./lazy/settings/table/settings.js






const CONNECTED = [
    "prune",
    "apply",
    "restore",
    "reclaim",
    "check",
    "explain",
];
const SETTINGS = [
    {
        name: "command",
        type: "choice",
        choices: setting/* COMMANDS */.L,
        default: "prune",
        commands: setting/* COMMANDS */.L,
        help: "What to do. `prune` deletes all but the newest tags of the repositories that `image` names. `apply` carries out a plan that a dry run saved. " +
            "`restore` puts back what was deleted, until the next garbage collection. `reclaim` gets the disk its space back: " +
            "garbage collection, and what it leaves behind. `check` says whether the registry of `image` is ready. " +
            "`explain` says of the tags that `image` names why each would stay or go. `try` (on a command line alone) tries a policy on names from standard input.",
    },
    {
        name: "image",
        type: "list",
        otherwise: "required for `prune`, `check` and `explain`",
        commands: ["prune", "apply", "restore", "check", "explain", "try"],
        help: "Image references, one a line (commas too): `[http://|https://]host[:port]/repository[:tag][@digest]`. Their repositories are pruned; " +
            "a tag or digest named here is what was just pushed and is always kept, even where it sorts lowest. " +
            "The output `tags` of docker/metadata-action works as it is; several references to one repository are one run. " +
            "A repository may be a pattern: `host/team/*`, or `host/**` for all of the registry's catalog, each pruned by itself. " +
            "With `apply` and `restore`: the only repositories that the plan, or the journal, may be for; required there with a password.",
    },
    {
        name: "registry",
        type: "text",
        otherwise: "required for `reclaim`",
        commands: ["reclaim"],
        help: "The registry whose disk is meant, as `[http://|https://]host[:port]`. It must be down, or read-only, before anything is taken from its storage, " +
            "and it must answer afterwards.",
    },
    {
        name: "username",
        type: "text",
        otherwise: "Docker's configuration",
        commands: CONNECTED,
        help: "User name for the registry. Without it and `password`, those of `~/.docker/config.json` are used (what docker/login-action writes; " +
            "`DOCKER_CONFIG` is honoured), else none. With images on several hosts it is bad input.",
    },
    {
        name: "password",
        type: "text",
        otherwise: "Docker's configuration",
        commands: CONNECTED,
        help: "Password or access token that goes with `username`. It is masked in the log, and sent to the registry and its token server alone.",
    },
    {
        name: "plain-http",
        type: "list",
        otherwise: "none",
        commands: CONNECTED,
        help: "Hosts, with their ports, that speak plain HTTP, one a line, such as `192.168.1.121:5000` (Docker's `insecure-registries`). " +
            "Loopback hosts do anyway.",
    },
    ...GITHUB_SETTINGS,
    ...policy_settings/* POLICY_SETTINGS */.z,
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
        choices: policy/* OR_WHAT */.dv,
        default: "report",
        commands: ["prune", "explain"],
        help: "What becomes of signatures and attachments (`sha256-….sig`, `.att`, `.sbom` and the like) whose image is gone. `delete` deletes them. " +
            "Those of an image that goes always go with it, and those of one that stays always stay.",
    },
    {
        name: "dangling",
        type: "choice",
        choices: policy/* OR_WHAT */.dv,
        default: "report",
        commands: ["prune", "explain"],
        help: "What becomes of tags that are listed and do not resolve, as a full disk leaves them. `delete` takes them off the list, " +
            "where the registry can delete a tag by itself, or `untag` says how else. They never take one of the places.",
    },
    {
        name: "untag",
        type: "choice",
        choices: policy/* UNTAG_WAYS */.ZZ,
        default: "auto",
        commands: ["prune", "apply", "explain"],
        help: "How a tag is deleted whose image another, kept tag names. `auto`: by the registry's own way, which Distribution 3 has and 2.8 has not; there the tag stays. " +
            "Where many images go, such a registry also loses their tags first and then the images, which is many times as fast. " +
            "`never`: only images are deleted, by their digests, so that a tag which somebody pushes anew in that moment can't be lost with them. " +
            "`overwrite`: where there is none, by pointing the tag at an empty index and deleting that. It writes to the registry, so it needs the right to push, and room on its disk.",
    },
    ...PLAN_SETTINGS,
    ...DISK_SETTINGS,
    {
        name: "concurrency",
        type: "text",
        default: "auto",
        commands: CONNECTED,
        help: "Most requests at once to one host, from 1 to 64; `auto` is 64. How many it really is finds itself: 8 at first, more while that gets more done, " +
            "fewer where fewer get as much done or the registry gets slow, and half as many when it answers 429 or 503, or breaks a connection.",
    },
];


/***/ }),

/***/ 5962:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A5: () => (/* binding */ defaultGroupBy),
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   SK: () => (/* binding */ SIZE),
/* harmony export */   eh: () => (/* binding */ parseGroupBy),
/* harmony export */   ft: () => (/* binding */ DURATION)
/* harmony export */ });
/* harmony import */ var bytes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5559);
/* harmony import */ var parse_duration__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(895);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6846);
/* harmony import */ var _core_names_group_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1404);




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
    const duration = isWritten ? (0,parse_duration__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A)(text.replace(/,|\band\b/g, " ")) : null;
    if (duration !== null && duration > 0 && Number.isFinite(duration))
        return duration;
    throw wrong(text, `is not a time; write a number and its unit, such as 30${minutes}, 24h or 7d`);
}
function parseGroupBy(words) {
    const keys = words.filter((word) => word !== "none");
    const unknown = keys.find((word) => !_core_names_group_js__WEBPACK_IMPORTED_MODULE_2__/* .GROUP_KEYS */ .l4.some((key) => key === word));
    if (unknown !== undefined) {
        throw wrong(unknown, "is not channel, major, minor, patch or none");
    }
    if (keys.length > 0 && keys.length < words.length) {
        throw wrong(words.join(", "), "has none and something else; write none alone, or leave it out");
    }
    return _core_names_group_js__WEBPACK_IMPORTED_MODULE_2__/* .GROUP_KEYS */ .l4.filter((key) => keys.includes(key));
}
function defaultGroupBy(sort) {
    return sort === "semver" || sort === "prerelease" ? ["channel"] : [];
}
function wrong(text, why) {
    return new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PruneError */ .Pc(`"${text}" ${why}`, "Correct it.");
}


/***/ })

};
