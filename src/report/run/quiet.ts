import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { needsAttention } from "../words/outcomes.js";
import { MANY, planWarnings } from "../words/plan-lines.js";

/** The outcomes that a summary shows, and the number of those of which there is nothing to show. */
export interface ShownOutcomes {
  readonly shown: readonly RepositoryOutcome[];
  readonly quiet: number;
}

/** Returns all outcomes where they are few; of many, those in which something goes or somebody is to look at something. */
export function shownOf(outcomes: readonly RepositoryOutcome[]): ShownOutcomes {
  if (outcomes.length <= MANY) return { shown: outcomes, quiet: 0 };
  const shown = outcomes.filter((outcome) => !isQuiet(outcome));
  return { shown, quiet: outcomes.length - shown.length };
}

function isQuiet(outcome: RepositoryOutcome): boolean {
  switch (outcome.kind) {
    case "failed":
      return false;
    case "nothing":
      return !needsAttention(outcome.why);
    case "planned":
    case "applied":
      return outcome.plan.deletions.length === 0 && planWarnings(outcome).length === 0;
  }
}
