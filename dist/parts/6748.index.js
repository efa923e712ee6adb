export const id = 6748;
export const ids = [6748];
export const modules = {

/***/ 6748:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    renderCollection: () => (  renderCollection),
    renderSummary: () => (  renderSummary)
  });
  var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
  var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
  var _words_elsewhere_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2332);
  var _words_markdown_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7055);
  var _words_notices_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7565);
  var _words_plan_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(887);
  var _words_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6581);
  var _words_records_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4154);
  var _words_staying_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6371);
  var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5327);
  var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(920);
  var _words_untagged_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2181);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4578);
  var _words_wording_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8900);














const MAX_BYTES = 900 * 1024;
const TABLE_BYTES = 700 * 1024;
const FOLD_ABOVE = 20;
function renderSummary(result, startedAs) {
    const { outcomes, collection } = result;
    const parts = [
        `### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)((0,_result_js__WEBPACK_IMPORTED_MODULE_5__  .dC)(result))}`,
        ...(0,_result_js__WEBPACK_IMPORTED_MODULE_5__  .$D)(result),
        ...(0,_result_js__WEBPACK_IMPORTED_MODULE_5__  .$c)(result, startedAs).map(withCode),
        ...(result.elsewhere ?? []).map((moved) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .hD)((0,_words_elsewhere_js__WEBPACK_IMPORTED_MODULE_9__  .U)(moved))),
        ...aboutPatterns(result).map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .hD),
        ...renderCollection(collection),
    ];
    const budget = Math.floor(TABLE_BYTES / Math.max(1, outcomes.length));
    let bytes = 0;
    for (const [index, outcome] of outcomes.entries()) {
        const part = renderRepository(outcome, budget);
        bytes += Buffer.byteLength(part);
        if (bytes > MAX_BYTES) {
            parts.push(`… and ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_10__  .U)(outcomes.length - index, "more repository")}; the log has them all.`);
            break;
        }
        parts.push(part);
    }
    return `${parts.join("\n\n")}\n`;
}
function renderCollection(collection) {
    if (collection === undefined)
        return [];
    const lines = [...((0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  .hm)(collection) ?? []), ...(0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  .y8)(collection)];
    return lines.map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .hD);
}
function withCode(text) {
    const [sentence = "", ...lines] = text.split("\n");
    return lines.length === 0
        ? (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)(text)
        : `${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)(sentence)}\n\n<pre>\n${lines.map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih).join("\n")}\n</pre>`;
}
function aboutPatterns({ unused = [] }) {
    return unused.length === 0 ? [] : [(0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__  .iz)(unused)];
}
function renderRepository(outcome, budget) {
    const title = `#### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .aY)(outcome.repository)}`;
    switch (outcome.kind) {
        case "nothing":
            return `${title}\n\n${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .f$)(outcome))}`;
        case "failed":
            return [
                title,
                (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .hD)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(outcome.error)),
                ...(outcome.plan === undefined ? [] : [table({ plan: outcome.plan }, budget)]),
            ].join("\n\n");
        case "planned":
            return [title, ...renderPlanned(outcome), table(outcome, budget)].join("\n\n");
        case "applied":
            return [title, ...renderApplied(outcome), table(outcome, budget)].join("\n\n");
    }
}
function renderApplied(outcome) {
    const { plan, deletions, deleted, stopped, unproven } = outcome;
    const manifests = deletions.filter(({ kind, deletion }) => deletion.kind === "manifest" && (kind === "deleted" || kind === "gone"));
    const lines = [
        ...outcome.harm.map((harm) => `**Harm**: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .OX)(harm))}.`),
        ...deletions.flatMap((each) => each.kind === "failed"
            ? [`Could not delete ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .aY)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Vb)(each.deletion))}: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)(each.error.message)}`]
            : []),
        ...skipLines(outcome),
        ...outcome.notes.map((note) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Mb)(note))),
    ];
    const staying = (0,_words_staying_js__WEBPACK_IMPORTED_MODULE_11__  .R)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_12__  .ou)(plan, deleted).length);
    return [
        `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_10__  .U)(deleted.length, "tag")}${(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__  .HO)((0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__  .MG)(plan, deletions))} deleted (${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_10__  .U)(manifests.length, "manifest")}${unproven === undefined ? "" : ", not proven"})${staying}, ` +
            `${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_12__  .VM)(plan).length} kept${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__  .hS)(outcome.reclaimable)}.`,
        ...(stopped === undefined ? [] : [(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .hD)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(stopped))]),
        ...renderBudget(outcome),
        ...list([...lines, ...noticeLines(outcome)]),
        ...renderOrphans(outcome),
    ];
}
function renderPlanned(outcome) {
    const { plan, reclaimable } = outcome;
    return [
        `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_10__  .U)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_12__  .sb)(plan).length, "tag")}${(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__  .HO)((0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__  .uD)(plan).length)} would be deleted${(0,_words_staying_js__WEBPACK_IMPORTED_MODULE_11__  .R)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_12__  .ou)(plan).length)}, ${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_12__  .VM)(plan).length} kept${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__  .hS)(reclaimable)}.`,
        ...renderBudget(outcome),
        ...list([...noticeLines(outcome), ...skipLines(outcome)]),
        ...renderOrphans(outcome),
    ];
}
function renderBudget({ plan }) {
    return [...(0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__  .No)(plan), ...(0,_words_staying_js__WEBPACK_IMPORTED_MODULE_11__  .n)(plan), ...(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__  .V4)(plan)].map((line) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)(`${line.charAt(0).toUpperCase()}${line.slice(1)}.`));
}
function noticeLines({ plan }) {
    return plan.notices.map((notice) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)((0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__  .S)(notice)));
}
function skipLines(outcome) {
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__  .en)(outcome).map(({ deletion, reason }) => `Left ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .aY)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Vb)(deletion))} alone: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .NV)(reason))}.`);
}
function list(lines) {
    if (lines.length === 0)
        return [];
    const left = lines.length - FOLD_ABOVE;
    const more = left > 0 ? [`… and ${left} more; the log has them all.`] : [];
    return [[...lines.slice(0, FOLD_ABOVE), ...more].map((line) => `- ${line}`).join("\n")];
}
function renderOrphans({ plan }) {
    const orphans = (0,_words_plan_lines_js__WEBPACK_IMPORTED_MODULE_3__  .am)(plan);
    return orphans.length === 0 ? [] : [(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .vC)(orphans))];
}
function table({ plan: { verdicts }, sizes }, budget) {
    const rows = [];
    let bytes = 0;
    for (const verdict of verdicts) {
        const row = renderRow(verdict, sizes);
        bytes += Buffer.byteLength(row) + 1;
        if (bytes > budget)
            break;
        rows.push(row);
    }
    const left = verdicts.length - rows.length;
    const body = ["| tag | verdict | reason | frees |", "| --- | --- | --- | ---: |", ...rows].join("\n");
    const cut = left === 0 ? "" : `\n\n… and ${left} more tags; the plan file has every one.`;
    if (verdicts.length <= FOLD_ABOVE)
        return body + cut;
    return `<details><summary>${verdicts.length} tags</summary>\n\n${body}${cut}\n\n</details>`;
}
function renderRow(verdict, sizes) {
    const bytes = (0,_words_records_js__WEBPACK_IMPORTED_MODULE_13__  .$d)(verdict, sizes);
    const frees = bytes === undefined ? "" : (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__  .vj)(bytes);
    return `| ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .aY)(verdict.tag)} | ${verdict.kind} | ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__  .ih)((0,_words_reasons_js__WEBPACK_IMPORTED_MODULE_4__  .Gk)(verdict))} | ${frees} |`;
}


/***/ })

};
