import { execFile } from "node:child_process";
import { cpus, release, tmpdir, totalmem, type } from "node:os";
import { promisify } from "node:util";
import { binaryOf } from "./ground.mjs";

const run = promisify(execFile);

/** What the bench ran on, each line a name and a value. @typedef {Record<string, string>} Machine */

/**
 * This machine, as far as times depend on it.
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
  const { stdout } = await run("df", ["--output=fstype", tmpdir()]).catch(() => ({ stdout: "" })); // GNU's alone
  return stdout.trim().split("\n").at(1) ?? "unknown";
}

/**
 * What was measured: registries, and what can be had of the rivals, with their versions.
 * @param {import("./ground.mjs").Distribution[]} distributions
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
