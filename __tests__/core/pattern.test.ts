import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { isGlob, parseRepositoryGlob } from "../../src/core/names/glob.js";
import { parsePattern, parseRepositoryPattern } from "../../src/core/names/pattern.js";
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
    ["{1.{0,2},main}-x", "1.2-x", true],
    ["{1.{0,2},main}-x", "main-x", true],
    ["{1.{0,2},main}-x", "1.1-x", false],
    ["1.0{,-alpine}", "1.0", true],
    ["1.0{,-alpine}", "1.0-alpine", true],
    ["1.0{,-alpine}", "1.0-slim", false],
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
    ["a}", "left open"],
    ["a]", "left open"],
    ["", "it is empty"],
    ["^1.*", "can stand only right after ["],
    ["release^", "can stand only right after ["],
    ["[z-a]*", "goes backwards"],
    ["[9-0]", "goes backwards"],
    ["[]", "nothing is in them"],
    ["v{1..3,main}", "no ranges"],
    ["{a,b", "a comma separates only within braces"],
    ["a{b", "left open"],
    ["@(a|b)", "can't stand in a tag"],
    ["1.2.3+build", "can't stand in a tag"],
    ["a b", "can't stand in a tag"],
    ["a\\*", "can't stand in a tag"],
    [".*-lts", 'no tag begins with "."'],
    ["-alpha", 'no tag begins with "-"'],
  ])("%s is refused: %s", (pattern, why) => expect(() => parsePattern(pattern)).toThrow(why));
});

describe("an expression that can match no name", () => {
  test.each(["/^a$,^b$/", "/a^/", "/x$y/", "/(a)^b/"])("%s is refused", (text) =>
    expect(() => parsePattern(text)).toThrow("would match nothing"),
  );

  test.each([
    "/^a$/",
    "/^(?:a|b)$/",
    "/^a$|^b$/",
    "/(^a|b$)/",
    "/[^a]$/",
    "/a\\^/",
    "/\\$b/",
    "/[$]a/",
    "/^$/",
  ])("%s is taken", (text) => expect(() => parsePattern(text)).not.toThrow());
});

describe("a regular expression", () => {
  test.each([
    // It is found anywhere, unless it says where.
    ["/alpha/", "3.3.0-alpha.74", true],
    ["/^alpha/", "3.3.0-alpha.74", false],
    ["/74$/", "3.3.0-alpha.74", true],
    ["/7$/", "3.3.0-alpha.74", false],
    ["/^3\\.3\\.0$/", "3.3.0", true],
    ["/^3\\.3\\.0$/", "3x3x0", false],
    ["/^v?\\d+\\.\\d+\\.\\d+$/", "v1.20.3", true],
    ["/^v?\\d+\\.\\d+\\.\\d+$/", "v1.20.3-rc.1", false],
    ["/^(dev|pr)-/", "pr-17", true],
    ["/^(dev|pr)-/", "prod-17", false],
    ["/\\bmain\\b/", "feature-main-7", true],
    ["/\\bmain\\b/", "domain-7", false],
    // Case matters, unless an i says that it does not.
    ["/ALPHA/", "3.3.0-alpha.74", false],
    ["/ALPHA/i", "3.3.0-alpha.74", true],
    ["/alpha/i", "3.3.0-ALPHA.74", true],
    ["/(?i)ALPHA/", "3.3.0-alpha.74", true],
    // What would be a glob's sign is none here, and a comma is what it is.
    ["/^a{2,3}$/", "aaa", true],
    ["/^a{2,3}$/", "aaaa", false],
    ["/[^0-9.]/", "1.2.3", false],
    ["/a|b/", "xbx", true],
    // It ends at the last slash.
    ["/a/b/", "a/b", true],
    ["/\\x{61}/", "a", true],
  ])("%s on %s: %s", (pattern, name, wanted) => {
    expect(parsePattern(pattern).matches(name)).toBe(wanted);
    expect(parseRepositoryPattern(pattern).matches(name)).toBe(wanted);
    expect(parsePattern(pattern).text).toBe(pattern);
  });

  test("is as good the second time", () => {
    const { matches } = parsePattern("/alpha/i");
    expect(["alpha", "Alpha", "beta", "alpha"].map(matches)).toEqual([true, true, false, true]);
  });

  test.each([
    ["/^(a+)+$/", `${"a".repeat(100)}b`, false],
    ["/^(a+)+$/", "a".repeat(100), true],
    ["/^(a|a)*$/", `${"a".repeat(100)}b`, false],
    ["/^(\\w+\\s?)*$/", `${"a".repeat(100)}!`, false],
    ["/(x+x+)+y/", "x".repeat(100), false],
  ])("%s, at which an engine that goes back would be for ever, comes to an end", (pattern, name, wanted) => {
    expect(parsePattern(pattern).matches(name)).toBe(wanted);
  });

  test.each([
    ["/", "ends with a slash"],
    ["//", "ends with a slash"],
    ["/^v1", "ends with a slash"],
    ["/a/I", "ends with a slash"],
    ["/a/g", '"g" is not a flag'],
    ["/a/ii", '"ii" is not a flag'],
    ["/a/im", '"im" is not a flag'],
    ["/(/", "no regular expression of RE2's syntax"],
    ["/[z-a]/", "no regular expression of RE2's syntax"],
    ["/a**/", "no regular expression of RE2's syntax"],
    ["/^(?!main)/", "no look-ahead"],
    ["/(?=a)/", "no look-ahead"],
    ["/(?<!a)b/", "no look-ahead"],
    ["/(a)\\1/", "no back-reference"],
  ])("%s is refused: %s", (pattern, why) => {
    for (const parse of [parsePattern, parseRepositoryPattern]) {
      expect(() => parse(pattern)).toThrow(why);
      expect(() => parse(pattern)).toThrow(PruneError);
    }
  });
});

