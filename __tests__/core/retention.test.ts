import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../src/core/image/graph.js";
import { type Ranked, type Standing, type Standings, standings } from "../../src/core/policy/ranks.js";
import {
  configOf,
  daysAgo,
  ownImages,
  policy,
  type PolicyParts,
  signatureOf,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";

function standing(parts: SnapshotParts, settings: PolicyParts): Standings {
  return standings(snapshot(parts), policy(settings));
}

/** Each tag's place in short: its group and rank, or why it has none. In their order. */
function placed({ places }: Standings): readonly string[] {
  return places.map(({ tag, place }) =>
    place.kind === "ranked" ? `${tag} ${place.group} ${place.rank} of ${place.of}` : `${tag} ${place.kind}`,
  );
}

function placeOf(name: string, parts: SnapshotParts, settings: PolicyParts): Standing["place"] | undefined {
  return standing(parts, settings).places.find(({ tag }) => tag === name)?.place;
}

function rankOf(name: string, parts: SnapshotParts, settings: PolicyParts): Partial<Ranked> {
  const place = placeOf(name, parts, settings);
  return place?.kind === "ranked" ? place : {};
}

describe("candidates", () => {
  const tags: SnapshotParts["tags"] = {
    ...ownImages(["1.0.0", "1.1.0-rc.1", "rc-2", "main", "latest", "latest-alpine"]),
    "0.9.0": null,
    [signatureOf("1.0.0")]: "signature",
  };
  const others = [`${signatureOf("1.0.0")} referrer`, "0.9.0 dangling"];

  test.each<[string, PolicyParts, readonly string[]]>([
    [
      "by semver: versions",
      { sort: "semver" },
      ["1.0.0 release 1 of 1", "1.1.0-rc.1 rc 1 of 1", "rc-2 not-a-version", "main not-a-version"],
    ],
    ["by prerelease: prereleases", { sort: "prerelease" }, ["1.1.0-rc.1 rc 1 of 1", "rc-2 not-a-prerelease"]],
    [
      "by prerelease: label names too, where they are asked for",
      { sort: "prerelease", include: ["*"] },
      ["rc-2 rc 1 of 2", "1.1.0-rc.1 rc 2 of 2", "main not-a-prerelease", "1.0.0 not-a-prerelease"],
    ],
    [
      "by natural: every name but latest",
      { sort: "natural" },
      [
        "rc-2 all 1 of 5",
        "main all 2 of 5",
        "latest-alpine all 3 of 5",
        "1.1.0-rc.1 all 4 of 5",
        "1.0.0 all 5 of 5",
        "latest latest",
      ],
    ],
    [
      "by natural: nor is latest where it is asked for",
      { sort: "natural", include: ["lat*"] },
      ["latest-alpine all 1 of 1", "main not-included", "latest latest"],
    ],
    [
      "by created: every name but latest",
      { sort: "created" },
      ["rc-2 unordered", "main unordered", "latest latest"],
    ],
  ])("%s", (_, settings, wanted) => {
    const all = placed(standing({ tags }, settings));
    expect(all).toHaveLength(8);
    expect(all.filter((each) => wanted.includes(each))).toEqual(wanted);
    expect(all).toEqual(expect.arrayContaining(others));
  });

  test("latest is kept for its name, not in order to be excluded", () => {
    expect(placeOf("latest", { tags }, { sort: "natural", exclude: ["latest"] })).toEqual({
      kind: "excluded",
      pattern: "latest",
    });
    expect(placeOf("latest", { tags }, { sort: "semver" })).toEqual({ kind: "not-a-version" });
  });
});

describe("by natural order", () => {
  test("the newest stay first, numbers as numbers, in one group", () => {
    const tags = ownImages(["build9", "build10", "v20240115-1a2b3c4", "v20231231-9f8e7d6"]);
    expect(placed(standing({ tags }, { sort: "natural" }))).toEqual([
      "v20240115-1a2b3c4 all 1 of 4",
      "v20231231-9f8e7d6 all 2 of 4",
      "build10 all 3 of 4",
      "build9 all 4 of 4",
    ]);
  });

  test("by channel where that is said: names that have none are one group, the last", () => {
    const tags = ownImages(["main", "edge", "2.0.0-rc.1", "1.0.0", "rc-7"]);
    expect(placed(standing({ tags }, { sort: "natural", groupBy: ["channel"] }))).toEqual([
      "1.0.0 release 1 of 1",
      "rc-7 rc 1 of 2",
      "2.0.0-rc.1 rc 2 of 2",
      "main other names 1 of 2",
      "edge other names 2 of 2",
    ]);
  });
});

describe("by date", () => {
  const parts: SnapshotParts = {
    tags: ownImages(["a", "b", "c", "d", "latest"]),
    created: { a: daysAgo(1), b: daysAgo(3), c: null, d: daysAgo(2), latest: daysAgo(0) },
  };

  test("the newest image is the first, whatever its name; what has no date takes no place, and is told", () => {
    const all = standing(parts, { sort: "created" });
    expect(placed(all)).toEqual([
      "a all 1 of 3",
      "d all 2 of 3",
      "b all 3 of 3",
      "c unordered",
      "latest latest",
    ]);
    expect(all.undated).toEqual(["c"]);
    expect(all.newestFirst).toEqual(["a", "d", "b", "c"]);
    expect(all.unread).toEqual([]);
  });

  test("what has the same date, or none, is listed in natural order", () => {
    const created = { a: daysAgo(1), b: daysAgo(1), c: null, d: null };
    const all = standing({ ...parts, created }, { sort: "created" });
    expect(placed(all)).toEqual([
      "b all 1 of 2",
      "a all 2 of 2",
      "d unordered",
      "c unordered",
      "latest latest",
    ]);
    expect(all.undated).toEqual(["d", "c"]);
  });

  test("an index is as new as the newest that it contains", () => {
    const tags = { old: "image", index: "index" };
    const created = { image: daysAgo(2), amd64: daysAgo(9), arm64: daysAgo(1) };
    const all = standing({ tags, created, indexes: { index: ["amd64", "arm64"] } }, { sort: "created" });
    expect(placed(all)).toEqual(["index all 1 of 2", "old all 2 of 2"]);
  });

  test("as long as one date is not read none of its rule has a place, and all that are not read are asked for", () => {
    const some = { ...parts, unread: ["b", "d", "latest"] };
    const all = standing(some, { sort: "created" });
    expect(placed(all)).toEqual([
      "latest latest",
      "d date-unread",
      "c date-unread",
      "b date-unread",
      "a date-unread",
    ]);
    expect(all).toMatchObject({ newestFirst: [], undated: [] });
    expect([...all.unread].sort()).toEqual([configOf("b"), configOf("d")].sort());
  });

  test("no date is asked for of what is no candidate, nor by another order", () => {
    const unread = { ...parts, unread: ["a", "b"] };
    expect(standing(unread, { sort: "created", exclude: ["a", "b"] }).unread).toEqual([]);
    expect(standing(unread, { sort: "natural" })).toMatchObject({ unread: [], undated: [] });
  });

  test("a rule that waits for dates keeps no other waiting", () => {
    const tags = ownImages(["1.0.0", "main-1", "main-2"]);
    const rules = [
      { name: "versions", include: ["/^\\d/"] },
      { name: "branches", include: ["main-*"], sort: "created" as const },
    ];
    const created = { "main-1": daysAgo(1), "main-2": daysAgo(2) };
    const waiting = standing({ tags, created, unread: ["main-1"] }, { rules });
    expect(placed(waiting)).toEqual(["1.0.0 release 1 of 1", "main-2 date-unread", "main-1 date-unread"]);
    expect(waiting.newestFirst).toEqual(["1.0.0"]);
    expect(waiting.unread).toEqual([configOf("main-1")]);
  });
});

describe("groups", () => {
  const names = ["3.10.1", "3.10.0", "3.9.1", "3.9.0", "3.10.0-rc.1", "3.10.0-rc.2", "2.0.0"];

  test("of the same minor version and channel each have ranks of their own, the newer version first", () => {
    const all = standing({ tags: ownImages(names) }, { groupBy: ["channel", "minor"] });
    expect(placed(all)).toEqual([
      "3.10.1 3.10.x release 1 of 2",
      "3.10.0 3.10.x release 2 of 2",
      "3.10.0-rc.2 3.10.x rc 1 of 2",
      "3.10.0-rc.1 3.10.x rc 2 of 2",
      "3.9.1 3.9.x release 1 of 2",
      "3.9.0 3.9.x release 2 of 2",
      "2.0.0 2.0.x release 1 of 1",
    ]);
    expect(all.newestFirst).toEqual([
      "3.10.1",
      "3.10.0",
      "3.10.0-rc.2",
      "3.10.0-rc.1",
      "3.9.1",
      "3.9.0",
      "2.0.0",
    ]);
  });

  test("of one major version", () => {
    expect(
      placed(standing({ tags: ownImages(["3.1.0", "2.1.0", "2.0.0"]) }, { groupBy: ["major"] })),
    ).toEqual(["3.1.0 3.x 1 of 1", "2.1.0 2.x 1 of 2", "2.0.0 2.x 2 of 2"]);
  });

  test("an image takes one place in its group, by its newest tag, and one in each other", () => {
    const tags = { "1.2.0": "a", "1.0.0": "a", "1.1.0": "b", "1.2.0-rc.1": "a", "0.9.0": "c" };
    expect(placed(standing({ tags }, {}))).toEqual([
      "1.2.0 release 1 of 3",
      "1.1.0 release 2 of 3",
      "1.0.0 release 1 of 3",
      "0.9.0 release 3 of 3",
      "1.2.0-rc.1 rc 1 of 1",
    ]);
  });
});

describe("the rank by version, where the order is by prerelease", () => {
  const tags = { ...ownImages(["3.3.0-alpha.74", "3.4.0-alpha.1", "alpha-75"]), "alpha-2": "3.4.0-alpha.1" };

  test("is beside the rank by number; a label name has the one that its image has by a version", () => {
    const rank = (name: string): Partial<Ranked> =>
      rankOf(name, { tags }, { sort: "prerelease", include: ["*"] });
    expect(rank("alpha-75")).toMatchObject({ rank: 1 });
    expect(rank("alpha-75")).not.toHaveProperty("semverRank");
    expect(rank("3.3.0-alpha.74")).toMatchObject({ rank: 2, semverRank: 2 });
    expect(rank("3.4.0-alpha.1")).toMatchObject({ rank: 3, semverRank: 1 });
    expect(rank("alpha-2")).toMatchObject({ rank: 3, semverRank: 1, of: 3 });
  });

  test.each(["semver", "natural", "created"] as const)("is none by %s", (sort) => {
    const parts = { tags: { "3.4.0-alpha.1": "dated" }, created: { dated: daysAgo(1) } };
    expect(rankOf("3.4.0-alpha.1", parts, { sort })).toHaveProperty("rank");
    expect(rankOf("3.4.0-alpha.1", parts, { sort })).not.toHaveProperty("semverRank");
  });
});

describe("several rules", () => {
  const names = ["1.0.0", "1.1.0", "2.0.0-rc.1", "2.0.0", "edge"];
  const rules = [
    { name: "ones", include: ["1.*"], keep: 1 },
    { name: "others", include: ["2.*"], sort: "natural" as const, groupBy: [] },
  ];

  test("each count by themselves, in their order, and each names itself in the place", () => {
    const all = standing({ tags: ownImages(names) }, { rules });
    expect(placed(all)).toEqual([
      "1.1.0 release 1 of 2",
      "1.0.0 release 2 of 2",
      "2.0.0-rc.1 all 1 of 2",
      "2.0.0 all 2 of 2",
      "edge no-rule",
    ]);
    expect(all.newestFirst).toEqual(["1.1.0", "1.0.0", "2.0.0-rc.1", "2.0.0"]);
    expect(rankOf("1.0.0", { tags: ownImages(names) }, { rules }).rule).toMatchObject({ name: "ones" });
  });

  test.each<[string, PolicyParts, string]>([
    ["no rule at all", { rules: [] }, "no-rule"],
    ["one rule that has a name", { rules: [{ name: "ones", include: ["1.*"] }] }, "no-rule"],
    ["two rules", { rules: [{ include: ["1.*"] }, { include: ["2.*"] }] }, "no-rule"],
    ["the settings themselves", { include: ["1.*"] }, "not-included"],
  ])("a tag that none is for, where there is %s: %s", (_, settings, wanted) => {
    expect(placeOf("edge", { tags: ownImages(names) }, settings)).toEqual({ kind: wanted });
  });

  test("what is excluded is told by the pattern that does it: of all rules, then of its own", () => {
    const settings = {
      exclude: ["*-rc.*"],
      rules: [{ name: "twos", include: ["2.*"], exclude: ["2.*"] }],
    };
    const parts = { tags: ownImages(names) };
    expect(placeOf("2.0.0-rc.1", parts, settings)).toEqual({ kind: "excluded", pattern: "*-rc.*" });
    expect(placeOf("2.0.0", parts, settings)).toEqual({ kind: "excluded", pattern: "2.*" });
    // Without a rule too.
    expect(placeOf("edge", parts, { ...settings, exclude: ["edge"] })).toEqual({
      kind: "excluded",
      pattern: "edge",
    });
  });

  test("an excluded signature is excluded, one that is not is a referrer though no rule be for it", () => {
    const signature = signatureOf("1.0.0");
    const parts = { tags: { "1.0.0": "1.0.0", [signature]: "s" } };
    expect(placeOf(signature, parts, { include: ["1.*"] })).toMatchObject({ kind: "referrer" });
    expect(placeOf(signature, parts, { exclude: ["*.sig"] })).toMatchObject({ kind: "excluded" });
  });
});

test("what has no place keeps the digest that it points at", () => {
  const before: Snapshot = snapshot({ tags: { main: "image", "0.9.0": null } });
  const { places } = standings(before, policy());
  expect(places.map(({ tag, digest }) => [tag, digest])).toEqual([
    ["main", before.tags[0]?.digest],
    ["0.9.0", undefined],
  ]);
});
