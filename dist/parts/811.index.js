export const id = 811;
export const ids = [811,2209];
export const modules = {

/***/ 5291:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $4: () => (  describeLoss),
    AL: () => (  restoreLines),
    Mc: () => (  entriesOf),
    Vb: () => (  nameOf),
    c$: () => (  restoreRows)
  });
  var _words_wording_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8900);

function entriesOf({ tags, digests }) {
    return [...tags, ...digests];
}
function nameOf(entry) {
    return "tag" in entry ? entry.tag : (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__  .VK)(entry.digest);
}
const WORDS = {
    restored: "restored",
    "would-restore": "restore",
    "already-there": "there",
    moved: "moved",
    lost: "lost",
    failed: "failed",
};
function describeRestored(entry) {
    switch (entry.kind) {
        case "restored":
        case "would-restore":
            return (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__  .VK)(entry.digest);
        case "already-there":
            return "it is there already";
        case "moved":
            return `it points at ${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__  .VK)(entry.to)} by now, and was not overwritten`;
        case "lost":
            return `it can't be restored any more: ${describeLoss({ ...entry, missing: (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_0__  .VK)(entry.missing) })}`;
        case "failed":
            return entry.error.message;
    }
}
function describeLoss({ why, missing, }) {
    switch (why) {
        case "collected":
            return `a garbage collection took ${missing}, a part of it`;
        case "unknown":
            return (`neither the journal nor the registry has ${missing}, a part of it: it was missing before the prune, ` +
                "or somebody else deleted it, and a registry takes no index without its parts");
        case "subject":
            return `${missing}, which it refers to, can't be`;
    }
}
function restoreRows(outcome) {
    return entriesOf(outcome).map((entry) => ({
        kind: entry.kind,
        word: WORDS[entry.kind],
        name: nameOf(entry),
        about: describeRestored(entry),
    }));
}
function restoreLines(outcome) {
    const rows = restoreRows(outcome);
    const words = Math.max(0, ...Object.values(WORDS).map(({ length }) => length));
    const width = rows.reduce((widest, { name }) => Math.max(widest, Math.min(name.length, WIDEST_NAME)), 0);
    return rows.map(({ word, name, about }) => `${word.padEnd(words)}  ${name.padEnd(width)}  (${about})`);
}
const WIDEST_NAME = 32;


/***/ }),

/***/ 811:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
  __webpack_require__.d(__webpack_exports__, {
    renderRestoreSummary: () => (  renderRestoreSummary),
    viewRestore: () => (  viewRestore)
  });
  var _words_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7055);
  var _restore_rows_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5291);
  var _restore_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2209);



const MAX_BYTES = 900 * 1024;
function viewRestore(result) {
    return {
        kind: "run",
        status: (0,_restore_js__WEBPACK_IMPORTED_MODULE_1__  .hR)(result),
        failure: (0,_restore_js__WEBPACK_IMPORTED_MODULE_1__  .Fi)(result),
        closing: [(0,_restore_js__WEBPACK_IMPORTED_MODULE_1__  .JD)(result)],
        json: () => (0,_restore_js__WEBPACK_IMPORTED_MODULE_1__  .d7)(result),
        summary: () => renderRestoreSummary(result),
    };
}
function iconOf(result) {
    const status = (0,_restore_js__WEBPACK_IMPORTED_MODULE_1__  .hR)(result);
    if (status !== "done")
        return status === "failed" ? "❌" : "🟡";
    return result.isDryRun ? "🔍" : "✅";
}
const FOLD_ABOVE = 10;
function renderRestoreSummary(result) {
    const parts = [
        `### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_2__  .DD)(iconOf(result), (0,_restore_js__WEBPACK_IMPORTED_MODULE_1__  .JD)(result))}`,
        ...(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_2__  .xE)("CAUTION", (0,_restore_js__WEBPACK_IMPORTED_MODULE_1__  .Fi)(result)),
    ];
    let room = MAX_BYTES - Buffer.byteLength(parts.join(""));
    for (const outcome of result.repositories) {
        const part = repositoryPart(outcome, room);
        room -= Buffer.byteLength(part);
        parts.push(part);
    }
    return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}
function repositoryPart(outcome, room) {
    const rows = [...(0,_restore_rows_js__WEBPACK_IMPORTED_MODULE_0__  .c$)(outcome)].sort((one, two) => ORDER.indexOf(one.kind) - ORDER.indexOf(two.kind));
    if (rows.length === 0)
        return "";
    let bytes = 0;
    const lines = rows.map(rowOf);
    const end = lines.findIndex((line) => (bytes += Buffer.byteLength(line) + 1) > room);
    const shown = end === -1 ? lines : lines.slice(0, end);
    const left = lines.length - shown.length;
    const table = ["| | tag | |", "| :--- | :--- | :--- |", ...shown].join("\n");
    return [
        `#### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_2__  .aY)(outcome.repository)}`,
        ...(rows.length > FOLD_ABOVE
            ? [`<details><summary><b>${rows.length} tags</b></summary>`, table, "</details>"]
            : [table]),
        ...(left === 0 ? [] : [`… and ${left} more; the log has them all.`]),
    ].join("\n\n");
}
const ORDER = ["failed", "lost", "moved", "restored", "would-restore", "already-there"];
const ICONS = {
    failed: "❌",
    lost: "❌",
    moved: "🟡",
    restored: "✅",
    "would-restore": "🔍",
    "already-there": "⚪",
};
function rowOf({ kind, word, name, about }) {
    return `| ${ICONS[kind]}&nbsp;${word} | ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_2__  .aY)(name)} | ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_2__  .ih)(about)} |`;
}


