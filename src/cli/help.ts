import { NAME } from "../program/about.js";
import { type AnyFlag, FLAGS } from "./arguments.js";
import { COMMAND_TABLE } from "../program/commands.js";
import { COMMANDS, type Command, DEFAULT_COMMAND } from "../settings/table/commands.js";

const WIDTH = 100;
const INDENT = " ".repeat(6);

/** Returns the text of `--help` for one command, or for the program with all its flags. */
export function renderHelp(command?: Command): string {
  const flags = FLAGS.filter(
    ({ commands }) => command === undefined || commands?.includes(command) !== false,
  );
  return [
    ...(command === undefined ? COMMANDS : [command]).map(
      (name, index) => `${index === 0 ? "Usage:" : "      "} ${NAME} ${COMMAND_TABLE[name].usage}`,
    ),
    "",
    ...COMMAND_TABLE[command ?? DEFAULT_COMMAND].about,
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

function renderFlag(flag: AnyFlag): readonly string[] {
  const value =
    flag.type === "boolean" ? "" : ` ${flag.choices?.join("|") ?? (flag.type === "count" ? "N" : "VALUE")}`;
  const otherwise = (flag.default ?? flag.otherwise)?.replaceAll("`", "");
  const note =
    otherwise?.startsWith("required") === true
      ? `  (${otherwise})`
      : otherwise === undefined
        ? ""
        : `  (default: ${otherwise})`;
  return [`  --${flag.name}${value}${note}`, ...wrap(flag.help.replaceAll("`", ""))];
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length >= WIDTH) lines.push(INDENT + word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
