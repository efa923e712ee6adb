import { neededBy, type Snapshot, type TagState } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { subjectOf } from "../../core/names/version.js";
import type { ManifestsSince } from "./manifests-since.js";
import { readNeeded, type ReadOptions, resolveTags } from "../observe/observe.js";

/** What was seen just before a batch. */
export interface Look {
  /** What each tag that was read points at now; a tag that is listed and does not resolve has none. */
  readonly tags: ReadonlyMap<Tag, Digest | undefined>;
  /** Every digest that a tag which stays needs, and that tag; and what needs it that was pushed meanwhile without one. */
  readonly needed: ReadonlyMap<Digest, Tag | Digest>;
  /** What orphans of the batch refer to and is there again. */
  readonly back: ReadonlySet<Digest>;
}

/** What a look takes. */
export interface LookOptions extends ReadOptions {
  /** Every manifest read so far; grows. */
  readonly manifests: ManifestsSince;
  /** What the plan was made from. */
  readonly snapshot: Pick<Snapshot, "manifests" | "untagged">;
}

/**
 * Lists the tags again and reads what each that stays points at now, and each that this batch would delete; victims of later
 * batches are read in their own turn. A tag that appeared, or was moved, stays, and so does all that it needs; and so does what appeared or changed without a tag, where
 * the registry lists that.
 * @param isPending whether a tag is still to go, with this batch or later
 * @throws {RegistryError | UnsureError} where that could not be seen for certain
 */
export async function lookAgain(
  options: LookOptions,
  batch: readonly Deletion[],
  isPending: (tag: Tag) => boolean,
): Promise<Look> {
  const { registry, repository, manifests, snapshot } = options;
  const inBatch = plannedTags(batch);
  const listed = (await registry.listTags(repository)) ?? [];
  const read = listed.filter((tag) => inBatch.has(tag) || !isPending(tag));
  const states = await resolveTags(options, read, manifests);
  const untagged = (await registry.listUntagged(repository)) ?? new Map<Digest, number>();
  const appeared = [...untagged]
    .filter(([digest, changed]) => isNews(digest, changed, snapshot))
    .map(([digest]) => digest);
  await readNeeded(options, [...appeared, ...manifests.wanted()], { manifests, missing: new Set() });
  const subjects = batch.flatMap((deletion) => (deletion.kind === "manifest" ? deletion.orphanOf : []));
  const back = new Map<Digest, Manifest>();
  await readNeeded(options, subjects, { manifests: back, missing: new Set() });
  const stays = states.filter(({ tag, digest }) => !inBatch.has(tag) || inBatch.get(tag) !== digest);
  return {
    tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
    needed: neededBy<Tag | Digest>(
      [...stays.flatMap(rootsOf), ...appeared.map((digest) => [digest, digest] as const)],
      manifests,
    ),
    back: new Set(back.keys()),
  };
}

/** Whether something without a tag was not there when the plan was made, or has changed since: somebody pushed it. */
function isNews(digest: Digest, changed: number, { manifests, untagged }: LookOptions["snapshot"]): boolean {
  return !manifests.has(digest) || changed > (untagged?.get(digest) ?? Infinity);
}

/** What a tag keeps: what it points at, and what a signature's tag names. */
function rootsOf({ tag, digest }: TagState): readonly (readonly [Digest, Tag])[] {
  return [digest, subjectOf(tag)].flatMap((root) => (root === undefined ? [] : [[root, tag] as const]));
}

function plannedTags(deletions: readonly Deletion[]): ReadonlyMap<Tag, Digest | undefined> {
  return new Map(deletions.flatMap(({ tags, digest }) => tags.map((tag) => [tag, digest] as const)));
}
