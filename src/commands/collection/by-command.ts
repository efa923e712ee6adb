import pMap from "p-map";
import { type CollectionOutcome, type CollectionReport, freedBy } from "../../core/result/collection.js";
import { PruneError } from "../../core/base/errors.js";
import type { RepositoryName } from "../../core/names/reference.js";
import { sumOf } from "../../disk/container/blob-sizes.js";
import { runScript, type ScriptResult } from "../../disk/script/gc-command.js";
import type { RegistryHost } from "../../registry/distribution/host.js";
import { RegistryError } from "../../registry/port/registry.js";
import { beginProof, type Proof } from "./proof.js";
import { requirePruned, NOTHING, limitTime, tellStep, skipped, type CollectionJob } from "./job.js";

// Enough to see a cache that was not cleared, and few enough for a registry that hashes a password anew each time.
const MOST_PROBES = 200;

/** Runs the user's script, which stops the registry, collects and starts it, and looks at what it did. */
export async function collectByCommand(job: CollectionJob, script: string): Promise<CollectionOutcome> {
  if (job.isDryRun) return skipped({ kind: "dry-run" });
  if (job.hooks.stop?.aborted === true) return skipped({ kind: "told-to-stop" });
  await refuseDeleteUntagged(script, job.host);
  const before = await prove(job);
  if (job.isCompared !== true) tellStep(job)({ kind: "not-compared" });
  const time = limitTime(job);
  try {
    const freeBefore = await job.freeBytes?.();
    tellStep(job)({ kind: "collecting" });
    const result = await runScript(script, {
      host: job.host,
      signal: time.signal,
      onLine: (line) => {
        tellStep(job)({ kind: "script-line", line });
      },
    });
    const grown = freeBefore === undefined ? 0 : ((await job.freeBytes?.()) ?? 0) - freeBefore;
    return await judge({ job, ...before, grown }, result);
  } catch (error) {
    if (job.hooks.stop !== undefined && error === job.hooks.stop.reason) throw toldToStop();
    throw error;
  } finally {
    time.end();
  }
}

/**
 * Refuses a script that destroys multi-arch images: 2.x takes an index's children for untagged (measured; 3.x does not).
 * @throws {PruneError} where it would, or it can't be told whether it would
 */
export async function refuseDeleteUntagged(script: string, host: RegistryHost): Promise<void> {
  if (!/--delete-untagged\b|\bgarbage-collect\b[^;&|\n]*\s-m\b/.test(script)) return;
  if ((await host.major()) === 3) return;
  throw new PruneError(
    "gc-command says --delete-untagged, which destroys multi-arch images on Distribution 2.x, and this registry is not seen to be 3.x; it was not run",
    "Take it away. reclaim with storage and untagged-older-than removes untagged images on both, with all that tags need kept.",
  );
}

function toldToStop(): PruneError {
  return new PruneError(
    "told to stop while gc-command ran, so it was ended (SIGTERM)",
    "Look at whether the registry runs; a trap in the script starts it in every case.",
  );
}

/** Begins the proof of what this run pruned; else of everything that the registry lists, where it does list it. */
async function prove(job: CollectionJob): Promise<Pick<CommandRun, "proof" | "readable">> {
  const repositories = job.pruned.length > 0 ? job.pruned : await catalogue(job);
  if (repositories === undefined) return { proof: undefined, readable: [] };
  const proof = await beginProof(job, repositories);
  return { proof, readable: repositories.filter((name) => !proof.scope.unproven.includes(name)) };
}

async function catalogue({ host }: CollectionJob): Promise<readonly RepositoryName[] | undefined> {
  // A registry that its user has stopped, for a sweep, lists nothing.
  if ((await host.liveness()).kind === "down") return undefined;
  try {
    return await host.listRepositories();
  } catch (error) {
    const isRefusal =
      error instanceof RegistryError && ["unauthorized", "forbidden", "not-a-registry"].includes(error.kind);
    if (isRefusal) return undefined;
    throw error;
  }
}

interface CommandRun {
  readonly job: CollectionJob;
  readonly proof: Proof | undefined;
  /** The repositories that it is about, and that this user may read. */
  readonly readable: readonly RepositoryName[];
  /** By how many bytes the file system's free space grew; 0 where that is not known. */
  readonly grown: number;
}

const UNKNOWN = { bytes: 0, isWhole: false };

async function judge(run: CommandRun, result: ScriptResult): Promise<CollectionOutcome> {
  const { job, proof, grown } = run;
  const { report, isEmpty, wasDown, hasRefused } = result;
  if (isEmpty) {
    requirePruned(job, NOTHING);
    return skipped({ kind: "empty-registry" });
  }
  if (report.isWhole) requirePruned(job, report);
  if (!hasRefused) await refuseStaleCache(run, report);
  return {
    kind: "collected",
    ...(report.isWhole ? { blobs: report.blobs.length } : {}),
    ...freedBy(grown, report.isWhole ? sumOf(report.blobs, job.known) : UNKNOWN),
    restarted: wasDown,
    ...(proof?.scope ?? { unproven: [] }),
    ...((await proof?.compare()) ?? { harm: [] }),
  };
}

/**
 * Refuses a registry with a stale cache. One that was not restarted, and says that it has a blob which was just deleted, would take the next push of the blob and
 * lose it (measured).
 */
async function refuseStaleCache({ job, readable }: CommandRun, report: CollectionReport): Promise<void> {
  const probes = report.blobs.flatMap((blob) => readable.map((repository) => ({ repository, blob })));
  const found = await pMap(
    probes.slice(0, MOST_PROBES),
    ({ repository, blob }) => job.host.findBlob(repository, blob),
    { concurrency: job.concurrency },
  );
  if (found.every((blob) => blob === undefined)) return;
  throw new PruneError(
    "RESTART THE REGISTRY NOW: it was not restarted by gc-command, and still believes to have blobs that were collected; " +
      "a push that shares a layer with them would seem to succeed, and could not be pulled",
    "Let gc-command stop the registry before the collection and start it after.",
  );
}
