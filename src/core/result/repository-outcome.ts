import type { ByteCount } from "../image/bytes.js";
import type { Plan } from "../plan/plan.js";
import type { DeletionOutcome, TagNote, Harm } from "../plan/outcome.js";
import type { PruneError } from "../base/errors.js";
import type { Digest, Tag } from "../names/reference.js";

/** By the digest of each image that goes: its bytes, as far as nothing that stays refers to them. */
export type ImageSizes = Pick<ReadonlyMap<Digest, ByteCount>, "get">;

/** Why there was nothing to decide about. */
export type WhyNothing =
  | "unknown-repository"
  | "no-tags"
  /** No rule of the policy is for it. */
  | "no-rule"
  /** The catalog has it, as it has every repository that was emptied. */
  | "left-empty"
  /** No repository of the catalog matches the pattern. */
  | "no-match";

/** What a run did to one repository. `repository` is `host/repository`. */
export type RepositoryOutcome =
  /** Nothing was there to decide about. */
  | { readonly kind: "nothing"; readonly repository: string; readonly why: WhyNothing }
  /** Nothing was decided, or nothing of it was tried. */
  | {
      readonly kind: "failed";
      readonly repository: string;
      readonly plan?: Plan;
      readonly sizes?: ImageSizes;
      readonly error: PruneError;
    }
  /** Decided, and not to be carried out. */
  | {
      readonly kind: "planned";
      readonly repository: string;
      readonly plan: Plan;
      /** What garbage collection could free after it. */
      readonly reclaimable: ByteCount;
      readonly sizes: ImageSizes;
    }
  | {
      readonly kind: "applied";
      readonly repository: string;
      readonly plan: Plan;
      readonly deletions: readonly DeletionOutcome[];
      /** Tags of the plan that are gone now, in the order decided. */
      readonly deleted: readonly Tag[];
      readonly notes: readonly TagNote[];
      readonly harm: readonly Harm[];
      /** What garbage collection can free of what was deleted. */
      readonly reclaimable: ByteCount;
      /** As planned. */
      readonly sizes: ImageSizes;
      /** Why the run stopped before the end of the plan, or could not look at what it had done. */
      readonly stopped?: PruneError;
    };
