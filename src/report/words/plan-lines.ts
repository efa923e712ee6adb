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

const MOST_LINES = 60;
// A longer name moves its own line alone.
const WIDEST_NAME = 32;

/** A title with the numbers of tags to delete and to keep. */
export function planTitle({ repository, plan }: SizedPlan): string {
  const going = `${count(goingTags(plan).length, "tag")}${untaggedSuffix(goingUntagged(plan).length)}`;
  const images = stayingSuffix(stayingImages(plan).length);
  return `${repository}: ${going} to delete${images}, ${stayingTags(plan).length} to keep`;
}

/** A line with the verdict and reason of each tag, those to delete first; of more than `most` of a kind, the first and the last. */
export function planLines({ plan, sizes }: SizedPlan, most = MOST_LINES): readonly string[] {
  const names = plan.verdicts.map(({ tag }) => tag.length).filter((length) => length <= WIDEST_NAME);
  const width = names.reduce((widest, length) => Math.max(widest, length), 0);
  const line = (verdict: Verdict): string => {
    const bytes = sizeOf(verdict, sizes);
    const own = bytes === undefined ? "" : `  ${amount(bytes)}`;
    return `${verdict.kind.padEnd(6)}  ${verdict.tag.padEnd(width)}  (${describeReason(verdict)})${own}`;
  };
  const going = plan.verdicts.filter(goes);
  const staying = plan.verdicts.filter((verdict) => !goes(verdict));
  const folded = folding(most);
  return [
    ...folded(going, line, "to delete"),
    ...folded(untaggedLines(plan), asItIs, "to delete"),
    ...folded(staying, line, "to keep"),
    ...folded(skippedLines(plan), asItIs, "left alone"),
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

type Fold = <T>(all: readonly T[], lineOf: (each: T) => string, what: string) => readonly string[];

/** Returns what folds a list in its middle: two thirds of the lines are the first, one third the last, and one between has the number of the others. Only printed lines are made. */
function folding(most: number): Fold {
  return (all, lineOf, what) => {
    const more = all.length - most;
    // A line that stands for one or two would hide them for nothing.
    if (more <= 2) return all.map(lineOf);
    const last = Math.floor(most / 3);
    return [
      ...all.slice(0, most - last).map(lineOf),
      `… and ${more} more ${what} …`,
      ...all.slice(-last).map(lineOf),
    ];
  };
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
