import { describe, expect, test } from "vitest";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import type { Deletion, TagDeletion } from "../../src/core/plan/deletion.js";
import type { DeletionOutcome } from "../../src/core/plan/outcome.js";
import type { RegistryErrorKind, RegistryWriter } from "../../src/registry/port/registry.js";
import { contentDigest } from "../../src/registry/distribution/content-digest.js";
import { applyDeletion, movedTags, spareReason } from "../../src/run/apply/apply-deletion.js";
import type { Look } from "../../src/run/apply/recheck.js";
import {
  imageDeletion,
  type MadeUpRegistry,
  madeUpRegistry,
  refusal,
  REPOSITORY,
} from "../support/made-up-registry.js";
import { digest, nameOf, tag } from "../support/snapshots.js";

function sha256(bytes: Buffer): Digest {
  const found = contentDigest("sha256", bytes);
  if (found === undefined) throw new TypeError("a SHA-256 is a digest");
  return found;
}

const IMAGE = imageDeletion("old", "1.0.0", "1.0");
const PART = imageDeletion("part");
const TAG: TagDeletion = {
  kind: "tag",
  tags: [tag("1.0")],
  digest: digest("old"),
  by: "delete",
  parents: [],
};
const DANGLING: TagDeletion = { kind: "tag", tags: [tag("1.0")], by: "delete", parents: [] };
const BOTH = { "1.0.0": "old", "1.0": "old" };

type Points = Readonly<Record<string, string | null>>;

function lookAt(points: Points, more: Partial<Look> = {}): Look {
  const tags = Object.entries(points).map(([name, at]): readonly [Tag, Digest | undefined] => [
    tag(name),
    at === null ? undefined : digest(at),
  ]);
  const { needed = new Map<Digest, Tag>() } = more;
  const now = { tags: new Map(tags), needed, mayLoseTags: needed };
  return { ...now, hollow: new Set(), back: new Set(), ...more };
}

const neededBy = (name: string, by: string) => ({ needed: new Map([[digest(name), tag(by)]]) });

describe("a deletion is not sent", () => {
  test.each<[string, Deletion, Look, string]>([
    ["where all tags of its image were moved", IMAGE, lookAt({ "1.0.0": "new", "1.0": "new" }), "tags-moved"],
    ["where its tag was moved", TAG, lookAt({ "1.0": "new" }, neededBy("old", "2.0.0")), "tags-moved"],
    [
      "where its tag points at nothing by now",
      TAG,
      lookAt({ "1.0": null }, neededBy("old", "2.0.0")),
      "tags-moved",
    ],
    ["where a tag that dangled has an image by now", DANGLING, lookAt({ "1.0": "new" }), "tags-moved"],
    [
      "where something needs its image by now",
      IMAGE,
      lookAt(BOTH, neededBy("old", "2.0.0")),
      "now-needed-by",
    ],
    ["where its tag is the last of its image", TAG, lookAt({ "1.0": "old" }), "last-tag"],
    [
      "where what it belonged to is there again",
      { ...IMAGE, orphanOf: [digest("absent"), digest("subject")] },
      lookAt(BOTH, { back: new Set([digest("subject")]) }),
      "subject-is-back",
    ],
  ])("%s", (...[, deletion, look, kind]) => {
    expect(spareReason(deletion, look, new Map())).toMatchObject({ kind });
  });

  test.each<[string, DeletionOutcome | undefined, string | undefined]>([
    ["has not had its turn", undefined, "parent-stays"],
    ["was spared", { kind: "spared", deletion: IMAGE, reason: { kind: "tags-moved" } }, "parent-stays"],
    ["failed", { kind: "failed", deletion: IMAGE, error: refusal("failed-at") }, "parent-stays"],
    ["was deleted", { kind: "deleted", deletion: IMAGE }, undefined],
    ["was gone", { kind: "gone", deletion: IMAGE }, undefined],
  ])("where what it belongs to %s: %j", (_, outcome, kind) => {
    const parents = new Map([[IMAGE.digest, outcome]]);
    const reason = spareReason({ ...PART, parents: [IMAGE.digest] }, lookAt({}), parents);
    expect(reason?.kind).toBe(kind);
  });
});

