import { contents, neededBy, type Snapshot } from "./graph.js";
import { mayDelete, type RetentionPolicy } from "./policy.js";
import type { Digest, Tag } from "./reference.js";
import type { Ranked, Standing } from "./retention.js";
import type { DeleteReason, KeepReason, KeepVerdict, UntagBy, Verdict } from "./verdict.js";
import { subjectOf } from "./version.js";

/** What is decided about a repository's tags, and what follows for its manifests. */
export interface Decision {
  /** One for every listed tag, in the standings' order. */
  readonly verdicts: readonly Verdict[];
  /** Every digest that goes: images, what they contain, and what refers to any of it. */
  readonly doomed: ReadonlySet<Digest>;
}

/** What a tag's own standing says, before the others are looked at. */
type Leaning =
  | KeepVerdict
  | { readonly kind: "go"; readonly tag: Tag; readonly digest: Digest; readonly reason: DeleteReason }
  /** A signature or attachment: it goes exactly when its subject goes. */
  | { readonly kind: "follow"; readonly tag: Tag; readonly digest: Digest; readonly subject: Digest }
  /** It dangles, and is to be taken off the list. */
  | { readonly kind: "heal"; readonly tag: Tag; readonly by: UntagBy };

/** Decides about every tag. Whatever keeps a tag wins over whatever would delete it. */
export function decide(places: readonly Standing[], snapshot: Snapshot, policy: RetentionPolicy): Decision {
  const by = untagWay(snapshot, policy);
  const leanings = places.map((standing) => leaningOf(standing, { snapshot, policy, by }));
  const stays = new Map<Tag, KeepVerdict>();
  for (const leaning of leanings) if (leaning.kind === "keep") stays.set(leaning.tag, leaning);
  // What stays for another's sake may contain what a third one shares, so this goes on until nothing more stays.
  for (;;) {
    const kept = keptFor(
      leanings.flatMap(({ tag }) => stays.get(tag) ?? []),
      snapshot,
    );
    const open = leanings.filter(({ tag }) => !stays.has(tag));
    const doomed = doomedBy(open, kept.needed, snapshot);
    const context: Context = { kept, doomed, snapshot, by };
    const more = open.flatMap((leaning) => stayOf(leaning, context) ?? []);
    if (more.length === 0) {
      const verdicts = leanings.map((leaning) => stays.get(leaning.tag) ?? verdictOf(leaning, context));
      return { verdicts, doomed };
    }
    for (const verdict of more) stays.set(verdict.tag, verdict);
  }
}

/** How this registry loses a tag whose image stays, if it can. */
export function untagWay(
  { untags }: Snapshot,
  { untag }: Pick<RetentionPolicy, "untag">,
): UntagBy | undefined {
  if (untags === "yes") return "delete";
  return untag === "overwrite" ? "overwrite" : undefined;
}

interface Rules {
  readonly snapshot: Snapshot;
  readonly policy: RetentionPolicy;
  readonly by: UntagBy | undefined;
}

function leaningOf(standing: Standing, rules: Rules): Leaning {
  const { place, tag, digest } = standing;
  const { snapshot, policy } = rules;
  if (digest === undefined) return danglingLeaning(tag, rules);
  if (snapshot.namedTags.has(tag) || snapshot.namedDigests.has(digest)) {
    return { kind: "keep", tag, digest, reason: { kind: "just-pushed" } };
  }
  if (place.kind === "referrer") return referrerLeaning(tag, { digest, subject: place.subject }, rules);
  if (place.kind === "ranked") return byRank(tag, place, policy);
  return { kind: "keep", tag, digest, reason: place };
}

function danglingLeaning(tag: Tag, { snapshot, policy, by }: Rules): Leaning {
  const mayGo = policy.dangling === "delete" && !snapshot.namedTags.has(tag) && mayDelete(tag, policy);
  if (mayGo && by !== undefined) return { kind: "heal", tag, by };
  return { kind: "keep", tag, reason: { kind: "dangling" } };
}

function referrerLeaning(
  tag: Tag,
  { digest, subject }: { readonly digest: Digest; readonly subject: Digest },
  { snapshot, policy }: Rules,
): Leaning {
  if (!snapshot.missing.has(subject)) return { kind: "follow", tag, digest, subject };
  const reason = { kind: "orphan", subject } as const;
  // What an earlier run meant to delete with its subject has become an orphan by that.
  return policy.orphans === "delete" || snapshot.leftovers.has(digest)
    ? { kind: "go", tag, digest, reason }
    : { kind: "keep", tag, digest, reason };
}

function byRank(tag: Tag, place: Ranked, { keep, sort }: RetentionPolicy): Leaning {
  const { digest, group, rank, semverRank, of } = place;
  if (rank <= keep) {
    return { kind: "keep", tag, digest, reason: { kind: "newest", group, rank, keep, by: sort } };
  }
  // A counter that restarts (3.4.0-alpha.1 after 3.3.0-alpha.74) must lose nothing new.
  if (semverRank !== undefined && semverRank <= keep) {
    return {
      kind: "keep",
      tag,
      digest,
      reason: { kind: "newest", group, rank: semverRank, keep, by: "semver" },
    };
  }
  return { kind: "go", tag, digest, reason: { kind: "beyond-newest", group, rank, of, keep } };
}

