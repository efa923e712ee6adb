import { couldReachOthers } from "../observe/foresee-care.js";
import type { ApplyProgress } from "./apply-batch.js";
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
