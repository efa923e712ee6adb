/** An upload to S3 that was not completed: its parts take space, and no listing of objects shows them. */
export interface MultipartUpload {
  /** Path below the registry's `docker/registry/v2/`. */
  readonly path: string;
  readonly uploadId: string;
  /** Time at which it was initiated, in milliseconds since 1970. */
  readonly initiated: number;
}

interface Removable {
  readonly repository: string;
  /** Bytes of the files that go, not of the blobs that they name; 0 if that is not known. */
  readonly bytes: number;
  /** Text for people that says what it is, without the repository. */
  readonly what: string;
}

/** One thing that the sweep removes. */
export type Removal = Removable &
  (
    | {
        readonly kind:
          "empty-repository" | "layer-link" | "upload" | "phantom-tag" | "remains" | "untagged-revision";
        /** Folders to remove, each with all that is in it, in this order: if one can't be removed, those after it stay. */
        readonly paths: readonly string[];
      }
    | { readonly kind: "multipart-upload"; readonly upload: MultipartUpload }
  );

/** The durations that a sweep goes by, and the present time, in milliseconds. */
export interface SweepLimits {
  readonly now: number;
  /** Age that layer links and uploads must exceed to go: younger ones may belong to a push that is under way. */
  readonly uploadsOlderThan: number;
  /** Age that untagged revisions must exceed to go; if absent, they stay. */
  readonly untaggedOlderThan?: number | undefined;
}

/** A repository about which something is in doubt. */
export interface UnsureRepository {
  /** The repository's name; or a text for people that says what else is meant: a folder, or every repository. */
  readonly repository: string;
  /** The doubts, each a clause such as "… is empty". */
  readonly doubts: readonly string[];
  /** Those of the doubts that name what a garbage collection would take, and a tag needs. */
  readonly endangered?: readonly string[];
  /** The part that stays because of the doubts: all but abandoned uploads, untagged revisions alone, or nothing. */
  readonly keeps: "everything" | "untagged revisions" | "nothing";
  /** True if garbage collection fails because of it (measured, 2.8.2 and 3.1.1). */
  readonly blocksCollection?: boolean;
}
