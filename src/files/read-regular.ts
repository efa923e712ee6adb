import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { codeOf, isNotThere, whyRefused } from "../core/base/system-error.js";

const KIBIBYTE = 1024;

/** The most bytes that a file of a kind may have. What is larger is not what its name says, and would fill the memory. */
export const MOST_BYTES = {
  /** A file that a person writes: a policy, a configuration, a certificate. */
  configuration: 4 * KIBIBYTE * KIBIBYTE,
  /** A plan: a verdict for each of a hundred thousand tags is half of it. */
  plan: 64 * KIBIBYTE * KIBIBYTE,
  /** The output of a command, such as a list of all pods of a cluster. */
  output: 256 * KIBIBYTE * KIBIBYTE,
  /** A journal: the manifests of some hundred thousand images. */
  journal: 2 * KIBIBYTE * KIBIBYTE * KIBIBYTE,
} as const;

/** An error because of what a path leads to. Its message completes "the file can't be read: ". */
export class NoPlainFileError extends Error {
  override readonly name = "NoPlainFileError";

  /** The system's code for that, where it has one; else the empty text. */
  readonly code: string;

  constructor(message: string, code = "") {
    super(message);
    this.code = code;
  }
}

/** Says in a word or a sentence why a file can't be read, to stand in brackets: the system's code, or what the path leads to. */
export function whyUnreadable(error: unknown): string {
  const code = codeOf(error);
  return code === "" ? whyRefused(error) : code;
}

/**
 * Reads a regular file whole. Never waits for a writer, and stops where the file grows past its bound while it is read.
 * @throws {NoPlainFileError} where it is no regular file, or has more than `most` bytes; else what the system says
 */
export async function readRegular(path: string, most: number): Promise<Buffer> {
  const file = await openRegular(path, most);
  try {
    const chunks: Buffer[] = [];
    for (let total = 0; ;) {
      const room = Math.min(most - total + 1, CHUNK_BYTES);
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(room), 0, room, null);
      if (bytesRead === 0) return Buffer.concat(chunks);
      total += bytesRead;
      if (total > most) throw tooLarge(most);
      chunks.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

const CHUNK_BYTES = 256 * KIBIBYTE;

/**
 * Opens a regular file to read it.
 * @throws {NoPlainFileError} where it is no regular file, or has more than `most` bytes; else what the system says
 */
export async function openRegular(path: string, most: number): Promise<FileHandle> {
  // Looked at first, because opening alone does something to some devices. And again afterwards, because another may have taken its place.
  assertPlain(await stat(path), most);
  // Without O_NONBLOCK, opening a named pipe would wait for its writer.
  const file = await open(path, constants.O_RDONLY | NONBLOCK);
  try {
    assertPlain(await file.stat(), most);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/**
 * Makes sure that a path to write to leads to a regular file, or to nothing yet. A device that takes characters is let through: it says itself that it keeps nothing.
 * @throws {NoPlainFileError} where it leads to a pipe, a socket, a disk or a folder
 */
export async function refuseOddFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    if (isNotThere(error)) return undefined;
    throw error;
  });
  if (found?.isCharacterDevice() === false) assertPlain(found, Infinity);
}

// Windows has none.
const NONBLOCK = process.platform === "win32" ? 0 : constants.O_NONBLOCK;

type Found = Awaited<ReturnType<typeof stat>>;

function assertPlain(found: Found, most: number): void {
  if (found.isDirectory()) throw new NoPlainFileError("it is a folder", "EISDIR");
  if (!found.isFile()) throw new NoPlainFileError(`it is no regular file, but ${kindOf(found)}`);
  if (found.size > most) throw tooLarge(most);
}

function kindOf(found: Found): string {
  if (found.isFIFO()) return "a pipe";
  return found.isSocket() ? "a socket" : "a device";
}

function tooLarge(most: number): NoPlainFileError {
  return new NoPlainFileError(`it has more than ${most / KIBIBYTE / KIBIBYTE} MiB`);
}