describe("a deletion is sent", () => {
  test.each<[string, Deletion, Look]>([
    ["where all is as it was", IMAGE, lookAt(BOTH)],
    ["where one tag of its image is left", IMAGE, lookAt({ "1.0.0": "new", "1.0": "old" })],
    [
      "where its tags are gone, and where they dangle: they go with it",
      IMAGE,
      lookAt({ "1.0.0": null, "1.0": null }),
    ],
    ["where its tags are listed no more", IMAGE, lookAt({})],
    ["where it has no tag", PART, lookAt(BOTH)],
    ["where its image has another tag", TAG, lookAt({ "1.0": "old" }, neededBy("old", "1.0.0"))],
    ["where its tag is listed no more", TAG, lookAt({}, neededBy("old", "1.0.0"))],
    ["where its tag dangled before", DANGLING, lookAt({ "1.0": null })],
    ["where what it belonged to is still gone", { ...IMAGE, orphanOf: [digest("subject")] }, lookAt(BOTH)],
  ])("%s", (...[, deletion, look]) => {
    expect(spareReason(deletion, look, new Map())).toBeUndefined();
  });
});

test("a tag is moved where it points at another image, and not where it is as it was, points at nothing or is gone", () => {
  const found = (points: Points) => movedTags(IMAGE, lookAt(points));
  expect(found({ "1.0.0": "new", "1.0": "old" })).toEqual(["1.0.0"]);
  expect(found({ "1.0.0": null })).toEqual([]);
});

interface Scene {
  readonly made?: MadeUpRegistry;
  readonly writer?: Partial<RegistryWriter>;
}

const terms = { until: Infinity };

function apply(deletion: Deletion, { made = madeUpRegistry(BOTH), writer }: Scene = {}) {
  return applyDeletion(
    {
      registry: made.registry,
      repository: REPOSITORY,
      writer: writer as RegistryWriter | undefined,
      proveRoom: () => Promise.resolve(void made.asked.push("room")),
      terms,
    },
    deletion,
  );
}

describe("what becomes of a deletion", () => {
  test("of an image: it is deleted, or was gone", async () => {
    const made = madeUpRegistry(BOTH);
    expect(await apply(IMAGE, { made })).toEqual({ kind: "deleted", deletion: IMAGE });
    expect(await apply(IMAGE, { made })).toEqual({ kind: "gone", deletion: IMAGE });
  });

  test("of a tag: it is looked at straight before, and stays where it was moved", async () => {
    const made = madeUpRegistry(BOTH);
    expect(await apply(TAG, { made })).toMatchObject({ kind: "deleted" });
    expect(made.asked).toEqual(["resolve 1.0", "delete 1.0"]);
    expect(await apply(TAG, { made })).toMatchObject({ kind: "gone" });
    made.tags.set(tag("1.0"), digest("new"));
    expect(await apply(TAG, { made })).toMatchObject({ kind: "spared", reason: { kind: "tags-moved" } });
    expect(made.asked.slice(2)).toEqual(["resolve 1.0", "resolve 1.0"]);
  });

  test("that dangles: it is deleted, and stays where it has an image by now", async () => {
    const made = madeUpRegistry({ "1.0": null });
    expect(await apply(DANGLING, { made })).toMatchObject({ kind: "deleted" });
    made.tags.set(tag("1.0"), digest("new"));
    expect(await apply(DANGLING, { made })).toMatchObject({ kind: "spared" });
  });

  test.each<[RegistryErrorKind, true | undefined]>([
    ["forbidden", true],
    ["still-there", true],
    ["unreachable", undefined],
    ["half-done", undefined],
    ["unproven", undefined],
  ])("that fails (%s): it is known not to be done, or may be: %s", async (kind, isUndone) => {
    const fails = () => Promise.reject(refusal(kind));
    const made = madeUpRegistry(BOTH, { deleteManifest: fails, deleteTag: fails });
    for (const deletion of [IMAGE, TAG]) {
      const outcome = await apply(deletion, { made });
      expect(outcome).toMatchObject({ kind: "failed", error: { kind } });
      expect("isUndone" in outcome ? outcome.isUndone : undefined).toBe(isUndone);
    }
  });

  test("that is a mistake of this program: nobody knows what was done", async () => {
    const made = madeUpRegistry(BOTH, { deleteManifest: () => Promise.reject(new TypeError("no function")) });
    expect(await apply(IMAGE, { made })).toEqual({
      kind: "failed",
      deletion: IMAGE,
      error: expect.any(Error) as Error,
    });
  });
});

