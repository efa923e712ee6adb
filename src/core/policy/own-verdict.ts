import { ageOf } from "../image/created.js";
import type { Snapshot } from "../image/graph.js";
import type { Facts, UntagBy } from "./facts.js";
import { healedBy, keepReasons, ruleNameOf } from "./keep-rules.js";
import type { Digest, Tag } from "../names/reference.js";
import type { Ranked, Standing } from "./ranks.js";
import type { DeleteReason, DeleteVerdict, KeepVerdict } from "./verdict.js";

/** The verdict on a tag by its own standing alone, before the other tags are looked at. They may still keep what this would delete. */
export type OwnVerdict =
  | KeepVerdict
  | DeleteVerdict
  /** A signature or attachment: it goes exactly when its subject goes. */
  | { readonly kind: "follow"; readonly tag: Tag; readonly digest: Digest; readonly subject: Digest }
  /** It dangles, and is to be taken off the list. */
  | { readonly kind: "heal"; readonly tag: Tag; readonly by: UntagBy };

/** Decides about a tag by its own standing. The first reason for it to stay is the one that is given. */
export function ownVerdictOf(standing: Standing, facts: Facts): OwnVerdict {
  const { place, tag, digest } = standing;
  const [reason] = keepReasons(standing, facts);
  if (reason !== undefined) return { kind: "keep", tag, ...(digest === undefined ? {} : { digest }), reason };
  if (place.kind === "ranked") {
    return { kind: "delete", tag, digest: place.digest, reason: beyondNewest(place) };
  }
  if (digest !== undefined && place.kind === "referrer") {
    return referrerVerdict(tag, { digest, subject: place.subject }, facts);
  }
  if (place.kind === "half-untagged") {
    return { kind: "delete", tag, digest: place.digest, reason: { kind: "half-untagged" } };
  }
  // Only a dangling tag is left, which no rule keeps where it goes: a hollow index by its digest, which is there.
  if (digest !== undefined && place.kind === "dangling") {
    return { kind: "delete", tag, digest, reason: place };
  }
  const by = healedBy(tag, facts);
  return by === undefined ? { kind: "keep", tag, reason: place } : { kind: "heal", tag, by };
}

/** Returns the configurations that say how old a candidate's image is, where its age counts and they were not read yet. */
export function unreadDates({ place }: Standing, snapshot: Snapshot): readonly Digest[] {
  if (place.kind !== "ranked" || place.rule.keepYoungerThan === undefined) return [];
  const age = ageOf(place.digest, snapshot);
  return age.kind === "unread" ? age.configs : [];
}

/** Makes the reason for which a candidate goes whose rank does not keep it. */
export function beyondNewest({ group, rank, of, rule }: Ranked): DeleteReason {
  return { kind: "beyond-newest", ...ruleNameOf(rule), group, rank, of, keep: rule.keep };
}

/** Makes the reason for which a candidate goes that the budget has no room for. */
export function overBudget({ group, rank, of, rule }: Ranked, maxSize: number): DeleteReason {
  return { kind: "over-budget", ...ruleNameOf(rule), group, rank, of, maxSize };
}

function referrerVerdict(
  tag: Tag,
  { digest, subject }: { readonly digest: Digest; readonly subject: Digest },
  { snapshot, policy }: Facts,
): OwnVerdict {
  if (!snapshot.missing.has(subject)) return { kind: "follow", tag, digest, subject };
  const reason = { kind: "orphan", subject } as const;
  // What an earlier run meant to delete with its subject has become an orphan by that.
  return policy.orphans === "delete" || snapshot.leftovers.has(digest)
    ? { kind: "delete", tag, digest, reason }
    : { kind: "keep", tag, digest, reason };
}
