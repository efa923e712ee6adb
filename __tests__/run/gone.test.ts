import { describe, expect, test } from "vitest";
import type { Digest } from "../../src/core/names/reference.js";
import type { Verdict } from "../../src/core/policy/verdict.js";
import { compareGone, type GoneTag } from "../../src/run/verify/gone.js";
import { digest, nameOf, signatureOf, snapshot, tag } from "../support/snapshots.js";

type Reason = "newest" | "excluded" | "protected" | "just-pushed" | "contained-in";

/** The verdict on a tag that stays for this reason, or goes. */
function verdict(name: string, image: string, reason: Reason | "goes"): Verdict {
  const base = { tag: tag(name), digest: digest(image) };
  const place = { group: "release", rank: 1, keep: 1 };
  switch (reason) {
    case "goes":
      return { ...base, kind: "delete", reason: { kind: "planned" } };
    case "newest":
      return { ...base, kind: "keep", reason: { kind: reason, ...place, by: "semver" } };
    case "excluded":
      return { ...base, kind: "keep", reason: { kind: reason, pattern: "*" } };
    case "protected":
      return { ...base, kind: "keep", reason: { kind: reason, by: "x" } };
    case "just-pushed":
      return { ...base, kind: "keep", reason: { kind: reason } };
    case "contained-in":
      return { ...base, kind: "keep", reason: { kind: reason, with: tag("other") } };
  }
}

interface Case {
  /** The tags that are gone: where each was seen, and why it was to stay; without a reason it was pushed meanwhile. */
  readonly gone: readonly (readonly [name: string, seen: readonly string[], reason?: Reason | "goes"])[];
  /** The other tags of the plan. */
  readonly others?: readonly (readonly [name: string, image: string, reason: Reason | "goes"])[];
  readonly removed?: readonly string[];
  readonly mayTakeTags?: boolean;
  /** The images that are there now. */
  readonly there?: readonly string[];
}

/** The harm or note of each tag, in short. */
function found({ gone, others = [], removed = [], mayTakeTags = true, there = [] }: Case): readonly string[] {
  const before = snapshot({
    tags: {},
    indexes: { index: ["child"], wide: ["image"] },
    subjects: { sbom: "image" },
  });
  const tags = gone.map(([name, seen, reason]): GoneTag => ({
    tag: tag(name),
    seen: seen.map(digest),
    ...(reason === undefined ? {} : { verdict: verdict(name, seen[0] ?? "", reason) }),
  }));
  const deleted = {
    snapshot: before,
    plan: {
      verdicts: [...tags.flatMap((each) => each.verdict ?? []), ...others.map((each) => verdict(...each))],
    },
    removed: new Set(removed.map(digest)),
    mayTakeTags,
  };
  const manifests = new Map(
    there.map((name): [Digest, { kind: "image" }] => [digest(name), { kind: "image" }]),
  );
  return [...compareGone(tags, deleted, { manifests })].map((finding) => {
    if ("harm" in finding) {
      const { harm } = finding;
      return harm.kind === "part-missing" ? "part" : `${harm.kind} ${harm.tag} ${nameOf(harm.image)}`;
    }
    return finding.note === undefined ? "nothing" : `removed ${finding.note.tag}`;
  });
}

