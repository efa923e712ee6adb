import { NAME } from "../program/about.js";
import { type AnyFlag, FLAGS } from "./arguments.js";
import { COMMANDS, type Command } from "../settings/table/setting.js";

const WIDTH = 100;
const INDENT = " ".repeat(6);

/** The text of `--help`: of one command, or of the program with all its flags. */
export function renderHelp(command?: Command): string {
  const flags = FLAGS.filter(
    ({ commands }) => command === undefined || commands?.includes(command) !== false,
  );
  return [
    ...(command === undefined ? USAGES : [USAGES[COMMANDS.indexOf(command)]]).map(
      (usage, index) => `${index === 0 ? "Usage:" : "      "} ${NAME} ${usage}`,
    ),
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
] as const;

const ABOUT: Readonly<Record<Command, readonly string[]>> = {
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
