import type { RunEvent, Say } from "../core/event.js";
import type { DeletionOutcome, RepositoryOutcome, TagNote } from "../core/outcome.js";
import type { Plan } from "../core/plan.js";
import type { Verdict } from "../core/verdict.js";
import { collectionWarnings, describeStep } from "./collection.js";
import { describeDoubt, sweepLines } from "./sweep.js";
import { describeDangling, describeNote, describeNothing, describeSpare, some } from "./outcomes.js";
import { describeReason } from "./reasons.js";
import { count, shortDigest } from "./wording.js";

/** Where lines go. Each `line` is one line, or an error with its next step below it. */
export interface Log {
  readonly info: (line: string) => void;
  readonly warning: (line: string) => void;
  /** Begins a group that a log may fold. */
  readonly group: (title: string) => void;
  readonly endGroup: () => void;
}

const MOST_LINES = 200;

/** Turns what happens in a run into log lines. */
export function createProgress(log: Log): Say {
  let isOpen = false;
  const group = (title: string): void => {
    isOpen = true;
    log.group(title);
  };
  // A run may end with its group open, or before there is one.
  const endGroup = (): void => {
    if (isOpen) log.endGroup();
    isOpen = false;
  };
  return (event) => tell({ ...log, group, endGroup }, event);
}

function tell(log: Log, event: RunEvent): void {
  switch (event.kind) {
    case "repository-started":
      return log.info(`${event.repository}: reading`);
    case "listed":
      return log.info(`  ${count(event.tags, "tag")} listed`);
    case "observed":
      return log.info(`  ${count(event.manifests, "manifest")} read`);
    case "named-tag-missing":
      return log.warning(`${event.repository}: the tag ${event.tag}, named as just pushed, is not there.`);
    case "named-digest-missing":
      return log.warning(`${event.repository}: ${event.digest}, named as just pushed, is not there.`);
    case "planned":
      return tellPlan(log, event.repository, event.plan);
    case "plan-saved":
      return log.info(`The whole plan, with a reason for every tag: ${event.path}`);
    case "deleting":
      return log.group(
        `${event.repository}: deleting ${count(event.tags, "tag")} (${count(event.manifests, "manifest")})`,
      );
    case "checked":
      return log.info(`  looked again at ${count(event.tags, "tag")}`);
    case "deletion":
      return tellDeletion(log, event.outcome);
    case "told-to-stop":
      return log.info(
        event.what === "deletions"
          ? "  told to stop: waiting for the deletions under way"
          : "  told to stop: the registry is started again first",
      );
    case "verifying":
      log.endGroup();
      return log.info("  reading again what is left");
    case "repository-ended":
      return tellOutcome(log, event.outcome);
    case "collection-started":
    case "collection-step":
    case "collection-ended":
    case "sweep-started":
    case "sweep-ended":
      return tellDisk(log, event);
  }
}

type DiskEvent = Extract<RunEvent, { readonly kind: `collection-${string}` | `sweep-${string}` }>;

function tellDisk(log: Log, event: DiskEvent): void {
  switch (event.kind) {
    case "collection-started":
      return log.group(`${event.host}: collecting the garbage`);
    case "collection-step":
      return log.info(`  ${describeStep(event.step)}`);
    case "collection-ended":
      log.endGroup();
      for (const warning of collectionWarnings(event.outcome)) log.warning(warning);
      return;
    case "sweep-started":
      return log.group(`${event.storage}: looking for what garbage collection leaves behind`);
    case "sweep-ended":
      for (const line of sweepLines(event.outcome, event.isDryRun)) log.info(`  ${line}`);
      log.endGroup();
      for (const doubt of event.outcome.unsure) log.warning(describeDoubt(doubt));
      return;
  }
}

function tellPlan(log: Log, repository: string, plan: Plan): void {
  const goes = plan.verdicts.filter(({ kind }) => kind === "delete");
  const stays = plan.verdicts.filter(({ kind }) => kind === "keep");
  log.group(`${repository}: ${count(goes.length, "tag")} to delete, ${stays.length} to keep`);
  tellVerdicts(log, goes);
  tellVerdicts(log, stays);
  log.endGroup();
  if (plan.candidates === 0) {
    log.warning(
      `${repository}: no tag is a candidate for deletion, so nothing ever goes. Check sort, include and exclude: ` +
        "under semver only versions such as 1.2.3 are candidates, under prerelease only prereleases such as 1.2.3-alpha.4.",
    );
  }
  const dangling = stays.filter((verdict) => verdict.kind === "keep" && verdict.reason.kind === "dangling");
  if (dangling.length > 0) log.warning(`${repository}: ${describeDangling(dangling.map(({ tag }) => tag))}`);
  if (plan.missing.length > 0) {
    log.warning(
      `${repository}: of what stays, ${count(plan.missing.length, "part")} was missing before this run: ${some(plan.missing)}.`,
    );
  }
}

function tellVerdicts(log: Log, verdicts: readonly Verdict[]): void {
  for (const verdict of verdicts.slice(0, MOST_LINES)) {
    log.info(`  ${verdict.kind.padEnd(6)}  ${verdict.tag}  (${describeReason(verdict)})`);
  }
  const more = verdicts.length - MOST_LINES;
  if (more > 0) log.info(`  … and ${more} more to ${verdicts[0]?.kind ?? "keep"}`);
}

function tellDeletion(log: Log, outcome: DeletionOutcome): void {
  const name = outcome.tags.length === 0 ? `a part, ${shortDigest(outcome.digest)}` : outcome.tags.join(", ");
  switch (outcome.kind) {
    case "deleted":
      return log.info(`  deleted ${name}`);
    case "gone":
      return log.info(`  ${name} was gone already`);
    case "failed":
      return log.info(`  could not delete ${name}: ${outcome.error.message}`);
    case "spared":
      return log.info(`  left ${name} alone: ${describeSpare(outcome.reason)}`);
  }
}

function tellOutcome(log: Log, outcome: RepositoryOutcome): void {
  switch (outcome.kind) {
    case "nothing":
      return log.warning(describeNothing(outcome.repository, outcome.why));
    case "failed":
      // The door reports failures itself, together, at the end.
      return log.endGroup();
    case "planned":
      return;
    case "applied":
      return tellNotes(log, outcome.repository, outcome.notes);
  }
}

/** Tags that dangle want somebody to look, in one warning; what others did is theirs to know. */
function tellNotes(log: Log, repository: string, notes: readonly TagNote[]): void {
  const dangling = notes.filter(({ kind }) => kind === "dangling").map(({ tag }) => tag);
  if (dangling.length > 0) log.warning(`${repository}: ${describeDangling(dangling)}`);
  for (const note of notes) if (note.kind !== "dangling") log.info(`  ${describeNote(note)}`);
}
