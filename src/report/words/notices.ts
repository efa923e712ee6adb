import type { Notice, Plan } from "../../core/plan/plan.js";
import type { PatternUse } from "../../core/policy/pattern-use.js";
import { some } from "./outcomes.js";
import { count } from "../../core/base/count.js";
import { amount, size } from "./wording.js";

/** What somebody is to look at in a plan, as a sentence. */
export function describeNotice(notice: Notice): string {
  switch (notice.kind) {
    case "no-candidates":
      return (
        "no tag is a candidate for deletion, so nothing ever goes. Check sort, include and exclude: " +
        "under semver only versions such as 1.2.3 are candidates, under prerelease only prereleases such as 1.2.3-alpha.4."
      );
    case "endless-channels":
      return (
        `${count(notice.channels.length, "channel")} have images of one version alone: ${some(notice.channels)}. ` +
        "If these are branches, there will always be more of them, and each keeps its newest; group-by: none counts them together."
      );
    case "undated":
      return `${count(notice.tags.length, "tag")} without a date, taken for the oldest: ${some(notice.tags)}.`;
    case "over-budget":
      return (
        `what has to stay takes ${amount(notice.least, 2)}, more than max-size (${size(notice.maxSize, 2)}), so only each group's newest and what else must stay is left. ` +
        "The plan says of each tag why it stays."
      );
  }
}

/** How a repository's size stands to its budget, where it has one and any size is known. */
export function describeBudget({ budget }: Plan): readonly string[] {
  if (budget === undefined || budget.stays.bytes === 0) return [];
  return [`what stays takes ${amount(budget.stays, 2)}; max-size is ${size(budget.maxSize, 2)}`];
}

/** What matches nothing: a word written wrong protects nothing, or deletes nothing. */
export function describeUnused(patterns: readonly PatternUse[]): string {
  return `Nothing matches ${some(patterns.map(({ setting, text }) => `${text} (${setting})`))}.`;
}
