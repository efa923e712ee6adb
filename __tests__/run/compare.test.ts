import { describe, expect, test } from "vitest";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import { PruneError } from "../../src/core/base/errors.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import { compare, expectedOf, type TagFinding } from "../../src/run/verify/compare.js";
import { digest, policy, snapshot, type SnapshotParts, tag } from "../support/snapshots.js";

/** 1.0.0 goes, 1.1.0 stays. */
const BEFORE = snapshot({ tags: { "1.0.0": "old", "1.1.0": "kept" } });
const PLAN = plan(BEFORE, policy({ keep: 1 }));

type OutcomeKind = DeletionOutcome["kind"];

function outcomeOf(kind: OutcomeKind, image: string): DeletionOutcome {
  const ofImage = { digest: digest(image), tags: [], parents: [], after: [], orphanOf: [] };
  const deletion = { kind: "manifest", ...ofImage } as const;
  if (kind === "failed") return { kind, deletion, error: new PruneError("it failed", "Try again.") };
  if (kind === "spared") return { kind, deletion, reason: { kind: "stopped" } };
  return { kind, deletion };
}

/** The findings about a repository with these tags and images, after a deletion of one image. */
function found(outcome: DeletionOutcome, after: SnapshotParts): readonly TagFinding[] {
  const { tags, manifests, missing } = snapshot(after);
  const state = { now: new Map(tags.map((each) => [each.tag, each])), manifests, missing };
  return [
    ...compare(expectedOf(BEFORE, PLAN, { deletions: [outcome], strays: new Map() }), state, () => true),
  ];
}

const LOST = { harm: { kind: "tag-lost", tag: "1.1.0", image: digest("kept") } };
const TAKEN = { harm: { kind: "image-lost", tag: "1.1.0", image: digest("kept") } };
const REMOVED = { note: { kind: "removed", tag: "1.1.0" } };

test.for([
  ["deleted", LOST],
  ["failed", LOST],
  ["gone", LOST],
  ["spared", REMOVED],
] as const)(
  "a kept tag is gone and its image is there, and a deletion by digest was %s",
  ([kind, finding]) => {
    const after = { tags: {}, created: { kept: null } };
    expect(found(outcomeOf(kind, "old"), after)).toContainEqual(finding);
  },
);

test.for([
  ["deleted", "kept", TAKEN],
  ["failed", "kept", TAKEN],
  ["gone", "kept", REMOVED],
  ["spared", "kept", REMOVED],
  ["deleted", "old", REMOVED],
] as const)(
  "a kept tag is gone with its image, and this run's deletion was %s, of the image %s",
  ([kind, image, finding]) => {
    expect(found(outcomeOf(kind, image), { tags: {}, missing: ["kept"] })).toContainEqual(finding);
  },
);

test("only the tags asked for are compared, and those that are new", () => {
  const state = {
    now: new Map([[tag("new"), { tag: tag("new") }]]),
    manifests: new Map(),
    missing: new Set([digest("kept")]),
  };
  const expected = expectedOf(BEFORE, PLAN, {
    deletions: [outcomeOf("deleted", "old")],
    strays: new Map(),
  });
  const isAsked = (name: string): boolean => name === "1.0.0";
  expect([...compare(expected, state, isAsked)]).toEqual([
    { note: { kind: "removed", tag: "1.0.0" } },
    { harm: { kind: "part-missing", tag: "new", missing: digest("old") } },
  ]);
});

describe("tags of one image are gone with it", () => {
  const both = snapshot({
    tags: { "1.0.0": "old", "1.1.0": "kept", stable: "kept", api: "other", "api-2": "other" },
    namedTags: ["1.1.0", "api", "api-2"],
  });
  const planned = plan(both, policy({ keep: 1 }));
  const deletions = [outcomeOf("deleted", "old")];
  const state = { now: new Map(), manifests: new Map(), missing: new Set([digest("kept")]) };
  const harms = (
    strays: ReadonlyMap<Tag, readonly Digest[]>,
    kinds: readonly DeletionOutcome[] = deletions,
  ) =>
    [...compare(expectedOf(both, planned, { deletions: kinds, strays }), state, () => true)].flatMap(
      ({ harm }) => harm ?? [],
    );

  test("only this run knows what it has just pushed: another may delete a version by its rank", () => {
    expect(harms(new Map()).map((harm) => harm.tag)).not.toContain("1.1.0");
  });

  test("a name that is no version was moved before its image went, be it just pushed or not", () => {
    const strays = new Map([[tag("api"), [digest("next"), digest("other")]]]);
    expect(harms(strays)).toEqual([{ kind: "image-lost", tag: "api", image: digest("other") }]);
  });

  test("a tag that was seen at what this run deleted is lost with it, and comes back where it was last", () => {
    const strays = new Map([[tag("1.1.0"), [digest("old"), digest("next")]]]);
    expect(harms(strays)).toEqual([{ kind: "image-lost", tag: "1.1.0", image: digest("next") }]);
  });

  test("a run that deletes nothing by digest takes nothing along", () => {
    const strays = new Map([[tag("api"), [digest("next")]]]);
    expect(harms(strays, [outcomeOf("spared", "old")])).toEqual([]);
  });
});

