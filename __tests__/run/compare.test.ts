import { expect, test } from "vitest";
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
  return [...compare(expectedOf(BEFORE, PLAN, [outcome]), state, () => true)];
}

const LOST = { harm: { kind: "tag-lost", tag: "1.1.0", image: digest("kept") } };
const MISSING = { harm: { kind: "part-missing", tag: "1.1.0", missing: digest("kept") } };
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
  ["deleted", "kept", MISSING],
  ["failed", "kept", MISSING],
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
  const expected = expectedOf(BEFORE, PLAN, [outcomeOf("deleted", "old")]);
  const isAsked = (name: string): boolean => name === "1.0.0";
  expect([...compare(expected, state, isAsked)]).toEqual([
    { note: { kind: "removed", tag: "1.0.0" } },
    { harm: { kind: "part-missing", tag: "new", missing: digest("old") } },
  ]);
});
