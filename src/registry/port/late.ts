import { setTimeout as sleep } from "node:timers/promises";

/**
 * The waits before each look, in milliseconds, at what a registry said that it deleted and that is still there: Pulp does it some moments after its answer
 * (measured), Docker Hub too.
 */
const PAUSES = [250, 500, 1000, 2000, 4000];

/**
 * Looks again and again until nothing is left, or all pauses are over.
 * @param look resolves to the number of what is still there; `undefined` if it can't be read, then no other look follows
 */
export async function waitForLate(
  look: () => Promise<number | undefined>,
  stop: AbortSignal | undefined,
): Promise<void> {
  for (const pause of PAUSES) {
    if (stop?.aborted === true) return;
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined);
    const left = await look();
    if (left === undefined || left === 0) return;
  }
}
