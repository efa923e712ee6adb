export const id = 733;
export const ids = [733,748];
export const modules = {

/***/ 4422:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O3: () => (/* binding */ secrets),
/* harmony export */   Rm: () => (/* binding */ log),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   fJ: () => (/* binding */ fail),
/* harmony export */   fx: () => (/* binding */ openDoor)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7996);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _program_about_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8617);
/* harmony import */ var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2691);
/* harmony import */ var _report_log_progress_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2573);
/* harmony import */ var _report_words_redact_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3219);








const secrets = (0,_report_words_redact_js__WEBPACK_IMPORTED_MODULE_6__/* .createRedactor */ .l)(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq);
const log = {
    info: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(secrets.redact(line)),
    warning: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(secrets.redact(line)),
    group: (title) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh(secrets.redact(title)),
    endGroup: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4,
    ...(_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .isDebug */ ._o() ? { debug: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(secrets.redact(line)) } : {}),
};
function openDoor() {
    const temporary = process.env["RUNNER_TEMP"] ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    const runUrl = addressOfRun();
    return {
        log,
        note: log.info,
        onSecret: secrets.add,
        openProgress: () => Promise.resolve((0,_report_log_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .createProgress */ .m)(log)),
        journalFolder: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporary, _program_about_js__WEBPACK_IMPORTED_MODULE_7__/* .NAME */ .o_),
        choosePlanPath: async () => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporary, `${_program_about_js__WEBPACK_IMPORTED_MODULE_7__/* .NAME */ .o_}-`)), "plan.json"),
        ...(runUrl === undefined ? {} : { runUrl }),
        setOutput: ({ name, value }) => {
            tryToWrite(`the output ${name}`, () => {
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
            });
        },
        willStop: (container, run) => {
            tryToWrite("what the post step needs to start the registry if this step is killed", () => {
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ("container", container);
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ("run", run);
            });
        },
    };
}
function addressOfRun() {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    if (repository === undefined || id === undefined)
        return undefined;
    const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
    return `${server}/${repository}/actions/runs/${id}`;
}
function fail(text) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setFailed */ .C1(secrets.redact(text));
}
async function writeSummary(text) {
    if (process.env["GITHUB_STEP_SUMMARY"] === undefined)
        return;
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(secrets.redact(text)).write();
    }
    catch (error) {
        tellNotWritten("the job summary", error);
    }
}
function tryToWrite(what, write) {
    try {
        write();
    }
    catch (error) {
        tellNotWritten(what, error);
    }
}
function tellNotWritten(what, error) {
    log.warning(`The runner's file for ${what} can't be written: ${(0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_4__/* .whyRefused */ .fG)(error)}.`);
}


/***/ }),

/***/ 8733:
/***/ (function (__webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7996);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4422);
/* harmony import */ var _program_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4172);
/* harmony import */ var _program_process_end_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2837);
/* harmony import */ var _report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27);
/* harmony import */ var _program_environment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6829);
/* harmony import */ var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9679);
/* harmony import */ var _settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5652);
/* harmony import */ var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7373);
/* harmony import */ var _report_run_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6748);










