import { PruneError } from "../../../core/base/errors.js";
import type { DeletionRun } from "../deletion-job.js";
import { findPlaces } from "../find-places.js";
import { planPlace } from "./plan-place.js";
import { type RepositoryPlan, shownPart } from "../repository-plan.js";

/**
 * Plans for every repository, and saves the plans. Where a person is to agree, it asks until the person has agreed to what is to be done by then.
 * @throws {PruneError} where the person said no; and what `DeletionHooks.savePlans` throws
 */
export async function confirmedPlans(run: DeletionRun): Promise<readonly RepositoryPlan[]> {
  let plans = await planAll(run);
  while (await isAgreed(plans, run)) {
    // People take their time, and others push meanwhile.
    const again = await planAll(run);
    if (deletionsOf(again) === deletionsOf(plans)) return again;
    plans = again;
  }
  return plans;
}

async function planAll(run: DeletionRun): Promise<readonly RepositoryPlan[]> {
  const { places, outcomes } = await findPlaces(run);
  const plans: RepositoryPlan[] = [];
  for (const place of places) plans.push(await planPlace(place, run));
  return [...plans, ...outcomes.map((outcome) => ({ kind: "over", outcome }) as const)];
}

/** Saves the plans, and asks about those that would delete something. Returns false where nobody is to be asked. @throws {PruneError} where the answer is no */
async function isAgreed(plans: readonly RepositoryPlan[], { job, hooks }: DeletionRun): Promise<boolean> {
  const made = plans.flatMap((plan) => (plan.kind === "planned" ? [plan] : []));
  await hooks.savePlans?.(made.map(shownPart));
  const doable = made.filter(
    ({ plan: { deletions }, refused }) => deletions.length > 0 && refused === undefined,
  );
  if (job.dryRun || hooks.confirm === undefined || doable.length === 0) return false;
  if (await hooks.confirm(doable.map(shownPart))) return true;
  throw new PruneError("You said no, so nothing was deleted", "Run again when you are ready.");
}

function deletionsOf(plans: readonly RepositoryPlan[]): string {
  return JSON.stringify(
    plans.map((plan) => (plan.kind === "planned" ? [plan.repository, plan.plan.deletions] : [])),
  );
}