describe("a pattern of repositories", () => {
  test.each([
    ["team/app", "team/app", true],
    ["team/app", "team/app2", false],
    ["team/app", "my-team/app", false],
    // * stays within one part of the path.
    ["team/*", "team/app", true],
    ["team/*", "team/app/debug", false],
    ["team/*", "team", false],
    ["*", "app", true],
    ["*", "team/app", false],
    ["*/app", "team/app", true],
    ["*/app", "team/x/app", false],
    ["team/app-?", "team/app-1", true],
    ["team?app", "team/app", false],
    ["team/[^a]*", "team/app", false],
    ["team/[^a]*", "team/web", true],
    ["team[^a]app", "team/app", false],
    // ** spans any number of them.
    ["**", "app", true],
    ["**", "team/app/debug", true],
    ["team/**", "team/app", true],
    ["team/**", "team/app/debug", true],
    ["team/**", "team", false],
    ["team/**", "team2/app", false],
    ["**/app", "team/x/app", true],
    ["**/app", "app", true],
    ["team/**/app", "team/x/y/app", true],
    ["team/**/app", "team/app", true],
    ["{team,lib}/app", "lib/app", true],
    ["{team/app,lib}", "team/app", true],
    // With its host.
    ["r.example.com:5000/team/*", "r.example.com:5000/team/app", true],
    ["r.example.com:5000/**", "r.example.com:5000/team/app", true],
    ["r.example.com/*", "r.example.com:5000/app", false],
  ])("%s on %s: %s", (pattern, name, wanted) => {
    expect(parseRepositoryPattern(pattern).matches(name)).toBe(wanted);
    expect(parseRepositoryGlob(pattern)).toMatchObject({ text: pattern });
  });

  test.each([
    ["Team/*", `"T" can't stand in a repository's name`],
    ["team/app@sha256", `"@" can't stand in a repository's name`],
    ["team/app\\*", "can't stand in a repository's name"],
    ["team/a,team/b", "write one pattern a line, or {a,b}"],
    ["!team/*", "name them in exclude"],
    ["team/{a", "left open"],
    ["[z-a]/*", "goes backwards"],
    ["team/[a", "left open"],
    ["team/[!a]", "write [^...]"],
    ["team/{a}", "a choice with commas"],
  ])("%s is refused: %s", (pattern, why) => {
    for (const parse of [parseRepositoryPattern, parseRepositoryGlob]) {
      expect(() => parse(pattern)).toThrow(why);
      expect(() => parse(pattern)).toThrow(PruneError);
    }
  });

  test("an expression is none where only a glob can stand", () => {
    expect(parseRepositoryPattern("/team/").matches("my-team/app")).toBe(true);
    expect(parseRepositoryGlob("/team/").matches("my-team/app")).toBe(false);
  });
});

describe("a glob's signs", () => {
  test.each([
    ["team/*", true],
    ["team/app?", true],
    ["team/[ab]", true],
    ["team/{a,b}", true],
    ["team]", true],
    ["a}", true],
    ["team/app", false],
    ["1.2.3-alpha_4", false],
    ["", false],
  ])("in %s: %j", (text, wanted) => expect(isGlob(text)).toBe(wanted));
});

test("a pattern that can't be read says what to do", () => {
  expect.assertions(2);
  try {
    parsePattern("/(/");
  } catch (error) {
    expect(error).toMatchObject({ nextStep: "Correct the pattern." });
    expect((error as PruneError).cause).toBeInstanceOf(Error);
  }
});
