import { grouped } from "../base/grouped.js";
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
  const rank = ({ digest }: Candidate): void => {
    if (!places.has(digest)) places.set(digest, { kind: "at", rank: places.size + 1 });
  };
  for (let from = 0, to = 0; from < ordered.length; from = to) {
    to = endOfTie(ordered, from, compare);
    const tie = ordered.slice(from, to);
    const before = places.size;
    // Several tags may have one image. Most ties are of one tag, and lie across nothing.
    const images = isAcross({ before, count: tie.length }, options) ? imagesOf(tie, places) : [];
    if (isAcross({ before, count: images.length }, options)) {
      unread.push(...settle(images, { before, places }, options));
    } else {
      tie.forEach(rank);
    }
  }
  return { places, unread };
}

/** Returns the images of these that have no place yet. */
function imagesOf(tie: readonly Candidate[], places: PlacedImages["places"]): readonly Digest[] {
  return [...new Set(tie.map(({ digest }) => digest))].filter((digest) => !places.has(digest));
}

/** Returns the place behind the last member that ties with this one. */
function endOfTie(
  ordered: readonly Candidate[],
  from: number,
  compare: (a: OrderedTag, b: OrderedTag) => number,
): number {
  const first = ordered[from];
  const isTie = (member: Candidate | undefined): boolean =>
    first !== undefined && member !== undefined && compare(first, member) === 0;
  let to = from + 1;
  while (isTie(ordered[to])) to += 1;
  return to;
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
  for (const { digest, age } of ages) {
    if (age.kind !== "dated") places.set(digest, { kind: "unordered", ties: images.length });
  }
  const dates = grouped(
    ages.flatMap(({ digest, age }) => (age.kind === "dated" ? [[age.created, digest] as const] : [])),
  );
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
