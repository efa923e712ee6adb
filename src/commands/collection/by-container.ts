import {
  type CollectionOutcome,
  type CollectionReport,
  freedBy,
  type Freed,
  collectionSkipReason,
} from "../../core/result/collection.js";
import { PruneError } from "../../core/base/errors.js";
import { type Digest, isRepositoryName } from "../../core/names/reference.js";
import {
  type BlobSizes,
  freeBytes,
  measureBlobs,
  measureEach,
  rootOnThisMachine,
  sumOf,
} from "../../disk/container/blob-sizes.js";
import { releaseLock, takeLock } from "../../disk/container/lock.js";
import { lockName, lookName } from "../../disk/container/names.js";
import {
  CollectionFailedError,
  type CollectionRun,
  createOneOff,
  removeOneOff,
  runOneOff,
} from "../../disk/container/one-off.js";
import { inspectContainer, type RegistrySite } from "../../disk/container/site.js";
import { openSite } from "../../disk/container/open-site.js";
import { startAgain, StillStoppedError, whileStopped } from "../../disk/container/stopped.js";
import type { CollectionSettings } from "../../settings/read/collection.js";
import { beginProof } from "./proof.js";
import { requirePruned, NOTHING, limitTime, tellStep, skipped, type CollectionJob } from "./job.js";

type ByContainer = Extract<CollectionSettings["by"], { readonly kind: "container" }>;

// The time for all but the two runs of the collection: to stop, to start, to look at what is kept.
const BESIDES_MS = 15 * 60_000;

/**
 * Looks at what is garbage beside the running registry; where there is enough of it, stops the registry, collects in a container beside it, starts it
 * again in every case, and proves that what is kept is whole.
 */
export async function collectByContainer(job: CollectionJob, by: ByContainer): Promise<CollectionOutcome> {
  const { hooks, settings } = job;
  const site = await openSite(by.name);
  hideSecrets(site, hooks.onSecret);
  hooks.willStop?.(site.container.name);
  const { wasRecovered } = await takeLock(site, {
    run: hooks.run,
    longest: 2 * settings.timeout + BESIDES_MS,
    onWait: () => {
      tellStep(job)({ kind: "waiting", container: by.name });
    },
    signal: hooks.stop,
  });
  const time = limitTime(job);
  const release = (): Promise<void> => releaseLock(site.engine, site.container.name, hooks.run);
  try {
    await ensureRunning(job, site, wasRecovered);
    const outcome = await collectLocked({ job, by, site, signal: time.signal });
    await release();
    return outcome;
  } catch (error) {
    // A lock that is left behind tells the next run to start the registry.
    if (!(error instanceof StillStoppedError)) await release();
    throw error;
  } finally {
    time.end();
  }
}

function hideSecrets({ container }: RegistrySite, onSecret: (secret: string) => void): void {
  for (const entry of container.env) {
    const [, value = ""] = /^[^=]*(?:SECRET|PASSWORD|KEY|TOKEN)[^=]*=(.+)$/is.exec(entry) ?? [];
    if (value !== "") onSecret(value);
  }
}

async function ensureRunning(job: CollectionJob, site: RegistrySite, wasRecovered: boolean): Promise<void> {
  const { engine } = site;
  const { name, isRunning } = await inspectContainer(engine, site.container.id);
  if (wasRecovered) tellStep(job)({ kind: "recovered", container: name });
  if (isRunning) return;
  if (!wasRecovered) {
    throw new PruneError(
      `the container ${name} does not run, and it is not known whether it should`,
      `Start it (${engine.program} start ${name}) and run again.`,
    );
  }
  await startAgain({ engine, name, host: job.host, say: tellStep(job) });
}

interface Locked {
  readonly job: CollectionJob;
  readonly by: ByContainer;
  readonly site: RegistrySite;
  readonly signal: AbortSignal;
}

