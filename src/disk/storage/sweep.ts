import pMap from "p-map";
import { PruneError } from "../../core/base/errors.js";
import { planSweep, type SweepPlan } from "../../core/sweep/sweep.js";
import type { RemovalOutcome, SweepOutcome } from "../../core/sweep/outcome.js";
import type { Removal, SweepLimits } from "../../core/sweep/removal.js";
import { folderOf } from "../../core/sweep/repository.js";
import { takeInventory } from "./inventory.js";
import type { Storage } from "./storage.js";

/** Something that happens in a sweep. */
export type SweepEvent =
  | { readonly kind: "sweep-planned"; readonly plan: SweepPlan }
  | { readonly kind: "removal"; readonly outcome: RemovalOutcome };

/** The settings and listeners of a sweep. */
export interface SweepOptions extends SweepLimits {
  /** True if the sweep only plans, and touches nothing. */
  readonly dryRun: boolean;
  /**
   * Rejects unless the registry is stopped or read-only. Called before the storage is read, and before each batch
   * of removals; never in a dry run.
   */
  readonly assertNoWrites: () => Promise<void>;
  readonly say?: (event: SweepEvent) => void;
  /** Aborts when the sweep is to end, which it does between two removals. */
  readonly stop?: AbortSignal | undefined;
}

const BATCH = 100;
const FAILURES_IN_A_ROW = 3;
// S3 takes its time for each removal, and the registry is down or read-only meanwhile.
const AT_ONCE = 8;

/**
 * Removes from a registry's storage what its garbage collection leaves behind. Touches no blobs.
 * @throws {PruneError} where nothing was removed, for the registry is in use or its storage can't be looked through;
 *   whatever goes wrong later is an outcome
 */
export async function sweep(storage: Storage, options: SweepOptions): Promise<SweepOutcome> {
  if (!options.dryRun) await options.assertNoWrites();
  const plan = planSweep({ ...(await takeInventory(storage)), limits: options });
  options.say?.({ kind: "sweep-planned", plan });
  const outcomes = new Map<Removal, RemovalOutcome>();
  const stopped = options.dryRun ? undefined : await removeAll({ storage, plan, options, outcomes });
  const removals = plan.removals.map(
    (removal) => outcomes.get(removal) ?? ({ kind: "left", removal } as const),
  );
  return {
    removals,
    bytes: removals
      .filter(({ kind }) => options.dryRun || kind === "removed")
      .reduce((sum, { removal }) => sum + removal.bytes, 0),
    unsure: plan.unsure,
    ...(plan.waiting === undefined ? {} : { waiting: plan.waiting }),
    ...(stopped === undefined ? {} : { stopped }),
  };
}

interface SweepRun {
  readonly storage: Storage;
  readonly plan: SweepPlan;
  readonly options: SweepOptions;
  readonly outcomes: Map<Removal, RemovalOutcome>;
}

/** The state of a sweep, which each removal reads and changes. */
interface SweepState {
  /** Repositories in which a removal failed that later ones there depend on. */
  readonly broken: Set<string>;
  failures: number;
  stopped?: PruneError;
}

/**
 * Does all removals of a plan, in batches.
 * @returns the error that ended them early, if there is one
 */
async function removeAll(run: SweepRun): Promise<PruneError | undefined> {
  const { removals } = run.plan;
  const progress: SweepState = { broken: new Set(), failures: 0 };
  for (let from = 0; from < removals.length; from += BATCH) {
    const refusal = await refusalOf(run.options);
    if (refusal !== undefined) return refusal;
    for (const group of groupsOf(removals.slice(from, from + BATCH))) {
      await pMap(group, (removal) => removeNext(run, progress, removal), { concurrency: AT_ONCE });
      if (progress.stopped !== undefined) return progress.stopped;
    }
  }
  return undefined;
}

/** Groups removals that can be done at once: links or uploads that follow each other depend only on what came before all of them. Any other removal is alone. */
function groupsOf(removals: readonly Removal[]): readonly (readonly Removal[])[] {
  const groups: Removal[][] = [];
  for (const removal of removals) {
    const last = groups.at(-1);
    if (last?.[0]?.kind === removal.kind && LAST_KINDS.includes(removal.kind)) last.push(removal);
    else groups.push([removal]);
  }
  return groups;
}

// No other removal depends on these. Uploads depend on no other removal either.
const UPLOAD_KINDS: readonly Removal["kind"][] = ["upload", "multipart-upload"];
const LAST_KINDS: readonly Removal["kind"][] = ["layer-link", ...UPLOAD_KINDS];

async function removeNext(run: SweepRun, progress: SweepState, removal: Removal): Promise<void> {
  const { storage, options, outcomes } = run;
  const { kind, repository } = removal;
  if (options.stop?.aborted === true) progress.stopped ??= toldToStop(storage);
  if (progress.stopped !== undefined) return;
  if (progress.broken.has(repository) && !UPLOAD_KINDS.includes(kind)) return;
  const outcome = await removeOne(storage, removal);
  outcomes.set(removal, outcome);
  options.say?.({ kind: "removal", outcome });
  if (outcome.kind !== "failed") {
    progress.failures = 0;
    return;
  }
  progress.failures += 1;
  if (!LAST_KINDS.includes(kind)) progress.broken.add(repository);
  if (progress.failures >= FAILURES_IN_A_ROW) progress.stopped ??= tooManyFailures(storage);
}

async function refusalOf({ assertNoWrites, stop }: SweepOptions): Promise<PruneError | undefined> {
  if (stop?.aborted === true) return undefined;
  try {
    await assertNoWrites();
    return undefined;
  } catch (error) {
    return asPruneError(error);
  }
}

async function removeOne(storage: Storage, removal: Removal): Promise<RemovalOutcome> {
  try {
    if (removal.kind === "multipart-upload") {
      await storage.abort(removal.upload);
      return { kind: "removed", removal };
    }
    for (const path of removal.paths) await storage.remove(path);
    if (removal.kind === "empty-repository") await storage.removeEmptyFolders(folderOf(removal.repository));
    return { kind: "removed", removal };
  } catch (error) {
    return { kind: "failed", removal, error: asPruneError(error) };
  }
}

function asPruneError(error: unknown): PruneError {
  if (error instanceof PruneError) return error;
  return new PruneError(`the sweep broke off: ${String(error)}`, "Report this as a bug.", { cause: error });
}

function toldToStop({ name }: Storage): PruneError {
  return new PruneError(
    `the sweep of ${name} was told to stop, and stopped between two removals`,
    "Nothing is half done. What is left goes in the next sweep.",
  );
}

function tooManyFailures({ name }: Storage): PruneError {
  return new PruneError(
    `${FAILURES_IN_A_ROW} removals in a row failed, so the sweep of ${name} stopped there`,
    "See why they failed. What is left goes in the next sweep.",
  );
}
