export const id = 8733;
export const ids = [8733,8216];
export const modules = {

/***/ 8128:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  fJ: () => (  fail),
  Um: () => (  failWithoutResult),
  Rm: () => (  log),
  fx: () => (  openDoor),
  gx: () => (  host_outlet),
  Sy: () => (  writeSummary)
});

var core = __webpack_require__(7996);
var external_node_fs_ = __webpack_require__(3024);
var external_node_os_ = __webpack_require__(8161);
var external_node_path_ = __webpack_require__(6760);
var about = __webpack_require__(8617);
var folders = __webpack_require__(5005);
var best_effort = __webpack_require__(2810);
var system_error = __webpack_require__(2691);
var progress = __webpack_require__(5019);
var errors = __webpack_require__(6846);
var count = __webpack_require__(4578);
var cut = __webpack_require__(3301);
var markdown = __webpack_require__(7055);
var outcomes = __webpack_require__(27);
var own_command = __webpack_require__(6544);
; 






const MOST_PROBLEMS = 100;
const LONGEST_MESSAGE = 2000;
function renderBrokenOff(thrown, begun) {
    const parts = thrown instanceof errors .Ys ? badInputParts(thrown) : brokenParts(thrown, begun);
    return `${parts.join("\n\n")}\n`;
}
function badInputParts({ problems, nextStep }) {
    const rows = problems
        .slice(0, MOST_PROBLEMS)
        .map(({ setting, message }) => `| ${(0,markdown .aY)(setting)} | ${cell(message)} |`);
    const left = problems.length - rows.length;
    return [
        `### ❌ Nothing was read or deleted: ${(0,count .U)(problems.length, "setting")} ${problems.length === 1 ? "has" : "have"} to be corrected`,
        ["| setting | what is wrong |", "| :--- | :--- |", ...rows].join("\n"),
        ...(left === 0 ? [] : [`… and ${left} more; the log has them all.`]),
        (0,markdown .ih)(nextStep.replace(/^Nothing was read or deleted\. /, "")),
    ];
}
function cell(message) {
    return (0,cut .ym)(message, LONGEST_MESSAGE)
        .split("\n")
        .map((line) => (0,markdown .ih)(line.trim()))
        .join("<br>");
}
function brokenParts(thrown, begun) {
    const what = thrown instanceof errors .Pc ? "The run stopped" : "The run broke off";
    return [
        `### ❌ ${what} before its end`,
        ...(0,markdown .xE)("CAUTION", (0,outcomes .YI)(thrown)),
        ...(begun === undefined ? [] : undoneParts(begun)),
    ];
}
function undoneParts({ journal, startedAs }) {
    const [, ...lines] = (0,own_command .Od)(journal, startedAs).split("\n");
    return [
        `What was deleted until then is in the journal, ${(0,markdown .aY)(journal)}. The next run that is given it finishes what was begun; a restore puts it back:`,
        (0,markdown .om)(lines.length === 0 ? [(0,own_command .Od)(journal, startedAs).trim()] : lines),
    ];
}

var outputs = __webpack_require__(7434);
var outlet = __webpack_require__(8602);
; 













const host_outlet = (0,outlet .Y)(core .Pq);
const log = {
    info: (line) => core .pq(host_outlet.text(line)),
    warning: (line) => core .$e(host_outlet.text(line)),
    group: (title) => core .Oh(host_outlet.text(title)),
    endGroup: core .N4,
    ...(core ._o() ? { debug: (line) => core .Yz(host_outlet.text(line)) } : {}),
};
function openDoor() {
    const given = process.env["RUNNER_TEMP"] ?? "";
    const temporary = given === "" ? (0,external_node_os_.tmpdir)() : given;
    const runUrl = addressOfRun();
    return {
        log,
        note: log.info,
        onSecret: host_outlet.add,
        openProgress: () => Promise.resolve((0,progress .m)(log)),
        journalFolder: (0,external_node_path_.join)(temporary, about .o_),
        planFolder: temporary,
        spareFolders: (0,folders .E)(process.env),
        ...(runUrl === undefined ? {} : { runUrl }),
        setOutput,
        startedAs,
        willStop: (container, run) => {
            tryToWrite("what the post step needs to start the registry if this step is killed", "GITHUB_STATE", () => {
                core .LZ("container", container);
                core .LZ("run", run);
            });
        },
    };
}
const host_outputs = new Map();
function setOutput({ name, value }) {
    host_outputs.set(name, value);
    tryToWrite(`the output ${name}`, "GITHUB_OUTPUT", () => {
        core .uH(name, value.startsWith("[") ? host_outlet.json(value) : host_outlet.value(value));
    });
}
function startedAs() {
    return { kind: "step", ...nameOfAction(), ...numberOfRun() };
}
function failWithoutResult(thrown) {
    fail((0,outcomes .YI)(thrown));
    const journal = host_outputs.get("journal");
    writeSummary(renderBrokenOff(thrown, journal === undefined ? undefined : { journal, startedAs: startedAs() }));
    if (journal !== undefined)
        return;
    for (const output of (0,outputs .q_)())
        if (!host_outputs.has(output.name))
            setOutput(output);
}
function nameOfAction() {
    const { GITHUB_ACTION_REPOSITORY: repository = "", GITHUB_ACTION_REF: ref = "" } = process.env;
    return repository === "" || ref === "" ? {} : { uses: `${repository}@${ref}` };
}
function numberOfRun() {
    const { GITHUB_RUN_ID: run } = process.env;
    return run === undefined || !/^\d+$/.test(run) ? {} : { run };
}
function addressOfRun() {
    const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
    if (repository === undefined || id === undefined)
        return undefined;
    const server = process.env["GITHUB_SERVER_URL"] ?? "https://github.com";
    return host_outlet.value(`${server}/${repository}/actions/runs/${id}`);
}
function fail(text) {
    core .C1(host_outlet.text(text));
}
function writeSummary(text) {
    const file = process.env["GITHUB_STEP_SUMMARY"] ?? "";
    if (file === "")
        return;
    tryToWrite("the job summary", "GITHUB_STEP_SUMMARY", () => {
        (0,external_node_fs_.appendFileSync)(file, host_outlet.text(text));
    });
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
        return (0,external_node_fs_.statSync)(process.env[variable] ?? "").size;
    }
    catch {
        return undefined;
    }
}
function cutTo(variable, length) {
    if (length === undefined)
        return;
    (0,best_effort .z)(external_node_fs_.truncateSync)(process.env[variable] ?? "", length);
}
function tellNotWritten(what, error) {
    log.warning(`The runner's file for ${what} can't be written: ${(0,system_error .fG)(error)}.`);
}


