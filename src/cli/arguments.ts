import { parseArgs } from "node:util";
import type { Problem } from "../core/base/errors.js";
import type { SettingName } from "../settings/table/settings.js";
import { COMMAND_TABLE } from "../program/commands.js";
import { COMMANDS, type Command, DEFAULT_COMMAND } from "../settings/table/commands.js";
import type { Setting } from "../settings/table/setting.js";
import { FLAGS, LETTERS, SETTING_FLAGS } from "./flags.js";
import type { CommandLine } from "./line.js";
import { readFlag, readOutputFlags } from "./output-flags.js";
import {
  isBareWord,
  isNoTruth,
  joinValues,
  nearCommand,
  OWN_WORDS,
  SHELLS,
  unknownCommand,
  takeLetters,
  unknownFlag,
  unknownLetters,
} from "./words.js";

/** Reads the arguments behind `node` and the script. Never throws: `problems` has what is wrong. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  if (argv.length === 0) return { kind: "nothing" };
  const options = Object.fromEntries(
    FLAGS.map(({ name, type }) => {
      const short = LETTERS[name];
      const isBoolean = type === "boolean";
      return [
        name,
        { type: isBoolean ? "boolean" : "string", ...(short === undefined ? {} : { short }) },
      ] as const;
    }),
  );
  const { words, strange } = takeLetters(joinValues(argv));
  const { tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const reader = new ArgumentReader(strange);
  for (const token of tokens) {
    if (token.kind === "positional") reader.positional(token.value);
    if (token.kind === "option") reader.option(token);
  }
  return reader.result();
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

type OwnWord = (typeof OWN_WORDS)[number];

/** Gathers the words of a command line one by one. */
class ArgumentReader {
  readonly #values = new Map<string, string[]>();
  readonly #problems: Problem[] = [];
  #isFirst = true;
  #afterUnknown = false;
  #mayHaveTaken = false;
  /** The flag before this word, if that is true or false and may be meant to have the word as its value. */
  #truth: string | undefined;
  #command: Command | undefined;
  #own: { readonly word: OwnWord; topic?: string } | undefined;
  #isShort = false;
  #isLost = false;

  /** @param strange the words of letters that are no flags */
  constructor(strange: readonly string[]) {
    for (const word of strange) this.#problems.push({ setting: word, message: unknownLetters(word) });
    this.#mayHaveTaken = strange.length > 0;
  }

  positional(value: string): void {
    // A word behind a flag that does not exist was meant for the flag, and is no image.
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
    if (isFirst && this.#isFirstWord(value)) return;
    if (this.#own !== undefined) this.#own.topic ??= value;
    else this.#word(value);
  }

  /** True of a word that was meant for the flag before it: as an image it would name neither a host nor a path. */
  #isNoTruth(value: string): boolean {
    return isNoTruth(value, this.#isFirst) && this.#settingOfWord() === "image";
  }

  /** Reads the first word, and returns false where it is none that begins a command line. */
  #isFirstWord(value: string): boolean {
    const own = OWN_WORDS.find((known) => known === value);
    if (own !== undefined) this.#own = { word: own };
    else this.#command = COMMANDS.find((known) => known === value);
    if (own !== undefined || this.#command !== undefined) return true;
    if (!isBareWord(value)) return false;
    const near = nearCommand(value);
    this.#problems.push({ setting: value, message: unknownCommand(near) });
    this.#isLost = true;
    this.#command = COMMANDS.find((known) => known === near);
    return true;
  }

  #word(value: string): void {
    const setting = this.#settingOfWord();
    if (setting === "image" && COMMANDS.some((known) => known === value)) {
      this.#problems.push({ setting: value, message: "it is a command; write it first" });
    } else {
      this.#add(setting, value);
    }
  }

  /** Returns the setting that the next word without a flag is a value of. */
  #settingOfWord(): SettingName {
    const { positional } = COMMAND_TABLE[this.#command ?? DEFAULT_COMMAND];
    const [first, ...others] = positional;
    return positional.find((name) => !this.#values.has(name)) ?? others.at(-1) ?? first;
  }

  option({ name, rawName, value, inlineValue }: OptionToken): void {
    this.#afterUnknown = false;
    this.#truth = undefined;
    const flag = FLAGS.find((known) => known.name === name);
    if (flag === undefined) {
      this.#problems.push({ setting: rawName, message: unknownFlag(name) });
      this.#afterUnknown = inlineValue !== true;
      this.#mayHaveTaken = true;
    } else if (flag.type === "boolean") {
      if (name === "help") this.#isShort = rawName === "-h";
      if (value === undefined) this.#truth = rawName;
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
    if (this.#own?.word === "completion" && !this.#flag("help")) return this.#completion(this.#own.topic);
    if (this.#own !== undefined || this.#flag("help")) return this.#help();
    if (this.#flag("version")) return { kind: "version" };
    // The other words were meant for a command that nobody knows.
    if (this.#isLost) return { kind: "wrong", problems: this.#problems };
    const flags = readOutputFlags(this.#values, this.#problems);
    const raw = Object.fromEntries(SETTING_FLAGS.flatMap((setting) => this.#written(setting)));
    return {
      kind: "run",
      command: this.#command ?? DEFAULT_COMMAND,
      raw: this.#command === undefined ? raw : { ...raw, command: this.#command },
      problems: this.#problems,
      passwordStdin: this.#flag("password-stdin"),
      yes: this.#flag("yes"),
      lost: this.#lost(),
      ...flags,
    };
  }

  /** Returns the setting whose word may be missing because a flag that does not exist has taken it. */
  #lost(): readonly SettingName[] {
    const [first] = COMMAND_TABLE[this.#command ?? DEFAULT_COMMAND].positional;
    return this.#mayHaveTaken && !this.#values.has(first) ? [first] : [];
  }

  #flag(name: string): boolean {
    return readFlag(name, this.#values, this.#problems);
  }

  #help(): CommandLine {
    const topic = this.#own?.topic;
    const command = topic === undefined ? this.#command : COMMANDS.find((known) => known === topic);
    if (topic !== undefined && command === undefined && !OWN_WORDS.some((word) => word === topic)) {
      return { kind: "wrong", problems: [{ setting: topic, message: unknownCommand(nearCommand(topic)) }] };
    }
    return { kind: "help", isShort: this.#isShort, ...(command === undefined ? {} : { command }) };
  }

  #completion(topic: string | undefined): CommandLine {
    const shell = SHELLS.find((known) => known === topic);
    if (shell !== undefined) return { kind: "completion", shell };
    const message = `${topic === undefined ? "it needs a shell" : `"${topic}" is no shell that it knows`}; write bash, zsh or fish`;
    return { kind: "wrong", problems: [{ setting: "completion", message }] };
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
}
