import type { RunEvent, Say } from "../../core/result/event.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { createLines, createMeter, type Display } from "./advance.js";
import { collectionWarnings, describeCollectionStep } from "../words/collection.js";
import { describeDoubt, sweepLines } from "../words/sweep.js";
import {
  describeCare,
  describeNothing,
  describeSkips,
  describeSpare,
  describeSuspicion,
  needsAttention,
  nameOf,
} from "../words/outcomes.js";
import { aboutUnproven } from "../words/unproven.js";
import { describeLimit } from "../words/limits.js";
import { tellNotes } from "./notes.js";
import { tellPlanning } from "./planning.js";
import { count } from "../../core/base/count.js";
import type { Log } from "./log.js";

/** The clock and the display for a run's progress. */
export interface ProgressOptions {
  /** A clock that only goes forward, in milliseconds. */
  readonly now?: () => number;
  /** Shows how far a step has come; without it the log has a line every few seconds. */
  readonly display?: Display;
}

/** Creates a listener that writes a run's events to a log. */
export function createProgress(log: Log, options: ProgressOptions = {}): Say {
  const { now = () => performance.now(), display = createLines(log) } = options;
  const meter = createMeter(log, display, now);
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
  return (event) => {
    meter.before(event);
    if (event.kind === "advanced") meter.advanced(event.advance);
    else tell({ ...log, group, endGroup }, event);
  };
}

function tell(log: Log, event: Exclude<RunEvent, { readonly kind: "advanced" }>): void {
  switch (event.kind) {
    case "repository-started":
    case "listed":
    case "observed":
    case "limit-met":
    case "named-tag-missing":
    case "named-digest-missing":
    case "careful":
      return tellReading(log, event);
    case "planned":
    case "repositories-unruled":
    case "patterns-unused":
    case "plan-saved":
      return tellPlanning(log, event);
    case "leftovers":
    case "journal-left":
    case "journal-torn":
    case "journal-opened":
      return tellJournal(log, event);
    case "deleting":
      return log.group(
        `${event.repository}: deleting ${count(event.tags, "tag")} (${count(event.manifests, "manifest")})`,
      );
    case "checked":
      return log.debug?.(`  checked ${count(event.tags, "tag")} again`);
    case "deletion":
      return tellDeletion(log, event.outcome);
    case "told-to-stop":
      return log.info(`  told to stop: ${STOPPING[event.what]}`);
    case "verifying":
      log.endGroup();
      return log.info("  verifying what remains");
    case "verifying-again":
      return log.info(`  ${describeSuspicion(event.tags)}`);
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

const STOPPING = {
  deletions: "waiting for the deletions under way",
  collection: "the registry is started again first",
} as const;

type ReadingEvent = Extract<
  RunEvent,
  {
    readonly kind: "repository-started" | "listed" | "observed" | "limit-met" | "careful" | `named-${string}`;
  }
>;

function tellReading(log: Log, event: ReadingEvent): void {
  switch (event.kind) {
    case "repository-started":
      return log.info(`${event.repository}: reading`);
    case "listed":
      return log.info(`  ${count(event.tags, "tag")} listed`);
    case "observed":
      return log.info(
        `  ${count(event.manifests, "manifest")} read (untagged ones that no tag leads to are not counted)`,
      );
    case "limit-met":
    case "careful":
      return log.info(
        `  ${event.kind === "careful" ? describeCare(event) : describeLimit(event, Date.now())}`,
      );
    case "named-tag-missing":
      return log.warning(`${event.repository}: the tag ${event.tag}, named as just pushed, is not there.`);
    case "named-digest-missing":
      return log.warning(`${event.repository}: ${event.digest}, named as just pushed, is not there.`);
  }
}

type JournalEvent = Extract<RunEvent, { readonly kind: "leftovers" | `journal-${string}` }>;

function tellJournal(log: Log, event: JournalEvent): void {
  switch (event.kind) {
    case "leftovers":
      return log.info(
        `  also looking at ${count(event.manifests, "manifest")} that an earlier run meant to delete, according to its journal`,
      );
    case "journal-left":
      return log.warning(
        `${event.repository}: an earlier run was cut off or is still running, and its journal names manifests that no list shows. ` +
          `If it was cut off, finish it with journal: ${event.path}`,
      );
    case "journal-torn":
      return log.warning(
        `${event.path}: ${count(event.lines, "line")} can't be read, as happens after a crash; the other lines are used.`,
      );
    case "journal-opened":
      return log.info(
        `Each deletion is first written to ${event.path}; restore can undo it from there until the next garbage collection (on GitHub, for 30 days).`,
      );
  }
}

type DiskEvent = Extract<RunEvent, { readonly kind: `collection-${string}` | `sweep-${string}` }>;

function tellDisk(log: Log, event: DiskEvent): void {
  switch (event.kind) {
    case "collection-started":
      return log.group(`${event.host}: collecting the garbage`);
    case "collection-step":
      return log.info(`  ${describeCollectionStep(event.step)}`);
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

function tellDeletion(log: Log, outcome: DeletionOutcome): void {
  const { deletion } = outcome;
  const what = deletion.parents.length === 0 ? "an image without a tag, " : "a part, ";
  const name = `${deletion.tags.length === 0 ? what : ""}${nameOf(deletion)}`;
  switch (outcome.kind) {
    case "deleted":
      return log.debug?.(`  ${deletion.kind === "tag" ? "untagged" : "deleted"} ${name}`);
    case "gone":
      return log.debug?.(`  ${name} was gone already`);
    case "failed":
      return log.info(`  could not delete ${name}: ${outcome.error.message}`);
    case "spared":
      return log.info(`  left ${name} alone: ${describeSpare(outcome.reason)}`);
  }
}

function tellOutcome(log: Log, outcome: RepositoryOutcome): void {
  switch (outcome.kind) {
    case "nothing":
      return log[needsAttention(outcome.why) ? "warning" : "info"](
        describeNothing(outcome.repository, outcome.why),
      );
    case "failed":
      // The action and the command line report all failures together at the end.
      return log.endGroup();
    case "planned":
      return;
    case "applied":
      return tellApplied(log, outcome);
  }
}

function tellApplied(log: Log, outcome: Extract<RepositoryOutcome, { readonly kind: "applied" }>): void {
  const { repository, deletions, notes } = outcome;
  for (const line of aboutUnproven(outcome)) log.info(`  the last look failed: ${line}`);
  const skips = deletions.flatMap((each) => (each.kind === "spared" ? [each] : []));
  for (const warning of describeSkips(skips)) log.warning(`${repository}: ${warning}`);
  tellNotes(log, repository, notes);
}
