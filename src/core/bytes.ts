import { contents, type Snapshot } from "./graph.js";
import { type Blob, blobsOf, type Manifest } from "./manifest.js";
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

/** As `uniqueBytes`, for each of these images and what it contains, all of `gone` being gone: what only victims share counts for each of them. */
export function uniqueBytesOf(
  { manifests }: Snapshot,
  gone: ReadonlySet<Digest>,
  images: readonly Digest[],
): ReadonlyMap<Digest, ByteCount> {
  const context = { manifests, held: heldBy(manifests, gone) };
  return new Map(
    images.map((image) => {
      const parts = [...contents([image], manifests)].filter((digest) => gone.has(digest));
      return [image, countBytes(parts, context)];
    }),
  );
}

interface Context {
  readonly manifests: ReadonlyMap<Digest, Manifest>;
  /** Blobs that stay. */
  readonly held: ReadonlySet<Digest>;
}

function countBytes(gone: Iterable<Digest>, { manifests, held }: Context): ByteCount {
  const lost = new Map([...gone].flatMap((digest) => entryOf(digest, manifests)));
  const sizes = blobSizes(lost);
  return countOf(
    [...sizes.keys()].filter((digest) => lost.has(digest) || !held.has(digest)),
    sizes,
  );
}

function entryOf(
  digest: Digest,
  manifests: ReadonlyMap<Digest, Manifest>,
): readonly (readonly [Digest, Manifest])[] {
  const manifest = manifests.get(digest);
  return manifest === undefined ? [] : [[digest, manifest]];
}

/** The bytes of manifests and of the blobs that they name, as far as any of them says; `undefined` where none does. */
export function blobSizes(manifests: ReadonlyMap<Digest, Manifest>): ReadonlyMap<Digest, number | undefined> {
  const sizes = new Map<Digest, number | undefined>();
  // Schema 1 names no size, and another manifest may know it. Where two disagree, the smaller is sure, whatever the order.
  const note = ({ digest, bytes }: Blob): void => {
    const known = sizes.get(digest);
    sizes.set(digest, known === undefined || bytes === undefined ? (known ?? bytes) : Math.min(known, bytes));
  };
  for (const [digest, manifest] of manifests) {
    note({ digest, ...(manifest.bytes === undefined ? {} : { bytes: manifest.bytes }) });
    blobsOf(manifest).forEach(note);
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
