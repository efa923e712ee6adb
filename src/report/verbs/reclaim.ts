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

/** The result of `reclaim`: a garbage collection, a sweep of the storage, or both. */
export interface ReclaimResult {
  readonly isDryRun: boolean;
  readonly collection?: CollectionOutcome;
  readonly sweep?: SweepOutcome;
}

/** `done` if everything that was asked for is done; `failed` if the collection failed; `partly-failed` if the sweep did not finish. */
export function reclaimStatus({ collection, sweep }: ReclaimResult): RunStatus {
  if (collectionFailure(collection) !== undefined) return "failed";
  if (blocking(sweep).length > 0) return "partly-failed";
  const isCut =
    sweep?.stopped !== undefined || sweep?.removals.some(({ kind }) => kind === "failed") === true;
  return isCut ? "partly-failed" : "done";
}

/** The doubts because of which garbage collection fails. */
function blocking(sweep: SweepOutcome | undefined): readonly string[] {
  return (sweep?.unsure ?? []).flatMap(({ blocksCollection, repository, doubts }) =>
    blocksCollection === true ? [`${repository}: ${doubts.join(", ")}`] : [],
  );
}

/** The bytes that the collection and the sweep freed; `undefined` if the number is not known, or if nothing was done. */
export function reclaimedBytes({ isDryRun, collection, sweep }: ReclaimResult): number | undefined {
  if (isDryRun) return undefined;
  const collected = freedBytes(collection);
  if (collected === undefined && sweep === undefined) return undefined;
  return (collected ?? 0) + (sweep?.bytes ?? 0);
}

/** Every failure, each with its next step; empty if there is none. */
export function reclaimFailure({ collection, sweep }: ReclaimResult): string {
  const failed = sweep?.removals.flatMap((outcome) => (outcome.kind === "failed" ? [outcome] : [])) ?? [];
  const [first] = failed;
  return [
    ...(collectionFailure(collection) ?? []),
    ...(first === undefined
      ? []
      : [`${count(failed.length, "removal")} failed. The first: ${describeError(first.error)}`]),
    ...(sweep?.stopped === undefined ? [] : [describeError(sweep.stopped)]),
    ...blocking(sweep).map(
      (doubt) =>
        `Garbage collection fails as long as this is so: ${doubt}.\nPush these images again, which mends a link; a manifest whose bytes are wrong is mended when its file is taken away first.`,
    ),
  ].join("\n");
}

/** One line that sums up a reclaim. */
export function reclaimLine(result: ReclaimResult): string {
  const { isDryRun, collection, sweep } = result;
  return [
    ...(isDryRun ? ["Dry run."] : []),
    ...(sweep === undefined ? [] : [describeSweep(sweep, isDryRun)]),
    ...(collection === undefined ? [] : [describeCollection(collection)]),
  ].join(" ");
}

/** A sentence with the number and size of the leftovers that a sweep removed, or would remove. */
export function describeSweep(
  { removals, bytes, unsure, waiting = [] }: SweepOutcome,
  isDryRun: boolean,
): string {
  const done = removals.filter(({ kind }) => isDryRun || kind === "removed");
  const left = unsure.filter(({ keeps }) => keeps !== "nothing").length;
  const doubts = left === 0 ? "" : ` ${count(left, "repository")} left alone, being in doubt.`;
  const young = waiting.length === 0 ? "" : ` ${count(waiting.length, "empty repository")} too young to go.`;
  if (removals.length === 0) return `Nothing to sweep.${young}${doubts}`;
  const verb = isDryRun ? "Would remove" : "Removed";
  return `${verb} ${count(done.length, "leftover")} (${size(bytes)}) from the storage.${young}${doubts}`;
}

/** The document that `--json` prints. */
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
          ...(sweep.waiting === undefined
            ? {}
            : {
                waiting: sweep.waiting.map(({ repository, until }) => ({
                  repository,
                  until: new Date(until).toISOString(),
                })),
              }),
          ...(sweep.stopped === undefined ? {} : { stopped: errorRecord(sweep.stopped) }),
        }),
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
