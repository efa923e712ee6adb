import type { Plan } from "../../core/plan/plan.js";
import { goes, type Verdict } from "../../core/policy/verdict.js";
import {
  describeDangling,
  describeHollow,
  describeOrphans,
  describeSkips,
  describeSpare,
  nameOf,
  some,
} from "./outcomes.js";
import { describeNotice } from "./notices.js";
import { describeReason } from "./reasons.js";
import { type SizedPlan, sizeOf } from "./records.js";
import { goingTags, stayingImages, stayingTags } from "../../core/plan/plan-tags.js";
import { stayingSuffix } from "./staying.js";
import { untaggedSuffix, goingUntagged, untaggedLines } from "./untagged.js";
import { count } from "../../core/base/count.js";
import { amount } from "./wording.js";

const MOST_LINES = 200;

/** A title with the numbers of tags to delete and to keep. */
export function planTitle({ repository, plan }: SizedPlan): string {
  const going = `${count(goingTags(plan).length, "tag")}${untaggedSuffix(goingUntagged(plan).length)}`;
  const images = stayingSuffix(stayingImages(plan).length);
  return `${repository}: ${going} to delete${images}, ${stayingTags(plan).length} to keep`;
}

/** A line with the verdict and reason of each tag, those to delete first; at most 200 lines of each kind. */
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

/** Lines about a saved plan's deletions that no verdict's line covers: untagged images that are left alone, and what is gone already. */
function skippedLines({ skipped }: Plan): readonly string[] {
  return skipped.flatMap(({ deletion, reason }) => {
    if (deletion.tags.length > 0 && reason.kind !== "gone") return [];
    return [`skip    ${nameOf(deletion)}  (${describeSpare(reason)})`];
  });
}

const asItIs = (line: string): string => line;

/** The lines of the first items, and one with the number of the others. Only printed lines are made. */
function cut<T>(all: readonly T[], lineOf: (each: T) => string, what: string): readonly string[] {
  const more = all.length - MOST_LINES;
  const lines = all.slice(0, MOST_LINES).map(lineOf);
  return more <= 0 ? lines : [...lines, `… and ${more} more ${what}`];
}

/** The warnings about a plan. */
export function planWarnings({ plan }: Pick<SizedPlan, "plan">): readonly string[] {
  const dangling = keptBecause(plan, "dangling", ({ reason }) => !isOfHollow(reason));
  const hollow = keptBecause(plan, "dangling", ({ reason }) => isOfHollow(reason));
  const orphans = orphansKept(plan);
  return [
    ...plan.notices.map(describeNotice),
    ...(dangling.length === 0 ? [] : [describeDangling(dangling)]),
    ...(hollow.length === 0 ? [] : [describeHollow(hollow)]),
    ...(orphans.length === 0 ? [] : [describeOrphans(orphans)]),
    ...describeSkips(plan.skipped),
    ...(plan.missing.length === 0
      ? []
      : [
          `${count(plan.missing.length, "part")} of what stays ${plan.missing.length === 1 ? "was" : "were"} missing before this run: ${some(plan.missing)}.`,
        ]),
  ];
}

/** The tags of signatures and attachments that stay, although their image is gone. */
export function orphansKept(plan: Plan): readonly string[] {
  return keptBecause(plan, "orphan");
}

function isOfHollow(reason: Verdict["reason"]): boolean {
  return reason.kind === "dangling" && reason.parts !== undefined;
}

function keptBecause(
  { verdicts }: Plan,
  why: "dangling" | "orphan",
  isMeant: (verdict: Verdict) => boolean = () => true,
): readonly string[] {
  const kept = verdicts.filter(({ kind, reason }) => kind === "keep" && reason.kind === why);
  return kept.filter(isMeant).map(({ tag }) => tag);
}
