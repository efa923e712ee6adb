import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plan } from "../../src/core/plan/make-plan.js";
import { scanProtected } from "../../src/core/policy/in-use.js";
import { goes, type Verdict } from "../../src/core/policy/verdict.js";
import { propertyRuns } from "../support/property-runs.js";
import { daysAgo, policy, type PolicyParts, snapshot } from "../support/snapshots.js";

/** A name with the day of its image, counted back from today; without one, its image has no date. */
type Named = string | readonly [name: string, daysAgo: number];

/** Plans for a repository of these names, each with an image of its own. */
function verdicts(names: readonly Named[], settings: PolicyParts): readonly Verdict[] {
  const all = names.map((each) => (typeof each === "string" ? ([each] as const) : each));
  const image = (name: string): string => `image of ${name}`.slice(-31);
  const parts = {
    tags: Object.fromEntries(all.map(([name]) => [name, image(name)])),
    created: Object.fromEntries(
      all.map(([name, days]) => [image(name), days === undefined ? null : daysAgo(days)] as const),
    ),
  };
  return plan(snapshot(parts), policy({ allowEmpty: true, ...settings })).verdicts;
}

function going(names: readonly Named[], settings: PolicyParts): readonly string[] {
  return verdicts(names, settings)
    .filter(goes)
    .map(({ tag }) => tag as string)
    .sort();
}

function unordered(names: readonly Named[], settings: PolicyParts): readonly string[] {
  return verdicts(names, settings)
    .flatMap(({ tag, reason }) => (reason.kind === "unordered" ? [tag as string] : []))
    .sort();
}

/** The names with a prefix, of these numbers. */
function numbered(prefix: string, numbers: readonly (string | number)[]): readonly string[] {
  return numbers.map((number) => `${prefix}${number}`);
}

const HASHES = ["e4a8b07", "b1c2d3e", "9f3c2e1", "1f3a9c0", "0a1b2c3", "03d5f6a"];
const DATED = HASHES.map((hash, index) => [`1.5.0-${hash}`, 10 - index] as const);
const FLAVOURS = ["jdk", "jdk-alpine", "jre", "jre-alpine"];
const JENKINS = ["2.426.3", "2.440.1"].flatMap((version) =>
  numbered(`${version}-lts-`, ["jdk11", "jdk17", "jdk21"]),
);
const LS = Array.from({ length: 30 }, (_, index) => `4.0.10.${2501 + index}-ls${1 + index}`);
const FEATURES = ["57-1a2b3c7", "58-1a2b3c8", "59-1a2b3c9", "60-1a2b3d0"];
const FLAVOURS_OF_RC = numbered("1.0.0-rc.1", ["", "-alpine", "-slim", "_bookworm"]);
const PLATFORMS = [
  "arm-v6",
  "arm-v7",
  "arm64-v8",
  "linux-arm-v6",
  "linux_arm_v7",
  "amd64-v2",
  "amd64-v3",
].concat(["x86-64-v2", "x86_64_v3", "x86_64-v4", "linux-arm_v5"]);
const MAIN = ["57-1a2b3c4", "58-77c1f2b", "59-1234567", "60-0c4d1e2", "61-9f3c2e1"];

