import { ageOf } from "../image/created.js";
import type { Snapshot } from "../image/graph.js";
import { mayDelete, type RetentionPolicy, type Rule } from "./policy.js";
import { inUse, type InUse, useOf } from "./in-use.js";
import type { Digest, Tag } from "../names/reference.js";
import type { Ranked, Standing } from "./ranks.js";
import type { DeleteReason, DeleteVerdict, KeepReason, KeepVerdict, UntagBy } from "./verdict.js";

/** What a tag's own standing says, before the others are looked at: a verdict, where these change nothing. */
export type OwnVerdict =
  | KeepVerdict
  | DeleteVerdict
  /** A signature or attachment: it goes exactly when its subject goes. */
  | { readonly kind: "follow"; readonly tag: Tag; readonly digest: Digest; readonly subject: Digest }
  /** It dangles, and is to be taken off the list. */
  | { readonly kind: "heal"; readonly tag: Tag; readonly by: UntagBy };

/** What ownVerdicts are worked out from. */
export interface Rules {
  readonly snapshot: Snapshot;
  readonly policy: RetentionPolicy;
  /** How the registry loses a tag whose image stays, if it can. */
  readonly by: UntagBy | undefined;
  readonly used: InUse;
}

/** The rules for a snapshot under a policy. */
export function rulesOf(snapshot: Snapshot, policy: RetentionPolicy): Rules {
  return { snapshot, policy, by: untagWay(snapshot, policy), used: inUse(snapshot, policy.protect) };
}

/** How this registry loses a tag whose image stays, if it can. */
export function untagWay(
  { untags }: Snapshot,
  { untag }: Pick<RetentionPolicy, "untag">,
): UntagBy | undefined {
  if (untag === "never") return undefined;
  if (untags === "yes") return "delete";
  return untag === "overwrite" ? "overwrite" : undefined;
}

/** Which way a tag leans: the first reason for it to stay is the one that is given. */
export function ownVerdictOf(standing: Standing, rules: Rules): OwnVerdict {
  const { place, tag, digest } = standing;
  if (digest === undefined) return danglingVerdict(tag, rules);
  const [reason] = reasonsToStay(standing, rules);
  if (reason !== undefined) return { kind: "keep", tag, digest, reason };
  if (place.kind === "ranked") return { kind: "delete", tag, digest, reason: beyondNewest(place) };
  if (place.kind === "referrer") return referrerVerdict(tag, { digest, subject: place.subject }, rules);
  return { kind: "keep", tag, digest, reason: place };
}

/** Every reason of its own for which a tag that resolves stays, the strongest first. */
export function reasonsToStay({ tag, digest, place }: Standing, rules: Rules): readonly KeepReason[] {
  if (digest === undefined) return [];
  const { namedTags, namedDigests } = rules.snapshot;
  const isPushed = namedTags.has(tag) || namedDigests.has(digest);
  const use = useOf({ tag, digest }, rules.used, rules.snapshot);
  return [
    ...(isPushed ? [{ kind: "just-pushed" } as const] : []),
    ...(use === undefined ? [] : [{ kind: "protected", by: use.text } as const]),
    ...(place.kind === "ranked" ? ofRank(place, rules) : place.kind === "referrer" ? [] : [place]),
  ];
}

/** Under a budget a rank alone may not keep an image, so its age is the stronger reason. */
function ofRank(place: Ranked, rules: Rules): readonly KeepReason[] {
  const [newest, young] = [amongNewest(place), youngEnough(place, rules)];
  return rules.policy.maxSize === undefined ? [...newest, ...young] : [...young, ...newest];
}

function amongNewest(place: Ranked): readonly KeepReason[] {
  const { group, rank, semverRank, rule } = place;
  const { keep, sort } = rule;
  const newest = { kind: "newest", ...nameOf(rule), group, keep } as const;
  if (rank <= keep) return [{ ...newest, rank, by: sort }];
  // A counter that restarts (3.4.0-alpha.1 after 3.3.0-alpha.74) must lose nothing new.
  return semverRank !== undefined && semverRank <= keep
    ? [{ ...newest, rank: semverRank, by: "version" }]
    : [];
}

/** Whether its age keeps an image, as far as its date was read. */
function youngEnough({ digest, rule }: Ranked, { snapshot }: Rules): readonly KeepReason[] {
  const limit = rule.keepYoungerThan;
  if (limit === undefined) return [];
  const age = ageOf(digest, snapshot);
  switch (age.kind) {
    case "unread":
      return [];
    case "undated":
      return [{ kind: "undated", limit }];
    case "dated":
      return age.created > snapshot.now - limit
        ? [{ kind: "younger", created: new Date(age.created).toISOString(), limit }]
        : [];
  }
}

/** The configurations that would say how old a candidate's image is, where its age counts and they were not read. */
export function unreadDates({ place }: Standing, snapshot: Snapshot): readonly Digest[] {
  if (place.kind !== "ranked" || place.rule.keepYoungerThan === undefined) return [];
  const age = ageOf(place.digest, snapshot);
  return age.kind === "unread" ? age.configs : [];
}

/** Why a candidate goes whose rank does not keep it. */
export function beyondNewest({ group, rank, of, rule }: Ranked): DeleteReason {
  return { kind: "beyond-newest", ...nameOf(rule), group, rank, of, keep: rule.keep };
}

/** Why a candidate goes for which there is no room. */
export function overBudget({ group, rank, of, rule }: Ranked, maxSize: number): DeleteReason {
  return { kind: "over-budget", ...nameOf(rule), group, rank, of, maxSize };
}

function nameOf({ name }: Rule): { readonly rule?: string } {
  return name === undefined ? {} : { rule: name };
}

function danglingVerdict(tag: Tag, { snapshot, policy, by, used }: Rules): OwnVerdict {
  const isWanted = snapshot.namedTags.has(tag) || used.tags.has(tag);
  const mayGo = policy.dangling === "delete" && !isWanted && mayDelete(tag, policy);
  if (mayGo && by !== undefined) return { kind: "heal", tag, by };
  return { kind: "keep", tag, reason: { kind: "dangling" } };
}

function referrerVerdict(
  tag: Tag,
  { digest, subject }: { readonly digest: Digest; readonly subject: Digest },
  { snapshot, policy }: Rules,
): OwnVerdict {
  if (!snapshot.missing.has(subject)) return { kind: "follow", tag, digest, subject };
  const reason = { kind: "orphan", subject } as const;
  // What an earlier run meant to delete with its subject has become an orphan by that.
  return policy.orphans === "delete" || snapshot.leftovers.has(digest)
    ? { kind: "delete", tag, digest, reason }
    : { kind: "keep", tag, digest, reason };
}
