import * as core from "@actions/core";
import { fail, log, openHooks, writeSummary } from "./host.js";
import { reclaim } from "../commands/reclaim.js";
import type { ReclaimSettings } from "../settings/read/reclaim.js";
import { reclaimedBytes, reclaimFailure, reclaimLine, reclaimStatus } from "../report/verbs/reclaim.js";
import { renderReclaimSummary } from "../report/verbs/reclaim-summary.js";

/** Gets the disk its space back, and says how it went in the log, the summary and the outputs. */
export async function runReclaim(settings: ReclaimSettings): Promise<void> {
  const result = await reclaim(settings, openHooks());
  core.setOutput("freed-bytes", reclaimedBytes(result) ?? "");
  await writeSummary(renderReclaimSummary(result));
  if (reclaimStatus(result) !== "done") fail(reclaimFailure(result));
  log.info(reclaimLine(result));
}
