export const id = 5781;
export const ids = [5781];
export const modules = {

/***/ 5882:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseCommandLine)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _program_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2580);
/* harmony import */ var _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1186);
/* harmony import */ var _report_log_color_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7544);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1117);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3835);






function parseCommandLine(argv) {
    if (argv.length === 0)
        return { kind: "nothing" };
    const options = Object.fromEntries(_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .FLAGS */ .Wg.map(({ name, type }) => {
        const short = _flags_js__WEBPACK_IMPORTED_MODULE_4__/* .LETTERS */ .mt[name];
        const isBoolean = type === "boolean";
        return [
            name,
            { type: isBoolean ? "boolean" : "string", ...(short === undefined ? {} : { short }) },
        ];
    }));
    const args = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .joinValues */ .jw)(argv);
    const { tokens } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...args],
        options,
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const reader = new ArgumentReader();
    for (const token of tokens) {
        if (token.kind === "positional")
            reader.positional(token.value);
        if (token.kind === "option")
            reader.option(token, args[token.index] ?? token.rawName);
    }
    return reader.result();
}
class ArgumentReader {
    #values = new Map();
    #problems = [];
    #isFirst = true;
    #afterUnknown = false;
    #command;
    #own;
    #isShort = false;
    positional(value) {
        if (this.#afterUnknown) {
            this.#afterUnknown = false;
            return;
        }
        const isFirst = this.#isFirst;
        this.#isFirst = false;
        if (isFirst && this.#isFirstWord(value))
            return;
        if (this.#own !== undefined)
            this.#own.topic ??= value;
        else
            this.#word(value);
    }
    #isFirstWord(value) {
        const own = _words_js__WEBPACK_IMPORTED_MODULE_5__/* .OWN_WORDS */ .Lj.find((known) => known === value);
        if (own !== undefined)
            this.#own = { word: own };
        else
            this.#command = _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo.find((known) => known === value);
        if (own !== undefined || this.#command !== undefined)
            return true;
        if (!(0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .isBareWord */ .fF)(value))
            return false;
        const near = (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .nearCommand */ ._G)(value);
        this.#problems.push({ setting: value, message: (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .unknownCommand */ .k8)(near) });
        this.#command = _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo.find((known) => known === near);
        return true;
    }
    #word(value) {
        const setting = this.#settingOfWord();
        if (setting === "image" && _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo.some((known) => known === value)) {
            this.#problems.push({ setting: value, message: "it is a command; write it first" });
        }
        else {
            this.#add(setting, value);
        }
    }
    #settingOfWord() {
        const { positional } = _program_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMAND_TABLE */ .v[this.#command ?? _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_COMMAND */ .YT];
        const [first, ...others] = positional;
        return positional.find((name) => !this.#values.has(name)) ?? others.at(-1) ?? first;
    }
    option({ name, rawName, value, inlineValue }, written) {
        this.#afterUnknown = false;
        const flag = _flags_js__WEBPACK_IMPORTED_MODULE_4__/* .FLAGS */ .Wg.find((known) => known.name === name);
        if (flag === undefined) {
            this.#unknown(name, rawName, written);
            this.#afterUnknown = rawName.startsWith("--") && inlineValue !== true;
        }
        else if (flag.type === "boolean") {
            if (name === "help")
                this.#isShort = rawName === "-h";
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
    #unknown(name, rawName, written) {
        const isWord = !rawName.startsWith("--");
        const setting = isWord ? (written.split("=")[0] ?? written) : rawName;
        if (isWord && this.#problems.some((problem) => problem.setting === setting))
            return;
        const long = _flags_js__WEBPACK_IMPORTED_MODULE_4__/* .FLAGS */ .Wg.find((flag) => `-${flag.name}` === setting);
        const message = long === undefined ? (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .unknownFlag */ .Vx)(name, rawName) : `write -${setting}, with two dashes`;
        this.#problems.push({ setting, message });
    }
    result() {
        if (this.#own?.word === "completion" && !this.#flag("help"))
            return this.#completion(this.#own.topic);
        if (this.#own !== undefined || this.#flag("help"))
            return this.#help();
        if (this.#flag("version"))
            return { kind: "version" };
        const flags = this.#outputFlags();
        const raw = Object.fromEntries(_flags_js__WEBPACK_IMPORTED_MODULE_4__/* .SETTING_FLAGS */ .bc.flatMap((setting) => this.#written(setting)));
        return {
            kind: "run",
            command: this.#command ?? _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_COMMAND */ .YT,
            raw: this.#command === undefined ? raw : { ...raw, command: this.#command },
            problems: this.#problems,
            passwordStdin: this.#flag("password-stdin"),
            yes: this.#flag("yes"),
            ...flags,
        };
    }
    #help() {
        const topic = this.#own?.topic;
        const command = topic === undefined ? this.#command : _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo.find((known) => known === topic);
        if (topic !== undefined && command === undefined && !_words_js__WEBPACK_IMPORTED_MODULE_5__/* .OWN_WORDS */ .Lj.some((word) => word === topic)) {
            return { kind: "wrong", problems: [{ setting: topic, message: (0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .unknownCommand */ .k8)((0,_words_js__WEBPACK_IMPORTED_MODULE_5__/* .nearCommand */ ._G)(topic)) }] };
        }
        return { kind: "help", isShort: this.#isShort, ...(command === undefined ? {} : { command }) };
    }
    #completion(topic) {
        const shell = _words_js__WEBPACK_IMPORTED_MODULE_5__/* .SHELLS */ .OF.find((known) => known === topic);
        if (shell !== undefined)
            return { kind: "completion", shell };
        const message = `${topic === undefined ? "it needs a shell" : `"${topic}" is no shell that it knows`}; write bash, zsh or fish`;
        return { kind: "wrong", problems: [{ setting: "completion", message }] };
    }
    #outputFlags() {
        const flags = {
            json: this.#flag("json"),
            quiet: this.#flag("quiet"),
            verbose: this.#flag("verbose"),
            logFormat: this.#choice("log-format", _flags_js__WEBPACK_IMPORTED_MODULE_4__/* .LOG_FORMATS */ .CD),
            color: this.#choice("color", _report_log_color_js__WEBPACK_IMPORTED_MODULE_3__/* .COLORS */ .lm),
        };
        if (flags.quiet && flags.verbose) {
            this.#problems.push({ setting: "--quiet", message: "--verbose is given too; give one" });
        }
        return flags;
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
    #choice(name, choices) {
        const value = this.#values.get(name)?.at(-1) ?? choices[0];
        const found = choices.find((choice) => choice === value);
        if (found === undefined) {
            this.#problems.push({ setting: `--${name}`, message: `"${value}" is not ${choices.join(" or ")}` });
        }
        return found ?? choices[0];
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
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .warn */ .R8)("others on this machine can read a command line; GITHUB_TOKEN is safer.");
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
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_1__/* .warn */ .R8)("others on this machine can read a command line; --password-stdin is safer.");
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

/***/ 1117:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ LOG_FORMATS),
/* harmony export */   G0: () => (/* binding */ FLAG_NAMES),
/* harmony export */   Wg: () => (/* binding */ FLAGS),
/* harmony export */   bc: () => (/* binding */ SETTING_FLAGS),
/* harmony export */   l1: () => (/* binding */ OWN_FLAGS),
/* harmony export */   mt: () => (/* binding */ LETTERS)
/* harmony export */ });
/* harmony import */ var _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1186);
/* harmony import */ var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7373);
/* harmony import */ var _report_log_color_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7544);



const LOG_FORMATS = ["text", "json"];
const OWN_FLAGS = [
    {
        name: "json",
        type: "boolean",
        help: "Print the result as JSON on standard output, and the log on standard error.",
    },
    {
        name: "log-format",
        type: "choice",
        choices: LOG_FORMATS,
        default: LOG_FORMATS[0],
        help: "Print each line of the log as it is, or as JSON with its time and level (`info`, `warning`, `error`).",
    },
    { name: "quiet", type: "boolean", help: "Print warnings, failures and answers alone." },
    { name: "verbose", type: "boolean", help: "Print a line for each tag.", commands: _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .DELETING */ .H5 },
    {
        name: "color",
        type: "choice",
        choices: _report_log_color_js__WEBPACK_IMPORTED_MODULE_2__/* .COLORS */ .lm,
        default: _report_log_color_js__WEBPACK_IMPORTED_MODULE_2__/* .COLORS */ .lm[0],
        help: "Print in colour. `auto`: on a terminal, unless `NO_COLOR` says no; `FORCE_COLOR` says yes.",
    },
    { name: "password-stdin", type: "boolean", help: "Read the password from standard input." },
    { name: "yes", type: "boolean", help: "Don't ask before deleting, or before a registry is stopped." },
    { name: "help", type: "boolean", help: "Print this; `-h` prints the short help." },
    { name: "version", type: "boolean", help: "Print the version." },
];
const LETTERS = {
    help: "h",
    "dry-run": "n",
    quiet: "q",
    verbose: "v",
    version: "V",
};
const SETTING_FLAGS = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_1__/* .SETTINGS */ .y.filter(({ name }) => name !== "command");
const FLAGS = [...SETTING_FLAGS, ...OWN_FLAGS];
const FLAG_NAMES = FLAGS.map(({ name }) => name);


/***/ }),

