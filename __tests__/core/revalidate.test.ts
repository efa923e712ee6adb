import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { Untags } from "../../src/core/image/graph.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Plan } from "../../src/core/plan/plan.js";
import type { Deletion, ManifestDeletion } from "../../src/core/plan/deletion.js";
import { type Permission, type PlannedRepository, revalidatePlan } from "../../src/core/plan/revalidate.js";
import {
  digest,
  nameOf,
  policy,
  signatureOf,
  snapshot,
  type SnapshotParts,
  tag,
} from "../support/snapshots.js";

const FORBIDS: Permission = { allowEmpty: false, untag: "auto" };

/** The plan of a snapshot, as its file says it. */
function planned(parts: SnapshotParts, settings: Parameters<typeof policy>[0] = {}): PlannedRepository {
  const { verdicts, deletions } = plan(snapshot(parts), policy({ keep: 1, ...settings }));
  const kept = verdicts.flatMap(({ kind, tag: name, digest: which }) =>
    kind === "keep" ? [[name, which] as const] : [],
  );
  return { kept: new Map(kept), deletions };
}

function forged(
  kept: Readonly<Record<string, string>>,
  deletions: readonly (Partial<ManifestDeletion> & {
    readonly of: string;
    readonly names?: readonly string[];
  })[],
): PlannedRepository {
  return {
    kept: new Map(Object.entries(kept).map(([name, image]) => [tag(name), digest(image)])),
    deletions: deletions.map(({ of, names = [], ...more }) => ({
      ...{ kind: "manifest", digest: digest(of), tags: names.map(tag) },
      ...{ parents: [], after: [], orphanOf: [], ...more },
    })),
  };
}

interface Told {
  readonly deletions: readonly string[];
  readonly skipped: Readonly<Record<string, unknown>>;
}

const called = ({ digest: which, tags, kind }: Deletion): string =>
  kind === "tag" ? `:${tags[0]}` : nameOf(which);

function told({ deletions, skipped }: Plan): Told {
  return {
    deletions: deletions.map(called),
    skipped: Object.fromEntries(skipped.map(({ deletion, reason }) => [called(deletion), reason])),
  };
}

const revised = (was: PlannedRepository, parts: SnapshotParts, permission: Partial<Permission> = {}): Plan =>
  revalidatePlan(was, snapshot(parts), { ...FORBIDS, ...permission });

/** Everything is there, whether a tag names it or not. */
const there = (...names: readonly string[]): Pick<SnapshotParts, "layers"> => ({
  layers: Object.fromEntries(names.map((name) => [name, {}])),
});

const before: SnapshotParts = {
  tags: { "1.0.0": "a", "1.1.0": "b", "2.0.0": "new" },
  ...there("a", "b"),
};

