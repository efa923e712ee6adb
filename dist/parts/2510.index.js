export const id = 2510;
export const ids = [2510];
export const modules = {

/***/ 2510:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  renderCollection: () => (  renderCollection),
  renderSummary: () => (  renderSummary)
});

var registry = __webpack_require__(252);
var words_collection = __webpack_require__(902);
var outcomes = __webpack_require__(27);
var elsewhere = __webpack_require__(2332);
var markdown = __webpack_require__(7055);
var notices = __webpack_require__(7565);
var plan_lines = __webpack_require__(887);
var words_staying = __webpack_require__(6371);
var run_advice = __webpack_require__(6014);
var failure = __webpack_require__(8446);
var errors = __webpack_require__(6846);
var count = __webpack_require__(4578);
var missing = __webpack_require__(3664);
var wording = __webpack_require__(8900);
var run_result = __webpack_require__(5327);
; 







function headline(result) {
    const { outcomes } = result;
    if (outcomes.length === 0)
        return `⚪ ${(0,run_result .dC)(result)}`;
    return `${iconOf(result)} ${whatHappened(result)}`;
}
function iconOf(result) {
    const status = (0,run_result .c2)(result);
    if (status === "failed")
        return "❌";
    if (status === "partly-failed")
        return "🟡";
    if (result.isDryRun)
        return "🔍";
    if ((0,run_result .xj)(result).length > 0)
        return "🟡";
    return result.outcomes.every(({ kind }) => kind === "nothing") ? "⚪" : "✅";
}
function whatHappened(result) {
    const { isDryRun, outcomes } = result;
    const errors = outcomes.flatMap((outcome) => (outcome.kind === "failed" ? [outcome.error] : []));
    const isUntouched = outcomes.every(({ kind }) => kind === "failed" || kind === "nothing");
    if (isUntouched && errors.length > 0) {
        return `${isDryRun ? "Nothing was decided" : "Nothing was deleted"}: ${whyNothing(errors)}`;
    }
    if (isUntouched)
        return `Nothing was deleted: ${whyNone(outcomes)}`;
    const many = outcomes.length === 1 ? "" : ` in ${(0,count .U)(outcomes.length, "repository")}`;
    if (isNothingToDelete(result)) {
        const kept = (0,run_result .IN)(result).length;
        return `${isDryRun ? "Dry run: nothing" : "Nothing"} to delete: ${kept === 1 ? "the only tag stays" : `all ${kept} tags stay`}${many}`;
    }
    return `${(0,run_result .mQ)(result)}${many}${spaceOf(result)}`;
}
function whyNone([only, ...others]) {
    if (only?.kind !== "nothing" || others.length > 0)
        return "there was nothing to decide";
    return NONE[only.why];
}
const NONE = {
    ...missing .lV,
    "no-tags": "the repository has no tags",
    "left-empty": "the repository has no tags",
    "no-rule": "no rule of the policy applies to this repository",
};
function isNothingToDelete(result) {
    const gone = (0,run_result .NB)(result).length + (0,run_result .$j)(result);
    return gone === 0 && (0,run_result .IN)(result).length > 0 && (0,run_result .d4)(result).length === 0;
}
function whyNothing(errors) {
    const reasons = new Set(errors.map(reasonOf));
    const [first = ""] = reasons;
    return reasons.size === 1 ? first : `${(0,count .U)(errors.length, "repository")} could not be pruned`;
}
const LONGEST_REASON = 160;
function reasonOf(error) {
    if ("kind" in error && error.kind === "deletes-off")
        return "deletes are turned off in this registry";
    const [line = ""] = error.message.split("\n");
    const clause = line
        .replace(/[;,]? (?:and )?(?:nothing was deleted|so nothing is deleted there)\.?$/i, "")
        .replace(/\.$/, "");
    return clause.length > LONGEST_REASON ? "the reason is below" : clause;
}
function spaceOf(result) {
    const freed = (0,words_collection .aU)(result.collection);
    if (freed !== undefined)
        return ` · ${(0,wording .Ej)(freed)} freed`;
    const bytes = (0,run_result .nt)(result);
    if (bytes === undefined || bytes.bytes === 0)
        return "";
    const when = (0,run_advice .Ye)(result) ? " at the next garbage collection" : "";
    return ` · ${result.isDryRun ? "would free" : "frees"} ${(0,wording .vj)(bytes)}${when}`;
}

var plan_tags = __webpack_require__(920);
; 






