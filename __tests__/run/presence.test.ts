import { describe, expect, test } from "vitest";
import type { Manifest } from "../../src/core/image/manifest.js";
import type { Digest, RepositoryName, Tag } from "../../src/core/names/reference.js";
import type { FoundBlob, RegistryHost } from "../../src/registry/distribution/host.js";
import { lostParts, type Presence, readPresence } from "../../src/run/verify/integrity.js";
import { madeUpRegistry, REPOSITORY } from "../support/made-up-registry.js";
import { digest } from "../support/snapshots.js";

const [index, image, layer, other] = [digest("1"), digest("2"), digest("3"), digest("4")];
const manifests = new Map<Digest, Manifest>([
  [index, { kind: "index", children: [image] }],
  [image, { kind: "image", blobs: [{ digest: layer }] }],
  [other, { kind: "image", blobs: [] }],
]);

function presence(tags: Readonly<Record<string, Digest | undefined>>, present: readonly Digest[]): Presence {
  return {
    repository: "team/app" as RepositoryName,
    tags: new Map(Object.entries(tags) as [Tag, Digest | undefined][]),
    manifests,
    present: new Set(present),
  };
}

const before = presence({ a: index, b: other }, [index, image, layer, other]);

describe("what a collection lost", () => {
  test.each<[string, Presence, Presence, readonly [string, Digest][]]>([
    ["nothing", before, before, []],
    ["a layer of a child", before, presence({ a: index, b: other }, [index, image, other]), [["a", layer]]],
    ["a child", before, presence({ a: index, b: other }, [index, other]), [["a", image]]],
    [
      "the image of a tag that is listed still",
      before,
      presence({ a: undefined, b: other }, [other]),
      [["a", index]],
    ],
    ["nothing of ours: somebody moved the tag", before, presence({ a: other, b: other }, [other]), []],
    ["nothing of ours: somebody deleted the tag", before, presence({ b: other }, [other]), []],
    [
      "everything: another storage",
      before,
      presence({}, []),
      [
        ["a", index],
        ["b", other],
      ],
    ],
    [
      "nothing: the layer was missing before",
      presence({ a: index }, [index, image]),
      presence({ a: index }, [index, image]),
      [],
    ],
    [
      "nothing: the tag did not resolve before",
      presence({ a: undefined }, []),
      presence({ a: undefined }, []),
      [],
    ],
  ])("%s", (...[, was, is, wanted]) => {
    expect(lostParts(was, is)).toEqual(
      wanted.map(([tag, missing]) => ({ kind: "part-missing", tag, missing })),
    );
  });
});

describe("a layer", () => {
  async function isThere(found: FoundBlob | undefined, bytes?: number): Promise<boolean> {
    const blob = bytes === undefined ? { digest: layer } : { digest: layer, bytes };
    const manifest: Manifest = { kind: "image", blobs: [blob] };
    const read = { digest: image, manifest, mediaType: "an image", body: Buffer.from("") };
    const { registry } = madeUpRegistry({ a: "2" }, { readManifest: () => Promise.resolve(read) });
    const host = { findBlob: () => Promise.resolve(found) } as unknown as RegistryHost;
    const { present } = await readPresence({ registry, host, concurrency: 2 }, REPOSITORY);
    expect(present).toContain(image);
    return present.has(layer);
  }

  test.each<[string, FoundBlob | undefined, number | undefined, boolean]>([
    ["is there with the size that its manifest says", { bytes: 5 }, 5, true],
    ["is there where the registry says no size", {}, 5, true],
    ["is there where its manifest says no size", { bytes: 5 }, undefined, true],
    ["is not there with another size, as a full disk leaves it", { bytes: 0 }, 5, false],
    ["is not there where the registry says so", undefined, 5, false],
    ["is not there where neither says a size, and the registry has none", undefined, undefined, false],
  ])("%s", async (...[, found, bytes, wanted]) => {
    expect(await isThere(found, bytes)).toBe(wanted);
  });
});
