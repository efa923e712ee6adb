import type { FileHandle } from "node:fs/promises";
import { PruneError } from "../../core/base/errors.js";
import { type JournaledRepository, type JournalRecord, readRecords } from "../../core/journal/journal.js";
import { isObject, parseJson } from "../../core/base/json.js";
import { refuseOthers, refuseOtherSchema } from "./header.js";
import { linesOf, MOST_LINE_BYTES } from "./lines.js";
import { decodeRecord } from "./schema.js";
import { MOST_BYTES, openRegular } from "../../files/read-regular.js";
import { whyRefused } from "../../core/base/system-error.js";

/** The contents of a journal file. */
export interface JournalContents {
  /** The journaled repositories, by `host/repository`. */
  readonly repositories: ReadonlyMap<string, JournaledRepository>;
  /** Number of lines that can't be read. A run that was killed leaves such lines, and has deleted nothing that they name. */
  readonly tornLines: number;
}

/**
 * Reads a journal line by line.
 * @throws {PruneError} if it can't be read, is no journal, or has another schema
 */
export async function readJournal(path: string): Promise<JournalContents> {
  try {
    const file = await openRegular(path, MOST_BYTES.journal);
    try {
      await refuseOthers(path, file);
      return await readLines(path, file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof PruneError) throw error;
    throw new PruneError(
      `the journal ${path} can't be read: ${whyRefused(error)}`,
      "Correct its path, or have this user read it.",
      { cause: error },
    );
  }
}

async function readLines(path: string, file: FileHandle): Promise<JournalContents> {
  const records: JournalRecord[] = [];
  let tornLines = 0;
  // As long as it is now: somebody may write to it, and would keep this from coming to an end.
  const { size } = await file.stat();
  for await (const line of linesOf(file, MOST_LINE_BYTES, size)) {
    const value = line === undefined ? undefined : parseJson(line);
    // Checked before the rest of the record, which a later schema may write in another way.
    if (isObject(value) && value["kind"] === "run") refuseOtherSchema(path, schemaOf(value["schema"]));
    const record = decodeRecord(value);
    if (record === undefined) tornLines += 1;
    else records.push(record);
  }
  return { repositories: readRecords(records), tornLines };
}

/** Returns a schema in words; what is no number is not repeated, for it may be any text. */
function schemaOf(written: unknown): string {
  return typeof written === "number" ? String(written) : "another kind";
}
