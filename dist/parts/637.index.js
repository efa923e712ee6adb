export const id = 637;
export const ids = [637];
export const modules = {

/***/ 5637:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runExplain: () => (/* binding */ runExplain)
/* harmony export */ });
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4422);
/* harmony import */ var _commands_explain_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3696);
/* harmony import */ var _report_verbs_explain_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6096);



async function runExplain(settings) {
    const explained = await (0,_commands_explain_js__WEBPACK_IMPORTED_MODULE_1__/* .explain */ .W)(settings, _host_js__WEBPACK_IMPORTED_MODULE_0__/* .connectionHooks */ .x9);
    _host_js__WEBPACK_IMPORTED_MODULE_0__/* .log */ .Rm.info((0,_report_verbs_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .renderExplanations */ .rB)(explained));
    await (0,_host_js__WEBPACK_IMPORTED_MODULE_0__/* .writeSummary */ .Sy)((0,_report_verbs_explain_js__WEBPACK_IMPORTED_MODULE_2__/* .renderExplanationSummary */ .mM)(explained));
}


/***/ }),

/***/ 3696:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ explain_explain)
});

// EXTERNAL MODULE: ./lazy/core/image/created.js
var image_created = __webpack_require__(7865);
// EXTERNAL MODULE: ./lazy/core/policy/decide.js + 1 modules
var decide = __webpack_require__(5809);
// EXTERNAL MODULE: ./lazy/core/policy/own-verdict.js
var own_verdict = __webpack_require__(4458);
// EXTERNAL MODULE: ./lazy/core/policy/ranks.js
var ranks = __webpack_require__(1985);
// EXTERNAL MODULE: ./lazy/core/policy/propagate.js
var propagate = __webpack_require__(3773);
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __webpack_require__(8240);
;// CONCATENATED MODULE: ./lazy/core/policy/explain.js






function datesToExplain(tags, snapshot, policy) {
    const asked = (0,ranks/* standings */.E)(snapshot, policy).places.filter(({ tag }) => tags.includes(tag));
    return [...new Set(asked.flatMap((standing) => (0,own_verdict/* unreadDates */.XQ)(standing, snapshot)))];
}
function explain(tag, snapshot, policy) {
    const { places } = (0,ranks/* standings */.E)(snapshot, policy);
    const index = places.findIndex((standing) => standing.tag === tag);
    const standing = places[index];
    const rules = (0,own_verdict/* rulesOf */.fD)(snapshot, policy);
    const { verdicts } = (0,decide/* decide */.L)(places, snapshot, policy);
    const verdict = verdicts[index];
    if (standing === undefined || verdict === undefined)
        return undefined;
    const own = (0,own_verdict/* reasonsToStay */.Mm)(standing, rules);
    const isCut = own[0]?.kind === "newest" && verdict.reason.kind !== "newest";
    const all = [
        ...(isCut ? [] : own),
        ...reasonsOfOthers(index, { places, verdicts, rules }),
        ...(verdict.kind === "keep" ? [verdict.reason] : []),
    ];
    const stays = all.filter(({ kind }, at) => all.findIndex((other) => other.kind === kind) === at);
    const goes = verdict.kind === "keep" ? reasonsToGo(standing, { isCut, maxSize: policy.maxSize }) : [verdict.reason];
    const { digest } = standing;
    const age = digest === undefined ? undefined : (0,image_created/* ageOf */.h)(digest, snapshot);
    const created = age?.kind === "dated" ? { created: new Date(age.created).toISOString() } : {};
    return { tag, name: (0,version/* readTagName */.UF)(tag), standing, verdict, ...created, stays, goes };
}
function reasonsOfOthers(index, { places, verdicts, rules }) {
    const ownVerdicts = places.map((other, at) => {
        const decided = verdicts[at];
        const isOwn = decided?.kind === "keep" && !(0,propagate/* isForAnother */.R)(decided.reason);
        return at !== index && isOwn ? decided : withoutReason(other, (0,own_verdict/* ownVerdictOf */.xw)(other, rules));
    });
    const alone = (0,propagate/* propagateKeeps */.a)(ownVerdicts, rules).verdicts[index];
    if (alone?.kind !== "keep")
        return [];
    const { digest, reason } = alone;
    const isOwn = reason.kind === "contained-in" && reason.with === digest;
    const isGone = reason.kind === "referrer" && rules.snapshot.missing.has(reason.subject);
    return isOwn || isGone || !(0,propagate/* isForAnother */.R)(reason) ? [] : [reason];
}
function withoutReason({ tag, digest, place }, own) {
    if (own.kind !== "keep" || digest === undefined)
        return own;
    if (place.kind === "referrer")
        return { kind: "follow", tag, digest, subject: place.subject };
    const reason = place.kind === "ranked" ? (0,own_verdict/* beyondNewest */.Mx)(place) : { kind: "planned" };
    return { kind: "delete", tag, digest, reason };
}
function reasonsToGo({ place }, { isCut, maxSize }) {
    if (place.kind !== "ranked")
        return [];
    if (isCut && maxSize !== undefined)
        return [(0,own_verdict/* overBudget */.qj)(place, maxSize)];
    const { rank, semverRank = Infinity, rule } = place;
    return Math.min(rank, semverRank) > rule.keep ? [(0,own_verdict/* beyondNewest */.Mx)(place)] : [];
}

