import { describe, expect, onTestFinished, test, type TestContext } from "vitest";
import { findRegistryBinary } from "../../scripts/find-registry.mjs";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { getManifest, listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { attach, attachByFallback, attachmentTag, type Signed } from "../support/attachments.js";
import { runReclaim } from "../support/reclaiming.js";
import { createShelf, DAY, type Shelf, sweepShelf } from "../support/storage.js";

// The first run downloads and builds.
const PATIENT = { timeout: 600_000 };
const binaries = {
  "Distribution 2.8": async () => (await findRegistryBinary(() => undefined)).binary,
  "Distribution 3": () => findDistribution3(() => undefined),
} as const;
const versions = Object.keys(binaries) as (keyof typeof binaries)[];

async function shelfFor({ skip }: TestContext, version: keyof typeof binaries): Promise<Shelf> {
  const binary = await binaries[version]();
  if (binary === undefined) return skip("Distribution 3 can't be built");
  const shelf = await createShelf(binary);
  onTestFinished(() => shelf.remove());
  return shelf;
}

/** The tags that are listed after the sweep and a collection, when all of them were pulled and none of these digests can be. */
async function tagsWithout(shelf: Shelf, gone: readonly { readonly digest: string }[]): Promise<unknown> {
  await shelf.collect();
  return shelf.serve(async (repo) => {
    const tags = await listTags(repo("app"));
    for (const tag of tags) await pullImage(repo("app"), tag);
    for (const { digest } of gone) expect((await getManifest(repo("app"), digest)).status).toBe(404);
    return [...tags].sort();
  });
}

describe.each(versions)("%s, whose main was pushed four times", (version) => {
  test("and each time signed: the first three go with their signatures", PATIENT, async (context) => {
    const shelf = await shelfFor(context, version);
    const pushed = await shelf.serve(async (repo) => {
      const images: Signed[] = [];
      for (const seed of ["1", "2", "3", "4"]) {
        images.push(await attach(repo("app"), await pushImage(repo("app"), ["main"], { seed })));
      }
      return images;
    });
    await shelf.age(1);
    const { result } = await runReclaim({
      storage: shelf.root,
      offline: "true",
      "untagged-older-than": "1h",
    });
    expect(result.sweep).toMatchObject({ unsure: [] });
    expect(result.sweep?.removals.filter(({ kind }) => kind !== "removed")).toEqual([]);
    const last = pushed.pop();
    const gone = pushed.flatMap(({ image, attachments }) => [image, ...attachments]);
    expect(await tagsWithout(shelf, gone)).toEqual(["main", ...(last?.tags ?? [])].sort());
    expect((await sweepShelf(shelf, { untaggedOlderThan: DAY / 24 })).removals).toEqual([]);
  });

  test("and each has its fallback tag: they go with the first three", PATIENT, async (context) => {
    const shelf = await shelfFor(context, version);
    const pushed = await shelf.serve(async (repo) => {
      const images: Signed[] = [];
      for (const seed of ["1", "2", "3", "4"]) {
        images.push(await attachByFallback(repo("app"), await pushImage(repo("app"), ["main"], { seed })));
      }
      return images;
    });
    await shelf.age(1);
    const { unsure } = await sweepShelf(shelf, { untaggedOlderThan: DAY / 24 });
    expect(unsure).toEqual([]);
    const last = pushed.pop();
    const gone = pushed.flatMap(({ image, attachments }) => [image, ...attachments]);
    expect(await tagsWithout(shelf, gone)).toEqual(["main", ...(last?.tags ?? [])].sort());
    await shelf.serve(async (repo) => {
      for (const { digest } of last?.attachments ?? []) await pullImage(repo("app"), digest);
    });
  });

  test("and has one SBOM: the tags of the first three go, and it stays", PATIENT, async (context) => {
    const shelf = await shelfFor(context, version);
    const images = await shelf.serve(async (repo) => {
      const pushed = [];
      for (const seed of ["1", "2", "3", "4"]) {
        const image = await pushImage(repo("app"), ["main"], { seed });
        await pushImage(repo("app"), [attachmentTag(image, ".sbom")], { seed: "sbom" });
        pushed.push(image);
      }
      return pushed;
    });
    await shelf.age(1);
    await sweepShelf(shelf, { untaggedOlderThan: DAY / 24 });
    const last = images.pop();
    expect(last).toBeDefined();
    expect(await tagsWithout(shelf, images)).toEqual(
      ["main", ...(last === undefined ? [] : [attachmentTag(last, ".sbom")])].sort(),
    );
  });

  test("and an audited signature has a tag of its own: it keeps its image", PATIENT, async (context) => {
    const shelf = await shelfFor(context, version);
    const tags = await shelf.serve(async (repo) => {
      const audited = await pushImage(repo("app"), ["main"], { seed: "1" });
      const signature = attachmentTag(audited);
      await pushImage(repo("app"), [signature, "audited"], { seed: "signature" });
      await pushImage(repo("app"), ["main"], { seed: "2" });
      return ["audited", "main", signature];
    });
    await shelf.age(1);
    expect((await sweepShelf(shelf, { untaggedOlderThan: DAY / 24 })).removals).toEqual([]);
    expect(await tagsWithout(shelf, [])).toEqual([...tags].sort());
  });
});
