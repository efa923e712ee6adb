import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { lock } from "./lock.mjs";
import { cache, lastErrorLine, onPath } from "./programs.mjs";

const run = promisify(execFile);

/**
 * A program that `go install` can build.
 * @typedef {{ module: string, version: string, binary: string }} GoTool
 */

/**
 * A program's build: makes the program in the folder `work`.
 * @typedef {(run: (...args: string[]) => Promise<unknown>, work: string) => Promise<unknown>} GoBuild
 */

/**
 * Builds a program with Go into .cache/, unless it is there already. Several processes may call it at once: one builds,
 * the others wait.
 * @param {GoTool} tool
 * @param {(line: string) => void} say is called before a slow step, and with the reason if the program can't be built
 * @returns {Promise<string | undefined>} the program's path; undefined if Go is missing or can't build it
 */
export function goInstall(tool, say) {
  return goBuild(tool, say, (go) => go("install", `${tool.module}@${tool.version}`));
}

/**
 * Does what `goInstall` does, for a program that is built in another way.
 * @param {GoTool} tool
 * @param {(line: string) => void} say
 * @param {GoBuild} make
 * @returns {Promise<string | undefined>}
 */
export async function goBuild(tool, say, make) {
  const folder = join(cache, "go", `${tool.binary}-${tool.version}`);
  const binary = join(folder, tool.binary);
  if (existsSync(binary)) return binary;
  const go = onPath("go");
  if (!go) {
    say(`${tool.binary} ${tool.version} is built with Go, which is not on PATH`);
    return undefined;
  }
  const release = await lock(`go.${createHash("sha256").update(binary).digest("hex").slice(0, 16)}`);
  try {
    if (!existsSync(binary)) await build(go, { tool, folder, make }, say);
    return binary;
  } catch (error) {
    say(`Go can't build ${tool.module}@${tool.version}: ${lastErrorLine(error)}`);
    return undefined;
  } finally {
    release();
  }
}

/**
 * @param {string} go
 * @param {{ tool: GoTool, folder: string, make: GoBuild }} options
 * @param {(line: string) => void} say
 */
async function build(go, { tool: { version, binary }, folder, make }, say) {
  say(`building ${binary} ${version} with Go into .cache/`);
  await mkdir(join(cache, "go"), { recursive: true });
  const work = await mkdtemp(join(cache, "go/building-"));
  try {
    const env = { ...process.env, GOBIN: work, GOFLAGS: "-mod=mod" };
    await make((...args) => run(go, args, { cwd: work, env, timeout: 900_000 }), work);
    if (!existsSync(join(work, binary))) throw new Error(`Go made no ${binary}`);
    await rename(work, folder).catch((error) => {
      if (!existsSync(join(folder, binary))) throw error; // otherwise another process was faster
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Builds the registry of CNCF Distribution 3, which no Debian package has.
 * @param {(line: string) => void} say is called before a slow step, and with the reason if it can't be built
 * @returns {Promise<string | undefined>} its path; undefined if Go is missing or can't build it
 */
export function findDistribution3(say) {
  const module = "github.com/distribution/distribution/v3/cmd/registry";
  return goInstall({ module, version: "v3.1.1", binary: "registry" }, say);
}

/**
 * Builds act, which runs GitHub's workflows on this machine.
 * @param {(line: string) => void} say is called before a slow step, and with the reason if it can't be built
 * @returns {Promise<string | undefined>} its path; undefined if Go is missing or can't build it
 */
export function findAct(say) {
  return goInstall({ module: "github.com/nektos/act", version: "v0.2.89", binary: "act" }, say);
}
