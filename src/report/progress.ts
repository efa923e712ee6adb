import type { RunEvent, Say } from "../core/event.js";
import type { DeletionOutcome, RepositoryOutcome, TagNote } from "../core/outcome.js";
import type { Plan } from "../core/plan.js";
import type { Verdict } from "../core/verdict.js";
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
      log.info(`${event.repository}: reading`);
      return;
    case "listed":
      log.info(`  ${count(event.tags, "tag")} listed`);
      return;
    case "observed":
      log.info(`  ${count(event.manifests, "manifest")} read`);
      return;
    case "named-tag-missing":
      log.warning(`The tag ${event.tag}, named as just pushed, is not in the repository.`);
      return;
    case "named-digest-missing":
      log.warning(`The digest ${event.digest}, named as just pushed, is not in the repository.`);
      return;
    case "planned":
      tellPlan(log, event.repository, event.plan);
      return;
    case "plan-saved":
      log.info(`The whole plan, with a reason for every tag: ${event.path}`);
      return;
    case "deleting":
      log.group(
        `${event.repository}: deleting ${count(event.tags, "tag")} (${count(event.manifests, "manifest")})`,
      );
      return;
    case "checked":
      log.info(`  looked again at ${count(event.tags, "tag")}`);
      return;
    case "deletion":
      tellDeletion(log, event.outcome);
      return;
    case "told-to-stop":
      log.info("  told to stop: waiting for the deletions under way");
      return;
    case "verifying":
      log.endGroup();
      log.info("  reading again what is left");
      return;
    case "repository-ended":
      tellOutcome(log, event.outcome);
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
      log.info(`  deleted ${name}`);
      return;
    case "gone":
      log.info(`  ${name} was gone already`);
      return;
    case "failed":
      log.info(`  could not delete ${name}: ${outcome.error.message}`);
      return;
    case "spared":
      log.info(`  left ${name} alone: ${describeSpare(outcome.reason)}`);
      return;
  }
}

function tellOutcome(log: Log, outcome: RepositoryOutcome): void {
  switch (outcome.kind) {
    case "nothing":
      log.warning(describeNothing(outcome.repository, outcome.why));
      return;
    case "failed":
      // The door reports failures itself, together, at the end.
      log.endGroup();
      return;
    case "planned":
      return;
    case "applied":
      tellNotes(log, outcome.repository, outcome.notes);
      return;
  }
}

/** Tags that dangle want somebody to look, in one warning; what others did is theirs to know. */
function tellNotes(log: Log, repository: string, notes: readonly TagNote[]): void {
  const dangling = notes.filter(({ kind }) => kind === "dangling").map(({ tag }) => tag);
  if (dangling.length > 0) log.warning(`${repository}: ${describeDangling(dangling)}`);
  for (const note of notes) if (note.kind !== "dangling") log.info(`  ${describeNote(note)}`);
}
