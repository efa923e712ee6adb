import pMap from "p-map";
import { type PruneError, UnsureError } from "../core/errors.js";
import type { DeletionOutcome } from "../core/outcome.js";
import type { Deletion, Plan } from "../core/plan.js";
import type { Digest } from "../core/reference.js";
import { RegistryError, type RegistryErrorKind } from "../registry/registry.js";
import { applyDeletion, type DeleteOptions, spareReason } from "./apply-deletion.js";
import type { ApplyOptions } from "./apply-plan.js";
import type { Look } from "./look-again.js";
import type { Recorder } from "./recorder.js";

/** What a batch takes of what carrying out a plan does. */
export type BatchOptions = Pick<ApplyOptions, "plan" | "recorder" | "say" | "stop">;

// Where a registry's storage is damaged, each DELETE can fail after it has done half its work (measured on 2.8).
const FAILURES_IN_A_ROW = 3;

/** What became of the deletions so far. */
export interface Progress {
  readonly outcomes: Map<Deletion, DeletionOutcome>;
  /** The same, of manifests by their digest. */
  readonly manifests: Map<Digest, DeletionOutcome>;
  /** What is written down. */
  readonly written: Set<Deletion>;
}

/** Writes down what became of a deletion. What was left alone and may have lost its parents stays open: of that only the journal knows. */
export function record(outcome: DeletionOutcome, recorder: Recorder, { manifests }: Progress): void {
  const { deletion } = outcome;
  const parents = deletion.kind === "manifest" ? deletion.parents : [];
  // A deletion that failed may have been done all the same.
  const mayBeLost = parents.some(
    (parent) => manifests.has(parent) && manifests.get(parent)?.kind !== "spared",
  );
  if (outcome.kind !== "spared" || !mayBeLost) recorder.outcome(outcome);
}

/** What one look allows. */
export interface Batch {
  readonly batch: readonly Deletion[];
  readonly look: Look;
  readonly progress: Progress;
  readonly deleting: DeleteOptions;
  /** On the clock that only goes forward, in milliseconds; deletions that would start later wait for the next look. */
  readonly until: number;
}

/**
 * Does the deletions of one batch, each after those that it belongs to. What goes wrong with one is its outcome.
 * @throws {PruneError} why nothing more is to be begun
 */
export async function applyBatch(
  options: BatchOptions,
  { batch, look, progress, deleting, until }: Batch,
): Promise<void> {
  const running = new Map<Digest, Promise<void>>();
  const state: BatchState = { isFirst: true, isPaused: false, failures: 0, end: undefined };
  const apply = async (deletion: Deletion): Promise<void> => {
    // All of these stand earlier in the batch and were started before, so nobody waits in a circle.
    const before = [...deletion.parents, ...(deletion.kind === "manifest" ? deletion.after : [])];
    await Promise.all(before.flatMap((digest) => running.get(digest) ?? []));
    // A look that took long is fresh when it ends: its first deletion is always done, or slow registries would never get on.
    const isLate = performance.now() > until && !state.isFirst;
    if (isLate || isOver(state, options)) return;
    state.isFirst = false;
    const reason = spareReason(deletion, look, progress.manifests);
    const outcome: DeletionOutcome =
      reason === undefined ? await applyDeletion(deleting, deletion) : { kind: "spared", deletion, reason };
    const kind = kindOf(outcome);
    state.isPaused ||= kind === "paused";
    state.end ??= endBy(outcome, state, options.plan);
    // Nothing was tried: the deletion is as good as one that was not begun.
    if (kind === "paused" || kind === "rate-limited") return;
    enter(outcome, progress);
    record(outcome, options.recorder, progress);
    options.say({ kind: "deletion", outcome });
  };
  const start = (deletion: Deletion): Promise<void> => {
    const done = apply(deletion);
    if (deletion.kind === "manifest") running.set(deletion.digest, done);
    return done;
  };
  await pMap(batch, start, { concurrency: deleting.registry.deletionsAtOnce() });
  if (state.end !== undefined) throw state.end;
}

interface BatchState {
  isFirst: boolean;
  /** Whether the rest waits for the next look. */
  isPaused: boolean;
  /** In a row. */
  failures: number;
  /** Why nothing more is begun. */
  end: PruneError | undefined;
}

function isOver({ end, isPaused }: BatchState, { stop }: BatchOptions): boolean {
  return end !== undefined || isPaused || stop?.aborted === true;
}

/** Why nothing more is to be begun after this. */
function endBy(outcome: DeletionOutcome, state: BatchState, { repository }: Plan): PruneError | undefined {
  const kind = kindOf(outcome);
  if (outcome.kind === "failed" && kind === "rate-limited") return outcome.error;
  if (kind === "unauthorized" || kind === "forbidden") return refused(repository);
  // What a registry keeps for a reason of its own says nothing of the others.
  if (kind === "not-deletable" || kind === "paused") return undefined;
  state.failures = outcome.kind === "failed" ? state.failures + 1 : 0;
  return state.failures >= FAILURES_IN_A_ROW ? tooManyFailures(repository) : undefined;
}

function enter(outcome: DeletionOutcome, { outcomes, manifests }: Progress): void {
  const { deletion } = outcome;
  outcomes.set(deletion, outcome);
  if (deletion.kind === "manifest") manifests.set(deletion.digest, outcome);
}

function kindOf(outcome: DeletionOutcome): RegistryErrorKind | undefined {
  if (outcome.kind !== "failed" || !(outcome.error instanceof RegistryError)) return undefined;
  return outcome.error.kind;
}

function refused(repository: string): UnsureError {
  return new UnsureError(
    `${repository}: the registry refuses to delete, as it would every other, so the run stopped there`,
    "What it says is below. What is left goes in the next run.",
  );
}

function tooManyFailures(repository: string): UnsureError {
  return new UnsureError(
    `${repository}: the registry fails to delete, so the run stopped there`,
    "Look at the registry's log. What is left goes in the next run.",
  );
}
