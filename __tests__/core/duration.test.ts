import fc from "fast-check";
import { propertyRuns } from "../support/property-runs.js";
import { expect, test } from "vitest";
import {
  elapsedDuration,
  estimatedDuration,
  exactDuration,
  waitingTime,
} from "../../src/core/base/duration.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS: Readonly<Record<string, number>> = {
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
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
  expect(estimatedDuration(ms)).toBe(text);
});

test("an estimate in words is no further off than a fifth, and never less for more", () => {
  const meant = (ms: number): number => {
    const [, number = "", unit = ""] = /^about ([\d.]+) ([a-z]+?)s?$/.exec(estimatedDuration(ms)) ?? [];
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
  expect(elapsedDuration(ms)).toBe(text);
});

test.each([
  [90 * 60 * 1000, "90 minutes"],
  [HOUR, "1 hour"],
  [36 * HOUR, "36 hours"],
  [10 * DAY, "10 days"],
  [14 * DAY, "2 weeks"],
  [1500, "1.5 seconds"],
])("a setting of %d milliseconds is %s", (milliseconds, text) => {
  expect(exactDuration(milliseconds)).toBe(text);
});

test.each([
  [-5, "1 second"],
  [0, "1 second"],
  [1000, "1 second"],
  [1001, "2 seconds"],
  [99_000, "99 seconds"],
  [99_001, "2 minutes"],
  [120_001, "3 minutes"],
  [3_600_000, "60 minutes"],
])("a wait of %i milliseconds is %s", (ms, text) => {
  expect(waitingTime(ms)).toBe(text);
});
