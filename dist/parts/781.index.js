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
/* harmony import */ var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9679);
/* harmony import */ var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7373);
/* harmony import */ var _program_commands_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2580);
/* harmony import */ var _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1186);





const OWN_FLAGS = [
    {
        name: "json",
        type: "boolean",
        help: "Print the result as JSON on standard output, and the log on standard error.",
    },
    { name: "password-stdin", type: "boolean", help: "Read the password from standard input." },
    { name: "yes", type: "boolean", help: "Don't ask before deleting, or before a registry is stopped." },
    { name: "verbose", type: "boolean", help: "Print a line for each tag.", commands: _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .DELETING */ .H5 },
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
    const reader = new ArgumentReader();
    for (const token of tokens) {
        if (token.kind === "positional")
            reader.positional(token.value);
        if (token.kind === "option")
            reader.option(token);
    }
    return reader.result();
}
function lacksValue(word, next) {
    const flag = FLAGS.find(({ name }) => word === `--${name}`);
    return flag !== undefined && flag.type !== "boolean" && (next === undefined || next.startsWith("-"));
}
class ArgumentReader {
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
        const command = this.#isFirst ? _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .COMMANDS */ .Lo.find((known) => known === value) : undefined;
        this.#isFirst = false;
        if (command !== undefined)
            this.#command = command;
        else
            this.#add(this.#settingOfWord(), value);
    }
    #settingOfWord() {
        const { positional } = _program_commands_js__WEBPACK_IMPORTED_MODULE_3__/* .COMMAND_TABLE */ .v[this.#command ?? _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_COMMAND */ .YT];
        const [first, ...others] = positional;
        return positional.find((name) => !this.#values.has(name)) ?? others.at(-1) ?? first;
    }
    option({ name, rawName, value, inlineValue }) {
        this.#afterUnknown = false;
        const flag = FLAGS.find((known) => known.name === name);
        if (flag === undefined) {
            this.#afterUnknown = inlineValue !== true;
            const { message } = (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .unknownSetting */ .p)(name, FLAG_NAMES);
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
            command: this.#command ?? _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_4__/* .DEFAULT_COMMAND */ .YT,
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
/* harmony export */   X: () => (/* binding */ readLine)
/* harmony export */ });
/* harmony import */ var node_stream_consumers__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8321);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5192);
/* harmony import */ var _program_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2580);
/* harmony import */ var _program_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6829);
/* harmony import */ var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9679);
/* harmony import */ var _settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5652);






async function readLine(line) {
    const problems = [...line.problems, ...terminalProblems(line)];
    const raw = await withCredentials(line, problems);
    const token = process.env["GITHUB_TOKEN"];
    (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .learnSecrets */ .u)(_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .outlet */ .gx, { secrets: [raw["github-token"], token], settings: raw, environment: process.env });
    if (raw["github-token"] !== undefined) {
        process.stderr.write("Warning: others on this machine can read a command line; GITHUB_TOKEN is safer.\n");
    }
    const otherwise = (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsOf */ .f)(process.env, token);
    const known = { problems, files: await (0,_settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_4__/* .readSettingFiles */ .y)(raw), otherwise };
    return (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .readSettings */ .s)(raw, (name) => _program_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_TABLE */ .v[name].prepare, known);
}
function terminalProblems({ command, raw, yes, passwordStdin }) {
    const isWatched = process.stdout.isTTY || process.stderr.isTTY;
    const mayAsk = _program_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMAND_TABLE */ .v[command].asks && raw["dry-run"] !== "true" && !yes;
    if (!mayAsk || !isWatched || (process.stdin.isTTY && !passwordStdin))
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
    _terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .outlet */ .gx.add(password);
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


/***/ }),

/***/ 6319:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ renderHelp)
/* harmony export */ });
/* harmony import */ var _program_about_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8617);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5882);
/* harmony import */ var _program_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2580);
/* harmony import */ var _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1186);