/***/ 5781:
/***/ (function (__webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _program_about_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8617);
/* harmony import */ var _program_process_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2837);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7848);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5192);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5882);
/* harmony import */ var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6846);
/* harmony import */ var _report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27);







async function main() {
    const line = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__/* .parseCommandLine */ .D)(process.argv.slice(2));
    switch (line.kind) {
        case "nothing":
            process.stderr.write(await helpText({ kind: "help", isShort: true }));
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai["bad-input"];
        case "help":
            process.stdout.write(await helpText(line));
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai.done;
        case "version":
            process.stdout.write(`${_program_about_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSION */ .xv}\n`);
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai.done;
        case "completion": {
            const { renderCompletion } = await __webpack_require__.e(/* import() */ 9206).then(__webpack_require__.bind(__webpack_require__, 9206));
            process.stdout.write(renderCompletion(line.shell));
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai.done;
        }
        case "wrong":
            throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BadInputError */ .Ys(line.problems);
        case "run":
            return run(line);
    }
}
async function helpText({ command, isShort }) {
    const { renderHelp } = await __webpack_require__.e(/* import() */ 9465).then(__webpack_require__.bind(__webpack_require__, 9465));
    const { columns } = process.stdout.isTTY ? process.stdout : process.stderr;
    return renderHelp(command, { isShort, ...(columns > 0 ? { width: columns } : {}) });
}
async function run(line) {
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .setForm */ .Bu)(line);
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
function exitCodeOf(error) {
    if (error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .BadInputError */ .Ys)
        return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai["bad-input"];
    const isInterrupted = error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .NoAnswerError */ .i5 && error.why === "interrupted";
    return _terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai[isInterrupted ? "interrupted" : "failed"];
}
(0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_0__/* .guardEnds */ .w)((thrown) => {
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .tellFailure */ .s9)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__/* .describeThrown */ .YI)(thrown));
});
process.title = _program_about_js__WEBPACK_IMPORTED_MODULE_6__/* .NAME */ .o_;
try {
    process.exitCode = await main();
}
catch (error) {
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__/* .tellFailure */ .s9)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__/* .describeThrown */ .YI)(error));
    process.exitCode = exitCodeOf(error);
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
  Bu: () => (/* binding */ setForm),
  s9: () => (/* binding */ tellFailure),
  R8: () => (/* binding */ warn)
});