function readInputs() {
    const names = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .SETTINGS */ .y.map(({ name }) => name);
    const variable = (name) => `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
    const given = names.filter((name) => process.env[variable(name)] !== undefined);
    const known = new Set(names.map(variable));
    const unknown = Object.keys(process.env).filter((key) => key.startsWith("INPUT_") && !known.has(key));
    return {
        raw: Object.fromEntries(given.map((name) => [name, _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name)])),
        problems: unknown.map((key) => (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .unknownSetting */ .p)(key.slice("INPUT_".length).toLowerCase(), names)),
    };
}
async function run() {
    const { raw, problems } = readInputs();
    const { "github-token": token, ...given } = raw;
    for (const secret of [raw.password, token])
        _host_js__WEBPACK_IMPORTED_MODULE_1__/* .secrets */ .O3.add(secret ?? "");
    const otherwise = (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_9__/* .settingsOf */ .f)(process.env, token);
    const known = { problems, files: await (0,_settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_6__/* .readSettingFiles */ .y)(given), otherwise };
    const runCommand = (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_5__/* .readSettings */ .s)(given, (name) => _program_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_TABLE */ .v[name].prepare, known);
    const door = (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .openDoor */ .fx)();
    await show(await runCommand(door), door);
}
async function show(view, { setOutput }) {
    for (const output of view.outputs?.() ?? []) {
        setOutput(output);
        if (output.warning !== undefined)
            _host_js__WEBPACK_IMPORTED_MODULE_1__/* .log */ .Rm.warning(output.warning);
    }
    if (view.kind === "answer")
        _host_js__WEBPACK_IMPORTED_MODULE_1__/* .log */ .Rm.info(view.text());
    if (view.summary !== undefined)
        await (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .writeSummary */ .Sy)(await view.summary());
    if (view.failure !== "")
        (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)(view.failure);
    if (view.kind === "run")
        for (const line of view.closing)
            _host_js__WEBPACK_IMPORTED_MODULE_1__/* .log */ .Rm.info(line);
}
(0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_3__/* .guardEnds */ .w)((thrown) => {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_4__/* .describeThrown */ .YI)(thrown));
});
try {
    await run();
}
catch (error) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_1__/* .fail */ .fJ)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_4__/* .describeThrown */ .YI)(error));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6748:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderCollection: () => (/* binding */ renderCollection),
/* harmony export */   renderSummary: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _words_collection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(902);
/* harmony import */ var _words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27);
/* harmony import */ var _words_markdown_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7055);
/* harmony import */ var _words_notices_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7565);
/* harmony import */ var _words_plan_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(887);
/* harmony import */ var _words_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6581);
/* harmony import */ var _words_records_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4154);
/* harmony import */ var _words_staying_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6371);
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5327);
/* harmony import */ var _core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(920);
/* harmony import */ var _words_untagged_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2181);
/* harmony import */ var _core_base_count_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4578);
/* harmony import */ var _words_wording_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8900);













const MAX_BYTES = 900 * 1024;
const TABLE_BYTES = 700 * 1024;
const FOLD_ABOVE = 20;
function renderSummary(result) {
    const { outcomes, collection } = result;
    const parts = [
        `### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .summaryLine */ .dC)(result))}`,
        ...(0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .spaceAdvice */ .$D)(result),
        ...(0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .undoAdvice */ .$c)(result).map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih),
        ...aboutPatterns(result).map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD),
        ...renderCollection(collection),
    ];
    const budget = Math.floor(TABLE_BYTES / Math.max(1, outcomes.length));
    let bytes = 0;
    for (const [index, outcome] of outcomes.entries()) {
        const part = renderRepository(outcome, budget);
        bytes += Buffer.byteLength(part);
        if (bytes > MAX_BYTES) {
            parts.push(`… and ${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U)(outcomes.length - index, "more repository")}; the log has them all.`);
            break;
        }
        parts.push(part);
    }
    return `${parts.join("\n\n")}\n`;
}
function renderCollection(collection) {
    if (collection === undefined)
        return [];
    const lines = [...((0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .collectionFailure */ .hm)(collection) ?? []), ...(0,_words_collection_js__WEBPACK_IMPORTED_MODULE_0__/* .collectionWarnings */ .y8)(collection)];
    return lines.map(_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD);
}
function aboutPatterns({ unused = [] }) {
    return unused.length === 0 ? [] : [(0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__/* .describeUnused */ .iz)(unused)];
}
function renderRepository(outcome, budget) {
    const title = `#### ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)(outcome.repository)}`;
    switch (outcome.kind) {
        case "nothing":
            return `${title}\n\n${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNothing */ .f$)(outcome.repository, outcome.why))}`;
        case "failed":
            return [
                title,
                (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(outcome.error)),
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
        ...outcome.harm.map((harm) => `**Harm**: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeHarm */ .OX)(harm))}.`),
        ...deletions.flatMap((each) => each.kind === "failed"
            ? [`Could not delete ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(each.deletion))}: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)(each.error.message)}`]
            : []),
        ...skipLines(outcome),
        ...outcome.notes.map((note) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeNote */ .Mb)(note))),
    ];
    const staying = (0,_words_staying_js__WEBPACK_IMPORTED_MODULE_10__/* .stayingSuffix */ .R)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .stayingImages */ .ou)(plan, deleted).length);
    return [
        `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U)(deleted.length, "tag")}${(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .untaggedSuffix */ .HO)((0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .countDeletedUntagged */ .MG)(plan, deletions))} deleted (${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U)(manifests.length, "manifest")}${unproven === undefined ? "" : ", not proven"})${staying}, ` +
            `${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .stayingTags */ .VM)(plan).length} kept${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .reclaimableSuffix */ .hS)(outcome.reclaimable)}.`,
        ...(stopped === undefined ? [] : [(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .quote */ .hD)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeError */ .Uc)(stopped))]),
        ...renderBudget(outcome),
        ...list([...lines, ...noticeLines(outcome)]),
        ...renderOrphans(outcome),
    ];
}
function renderPlanned(outcome) {
    const { plan, reclaimable } = outcome;
    return [
        `${(0,_core_base_count_js__WEBPACK_IMPORTED_MODULE_9__/* .count */ .U)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .goingTags */ .sb)(plan).length, "tag")}${(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .untaggedSuffix */ .HO)((0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .goingUntagged */ .uD)(plan).length)} would be deleted${(0,_words_staying_js__WEBPACK_IMPORTED_MODULE_10__/* .stayingSuffix */ .R)((0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .stayingImages */ .ou)(plan).length)}, ${(0,_core_plan_plan_tags_js__WEBPACK_IMPORTED_MODULE_11__/* .stayingTags */ .VM)(plan).length} kept${(0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .reclaimableSuffix */ .hS)(reclaimable)}.`,
        ...renderBudget(outcome),
        ...list([...noticeLines(outcome), ...skipLines(outcome)]),
        ...renderOrphans(outcome),
    ];
}
function renderBudget({ plan }) {
    return [...(0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__/* .describeBudget */ .No)(plan), ...(0,_words_staying_js__WEBPACK_IMPORTED_MODULE_10__/* .aboutStaying */ .n)(plan), ...(0,_words_untagged_js__WEBPACK_IMPORTED_MODULE_6__/* .aboutUntagged */ .V4)(plan)].map((line) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)(`${line.charAt(0).toUpperCase()}${line.slice(1)}.`));
}
function noticeLines({ plan }) {
    return plan.notices.map((notice) => (0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_notices_js__WEBPACK_IMPORTED_MODULE_2__/* .describeNotice */ .S)(notice)));
}
function skipLines(outcome) {
    return (0,_result_js__WEBPACK_IMPORTED_MODULE_5__/* .skipsOf */ .en)(outcome).map(({ deletion, reason }) => `Left ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOf */ .Vb)(deletion))} alone: ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeSpare */ .NV)(reason))}.`);
}
function list(lines) {
    if (lines.length === 0)
        return [];
    const left = lines.length - FOLD_ABOVE;
    const more = left > 0 ? [`… and ${left} more; the log has them all.`] : [];
    return [[...lines.slice(0, FOLD_ABOVE), ...more].map((line) => `- ${line}`).join("\n")];
}
function renderOrphans({ plan }) {
    const orphans = (0,_words_plan_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .orphansKept */ .am)(plan);
    return orphans.length === 0 ? [] : [(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_outcomes_js__WEBPACK_IMPORTED_MODULE_1__/* .describeOrphans */ .vC)(orphans))];
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
    const bytes = (0,_words_records_js__WEBPACK_IMPORTED_MODULE_12__/* .sizeOf */ .$d)(verdict, sizes);
    const frees = bytes === undefined ? "" : (0,_words_wording_js__WEBPACK_IMPORTED_MODULE_7__/* .amount */ .vj)(bytes);
    return `| ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .code */ .aY)(verdict.tag)} | ${verdict.kind} | ${(0,_words_markdown_js__WEBPACK_IMPORTED_MODULE_8__/* .escape */ .ih)((0,_words_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .describeReason */ .Gk)(verdict))} | ${frees} |`;
}


/***/ }),

/***/ 7055:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   ih: () => (/* binding */ escape)
/* harmony export */ });
function quote(text) {
    return text
        .split("\n")
        .map((line) => `> ${escape(line)}`)
        .join("  \n");
}
function code(text) {
    return `<code>${escape(text)}</code>`;
}
function escape(text) {
    return text.replace(/[&<>"'|*_`~[\]\\#@$!\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}


/***/ })

};
