import { describe, expect, test } from "vitest";
import type { Untags } from "../../src/core/image/graph.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import type { Registry } from "../../src/registry/port/registry.js";
import { TagsOfDeleted } from "../../src/run/sending/tags-of-deleted.js";
import {
  imageDeletion,
  madeUpRegistry,
  noProgress,
  refusal,
  REPOSITORY,
} from "../support/made-up-registry.js";
import { digest, tag } from "../support/snapshots.js";

const DELETION = imageDeletion("old", "1.0.0", "stable");
const NEXT = imageDeletion("next", "1.0.1");
const terms = { until: Infinity };

interface Scene extends Partial<Registry> {
  readonly says?: "go" | "unseen";
  readonly untagging?: Untags;
}

async function stage({ says = "unseen", untagging = "yes", ...otherwise }: Scene = {}) {
  const made = madeUpRegistry(
    { "1.0.0": "old", stable: "old", "1.0.1": "next" },
    { tagsOfDeleted: () => says, untags: () => Promise.resolve(untagging), ...otherwise },
  );
  const progress = noProgress();
  const options = { registry: made.registry, repository: REPOSITORY, snapshot: {}, progress };
  const tags = await TagsOfDeleted.for(options);
  /** Deletes an image; its tags go with it, are left at nothing, or are left at the image. */
  const remove = (deletion: typeof DELETION, fate: "go" | "dangle" | "stay") => {
    for (const name of deletion.tags) {
      if (fate === "go") made.tags.delete(name);
      if (fate === "dangle") made.tags.set(name, undefined);
    }
    return Promise.resolve<DeletionOutcome>({ kind: "deleted", deletion });
  };
  const apply = (deletion: typeof DELETION, fate: "go" | "dangle" | "stay") =>
    tags.apply({ deletion, terms, send: () => remove(deletion, fate) });
  const deleted = () => made.asked.filter((line) => line.startsWith("delete "));
  return { ...made, of: tags, progress, apply, remove, deleted };
}

test("what becomes of tags is known by what the registry is, and is not looked at where nothing could be done about it", async () => {
  expect((await stage({ says: "go" })).of.isSeen).toBe(true);
  expect((await stage({ untagging: "no" })).of.isSeen).toBe(true);
  expect((await stage()).of.isSeen).toBe(false);
});

describe("the tags of the first image that is deleted", () => {
  test("go with it, and no tag is deleted by itself", async () => {
    const { of, apply, asked } = await stage();
    expect(await apply(DELETION, "go")).toEqual({ kind: "deleted", deletion: DELETION });
    expect([of.isSeen, asked]).toEqual([true, ["list"]]);
    await apply(NEXT, "go");
    expect(asked).toEqual(["list"]);
  });

  test.each(["stay", "dangle"] as const)(
    "%s: they are deleted by themselves, and the next ones' before",
    async (fate) => {
      const { apply, deleted, asked } = await stage();
      expect(await apply(DELETION, fate)).toMatchObject({ kind: "deleted" });
      expect(deleted()).toEqual(["delete 1.0.0", "delete stable"]);
      asked.length = 0;
      expect(await apply(NEXT, "stay")).toMatchObject({ kind: "deleted" });
      expect(asked).toEqual(["resolve 1.0.1", "delete 1.0.1"]);
    },
  );

  test("stay where somebody has moved them meanwhile", async () => {
    const { apply, tags, deleted } = await stage();
    tags.set(tag("stable"), digest("new"));
    await apply(DELETION, "stay");
    expect(deleted()).toEqual(["delete 1.0.0"]);
  });

  test("that can't be deleted are its failure", async () => {
    const { apply, of } = await stage({ deleteTag: () => Promise.reject(refusal("forbidden")) });
    expect(await apply(DELETION, "stay")).toMatchObject({ kind: "failed", error: { kind: "forbidden" } });
    expect(of.isSeen).toBe(true);
  });

  test("are not seen where the list can't be read: the next one shows it", async () => {
    const { apply, of, deleted } = await stage({ listTags: () => Promise.reject(refusal("unreachable")) });
    expect(await apply(DELETION, "stay")).toEqual({ kind: "deleted", deletion: DELETION });
    expect([of.isSeen, deleted()]).toEqual([false, []]);
    const mistake = new TypeError("no function");
    const broken = await stage({ listTags: () => Promise.reject(mistake) });
    await expect(broken.apply(DELETION, "stay")).rejects.toBe(mistake);
  });

  test("are not looked at where it has none, or was spared", async () => {
    const { of, apply, asked } = await stage();
    await apply(imageDeletion("part"), "go");
    const spared: DeletionOutcome = { kind: "spared", deletion: DELETION, reason: { kind: "tags-moved" } };
    expect(await of.apply({ deletion: DELETION, terms, send: () => Promise.resolve(spared) })).toBe(spared);
    expect([of.isSeen, asked]).toEqual([false, []]);
  });
});

test("a tag that goes by itself shows nothing of images", async () => {
  const { of, asked } = await stage();
  const deletion = { kind: "tag", tags: [tag("stable")], by: "delete", parents: [] } as const;
  const outcome: DeletionOutcome = { kind: "deleted", deletion };
  expect(await of.apply({ deletion, terms, send: () => Promise.resolve(outcome) })).toBe(outcome);
  expect([of.isSeen, asked]).toEqual([false, []]);
});

describe("an image that the registry does not delete while it has tags", () => {
  const refusing = (made: Awaited<ReturnType<typeof stage>>) => (): Promise<DeletionOutcome> =>
    made.tags.has(tag("1.0.0"))
      ? Promise.resolve({ kind: "failed", deletion: DELETION, error: refusal("has-tags") })
      : made.remove(DELETION, "stay");

  test("goes after its tags", async () => {
    const made = await stage({ says: "go" });
    const outcome = await made.of.apply({ deletion: DELETION, terms, send: refusing(made) });
    expect(outcome).toMatchObject({ kind: "deleted" });
    expect(made.deleted()).toEqual(["delete 1.0.0", "delete stable"]);
  });

  test("stays where a tag can't be deleted", async () => {
    let sent = 0;
    const { of } = await stage({ deleteTag: () => Promise.reject(refusal("forbidden")) });
    const send = (): Promise<DeletionOutcome> => {
      sent += 1;
      return Promise.resolve({ kind: "failed", deletion: DELETION, error: refusal("has-tags") });
    };
    const outcome = await of.apply({ deletion: DELETION, terms, send });
    expect([outcome.kind, sent]).toEqual(["failed", 1]);
    expect(outcome).toMatchObject({ error: { kind: "forbidden" } });
  });

  test("is left as it is after any other refusal", async () => {
    const { of, deleted } = await stage();
    const failed: DeletionOutcome = { kind: "failed", deletion: DELETION, error: refusal("forbidden") };
    expect(await of.apply({ deletion: DELETION, terms, send: () => Promise.resolve(failed) })).toBe(failed);
    expect(deleted()).toEqual([]);
  });

  test("has those tags deleted again of which no answer says that they are gone, and no others", async () => {
    const made = await stage({ says: "go" });
    for (const name of DELETION.tags) made.progress.untagged.add(name);
    made.progress.unanswered.add(tag("1.0.0"));
    await made.of.apply({ deletion: DELETION, terms, send: refusing(made) });
    expect(made.deleted()).toEqual(["delete 1.0.0"]);
  });
});
