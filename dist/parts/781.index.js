export const id = 781;
export const ids = [781];
export const modules = {

/***/ 5882:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ parseCommandLine),
/* harmony export */   Wg: () => (/* binding */ FLAGS)
/* harmony export */ });
/* unused harmony export FLAG_NAMES */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2408);
/* harmony import */ var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2014);
/* harmony import */ var _settings_table_setting_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1882);




const OWN_FLAGS = [
    {
        name: "json",
        type: "boolean",
        help: "Print the result as JSON on standard output, and the log on standard error.",
    },
    { name: "password-stdin", type: "boolean", help: "Read the password from standard input." },
    { name: "yes", type: "boolean", help: "Don't ask before deleting, or before a registry is stopped." },
    { name: "verbose", type: "boolean", help: "Print a line for each tag.", commands: ["prune", "apply"] },
    { name: "help", type: "boolean", help: "Print this." },
    { name: "version", type: "boolean", help: "Print the version." },
];
const SETTING_FLAGS = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .SETTINGS */ .y.filter(({ name }) => name !== "command");
const FLAGS = [...SETTING_FLAGS, ...OWN_FLAGS];
const FLAG_NAMES = FLAGS.map(({ name }) => name);
function parseCommandLine(argv) {
    const options = Object.fromEntries(FLAGS.map(({ name, type }) => [name, { type: type === "boolean" ? "boolean" : "string" }]));
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: argv.map((word, index) => (lacksValue(word, argv[index + 1]) ? `${word}=` : word)),
        options: { ...options, help: { type: "boolean", short: "h" } },
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const reading = new Reading();
    for (const token of tokens) {
        if (token.kind === "positional")
            reading.positional(token.value);
        if (token.kind === "option")
            reading.option(token);
    }
    return reading.result();
}
function lacksValue(word, next) {
    const flag = FLAGS.find(({ name }) => word === `--${name}`);
    return flag !== undefined && flag.type !== "boolean" && (next === undefined || next.startsWith("-"));
}
class Reading {
    #values = new Map();
    #problems = [];
    #isFirst = true;
    #afterUnknown = false;
    #command;
    positional(value) {
        if (this.#afterUnknown) {
            this.#afterUnknown = false;
            return;
        }
        const command = this.#isFirst ? _settings_table_setting_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMANDS */ .L.find((known) => known === value) : undefined;
        this.#isFirst = false;
        if (command !== undefined)
            this.#command = command;
        else
            this.#add(this.#meaning(), value);
    }
    #meaning() {
        switch (this.#command) {
            case "reclaim":
                return "registry";
            case "apply":
                return "plan";
            case "restore":
                return this.#values.has("journal") ? "tags" : "journal";
            case "prune":
            case "check":
            case "explain":
            case "try":
            case undefined:
                return "image";
        }
    }
    option({ name, rawName, value, inlineValue }) {
        this.#afterUnknown = false;
        const flag = FLAGS.find((known) => known.name === name);
        if (flag === undefined) {
            this.#afterUnknown = inlineValue !== true;
            const { message } = (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownSetting */ .pL)(name, FLAG_NAMES);
            this.#problems.push({ setting: rawName, message: message.replace("did you mean ", "did you mean --") });
        }
        else if (flag.type === "boolean") {
            this.#add(name, value ?? "true");
        }
        else if (value === undefined || value === "") {
            this.#problems.push({
                setting: rawName,
                message: `it needs a value; write ${rawName} VALUE, or ${rawName}=VALUE`,
            });
        }
        else {
            this.#add(name, value);
        }
    }
    result() {
        if (this.#flag("help")) {
            return { kind: "help", ...(this.#command === undefined ? {} : { command: this.#command }) };
        }
        if (this.#flag("version"))
            return { kind: "version" };
        const flags = {
            json: this.#flag("json"),
            passwordStdin: this.#flag("password-stdin"),
            yes: this.#flag("yes"),
            verbose: this.#flag("verbose"),
        };
        const raw = Object.fromEntries(SETTING_FLAGS.flatMap((setting) => this.#written(setting)));
        return {
            kind: "run",
            raw: this.#command === undefined ? raw : { ...raw, command: this.#command },
            problems: this.#problems,
            ...flags,
        };
    }
    #add(name, value) {
        this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
    }
    #written({ name, type }) {
        const values = this.#values.get(name);
        if (values === undefined)
            return [];
        if (type !== "list" && new Set(values).size > 1) {
            this.#problems.push({ setting: `--${name}`, message: "it is given more than once; give it once" });
        }
        return [[name, type === "list" ? values.join("\n") : (values[0] ?? "")]];
    }
    #flag(name) {
        const value = this.#values.get(name)?.at(-1) ?? "false";
        if (value !== "true" && value !== "false") {
            this.#problems.push({ setting: `--${name}`, message: `"${value}" is not true or false` });
        }
        return value === "true";
    }
}


/***/ }),

