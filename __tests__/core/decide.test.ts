import { describe, expect, test } from "vitest";
import { decide } from "../../src/core/policy/decide.js";
import { untagWay } from "../../src/core/policy/facts.js";
import { reach, type Untags } from "../../src/core/image/graph.js";
import type { RetentionPolicy } from "../../src/core/policy/policy.js";
import { plan } from "../../src/core/plan/make-plan.js";
import { standings } from "../../src/core/policy/ranks.js";
import { digest, nameOf, policy, signatureOf, snapshot, type SnapshotParts } from "../support/snapshots.js";

interface Told {
  /** Each tag's verdict and its reason's kind. */
  readonly tags: Readonly<Record<string, string>>;
  /** What goes, by name, sorted. */
  readonly doomed: readonly string[];
}

function decided(parts: SnapshotParts, settings: Parameters<typeof policy>[0] = {}): Told {
  const before = snapshot(parts);
  const chosen: RetentionPolicy = policy({ keep: 1, ...settings });
  const { verdicts, doomed } = decide(standings(before, chosen).places, before, chosen);
  const kept = verdicts.flatMap(({ kind, digest }) => (kind === "keep" && digest ? [digest] : []));
  const needed = reach([...kept, ...before.namedDigests], before.manifests);
  expect([...doomed].filter((digest) => needed.has(digest))).toEqual([]);
  return {
    tags: Object.fromEntries(verdicts.map(({ tag, kind, reason }) => [tag, `${kind} ${reason.kind}`])),
    doomed: [...doomed].map(nameOf).sort(),
  };
}

const SUFFIXES = [".sig", ".att", ".sbom", ""];

