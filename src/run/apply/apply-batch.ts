import type { PruneError } from "../../core/base/errors.js";
import { type DeletionOutcome, isLeftUntagged } from "../../core/plan/outcome.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { forEachConcurrently } from "./concurrently.js";
import { applyDeletion, type DeleteOptions, spareReason } from "./apply-deletion.js";
import type { Applying } from "./options.js";
import { type Failures, giveUpAfter, refusalKind } from "./circuit-breaker.js";
import type { Look } from "./recheck.js";
import type { DeletionLog } from "./deletion-log.js";

/** What a batch takes of what carrying out a plan does. */
export interface BatchOptions extends Pick<Applying, "plan" | "recorder" | "say" | "stop" | "endsAt"> {
  /** Told of each outcome. */
  readonly advance: () => void;
}

/** What became of the deletions so far. */
export interface Progress {
  readonly outcomes: Map<Deletion, DeletionOutcome>;
  /** What became of those that others belong to, by their digest; as long as one's turn has not come, nothing. */
  readonly parents: Map<Digest, DeletionOutcome | undefined>;
  /** What is written down. */
  readonly written: Set<Deletion>;
  /** Tags that this run deleted by themselves, before their images. */
  readonly untagged: Set<Tag>;
}

/** An outcome, with those of the deletion's tags that were deleted by themselves before. */
export function withUntagged(
  outcome: DeletionOutcome,
  { untagged }: Pick<Progress, "untagged">,
): DeletionOutcome {
  const { kind, deletion } = outcome;
  const { tags } = deletion;
  // Mostly all were. There may be a hundred thousand, hence no second list, and an object with these three alone: a copy with one more takes twice as much.
  const lost = tags.every((tag) => untagged.has(tag)) ? tags : tags.filter((tag) => untagged.has(tag));
  if (lost.length === 0) return outcome;
  return kind === "deleted" || kind === "gone"
    ? { kind, deletion, untagged: lost }
    : { ...outcome, untagged: lost };
}

/** Writes down what became of a deletion. What was left alone and may have lost its parents, or its tags, stays open: of that only the journal knows. */
export function record(
  outcome: DeletionOutcome,
  recorder: DeletionLog,
  { parents: outcomes }: Pick<Progress, "parents">,
): void {
  const { deletion } = outcome;
  const parents = deletion.kind === "manifest" ? deletion.parents : [];
  // A deletion that failed may have been done all the same.
  const mayBeLost = parents.some((parent) => (outcomes.get(parent)?.kind ?? "spared") !== "spared");
  if (outcome.kind !== "spared" || !(mayBeLost || isLeftUntagged(outcome))) recorder.outcome(outcome);
}

/** What one look allows. */
export interface Batch {
  readonly batch: readonly Deletion[];
  readonly look: Look;
  readonly progress: Progress;
  readonly deleting: DeleteOptions;
  /** On the clock that only goes forward, in milliseconds; deletions that would start later wait for the next look. */
  readonly freshUntil: number;
}

/**
 * Does the deletions of one batch, each after those that it belongs to. What goes wrong with one is its outcome.
 * @throws {PruneError} why nothing more is to be begun
 */
export async function applyBatch(
  options: BatchOptions,
  { batch, look, progress, deleting, freshUntil }: Batch,
): Promise<void> {
  const running = new Map<Digest, Promise<void>>();
  const state: BatchState = { isFirst: true, isPaused: false, failures: { inARow: 0 }, end: undefined };
  const apply = async (deletion: Deletion): Promise<void> => {
    // All of these stand earlier in the batch and were started before, so nobody waits in a circle.
    const before = [...deletion.parents, ...(deletion.kind === "manifest" ? deletion.after : [])];
    await Promise.all(before.flatMap((digest) => running.get(digest) ?? []));
    // A look that took long is fresh when it ends: its first deletion is always done, or slow registries would never get on.
    const isLate = performance.now() > freshUntil && !state.isFirst;
    if (isLate || isOver(state, options)) return;
    state.isFirst = false;
    const reason = spareReason(deletion, look, progress.parents);
    const outcome: DeletionOutcome =
      reason === undefined ? await applyDeletion(deleting, deletion) : { kind: "spared", deletion, reason };
    const error = outcome.kind === "failed" ? outcome.error : undefined;
    const kind = refusalKind(error);
    state.isPaused ||= kind === "paused";
    state.end ??= giveUpAfter(error, state.failures, options.plan.repository);
    // Nothing was tried: the deletion is as good as one that was not begun.
    if (kind === "paused" || kind === "rate-limited") return;
    const whole = withUntagged(outcome, progress);
    enter(whole, progress);
    record(whole, options.recorder, progress);
    options.say({ kind: "deletion", outcome: whole });
    options.advance();
  };
  const start = (deletion: Deletion): Promise<void> => {
    const done = apply(deletion);
    if (deletion.kind === "manifest") running.set(deletion.digest, done);
    return done;
  };
  await forEachConcurrently(batch, start, () => deleting.registry.deletionsAtOnce());
  if (state.end !== undefined) throw state.end;
}

interface BatchState {
  isFirst: boolean;
  /** Whether the rest waits for the next look. */
  isPaused: boolean;
  readonly failures: Failures;
  /** Why nothing more is begun. */
  end: PruneError | undefined;
}

function isOver({ end, isPaused }: BatchState, { stop, endsAt }: BatchOptions): boolean {
  return end !== undefined || isPaused || stop?.aborted === true || performance.now() >= endsAt;
}

function enter(outcome: DeletionOutcome, { outcomes, parents }: Progress): void {
  const { deletion } = outcome;
  outcomes.set(deletion, outcome);
  if (deletion.kind === "manifest" && parents.has(deletion.digest)) parents.set(deletion.digest, outcome);
}
