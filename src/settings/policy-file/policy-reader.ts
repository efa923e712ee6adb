import { PruneError } from "../../core/base/errors.js";
import type { Pattern } from "../../core/names/glob.js";
import type { GroupKey } from "../../core/names/group.js";
import type { Complaint, Path } from "./policy-structure.js";
import { parseGroupBy } from "../table/values.js";

/** A value of a policy file, and where it stands. */
export interface Place {
  readonly value: unknown;
  readonly path: Path;
}

/** Reads what the values of a policy file mean, and gathers what is wrong. What its structure has wrong already is not read. */
export class PolicyReader {
  readonly complaints: Complaint[] = [];
  readonly #wrong: ReadonlySet<string>;

  constructor(structure: readonly Complaint[]) {
    this.#wrong = new Set(structure.map(({ path }) => JSON.stringify(path)));
  }

  /** What `parse` makes of a text; `undefined` where there is none, or what is there is wrong. */
  text<T>({ value, path }: Place, parse: (text: string) => T): T | undefined {
    return typeof value === "string" && !this.#wrong.has(JSON.stringify(path))
      ? this.#parsed(path, () => parse(value))
      : undefined;
  }

  /** A pattern, or a list of them. */
  patterns({ value, path }: Place, parse: (text: string) => Pattern): readonly Pattern[] {
    const places = Array.isArray(value)
      ? value.map((item: unknown, index) => ({ value: item, path: [...path, index] }))
      : [{ value, path }];
    return places.map((place) => this.text(place, parse)).filter((pattern) => pattern !== undefined);
  }

  /** What is counted apart: words in a text, or in a list. */
  groupBy({ value, path }: Place): readonly GroupKey[] | undefined {
    if (value === undefined) return undefined;
    const words = typeof value === "string" ? value.trim().split(/[\s,]+/) : textsIn(value);
    return this.#parsed(path, () => parseGroupBy(words));
  }

  #parsed<T>(path: Path, parse: () => T): T | undefined {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof PruneError)) throw error;
      this.complaints.push({ path, message: error.message });
      return undefined;
    }
  }
}

/** A text, or the texts of a list. */
export function textsIn(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === "string");
}
