import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRegistry, findRegistryBinary } from "./find-registry.mjs";
import { removeOnExit } from "./leftovers.mjs";
import { configuration } from "./registry-config.mjs";
import { runContainer, runProcess } from "./run-registry.mjs";
import { freePort, isUp } from "./run-server.mjs";

/** @typedef {import("./registry-config.mjs").RegistryOptions} RegistryOptions */

/**
 * A running registry. `storage` is its root directory (undefined for REGISTRY_URL and in S3), `config` the path of its
 * configuration (undefined for REGISTRY_URL); `logs` returns its output so far.
 * @typedef {object} Registry
 * @property {string} url
 * @property {string} host
 * @property {"REGISTRY_URL" | import("./find-registry.mjs").Found["source"]} source
 * @property {string} [storage]
 * @property {string} [config]
 * @property {() => string} logs
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a real registry on 127.0.0.1 and waits until it answers (at most 20 s). If REGISTRY_URL is set and the options ask
 * for nothing special, that registry is used, and stopping it does nothing.
 * @param {RegistryOptions} [options]
 * @returns {Promise<Registry>}
 * @throws {Error} if none can be found, if it doesn't start (with its logs), or if REGISTRY_URL belongs to another machine
 */
export async function startRegistry(options = {}) {
  const { deletes = true, say = () => {}, ...special } = options;
  const given = process.env["REGISTRY_URL"];
  if (given && deletes && Object.keys(special).length === 0) return existingRegistry(given);
  const found = await find(options, say);
  const directory = await mkdtemp(join(tmpdir(), "registry-"));
  const forget = removeOnExit(() => rmSync(directory, { recursive: true, force: true }));
  const clear = async () => {
    await rm(directory, { recursive: true, force: true });
    forget();
  };
  const storage = options.s3 ? undefined : (options.storage ?? join(directory, "storage"));
  try {
    if (storage !== undefined) await mkdir(storage, { recursive: true });
    const running = await launch(found, { directory, storage }, options);
    const stop = async () => {
      await running.stop();
      await clear();
    };
    return {
      url: address(options, running.port),
      host: `127.0.0.1:${running.port}`,
      source: found.source,
      config: join(directory, "config.yml"),
      ...(storage !== undefined && { storage }),
      logs: running.logs,
      stop,
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/**
 * Finds a registry to run. For S3 it has to be a binary, because a container can't reach an S3 server on this machine's loopback.
 * @param {RegistryOptions} options
 * @param {(line: string) => void} say
 * @returns {Promise<import("./find-registry.mjs").Found>}
 */
async function find({ binary, s3 }, say) {
  if (binary !== undefined) return { source: "binary", binary };
  return s3 ? findRegistryBinary(say) : findRegistry(say);
}

/**
 * @param {string} given
 * @returns {Registry}
 */
function existingRegistry(given) {
  if (!URL.canParse(given)) {
    throw new Error(`REGISTRY_URL is no URL: ${given}. Write it like http://127.0.0.1:5000.`);
  }
  const { origin, host, hostname } = new URL(given);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (!isLoopback && process.env["REGISTRY_URL_CONSENT"] !== "yes") {
    throw new Error(
      `REGISTRY_URL is ${given}, which is not on this machine, and images would be pushed to it and deleted. ` +
        "Unset REGISTRY_URL, or set REGISTRY_URL_CONSENT=yes if that registry is meant for it.",
    );
  }
  return { url: origin, host, source: "REGISTRY_URL", logs: () => "", stop: async () => {} };
}

/**
 * @param {import("./find-registry.mjs").Found} found
 * @param {{ directory: string, storage: string | undefined }} place
 * @param {RegistryOptions} options
 * @returns {Promise<import("./run-registry.mjs").Running>}
 */
async function launch(found, { directory, storage }, options, attempts = 5) {
  const inDocker = found.source === "Docker";
  const port = inDocker ? 5000 : await freePort();
  const config = join(directory, "config.yml");
  const htpasswd = join(directory, "htpasswd");
  if (options.htpasswd !== undefined) await writeFile(htpasswd, options.htpasswd);
  const listen = inDocker ? "0.0.0.0:5000" : `127.0.0.1:${port}`;
  await writeFile(config, JSON.stringify(configuration(options, { listen, storage, htpasswd })));
  if (inDocker) options.say?.("starting registry:2 in Docker");
  const running = inDocker
    ? await runContainer(found.binary, config, [directory, storage ?? [], certificates(options)].flat())
    : runProcess(found.binary, config, port, options.trusts);
  if (await isUp(running, `${address(options, running.port)}/v2/`)) return running;
  await running.stop();
  if (attempts > 1 && running.logs().includes("address already in use")) {
    return launch(found, { directory, storage }, options, attempts - 1);
  }
  throw new Error(`The registry (${found.binary}) did not start. It wrote:\n${running.logs()}`);
}

/**
 * @param {RegistryOptions} options
 * @param {number} port
 */
function address(options, port) {
  return `${options.tls ? "https" : "http"}://127.0.0.1:${port}`;
}

/** @param {RegistryOptions} options */
function certificates({ tls, token }) {
  const files = [tls?.certificate, tls?.key, ...(tls?.clientcas ?? []), token?.rootcertbundle];
  return files.filter((file) => file !== undefined);
}
