import type { Snapshot } from "../core/image/graph.js";
import { exceededLimit } from "../core/plan/deletion-limit.js";
import { patternUses, repositoryUses } from "../core/policy/pattern-use.js";
import { policyFor } from "../core/policy/policy.js";
import { digestsInUse } from "../core/policy/in-use.js";
import { isSameRepository } from "../core/names/reference.js";
import type { PruneSettings } from "../settings/read/prune.js";
import type { RunResult } from "../core/result/run-result.js";
import { observe } from "../run/observe/observe.js";
import { planWithLookups } from "../run/observe/plan-with-lookups.js";
import { findRepositories } from "./deletion/find-repositories.js";
import { type DeletionHooks, runDeletions } from "./deletion/deletion-run.js";
import {
  confirmPlans,
  type PlanningResult,
  type RepositoryPlan,
  planEach,
  type Open,
  placesOf,
  readingOf,
  type RepositorySite,
} from "./deletion/plan-repositories.js";
import type { Journals } from "./deletion/journals.js";

/**
 * Prunes every repository that the images name, or match in their registry's catalog, and collects the garbage where the settings say how. What goes wrong
 * in one repository is its outcome, and does not stop the others.
 * @throws {PruneError} where a person was asked and said no, a journal can't be read, or it is seen beforehand that the garbage can't be collected; and what
 * `DeletionDoor.savePlans` throws
 */
export async function prune(settings: PruneSettings, hooks: DeletionHooks): Promise<RunResult> {
  const { images, globs, policies } = settings;
  return runDeletions(
    { ...settings, allowEmpty: policies.allowEmpty, untag: policies.untag },
    {
      first: images[0] ?? globs[0],
      draft: (open, journals) =>
        confirmPlans(() => planAll(settings, { open, journals }, hooks), settings, hooks),
    },
    hooks,
  );
}

async function planAll(
  settings: PruneSettings,
  { open, journals }: { readonly open: Open; readonly journals: Journals },
  hooks: DeletionHooks,
): Promise<readonly RepositoryPlan[]> {
  const named = placesOf(settings.images);
  const { places, outcomes } = await findRepositories(settings.globs, open);
  const others = places.filter(
    ({ target }) => !named.some((place) => isSameRepository(place.target, target)),
  );
  const found = others.filter(({ target }) => policyFor(target, settings.policies).rules.length > 0);
  if (found.length < others.length) {
    hooks.say({ kind: "repositories-unruled", repositories: others.length - found.length });
  }
  for (const outcome of outcomes) hooks.say({ kind: "repository-ended", outcome });
  const decide = (site: RepositorySite): Promise<PlanningResult> =>
    decideOne(settings, { site, journals }, hooks);
  const drafts = await planEach([...named, ...found], { open, decide }, hooks.say);
  return [...drafts, ...outcomes.map((outcome): RepositoryPlan => ({ kind: "over", outcome }))];
}

async function decideOne(
  { concurrency, policies, maxDeletions }: PruneSettings,
  { site, journals }: { readonly site: RepositorySite; readonly journals: Journals },
  { say }: DeletionHooks,
): Promise<PlanningResult> {
  const { repository, target } = site;
  const policy = policyFor(target, policies);
  if (policy.rules.length === 0) return { kind: "nothing", repository, why: "no-rule" };
  const reading = readingOf(site, journals, concurrency);
  await journals.lookForOthers(repository);
  const others = journals.leftoversOf(repository);
  const inUse = digestsInUse(policy.protect, target.repository);
  const observation = await observe(reading, { ...target, others, inUse }, say);
  if (observation.kind !== "snapshot") return { kind: "nothing", repository, why: observation.kind };
  const { manifests } = observation.snapshot;
  const leftovers = new Set(others.filter((digest) => manifests.has(digest)));
  await journals.closeGone(repository, new Set(others.filter((digest) => !manifests.has(digest))));
  if (leftovers.size > 0) say({ kind: "leftovers", repository, manifests: leftovers.size });
  const snapshot: Snapshot = { ...observation.snapshot, leftovers };
  const decided = await planWithLookups(reading, snapshot, policy);
  const patterns = [...patternUses(decided.snapshot, policy), ...repositoryUses(target, policies)];
  const refused = maxDeletions === undefined ? undefined : exceededLimit(decided.plan, maxDeletions);
  return { kind: "decided", ...decided, patterns, ...(refused === undefined ? {} : { refused }) };
}
