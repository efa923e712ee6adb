import type { Tag } from "./reference.js";
import type { TagName, Version } from "./version.js";

/** The way in which the tags of a repository are ordered. */
export type Sort = "semver" | "prerelease" | "natural" | "created";
export const SORTS = ["semver", "prerelease", "natural", "created"] as const satisfies readonly Sort[];

/** A tag with all that orders look at. */
export interface OrderedTag {
  readonly tag: Tag;
  readonly name: TagName;
  /** Creation time of its image, in milliseconds since 1970; absent if nothing says it. */
  readonly created?: number;
}

/**
 * Compares as SemVer 2.0 §11 does (negative: `a` is older), except that identifiers which mix letters and digits compare run by run, so that rc10 is
 * newer than rc9. Build metadata is ignored.
 */
export function comparePrecedence(a: Version, b: Version): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    comparePrereleases(a.prerelease, b.prerelease)
  );
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  // SemVer 2.0 §11.3: a release is newer than its prereleases.
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  return compareLists(a, b, compareIdentifiers);
}

function compareIdentifiers(a: string, b: string): number {
  if (a === b) return 0;
  const numeric = Number(isDigits(b)) - Number(isDigits(a)); // §11.4.3: numeric identifiers are the lower ones
  return numeric === 0 ? compareLists(identifierRuns(a), identifierRuns(b), compareRuns) : numeric;
}

/** Splits an identifier that mixes letters and digits into runs; any other is one run, as SemVer compares it. */
function identifierRuns(identifier: string): readonly string[] {
  if (isDigits(identifier)) return [identifier];
  return /[A-Za-z]/.test(identifier) && /\d/.test(identifier) ? runs(identifier) : [identifier];
}

/** Compares runs of digits as numbers and all else by code unit; a text that ends first is the older. 007 equals 7. */
export function compareNatural(a: string, b: string): number {
  const start = runOfDifference(a, b);
  return compareLists(runs(a.slice(start)), runs(b.slice(start)), compareRuns);
}

/** Returns the index at which the first different run of two texts begins. All before it is the same, and the tags of a repository have most in common. */
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
  // A number is below any text; else 9a, 10a and 19- would form a circle.
  return Number(isDigits(b)) - Number(isDigits(a)) || compareBytes(a, b);
}

/** Compares digit strings of any length as numbers. */
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

/** Compares lists item by item: the first difference decides; if there is none, the longer list is the newer. */
function compareLists<T>(a: readonly T[], b: readonly T[], compare: (x: T, y: T) => number): number {
  for (let index = 0; index < a.length; index += 1) {
    const [x, y] = [a[index], b[index]];
    if (x === undefined || y === undefined) return 1;
    const order = compare(x, y);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Compares tags by their names alone, for a total order, newest first: natural, then by bytes. */
export function compareTagsNewestFirst(a: Tag, b: Tag): number {
  return compareNatural(b, a) || compareBytes(b, a);
}

/** Compares tags for a total order, newest first: by version; a name that is no version is older than any. */
export function compareBySemver(a: OrderedTag, b: OrderedTag): number {
  return compareVersions(b, a) || compareByName(a, b);
}

/** Compares tags for a total order, newest first: by the prerelease's numbers, then by version. */
export function compareByPrerelease(a: OrderedTag, b: OrderedTag): number {
  return compareLists(numbersOf(b.name), numbersOf(a.name), compareDigits) || compareBySemver(a, b);
}

/** Compares tags for a total order, newest first: by the image's date, then natural; an image without a date is older than any with one. */
export function compareByCreated(a: OrderedTag, b: OrderedTag): number {
  return compareDates(b.created, a.created) || compareByName(a, b);
}

function compareByName(a: OrderedTag, b: OrderedTag): number {
  return compareTagsNewestFirst(a.tag, b.tag);
}

function compareVersions(a: OrderedTag, b: OrderedTag): number {
  if (a.name.kind === "version" && b.name.kind === "version") {
    return comparePrecedence(a.name.version, b.name.version);
  }
  return Number(a.name.kind === "version") - Number(b.name.kind === "version");
}

function numbersOf(name: TagName): readonly string[] {
  return name.kind === "version" || name.kind === "label" ? name.numbers : [];
}

function compareDates(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return a - b;
}

/** Returns the comparison for a sort: a total order, newest first. */
export function comparatorOf(sort: Sort): (a: OrderedTag, b: OrderedTag) => number {
  switch (sort) {
    case "semver":
      return compareBySemver;
    case "prerelease":
      return compareByPrerelease;
    case "natural":
      return compareByName;
    case "created":
      return compareByCreated;
  }
}
