export const id = 1070;
export const ids = [1070];
export const modules = {

/***/ 1070:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  apply: () => (  apply)
});

var errors = __webpack_require__(6846);
var reference = __webpack_require__(1033);
var kinds = __webpack_require__(5555);
var read_regular = __webpack_require__(4338);
var write = __webpack_require__(5594);
var dist = __webpack_require__(458);
var json = __webpack_require__(3979);
; 
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

; 


const digest = dist .IeY((value) => typeof value === "string" && (0,reference .Bc)(value), "is not a digest");
const tag = dist .IeY((value) => typeof value === "string" && (0,reference .dz)(value), "is not a tag");
const repository = dist .IeY(isRepository, "is not host/repository");
const digests = dist .YOg(digest);
const planDocument = dist .Ikc({
    verdicts: dist .YOg(dist .Ikc({
        repository,
        tag,
        digest: dist .mee(digest),
        verdict: dist .KIO(["keep", "delete", "untag"]),
    })),
    deletions: dist .YOg(dist .Oxt("kind", [
        dist .Ikc({
            repository,
            kind: dist .euz("manifest"),
            digest,
            tags: dist .YOg(tag),
            parents: digests,
            after: digests,
            orphanOf: digests,
        }),
        dist .Ikc({
            repository,
            kind: dist .euz("tag"),
            tag,
            digest: dist .mee(digest),
            by: dist .KIO(["delete", "overwrite"]),
            parents: digests,
        }),
    ])),
});
function isRepository(value) {
    if (typeof value !== "string")
        return false;
    try {
        (0,reference .SU)(value);
        return true;
    }
    catch {
        return false;
    }
}

var count = __webpack_require__(4578);
; 







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
    const value = (0,json .qF)(text);
    if (value === undefined)
        throw unusable(["it is not JSON"]);
    if (!(0,json .Gv)(value) || typeof value["schema"] !== "number") {
        throw unusable(["it is not a plan file: it has no schema"]);
    }
    if (value["schema"] !== write .G0) {
        throw unusable([
            `another version of this program made it (schema ${value["schema"]}, not ${write .G0})`,
        ]);
    }
    const parsed = dist .xLC(planDocument, value, { message: describeIssue });
    if (!parsed.success) {
        throw unusable(parsed.issues.map((issue) => `${dist .BuJ(issue) ?? "the file"}: ${issue.message}`));
    }
    return parsed.output;
}
function describeIssue({ expected, received }) {
    return received === "undefined" ? "is missing" : `is not ${expected ?? "as it should be"}`;
}
function unusable(problems) {
    const left = problems.length - MOST_PROBLEMS;
    const shown = [...problems.slice(0, MOST_PROBLEMS), ...(left > 0 ? [`… and ${left} more`] : [])];
    return new errors .Pc(`the plan file can't be used (${(0,count .U)(problems.length, "problem")}):\n${shown.map((line) => `  ${line}`).join("\n")}`, "Nothing was deleted. Make a new plan with a dry run.");
}

var deletion_run = __webpack_require__(7124);
var deletion_places = __webpack_require__(4845);
; 








async function apply(settings, hooks) {
    const planned = readPlanFile(await readChecked(settings));
    const places = placesOfPlan(planned, settings);
    refuseCollection(settings, places);
    const by = { kind: "saved-plan", places, planned };
    return (0,deletion_run .H)({ ...settings, first: places[0]?.reference, by }, hooks);
}
async function readChecked({ plan, planSha256 }) {
    let bytes;
    try {
        bytes = await (0,read_regular .VX)(plan, read_regular .uZ.plan);
    }
    catch (cause) {
        throw new errors .Pc(`the plan ${plan} can't be read (${(0,read_regular ._p)(cause)})`, "Name the file that a dry run saved (its output plan). Nothing was deleted.", { cause });
    }
    const sha256 = (0,write .Fu)(bytes);
    if (planSha256 === undefined || planSha256 === sha256)
        return bytes.toString("utf8");
    throw new errors .Pc(`the plan ${plan} is not the one that plan-sha256 names: its SHA-256 is ${sha256}`, "Somebody changed it, or it is another run's. Nothing was deleted. Make a new plan with a dry run.");
}
function placesOfPlan(planned, { images, globs }) {
    const inPlan = [...planned.keys()].map(reference .SU);
    const matched = inPlan.flatMap((reference) => {
        const glob = globs.find(({ host, matches }) => host === reference.host && matches(reference.repository));
        return glob === undefined ? [] : [{ ...reference, ...schemeOf(glob) }];
    });
    const named = (0,deletion_places .e)([...images, ...matched]);
    const strangers = [...planned.keys()].filter((repository) => !named.map(deletion_places .A).includes(repository));
    const isLimited = images.length > 0 || globs.length > 0;
    if (isLimited && strangers.length > 0) {
        throw new errors .Pc(`the plan is for ${strangers.join(", ")}, which image does not name`, "Give the plan that was made for this image. Nothing was deleted.");
    }
    const places = isLimited ? named : (0,deletion_places .e)(inPlan);
    return places.filter((place) => planned.has((0,deletion_places .A)(place)));
}
function schemeOf({ scheme }) {
    return scheme === undefined ? {} : { scheme };
}
function refuseCollection(settings, places) {
    const { collection } = settings;
    const hosts = [...new Set(places.map(({ target }) => target.host))];
    if (collection === undefined)
        return;
    const setting = collection.by.kind === "container" ? "gc-container" : "gc-command";
    const itself = hosts.map((host) => (0,kinds .hC)(host, settings)).find(({ freesItself }) => freesItself);
    if (itself !== undefined) {
        throw new errors .Pc(`${setting}: the plan is for ${itself.name}, which frees its space itself`, "Nothing was deleted. Leave it out.");
    }
    if (hosts.length < 2)
        return;
    throw new errors .Pc(`${setting}: it is for one registry, and the plan is for repositories on ${hosts.join(", ")}`, "Nothing was deleted. Make a plan for each registry, and carry out each by itself.");
}


/***/ })

};
