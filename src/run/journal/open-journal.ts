import { type FileHandle, open, realpath, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { JOURNAL_SCHEMA, type JournalRecord } from "../../core/journal/journal.js";
import { refuseOddFile } from "../../files/read-regular.js";
import { FileJournal } from "./file-journal.js";
import { openInFolder } from "./folder.js";
import { refuseOthers } from "./header.js";
import type { JournalOrigin, JournalPlace, WrittenJournal } from "./journal.js";
import { unwritable } from "./journal-errors.js";
import { renderRecord } from "./lines.js";
import { appendFrom, flushFolder, makeFolder, writeWhole } from "./local-file.js";

/**
 * Opens a journal for writing. Its first record and its name are flushed to the disk when it resolves.
 * @throws {PruneError} if it can't be written, or if the file exists and is no journal
 */
export async function openJournal(
  place: JournalPlace,
  { tool, created, after }: JournalOrigin,
): Promise<WrittenJournal> {
  try {
    const opened = await (place.kind === "file" ? openFile(place.path) : openInFolder(place.path, created));
    try {
      await startRun(opened, { kind: "run", schema: JOURNAL_SCHEMA, tool, created: created.toISOString() });
      await after?.copyTo(opened.file);
    } catch (error) {
      await opened.file.close().catch(() => undefined);
      // A file of this program's own that nothing is in.
      if (place.kind === "folder") await rm(opened.path, { force: true }).catch(() => undefined);
      throw error;
    }
    return new FileJournal({ ...opened, copyTo: (file) => appendFrom(file, opened.path) }, after?.stored);
  } catch (error) {
    throw unwritable(
      place.kind === "file" ? `the journal ${place.path}` : `a journal in ${place.path}`,
      error,
    );
  }
}

interface Opened {
  readonly path: string;
  readonly file: FileHandle;
}

async function openFile(path: string): Promise<Opened> {
  await makeFolder(dirname(path));
  await refuseOddFile(path);
  return { path, file: await open(path, "a+", 0o600) };
}

async function startRun({ path, file }: Opened, record: JournalRecord): Promise<void> {
  const { size } = await file.stat();
  if (size > 0) await refuseOthers(path, file);
  const isTorn = size > 0 && (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() !== "\n";
  await writeWhole(file, Buffer.from(`${isTorn ? "\n" : ""}${renderRecord(record)}`), null);
  await file.sync();
  if (size === 0) await flushFolder(dirname(await realpath(path)));
}
