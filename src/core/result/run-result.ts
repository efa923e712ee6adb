import type { CollectionOutcome } from "./collection.js";
import type { PutElsewhere } from "./elsewhere.js";
import type { PatternUse } from "../policy/pattern-use.js";
import type { RepositoryOutcome } from "./repository-outcome.js";

/** The status of a whole run; `partly-failed` if some of it was done. */
export type RunStatus = "done" | "failed" | "partly-failed";

/** The moment at which a registry frees the space of deleted images: at its garbage collection, or at once and by itself. */
export type FreesSpace = "at-collection" | "by-itself";

/** The result of a whole run. */
export interface RunResult {
  readonly isDryRun: boolean;
  /** One for each repository, in the order given. */
  readonly outcomes: readonly RepositoryOutcome[];
  /** Patterns of the policy that match nothing; absent if no repository was looked at. */
  readonly unused?: readonly PatternUse[];
  /** The result of the garbage collection, if one was asked for. */
  readonly collection?: CollectionOutcome;
  /** Path of the journal, from which deleted images can be put back. */
  readonly journal?: string;
  /** The files of this run that are not where they were to be. */
  readonly elsewhere?: readonly PutElsewhere[];
  /** The moments at which the registries of this run free the space of deleted images; if absent, at their garbage collection. */
  readonly frees?: ReadonlySet<FreesSpace>;
}