// EXTERNAL MODULE: external "node:stream/consumers"
var consumers_ = __webpack_require__(8321);
// EXTERNAL MODULE: external "node:tty"
var external_node_tty_ = __webpack_require__(7066);
// EXTERNAL MODULE: ./lazy/core/base/errors.js
var errors = __webpack_require__(6846);
// EXTERNAL MODULE: ./lazy/program/folders.js
var folders = __webpack_require__(5005);
// EXTERNAL MODULE: ./lazy/report/log/progress.js + 5 modules
var progress = __webpack_require__(5019);
// EXTERNAL MODULE: ./lazy/report/outlet/outlet.js + 2 modules
var outlet = __webpack_require__(8602);
// EXTERNAL MODULE: ./lazy/report/log/color.js
var color = __webpack_require__(7544);
;// CONCATENATED MODULE: ./lazy/report/log/terminal.js

function canAnimate({ isTTY }, { TERM, CI }) {
    const isCi = CI !== undefined && CI !== "" && CI !== "false";
    return isTTY === true && TERM !== "dumb" && !isCi;
}
function createTerminalLog(looks, { clean, clear, isVerbose, isQuiet = false, asJson }) {
    const write = (look, level, line) => {
        clear();
        const text = level === "warning" && asJson === undefined ? `Warning: ${line}` : line;
        look.stream.write(asJson === undefined ? shown(clean(text), look) : asJson(level, text));
    };
    const info = (line) => {
        if (!isQuiet)
            write(looks.info, "info", line);
    };
    return {
        info,
        warning: (line) => {
            write(looks.warnings, "warning", line);
        },
        group: info,
        endGroup: () => undefined,
        ...(isVerbose ? { debug: (line) => write(looks.info, "debug", line) } : {}),
    };
}
function shown(line, { hasColor = false, width = 0 }) {
    const [first = "", ...below] = (0,color/* fitted */.$5)(line, width);
    const lines = hasColor ? [(0,color/* paint */.nI)(first), ...below.map(color/* faint */.R4)] : [first, ...below];
    return `${lines.join("\n")}\n`;
}
function jsonLine(level, text, at) {
    return `${JSON.stringify({ time: at.toISOString(), level, message: text.trim() })}\n`;
}
async function askYesNo(question, { input, output }) {
    const { createInterface } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6848, 19));
    const terminal = createInterface({ input, output });
    try {
        const ended = new Promise((resolve) => {
            terminal.once("SIGINT", () => resolve("interrupted"));
            terminal.once("close", () => resolve("ended"));
            terminal.once("error", () => resolve("ended"));
        });
        const typed = terminal
            .question(`${question} [y/N] `)
            .then((answer) => (/^y(?:es)?$/i.test(answer.trim()) ? "yes" : "no"));
        return await Promise.race([typed, ended]);
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
    interrupted: 130,
};
const terminal_outlet = (0,outlet/* createOutlet */.Y)();
const now = () => performance.now();
let bar;
function clearBar() {
    bar?.clear();
}
let terminal_form = { logFormat: "text", color: "auto" };
function setForm(line) {
    terminal_form = line;
}
function openDoor(line) {
    const stream = line.json ? stderr : stdout;
    const mayAsk = isTerminal() && !line.yes;
    const log = createTerminalLog({ info: lookOf(stream), warnings: lookOf(stderr) }, {
        clean: terminal_outlet.text,
        clear: clearBar,
        isVerbose: line.verbose,
        isQuiet: line.quiet,
        ...(terminal_form.logFormat === "json" ? { asJson } : {}),
    });
    return {
        log,
        note: (text) => {
            if (!line.quiet)
                writeLine("info", text);
        },
        onSecret: terminal_outlet.add,
        openProgress: () => openProgress(log, { stream, isStill: line.quiet, isAsked: mayAsk }),
        ...(mayAsk ? { ask } : {}),
        readInput,
        journalFolder: (0,folders/* stateFolder */.y)(process.env),
        spareFolders: (0,folders/* otherFolders */.E)(process.env),
        setOutput: () => undefined,
        startedAs: async () => {
            const { startedAs, startOfProcess } = await __webpack_require__.e(/* import() */ 6216).then(__webpack_require__.bind(__webpack_require__, 6216));
            return startedAs(startOfProcess());
        },
    };
}
function lookOf(stream) {
    return {
        stream,
        hasColor: (0,color/* hasColor */.cE)(terminal_form.color, stream.isTTY, process.env),
        width: stream.isTTY ? stream.columns : 0,
    };
}
function asJson(level, text) {
    return terminal_outlet.json(jsonLine(level, text, new Date()));
}
function writeLine(level, text) {
    clearBar();
    stderr.write(terminal_form.logFormat === "json" ? asJson(level, text) : `${terminal_outlet.text(text)}\n`);
}
function warn(text) {
    writeLine("warning", terminal_form.logFormat === "json" ? text : `Warning: ${text}`);
}
async function openProgress(log, { stream, isStill, isAsked }) {
    if (!isStill && terminal_form.logFormat === "text" && canAnimate(stream, process.env)) {
        const { createProgressBar } = await __webpack_require__.e(/* import() */ 1380).then(__webpack_require__.bind(__webpack_require__, 1380));
        bar = createProgressBar(stream, now);
    }
    return (0,progress/* createProgress */.m)(log, { now, showsOnce: isAsked, ...(bar === undefined ? {} : { display: bar }) });
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
    if (failure === "")
        return;
    if (terminal_form.logFormat === "json")
        return writeLine("error", failure);
    clearBar();
    const text = terminal_outlet.text(failure);
    stderr.write(`${(0,color/* hasColor */.cE)(terminal_form.color, stderr.isTTY, process.env) ? (0,color/* paintFailure */.hJ)(text) : text}\n`);
}
function isTerminal() {
    return (0,external_node_tty_.isatty)(0) && (stderr.isTTY || stdout.isTTY);
}
async function ask(question) {
    clearBar();
    const output = stderr.isTTY ? stderr : stdout;
    const answer = await askYesNo(terminal_outlet.text(question), { input: process.stdin, output });
    if (answer === "yes" || answer === "no")
        return answer === "yes";
    output.write("\n");
    throw new errors/* NoAnswerError */.i5(answer);
}


