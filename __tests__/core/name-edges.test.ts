import { describe, expect, test } from "vitest";
import { beginsLiterally, namesHost, parseRepositoryGlob, parseTagGlob } from "../../src/core/names/glob.js";
import { groupOf } from "../../src/core/names/group.js";
import { withoutHashes } from "../../src/core/names/hashless.js";
import { isArchitecture, isTicket } from "../../src/core/names/name-words.js";
import {
  comparatorOf,
  compareNatural,
  comparePrecedence,
  type OrderedTag,
} from "../../src/core/names/order.js";
import { patchOrder } from "../../src/core/names/patch-order.js";
import {
  isPathOf,
  isSameRepository,
  parseReference,
  parseRepository,
} from "../../src/core/names/reference.js";
import type { TagName } from "../../src/core/names/tag-name.js";
import { isCommitHash, mayBeHash } from "../../src/core/names/tokens.js";
import { isNewlyRead, isPrerelease, nameReader, readTagName } from "../../src/core/names/version.js";
import { tag } from "../support/snapshots.js";

/** Names at the very edge of a rule: one letter more, and another rule reads them. */
type VersionName = Extract<TagName, { readonly kind: "version" }>;

function versionName(text: string): VersionName {
  const name = readTagName(text);
  if (name.kind !== "version") throw new Error(`not a version: ${text}`);
  return name;
}

const ordered = (text: string): OrderedTag => ({ tag: tag(text), name: readTagName(text) });

describe("a commit hash", () => {
  test.each(["9f3c2e1", "g9f3c2e1", "abcdef1", "1234567a", "a".repeat(39) + "1"])("%s is one", (piece) => {
    expect(isCommitHash(piece)).toBe(true);
  });

  test.each([
    ...["abcdefa", "1234567", "abcde1", "9f3c2e1z", "z9f3c2e1", "x9f3c2e1", "gg9f3c2e1"],
    `${"a".repeat(40)}1`,
  ])("%s is none by its own look", (piece) => {
    expect(isCommitHash(piece)).toBe(false);
  });

  test.each(["1234567", "abcdefa", "ABCDEFA", "1".repeat(40)])("%s may be one", (piece) => {
    expect(mayBeHash(piece)).toBe(true);
  });

  test.each(["123456", "x1234567", "1234567x", "xabcdefa", "abcdefax", "1".repeat(41)])(
    "%s may be none",
    (piece) => {
      expect(mayBeHash(piece)).toBe(false);
    },
  );
});

describe("a count of commits", () => {
  test.each([
    ["1.2.3-14-g2414721", true, "build"],
    ["1.2.3-14-ag1234567", false, "ag"],
    ["1.2.3-14-g1234567x", false, "gx"],
    ["1.2.3-14-snapshot", false, "snapshot"],
    ["1.2.3-14.g2414721-55", false, "build"],
    ["1.2.3-alpha-g2414721", false, "alpha"],
    ["1.2.3-14-alpha-g2414721", false, "alpha"],
  ])("of %s is one: %s, in the channel %s", (text, isAhead, channel) => {
    const { version, channel: read } = versionName(text);
    expect([version.isAhead, read]).toEqual([isAhead, channel]);
  });
});

describe("what stands behind a version", () => {
  test.each([
    ["1.2.3rc-1", "rc-1"],
    ["1.2.3--alpha", "alpha"],
    ["1.2.3-alpha.1-9f3c2e1", "alpha.1"],
  ])("of %s is the suffix %s", (text, suffix) => {
    expect(versionName(text).suffix).toBe(suffix);
  });

  test("an architecture is one token", () => {
    expect(versionName("1.2.3-arm64").version.prerelease).toEqual(["arm64"]);
    expect(versionName("1.2.3-arm64.2").version.prerelease).toEqual(["arm64", "2"]);
  });

  test.each([
    ["1.2.3", false],
    ["1.2.3.Final", false],
    ["1.2.3-GA", false],
    ["1.2.3-alpha.1", true],
    ["1.2.3-5", true],
  ])("%s is a prerelease: %s", (text, expected) => {
    expect(isPrerelease(versionName(text).version)).toBe(expected);
  });

  test.each([
    ["1.0.2t", true],
    ["1.0.2t.1", true],
    ["1.0.2rc1", false],
    ["1.0.2-t", false],
  ])("%s has OpenSSL's letter: %s", (text, expected) => {
    expect(versionName(text).version.isLettered).toBe(expected);
  });
});

