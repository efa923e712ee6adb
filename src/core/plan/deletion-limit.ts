import { PruneError } from "../base/errors.js";
import type { Plan } from "./plan.js";
import { goes } from "../policy/verdict.js";

/** The most that may go from a repository: so many tags and untagged images, or so much of a hundred of them. */
export type MostDeletions =
  { readonly kind: "count"; readonly count: number } | { readonly kind: "share"; readonly percent: number };

/** Why a plan is not to be carried out that deletes more than is allowed; `undefined` where it does not. */
export function tooMany(
  { verdicts, untagged }: Pick<Plan, "verdicts" | "untagged">,
  most: MostDeletions,
): PruneError | undefined {
  const going = verdicts.filter(goes).length + untagged.filter(({ kind }) => kind === "delete").length;
  // What no setting has go is no part of what could.
  const all =
    verdicts.length + untagged.filter((each) => each.kind === "delete" || each.why !== "no-limit").length;
  // 58 hundredths of 50, and 18.4 of 375, are a little less than 29 and 69 to a computer.
  const allowed = most.kind === "count" ? most.count : (most.percent * all) / 100 + 1e-9;
  if (going <= allowed) return undefined;
  const limit = most.kind === "count" ? String(most.count) : `${most.percent}%`;
  return new PruneError(
    `${going} of ${all} ${all === verdicts.length ? "tags" : "tags and untagged images"} would go, and max-deletions is ${limit}, so nothing is deleted there`,
    "See in the plan whether that is what you want; if it is, raise max-deletions, or leave it out for this run.",
  );
}