describe("a deletion of a plan", () => {
  test("stands where nothing has changed, with a verdict for each tag", () => {
    const again = revised(planned(before), before);
    expect(told(again)).toEqual({ deletions: ["a", "b"], skipped: {} });
    expect(again.verdicts).toEqual([
      { kind: "delete", tag: "1.0.0", digest: digest("a"), reason: { kind: "planned" } },
      { kind: "delete", tag: "1.1.0", digest: digest("b"), reason: { kind: "planned" } },
      { kind: "keep", tag: "2.0.0", digest: digest("new"), reason: { kind: "not-planned" } },
    ]);
    expect(again.missing).toEqual([]);
  });

  test.each<[string, Partial<SnapshotParts>, unknown]>([
    ["its tag moved", { tags: { ...before.tags, "1.0.0": "other" } }, { kind: "tags-moved" }],
    ["its tag dangles", { tags: { ...before.tags, "1.0.0": null } }, { kind: "tags-moved" }],
    ["its tag is gone and it is not", { tags: { "1.1.0": "b", "2.0.0": "new" } }, { kind: "tags-moved" }],
    ["it is gone", { tags: { "1.1.0": "b", "2.0.0": "new" }, ...there("b") }, { kind: "gone" }],
    ["it was just pushed by tag", { namedTags: ["1.0.0"] }, { kind: "just-pushed" }],
    ["it was just pushed by digest", { namedDigests: ["a"] }, { kind: "just-pushed" }],
    [
      "what was just pushed contains it",
      { namedDigests: ["index"], indexes: { index: ["a"] } },
      { kind: "now-needed-by", by: digest("index") },
    ],
    ["it has a new tag", { tags: { ...before.tags, latest: "a" } }, { kind: "now-needed-by", by: "latest" }],
    [
      "a new index contains it",
      { tags: { ...before.tags, latest: "index" }, indexes: { index: ["inner"], inner: ["a"] } },
      { kind: "now-needed-by", by: "latest" },
    ],
    [
      "a tag that stays moved onto it",
      { tags: { ...before.tags, "2.0.0": "a" } },
      { kind: "now-needed-by", by: "2.0.0" },
    ],
    [
      "it has a new signature",
      { tags: { ...before.tags, [signatureOf("a")]: "s" } },
      { kind: "now-needed-by", by: signatureOf("a") },
    ],
    [
      "it has a new signature's tag, which dangles",
      { tags: { ...before.tags, [signatureOf("a")]: null } },
      { kind: "now-needed-by", by: signatureOf("a") },
    ],
    [
      "the registry says that something new refers to it",
      { referrers: { a: ["stranger"] } },
      { kind: "now-needed-by", by: digest("stranger") },
    ],
    [
      "a tag that is deleted moved onto what needs it",
      { tags: { ...before.tags, "1.1.0": "index" }, indexes: { index: ["a"] } },
      { kind: "now-needed-by", by: "1.1.0" },
    ],
  ])("is left out where %s", (_, parts, reason) => {
    const { skipped, deletions } = told(revised(planned(before), { ...before, ...parts }));
    expect(skipped["a"]).toEqual(reason);
    expect(deletions).not.toContain("a");
  });

  test("says of its tags why they stay, and of those that moved", () => {
    const parts = { ...before, tags: { "1.0.0": "a", "1.1.0": "other", latest: "a", "2.0.0": "new" } };
    const { verdicts } = revised(planned(before), parts);
    expect(verdicts).toMatchObject([
      { kind: "keep", reason: { kind: "skipped", why: { kind: "now-needed-by", by: "latest" } } },
      { kind: "keep", digest: digest("other"), reason: { kind: "skipped", why: { kind: "tags-moved" } } },
      { kind: "keep", reason: { kind: "not-planned" } },
      { kind: "keep", reason: { kind: "not-planned" } },
    ]);
  });

  test("goes with those of its tags that still name it", () => {
    const two = { tags: { "1.0.0": "a", "1.1.0": "a", "2.0.0": "new" } };
    const again = revised(planned(two), { tags: { "1.0.0": "a", "1.1.0": "other", "2.0.0": "new" } });
    expect(again.deletions).toMatchObject([{ digest: digest("a"), tags: ["1.0.0"] }]);
    expect(again.verdicts.map(({ kind }) => kind)).toEqual(["delete", "keep", "keep"]);
    expect(told(revised(planned(two), { tags: { "1.1.0": "a", "2.0.0": "new" } })).deletions).toEqual(["a"]);
  });

  test("is left out with all that depends on it", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "outer", "2.0.0": "new", [signatureOf("outer")]: "s" },
      indexes: { outer: ["inner", "leaf"], inner: ["deep"] },
      subjects: { api: "leaf" },
      referrers: { leaf: ["api"] },
    };
    const was = planned(parts);
    expect(was.deletions.map(called).sort()).toEqual(["api", "deep", "inner", "leaf", "outer", "s"]);
    const tagged = { ...parts, tags: { ...parts.tags, latest: "outer" } };
    expect(told(revised(was, tagged))).toEqual({
      deletions: [],
      skipped: {
        outer: { kind: "now-needed-by", by: "latest" },
        inner: { kind: "now-needed-by", by: "latest" },
        leaf: { kind: "now-needed-by", by: "latest" },
        deep: { kind: "now-needed-by", by: "latest" },
        s: { kind: "parent-stays", parent: digest("outer") },
        api: { kind: "parent-stays", parent: digest("leaf") },
      },
    });
    // Nobody names the index any more, and somebody may know its digest.
    const tags = { "2.0.0": "new", [signatureOf("outer")]: "s" };
    const untagged = told(revised(was, { ...parts, tags }));
    expect(untagged.deletions).toEqual([]);
    expect(untagged.skipped).toMatchObject({
      outer: { kind: "tags-moved" },
      inner: { kind: "parent-stays", parent: digest("outer") },
      api: { kind: "parent-stays", parent: digest("leaf") },
    });
  });

  test("a tag that stays because its deletion is left out keeps what it needs", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "referrer", "1.1.0": "subject", "2.0.0": "new" },
      subjects: { referrer: "subject" },
    };
    const again = revised(planned(parts), { ...parts, namedTags: ["1.0.0"] });
    expect(told(again).skipped).toEqual({
      referrer: { kind: "just-pushed" },
      subject: { kind: "now-needed-by", by: "1.0.0" },
    });
  });

  test("children of what somebody else deleted go, and wait for it no longer", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "i1", "1.1.0": "i2", "2.0.0": "new" },
      indexes: { i1: ["child"], i2: ["child"] },
    };
    const again = revised(planned(parts), {
      ...parts,
      tags: { "1.1.0": "i2", "2.0.0": "new" },
      missing: ["i1"],
    });
    expect(told(again)).toEqual({ deletions: ["i2", "child"], skipped: { i1: { kind: "gone" } } });
    expect(again.deletions[1]).toMatchObject({ parents: [digest("i2")] });
  });

  test("of an orphan, where what it signs is back", () => {
    const orphan = signatureOf("gone");
    const parts: SnapshotParts = { tags: { [orphan]: "s", "2.0.0": "new" }, missing: ["gone"] };
    const was = planned(parts, { orphans: "delete" });
    expect(told(revised(was, parts)).deletions).toEqual(["s"]);
    expect(told(revised(was, { ...parts, missing: [], ...there("gone") }))).toEqual({
      deletions: [],
      skipped: { s: { kind: "subject-is-back", subject: digest("gone") } },
    });
  });

  test("of a signature with what it signs, though each names the other", () => {
    const tags = { "1.0.0": "a", "2.0.0": "new", [signatureOf("a")]: "b", [signatureOf("b")]: "a" };
    expect(told(revised(planned({ tags }), { tags })).deletions).toHaveLength(2);
  });
});

