import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { binaryOf } from "./bench-registry.mjs";
import { ours } from "./contenders.mjs";
import { median, timed } from "./timing.mjs";
import { pushImage } from "../scripts/images.mjs";
import { startRegistry } from "../scripts/registry.mjs";
import { startS3Server } from "../scripts/s3-server.mjs";

/** @typedef {import("./bench-registry.mjs").Say} Say */
/** @typedef {import("../scripts/registry.mjs").Registry} Registry */

/** A step on both storages: medians in ms. @typedef {{ what: string, disk: number, s3: number }} Stored */

const ROUNDS = 3;
const FIRST = 100;
const PUSH = 11;
const KEEP = 10;
const run = promisify(execFile);

/**
 * Times a first run, a push and a collection of Distribution 2.8.2 on a disk, and on S3 beside it.
 * @param {{ rounds?: number | undefined }} options
 * @param {Say} say
 * @returns {Promise<Stored[] | undefined>} undefined if there is no S3 server on this machine
 */
export async function storage({ rounds = ROUNDS }, say) {
  const s3 = await startS3Server({ say });
  if (s3 === undefined) return undefined;
  try {
    await s3.createBucket("bench");
    const binary = await binaryOf("2.8", say);
    if (binary === undefined) return undefined;
    const onDisk = await stepsOn(binary, { binary, say }, rounds);
    say("storage: a disk is measured");
    const onS3 = await stepsOn(binary, { binary, say, s3: { ...s3, bucket: "bench" } }, rounds);
    return onDisk.map(({ what, ms }, index) => ({ what, disk: ms, s3: onS3[index]?.ms ?? NaN }));
  } finally {
    await s3.stop();
  }
}

/**
 * @param {string} binary
 * @param {import("../scripts/registry-config.mjs").RegistryOptions} options
 * @param {number} rounds
 */
async function stepsOn(binary, options, rounds) {
  const registry = await startRegistry(options);
  try {
    const first = await prunes(registry, FIRST, rounds);
    const push = await prunes(registry, PUSH, rounds);
    const began = performance.now();
    await run(binary, ["garbage-collect", registry.config ?? ""]);
    const collection = performance.now() - began;
    return [
      { what: `a first run, ${FIRST} tags down to ${KEEP}`, ms: first },
      { what: `a push, ${PUSH} tags down to ${KEEP}`, ms: push },
      { what: "the registry's own garbage collection after them, once", ms: collection },
    ];
  } finally {
    await registry.stop();
  }
}

/**
 * The median time of a prune, each of a repository of its own.
 * @param {Registry} registry
 * @param {number} tags
 * @param {number} rounds
 */
async function prunes(registry, tags, rounds) {
  const took = [];
  for (let round = 0; round < rounds; round += 1) {
    const repository = `bench/${tags}-${round}`;
    for (let tag = 1; tag <= tags; tag += 1) {
      await pushImage({ base: registry.url, name: repository }, [`3.3.0-alpha.${tag}`]);
    }
    const { ms, code, said } = await timed(
      await ours().command({ host: registry.host, repository, keep: KEEP }),
    );
    if (code !== 0) throw new Error(`a prune of ${repository} ended with ${code}: ${said.slice(-500)}`);
    took.push(ms);
  }
  return median(took);
}
