import { describe, expect, test } from "vitest";
import { plan } from "../../src/core/plan/make-plan.js";
import { questionsOf } from "../../src/core/plan/questions.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { Verdict } from "../../src/core/policy/verdict.js";
import {
  configOf,
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

const DAY = 24 * 3600 * 1000;
const WEEK = 7 * DAY;

function planned(parts: SnapshotParts, settings: PolicyParts = {}): Plan {
  return plan(snapshot(parts), policy({ keep: 1, keepYoungerThan: WEEK, ...settings }));
}

/** Each tag's verdict and its reason's kind. */
function told({ verdicts }: Plan): Record<string, string> {
  return Object.fromEntries(verdicts.map(({ tag, kind, reason }) => [tag, `${kind} ${reason.kind}`]));
}

function reasonOf(name: string, { verdicts }: Plan): Verdict["reason"] | undefined {
  return verdicts.find(({ tag }) => tag === name)?.reason;
}

function going({ deletions }: Plan): readonly string[] {
  return deletions.map((deletion) => nameOf(deletion.digest));
}

/** Whose date is asked for. */
function asked({ unread }: Plan): readonly string[] {
  return unread.map((config) => nameOf(config).replace("config of ", ""));
}

const three = ownImages(["1.0.0", "2.0.0", "3.0.0"]);

describe("what is younger than said", () => {
  const created = { "1.0.0": daysAgo(30), "2.0.0": daysAgo(3), "3.0.0": daysAgo(40) };

  test("stays, and says when it was created; what is older goes", () => {
    const decided = planned({ tags: three, created });
    expect(told(decided)).toEqual({
      "3.0.0": "keep newest",
      "2.0.0": "keep younger",
      "1.0.0": "delete beyond-newest",
    });
    expect(reasonOf("2.0.0", decided)).toEqual({
      kind: "younger",
      created: "2026-01-28T00:00:00.000Z",
      limit: WEEK,
    });
  });

  test.each([
    [WEEK - 1, "keep younger"],
    [WEEK, "delete beyond-newest"],
    [WEEK + 1, "delete beyond-newest"],
    // Somebody's clock is fast.
    [-DAY, "keep younger"],
  ])("by the millisecond: at the age of %i %s", (age, wanted) => {
    const decided = planned({ tags: three, created: { ...created, "1.0.0": daysAgo(0) - age } });
    expect(told(decided)["1.0.0"]).toBe(wanted);
  });

  test("stays where it does not say when it was created", () => {
    const decided = planned({ tags: three, created: { ...created, "1.0.0": null } });
    expect(reasonOf("1.0.0", decided)).toEqual({ kind: "undated", limit: WEEK });
    expect(going(decided)).toEqual([]);
  });

  test("counts with keep: 0 alone", () => {
    expect(going(planned({ tags: three, created }, { keep: 0 }))).toEqual(["1.0.0", "3.0.0"]);
  });

  test("is an index with one child that is", () => {
    const decided = planned({
      tags: { "1.0.0": "index", "2.0.0": "new" },
      indexes: { index: ["amd64", "arm64"] },
      created: { amd64: daysAgo(300), arm64: daysAgo(1) },
    });
    expect(told(decided)["1.0.0"]).toBe("keep younger");
  });

  test("is by its rule's own limit", () => {
    const rules = [
      { name: "ones", include: ["1.*"], keep: 0, keepYoungerThan: 60 * DAY },
      { name: "others", keep: 0, keepYoungerThan: DAY },
    ];
    expect(told(planned({ tags: three, created }, { rules, allowEmpty: true }))).toEqual({
      "1.0.0": "keep younger",
      "2.0.0": "delete beyond-newest",
      "3.0.0": "delete beyond-newest",
    });
  });

  test("says nothing where no limit is said", () => {
    const decided = plan(snapshot({ tags: three, created }), policy({ keep: 1 }));
    expect(going(decided)).toEqual(["1.0.0", "2.0.0"]);
  });
});

describe("the first reason to stay is the one that is given", () => {
  const parts: SnapshotParts = {
    tags: three,
    created: { "1.0.0": daysAgo(1), "2.0.0": daysAgo(1), "3.0.0": daysAgo(1) },
  };

  test.each<[string, Partial<SnapshotParts>, PolicyParts, string]>([
    ["its rank before its age", {}, {}, "newest"],
    ["that it is in use before its rank", {}, { protect: [digest("3.0.0")] }, "protected"],
    [
      "that it was just pushed before all",
      { namedTags: ["3.0.0"] },
      { protect: [digest("3.0.0")] },
      "just-pushed",
    ],
    ["so by its digest", { namedDigests: ["3.0.0"] }, { protect: [digest("3.0.0")] }, "just-pushed"],
    [
      "its age before its rank where there is a budget, which may take the rank away",
      {},
      { maxSize: 0 },
      "younger",
    ],
    ["its own before another's", { tags: { ...three, latest: "3.0.0" } }, {}, "newest"],
  ])("%s", (...[, more, settings, kind]) => {
    expect(reasonOf("3.0.0", planned({ ...parts, ...more }, settings))?.kind).toBe(kind);
  });

  test("what is in use says by what", () => {
    const used = "mirror.example.com/team/app:1.0.0";
    const decided = planned(
      { tags: three, created: parts.created ?? {} },
      { keepYoungerThan: 1, protect: [used] },
    );
    expect(reasonOf("1.0.0", decided)).toEqual({ kind: "protected", by: used });
    expect(going(decided)).toEqual(["2.0.0"]);
  });

  test("a signature that is in use stays, and keeps what it signs", () => {
    const signature = signatureOf("1.0.0");
    const tags = { ...three, [signature]: "signature" };
    const decided = plan(snapshot({ tags }), policy({ keep: 1, protect: [digest("signature")] }));
    expect(told(decided)).toMatchObject({
      [signature]: "keep protected",
      "1.0.0": "keep has-referrer",
      "2.0.0": "delete beyond-newest",
    });
  });

  test("what is in use and has no tag stays too, and what it refers to: the registry names it, or a run left it", () => {
    const referring: SnapshotParts = {
      tags: three,
      subjects: { sbom: "1.0.0" },
      referrers: { "1.0.0": ["sbom"], "2.0.0": ["other"] },
    };
    const decided = plan(snapshot(referring), policy({ keep: 1, protect: [digest("sbom")] }));
    expect(told(decided)["1.0.0"]).toBe("keep contained-in");
    expect(going(decided)).toEqual(["2.0.0", "other"]);
    const left: SnapshotParts = { tags: three, leftovers: ["left"], indexes: { left: ["1.0.0"] } };
    expect(going(plan(snapshot(left), policy({ keep: 1, protect: [digest("left")] })))).toEqual(["2.0.0"]);
  });

  test("a rule with a name says it, of what it keeps and of what it lets go", () => {
    const rules = [{ name: "versions", keep: 1 }];
    const decided = plan(snapshot({ tags: three }), policy({ rules }));
    expect(reasonOf("3.0.0", decided)).toEqual({
      kind: "newest",
      rule: "versions",
      group: "release",
      keep: 1,
      rank: 1,
      by: "semver",
    });
    expect(reasonOf("1.0.0", decided)).toEqual({
      kind: "beyond-newest",
      rule: "versions",
      group: "release",
      rank: 3,
      of: 3,
      keep: 1,
    });
    expect(reasonOf("3.0.0", plan(snapshot({ tags: three }), policy({ keep: 1 })))).not.toHaveProperty(
      "rule",
    );
  });

  test("what is among the newest by version alone says that", () => {
    const tags = ownImages(["3.3.0-alpha.74", "3.3.0-alpha.73", "3.4.0-alpha.1"]);
    const decided = plan(snapshot({ tags }), policy({ keep: 1, sort: "prerelease" }));
    expect(reasonOf("3.3.0-alpha.74", decided)).toMatchObject({ by: "prerelease", rank: 1 });
    expect(reasonOf("3.4.0-alpha.1", decided)).toMatchObject({ by: "version", rank: 1 });
    expect(going(decided)).toEqual(["3.3.0-alpha.73"]);
  });
});

describe("a tag that dangles", () => {
  const parts: SnapshotParts = { tags: { "1.0.0": null, "2.0.0": "x" }, untags: "yes" };

  test.each<[string, PolicyParts, string]>([
    ["goes where that is said", {}, "untag dangling"],
    ["stays where it is in use", { protect: ["r.example.com/team/app:1.0.0"] }, "keep dangling"],
    ["stays where its rule excludes it", { rules: [{ name: "all", exclude: ["1.*"] }] }, "keep dangling"],
    ["stays where no rule is for it", { rules: [{ name: "twos", include: ["2.*"] }] }, "keep dangling"],
  ])("%s", (_, settings, wanted) => {
    const decided = plan(snapshot(parts), policy({ dangling: "delete", ...settings }));
    expect(told(decided)["1.0.0"]).toBe(wanted);
  });
});

describe("dates are asked for", () => {
  const created = { "1.0.0": daysAgo(30), "2.0.0": daysAgo(3), "3.0.0": daysAgo(40) };
  const unread = Object.keys(created);

  test("of what would else go, and it stays as long as they were not read", () => {
    const parts = { tags: three, created, unread };
    const decided = planned(parts);
    expect(asked(decided)).toEqual(["2.0.0", "1.0.0"]);
    expect(told(decided)).toEqual({
      "3.0.0": "keep newest",
      "2.0.0": "keep date-unread",
      "1.0.0": "keep date-unread",
    });
    expect(going(decided)).toEqual([]);
    const chosen = policy({ keep: 1, keepYoungerThan: WEEK });
    expect(questionsOf(decided, snapshot(parts), chosen).datesIn).toEqual([
      configOf("2.0.0"),
      configOf("1.0.0"),
    ]);
  });

  test.each<[string, Partial<SnapshotParts>, PolicyParts]>([
    ["is among the newest", {}, { keep: 3 }],
    ["is excluded", {}, { exclude: ["*"] }],
    ["has no rule", {}, { include: ["9.*"] }],
    ["is in use", {}, { protect: [digest("1.0.0"), digest("2.0.0")] }],
    ["was just pushed", { namedDigests: ["1.0.0", "2.0.0"] }, {}],
    ["shares its image with what stays", { tags: { ...three, a: "1.0.0", b: "2.0.0" } }, {}],
    ["is part of what stays", { indexes: { "3.0.0": ["1.0.0", "2.0.0"] } }, {}],
    [
      "has a signature that stays",
      { tags: { ...three, [signatureOf("1.0.0")]: "s", [signatureOf("2.0.0")]: "s" } },
      { exclude: ["*.sig"] },
    ],
    ["is no matter of age", {}, { rules: [{ keep: 1 }] }],
    ["is known already", { unread: ["3.0.0"] }, {}],
  ])("not of what %s", (_, more, settings) => {
    expect(asked(planned({ tags: three, created, unread, ...more }, settings))).toEqual([]);
  });

  test("of no signature, which goes with what it signs", () => {
    const tags = { ...three, [signatureOf("1.0.0")]: "signature" };
    const some = { ...created, signature: daysAgo(1) };
    const waiting = planned({ tags, created: some, unread: ["1.0.0", "signature"] });
    expect(asked(waiting)).toEqual(["1.0.0"]);
    expect(told(waiting)[signatureOf("1.0.0")]).toBe("keep referrer");
    expect(going(planned({ tags, created: some }))).toEqual(["1.0.0", "signature"]);
  });

  test("of each image of an index that was not read, once", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "i1", "1.1.0": "i2", "2.0.0": "new" },
      indexes: { i1: ["a", "b", "c"], i2: ["b"] },
      created: { a: 0, b: 0, c: daysAgo(90) },
      unread: ["a", "b"],
    };
    expect([...asked(planned(parts))].sort()).toEqual(["a", "b"]);
  });

  test("and what waits keeps what it needs from going meanwhile", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "old", "1.1.0": "index", "2.0.0": "new" },
      indexes: { index: ["old"] },
      created: { old: daysAgo(90) },
    };
    const rules = [
      { name: "index", include: ["1.1.0"], keep: 0, keepYoungerThan: WEEK },
      { name: "rest", keep: 1 },
    ];
    const waiting = planned({ ...parts, unread: ["old"] }, { rules });
    expect(told(waiting)).toMatchObject({ "1.1.0": "keep date-unread", "1.0.0": "keep contained-in" });
    expect(asked(waiting)).toEqual(["old"]);
    expect(going(planned(parts, { rules }))).toEqual(["index", "old"]);
  });

  test("of all that an order by date is to place, and beside them of what another rule would have go", () => {
    const tags = { ...three, "3.0.0-rc.1": "3.0.0-rc.1" };
    const rules = [
      { name: "rcs", include: ["*-rc*"], keep: 0, keepYoungerThan: WEEK },
      { name: "by date", sort: "created" as const, keep: 1 },
    ];
    const all = { ...created, "3.0.0-rc.1": daysAgo(9) };
    const first = planned({ tags, created: all, unread: Object.keys(all) }, { rules });
    expect([...asked(first)].sort()).toEqual(["1.0.0", "2.0.0", "3.0.0", "3.0.0-rc.1"]);
    const last = planned({ tags, created: all }, { rules });
    expect(asked(last)).toEqual([]);
    expect(told(last)).toMatchObject({ "2.0.0": "keep newest", "3.0.0-rc.1": "delete beyond-newest" });
  });
});
