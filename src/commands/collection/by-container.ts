import {
  type CollectionOutcome,
  freedBy,
  type Freed,
  collectionSkipReason,
} from "../../core/result/collection.js";
import { PruneError } from "../../core/base/errors.js";
import { freeBytes, rootOnThisMachine, sumOf } from "../../disk/container/blob-sizes.js";
import { releaseLock, takeLock } from "../../disk/container/lock.js";
import { lockName } from "../../disk/container/names.js";
import { CollectionFailedError, runOneOff } from "../../disk/container/one-off.js";
import { inspectContainer, type RegistrySite } from "../../disk/container/site.js";
import { openSite } from "../../disk/container/open-site.js";
import { startAgain, StillStoppedError, whileStopped } from "../../disk/container/stopped.js";
import { proveBeforeStop, refuseNeeded } from "./before-stop.js";
import { requirePruned, NOTHING, limitTime, tellStep, skipped, type CollectionJob } from "./job.js";
import { type ByContainer, look, type Locked, type Seen } from "./look.js";
import type { Proof } from "./proof.js";

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

async function collectLocked(locked: Locked): Promise<CollectionOutcome> {
  const { job, by, site } = locked;
  const seen = await lookBeforeSweep(locked);
  const { blobs } = seen.kind === "empty" ? NOTHING : seen.report;
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
  if (why?.kind === "dry-run") await proveBeforeStop(locked, seen);
  if (why !== undefined) return skipped(why, known.bytes);
  const { proof, seen: last } = await proveBeforeStop(locked, seen);
  const done = await collectWhileStopped({ ...locked, proof }, last);
  return { ...done, restarted: true, ...proof.scope, ...(await proof.compare()) };
}

/** Looks for garbage. Where the collection fails on something that the sweep may take away, there is no garbage that is known before that. */
async function lookBeforeSweep(locked: Locked): Promise<Seen> {
  const { job } = locked;
  try {
    return await look(locked);
  } catch (error) {
    if (!(error instanceof CollectionFailedError) || job.sweep === undefined) throw error;
    return { kind: "report", report: NOTHING, sizes: new Map() };
  }
}

function collectWhileStopped(locked: Proven, seen: Seen): Promise<Done> {
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

interface Proven extends Locked {
  readonly proof: Proof;
}

interface Done {
  readonly kind: "collected";
  readonly blobs: number;
  readonly freed?: Freed;
}

async function collectStopped(locked: Proven, before: Seen): Promise<Done> {
  const { job, site, signal } = locked;
  let seen = before;
  if (job.sweep !== undefined) {
    await job.sweep(signal);
    // There may be more garbage now.
    seen = await look(locked);
  }
  const blobs = seen.kind === "empty" ? [] : seen.report.blobs;
  refuseNeeded(locked.proof, blobs);
  const root = await rootOnThisMachine(site, blobs);
  tellStep(job)({ kind: "collecting" });
  const freeBefore = root === undefined ? undefined : await freeBytes(root);
  const looked = seen.kind === "empty" ? undefined : seen.report;
  const collected = await runOneOff(site.engine, lockName(site.container.name), { signal, looked });
  if (collected.kind === "empty") return { kind: "collected", blobs: 0 };
  requirePruned(job, collected.report);
  const gone = collected.report.blobs;
  const grown = root === undefined ? 0 : (await freeBytes(root)) - (freeBefore ?? 0);
  return { kind: "collected", blobs: gone.length, ...freedBy(grown, sumOf(gone, job.known, seen.sizes)) };
}
