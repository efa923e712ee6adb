import bytes from "bytes";
import parseDuration from "parse-duration";
import { type Problem, PruneError } from "./core/errors.js";
import { type Setting, type SettingName, SETTINGS } from "./settings.js";

/** The settings as they were written; a list's values are joined by line breaks. Absent is not given. */
export type RawSettings = Readonly<Partial<Record<SettingName, string>>>;

/** Reads settings one by one, strictly, and gathers what is wrong instead of throwing at the first. */
export class SettingReader {
  readonly problems: Problem[] = [];
  readonly #raw: RawSettings;

  constructor(raw: RawSettings) {
    this.#raw = raw;
  }

  problem(setting: SettingName, message: string): void {
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

  /** A number of bytes, units being powers of 1024; `undefined` where none was given, or what was given is none. */
  size(name: SettingName): number | undefined {
    const text = this.text(name);
    if (text === "") return undefined;
    // The library reads "1GiB" as one byte.
    const size = /^\d+(?:\.\d+)? ?(?:[KMGTP]?B)$/i.test(text) ? bytes.parse(text) : null;
    if (size !== null) return size;
    this.problem(name, `"${text}" is not a size; write a number and its unit, such as 500MB or 1GB`);
    return undefined;
  }

  /** A time in milliseconds; `undefined` where none was given, or what was given is none. */
  duration(name: SettingName): number | undefined {
    const text = this.text(name);
    if (text === "") return undefined;
    // The library takes a bare number for milliseconds, and months and years for so many days.
    const duration = /^(?:\d+(?:\.\d+)? ?[smhdw] ?)+$/.test(text) ? parseDuration(text) : null;
    if (duration !== null && duration > 0) return duration;
    this.problem(name, `"${text}" is not a time; write a number and its unit, such as 30m, 24h or 7d`);
    return undefined;
  }

  /** One value a line (and between `separator`s), each read by `parse`; what `parse` throws is a problem of this setting. */
  list<T>(name: SettingName, parse: (line: string) => T, separator = /\r?\n/): readonly T[] {
    const lines = this.text(name)
      .split(separator)
      .map((line) => line.trim())
      .filter((line) => line !== "");
    return lines.flatMap((line) => {
      try {
        return [parse(line)];
      } catch (error) {
        if (!(error instanceof PruneError)) throw error;
        this.problem(name, error.message);
        return [];
      }
    });
  }
}

/** `a`, `a or b`, `a, b or c`. */
export function listed(words: readonly string[], last: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
