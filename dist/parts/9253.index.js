export const id = 9253;
export const ids = [9253];
export const modules = {

/***/ 9253:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  decideBySavedPlan: () => (  decideBySavedPlan)
});

var errors = __webpack_require__(6846);
var graph = __webpack_require__(7293);
var facts = __webpack_require__(1005);
var make_plan = __webpack_require__(7216);
var untag_mark = __webpack_require__(4892);
; 

function withoutRest(deletion, now, { manifests }) {
    if (deletion.kind !== "tag")
        return deletion;
    const { tags } = deletion;
    const digest = now.get(tags[0]);
    const isRest = digest !== undefined && (0,untag_mark .bJ)(manifests.get(digest));
    return isRest ? { kind: "manifest", digest, tags, parents: [], after: [], orphanOf: [] } : deletion;
}

var policy_untagged = __webpack_require__(7655);
var version = __webpack_require__(8420);
; 







function revalidatePlan(saved, snapshot, permission) {
    const now = new Map(snapshot.tags.map(({ tag, digest }) => [tag, digest]));
    const planned = { ...saved, deletions: saved.deletions.map((each) => withoutRest(each, now, snapshot)) };
    const revalidation = { planned, snapshot, now, untagBy: (0,facts .j)(snapshot, permission) };
    const skips = new Map();
    for (const deletion of planned.deletions) {
        const reason = ownReason(deletion, revalidation);
        if (reason !== undefined)
            skips.set(deletion, reason);
    }
    for (;;) {
        const standing = planned.deletions.filter((deletion) => !skips.has(deletion));
        const stays = remainingTags(standing, revalidation);
        const more = neededAmong(standing, stays, revalidation);
        for (const { deletion, reason } of more)
            skips.set(deletion, reason);
        if (more.length > 0)
            continue;
        const verdicts = verdictsOf(skips, revalidation);
        (0,make_plan .Ot)(verdicts, permission, snapshot);
        const missing = (0,make_plan .oy)(verdicts, snapshot);
        const untagged = (0,policy_untagged .ez)(snapshot, doomedBy(standing));
        const skipped = [...skips].map(([deletion, reason]) => ({ deletion, reason }));
        const undecided = { notices: [], unread: [] };
        return { ...planOf(standing, revalidation), verdicts, missing, skipped, untagged, ...undecided };
    }
}
function ownReason(deletion, revalidation) {
    const { namedTags, namedDigests } = revalidation.snapshot;
    const { tags, digest } = deletion;
    const isNamed = tags.some((tag) => namedTags.has(tag)) || (digest !== undefined && namedDigests.has(digest));
    if (isNamed)
        return { kind: "just-pushed" };
    return deletion.kind === "tag" ? tagReason(deletion, revalidation) : manifestReason(deletion, revalidation);
}
function tagReason(deletion, revalidation) {
    const { now, untagBy } = revalidation;
    if (holdersOf(deletion, revalidation).length === 0) {
        return { kind: now.has(deletion.tags[0]) ? "tags-moved" : "gone" };
    }
    return untagBy === undefined ? { kind: "no-untag" } : undefined;
}
function manifestReason(deletion, revalidation) {
    const { manifests } = revalidation.snapshot;
    if (!manifests.has(deletion.digest))
        return { kind: "gone" };
    const hasMoved = deletion.tags.length > 0 && holdersOf(deletion, revalidation).length === 0;
    if (hasMoved)
        return { kind: "tags-moved" };
    const back = deletion.orphanOf.find((subject) => manifests.has(subject));
    return back === undefined ? undefined : { kind: "subject-is-back", subject: back };
}
function holdersOf({ tags, digest }, { now }) {
    return tags.filter((tag) => now.has(tag) && now.get(tag) === digest);
}
function remainingTags(standing, revalidation) {
    const going = new Set(standing.flatMap((deletion) => holdersOf(deletion, revalidation)));
    return revalidation.snapshot.tags.filter(({ tag }) => !going.has(tag));
}
function neededAmong(standing, stays, { planned, snapshot }) {
    const states = new Map(stays.map((state) => [state.tag, state]));
    const doomed = doomedBy(standing);
    const untagged = [...(snapshot.untagged?.keys() ?? [])].filter((digest) => !doomed.has(digest) && !snapshot.leftovers.has(digest));
    const needed = neededNow(stays, untagged, snapshot);
    const mayLoseTags = snapshot.untags === "shared" ? (0,graph .nw)(stays) : needed;
    const skip = (deletion) => {
        const parent = deletion.parents.find((one) => snapshot.manifests.has(one) && !doomed.has(one));
        if (parent !== undefined)
            return { kind: "parent-stays", parent };
        if (deletion.kind === "manifest")
            return undefined;
        return deletion.digest === undefined || mayLoseTags.has(deletion.digest)
            ? undefined
            : { kind: "last-tag" };
    };
    return standing.flatMap((deletion) => {
        const by = deletion.kind === "manifest"
            ? (needed.get(deletion.digest) ?? unplannedReferrer(deletion, doomed, snapshot))
            : undefined;
        if (by === undefined) {
            const reason = skip(deletion);
            return reason === undefined ? [] : [{ deletion, reason }];
        }
        const state = states.get(by);
        if (state !== undefined && planned.kept.has(state.tag) && planned.kept.get(state.tag) === state.digest) {
            throw harmfulPlan(snapshot.repository, { deletion, by: state.tag });
        }
        return [{ deletion, reason: { kind: "now-needed-by", by } }];
    });
}
function doomedBy(standing) {
    return new Set(standing.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion.digest] : [])));
}
function neededNow(stays, untagged, { namedDigests, manifests }) {
    const roots = stays.flatMap(({ tag, digest }) => (digest === undefined ? [] : [[digest, tag]]));
    const named = [...namedDigests, ...untagged].map((digest) => [digest, digest]);
    const subjects = stays.flatMap(({ tag }) => {
        const subject = (0,version .et)(tag);
        return subject === undefined ? [] : [[subject, tag]];
    });
    return (0,graph .Xl)([...roots, ...named, ...subjects], manifests);
}
function unplannedReferrer({ digest }, doomed, { manifests, missing, referrers }) {
    return [...(0,graph .PG)([digest], manifests)]
        .flatMap((part) => (doomed.has(part) ? (referrers.get(part) ?? []) : []))
        .find((referrer) => !doomed.has(referrer) && !missing.has(referrer));
}
function harmfulPlan(repository, { deletion, by }) {
    const { tags, digest } = deletion;
    const what = tags.length > 0 ? tags.join(", ") : digest;
    return new errors .Pc(`${repository}: the plan would delete ${what}, which ${by} needs, and keeps ${by}; nothing is deleted`, "This is no plan that the program made. See who wrote it, and make a new one with a dry run.");
}
function verdictsOf(skips, { planned, snapshot, untagBy }) {
    const byTag = new Map(planned.deletions.flatMap((deletion) => deletion.tags.map((tag) => [tag, deletion])));
    return snapshot.tags.map((state) => {
        const deletion = byTag.get(state.tag);
        if (deletion === undefined)
            return { kind: "keep", ...state, reason: { kind: "not-planned" } };
        const moved = state.digest === deletion.digest ? undefined : { kind: "tags-moved" };
        const why = skips.get(deletion) ?? moved;
        if (why !== undefined)
            return { kind: "keep", ...state, reason: { kind: "skipped", why } };
        const reason = { kind: "planned" };
        return deletion.kind === "manifest"
            ? { kind: "delete", tag: state.tag, digest: deletion.digest, reason }
            : { kind: "untag", ...state, by: untagBy ?? deletion.by, reason };
    });
}
function planOf(standing, revalidation) {
    const { snapshot, untagBy } = revalidation;
    return {
        repository: snapshot.repository,
        deletions: standing.map((deletion) => {
            const parents = deletion.parents.filter((parent) => snapshot.manifests.has(parent));
            return deletion.kind === "tag"
                ? { ...deletion, parents, by: untagBy ?? deletion.by }
                : { ...deletion, parents, tags: holdersOf(deletion, revalidation) };
        }),
    };
}

