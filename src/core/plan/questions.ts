import type { RetentionPolicy } from "../policy/policy.js";
import type { Plan } from "./plan.js";
import type { Snapshot } from "../image/graph.js";
import type { Digest } from "../names/reference.js";
import type { Verdict } from "../policy/verdict.js";
import type { Deletion } from "./deletion.js";

/** The facts that would make a plan more certain and that the snapshot does not have. */
export interface Questions {
  /** True if it is to be found out that the registry can delete a tag by itself. */
  readonly untags: boolean;
  /** True if the registry's manifests without a tag are to be listed. */
  readonly untagged: boolean;
  /** The manifests whose referrers are to be listed. */
  readonly referrersOf: readonly Digest[];
  /** The image configurations whose creation date is to be read. */
  readonly datesIn: readonly Digest[];
  /** The configurations and layers whose size is to be asked for. */
  readonly sizesOf: readonly Digest[];
}

/** Returns the facts to find out before a plan is final; if all are empty, the plan is final. */
export function questionsOf(
  { verdicts, deletions, unread, unmeasured = [] }: Plan,
  snapshot: Snapshot,
  policy: RetentionPolicy,
): Questions {
  const wantsUntag = ({ kind, reason }: Verdict): boolean =>
    kind === "keep" &&
    (reason.kind === "shares-digest" || (reason.kind === "dangling" && policy.dangling === "delete"));
  // A part of an image that goes may be a part of an untagged image that stays; and untagged images count for the repository's size.
  const wantsUntagged =
    deletions.length > 0 || policy.untaggedOlderThan !== undefined || policy.maxSize !== undefined;
  return {
    untagged: snapshot.untagged === undefined && wantsUntagged,
    // Asked even if tags are untagged by overwriting them: the registry's own way is the better one.
    untags:
      snapshot.untags === undefined &&
      policy.untag !== "never" &&
      verdicts.some((verdict) => verdict.kind === "untag" || wantsUntag(verdict)),
    referrersOf: snapshot.listsReferrers === false ? [] : unaskedOf(deletions, snapshot),
    datesIn: unread,
    sizesOf: unmeasured,
  };
}

/** Returns the manifests to delete whose referrers nobody has asked for. */
export function unaskedOf(deletions: readonly Deletion[], { referrers }: Snapshot): readonly Digest[] {
  return deletions
    .filter((deletion) => deletion.kind === "manifest")
    .map(({ digest }) => digest)
    .filter((digest) => !referrers.has(digest));
}
