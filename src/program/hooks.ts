import { randomUUID } from "node:crypto";
import type { ConnectionHooks } from "../commands/connection.js";
import type { ReclaimHooks } from "../commands/reclaim.js";
import { describeThrown } from "../report/words/outcomes.js";
import { describeLimit } from "../report/words/limits.js";
import { describeUnverified } from "../report/log/unverified.js";
import { USER_AGENT } from "./about.js";
import type { Door } from "./door.js";
import { createStop } from "./signals.js";

/** Returns a hook that warns of each host whose certificate is not looked at, once. */
export function warningOfUnverified({
  log,
}: Pick<Door, "log">): NonNullable<ConnectionHooks["onUnverified"]> {
  const known = new Set<string>();
  return (host, by) => {
    if (known.has(host)) return;
    known.add(host);
    log.warning(describeUnverified(host, by));
  };
}

/** Returns the collaborators of a command that only reads. */
export function connectionHooks(door: Door): ConnectionHooks {
  const { note, onSecret } = door;
  return {
    userAgent: USER_AGENT,
    onSecret,
    onUnverified: warningOfUnverified(door),
    onWait: (wait) => {
      note(describeLimit(wait, Date.now()));
    },
  };
}

/** Returns the collaborators of a command that deletes: they show its events, and let a signal end it well. */
export async function openRunHooks(door: Door): Promise<ReclaimHooks> {
  const { log, onSecret, openProgress, willStop } = door;
  const { say, signal } = createStop(await openProgress());
  const run = randomUUID();
  return {
    userAgent: USER_AGENT,
    say,
    stop: signal,
    onSecret,
    onUnverified: warningOfUnverified(door),
    onBrokenListener: (thrown) => {
      log.warning(`Something of this run could not be shown. ${describeThrown(thrown)}`);
    },
    run,
    ...(willStop === undefined
      ? {}
      : {
          willStop: (container: string) => {
            willStop(container, run);
          },
        }),
  };
}