const MOST_ROWS = 100;
function overview({ shown, quiet }) {
    if (shown.length + quiet < 2)
        return [];
    const rows = shown.slice(0, MOST_ROWS).map(rowOf);
    const left = shown.length - rows.length;
    const head = ["| | repository | goes | stays | frees |", "| :--- | :--- | ---: | ---: | ---: |"];
    return [
        ...(rows.length === 0 ? [] : [[...head, ...rows].join("\n")]),
        ...(left === 0 ? [] : [`… and ${(0,count .U)(left, "more repository")}.`]),
        ...(quiet === 0 ? [] : [`⚪ In ${(0,count .U)(quiet, "repository")} nothing goes; the log has a line of each.`]),
    ];
}
function rowOf(outcome) {
    const name = (0,markdown .aY)(outcome.repository);
    if (outcome.kind === "nothing")
        return `| ${outcome.why in missing .lV ? "🟡" : "⚪"} | ${name} | 0 | | |`;
    if (outcome.kind === "failed") {
        return `| ❌ | ${name} | 0 | ${outcome.plan === undefined ? "all" : (0,run_result .CJ)(outcome).length} | |`;
    }
    const gone = outcome.kind === "applied" ? outcome.deleted : (0,plan_tags .sb)(outcome.plan);
    const frees = outcome.reclaimable.bytes === 0 ? "" : (0,wording .vj)(outcome.reclaimable);
    return `| ${overview_iconOf(outcome)} | ${name} | ${gone.length} | ${(0,run_result .CJ)(outcome).length} | ${frees} |`;
}
function overview_iconOf(outcome) {
    if (outcome.kind === "planned")
        return "🔍";
    const isBad = outcome.harm.length > 0 ||
        outcome.stopped !== undefined ||
        outcome.deletions.some(({ kind }) => kind === "failed");
    return isBad ? "🟡" : "✅";
}

; 


function shownOf(outcomes) {
    if (outcomes.length <= plan_lines .qz)
        return { shown: outcomes, quiet: 0 };
    const shown = outcomes.filter((outcome) => !isQuiet(outcome));
    return { shown, quiet: outcomes.length - shown.length };
}
function isQuiet(outcome) {
    switch (outcome.kind) {
        case "failed":
            return false;
        case "nothing":
            return !(0,outcomes .e_)(outcome.why);
        case "planned":
        case "applied":
            return outcome.plan.deletions.length === 0 && (0,plan_lines .pH)(outcome).length === 0;
    }
}

var policy_verdict = __webpack_require__(3387);
var reasons = __webpack_require__(6581);
var records = __webpack_require__(4154);
var names_group = __webpack_require__(1404);
; 



const WIDTH = 12;
const MOST_GROUPS = 30;
function groupTable(verdicts, isGone) {
    const groups = countGroups(verdicts, isGone);
    if (groups.every(({ label }) => label === OTHERS))
        return [];
    const shown = groups.slice(0, MOST_GROUPS);
    const left = groups.length - shown.length;
    return [
        ["| group | █ goes ░ stays | goes | stays |", "| :--- | :--- | ---: | ---: |", ...shown.map(groups_rowOf)].join("\n"),
        ...(left === 0 ? [] : [`… and ${(0,count .U)(left, "more group")}.`]),
    ];
}
const OTHERS = "all others";
function countGroups(verdicts, isGone) {
    const groups = new Map();
    const labels = labelsByShape(verdicts);
    for (const verdict of verdicts) {
        const label = labelOf(verdict) ?? labels.get(shapeOf(verdict)) ?? OTHERS;
        const { goes, stays } = groups.get(label) ?? { goes: 0, stays: 0 };
        const more = isGone(verdict) ? { goes: goes + 1, stays } : { goes, stays: stays + 1 };
        groups.set(label, { label, ...more });
    }
    const others = groups.get(OTHERS);
    groups.delete(OTHERS);
    const ordered = [...groups.values()].toSorted((a, b) => b.goes - a.goes);
    return [...ordered, ...(others === undefined ? [] : [others])];
}
function labelsByShape(verdicts) {
    const labels = new Map();
    for (const verdict of verdicts) {
        const label = labelOf(verdict);
        if (label === undefined)
            continue;
        const shape = shapeOf(verdict);
        labels.set(shape, (labels.get(shape) ?? label) === label ? label : OTHERS);
    }
    return labels;
}
function shapeOf({ tag }) {
    return tag.replace(/\d+/g, "0");
}
function labelOf({ reason }) {
    if (!("group" in reason))
        return undefined;
    const group = reason.group === names_group .Qz ? "all images" : reason.group;
    const rule = "rule" in reason ? ` (rule ${reason.rule})` : "";
    return `${group}${rule}`;
}
function groups_rowOf({ label, goes, stays }) {
    const name = label === OTHERS ? label : (0,markdown .ih)(label);
    return `| ${name} | ${(0,markdown .aY)(bar(goes, stays))} | ${goes} | ${stays} |`;
}
function bar(goes, stays) {
    const exact = Math.round((goes / Math.max(1, goes + stays)) * WIDTH);
    const full = Math.min(stays > 0 ? WIDTH - 1 : WIDTH, Math.max(goes > 0 ? 1 : 0, exact));
    return "█".repeat(full) + "░".repeat(WIDTH - full);
}

