import { PruneError } from "../../core/base/errors.js";
import { JOURNAL_SCHEMA } from "../../core/journal/journal.js";
import { FileJournal } from "./file-journal.js";
import type { JournalOrigin, WrittenJournal } from "./journal.js";
import { renderRecord } from "./lines.js";
import { writeWhole } from "./local-file.js";

// Some hundred images. A log that has to hold more is no place for it.
const MOST_BYTES = 1024 * 1024;

/** The log of a run, in which a journal is written line by line. */
interface LogPlace {
  /** Told each flushed record, one line, in order. */
  readonly say: (line: string) => void;
  /** Resolves with false where nobody reads what was said; absent where it is taken at once. */
  readonly isTaken: (() => Promise<boolean>) | undefined;
}

/**
 * Opens a journal that is written to the run's log, line by line, as the last resort: whoever saves these lines to a file can restore from it.
 * @throws {PruneError} each time that it is flushed, and nobody reads the log
 */
export async function openInLog(
  { tool, created, after }: JournalOrigin,
  { say, isTaken }: LogPlace,
): Promise<WrittenJournal> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  let said = 0;
  const file = {
    write: (piece: Buffer, from: number, length: number) => {
      bytes += length;
      if (bytes > MOST_BYTES) return Promise.reject(tooMuch());
      pieces.push(Buffer.from(piece.subarray(from, from + length)));
      return Promise.resolve({ bytesWritten: length });
    },
    sync: async () => {
      const lines = Buffer.concat(pieces).toString("utf8").split("\n").slice(0, -1);
      for (const line of lines.slice(said)) say(line);
      said = lines.length;
      if ((await isTaken?.()) === false) throw unread();
    },
    close: () => file.sync(),
  };
  const first = renderRecord({ kind: "run", schema: JOURNAL_SCHEMA, tool, created: created.toISOString() });
  await writeWhole(file, Buffer.from(first), null);
  // What was written before stays where it is: that disk is full, and not gone.
  const copyTo: WrittenJournal["copyTo"] = async (other) => {
    await after?.copyTo(other);
    await writeWhole(other, Buffer.concat(pieces), null);
    await other.sync();
  };
  return new FileJournal({ path: "", file, copyTo }, after?.stored);
}

function unread(): PruneError {
  return new PruneError(
    "what is deleted can be written down nowhere but in the log, and nobody reads that",
    "Nothing more was deleted. Make room on a disk for the journal, or name a place for it in journal; or run with a log that is kept (without quiet).",
  );
}

function tooMuch(): PruneError {
  return new PruneError(
    "what is deleted can be written down nowhere but in the log, and it is too much for that",
    "Nothing was deleted that is not written down. Make room on a disk for the journal, or name a place for it in journal.",
  );
}
