import { NAME } from "../program/about.js";
import { GUIDES } from "../program/guides.js";
import { COMMAND_CLAUSES, COMMANDS, type Command, DEFAULT_COMMAND } from "../settings/table/commands.js";
import { TOPICS } from "../settings/table/topics.js";
import { type AnyFlag, FLAGS, LETTERS, OWN_FLAGS } from "./flags.js";

/** The form of a help text: in short, or as a whole; and the columns that it has. */
export interface HelpForm {
  readonly isShort?: boolean;
  readonly width?: number;
  /** The words that start the program, where its own name does not. */
  readonly words?: string;
}

const [NARROWEST, USUAL, WIDEST] = [60, 80, 100] as const;
const INDENT = 6;
/** The columns of flags, or of commands, in the short help. */
const COLUMN = 26;
const COMMAND_COLUMN = 14;

const EXITS = "Exit codes: 0 done; 1 failed, or not ready; 2 bad input; 3 some deletions failed.";
const MORE = [
  ["help", "prints all of one command: help COMMAND"],
  ["completion", "prints what makes a shell complete words: completion bash|zsh|fish"],
] as const;

// The flags of the program's short help: what most runs need.
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

/** Returns the text of `--help`, or of `-h`, for one command, or for the program with all its flags. */
export function renderHelp(command?: Command, form: HelpForm = {}): string {
  const { isShort = false, width = USUAL, words = NAME } = form;
  const columns = Math.min(WIDEST, Math.max(NARROWEST, width));
  const render = isShort ? renderShort : renderLong;
  const lines = render(command, columns).map((line) => startedBy(line, words));
  return [...lines, ""].join("\n");
}

/** A line that is to be typed, with the words by which its reader starts the program; any other line as it is. */
function startedBy(line: string, words: string): string {
  return line.replace(TYPED, (_, before: string) => `${before}${words}`);
}

// A usage, an example, or the last line of the short help.
const TYPED = new RegExp(`^((?:Usage:| {6}| |All of it:) )${NAME}(?= )`);

function renderShort(command: Command | undefined, width: number): readonly string[] {
  const isMeant = ({ name }: AnyFlag): boolean => command !== undefined || FIRST.includes(name);
  const flags = flagsOf(command).filter(isMeant);
  const all = command === undefined ? "--help" : `help ${command}`;
  return [
    ...usage(command),
    "",
    ...wrap(sentence(GUIDES[command ?? DEFAULT_COMMAND].about), width, 0),
    "",
    ...(command === undefined ? [...commandLines(width), ""] : []),
    "Examples:",
    ...examples(command, width).slice(0, command === undefined ? 4 : undefined),
    "",
    command === undefined ? "Flags that most runs need:" : "Flags:",
    ...flags.flatMap((flag) =>
      inColumns(flagWords(flag), [sentence(plain(flag.help)), defaultOf(flag)].join(""), {
        width,
        column: COLUMN,
      }),
    ),
    "",
    `All of it: ${NAME} ${all}`,
  ];
}

function renderLong(command: Command | undefined, width: number): readonly string[] {
  return [
    ...usage(command),
    "",
    ...wrap(GUIDES[command ?? DEFAULT_COMMAND].about, width, 0),
    "",
    ...(command === undefined ? [...commandLines(width), ""] : []),
    "Examples:",
    ...examples(command, width),
    "",
    ...flagGroups(command, width),
    ...wrap(
      "A flag that takes a list can be given several times. A password is better not written on a command line: " +
        "pipe it to --password-stdin, set PRUNE_USERNAME and PRUNE_PASSWORD, or sign in with docker login.",
      width,
      0,
    ),
    "",
    ...wrap(EXITS, width, 0),
  ];
}

function usage(command: Command | undefined): readonly string[] {
  const names = command === undefined ? COMMANDS : [command];
  return names.map((name, index) => `${index === 0 ? "Usage:" : "      "} ${NAME} ${GUIDES[name].usage}`);
}

function commandLines(width: number): readonly string[] {
  const rows = [...COMMANDS.map((name) => [name, plain(COMMAND_CLAUSES[name])] as const), ...MORE];
  return [
    "Commands:",
    ...rows.flatMap(([name, what]) => inColumns(`  ${name}`, what, { width, column: COMMAND_COLUMN })),
  ];
}

/** The examples of one command, or those of all: a comment, and the line to type below it, which is never broken. */
function examples(command: Command | undefined, width: number): readonly string[] {
  const names = command === undefined ? COMMANDS : [command];
  return names.flatMap((name) =>
    GUIDES[name].examples.flatMap(({ what, line }) => [
      ...(what === undefined ? [] : wrap(`# ${what}`, width, 2)),
      `  ${line}`,
    ]),
  );
}

function flagGroups(command: Command | undefined, width: number): readonly string[] {
  const own = OWN_FLAGS.map(({ name }) => name);
  const topics: readonly { readonly title: string; readonly settings: readonly string[] }[] = [
    ...TOPICS,
    { title: "The command line", settings: own },
  ];
  const flags = flagsOf(command);
  return topics.flatMap(({ title, settings }) => {
    const group = settings.flatMap((name) => flags.filter((flag) => flag.name === name));
    return group.length === 0 ? [] : [`${title}:`, ...group.flatMap((flag) => renderFlag(flag, width)), ""];
  });
}

function flagsOf(command: Command | undefined): readonly AnyFlag[] {
  return FLAGS.filter(({ commands }) => command === undefined || commands?.includes(command) !== false);
}

function renderFlag(flag: AnyFlag, width: number): readonly string[] {
  return [`${flagWords(flag)}${defaultOf(flag, "  ")}`, ...wrap(plain(flag.help), width, INDENT)];
}

function flagWords({ name, type, choices }: AnyFlag): string {
  const letter = LETTERS[name];
  const value = type === "boolean" ? "" : ` ${choices?.join("|") ?? (type === "count" ? "N" : "VALUE")}`;
  return `  ${letter === undefined ? "" : `-${letter}, `}--${name}${value}`;
}

function defaultOf(flag: AnyFlag, before = " "): string {
  const otherwise = plain(flag.default ?? flag.otherwise ?? "");
  if (otherwise === "" || otherwise === "false") return "";
  return `${before}(${otherwise.startsWith("required") ? "" : "default: "}${otherwise})`;
}

/** Words in the left column, and a text beside them; below them where they are too long. */
function inColumns(
  left: string,
  text: string,
  { width, column }: { readonly width: number; readonly column: number },
): readonly string[] {
  const [first = "", ...others] = wrap(text, width, column);
  return left.length + 2 > column
    ? [left, first, ...others]
    : [left.padEnd(column) + first.trimStart(), ...others];
}

const plain = (text: string): string => text.replaceAll("`", "");

function sentence(text: string): string {
  return text.split(/(?<=[.])\s/)[0] ?? text;
}

function wrap(text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= width) lines.push(" ".repeat(indent) + word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
