import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { cache } from "../scripts/programs.mjs";

/** @typedef {import("./machine.mjs").Machine} Machine */

/**
 * The result of one part of the bench, with its date and command.
 * @template Value
 * @typedef {{ date: string, command: string, value: Value }} Part
 */

/**
 * The results of all parts. Those of a registry are keyed by its version, those of the table also by size.
 * @typedef {object} Results
 * @property {Machine} machine
 * @property {Machine} versions the versions of the measured programs
 * @property {Record<string, Record<string, Part<import("./table.mjs").Column>>>} table
 * @property {Record<string, Part<import("./every-push.mjs").EveryPush>>} everyPush
 * @property {Part<import("./first-run.mjs").FirstRun>} [firstRun]
 * @property {Part<{ rounds: number, steps: import("./threshold.mjs").Step[] }>} [threshold]
 * @property {Part<import("./memory.mjs").Peaks[]>} [memory]
 * @property {Part<{ rounds: number, steps: import("./planning.mjs").Planned[] }>} [planning]
 * @property {Part<import("./parsers.mjs").Parsers>} [parsers]
 */

const FILE = join(cache, "bench/results.json");

/**
 * The results of earlier runs on this machine; those of another machine are discarded.
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
