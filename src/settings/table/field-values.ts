import type { Pattern } from "../../core/names/glob.js";
import { GROUP_KEYS, type GroupKey } from "../../core/names/group.js";
import { listed } from "../../core/base/words.js";
import type { SettingType } from "./setting.js";
import { DURATION, parseDuration, parseGroupBy, parseSize, SIZE } from "./values.js";

/**
 * A value as somebody wrote it, in an input or in a policy file. Each method reads it in one form. It returns `undefined` where nothing is written, and where
 * what is written is wrong, which the reader behind it reports.
 */
export interface WrittenValue {
  text<T>(parse: (text: string) => T): T | undefined;
  /** The words of a text, with spaces or commas between them, or the items of a list. */
  words<T>(parse: (words: readonly string[]) => T): T | undefined;
  /** One pattern or several: the lines of a text, or the items of a list. */
  patterns(of: PatternsOf): readonly Pattern[] | undefined;
  choice<T extends string>(choices: Choices<T>): T | undefined;
  count(): number | undefined;
}

type PatternsOf = "repositories" | "tags";
type Choices<T extends string> = readonly [T, ...T[]];

/** A kind of value that a rule's field can have: its form in an input and in YAML, and the one way to read it from either. */
export interface FieldValue<T> {
  /** The type of the input that has such a value. */
  readonly type: SettingType;
  readonly form: ValueForm;
  readonly read: (written: WrittenValue) => T | undefined;
}

/** The form of a value in a policy file, from which its schema is made. `wanted` says what to write instead of something else. */
export type ValueForm =
  /** One line. */
  | { readonly kind: "name"; readonly wanted: string }
  /** A number with its unit, as a regular expression has it. */
  | { readonly kind: "measure"; readonly pattern: string; readonly wanted: string }
  /** A whole number, 0 or more. */
  | { readonly kind: "count"; readonly wanted: string }
  | { readonly kind: "choice"; readonly choices: readonly string[]; readonly wanted: string }
  | { readonly kind: "patterns"; readonly wanted: string }
  /** Any of `words`, or `none` alone. */
  | { readonly kind: "words"; readonly words: readonly string[]; readonly wanted: string };

export const NAME_VALUE: FieldValue<string> = {
  type: "text",
  form: { kind: "name", wanted: "a name" },
  read: (written) => written.text((name) => name),
};

export const COUNT_VALUE: FieldValue<number> = {
  type: "count",
  form: { kind: "count", wanted: "a whole number without quotes, such as 10" },
  read: (written) => written.count(),
};

/** A time, in milliseconds. */
export const DURATION_VALUE: FieldValue<number> = {
  type: "text",
  form: { kind: "measure", pattern: DURATION, wanted: "a number and its unit, such as 24h or 7d" },
  read: (written) => written.text((text) => parseDuration(text)),
};

/** A size, in bytes. */
export const SIZE_VALUE: FieldValue<number> = {
  type: "size",
  form: { kind: "measure", pattern: SIZE, wanted: "a number and its unit, such as 500MB or 10GB" },
  read: (written) => written.text(parseSize),
};

export const GROUP_BY_VALUE: FieldValue<readonly GroupKey[]> = {
  type: "list",
  form: { kind: "words", words: GROUP_KEYS, wanted: listed([...GROUP_KEYS, "none"], "or") },
  read: (written) => written.words(parseGroupBy),
};

/** One of `choices`, as a text. */
export function choiceOf<T extends string>(choices: Choices<T>): FieldValue<T> {
  return {
    type: "choice",
    form: { kind: "choice", choices, wanted: listed(choices, "or") },
    read: (written) => written.choice(choices),
  };
}

/** A pattern or a list of them. @param all what the field means without any */
export function patternsOf(of: PatternsOf, all: string): FieldValue<readonly Pattern[]> {
  return {
    type: "list",
    form: {
      kind: "patterns",
      wanted: `a pattern in quotes or a list of them, or leave it out for ${all}`,
    },
    read: (written) => written.patterns(of),
  };
}
