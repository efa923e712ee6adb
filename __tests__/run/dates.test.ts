import { describe, expect, test } from "vitest";
import { getManifest, listTags, pushImage, pushIndex } from "../../scripts/images.mjs";
import { deletedTags, statusOf } from "../../src/report/run/result.js";
import { attach } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import {
  blobsRead,
  configOf,
  configPaths,
  deletesSent,
  isBlob,
  methodsSent,
  UNREADABLE,
} from "../support/policies.js";
import { pulledTags, type Pushed, useProxiedRegistry } from "../support/proxied.js";
import { applied, failed, runPrune } from "../support/pruning.js";

/** The order by the images' own dates. */
const proxied = useProxiedRegistry();

type Repo = Parameters<typeof pushImage>[0];

const month = (number: number): Date => new Date(Date.UTC(2024, number - 1));

/** Images of these tags, each with the month of its date. */
async function pushDated(
  repo: Repo,
  months: Readonly<Record<string, number>>,
): Promise<ReadonlyMap<string, Pushed>> {
  const images = new Map<string, Pushed>();
  for (const [tag, number] of Object.entries(months)) {
    images.set(tag, await pushImage(repo, [tag], { created: month(number) }));
  }
  return images;
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test("the newest by date stay, whatever their names say and in whatever order they were pushed", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const names = { "2.0.0": 3, main: 7, zzz: 1, "1.0.0": 6, "feature-x": 2, "nightly.9": 5 };
    const images = await pushDated(made.repo, names);
    const pruned = await runPrune({ image: made.image, sort: "created", keep: "3" });
    expect(applied(pruned).deleted).toEqual(["2.0.0", "feature-x", "zzz"]);
    expect(statusOf(pruned.result)).toBe("done");
    expect(applied(pruned).plan.notices).toEqual([]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "main", "nightly.9"]);
    // A date is the order, so every one is read, and none twice.
    expect(blobsRead(made)).toEqual(configPaths([...images.values()]));
  });

  test("a multi-arch image has the date of its newest child, and goes and stays with all of them", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const { repo } = made;
    const [january, february, march, april, june] = await Promise.all(
      [1, 2, 3, 4, 6].map((number) => pushImage(repo, [], { created: month(number) })),
    );
    if (!january || !february || !march || !april || !june) throw new Error("five were pushed");
    await pushIndex(repo, ["old"], [february, april]);
    await pushIndex(repo, ["rebuilt"], [january, june, march]);
    await pushDated(repo, { single: 5 });
    const pruned = await runPrune({ image: made.image, sort: "created", keep: "2" });
    expect(applied(pruned).deleted).toEqual(["old"]);
    expect(await pulledTags(repo)).toEqual(["rebuilt", "single"]);
    const statuses = [january, february, march, april].map(({ digest }) => getManifest(repo, digest));
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 404, 200, 404]);
  });
});

test("an index of indexes has the newest date of all that it contains, and a child that has none says nothing", async () => {
  const made = await proxied();
  const { repo } = made;
  const attestation = { platform: { architecture: "unknown", os: "unknown" }, created: null };
  const inner = await pushIndex(repo, [], [await pushImage(repo, [], { created: month(8) })]);
  await pushIndex(repo, ["nested"], [inner, await pushImage(repo, [], attestation)]);
  await pushDated(repo, { a: 7, b: 6 });
  const pruned = await runPrune({ image: made.image, sort: "created", keep: "2" });
  expect(applied(pruned)).toMatchObject({ deleted: ["b"], plan: { notices: [] } });
  expect(await pulledTags(repo)).toEqual(["a", "nested"]);
});

test("an image without a date, or with one that is made up, stays without a place, and it is said", async () => {
  const made = await proxied();
  const { repo } = made;
  await pushDated(repo, { a: 2, b: 3 });
  await pushImage(repo, ["none"], { created: null });
  for (const [tag, created] of [
    ["epoch", "1970-01-01T00:00:00Z"],
    ["go-zero", "0001-01-01T00:00:00Z"],
    ["words", "yesterday"],
  ] as const) {
    await pushImage(repo, [tag], { created });
  }
  const annotations = { "org.opencontainers.image.created": month(4).toISOString() };
  await pushImage(repo, ["annotated"], { created: null, annotations });
  const pruned = await runPrune({ image: made.image, sort: "created", keep: "2" });
  const { plan, deleted } = applied(pruned);
  expect(plan.notices).toEqual([
    { kind: "undated", tags: ["words", "none", "go-zero", "epoch"], by: ["sort"] },
  ]);
  expect(deleted).toEqual(["a"]);
  expect(await pulledTags(repo)).toEqual(["annotated", "b", "epoch", "go-zero", "none", "words"]);
});