describe("what a tag's name says that it signs", () => {
  test.each(SUFFIXES)("goes exactly when that goes: %j", (suffix) => {
    const [old, fresh] = [signatureOf("old", suffix), signatureOf("new", suffix)];
    const tags = { "1.0.0": "old", "2.0.0": "new", [old]: "of-old", [fresh]: "of-new" };
    expect(decided({ tags })).toEqual({
      tags: {
        "1.0.0": "delete beyond-newest",
        "2.0.0": "keep newest",
        [old]: "delete referrer-of",
        [fresh]: "keep referrer",
      },
      doomed: ["of-old", "old"],
    });
  });

  test("of an index's child goes with the index, and stays where another index shares the child", () => {
    const [own, shared] = [signatureOf("own"), signatureOf("shared")];
    const parts: SnapshotParts = {
      tags: { "1.0.0": "i1", "2.0.0": "i2", [own]: "of-own", [shared]: "of-shared" },
      indexes: { i1: ["own", "shared"], i2: ["shared"] },
    };
    const { tags, doomed } = decided(parts);
    expect(doomed).toEqual(["i1", "of-own", "own"]);
    expect(tags).toMatchObject({ [own]: "delete referrer-of", [shared]: "keep referrer" });
  });

  test("of a signature goes with the signature", () => {
    const [first, second] = [signatureOf("old"), signatureOf("of-old", ".att")];
    const tags = { "1.0.0": "old", "2.0.0": "new", [second]: "of-of-old", [first]: "of-old" };
    expect(decided({ tags }).doomed).toEqual(["of-of-old", "of-old", "old"]);
    expect(decided({ tags }, { keep: 2 }).doomed).toEqual([]);
  });

  test("OCI's fallback index takes along what it lists, each with a subject and none with a tag", () => {
    const parts: SnapshotParts = {
      tags: {
        "1.0.0": "old",
        "2.0.0": "new",
        [signatureOf("old", "")]: "f1",
        [signatureOf("new", "")]: "f2",
      },
      indexes: { f1: ["sbom1", "sig1"], f2: ["sbom2"] },
      subjects: { sbom1: "old", sig1: "old", sbom2: "new" },
    };
    expect(decided(parts).doomed).toEqual(["f1", "old", "sbom1", "sig1"]);
  });

  test("stays where that is there without a tag, and keeps it", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "index", "2.0.0": "x", [signatureOf("untagged")]: "signature" },
      indexes: { untagged: ["part"], index: ["part"] },
    };
    const { tags, doomed } = decided(parts);
    expect(tags[signatureOf("untagged")]).toBe("keep referrer");
    expect(doomed).toEqual(["index"]);
  });

  test.each<[string, Partial<SnapshotParts>, Parameters<typeof policy>[0]]>([
    ["excluded", {}, { exclude: ["*.sig"] }],
    ["just pushed", { namedTags: [signatureOf("old")] }, {}],
    ["just pushed by digest", { namedDigests: ["of-old"] }, {}],
  ])("keeps it where it stays for its own sake: %s", (_, parts, settings) => {
    const tags = { "1.0.0": "old", "2.0.0": "new", [signatureOf("old")]: "of-old" };
    const told = decided({ tags, ...parts }, settings);
    expect(told.tags["1.0.0"]).toBe("keep has-referrer");
    expect(told.doomed).toEqual([]);
  });

  test("keeps the index around it too", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "outer", "2.0.0": "new", [signatureOf("leaf")]: "of-leaf" },
      indexes: { outer: ["inner"], inner: ["leaf"] },
    };
    expect(decided(parts, { exclude: ["*.sig"] }).tags["1.0.0"]).toBe("keep has-referrer");
  });

  test("is not the cause of its own end: the tag of an image's own digest", () => {
    const own = signatureOf("image", "");
    expect(decided({ tags: { "2.0.0": "x", [own]: "image" } })).toEqual({
      tags: { "2.0.0": "keep newest", [own]: "keep referrer" },
      doomed: [],
    });
    expect(decided({ tags: { "2.0.0": "x", "1.0.0": "image", [own]: "image" } })).toEqual({
      tags: { "2.0.0": "keep newest", "1.0.0": "delete beyond-newest", [own]: "delete referrer-of" },
      doomed: ["image"],
    });
  });

  test("nor are two that name each other", () => {
    const tags = { "2.0.0": "x", [signatureOf("a")]: "b", [signatureOf("b")]: "a" };
    expect(decided({ tags }).doomed).toEqual([]);
  });

  test("stays where its image has another tag that stays", () => {
    const signature = signatureOf("old");
    const parts = { tags: { "1.0.0": "old", "2.0.0": "new", latest: "s", [signature]: "s" } };
    expect(decided(parts).tags).toMatchObject({
      "1.0.0": "keep contained-in",
      [signature]: "keep shares-digest",
    });
  });

  test("goes by itself then, where a tag can, and what it signs goes first", () => {
    const signature = signatureOf("old");
    const parts: SnapshotParts = {
      tags: { "1.0.0": "old", "2.0.0": "new", latest: "s", [signature]: "s" },
      untags: "yes",
    };
    expect(decided(parts)).toMatchObject({
      tags: { "1.0.0": "delete beyond-newest", [signature]: "untag referrer-of" },
      doomed: ["old"],
    });
    expect(plan(snapshot(parts), policy({ keep: 1 })).deletions).toMatchObject([
      { kind: "manifest", digest: digest("old") },
      { kind: "tag", tags: [signature], parents: [digest("old")] },
    ]);
  });

  test.each<[Untags, string]>([
    ["yes", "untag referrer-of"],
    ["shared", "keep contained-in"],
  ])("is the last tag of an image that stays: where tags can be deleted (%s), %s", (untags, verdict) => {
    const signature = signatureOf("old");
    const parts: SnapshotParts = {
      tags: { "1.0.0": "old", "2.0.0": "new", [signature]: "s" },
      indexes: { new: ["s"] },
      untags,
    };
    expect(decided(parts).tags[signature]).toBe(verdict);
  });

  test("keeps what it signs then, and nothing more for that", () => {
    const signature = signatureOf("old");
    const parts: SnapshotParts = {
      tags: { "1.0.0": "old", "1.1.0": "index", "2.0.0": "new", latest: "s", [signature]: "s" },
      indexes: { index: ["old", "other"] },
    };
    expect(decided(parts)).toMatchObject({
      tags: { "1.0.0": "keep contained-in" },
      doomed: ["index", "other"],
    });
  });

  test("is no reason for what contains that to stay where it only stays with it", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "index", "2.0.0": "new", [signatureOf("child")]: "s" },
      indexes: { index: ["child"], new: ["child"] },
    };
    expect(decided(parts)).toMatchObject({
      tags: { "2.0.0": "keep newest", [signatureOf("child")]: "keep referrer" },
      doomed: ["index"],
    });
  });

  test("stays where its image contains what is signed by one that stays", () => {
    const [first, second] = [signatureOf("old"), signatureOf("sbom")];
    const parts: SnapshotParts = {
      tags: { "1.0.0": "old", "2.0.0": "new", [first]: "s", [second]: "ss" },
      indexes: { s: ["sbom"] },
    };
    expect(decided({ ...parts, namedTags: [second] }).tags).toMatchObject({
      "1.0.0": "keep contained-in",
      [first]: "keep has-referrer",
    });
  });

  test("stays where something kept contains its image", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "old", "2.0.0": "index", [signatureOf("old")]: "s" },
      indexes: { index: ["s"] },
    };
    expect(decided(parts).doomed).toEqual([]);
  });

  test("of what is gone is an orphan, reported or deleted, with what it contains", () => {
    const orphan = signatureOf("gone", "");
    const parts: SnapshotParts = {
      tags: { "2.0.0": "new", [orphan]: "fallback" },
      indexes: { fallback: ["sbom"] },
      missing: ["gone"],
    };
    expect(decided(parts)).toMatchObject({ tags: { [orphan]: "keep orphan" }, doomed: [] });
    expect(decided(parts, { orphans: "delete" })).toMatchObject({
      tags: { [orphan]: "delete orphan" },
      doomed: ["fallback", "sbom"],
    });
    const kept = { ...parts, namedTags: [orphan] };
    expect(decided(kept, { orphans: "delete" }).tags[orphan]).toBe("keep just-pushed");
    const excluded = decided(parts, { orphans: "delete", exclude: ["sha256-*"] });
    expect(excluded.tags[orphan]).toBe("keep excluded");
  });

  test("goes by itself where something kept contains its image and a tag can; else it keeps what it signs alone", () => {
    const signature = signatureOf("old");
    const parts: SnapshotParts = {
      tags: { "1.0.0": "old", "1.1.0": "around", "2.0.0": "index", [signature]: "s" },
      indexes: { index: ["s"], around: ["old", "other"] },
    };
    expect(decided(parts)).toMatchObject({
      tags: { "1.0.0": "keep contained-in", [signature]: "keep contained-in" },
      doomed: ["around", "other"],
    });
    expect(decided({ ...parts, untags: "yes" })).toMatchObject({
      tags: { [signature]: "untag referrer-of" },
      doomed: ["around", "old", "other"],
    });
  });

  test("an orphan that stays is no reason for what lacks its subject to stay", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "index", "2.0.0": "new", [signatureOf("gone")]: "s" },
      indexes: { index: ["gone", "part"] },
      missing: ["gone"],
    };
    expect(decided(parts).doomed).toEqual(["index", "part"]);
  });

  test("an orphan that an earlier run meant to delete with its subject goes", () => {
    const orphan = signatureOf("gone");
    const parts: SnapshotParts = {
      tags: { "2.0.0": "new", [orphan]: "s", [signatureOf("long gone")]: "t" },
      missing: ["gone", "long gone"],
      leftovers: ["s"],
    };
    expect(decided(parts)).toMatchObject({
      tags: { [orphan]: "delete orphan", [signatureOf("long gone")]: "keep orphan" },
      doomed: ["s"],
    });
  });

  test("an orphan that a kept index contains stays", () => {
    const parts: SnapshotParts = {
      tags: { "2.0.0": "index", [signatureOf("gone")]: "s" },
      indexes: { index: ["s"] },
      missing: ["gone"],
    };
    const told = decided(parts, { orphans: "delete" });
    expect(told).toEqual({
      tags: { "2.0.0": "keep newest", [signatureOf("gone")]: "keep contained-in" },
      doomed: [],
    });
  });

  test("an orphan's own signature goes with it", () => {
    const tags = { "2.0.0": "new", [signatureOf("gone")]: "s", [signatureOf("s")]: "ss" };
    expect(decided({ tags, missing: ["gone"] }, { orphans: "delete" }).doomed).toEqual(["s", "ss"]);
  });
});

