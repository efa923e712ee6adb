import type { CollectionOutcome } from "../core/collection.js";
import type { RepositoryOutcome } from "../core/outcome.js";
import type { Plan } from "../core/plan.js";
import type { Digest, Tag } from "../core/reference.js";
import type { Verdict } from "../core/verdict.js";
import { collectionFailure, describeCollection } from "./collection.js";
import { count } from "./wording.js";

/** How a run ended: the command line's exit codes. */
export type RunStatus = "done" | "failed" | "partly-failed";

/** A whole run's result. */
export interface RunResult {
  readonly isDryRun: boolean;
  /** One for each repository, in the order given. */
  readonly outcomes: readonly RepositoryOutcome[];
  /** What came of the garbage collection, where one was asked for. */
  readonly collection?: CollectionOutcome;
}

/** A verdict as it is printed and saved. `repository` is `host/repository`; a tag that does not resolve has no digest. */
export interface VerdictRecord {
  readonly repository: string;
  readonly tag: Tag;
  readonly digest: Digest | null;
  readonly verdict: Verdict["kind"];
  readonly reason: Verdict["reason"];
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
    outcome.deletions.some(({ kind }) => kind === "failed") ||
    outcome.notes.some(({ kind }) => kind === "still-there")
  );
}

/** The tags that are gone, or in a dry run would be, as `host/repository:tag` in the order decided. */
export function deletedTags({ outcomes }: RunResult): readonly string[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === "applied") return named(outcome.repository, outcome.deleted);
    return outcome.kind === "planned" ? named(outcome.repository, tagsOf(outcome.plan, "delete")) : [];
  });
}

/** The tags that were decided to stay, as `host/repository:tag` in the order decided. */
export function keptTags({ outcomes }: RunResult): readonly string[] {
  return outcomes.flatMap((outcome) =>
    outcome.kind === "applied" || outcome.kind === "planned"
      ? named(outcome.repository, tagsOf(outcome.plan, "keep"))
      : [],
  );
}

function named(repository: string, tags: readonly Tag[]): readonly string[] {
  return tags.map((tag) => `${repository}:${tag}`);
}

/** The tags of a plan with this verdict, in the order decided. */
export function tagsOf(plan: Plan, kind: Verdict["kind"]): readonly Tag[] {
  return plan.verdicts.filter((verdict) => verdict.kind === kind).map(({ tag }) => tag);
}

/** Every verdict of every plan. */
export function verdictRecords(
  plans: readonly { readonly repository: string; readonly plan: Plan }[],
): readonly VerdictRecord[] {
  return plans.flatMap(({ repository, plan }) =>
    plan.verdicts.map(({ tag, digest, kind, reason }) => ({
      repository,
      tag,
      digest: digest ?? null,
      verdict: kind,
      reason,
    })),
  );
}

/** What garbage collection has to do with it, where something was deleted and none was run; else nothing. */
export function aboutSpace(result: RunResult): readonly string[] {
  const { isDryRun, collection } = result;
  if (isDryRun || deletedTags(result).length === 0 || collection !== undefined) return [];
  return [
    "The registry's disk gets its space back at the next garbage collection, not before: set gc-container or gc-command, or run reclaim at night.",
  ];
}

/** The one line that sums a run up. */
export function summaryLine(result: RunResult): string {
  const deleted = deletedTags(result).length;
  const kept = keptTags(result).length;
  const verb = result.isDryRun ? "Dry run: would delete" : "Deleted";
  const counts = `${verb} ${count(deleted, "tag")}, ${result.isDryRun ? "keep" : "kept"} ${kept}`;
  const where = `in ${count(result.outcomes.length, "repository")}`;
  const collected = result.collection === undefined ? [] : [describeCollection(result.collection)];
  return [`${counts} ${where}.`, ...troubles(result), ...collected].join(" ");
}

function troubles({ outcomes }: RunResult): readonly string[] {
  const applied = outcomes.flatMap((outcome) => (outcome.kind === "applied" ? [outcome] : []));
  const failedRepositories = outcomes.filter(({ kind }) => kind === "failed").length;
  const failed = applied.flatMap(({ deletions }) => deletions).filter(({ kind }) => kind === "failed").length;
  const spared = applied.flatMap(({ deletions }) => deletions).filter(({ kind }) => kind === "spared").length;
  const harmed = applied.flatMap(({ harm }) => harm).length;
  return [
    ...(failedRepositories > 0 ? [`Failed: ${count(failedRepositories, "repository")}.`] : []),
    ...(failed > 0 ? [`${count(failed, "deletion")} failed.`] : []),
    ...(spared > 0 ? [`${count(spared, "deletion")} left undone.`] : []),
    ...(harmed > 0 ? [`HARM: ${count(harmed, "tag")} that should have stayed whole.`] : []),
  ];
}