/***/ 7848:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ readNames),
/* harmony export */   y: () => (/* binding */ readAll)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5192);
/* harmony import */ var _settings_read_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6679);
/* harmony import */ var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2408);
/* harmony import */ var _settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5652);





async function readAll(line) {
    const problems = [...line.problems, ...terminalProblems(line)];
    const raw = await withCredentials(line, problems);
    const token = process.env["GITHUB_TOKEN"];
    for (const secret of [raw["github-token"], token])
        _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .secrets */ .O3.add(secret ?? "");
    if (raw["github-token"] !== undefined) {
        process.stderr.write("Warning: others on this machine can read a command line; GITHUB_TOKEN is safer.\n");
    }
    const otherwise = (0,_settings_read_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .settingsOf */ .f)(process.env, token);
    return (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .readSettings */ .sb)(raw, { problems, files: await (0,_settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readSettingFiles */ .y)(raw), otherwise });
}
const ASKING_NOBODY = ["check", "restore", "explain", "try"];
function terminalProblems({ raw, yes, passwordStdin }) {
    const isWatched = process.stdout.isTTY || process.stderr.isTTY;
    const asksNobody = ASKING_NOBODY.includes(raw.command ?? "");
    const mayDelete = raw["dry-run"] !== "true" && !asksNobody && !yes;
    if (!mayDelete || !isWatched || (process.stdin.isTTY && !passwordStdin))
        return [];
    const setting = passwordStdin ? "--password-stdin" : "--yes";
    return [
        {
            setting,
            message: "standard input is not free for a question; say --yes to delete without one, or --dry-run",
        },
    ];
}
async function withCredentials(line, problems) {
    const { raw } = line;
    const username = raw.username ?? process.env["PRUNE_USERNAME"] ?? "";
    const password = await readPassword(line, problems);
    _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .secrets */ .O3.add(password);
    return { ...raw, ...(username === "" ? {} : { username }), ...(password === "" ? {} : { password }) };
}
async function readPassword({ raw, passwordStdin }, problems) {
    if (raw.password !== undefined) {
        process.stderr.write("Warning: others on this machine can read a command line; --password-stdin is safer.\n");
        if (passwordStdin) {
            problems.push({ setting: "--password-stdin", message: "--password is given too; give one" });
        }
        return raw.password;
    }
    if (!passwordStdin)
        return process.env["PRUNE_PASSWORD"] ?? "";
    const piped = (await (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(process.stdin)).replace(/\r?\n$/, "");
    if (piped === "")
        problems.push({ setting: "--password-stdin", message: "standard input is empty" });
    return piped;
}
async function readNames() {
    if (process.stdin.isTTY)
        process.stderr.write("Write the tags, one a line, and end with Ctrl-D.\n");
    return (0,node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__.text)(process.stdin);
}


/***/ }),

/***/ 4461:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ runApply),
/* harmony export */   u: () => (/* binding */ runPrune)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5192);
/* harmony import */ var _commands_prune_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4490);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6846);
/* harmony import */ var _report_run_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8446);
/* harmony import */ var _report_run_outputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7434);
/* harmony import */ var _report_plan_file_write_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5594);
/* harmony import */ var _report_run_result_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5327);
/* harmony import */ var _report_words_wording_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8900);









