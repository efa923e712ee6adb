import type { PruneError } from "../../core/base/errors.js";
import { type DeletionOutcome, isLeftUntagged } from "../../core/plan/outcome.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { SpareReason } from "../../core/policy/skip-reason.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { forEachConcurrently } from "./concurrently.js";
import { applyDeletion, type DeleteOptions, movedTags, spareReason } from "./apply-deletion.js";
import type { Applying } from "./options.js";
import { type Failures, giveUpAfter, refusalKind } from "./circuit-breaker.js";
import type { Look } from "./recheck.js";
import type { DeletionLog } from "./deletion-log.js";
import type { Again, SideBySide } from "../sending/side-by-side.js";
import type { TagsOfDeleted } from "../sending/tags-of-deleted.js";

/** Sends a deletion where that harms no other tag, and returns its outcome. */
export interface DeletionCare {
  readonly apply: (deletion: Deletion, send: () => Promise<DeletionOutcome>) => Promise<DeletionOutcome>;
}

/** The settings and listeners of a batch. */
export interface BatchOptions extends Pick<Applying, "plan" | "recorder" | "say" | "stop" | "endsAt"> {
  /** Called after each outcome. */
  readonly advance: () => void;
  /** Absent where a deletion reaches no other tag. */
  readonly care?: DeletionCare | undefined;
  readonly sideBySide: SideBySide;
  readonly tagsOfDeleted: TagsOfDeleted;
}

/** The outcomes of the deletions so far; grows. */
export interface ApplyProgress {
  readonly outcomes: Map<Deletion, DeletionOutcome>;
  /** The outcomes of those deletions that others belong to, by their digest; `undefined` until its turn has come. */
  readonly parents: Map<Digest, DeletionOutcome | undefined>;
  /** The deletions that are in the journal. */
  readonly written: Set<Deletion>;
  /** The tags that this run deleted by themselves, before their images. */
  readonly untagged: Set<Tag>;
  /** The deletions that were sent, and could not be sent again by the same look: how many times, and the last error. */
  readonly outdated: Map<Deletion, { readonly times: number; readonly error: PruneError }>;
  /** Those of them of which no answer says that they are gone. */
  readonly unanswered: Set<Tag>;
  /** The tags that a look showed at another image, so that a deletion of theirs leaves them. */
  readonly moved: Set<Tag>;
  readonly strays: Map<Tag, readonly Digest[]>;
}

// As often as a request is sent where no look gets old in between.
const MOST_SENT = 4;

/** Returns an outcome with those of its deletion's tags that were deleted by themselves before. */
export function withUntagged(
  outcome: DeletionOutcome,
  { untagged }: Pick<ApplyProgress, "untagged">,
): DeletionOutcome {
  const { kind, deletion } = outcome;
  const { tags } = deletion;
  // Mostly all were. There may be a hundred thousand outcomes, hence no second list, and an object with just three members: a copy with one more takes twice the memory.
  const lost = tags.every((tag) => untagged.has(tag)) ? tags : tags.filter((tag) => untagged.has(tag));
  if (lost.length === 0) return outcome;
  return kind === "deleted" || kind === "gone"
    ? { kind, deletion, untagged: lost }
    : { ...outcome, untagged: lost };
}

/** Writes an outcome to the journal. A spared deletion whose parents or tags may be gone stays open there, for only the journal knows of that image. */
export function record(
  outcome: DeletionOutcome,
  recorder: DeletionLog,
  { parents: outcomes }: Pick<ApplyProgress, "parents">,
): void {
  const { deletion } = outcome;
  const parents = deletion.kind === "manifest" ? deletion.parents : [];
  // A deletion that failed may have been done all the same.
  const mayBeLost = parents.some((parent) => (outcomes.get(parent)?.kind ?? "spared") !== "spared");
  if (outcome.kind !== "spared" || !(mayBeLost || isLeftUntagged(outcome))) recorder.outcome(outcome);
}

/** The deletions that one look allows, and their collaborators. */
export interface Batch {
  readonly batch: readonly Deletion[];
  readonly look: Look;
  readonly progress: ApplyProgress;
  readonly deleting: Omit<DeleteOptions, "terms">;
  /** The time in milliseconds, by `performance.now()`, after which a deletion is not sent, nor sent again, and waits for the next look. */
  readonly freshUntil: number;
}

