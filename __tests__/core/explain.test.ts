import { describe, expect, test } from "vitest";
import { datesToExplain, explain, type Explanation } from "../../src/core/policy/explain.js";
import {
  configOf,
  daysAgo,
  digest,
  ownImages,
  policy,
  type PolicyParts,
  signatureOf,
  snapshot,
  type SnapshotParts,
  tag,
} from "../support/snapshots.js";

const WEEK = 7 * 24 * 3600 * 1000;

function explained(name: string, parts: SnapshotParts, settings: PolicyParts = {}): Explanation | undefined {
  return explain(tag(name), snapshot(parts), policy({ keep: 1, ...settings }));
}

/** The verdict, and every reason for it and against it, in short. */
function told(name: string, parts: SnapshotParts, settings: PolicyParts = {}): readonly unknown[] {
  const { verdict, stays = [], goes = [] } = explained(name, parts, settings) ?? {};
  return [verdict?.kind, stays.map(({ kind }) => kind), goes.map(({ kind }) => kind)];
}

const two: SnapshotParts = { tags: ownImages(["1.0.0", "2.0.0"]) };

describe("a tag", () => {
  test("that is not listed has nothing to be said of it", () => {
    expect(explained("3.0.0", two)).toBeUndefined();
  });

  test("that goes: the one reason, its place, and what its name is read as", () => {
    const place = { kind: "ranked", rank: 2, of: 2, group: "release" };
    expect(explained("1.0.0", two)).toMatchObject({
      tag: "1.0.0",
      name: { kind: "version", channel: "release" },
      standing: { tag: "1.0.0", digest: digest("1.0.0"), place },
      verdict: { kind: "delete", digest: digest("1.0.0") },
      stays: [],
      goes: [{ kind: "beyond-newest", rank: 2, of: 2, keep: 1 }],
    });
  });

  test("says when its image was created, where that was read", () => {
    const index: SnapshotParts = {
      tags: { ...two.tags, "1.0.0": "index", "0.9.0": null },
      indexes: { index: ["amd64", "arm64"] },
      created: { amd64: daysAgo(9), arm64: daysAgo(2), "2.0.0": null },
    };
    expect(explained("1.0.0", index)?.created).toBe("2026-01-29T00:00:00.000Z");
    expect(explained("2.0.0", index)).not.toHaveProperty("created");
    expect(explained("0.9.0", index)).not.toHaveProperty("created");
    expect(explained("1.0.0", { ...index, unread: ["amd64"] })).not.toHaveProperty("created");
  });

  test("is read among its neighbours, as the ranks read it: digits alone are a hash among hashes", () => {
    const builds = { tags: ownImages(["main-58-77c1f2b", "main-59-1234567"]) };
    const asked = { sort: "prerelease", include: ["main-*"] } as const;
    expect(explained("main-59-1234567", builds, asked)).toMatchObject({
      name: { kind: "label", channel: "main", numbers: ["59"] },
      standing: { place: { kind: "ranked", rank: 1 } },
    });
  });

  test("that stays for its rank: nothing is against it", () => {
    expect(explained("2.0.0", two)).toMatchObject({
      verdict: { kind: "keep", reason: { kind: "newest" } },
      stays: [{ kind: "newest", rank: 1, keep: 1, by: "semver" }],
      goes: [],
    });
  });
});

