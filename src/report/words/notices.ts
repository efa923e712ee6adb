import type { Notice, Plan } from "../../core/plan/plan.js";
import type { PatternUse } from "../../core/policy/pattern-use.js";
import { some } from "./outcomes.js";
import { count } from "../../core/base/count.js";
import { amount, size } from "./wording.js";

/** The sentence for a notice of a plan. */
export function describeNotice(notice: Notice): string {
  switch (notice.kind) {
    case "no-candidates":
      return (
        "no tag is a candidate for deletion, so nothing is ever deleted. Check sort, include and exclude: " +
        "under semver only versions such as 1.2.3 are candidates, under prerelease only prereleases such as 1.2.3-alpha.4."
      );
    case "endless-channels":
      return (
        `${count(notice.channels.length, "channel")} have images of only one version: ${some(notice.channels)}. ` +
        "If these are branches, there will always be more of them, and each keeps its newest; group-by: none counts them together."
      );
    case "undated":
      return `${count(notice.tags.length, "tag")} without a date ${notice.tags.length === 1 ? "stays, and takes" : "stay, and take"} no place: ${some(notice.tags)}.`;
    case "unordered":
      return (
        `${count(notice.tags.length, "tag")} never ${notice.tags.length === 1 ? "goes" : "go"}, because nothing says which is newer: ${some(notice.tags)}. ` +
        "Their names say the same, and their images have no date, or one date. Images with dates can be ordered by sort: created."
      );
    case "newly-read":
      return (
        `${count(notice.tags.length, "tag")} that ${notice.tags.length === 1 ? "goes has" : "go have"} four numbers or a word behind a dot: ${some(notice.tags)}. ` +
        "Earlier versions of this program never deleted such tags; exclude keeps them."
      );
    case "pushed-beyond":
      return (
        `${notice.tag} was just pushed and is number ${notice.rank} of ${notice.group}, beyond the newest ${notice.keep}: it goes at the next push. ` +
        "If it is the newest, older numbers hold its place: exclude them, delete them once, or order by sort: created."
      );
    case "over-budget":
      return (
        `what must stay takes ${amount(notice.least, 2)}, more than max-size (${size(notice.maxSize, 2)}), so only that is left, each group's newest included. ` +
        "The plan says why each tag stays."
      );
  }
}

/** A line with a repository's size and its budget; empty if it has no budget, or if no size is known. */
export function describeBudget({ budget }: Plan): readonly string[] {
  if (budget === undefined || budget.stays.bytes === 0) return [];
  return [`what stays takes ${amount(budget.stays, 2)}; max-size is ${size(budget.maxSize, 2)}`];
}

/** A sentence with the patterns that match nothing: a misspelt pattern protects nothing, or deletes nothing. */
export function describeUnused(patterns: readonly PatternUse[]): string {
  return `Nothing matches ${some(patterns.map(({ setting, text }) => `${text} (${setting})`))}.`;
}
