export const id = 3696;
export const ids = [3696];
export const modules = {

/***/ 3696:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  explain: () => (  explain_explain)
});

var image_created = __webpack_require__(7865);
var decide = __webpack_require__(3903);
var policy_facts = __webpack_require__(1005);
var keep_rules = __webpack_require__(4655);
var own_verdict = __webpack_require__(4458);
var ranks = __webpack_require__(1998);
var propagate = __webpack_require__(3773);
; 







function datesToExplain(tags, snapshot, policy) {
    const asked = (0,ranks .E)(snapshot, policy).places.filter(({ tag }) => tags.includes(tag));
    return [...new Set(asked.flatMap((standing) => (0,own_verdict .XQ)(standing, snapshot)))];
}
function explain(tag, snapshot, policy) {
    const { places, readName } = (0,ranks .E)(snapshot, policy);
    const index = places.findIndex((standing) => standing.tag === tag);
    const standing = places[index];
    const facts = (0,policy_facts .x)(snapshot, policy);
    const { verdicts } = (0,decide .L)(places, snapshot, policy);
    const verdict = verdicts[index];
    if (standing === undefined || verdict === undefined)
        return undefined;
    const own = (0,keep_rules .XL)(standing, facts);
    const isCut = own[0]?.kind === "newest" && verdict.reason.kind !== "newest";
    const all = [
        ...(isCut ? [] : own),
        ...reasonsOfOthers(index, { places, verdicts, facts }),
        ...(verdict.kind === "keep" ? [verdict.reason] : []),
    ];
    const stays = all.filter(({ kind }, at) => all.findIndex((other) => other.kind === kind) === at);
    const goes = verdict.kind === "keep" ? reasonsToGo(standing, { isCut, maxSize: policy.maxSize }) : [verdict.reason];
    const { digest } = standing;
    const age = digest === undefined ? undefined : (0,image_created .h)(digest, snapshot);
    const created = age?.kind === "dated" ? { created: new Date(age.created).toISOString() } : {};
    return { tag, name: readName(tag), standing, verdict, ...created, stays, goes };
}
function reasonsOfOthers(index, { places, verdicts, facts }) {
    const ownVerdicts = places.map((other, at) => {
        const decided = verdicts[at];
        const isOwn = decided?.kind === "keep" && !(0,propagate .R)(decided.reason);
        return at !== index && isOwn ? decided : withoutReason(other, (0,own_verdict .xw)(other, facts));
    });
    const alone = (0,propagate .a)(ownVerdicts, facts).verdicts[index];
    if (alone?.kind !== "keep")
        return [];
    const { digest, reason } = alone;
    const isOwn = reason.kind === "contained-in" && reason.with === digest;
    const isGone = reason.kind === "referrer" && facts.snapshot.missing.has(reason.subject);
    return isOwn || isGone || !(0,propagate .R)(reason) ? [] : [reason];
}
function withoutReason({ tag, digest, place }, own) {
    if (own.kind !== "keep" || digest === undefined)
        return own;
    if (place.kind === "referrer")
        return { kind: "follow", tag, digest, subject: place.subject };
    const reason = place.kind === "ranked" ? (0,own_verdict .Mx)(place) : { kind: "planned" };
    return { kind: "delete", tag, digest, reason };
}
function reasonsToGo({ place }, { isCut, maxSize }) {
    if (place.kind !== "ranked")
        return [];
    if (isCut && maxSize !== undefined)
        return [(0,own_verdict .qj)(place, maxSize)];
    return (0,keep_rules .zH)(place) > place.rule.keep ? [(0,own_verdict .Mx)(place)] : [];
}

var make_plan = __webpack_require__(7216);
var policy_policy = __webpack_require__(1774);
var in_use = __webpack_require__(4849);
var registry_open = __webpack_require__(1044);
var observe = __webpack_require__(3440);
var plan_with_lookups = __webpack_require__(114);
var connection = __webpack_require__(8364);
var places = __webpack_require__(4845);
; 









async function explain_explain(settings, hooks) {
    const explained = [];
    for (const place of (0,places .e)(settings.images)) {
        explained.push(...(await explainPlace(settings, place, hooks)));
    }
    return explained;
}
async function explainPlace(settings, { reference, target }, hooks) {
    const { concurrency } = settings;
    const registry = await (0,registry_open .M)({ ...(0,connection .mQ)(settings, reference, hooks), rights: ["pull"] });
    try {
        const { host, repository } = target;
        const tags = [...new Set(target.tags)];
        const reading = { registry, repository, concurrency };
        const policy = (0,policy_policy .KV)(target, settings.policies);
        const inUse = (0,in_use .Yp)(policy.protect, repository);
        const observation = await (0,observe .lB)(reading, { host, repository, tags: [], digests: [], inUse }, () => undefined);
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
    const decided = await (0,plan_with_lookups .n)(reading, snapshot, { ...policy, allowEmpty: true });
    const datesIn = datesToExplain(tags, decided.snapshot, policy);
    const none = { untags: false, untagged: false, referrersOf: [], sizesOf: [] };
    const known = datesIn.length === 0 ? decided.snapshot : await (0,plan_with_lookups .Z)(reading, decided.snapshot, { ...none, datesIn });
    const refused = (0,make_plan .Of)(decided.plan.verdicts, policy, known);
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


/***/ })

};
