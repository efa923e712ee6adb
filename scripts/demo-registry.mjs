import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findRegistryBinary } from "./find-registry.mjs";
import { removeOnExit } from "./leftovers.mjs";
import { configuration } from "./registry-config.mjs";
import { freePort, isUp } from "./run-server.mjs";

/**
 * A registry's process that shell scripts start and stop, as `systemctl` does with a service. Its garbage is collected with `gc-command`.
 * @typedef {object} ScriptedRegistry
 * @property {string} url
 * @property {string} host
 * @property {string} storage its root directory
 * @property {{ start: string, stop: string, collect: string }} programs paths of the scripts; `start` does nothing if the registry runs
 * @property {() => string} logs
 * @property {() => Promise<void>} stop ends the registry, even if a script has restarted it
 */

/**
 * @typedef {object} ScriptedOptions
 * @property {string} [binary] the registry's program, instead of the one that is found
 * @property {string} [storage] a storage directory; otherwise a fresh one, removed at stop
 * @property {"inmemory" | "none"} [cache]
 * @property {(line: string) => void} [say] is called before a slow step, with a line about it
 */

/**
 * Starts a registry that scripts control, and waits until it answers.
 * @param {ScriptedOptions} [options]
 * @returns {Promise<ScriptedRegistry>}
 * @throws {Error} if no registry can be found, or if it doesn't start (with its logs)
 */
export async function startScriptedRegistry(options = {}) {
  const binary = options.binary ?? (await findRegistryBinary(options.say ?? (() => {}))).binary;
  const folder = await mkdtemp(join(tmpdir(), "scripted-"));
  const forget = removeOnExit(() => {
    killRegistry(folder, "SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  });
  const stop = async () => {
    killRegistry(folder, "SIGTERM");
    while (pidOf(folder) !== undefined) await sleep(20);
    await rm(folder, { recursive: true, force: true });
    forget();
  };
  try {
    const storage = options.storage ?? join(folder, "storage");
    await mkdir(storage, { recursive: true });
    const host = await launch(binary, { folder, storage, cache: options.cache });
    const [start, halt, collect] = ["start", "stop", "collect"].map((name) => join(folder, name));
    const programs = { start: start ?? "", stop: halt ?? "", collect: collect ?? "" };
    return { url: `http://${host}`, host, storage, programs, logs: () => logsOf(folder), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {string} binary
 * @param {{ folder: string, storage: string, cache: "inmemory" | "none" | undefined }} place
 * @returns {Promise<string>} its host
 */
async function launch(binary, { folder, storage, cache }, attempts = 5) {
  const port = await freePort();
  const listen = `127.0.0.1:${port}`;
  const config = configuration({ ...(cache && { cache }) }, { listen, storage, htpasswd: "" });
  await writeFile(join(folder, "config.yml"), JSON.stringify(config));
  for (const [name, lines] of Object.entries(programs({ binary, folder, port }))) {
    await writeFile(join(folder, name), ["#!/usr/bin/env bash", "set -eu", ...lines, ""].join("\n"), {
      mode: 0o755,
    });
  }
  await once(spawn(join(folder, "start"), { stdio: "ignore" }), "close");
  if (await isUp({ ended: () => pidOf(folder) === undefined }, `http://${listen}/v2/`)) return listen;
  killRegistry(folder, "SIGKILL");
  await rm(join(folder, "pid"), { force: true });
  if (attempts > 1 && logsOf(folder).includes("address already in use")) {
    return launch(binary, { folder, storage, cache }, attempts - 1);
  }
  throw new Error(`The registry (${binary}) did not start. It wrote:\n${logsOf(folder)}`);
}

/**
 * The lines of the three scripts. The registry gets an empty environment, because it takes REGISTRY_… as its configuration,
 * and neither the terminal nor the output of the process that starts it.
 * @param {{ binary: string, folder: string, port: number }} place
 */
function programs({ binary, folder, port }) {
  const registry = `env -i PATH="$PATH" "${binary}"`;
  return {
    start: [
      `if [ -e "${folder}/pid" ]; then exit 0; fi`,
      `setsid nohup ${registry} serve "${folder}/config.yml" >>"${folder}/log" 2>&1 </dev/null &`,
      `echo $! >"${folder}/pid"`,
    ],
    stop: [
      `kill "$(cat "${folder}/pid")"`,
      `while (: </dev/tcp/127.0.0.1/${port}) 2>/dev/null; do sleep 0.05; done`,
      `rm "${folder}/pid"`,
    ],
    collect: [`exec ${registry} garbage-collect "${folder}/config.yml"`],
  };
}

/**
 * The pid of the process that was started last, read from the pid file; undefined if it does not run.
 * @param {string} folder
 * @returns {number | undefined}
 */
function pidOf(folder) {
  try {
    const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
    // The command line is no proof that it runs: it is empty while one program replaces another (exec).
    const state = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1);
    return state?.startsWith("Z") ? undefined : pid;
  } catch {
    return undefined; // stopped, or gone
  }
}

/**
 * @param {string} folder
 * @param {NodeJS.Signals} signal
 */
function killRegistry(folder, signal) {
  const pid = pidOf(folder);
  if (pid !== undefined) process.kill(pid, signal);
}

/** @param {string} folder */
function logsOf(folder) {
  try {
    return readFileSync(join(folder, "log"), "utf8");
  } catch {
    return "";
  }
}