const WIDTH = 100;
const INDENT = " ".repeat(6);
function renderHelp(command) {
    const flags = _arguments_js__WEBPACK_IMPORTED_MODULE_0__/* .FLAGS */ .Wg.filter(({ commands }) => command === undefined || commands?.includes(command) !== false);
    return [
        ...(command === undefined ? _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo : [command]).map((name, index) => `${index === 0 ? "Usage:" : "      "} ${_program_about_js__WEBPACK_IMPORTED_MODULE_3__/* .NAME */ .o_} ${_program_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMAND_TABLE */ .v[name].usage}`),
        "",
        ..._program_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMAND_TABLE */ .v[command ?? _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_COMMAND */ .YT].about,
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
/* harmony import */ var _program_process_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2837);
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
            process.stdout.write(`${_program_about_js__WEBPACK_IMPORTED_MODULE_7__/* .VERSION */ .xv}\n`);
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai.done;
        case "run":
            return run(line);
    }
}
async function run(line) {
    const runCommand = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .readLine */ .X)(line);
    const door = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .openDoor */ .fx)(line);
    const view = await runCommand(door);
    show(view, line, door.log);
    return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai[view.status];
}
function show(view, { json }, log) {
    if (json)
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .printJson */ .Q2)(view.json());
    else if (view.kind === "answer")
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .print */ .yy)(view.text());
    if (view.kind === "answer")
        return;
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .tellFailure */ .s9)(view.failure);
    for (const text of view.closing)
        log.info(text);
}
(0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_0__/* .guardEnds */ .w)((thrown) => {
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .tellFailure */ .s9)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_6__/* .describeThrown */ .YI)(thrown));
});
process.title = _program_about_js__WEBPACK_IMPORTED_MODULE_7__/* .NAME */ .o_;
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
  fx: () => (/* binding */ openDoor),
  gx: () => (/* binding */ terminal_outlet),
  yy: () => (/* binding */ print),
  Q2: () => (/* binding */ printJson),
  s9: () => (/* binding */ tellFailure)
});

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:tty"
var external_node_tty_ = __webpack_require__(7066);
// EXTERNAL MODULE: ./lazy/program/folders.js
var folders = __webpack_require__(5005);
// EXTERNAL MODULE: ./lazy/report/log/progress.js + 5 modules
var progress = __webpack_require__(5019);
// EXTERNAL MODULE: ./lazy/report/outlet/outlet.js + 2 modules
var outlet = __webpack_require__(8602);
;// CONCATENATED MODULE: ./lazy/report/log/terminal.js
function canAnimate({ isTTY }, { TERM, CI }) {
    const isCi = CI !== undefined && CI !== "" && CI !== "false";
    return isTTY === true && TERM !== "dumb" && !isCi;
}
function createTerminalLog(streams, { clean, clear, isVerbose }) {
    const write = (stream, line) => {
        clear();
        stream.write(`${clean(line)}\n`);
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
        const ended = new Promise((resolve) => {
            terminal.once("close", () => resolve(""));
            terminal.once("error", () => resolve(""));
        });
        const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended]);
        return /^y(?:es)?$/i.test(answer.trim());
    }
    finally {
        terminal.close();
    }
}

;// CONCATENATED MODULE: ./lazy/cli/terminal.js






const { stdout, stderr } = process;
const EXIT_CODES = {
    done: 0,
    failed: 1,
    "bad-input": 2,
    "partly-failed": 3,
};
const terminal_outlet = (0,outlet/* createOutlet */.Y)();
const now = () => performance.now();
let bar;
function clearBar() {
    bar?.clear();
}
function openDoor(line) {
    const stream = line.json ? stderr : stdout;
    const log = createTerminalLog({ info: stream, warnings: stderr }, { clean: terminal_outlet.text, clear: clearBar, isVerbose: line.verbose });
    return {
        log,
        note: (text) => stderr.write(`${terminal_outlet.text(text)}\n`),
        onSecret: terminal_outlet.add,
        openProgress: () => openProgress(log, stream),
        ...(isTerminal() && !line.yes ? { ask } : {}),
        readInput,
        journalFolder: (0,folders/* stateFolder */.y)(process.env),
        spareFolders: (0,folders/* otherFolders */.E)(process.env),
        setOutput: () => undefined,
        startedAs: async () => {
            const { startedAs, startOfProcess } = await __webpack_require__.e(/* import() */ 216).then(__webpack_require__.bind(__webpack_require__, 6216));
            return startedAs(startOfProcess());
        },
    };
}
async function openProgress(log, stream) {
    if (canAnimate(stream, process.env)) {
        const { createProgressBar } = await __webpack_require__.e(/* import() */ 380).then(__webpack_require__.bind(__webpack_require__, 1380));
        bar = createProgressBar(stream, now);
    }
    return (0,progress/* createProgress */.m)(log, { now, ...(bar === undefined ? {} : { display: bar }) });
}
function readInput(request) {
    if (process.stdin.isTTY)
        stderr.write(`${terminal_outlet.text(request)}\n`);
    return (0,consumers_.text)(process.stdin);
}
function print(text) {
    clearBar();
    stdout.write(terminal_outlet.text(text));
}
function printJson(json) {
    clearBar();
    stdout.write(terminal_outlet.json(json));
}
function tellFailure(failure) {
    clearBar();
    if (failure !== "")
        stderr.write(`${terminal_outlet.text(failure)}\n`);
}
function isTerminal() {
    return (0,external_node_tty_.isatty)(0) && (stderr.isTTY || stdout.isTTY);
}
function ask(question) {
    clearBar();
    return askYesNo(terminal_outlet.text(question), { input: process.stdin, output: stderr.isTTY ? stderr : stdout });
}


/***/ })

};
