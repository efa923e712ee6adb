import { neededBy, partsOf, type Snapshot } from "../image/graph.js";
import type { Facts, UntagBy } from "./facts.js";
import type { OwnVerdict } from "./own-verdict.js";
import type { Digest, Tag } from "../names/reference.js";
import type {
  DeleteVerdict,
  KeepReason,
  KeepVerdict,
  NoUntag,
  ReasonForAnother,
  Verdict,
} from "./verdict.js";
import { isTooOld, sortUntagged } from "./untagged.js";
import { subjectOf } from "../names/version.js";
import type { PropagatedVerdicts } from "./decision.js";

/** Propagates what keeps a tag to all that the tag needs, and returns the verdict on every tag. A reason to keep wins over every reason to delete. */
export function propagateKeeps(ownVerdicts: readonly OwnVerdict[], facts: Facts): PropagatedVerdicts {
  const { snapshot, by } = facts;
  const noUntag = noUntagOf(facts);
  const { roots, followers } = sortUntagged(snapshot);
  const isOld = (digest: Digest): boolean =>
    isTooOld(digest, snapshot, facts.policy) && !isPartlyUsed(digest, facts);
  const old = roots.filter(isOld);
  const untagged = new Set(roots.filter((digest) => !isOld(digest)));
  const stays = new Map<Tag, KeepVerdict>();
  for (const own of ownVerdicts) if (own.kind === "keep") stays.set(own.tag, own);
  // A tag that stays for another's sake may contain what a third one shares, so this goes on until no further tag stays.
  for (;;) {
    const kept = keptFor(
      ownVerdicts.flatMap(({ tag }) => stays.get(tag) ?? []),
      untagged,
      facts,
    );
    const open = ownVerdicts.filter(({ tag }) => !stays.has(tag));
    const doomed = doomedBy([...goingOf(open), ...old], open, { needed: kept.needed, snapshot });
    const state: Propagation = { kept, doomed, snapshot, by, noUntag };
    const more = open.flatMap((own) => stayOf(own, state) ?? []);
    const followed = followers.filter((digest) => !doomed.has(digest) && !untagged.has(digest));
    if (more.length === 0 && followed.length === 0) {
      const verdicts = ownVerdicts.map((own) => stays.get(own.tag) ?? verdictOf(own, state));
      return { verdicts, doomed };
    }
    for (const verdict of more) stays.set(verdict.tag, verdict);
    for (const digest of followed) untagged.add(digest);
  }
}

function noUntagOf({ snapshot: { untags = "unseen" }, policy }: Facts): NoUntag {
  return policy.untag === "never" || untags === "yes" || untags === "shared" ? "never" : untags;
}

/** True if an image, or something that it contains, is in use: then all of it stays, as with a tag. */
function isPartlyUsed(image: Digest, { snapshot, used }: Facts): boolean {
  return [...partsOf(image, snapshot.manifests)].some((part) => used.digests.has(part));
}

/** The digests that the tags which stay so far hold on to. */
interface Kept {
  /** Each digest that a kept tag points at, and the first such tag in the order decided. */
  readonly tags: ReadonlyMap<Digest, Tag>;
  /** Each digest that something kept needs, with the tag or digest that needs it. */
  readonly needed: ReadonlyMap<Digest, Tag | Digest>;
  /** Each digest that a referrer's tag which stays for its own sake names as its subject, and that tag. */
  readonly subjects: ReadonlyMap<Digest, Tag>;
}

const FOR_ANOTHER: Readonly<Record<ReasonForAnother["kind"], true>> = {
  referrer: true,
  "shares-digest": true,
  "contained-in": true,
  "has-referrer": true,
};

/** True of a reason to stay for another's sake, and not for the tag's own. */
export function isForAnother(reason: KeepReason): reason is ReasonForAnother {
  return reason.kind in FOR_ANOTHER;
}

/** Collects what the tags that stay hold on to. @param untagged the manifests that stay without a tag */
function keptFor(
  verdicts: readonly KeepVerdict[],
  untagged: ReadonlySet<Digest>,
  { snapshot, used }: Facts,
): Kept {
  const tags = new Map<Digest, Tag>();
  const referred = new Map<Digest, Tag>();
  const subjects = new Map<Digest, Tag>();
  for (const { tag, digest, reason } of verdicts) {
    const subject = subjectOf(tag);
    if (subject !== undefined && !snapshot.missing.has(subject)) {
      referred.set(subject, tag);
      // One that stays only with its subject, or for another's sake, is no reason for all that contains that subject to stay too: two indexes share a
      // signed child.
      if (!isForAnother(reason)) subjects.set(subject, tag);
    }
    if (digest !== undefined && !tags.has(digest)) tags.set(digest, tag);
  }
  const named = [...snapshot.namedDigests, ...used.digests.keys(), ...untagged].map(
    (digest) => [digest, digest] as const,
  );
  const needed = neededBy<Tag | Digest>([...tags, ...named, ...referred], snapshot.manifests);
  return { tags, needed, subjects };
}

