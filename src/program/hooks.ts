import { randomUUID } from "node:crypto";
import type { ConnectionHooks } from "../commands/connection.js";
import type { ReclaimHooks } from "../commands/reclaim.js";
import { describeThrown } from "../report/words/outcomes.js";
import { describeLimit } from "../report/words/limits.js";
import { USER_AGENT } from "./about.js";
import type { Door } from "./door.js";
import { createStop } from "./signals.js";

/** Returns the collaborators of a command that only reads. */
export function connectionHooks({ note, onSecret }: Door): ConnectionHooks {
  return {
    userAgent: USER_AGENT,
    onSecret,
    onWait: (wait) => {
      note(describeLimit(wait, Date.now()));
    },
  };
}

/** Returns the collaborators of a command that deletes: they show its events, and let a signal end it well. */
export async function openRunHooks({ log, onSecret, openProgress, willStop }: Door): Promise<ReclaimHooks> {
  const { say, signal } = createStop(await openProgress());
  const run = randomUUID();
  return {
    userAgent: USER_AGENT,
    say,
    stop: signal,
    onSecret,
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
