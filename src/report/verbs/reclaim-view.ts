import { plainLine } from "../../core/base/plain-text.js";
import type { RemovalOutcome, SweepOutcome } from "../../core/sweep/outcome.js";
import { describeDoubt, waitingLines } from "../words/sweep.js";
import {
  reclaimedBytes,
  reclaimFailure,
  reclaimLine,
  type ReclaimResult,
  reclaimStatus,
  renderReclaimJson,
} from "./reclaim.js";
import type { RunView } from "./view.js";
import { alert, code, escape, quote, title } from "../words/markdown.js";
import { size } from "../words/wording.js";
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

/** The job summary of a reclaim: its result, its failures, and each leftover that was removed from the storage. */
export function renderReclaimSummary(result: ReclaimResult): string {
  const { sweep } = result;
  const failure = reclaimFailure(result);
  return `${[
    `### ${title(iconOf(result), reclaimLine(result))}`,
    ...alert("CAUTION", failure),
    ...(failure === "" ? renderCollection(result.collection) : []),
    ...alert("WARNING", (sweep?.unsure ?? []).map(describeDoubt).join("\n")),
    ...waitingLines(sweep ?? {}).map((line) => quote(line)),
    ...(sweep === undefined ? [] : leftovers(sweep, result.isDryRun)),
  ].join("\n\n")}\n`;
}

/** A table of the leftovers, folded where it is long; empty if there is none. */
function leftovers({ removals }: SweepOutcome, isDryRun: boolean): readonly string[] {
  if (removals.length === 0) return [];
  const rows = removals.slice(0, MOST_LINES).map((outcome) => rowOf(outcome, isDryRun));
  const more = removals.length - rows.length;
  const table = ["| | repository | leftover | size |", "| :--- | :--- | :--- | ---: |", ...rows].join("\n");
  return [
    ...(removals.length > FOLD_ABOVE
      ? [`<details><summary><b>🧹 ${removals.length} leftovers</b></summary>`, table, "</details>"]
      : [table]),
    ...(more > 0 ? [`… and ${more} more; the log has them all.`] : []),
  ];
}

function rowOf(outcome: RemovalOutcome, isDryRun: boolean): string {
  const { repository, what, bytes } = outcome.removal;
  const why = outcome.kind === "failed" ? `: ${outcome.error.message}` : "";
  const word = isDryRun ? "🔍&nbsp;would&nbsp;go" : WORDS[outcome.kind];
  return `| ${word} | ${code(plainLine(repository))} | ${escape(plainLine(`${what}${why}`))} | ${size(bytes)} |`;
}

const WORDS = {
  removed: "🧹&nbsp;removed",
  left: "⚪&nbsp;left",
  failed: "❌&nbsp;failed",
} as const satisfies Record<RemovalOutcome["kind"], string>;
