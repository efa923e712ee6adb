import type { Digest, Tag } from "../../core/names/reference.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { ManifestBytes } from "../../registry/port/registry.js";
import type { JournalFile } from "./local-file.js";

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
  /** Writes down those of these manifests whose bytes are at hand. Never throws. */
  keep(repository: string, digests: Iterable<Digest>, read: ReadBytes): Promise<void>;
  /** Writes down a tag that was to stay and was lost, and the digest that it pointed at. Never throws, for the run reports the loss and fails anyway. */
  lost(repository: string, tag: Tag, digest: Digest): Promise<void>;
  /** Writes the number of manifests that are left to delete, waits for all writes, and closes the file. Never throws. */
  close(): Promise<void>;
}

/** For each repository, the digests whose bytes are in a journal; true for a manifest that is to be deleted and is not known to be gone. */
export type Stored = Map<string, Map<string, boolean>>;

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
