import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { plan } from "../../src/core/plan/make-plan.js";
import { questionsOf, type Questions } from "../../src/core/plan/questions.js";
import type { Plan } from "../../src/core/plan/plan.js";
import { patternUses } from "../../src/core/policy/pattern-use.js";
import {
  digest,
  nameOf,
  ownImages,
  policy,
  signatureOf,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";

/** Each tag's verdict and its reason's kind. */
function told(decided: Plan): Record<string, string> {
  return Object.fromEntries(decided.verdicts.map(({ tag, kind, reason }) => [tag, `${kind} ${reason.kind}`]));
}

function order(decided: Plan): readonly string[] {
  return decided.deletions.map(({ digest = "" }) =>
    Buffer.from(digest.replace("sha256:", ""), "hex").toString().replaceAll("\0", ""),
  );
}

const alphas = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `3.3.0-alpha.${index + 1}`);

describe("ranks", () => {
  test("the newest of each channel stay, releases first", () => {
    const tags = ownImages([...alphas(12), "3.2.0", "3.1.0", "latest"]);
    const decided = plan(snapshot({ tags }), policy({ keep: 10 }));
    expect(order(decided)).toEqual(["3.3.0-alpha.1", "3.3.0-alpha.2"]);
    expect(decided.verdicts.map(({ tag }) => tag).slice(0, 3)).toEqual(["3.2.0", "3.1.0", "3.3.0-alpha.12"]);
    expect(told(decided)["latest"]).toBe("keep not-a-version");
    expect(decided.notices).toEqual([]);
  });

  test("every pattern is told, and whether it matches a tag", () => {
    const tags = ownImages(["1.0.0"]);
    expect(patternUses(snapshot({ tags }), policy({ include: ["1.*"], exclude: ["2.*"] }))).toEqual([
      { setting: "exclude", text: "2.*", isUsed: false },
      { setting: "include", text: "1.*", isUsed: true },
    ]);
  });

  test("group-by none counts all candidates together", () => {
    const tags = ownImages(["1.0.0", "1.1.0-alpha.1", "1.1.0-beta.1"]);
    expect(order(plan(snapshot({ tags }), policy({ keep: 1, groupBy: [] })))).toEqual([
      "1.0.0",
      "1.1.0-alpha.1",
    ]);
  });

  test("two tags of one image take one place", () => {
    const tags = { "1.0.0": "a", "v1.0.0": "a", "0.9.0": "b", "0.8.0": "c" };
    expect(order(plan(snapshot({ tags }), policy({ keep: 2 })))).toEqual(["c"]);
  });

  test("excluded tags, tags that are no candidates and tags that dangle take no place", () => {
    const tags = { "3.0.0": null, "2.0.0": "x", latest: "y", "1.1.0": "b", "1.0.0": "a" };
    const decided = plan(snapshot({ tags }), policy({ keep: 1, exclude: ["2.*"] }));
    expect(told(decided)).toEqual({
      "1.1.0": "keep newest",
      "1.0.0": "delete beyond-newest",
      "3.0.0": "keep dangling",
      "2.0.0": "keep excluded",
      latest: "keep not-a-version",
    });
  });

  test("include limits the candidates, and their ranks, to what it matches", () => {
    const tags = ownImages(["1.0.0-alpha.1", "1.0.0-alpha.2", "1.0.0-beta.1", "1.0.0-beta.2"]);
    const decided = plan(snapshot({ tags }), policy({ keep: 1, include: ["*-alpha.*"] }));
    expect(order(decided)).toEqual(["1.0.0-alpha.1"]);
    expect(told(decided)["1.0.0-beta.1"]).toBe("keep not-included");
  });

  test("keep 0 deletes every candidate, where that is allowed", () => {
    const tags = ownImages(["1.0.0", "1.1.0"]);
    expect(order(plan(snapshot({ tags }), policy({ keep: 0, allowEmpty: true })))).toEqual([
      "1.0.0",
      "1.1.0",
    ]);
    expect(() => plan(snapshot({ tags }), policy({ keep: 0 }))).toThrow(PruneError);
    const withLatest = snapshot({ tags: { ...tags, latest: "x" } });
    expect(order(plan(withLatest, policy({ keep: 0 })))).toEqual(["1.0.0", "1.1.0"]);
  });

  test("no candidate at all is told", () => {
    expect(plan(snapshot({ tags: ownImages(["latest", "main"]) }), policy()).notices).toEqual([
      { kind: "no-candidates", tags: ["main", "latest"] },
    ]);
  });
});