test("an image whose configuration the registry does not have is one without a date", async () => {
  const made = await proxied();
  const images = await pushDated(made.repo, { a: 2, b: 3, newest: 9 });
  const lost = configOf(images.get("newest"));
  const { status } = await fetch(`${made.repo.base}/v2/${made.repo.name}/blobs/${lost}`, {
    method: "DELETE",
  });
  expect(status).toBe(202);
  const pruned = await runPrune({ image: made.image, sort: "created", keep: "1" });
  expect(applied(pruned).plan.notices).toEqual([{ kind: "undated", tags: ["newest"], by: ["sort"] }]);
  expect(applied(pruned).deleted).toEqual(["a"]);
  expect(await listTags(made.repo)).toEqual(["b", "newest"]);
});

test("latest never goes, however old, nor does what was just pushed; signatures go with their image", async () => {
  const made = await proxied();
  const { repo } = made;
  const images = await pushDated(repo, { latest: 1, hotfix: 2, a: 3, b: 4, c: 5 });
  const [gone, kept] = [images.get("a"), images.get("b")];
  if (!gone || !kept) throw new Error("both were pushed");
  await attach(repo, gone);
  const signed = await attach(repo, kept);
  const pruned = await runPrune({ image: `${made.image}:hotfix`, sort: "created", keep: "2" });
  expect(applied(pruned).plan.verdicts).toContainEqual({
    kind: "keep",
    tag: "latest",
    digest: images.get("latest")?.digest,
    reason: { kind: "latest" },
  });
  expect(await pulledTags(repo)).toEqual(["b", "c", "hotfix", "latest", ...signed.tags].sort());
  // Those alone that have a place in the order: not that of latest, nor those of signatures.
  const ordered = ["hotfix", "a", "b", "c"].flatMap((tag) => images.get(tag) ?? []);
  expect(blobsRead(made)).toEqual(configPaths(ordered));
});

test("two tags of one image, and two images of one configuration, are read once; the image counts once", async () => {
  const made = await proxied();
  const { repo } = made;
  await pushImage(repo, ["a", "a-too"], { created: month(5) });
  const same = { seed: "same", created: month(4) };
  const first = await pushImage(repo, ["b"], { ...same, annotations: { build: "1" } });
  const second = await pushImage(repo, ["c"], { ...same, annotations: { build: "2" } });
  expect(configOf(first)).toBe(configOf(second));
  await pushImage(repo, ["d"], { created: month(3) });
  await runPrune({ image: made.image, sort: "created", keep: "2" });
  // An equal date is no date: nothing says which of b and c is newer.
  expect(await pulledTags(repo)).toEqual(["a", "a-too", "b", "c"]);
  expect(blobsRead(made)).toHaveLength(3);
});

test("a dry run decides the same and only reads", async () => {
  const made = await proxied();
  await pushDated(made.repo, { a: 1, b: 2, c: 3 });
  const { outcome, result } = await runPrune({
    image: made.image,
    sort: "created",
    keep: "1",
    "dry-run": "true",
  });
  expect(outcome).toMatchObject({ kind: "planned" });
  expect(deletedTags(result)).toEqual([`${made.image}:b`, `${made.image}:a`]);
  expect(methodsSent(made)).toEqual(["GET"]);
  expect(await pulledTags(made.repo)).toEqual(["a", "b", "c"]);
});

describe("a configuration", () => {
  test.each(UNREADABLE)("%s: nothing is decided, and nothing is deleted", async (_, act) => {
    const made = await proxied();
    const images = await pushDated(made.repo, { a: 1, b: 2, c: 3 });
    const digest = configOf(images.get("b"));
    made.proxy.on({ when: isBlob(digest), act });
    const pruned = await runPrune({ image: made.image, sort: "created", keep: "1" });
    expect(failed(pruned).plan).toBeUndefined();
    expect(failed(pruned).error.nextStep).not.toBe("");
    expect(statusOf(pruned.result)).toBe("failed");
    expect(deletesSent(made)).toEqual([]);
    expect(methodsSent(made)).toEqual(["GET"]);
    expect(await listTags(made.repo)).toEqual(["a", "b", "c"]);
  });
});
