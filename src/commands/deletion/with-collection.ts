import { asPruneError } from "../../core/base/errors.js";
import type { CollectionOutcome } from "../../core/result/collection.js";
import type { RunResult } from "../../core/result/run-result.js";
import { openHost } from "../../registry/distribution/host.js";
import { collectAfterPrune, prepareCollection } from "../collection/after-prune.js";
import { connectionTo } from "../connection.js";
import type { DeletionJob, DeletionRun } from "./deletion-job.js";
import type { RunResults } from "./results.js";

/**
 * Does all of a run whose garbage is collected. A collection is of one registry, so all images are on the host of the first.
 * @param execute plans, and carries the plans out
 */
export async function executeAndCollect(
  run: DeletionRun,
  first: NonNullable<DeletionJob["first"]>,
  execute: (run: DeletionRun) => Promise<RunResults>,
): Promise<RunResult> {
  const { job, hooks, registries } = run;
  const host = await openHost(connectionTo(job, first, hooks));
  try {
    await prepareCollection(job, host, hooks);
    const { result, pruned, known } = await execute(run);
    const site = { registries, first, host, result, pruned, known };
    const collection = await collectAfterPrune(job, site, hooks).catch(
      (thrown: unknown): CollectionOutcome => ({
        kind: "failed",
        error: asPruneError(thrown, "the collection"),
      }),
    );
    return { ...result, ...(collection === undefined ? {} : { collection }) };
  } finally {
    host.close();
  }
}