describe("prerelease", () => {
  const prerelease = (keep: number, include: readonly string[] = []): ReturnType<typeof policy> =>
    policy({ sort: "prerelease", keep, include });

  test("a release is never deleted", () => {
    const tags = ownImages(["1.0.0", "1.1.0", "1.2.0", "1.2.0-alpha.1", "1.2.0-alpha.2"]);
    const decided = plan(snapshot({ tags }), prerelease(1));
    expect(order(decided)).toEqual(["1.2.0-alpha.1"]);
    expect(told(decided)["1.0.0"]).toBe("keep not-a-prerelease");
  });

  test("a counter that restarts loses nothing new: what is among the newest in either order stays", () => {
    const tags = ownImages([...alphas(74), "3.4.0-alpha.1", "3.4.0-alpha.2"]);
    const decided = plan(snapshot({ tags }), prerelease(2));
    const kept = decided.verdicts.filter(({ kind }) => kind === "keep").map(({ tag }) => tag);
    expect(kept).toEqual(["3.3.0-alpha.74", "3.3.0-alpha.73", "3.4.0-alpha.2", "3.4.0-alpha.1"]);
  });

  test("label names are candidates only where include names them", () => {
    const tags = ownImages(["alpha-1", "alpha-2", "alpha-10", "jdk-17", "jdk-21"]);
    expect(order(plan(snapshot({ tags }), prerelease(1)))).toEqual([]);
    expect(order(plan(snapshot({ tags }), prerelease(1, ["alpha-*"])))).toEqual(["alpha-1", "alpha-2"]);
  });

  test("label names and prereleases of one channel are counted together by number", () => {
    const tags = ownImages(["alpha-3", "1.0.0-alpha.2", "1.0.0-alpha.1"]);
    expect(order(plan(snapshot({ tags }), prerelease(1, ["*"])))).toEqual(["1.0.0-alpha.1"]);
  });
});

describe("what was just pushed stays", () => {
  test("by tag, even where it sorts lowest, and takes only its own rank", () => {
    const tags = ownImages(["1.4.9", "2.0.0", "2.1.0"]);
    const decided = plan(snapshot({ tags, namedTags: ["1.4.9"] }), policy({ keep: 1 }));
    expect(told(decided)).toEqual({
      "2.1.0": "keep newest",
      "2.0.0": "delete beyond-newest",
      "1.4.9": "keep just-pushed",
    });
  });

  test("by digest, with every tag on it and all that it contains", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "index", "1.0.0-amd64": "amd64", "2.0.0": "x", "2.0.0-amd64": "y" },
      indexes: { index: ["amd64"] },
      namedDigests: ["index"],
    };
    const decided = plan(snapshot(parts), policy({ keep: 1 }));
    expect(told(decided)).toMatchObject({ "1.0.0": "keep just-pushed", "1.0.0-amd64": "keep contained-in" });
  });

  test("by a digest that no tag has, with what it contains", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "old", "2.0.0": "new" },
      indexes: { old: ["shared", "own"], untagged: ["shared"] },
      namedDigests: ["untagged"],
    };
    expect(order(plan(snapshot(parts), policy({ keep: 1 })))).toEqual(["old", "own"]);
  });
});

