import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import type { UntaggedVerdict } from "../../core/policy/untagged.js";
import { count } from "../../core/base/count.js";
import { exactDuration } from "../../core/base/duration.js";
import { shortDigest } from "./wording.js";

type Going = Extract<UntaggedVerdict, { readonly kind: "delete" }>;

/** The images without a tag that a plan has go for their own sake, oldest first. */
export function goingUntagged({ untagged }: Pick<Plan, "untagged">): readonly Going[] {
  return untagged.flatMap((verdict) => (verdict.kind === "delete" ? [verdict] : []));
}

/** How many of those are gone. */
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

/** What becomes of an image without a tag, and why, in a few words. */
export function describeUntagged(verdict: UntaggedVerdict): string {
  const since = `no tag, unchanged since ${verdict.changed.slice(0, 10)}`;
  if (verdict.kind === "delete") {
    return `${since}, ${verdict.olderThan === undefined ? "as planned" : `longer than ${exactDuration(verdict.olderThan)}`}`;
  }
  return `${since}; ${WHY[verdict.why]}`;
}

const WHY = {
  "no-limit": "untagged-older-than does not say that it goes",
  young: "not old enough",
  needed: "something that stays needs it",
} as const;

/** A line for each image without a tag that goes. */
export function untaggedLines(plan: Pick<Plan, "untagged">): readonly string[] {
  return goingUntagged(plan).map(
    (verdict) => `delete  ${shortDigest(verdict.digest)}  (${describeUntagged(verdict)})`,
  );
}

/** How many images without a tag go, as ` and 2 images without a tag`; empty where none does. */
export function andUntagged(number: number): string {
  return number === 0 ? "" : ` and ${count(number, "image")} without a tag`;
}

/** What is to be known of the images without a tag that stay, in one sentence. */
export function aboutUntagged({ untagged }: Pick<Plan, "untagged">): readonly string[] {
  const left = untagged.filter((verdict) => verdict.kind === "keep" && verdict.why === "no-limit").length;
  if (left === 0) return [];
  const stay = left === 1 ? "stays" : "stay";
  return [
    `${count(left, "image")} without a tag that nothing reaches ${stay}; untagged-older-than takes what is old of such`,
  ];
}
