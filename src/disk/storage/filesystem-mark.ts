import { chown, mkdir, open, stat, utimes } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { storageError } from "./filesystem-errors.js";
import { type DiskCalls, within } from "./filesystem-remove.js";
import { assertRemovable, layerFolder, type LayerLink } from "./storage.js";

/**
 * Writes a link into a new folder, which belongs to whoever owns the folder above it: if it stayed behind, the registry could still remove it. Nothing is written
 * outside of the storage, whatever takes a folder's place meanwhile, and nothing where the folder above it is gone.
 */
export async function putLink(base: string, link: LayerLink, calls: DiskCalls): Promise<void> {
  const path = layerFolder(link);
  assertRemovable(path);
  const folder = join(base, path);
  try {
    await within(dirname(folder), calls, async (above) => {
      await mkdir(join(above, basename(folder)));
      const owner = await stat(above);
      await within(folder, calls, (place) => writeLink(place, link.target, owner));
    });
  } catch (error) {
    throw storageError(error, `writing ${folder}`);
  }
}

async function writeLink(
  folder: string,
  target: string,
  { uid, gid }: { readonly uid: number; readonly gid: number },
): Promise<void> {
  const handle = await open(join(folder, "link"), "wx", 0o644);
  try {
    await handle.writeFile(target);
    await handle.chown(uid, gid).catch(() => undefined);
  } finally {
    await handle.close();
  }
  await chown(folder, uid, gid).catch(() => undefined);
}

/** Sets the time of a folder's last change, in seconds, and returns the one before; the given one where the folder is gone. */
export async function setTime(folder: string, seconds: number, calls: DiskCalls): Promise<number> {
  let before = seconds;
  try {
    await within(folder, calls, async (place) => {
      const { atimeMs, mtimeMs } = await stat(place);
      await utimes(place, atimeMs / 1000, seconds);
      before = mtimeMs / 1000;
    });
    return before;
  } catch (error) {
    throw storageError(error, `setting the time of ${folder}`);
  }
}
