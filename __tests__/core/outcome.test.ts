import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { plan } from "../../src/core/plan/make-plan.js";
import { type DeletionOutcome, isLeftUntagged, strandedIn } from "../../src/core/plan/outcome.js";
import { goingTags, stayingImages, stayingTags } from "../../src/core/plan/plan-tags.js";
import { questionsOf } from "../../src/core/plan/questions.js";
import { digest, nameOf, policy, snapshot, tag } from "../support/snapshots.js";

type How = "deleted" | "gone" | "failed" | "stopped" | "time-limit" | "tags-moved";

/** What became of the deletion of an image that belongs to these. */
function outcome(how: How, image: string, ...parents: readonly string[]): DeletionOutcome {
  const own = { digest: digest(image), tags: [], parents: parents.map(digest), after: [], orphanOf: [] };
  return { deletion: { kind: "manifest", ...own }, ...endOf(how) };
}

function endOf(how: How) {
  if (how === "deleted" || how === "gone") return { kind: how } as const;
  if (how === "failed") return { kind: how, error: new PruneError("it failed", "Try again.") } as const;
  return { kind: "spared", reason: { kind: how } } as const;
}

describe("what is there, and belongs to something that is gone", () => {
  const stranded = (...outcomes: readonly DeletionOutcome[]): readonly string[] =>
    strandedIn(outcomes).map(({ deletion }) => nameOf(deletion.digest));

  test.each<[How, How, boolean]>([
    ["deleted", "failed", true],
    ["deleted", "stopped", true],
    ["deleted", "time-limit", true],
    ["gone", "failed", true],
    // It was left alone for a reason of its own, which the next run finds too.
    ["deleted", "tags-moved", false],
    ["deleted", "deleted", false],
    ["deleted", "gone", false],
    ["failed", "failed", false],
    ["stopped", "stopped", false],
  ])("its parent was %s and it %s: %s", (parent, child, is) => {
    const outcomes = [outcome(parent, "index"), outcome(child, "child", "other", "index")];
    expect(stranded(...outcomes)).toEqual(is ? ["child"] : []);
  });

  test("is no image that belongs to nothing, or to what stays", () => {
    expect(
      stranded(outcome("deleted", "index"), outcome("failed", "a"), outcome("failed", "b", "c")),
    ).toEqual([]);
  });

  test("is no tag, and nothing belongs to one", () => {
    const alone = { kind: "tag", tags: [tag("1.0.0")], digest: digest("index"), by: "delete" } as const;
    const untag = { kind: "deleted", deletion: { ...alone, parents: [] } } as const;
    expect(stranded(untag, outcome("failed", "child", "index"))).toEqual([]);
    const failed = { ...endOf("stopped"), deletion: { ...alone, parents: [digest("image")] } };
    expect(stranded(outcome("deleted", "image"), failed)).toEqual([]);
  });
});

test.each<[How, boolean]>([
  ["failed", true],
  ["stopped", true],
  ["time-limit", true],
  ["tags-moved", false],
  ["deleted", false],
  ["gone", false],
])("an image whose tags went first and whose deletion was %s is left without a tag: %s", (how, is) => {
  expect(isLeftUntagged({ ...outcome(how, "image"), untagged: [tag("1.0.0")] })).toBe(is);
  expect(isLeftUntagged(outcome(how, "image"))).toBe(false);
});

describe("a plan", () => {
  const parts = {
    tags: { "1.0.0": "same", "1.1.0": "old", "2.0.0": "new", stable: "same", edge: "new" },
    untags: "yes",
  } as const;
  const made = plan(snapshot(parts), policy({ keep: 1 }));

  test("has tags that go, with their image or without, and tags that stay", () => {
    expect([...goingTags(made)].sort()).toEqual(["1.0.0", "1.1.0"]);
    expect([...stayingTags(made)].sort()).toEqual(["2.0.0", "edge", "stable"]);
  });

  test("has images that stay though a tag of theirs goes, each once", () => {
    expect(stayingImages(made).map(nameOf)).toEqual(["same"]);
    expect(stayingImages(made, [tag("1.1.0")])).toEqual([]);
    const two = { ...parts, tags: { ...parts.tags, "1.0.1": "same" } };
    const more = plan(snapshot(two), policy({ keep: 1 }));
    expect(stayingImages(more).map(nameOf)).toEqual(["same"]);
    expect(stayingImages(more, [tag("1.0.1")]).map(nameOf)).toEqual(["same"]);
  });
});

describe("whether a registry can delete a tag alone", () => {
  const shared = { tags: { "1.0.0": "same", "2.0.0": "new", stable: "same" } };
  const dangling = { tags: { "1.0.0": "old", "2.0.0": "new", nowhere: null } };
  const asked = (parts: Parameters<typeof snapshot>[0], settings: Parameters<typeof policy>[0]): boolean => {
    const [before, chosen] = [snapshot(parts), policy({ keep: 1, ...settings })];
    return questionsOf(plan(before, chosen), before, chosen).untags;
  };

  test.each([
    ["a tag stays for another's sake", shared, {}, true],
    ["it must not", shared, { untag: "never" }, false],
    ["a tag dangles, and is to go", dangling, { dangling: "delete" }, true],
    ["a tag dangles, and is only told of", dangling, {}, false],
    [
      "no tag dangles, and such would go",
      { tags: { "1.0.0": "a", "2.0.0": "b" } },
      { dangling: "delete" },
      false,
    ],
  ] as const)("is asked where %s: %s", (...[, parts, settings, is]) =>
    expect(asked(parts, settings)).toBe(is),
  );
});
