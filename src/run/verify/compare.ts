import { contents, type Snapshot, type TagState } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import { isLeftMark } from "../../core/image/untag-mark.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { DeletionOutcome, Harm, TagNote } from "../../core/plan/outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import type { Verdict } from "../../core/policy/verdict.js";
import { hasGone } from "../apply/apply-deletion.js";
import type { Strays } from "../apply/recheck.js";
import { compareGone, type GoneTag } from "./gone.js";

/** The plan and its deletions, prepared for a comparison with the repository. */
export interface Expected {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly outcomes: ReadonlyMap<Tag, DeletionOutcome>;
  /** Digests that this run deleted, or tried to: a deletion that failed may have been done all the same. */
  readonly removed: ReadonlySet<Digest>;
  /** True if this run sent a deletion by digest, which takes every tag along that points there in that moment. */
  readonly mayTakeTags: boolean;
  readonly strays: Strays;
}

/** The outcomes of a run's deletions, and where its looks showed tags that were moved. */
export interface DoneDeletions {
  readonly deletions: readonly DeletionOutcome[];
  readonly strays: Strays;
}

/** The repository as it was read after the deletions, whole or some of its tags. */
export interface RepositoryState {
  readonly now: ReadonlyMap<Tag, TagState>;
  readonly manifests: ReadonlyMap<Digest, Manifest>;
  /** Digests that were asked for and are not there. */
  readonly missing: ReadonlySet<Digest>;
}

/** The result of the comparison for one tag. Without any member the tag is as the plan wants it. */
export interface TagFinding {
  readonly deleted?: Tag;
  readonly note?: TagNote;
  readonly harm?: Harm;
}

/** Prepares what `compare` expects. */
export function expectedOf(snapshot: Snapshot, plan: Plan, { deletions, strays }: DoneDeletions): Expected {
  const outcomes = new Map<Tag, DeletionOutcome>();
  for (const outcome of deletions) for (const tag of outcome.deletion.tags) outcomes.set(tag, outcome);
  return {
    snapshot,
    plan,
    outcomes,
    removed: new Set(deletions.flatMap(removedBy)),
    // One that is answered with "gone" may have been done by its first attempt, whose answer was lost.
    mayTakeTags: deletions.some(({ kind, deletion }) => deletion.kind === "manifest" && kind !== "spared"),
    strays,
  };
}

function removedBy({ kind, deletion }: DeletionOutcome): readonly Digest[] {
  return deletion.kind === "manifest" && (kind === "deleted" || kind === "failed") ? [deletion.digest] : [];
}

/**
 * Compares the repository with the plan, and yields a finding for each tag, one by one, for there may be a hundred thousand.
 * @param isAsked true for the tags to compare
 */
export function* compare(
  expected: Expected,
  state: RepositoryState,
  isAsked: (tag: Tag) => boolean,
): Iterable<TagFinding> {
  const gone: GoneTag[] = [];
  for (const verdict of expected.plan.verdicts) {
    const { tag } = verdict;
    if (!isAsked(tag)) continue;
    const seen = seenAt(verdict, expected);
    if (!state.now.has(tag) && seen.length > 0) gone.push({ tag, seen, verdict });
    else if (verdict.kind === "keep") yield compareKept(verdict, expected, state);
    else yield compareVictim(verdict, expected, state);
  }
  const news = newTags(expected, new Map([...expected.strays].map(([tag, seen]) => [tag, { tag, seen }])));
  for (const each of news) if (isAsked(each.tag) && !state.now.has(each.tag)) gone.push(each);
  if (gone.length > 0) yield* compareGone(gone, expected, state);
  yield* compareNew(expected, state);
}

/** Returns the digests at which a tag that was to stay was seen, in their order; none for one that went as planned. */
function seenAt({ kind, tag, digest }: Verdict, { strays }: Expected): readonly Digest[] {
  const moved = strays.get(tag) ?? [];
  if (kind === "keep") return digest === undefined ? moved : [digest, ...moved];
  // One that was moved stays, unless it was moved back.
  return moved.at(-1) === digest ? [] : moved;
}

/** Returns those of the tags that the snapshot does not have. */
function newTags<T>({ snapshot }: Expected, tags: ReadonlyMap<Tag, T>): readonly T[] {
  const news = new Map(tags);
  for (const { tag } of snapshot.tags) news.delete(tag);
  return [...news.values()];
}

interface PlannedTag {
  readonly tag: Tag;
  readonly digest?: Digest;
}

function compareKept({ tag, digest }: PlannedTag, expected: Expected, state: RepositoryState): TagFinding {
  // It dangled before this run, and is reported with its verdict.
  if (digest === undefined) return {};
  const now = state.now.get(tag);
  if (now === undefined) return {};
  if (isHalfUntagged(now, state)) return { note: { kind: "half-untagged", tag } };
  const missing = now.digest === undefined ? digest : missingPart(now.digest, expected, state);
  if (missing !== undefined) return { harm: { kind: "part-missing", tag, missing } };
  return now.digest === undefined || now.digest === digest
    ? {}
    : { note: { kind: "moved", tag, to: now.digest } };
}

function isHalfUntagged({ digest }: TagState, { manifests }: RepositoryState): boolean {
  return digest !== undefined && isLeftMark(manifests.get(digest));
}

/** Finds a part of an image that was there before this run, or that this run deleted, and is not there now. */
function missingPart(
  digest: Digest,
  { snapshot, removed }: Expected,
  { manifests, missing }: RepositoryState,
): Digest | undefined {
  return [...contents([digest], manifests)].find(
    (part) => missing.has(part) && (snapshot.manifests.has(part) || removed.has(part)),
  );
}

function compareVictim({ tag, digest }: PlannedTag, expected: Expected, state: RepositoryState): TagFinding {
  const outcome = expected.outcomes.get(tag);
  const now = state.now.get(tag);
  const wasTried =
    outcome !== undefined && (outcome.kind !== "spared" || outcome.untagged?.includes(tag) === true);
  if (now === undefined) return wasTried ? { deleted: tag } : { note: { kind: "removed", tag } };
  if (now.digest === undefined) return { note: { kind: "dangling", tag } };
  if (now.digest === digest) {
    return hasGone(outcome) ? { note: { kind: "still-there", tag } } : {};
  }
  if (isHalfUntagged(now, state)) return { note: { kind: "half-untagged", tag } };
  const missing = missingPart(now.digest, expected, state);
  return missing === undefined
    ? { note: { kind: "moved", tag, to: now.digest } }
    : { harm: { kind: "part-missing", tag, missing } };
}

/** Finds harm to tags that somebody pushed meanwhile: this run broke them if they came between its last look and its DELETE. */
function compareNew(expected: Expected, state: RepositoryState): readonly TagFinding[] {
  const [anyRemoved] = expected.removed;
  return newTags(expected, state.now).flatMap(({ tag, digest }) => {
    const missing = digest === undefined ? anyRemoved : missingPart(digest, expected, state);
    return missing === undefined ? [] : [{ harm: { kind: "part-missing", tag, missing } }];
  });
}
