import { PruneError, UnsureError } from "../core/errors.js";
import type { Say } from "../core/event.js";
import type { Snapshot } from "../core/graph.js";
import type { DeletionOutcome } from "../core/outcome.js";
import type { Plan } from "../core/plan.js";
import { subjectOf } from "../core/version.js";
import { applyBatch, type Progress, record } from "./apply-batch.js";
import { type Look, lookAgain } from "./look-again.js";
import type { ReadOptions } from "./observe.js";
import { type Recorder, writeDown } from "./recorder.js";

/** How much is deleted on the strength of one look. */
export interface BatchLimits {
  readonly deletions: number;
  /** Milliseconds from the end of a look to the start of the last deletion that relies on it. */
  readonly freshFor: number;
}

/** Everything that carrying out a plan takes. */
export interface ApplyOptions extends ReadOptions {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly allowEmpty: boolean;
  readonly recorder: Recorder;
  readonly say: Say;
  /** Aborted when the run is to end: deletions under way are waited for, and no other is begun. */
  readonly stop?: AbortSignal | undefined;
  readonly limits?: BatchLimits;
}

/** What became of each deletion of the plan, in its order, and why it stopped early if it did. */
export interface Applied {
  readonly deletions: readonly DeletionOutcome[];
  readonly stopped?: PruneError;
}

const LIMITS: BatchLimits = { deletions: 100, freshFor: 30_000 };

/**
 * Carries out a plan, looking again before each batch at what everybody else has done to the repository meanwhile.
 * Throws nothing: whatever goes wrong is an outcome, for some of the plan may have been carried out.
 */
export async function applyPlan(options: ApplyOptions): Promise<Applied> {
  const { plan, recorder } = options;
  const progress: Progress = { outcomes: new Map(), manifests: new Map(), written: new Set() };
  let stopped: PruneError | undefined;
  try {
    await options.registry.proveDeletes(options.repository);
    await applyBatches(options, progress);
  } catch (error) {
    stopped =
      error instanceof PruneError
        ? error
        : new PruneError(`the run broke off: ${String(error)}`, "Report this as a bug.", { cause: error });
  }
  const deletions = plan.deletions.map((deletion): DeletionOutcome => {
    const outcome = progress.outcomes.get(deletion);
    if (outcome !== undefined) return outcome;
    const spared = { kind: "spared", deletion, reason: { kind: "stopped" } } as const;
    if (progress.written.has(deletion)) record(spared, recorder, progress);
    return spared;
  });
  return { deletions, ...(stopped === undefined ? {} : { stopped }) };
}

async function applyBatches(options: ApplyOptions, progress: Progress): Promise<void> {
  const { plan, snapshot, limits = LIMITS, say, registry, repository } = options;
  const manifests = new Map(snapshot.manifests);
  let room: Promise<void> | undefined;
  const proveRoom = (): Promise<void> => (room ??= registry.proveRoom(repository));
  for (;;) {
    const pending = plan.deletions.filter((deletion) => !progress.outcomes.has(deletion));
    if (pending.length === 0) return;
    if (options.stop?.aborted === true) throw toldToStop(plan.repository);
    const batch = pending.slice(0, limits.deletions);
    await writeDown(options.recorder, { batch, pending }, progress.written);
    const look = await lookAgain({ ...options, manifests }, batch, pending);
    say({ kind: "checked", tags: look.tags.size });
    refuseEmpty(options, look);
    const until = performance.now() + limits.freshFor;
    await applyBatch(options, {
      batch,
      look,
      progress,
      until,
      deleting: { registry, repository, proveRoom },
    });
  }
}

/** Others may have deleted meanwhile what the plan counted on to stay. */
function refuseEmpty({ allowEmpty, plan }: ApplyOptions, look: Look): void {
  if (allowEmpty) return;
  const goes = new Set(plan.deletions.flatMap(({ tags }) => tags));
  const stays = [...look.tags].some(
    ([tag, digest]) => digest !== undefined && !goes.has(tag) && subjectOf(tag) === undefined,
  );
  // A tag that dangles leaves no image behind, and takes none.
  if (stays || !plan.deletions.some(({ digest, tags }) => digest !== undefined && tags.length > 0)) return;
  throw new UnsureError(
    `${plan.repository} would be left without a tag: what was to stay is gone by now`,
    "Somebody else deletes in this repository too. See who, and run again.",
  );
}

/** What a run that was told to stop says of a repository. */
export function toldToStop(repository: string): PruneError {
  return new PruneError(
    `${repository}: the run was told to stop, and stopped between two deletions`,
    "Nothing is half done. What is left goes in the next run.",
  );
}
