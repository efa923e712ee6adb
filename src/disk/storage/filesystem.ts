import {
  lchown,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rm,
  rmdir,
  stat,
  statfs,
  utimes,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { PruneError, UnsureError } from "../../core/base/errors.js";
import { codeOf } from "../../core/base/system-error.js";
import { storageError } from "./filesystem-errors.js";
import { findRoot } from "./filesystem-root.js";
import { walk } from "./filesystem-walk.js";
import { type Digest, isDigest } from "../../core/names/reference.js";
import {
  assertRemovable,
  blobPath,
  layerFolder,
  type LayerLink,
  LARGEST_READ,
  type Storage,
} from "./storage.js";

/**
 * Opens the storage of a registry's `filesystem` driver.
 * @param path the driver's rootdirectory; itself it may be a symbolic link
 * @throws {PruneError} where it is no registry's, with what to give instead
 */
export async function openFilesystem(path: string): Promise<Storage> {
  const root = await findRoot(path);
  const base = join(root, "docker", "registry", "v2");
  return {
    name: root,
    inventory: () => walk(base, "repositories"),
    multipartUploads: () => Promise.resolve([]),
    read: (file) => readFile(join(base, file)),
    layers: (repository, most) => layersOf(join(base, "repositories", repository, "_layers", "sha256"), most),
    putLink: (link) => putLink(base, link),
    setTime: (seconds) => setTime(join(base, "repositories"), seconds),
    remove: (file) => removeTree(base, file),
    removeEmptyFolders: (folder) => removeEmptyFolders(base, folder),
    abort: () => Promise.reject(new PruneError("a disk has no multipart uploads", "Report this as a bug.")),
    freeBytes: () => freeBytes(root),
    blobBytes: (digest) => sizeOf(join(base, blobPath(digest))),
    close: () => undefined,
  };
}

async function readFile(path: string): Promise<Buffer | undefined> {
  try {
    // Looked at first, because opening a named pipe would wait for its writer.
    const found = await stat(path);
    if (!found.isFile()) throw new PruneError(`${path} is no file`, "See what put it there.");
    if (found.size > LARGEST_READ) {
      throw new PruneError(
        `${path} is ${found.size} bytes, too long for what it should be`,
        "See what it is.",
      );
    }
    const handle = await open(path);
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
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

/** Writes a link into a new folder, which belongs to whoever owns the folder above it: if it stayed behind, the registry could still remove it. */
async function putLink(base: string, link: LayerLink): Promise<void> {
  const path = layerFolder(link);
  assertRemovable(path);
  const folder = join(base, path);
  try {
    if ((await realpath(dirname(folder))) !== dirname(folder)) throw leadsElsewhere(folder);
    await mkdir(folder);
    const handle = await open(join(folder, "link"), "wx", 0o644);
    try {
      await handle.writeFile(link.target);
    } finally {
      await handle.close();
    }
    const { uid, gid } = await stat(dirname(folder));
    for (const one of [join(folder, "link"), folder]) await lchown(one, uid, gid).catch(() => undefined);
  } catch (error) {
    throw storageError(error, `writing ${folder}`);
  }
}

async function setTime(folder: string, seconds: number): Promise<number> {
  try {
    const { atimeMs, mtimeMs } = await stat(folder);
    await utimes(folder, atimeMs / 1000, seconds);
    return mtimeMs / 1000;
  } catch (error) {
    throw storageError(error, `setting the time of ${folder}`);
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

async function removeTree(base: string, path: string): Promise<void> {
  assertRemovable(path);
  const full = join(base, path);
  try {
    if (!(await isStillInPlace(full))) return;
    // `rm` never follows a symbolic link, but unlinks it (Node's documentation of fs.rm, as of POSIX rm -r).
    await rm(full, { recursive: true, force: true });
  } catch (error) {
    throw storageError(error, `removing ${full}`);
  }
}

/**
 * Checks as late as possible, because the inventory is older, that the folder of a path is still the one that the path names: no symbolic link has
 * taken the place of any part of it.
 * @returns false if there is nothing to remove any more
 * @throws {UnsureError} where it leads somewhere else now
 */
async function isStillInPlace(full: string): Promise<boolean> {
  const parent = dirname(full);
  const real = await realpath(parent).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  if (real === undefined) return false;
  const found = await lstat(full).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  });
  if (real === parent && found?.isSymbolicLink() !== true) return found !== undefined;
  throw leadsElsewhere(full);
}

function leadsElsewhere(full: string): UnsureError {
  return new UnsureError(
    `${full} leads somewhere else than when the sweep looked: a symbolic link has taken its place`,
    "Somebody changes the registry's storage meanwhile. See who, and run again.",
  );
}

async function removeEmptyFolders(base: string, path: string): Promise<void> {
  if (!/^repositories(?:\/(?!\.{1,2}(?:\/|$))[^/\0]+)+$/.test(path)) {
    throw new PruneError(`${JSON.stringify(path)} is no repository's folder`, "Report this as a bug.");
  }
  for (let folder = path; folder.includes("/"); folder = dirname(folder)) {
    const full = join(base, folder);
    try {
      // rmdir removes empty folders only, so nothing that is nested in one can go.
      if (await isStillInPlace(full)) await rmdir(full);
    } catch (error) {
      if (["ENOTEMPTY", "EEXIST"].includes(codeOf(error))) return;
      throw storageError(error, `removing the empty folder ${full}`);
    }
  }
}
