import type { ByteCount } from "../image/bytes.js";
import type { Digest } from "../names/reference.js";
import type { Verdict } from "./verdict.js";

/** The decision about a repository's tags, with what follows for its manifests. Verdicts are in the standings' order. */
export interface Decision extends PropagatedVerdicts {
  /** Image configurations whose date was not read yet and could change the decision. What such a date could keep stays. */
  readonly unread: readonly Digest[];
  /** Configurations and layers whose size decides about the budget, and which is only claimed so far. What the budget could delete stays. */
  readonly unmeasured?: readonly Digest[];
  /** Present where the policy has a budget, and all dates and sizes that it needs are known. */
  readonly budget?: Budget;
}

/** A repository's size beside its budget, in bytes. */
export interface Budget {
  readonly maxSize: number;
  /** The size of what stays whatever the budget is. */
  readonly least: ByteCount;
  /** The size of what stays. */
  readonly stays: ByteCount;
}

/** The verdicts after each tag's own verdict has been propagated to the tags and manifests that hang on it. */
export interface PropagatedVerdicts {
  /** One for each own verdict, in their order. */
  readonly verdicts: readonly Verdict[];
  /** Every digest that goes: images, what they contain, and what refers to any of it. */
  readonly doomed: ReadonlySet<Digest>;
}