; 








const FOLD_ABOVE = 10;
function tagTables(outcome, budget) {
    const { plan, sizes } = outcome;
    const isGone = goneIn(outcome);
    const verdicts = (0,plan_lines .OB)(plan.verdicts);
    const going = verdicts.filter(isGone);
    const staying = verdicts.filter((verdict) => !isGone(verdict));
    const gone = foldedTable(going, {
        title: `🧹 ${(0,count .U)(going.length, "tag")} ${outcome.kind === "planned" ? "would be deleted" : "deleted"}`,
        header: ["| tag | reason | frees |", "| :--- | :--- | ---: |"],
        rowOf: (verdict) => goingRow(verdict, sizes),
        budget: Math.floor((budget * 2) / 3),
    });
    const kept = foldedTable(staying, {
        title: `📌 ${(0,count .U)(staying.length, "tag")} ${staying.length === 1 ? "stays" : "stay"}`,
        header: ["| tag | reason |", "| :--- | :--- |"],
        rowOf: (verdict) => stayingRow(verdict, outcome),
        budget: budget - Buffer.byteLength(gone.join("")),
    });
    return [...groupTable(plan.verdicts, isGone), ...gone, ...kept];
}
function stoppedPlan({ plan, sizes }, budget) {
    const going = (0,plan_lines .OB)(plan.verdicts).filter(policy_verdict .n);
    return foldedTable(going, {
        title: `The plan that was not carried out: ${(0,count .U)(going.length, "tag")} would go`,
        header: ["| tag | reason | frees |", "| :--- | :--- | ---: |"],
        rowOf: (verdict) => goingRow(verdict, sizes),
        budget,
        isFolded: true,
    });
}
function goneIn(outcome) {
    if (outcome.kind === "planned")
        return policy_verdict .n;
    const gone = new Set(outcome.deleted);
    return ({ tag }) => gone.has(tag);
}
function foldedTable(verdicts, { title, header, rowOf, budget, isFolded }) {
    if (verdicts.length === 0)
        return [];
    const rows = [];
    let bytes = 0;
    for (const verdict of verdicts) {
        const row = rowOf(verdict);
        bytes += Buffer.byteLength(row) + 1;
        if (bytes > budget)
            break;
        rows.push(row);
    }
    const left = verdicts.length - rows.length;
    const cut = left === 0 ? [] : [`… and ${left} more tags; the plan file has every one.`];
    const table = [...header, ...rows].join("\n");
    if (verdicts.length <= FOLD_ABOVE && isFolded !== true)
        return [`**${title}**`, table, ...cut];
    return [[`<details><summary><b>${title}</b></summary>`, table, ...cut, "</details>"].join("\n\n")];
}
function goingRow(verdict, sizes) {
    const bytes = (0,records .$d)(verdict, sizes);
    const frees = bytes === undefined ? "" : (0,wording .vj)(bytes);
    return `| ${(0,markdown .aY)(verdict.tag)} | ${(0,markdown .ih)((0,reasons .Gk)(verdict))} | ${frees} |`;
}
function stayingRow(verdict, outcome) {
    return `| ${(0,markdown .aY)(verdict.tag)} | ${(0,markdown .ih)(whyItStays(verdict, outcome))} |`;
}
function whyItStays(verdict, outcome) {
    if (!(0,policy_verdict .n)(verdict))
        return (0,reasons .Gk)(verdict);
    const isTried = outcome.kind === "applied" && outcome.unproven?.includes(verdict.tag) === true;
    const what = isTried
        ? "its deletion was tried, and nothing proves that it is gone"
        : "was to go, and was not deleted";
    return `${what} (${(0,reasons .Gk)(verdict)})`;
}

