import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { cache, onPath } from "./programs.mjs";

const run = promisify(execFile);

/** Thrown if no package can be unpacked because apt-get or dpkg is missing. */
export class NoDebianError extends Error {}

/**
 * Unpacks Debian packages into one folder of .cache/, unless the folder exists (nothing is installed, no service
 * starts). Several processes may call it at once.
 * @param {string[]} packages
 * @param {string} folder its name in .cache/
 * @param {(line: string) => void} say is called before a slow step, with a line about it
 * @returns {Promise<string>} the folder's path
 * @throws {NoDebianError}
 * @throws {Error} if they can't be downloaded
 */
export async function unpackDebian(packages, folder, say) {
  const [aptGet, dpkg] = [onPath("apt-get"), onPath("dpkg")];
  if (!aptGet || !dpkg) throw new NoDebianError("apt-get or dpkg is not here");
  const unpacked = join(cache, folder);
  if (existsSync(unpacked)) return unpacked;
  say(`unpacking Debian's ${packages.join(", ")} into .cache/`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, "unpacking-"));
  try {
    await download(aptGet, packages, work);
    const files = (await readdir(work)).filter((name) => name.endsWith(".deb"));
    if (files.length < packages.length) throw new Error("apt-get download left too few .deb files.");
    for (const file of files) await run(dpkg, ["-x", join(work, file), join(work, "tree")]);
    await rename(join(work, "tree"), unpacked).catch((error) => {
      if (!existsSync(unpacked)) throw error; // otherwise another process was faster
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return unpacked;
}

/**
 * Downloads packages. If the system has no package lists, it fetches lists into the work folder, which needs no root.
 * @param {string} aptGet
 * @param {string[]} packages
 * @param {string} work
 */
async function download(aptGet, packages, work) {
  const options = { cwd: work, timeout: 300_000 };
  await run(aptGet, ["download", ...packages], options).catch(async () => {
    const own = [`-oDir::State::lists=${join(work, "lists")}`, `-oDir::Cache=${join(work, "apt")}`];
    await mkdir(join(work, "lists/partial"), { recursive: true });
    await mkdir(join(work, "apt/archives/partial"), { recursive: true });
    await run(aptGet, [...own, "update"], options);
    await run(aptGet, [...own, "download", ...packages], options);
  });
}
