import { type FileHandle, open, realpath, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { JOURNAL_SCHEMA, journalKey, type JournalRecord } from "../../core/journal/journal.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { ManifestBytes } from "../../registry/port/registry.js";
import { openInFolder } from "./folder.js";
import { refuseOthers } from "./header.js";
import { notAtHand, unwritable } from "./journal-errors.js";
import { hashesTo, renderRecord } from "./lines.js";
import { appendFrom, flushFolder, type JournalFile, makeFolder, writeWhole } from "./local-file.js";

/** The place of a journal: a file that the user names, or a folder of this program's own, in which a new file is made. */
export type JournalPlace =
  { readonly kind: "file"; readonly path: string } | { readonly kind: "folder"; readonly path: string };

/** Returns the bytes of a manifest that was read before; `undefined` if it was not. */
export type ReadBytes = (digest: Digest) => Promise<ManifestBytes | undefined>;

/** An append-only file that says what is deleted, before it is deleted. Each line is a record (`core/journal/journal.ts`). */
export interface Journal {
  readonly path: string;
  /**
   * Writes down what is about to be deleted: each manifest's exact bytes, then the deletions. They are flushed to the disk when it resolves.
   * @param repository `host/repository`
   * @throws {PruneError} if it can't be written, or the bytes of a manifest are not at hand: then none of these deletions may be sent
   */
  begin(repository: string, deletions: readonly Deletion[], read: ReadBytes): Promise<void>;
  /**
   * Writes down a deletion's outcome, in order, without a flush. Never throws: the next run looks again at a deletion without an outcome.
   */
  outcome(repository: string, outcome: DeletionOutcome): void;
  /** Writes down a tag that was to stay and was lost, and the digest that it pointed at. Never throws, for the run reports the loss and fails anyway. */
  lost(repository: string, tag: Tag, digest: Digest): Promise<void>;
  /** Writes the number of manifests that are left to delete, waits for all writes, and closes the file. Never throws. */
  close(): Promise<void>;
}

/** For each repository, the digests whose bytes are in a journal; true for a manifest that is to be deleted and is not known to be gone. */
type Stored = Map<string, Map<string, boolean>>;

/** A journal that another one of the same run can go on from. */
export interface WrittenJournal extends Journal {
  readonly stored: Stored;
  /** Copies all that can be read of it to a file, and flushes it. */
  copyTo(file: JournalFile): Promise<void>;
}

/** The run that writes a journal. */
export interface JournalOrigin {
  /** Name and version of the program. */
  readonly tool: string;
  readonly created: Date;
  /** The journal of the same run that can't be written any more: all that can be read of it comes first in the new one. */
  readonly after?: WrittenJournal;
}

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

// Number of manifests in memory at once: each may have some megabytes.
const AT_ONCE = 50;
// A killed run loses the outcomes of this time. The next run looks at those deletions again, which costs little.
const OUTCOMES_WAIT_MS = 50;

interface Opened {
  readonly path: string;
  readonly file: FileHandle;
}

async function openFile(path: string): Promise<Opened> {
  await makeFolder(dirname(path));
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

/** A file that is open already, and has its first record. */
type Begun = Pick<WrittenJournal, "path" | "copyTo"> & { readonly file: JournalFile };

export class FileJournal implements WrittenJournal {
  readonly path: string;
  readonly stored: Stored;
  readonly copyTo: WrittenJournal["copyTo"];
  readonly #file: JournalFile;
  /** The last of the steps, which run one after the other. If one fails, so do all that follow: by fsync(2), what a failed flush lost does not come back. */
  #steps: Promise<void> = Promise.resolve();
  /** The lines that the next writing step will write, and that step. */
  #lines: string[] = [];
  #queued: Promise<void> | undefined;
  #soon: NodeJS.Timeout | undefined;

  constructor({ path, file, copyTo }: Begun, stored: Stored = new Map()) {
    this.path = path;
    this.stored = stored;
    this.copyTo = copyTo;
    this.#file = file;
  }

  async begin(repository: string, deletions: readonly Deletion[], read: ReadBytes): Promise<void> {
    const stored = this.#storedOf(repository);
    const digests = [...new Set(deletions.flatMap((deletion) => deletion.digest ?? []))].filter(
      (digest) => !stored.has(digest),
    );
    try {
      for (let start = 0; start < digests.length; start += AT_ONCE) {
        const some = digests.slice(start, start + AT_ONCE);
        await this.#store(repository, some, read);
        for (const digest of some) stored.set(digest, false);
      }
      for (const deletion of deletions) if (deletion.kind === "manifest") stored.set(deletion.digest, true);
      void this.#write(deletions.map((deletion) => ({ kind: "deletion", repository, deletion })));
      await this.#flush();
    } catch (error) {
      // Another journal that goes on from here has to write them itself.
      for (const digest of digests) stored.delete(digest);
      throw error;
    }
  }

  /** Returns the map of one repository. Keys with the repository's name in them would take as much memory as all that is known of the images. */
  #storedOf(repository: string): Map<string, boolean> {
    const own = this.stored.get(repository) ?? new Map<string, boolean>();
    this.stored.set(repository, own);
    return own;
  }

  async #store(repository: string, digests: readonly Digest[], read: ReadBytes): Promise<void> {
    const records = digests.map(async (digest): Promise<JournalRecord> => {
      const found = await read(digest);
      if (found === undefined || !hashesTo(digest, found)) throw notAtHand(`${repository}@${digest}`);
      const { mediaType, body } = found;
      return { kind: "manifest", repository, digest, mediaType, body: body.toString("base64") };
    });
    await this.#write(await Promise.all(records));
  }

  outcome(repository: string, { deletion, kind }: DeletionOutcome): void {
    const stored = this.#storedOf(repository);
    if (kind !== "failed" && stored.has(journalKey(deletion))) stored.set(journalKey(deletion), false);
    this.#lines.push(renderRecord({ kind: "outcome", repository, of: journalKey(deletion), outcome: kind }));
    // Many are written together, for each single write takes as long as a request.
    this.#soon ??= setTimeout(() => void this.#write([]), OUTCOMES_WAIT_MS).unref();
  }

  async lost(repository: string, tag: Tag, digest: Digest): Promise<void> {
    void this.#write([{ kind: "lost", repository, tag, digest }]);
    await this.#flush().catch(() => undefined);
  }

  async close(): Promise<void> {
    let left = 0;
    for (const stored of this.stored.values()) for (const isOpen of stored.values()) left += Number(isOpen);
    void this.#write([{ kind: "end", left }]);
    await this.#steps.catch(() => undefined);
    await this.#file.close().catch(() => undefined);
  }

  /** Queues records to be written in order, in one write with all that are queued before its turn comes. */
  #write(records: readonly JournalRecord[]): Promise<void> {
    this.#lines.push(...records.map(renderRecord));
    this.#queued ??= this.#next(() => {
      const text = this.#lines.join("");
      this.#lines = [];
      this.#queued = undefined;
      clearTimeout(this.#soon);
      this.#soon = undefined;
      return writeWhole(this.#file, Buffer.from(text), null);
    });
    return this.#queued;
  }

  #flush(): Promise<void> {
    return this.#next(() => this.#file.sync());
  }

  #next(step: () => Promise<void>): Promise<void> {
    const done = this.#steps.then(step).catch((error: unknown) => {
      throw unwritable(`the journal ${this.path}`, error);
    });
    this.#steps = done;
    // Callers that need the result wait for it. Nobody waits for an outcome's write, so its error must not be unhandled.
    done.catch(() => undefined);
    return done;
  }
}
