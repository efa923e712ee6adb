import { constants } from "node:fs";
import { type FileHandle, lstat, open, readdir, rmdir, unlink } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { PruneError, UnsureError } from "../../core/base/errors.js";
import { codeOf } from "../../core/base/system-error.js";

/** The calls to the disk that a removal makes. A test gives its own, to change the disk between two of them. */
export interface DiskCalls {
  readonly open: (path: string, flags: number) => Promise<FileHandle>;
  readonly lstat: (path: string) => Promise<{ readonly isSymbolicLink: () => boolean }>;
  readonly list: (path: string) => Promise<readonly string[]>;
  readonly unlink: (path: string) => Promise<void>;
  readonly rmdir: (path: string) => Promise<void>;
}

/** The calls of the system itself. */
export const DISK_CALLS: DiskCalls = { open, lstat, list: (path) => readdir(path), unlink, rmdir };

// Linux's O_PATH, which Node has no name for: it opens a folder as a place, for which no right to read it is needed.
const O_PATH = 0o10000000;
const AS_PLACE = O_PATH | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Removes a file, or a folder with all that is in it. Every folder on the way is opened by its own name from the one before, which is open, and no
 * symbolic link is followed: whatever takes a folder's place meanwhile, nothing outside of it is touched. A symbolic link within the folder goes itself.
 * @param full an absolute path without symbolic links
 * @throws {UnsureError} where a symbolic link has taken the place of any part of it; else what the system says
 */
export async function removeTree(full: string, calls: DiskCalls): Promise<void> {
  await within(dirname(full), calls, async (parent) => {
    const path = join(parent, basename(full));
    const found = await calls.lstat(path);
    if (found.isSymbolicLink()) throw movedAway(full);
    await removeEntry(path, calls);
  });
}

/** Removes a folder that is empty. The same holds as for `removeTree`. @throws what the system says, ENOTEMPTY where anything is in it */
export async function removeFolder(full: string, calls: DiskCalls): Promise<void> {
  await within(dirname(full), calls, async (parent) => {
    const path = join(parent, basename(full));
    try {
      await calls.rmdir(path);
    } catch (error) {
      if (codeOf(error) === "ENOTDIR") throw movedAway(full);
      throw error;
    }
  });
}

async function removeEntry(path: string, calls: DiskCalls): Promise<void> {
  const folder = await openPlace(path, calls).catch((error: unknown) => {
    if (codeOf(error) === "ENOTDIR") return undefined;
    throw error;
  });
  if (folder === undefined) {
    await unlessGone(calls.unlink(path));
    return;
  }
  try {
    const place = placeOf(folder);
    for (const name of await calls.list(place)) await unlessGone(removeEntry(join(place, name), calls));
  } finally {
    await folder.close();
  }
  await unlessGone(calls.rmdir(path));
}

async function unlessGone(doing: Promise<void>): Promise<void> {
  await doing.catch((error: unknown) => {
    if (codeOf(error) !== "ENOENT") throw error;
  });
}

/** Calls `use` with a path that stays that of an open folder, and does nothing where the folder is gone. */
export async function within(
  path: string,
  calls: DiskCalls,
  use: (place: string) => Promise<void>,
): Promise<void> {
  await assertPlaces(calls);
  let folder = await openPlace(sep, calls);
  try {
    for (const name of path.split(sep).filter((part) => part !== "")) {
      const next = await openPlace(join(placeOf(folder), name), calls).catch((error: unknown) => {
        throw codeOf(error) === "ENOTDIR" ? movedAway(path) : error;
      });
      await folder.close();
      folder = next;
    }
    await use(placeOf(folder));
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  } finally {
    await folder.close();
  }
}

function openPlace(path: string, calls: DiskCalls): Promise<FileHandle> {
  return calls.open(path, AS_PLACE);
}

/** Returns a path for an open folder, which leads there whatever has its name now (proc(5), `/proc/pid/fd`). */
function placeOf({ fd }: FileHandle): string {
  return `/proc/self/fd/${fd}`;
}

/** Makes sure that open folders have paths here. @throws {PruneError} on other systems than Linux, and where there is no /proc */
async function assertPlaces(calls: DiskCalls): Promise<void> {
  const isThere = await calls.lstat("/proc/self/fd").then(
    () => process.platform === "linux",
    () => false,
  );
  if (isThere) return;
  throw new PruneError(
    "nothing can be removed safely here: only Linux with /proc has paths for open folders, which nobody can exchange",
    "Run it on Linux where /proc is mounted: where the registry's disk is, or in a container that has the disk mounted.",
  );
}

function movedAway(full: string): UnsureError {
  return new UnsureError(
    `${full} leads somewhere else than when the sweep looked: a symbolic link has taken its place`,
    "Somebody changes the registry's storage meanwhile. See who, and run again.",
  );
}
