import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { getManifest, pushImage, pushIndex } from "../../scripts/images.mjs";
import { statusOf } from "../../src/report/run/result.js";
import { attach } from "../support/attachments.js";
import { useDistribution } from "../support/distributions.js";
import {
  blobsRead,
  bytesIn,
  bytesOf,
  configOf,
  configPaths,
  deletesSent,
  hoursAgo,
  isBlob,
} from "../support/policies.js";
import { type Proxied, pulledTags, type Pushed, useProxiedRegistry } from "../support/proxied.js";
import { applied, failed, runPrune } from "../support/pruning.js";

/** A repository is cut down to a size, by what its images take together. */
const proxied = useProxiedRegistry();

const budgetOf = (bytes: number): { readonly "max-size": string } => ({ "max-size": `${bytes}B` });

/** An image of each tag, in the order given, of a layer of so many bytes and of these. */
async function pushSized(
  { repo }: Pick<Proxied, "repo">,
  sizes: Readonly<Record<string, number>>,
  shared: readonly Buffer[] = [],
): Promise<readonly Pushed[]> {
  const images: Pushed[] = [];
  for (const [tag, size] of Object.entries(sizes)) {
    images.push(await pushImage(repo, [tag], { layers: [...shared, randomBytes(size)] }));
  }
  return images;
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test.for([
    ["exactly", 0, ["1.2.0", "1.3.0", "1.4.0"]],
    ["but for a byte", -1, ["1.3.0", "1.4.0"]],
  ] as const)(
    "of images that share a layer as many stay as there is room for: of three %s",
    async ([, more, left], { skip }) => {
      const made = await stage(skip);
      const sizes = { "1.0.0": 900, "1.1.0": 1000, "1.2.0": 1100, "1.3.0": 1200, "1.4.0": 1300 };
      const images = await pushSized(made, sizes, [randomBytes(50_000)]);
      const budget = bytesOf(images.slice(2)) + more;
      const pruned = await runPrune({ image: made.image, ...budgetOf(budget) });
      expect(statusOf(pruned.result)).toBe("done");
      expect(await pulledTags(made.repo)).toEqual(left);
      const size = await bytesIn(made.repo);
      expect(size).toBeLessThanOrEqual(budget);
      const { plan } = applied(pruned);
      expect(plan.budget).toMatchObject({ maxSize: budget, stays: { bytes: size, isLeast: false } });
      expect(plan.notices).toEqual([]);
      expect(plan.verdicts).toContainEqual(
        expect.objectContaining({
          kind: "delete",
          tag: "1.1.0",
          reason: {
            kind: "over-budget",
            group: "release",
            rank: 4,
            of: 5,
            maxSize: budget,
          },
        }),
      );
      // The registry is asked for the sizes, so nothing is read for them.
      expect(blobsRead(made)).toEqual([]);
    },
  );

  test("an old image that has another name which stays takes no room, and loses none of its names", async ({
    skip,
  }) => {
    const made = await stage(skip);
    const [, ...newest] = await pushSized(made, { "1.0.0": 100, "1.1.0": 2000, "1.2.0": 300 });
    const alias = await pushImage(made.repo, ["0.9.0", "stable"], { layers: [randomBytes(70_000)] });
    const budget = bytesOf([...newest, alias]);
    const pruned = await runPrune({ image: made.image, ...budgetOf(budget) });
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect(await pulledTags(made.repo)).toEqual(["0.9.0", "1.1.0", "1.2.0", "stable"]);
    expect(await bytesIn(made.repo)).toBe(budget);
  });
});

test("a repository that fits stays as it is, and what keep does not keep goes all the same", async () => {
  const made = await proxied();
  const images = await pushSized(made, { "1.0.0": 100, "1.1.0": 100, "1.2.0": 100 });
  const pruned = await runPrune({ image: made.image, keep: "2", ...budgetOf(bytesOf(images)) });
  expect(applied(pruned).deleted).toEqual(["1.0.0"]);
  expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.2.0"]);
});

test("from the first image that there is no room for all older ones go, small ones too", async () => {
  const made = await proxied();
  const sizes = { "1.0.0": 10, "1.1.0": 10, "1.2.0": 60_000, "1.3.0": 10, "1.4.0": 10 };
  await pushSized(made, sizes);
  await runPrune({ image: made.image, ...budgetOf(20_000) });
  expect(await pulledTags(made.repo)).toEqual(["1.3.0", "1.4.0"]);
  expect(await bytesIn(made.repo)).toBeLessThanOrEqual(20_000);
});

test("room goes by rank across the groups: the second of each before the third of any", async () => {
  const made = await proxied();
  const tags = ["1.0.0", "1.1.0", "1.2.0", "1.0.0-rc.1", "1.1.0-rc.1", "1.2.0-rc.1"];
  const images = await pushSized(made, Object.fromEntries(tags.map((tag) => [tag, 1000])));
  const budget = bytesOf(images.slice(0, 4)) + 100;
  await runPrune({ image: made.image, ...budgetOf(budget) });
  expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.1.0-rc.1", "1.2.0", "1.2.0-rc.1"]);
  expect(await bytesIn(made.repo)).toBeLessThanOrEqual(budget);
});

