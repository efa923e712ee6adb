import { floorUnder, mustTime, ours } from "./contenders.mjs";
import { fill } from "./ground.mjs";
import { median, timed } from "./timing.mjs";

/**
 * What a prune after each push takes: medians in ms, and how many requests of how many that are allowed.
 * @typedef {{ rounds: number, requests: number, allowed: number, ms: { ours: number, floor: number, empty: number } }} EveryPush
 */

const TAGS = 11;
const ROUNDS = 21;

/**
 * Eleven tags and one to go, ours and the floor and an empty Node by turns.
 * @param {import("./ground.mjs").Ground} ground
 * @param {{ rounds?: number | undefined }} options
 * @param {import("./ground.mjs").Say} say
 * @returns {Promise<EveryPush>}
 */
export async function everyPush(ground, { rounds = ROUNDS }, say) {
  await fill(ground, TAGS, say);
  const task = { size: TAGS, keep: TAGS - 1 };
  const { contender: under, requests } = await floorUnder(ground, ours(), task);
  /** @type {{ ours: number[], floor: number[], empty: number[] }} */
  const took = { ours: [], floor: [], empty: [] };
  for (let round = 0; round < rounds; round += 1) {
    took.ours.push(await mustTime(ground, ours(), task));
    took.floor.push(await mustTime(ground, under, task));
    took.empty.push((await timed({ argv: [process.execPath, "-e", "0"] })).ms);
  }
  const ms = { ours: median(took.ours), floor: median(took.floor), empty: median(took.empty) };
  say(
    `${ground.distribution}, every push: ${requests} requests, own time ${Math.round(ms.ours - ms.floor)} ms`,
  );
  // Three for each manifest (the plan, the look before the batch, the look after it), and eight besides.
  return { rounds, requests, allowed: 3 * TAGS + 8, ms };
}