async function runPrune(line, settings) {
    const { hooks, log } = await openDeletionHooks(line, settings);
    let file = { plan: "", planSha256: "" };
    const result = await (0,_commands_prune_js__WEBPACK_IMPORTED_MODULE_2__/* .prune */ .R)(settings, {
        ...hooks,
        savePlans: async (plans) => {
            if (settings.plan === undefined)
                return;
            file = await savePlan(settings.plan, plans, settings);
            hooks.say({ kind: "plan-saved", path: settings.plan });
        },
    });
    return report(line, { result, file }, log);
}
async function runApply(line, settings) {
    const { apply } = await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(29)]).then(__webpack_require__.bind(__webpack_require__, 1029));
    const { hooks, log } = await openDeletionHooks(line, settings);
    const result = await apply(settings, { ...hooks, savePlans: () => Promise.resolve() });
    return report(line, { result, file: { plan: "", planSha256: "" } }, log);
}
async function openDeletionHooks(line, settings) {
    const { hooks, log } = await (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .openHooks */ .RN)(line);
    const asking = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .isTerminal */ .Hd)() && !line.yes;
    return {
        log,
        hooks: {
            ...hooks,
            tool: _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .TOOL */ .js,
            journalFolder: (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .stateFolder */ .yp)(),
            ...(asking ? { confirm: (plans) => confirm(plans, settings) } : {}),
        },
    };
}
function report(line, { result, file }, log) {
    if (line.json)
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .print */ .yy)((0,_report_run_outputs_js__WEBPACK_IMPORTED_MODULE_5__/* .renderJson */ .hF)(result, file));
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .tellFailure */ .s9)((0,_report_run_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .failureText */ .k)(result));
    for (const text of [...(0,_report_run_result_js__WEBPACK_IMPORTED_MODULE_7__/* .aboutSpace */ .W0)(result), ...(0,_report_run_result_js__WEBPACK_IMPORTED_MODULE_7__/* .aboutUndo */ .Ki)(result)])
        log.info(text);
    log.info((0,_report_run_result_js__WEBPACK_IMPORTED_MODULE_7__/* .summaryLine */ .dC)(result));
    return _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .EXIT_CODES */ .ai[(0,_report_run_result_js__WEBPACK_IMPORTED_MODULE_7__/* .statusOf */ .c2)(result)];
}
async function savePlan(path, plans, settings) {
    const text = (0,_report_plan_file_write_js__WEBPACK_IMPORTED_MODULE_6__/* .renderPlans */ .HG)(plans, settings.policies, { tool: _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .TOOL */ .js, created: new Date() });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text).catch((cause) => {
        throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PruneError */ .Pc(`the plan can't be written to ${path} (${String(cause)})`, "Name another file in --plan; nothing was deleted.", { cause });
    });
    return { plan: path, planSha256: (0,_report_plan_file_write_js__WEBPACK_IMPORTED_MODULE_6__/* .planSha256 */ .Fu)(text) };
}
function confirm(plans, { collection }) {
    const tags = plans.flatMap(({ plan }) => plan.deletions.flatMap((deletion) => deletion.tags)).length;
    const places = plans.map(({ repository }) => repository).join(", ");
    const then = collection === undefined ? "" : ", and then collect the registry's garbage";
    return (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(`Delete ${(0,_report_words_wording_js__WEBPACK_IMPORTED_MODULE_8__/* .count */ .U9)(tags, "tag")} from ${places}${then}?`);
}


/***/ }),

/***/ 6319:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ renderHelp)
/* harmony export */ });
/* harmony import */ var _program_about_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8617);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5882);
/* harmony import */ var _settings_table_setting_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1882);



const WIDTH = 100;
const INDENT = " ".repeat(6);
function renderHelp(command) {
    const flags = _arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.filter(({ commands }) => command === undefined || commands?.includes(command) !== false);
    return [
        ...(command === undefined ? USAGES : [USAGES[_settings_table_setting_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .L.indexOf(command)]]).map((usage, index) => `${index === 0 ? "Usage:" : "      "} ${_program_about_js__WEBPACK_IMPORTED_MODULE_2__/* .NAME */ .o} ${usage}`),
        "",
        ...ABOUT[command ?? "prune"],
        "",
        "Flags:",
        ...flags.flatMap(renderFlag),
        "",
        "A flag that takes a list can be given several times. A password is better not written on a command line:",
        "pipe it to --password-stdin, set PRUNE_USERNAME and PRUNE_PASSWORD, or sign in with docker login.",
        "",
        "Exit codes: 0 done; 1 failed, or not ready; 2 bad input; 3 some deletions failed.",
        "",
    ].join("\n");
}
const USAGES = [
    "[prune] IMAGE... [flags]",
    "apply PLAN [flags]",
    "restore JOURNAL [TAG...] [flags]",
    "reclaim REGISTRY [--gc-container NAME] [--storage PATH] [flags]",
    "check IMAGE [flags]",
    "explain IMAGE:TAG... [flags]",
    "try [IMAGE] [flags] < TAGS",
];
const ABOUT = {
    prune: [
        "Deletes all but the newest tags of the repositories that the images name, on a private registry, and never",
        "harms what it keeps. Begin with --dry-run. On a terminal it shows what it would delete, and asks.",
    ],
    apply: [
        "Carries out a plan that a dry run saved with --plan: just its deletions, and of those only what still stands.",
        "What is safe is found out anew.",
    ],
    restore: [
        "Puts back what a run deleted, byte for byte, from the journal that it wrote, until the next garbage collection.",
        "Without a tag, all of it. A tag that points elsewhere by now is left alone.",
    ],
    reclaim: [
        "Gets the registry's disk its space back: stops its container, collects the garbage, starts it again in every",
        "case, and proves that what is kept is whole; and removes from its storage what garbage collection leaves.",
        "Meant for a nightly job.",
    ],
    check: [
        "Says whether a registry is ready for a prune, one line for each thing, with what to do. Deletes nothing.",
    ],
    explain: [
        "Says of tags, in a few sentences each, what they are read as, their group and rank, and every reason for them",
        "to stay and to go. Deletes nothing.",
    ],
    try: [
        "Runs a policy over a list of names from standard input, one a line, with no registry at all: each name is an",
        "image of its own. Behind a name may stand its date (2026-03-01) and its size (120MB). IMAGE:TAG is just pushed.",
    ],
};
function renderFlag(flag) {
    const value = flag.type === "boolean" ? "" : ` ${flag.choices?.join("|") ?? (flag.type === "count" ? "N" : "VALUE")}`;
    const otherwise = (flag.default ?? flag.otherwise)?.replaceAll("`", "");
    const note = otherwise?.startsWith("required") === true
        ? `  (${otherwise})`
        : otherwise === undefined
            ? ""
            : `  (default: ${otherwise})`;
    return [`  --${flag.name}${value}${note}`, ...wrap(flag.help.replaceAll("`", ""))];
}
function wrap(text) {
    const lines = [];
    for (const word of text.split(" ")) {
        const line = lines.at(-1);
        if (line === undefined || line.length + word.length >= WIDTH)
            lines.push(INDENT + word);
        else
            lines[lines.length - 1] = `${line} ${word}`;
    }
    return lines;
}


