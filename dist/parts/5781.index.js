export const id = 5781;
export const ids = [5781];
export const modules = {

/***/ 60:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  D: () => (  parseCommandLine)
});

var external_node_util_ = __webpack_require__(7975);
var commands = __webpack_require__(9106);
var table_commands = __webpack_require__(1186);
var cli_flags = __webpack_require__(1117);
var color = __webpack_require__(7544);
; 


function readOutputFlags(values, problems) {
    const flags = {
        json: readFlag("json", values, problems),
        quiet: readFlag("quiet", values, problems),
        verbose: readFlag("verbose", values, problems),
        logFormat: readChoice("log-format", cli_flags .CD, { values, problems }),
        color: readChoice("color", color .lm, { values, problems }),
    };
    if (flags.quiet && flags.verbose) {
        problems.push({ setting: "--quiet", message: "--verbose is given too; give one" });
    }
    return flags;
}
function readChoice(name, choices, { values, problems }) {
    const value = values.get(name)?.at(-1) ?? choices[0];
    const found = choices.find((choice) => choice === value);
    if (found === undefined) {
        problems.push({ setting: `--${name}`, message: `"${value}" is not ${choices.join(" or ")}` });
    }
    return found ?? choices[0];
}
function readFlag(name, values, problems) {
    const value = values.get(name)?.at(-1) ?? "false";
    if (value !== "true" && value !== "false") {
        problems.push({ setting: `--${name}`, message: `"${value}" is not true or false` });
    }
    return value === "true";
}

var cli_words = __webpack_require__(3835);
; 






