import type { Snapshot } from "../../core/image/graph.js";
import type { Plan } from "../../core/plan/plan.js";
import { reachesOthers } from "../../core/plan/longer-names.js";
import type { ApplyProgress } from "./apply-batch.js";
import type { RegistryReader } from "../../registry/port/registry.js";
import type { Care } from "./longer-tags.js";
import type { Applying } from "./options.js";

/**
 * Returns the care that a plan's deletions need; `undefined` where they need none: no tag's name begins another's, or the registry is seen to be none that could take
 * longer names along.
 */
export async function careFor(options: Applying, progress: ApplyProgress): Promise<Care | undefined> {
  const { plan, snapshot, registry, repository } = options;
  if (!couldReachOthers({ plan, snapshot })) return undefined;
  if (!(await registry.mayTakeLongerTags(repository))) return undefined;
  options.say({ kind: "careful" });
  // Lazily: hardly a registry is that old.
  const [{ orderWithCare }, { Care }] = await Promise.all([
    import("../../core/plan/careful-order.js"),
    import("./longer-tags.js"),
  ]);
  const listed = snapshot.tags.map(({ tag }) => tag);
  return new Care(options, progress, orderWithCare(plan.deletions, listed));
}

/** True if a plan's deletions would reach other tags of an old registry. */
function couldReachOthers({ plan, snapshot }: PlanOf): boolean {
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
  { registry, repository }: Pick<Applying, "repository"> & { readonly registry: RegistryReader },
): Promise<boolean> {
  return couldReachOthers(planned) && (await registry.looksOld?.(repository)) === true;
}
