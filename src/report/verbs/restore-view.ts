import { alert, code, escape } from "../words/markdown.js";
import {
  renderRestoreJson,
  restoreFailure,
  restoreLine,
  restoreLines,
  type RestoreResult,
  restoreStatus,
} from "./restore.js";
import type { RunView } from "./view.js";

// GitHub discards a step's whole summary if it is larger than 1 MiB.
const MAX_BYTES = 900 * 1024;

/** Returns the view of a restore. */
export function viewRestore(result: RestoreResult): RunView {
  return {
    kind: "run",
    status: restoreStatus(result),
    failure: restoreFailure(result),
    closing: [restoreLine(result)],
    json: () => renderRestoreJson(result),
    summary: () => renderRestoreSummary(result),
  };
}

function iconOf(result: RestoreResult): string {
  const status = restoreStatus(result);
  if (status !== "done") return status === "failed" ? "❌" : "🟡";
  return result.isDryRun ? "🔍" : "✅";
}

/** The job summary as escaped GitHub Markdown, cut below the size that GitHub accepts. */
export function renderRestoreSummary(result: RestoreResult): string {
  const failure = restoreFailure(result);
  const parts = [`### ${iconOf(result)} ${escape(restoreLine(result))}`, ...alert("CAUTION", failure)];
  const lines = result.repositories.flatMap((outcome) =>
    restoreLines(outcome).map((line) => `- ${code(outcome.repository)}: ${escape(line)}`),
  );
  const shown: string[] = [];
  let bytes = Buffer.byteLength(parts.join(""));
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > MAX_BYTES) break;
    shown.push(line);
  }
  const left = lines.length - shown.length;
  return `${[
    ...parts,
    ...(shown.length === 0 ? [] : [shown.join("\n")]),
    ...(left === 0 ? [] : [`… and ${left} more; the log has them all.`]),
  ].join("\n\n")}\n`;
}
