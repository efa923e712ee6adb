import { PruneError } from "../base/errors.js";
import type { Plan } from "./plan.js";
import { goes } from "../policy/verdict.js";

/** The limit for deletions in a repository: a number of tags and untagged images, or a percentage of all of them. */
export type DeletionLimit =
  { readonly kind: "count"; readonly count: number } | { readonly kind: "share"; readonly percent: number };

/** Returns the error if a plan deletes more than the limit allows, so that it is not carried out; `undefined` if it does not. */
export function exceededLimit(
  { verdicts, untagged }: Pick<Plan, "verdicts" | "untagged">,
  most: DeletionLimit,
): PruneError | undefined {
  const going = verdicts.filter(goes).length + untagged.filter(({ kind }) => kind === "delete").length;
  // Untagged images that no setting lets go do not count.
  const all =
    verdicts.length + untagged.filter((each) => each.kind === "delete" || each.why !== "no-limit").length;
  // In floating point, 58% of 50 and 18.4% of 375 are a little less than 29 and 69.
  const allowed = most.kind === "count" ? most.count : (most.percent * all) / 100 + 1e-9;
  if (going <= allowed) return undefined;
  const limit = most.kind === "count" ? String(most.count) : `${most.percent}%`;
  return new PruneError(
    `${going} of ${all} ${all === verdicts.length ? "tags" : "tags and untagged images"} would go, and max-deletions is ${limit}, so nothing is deleted there`,
    "See in the plan whether that is what you want; if it is, raise max-deletions, or leave it out for this run.",
  );
}
