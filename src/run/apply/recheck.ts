import { digestsOf, neededBy, type Snapshot, type TagState } from "../../core/image/graph.js";
import { isHollow } from "../../core/image/hollow.js";
import { isLeftMark } from "../../core/image/untag-mark.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { subjectOf } from "../../core/names/version.js";
import type { ManifestsSince } from "./manifests-since.js";
import { listAndAsk, resolveTags } from "../observe/beside-list.js";
import { readNeeded, type ReadOptions } from "../observe/observe.js";

/** The state of the repository just before a batch. */
export interface Look {
  /** The digest that each tag points at now, for the tags that were read; `undefined` for a tag that is listed and does not resolve. */
  readonly tags: ReadonlyMap<Tag, Digest | undefined>;
  /** Every digest that must stay, with what needs it: a tag that stays, or a manifest that was pushed meanwhile without a tag. */
  readonly needed: ReadonlyMap<Digest, Tag | Digest>;
  /** The digests of which a tag may go by itself: they stay without it. */
  readonly mayLoseTags: { readonly has: (digest: Digest) => boolean };
  /** The images among these tags' that can't be pulled: hollow indexes, and what a run that was cut off left of a tag. */
  readonly hollow: ReadonlySet<Digest>;
  /** Digests that were missing and are there again: the subjects of orphans in the batch, the parts of hollow indexes. */
  readonly back: ReadonlySet<Digest>;
}

/** The digests at which looks showed tags, in their order, for each tag that was moved or is new since the snapshot. */
export type Strays = ReadonlyMap<Tag, readonly Digest[]>;

/** Takes in where a look shows tags that the snapshot has elsewhere, or not at all. */
export function addStrays(
  strays: Map<Tag, readonly Digest[]>,
  look: Pick<Look, "tags">,
  { tags }: Pick<Snapshot, "tags">,
): void {
  const enter = (tag: Tag, now: Digest): void => {
    const before = strays.get(tag) ?? [];
    if (before.at(-1) !== now) strays.set(tag, [...before, now]);
  };
  let known = 0;
  for (const { tag, digest } of tags) {
    if (look.tags.has(tag)) known += 1;
    const now = look.tags.get(tag);
    if (now !== undefined && (now !== digest || strays.has(tag))) enter(tag, now);
  }
  if (known === look.tags.size) return;
  const before = new Set(tags.map(({ tag }) => tag));
  for (const [tag, now] of look.tags) if (now !== undefined && !before.has(tag)) enter(tag, now);
}

/** The collaborators of a look, and what is known already. */
export interface LookOptions extends ReadOptions {
  /** Every manifest that was read so far; grows. */
  readonly manifests: ManifestsSince;
  /** The snapshot that the plan was made from. */
  readonly snapshot: Pick<Snapshot, "manifests" | "untagged" | "tags" | "untags">;
}

/** The tags of a run at the time of a look. */
export interface TagsOfRun {
  /** True for a tag that is still to go, with this batch or later. */
  readonly isPending: (tag: Tag) => boolean;
  /** True for a tag that this run has deleted, or tried to. */
  readonly isTried: (tag: Tag) => boolean;
}

/**
 * Lists the tags again and resolves each that stays and each that this batch would delete; the tags of later batches are resolved in their own turn. A tag that
 * appeared or was moved stays, and so does all that it needs. If the registry lists untagged manifests, those that appeared or changed stay too.
 * @throws {RegistryError | UnsureError} if that could not be read for certain
 */
export async function lookAgain(
  options: LookOptions,
  batch: readonly Deletion[],
  { isPending, isTried }: TagsOfRun,
): Promise<Look> {
  const { registry, repository, manifests, snapshot } = options;
  const inBatch = plannedTags(batch);
  const isRead = (tag: Tag): boolean => inBatch.has(tag) || !isPending(tag);
  const expected = snapshot.tags.flatMap(({ tag, digest }) =>
    digest !== undefined && isRead(tag) && !isTried(tag) ? [tag] : [],
  );
  const resolve = (tag: Tag): Promise<Digest | undefined> => registry.resolveTag(repository, tag);
  const { listed, found: resolved } = await listAndAsk(options, expected, resolve);
  const states = await resolveTags(options, listed.filter(isRead), { manifests, resolved });
  const untagged = (await registry.listUntagged(repository)) ?? new Map<Digest, number>();
  const appeared = [...untagged]
    .filter(([digest, changed]) => isNews(digest, changed, snapshot))
    .map(([digest]) => digest);
  const missing = new Set<Digest>();
  await readNeeded(options, [...appeared, ...manifests.wanted()], { manifests, missing });
  const lacking = batch.flatMap((deletion) => (deletion.kind === "manifest" ? deletion.orphanOf : []));
  const back = new Map<Digest, Manifest>();
  await readNeeded(options, lacking, { manifests: back, missing: new Set() });
  const stays = states.filter(({ tag, digest }) => !inBatch.has(tag) || inBatch.get(tag) !== digest);
  const isHollowNow = (digest: Digest): boolean =>
    isHollow(digest, { manifests, missing }) || isLeftMark(manifests.get(digest));
  const needed = neededBy<Tag | Digest>(
    [...stays.flatMap(rootsOf), ...appeared.map((digest) => [digest, digest] as const)],
    manifests,
  );
  return {
    tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
    needed,
    mayLoseTags: snapshot.untags === "shared" ? digestsOf(stays) : needed,
    hollow: new Set(states.flatMap(({ digest }) => digest ?? []).filter(isHollowNow)),
    back: new Set(back.keys()),
  };
}

/** True if an untagged manifest was not there when the plan was made, or has changed since: somebody pushed it. */
function isNews(digest: Digest, changed: number, { manifests, untagged }: LookOptions["snapshot"]): boolean {
  return !manifests.has(digest) || changed > (untagged?.get(digest) ?? Infinity);
}

/** Returns the digests that a tag keeps: the one it points at, and the one that a signature's tag names. */
function rootsOf({ tag, digest }: TagState): readonly (readonly [Digest, Tag])[] {
  return [digest, subjectOf(tag)].flatMap((root) => (root === undefined ? [] : [[root, tag] as const]));
}

function plannedTags(deletions: readonly Deletion[]): ReadonlyMap<Tag, Digest | undefined> {
  return new Map(deletions.flatMap(({ tags, digest }) => tags.map((tag) => [tag, digest] as const)));
}
