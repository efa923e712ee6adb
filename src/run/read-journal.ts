import { type FileHandle, open } from "node:fs/promises";
import { PruneError } from "../core/errors.js";
import {
  JOURNAL_SCHEMA,
  type JournaledRepository,
  type JournalRecord,
  readRecords,
} from "../core/journal.js";
import { isObject, parseJson } from "../core/json.js";
import { beginsJournal, decodeRecord, HEAD_BYTES } from "./journal-record.js";
import { whyRefused } from "./local-file.js";

/** What a journal says. */
export interface JournalContents {
  /** By `host/repository`. */
  readonly repositories: ReadonlyMap<string, JournaledRepository>;
  /** Lines that can't be read: a run that was killed leaves such, and deletes nothing on the strength of them. */
  readonly tornLines: number;
}

/**
 * Reads a journal line by line.
 * @throws {PruneError} where it can't be read, is no journal, or is of another schema
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

/**
 * Refuses a file that does not begin as a journal of this schema does.
 * @throws {PruneError} where it is another file; what the system throws where it can't be read
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

async function readLines(path: string, file: FileHandle): Promise<JournalContents> {
  const records: JournalRecord[] = [];
  let tornLines = 0;
  for await (const line of file.readLines({ start: 0, autoClose: false })) {
    const value = parseJson(line);
    // Before anything else of the record: a later schema may have written the rest in another way.
    if (isObject(value) && value["kind"] === "run") refuseOtherSchema(path, String(value["schema"]));
    const record = decodeRecord(value);
    if (record === undefined) tornLines += 1;
    else records.push(record);
  }
  return { repositories: readRecords(records), tornLines };
}

function refuseOtherSchema(path: string, schema: string | undefined): void {
  if (schema === undefined || schema === String(JOURNAL_SCHEMA)) return;
  throw new PruneError(
    `the journal ${path} is of schema ${schema}, and this program knows schema ${JOURNAL_SCHEMA}`,
    "Use the version of this program that wrote it: each run begins with a line that names it.",
  );
}
