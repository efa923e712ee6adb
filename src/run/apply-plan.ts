import pMap from "p-map";
import { PruneError, UnsureError } from "../core/errors.js";
import type { Say } from "../core/event.js";
import type { Snapshot } from "../core/graph.js";
import type { DeletionOutcome } from "../core/outcome.js";
import type { Deletion, Plan } from "../core/plan.js";
import type { Digest } from "../core/reference.js";
import { subjectOf } from "../core/version.js";
import { RegistryError } from "../registry/registry.js";
import { applyDeletion, type DeleteOptions, spareReason } from "./apply-deletion.js";
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
// Where a registry's storage is damaged, each DELETE can fail after it has done half its work (measured on 2.8).
const FAILURES_IN_A_ROW = 3;

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

interface Progress {
  readonly outcomes: Map<Deletion, DeletionOutcome>;
  /** The same, of manifests by their digest. */
  readonly manifests: Map<Digest, DeletionOutcome>;
  /** What is written down. */
  readonly written: Set<Deletion>;
}

/** Writes down what became of a deletion. What was left alone and may have lost its parents stays open: of that only the journal knows. */
function record(outcome: DeletionOutcome, recorder: Recorder, { manifests }: Progress): void {
  const { deletion } = outcome;
  const parents = deletion.kind === "manifest" ? deletion.parents : [];
  // A deletion that failed may have been done all the same.
  const mayBeLost = parents.some(
    (parent) => manifests.has(parent) && manifests.get(parent)?.kind !== "spared",
  );
  if (outcome.kind !== "spared" || !mayBeLost) recorder.outcome(outcome);
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

interface Batch {
  readonly batch: readonly Deletion[];
  readonly look: Look;
  readonly progress: Progress;
  readonly deleting: DeleteOptions;
  /** On the clock that only goes forward, in milliseconds; deletions that would start later wait for the next look. */
  readonly until: number;
}

async function applyBatch(
  options: ApplyOptions,
  { batch, look, progress, deleting, until }: Batch,
): Promise<void> {
  const running = new Map<Digest, Promise<void>>();
  const state = { isFirst: true, failures: 0, isBroken: false };
  const apply = async (deletion: Deletion): Promise<void> => {
    // All of these stand earlier in the batch and were started before, so nobody waits in a circle.
    const before = [...deletion.parents, ...(deletion.kind === "manifest" ? deletion.after : [])];
    await Promise.all(before.flatMap((digest) => running.get(digest) ?? []));
    // A look that took long is fresh when it ends: its first deletion is always done, or slow registries would never get on.
    const isLate = performance.now() > until && !state.isFirst;
    if (state.isBroken || isLate || options.stop?.aborted === true) return;
    state.isFirst = false;
    const reason = spareReason(deletion, look, progress.manifests);
    const outcome: DeletionOutcome =
      reason === undefined ? await applyDeletion(deleting, deletion) : { kind: "spared", deletion, reason };
    enter(outcome, progress);
    record(outcome, options.recorder, progress);
    options.say({ kind: "deletion", outcome });
    state.failures = outcome.kind === "failed" ? state.failures + 1 : 0;
    state.isBroken ||= state.failures >= FAILURES_IN_A_ROW || isRefused(outcome);
  };
  const start = (deletion: Deletion): Promise<void> => {
    const done = apply(deletion);
    if (deletion.kind === "manifest") running.set(deletion.digest, done);
    return done;
  };
  await pMap(batch, start, { concurrency: options.concurrency });
  if (state.isBroken) throw tooManyFailures(options.plan.repository);
}

function enter(outcome: DeletionOutcome, { outcomes, manifests }: Progress): void {
  const { deletion } = outcome;
  outcomes.set(deletion, outcome);
  if (deletion.kind === "manifest") manifests.set(deletion.digest, outcome);
}

/** Whether the registry said no, which it will say to every other deletion too. */
function isRefused(outcome: DeletionOutcome): boolean {
  if (outcome.kind !== "failed" || !(outcome.error instanceof RegistryError)) return false;
  return outcome.error.kind === "unauthorized" || outcome.error.kind === "forbidden";
}

/** What a run that was told to stop says of a repository. */
export function toldToStop(repository: string): PruneError {
  return new PruneError(
    `${repository}: the run was told to stop, and stopped between two deletions`,
    "Nothing is half done. What is left goes in the next run.",
  );
}

function tooManyFailures(repository: string): UnsureError {
  return new UnsureError(
    `${repository}: the registry fails to delete, so the run stopped there`,
    "Look at the registry's log. What is left goes in the next run.",
  );
}
