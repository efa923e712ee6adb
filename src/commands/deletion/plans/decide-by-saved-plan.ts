import { type PlannedRepository, revalidatePlan } from "../../../core/plan/revalidate.js";
import { observe } from "../../../run/observe/observe.js";
import { answer } from "../../../run/observe/plan-with-lookups.js";
import type { BySavedPlan, DeletionRun } from "../deletion-job.js";
import { type PlanOrOutcome, readingOf, type RepositorySite } from "../repository-plan.js";

const NOTHING_PLANNED: PlannedRepository = { kept: new Map(), deletions: [] };

/**
 * Reads a repository, and decides which of the deletions that a plan has for it still stand.
 * @throws {RegistryError | UnsureError} where anything could not be read for certain
 */
export async function decideBySavedPlan(
  site: RepositorySite,
  { planned: saved }: BySavedPlan,
  run: DeletionRun,
): Promise<PlanOrOutcome> {
  const { repository, target } = site;
  const { allowEmpty, untag } = run.job;
  const planned = saved.get(repository) ?? NOTHING_PLANNED;
  const { deletions } = planned;
  const reading = readingOf(site, run);
  const digests = deletions.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion.digest] : []));
  const observation = await observe(reading, { ...target, others: digests }, run.hooks.say);
  if (observation.kind !== "snapshot") return { kind: "nothing", repository, why: observation.kind };
  const { manifests } = observation.snapshot;
  const snapshot = await answer(reading, observation.snapshot, {
    untags: deletions.some(({ kind }) => kind === "tag"),
    untagged: deletions.length > 0,
    referrersOf: digests.filter((digest) => manifests.has(digest)),
    datesIn: [],
    sizesOf: [],
  });
  return { kind: "decided", snapshot, plan: revalidatePlan(planned, snapshot, { allowEmpty, untag }) };
}
