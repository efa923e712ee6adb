import { PruneError } from "../core/base/errors.js";
import type { CollectionOutcome } from "../core/result/collection.js";
import type { SweepOutcome } from "../core/sweep/outcome.js";
import { measureEach } from "../disk/container/blob-sizes.js";
import { openStorage } from "../disk/storage/open-storage.js";
import { isOwnStorage } from "../disk/container/proof/own-storage.js";
import { proveServes } from "../disk/storage/same-storage.js";
import type { Storage } from "../disk/storage/storage.js";
import { sweep } from "../disk/storage/sweep.js";
import type { CollectionSettings } from "../settings/read/collection.js";
import type { ReclaimSettings, SweepSettings } from "../settings/read/reclaim.js";
import { openHost, type RegistryHost } from "../registry/distribution/host.js";
import { openRegistry } from "../registry/open.js";
import type { ConnectOptions } from "../registry/connection/connection.js";
import type { ReclaimResult } from "../report/verbs/reclaim.js";
import { connectionTo } from "./connection.js";
import { withSafeListeners } from "./listeners.js";
import { assertDown, readOnlyGuard } from "./sweep-guard.js";
import { collect } from "./collection/collect.js";
import type { CollectionJob, CollectionHooks } from "./collection/job.js";

/** The parts of a reclaim that its door gives it. */
export interface ReclaimHooks extends CollectionHooks {
  readonly userAgent: string;
}

const STORAGE_READS = 16;

/**
 * Gets a registry's disk its space back: sweeps its storage where that is named, and collects its garbage where the settings say how.
 * @throws {PruneError} where nothing was done: the registry is in use, or can't be reached, or its storage can't be looked through
 */
export async function reclaim(settings: ReclaimSettings, given: ReclaimHooks): Promise<ReclaimResult> {
  const hooks = withSafeListeners(given);
  const storage = settings.sweep === undefined ? undefined : await openStorage(settings.sweep.storage);
  const connection =
    settings.registry === undefined ? undefined : connectionTo(settings, settings.registry, hooks);
  const host = connection === undefined ? undefined : await openHost(connection);
  try {
    const run: ReclaimRun = { settings, hooks, storage, host };
    const { collection } = settings;
    return collection === undefined || host === undefined || connection === undefined
      ? await sweepAlone(run)
      : await sweepAndCollect(run, { collection, host, connection });
  } finally {
    host?.close();
    storage?.close();
  }
}

/** A reclaim under way, with what it has opened. */
interface ReclaimRun {
  readonly settings: ReclaimSettings;
  readonly hooks: ReclaimHooks;
  readonly storage: Storage | undefined;
  readonly host: RegistryHost | undefined;
}

async function sweepAlone(run: ReclaimRun): Promise<ReclaimResult> {
  const isDryRun = run.settings.dryRun;
  const swept = await runSweep(run, guardOf(run), run.hooks.stop);
  return { isDryRun, ...(swept === undefined ? {} : { sweep: swept }) };
}

/** The registry whose garbage is collected, and how. */
interface CollectedRegistry {
  readonly collection: CollectionSettings;
  readonly host: RegistryHost;
  readonly connection: ConnectOptions;
}

async function sweepAndCollect(
  run: ReclaimRun,
  { collection, host, connection }: CollectedRegistry,
): Promise<ReclaimResult> {
  const { settings, storage } = run;
  const isDryRun = settings.dryRun;
  const isContainer = collection.by.kind === "container";
  let swept: SweepOutcome | undefined;
  if (!isContainer || isDryRun) swept = await runSweep(run, guardOf(run), run.hooks.stop);
  const sweepWhileDown = async (signal: AbortSignal): Promise<void> => {
    swept = await runSweep(run, () => assertDown(host), signal);
    if (swept?.stopped !== undefined) throw swept.stopped;
    const endangered = endangeredBy(swept);
    if (endangered !== undefined) throw endangered;
  };
  const error = isContainer ? undefined : endangeredBy(swept);
  if (swept !== undefined && error !== undefined) {
    return { isDryRun, collection: { kind: "failed", error }, sweep: swept };
  }
  const registry = await openRegistry({ ...connection, rights: ["pull"] });
  try {
    const outcome = await collectWith(run, {
      settings: collection,
      registry,
      host,
      ...(isContainer && !isDryRun && storage !== undefined
        ? {
            sweep: sweepWhileDown,
            proveStorage: async (site, repositories) => {
              if (!(await isOwnStorage(storage, site))) await proveServes(storage, host, repositories);
            },
          }
        : {}),
    });
    return { isDryRun, collection: outcome, ...(swept === undefined ? {} : { sweep: swept }) };
  } finally {
    registry.close();
  }
}

/** Returns the error of a storage whose collection would take what a tag needs; `undefined` where the sweep saw none such. */
function endangeredBy(swept: SweepOutcome | undefined): PruneError | undefined {
  for (const { repository, endangered } of swept?.unsure ?? []) {
    const [first] = endangered ?? [];
    if (first !== undefined) return wouldTake(repository, first);
  }
  return undefined;
}

function wouldTake(repository: string, why: string): PruneError {
  return new PruneError(
    `garbage-collect would take what is kept in ${repository}: ${why}; nothing was collected`,
    "Push such images again (docker pull, docker push), which links them where the collection looks, or delete their tags.",
  );
}

function guardOf({ host, storage, settings }: ReclaimRun): () => Promise<void> {
  // Without a registry it is the user's own word (offline) that none runs.
  if (host === undefined || storage === undefined) return () => Promise.resolve();
  return readOnlyGuard({ host, storage, hasCommand: settings.collection?.by.kind === "command" });
}

async function collectWith(
  { settings, hooks, storage }: ReclaimRun,
  job: Pick<CollectionJob, "settings" | "registry" | "host" | "sweep" | "proveStorage">,
): Promise<CollectionOutcome> {
  return collect({
    ...job,
    concurrency: settings.concurrency,
    pruned: [],
    known: new Map(),
    isDryRun: settings.dryRun,
    ...(storage === undefined
      ? {}
      : {
          isCompared: true,
          freeBytes: storage.freeBytes,
          measure: (blobs) => measureEach(blobs, storage.blobBytes, STORAGE_READS),
        }),
    hooks,
  });
}

async function runSweep(
  { settings, hooks, storage }: ReclaimRun,
  assertUnused: () => Promise<void>,
  stop: AbortSignal | undefined,
): Promise<SweepOutcome | undefined> {
  if (settings.sweep === undefined || storage === undefined) return undefined;
  const limits: SweepSettings = settings.sweep;
  hooks.say({ kind: "sweep-started", storage: storage.name, isDryRun: settings.dryRun });
  const outcome = await sweep(storage, {
    now: Date.now(),
    uploadsOlderThan: limits.uploadsOlderThan,
    untaggedOlderThan: limits.untaggedOlderThan,
    dryRun: settings.dryRun,
    assertNoWrites: assertUnused,
    stop,
  });
  hooks.say({ kind: "sweep-ended", outcome, isDryRun: settings.dryRun });
  return outcome;
}