function parseCommandLine(argv) {
    if (argv.length === 0)
        return { kind: "nothing" };
    const options = Object.fromEntries(cli_flags .Wg.map(({ name, type }) => {
        const short = cli_flags .mt[name];
        const isBoolean = type === "boolean";
        return [
            name,
            { type: isBoolean ? "boolean" : "string", ...(short === undefined ? {} : { short }) },
        ];
    }));
    const { words, strange } = (0,cli_words .d1)((0,cli_words .jw)(argv));
    const { tokens } = (0,external_node_util_.parseArgs)({
        args: [...words],
        options,
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const reader = new ArgumentReader(strange);
    for (const token of tokens) {
        if (token.kind === "positional")
            reader.positional(token.value);
        if (token.kind === "option")
            reader.option(token);
    }
    return reader.result();
}
class ArgumentReader {
    #values = new Map();
    #problems = [];
    #isFirst = true;
    #afterUnknown = false;
    #mayHaveTaken = false;
    #truth;
    #command;
    #own;
    #isShort = false;
    #isLost = false;
    constructor(strange) {
        for (const word of strange)
            this.#problems.push({ setting: word, message: (0,cli_words .A)(word) });
        this.#mayHaveTaken = strange.length > 0;
    }
    positional(value) {
        if (this.#afterUnknown) {
            this.#afterUnknown = false;
            return;
        }
        const truth = this.#truth;
        this.#truth = undefined;
        if (truth !== undefined && this.#isNoTruth(value)) {
            this.#problems.push({ setting: truth, message: `"${value}" is not true or false` });
            this.#mayHaveTaken = true;
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
    #isNoTruth(value) {
        return (0,cli_words .r0)(value, this.#isFirst) && this.#settingOfWord() === "image";
    }
    #isFirstWord(value) {
        const own = cli_words .Lj.find((known) => known === value);
        if (own !== undefined)
            this.#own = { word: own };
        else
            this.#command = table_commands .Lo.find((known) => known === value);
        if (own !== undefined || this.#command !== undefined)
            return true;
        if (!(0,cli_words .fF)(value))
            return false;
        const near = (0,cli_words ._G)(value);
        this.#problems.push({ setting: value, message: (0,cli_words .k8)(near) });
        this.#isLost = true;
        this.#command = table_commands .Lo.find((known) => known === near);
        return true;
    }
    #word(value) {
        const setting = this.#settingOfWord();
        if (setting === "image" && table_commands .Lo.some((known) => known === value)) {
            this.#problems.push({ setting: value, message: "it is a command; write it first" });
        }
        else {
            this.#add(setting, value);
        }
    }
    #settingOfWord() {
        const { positional } = commands .v[this.#command ?? table_commands .YT];
        const [first, ...others] = positional;
        return positional.find((name) => !this.#values.has(name)) ?? others.at(-1) ?? first;
    }
    option({ name, rawName, value, inlineValue }) {
        this.#afterUnknown = false;
        this.#truth = undefined;
        const flag = cli_flags .Wg.find((known) => known.name === name);
        if (flag === undefined) {
            this.#problems.push({ setting: rawName, message: (0,cli_words .Vx)(name) });
            this.#afterUnknown = inlineValue !== true;
            this.#mayHaveTaken = true;
        }
        else if (flag.type === "boolean") {
            if (name === "help")
                this.#isShort = rawName === "-h";
            if (value === undefined)
                this.#truth = rawName;
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
        if (this.#own?.word === "completion" && !this.#flag("help"))
            return this.#completion(this.#own.topic);
        if (this.#own !== undefined || this.#flag("help"))
            return this.#help();
        if (this.#flag("version"))
            return { kind: "version" };
        if (this.#isLost)
            return { kind: "wrong", problems: this.#problems };
        const flags = readOutputFlags(this.#values, this.#problems);
        const raw = Object.fromEntries(cli_flags .bc.flatMap((setting) => this.#written(setting)));
        return {
            kind: "run",
            command: this.#command ?? table_commands .YT,
            raw: this.#command === undefined ? raw : { ...raw, command: this.#command },
            problems: this.#problems,
            passwordStdin: this.#flag("password-stdin"),
            yes: this.#flag("yes"),
            lost: this.#lost(),
            ...flags,
        };
    }
    #lost() {
        const [first] = commands .v[this.#command ?? table_commands .YT].positional;
        return this.#mayHaveTaken && !this.#values.has(first) ? [first] : [];
    }
    #flag(name) {
        return readFlag(name, this.#values, this.#problems);
    }
    #help() {
        const topic = this.#own?.topic;
        const command = topic === undefined ? this.#command : table_commands .Lo.find((known) => known === topic);
        if (topic !== undefined && command === undefined && !cli_words .Lj.some((word) => word === topic)) {
            return { kind: "wrong", problems: [{ setting: topic, message: (0,cli_words .k8)((0,cli_words ._G)(topic)) }] };
        }
        return { kind: "help", isShort: this.#isShort, ...(command === undefined ? {} : { command }) };
    }
    #completion(topic) {
        const shell = cli_words .OF.find((known) => known === topic);
        if (shell !== undefined)
            return { kind: "completion", shell };
        const message = `${topic === undefined ? "it needs a shell" : `"${topic}" is no shell that it knows`}; write bash, zsh or fish`;
        return { kind: "wrong", problems: [{ setting: "completion", message }] };
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
}


/***/ }),

/***/ 7848:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    X: () => (  readLine)
  });
  var _standard_input_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5192);
  var _terminal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(186);
  var _core_base_unexpanded_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3795);
  var _program_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9106);
  var _program_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6829);
  var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9679);
  var _settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5652);







async function readLine(line) {
    const problems = [...line.problems, ...terminalProblems(line)];
    const raw = await withCredentials(line, problems);
    const token = process.env["GITHUB_TOKEN"];
    (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_4__  .u)(_terminal_js__WEBPACK_IMPORTED_MODULE_0__  .gx, { secrets: [raw["github-token"], token], settings: raw, environment: process.env });
    if (raw["github-token"] !== undefined) {
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__  .R8)("others on this machine can read a command line; GITHUB_TOKEN is safer.");
    }
    const otherwise = (0,_program_environment_js__WEBPACK_IMPORTED_MODULE_4__  .f)(process.env, token);
    const known = { problems, lost: line.lost, files: await (0,_settings_read_setting_files_js__WEBPACK_IMPORTED_MODULE_3__  .y)(raw), otherwise };
    return (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_2__  .s)(raw, (name) => _program_commands_js__WEBPACK_IMPORTED_MODULE_1__  .v[name].prepare, known);
}
function terminalProblems({ command, raw, yes, passwordStdin }) {
    const isWatched = process.stdout.isTTY || process.stderr.isTTY;
    const mayAsk = _program_commands_js__WEBPACK_IMPORTED_MODULE_1__  .v[command].asks && raw["dry-run"] !== "true" && !yes;
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
    const password = (0,_core_base_unexpanded_js__WEBPACK_IMPORTED_MODULE_5__  .Mx)(await readPassword(line, problems));
    _terminal_js__WEBPACK_IMPORTED_MODULE_0__  .gx.add(password);
    return { ...raw, ...(username === "" ? {} : { username }), ...(password === "" ? {} : { password }) };
}
const LONGEST_PASSWORD = 65_536;
async function readPassword({ raw, passwordStdin }, problems) {
    if (raw.password !== undefined) {
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_0__  .R8)("others on this machine can read a command line; --password-stdin is safer.");
        if (passwordStdin) {
            problems.push({ setting: "--password-stdin", message: "--password is given too; give one" });
        }
        return raw.password;
    }
    if (!passwordStdin)
        return process.env["PRUNE_PASSWORD"] ?? "";
    const read = await (0,_standard_input_js__WEBPACK_IMPORTED_MODULE_6__  .e)(LONGEST_PASSWORD);
    if (read === undefined) {
        problems.push({
            setting: "--password-stdin",
            message: "standard input has more than 64 KiB: no password",
        });
        return "";
    }
    const piped = (0,_core_base_unexpanded_js__WEBPACK_IMPORTED_MODULE_5__  .Mx)(read);
    if (piped === "")
        problems.push({ setting: "--password-stdin", message: "standard input is empty" });
    return piped;
}


/***/ }),

