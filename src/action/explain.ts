import { connectionHooks, log, writeSummary } from "./host.js";
import { explain } from "../commands/explain.js";
import type { ExplainSettings } from "../settings/read/explain.js";
import { renderExplanations, renderExplanationSummary } from "../report/verbs/explain.js";

/** Says why tags stay or go, in the log and the summary. */
export async function runExplain(settings: ExplainSettings): Promise<void> {
  const explained = await explain(settings, connectionHooks);
  log.info(renderExplanations(explained));
  await writeSummary(renderExplanationSummary(explained));
}
