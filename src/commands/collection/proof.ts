import { PruneError } from "../../core/base/errors.js";
import type { Harm } from "../../core/plan/outcome.js";
import { type CollectionJob, tellStep } from "./job.js";
import { type Presence, partAmong, readPresence, lostParts } from "../../run/verify/integrity.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";

/** A comparison of repositories before a collection with the same after it. */
export interface Proof {
  readonly scope: {
    /** The number of tags that are looked at. */
    readonly proven: number;
    /** The repositories that can't be looked at. */
    readonly unproven: readonly string[];
  };
  /** Returns a part of a tag that is among these blobs, and its tag; `undefined` if no tag needs any of them. */
  readonly neededOf: (blobs: readonly Digest[]) => NeededPart | undefined;
  /** Looks again. @throws {RegistryError | UnsureError} where the registry does not answer for certain */
  readonly compare: () => Promise<readonly (Harm & { readonly repository: string })[]>;
}

/** A part of a tag. */
export interface NeededPart {
  readonly repository: RepositoryName;
  readonly tag: Tag;
  readonly part: Digest;
}

/**
 * Looks at every part of every tag of these repositories, to do so again afterwards. A repository that can't be read now, for want of a right or for damage that
 * was there before, is left out, unless this run pruned it.
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
    neededOf: (blobs) => {
      const taken = new Set(blobs);
      for (const presence of before) {
        const found = partAmong(presence, taken);
        if (found !== undefined) return { repository: presence.repository, ...found };
      }
      return undefined;
    },
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
