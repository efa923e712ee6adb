export const id = 3015;
export const ids = [3015];
export const modules = {

/***/ 3015:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);

__webpack_require__.d(__webpack_exports__, {
  renderReclaimSummary: () => (  renderReclaimSummary),
  viewReclaim: () => (  viewReclaim)
});

var plain_text = __webpack_require__(7005);
var words_sweep = __webpack_require__(8148);
var words_collection = __webpack_require__(902);
var outcomes = __webpack_require__(27);
var count = __webpack_require__(4578);
var wording = __webpack_require__(8900);
; 




function reclaimStatus({ collection, sweep }) {
    if ((0,words_collection .hm)(collection) !== undefined)
        return "failed";
    if (blocking(sweep).length > 0)
        return "partly-failed";
    const isCut = sweep?.stopped !== undefined || sweep?.removals.some(({ kind }) => kind === "failed") === true;
    return isCut ? "partly-failed" : "done";
}
function blocking(sweep) {
    return (sweep?.unsure ?? []).flatMap(({ blocksCollection, repository, doubts }) => blocksCollection === true ? [`${repository}: ${doubts.join(", ")}`] : []);
}
function reclaimedBytes({ isDryRun, collection, sweep }) {
    if (isDryRun)
        return undefined;
    const collected = (0,words_collection .aU)(collection);
    if (collected === undefined && sweep === undefined)
        return undefined;
    return (collected ?? 0) + (sweep?.bytes ?? 0);
}
function reclaimFailure({ collection, sweep }) {
    const failed = sweep?.removals.flatMap((outcome) => (outcome.kind === "failed" ? [outcome] : [])) ?? [];
    const [first] = failed;
    return [
        ...((0,words_collection .hm)(collection) ?? []),
        ...(first === undefined
            ? []
            : [`${(0,count .U)(failed.length, "removal")} failed. The first: ${(0,outcomes .Uc)(first.error)}`]),
        ...(sweep?.stopped === undefined ? [] : [(0,outcomes .Uc)(sweep.stopped)]),
        ...blocking(sweep).map((doubt) => `Garbage collection fails as long as this is so: ${doubt}.\nPush these images again, which mends a link; a manifest whose bytes are wrong is mended when its file is taken away first.`),
    ].join("\n");
}
function reclaimLine(result) {
    const { isDryRun, collection, sweep } = result;
    return [
        ...(isDryRun ? ["Dry run."] : []),
        ...(sweep === undefined ? [] : [describeSweep(sweep, isDryRun)]),
        ...(collection === undefined ? [] : [(0,words_collection .ET)(collection)]),
    ].join(" ");
}
function describeSweep({ removals, bytes, unsure, waiting = [] }, isDryRun) {
    const done = removals.filter(({ kind }) => isDryRun || kind === "removed");
    const left = unsure.filter(({ keeps }) => keeps !== "nothing").length;
    const doubts = left === 0 ? "" : ` ${(0,count .U)(left, "repository")} left alone, being in doubt.`;
    const young = waiting.length === 0 ? "" : ` ${(0,count .U)(waiting.length, "empty repository")} too young to go.`;
    if (removals.length === 0)
        return `Nothing to sweep.${young}${doubts}`;
    const verb = isDryRun ? "Would remove" : "Removed";
    return `${verb} ${(0,count .U)(done.length, "leftover")} (${(0,wording .Ej)(bytes)}) from the storage.${young}${doubts}`;
}
function renderReclaimJson(result) {
    const { isDryRun, collection, sweep } = result;
    const record = {
        "freed-bytes": reclaimedBytes(result) ?? null,
        dryRun: isDryRun,
        ...(collection === undefined ? {} : { collection: (0,words_collection ._s)(collection) }),
        ...(sweep === undefined
            ? {}
            : {
                removals: sweep.removals.map((outcome) => ({
                    ...outcome.removal,
                    outcome: outcome.kind,
                    ...(outcome.kind === "failed" ? (0,words_collection .cn)(outcome.error) : {}),
                })),
                unsure: sweep.unsure,
                ...(sweep.waiting === undefined
                    ? {}
                    : {
                        waiting: sweep.waiting.map(({ repository, until }) => ({
                            repository,
                            until: new Date(until).toISOString(),
                        })),
                    }),
                ...(sweep.stopped === undefined ? {} : { stopped: (0,words_collection .cn)(sweep.stopped) }),
            }),
    };
    return `${JSON.stringify(record, null, 2)}\n`;
}

var markdown = __webpack_require__(7055);
var summary = __webpack_require__(2510);
; 






const MOST_LINES = 1000;
function viewReclaim(result) {
    return {
        kind: "run",
        status: reclaimStatus(result),
        failure: reclaimFailure(result),
        closing: [reclaimLine(result)],
        json: () => renderReclaimJson(result),
        summary: () => renderReclaimSummary(result),
        outputs: () => [{ name: "freed-bytes", value: String(reclaimedBytes(result) ?? "") }],
    };
}
function iconOf(result) {
    const status = reclaimStatus(result);
    if (status !== "done")
        return status === "failed" ? "❌" : "🟡";
    return result.isDryRun ? "🔍" : "✅";
}
const FOLD_ABOVE = 10;
function renderReclaimSummary(result) {
    const { sweep } = result;
    const failure = reclaimFailure(result);
    return `${[
        `### ${(0,markdown .DD)(iconOf(result), reclaimLine(result))}`,
        ...(0,markdown .xE)("CAUTION", failure),
        ...(failure === "" ? (0,summary.renderCollection)(result.collection) : []),
        ...(0,markdown .xE)("WARNING", (sweep?.unsure ?? []).map(words_sweep .Me).join("\n")),
        ...(0,words_sweep .hl)(sweep ?? {}).map((line) => (0,markdown .hD)(line)),
        ...(sweep === undefined ? [] : leftovers(sweep, result.isDryRun)),
    ].join("\n\n")}\n`;
}
function leftovers({ removals }, isDryRun) {
    if (removals.length === 0)
        return [];
    const rows = removals.slice(0, MOST_LINES).map((outcome) => rowOf(outcome, isDryRun));
    const more = removals.length - rows.length;
    const table = ["| | repository | leftover | size |", "| :--- | :--- | :--- | ---: |", ...rows].join("\n");
    return [
        ...(removals.length > FOLD_ABOVE
            ? [`<details><summary><b>🧹 ${removals.length} leftovers</b></summary>`, table, "</details>"]
            : [table]),
        ...(more > 0 ? [`… and ${more} more; the log has them all.`] : []),
    ];
}
function rowOf(outcome, isDryRun) {
    const { repository, what, bytes } = outcome.removal;
    const why = outcome.kind === "failed" ? `: ${outcome.error.message}` : "";
    const word = isDryRun ? "🔍&nbsp;would&nbsp;go" : WORDS[outcome.kind];
    return `| ${word} | ${(0,markdown .aY)((0,plain_text .h0)(repository))} | ${(0,markdown .ih)((0,plain_text .h0)(`${what}${why}`))} | ${(0,wording .Ej)(bytes)} |`;
}
const WORDS = {
    removed: "🧹&nbsp;removed",
    left: "⚪&nbsp;left",
    failed: "❌&nbsp;failed",
};


/***/ })

};
