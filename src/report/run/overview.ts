import { count } from "../../core/base/count.js";
import { goingTags } from "../../core/plan/plan-tags.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { code } from "../words/markdown.js";
import { MISSING } from "../words/missing.js";
import { amount } from "../words/wording.js";
import type { ShownOutcomes } from "./quiet.js";
import { keptIn } from "./result.js";

const MOST_ROWS = 100;

/** A table with a line for each repository that is shown, and the number of the others; empty if there is only one. */
export function overview({ shown, quiet }: ShownOutcomes): readonly string[] {
  if (shown.length + quiet < 2) return [];
  const rows = shown.slice(0, MOST_ROWS).map(rowOf);
  const left = shown.length - rows.length;
  const head = ["| | repository | goes | stays | frees |", "| :--- | :--- | ---: | ---: | ---: |"];
  return [
    ...(rows.length === 0 ? [] : [[...head, ...rows].join("\n")]),
    ...(left === 0 ? [] : [`… and ${count(left, "more repository")}.`]),
    ...(quiet === 0 ? [] : [`⚪ In ${count(quiet, "repository")} nothing goes; the log has a line of each.`]),
  ];
}

function rowOf(outcome: RepositoryOutcome): string {
  const name = code(outcome.repository);
  if (outcome.kind === "nothing") return `| ${outcome.why in MISSING ? "🟡" : "⚪"} | ${name} | 0 | | |`;
  if (outcome.kind === "failed") {
    return `| ❌ | ${name} | 0 | ${outcome.plan === undefined ? "all" : keptIn(outcome).length} | |`;
  }
  const gone = outcome.kind === "applied" ? outcome.deleted : goingTags(outcome.plan);
  const frees = outcome.reclaimable.bytes === 0 ? "" : amount(outcome.reclaimable);
  return `| ${iconOf(outcome)} | ${name} | ${gone.length} | ${keptIn(outcome).length} | ${frees} |`;
}

function iconOf(outcome: Extract<RepositoryOutcome, { readonly kind: "planned" | "applied" }>): string {
  if (outcome.kind === "planned") return "🔍";
  const isBad =
    outcome.harm.length > 0 ||
    outcome.stopped !== undefined ||
    outcome.deletions.some(({ kind }) => kind === "failed");
  return isBad ? "🟡" : "✅";
}