var observe = __webpack_require__(3440);
var plan_with_lookups = __webpack_require__(114);
var repository_plan = __webpack_require__(8541);
; 




const NOTHING_PLANNED = { kept: new Map(), deletions: [] };
async function decideBySavedPlan(site, { planned: saved }, run) {
    const { repository, target } = site;
    const { allowEmpty, untag } = run.job;
    const planned = saved.get(repository) ?? NOTHING_PLANNED;
    const { deletions } = planned;
    const reading = (0,repository_plan .MU)(site, run);
    const digests = deletions.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion.digest] : []));
    const observation = await (0,observe .lB)(reading, { ...target, others: digests }, run.hooks.say);
    if (observation.kind !== "snapshot")
        return { kind: "nothing", repository, why: observation.kind };
    const { manifests } = observation.snapshot;
    const snapshot = await (0,plan_with_lookups .Z)(reading, observation.snapshot, {
        untags: deletions.some(({ kind }) => kind === "tag"),
        untagged: deletions.length > 0,
        referrersOf: digests.filter((digest) => manifests.has(digest)),
        datesIn: [],
        sizesOf: [],
    });
    return { kind: "decided", snapshot, plan: revalidatePlan(planned, snapshot, { allowEmpty, untag }) };
}


/***/ })

};
