import { contents, reach, type Snapshot } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { readTagName, subjectOf } from "../../core/names/version.js";
import type { Harm } from "../../core/plan/outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import type { Verdict } from "../../core/policy/verdict.js";

/** A tag that was to stay and is not listed any more. */
export interface GoneTag {
  readonly tag: Tag;
  /** The digests at which it was seen, in their order: one at least. */
  readonly seen: readonly Digest[];
  /** Absent for a tag that somebody pushed while the run was at work. */
  readonly verdict?: Verdict;
}

/** The part of what was expected that decides who took a tag. */
interface Deleted {
  readonly snapshot: Pick<Snapshot, "manifests">;
  readonly plan: Pick<Plan, "verdicts">;
  readonly removed: ReadonlySet<Digest>;
  readonly mayTakeTags: boolean;
}

/** The finding about one of these tags; without harm, somebody else deleted it. */
export type GoneFinding =
  { readonly harm: Harm } | { readonly note?: { readonly kind: "removed"; readonly tag: Tag } };

/** Yields a finding for each tag that was to stay and is gone: others may delete it, this run must not. */
export function* compareGone(
  gone: readonly GoneTag[],
  deleted: Deleted,
  { manifests }: { readonly manifests: ReadonlyMap<Digest, Manifest> },
): Iterable<GoneFinding> {
  const withImage: GoneTag[] = [];
  for (const each of gone) {
    const harm = harmOf(each, deleted, manifests);
    if (harm !== undefined) yield { harm };
    else withImage.push(each);
  }
  yield* compareWithImage(withImage, deleted);
}

function lastOf({ seen }: GoneTag): Digest {
  const last = seen.at(-1);
  if (last === undefined) throw new TypeError("a tag that was never seen can't be gone");
  return last;
}

/** Returns the harm that the repository itself shows. */
function harmOf(
  each: GoneTag,
  { removed, mayTakeTags }: Deleted,
  manifests: ReadonlyMap<Digest, Manifest>,
): Harm | undefined {
  const { tag, seen } = each;
  const image = lastOf(each);
  // Only a deletion by digest takes tags along that it does not name. Without one, somebody else deleted the tag by itself.
  if (manifests.has(image)) return mayTakeTags ? { kind: "tag-lost", tag, image } : undefined;
  // Last it was seen elsewhere, maybe; there it is put back.
  return seen.some((digest) => removed.has(digest)) ? { kind: "image-lost", tag, image } : undefined;
}

/** Tells which of the tags that are gone with their images nobody meant to delete; attachments of these are lost with them. */
function* compareWithImage(gone: readonly GoneTag[], deleted: Deleted): Iterable<GoneFinding> {
  const firm = deleted.mayTakeTags ? gone.filter(isFirm) : [];
  const ranked = firm.length === 0 ? new Set<Digest>() : rankedIn(deleted);
  const taken = firm.filter((each) => wasMoved(each) || ranked.has(lastOf(each)));
  const tags = new Set(taken.map(({ tag }) => tag));
  const images = contents(taken.map(lastOf), deleted.snapshot.manifests);
  for (const each of gone) {
    const { tag, verdict } = each;
    const subject = subjectOf(tag);
    const isTaken = tags.has(tag) || (subject !== undefined && images.has(subject));
    if (isTaken) yield { harm: { kind: "image-lost", tag, image: lastOf(each) } };
    // Nobody was told of a tag that came and went meanwhile.
    else yield verdict === undefined ? {} : { note: { kind: "removed", tag } };
  }
}

function wasMoved({ seen }: GoneTag): boolean {
  return seen.some((digest) => digest !== seen[0]);
}

/** The reasons to stay that no rank and no other tag gives: no run with the same policy deletes such a tag. */
const FIRM: ReadonlySet<string> = new Set([
  "excluded",
  "latest",
  "no-rule",
  "not-a-prerelease",
  "not-a-version",
  "not-included",
  "protected",
]);

function isFirm({ tag, verdict }: GoneTag): boolean {
  if (verdict?.kind !== "keep") return false;
  const { kind } = verdict.reason;
  // Only this run knows what it has just pushed; to another it may be a version as any.
  return FIRM.has(kind) || (kind === "just-pushed" && readTagName(tag).kind === "other");
}

/**
 * Returns the images of all tags that have a rank, with what they need. A run that deletes one of them by rank had seen no tag at it that no rank concerns: if such a tag
 * is gone with it, it was moved in between.
 */
function rankedIn({ snapshot, plan }: Deleted): ReadonlySet<Digest> {
  const ranked = plan.verdicts.filter(
    (verdict) =>
      subjectOf(verdict.tag) === undefined &&
      !(verdict.kind === "keep" && (FIRM.has(verdict.reason.kind) || verdict.reason.kind === "just-pushed")),
  );
  return reach(
    ranked.flatMap(({ digest }) => digest ?? []),
    snapshot.manifests,
  );
}
