import { expect, test } from "vitest";
import { beginTrail, addMark } from "../../src/core/progress/time-left.js";
import { describeEnd, describeStep, type Step } from "../../src/report/log/advance-words.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A step of which so many items were done at an even speed in so many milliseconds. */
function stepOf({ what, done, total }: Omit<Step["advance"], "share">, ms: number): Step {
  const advance = { what, done, total, share: done / total };
  return {
    advance,
    trail: addMark(beginTrail({ at: 0, done: 0, share: 0 }), { ...advance, at: ms }),
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
