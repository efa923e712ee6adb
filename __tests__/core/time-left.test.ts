import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beginTrail,
  addMark,
  type Mark,
  type SpeedEstimate,
  speedOf,
  type Trail,
} from "../../src/core/progress/time-left.js";
import { propertyRuns } from "../support/property-runs.js";

const SECOND = 1000;

/** Where a step stood at each of its marks. */
function follow(marks: readonly Mark[]): readonly { readonly mark: Mark; readonly trail: Trail }[] {
  const [first, ...rest] = marks;
  if (first === undefined) return [];
  let trail = beginTrail(first);
  return [
    { mark: first, trail },
    ...rest.map((mark) => {
      trail = addMark(trail, mark);
      return { mark, trail };
    }),
  ];
}

function speedAt(marks: readonly Mark[], now = marks.at(-1)?.at ?? 0): SpeedEstimate {
  const last = follow(marks).at(-1);
  return last === undefined ? {} : speedOf(last.trail, now);
}

/** The marks of items that take so many milliseconds each, whose shares are those of `work`, or of the times themselves. */
function marksOf(times: readonly number[], { work = times, from = 0 } = {}): readonly Mark[] {
  const whole = work.reduce((sum, each) => sum + each, 0);
  let [at, share] = [from, 0];
  return times.map((time, index) => {
    at += time;
    share += (work[index] ?? 0) / whole;
    return { at, done: index + 1, share: Math.min(1, share) };
  });
}

const every = (ms: number, items: number): readonly number[] => Array.from({ length: items }, () => ms);

describe("what is left of a step", () => {
  test.each<[string, readonly Mark[], SpeedEstimate]>([
    ["its first item", marksOf([5000]), {}],
    ["less than two seconds", marksOf(every(190, 11)).slice(0, 10), {}],
    ["two seconds", marksOf(every(200, 44)).slice(0, 11), { perSecond: 5, left: 6600 }],
    ["nothing done", [0, 1, 2, 3].map((at) => ({ at: at * SECOND, done: 0, share: 0 })), {}],
    [
      "items that were no work",
      [0, 1, 2, 3, 4].map((at) => ({ at: at * SECOND, done: at, share: 0.5 })),
      { perSecond: 1 },
    ],
    [
      "too little work to tell",
      [
        { at: 0, done: 0, share: 0 },
        { at: 4000, done: 1, share: Number.MIN_VALUE },
      ],
      { perSecond: 0.25 },
    ],
    ["all of its items", marksOf(every(SECOND, 10)), { perSecond: 1, left: 0 }],
  ])("after %s", (_, marks, speed) => {
    const { perSecond, left } = speedAt(marks);
    expect([perSecond, left]).toEqual(
      [speed.perSecond, speed.left].map((number) =>
        number === undefined ? undefined : (expect.closeTo(number, 3) as number),
      ),
    );
  });

  test("is exact where each item takes as long as any other", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.integer({ min: 3, max: 400 }),
        fc.integer({ min: 0, max: 1e9 }),
        (ms, items, from) => {
          const wrong = follow(marksOf(every(ms, items), { from })).flatMap(({ mark, trail }) => {
            const { perSecond = 0, left = 0 } = speedOf(trail, mark.at);
            const isSoon = mark.at - from - ms < 2 * SECOND;
            const isRight =
              Math.abs(perSecond * ms - SECOND) < 1e-6 && Math.abs(left - (items - mark.done) * ms) < 1e-3;
            return isSoon || isRight ? [] : [`${perSecond} a second, and ${left} left at ${mark.done}`];
          });
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: propertyRuns(200) },
    );
  });

  test("is as right at every point as the costs are, where each deletion is cheaper than the one before it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 2000 }),
        fc.record({
          cost: fc.double({ min: 0.01, max: 5, noNaN: true }),
          noise: fc.constantFrom(0, 0.02, 0.3),
        }),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }),
        (tags, { cost, noise }, dice) => {
          const work = Array.from({ length: tags }, (_, gone) => tags - gone + 100);
          const times = work.map(
            (each, index) => each * cost * (1 + noise * (dice[index % dice.length] ?? 0)),
          );
          const marks = marksOf(times, { work });
          const whole = marks.at(-1)?.at ?? 0;
          // What went may all have been as cheap as can be, and what is left as dear, or the other way round.
          const most = (1 + noise) / (1 - noise) - 1 + 1e-6;
          const wrong = follow(marks).flatMap(({ mark, trail }) => {
            const truth = whole - mark.at;
            const { left = truth } = speedOf(trail, mark.at);
            return Math.abs(left - truth) > truth * most + 1e-3 ? [`${left} and not ${truth}`] : [];
          });
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: propertyRuns(100) },
    );
  });

  test("does not swing between batches and the looks before them, which are longer than the window", () => {
    const batches = Array.from({ length: 60 }, () => [20_000, ...every(200, 99)]).flat();
    const marks = marksOf(batches, { work: every(1, batches.length) });
    const whole = marks.at(-1)?.at ?? 0;
    const wrong = follow(marks).flatMap(({ mark, trail }) => {
      const [left = 0, truth] = [speedOf(trail, mark.at).left, whole - mark.at];
      const isJudged = mark.at > whole / 4 && truth > whole / 20;
      return isJudged && Math.abs(left / truth - 1) > 0.25 ? [`${left} and not ${truth}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test("follows a registry that gets slower", () => {
    const times = [...every(100, 600), ...every(400, 1200)];
    const marks = marksOf(times, { work: every(1, times.length) }).slice(0, 600 + 100);
    expect(speedAt(marks).left).toBeCloseTo(1100 * 400, 3);
    expect(speedAt(marks).perSecond).toBeCloseTo(2.5, 6);
  });

  test("stands still between two items, and grows the longer nothing happens", () => {
    const marks = marksOf(every(SECOND, 100)).slice(0, 50);
    const lefts = [0, 1, 2, 10, 600].map((later) => speedAt(marks, (50 + later) * SECOND).left);
    expect(lefts[0]).toBeCloseTo(50 * SECOND, 3);
    expect(lefts[1]).toBe(lefts[0]);
    expect(lefts.slice(1)).toEqual([...new Set(lefts.slice(1))].sort((a = 0, b = 0) => a - b));
    expect(speedAt(marks, 650 * SECOND).perSecond).toBeLessThan(0.1);
  });

  test("is never negative, endless or no number, whatever is fed", () => {
    const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1));
    const step = fc.tuple(fc.oneof(fc.nat(60_000), fc.constant(0)), fc.nat(50), share, fc.nat(1e6));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        let [at, done] = [0, 0];
        let trail: Trail | undefined;
        for (const [ms, items, share, later] of steps) {
          const mark = { at: (at += ms), done: (done += items), share };
          trail = trail === undefined ? beginTrail(mark) : addMark(trail, mark);
          for (const number of Object.values(speedOf(trail, at + later) as Record<string, number>)) {
            expect(number).toBeGreaterThanOrEqual(0);
            expect(number).toBeLessThan(Infinity);
          }
        }
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  test("takes no more memory for a hundred thousand items, in seconds or in hours", () => {
    for (const ms of [0.1, 3, 200]) {
      const lengths = follow(marksOf(every(ms, 100_000))).map(({ trail }) => trail.marks.length);
      expect(lengths.reduce((a, b) => Math.max(a, b))).toBeLessThan(80);
    }
  });
});
