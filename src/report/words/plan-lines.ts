import { compareNatural } from "../../core/names/order.js";
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
import { amount, describeGroup } from "./wording.js";

/** Up to so many repositories are told of whole in the log and the summary; of more, those alone in which something goes or is wrong. */
export const MANY = 10;
const MOST_LINES = 60;
// A longer name moves its own line alone.
const WIDEST_NAME = 32;

/** A title with the numbers of tags to delete and to keep. */
export function planTitle({ repository, plan }: SizedPlan): string {
  const going = `${count(goingTags(plan).length, "tag")}${untaggedSuffix(goingUntagged(plan).length)}`;
  const images = stayingSuffix(stayingImages(plan).length);
  return `${repository}: ${going} to delete${images}, ${stayingTags(plan).length} to keep`;
}

/** A line about a run on so many repositories. */
export function describeMany(repositories: number): string {
  return `${repositories} repositories; one line for each in which nothing goes`;
}

/** The form of a plan's lines. */
interface PlanForm {
  /** The most lines of a kind that are not folded. */
  readonly most?: number;
  /** The columns that a line may have; 0 where it may have any. */
  readonly columns?: number;
}

/**
 * A line with the verdict and reason of each tag, those to delete first; of more than `most` of a kind, half as many first ones and some last ones. Where that is wider than the columns,
 * all lines are in a closer form: the size before the reason, and fewer words.
 */
export function planLines(
  { plan, sizes }: SizedPlan,
  { most = MOST_LINES, columns = 0 }: PlanForm = {},
): readonly string[] {
  const names = plan.verdicts.map(({ tag }) => tag.length).filter((length) => length <= WIDEST_NAME);
  const width = names.reduce((widest, length) => Math.max(widest, length), 0);
  const rowOf = (verdict: Verdict): PlanRow => {
    const bytes = sizeOf(verdict, sizes);
    const start = `${verdict.kind.padEnd(6)}  ${verdict.tag.padEnd(width)}`;
    return { start, reason: describeReason(verdict), size: bytes === undefined ? "" : amount(bytes) };
  };
  const folding = { most, groupOf };
  const stays = (verdict: Verdict): boolean => !goes(verdict);
  const verdicts = shownOrder(plan.verdicts);
  const going = folded(verdicts.filter(goes), rowOf, { ...folding, what: "to delete" });
  const staying = folded(verdicts.filter(stays), rowOf, { ...folding, what: "to keep" });
  const render = formOf([...going, ...staying], columns);
  return [
    ...going.map(render),
    ...folded(untaggedLines(plan), asItIs, { most, what: "to delete" }),
    ...staying.map(render),
    ...folded(skippedLines(plan), asItIs, { most, what: "left alone" }),
  ];
}

/** Verdicts in the order in which people read them: their own, which is by rank; those of a saved plan, which have no ranks any more, by name, the newest first. */
export function shownOrder(verdicts: Plan["verdicts"]): Plan["verdicts"] {
  const isSaved = verdicts.some(({ reason: { kind } }) => kind === "planned" || kind === "not-planned");
  return isSaved ? verdicts.toSorted((one, other) => compareNatural(other.tag, one.tag)) : verdicts;
}

/** The parts of a verdict's line; `size` is empty where none is known. */
interface PlanRow {
  readonly start: string;
  readonly reason: string;
  readonly size: string;
}

type PlanLine = PlanRow | string;

/** Returns what makes a line of a row, in one form for all of them. */
function formOf(lines: readonly PlanLine[], columns: number): (line: PlanLine) => string {
  const rows = lines.filter((line) => typeof line !== "string");
  if (columns === 0 || rows.every((row) => wideLine(row).length <= columns)) {
    return (line) => (typeof line === "string" ? line : wideLine(line));
  }
  const sizes = rows.reduce((widest, { size }) => Math.max(widest, size.length), 0);
  const gap = sizes === 0 ? "" : "  ";
  return (line) => {
    if (typeof line === "string") return line;
    return `${line.start}${gap}${line.size.padStart(sizes)}  ${line.reason.replace(/^number (?=\d)/, "")}`;
  };
}

function wideLine({ start, reason, size }: PlanRow): string {
  return `${start}  (${reason})${size === "" ? "" : `  ${size}`}`;
}

/** Lines about a saved plan's deletions that no verdict's line covers: untagged images that are left alone, and what is gone already. */
function skippedLines({ skipped }: Plan): readonly string[] {
  return skipped.flatMap(({ deletion, reason }) => {
    if (deletion.tags.length > 0 && reason.kind !== "gone") return [];
    return [`skip    ${nameOf(deletion)}  (${describeSpare(reason)})`];
  });
}

const asItIs = (line: string): string => line;

/** The way to fold a list: its most lines, the words for what it lists, and the group of each, as a suffix. */
interface Folding<T> {
  readonly most: number;
  readonly what: string;
  readonly groupOf?: (each: T) => string;
}

/**
 * A list that is folded in its middle where it is longer than `most`: then two thirds as many lines are left, so that a fold is never there for a few. Three quarters
 * of them are the first, one quarter the last, and one between has the number of the others, by their groups. Only what is printed is made.
 */
function folded<T, Line>(
  all: readonly T[],
  lineOf: (each: T) => Line,
  { most, what, groupOf: group = () => "" }: Folding<T>,
): readonly (Line | string)[] {
  if (all.length <= most) return all.map(lineOf);
  const last = Math.ceil(most / 6);
  const first = Math.floor(most / 2);
  const between = all.slice(first, -last);
  return [
    ...all.slice(0, first).map(lineOf),
    `… and ${between.length} more ${what}${groupsOf(between.map(group))} …`,
    ...all.slice(-last).map(lineOf),
  ];
}

const MOST_GROUPS = 3;

/** These groups with their numbers, the largest first, as a suffix: ` (30 in alpha, 10 in rc)`; empty where none has a group. */
function groupsOf(groups: readonly string[]): string {
  const numbers = new Map<string, number>();
  for (const group of groups) numbers.set(group, (numbers.get(group) ?? 0) + 1);
  const others = numbers.get("") ?? 0;
  numbers.delete("");
  const largest = [...numbers].sort(([, one], [, two]) => two - one);
  const [first] = largest;
  if (first === undefined) return "";
  if (largest.length === 1 && others === 0) return `, all${first[0]}`;
  const rest = largest.slice(MOST_GROUPS);
  const inRest = rest.reduce((sum, [, number]) => sum + number, 0);
  const parts = [
    ...largest.slice(0, MOST_GROUPS).map(([group, number]) => `${number}${group}`),
    ...(rest.length === 0 ? [] : [`${inRest} in ${count(rest.length, "other group")}`]),
    ...(others === 0 ? [] : [`${others} in no group`]),
  ];
  return ` (${parts.join(", ")})`;
}

function groupOf({ reason }: Verdict): string {
  return "group" in reason ? describeGroup(reason) : "";
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