describe("a tag that stays has every reason for it, the strongest first, and those against it", () => {
  const young = { created: { "1.0.0": daysAgo(1), "2.0.0": daysAgo(1) } };
  const index = { tags: { ...two.tags, "3.0.0": "index" }, indexes: { index: ["1.0.0"] } };

  test.each<[string, string, SnapshotParts, PolicyParts, readonly string[], readonly string[]]>([
    ["just pushed", "1.0.0", { ...two, namedTags: ["1.0.0"] }, {}, ["just-pushed"], ["beyond-newest"]],
    [
      "just pushed, and among the newest",
      "2.0.0",
      { ...two, namedTags: ["2.0.0"] },
      {},
      ["just-pushed", "newest"],
      [],
    ],
    [
      "in use by its name",
      "1.0.0",
      two,
      { protect: ["r.example.com/team/app:1.0.0"] },
      ["protected"],
      ["beyond-newest"],
    ],
    ["young", "1.0.0", { ...two, ...young }, { keepYoungerThan: WEEK }, ["younger"], ["beyond-newest"]],
    ["without a date", "1.0.0", two, { keepYoungerThan: WEEK }, ["undated"], ["beyond-newest"]],
    [
      "among the newest, and young",
      "2.0.0",
      { ...two, ...young },
      { keepYoungerThan: WEEK },
      ["newest", "younger"],
      [],
    ],
    [
      "all of this",
      "2.0.0",
      { ...two, ...young, namedTags: ["2.0.0"], tags: { ...two.tags, latest: "2.0.0" } },
      { keepYoungerThan: WEEK, protect: ["r.example.com/team/app:2.0.0"] },
      ["just-pushed", "protected", "newest", "younger", "shares-digest"],
      [],
    ],
    ["excluded", "1.0.0", two, { exclude: ["1.*"] }, ["excluded"], []],
    ["not included", "1.0.0", two, { include: ["2.*"] }, ["not-included"], []],
    ["no rule's", "1.0.0", two, { rules: [{ name: "twos", include: ["2.*"] }] }, ["no-rule"], []],
    ["no version", "main", { tags: { ...two.tags, main: "m" } }, {}, ["not-a-version"], []],
    ["no prerelease", "1.0.0", two, { sort: "prerelease" }, ["not-a-prerelease"], []],
    ["latest", "latest", { tags: { ...two.tags, latest: "l" } }, { sort: "natural" }, ["latest"], []],
    [
      "of an image that another has which stays",
      "1.0.0",
      { tags: { ...two.tags, latest: "1.0.0" } },
      {},
      ["shares-digest"],
      ["beyond-newest"],
    ],
    ["part of what stays", "1.0.0", index, {}, ["contained-in"], ["beyond-newest"]],
    [
      "no candidate, and part of what stays",
      "main",
      { tags: { main: "1.0.0", "3.0.0": "index" }, indexes: { index: ["1.0.0"] } },
      {},
      ["not-a-version", "contained-in"],
      [],
    ],
    ["among the newest, and part of what stays", "1.0.0", index, { keep: 3 }, ["newest", "contained-in"], []],
    [
      "signed by what stays for its own sake",
      "1.0.0",
      { tags: { ...two.tags, [signatureOf("1.0.0")]: "s" } },
      { exclude: ["*.sig"] },
      ["has-referrer"],
      ["beyond-newest"],
    ],
    ["without an image", "1.0.0", { tags: { ...two.tags, "1.0.0": null } }, {}, ["dangling"], []],
  ])("%s", (...[, name, parts, settings, stays, goes]) => {
    expect(told(name, parts, settings)).toEqual(["keep", stays, goes]);
  });

  test("for another's sake says for whose", () => {
    expect(explained("1.0.0", index)?.stays).toEqual([{ kind: "contained-in", with: "3.0.0" }]);
    const shared = { tags: { ...two.tags, latest: "1.0.0" } };
    expect(explained("1.0.0", shared)?.stays).toEqual([
      { kind: "shares-digest", with: "latest", untags: "unseen" },
    ]);
  });

  test("not for the sake of one that would go but for it", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "child", "0.9.0": "index", "2.0.0": "x" },
      indexes: { index: ["child"] },
    };
    expect(told("1.0.0", parts, { protect: ["r.example.com/team/app:1.0.0"] })).toEqual([
      "keep",
      ["protected"],
      ["beyond-newest"],
    ]);
    expect(told("0.9.0", parts, { exclude: ["1.*"] })[0]).toBe("delete");
  });

  test("not for its own sake twice: what another tag of its image would have it stay for", () => {
    const parts: SnapshotParts = { tags: { "1.0.0": "same", "1.0.0-rc.1": "same", "2.0.0": "x" } };
    expect(told("1.0.0-rc.1", parts, {})).toEqual(["keep", ["newest"], []]);
    expect(told("1.0.0", parts, {})).toEqual(["keep", ["shares-digest"], ["beyond-newest"]]);
  });

  test("by version alone: nothing is against it", () => {
    const tags = ownImages(["3.3.0-alpha.74", "3.3.0-alpha.73", "3.4.0-alpha.1"]);
    expect(told("3.4.0-alpha.1", { tags }, { sort: "prerelease" })).toEqual(["keep", ["newest"], []]);
    const pushed = { tags, namedTags: ["3.3.0-alpha.73", "3.4.0-alpha.1"] };
    expect(told("3.4.0-alpha.1", pushed, { sort: "prerelease" })).toEqual([
      "keep",
      ["just-pushed", "newest"],
      [],
    ]);
    expect(told("3.3.0-alpha.73", pushed, { sort: "prerelease" })).toEqual([
      "keep",
      ["just-pushed"],
      ["beyond-newest"],
    ]);
  });
});