describe("nothing that is kept is harmed", () => {
  test("a digest that a kept tag has stays: rc and release on one image", () => {
    const tags = { "1.0.0": "same", "1.0.0-rc.1": "same", "1.0.0-rc.2": "x", "1.1.0-rc.1": "y" };
    const decided = plan(snapshot({ tags }), policy({ keep: 1 }));
    expect(told(decided)["1.0.0-rc.1"]).toBe("keep shares-digest");
    expect(order(decided)).toEqual(["x"]);
  });

  test("a child that a kept index contains stays, and goes only with the last index that does", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "i1", "2.0.0": "i2", "3.0.0": "i3" },
      indexes: { i1: ["shared", "a"], i2: ["shared", "b"], i3: ["c", "b"] },
    };
    expect(order(plan(snapshot(parts), policy({ keep: 1 })))).toEqual(["i1", "a", "i2", "shared"]);
    expect(order(plan(snapshot(parts), policy({ keep: 2 })))).toEqual(["i1", "a"]);
  });

  test("through nested indexes", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "leaf", "2.0.0": "outer", "0.9.0": "inner" },
      indexes: { outer: ["inner"], inner: ["leaf"] },
    };
    const decided = plan(snapshot(parts), policy({ keep: 1 }));
    expect(order(decided)).toEqual([]);
    expect(told(decided)).toMatchObject({ "1.0.0": "keep contained-in", "0.9.0": "keep contained-in" });
  });

  test("an excluded signature's tag stays, and its subject, and what contains its subject", () => {
    const parts: SnapshotParts = {
      tags: {
        "1.0.0": "signed",
        "1.1.0": "index",
        "1.2.0": "x",
        "2.0.0": "y",
        [`sha256-${digest("signed").slice(7)}.sig`]: "signature",
        [`sha256-${digest("child").slice(7)}`]: "attachments",
      },
      indexes: { index: ["child"] },
    };
    const decided = plan(snapshot(parts), policy({ keep: 1, exclude: ["sha256-*"] }));
    expect(told(decided)).toMatchObject({ "1.0.0": "keep has-referrer", "1.1.0": "keep has-referrer" });
    expect(order(decided)).toEqual(["x"]);
  });

  test("so does a signature's subject where the signature was just pushed itself", () => {
    const signature = `sha256-${digest("signed").slice(7)}.sig`;
    const tags = { "1.0.0": "signed", "2.0.0": "y", [signature]: "signature" };
    expect(order(plan(snapshot({ tags, namedTags: [signature] }), policy({ keep: 1 })))).toEqual([]);
  });

  test("an untagged image that a kept signature names keeps its parts", () => {
    const parts: SnapshotParts = {
      tags: {
        "1.0.0": "referrer",
        "1.1.0": "other",
        "2.0.0": "x",
        [`sha256-${digest("signed").slice(7)}.sig`]: "signature",
      },
      indexes: { signed: ["part"], other: ["part"] },
      subjects: { referrer: "signed" },
    };
    expect(order(plan(snapshot(parts), policy({ keep: 1 })))).toEqual(["referrer", "other"]);
  });

  test("the subject of a kept referrer stays", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "subject", "2.0.0": "x", sbom: "referrer" },
      subjects: { referrer: "subject" },
    };
    expect(told(plan(snapshot(parts), policy({ keep: 1 })))["1.0.0"]).toBe("keep contained-in");
  });

  test("a tag kept for another's sake keeps what it contains for a third", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "third", "1.1.0": "second", "2.0.0": "x", sbom: "referrer" },
      indexes: { second: ["third"] },
      subjects: { referrer: "second" },
    };
    expect(order(plan(snapshot(parts), policy({ keep: 1 })))).toEqual([]);
  });
});

