export const id = 8733;
export const ids = [8733,6748];
export const modules = {

/***/ 4422:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Rm: () => (  log),
    Sy: () => (  writeSummary),
    fJ: () => (  fail),
    fx: () => (  openDoor),
    gx: () => (  outlet)
  });
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7996);
  var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
  var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
  var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
  var _program_about_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8617);
  var _program_folders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5005);
  var _core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2810);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2691);
  var _report_log_progress_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5019);
  var _report_outlet_outlet_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8602);










const outlet = (0,_report_outlet_outlet_js__WEBPACK_IMPORTED_MODULE_7__  .Y)(_actions_core__WEBPACK_IMPORTED_MODULE_0__  .Pq);
const log = {
    info: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__  .pq(outlet.text(line)),
    warning: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__  .$e(outlet.text(line)),
    group: (title) => _actions_core__WEBPACK_IMPORTED_MODULE_0__  .Oh(outlet.text(title)),
    endGroup: _actions_core__WEBPACK_IMPORTED_MODULE_0__  .N4,
    ...(_actions_core__WEBPACK_IMPORTED_MODULE_0__  ._o() ? { debug: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__  .Yz(outlet.text(line)) } : {}),
};
function openDoor() {
    const given = process.env["RUNNER_TEMP"] ?? "";
    const temporary = given === "" ? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)() : given;
    const runUrl = addressOfRun();
    return {
        log,
        note: log.info,
        onSecret: outlet.add,
        openProgress: () => Promise.resolve((0,_report_log_progress_js__WEBPACK_IMPORTED_MODULE_6__  .m)(log)),
        journalFolder: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(temporary, _program_about_js__WEBPACK_IMPORTED_MODULE_8__  .o_),
        planFolder: temporary,
        spareFolders: (0,_program_folders_js__WEBPACK_IMPORTED_MODULE_4__  .E)(process.env),
        ...(runUrl === undefined ? {} : { runUrl }),
        setOutput: ({ name, value }) => {
            tryToWrite(`the output ${name}`, "GITHUB_OUTPUT", () => {
                _actions_core__WEBPACK_IMPORTED_MODULE_0__  .uH(name, value.startsWith("[") ? outlet.json(value) : outlet.value(value));
            });
        },
        startedAs: () => ({ kind: "step", ...nameOfAction() }),
        willStop: (container, run) => {
            tryToWrite("what the post step needs to start the registry if this step is killed", "GITHUB_STATE", () => {
                _actions_core__WEBPACK_IMPORTED_MODULE_0__  .LZ("container", container);
                _actions_core__WEBPACK_IMPORTED_MODULE_0__  .LZ("run", run);
            });
        },
    };
}
function nameOfAction() {
    const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "" } = process.env;
    return repository === "" || ref === "" ? {} : { uses: `${repository}@${ref}` };
}
function addressOfRun() {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    if (repository === undefined || id === undefined)
        return undefined;
    const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
    return outlet.value(`${server}/${repository}/actions/runs/${id}`);
}
function fail(text) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__  .C1(outlet.text(text));
}
async function writeSummary(text) {
    if (process.env["GITHUB_STEP_SUMMARY"] === undefined)
        return;
    const before = lengthOf("GITHUB_STEP_SUMMARY");
    try {
        await _actions_core__WEBPACK_IMPORTED_MODULE_0__  .z.addRaw(outlet.text(text)).write();
    }
    catch (error) {
        cutTo("GITHUB_STEP_SUMMARY", before);
        tellNotWritten("the job summary", error);
    }
}
function tryToWrite(what, variable, write) {
    const before = lengthOf(variable);
    try {
        write();
    }
    catch (error) {
        cutTo(variable, before);
        tellNotWritten(what, error);
    }
}
function lengthOf(variable) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(process.env[variable] ?? "").size;
    }
    catch {
        return undefined;
    }
}
function cutTo(variable, length) {
    if (length === undefined)
        return;
    (0,_core_base_best_effort_js__WEBPACK_IMPORTED_MODULE_9__  .z)(node_fs__WEBPACK_IMPORTED_MODULE_1__.truncateSync)(process.env[variable] ?? "", length);
}
function tellNotWritten(what, error) {
    log.warning(`The runner's file for ${what} can't be written: ${(0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_5__  .fG)(error)}.`);
}


/***/ }),

/***/ 8733:
/***/ (function (__webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7996);
  var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4422);
  var _outside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9601);
  var _program_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2580);
  var _program_process_end_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2837);
  var _report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27);
  var _program_environment_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6829);
  var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9679);
  var _settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5652);
  var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7373);
  var _report_run_summary_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6748);