/***/ 1117:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    CD: () => (  LOG_FORMATS),
    G0: () => (  FLAG_NAMES),
    Wg: () => (  FLAGS),
    bc: () => (  SETTING_FLAGS),
    l1: () => (  OWN_FLAGS),
    mt: () => (  LETTERS)
  });
  var _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1186);
  var _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4158);
  var _report_log_color_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7544);



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
    { name: "verbose", type: "boolean", help: "Print a line for each tag.", commands: _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_0__  .H5 },
    {
        name: "color",
        type: "choice",
        choices: _report_log_color_js__WEBPACK_IMPORTED_MODULE_2__  .lm,
        default: _report_log_color_js__WEBPACK_IMPORTED_MODULE_2__  .lm[0],
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
const SETTING_FLAGS = _settings_table_settings_js__WEBPACK_IMPORTED_MODULE_1__  .y.filter(({ name }) => name !== "command");
const FLAGS = [...SETTING_FLAGS, ...OWN_FLAGS];
const FLAG_NAMES = FLAGS.map(({ name }) => name);


/***/ }),

/***/ 5781:
/***/ (function (__webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
  var _program_about_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8617);
  var _program_process_end_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2837);
  var _credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7848);
  var _terminal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(186);
  var _arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60);
  var _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6846);
  var _report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27);







