import type { ByteCount } from "../../core/image/bytes.js";
import { type DeletionOutcome, isLeftUntagged, strandedIn } from "../../core/plan/outcome.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { SkippedDeletion } from "../../core/plan/plan.js";
import type { Tag } from "../../core/names/reference.js";
import { collectionFailure, describeCollection } from "../words/collection.js";
import { totalReclaimable } from "../words/records.js";
import { stayingSuffix } from "../words/staying.js";
import { untaggedSuffix, countDeletedUntagged, goingUntagged } from "../words/untagged.js";
import { count } from "../../core/base/count.js";
import { BY_NAME, restoreCommand, type StartedAs } from "../words/own-command.js";
import { reclaimableSuffix } from "../words/wording.js";
import type { RunResult, RunStatus } from "../../core/result/run-result.js";
import { goingTags, stayingImages, stayingTags } from "../../core/plan/plan-tags.js";

/** The outcome of a repository that has a plan which was carried out or only shown. */
type DecidedOutcome = Extract<RepositoryOutcome, { readonly kind: "planned" | "applied" }>;

function decidedOutcomes({ outcomes }: RunResult): readonly DecidedOutcome[] {
  return outcomes.flatMap((outcome) =>
    outcome.kind === "planned" || outcome.kind === "applied" ? [outcome] : [],
  );
}

/** `done` if everything that was asked for is done; `failed` if nothing is, or if harm was done; `partly-failed` otherwise. */
export function statusOf({ outcomes, collection }: RunResult): RunStatus {
  if (collectionFailure(collection) !== undefined) return "failed";
  if (outcomes.some((outcome) => outcome.kind === "applied" && outcome.harm.length > 0)) return "failed";
  const bad = outcomes.filter(isIncomplete);
  if (bad.length === 0) return "done";
  return bad.length === outcomes.length && bad.every(({ kind }) => kind === "failed")
    ? "failed"
    : "partly-failed";
}

function isIncomplete(outcome: RepositoryOutcome): boolean {
  if (outcome.kind === "failed") return true;
  if (outcome.kind !== "applied") return false;
  return (
    outcome.stopped !== undefined ||
    outcome.deletions.some((each) => each.kind === "failed" || isLeftUntagged(each)) ||
    strandedIn(outcome.deletions).length > 0 ||
    outcome.notes.some(({ kind }) => kind === "still-there")
  );
}

/** The tags that were deleted, or in a dry run would be, as `host/repository:tag` in the plan's order. */
export function deletedTags(result: RunResult): readonly string[] {
  return decidedOutcomes(result).flatMap((outcome) => named(outcome.repository, lostTags(outcome)));
}

function lostTags(outcome: DecidedOutcome): readonly Tag[] {
  return outcome.kind === "applied" ? outcome.deleted : goingTags(outcome.plan);
}

/** The tags whose deletion was tried in repositories that could not be read afterwards, as `host/repository:tag` in the plan's order. */
export function unprovenTags(result: RunResult): readonly string[] {
  return decidedOutcomes(result).flatMap((outcome) =>
    outcome.kind === "applied" ? named(outcome.repository, outcome.unproven ?? []) : [],
  );
}

/** The repositories and patterns that are not there, as `host/repository` or `host/pattern`. */
export function missingPlaces({ outcomes }: RunResult): readonly string[] {
  return outcomes.filter(isMissing).map(({ repository }) => repository);
}

function isMissing(outcome: RepositoryOutcome): boolean {
  if (outcome.kind === "failed") return outcome.isMissing === true;
  return outcome.kind === "nothing" && (outcome.why === "unknown-repository" || outcome.why === "no-match");
}

/** The tags that the plan keeps, as `host/repository:tag` in the plan's order. */
export function keptTags(result: RunResult): readonly string[] {
  return decidedOutcomes(result).flatMap(({ repository, plan }) => named(repository, stayingTags(plan)));
}

/** The tags that were to be deleted and were left alone, as `host/repository:tag`, each once. */
export function skippedTags(result: RunResult): readonly string[] {
  return decidedOutcomes(result).flatMap((outcome) => {
    const unplanned = outcome.plan.verdicts.flatMap((verdict) =>
      verdict.kind === "keep" && verdict.reason.kind === "skipped" && verdict.reason.why.kind !== "gone"
        ? [verdict.tag]
        : [],
    );
    const spared = sparedOf(outcome).flatMap(({ deletion, untagged = [] }) =>
      deletion.tags.filter((tag) => !untagged.includes(tag)),
    );
    return named(outcome.repository, [...new Set([...unplanned, ...spared])]);
  });
}

