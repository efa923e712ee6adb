import { createHash } from "node:crypto";
import type { RunEvent, Say } from "../../core/result/event.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { createLines, createMeter, type Display } from "./advance.js";
import { createBrief } from "./brief.js";
import { collectionWarnings, describeCollectionStep } from "../words/collection.js";
import { describeDoubt, sweepLines, waitingLines } from "../words/sweep.js";
import {
  describeNothing,
  describeSkips,
  describeSpare,
  describeSuspicion,
  needsAttention,
  nameOf,
} from "../words/outcomes.js";
import { aboutUnproven } from "../words/unproven.js";
import { tellNotes } from "./notes.js";
import { type PlannedEvent, tellPlanning } from "./planning.js";
import { isOfEachReading, tellReading } from "./reading.js";
import { count } from "../../core/base/count.js";
import { tellJournal } from "./journal.js";
import type { Log } from "./log.js";

/** The clock and the display for a run's progress. */
export interface ProgressOptions {
  /** A clock that only goes forward, in milliseconds. */
  readonly now?: () => number;
  /** Shows how far a step has come; without it the log has a line every few seconds. */
  readonly display?: Display;
  /** True if a plan that is made once more and is the same is not shown again: after a person's yes. */
  readonly showsOnce?: boolean;
}

/** Creates a listener that writes a run's events to a log. */
export function createProgress(log: Log, options: ProgressOptions = {}): Say {
  const { now = () => performance.now(), display = createLines(log), showsOnce = false } = options;
  const seen = showsOnce ? createSeen() : undefined;
  const meter = createMeter(log, display, now);
  const tellBriefly = createBrief(log);
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
    if (event.kind === "advanced") {
      meter.advanced(event.advance);
    } else if (seen?.isReadAgain(event) === true) {
      return;
    } else if (event.kind === "planned" && seen?.isSame(event) === true) {
      log.info(`${event.repository}: ${SAME}`);
    } else if (tellBriefly(event)) {
      return;
    } else if (isOfDisk(event)) {
      tellDisk({ ...log, group, endGroup }, event);
    } else {
      tell({ ...log, group, endGroup }, event);
    }
  };
}

const SAME = "looked once more, and the plan is the same";

/** The plans that were shown. */
interface ShownPlans {
  /** True of what is told of a repository that is read once more: that it is read, and how much. */
  isReadAgain(event: RunEvent): boolean;
  /** True of a plan that was shown already. */
  isSame(event: PlannedEvent): boolean;
}

function createSeen(): ShownPlans {
  const seen = new Map<string, string>();
  let isAgain = false;
  return {
    isReadAgain(event) {
      if (event.kind === "repository-started") isAgain = seen.has(event.repository);
      return isAgain && isOfEachReading(event);
    },
    isSame({ repository, plan }) {
      const print = createHash("sha256").update(JSON.stringify(plan)).digest("base64");
      const isSame = seen.get(repository) === print;
      seen.set(repository, print);
      return isSame;
    },
  };
}

function isOfDisk(event: RunEvent): event is DiskEvent {
  return /^(?:collection|sweep)-/.test(event.kind);
}

function tell(log: Log, event: Exclude<RunEvent, DiskEvent | { readonly kind: "advanced" }>): void {
  switch (event.kind) {
    case "nothing-named":
    case "repositories-found":
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
    case "journal-line":
    case "put-elsewhere":
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
    case "verifying-again":
    case "verifying-late":
      return tellVerifying(log, event);
    case "repository-ended":
      return tellOutcome(log, event.outcome);
  }
}

function tellVerifying(log: Log, event: Extract<RunEvent, { readonly kind: `verifying${string}` }>): void {
  if (event.kind === "verifying-again") return log.info(`  ${describeSuspicion(event.tags)}`);
  log.endGroup();
  if (event.kind === "verifying-late") {
    const what = `${event.deletions} of what the registry said that it deleted ${event.deletions === 1 ? "is" : "are"}`;
    return log.info(`  ${what} still there; looking again for a while, as some registries delete later`);
  }
  log.info("  verifying what remains");
}

const STOPPING = {
  deletions: "waiting for the deletions under way",
  collection: "the registry is started again first",
} as const;

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
      for (const line of waitingLines(event.outcome)) log.info(`  ${line}`);
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
      return log[needsAttention(outcome.why) ? "warning" : "info"](describeNothing(outcome));
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
