import { expect, test } from "vitest";
import { contents, neededBy, neededIn } from "../../src/core/image/graph.js";
import { isMeasured, measuredSizes, sizesIn } from "../../src/core/image/measured.js";
import { digest, nameOf, snapshot } from "../support/snapshots.js";

const { manifests } = snapshot({
  tags: { "1.0.0": "first", "2.0.0": "second", "3.0.0": "third", sbom: "sbom" },
  indexes: { first: ["shared", "own"], second: ["shared"] },
  subjects: { sbom: "first" },
  layers: { shared: { base: 10 }, own: { base: 10, more: 1 }, third: { base: 10, least: 1 } },
  schema1: { old: ["layer"] },
});
const names = (digests: Iterable<Parameters<typeof nameOf>[0]>): readonly string[] =>
  [...digests].map(nameOf);

test("what two roots need is the first one's, and so are its blobs", () => {
  const needed = neededBy(
    [
      [digest("first"), "of first"],
      [digest("second"), "of second"],
      [digest("third"), "of third"],
      [digest("old"), "of old"],
      [digest("first"), "again"],
    ],
    manifests,
  );
  expect(Object.fromEntries([...needed].map(([of, by]) => [nameOf(of), by]))).toEqual({
    first: "of first",
    shared: "of first",
    own: "of first",
    second: "of second",
    third: "of third",
    old: "of old",
    base: "of first",
    more: "of first",
    least: "of third",
    layer: "of old",
  });
});

test("what manifests need is what indexes list and referrers refer to, once for each that does", () => {
  expect([...names(neededIn(manifests))].sort()).toEqual(["first", "own", "shared", "shared"]);
});

test("an index contains what it lists, a referrer not what it refers to", () => {
  expect(names(contents([digest("sbom"), digest("second")], manifests))).toEqual([
    "sbom",
    "second",
    "shared",
  ]);
});

test("the size of a manifest is what was read, whatever the registry says of its digest; of others its word counts", () => {
  const sizes = new Map([
    [digest("shared"), 5],
    [digest("base"), 7],
    [digest("more"), undefined],
  ]);
  const measured = { manifests, sizes };
  expect(["shared", "second", "base", "more", "layer"].map((of) => isMeasured(digest(of), measured))).toEqual(
    [true, true, true, true, false],
  );
  expect(isMeasured(digest("base"), { manifests })).toBe(false);
  expect(measuredSizes(measured)).toEqual(
    new Map([
      [digest("base"), 7],
      [digest("more"), 0],
    ]),
  );
  expect(measuredSizes({ manifests })).toEqual(new Map());
  const all = sizesIn(measured);
  expect(["shared", "base", "more"].map((of) => all.get(digest(of)))).toEqual([0, 7, undefined]);
});
