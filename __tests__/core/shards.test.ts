import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shardsOf, weightOf, type WeighedRepository } from "../../src/core/progress/shards.js";
import { propertyRuns } from "../support/property-runs.js";

const named = (...tags: readonly number[]): readonly WeighedRepository[] =>
  tags.map((count, index) => ({ name: `r.example.com/app-${String(index)}`, tags: count }));

describe("shards", () => {
  test("have about as many tags each", () => {
    const shards = shardsOf(named(90, 10, 50, 40, 30, 20), 3);
    expect(shards.map(({ repositories }) => repositories.map(({ tags }) => tags))).toEqual([
      [90],
      [10, 50, 20],
      [40, 30],
    ]);
  });

  test("are no more than there are repositories", () => {
    expect(shardsOf(named(1, 1), 8)).toHaveLength(2);
    expect(shardsOf([], 8)).toEqual([]);
  });

  test("count a repository without tags, or whose tags are not known, too", () => {
    const shards = shardsOf(
      [{ name: "a" }, { name: "b", tags: 0 }, { name: "c", tags: 0 }, { name: "d" }],
      2,
    );
    expect(shards.map(({ repositories }) => repositories.length)).toEqual([2, 2]);
  });

  const repositories = fc.uniqueArray(
    fc.record({ name: fc.string({ minLength: 1 }), tags: fc.option(fc.nat(100_000), { nil: undefined }) }),
    { selector: ({ name }) => name },
  );
  const given = repositories.map((all) =>
    all.map(({ name, tags }) => (tags === undefined ? { name } : { name, tags })),
  );

  test("have each repository once, are not empty, and none is heavier than the mean by more than one repository", () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 256 }), (all, most) => {
        const shards = shardsOf(all, most);
        const names = shards.flatMap((shard) => shard.repositories.map(({ name }) => name));
        expect(names.sort()).toEqual(all.map(({ name }) => name).sort());
        expect(shards.length).toBe(Math.min(most, all.length));
        const total = all.reduce((sum, one) => sum + weightOf(one), 0);
        const heaviest = Math.max(0, ...all.map(weightOf));
        for (const shard of shards) {
          expect(shard.repositories.length).toBeGreaterThan(0);
          expect(shard.weight).toBe(shard.repositories.reduce((sum, one) => sum + weightOf(one), 0));
          expect(shard.weight).toBeLessThanOrEqual(total / shards.length + heaviest);
        }
      }),
      { numRuns: propertyRuns(200) },
    );
  });

  test("are the same in whatever order the repositories are given", () => {
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 20 }), (all, most) => {
        expect(shardsOf([...all].reverse(), most)).toEqual(shardsOf(all, most));
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});
