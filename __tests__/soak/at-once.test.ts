import { setTimeout as sleep } from "node:timers/promises";
import pMap from "p-map";
import { describe, expect, test } from "vitest";
import { pullImage, pushImage, putManifest, type Repo } from "../../scripts/images.mjs";

import { statusOf } from "../../src/report/run/result.js";
import { useDistribution } from "../support/distributions.js";
import type { Pushed } from "../support/proxied.js";
import { newRepository, type Pruned, runPrune } from "../support/pruning.js";
import { runRestore } from "../support/restoring.js";
import { type Random, randomOf, soakNumbers, soakSeed } from "./random.js";

/**
 * Several prunes, a pusher, and somebody who moves a tag, all at once on one repository. What is to stay is whole in the end; or a run that saw it go has failed, and
 * the journal of that run puts it back.
 */
const FEW = 3;
const LONG = 3_600_000;
const SEED = soakSeed();
const FIRST = 12;
const LAST = 16;

const tagOf = (number: number): string => `3.3.0-alpha.${String(number)}`;

/** Pushes one image after the other, as pipelines do. */
async function pushOn(repo: Repo, random: Random): Promise<void> {
  for (let number = FIRST + 1; number <= LAST; number += 1) {
    await pushImage(repo, [tagOf(number)]);
    await sleep(random.int(20));
  }
}

/** Moves a tag to and fro, onto images that go, too. An image that is gone already is pushed again under it. */
async function moveOn(repo: Repo, images: readonly Pushed[], random: Random): Promise<void> {
  for (let times = 0; times < 8; times += 1) {
    const { mediaType, bytes } = random.pick(images);
    const put = (): Promise<unknown> => putManifest(repo, "stable", mediaType, bytes);
    // 2.8 answers 500 where it removes the tag's folder at the same time; whoever pushes does so again.
    await put().catch(put);
    await sleep(random.int(20));
  }
}

async function isWhole(repo: Repo, tag: string): Promise<boolean> {
  return pullImage(repo, tag).then(
    () => true,
    () => false,
  );
}

/** Returns the tags of these that are not whole. */
async function brokenOf(repo: Repo, tags: readonly string[]): Promise<readonly string[]> {
  const whole = await Promise.all(tags.map((tag) => isWhole(repo, tag)));
  return tags.filter((_, index) => whole[index] !== true);
}

function sees({ outcome }: Pruned, tag: string): boolean {
  return outcome.kind === "applied" && outcome.harm.some((harm) => harm.tag === tag);
}

async function runAtOnce(url: string, number: number): Promise<void> {
  const random = randomOf(SEED, number);
  const repo = newRepository(url);
  const images: Pushed[] = [];
  for (let each = 1; each <= FIRST; each += 1) images.push(await pushImage(repo, [tagOf(each)]));
  await moveOn(repo, images.slice(-1), random);
  const image = `${new URL(url).host}/${repo.name}`;
  const prune = async (): Promise<Pruned> => {
    await sleep(random.int(40));
    return runPrune({ image, keep: "3" });
  };
  const prunes = Array.from({ length: 2 + random.int(2) }, prune);
  const [pruned] = await Promise.all([
    Promise.all(prunes),
    pushOn(repo, random),
    moveOn(repo, images, random),
  ]);
  const newest = [LAST - 2, LAST - 1, LAST].map(tagOf);
  for (const tag of await brokenOf(repo, [...newest, "stable"])) {
    const run = pruned.find((each) => sees(each, tag));
    const where = `SOAK_SEED=${String(SEED)} SOAK_ONLY=${String(number)}: ${tag}`;
    expect(run, `${where} is lost, and no run says so`).toBeDefined();
    if (run === undefined) continue;
    expect(statusOf(run.result), where).toBe("failed");
    await runRestore(run.result.journal ?? "");
    expect(await brokenOf(repo, [tag]), where).toEqual([]);
  }
}

describe.each(["2.8", "3.1.1"] as const)("on Distribution %s", (distribution) => {
  const stage = useDistribution(distribution);

  test(
    "prunes, pushes and moves at once: what is lost is said, and comes back where a run fails for it",
    async ({ skip }) => {
      const { base: url } = (await stage(skip)).repo;
      const wrong: string[] = [];
      const all = (number: number): Promise<unknown> =>
        runAtOnce(url, number).catch((error: unknown) => wrong.push(String(error)));
      await pMap(soakNumbers(FEW), all, { concurrency: 2 });
      expect(wrong).toEqual([]);
    },
    LONG,
  );
});
