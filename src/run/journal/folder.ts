import { randomBytes } from "node:crypto";
import { type FileHandle, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import { isObject, parseJson } from "../../core/base/json.js";
import { MOST_BYTES, openRegular } from "../../files/read-regular.js";
import { makeFolder } from "./local-file.js";
import { inOwnFolder } from "../../files/own-folder.js";

const NAME = /^journal-[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}\.ndjson$/;
// Longer than the line that ends a run.
const TAIL_BYTES = 256;
const READS_AT_ONCE = 16;
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/**
 * Opens a new journal in this program's own folder, makes the folder if it is not there, and removes journals that nobody has written to for 30 days.
 * @throws {PruneError} if the folder is not this user's own; the system's error if it or the file can't be made
 */
export async function openInFolder(
  folder: string,
  created: Date,
): Promise<{ readonly path: string; readonly file: FileHandle }> {
  await makeFolder(folder);
  const time = created.toISOString().replace(/\.[0-9]+Z$/, "Z");
  const name = `journal-${time.replaceAll(/[:-]/g, "")}-${randomBytes(4).toString("hex")}.ndjson`;
  const path = join(folder, name);
  return inOwnFolder(folder, async () => {
    // Before the new one is opened: it may need the room.
    await removeOld(folder, created);
    return { path, file: await open(path, "ax+", 0o600) };
  });
}

/** A journal whose last line does not say that nothing is left. A run that is still under way has such a one too. */
export interface UnfinishedJournal {
  readonly path: string;
  /** Returns the repositories, as `host/repository`, that it has leftovers of; none where it can't be read. It is read once. */
  readonly repositories: () => Promise<ReadonlySet<string>>;
}

/** Returns the unfinished journals of a folder, the newest first; none if there is no folder of this user's own. Never throws. */
export async function unfinishedJournals(folder: string): Promise<readonly UnfinishedJournal[]> {
  // The journals of a folder that others may write to could be anybody's.
  const journals = await inOwnFolder(folder, () => journalsIn(folder)).catch(() => []);
  const paths = journals
    .toSorted()
    .toReversed()
    .map((name) => join(folder, name));
  // Hundreds of runs may have their journals here, and nearly all of them finished.
  const finished = await pMap(paths, isFinished, { concurrency: READS_AT_ONCE });
  return paths.filter((_, index) => finished[index] !== true).map(unfinishedAt);
}

function unfinishedAt(path: string): UnfinishedJournal {
  let reading: Promise<ReadonlySet<string>> | undefined;
  return { path, repositories: () => (reading ??= leftBehindIn(path)) };
}

async function leftBehindIn(path: string): Promise<ReadonlySet<string>> {
  // Loaded only here: it needs more code than all the rest, and nearly no run needs it.
  const { readJournal } = await import("./read.js");
  const found = await readJournal(path).catch(() => undefined);
  const repositories = [...(found?.repositories ?? [])];
  return new Set(repositories.flatMap(([name, { leftovers }]) => (leftovers.size > 0 ? [name] : [])));
}

/** True if a journal's last line says that nothing is left to delete. */
async function isFinished(path: string): Promise<boolean> {
  try {
    const file = await openRegular(path, MOST_BYTES.journal);
    try {
      const { size } = await file.stat();
      const start = Math.max(0, size - TAIL_BYTES);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
      const last = buffer.toString("utf8", 0, bytesRead).trimEnd().split("\n").at(-1) ?? "";
      const record = parseJson(last);
      return isObject(record) && record["kind"] === "end" && record["left"] === 0;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}

/** Removes journals by the time of their last write: a later run may have been given an old file of this folder as its journal. */
async function removeOld(folder: string, now: Date): Promise<void> {
  for (const name of await journalsIn(folder)) {
    const path = join(folder, name);
    const written = await stat(path).catch(() => undefined);
    if (written === undefined || now.getTime() - written.mtimeMs <= KEPT_FOR) continue;
    // Another run may have removed it first, or the file may belong to another user.
    await rm(path).catch(() => undefined);
  }
}

async function journalsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile() && NAME.test(entry.name)).map(({ name }) => name);
}
