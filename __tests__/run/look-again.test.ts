import { describe, expect, test } from "vitest";
import type { Manifest } from "../../src/core/image/manifest.js";
import type { Digest, Tag } from "../../src/core/names/reference.js";
import type { Deletion, ManifestDeletion } from "../../src/core/plan/deletion.js";
import type { Registry } from "../../src/registry/port/registry.js";
import { ManifestsSince } from "../../src/run/apply/manifests-since.js";
import { lookAgain } from "../../src/run/apply/recheck.js";
import type { Applying } from "../../src/run/apply/options.js";
import { paysToUntag, untagFirst } from "../../src/run/apply/untag-first.js";
import {
  imageDeletion,
  madeUpRegistry,
  noProgress,
  refusal,
  REPOSITORY,
} from "../support/made-up-registry.js";
import { digest, nameOf, signatureOf, snapshot, tag } from "../support/snapshots.js";

const IMAGE: Manifest = { kind: "image", blobs: [] };
const FIRST = imageDeletion("first", "1.0.0");
const LATER = imageDeletion("later", "1.0.1");

interface Scene extends Partial<Registry> {
  readonly points: Readonly<Record<string, string | null>>;
  /** What indexes contain, by their names; all else is an image. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  /** What is not there. */
  readonly absent?: readonly string[];
  /** The empty index that a run left of a tag. */
  readonly mark?: string;
  readonly tried?: readonly string[];
  readonly untagged?: ReadonlyMap<Digest, number>;
}

/** A look before 1.0.0 goes, where 1.0.1 goes later and 2.0.0 stays. */
async function look(scene: Scene, batch: readonly Deletion[] = [FIRST]) {
  const { points, indexes = {}, absent = [], mark, tried = [], untagged, ...otherwise } = scene;
  const made = madeUpRegistry(points, {
    listUntagged: () => Promise.resolve(undefined),
    readsBesideList: true,
    ...otherwise,
  });
  made.registry.readManifest = (_, reference) => {
    made.asked.push(`read ${reference.startsWith("sha256:") ? nameOf(reference as Digest) : reference}`);
    const at = reference.startsWith("sha256:") ? (reference as Digest) : made.tags.get(reference as Tag);
    if (at === undefined || absent.includes(nameOf(at))) return Promise.resolve(undefined);
    const children = indexes[nameOf(at)];
    const manifest: Manifest =
      children === undefined ? IMAGE : { kind: "index", children: children.map(digest) };
    const rest: Manifest = { kind: "index", children: [], isUntagMark: true };
    const read = nameOf(at) === mark ? rest : manifest;
    return Promise.resolve({ digest: at, manifest: read, mediaType: "a manifest", body: Buffer.from("") });
  };
  const before = snapshot({ tags: { "1.0.0": "first", "1.0.1": "later", "2.0.0": "kept" } });
  const seen = await lookAgain(
    {
      registry: made.registry,
      repository: REPOSITORY,
      concurrency: 2,
      manifests: new ManifestsSince(before.manifests),
      snapshot: untagged === undefined ? before : { ...before, untagged },
    },
    batch,
    {
      isPending: (one) => ["1.0.0", "1.0.1"].includes(one) && !tried.includes(one),
      isTried: (one) => tried.includes(one),
    },
  );
  const needed = Object.fromEntries([...seen.needed].map(([at, by]) => [nameOf(at), by]));
  return { ...seen, needed, asked: made.asked };
}

const AS_BEFORE = { "1.0.0": "first", "1.0.1": "later", "2.0.0": "kept" };

