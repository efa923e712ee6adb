import { spawn } from "node:child_process";
import { openSync, closeSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { removeOnExit } from "../scripts/leftovers.mjs";
import { scratch } from "./scratch.mjs";

/**
 * A process to be timed, and its environment variables besides those that all have.
 * @typedef {{ argv: string[], env?: Record<string, string> }} Command
 */

/**
 * The result of a process: `ms` is the wall time until it had ended and closed its output; `code` is null if it was ended at its
 * limit; `said` is its output.
 * @typedef {{ ms: number, code: number | null, said: string }} Timing
 */

/**
 * The whole environment of every timed process: no proxy, no certificates, no configuration of a user.
 * @returns {Record<string, string>}
 */
export function environment() {
  const home = scratch();
  return { PATH: process.env["PATH"] ?? "", HOME: home, XDG_STATE_HOME: join(home, "state"), LC_ALL: "C" };
}

/**
 * Runs a process to its end as a CI would, without a terminal and with its output in a file.
 * @param {Command} command
 * @param {{ limitMs?: number | undefined, watch?: (pid: number) => () => void }} [options] after `limitMs` it is ended, with
 *   all that it started; `watch` is called with its pid, and the function that it returns when the process has ended
 * @returns {Promise<Timing>}
 * @throws {Error} if it can't be started
 */
export function timed({ argv, env = {} }, { limitMs, watch } = {}) {
  const [program = "", ...args] = argv;
  const file = join(scratch(), "output.log");
  const output = openSync(file, "w");
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // In its own process group, so that a loop can be ended together with the process that it has just started.
    const child = spawn(program, args, {
      env: { ...environment(), ...env },
      stdio: ["ignore", output, output],
      detached: true,
    });
    closeSync(output);
    const end = () => endGroup(child.pid);
    const forget = removeOnExit(end);
    const timer = limitMs === undefined ? undefined : setTimeout(end, limitMs);
    const unwatch = child.pid === undefined ? undefined : watch?.(child.pid);
    const over = () => {
      clearTimeout(timer);
      unwatch?.();
      forget();
    };
    child.on("error", (error) => {
      over();
      reject(error);
    });
    child.on("close", (code) => {
      const ms = performance.now() - start;
      over();
      resolve({ ms, code, said: readFileSync(file, "utf8") });
    });
  });
}

/** @param {number | undefined} pid */
function endGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/**
 * The median: the middle value or, of an even number of values, the mean of the two in the middle.
 * @param {readonly number[]} values at least one
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  if (low === undefined || high === undefined) throw new Error("the median of nothing");
  return (low + high) / 2;
}
