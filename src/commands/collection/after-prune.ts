import type { CollectionOutcome } from "../../core/result/collection.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { Digest } from "../../core/names/reference.js";
import type { Snapshot } from "../../core/image/graph.js";
import type { Blob } from "../../core/image/manifest.js";
import type { CollectionSettings } from "../../settings/read/collection.js";
import type { RegistryHost } from "../../registry/distribution/host.js";
import type { RegistryReader } from "../../registry/port/registry.js";
import { statusOf } from "../../report/run/result.js";
import type { RunResult } from "../../core/result/run-result.js";
import { type CollectionHooks, skipped } from "./job.js";

/** What a collection after a prune takes of the settings. */
export interface CollectingSettings {
  readonly collection?: CollectionSettings;
  readonly dryRun: boolean;
  readonly concurrency: number;
}

/** A repository that was planned for, as it was before and as it ended. */
export interface PrunedRepository {
  readonly snapshot: Snapshot;
  readonly outcome: RepositoryOutcome;
}

/** A prune that is over, as its collection needs it. */
export interface PrunedSite {
  readonly open: () => Promise<RegistryReader>;
  readonly host: RegistryHost;
  readonly result: RunResult;
  readonly pruned: readonly PrunedRepository[];
}

/**
 * Sees before anything is deleted that a container's garbage can be collected, and brings back a registry that a run which was killed left stopped.
 * @throws {PruneError} where it can't be collected
 */
export async function prepareCollection(
  { collection, dryRun }: CollectingSettings,
  host: RegistryHost,
  { say, stop }: CollectionHooks,
): Promise<void> {
  if (collection?.by.kind === "command") {
    const { refuseDeleteUntagged } = await import("./by-command.js");
    await refuseDeleteUntagged(collection.by.script, host);
  }
  if (collection?.by.kind !== "container") return;
  // Lazily, here and below: most prunes collect no garbage, and load nothing of it.
  const { openSite } = await import("../../disk/container/open-site.js");
  const { engine, container } = await openSite(collection.by.name);
  if (dryRun) return;
  const { recover } = await import("../../disk/container/recover.js");
  await recover({
    engine,
    name: container.name,
    host,
    stop,
    say: (step) => {
      say({ kind: "collection-step", step });
    },
  });
}

/** Collects what a prune deleted, unless it deleted nothing or failed: what a failed one deleted can still be put back. */
export async function collectAfterPrune(
  settings: CollectingSettings,
  site: PrunedSite,
  hooks: CollectionHooks,
): Promise<CollectionOutcome | undefined> {
  const { collection, concurrency, dryRun } = settings;
  if (collection === undefined) return undefined;
  if (dryRun) return skipped({ kind: "dry-run" });
  if (statusOf(site.result) !== "done") return skipped({ kind: "prune-failed" });
  const pruned = site.pruned.filter(({ outcome }) => hasDeleted(outcome));
  if (pruned.length === 0) return skipped({ kind: "nothing-deleted" });
  const { collect } = await import("./collect.js");
  return collect({
    settings: collection,
    registry: await site.open(),
    host: site.host,
    concurrency,
    pruned: pruned.map(({ snapshot }) => snapshot.repository),
    known: knownSizes(site.pruned),
    isDryRun: false,
    hooks,
  });
}

function hasDeleted(outcome: RepositoryOutcome): boolean {
  return outcome.kind === "applied" && outcome.deletions.some(({ kind }) => kind === "deleted");
}

function knownSizes(pruned: readonly PrunedRepository[]): ReadonlyMap<Digest, number> {
  const manifests = pruned.flatMap(({ snapshot }) => [...snapshot.manifests]);
  const named = manifests.flatMap(([digest, manifest]): readonly Blob[] => [
    { digest, ...(manifest.bytes === undefined ? {} : { bytes: manifest.bytes }) },
    ...(manifest.kind === "index" ? [] : (manifest.blobs ?? [])),
  ]);
  return new Map(
    named.flatMap(({ digest, bytes }) => (bytes === undefined ? [] : [[digest, bytes] as const])),
  );
}
