import { connectionHooks, fail, log, writeSummary } from "./host.js";
import { check } from "../commands/check.js";
import { isReady } from "../core/result/finding.js";
import type { CheckSettings } from "../settings/read/check.js";
import { renderCheck, renderCheckSummary } from "../report/verbs/check.js";

/** Says whether a registry is ready, in the log and the summary, and fails the step where it is not. */
export async function runCheck(settings: CheckSettings): Promise<void> {
  const result = await check(settings, connectionHooks);
  log.info(renderCheck(result));
  await writeSummary(renderCheckSummary(result));
  if (!isReady(result.findings)) fail("The registry is not ready; the log says what to do.");
}
