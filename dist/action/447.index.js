export const id = 447;
export const ids = [447];
export const modules = {

/***/ 8447:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runExplain: () => (/* binding */ runExplain)
});

// EXTERNAL MODULE: ./lazy/action-door.js + 7 modules
var action_door = __webpack_require__(590);
// EXTERNAL MODULE: ./lazy/core/created.js
var core_created = __webpack_require__(7251);
// EXTERNAL MODULE: ./lazy/core/decide.js + 1 modules
var decide = __webpack_require__(3978);
// EXTERNAL MODULE: ./lazy/core/leaning.js
var core_leaning = __webpack_require__(7299);
// EXTERNAL MODULE: ./lazy/core/retention.js + 1 modules
var retention = __webpack_require__(8696);
// EXTERNAL MODULE: ./lazy/core/settle.js
var settle = __webpack_require__(1808);
// EXTERNAL MODULE: ./lazy/core/version.js
var version = __webpack_require__(903);
;// CONCATENATED MODULE: ./lazy/core/explain.js






/** The configurations whose dates are to be read before these tags can be explained: also of what stays for another reason than its age. */
function datesToExplain(tags, snapshot, policy) {
    const asked = (0,retention/* standings */.E)(snapshot, policy).places.filter(({ tag }) => tags.includes(tag));
    return [...new Set(asked.flatMap((standing) => (0,core_leaning/* unreadDates */.XQ)(standing, snapshot)))];
}
/** Explains what is decided about a tag; `undefined` where it is not listed. The snapshot has all that the plan asks for. */
function explain(tag, snapshot, policy) {
    const { places } = (0,retention/* standings */.E)(snapshot, policy);
    const index = places.findIndex((standing) => standing.tag === tag);
    const standing = places[index];
    const rules = (0,core_leaning/* rulesOf */.fD)(snapshot, policy);
    const { verdicts } = (0,decide/* decide */.L)(places, snapshot, policy);
    const verdict = verdicts[index];
    if (standing === undefined || verdict === undefined)
        return undefined;
    const own = (0,core_leaning/* reasonsToStay */.Mm)(standing, rules);
    const isCut = own[0]?.kind === "newest" && verdict.reason.kind !== "newest";
    const all = [
        ...(isCut ? [] : own),
        ...reasonsOfOthers(index, { places, verdicts, rules }),
        ...(verdict.kind === "keep" ? [verdict.reason] : []),
    ];
    const stays = all.filter(({ kind }, at) => all.findIndex((other) => other.kind === kind) === at);
    const goes = verdict.kind === "keep" ? reasonsToGo(standing, { isCut, maxSize: policy.maxSize }) : [verdict.reason];
    const { digest } = standing;
    const age = digest === undefined ? undefined : (0,core_created/* ageOf */.h)(digest, snapshot);
    const created = age?.kind === "dated" ? { created: new Date(age.created).toISOString() } : {};
    return { tag, name: (0,version/* readTagName */.UF)(tag), standing, verdict, ...created, stays, goes };
}
/** For whose sake the tag would stay if it had no reason of its own. */
function reasonsOfOthers(index, { places, verdicts, rules }) {
    const leanings = places.map((other, at) => {
        const decided = verdicts[at];
        const isOwn = decided?.kind === "keep" && !(0,settle/* isForAnother */.R)(decided.reason);
        return at !== index && isOwn ? decided : withoutReason(other, (0,core_leaning/* leaningOf */.Wd)(other, rules));
    });
    const alone = (0,settle/* settle */.G)(leanings, rules).verdicts[index];
    if (alone?.kind !== "keep")
        return [];
    const { digest, reason } = alone;
    // It does not stay for its own sake in another's name, nor for a subject that is gone.
    const isOwn = reason.kind === "contained-in" && reason.with === digest;
    const isGone = reason.kind === "referrer" && rules.snapshot.missing.has(reason.subject);
    return isOwn || isGone || !(0,settle/* isForAnother */.R)(reason) ? [] : [reason];
}
/** The leaning of a tag that only others can keep; for which reason it would go is not looked at. */
function withoutReason({ tag, digest, place }, leaning) {
    if (leaning.kind !== "keep" || digest === undefined)
        return leaning;
    if (place.kind === "referrer")
        return { kind: "follow", tag, digest, subject: place.subject };
    const reason = place.kind === "ranked" ? (0,core_leaning/* beyondNewest */.Mx)(place) : { kind: "planned" };
    return { kind: "delete", tag, digest, reason };
}
function reasonsToGo({ place }, { isCut, maxSize }) {
    if (place.kind !== "ranked")
        return [];
    if (isCut && maxSize !== undefined)
        return [(0,core_leaning/* overBudget */.qj)(place, maxSize)];
    const { rank, semverRank = Infinity, rule } = place;
    return Math.min(rank, semverRank) > rule.keep ? [(0,core_leaning/* beyondNewest */.Mx)(place)] : [];
}

