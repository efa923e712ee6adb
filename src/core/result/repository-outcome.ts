import type { ByteCount } from "../image/bytes.js";
import type { Plan } from "../plan/plan.js";
import type { DeletionOutcome, TagNote, Harm } from "../plan/outcome.js";
import type { PruneError } from "../base/errors.js";
import type { Digest, Tag } from "../names/reference.js";

/** The bytes of each image that goes, by its digest: those that nothing which stays refers to. */
export type ImageSizes = Pick<ReadonlyMap<Digest, ByteCount>, "get">;

/** The reason why there was nothing to decide about. */
export type NothingReason =
  | "unknown-repository"
  | "no-tags"
  /** No rule of the policy is for it. */
  | "no-rule"
  /** The catalog has it, as it has every repository that was emptied. */
  | "left-empty"
  /** No repository of the catalog matches the pattern. */
  | "no-match";

/** Nothing was there to decide about. */
export interface NothingOutcome {
  readonly kind: "nothing";
  readonly repository: string;
  readonly why: NothingReason;
  /** A repository, or a pattern, that is there and may have been meant. */
  readonly near?: string;
}

/** The result of a run for one repository. `repository` is `host/repository`. */
export type RepositoryOutcome =
  | NothingOutcome
  /** Nothing was decided, or the decision was not carried out at all. */
  | {
      readonly kind: "failed";
      readonly repository: string;
      readonly plan?: Plan;
      readonly sizes?: ImageSizes;
      readonly error: PruneError;
      /** True if the registry does not know it, and that is to be an error. */
      readonly isMissing?: true;
    }
  /** Decided, and not to be carried out. */
  | {
      readonly kind: "planned";
      readonly repository: string;
      readonly plan: Plan;
      /** Bytes that garbage collection could free after it. */
      readonly reclaimable: ByteCount;
      readonly sizes: ImageSizes;
    }
  | {
      readonly kind: "applied";
      readonly repository: string;
      readonly plan: Plan;
      readonly deletions: readonly DeletionOutcome[];
      /** Tags of the plan that are gone now, in the order decided; where the last look failed, those that the registry's answers say are. */
      readonly deleted: readonly Tag[];
      /** The tags whose deletion was tried, in the order decided, if the last look failed: nothing proves that they are gone, or that they are not. */
      readonly unproven?: readonly Tag[];
      readonly notes: readonly TagNote[];
      readonly harm: readonly Harm[];
      /** Bytes that garbage collection can free of what was deleted. */
      readonly reclaimable: ByteCount;
      /** The sizes as they were planned. */
      readonly sizes: ImageSizes;
      /** The error that stopped the run before the end of the plan, or that kept it from checking what it had done. */
      readonly stopped?: PruneError;
    };
