/** A server's concurrency limit, and what it was set for. Times are in milliseconds, of any clock that never goes back. */
export interface Concurrency {
  /** Most requests at once, whatever the server can do. */
  readonly cap: number;
  /** Number of requests that may be under way now: a whole number from 1 to `cap`. */
  readonly limit: number;
  /** Number of requests that are under way. */
  readonly underWay: number;
  /** Number of changes of the limit. A request that began before the last change says nothing about the present limit. */
  readonly generation: number;
  /** Time at which a request last began or ended. */
  readonly at: number;
  /** The present measurement; absent until the first request ends that began under this limit. */
  readonly window: MeasuredWindow | undefined;
  /** The smallest time in which the server has answered: the network's. What a request takes longer, the server takes. 0 before the first answer. */
  readonly delayMs: number;
  readonly aim: Aim;
  /** Number of windows that the next hold lasts, if trying other limits brings nothing. */
  readonly patience: number;
}

/** Counts only while as many requests are under way as the limit allows: with less to do, a server does not show what it can do. */
export interface MeasuredWindow {
  readonly served: number;
  readonly ms: number;
}

/** Requests a millisecond that are served with so many under way. By Little's law each then takes `limit / rate`. */
export interface Throughput {
  readonly limit: number;
  readonly rate: number;
}

/** The purpose of the present limit. */
export type Aim =
  /** To find how many the network holds: more go with each answer that comes as soon as the network allows, up to the first that does not. */
  | { readonly kind: "fill" }
  /** To measure what it yields. */
  | { readonly kind: "measure" }
  /** To see if a higher limit yields more than `base`, or a lower one no less. `from` is the limit at which trying began. */
  | { readonly kind: "up" | "down"; readonly base: Throughput; readonly from: number }
  /** To stay as it is for so many more windows. */
  | { readonly kind: "hold"; readonly windows: number; readonly rates: Rates | undefined };

/** Requests a millisecond: the rate for which a limit was accepted, and its recent rate. */
export interface Rates {
  readonly accepted: number;
  readonly recent: number;
}

// As many manifests as a small repository has.
const FIRST_LIMIT = 16;
/** The limit to go on with where the first answers show that the server is what takes the time. */
export const CAREFUL_LIMIT = 8;
// A quick server is hardly troubled by another try. A server in trouble serves no windows, so that the hold is long where it has to be.
export const SHORT_HOLD = 2;

/** Returns the concurrency to start with. @param cap a whole number from 1 */
export function newConcurrency(cap: number): Concurrency {
  return {
    cap,
    limit: Math.min(FIRST_LIMIT, cap),
    underWay: 0,
    generation: 0,
    at: 0,
    window: undefined,
    delayMs: 0,
    aim: { kind: "fill" },
    patience: SHORT_HOLD,
  };
}

/** Sets the limit and its aim. If the limit changes, a new measurement begins. */
export function withLimit(concurrency: Concurrency, limit: number, aim: Aim): Concurrency {
  if (limit === concurrency.limit) return { ...concurrency, aim };
  return { ...concurrency, limit, aim, generation: concurrency.generation + 1, window: undefined };
}