/**
 * Sends the deletions of one batch, each after those that it belongs to. An error with one is its outcome.
 * @throws {PruneError} an error after which no deletion may be started
 */
export async function applyBatch(
  options: BatchOptions,
  { batch, look, progress, deleting, freshUntil }: Batch,
): Promise<void> {
  const running = new Map<Digest, Promise<void>>();
  const state: BatchState = { isPaused: false, failures: { inARow: 0 }, end: undefined };
  const terms = { until: freshUntil, stop: options.stop };
  const apply = async (deletion: Deletion): Promise<void> => {
    // All of these are earlier in the batch and were started before, so there is no deadlock.
    const before = [...deletion.parents, ...(deletion.kind === "manifest" ? deletion.after : [])];
    await Promise.all(before.flatMap((digest) => running.get(digest) ?? []));
    const isLate = performance.now() > freshUntil;
    if (isLate || isOver(state, options)) return;
    for (const tag of movedTags(deletion, look)) progress.moved.add(tag);
    const reason = spareReason(deletion, look, progress.parents);
    const outcome = await carryOut(deletion, reason, { ...options, deleting: { ...deleting, terms } });
    if (outcome.kind === "again") {
      state.isPaused = true;
      progress.outdated.set(deletion, { times: 1, error: outcome.error });
      return;
    }
    if (isLeft(outcome, { state, progress, repository: options.plan.repository })) return;
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
  const { care, sideBySide, tagsOfDeleted } = options;
  const isOneByOne = (): boolean => care !== undefined || !sideBySide.isAllowed || !tagsOfDeleted.isSeen;
  const atOnce = (): number => (isOneByOne() ? 1 : deleting.registry.deletionsAtOnce());
  await forEachConcurrently(batch, start, atOnce);
  if (state.end !== undefined) throw state.end;
}

/** Takes in what an outcome says of all that follow. Returns true if its deletion counts as not started: nothing was done, or it is to be looked at again. */
function isLeft(
  outcome: DeletionOutcome,
  batch: { readonly state: BatchState; readonly progress: ApplyProgress; readonly repository: string },
): boolean {
  const { state, progress, repository } = batch;
  const error = outcome.kind === "failed" ? outcome.error : undefined;
  const kind = refusalKind(error);
  const isToBeSeenAgain = kind === "outdated" && waits(outcome.deletion, error, progress);
  state.isPaused ||= kind === "paused" || isToBeSeenAgain;
  if (isToBeSeenAgain) return true;
  state.end ??= giveUpAfter(error, state.failures, repository);
  return kind === "paused" || kind === "rate-limited";
}

/** True if a deletion that could not be sent again waits for the next look; not where that was so as often as is sensible. */
function waits(
  deletion: Deletion,
  error: PruneError | undefined,
  { outdated }: Pick<ApplyProgress, "outdated">,
): boolean {
  if (error === undefined) return false;
  const times = (outdated.get(deletion)?.times ?? 0) + 1;
  outdated.set(deletion, { times, error });
  return times < MOST_SENT;
}

async function carryOut(
  deletion: Deletion,
  reason: SpareReason | undefined,
  options: { readonly deleting: DeleteOptions } & Pick<BatchOptions, "care" | "sideBySide" | "tagsOfDeleted">,
): Promise<DeletionOutcome | Again> {
  if (reason !== undefined) return { kind: "spared", deletion, reason };
  const { deleting, care, sideBySide, tagsOfDeleted } = options;
  const { terms } = deleting;
  const send = (): Promise<DeletionOutcome> => applyDeletion(deleting, deletion);
  return sideBySide.apply(deletion, () =>
    tagsOfDeleted.apply({
      deletion,
      terms,
      send: care === undefined ? send : () => care.apply(deletion, send),
    }),
  );
}

interface BatchState {
  /** True if the rest waits for the next look. */
  isPaused: boolean;
  readonly failures: Failures;
  /** The error after which no deletion is started. */
  end: PruneError | undefined;
}

function isOver({ end, isPaused }: BatchState, { stop, endsAt }: BatchOptions): boolean {
  return end !== undefined || isPaused || stop?.aborted === true || performance.now() >= endsAt;
}

function enter(outcome: DeletionOutcome, { outcomes, parents }: ApplyProgress): void {
  const { deletion } = outcome;
  outcomes.set(deletion, outcome);
  if (deletion.kind === "manifest" && parents.has(deletion.digest)) parents.set(deletion.digest, outcome);
}
