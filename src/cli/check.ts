import { EXIT_CODES, openConnection, print, type Run } from "./terminal.js";
import { check } from "../commands/check.js";
import { isReady } from "../core/result/finding.js";
import type { CheckSettings } from "../settings/read/check.js";
import { renderCheck, renderCheckJson } from "../report/verbs/check.js";

/** Says whether a registry is ready, and returns the exit code. */
export async function runCheck(line: Run, settings: CheckSettings): Promise<number> {
  const result = await check(settings, openConnection());
  print(line.json ? renderCheckJson(result) : renderCheck(result));
  return isReady(result.findings) ? EXIT_CODES.done : EXIT_CODES.failed;
}
