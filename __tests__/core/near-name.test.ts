import fc from "fast-check";
import { expect, test } from "vitest";
import { nearName } from "../../src/core/base/near-name.js";
import { propertyRuns } from "../support/property-runs.js";

const CATALOG = ["team/app", "team/web", "ops/registry-proxy", "ops/web", "x/y"];

test.each([
  ["team/ap", "team/app"],
  ["team/apps", "team/app"],
  ["tema/app", "team/app"],
  ["team-app", "team/app"],
  ["ops/registry_prxoy", "ops/registry-proxy"],
  ["app", "team/app"],
  ["platform/registry-proxy", "ops/registry-proxy"],
])("%s may be meant as %s", (name, wanted) => {
  expect(nearName(name, CATALOG)).toBe(wanted);
});

test.each([
  ["team/app", "it is there"],
  ["team/database", "nothing is like it"],
  ["web", "two have that name"],
  ["a/b", "any other short name would be as near"],
])("%s is near none: %s", (name) => {
  expect(nearName(name, CATALOG)).toBeUndefined();
});

test.each([
  ["ab", "ac", false],
  ["ab", "abc", false],
  ["abc", "abd", true],
  ["abc", "axy", false],
  ["abcd", "abxy", false],
  ["abcdef", "abcdxy", true],
  ["abcdefghijk", "abcdefghxyz", false],
  ["abcdefghijkl", "abcdefghixyz", true],
  ["abcdefghijkl", "abcdefghwxyz", false],
])("%s and %s are near: %s", (name, known, is) => {
  expect(nearName(name, [known])).toBe(is ? known : undefined);
});

test("the nearest is found, wherever it stands", () => {
  expect(nearName("team/app", ["team/abc", "team/apq", "team/axy"])).toBe("team/apq");
});

test("what is found is one of the known names, and another than the name", () => {
  const name = fc.stringMatching(/^[a-c]{1,4}(\/[a-c]{1,4})?$/);
  fc.assert(
    fc.property(name, fc.array(name), (written, known) => {
      const near = nearName(written, known);
      expect(near === undefined || (known.includes(near) && near !== written)).toBe(true);
    }),
    { numRuns: propertyRuns(300) },
  );
});
