import { expect, test } from "vitest";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import { doubtsAboutRemains } from "../../src/core/sweep/remains.js";

const [child, index] = ["a", "b"].map((digit) => `sha256:${digit.repeat(64)}` as Digest);
const GONE = { why: "the manifest is empty", isLinkAlone: false };
const CUT = { why: "its link is empty", isLinkAlone: true };
const PARENT = { manifest: { kind: "index", children: [child] } as never, blobs: [] };
const tag = "1.0.0" as Tag;

test.each([
  [
    "a child that is gone of an index that is whole stays",
    GONE,
    [[index, PARENT]],
    [],
    [`${GONE.why}, and ${index} needs it`],
  ],
  ["a child of nothing goes", GONE, [], [], []],
  ["an image that is gone goes, though a tag points at it", GONE, [], [[tag, child]], []],
  ["a link that is empty goes, where no tag points there", CUT, [], [], []],
  [
    "a link that is empty stays, where a tag points there",
    CUT,
    [],
    [[tag, child]],
    [`${CUT.why}, and the tag 1.0.0 points at it: push that tag again, which mends it`],
  ],
] as const)("%s", (...[, remains, manifests, targets, doubts]) => {
  const of = new Map([[child ?? fail(), remains]]);
  expect(doubtsAboutRemains(of, new Map(manifests as never), new Map(targets as never))).toEqual(doubts);
});

function fail(): never {
  throw new Error("there are two digests");
}