let isAnswered = true;
async function main() {
    const line = (0,_arguments_js__WEBPACK_IMPORTED_MODULE_3__  .D)(process.argv.slice(2));
    switch (line.kind) {
        case "nothing":
            process.stderr.write(await helpText({ kind: "help", isShort: true }));
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__  .ai["bad-input"];
        case "help":
            process.stdout.write(await helpText(line));
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__  .ai.done;
        case "version":
            process.stdout.write(`${_program_about_js__WEBPACK_IMPORTED_MODULE_6__  .xv}\n`);
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__  .ai.done;
        case "completion": {
            const { renderCompletion } = await __webpack_require__.e(/* import() */ 9206).then(__webpack_require__.bind(__webpack_require__, 9206));
            process.stdout.write(renderCompletion(line.shell));
            return _terminal_js__WEBPACK_IMPORTED_MODULE_2__  .ai.done;
        }
        case "wrong":
            throw new _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .Ys(line.problems);
        case "run":
            return run(line);
    }
}
async function helpText({ command, isShort }) {
    const { renderHelp } = await __webpack_require__.e(/* import() */ 9465).then(__webpack_require__.bind(__webpack_require__, 9465));
    const { helpWords, startOfProcess } = await __webpack_require__.e(/* import() */ 6216).then(__webpack_require__.bind(__webpack_require__, 6216));
    const { columns } = process.stdout.isTTY ? process.stdout : process.stderr;
    const words = helpWords(startOfProcess());
    return renderHelp(command, { isShort, words, ...(columns > 0 ? { width: columns } : {}) });
}
async function run(line) {
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__  .Bu)(line);
    const runCommand = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_1__  .X)(line);
    isAnswered = false;
    const door = (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__  .fx)(line, outputs);
    const view = await runCommand(door);
    show(view, line, door.log);
    return _terminal_js__WEBPACK_IMPORTED_MODULE_2__  .ai[view.status];
}
function show(view, { json }, log) {
    isAnswered = json || view.kind === "answer";
    if (json)
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__  .Q2)(view.json());
    else if (view.kind === "answer")
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__  .yy)(view.text());
    if (view.kind === "answer")
        return;
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__  .s9)(view.failure);
    for (const text of view.closing)
        log.info(text);
}
function exitCodeOf(error) {
    if (error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .Ys)
        return _terminal_js__WEBPACK_IMPORTED_MODULE_2__  .ai["bad-input"];
    const isInterrupted = error instanceof _core_base_errors_js__WEBPACK_IMPORTED_MODULE_4__  .i5 && error.why === "interrupted";
    return _terminal_js__WEBPACK_IMPORTED_MODULE_2__  .ai[isInterrupted ? "interrupted" : "failed"];
}
const outputs = (0,_program_process_end_js__WEBPACK_IMPORTED_MODULE_0__  .w)({
    tellBug: (thrown) => {
        (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__  .s9)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__  .YI)(thrown));
    },
    describeDropped: _terminal_js__WEBPACK_IMPORTED_MODULE_2__  .O7,
});
process.title = _program_about_js__WEBPACK_IMPORTED_MODULE_6__  .o_;
try {
    process.exitCode = await main();
}
catch (error) {
    (0,_terminal_js__WEBPACK_IMPORTED_MODULE_2__  .s9)((0,_report_words_outcomes_js__WEBPACK_IMPORTED_MODULE_5__  .YI)(error));
    process.exitCode = exitCodeOf(error);
}
void outputs.end({ isAnswered });

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5192:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    e: () => (  readStandardInput)
  });
async function readStandardInput(most) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of process.stdin) {
        bytes += chunk.length;
        if (bytes > most)
            return undefined;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
}


/***/ }),

/***/ 186:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  ai: () => (  EXIT_CODES),
  O7: () => (  describeDropped),
  fx: () => (  openDoor),
  gx: () => (  terminal_outlet),
  yy: () => (  print),
  Q2: () => (  printJson),
  Bu: () => (  setForm),
  s9: () => (  tellFailure),
  R8: () => (  warn)
});

var external_node_tty_ = __webpack_require__(7066);
var errors = __webpack_require__(6846);
var guarded_output = __webpack_require__(5604);
var folders = __webpack_require__(5005);
var standard_input = __webpack_require__(5192);
var progress = __webpack_require__(6084);
var outlet = __webpack_require__(8602);
var color = __webpack_require__(7544);
; 

