export const id = 936;
export const ids = [936];
export const modules = {

/***/ 3936:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTry: () => (/* binding */ runTry)
});

// EXTERNAL MODULE: ./lazy/cli/credentials.js
var credentials = __webpack_require__(7848);
// EXTERNAL MODULE: ./lazy/cli/terminal.js + 1 modules
var terminal = __webpack_require__(5192);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/core/policy/pattern-use.js
var pattern_use = __webpack_require__(9982);
// EXTERNAL MODULE: ./lazy/core/plan/make-plan.js + 2 modules
var make_plan = __webpack_require__(8565);
// EXTERNAL MODULE: ./lazy/core/policy/policy.js
var policy_policy = __webpack_require__(1774);
// EXTERNAL MODULE: ./lazy/core/image/date.js
var date = __webpack_require__(6953);
// EXTERNAL MODULE: ./lazy/core/names/reference.js
var reference = __webpack_require__(1033);
// EXTERNAL MODULE: ./lazy/core/names/version.js
var version = __webpack_require__(8240);
// EXTERNAL MODULE: ./lazy/registry/distribution/content-digest.js
var content_digest = __webpack_require__(5664);
// EXTERNAL MODULE: ./lazy/settings/table/values.js
var values = __webpack_require__(5962);
// EXTERNAL MODULE: ./lazy/commands/deletion/plan-repositories.js
var plan_repositories = __webpack_require__(9987);
;// CONCATENATED MODULE: ./lazy/commands/try.js










function tryPolicy({ images, policies }, list, now) {
    const entries = readList(list);
    const { host, repository } = images[0] ?? (0,reference/* parseReference */.F2)("registry.example.com/team/app");
    const policy = (0,policy_policy/* policyFor */.KV)({ host, repository }, policies);
    const pushed = new Set(images.flatMap(({ tag }) => tag ?? []));
    const snapshot = { ...snapshotOf(entries), repository, now, namedTags: pushed };
    const decided = (0,make_plan/* plan */.et)(snapshot, { ...policy, allowEmpty: true });
    const refused = (0,make_plan/* refusalOf */.Of)(decided.verdicts, policy);
    const { reclaimable, sizes } = (0,plan_repositories/* bytesOf */.$$)(decided, snapshot);
    return {
        repository: `${host}/${repository}`,
        plan: decided,
        patterns: (0,pattern_use/* patternUses */.t)(snapshot, policy),
        reclaimable,
        sizes: { get: (image) => whole(sizes.get(image)) },
        ...(refused === undefined ? {} : { refused }),
    };
}
function whole(size) {
    return size?.isLeast === true ? undefined : size;
}
function readList(list) {
    const problems = [];
    const entries = new Map();
    list.split(/\r?\n/).forEach((line, index) => {
        const [name = "", ...details] = line.replace(/#.*$/, "").trim().split(/\s+/);
        if (name === "")
            return;
        const problem = (message) => {
            problems.push({ setting: `line ${index + 1}`, message });
        };
        if (!(0,reference/* isTag */.dz)(name))
            problem(`"${name}" is not a tag; write one name a line, as the registry lists them`);
        else
            entries.set(name, { tag: name, ...readDetails(details, problem) });
    });
    if (entries.size === 0 && problems.length === 0) {
        problems.push({ setting: "standard input", message: "it is empty; write the tags to it, one a line" });
    }
    if (problems.length > 0)
        throw new errors/* BadInputError */.Ys(problems);
    return [...entries.values()];
}
function readDetails(words, problem) {
    let details = {};
    for (const word of words) {
        const bytes = sizeOf(word);
        if (/^\d{4}-\d{2}-\d{2}/.test(word))
            details = { ...details, ...dateOf(word) };
        else if (bytes !== undefined)
            details = { ...details, bytes };
        else
            problem(`"${word}" is neither a date, such as 2026-03-01, nor a size, such as 120MB`);
    }
    return details;
}
function dateOf(word) {
    const isWhole = /(?:Z|[+-]\d{2}:\d{2})$/.test(word.slice("2026-03-01".length));
    const created = (0,date/* readDate */.h)(isWhole ? word : `${word}${word.includes("T") ? "" : "T00:00:00"}Z`);
    return created === undefined ? {} : { created };
}
function sizeOf(word) {
    try {
        return (0,values/* parseSize */.DB)(word);
    }
    catch {
        return undefined;
    }
}
function snapshotOf(entries) {
    const images = entries.map((entry) => ({ ...entry, digest: digestOf(entry.tag) }));
    return {
        tags: images.map(({ tag, digest }) => ({ tag, digest })),
        manifests: new Map(images.map((image) => [image.digest, manifestOf(image)])),
        missing: new Set(images.flatMap(({ tag }) => (0,version/* subjectOf */.et)(tag) ?? [])),
        namedDigests: new Set(),
        leftovers: new Set(),
        referrers: new Map(),
        dates: new Map(),
    };
}
function manifestOf({ tag, created, bytes }) {
    return {
        kind: "image",
        ...(bytes === undefined ? {} : { blobs: [{ digest: digestOf(`layer of ${tag}`), bytes }], bytes: 0 }),
        ...(created === undefined ? {} : { created }),
    };
}
function digestOf(name) {
    const digest = (0,content_digest/* contentDigest */.e)("sha256", Buffer.from(name));
    if (digest === undefined)
        throw new Error("SHA-256 is registered");
    return digest;
}

// EXTERNAL MODULE: ./lazy/report/words/notices.js
var notices = __webpack_require__(7565);
// EXTERNAL MODULE: ./lazy/report/words/outcomes.js
var outcomes = __webpack_require__(27);
// EXTERNAL MODULE: ./lazy/report/words/plan-lines.js
var plan_lines = __webpack_require__(887);
// EXTERNAL MODULE: ./lazy/report/words/records.js
var records = __webpack_require__(4154);
;// CONCATENATED MODULE: ./lazy/report/verbs/trial.js




function renderTrial(trial) {
    const lines = [
        (0,plan_lines/* planTitle */.KS)(trial),
        ...(0,plan_lines/* planLines */.HN)(trial).map((line) => `  ${line}`),
        ...(0,notices/* describeBudget */.No)(trial.plan).map((line) => `  ${line}`),
        ...warningsOf(trial).map((warning) => `Warning: ${warning}`),
    ];
    return `${lines.join("\n")}\n`;
}
function renderTrialJson(trial) {
    const document = { verdicts: (0,records/* verdictRecords */.Ud)([trial]), warnings: warningsOf(trial) };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function warningsOf(trial) {
    const unused = trial.patterns.filter(({ isUsed }) => !isUsed);
    return [
        ...(0,plan_lines/* planWarnings */.pH)(trial),
        ...(unused.length === 0 ? [] : [(0,notices/* describeUnused */.iz)(unused)]),
        ...(trial.refused === undefined ? [] : [`a run would delete nothing: ${(0,outcomes/* describeError */.Uc)(trial.refused)}`]),
    ];
}

;// CONCATENATED MODULE: ./lazy/cli/try.js




async function runTry(line, settings) {
    const trial = tryPolicy(settings, await (0,credentials/* readNames */.r)(), Date.now());
    (0,terminal/* print */.yy)(line.json ? renderTrialJson(trial) : renderTrial(trial));
    return terminal/* EXIT_CODES */.ai.done;
}


/***/ })

};
