import type { PruneError } from "../base/errors.js";
import type { Removal, UnsureRepository } from "./removal.js";

/** What became of a removal. */
export type RemovalOutcome =
  | { readonly kind: "removed"; readonly removal: Removal }
  | { readonly kind: "failed"; readonly removal: Removal; readonly error: PruneError }
  /** A dry run's; or not come to, for the sweep stopped or something before it in its repository failed. */
  | { readonly kind: "left"; readonly removal: Removal };

/** What a sweep did. */
export interface SweepOutcome {
  /** Of each removal of the plan, in its order. */
  readonly removals: readonly RemovalOutcome[];
  /** Of what was removed; in a dry run of what would be. The blobs that garbage collection frees now come on top. */
  readonly bytes: number;
  readonly unsure: readonly UnsureRepository[];
  /** Why it ended early. */
  readonly stopped?: PruneError;
}