/***/ }),

/***/ 3835:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lj: () => (/* binding */ OWN_WORDS),
/* harmony export */   OF: () => (/* binding */ SHELLS),
/* harmony export */   Vx: () => (/* binding */ unknownFlag),
/* harmony export */   _G: () => (/* binding */ nearCommand),
/* harmony export */   fF: () => (/* binding */ isBareWord),
/* harmony export */   jw: () => (/* binding */ joinValues),
/* harmony export */   k8: () => (/* binding */ unknownCommand)
/* harmony export */ });
/* harmony import */ var _core_base_near_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5607);
/* harmony import */ var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9679);
/* harmony import */ var _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1186);
/* harmony import */ var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1117);




const OWN_WORDS = ["help", "completion"];
const SHELLS = ["bash", "zsh", "fish"];
const NEVER_SUGGESTED = ["yes"];
function joinValues(argv) {
    const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
    const joined = [];
    for (let index = 0; index < argv.length; index += 1) {
        const [word = "", next] = [argv[index], argv[index + 1]];
        const flag = index < end ? _flags_js__WEBPACK_IMPORTED_MODULE_2__/* .FLAGS */ .Wg.find(({ name }) => word === `--${name}`) : undefined;
        const isTruth = flag?.type === "boolean" && next !== undefined && isTruthWord(next);
        if (isTruth)
            index += 1;
        if (isTruth)
            joined.push(`${word}=${next}`);
        else if (lacksValue(flag?.type, next))
            joined.push(`${word}=`);
        else
            joined.push(word);
    }
    return joined;
}
function isTruthWord(word) {
    return /^(?:true|false|yes|no|on|off)$/i.test(word);
}
function lacksValue(type, next) {
    return type !== undefined && type !== "boolean" && (next === undefined || next.startsWith("-"));
}
function unknownFlag(name, rawName) {
    if (!rawName.startsWith("--")) {
        return "there is no such flag; those of one letter are -h (help), -n (dry-run), -q (quiet), -v (verbose) and -V (version)";
    }
    const known = _flags_js__WEBPACK_IMPORTED_MODULE_2__/* .FLAG_NAMES */ .G0.filter((flag) => !NEVER_SUGGESTED.includes(flag));
    const { message } = (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .unknownSetting */ .p)(name, known);
    return message.replace("did you mean ", "did you mean --").replace(/docs\S+ lists/, "--help lists");
}
function isBareWord(word) {
    return /^[a-z][a-z-]*$/i.test(word);
}
function nearCommand(word) {
    const known = [..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .Lo, ...OWN_WORDS];
    const lower = word.toLowerCase();
    return known.find((name) => name === lower || name === (0,_core_base_near_name_js__WEBPACK_IMPORTED_MODULE_3__/* .nearName */ .c)(lower, known));
}
function unknownCommand(near) {
    return near === undefined
        ? `there is no such command (${[..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .Lo, ...OWN_WORDS].join(", ")}), and an image names its host, such as registry.example.com/team/app`
        : `there is no such command; did you mean ${near}?`;
}


