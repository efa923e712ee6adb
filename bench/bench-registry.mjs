import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { findRegistryBinary } from "../scripts/find-registry.mjs";
import { findDistribution3 } from "../scripts/go-tools.mjs";
import { listTags, pushImage } from "../scripts/images.mjs";
import { startRegistry } from "../scripts/registry.mjs";
import { scratch } from "./scratch.mjs";

/** @typedef {"2.8" | "3.1.1"} Distribution */

/**
 * A running registry with a repository for each size. Every timed run gets a copy of such a repository.
 * @typedef {object} BenchRegistry
 * @property {Distribution} distribution
 * @property {string} url
 * @property {string} host
 * @property {string} repositories the folder of repositories on its disk
 * @property {import("./network.mjs").Network} [network] what stands between it and the clients; `host` is the network's then
 */

/** A copy of a repository; `name` is what the registry calls it. @typedef {{ name: string, folder: string }} Copy */

/** @typedef {(line: string) => void} Say */

const run = promisify(execFile);
const PUSHES_AT_ONCE = 16;
let copies = 0;

/**
 * Starts a registry and calls `use` with it. Only one runs at a time, and all use the same storage: 2.8 and 3.x have the
 * same layout, so each size is pushed once.
 * @template Result
 * @param {Distribution} distribution
 * @param {Say} say
 * @param {(registry: BenchRegistry) => Promise<Result>} use
 * @returns {Promise<Result | undefined>} undefined if there is no such registry on this machine
 */
export async function withRegistry(distribution, say, use) {
  const binary = await binaryOf(distribution, say);
  if (binary === undefined) return undefined;
  const storage = join(scratch(), "storage");
  const registry = await startRegistry({ binary, storage, say });
  const repositories = join(storage, "docker/registry/v2/repositories/bench");
  try {
    return await use({ distribution, url: registry.url, host: registry.host, repositories });
  } finally {
    await registry.stop();
  }
}

/**
 * The path of a registry's program; never a container, whose network would be measured too.
 * @param {Distribution} distribution
 * @param {Say} say
 */
export async function binaryOf(distribution, say) {
  return distribution === "2.8" ? (await findRegistryBinary(say)).binary : findDistribution3(say);
}

/**
 * The tags of a repository of this size, oldest first.
 * @param {number} size
 */
export function tagNames(size) {
  return Array.from({ length: size }, (_, index) => `3.3.0-alpha.${index + 1}`);
}

/**
 * Pushes an image under each tag, unless that was done before.
 * @param {BenchRegistry} registry
 * @param {number} size
 * @param {Say} say
 */
export async function fill(registry, size, say) {
  if (existsSync(join(registry.repositories, `tags-${size}`))) return;
  const start = performance.now();
  const repo = { base: registry.url, name: `bench/tags-${size}` };
  const waiting = tagNames(size);
  const push = async () => {
    for (let tag = waiting.shift(); tag !== undefined; tag = waiting.shift()) {
      await pushImage(repo, [tag], { seed: `${size} ${tag}` });
    }
  };
  await Promise.all(Array.from({ length: PUSHES_AT_ONCE }, push));
  say(`pushed ${size} images in ${Math.round((performance.now() - start) / 1000)} s`);
}

/**
 * Calls `use` with a copy of the repository of this size. Copies share their blobs, because nothing here collects garbage.
 * Earlier writes are flushed to the disk first, so that they don't slow down the timed run.
 * @template Result
 * @param {BenchRegistry} registry
 * @param {number} size
 * @param {(copy: Copy) => Promise<Result>} use
 * @returns {Promise<Result>}
 */
export async function withCopy({ repositories }, size, use) {
  const name = `run-${(copies += 1)}`;
  const folder = join(repositories, name);
  await run("cp", ["-a", join(repositories, `tags-${size}`), folder]);
  await run("sync", ["-f", repositories]);
  try {
    return await use({ name: `bench/${name}`, folder });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * The mistake of a run after which exactly the newest `keep` tags should be left; undefined if there is none.
 * @param {BenchRegistry} registry
 * @param {Copy} copy
 * @param {{ size: number, keep: number }} task
 * @returns {Promise<string | undefined>}
 */
export async function problemOf(registry, { name }, { size, keep }) {
  const left = await listTags({ base: registry.url, name });
  const wanted = tagNames(size).slice(size - keep);
  const missing = wanted.filter((tag) => !left.includes(tag)).length;
  const tooMany = left.length - (wanted.length - missing);
  const counted = (/** @type {number} */ count) => (count === 1 ? "1 tag is" : `${count} tags are`);
  if (missing > 0) return `${counted(missing)} gone that were to stay`;
  return tooMany > 0 ? `${counted(tooMany)} there that were to go` : undefined;
}
