import { readdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PruneError } from "../../core/base/errors.js";
import { codeOf } from "../../core/base/system-error.js";
import { readRegular } from "../../files/read-regular.js";
import { storageError } from "./filesystem-errors.js";
import { type DiskCalls, DISK_CALLS, removeFolder, removeTree } from "./filesystem-remove.js";
import { findRoot } from "./filesystem-root.js";
import { putLink, setTime } from "./filesystem-mark.js";
import { strangeBlobs } from "./filesystem-blobs.js";
import { walk } from "./filesystem-walk.js";
import { type Digest, isDigest } from "../../core/names/reference.js";
import { assertRemovable, blobPath, LARGEST_READ, type Storage } from "./storage.js";

/**
 * Opens the storage of a registry's `filesystem` driver.
 * @param path the driver's rootdirectory; itself it may be a symbolic link
 * @param calls the calls to the disk that remove something
 * @throws {PruneError} where it is no registry's, with what to give instead
 */
export async function openFilesystem(path: string, calls = DISK_CALLS): Promise<Storage> {
  const root = await findRoot(path);
  const base = join(root, "docker", "registry", "v2");
  return {
    name: root,
    inventory: () => walk(base, "repositories"),
    strangeBlobs: () => strangeBlobs(base),
    multipartUploads: () => Promise.resolve([]),
    read: (file) => readFile(join(base, file)),
    layers: (repository, most) => layersOf(join(base, "repositories", repository, "_layers", "sha256"), most),
    putLink: (link) => putLink(base, link, calls),
    setTime: (seconds) => setTime(join(base, "repositories"), seconds, calls),
    remove: (file) => removeAll(base, file, calls),
    removeEmptyFolders: (folder) => removeEmptyFolders(base, folder, calls),
    abort: () => Promise.reject(new PruneError("a disk has no multipart uploads", "Report this as a bug.")),
    freeBytes: () => freeBytes(root),
    blobBytes: (digest) => sizeOf(join(base, blobPath(digest))),
    close: () => undefined,
  };
}

async function readFile(path: string): Promise<Buffer | undefined> {
  try {
    return await readRegular(path, LARGEST_READ);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw storageError(error, `reading ${path}`);
  }
}

async function layersOf(folder: string, most: number): Promise<readonly Digest[]> {
  try {
    const digests = (await readdir(folder)).map((hex) => `sha256:${hex}`);
    return digests.filter(isDigest).slice(0, most);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return [];
    throw storageError(error, `looking into ${folder}`);
  }
}

async function freeBytes(root: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(root);
    return bavail * bsize;
  } catch (error) {
    throw storageError(error, `asking how much is free at ${root}`);
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw storageError(error, `looking at ${path}`);
  }
}

async function removeAll(base: string, path: string, calls: DiskCalls): Promise<void> {
  assertRemovable(path);
  const full = join(base, path);
  try {
    await removeTree(full, calls);
  } catch (error) {
    throw storageError(error, `removing ${full}`);
  }
}

async function removeEmptyFolders(base: string, path: string, calls: DiskCalls): Promise<void> {
  if (!/^repositories(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)+$/.test(path)) {
    throw new PruneError(`${JSON.stringify(path)} is no repository's folder`, "Report this as a bug.");
  }
  for (let folder = path; folder.includes("/"); folder = dirname(folder)) {
    const full = join(base, folder);
    try {
      // Only empty folders are removed, so nothing that is nested in one can go.
      await removeFolder(full, calls);
    } catch (error) {
      if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error))) return;
      throw storageError(error, `removing the empty folder ${full}`);
    }
  }
}