describe("a version's numbers", () => {
  test.each([
    ["1.2.3.9f3c2e1", ["1", "2", "3"]],
    ["1.2.007", ["1", "2", "7"]],
    ["1.02.3.0040", ["1", "2", "3", "40"]],
  ])("of %s are %j", (text, numbers) => {
    expect(versionName(text).version.numbers).toEqual(numbers);
  });

  test.each(["1.2.3abcdef1", "1.2.3456abc", "ci-9f3c2e1-1.2.3", "9f3c2e1-api-1.2.3"])(
    "%s is no version",
    (text) => {
      expect(readTagName(text).kind).not.toBe("version");
    },
  );

  test.each([
    ["1.2.3.4", true],
    ["v1.2.3.Final", true],
    ["1.2.3", false],
    ["app-1.2.3.4", false],
  ])("%s was not read by earlier versions: %s", (text, expected) => {
    expect(isNewlyRead(text)).toBe(expected);
  });
});

describe("a label", () => {
  test.each(["app-5", "app-5-9f3c2e1", "my.app_build-12"])("%s counts", (text) => {
    expect(readTagName(text).kind).toBe("label");
  });

  test.each([
    ...["_app-5", "app-5-", "app-b5", "app-5b", "app-b5-9f3c2e1", "app-5b-9f3c2e1", "3a-5", "app-9f3c2e1"],
    ...["v1.2", "alpine3.19", "PROJ-5"],
  ])("%s is none", (text) => {
    expect(readTagName(text).kind).toBe("other");
  });
});

describe("a word", () => {
  test.each(["arm", "armhf", "armel", "ARM", "arm64", "x86_64", "amd64v2", "i386"])(
    "%s is an architecture",
    (word) => {
      expect(isArchitecture(word)).toBe(true);
    },
  );

  test.each(["charm", "armor", "arm-", "x86664", "alpine3"])("%s is none", (word) => {
    expect(isArchitecture(word)).toBe(false);
  });

  test.each(["PROJ-1", "B2B-15", "R2C-1"])("%s is a ticket", (word) => {
    expect(isTicket(word)).toBe(true);
  });

  test.each(["xPROJ-1", "PROJ-1x", "proj-1", "RC-1", "RC10-5", "BETA2-1", "ARM64-1", "P-1"])(
    "%s is none",
    (word) => {
      expect(isTicket(word)).toBe(false);
    },
  );
});

describe("neighbours with a commit hash", () => {
  test("show it in more places than one of a name", () => {
    const read = nameReader(["1.2.3-9f3c2e1-abcdef1", "1.2.3-9f3c2e2-1234567", "1.2.3-7654321-1234567"]);
    for (const text of ["1.2.3-9f3c2e2-1234567", "1.2.3-7654321-1234567"]) {
      expect(read(text)).toMatchObject({ kind: "version", numbers: [] });
    }
  });

  test("show it in the same place of a name alone: its numbers aside, its words not", () => {
    const name = withoutHashes(["a1-9f3c2e1-x", "a22-1234567-x", "b-1234567-x", "b-9f3c2e11-x"].map(tag));
    expect(name(tag("a22-1234567-x"))).toBe("a22--x");
    expect(name(tag("b-1234567-x"))).toBe("b-1234567-x");
  });

  test("show it behind another hash", () => {
    const name = withoutHashes(["a-9f3c2e1-abcdef1", "a-9f3c2e2-1234567", "a-7654321-7654321"].map(tag));
    expect(name(tag("a-9f3c2e2-1234567"))).toBe("a-");
    expect(name(tag("a-7654321-7654321"))).toBe("a-");
  });
});

