import { describe, expect, test } from "vitest";
import { brokenTags, lostParts, partAmong, type Presence } from "../../src/run/verify/integrity.js";
import { digest, nameOf, snapshot, type SnapshotParts } from "../support/snapshots.js";

const parts: SnapshotParts = {
  tags: { "1.0.0": "index", "2.0.0": "single", nowhere: null },
  indexes: { index: ["child"] },
  layers: { child: { layer: 1 }, single: { other: 1 } },
};
const everything = ["index", "child", "layer", "single", "other"];

/** What of a repository is there. */
function presence(present: readonly string[], changed: Partial<SnapshotParts> = {}): Presence {
  const { repository, tags, manifests } = snapshot({ ...parts, ...changed });
  return {
    repository,
    tags: new Map(tags.map((each) => [each.tag, each.digest])),
    manifests,
    present: new Set(present.map(digest)),
  };
}

const without = (name: string): readonly string[] => everything.filter((each) => each !== name);

describe("a tag that can't be pulled whole", () => {
  test.each([
    [everything, [["nowhere", undefined]]],
    [
      without("layer"),
      [
        ["1.0.0", "layer"],
        ["nowhere", undefined],
      ],
    ],
    [
      without("child"),
      [
        ["1.0.0", "child"],
        ["nowhere", undefined],
      ],
    ],
    [
      without("single"),
      [
        ["2.0.0", "single"],
        ["nowhere", undefined],
      ],
    ],
  ])("where there is %j", (present, broken) => {
    const found = brokenTags(presence(present)).map(({ tag, missing }) => [
      tag,
      missing === undefined ? undefined : nameOf(missing),
    ]);
    expect(found).toEqual(broken);
  });
});

describe("what a collection has lost", () => {
  const lost = (before: Presence, after: Presence): readonly unknown[] =>
    lostParts(before, after).map((harm) =>
      harm.kind === "part-missing" ? [harm.tag, nameOf(harm.missing)] : harm,
    );
  const all = presence(everything);

  test("is nothing where all is there that was", () => {
    expect(lost(all, all)).toEqual([]);
  });

  test("is a part of a tag that is not there any more", () => {
    expect(lost(all, presence(without("layer")))).toEqual([["1.0.0", "layer"]]);
    expect(lost(all, presence([]))).toEqual([
      ["1.0.0", "index"],
      ["2.0.0", "single"],
    ]);
  });

  test("is nothing that was not there before", () => {
    expect(lost(presence(without("layer")), presence(without("layer")))).toEqual([]);
    expect(lost(presence(without("layer")), presence(without("child")))).toEqual([["1.0.0", "child"]]);
  });

  test("is nothing of a tag that somebody deleted, or moved, and all of one that names nothing now", () => {
    const deleted = presence([], { tags: { "2.0.0": "single" } });
    expect(lost(all, deleted)).toEqual([["2.0.0", "single"]]);
    const moved = presence([], { tags: { "1.0.0": "single", "2.0.0": "single" } });
    expect(lost(all, moved)).toEqual([["2.0.0", "single"]]);
    const dangling = presence([], { tags: { "1.0.0": null, "2.0.0": "single" } });
    expect(lost(all, dangling)).toEqual([
      ["1.0.0", "index"],
      ["2.0.0", "single"],
    ]);
  });

  test("is everything where every tag is gone: the registry came back with another storage", () => {
    const emptied = presence([], { tags: {} });
    expect(lost(all, emptied)).toEqual([
      ["1.0.0", "index"],
      ["2.0.0", "single"],
    ]);
    expect(lost(emptied, emptied)).toEqual([]);
  });
});

test("a blob that is a part of a tag is found, and the tag", () => {
  const among = (...blobs: readonly string[]): readonly unknown[] => {
    const found = partAmong(presence(everything), new Set(blobs.map(digest)));
    return found === undefined ? [] : [found.tag, nameOf(found.part)];
  };
  expect(among("layer")).toEqual(["1.0.0", "layer"]);
  expect(among("child", "other")).toEqual(["1.0.0", "child"]);
  expect(among("other")).toEqual(["2.0.0", "other"]);
  expect(among("unknown")).toEqual([]);
});
