import type { Say } from "../../core/result/event.js";
import type { PutElsewhere } from "../../core/result/elsewhere.js";
import type { Digest } from "../../core/names/reference.js";
import type { Harm } from "../../core/plan/outcome.js";
import type { ReadManifest } from "../../registry/port/registry.js";
import type { JournalPlace, ReadBytes } from "../../run/journal/journal.js";
import type { JournalPlaces, MovingJournal, openMoving } from "../../run/journal/moving-journal.js";
import type { DeletionLog } from "../../run/apply/deletion-log.js";
import { createSpool, type Spool } from "../../run/journal/spool.js";
import { type EarlierJournal, NO_JOURNAL, readEarlier } from "./earlier-journal.js";
import { OtherJournals } from "./other-journals.js";

/** The settings of a run's journal. */
export interface JournalSettings {
  readonly dryRun: boolean;
  /** Path of the journal to write to, and to go on from where there is one. */
  readonly journal?: string;
}

/** The parts of a journal that the door gives it. */
export interface JournalHooks {
  readonly say: Say;
  /** Name and version of the program. */
  readonly tool: string;
  /** A folder for journals, where the settings name none; absent for a user who has none. */
  readonly journalFolder: string | undefined;
  /** Folders where everybody may make something, for a journal that can't be written there. */
  readonly spareFolders?: readonly string[];
  readonly isLogTaken?: JournalPlaces["isLogTaken"];
}

/** The one journal of a run, over all its repositories; each is named `host/repository`. */
export interface Journals {
  /** The path of the journal that was written, if anything was. */
  readonly path: string | undefined;
  /** The moves of the journal to another place than it was to be at. */
  readonly elsewhere: readonly PutElsewhere[];
  /** Puts a manifest's bytes aside until they are written down; absent where nothing will be deleted. */
  readonly keep?: (found: ReadManifest) => Promise<void>;
  /** Returns the manifests that an earlier run meant to delete and may not have. */
  leftoversOf(repository: string): readonly Digest[];
  /** Writes down that these are gone which an earlier run meant to delete: it may have deleted them, and been cut off before it wrote so. */
  closeGone(repository: string, gone: ReadonlySet<Digest>): Promise<void>;
  /** Looks for the journal of an earlier run that was cut off, if this run was not given one, and says its path. */
  lookForOthers(repository: string): Promise<void>;
  /** Returns the log of a repository's deletions. It opens the journal with the first that is written down. */
  recorderOf(repository: string): DeletionLog;
  /** Writes down what was to stay and was lost, as far as its bytes are at hand, so that it can be put back. */
  lost(repository: string, harm: Harm): Promise<void>;
  /** Tries again to write a file, where no place took one yet. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Prepares to write a journal, and reads the one that the settings name, where it is there already.
 * @throws {PruneError} where that can't be read, or is no journal
 */
export async function createJournals(settings: JournalSettings, hooks: JournalHooks): Promise<Journals> {
  const { dryRun, journal: path } = settings;
  const earlier = path === undefined ? NO_JOURNAL : await readEarlier(path, hooks.say);
  return new RunJournals(settings, hooks, { earlier, spool: dryRun ? undefined : createSpool() });
}

/** The earlier journal and the spool, made ready. */
interface Ready {
  readonly earlier: EarlierJournal;
  /** Absent in a dry run. */
  readonly spool: Spool | undefined;
}

class RunJournals implements Journals {
  readonly keep?: (found: ReadManifest) => Promise<void>;
  readonly #settings: JournalSettings;
  readonly #hooks: JournalHooks;
  readonly #ready: Ready;
  /** Repositories of which it was said where an earlier run has its journal: a plan is made twice where a person agrees to it. */
  readonly #looked = new Set<string>();
  readonly #others: OtherJournals;
  readonly #elsewhere: PutElsewhere[] = [];
  #opened: MovingJournal | undefined;
  /** One is opened, though several repositories are looked at. */
  #opening: Promise<MovingJournal> | undefined;