describe("a look before a batch", () => {
  test("reads what stays and what the batch takes, and leaves what goes later to its own look", async () => {
    const { tags, needed, asked } = await look({ points: AS_BEFORE });
    expect([...tags].map(([name, at]) => [name, nameOf(at)])).toEqual([
      ["1.0.0", "first"],
      ["2.0.0", "kept"],
    ]);
    expect(needed).toEqual({ kept: "2.0.0" });
    expect(asked).not.toContain("resolve 1.0.1");
  });

  test("asks for no tag that is gone by this run's doing, and for each other once", async () => {
    const { asked } = await look({ points: { "1.0.1": "later", "2.0.0": "kept" }, tried: ["1.0.0"] }, [
      LATER,
    ]);
    expect([...asked].sort()).toEqual(["list", "resolve 1.0.1", "resolve 2.0.0"]);
  });

  test("keeps what a tag of the batch needs that was moved meanwhile", async () => {
    const { tags, needed } = await look({
      points: { ...AS_BEFORE, "1.0.0": "index" },
      indexes: { index: ["first", "part"] },
    });
    expect(nameOf(tags.get(tag("1.0.0")))).toBe("index");
    expect(needed).toEqual({ index: "1.0.0", first: "1.0.0", part: "1.0.0", kept: "2.0.0" });
  });

  test("keeps what a new tag needs, and what a signature's tag names", async () => {
    const { needed } = await look({ points: { ...AS_BEFORE, new: "first", [signatureOf("named")]: "s" } });
    const signature = signatureOf("named");
    expect(needed).toEqual({ first: "new", kept: "2.0.0", s: signature, named: signature });
  });

  test("finds what can't be pulled: an index without a part, what a run left of a tag", async () => {
    const { hollow } = await look({
      points: { ...AS_BEFORE, "2.0.0": "broken", whole: "whole", left: "left" },
      mark: "left",
      indexes: { broken: ["gone"], whole: ["part"] },
      absent: ["gone"],
    });
    expect([...hollow].map(nameOf)).toEqual(["broken", "left"]);
  });

  test("finds what was missing and is back", async () => {
    const orphan: ManifestDeletion = { ...FIRST, orphanOf: [digest("subject"), digest("lost")] };
    const { back } = await look({ points: AS_BEFORE, absent: ["lost"] }, [orphan]);
    expect([...back].map(nameOf)).toEqual(["subject"]);
  });

  test.each<[string, string, number, ReadonlyMap<Digest, number> | undefined, boolean]>([
    ["that was not there", "pushed", 5, new Map(), true],
    ["that changed since", "first", 6, new Map([[digest("first"), 5]]), true],
    ["that has not changed", "first", 5, new Map([[digest("first"), 5]]), false],
    ["that had a tag then", "first", 5, new Map(), false],
    ["that nothing was known of", "first", 5, undefined, false],
  ])("keeps an image without a tag %s", async (...[, name, changed, untagged, isKept]) => {
    const { needed } = await look({
      points: { "2.0.0": "kept" },
      listUntagged: () => Promise.resolve(new Map([[digest(name), changed]])),
      ...(untagged === undefined ? {} : { untagged }),
    });
    expect(needed).toEqual(isKept ? { kept: "2.0.0", [name]: digest(name) } : { kept: "2.0.0" });
  });
});

