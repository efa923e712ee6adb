import { EXIT_CODES, openLog, print, type Run, secrets, tellFailure, USER_AGENT } from "./terminal.js";
import { restore } from "../commands/restore.js";
import type { RestoreSettings } from "../settings/read/restore.js";
import {
  createRestoreProgress,
  renderRestoreJson,
  restoreFailure,
  restoreLine,
  restoreStatus,
} from "../report/verbs/restore.js";

/** Puts back what was deleted, and returns the exit code. */
export async function runRestore(line: Run, settings: RestoreSettings): Promise<number> {
  const log = openLog(line);
  const say = createRestoreProgress(log);
  const result = await restore(settings, { say, userAgent: USER_AGENT, onSecret: secrets.add });
  if (line.json) print(renderRestoreJson(result));
  tellFailure(restoreFailure(result));
  log.info(restoreLine(result));
  return EXIT_CODES[restoreStatus(result)];
}
