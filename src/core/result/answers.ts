import type { Tag } from "../names/reference.js";
import type { DeletionOutcome } from "../plan/outcome.js";
import { goingTags } from "../plan/plan-tags.js";
import type { Plan } from "../plan/plan.js";

/** All that a registry answered to the deletions of a run, which is not yet a proof. */
export interface Answers {
  readonly deletions: readonly DeletionOutcome[];
  /** The tags whose deletion by name was sent, and of which no answer says that they are gone. */
  readonly unanswered: ReadonlySet<Tag>;
  /** The tags that were seen at another image before their deletion. */
  readonly moved: ReadonlySet<Tag>;
}

/** The tags that the answers say are gone, and all whose deletion was tried and not refused for certain; both in the order decided. */
export interface Unproven {
  readonly deleted: readonly Tag[];
  readonly unproven: readonly Tag[];
}

/** Returns what the answers say of a plan's tags, for a run that can't look at the repository any more. */
export function unprovenOf(plan: Pick<Plan, "verdicts">, { deletions, ...answers }: Answers): Unproven {
  const [gone, tried] = [new Set<Tag>(), new Set<Tag>()];
  for (const outcome of deletions) {
    for (const tag of triedTags(outcome)) {
      if (answers.moved.has(tag)) continue;
      tried.add(tag);
      if (isSaidGone(tag, outcome, answers)) gone.add(tag);
    }
  }
  const going = goingTags(plan);
  return {
    deleted: going.filter((tag) => gone.has(tag)),
    unproven: going.filter((tag) => tried.has(tag)),
  };
}

/** Returns the tags that a deletion takes along, or those that were deleted by themselves where it was not sent or for certain not done. */
function triedTags(outcome: DeletionOutcome): readonly Tag[] {
  const { kind, deletion, untagged = [] } = outcome;
  const isUndone = kind === "spared" || (kind === "failed" && outcome.isUndone === true);
  return isUndone ? untagged : deletion.tags;
}

function isSaidGone(
  tag: Tag,
  { kind, untagged = [] }: DeletionOutcome,
  { unanswered }: Pick<Answers, "unanswered">,
): boolean {
  return kind === "deleted" || kind === "gone" || (untagged.includes(tag) && !unanswered.has(tag));
}