describe("tags that dangle", () => {
  const parts: SnapshotParts = { tags: { "1.0.0": null, "2.0.0": "x" } };

  test.each<[RetentionPolicy["dangling"], Untags | undefined, RetentionPolicy["untag"], string]>([
    ["report", "yes", "auto", "keep dangling"],
    ["report", "yes", "overwrite", "keep dangling"],
    ["delete", "yes", "auto", "untag dangling"],
    ["delete", "no", "auto", "keep dangling"],
    ["delete", "unseen", "auto", "keep dangling"],
    ["delete", undefined, "auto", "keep dangling"],
    ["delete", "no", "overwrite", "untag dangling"],
  ])("%s, and the registry says %s, and the user %s", (...[dangling, untags, untag, verdict]) => {
    const told = decided({ ...parts, ...(untags === undefined ? {} : { untags }) }, { dangling, untag });
    expect(told.tags["1.0.0"]).toBe(verdict);
    expect(told.doomed).toEqual([]);
  });

  test.each<[string, Partial<SnapshotParts>, Parameters<typeof policy>[0]]>([
    ["exclude names them", {}, { exclude: ["1.*"] }],
    ["include does not", {}, { include: ["2.*"] }],
    ["this run's references name them", { namedTags: ["1.0.0"] }, {}],
  ])("stay where %s", (_, more, settings) => {
    const told = decided({ ...parts, untags: "yes", ...more }, { dangling: "delete", ...settings });
    expect(told.tags["1.0.0"]).toBe("keep dangling");
  });

  test("a signature's that stays keeps what it signs; one that goes does not", () => {
    const signature = signatureOf("old");
    const signed: SnapshotParts = {
      tags: { "1.0.0": "old", "2.0.0": "x", [signature]: null },
      untags: "yes",
    };
    expect(decided(signed).tags["1.0.0"]).toBe("keep has-referrer");
    expect(decided(signed, { dangling: "delete" }).doomed).toEqual(["old"]);
  });
});

