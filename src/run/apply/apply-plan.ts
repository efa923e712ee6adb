import { asPruneError, type PruneError, UnsureError } from "../../core/base/errors.js";
import type { DeletionOutcome, TagNote } from "../../core/plan/outcome.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Answers } from "../../core/result/answers.js";
import { workload } from "../../core/progress/workload.js";
import type { RegistryWriter } from "../../registry/port/registry.js";
import { applyBatch, type ApplyProgress, type BatchOptions, record, withUntagged } from "./apply-batch.js";
import { toldToStop } from "./circuit-breaker.js";
import { whenBoth } from "./concurrently.js";
import { addStrays, type Look, lookAgain, type Strays, type TagsOfRun } from "./recheck.js";
import { careFor } from "./care-for.js";
import type { Care } from "./longer-tags.js";
import { ManifestsSince } from "./manifests-since.js";
import { Pending } from "./pending.js";
import { writeDown } from "./deletion-log.js";
import { refuseEmpty } from "./refuse-empty.js";
import { goesWhole } from "./one-whole.js";
import { paysToUntag, untagFirst } from "./untag-first.js";
import type { Applying, ApplyOptions, BatchLimits } from "./options.js";
import { LateTags } from "../sending/late-tags.js";
import { SideBySide } from "../sending/side-by-side.js";
import { TagsOfDeleted } from "../sending/tags-of-deleted.js";

/** The outcome of each deletion of the plan, in its order, and the error that stopped it early, if one did. */
export interface Applied extends Answers {
  readonly stopped?: PruneError;
  /** The tags that were to stay, that a deletion took along, and that were put back. */
  readonly notes: readonly TagNote[];
  readonly strays: Strays;
}

// One look is old where the disk took long to write down what goes; after that it is written.
const MOST_OLD_LOOKS = 3;
// untagFrom: with fewer than 200 images it would save less than a quarter of a second (measured: docs/performance.md).
const LIMITS: BatchLimits = { deletions: 100, freshFor: 30_000, untagFrom: 200 };

/**
 * Carries out a plan. Before each batch it looks again at what others have done to the repository meanwhile.
 * Never throws: an error is part of the result, for some of the plan may have been carried out.
 */
export async function applyPlan(options: ApplyOptions): Promise<Applied> {
  const { plan, recorder, registry, limits = LIMITS, endsAt = Infinity } = options;
  const progress: ApplyProgress = {
    outcomes: new Map(),
    parents: new Map(plan.deletions.flatMap(({ parents }) => parents.map((parent) => [parent, undefined]))),
    written: new Set(),
    untagged: new Set(),
    outdated: new Map(),
    unanswered: new Set(),
    moved: new Set(),
    strays: new Map(),
  };
  const goes = new Set(plan.deletions.flatMap(({ tags }) => tags));
  const applying: Applying = { ...options, limits, endsAt, goes };
  let stopped: PruneError | undefined;
  let care: Care | undefined;
  try {
    await registry.proveDeletes(options.repository);
    care = await careFor(applying, progress);
    const ways = await waysOf(applying, progress);
    await applyAll({ ...applying, ...ways, care }, new Pending(care ?? plan), progress);
  } catch (error) {
    stopped = asPruneError(error, "the run");
  }
  const reason = { kind: stopped === undefined ? "time-limit" : "stopped" } as const;
  const deletions = plan.deletions.map((deletion): DeletionOutcome => {
    const outcome = progress.outcomes.get(deletion);
    if (outcome !== undefined) return outcome;
    const error = progress.outdated.get(deletion)?.error;
    // It was sent, and may have been done.
    if (error !== undefined) return withUntagged({ kind: "failed", deletion, error }, progress);
    const whole = withUntagged({ kind: "spared", deletion, reason }, progress);
    if (progress.written.has(deletion)) record(whole, recorder, progress);
    return whole;
  });
  const { moved, unanswered, strays } = progress;
  const notes = care?.notes ?? [];
  return { deletions, moved, unanswered, strays, notes, ...(stopped === undefined ? {} : { stopped }) };
}

/** Carries out what is pending, batch by batch. */
interface Batches {
  /** Carries out the next deletions, at most `count`. @throws {PruneError} where the run was told to stop, or nothing more may be deleted */
  next(count: number): Promise<void>;
}

