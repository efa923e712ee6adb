import { totalReclaimable } from "../words/records.js";
import { BY_NAME, restoreCommand, type StartedAs } from "../words/own-command.js";
import { decidedOutcomes } from "./result.js";
import type { RunResult } from "../../core/result/run-result.js";

/** Advice to collect garbage, if there is garbage and this run was not told to collect it; otherwise empty. */
export function spaceAdvice(result: RunResult): readonly string[] {
  const { isDryRun, collection } = result;
  const isNothing = totalReclaimable(decidedOutcomes(result)).bytes === 0 || !hasGarbage(result);
  if (isDryRun || collection !== undefined || isNothing) return [];
  return [
    "The registry's disk gets this space back at the next garbage collection, not before, except for what other repositories of the registry share. " +
      "Set gc-container or gc-command, or run reclaim at night.",
  ];
}

/** True if any registry of the run needs a garbage collection to free the space of deleted images. */
export function hasGarbage({ frees }: RunResult): boolean {
  return frees === undefined || frees.size === 0 || frees.has("at-collection");
}

/** The sentence with the command that restores deleted tags, if there is a journal and no garbage collection has run; otherwise empty. */
export function undoAdvice(result: RunResult, startedAs: StartedAs = BY_NAME): readonly string[] {
  const { isDryRun, outcomes, collection, journal } = result;
  const isCollected = collection !== undefined && collection.kind !== "skipped";
  const hasDeleted = outcomes.some(
    (outcome) =>
      outcome.kind === "applied" &&
      outcome.deletions.some(({ kind, untagged }) => kind === "deleted" || untagged !== undefined),
  );
  if (isDryRun || journal === undefined || isCollected || !hasDeleted) return [];
  return [`To put something back ${undoDeadline(result)}:${restoreCommand(journal, startedAs)}`];
}

/** The time limit for restoring deleted tags, as `before …` or `within …`. GitHub keeps deleted versions for 30 days. */
export function undoDeadline(result: RunResult): string {
  const collected = hasGarbage(result) ? ["before the next garbage collection"] : [];
  const kept = result.frees?.has("by-itself") === true ? ["within 30 days"] : [];
  return [...collected, ...kept].join(", on GitHub ");
}