describe("which images go", () => {
  test.each<[string, readonly Named[], PolicyParts, readonly string[]]>([
    ["versions that differ in a hash alone", numbered("1.5.0-", HASHES), { keep: 2 }, []],
    ["…behind a _", numbered("1.5.0_", HASHES), { keep: 2 }, []],
    ["…with dates", DATED, { keep: 2 }, DATED.slice(0, 4).map(([name]) => name)],
    [
      "a day and a counter",
      numbered("1.4.0-20240115-", [8, 9, 10, 11, 12]),
      { keep: 2 },
      numbered("1.4.0-20240115-", [10, 8, 9]),
    ],
    [
      "flavours behind a _",
      ["21.0.3_9-", "21.0.4_7-"].flatMap((v) => numbered(v, FLAVOURS)),
      { keep: 2 },
      [],
    ],
    [
      "…of which one more is pushed",
      ["21.0.3_9-", "21.0.4_7-", "21.0.5_11-"].flatMap((v) => numbered(v, FLAVOURS)),
      { keep: 2 },
      numbered("21.0.3_9-", FLAVOURS),
    ],
    [
      "builds behind a _ beside releases",
      ["1.3.0", "1.4.0", "1.4.0_118", "1.4.0_119", "1.4.0_9"],
      { keep: 2 },
      ["1.4.0_9"],
    ],
    [
      "by date, some without one",
      [["1.2.0", 90], ["1.3.0", 60], ["1.4.0", 30], "buildcache", "1.5.0"],
      { keep: 3, sort: "created" },
      [],
    ],
    ["flavours that differ in a number, by channel", JENKINS, { keep: 3 }, JENKINS.slice(0, 3)],
    ["…by suffix", JENKINS, { keep: 3, groupBy: ["suffix"] }, []],
    [
      "a hash alone beside releases, by suffix",
      ["1.0.0", "1.1.0", "1.1.0-1f3a9c0", "1.2.0-e4a8b07"],
      { keep: 1, groupBy: ["suffix"] },
      ["1.0.0", "1.1.0-1f3a9c0"],
    ],
    ["four parts and a word", ["1.0.0", ...LS], { keep: 2 }, [...LS.slice(0, 28)].sort()],
    ["four parts alone", ["1.2.3.9", "1.2.3.10", "1.2.4.1"], { keep: 2 }, ["1.2.3.9"]],
    [
      "branches with tickets",
      [...numbered("feature-PROJ-123-login-", FEATURES), ...numbered("main-", MAIN)],
      { keep: 2, sort: "prerelease", include: ["feature-*", "main-*"] },
      [...numbered("feature-PROJ-123-login-", FEATURES.slice(0, 2)), ...numbered("main-", MAIN.slice(0, 3))],
    ],
    [
      "a ticket alone",
      ["feature-PROJ-123", "feature-PROJ-124"],
      { keep: 0, sort: "prerelease", include: ["*"] },
      [],
    ],
    [
      "patches of a version, by minor version",
      ["1.0.2", "1.0.2u", "1.4.2", "1.4.2-r8", "0.3.0", "0.3.0-post1", "11.6.0", "11.6.0-security-01"],
      { keep: 1, groupBy: ["minor"] },
      ["0.3.0", "1.0.2", "1.4.2", "11.6.0"],
    ],
    [
      "prereleases of a version, by minor version",
      ["1.0.0-rc.1", "1.0.0-m.2", "1.0.0"],
      { keep: 1, groupBy: ["minor"] },
      ["1.0.0-m.2", "1.0.0-rc.1"],
    ],
    [
      "commits after a version, by minor version",
      ["1.2.3", "1.2.3-14-g2414721"],
      { keep: 1, groupBy: ["minor"] },
      ["1.2.3"],
    ],
    [
      "another word beside a version, by minor version",
      ["3.7.0", "3.8.0", "3.8.0-alpine"],
      { keep: 1, groupBy: ["minor"] },
      [],
    ],
    [
      "a number behind a _, by minor version",
      ["3.8.0_1", "3.8.0_2"],
      { keep: 1, groupBy: ["minor"] },
      ["3.8.0_1"],
    ],
    ["…beside its version", ["3.8.0", "3.8.0_1", "3.8.0_2"], { keep: 1, groupBy: ["minor"] }, []],
    [
      "versions behind a word that is asked for",
      ["api-v1.8.0", "api-v1.9.0", "api-v1.10.0-rc.1", "api-v1.10.0"],
      { keep: 1, include: ["api-v*"] },
      ["api-v1.8.0", "api-v1.9.0"],
    ],
    [
      "…that is not",
      ["api-v1.8.0", "api-v1.9.0"],
      { keep: 0, include: ["*", "a*", "/api/", "{web,ap*}*"] },
      [],
    ],
    [
      "…in a choice",
      ["api-v1.8.0", "web-v1.9.0"],
      { keep: 0, include: ["{api,web}-v*"] },
      ["api-v1.8.0", "web-v1.9.0"],
    ],
    ["…in a regular expression", ["api-v1.8.0"], { keep: 0, include: ["/^api-v\\d/"] }, ["api-v1.8.0"]],
    ["one version twice, without dates", ["0.9.0", "1.0.0", "v1.0.0"], { keep: 1 }, ["0.9.0"]],
    [
      "…with dates",
      [
        ["0.9.0", 3],
        ["1.0.0", 1],
        ["v1.0.0", 2],
      ],
      { keep: 1 },
      ["0.9.0", "v1.0.0"],
    ],
    [
      "…with equal dates",
      [
        ["1.0.0", 1],
        ["v1.0.0", 1],
      ],
      { keep: 1 },
      [],
    ],
    ["…with one date", [["1.0.0", 1], "v1.0.0"], { keep: 1 }, []],
    ["architectures", numbered("1.0.0-", ["arm32v7", "arm64v8", "amd64", "x86_64", "i386"]), { keep: 1 }, []],
    [
      "words that mean the release",
      ["8.4.0", "8.4.0-release", "8.4.0.RELEASE", "8.4.0.Final"],
      { keep: 1 },
      [],
    ],
    ["capitals", ["1.0.0-RC.4", "1.0.0-rc.3"], { keep: 1 }, ["1.0.0-rc.3"]],
    [
      "numbers above 2^53",
      ["1.0.9007199254740993", "1.0.9007199254740992"],
      { keep: 1 },
      ["1.0.9007199254740992"],
    ],
    ["two parts", ["1.2", "1.3"], { keep: 0 }, []],
    [
      "a version behind a word that only another pattern matches",
      ["api-v2.0.0"],
      { keep: 0, include: ["api-v1.*", "*"] },
      [],
    ],
    ["…whose last letter need not be there", ["api-v2.0.0"], { keep: 0, include: ["/^api?/"] }, []],
    ["…of a choice of expressions", ["api-v2.0.0"], { keep: 0, include: ["/^api|web/"] }, []],
    [
      "a number behind a dash, by minor version",
      ["1.2.3-5", "1.2.3"],
      { keep: 1, groupBy: ["minor"] },
      ["1.2.3-5"],
    ],
    [
      "hashes by natural order",
      ["main-1f3a9c0", "main-e4a8b07", "main-77c1f2b"],
      { keep: 1, sort: "natural" },
      [],
    ],
    [
      "…one of digits alone, and one of letters alone",
      ["main-1f3a9c0", "main-e4a8b07", "main-1234567", "main-abcdefa"],
      { keep: 1, sort: "natural" },
      [],
    ],
    [
      "…before the time of the build",
      ["main-1f3a9c0-1705332600", "main-e4a8b07-1705332700", "main-1234567-1705332800"],
      { keep: 1, sort: "natural" },
      ["main-1f3a9c0-1705332600", "main-e4a8b07-1705332700"],
    ],
    [
      "…behind the number of the build",
      ["build-57-1f3a9c0", "build-58-1234567", "build-59-77c1f2b"],
      { keep: 1, sort: "natural" },
      ["build-57-1f3a9c0", "build-58-1234567"],
    ],
    [
      "…behind a name that is there without one",
      ["1.0.0", "1.0.0-1f3a9c0", "1.0.0-1f3a9c0-1"],
      { keep: 2, sort: "natural" },
      [],
    ],
    [
      "days by natural order, beside hashes that are shorter",
      ["main-20240115", "main-20240116", "main-1f3a9c0"],
      { keep: 2, sort: "natural" },
      ["main-1f3a9c0"],
    ],
    ["flavours of a prerelease, by minor version", FLAVOURS_OF_RC, { keep: 1, groupBy: ["minor"] }, []],
    [
      "…of which the next is there",
      [...FLAVOURS_OF_RC, "1.0.0-rc.2"],
      { keep: 1, groupBy: ["minor"] },
      FLAVOURS_OF_RC,
    ],
    [
      "…of a prerelease that is a number alone",
      ["10.3.0-148396", "10.3.0-151278", "10.3.0-151278-ubuntu"],
      { keep: 1, groupBy: ["minor"] },
      ["10.3.0-148396"],
    ],
    [
      "…with one flavour alone",
      ["1.0.0-rc.1-alpine3.18", "1.0.0-rc.1-alpine3.19", "1.0.0-rc.01-alpine3.20"],
      { keep: 1, groupBy: ["minor"] },
      ["1.0.0-rc.1-alpine3.18", "1.0.0-rc.1-alpine3.19"],
    ],
    [
      "stages of one version, by minor version",
      ["1.0.0-alpha.9", "1.0.0-beta.2", "1.0.0-rc.1"],
      { keep: 1, groupBy: ["minor"] },
      ["1.0.0-alpha.9", "1.0.0-beta.2"],
    ],
    ["…with zeros in front", ["1.0.0-rc.01-alpine", "1.0.0-rc.1-slim"], { keep: 1, groupBy: ["minor"] }, []],
    [
      "…by number, where a number began again",
      ["1.0.0-rc.9", "1.1.0-rc.1", "1.1.0-rc.1-alpine"],
      { keep: 1, sort: "prerelease", groupBy: ["major"] },
      [],
    ],
    ["platforms", numbered("1.2.3-", PLATFORMS), { keep: 1 }, []],
    [
      "…of two versions",
      [...numbered("1.2.3-", PLATFORMS), ...numbered("1.2.4-", PLATFORMS)],
      { keep: 1 },
      numbered("1.2.3-", PLATFORMS),
    ],
    [
      "moving tags with a letter, by number",
      ["v1.2", "v1.3", "alpine3.18", "alpine3.19", "php-fpm8.2", "php-fpm8.3"],
      { keep: 1, sort: "prerelease", include: ["*"] },
      [],
    ],
    [
      "tickets before a hash, by number",
      ["PROJ-123-1a2b3c4", "PROJ-124-1a2b3c5", "feature-PROJ-123-1a2b3c4", "feature-PROJ-124-1a2b3c5"],
      { keep: 1, sort: "prerelease", include: ["*"] },
      [],
    ],
  ])("%s", (...[, names, settings, wanted]) => {
    expect(going(names, settings)).toEqual([...wanted].sort());
    expect(going([...names].reverse(), settings)).toEqual([...wanted].sort());
  });
});

