import fc from "fast-check";
import { expect, test } from "vitest";
import { beginTrail, goOn } from "../../src/core/progress/time-left.js";
import {
  describeEnd,
  describeLeft,
  describeStep,
  describeTook,
  type Step,
} from "../../src/report/log/advance-words.js";
import { propertyRuns } from "../support/property-runs.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const UNITS: Readonly<Record<string, number>> = {
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: 24 * HOUR,
};

test.each([
  [0, "a few seconds"],
  [7.4 * SECOND, "a few seconds"],
  [7.5 * SECOND, "about 10 seconds"],
  [42 * SECOND, "about 40 seconds"],
  [57.4 * SECOND, "about 55 seconds"],
  [57.5 * SECOND, "about 60 seconds"],
  [94 * SECOND, "about 90 seconds"],
  [105 * SECOND, "about 2 minutes"],
  [3.4 * MINUTE, "about 3 minutes"],
  [20.4 * MINUTE, "about 20 minutes"],
  [23 * MINUTE, "about 25 minutes"],
  [91 * MINUTE, "about 90 minutes"],
  [92.5 * MINUTE, "about 1.5 hours"],
  [2 * HOUR, "about 2 hours"],
  [9.7 * HOUR, "about 9.5 hours"],
  [10 * HOUR, "about 10 hours"],
  [47 * HOUR, "about 47 hours"],
  [48 * HOUR, "about 2 days"],
  [1e4 * HOUR, "about 417 days"],
])("an estimate of %i milliseconds", (ms, text) => {
  expect(describeLeft(ms)).toBe(text);
});

test("an estimate in words is no further off than a fifth, and never less for more", () => {
  const meant = (ms: number): number => {
    const [, number = "", unit = ""] = /^about ([\d.]+) ([a-z]+?)s?$/.exec(describeLeft(ms)) ?? [];
    return Number(number) * (UNITS[unit] ?? NaN);
  };
  const time = fc.oneof(...[MINUTE, HOUR, 100 * HOUR].map((max) => fc.integer({ min: 10 * SECOND, max })));
  fc.assert(
    fc.property(time, time, (one, two) => {
      expect(Math.abs(meant(one) / one - 1)).toBeLessThanOrEqual(0.25);
      if (one >= 30 * SECOND) expect(Math.abs(meant(one) / one - 1)).toBeLessThanOrEqual(0.2);
      expect(meant(Math.max(one, two))).toBeGreaterThanOrEqual(meant(Math.min(one, two)));
    }),
    { numRuns: propertyRuns() },
  );
});

test.each([
  [5400, "5 seconds"],
  [59_600, "1 minute"],
  [61_000, "1 minute 1 second"],
  [252_000, "4 minutes 12 seconds"],
  [HOUR - 1, "1 hour"],
  [2 * HOUR + 3 * MINUTE + 59 * SECOND, "2 hours 3 minutes"],
])("a time of %i milliseconds that has gone", (ms, text) => {
  expect(describeTook(ms)).toBe(text);
});

/** A step of which so many items were done at an even speed in so many milliseconds. */
function stepOf({ what, done, total }: Omit<Step["advance"], "share">, ms: number): Step {
  const advance = { what, done, total, share: done / total };
  return {
    advance,
    trail: goOn(beginTrail({ at: 0, done: 0, share: 0 }), { ...advance, at: ms }),
    missed: 0,
  };
}

test.each<[Step, string]>([
  [
    stepOf({ what: "deleting", done: 1200, total: 4990 }, 12_000),
    "1200 of 4990 deleted, 100 a second, about 40 seconds left",
  ],
  [
    stepOf({ what: "reading", done: 1200, total: 5000 }, 375_000),
    "1200 of 5000 manifests read, 3.2 a second, about 20 minutes left",
  ],
  [
    stepOf({ what: "untagging", done: 12, total: 100 }, 30_000),
    "12 of 100 images untagged, 24 a minute, about 4 minutes left",
  ],
  [
    stepOf({ what: "verifying", done: 1, total: 10 }, 10 * MINUTE),
    "1 of 10 tags read again, 6 an hour, about 90 minutes left",
  ],
  [stepOf({ what: "verifying", done: 1, total: 10 }, 1000), "1 of 10 tags read again"],
  [
    stepOf({ what: "verifying", done: 1, total: 10 }, 2 * HOUR),
    "1 of 10 tags read again, about 18 hours left",
  ],
])("a step in one line: %#", (step, text) => {
  expect(describeStep(step, step.trail.last.at)).toBe(text);
});

test("what was not deleted after all is not counted as deleted", () => {
  const step = { ...stepOf({ what: "deleting", done: 4990, total: 4990 }, 1000), missed: 3 };
  expect(describeEnd(step, 252_000)).toBe("4987 of 4990 deleted, 3 not, in 4 minutes 12 seconds");
});