// EXTERNAL MODULE: ./lazy/core/plan.js + 2 modules
var plan = __webpack_require__(6743);
// EXTERNAL MODULE: ./lazy/core/policy.js
var core_policy = __webpack_require__(1329);
// EXTERNAL MODULE: ./lazy/core/protect.js
var protect = __webpack_require__(9440);
// EXTERNAL MODULE: ./lazy/registry/open.js + 18 modules
var registry_open = __webpack_require__(1612);
// EXTERNAL MODULE: ./lazy/run/observe.js
var observe = __webpack_require__(969);
// EXTERNAL MODULE: ./lazy/run/plan-knowingly.js
var plan_knowingly = __webpack_require__(7709);
// EXTERNAL MODULE: ./lazy/commands/connection.js
var connection = __webpack_require__(8364);
// EXTERNAL MODULE: ./lazy/commands/draft.js
var draft = __webpack_require__(7549);
;// CONCATENATED MODULE: ./lazy/commands/explain.js









/**
 * Explains what a prune would decide about tags. Changes nothing, and asks for no right but to pull.
 * @throws {PruneError} where a repository can't be read for certain
 */
async function explain_explain(settings, door) {
    const explained = [];
    for (const place of (0,draft/* placesOf */.ek)(settings.images)) {
        explained.push(...(await explainPlace(settings, place, door)));
    }
    return explained;
}
async function explainPlace(settings, { reference, target }, door) {
    const { concurrency } = settings;
    const registry = await (0,registry_open/* openRegistry */.Me)({ ...(0,connection/* connectionTo */.m)(settings, reference, door), rights: ["pull"] });
    try {
        const { host, repository } = target;
        const tags = [...new Set(target.tags)];
        const reading = { registry, repository, concurrency };
        const policy = (0,core_policy/* policyFor */.KV)(target, settings.policies);
        // What is asked about was not pushed just now.
        const inUse = (0,protect/* digestsInUse */.Yp)(policy.protect, repository);
        const observation = await (0,observe/* observe */.lB)(reading, { host, repository, tags: [], digests: [], inUse }, () => undefined);
        const name = `${host}/${repository}`;
        if (observation.kind !== "snapshot")
            return tags.map((tag) => ({ repository: name, tag }));
        return await explainAll(reading, { snapshot: observation.snapshot, policy, tags, repository: name });
    }
    finally {
        registry.close();
    }
}
async function explainAll(reading, { snapshot, policy, tags, repository }) {
    // A plan that leaves nothing is refused whole, and has reasons all the same.
    const decided = await (0,plan_knowingly/* planKnowingly */.S)(reading, snapshot, { ...policy, allowEmpty: true });
    const datesIn = datesToExplain(tags, decided.snapshot, policy);
    const none = { untags: false, untagged: false, referrersOf: [] };
    const known = datesIn.length === 0 ? decided.snapshot : await (0,plan_knowingly/* answer */.Z)(reading, decided.snapshot, { ...none, datesIn });
    const refused = (0,plan/* refusalOf */.Of)(decided.plan.verdicts, policy);
    return tags.map((tag) => {
        const explanation = explain(tag, known, policy);
        return {
            repository,
            tag,
            ...(explanation === undefined ? {} : { explanation }),
            ...(refused === undefined ? {} : { refused }),
        };
    });
}

// EXTERNAL MODULE: ./lazy/report/markdown.js
var markdown = __webpack_require__(921);
// EXTERNAL MODULE: ./lazy/report/outcomes.js
var outcomes = __webpack_require__(4521);
// EXTERNAL MODULE: ./lazy/report/reasons.js
var reasons = __webpack_require__(3643);
// EXTERNAL MODULE: ./lazy/report/wording.js
var wording = __webpack_require__(8266);
;// CONCATENATED MODULE: ./lazy/report/explain.js