describe("two tags on one image of which one goes", () => {
  const parts: SnapshotParts = {
    tags: { "1.0.0": "same", "1.0.0-rc.1": "same", "1.1.0-rc.1": "x" },
  };

  test.each<[Untags | undefined, RetentionPolicy["untag"], string]>([
    ["yes", "auto", "untag beyond-newest"],
    ["yes", "overwrite", "untag beyond-newest"],
    ["no", "auto", "keep shares-digest"],
    ["unseen", "auto", "keep shares-digest"],
    [undefined, "auto", "keep shares-digest"],
    ["no", "overwrite", "untag beyond-newest"],
    ["unseen", "overwrite", "untag beyond-newest"],
  ])("the registry says %s, the user %s", (untags, untag, verdict) => {
    const told = decided({ ...parts, ...(untags === undefined ? {} : { untags }) }, { untag });
    expect(told.tags["1.0.0-rc.1"]).toBe(verdict);
    expect(told.doomed).toEqual([]);
  });

  test.each<[Untags | undefined, string]>([
    ["yes", "delete"],
    ["no", "overwrite"],
    ["unseen", "overwrite"],
    [undefined, "overwrite"],
  ])("the registry's own way is the better one: %s", (untags, way) => {
    const now = snapshot({ ...parts, ...(untags === undefined ? {} : { untags }) });
    expect(untagWay(now, { untag: "overwrite" })).toBe(way);
  });

  test("says with which, how, and why not", () => {
    const verdictOf = (untags: Untags | undefined, untag: RetentionPolicy["untag"] = "auto"): unknown => {
      const before = snapshot({ ...parts, ...(untags === undefined ? {} : { untags }) });
      const chosen = policy({ keep: 1, untag });
      const { verdicts } = decide(standings(before, chosen).places, before, chosen);
      return verdicts.find(({ tag }) => tag === "1.0.0-rc.1");
    };
    expect(verdictOf("yes")).toMatchObject({ with: "1.0.0", by: "delete" });
    expect(verdictOf("shared")).toMatchObject({ with: "1.0.0", by: "delete" });
    expect(verdictOf("shared", "never")).toMatchObject({ reason: { untags: "never" } });
    expect(verdictOf("no-keys")).toMatchObject({ reason: { untags: "no-keys" } });
    expect(verdictOf("no")).toMatchObject({ reason: { with: "1.0.0", untags: "no" } });
    expect(verdictOf("unseen")).toMatchObject({ reason: { with: "1.0.0", untags: "unseen" } });
    expect(verdictOf("unclear")).toMatchObject({ reason: { untags: "unclear" } });
    expect(verdictOf(undefined)).toMatchObject({ reason: { untags: "unseen" } });
    expect(verdictOf("yes", "never")).toMatchObject({ reason: { untags: "never" } });
    expect(verdictOf(undefined, "never")).toMatchObject({ reason: { untags: "never" } });
  });

  test("of several with which it shares its image, it names the first in the order decided", () => {
    const tags = { "1.0.0-rc.1": "same", "1.1.0-rc.1": "x", "2.0.0": "same", latest: "same" };
    const shared = snapshot({ tags });
    const { verdicts } = decide(standings(shared, policy({ keep: 1 })).places, shared, policy({ keep: 1 }));
    expect(verdicts.find(({ tag }) => tag === "1.0.0-rc.1")).toMatchObject({ reason: { with: "2.0.0" } });
  });

  test("signatures of it stay", () => {
    const signature = signatureOf("same");
    const told = decided({ tags: { ...parts.tags, [signature]: "s" }, untags: "yes" });
    expect(told.tags[signature]).toBe("keep referrer");
  });

  test("a tag of an image that only a kept index contains is no alias: it stays", () => {
    const told = decided({
      tags: { "1.0.0": "child", "2.0.0": "index" },
      indexes: { index: ["child"] },
      untags: "yes",
    });
    expect(told.tags["1.0.0"]).toBe("keep contained-in");
  });
});