/** Planned deletions, of a saved plan or of this run, that were not tried and that nobody else has done. */
export function skipsOf(outcome: DecidedOutcome): readonly SkippedDeletion[] {
  return [...outcome.plan.skipped.filter(isLeft), ...sparedOf(outcome)];
}

function sparedOf(outcome: DecidedOutcome): readonly (SkippedDeletion & Pick<DeletionOutcome, "untagged">)[] {
  if (outcome.kind === "planned") return [];
  return outcome.deletions.flatMap((each) => (each.kind === "spared" && isLeft(each) ? [each] : []));
}

function isLeft({ reason }: SkippedDeletion): boolean {
  return reason.kind !== "gone";
}

/** The bytes that garbage collection can free after the run, or could after a dry run; `undefined` if nothing was decided. */
export function reclaimableOf(result: RunResult): ByteCount | undefined {
  const decided = decidedOutcomes(result);
  return decided.length === 0 ? undefined : totalReclaimable(decided);
}

function named(repository: string, tags: readonly Tag[]): readonly string[] {
  return tags.map((tag) => `${repository}:${tag}`);
}

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
function hasGarbage({ frees }: RunResult): boolean {
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

/** The number of untagged images that were deleted, or in a dry run would be. */
export function deletedUntagged(result: RunResult): number {
  const counts = decidedOutcomes(result).map(({ plan, ...outcome }) =>
    outcome.kind === "applied" ? countDeletedUntagged(plan, outcome.deletions) : goingUntagged(plan).length,
  );
  return counts.reduce((sum, number) => sum + number, 0);
}

/** The number of images that stay though a tag of theirs was deleted, or in a dry run would be. */
export function countStayingImages(result: RunResult): number {
  return decidedOutcomes(result).flatMap((outcome) => stayingImages(outcome.plan, lostTags(outcome))).length;
}

/** One line that sums up a run. */
export function summaryLine(result: RunResult): string {
  if (result.outcomes.length === 0) {
    return "Nothing to do: no repository is named, so nothing was read or deleted.";
  }
  const decided = decidedOutcomes(result);
  const deleted = decided.flatMap(lostTags).length;
  const kept = decided.flatMap(({ plan }) => stayingTags(plan)).length;
  const verb = result.isDryRun ? "Dry run: would delete" : "Deleted";
  const untagged = untaggedSuffix(deletedUntagged(result));
  const images = stayingSuffix(countStayingImages(result));
  const counts = `${verb} ${count(deleted, "tag")}${untagged}${images}, ${result.isDryRun ? "keep" : "kept"} ${kept}`;
  const where = `in ${count(result.outcomes.length, "repository")}`;
  const collected = result.collection === undefined ? [] : [describeCollection(result.collection)];
  const bytes = reclaimableSuffix(totalReclaimable(decided));
  return [`${counts} ${where}${bytes}.`, ...troubles(result), ...collected].join(" ");
}

function troubles(result: RunResult): readonly string[] {
  const { isDryRun, outcomes } = result;
  const applied = outcomes.flatMap((outcome) => (outcome.kind === "applied" ? [outcome] : []));
  const failedRepositories = outcomes.filter(({ kind }) => kind === "failed").length;
  const failed = applied.flatMap(({ deletions }) => deletions).filter(({ kind }) => kind === "failed").length;
  const skips = decidedOutcomes(result)
    .flatMap(skipsOf)
    .map(({ reason }) => reason.kind);
  const late = skips.filter((kind) => kind === "time-limit").length;
  const left = skips.length - late;
  const harmed = applied.flatMap(({ harm }) => harm).length;
  const unseen = applied.filter(({ unproven }) => unproven !== undefined);
  return [
    ...(failedRepositories > 0 ? [`Failed: ${count(failedRepositories, "repository")}.`] : []),
    ...(failed > 0 ? [`${count(failed, "deletion")} failed.`] : []),
    ...(left > 0 ? [`${count(left, "deletion")} ${isDryRun ? "would be " : ""}left undone.`] : []),
    ...(late > 0 ? [`The time limit came: ${count(late, "deletion")} left for the next run.`] : []),
    ...(unseen.length > 0
      ? [
          `Not proven: ${count(unseen.flatMap(({ deleted }) => deleted).length, "deleted tag")}, for ${count(unseen.length, "repository")} could not be read afterwards.`,
        ]
      : []),
    ...(harmed > 0 ? [`HARM: ${count(harmed, "tag")} that should have stayed whole.`] : []),
  ];
}