describe("a name that is kept almost", () => {
  const names = ["dev", "1.0.0", "1.1.1", "1.3.0", "1.4.0", "1.5.0"];

  test.each<[string, PolicyParts]>([
    ["exclude, with a v", { exclude: ["dev", "v1.0.0"] }],
    ["exclude of a rule", { rules: [{ keep: 2, exclude: ["V1.0.0"] }] }],
    ["protect", { protect: ["registry.example.com/team/app:v1.0.0"] }],
  ])("stops the repository: %s", (_, settings) => {
    expect(() => verdicts(names, { keep: 2, ...settings })).toThrow(
      /^(?:exclude|protect) names [vV]1\.0\.0, which is no tag here, and 1\.0\.0 is one and would go/,
    );
  });

  test.each<[string, PolicyParts]>([
    ["what it means stays all the same", { exclude: ["v1.5.0"] }],
    ["it is there as written", { exclude: ["1.0.0"] }],
    ["it is there as written, and so is the other", { exclude: ["DEV"], keep: 5 }],
    ["nothing is like it", { exclude: ["v2.0.0"] }],
    ["it is a pattern", { exclude: ["v1.0.*", "/^v1\\.0\\.0$/"] }],
    ["it is of another repository", { protect: ["registry.example.com/team/other:v1.0.0"] }],
  ])("does not where %s", (_, settings) => {
    expect(() => verdicts(names, { keep: 2, ...settings })).not.toThrow();
  });
});

