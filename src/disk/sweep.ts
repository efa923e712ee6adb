import { PruneError } from "../core/errors.js";
import { planSweep, type SweepPlan } from "../core/sweep.js";
import type { Removal, SweepLimits, UnsureRepository } from "../core/sweep-removal.js";
import { folderOf } from "../core/sweep-repository.js";
import { takeInventory } from "./inventory.js";
import type { Storage } from "./storage.js";

/** What happens in a sweep, while it happens. */
export type SweepEvent =
  | { readonly kind: "sweep-planned"; readonly plan: SweepPlan }
  | { readonly kind: "removal"; readonly outcome: RemovalOutcome };

/** What a sweep takes. */
export interface SweepOptions extends SweepLimits {
  /** Only plans, and touches nothing. */
  readonly dryRun: boolean;
  /**
   * Rejects unless the registry is stopped or read-only. Called before the storage is read, and before each batch
   * of removals; never in a dry run.
   */
  readonly assertOut: () => Promise<void>;
  readonly say?: (event: SweepEvent) => void;
  /** Aborted when the sweep is to end: it does so between two removals. */
  readonly stop?: AbortSignal | undefined;
}

/** What became of a removal. */
export type RemovalOutcome =
  | { readonly kind: "removed"; readonly removal: Removal }
  | { readonly kind: "failed"; readonly removal: Removal; readonly error: PruneError }
  /** A dry run's; or not come to, for the sweep stopped or something before it in its repository failed. */
  | { readonly kind: "left"; readonly removal: Removal };

/** What a sweep did. */
export interface SweepOutcome {
  /** Of each removal of the plan, in its order. */
  readonly removals: readonly RemovalOutcome[];
  /** Of what was removed; in a dry run of what would be. The blobs that garbage collection frees now come on top. */
  readonly bytes: number;
  readonly unsure: readonly UnsureRepository[];
  /** Why it ended early. */
  readonly stopped?: PruneError;
}

const BATCH = 100;
const FAILURES_IN_A_ROW = 3;

/**
 * Removes from a registry's storage what its garbage collection leaves behind. Blobs are not touched.
 * @throws {PruneError} where nothing was removed, for the registry is in use or its storage can't be looked through;
 *   whatever goes wrong later is an outcome
 */
export async function sweep(storage: Storage, options: SweepOptions): Promise<SweepOutcome> {
  if (!options.dryRun) await options.assertOut();
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
    ...(stopped === undefined ? {} : { stopped }),
  };
}

interface Run {
  readonly storage: Storage;
  readonly plan: SweepPlan;
  readonly options: SweepOptions;
  readonly outcomes: Map<Removal, RemovalOutcome>;
}

/** @returns why it ended early, if it did */
async function removeAll({ storage, plan, options, outcomes }: Run): Promise<PruneError | undefined> {
  const broken = new Set<string>();
  let failures = 0;
  for (const [index, removal] of plan.removals.entries()) {
    const refusal = await refusalOf(storage, options, index % BATCH === 0);
    if (refusal !== undefined) return refusal;
    // What comes later in a repository was planned on what came before being gone.
    if (broken.has(removal.repository) && !isApart(removal)) continue;
    const outcome = await removeOne(storage, removal);
    outcomes.set(removal, outcome);
    options.say?.({ kind: "removal", outcome });
    failures = outcome.kind === "failed" ? failures + 1 : 0;
    if (failures > 0 && !isApart(removal)) broken.add(removal.repository);
    if (failures >= FAILURES_IN_A_ROW) return tooManyFailures(storage);
  }
  return undefined;
}

/** Uploads have nothing to do with what else is in their repository. */
function isApart({ kind }: Removal): boolean {
  return kind === "upload" || kind === "multipart-upload";
}

/** @returns why the next removal must not be begun, if it must not */
async function refusalOf(
  storage: Storage,
  { assertOut, stop }: SweepOptions,
  isNewBatch: boolean,
): Promise<PruneError | undefined> {
  try {
    if (stop?.aborted === true) return toldToStop(storage);
    if (isNewBatch) await assertOut();
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
