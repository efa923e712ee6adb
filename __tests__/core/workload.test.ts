import fc from "fast-check";
import { expect, test } from "vitest";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { type WorkloadInput, workload } from "../../src/core/progress/workload.js";
import { propertyRuns } from "../support/property-runs.js";
import { digest, tag } from "../support/snapshots.js";

/** Images with so many tags each. */
function deletionsOf(...tags: readonly number[]): readonly Deletion[] {
  return tags.map((count, image) => ({
    kind: "manifest",
    digest: digest(`image ${image}`),
    tags: Array.from({ length: count }, (_, index) => tag(`v${image}-${index}`)),
    parents: [],
    after: [],
    orphanOf: [],
  }));
}

const among = (tags: number, more: Partial<WorkloadInput> = {}): WorkloadInput => ({
  tags,
  untagged: new Set(),
  scansTags: true,
  ...more,
});

test.each([
  ["a deletion is the more work the more tags it leaves", deletionsOf(1, 1), among(300), [0, 399 / 797, 1]],
  ["a tag that it takes along is not looked at", deletionsOf(200, 1), among(300), [0, 200 / 399, 1]],
  ["what goes without a tag leaves as many", deletionsOf(0, 0), among(50), [0, 0.5, 1]],
  [
    "where tags went before, their images leave as many",
    deletionsOf(1, 1),
    among(10, { untagged: new Set([tag("v0-0"), tag("v1-0")]) }),
    [0, 0.5, 1],
  ],
  [
    "a registry that does not look at tags has as much work with each",
    deletionsOf(1, 1, 1, 1),
    among(5000, { scansTags: false }),
    [0, 0.25, 0.5, 0.75, 1],
  ],
  ["nothing to do is done", deletionsOf(), among(10), [1]],
] as const)("%s", (...[, deletions, surroundings, shares]) => {
  const share = workload(deletions, surroundings);
  shares.forEach((expected, done) => expect(share(done)).toBeCloseTo(expected, 10));
});

test("of 5000 tags down to 10, the first half of the deletions is three quarters of the work, but for what each costs anyway", () => {
  const share = workload(deletionsOf(...Array<number>(4990).fill(1)), among(5000));
  expect(share(2495)).toBeGreaterThan(0.72);
  expect(share(2495)).toBeLessThan(0.75);
});

test("it begins with nothing, only grows, and ends with all", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: 50 }), fc.nat(1000), (counts, others) => {
      const tags = counts.reduce((sum, count) => sum + count, others);
      const share = workload(deletionsOf(...counts), among(tags));
      const shares = [...counts.keys(), counts.length].map(share);
      expect(shares.at(0)).toBe(0);
      expect(shares.at(-1)).toBeCloseTo(1, 10);
      shares.slice(1).forEach((each, index) => expect(each).toBeGreaterThan(shares[index] ?? 1));
    }),
    { numRuns: propertyRuns() },
  );
});
