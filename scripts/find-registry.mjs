import { execFile } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/**
 * What can run a registry: `binary` is the registry itself or, where the source is Docker, Docker's client.
 * @typedef {{ source: "PATH" | "Docker" | "Debian package", binary: string }} Found
 */

const run = promisify(execFile);
const cache = fileURLToPath(new URL("../.cache/", import.meta.url));
const unpacked = join(cache, "docker-registry");
const binaryOfDebian = join(unpacked, "usr/bin/docker-registry");

/**
 * Finds a CNCF Distribution registry: on PATH, in Docker, or in Debian's package, which it unpacks into .cache/
 * (nothing is installed). Several processes may call it at once.
 * @param {(line: string) => void} say told what takes long
 * @returns {Promise<Found>}
 * @throws {Error} where there is none; the message says what to do
 */
export async function findRegistry(say) {
  const binary = onPath("docker-registry") ?? (await distribution(onPath("registry")));
  if (binary) return { source: "PATH", binary };
  const docker = onPath("docker");
  if (docker && (await isUp(docker))) return { source: "Docker", binary: docker };
  const aptGet = onPath("apt-get");
  const dpkg = onPath("dpkg");
  if (!aptGet || !dpkg) throw new Error(advice("Neither docker-registry, Docker nor apt-get is here."));
  if (!existsSync(binaryOfDebian)) {
    say("unpacking Debian's docker-registry into .cache/");
    await unpackDebian(aptGet, dpkg).catch((error) => {
      throw new Error(advice("Debian's docker-registry could not be downloaded."), { cause: error });
    });
  }
  return { source: "Debian package", binary: binaryOfDebian };
}

/** @param {string} problem */
function advice(problem) {
  return (
    `No registry was found to run. ${problem} Do one of these: set REGISTRY_URL to a registry that runs already, ` +
    "install docker-registry (`apt-get install docker-registry`), or start Docker."
  );
}

/** @param {string} name */
function onPath(name) {
  const directories = (process.env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  return directories.map((directory) => join(directory, name)).find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
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

/**
 * @param {string} aptGet
 * @param {string} dpkg
 */
async function unpackDebian(aptGet, dpkg) {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, "unpacking-"));
  try {
    await download(aptGet, work);
    const file = (await readdir(work)).find((name) => name.endsWith(".deb"));
    if (!file) throw new Error("apt-get download left no .deb file.");
    await run(dpkg, ["-x", join(work, file), join(work, "tree")]);
    await rename(join(work, "tree"), unpacked).catch((error) => {
      if (!existsSync(binaryOfDebian)) throw error; // otherwise another process was faster
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Without package lists on the system, it fetches lists of its own, which an ordinary user may do too.
 * @param {string} aptGet
 * @param {string} work
 */
async function download(aptGet, work) {
  const options = { cwd: work, timeout: 300_000 };
  const fetched = run(aptGet, ["download", "docker-registry"], options);
  await fetched.catch(async () => {
    const own = [`-oDir::State::lists=${join(work, "lists")}`, `-oDir::Cache=${join(work, "apt")}`];
    await mkdir(join(work, "lists/partial"), { recursive: true });
    await mkdir(join(work, "apt/archives/partial"), { recursive: true });
    await run(aptGet, [...own, "update"], options);
    await run(aptGet, [...own, "download", "docker-registry"], options);
  });
}
