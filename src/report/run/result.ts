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
import { reclaimableSuffix } from "../words/wording.js";
import type { RunResult, RunStatus } from "../../core/result/run-result.js";
import type { Verdict } from "../../core/policy/verdict.js";
import { goingTags, stayingImages, stayingTags } from "../../core/plan/plan-tags.js";

/** The outcome of a repository that has a plan which was carried out or only shown. */
type DecidedOutcome = Extract<RepositoryOutcome, { readonly kind: "planned" | "applied" }>;

/** The outcomes of the repositories that have a plan which was carried out or only shown. */
export function decidedOutcomes({ outcomes }: RunResult): readonly DecidedOutcome[] {
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

/**
 * The tags that stay, as `host/repository:tag` in the plan's order: those that the plan keeps, and those that were to go and are there. In a dry run those that the
 * plan keeps.
 */
export function keptTags(result: RunResult): readonly string[] {
  return result.outcomes.flatMap((outcome) => named(outcome.repository, keptIn(outcome)));
}

/** The tags of one repository that stay; empty if nothing was decided. */
export function keptIn(outcome: RepositoryOutcome): readonly Tag[] {
  if (outcome.kind === "nothing" || outcome.plan === undefined) return [];
  const there = outcome.plan.verdicts.filter((verdict) => !wasGone(verdict));
  if (outcome.kind === "planned") return stayingTags({ verdicts: there });
  const tags = there.map(({ tag }) => tag);
  if (outcome.kind === "failed") return tags;
  const lost = outcome.harm.flatMap((harm) => (harm.kind === "part-missing" ? [] : [harm.tag]));
  const removed = outcome.notes.flatMap(({ kind, tag }) => (kind === "removed" ? [tag] : []));
  const away = new Set([...outcome.deleted, ...(outcome.unproven ?? []), ...lost, ...removed]);
  return tags.filter((tag) => !away.has(tag));
}

/** True if a saved plan had the tag go, and it was gone before the run. */
function wasGone({ reason }: Verdict): boolean {
  return reason.kind === "skipped" && reason.why.kind === "gone";
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
  const where = `in ${count(result.outcomes.length, "repository")}`;
  const collected = result.collection === undefined ? [] : [describeCollection(result.collection)];
  const bytes = reclaimableSuffix(totalReclaimable(decided));
  return [`${countsOf(result)} ${where}${bytes}.`, ...troubles(result), ...collected].join(" ");
}

/** The clause with the numbers of tags that were deleted, or would be, and of those that stay. */
export function countsOf(result: RunResult): string {
  const deleted = deletedTags(result).length;
  const untagged = deletedUntagged(result);
  const kept = keptTags(result).length;
  if (deleted + untagged === 0) {
    const stay = kept === 0 ? "" : `; ${count(kept, "tag")} ${kept === 1 ? "stays" : "stay"}`;
    return result.isDryRun ? `Dry run: nothing would be deleted${stay}` : `Nothing was deleted${stay}`;
  }
  const verb = result.isDryRun ? "Dry run: would delete" : "Deleted";
  const images = stayingSuffix(countStayingImages(result));
  return `${verb} ${count(deleted, "tag")}${untaggedSuffix(untagged)}${images}, ${result.isDryRun ? "keep" : "kept"} ${kept}`;
}

/** The sentences about what went wrong or was left undone, each with its number. */
export function troubles(result: RunResult): readonly string[] {
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
