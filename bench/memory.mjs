import { readFileSync } from "node:fs";
import { ours } from "./contenders.mjs";
import { startStandIn } from "./stand-in.mjs";
import { timed } from "./timing.mjs";

/** The cost of a run; `peak` is the most memory that its process had, in MiB. @typedef {{ peak: number, seconds: number, requests: number }} Peak */

/** The costs of a dry run, and of a run that deletes all tags but ten. @typedef {{ tags: number, dry: Peak, real: Peak }} Peaks */

const TAGS = [25_000, 50_000, 100_000];
const EVERY = 20; // ms

/**
 * Measures the memory of a run with Linux's VmHWM, the most that was ever resident of the process.
 * @param {{ tags?: number[] }} options
 * @param {import("./bench-registry.mjs").Say} say
 * @returns {Promise<Peaks[] | undefined>} undefined on other systems than Linux
 */
export async function memory({ tags = TAGS }, say) {
  if (process.platform !== "linux") {
    say("memory is left out: only Linux reports the most memory that a process had");
    return undefined;
  }
  const peaks = [];
  for (const count of tags) {
    const [dry, real] = [await peakOf(count, ["--dry-run"]), await peakOf(count, [])];
    say(
      `memory, ${count} tags: ${Math.round(dry.peak)} MiB, and with deletions ${Math.round(real.peak)} MiB`,
    );
    peaks.push({ tags: count, dry, real });
  }
  return peaks;
}

/**
 * @param {number} tags
 * @param {string[]} flags
 * @returns {Promise<Peak>}
 */
async function peakOf(tags, flags) {
  const server = await startStandIn(tags);
  const { watch, peakMiB } = watchMemory();
  try {
    const command = await ours(flags).command({
      host: server.host,
      repository: "bench/stand-in",
      keep: 10,
    });
    const { ms, code, said } = await timed(command, { watch });
    if (code !== 0) throw new Error(`the run of ${tags} tags ended with ${code}: ${said.slice(-500)}`);
    return { peak: peakMiB(), seconds: ms / 1000, requests: server.requests() };
  } finally {
    await server.stop();
  }
}

/** Returns a watch for `timed`, and a function that returns the most memory that its process had, in MiB. */
export function watchMemory() {
  let kib = 0;
  return {
    watch: (/** @type {number} */ pid) => {
      const timer = setInterval(() => (kib = Math.max(kib, mostResident(pid))), EVERY);
      return () => clearInterval(timer);
    },
    peakMiB: () => kib / 1024,
  };
}

/** @param {number} pid */
function mostResident(pid) {
  try {
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // it has ended
  }
}