test("a name that is kept almost does not stop the repository where it is there, or comes from what a program printed", () => {
  expect(going(["v1.0.0", "1.0.0", "1.1.0"], { keep: 1, exclude: ["v1.0.0"] })).toEqual(["1.0.0"]);
  const printed = scanProtected("registry.example.com/team/app:v1.0.0");
  expect(printed).not.toEqual([]);
  const made = snapshot({ tags: { "1.0.0": "a", "1.1.0": "b" } });
  expect(() => plan(made, { ...policy({ keep: 1 }), protect: printed })).not.toThrow();
});

test("a tie whose dates were not read stays, and they are asked for", () => {
  const made = snapshot({
    tags: { "1.0.0": "a", "v1.0.0": "b" },
    created: { a: daysAgo(1), b: daysAgo(2) },
    unread: ["a", "b"],
  });
  const { verdicts: decided, unread } = plan(made, policy({ keep: 1 }));
  expect(decided.map(({ kind, reason }) => [kind, reason.kind])).toEqual([
    ["keep", "date-unread"],
    ["keep", "date-unread"],
  ]);
  expect(unread).toHaveLength(2);
});

describe("what somebody is to look at", () => {
  const noticesOf = (
    names: readonly string[],
    settings: PolicyParts,
    pushed: readonly string[] = [],
  ): unknown =>
    plan(
      snapshot({
        tags: Object.fromEntries(names.map((name) => [name, name.slice(-31)])),
        namedTags: [...pushed],
      }),
      policy({ allowEmpty: true, ...settings }),
    ).notices;
  const CALENDAR = ["2023.10.1", "2023.11.1", "2023.12.1", "1.0.0", "1.1.0", "1.2.0", "1.3.0"];

  test("a tag that was just pushed and is beyond the newest", () => {
    expect(noticesOf(CALENDAR, { keep: 3 }, ["1.3.0"])).toEqual([
      { kind: "pushed-beyond", tags: [{ tag: "1.3.0", group: "release", rank: 4, keep: 3 }] },
    ]);
    expect(noticesOf(CALENDAR, { keep: 4 }, ["1.3.0"])).toEqual([]);
    expect(noticesOf(CALENDAR, { keep: 3 }, ["2023.12.1"])).toEqual([]);
  });

  test("images that tie and have no date", () => {
    const names = numbered("1.5.0-", HASHES);
    expect(noticesOf(names, { keep: 2 })).toEqual([
      { kind: "unordered", tags: expect.arrayContaining([...names]) as unknown },
    ]);
    expect(noticesOf(names, { keep: 6 })).toEqual([]);
  });

  test("kinds of names that were never deleted before", () => {
    expect(noticesOf(["1.0.0", "1.2.3.4", "1.2.3.5", "3.8.0.Final", "3.8.1.Final"], { keep: 1 })).toEqual([
      { kind: "newly-read", tags: ["1.2.3.4", "3.8.0.Final"] },
    ]);
    expect(noticesOf(["1.0.0", "1.1.0", "1.2.3.4"], { keep: 1 })).toEqual([]);
  });
});

