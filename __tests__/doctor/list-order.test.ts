import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBlockedTag, readOrder } from "../../src/doctor/list-order.js";
import { propertyRuns } from "../support/property-runs.js";

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const plain = (tags: readonly string[]): readonly string[] => [...tags].sort(byBytes);
const ofS3 = (tags: readonly string[]): readonly string[] =>
  [...tags].sort((a, b) => byBytes(`${a}/`, `${b}/`));

/** As 3.1.0 and 3.1.1 on S3 list: what begins with the last tag that was listed is skipped. */
function hiding(tags: readonly string[]): readonly string[] {
  const listed: string[] = [];
  for (const tag of ofS3(tags)) if (!tag.startsWith(listed.at(-1) ?? "/")) listed.push(tag);
  return listed;
}

describe("the order of a list of Distribution 3", () => {
  test.each([
    ["3.1.1 on S3, as measured", ["1.0.0-rc.1", "1.0.0", "1.0.1", "1.0"], "may-hide"],
    ["on a disk", ["1.0", "1.0.0", "1.0.0-rc.1", "1.0.1"], "whole"],
    ["with what would be hidden", ["1.0.0-rc.1", "1.0.0", "1.0.1", "1.0.10", "1.0"], "whole"],
    ["with what would be hidden, plain", ["1.0.1", "1.0.10"], "whole"],
    ["of tags that sort alike", ["1.0.0", "1.0.1", "latest"], "undecided"],
    ["of one tag", ["1.0.0"], "undecided"],
    ["of none", [], "undecided"],
    ["in no order", ["b", "a"], "whole"],
  ])("%s", (_, tags, expected) => expect(readOrder(tags)).toBe(expected));

  const tagSets = fc.uniqueArray(fc.stringMatching(/^[0-9a][.a-]?[0-9]{0,2}$/), { maxLength: 12 });

  test("never calls a list whole that hides a tag", () => {
    fc.assert(
      fc.property(tagSets, (tags) => {
        const listed = hiding(tags);
        if (listed.length < tags.length) expect(readOrder(listed)).not.toBe("whole");
      }),
      { numRuns: propertyRuns() },
    );
  });

  test("never doubts the plain order where it shows", () => {
    fc.assert(
      fc.property(tagSets, (tags) => {
        expect(readOrder(plain(tags))).not.toBe("may-hide");
      }),
      { numRuns: propertyRuns() },
    );
  });
});

test.each([
  [["1.0.0", "1.0.0-rc.1"], { tag: "1.0.0", sibling: "1.0.0-rc.1" }],
  [["1.0", "1.0.1"], { tag: "1.0", sibling: "1.0.1" }],
  [["latest", "latest-dev"], { tag: "latest", sibling: "latest-dev" }],
  [["1.0.1", "1.0.10", "2"], undefined],
  [[], undefined],
])("2.8 on S3 keeps listing the first of %j", (tags, expected) =>
  expect(findBlockedTag(tags)).toEqual(expected),
);
