import type { FileHandle } from "node:fs/promises";
import { PruneError } from "../../core/base/errors.js";
import { JOURNAL_SCHEMA } from "../../core/journal/journal.js";

const START = '{"kind":"run","schema":';

// Enough of a file to recognise a journal.
const HEAD_BYTES = 256;

/**
 * Refuses a file that does not begin as a journal of this schema does.
 * @throws {PruneError} if it is another file; the system's error if it can't be read
 */
export async function refuseOthers(path: string, file: FileHandle): Promise<void> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  const head = buffer.toString("latin1", 0, bytesRead);
  if (!beginsJournal(head)) {
    throw new PruneError(
      `${path} is no journal of this program, and is left as it is`,
      "Nothing was done. Name a journal; a run that deletes also takes a file that is not there yet.",
    );
  }
  refuseOtherSchema(path, /"schema":([0-9]+)/.exec(head)?.[1]);
}

/** True if a file with this beginning is a journal or empty; `head` may end anywhere. */
function beginsJournal(head: string): boolean {
  // A run that was killed while it wrote its first line leaves a part of it.
  const line = head.split("\n").find((text) => !START.startsWith(text));
  return line === undefined || line.startsWith(START);
}

/** Refuses a journal of another schema; one that names none is let through. @throws {PruneError} */
export function refuseOtherSchema(path: string, schema: string | undefined): void {
  if (schema === undefined || schema === String(JOURNAL_SCHEMA)) return;
  throw new PruneError(
    `the journal ${path} is of schema ${schema}, and this program knows schema ${JOURNAL_SCHEMA}`,
    "Use the version of this program that wrote it: each run begins with a line that names it.",
  );
}
