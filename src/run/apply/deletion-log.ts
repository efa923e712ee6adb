import type { DeletionOutcome } from "../../core/plan/outcome.js";
import type { Deletion } from "../../core/plan/deletion.js";

/** A log that deletions are written to before they are sent. */
export interface DeletionLog {
  /** Resolves when what is about to be deleted can be put back, whatever happens to this process. */
  readonly begin: (deletions: readonly Deletion[]) => Promise<void>;
  /** Writes an outcome down. Never throws. */
  readonly outcome: (outcome: DeletionOutcome) => void;
}

/**
 * Writes down the deletions that are not written down yet.
 * @param written the deletions that are; grows
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
