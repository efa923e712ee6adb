import { cp, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onCopy, wrongWith } from "./ground.mjs";
import { startRecorder } from "./requests.mjs";
import { scratch } from "./scratch.mjs";
import { timed } from "./timing.mjs";

/** @typedef {import("./ground.mjs").Ground} Ground */
/** @typedef {import("./timing.mjs").Command} Command */
/** @typedef {import("./requests.mjs").Recorded} Recorded */

/** Where a run is to prune, and what. @typedef {{ host: string, repository: string, keep: number }} Place */

/** @typedef {{ size: number, keep: number }} Task */

/**
 * What is timed: `name` is what it is called in tables, `what` what it does there.
 * @typedef {{ name: string, what: string, command: (place: Place) => Command | Promise<Command> }} Contender
 */

/**
 * How a run went; `ended` where it was ended at its limit, `wrong` where it left other tags than it was to.
 * @typedef {{ ms: number, ended: boolean, wrong: string | undefined }} Trial
 */

/** How many requests the floor has under way: as many as ours, whose `concurrency: auto` is 8. */
export const AT_ONCE = 8;

/** @type {Promise<string> | undefined} */
let built;

/** The built command line, copied aside: a build meanwhile must not change what is measured. */
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
 * Our command line, with whatever else it is told.
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
 * A bare client that sends these requests.
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
 * Lets a contender prune a fresh copy, and times it.
 * @param {Ground} ground
 * @param {Contender} contender
 * @param {Task & { limitMs?: number | undefined }} task
 * @returns {Promise<Trial>}
 */
export function trial(ground, contender, task) {
  return onCopy(ground, task.size, async (copy) => {
    const place = { host: ground.host, repository: copy.name, keep: task.keep };
    const { ms, code, said } = await timed(await contender.command(place), { limitMs: task.limitMs });
    if (code === null) await sleep(1000); // the registry may still be at what it was asked last
    if (code === null) return { ms, ended: true, wrong: undefined };
    const wrong = await wrongWith(ground, copy, task);
    return { ms, ended: false, wrong: wrong && `${wrong}; ${lastLine(said)}` };
  });
}

/**
 * Times a contender that has to do its task right.
 * @param {Ground} ground
 * @param {Contender} contender
 * @param {Task} task
 * @returns {Promise<number>} milliseconds
 * @throws {Error} where it does not
 */
export async function mustTime(ground, contender, task) {
  const { ms, wrong } = await trial(ground, contender, task);
  if (wrong !== undefined) throw new Error(`${contender.name}, ${task.size} tags: ${wrong}`);
  return ms;
}

/**
 * The requests that a contender sends for a task, in a run that is not timed.
 * @param {Ground} ground
 * @param {Contender} contender
 * @param {Task} task
 * @returns {Promise<{ recorded: Recorded[], repository: string }>}
 * @throws {Error} where it does not do it right
 */
export async function record(ground, contender, task) {
  const recorder = await startRecorder(ground.url);
  try {
    return await onCopy(ground, task.size, async (copy) => {
      const place = { host: recorder.host, repository: copy.name, keep: task.keep };
      const { said } = await timed(await contender.command(place));
      const wrong = await wrongWith(ground, copy, task);
      if (wrong !== undefined) throw new Error(`${contender.name}, recorded: ${wrong}; ${lastLine(said)}`);
      return { recorded: recorder.recorded, repository: copy.name };
    });
  } finally {
    await recorder.stop();
  }
}

/**
 * The floor under ours for a task.
 * @param {Ground} ground
 * @param {Contender} contender ours
 * @param {Task} task
 * @returns {Promise<{ contender: Contender, requests: number }>}
 */
export async function floorUnder(ground, contender, task) {
  const { recorded, repository } = await record(ground, contender, task);
  const moved = (/** @type {Place} */ place) =>
    recorded.map((request) => ({ ...request, path: request.path.replace(repository, place.repository) }));
  return { contender: floor(moved), requests: recorded.length };
}

/** @param {string} said */
function lastLine(said) {
  return said.trim().split("\n").at(-1) ?? "";
}
