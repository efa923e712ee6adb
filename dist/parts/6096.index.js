export const id = 6096;
export const ids = [6096];
export const modules = {

/***/ 6096:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    renderExplanationSummary: () => (  renderExplanationSummary),
    renderExplanations: () => (  renderExplanations),
    renderExplanationsJson: () => (  renderExplanationsJson),
    viewExplanations: () => (  viewExplanations)
  });
  var _core_names_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8420);
  var _words_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7055);
  var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
  var _words_reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6581);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4578);
  var _words_records_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4154);
  var _words_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8900);







function viewExplanations(explained) {
    const areAllThere = explained.every(({ explanation }) => explanation !== undefined);
    return {
        kind: "answer",
        status: areAllThere ? "done" : "failed",
        failure: "",
        text: () => renderExplanations(explained),
        json: () => renderExplanationsJson(explained),
        summary: () => renderExplanationSummary(explained),
    };
}
function renderExplanations(explained) {
    return explained.map((each) => `${linesOf(each).join("\n  ")}\n`).join("\n");
}
function renderExplanationSummary(explained) {
    return explained
        .map((each) => {
        const [first = "", ...lines] = linesOf(each);
        const items = lines.map((line) => `- ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_4__  .ih)(line.trim())}`).join("\n");
        return `#### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_4__  .DD)(iconOf(each), first)}\n\n${items}\n`;
    })
        .join("\n");
}
function iconOf({ explanation }) {
    if (explanation === undefined)
        return "⚪";
    return explanation.verdict.kind === "keep" ? "📌" : "🧹";
}
function linesOf({ repository, tag, explanation, refused }) {
    if (explanation === undefined) {
        return [`${repository}:${tag} is not there: the registry does not list this tag.`];
    }
    const { verdict, name, standing, stays, goes } = explanation;
    return [
        `${repository}:${tag} ${VERDICTS[verdict.kind]}${verdict.kind === "untag" && verdict.with !== undefined ? ` under ${verdict.with}` : ""}.`,
        `Its name is read as ${describeName(name)}.`,
        ...describeImage(explanation),
        ...describePlace(standing),
        `For it to stay: ${listOf(stays.map(_words_reasons_js__WEBPACK_IMPORTED_MODULE_2__  .tI))}.`,
        `For it to go: ${listOf(goes.map(_words_reasons_js__WEBPACK_IMPORTED_MODULE_2__  .ZR))}.`,
        ...(refused === undefined ? [] : [`But a run would delete nothing here: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(refused)}`]),
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
            const version = `the version ${name.version.numbers.join(".")}`;
            const behind = name.word === undefined ? version : `${version} behind the word ${name.word}`;
            if (name.channel === _core_names_version_js__WEBPACK_IMPORTED_MODULE_0__  .g2)
                return `${behind}, a release`;
            const suffix = name.suffix === "" ? "" : `, then ${name.suffix}`;
            return `${behind}${suffix}: channel ${name.channel}${describeNumbers(name.numbers)}`;
        }
        case "label":
            return `the label ${name.channel}${describeNumbers(name.numbers)}, and no version`;
        case "referrer":
            return `that of a signature or attachment of ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(name.subject)}`;
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
        `Its image is ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_3__  .VK)(digest)}${created === undefined ? "" : `, created ${created.slice(0, 10)}`}.`,
    ];
}
function describePlace({ place }) {
    if (place.kind !== "ranked")
        return [];
    const { rank, semverRank, of, rule, group } = place;
    const inGroup = (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_3__  .N3)({ group, ...(rule.name === undefined ? {} : { rule: rule.name }) });
    const byVersion = semverRank === undefined || semverRank === rank ? "" : ` (number ${semverRank} by version)`;
    return [
        `It is number ${rank}${byVersion} of ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_5__  .U)(of, "image")}${inGroup}, the newest first by ${rule.sort}.`,
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
    with: null,
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
        with: (0,_words_records_js__WEBPACK_IMPORTED_MODULE_6__  .qo)(verdict),
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
