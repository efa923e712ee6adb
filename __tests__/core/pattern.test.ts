import { describe, expect, test } from "vitest";
import { parsePattern } from "../../src/core/policy.js";
import { tag } from "../support/snapshots.js";

describe("a pattern", () => {
  test.each([
    ["*-alpha.*", "3.3.0-alpha.74", true],
    ["*-alpha.*", "3.3.0-beta.74", false],
    ["*", "anything", true],
    ["1.?", "1.2", true],
    ["1.?", "1.22", false],
    ["[0-9]*", "1.0", true],
    ["[^0-9]*", "1.0", false],
    ["v{1,2}.*", "v2.0", true],
    ["v{1,2}.*", "v3.0", false],
    ["1.2.3", "1.2.3", true],
    ["1.2.3", "1x2x3", false],
    ["alpha", "ALPHA", false],
    ["a", "ab", false],
    ["_*", "_x", true],
  ])("%s on %s: %s", (pattern, name, wanted) =>
    expect(parsePattern(pattern).matches(tag(name))).toBe(wanted),
  );

  test.each([
    ["a,b", "write one pattern a line, or {a,b}"],
    ["{a,b},c", "write one pattern a line, or {a,b}"],
    ["!a", "name them in exclude"],
    ["[!a]", "write [^...]"],
    ["{a}", "a choice with commas"],
    ["{01..10}", "a choice with commas"],
    ["a[", "left open"],
    ["{a,b", "a comma separates only within braces"],
    ["a{b", "left open"],
    ["@(a|b)", "can't stand in a tag"],
    ["/^a$/", "can't stand in a tag"],
    ["1.2.3+build", "can't stand in a tag"],
    ["a b", "can't stand in a tag"],
    ["a\\*", "can't stand in a tag"],
  ])("%s is refused: %s", (pattern, why) => expect(() => parsePattern(pattern)).toThrow(why));
});
