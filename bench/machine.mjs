import { execFile } from "node:child_process";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { promisify } from "node:util";
import { binaryOf } from "./bench-registry.mjs";

const run = promisify(execFile);

/** The machine that the bench ran on, as names and values. @typedef {Record<string, string>} Machine */

/**
 * The properties of this machine on which times depend.
 * @returns {Promise<Machine>}
 */
export async function machine() {
  return {
    CPU: cpus()[0]?.model.trim() ?? "unknown",
    cores: `${cpus().length}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    "file system": await fileSystem(),
    system: `${type()} ${release()}`,
    Node: process.version,
  };
}

/** The kind of file system that the registries' storage is on. */
async function fileSystem() {
  const { stdout } = await run("df", ["--output=fstype", tmpdir()]).catch(() => ({ stdout: "" })); // only GNU's df has --output
  return stdout.trim().split("\n").at(1) ?? "unknown";
}

/**
 * The versions of the measured registries and rivals, by their names.
 * @param {import("./bench-registry.mjs").Distribution[]} distributions
 * @param {import("./rivals.mjs").Rival[]} rivals
 * @returns {Promise<Machine>}
 */
export async function versions(distributions, rivals) {
  /** @type {Machine} */
  const found = {};
  for (const distribution of distributions) {
    const binary = await binaryOf(distribution, () => {});
    if (binary !== undefined) found[`Distribution ${distribution}`] = await versionOf(binary, {});
  }
  for (const { name, version, env } of rivals) {
    found[name] = version || (await versionOf(env["TOOL"] ?? "", env));
  }
  return found;
}

/**
 * @param {string} binary
 * @param {Record<string, string>} env
 */
async function versionOf(binary, env) {
  const { stdout } = await run(binary, ["--version"], { env: { ...process.env, ...env } });
  return /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? "unknown";
}
