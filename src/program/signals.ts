import type { Say } from "../core/result/event.js";

/** The means to end a run well that is told to stop: between two deletions, or with the registry started again. */
export interface Stop {
  /** Aborted when the process is told to stop while it deletes, or has a registry stopped. */
  readonly signal: AbortSignal;
  /** Passes every event on, and learns from it when there is something to end well. */
  readonly say: Say;
}

// A terminal, a CI that cancels a job, and a connection that closes send these.
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Answers the first signal by ending well. While deletions go on, a second one ends the process as usual; while a registry may be stopped none does, for
 * it would stay so. Outside of both a signal does what it always does.
 * @param tell receives every event, and one more when a signal was heard
 */
export function createStop(tell: Say): Stop {
  const controller = new AbortController();
  let isCollecting = false;
  const stop = (): void => {
    if (!isCollecting) leave();
    controller.abort();
    tell({ kind: "told-to-stop", what: isCollecting ? "collection" : "deletions" });
  };
  const leave = (): void => SIGNALS.forEach((name) => process.removeListener(name, stop));
  const listen = (): void => SIGNALS.forEach((name) => process.on(name, stop));
  return {
    signal: controller.signal,
    say: (event) => {
      if (event.kind === "collection-started") isCollecting = true;
      if (event.kind === "deleting" || event.kind === "collection-started") listen();
      if (event.kind === "repository-ended" || event.kind === "collection-ended") leave();
      tell(event);
    },
  };
}