/***/ }),

/***/ 5781:
/***/ (function (__webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _program_about_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8617);
/* harmony import */ var _deletions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4461);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7848);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5192);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5882);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6846);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6319);
/* harmony import */ var _report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27);








async function main() {
    const line = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCommandLine */ .Du)(process.argv.slice(2));
    switch (line.kind) {
        case "help":
            process.stdout.write((0,_help_js__WEBPACK_IMPORTED_MODULE_5__/* .renderHelp */ .W)(line.command));
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai.done;
        case "version":
            process.stdout.write(`${_program_about_js__WEBPACK_IMPORTED_MODULE_7__/* .VERSION */ .x}\n`);
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai.done;
        case "run":
            return run(line, await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .readAll */ .y)(line));
    }
}
async function run(line, settings) {
    switch (settings.command) {
        case "prune":
            return (0,_deletions_js__WEBPACK_IMPORTED_MODULE_0__/* .runPrune */ .u)(line, settings);
        case "apply":
            return (0,_deletions_js__WEBPACK_IMPORTED_MODULE_0__/* .runApply */ .O)(line, settings);
        case "restore":
            return (await Promise.all(/* import() */[__webpack_require__.e(458), __webpack_require__.e(579), __webpack_require__.e(768)]).then(__webpack_require__.bind(__webpack_require__, 4768))).runRestore(line, settings);
        case "reclaim":
            return (await Promise.all(/* import() */[__webpack_require__.e(800), __webpack_require__.e(483), __webpack_require__.e(810), __webpack_require__.e(897), __webpack_require__.e(180), __webpack_require__.e(921)]).then(__webpack_require__.bind(__webpack_require__, 6921))).runReclaim(line, settings);
        case "check":
            return (await Promise.all(/* import() */[__webpack_require__.e(483), __webpack_require__.e(415), __webpack_require__.e(352), __webpack_require__.e(892)]).then(__webpack_require__.bind(__webpack_require__, 8406))).runCheck(line, settings);
        case "explain":
            return (await __webpack_require__.e(/* import() */ 965).then(__webpack_require__.bind(__webpack_require__, 5965))).runExplain(line, settings);
        case "try":
            return (await __webpack_require__.e(/* import() */ 936).then(__webpack_require__.bind(__webpack_require__, 3936))).runTry(line, settings);
    }
}
try {
    process.exitCode = await main();
}
catch (error) {
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .tellFailure */ .s9)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_6__/* .describeThrown */ .YI)(error));
    process.exitCode = error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BadInputError */ .Ys ? _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai["bad-input"] : _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai.failed;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5192:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ai: () => (/* binding */ EXIT_CODES),
  js: () => (/* binding */ TOOL),
  _O: () => (/* binding */ USER_AGENT),
  kA: () => (/* binding */ ask),
  Hd: () => (/* binding */ isTerminal),
  JY: () => (/* binding */ openConnection),
  RN: () => (/* binding */ openHooks),
  Ne: () => (/* binding */ openLog),
  yy: () => (/* binding */ print),
  O3: () => (/* binding */ secrets),
  yp: () => (/* binding */ stateFolder),
  s9: () => (/* binding */ tellFailure)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:tty"
