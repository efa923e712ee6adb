import type { Tag } from "./reference.js";
import { withoutHashes } from "./hashless.js";
import { HASH, isNumber, type NameToken } from "./tokens.js";
import type { TagName, Version } from "./tag-name.js";

/** The way in which the tags of a repository are ordered. */
export type Sort = "semver" | "prerelease" | "natural" | "created";
export const SORTS = ["semver", "prerelease", "natural", "created"] as const satisfies readonly Sort[];

/** A tag that is to have a place in an order. */
export interface OrderedTag {
  readonly tag: Tag;
  readonly name: TagName;
  /** When its image was created, in milliseconds since 1970; absent where that is nowhere said. */
  readonly created?: number;
}

/**
 * Compares two versions (negative: `a` is older; 0: their names do not say which is newer). It agrees with SemVer 2.0 §11 wherever no identifier mixes letters,
 * digits or dashes, capitals do not differ, and there is no commit hash: identifiers that mix compare run by run, so rc10 is newer than rc9.
 */
export function comparePrecedence(a: Version, b: Version): number {
  return (
    compareNumbers(a.numbers, b.numbers) ||
    comparePrereleases(a.prerelease, b.prerelease) ||
    compareTokens(a.build, b.build)
  );
}

/** Part by part; a part that is not there is 0. */
export function compareNumbers(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length || index < b.length; index += 1) {
    const order = compareDigits(a[index] ?? "0", b[index] ?? "0");
    if (order !== 0) return order;
  }
  return 0;
}

function comparePrereleases(a: readonly NameToken[], b: readonly NameToken[]): number {
  // SemVer 2.0 §11.3: a release is newer than its prereleases.
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  return compareTokens(a, b);
}

/** The first difference decides (SemVer 2.0 §11.4): numbers below words, and below both a hash, or nothing. */
export function compareTokens(a: readonly NameToken[], b: readonly NameToken[]): number {
  for (let index = 0; index < a.length || index < b.length; index += 1) {
    const [x = HASH, y = HASH] = [a[index], b[index]];
    if (x === y) continue;
    const order = levelOf(x) - levelOf(y) || (isNumber(x) ? compareDigits(x, y) : compareBytes(x, y));
    if (order !== 0) return order;
  }
  return 0;
}

function levelOf(token: NameToken): number {
  if (token === HASH) return 0;
  return isNumber(token) ? 1 : 2;
}

/** Compares runs of digits as numbers and all else by code unit; a text that ends first is the older. 007 equals 7. */
export function compareNatural(a: string, b: string): number {
  const start = runOfDifference(a, b);
  return compareLists(runs(a.slice(start)), runs(b.slice(start)), compareRuns);
}

/** Returns the start of the run in which two texts differ first. What is before it is the same, and the tags of a repository have most in common. */
function runOfDifference(a: string, b: string): number {
  let start = 0;
  for (let index = 0; index < a.length && a[index] === b[index]; index += 1) {
    if (endsRun(a, index) && endsRun(b, index)) start = index + 1;
  }
  return start;
}

function endsRun(text: string, index: number): boolean {
  return isDigit(text, index) !== isDigit(text, index + 1);
}

function runs(text: string): readonly string[] {
  return text.match(/\d+|\D+/g) ?? [];
}

function compareRuns(a: string, b: string): number {
  if (isDigits(a) && isDigits(b)) return compareDigits(a, b);
  // A number is below any text, else 9a, 10a and 19- would go round in a circle.
  return Number(isDigits(b)) - Number(isDigits(a)) || compareBytes(a, b);
}

/** Digit strings of any length, as numbers. */
function compareDigits(a: string, b: string): number {
  const [x, y] = [withoutZeros(a), withoutZeros(b)];
  return x.length - y.length || compareBytes(x, y);
}

function withoutZeros(digits: string): string {
  return digits.startsWith("0") ? digits.replace(/^0+/, "") : digits;
}

function compareBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function isDigits(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (!isDigit(text, index)) return false;
  return text !== "";
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 48 && code <= 57; // 0 to 9
}

/** The first difference decides; where there is none, the longer list is the newer. */
function compareLists<T>(a: readonly T[], b: readonly T[], compare: (x: T, y: T) => number): number {
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [a[index], b[index]];
    if (x === undefined || y === undefined) return 1;
    const order = compare(x, y);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Total order of tag names, newest first, in which they are listed: natural, then by bytes. It decides about no tag. */
export function compareTagsNewestFirst(a: Tag, b: Tag): number {
  return compareNatural(b, a) || compareBytes(b, a);
}

/** By version; a name that is none is older than any version. Names that say the same tie (0), here and below. */
export function compareBySemver(a: OrderedTag, b: OrderedTag): number {
  return byVersion(b, a, comparePrecedence);
}

/** By the prerelease's numbers, then by version. */
export function compareByPrerelease(a: OrderedTag, b: OrderedTag): number {
  return compareCounts(a, b) || compareBySemver(a, b);
}

/** By the numbers behind the version or the label, newest first. */
export function compareCounts(a: OrderedTag, b: OrderedTag): number {
  return compareLists(numbersOf(b.name), numbersOf(a.name), compareDigits);
}

/** By the image's date. One without a date ties with others that have none, and is older than those that have one. */
export function compareByCreated(a: OrderedTag, b: OrderedTag): number {
  return compareDates(b.created, a.created);
}

/** By name: runs of digits as numbers, capitals folded, and commit hashes as equals. */
function byName(neighbours: readonly Tag[]): (a: OrderedTag, b: OrderedTag) => number {
  const nameOf = withoutHashes(neighbours);
  return (a, b) => compareNatural(nameOf(b.tag), nameOf(a.tag));
}

/** By version, as `compare` has it; a name that is none is older than any version. */
export function byVersion(a: OrderedTag, b: OrderedTag, compare: (a: Version, b: Version) => number): number {
  if (a.name.kind === "version" && b.name.kind === "version") return compare(a.name.version, b.name.version);
  return Number(a.name.kind === "version") - Number(b.name.kind === "version");
}

function numbersOf(name: TagName): readonly string[] {
  return name.kind === "version" || name.kind === "label" ? name.numbers : [];
}

function compareDates(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return a - b;
}

/**
 * Returns the order of a sort, newest first; names that tie compare as 0.
 * @param neighbours all that are to be ordered: by name, digits alone are a commit hash where others have one
 */
export function comparatorOf(
  sort: Sort,
  neighbours: readonly Tag[] = [],
): (a: OrderedTag, b: OrderedTag) => number {
  switch (sort) {
    case "semver":
      return compareBySemver;
    case "prerelease":
      return compareByPrerelease;
    case "natural":
      return byName(neighbours);
    case "created":
      return compareByCreated;
  }
}
