/** A file of a run that could not be written where it was to be. */
export interface PutElsewhere {
  readonly what: "journal" | "plan";
  /** Says why, in a clause. */
  readonly why: string;
  /** Its path; absent where it could be written nowhere: a journal is in the log then. */
  readonly path?: string;
}
