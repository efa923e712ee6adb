import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { NoDebianError, unpackDebian } from "./debian.mjs";
import { onPath } from "./programs.mjs";

/**
 * A program that can run a registry: the registry itself or, if the source is Docker, Docker's client.
 * @typedef {{ source: "PATH" | "Docker" | "Debian package" | "binary", binary: string }} Found
 */

const run = promisify(execFile);

/**
 * Finds a CNCF Distribution registry: on PATH, in Docker, or in Debian's package, which it unpacks into .cache/
 * (nothing is installed). Several processes may call it at once.
 * @param {(line: string) => void} say is called before a slow step, with a line about it
 * @returns {Promise<Found>}
 * @throws {Error} if there is none; the message says what to do
 */
export async function findRegistry(say) {
  const binary = await registryOnPath();
  if (binary) return { source: "PATH", binary };
  const docker = onPath("docker");
  if (docker && (await isUp(docker))) return { source: "Docker", binary: docker };
  return unpackedRegistry(say);
}

/**
 * Finds a registry's own binary, as `findRegistry` does, but never Docker. For callers that copy the binary, or whose
 * servers a container could not reach.
 * @param {(line: string) => void} say is called before a slow step, with a line about it
 * @returns {Promise<Found>}
 * @throws {Error} if there is none; the message says what to do
 */
export async function findRegistryBinary(say) {
  const binary = await registryOnPath();
  return binary ? { source: "PATH", binary } : unpackedRegistry(say);
}

async function registryOnPath() {
  return onPath("docker-registry") ?? (await distribution(onPath("registry")));
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<Found>}
 */
async function unpackedRegistry(say) {
  const unpacked = await unpackDebian(["docker-registry"], "docker-registry", say).catch((error) => {
    const isNoDebian = error instanceof NoDebianError;
    const nothing = "Neither docker-registry, Docker nor apt-get is here.";
    const problem = isNoDebian ? nothing : "Debian's docker-registry could not be downloaded.";
    throw new Error(advice(problem), { cause: error });
  });
  return { source: "Debian package", binary: join(unpacked, "usr/bin/docker-registry") };
}

/** @param {string} problem */
function advice(problem) {
  return (
    `No registry was found to run. ${problem} Do one of these: set REGISTRY_URL to a registry that runs already, ` +
    "install docker-registry (`apt-get install docker-registry`), or start Docker."
  );
}

/** Returns the binary only if it is Distribution's. @param {string | undefined} binary any program may be called `registry` */
async function distribution(binary) {
  if (!binary) return undefined;
  const { stdout } = await run(binary, ["--version"], { timeout: 10_000 }).catch(() => ({ stdout: "" }));
  return /(docker|distribution)\/distribution|registry/.test(stdout) ? binary : undefined;
}

/** @param {string} docker */
async function isUp(docker) {
  return run(docker, ["info"], { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
