import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { cli } from "./contenders.mjs";
import { watchMemory } from "./memory.mjs";
import { median, timed } from "./timing.mjs";
import { pushImage } from "../scripts/images.mjs";
import { startRegistry } from "../scripts/registry.mjs";

/**
 * What a registry of many small repositories costs, in seconds: all in one process (`all`), a process for each (`each`, worked out from those that were measured), and
 * sharing them out (`shards`). In `going` of them one tag goes.
 * @typedef {{ repositories: number, tags: number, going: number, sampled: number, seconds: { all: number, each: number, shards: number }, peakMiB: number }} WholeRegistry
 */

const run = promisify(execFile);
const REPOSITORIES = 2000;
const KEEP = 10;
/** One repository in so many has a tag more than stays. */
const ONE_IN = 100;
const SAMPLED = 40;
const SHARDS = 8;

/**
 * Times a run on `host/**`.
 * @param {{ rounds?: number | undefined }} options `rounds` of dry runs and of `repositories`
 * @param {import("./bench-registry.mjs").Say} say
 * @returns {Promise<WholeRegistry>}
 */
export async function wholeRegistry({ rounds = 3 }, say) {
  const registry = await startRegistry({ readOnly: false, say });
  try {
    await fill(registry, say);
    const program = await cli();
    const shards = await medianOf(rounds, [
      program,
      "repositories",
      `${registry.host}/**`,
      "--shards",
      `${SHARDS}`,
    ]);
    const prune = (/** @type {string} */ image) => [program, "prune", image, "--keep", `${KEEP}`];
    const each = [];
    for (let index = 1; index <= SAMPLED; index += 1) {
      each.push(await secondsOf(prune(`${registry.host}/${nameOf(index)}`)));
    }
    const memory = watchMemory();
    const all = await secondsOf(prune(`${registry.host}/**`), memory.watch);
    say(`whole registry: ${all.toFixed(1)} s for ${REPOSITORIES} repositories`);
    return {
      repositories: REPOSITORIES,
      tags: KEEP,
      going: REPOSITORIES / ONE_IN,
      sampled: SAMPLED,
      seconds: { all, each: median(each) * REPOSITORIES, shards },
      peakMiB: memory.peakMiB(),
    };
  } finally {
    await registry.stop();
  }
}

/** @param {number} index */
function nameOf(index) {
  return `team-${index % 40}/app-${index}`;
}

/**
 * Pushes a repository of ten tags and one of eleven, and copies their folders: blobs are shared in a registry.
 * @param {import("../scripts/registry.mjs").Registry} registry
 * @param {import("./bench-registry.mjs").Say} say
 */
async function fill(registry, say) {
  const folder = join(registry.storage ?? "", "docker/registry/v2/repositories");
  for (const [name, tags] of /** @type {const} */ ([
    ["small", KEEP],
    ["large", KEEP + 1],
  ])) {
    for (let tag = 1; tag <= tags; tag += 1) {
      await pushImage({ base: registry.url, name: `bench/${name}` }, [`1.0.${tag}`]);
    }
  }
  for (let index = 1; index <= REPOSITORIES - 2; index += 1) {
    const from = index % ONE_IN === 0 ? "large" : "small";
    const to = join(folder, nameOf(index));
    await mkdir(dirname(to), { recursive: true });
    await run("cp", ["-a", join(folder, "bench", from), to]);
  }
  say(`filled ${REPOSITORIES} repositories`);
}

/**
 * @param {string[]} args
 * @param {(pid: number) => () => void} [watch]
 */
async function secondsOf(args, watch) {
  const { ms, code, said } = await timed({ argv: [process.execPath, ...args] }, watch ? { watch } : {});
  if (code !== 0) throw new Error(`${args.slice(1).join(" ")} ended with ${code}: ${said.slice(-500)}`);
  return ms / 1000;
}

/**
 * @param {number} rounds
 * @param {string[]} args
 */
async function medianOf(rounds, args) {
  const took = [];
  for (let round = 0; round < rounds; round += 1) took.push(await secondsOf(args));
  return median(took);
}