describe("what refers to a part, by the registry's word", () => {
  const parts: SnapshotParts = {
    tags: { "1.0.0": "old", "2.0.0": "new" },
    indexes: { old: ["own", "shared"], new: ["shared"] },
  };

  test("keeps the index where it refers to a part that goes with it", () => {
    const again = told(revised(planned(parts), { ...parts, referrers: { own: ["stranger"] } }));
    const reason = { kind: "now-needed-by", by: digest("stranger") };
    expect(again).toEqual({ deletions: [], skipped: { own: reason, old: reason } });
  });

  test("does not where that part stays, or it is not there itself, or the plan knows it", () => {
    const was = planned(parts);
    expect(told(revised(was, { ...parts, referrers: { shared: ["s"] } })).skipped).toEqual({});
    const gone = { ...parts, referrers: { own: ["s"] }, missing: ["s"] };
    expect(told(revised(was, gone)).skipped).toEqual({});
    const known = { ...parts, referrers: { own: ["s"] } };
    expect(told(revised(planned(known), known)).skipped).toEqual({});
  });
});

describe("a tag that goes by itself", () => {
  const parts: SnapshotParts = {
    tags: { "1.0.0": "same", "1.0.0-rc.1": "same", "1.1.0-rc.1": "new", "0.9.0": null },
    untags: "yes",
  };
  const was = planned(parts, { dangling: "delete" });

  test("stands where nothing has changed", () => {
    const again = revised(was, parts);
    expect(told(again)).toEqual({ deletions: [":1.0.0-rc.1", ":0.9.0"], skipped: {} });
    expect(again.verdicts).toMatchObject([
      { kind: "keep" },
      { kind: "untag", by: "delete", digest: digest("same"), reason: { kind: "planned" } },
      { kind: "keep" },
      { kind: "untag", by: "delete", reason: { kind: "planned" } },
    ]);
  });

  test.each<[string, Partial<SnapshotParts>, unknown]>([
    ["it moved", { tags: { ...parts.tags, "1.0.0-rc.1": "other" } }, { kind: "tags-moved" }],
    ["it dangles by now", { tags: { ...parts.tags, "1.0.0-rc.1": null } }, { kind: "tags-moved" }],
    ["it is gone", { tags: { "1.0.0": "same" } }, { kind: "gone" }],
    ["it was just pushed", { namedTags: ["1.0.0-rc.1"] }, { kind: "just-pushed" }],
    ["its image was", { namedDigests: ["same"] }, { kind: "just-pushed" }],
    ["the registry can't any more", { untags: "no" }, { kind: "no-untag" }],
    ["nobody could see whether it can", { untags: "unseen" }, { kind: "no-untag" }],
  ])("is left out where %s", (_, more, reason) => {
    expect(told(revised(was, { ...parts, ...more })).skipped[":1.0.0-rc.1"]).toEqual(reason);
  });

  test("is left out where it dangled and does not any more", () => {
    const again = revised(was, { ...parts, tags: { ...parts.tags, "0.9.0": "back" } });
    expect(told(again).skipped).toEqual({ ":0.9.0": { kind: "tags-moved" } });
  });

  test("is left out where what it signs stays, and stands where somebody else deleted that", () => {
    const signature = signatureOf("old");
    const signed: SnapshotParts = {
      tags: { "1.0.0": "old", "2.0.0": "new", latest: "s", [signature]: "s" },
      untags: "yes",
    };
    const made = planned(signed);
    expect(told(revised(made, signed)).deletions).toEqual(["old", `:${signature}`]);
    expect(told(revised(made, { ...signed, namedTags: ["1.0.0"] }))).toEqual({
      deletions: [],
      skipped: {
        old: { kind: "just-pushed" },
        [`:${signature}`]: { kind: "parent-stays", parent: digest("old") },
      },
    });
    const { deletions } = revised(made, {
      ...signed,
      tags: { "2.0.0": "new", latest: "s", [signature]: "s" },
      missing: ["old"],
    });
    expect(deletions).toMatchObject([{ kind: "tag", tags: [signature], parents: [] }]);
  });

  test("is written over only where the user says so, and by the registry's own way where it has one", () => {
    const overwritten = planned({ ...parts, untags: "no" }, { untag: "overwrite" });
    expect(overwritten.deletions).toMatchObject([{ kind: "tag", by: "overwrite" }]);
    const by = (untags: "yes" | "no", untag: Permission["untag"]): readonly unknown[] => {
      const again = revised(overwritten, { ...parts, untags }, { untag });
      const untagged = again.verdicts.flatMap((verdict) => (verdict.kind === "untag" ? [verdict.by] : []));
      const ways = again.deletions.map((deletion) => (deletion.kind === "tag" ? deletion.by : "image"));
      expect(untagged).toEqual(ways);
      return ways;
    };
    expect(by("no", "auto")).toEqual([]);
    expect(by("no", "overwrite")).toEqual(["overwrite"]);
    expect(by("yes", "overwrite")).toEqual(["delete"]);
    expect(by("yes", "auto")).toEqual(["delete"]);
  });
});