/** A few sentences on each tag. */
function renderExplanations(explained) {
    return explained.map((each) => `${linesOf(each).join("\n  ")}\n`).join("\n");
}
/** The same for a job summary, as Markdown. */
function renderExplanationSummary(explained) {
    return explained
        .map((each) => {
        const [title = "", ...lines] = linesOf(each).map(markdown/* escape */.ih);
        return `#### ${title}\n\n${lines.map((line) => `- ${line.trim()}`).join("\n")}\n`;
    })
        .join("\n");
}
function linesOf({ repository, tag, explanation, refused }) {
    if (explanation === undefined) {
        return [`${repository}:${tag} is not there: the registry does not list this tag.`];
    }
    const { verdict, name, standing, stays, goes } = explanation;
    return [
        `${repository}:${tag} ${VERDICTS[verdict.kind]}.`,
        `Its name is read as ${describeName(name)}.`,
        ...describeImage(explanation),
        ...describePlace(standing),
        `For it to stay: ${listOf(stays.map(reasons/* describeKeepReason */.tI))}.`,
        `For it to go: ${listOf(goes.map(reasons/* describeDeleteReason */.ZR))}.`,
        ...(refused === undefined ? [] : [`But a run would delete nothing here: ${(0,outcomes/* describeError */.Uc)(refused)}`]),
    ];
}
const VERDICTS = {
    keep: "stays",
    delete: "goes",
    untag: "goes, and its image stays",
};
function listOf(reasons) {
    return reasons.length === 0 ? "nothing" : reasons.join("; ");
}
function describeName(name) {
    switch (name.kind) {
        case "version": {
            const { major, minor, patch, prerelease } = name.version;
            const version = `the version ${major}.${minor}.${patch}`;
            if (prerelease.length === 0)
                return `${version}, a release`;
            return `${version}, the prerelease ${prerelease.join(".")}: channel ${name.channel}${describeNumbers(name.numbers)}`;
        }
        case "label":
            return `the label ${name.channel}${describeNumbers(name.numbers)}, and no version`;
        case "referrer":
            return `that of a signature or attachment of ${(0,wording/* shortDigest */.VK)(name.subject)}`;
        case "other":
            return "neither a version nor a label with a number";
    }
}
function describeNumbers(numbers) {
    return numbers.length === 0 ? "" : `, number ${numbers.join(", ")}`;
}
function describeImage({ standing: { digest }, created }) {
    if (digest === undefined)
        return [];
    return [
        `Its image is ${(0,wording/* shortDigest */.VK)(digest)}${created === undefined ? "" : `, created ${created.slice(0, 10)}`}.`,
    ];
}
function describePlace({ place }) {
    if (place.kind !== "ranked")
        return [];
    const { rank, semverRank, of, rule, group } = place;
    const inGroup = (0,wording/* describeGroup */.N3)({ group, ...(rule.name === undefined ? {} : { rule: rule.name }) });
    const byVersion = semverRank === undefined || semverRank === rank ? "" : ` (number ${semverRank} by version)`;
    return [
        `It is number ${rank}${byVersion} of ${(0,wording/* count */.U9)(of, "image")}${inGroup}, the newest first by ${rule.sort}.`,
    ];
}
/** What is said, for a program. Of a tag that is not there all but its name is `null` or empty. */
function renderExplanationsJson(explained) {
    const explanations = explained.map(({ repository, tag, explanation, refused }) => ({
        repository,
        tag,
        ...(explanation === undefined ? NOT_THERE : recordOf(explanation)),
        refused: refused?.message ?? null,
    }));
    return `${JSON.stringify({ explanations }, null, 2)}\n`;
}
const NOT_THERE = {
    digest: null,
    name: null,
    place: null,
    created: null,
    verdict: null,
    reason: null,
    stays: [],
    goes: [],
};
function recordOf(explanation) {
    const { name, standing, created = null, verdict, stays, goes } = explanation;
    return {
        created,
        digest: standing.digest ?? null,
        name,
        place: placeRecord(standing),
        verdict: verdict.kind,
        reason: verdict.reason,
        stays,
        goes,
    };
}
function placeRecord({ place }) {
    if (place.kind !== "ranked")
        return null;
    const { group, rank, semverRank, of, rule } = place;
    return { rule: rule.name ?? null, sort: rule.sort, group, rank, semverRank: semverRank ?? null, of };
}

;// CONCATENATED MODULE: ./lazy/action-explain.js



/** Says why tags stay or go, in the log and the summary. */
async function runExplain(settings) {
    const explained = await explain_explain(settings, action_door/* connectionDoor */.TJ);
    action_door/* log */.Rm.info(renderExplanations(explained));
    await (0,action_door/* writeSummary */.Sy)(renderExplanationSummary(explained));
}


/***/ })

};
