import { count } from "./count.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

type Unit = readonly [ms: number, noun: string];
const SECONDS: Unit = [SECOND, "second"];
const MINUTES: Unit = [MINUTE, "minute"];
const HOURS: Unit = [HOUR, "hour"];
const DAYS: Unit = [DAY, "day"];
const WEEKS: Unit = [WEEK, "week"];

/** Writes a duration in milliseconds in the greatest unit that divides it, as settings have it: `2 weeks`, `36 hours`. */
export function exactDuration(ms: number): string {
  const [unit, noun] = [WEEKS, DAYS, HOURS, MINUTES].find(([length]) => ms % length === 0) ?? SECONDS;
  return count(Math.round((ms / unit) * 10) / 10, noun);
}

// Up to the first, to the nearest of the second: never more than a fifth off from half a minute on.
const STEPS: readonly (readonly [below: number, nearest: number, unit: Unit])[] = [
  [57.5 * SECOND, 5 * SECOND, SECONDS],
  [105 * SECOND, 10 * SECOND, SECONDS],
  [20.5 * MINUTE, MINUTE, MINUTES],
  [92.5 * MINUTE, 5 * MINUTE, MINUTES],
  [9.75 * HOUR, HOUR / 2, HOURS],
  [47.5 * HOUR, HOUR, HOURS],
];

/** Writes an estimate of a duration in milliseconds, no more exact than an estimate can be: `about 2 minutes`. */
export function estimatedDuration(ms: number): string {
  if (ms < 7.5 * SECOND) return "a few seconds";
  const [, nearest, [unit, noun]] = STEPS.find(([below]) => ms < below) ?? [0, DAY, DAYS];
  return `about ${count((Math.round(ms / nearest) * nearest) / unit, noun)}`;
}

/** Writes a duration in milliseconds that has passed, in its two greatest units: `4 minutes 12 seconds`. */
export function elapsedDuration(ms: number): string {
  const whole = Math.round(ms / SECOND) * SECOND;
  if (whole >= HOUR) return inTwoUnits(whole, HOURS, MINUTES);
  return whole >= MINUTE ? inTwoUnits(whole, MINUTES, SECONDS) : count(whole / SECOND, "second");
}

function inTwoUnits(ms: number, [great, noun]: Unit, [small, smallNoun]: Unit): string {
  const rest = Math.floor((ms % great) / small);
  return `${count(Math.floor(ms / great), noun)}${rest === 0 ? "" : ` ${count(rest, smallNoun)}`}`;
}

/** Writes a wait in milliseconds, rounded up, because what is waited for must be over then: `41 minutes`. */
export function waitingTime(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / SECOND));
  return seconds < 100 ? count(seconds, "second") : count(Math.ceil((seconds * SECOND) / MINUTE), "minute");
}