describe("the order of deletions", () => {
  test("oldest first, over all groups", () => {
    const tags = ownImages(["1.0.0", "3.0.0", "2.0.0-rc.1", "2.0.0-rc.2", "2.5.0-rc.1"]);
    expect(order(plan(snapshot({ tags }), policy({ keep: 1 })))).toEqual([
      "1.0.0",
      "2.0.0-rc.1",
      "2.0.0-rc.2",
    ]);
  });

  test("an image is as old as the newest of its tags", () => {
    const tags = { "1.0.0": "a", "1.9.0": "a", "1.5.0": "b", "2.0.0": "c" };
    expect(order(plan(snapshot({ tags }), policy({ keep: 1 })))).toEqual(["b", "a"]);
  });

  test("a tag after its victims named tag-… and tag.…, at any depth", () => {
    // Under semver 1.0.0-1 is newer than 1.0.0-1-alpine only by its name; all are older than what stays.
    const tags = ownImages(["alpha-1", "alpha-1-1a2b3c4", "alpha-2", "alpha-3"]);
    const decided = plan(snapshot({ tags }), policy({ keep: 1, sort: "prerelease", include: ["*"] }));
    expect(order(decided)).toEqual(["alpha-1-1a2b3c4", "alpha-1", "alpha-2"]);
    expect(decided.deletions[1]).toMatchObject({ after: [digest("alpha-1-1a2b3c4")] });
  });

  test("a release after its release candidates, though they be newer by another tag", () => {
    const tags = { "1.0.0": "r", "1.0.0-rc.1": "rc", "1.5.0": "rc", "2.0.0": "x", "2.0.0-rc.1": "y" };
    expect(order(plan(snapshot({ tags }), policy({ keep: 1 })))).toEqual(["rc", "r"]);
  });

  test("an index before its children wins over that", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "index", "1.0.0-amd64": "amd64", "2.0.0": "x", "2.0.0-amd64": "y" },
      indexes: { index: ["amd64", "arm64"] },
    };
    const decided = plan(snapshot(parts), policy({ keep: 1 }));
    expect(order(decided).indexOf("index")).toBeLessThan(order(decided).indexOf("amd64"));
    expect(decided.deletions).toMatchObject([
      { digest: digest("index"), after: [] },
      { digest: digest("amd64"), parents: [digest("index")], after: [] },
      { digest: digest("arm64"), after: [] },
    ]);
  });

  test("and does so though the index be the older", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "index", "1.0.0-amd64": "amd64", "1.5.0": "amd64", "2.0.0": "x", "2.0.0-amd64": "y" },
      indexes: { index: ["amd64"] },
    };
    expect(order(plan(snapshot(parts), policy({ keep: 1 })))).toEqual(["index", "amd64"]);
  });

  test("children that nothing kept needs follow, nested ones after their index, missing ones not at all", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "outer", "2.0.0": "x" },
      indexes: { outer: ["inner", "gone", "a"], inner: ["b"] },
      missing: ["gone"],
    };
    expect(order(plan(snapshot(parts), policy({ keep: 1 })))).toEqual(["outer", "inner", "a", "b"]);
  });

  test("what was missing before is noted only where it belongs to something kept", () => {
    const indexes = { old: ["gone1", "a"], fresh: ["gone2", "b"] };
    const parts = { tags: { "1.0.0": "old", "2.0.0": "fresh" }, indexes, missing: ["gone1", "gone2"] };
    expect(plan(snapshot(parts), policy({ keep: 1 })).missing).toEqual([digest("gone2")]);
  });
});

/** What each waits for: its parents, then what stands before it in name. */
function waits(decided: Plan): Record<string, readonly string[]> {
  return Object.fromEntries(
    decided.deletions.flatMap((deletion) =>
      deletion.kind === "manifest"
        ? [[nameOf(deletion.digest), [...deletion.parents, ...deletion.after].map(nameOf).sort()] as const]
        : [],
    ),
  );
}