describe("a tag that the budget takes", () => {
  const parts: SnapshotParts = {
    tags: ownImages(["1.0.0", "2.0.0", "3.0.0"]),
    layers: { "1.0.0": { a: 10 }, "2.0.0": { b: 10 }, "3.0.0": { c: 10 } },
  };
  const budget = { keep: 3, maxSize: 20 };

  test("goes for want of room, and its rank is no reason to stay", () => {
    expect(explained("1.0.0", parts, budget)).toMatchObject({
      verdict: { kind: "delete" },
      stays: [],
      goes: [{ kind: "over-budget", rank: 3, of: 3, maxSize: 20 }],
    });
    expect(told("2.0.0", parts, budget)).toEqual(["keep", ["newest"], []]);
  });

  test("and that stays for another's sake says both", () => {
    const contained = {
      ...parts,
      tags: { ...parts.tags, "0.1.0": "0.1.0" },
      layers: { ...parts.layers, "0.1.0": { a: 10 } },
      indexes: { "3.0.0": ["1.0.0"] },
    };
    // 1.0.0 takes no room, being part of the newest; 0.1.0 has the same layer.
    expect(told("1.0.0", contained, { keep: 4, maxSize: 0 })).toEqual([
      "keep",
      ["newest", "contained-in"],
      [],
    ]);
    expect(told("0.1.0", contained, { keep: 4, maxSize: 0 })).toEqual(["delete", [], ["over-budget"]]);
  });

  test("in one group, and that stays by its image's tag in another", () => {
    const shared: SnapshotParts = {
      tags: { "3.0.0-rc.2": "x", "3.0.0-rc.1": "y", "1.0.0": "y", "2.0.0": "z", "3.0.0": "w" },
      layers: { x: { a: 10 }, y: { b: 10 }, z: { c: 10 }, w: { d: 10 } },
      namedTags: ["1.0.0"],
    };
    expect(told("3.0.0-rc.1", shared, { keep: 3, maxSize: 0 })).toEqual([
      "keep",
      ["newest", "shares-digest"],
      [],
    ]);
  });

  test("though what stays contains it: it stays for that alone", () => {
    const late: SnapshotParts = {
      tags: { "4.0.0": "new", "3.0.0": "index", "2.0.0": "large", "1.0.0": "child" },
      indexes: { index: ["child"] },
      layers: { new: { a: 10 }, large: { b: 100 }, child: { c: 10 } },
    };
    expect(explained("1.0.0", late, { keep: 4, maxSize: 20 })).toMatchObject({
      verdict: { kind: "keep", reason: { kind: "contained-in", with: "3.0.0" } },
      stays: [{ kind: "contained-in", with: "3.0.0" }],
      goes: [{ kind: "over-budget", rank: 4, of: 4, maxSize: 20 }],
    });
    expect(told("2.0.0", late, { keep: 4, maxSize: 20 })).toEqual(["delete", [], ["over-budget"]]);
  });

  test("that is just pushed, and stays for that", () => {
    expect(told("1.0.0", { ...parts, namedTags: ["1.0.0"] }, budget)).toEqual([
      "keep",
      ["just-pushed", "newest"],
      [],
    ]);
  });

  test("no more where there is no budget", () => {
    expect(told("1.0.0", parts, { keep: 3 })).toEqual(["keep", ["newest"], []]);
  });
});