const NARROWEST = 40;
const HANGING = 10;
function fitted(text, width) {
    const [first = "", ...below] = text.split("\n");
    if (width < NARROWEST)
        return [first, ...below];
    return [
        ...fittedLine(first, width),
        ...below.flatMap((line) => (/^\S/.test(line) ? fittedLine(line, width) : [line])),
    ];
}
function fittedLine(line, width) {
    if (line.length <= width || COPIED.test(line))
        return [line];
    return wrapped(line, width, color .nw.test(line) ? HANGING : indentOf(line) + 2);
}
const COPIED = / restore \S+ (?:--|\S+$)|^ *\| |^\{|^- /;
function fittedAnswer(text, width) {
    if (width < NARROWEST)
        return text.split("\n");
    let column = 0;
    return text.split("\n").flatMap((line) => {
        const finding = FINDING.exec(line)?.[0].length;
        if (finding !== undefined)
            column = finding;
        if (line.length <= width)
            return [line];
        if (finding !== undefined || (column > 0 && indentOf(line) === column)) {
            return wrapped(line, width, Math.min(column, width - NARROWEST / 2));
        }
        if (SENTENCE.test(line))
            return wrapped(line, width, SENTENCE_INDENT);
        return color .nw.test(line) ? wrapped(line, width, HANGING) : [line];
    });
}
const FINDING = /^(?:ok|warning|problem|unknown) {2,}\S+ {2,}(?=\S)/;
const SENTENCE = /^(?: {2}[A-Z]|Warning: )/;
const SENTENCE_INDENT = 4;
function indentOf(line) {
    return line.search(/\S/);
}
function wrapped(line, width, hanging) {
    const indent = " ".repeat(hanging);
    const lines = [];
    let rest = line;
    while (rest.length > width) {
        const least = lines.length === 0 ? Math.max(indentOf(rest), 0) + 2 + hanging : hanging + 1;
        const at = rest.lastIndexOf(" ", width);
        const cut = at > least ? at : rest.indexOf(" ", Math.max(width, least));
        if (cut === -1)
            break;
        lines.push(rest.slice(0, cut).trimEnd());
        rest = indent + rest.slice(cut).trimStart();
    }
    return [...lines, rest];
}

; 


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
        columns: asJson === undefined ? (looks.info.width ?? 0) : 0,
        endGroup: () => undefined,
        ...(isVerbose ? { debug: (line) => write(looks.info, "debug", line) } : {}),
    };
}
function shown(text, { hasColor = false, width = 0 }) {
    const [first = "", ...below] = fitted(text, width);
    const isRow = color .nw.test(first);
    const lines = hasColor
        ? [(0,color .nI)(first), ...below.map((line) => (isRow ? (0,color .R4)(line) : line))]
        : [first, ...below];
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

; 










const { stdout, stderr } = process;
const EXIT_CODES = {
    done: 0,
    failed: 1,
    "bad-input": 2,
    "partly-failed": 3,
    interrupted: 130,
};
const terminal_outlet = (0,outlet .Y)();
const now = () => performance.now();
let bar;
function clearBar() {
    bar?.clear();
}
let terminal_form = { logFormat: "text", color: "auto" };
function setForm(line) {
    terminal_form = line;
}
function openDoor(line, outputs) {
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
        isLogTaken: () => isLogTaken(line, line.json ? outputs.stderr : outputs.stdout),
        openProgress: () => openProgress(log, { stream, isStill: line.quiet, isAsked: mayAsk }),
        ...(mayAsk ? { ask } : {}),
        readInput,
        journalFolder: (0,folders .yp)(process.env),
        cacheFolder: (0,folders .nF)(process.env),
        spareFolders: (0,folders .EG)(process.env),
        setOutput: () => undefined,
        startedAs: async () => {
            const { startedAs, startOfProcess } = await __webpack_require__.e(/* import() */ 6216).then(__webpack_require__.bind(__webpack_require__, 6216));
            return startedAs(startOfProcess());
        },
    };
}
async function isLogTaken({ quiet }, output) {
    return !quiet && (await output.taken());
}
function lookOf(stream) {
    return {
        stream,
        hasColor: (0,color .cE)(terminal_form.color, stream.isTTY, process.env),
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
function describeDropped(lines) {
    const text = (0,guarded_output .e)(lines);
    return terminal_form.logFormat === "json" ? asJson("warning", text) : `Warning: ${text}\n`;
}
function warn(text) {
    writeLine("warning", terminal_form.logFormat === "json" ? text : `Warning: ${text}`);
}
async function openProgress(log, { stream, isStill, isAsked }) {
    if (!isStill && terminal_form.logFormat === "text" && canAnimate(stream, process.env)) {
        const { createProgressBar } = await __webpack_require__.e(/* import() */ 1380).then(__webpack_require__.bind(__webpack_require__, 1380));
        bar = createProgressBar(stream, now);
    }
    return (0,progress .m)(log, { now, showsOnce: isAsked, ...(bar === undefined ? {} : { display: bar }) });
}
const LONGEST_INPUT = 64 * 1024 * 1024;
async function readInput(request) {
    if (process.stdin.isTTY)
        stderr.write(`${terminal_outlet.text(request)}\n`);
    const text = await (0,standard_input .e)(LONGEST_INPUT);
    if (text !== undefined)
        return text;
    throw new errors .Pc("standard input has more than 64 MiB", "Pipe in a list of names, one a line.");
}
function print(text) {
    clearBar();
    const { hasColor: isColored = false, width = 0 } = lookOf(stdout);
    const lines = fittedAnswer(terminal_outlet.text(text), width);
    stdout.write((isColored ? lines.map(color .d6) : lines).join("\n"));
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
    const { hasColor: isColored = false, width = 0 } = lookOf(stderr);
    const text = fitted(terminal_outlet.text(failure), width).join("\n");
    stderr.write(`${isColored ? (0,color .hJ)(text) : text}\n`);
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
    throw new errors .i5(answer);
}


/***/ }),

