import { contents, neededBy, type Snapshot } from "./graph.js";
import type { RetentionPolicy } from "./policy.js";
import type { Digest, Tag } from "./reference.js";
import type { NotACandidate, Ranked, Standing } from "./retention.js";

/** Why a tag stays. `with` is the tag that it stays for. */
export type KeepReason =
  | NotACandidate
  | { readonly kind: "just-pushed" }
  | {
      readonly kind: "newest";
      readonly group: string;
      readonly rank: number;
      readonly keep: number;
      /** The order in which it is among the newest. */
      readonly by: "semver" | "prerelease";
    }
  | { readonly kind: "shares-digest"; readonly with: Tag }
  | { readonly kind: "contained-in"; readonly with: Tag | Digest }
  | { readonly kind: "has-referrer"; readonly with: Tag };

/** Why a tag goes. */
export interface DeleteReason {
  readonly kind: "beyond-newest";
  readonly group: string;
  readonly rank: number;
  readonly of: number;
  readonly keep: number;
}

/** What is decided about one tag, and why. */
export type Verdict =
  | { readonly kind: "keep"; readonly tag: Tag; readonly digest?: Digest; readonly reason: KeepReason }
  | { readonly kind: "delete"; readonly tag: Tag; readonly digest: Digest; readonly reason: DeleteReason };

/** What is decided about a repository's tags. */
export interface Decision {
  /** One for every listed tag, in the standings' order. */
  readonly verdicts: readonly Verdict[];
  /** Every digest that something kept is, contains or refers to: none of them may be deleted. */
  readonly safe: ReadonlySet<Digest>;
}

/** Decides about every tag. Whatever keeps a tag wins over whatever would delete it. */
export function decide(places: readonly Standing[], snapshot: Snapshot, policy: RetentionPolicy): Decision {
  let verdicts: readonly Verdict[] = places.map((standing) => byRetention(standing, snapshot, policy));
  // A tag kept for another's sake may contain what a third one shares, so this goes on until nothing changes.
  for (;;) {
    const kept = keptFor(verdicts, snapshot);
    const next = keepWhatKeptTagsNeed(verdicts, kept, snapshot);
    if (deletable(next).length === deletable(verdicts).length) {
      return { verdicts, safe: new Set(kept.needed.keys()) };
    }
    verdicts = next;
  }
}

/** The verdicts that delete. */
export function deletable(
  verdicts: readonly Verdict[],
): readonly Extract<Verdict, { readonly kind: "delete" }>[] {
  return verdicts.filter((verdict) => verdict.kind === "delete");
}

function byRetention(standing: Standing, snapshot: Snapshot, policy: RetentionPolicy): Verdict {
  const { place, ...image } = standing;
  // A referrer's own reason comes first: it names the subject that stays with it.
  if (place.kind === "referrer" || place.kind === "dangling") {
    return { kind: "keep", ...image, reason: place };
  }
  const isNamed = image.digest !== undefined && snapshot.namedDigests.has(image.digest);
  if (isNamed || snapshot.namedTags.has(image.tag)) {
    return { kind: "keep", ...image, reason: { kind: "just-pushed" } };
  }
  if (place.kind !== "ranked") return { kind: "keep", ...image, reason: place };
  return byRank({ tag: image.tag, digest: place.digest }, place, policy);
}

function byRank(
  image: { readonly tag: Tag; readonly digest: Digest },
  place: Ranked,
  policy: RetentionPolicy,
): Verdict {
  const { group, rank, semverRank, of } = place;
  const { keep, sort } = policy;
  if (rank <= keep) {
    return { kind: "keep", ...image, reason: { kind: "newest", group, rank, keep, by: sort } };
  }
  // A counter that restarts (3.4.0-alpha.1 after 3.3.0-alpha.74) must lose nothing new.
  if (semverRank !== undefined && semverRank <= keep) {
    return {
      kind: "keep",
      ...image,
      reason: { kind: "newest", group, rank: semverRank, keep, by: "semver" },
    };
  }
  return { kind: "delete", ...image, reason: { kind: "beyond-newest", group, rank, of, keep } };
}

function keepWhatKeptTagsNeed(
  verdicts: readonly Verdict[],
  kept: Kept,
  snapshot: Snapshot,
): readonly Verdict[] {
  return verdicts.map((verdict) => {
    if (verdict.kind === "keep") return verdict;
    const reason = sharedReason(verdict.digest, kept, snapshot);
    return reason === undefined ? verdict : { ...verdict, kind: "keep", reason };
  });
}

interface Kept {
  /** Each digest that a kept tag points at, and the first such tag in the order decided. */
  readonly tags: ReadonlyMap<Digest, Tag>;
  /** Each digest that something kept needs, and what it is needed by. */
  readonly needed: ReadonlyMap<Digest, Tag | Digest>;
  /** Each digest that a kept referrer's tag names as its subject, and that tag. */
  readonly subjects: ReadonlyMap<Digest, Tag>;
}

function keptFor(verdicts: readonly Verdict[], snapshot: Snapshot): Kept {
  const tags = new Map<Digest, Tag>();
  const subjects = new Map<Digest, Tag>();
  for (const verdict of verdicts) {
    if (verdict.kind !== "keep") continue;
    if (verdict.reason.kind === "referrer") subjects.set(verdict.reason.subject, verdict.tag);
    if (verdict.digest !== undefined && !tags.has(verdict.digest)) tags.set(verdict.digest, verdict.tag);
  }
  const named = [...snapshot.namedDigests].map((digest) => [digest, digest] as const);
  const needed = neededBy<Tag | Digest>([...tags, ...named, ...subjects], snapshot.manifests);
  return { tags, needed, subjects };
}

function sharedReason(digest: Digest, kept: Kept, snapshot: Snapshot): KeepReason | undefined {
  const alias = kept.tags.get(digest);
  if (alias !== undefined) return { kind: "shares-digest", with: alias };
  for (const part of contents([digest], snapshot.manifests)) {
    const referrer = kept.subjects.get(part);
    if (referrer !== undefined) return { kind: "has-referrer", with: referrer };
  }
  const by = kept.needed.get(digest);
  return by === undefined ? undefined : { kind: "contained-in", with: by };
}
