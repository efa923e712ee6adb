import { startNetwork } from "./network.mjs";
import { table } from "./table.mjs";

/** @typedef {import("./table.mjs").Column} Column */

/** A size over a network. @typedef {Column & { rttMs: number }} FarColumn */

const ROUNDS = 3;
/** A rival that takes so many times as long as ours is ended: a loop of 990 deletions at 100 ms takes minutes. */
const LIMIT = 4;

/**
 * Times all contenders side by side over networks of these round trips.
 * @param {import("./bench-registry.mjs").BenchRegistry} registry
 * @param {Pick<import("./options.mjs").Options, "latency" | "farSizes" | "rounds" | "all"> & { rivals: import("./rivals.mjs").Rival[] }} options
 * @param {import("./bench-registry.mjs").Say} say
 * @returns {AsyncGenerator<FarColumn>}
 */
export async function* latency(registry, { latency: rtts, farSizes, rivals, rounds = ROUNDS, all }, say) {
  for (const rttMs of rtts) {
    const network = await startNetwork(registry.url, rttMs);
    const far = { ...registry, host: network.host, network };
    const options = { sizes: farSizes, rivals, rounds, all, limit: LIMIT };
    try {
      for await (const column of table(far, options, (line) => say(`${rttMs} ms, ${line}`))) {
        yield { ...column, rttMs };
      }
    } finally {
      network.stop();
    }
  }
}
