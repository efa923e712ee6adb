import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderWithCare } from "../../src/core/plan/careful-order.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { longerNamesIn, reachesOthers } from "../../src/core/plan/longer-names.js";
import { manifestDeletion, tagDeletion } from "../report/plans.js";
import { propertyRuns } from "../support/property-runs.js";
import { digest, tag } from "../support/snapshots.js";

const tags = (...names: readonly string[]) => names.map(tag);

test.each([
  ["alpha.1", ["alpha.1-x", "alpha.1.y", "alpha.10", "alpha.1_z", "alpha.1a"]],
  ["alpha.10", []],
  ["a", ["alpha", "alpha.1", "alpha.1-x", "alpha.1.y", "alpha.10", "alpha.1_z", "alpha.1a"]],
  ["z", []],
])("the longer names that begin with %s", (start, longer) => {
  const names = tags(
    "alpha.1a",
    "alpha.1",
    "beta",
    "alpha.10",
    "alpha",
    "alpha.1-x",
    "alpha.1_z",
    "alpha.1.y",
  );
  expect(longerNamesIn(names)(tag(start))).toEqual(longer);
});

test.for<[string, readonly Deletion[], readonly string[], boolean]>([
  ["that stays", [manifestDeletion("a.1")], ["a.1", "a.10"], true],
  ["that goes too", [manifestDeletion("a.1"), manifestDeletion("a.10")], ["a.1", "a.10"], true],
  ["of the same image", [manifestDeletion("a.1", ["a.1", "a.10"])], ["a.1", "a.10"], false],
  [
    "of the same image, and another",
    [manifestDeletion("a.1", ["a.1", "a.10"])],
    ["a.1", "a.10", "a.11"],
    true,
  ],
  ["that begins otherwise", [manifestDeletion("a.1")], ["a.1", "a.2", "A.10"], false],
  ["beside a tag that goes alone", [tagDeletion("a")], ["a", "a-b"], true],
  ["beside an image without a tag", [manifestDeletion("a", [])], ["a", "a1"], false],
])("a name that is longer, %s", ([, deletions, listed, reaches]) => {
  expect(reachesOthers(deletions, tags(...listed))).toBe(reaches);
});

const names = (deletions: readonly Deletion[]) => deletions.map((each) => each.tags.join(" "));

describe("the order", () => {
  test.for<[string, readonly Deletion[], readonly string[], readonly string[], string | undefined]>([
    ["longer names go first", images("a.1", "a.10", "b"), [], ["a.10", "a.1", "b"], undefined],
    [
      "a kept name is reached last",
      images("a.2", "a.1", "a.10"),
      ["a.20"],
      ["a.1", "a.10", "a.2"],
      "a.1 a.10",
    ],
    ["without a pair there is no trial", images("a.2", "b"), ["a.20"], ["b", "a.2"], undefined],
    [
      "a separator is no pair",
      images("a.2", "a.1", "a.1-x", "a.1.y"),
      ["a.20"],
      ["a.1-x", "a.1.y", "a.1", "a.2"],
      undefined,
    ],
    [
      "the pair is alone",
      images("a.2", "a.1", "a.10", "a.11"),
      ["a.20"],
      ["a.11", "a.1", "a.10", "a.2"],
      "a.1 a.10",
    ],
    [
      "the next shorter name is the first",
      images("k", "abc", "a", "ab"),
      ["kk"],
      ["ab", "abc", "a", "k"],
      "ab abc",
    ],
    [
      "one that reaches what stays teaches nothing",
      images("a", "ab", "k"),
      ["ax", "kk"],
      ["ab", "a", "k"],
      undefined,
    ],
    [
      "another tag of the second is not lost before",
      [manifestDeletion("a.10", ["a.10", "z1"]), ...images("a.1", "z", "k")],
      ["kk"],
      ["a.10 z1", "a.1", "z", "k"],
      undefined,
    ],
    [
      "what belongs to an image goes after it, whatever its name",
      [manifestDeletion("1.0"), manifestDeletion("c", ["1.0-amd64"], { parents: [digest("1.0")] })],
      [],
      ["1.0", "1.0-amd64"],
      undefined,
    ],
    [
      "no image that others belong to is of the pair",
      [...images("k", "a", "ab"), manifestDeletion("c", [], { parents: [digest("ab")] })],
      ["kk"],
      ["ab", "a", "", "k"],
      undefined,
    ],
    [
      "a tag that goes alone is of no pair",
      [...images("k", "a.10"), tagDeletion("a.1")],
      ["kk"],
      ["a.10", "a.1", "k"],
      undefined,
    ],
    [
      "no image that belongs to others is of the pair",
      [...images("k", "ab"), manifestDeletion("a", ["a"], { parents: [digest("p")] })],
      ["kk"],
      ["ab", "a", "k"],
      undefined,
    ],
    [
      "one separator is no pair, whatever other tags the first has",
      [manifestDeletion("a.1", ["a.1", "zz"]), ...images("a.1-x", "k")],
      ["kk"],
      ["a.1-x", "a.1 zz", "k"],
      undefined,
    ],
    [
      "a second tag of the second is no other's",
      [manifestDeletion("a10", ["a10", "a1"]), ...images("a", "k")],
      ["kk"],
      ["a", "a10 a1", "k"],
      "a a10",
    ],
    [
      "what the first reaches, and belongs to others, goes too late",
      [...images("k", "a.1", "a.10"), manifestDeletion("c", ["a.11"], { parents: [digest("p")] })],
      ["kk"],
      ["a.10", "a.11", "a.1", "k"],
      undefined,
    ],
  ])("%s", ([, deletions, kept, order, pair]) => {
    const listed = [...deletions.flatMap((each) => each.tags), ...tags(...kept)];
    const { deletions: ordered, trial } = orderWithCare(deletions, listed);
    expect(names(ordered)).toEqual(order);
    expect(trial && `${trial.first.tags.join(" ")} ${trial.tag}`).toBe(pair);
  });

  test("has every deletion once, longer names before those that could take them along, but for the trial", () => {
    const name = fc.stringMatching(/^[a-c][a-c.-]{0,3}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 30 }), fc.nat(29), (all, count) => {
        const going = all.slice(0, count);
        const { deletions, trial } = orderWithCare(images(...going), tags(...all));
        const order = names(deletions);
        expect(order.toSorted()).toEqual(going.toSorted());
        const isTrial = (shorter: string, longer: string): boolean =>
          trial?.first.tags[0] === shorter && trial.tag === longer;
        for (const shorter of going) {
          for (const longer of going.filter((each) => each.startsWith(shorter) && each !== shorter)) {
            expect(order.indexOf(longer) < order.indexOf(shorter)).toBe(!isTrial(shorter, longer));
          }
        }
        const reachesKept = (each: string): boolean => all.slice(count).some((kept) => kept.startsWith(each));
        const firstRisky = order.findIndex(reachesKept);
        if (firstRisky >= 0) expect(order.slice(firstRisky).every(reachesKept)).toBe(true);
        expect(trial === undefined || firstRisky >= 0).toBe(true);
      }),
      { numRuns: propertyRuns(1000) },
    );
  });
});

function images(...each: readonly string[]): readonly Deletion[] {
  return each.map((name) => manifestDeletion(name));
}
