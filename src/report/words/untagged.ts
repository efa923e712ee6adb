import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import type { UntaggedVerdict } from "../../core/policy/untagged.js";
import { count } from "../../core/base/count.js";
import { exactDuration } from "../../core/base/duration.js";
import { shortDigest } from "./wording.js";

type DeletedUntagged = Extract<UntaggedVerdict, { readonly kind: "delete" }>;

/** The untagged images that a plan deletes because of their age, oldest first. */
export function goingUntagged({ untagged }: Pick<Plan, "untagged">): readonly DeletedUntagged[] {
  return untagged.flatMap((verdict) => (verdict.kind === "delete" ? [verdict] : []));
}

/** The number of those images that are deleted. */
export function countDeletedUntagged(
  plan: Pick<Plan, "untagged">,
  deletions: readonly DeletionOutcome[],
): number {
  const going = new Set(goingUntagged(plan).map(({ digest }) => digest));
  return deletions.filter(
    ({ kind, deletion }) =>
      (kind === "deleted" || kind === "gone") && deletion.kind === "manifest" && going.has(deletion.digest),
  ).length;
}

/** The state of an untagged image and the reason for its verdict, in a few words. */
export function describeUntagged(verdict: UntaggedVerdict): string {
  const since = `no tag, unchanged since ${verdict.changed.slice(0, 10)}`;
  if (verdict.kind === "delete") {
    return `${since}, ${verdict.olderThan === undefined ? "as planned" : `longer than ${exactDuration(verdict.olderThan)}`}`;
  }
  return `${since}; ${WHY[verdict.why]}`;
}

const WHY = {
  "no-limit": "no untagged-older-than applies to it",
  young: "not old enough",
  needed: "something that stays needs it",
} as const;

/** A line for each untagged image that the plan deletes. */
export function untaggedLines(plan: Pick<Plan, "untagged">): readonly string[] {
  return goingUntagged(plan).map(
    (verdict) => `delete  ${shortDigest(verdict.digest)}  (${describeUntagged(verdict)})`,
  );
}

/** The number of untagged images as a suffix, ` and 2 images without a tag`; empty for none. */
export function untaggedSuffix(number: number): string {
  return number === 0 ? "" : ` and ${count(number, "image")} without a tag`;
}

/** One line about the untagged images that stay because no age limit is set; empty if there is none. */
export function aboutUntagged({ untagged }: Pick<Plan, "untagged">): readonly string[] {
  const left = untagged.filter((verdict) => verdict.kind === "keep" && verdict.why === "no-limit").length;
  if (left === 0) return [];
  const stay = left === 1 ? "stays" : "stay";
  return [
    `${count(left, "image")} without a tag that no tag leads to ${stay}; untagged-older-than deletes old ones`,
  ];
}