describe("the order of what belongs to an image", () => {
  test("index, children, referrers of any of it, and so for each image, the oldest first; tags last", () => {
    const parts: SnapshotParts = {
      tags: {
        [signatureOf("i1")]: "s1",
        [signatureOf("c1")]: "sc1",
        [signatureOf("i2")]: "s2",
        "1.0.0": "i1",
        "1.1.0": "i2",
        "2.0.0": "new",
        "2.0.0-rc.1": "new",
        "2.1.0-rc.1": "rc",
      },
      indexes: { i1: ["c1"], i2: ["c2"] },
      referrers: { i2: ["api"], api: ["api2"] },
      untags: "yes",
    };
    const decided = plan(snapshot(parts), policy({ keep: 1 }));
    expect(order(decided).slice(0, 2)).toEqual(["i1", "c1"]);
    expect(order(decided).slice(2, 4).sort()).toEqual(["s1", "sc1"]);
    expect(order(decided).slice(4, 6)).toEqual(["i2", "c2"]);
    expect(order(decided).slice(6, 9).sort()).toEqual(["api", "api2", "s2"]);
    expect(decided.deletions[9]).toEqual({
      kind: "tag",
      tags: ["2.0.0-rc.1"],
      digest: digest("new"),
      by: "delete",
      parents: [],
    });
    expect(waits(decided)).toEqual({
      i1: [],
      c1: ["i1"],
      s1: ["i1"],
      sc1: ["c1"],
      i2: [],
      c2: ["i2"],
      s2: ["i2"],
      api: ["i2"],
      api2: ["api"],
    });
  });

  test("what two images share goes after the later of them, and waits for both", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "i1", "1.1.0": "i2", "2.0.0": "new" },
      indexes: { i1: ["shared"], i2: ["shared"] },
      referrers: { i1: ["api"], i2: ["api"] },
    };
    const decided = plan(snapshot(parts), policy({ keep: 1 }));
    expect(order(decided)).toEqual(["i1", "i2", "shared", "api"]);
    expect(waits(decided)).toMatchObject({ shared: ["i1", "i2"], api: ["i1", "i2"] });
  });

  test("orphans and what an earlier run left go after the images, each with what it contains", () => {
    const orphan = signatureOf("gone", "");
    const parts: SnapshotParts = {
      tags: { [orphan]: "fallback", "1.0.0": "old", "2.0.0": "new" },
      indexes: { fallback: ["sbom"], left: ["part"] },
      missing: ["gone"],
      leftovers: ["part", "left"],
    };
    const decided = plan(snapshot(parts), policy({ keep: 1, orphans: "delete" }));
    expect(order(decided)).toEqual(["old", "fallback", "sbom", "left", "part"]);
    expect(decided.deletions).toMatchObject([
      { orphanOf: [] },
      { orphanOf: [digest("gone")], tags: [orphan] },
      { orphanOf: [], tags: [] },
      {},
      {},
    ]);
  });

  test("a tag's name that says it refers to itself is nothing to wait for", () => {
    const tags = { "1.0.0": "old", "2.0.0": "new", [signatureOf("old")]: "old" };
    expect(waits(plan(snapshot({ tags }), policy({ keep: 1 })))).toEqual({ old: [] });
  });

  test.each<[string, SnapshotParts]>([
    [
      "of two images",
      {
        tags: { "1.0.0": "a", "1.1.0": "b", "2.0.0": "x", [signatureOf("a")]: "b", [signatureOf("b")]: "a" },
      },
    ],
    [
      "of an index and its child",
      { tags: { "1.0.0": "a", "2.0.0": "x", [signatureOf("b")]: "a" }, indexes: { a: ["b"] } },
    ],
    [
      "of an index and its child, the child the older",
      {
        tags: { "1.0.0": "b", "1.1.0": "a", "2.0.0": "x", [signatureOf("b")]: "a" },
        indexes: { a: ["b"] },
      },
    ],
    [
      "through a third",
      {
        tags: { "1.0.0": "b", "2.0.0": "x", [signatureOf("b")]: "s", [signatureOf("s")]: "a" },
        indexes: { a: ["b"] },
        leftovers: ["a"],
      },
    ],
  ])("a circle %s ends: indexes first, and nobody waits for what comes later", (_, parts) => {
    const decided = plan(snapshot(parts), policy({ keep: 1 }));
    const names = order(decided);
    expect(names).toContain("a");
    expect(names).toContain("b");
    if (parts.indexes !== undefined) {
      expect(names.indexOf("a")).toBeLessThan(names.indexOf("b"));
      expect(waits(decided)["b"]).toContain("a");
    }
    for (const [name, before] of Object.entries(waits(decided))) {
      for (const other of before) expect(names.indexOf(other)).toBeLessThan(names.indexOf(name));
    }
  });

  test("what an image contains goes before what refers to it, and what that contains before the next image", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "outer", "1.1.0": "later", "2.0.0": "new", [signatureOf("outer", "")]: "fallback" },
      indexes: { outer: ["inner"], inner: ["deep"], fallback: ["sbom"] },
    };
    expect(order(plan(snapshot(parts), policy({ keep: 1 })))).toEqual([
      ...["outer", "inner", "deep", "fallback", "sbom"],
      "later",
    ]);
  });

  test("a subject before what refers to it, though that be named tag-…", () => {
    const tags = { "1.0.0": "subject", "1.0.0-sbom": "sbom", "2.0.0": "x", "2.0.0-sbom": "y" };
    // By its other tag it is newer than its subject.
    for (const more of [{}, { "1.5.0-sbom": "sbom" }]) {
      const parts = { tags: { ...tags, ...more }, referrers: { subject: ["sbom"] } };
      const decided = plan(snapshot(parts), policy({ keep: 1 }));
      expect(order(decided)).toEqual(["subject", "sbom"]);
      expect(waits(decided)).toEqual({ subject: [], sbom: ["subject"] });
    }
  });

  test("waits once for what contains it and is its subject, by its tag and by the registry's word", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "index", "2.0.0": "x", [signatureOf("index")]: "child" },
      indexes: { index: ["child"] },
      referrers: { index: ["child"] },
    };
    expect(waits(plan(snapshot(parts), policy({ keep: 1 })))).toEqual({ index: [], child: ["index"] });
  });

  test("a child that is older by its own tag takes its index along", () => {
    const parts: SnapshotParts = {
      tags: { "1.0.0": "child", "1.1.0": "other", "1.2.0": "index", "2.0.0": "x" },
      indexes: { index: ["child"] },
    };
    expect(order(plan(snapshot(parts), policy({ keep: 1 })))).toEqual(["index", "child", "other"]);
  });

  test("a tag after its victims named tag.…", () => {
    const tags = ownImages(["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.2"]);
    const decided = plan(snapshot({ tags }), policy({ keep: 1 }));
    expect(order(decided)).toEqual(["1.0.0-alpha.1", "1.0.0-alpha"]);
    expect(waits(decided)["1.0.0-alpha"]).toEqual(["1.0.0-alpha.1"]);
  });

  test("an image's tags are listed newest first", () => {
    const tags = { "1.0.0": "a", "1.10.0": "a", "1.9.0": "a", "2.0.0": "x" };
    const decided = plan(snapshot({ tags }), policy({ keep: 1 }));
    expect(decided.deletions[0]?.tags).toEqual(["1.10.0", "1.9.0", "1.0.0"]);
    const ofTwoGroups = { "1.0.0": "a", "1.0.0-rc.1": "a", "2.0.0": "x", "2.0.0-rc.1": "y" };
    const [first] = plan(snapshot({ tags: ofTwoGroups }), policy({ keep: 1 })).deletions;
    expect(first?.tags).toEqual(["1.0.0-rc.1", "1.0.0"]);
  });

  test("a tag waits for no sibling of its own image, nor for one that stays", () => {
    const tags = { "1.0.0": "a", "1.0.0-alpine": "a", "2.0.0": "x", "2.0.0-alpine": "y", "1.0.0-1": "z" };
    expect(waits(plan(snapshot({ tags }), policy({ keep: 1 })))).toEqual({ a: [] });
  });
});

