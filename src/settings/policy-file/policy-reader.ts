import { PruneError, WrongValueError } from "../../core/base/errors.js";
import { parsePattern, parseRepositoryPattern } from "../../core/names/pattern.js";
import type { Complaint, Path } from "./policy-structure.js";
import type { WrittenValue } from "../table/field-values.js";

/** A value of a policy file, with the path to it. */
interface PathValue {
  readonly value: unknown;
  readonly path: Path;
}

const PARSERS = { tags: parsePattern, repositories: parseRepositoryPattern } as const;

/** Reads the values of a policy file, and gathers what is wrong with them. A value whose structure is wrong, which is reported already, is not read. */
export class PolicyReader {
  readonly complaints: Complaint[] = [];
  readonly #wrong: ReadonlySet<string>;

  /** @param structure what is wrong with the structure of the file */
  constructor(structure: readonly Complaint[]) {
    this.#wrong = new Set(structure.map(({ path }) => JSON.stringify(path)));
  }

  /** Returns what stands at a key of a map. */
  at(map: Readonly<Record<string, unknown>>, key: string, path: Path): WrittenValue {
    const here = { value: map[key], path: [...path, key] };
    return {
      text: (parse) => this.#text(here, parse),
      words: (parse) => this.#words(here, parse),
      patterns: (of) => itemsOf(here).flatMap((item) => this.#text(item, PARSERS[of]) ?? []),
      choice: (choices) => choices.find((choice) => choice === here.value),
      count: () => (typeof here.value === "number" ? here.value : undefined),
    };
  }

  #text<T>({ value, path }: PathValue, parse: (text: string) => T): T | undefined {
    const isText = typeof value === "string" && !this.#wrong.has(JSON.stringify(path));
    return isText ? this.#parsed(path, () => parse(value)) : undefined;
  }

  #words<T>({ value, path }: PathValue, parse: (words: readonly string[]) => T): T | undefined {
    if (value === undefined) return undefined;
    const words = typeof value === "string" ? value.trim().split(/[\s,]+/) : textsIn(value);
    return this.#parsed(path, () => parse(words));
  }

  #parsed<T>(path: Path, parse: () => T): T | undefined {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof PruneError)) throw error;
      // Not the error's own message: it repeats the value, and the file may be any file.
      const message = error instanceof WrongValueError ? error.plain : "it can't be read";
      this.complaints.push({ path, message });
      return undefined;
    }
  }
}

/** Returns the items of a list with their paths, or the value itself where it is none. */
function itemsOf({ value, path }: PathValue): readonly PathValue[] {
  if (!Array.isArray(value)) return [{ value, path }];
  return value.map((item: unknown, index) => ({ value: item, path: [...path, index] }));
}

/** Returns a text, or the texts of a list; nothing of anything else. */
export function textsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === "string");
}