/***/ }),

/***/ 8733:
/***/ (function (__webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7996);
  var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8128);
  var _outside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9601);
  var _program_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1913);
  var _program_process_end_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2837);
  var _program_environment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6829);
  var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9679);
  var _settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5652);
  var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7373);
  var _report_run_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8216);










function readInputs() {
    const names = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_7__  .y.map(({ name }) => name);
    const variable = (name) => `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
    const given = names.filter((name) => process.env[variable(name)] !== undefined);
    const known = new Set(names.map(variable));
    const unknown = Object.keys(process.env).filter((key) => key.startsWith("INPUT_") && !known.has(key));
    return {
        raw: Object.fromEntries(given.map((name) => [name, _actions_core__WEBPACK_IMPORTED_MODULE_0__  .V4(name)])),
        problems: unknown.map((key) => (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_5__  .p)(key.slice("INPUT_".length).toLowerCase(), names)),
    };
}
async function run() {
    const { raw, problems } = readInputs();
    const { "github-token": token, ...given } = raw;
    (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_9__  .u)(_host_js__WEBPACK_IMPORTED_MODULE_1__  .gx, { secrets: [raw.password, token], settings: given, environment: process.env });
    const otherwise = (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_9__  .f)(process.env, token);
    const outside = await (0,_outside_js__WEBPACK_IMPORTED_MODULE_2__  .a)(given, process.env);
    const unread = Object.fromEntries(outside.map(({ setting }) => [setting, ""]));
    const files = await (0,_settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_6__  .y)({ ...given, ...unread });
    const known = { problems: [...problems, ...outside], files, otherwise };
    const runCommand = (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_5__  .s)(given, (name) => _program_commands_js__WEBPACK_IMPORTED_MODULE_3__  .v[name].prepare, known);
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
        (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .Sy)(await view.summary());
    if (view.failure !== "")
        (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .fJ)(view.failure);
    if (view.kind === "run")
        for (const line of view.closing)
            _host_js__WEBPACK_IMPORTED_MODULE_1__  .Rm.info(line);
}
(0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_4__  .w)(_host_js__WEBPACK_IMPORTED_MODULE_1__  .Um);
try {
    await run();
}
catch (error) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .Um)(error);
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

/***/ 8216:
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
        return "Nothing was deleted: there was nothing to decide";
    const many = outcomes.length === 1 ? "" : ` in ${(0,count .U)(outcomes.length, "repository")}`;
    if (isNothingToDelete(result)) {
        const kept = (0,run_result .IN)(result).length;
        return `${isDryRun ? "Dry run: nothing" : "Nothing"} to delete: ${kept === 1 ? "the only tag stays" : `all ${kept} tags stay`}${many}`;
    }
    return `${(0,run_result .mQ)(result)}${many}${spaceOf(result)}`;
}
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
    const clause = line.replace(/[;,]? (and )?nothing was deleted\.?$/i, "").replace(/\.$/, "");
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
function overview(outcomes) {
    if (outcomes.length < 2)
        return [];
    const rows = outcomes.slice(0, MOST_ROWS).map(rowOf);
    const left = outcomes.length - rows.length;
    return [
        ["| | repository | goes | stays | frees |", "| :--- | :--- | ---: | ---: | ---: |", ...rows].join("\n"),
        ...(left === 0 ? [] : [`… and ${(0,count .U)(left, "more repository")}.`]),
    ];
}
function rowOf(outcome) {
    const name = (0,markdown .aY)(outcome.repository);
    if (outcome.kind === "nothing")
        return `| ⚪ | ${name} | 0 | | |`;
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
    const going = plan.verdicts.filter(isGone);
    const staying = plan.verdicts.filter((verdict) => !isGone(verdict));
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
    const going = plan.verdicts.filter(policy_verdict .n);
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
        ...overview(outcomes),
    ];
    const undo = undoParts(result, startedAs);
    return `${[...head, ...repositoryParts(outcomes), ...(0,run_advice .$D)(result).map((line) => `💾 ${line}`), ...undo].join("\n\n")}\n`;
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
            return `${title}\n\n${(0,markdown .ih)((0,outcomes .f$)(outcome))}`;
        case "failed":
            return [title, aboutUntouched(outcome), ...untouchedPlan(outcome, budget)].join("\n\n");
        case "planned":
            return [title, ...renderPlanned(outcome), ...tagTables(outcome, budget)].join("\n\n");
        case "applied":
            return [title, ...renderApplied(outcome), ...tagTables(outcome, budget)].join("\n\n");
    }
}
function aboutUntouched(outcome) {
    if (outcome.plan === undefined)
        return "Nothing was decided, and nothing was deleted.";
    const kept = (0,run_result .CJ)(outcome).length;
    return `Nothing was deleted: ${kept === 1 ? "its tag stays" : `all ${kept} tags stay`}.`;
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