describe("a signature", () => {
  const signature = signatureOf("1.0.0");
  const signed: SnapshotParts = { tags: { ...two.tags, [signature]: "s" } };

  test("goes with what it signs", () => {
    expect(explained(signature, signed)).toMatchObject({
      name: { kind: "referrer" },
      verdict: { kind: "delete" },
      stays: [],
      goes: [{ kind: "referrer-of", subject: digest("1.0.0") }],
    });
  });

  test("stays with what it signs", () => {
    expect(told(signature, signed, { keep: 2 })).toEqual(["keep", ["referrer"], []]);
  });

  test("that stays for its own sake, and that of what it signs", () => {
    expect(told(signature, { ...signed, namedTags: [signature] }, { keep: 2 })).toEqual([
      "keep",
      ["just-pushed", "referrer"],
      [],
    ]);
    expect(told(signature, signed, { exclude: ["*.sig"] })).toEqual(["keep", ["excluded"], []]);
  });

  test("of what is gone is an orphan, kept or not", () => {
    const orphan = { ...signed, tags: { "2.0.0": "2.0.0", [signature]: "s" }, missing: ["1.0.0"] };
    expect(told(signature, orphan)).toEqual(["keep", ["orphan"], []]);
    expect(told(signature, orphan, { orphans: "delete" })).toEqual(["delete", [], ["orphan"]]);
  });
});

describe("a reason for another's sake", () => {
  const parts = { tags: { "1.0.0": "old", "2.0.0": "new" } };

  test.each<[string, SnapshotParts, PolicyParts]>([
    ["just-pushed", { ...parts, namedDigests: ["old"] }, {}],
    ["protected", parts, { protect: [digest("old")] }],
  ])("is not that an image is needed by itself: %s", (kind, made, settings) => {
    const found = explain(tag("1.0.0"), snapshot(made), policy({ keep: 1, ...settings }));
    expect(found?.stays.map((reason) => reason.kind)).toEqual([kind]);
  });

  test.each<[Partial<SnapshotParts>, PolicyParts]>([
    [{ namedTags: [signatureOf("gone")] }, {}],
    [{}, { exclude: ["*.sig"] }],
  ])("is not a subject that is gone: %j %j", (more, settings) => {
    const made = { tags: { "2.0.0": "x", [signatureOf("gone")]: "s" }, missing: ["gone"], ...more };
    const found = explain(tag(signatureOf("gone")), snapshot(made), policy(settings));
    expect(found?.stays).toHaveLength(1);
  });
});

describe("a tag that goes by itself", () => {
  test("has the reason for which it goes", () => {
    const tags = { "1.0.0": "same", "1.0.0-rc.1": "same", "1.1.0-rc.1": "x" };
    expect(told("1.0.0-rc.1", { tags, untags: "yes" })).toEqual(["untag", [], ["beyond-newest"]]);
  });

  test("dangling, where that is said", () => {
    const parts: SnapshotParts = { tags: { "1.0.0": null, "2.0.0": "x" }, untags: "yes" };
    expect(told("1.0.0", parts, { dangling: "delete" })).toEqual(["untag", [], ["dangling"]]);
    expect(told("1.0.0", parts)).toEqual(["keep", ["dangling"], []]);
  });
});

describe("the dates that an explanation needs", () => {
  const parts: SnapshotParts = {
    tags: { ...ownImages(["1.0.0", "2.0.0", "3.0.0", "main"]), "1.0.1": "1.0.0" },
    created: { "1.0.0": 0, "2.0.0": 0, "3.0.0": 0, main: 0 },
    unread: ["1.0.0", "2.0.0", "3.0.0", "main"],
  };
  const needed = (
    names: readonly string[],
    more: Partial<SnapshotParts>,
    settings: PolicyParts,
  ): readonly string[] => datesToExplain(names.map(tag), snapshot({ ...parts, ...more }), policy(settings));
  const young: PolicyParts = { keep: 3, keepYoungerThan: WEEK };

  test("are those of these tags, also of what stays for its rank, each once", () => {
    expect(needed(["3.0.0"], {}, young)).toEqual([configOf("3.0.0")]);
    expect(needed(["1.0.0", "1.0.1", "2.0.0"], {}, young)).toEqual([configOf("2.0.0"), configOf("1.0.0")]);
  });

  test.each<[string, readonly string[], Partial<SnapshotParts>, PolicyParts]>([
    ["where no age counts", ["3.0.0"], {}, { keep: 3 }],
    ["that were read", ["3.0.0"], { unread: [] }, young],
    ["of a tag that is no candidate", ["main"], {}, young],
    ["of a tag that is not listed", ["9.0.0"], {}, young],
  ])("are none %s", (...[, names, more, settings]) => expect(needed(names, more, settings)).toEqual([]));
});
