import { contents, type Snapshot, type TagState } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import { isLeftMark } from "../../core/image/untag-mark.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import type { DeletionOutcome, Harm, TagNote } from "../../core/plan/outcome.js";
import type { Plan } from "../../core/plan/plan.js";
import { hasGone } from "../apply/apply-deletion.js";

/** The plan and its deletions, prepared for a comparison with the repository. */
export interface Expected {
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly outcomes: ReadonlyMap<Tag, DeletionOutcome>;
  /** Digests that this run deleted, or tried to: a deletion that failed may have been done all the same. */
  readonly removed: ReadonlySet<Digest>;
  /** True if this run sent a deletion by digest, which takes every tag along that points there in that moment. */
  readonly mayTakeTags: boolean;
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
export function expectedOf(snapshot: Snapshot, plan: Plan, deletions: readonly DeletionOutcome[]): Expected {
  const outcomes = new Map<Tag, DeletionOutcome>();
  for (const outcome of deletions) for (const tag of outcome.deletion.tags) outcomes.set(tag, outcome);
  return {
    snapshot,
    plan,
    outcomes,
    removed: new Set(deletions.flatMap(removedBy)),
    // One that is answered with "gone" may have been done by its first attempt, whose answer was lost.
    mayTakeTags: deletions.some(({ kind, deletion }) => deletion.kind === "manifest" && kind !== "spared"),
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
  for (const verdict of expected.plan.verdicts) {
    if (!isAsked(verdict.tag)) continue;
    yield verdict.kind === "keep"
      ? compareKept(verdict, expected, state)
      : compareVictim(verdict, expected, state);
  }
  yield* compareNew(expected, state);
}

interface PlannedTag {
  readonly tag: Tag;
  readonly digest?: Digest;
}

function compareKept({ tag, digest }: PlannedTag, expected: Expected, state: RepositoryState): TagFinding {
  // It dangled before this run, and is reported with its verdict.
  if (digest === undefined) return {};
  const now = state.now.get(tag);
  if (now === undefined) return compareLost({ tag, digest }, expected, state);
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

/** A kept tag that is not listed any more: others may delete it, this run must not. */
function compareLost(
  { tag, digest }: Required<PlannedTag>,
  { removed, mayTakeTags }: Expected,
  { manifests }: RepositoryState,
): TagFinding {
  if (manifests.has(digest)) {
    // Only a deletion by digest takes tags along that it does not name. Without one, somebody else deleted the tag by itself.
    return mayTakeTags
      ? { harm: { kind: "tag-lost", tag, image: digest } }
      : { note: { kind: "removed", tag } };
  }
  return removed.has(digest)
    ? { harm: { kind: "part-missing", tag, missing: digest } }
    : { note: { kind: "removed", tag } };
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
  const news = new Map(state.now);
  for (const { tag } of expected.snapshot.tags) news.delete(tag);
  const [anyRemoved] = expected.removed;
  return [...news.values()].flatMap(({ tag, digest }) => {
    const missing = digest === undefined ? anyRemoved : missingPart(digest, expected, state);
    return missing === undefined ? [] : [{ harm: { kind: "part-missing", tag, missing } }];
  });
}
