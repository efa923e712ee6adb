import type { CollectionStep, Say } from "../../core/result/event.js";
import type { CollectionSettings } from "../../settings/read/collection.js";
import type { ConnectOptions } from "../../registry/connection/connection.js";
import type { RegistryReader } from "../../registry/port/registry.js";
import type { RegistryHost } from "../../registry/distribution/host.js";
import type { BlobSizes } from "../../disk/container/blob-sizes.js";
import type { RegistrySite } from "../../disk/container/site.js";
import type { RepositoryName, Digest } from "../../core/names/reference.js";
import {
  type CollectionSkipReason,
  type CollectionOutcome,
  type CollectionReport,
  notCollected,
} from "../../core/result/collection.js";
import { exactDuration } from "../../core/base/duration.js";
import { PruneError } from "../../core/base/errors.js";

/** The parts of a collection that its door gives it. */
export interface CollectionHooks {
  readonly say: Say;
  /** Told every secret, for the log to mask. */
  readonly onSecret: (secret: string) => void;
  /** Told each host whose certificate is not looked at. */
  readonly onUnverified?: NonNullable<ConnectOptions["onUnverified"]>;
  /** Aborted when the run is told to stop. */
  readonly stop?: AbortSignal;
  /** Names this run, so that whoever cleans up after it touches what it left alone. */
  readonly run: string;
  /** Told before a container may be stopped, for a step that runs after this process has been killed. */
  readonly willStop?: (container: string) => void;
  /** Told the first thing that a listener throws: the run goes on without it. */
  readonly onBrokenListener?: (thrown: unknown) => void;
}

/** A collection: its settings, and the registry that it is of. */
export interface CollectionJob {
  readonly settings: CollectionSettings;
  readonly registry: RegistryReader;
  readonly host: RegistryHost;
  readonly concurrency: number;
  /** Repositories in which this run deleted something: a collection must go through them. */
  readonly pruned: readonly RepositoryName[];
  /** The bytes of blobs that this run has read of. */
  readonly known: BlobSizes;
  /** True if the garbage is looked at, and nothing is stopped or collected. */
  readonly isDryRun: boolean;
  /** Sweeps the storage while the registry is down, before its garbage is collected. A dry run has none. */
  readonly sweep?: (signal: AbortSignal) => Promise<void>;
  /** Rejects unless the storage that is swept is that of the registry, which has these repositories and runs. */
  readonly proveStorage?: (site: RegistrySite, repositories: readonly RepositoryName[]) => Promise<void>;
  /** True if a sweep has compared what a collection would take with what the tags need. */
  readonly isCompared?: boolean;
  /** Returns the free bytes of the registry's file system, where they are known otherwise than through its container. */
  readonly freeBytes?: () => Promise<number | undefined>;
  /** Measures blobs, where that is possible otherwise than through the registry's container. */
  readonly measure?: (blobs: readonly Digest[]) => Promise<BlobSizes>;
  readonly hooks: CollectionHooks;
}

export function skipped(why: CollectionSkipReason, garbage?: number): CollectionOutcome {
  return { kind: "skipped", why, ...(garbage === undefined ? {} : { garbage }) };
}

/** Says one step of a collection. */
export function tellStep({ hooks }: CollectionJob): (step: CollectionStep) => void {
  return (step) => hooks.say({ kind: "collection-step", step });
}

/** Makes a signal of the run's own stop, or of the end of the time that a collection may take, whichever is first. `end` stops the clock. */
export function limitTime({ settings, hooks }: CollectionJob): {
  readonly signal: AbortSignal;
  readonly end: () => void;
} {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new PruneError(
        `the collection took longer than gc-timeout (${exactDuration(settings.timeout)})`,
        "It was ended. What is not collected now is collected the next time; allow it more time in gc-timeout.",
      ),
    );
  }, settings.timeout);
  const signals = [controller.signal, ...(hooks.stop === undefined ? [] : [hooks.stop])];
  return {
    signal: AbortSignal.any(signals),
    end: () => {
      clearTimeout(timer);
    },
  };
}

/** The report of a collection that had nothing to go through. */
export const NOTHING: CollectionReport = { repositories: [], blobs: [], isWhole: true };

/**
 * Proves that a collection went through all that this run pruned.
 * @throws {PruneError} where it did not: then it works on another storage
 */
export function requirePruned({ pruned }: CollectionJob, report: CollectionReport): void {
  const missed = notCollected(report, pruned);
  if (missed.length === 0) return;
  throw new PruneError(
    `the collection did not go through ${missed.join(", ")}, which this run pruned: it works on another storage, or with another configuration`,
    "Look at which configuration and volumes the collection runs with: they must be the registry's own.",
  );
}
