import type { DeletionOutcome } from "../plan/outcome.js";
import type { Deletion } from "../plan/deletion.js";
import type { Digest, Tag } from "../names/reference.js";

/** The version of the journal's format. It changes whenever a reader of journals has to change. */
export const JOURNAL_SCHEMA = 1;

/** One line of a journal. `repository` is `host/repository`. */
export type JournalRecord =
  /** The first line of each run that writes to the file. */
  | { readonly kind: "run"; readonly schema: number; readonly tool: string; readonly created: string }
  /** A manifest's exact bytes, in base64. */
  | ({ readonly kind: "manifest"; readonly repository: string; readonly digest: Digest } & JournaledManifest)
  /** A deletion that is about to be done. */
  | { readonly kind: "deletion"; readonly repository: string; readonly deletion: Deletion }
  /** The outcome of a deletion. `of` is the digest of a manifest, or the name of a tag that was deleted by itself. */
  | {
      readonly kind: "outcome";
      readonly repository: string;
      readonly of: Digest | Tag;
      readonly outcome: DeletionOutcome["kind"];
    }
  /** A tag that was to stay and was lost, with the digest that it pointed at when the run began. */
  | { readonly kind: "lost"; readonly repository: string; readonly tag: Tag; readonly digest: Digest }
  /** The last line of a run that came to its end. `left` counts the manifests that it meant to delete and left. */
  | { readonly kind: "end"; readonly left: number };

/** A manifest as it was read: its media type, and its exact bytes in base64. */
export interface JournaledManifest {
  readonly mediaType: string;
  readonly body: string;
}

/** All that a journal says of one repository. */
export interface JournaledRepository {
  readonly manifests: ReadonlyMap<Digest, JournaledManifest>;
  /**
   * The deletions in the order in which they were to be done, without those that were spared. If several runs meant to delete the same, the last
   * run's record counts.
   */
  readonly deletions: readonly Deletion[];
  /** Manifests that were to be deleted and are not recorded as deleted. Children of deleted indexes may be among them. */
  readonly leftovers: ReadonlySet<Digest>;
  /** Tags that were deleted, may have been deleted, or were lost, with the digest that each pointed at. */
  readonly tags: ReadonlyMap<Tag, Digest>;
}

/** Returns the key of a deletion in a journal: the digest of the manifest, or the tag. */
export function journalKey(deletion: Deletion): Digest | Tag {
  return deletion.kind === "manifest" ? deletion.digest : deletion.tags[0];
}

/** Sums up the records of a journal, in their order, for each repository (by `host/repository`). */
export function readRecords(records: Iterable<JournalRecord>): ReadonlyMap<string, JournaledRepository> {
  const repositories = new Map<string, JournalDraft>();
  const of = (repository: string): JournalDraft => {
    const known = repositories.get(repository) ?? newDraft();
    repositories.set(repository, known);
    return known;
  };
  for (const record of records) if ("repository" in record) addRecord(of(record.repository), record);
  return new Map([...repositories].map(([repository, draft]) => [repository, resultOf(draft)]));
}

interface JournalDraft {
  readonly manifests: Map<Digest, JournaledManifest>;
  readonly deletions: Map<Digest | Tag, Deletion>;
  readonly open: Set<Digest | Tag>;
  readonly lost: Map<Tag, Digest>;
}

function newDraft(): JournalDraft {
  return { manifests: new Map(), deletions: new Map(), open: new Set(), lost: new Map() };
}

type RepositoryRecord = Extract<JournalRecord, { readonly repository: string }>;

function addRecord(draft: JournalDraft, record: RepositoryRecord): void {
  switch (record.kind) {
    case "manifest":
      draft.manifests.set(record.digest, { mediaType: record.mediaType, body: record.body });
      return;
    case "deletion": {
      const key = journalKey(record.deletion);
      // A later run's record takes the place of an earlier one, and moves to the end of the order.
      draft.deletions.delete(key);
      draft.deletions.set(key, record.deletion);
      draft.open.add(key);
      return;
    }
    case "outcome":
      // A manifest whose deletion failed may still be there when its parents are gone: then no list shows it any more.
      if (record.outcome !== "failed") draft.open.delete(record.of);
      if (record.outcome === "spared") draft.deletions.delete(record.of);
      return;
    case "lost":
      draft.lost.set(record.tag, record.digest);
  }
}

function resultOf({ manifests, deletions, open, lost }: JournalDraft): JournaledRepository {
  const all = [...deletions.values()];
  const tags = all.flatMap(({ tags: named, digest }) =>
    digest === undefined ? [] : named.map((tag) => [tag, digest] as const),
  );
  return {
    manifests,
    deletions: all,
    leftovers: new Set(
      all.flatMap((deletion) =>
        deletion.kind === "manifest" && open.has(deletion.digest) ? [deletion.digest] : [],
      ),
    ),
    tags: new Map([...tags, ...lost]),
  };
}
