import pMap from "p-map";
import { PruneError } from "../../core/base/errors.js";
import type { Digest } from "../../core/names/reference.js";
import { readManifestFile } from "../../core/sweep/manifest.js";
import { parsePath, type StoredFile } from "../../core/sweep/path.js";
import type { ManifestReadResult, TextReadResult, StorageContents } from "../../core/sweep/contents.js";
import type { Inventory } from "../../core/sweep/sweep.js";
import { contentDigest } from "../../registry/distribution/content-digest.js";
import { blobPath, type Storage } from "./storage.js";

// Number of files that are read at once. A disk has one head and S3 limits requests; this keeps either busy.
const AT_ONCE = 16;

/** All that a sweep is decided by. It was only read; nothing was written. */
export interface StorageReading {
  readonly inventory: Inventory;
  readonly contents: StorageContents;
}

/**
 * Looks through a storage: lists its files, and reads the links and manifests among them. Files that can't be read are a part of the answer.
 * @throws {PruneError} where it can't be looked through at all
 */
export async function takeInventory(storage: Storage): Promise<StorageReading> {
  const files = await storage.inventory();
  const multipartUploads = await storage.multipartUploads();
  const links = files.filter(isToRead);
  const texts = new Map(
    await pMap(links, async ({ path }) => [path, await readText(storage, path)] as const, {
      concurrency: AT_ONCE,
    }),
  );
  const digests = new Set(files.flatMap(revisionOf));
  const manifests = new Map(
    await pMap(digests, async (digest) => [digest, await readManifest(storage, digest)] as const, {
      concurrency: AT_ONCE,
    }),
  );
  const strangeBlobs = (await storage.strangeBlobs?.()) ?? [];
  return { inventory: { files, multipartUploads }, contents: { texts, manifests, strangeBlobs } };
}

function isToRead(file: StoredFile): boolean {
  const role = parsePath(file)?.role;
  if (role?.kind === "revision") return role.isLink;
  if (role?.kind === "tag") return role.isCurrent && file.bytes > 0;
  return role?.kind === "upload" && role.isStart;
}

function revisionOf(file: StoredFile): readonly Digest[] {
  const role = parsePath(file)?.role;
  return role?.kind === "revision" && role.isLink ? [role.digest] : [];
}

async function readText(storage: Storage, path: string): Promise<TextReadResult> {
  try {
    const bytes = await storage.read(path);
    if (bytes === undefined) return { kind: "unreadable", why: "it is gone" };
    return { kind: "text", text: bytes.toString("utf8") };
  } catch (error) {
    return { kind: "unreadable", why: reasonOf(error) };
  }
}

async function readManifest(storage: Storage, digest: Digest): Promise<ManifestReadResult> {
  try {
    const bytes = await storage.read(blobPath(digest));
    const path = blobPath(digest);
    if (bytes === undefined) return { kind: "missing", why: `is not among the blobs (${path})` };
    if (bytes.length === 0) return { kind: "empty", why: `is empty, as a full disk leaves it (${path})` };
    if (!isDigestOf(digest, bytes)) {
      return { kind: "changed", why: `has other bytes than its digest says (${path})` };
    }
    return { kind: "manifest", ...readManifestFile(bytes.toString("utf8")) };
  } catch (error) {
    return { kind: "unsure", why: `can't be relied on: ${reasonOf(error)}` };
  }
}

function isDigestOf(digest: Digest, bytes: Buffer): boolean {
  const [algorithm = ""] = digest.split(":");
  return contentDigest(algorithm, bytes) === digest;
}

function reasonOf(error: unknown): string {
  if (error instanceof PruneError) return error.message;
  throw error;
}
