import { describe, expect, test } from "vitest";
import { readTagName } from "../../src/core/names/version.js";

describe("a version", () => {
  test.each([
    // tag, channel, numbers
    ["1.2.3", "release", []],
    ["v1.2.3", "release", []],
    ["V1.2.3", "release", []],
    ["2024.01.15", "release", []],
    ["1.2.3_74", "release", []],
    ["3.3.0-alpha.74", "alpha", ["74"]],
    ["3.3.0-ALPHA.74", "alpha", ["74"]],
    ["1.2.3-rc10", "rc", ["10"]],
    ["1.2.3rc1", "rc", ["1"]],
    ["1.2.3rc.1", "rc", ["1"]],
    ["1.2.3-alpine3.19", "alpine", ["3", "19"]],
    ["3.3.0-alpha.74-alpine3.19", "alpha-alpine", ["74", "3", "19"]],
    ["3.3.0-alpha.74.g1a2b3c4", "alpha", ["74"]],
    ["3.3.0-alpha.74.1a2b3c4", "alpha", ["74"]],
    ["3.3.0-74", "build", ["74"]],
    ["1.2.3-14-g2414721", "build", ["14"]],
    ["1.2.3-x86_64", "x", ["86"]],
    ["1.2.3-rc.01", "rc", ["01"]],
  ])("%s is of channel %s with the numbers %j", (tag, channel, numbers) => {
    expect(readTagName(tag)).toMatchObject({ kind: "version", channel, numbers });
  });

  test.each([
    ["2024.01.15", { major: 2024, minor: 1, patch: 15, prerelease: [] }],
    ["v1.2.3rc1-alpine", { major: 1, minor: 2, patch: 3, prerelease: ["rc1-alpine"] }],
    ["1.2.3-a.b.4_5.6", { major: 1, minor: 2, patch: 3, prerelease: ["a", "b", "4"] }],
  ])("%s is %j", (tag, version) => {
    expect(readTagName(tag)).toMatchObject({ version });
  });

  test.each([
    "latest",
    "1",
    "1.2",
    "1.2.3.4",
    "main",
    "sha-9f3c2e1",
    "20240115",
    "1.2.31a2b3c4",
    "1.2.3abcdef",
    "1.2.3-",
    "1.2.3-alpha..1",
    "1.2.3_a_b",
    "release-1.2.3",
    "1.2.x",
    "99999999999999999999.1.1",
  ])("%s is none", (tag) => expect(readTagName(tag).kind).not.toBe("version"));
});

describe("a label name", () => {
  test.each([
    ["alpha-74", "alpha", ["74"]],
    ["build.74", "build", ["74"]],
    ["Build_74", "build", ["74"]],
    ["main-74-1a2b3c4", "main", ["74"]],
    ["main-74-g2414721", "main", ["74"]],
    ["feature-x-74", "feature-x", ["74"]],
    ["jdk-17", "jdk", ["17"]],
  ])("%s is of channel %s with the numbers %j", (tag, channel, numbers) => {
    expect(readTagName(tag)).toEqual({ kind: "label", channel, numbers });
  });

  test.each(["latest", "74", "main-1a2b3c4", "main-74-1234567", "abc1234-74", "main-74-rest"])(
    "%s is none",
    (tag) => {
      expect(readTagName(tag)).toEqual({ kind: "other" });
    },
  );
});

describe("a referrer", () => {
  const hex = "0123456789abcdef".repeat(4);
  test.each(["", ".sig", ".att", ".sbom"])("of a digest, named with %j behind it", (suffix) => {
    expect(readTagName(`sha256-${hex}${suffix}`)).toEqual({ kind: "referrer", subject: `sha256:${hex}` });
  });

  test.each([`sha256-${hex}.txt`, `sha256-${hex.slice(1)}`, `sha256-${hex.toUpperCase()}`])(
    "%s is none",
    (tag) => expect(readTagName(tag).kind).not.toBe("referrer"),
  );
});
