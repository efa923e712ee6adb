import { cli, floorUnder, mustTime, ours } from "./contenders.mjs";
import { fill } from "./ground.mjs";
import { keepOf } from "./table.mjs";
import { median, timed } from "./timing.mjs";

/**
 * What a first run takes: medians in ms; `direct` is the same client deleting digest by digest.
 * @typedef {{ size: number, keep: number, rounds: number, requests: number, ms: { ours: number, floor: number, direct?: number } }} FirstRun
 */

const ROUNDS = 3;

/**
 * The largest repository down to ten, ours and the floor by turns, and once without untagging first.
 * @param {import("./ground.mjs").Ground} ground
 * @param {{ sizes: number[], rounds?: number | undefined }} options
 * @param {import("./ground.mjs").Say} say
 * @returns {Promise<FirstRun>}
 */
export async function firstRun(ground, { sizes, rounds = ROUNDS }, say) {
  const size = Math.max(...sizes);
  await fill(ground, size, say);
  const task = { size, keep: keepOf(size) };
  const { contender: under, requests } = await floorUnder(ground, ours(), task);
  /** @type {{ ours: number[], floor: number[] }} */
  const took = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    took.ours.push(await mustTime(ground, ours(), task));
    took.floor.push(await mustTime(ground, under, task));
    say(
      `first run, ${size} tags: ${Math.round(took.ours.at(-1) ?? 0)} ms, floor ${Math.round(took.floor.at(-1) ?? 0)}`,
    );
  }
  const ms = { ours: median(took.ours), floor: median(took.floor) };
  const direct = await digestByDigest(ground, task, say);
  return { ...task, rounds, requests, ms: { ...ms, ...(direct !== undefined && { direct }) } };
}

/**
 * @param {import("./ground.mjs").Ground} ground
 * @param {{ size: number, keep: number }} task
 * @param {import("./ground.mjs").Say} say
 */
async function digestByDigest(ground, task, say) {
  const { said } = await timed({ argv: [process.execPath, await cli(), "prune", "--help"] });
  if (!/--untag .*\bnever\b/.test(said)) {
    say("digest by digest is left out: this build has no --untag never");
    return undefined;
  }
  const ms = await mustTime(ground, ours(["--untag", "never"], "ours, digest by digest"), task);
  say(`first run, ${task.size} tags, digest by digest: ${Math.round(ms)} ms`);
  return ms;
}
