import { describe, expect, test } from "vitest";
import { UnsureError } from "../../src/core/base/errors.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import { type RegistryErrorKind, type Registry } from "../../src/registry/port/registry.js";
import { giveUpAfter } from "../../src/run/apply/circuit-breaker.js";
import { goesWhole } from "../../src/run/apply/one-whole.js";
import type { Applying } from "../../src/run/apply/options.js";
import {
  imageDeletion,
  madeUpRegistry,
  noProgress,
  refusal,
  REPOSITORY,
} from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

const FIRST = imageDeletion("first", "1.0.0", "1.0");
const SECOND = imageDeletion("second", "1.0.1");

/** Whether one image is seen to go whole, where deletions end so, one after the other. */
function stage(outcomes: readonly (DeletionOutcome | undefined)[], otherwise: Partial<Registry> = {}) {
  const made = madeUpRegistry({ "1.0.0": "first", "1.0": "first", "1.0.1": "second" }, otherwise);
  const progress = noProgress();
  const left = [...outcomes];
  const next = (): Promise<void> => {
    const outcome = left.shift();
    if (outcome !== undefined) progress.outcomes.set(outcome.deletion, outcome);
    return Promise.resolve();
  };
  const pending = {
    get count() {
      return left.length;
    },
  };
  const limits = { deletions: 100, freshFor: 30_000, untagFrom: 200 };
  const options = { registry: made.registry, repository: REPOSITORY, limits } as unknown as Applying;
  return { ...made, left, goes: () => goesWhole(options, { pending, progress, next }) };
}

const deleted = (deletion: Deletion): DeletionOutcome => ({ kind: "deleted", deletion });
const spared = (deletion: Deletion): DeletionOutcome => ({
  kind: "spared",
  deletion,
  reason: { kind: "tags-moved" },
});

describe("before others lose their tags", () => {
  test("one image is seen to be gone, and tags of it that are left are deleted", async () => {
    const { goes, images, tags, left, asked } = stage([deleted(FIRST), deleted(SECOND)]);
    images.delete(digest("first"));
    tags.set(tag("1.0"), digest("somebody else's"));
    expect([await goes(), left.length]).toEqual([true, 1]);
    expect(asked.filter((line) => line.startsWith("delete "))).toEqual(["delete 1.0.0"]);
  });

  test("one that was said to be deleted and is there shows that none goes whole", async () => {
    const { goes, asked } = stage([deleted(FIRST), deleted(SECOND)]);
    expect(await goes()).toBe(false);
    expect(asked).toEqual([`read ${digest("first")}`]);
  });

  test("a tag of it that can't be deleted ends the run", async () => {
    const { goes, images } = stage([deleted(FIRST)], {
      deleteTag: () => Promise.reject(refusal("forbidden")),
    });
    images.delete(digest("first"));
    await expect(goes()).rejects.toMatchObject({ kind: "forbidden" });
  });

  test.each<[string, DeletionOutcome]>([
    ["was spared", spared(FIRST)],
    ["was gone before, by somebody else", { kind: "gone", deletion: FIRST }],
    ["has no tag", deleted(imageDeletion("part"))],
    ["is a tag alone", deleted({ kind: "tag", tags: [tag("1.0")], by: "delete", parents: [] })],
    ["belongs to another one", deleted({ ...FIRST, parents: [digest("index")] })],
    ["has lost its subject", deleted({ ...FIRST, orphanOf: [digest("subject")] })],
  ])("one that %s shows nothing: the next one does", async (_, outcome) => {
    const { goes, images } = stage([outcome, deleted(SECOND)]);
    images.delete(digest("second"));
    expect(await goes()).toBe(true);
    const { goes: none } = stage([outcome]);
    expect(await none()).toBe(false);
  });

  test.each<[string, readonly (DeletionOutcome | undefined)[]]>([
    ["that failed", [{ kind: "failed", deletion: FIRST, error: refusal("failed-at") }, deleted(SECOND)]],
    ["that did not come to its turn", [undefined, deleted(SECOND)]],
    ["that did not come to its turn, behind another", [spared(FIRST), undefined, deleted(SECOND)]],
  ])("no other is tried behind one %s", async (_, outcomes) => {
    const { goes, images, left } = stage(outcomes);
    images.delete(digest("second"));
    expect([await goes(), left.length]).toEqual([false, 1]);
  });
});

describe("a run", () => {
  const after = (...kinds: readonly (RegistryErrorKind | undefined)[]) => {
    const failures = { inARow: 0 };
    return kinds.map((kind) =>
      giveUpAfter(kind === undefined ? undefined : refusal(kind), failures, "team/app"),
    );
  };

  test("ends with the error of a registry that does no more in this hour", () => {
    expect(after("rate-limited")).toMatchObject([{ kind: "rate-limited" }]);
  });

  test.each<RegistryErrorKind>(["unauthorized", "forbidden"])(
    "ends where deletions are refused: %s",
    (kind) => {
      const [end] = after(kind);
      expect(end).toBeInstanceOf(UnsureError);
      expect(end?.message).toContain("refuses to delete, as it would every other");
    },
  );

  test("ends with the third failure in a row, and no other counts", () => {
    const [, , third] = after("failed-at", "still-there", "unproven");
    expect(third?.message).toContain("fails to delete");
    expect(after("failed-at", "failed-at", undefined, "failed-at", "failed-at")).not.toContainEqual(
      expect.anything(),
    );
  });

  test.each<RegistryErrorKind>(["not-deletable", "paused"])(
    "goes on where one image is kept, or is to wait (%s), which no failure is",
    (kind) => {
      expect(after(kind, kind, kind, kind)).not.toContainEqual(expect.anything());
      // It says nothing of the failures before.
      expect(after("failed-at", "failed-at", kind, "failed-at").at(-1)).toBeInstanceOf(UnsureError);
    },
  );
});
