import { PruneError } from "../../core/base/errors.js";
import type { Digest } from "../../core/names/reference.js";
import type { StoredFile } from "../../core/sweep/path.js";
import type { MultipartUpload } from "../../core/sweep/removal.js";

/**
 * A registry's storage, reduced to what a sweep needs. Paths are below the registry's `docker/registry/v2/`, slash separated. Every function rejects
 * with a PruneError if the storage fails.
 */
export interface Storage {
  /** Name for people: the folder, or `s3://bucket/prefix`. */
  readonly name: string;
  /** Lists everything below `repositories`. A storage without folders of its own lists files only. */
  readonly inventory: () => Promise<readonly StoredFile[]>;
  /** Lists what no registry puts among the blobs, down to the folder of each blob; absent where listing them takes as long as listing all blobs. */
  readonly strangeBlobs?: () => Promise<readonly string[]>;
  /** Lists the uploads to S3 below `repositories` that were not completed; there are none elsewhere. */
  readonly multipartUploads: () => Promise<readonly MultipartUpload[]>;
  /** Reads a file of at most LARGEST_READ bytes; `undefined` if it is not there. */
  readonly read: (path: string) => Promise<Buffer | undefined>;
  /** Returns up to `most` blobs to which a repository has layer links. */
  readonly layers: (repository: string, most: number) => Promise<readonly Digest[]>;
  /** Writes a layer link that was not there, for the time of a proof. */
  readonly putLink: (link: LayerLink) => Promise<void>;
  /** Sets the time of the folder of all repositories, in seconds since 1970, and returns what it was; absent where there are no folders. */
  readonly setTime?: (seconds: number) => Promise<number>;
  /** Removes a folder or a file of a repository with all that is in it; does nothing if it is gone already. */
  readonly remove: (path: string) => Promise<void>;
  /** Removes the folder of a repository, and those above it up to `repositories`, as far as they are empty. */
  readonly removeEmptyFolders: (path: string) => Promise<void>;
  readonly abort: (upload: MultipartUpload) => Promise<void>;
  /** Returns how many bytes are free on the disk; `undefined` if there is no disk that could be full. */
  readonly freeBytes: () => Promise<number | undefined>;
  /** Returns the bytes of a blob; `undefined` if it is not there. */
  readonly blobBytes: (digest: Digest) => Promise<number | undefined>;
  /** Closes its connections. */
  readonly close: () => void;
}

/** A layer link of a repository: the registry then has `digest` there, and takes it for `target`. */
export interface LayerLink {
  readonly repository: string;
  readonly digest: Digest;
  readonly target: Digest;
}

/** Returns the folder of a layer link. */
export function layerFolder({ repository, digest }: Pick<LayerLink, "repository" | "digest">): string {
  return `repositories/${repository}/_layers/${digest.replace(":", "/")}`;
}

/** A manifest is at most 4 MiB (distribution, `maxManifestBodySize`), so nothing that a sweep reads is larger. */
export const LARGEST_READ = 64 * 1024 * 1024;

/** Returns the path of a blob's bytes. */
export function blobPath(digest: Digest): string {
  const [algorithm = "", hex = ""] = digest.split(":");
  return `blobs/${algorithm}/${hex.slice(0, 2)}/${hex}/data`;
}

/**
 * Makes sure that a path may be removed: it is in a repository's `_manifests`, `_layers` or `_uploads`, or is one of these. The last check before a
 * removal, whatever asked for it.
 * @throws {PruneError} for anything else
 */
export function assertRemovable(path: string): void {
  const parts = path.split("/");
  const isPlain = parts.every((part) => part !== "" && part !== "." && part !== ".." && !part.includes("\0"));
  const area = parts.findIndex((part) => /^_(?:manifests|layers|uploads)$/.test(part));
  if (isPlain && parts[0] === "repositories" && area >= 2) return;
  throw new PruneError(`${JSON.stringify(path)} is nothing that a sweep removes`, "Report this as a bug.");
}
