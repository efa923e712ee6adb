import { partsOf, type Snapshot } from "./graph.js";
import { blobsOf, type Manifest } from "./manifest.js";
import type { Digest } from "./reference.js";

/** A number of bytes. `isLeast`: some sizes were not to be had (schema 1 names none), so it is at least so much. */
export interface ByteCount {
  readonly bytes: number;
  readonly isLeast: boolean;
}

/**
 * What would be garbage in this repository without these manifests: they themselves, and their configurations and layers, as far as no other manifest of
 * the snapshot refers to them. Each blob counts once. Other repositories of the registry may still hold it.
 */
export function uniqueBytes({ manifests }: Snapshot, gone: ReadonlySet<Digest>): ByteCount {
  return countBytes(gone, { manifests, held: heldBy(manifests, gone) });
}

/**
 * As `uniqueBytes`, for each image of `gone` and what it contains, all of them being gone: what only victims share counts for each of them. Counted when it is
 * asked for, as of a hundred thousand a person is shown some hundred.
 */
export function uniqueBytesEach(
  { manifests }: Snapshot,
  gone: ReadonlySet<Digest>,
): { get(image: Digest): ByteCount | undefined } {
  const context = { manifests, held: heldBy(manifests, gone) };
  return {
    get: (image) => {
      if (!gone.has(image)) return undefined;
      const parts = [...partsOf(image, manifests)].filter((digest) => gone.has(digest));
      return countBytes(parts, context);
    },
  };
}

interface Context {
  readonly manifests: ReadonlyMap<Digest, Manifest>;
  /** Blobs that stay. */
  readonly held: ReadonlySet<Digest>;
}

function countBytes(gone: Iterable<Digest>, { manifests, held }: Context): ByteCount {
  const lost = new Map<Digest, Manifest>();
  for (const digest of gone) {
    const manifest = manifests.get(digest);
    if (manifest !== undefined) lost.set(digest, manifest);
  }
  let [bytes, isLeast] = [0, false];
  for (const [digest, size] of blobSizes(lost)) {
    if (!lost.has(digest) && held.has(digest)) continue;
    if (size === undefined) isLeast = true;
    else bytes += size;
  }
  return { bytes, isLeast };
}

/** The bytes of manifests and of the blobs that they name, as far as any of them says; `undefined` where none does. */
export function blobSizes(manifests: ReadonlyMap<Digest, Manifest>): ReadonlyMap<Digest, number | undefined> {
  const sizes = new Map<Digest, number | undefined>();
  // Schema 1 names no size, and another manifest may know it. Where two disagree, the smaller is sure, whatever the order.
  const note = (digest: Digest, bytes: number | undefined): void => {
    const known = sizes.get(digest);
    sizes.set(digest, known === undefined || bytes === undefined ? (known ?? bytes) : Math.min(known, bytes));
  };
  for (const [digest, manifest] of manifests) {
    note(digest, manifest.bytes);
    for (const blob of blobsOf(manifest)) note(blob.digest, blob.bytes);
  }
  return sizes;
}

/** What these come to. */
export function countOf(
  digests: readonly Digest[],
  sizes: ReadonlyMap<Digest, number | undefined>,
): ByteCount {
  const known = digests.flatMap((digest) => sizes.get(digest) ?? []);
  return { bytes: known.reduce((sum, bytes) => sum + bytes, 0), isLeast: known.length < digests.length };
}

function heldBy(manifests: ReadonlyMap<Digest, Manifest>, gone: ReadonlySet<Digest>): ReadonlySet<Digest> {
  const held = new Set<Digest>();
  for (const [digest, manifest] of manifests) {
    if (!gone.has(digest)) for (const blob of blobsOf(manifest)) held.add(blob.digest);
  }
  return held;
}
