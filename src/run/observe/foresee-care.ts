import type { Snapshot } from "../../core/image/graph.js";
import { reachesOthers } from "../../core/plan/longer-names.js";
import type { Plan } from "../../core/plan/plan.js";
import type { ReadOptions } from "./observe.js";

/** True if a plan's deletions would reach other tags of an old registry. */
export function couldReachOthers({ plan, snapshot }: PlanOf): boolean {
  // Where a tag can be deleted by itself, it is Distribution 3, or no Distribution.
  return (
    snapshot.untags !== "yes" &&
    reachesOthers(
      plan.deletions,
      snapshot.tags.map(({ tag }) => tag),
    )
  );
}

/** A plan, and the snapshot that it was made from. */
interface PlanOf {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

/** Resolves to true if a plan's deletions may need care when they are carried out, as far as reading shows. */
export async function mayNeedCare(
  planned: PlanOf,
  { registry, repository }: Pick<ReadOptions, "registry" | "repository">,
): Promise<boolean> {
  return couldReachOthers(planned) && (await registry.looksOld?.(repository)) === true;
}
