import type { CollectionOutcome } from "../core/collection.js";
import type { RepositoryOutcome } from "../core/outcome.js";
import type { Plan } from "../core/plan.js";
import type { Verdict } from "../core/verdict.js";
import { collectionFailure, collectionWarnings } from "./collection.js";
import { describeError, describeHarm, describeNothing, describeNote, describeSpare } from "./outcomes.js";
import { code, escape, quote } from "./markdown.js";
import { describeReason } from "./reasons.js";
import { aboutSpace, type RunResult, summaryLine, tagsOf } from "./result.js";
import { count, shortDigest } from "./wording.js";

// GitHub throws a step's whole summary away above 1 MiB.
const MAX_BYTES = 900 * 1024;
const TABLE_BYTES = 700 * 1024;
const FOLD_ABOVE = 20;

/** The job summary: GitHub's Markdown, escaped, cut well under the size that GitHub takes. */
export function renderSummary(result: RunResult): string {
  const { outcomes, collection } = result;
  const parts = [
    `### ${escape(summaryLine(result))}`,
    ...aboutSpace(result),
    ...renderCollection(collection),
  ];
  const budget = Math.floor(TABLE_BYTES / Math.max(1, outcomes.length));
  let bytes = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const part = renderRepository(outcome, budget);
    bytes += Buffer.byteLength(part);
    if (bytes > MAX_BYTES) {
      parts.push(`… and ${count(outcomes.length - index, "more repository")}; the log has them all.`);
      break;
    }
    parts.push(part);
  }
  return `${parts.join("\n\n")}\n`;
}

/** What is wrong after a collection, or wants somebody to look; how it went is in the title. */
export function renderCollection(collection: CollectionOutcome | undefined): readonly string[] {
  if (collection === undefined) return [];
  const lines = [...(collectionFailure(collection) ?? []), ...collectionWarnings(collection)];
  return lines.map(quote);
}

function renderRepository(outcome: RepositoryOutcome, budget: number): string {
  const title = `#### ${code(outcome.repository)}`;
  switch (outcome.kind) {
    case "nothing":
      return `${title}\n\n${escape(describeNothing(outcome.repository, outcome.why))}`;
    case "failed":
      return [
        title,
        quote(describeError(outcome.error)),
        ...(outcome.plan === undefined ? [] : [table(outcome.plan, budget)]),
      ].join("\n\n");
    case "planned":
      return [title, renderPlanned(outcome.plan), table(outcome.plan, budget)].join("\n\n");
    case "applied":
      return [title, ...renderApplied(outcome), table(outcome.plan, budget)].join("\n\n");
  }
}

function renderApplied(outcome: Extract<RepositoryOutcome, { readonly kind: "applied" }>): readonly string[] {
  const gone = outcome.deletions.filter(({ kind }) => kind === "deleted" || kind === "gone").length;
  const lines = [
    ...outcome.harm.map((harm) => `**Harm**: ${escape(describeHarm(harm))}.`),
    ...outcome.deletions.flatMap((deletion) => {
      const name = code(deletion.tags.join(", ") || shortDigest(deletion.digest));
      if (deletion.kind === "failed") return [`Could not delete ${name}: ${escape(deletion.error.message)}`];
      return deletion.kind === "spared"
        ? [`Left ${name} alone: ${escape(describeSpare(deletion.reason))}.`]
        : [];
    }),
    ...outcome.notes.map((note) => escape(describeNote(note))),
  ];
  const shown = lines.slice(0, FOLD_ABOVE);
  if (lines.length > shown.length) {
    shown.push(`… and ${lines.length - shown.length} more; the log has them all.`);
  }
  return [
    `${count(outcome.deleted.length, "tag")} deleted (${count(gone, "manifest")}), ${tagsOf(outcome.plan, "keep").length} kept.`,
    ...(outcome.stopped === undefined ? [] : [quote(describeError(outcome.stopped))]),
    ...(shown.length === 0 ? [] : [shown.map((line) => `- ${line}`).join("\n")]),
  ];
}

function renderPlanned(plan: Plan): string {
  const [goes, stays] = [tagsOf(plan, "delete"), tagsOf(plan, "keep")];
  return `${count(goes.length, "tag")} would be deleted, ${stays.length} kept.`;
}

function table(plan: Plan, budget: number): string {
  const rows: string[] = [];
  let bytes = 0;
  for (const verdict of plan.verdicts) {
    const row = renderRow(verdict);
    bytes += Buffer.byteLength(row) + 1;
    if (bytes > budget) break;
    rows.push(row);
  }
  const left = plan.verdicts.length - rows.length;
  const body = ["| tag | verdict | reason |", "| --- | --- | --- |", ...rows].join("\n");
  const cut = left === 0 ? "" : `\n\n… and ${left} more tags; the plan file has every one.`;
  if (plan.verdicts.length <= FOLD_ABOVE) return body + cut;
  return `<details><summary>${plan.verdicts.length} tags</summary>\n\n${body}${cut}\n\n</details>`;
}

function renderRow(verdict: Verdict): string {
  return `| ${code(verdict.tag)} | ${verdict.kind} | ${escape(describeReason(verdict))} |`;
}
