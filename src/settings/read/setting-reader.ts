import { type Problem, PruneError } from "../../core/base/errors.js";
import { parseTagGlob, type Pattern } from "../../core/names/glob.js";
import type { SettingFiles } from "./setting-files.js";
import { parseDuration, parseSize } from "../table/values.js";
import { type SettingName, SETTINGS } from "../table/settings.js";
import type { Setting } from "../table/setting.js";
import { listed } from "../../core/base/words.js";

/** The settings as they were written; a list's values are joined by line breaks. Absent is not given. */
export type RawSettings = Readonly<Partial<Record<SettingName, string>>>;

type FileSetting = "policy" | "protect-from";

/** A file that could be read. */
type Readable<Name extends FileSetting> = Exclude<
  SettingFiles[Name],
  { readonly problem: string } | undefined
>;

/** Reads settings one by one, strictly, and gathers what is wrong instead of throwing at the first. */
export class SettingReader {
  readonly problems: Problem[] = [];
  readonly #raw: RawSettings;
  readonly #given: RawSettings;
  readonly #files: SettingFiles;

  /** @param otherwise what is so where a setting is not given, by the environment */
  constructor(raw: RawSettings, files: SettingFiles = {}, otherwise: RawSettings = {}) {
    this.#given = raw;
    const given = Object.entries(raw).filter(([name, text]) => text.trim() !== "" || !(name in otherwise));
    this.#raw = { ...otherwise, ...Object.fromEntries(given) };
    this.#files = files;
  }

  /** Says what is wrong with a setting, each thing once. */
  problem(setting: SettingName, message: string): void {
    if (this.problems.some((known) => known.setting === setting && known.message === message)) return;
    this.problems.push({ setting, message });
  }

  /** The trimmed text, or the default, or the empty text. A setting that has a default may not be empty. */
  text(name: SettingName): string {
    const setting: Setting | undefined = SETTINGS.find((known) => known.name === name);
    const given = this.#raw[name]?.trim();
    if (given === "" && setting?.default !== undefined) {
      this.problem(
        name,
        `it is empty; is the expression that it comes from right? The default is ${setting.default}`,
      );
      return setting.default;
    }
    return given ?? setting?.default ?? "";
  }

  /** Whether the user gave something that is not the default, which can't be told from nothing. */
  isGiven(name: SettingName): boolean {
    const given = this.#given[name]?.trim() ?? "";
    const setting: Setting | undefined = SETTINGS.find((known) => known.name === name);
    return given !== "" && given !== setting?.default;
  }

  /** The file that is named; `undefined` where none is, or it can't be read. */
  file<Name extends FileSetting>(name: Name): Readable<Name> | undefined {
    const file: SettingFiles[Name] = this.#files[name];
    if (file === undefined || !("problem" in file)) return file as Readable<Name> | undefined;
    this.problem(name, file.problem);
    return undefined;
  }

  /** The text as it is: spaces at a password's ends belong to it. */
  secret(name: SettingName): string {
    return this.#raw[name] ?? "";
  }

  /** One of `choices`; the first where none was given or what was given is wrong. */
  choice<T extends string>(name: SettingName, choices: readonly [T, ...T[]]): T {
    const text = this.text(name);
    const found = choices.find((choice) => choice === text);
    if (found === undefined && text !== "") this.problem(name, `"${text}" is not ${listed(choices, "or")}`);
    return found ?? choices[0];
  }

  boolean(name: SettingName): boolean {
    const text = this.text(name);
    // YAML 1.2's core schema, as the workflow's own booleans are written.
    if (["true", "True", "TRUE"].includes(text)) return true;
    if (!["false", "False", "FALSE"].includes(text)) this.problem(name, `"${text}" is not true or false`);
    return false;
  }

  /** A whole number in plain digits; `undefined` where what was given is none. */
  count(name: SettingName): number | undefined {
    const text = this.text(name);
    const number = Number(text);
    if (/^(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number)) return number;
    this.problem(name, `"${text}" is not a whole number; write digits alone, such as 10`);
    return undefined;
  }

  /** A number of bytes; `undefined` where none was given, or what was given is none. */
  size(name: SettingName): number | undefined {
    return this.value(name, parseSize);
  }

  /** A time in milliseconds; `undefined` where none was given, or what was given is none. */
  duration(name: SettingName): number | undefined {
    return this.value(name, (text) => parseDuration(text, "m"));
  }

  /** What `parse` makes of the text; `undefined` where none was given. What `parse` throws is a problem of this setting. */
  value<T>(name: SettingName, parse: (text: string) => T): T | undefined {
    const text = this.text(name);
    return text === "" ? undefined : this.#parsed(name, () => parse(text))[0];
  }

  /** Patterns of tags, one a line. */
  patterns(name: SettingName): readonly Pattern[] {
    return this.list(name, this.#files.parsePattern ?? parseGlobAlone);
  }

  /** One value a line (and between `separator`s), each read by `parse`; what `parse` throws is a problem of this setting. */
  list<T>(name: SettingName, parse: (line: string) => T, separator = /\r?\n/): readonly T[] {
    const lines = this.text(name)
      .split(separator)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    return lines.flatMap((line) => this.#parsed(name, () => parse(line)));
  }

  #parsed<T>(name: SettingName, parse: () => T): readonly [] | readonly [T] {
    try {
      return [parse()];
    } catch (error) {
      if (!(error instanceof PruneError)) throw error;
      this.problem(name, error.message);
      return [];
    }
  }
}

/** Where no pattern is a regular expression, what reads those is not loaded. */
function parseGlobAlone(text: string): Pattern {
  if (text.startsWith("/")) {
    throw new Error(`${text} is read before what reads regular expressions is loaded`);
  }
  return parseTagGlob(text);
}
