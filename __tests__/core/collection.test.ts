import { describe, expect, test } from "vitest";
import {
  bareLine,
  freedBy,
  hasNoCollection,
  isEmptyRegistry,
  isSilent,
  notCollected,
  type Prospect,
  readCollection,
  collectionSkipReason,
} from "../../src/core/result/collection.js";
import { finding, isReady } from "../../src/core/result/finding.js";
import { digest } from "../support/snapshots.js";

const [a, b, c] = [digest("a"), digest("b"), digest("c")];

function read(text: string) {
  const reading = readCollection();
  for (const line of text.split("\n")) reading.line(line);
  return reading.report();
}

describe("what a collection prints", () => {
  test("by 2.8: repositories, what it marks, a count, and what goes", () => {
    const text = `team/app
team/app: marking manifest ${a} 
team/app: marking blob ${b}

team/gone

2 blobs marked, 1 blobs and 0 manifests eligible for deletion
blob eligible for deletion: ${c}
`;
    expect(read(text)).toEqual({ repositories: ["team/app", "team/gone"], blobs: [c], isWhole: true });
  });

  test("by 3.x: layer links besides", () => {
    const text = `team/app
team/app: marking manifest ${a}
team/app: marking configuration ${b}

2 blobs marked, 1 blobs and 0 manifests eligible for deletion
blob eligible for deletion: ${c}
team/app: layer link eligible for deletion: ${c}
`;
    expect(read(text)).toEqual({ repositories: ["team/app"], blobs: [c], isWhole: true });
  });

  test("by 2.4 to 2.6: a count without manifests", () => {
    const text = `team/app
team/app: marking manifest ${a} 
team/app: marking configuration ${b}

2 blobs marked, 1 blobs eligible for deletion
blob eligible for deletion: ${c}
`;
    const report = read(text);
    expect(report).toEqual({ repositories: ["team/app"], blobs: [c], isWhole: true, isOld: true });
    expect([isSilent(report), isSilent(read("")), isSilent(read("team/app"))]).toEqual([false, true, false]);
  });

  test.each([
    ["Error: unknown flag: --dry-run\nUsage:\n  registry <config> [flags]", true],
    ["configuration error: open garbage-collect: no such file or directory", true],
    ["failed to garbage collect: failed to mark: unknown", false],
  ])("by 2.1 and 2.3, which have none: %s", (text, hasNone) => {
    expect(hasNoCollection(text)).toBe(hasNone);
  });

  test("among a script's own lines, which are no repositories", () => {
    const text = `Stopping the registry …
team/app: marking manifest ${a}
1 blobs marked, 0 blobs and 0 manifests eligible for deletion
Active: active (running)`;
    expect(read(text)).toEqual({ repositories: ["team/app"], blobs: [], isWhole: true });
  });

  test.each([
    ["nothing", ""],
    ["no count", `team/app: marking manifest ${a}`],
    ["half a count", "2 blobs marked, 1 blobs"],
  ])("with %s is not whole", (_, text) => expect(read(text).isWhole).toBe(false));

  test("says why it failed, in its last words", () => {
    const text = `team/app
failed to construct app driver: no such file
failed to garbage collect: failed to mark: filesystem: invalid checksum digest format`;
    expect(read(text)).toMatchObject({
      isWhole: false,
      failure: "failed to garbage collect: failed to mark: filesystem: invalid checksum digest format",
    });
    expect(read("it failed to garbage collect: x")).not.toHaveProperty("failure");
  });

  test("names no blob that has no digest", () => {
    expect(read("blob eligible for deletion: sha256:abc").blobs).toEqual([]);
  });
});

test.each([
  // Measured: 2.8.2 and 3.1.1.
  [
    "failed to garbage collect: failed to mark: filesystem: Path not found: /docker/registry/v2/repositories",
    true,
  ],
  [
    "failed to garbage collect: failed to mark: s3aws: Path not found: /docker/registry/v2/repositories",
    true,
  ],
  [
    "failed to garbage collect: failed to mark: filesystem: Path not found: /docker/registry/v2/repositories/a/_layers",
    false,
  ],
  ["failed to garbage collect: failed to mark: invalid checksum digest format", false],
  ["", false],
])("%j: nothing was ever pushed is %s", (text, wanted) => expect(isEmptyRegistry(text)).toBe(wanted));

test("a collection that did not go through what was pruned is told by name", () => {
  const report = { repositories: ["team/app"], blobs: [], isWhole: true };
  expect(notCollected(report, ["team/app"])).toEqual([]);
  expect(notCollected(report, ["team/app", "team/other"])).toEqual(["team/other"]);
});

