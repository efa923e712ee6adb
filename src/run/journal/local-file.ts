import { mkdir, open } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { codeOf } from "../../core/base/system-error.js";

/** A file as a journal needs it, or what stands for one. */
export interface JournalFile {
  write(
    bytes: Buffer,
    from: number,
    length: number,
    at: number | null,
  ): Promise<{ readonly bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Writes all of the bytes at a position; `null` stands for the end of a file that is open to append. */
export async function writeWhole(
  file: Pick<JournalFile, "write">,
  bytes: Buffer,
  position: number | null,
): Promise<void> {
  // A disk that fills up takes a part of the bytes first, and reports the error at the next write.
  for (let done = 0; done < bytes.length;) {
    const at = position === null ? null : position + done;
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at);
    done += bytesWritten;
  }
}

const COPY_BYTES = 64 * 1024;

/** Appends what is in another file, with a line break behind it, and flushes it to the disk. */
export async function appendFrom(file: JournalFile, path: string): Promise<void> {
  const from = await open(path, "r");
  let last = 10;
  try {
    // Its length now, for it may be the very file.
    const { size } = await from.stat();
    for (let position = 0; position < size;) {
      const length = Math.min(COPY_BYTES, size - position);
      const { buffer, bytesRead } = await from.read(Buffer.alloc(length), 0, length, position);
      if (bytesRead === 0) break;
      await writeWhole(file, buffer.subarray(0, bytesRead), null);
      position += bytesRead;
      last = buffer[bytesRead - 1] ?? last;
    }
  } finally {
    await from.close();
  }
  if (last !== 10) await writeWhole(file, Buffer.from("\n"), null);
  await file.sync();
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
