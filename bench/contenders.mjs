import { cp, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { withCopy, problemOf } from "./bench-registry.mjs";
import { startRecorder } from "./requests.mjs";
import { scratch } from "./scratch.mjs";
import { timed } from "./timing.mjs";

/** @typedef {import("./bench-registry.mjs").BenchRegistry} BenchRegistry */
/** @typedef {import("./timing.mjs").Command} Command */
/** @typedef {import("./requests.mjs").Recorded} Recorded */

/** The repository to prune, and the number of tags to keep. @typedef {{ host: string, repository: string, keep: number }} Place */

/** The number of tags before and after a prune. @typedef {{ size: number, keep: number }} Task */

/**
 * A program that is timed: `name` is its name in tables, `what` says there what it does.
 * @typedef {{ name: string, what: string, command: (place: Place) => Command | Promise<Command> }} Contender
 */

/**
 * The result of a run; `ended` is true if it was ended at its time limit, `wrong` says if it left other tags than it should.
 * @typedef {{ ms: number, ended: boolean, wrong: string | undefined }} Trial
 */

/** The number of concurrent requests of the floor: the same as ours, whose `concurrency: auto` is 8. */
export const AT_ONCE = 8;

/** @type {Promise<string> | undefined} */
let built;

/** The path of a copy of the built command line: a build meanwhile must not change the measured program. */
export function cli() {
  built ??= copyBuilt();
  return built;
}

async function copyBuilt() {
  const dist = fileURLToPath(new URL("../dist/", import.meta.url));
  if (!existsSync(join(dist, "cli.js"))) throw new Error("dist/cli.js is not there: npm run build");
  const folder = join(scratch(), "ours");
  await cp(dist, folder, { recursive: true });
  return join(folder, "cli.js");
}

/**
 * Our command line, with further flags.
 * @param {string[]} [flags]
 * @param {string} [name]
 * @returns {Contender}
 */
export function ours(flags = [], name = "ours") {
  return {
    name,
    what: ["one process, a journal on the disk, every check", ...flags].join(", "),
    command: async ({ host, repository, keep }) => {
      const image = `http://${host}/${repository}`;
      const given = ["prune", image, "--keep", `${keep}`, "--concurrency", "auto", ...flags];
      return { argv: [process.execPath, await cli(), ...given] };
    },
  };
}

/**
 * A bare client that sends the given requests and does nothing else.
 * @param {(place: Place) => Recorded[]} requestsFor
 * @param {string} [name]
 * @returns {Contender}
 */
export function floor(requestsFor, name = "the floor") {
  const client = fileURLToPath(new URL("floor-client.mjs", import.meta.url));
  return {
    name,
    what: `a bare keep-alive client sends the requests of ours again, ${AT_ONCE} at once, and looks at no answer`,
    command: async (place) => {
      const file = join(scratch(), "requests.json");
      await writeFile(
        file,
        JSON.stringify({ host: place.host, atOnce: AT_ONCE, requests: requestsFor(place) }),
      );
      return { argv: [process.execPath, client, file] };
    },
  };
}

/**
 * Times a contender that prunes a fresh copy.
 * @param {BenchRegistry} registry
 * @param {Contender} contender
 * @param {Task & { limitMs?: number | undefined }} task
 * @returns {Promise<Trial>}
 */
export function trial(registry, contender, task) {
  return withCopy(registry, task.size, async (copy) => {
    const place = { host: registry.host, repository: copy.name, keep: task.keep };
    const { ms, code, said } = await timed(await contender.command(place), { limitMs: task.limitMs });
    if (code === null) await sleep(1000); // the registry may still be busy with the last request
    if (code === null) return { ms, ended: true, wrong: undefined };
    const wrong = await problemOf(registry, copy, task);
    return { ms, ended: false, wrong: wrong && `${wrong}; ${lastLine(said)}` };
  });
}

/**
 * Times a contender, whose result has to be right.
 * @param {BenchRegistry} registry
 * @param {Contender} contender
 * @param {Task} task
 * @returns {Promise<number>} milliseconds
 * @throws {Error} if its result is wrong
 */
export async function mustTime(registry, contender, task) {
  const { ms, wrong } = await trial(registry, contender, task);
  if (wrong !== undefined) throw new Error(`${contender.name}, ${task.size} tags: ${wrong}`);
  return ms;
}

/**
 * The requests that a contender sends for a task, in a run that is not timed.
 * @param {BenchRegistry} registry
 * @param {Contender} contender
 * @param {Task} task
 * @returns {Promise<{ recorded: Recorded[], repository: string }>}
 * @throws {Error} if its result is wrong
 */
export async function record(registry, contender, task) {
  const recorder = await startRecorder(registry.url);
  try {
    return await withCopy(registry, task.size, async (copy) => {
      const place = { host: recorder.host, repository: copy.name, keep: task.keep };
      const { said } = await timed(await contender.command(place));
      const wrong = await problemOf(registry, copy, task);
      if (wrong !== undefined) throw new Error(`${contender.name}, recorded: ${wrong}; ${lastLine(said)}`);
      return { recorded: recorder.recorded, repository: copy.name };
    });
  } finally {
    await recorder.stop();
  }
}

/**
 * The floor for a task: a bare client that sends again the requests that our command line sends for it.
 * @param {BenchRegistry} registry
 * @param {Contender} contender ours
 * @param {Task} task
 * @returns {Promise<{ contender: Contender, requests: number }>}
 */
export async function floorUnder(registry, contender, task) {
  const { recorded, repository } = await record(registry, contender, task);
  const moved = (/** @type {Place} */ place) =>
    recorded.map((request) => ({ ...request, path: request.path.replace(repository, place.repository) }));
  return { contender: floor(moved), requests: recorded.length };
}

/** @param {string} said */
function lastLine(said) {
  return said.trim().split("\n").at(-1) ?? "";
}
