import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { Deletion } from "../../core/plan/deletion.js";

/** Where deletions are written down. */
export interface DeletionLog {
  /** Resolves when what is about to be deleted can be put back, whatever happens to this process. */
  readonly begin: (deletions: readonly Deletion[]) => Promise<void>;
  readonly outcome: (outcome: DeletionOutcome) => void;
}

/**
 * Writes down what is not written down yet.
 * @param written what is; grows
 */
export async function writeDown(
  recorder: DeletionLog,
  deletions: Iterable<Deletion>,
  written: Set<Deletion>,
): Promise<void> {
  const news = [...deletions].filter((deletion) => !written.has(deletion));
  if (news.length === 0) return;
  await recorder.begin(news);
  for (const deletion of news) written.add(deletion);
}
