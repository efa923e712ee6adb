import { type ByteCount, countOf } from "../image/bytes.js";
import { isMeasured, largestClaims, measuredSizes, sizesIn } from "../image/measured.js";
import { needs, type Snapshot } from "../image/graph.js";
import { grouped } from "../base/grouped.js";
import { blobDigests } from "../image/manifest.js";
import type { Digest } from "../names/reference.js";
import { bestRank } from "./keep-rules.js";
import type { Ranked } from "./ranks.js";
import { subjectOf } from "../names/version.js";

/** The images that a budget has room for, and what is to be found out before that is certain. */
export interface Room {
  readonly fits: ReadonlySet<Digest>;
  /** The configurations and layers whose size decides, and is only claimed so far. */
  readonly unmeasured: readonly Digest[];
}

/**
 * Finds the images that the budget has room for. Each blob is counted once. First comes all that stays whatever the budget is, then the images in the order
 * given, up to the first that does not fit. So a larger budget has room for all that a smaller one has. A blob of unknown size counts as 0 bytes, for what is
 * not known must not cause a deletion. If all fits by what the manifests claim, that decides, and otherwise only what the registry itself says: of all blobs up to
 * the first image that does not fit.
 * @param images by rank, then rule, then group
 * @param gone all that goes if none of the images stays
 */
export function roomFor(
  images: readonly Digest[],
  gone: ReadonlySet<Digest>,
  { snapshot, maxSize }: { readonly snapshot: Snapshot; readonly maxSize: number },
): Room {
  const claims = largestClaims(snapshot);
  const shares = sharesOf(images, gone, snapshot);
  const sum = (digests: readonly Digest[], sizes: ReadonlyMap<Digest, number | undefined>): number =>
    digests.reduce((bytes, digest) => bytes + (sizes.get(digest) ?? 0), 0);
  const claimed = shares.reduce((bytes, share) => bytes + sum(share, claims), 0);
  if (claimed <= maxSize) return { fits: new Set(images), unmeasured: [] };
  const sizes = new Map([...claims, ...measuredSizes(snapshot)]);
  let bytes = 0;
  const found = shares.findIndex((share) => (bytes += sum(share, sizes)) > maxSize);
  const end = found === -1 ? shares.length : found;
  const open = (share: readonly Digest[]): readonly Digest[] =>
    share.filter((digest) => !isMeasured(digest, snapshot));
  const firstOpen = shares.slice(0, end + 1).findIndex((share) => open(share).length > 0);
  if (firstOpen === -1) return { fits: new Set(images.slice(0, Math.max(0, end - 1))), unmeasured: [] };
  // Twice as many as are known, so that claims that are all made up take a few rounds, and not one for each image.
  const asked = shares.slice(0, Math.max(end + 1, 2 * firstOpen));
  return { fits: new Set(images), unmeasured: [...new Set(asked.flatMap(open))] };
}

/** Returns what is counted for all that stays anyhow, and then for each image what it adds to that and to those before it. */
function sharesOf(
  images: readonly Digest[],
  gone: ReadonlySet<Digest>,
  snapshot: Snapshot,
): readonly (readonly Digest[])[] {
  const held = new Set(staying(gone, snapshot));
  const shares = [[...held]];
  const belongings = belongingsIn(snapshot);
  for (const image of images) {
    const parts = [...belongings(image)].flatMap((digest) => partsOf(digest, snapshot.manifests));
    const added = [...new Set(parts)].filter((part) => !held.has(part));
    added.forEach((part) => held.add(part));
    shares.push(added);
  }
  return shares;
}

/** Counts the bytes that the repository takes without these digests, each blob once. Untagged manifests count as far as the registry lists them. */
export function sizeWithout(gone: ReadonlySet<Digest>, snapshot: Snapshot): ByteCount {
  return countOf([...staying(gone, snapshot)], sizesIn(snapshot));
}

function staying(gone: ReadonlySet<Digest>, { manifests }: Snapshot): ReadonlySet<Digest> {
  const manifestsLeft = [...manifests.keys()].filter((digest) => !gone.has(digest));
  return new Set(manifestsLeft.flatMap((digest) => partsOf(digest, manifests)));
}

/** Returns a manifest and its blobs; nothing where the manifest was not read. */
function partsOf(digest: Digest, manifests: Snapshot["manifests"]): readonly Digest[] {
  return manifests.has(digest) ? [digest, ...blobDigests(manifests.get(digest))] : [];
}

/** Returns a function from an image to all that stays with it: the image, what it needs, and what refers to any of these. */
function belongingsIn({ tags, manifests, referrers }: Snapshot): (image: Digest) => Iterable<Digest> {
  const named = grouped(
    tags.flatMap(({ tag, digest }) => {
      const subject = subjectOf(tag);
      return subject === undefined || digest === undefined ? [] : [[subject, digest] as const];
    }),
  );
  return (image) => {
    const all = new Set([image]);
    // A Set hands out what is added while it is walked.
    for (const digest of all) {
      const manifest = manifests.get(digest);
      const needed = manifest === undefined ? [] : needs(manifest);
      for (const other of [...needed, ...(named.get(digest) ?? []), ...(referrers.get(digest) ?? [])]) {
        all.add(other);
      }
    }
    return all;
  };
}

/** Sorts places into the order in which they get room: by rank, then as they stand (by rule and group). Each group's newest is left out, for it stays anyhow. */
export function inOrderOfCutting(places: readonly Ranked[]): readonly Ranked[] {
  return places.filter((place) => bestRank(place) > 1).sort((a, b) => bestRank(a) - bestRank(b));
}