describe("images that tie", () => {
  test("and lie across the last place stay for that reason, and only they", () => {
    const names = ["1.6.0-1f3a9c0", ...numbered("1.5.0-", HASHES)];
    expect(unordered(names, { keep: 2 })).toEqual([...numbered("1.5.0-", HASHES)].sort());
    expect(unordered(names, { keep: 7 })).toEqual([]);
    expect(unordered(names, { keep: 1 })).toEqual([]);
  });

  test("stay under a budget too: it could end between any two of them", () => {
    expect(unordered(["1.0.0", "v1.0.0"], { keep: 2, maxSize: 1 })).toEqual(["1.0.0", "v1.0.0"]);
  });

  const name = fc
    .tuple(
      fc.constantFrom("", "v"),
      fc.constantFrom("1.0.0", "1.1.0", "1.1.0.1"),
      fc.constantFrom("", "-rc.1", "-RC1", "-rc.2", "_1", "-alpine", "-r1"),
      fc.constantFrom("", "-1f3a9c0", "-e4a8b07"),
    )
    .map((parts) => parts.join(""));
  const repository = fc.uniqueArray(
    fc.tuple(name, fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined })),
    {
      selector: ([text]) => text,
      maxLength: 12,
    },
  );
  const settings = fc.record({
    keep: fc.integer({ min: 0, max: 4 }),
    groupBy: fc.constantFrom<PolicyParts["groupBy"][]>(
      ["channel"],
      ["minor"],
      [],
      ["suffix"],
      ["channel", "minor"],
    ),
    sort: fc.constantFrom("semver", "prerelease", "natural", "created"),
  } as const);
  const namesOf = (entries: readonly (readonly [string, number | undefined])[]): readonly Named[] =>
    entries.map(([text, days]) => (days === undefined ? text : [text, days]));

  test("a larger keep never deletes more, and the order of the listing changes nothing", () => {
    fc.assert(
      fc.property(repository, settings, (entries, { groupBy, ...rest }) => {
        const parts = { ...rest, ...(groupBy === undefined ? {} : { groupBy }) };
        const names = namesOf(entries);
        const gone = going(names, parts);
        expect(going([...names].reverse(), parts)).toEqual(gone);
        const goneWithMore = going(names, { ...parts, keep: parts.keep + 1 });
        expect(goneWithMore.filter((each) => !gone.includes(each))).toEqual([]);
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});