test.for([
  ["a version that it deletes too", "1.1.0", ["stable"]],
  ["nothing that it ranks", undefined, []],
] as const)("a name that is no version is gone with its image, at which is %s", ([, ranked, lost]) => {
  const tags = { "1.0.0": "old", "1.2.0": "new", stable: "kept", ...(ranked ? { [ranked]: "kept" } : {}) };
  const before = snapshot({ tags });
  const deletions = [outcomeOf("deleted", "old")];
  const expected = expectedOf(before, plan(before, policy({ keep: 1 })), { deletions, strays: new Map() });
  const state = { now: new Map(), manifests: new Map(), missing: new Set([digest("kept")]) };
  const found = [...compare(expected, state, (name) => name === "stable")];
  expect(found.flatMap(({ harm }) => harm?.tag ?? [])).toEqual(lost);
});

describe("a deletion of a tag alone takes no other tag along", () => {
  const alone: DeletionOutcome = {
    kind: "deleted",
    deletion: { kind: "tag", tags: [tag("1.0.0")], digest: digest("kept"), by: "delete", parents: [] },
  };

  test("whether the image is there or not", () => {
    expect(found(alone, { tags: {}, created: { kept: null } })).toContainEqual(REMOVED);
    expect(found(alone, { tags: {}, missing: ["kept"] })).toContainEqual(REMOVED);
  });
});

