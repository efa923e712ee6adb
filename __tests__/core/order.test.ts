import fc from "fast-check";
import * as semver from "semver";
import { describe, expect, test } from "vitest";
import {
  comparatorOf,
  compareNatural,
  comparePrecedence,
  type OrderedTag,
  SORTS,
  type Sort,
} from "../../src/core/names/order.js";
import { isTag } from "../../src/core/names/reference.js";
import { readTagName, type Version } from "../../src/core/names/version.js";
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
    .sort(comparatorOf(sort))
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
    ["1.0.0-1a", "1.0.0-999"],
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

  test("build metadata and a v have no say", () =>
    expect(comparePrecedence(version("1.2.3_74"), version("v1.2.3"))).toBe(0));

  const number = fc.nat({ max: 12 }).map(String);
  const mixes = (id: string): boolean => /[A-Za-z]/.test(id) && /\d/.test(id);
  const unmixed = fc
    .oneof(number, fc.stringMatching(/^[0-9A-Za-z-]{1,4}$/))
    .filter((id) => !mixes(id) && !/^0\d+$/.test(id));
  const plainVersion = fc
    .record({ core: fc.tuple(number, number, number), ids: fc.array(unmixed, { maxLength: 3 }) })
    .map(({ core, ids }) => (ids.length === 0 ? core.join(".") : `${core.join(".")}-${ids.join(".")}`))
    .filter((text) => readTagName(text).kind === "version");

  test("agrees with SemVer 2.0 wherever no identifier mixes letters and digits", () => {
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
    fc.stringMatching(/^(alpha|main|rc)[-._]\d{1,3}$/),
    fc.constantFrom("latest", "main", "1.2", "sha-9f3c2e1", "20240115", "Main"),
  )
  .filter((text) => isTag(text));

describe.each(SORTS)("the order of %s", (sort) => {
  const compare = comparatorOf(sort);

  test("is total: antisymmetric, and equal only to itself", () => {
    fc.assert(
      fc.property(anyTag, anyTag, (a, b) => {
        const [x, y] = [ordered(a), ordered(b)];
        // + 0 turns -0 into 0.
        expect(Math.sign(compare(x, y))).toBe(-Math.sign(compare(y, x)) + 0);
        expect(compare(x, y) === 0).toBe(a === b);
      }),
      { numRuns: propertyRuns(2000) },
    );
  });

  test("is transitive over a numeric run, a longer one and a text between them", () => {
    const [a, b, c] = ["1.0.0-9a", "1.0.0-10a", "1.0.0-19-"].map(ordered);
    if (a === undefined || b === undefined || c === undefined) throw new Error("three were given");
    expect([a, b, c].sort(compare)).toEqual([c, a, b].sort(compare));
    expect([b, c, a].sort(compare)).toEqual([c, b, a].sort(compare));
  });

  test("is transitive", () => {
    fc.assert(
      fc.property(anyTag, anyTag, anyTag, (a, b, c) => {
        const [x, y, z] = [ordered(a), ordered(b), ordered(c)];
        fc.pre(compare(x, y) <= 0 && compare(y, z) <= 0);
        expect(compare(x, z)).toBeLessThanOrEqual(0);
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
    // What is equal but for zeros is ordered by bytes.
    ["natural", ["b01", "b1", "b001"], ["b1", "b01", "b001"]],
    ["semver", ["1.0.0-rc.01", "01.0.0-rc.1", "1.0.0-rc.1"], ["1.0.0-rc.1", "1.0.0-rc.01", "01.0.0-rc.1"]],
  ] as const)("by %s: %j", (sort, given, wanted) => {
    expect(newestFirst(given, sort)).toEqual(wanted);
  });
});