/** A look, and the time until which deletions may rely on it. */
interface FreshLook {
  readonly look: Look;
  readonly freshUntil: number;
}

/** A run's options, with the care that its deletions need. */
type Careful = Applying & Ways & { readonly care: Care | undefined };

type Ways = Pick<BatchOptions, "sideBySide" | "tagsOfDeleted">;

/** Asks how the registry takes deletions: one by one, tags first. */
async function waysOf(
  { registry, repository, snapshot, plan }: Applying,
  progress: ApplyProgress,
): Promise<Ways> {
  return {
    tagsOfDeleted: await TagsOfDeleted.for({ registry, repository, snapshot, progress }),
    sideBySide: await SideBySide.for({ registry, repository }, plan.deletions.length),
  };
}

async function applyAll(options: Careful, pending: Pending, progress: ApplyProgress): Promise<void> {
  const { limits, endsAt, care } = options;
  if (care === undefined && (await paysToUntag(options))) {
    const first = batchesOf(options, pending, progress);
    const next = (): Promise<void> => first.next(1);
    if (await goesWhole(options, { pending, progress, next })) await untagFirst(options, progress);
  }
  const batches = batchesOf(options, pending, progress);
  while (pending.count > 0 && performance.now() < endsAt) await batches.next(limits.deletions);
}

function batchesOf(options: Careful, pending: Pending, progress: ApplyProgress): Batches {
  const { plan, limits, say, registry, writer, repository } = options;
  const manifests = new ManifestsSince(options.snapshot.manifests);
  const shareOf = workload(plan.deletions, {
    tags: options.snapshot.tags.length - progress.untagged.size,
    untagged: progress.untagged,
    scansTags: registry.scansTags,
  });
  const advance = (): void => {
    const { size: done } = progress.outcomes;
    const total = plan.deletions.length;
    say({ kind: "advanced", advance: { what: "deleting", done, total, share: shareOf(done) } });
  };
  const tags = tagsOfRun(options, pending, progress);
  const late = new LateTags(options, { progress, isTried: tags.isTried });
  let room: Promise<void> | undefined;
  const proveRoom = (by: RegistryWriter): Promise<void> => (room ??= by.proveRoom(repository));
  /** Looks again, and writes down what goes. To write can take so long that the look is old by then; the next time it is written. */
  const lookFresh = async (batch: readonly Deletion[]): Promise<FreshLook> => {
    for (let tries = 0; tries < MOST_OLD_LOOKS; tries += 1) {
      const looking = late.lookPast(() => lookAgain({ ...options, manifests }, batch, tags));
      const fresh = freshFor(looking, limits);
      // Both at once, for a disk takes time to flush; nothing is deleted before both are done.
      const writing = writeDown(options.recorder, pending.withMembers(batch), progress.written);
      const seen = await whenBoth(fresh, writing);
      if (performance.now() <= seen.freshUntil) return seen;
    }
    throw looksGetOld(plan.repository);
  };
  return {
    async next(count) {
      if (options.stop?.aborted === true) throw toldToStop(plan.repository);
      const batch = pending.first(count);
      const { look, freshUntil } = await lookFresh(batch);
      say({ kind: "checked", tags: look.tags.size });
      addStrays(progress.strays, look, options.snapshot);
      refuseEmpty(options, look);
      await applyBatch(
        { ...options, advance },
        { batch, look, progress, freshUntil, deleting: { registry, writer, repository, proveRoom } },
      );
      pending.settle(batch.length, (deletion) => progress.outcomes.has(deletion));
    },
  };
}

async function freshFor(looking: Promise<Look>, limits: BatchLimits): Promise<FreshLook> {
  const look = await looking;
  return { look, freshUntil: performance.now() + limits.freshFor };
}

function tagsOfRun(
  { goes }: Careful,
  pending: Pick<Pending, "hasTag">,
  { untagged }: Pick<ApplyProgress, "untagged">,
): TagsOfRun {
  return {
    isPending: (tag) => pending.hasTag(tag),
    isTried: (tag) => untagged.has(tag) || (goes.has(tag) && !pending.hasTag(tag)),
  };
}

function looksGetOld(repository: string): UnsureError {
  return new UnsureError(
    `${repository}: what the run saw was too old each time before a deletion could be sent`,
    "Nothing is deleted by an old look. See why the disk of the journal is so slow, and run again: what is left then goes.",
  );
}
