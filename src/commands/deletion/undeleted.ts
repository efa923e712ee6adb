import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { toldToStop } from "../../run/apply/circuit-breaker.js";
import type { DeletionHooks } from "./deletion-job.js";
import type { MadePlan, PlanToExecute } from "./repository-plan.js";

/** Returns the outcome of a plan of which nothing is to be deleted, or the plan if something is. */
export function orUndeleted(
  planned: MadePlan,
  { stop }: Pick<DeletionHooks, "stop">,
): PlanToExecute | { readonly kind: "over"; readonly outcome: RepositoryOutcome } {
  const { repository, access, plan, reclaimable, sizes, refused } = planned;
  const base = { repository, plan, sizes };
  const over = (outcome: RepositoryOutcome) => ({ kind: "over", outcome }) as const;
  if (refused !== undefined) return over({ kind: "failed", ...base, error: refused });
  // A dry run has no registry that it could delete from.
  if (access.kind === "read") return over({ kind: "planned", ...base, reclaimable });
  if (plan.deletions.length === 0) {
    const nothing = { deletions: [], deleted: [], notes: [], harm: [] };
    return over({ kind: "applied", ...base, ...nothing, reclaimable: { bytes: 0, isLeast: false } });
  }
  if (stop?.aborted === true) return over({ kind: "failed", ...base, error: toldToStop(repository) });
  return { ...planned, access };
}
