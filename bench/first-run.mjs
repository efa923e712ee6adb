import { cli, floorUnder, mustTime, ours } from "./contenders.mjs";
import { fill } from "./bench-registry.mjs";
import { keepOf } from "./table.mjs";
import { median, timed } from "./timing.mjs";

/**
 * The cost of a first run: medians in ms; `direct` is our time without untagging first.
 * @typedef {{ size: number, keep: number, rounds: number, requests: number, ms: { ours: number, floor: number, direct?: number } }} FirstRun
 */

const ROUNDS = 3;

/**
 * Times a prune of the largest repository down to ten tags: ours and the floor by turns, and ours once without untagging first.
 * @param {import("./bench-registry.mjs").BenchRegistry} registry
 * @param {{ sizes: number[], rounds?: number | undefined }} options
 * @param {import("./bench-registry.mjs").Say} say
 * @returns {Promise<FirstRun>}
 */
export async function firstRun(registry, { sizes, rounds = ROUNDS }, say) {
  const size = Math.max(...sizes);
  await fill(registry, size, say);
  const task = { size, keep: keepOf(size) };
  const { contender: under, requests } = await floorUnder(registry, ours(), task);
  /** @type {{ ours: number[], floor: number[] }} */
  const took = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    took.ours.push(await mustTime(registry, ours(), task));
    took.floor.push(await mustTime(registry, under, task));
    say(
      `first run, ${size} tags: ${Math.round(took.ours.at(-1) ?? 0)} ms, floor ${Math.round(took.floor.at(-1) ?? 0)}`,
    );
  }
  const ms = { ours: median(took.ours), floor: median(took.floor) };
  const direct = await digestByDigest(registry, task, say);
  return { ...task, rounds, requests, ms: { ...ms, ...(direct !== undefined && { direct }) } };
}

/**
 * @param {import("./bench-registry.mjs").BenchRegistry} registry
 * @param {{ size: number, keep: number }} task
 * @param {import("./bench-registry.mjs").Say} say
 */
async function digestByDigest(registry, task, say) {
  const { said } = await timed({ argv: [process.execPath, await cli(), "prune", "--help"] });
  if (!/--untag .*\bnever\b/.test(said)) {
    say("digest by digest is left out: this build has no --untag never");
    return undefined;
  }
  const ms = await mustTime(registry, ours(["--untag", "never"], "ours, digest by digest"), task);
  say(`first run, ${task.size} tags, digest by digest: ${Math.round(ms)} ms`);
  return ms;
}
