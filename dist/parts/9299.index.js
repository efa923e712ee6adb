export const id = 9299;
export const ids = [9299];
export const modules = {

/***/ 8212:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    g: () => (  finding),
    i: () => (  isReady)
  });
function finding(kind, check, { message, fix }) {
    const line = message.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ");
    return { kind, check, message: line, ...(fix === undefined ? {} : { fix }) };
}
function isReady(findings) {
    return findings.every(({ kind }) => kind !== "problem");
}


/***/ }),

/***/ 9299:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    renderCheck: () => (  renderCheck),
    renderCheckJson: () => (  renderCheckJson),
    renderCheckSummary: () => (  renderCheckSummary),
    verdictOf: () => (  verdictOf),
    viewCheck: () => (  viewCheck)
  });
  var _core_result_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8212);
  var _words_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7055);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4578);



function viewCheck(result) {
    const ready = (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_0__  .i)(result.findings);
    return {
        kind: "answer",
        status: ready ? "done" : "failed",
        failure: ready ? "" : "The registry is not ready; the log says what to do.",
        text: () => renderCheck(result),
        json: () => renderCheckJson(result),
        summary: () => renderCheckSummary(result),
    };
}
const KIND_WIDTH = "problem  ".length;
function renderCheck(result) {
    const width = Math.max(...result.findings.map(({ check }) => check.length), 0) + 2;
    const lines = result.findings.flatMap(({ kind, check, message, fix }) => [
        kind.padEnd(KIND_WIDTH) + check.padEnd(width) + message,
        ...linesOf(fix).map((line) => " ".repeat(KIND_WIDTH + width) + line),
    ]);
    return [...lines, ...policyLines(result), verdictOf(result), ""].join("\n");
}
function policyLines({ correctedS3Policy }) {
    return correctedS3Policy === undefined ? [] : ["", "The S3 policy, corrected:", correctedS3Policy];
}
function renderCheckJson({ image, findings, correctedS3Policy }) {
    const ready = (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_0__  .i)(findings);
    return `${JSON.stringify({ ready, image, findings, correctedS3Policy }, undefined, 2)}\n`;
}
const MAX_BYTES = 900 * 1024;
function renderCheckSummary(result) {
    const rows = [];
    let bytes = Buffer.byteLength(result.correctedS3Policy ?? "") * 6;
    for (const found of worstFirst(result.findings)) {
        const row = renderRow(found);
        bytes += Buffer.byteLength(row) + 1;
        if (bytes > MAX_BYTES)
            break;
        rows.push(row);
    }
    const left = result.findings.length - rows.length;
    const table = ["| | check | finding |", "| :--- | :--- | :--- |", ...rows].join("\n");
    const cut = left === 0 ? [] : [`… and ${left} more; the log has them all.`];
    const icon = (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_0__  .i)(result.findings) ? ICONS.ok : ICONS.problem;
    return `${[`### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .DD)(icon, verdictOf(result))}`, table, ...cut, ...policyParts(result)].join("\n\n")}\n`;
}
const ICONS = {
    ok: "✅",
    warning: "🟡",
    problem: "❌",
    unknown: "⚪",
};
function worstFirst(findings) {
    const of = (...kinds) => findings.filter(({ kind }) => kinds.includes(kind));
    return [
        ...of("problem"),
        ...of("warning"),
        ...findings.filter(({ kind }) => kind !== "problem" && kind !== "warning"),
    ];
}
function renderRow({ kind, check, message, fix }) {
    const isBad = kind === "problem" || kind === "warning";
    const steps = linesOf(fix).map((line) => `<br>${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .ih)(line)}`);
    return `| ${ICONS[kind]}&nbsp;${isBad ? `**${kind}**` : kind} | <code>${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .ih)(check)}</code> | ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .ih)(message)}${steps.join("")} |`;
}
function policyParts({ correctedS3Policy }) {
    if (correctedS3Policy === undefined)
        return [];
    const lines = correctedS3Policy.trimEnd().split("\n").map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_1__  .ih);
    return ["The S3 policy, corrected:", `<pre>\n${lines.join("\n")}\n</pre>`];
}
function verdictOf({ image, findings }) {
    const of = (kind) => findings.filter((found) => found.kind === kind).length;
    const [problems, warnings] = [of("problem"), of("warning")];
    const name = image === undefined ? "" : `${image}: `;
    const beside = warnings === 0 ? "" : `, with ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(warnings, "warning")}`;
    return (0,_core_result_finding_js__WEBPACK_IMPORTED_MODULE_0__  .i)(findings)
        ? `${name}ready${beside}.`
        : `${name}not ready: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_2__  .U)(problems, "problem")}${beside}.`;
}
function linesOf(text) {
    if (text === undefined)
        return [];
    return text.split("\n").map((line) => line.replace(/[\u0000-\u001f\u007f]+/g, " ").trimEnd());
}


/***/ })

};
