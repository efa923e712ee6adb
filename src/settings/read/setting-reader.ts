import { type Problem, PruneError } from "../../core/base/errors.js";
import { parseTagGlob, type Pattern } from "../../core/names/glob.js";
import type { SettingFiles } from "./setting-files.js";
import { parseDuration, parseSize } from "../table/values.js";
import { type SettingName, SETTINGS } from "../table/settings.js";
import type { Setting } from "../table/setting.js";
import { withoutEnd } from "../../core/base/unexpanded.js";
import { listed } from "../../core/base/words.js";

/** The settings as they were written. The values of a list are joined by line breaks. A setting that was not given is absent. */
export type RawSettings = Readonly<Partial<Record<SettingName, string>>>;

/** Returns the parts of a text. */
type Split = (text: string) => readonly string[];

type FileSetting = "policy" | "protect-from";

/** The file of a setting, where it could be read. */
type Readable<Name extends FileSetting> = Exclude<
  SettingFiles[Name],
  { readonly problem: string } | undefined
>;

/** Reads settings one by one, strictly, and gathers what is wrong instead of throwing at the first. */
export class SettingReader {
  readonly problems: Problem[] = [];
  readonly #known = new Set<string>();
  readonly #raw: RawSettings;
  readonly #given: RawSettings;
  readonly #files: SettingFiles;

  /** @param otherwise values from the environment for settings that are not given */
  constructor(raw: RawSettings, files: SettingFiles = {}, otherwise: RawSettings = {}) {
    this.#given = raw;
    const given = Object.entries(raw).filter(([name, text]) => text.trim() !== "" || !(name in otherwise));
    this.#raw = { ...otherwise, ...Object.fromEntries(given) };
    this.#files = files;
  }

  /** Adds a problem of a setting, each message once. */
  problem(setting: SettingName, message: string): void {
    const known = `${setting}: ${message}`;
    if (this.#known.has(known)) return;
    this.#known.add(known);
    this.problems.push({ setting, message });
  }

  /** Returns the trimmed text, or the default, or the empty text. It is a problem if a setting that has a default is empty. */
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

  /** True if the user wrote it, be it empty. A step's input is always written. */
  isWritten(name: SettingName): boolean {
    return this.#given[name] !== undefined;
  }

  /** True if the user gave another value than the default. The default can't be told from no value. */
  isGiven(name: SettingName): boolean {
    const given = this.#given[name]?.trim() ?? "";
    const setting: Setting | undefined = SETTINGS.find((known) => known.name === name);
    return given !== "" && given !== setting?.default;
  }

  /** Returns the file that a setting names; `undefined` where it names none, or the file can't be read, which is a problem. */
  file<Name extends FileSetting>(name: Name): Readable<Name> | undefined {
    const file: SettingFiles[Name] = this.#files[name];
    if (file === undefined || !("problem" in file)) return file as Readable<Name> | undefined;
    this.problem(name, file.problem);
    return undefined;
  }

  /** Returns the text as it is, but for a line break or NUL behind it: spaces at the ends of a password belong to it. */
  secret(name: SettingName): string {
    return withoutEnd(this.#raw[name] ?? "");
  }

  /** Returns one of `choices`; the first where none was given, or another text was, which is a problem. */
  choice<T extends string>(name: SettingName, choices: readonly [T, ...T[]]): T {
    const text = this.text(name);
    const found = choices.find((choice) => choice === text);
    if (found === undefined && text !== "") this.problem(name, `"${text}" is not ${listed(choices, "or")}`);
    return found ?? choices[0];
  }

  /** Returns the value of a setting that is true or false; false where it is neither, which is a problem. */
  boolean(name: SettingName): boolean {
    const text = this.text(name);
    // YAML 1.2's core schema, as the workflow's own booleans are written.
    if (["true", "True", "TRUE"].includes(text)) return true;
    if (!["false", "False", "FALSE"].includes(text)) this.problem(name, `"${text}" is not true or false`);
    return false;
  }

  /** Returns a whole number, written in plain digits; `undefined` where the text is none, which is a problem. */
  count(name: SettingName): number | undefined {
    const text = this.text(name);
    const number = Number(text);
    if (/^(?:0|[1-9]\d*)$/.test(text) && Number.isSafeInteger(number)) return number;
    this.problem(name, `"${text}" is not a whole number; write digits alone, such as 10`);
    return undefined;
  }

  /** Returns a number of bytes; `undefined` where none was given, or the text is no size, which is a problem. */
  size(name: SettingName): number | undefined {
    return this.value(name, parseSize);
  }

  /** Returns a time in milliseconds; `undefined` where none was given, or the text is no time, which is a problem. */
  duration(name: SettingName): number | undefined {
    return this.value(name, (text) => parseDuration(text, "m"));
  }

  /** Returns the text as `parse` reads it; `undefined` where none was given. An error of `parse` is a problem of this setting. */
  value<T>(name: SettingName, parse: (text: string) => T): T | undefined {
    const text = this.text(name);
    return text === "" ? undefined : this.#parsed(name, () => parse(text))[0];
  }

  /** Returns patterns of tags, one a line. */
  patterns(name: SettingName): readonly Pattern[] {
    return this.list(name, this.#files.parsePattern ?? parseGlobAlone);
  }

  /** Returns the values of a list, one a line (or as `split` splits the text), each as `parse` reads it. An error of `parse` is a problem of this setting. */
  list<T>(name: SettingName, parse: (line: string) => T, split: RegExp | Split = /\r?\n/): readonly T[] {
    const text = this.text(name);
    const lines = (split instanceof RegExp ? text.split(split) : split(text))
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

/** Reads a glob. The reader of regular expressions is loaded only where a pattern is one. */
function parseGlobAlone(text: string): Pattern {
  if (text.startsWith("/")) {
    throw new Error(`${text} is read before what reads regular expressions is loaded`);
  }
  return parseTagGlob(text);
}
