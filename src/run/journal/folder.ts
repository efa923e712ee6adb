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

/**
 * Finds the newest journal in this folder that has leftovers of this repository, and returns its path; `undefined` if there is none, or no folder of this user's own. Never throws.
 * A run that is still under way has leftovers too.
 * @param repository `host/repository`
 * @param own the path of this run's own journal, which is passed over
 */
export async function unfinishedJournal(
  folder: string,
  repository: string,
  own?: string,
): Promise<string | undefined> {
  // The journals of a folder that others may write to could be anybody's.
  const journals = await inOwnFolder(folder, () => journalsIn(folder)).catch(() => []);
  const names = journals.toSorted().toReversed();
  const paths = names.map((name) => join(folder, name)).filter((path) => path !== own);
  // Hundreds of runs may have their journals here, and nearly all of them finished.
  const finished = await pMap(paths, isFinished, { concurrency: READS_AT_ONCE });
  for (const path of paths.filter((_, index) => finished[index] !== true)) {
    // Loaded only here: it needs more code than all the rest, and nearly no run needs it.
    const { readJournal } = await import("./read.js");
    const found = await readJournal(path).catch(() => undefined);
    const leftovers = found?.repositories.get(repository)?.leftovers.size ?? 0;
    if (leftovers > 0) return path;
  }
  return undefined;
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
