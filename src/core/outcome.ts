import type { ByteCount } from "./bytes.js";
import type { PruneError } from "./errors.js";
import type { Deletion, Plan } from "./plan.js";
import type { Digest, Tag } from "./reference.js";

/** Why a planned deletion was not tried. */
export type SpareReason =
  /** A tag that appeared or moved since the plan is, contains or refers to it, or something that refers to it appeared. */
  | { readonly kind: "now-needed-by"; readonly by: Tag | Digest }
  /** Its tags point elsewhere by now, so it is not what was decided about. */
  | { readonly kind: "tags-moved" }
  /** What it belongs to, an index or a subject, is still there. */
  | { readonly kind: "parent-stays"; readonly parent: Digest }
  /** What it refers to was gone, and is back. */
  | { readonly kind: "subject-is-back"; readonly subject: Digest }
  /** Somebody deleted it before this run. */
  | { readonly kind: "gone" }
  /** This run's references name it. */
  | { readonly kind: "just-pushed" }
  /** The tags that were to keep its image are gone or moved, so it is the last that does. */
  | { readonly kind: "last-tag" }
  /** The registry can't delete a tag by itself, or not any more. */
  | { readonly kind: "no-untag" }
  /** The run stopped before it. */
  | { readonly kind: "stopped" }
  /** The time that the run was given was over before it. */
  | { readonly kind: "time-limit" };

/** What became of one planned deletion. `gone`: somebody else had deleted it. */
export type DeletionOutcome = {
  readonly deletion: Deletion;
  /** Those of its tags that this run deleted by themselves before, whatever became of the image. */
  readonly untagged?: readonly Tag[];
} & (
  | { readonly kind: "deleted" | "gone" }
  | { readonly kind: "failed"; readonly error: PruneError }
  | { readonly kind: "spared"; readonly reason: SpareReason }
);

/** Whether the run ended before it was its turn. */
function isUnfinished(outcome: DeletionOutcome): boolean {
  return (
    outcome.kind === "spared" && (outcome.reason.kind === "stopped" || outcome.reason.kind === "time-limit")
  );
}

/** Whether it has lost tags to this run and was to be deleted then, and is not: only the journal knows of it. */
export function isBare(outcome: DeletionOutcome): boolean {
  return outcome.untagged !== undefined && (isUnfinished(outcome) || outcome.kind === "failed");
}

/** A tag after the run, where it is not as the plan wants it. */
export type TagNote =
  /** Listed, and its manifest is not there. */
  | { readonly kind: "dangling"; readonly tag: Tag }
  /** Somebody else pointed it at another image, which is whole. */
  | { readonly kind: "moved"; readonly tag: Tag; readonly to: Digest }
  /** Somebody else deleted it, and its image with it. */
  | { readonly kind: "removed"; readonly tag: Tag }
  /** The registry said that it deleted it, and it is still there. */
  | { readonly kind: "still-there"; readonly tag: Tag };

/** A tag that was to stay and is not whole any more. */
export type Harm =
  /** Its own manifest is missing, or a part of its image that was there before. */
  | { readonly kind: "part-missing"; readonly tag: Tag; readonly missing: Digest }
  /** It is not listed, though the image that it named is there: somebody moved it onto an image that was deleted in that moment. */
  | { readonly kind: "tag-lost"; readonly tag: Tag; readonly image: Digest };

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
  | { readonly kind: "failed"; readonly repository: string; readonly plan?: Plan; readonly error: PruneError }
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
