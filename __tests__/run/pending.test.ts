import fc from "fast-check";
import { expect, test } from "vitest";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { Pending } from "../../src/run/apply/pending.js";
import { propertyRuns } from "../support/property-runs.js";
import { digest, tag } from "../support/snapshots.js";

function deletionOf(number: number): Deletion {
  const own = { digest: digest(`image ${number}`), tags: [tag(`1.0.${number}`)] };
  return { kind: "manifest", ...own, parents: [], after: [], orphanOf: [] };
}

/** How many have their turn, and which of these are done then. */
const turn = fc.record({ count: fc.integer({ min: 1, max: 8 }), done: fc.array(fc.boolean()) });

test("is a list from whose front is taken what is done", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.array(turn), (size, turns) => {
      const deletions = Array.from({ length: size }, (_, number) => deletionOf(number));
      const pending = new Pending({ deletions });
      let left: readonly Deletion[] = deletions;
      for (const { count, done } of turns) {
        const first = left.slice(0, count);
        expect(pending.first(count)).toEqual(first);
        const isDone = (deletion: Deletion): boolean => done[first.indexOf(deletion)] === true;
        pending.settle(count, isDone);
        left = [...first.filter((deletion) => !isDone(deletion)), ...left.slice(count)];
        expect(pending.count).toBe(left.length);
        const waiting = deletions.filter(({ tags }) => tags.some((one) => pending.hasTag(one)));
        expect(waiting).toEqual(deletions.filter((deletion) => left.includes(deletion)));
      }
    }),
    { numRuns: propertyRuns() },
  );
});

test("what belongs to a deletion comes with it, and so does what belongs to that; nothing belongs to a tag alone", () => {
  const under = (number: number, ...parents: readonly number[]): Deletion => ({
    ...deletionOf(number),
    parents: parents.map((each) => digest(`image ${each}`)),
  });
  const [index, child, grandchild, other] = [deletionOf(1), under(2, 1), under(3, 2), deletionOf(4)];
  const alone: Deletion = {
    kind: "tag",
    tags: [tag("stable")],
    digest: digest("image 1"),
    by: "delete",
    parents: [],
  };
  const pending = new Pending({ deletions: [index, alone, other, child, grandchild] });
  expect(pending.withMembers([index])).toEqual(new Set([index, child, grandchild]));
  expect(pending.withMembers([child, other])).toEqual(new Set([child, other, grandchild]));
  expect(pending.withMembers([alone])).toEqual(new Set([alone]));
});