/**
 * Returns every digest that goes: the images that go for their own sake (`going`), what they contain, and what refers to any of it, but for what something
 * kept needs. It begins with `going`, so that a signature can't be the cause of its own end.
 */
function doomedBy(
  going: readonly Digest[],
  open: readonly OwnVerdict[],
  { needed, snapshot }: { readonly needed: ReadonlyMap<Digest, unknown>; readonly snapshot: Snapshot },
): ReadonlySet<Digest> {
  const { manifests, missing, leftovers, referrers } = snapshot;
  const doomed = new Set<Digest>();
  const doom = (digest: Digest): void => {
    for (const part of partsOf(digest, manifests)) {
      if (!needed.has(part) && !missing.has(part)) doomed.add(part);
    }
  };
  going.forEach(doom);
  leftovers.forEach(doom);
  for (let before = -1; before !== doomed.size;) {
    before = doomed.size;
    for (const own of open) {
      if (own.kind === "follow" && doomed.has(own.subject)) doom(own.digest);
    }
    // A Set hands out what is added while it is walked.
    for (const digest of doomed) referrers.get(digest)?.forEach(doom);
  }
  return doomed;
}

/** Returns the images of the tags that would go for their own sake. */
function goingOf(open: readonly OwnVerdict[]): readonly Digest[] {
  return open.filter((own) => own.kind === "delete").map(({ digest }) => digest);
}

/** The state of one pass over the tags that are not decided yet. */
interface Propagation extends Pick<Facts, "snapshot" | "by"> {
  readonly noUntag: NoUntag;
  readonly kept: Kept;
  readonly doomed: ReadonlySet<Digest>;
}

/** Returns the verdict on a tag that stays for another's sake; `undefined` where none keeps it. */
function stayOf(own: OwnVerdict, state: Propagation): KeepVerdict | undefined {
  if (own.kind === "keep" || own.kind === "heal") return undefined;
  const { tag, digest } = own;
  if (own.kind === "follow" && !state.doomed.has(own.subject)) {
    return { kind: "keep", tag, digest, reason: { kind: "referrer", subject: own.subject } };
  }
  // Its subject goes, so the tag does, if it can be taken from a manifest that something else needs.
  if (own.kind === "follow" && untagOf(digest, state) !== undefined) return undefined;
  const reason = sharedReason(digest, state);
  return reason === undefined ? undefined : { kind: "keep", tag, digest, reason };
}

function sharedReason(
  digest: Digest,
  { kept, snapshot, by, noUntag }: Propagation,
): ReasonForAnother | undefined {
  const alias = kept.tags.get(digest);
  if (alias !== undefined) {
    return by === undefined ? { kind: "shares-digest", with: alias, untags: noUntag } : undefined;
  }
  // Most repositories have none, and this is asked of every tag.
  const parts = kept.subjects.size === 0 ? [] : partsOf(digest, snapshot.manifests);
  for (const part of parts) {
    const referrer = kept.subjects.get(part);
    if (referrer !== undefined) return { kind: "has-referrer", with: referrer };
  }
  const needer = kept.needed.get(digest);
  return needer === undefined ? undefined : { kind: "contained-in", with: needer };
}

/** Returns the way to delete a tag of an image that stays; `undefined` where it is its last one, and would take the image along. */
function untagOf(digest: Digest, { snapshot, by, kept }: Propagation): UntagBy | undefined {
  return snapshot.untags === "shared" && !kept.tags.has(digest) ? undefined : by;
}

function verdictOf(own: OwnVerdict, state: Propagation): Verdict {
  const { kept } = state;
  if (own.kind === "keep") return own;
  const { tag } = own;
  if (own.kind === "heal") return { kind: "untag", tag, by: own.by, reason: { kind: "dangling" } };
  const verdict = own.kind === "delete" ? own : deletedWith(own);
  const { digest, reason } = verdict;
  const by = untagOf(digest, state);
  if (by === undefined || !kept.needed.has(digest)) return verdict;
  const alias = kept.tags.get(digest);
  return { kind: "untag", tag, digest, by, reason, ...(alias === undefined ? {} : { with: alias }) };
}

function deletedWith({
  tag,
  digest,
  subject,
}: Extract<OwnVerdict, { readonly kind: "follow" }>): DeleteVerdict {
  return { kind: "delete", tag, digest, reason: { kind: "referrer-of", subject } };
}