describe("a plan that the program did not make", () => {
  const parts: SnapshotParts = {
    tags: { "1.0.0": "victim", "2.0.0": "outer", "3.0.0": "referrer", [signatureOf("signed")]: "s" },
    indexes: { outer: ["inner"], inner: ["leaf"] },
    subjects: { referrer: "subject" },
    ...there("signed"),
  };
  const kept = { "2.0.0": "outer", "3.0.0": "referrer", [signatureOf("signed")]: "s" };

  test.each([
    ["outer", "2.0.0"],
    ["inner", "2.0.0"],
    ["leaf", "2.0.0"],
    ["subject", "3.0.0"],
    ["signed", signatureOf("signed")],
  ])("is refused where it deletes what a tag needs that it has stay: %s", (of, by) => {
    const made = forged(kept, [{ of: "victim", names: ["1.0.0"] }, { of }]);
    expect(() => revised(made, parts)).toThrow(PruneError);
    expect(() => revised(made, parts)).toThrow(`${digest(of)}, which ${by} needs, and keeps ${by}`);
  });

  test("names the tags that it would delete", () => {
    const tags = { ...parts.tags, "1.5.0": "leaf" };
    const made = forged(kept, [{ of: "leaf", names: ["1.5.0"] }]);
    expect(() => revised(made, { ...parts, tags })).toThrow("would delete 1.5.0, which 2.0.0 needs");
  });

  test("is not believed where it says nothing of what stays, or another digest, or that it goes", () => {
    for (const says of [{}, { "2.0.0": "elsewhere" }]) {
      const made = forged(says, [{ of: "outer" }, { of: "inner" }, { of: "leaf" }]);
      expect(told(revised(made, parts))).toEqual({
        deletions: [],
        skipped: {
          outer: { kind: "now-needed-by", by: "2.0.0" },
          inner: { kind: "now-needed-by", by: "2.0.0" },
          leaf: { kind: "now-needed-by", by: "2.0.0" },
        },
      });
    }
    const lies = forged({}, [{ of: "leaf", names: ["2.0.0"] }, { of: "outer" }]);
    expect(told(revised(lies, parts)).deletions).toEqual([]);
  });

  test("deletes no digest that is no manifest of this repository", () => {
    const made = forged({}, [{ of: "layer" }, { of: "nowhere" }, { of: "victim", names: ["1.0.0"] }]);
    const again = revised(made, { ...parts, layers: { victim: { layer: 100 } } });
    expect(told(again)).toEqual({
      deletions: ["victim"],
      skipped: { layer: { kind: "gone" }, nowhere: { kind: "gone" } },
    });
  });

  test("deletes nothing for the sake of a tag that never was", () => {
    const made = forged({}, [{ of: "signed", names: ["0.1.0"] }]);
    expect(told(revised(made, { tags: { "2.0.0": "x" }, ...there("signed") }))).toEqual({
      deletions: [],
      skipped: { signed: { kind: "tags-moved" } },
    });
  });
});

