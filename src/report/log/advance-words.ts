import type { Advance } from "../../core/result/event.js";
import { speedOf, type Trail } from "../../core/progress/time-left.js";
import { count } from "../words/wording.js";

/** A step that is under way. */
export interface Step {
  readonly advance: Advance;
  readonly trail: Trail;
  /** How many of what is done were not deleted after all. */
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

/** How far a step has come, how fast it goes, and what is left: as much as is known. @param now by the trail's clock */
export function describeStep(step: Step, now: number): string {
  const { perSecond, left } = speedOf(step.trail, now);
  return [
    soFar(step),
    ...(perSecond === undefined ? [] : describeRate(perSecond)),
    ...(left === undefined ? [] : [`${describeLeft(left)} left`]),
  ].join(", ");
}

/** What came of a step, and how long it took. @param took in milliseconds */
export function describeEnd(step: Step, took: number): string {
  return `${soFar(step)}, in ${describeTook(took)}`;
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

// Up to the first, to the nearest of the second: never more than a fifth off from half a minute on.
const STEPS = [
  [57.5 * SECOND, 5 * SECOND, SECOND, "second"],
  [105 * SECOND, 10 * SECOND, SECOND, "second"],
  [20.5 * MINUTE, MINUTE, MINUTE, "minute"],
  [92.5 * MINUTE, 5 * MINUTE, MINUTE, "minute"],
  [9.75 * HOUR, HOUR / 2, HOUR, "hour"],
  [47.5 * HOUR, HOUR, HOUR, "hour"],
] as const;

/** An estimate of a time in milliseconds, no more exact than it can be: `about 2 minutes`. */
export function describeLeft(ms: number): string {
  if (ms < 7.5 * SECOND) return "a few seconds";
  const [, nearest, unit, noun] = STEPS.find(([limit]) => ms < limit) ?? [0, DAY, DAY, "day"];
  return `about ${count((Math.round(ms / nearest) * nearest) / unit, noun)}`;
}

/** A time that has gone, in milliseconds, in its two greatest units: `4 minutes 12 seconds`. */
export function describeTook(ms: number): string {
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
