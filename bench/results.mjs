import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { cache } from "../scripts/programs.mjs";

/** @typedef {import("./machine.mjs").Machine} Machine */

/**
 * What one part of the bench found, when, and by which command.
 * @template Value
 * @typedef {{ date: string, command: string, value: Value }} Part
 */

/**
 * All parts there are. Those of a registry are by its version, the table's by its sizes too.
 * @typedef {object} Results
 * @property {Machine} machine
 * @property {Machine} versions of all that was measured
 * @property {Record<string, Record<string, Part<import("./table.mjs").Column>>>} table
 * @property {Record<string, Part<import("./every-push.mjs").EveryPush>>} everyPush
 * @property {Part<import("./first-run.mjs").FirstRun>} [firstRun]
 * @property {Part<{ rounds: number, steps: import("./threshold.mjs").Step[] }>} [threshold]
 * @property {Part<import("./memory.mjs").Peaks[]>} [memory]
 * @property {Part<{ rounds: number, steps: import("./planning.mjs").Planned[] }>} [planning]
 */

const FILE = join(cache, "bench/results.json");

/**
 * What earlier runs found on this machine; what was found on another one is forgotten.
 * @param {Machine} machine
 * @returns {Promise<Results>}
 */
export async function readResults(machine) {
  const text = await readFile(FILE, "utf8").catch(() => "{}");
  /** @type {Partial<Results>} */
  const found = JSON.parse(text);
  const nothing = { machine, versions: {}, table: {}, everyPush: {} };
  return isDeepStrictEqual(found.machine, machine) ? { ...nothing, ...found } : nothing;
}

/** @param {Results} results */
export async function writeResults(results) {
  await mkdir(dirname(FILE), { recursive: true });
  await writeFile(FILE, JSON.stringify(results, undefined, 2));
}
