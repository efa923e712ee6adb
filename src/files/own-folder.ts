import { constants } from "node:fs";
import { type FileHandle, lstat, open } from "node:fs/promises";
import { PruneError } from "../core/base/errors.js";
import { codeOf } from "../core/base/system-error.js";

/** The bits of a mode that let somebody else write. */
export const OTHERS_WRITE = 0o022;

/**
 * Calls `use` while a folder for journals is open, if it is this user's own: no symbolic link, nobody else's, and nobody else may write to it. What `use` made by the
 * folder's path is in that folder, for it is looked at again afterwards. In a folder that many may write to, anybody can make one of this name first, and exchange
 * the journals in it.
 * @throws {PruneError} if it is another's, or was exchanged meanwhile; the system's error if it can't be opened; and what `use` throws
 */
export async function inOwnFolder<T>(path: string, use: () => Promise<T>): Promise<T> {
  // Windows has neither owners nor modes of this kind; its folder for temporary files is the user's own.
  if (process.geteuid === undefined) return use();
  const folder = await openFolder(path);
  try {
    await assertOwn(path, folder, process.geteuid());
    const result = await use();
    await assertOwn(path, folder, process.geteuid());
    return result;
  } finally {
    await folder.close();
  }
}

async function openFolder(path: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  } catch (error) {
    if (!["ELOOP", "ENOTDIR"].includes(codeOf(error))) throw error;
    throw foreign(path, "it is no folder, but a link or a file");
  }
}

async function assertOwn(path: string, folder: FileHandle, user: number): Promise<void> {
  const opened = await folder.stat();
  if (opened.uid !== user) throw foreign(path, "it belongs to another user");
  if ((opened.mode & OTHERS_WRITE) !== 0) throw foreign(path, "other users may write to it");
  const named = await lstat(path);
  if (named.dev !== opened.dev || named.ino !== opened.ino) throw foreign(path, "another took its place");
}

function foreign(path: string, why: string): PruneError {
  return new PruneError(
    `the folder for journals ${path} is not this user's own: ${why}`,
    "Whoever can write there can exchange a journal, and so what a restore puts back. Nothing was done. " +
      "See who made that folder and remove it, or name a file in journal.",
  );
}
