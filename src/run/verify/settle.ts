import { setTimeout as sleep } from "node:timers/promises";

/** The result of one look at what seems harmed. */
export interface HarmLook {
  /** Number of tags that still seem harmed. */
  readonly harmed: number;
  /** Number of tags that were to stay and are listed: another run that deletes tags makes it smaller. */
  readonly kept: number;
}

/** The waits between two looks, in milliseconds. */
export interface SettleTimes {
  /** The wait before each look. After the last of them without a change, what was seen is believed. */
  readonly pauses: readonly number[];
  /** The time from the first look after which a change does not start the pauses anew. */
  readonly longest: number;
  /** Cuts every pause short when it is aborted. */
  readonly stop?: AbortSignal | undefined;
}

/**
 * Makes the waits for a repository.
 * @param took milliseconds that the first look took: another run reads as much before each of its batches, and changes nothing meanwhile
 */
export function settleTimes(took: number): SettleTimes {
  // A run that deletes a hundred thousand images takes some minutes; nobody is to wait for others without an end.
  return { pauses: [250, 500, 1000, 2000, Math.max(2250, 2 * took)], longest: 10 * 60_000 };
}

/**
 * Looks again until nothing seems harmed, or until nothing has changed for the length of all pauses. Each change starts the pauses anew, for then another run
 * is still at work.
 * @param look returns `undefined` if the repository can't be read: then no other look follows
 */
export async function settle(
  first: HarmLook,
  look: () => Promise<HarmLook | undefined>,
  { pauses, longest, stop }: SettleTimes,
): Promise<void> {
  const end = performance.now() + longest;
  let before = first;
  let quiet = 0;
  while (before.harmed > 0) {
    const pause = pauses[quiet];
    if (pause === undefined) return;
    await sleep(pause, undefined, { signal: stop }).catch(() => undefined);
    const now = await look();
    if (now === undefined) return;
    const hasChanged = now.harmed < before.harmed || now.kept < before.kept;
    quiet = hasChanged && performance.now() < end ? 0 : quiet + 1;
    before = now;
  }
}
