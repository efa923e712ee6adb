import { parseArgs } from "node:util";
import type { Problem } from "../core/base/errors.js";
import { unknownSetting } from "../settings/read/read-settings.js";
import type { RawSettings } from "../settings/read/setting-reader.js";
import { type SettingName, SETTINGS } from "../settings/table/settings.js";
import { COMMAND_TABLE } from "../program/commands.js";
import { COMMANDS, type Command, DEFAULT_COMMAND, DELETING } from "../settings/table/commands.js";
import type { Setting } from "../settings/table/setting.js";

/** A command line, read: it asks for help (with one command, or with all), for the version, or for a run. */
export type CommandLine =
  { readonly kind: "help"; readonly command?: Command } | { readonly kind: "version" } | RunLine;

/** A command line that runs a command. */
export interface RunLine {
  readonly kind: "run";
  readonly command: Command;
  readonly raw: RawSettings;
  /** Problems of the command line itself. */
  readonly problems: readonly Problem[];
  readonly json: boolean;
  readonly passwordStdin: boolean;
  readonly yes: boolean;
  readonly verbose: boolean;
}

type Flag = Pick<Setting, "name" | "type" | "help">;

/** The flags of the command line that are no settings. */
const OWN_FLAGS: readonly AnyFlag[] = [
  {
    name: "json",
    type: "boolean",
    help: "Print the result as JSON on standard output, and the log on standard error.",
  },
  { name: "password-stdin", type: "boolean", help: "Read the password from standard input." },
  { name: "yes", type: "boolean", help: "Don't ask before deleting, or before a registry is stopped." },
  { name: "verbose", type: "boolean", help: "Print a line for each tag.", commands: DELETING },
  { name: "help", type: "boolean", help: "Print this." },
  { name: "version", type: "boolean", help: "Print the version." },
];

// The command is the first word of the command line, as for any other program with subcommands.
const SETTING_FLAGS: readonly Setting[] = SETTINGS.filter(({ name }) => name !== "command");

/** A flag, with the fields of its setting where it is one. */
export type AnyFlag = Flag & Partial<Setting>;

/** Every flag: those of the settings, and the command line's own. */
export const FLAGS: readonly AnyFlag[] = [...SETTING_FLAGS, ...OWN_FLAGS];

/** The names of all flags, without dashes. */
export const FLAG_NAMES: readonly string[] = FLAGS.map(({ name }) => name);

/** Reads the arguments behind `node` and the script. Never throws: `problems` has what is wrong. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const options = Object.fromEntries(
    FLAGS.map(({ name, type }) => [name, { type: type === "boolean" ? "boolean" : "string" }] as const),
  );
  const { tokens } = parseArgs({
    args: argv.map((word, index) => (lacksValue(word, argv[index + 1]) ? `${word}=` : word)),
    options: { ...options, help: { type: "boolean", short: "h" } },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const reader = new ArgumentReader();
  for (const token of tokens) {
    if (token.kind === "positional") reader.positional(token.value);
    if (token.kind === "option") reader.option(token);
  }
  return reader.result();
}

/** True if a flag stands without the value that it takes: `--include --dry-run` would swallow the second flag. */
function lacksValue(word: string, next: string | undefined): boolean {
  const flag = FLAGS.find(({ name }) => word === `--${name}`);
  return flag !== undefined && flag.type !== "boolean" && (next === undefined || next.startsWith("-"));
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/** Gathers the words of a command line one by one. */
class ArgumentReader {
  readonly #values = new Map<string, string[]>();
  readonly #problems: Problem[] = [];
  #isFirst = true;
  #afterUnknown = false;
  #command: Command | undefined;

  positional(value: string): void {
    // A word behind a flag that does not exist was meant for the flag, and is no image.
    if (this.#afterUnknown) {
      this.#afterUnknown = false;
      return;
    }
    const command = this.#isFirst ? COMMANDS.find((known) => known === value) : undefined;
    this.#isFirst = false;
    if (command !== undefined) this.#command = command;
    else this.#add(this.#settingOfWord(), value);
  }

  /** Returns the setting that the next word without a flag is a value of. */
  #settingOfWord(): SettingName {
    const { positional } = COMMAND_TABLE[this.#command ?? DEFAULT_COMMAND];
    const [first, ...others] = positional;
    return positional.find((name) => !this.#values.has(name)) ?? others.at(-1) ?? first;
  }

  option({ name, rawName, value, inlineValue }: OptionToken): void {
    this.#afterUnknown = false;
    const flag = FLAGS.find((known) => known.name === name);
    if (flag === undefined) {
      this.#afterUnknown = inlineValue !== true;
      const { message } = unknownSetting(name, FLAG_NAMES);
      this.#problems.push({ setting: rawName, message: message.replace("did you mean ", "did you mean --") });
    } else if (flag.type === "boolean") {
      this.#add(name, value ?? "true");
    } else if (value === undefined || value === "") {
      this.#problems.push({
        setting: rawName,
        message: `it needs a value; write ${rawName} VALUE, or ${rawName}=VALUE`,
      });
    } else {
      this.#add(name, value);
    }
  }

  result(): CommandLine {
    if (this.#flag("help")) {
      return { kind: "help", ...(this.#command === undefined ? {} : { command: this.#command }) };
    }
    if (this.#flag("version")) return { kind: "version" };
    const flags = {
      json: this.#flag("json"),
      passwordStdin: this.#flag("password-stdin"),
      yes: this.#flag("yes"),
      verbose: this.#flag("verbose"),
    };
    const raw = Object.fromEntries(SETTING_FLAGS.flatMap((setting) => this.#written(setting)));
    return {
      kind: "run",
      command: this.#command ?? DEFAULT_COMMAND,
      raw: this.#command === undefined ? raw : { ...raw, command: this.#command },
      problems: this.#problems,
      ...flags,
    };
  }

  #add(name: string, value: string): void {
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  #written({ name, type }: Setting): readonly (readonly [string, string])[] {
    const values = this.#values.get(name);
    if (values === undefined) return [];
    if (type !== "list" && new Set(values).size > 1) {
      // Without the values: they may be passwords.
      this.#problems.push({ setting: `--${name}`, message: "it is given more than once; give it once" });
    }
    return [[name, type === "list" ? values.join("\n") : (values[0] ?? "")]];
  }

  #flag(name: string): boolean {
    const value = this.#values.get(name)?.at(-1) ?? "false";
    if (value !== "true" && value !== "false") {
      this.#problems.push({ setting: `--${name}`, message: `"${value}" is not true or false` });
    }
    return value === "true";
  }
}
