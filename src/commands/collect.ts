import {
  type CollectionOutcome,
  type CollectionReport,
  notCollected,
  type SkipReason,
} from "../core/collection.js";
import { PruneError } from "../core/errors.js";
import type { CollectionStep, Say } from "../core/event.js";
import type { Harm } from "../core/outcome.js";
import type { Digest, RepositoryName } from "../core/reference.js";
import type { BlobSizes } from "../disk/blob-sizes.js";
import type { CollectionSettings } from "../settings/read-collection.js";
import type { RegistryHost } from "../registry/host.js";
import type { Registry } from "../registry/registry.js";
import { lostParts, type Presence, readPresence } from "../run/presence.js";
import { collectByCommand } from "./collect-by-command.js";
import { collectByContainer } from "./collect-by-container.js";

/** One collection, and all that it takes. */
export interface CollectionJob {
  readonly settings: CollectionSettings;
  readonly registry: Registry;
  readonly host: RegistryHost;
  readonly concurrency: number;
  /** Repositories in which this run deleted something: a collection must go through them. */
  readonly pruned: readonly RepositoryName[];
  /** Bytes of blobs that this run has read of. */
  readonly known: BlobSizes;
  /** Looks at what is garbage, and stops and collects nothing. */
  readonly isDryRun: boolean;
  /** What else is to be done while the registry is down, before its garbage is collected. */
  readonly sweep?: (signal: AbortSignal) => Promise<void>;
  /** Bytes that the registry's file system has free, where that is known otherwise than through its container. */
  readonly freeBytes?: () => Promise<number | undefined>;
  /** Measures blobs, where that is possible otherwise than through the registry's container. */
  readonly measure?: (blobs: readonly Digest[]) => Promise<BlobSizes>;
  readonly door: CollectionDoor;
}

/** What a collection needs of the door that it came in by. */
export interface CollectionDoor {
  readonly say: Say;
  /** Told every secret, for the log to mask. */
  readonly onSecret: (secret: string) => void;
  /** Aborted when the run is told to stop. */
  readonly stop?: AbortSignal;
  /** Names this run, so that whoever cleans up after it touches what it left alone. */
  readonly run: string;
  /** Told before a container may be stopped, for a step that runs after this process has been killed. */
  readonly willStop?: (container: string) => void;
}

/** Collects a registry's garbage. What goes wrong is its outcome. */
export async function collect(job: CollectionJob): Promise<CollectionOutcome> {
  const { settings, host, door } = job;
  const { by } = settings;
  door.say({ kind: "collection-started", host: host.name, by: by.kind });
  const outcome = await (
    by.kind === "container" ? collectByContainer(job, by) : collectByCommand(job, by.script)
  ).catch((error: unknown): CollectionOutcome => {
    if (error instanceof PruneError) return { kind: "failed", error };
    throw error;
  });
  door.say({ kind: "collection-ended", outcome });
  return outcome;
}

export function skipped(why: SkipReason, garbage?: number): CollectionOutcome {
  return { kind: "skipped", why, ...(garbage === undefined ? {} : { garbage }) };
}

/** Says one step of a collection. */
export function tellStep({ door }: CollectionJob): (step: CollectionStep) => void {
  return (step) => door.say({ kind: "collection-step", step });
}

/** The run's own stop, or the end of the time that a collection may take, whichever is first. `end` lets go of the clock. */
export function limitTime({ settings, door }: CollectionJob): {
  readonly signal: AbortSignal;
  readonly end: () => void;
} {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(
      new PruneError(
        `the collection took longer than gc-timeout (${settings.timeout / 1000} s)`,
        "It was ended. What is not collected now is collected the next time; allow it more time in gc-timeout.",
      ),
    );
  }, settings.timeout);
  const signals = [controller.signal, ...(door.stop === undefined ? [] : [door.stop])];
  return {
    signal: AbortSignal.any(signals),
    end: () => {
      clearTimeout(timer);
    },
  };
}

/** What can be proven of repositories, before and after. */
export interface Proof {
  readonly scope: {
    /** Tags that are looked at. */
    readonly proven: number;
    /** Repositories that can't be. */
    readonly unproven: readonly string[];
  };
  /** Looks again. @throws {RegistryError | UnsureError} where the registry does not answer for certain */
  readonly compare: () => Promise<readonly (Harm & { readonly repository: string })[]>;
}

/**
 * Pulls every tag of these repositories in thought, to do so again afterwards. One that can't be read now, for want of a right or for damage that was there
 * before, is left out; this run's own is not.
 */
export async function beginProof(
  job: CollectionJob,
  repositories: readonly RepositoryName[],
): Promise<Proof> {
  const before: Presence[] = [];
  const unproven: RepositoryName[] = [];
  for (const repository of repositories) {
    try {
      before.push(await readPresence(job, repository));
    } catch (error) {
      if (!(error instanceof PruneError) || job.pruned.includes(repository)) throw error;
      unproven.push(repository);
    }
  }
  const tags = before.reduce((sum, presence) => sum + presence.tags.size, 0);
  tellStep(job)({ kind: "proving", when: "before", tags });
  return {
    scope: { proven: tags, unproven },
    compare: async () => {
      tellStep(job)({ kind: "proving", when: "after", tags });
      const harm = [];
      for (const presence of before) {
        const { repository } = presence;
        const lost = lostParts(presence, await readPresence(job, repository));
        harm.push(...lost.map((one) => ({ ...one, repository })));
      }
      return harm;
    },
  };
}

/** The report of a collection that had nothing to go through. */
export const NOTHING: CollectionReport = { repositories: [], blobs: [], isWhole: true };

/**
 * Sees to it that a collection went through all that this run pruned.
 * @throws {PruneError} where it did not: it works on another storage then
 */
export function requirePruned({ pruned }: CollectionJob, report: CollectionReport): void {
  const missed = notCollected(report, pruned);
  if (missed.length === 0) return;
  throw new PruneError(
    `the collection did not go through ${missed.join(", ")}, which this run pruned: it works on another storage, or with another configuration`,
    "Look at which configuration and volumes the collection runs with: they must be the registry's own.",
  );
}
