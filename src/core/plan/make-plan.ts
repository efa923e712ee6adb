import { decide } from "../policy/decide.js";
import { PruneError } from "../base/errors.js";
import { contents, type Snapshot } from "../image/graph.js";
import { isHollow } from "../image/hollow.js";
import { isLeftMark } from "../image/untag-mark.js";
import { noticesOf } from "./notice.js";
import type { Plan } from "./plan.js";
import { orderDeletions } from "./order-deletions.js";
import type { RetentionPolicy } from "../policy/policy.js";
import type { Digest } from "../names/reference.js";
import { refuseNearMiss } from "./near-miss.js";
import { standings } from "../policy/ranks.js";
import { untaggedVerdicts } from "../policy/untagged.js";
import { goes, type Verdict } from "../policy/verdict.js";
import { subjectOf } from "../names/version.js";

/**
 * Decides about every tag of a snapshot, and orders the deletions.
 * @throws {PruneError} where a tag goes that a setting names almost, or the repository would be left without an image and the policy does not allow that
 */
export function plan(snapshot: Snapshot, policy: RetentionPolicy): Plan {
  const ranks = standings(snapshot, policy);
  const decision = decide(ranks.places, snapshot, policy);
  const { verdicts, budget, unmeasured } = decision;
  refuseNearMiss(verdicts, policy, snapshot.repository);
  refuseEmpty(verdicts, policy, snapshot);
  return {
    repository: snapshot.repository,
    verdicts,
    notices: noticesOf(ranks, decision, { snapshot, policy }),
    ...(budget === undefined ? {} : { budget }),
    deletions: orderDeletions(decision, snapshot, ranks.newestFirst),
    missing: missingOf(verdicts, snapshot),
    skipped: [],
    untagged: untaggedVerdicts(snapshot, policy, decision.doomed),
    unread: [...new Set([...ranks.unread, ...decision.unread])],
    ...(unmeasured === undefined ? {} : { unmeasured }),
  };
}

/** Refuses verdicts that leave no image with a tag of its own. @throws {PruneError} if they do and the policy does not allow it */
export function refuseEmpty(
  verdicts: readonly Verdict[],
  policy: Pick<RetentionPolicy, "allowEmpty">,
  snapshot: Snapshot,
): void {
  const refusal = refusalOf(verdicts, policy, snapshot);
  if (refusal !== undefined) throw refusal;
}

/**
 * Returns the error for verdicts that leave no image with a tag of its own; `undefined` if they leave one or the policy allows that. Signatures and
 * attachments are no images here, nor is a hollow index.
 */
export function refusalOf(
  verdicts: readonly Verdict[],
  { allowEmpty }: Pick<RetentionPolicy, "allowEmpty">,
  snapshot: Snapshot,
): PruneError | undefined {
  const pulls = ({ digest }: Verdict): boolean =>
    digest !== undefined && !isHollow(digest, snapshot) && !isLeftMark(snapshot.manifests.get(digest));
  const isImage = (verdict: Verdict): boolean =>
    verdict.kind === "keep" && subjectOf(verdict.tag) === undefined && pulls(verdict);
  if (allowEmpty || verdicts.some(isImage)) return undefined;
  if (!verdicts.some((verdict) => goes(verdict) && pulls(verdict))) return undefined;
  return new PruneError(
    "it would be left without a tag, so nothing is deleted there",
    "Keep at least one image (keep), or say that the repository may end empty (allow-empty: true).",
  );
}

/** Returns the digests that the images of kept tags contain and the registry did not have. */
export function missingOf(verdicts: readonly Verdict[], { manifests, missing }: Snapshot): readonly Digest[] {
  const kept = verdicts.flatMap(({ kind, digest }) =>
    kind === "keep" && digest !== undefined ? [digest] : [],
  );
  const parts = contents(kept, manifests);
  return [...missing].filter((digest) => parts.has(digest));
}
