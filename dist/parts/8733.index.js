export const id = 8733;
export const ids = [8733];
export const modules = {

/***/ 8128:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  O7: () => (  describeDropped),
  fJ: () => (  fail),
  Um: () => (  failWithoutResult),
  Rm: () => (  log),
  fx: () => (  openDoor),
  gx: () => (  host_outlet),
  Sy: () => (  writeSummary)
});

var core = __webpack_require__(2952);
var external_node_fs_ = __webpack_require__(3024);
var external_node_os_ = __webpack_require__(8161);
var external_node_path_ = __webpack_require__(6760);
var about = __webpack_require__(8617);
var folders = __webpack_require__(5005);
var best_effort = __webpack_require__(2810);
var system_error = __webpack_require__(2691);
var guarded_output = __webpack_require__(5604);
var progress = __webpack_require__(6084);
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
function describeDropped(lines) {
    return `::warning::${(0,guarded_output .e)(lines)}\n`;
}
function openDoor(isLogTaken) {
    const given = process.env["RUNNER_TEMP"] ?? "";
    const temporary = given === "" ? (0,external_node_os_.tmpdir)() : given;
    const cacheFolder = process.env["RUNNER_TOOL_CACHE"] ?? "";
    const runUrl = addressOfRun();
    return {
        log,
        note: log.info,
        onSecret: host_outlet.add,
        isLogTaken,
        openProgress: () => Promise.resolve((0,progress .m)(log)),
        journalFolder: (0,external_node_path_.join)(temporary, about .o_),
        cacheFolder: cacheFolder === "" ? undefined : (0,external_node_path_.join)(cacheFolder, about .o_),
        planFolder: temporary,
        spareFolders: (0,folders .EG)(process.env),
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
  var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2952);
  var _host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8128);
  var _outside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9601);
  var _program_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9106);
  var _program_process_end_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2837);
  var _program_environment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6829);
  var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9679);
  var _settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5652);
  var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4158);
  var _report_run_summary_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2510);










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
    const door = (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .fx)(() => outputs.stdout.taken());
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
const outputs = (0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_4__  .w)({ tellBug: _host_js__WEBPACK_IMPORTED_MODULE_1__  .Um, describeDropped: _host_js__WEBPACK_IMPORTED_MODULE_1__  .O7 });
try {
    await run();
}
catch (error) {
    (0,_host_js__WEBPACK_IMPORTED_MODULE_1__  .Um)(error);
}
void outputs.end({ isAnswered: false });

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
  var _program_folders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5005);
  var _program_about_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8617);
  var _core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2691);
  var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4158);






const FILE_SETTINGS = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_4__  .y.filter((setting) => setting.isFile === true).map(({ name }) => name);
async function outsideProblems(raw, environment) {
    const lines = (raw["outside-workspace"] ?? "").split(/\r?\n/).map((line) => line.trim());
    const allowed = lines.filter((line) => line !== "").map((line) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(line));
    const workspace = environment["GITHUB_WORKSPACE"] ?? "";
    const temporary = environment["RUNNER_TEMP"] ?? "";
    const own = [workspace === "" ? process.cwd() : workspace, ...(temporary === "" ? [] : [temporary])];
    const folders = {
        own: own.map((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder)),
        spare: (0,_program_folders_js__WEBPACK_IMPORTED_MODULE_2__  .EG)(environment),
        isRunner: workspace !== "",
        allowed,
    };
    const found = await Promise.all([...FILE_SETTINGS, STORAGE].map(async (setting) => {
        const path = raw[setting]?.trim() ?? "";
        const isElsewhere = path === "" || (setting === STORAGE && isNoPathOf(path, folders));
        return isElsewhere || (await isWithin(path, folders)) ? [] : [outside(setting, path)];
    }));
    return found.flat();
}
const STORAGE = "storage";
function isNoPathOf(path, { own }) {
    return /^s3:/i.test(path) || ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) && !own.some((folder) => holds(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path))));
}
async function isWithin(path, { own, spare, isRunner, allowed }) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    const home = own.filter((folder) => holds(folder, full)).sort((a, b) => b.length - a.length)[0] ??
        (await ownSpareFolder(full, spare));
    if (home === undefined && !isRunner && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path))
        return true;
    const homes = home === undefined ? allowed : [home, ...allowed];
    const real = await placeOf(full);
    const reals = await Promise.all(homes.map((folder) => placeOf(folder)));
    return real !== undefined && reals.some((folder) => folder !== undefined && holds(folder, real));
}
async function ownSpareFolder(full, spare) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(full);
    if (!spare.includes((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) || !isOwnName((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(folder)))
        return undefined;
    const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(folder).catch(() => undefined);
    const isOwn = found?.isDirectory() === true && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0;
    return isOwn ? folder : undefined;
}
function isOwnName(name) {
    return name === _program_about_js__WEBPACK_IMPORTED_MODULE_5__  .o_ || name.startsWith(`${_program_about_js__WEBPACK_IMPORTED_MODULE_5__  .o_}-`);
}
function holds(folder, path) {
    const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below) && below !== ".." && !below.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
}
const MOST_LINKS = 40;
async function placeOf(path, links = MOST_LINKS) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path);
    }
    catch (error) {
        if (!(0,_core_base_system_error_js__WEBPACK_IMPORTED_MODULE_3__  .kN)(error) || links === 0)
            return undefined;
    }
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    if (above === path)
        return path;
    const folder = await placeOf(above, links);
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


/***/ })

};