describe("what would make a plan more certain", () => {
  const asked = (parts: SnapshotParts, settings: Parameters<typeof policy>[0] = {}): Questions => {
    const now = snapshot(parts);
    const chosen = policy({ keep: 1, ...settings });
    return questionsOf(plan(now, chosen), now, chosen);
  };
  const shared = { tags: { "1.0.0": "same", "1.0.0-rc.1": "same", "1.1.0-rc.1": "x" } };
  const dangling = { tags: { "1.0.0": null, "2.0.0": "x" } };

  test("what refers to each manifest that goes, and was not asked for yet", () => {
    const parts: SnapshotParts = { tags: { "1.0.0": "i", "2.0.0": "x" }, indexes: { i: ["c"] } };
    const referrersOf = [digest("i"), digest("c")];
    const none = { untags: false, datesIn: [], sizesOf: [] };
    expect(asked(parts)).toEqual({ ...none, untagged: true, referrersOf });
    expect(asked({ ...parts, referrers: { i: ["r"] } }).referrersOf).toEqual([digest("c"), digest("r")]);
    expect(asked({ ...parts, referrers: { i: [], c: [] } }).referrersOf).toEqual([]);
  });

  test("nothing of what refers to them, where the registry was asked and has no such lists", () => {
    const now = { ...snapshot({ tags: { "1.0.0": "a", "2.0.0": "x" } }), listsReferrers: false } as const;
    const chosen = policy({ keep: 1 });
    expect(questionsOf(plan(now, chosen), now, chosen).referrersOf).toEqual([]);
  });

  test.each<[string, SnapshotParts, Parameters<typeof policy>[0], boolean]>([
    ["a tag shares its image with one that stays", shared, {}, true],
    ["it would be written over", shared, { untag: "overwrite" }, true],
    ["that is known", { ...shared, untags: "no" }, {}, false],
    ["that is known, and a tag goes by it", { ...shared, untags: "yes" }, {}, false],
    ["that could not be seen", { ...shared, untags: "unseen" }, { untag: "overwrite" }, false],
    ["a tag dangles, and is to go", dangling, { dangling: "delete" }, true],
    ["a tag dangles, and is to be reported", dangling, {}, false],
    ["no tag goes by itself", { tags: { "1.0.0": "a", "2.0.0": "x" } }, {}, false],
  ])("whether the registry deletes a tag by itself: %s", (...[, parts, settings, untags]) => {
    expect(asked(parts, settings).untags).toBe(untags);
  });

  test("nothing of a tag that goes by itself", () => {
    expect(asked({ ...shared, untags: "yes" }).referrersOf).toEqual([]);
  });
});

