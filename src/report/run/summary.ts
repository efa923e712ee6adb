import type { CollectionOutcome } from "../../core/result/collection.js";
import type { RepositoryOutcome, ImageSizes } from "../../core/result/repository-outcome.js";
import type { Verdict } from "../../core/policy/verdict.js";
import { collectionFailure, collectionWarnings } from "../words/collection.js";
import {
  describeError,
  describeHarm,
  describeNothing,
  describeNote,
  describeOrphans,
  describeSpare,
  nameOf,
} from "../words/outcomes.js";
import { describeElsewhere } from "../words/elsewhere.js";
import { code, escape, quote } from "../words/markdown.js";
import { describeBudget, describeNotice, describeUnused } from "../words/notices.js";
import { orphansKept } from "../words/plan-lines.js";
import { describeReason } from "../words/reasons.js";
import { type SizedPlan, sizeOf } from "../words/records.js";
import { aboutStaying, stayingSuffix } from "../words/staying.js";
import { spaceAdvice, undoAdvice, skipsOf, summaryLine } from "./result.js";
import { goingTags, stayingImages, stayingTags } from "../../core/plan/plan-tags.js";
import type { RunResult } from "../../core/result/run-result.js";
import { aboutUntagged, untaggedSuffix, countDeletedUntagged, goingUntagged } from "../words/untagged.js";
import { count } from "../../core/base/count.js";
import type { StartedAs } from "../words/own-command.js";
import { amount, reclaimableSuffix } from "../words/wording.js";

// GitHub discards a step's whole summary if it is larger than 1 MiB.
const MAX_BYTES = 900 * 1024;
const TABLE_BYTES = 700 * 1024;
const FOLD_ABOVE = 20;

