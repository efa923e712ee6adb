import type { Tag } from "../names/reference.js";
import { isCommitHash, piecesOf } from "../names/tokens.js";
import type { Standing, Standings } from "../policy/ranks.js";

/** The tags that no order has a place for, because their names are no versions: they never go. */
export interface UnplacedTags {
  readonly tags: readonly Tag[];
  /** One of them that is no moving name. */
  readonly example: Tag;
  /** The number of tags that a rule decides about, these included. */
  readonly of: number;
}

const MANY = 10;

/**
 * Finds the tags without a place, where they are many: ten that are not the beginning of a version that is listed (1, 1.2, 12-alpine), and of all tags more than
 * half, or a tenth with numbers in their names. Moving names (latest, main) are ordinary and few.
 */
export function unplacedTags({
  places,
  readName,
}: Pick<Standings, "places" | "readName">): UnplacedTags | undefined {
  const decided = places.filter(({ place }) => !LEFT_ALONE.has(place.kind));
  const tags = decided.flatMap(({ tag, place }) => (isNoVersion({ tag, place }, readName) ? [tag] : []));
  if (tags.length < MANY) return undefined;
  const known = beginningsOf(places.map(({ tag }) => tag));
  const others = tags.filter((tag) => !isBeginning(tag, known));
  const numbered = others.filter((tag) => /\d/.test(tag));
  const example = numbered[0] ?? others[0];
  const isMost = others.length > decided.length / 2 || numbered.length > decided.length / 10;
  return example === undefined || others.length < MANY || !isMost
    ? undefined
    : { tags, example, of: decided.length };
}

/** Tags about which no rule decides, by the user's own wish or because they are not there; and referrers. */
const LEFT_ALONE: ReadonlySet<string> = new Set([
  ...["excluded", "not-included", "no-rule", "referrer", "dangling", "latest"],
]);

/** Under `prerelease` a release has no place either, which is what that order is for. */
function isNoVersion(
  { tag, place }: Pick<Standing, "tag" | "place">,
  readName: Standings["readName"],
): boolean {
  if (place.kind !== "not-a-prerelease") return place.kind === "not-a-version";
  const name = readName(tag);
  return name.kind !== "version" || name.word !== undefined;
}

/** The numbers with which the listed versions begin: 1 and 1.2 of 1.2.3. */
function beginningsOf(tags: readonly Tag[]): ReadonlySet<string> {
  return new Set(
    tags.flatMap((tag) => {
      const [, one, two] = /^[vV]?((\d+)\.\d+)\.\d/.exec(tag) ?? [];
      return one === undefined || two === undefined ? [] : [one, two];
    }),
  );
}

/** True for the name of a moving tag: the beginning of a version, with words behind it or without. */
function isBeginning(tag: Tag, known: ReadonlySet<string>): boolean {
  const [, numbers = "", rest = ""] = /^[vV]?(\d+(?:\.\d+)?)(?:[._-]([A-Za-z].*))?$/.exec(tag) ?? [];
  return known.has(numbers) && !piecesOf(rest).some(isCommitHash);
}
