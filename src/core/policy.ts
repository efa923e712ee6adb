import picomatch from "picomatch";
import { PruneError } from "./errors.js";
import type { Sort } from "./order.js";
import type { Tag } from "./reference.js";

/** What shares one count of the newest N. */
export type GroupBy = "channel" | "none";
export const GROUPINGS = ["channel", "none"] as const satisfies readonly GroupBy[];

/** What a maintainer says about the tags that stay. */
export interface RetentionPolicy {
  /** How many of the newest images stay in each group. */
  readonly keep: number;
  readonly sort: Sort;
  readonly groupBy: GroupBy;
  /** Only tags that match one of these are candidates; with none, every tag that `sort` can order is. */
  readonly include: readonly Pattern[];
  /** Tags that match one of these are never deleted. */
  readonly exclude: readonly Pattern[];
  /** Whether the repository may end without a tag. */
  readonly allowEmpty: boolean;
  /** What becomes of signatures and attachments whose subject is gone. */
  readonly orphans: OrWhat;
  /** What becomes of tags that are listed and do not resolve. */
  readonly dangling: OrWhat;
  /** How a tag is deleted whose image stays: by the registry's own way, or where it has none by writing over it as well. */
  readonly untag: UntagWay;
}

export type OrWhat = "report" | "delete";
export const OR_WHAT = ["report", "delete"] as const satisfies readonly OrWhat[];

export type UntagWay = "auto" | "overwrite";
export const UNTAG_WAYS = ["auto", "overwrite"] as const satisfies readonly UntagWay[];

/** A glob of tags: `*`, `?`, `[a-z]`, `[^a-z]` and `{a,b}`; it matches a whole tag, case and all. */
export interface Pattern {
  readonly text: string;
  readonly matches: (tag: Tag) => boolean;
}

/**
 * Reads a glob pattern of tags. What could silently match something else than it seems to is refused:
 * a pattern that protects tags must not fail to.
 * @throws {PruneError} with what is wrong and how to write it
 */
export function parsePattern(text: string): Pattern {
  const problem = patternProblem(text);
  if (problem !== undefined) throw new PruneError(`"${text}": ${problem}`, "Correct the pattern.");
  try {
    const matches = picomatch(text, { dot: true, nonegate: true, noextglob: true, strictBrackets: true });
    return { text, matches: (tag) => matches(tag) };
  } catch (cause) {
    throw new PruneError(
      `"${text}": a bracket or brace is left open; close it, for example {alpha,beta}`,
      "Correct the pattern.",
      { cause },
    );
  }
}

function patternProblem(text: string): string | undefined {
  if (text.startsWith("!")) return `a pattern can't begin with "!"; to keep tags, name them in exclude`;
  if (/,/.test(withoutBraces(text))) {
    return "a comma separates only within braces; write one pattern a line, or {a,b}";
  }
  if (text.includes("[!")) return "write [^...] for a character that is none of these";
  // picomatch takes {a} for those three characters and {01..10} for a class of digits.
  if (/\{[^,{}]*\}/.test(text)) return "braces hold a choice with commas, such as {alpha,beta}";
  const foreign = /[^\w.*?[\]{},^-]/u.exec(text)?.[0];
  if (foreign !== undefined) {
    return `"${foreign}" can't stand in a tag, so this would match nothing; patterns are globs of * ? [a-z] {a,b}`;
  }
  return undefined;
}

function withoutBraces(text: string): string {
  const shorter = text.replace(/\{[^{}]*\}/g, "");
  return shorter === text ? text : withoutBraces(shorter);
}

/** Whether `include` and `exclude` allow that a tag of this name is deleted. */
export function mayDelete(tag: Tag, { include, exclude }: RetentionPolicy): boolean {
  const isIncluded = include.length === 0 || include.some((pattern) => pattern.matches(tag));
  return isIncluded && !exclude.some((pattern) => pattern.matches(tag));
}
