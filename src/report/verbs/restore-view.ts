import type { RestoreOutcome } from "../../core/journal/restore-outcome.js";
import { alert, code, escape, title } from "../words/markdown.js";
import { type RestoredRow, restoreRows } from "./restore-rows.js";
import {
  renderRestoreJson,
  restoreFailure,
  restoreLine,
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

const FOLD_ABOVE = 10;

/** The job summary as escaped GitHub Markdown, cut below the size that GitHub accepts: what came of it, what went wrong, and a table of each repository. */
export function renderRestoreSummary(result: RestoreResult): string {
  const parts = [
    `### ${title(iconOf(result), restoreLine(result))}`,
    ...alert("CAUTION", restoreFailure(result)),
  ];
  let room = MAX_BYTES - Buffer.byteLength(parts.join(""));
  for (const outcome of result.repositories) {
    const part = repositoryPart(outcome, room);
    room -= Buffer.byteLength(part);
    parts.push(part);
  }
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The table of a repository, folded where it is long, with what went wrong first; only the number of its lines where there is no room. */
function repositoryPart(outcome: RestoreOutcome, room: number): string {
  const rows = [...restoreRows(outcome)].sort(
    (one, two) => ORDER.indexOf(one.kind) - ORDER.indexOf(two.kind),
  );
  if (rows.length === 0) return "";
  let bytes = 0;
  const lines = rows.map(rowOf);
  const end = lines.findIndex((line) => (bytes += Buffer.byteLength(line) + 1) > room);
  const shown = end === -1 ? lines : lines.slice(0, end);
  const left = lines.length - shown.length;
  const table = ["| | tag | |", "| :--- | :--- | :--- |", ...shown].join("\n");
  return [
    `#### ${code(outcome.repository)}`,
    ...(rows.length > FOLD_ABOVE
      ? [`<details><summary><b>${rows.length} tags</b></summary>`, table, "</details>"]
      : [table]),
    ...(left === 0 ? [] : [`… and ${left} more; the log has them all.`]),
  ].join("\n\n");
}

const ORDER = ["failed", "lost", "moved", "restored", "would-restore", "already-there"];

const ICONS: Readonly<Record<RestoredRow["kind"], string>> = {
  failed: "❌",
  lost: "❌",
  moved: "🟡",
  restored: "✅",
  "would-restore": "🔍",
  "already-there": "⚪",
};

function rowOf({ kind, word, name, about }: RestoredRow): string {
  return `| ${ICONS[kind]}&nbsp;${word} | ${code(name)} | ${escape(about)} |`;
}
