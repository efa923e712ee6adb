import { sweepLines, describeDoubt } from "../words/sweep.js";
import {
  reclaimedBytes,
  reclaimFailure,
  reclaimLine,
  type ReclaimResult,
  reclaimStatus,
  renderReclaimJson,
} from "./reclaim.js";
import type { RunView } from "./view.js";
import { escape, quote } from "../words/markdown.js";
import { renderCollection } from "../run/summary.js";

const MOST_LINES = 1000;

/** Returns the view of a reclaim. */
export function viewReclaim(result: ReclaimResult): RunView {
  return {
    kind: "run",
    status: reclaimStatus(result),
    failure: reclaimFailure(result),
    closing: [reclaimLine(result)],
    json: () => renderReclaimJson(result),
    summary: () => renderReclaimSummary(result),
    outputs: () => [{ name: "freed-bytes", value: String(reclaimedBytes(result) ?? "") }],
  };
}

/** The job summary of a reclaim: its result, its failures, and each leftover that was removed from the storage. */
export function renderReclaimSummary(result: ReclaimResult): string {
  const { isDryRun, sweep } = result;
  const failure = reclaimFailure(result);
  const lines = sweep === undefined ? [] : sweepLines(sweep, isDryRun);
  const more = lines.length - MOST_LINES;
  return `${[
    `### ${escape(reclaimLine(result))}`,
    ...(failure === "" ? [] : [quote(failure)]),
    ...(failure === "" ? renderCollection(result.collection) : []),
    ...(sweep?.unsure ?? []).map((doubt) => quote(describeDoubt(doubt))),
    ...(lines.length === 0
      ? []
      : [
          lines
            .slice(0, MOST_LINES)
            .map((line) => `- ${escape(line)}`)
            .join("\n"),
        ]),
    ...(more > 0 ? [`… and ${more} more; the log has them all.`] : []),
  ].join("\n\n")}\n`;
}
