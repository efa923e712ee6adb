import { AFTER, BEFORE } from "./name-words.js";
import {
  byVersion,
  compareCounts,
  compareNumbers,
  comparePrecedence,
  compareTokens,
  type OrderedTag,
  type Sort,
} from "./order.js";
import { isNumber, type NameToken } from "./tokens.js";
import type { TagName, Version } from "./tag-name.js";

type VersionName = Extract<TagName, { readonly kind: "version" }>;

/**
 * Returns the order of versions of which releases, prereleases, patches and flavours are counted together (`group-by: minor` and the like), newest first. Of one
 * version's names, prereleases are older than the version itself, patches and git describe's are newer; other words say nothing, so those names tie. The same holds
 * of one prerelease's names: rc.1 ties with rc.1-alpine, and both are older than rc.2.
 * @param members all that are to be ordered: names of one version that have one word alone, or the same ones, compare by their numbers
 */
export function patchOrder(
  sort: Extract<Sort, "semver" | "prerelease">,
  members: readonly OrderedTag[],
): (a: OrderedTag, b: OrderedTag) => number {
  const mixed = mixedStages(members.map(({ name }) => name));
  const compare = (a: OrderedTag, b: OrderedTag): number => {
    if (a.name.kind !== "version" || b.name.kind !== "version") return byVersion(b, a, comparePrecedence);
    return compareStaged(b.name, a.name, mixed);
  };
  return sort === "semver" ? compare : (a, b) => compareCounts(a, b) || compare(a, b);
}

function compareStaged(a: VersionName, b: VersionName, mixed: ReadonlySet<string>): number {
  const [before, after] = [stageOf(a.version), stageOf(b.version)];
  const order =
    compareNumbers(a.version.numbers, b.version.numbers) ||
    before - after ||
    compareTokens(countedOf(a.version), countedOf(b.version));
  if (order !== 0 || mixed.has(keyOf(a))) return order;
  return comparePrecedence(a.version, b.version);
}

/** The tokens at the beginning of a prerelease that have SemVer's order, up to the first word that says nothing. */
function countedOf(version: Version): readonly NameToken[] {
  if (stageOf(version) >= 0) return [];
  const end = version.prerelease.findIndex((token) => !isNumber(token) && !BEFORE.has(token));
  return end < 0 ? version.prerelease : version.prerelease.slice(0, end);
}

/** The versions' stages, and prereleases, in which names stand that have different words: nothing says which of them is newer. */
function mixedStages(names: readonly TagName[]): ReadonlySet<string> {
  const words = new Map<string, string>();
  const mixed = new Set<string>();
  for (const name of names) {
    if (name.kind !== "version") continue;
    const key = keyOf(name);
    const word = wordOf(name);
    if ((words.get(key) ?? word) !== word) mixed.add(key);
    words.set(key, word);
  }
  return mixed;
}

function keyOf(name: VersionName): string {
  const { version, word = "" } = name;
  const counted = countedOf(version).map((token) => token.replace(/^0+(?=\d)/, ""));
  // A part that is not there is 0.
  return `${word} ${version.numbers.join(".").replace(/(?:\.0)+$/, "")} ${stageOf(version)} ${counted.join(".")}`;
}

/** The letters of OpenSSL's 1.0.2t and 1.0.2u have an order, and are no words. */
function wordOf({ version, channel }: VersionName): string {
  return version.isLettered && version.prerelease.length === 1 ? "a letter" : channel;
}

/** -1 for a prerelease, 1 for what came after the version, 0 for the version itself and all of which its name does not say. */
function stageOf({ prerelease, build, isAhead, isLettered }: Version): -1 | 0 | 1 {
  const first = prerelease[0] ?? build[0] ?? "";
  if (isAhead || isLettered || AFTER.has(first)) return 1;
  if (BEFORE.has(first) || (isNumber(first) && prerelease.length > 0)) return -1;
  return 0;
}
