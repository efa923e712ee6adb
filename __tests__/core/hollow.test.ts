import { expect, test } from "vitest";
import { isHollow } from "../../src/core/image/hollow.js";
import { neededBy } from "../../src/core/image/graph.js";
import { uniqueBytes } from "../../src/core/image/bytes.js";
import { plan } from "../../src/core/plan/make-plan.js";
import { daysAgo, digest, nameOf, policy, snapshot, type SnapshotParts, tag } from "../support/snapshots.js";

const read = (parts: Omit<SnapshotParts, "tags">): boolean =>
  isHollow(digest("index"), snapshot({ tags: { "1.0.0": "index" }, ...parts }));

test.each<[string, Omit<SnapshotParts, "tags">, boolean]>([
  ["an image", {}, false],
  ["one that is not there itself", { missing: ["index"] }, false],
  ["an index that lists nothing", { indexes: { index: [] } }, false],
  [
    "one that lists nothing, where others miss parts",
    { indexes: { index: [], other: ["x"] }, missing: ["x"] },
    false,
  ],
  ["whose only part is there", { indexes: { index: ["a"] } }, false],
  ["whose parts are missing", { indexes: { index: ["a", "b"] }, missing: ["a", "b"] }, true],
  ["of which one of two is missing", { indexes: { index: ["a", "b"] }, missing: ["a"] }, false],
  ["of a hollow one", { indexes: { index: ["inner"], inner: ["a"] }, missing: ["a"] }, true],
  [
    "of a hollow one and a missing part",
    { indexes: { index: ["inner", "b"], inner: ["a"] }, missing: ["a", "b"] },
    true,
  ],
  [
    "of a hollow one and an image",
    { indexes: { index: ["inner", "b"], inner: ["a"] }, missing: ["a"] },
    false,
  ],
  [
    "of a missing part and an empty index",
    { indexes: { index: ["inner", "b"], inner: [] }, missing: ["b"] },
    false,
  ],
  [
    "with a blob of its own",
    { indexes: { index: ["a"] }, layers: { index: { x: 1 } }, missing: ["a"] },
    false,
  ],
  ["of nothing but blobs", { indexes: { index: [] }, layers: { index: { x: 1 } }, missing: ["a"] }, false],
])("an index %s", (_, parts, wanted) => expect(read(parts)).toBe(wanted));

const TWO_DAYS = 2 * 24 * 60 * 60 * 1000;
const HOLLOW = { indexes: { hollow: ["gone"] }, missing: ["gone"] };

test("a repository is not left with hollow indexes alone, and their end needs no leave", () => {
  const parts = { ...HOLLOW, tags: { "1.0.0": "a", "2.0.0": "hollow" } };
  expect(() => plan(snapshot(parts), policy({ keep: 0 }))).toThrow("left without a tag");
  const lone = { ...HOLLOW, tags: { "2.0.0": "hollow" } };
  const { deletions } = plan(snapshot(lone), policy({ dangling: "delete" }));
  expect(deletions).toMatchObject([{ kind: "manifest", tags: [tag("2.0.0")], orphanOf: [digest("gone")] }]);
});

test.each(["hollow", "inner", "gone"])(
  "one stays that is named as just pushed by its digest, or that of a part: %s",
  (name) => {
    const indexes = { hollow: ["inner"], inner: ["gone"] };
    const made = {
      tags: { "1.0.0": "a", "2.0.0": "hollow" },
      indexes,
      missing: ["gone"],
      namedDigests: [name],
    };
    const { verdicts } = plan(snapshot(made), policy({ dangling: "delete" }));
    expect(verdicts.map(({ kind }) => kind)).toEqual(["keep", "keep"]);
  },
);

test("one that something kept contains, or shares, stays where a tag can't be deleted by itself", () => {
  const tags = { "1.0.0": "a", "2.0.0": "hollow", "2.0": "hollow", "3.0.0": "outer" };
  const made = { tags, indexes: { hollow: ["gone"], outer: ["hollow", "a"] }, missing: ["gone"] };
  for (const untags of ["no", "yes"] as const) {
    const settings = policy({ keep: 3, dangling: "delete", exclude: ["2.0"] });
    const { verdicts, deletions } = plan(snapshot({ ...made, untags }), settings);
    expect(deletions.filter(({ kind }) => kind === "manifest")).toEqual([]);
    expect(verdicts.find((verdict) => verdict.tag === "2.0.0")?.kind).toBe(
      untags === "no" ? "keep" : "untag",
    );
    expect(verdicts.find((verdict) => verdict.tag === "2.0")).toMatchObject({ reason: { kind: "dangling" } });
  }
});

test("an attachment that is hollow goes and stays with its subject", () => {
  const fallback = digest("a").replace(":", "-");
  const parts = { ...HOLLOW, tags: { "1.0.0": "a", "2.0.0": "b", [fallback]: "hollow" } };
  const { verdicts } = plan(snapshot(parts), policy({ keep: 1 }));
  const going = verdicts.filter(({ kind }) => kind === "delete").map(({ tag: name }) => name);
  expect([...going].sort()).toEqual(["1.0.0", fallback].sort());
});

test("an index needs its blobs as an image does, and they count", () => {
  const made = snapshot({
    tags: { cache: "index", "1.0.0": "a" },
    indexes: { index: [] },
    layers: { index: { x: 5, y: 7 }, a: { x: 5, z: 3 } },
  });
  const needed = neededBy([[digest("index"), "cache"]], made.manifests);
  expect([...needed.keys()].map(nameOf)).toEqual(["index", "x", "y"]);
  expect(uniqueBytes(made, new Set([digest("index")]))).toEqual({ bytes: 7, isLeast: false });
});

test.each([
  ["without an age limit", undefined, {}, "delete"],
  ["older than the limit", daysAgo(3), { keepYoungerThan: TWO_DAYS }, "delete"],
  ["exactly as old", daysAgo(2), { keepYoungerThan: TWO_DAYS }, "delete"],
  ["younger", daysAgo(1), { keepYoungerThan: TWO_DAYS }, "keep"],
  ["without a date, where age counts", undefined, { keepYoungerThan: TWO_DAYS }, "keep"],
])("one %s: pushed at %s, %o → %s", (...[, date, settings, kind]) => {
  const made = snapshot({ ...HOLLOW, tags: { "1.0.0": "a", "2.0.0": "hollow" } });
  const pushed = new Map(date === undefined ? [] : [[digest("hollow"), date]]);
  const { verdicts } = plan({ ...made, pushed }, policy({ dangling: "delete", ...settings }));
  expect(verdicts.map((verdict) => verdict.kind)).toEqual(["keep", kind]);
});
