import type { CollectionOutcome } from "./collection.js";
import type { PatternUse } from "../policy/pattern-use.js";
import type { RepositoryOutcome } from "./repository-outcome.js";

export type RunStatus = "done" | "failed" | "partly-failed";

/** When a registry frees the space of what was deleted: at its garbage collection, or at once and by itself. */
export type FreesSpace = "at-collection" | "by-itself";

/** A whole run's result. */
export interface RunResult {
  readonly isDryRun: boolean;
  /** One for each repository, in the order given. */
  readonly outcomes: readonly RepositoryOutcome[];
  /** Patterns of the policy that match nothing; absent where none was looked at. */
  readonly unused?: readonly PatternUse[];
  /** What came of the garbage collection, where one was asked for. */
  readonly collection?: CollectionOutcome;
  /** Where what was deleted is written down, so that it can be put back. */
  readonly journal?: string;
  /** What becomes of the bytes of what is deleted, in all registries that there are: garbage to collect, if it is not said. */
  readonly frees?: ReadonlySet<FreesSpace>;
}