function readInputs() {
    const names = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_8__  .y.map(({ name }) => name);
    const variable = (name) => `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
    const given = names.filter((name) => process.env[variable(name)] !== undefined);
    const known = new Set(names.map(variable));
    const unknown = Object.keys(process.env).filter((key) => key.startsWith("INPUT_") && !known.has(key));
    return {
        raw: Object.fromEntries(given.map((name) => [name, _actions_core__WEBPACK_IMPORTED_MODULE_0__  .V4(name)])),
        problems: unknown.map((key) => (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_6__  .p)(key.slice("INPUT_".length).toLowerCase(), names)),
    };
}
async function run() {
    const { raw, problems } = readInputs();
    const { "github-token": token, ...given } = raw;
    (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_10__  .u)(_host_js__WEBPACK_IMPORTED_MODULE_1__  .gx, { secrets: [raw.password, token], settings: given, environment: process.env });
    const otherwise = (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_10__  .f)(process.env, token);
    const outside = await (0,_outside_js__WEBPACK_IMPORTED_MODULE_2__  .a)(given, process.env);
    const unread = Object.fromEntries(outside.map(({ setting }) => [setting, ""]));
    const files = await (0,_settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_7__  .y)({ ...given, ...unread });
    const known = { problems: [...problems, ...outside], files, otherwise };
    const runCommand = (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_6__  .s)(given, (name) => _program_commands_js__WEBPACK_IMPORTED_MODULE_3__  .v[name].prepare, known);
    const door = (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .fx)();
    await show(await runCommand(door), door);
}
async function show(view, { setOutput }) {
    for (const output of view.outputs?.() ?? []) {
        setOutput(output);
        if (output.warning !== undefined)
            _host_js__WEBPACK_IMPORTED_MODULE_1__  .Rm.warning(output.warning);
    }
    if (view.kind === "answer")
        _host_js__WEBPACK_IMPORTED_MODULE_1__  .Rm.info(view.text());
    if (view.summary !== undefined)
        await (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .Sy)(await view.summary());
    if (view.failure !== "")
        (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .fJ)(view.failure);
    if (view.kind === "run")
        for (const line of view.closing)
            _host_js__WEBPACK_IMPORTED_MODULE_1__  .Rm.info(line);
}
(0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_4__  .w)((thrown) => {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .fJ)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__  .YI)(thrown));
});
try {
    await run();
}
catch (error) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .fJ)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__  .YI)(error));
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9601:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    a: () => (  outsideProblems)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2691);
  var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7373);




const FILE_SETTINGS = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_3__  .y.filter((setting) => setting.isFile === true).map(({ name }) => name);
async function outsideProblems(raw, environment) {
    const lines = (raw["outside-workspace"] ?? "").split(/\r?\n/).map((line) => line.trim());
    const allowed = lines.filter((line) => line !== "").map((line) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(line));
    const workspace = environment["GITHUB_WORKSPACE"] ?? "";
    const temporary = environment["RUNNER_TEMP"] ?? "";
    const own = [workspace === "" ? process.cwd() : workspace, ...(temporary === "" ? [] : [temporary])];
    const folders = { own: own.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder)), isRunner: workspace !== "", allowed };
    const found = await Promise.all(FILE_SETTINGS.map(async (setting) => {
        const path = raw[setting]?.trim() ?? "";
        return path === "" || (await isWithin(path, folders)) ? [] : [outside(setting, path)];
    }));
    return found.flat();
}
async function isWithin(path, { own, isRunner, allowed }) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    const home = own.filter((folder) => holds(folder, full)).sort((a, b) => b.length - a.length)[0];
    if (home === undefined && !isRunner && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path))
        return true;
    const homes = home === undefined ? allowed : [home, ...allowed];
    const real = await placeOf(full);
    const reals = await Promise.all(homes.map((folder) => placeOf(folder)));
    return real !== undefined && reals.some((folder) => folder !== undefined && holds(folder, real));
}
function holds(folder, path) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return below === "" || (!(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below) && below !== ".." && !below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`));
}
const MOST_LINKS = 40;
async function placeOf(path, links = MOST_LINKS) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch (error) {
        if (!(0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_2__  .kN)(error) || links === 0)
            return undefined;
    }
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    if (above === path)
        return path;
    const folder = await placeOf(above, links - 1);
    if (folder === undefined)
        return undefined;
    const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
    const isLink = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(place).then((found) => found.isSymbolicLink(), () => false);
    return isLink ? placeOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readlink)(place)), links - 1) : place;
}
function outside(setting, path) {
    return {
        setting,
        message: `${path} leads out of the workspace, so it is not read; if that is meant, write where it leads in outside-workspace`,
    };
}


/***/ }),

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