describe("a tag that is still listed", () => {
  const parts: SnapshotParts = {
    tags: { "1.0.0": "old", "1.1.0": "kept", "2.0.0": "index", nowhere: null },
    indexes: { index: ["child"] },
  };
  const before = snapshot(parts);
  const planned = plan(before, policy({ keep: 2 }));
  const whole: DeletionOutcome = {
    kind: "deleted",
    deletion: {
      kind: "manifest",
      digest: digest("old"),
      tags: [tag("1.0.0")],
      parents: [],
      after: [],
      orphanOf: [],
    },
  };
  const spared: DeletionOutcome = { ...whole, kind: "spared", reason: { kind: "stopped" } };
  const mark = { kind: "index", children: [], isUntagMark: true } as const;

  /** The finding about one tag after this outcome. */
  function about(name: string, outcome: DeletionOutcome, after: SnapshotParts): TagFinding | undefined {
    const { tags, manifests, missing } = snapshot(after);
    const state = {
      now: new Map(tags.map((each) => [each.tag, each])),
      manifests: new Map(manifests).set(digest("mark"), mark),
      missing,
    };
    const expected = expectedOf(before, planned, { deletions: [outcome], strays: new Map() });
    return [...compare(expected, state, (asked) => asked === name)][0];
  }

  const harmed = (name: string, missing: string): TagFinding => ({
    harm: { kind: "part-missing", tag: tag(name), missing: digest(missing) },
  });
  const moved = (name: string, to: string): TagFinding => ({
    note: { kind: "moved", tag: tag(name), to: digest(to) },
  });
  const noted = (kind: "half-untagged" | "dangling" | "still-there", name: string): TagFinding => ({
    note: { kind, tag: tag(name) },
  });
  const at = (tags: SnapshotParts["tags"], more: Partial<SnapshotParts> = {}): SnapshotParts => ({
    indexes: parts.indexes ?? {},
    ...more,
    tags,
  });

  test.each<[string, string, SnapshotParts, TagFinding]>([
    ["stays and is whole", "2.0.0", at({ "2.0.0": "index" }), {}],
    ["stays and dangled before", "nowhere", at({ nowhere: null }), {}],
    ["stays, dangled before, and was pushed", "nowhere", at({ nowhere: "new" }), {}],
    ["stays and points nowhere now", "1.1.0", at({ "1.1.0": null }), harmed("1.1.0", "kept")],
    [
      "stays and lacks a part",
      "2.0.0",
      at({ "2.0.0": "index" }, { missing: ["child"] }),
      harmed("2.0.0", "child"),
    ],
    ["stays and was moved", "1.1.0", at({ "1.1.0": "new" }), moved("1.1.0", "new")],
    [
      "stays and was moved to what never had all its parts",
      "1.1.0",
      at({ "1.1.0": "new" }, { indexes: { new: ["never"] }, missing: ["never"] }),
      moved("1.1.0", "new"),
    ],
    [
      "stays and was moved to what lacks a part that this run deleted",
      "1.1.0",
      at({ "1.1.0": "new" }, { indexes: { new: ["old"] }, missing: ["old"] }),
      harmed("1.1.0", "old"),
    ],
    [
      "stays and has an empty index over it",
      "1.1.0",
      at({ "1.1.0": "mark" }),
      noted("half-untagged", "1.1.0"),
    ],
    ["goes and is there", "1.0.0", at({ "1.0.0": "old" }), noted("still-there", "1.0.0")],
    ["goes and points nowhere", "1.0.0", at({ "1.0.0": null }), noted("dangling", "1.0.0")],
    ["goes and was moved", "1.0.0", at({ "1.0.0": "new" }), moved("1.0.0", "new")],
    [
      "goes and has an empty index over it",
      "1.0.0",
      at({ "1.0.0": "mark" }),
      noted("half-untagged", "1.0.0"),
    ],
    [
      "goes and was moved to what lacks a part that was there",
      "1.0.0",
      at({ "1.0.0": "new" }, { indexes: { new: ["kept"] }, missing: ["kept"] }),
      harmed("1.0.0", "kept"),
    ],
    [
      "goes and was moved to what never had all its parts",
      "1.0.0",
      at({ "1.0.0": "new" }, { indexes: { new: ["never"] }, missing: ["never"] }),
      moved("1.0.0", "new"),
    ],
  ])("%s", (...[, name, after, wanted]) => expect(about(name, whole, after)).toEqual(wanted));

  test("and was left alone is nothing to tell", () => {
    expect(about("1.0.0", spared, at({ "1.0.0": "old" }))).toEqual({});
  });

  test("or is gone, was this run's to delete where it was tried", () => {
    const untagged: DeletionOutcome = { ...spared, untagged: [tag("1.0.0")] };
    const others: DeletionOutcome = { ...spared, untagged: [tag("9.9.9")] };
    const deleted: TagFinding = { deleted: tag("1.0.0") };
    const removed: TagFinding = { note: { kind: "removed", tag: tag("1.0.0") } };
    expect([whole, untagged, spared, others].map((outcome) => about("1.0.0", outcome, at({})))).toEqual([
      deleted,
      deleted,
      removed,
      removed,
    ]);
  });
});

test("a part that this run deleted is missing, were it never seen in an image before", () => {
  const after = {
    tags: { "1.0.0": "index", "1.1.0": "kept" },
    indexes: { index: ["part"] },
    missing: ["part"],
  };
  const harm = { kind: "part-missing", tag: "1.0.0", missing: digest("part") };
  expect(found(outcomeOf("deleted", "part"), after)).toContainEqual({ harm });
  expect(found(outcomeOf("deleted", "old"), after)).not.toContainEqual({ harm });
});

describe("a tag that was pushed meanwhile", () => {
  const expected = expectedOf(BEFORE, PLAN, {
    deletions: [outcomeOf("deleted", "old")],
    strays: new Map([[tag("new"), [digest("old")]]]),
  });
  const state = (names: readonly string[]) => ({
    now: new Map(names.map((name) => [tag(name), { tag: tag(name), digest: digest("kept") }])),
    manifests: new Map([[digest("kept"), { kind: "image" } as const]]),
    missing: new Set<Digest>(),
  });
  const told = (names: readonly string[], asked: string): readonly TagFinding[] => [
    ...compare(expected, state(names), (name) => name === asked),
  ];

  test("and was seen at what this run deleted is lost where it is gone, if it is asked for", () => {
    expect(told([], "new")).toEqual([{ harm: { kind: "image-lost", tag: "new", image: digest("old") } }]);
    expect(told(["new"], "new")).toEqual([]);
    expect(told([], "another")).toEqual([]);
  });
});
