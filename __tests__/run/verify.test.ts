import { describe, expect, test } from "vitest";
import type { Snapshot } from "../../src/core/image/graph.js";
import { UnsureError } from "../../src/core/base/errors.js";
import type { Deletion } from "../../src/core/plan/deletion.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import { plan } from "../../src/core/plan/make-plan.js";
import type { Registry } from "../../src/registry/port/registry.js";
import { waitForLate } from "../../src/registry/port/late.js";
import { verify, type VerifyOptions } from "../../src/run/verify/verify.js";
import { imageDeletion, madeUpRegistry, REPOSITORY } from "../support/made-up-registry.js";
import { digest, nameOf, policy, snapshot, tag } from "../support/snapshots.js";

const IMAGE = imageDeletion("old", "1.0.0");
const PART = imageDeletion("part");
const ALONE: Deletion = {
  kind: "tag",
  tags: [tag("1.0.0")],
  digest: digest("old"),
  by: "delete",
  parents: [],
};
const before = snapshot({ tags: { "1.0.0": "old", "2.0.0": "new" } });
const deleted = (deletion: Deletion, ...untagged: readonly string[]): DeletionOutcome => ({
  kind: "deleted",
  deletion,
  ...(untagged.length === 0 ? {} : { untagged: untagged.map(tag) }),
});

/** What a run finds behind its deletions, where every manifest is there by the registry's word, and no look is waited for. */
async function found(
  outcome: DeletionOutcome,
  points: Readonly<Record<string, string>> = { "2.0.0": "new" },
  { was = before, ...otherwise }: Partial<Registry> & { readonly was?: Snapshot } = {},
) {
  const asked: string[] = [];
  const said: string[] = [];
  const { registry, asked: read } = madeUpRegistry(points, {
    readsBesideList: false,
    isLeft: (_, at) => Promise.resolve(asked.push(nameOf(at)) > 0),
    ...otherwise,
  });
  const options: VerifyOptions = {
    registry,
    repository: REPOSITORY,
    concurrency: 2,
    snapshot: was,
    plan: plan(was, policy({ keep: 1 })),
    deletions: [outcome],
    strays: new Map(),
    say: ({ kind }) => kind === "advanced" || said.push(kind),
    stop: AbortSignal.abort(),
  };
  const { left, notes, harm } = await verify(options);
  return { asked, left: [...left].map(nameOf), notes, harm, read, said };
}

describe("a manifest that is asked for behind its deletion", () => {
  test.each<[string, DeletionOutcome, string]>([
    ["has no tag", deleted(PART), "part"],
    ["has lost all its tags before", deleted(IMAGE, "1.0.0"), "old"],
  ])("%s, and was not deleted where it is there", async (_, outcome, name) => {
    expect(await found(outcome)).toMatchObject({ asked: [name], left: [name], harm: [] });
  });

  test.each<[string, DeletionOutcome]>([
    ["what was spared", { kind: "spared", deletion: PART, reason: { kind: "stopped" } }],
    ["what somebody else deleted", { kind: "gone", deletion: PART }],
    ["an image whose tags show it", deleted(IMAGE)],
    ["the image of a tag that went alone", deleted(ALONE)],
    ["the image of a tag that went alone, before", deleted(ALONE, "1.0.0")],
  ])("is not %s", async (_, outcome) => {
    expect(await found(outcome)).toMatchObject({ asked: [], left: [] });
  });

  test("was pushed again, where a tag needs it by now", async () => {
    const { left } = await found(deleted(PART), { "2.0.0": "new", pushed: "part" });
    expect(left).toEqual([]);
  });
});

test("a tag that a run wrote over in order to delete it is told as that, and not as one that somebody moved", async () => {
  const mark = {
    digest: digest("left"),
    manifest: { kind: "index", children: [], isUntagMark: true },
    mediaType: "an index",
    body: Buffer.from(""),
  } as const;
  const readManifest: Registry["readManifest"] = () => Promise.resolve(mark);
  const { notes, harm } = await found(deleted(IMAGE), { "1.0.0": "left", "2.0.0": "new" }, { readManifest });
  expect(notes).toContainEqual({ kind: "half-untagged", tag: "1.0.0" });
  expect(harm.map((each) => each.tag)).not.toContain("1.0.0");
});

describe("what is there behind its deletion", () => {
  const looks = async (answers: readonly (number | undefined)[], stop?: AbortSignal): Promise<number> => {
    let count = 0;
    await waitForLate(() => Promise.resolve(answers[(count += 1) - 1]), stop);
    return count;
  };

  test.each<[string, readonly (number | undefined)[]]>([
    ["nothing is left", [0, 9]],
    ["it can't be read", [undefined, 9]],
  ])("is looked at once where %s", async (_, answers) => {
    expect(await looks(answers)).toBe(1);
  });

  test("is looked at no more where the run is told to stop, before or meanwhile", async () => {
    expect(await looks([1], AbortSignal.abort())).toBe(0);
    const over = new AbortController();
    const look = (): Promise<number> => {
      over.abort();
      return Promise.resolve(1);
    };
    let count = 0;
    await waitForLate(() => ((count += 1), look()), over.signal);
    expect(count).toBe(1);
  });
});

describe("a repository that is looked at after its deletions", () => {
  const nothing = { isLeft: () => Promise.resolve(false) };

  test("is looked at once where it is as it was to be", async () => {
    const { said, harm, notes } = await found(deleted(IMAGE), { "2.0.0": "new" }, nothing);
    expect({ said, harm, notes }).toEqual({ said: ["verifying"], harm: [], notes: [] });
  });

  test("is looked at again where something seems harmed, at that alone", async () => {
    const was = snapshot({ tags: { "1.0.0": "old", "2.0.0": "new", other: "other" } });
    const now = { other: "moved", another: "new" };
    const { said, harm, read } = await found(deleted(IMAGE), now, { ...nothing, was });
    expect(said).toEqual(["verifying", "verifying-again"]);
    expect(harm).toEqual([{ kind: "tag-lost", tag: "2.0.0", image: digest("new") }]);
    const looks = read.join("\n").split("list\n");
    expect(looks.slice(0, 2)).toEqual(["", "read other\nread another\n"]);
    expect(new Set(looks.slice(2).map((look) => look.trim()))).toEqual(new Set([`read ${digest("new")}`]));
  });

  test("and can't be read again is told as it was seen first; a mistake of this program is that mistake", async () => {
    const failing = (error: Error) => {
      let lists = 0;
      const listTags = () => ((lists += 1) === 1 ? Promise.resolve([]) : Promise.reject(error));
      return found(deleted(IMAGE), { another: "new" }, { ...nothing, listTags });
    };
    expect((await failing(new UnsureError("no list", "Look."))).harm).toMatchObject([{ tag: "2.0.0" }]);
    await expect(failing(new TypeError("no function"))).rejects.toThrow("no function");
  });

  test("may have lost a tag that pointed at nothing before", async () => {
    const was = snapshot({ tags: { "1.0.0": "old", "2.0.0": "new", "1.5.0": null } });
    const { harm, read } = await found(deleted(IMAGE), { "2.0.0": "new" }, { ...nothing, was });
    expect(harm).toEqual([]);
    expect(read).toEqual(["list", "read 2.0.0"]);
  });
});
