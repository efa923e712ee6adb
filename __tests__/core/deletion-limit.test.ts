import { describe, expect, test } from "vitest";
import { type DeletionLimit, exceededLimit } from "../../src/core/plan/deletion-limit.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { UntaggedVerdict } from "../../src/core/policy/untagged.js";
import { digest, ownImages, policy, snapshot } from "../support/snapshots.js";

const count = (most: number): DeletionLimit => ({ kind: "count", count: most });
const share = (percent: number): DeletionLimit => ({ kind: "share", percent });

/** Of so many images without a tag so many go. */
function goingUntagged(number: number, gone: number): readonly UntaggedVerdict[] {
  return Array.from({ length: number }, (_, index) => {
    const common = { digest: digest(`untagged ${index}`), changed: "2026-01-02T03:04:05.000Z" };
    return index < gone
      ? { ...common, kind: "delete", olderThan: 1000 }
      : { ...common, kind: "keep", why: index % 2 === 0 ? "young" : "needed" };
  });
}

/** Of so many tags so many go. */
function going(tags: number, gone: number): Plan {
  const names = Array.from({ length: tags }, (_, index) => `1.0.${index}`);
  return plan(snapshot({ tags: ownImages(names) }), policy({ keep: tags - gone, allowEmpty: true }));
}

describe("the most deletions", () => {
  test.each<[number, number, DeletionLimit, boolean]>([
    [10, 3, count(3), true],
    [10, 4, count(3), false],
    [10, 0, count(0), true],
    [10, 1, count(0), false],
    [10, 5, share(50), true],
    [10, 6, share(50), false],
    [3, 1, share(50), true],
    [3, 2, share(50), false],
    [10, 10, share(100), true],
    [10, 0, share(0), true],
    [10, 1, share(0), false],
    // 0.29 * 100 is less than 29 to a computer, 0.58 * 50 less than 29.
    [100, 29, share(29), true],
    [375, 69, share(18.4), true],
    [375, 70, share(18.4), false],
    [100, 30, share(29), false],
    [50, 29, share(58), true],
    [50, 30, share(58), false],
    [1000, 1, share(0.1), true],
    [1000, 2, share(0.1), false],
  ])("of %i tags %i go, at most %j: %j", (...[tags, gone, most, isAllowed]) => {
    expect(exceededLimit(going(tags, gone), most) === undefined).toBe(isAllowed);
  });

  test.each<[number, number, DeletionLimit, boolean]>([
    [3, 0, count(3), true],
    [3, 1, count(3), false],
    [0, 3, count(3), true],
    [0, 4, count(3), false],
    [2, 1, count(3), true],
    [0, 1, count(0), false],
    // Of twenty.
    [5, 5, share(50), true],
    [5, 6, share(50), false],
    [0, 10, share(50), true],
    [10, 1, share(50), false],
    [10, 10, share(100), true],
  ])(
    "of 10 tags %i go, and of 10 images without a tag %i, at most %j: %j",
    (...[tags, gone, most, isAllowed]) => {
      const decided = { ...going(10, tags), untagged: goingUntagged(10, gone) };
      expect(exceededLimit(decided, most) === undefined).toBe(isAllowed);
    },
  );

  test("says how many would go, and of how many", () => {
    expect(exceededLimit(going(10, 4), count(3))).toMatchObject({
      message: "4 of 10 tags would go, and max-deletions is 3, so nothing is deleted there",
      nextStep: expect.stringContaining("raise max-deletions") as string,
    });
    expect(exceededLimit(going(10, 4), share(12.5))?.message).toContain("max-deletions is 12.5%");
    expect(exceededLimit({ ...going(10, 4), untagged: goingUntagged(5, 2) }, count(3))?.message).toBe(
      "6 of 15 tags and untagged images would go, and max-deletions is 3, so nothing is deleted there",
    );
  });

  test("counts tags that go by themselves too, and not what goes without a tag", () => {
    const shared = { "1.0.0": "same", "1.0.0-rc.1": "same", "1.1.0-rc.1": "x" };
    const untagging = plan(snapshot({ tags: shared, untags: "yes" }), policy({ keep: 1 }));
    expect(exceededLimit(untagging, count(0))?.message).toContain("1 of 3 tags");
    const indexes = { old: ["a", "b", "c"] };
    const parts = plan(snapshot({ tags: { "1.0.0": "old", "2.0.0": "x" }, indexes }), policy({ keep: 1 }));
    expect(exceededLimit(parts, count(1))).toBeUndefined();
  });
});
