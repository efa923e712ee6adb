import type { RetentionPolicy } from "../policy/policy.js";
import type { Plan } from "./plan.js";
import type { Snapshot } from "../image/graph.js";
import type { Digest } from "../names/reference.js";
import type { Verdict } from "../policy/verdict.js";
import type { Deletion } from "./deletion.js";

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
export function unaskedOf(deletions: readonly Deletion[], { referrers }: Snapshot): readonly Digest[] {
  return deletions
    .filter((deletion) => deletion.kind === "manifest")
    .map(({ digest }) => digest)
    .filter((digest) => !referrers.has(digest));
}