var external_node_tty_ = __webpack_require__(7066);
// EXTERNAL MODULE: ./lazy/program/about.js
var about = __webpack_require__(8617);
// EXTERNAL MODULE: ./lazy/report/words/limits.js
var limits = __webpack_require__(8354);
// EXTERNAL MODULE: ./lazy/report/log/progress.js + 2 modules
var log_progress = __webpack_require__(5614);
// EXTERNAL MODULE: ./lazy/report/words/redact.js
var redact = __webpack_require__(3219);
;// CONCATENATED MODULE: ./lazy/report/log/terminal.js
function canAnimate({ isTTY }, { TERM, CI }) {
    const isCi = CI !== undefined && CI !== "" && CI !== "false";
    return isTTY === true && TERM !== "dumb" && !isCi;
}
function createTerminalLog(streams, { redact, clear, isVerbose }) {
    const write = (stream, line) => {
        clear();
        stream.write(`${redact(line)}\n`);
    };
    const info = (line) => write(streams.info, line);
    return {
        info,
        warning: (line) => {
            write(streams.warnings, `Warning: ${line}`);
        },
        group: info,
        endGroup: () => undefined,
        ...(isVerbose ? { debug: info } : {}),
    };
}
async function askYesNo(question, { input, output }) {
    const { createInterface } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6848, 19));
    const terminal = createInterface({ input, output });
    try {
        const ended = new Promise((resolve) => terminal.once("close", () => resolve("")));
        const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended]);
        return /^y(?:es)?$/i.test(answer.trim());
    }
    finally {
        terminal.close();
    }
}

// EXTERNAL MODULE: ./lazy/program/signals.js
var signals = __webpack_require__(505);
;// CONCATENATED MODULE: ./lazy/cli/terminal.js










const { stdout, stderr } = process;
const EXIT_CODES = { done: 0, failed: 1, "bad-input": 2, "partly-failed": 3 };
const TOOL = `${about/* NAME */.o} ${about/* VERSION */.x}`;
const USER_AGENT = `${about/* NAME */.o}/${about/* VERSION */.x}`;
const secrets = (0,redact/* createRedactor */.l)();
const now = () => performance.now();
let bar;
function clearBar() {
    bar?.clear();
}
function openLog({ json, verbose: isVerbose }) {
    return createTerminalLog({ info: json ? stderr : stdout, warnings: stderr }, { redact: secrets.redact, clear: clearBar, isVerbose });
}
async function openHooks(line) {
    const log = openLog(line);
    const stream = line.json ? stderr : stdout;
    if (canAnimate(stream, process.env)) {
        const { createProgressBar } = await __webpack_require__.e(/* import() */ 380).then(__webpack_require__.bind(__webpack_require__, 1380));
        bar = createProgressBar(stream, now);
    }
    const progress = (0,log_progress/* createProgress */.m)(log, { now, ...(bar === undefined ? {} : { display: bar }) });
    const { say, signal } = (0,signals/* createStop */.n)(progress);
    const hooks = { userAgent: USER_AGENT, say, stop: signal, onSecret: secrets.add, run: (0,external_node_crypto_.randomUUID)() };
    return { log, hooks };
}
function openConnection() {
    return {
        userAgent: USER_AGENT,
        onSecret: secrets.add,
        onWait: (wait) => stderr.write(`${secrets.redact((0,limits/* describeLimit */.X)(wait, Date.now()))}\n`),
    };
}
function stateFolder() {
    const given = process.env["XDG_STATE_HOME"] ?? "";
    return (0,external_node_path_.join)((0,external_node_path_.isAbsolute)(given) ? given : (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".local/state"), about/* NAME */.o);
}
function print(text) {
    clearBar();
    stdout.write(secrets.redact(text));
}
function tellFailure(failure) {
    clearBar();
    if (failure !== "")
        stderr.write(`${secrets.redact(failure)}\n`);
}
function isTerminal() {
    return (0,external_node_tty_.isatty)(0) && (stderr.isTTY || stdout.isTTY);
}
function ask(question) {
    clearBar();
    return askYesNo(question, { input: process.stdin, output: stderr.isTTY ? stderr : stdout });
}


/***/ })

};