interface Kept {
  /** Each digest that a kept tag points at, and the first such tag in the order decided. */
  readonly tags: ReadonlyMap<Digest, Tag>;
  /** Each digest that something kept needs, and what it is needed by. */
  readonly needed: ReadonlyMap<Digest, Tag | Digest>;
  /** Each digest that a referrer's tag which stays for its own sake names as its subject, and that tag. */
  readonly subjects: ReadonlyMap<Digest, Tag>;
}

const FOR_ANOTHER: readonly KeepReason["kind"][] = [
  "referrer",
  "shares-digest",
  "contained-in",
  "has-referrer",
];

function keptFor(verdicts: readonly KeepVerdict[], snapshot: Snapshot): Kept {
  const tags = new Map<Digest, Tag>();
  const referred = new Map<Digest, Tag>();
  const subjects = new Map<Digest, Tag>();
  for (const { tag, digest, reason } of verdicts) {
    const subject = subjectOf(tag);
    if (subject !== undefined && !snapshot.missing.has(subject)) {
      referred.set(subject, tag);
      // One that stays only with its subject, or for another's sake, is no reason for all that contains that subject to stay too: two indexes share a
      // signed child.
      if (!FOR_ANOTHER.includes(reason.kind)) subjects.set(subject, tag);
    }
    if (digest !== undefined && !tags.has(digest)) tags.set(digest, tag);
  }
  const named = [...snapshot.namedDigests].map((digest) => [digest, digest] as const);
  const needed = neededBy<Tag | Digest>([...tags, ...named, ...referred], snapshot.manifests);
  return { tags, needed, subjects };
}

/**
 * All that goes with what leans towards going, as far as nothing kept needs it. It begins with what goes for its own sake, so that a signature
 * can't be the cause of its own end.
 */
function doomedBy(
  open: readonly Leaning[],
  needed: ReadonlyMap<Digest, unknown>,
  { manifests, missing, leftovers, referrers }: Snapshot,
): ReadonlySet<Digest> {
  const doomed = new Set<Digest>();
  const doom = (digest: Digest): void => {
    for (const part of contents([digest], manifests)) {
      if (!needed.has(part) && !missing.has(part)) doomed.add(part);
    }
  };
  for (const leaning of open) if (leaning.kind === "go") doom(leaning.digest);
  leftovers.forEach(doom);
  for (let before = -1; before !== doomed.size;) {
    before = doomed.size;
    for (const leaning of open) {
      if (leaning.kind === "follow" && doomed.has(leaning.subject)) doom(leaning.digest);
    }
    // A Set hands out what is added while it is walked.
    for (const digest of doomed) referrers.get(digest)?.forEach(doom);
  }
  return doomed;
}

interface Context {
  readonly kept: Kept;
  readonly doomed: ReadonlySet<Digest>;
  readonly snapshot: Snapshot;
  readonly by: UntagBy | undefined;
}

/** Why a tag that does not lean towards staying stays all the same, if it does. */
function stayOf(leaning: Leaning, context: Context): KeepVerdict | undefined {
  if (leaning.kind === "keep" || leaning.kind === "heal") return undefined;
  const { tag, digest } = leaning;
  if (leaning.kind === "follow" && !context.doomed.has(leaning.subject)) {
    return { kind: "keep", tag, digest, reason: { kind: "referrer", subject: leaning.subject } };
  }
  // Its subject goes, so the tag does, if it can be taken from a manifest that something else needs.
  if (leaning.kind === "follow" && context.by !== undefined) return undefined;
  const reason = sharedReason(digest, context);
  return reason === undefined ? undefined : { kind: "keep", tag, digest, reason };
}

function sharedReason(digest: Digest, { kept, snapshot, by }: Context): KeepReason | undefined {
  const alias = kept.tags.get(digest);
  if (alias !== undefined) {
    if (by !== undefined) return undefined;
    return { kind: "shares-digest", with: alias, untags: snapshot.untags === "no" ? "no" : "unseen" };
  }
  for (const part of contents([digest], snapshot.manifests)) {
    const referrer = kept.subjects.get(part);
    if (referrer !== undefined) return { kind: "has-referrer", with: referrer };
  }
  const needer = kept.needed.get(digest);
  return needer === undefined ? undefined : { kind: "contained-in", with: needer };
}

function verdictOf(leaning: Leaning, { kept, by }: Context): Verdict {
  if (leaning.kind === "keep") return leaning;
  const { tag } = leaning;
  if (leaning.kind === "heal") return { kind: "untag", tag, by: leaning.by, reason: { kind: "dangling" } };
  const { digest } = leaning;
  const reason: DeleteReason =
    leaning.kind === "go" ? leaning.reason : { kind: "referrer-of", subject: leaning.subject };
  if (by === undefined || !kept.needed.has(digest)) return { kind: "delete", tag, digest, reason };
  const alias = kept.tags.get(digest);
  return { kind: "untag", tag, digest, by, reason, ...(alias === undefined ? {} : { with: alias }) };
}