/***/ 3835:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    A: () => (  unknownLetters),
    Lj: () => (  OWN_WORDS),
    OF: () => (  SHELLS),
    Vx: () => (  unknownFlag),
    _G: () => (  nearCommand),
    d1: () => (  takeLetters),
    fF: () => (  isBareWord),
    jw: () => (  joinValues),
    k8: () => (  unknownCommand),
    r0: () => (  isNoTruth)
  });
  var _core_base_near_name_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5607);
  var _settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9679);
  var _settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1186);
  var _flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1117);




const OWN_WORDS = ["help", "completion"];
const SHELLS = ["bash", "zsh", "fish"];
const SUGGESTED = _flags_js__WEBPACK_IMPORTED_MODULE_2__  .G0.filter((name) => name !== "yes");
function joinValues(argv) {
    const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
    const joined = [];
    for (let index = 0; index < argv.length; index += 1) {
        const [word = "", next] = [argv[index], argv[index + 1]];
        const flag = index < end ? _flags_js__WEBPACK_IMPORTED_MODULE_2__  .Wg.find(({ name }) => word === `--${name}`) : undefined;
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
function takeLetters(argv) {
    const end = argv.includes("--") ? argv.indexOf("--") : argv.length;
    const letters = new RegExp(`^-[${Object.values(_flags_js__WEBPACK_IMPORTED_MODULE_2__  .mt).join("")}]+$`);
    const words = [];
    const strange = [];
    for (let index = 0; index < argv.length; index += 1) {
        const word = argv[index] ?? "";
        if (index >= end || !/^-[^-]/.test(word) || letters.test(word)) {
            words.push(word);
        }
        else {
            strange.push(word.replace(/=.*/s, ""));
            if (mayTake(word, argv[index + 1]))
                index += 1;
        }
    }
    return { words, strange };
}
function mayTake(word, next) {
    const isTruth = _flags_js__WEBPACK_IMPORTED_MODULE_2__  .Wg.find(({ name }) => word === `-${name}`)?.type === "boolean";
    return next !== undefined && !next.startsWith("-") && !word.includes("=") && !isTruth;
}
function unknownLetters(word) {
    const isLong = SUGGESTED.includes(word.slice(1));
    return isLong
        ? `write -${word}, with two dashes`
        : "there is no such flag; those of one letter are -h (help), -n (dry-run), -q (quiet), -v (verbose) and -V (version)";
}
function unknownFlag(name) {
    const { message } = (0,_settings_read_read_settings_js__WEBPACK_IMPORTED_MODULE_0__  .p)(name, SUGGESTED);
    return message.replace("did you mean ", "did you mean --").replace(/docs\S+ lists/, "--help lists");
}
function isBareWord(word) {
    return /^[a-z][a-z-]*$/i.test(word);
}
function isNoTruth(word, mayBeCommand) {
    return /^[\w-]+$/.test(word) && !(mayBeCommand && nearCommand(word) !== undefined);
}
function nearCommand(word) {
    const known = [..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo, ...OWN_WORDS];
    const lower = word.toLowerCase();
    return known.find((name) => name === lower || name === (0,_core_base_near_name_js__WEBPACK_IMPORTED_MODULE_3__  .c)(lower, known));
}
function unknownCommand(near) {
    return near === undefined
        ? `there is no such command (${[..._settings_table_commands_js__WEBPACK_IMPORTED_MODULE_1__  .Lo, ...OWN_WORDS].join(", ")}), and an image names its host, such as registry.example.com/team/app`
        : `there is no such command; did you mean ${near}?`;
}


/***/ }),