/***/ }),

/***/ 7544:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   R4: () => (/* binding */ faint),
/* harmony export */   cE: () => (/* binding */ hasColor),
/* harmony export */   hJ: () => (/* binding */ paintFailure),
/* harmony export */   lm: () => (/* binding */ COLORS),
/* harmony export */   nI: () => (/* binding */ paint)
/* harmony export */ });
const COLORS = ["auto", "always", "never"];
function hasColor(color, isTerminal, environment) {
    if (color !== "auto")
        return color === "always";
    const { NO_COLOR = "", FORCE_COLOR = "", CLICOLOR_FORCE = "", CLICOLOR, TERM } = environment;
    if (NO_COLOR !== "")
        return false;
    if (FORCE_COLOR !== "")
        return !["0", "false"].includes(FORCE_COLOR);
    if (!["", "0"].includes(CLICOLOR_FORCE))
        return true;
    return isTerminal && CLICOLOR !== "0" && TERM !== "dumb";
}
const [RED, GREEN, YELLOW, BOLD, FAINT] = ["31", "32", "33", "1", "2"];
const VERDICTS = {
    delete: RED,
    untag: YELLOW,
    skip: FAINT,
    keep: GREEN,
};
const VERDICT = /^(\s*)(delete|untag|skip|keep)(\s+)(\S+)(.*)$/s;
const TITLE = /^\S+: .* to (?:delete|keep)\b/;
function paint(line) {
    const [, before = "", verdict = "", gap = "", name = "", rest = ""] = VERDICT.exec(line) ?? [];
    const color = VERDICTS[verdict];
    if (color !== undefined) {
        return `${before}${inColor(color, `${verdict}${gap}${name}`)}${inColor(FAINT, rest)}`;
    }
    if (line.startsWith("Warning: "))
        return inColor(YELLOW, "Warning:") + line.slice("Warning:".length);
    if (TITLE.test(line))
        return inColor(BOLD, line);
    return /^\s*… and /.test(line) ? inColor(FAINT, line) : line;
}
function paintFailure(text) {
    const [first = "", ...others] = text.split("\n");
    return [inColor(RED, first), ...others].join("\n");
}
function faint(line) {
    return inColor(FAINT, line);
}
function inColor(code, text) {
    return text === "" ? "" : `\u001B[${code}m${text}\u001B[0m`;
}
const NARROWEST = 40;
function fitted(line, width) {
    if (width < NARROWEST || line.length <= width || !VERDICT.test(line))
        return [line];
    const indent = " ".repeat(10);
    const lines = [];
    let rest = line;
    while (rest.length > width) {
        const least = lines.length === 0 ? 2 + indent.length : indent.length + 1;
        const at = rest.lastIndexOf(" ", width);
        const cut = at > least ? at : rest.indexOf(" ", width);
        if (cut === -1)
            break;
        lines.push(rest.slice(0, cut).trimEnd());
        rest = indent + rest.slice(cut).trimStart();
    }
    return [...lines, rest];
}


/***/ })

};
