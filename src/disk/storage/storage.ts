import { PruneError } from "../../core/base/errors.js";
import type { Digest } from "../../core/names/reference.js";
import type { StoredFile } from "../../core/sweep/path.js";
import type { MultipartUpload } from "../../core/sweep/removal.js";

/**
 * A registry's storage, as its sweep needs it. Paths are below the registry's `docker/registry/v2/`, slash
 * separated. Every function rejects with a PruneError where the storage fails.
 */
export interface Storage {
  /** For people: the folder, or `s3://bucket/prefix`. */
  readonly name: string;
  /** Everything below `repositories`; a storage without folders of its own lists files alone. */
  readonly inventory: () => Promise<readonly StoredFile[]>;
  /** Uploads to S3 below `repositories` that were not completed; none elsewhere. */
  readonly multipartUploads: () => Promise<readonly MultipartUpload[]>;
  /** A file of at most LARGEST_READ bytes; `undefined` where it is not there. */
  readonly read: (path: string) => Promise<Buffer | undefined>;
  /** Removes a folder or a file of a repository with all that is in it; nothing where it is gone already. */
  readonly remove: (path: string) => Promise<void>;
  /** Removes the folder of a repository, and those above it up to `repositories`, as far as they are empty. */
  readonly removeEmptyFolders: (path: string) => Promise<void>;
  readonly abort: (upload: MultipartUpload) => Promise<void>;
  /** Bytes that are free on the disk; `undefined` where there is no disk to be full. */
  readonly freeBytes: () => Promise<number | undefined>;
  /** Bytes of a blob; `undefined` where it is not there. */
  readonly blobBytes: (digest: Digest) => Promise<number | undefined>;
  /** Lets go of connections. */
  readonly close: () => void;
}

/** A manifest is at most 4 MiB (distribution, `maxManifestBodySize`), so nothing that a sweep reads is larger. */
export const LARGEST_READ = 64 * 1024 * 1024;

/** Where a blob's bytes are. */
export function blobPath(digest: Digest): string {
  const [algorithm = "", hex = ""] = digest.split(":");
  return `blobs/${algorithm}/${hex.slice(0, 2)}/${hex}/data`;
}

/**
 * Whether a path may be removed: one in a repository's `_manifests`, `_layers` or `_uploads`, or one of these.
 * The last gate before a removal, whatever asked for it.
 * @throws {PruneError} for anything else
 */
export function assertRemovable(path: string): void {
  const parts = path.split("/");
  const isPlain = parts.every((part) => part !== "" && part !== "." && part !== ".." && !part.includes("\0"));
  const area = parts.findIndex((part) => /^_(?:manifests|layers|uploads)$/.test(part));
  if (isPlain && parts[0] === "repositories" && area >= 2) return;
  throw new PruneError(`${JSON.stringify(path)} is nothing that a sweep removes`, "Report this as a bug.");
}
