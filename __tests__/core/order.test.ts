import fc from "fast-check";
import * as semver from "semver";
import { describe, expect, test } from "vitest";
import {
  comparatorOf,
  compareNatural,
  compareTagsNewestFirst,
  comparePrecedence,
  type OrderedTag,
  SORTS,
  type Sort,
} from "../../src/core/names/order.js";
import { patchOrder } from "../../src/core/names/patch-order.js";
import { isTag, type Tag } from "../../src/core/names/reference.js";
import { readTagName } from "../../src/core/names/version.js";
import type { Version } from "../../src/core/names/tag-name.js";
import { propertyRuns } from "../support/property-runs.js";
import { tag } from "../support/snapshots.js";

function version(text: string): Version {
  const name = readTagName(text);
  if (name.kind === "version") return name.version;
  throw new Error(`not a version: ${text}`);
}

/** A tag with a date that many share, or with none. */
function ordered(text: string): OrderedTag {
  const created = (text.length * 7 + text.charCodeAt(0)) % 4;
  return { tag: tag(text), name: readTagName(text), ...(created === 0 ? {} : { created }) };
}

function newestFirst(names: readonly string[], sort: Sort): readonly string[] {
  return names
    .map(ordered)
    .sort((a, b) => comparatorOf(sort)(a, b) || compareTagsNewestFirst(a.tag, b.tag))
    .map((item) => item.tag);
}

describe("precedence", () => {
  test.each([
    // newer, older
    ["1.0.0", "1.0.0-rc.1"],
    ["1.0.0-rc10", "1.0.0-rc9"],
    ["1.0.0-rc.10", "1.0.0-rc.9"],
    ["1.0.0-rc1", "1.0.0-rc"],
    ["1.0.0-alpha74", "1.0.0-alpha9"],
    ["1.0.0-alpha-74", "1.0.0-alpha-9"],
    ["1.0.0-1-a", "1.0.0-1"],
    ["1.4.0-20240115-10", "1.4.0-20240115-9"],
    ["1.4.0-12-1234567", "1.4.0-9-2345678"],
    ["1.0.0-RC.4", "1.0.0-rc.3"],
    ["1.0.0-beta.4", "1.0.0-beta2"],
    ["1.0.0-rc.1-14-g2414721", "1.0.0-rc.1"],
    ["1.0.0-rc.2", "1.0.0-rc.1-14-g2414721"],
    ["1.4.0_119", "1.4.0_118"],
    ["1.2.3.10", "1.2.3.9"],
    ["1.2.3.1", "1.2.3"],
    ["1.2.9007199254740993", "1.2.9007199254740992"],
    ["1.0.0-5", "1.0.0-1f3a9c0"],
    ["1.0.0-x", "1.0.0-1f3a9c0"],
    ["1.0.0-rc1", "1.0.0-beta9"],
    ["1.0.0-alpha.74-alpine3.19", "1.0.0-alpha.9-alpine3.19"],
    ["1.2.3-14-g2414721", "1.2.3-9-gfffffff"],
    ["2.0.0", "1.99.99"],
    ["1.10.0", "1.9.0"],
    ["1.0.0-99999999999999999999", "1.0.0-9999999999999999999"],
    ["3.3.0-alpha.74", "3.3.0-alpha.9"],
    ["1.0.0-alpha.1.1", "1.0.0-alpha.1"],
  ])("%s is newer than %s", (newer, older) => {
    expect(comparePrecedence(version(newer), version(older))).toBeGreaterThan(0);
    expect(comparePrecedence(version(older), version(newer))).toBeLessThan(0);
    expect(comparePrecedence(version(newer), version(newer))).toBe(0);
  });

  test.each([
    ["1.0.0", "v1.0.0"],
    ["1.0.0-rc.1", "1.0.0-RC1"],
    ["1.0.0-rc.01", "01.0.0-rc.1"],
    ["1.2.3", "1.2.3.0"],
    ["1.5.0-1f3a9c0", "1.5.0-e4a8b07"],
    ["1.5.0-rc.1-1f3a9c0", "1.5.0-rc.1-e4a8b07d"],
    ["1.5.0-rc.1-1f3a9c0", "1.5.0-rc.1"],
    ["1.5.0_1f3a9c0", "1.5.0_e4a8b07"],
  ])("%s ties with %s", (a, b) => {
    expect(comparePrecedence(version(a), version(b))).toBe(0);
    expect(comparePrecedence(version(b), version(a))).toBe(0);
  });

  const number = fc.nat({ max: 12 }).map(String);
  const mixes = (id: string): boolean => id !== id.toLowerCase() || !/^(?:[a-z]+|\d+)$/.test(id);
  const unmixed = fc
    .oneof(number, fc.stringMatching(/^[0-9A-Za-z-]{1,4}$/))
    .filter((id) => !mixes(id) && !/^0\d+$/.test(id));
  const plainVersion = fc
    .record({ core: fc.tuple(number, number, number), ids: fc.array(unmixed, { maxLength: 3 }) })
    .map(({ core, ids }) => (ids.length === 0 ? core.join(".") : `${core.join(".")}-${ids.join(".")}`))
    .filter((text) => readTagName(text).kind === "version");

  test("agrees with SemVer 2.0 wherever no identifier mixes letters, digits or dashes, or has capitals", () => {
    fc.assert(
      fc.property(plainVersion, plainVersion, (a, b) => {
        expect(Math.sign(comparePrecedence(version(a), version(b)))).toBe(semver.compare(a, b));
      }),
      { numRuns: propertyRuns(2000) },
    );
  });
});

