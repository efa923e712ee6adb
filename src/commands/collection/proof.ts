import { PruneError } from "../../core/base/errors.js";
import type { Harm } from "../../core/plan/outcome.js";
import { type CollectionJob, tellStep } from "./job.js";
import { type Presence, brokenTags, lostParts, partAmong, readPresence } from "../../run/verify/integrity.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";

/** The state after a collection. */
export interface Comparison {
  readonly harm: readonly (Harm & { readonly repository: string })[];
  /** The number of tags of which every part answers. */
  readonly proven: number;
  /** The tags that could not be pulled whole before either, as `repository:tag`. */
  readonly broken: readonly string[];
}

/** A comparison of repositories before a collection with the same after it. */
export interface Proof {
  readonly scope: {
    /** The repositories that can't be looked at. */
    readonly unproven: readonly string[];
  };
  /** Returns a part of a tag that is among these blobs, and its tag; `undefined` if no tag needs any of them. */
  readonly neededOf: (blobs: readonly Digest[]) => NeededPart | undefined;
  /** Looks again. @throws {RegistryError | UnsureError} where the registry does not answer for certain */
  readonly compare: () => Promise<Comparison>;
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
    scope: { unproven },
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
      const broken: string[] = [];
      let proven = 0;
      for (const presence of before) {
        const { repository } = presence;
        const after = await readPresence(job, repository);
        const lost = lostParts(presence, after);
        harm.push(...lost.map((one) => ({ ...one, repository })));
        const harmed = new Set(lost.map(({ tag }) => tag));
        const bad = brokenTags(after);
        broken.push(...bad.filter(({ tag }) => !harmed.has(tag)).map(({ tag }) => `${repository}:${tag}`));
        proven += after.tags.size - bad.length;
      }
      return { harm, proven, broken };
    },
  };
}
