import { setTimeout as sleep } from "node:timers/promises";
import { waitingTime } from "../../core/base/duration.js";
import type { LimitWait } from "../../core/result/event.js";
import type { HttpRequest } from "../http/message.js";
import { RegistryError } from "../port/registry.js";

// Longer, and the run ends instead: a job that hangs for an hour is dearer than one that goes on in the next run.
const PATIENCE_MS = 15 * 60_000;
const MOST_WAITS = 10;

/** A wait that all requests share. */
export interface Pause {
  /** Begins a wait, or makes it longer. @throws {RegistryError} where it would be too long, or there were too many */
  readonly begin: (limit: LimitWait["limit"], until: number) => void;
  /**
   * Resolves when the wait is over. A DELETE is not kept waiting: by then, what it was decided by is old.
   * @throws {RegistryError} of the kind `paused` for a DELETE; where the wait is ended
   */
  readonly over: (method: HttpRequest["method"]) => Promise<void>;
  /** Returns the number of waits since something was changed. */
  readonly count: () => number;
  readonly reset: () => void;
}

/** The host that is waited for, and the hooks of a wait. */
export interface PauseOptions {
  /** Of the API. */
  readonly host: string;
  /** The reasons for a wait; each completes "host: …". */
  readonly why: Readonly<Record<LimitWait["limit"], string>>;
  /** Told before each wait for a limit. */
  readonly onWait?: (wait: LimitWait) => void;
  /** Ends a wait. */
  readonly stop?: AbortSignal;
}

/** Makes a pause that has not begun. */
export function createPause({ host, why: reasons, onWait, stop }: PauseOptions): Pause {
  let waits = 0;
  let until = 0;
  let why: string = reasons.secondary;
  return {
    count: () => waits,
    reset: () => (waits = 0),
    begin(limit, later) {
      why = reasons[limit];
      if (later <= until) return;
      waits += 1;
      const now = Date.now();
      if (later - now > PATIENCE_MS || waits > MOST_WAITS) throw limited(host, { until: later, now, why });
      until = later;
      onWait?.({ host, limit, until });
    },
    async over(method) {
      for (let now = Date.now(); now < until; now = Date.now()) {
        if (method === "DELETE") throw paused(host, why);
        const error = limited(host, { until, now, why });
        await sleep(until - now, undefined, stop === undefined ? {} : { signal: stop }).catch(() => {
          throw error;
        });
      }
    },
  };
}

function paused(host: string, why: string): RegistryError {
  return new RegistryError("paused", { message: `${host}: ${why}`, nextStep: "Look again when it is over." });
}

/** Returns the error of a limit that lifts too late to wait for. `until` is in milliseconds since 1970. */
export function limited(
  host: string,
  { until, now, why }: { readonly until: number; readonly now: number; readonly why: string },
): RegistryError {
  return new RegistryError("rate-limited", {
    message: `${host}: ${why}, until ${timeOf(until)} (${waitingTime(until - now)} from now)`,
    nextStep: "Run again after that: what is left then goes. Nothing is half done.",
  });
}

/** Writes a time of day, as `14:32 UTC`. */
export function timeOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(11, 16)} UTC`;
}
