import { blobSizes } from "./bytes.js";
import type { Snapshot } from "./graph.js";
import { blobsOf } from "./manifest.js";
import type { Digest } from "../names/reference.js";

/** A snapshot's manifests, and the sizes that the registry itself gave. */
export type Measured = Pick<Snapshot, "manifests" | "sizes">;

/** True if the size of a manifest or blob is known and not only claimed: the bytes of a manifest were read, and of others the registry was asked. */
export function isMeasured(digest: Digest, { manifests, sizes }: Measured): boolean {
  return manifests.has(digest) || sizes?.has(digest) === true;
}

/** Returns the sizes that the registry gave of what is no manifest, and 0 where it gave none. */
export function measuredSizes({ manifests, sizes }: Measured): ReadonlyMap<Digest, number> {
  const blobs = [...(sizes ?? [])].filter(([digest]) => !manifests.has(digest));
  return new Map(blobs.map(([digest, bytes = 0]) => [digest, bytes]));
}

/**
 * Returns the bytes of manifests and of the blobs that they name: measured where they were, otherwise as the manifests claim. `undefined` where neither is known, and
 * where the registry was asked and has no such blob or names no size.
 */
export function sizesIn({ manifests, sizes }: Measured): ReadonlyMap<Digest, number | undefined> {
  const all = new Map(blobSizes(manifests));
  for (const [digest, bytes] of sizes ?? []) if (!manifests.has(digest)) all.set(digest, bytes);
  return all;
}

/** Returns the most bytes that a manifest claims for each blob; a manifest's own bytes were read. */
export function largestClaims({ manifests }: Pick<Measured, "manifests">): ReadonlyMap<Digest, number> {
  const claims = new Map<Digest, number>();
  for (const manifest of manifests.values()) {
    for (const { digest, bytes = 0 } of blobsOf(manifest)) {
      claims.set(digest, Math.max(bytes, claims.get(digest) ?? 0));
    }
  }
  for (const [digest, { bytes = 0 }] of manifests) claims.set(digest, bytes);
  return claims;
}
