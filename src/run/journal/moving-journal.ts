import { rm } from "node:fs/promises";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import { codeOf } from "../../core/base/system-error.js";
import type { JournalOrigin, JournalPlace, ReadBytes, WrittenJournal } from "./journal.js";
import { openInLog } from "./log-file.js";
import { openJournal } from "./open-journal.js";
import { privateFolder } from "./private-folder.js";

/** The places where a journal may be written, the best first, and the listener to where it is. */
export interface JournalPlaces {
  /** Absent for a user who has no folder of that kind. */
  readonly first: JournalPlace | undefined;
  /** Folders that others may write to; it is put into one of this user's own in there. */
  readonly spare: readonly string[];
  /** Told its path each time that it is opened; with the reason why it is not where it was to be. */
  readonly onOpen: (path: string, why?: string) => void;
  /** Told each record, one line, where it can be written to no file; `why` once. */
  readonly onLogged: (line: string, why?: string) => void;
  /** Resolves with false where nobody reads these lines; absent where they are taken at once. */
  readonly isLogTaken?: (() => Promise<boolean>) | undefined;
}

/** The one journal of a run, wherever there is room for it. */
export type MovingJournal = Omit<WrittenJournal, "path" | "stored" | "copyTo"> & {
  /** Its path; `undefined` while it is in the log alone. */
  path(): string | undefined;
  /** Tries again to write it to a file, where it is in the log alone. Never throws. */
  settle(): Promise<void>;
};

const NO_HOME = "this user has no home folder";

// A file that the user names is the user's word, and a wrong path is the user's mistake; a full disk is none.
const FULL = new Set(["ENOSPC", "EDQUOT", "EROFS"]);

/**
 * Opens a journal at the first place that takes it, which is the log if no other does. When it can't be written there any more, it goes on at the next, with all that
 * it has.
 * @throws {PruneError} if the file that the user names can't be opened for another reason than a full disk
 */
export async function openMoving(places: JournalPlaces, origin: JournalOrigin): Promise<MovingJournal> {
  const { first } = places;
  if (first === undefined) {
    return new PlacedJournal(await openNext(places, origin, NO_HOME), places, origin);
  }
  try {
    const journal = await openJournal(first, origin);
    places.onOpen(journal.path);
    return new PlacedJournal({ journal, left: places.spare }, places, origin);
  } catch (error) {
    const code = codeOfCause(error);
    if (code === "" || (first.kind === "file" && !FULL.has(code))) throw error;
    return new PlacedJournal(await openNext(places, origin, error), places, origin);
  }
}

interface Placed {
  readonly journal: WrittenJournal;
  /** The folders that were not tried yet. */
  readonly left: readonly string[];
}

async function openNext(
  { spare, onOpen, onLogged, isLogTaken }: JournalPlaces,
  origin: JournalOrigin,
  cause: unknown,
): Promise<Placed> {
  const found = await openSpare(spare, origin);
  const why = cause instanceof Error ? cause.message : String(cause);
  if (found !== undefined) {
    onOpen(found.journal.path, why);
    return found;
  }
  let told: string | undefined = why;
  const say = (line: string): void => {
    onLogged(line, told);
    told = undefined;
  };
  const journal = await openInLog(origin, { say, isTaken: isLogTaken });
  return { journal, left: [] };
}

async function openSpare(spare: readonly string[], origin: JournalOrigin): Promise<Placed | undefined> {
  for (const [index, parent] of spare.entries()) {
    try {
      const place = { kind: "folder", path: await privateFolder(parent) } as const;
      return { journal: await openJournal(place, origin), left: spare.slice(index + 1) };
    } catch {
      // Each of them is a guess.
      continue;
    }
  }
  return undefined;
}

class PlacedJournal implements MovingJournal {
  #journal: WrittenJournal;
  #left: readonly string[];
  readonly #places: JournalPlaces;
  readonly #origin: JournalOrigin;

  constructor({ journal, left }: Placed, places: JournalPlaces, origin: JournalOrigin) {
    this.#journal = journal;
    this.#left = left;
    this.#places = places;
    this.#origin = origin;
  }

  path(): string | undefined {
    return this.#journal.path === "" ? undefined : this.#journal.path;
  }

  begin(repository: string, deletions: readonly Deletion[], read: ReadBytes): Promise<void> {
    return this.#wherever((journal) => journal.begin(repository, deletions, read));
  }

  async #wherever(write: (journal: WrittenJournal) => Promise<void>): Promise<void> {
    // What was deleted since may have made room.
    await this.settle();
    // Each turn leaves one place less; the log refuses nothing as a disk does.
    for (;;) {
      try {
        await write(this.#journal);
        return;
      } catch (error) {
        if (codeOfCause(error) === "") throw error;
        await this.#moveOn(error);
      }
    }
  }

  async settle(): Promise<void> {
    if (this.path() !== undefined) return;
    const origin = { ...this.#origin, after: this.#journal };
    const { first, spare, onOpen } = this.#places;
    const journal = first === undefined ? undefined : await openJournal(first, origin).catch(() => undefined);
    const found = journal === undefined ? await openSpare(spare, origin) : { journal, left: spare };
    if (found === undefined) return;
    this.#take(found);
    onOpen(found.journal.path);
  }

  async #moveOn(cause: unknown): Promise<void> {
    const full = this.#journal;
    const places = { ...this.#places, spare: this.#left };
    this.#take(await openNext(places, { ...this.#origin, after: full }, cause));
    await full.close();
    // The other one has all of it, so this one would only tell later runs of what is done.
    const isOwn = this.#places.first?.kind !== "file";
    if (isOwn && this.path() !== undefined) await rm(full.path, { force: true }).catch(() => undefined);
  }

  #take({ journal, left }: Placed): void {
    this.#journal = journal;
    this.#left = left;
  }

  outcome(repository: string, outcome: DeletionOutcome): void {
    this.#journal.outcome(repository, outcome);
  }

  keep(repository: string, digests: Iterable<Digest>, read: ReadBytes): Promise<void> {
    return this.#journal.keep(repository, digests, read);
  }

  lost(repository: string, tag: Tag, digest: Digest): Promise<void> {
    return this.#journal.lost(repository, tag, digest);
  }

  async close(): Promise<void> {
    await this.settle();
    await this.#journal.close();
  }
}

function codeOfCause(error: unknown): string {
  return error instanceof Error ? codeOf(error.cause) : "";
}
