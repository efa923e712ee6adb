import { describe, expect, test } from "vitest";
import type { Manifest } from "../../src/core/image/manifest.js";
import type { Digest } from "../../src/core/names/reference.js";
import type { RunEvent } from "../../src/core/result/event.js";
import type { ReadManifest, Registry } from "../../src/registry/port/registry.js";
import { resolveTags } from "../../src/run/observe/beside-list.js";
import { observe, type RepositoryTarget } from "../../src/run/observe/observe.js";
import { madeUpRegistry, REPOSITORY } from "../support/made-up-registry.js";
import { digest, nameOf, tag } from "../support/snapshots.js";

type Target = Partial<Pick<RepositoryTarget, "tags" | "digests" | "others" | "inUse">>;

/** Reads a repository with these tags, and these manifests instead of plain images. */
async function observed(
  points: Readonly<Record<string, string | null>>,
  target: Target = {},
  otherwise: Partial<Registry> = {},
) {
  const { registry, asked } = madeUpRegistry(points, {
    listDates: () => Promise.resolve(new Map()),
    ...otherwise,
  });
  const said: RunEvent[] = [];
  const found = await observe(
    { registry, repository: REPOSITORY, concurrency: 1 },
    { host: "r.test", repository: REPOSITORY, tags: [], digests: [], ...target },
    (event) => said.push(event),
  );
  return { found, asked, said };
}

/** A registry's way to read, where these manifests are there and no other; it writes down what is read. */
function reading(manifests: (name: string) => Manifest | undefined) {
  const read: string[] = [];
  const readManifest: Registry["readManifest"] = (_, reference) => {
    const name = reference.startsWith("sha256:") ? nameOf(reference as Digest) : reference;
    read.push(name);
    if (read.length > 300) throw new TypeError("it reads without an end");
    const manifest = manifests(name);
    const found = { digest: digest(name), manifest } as ReadManifest;
    return Promise.resolve(manifest === undefined ? undefined : found);
  };
  return { read, readManifest };
}

const index = (...children: readonly string[]): Manifest => ({
  kind: "index",
  children: children.map(digest),
});
const IMAGE: Manifest = { kind: "image" };

describe("a repository", () => {
  const unknown = { listTags: () => Promise.resolve(undefined) };

  test.each<[string, string, Readonly<Record<string, string>>, Target, Partial<Registry>]>([
    ["that is not known", "unknown-repository", {}, {}, unknown],
    ["without tags", "no-tags", {}, {}, {}],
    ["that is not known, and has manifests to read", "snapshot", {}, { others: [digest("a")] }, unknown],
    ["without tags that has manifests to read", "snapshot", {}, { others: [digest("a")] }, {}],
    ["with tags", "snapshot", { "1.0.0": "a" }, {}, {}],
    ["with tags and other manifests to read", "snapshot", { "1.0.0": "a" }, { others: [digest("b")] }, {}],
  ])("%s is %s", async (...[, kind, points, target, otherwise]) => {
    expect((await observed(points, target, otherwise)).found.kind).toBe(kind);
  });

  test("is read without a second list where each tag points at something", async () => {
    const { asked } = await observed({ "1.0.0": "a", "1.1.0": "b" });
    expect(asked).toEqual(["list", "read 1.0.0", "read 1.1.0"]);
  });

  test("has a tag that points at nothing for as long as it is listed", async () => {
    const states = async (listed: readonly string[]) => {
      const lists = [["1.0.0", "1.1.0"], listed];
      const listTags = () => Promise.resolve((lists.shift() ?? []).map(tag));
      const { found } = await observed({ "1.0.0": "a", "1.1.0": null }, {}, { listTags });
      return found.kind === "snapshot" ? found.snapshot.tags : [];
    };
    const there = { tag: "1.0.0", digest: digest("a") };
    expect(await states(["1.0.0", "1.1.0"])).toEqual([there, { tag: "1.1.0" }]);
    // What was read was there when it was read.
    expect(await states([])).toEqual([there]);
  });

  test("says what was named as just pushed and is not there", async () => {
    const { said } = await observed(
      { "1.0.0": "a" },
      { tags: ["1.0.0", "2.0.0"].map(tag), digests: ["a", "b"].map(digest) },
    );
    expect(said.filter(({ kind }) => kind.startsWith("named-"))).toEqual([
      { kind: "named-tag-missing", repository: "r.test/team/app", tag: "2.0.0" },
      { kind: "named-digest-missing", repository: "r.test/team/app", digest: digest("b") },
    ]);
  });
});

describe("manifests", () => {
  test("are asked for once, be they there or not", async () => {
    const tree: Readonly<Record<string, Manifest>> = {
      "1.0.0": index("inner", "lost", "image"),
      inner: index("image", "lost", "deep"),
      image: IMAGE,
      deep: index("image", "lost"),
    };
    const { read, readManifest } = reading((name) => tree[name]);
    const { found } = await observed({ "1.0.0": "1.0.0" }, {}, { readManifest });
    expect(read.toSorted()).toEqual(["1.0.0", "deep", "image", "inner", "lost"]);
    expect(found).toMatchObject({ snapshot: { missing: new Set([digest("lost")]) } });
  });

  test.each([
    [101, false],
    [102, true],
  ])("that are %i deep: it is given up is %s", async (depth, isTooDeep) => {
    const { readManifest } = reading((name) => {
      const at = name === "1.0.0" ? 0 : Number(name.slice(1));
      return at < depth ? index(`d${String(at + 1)}`) : IMAGE;
    });
    const reads = observed({ "1.0.0": "1.0.0" }, {}, { readManifest });
    if (isTooDeep) await expect(reads).rejects.toThrow("more than 100 deep");
    else expect((await reads).found.kind).toBe("snapshot");
  });
});

test("a tag that points at nothing, or at a manifest that is known, is not read", async () => {
  const { registry, asked } = madeUpRegistry({ "1.0.0": "a", "1.1.0": null, "1.2.0": "b" });
  const known = { manifests: new Map([[digest("a"), IMAGE]]), resolved: new Map() };
  const states = await resolveTags(
    { registry, repository: REPOSITORY, concurrency: 1 },
    ["1.0.0", "1.1.0", "1.2.0"].map(tag),
    known,
  );
  expect(states.map((state) => nameOf(state.digest))).toEqual(["a", "", "b"]);
  expect(asked.filter((line) => line.startsWith("read"))).toEqual(["read 1.2.0"]);
});
