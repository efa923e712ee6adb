export const id = 29;
export const ids = [29];
export const modules = {

/***/ 1029:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __webpack_require__(1033);
// EXTERNAL MODULE: ./lazy/core/image/graph.js
var graph = __webpack_require__(7293);
// EXTERNAL MODULE: ./lazy/core/policy/own-verdict.js
var own_verdict = __webpack_require__(4458);
// EXTERNAL MODULE: ./lazy/core/plan/make-plan.js + 2 modules
var make_plan = __webpack_require__(8565);
// EXTERNAL MODULE: ./lazy/core/policy/untagged.js
var policy_untagged = __webpack_require__(7655);
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __webpack_require__(8240);
;// CONCATENATED MODULE: ./lazy/core/plan/revalidate.js






function revalidatePlan(planned, snapshot, permission) {
    const revising = {
        planned,
        snapshot,
        now: new Map(snapshot.tags.map(({ tag, digest }) => [tag, digest])),
        untagBy: (0,own_verdict/* untagWay */.jR)(snapshot, permission),
    };
    const skips = new Map();
    for (const deletion of planned.deletions) {
        const reason = ownReason(deletion, revising);
        if (reason !== undefined)
            skips.set(deletion, reason);
    }
    for (;;) {
        const standing = planned.deletions.filter((deletion) => !skips.has(deletion));
        const stays = staying(standing, revising);
        const more = neededAmong(standing, stays, revising);
        for (const { deletion, reason } of more)
            skips.set(deletion, reason);
        if (more.length > 0)
            continue;
        const verdicts = verdictsOf(skips, revising);
        (0,make_plan/* refuseEmpty */.Ot)(verdicts, permission);
        const missing = (0,make_plan/* missingOf */.oy)(verdicts, snapshot);
        const untagged = (0,policy_untagged/* plannedUntagged */.ez)(snapshot, doomedBy(standing));
        const skipped = [...skips].map(([deletion, reason]) => ({ deletion, reason }));
        const undecided = { notices: [], unread: [] };
        return { ...planOf(standing, revising), verdicts, missing, skipped, untagged, ...undecided };
    }
}
function ownReason(deletion, revising) {
    const { namedTags, namedDigests } = revising.snapshot;
    const { tags, digest } = deletion;
    const isNamed = tags.some((tag) => namedTags.has(tag)) || (digest !== undefined && namedDigests.has(digest));
    if (isNamed)
        return { kind: "just-pushed" };
    return deletion.kind === "tag" ? tagReason(deletion, revising) : manifestReason(deletion, revising);
}
function tagReason(deletion, revising) {
    const { now, untagBy } = revising;
    if (holdersOf(deletion, revising).length === 0) {
        return { kind: now.has(deletion.tags[0]) ? "tags-moved" : "gone" };
    }
    return untagBy === undefined ? { kind: "no-untag" } : undefined;
}
function manifestReason(deletion, revising) {
    const { manifests } = revising.snapshot;
    if (!manifests.has(deletion.digest))
        return { kind: "gone" };
    if (deletion.tags.length > 0 && holdersOf(deletion, revising).length === 0)
        return { kind: "tags-moved" };
    const back = deletion.orphanOf.find((subject) => manifests.has(subject));
    return back === undefined ? undefined : { kind: "subject-is-back", subject: back };
}
function holdersOf({ tags, digest }, { now }) {
    return tags.filter((tag) => now.has(tag) && now.get(tag) === digest);
}
function staying(standing, revising) {
    const going = new Set(standing.flatMap((deletion) => holdersOf(deletion, revising)));
    return revising.snapshot.tags.filter(({ tag }) => !going.has(tag));
}
function neededAmong(standing, stays, { planned, snapshot }) {
    const states = new Map(stays.map((state) => [state.tag, state]));
    const doomed = doomedBy(standing);
    const untagged = [...(snapshot.untagged?.keys() ?? [])].filter((digest) => !doomed.has(digest) && !snapshot.leftovers.has(digest));
    const needed = neededNow(stays, untagged, snapshot);
    const skip = (deletion) => {
        const parent = deletion.parents.find((one) => snapshot.manifests.has(one) && !doomed.has(one));
        if (parent !== undefined)
            return { kind: "parent-stays", parent };
        if (deletion.kind === "manifest")
            return undefined;
        return deletion.digest === undefined || needed.has(deletion.digest) ? undefined : { kind: "last-tag" };
    };
    return standing.flatMap((deletion) => {
        const by = deletion.kind === "manifest"
            ? (needed.get(deletion.digest) ?? strangerOf(deletion, doomed, snapshot))
            : undefined;
        if (by === undefined) {
            const reason = skip(deletion);
            return reason === undefined ? [] : [{ deletion, reason }];
        }
        const state = states.get(by);
        if (state !== undefined && planned.kept.has(state.tag) && planned.kept.get(state.tag) === state.digest) {
            throw harmful(snapshot.repository, { deletion, by: state.tag });
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
        const subject = (0,version/* subjectOf */.et)(tag);
        return subject === undefined ? [] : [[subject, tag]];
    });
    return (0,graph/* neededBy */.Xl)([...roots, ...named, ...subjects], manifests);
}
function strangerOf({ digest }, doomed, { manifests, missing, referrers }) {
    return [...(0,graph/* contents */.PG)([digest], manifests)]
        .flatMap((part) => (doomed.has(part) ? (referrers.get(part) ?? []) : []))
        .find((referrer) => !doomed.has(referrer) && !missing.has(referrer));
}
function harmful(repository, { deletion, by }) {
    const { tags, digest } = deletion;
    const what = tags.length > 0 ? tags.join(", ") : digest;
    return new errors/* PruneError */.Pc(`${repository}: the plan would delete ${what}, which ${by} needs, and has ${by} stay; nothing is deleted`, "This is no plan that the program made. See who wrote it, and make a new one with a dry run.");
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
function planOf(standing, revising) {
    const { snapshot, untagBy } = revising;
    return {
        repository: snapshot.repository,
        deletions: standing.map((deletion) => {
            const parents = deletion.parents.filter((parent) => snapshot.manifests.has(parent));
            return deletion.kind === "tag"
                ? { ...deletion, parents, by: untagBy ?? deletion.by }
                : { ...deletion, parents, tags: holdersOf(deletion, revising) };
        }),
    };
}

// EXTERNAL MODULE: ./lazy/settings/read/github.js
var read_github = __webpack_require__(3595);
// EXTERNAL MODULE: ./lazy/registry/http/network-errors.js
var network_errors = __webpack_require__(9592);
// EXTERNAL MODULE: ./lazy/report/plan-file/write.js
var write = __webpack_require__(5594);
// EXTERNAL MODULE: ../../node_modules/valibot/dist/index.mjs
var dist = __webpack_require__(458);
// EXTERNAL MODULE: ./lazy/core/base/json.js
var json = __webpack_require__(3979);
;// CONCATENATED MODULE: ./lazy/report/plan-file/problems.js
function planProblems({ verdicts, deletions }) {
    const judged = new Map();
    const twice = verdicts.flatMap(({ repository, tag, verdict }, index) => {
        const name = `${repository}:${tag}`;
        const isJudged = judged.has(name);
        judged.set(name, verdict === "keep" || judged.get(name) === true);
        return isJudged ? [`verdicts.${index}.tag: ${name} has a verdict already`] : [];
    });
    const kept = (name) => judged.get(name) === true;
    return [...twice, ...tagProblems(deletions, kept), ...orderProblems(deletions)];
}
function tagProblems(deletions, kept) {
    const deleted = new Set();
    return deletions.flatMap((deletion, index) => tagsOf(deletion).flatMap((tag) => {
        const name = `${deletion.repository}:${tag}`;
        const isAgain = deleted.has(name);
        deleted.add(name);
        const place = `deletions.${index}.${deletion.kind === "tag" ? "tag" : "tags"}`;
        return [
            ...(isAgain ? [`${place}: ${name} is deleted already`] : []),
            ...(kept(name) ? [`${place}: ${name} has the verdict keep`] : []),
        ];
    }));
}
function tagsOf(deletion) {
    return deletion.kind === "tag" ? [deletion.tag] : deletion.tags;
}
function orderProblems(deletions) {
    const places = new Map();
    const again = deletions.flatMap((deletion, index) => {
        if (deletion.kind === "tag")
            return [];
        const name = `${deletion.repository}@${deletion.digest}`;
        if (places.has(name))
            return [`deletions.${index}.digest: ${name} is deleted already`];
        places.set(name, index);
        return [];
    });
    const late = deletions.flatMap((deletion, index) => {
        const isLate = (digest) => (places.get(`${deletion.repository}@${digest}`) ?? -1) >= index;
        const lists = {
            parents: deletion.parents,
            ...(deletion.kind === "tag" ? {} : { after: deletion.after }),
        };
        return Object.entries(lists).flatMap(([key, digests]) => digests.filter(isLate).map((digest) => `deletions.${index}.${key}: ${digest} does not stand before it`));
    });
    return [...again, ...late];
}

;// CONCATENATED MODULE: ./lazy/report/plan-file/schema.js


const digest = dist/* custom */.IeY((value) => typeof value === "string" && (0,reference/* isDigest */.Bc)(value), "is not a digest");
const tag = dist/* custom */.IeY((value) => typeof value === "string" && (0,reference/* isTag */.dz)(value), "is not a tag");
const repository = dist/* custom */.IeY(isRepository, "is not host/repository");
const digests = dist/* array */.YOg(digest);
const planDocument = dist/* object */.Ikc({
    verdicts: dist/* array */.YOg(dist/* object */.Ikc({
        repository,
        tag,
        digest: dist/* nullable */.mee(digest),
        verdict: dist/* picklist */.KIO(["keep", "delete", "untag"]),
    })),
    deletions: dist/* array */.YOg(dist/* variant */.Oxt("kind", [
        dist/* object */.Ikc({
            repository,
            kind: dist/* literal */.euz("manifest"),
            digest,
            tags: dist/* array */.YOg(tag),
            parents: digests,
            after: digests,
            orphanOf: digests,
        }),
        dist/* object */.Ikc({
            repository,
            kind: dist/* literal */.euz("tag"),
            tag,
            digest: dist/* nullable */.mee(digest),
            by: dist/* picklist */.KIO(["delete", "overwrite"]),
            parents: digests,
        }),
    ])),
});
function isRepository(value) {
    if (typeof value !== "string")
        return false;
    try {
        (0,reference/* parseRepository */.SU)(value);
        return true;
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./lazy/report/words/wording.js
var wording = __webpack_require__(8900);
;// CONCATENATED MODULE: ./lazy/report/plan-file/read.js







const MAX_MEBIBYTES = 64;
const MOST_PROBLEMS = 50;
function readPlanFile(text) {
    const document = parsePlan(text);
    const problems = planProblems(document);
    if (problems.length > 0)
        throw unusable(problems);
    const repositories = new Map();
    const of = (name) => {
        const known = repositories.get(name) ?? { kept: new Map(), deletions: [] };
        repositories.set(name, known);
        return known;
    };
    for (const record of document.verdicts) {
        const { kept } = of(record.repository);
        if (record.verdict === "keep")
            kept.set(record.tag, record.digest ?? undefined);
    }
    for (const record of document.deletions)
        of(record.repository).deletions.push(deletionOf(record));
    return repositories;
}
function deletionOf(record) {
    if (record.kind === "manifest") {
        const { kind, digest: own, tags, parents, after, orphanOf } = record;
        return { kind, digest: own, tags, parents, after, orphanOf };
    }
    const { kind, tag: name, digest: own, by, parents } = record;
    return { kind, tags: [name], by, parents, ...(own === null ? {} : { digest: own }) };
}
function parsePlan(text) {
    if (Buffer.byteLength(text) > MAX_MEBIBYTES * 1024 * 1024) {
        throw unusable([`it is larger than ${MAX_MEBIBYTES} MiB`]);
    }
    const value = (0,json/* parseJson */.qF)(text);
    if (value === undefined)
        throw unusable(["it is not JSON"]);
    if (!(0,json/* isObject */.Gv)(value) || typeof value["schema"] !== "number") {
        throw unusable(["it is not a plan file: it has no schema"]);
    }
    if (value["schema"] !== write/* PLAN_SCHEMA */.G0) {
        throw unusable([
            `another version of this program made it (schema ${value["schema"]}, not ${write/* PLAN_SCHEMA */.G0})`,
        ]);
    }
    const parsed = dist/* safeParse */.xLC(planDocument, value, { message: describeIssue });
    if (!parsed.success) {
        throw unusable(parsed.issues.map((issue) => `${dist/* getDotPath */.BuJ(issue) ?? "the file"}: ${issue.message}`));
    }
    return parsed.output;
}
function describeIssue({ expected, received }) {
    return received === "undefined" ? "is missing" : `is not ${expected ?? "as it should be"}`;
}
function unusable(problems) {
    const left = problems.length - MOST_PROBLEMS;
    const shown = [...problems.slice(0, MOST_PROBLEMS), ...(left > 0 ? [`… and ${left} more`] : [])];
    return new errors/* PruneError */.Pc(`the plan file can't be used (${(0,wording/* count */.U9)(problems.length, "problem")}):\n${shown.map((line) => `  ${line}`).join("\n")}`, "Nothing was deleted. Make a new plan with a dry run.");
}

// EXTERNAL MODULE: ./lazy/run/observe/observe.js
var observe = __webpack_require__(2302);
// EXTERNAL MODULE: ./lazy/run/observe/plan-with-lookups.js + 1 modules
var plan_with_lookups = __webpack_require__(114);
// EXTERNAL MODULE: ./lazy/commands/deletion/deletion-run.js + 18 modules
var deletion_run = __webpack_require__(3401);
// EXTERNAL MODULE: ./lazy/commands/deletion/plan-repositories.js
var plan_repositories = __webpack_require__(9987);
;// CONCATENATED MODULE: ./lazy/commands/apply.js












async function apply(settings, hooks) {
    const planned = readPlanFile(await readChecked(settings));
    const places = placesOfPlan(planned, settings);
    refuseCollection(settings, places);
    return (0,deletion_run/* runDeletions */.H)(settings, {
        first: places[0]?.reference,
        draft: (open, journals) => {
            const decide = (site) => decideOne(settings, { site, journals, planned: planned.get(site.repository) }, hooks);
            return (0,plan_repositories/* confirmPlans */.bJ)(() => (0,plan_repositories/* planEach */.L0)(places, { open, decide }, hooks.say), settings, hooks);
        },
    }, hooks);
}
async function readChecked({ plan, planSha256 }) {
    let bytes;
    try {
        bytes = await (0,promises_.readFile)(plan);
    }
    catch (cause) {
        throw new errors/* PruneError */.Pc(`the plan ${plan} can't be read (${(0,network_errors/* codeOf */.$N)(cause)})`, "Name the file that a dry run saved (its output plan). Nothing was deleted.", { cause });
    }
    const sha256 = (0,write/* planSha256 */.Fu)(bytes);
    if (planSha256 === undefined || planSha256 === sha256)
        return bytes.toString("utf8");
    throw new errors/* PruneError */.Pc(`the plan ${plan} is not the one that plan-sha256 names: its SHA-256 is ${sha256}`, "Somebody changed it, or it is another run's. Nothing was deleted. Make a new plan with a dry run.");
}
function placesOfPlan(planned, { images, globs }) {
    const nameOf = ({ target }) => `${target.host}/${target.repository}`;
    const inPlan = [...planned.keys()].map(reference/* parseRepository */.SU);
    const matched = inPlan.flatMap((reference) => {
        const glob = globs.find(({ host, matches }) => host === reference.host && matches(reference.repository));
        return glob === undefined ? [] : [{ ...reference, ...schemeOf(glob) }];
    });
    const named = (0,plan_repositories/* placesOf */.ek)([...images, ...matched]);
    const strangers = [...planned.keys()].filter((repository) => !named.map(nameOf).includes(repository));
    const isLimited = images.length > 0 || globs.length > 0;
    if (isLimited && strangers.length > 0) {
        throw new errors/* PruneError */.Pc(`the plan is for ${strangers.join(", ")}, which image does not name`, "Give the plan that was made for this image. Nothing was deleted.");
    }
    const places = isLimited ? named : (0,plan_repositories/* placesOf */.ek)(inPlan);
    return places.filter((place) => planned.has(nameOf(place)));
}
function schemeOf({ scheme }) {
    return scheme === undefined ? {} : { scheme };
}
function refuseCollection({ collection, github }, places) {
    const hosts = [...new Set(places.map(({ target }) => target.host))];
    if (collection === undefined)
        return;
    const setting = collection.by.kind === "container" ? "gc-container" : "gc-command";
    if (hosts.some((host) => (0,read_github/* isGitHub */.Wz)(host, github))) {
        throw new errors/* PruneError */.Pc(`${setting}: the plan is for GitHub's registry, which frees its space itself`, "Nothing was deleted. Leave it out.");
    }
    if (hosts.length < 2)
        return;
    throw new errors/* PruneError */.Pc(`${setting}: it is for one registry, and the plan is for repositories on ${hosts.join(", ")}`, "Nothing was deleted. Make a plan for each registry, and carry out each by itself.");
}
const NOTHING_PLANNED = { kept: new Map(), deletions: [] };
async function decideOne({ concurrency, allowEmpty, untag }, { site, journals, planned = NOTHING_PLANNED }, { say }) {
    const { repository, target } = site;
    const reading = (0,plan_repositories/* readingOf */.MU)(site, journals, concurrency);
    const { deletions } = planned;
    const digests = deletions.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion.digest] : []));
    const observation = await (0,observe/* observe */.lB)(reading, { ...target, others: digests }, say);
    if (observation.kind !== "snapshot")
        return { kind: "nothing", repository, why: observation.kind };
    const { manifests } = observation.snapshot;
    const snapshot = await (0,plan_with_lookups/* answer */.Z)(reading, observation.snapshot, {
        untags: deletions.some(({ kind }) => kind === "tag"),
        untagged: deletions.length > 0,
        referrersOf: digests.filter((digest) => manifests.has(digest)),
        datesIn: [],
    });
    return { kind: "decided", snapshot, plan: revalidatePlan(planned, snapshot, { allowEmpty, untag }) };
}


/***/ })

};