/***/ }),

/***/ 2209:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Fi: () => (  restoreFailure),
    JD: () => (  restoreLine),
    createRestoreProgress: () => (  createRestoreProgress),
    d7: () => (  renderRestoreJson),
    hR: () => (  restoreStatus)
  });
  var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
  var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
  var _words_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8354);
  var _restore_rows_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5291);
  var _core_base_count_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4578);





function isGood({ kind }) {
    return kind === "restored" || kind === "already-there" || kind === "would-restore";
}
function restoreStatus({ repositories }) {
    const entries = repositories.flatMap(_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .Mc);
    const isDone = entries.every(isGood) && repositories.every(({ error }) => error === undefined);
    if (isDone)
        return "done";
    return entries.some(isGood) ? "partly-failed" : "failed";
}
function createRestoreProgress(log) {
    return (event) => {
        switch (event.kind) {
            case "journal-torn":
                return log.warning(`${event.path}: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(event.lines, "line")} can't be read and ${event.lines === 1 ? "was" : "were"} passed over; ` +
                    "a run that is killed leaves such, and deletes nothing on the strength of them.");
            case "restoring":
                return log.info(`${event.repository}: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(event.images, "image")} to put back`);
            case "limit-met":
                return log.info(`  ${(0,_words_limits_js__WEBPACK_IMPORTED_MODULE_2__  .X)(event, Date.now())}`);
            case "restored":
                for (const line of (0,_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .AL)(event.outcome))
                    log.info(`  ${line}`);
                return;
        }
    };
}
const TITLES = {
    "already-there": "Already there",
    moved: "Moved since, and left alone",
    lost: "Can't be restored any more",
    failed: "Failed",
};
function restoreLine({ isDryRun, repositories }) {
    const entries = repositories.flatMap(_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .Mc);
    const broken = repositories.filter(({ error }) => error !== undefined).length;
    if (entries.length === 0 && broken === 0)
        return "Nothing to restore: the journal holds no deletion.";
    const restored = counted(entries, isDryRun ? "would-restore" : "restored") ?? "nothing";
    const others = ["already-there", "moved", "lost", "failed"].flatMap((kind) => {
        const what = counted(entries, kind);
        return what === undefined ? [] : [`${TITLES[kind]}: ${what}.`];
    });
    return [
        `${isDryRun ? "Dry run: would restore" : "Restored"} ${restored}.`,
        ...others,
        ...(broken > 0 ? [`Stopped: ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(broken, "repository")}.`] : []),
    ].join(" ");
}
function counted(entries, kind) {
    const ended = entries.filter((entry) => entry.kind === kind);
    const tags = ended.filter((entry) => "tag" in entry).length;
    const others = ended.length - tags;
    const parts = [...(tags > 0 ? [(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(tags, "tag")] : []), ...(others > 0 ? [(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_4__  .U)(others, "digest")] : [])];
    return parts.length === 0 ? undefined : parts.join(" and ");
}
function restoreFailure({ repositories }) {
    return repositories.flatMap(failuresOf).join("\n");
}
function failuresOf(outcome) {
    const { repository, error } = outcome;
    const entries = (0,_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .Mc)(outcome);
    const lost = entries.flatMap((entry) => (entry.kind === "lost" ? [entry] : []));
    const moved = entries.filter(({ kind }) => kind === "moved");
    const failed = entries.flatMap((entry) => entry.kind === "failed" && entry.error !== error ? [entry] : []);
    const [firstFailed] = failed;
    return [
        ...(error === undefined ? [] : [(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(error)]),
        ...(firstFailed === undefined
            ? []
            : [`could not be restored: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .zN)(failed.map(_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .Vb))}. ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .Uc)(firstFailed.error)}`]),
        ...(lost.length === 0 ? [] : [describeLost(lost, entries)]),
        ...(moved.length === 0
            ? []
            : [
                `pushed again since, and not overwritten: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .zN)(moved.map(_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .Vb))}. The old image, as far as it was restored, is pulled by its digest; ` +
                    "to have the tag back, delete it and run restore again.",
            ]),
    ].map((text) => `${repository}: ${text}`);
}
function describeLost(lost, all) {
    const [first] = lost;
    const isCollected = lost.length === all.length && lost.every(({ why }) => why !== "unknown");
    if (isCollected || first === undefined) {
        return ("nothing of it can be restored any more: a garbage collection has run since, which ends what a journal can bring back. " +
            "Push the images again from where they were built.");
    }
    return `can't be restored any more: ${(0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__  .zN)(lost.map(_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .Vb))}. Of ${(0,_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .Vb)(first)}, ${(0,_restore_rows_js__WEBPACK_IMPORTED_MODULE_3__  .$4)(first)}. Push it again from where it was built.`;
}
function renderRestoreJson(result) {
    const record = {
        dryRun: result.isDryRun,
        journal: result.journal,
        repositories: result.repositories.map(({ repository, tags, digests, error }) => ({
            repository,
            tags: tags.map(recordOf),
            digests: digests.map(recordOf),
            ...(error === undefined ? {} : { stopped: (0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  .cn)(error) }),
        })),
    };
    return `${JSON.stringify(record, null, 2)}\n`;
}
function recordOf(entry) {
    const { kind: outcome, ...rest } = entry;
    return entry.kind === "failed" ? { ...rest, outcome, ...(0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__  .cn)(entry.error) } : { ...rest, outcome };
}


/***/ })

};
