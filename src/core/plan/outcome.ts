import type { PruneError } from "../base/errors.js";
import type { Deletion } from "./deletion.js";
import type { Digest, Tag } from "../names/reference.js";
import type { SpareReason } from "../policy/skip-reason.js";

/** The outcome of one planned deletion. `gone`: somebody else had deleted it. */
export type DeletionOutcome = {
  readonly deletion: Deletion;
  /** Those of its tags that this run had deleted by themselves before, whatever became of the image. */
  readonly untagged?: readonly Tag[];
} & (
  | { readonly kind: "deleted" | "gone" }
  /** `isUndone`: for certain nothing was deleted: the registry refused it in its own words, or what was to go was seen afterwards. */
  | { readonly kind: "failed"; readonly error: PruneError; readonly isUndone?: true }
  | { readonly kind: "spared"; readonly reason: SpareReason }
);

/** True if the run ended before the turn of this deletion. */
function isUnfinished(outcome: DeletionOutcome): boolean {
  return (
    outcome.kind === "spared" && (outcome.reason.kind === "stopped" || outcome.reason.kind === "time-limit")
  );
}

/** True if this run deleted tags of an image, meant to delete the image next, and did not: only the journal knows of the image now. */
export function isLeftUntagged(outcome: DeletionOutcome): boolean {
  return outcome.untagged !== undefined && (isUnfinished(outcome) || outcome.kind === "failed");
}

/**
 * Returns the outcomes of what belongs to something that is gone and is there itself, because its deletion failed or the run ended: no policy finds it again, only a
 * run with the journal.
 */
export function strandedIn(outcomes: readonly DeletionOutcome[]): readonly DeletionOutcome[] {
  const gone = new Set<Digest>();
  for (const { kind, deletion } of outcomes) {
    if (deletion.kind === "manifest" && (kind === "deleted" || kind === "gone")) gone.add(deletion.digest);
  }
  return outcomes.filter(
    (outcome) =>
      (outcome.kind === "failed" || isUnfinished(outcome)) &&
      outcome.deletion.kind === "manifest" &&
      outcome.deletion.parents.some((parent) => gone.has(parent)),
  );
}

/** A note on a tag that is not as the plan wants it after the run. */
export type TagNote =
  /** Listed, and its manifest is not there. */
  | { readonly kind: "dangling"; readonly tag: Tag }
  /** Somebody else pointed it at another image, which is whole. */
  | { readonly kind: "moved"; readonly tag: Tag; readonly to: Digest }
  /** It names the empty index that this run, or another one, wrote over it in order to delete it. */
  | { readonly kind: "half-untagged"; readonly tag: Tag }
  /** Somebody else deleted it. */
  | { readonly kind: "removed"; readonly tag: Tag }
  /** The registry said that it deleted it, and it is still there. */
  | { readonly kind: "still-there"; readonly tag: Tag }
  /** It was to stay, this run's deletion of a shorter name took it along, and this run put it back. */
  | { readonly kind: "put-back"; readonly tag: Tag };

/** A tag that was to stay and is not whole any more. */
export type Harm =
  /** Its own manifest is missing, or a part of its image that was there before. */
  | { readonly kind: "part-missing"; readonly tag: Tag; readonly missing: Digest }
  /** It is not listed, though the image that it named is there: somebody moved the tag onto an image that was deleted in that moment, or deleted the tag alone. */
  | { readonly kind: "tag-lost"; readonly tag: Tag; readonly image: Digest }
  /** It is gone with the image that it named last, and what others do does not explain that: somebody moved it while images were deleted, and one deletion took it along. */
  | { readonly kind: "image-lost"; readonly tag: Tag; readonly image: Digest };
