import { floorUnder, mustTime, ours } from "./contenders.mjs";
import { fill } from "./bench-registry.mjs";
import { median, timed } from "./timing.mjs";

/**
 * The cost of a prune after each push: medians in ms, the number of requests, and the number that is allowed.
 * @typedef {{ rounds: number, requests: number, allowed: number, ms: { ours: number, floor: number, empty: number } }} EveryPush
 */

const TAGS = 11;
const ROUNDS = 21;

/**
 * Times a prune of one tag out of eleven: ours, the floor and an empty Node by turns.
 * @param {import("./bench-registry.mjs").BenchRegistry} registry
 * @param {{ rounds?: number | undefined }} options
 * @param {import("./bench-registry.mjs").Say} say
 * @returns {Promise<EveryPush>}
 */
export async function everyPush(registry, { rounds = ROUNDS }, say) {
  await fill(registry, TAGS, say);
  const task = { size: TAGS, keep: TAGS - 1 };
  const { contender: under, requests } = await floorUnder(registry, ours(), task);
  /** @type {{ ours: number[], floor: number[], empty: number[] }} */
  const took = { ours: [], floor: [], empty: [] };
  for (let round = 0; round < rounds; round += 1) {
    took.ours.push(await mustTime(registry, ours(), task));
    took.floor.push(await mustTime(registry, under, task));
    took.empty.push((await timed({ argv: [process.execPath, "-e", "0"] })).ms);
  }
  const ms = { ours: median(took.ours), floor: median(took.floor), empty: median(took.empty) };
  say(
    `${registry.distribution}, every push: ${requests} requests, own time ${Math.round(ms.ours - ms.floor)} ms`,
  );
  // Three requests for each manifest (for the plan, before the batch and after it), and eight more.
  return { rounds, requests, allowed: 3 * TAGS + 8, ms };
}
