import { asPruneError } from "../../core/base/errors.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { RunResult } from "../../core/result/run-result.js";
import { mayNeedCare } from "../../run/observe/foresee-care.js";
import { toldToStop } from "../../run/apply/circuit-breaker.js";
import { CacheFolder } from "../../registry/cache/cache-folder.js";
import { tellingWaits } from "../connection.js";
import { OpenRegistries } from "./access.js";
import { withSafeListeners } from "../listeners.js";
import { confirmedPlans } from "./plans/confirm-plans.js";
import type { DeletionHooks, DeletionJob, DeletionRun } from "./deletion-job.js";
import type * as Execution from "./execute-plan.js";
import { findPlaces } from "./find-places.js";
import { createJournals } from "./journals.js";
import { nameOfPlace, type RepositoryPlace } from "./places.js";
import { PlansAhead } from "./plans/plans-ahead.js";
import type { MadePlan, PlanToExecute, RepositoryPlan } from "./repository-plan.js";
import { RunResults, withCountedSizes } from "./results.js";
import { orUndeleted } from "./undeleted.js";

/**
 * Plans for any number of repositories, carries the plans out, and collects the garbage where the settings say how. Whatever goes wrong in one repository is its
 * outcome, and does not stop the others.
 * @throws {PruneError} where a person was asked and said no, a journal can't be read, or it is seen beforehand that the garbage can't be collected; and what
 * `DeletionHooks.savePlans` throws
 */
export async function runDeletions(job: DeletionJob, given: DeletionHooks): Promise<RunResult> {
  const hooks = withSafeListeners(given);
  const journals = await createJournals(job, hooks);
  const cache = openCache(job, hooks);
  const registries = new OpenRegistries(job, {
    ...hooks,
    onWait: tellingWaits(hooks.say),
    cacheAt: cache && ((host) => cache.at(host)),
  });
  const run: DeletionRun = { job, hooks, registries, journals, ...(cache === undefined ? {} : { cache }) };
  try {
    const { first, collection } = job;
    if (collection === undefined || first === undefined) return (await planAndExecute(run)).result;
    // Lazily: most prunes collect no garbage.
    const { executeAndCollect } = await import("./with-collection.js");
    return await executeAndCollect(run, first, planAndExecute);
  } finally {
    await Promise.all([journals.close(), registries.close(), cache?.end(Date.now())]);
  }
}

/** Returns the folder of manifests that are remembered; `undefined` where none are. */
function openCache({ cache }: DeletionJob, { cacheFolder }: DeletionHooks): CacheFolder | undefined {
  const path = cache.kind === "folder" ? cache.path : cache.kind === "default" ? cacheFolder : undefined;
  return path === undefined ? undefined : new CacheFolder(path);
}

async function planAndExecute(run: DeletionRun): Promise<RunResults> {
  const endsAt = performance.now() + (run.job.timeLimit ?? Infinity);
  // What fails to load is said where it is needed.
  if (!run.job.dryRun) loadExecution().catch(() => undefined);
  return isOneByOne(run) ? executeOneByOne(run, endsAt) : executeAll(await confirmedPlans(run), run, endsAt);
}

/**
 * True if each repository is pruned and let go before the next, so that memory holds a few of them however many there are. All plans are made first where
 * somebody is to see them before anything is deleted, and where time is limited: the limit is for deletions, and what is not deleted is to be said all the same.
 */
function isOneByOne({ job, hooks }: DeletionRun): boolean {
  const isAsked = hooks.confirm !== undefined && !job.dryRun;
  return !isAsked && hooks.savePlans === undefined && job.timeLimit === undefined;
}

async function executeAll(
  plans: readonly RepositoryPlan[],
  run: DeletionRun,
  endsAt: number,
): Promise<RunResults> {
  const results = new RunResults(run);
  for (const plan of plans) results.planned(plan);
  tellUnused(results, run);
  for (const plan of plans) {
    if (plan.kind === "over") results.over(plan.outcome);
    else results.ended(plan, await execute(plan, run, endsAt));
  }
  return results;
}

async function executeOneByOne(run: DeletionRun, endsAt: number): Promise<RunResults> {
  const results = new RunResults(run);
  const { places, outcomes } = await findPlaces(run);
  for (const outcome of outcomes) results.planned({ kind: "over", outcome });
  const plans = new PlansAhead(places, run);
  for (const [index, place] of places.entries()) {
    const isLast = index === places.length - 1;
    const plan = index > 0 && isToldToStop(run) ? notBegun(place) : await plans.next();
    results.planned(plan);
    if (isLast) tellUnused(results, run);
    if (plan.kind === "over") {
      results.over(plan.outcome);
    } else {
      const outcome = await execute(plan, run, endsAt);
      results.ended(plan, isLast ? outcome : withCountedSizes(outcome));
    }
    // What the last one's reads left is written at the end of the run.
    if (!isLast) await run.cache?.save(Date.now(), place.target);
  }
  for (const outcome of outcomes) results.over(outcome);
  return results;
}

async function execute(plan: MadePlan, run: DeletionRun, endsAt: number): Promise<RepositoryOutcome> {
  await foreseeCare(plan, run);
  const ready = orUndeleted(plan, run.hooks);
  run.cache?.writeAhead(Date.now(), plan.target);
  const outcome = ready.kind === "over" ? ready.outcome : await executeDeletions(ready, run, endsAt);
  await run.journals.settle();
  run.hooks.say({ kind: "repository-ended", outcome });
  return outcome;
}

/** Says in a dry run that the run itself may delete with care, where reading shows that. */
async function foreseeCare(planned: MadePlan, { hooks }: DeletionRun): Promise<void> {
  const { access, refused, plan, target } = planned;
  if (access.kind !== "read" || refused !== undefined || plan.deletions.length === 0) return;
  const at = { registry: access.registry, repository: target.repository };
  if (await mayNeedCare(planned, at)) hooks.say({ kind: "careful", isForeseen: true });
}

async function executeDeletions(
  plan: PlanToExecute,
  run: DeletionRun,
  endsAt: number,
): Promise<RepositoryOutcome> {
  try {
    const { executePlan } = await loadExecution();
    return await executePlan(plan, run, endsAt);
  } catch (thrown) {
    const { repository, sizes } = plan;
    // What was done before it was thrown is in the journal; the report is written all the same.
    const error = asPruneError(thrown, `the run on ${repository}`);
    return { kind: "failed", repository, plan: plan.plan, sizes, error };
  }
}

/** Loads what deletes. A dry run has no use for it, and another loads it while the registry is asked for its tags. */
function loadExecution(): Promise<typeof Execution> {
  return import("./execute-plan.js");
}

function tellUnused({ unused }: RunResults, { hooks }: DeletionRun): void {
  if (unused.length > 0) hooks.say({ kind: "patterns-unused", patterns: unused });
}

function isToldToStop({ job, hooks }: DeletionRun): boolean {
  return !job.dryRun && hooks.stop?.aborted === true;
}

/** Returns the end of a repository that the run does not come to. */
function notBegun(place: RepositoryPlace): RepositoryPlan {
  const repository = nameOfPlace(place);
  return { kind: "over", outcome: { kind: "failed", repository, error: toldToStop(repository) } };
}
