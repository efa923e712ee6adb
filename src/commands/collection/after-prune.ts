import type { CollectionOutcome } from "../../core/result/collection.js";
import type { Digest, Reference, RepositoryName } from "../../core/names/reference.js";
import type { CollectionSettings } from "../../settings/read/collection.js";
import type { RegistryHost } from "../../registry/distribution/host.js";
import { statusOf } from "../../report/run/result.js";
import type { RunResult } from "../../core/result/run-result.js";
import type { OpenRegistries } from "../deletion/access.js";
import { type CollectionHooks, skipped } from "./job.js";

/** The settings of a collection after a prune. */
export interface CollectingSettings {
  readonly collection?: CollectionSettings;
  readonly dryRun: boolean;
  readonly concurrency: number;
}

/** A prune that is over, and the registry that it was of. */
export interface PrunedSite {
  readonly registries: OpenRegistries;
  readonly first: Pick<Reference, "host" | "scheme">;
  readonly host: RegistryHost;
  readonly result: RunResult;
  /** The repositories in which something was deleted. */
  readonly pruned: readonly RepositoryName[];
  /** The bytes of blobs that were read of. */
  readonly known: ReadonlyMap<Digest, number>;
}

/**
 * Finds out, before anything is deleted, if the garbage can be collected, and starts a registry that a run which was killed left stopped.
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

/** Collects the garbage of a prune, unless it deleted nothing or failed: what a failed prune deleted can still be put back. */
export async function collectAfterPrune(
  settings: CollectingSettings,
  site: PrunedSite,
  hooks: CollectionHooks,
): Promise<CollectionOutcome | undefined> {
  const { collection, concurrency, dryRun } = settings;
  if (collection === undefined) return undefined;
  if (dryRun) return skipped({ kind: "dry-run" });
  if (statusOf(site.result) !== "done") return skipped({ kind: "prune-failed" });
  if (site.pruned.length === 0) return skipped({ kind: "nothing-deleted" });
  const { collect } = await import("./collect.js");
  const { registry } = await site.registries.at(site.first);
  return collect({
    settings: collection,
    registry,
    host: site.host,
    concurrency,
    pruned: site.pruned,
    known: site.known,
    isDryRun: false,
    hooks,
  });
}
