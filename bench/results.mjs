import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";

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
 * @property {Record<string, Record<string, Part<import("./latency.mjs").FarColumn>>>} latency keyed by the round trip and the size too
 * @property {Record<string, Part<import("./every-push.mjs").EveryPush>>} everyPush
 * @property {Part<import("./first-run.mjs").FirstRun>} [firstRun]
 * @property {Part<{ rounds: number, steps: import("./threshold.mjs").Step[] }>} [threshold]
 * @property {Part<import("./memory.mjs").Peaks[]>} [memory]
 * @property {Part<{ rounds: number, steps: import("./planning.mjs").Planned[] }>} [planning]
 * @property {Part<import("./parsers.mjs").Parsers>} [parsers]
 * @property {Part<import("./storage.mjs").Stored[]>} [storage]
 * @property {Part<import("./whole-registry.mjs").WholeRegistry>} [wholeRegistry]
 */

const FOLDER = fileURLToPath(new URL("results/", import.meta.url));

/**
 * The results of earlier runs on this machine; those of another machine are discarded.
 * @param {Machine} machine
 * @returns {Promise<Results>}
 */
export async function readResults(machine) {
  const text = await readFile(fileOf(machine), "utf8").catch(() => "{}");
  /** @type {Partial<Results>} */
  const found = JSON.parse(text);
  const nothing = { machine, versions: {}, table: {}, latency: {}, everyPush: {} };
  return isDeepStrictEqual(found.machine, machine) ? { ...nothing, ...found } : nothing;
}

/** @param {Results} results */
export async function writeResults(results) {
  await mkdir(FOLDER, { recursive: true });
  await writeFile(fileOf(results.machine), `${JSON.stringify(results, undefined, 2)}\n`);
}

/** The results of all machines that have some, those of the last measured first. */
export async function allResults() {
  const names = await readdir(FOLDER).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(FOLDER, name), "utf8")));
  const all = texts.map((text) => /** @type {Results} */ (JSON.parse(text)));
  return all.sort((a, b) => (lastDate(a) < lastDate(b) ? 1 : -1));
}

/**
 * The date of the newest part.
 * @param {Results} results
 */
export function lastDate(results) {
  return (
    [...JSON.stringify(results).matchAll(/"date":"([\d-]+)"/g)]
      .map(([, date = ""]) => date)
      .sort()
      .at(-1) ?? ""
  );
}

/**
 * The file of a machine's results; the versions of its system and of Node are not in its name.
 * @param {Machine} machine
 */
function fileOf(machine) {
  const { CPU, cores, memory, "file system": disk } = machine;
  const name = `${CPU} ${cores} cores ${memory} ${disk}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return join(FOLDER, `${name.replace(/^-|-$/g, "")}.json`);
}
