import { describe, expect, test } from "vitest";
import { count } from "../../src/core/base/count.js";
import { cutBeginning, cutEnd } from "../../src/core/base/cut.js";
import { asPruneError, BadInputError, NoAnswerError, PruneError } from "../../src/core/base/errors.js";
import { parseJson, textAt } from "../../src/core/base/json.js";
import { plainJson, plainLine, plainText } from "../../src/core/base/plain-text.js";
import { isInMemory, privateName, spareFolders } from "../../src/core/base/spare-folders.js";
import { codeOf, isNotThere, whyRefused } from "../../src/core/base/system-error.js";
import { listed, nearest } from "../../src/core/base/words.js";

test("a text that is too long is cut, and the cut is marked", () => {
  expect(["abc", "abcd"].map((text) => cutEnd(text, 3))).toEqual(["abc", "abc…"]);
  expect(["abc", "abcd"].map((text) => cutBeginning(text, 3))).toEqual(["abc", "…bcd"]);
});

describe("an error", () => {
  test("has no line that is too long to be read, and no break that is not its own", () => {
    const line = "x".repeat(2000);
    expect(new PruneError(line, "n").message).toBe(line);
    expect(new PruneError(`${line}y`, "n").message).toBe(`${line}…`);
    expect(new PruneError(`a\n  ${line}yy\n  b`, `${line}z`)).toMatchObject({
      message: `a\n  ${line.slice(2)}…\n  b`,
      nextStep: `${line}…`,
    });
    expect(new PruneError("a\nb\n c\n  d", "n").message).toBe("a\\nb\\n c\n  d");
  });

  test("that is the user's stays as it is, and any other is a bug that names its cause", () => {
    const own = new PruneError("it failed", "Try again.");
    expect(asPruneError(own, "the run")).toBe(own);
    const cause = new TypeError("x is not a function");
    expect(asPruneError(cause, "the run")).toMatchObject({
      message: "the run broke off: TypeError: x is not a function",
      nextStep: "Report this as a bug.",
      cause,
    });
  });

  test("names each thing that is wrong with the input, each on its line", () => {
    const problems = [
      { setting: "image", message: "Write one." },
      { setting: "keep", message: "Write a number." },
    ];
    const error = new BadInputError(problems);
    expect(error.message).toBe("Bad input (2 problems):\n  image: Write one.\n  keep: Write a number.");
    expect(error.problems).toBe(problems);
  });

  test("says why a question has no answer", () => {
    expect(new NoAnswerError("interrupted").message).toMatch(/^Interrupted/);
    expect(new NoAnswerError("ended").message).toMatch(/^No answer/);
  });
});

describe("the system's error", () => {
  test.each<[unknown, string]>([
    [Object.assign(new Error("x"), { code: "ENOENT" }), "ENOENT"],
    [{ code: "EACCES" }, "EACCES"],
    [{ code: 7 }, ""],
    [new Error("x"), ""],
    [null, ""],
    [undefined, ""],
    ["ENOENT", ""],
  ])("%j has the code %j", (error, code) => expect(codeOf(error)).toBe(code));

  test.each<[unknown, string]>([
    [{ code: "EACCES" }, "this user may not do that"],
    [{ code: "EPERM" }, "this user may not do that"],
    [{ code: "ENOSPC" }, "the disk is full"],
    [{ code: "EMFILE" }, "the system said EMFILE"],
    [new Error("it broke"), "it broke"],
    ["a text", "a text"],
  ])("%j is said as %j", (error, why) => expect(whyRefused(error)).toBe(why));

  test.each([
    ["ENOENT", true],
    ["ENOTDIR", true],
    ["EACCES", false],
    ["", false],
  ])("%j: nothing is there: %s", (code, is) => expect(isNotThere({ code })).toBe(is));
});

