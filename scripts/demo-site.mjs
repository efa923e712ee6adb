import { execFile, spawnSync } from "node:child_process";
import { lstat, readdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { startScriptedRegistry } from "./demo-registry.mjs";
import { findRegistry } from "./find-registry.mjs";
import { removeOnExit } from "./leftovers.mjs";
import { freePort, isUp } from "./run-server.mjs";

/**
 * A registry whose garbage can be collected, and its disk.
 * @typedef {object} Site
 * @property {string} host
 * @property {string} what its kind in words, for the output
 * @property {Record<string, string>} inputs the action's inputs that make it collect this registry's garbage
 * @property {() => Promise<number>} used bytes on its disk
 * @property {() => Promise<unknown>} stop
 */

const run = promisify(execFile);

/**
 * Starts such a registry: in a container if Docker runs, otherwise as a process.
 * @param {import("./small-disk.mjs").SmallDisk | undefined} disk holds its storage; if undefined, a folder or volume of its own does
 * @param {(line: string) => void} say is called before a slow step, with a line about it
 * @returns {Promise<Site>}
 * @throws {Error} if no registry can be found
 */
export async function startSite(disk, say) {
  const found = await findRegistry(say);
  const onDisk = disk && (() => usedOf(disk.path));
  if (found.source === "Docker") return startContainer(found.binary, { path: disk?.path, used: onDisk });
  const registry = await startScriptedRegistry({
    binary: found.binary,
    ...(disk && { storage: disk.path }),
    say,
  });
  const { start, stop, collect } = registry.programs;
  return {
    host: registry.host,
    what: "a process, which a script stops and starts",
    // Down for a second, so that the action, which watches the registry, sees that it was down.
    inputs: { "gc-command": [`trap ${start} EXIT`, stop, "sleep 1", collect].join("\n") },
    used: onDisk ?? (() => sizeOf(registry.storage)),
    stop: registry.stop,
  };
}

/**
 * Starts the container of the README: `docker run -d -p 5000:5000 --restart always --name registry registry:2`.
 * @param {string} docker
 * @param {{ path: string | undefined, used: (() => Promise<number>) | undefined }} disk
 * @returns {Promise<Site>}
 */
async function startContainer(docker, { path, used }) {
  const name = `prune-demo-${process.pid}`;
  const remove = ["rm", "--force", "--volumes", name];
  const forget = removeOnExit(() => spawnSync(docker, remove));
  const stop = async () => {
    await run(docker, remove);
    forget();
  };
  // A fixed port: Docker would choose another one after the restart.
  const host = `127.0.0.1:${await freePort()}`;
  const options = ["--publish", `${host}:5000`, "--restart", "always", "--name", name];
  const volume = path === undefined ? [] : ["--volume", `${path}:/var/lib/registry`];
  const deletes = ["--env", "REGISTRY_STORAGE_DELETE_ENABLED=true"];
  const usedInside = async () => {
    const { stdout } = await run(docker, ["exec", name, "du", "-sk", "/var/lib/registry"]);
    return Number.parseInt(stdout) * 1024;
  };
  try {
    await run(docker, ["run", "--detach", ...options, ...volume, ...deletes, "registry:2"]);
    if (!(await isUp({ ended: () => false }, `http://${host}/v2/`))) throw new Error("It does not answer.");
    const inputs = { "gc-container": name };
    return { host, what: "a container", inputs, used: used ?? usedInside, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} path */
async function usedOf(path) {
  const { blocks, bfree, bsize } = await statfs(path);
  return (blocks - bfree) * bsize;
}

/** @param {string} folder */
async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => (await lstat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
