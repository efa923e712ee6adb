import { spawn } from "node:child_process";
import { openSync, closeSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { whenLeaving } from "../scripts/leftovers.mjs";
import { scratch } from "./scratch.mjs";

/**
 * A process to be timed, and what it is to find in its environment besides what all have.
 * @typedef {{ argv: string[], env?: Record<string, string> }} Command
 */

/**
 * How a process went: `ms` of wall time until it and its output were over; `code` is null where it was ended at its
 * limit; `said` is what it wrote.
 * @typedef {{ ms: number, code: number | null, said: string }} Took
 */

/**
 * What every timed process has for its environment, and nothing else: no proxy, no certificates, nobody's configuration.
 * @returns {Record<string, string>}
 */
export function environment() {
  const home = scratch();
  return { PATH: process.env["PATH"] ?? "", HOME: home, XDG_STATE_HOME: join(home, "state"), LC_ALL: "C" };
}

/**
 * Runs a process to its end, as a CI would: no terminal, output into a file.
 * @param {Command} command
 * @param {{ limitMs?: number | undefined, watch?: (pid: number) => () => void }} [options] it is ended after
 *   `limitMs`, with all that it started; `watch` is told its number, and what it returns is called when it has ended
 * @returns {Promise<Took>}
 * @throws {Error} where it can't be started
 */
export function timed({ argv, env = {} }, { limitMs, watch } = {}) {
  const [program = "", ...args] = argv;
  const file = join(scratch(), "output.log");
  const output = openSync(file, "w");
  return new Promise((resolve, reject) => {
    const start = performance.now();
    // A group of its own, so that a loop can be ended together with what it has just started.
    const child = spawn(program, args, {
      env: { ...environment(), ...env },
      stdio: ["ignore", output, output],
      detached: true,
    });
    closeSync(output);
    const end = () => endGroup(child.pid);
    const forget = whenLeaving(end);
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
 * The middle one; of an even number, the mean of the two in the middle.
 * @param {readonly number[]} values at least one
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  if (low === undefined || high === undefined) throw new Error("the median of nothing");
  return (low + high) / 2;
}
