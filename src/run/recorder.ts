import type { DeletionOutcome } from "../core/outcome.js";
import type { Deletion } from "../core/plan.js";

/** Where deletions are written down. */
export interface Recorder {
  /** Resolves when what is about to be deleted can be put back, whatever happens to this process. */
  readonly begin: (deletions: readonly Deletion[]) => Promise<void>;
  readonly outcome: (outcome: DeletionOutcome) => void;
}

/**
 * Writes down a batch, and with it what of later batches belongs to it: once an index is gone, no list shows its children.
 * @param written what is written down already; grows
 */
export async function writeDown(
  recorder: Recorder,
  { batch, pending }: { readonly batch: readonly Deletion[]; readonly pending: readonly Deletion[] },
  written: Set<Deletion>,
): Promise<void> {
  const inBatch = new Set(batch);
  const goes = new Set(batch.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion.digest] : [])));
  const all = pending.filter((deletion) => {
    // Parents stand earlier in the list, so one pass finds children's children too.
    const belongs = deletion.kind === "manifest" && deletion.parents.some((parent) => goes.has(parent));
    if (belongs) goes.add(deletion.digest);
    return (belongs || inBatch.has(deletion)) && !written.has(deletion);
  });
  if (all.length === 0) return;
  await recorder.begin(all);
  for (const deletion of all) written.add(deletion);
}
