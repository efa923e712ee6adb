import type { CollectionOutcome } from "../../core/result/collection.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { RegistryError } from "../../registry/port/registry.js";
import { collectionFailure, collectionWarnings, describeCollection } from "../words/collection.js";
import {
  describeHarm,
  describeNothing,
  describeNote,
  describeOrphans,
  describeSpare,
  nameOf,
  needsAttention,
} from "../words/outcomes.js";
import { describeElsewhere } from "../words/elsewhere.js";
import { alert, code, escape, quote } from "../words/markdown.js";
import { describeBudget, describeNotice, describeUnused } from "../words/notices.js";
import { orphansKept } from "../words/plan-lines.js";
import type { SizedPlan } from "../words/records.js";
import { aboutStaying, stayingSuffix } from "../words/staying.js";
import { spaceAdvice } from "./advice.js";
import { failureText } from "./failure.js";
import { headline } from "./headline.js";
import { overview } from "./overview.js";
import { shownOf } from "./quiet.js";
import { keptIn, skipsOf, troubles } from "./result.js";
import { stoppedPlan, tagTables } from "./tag-tables.js";
import { undoParts } from "./undo-parts.js";
import { goingTags, stayingImages, stayingTags } from "../../core/plan/plan-tags.js";
import type { RunResult } from "../../core/result/run-result.js";
import { aboutUntagged, untaggedSuffix, countDeletedUntagged, goingUntagged } from "../words/untagged.js";
import { count } from "../../core/base/count.js";
import type { StartedAs } from "../words/own-command.js";
import { reclaimableSuffix } from "../words/wording.js";

// GitHub discards a step's whole summary if it is larger than 1 MiB.
const MAX_BYTES = 600 * 1024;
const TABLE_BYTES = 500 * 1024;
const MOST_LINES = 20;

/**
 * The job summary as escaped GitHub Markdown, cut well below the size that GitHub accepts: what happened, what somebody is to look at, the space, the tags, and how
 * to undo it.
 */
export function renderSummary(result: RunResult, startedAs?: StartedAs): string {
  const { outcomes, collection } = result;
  const looked = shownOf(outcomes);
  const warnings = [
    ...(result.elsewhere ?? []).map(describeElsewhere),
    ...aboutPatterns(result),
    ...(collection === undefined ? [] : collectionWarnings(collection)),
  ];
  const isTold = outcomes.length === 1 && outcomes[0]?.kind === "failed";
  const said = [
    ...(isTold ? [] : troubles(result)),
    ...(collection === undefined ? [] : [describeCollection(collection)]),
  ];
  const head = [
    `### ${escape(headline(result))}`,
    ...alert("CAUTION", failureText(result, startedAs)),
    ...alert("WARNING", warnings.join("\n")),
    ...(said.length === 0 ? [] : [escape(said.join(" "))]),
    ...overview(looked),
  ];
  const undo = undoParts(result, startedAs);
  return `${[...head, ...repositoryParts(looked.shown), ...spaceAdvice(result).map((line) => `💾 ${line}`), ...undo].join("\n\n")}\n`;
}

function repositoryParts(outcomes: readonly RepositoryOutcome[]): readonly string[] {
  const budget = Math.floor(TABLE_BYTES / Math.max(1, outcomes.length));
  const parts: string[] = [];
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
  return parts;
}

/** The failures and warnings of a collection, as quotations; its result is in the summary's title. */
export function renderCollection(collection: CollectionOutcome | undefined): readonly string[] {
  if (collection === undefined) return [];
  const lines = [...(collectionFailure(collection) ?? []), ...collectionWarnings(collection)];
  return lines.map(quote);
}

function aboutPatterns({ unused = [] }: RunResult): readonly string[] {
  return unused.length === 0 ? [] : [describeUnused(unused)];
}

function renderRepository(outcome: RepositoryOutcome, budget: number): string {
  const title = `#### ${code(outcome.repository)}`;
  switch (outcome.kind) {
    case "nothing":
      return [title, ...renderNothing(outcome)].join("\n\n");
    case "failed":
      return [title, aboutUntouched(outcome), ...untouchedPlan(outcome, budget)].join("\n\n");
    case "planned":
      return [title, ...renderPlanned(outcome), ...tagTables(outcome, budget)].join("\n\n");
    case "applied":
      return [title, ...renderApplied(outcome), ...tagTables(outcome, budget)].join("\n\n");
  }
}

/** The reason why there was nothing to decide; its repository is in the title. */
function renderNothing(outcome: OutcomeOfKind<"nothing">): readonly string[] {
  const [start, text] = [`${outcome.repository}: `, describeNothing(outcome)];
  const why = text.startsWith(start) ? text.slice(start.length) : text;
  const sentence = `${why.charAt(0).toUpperCase()}${why.slice(1)}`;
  return needsAttention(outcome.why) ? alert("WARNING", sentence) : [escape(sentence)];
}

/** The sentence about a repository in which nothing was done; its error is told above. */
function aboutUntouched(outcome: OutcomeOfKind<"failed">): string {
  if (outcome.plan === undefined) return "Nothing was decided, and nothing was deleted.";
  const kept = keptIn(outcome).length;
  return kept === 1 ? "Its tag stays." : `All ${kept} tags stay.`;
}

/** The plan that a limit of the settings has stopped, which somebody is to look at. Where the registry refused, it would only be a list of what did not happen. */
function untouchedPlan({ plan, error, sizes }: OutcomeOfKind<"failed">, budget: number): readonly string[] {
  return plan === undefined || error instanceof RegistryError ? [] : stoppedPlan({ plan, sizes }, budget);
}

type OutcomeOfKind<Kind> = Extract<RepositoryOutcome, { readonly kind: Kind }>;

function renderApplied(outcome: OutcomeOfKind<"applied">): readonly string[] {
  const { plan, deletions, deleted, unproven } = outcome;
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
    ...list([...lines, ...noticeLines(outcome)]),
    ...renderOrphans(outcome),
    `${count(deleted.length, "tag")}${untaggedSuffix(countDeletedUntagged(plan, deletions))} deleted (${count(manifests.length, "manifest")}${unproven === undefined ? "" : ", not proven"})${staying}, ` +
      `${keptIn(outcome).length} kept${reclaimableSuffix(outcome.reclaimable)}.`,
    ...renderBudget(outcome),
  ];
}

function renderPlanned(outcome: OutcomeOfKind<"planned">): readonly string[] {
  const { plan, reclaimable } = outcome;
  return [
    ...list([...noticeLines(outcome), ...skipLines(outcome)]),
    ...renderOrphans(outcome),
    `${count(goingTags(plan).length, "tag")}${untaggedSuffix(goingUntagged(plan).length)} would be deleted${stayingSuffix(stayingImages(plan).length)}, ${stayingTags(plan).length} kept${reclaimableSuffix(reclaimable)}.`,
    ...renderBudget(outcome),
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
  const left = lines.length - MOST_LINES;
  const more = left > 0 ? [`… and ${left} more; the log has them all.`] : [];
  return [[...lines.slice(0, MOST_LINES), ...more].map((line) => `- ${line}`).join("\n")];
}

function renderOrphans({ plan }: Pick<SizedPlan, "plan">): readonly string[] {
  const orphans = orphansKept(plan);
  return orphans.length === 0 ? [] : [escape(describeOrphans(orphans))];
}
