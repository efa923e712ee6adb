import { describe, expect, test } from "vitest";
import { type ByteCount, uniqueBytes, uniqueBytesByImage } from "../../src/core/image/bytes.js";
import { digest, nameOf, snapshot, type SnapshotParts } from "../support/snapshots.js";

interface Sum {
  readonly run: ByteCount;
  readonly images: Record<string, ByteCount>;
}

/** What goes with these: in all, and for each. */
function sums(parts: SnapshotParts, names: readonly string[]): Sum {
  const before = snapshot(parts);
  const gone = names.map(digest);
  const images = uniqueBytesByImage(before, new Set(gone)).each;
  expect(images.get(digest("what stays"))).toBeUndefined();
  return {
    run: uniqueBytes(before, new Set(gone)),
    images: Object.fromEntries(gone.map((image) => [nameOf(image), images.get(image) ?? exactly(-1)])),
  };
}

const exactly = (bytes: number): ByteCount => ({ bytes, isLeast: false });
const atLeast = (bytes: number): ByteCount => ({ bytes, isLeast: true });

describe("the bytes of what goes", () => {
  test("are its manifest's and its layers'", () => {
    const parts = { tags: { "1.0.0": "a" }, layers: { a: { base: 1000, app: 30 } }, bytes: { a: 7 } };
    expect(sums(parts, ["a"])).toEqual({ run: exactly(1037), images: { a: exactly(1037) } });
  });

  test("nothing goes: nothing", () => {
    const parts = { tags: { "1.0.0": "a" }, layers: { a: { base: 1000 } } };
    expect(sums(parts, [])).toEqual({ run: exactly(0), images: {} });
  });

  test("what two that go share counts once in all, and for each of them", () => {
    const parts = { tags: {}, layers: { a: { base: 1000, x: 1 }, b: { base: 1000, y: 2 } } };
    expect(sums(parts, ["a", "b"])).toEqual({
      run: exactly(1003),
      images: { a: exactly(1001), b: exactly(1002) },
    });
  });

  test("what something that stays has too does not count", () => {
    const parts = { tags: {}, layers: { a: { base: 1000, x: 1 }, stays: { base: 1000, z: 4 } } };
    expect(sums(parts, ["a"])).toEqual({ run: exactly(1), images: { a: exactly(1) } });
  });

  test("a layer that a manifest names twice counts once", () => {
    const before = snapshot({ tags: {}, layers: { a: {} } });
    const empty = { digest: digest("empty"), bytes: 32 };
    const manifests = new Map([[digest("a"), { kind: "image", blobs: [empty, empty], bytes: 1 } as const]]);
    expect(uniqueBytes({ ...before, manifests }, new Set([digest("a")]))).toEqual(exactly(33));
  });

  test("a manifest whose bytes are a layer's too counts once, whoever has that layer", () => {
    const layers = { a: { x: 1 }, b: { a: 7 }, stays: { a: 7 } };
    const parts = { tags: {}, layers, bytes: { a: 7, b: 20, stays: 300 } };
    expect(sums(parts, ["a", "b"])).toEqual({
      run: exactly(28),
      images: { a: exactly(8), b: exactly(20) },
    });
  });

  test("an index has its own, and its children's that go", () => {
    const parts: SnapshotParts = {
      tags: {},
      indexes: { index: ["inner", "stays"], inner: ["amd64"] },
      layers: { amd64: { base: 1000 }, stays: { other: 2000 } },
      bytes: { index: 5, inner: 3, amd64: 2, stays: 1 },
    };
    expect(sums(parts, ["index", "inner", "amd64"])).toEqual({
      run: exactly(1010),
      images: { index: exactly(1010), inner: exactly(1005), amd64: exactly(1002) },
    });
  });

  test("a subject is no part of what refers to it", () => {
    const parts: SnapshotParts = {
      tags: {},
      subjects: { signature: "signed" },
      layers: { signature: { s: 10 }, signed: { base: 1000 } },
    };
    expect(sums(parts, ["signed", "signature"]).images).toEqual({
      signed: exactly(1000),
      signature: exactly(10),
    });
  });

  test("are at least so many where a size is unknown: schema 1's layers, a manifest's own", () => {
    const old = { tags: {}, schema1: { old: ["l1", "l2"] }, bytes: { old: 9 }, layers: { a: { base: 1 } } };
    expect(sums(old, ["old", "a"])).toEqual({
      run: atLeast(10),
      images: { old: atLeast(9), a: exactly(1) },
    });
    const unread = { tags: {}, indexes: { index: [] }, layers: { a: { base: 1 } } };
    expect(sums(unread, ["index", "a"]).run).toEqual(atLeast(1));
  });

  test("are known where what has no size stays too", () => {
    const parts = { tags: {}, schema1: { old: ["l1"], stays: ["l1"] }, bytes: { old: 9 } };
    expect(sums(parts, ["old"]).run).toEqual(exactly(9));
  });

  test("a size that another manifest knows is known", () => {
    const parts = { tags: {}, schema1: { old: ["base"] }, layers: { a: { base: 1000 } }, bytes: { old: 9 } };
    expect(sums(parts, ["old", "a"]).run).toEqual(exactly(1009));
    expect(sums(parts, ["a", "old"]).run).toEqual(exactly(1009));
  });

  test("of two sizes that manifests say of one layer, the smaller is sure, whatever the order", () => {
    const [a, b] = [{ base: 1000 }, { base: 400 }];
    for (const layers of [
      { a, b },
      { b, a },
    ]) {
      expect(sums({ tags: {}, layers }, ["a", "b"]).run).toEqual(exactly(400));
    }
  });

  test("what was not read counts nothing", () => {
    expect(sums({ tags: {}, missing: ["gone"] }, ["gone"]).run).toEqual(exactly(0));
  });
});
