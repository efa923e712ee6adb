import { ageOf } from "./created.js";
import type { Snapshot } from "./graph.js";
import type { OrderedTag } from "../names/order.js";
import type { Digest } from "../names/reference.js";

/** A tag with the image that it points at. */
export interface Candidate extends OrderedTag {
  readonly digest: Digest;
}

/** An image's place among those of its group. */
export type ImagePlace =
  /** The newest is 1. */
  | { readonly kind: "at"; readonly rank: number }
  /** Its name ties with those of others, no date tells them apart, and they lie across the last place that keeps: so many are they. */
  | { readonly kind: "unordered"; readonly ties: number }
  /** A date would tell it apart, and was not read yet. */
  | { readonly kind: "unread" };

/** The places of a group's images, and the image configurations whose dates would settle a tie. */
export interface PlacedImages {
  readonly places: ReadonlyMap<Digest, ImagePlace>;
  readonly unread: readonly Digest[];
}

/** The bounds that decide if a tie matters, and the snapshot that may settle it. */
export interface TieOptions {
  /** The number of images that stay. */
  readonly keep: number;
  /** True where a budget may end the places anywhere before that. */
  readonly hasBudget: boolean;
  readonly snapshot: Snapshot;
}

/**
 * Places the images of a group, each by its newest tag. Images that tie are told apart by their dates, but only where some of them would stay and others go: an equal
 * date is none, and what has none there is unordered. Those behind a tie have their places whatever becomes of it, so a larger `keep` never deletes more.
 * @param ordered newest first by `compare`, by which names that tie are 0; those stand in an order that does not depend on the registry's
 */
export function placeImages(
  ordered: readonly Candidate[],
  compare: (a: OrderedTag, b: OrderedTag) => number,
  options: TieOptions,
): PlacedImages {
  const places = new Map<Digest, ImagePlace>();
  const unread: Digest[] = [];
  for (const tie of tiesOf(ordered, compare)) {
    const before = places.size;
    const images = (tie.length === 1 ? tie : [...new Set(tie)]).filter((digest) => !places.has(digest));
    if (isAcross({ before, count: images.length }, options)) {
      unread.push(...settle(images, { before, places }, options));
    } else {
      images.forEach((digest, index) => places.set(digest, { kind: "at", rank: before + index + 1 }));
    }
  }
  return { places, unread };
}

/** Yields the images of each run of members that tie, in their order. Most runs are of one. */
function* tiesOf(
  ordered: readonly Candidate[],
  compare: (a: OrderedTag, b: OrderedTag) => number,
): Generator<readonly Digest[]> {
  for (let from = 0, to = 0; from < ordered.length; from = to) {
    const first = ordered[from];
    const tie: Digest[] = [];
    for (let member = first; first !== undefined && member !== undefined; member = ordered[to]) {
      if (to > from && compare(first, member) !== 0) break;
      tie.push(member.digest);
      to += 1;
    }
    yield tie;
  }
}

/** True for a tie of which some would stay and some would go; under a budget, which can end anywhere, for any that is not beyond `keep`. */
function isAcross(
  { before, count }: { readonly before: number; readonly count: number },
  { keep, hasBudget }: TieOptions,
): boolean {
  return count > 1 && before < keep && (hasBudget || before + count > keep);
}

/** Settles a tie by dates. Returns the configurations that have to be read first. */
function settle(
  images: readonly Digest[],
  { before, places }: { readonly before: number; readonly places: Map<Digest, ImagePlace> },
  options: TieOptions,
): readonly Digest[] {
  const ages = images.map((digest) => ({ digest, age: ageOf(digest, options.snapshot) }));
  const unread = ages.flatMap(({ age }) => (age.kind === "unread" ? age.configs : []));
  if (unread.length > 0) {
    for (const digest of images) places.set(digest, { kind: "unread" });
    return unread;
  }
  const dates = new Map<number, Digest[]>();
  for (const { digest, age } of ages) {
    if (age.kind !== "dated") {
      places.set(digest, { kind: "unordered", ties: images.length });
    } else {
      dates.set(age.created, [...(dates.get(age.created) ?? []), digest]);
    }
  }
  let newer = before;
  for (const [, same] of [...dates].sort(([a], [b]) => b - a)) {
    const isOpen = isAcross({ before: newer, count: same.length }, options);
    same.forEach((digest, index) =>
      places.set(
        digest,
        isOpen ? { kind: "unordered", ties: same.length } : { kind: "at", rank: newer + index + 1 },
      ),
    );
    newer += same.length;
  }
  return [];
}
