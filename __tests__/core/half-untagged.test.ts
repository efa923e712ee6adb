import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../src/core/image/graph.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import { withoutRest } from "../../src/core/plan/half-untagged.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import { digest, ownImages, policy, type PolicyParts, snapshot, tag } from "../support/snapshots.js";

/** A repository in which a run was cut off after it wrote its empty index over 1.0.0. */
function cutOff(): Snapshot {
  const before = snapshot({
    tags: { ...ownImages(["2.0.0", "3.0.0"]), "1.0.0": "rest" },
    indexes: { rest: [] },
    namedTags: ["1.0.0"],
  });
  const manifests = new Map(before.manifests);
  manifests.set(digest("rest"), { kind: "index", children: [], isUntagMark: true });
  return { ...before, manifests };
}

describe("a tag of which an earlier run left an empty index", () => {
  test.each<[string, PolicyParts]>([
    ["is among the newest", { keep: 9 }],
    ["is excluded", { exclude: ["1.*"] }],
    ["is in use", { protect: ["r.example.com/team/app:1.0.0"] }],
    ["is nearly named", { exclude: ["v1.0.0"] }],
    ["is for no rule", { include: ["2.*"] }],
    ["would have a budget", { maxSize: 1e9 }],
  ])("goes with it, though it %s", (_, settings) => {
    const { verdicts, deletions } = plan(cutOff(), policy(settings));
    expect(verdicts.find((verdict) => verdict.tag === "1.0.0")).toEqual({
      kind: "delete",
      tag: "1.0.0",
      digest: digest("rest"),
      reason: { kind: "half-untagged" },
    });
    expect(deletions).toMatchObject([{ kind: "manifest", digest: digest("rest"), tags: ["1.0.0"] }]);
  });

  test("stays where what it names is somebody's empty index", () => {
    const { verdicts } = plan(
      snapshot({ tags: { "1.0.0": "rest" }, indexes: { rest: [] } }),
      policy({ keep: 9 }),
    );
    expect(verdicts).toMatchObject([{ kind: "keep", reason: { kind: "newest" } }]);
  });
});

describe("the deletion of a tag alone", () => {
  const alone: Deletion = {
    kind: "tag",
    tags: [tag("1.0.0")],
    digest: digest("image"),
    by: "overwrite",
    parents: [digest("parent")],
  };
  const { manifests } = cutOff();
  const at = (name: string | undefined): ReadonlyMap<Tag, Digest | undefined> =>
    new Map([[tag("1.0.0"), name === undefined ? undefined : digest(name)]]);

  test("is that of the empty index where an earlier run was cut off behind it", () => {
    expect(withoutRest(alone, at("rest"), { manifests })).toEqual({
      kind: "manifest",
      digest: digest("rest"),
      tags: ["1.0.0"],
      parents: [],
      after: [],
      orphanOf: [],
    });
  });

  test.each(["2.0.0", "unknown", undefined])("is itself where the tag names %s", (name) => {
    expect(withoutRest(alone, at(name), { manifests })).toBe(alone);
  });

  test("is no deletion of an image", () => {
    const whole: Deletion = {
      kind: "manifest",
      digest: digest("image"),
      tags: [tag("1.0.0")],
      parents: [],
      after: [],
      orphanOf: [],
    };
    expect(withoutRest(whole, at("rest"), { manifests })).toBe(whole);
  });
});
