import type { Blob, Manifest } from "./manifest.js";
import type { Digest } from "../names/reference.js";

/**
 * Returns a function that lets manifests share one `Blob` for a configuration or layer that several of them name: the first that was given. Images
 * have most of their layers in common, and there may be a hundred thousand images.
 */
export function internBlobs(): (manifest: Manifest) => Manifest {
  const known = new Map<Digest, Blob>();
  const shared = (blob: Blob): Blob => {
    const first = known.get(blob.digest);
    if (first === undefined) known.set(blob.digest, blob);
    return first !== undefined && first.bytes === blob.bytes ? first : blob;
  };
  return (manifest) => {
    if (manifest.blobs === undefined) return manifest;
    return { ...manifest, blobs: manifest.blobs.map(shared) };
  };
}