/***/ 7544:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    R4: () => (  faint),
    cE: () => (  hasColor),
    d6: () => (  paintAnswer),
    hJ: () => (  paintFailure),
    lm: () => (  COLORS),
    nI: () => (  paint),
    nw: () => (  ROW)
  });
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
const WORDS = {
    delete: RED,
    untag: YELLOW,
    skip: FAINT,
    keep: GREEN,
    restored: GREEN,
    restore: GREEN,
    there: FAINT,
    moved: YELLOW,
    lost: RED,
    failed: RED,
    removed: RED,
    remove: RED,
    left: FAINT,
    ok: GREEN,
    warning: YELLOW,
    problem: RED,
    unknown: FAINT,
};
const FINDINGS = new Set(["ok", "warning", "problem", "unknown"]);
const ROW = new RegExp(`^( *)(${Object.keys(WORDS).join("|")})( {2,})(\\S+)(.*)$`, "s");
const TITLE = /^\S+: .* to (?:delete|keep)\b/;
const EXPLAINED = /^(\S+) (goes|stays|is not there)([.,: ].*)$/s;
const READY = /^(\S+: |)(ready|not ready)([.,:].*)$/s;
function paint(line) {
    const [, before = "", word = "", gap = "", name = "", rest = ""] = ROW.exec(line) ?? [];
    const color = WORDS[word];
    if (color !== undefined) {
        const shown = FINDINGS.has(word) ? rest : inColor(FAINT, rest);
        return `${before}${inColor(color, `${word}${gap}${name}`)}${shown}`;
    }
    if (line.startsWith("Warning: "))
        return inColor(YELLOW, "Warning:") + line.slice("Warning:".length);
    if (TITLE.test(line))
        return inColor(BOLD, line);
    return /^\s*… and /.test(line) ? inColor(FAINT, line) : line;
}
function paintAnswer(line) {
    const [, tag = "", verdict = "", rest = ""] = EXPLAINED.exec(line) ?? [];
    return verdict === ""
        ? paintReadiness(line)
        : `${inColor(BOLD, tag)} ${inColor(VERDICTS[verdict] ?? "", verdict)}${rest}`;
}
function paintReadiness(line) {
    const [, place = "", ready = "", why = ""] = READY.exec(line) ?? [];
    return ready === ""
        ? paint(line)
        : `${inColor(BOLD, place)}${inColor(ready === "ready" ? GREEN : RED, ready)}${why}`;
}
const VERDICTS = { goes: RED, stays: GREEN, "is not there": YELLOW };
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


/***/ })

};
