import { stat } from "node:fs/promises";
import type { Say } from "../core/event.js";
import type { JournaledRepository } from "../core/journal.js";
import type { Digest, Tag } from "../core/reference.js";
import type { ReadManifest } from "../registry/registry.js";
import { type Journal, openJournal } from "../run/journal.js";
import { unfinishedJournal } from "../run/journal-folder.js";
import { readJournal } from "../run/read-journal.js";
import type { Recorder } from "../run/recorder.js";
import { openSpool } from "../run/spool.js";

/** Where a run writes its journal. */
export interface JournalSettings {
  readonly dryRun: boolean;
  /** Path of the journal to write to, and to go on from where there is one. */
  readonly journal?: string;
}

/** What journals need of the door. */
export interface JournalDoor {
  readonly say: Say;
  /** Name and version of the program. */
  readonly tool: string;
  /** A folder for journals, where the settings name none. */
  readonly journalFolder: string;
}

/** The one journal of a run, over all its repositories; each is named `host/repository`. */
export interface Journals {
  /** Of the journal that was written, if anything was. */
  readonly path: string | undefined;
  /** Puts a manifest's bytes aside until they are written down; absent where nothing will be deleted. */
  readonly keep?: (found: ReadManifest) => Promise<void>;
  /** What an earlier run meant to delete and may not have. */
  leftoversOf(repository: string): readonly Digest[];
  /** Says where an earlier run that was cut off has its journal, if this one was not given it. */
  lookForOthers(repository: string): Promise<void>;
  /** Opens the journal with the first that is written down. */
  recorderOf(repository: string): Recorder;
  /** Writes down a tag that was to stay and was lost, and what it pointed at. */
  lost(repository: string, tag: Tag, digest: Digest): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes ready to write a journal, and reads the one that the settings name, where it is there already.
 * @throws {PruneError} where that can't be read, or is none
 */
export async function createJournals(
  { dryRun, journal: path }: JournalSettings,
  { say, tool, journalFolder }: JournalDoor,
): Promise<Journals> {
  const earlier = path === undefined ? NO_JOURNAL : await readEarlier(path, say);
  const spool = dryRun ? undefined : await openSpool();
  const looked = new Set<string>();
  let opened: Journal | undefined;
  const open = async (): Promise<Journal> => {
    if (opened !== undefined) return opened;
    const place =
      path === undefined
        ? ({ kind: "folder", path: journalFolder } as const)
        : ({ kind: "file", path } as const);
    opened = await openJournal(place, { tool, created: new Date() });
    say({ kind: "journal-opened", path: opened.path });
    return opened;
  };
  return {
    get path() {
      return opened?.path;
    },
    ...(spool === undefined ? {} : { keep: (found) => spool.keep(found) }),
    leftoversOf: (repository) => [...(earlier.get(repository)?.leftovers ?? [])],
    lookForOthers: async (repository) => {
      // A plan is made twice where a person agrees to it.
      if (looked.has(repository)) return;
      looked.add(repository);
      const other = path === undefined ? await unfinishedJournal(journalFolder, repository) : undefined;
      if (other !== undefined) say({ kind: "journal-left", repository, path: other });
    },
    recorderOf: (repository) => ({
      begin: async (deletions) =>
        (await open()).begin(repository, deletions, async (digest) => spool?.read(digest)),
      outcome: (outcome) => opened?.outcome(repository, outcome),
    }),
    lost: async (repository, tag, digest) => opened?.lost(repository, tag, digest),
    close: async () => {
      await opened?.close();
      await spool?.close();
    },
  };
}

type Earlier = ReadonlyMap<string, JournaledRepository>;
const NO_JOURNAL: Earlier = new Map();

async function readEarlier(path: string, say: Say): Promise<Earlier> {
  const isThere = await stat(path).then(
    ({ size }) => size > 0,
    () => false,
  );
  if (!isThere) return NO_JOURNAL;
  const { repositories, tornLines } = await readJournal(path);
  if (tornLines > 0) say({ kind: "journal-torn", path, lines: tornLines });
  return repositories;
}