test("a budget that is less than what has to stay: that stays, each group's newest with it, and it is said", async () => {
  const made = await proxied();
  const { repo } = made;
  const tags = { "1.0.0": 500, "1.1.0": 500, "2.0.0-rc.1": 500, "2.0.0-rc.2": 500, "0.1.0": 500 };
  await pushSized(made, tags);
  await pushSized(made, { main: 500, "0.2.0": 500, "0.3.0": 500 });
  const settings = { exclude: "0.2.*", protect: `${repo.name}:0.3.0`, ...budgetOf(10) };
  const pruned = await runPrune({ image: `${made.image}:0.1.0`, ...settings });
  expect(statusOf(pruned.result)).toBe("done");
  const left = ["0.1.0", "0.2.0", "0.3.0", "1.1.0", "2.0.0-rc.2", "main"];
  expect(await pulledTags(repo)).toEqual(left);
  const least = { bytes: await bytesIn(repo), isLeast: false };
  expect(applied(pruned).plan.notices).toEqual([{ kind: "over-budget", maxSize: 10, least, stays: least }]);
});

test("signatures count with their image, and go with it", async () => {
  const made = await proxied();
  const { repo } = made;
  const [old, middle, newest] = await pushSized(made, { "1.0.0": 500, "1.1.0": 500, "1.2.0": 500 });
  if (!old || !middle || !newest) throw new Error("three were pushed");
  const signed = await attach(repo, middle);
  const all = bytesOf([old, middle, newest, ...signed.attachments]);
  // There is room for 1.1.0, but not for its signatures as well.
  const budget = bytesOf([middle, newest]) + 100;
  expect(budget).toBeLessThan(all);
  const pruned = await runPrune({ image: made.image, ...budgetOf(budget) });
  expect([...applied(pruned).deleted].sort()).toEqual(["1.0.0", "1.1.0", ...signed.tags].sort());
  expect(await pulledTags(repo)).toEqual(["1.2.0"]);
  for (const { digest } of signed.attachments) expect((await getManifest(repo, digest)).status).toBe(404);
});

test("an image that fits with its signatures keeps them", async () => {
  const made = await proxied();
  const [old, newest] = await pushSized(made, { "1.0.0": 500, "1.1.0": 500 });
  if (!old || !newest) throw new Error("both were pushed");
  const signed = await attach(made.repo, old);
  const budget = bytesOf([old, newest, ...signed.attachments]);
  await pushSized(made, { "0.1.0": 10 });
  await runPrune({ image: made.image, ...budgetOf(budget) });
  expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", ...signed.tags].sort());
  expect(await bytesIn(made.repo)).toBe(budget);
});

test("of a multi-arch image counts all that it contains, but what stays anyhow", async () => {
  const made = await proxied();
  const { repo } = made;
  const push = (size: number): Promise<Pushed> => pushImage(repo, [], { layers: [randomBytes(size)] });
  const [shared, own, other, first] = [await push(40_000), await push(900), await push(800), await push(700)];
  const oldest = await pushIndex(repo, ["1.0.0"], [shared, first]);
  const older = await pushIndex(repo, ["1.1.0"], [shared, own]);
  const newest = await pushIndex(repo, ["1.2.0"], [shared, other]);
  const budget = bytesOf([newest, older, shared, own, other]);
  await runPrune({ image: made.image, ...budgetOf(budget) });
  expect(await pulledTags(repo)).toEqual(["1.1.0", "1.2.0"]);
  expect(await bytesIn(repo)).toBe(budget);
  for (const { digest } of [oldest, first]) expect((await getManifest(repo, digest)).status).toBe(404);
});

describe("with keep-younger-than", () => {
  const settings = { "keep-younger-than": "1d" };

  async function pushAged({ repo }: Proxied): Promise<readonly Pushed[]> {
    const images: Pushed[] = [];
    for (const [tag, hours] of [
      ["1.0.0", 48],
      ["1.1.0", 2],
      ["1.2.0", 48],
      ["1.3.0", 48],
    ] as const) {
      const parts = { created: hoursAgo(hours), layers: [randomBytes(1000)] };
      images.push(await pushImage(repo, [tag], parts));
    }
    return images;
  }

  test("young images stay beyond the budget, and take room before older ones of a higher rank", async () => {
    const made = await proxied();
    const images = await pushAged(made);
    const budget = bytesOf(images.slice(0, 3));
    const pruned = await runPrune({ image: made.image, ...settings, ...budgetOf(budget) });
    expect(applied(pruned).deleted).toEqual(["1.0.0"]);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.2.0", "1.3.0"]);
    expect(await bytesIn(made.repo)).toBe(budget);
    const less = await runPrune({ image: made.image, ...settings, ...budgetOf(budget - 1) });
    expect(applied(less).deleted).toEqual(["1.2.0"]);
    expect(await pulledTags(made.repo)).toEqual(["1.1.0", "1.3.0"]);
  });

  test("no age is asked for where all fits, and those of all candidates where it does not", async () => {
    const made = await proxied();
    const images = await pushAged(made);
    await runPrune({ image: made.image, ...settings, ...budgetOf(bytesOf(images)) });
    expect(blobsRead(made)).toEqual([]);
    // Of two for the rank, and then of the others for the budget.
    const small = { ...settings, keep: "2", ...budgetOf(10), "dry-run": "true" };
    await runPrune({ image: made.image, ...small });
    expect(blobsRead(made)).toEqual(configPaths(images));
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0", "1.3.0"]);
  });

  test("an age that can't be read leaves everything as it is", async () => {
    const made = await proxied();
    const [, , image] = await pushAged(made);
    made.proxy.on({ when: isBlob(configOf(image)), act: { kind: "answer", status: 500 } });
    failed(await runPrune({ image: made.image, ...settings, ...budgetOf(10) }));
    expect(deletesSent(made)).toEqual([]);
    expect(await pulledTags(made.repo)).toEqual(["1.0.0", "1.1.0", "1.2.0", "1.3.0"]);
  });
});
