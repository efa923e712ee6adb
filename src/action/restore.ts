import { fail, log, secrets, USER_AGENT, writeSummary } from "./host.js";
import { restore } from "../commands/restore.js";
import type { RestoreSettings } from "../settings/read/restore.js";
import {
  createRestoreProgress,
  restoreFailure,
  restoreLine,
  restoreStatus,
} from "../report/verbs/restore.js";
import { renderRestoreSummary } from "../report/verbs/restore-summary.js";

/** Puts back what was deleted, and says how it went in the log and the summary. */
export async function runRestore(settings: RestoreSettings): Promise<void> {
  const say = createRestoreProgress(log);
  const result = await restore(settings, { say, userAgent: USER_AGENT, onSecret: secrets.add });
  await writeSummary(renderRestoreSummary(result));
  if (restoreStatus(result) !== "done") fail(restoreFailure(result));
  log.info(restoreLine(result));
}
