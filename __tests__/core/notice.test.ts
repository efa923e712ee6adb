import { describe, expect, test } from "vitest";
import type { Notice } from "../../src/core/plan/plan.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { GroupKey } from "../../src/core/names/group.js";
import {
  daysAgo,
  ownImages,
  policy,
  type PolicyParts,
  signatureOf,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";
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
  const told = [expect.objectContaining({ kind: "no-candidates" }) as unknown];

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

describe("that many tags have no place in the order", () => {
  const series = (prefix: string, to: number): readonly string[] =>
    Array.from({ length: to }, (_, index) => `${prefix}${index + 1}`);
  const COMMITS = series("1a2b3c", 30).map((hash) => `sha-${hash}0`);
  const WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
  const MOVING = ["latest", "main", "1", "v1", "1.2", "1-alpine", "1.2-alpine3.18", "1.2_slim"];

  /** The number of tags that are told, and of those that there are. */
  const unplaced = (tags: readonly string[], settings: PolicyParts = {}): unknown =>
    noticesOf(tags, settings).flatMap((notice) =>
      notice.kind === "unplaced" ? [[notice.tags.length, notice.of, notice.example]] : [],
    );

  test.each<[string, readonly string[], PolicyParts, readonly unknown[]]>([
    ["is told, with one of them", [...COMMITS, "1.0.0"], {}, [[30, 31, "sha-1a2b3c300"]]],
    ["is told of counters", [...series("build-", 30), "1.0.0"], {}, [[30, 31, "build-30"]]],
    ["is told of numbers alone", [...series("", 30), "1.0.0"], {}, [[30, 31, "30"]]],
    ["is told of two numbers", [...series("3.", 30), "1.0.0"], {}, [[30, 31, "3.30"]]],
    [
      "is told of words that are most",
      [...series("a", 12).map((x) => x.replace(/\d+/, (n) => "b".repeat(Number(n)))), "1.0.0"],
      {},
      [[12, 13, "abbbbbbbbbbbb"]],
    ],
    ["is told of ten", [...series("build-", 10), "1.0.0"], {}, [[10, 11, "build-10"]]],
    ["is not told of nine", [...series("build-", 9), "1.0.0"], {}, []],
    [
      "is not told of nine beside moving names",
      [...MOVING, ...series("build-", 9).slice(2), "1.2.3"],
      {},
      [],
    ],
    ["is not told of half", [...WORDS, ...WORDS.map((_, index) => `1.0.${index}`)], {}, []],
    [
      "knows the beginnings of two digits",
      [...series("12.", 11), ...series("12.", 11).map((x) => `${x}.0`)],
      {},
      [],
    ],
    [
      "knows no beginning behind a word",
      [...series("", 6), ...series("", 6).map((x) => `api-${x}.0.0`), "1.0.0"],
      {},
      [[12, 13, "api-6.0.0"]],
    ],
    [
      "is told where they are more than a tenth",
      [...series("build-", 12), ...series("1.0.", 107)],
      {},
      [[12, 119, "build-12"]],
    ],
    ["is not told where they are a tenth", [...series("build-", 12), ...series("1.0.", 108)], {}, []],
    [
      "counts moving names that stand beside them",
      [...MOVING, ...series("build-", 10), "1.2.3"],
      {},
      [[18, 19, "build-10"]],
    ],
    [
      "is not told of moving names",
      [...MOVING, ...series("1.", 30), ...series("1.", 30).map((x) => `${x}.0`), "1.2.3"],
      {},
      [],
    ],
    [
      "is told of a commit behind a version's beginning",
      [...series("1.2-abcdef", 10), "1.2.3"],
      {},
      [[10, 11, "1.2-abcdef10"]],
    ],
    ["is not told of what is excluded", [...COMMITS, "1.0.0"], { exclude: ["sha-*"] }, []],
    ["is not told of what no include matches", [...COMMITS, "1.0.0"], { include: ["1.*"] }, []],
    [
      "is not told of what no rule is for",
      [...COMMITS, "1.0.0"],
      { rules: [{ name: "a", include: ["1.*"] }] },
      [],
    ],
    ["is not told where all have a place", [...COMMITS, "1.0.0"], { sort: "natural" }, []],
    ["is not told of signatures", [...series("", 30).map((name) => signatureOf(name)), "1.0.0"], {}, []],
    [
      "is not told of releases under prerelease",
      [...series("1.0.", 30), "1.0.0-rc.1"],
      { sort: "prerelease" },
      [],
    ],
    [
      "is told of labels under prerelease",
      [...series("main-", 30), "1.0.0-rc.1"],
      { sort: "prerelease" },
      [[30, 31, "main-30"]],
    ],
    [
      "is told of versions behind a word",
      [...series("api-v1.0.", 30), "1.0.0-rc.1"],
      { sort: "prerelease" },
      [[30, 31, "api-v1.0.30"]],
    ],
  ])("%s", (...[, tags, settings, wanted]) => expect(unplaced(tags, settings)).toEqual(wanted));
});

describe("that flavours which differ in a number take the places of other versions", () => {
  const both = (...suffixes: readonly string[]): readonly string[] =>
    ["2.426.3", "2.440.1"].flatMap((version) => suffixes.map((suffix) => `${version}${suffix}`));
  const crowding = (tags: readonly string[], settings: PolicyParts = {}): readonly unknown[] =>
    noticesOf(tags, settings).flatMap((notice) =>
      notice.kind === "flavours"
        ? notice.versions.map(({ tag, group, takes, of, gone }) => [tag, group, takes, of, gone.length])
        : [],
    );
  const JDKS = both("-lts-jdk11", "-lts-jdk17", "-lts-jdk21");

  test("is told with the version, its places and the tags that go", () => {
    expect(crowding(JDKS, { keep: 3 })).toEqual([["2.440.1-lts-jdk21", "lts-jdk", 3, 3, 3]]);
    expect(crowding(JDKS, { keep: 5 })).toEqual([["2.440.1-lts-jdk21", "lts-jdk", 3, 5, 1]]);
    expect(crowding(JDKS, { keep: 3, groupBy: ["major"] })).toEqual([["2.440.1-lts-jdk21", "2.x", 3, 3, 3]]);
  });

  test.each<readonly [string, ...string[]]>([
    ["-pg15", "-pg16"],
    ["-alpine3.18", "-alpine3.19"],
    ["-py3.9", "-py3.10", "-py3.11"],
    ["-php8.0-fpm", "-php8.1-fpm"],
    ["-go1.21", "-go1.22"],
    ["-ltsc2019", "-ltsc2022"],
    ["_2.12", "_2.13"].map((scala) => `-scala${scala}`) as [string, string],
    ["-jdk-11", "-jdk-17"],
    ["-11-jre", "-17-jre"],
    ["-node18-1a2b3c4", "-node20-1a2b3c5"],
  ])("is told of %s", (...suffixes) => {
    expect(crowding(both(...suffixes), { keep: suffixes.length })).toHaveLength(1);
  });

  const counted = (word: string, from = 1, versions = ["1.0.0", "1.1.0"]): readonly string[] =>
    versions.flatMap((version) =>
      Array.from({ length: 12 }, (_, index) => `${version}-${word}${from + index}`),
    );

  test.each<[string, readonly string[], number]>([
    ["where other versions stay", JDKS, 6],
    ["where no version takes most places", both("-jdk11", "-jdk17"), 4],
    [
      "where it takes half of them",
      ["1.0.0-jdk11", "1.0.0-jdk17", "1.1.0-jdk11", "1.1.0-jdk17", "1.2.0-jdk11", "1.2.0-jdk17"],
      4,
    ],
    ["where only this version's own go", JDKS.slice(3), 2],
    ["of one place", JDKS, 1],
    ["of flavours that differ in words, which are counted apart", both("-jdk", "-jre"), 1],
    ["of prereleases", counted("alpha."), 3],
    ["of prereleases that are glued on", counted("rc"), 3],
    ["of prereleases that begin anywhere", counted("beta.", 70), 3],
    ["of any word's counter that begins again", counted("feature."), 3],
    [
      "of any word's counter that goes on",
      [...counted("login.", 5, ["1.0.0"]), ...counted("login.", 17, ["1.1.0"])],
      3,
    ],
    ["of patches", counted("r", 0), 3],
    ["of a packager's patches of a flavour", counted("debian-12-r", 0), 3],
    ["of days", counted("edge.", 20240111), 3],
    ["of builds", counted("", 70), 3],
    ["of builds behind _", counted("", 70).map((name) => name.replace("-", "_")), 3],
    ["of commits", counted("slim-1a2b3c", 100), 3],
  ])("is not told %s", (_, tags, keep) => {
    expect(crowding(tags, { keep })).toEqual([]);
  });

  test("is not told by group-by: suffix, which helps", () => {
    expect(crowding(JDKS, { keep: 1, groupBy: ["suffix"] })).toEqual([]);
  });

  test("is not told where the same image has these names", () => {
    const tags = Object.fromEntries(JDKS.map((name) => [name, name.slice(0, 7)]));
    const { notices } = plan(snapshot({ tags }), policy({ keep: 1 }));
    expect(notices).toEqual([]);
  });

  test("is not told where the others stay for another reason", () => {
    const inUse = { keep: 3, protect: JDKS.map((name) => `registry.example.com/team/app:${name}`) };
    expect(crowding(JDKS, inUse)).toEqual([]);
    const olderInUse = { keep: 2, protect: inUse.protect.slice(0, 3) };
    expect(crowding(JDKS, olderInUse)).toEqual([]);
  });
});

describe("that what was just pushed is beyond the newest", () => {
  const names = ["2023.10.1", "2023.11.1", "1.0.0", "1.1.0", "1.2.0"];
  const beyond = (parts: Partial<SnapshotParts>, settings: PolicyParts = {}): unknown =>
    plan(snapshot({ tags: ownImages(names), ...parts }), policy({ keep: 2, ...settings })).notices;
  const pushed = { namedTags: ["1.2.0"] };
  const told = { tag: "1.2.0", group: "release", rank: 3, keep: 2 };

  test("is told once for all tags of a push", () => {
    expect(beyond({ namedTags: ["1.2.0", "1.1.0", "2023.11.1"] })).toEqual([
      { kind: "pushed-beyond", tags: [told, { ...told, tag: "1.1.0", rank: 4 }] },
    ]);
  });

  test("is told with the age at which it goes, where young images stay", () => {
    const created = { "1.2.0": daysAgo(0), "1.0.0": daysAgo(9), "1.1.0": daysAgo(9) };
    expect(beyond({ ...pushed, created }, { keepYoungerThan: 1000 })).toEqual([
      { kind: "pushed-beyond", tags: [{ ...told, youngerThan: 1000 }] },
    ]);
  });

  test("is not told of one that is among the newest", () => {
    expect(beyond({ namedTags: ["2023.12.1"] })).toEqual([]);
  });

  test("is not told of what stays for another reason", () => {
    expect(beyond(pushed, { protect: ["registry.example.com/team/app:1.2.0"] })).toEqual([]);
    expect(beyond(pushed, { exclude: ["1.2.0"] })).toEqual([]);
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
      { kind: "undated", tags: ["c", "b"], by: ["sort"] },
    ]);
    expect(plan(snapshot(parts), policy({ sort: "natural" })).notices).toEqual([]);
  });

  const young = { keep: 1, sort: "natural", keepYoungerThan: 1000 } as const;

  test("is told where young ones stay, of those that nothing else keeps", () => {
    const dated = { ...parts, created: { a: daysAgo(1), b: null, c: null } };
    expect(plan(snapshot(dated), policy(young)).notices).toEqual([
      { kind: "undated", tags: ["b"], by: ["keep-younger-than"] },
    ]);
    expect(plan(snapshot(dated), policy({ ...young, keep: 2 })).notices).toEqual([]);
  });

  test("is told once, whatever the settings are by which dates count", () => {
    const rules = [{ name: "dates", include: ["c"], sort: "created" } as const, { name: "ages", ...young }];
    expect(plan(snapshot({ ...parts, created: { a: null, b: null } }), policy({ rules })).notices).toEqual([
      { kind: "undated", tags: ["c", "a"], by: ["sort", "keep-younger-than"] },
    ]);
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
