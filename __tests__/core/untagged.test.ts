import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { exceededLimit } from "../../src/core/plan/deletion-limit.js";
import { plan } from "../../src/core/plan/make-plan.js";
import { questionsOf } from "../../src/core/plan/questions.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { type PlannedRepository, revalidatePlan } from "../../src/core/plan/revalidate.js";
import { isTooOld, referrersAmong, sortUntagged } from "../../src/core/policy/untagged.js";
import {
  configOf,
  daysAgo,
  digest,
  nameOf,
  NOW,
  policy,
  type PolicyParts,
  signatureOf,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";

const DAY = 24 * 3600 * 1000;

/** What the policies of these tests say, unless they say otherwise: 30 days. */
const LIMIT = 30 * DAY;

const decide = (parts: SnapshotParts, settings: PolicyParts = {}): Plan =>
  plan(snapshot(parts), policy({ keep: 1, untaggedOlderThan: LIMIT, ...settings }));

/** The same without the setting. */
const decideWithout = (parts: SnapshotParts): Plan => plan(snapshot(parts), policy({ keep: 1 }));

const called = ({ digest: which, tags, kind }: Deletion): string =>
  kind === "tag" ? `:${tags[0]}` : nameOf(which);

const order = ({ deletions }: Pick<Plan, "deletions">): readonly string[] => deletions.map(called);

/** What is decided about each that nothing reaches, in its order. */
const roots = ({ untagged }: Plan): Readonly<Record<string, string>> =>
  Object.fromEntries(
    untagged.map((verdict) => [
      nameOf(verdict.digest),
      verdict.kind === "delete" ? "delete" : `keep: ${verdict.why}`,
    ]),
  );

describe("what is listed without a tag", () => {
  const tags = { "1.0.0": "x" };

  test.each<[string, Partial<SnapshotParts>, readonly string[], readonly string[]]>([
    ["is nothing where nobody asked", {}, [], []],
    ["is nothing where the registry lists nothing", { untagged: {} }, [], []],
    ["is told oldest first", { untagged: { b: 2, c: 3, a: 1 } }, ["c", "b", "a"], []],
    ["is told by digest where it is equally old", { untagged: { b: 1, c: 1, a: 1 } }, ["a", "b", "c"], []],
    ["is passed over where it is gone since", { untagged: { a: 1 }, missing: ["a"] }, [], []],
    ["is no root inside an index of a tag", { untagged: { a: 1 }, indexes: { x: ["a"] } }, [], []],
    ["is no root inside one without", { untagged: { a: 1, i: 2 }, indexes: { i: ["a"] } }, ["i"], []],
    [
      "is no root deep inside",
      { untagged: { a: 9, i: 2, o: 1 }, indexes: { o: ["i"], i: ["a"] } },
      ["o"],
      [],
    ],
    ["is a root inside an index that is gone", { untagged: { a: 1 }, missing: ["i"] }, ["a"], []],
    ["is no root where an earlier run left it", { untagged: { a: 1 }, leftovers: ["a"] }, [], []],
    [
      "is no root inside what an earlier run left",
      { untagged: { a: 1, i: 1 }, indexes: { i: ["a"] }, leftovers: ["i"] },
      [],
      [],
    ],
    ["follows a tag's image", { untagged: { a: 1 }, subjects: { a: "x" } }, [], ["a"]],
    ["follows a root", { untagged: { a: 1, b: 2 }, subjects: { a: "b" } }, ["b"], ["a"]],
    ["follows a follower", { untagged: { a: 3, b: 2 }, subjects: { a: "b", b: "x" } }, [], ["a", "b"]],
    ["follows a part", { untagged: { a: 1, b: 2 }, subjects: { a: "b" }, indexes: { x: ["b"] } }, [], ["a"]],
    ["follows as an index", { untagged: { i: 1 }, subjects: { i: "x" }, indexes: { i: [] } }, [], ["i"]],
    [
      "is a root where its subject is gone",
      { untagged: { a: 1 }, subjects: { a: "b" }, missing: ["b"] },
      ["a"],
      [],
    ],
    [
      "does not follow its subject where it is inside an index",
      { untagged: { a: 1, i: 2 }, subjects: { a: "x" }, indexes: { i: ["a"] } },
      ["i"],
      [],
    ],
    [
      "does not follow where an earlier run left it",
      { untagged: { a: 1 }, subjects: { a: "x" }, leftovers: ["a"] },
      [],
      [],
    ],
    [
      "follows what an earlier run left",
      { untagged: { a: 1, b: 1 }, subjects: { a: "b" }, leftovers: ["b"] },
      [],
      ["a"],
    ],
    ["is a root as schema 1", { untagged: { a: 1 }, schema1: { a: ["layer"], x: [] } }, ["a"], []],
  ])("%s", (...[, parts, wantedRoots, wantedFollowers]) => {
    const sorted = sortUntagged(snapshot({ tags, ...parts }));
    expect(sorted.roots.map(nameOf)).toEqual(wantedRoots);
    expect(sorted.followers.map(nameOf)).toEqual(wantedFollowers);
  });

  test.each<[string, number, number | undefined, boolean]>([
    ["a millisecond longer", NOW - LIMIT - 1, LIMIT, true],
    ["exactly that long", NOW - LIMIT, LIMIT, false],
    ["a millisecond less", NOW - LIMIT + 1, LIMIT, false],
    ["very long, and there is no limit", 0, undefined, false],
    ["a millisecond, and the limit is nothing", NOW - 1, 0, true],
    ["no time at all, and the limit is nothing", NOW, 0, false],
    ["less than none, for the registry's clock is ahead", NOW + DAY, 0, false],
  ])("is too old where it has not changed for longer than the limit: %s", (...[, changed, limit, isOld]) => {
    const limits = limit === undefined ? {} : { untaggedOlderThan: limit };
    const untagged = new Map([[digest("a"), changed]]);
    expect(isTooOld(digest("a"), { untagged, now: NOW }, limits)).toBe(isOld);
  });

  test("is never too old where it is not listed", () => {
    expect(isTooOld(digest("a"), { untagged: new Map(), now: NOW }, { untaggedOlderThan: 0 })).toBe(false);
    expect(isTooOld(digest("a"), { now: NOW }, { untaggedOlderThan: 0 })).toBe(false);
  });

  test("and what has a tag: what refers to what is seen by the manifests", () => {
    const { manifests } = snapshot({
      tags: { "1.0.0": "x" },
      subjects: { a: "x", b: "x", i: "gone" },
      indexes: { i: ["a"] },
      schema1: { old: [] },
      missing: ["gone"],
    });
    const told = referrersAmong(manifests).map((pair) => pair.map(nameOf).join(" < "));
    expect(told.toSorted()).toEqual(["gone < i", "x < a", "x < b"]);
  });
});

/** What is there, a policy's settings, what is decided about each root, and what goes. */
type Case = readonly [
  string,
  SnapshotParts,
  PolicyParts,
  Readonly<Record<string, string>>,
  readonly string[],
];

const two = { "1.0.0": "old", "2.0.0": "new" };
const kept = { "2.0.0": "new" };

describe("an image without a tag that nothing reaches", () => {
  test.each<Case>([
    ["goes where it is old", { tags: kept, untagged: { a: 31 } }, {}, { a: "delete" }, ["a"]],
    ["stays where it is young", { tags: kept, untagged: { a: 29 } }, {}, { a: "keep: young" }, []],
    ["stays at the limit itself", { tags: kept, untagged: { a: 30 } }, {}, { a: "keep: young" }, []],
    [
      "goes where no tag does",
      { tags: {}, untagged: { a: 31, b: 1 } },
      {},
      { a: "delete", b: "keep: young" },
      ["a"],
    ],
    [
      "goes with all that it contains",
      { tags: kept, untagged: { o: 31, i: 2, a: 3, b: 4 }, indexes: { o: ["i", "a"], i: ["b"] } },
      {},
      { o: "delete" },
      ["o", "i", "a", "b"],
    ],
    [
      "goes without what a kept tag contains",
      { tags: kept, untagged: { i: 31, a: 31, b: 31 }, indexes: { i: ["a", "b"], new: ["b"] } },
      {},
      { i: "delete" },
      ["i", "a"],
    ],
    [
      "goes without what is missing of it",
      { tags: kept, untagged: { i: 31 }, indexes: { i: ["a"] }, missing: ["a"] },
      {},
      { i: "delete" },
      ["i"],
    ],
    [
      "goes without what one that stays contains",
      { tags: kept, untagged: { i: 31, j: 1 }, indexes: { i: ["a", "b"], j: ["n"], n: ["b"] } },
      {},
      { i: "delete", j: "keep: young" },
      ["i", "a"],
    ],
    [
      "goes with what refers to it, and to what it contains, however young that is",
      {
        tags: kept,
        untagged: { i: 31, f: 1, g: 1, deep: 1, h: 1 },
        indexes: { i: ["a"], g: ["deep"] },
        subjects: { f: "a", g: "i", h: "g" },
      },
      {},
      { i: "delete" },
      ["i", "a", "g", "deep", "h", "f"],
    ],
    [
      "stays where something kept refers to it, and so does what it contains",
      { tags: kept, untagged: { i: 31 }, indexes: { i: ["a"] }, subjects: { new: "i" } },
      {},
      { i: "keep: needed" },
      [],
    ],
    [
      "stays where one that stays refers to what contains it",
      { tags: kept, untagged: { i: 31, j: 1 }, indexes: { i: ["a"], j: ["r"] }, subjects: { r: "i" } },
      {},
      { i: "keep: needed", j: "keep: young" },
      [],
    ],
    [
      "goes where all that refers to it goes too",
      { tags: two, untagged: { a: 31 }, subjects: { old: "a" } },
      {},
      { a: "delete" },
      ["old", "a"],
    ],
  ])("%s", (...[, parts, settings, verdicts, deletions]) => {
    const decided = decide(parts, settings);
    expect(roots(decided)).toEqual(verdicts);
    expect(order(decided).toSorted()).toEqual(deletions.toSorted());
  });

  test("has a verdict that says since when, and by which limit", () => {
    const { untagged } = decide({ tags: kept, untagged: { b: 1, a: 31 } });
    expect(untagged).toEqual([
      { kind: "delete", digest: digest("a"), changed: new Date(daysAgo(31)).toISOString(), olderThan: LIMIT },
      { kind: "keep", digest: digest("b"), changed: new Date(daysAgo(1)).toISOString(), why: "young" },
    ]);
  });

  test("is deleted as what has no tag is", () => {
    expect(decide({ tags: kept, untagged: { a: 31 } }).deletions).toEqual([
      { kind: "manifest", digest: digest("a"), tags: [], parents: [], after: [], orphanOf: [] },
    ]);
  });
});

describe("without the limit", () => {
  test("nothing without a tag goes for its own sake, however old", () => {
    const parts = { tags: kept, untagged: { a: 10_000, b: 1, i: 31, c: 31 }, indexes: { i: ["c"] } };
    expect(roots(decideWithout(parts))).toEqual({
      a: "keep: no-limit",
      i: "keep: no-limit",
      b: "keep: no-limit",
    });
    expect(decideWithout(parts).deletions).toEqual([]);
  });

  test("what refers to an image that goes still goes with it, and what that image contains", () => {
    const parts: SnapshotParts = {
      tags: two,
      untagged: { a: 1, f: 1 },
      indexes: { old: ["a"] },
      subjects: { f: "a" },
    };
    expect(order(decideWithout(parts))).toEqual(["old", "a", "f"]);
    expect(decideWithout(parts).untagged).toEqual([]);
  });

  test("nor is there anything to say where the registry lists nothing", () => {
    expect(decideWithout({ tags: two }).untagged).toEqual([]);
    expect(decideWithout({ tags: two, untagged: {} }).untagged).toEqual([]);
  });
});

describe("an image without a tag that stays", () => {
  const parts: SnapshotParts = {
    tags: two,
    untagged: { i: 1, a: 40, b: 40, c: 40 },
    indexes: { old: ["a", "b", "n"], i: ["n"], n: ["b", "c"] },
  };

  test("keeps all that it contains, though an index of a tag that goes contains it too", () => {
    expect(order(decide(parts))).toEqual(["old", "a"]);
    expect(order(decideWithout(parts))).toEqual(["old", "a"]);
    // As it is where nobody can see what has no tag.
    expect(order(decideWithout({ ...parts, untagged: {} }))).toEqual(["old", "a", "n", "b", "c"]);
  });

  test("keeps a tag whose image it contains", () => {
    const decided = decide({ tags: two, untagged: { i: 1 }, indexes: { i: ["old"] } });
    expect(decided.deletions).toEqual([]);
    expect(decided.verdicts).toMatchObject([
      { tag: "2.0.0", kind: "keep" },
      { tag: "1.0.0", kind: "keep", reason: { kind: "contained-in", with: digest("i") } },
    ]);
  });

  test("keeps what an earlier run meant to delete, and itself contains", () => {
    const left = { tags: kept, untagged: { i: 1, a: 40 }, indexes: { i: ["a"] }, leftovers: ["a"] };
    expect(order(decide(left))).toEqual([]);
  });
});

describe("what refers to something that is there", () => {
  test("stays with it, however old, and so does what it contains", () => {
    const parts: SnapshotParts = {
      tags: two,
      untagged: { f: 90 },
      indexes: { f: ["shared"], old: ["shared", "own"] },
      subjects: { f: "new" },
    };
    expect(order(decide(parts))).toEqual(["old", "own"]);
    expect(order(decideWithout(parts))).toEqual(["old", "own"]);
  });

  test("stays with one without a tag that stays", () => {
    const parts: SnapshotParts = {
      tags: two,
      untagged: { a: 1, f: 90 },
      indexes: { f: ["shared"], old: ["shared"] },
      subjects: { f: "a" },
    };
    expect(order(decide(parts))).toEqual(["old"]);
  });

  test("goes with it, however young, and so does what it alone contains", () => {
    const parts: SnapshotParts = {
      tags: two,
      untagged: { f: 1 },
      indexes: { f: ["own", "shared"], new: ["shared"] },
      subjects: { f: "old" },
    };
    expect(order(decide(parts))).toEqual(["old", "f", "own"]);
  });

  test("is a reason for what it contains to stay, and so for what refers to that", () => {
    const parts: SnapshotParts = {
      tags: { ...two, [signatureOf("child")]: "s", "0.1.0": "older" },
      untagged: { f: 90, g: 90 },
      // f stays with new, so child stays, so g does, so the other child.
      indexes: { f: ["child"], g: ["other"], old: ["child"], older: ["other", "own"] },
      subjects: { f: "new", g: "child" },
    };
    const decided = decide(parts);
    expect(order(decided)).toEqual(["older", "own", "old"]);
    const signature = decided.verdicts.find(({ tag }) => tag === signatureOf("child"));
    expect(signature).toMatchObject({ kind: "keep", reason: { kind: "referrer", subject: digest("child") } });
  });

  test("stays where nothing but its own manifest says so, and keeps its subject then", () => {
    const now = snapshot({ tags: two, untagged: { f: 90, a: 90 }, subjects: { f: "old", g: "a" } });
    const unasked = { ...now, referrers: new Map() };
    const decided = plan(unasked, policy({ keep: 1, untaggedOlderThan: LIMIT }));
    expect(order(decided)).toEqual(["a"]);
  });
});

describe("a signature's tag", () => {
  const parts: SnapshotParts = {
    tags: { ...kept, [signatureOf("a")]: "s", [signatureOf("a", "")]: "fallback" },
    untagged: { a: 31 },
  };

  test("goes with the image without a tag that it signs", () => {
    const decided = decide(parts);
    expect(order(decided)).toEqual(["a", "s", "fallback"]);
    expect(roots(decided)).toEqual({ a: "delete" });
    expect(decided.verdicts.slice(1).map(({ kind, reason }) => [kind, reason])).toEqual([
      ["delete", { kind: "referrer-of", subject: digest("a") }],
      ["delete", { kind: "referrer-of", subject: digest("a") }],
    ]);
  });

  test("stays with one that stays", () => {
    expect(order(decide({ ...parts, untagged: { a: 29 } }))).toEqual([]);
    expect(order(decideWithout(parts))).toEqual([]);
  });

  test.each<[string, Partial<SnapshotParts>, PolicyParts]>([
    ["is excluded", {}, { exclude: ["sha256-*.sig"] }],
    ["was just pushed", { namedTags: [signatureOf("a")] }, {}],
    ["is in use", {}, { protect: [digest("s")] }],
  ])("keeps what it signs where it %s", (_, more, settings) => {
    const decided = decide({ ...parts, ...more }, settings);
    expect(order(decided)).toEqual([]);
    expect(roots(decided)).toEqual({ a: "keep: needed" });
  });
});

describe("without a tag, as with one", () => {
  const index: SnapshotParts = { tags: two, untagged: { i: 31, a: 31 }, indexes: { i: ["a"], old: ["a"] } };

  test.each<[string, Partial<SnapshotParts>, PolicyParts]>([
    ["what was just pushed stays", { namedDigests: ["i"] }, {}],
    ["what is in use stays", {}, { protect: [digest("i")] }],
  ])("%s, with all that it contains", (_, more, settings) => {
    const decided = decide({ ...index, ...more }, settings);
    expect(order(decided)).toEqual(["old"]);
    expect(roots(decided)).toEqual({ i: "keep: needed" });
  });

  test("what is in use by its configuration stays, as an id of Docker's says it", () => {
    const image = { tags: kept, untagged: { a: 31 }, created: { a: daysAgo(90) } };
    expect(roots(decide(image, { protect: [configOf("a")] }))).toEqual({ a: "keep: needed" });
    expect(roots(decide(image))).toEqual({ a: "delete" });
  });

  test.each<[string, Partial<SnapshotParts>, PolicyParts]>([
    ["what was just pushed", { namedDigests: ["f"] }, {}],
    ["what is in use", {}, { protect: [digest("f")] }],
  ])("%s keeps what it refers to", (_, more, settings) => {
    const referrer = { tags: kept, untagged: { f: 31, a: 31 }, subjects: { f: "a" } };
    expect(roots(decide({ ...referrer, ...more }, settings))).toEqual({ a: "keep: needed" });
  });

  test("a part that was just pushed stays", () => {
    expect(order(decide({ ...index, namedDigests: ["a"] }))).not.toContain("a");
  });

  test("an index stays of which a part is in use", () => {
    const settings = { protect: [digest("a")] };
    // As it does where it has a tag.
    expect(order(decide({ tags: two, indexes: { old: ["a"] } }, settings))).toEqual([]);
    expect(order(decide({ tags: kept, untagged: { i: 31 }, indexes: { i: ["a"] } }, settings))).toEqual([]);
  });

  test.each([LIMIT, undefined])("what an earlier run left goes, however young: limit %j", (limit) => {
    const left: SnapshotParts = {
      tags: kept,
      untagged: { i: 1, a: 1, f: 1 },
      indexes: { i: ["a"] },
      subjects: { f: "a" },
      leftovers: ["i"],
    };
    const decided = limit === undefined ? decideWithout(left) : decide(left);
    expect(order(decided)).toEqual(["i", "a", "f"]);
    expect(decided.untagged).toEqual([]);
  });
});

describe("the order of deletions without a tag", () => {
  const waits = ({ deletions }: Plan): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(deletions.map((one) => [called(one), one.parents.map(nameOf)]));

  test("oldest first, each index before what it contains, and what refers to any of it behind", () => {
    const decided = decide({
      tags: kept,
      untagged: { young: 31, f: 80, older: 60, oldest: 70 },
      indexes: { oldest: ["a"], young: ["c"], older: ["n"], n: ["b"] },
      subjects: { f: "oldest", g: "b" },
    });
    expect(order(decided)).toEqual(["oldest", "a", "older", "n", "b", "young", "c", "f", "g"]);
    expect(waits(decided)).toMatchObject({ a: ["oldest"], n: ["older"], b: ["n"], f: ["oldest"], g: ["b"] });
  });

  test("what two share goes after both, and waits for both", () => {
    const decided = decide({ tags: kept, untagged: { i: 40, j: 31 }, indexes: { i: ["a"], j: ["a"] } });
    expect(order(decided)).toEqual(["i", "j", "a"]);
    expect(waits(decided)).toEqual({ i: [], j: [], a: ["i", "j"] });
  });

  test("what one without a tag shares with one that has a tag goes after both", () => {
    const decided = decide({ tags: two, untagged: { i: 40 }, indexes: { i: ["a"], old: ["a"] } });
    expect(order(decided).at(-1)).toBe("a");
    expect(waits(decided)["a"]?.toSorted()).toEqual(["i", "old"]);
  });

  test("of what is equally old by digest, whatever the order of the list", () => {
    const listed = (untagged: Readonly<Record<string, number>>): readonly string[] =>
      order(decide({ tags: kept, untagged }));
    expect(listed({ b: 31, a: 31, c: 31 })).toEqual(["a", "b", "c"]);
    expect(listed({ c: 31, b: 31, a: 31 })).toEqual(["a", "b", "c"]);
  });
});

describe("what is said of tags alone", () => {
  test("that a repository is not left without one, whatever it has without a tag", () => {
    expect(() => decide({ tags: { "1.0.0": "a" }, untagged: { b: 1 } }, { keep: 0 })).toThrow(PruneError);
    const allowed = decide({ tags: { "1.0.0": "a" }, untagged: { b: 1 } }, { keep: 0, allowEmpty: true });
    expect(order(allowed)).toEqual(["a"]);
  });

  test("so all that has no tag may go, where no tag does", () => {
    expect(order(decide({ tags: {}, untagged: { a: 31, b: 32 } }))).toEqual(["b", "a"]);
    expect(order(decide({ tags: { latest: null }, untagged: { a: 31 } }))).toEqual(["a"]);
  });
});

describe("the most deletions", () => {
  const most = (count: number): Parameters<typeof exceededLimit>[1] => ({ kind: "count", count });

  test("count what goes without a tag for its own sake, and not what goes with it", () => {
    const decided = decide({ tags: two, untagged: { i: 31, a: 31, b: 1 }, indexes: { i: ["a"] } });
    expect(order(decided)).toEqual(["old", "i", "a"]);
    expect(exceededLimit(decided, most(2))).toBeUndefined();
    expect(exceededLimit(decided, most(1))?.message).toBe(
      "2 of 4 tags and untagged images would go, and max-deletions is 1, so nothing is deleted there",
    );
  });

  test("are a share of both", () => {
    const decided = decide({ tags: two, untagged: { i: 31, b: 1 } });
    expect(exceededLimit(decided, { kind: "share", percent: 50 })).toBeUndefined();
    expect(exceededLimit(decided, { kind: "share", percent: 49 })?.message).toContain(
      "2 of 4 tags and untagged",
    );
  });

  test("speak of tags alone where nothing else is listed", () => {
    expect(exceededLimit(decide({ tags: two }), most(0))?.message).toContain("1 of 2 tags would go");
    expect(exceededLimit(decide({ tags: two, untagged: { b: 1 } }), most(0))?.message).toContain(
      "1 of 3 tags and",
    );
  });

  test("do not count what no setting has go", () => {
    const listed = { tags: two, untagged: { a: 90, b: 1 } };
    expect(exceededLimit(decideWithout(listed), most(0))?.message).toContain("1 of 2 tags would go");
    expect(exceededLimit(decideWithout(listed), { kind: "share", percent: 49 })).toBeInstanceOf(PruneError);
  });
});

describe("whether to ask what has no tag", () => {
  const one = { tags: kept };
  test.each<[string, SnapshotParts, PolicyParts, boolean]>([
    ["a tag goes: what has none may contain a part of it", { tags: two }, {}, true],
    ["nothing goes, and there is a limit", one, { untaggedOlderThan: LIMIT }, true],
    ["nothing goes, and the limit is nothing", one, { untaggedOlderThan: 0 }, true],
    ["nothing goes, and there is a budget", one, { maxSize: 1000 }, true],
    ["nothing goes", one, {}, false],
    ["a tag goes, and it is known", { tags: two, untagged: { a: 1 } }, { untaggedOlderThan: LIMIT }, false],
    ["a tag goes, and it is known that there is nothing", { tags: two, untagged: {} }, {}, false],
  ])("%s", (...[, parts, settings, asks]) => {
    const [now, chosen] = [snapshot(parts), policy({ keep: 1, ...settings })];
    expect(questionsOf(plan(now, chosen), now, chosen).untagged).toBe(asks);
  });
});

describe("a plan that is carried out later", () => {
  const planned = (parts: SnapshotParts, settings: PolicyParts = {}): PlannedRepository => {
    const { verdicts, deletions } = decide(parts, settings);
    const stays = verdicts.flatMap(({ kind, tag, digest: which }) =>
      kind === "keep" ? [[tag, which] as const] : [],
    );
    return { kept: new Map(stays), deletions };
  };
  const revised = (was: PlannedRepository, parts: SnapshotParts): Plan =>
    revalidatePlan(was, snapshot(parts), { allowEmpty: false, untag: "auto" });
  const told = (was: PlannedRepository, parts: SnapshotParts): unknown => {
    const { deletions, skipped } = revised(was, parts);
    return {
      deletions: deletions.map(called),
      skipped: Object.fromEntries(skipped.map(({ deletion, reason }) => [called(deletion), reason])),
    };
  };
  const parts: SnapshotParts = {
    tags: two,
    untagged: { i: 31, b: 31, young: 1 },
    indexes: { old: ["a", "own"], i: ["b"] },
  };
  const all = ["old", "a", "own", "i", "b"];
  const needed = (by: string): unknown => ({ kind: "now-needed-by", by: digest(by) });

  test("stands where nothing has changed, or what stays has grown old by now", () => {
    expect(told(planned(parts), parts)).toEqual({ deletions: all, skipped: {} });
    const later = { ...parts, untagged: { i: 41, b: 41, young: 41 } };
    expect(told(planned(parts), later)).toEqual({ deletions: all, skipped: {} });
  });

  test("tells what goes without a tag for its own sake, and not by which limit, for nobody says that", () => {
    const verdict = { kind: "delete", digest: digest("i"), changed: new Date(daysAgo(31)).toISOString() };
    const other = { ...verdict, digest: digest("older"), changed: new Date(daysAgo(41)).toISOString() };
    const b = { ...verdict, digest: digest("b") };
    const more = { ...parts, untagged: { ...parts.untagged, older: 41 } };
    expect(revised(planned(more), more).untagged).toEqual([other, verdict]);
    expect(revised(planned(more), { ...more, namedDigests: ["older"] }).untagged).toEqual([verdict]);
    // What it contains is reached by nothing then, and goes all the same.
    expect(revised(planned(more), { ...more, indexes: {}, missing: ["i"] }).untagged).toEqual([other, b]);
    expect(exceededLimit(revised(planned(more), more), { kind: "count", count: 2 })?.message).toContain(
      "3 of 4 tags",
    );
  });

  test("skips what an image without a tag needs that was pushed since, and what contains it", () => {
    const now: SnapshotParts = {
      ...parts,
      untagged: { ...parts.untagged, j: 0 },
      indexes: { ...parts.indexes, j: ["n"], n: ["a", "b"] },
    };
    expect(told(planned(parts), now)).toEqual({
      deletions: ["old", "own", "i"],
      skipped: { a: needed("j"), b: needed("j") },
    });
  });

  test("skips what something needs that refers to what stays, or to what is to go", () => {
    const withReferrer = (subject: string): SnapshotParts => ({
      ...parts,
      untagged: { ...parts.untagged, f: 0 },
      indexes: { ...parts.indexes, f: ["a"] },
      subjects: { f: subject },
    });
    expect(told(planned(parts), withReferrer("new"))).toEqual({
      deletions: ["old", "own", "i", "b"],
      skipped: { a: needed("f") },
    });
    expect(told(planned(parts), withReferrer("i"))).toEqual({
      deletions: ["old", "own"],
      skipped: { a: needed("f"), i: needed("f"), b: needed("f") },
    });
  });

  test("goes on with what refers to something, where the plan deletes both", () => {
    const both: SnapshotParts = { tags: kept, untagged: { a: 31, f: 31 }, subjects: { f: "a" } };
    expect(told(planned(both), both)).toEqual({ deletions: ["a", "f"], skipped: {} });
  });

  test("skips one that has got a tag, and all that it contains", () => {
    const now = { ...parts, tags: { ...two, latest: "i" } };
    expect(told(planned(parts), now)).toEqual({
      deletions: ["old", "a", "own"],
      skipped: { i: { kind: "now-needed-by", by: "latest" }, b: { kind: "now-needed-by", by: "latest" } },
    });
  });

  test("skips one that was just pushed, and all that it contains", () => {
    expect(told(planned(parts), { ...parts, namedDigests: ["i"] })).toEqual({
      deletions: ["old", "a", "own"],
      skipped: { i: { kind: "just-pushed" }, b: needed("i") },
    });
  });

  test("skips what an image contains that has lost its tag and is listed without one", () => {
    const now = { ...parts, tags: kept, untagged: { ...parts.untagged, old: 0 } };
    expect(told(planned(parts), now)).toEqual({
      deletions: ["i", "b"],
      skipped: { old: { kind: "tags-moved" }, a: needed("old"), own: needed("old") },
    });
  });

  test("skips what a part needs that was missing, and is back and not to go", () => {
    const lost: SnapshotParts = {
      tags: two,
      untagged: { i: 31 },
      indexes: { i: ["part"], old: ["a"] },
      missing: ["part"],
    };
    expect(planned(lost).deletions.map(called)).toEqual(["old", "a", "i"]);
    const now: SnapshotParts = {
      tags: two,
      untagged: { i: 31, part: 0 },
      indexes: { i: ["part"], old: ["a"], part: ["a"] },
    };
    expect(told(planned(lost), now)).toEqual({ deletions: ["old", "i"], skipped: { a: needed("part") } });
  });

  test("stands where a part of what goes is in use, and holds the image of a tag that goes by itself", () => {
    const used: SnapshotParts = {
      tags: { ...kept, [signatureOf("i")]: "s" },
      untagged: { i: 31, part: 31 },
      indexes: { i: ["part"] },
      subjects: { part: "s" },
      untags: "yes",
    };
    const was = planned(used, { protect: [digest("part")] });
    expect(told(was, used)).toEqual({ deletions: was.deletions.map(called), skipped: {} });
  });

  test("spares nothing for what an earlier run meant to delete", () => {
    const left: SnapshotParts = {
      ...parts,
      untagged: { ...parts.untagged, j: 0 },
      indexes: { ...parts.indexes, j: ["a"] },
    };
    expect(told(planned(parts), { ...left, leftovers: ["j"] })).toEqual({ deletions: all, skipped: {} });
    expect(told(planned(parts), left)).toMatchObject({ skipped: { a: needed("j") } });
  });
});
