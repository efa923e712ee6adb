import { count } from "../../core/base/count.js";
import { EVERYTHING } from "../../core/names/group.js";
import type { Verdict } from "../../core/policy/verdict.js";
import { code, escape } from "../words/markdown.js";

const WIDTH = 12;
const MOST_GROUPS = 30;

/** The numbers of a group's tags that go and that stay. */
interface GroupCounts {
  readonly label: string;
  readonly goes: number;
  readonly stays: number;
}

/** A table with a bar and the numbers of each group that has an order; empty if there is none. @param isGone true of a tag that went, or would go */
export function groupTable(
  verdicts: readonly Verdict[],
  isGone: (verdict: Verdict) => boolean,
): readonly string[] {
  const groups = countGroups(verdicts, isGone);
  if (groups.every(({ label }) => label === OTHERS)) return [];
  const shown = groups.slice(0, MOST_GROUPS);
  const left = groups.length - shown.length;
  return [
    ["| group | █ goes ░ stays | goes | stays |", "| :--- | :--- | ---: | ---: |", ...shown.map(rowOf)].join(
      "\n",
    ),
    ...(left === 0 ? [] : [`… and ${count(left, "more group")}.`]),
  ];
}

const OTHERS = "all others";

function countGroups(
  verdicts: readonly Verdict[],
  isGone: (verdict: Verdict) => boolean,
): readonly GroupCounts[] {
  const groups = new Map<string, GroupCounts>();
  const labels = labelsByShape(verdicts);
  for (const verdict of verdicts) {
    const label = labelOf(verdict) ?? labels.get(shapeOf(verdict)) ?? OTHERS;
    const { goes, stays } = groups.get(label) ?? { goes: 0, stays: 0 };
    const more = isGone(verdict) ? { goes: goes + 1, stays } : { goes, stays: stays + 1 };
    groups.set(label, { label, ...more });
  }
  const others = groups.get(OTHERS);
  groups.delete(OTHERS);
  const ordered = [...groups.values()].toSorted((a, b) => b.goes - a.goes);
  return [...ordered, ...(others === undefined ? [] : [others])];
}

/**
 * The groups by the look of their tags, for one that stays for another reason than its rank, such as the one that was just pushed. A look that several groups have
 * leads to none.
 */
function labelsByShape(verdicts: readonly Verdict[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const verdict of verdicts) {
    const label = labelOf(verdict);
    if (label === undefined) continue;
    const shape = shapeOf(verdict);
    labels.set(shape, (labels.get(shape) ?? label) === label ? label : OTHERS);
  }
  return labels;
}

function shapeOf({ tag }: Verdict): string {
  return tag.replace(/\d+/g, "0");
}

function labelOf({ reason }: Verdict): string | undefined {
  if (!("group" in reason)) return undefined;
  const group = reason.group === EVERYTHING ? "all images" : reason.group;
  const rule = "rule" in reason ? ` (rule ${reason.rule})` : "";
  return `${group}${rule}`;
}

function rowOf({ label, goes, stays }: GroupCounts): string {
  const name = label === OTHERS ? label : escape(label);
  return `| ${name} | ${code(bar(goes, stays))} | ${goes} | ${stays} |`;
}

/** A bar of twelve cells: what goes is full. A number that is not 0 has a cell of its own. */
export function bar(goes: number, stays: number): string {
  const exact = Math.round((goes / Math.max(1, goes + stays)) * WIDTH);
  const full = Math.min(stays > 0 ? WIDTH - 1 : WIDTH, Math.max(goes > 0 ? 1 : 0, exact));
  return "█".repeat(full) + "░".repeat(WIDTH - full);
}
