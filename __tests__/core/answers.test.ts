import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import { unprovenOf } from "../../src/core/result/answers.js";
import { deletes, keeps, manifestDeletion, tagDeletion, untags } from "../report/plans.js";
import { tag } from "../support/snapshots.js";

const error = new PruneError("it said 500", "Run again.");
const image = manifestDeletion("1.0.0", ["1.0.0", "v1.0.0"]);
const untagged = [tag("1.0.0")];
const stopped = { kind: "spared", reason: { kind: "stopped" } } as const;

describe("what the answers say of 1.0.0 and v1.0.0, which are one image, and of 1.1.0-rc.1, which is a name alone", () => {
  test.for<[string, DeletionOutcome, { unanswered?: string; moved?: string }, string[], string[]]>([
    ["deleted", { kind: "deleted", deletion: image }, {}, ["v1.0.0", "1.0.0"], ["v1.0.0", "1.0.0"]],
    ["gone", { kind: "gone", deletion: image }, {}, ["v1.0.0", "1.0.0"], ["v1.0.0", "1.0.0"]],
    ["failed", { kind: "failed", deletion: image, error }, {}, [], ["v1.0.0", "1.0.0"]],
    ["refused", { kind: "failed", deletion: image, error, isUndone: true }, {}, [], []],
    [
      "untagged, and refused",
      { kind: "failed", deletion: image, error, isUndone: true, untagged },
      {},
      ["1.0.0"],
      ["1.0.0"],
    ],
    ["left alone", { ...stopped, deletion: image }, {}, [], []],
    ["deleted, one moved", { kind: "deleted", deletion: image }, { moved: "1.0.0" }, ["v1.0.0"], ["v1.0.0"]],
    ["failed, one moved", { kind: "failed", deletion: image, error }, { moved: "v1.0.0" }, [], ["1.0.0"]],
    ["untagged and left", { ...stopped, deletion: image, untagged }, {}, ["1.0.0"], ["1.0.0"]],
    [
      "untagged without an answer, left",
      { ...stopped, deletion: image, untagged },
      { unanswered: "1.0.0" },
      [],
      ["1.0.0"],
    ],
    ["untagged, then moved", { ...stopped, deletion: image, untagged }, { moved: "1.0.0" }, [], []],
    [
      "untagged, and failed",
      { kind: "failed", deletion: image, error, untagged },
      {},
      ["1.0.0"],
      ["v1.0.0", "1.0.0"],
    ],
    [
      "untagged without an answer, then deleted",
      { kind: "deleted", deletion: image, untagged },
      { unanswered: "1.0.0" },
      ["v1.0.0", "1.0.0"],
      ["v1.0.0", "1.0.0"],
    ],
    [
      "a name deleted",
      { kind: "deleted", deletion: tagDeletion("1.1.0-rc.1", "1.1.0") },
      {},
      ["1.1.0-rc.1"],
      ["1.1.0-rc.1"],
    ],
  ])("%s", ([, outcome, { unanswered, moved }, deleted, unproven]) => {
    const verdicts = [keeps("1.1.0"), untags("1.1.0-rc.1", "1.1.0"), deletes("v1.0.0"), deletes("1.0.0")];
    const set = (name: string | undefined): ReadonlySet<ReturnType<typeof tag>> =>
      new Set(name === undefined ? [] : [tag(name)]);
    const answers = { deletions: [outcome], unanswered: set(unanswered), moved: set(moved) };
    expect(unprovenOf({ verdicts }, answers)).toEqual({ deleted, unproven });
  });
});
