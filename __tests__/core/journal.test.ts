import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  journalKey,
  type JournaledRepository,
  type JournalRecord,
  readRecords,
} from "../../src/core/journal/journal.js";
import type { Deletion, TagDeletion, ManifestDeletion } from "../../src/core/plan/deletion.js";
import { propertyRuns } from "../support/property-runs.js";
import { digest, tag } from "../support/snapshots.js";

const REPOSITORY = "registry.test/team/app";
const A = digest("a");
const B = digest("b");

function image(name: string, ...tags: readonly string[]): ManifestDeletion {
  const none = { parents: [], after: [], orphanOf: [] };
  return { kind: "manifest", digest: digest(name), tags: tags.map(tag), ...none };
}

function untag(name: string, pointsAt?: string): TagDeletion {
  const points = pointsAt === undefined ? {} : { digest: digest(pointsAt) };
  return { kind: "tag", parents: [], tags: [tag(name)], by: "delete", ...points };
}

const RUN: JournalRecord = { kind: "run", schema: 1, tool: "test", created: "2026-11-21T09:30:00.000Z" };
const planned = (deletion: Deletion, repository = REPOSITORY): JournalRecord => ({
  kind: "deletion",
  repository,
  deletion,
});
type Ending = Extract<JournalRecord, { readonly kind: "outcome" }>["outcome"];
const ended = (deletion: Deletion, outcome: Ending): JournalRecord => ({
  kind: "outcome",
  repository: REPOSITORY,
  of: journalKey(deletion),
  outcome,
});
const bytes = (name: string, body: string): JournalRecord => ({
  kind: "manifest",
  repository: REPOSITORY,
  digest: digest(name),
  mediaType: "application/json",
  body,
});

function read(...records: readonly JournalRecord[]): JournaledRepository {
  const found = readRecords(records).get(REPOSITORY);
  if (found === undefined) throw new Error("the repository is not in it");
  return found;
}

describe("leftovers", () => {
  const a = image("a", "1.0.0");
  const b = image("b");
  test.each<[string, readonly JournalRecord[], readonly string[]]>([
    ["deleted: none", [planned(a), ended(a, "deleted")], []],
    ["deleted by somebody else: none", [planned(a), ended(a, "gone")], []],
    ["spared: none", [planned(a), ended(a, "spared")], []],
    ["failed: one", [planned(a), ended(a, "failed")], [A]],
    ["nothing written: one", [planned(a)], [A]],
    ["each by itself", [planned(a), planned(b), ended(a, "deleted")], [B]],
    [
      "failed, and deleted in a later run",
      [planned(a), ended(a, "failed"), RUN, planned(a), ended(a, "deleted")],
      [],
    ],
    [
      "deleted, pushed again, and cut off in a later run",
      [planned(a), ended(a, "deleted"), RUN, planned(a)],
      [A],
    ],
    ["cut off, and spared in a later run", [planned(a), RUN, planned(a), ended(a, "spared")], []],
    ["a tag by itself is no manifest", [planned(untag("latest", "a"))], []],
    [
      "a tag's outcome is not its image's",
      [planned(a), planned(untag("x", "a")), ended(untag("x"), "deleted")],
      [A],
    ],
    ["an outcome of what was never planned", [ended(a, "deleted")], []],
  ])("%s", (_, records, leftovers) => {
    expect([...read(RUN, ...records).leftovers]).toEqual(leftovers);
  });
});

describe("what is known of a repository", () => {
  test("deletions in their order, each once: a later run's come last, as it wrote them", () => {
    const again = image("a", "1.0.0", "1.0");
    const found = read(
      planned(image("a", "1.0.0")),
      planned(image("b")),
      planned(untag("x")),
      RUN,
      planned(again),
    );
    expect(found.deletions).toEqual([image("b"), untag("x"), again]);
  });

  test("the tags of what was to be deleted, and of what was lost", () => {
    const found = read(
      planned(image("a", "1.0.0", "1.0")),
      planned(untag("latest", "b")),
      planned(untag("dangling")),
      { kind: "lost", repository: REPOSITORY, tag: tag("stable"), digest: B },
    );
    expect([...found.tags]).toEqual([
      ["1.0.0", A],
      ["1.0", A],
      ["latest", B],
      ["stable", B],
    ]);
  });

  test("a lost tag stood where it was lost, whatever was planned for it", () => {
    const lost = { kind: "lost", repository: REPOSITORY, tag: tag("1.0.0"), digest: B } as const;
    expect([...read(lost, planned(image("a", "1.0.0"))).tags]).toEqual([["1.0.0", B]]);
  });

  test("manifests by their digest", () => {
    expect([...read(bytes("a", "e30="), bytes("b", "W10=")).manifests]).toEqual([
      [A, { mediaType: "application/json", body: "e30=" }],
      [B, { mediaType: "application/json", body: "W10=" }],
    ]);
  });

  test("repositories don't mix", () => {
    const found = readRecords([
      planned(image("a")),
      planned(image("b"), "other.test/team/app"),
      ended(image("b"), "deleted"),
    ]);
    expect([...found].map(([name, { leftovers }]) => [name, [...leftovers]])).toEqual([
      [REPOSITORY, [A]],
      ["other.test/team/app", [B]],
    ]);
  });

  test("runs alone name no repository", () => expect(readRecords([RUN, RUN])).toEqual(new Map()));
});

describe("for any records", () => {
  const names = fc.constantFrom("a", "b", "c");
  const deletions = fc.oneof(
    names.map((name) => image(name, `${name}-1`)),
    names.map((name) => untag(name, name)),
  );
  const endings = fc.constantFrom<Ending>("deleted", "gone", "failed", "spared");
  const records = fc.array(
    fc.oneof(
      fc.constant(RUN),
      deletions.map((deletion) => planned(deletion)),
      fc.tuple(deletions, endings).map(([deletion, ending]) => ended(deletion, ending)),
      names.map((name) => bytes(name, "e30=")),
    ),
  );
  const at = (all: readonly JournalRecord[]): JournaledRepository | undefined =>
    readRecords(all).get(REPOSITORY);

  test("what is planned last, and has no end after that, is a leftover", () => {
    fc.assert(
      fc.property(records, names, (before, name) => {
        expect(at([...before, planned(image(name))])?.leftovers).toContain(digest(name));
      }),
      { numRuns: propertyRuns() },
    );
  });

  test("leftovers are among the deletions, and each deletion is known once", () => {
    fc.assert(
      fc.property(records, (all) => {
        const found = at(all);
        const keys = found?.deletions.map(journalKey) ?? [];
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toEqual(expect.arrayContaining([...(found?.leftovers ?? [])]));
      }),
      { numRuns: propertyRuns() },
    );
  });
});

test("what was left alone is nothing to put back, unless a later run deletes it", () => {
  const a = image("a", "1.0.0");
  const spared = read(planned(a), ended(a, "spared"));
  expect([spared.deletions, spared.tags]).toEqual([[], new Map()]);
  const later = read(planned(a), ended(a, "spared"), planned(a), ended(a, "deleted"));
  expect([later.deletions, later.tags]).toEqual([[a], new Map([["1.0.0", A]])]);
});