describe("the order", () => {
  test.each([
    // SemVer 2.0 §11.4.3: numbers are below words, however long.
    ["1.2.3-100", "1.2.3-a"],
    ["1.2.3-alpha.100", "1.2.3-alpha.b"],
    ["1.2.3-alpha.9", "1.2.3-alpha.10"],
    ["1.2.3-alpha.9f3c2e1", "1.2.3-alpha.1"],
  ])("has %s before %s", (older, newer) => {
    const [a, b] = [versionName(older).version, versionName(newer).version];
    expect([Math.sign(comparePrecedence(a, b)), Math.sign(comparePrecedence(b, a))]).toEqual([-1, 1]);
  });

  test.each([
    ["100", "a"],
    ["x100", "xa"],
    ["1--1", "1.1"],
    ["9a", "10a"],
    ["ab1", "abc"],
  ])("by name has %s before %s", (older, newer) => {
    expect([Math.sign(compareNatural(older, newer)), Math.sign(compareNatural(newer, older))]).toEqual([
      -1, 1,
    ]);
  });

  test("by name folds capitals, beside a hash too", () => {
    const order = comparatorOf("natural", ["Zeta", "beta-9f3c2e1", "zeta"].map(tag));
    expect(order(ordered("Zeta"), ordered("zeta"))).toBe(0);
    expect(order(ordered("Zeta"), ordered("beta-9f3c2e1"))).toBeLessThan(0);
  });

  test("by prerelease has a label's number before a name without one", () => {
    expect(comparatorOf("prerelease")(ordered("app-5"), ordered("whatever"))).toBeLessThan(0);
  });

  test.each(["semver", "prerelease"] as const)(
    "by %s counts versions behind different words apart",
    (sort) => {
      const [api, web] = ["api-1.2.0", "web-1.3.0"].map((text) => groupOf(readTagName(text), [], sort));
      expect(api).not.toEqual(web);
    },
  );
});

/** The order of the first two of some names that are counted together. */
function patched(names: readonly string[]): number {
  const members = names.map(ordered);
  const [a, b] = members;
  if (a === undefined || b === undefined) throw new Error("two at least");
  return Math.sign(patchOrder("semver", members)(a, b));
}

describe("versions that are counted together", () => {
  test.each([
    ["letters have their order", ["1.0.2u", "1.0.2t"], -1],
    ["a letter and a letter with a word tie", ["1.0.2t", "1.0.2t-alpine"], 0],
    ["patches of different words tie", ["1.2.3-14-g2414721", "1.2.3-p2"], 0],
    ["a part that is not there is 0", ["1.0.0.0-x.1", "1.0.0-y.2"], 0],
    ["zeros inside are no such part", ["1.0.0.5-x.2", "1.0.0.5-x.1", "1.5-y.1"], -1],
    ["words of one prerelease say nothing", ["1.0.0-rc.1", "1.0.0-rc.1-alpine"], 0],
    ["and nothing of another", ["1.0.0-rc.2-x.2", "1.0.0-rc.2-x.1", "1.0.0-rc.1", "1.0.0-rc.1-y"], -1],
    [
      "zeros in its number count",
      ["1.0.0-rc.15-x.2", "1.0.0-rc.15-x.1", "1.0.0-rc.1005", "1.0.0-rc.1005-y"],
      -1,
    ],
    ["zeros before it do not", ["1.0.0-rc.001-x", "1.0.0-rc.1-y"], 0],
  ] as const)("%s", (_, names, expected) => {
    expect(patched(names)).toBe(expected);
  });
});

