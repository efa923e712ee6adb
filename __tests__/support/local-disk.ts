import { closeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { devNull } from "node:os";
import { vi } from "vitest";

type Write = (
  ...how: readonly [bytes: Buffer, from: number, length: number, at: number | null]
) => ReturnType<FileHandle["write"]>;

/** The prototype of all open files of this process, to be mocked for a disk that misbehaves. Restore it with `vi.restoreAllMocks()`. */
export async function everyFile(): Promise<Omit<FileHandle, "write"> & { write: Write }> {
  const file = await open(devNull, "r");
  const prototype: unknown = Object.getPrototypeOf(file);
  await file.close();
  return prototype as Omit<FileHandle, "write"> & { write: Write };
}

/** An error with a system's code, such as `ENOSPC`. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: said by a test`), { code });
}

/** Makes every write to a file write at most three bytes. */
export async function writesInPieces(): Promise<void> {
  const files = await everyFile();
  const { write } = files;
  vi.spyOn(files, "write").mockImplementation(function (this: unknown, ...[bytes, from, length, at]) {
    return Reflect.apply(write, this, [bytes, from, Math.min(3, length), at]);
  });
}

/** Makes closing this file fail, by closing its descriptor behind its back. */
export function closeBehind(file: unknown): void {
  closeSync((file as FileHandle).fd);
}
