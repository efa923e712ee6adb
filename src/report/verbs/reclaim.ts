import type { CollectionOutcome } from "../../core/result/collection.js";
import type { SweepOutcome } from "../../core/sweep/outcome.js";
import {
  collectionFailure,
  collectionRecord,
  describeCollection,
  errorRecord,
  freedBytes,
} from "../words/collection.js";
import { describeError } from "../words/outcomes.js";
import type { RunStatus } from "../../core/result/run-result.js";
import { count } from "../../core/base/count.js";
import { size } from "../words/wording.js";

/** What was done for a registry's disk. */
export interface ReclaimResult {
  readonly isDryRun: boolean;
  readonly collection?: CollectionOutcome;
  readonly sweep?: SweepOutcome;
}

/** `done` where all that was asked for is done. */
export function reclaimStatus({ collection, sweep }: ReclaimResult): RunStatus {
  if (collectionFailure(collection) !== undefined) return "failed";
  const isCut =
    sweep?.stopped !== undefined || sweep?.removals.some(({ kind }) => kind === "failed") === true;
  return isCut ? "partly-failed" : "done";
}

/** Bytes that the disk has back, by both; `undefined` where that is not known, or nothing was done. */
export function reclaimedBytes({ isDryRun, collection, sweep }: ReclaimResult): number | undefined {
  if (isDryRun) return undefined;
  const collected = freedBytes(collection);
  if (collected === undefined && sweep === undefined) return undefined;
  return (collected ?? 0) + (sweep?.bytes ?? 0);
}

/** Everything that went wrong, each with its next step; the empty text where nothing did. */
export function reclaimFailure({ collection, sweep }: ReclaimResult): string {
  const failed = sweep?.removals.flatMap((outcome) => (outcome.kind === "failed" ? [outcome] : [])) ?? [];
  const [first] = failed;
  return [
    ...(collectionFailure(collection) ?? []),
    ...(first === undefined
      ? []
      : [`${count(failed.length, "removal")} failed. The first: ${describeError(first.error)}`]),
    ...(sweep?.stopped === undefined ? [] : [describeError(sweep.stopped)]),
  ].join("\n");
}

/** The one line that sums it up. */
export function reclaimLine(result: ReclaimResult): string {
  const { isDryRun, collection, sweep } = result;
  return [
    ...(isDryRun ? ["Dry run."] : []),
    ...(sweep === undefined ? [] : [describeSweep(sweep, isDryRun)]),
    ...(collection === undefined ? [] : [describeCollection(collection)]),
  ].join(" ");
}

/** What a sweep removed, or would, in one sentence. */
export function describeSweep({ removals, bytes, unsure }: SweepOutcome, isDryRun: boolean): string {
  const done = removals.filter(({ kind }) => isDryRun || kind === "removed");
  const doubts =
    unsure.length === 0 ? "" : ` ${count(unsure.length, "repository")} left alone, being in doubt.`;
  if (removals.length === 0) return `Nothing to sweep.${doubts}`;
  const verb = isDryRun ? "Would remove" : "Removed";
  return `${verb} ${count(done.length, "leftover")} (${size(bytes)}) from the storage.${doubts}`;
}

/** What `--json` prints. */
export function renderReclaimJson(result: ReclaimResult): string {
  const { isDryRun, collection, sweep } = result;
  const record = {
    "freed-bytes": reclaimedBytes(result) ?? null,
    dryRun: isDryRun,
    ...(collection === undefined ? {} : { collection: collectionRecord(collection) }),
    ...(sweep === undefined
      ? {}
      : {
          removals: sweep.removals.map((outcome) => ({
            ...outcome.removal,
            outcome: outcome.kind,
            ...(outcome.kind === "failed" ? errorRecord(outcome.error) : {}),
          })),
          unsure: sweep.unsure,
          ...(sweep.stopped === undefined ? {} : { stopped: errorRecord(sweep.stopped) }),
        }),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
