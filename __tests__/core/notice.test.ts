import { describe, expect, test } from "vitest";
import type { Notice } from "../../src/core/plan/plan.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { GroupKey } from "../../src/core/names/group.js";
import { daysAgo, ownImages, policy, type PolicyParts, snapshot } from "../support/snapshots.js";
import { TAG_LISTS, tagsOf } from "../support/tag-lists.js";

function noticesOf(tags: readonly string[], settings: PolicyParts = {}): readonly Notice[] {
  return plan(snapshot({ tags: ownImages(tags) }), policy({ allowEmpty: true, ...settings })).notices;
}

/** The channels that are told as endless. */
function endless(tags: readonly string[], settings: PolicyParts = {}): readonly string[] {
  return noticesOf(tags, settings).flatMap((notice) =>
    notice.kind === "endless-channels" ? notice.channels : [],
  );
}

describe("that no tag has a place in the order", () => {
  const told = [{ kind: "no-candidates" }];

  test.each<[string, readonly string[], PolicyParts, readonly unknown[]]>([
    ["is told", ["latest", "main"], {}, told],
    ["is told where include matches none", ["1.0.0"], { include: ["2.*"] }, told],
    ["is told where all are excluded", ["1.0.0"], { exclude: ["*"] }, told],
    ["is told where there is no rule", ["1.0.0"], { rules: [] }, told],
    ["is not told where one has", ["1.0.0", "main"], {}, []],
    [
      "is not told where one has by one rule",
      ["main-1"],
      { rules: [{}, {}, { include: ["*"], sort: "natural" }] },
      told,
    ],
    ["is not told where there is no tag", [], {}, []],
  ])("%s", (...[, tags, settings, wanted]) => expect(noticesOf(tags, settings)).toEqual(wanted));

  test("is not told as long as dates are to give them one", () => {
    const parts = { tags: { main: "main" }, created: { main: daysAgo(1) } };
    const created = policy({ sort: "created" });
    expect(plan(snapshot({ ...parts, unread: ["main"] }), created).notices).toEqual([]);
    expect(plan(snapshot(parts), created).notices).toEqual([]);
  });
});

describe("that channels are endless", () => {
  const WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  /** A branch of each word, with two builds of one version. */
  const branches = (words: readonly string[]): readonly string[] =>
    words.flatMap((word) => [`1.4.0-${word}.1`, `1.4.0-${word}.2`]);
  /** A stage of each word that goes on through two versions. */
  const stages = (words: readonly string[]): readonly string[] =>
    words.flatMap((word) => [`1.4.0-${word}.1`, `1.5.0-${word}.1`]);

  test("is told of ten that are each of one version, with their names", () => {
    expect([...endless(branches(WORDS))].sort()).toEqual([...WORDS].sort());
  });

  test("is not told of nine", () => expect(endless(branches(WORDS.slice(1)))).toEqual([]));

  test("is told where more than half are, and then of those", () => {
    expect(endless([...branches(WORDS.slice(0, 5)), ...stages(WORDS.slice(5))])).toEqual([]);
    expect(endless([...branches(WORDS.slice(0, 6)), ...stages(WORDS.slice(6))])).toHaveLength(6);
  });

  test("is not told of releases, which are no channel of a branch", () => {
    expect(endless([...branches(WORDS.slice(1)), "1.0.0"])).toEqual([]);
    const half = [...branches(WORDS.slice(0, 5)), ...stages(WORDS.slice(5, 9))];
    expect(endless([...half, "1.0.0", "1.1.0"])).toEqual([]);
  });

  test("is not told of flavours, which are put together from a few words", () => {
    const flavours = ["slim", "alpine", "rc", "perl"];
    const all = flavours.flatMap((a) => flavours.flatMap((b) => (a === b ? [a] : [`${a}-${b}`])));
    expect(endless(branches(all))).toEqual([]);
  });

  test.each<[readonly GroupKey[], number]>([
    [["channel"], 10],
    [["channel", "minor"], 10],
    [["minor"], 0],
    [[], 0],
  ])("is told where channels are counted apart: by %j of %i", (groupBy, wanted) => {
    expect(endless(branches(WORDS), { groupBy })).toHaveLength(wanted);
  });

  test("is told of label names too, which are of no version", () => {
    const labels = WORDS.flatMap((word) => [`${word}-1`, `${word}-2`]);
    expect(endless(labels, { sort: "prerelease", include: ["*"] })).toHaveLength(10);
    expect(endless(labels, { sort: "prerelease" })).toEqual([]);
  });

  test("is not told of stages that commit hashes tell apart, of letters alone too", () => {
    const hashed = WORDS.flatMap((word, at) => {
      const letters = `abcde${"abcdef"[at % 6] ?? ""}${"ab"[at % 2] ?? ""}${"abcdef"[Math.floor(at / 6)] ?? ""}`;
      return [`1.4.0-${word}.1-77c1f2b0`, `1.5.0-${word}.1-${letters}`];
    });
    expect(endless(hashed)).toEqual([]);
  });

  test("is not told of tags that have no place", () => {
    expect(endless(branches(WORDS), { exclude: ["*-one.*"] })).toEqual([]);
  });
});

describe("of real tags", () => {
  test("branches are endless channels", () => {
    const channels = endless(tagsOf("branches"));
    expect(channels).toEqual(expect.arrayContaining(["integration-fix-paths", "radix-esm-bug"]));
    // Some go on through versions.
    expect(channels).not.toContain("unstable");
    expect(channels).not.toContain("dataconnect-preview");
  });

  test.each(TAG_LISTS.filter((name) => name !== "branches"))("%s are none", (name) => {
    expect(endless(tagsOf(name))).toEqual([]);
    expect(endless(tagsOf(name), { groupBy: ["channel", "minor"] })).toEqual([]);
  });
});

describe("that some have no date", () => {
  const parts = { tags: ownImages(["a", "b", "c"]), created: { a: daysAgo(1), b: null } };

  test("is told where they are ordered by it", () => {
    expect(plan(snapshot(parts), policy({ sort: "created" })).notices).toEqual([
      { kind: "undated", tags: ["c", "b"] },
    ]);
    expect(plan(snapshot(parts), policy({ sort: "natural" })).notices).toEqual([]);
  });
});

describe("that more has to stay than there is room for", () => {
  const parts = { tags: ownImages(["1.0.0"]), layers: { "1.0.0": { layer: 10 } } };

  test.each([
    [9, ["over-budget"]],
    [10, []],
  ])("is told by the byte: with room for %i %j", (maxSize, kinds) => {
    const { notices } = plan(snapshot(parts), policy({ maxSize }));
    expect(notices.map(({ kind }) => kind)).toEqual(kinds);
  });

  test("is not told because something stays that need not", () => {
    const signed = { ...parts, tags: { ...parts.tags, main: "1.0.0" } };
    expect(plan(snapshot(signed), policy({ maxSize: 10 })).notices).toEqual([]);
  });
});

test("all that is to be told is, in one order", () => {
  const parts = { tags: ownImages(["main"]), layers: { main: { layer: 10 } } };
  const kinds = (settings: PolicyParts): readonly string[] =>
    plan(snapshot(parts), policy(settings)).notices.map(({ kind }) => kind);
  expect(kinds({ maxSize: 1 })).toEqual(["no-candidates", "over-budget"]);
  expect(kinds({ maxSize: 1, sort: "created" })).toEqual(["undated", "over-budget"]);
});
