import { describe, expect, test } from "vitest";
import type { Manifest } from "../../src/core/image/manifest.js";
import type { Digest } from "../../src/core/names/reference.js";
import { ManifestsSince } from "../../src/run/apply/manifests-since.js";
import { digest } from "../support/snapshots.js";

const [index, child, lost, pushed] = [digest("index"), digest("child"), digest("lost"), digest("pushed")];
const image: Manifest = { kind: "image" };
const before = new Map<Digest, Manifest>([
  [index, { kind: "index", children: [child, lost] }],
  [child, image],
]);

describe("the manifests of a snapshot, and what was read since", () => {
  test("both are found, and the snapshot stays as it was", () => {
    const since = new ManifestsSince(before);
    since.set(pushed, image);
    expect([index, child, pushed, lost].map((one) => since.has(one))).toEqual([true, true, true, false]);
    expect([since.get(child), since.get(pushed), since.get(lost)]).toEqual([image, image, undefined]);
    expect([...before.keys()]).toEqual([index, child]);
  });

  test("what was missing is wanted in each look, until it is there", () => {
    const since = new ManifestsSince(before);
    expect(since.wanted()).toEqual([lost]);
    since.set(lost, image);
    expect(since.wanted()).toEqual([]);
  });

  test("what was read since brings along what it needs", () => {
    const since = new ManifestsSince(before);
    since.set(pushed, { kind: "index", children: [child, digest("new child")] });
    expect(since.wanted()).toEqual([lost, digest("new child")]);
  });
});
