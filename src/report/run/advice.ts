import { totalReclaimable } from "../words/records.js";
import { BY_NAME, restoreCommand, type StartedAs } from "../words/own-command.js";
import { decidedOutcomes } from "./result.js";
import type { RunResult, UndoTime } from "../../core/result/run-result.js";

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

/** True if any registry of the run is known to need a garbage collection, by whoever runs it, to free the space of deleted images. */
export function hasGarbage(result: Pick<RunResult, "undo">): boolean {
  return undoTimes(result).includes("until-collection");
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
  const command = restoreCommand(journal, startedAs);
  return [
    `To put something back ${undoDeadline(result)}:${command.startsWith("\n") ? command : `\n  ${command.trim()}`}`,
  ];
}

/** The clauses about the time for restoring deleted tags: alone, and beside those of other registries. Only what is known is promised. */
const CLAUSES: Readonly<Record<UndoTime, readonly [alone: string, beside: string]>> = {
  "until-collection": ["before the next garbage collection", "before the next garbage collection"],
  "until-own-collection": [
    "before the registry collects its garbage itself",
    "elsewhere before the registry collects its garbage itself",
  ],
  "time-machine": [
    "as long as Quay's time machine reaches back",
    "on Quay as long as its time machine reaches back",
  ],
  "30-days": ["within 30 days", "on GitHub within 30 days"],
  dropped: [
    "if other images have its layers, for this registry drops those of a deleted image",
    "elsewhere if other images have its layers",
  ],
  unknown: ["if the registry still has its layers", "elsewhere if the registry still has its layers"],
};

/** The time limit for restoring deleted tags, as `before …`, `within …`, or as a condition where no time is known. */
export function undoDeadline(result: Pick<RunResult, "undo">): string {
  const [first, ...others] = undoTimes(result).map((time) => CLAUSES[time]);
  if (first === undefined) return CLAUSES.unknown[0];
  return [first[0], ...others.map(([, beside]) => beside)].join(", ");
}

/** True if the layers of a deleted image are there for some time in all registries of the run. */
export function isUndoPromised(result: Pick<RunResult, "undo">): boolean {
  return undoTimes(result).every((time) => time !== "dropped" && time !== "unknown");
}

/** Returns what is known of the registries, each once, that of Distribution first. */
function undoTimes({ undo }: Pick<RunResult, "undo">): readonly UndoTime[] {
  if (undo === undefined || undo.size === 0) return ["until-collection"];
  const order = Object.keys(CLAUSES);
  return [...undo].sort((one, other) => order.indexOf(one) - order.indexOf(other));
}