describe("whether a registry is worth a stop", () => {
  const prospect: Prospect = {
    isEmpty: false,
    isDryRun: false,
    isToldToStop: false,
    hasSweep: false,
    blobs: 3,
    bytes: 100,
  };

  test.each<[string, Partial<Prospect>, string | undefined]>([
    ["garbage", {}, undefined],
    ["a dry run", { isDryRun: true, hasSweep: true }, "dry-run"],
    ["told to stop", { isToldToStop: true, hasSweep: true }, "told-to-stop"],
    ["nothing was ever pushed", { isEmpty: true, blobs: 0 }, "empty-registry"],
    ["no garbage", { blobs: 0, bytes: 0 }, "no-garbage"],
    ["no garbage, and something to sweep", { blobs: 0, bytes: 0, hasSweep: true }, undefined],
    ["less than the minimum", { minimum: 101 }, "below-minimum"],
    ["the minimum", { minimum: 100 }, undefined],
    ["less than the minimum, and something to sweep", { minimum: 101, hasSweep: true }, undefined],
  ])("%s", (_, changed, wanted) =>
    expect(collectionSkipReason({ ...prospect, ...changed })?.kind).toBe(wanted),
  );

  test("garbage of unknown size is: the disk may be full", () => {
    const { isEmpty, isDryRun, isToldToStop, hasSweep, blobs } = prospect;
    const unknown = { isEmpty, isDryRun, isToldToStop, hasSweep, blobs };
    expect(collectionSkipReason({ ...unknown, minimum: 1e12 })).toBeUndefined();
  });
});

describe("a line of a collection, with what whoever handed it on wrote around it", () => {
  test.each([
    ["team/app", "team/app"],
    ["  team/app \r", "team/app"],
    ["registry-1  | team/app", "team/app"],
    ["registry-1  | 2026-01-30T09:15:00.123Z team/app", "team/app"],
    ["2026-01-30T09:15:00.123456789+02:00 team/app", "team/app"],
    ["[2026-01-30 09:15:00,123] team/app", "team/app"],
    ["09:15:00 team/app", "team/app"],
    ["[09:15:00.123] team/app", "team/app"],
    ["Jan  3 09:15:00 team/app", "team/app"],
    ["Jan 30 09:15:00 host registry[17]: team/app", "team/app"],
    ["\u001b[36mregistry-1 | \u001b[0mteam/app", "team/app"],
    ["\u001b[1;31mteam/\u001b[0mapp\u001b[m", "team/app"],
    ["team/app: \u001b[33m ", "team/app:"],
    [`${"a | ".repeat(8)}team/app`, "team/app"],
    [`${"a | ".repeat(9)}team/app`, "a | team/app"],
    ["2 blobs marked", "2 blobs marked"],
  ])("%j is %j", (text, bare) => expect(bareLine(text)).toBe(bare));
});

test.each([
  // What the file system says counts before the sizes of blobs, which may be those of some.
  [7, { bytes: 3, isWhole: true }, { freed: { bytes: 7, by: "file-system", isLeast: false } }],
  [0, { bytes: 3, isWhole: true }, { freed: { bytes: 3, by: "blob-sizes", isLeast: false } }],
  [0, { bytes: 3, isWhole: false }, { freed: { bytes: 3, by: "blob-sizes", isLeast: true } }],
  [-5, { bytes: 3, isWhole: true }, { freed: { bytes: 3, by: "blob-sizes", isLeast: false } }],
  [0, { bytes: 0, isWhole: true }, { freed: { bytes: 0, by: "blob-sizes", isLeast: false } }],
  [0, { bytes: 0, isWhole: false }, {}],
])("free space that grew by %i, and blobs of %j, freed %j", (grown, blobs, freed) =>
  expect(freedBy(grown, blobs)).toEqual(freed),
);

test("a finding is on one line, and a problem alone keeps a prune from its work", () => {
  const found = finding("warning", "deletes", { message: "a\r\n\tb\u2028c d", fix: "x\ny" });
  expect(found).toEqual({ kind: "warning", check: "deletes", message: "a b c d", fix: "x\ny" });
  const plain = finding("problem", "deletes", { message: "a" });
  expect(plain).not.toHaveProperty("fix");
  expect([[], [found], [found, plain], [plain, found]].map(isReady)).toEqual([true, true, false, false]);
});
