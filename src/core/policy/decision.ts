import type { ByteCount } from "../image/bytes.js";
import type { Digest } from "../names/reference.js";
import type { Verdict } from "./verdict.js";

/** What is decided about a repository's tags, and what follows for its manifests. Verdicts are in the standings' order. */
export interface Decision extends PropagatedVerdicts {
  /** Image configurations whose date would change something, and was not read yet; what they could keep stays. */
  readonly unread: readonly Digest[];
  /** Where the policy has a budget and it is decided by it. */
  readonly budget?: Budget;
}

/** How a repository's size stands to its budget, in bytes. */
export interface Budget {
  readonly maxSize: number;
  /** What has to stay, whatever the budget is. */
  readonly least: ByteCount;
  /** What stays. */
  readonly stays: ByteCount;
}

/** What follows from the way in which each tag leans, for every tag and manifest. */
export interface PropagatedVerdicts {
  /** One for every leaning, in their order. */
  readonly verdicts: readonly Verdict[];
  /** Every digest that goes: images, what they contain, and what refers to any of it. */
  readonly doomed: ReadonlySet<Digest>;
}
