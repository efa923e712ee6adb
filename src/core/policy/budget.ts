import { blobSizes, type ByteCount, countOf } from "../image/bytes.js";
import { needs, type Snapshot } from "../image/graph.js";
import { grouped } from "../base/grouped.js";
import { blobDigests } from "../image/manifest.js";
import type { Digest } from "../names/reference.js";
import { bestRank } from "./keep-rules.js";
import type { Ranked } from "./ranks.js";
import { subjectOf } from "../names/version.js";

/**
 * Returns the images that the budget has room for. Each blob is counted once. First comes all that stays whatever the budget is, then the images in the order
 * given, up to the first that does not fit. So a larger budget has room for all that a smaller one has. A blob of unknown size counts as 0 bytes, for what is
 * not known must not cause a deletion.
 * @param images by rank, then rule, then group
 * @param gone all that goes if none of the images stays
 */
export function roomFor(
  images: readonly Digest[],
  gone: ReadonlySet<Digest>,
  { snapshot, maxSize }: { readonly snapshot: Snapshot; readonly maxSize: number },
): ReadonlySet<Digest> {
  const { manifests } = snapshot;
  const sizes = blobSizes(manifests);
  const held = new Set(staying(gone, snapshot));
  let { bytes } = countOf([...held], sizes);
  const fits = new Set<Digest>();
  const belongings = belongingsIn(snapshot);
  for (const image of images) {
    const parts = [...belongings(image)].flatMap((digest) => partsOf(digest, manifests));
    const added = [...new Set(parts)].filter((part) => !held.has(part));
    bytes += countOf(added, sizes).bytes;
    if (bytes > maxSize) break;
    added.forEach((part) => held.add(part));
    fits.add(image);
  }
  return fits;
}

/** Counts the bytes that the repository takes without these digests, each blob once. Untagged manifests count as far as the registry lists them. */
export function sizeWithout(gone: ReadonlySet<Digest>, snapshot: Snapshot): ByteCount {
  return countOf([...staying(gone, snapshot)], blobSizes(snapshot.manifests));
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
