import { getManifest } from "../scripts/images.mjs";
import { floor, mustTime } from "./contenders.mjs";
import { fill, tagNames } from "./bench-registry.mjs";
import { median } from "./timing.mjs";

/** @typedef {import("./requests.mjs").Recorded} Recorded */

/** The median times, in ms, of deleting all tags but ten in both ways. @typedef {{ victims: number, untagFirst: number, direct: number }} Step */

const VICTIMS = [100, 200, 300, 500, 1000];
const KEEP = 10;
const ROUNDS = 3;

/**
 * Measures from which number of deleted images on it is faster to untag them first. The bare client takes both ways, because
 * ours has a threshold built in and would take the same way below it.
 * @param {import("./bench-registry.mjs").BenchRegistry} registry
 * @param {{ rounds?: number | undefined, victims?: number[] }} options
 * @param {import("./bench-registry.mjs").Say} say
 * @returns {Promise<{ rounds: number, steps: Step[] }>}
 */
export async function threshold(registry, { rounds = ROUNDS, victims = VICTIMS }, say) {
  const steps = [];
  for (const count of victims) {
    const task = { size: count + KEEP, keep: KEEP };
    await fill(registry, task.size, say);
    const tags = tagNames(task.size).slice(0, count);
    const digests = await digestsOf({ base: registry.url, name: `bench/tags-${task.size}` }, tags);
    const untagFirst = floor(({ repository }) => deletions(repository, [...tags, ...digests]), "untag first");
    const direct = floor(({ repository }) => deletions(repository, digests), "digest by digest");
    /** @type {{ untagFirst: number[], direct: number[] }} */
    const took = { untagFirst: [], direct: [] };
    for (let round = 0; round < rounds; round += 1) {
      took.untagFirst.push(await mustTime(registry, untagFirst, task));
      took.direct.push(await mustTime(registry, direct, task));
    }
    const step = { victims: count, untagFirst: median(took.untagFirst), direct: median(took.direct) };
    say(
      `threshold, ${count}: untag first ${Math.round(step.untagFirst)} ms, direct ${Math.round(step.direct)} ms`,
    );
    steps.push(step);
  }
  return { rounds, steps };
}

/**
 * The least number of deleted images from which on untagging first was always faster; undefined if it never was.
 * @param {Step[]} steps by their victims
 */
export function paysFrom(steps) {
  const last = steps.findLastIndex(({ untagFirst, direct }) => untagFirst >= direct);
  return steps[last + 1]?.victims;
}

/**
 * @param {import("../scripts/images.mjs").Repo} repo
 * @param {string[]} tags
 */
async function digestsOf(repo, tags) {
  const digests = [];
  for (const tag of tags) digests.push((await getManifest(repo, tag)).digest ?? "");
  return digests;
}

/**
 * @param {string} repository
 * @param {string[]} references
 * @returns {Recorded[]}
 */
function deletions(repository, references) {
  return references.map((reference) => ({
    method: "DELETE",
    path: `/v2/${repository}/manifests/${reference}`,
    accept: "",
    kind: "change",
    after: 0,
  }));
}
