import { PruneError } from "./errors.js";
import type { Plan } from "./plan.js";
import { goes } from "./verdict.js";

/** The most tags that may go from a repository: so many, or so much of a hundred of its tags. */
export type MostDeletions =
  { readonly kind: "count"; readonly count: number } | { readonly kind: "share"; readonly percent: number };

/** Why a plan is not to be carried out that deletes more than is allowed; `undefined` where it does not. */
export function tooMany({ verdicts }: Pick<Plan, "verdicts">, most: MostDeletions): PruneError | undefined {
  const going = verdicts.filter(goes).length;
  // 58 hundredths of 50, and 18.4 of 375, are a little less than 29 and 69 to a computer.
  const allowed = most.kind === "count" ? most.count : (most.percent * verdicts.length) / 100 + 1e-9;
  if (going <= allowed) return undefined;
  const limit = most.kind === "count" ? String(most.count) : `${most.percent}%`;
  return new PruneError(
    `${going} of ${verdicts.length} tags would go, and max-deletions is ${limit}, so nothing is deleted there`,
    "See in the plan whether that is what you want; if it is, raise max-deletions, or leave it out for this run.",
  );
}
