import { readNames } from "./credentials.js";
import { EXIT_CODES, print, type Run } from "./terminal.js";
import { tryPolicy } from "../commands/try.js";
import type { TrySettings } from "../settings/read/try.js";
import { renderTrial, renderTrialJson } from "../report/verbs/trial.js";

/** Tries a policy on names, and returns the exit code. */
export async function runTry(line: Run, settings: TrySettings): Promise<number> {
  const trial = tryPolicy(settings, await readNames(), Date.now());
  print(line.json ? renderTrialJson(trial) : renderTrial(trial));
  return EXIT_CODES.done;
}