describe("a tag that is gone", () => {
  test.each<[string, Case, string]>([
    ["while its image is there", { gone: [["1.0.0", ["a"], "newest"]], there: ["a"] }, "tag-lost 1.0.0 a"],
    [
      "while its image is there, and nothing was deleted by digest",
      { gone: [["1.0.0", ["a"], "newest"]], there: ["a"], mayTakeTags: false },
      "removed 1.0.0",
    ],
    [
      "while the image that it was at last is there",
      { gone: [["1.0.0", ["a", "b"], "newest"]], there: ["b"], removed: ["a"] },
      "tag-lost 1.0.0 b",
    ],
    [
      "and was seen at an image that this run deleted",
      { gone: [["1.0.0", ["a", "b"], "newest"]], removed: ["a"] },
      "image-lost 1.0.0 b",
    ],
    [
      "with its image, as another run may have wanted",
      { gone: [["1.0.0", ["a"], "newest"]] },
      "removed 1.0.0",
    ],
    ["with its image, and is ranked and moved", { gone: [["1.0.0", ["a", "b"], "newest"]] }, "removed 1.0.0"],
    [
      "with its image, and is for no rank to decide",
      { gone: [["stable", ["a"], "excluded"]] },
      "removed stable",
    ],
    [
      "with its image, is for no rank to decide, and moved",
      { gone: [["stable", ["a", "b"], "excluded"]] },
      "image-lost stable b",
    ],
    [
      "with its image, is for no rank to decide, and moved, and nothing was deleted by digest",
      { gone: [["stable", ["a", "b"], "excluded"]], mayTakeTags: false },
      "removed stable",
    ],
    [
      "with its image, and was seen there twice",
      { gone: [["stable", ["a", "a"], "excluded"]] },
      "removed stable",
    ],
    [
      "with its image, is in use, and moved",
      { gone: [["stable", ["a", "b"], "protected"]] },
      "image-lost stable b",
    ],
    [
      "with its image, was just pushed, is no version, and moved",
      { gone: [["stable", ["a", "b"], "just-pushed"]] },
      "image-lost stable b",
    ],
    [
      "with its image, was just pushed, is a version, and moved",
      { gone: [["1.0.0", ["a", "b"], "just-pushed"]] },
      "removed 1.0.0",
    ],
    [
      "with its image, stayed for another's sake, is no version, and moved",
      { gone: [["stable", ["a", "b"], "contained-in"]] },
      "removed stable",
    ],
    ["with its image, was to go, and moved", { gone: [["stable", ["a", "b"], "goes"]] }, "removed stable"],
    ["with its image, and came meanwhile", { gone: [["stable", ["a", "b"]]] }, "nothing"],
  ])("%s", (_, given, wanted) => expect(found(given)).toEqual([wanted]));

  test("was seen somewhere", () => {
    expect(() => found({ gone: [["stable", [], "excluded"]] })).toThrow(TypeError);
  });
});

describe("a name that no rank decides about is gone with its image", () => {
  const stable = ["stable", ["image"], "excluded"] as const;

  test.each<[string, readonly (readonly [string, string, Reason | "goes"])[], boolean]>([
    ["has no other tag", [], false],
    ["has a version that stays", [["1.0.0", "image", "newest"]], true],
    ["has a version that goes", [["1.0.0", "image", "goes"]], true],
    ["is a part of a ranked index", [["1.0.0", "wide", "newest"]], true],
    ["is what a ranked image refers to", [["1.0.0", "sbom", "newest"]], true],
    ["has only a ranked neighbour", [["1.0.0", "other", "newest"]], false],
    ["has another such name", [["edge", "image", "excluded"]], false],
    ["has a tag that was just pushed", [["1.0.0", "image", "just-pushed"]], false],
    ["has a signature's tag", [[signatureOf("other"), "image", "newest"]], false],
  ])("that %s: harm is %s", (...[, others, isHarm]) => {
    expect(found({ gone: [stable], others })).toEqual([
      isHarm ? "image-lost stable image" : "removed stable",
    ]);
  });

  test("and what is attached to that, or to a part of it, is lost too, and nothing else", () => {
    const attached = ["index", "child", "other"].map(
      (name) => [signatureOf(name), [`s ${name}`], "newest"] as const,
    );
    expect(
      found({ gone: [["stable", ["x", "index"], "excluded"], ["1.0.0", ["y"], "newest"], ...attached] }),
    ).toEqual([
      "image-lost stable index",
      "removed 1.0.0",
      `image-lost ${signatureOf("index")} s index`,
      `image-lost ${signatureOf("child")} s child`,
      `removed ${signatureOf("other")}`,
    ]);
  });
});