// EXTERNAL MODULE: ./lazy/core/plan/make-plan.js + 2 modules
var make_plan = __webpack_require__(8565);
// EXTERNAL MODULE: ./lazy/core/policy/policy.js
var policy_policy = __webpack_require__(1774);
// EXTERNAL MODULE: ./lazy/core/policy/in-use.js
var in_use = __webpack_require__(4849);
// EXTERNAL MODULE: ./lazy/registry/open.js + 7 modules
var registry_open = __webpack_require__(7110);
// EXTERNAL MODULE: ./lazy/run/observe/observe.js
var observe = __webpack_require__(2302);
// EXTERNAL MODULE: ./lazy/run/observe/plan-with-lookups.js + 1 modules
var plan_with_lookups = __webpack_require__(114);
// EXTERNAL MODULE: ./lazy/commands/connection.js
var connection = __webpack_require__(8364);
// EXTERNAL MODULE: ./lazy/commands/deletion/plan-repositories.js
var plan_repositories = __webpack_require__(9987);
;// CONCATENATED MODULE: ./lazy/commands/explain.js









async function explain_explain(settings, hooks) {
    const explained = [];
    for (const place of (0,plan_repositories/* placesOf */.ek)(settings.images)) {
        explained.push(...(await explainPlace(settings, place, hooks)));
    }
    return explained;
}
async function explainPlace(settings, { reference, target }, hooks) {
    const { concurrency } = settings;
    const registry = await (0,registry_open/* openRegistry */.M)({ ...(0,connection/* connectionTo */.m)(settings, reference, hooks), rights: ["pull"] });
    try {
        const { host, repository } = target;
        const tags = [...new Set(target.tags)];
        const reading = { registry, repository, concurrency };
        const policy = (0,policy_policy/* policyFor */.KV)(target, settings.policies);
        const inUse = (0,in_use/* digestsInUse */.Yp)(policy.protect, repository);
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
    const decided = await (0,plan_with_lookups/* planWithLookups */.n)(reading, snapshot, { ...policy, allowEmpty: true });
    const datesIn = datesToExplain(tags, decided.snapshot, policy);
    const none = { untags: false, untagged: false, referrersOf: [] };
    const known = datesIn.length === 0 ? decided.snapshot : await (0,plan_with_lookups/* answer */.Z)(reading, decided.snapshot, { ...none, datesIn });
    const refused = (0,make_plan/* refusalOf */.Of)(decided.plan.verdicts, policy);
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


/***/ }),

/***/ 6096:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ renderExplanationsJson),
/* harmony export */   mM: () => (/* binding */ renderExplanationSummary),
/* harmony export */   rB: () => (/* binding */ renderExplanations)
/* harmony export */ });
/* harmony import */ var _words_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7055);
/* harmony import */ var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
/* harmony import */ var _words_reasons_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6581);
/* harmony import */ var _words_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8900);




function renderExplanations(explained) {
    return explained.map((each) => `${linesOf(each).join("\n  ")}\n`).join("\n");
}
function renderExplanationSummary(explained) {
    return explained
        .map((each) => {
        const [title = "", ...lines] = linesOf(each).map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escape */ .ih);
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
        `For it to stay: ${listOf(stays.map(_words_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .describeKeepReason */ .tI))}.`,
        `For it to go: ${listOf(goes.map(_words_reasons_js__WEBPACK_IMPORTED_MODULE_1__/* .describeDeleteReason */ .ZR))}.`,
        ...(refused === undefined ? [] : [`But a run would delete nothing here: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_0__/* .describeError */ .Uc)(refused)}`]),
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
            return `that of a signature or attachment of ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(name.subject)}`;
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
        `Its image is ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigest */ .VK)(digest)}${created === undefined ? "" : `, created ${created.slice(0, 10)}`}.`,
    ];
}
function describePlace({ place }) {
    if (place.kind !== "ranked")
        return [];
    const { rank, semverRank, of, rule, group } = place;
    const inGroup = (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .describeGroup */ .N3)({ group, ...(rule.name === undefined ? {} : { rule: rule.name }) });
    const byVersion = semverRank === undefined || semverRank === rank ? "" : ` (number ${semverRank} by version)`;
    return [
        `It is number ${rank}${byVersion} of ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(of, "image")}${inGroup}, the newest first by ${rule.sort}.`,
    ];
}
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


/***/ })

};
