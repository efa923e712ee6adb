import { type FileHandle, open } from "node:fs/promises";
import { PruneError } from "../../core/base/errors.js";
import { type JournaledRepository, type JournalRecord, readRecords } from "../../core/journal/journal.js";
import { isObject, parseJson } from "../../core/base/json.js";
import { refuseOthers, refuseOtherSchema } from "./header.js";
import { linesOf } from "./lines.js";
import { decodeRecord } from "./schema.js";
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
    const file = await open(path, "r");
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
  for await (const line of linesOf(file)) {
    const value = line === undefined ? undefined : parseJson(line);
    // Checked before the rest of the record, which a later schema may write in another way.
    if (isObject(value) && value["kind"] === "run") refuseOtherSchema(path, String(value["schema"]));
    const record = decodeRecord(value);
    if (record === undefined) tornLines += 1;
    else records.push(record);
  }
  return { repositories: readRecords(records), tornLines };
}
