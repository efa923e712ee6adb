export const id = 9465;
export const ids = [9465];
export const modules = {

/***/ 9465:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


__webpack_require__.d(__webpack_exports__, {
  renderHelp: () => (  renderHelp)
});

var about = __webpack_require__(8617);
; 
const GUIDES = {
    prune: {
        usage: "[prune] IMAGE... [flags]",
        about: "Deletes all but the newest tags of the repositories that the images name, on a private registry, and never harms what it keeps. Begin with --dry-run. On a terminal it shows what it would delete, and asks.",
        examples: [
            {
                what: "See what would go, and delete nothing",
                line: "prune-image-tags registry.example.com/team/app --keep 10 --dry-run",
            },
            {
                what: "Keep the newest 10 of each channel (releases, alphas, …)",
                line: "prune-image-tags registry.example.com/team/app --keep 10",
            },
            {
                what: "Keep all of the last 30 days besides, in every repository of a team",
                line: 'prune-image-tags "registry.example.com/team/*" --keep 10 --keep-younger-than 30d',
            },
            {
                what: "Keep these tags, whatever comes",
                line: 'prune-image-tags registry.example.com/team/app --keep 10 --exclude "latest,stable"',
            },
        ],
    },
    apply: {
        usage: "apply PLAN [flags]",
        about: "Carries out a plan that a dry run saved with --plan: just its deletions, and of those only what still stands. It is checked again what is safe to delete.",
        examples: [
            {
                what: "Save a plan, read it, and carry out just that",
                line: "prune-image-tags registry.example.com/team/app --keep 10 --dry-run --plan plan.json",
            },
            { line: "prune-image-tags apply plan.json" },
        ],
    },
    restore: {
        usage: "restore JOURNAL [TAG...] [flags]",
        about: "Puts back what a run deleted, byte for byte, from the journal that it wrote, if the registry still has its layers. Without a tag, all of it. A tag that points elsewhere by now is left alone.",
        examples: [
            { what: "See what can be put back", line: "prune-image-tags restore journal.ndjson --dry-run" },
            { what: "Put two tags back", line: "prune-image-tags restore journal.ndjson 1.4.0 1.4.1" },
        ],
    },
    reclaim: {
        usage: "reclaim REGISTRY [--gc-container NAME] [--storage PATH] [flags]",
        about: "Gets the registry's disk its space back: stops its container, collects the garbage, starts it again in every case, and proves that what is kept is whole; and removes from its storage what garbage collection leaves. Meant for a nightly job.",
        examples: [
            {
                what: "Collect the garbage of a registry in a container",
                line: "prune-image-tags reclaim registry.example.com --gc-container registry",
            },
            {
                what: "See what else its storage has that nothing needs",
                line: "prune-image-tags reclaim registry.example.com --storage /var/lib/registry --dry-run",
            },
        ],
    },
    check: {
        usage: "check IMAGE [flags]",
        about: "Says whether a registry is ready for a prune, one line for each thing, with what to do. Deletes nothing.",
        examples: [
            {
                what: "Is the registry ready for a prune?",
                line: "prune-image-tags check registry.example.com/team/app",
            },
        ],
    },
    explain: {
        usage: "explain IMAGE:TAG... [flags]",
        about: "Says of tags, in a few sentences each, what they are read as, their group and rank, and every reason for them to stay and to go. Deletes nothing.",
        examples: [
            {
                what: "Why does a tag stay, or go?",
                line: "prune-image-tags explain registry.example.com/team/app:1.4.0 --keep 10",
            },
        ],
    },
    repositories: {
        usage: "repositories IMAGE... [--shards N] [flags]",
        about: "Finds the repositories that the images name, or match in the registry's catalog, and prints a matrix of jobs that have about as many tags each, as JSON. Deletes nothing.",
        examples: [
            {
                what: "Divide a whole registry among eight parallel jobs of a CI",
                line: 'prune-image-tags repositories "registry.example.com/**" --shards 8',
            },
        ],
    },
    try: {
        usage: "try [IMAGE] [flags] < TAGS",
        about: "Runs a policy over a list of names from standard input, one a line, with no registry at all: each name is an image of its own. Behind a name may stand its date (2026-03-01) and its size (120MB). IMAGE:TAG counts as just pushed.",
        examples: [{ what: "Try a policy on names alone", line: "prune-image-tags try --keep 3 < tags.txt" }],
    },
};

var commands = __webpack_require__(1186);
; 
const TOPICS = [
    {
        title: "Where, and what to do",
        settings: ["command", "image", "registry", "shards", "if-missing", "dry-run"],
    },
    {
        title: "What stays",
        settings: [
            "keep",
            "sort",
            "group-by",
            "keep-younger-than",
            "max-size",
            "include",
            "exclude",
            "protect",
            "protect-from",
            "policy",
            "untagged-older-than",
        ],
    },
    {
        title: "Limits of a run",
        settings: ["max-deletions", "allow-empty", "time-limit", "concurrency", "cache", "cache-dir"],
    },
    { title: "Special cases", settings: ["untag", "orphans", "dangling"] },
    {
        title: "Signing in",
        settings: [
            "username",
            "password",
            "plain-http",
            "token-servers",
            "ca-file",
            "cert-file",
            "key-file",
            "insecure-skip-tls-verify",
            "github-token",
            "github-api-url",
            "github-registry",
        ],
    },
    { title: "Plan, approve, undo", settings: ["plan", "plan-sha256", "journal", "tags", "outside-workspace"] },
    {
        title: "The registry's disk",
        settings: [
            "gc-container",
            "gc-command",
            "gc-min-bytes",
            "gc-timeout",
            "trust-gc-container",
            "storage",
            "offline",
            "uploads-older-than",
        ],
    },
    { title: "Checking a registry", settings: ["registry-config", "s3-policy"] },
];

var cli_flags = __webpack_require__(1117);
; 





const [NARROWEST, USUAL, WIDEST] = [60, 80, 100];
const INDENT = 6;
const COLUMN = 26;
const COMMAND_COLUMN = 14;
const EXITS = "Exit codes: 0 done; 1 failed, or not ready; 2 bad input; 3 some deletions failed.";
const MORE = [
    ["help", "prints all of one command: help COMMAND"],
    ["completion", "prints what makes a shell complete words: completion bash|zsh|fish"],
];
const FIRST = [
    "keep",
    "sort",
    "include",
    "exclude",
    "keep-younger-than",
    "dry-run",
    "policy",
    "yes",
    "json",
    "help",
];
function renderHelp(command, form = {}) {
    const { isShort = false, width = USUAL, words = about .o_ } = form;
    const columns = Math.min(WIDEST, Math.max(NARROWEST, width));
    const render = isShort ? renderShort : renderLong;
    const lines = render(command, columns).map((line) => startedBy(line, words));
    return [...lines, ""].join("\n");
}
function startedBy(line, words) {
    return line.replace(TYPED, (_, before) => `${before}${words}`);
}
const TYPED = new RegExp(`^((?:Usage:| {6}| |All of it:) )${about .o_}(?= )`);
function renderShort(command, width) {
    const isMeant = ({ name }) => command !== undefined || FIRST.includes(name);
    const flags = flagsOf(command).filter(isMeant);
    const all = command === undefined ? "--help" : `help ${command}`;
    return [
        ...usage(command),
        "",
        ...wrap(sentence(GUIDES[command ?? commands .YT].about), width, 0),
        "",
        ...(command === undefined ? [...commandLines(width), ""] : []),
        "Examples:",
        ...examples(command, width).slice(0, command === undefined ? 4 : undefined),
        "",
        command === undefined ? "Flags that most runs need:" : "Flags:",
        ...flags.flatMap((flag) => inColumns(flagWords(flag), [sentence(plain(flag.help)), defaultOf(flag)].join(""), {
            width,
            column: COLUMN,
        })),
        "",
        `All of it: ${about .o_} ${all}`,
    ];
}
function renderLong(command, width) {
    return [
        ...usage(command),
        "",
        ...wrap(GUIDES[command ?? commands .YT].about, width, 0),
        "",
        ...(command === undefined ? [...commandLines(width), ""] : []),
        "Examples:",
        ...examples(command, width),
        "",
        ...flagGroups(command, width),
        ...wrap("A flag that takes a list can be given several times. A password is better not written on a command line: " +
            "pipe it to --password-stdin, set PRUNE_USERNAME and PRUNE_PASSWORD, or sign in with docker login.", width, 0),
        "",
        ...wrap(EXITS, width, 0),
    ];
}
function usage(command) {
    const names = command === undefined ? commands .Lo : [command];
    return names.map((name, index) => `${index === 0 ? "Usage:" : "      "} ${about .o_} ${GUIDES[name].usage}`);
}
function commandLines(width) {
    const rows = [...commands .Lo.map((name) => [name, plain(commands .Py[name])]), ...MORE];
    return [
        "Commands:",
        ...rows.flatMap(([name, what]) => inColumns(`  ${name}`, what, { width, column: COMMAND_COLUMN })),
    ];
}
function examples(command, width) {
    const names = command === undefined ? commands .Lo : [command];
    return names.flatMap((name) => GUIDES[name].examples.flatMap(({ what, line }) => [
        ...(what === undefined ? [] : wrap(`# ${what}`, width, 2)),
        `  ${line}`,
    ]));
}
function flagGroups(command, width) {
    const own = cli_flags .l1.map(({ name }) => name);
    const topics = [
        ...TOPICS,
        { title: "The command line", settings: own },
    ];
    const flags = flagsOf(command);
    return topics.flatMap(({ title, settings }) => {
        const group = settings.flatMap((name) => flags.filter((flag) => flag.name === name));
        return group.length === 0 ? [] : [`${title}:`, ...group.flatMap((flag) => renderFlag(flag, width)), ""];
    });
}
function flagsOf(command) {
    return cli_flags .Wg.filter(({ commands }) => command === undefined || commands?.includes(command) !== false);
}
function renderFlag(flag, width) {
    return [`${flagWords(flag)}${defaultOf(flag, "  ")}`, ...wrap(plain(flag.help), width, INDENT)];
}
function flagWords({ name, type, choices }) {
    const letter = cli_flags .mt[name];
    const value = type === "boolean" ? "" : ` ${choices?.join("|") ?? (type === "count" ? "N" : "VALUE")}`;
    return `  ${letter === undefined ? "" : `-${letter}, `}--${name}${value}`;
}
function defaultOf(flag, before = " ") {
    const otherwise = plain(flag.default ?? flag.otherwise ?? "");
    if (otherwise === "" || otherwise === "false")
        return "";
    return `${before}(${otherwise.startsWith("required") ? "" : "default: "}${otherwise})`;
}
function inColumns(left, text, { width, column }) {
    const [first = "", ...others] = wrap(text, width, column);
    return left.length + 2 > column
        ? [left, first, ...others]
        : [left.padEnd(column) + first.trimStart(), ...others];
}
const plain = (text) => text.replaceAll("`", "");
function sentence(text) {
    return text.split(/(?<=[.])\s/)[0] ?? text;
}
function wrap(text, width, indent) {
    const lines = [];
    for (const word of text.split(" ")) {
        const line = lines.at(-1);
        if (line === undefined || line.length + word.length >= width)
            lines.push(" ".repeat(indent) + word);
        else
            lines[lines.length - 1] = `${line} ${word}`;
    }
    return lines;
}


/***/ })

};