async function collectLocked(locked: Locked): Promise<CollectionOutcome> {
  const { job, by, site } = locked;
  const seen = await lookBeforeSweep(locked);
  const { blobs, repositories } = seen.kind === "empty" ? NOTHING : seen.report;
  const garbage = sumOf(blobs, job.known, seen.sizes);
  const known = garbage.isWhole ? { bytes: garbage.bytes } : {};
  tellStep(job)({ kind: "looked", blobs: blobs.length, ...known });
  const why = collectionSkipReason({
    isEmpty: seen.kind === "empty",
    isDryRun: job.isDryRun,
    isToldToStop: job.hooks.stop?.aborted === true,
    hasSweep: job.sweep !== undefined,
    blobs: blobs.length,
    // On S3 a registry has no word for a manifest that it has deleted: what can't be measured there is a few kilobytes, and no disk is full.
    ...(site.storage.location.kind === "other" ? { bytes: garbage.bytes } : known),
    ...(by.minimum === undefined ? {} : { minimum: by.minimum }),
  });
  if (why !== undefined) return skipped(why, known.bytes);
  const proof = await beginProof(job, repositories.filter(isRepositoryName));
  const done = await collectWhileStopped(locked, seen);
  return { ...done, restarted: true, ...proof.scope, ...(await proof.compare()) };
}

/** Looks for garbage. Where the collection fails on something that the sweep may take away, there is no garbage that is known before that. */
async function lookBeforeSweep(locked: Locked): Promise<Seen> {
  const { job } = locked;
  try {
    return await look(locked);
  } catch (error) {
    if (!(error instanceof CollectionFailedError) || job.sweep === undefined || job.isDryRun) throw error;
    return { kind: "report", report: NOTHING, sizes: new Map() };
  }
}

function collectWhileStopped(locked: Locked, seen: Seen): Promise<Done> {
  const { job, site } = locked;
  const registry = {
    engine: site.engine,
    name: site.container.name,
    host: job.host,
    say: tellStep(job),
    stop: job.hooks.stop,
  };
  return whileStopped(registry, (signal) =>
    collectStopped({ ...locked, signal: AbortSignal.any([signal, locked.signal]) }, seen),
  );
}

/** The garbage that a look found, and the sizes of those blobs whose size is not known otherwise. */
type Seen = CollectionRun & { readonly sizes: BlobSizes };

/** Looks for garbage by a dry run beside the registry, which may be running: its volumes are mounted read-only. */
async function look({ job, site, signal }: Locked): Promise<Seen> {
  const { engine } = site;
  const name = lookName(site.container.name);
  // Only the lock's holder makes it, so one that is there was left behind.
  await removeOneOff(engine, name);
  try {
    await createOneOff(site, { name, isDryRun: true, labels: {} });
    const collected = await runOneOff(engine, name, signal);
    if (collected.kind === "empty") {
      requirePruned(job, NOTHING);
      return { ...collected, sizes: new Map() };
    }
    const { report } = collected;
    requirePruned(job, report);
    const unknown = report.blobs.filter((blob) => !job.known.has(blob));
    return { ...collected, sizes: await measure({ job, site }, report, unknown) };
  } finally {
    await removeOneOff(engine, name);
  }
}

async function measure(
  { job, site }: Pick<Locked, "job" | "site">,
  report: CollectionReport,
  blobs: readonly Digest[],
): Promise<BlobSizes> {
  if (job.measure !== undefined) return job.measure(blobs);
  if (site.storage.location.kind === "filesystem") return measureBlobs(site, blobs);
  // On S3 and its like, only the registry knows; a blob is asked for where it may be linked.
  const repositories = [...new Set([...job.pruned, ...report.repositories.filter(isRepositoryName)])];
  const ask = async (blob: Digest): Promise<number | undefined> => {
    for (const repository of repositories) {
      const bytes = await job.host.measureBlob(repository, blob);
      if (bytes !== undefined) return bytes;
    }
    return undefined;
  };
  return measureEach(blobs, ask, job.concurrency);
}

interface Done {
  readonly kind: "collected";
  readonly blobs: number;
  readonly freed?: Freed;
}

async function collectStopped(locked: Locked, before: Seen): Promise<Done> {
  const { job, site, signal } = locked;
  let seen = before;
  if (job.sweep !== undefined) {
    await job.sweep(signal);
    // There may be more garbage now.
    seen = await look(locked);
  }
  const blobs = seen.kind === "empty" ? [] : seen.report.blobs;
  const root = await rootOnThisMachine(site, blobs);
  tellStep(job)({ kind: "collecting" });
  const freeBefore = root === undefined ? undefined : await freeBytes(root);
  const collected = await runOneOff(site.engine, lockName(site.container.name), signal);
  if (collected.kind === "empty") return { kind: "collected", blobs: 0 };
  requirePruned(job, collected.report);
  const gone = collected.report.blobs;
  const grown = root === undefined ? 0 : (await freeBytes(root)) - (freeBefore ?? 0);
  return { kind: "collected", blobs: gone.length, ...freedBy(grown, sumOf(gone, job.known, seen.sizes)) };
}