/** The job summary as escaped GitHub Markdown, cut well below the size that GitHub accepts. */
export function renderSummary(result: RunResult, startedAs?: StartedAs): string {
  const { outcomes, collection } = result;
  const parts = [
    `### ${escape(summaryLine(result))}`,
    ...spaceAdvice(result),
    ...undoAdvice(result, startedAs).map(withCode),
    ...(result.elsewhere ?? []).map((moved) => quote(describeElsewhere(moved))),
    ...aboutPatterns(result).map(quote),
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

/** The failures and warnings of a collection, as quotations; its result is in the summary's title. */
export function renderCollection(collection: CollectionOutcome | undefined): readonly string[] {
  if (collection === undefined) return [];
  const lines = [...(collectionFailure(collection) ?? []), ...collectionWarnings(collection)];
  return lines.map(quote);
}

/** A sentence whose further lines, if it has any, are code. */
function withCode(text: string): string {
  const [sentence = "", ...lines] = text.split("\n");
  return lines.length === 0
    ? escape(text)
    : `${escape(sentence)}\n\n<pre>\n${lines.map(escape).join("\n")}\n</pre>`;
}

function aboutPatterns({ unused = [] }: RunResult): readonly string[] {
  return unused.length === 0 ? [] : [describeUnused(unused)];
}

function renderRepository(outcome: RepositoryOutcome, budget: number): string {
  const title = `#### ${code(outcome.repository)}`;
  switch (outcome.kind) {
    case "nothing":
      return `${title}\n\n${escape(describeNothing(outcome))}`;
    case "failed":
      return [
        title,
        quote(describeError(outcome.error)),
        ...(outcome.plan === undefined ? [] : [table({ plan: outcome.plan }, budget)]),
      ].join("\n\n");
    case "planned":
      return [title, ...renderPlanned(outcome), table(outcome, budget)].join("\n\n");
    case "applied":
      return [title, ...renderApplied(outcome), table(outcome, budget)].join("\n\n");
  }
}

type OutcomeOfKind<Kind> = Extract<RepositoryOutcome, { readonly kind: Kind }>;

function renderApplied(outcome: OutcomeOfKind<"applied">): readonly string[] {
  const { plan, deletions, deleted, stopped, unproven } = outcome;
  const manifests = deletions.filter(
    ({ kind, deletion }) => deletion.kind === "manifest" && (kind === "deleted" || kind === "gone"),
  );
  const lines = [
    ...outcome.harm.map((harm) => `**Harm**: ${escape(describeHarm(harm))}.`),
    ...deletions.flatMap((each) =>
      each.kind === "failed"
        ? [`Could not delete ${code(nameOf(each.deletion))}: ${escape(each.error.message)}`]
        : [],
    ),
    ...skipLines(outcome),
    ...outcome.notes.map((note) => escape(describeNote(note))),
  ];
  const staying = stayingSuffix(stayingImages(plan, deleted).length);
  return [
    `${count(deleted.length, "tag")}${untaggedSuffix(countDeletedUntagged(plan, deletions))} deleted (${count(manifests.length, "manifest")}${unproven === undefined ? "" : ", not proven"})${staying}, ` +
      `${stayingTags(plan).length} kept${reclaimableSuffix(outcome.reclaimable)}.`,
    ...(stopped === undefined ? [] : [quote(describeError(stopped))]),
    ...renderBudget(outcome),
    ...list([...lines, ...noticeLines(outcome)]),
    ...renderOrphans(outcome),
  ];
}

function renderPlanned(outcome: OutcomeOfKind<"planned">): readonly string[] {
  const { plan, reclaimable } = outcome;
  return [
    `${count(goingTags(plan).length, "tag")}${untaggedSuffix(goingUntagged(plan).length)} would be deleted${stayingSuffix(stayingImages(plan).length)}, ${stayingTags(plan).length} kept${reclaimableSuffix(reclaimable)}.`,
    ...renderBudget(outcome),
    ...list([...noticeLines(outcome), ...skipLines(outcome)]),
    ...renderOrphans(outcome),
  ];
}

function renderBudget({ plan }: Pick<SizedPlan, "plan">): readonly string[] {
  return [...describeBudget(plan), ...aboutStaying(plan), ...aboutUntagged(plan)].map((line) =>
    escape(`${line.charAt(0).toUpperCase()}${line.slice(1)}.`),
  );
}

function noticeLines({ plan }: Pick<SizedPlan, "plan">): readonly string[] {
  return plan.notices.map((notice) => escape(describeNotice(notice)));
}

function skipLines(outcome: OutcomeOfKind<"planned" | "applied">): readonly string[] {
  return skipsOf(outcome).map(
    ({ deletion, reason }) => `Left ${code(nameOf(deletion))} alone: ${escape(describeSpare(reason))}.`,
  );
}

function list(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const left = lines.length - FOLD_ABOVE;
  const more = left > 0 ? [`… and ${left} more; the log has them all.`] : [];
  return [[...lines.slice(0, FOLD_ABOVE), ...more].map((line) => `- ${line}`).join("\n")];
}

function renderOrphans({ plan }: Pick<SizedPlan, "plan">): readonly string[] {
  const orphans = orphansKept(plan);
  return orphans.length === 0 ? [] : [escape(describeOrphans(orphans))];
}

/** A plan, with the sizes of its images if they are known. */
type PlanWithSizes = Pick<SizedPlan, "plan"> & Partial<SizedPlan>;

function table({ plan: { verdicts }, sizes }: PlanWithSizes, budget: number): string {
  const rows: string[] = [];
  let bytes = 0;
  for (const verdict of verdicts) {
    const row = renderRow(verdict, sizes);
    bytes += Buffer.byteLength(row) + 1;
    if (bytes > budget) break;
    rows.push(row);
  }
  const left = verdicts.length - rows.length;
  const body = ["| tag | verdict | reason | frees |", "| --- | --- | --- | ---: |", ...rows].join("\n");
  const cut = left === 0 ? "" : `\n\n… and ${left} more tags; the plan file has every one.`;
  if (verdicts.length <= FOLD_ABOVE) return body + cut;
  return `<details><summary>${verdicts.length} tags</summary>\n\n${body}${cut}\n\n</details>`;
}

function renderRow(verdict: Verdict, sizes: ImageSizes | undefined): string {
  const bytes = sizeOf(verdict, sizes);
  const frees = bytes === undefined ? "" : amount(bytes);
  return `| ${code(verdict.tag)} | ${verdict.kind} | ${escape(describeReason(verdict))} | ${frees} |`;
}
