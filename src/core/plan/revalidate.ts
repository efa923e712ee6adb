import { PruneError } from "../base/errors.js";
import { contents, digestsOf, neededBy, type Snapshot, type TagState } from "../image/graph.js";
import { type UntagBy, untagWay } from "../policy/facts.js";
import type { SpareReason } from "../policy/skip-reason.js";
import { missingOf, refuseEmpty } from "./make-plan.js";
import { withoutRest } from "./half-untagged.js";
import type { SkippedDeletion, Plan } from "./plan.js";
import type { Deletion, TagDeletion, ManifestDeletion } from "./deletion.js";
import type { RetentionPolicy } from "../policy/policy.js";
import type { Digest, Tag } from "../names/reference.js";
import { plannedUntagged } from "../policy/untagged.js";
import type { Verdict } from "../policy/verdict.js";
import { subjectOf } from "../names/version.js";

/** The saved plan for one repository, as it was read from a file. Nothing in it is trusted but the list of what to delete. */
export interface PlannedRepository {
  /** Every tag that the plan keeps, with the digest that it pointed at. */
  readonly kept: ReadonlyMap<Tag, Digest | undefined>;
  readonly deletions: readonly Deletion[];
}

/** The settings that the user gives anew when a saved plan is carried out. */
export type Permission = Pick<RetentionPolicy, "allowEmpty" | "untag">;

/**
 * Revalidates a saved plan. A deletion stands only if its tags still have the planned digest, and if nothing that appeared or moved since is the
 * deleted manifest, contains it or refers to it. What is safe is found out anew.
 * @throws {PruneError} if the plan would harm a tag that it keeps itself, or leave no image
 */
export function revalidatePlan(saved: PlannedRepository, snapshot: Snapshot, permission: Permission): Plan {
  const now = new Map(snapshot.tags.map(({ tag, digest }) => [tag, digest]));
  const planned = { ...saved, deletions: saved.deletions.map((each) => withoutRest(each, now, snapshot)) };
  const revalidation: Revalidation = { planned, snapshot, now, untagBy: untagWay(snapshot, permission) };
  const skips = new Map<Deletion, SpareReason>();
  for (const deletion of planned.deletions) {
    const reason = ownReason(deletion, revalidation);
    if (reason !== undefined) skips.set(deletion, reason);
  }
  // A skipped manifest stays, and so does what it needs, so this goes on until nothing more is skipped.
  for (;;) {
    const standing = planned.deletions.filter((deletion) => !skips.has(deletion));
    const stays = remainingTags(standing, revalidation);
    const more = neededAmong(standing, stays, revalidation);
    for (const { deletion, reason } of more) skips.set(deletion, reason);
    if (more.length > 0) continue;
    const verdicts = verdictsOf(skips, revalidation);
    refuseEmpty(verdicts, permission, snapshot);
    const missing = missingOf(verdicts, snapshot);
    const untagged = plannedUntagged(snapshot, doomedBy(standing));
    const skipped = [...skips].map(([deletion, reason]) => ({ deletion, reason }));
    const undecided = { notices: [], unread: [] };
    return { ...planOf(standing, revalidation), verdicts, missing, skipped, untagged, ...undecided };
  }
}

interface Revalidation {
  readonly planned: PlannedRepository;
  readonly snapshot: Snapshot;
  /** The digest that each listed tag points at now. */
  readonly now: ReadonlyMap<Tag, Digest | undefined>;
  readonly untagBy: UntagBy | undefined;
}

/** Returns the reason to skip a deletion for its own sake, whatever other deletions there are. */
function ownReason(deletion: Deletion, revalidation: Revalidation): SpareReason | undefined {
  const { namedTags, namedDigests } = revalidation.snapshot;
  const { tags, digest } = deletion;
  const isNamed =
    tags.some((tag) => namedTags.has(tag)) || (digest !== undefined && namedDigests.has(digest));
  if (isNamed) return { kind: "just-pushed" };
  return deletion.kind === "tag" ? tagReason(deletion, revalidation) : manifestReason(deletion, revalidation);
}

function tagReason(deletion: TagDeletion, revalidation: Revalidation): SpareReason | undefined {
  const { now, untagBy } = revalidation;
  if (holdersOf(deletion, revalidation).length === 0) {
    return { kind: now.has(deletion.tags[0]) ? "tags-moved" : "gone" };
  }
  return untagBy === undefined ? { kind: "no-untag" } : undefined;
}

function manifestReason(deletion: ManifestDeletion, revalidation: Revalidation): SpareReason | undefined {
  const { manifests } = revalidation.snapshot;
  // Distribution 2.8 takes a layer's digest for a manifest's and unlinks the layer (measured), so what was not read is not deleted.
  if (!manifests.has(deletion.digest)) return { kind: "gone" };
  const hasMoved = deletion.tags.length > 0 && holdersOf(deletion, revalidation).length === 0;
  if (hasMoved) return { kind: "tags-moved" };
  const back = deletion.orphanOf.find((subject) => manifests.has(subject));
  return back === undefined ? undefined : { kind: "subject-is-back", subject: back };
}

/** Returns the tags of a deletion that are still listed and still point at the planned digest. */
function holdersOf({ tags, digest }: Deletion, { now }: Revalidation): readonly Tag[] {
  return tags.filter((tag) => now.has(tag) && now.get(tag) === digest);
}

function remainingTags(standing: readonly Deletion[], revalidation: Revalidation): readonly TagState[] {
  const going = new Set(standing.flatMap((deletion) => holdersOf(deletion, revalidation)));
  return revalidation.snapshot.tags.filter(({ tag }) => !going.has(tag));
}