describe("natural order", () => {
  test.each([
    ["1.2.3_74", "1.2.3_9"],
    ["build10", "build9"],
    ["b", "a"],
    ["a1", "a"],
    ["a", "1"],
  ])("%s is newer than %s", (newer, older) => {
    expect(compareNatural(newer, older)).toBeGreaterThan(0);
    expect(compareNatural(older, newer)).toBeLessThan(0);
  });
});

const anyTag = fc
  .oneof(
    fc.stringMatching(/^v?[0-3]\.[0-3]\.[0-3](-(alpha|rc|beta)\.?\d{1,2}(-alpine3)?)?(_\d{1,2})?$/),
    fc.stringMatching(/^[01]\.0\.0-[019ab-]{1,4}(\.[019a]{1,2})?$/),
    fc.stringMatching(/^1\.0\.0(-rc\.?[12])?(-\d)?-(1f3a9c0|e4a8b07|77c1f2b8)$/),
    fc.stringMatching(/^1\.0\.0[-_.](r|p|alpine|rc|5|\d-g2414721|RELEASE)\.?\d?$/),
    fc.stringMatching(/^(alpha|main|rc)[-._]\d{1,3}$/),
    fc.constantFrom("latest", "main", "1.2", "sha-9f3c2e1", "20240115", "Main"),
  )
  .filter((text) => isTag(text));

