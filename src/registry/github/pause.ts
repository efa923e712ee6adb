import { setTimeout as sleep } from "node:timers/promises";
import type { LimitWait } from "../../core/result/event.js";
import type { HttpRequest } from "../http/message.js";
import { limited } from "./limits.js";
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
  /** Told before each wait for a limit. */
  readonly onWait?: (wait: LimitWait) => void;
  /** Ends a wait. */
  readonly stop?: AbortSignal;
}

/** Makes a pause that has not begun. */
export function createPause({ host, onWait, stop }: PauseOptions): Pause {
  let waits = 0;
  let until = 0;
  let why: string = WHY.secondary;
  return {
    count: () => waits,
    reset: () => (waits = 0),
    begin(limit, later) {
      why = WHY[limit];
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

const WHY = {
  primary: "the requests of this hour are used up, but for a tenth that other workflows may need",
  secondary: "GitHub asks for a pause",
} as const;
