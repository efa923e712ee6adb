export const id = 6651;
export const ids = [6651];
export const modules = {

/***/ 6651:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    renderMatrix: () => (  renderMatrix),
    viewRepositories: () => (  viewRepositories)
  });
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4578);
  var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27);
  var _words_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7055);



const MOST_BYTES = 128 * 1024 - "INPUT_IMAGE=".length - 1;
function viewRepositories(found) {
    const failure = failureOf(found.shards);
    return {
        kind: "answer",
        status: failure === "" ? "done" : "failed",
        failure,
        text: () => renderMatrix(found.shards),
        json: () => renderMatrix(found.shards),
        summary: () => renderSummary(found),
        outputs: () => [{ name: "matrix", value: renderMatrix(found.shards).trimEnd() }],
    };
}
function renderMatrix(shards) {
    const include = shards.map((shard, index) => ({
        shard: index + 1,
        repositories: imagesOf(shard),
        count: shard.repositories.length,
        tags: tagsOf(shard),
    }));
    return `${JSON.stringify({ include })}\n`;
}
function imagesOf({ repositories }) {
    return repositories.map(({ name }) => name).join("\n");
}
function tagsOf({ repositories }) {
    return repositories.reduce((sum, { tags = 0 }) => sum + tags, 0);
}
function failureOf(shards) {
    const long = shards.filter((shard) => Buffer.byteLength(imagesOf(shard)) > MOST_BYTES);
    if (long.length === 0)
        return "";
    return `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__  .U)(long.length, "shard")} would name more repositories than one variable of Linux takes (128 KiB). Set shards higher, up to 256.`;
}
function renderSummary({ shards, unweighed }) {
    const rows = shards.map((shard, index) => `| ${index + 1} | ${shard.repositories.length} | ${tagsOf(shard)} |`);
    const all = shards.reduce((sum, shard) => sum + shard.repositories.length, 0);
    const missing = unweighed
        .slice(0, 20)
        .map(({ name, error }) => `- ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_2__  .ih)(name)}: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_2__  .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_0__  .Uc)(error))}`);
    const parts = [
        `### ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__  .U)(all, "repository")} in ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_1__  .U)(shards.length, "shard")}`,
        ["| shard | repositories | tags |", "| --: | --: | --: |", ...rows].join("\n"),
        ...(missing.length === 0 ? [] : ["The tags of these could not be counted:", missing.join("\n")]),
    ];
    return `${parts.join("\n\n")}\n`;
}


/***/ })

};
