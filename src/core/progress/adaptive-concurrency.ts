import type { Concurrency, MeasuredWindow } from "./concurrency.js";
import { afterFilling, afterRefusal, afterWindow } from "./next-limit.js";

const WINDOW_MS = 200;
// More requests scatter less, and take longer: simulated with times that are 30 % off, and with exponential ones.
const LEAST_SERVED = 24;
const LEAST_ROUNDS = 3;
// With so many requests a window may be shorter: a few times what stops a process for a moment (its garbage, somebody else's).
const MANY_SERVED = 100;
const SHORT_WINDOW_MS = 60;
const EMPTY: MeasuredWindow = { served: 0, ms: 0 };

/** Counts a request that begins at `now`. Its caller keeps `generation` of the result for its end. */
export function requestBegan(concurrency: Concurrency, now: number): Concurrency {
  return {
    ...concurrency,
    at: now,
    window: windowAt(concurrency, now),
    underWay: concurrency.underWay + 1,
  };
}

/** The end of a request. */
export interface RequestEnd {
  readonly now: number;
  /** The generation of the limit under which it began. */
  readonly generation: number;
  /** Ms from when it was sent, on a connection that stood, to the head of its answer; absent where none came. */
  readonly tookMs: number | undefined;
  /** The smallest of these that its host has shown, this one included; 0 if none is known. */
  readonly delayMs: number;
  /** True if the server said, or showed, that the limit is too high. */
  readonly isRefused: boolean;
}

/**
 * Counts a request that has ended, and adapts the limit. It begins by filling the network: each answer that comes after hardly more than the network's own
 * delay lets two more go, and the first that takes longer ends that. From there the limit climbs while that pays: by one and a half, or by two if requests take little time.
 * Then it falls as far as nothing is lost by it, which leaves the server to others. Then it holds, for longer each time that trying brought nothing,
 * and tries to climb again. A refusal halves it, or ends the try that met it. If a request comes to take twice as long, the limit falls by one and a half.
 */
export function requestEnded(
  concurrency: Concurrency,
  { now, generation, isRefused, tookMs, delayMs }: RequestEnd,
): Concurrency {
  const isStale = generation !== concurrency.generation;
  const window = windowAt(concurrency, now);
  const after = { ...concurrency, at: now, window, delayMs, underWay: concurrency.underWay - 1 };
  if (isRefused) return isStale ? after : afterRefusal(after);
  if (after.aim.kind === "fill") {
    return tookMs === undefined ? after : afterFilling(after, { tookMs, isFull: isFull(concurrency) });
  }
  if (window === undefined) return isStale ? after : { ...after, window: EMPTY };
  const { ms } = window;
  const served = window.served + (isFull(concurrency) ? 1 : 0);
  return isWhole(concurrency, { served, ms })
    ? afterWindow({ ...after, window: EMPTY }, served / ms)
    : { ...after, window: { served, ms } };
}

/** True if a window has enough requests, and is long enough, to tell a rate. */
function isWhole({ limit }: Concurrency, { served, ms }: MeasuredWindow): boolean {
  if (served < Math.max(LEAST_ROUNDS * limit, LEAST_SERVED)) return false;
  return ms >= (served < MANY_SERVED ? WINDOW_MS : SHORT_WINDOW_MS);
}

function isFull({ underWay, limit }: Concurrency): boolean {
  return underWay >= limit;
}

/** Adds the time since the last request to the window, if as many were under way as the limit allows. */
function windowAt(concurrency: Concurrency, now: number): MeasuredWindow | undefined {
  const { window, at } = concurrency;
  if (window === undefined || !isFull(concurrency)) return window;
  return { served: window.served, ms: window.ms + now - at };
}
