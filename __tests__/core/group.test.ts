import { describe, expect, test } from "vitest";
import {
  compareGroups,
  type Group,
  groupOf,
  nameOfGroup,
  GROUP_KEYS,
  type GroupKey,
} from "../../src/core/names/group.js";
import { readTagName } from "../../src/core/names/version.js";
import { signatureOf } from "../support/snapshots.js";

describe("the group of a name", () => {
  test.each<[string, readonly GroupKey[], Group, string]>([
    ["3.4.1", ["channel"], { channel: "release" }, "release"],
    ["v3.4.1_build5", ["channel"], { channel: "build" }, "build"],
    ["3.4.1-Alpha.2", ["channel"], { channel: "alpha" }, "alpha"],
    ["3.4.1rc1-alpine3.19", ["channel"], { channel: "rc-alpine" }, "rc-alpine"],
    ["3.4.1-alpha.2", ["major"], { version: "3.x" }, "3.x"],
    ["3.4.1-alpha.2", ["minor"], { version: "3.4.x" }, "3.4.x"],
    ["3.4.1-alpha.2", ["patch"], { version: "3.4.1" }, "3.4.1"],
    ["2024.01.05", ["minor"], { version: "2024.1.x" }, "2024.1.x"],
    ["3.4.1-alpha.2", ["major", "minor"], { version: "3.4.x" }, "3.4.x"],
    ["3.4.1-alpha.2", ["major", "minor", "patch"], { version: "3.4.1" }, "3.4.1"],
    ["3.4.1-alpha.2", ["channel", "minor"], { version: "3.4.x", channel: "alpha" }, "3.4.x alpha"],
    ["3.4.1", ["channel", "major"], { version: "3.x", channel: "release" }, "3.x release"],
    ["2.426.3-lts-jdk11", ["channel"], { channel: "lts-jdk" }, "lts-jdk"],
    ["2.426.3-lts-jdk11", ["suffix"], { channel: "lts-jdk11" }, "lts-jdk11"],
    ["2.426.3", ["suffix"], { channel: "release" }, "release"],
    [
      "16.2.0-alpine3.18-1f3a9c0",
      ["suffix", "major"],
      { version: "16.x", channel: "alpine3.18" },
      "16.x alpine3.18",
    ],
    ["4.0.10.2503-ls3", ["channel", "patch"], { version: "4.0.10", channel: "ls" }, "4.0.10 ls"],
    ["api-v1.10.0", ["channel"], { channel: "api:release" }, "api:release"],
    ["api-v1.10.0", ["minor"], { version: "1.10.x", channel: "api" }, "1.10.x api"],
    ["api-v1.10.0-jdk11", ["suffix"], { channel: "api:jdk11" }, "api:jdk11"],
    ["alpha-74", ["channel"], { channel: "alpha" }, "alpha"],
    ["alpha-74", ["channel", "minor"], { channel: "alpha" }, "alpha"],
    ["alpha-74", ["minor"], {}, "other names"],
    ["latest", ["channel", "minor"], {}, "other names"],
    [signatureOf("image"), ["channel"], {}, "other names"],
    ["latest", [], {}, "all"],
    ["3.4.1-alpha.2", [], {}, "all"],
  ])("%s by %j is %j, called %s", (...[name, keys, group, called]) => {
    expect(groupOf(readTagName(name), keys)).toEqual(group);
    expect(nameOfGroup(group, keys)).toBe(called);
  });

  const names = [
    "3.4.1",
    "3.4.2",
    "3.5.0",
    "4.0.0",
    "3.4.1-alpha.1",
    "3.4.1-beta.1",
    "alpha-1",
    "x-1",
    "main",
  ];
  test.each<readonly GroupKey[][]>([[["channel"]], [["channel", "minor"]], [["major"]], [[...GROUP_KEYS]]])(
    "two of these names are in one group exactly where the groups are called alike: by %j",
    (keys) => {
      const groups = names.map((name) => groupOf(readTagName(name), keys));
      for (const a of groups) {
        for (const b of groups) {
          const isSame = a.version === b.version && a.channel === b.channel;
          expect(nameOfGroup(a, keys) === nameOfGroup(b, keys)).toBe(isSame);
          expect(compareGroups(a, b) === 0).toBe(isSame);
        }
      }
    },
  );
});

describe("the order of groups", () => {
  const inOrder: readonly Group[] = [
    { version: "10.2.x", channel: "release" },
    { version: "3.10.x", channel: "release" },
    { version: "3.9.x", channel: "release" },
    { version: "3.9.x", channel: "alpha" },
    { version: "3.9.x", channel: "beta" },
    { version: "3.9.x", channel: "zeta" },
    { version: "3.9.x" },
    { version: "3.8.x", channel: "alpha" },
    { channel: "release" },
    { channel: "alpha" },
    { channel: "beta" },
    {},
  ];

  test("the newer version first, then releases, then by channel; what has neither is last", () => {
    expect([...inOrder].reverse().sort(compareGroups)).toEqual(inOrder);
  });

  test("is total: each is equal to itself alone, and the other way round the other way round", () => {
    for (const [i, a] of inOrder.entries()) {
      for (const [j, b] of inOrder.entries()) expect(Math.sign(compareGroups(a, b))).toBe(Math.sign(i - j));
    }
  });
});
