import { type Budget, decide } from "./decide.js";
import { PruneError } from "./errors.js";
import { contents, type Snapshot } from "./graph.js";
import { type Notice, noticesOf } from "./notice.js";
import { orderDeletions } from "./order-deletions.js";
import type { SpareReason } from "./outcome.js";
import type { RetentionPolicy } from "./policy.js";
import type { Digest, RepositoryName, Tag } from "./reference.js";
import { standings } from "./retention.js";
import { type UntaggedVerdict, untaggedVerdicts } from "./untagged.js";
import { goes, type UntagBy, type Verdict } from "./verdict.js";
import { subjectOf } from "./version.js";

/** One manifest that goes, with every tag that goes with it (none for an index's child). */
export interface ManifestDeletion {
  readonly kind: "manifest";
  readonly digest: Digest;
  readonly tags: readonly Tag[];
  /** What of this plan it belongs to, as a child or as a referrer: it goes only after they have gone. */
  readonly parents: readonly Digest[];
  /** Deletions earlier in the list that are to be over, one way or the other, before it starts. */
  readonly after: readonly Digest[];
  /** It goes because these are not there: they must not have come back. */
  readonly orphanOf: readonly Digest[];
}

/** One tag that goes and leaves its image. `digest` is what it points at; absent where it dangles. */
export interface TagDeletion {
  readonly kind: "tag";
  readonly tags: readonly [Tag];
  readonly digest?: Digest;
  readonly by: UntagBy;
  /** What of this plan it belongs to, as a referrer: it goes only after that has gone. */
  readonly parents: readonly Digest[];
}

export type Deletion = ManifestDeletion | TagDeletion;

/** What is decided about a repository. */
export interface Plan {
  readonly repository: RepositoryName;
  /** One for every listed tag, in the order decided: by group, newest first. */
  readonly verdicts: readonly Verdict[];
  /** What somebody is to look at. */
  readonly notices: readonly Notice[];
  /** How the repository's size stands to its budget, where it has one. */
  readonly budget?: Budget;
  /**
   * What to delete, in the order to do it: oldest image first, an index before its children (a pull in between must not find half an image) and those
   * before what refers to them, a tag after its victims `tag-…` and `tag.…` (beside which Distribution 2.8 on S3 leaves it listed), tags by themselves last.
   */
  readonly deletions: readonly Deletion[];
  /** What a kept image contains and the registry did not have, before anything was deleted. */
  readonly missing: readonly Digest[];
  /** Deletions of a plan that is carried out which no longer stand. */
  readonly skipped: readonly Skipped[];
  /** What is decided about each image without a tag that nothing reaches, oldest first; none where the registry lists no such images. */
  readonly untagged: readonly UntaggedVerdict[];
  /** Image configurations that were not read, and whose date could keep something, or order it: what they could keep stays. */
  readonly unread: readonly Digest[];
}

export interface Skipped {
  readonly deletion: Deletion;
  readonly reason: SpareReason;
}

/**
 * Decides about every tag of a snapshot, and orders the deletions.
 * @throws {PruneError} where the repository would be left without an image and the policy does not allow that
 */
export function plan(snapshot: Snapshot, policy: RetentionPolicy): Plan {
  const ranks = standings(snapshot, policy);
  const decision = decide(ranks.places, snapshot, policy);
  const { verdicts, budget } = decision;
  refuseEmpty(verdicts, policy);
  return {
    repository: snapshot.repository,
    verdicts,
    notices: noticesOf(ranks, decision),
    ...(budget === undefined ? {} : { budget }),
    deletions: orderDeletions(decision, snapshot, ranks.newestFirst),
    missing: missingOf(verdicts, snapshot),
    skipped: [],
    untagged: untaggedVerdicts(snapshot, policy, decision.doomed),
    unread: [...new Set([...ranks.unread, ...decision.unread])],
  };
}

/** Refuses verdicts that leave no image with a tag of its own. @throws {PruneError} */
export function refuseEmpty(verdicts: readonly Verdict[], policy: Pick<RetentionPolicy, "allowEmpty">): void {
  const refusal = refusalOf(verdicts, policy);
  if (refusal !== undefined) throw refusal;
}

/** Why verdicts are refused that leave no image with a tag of its own, where that is not allowed; signatures and attachments don't count. */
export function refusalOf(
  verdicts: readonly Verdict[],
  { allowEmpty }: Pick<RetentionPolicy, "allowEmpty">,
): PruneError | undefined {
  const isImage = ({ kind, tag, digest }: Verdict): boolean =>
    kind === "keep" && digest !== undefined && subjectOf(tag) === undefined;
  const hasVictims = verdicts.some((verdict) => goes(verdict) && verdict.digest !== undefined);
  if (allowEmpty || !hasVictims || verdicts.some(isImage)) return undefined;
  return new PruneError(
    "it would be left without a tag, so nothing is deleted there",
    "Keep at least one image (keep), or say that the repository may end empty (allow-empty: true).",
  );
}

/** What the images of kept tags contain and the registry did not have. */
export function missingOf(verdicts: readonly Verdict[], { manifests, missing }: Snapshot): readonly Digest[] {
  const kept = verdicts.flatMap(({ kind, digest }) =>
    kind === "keep" && digest !== undefined ? [digest] : [],
  );
  const parts = contents(kept, manifests);
  return [...missing].filter((digest) => parts.has(digest));
}

/** What would make a plan more certain, and the snapshot does not say. */
export interface Questions {
  /** Whether the registry deletes a tag by itself. */
  readonly untags: boolean;
  /** What the registry has without a tag. */
  readonly untagged: boolean;
  /** What refers to these. */
  readonly referrersOf: readonly Digest[];
  /** What these image configurations say of when their images were created. */
  readonly datesIn: readonly Digest[];
}

/** What to find out before a plan is final; nothing where all are empty. */
export function questionsOf(
  { verdicts, deletions, unread }: Plan,
  snapshot: Snapshot,
  policy: RetentionPolicy,
): Questions {
  const wantsUntag = ({ kind, reason }: Verdict): boolean =>
    kind === "keep" &&
    (reason.kind === "shares-digest" || (reason.kind === "dangling" && policy.dangling === "delete"));
  // A part of what goes may be a part of what has no tag and stays; and what has none has its size.
  const wantsUntagged =
    deletions.length > 0 || policy.untaggedOlderThan !== undefined || policy.maxSize !== undefined;
  return {
    untagged: snapshot.untagged === undefined && wantsUntagged,
    // Where tags are written over, the registry's own way is still the better one.
    untags:
      snapshot.untags === undefined &&
      policy.untag !== "never" &&
      verdicts.some((verdict) => verdict.kind === "untag" || wantsUntag(verdict)),
    referrersOf: snapshot.listsReferrers === false ? [] : unaskedOf(deletions, snapshot),
    datesIn: unread,
  };
}

/** The manifests that go and of which nobody has asked what refers to them. */
function unaskedOf(deletions: readonly Deletion[], { referrers }: Snapshot): readonly Digest[] {
  return deletions
    .filter((deletion) => deletion.kind === "manifest")
    .map(({ digest }) => digest)
    .filter((digest) => !referrers.has(digest));
}
