import { stat } from "node:fs/promises";
import type { JournaledRepository } from "../../core/journal/journal.js";
import type { Say } from "../../core/result/event.js";

/** The repositories of an earlier run's journal, by `host/repository`. */
export type EarlierJournal = ReadonlyMap<string, JournaledRepository>;
export const NO_JOURNAL: EarlierJournal = new Map();

/** Reads the journal that an earlier run left at this path; that of none where there is none. @throws {PruneError} where it can't be read, or is no journal */
export async function readEarlier(path: string, say: Say): Promise<EarlierJournal> {
  const isThere = await stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
  if (!isThere) return NO_JOURNAL;
  const { readJournal } = await import("../../run/journal/read.js");
  const { repositories, tornLines } = await readJournal(path);
  if (tornLines > 0) say({ kind: "journal-torn", path, lines: tornLines });
  return repositories;
}
