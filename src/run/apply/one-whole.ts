import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { ApplyProgress } from "./apply-batch.js";
import type { Applying } from "./options.js";
import type { Pending } from "./pending.js";
import { untagOne } from "../sending/untag-one.js";
import { standsAlone } from "./untag-first.js";

/** The collaborators of a proof that images can be deleted. */
export interface WholeProof {
  readonly pending: Pick<Pending, "count">;
  readonly progress: Pick<ApplyProgress, "outcomes" | "untagged" | "unanswered">;
  /** Carries out the next deletion, with all checks of a batch. */
  readonly next: () => Promise<void>;
}

/**
 * True if one image was deleted whole, and is seen to be gone, before others lose their tags. A registry can delete tags and no images: Distribution 3.1.1 whose redis
 * is down does so, and answers the probe for deletes as ever (measured). Images that lose their tags there would be seen by nobody, and stay.
 * @throws {PruneError} where nothing more may be deleted, or where it can't be seen
 */
export async function goesWhole(
  options: Applying,
  { pending, progress, next }: WholeProof,
): Promise<boolean> {
  while (pending.count > 0) {
    const before = progress.outcomes.size;
    await next();
    const last = [...progress.outcomes.values()].at(-1);
    if (last === undefined || progress.outcomes.size === before || last.kind === "failed") return false;
    if (last.kind === "deleted" && standsAlone(last.deletion)) return isGone(options, last, progress);
  }
  return false;
}

async function isGone(
  options: Applying,
  { deletion }: Pick<DeletionOutcome, "deletion">,
  progress: WholeProof["progress"],
): Promise<boolean> {
  const { registry, repository, limits, stop } = options;
  const { digest, tags } = deletion;
  if (digest === undefined || (await registry.readManifest(repository, digest)) !== undefined) return false;
  // Some registries leave an image's tags where it is deleted by its digest.
  for (const tag of tags) {
    const terms = { until: performance.now() + limits.freshFor, stop };
    const error = await untagOne({ registry, repository, terms }, { tag, at: [digest] }, progress);
    if (error !== undefined) throw error;
  }
  return true;
}
