import { partsOf, type Snapshot } from "./graph.js";
import { blobsOf, type Manifest } from "./manifest.js";
import type { Digest } from "../names/reference.js";

/** A number of bytes. With `isLeast` it is a lower bound, because some sizes are not known (schema 1 names none). */
export interface ByteCount {
  readonly bytes: number;
  readonly isLeast: boolean;
}

/**
 * Counts the bytes that would be garbage in this repository without these manifests: the manifests themselves, and those of their configurations and
 * layers that no other manifest of the snapshot names. Each blob counts once. Other repositories of the registry may still hold it.
 */
export function uniqueBytes({ manifests }: Snapshot, gone: ReadonlySet<Digest>): ByteCount {
  return countBytes(gone, manifests, heldBy(manifests, gone));
}

/** The bytes of all that goes, and of each image of it. */
export interface UniqueBytes {
  readonly all: ByteCount;
  /**
   * Counts one image and what it contains, while all else goes too: a blob that only deleted images share counts for each of them. An image is counted when it is asked
   * for, because of a hundred thousand a person is shown some hundred.
   */
  readonly each: { get(image: Digest): ByteCount | undefined };
}

/** Counts as `uniqueBytes` does, all of `gone` at once, and each image of it when it is asked for. What stays is gone through once for both. */
export function uniqueBytesByImage({ manifests }: Snapshot, gone: ReadonlySet<Digest>): UniqueBytes {
  const held = heldBy(manifests, gone);
  const get = (image: Digest): ByteCount | undefined => {
    if (!gone.has(image)) return undefined;
    const parts = [...partsOf(image, manifests)].filter((digest) => gone.has(digest));
    return countBytes(new Set(parts), manifests, held);
  };
  return { all: countBytes(gone, manifests, held), each: { get } };
}

/** Adds up the bytes of the manifests that go, and of their blobs that are not held. @param held blobs that stay */
function countBytes(
  gone: ReadonlySet<Digest>,
  manifests: ReadonlyMap<Digest, Manifest>,
  held: ReadonlySet<Digest>,
): ByteCount {
  const sizes = namedSizes(gone, manifests);
  let [bytes, isLeast] = [0, false];
  const add = (size: number | undefined): void => {
    if (size === undefined) isLeast = true;
    else bytes += size;
  };
  for (const digest of gone) {
    const manifest = manifests.get(digest);
    if (manifest === undefined) continue;
    // A manifest that no other manifest names counts once anyhow, and a table with a hundred thousand more entries takes megabytes.
    if (sizes.has(digest)) note(sizes, digest, manifest.bytes);
    else add(manifest.bytes);
  }
  for (const [digest, size] of sizes) {
    const isLost = gone.has(digest) && manifests.has(digest);
    if (isLost || !held.has(digest)) add(size);
  }
  return { bytes, isLeast };
}

/** Returns the bytes of manifests and of the blobs that they name; `undefined` for a blob whose size no manifest gives. */
export function blobSizes(manifests: ReadonlyMap<Digest, Manifest>): ReadonlyMap<Digest, number | undefined> {
  const sizes = namedSizes(manifests.keys(), manifests);
  for (const [digest, { bytes }] of manifests) note(sizes, digest, bytes);
  return sizes;
}

type Sizes = Map<Digest, number | undefined>;

/** Returns the bytes of the blobs that these manifests name. */
function namedSizes(digests: Iterable<Digest>, manifests: ReadonlyMap<Digest, Manifest>): Sizes {
  const sizes: Sizes = new Map();
  for (const digest of digests) {
    for (const blob of blobsOf(manifests.get(digest))) note(sizes, blob.digest, blob.bytes);
  }
  return sizes;
}

/**
 * Records a blob's size. Schema 1 names no size, and another manifest may know it. Where two manifests disagree, the smaller is sure, in whatever
 * order they come.
 */
function note(sizes: Sizes, digest: Digest, bytes: number | undefined): void {
  const known = sizes.get(digest);
  sizes.set(digest, known === undefined || bytes === undefined ? (known ?? bytes) : Math.min(known, bytes));
}

/** Adds up the sizes of blobs. */
export function countOf(
  digests: readonly Digest[],
  sizes: ReadonlyMap<Digest, number | undefined>,
): ByteCount {
  const known = digests.flatMap((digest) => sizes.get(digest) ?? []);
  return { bytes: known.reduce((sum, bytes) => sum + bytes, 0), isLeast: known.length < digests.length };
}

/** Returns the blobs that the remaining manifests name. */
function heldBy(manifests: ReadonlyMap<Digest, Manifest>, gone: ReadonlySet<Digest>): ReadonlySet<Digest> {
  const held = new Set<Digest>();
  for (const [digest, manifest] of manifests) {
    if (!gone.has(digest)) for (const blob of blobsOf(manifest)) held.add(blob.digest);
  }
  return held;
}
