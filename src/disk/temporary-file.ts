import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeOf } from "../core/base/system-error.js";
import { spareFolders } from "../core/base/spare-folders.js";

/** A file in a folder that only this user can look into. */
export interface PrivateFile {
  readonly path: string;
  /** Removes it with its folder. Never throws. */
  readonly remove: () => Promise<void>;
}

/**
 * Writes a file for a while, in the first folder for such that takes it: the disk that is full may be that of the usual one.
 * @throws the system's error of the first folder, if none takes it
 */
export async function writePrivate(name: string, bytes: string, mode: number): Promise<PrivateFile> {
  return firstThatWorks(async (folder) => {
    const path = join(folder, name);
    await writeFile(path, bytes, { mode: 0o600 });
    await chmod(path, mode);
    return path;
  });
}

/** Makes a file in a folder of its own, in the first folder for such where `make` succeeds. @throws what it throws in the first, if it succeeds in none */
export async function firstThatWorks(make: (folder: string) => Promise<string>): Promise<PrivateFile> {
  let first: unknown;
  for (const base of spareFolders({ env: process.env, temporary: tmpdir(), platform: process.platform })) {
    let folder: string | undefined;
    try {
      folder = await mkdtemp(join(base, "prune-image-tags-"));
      return { path: await make(folder), remove: remover(folder) };
    } catch (error) {
      if (folder !== undefined) await remover(folder)();
      if (!isOfDisk(error)) throw error;
      first ??= error;
    }
  }
  throw first;
}

/** True for an error of the system, or of a program that was told so by it. */
function isOfDisk(error: unknown): boolean {
  return (
    codeOf(error) !== "" ||
    (error instanceof Error && /no space left|quota exceeded|read-only file system/i.test(error.message))
  );
}

function remover(folder: string): () => Promise<void> {
  return () => rm(folder, { recursive: true, force: true }).catch(() => undefined);
}
