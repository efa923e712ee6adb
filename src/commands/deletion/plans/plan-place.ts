import { asPruneError } from "../../../core/base/errors.js";
import type { NothingOutcome, RepositoryOutcome } from "../../../core/result/repository-outcome.js";
import type { DeletionRun } from "../deletion-job.js";
import { decideByPolicy } from "./decide-by-policy.js";
import { nameOfPlace, type RepositoryPlace } from "../places.js";
import {
  bytesOf,
  type PlanOrOutcome,
  type RepositoryPlan,
  type RepositorySite,
  shownPart,
} from "../repository-plan.js";

/** Reads a repository, decides about it, and says so. Whatever goes wrong is its outcome. */
export async function planPlace(place: RepositoryPlace, run: DeletionRun): Promise<RepositoryPlan> {
  const { say } = run.hooks;
  const repository = nameOfPlace(place);
  say({ kind: "repository-started", repository });
  const plan = await makePlan(place, run).catch((thrown: unknown): RepositoryPlan => {
    const error = asPruneError(thrown, `the plan for ${repository}`);
    return { kind: "over", outcome: { kind: "failed", repository, error } };
  });
  if (plan.kind === "over") say({ kind: "repository-ended", outcome: plan.outcome });
  else say({ ...shownPart(plan), kind: "planned" });
  return plan;
}

async function makePlan(place: RepositoryPlace, run: DeletionRun): Promise<RepositoryPlan> {
  const { reference, target } = place;
  const site = { repository: nameOfPlace(place), target, access: await run.registries.at(reference) };
  const decision = await decide(site, run);
  if (decision.kind !== "decided") return { kind: "over", outcome: await endOf(decision, place, run) };
  return { ...decision, ...site, ...bytesOf(decision.plan, decision.snapshot), kind: "planned" };
}

/** Returns the end of a repository in which there is nothing to decide about. */
async function endOf(
  decision: NothingOutcome,
  place: RepositoryPlace,
  run: DeletionRun,
): Promise<RepositoryOutcome> {
  const { by } = run.job;
  const { why } = decision;
  if (why !== "no-tags" && why !== "unknown-repository") return decision;
  if (place.isFound === true) return { ...decision, why: "left-empty" };
  if (why === "no-tags" || by.kind !== "policy") return decision;
  // Lazily: most runs know all of their repositories.
  const { endOfUnknown } = await import("../missing.js");
  return endOfUnknown(place, by, run);
}

async function decide(site: RepositorySite, run: DeletionRun): Promise<PlanOrOutcome> {
  const { by } = run.job;
  if (by.kind === "policy") return decideByPolicy(site, by, run);
  // Lazily: most runs have no saved plan.
  const { decideBySavedPlan } = await import("./decide-by-saved-plan.js");
  return decideBySavedPlan(site, by, run);
}