var own_command = __webpack_require__(6544);
; 



function undoParts(result, startedAs) {
    const advice = (0,run_advice .$c)(result, startedAs).map(withCode);
    if (advice.length === 0 || startedAs?.kind !== "step")
        return advice.map((text) => `⏪ ${text}`);
    return [
        ...advice.map((text) => `⏪ ${text}`),
        [
            "<details><summary>When this job is over</summary>",
            ...laterParts(result, startedAs),
            "</details>",
        ].join("\n\n"),
    ];
}
function laterParts({ journal = "" }, { uses = "./", run = "RUN", access }) {
    const name = journal.slice(journal.lastIndexOf("/") + 1);
    return [
        "The runner throws the journal away with the job, unless a step after this one has uploaded it:",
        (0,markdown .om)([
            "- if: ${{ !cancelled() && steps.ID.outputs.journal != '' }} # the id of this step",
            "  uses: actions/upload-artifact@v7",
            "  with:",
            "    name: prune-journal",
            "    path: ${{ steps.ID.outputs.journal }}",
        ]),
        (0,markdown .ih)("From that artifact any job, or anybody who has signed in to the registry, puts back what was deleted:"),
        (0,markdown .om)([
            "- uses: actions/download-artifact@v8",
            "  with:",
            "    name: prune-journal",
            `    run-id: ${run}`,
            "    github-token: ${{ github.token }}",
            `- uses: ${uses}`,
            ...(0,own_command .Yl)(name, access),
        ]),
        "or in a terminal:",
        (0,markdown .om)([
            `gh run download ${run} --name prune-journal`,
            `npx prune-image-tags ${(0,own_command .GZ)(name, access)}`,
        ]),
    ];
}
function withCode(text) {
    const [sentence = "", ...lines] = text.split("\n");
    return lines.length === 0 ? (0,markdown .ih)(text) : `${(0,markdown .ih)(sentence)}\n\n${(0,markdown .om)(lines)}`;
}

var untagged = __webpack_require__(2181);
; 




















