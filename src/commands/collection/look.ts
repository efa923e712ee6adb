import type { CollectionReport } from "../../core/result/collection.js";
import { type Digest, isRepositoryName } from "../../core/names/reference.js";
import { type BlobSizes, measureBlobs, measureEach } from "../../disk/container/blob-sizes.js";
import { lookName } from "../../disk/container/names.js";
import { type CollectionRun, createOneOff, removeOneOff, runOneOff } from "../../disk/container/one-off.js";
import type { RegistrySite } from "../../disk/container/site.js";
import type { CollectionSettings } from "../../settings/read/collection.js";
import { requirePruned, NOTHING, type CollectionJob } from "./job.js";

export type ByContainer = Extract<CollectionSettings["by"], { readonly kind: "container" }>;

/** A collection whose lock this run has. */
export interface Locked {
  readonly job: CollectionJob;
  readonly by: ByContainer;
  readonly site: RegistrySite;
  readonly signal: AbortSignal;
}

/** The garbage that a look found, and the sizes of those blobs whose size is not known otherwise. */
export type Seen = CollectionRun & { readonly sizes: BlobSizes };

/** Looks for garbage by a dry run beside the registry, which may be running: its volumes are mounted read-only. */
export async function look({ job, site, signal }: Locked): Promise<Seen> {
  const { engine } = site;
  const name = lookName(site.container.name);
  // Only the lock's holder makes it, so one that is there was left behind.
  await removeOneOff(engine, name);
  try {
    await createOneOff(site, { name, isDryRun: true, labels: {} });
    const collected = await runOneOff(engine, name, { signal });
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
