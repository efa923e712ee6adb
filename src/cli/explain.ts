import { EXIT_CODES, openConnection, print, type Run } from "./terminal.js";
import { explain } from "../commands/explain.js";
import type { ExplainSettings } from "../settings/read/explain.js";
import { renderExplanations, renderExplanationsJson } from "../report/verbs/explain.js";

/** Says why tags stay or go, and returns the exit code. */
export async function runExplain(line: Run, settings: ExplainSettings): Promise<number> {
  const explained = await explain(settings, openConnection());
  print(line.json ? renderExplanationsJson(explained) : renderExplanations(explained));
  return explained.every(({ explanation }) => explanation !== undefined)
    ? EXIT_CODES.done
    : EXIT_CODES.failed;
}