/** Finds the deletions that something which stays needs, or is a parent of. @throws {PruneError} if a tag that the plan itself keeps needs one */
function neededAmong(
  standing: readonly Deletion[],
  stays: readonly TagState[],
  { planned, snapshot }: Revalidation,
): readonly SkippedDeletion[] {
  const states = new Map<string, TagState>(stays.map((state) => [state.tag, state]));
  const doomed = doomedBy(standing);
  const untagged = [...(snapshot.untagged?.keys() ?? [])].filter(
    (digest) => !doomed.has(digest) && !snapshot.leftovers.has(digest),
  );
  const needed = neededNow(stays, untagged, snapshot);
  const mayLoseTags = snapshot.untags === "shared" ? digestsOf(stays) : needed;
  const skip = (deletion: Deletion): SpareReason | undefined => {
    const parent = deletion.parents.find((one) => snapshot.manifests.has(one) && !doomed.has(one));
    if (parent !== undefined) return { kind: "parent-stays", parent };
    if (deletion.kind === "manifest") return undefined;
    return deletion.digest === undefined || mayLoseTags.has(deletion.digest)
      ? undefined
      : { kind: "last-tag" };
  };
  return standing.flatMap((deletion): readonly SkippedDeletion[] => {
    const by =
      deletion.kind === "manifest"
        ? (needed.get(deletion.digest) ?? unplannedReferrer(deletion, doomed, snapshot))
        : undefined;
    if (by === undefined) {
      const reason = skip(deletion);
      return reason === undefined ? [] : [{ deletion, reason }];
    }
    const state = states.get(by);
    if (state !== undefined && planned.kept.has(state.tag) && planned.kept.get(state.tag) === state.digest) {
      throw harmfulPlan(snapshot.repository, { deletion, by: state.tag });
    }
    return [{ deletion, reason: { kind: "now-needed-by", by } }];
  });
}

/** Returns the digests of the manifests that go. */
function doomedBy(standing: readonly Deletion[]): ReadonlySet<Digest> {
  return new Set(standing.flatMap((deletion) => (deletion.kind === "manifest" ? [deletion.digest] : [])));
}

function neededNow(
  stays: readonly TagState[],
  untagged: readonly Digest[],
  { namedDigests, manifests }: Snapshot,
): ReadonlyMap<Digest, Tag | Digest> {
  const roots = stays.flatMap(({ tag, digest }) => (digest === undefined ? [] : [[digest, tag] as const]));
  const named = [...namedDigests, ...untagged].map((digest) => [digest, digest] as const);
  const subjects = stays.flatMap(({ tag }) => {
    const subject = subjectOf(tag);
    return subject === undefined ? [] : [[subject, tag] as const];
  });
  return neededBy<Tag | Digest>([...roots, ...named, ...subjects], manifests);
}

/** Finds a manifest that the plan does not know and that refers to this one, or to a part that goes with it. */
function unplannedReferrer(
  { digest }: ManifestDeletion,
  doomed: ReadonlySet<Digest>,
  { manifests, missing, referrers }: Snapshot,
): Digest | undefined {
  return [...contents([digest], manifests)]
    .flatMap((part) => (doomed.has(part) ? (referrers.get(part) ?? []) : []))
    .find((referrer) => !doomed.has(referrer) && !missing.has(referrer));
}

function harmfulPlan(
  repository: string,
  { deletion, by }: { readonly deletion: Deletion; readonly by: Tag },
): PruneError {
  const { tags, digest } = deletion;
  const what = tags.length > 0 ? tags.join(", ") : digest;
  return new PruneError(
    `${repository}: the plan would delete ${what}, which ${by} needs, and keeps ${by}; nothing is deleted`,
    "This is no plan that the program made. See who wrote it, and make a new one with a dry run.",
  );
}

function verdictsOf(
  skips: ReadonlyMap<Deletion, SpareReason>,
  { planned, snapshot, untagBy }: Revalidation,
): readonly Verdict[] {
  const byTag = new Map(
    planned.deletions.flatMap((deletion) => deletion.tags.map((tag) => [tag, deletion] as const)),
  );
  return snapshot.tags.map((state): Verdict => {
    const deletion = byTag.get(state.tag);
    if (deletion === undefined) return { kind: "keep", ...state, reason: { kind: "not-planned" } };
    const moved: SpareReason | undefined =
      state.digest === deletion.digest ? undefined : { kind: "tags-moved" };
    const why = skips.get(deletion) ?? moved;
    if (why !== undefined) return { kind: "keep", ...state, reason: { kind: "skipped", why } };
    const reason = { kind: "planned" } as const;
    return deletion.kind === "manifest"
      ? { kind: "delete", tag: state.tag, digest: deletion.digest, reason }
      : { kind: "untag", ...state, by: untagBy ?? deletion.by, reason };
  });
}

function planOf(
  standing: readonly Deletion[],
  revalidation: Revalidation,
): Pick<Plan, "repository" | "deletions"> {
  const { snapshot, untagBy } = revalidation;
  return {
    repository: snapshot.repository,
    deletions: standing.map((deletion) => {
      // A parent that is gone already need not be waited for.
      const parents = deletion.parents.filter((parent) => snapshot.manifests.has(parent));
      return deletion.kind === "tag"
        ? { ...deletion, parents, by: untagBy ?? deletion.by }
        : { ...deletion, parents, tags: holdersOf(deletion, revalidation) };
    }),
  };
}
