import { readFileSync } from "node:fs";
import { ours } from "./contenders.mjs";
import { startStandIn } from "./stand-in.mjs";
import { timed } from "./timing.mjs";

/** The most memory that a process had, in MiB. @typedef {{ tags: number, peak: number, seconds: number, requests: number }} Peak */

const TAGS = [25_000, 50_000, 100_000];
const EVERY = 20; // ms

/**
 * How much memory a dry run takes, by what Linux says of the process (VmHWM, the most that was ever resident).
 * @param {{ tags?: number[] }} options
 * @param {import("./ground.mjs").Say} say
 * @returns {Promise<Peak[] | undefined>} undefined where this is not Linux
 */
export async function memory({ tags = TAGS }, say) {
  if (process.platform !== "linux") {
    say("memory is left out: only Linux says how much a process had");
    return undefined;
  }
  const peaks = [];
  for (const count of tags) {
    const peak = await peakOf(count);
    say(`memory, ${count} tags: ${Math.round(peak.peak)} MiB, ${peak.seconds.toFixed(1)} s`);
    peaks.push(peak);
  }
  return peaks;
}

/**
 * @param {number} tags
 * @returns {Promise<Peak>}
 */
async function peakOf(tags) {
  const server = await startStandIn(tags);
  let kib = 0;
  const watch = (/** @type {number} */ pid) => {
    const timer = setInterval(() => (kib = Math.max(kib, mostResident(pid))), EVERY);
    return () => clearInterval(timer);
  };
  try {
    const command = await ours(["--dry-run"]).command({
      host: server.host,
      repository: "bench/stand-in",
      keep: 10,
    });
    const { ms, code, said } = await timed(command, { watch });
    if (code !== 0) throw new Error(`the dry run of ${tags} tags ended with ${code}: ${said.slice(-500)}`);
    return { tags, peak: kib / 1024, seconds: ms / 1000, requests: server.requests() };
  } finally {
    await server.stop();
  }
}

/** @param {number} pid */
function mostResident(pid) {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // it has ended
  }
}