describe("a repository is not left without an image", () => {
  const refused = (parts: SnapshotParts, settings: Parameters<typeof policy>[0] = {}): void => {
    expect(() => plan(snapshot(parts), policy({ keep: 0, ...settings }))).toThrow(PruneError);
    expect(() => plan(snapshot(parts), policy({ keep: 0, ...settings, allowEmpty: true }))).not.toThrow();
  };

  test("what dangles does not count, nor does a signature", () => {
    refused({ tags: { "1.0.0": "a", latest: null } });
    refused({
      tags: { "1.0.0": "a", [signatureOf("there")]: "s", [signatureOf("gone")]: "t" },
      missing: ["gone"],
    });
  });

  test("nor is one whose last tag goes by itself, beside a signature on the same image", () => {
    refused({ tags: { "1.0.0": "a", [signatureOf("gone")]: "a" }, missing: ["gone"], untags: "yes" });
  });

  test("where nothing goes, nothing is refused; nor where only what dangles does", () => {
    const nothing = { tags: { [signatureOf("gone")]: "s" }, missing: ["gone"] };
    expect(plan(snapshot(nothing), policy()).deletions).toEqual([]);
    const lost: SnapshotParts = { tags: { "1.0.0": null }, untags: "yes" };
    expect(plan(snapshot(lost), policy({ dangling: "delete" })).deletions).toMatchObject([{ kind: "tag" }]);
    const left: SnapshotParts = { tags: {}, leftovers: ["left"] };
    expect(order(plan(snapshot(left), policy()))).toEqual(["left"]);
  });
});