describe("images that lose their tags first", () => {
  const limits = { deletions: 100, freshFor: 30_000, untagFrom: 2 };
  const before = snapshot({
    tags: { "1.0.0": "first", "1.0.1": "later", "2.0.0": "kept", hollow: "hollow" },
    indexes: { hollow: ["gone"] },
    missing: ["gone"],
  });

  function stage(
    points: Readonly<Record<string, string | null>>,
    more: Partial<Applying> & { readonly does?: Partial<Registry> } = {},
  ) {
    const { does = {}, ...options } = more;
    const made = madeUpRegistry(points, { scansTags: true, ...does });
    const progress = noProgress();
    const begun: Deletion[] = [];
    const applying = {
      registry: made.registry,
      repository: REPOSITORY,
      plan: { repository: REPOSITORY, deletions: [FIRST, LATER] },
      goes: new Set([...FIRST.tags, ...LATER.tags]),
      snapshot: before,
      allowEmpty: false,
      limits,
      endsAt: performance.now() + 1e9,
      recorder: {
        begin: (some: readonly Deletion[]) => Promise.resolve(void begun.push(...some)),
        outcome: () => undefined,
      },
      say: () => undefined,
      ...options,
    } as unknown as Applying;
    const deleted = () => made.asked.filter((line) => line.startsWith("delete "));
    return { ...made, applying, progress, begun, deleted, untag: () => untagFirst(applying, progress) };
  }

  test("lose them after they are written down, where a tag that stays is there", async () => {
    const { untag, deleted, begun, progress } = stage(AS_BEFORE);
    await untag();
    expect([deleted(), begun]).toEqual([
      ["delete 1.0.0", "delete 1.0.1"],
      [FIRST, LATER],
    ]);
    expect([[...progress.untagged], [...progress.unanswered]]).toEqual([["1.0.0", "1.0.1"], []]);
  });

  test.each<[string, Readonly<Record<string, string | null>>]>([
    ["none that stays is there", { "1.0.0": "first" }],
    ["what stays points at nothing", { "1.0.0": "first", "2.0.0": null }],
    ["what stays can't be pulled", { "1.0.0": "first", hollow: "hollow" }],
    ["a signature alone stays", { "1.0.0": "first", [signatureOf("first")]: "s" }],
  ])("keep them where %s", async (_, points) => {
    const { untag, deleted } = stage(points);
    await expect(untag()).rejects.toThrow("would be left without a tag");
    expect(deleted()).toEqual([]);
  });

  test("lose them where one that can be pulled stands behind those that can't", async () => {
    const { untag, deleted } = stage({ nothing: null, hollow: "hollow", ...AS_BEFORE });
    await untag();
    expect(deleted()).toHaveLength(2);
  });

  test("keep what was moved meanwhile, and what is done already is not touched", async () => {
    const { untag, deleted, tags, progress } = stage(AS_BEFORE);
    tags.set(tag("1.0.0"), digest("new"));
    progress.outcomes.set(LATER, { kind: "gone", deletion: LATER });
    await untag();
    expect(deleted()).toEqual([]);
  });

  test("are no signature, which must not lose its tag before its image is gone", async () => {
    const signature = { ...imageDeletion("s", signatureOf("first")), parents: [FIRST.digest] };
    const plan = { repository: REPOSITORY, deletions: [FIRST, signature] } as unknown as Applying["plan"];
    const { untag, deleted } = stage({ ...AS_BEFORE, [signatureOf("first")]: "s" }, { plan });
    await untag();
    expect(deleted()).toEqual(["delete 1.0.0"]);
  });

  test.each<[string, Partial<Applying>]>([
    ["the run is told to stop", { stop: AbortSignal.abort() }],
    ["there is no time", { endsAt: 0 }],
  ])("keep them where %s", async (_, more) => {
    const { untag, asked } = stage(AS_BEFORE, more);
    await untag();
    expect(asked).toEqual([]);
  });

  test("keep the rest where the run is told to stop meanwhile", async () => {
    const over = new AbortController();
    const made = stage(AS_BEFORE, { stop: over.signal });
    const { registry, untag, deleted, asked } = made;
    registry.deleteTag = (_, name) => {
      asked.push(`delete ${name}`);
      over.abort();
      return Promise.resolve("deleted");
    };
    await untag();
    expect(deleted()).toEqual(["delete 1.0.0"]);
  });

  test("keep the rest where the registry refuses, and the run ends", async () => {
    const made = stage(AS_BEFORE);
    made.registry.deleteTag = (_, name) => {
      made.asked.push(`delete ${name}`);
      return Promise.reject(refusal("forbidden"));
    };
    await expect(made.untag()).rejects.toThrow("refuses to delete");
    expect([made.deleted(), [...made.progress.untagged]]).toEqual([["delete 1.0.0"], []]);
  });

  test.each<[string, Partial<Applying>, Partial<Registry>, boolean]>([
    ["it can, and they are many", {}, {}, true],
    ["it is told not to", { untag: "never" }, {}, false],
    ["it does not look at every tag", {}, { scansTags: false }, false],
    ["they are few", { limits: { ...limits, untagFrom: 3 } }, {}, false],
    ["it can't delete a tag by itself", {}, { untags: () => Promise.resolve("no") }, false],
    ["the plan has asked that already", { snapshot: { ...before, untags: "no" } }, {}, false],
  ])("do so where the registry gains by it: %s", async (...[, more, does, pays]) => {
    expect(await paysToUntag(stage(AS_BEFORE, { ...more, does }).applying)).toBe(pays);
  });
});
