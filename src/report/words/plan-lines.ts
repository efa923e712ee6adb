import type { Plan } from "../../core/plan/plan.js";
import { goes, type Verdict } from "../../core/policy/verdict.js";
import { describeDangling, describeOrphans, describeSkips, describeSpare, nameOf, some } from "./outcomes.js";
import { describeNotice } from "./notices.js";
import { describeReason } from "./reasons.js";
import { type SizedPlan, sizeOf } from "./records.js";
import { stayingTags, goingTags } from "../../core/plan/plan-tags.js";
import { andUntagged, goingUntagged, untaggedLines } from "./untagged.js";
import { count } from "../../core/base/count.js";
import { amount } from "./wording.js";

const MOST_LINES = 200;

/** How many tags of a plan go, and how many stay. */
export function planTitle({ repository, plan }: SizedPlan): string {
  const going = `${count(goingTags(plan).length, "tag")}${andUntagged(goingUntagged(plan).length)}`;
  return `${repository}: ${going} to delete, ${stayingTags(plan).length} to keep`;
}

/** What becomes of each tag and why, those that go first; no more lines than anybody reads. */
export function planLines({ plan, sizes }: SizedPlan): readonly string[] {
  const line = (verdict: Verdict): string => {
    const bytes = sizeOf(verdict, sizes);
    const own = bytes === undefined ? "" : `  ${amount(bytes)}`;
    return `${verdict.kind.padEnd(6)}  ${verdict.tag}  (${describeReason(verdict)})${own}`;
  };
  const going = plan.verdicts.filter(goes);
  const staying = plan.verdicts.filter((verdict) => !goes(verdict));
  return [
    ...cut(going, line, "to delete"),
    ...cut(untaggedLines(plan), asItIs, "to delete"),
    ...cut(staying, line, "to keep"),
    ...cut(skippedLines(plan), asItIs, "left alone"),
  ];
}

/** What no tag's line says: of an earlier plan, what has no tag and is left alone, and what is gone. */
function skippedLines({ skipped }: Plan): readonly string[] {
  return skipped.flatMap(({ deletion, reason }) => {
    if (deletion.tags.length > 0 && reason.kind !== "gone") return [];
    return [`skip    ${nameOf(deletion)}  (${describeSpare(reason)})`];
  });
}

const asItIs = (line: string): string => line;

/** A line for each, made for those alone that are printed. */
function cut<T>(all: readonly T[], lineOf: (each: T) => string, what: string): readonly string[] {
  const more = all.length - MOST_LINES;
  const lines = all.slice(0, MOST_LINES).map(lineOf);
  return more <= 0 ? lines : [...lines, `… and ${more} more ${what}`];
}

/** What somebody is to look at in a plan. */
export function planWarnings({ plan }: Pick<SizedPlan, "plan">): readonly string[] {
  const dangling = keptBecause(plan, "dangling");
  const orphans = orphansKept(plan);
  return [
    ...plan.notices.map(describeNotice),
    ...(dangling.length === 0 ? [] : [describeDangling(dangling)]),
    ...(orphans.length === 0 ? [] : [describeOrphans(orphans)]),
    ...describeSkips(plan.skipped),
    ...(plan.missing.length === 0
      ? []
      : [
          `of what stays, ${count(plan.missing.length, "part")} was missing before this run: ${some(plan.missing)}.`,
        ]),
  ];
}

/** Signatures and attachments that stay, though what they belong to is gone. */
export function orphansKept(plan: Plan): readonly string[] {
  return keptBecause(plan, "orphan");
}

function keptBecause({ verdicts }: Plan, why: "dangling" | "orphan"): readonly string[] {
  return verdicts.flatMap(({ kind, tag, reason }) => (kind === "keep" && reason.kind === why ? [tag] : []));
}
