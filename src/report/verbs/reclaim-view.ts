import { sweepLines, describeDoubt, waitingLines } from "../words/sweep.js";
import {
  reclaimedBytes,
  reclaimFailure,
  reclaimLine,
  type ReclaimResult,
  reclaimStatus,
  renderReclaimJson,
} from "./reclaim.js";
import type { RunView } from "./view.js";
import { alert, escape, quote } from "../words/markdown.js";
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

function iconOf(result: ReclaimResult): string {
  const status = reclaimStatus(result);
  if (status !== "done") return status === "failed" ? "❌" : "🟡";
  return result.isDryRun ? "🔍" : "✅";
}

const FOLD_ABOVE = 10;

function folded(list: string, number: number): string {
  if (number <= FOLD_ABOVE) return list;
  return `<details><summary><b>🧹 ${number} leftovers</b></summary>\n\n${list}\n\n</details>`;
}

/** The job summary of a reclaim: its result, its failures, and each leftover that was removed from the storage. */
export function renderReclaimSummary(result: ReclaimResult): string {
  const { isDryRun, sweep } = result;
  const failure = reclaimFailure(result);
  const lines = sweep === undefined ? [] : sweepLines(sweep, isDryRun);
  const more = lines.length - MOST_LINES;
  return `${[
    `### ${iconOf(result)} ${escape(reclaimLine(result))}`,
    ...alert("CAUTION", failure),
    ...(failure === "" ? renderCollection(result.collection) : []),
    ...(sweep?.unsure ?? []).map((doubt) => quote(describeDoubt(doubt))),
    ...waitingLines(sweep ?? {}).map((line) => quote(line)),
    ...(lines.length === 0
      ? []
      : [
          folded(
            lines
              .slice(0, MOST_LINES)
              .map((line) => `- ${escape(line)}`)
              .join("\n"),
            lines.length,
          ),
        ]),
    ...(more > 0 ? [`… and ${more} more; the log has them all.`] : []),
  ].join("\n\n")}\n`;
}
