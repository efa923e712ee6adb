import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRegistry } from "./find-registry.mjs";
import { freePort, isUp, runContainer, runProcess } from "./run-registry.mjs";

/**
 * How the registry is to be; all paths are absolute.
 * @typedef {object} RegistryOptions
 * @property {boolean} [deletes] whether deleting is enabled (default true)
 * @property {boolean} [readOnly] whether it refuses every write; meant for a `storage` that has something in it
 * @property {string} [storage] a storage directory to use again; otherwise a fresh one, removed at stop
 * @property {string} [htpasswd] what is in the htpasswd file (bcrypt only)
 * @property {{ realm: string, service: string, issuer: string, rootcertbundle: string }} [token]
 * @property {{ certificate: string, key: string, clientcas?: string[] }} [tls]
 * @property {(line: string) => void} [say] told what takes long
 */

/**
 * A running registry. `storage` is its root directory (unknown for REGISTRY_URL); `logs` is what it wrote so far.
 * @typedef {object} Registry
 * @property {string} url
 * @property {string} host
 * @property {"REGISTRY_URL" | import("./find-registry.mjs").Found["source"]} source
 * @property {string} [storage]
 * @property {() => string} logs
 * @property {() => Promise<void>} stop
 */

/** What must not outlive this process. @type {Set<() => void>} */
const leftovers = new Set();
const removeLeftovers = () => leftovers.forEach((remove) => remove());
process.on("exit", removeLeftovers);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    removeLeftovers();
    process.kill(process.pid, signal); // what it does without this listener
  });
}

/**
 * Starts a real registry on 127.0.0.1 and waits until it answers (at most 20 s). Where the options ask for nothing
 * special and REGISTRY_URL is set, that registry is used, and stopping it does nothing.
 * @param {RegistryOptions} [options]
 * @returns {Promise<Registry>}
 * @throws {Error} where none can be found, where it doesn't start (with its logs), or where REGISTRY_URL is another machine's
 */
export async function startRegistry(options = {}) {
  const { deletes = true, say = () => {}, ...special } = options;
  const given = process.env["REGISTRY_URL"];
  if (given && deletes && Object.keys(special).length === 0) return existingRegistry(given);
  const found = await findRegistry(say);
  const directory = await mkdtemp(join(tmpdir(), "registry-"));
  const storage = options.storage ?? join(directory, "storage");
  try {
    await mkdir(storage, { recursive: true });
    const running = await launch(found, directory, storage, options);
    const remove = () => {
      running.kill();
      rmSync(directory, { recursive: true, force: true });
    };
    leftovers.add(remove);
    const stop = async () => {
      await running.stop();
      await rm(directory, { recursive: true, force: true });
      leftovers.delete(remove);
    };
    const host = `127.0.0.1:${running.port}`;
    return {
      url: address(options, running.port),
      host,
      source: found.source,
      storage,
      logs: running.logs,
      stop,
    };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
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
 * @param {string} directory
 * @param {string} storage
 * @param {RegistryOptions} options
 * @returns {Promise<import("./run-registry.mjs").Running>}
 */
async function launch(found, directory, storage, options, attempts = 5) {
  const inDocker = found.source === "Docker";
  const port = inDocker ? 5000 : await freePort();
  const config = join(directory, "config.yml");
  const htpasswd = join(directory, "htpasswd");
  if (options.htpasswd !== undefined) await writeFile(htpasswd, options.htpasswd);
  const listen = inDocker ? "0.0.0.0:5000" : `127.0.0.1:${port}`;
  await writeFile(config, JSON.stringify(configuration(options, listen, storage, htpasswd)));
  if (inDocker) options.say?.("starting registry:2 in Docker");
  const running = inDocker
    ? await runContainer(found.binary, config, [directory, storage, ...certificates(options)])
    : runProcess(found.binary, config, port);
  if (await isUp(running, address(options, running.port))) return running;
  await running.stop();
  if (attempts > 1 && running.logs().includes("address already in use")) {
    return launch(found, directory, storage, options, attempts - 1);
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

/**
 * @param {RegistryOptions} options
 * @param {string} listen
 * @param {string} storage
 * @param {string} htpasswd
 */
function configuration(
  { deletes = true, readOnly = false, token, tls, ...options },
  listen,
  storage,
  htpasswd,
) {
  const basic = options.htpasswd === undefined ? undefined : { realm: "registry", path: htpasswd };
  return {
    version: "0.1",
    log: { level: "warn", accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: storage },
      cache: { blobdescriptor: "inmemory" }, // as in the official image
      delete: { enabled: deletes },
      ...(readOnly && { maintenance: { readonly: { enabled: true } } }),
    },
    http: { addr: listen, secret: "not a secret", tls },
    ...((basic || token) && { auth: { htpasswd: basic, token } }),
  };
}
