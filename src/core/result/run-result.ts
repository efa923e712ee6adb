import type { CollectionOutcome } from "./collection.js";
import type { PutElsewhere } from "./elsewhere.js";
import type { PatternUse } from "../policy/pattern-use.js";
import type { RepositoryOutcome } from "./repository-outcome.js";

/** The status of a whole run; `partly-failed` if some of it was done. */
export type RunStatus = "done" | "failed" | "partly-failed";

/**
 * The time for which a deleted image can be put back, as far as it is known: until the garbage is collected, by its owner or by the product itself; as long as Quay's
 * time machine reaches back; for GitHub's 30 days. Some products drop an image's layers with it, and of others nothing is known.
 */
export type UndoTime =
  "until-collection" | "until-own-collection" | "time-machine" | "30-days" | "dropped" | "unknown";

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
  /** The times for which these registries let a deleted image be put back; if absent, until their garbage is collected. */
  readonly undo?: ReadonlySet<UndoTime>;
}
