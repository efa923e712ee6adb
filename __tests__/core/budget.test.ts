import { describe, expect, test } from "vitest";
import { inOrderOfCutting, roomFor, sizeWithout } from "../../src/core/policy/budget.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { Ranked } from "../../src/core/policy/ranks.js";
import type { Verdict } from "../../src/core/policy/verdict.js";
import {
  daysAgo,
  digest,
  nameOf,
  ownImages,
  policy,
  type PolicyParts,
  signatureOf,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";

const WEEK = 7 * 24 * 3600 * 1000;

/** With so many bytes of room; every manifest is 0 bytes, so layers alone count. */
function planned(parts: SnapshotParts, maxSize: number, settings: PolicyParts = {}): Plan {
  return plan(snapshot(parts), policy({ maxSize, ...settings }));
}

/** The images and other manifests that go, sorted. */
function going({ deletions }: Plan): readonly string[] {
  return deletions.flatMap(({ kind, digest: which }) => (kind === "manifest" ? [nameOf(which)] : [])).sort();
}

function verdictOf(name: string, { verdicts }: Plan): Verdict | undefined {
  return verdicts.find(({ tag }) => tag === name);
}

/** What stays, and what has to. */
function sizes({ budget }: Plan): readonly (number | undefined)[] {
  return [budget?.stays.bytes, budget?.least.bytes];
}

/** So many images, each with a layer of its own of so many bytes. */
function each(bytes: Readonly<Record<string, number>>): SnapshotParts {
  return {
    tags: ownImages(Object.keys(bytes)),
    layers: Object.fromEntries(Object.entries(bytes).map(([name, size]) => [name, { [`of ${name}`]: size }])),
  };
}

describe("images that share a layer of 50 bytes and have 10 each", () => {
  const names = ["1.0.0", "2.0.0", "3.0.0", "4.0.0"];
  const parts: SnapshotParts = {
    tags: ownImages(names),
    layers: Object.fromEntries(names.map((name) => [name, { base: 50, [`of ${name}`]: 10 }])),
  };

  test.each<[number, readonly string[], number]>([
    // The base counts once: 50 + 4 * 10.
    [1000, [], 90],
    [90, [], 90],
    [89, ["1.0.0"], 80],
    [80, ["1.0.0"], 80],
    [79, ["1.0.0", "2.0.0"], 70],
    [60, ["1.0.0", "2.0.0", "3.0.0"], 60],
    // The newest stays, whatever the budget is.
    [59, ["1.0.0", "2.0.0", "3.0.0"], 60],
    [0, ["1.0.0", "2.0.0", "3.0.0"], 60],
  ])("in %i bytes: %j go, and %i bytes stay", (maxSize, gone, stays) => {
    const decided = planned(parts, maxSize);
    expect(going(decided)).toEqual(gone);
    expect(sizes(decided)).toEqual([stays, 60]);
    expect(decided.notices.map(({ kind }) => kind)).toEqual(maxSize < 60 ? ["over-budget"] : []);
  });

  test("says why: for want of room, with the rank, and of how many", () => {
    const decided = planned(parts, 70, { rules: [{ name: "versions" }] });
    expect(verdictOf("2.0.0", decided)).toEqual({
      kind: "delete",
      tag: "2.0.0",
      digest: digest("2.0.0"),
      reason: { kind: "over-budget", rule: "versions", group: "release", rank: 3, of: 4, maxSize: 70 },
    });
    expect(verdictOf("3.0.0", decided)?.reason).toMatchObject({ kind: "newest", rank: 2 });
  });

  test("what goes for its rank takes no room, and goes for its rank", () => {
    const decided = planned(parts, 70, { keep: 2 });
    expect(going(decided)).toEqual(["1.0.0", "2.0.0"]);
    expect(sizes(decided)).toEqual([70, 60]);
    expect(verdictOf("1.0.0", decided)?.reason.kind).toBe("beyond-newest");
    expect(going(planned(parts, 69, { keep: 2 }))).toEqual(["1.0.0", "2.0.0", "3.0.0"]);
  });

  test("no budget: nothing goes for it, and none is told of", () => {
    const decided = plan(snapshot(parts), policy());
    expect(going(decided)).toEqual([]);
    expect(decided).not.toHaveProperty("budget");
  });

  test("more than the budget has to stay: how much, and of how much", () => {
    expect(planned(parts, 59).notices).toEqual([
      {
        kind: "over-budget",
        maxSize: 59,
        least: { bytes: 60, isLeast: false },
        stays: { bytes: 60, isLeast: false },
      },
    ]);
  });
});

describe("from the first image that does not fit, all go", () => {
  test("though a smaller one would fit", () => {
    const parts = each({ "4.0.0": 10, "3.0.0": 100, "2.0.0": 1, "1.0.0": 1 });
    expect(going(planned(parts, 50))).toEqual(["1.0.0", "2.0.0", "3.0.0"]);
    expect(going(planned(parts, 110))).toEqual(["1.0.0", "2.0.0"]);
  });

  test("though one that shares all that it has with what stays would take nothing", () => {
    const parts: SnapshotParts = {
      tags: ownImages(["1.0.0", "2.0.0", "3.0.0"]),
      layers: { "3.0.0": { base: 10 }, "2.0.0": { large: 100 }, "1.0.0": { base: 10 } },
    };
    expect(going(planned(parts, 50))).toEqual(["1.0.0", "2.0.0"]);
  });

  test("one that shares all that it has with what stays fits where there is no more room", () => {
    const parts: SnapshotParts = {
      tags: ownImages(["1.0.0", "2.0.0", "3.0.0"]),
      layers: { "3.0.0": { base: 10 }, "2.0.0": { base: 10 }, "1.0.0": { base: 10, more: 1 } },
    };
    expect(going(planned(parts, 10))).toEqual(["1.0.0"]);
  });

  test("by rank over all groups, and at the same rank in the groups' order", () => {
    const parts = each({
      "3.0.0": 10,
      "2.0.0": 10,
      "1.0.0": 10,
      "3.1.0-rc.3": 10,
      "3.1.0-rc.2": 10,
      "3.1.0-rc.1": 10,
    });
    expect(going(planned(parts, 60))).toEqual([]);
    expect(going(planned(parts, 50))).toEqual(["3.1.0-rc.1"]);
    expect(going(planned(parts, 49))).toEqual(["1.0.0", "3.1.0-rc.1"]);
    expect(going(planned(parts, 40))).toEqual(["1.0.0", "3.1.0-rc.1"]);
    expect(going(planned(parts, 39))).toEqual(["1.0.0", "3.1.0-rc.1", "3.1.0-rc.2"]);
    expect(going(planned(parts, 29))).toEqual(["1.0.0", "2.0.0", "3.1.0-rc.1", "3.1.0-rc.2"]);
    expect(going(planned(parts, 0))).toEqual(["1.0.0", "2.0.0", "3.1.0-rc.1", "3.1.0-rc.2"]);
  });

  test("and between rules in the rules' order", () => {
    const parts = each({ "2.0.0": 10, "1.0.0": 10, "2.0.0-rc.2": 10, "2.0.0-rc.1": 10 });
    const rcs = { name: "rcs", include: ["*-rc.*"] };
    expect(going(planned(parts, 30, { rules: [rcs, { name: "rest" }] }))).toEqual(["1.0.0"]);
    expect(
      going(planned(parts, 30, { rules: [{ name: "rest", exclude: ["*-rc.*"], include: ["?.?.?"] }, rcs] })),
    ).toEqual(["2.0.0-rc.1"]);
  });
});

describe("what stays whatever the budget is", () => {
  const parts = each({ "3.0.0": 10, "2.0.0": 10, "1.0.0": 10, latest: 100 });

  test.each<[string, Partial<SnapshotParts>, PolicyParts]>([
    ["what was just pushed", { namedTags: ["2.0.0"] }, {}],
    ["what was just pushed by digest", { namedDigests: ["2.0.0"] }, {}],
    ["what is in use", {}, { protect: [digest("2.0.0")] }],
    ["what is excluded", {}, { exclude: ["2.*"] }],
    ["what has another tag that stays", { tags: { ...parts.tags, edge: "2.0.0" } }, {}],
    ["what a kept index contains", { indexes: { latest: ["2.0.0"] } }, {}],
  ])("%s, and it counts", (_, more, settings) => {
    const decided = planned({ ...parts, ...more }, 0, settings);
    expect(going(decided)).toEqual(["1.0.0"]);
    const [stays, least] = sizes(decided);
    expect(stays).toBe(least);
  });

  test("what is no candidate counts: latest", () => {
    expect(sizes(planned(parts, 0))).toEqual([110, 110]);
    expect(going(planned(parts, 120))).toEqual(["1.0.0"]);
  });

  test("each group's newest, and with it the other tags of its image", () => {
    const tags = { "2.0.0": "same", "1.0.0": "same", "2.0.0-rc.2": "x", "2.0.0-rc.1": "same" };
    const layers = { same: { s: 10 }, x: { y: 10 } };
    // The rank of 2.0.0-rc.1 is 2, and its image is the newest release: to take its tag would free nothing.
    const decided = planned({ tags, layers, untags: "yes" }, 0);
    expect(decided.deletions).toEqual([]);
    expect(verdictOf("2.0.0-rc.1", decided)).toMatchObject({ kind: "keep", reason: { kind: "newest" } });
  });

  test("though what refers to it be cut, which takes no other's room before its turn", () => {
    const referred: SnapshotParts = {
      tags: { "4.0.0": "new", "3.0.0": "x", latest: "x", "2.0.0": "y", "1.0.0": "sbom" },
      referrers: { x: ["sbom"] },
      layers: { new: { n: 10 }, x: { x: 10 }, y: { y: 10 }, sbom: { s: 100 } },
    };
    expect(going(planned(referred, 30))).toEqual(["sbom"]);
  });

  test("by prerelease the newest by number and the newest by version", () => {
    const bytes = { "3.3.0-alpha.74": 10, "3.3.0-alpha.73": 10, "3.4.0-alpha.1": 10, "3.4.0-alpha.2": 10 };
    const decided = planned(each(bytes), 0, { sort: "prerelease" });
    expect(going(decided)).toEqual(["3.3.0-alpha.73", "3.4.0-alpha.1"]);
    // Of those two 3.3.0-alpha.73 is second by number, 3.4.0-alpha.1 second by version.
    expect(going(planned(each(bytes), 30, { sort: "prerelease" }))).toEqual(["3.4.0-alpha.1"]);
  });

  test("keep: 0 leaves a group's newest to no rank, so the budget has nothing to take", () => {
    const decided = planned(parts, 0, { keep: 0 });
    expect(verdictOf("3.0.0", decided)?.reason.kind).toBe("beyond-newest");
    expect(sizes(decided)).toEqual([100, 100]);
  });
});

describe("what belongs to an image comes with its bytes", () => {
  const layers = { new: { n: 10 }, old: { o: 10 }, signature: { s: 5 }, sbom: { b: 3 } };

  test.each<[string, SnapshotParts]>([
    [
      "a signature by its tag",
      {
        tags: { "2.0.0": "new", "1.0.0": "old", [signatureOf("old")]: "signature" },
        layers: { new: layers.new, old: layers.old, signature: layers.signature },
      },
    ],
    [
      "a referrer by the registry's word",
      {
        tags: { "2.0.0": "new", "1.0.0": "old" },
        referrers: { old: ["signature"] },
        layers: { new: layers.new, old: layers.old, signature: layers.signature },
      },
    ],
    [
      "an index's children",
      {
        tags: { "2.0.0": "new", "1.0.0": "index" },
        indexes: { index: ["old", "signature"] },
        layers: { new: layers.new, old: layers.old, signature: layers.signature },
      },
    ],
    [
      "a child's signature",
      {
        tags: { "2.0.0": "new", "1.0.0": "index", [signatureOf("old")]: "signature" },
        indexes: { index: ["old"] },
        layers: { new: layers.new, old: layers.old, signature: layers.signature },
      },
    ],
  ])("%s: all fit, or none", (_, parts) => {
    expect(going(planned(parts, 25))).toEqual([]);
    const cut = planned(parts, 24);
    expect(going(cut)).toContain("old");
    expect(going(cut)).toContain("signature");
    expect(sizes(cut)).toEqual([10, 10]);
  });

  test("what refers to what refers to it too", () => {
    const parts: SnapshotParts = {
      tags: { "2.0.0": "new", "1.0.0": "old", [signatureOf("old")]: "signature" },
      referrers: { signature: ["sbom"] },
      layers,
    };
    expect(going(planned(parts, 28))).toEqual([]);
    expect(going(planned(parts, 27))).toEqual(["old", "sbom", "signature"]);
  });

  test("its subject too: it can't stay without", () => {
    const parts: SnapshotParts = {
      tags: { "3.0.0": "new", "2.0.0": "sbom", "1.0.0": "old" },
      subjects: { sbom: "old" },
      layers: { new: layers.new, old: layers.old, sbom: layers.sbom },
    };
    expect(going(planned(parts, 23))).toEqual([]);
    expect(going(planned(parts, 22))).toEqual(["old", "sbom"]);
  });

  test.each<[string, Partial<SnapshotParts>]>([
    ["a signature that points nowhere", { tags: { [signatureOf("old")]: null } }],
    ["a referrer that is not there", { referrers: { old: ["gone"] }, missing: ["gone"] }],
  ])("but for %s, which brings nothing, and nothing of other images", (_, more) => {
    const parts: SnapshotParts = {
      ...more,
      tags: { "3.0.0": "new", "2.0.0": "old", "1.0.0": "older", ...more.tags },
      layers: { new: layers.new, old: layers.old, older: { x: 100 } },
    };
    expect(going(planned(parts, 20))).toEqual(["older"]);
  });

  test("and counts once, where an image before has brought it", () => {
    const parts: SnapshotParts = {
      tags: { "3.0.0": "new", "2.0.0": "i2", "1.0.0": "i1" },
      indexes: { i2: ["old"], i1: ["old"] },
      layers: { new: layers.new, old: layers.old },
      bytes: { i1: 1, i2: 1 },
    };
    expect(going(planned(parts, 22))).toEqual([]);
    expect(going(planned(parts, 21))).toEqual(["i1"]);
    expect(going(planned(parts, 20))).toEqual(["i1", "i2", "old"]);
  });

  test("and counts once, where it names a layer twice", () => {
    const before = snapshot({ tags: { "2.0.0": "new", "1.0.0": "old" }, layers });
    const empty = { digest: digest("empty"), bytes: 6 };
    const manifests = new Map(before.manifests).set(digest("old"), {
      kind: "image",
      blobs: [empty, empty],
      bytes: 0,
    });
    // 10 of new, and 8 of what no tag has.
    const decided = plan({ ...before, manifests }, policy({ maxSize: 24 }));
    expect(going(decided)).toEqual([]);
    expect(sizes(decided)).toEqual([24, 18]);
  });
});

describe("bytes that nobody knows", () => {
  test("count as nothing, and what is known is the least", () => {
    const parts: SnapshotParts = {
      tags: { "2.0.0": "new", "1.0.0": "old" },
      schema1: { old: ["unknown"] },
      layers: { new: { n: 10 } },
      bytes: { old: 2 },
    };
    const decided = planned(parts, 12);
    expect(going(decided)).toEqual([]);
    expect(decided.budget).toMatchObject({
      least: { bytes: 10, isLeast: false },
      stays: { bytes: 12, isLeast: true },
    });
    expect(going(planned(parts, 11))).toEqual(["old"]);
  });

  test("are no bytes of what is not there", () => {
    const parts: SnapshotParts = {
      tags: { "2.0.0": "new", "1.0.0": "index" },
      indexes: { index: ["gone"] },
      missing: ["gone"],
      layers: { new: { n: 10 } },
      bytes: { index: 1 },
    };
    expect(planned(parts, 11).budget).toMatchObject({ stays: { bytes: 11, isLeast: false } });
  });
});

describe("young images stay whatever the budget is", () => {
  const parts: SnapshotParts = {
    ...each({ "4.0.0": 10, "3.0.0": 10, "2.0.0": 10, "1.0.0": 10 }),
    created: { "1.0.0": daysAgo(1), "2.0.0": daysAgo(20), "3.0.0": daysAgo(30), "4.0.0": daysAgo(40) },
  };
  const unread = Object.keys(parts.created ?? {});
  const settings = { keepYoungerThan: WEEK };

  test("and count as what has to stay", () => {
    const decided = planned(parts, 20, settings);
    expect(going(decided)).toEqual(["2.0.0", "3.0.0"]);
    expect(sizes(decided)).toEqual([20, 20]);
    expect(going(planned(parts, 30, settings))).toEqual(["2.0.0"]);
  });

  test("so do those without a date", () => {
    const decided = planned({ ...parts, created: { ...parts.created, "2.0.0": null } }, 0, settings);
    expect(going(decided)).toEqual(["3.0.0"]);
  });

  test("no date is asked for where all fit", () => {
    const decided = planned({ ...parts, unread }, 40, settings);
    expect(decided.unread).toEqual([]);
    expect(sizes(decided)).toEqual([40, 10]);
  });

  test("all are asked for where they don't, and nothing goes for the budget meanwhile", () => {
    const decided = planned({ ...parts, unread }, 39, settings);
    expect(decided.unread).toHaveLength(4);
    expect(going(decided)).toEqual([]);
    expect(decided).not.toHaveProperty("budget");
  });

  test("the budget waits for the dates of what would go for its rank", () => {
    const waiting = planned({ ...parts, unread: ["1.0.0"] }, 0, { ...settings, keep: 3 });
    expect(waiting.unread).toHaveLength(1);
    expect(going(waiting)).toEqual([]);
    expect(waiting).not.toHaveProperty("budget");
    expect(going(planned(parts, 0, { ...settings, keep: 3 }))).toEqual(["2.0.0", "3.0.0"]);
    // Though there be room enough, for nobody knows what stays.
    const roomy = planned({ ...parts, unread: ["1.0.0"] }, 1000, { ...settings, keep: 3 });
    expect(roomy.unread).toHaveLength(1);
    expect(roomy).not.toHaveProperty("budget");
  });
});

describe("what an earlier run left", () => {
  test("goes and takes no room", () => {
    const parts: SnapshotParts = {
      ...each({ "2.0.0": 10, "1.0.0": 10, left: 100 }),
      tags: ownImages(["2.0.0", "1.0.0"]),
      leftovers: ["left"],
    };
    const decided = planned(parts, 20);
    expect(going(decided)).toEqual(["left"]);
    expect(sizes(decided)).toEqual([20, 10]);
  });
});

describe("room", () => {
  const parts: SnapshotParts = {
    tags: ownImages(["a", "b", "c"]),
    layers: { a: { base: 50, x: 5 }, b: { base: 50, y: 5 }, c: { z: 5 } },
  };
  const before = snapshot(parts);
  const [a, b, c] = [digest("a"), digest("b"), digest("c")];

  test.each<[number, readonly string[], readonly string[]]>([
    [60, ["a", "b", "c"], ["a", "b"]],
    [65, ["a", "b", "c"], ["a", "b", "c"]],
    [59, ["a", "b", "c"], ["a"]],
    [54, ["a", "b", "c"], []],
    [54, ["c", "b", "a"], ["c"]],
    [60, ["c", "b", "a"], ["c", "b"]],
    [0, [], []],
  ])("in %i bytes, in the order %j: for %j", (maxSize, order, wanted) => {
    const { fits } = roomFor(order.map(digest), new Set([a, b, c]), { snapshot: before, maxSize });
    expect([...fits].map(nameOf)).toEqual(wanted);
  });

  test("that something takes which stays anyhow is no more there", () => {
    expect([...roomFor([b, c], new Set([b, c]), { snapshot: before, maxSize: 60 }).fits]).toEqual([b]);
    expect([...roomFor([b, c], new Set([b, c]), { snapshot: before, maxSize: 59 }).fits]).toEqual([]);
  });

  test("is what is left of a repository without what goes", () => {
    expect(sizeWithout(new Set(), before)).toEqual({ bytes: 65, isLeast: false });
    expect(sizeWithout(new Set([a]), before)).toEqual({ bytes: 60, isLeast: false });
    expect(sizeWithout(new Set([a, b, c]), before)).toEqual({ bytes: 0, isLeast: false });
  });
});

test("room is given by the better rank, at the same as they stand, and the first need none", () => {
  const [rule] = policy().rules;
  if (rule === undefined) throw new Error("a policy has a rule");
  const place = (name: string, rank: number, semverRank?: number): Ranked => ({
    kind: "ranked",
    digest: digest(name),
    rule,
    group: "all",
    rank,
    of: 9,
    ...(semverRank === undefined ? {} : { semverRank }),
  });
  const places = [
    place("a", 3),
    place("b", 1),
    place("c", 2),
    place("d", 4, 2),
    place("e", 2, 4),
    place("f", 7, 1),
    place("g", 3, 3),
  ];
  expect(inOrderOfCutting(places).map((each) => nameOf(each.digest))).toEqual(["c", "d", "e", "a", "g"]);
});
