import { parseArgs } from "node:util";
import type { Problem } from "../core/base/errors.js";
import { unknownSetting } from "../settings/read/read-settings.js";
import type { RawSettings } from "../settings/read/setting-reader.js";
import { type SettingName, SETTINGS } from "../settings/table/settings.js";
import { COMMANDS, type Command, type Setting } from "../settings/table/setting.js";

/** What a command line says. */
export type CommandLine =
  /** Of all, or of one command. */
  | { readonly kind: "help"; readonly command?: Command }
  | { readonly kind: "version" }
  | {
      readonly kind: "run";
      readonly raw: RawSettings;
      /** What is wrong with the command line itself. */
      readonly problems: readonly Problem[];
      readonly json: boolean;
      readonly passwordStdin: boolean;
      readonly yes: boolean;
      readonly verbose: boolean;
    };

type Flag = Pick<Setting, "name" | "type" | "help">;

/** The flags that the command line has besides the settings. */
const OWN_FLAGS: readonly AnyFlag[] = [
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

// The command is the first word of the command line, as for any other program with subcommands.
const SETTING_FLAGS: readonly Setting[] = SETTINGS.filter(({ name }) => name !== "command");

/** A flag, with what the settings table says of it. */
export type AnyFlag = Flag & Partial<Setting>;

/** Every flag: the settings, and what the command line has besides. */
export const FLAGS: readonly AnyFlag[] = [...SETTING_FLAGS, ...OWN_FLAGS];

/** Every flag's name, without its dashes. */
export const FLAG_NAMES: readonly string[] = FLAGS.map(({ name }) => name);

/** Reads a command line (without `node` and the script). Never throws: what is wrong is in `problems`. */
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
  const reading = new Reading();
  for (const token of tokens) {
    if (token.kind === "positional") reading.positional(token.value);
    if (token.kind === "option") reading.option(token);
  }
  return reading.result();
}

/** Whether a flag stands without the value that it takes: `--include --dry-run` would swallow the second flag. */
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

class Reading {
  readonly #values = new Map<string, string[]>();
  readonly #problems: Problem[] = [];
  #isFirst = true;
  #afterUnknown = false;
  #command: Command | undefined;

  positional(value: string): void {
    // What follows a flag that does not exist was meant for it, and is no image.
    if (this.#afterUnknown) {
      this.#afterUnknown = false;
      return;
    }
    const command = this.#isFirst ? COMMANDS.find((known) => known === value) : undefined;
    this.#isFirst = false;
    if (command !== undefined) this.#command = command;
    else this.#add(this.#meaning(), value);
  }

  /** What the next word is that belongs to no flag. */
  #meaning(): SettingName {
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
      // Not what is given: it may be a password.
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
