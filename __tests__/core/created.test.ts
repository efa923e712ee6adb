import { describe, expect, test } from "vitest";
import { type Age, ageOf, readCreated } from "../../src/core/image/created.js";
import type { Snapshot } from "../../src/core/image/graph.js";
import { configOf, daysAgo, digest, snapshot, type SnapshotParts } from "../support/snapshots.js";

/** A repository in which these manifests say a date themselves. */
function annotated(parts: SnapshotParts, dates: Readonly<Record<string, number>>): Snapshot {
  const before = snapshot(parts);
  const manifests = new Map(before.manifests);
  for (const [name, created] of Object.entries(dates)) {
    const manifest = manifests.get(digest(name));
    if (manifest === undefined) throw new Error(`not there: ${name}`);
    manifests.set(digest(name), { ...manifest, created });
  }
  return { ...before, manifests };
}

const dated = (days: number): Age => ({ kind: "dated", created: daysAgo(days) });
const undated: Age = { kind: "undated" };
const unread = (...names: readonly string[]): Age => ({ kind: "unread", configs: names.map(configOf) });

describe("the registry's date of a push", () => {
  const pushed = new Map([[digest("image"), daysAgo(6)]]);

  test.each<[string, SnapshotParts, Age]>([
    ["counts where the image has none", { tags: {}, created: { image: null } }, dated(6)],
    ["does not count beside its own", { tags: {}, created: { image: daysAgo(9) } }, dated(9)],
    [
      "does not count beside its parts'",
      { tags: {}, indexes: { image: ["a"] }, created: { a: daysAgo(8) } },
      dated(8),
    ],
    [
      "does not count before its own is read",
      { tags: {}, created: { image: 0 }, unread: ["image"] },
      unread("image"),
    ],
    ["does not count where it is of a part", { tags: {}, indexes: { other: ["image"] } }, undated],
  ])("%s", (_, parts, age) => {
    const name = parts.indexes?.["other"] === undefined ? "image" : "other";
    expect(ageOf(digest(name), { ...snapshot(parts), pushed })).toEqual(age);
  });
});

describe("when an image was created", () => {
  test.each<[string, SnapshotParts, Age]>([
    ["its configuration says it", { tags: {}, created: { image: daysAgo(3) } }, dated(3)],
    ["its configuration says nothing", { tags: {}, created: { image: null } }, undated],
    ["it has no configuration of an image", { tags: { "1.0.0": "image" } }, undated],
    [
      "its configuration was not read",
      { tags: {}, created: { image: 0 }, unread: ["image"] },
      unread("image"),
    ],
    [
      "of an index the newest child does, of nested ones too",
      {
        tags: {},
        indexes: { image: ["a", "inner"], inner: ["b", "c"] },
        created: { a: daysAgo(9), b: daysAgo(5), c: daysAgo(7) },
      },
      dated(5),
    ],
    [
      "of an index one that says nothing does not count beside one that does",
      { tags: {}, indexes: { image: ["a", "b"] }, created: { a: null, b: daysAgo(4) } },
      dated(4),
    ],
    [
      "of an index all that were not read are asked for, and no others, whatever else is known",
      {
        tags: {},
        indexes: { image: ["a", "b", "c", "plain"] },
        created: { a: daysAgo(1), b: 0, c: 0 },
        unread: ["b", "c"],
      },
      unread("b", "c"),
    ],
    ["of an index that is empty nobody does", { tags: {}, indexes: { image: [] } }, undated],
    [
      "of an index a child that is not there does not",
      { tags: {}, indexes: { image: ["a", "b"] }, missing: ["a"], created: { a: daysAgo(1), b: daysAgo(8) } },
      dated(8),
    ],
    [
      "what it refers to as its subject does not",
      { tags: { "1.0.0": "image" }, subjects: { image: "other" }, created: { other: daysAgo(2) } },
      undated,
    ],
    ["an image that is not there says nothing", { tags: {} }, undated],
  ])("%s", (_, parts, wanted) => expect(ageOf(digest("image"), snapshot(parts))).toEqual(wanted));

  test.each<[string, SnapshotParts, Readonly<Record<string, number>>, Age]>([
    ["an annotation says it", { tags: { "1.0.0": "image" } }, { image: daysAgo(6) }, dated(6)],
    [
      "the configuration's word counts before an annotation, be it the older",
      { tags: {}, created: { image: daysAgo(8) } },
      { image: daysAgo(2) },
      dated(8),
    ],
    [
      "an annotation says it where the configuration does not",
      { tags: {}, created: { image: null } },
      { image: daysAgo(2) },
      dated(2),
    ],
    [
      "an annotation is no reason to leave the configuration unread",
      { tags: {}, created: { image: 0 }, unread: ["image"] },
      { image: daysAgo(2) },
      unread("image"),
    ],
    [
      "an index's own annotation counts only where its children say nothing: it may be newer than they",
      { tags: {}, indexes: { image: ["a"] }, created: { a: daysAgo(8) } },
      { image: daysAgo(2) },
      dated(8),
    ],
    [
      "an index of what has no dates, such as charts, says its own",
      { tags: {}, indexes: { image: ["chart"] } },
      { image: daysAgo(2) },
      dated(2),
    ],
    [
      "that of an index within an index does not count",
      { tags: {}, indexes: { image: ["inner"], inner: ["a"] } },
      { inner: daysAgo(2) },
      undated,
    ],
    [
      "a child's annotation does",
      { tags: {}, indexes: { image: ["a", "b"] }, created: { a: daysAgo(9) } },
      { b: daysAgo(3) },
      dated(3),
    ],
    ["schema 1 says its own", { tags: {}, schema1: { image: ["layer"] } }, { image: daysAgo(4) }, dated(4)],
  ])("%s", (...[, parts, dates, wanted]) => {
    expect(ageOf(digest("image"), annotated(parts, dates))).toEqual(wanted);
  });
});

describe("the date that a configuration says", () => {
  test.each<[string, number | undefined]>([
    ['{"created":"2024-05-06T07:08:09.5Z","os":"linux"}', Date.UTC(2024, 4, 6, 7, 8, 9, 500)],
    ['{"created":"1970-01-01T00:00:00Z"}', undefined],
    ['{"created":"1980-01-01T00:00:00Z"}', undefined],
    ['{"created":"0001-01-01T00:00:00Z"}', undefined],
    ['{"created":1714979289}', undefined],
    ['{"os":"linux"}', undefined],
    ['["2024-05-06T07:08:09Z"]', undefined],
    ["null", undefined],
    ["", undefined],
    ["{", undefined],
  ])("%s: %j", (config, wanted) => expect(readCreated(config)).toBe(wanted));
});
