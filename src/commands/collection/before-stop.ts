import { PruneError } from "../../core/base/errors.js";
import { type Digest, isRepositoryName, type RepositoryName } from "../../core/names/reference.js";
import { proveIdentity } from "../../disk/container/proof/identity.js";
import { listStoredRepositories } from "../../disk/container/stored-repositories.js";
import { type CollectionJob, NOTHING, tellStep } from "./job.js";
import { look, type Locked, type Seen } from "./look.js";
import { beginProof, type Proof } from "./proof.js";

/** The proof of what is kept, and the garbage that was looked at last: no tag needs any of it. */
interface ProvenLook {
  readonly proof: Proof;
  readonly seen: Seen;
}

/**
 * Proves, before anything is stopped and in a dry run too, that the container is the registry that was named, that the storage which is swept is its own, and that no tag needs what the
 * collection is about to take.
 * @throws {PruneError} where one of these is not so, or can't be proven
 */
export async function proveBeforeStop(locked: Locked, seen: Seen): Promise<ProvenLook> {
  const { job, by, site } = locked;
  const { repositories, blobs } = reportOf(seen);
  const marked = repositories.filter(isRepositoryName);
  const known = await firstKnown(job, marked);
  await proveIdentity(site, {
    host: job.host,
    repository: known ?? NOBODYS,
    hasRepository: known !== undefined,
    isTrusted: by.isTrusted === true,
    ...(job.isDryRun
      ? {
          onUnproven: () => {
            tellStep(job)({ kind: "identity-open", container: site.container.name, host: job.host.name });
          },
        }
      : {}),
  });
  if (by.isTrusted !== true) await job.proveStorage?.(site, marked);
  // 2.8 passes over a repository without _layers, and takes what it has: its tags count all the same.
  const stored = await listStoredRepositories(site, blobs);
  const proof = await beginProof(job, [...new Set([...marked, ...stored.filter(isRepositoryName)])]);
  if (proof.neededOf(blobs) === undefined) return { proof, seen };
  // Somebody may have pushed meanwhile what was garbage when it was looked at.
  const again = await look(locked);
  refuseNeeded(proof, reportOf(again).blobs);
  return { proof, seen: again };
}

/**
 * Refuses a collection that would take what a tag needs.
 * @throws {PruneError} with the tag, and the part of it
 */
export function refuseNeeded(proof: Proof, blobs: readonly Digest[]): void {
  const needed = proof.neededOf(blobs);
  if (needed === undefined) return;
  const { repository, tag, part } = needed;
  throw new PruneError(
    `garbage-collect would take ${part}, which ${repository}:${tag} needs, so nothing was collected`,
    "The registry serves images that its own collection does not see, such as those that Distribution 2.1.0 wrote (their manifests are linked under _layers alone). " +
      "Push them again (docker pull, docker push), which links them where it looks, or delete the tags; until then, let nothing collect here.",
  );
}

// No registry has it, for nobody pushes to it.
const NOBODYS = madeUpName();

function madeUpName(): RepositoryName {
  const name = "prune-image-tags/made-up";
  if (isRepositoryName(name)) return name;
  throw new PruneError(`${name} is no repository's name`, "Report this as a bug.");
}

function reportOf(seen: Seen): Pick<typeof NOTHING, "repositories" | "blobs"> {
  return seen.kind === "empty" ? NOTHING : seen.report;
}

const MOST_ASKED = 20;

/** Returns a repository that the registry at the address knows too, those first in which this run deleted something. */
async function firstKnown(
  { registry, pruned }: CollectionJob,
  marked: readonly RepositoryName[],
): Promise<RepositoryName | undefined> {
  const [first] = pruned;
  if (first !== undefined) return first;
  for (const repository of marked.slice(0, MOST_ASKED)) {
    try {
      if ((await registry.listTags(repository)) !== undefined) return repository;
    } catch (error) {
      // One that this user may not read, or that is damaged.
      if (!(error instanceof PruneError)) throw error;
    }
  }
  return undefined;
}
