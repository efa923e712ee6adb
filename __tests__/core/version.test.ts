import { describe, expect, test } from "vitest";
import { nameReader, readTagName } from "../../src/core/names/version.js";

describe("a version", () => {
  test.each([
    // tag, channel, numbers
    ["1.2.3", "release", []],
    ["v1.2.3", "release", []],
    ["V1.2.3", "release", []],
    ["2024.01.15", "release", []],
    ["1.2.3_74", "build", ["74"]],
    ["1.2.3_1f3a9c0", "build", []],
    ["1.5.0_dev", "dev", []],
    ["1.2.3_arm64", "arm64", []],
    ["21.0.4_7-jdk-alpine", "jdk-alpine", ["7"]],
    ["1.2.3-rc.1_74", "rc-build", ["1", "74"]],
    ["1.2.3-rc.1-14-g2414721", "rc-build", ["1", "14"]],
    ["1.2.3-14-gabcdefa", "build", ["14"]],
    ["1.0.0-arm32v7", "arm32v7", []],
    ["1.0.0-alpine-AMD64", "alpine-amd64", []],
    ["1.2.3-CS-9971", "cs-9971", []],
    ["1.2.3-RC-1", "rc", ["1"]],
    ["8.4.0-release", "-release", []],
    ["8.2.2.RELEASE", "-release", []],
    ["1.2.3.4", "release", []],
    ["4.0.10.2503-ls3", "ls", ["3"]],
    ["3.8.1.Final", "final", []],
    ["1.2.3.9f3c2e1", "build", []],
    ["99999999999999999999.1.1", "release", []],
    ["1.2.3_a_b", "a-b", []],
    ["api-v1.10.0-rc.1", "api:rc", ["1"]],
    ["release-8.0.0-dev.60", "release:dev", ["60"]],
    ["release-1.2.3", "release:release", []],
    ["alpine-v15.7.1", "alpine:release", []],
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
    ["1.2.3-x86_64", "x86_64", []],
    ["1.2.3-rc.01", "rc", ["01"]],
  ])("%s is of channel %s with the numbers %j", (tag, channel, numbers) => {
    expect(readTagName(tag)).toMatchObject({ kind: "version", channel, numbers });
  });

  test.each([
    ["2024.01.15", { numbers: ["2024", "1", "15"], prerelease: [], build: [] }],
    ["v1.2.3rc1-alpine", { numbers: ["1", "2", "3"], prerelease: ["rc", "1", "alpine"] }],
    ["1.2.3-a.b.4_5.6", { prerelease: ["a", "b", "4"], build: ["5", "6"] }],
    ["4.0.010.2503", { numbers: ["4", "0", "10", "2503"] }],
    ["1.2.3-RC10.1f3a9c0", { prerelease: ["rc", "10", ""] }],
    ["1.0.2u", { prerelease: ["u"], isLettered: true }],
    ["1.2.3-14-g2414721", { prerelease: ["14", ""], isAhead: true }],
    ["1.2.3-14-1a2b3c4", { prerelease: ["14", ""], isAhead: false }],
  ])("%s is %j", (tag, version) => {
    expect(readTagName(tag)).toMatchObject({ version });
  });

  test.each([
    ["2.426.3-lts-jdk11", "lts-jdk11"],
    ["16.2.0-alpine3.18", "alpine3.18"],
    ["1.0.0-JDK11-1f3a9c0", "JDK11"],
    ["21.0.4_7-jdk-alpine", "7-jdk-alpine"],
    ["1.0.0", ""],
  ])("behind the numbers of %s stands %j", (tag, suffix) => {
    expect(readTagName(tag)).toMatchObject({ suffix });
  });

  test.each([
    "latest",
    "1",
    "1.2",
    "main",
    "sha-9f3c2e1",
    "20240115",
    "1.2.31a2b3c4",
    "1.2.3abcdef",
    "1.2.3-",
    "1.2.3-alpha..1",
    "1.2.x",
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
    ["ALPHA-74", "alpha", ["74"]],
    ["feature-PROJ-123-login-57-1a2b3c4", "feature-proj-123-login", ["57"]],
    ["release-1.4-57-1a2b3c4", "release-1.4", ["57"]],
    ["123-fix-57-1a2b3c4", "123-fix", ["57"]],
  ])("%s is of channel %s with the numbers %j", (tag, channel, numbers) => {
    expect(readTagName(tag)).toEqual({ kind: "label", channel, numbers });
  });

  test.each([
    "latest",
    "74",
    "main-1a2b3c4",
    "main-74-1234567",
    "abc1234-74",
    "main-74-rest",
    "feature-PROJ-123",
    "PROJ-123",
    "release-1.4-57",
    "2024-57-1a2b3c4",
  ])("%s is none", (tag) => {
    expect(readTagName(tag)).toEqual({ kind: "other" });
  });
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

describe("among others", () => {
  const channelOf = (tags: readonly string[], tag: string): unknown => {
    const name = nameReader(tags)(tag);
    return "channel" in name ? [name.channel, name.numbers] : name.kind;
  };

  test.each([
    // digits alone, or letters alone, as long as the hashes in their place
    ["main-59-1234567", ["main-58-77c1f2b"], ["main", ["59"]]],
    ["main-1234567", ["main-77c1f2b"], "other"],
    ["1.5.0-1234567", ["1.4.0-77c1f2b"], ["build", []]],
    ["1.5.0-deadbee", ["1.4.0-77c1f2b"], ["build", []]],
    ["1.5.0rc1-1234567", ["1.4.0rc1-77c1f2b"], ["rc", ["1"]]],
    ["1.5.0-rc.1.1234567", ["1.4.0-rc.1.g77c1f2b"], ["rc", ["1"]]],
    // not as long
    ["1.5.0-20240115", ["1.4.0-77c1f2b"], ["build", ["20240115"]]],
    // in another place
    ["1.5.0-20240115-9", ["1.4.0-9-77c1f2b8"], ["build", ["20240115", "9"]]],
    // what can be none is none, however long it is
    ["1.5.0-preview.20240115", ["1.4.0-77c1f2b"], ["preview", ["20240115"]]],
    // of another channel
    ["1.5.0-1234567", ["1.4.0-rc.77c1f2b"], ["build", ["1234567"]]],
    ["main-1234567", ["dev-77c1f2b"], ["main", ["1234567"]]],
  ] as const)("%s beside %j is %j", (tag, others, wanted) => {
    expect(channelOf([...others, tag], tag)).toEqual(wanted);
    expect(channelOf([tag, ...others], tag)).toEqual(wanted);
  });
});