describe.each(SORTS)("the order of %s", (sort) => {
  const compare = comparatorOf(sort);

  test("is antisymmetric", () => {
    fc.assert(
      fc.property(anyTag, anyTag, (a, b) => {
        const [x, y] = [ordered(a), ordered(b)];
        // + 0 turns -0 into 0.
        expect(Math.sign(compare(x, y))).toBe(-Math.sign(compare(y, x)) + 0);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });

  test("is transitive", () => {
    fc.assert(
      fc.property(anyTag, anyTag, anyTag, (a, b, c) => {
        const [x, y, z] = [ordered(a), ordered(b), ordered(c)];
        fc.pre(compare(x, y) <= 0 && compare(y, z) <= 0);
        expect(compare(x, z)).toBeLessThanOrEqual(0);
        // Ties are transitive.
        if (compare(x, y) === 0 && compare(y, z) === 0) expect(compare(x, z)).toBe(0);
      }),
      { numRuns: propertyRuns(5000) },
    );
  });

  test("does not depend on the listing's order", () => {
    const shuffled = fc
      .uniqueArray(anyTag, { maxLength: 20 })
      .chain((tags) => fc.tuple(fc.constant(tags), fc.shuffledSubarray(tags, { minLength: tags.length })));
    fc.assert(
      fc.property(shuffled, ([tags, others]) => {
        const sorted = (list: readonly string[]): readonly string[] => newestFirst(list, sort);
        expect(sorted(others)).toEqual(sorted(tags));
      }),
      { numRuns: propertyRuns() },
    );
  });
});

describe("an order that knows all that is to be ordered", () => {
  const orders: readonly [
    string,
    (all: readonly OrderedTag[]) => (a: OrderedTag, b: OrderedTag) => number,
  ][] = [
    ["by name", (all) => comparatorOf("natural", tagsOf(all))],
    ["by version, channels counted together", (all) => patchOrder("semver", all)],
    ["by number, channels counted together", (all) => patchOrder("prerelease", all)],
  ];
  const tagsOf = (all: readonly OrderedTag[]): readonly Tag[] => all.map((each) => each.tag);
  const anyName = fc.oneof(
    anyTag,
    fc.stringMatching(/^1\.0\.0-(rc|r|5)\.?(0?1|2)?([-_.](alpine|slim|x|rc|3|1f3a9c0)\.?[12]?)?$/),
    fc.stringMatching(/^(main|x)-(1f3a9c0|1234567|abcdefa|7654321|e4a8b07d)(-[12])?$/),
  );
  const names = fc.uniqueArray(anyName, { minLength: 3, maxLength: 7 });

  test.each(orders)("%s is total but for ties, which are transitive", (_, orderOf) => {
    fc.assert(
      fc.property(names, (texts) => {
        const all = texts.map(ordered);
        const compare = orderOf(all);
        const order = (x: OrderedTag, y: OrderedTag): number => Math.sign(compare(x, y)) + 0;
        const triples = all.flatMap((x) => all.flatMap((y) => all.map((z) => [x, y, z] as const)));
        const wrong = triples.filter(([x, y, z]) => {
          const [xy, yz, xz] = [order(x, y), order(y, z), order(x, z)];
          if (xy !== 0 - order(y, x)) return true;
          // What ties with one stands to all others as that one does.
          return xy === 0 ? xz !== yz : xy <= 0 && yz <= 0 && xz >= 0;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: propertyRuns(500) },
    );
  });

  test.each(orders)("%s is the same whatever the order of the listing", (_, orderOf) => {
    fc.assert(
      fc.property(names, (texts) => {
        const sorted = (all: readonly OrderedTag[]): readonly Tag[] => {
          const compare = orderOf(all);
          return tagsOf([...all].sort((a, b) => compare(a, b) || compareTagsNewestFirst(a.tag, b.tag)));
        };
        const all = texts.map(ordered);
        expect(sorted([...all].reverse())).toEqual(sorted(all));
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});

describe("newest first", () => {
  test.each([
    [
      "semver",
      ["1.4.9", "2.0.0", "2.0.0-rc10", "2.0.0-rc9", "1.2.3_9", "1.2.3_74"],
      ["2.0.0", "2.0.0-rc10", "2.0.0-rc9", "1.4.9", "1.2.3_74", "1.2.3_9"],
    ],
    [
      "prerelease",
      ["3.4.0-alpha.1", "3.3.0-alpha.74", "3.3.0-alpha.73", "alpha-75"],
      ["alpha-75", "3.3.0-alpha.74", "3.3.0-alpha.73", "3.4.0-alpha.1"],
    ],
    ["prerelease", ["1.0.0-rc.2", "1.1.0-rc.2", "rc-2"], ["1.1.0-rc.2", "1.0.0-rc.2", "rc-2"]],
    [
      "natural",
      ["v20231231-9f8e7d6", "build10", "v20240115-1a2b3c4", "build9", "9", "10"],
      ["v20240115-1a2b3c4", "v20231231-9f8e7d6", "build10", "build9", "10", "9"],
    ],
    // What ties is listed by its bytes.
    ["natural", ["b01", "b1", "b001"], ["b1", "b01", "b001"]],
    ["semver", ["1.0.0-rc.01", "01.0.0-rc.1", "1.0.0-rc.1"], ["1.0.0-rc.1", "1.0.0-rc.01", "01.0.0-rc.1"]],
  ] as const)("by %s: %j", (sort, given, wanted) => {
    expect(newestFirst(given, sort)).toEqual(wanted);
  });
});
