import type { Say } from "./core/event.js";

/** Lets a run that is told to stop end between two deletions, and look at what it has done. */
export interface Stop {
  /** Aborted when the process is told to stop while it deletes. */
  readonly signal: AbortSignal;
  /** Passes every event on, and learns from it when deletions go on: only then is there anything to end well. */
  readonly say: Say;
}

// What a terminal, a CI that cancels a job, and a connection that closes send.
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Answers the first signal by ending well. A second one, and any outside of deletions, ends the process as usual.
 * @param tell told every event, and when a signal was heard
 */
export function createStop(tell: Say): Stop {
  const controller = new AbortController();
  const stop = (): void => {
    leave();
    controller.abort();
    tell({ kind: "told-to-stop" });
  };
  const leave = (): void => SIGNALS.forEach((name) => process.removeListener(name, stop));
  return {
    signal: controller.signal,
    say: (event) => {
      if (event.kind === "deleting") SIGNALS.forEach((name) => process.on(name, stop));
      if (event.kind === "repository-ended") leave();
      tell(event);
    },
  };
}
