import { DELETING } from "../settings/table/commands.js";
import type { Setting } from "../settings/table/setting.js";
import { SETTINGS } from "../settings/table/settings.js";
import { COLORS } from "../report/log/color.js";

type OwnFlag = Pick<Setting, "name" | "type" | "help">;

/** A flag, with the fields of its setting where it is one. */
export type AnyFlag = OwnFlag & Partial<Setting>;

/** The forms in which the log can be printed; the first is the default. */
export const LOG_FORMATS = ["text", "json"] as const;

/** The flags of the command line that are no settings. */
export const OWN_FLAGS: readonly AnyFlag[] = [
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
  { name: "verbose", type: "boolean", help: "Print a line for each tag.", commands: DELETING },
  {
    name: "color",
    type: "choice",
    choices: COLORS,
    default: COLORS[0],
    help: "Print in colour. `auto`: on a terminal, unless `NO_COLOR` says no; `FORCE_COLOR` says yes.",
  },
  { name: "password-stdin", type: "boolean", help: "Read the password from standard input." },
  { name: "yes", type: "boolean", help: "Don't ask before deleting, or before a registry is stopped." },
  { name: "help", type: "boolean", help: "Print this; `-h` prints the short help." },
  { name: "version", type: "boolean", help: "Print the version." },
];

/** The flags that have a letter. None skips a question. */
export const LETTERS: Readonly<Record<string, string>> = {
  help: "h",
  "dry-run": "n",
  quiet: "q",
  verbose: "v",
  version: "V",
};

// The command is the first word of the command line, as for any other program with subcommands.
export const SETTING_FLAGS: readonly Setting[] = SETTINGS.filter(({ name }) => name !== "command");

/** Every flag: those of the settings, and the command line's own. */
export const FLAGS: readonly AnyFlag[] = [...SETTING_FLAGS, ...OWN_FLAGS];

/** The names of all flags, without dashes. */
export const FLAG_NAMES: readonly string[] = FLAGS.map(({ name }) => name);
