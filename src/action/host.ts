import * as core from "@actions/core";
import { randomUUID } from "node:crypto";
import { NAME, VERSION } from "../program/about.js";
import type { ConnectionHooks } from "../commands/connection.js";
import type { ReclaimHooks } from "../commands/reclaim.js";
import { describeLimit } from "../report/words/limits.js";
import { createProgress } from "../report/log/progress.js";
import type { Log } from "../report/log/log.js";
import { createRedactor } from "../report/words/redact.js";
import { createStop } from "../program/signals.js";

export const TOOL = `${NAME} ${VERSION}`;
export const USER_AGENT = `${NAME}/${VERSION}`;

/** Knows every secret of this run, and takes it out of whatever is printed. */
export const secrets = createRedactor(core.setSecret);

/** The step's log. */
export const log: Log = {
  info: (line) => core.info(secrets.redact(line)),
  warning: (line) => core.warning(secrets.redact(line)),
  group: (title) => core.startGroup(secrets.redact(title)),
  endGroup: core.endGroup,
  // The runner would drop them, thousands of them, where nobody asked for them (ACTIONS_STEP_DEBUG).
  ...(core.isDebug() ? { debug: (line: string) => core.debug(secrets.redact(line)) } : {}),
};

/** What a command that only reads needs of this door. */
export const connectionHooks: ConnectionHooks = {
  userAgent: USER_AGENT,
  onSecret: secrets.add,
  onWait: (wait) => log.info(describeLimit(wait, Date.now())),
};

/** What every command that deletes needs of this door. */
export function openHooks(): ReclaimHooks {
  const { say, signal } = createStop(createProgress(log));
  const id = randomUUID();
  return {
    userAgent: USER_AGENT,
    say,
    stop: signal,
    onSecret: secrets.add,
    run: id,
    // For action-post.ts, which runs even after this process has been killed.
    willStop: (container) => {
      core.saveState("container", container);
      core.saveState("run", id);
    },
  };
}

/** Fails the step, and says why. */
export function fail(text: string): void {
  core.setFailed(secrets.redact(text));
}

/** Writes the job summary, where there is one. */
export async function writeSummary(text: string): Promise<void> {
  if (process.env["GITHUB_STEP_SUMMARY"] === undefined) return;
  await core.summary.addRaw(secrets.redact(text)).write();
}