test("JSON that can't be parsed is undefined, and so is a text that is none, or empty", () => {
  expect([parseJson("{"), parseJson(""), parseJson("[1]")]).toEqual([undefined, undefined, [1]]);
  const found = [{ a: "x" }, { a: "" }, { a: 7 }, {}, ["x"], null, "x"].map((value) => textAt(value, "a"));
  expect(found).toEqual(["x", ...Array.from({ length: 6 }, () => undefined)]);
});

describe("spare folders", () => {
  const spare = (platform: string, runtime?: string): readonly string[] =>
    spareFolders({ env: { XDG_RUNTIME_DIR: runtime }, temporary: "/tmp", platform });

  test.each([
    ["linux", undefined, ["/tmp", "/var/tmp", "/dev/shm"]],
    ["linux", "/run/user/7", ["/tmp", "/var/tmp", "/run/user/7", "/dev/shm"]],
    ["linux", "relative/", ["/tmp", "/var/tmp", "/dev/shm"]],
    ["linux", "/tmp", ["/tmp", "/var/tmp", "/dev/shm"]],
    ["darwin", "/run/user/7", ["/tmp", "/var/tmp", "/run/user/7"]],
    ["win32", "/run/user/7", ["/tmp"]],
  ])("on %s with %s are %j", (platform, runtime, folders) =>
    expect(spare(platform, runtime)).toEqual(folders),
  );

  test("have a name for each user, and some are in memory", () => {
    expect([privateName(7), privateName(0), privateName(undefined)]).toEqual([
      "prune-image-tags-7",
      "prune-image-tags-0",
      "prune-image-tags",
    ]);
    const paths = ["/dev/shm/x", "/run/user/7/x", "/var/tmp/x", "/srv/run/x", "/dev/shmx/y", "/run"];
    expect(paths.map(isInMemory)).toEqual([true, true, false, false, false, false]);
  });
});

test("things are counted", () => {
  const counted = [count(1, "entry"), count(0, "entry"), count(2, "day"), count(3, "physical file")];
  expect(counted).toEqual(["1 entry", "0 entries", "2 days", "3 physical files"]);
});

test("words are listed as people do, and the nearest known one is found", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map((words) => listed(words, "or"))).toEqual([
    "",
    "a",
    "a or b",
    "a, b or c",
  ]);
  expect(nearest("kep", ["sort", "keep", "image"])).toBe("keep");
  expect(nearest("kep", ["keep", "sort", "image"])).toBe("keep");
  expect(nearest("kep", [])).toBe("another");
});

describe("a text in which nothing is obeyed", () => {
  test.each([
    ["plain, with ümläuts", "plain, with ümläuts"],
    ["a\n\tb", "a\n\tb"],
    ["\u001b[31m", "\\u001b[31m"],
    ["\u0000", "\\u0000"],
    ["\r", "\\u000d"],
    ["\u0085", "\\u0085"],
    ["\u202e", "\\u202e"],
    ["\u2028\u2029", "\\u2028\\u2029"],
    ["\ud800", "\\ud800"],
    ["\u115f", "\\u115f"],
    ["\u{e0001}", "\\u{e0001}"],
    ["::error::x", ": :error::x"],
    ["a\n  ::set-output", "a\n  : :set-output"],
    ["a ::b", "a ::b"],
    ["##[group]", "# #[group]"],
    ["a ##vso[x]", "a # #vso[x]"],
    ["##teamcity[x]", "# #teamcity[x]"],
    ["## a title", "## a title"],
    [":: ##[x]", ": : # #[x]"],
  ])("%j is %j", (text, shown) => expect(plainText(text)).toBe(shown));

  test("may be on one line", () => expect(plainLine("a\nb\u001b")).toBe("a\\u000ab\\u001b"));

  test.each(["##[x]\u001b", "\u202e", "\u{e0001}", "plain", "a\n::error::"])(
    "of JSON is JSON of the same value: %j",
    (value) => {
      const json = plainJson(JSON.stringify({ value }));
      expect(JSON.parse(json)).toEqual({ value });
      expect(plainText(json)).toBe(json);
    },
  );
});
