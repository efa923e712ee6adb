import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/errors.js";
import { plan, type Plan } from "../../src/core/plan.js";
import { digest, ownImages, policy, snapshot, type SnapshotParts } from "../support/snapshots.js";

/** Each tag's verdict and its reason's kind. */
function told(decided: Plan): Record<string, string> {
  return Object.fromEntries(decided.verdicts.map(({ tag, kind, reason }) => [tag, `${kind} ${reason.kind}`]));
}

function order(decided: Plan): readonly string[] {
  return decided.deletions.map(({ digest }) =>
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
    expect(decided.candidates).toBe(14);
  });

  test("group-by none counts all candidates together", () => {
    const tags = ownImages(["1.0.0", "1.1.0-alpha.1", "1.1.0-beta.1"]);
    expect(order(plan(snapshot({ tags }), policy({ keep: 1, groupBy: "none" })))).toEqual([
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
    expect(plan(snapshot({ tags: ownImages(["latest", "main"]) }), policy()).candidates).toBe(0);
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

  test("a signature's tag stays, and its subject, and what contains its subject", () => {
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
    const decided = plan(snapshot(parts), policy({ keep: 1 }));
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
    expect(decided.deletions[1]?.after).toEqual([digest("alpha-1-1a2b3c4")]);
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
    expect(decided.deletions.find(({ digest: which }) => which === digest("amd64"))?.parents).toEqual([
      digest("index"),
    ]);
    expect(decided.deletions.every(({ after }) => after.length === 0)).toBe(true);
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
    const indexes = { old: ["gone1"], fresh: ["gone2"] };
    const parts = { tags: { "1.0.0": "old", "2.0.0": "fresh" }, indexes, missing: ["gone1", "gone2"] };
    expect(plan(snapshot(parts), policy({ keep: 1 })).missing).toEqual([digest("gone2")]);
  });
});
