import { describe, expect, test } from "vitest";
import { getManifest, listTags, pullImage, pushImage, pushIndex } from "../../scripts/images.mjs";
import type { Verdict } from "../../src/core/policy/verdict.js";
import { deletedTags, statusOf } from "../../src/report/run/result.js";
import { attach } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import {
  blobsRead,
  configOf,
  configPaths,
  deletesSent,
  hoursAgo,
  isBlob,
  methodsSent,
  UNREADABLE,
} from "../support/policies.js";
import { type Proxied, pulledTags, type Pushed, useProxiedRegistry } from "../support/proxied.js";
import { applied, failed, type Pruned, runPrune } from "../support/pruning.js";

/** Young images stay, whatever their rank; and of those alone that would else go is the date read. */
const proxied = useProxiedRegistry();

const DAY = 24 * 60 * 60_000;
const younger = { keep: "1", "keep-younger-than": "1d" };

/** An image of each tag, created so many hours ago; null: nobody says when. */
async function pushAged(
  { repo }: Pick<Proxied, "repo">,
  hours: Readonly<Record<string, number | null>>,
): Promise<readonly Pushed[]> {
  const images: Pushed[] = [];
  for (const [tag, age] of Object.entries(hours)) {
    images.push(await pushImage(repo, [tag], { created: age === null ? null : hoursAgo(age) }));
  }
  return images;
}

function reasonsOf(pruned: Pruned): Readonly<Record<string, Verdict["reason"]>> {
  const { verdicts } = applied(pruned).plan;
  return Object.fromEntries(verdicts.map(({ tag, reason }) => [tag, reason]));
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test("young images stay, old ones go, and one that nobody says the age of stays", async ({ skip }) => {
    const made = await stage(skip);
    const ages = { "1.0.0": 25, "1.1.0": 23, "1.2.0": null, "1.3.0": 1000, "1.4.0": -5, "1.5.0": 1000 };
    const images = await pushAged(made, ages);
    const pruned = await runPrune({ image: made.image, ...younger });
    expect(applied(pruned).deleted).toEqual(["1.3.0", "1.0.0"]);
    expect(statusOf(pruned.result)).toBe("done");
    expect(reasonsOf(pruned)).toMatchObject({
      "1.5.0": { kind: "newest", rank: 1 },
      "1.4.0": { kind: "younger", limit: DAY },
      "1.2.0": { kind: "undated", limit: DAY },
      "1.1.0": { kind: "younger", limit: DAY },
    });
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.2.0", "1.4.0", "1.5.0"]);
    // All but that of the newest, which stays however old it is.
    expect(blobsRead(made)).toEqual(configPaths(images.slice(0, -1)));
  });
});