describe("what the registry says refers to what goes", () => {
  const parts: SnapshotParts = {
    tags: { "1.0.0": "old", "2.0.0": "new" },
    subjects: { sbom: "old", "sbom-sig": "sbom", other: "new" },
    referrers: { old: ["sbom"], sbom: ["sbom-sig"], new: ["other"] },
  };

  test("goes too, and what refers to that", () => {
    expect(decided(parts).doomed).toEqual(["old", "sbom", "sbom-sig"]);
  });

  test("goes with an index's child, and with all that it contains", () => {
    const told = decided({
      tags: { "1.0.0": "index", "2.0.0": "new" },
      indexes: { index: ["child"], artifact: ["blob"] },
      referrers: { child: ["artifact"] },
    });
    expect(told.doomed).toEqual(["artifact", "blob", "child", "index"]);
  });

  test("takes its signatures' tags along", () => {
    const told = decided({ ...parts, tags: { ...parts.tags, [signatureOf("sbom")]: "s" } });
    expect(told.doomed).toEqual(["old", "s", "sbom", "sbom-sig"]);
  });

  test("stays where something kept contains it, and what refers to it stays with it", () => {
    const told = decided({
      ...parts,
      subjects: {},
      tags: { ...parts.tags, latest: "index" },
      indexes: { index: ["sbom"] },
    });
    expect(told.doomed).toEqual(["old"]);
  });

  test("a tag of it that stays keeps its subject", () => {
    expect(decided({ ...parts, tags: { ...parts.tags, "an-sbom": "sbom" } }).doomed).toEqual([]);
  });

  test("is left alone where it is not there", () => {
    expect(decided({ ...parts, missing: ["sbom"] }).doomed).toEqual(["old"]);
  });
});

describe("what a run that was cut off left", () => {
  const leftovers = ["left"];

  test("goes, with what it contains and what signs it", () => {
    const told = decided({
      tags: { "2.0.0": "new", [signatureOf("left")]: "s" },
      indexes: { left: ["part"] },
      leftovers,
    });
    expect(told.doomed).toEqual(["left", "part", "s"]);
  });

  test.each<[string, Partial<SnapshotParts>]>([
    ["has it", { tags: { "2.0.0": "left" } }],
    ["contains it", { indexes: { new: ["left"] } }],
    ["refers to it", { subjects: { new: "left" } }],
  ])("stays where something kept %s", (_, parts) => {
    expect(decided({ tags: { "2.0.0": "new" }, leftovers, ...parts }).doomed).toEqual([]);
  });

  test("stays where this run's references name it", () => {
    expect(decided({ tags: { "2.0.0": "new" }, leftovers, namedDigests: leftovers }).doomed).toEqual([]);
  });

  test("only its part that is needed stays", () => {
    const told = decided({
      tags: { "2.0.0": "new" },
      indexes: { new: ["shared"], left: ["shared", "own"] },
      leftovers,
    });
    expect(told.doomed).toEqual(["left", "own"]);
  });
});

describe("what keeps always wins", () => {
  const old: SnapshotParts = { tags: { "1.0.0": "old", "2.0.0": "new", [signatureOf("old")]: "s" } };
  const keepers: readonly [string, Partial<SnapshotParts>, Parameters<typeof policy>[0]][] = [
    ["another tag", { tags: { ...old.tags, latest: "old" } }, {}],
    ["an index", { tags: { ...old.tags, latest: "index" }, indexes: { index: ["old"] } }, {}],
    ["a referrer", { tags: { ...old.tags, latest: "r" }, subjects: { r: "old" } }, {}],
    ["exclude", {}, { exclude: ["1.*"] }],
    ["include", {}, { include: ["2.*"] }],
    ["a name", { namedTags: ["1.0.0"] }, {}],
    ["a digest", { namedDigests: ["old"] }, {}],
    ["a signature", {}, { exclude: ["*.sig"] }],
  ];
  const killers: readonly [string, Partial<SnapshotParts>][] = [
    ["its rank", {}],
    ["a leftover", { leftovers: ["old", "s"] }],
    ["a subject that goes", { referrers: { gone: ["old", "s"] }, leftovers: ["gone"] }],
  ];
  test.each(keepers.flatMap((keeper) => killers.map((killer) => [keeper, killer] as const)))(
    "%j against %j",
    ([, keep, settings], [, kill]) => {
      const told = decided({ ...old, ...kill, ...keep }, settings);
      expect(told.doomed.filter((name) => name !== "gone")).toEqual([]);
      expect(Object.values(told.tags).filter((verdict) => !verdict.startsWith("keep"))).toEqual([]);
    },
  );
});
