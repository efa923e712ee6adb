import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/core/policy/facts.js";
import { keepReasons } from "../../src/core/policy/keep-rules.js";
import { standings } from "../../src/core/policy/ranks.js";
import {
  daysAgo,
  digest,
  ownImages,
  policy,
  type PolicyParts,
  snapshot,
  type SnapshotParts,
} from "../support/snapshots.js";

const DAY = 24 * 3600 * 1000;

/** The kinds of a tag's reasons of its own, in their order. */
function kindsOf(name: string, parts: SnapshotParts, settings: PolicyParts): readonly string[] {
  const [read, said] = [snapshot(parts), policy(settings)];
  const standing = standings(read, said).places.find(({ tag }) => tag === name);
  if (standing === undefined) throw new Error("not listed");
  return keepReasons(standing, factsOf(read, said)).map(({ kind }) => kind);
}

describe("the rules by which a tag stays for its own sake", () => {
  const tags = ownImages(["1.0.0", "2.0.0"]);
  const wanted: PolicyParts = { keep: 1, keepYoungerThan: 7 * DAY, protect: [digest("2.0.0")] };
  const parts: SnapshotParts = { tags, created: { "2.0.0": daysAgo(1) }, namedTags: ["2.0.0"] };

  test("are asked in one order, the strongest first", () => {
    expect(kindsOf("2.0.0", parts, wanted)).toEqual(["just-pushed", "protected", "newest", "younger"]);
    expect(kindsOf("2.0.0", parts, { ...wanted, exclude: ["2.*"] })).toEqual([
      "just-pushed",
      "protected",
      "excluded",
    ]);
  });

  test("put last under a budget what a budget may delete", () => {
    expect(kindsOf("2.0.0", parts, { ...wanted, maxSize: 1 })).toEqual([
      "just-pushed",
      "protected",
      "younger",
      "newest",
    ]);
  });

  test("say of a tag that dangles only that, and nothing where it is to be taken off the list", () => {
    const dangling: SnapshotParts = { tags: { ...tags, "3.0.0": null }, untags: "yes" };
    expect(kindsOf("3.0.0", dangling, { keep: 1 })).toEqual(["dangling"]);
    expect(kindsOf("3.0.0", { ...dangling, namedTags: ["3.0.0"] }, { keep: 1, dangling: "delete" })).toEqual([
      "dangling",
    ]);
    expect(kindsOf("3.0.0", dangling, { keep: 1, dangling: "delete" })).toEqual([]);
  });

  test("say nothing of what goes", () => {
    expect(kindsOf("1.0.0", parts, { keep: 1 })).toEqual([]);
  });
});
