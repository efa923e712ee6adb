import { journalKey, type JournalRecord } from "../../core/journal/journal.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { ReadBytes, Stored, WrittenJournal } from "./journal.js";
import { notAtHand, unwritable } from "./journal-errors.js";
import { hashesTo, renderRecord } from "./lines.js";
import { type JournalFile, writeWhole } from "./local-file.js";

// Number of manifests in memory at once: each may have some megabytes.
const AT_ONCE = 50;
// A killed run loses the outcomes of this time. The next run looks at those deletions again, which costs little.
const OUTCOMES_WAIT_MS = 50;

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

  async keep(repository: string, digests: Iterable<Digest>, read: ReadBytes): Promise<void> {
    const stored = this.#storedOf(repository);
    for (const digest of digests) {
      if (stored.has(digest)) continue;
      const write = this.#store(repository, [digest], read).then(() => stored.set(digest, false));
      await write.catch(() => undefined);
    }
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
