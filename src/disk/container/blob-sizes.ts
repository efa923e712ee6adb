import { stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import type { Digest } from "../../core/names/reference.js";
import { blobPath } from "../storage/storage.js";
import { mountOf } from "./registry-container.js";
import type { RegistrySite } from "./site.js";

// Each measurement through the engine starts a process of its own.
const PROCESSES = 4;
const READS = 16;

/** The bytes of blobs, by digest. A blob that could not be measured is left out. */
export type BlobSizes = ReadonlyMap<Digest, number>;

/** Returns the path of a blob's file below a registry's root directory. */
function blobFile(digest: Digest): string {
  return `docker/registry/v2/${blobPath(digest)}`;
}

/**
 * Finds the path on this machine of a registry's root directory. It is taken for the same storage if one of its blobs lies there. `undefined` for
 * another machine's, for S3, and if this user may not look.
 */
export async function rootOnThisMachine(
  site: RegistrySite,
  blobs: readonly Digest[],
): Promise<string | undefined> {
  const { location } = site.storage;
  const [blob] = blobs;
  if (location.kind === "other" || blob === undefined) return undefined;
  const mount = mountOf(site.container.mounts, location.root);
  if (mount === undefined) return undefined;
  const root = join(mount.source, location.root.slice(mount.destination.replace(/\/$/, "").length));
  return stat(join(root, blobFile(blob))).then(
    () => root,
    () => undefined,
  );
}

/** Measures blobs: on this machine's disk if they are seen there, else through the engine. Blobs that can be measured in neither way are left out. */
export async function measureBlobs(site: RegistrySite, blobs: readonly Digest[]): Promise<BlobSizes> {
  const root = await rootOnThisMachine(site, blobs);
  const { location } = site.storage;
  if (location.kind === "other") return new Map();
  const measure = (blob: Digest): Promise<number | undefined> =>
    root === undefined
      ? site.engine.fileSize(site.container.id, `${location.root}/${blobFile(blob)}`)
      : stat(join(root, blobFile(blob))).then(
          ({ size }) => size,
          () => undefined,
        );
  return measureEach(blobs, measure, root === undefined ? PROCESSES : READS);
}

/** Measures blobs one by one, at most `concurrency` at once. Blobs for which `measure` returns nothing are left out. */
export async function measureEach(
  blobs: readonly Digest[],
  measure: (blob: Digest) => Promise<number | undefined>,
  concurrency: number,
): Promise<BlobSizes> {
  const sizes = await pMap(blobs, measure, { concurrency });
  return new Map(
    blobs.flatMap((blob, index) => {
      const bytes = sizes[index];
      return bytes === undefined ? [] : [[blob, bytes] as const];
    }),
  );
}

/** Adds up the known sizes of `blobs`; `isWhole` is true if all sizes are known. */
export function sumOf(
  blobs: readonly Digest[],
  ...known: readonly BlobSizes[]
): { readonly bytes: number; readonly isWhole: boolean } {
  const sizes = blobs.map((blob) => known.map((map) => map.get(blob)).find((bytes) => bytes !== undefined));
  return {
    bytes: sizes.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0),
    isWhole: sizes.every((bytes) => bytes !== undefined),
  };
}

/** Returns how many bytes are free on the file system of a path. */
export async function freeBytes(path: string): Promise<number> {
  const { bfree, bsize } = await statfs(path);
  return bfree * bsize;
}
