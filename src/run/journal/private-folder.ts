import { lstat, mkdir, mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { PruneError } from "../../core/base/errors.js";
import { privateName } from "../../core/base/spare-folders.js";
import { codeOf } from "../../core/base/system-error.js";
import { inOwnFolder, OTHERS_WRITE } from "../../files/own-folder.js";

const NAME = "prune-image-tags";
const STICKY = 0o1000;

/** Returns the path that this user's own folder has in one that others may write to. */
export function privatePath(parent: string): string {
  return join(parent, privateName(process.getuid?.()));
}

/**
 * Makes this user's own folder in one that others may write to, if it is not there, and returns its path. Where somebody else has taken its name, one is made that
 * nobody could foresee.
 * @throws {PruneError} where others could put another in its place; the system's error if it can't be made
 */
export async function privateFolder(parent: string): Promise<string> {
  const { mode } = await lstat(parent);
  if ((mode & OTHERS_WRITE) !== 0 && (mode & STICKY) === 0) {
    throw new PruneError(
      `${parent} lets every user replace what others have in it`,
      "Make it sticky (chmod +t), as /tmp is.",
    );
  }
  const path = privatePath(parent);
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
  return (await isOwnFolder(path)) ? path : mkdtemp(join(parent, `${NAME}-`));
}

/** True for a folder, and no link to one, that belongs to this user and that nobody else may write to. */
export async function isOwnFolder(path: string): Promise<boolean> {
  return inOwnFolder(path, () => Promise.resolve(true)).catch(() => false);
}
