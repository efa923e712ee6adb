import type { Advance } from "../../core/result/event.js";
import { speedOf, type Trail } from "../../core/progress/time-left.js";
import { count } from "../words/wording.js";

/** A step of a run that is under way: how far it has come, and since when. */
export interface Step {
  readonly advance: Advance;
  readonly trail: Trail;
  /** The number of items among `advance.done` that were tried and not deleted. */
  readonly missed: number;
}

const DONE = {
  reading: "manifests read",
  untagging: "images untagged",
  deleting: "deleted",
  verifying: "tags read again",
} as const satisfies Record<Advance["what"], string>;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A line with the step's progress and, as soon as they are known, its speed and the time left. @param now by the trail's clock */
export function describeStep(step: Step, now: number): string {
  const { perSecond, left } = speedOf(step.trail, now);
  return [
    soFar(step),
    ...(perSecond === undefined ? [] : describeRate(perSecond)),
    ...(left === undefined ? [] : [`${describeTimeLeft(left)} left`]),
  ].join(", ");
}

/** A line with a step's result and duration. @param took in milliseconds */
export function describeEnd(step: Step, took: number): string {
  return `${soFar(step)}, in ${describeDuration(took)}`;
}

function soFar({ advance: { what, done, total }, missed }: Step): string {
  return `${Math.max(0, done - missed)} of ${total} ${DONE[what]}${missed > 0 ? `, ${missed} not` : ""}`;
}

function describeRate(perSecond: number): readonly string[] {
  const rates = [
    [perSecond, "a second"],
    [perSecond * 60, "a minute"],
    [perSecond * 3600, "an hour"],
  ] as const;
  const [rate, unit] = rates.find(([number]) => number >= 1) ?? [0, ""];
  return rate === 0 ? [] : [`${rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate)} ${unit}`];
}

// [limit, precision, unit]: a time below the limit is rounded to the precision. From half a minute on, rounding is never more than a fifth off.
const STEPS = [
  [57.5 * SECOND, 5 * SECOND, SECOND, "second"],
  [105 * SECOND, 10 * SECOND, SECOND, "second"],
  [20.5 * MINUTE, MINUTE, MINUTE, "minute"],
  [92.5 * MINUTE, 5 * MINUTE, MINUTE, "minute"],
  [9.75 * HOUR, HOUR / 2, HOUR, "hour"],
  [47.5 * HOUR, HOUR, HOUR, "hour"],
] as const;

/** A time in milliseconds as an estimate, rounded coarsely: `about 2 minutes`. */
export function describeTimeLeft(ms: number): string {
  if (ms < 7.5 * SECOND) return "a few seconds";
  const [, nearest, unit, noun] = STEPS.find(([limit]) => ms < limit) ?? [0, DAY, DAY, "day"];
  return `about ${count((Math.round(ms / nearest) * nearest) / unit, noun)}`;
}

/** A measured duration in milliseconds, in its two greatest units: `4 minutes 12 seconds`. */
export function describeDuration(ms: number): string {
  const whole = Math.round(ms / SECOND) * SECOND;
  if (whole >= HOUR) return inTwo(whole, [HOUR, "hour"], [MINUTE, "minute"]);
  return whole >= MINUTE
    ? inTwo(whole, [MINUTE, "minute"], [SECOND, "second"])
    : count(whole / SECOND, "second");
}

type Unit = readonly [ms: number, noun: string];

function inTwo(ms: number, [great, noun]: Unit, [small, smallNoun]: Unit): string {
  const rest = Math.floor((ms % great) / small);
  return `${count(Math.floor(ms / great), noun)}${rest === 0 ? "" : ` ${count(rest, smallNoun)}`}`;
}