test("what stays for another reason is not asked for its age", async () => {
  const made = await proxied();
  const { repo } = made;
  await pushImage(repo, ["1.0.0", "latest"], { created: hoursAgo(100) });
  await pushAged(made, { "1.1.0": 100, "1.2.0": 100, "1.3.0": 100, main: 100 });
  const child = await pushImage(repo, ["1.4.0"], { created: hoursAgo(100) });
  await pushIndex(repo, ["stable"], [child]);
  const [goes] = await pushAged(made, { "1.5.0": 100 });
  await pushAged(made, { "2.0.0": 100 });
  const settings = { ...younger, exclude: "1.2.*", protect: `${repo.name}:1.3.0` };
  await runPrune({ image: `${made.image}:1.1.0`, ...settings });
  expect(await pulledTags(repo)).toEqual([
    ...["1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "2.0.0"],
    ...["latest", "main", "stable"],
  ]);
  expect(blobsRead(made)).toEqual(configPaths(goes === undefined ? [] : [goes]));
});

test("a multi-arch image is as young as its youngest child, which has all of it stay", async () => {
  const made = await proxied();
  const { repo } = made;
  const [old, older, young] = await pushChildren(made, [48, 72, 2]);
  await pushIndex(repo, ["1.0.0"], [old, older]);
  await pushIndex(repo, ["1.1.0"], [older, young]);
  await pushAged(made, { "1.2.0": 100 });
  const pruned = await runPrune({ image: made.image, ...younger });
  expect(applied(pruned).deleted).toEqual(["1.0.0"]);
  expect(await pulledTags(repo)).toEqual(["1.1.0", "1.2.0"]);
  expect((await getManifest(repo, old.digest)).status).toBe(404);
  // That which both contain, once.
  expect(blobsRead(made)).toEqual(configPaths([old, older, young]));
});

async function pushChildren(
  { repo }: Proxied,
  hours: readonly [number, number, number],
): Promise<readonly [Pushed, Pushed, Pushed]> {
  const [a, b, c] = hours.map((age) => pushImage(repo, [], { created: hoursAgo(age) }));
  if (!a || !b || !c) throw new Error("there are three");
  return Promise.all([a, b, c]);
}

test("a young image keeps its signatures, and an old one's go with it", async () => {
  const made = await proxied();
  const [old, young] = await pushAged(made, { "1.0.0": 48, "1.1.0": 2 });
  if (!old || !young) throw new Error("both were pushed");
  const [gone, stays] = [await attach(made.repo, old), await attach(made.repo, young)];
  await pushAged(made, { "1.2.0": 100 });
  const pruned = await runPrune({ image: made.image, ...younger });
  expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", ...gone.tags].sort());
  expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.2.0", ...stays.tags].sort());
  // A signature goes with its image, and has no age of its own.
  expect(blobsRead(made)).toEqual(configPaths([old, young]));
});

test("the old alias of a young image stays with it", async () => {
  const made = await proxied();
  await pushImage(made.repo, ["1.0.0", "v1.0.0"], { created: hoursAgo(2) });
  await pushAged(made, { "1.1.0": 100, "1.2.0": 100 });
  await runPrune({ image: made.image, ...younger });
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.2.0", "v1.0.0"]);
  expect(blobsRead(made)).toHaveLength(2);
});

test.each(["semver", "prerelease", "natural", "created"])("in the order %s", async (sort) => {
  const made = await proxied();
  await pushAged(made, { "1.0.0-rc.1": 90, "1.0.0-rc.2": 2, "1.0.0-rc.3": 80, "1.0.0-rc.4": 1 });
  await runPrune({ image: made.image, ...younger, sort });
  expect(await pulledTags(made.repo)).toEqual(["1.0.0-rc.2", "1.0.0-rc.4"]);
});

test("where nothing goes, no age is asked for", async () => {
  const made = await proxied();
  await pushAged(made, { "1.0.0": 100, "1.1.0": 100 });
  const pruned = await runPrune({ image: made.image, ...younger, keep: "2" });
  expect(applied(pruned).deletions).toEqual([]);
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0"]);
  expect(blobsRead(made)).toEqual([]);
});

test("a dry run reads the same, and only reads", async () => {
  const made = await proxied();
  const images = await pushAged(made, { "1.0.0": 48, "1.1.0": 2, "1.2.0": 100 });
  const { outcome, result } = await runPrune({ image: made.image, ...younger, "dry-run": "true" });
  expect(outcome.kind).toBe("planned");
  expect(deletedTags(result)).toEqual([`${made.image}:1.0.0`]);
  expect(methodsSent(made)).toEqual(["GET"]);
  expect(blobsRead(made)).toEqual(configPaths(images.slice(0, 2)));
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
});

describe("a configuration", () => {
  test.each(UNREADABLE)("%s: nothing is decided, and nothing is deleted", async (_, act) => {
    const made = await proxied();
    const [, image] = await pushAged(made, { "1.0.0": 48, "1.1.0": 2, "1.2.0": 100 });
    made.proxy.on({ when: isBlob(configOf(image)), act });
    const pruned = await runPrune({ image: made.image, ...younger });
    expect(failed(pruned).plan).toBeUndefined();
    expect(failed(pruned).error.nextStep).not.toBe("");
    expect(statusOf(pruned.result)).toBe("failed");
    expect(deletesSent(made)).toEqual([]);
    expect(methodsSent(made)).toEqual(["GET"]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test("of a child that can't be read: nothing is deleted, the tag with an age that is known neither", async () => {
    const made = await proxied();
    await pushAged(made, { "1.0.0": 48 });
    const [child] = await pushChildren(made, [72, 48, 24]);
    await pushIndex(made.repo, ["1.1.0"], [child]);
    await pushAged(made, { "1.2.0": 100 });
    made.proxy.on({ when: isBlob(configOf(child)), act: { kind: "answer", status: 500 } });
    failed(await runPrune({ image: made.image, ...younger }));
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0"]);
  });

  test("that fails once is asked for again", async () => {
    const made = await proxied();
    const [image] = await pushAged(made, { "1.0.0": 48, "1.1.0": 100 });
    const config = configOf(image);
    made.proxy.on({ when: isBlob(config), times: 1, act: { kind: "answer", status: 503 } });
    expect(applied(await runPrune({ image: made.image, ...younger })).deleted).toEqual(["1.0.0"]);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0"]);
  });

  test("that the registry does not have leaves the tag where it is, and the others go", async () => {
    const made = await proxied();
    const [, image] = await pushAged(made, { "1.0.0": 48, "1.1.0": 48, "1.2.0": 100 });
    const config = configOf(image);
    const url = `${made.repo.base}/v2/${made.repo.name}/blobs/${config}`;
    expect((await fetch(url, { method: "DELETE" })).status).toBe(202);
    const pruned = await runPrune({ image: made.image, ...younger });
    expect(applied(pruned)).toMatchObject({ deleted: ["1.0.0"], harm: [] });
    expect(reasonsOf(pruned)).toMatchObject({ "1.1.0": { kind: "undated" } });
    expect(await listTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
    await pullImage(made.repo, "1.2.0");
  });
});
