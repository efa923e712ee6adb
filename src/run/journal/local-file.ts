import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { codeOf } from "../../core/base/system-error.js";

/** Writes all of the bytes at a position; `null` stands for the end of a file that is open to append. */
export async function writeWhole(file: FileHandle, bytes: Buffer, position: number | null): Promise<void> {
  // A disk that fills up takes a part of the bytes first, and reports the error at the next write.
  for (let done = 0; done < bytes.length;) {
    const at = position === null ? null : position + done;
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at);
    done += bytesWritten;
  }
}

/** Makes a folder and its parents, for this user alone. When it resolves, they survive a power cut. */
export async function makeFolder(path: string): Promise<void> {
  const topmost = await mkdir(path, { recursive: true, mode: 0o700 });
  if (topmost === undefined) return;
  const shortest = resolve(topmost).length;
  for (let made = resolve(path); made.length >= shortest; made = dirname(made)) {
    await flushFolder(dirname(made));
  }
}

// Windows can't open a folder, some network file systems can't flush one, and a user may write to a folder that he can't read.
const CANT_FLUSH = ["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP"];

/** Flushes a folder, so that its new names survive a power cut, if the system can. By fsync(2), flushing a file does not flush its name. */
export async function flushFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, "r");
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!CANT_FLUSH.includes(codeOf(error))) throw error;
  }
}