describe("a reference", () => {
  const api = { host: "a.example.com", repository: parseReference("a.example.com/team/api").repository };
  const web = { ...api, repository: parseReference("a.example.com/team/web").repository };

  test("is the same repository with the same host and name alone", () => {
    expect(isSameRepository(api, { ...api })).toBe(true);
    expect(isSameRepository(api, web)).toBe(false);
    expect(isSameRepository(api, { ...api, host: "b.example.com" })).toBe(false);
  });

  test("of a plan is a host and a name, and nothing besides", () => {
    expect(parseRepository("a.example.com/team/api")).toEqual(api);
    expect(parseRepository("registry/app")).toMatchObject({ host: "registry", repository: "app" });
    for (const text of [
      "a.example.com/team/api:1",
      "A.example.com/team/api",
      `${api.host}/x@sha256:${"0".repeat(64)}`,
    ]) {
      expect(() => parseRepository(text)).toThrow();
    }
  });

  test("has a scheme at its beginning alone", () => {
    expect(parseReference("HTTPS://a.example.com/team/api")).toEqual({ ...api, scheme: "https" });
    expect(() => parseReference("a.example.com/http://x/y")).toThrow();
  });

  test.each([
    ["docker.io/alpine", "library/alpine", true],
    ["docker.io/alpine/x", "library/alpine", false],
    ["mirror.docker.io/alpine", "library/alpine", false],
    ["docker.io/team/alpine", "library/alpine", false],
    ["a.example.com/team/api", "api", true],
    ["a.example.com/team-api", "api", false],
  ])("%s may name %s: %s", (path, repository, expected) => {
    expect(isPathOf(path, repository)).toBe(expected);
  });
});

describe("a glob", () => {
  const begins = (text: string, word: string): boolean =>
    beginsLiterally({ text, matches: () => true }, word);

  test.each([
    ["{api,web}-*", "api-", true],
    ["{apis,web}-*", "api-", false],
    ["{api-,api-x}*", "api-", true],
    ["x{api-,api-x}*", "api-", false],
    ["{api,api}-\n*", "api-", true],
    ["/^api-v/", "api-", true],
    ["/^api\\-v/", "api-", true],
    ["/^api\\d/", "api\\d", true],
    ["/^api-?/", "api-", false],
    ["/^api-v?/", "api-", true],
    ["api/", "api/", true],
  ])("%s begins with %s: %s", (text, word, expected) => {
    expect(begins(text, word)).toBe(expected);
  });

  test.each([
    ["a.example.com/team/*", true],
    ["localhost:5000/*", true],
    ["/regular/", true],
    ["team/a.b/*", false],
    ["team/*", false],
  ])("%s may name a host: %s", (text, expected) => {
    expect(namesHost({ text, matches: () => true })).toBe(expected);
  });

  test.each([
    ["**", "a/b/c", true],
    ["a/**", "a/b/c", true],
    ["a/**/c", "a/c", true],
    ["a/**/c", "a/x/y/c", true],
    ["a**", "a/b", false],
    ["**a", "x/a", false],
    ["***", "a/b", false],
    ["a/***", "a/b/c", false],
    ["{a/**,b}", "a/x/y", true],
    ["{**,x}", "a/b", true],
    ["{b,**/x}", "a/b/x", true],
    ["{b,a**}", "a/b", false],
    ["x{**,b}", "xa/b", true],
    ["[abc]x", "bx", true],
    ["./a", "a", true],
    ["a./b", "a./b", true],
  ])("%s matches %s: %s", (text, name, expected) => {
    expect(parseRepositoryGlob(text).matches(name)).toBe(expected);
  });

  test.each([
    "a,b",
    "{a}",
    "{01..10}",
    "{0..1,b}",
    "[]",
    "[^]",
    "[z-a]",
    "a]",
    "{a",
    "!a",
    "a^b",
    "[!a]",
    "",
  ])("%j is refused", (text) => {
    expect(() => parseTagGlob(text)).toThrow();
  });

  test("is read up to 4,096 characters, and shown up to 200", () => {
    expect(parseTagGlob("a".repeat(4096)).matches("a")).toBe(false);
    expect(() => parseTagGlob("a".repeat(4097))).toThrow(/^"a{200}…": it has more than 4096 characters/);
    expect(() => parseTagGlob(`${"a".repeat(199)}!`)).toThrow(`"${"a".repeat(199)}!"`);
  });

  test("answers the same after more states than it remembers", () => {
    const { matches } = parseTagGlob("*a????????????b*");
    const names = Array.from(
      { length: 3000 },
      (_, index) => `${index.toString(2).replaceAll("0", "a").replaceAll("1", "c")}b`,
    );
    const expected = names.map((name) => /a.{12}b/.test(name));
    expect([...names, ...names].map((name) => matches(name))).toEqual([...expected, ...expected]);
  });
});
