import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { NoDebianError, unpackDebian } from "./debian.mjs";
import { onPath } from "./programs.mjs";

/**
 * What can run a registry: `binary` is the registry itself or, where the source is Docker, Docker's client.
 * @typedef {{ source: "PATH" | "Docker" | "Debian package" | "binary", binary: string }} Found
 */

const run = promisify(execFile);

/**
 * Finds a CNCF Distribution registry: on PATH, in Docker, or in Debian's package, which it unpacks into .cache/
 * (nothing is installed). Several processes may call it at once.
 * @param {(line: string) => void} say told what takes long
 * @returns {Promise<Found>}
 * @throws {Error} where there is none; the message says what to do
 */
export async function findRegistry(say) {
  const binary = await registryOnPath();
  if (binary) return { source: "PATH", binary };
  const docker = onPath("docker");
  if (docker && (await isUp(docker))) return { source: "Docker", binary: docker };
  return unpackedRegistry(say);
}

/**
 * As `findRegistry`, but never Docker: a registry's own binary, for what has to reach it, or has to put it somewhere.
 * @param {(line: string) => void} say told what takes long
 * @returns {Promise<Found>}
 * @throws {Error} where there is none; the message says what to do
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

/** @param {string | undefined} binary anything may be called `registry`: only Distribution's own is passed on */
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
