import type { RunEvent, Say } from "./core/event.js";

/** Lets a run that is told to stop end between two deletions, and look at what it has done. */
export interface Stop {
  /** Aborted when the process is told to stop while it deletes. */
  readonly signal: AbortSignal;
  /** To be told of every event: only while deletions go on is there anything to end well. */
  readonly follow: (event: RunEvent) => void;
}

// What a terminal, a CI that cancels a job, and a connection that closes send.
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Answers the first signal by ending well. A second one, and any outside of deletions, ends the process as usual. */
export function createStop(say: Say): Stop {
  const controller = new AbortController();
  const stop = (): void => {
    leave();
    controller.abort();
    say({ kind: "told-to-stop" });
  };
  const leave = (): void => SIGNALS.forEach((name) => process.removeListener(name, stop));
  return {
    signal: controller.signal,
    follow: ({ kind }) => {
      if (kind === "deleting") SIGNALS.forEach((name) => process.on(name, stop));
      if (kind === "repository-ended") leave();
    },
  };
}
