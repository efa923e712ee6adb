import { bestEffort } from "../core/base/best-effort.js";
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
 * it would stay so. Outside of both a signal does what it always does. What is thrown and caught by nobody is answered as a signal, and as often as it comes.
 * @param tell receives every event, and one more when a signal was heard
 */
export function createStop(tell: Say): Stop {
  const tellSafely = bestEffort(tell);
  const controller = new AbortController();
  let isCollecting = false;
  const end = (): void => {
    controller.abort();
    tellSafely({ kind: "told-to-stop", what: isCollecting ? "collection" : "deletions" });
  };
  const stop = (): void => {
    if (!isCollecting) leaveSignals();
    end();
  };
  // Something that throws on and on is told of once.
  const breakOff = (): void => {
    if (!controller.signal.aborted) end();
  };
  const leaveSignals = (): void => SIGNALS.forEach((name) => process.removeListener(name, stop));
  const leave = (): void => {
    leaveSignals();
    process.removeListener("uncaughtException", breakOff);
  };
  const listen = (): void => {
    SIGNALS.forEach((name) => process.on(name, stop));
    process.on("uncaughtException", breakOff);
  };
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
