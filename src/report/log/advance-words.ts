import type { Advance } from "../../core/result/event.js";
import { speedOf, type Trail } from "../../core/progress/time-left.js";
import { elapsedDuration, estimatedDuration } from "../../core/base/duration.js";

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

/** A line with the step's progress and, as soon as they are known, its speed and the time left. @param now by the trail's clock */
export function describeStep(step: Step, now: number): string {
  const { perSecond, left } = speedOf(step.trail, now);
  return [
    soFar(step),
    ...(perSecond === undefined ? [] : describeRate(perSecond)),
    ...(left === undefined ? [] : [`${estimatedDuration(left)} left`]),
  ].join(", ");
}

/** A line with a step's result and duration. @param took in milliseconds */
export function describeEnd(step: Step, took: number): string {
  return `${soFar(step)}, in ${elapsedDuration(took)}`;
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
