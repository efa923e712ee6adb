import { closeSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { devNull } from "node:os";
import { vi } from "vitest";

type Write = (
  ...how: readonly [bytes: Buffer, from: number, length: number, at: number | null]
) => ReturnType<FileHandle["write"]>;

/** What every open file of this process is made of, for a disk that does as a test says. Take it back with `vi.restoreAllMocks()`. */
export async function everyFile(): Promise<Omit<FileHandle, "write"> & { write: Write }> {
  const file = await open(devNull, "r");
  const prototype: unknown = Object.getPrototypeOf(file);
  await file.close();
  return prototype as Omit<FileHandle, "write"> & { write: Write };
}

/** A failure as the system reports it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: said by a test`), { code });
}

/** Has the disk take three bytes at once. */
export async function writesInPieces(): Promise<void> {
  const files = await everyFile();
  const { write } = files;
  vi.spyOn(files, "write").mockImplementation(function (this: unknown, ...[bytes, from, length, at]) {
    return Reflect.apply(write, this, [bytes, from, Math.min(3, length), at]);
  });
}

/** Has closing this file fail: it is closed already, and the file does not know. */
export function closeBehind(file: unknown): void {
  closeSync((file as FileHandle).fd);
}