  constructor(settings: JournalSettings, hooks: JournalHooks, ready: Ready) {
    this.#settings = settings;
    this.#hooks = hooks;
    this.#ready = ready;
    this.#others = new OtherJournals(hooks);
    const { spool } = ready;
    if (spool !== undefined) this.keep = (found) => spool.keep(found);
  }

  get path(): string | undefined {
    return this.#opened?.path();
  }

  get elsewhere(): readonly PutElsewhere[] {
    return this.#elsewhere;
  }

  leftoversOf(repository: string): readonly Digest[] {
    return [...(this.#ready.earlier.get(repository)?.leftovers ?? [])];
  }

  async closeGone(repository: string, gone: ReadonlySet<Digest>): Promise<void> {
    if (this.#settings.dryRun || gone.size === 0) return;
    const journal = await this.#open();
    for (const deletion of this.#ready.earlier.get(repository)?.deletions ?? []) {
      if (deletion.kind === "manifest" && gone.has(deletion.digest)) {
        journal.outcome(repository, { kind: "gone", deletion });
      }
    }
  }

  async lookForOthers(repository: string): Promise<void> {
    if (this.#settings.journal !== undefined || this.#looked.has(repository)) return;
    this.#looked.add(repository);
    const path = await this.#others.pathOf(repository);
    if (path !== undefined) this.#hooks.say({ kind: "journal-left", repository, path });
  }

  recorderOf(repository: string): DeletionLog {
    // Already now, while the registry is still asked whether it deletes.
    loadJournal().catch(() => undefined);
    return {
      begin: async (deletions) => {
        const journal = await this.#open();
        await journal.begin(repository, deletions, async (digest) => this.#ready.spool?.read(digest));
      },
      outcome: (outcome) => this.#opened?.outcome(repository, outcome),
    };
  }

  async lost(repository: string, harm: Harm): Promise<void> {
    const journal = this.#opened;
    if (journal === undefined) return;
    const read: ReadBytes = async (digest) => this.#ready.spool?.read(digest);
    const { lostParts } = await import("../../run/journal/lost-parts.js");
    const root = harm.kind === "part-missing" ? harm.missing : harm.image;
    await journal.keep(repository, await lostParts(root, read), read);
    if (harm.kind !== "part-missing") await journal.lost(repository, harm.tag, harm.image);
  }

  async settle(): Promise<void> {
    await this.#opened?.settle();
  }

  async close(): Promise<void> {
    await this.#opened?.close();
    await this.#ready.spool?.close();
  }

  #open(): Promise<MovingJournal> {
    this.#opening ??= this.#openFirst().catch((thrown: unknown) => {
      this.#opening = undefined;
      throw thrown;
    });
    return this.#opening;
  }

  async #openFirst(): Promise<MovingJournal> {
    const { journal: path } = this.#settings;
    const { tool, journalFolder, spareFolders = [], say, isLogTaken } = this.#hooks;
    const first = path === undefined ? folderPlace(journalFolder) : ({ kind: "file", path } as const);
    const move = (why: string, to?: string): void => {
      const moved = { what: "journal", why, ...(to === undefined ? {} : { path: to }) } as const;
      this.#elsewhere.push(moved);
      say({ kind: "put-elsewhere", ...moved });
    };
    const places: JournalPlaces = {
      first,
      spare: spareFolders,
      onOpen: (opened, why) => {
        if (why !== undefined) move(why, opened);
        say({ kind: "journal-opened", path: opened });
      },
      onLogged: (line, why) => {
        if (why !== undefined) move(why);
        say({ kind: "journal-line", line });
      },
      isLogTaken,
    };
    const { openMoving: open } = await loadJournal();
    return (this.#opened = await open(places, { tool, created: new Date() }));
  }
}

function folderPlace(path: string | undefined): JournalPlace | undefined {
  return path === undefined ? undefined : { kind: "folder", path };
}

function loadJournal(): Promise<{ readonly openMoving: typeof openMoving }> {
  return import("../../run/journal/moving-journal.js");
}
