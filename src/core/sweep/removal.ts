/** An upload to S3 that was not completed: its parts take space, and no listing of objects shows them. */
export interface MultipartUpload {
  /** Below the registry's `docker/registry/v2/`. */
  readonly path: string;
  readonly uploadId: string;
  /** Milliseconds since 1970. */
  readonly initiated: number;
}

interface Removable {
  readonly repository: string;
  /** Bytes of the files that go, not of the blobs that they name; 0 where it is not known. */
  readonly bytes: number;
  /** For people: what it is, without the repository. */
  readonly what: string;
}

/** One thing that the sweep removes. */
export type Removal = Removable &
  (
    | {
        readonly kind: "empty-repository" | "layer-link" | "upload" | "phantom-tag" | "untagged-revision";
        /** Folders, each with all that is in it, in this order: where one can't be removed, those after it stay. */
        readonly paths: readonly string[];
      }
    | { readonly kind: "multipart-upload"; readonly upload: MultipartUpload }
  );

/** Durations, and the time, in milliseconds. */
export interface SweepLimits {
  readonly now: number;
  /** Layer links and uploads that are younger may belong to a push that is under way. */
  readonly uploadsOlderThan: number;
  /** Without it, untagged revisions stay. */
  readonly untaggedOlderThan?: number | undefined;
}

/** A repository where something is in doubt. */
export interface UnsureRepository {
  /** Its name; or, for people, what else is meant: a folder, or every repository. */
  readonly repository: string;
  /** What was found; each a clause, such as "… is empty". */
  readonly doubts: readonly string[];
  /** What stays for that: all but abandoned uploads, or untagged revisions alone. */
  readonly keeps: "everything" | "untagged revisions";
}
