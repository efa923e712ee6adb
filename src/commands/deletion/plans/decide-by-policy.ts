import type { Snapshot } from "../../../core/image/graph.js";
import { exceededLimit } from "../../../core/plan/deletion-limit.js";
import { digestsInUse } from "../../../core/policy/in-use.js";
import { patternUses, repositoryUses } from "../../../core/policy/pattern-use.js";
import { policyFor } from "../../../core/policy/policy.js";
import { observe } from "../../../run/observe/observe.js";
import { mayNeedCare } from "../../../run/observe/foresee-care.js";
import { type LookupOptions, planWithLookups } from "../../../run/observe/plan-with-lookups.js";
import type { ByPolicy, DeletionRun } from "../deletion-job.js";
import { type PlanOrOutcome, readingOf, type RepositorySite } from "../repository-plan.js";

/**
 * Reads a repository, with what an earlier run may have left of it, and decides by the policy what goes.
 * @throws {RegistryError | UnsureError} where anything could not be read for certain
 */
export async function decideByPolicy(
  site: RepositorySite,
  { policies, maxDeletions }: ByPolicy,
  run: DeletionRun,
): Promise<PlanOrOutcome> {
  const { repository, target } = site;
  const { journals } = run;
  const { say } = run.hooks;
  const policy = policyFor(target, policies);
  if (policy.rules.length === 0) return { kind: "nothing", repository, why: "no-rule" };
  const reading = readingOf(site, run);
  const others = journals.leftoversOf(repository);
  const inUse = digestsInUse(policy.protect, target.repository);
  const [observation] = await Promise.all([
    observe(reading, { ...target, others, inUse }, say),
    // What is found is a hint alone, and the registry need not wait for this disk.
    journals.lookForOthers(repository),
  ]);
  if (observation.kind !== "snapshot") return { kind: "nothing", repository, why: observation.kind };
  const { manifests } = observation.snapshot;
  const leftovers = new Set(others.filter((digest) => manifests.has(digest)));
  await journals.closeGone(repository, new Set(others.filter((digest) => !manifests.has(digest))));
  if (leftovers.size > 0) say({ kind: "leftovers", repository, manifests: leftovers.size });
  const snapshot: Snapshot = { ...observation.snapshot, leftovers };
  const decided = await planWithLookups(
    { ...reading, ...besideOf(site, maxDeletions, run) },
    snapshot,
    policy,
  );
  const patterns = [...patternUses(decided.snapshot, policy), ...repositoryUses(target, policies)];
  const refused = maxDeletions === undefined ? undefined : exceededLimit(decided.plan, maxDeletions);
  return { kind: "decided", ...decided, patterns, ...(refused === undefined ? {} : { refused }) };
}

/**
 * Returns what is asked beside the last questions, where it is decided that something will be deleted: whether the registry deletes, and how old it is. Both are asked
 * before deletions anyhow, and remembered; over a network this saves their round trips. A refusal is told when they are asked then.
 */
function besideOf(
  { access, target: { repository } }: RepositorySite,
  maxDeletions: ByPolicy["maxDeletions"],
  { hooks }: DeletionRun,
): Pick<LookupOptions, "beside"> {
  if (access.kind === "read" || hooks.confirm !== undefined) return {};
  const { registry } = access;
  return {
    beside: (decided) => {
      const { plan } = decided;
      const isRefused = maxDeletions !== undefined && exceededLimit(plan, maxDeletions) !== undefined;
      if (plan.deletions.length === 0 || isRefused) return Promise.resolve();
      const at = { registry, repository };
      return Promise.allSettled([registry.proveDeletes(repository), mayNeedCare(decided, at)]);
    },
  };
}