describe("a tag that is written over", () => {
  const OVER: TagDeletion = { ...TAG, by: "overwrite" };

  /** A registry that takes an empty index, unless `put` does otherwise. */
  function writing(put?: (made: MadeUpRegistry, write: () => void, format: string) => Promise<void>) {
    const made = madeUpRegistry(BOTH);
    const formats: string[] = [];
    const putManifest: RegistryWriter["putManifest"] = (_, name, { mediaType, body }) => {
      formats.push(mediaType.includes("oci") ? "oci" : "docker");
      const write = (): void => {
        // By its own digest, which only its writer can know.
        const at = sha256(body);
        made.images.add(at);
        made.tags.set(name as Tag, at);
      };
      if (put === undefined) return Promise.resolve().then(write);
      return put(made, write, formats.at(-1) ?? "");
    };
    made.registry.deleteManifest = (_, at) => {
      made.asked.push("delete index");
      const isThere = made.images.delete(at);
      for (const [name, now] of made.tags) if (isThere && now === at) made.tags.delete(name);
      return Promise.resolve(isThere ? "deleted" : "gone");
    };
    return { made, formats, writer: { putManifest } };
  }

  test("goes, and its image stays", async () => {
    const scene = writing();
    expect(await apply(OVER, scene)).toEqual({ kind: "deleted", deletion: OVER });
    expect(scene.made.asked).toEqual(["room", "resolve 1.0", "delete index"]);
    expect([...scene.made.tags].map(([name, at]) => [name, nameOf(at)])).toEqual([["1.0.0", "old"]]);
  });

  test("is not written over where it was moved, nor without the right to, nor where a tag can be deleted by itself", async () => {
    const moved = writing();
    moved.made.tags.set(tag("1.0"), digest("new"));
    expect(await apply(OVER, moved)).toMatchObject({ kind: "spared" });
    const alone = writing();
    expect(await apply(TAG, alone)).toMatchObject({ kind: "deleted" });
    const none = madeUpRegistry(BOTH);
    expect(await apply(OVER, { made: none })).toMatchObject({ kind: "failed" });
    expect([moved.formats, alone.formats, none.asked]).toEqual([[], [], []]);
  });

  test("gets Docker's empty list where the registry takes no other, and no third", async () => {
    const old = writing((_, write, format) =>
      format === "oci" ? Promise.reject(refusal("not-taken")) : Promise.resolve().then(write),
    );
    expect(await apply(OVER, old)).toMatchObject({ kind: "deleted" });
    expect(old.formats).toEqual(["oci", "docker"]);
    const none = writing(() => Promise.reject(refusal("not-taken")));
    expect(await apply(OVER, none)).toMatchObject({ kind: "failed", error: { kind: "not-taken" } });
    expect([none.formats, none.made.asked.includes("delete index")]).toEqual([["oci", "docker"], false]);
  });

  test("is not written over a second time where somebody pushed it meanwhile", async () => {
    const scene = writing(({ tags }) => {
      tags.set(tag("1.0"), digest("new"));
      return Promise.reject(refusal("not-taken"));
    });
    expect(await apply(OVER, scene)).toMatchObject({ kind: "failed", error: { kind: "not-taken" } });
    expect([scene.formats, nameOf(scene.made.tags.get(tag("1.0")))]).toEqual([["oci"], "new"]);
  });

  test("goes where it was written, and the answer was lost; and is left where it was not", async () => {
    const written = writing((_, write) => {
      write();
      return Promise.reject(refusal("unreachable"));
    });
    expect(await apply(OVER, written)).toMatchObject({ kind: "deleted" });
    const not = writing(() => Promise.reject(refusal("forbidden")));
    const outcome = await apply(OVER, not);
    expect(outcome).toMatchObject({ kind: "failed", error: { kind: "forbidden" } });
    // It takes two steps, so a refusal of one says nothing of both.
    expect(outcome).not.toHaveProperty("isUndone");
    expect(not.made.asked).not.toContain("delete index");
  });

  test("is not done where the registry does not know what it took, and the tag is there; it is where the tag is gone", async () => {
    const pretending = writing(() => Promise.resolve());
    expect(await apply(OVER, pretending)).toMatchObject({
      kind: "failed",
      error: { message: expect.stringContaining("which the registry does not know") as string },
    });
    const gone = writing(({ tags }) => Promise.resolve(void tags.delete(tag("1.0"))));
    expect(await apply(OVER, gone)).toMatchObject({ kind: "gone" });
  });

  test("is done where somebody pushes it again straight behind that", async () => {
    const scene = writing();
    const { registry, tags } = scene.made;
    registry.deleteManifest = () => {
      tags.set(tag("1.0"), digest("new"));
      return Promise.resolve("deleted");
    };
    expect(await apply(OVER, scene)).toMatchObject({ kind: "deleted" });
  });

  test("is said to be left where the empty index can't be deleted", async () => {
    const scene = writing();
    scene.made.registry.deleteManifest = () => Promise.reject(refusal("forbidden"));
    expect(await apply(OVER, scene)).toMatchObject({
      kind: "failed",
      error: { message: expect.stringContaining("was pointed at an empty index") as string },
    });
  });
});
