// npm run test:mutation -- [GLOB…]: changes the core, one place at a time, and shows which changes no unit test notices.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Runs a program, and ends this one with its exit code if that is not 0.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(program, args, cwd) {
  const env = { ...process.env, PROPERTY_RUNS: process.env["PROPERTY_RUNS"] ?? "20" };
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

// A folder of its own, with Stryker's 200 packages: no other `npm ci` has to wait for them.
if (!existsSync(join(here, "node_modules/@stryker-mutator/core"))) run("npm", ["ci"], here);
const globs = process.argv.slice(2);
const mutate = globs.length === 0 ? [] : ["--mutate", globs.join(",")];
const stryker = join(here, "node_modules/@stryker-mutator/core/bin/stryker.js");
run(process.execPath, [stryker, "run", join(here, "stryker.config.json"), ...mutate], join(here, ".."));
