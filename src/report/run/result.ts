import type { ByteCount } from "../../core/image/bytes.js";
import { type DeletionOutcome, isLeftUntagged } from "../../core/plan/outcome.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { SkippedDeletion } from "../../core/plan/plan.js";
import type { Tag } from "../../core/names/reference.js";
import { collectionFailure, describeCollection } from "../words/collection.js";
import { totalOf } from "../words/records.js";
import { andUntagged, countDeletedUntagged, goingUntagged } from "../words/untagged.js";
import { count } from "../../core/base/count.js";
import { restoreCommand, unreferred } from "../words/wording.js";
import type { RunResult, RunStatus } from "../../core/result/run-result.js";
import { goingTags, stayingTags } from "../../core/plan/plan-tags.js";

/** A repository's outcome where something was decided and what it comes to is known. */
type Decided = Extract<RepositoryOutcome, { readonly kind: "planned" | "applied" }>;

function decidedOf({ outcomes }: RunResult): readonly Decided[] {
  return outcomes.flatMap((outcome) =>
    outcome.kind === "planned" || outcome.kind === "applied" ? [outcome] : [],
  );
}

/** `done` where all that was asked for is done; `failed` where nothing of it is, or harm was done. */
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
    outcome.notes.some(({ kind }) => kind === "still-there")
  );
}

/** The tags that are gone, or in a dry run would be, as `host/repository:tag` in the order decided. */
export function deletedTags(result: RunResult): readonly string[] {
  return decidedOf(result).flatMap((outcome) => named(outcome.repository, lostTags(outcome)));
}

function lostTags(outcome: Decided): readonly Tag[] {
  return outcome.kind === "applied" ? outcome.deleted : goingTags(outcome.plan);
}

/** The tags that were decided to stay, as `host/repository:tag` in the order decided. */
export function keptTags(result: RunResult): readonly string[] {
  return decidedOf(result).flatMap(({ repository, plan }) => named(repository, stayingTags(plan)));
}

/** The tags that were to go and were left alone, as `host/repository:tag`, each once. */
export function skippedTags(result: RunResult): readonly string[] {
  return decidedOf(result).flatMap((outcome) => {
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

/** Planned deletions that were not tried, and that nobody else has done: of an earlier plan, and of this run. */
export function skipsOf(outcome: Decided): readonly SkippedDeletion[] {
  return [...outcome.plan.skipped.filter(isLeft), ...sparedOf(outcome)];
}

function sparedOf(outcome: Decided): readonly (SkippedDeletion & Pick<DeletionOutcome, "untagged">)[] {
  if (outcome.kind === "planned") return [];
  return outcome.deletions.flatMap((each) => (each.kind === "spared" && isLeft(each) ? [each] : []));
}

function isLeft({ reason }: SkippedDeletion): boolean {
  return reason.kind !== "gone";
}

/** What garbage collection can free after the run, or in a dry run could; `undefined` where nothing was decided. */
export function reclaimableOf(result: RunResult): ByteCount | undefined {
  const decided = decidedOf(result);
  return decided.length === 0 ? undefined : totalOf(decided);
}

function named(repository: string, tags: readonly Tag[]): readonly string[] {
  return tags.map((tag) => `${repository}:${tag}`);
}

/** What garbage collection has to do with it, where there is something to collect and nobody asked for that; else nothing. */
export function aboutSpace(result: RunResult): readonly string[] {
  const { isDryRun, collection } = result;
  const isNothing = totalOf(decidedOf(result)).bytes === 0 || !hasGarbage(result);
  if (isDryRun || collection !== undefined || isNothing) return [];
  return [
    "The registry's disk gets this space back at the next garbage collection, not before, less what other repositories of the registry share: " +
      "set gc-container or gc-command, or run reclaim at night.",
  ];
}

/** Whether any registry keeps what is deleted until its garbage is collected. */
function hasGarbage({ frees }: RunResult): boolean {
  return frees === undefined || frees.size === 0 || frees.has("at-collection");
}

/** How to put back what was deleted, where it is written down and no collection has taken it; else nothing. */
export function aboutUndo(result: RunResult): readonly string[] {
  const { isDryRun, outcomes, collection, journal } = result;
  const isCollected = collection !== undefined && collection.kind !== "skipped";
  const hasDeleted = outcomes.some(
    (outcome) => outcome.kind === "applied" && outcome.deletions.some(({ kind }) => kind === "deleted"),
  );
  if (isDryRun || journal === undefined || isCollected || !hasDeleted) return [];
  return [`To put something back ${undoneUntil(result)}: ${restoreCommand(journal, "[TAG…]")}`];
}

/** How long what was deleted can be put back, as `before …` or `within …`. GitHub keeps deleted versions for 30 days. */
export function undoneUntil(result: RunResult): string {
  const collected = hasGarbage(result) ? ["before the next garbage collection"] : [];
  const kept = result.frees?.has("by-itself") === true ? ["within 30 days"] : [];
  return [...collected, ...kept].join(", on GitHub ");
}

/** How many images without a tag are gone, or in a dry run would be. */
export function deletedUntagged(result: RunResult): number {
  const counts = decidedOf(result).map(({ plan, ...outcome }) =>
    outcome.kind === "applied" ? countDeletedUntagged(plan, outcome.deletions) : goingUntagged(plan).length,
  );
  return counts.reduce((sum, number) => sum + number, 0);
}

/** The one line that sums a run up. */
export function summaryLine(result: RunResult): string {
  const decided = decidedOf(result);
  const deleted = decided.flatMap(lostTags).length;
  const kept = decided.flatMap(({ plan }) => stayingTags(plan)).length;
  const verb = result.isDryRun ? "Dry run: would delete" : "Deleted";
  const untagged = andUntagged(deletedUntagged(result));
  const counts = `${verb} ${count(deleted, "tag")}${untagged}, ${result.isDryRun ? "keep" : "kept"} ${kept}`;
  const where = `in ${count(result.outcomes.length, "repository")}`;
  const collected = result.collection === undefined ? [] : [describeCollection(result.collection)];
  const bytes = unreferred(totalOf(decided));
  return [`${counts} ${where}${bytes}.`, ...troubles(result), ...collected].join(" ");
}

function troubles(result: RunResult): readonly string[] {
  const { isDryRun, outcomes } = result;
  const applied = outcomes.flatMap((outcome) => (outcome.kind === "applied" ? [outcome] : []));
  const failedRepositories = outcomes.filter(({ kind }) => kind === "failed").length;
  const failed = applied.flatMap(({ deletions }) => deletions).filter(({ kind }) => kind === "failed").length;
  const skips = decidedOf(result)
    .flatMap(skipsOf)
    .map(({ reason }) => reason.kind);
  const late = skips.filter((kind) => kind === "time-limit").length;
  const left = skips.length - late;
  const harmed = applied.flatMap(({ harm }) => harm).length;
  return [
    ...(failedRepositories > 0 ? [`Failed: ${count(failedRepositories, "repository")}.`] : []),
    ...(failed > 0 ? [`${count(failed, "deletion")} failed.`] : []),
    ...(left > 0 ? [`${count(left, "deletion")} ${isDryRun ? "would be " : ""}left undone.`] : []),
    ...(late > 0 ? [`The time limit came: ${count(late, "deletion")} left for the next run.`] : []),
    ...(harmed > 0 ? [`HARM: ${count(harmed, "tag")} that should have stayed whole.`] : []),
  ];
}