test.each<[Untags, object]>([
  ["yes", {}],
  ["shared", { ":1.0.0": { kind: "last-tag" } }],
])("a tag that became the last one of an image that stays: %s", (untags, skipped) => {
  const tags = { "2.0.0": "index", "1.0.0": "same", latest: "same" };
  const parts: SnapshotParts = { tags, indexes: { index: ["same"] }, untags };
  const was = planned(parts);
  const now: SnapshotParts = { ...parts, tags: { ...tags, latest: "index" } };
  expect(told(revised(was, now)).skipped).toEqual(skipped);
});

describe("a repository is not left without an image", () => {
  const was = planned(before);

  test("by others who deleted what was to stay, unless the user says that it may", () => {
    const now = { ...before, tags: { "1.0.0": "a", "1.1.0": "b" } };
    expect(() => revised(was, now)).toThrow("would be left without a tag");
    expect(told(revised(was, now, { allowEmpty: true })).deletions).toEqual(["a", "b"]);
  });

  test("where what stays is a signature, or dangles", () => {
    const now = { ...before, tags: { "1.0.0": "a", "1.1.0": "b", [signatureOf("x")]: "s", "2.0.0": null } };
    expect(() => revised(was, now)).toThrow("would be left without a tag");
  });

  test("and a tag that goes by itself is not the last of its image", () => {
    const parts: SnapshotParts = { tags: { "1.0.0": "same", "1.0.0-rc.1": "same", "1.1.0-rc.1": "x" } };
    const untagging = planned({ ...parts, untags: "yes" });
    const now: SnapshotParts = { tags: { "1.0.0-rc.1": "same" }, untags: "yes" };
    expect(told(revised(untagging, now, { allowEmpty: true }))).toEqual({
      deletions: [],
      skipped: { ":1.0.0-rc.1": { kind: "last-tag" } },
    });
  });

  test("and what was left out counts", () => {
    const now = { ...before, tags: { "1.0.0": "a", "1.1.0": "other" } };
    expect(told(revised(was, now)).deletions).toEqual(["a"]);
  });

  test("and what a kept image lacked before is told", () => {
    const parts = { ...before, indexes: { new: ["lost"], a: ["lost too"] }, missing: ["lost", "lost too"] };
    expect(revised(planned(parts), parts).missing).toEqual([digest("lost")]);
  });
});
