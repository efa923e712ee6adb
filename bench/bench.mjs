// The benchmark: see docs/performance.md, and `npm run bench -- --help`. Progress goes to standard error.
import { everyPush } from "./every-push.mjs";
import { firstRun } from "./first-run.mjs";
import { withRegistry } from "./bench-registry.mjs";
import { latency } from "./latency.mjs";
import { machine, versions } from "./machine.mjs";
import { memory } from "./memory.mjs";
import { HELP, readOptions } from "./options.mjs";
import { parsers } from "./parsers.mjs";
import { planning } from "./planning.mjs";
import { allResults, readResults, writeResults } from "./results.mjs";
import { findRivals } from "./rivals.mjs";
import { storage } from "./storage.mjs";
import { table } from "./table.mjs";
import { threshold } from "./threshold.mjs";
import { wholeRegistry } from "./whole-registry.mjs";
import { printed, writeDocs } from "./write.mjs";

/** @typedef {import("./options.mjs").Options} Options */
/** @typedef {import("./results.mjs").Results} Results */

const start = performance.now();

/** @param {string} line */
function say(line) {
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stderr.write(`${`${seconds}`.padStart(5)} s  ${line}\n`);
}

/**
 * A measured value with its source: the date and the command.
 * @template Value
 * @param {Value} value
 * @returns {import("./results.mjs").Part<Value>}
 */
function found(value) {
  const flags = process.argv.slice(2).filter((flag) => flag !== "--write");
  const command = ["npm run bench", ...(flags.length > 0 ? ["--", ...flags] : [])].join(" ");
  return { date: new Date().toISOString().slice(0, 10), command, value };
}

/** The parts that need a registry. */
const REGISTRY_PARTS = /** @type {const} */ (["every-push", "table", "latency", "threshold", "first-run"]);

/**
 * @param {Options} options
 * @param {import("./rivals.mjs").Rival[]} rivals
 * @param {Results} results gets the values of each part as soon as they are measured
 */
async function run(options, rivals, results) {
  const { only } = options;
  const needsRegistry = only.some((part) => REGISTRY_PARTS.some((each) => each === part));
  for (const distribution of needsRegistry ? options.registries : []) {
    await withRegistry(distribution, say, (registry) => runOn(registry, { ...options, rivals }, results));
  }
  if (only.includes("memory")) {
    const peaks = await memory({}, say);
    if (peaks !== undefined) results.memory = found(peaks);
  }
  if (only.includes("planning")) results.planning = found(await planning(options, say));
  if (only.includes("parsers")) results.parsers = found(await parsers(options, say));
  if (only.includes("storage")) {
    const stored = await storage(options, say);
    if (stored !== undefined) results.storage = found(stored);
  }
  if (only.includes("whole-registry")) results.wholeRegistry = found(await wholeRegistry(options, say));
}

/**
 * @param {import("./bench-registry.mjs").BenchRegistry} registry
 * @param {Omit<Options, "rivals"> & { rivals: import("./rivals.mjs").Rival[] }} options
 * @param {Results} results
 */
async function runOn(registry, options, results) {
  const { only, write } = options;
  const { distribution } = registry;
  const untags = distribution === "3.1.1";
  if (only.includes("every-push")) {
    results.everyPush[distribution] = found(await everyPush(registry, options, say));
  }
  if (only.includes("table")) {
    const columns = (results.table[distribution] ??= {});
    for await (const column of table(registry, options, say)) {
      columns[column.size] = found(column);
      // A large size may take an hour, so its result is saved before anything else can fail.
      if (write) await writeResults(results);
    }
  }
  if (only.includes("latency")) await runFar(registry, options, results);
  if (only.includes("threshold") && untags) {
    results.threshold = found(await threshold(registry, options, say));
  }
  if (only.includes("first-run") && untags) {
    results.firstRun = found(await firstRun(registry, options, say));
  }
}

/** @type {typeof runOn} */
async function runFar(registry, options, results) {
  const columns = (results.latency[registry.distribution] ??= {});
  for await (const column of latency(registry, options, say)) {
    columns[`${column.rttMs} ms, ${column.size} tags`] = found(column);
    if (options.write) await writeResults(results);
  }
}

/** @param {Options} options */
async function main(options) {
  const here = await machine();
  const earlier = await readResults(here);
  /** @type {Results} */
  const results = options.write
    ? earlier
    : { machine: here, versions: {}, table: {}, latency: {}, everyPush: {} };
  const needsRivals = options.only.includes("table") || options.only.includes("latency");
  const rivals = needsRivals ? await findRivals(options.rivals, say) : [];
  Object.assign(results.versions, await versions(options.registries, rivals));
  await run(options, rivals, results);
  if (options.write) {
    await writeResults(results);
    await writeDocs(await allResults());
  } else {
    process.stdout.write(printed(results));
  }
  say("done");
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === undefined) process.stdout.write(HELP);
  else await main(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
