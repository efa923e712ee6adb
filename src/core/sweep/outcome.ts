import type { PruneError } from "../base/errors.js";
import type { Removal, UnsureRepository } from "./removal.js";
import type { WaitingRepository } from "./waiting.js";

/** The outcome of a removal. */
export type RemovalOutcome =
  | { readonly kind: "removed"; readonly removal: Removal }
  | { readonly kind: "failed"; readonly removal: Removal; readonly error: PruneError }
  /** Not done: in a dry run, or because the sweep stopped or something before it in its repository failed. */
  | { readonly kind: "left"; readonly removal: Removal };

/** The result of a sweep. */
export interface SweepOutcome {
  /** The outcome of each removal of the plan, in its order. */
  readonly removals: readonly RemovalOutcome[];
  /** Bytes of what was removed; in a dry run, of what would be. The blobs that garbage collection frees now come on top. */
  readonly bytes: number;
  readonly unsure: readonly UnsureRepository[];
  /** Repositories that are empty, and too young to go; absent where there are none. */
  readonly waiting?: readonly WaitingRepository[];
  /** The error that ended it early. */
  readonly stopped?: PruneError;
}