const MAX_BYTES = 600 * 1024;
const TABLE_BYTES = 500 * 1024;
const MOST_LINES = 20;
function renderSummary(result, startedAs) {
    const { outcomes, collection } = result;
    const looked = shownOf(outcomes);
    const warnings = [
        ...(result.elsewhere ?? []).map(elsewhere .U),
        ...aboutPatterns(result),
        ...(collection === undefined ? [] : (0,words_collection .y8)(collection)),
    ];
    const isTold = outcomes.length === 1 && outcomes[0]?.kind === "failed";
    const said = [
        ...(isTold ? [] : (0,run_result .d4)(result)),
        ...(collection === undefined ? [] : [(0,words_collection .ET)(collection)]),
    ];
    const head = [
        `### ${(0,markdown .ih)(headline(result))}`,
        ...(0,markdown .xE)("CAUTION", (0,failure .k)(result, startedAs)),
        ...(0,markdown .xE)("WARNING", warnings.join("\n")),
        ...(said.length === 0 ? [] : [(0,markdown .ih)(said.join(" "))]),
        ...overview(looked),
    ];
    const undo = undoParts(result, startedAs);
    return `${[...head, ...repositoryParts(looked.shown), ...(0,run_advice .$D)(result).map((line) => `💾 ${line}`), ...undo].join("\n\n")}\n`;
}
function repositoryParts(outcomes) {
    const budget = Math.floor(TABLE_BYTES / Math.max(1, outcomes.length));
    const parts = [];
    let bytes = 0;
    for (const [index, outcome] of outcomes.entries()) {
        const part = renderRepository(outcome, budget);
        bytes += Buffer.byteLength(part);
        if (bytes > MAX_BYTES) {
            parts.push(`… and ${(0,count .U)(outcomes.length - index, "more repository")}; the log has them all.`);
            break;
        }
        parts.push(part);
    }
    return parts;
}
function renderCollection(collection) {
    if (collection === undefined)
        return [];
    const lines = [...((0,words_collection .hm)(collection) ?? []), ...(0,words_collection .y8)(collection)];
    return lines.map(markdown .hD);
}
function aboutPatterns({ unused = [] }) {
    return unused.length === 0 ? [] : [(0,notices .iz)(unused)];
}
function renderRepository(outcome, budget) {
    const title = `#### ${(0,markdown .aY)(outcome.repository)}`;
    switch (outcome.kind) {
        case "nothing":
            return [title, ...renderNothing(outcome)].join("\n\n");
        case "failed":
            return [title, aboutUntouched(outcome), ...untouchedPlan(outcome, budget)].join("\n\n");
        case "planned":
            return [title, ...renderPlanned(outcome), ...tagTables(outcome, budget)].join("\n\n");
        case "applied":
            return [title, ...renderApplied(outcome), ...tagTables(outcome, budget)].join("\n\n");
    }
}
function renderNothing(outcome) {
    const [start, text] = [`${outcome.repository}: `, (0,outcomes .f$)(outcome)];
    const why = text.startsWith(start) ? text.slice(start.length) : text;
    const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}`;
    return (0,outcomes .e_)(outcome.why) ? (0,markdown .xE)("WARNING", sentence) : [(0,markdown .ih)(sentence)];
}
function aboutUntouched(outcome) {
    if (outcome.plan === undefined)
        return "Nothing was decided, and nothing was deleted.";
    const kept = (0,run_result .CJ)(outcome).length;
    return kept === 1 ? "Its tag stays." : `All ${kept} tags stay.`;
}
function untouchedPlan({ plan, error, sizes }, budget) {
    return plan === undefined || error instanceof registry .g ? [] : stoppedPlan({ plan, sizes }, budget);
}
function renderApplied(outcome) {
    const { plan, deletions, deleted, unproven } = outcome;
    const manifests = deletions.filter(({ kind, deletion }) => deletion.kind === "manifest" && (kind === "deleted" || kind === "gone"));
    const lines = [
        ...outcome.harm.map((harm) => `**Harm**: ${(0,markdown .ih)((0,outcomes .OX)(harm))}.`),
        ...deletions.flatMap((each) => each.kind === "failed"
            ? [`Could not delete ${(0,markdown .aY)((0,outcomes .Vb)(each.deletion))}: ${(0,markdown .ih)(each.error.message)}`]
            : []),
        ...skipLines(outcome),
        ...outcome.notes.map((note) => (0,markdown .ih)((0,outcomes .Mb)(note))),
    ];
    const staying = (0,words_staying .R)((0,plan_tags .ou)(plan, deleted).length);
    return [
        ...list([...lines, ...noticeLines(outcome)]),
        ...renderOrphans(outcome),
        `${(0,count .U)(deleted.length, "tag")}${(0,untagged .HO)((0,untagged .MG)(plan, deletions))} deleted (${(0,count .U)(manifests.length, "manifest")}${unproven === undefined ? "" : ", not proven"})${staying}, ` +
            `${(0,run_result .CJ)(outcome).length} kept${(0,wording .hS)(outcome.reclaimable)}.`,
        ...renderBudget(outcome),
    ];
}
function renderPlanned(outcome) {
    const { plan, reclaimable } = outcome;
    return [
        ...list([...noticeLines(outcome), ...skipLines(outcome)]),
        ...renderOrphans(outcome),
        `${(0,count .U)((0,plan_tags .sb)(plan).length, "tag")}${(0,untagged .HO)((0,untagged .uD)(plan).length)} would be deleted${(0,words_staying .R)((0,plan_tags .ou)(plan).length)}, ${(0,plan_tags .VM)(plan).length} kept${(0,wording .hS)(reclaimable)}.`,
        ...renderBudget(outcome),
    ];
}
function renderBudget({ plan }) {
    return [...(0,notices .No)(plan), ...(0,words_staying .n)(plan), ...(0,untagged .V4)(plan)].map((line) => (0,markdown .ih)(`${line.charAt(0).toUpperCase()}${line.slice(1)}.`));
}
function noticeLines({ plan }) {
    return plan.notices.map((notice) => (0,markdown .ih)((0,notices .S)(notice)));
}
function skipLines(outcome) {
    return (0,run_result .en)(outcome).map(({ deletion, reason }) => `Left ${(0,markdown .aY)((0,outcomes .Vb)(deletion))} alone: ${(0,markdown .ih)((0,outcomes .NV)(reason))}.`);
}
function list(lines) {
    if (lines.length === 0)
        return [];
    const left = lines.length - MOST_LINES;
    const more = left > 0 ? [`… and ${left} more; the log has them all.`] : [];
    return [[...lines.slice(0, MOST_LINES), ...more].map((line) => `- ${line}`).join("\n")];
}
function renderOrphans({ plan }) {
    const orphans = (0,plan_lines .am)(plan);
    return orphans.length === 0 ? [] : [(0,markdown .ih)((0,outcomes .vC)(orphans))];
}


/***/ })

};
