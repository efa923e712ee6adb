import pMap from "p-map";
import { PruneError, UnsureError } from "../core/errors.js";
import type { Say } from "../core/event.js";
import type { Snapshot } from "../core/graph.js";
import type { DeletionOutcome, SpareReason } from "../core/outcome.js";
import type { Deletion, Plan } from "../core/plan.js";
import type { Digest, Tag } from "../core/reference.js";
import { RegistryError } from "../registry/registry.js";
import { type Look, lookAgain } from "./look-again.js";
import type { ReadOptions } from "./observe.js";

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
  const outcomes = new Map<Digest, DeletionOutcome>();
  let stopped: PruneError | undefined;
  try {
    await options.registry.proveDeletes(options.repository);
    await applyBatches(options, outcomes);
  } catch (error) {
    stopped =
      error instanceof PruneError
        ? error
        : new PruneError(`the run broke off: ${String(error)}`, "Report this as a bug.", { cause: error });
  }
  const deletions = options.plan.deletions.map(
    ({ digest, tags }) =>
      outcomes.get(digest) ?? ({ kind: "spared", digest, tags, reason: { kind: "stopped" } } as const),
  );
  return { deletions, ...(stopped === undefined ? {} : { stopped }) };
}

async function applyBatches(options: ApplyOptions, outcomes: Map<Digest, DeletionOutcome>): Promise<void> {
  const { plan, snapshot, limits = LIMITS, say } = options;
  const manifests = new Map(snapshot.manifests);
  for (;;) {
    const pending = plan.deletions.filter(({ digest }) => !outcomes.has(digest));
    if (pending.length === 0) return;
    if (options.stop?.aborted === true) throw toldToStop(plan.repository);
    const batch = pending.slice(0, limits.deletions);
    const look = await lookAgain({ ...options, manifests }, batch, pending);
    say({ kind: "checked", tags: look.tags.size });
    refuseEmpty(options, look);
    await applyBatch(options, { batch, look, outcomes, until: performance.now() + limits.freshFor });
  }
}

/** Others may have deleted meanwhile what the plan counted on to stay. */
function refuseEmpty({ allowEmpty, plan }: ApplyOptions, look: Look): void {
  if (allowEmpty) return;
  const goes = new Set(plan.deletions.flatMap(({ tags }) => tags));
  const stays = [...look.tags].some(([tag, digest]) => digest !== undefined && !goes.has(tag));
  if (stays) return;
  throw new UnsureError(
    `${plan.repository} would be left without a tag: what was to stay is gone by now`,
    "Somebody else deletes in this repository too. See who, and run again.",
  );
}

interface Batch {
  readonly batch: readonly Deletion[];
  readonly look: Look;
  readonly outcomes: Map<Digest, DeletionOutcome>;
  /** On the clock that only goes forward, in milliseconds; deletions that would start later wait for the next look. */
  readonly until: number;
}

async function applyBatch(options: ApplyOptions, { batch, look, outcomes, until }: Batch): Promise<void> {
  const running = new Map<Digest, Promise<void>>();
  const state = { isFirst: true, failures: 0, isBroken: false };
  const apply = async (deletion: Deletion): Promise<void> => {
    // All of these stand earlier in the batch and were started before, so nobody waits in a circle.
    const before = [...deletion.parents, ...deletion.after];
    await Promise.all(before.flatMap((digest) => running.get(digest) ?? []));
    // A look that took long is fresh when it ends: its first deletion is always done, or slow registries would never get on.
    const isLate = performance.now() > until && !state.isFirst;
    if (state.isBroken || isLate || options.stop?.aborted === true) return;
    state.isFirst = false;
    const outcome = await applyOne(options, deletion, spareReason(deletion, look, outcomes));
    outcomes.set(deletion.digest, outcome);
    options.say({ kind: "deletion", outcome });
    state.failures = outcome.kind === "failed" ? state.failures + 1 : 0;
    state.isBroken ||= state.failures >= FAILURES_IN_A_ROW || isRefused(outcome);
  };
  const start = (deletion: Deletion): Promise<void> => {
    const done = apply(deletion);
    running.set(deletion.digest, done);
    return done;
  };
  await pMap(batch, start, { concurrency: options.concurrency });
  if (state.isBroken) throw tooManyFailures(options.plan.repository);
}

function spareReason(
  deletion: Deletion,
  look: Look,
  outcomes: ReadonlyMap<Digest, DeletionOutcome>,
): SpareReason | undefined {
  const by = look.needed.get(deletion.digest);
  if (by !== undefined) return { kind: "now-needed-by", by };
  const standing = deletion.parents.find((parent) => {
    const outcome = outcomes.get(parent)?.kind;
    return outcome !== "deleted" && outcome !== "gone";
  });
  if (standing !== undefined) return { kind: "parent-stays", parent: standing };
  const { tags, digest } = deletion;
  const hasMoved = (tag: Tag): boolean => ![undefined, digest].includes(look.tags.get(tag));
  return tags.length > 0 && tags.every(hasMoved) ? { kind: "tags-moved" } : undefined;
}

async function applyOne(
  { registry, repository }: ApplyOptions,
  { digest, tags }: Deletion,
  reason: SpareReason | undefined,
): Promise<DeletionOutcome> {
  if (reason !== undefined) return { kind: "spared", digest, tags, reason };
  try {
    return { kind: await registry.deleteManifest(repository, digest), digest, tags };
  } catch (error) {
    if (error instanceof PruneError) return { kind: "failed", digest, tags, error };
    throw error;
  }
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
