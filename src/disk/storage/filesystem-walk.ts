import type { Dirent } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import pMap from "p-map";
import { UnsureError } from "../../core/base/errors.js";
import { parsePath, type StoredFile } from "../../core/sweep/path.js";
import { codeOf } from "../../core/base/system-error.js";

// Number of folders that are listed at once: the disk is kept busy, and not a million files are waited for together.
const AT_ONCE = 32;

/**
 * Lists everything below a folder, and follows no symbolic links.
 * @param base the registry's `docker/registry/v2`, a real path
 * @param path of the folder, below that
 * @throws {UnsureError} where a symbolic link leads to where a removal could be felt
 */
export async function walk(base: string, path: string): Promise<readonly StoredFile[]> {
  const files: StoredFile[] = [];
  let folders: readonly string[] = [path];
  while (folders.length > 0) {
    const listed = await pMap(folders, (folder) => listFolder(base, folder), { concurrency: AT_ONCE });
    const found = listed.flat();
    for (const file of found) files.push(file);
    folders = found.filter(({ kind }) => kind === "folder").map((file) => file.path);
  }
  return files;
}

async function listFolder(base: string, path: string): Promise<readonly StoredFile[]> {
  try {
    const entries = await readdir(join(base, path), { withFileTypes: true });
    const found = await Promise.all(
      entries.map((entry) => inspectEntry(base, `${path}/${entry.name}`, entry)),
    );
    return found.flatMap((file) => file ?? []);
  } catch (error) {
    if (error instanceof UnsureError) throw error;
    return codeOf(error) === "ENOENT" ? [] : [unreadable(path)];
  }
}

async function inspectEntry(base: string, path: string, entry: Dirent): Promise<StoredFile | undefined> {
  if (entry.isSymbolicLink()) {
    await assertHarmless(base, path);
    return undefined;
  }
  const found = await lstat(join(base, path)).catch((error: unknown) => codeOf(error));
  // The file is gone: somebody writes here while a dry run looks.
  if (found === "ENOENT") return undefined;
  if (typeof found !== "object") return unreadable(path);
  const modified = found.mtimeMs;
  if (found.isFile()) return { path, kind: "file", bytes: found.size, modified };
  return found.isDirectory() ? { path, kind: "folder", bytes: 0, modified } : unreadable(path);
}

function unreadable(path: string): StoredFile {
  return { path, kind: "unreadable", bytes: 0, modified: 0 };
}

/**
 * Passes a symbolic link from one name to another repository's folder, as somebody makes who renames a repository: the files are found where it
 * leads. Inside a repository's own folders, a link would mix two repositories' files.
 */
async function assertHarmless(base: string, path: string): Promise<void> {
  const target = await realpath(join(base, path)).catch(() => undefined);
  const repositories = `${join(base, "repositories")}${sep}`;
  const isInside = target?.startsWith(repositories) === true;
  const isOwn = parsePath({ path, kind: "folder" }) !== undefined;
  const intoOwn = target !== undefined && parsePath({ path: target.slice(base.length + 1), kind: "folder" });
  if (isInside && !isOwn && intoOwn === undefined) return;
  const where = target === undefined ? "nowhere" : `to ${target}`;
  throw new UnsureError(
    `${join(base, path)} is a symbolic link that leads ${where}; nothing was removed`,
    "A sweep follows no links. Put the folder itself in its place (mount --bind where it is on another disk).",
  );
}
