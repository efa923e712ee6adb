import { PruneError } from "./errors.js";
import { contents, inOrder, type Snapshot } from "./graph.js";
import { compareTagsNewestFirst, newestFirst } from "./order.js";
import type { RetentionPolicy } from "./policy.js";
import type { Digest, RepositoryName, Tag } from "./reference.js";
import { standings } from "./retention.js";
import { decide, deletable, type Verdict } from "./verdict.js";

/** One manifest that goes, with every tag that goes with it (none for an index's child). */
export interface Deletion {
  readonly digest: Digest;
  readonly tags: readonly Tag[];
  /** Indexes of this plan that contain it: it goes only after they have gone. */
  readonly parents: readonly Digest[];
  /** Deletions earlier in the list that are to be over, one way or the other, before it starts. */
  readonly after: readonly Digest[];
}

/** What is decided about a repository. */
export interface Plan {
  readonly repository: RepositoryName;
  /** One for every listed tag, in the order decided: by group, newest first. */
  readonly verdicts: readonly Verdict[];
  /** How many tags the policy's order has a place for; none is a sign of a wrong setting. */
  readonly candidates: number;
  /**
   * What to delete, in the order to do it: oldest image first, an index before its children (a pull in between must
   * not find half an image), a tag after its victims `tag-…` and `tag.…` (beside which Distribution 2.8 on S3 leaves it listed).
   */
  readonly deletions: readonly Deletion[];
  /** What a kept image contains and the registry did not have, before anything was deleted. */
  readonly missing: readonly Digest[];
}

/**
 * Decides about every tag of a snapshot, and orders the deletions.
 * @throws {PruneError} where the repository would be left without an image and the policy does not allow that
 */
export function plan(snapshot: Snapshot, policy: RetentionPolicy): Plan {
  const places = standings(snapshot.tags, policy);
  const { verdicts, safe } = decide(places, snapshot, policy);
  const victims = deletable(verdicts);
  const stays = verdicts.some((verdict) => verdict.kind === "keep" && verdict.digest !== undefined);
  if (victims.length > 0 && !stays && !policy.allowEmpty) {
    throw new PruneError(
      `${snapshot.repository} would be left without a tag, so nothing is deleted there`,
      "Keep at least one image (keep), or say that the repository may end empty (allow-empty: true).",
    );
  }

  return {
    repository: snapshot.repository,
    verdicts,
    candidates: places.filter(({ place }) => place.kind === "ranked").length,
    deletions: orderDeletions(oldestFirst(victims, policy), safe, snapshot),
    missing: [...snapshot.missing].filter((digest) => safe.has(digest)),
  };
}

/** Each image that goes, with its tags; an image is as old as the newest of them. */
function oldestFirst(
  victims: ReturnType<typeof deletable>,
  policy: RetentionPolicy,
): ReadonlyMap<Digest, readonly Tag[]> {
  const images = new Map<Digest, Tag[]>();
  for (const { tag, digest } of newestFirst(victims, policy.sort)) {
    const tags = images.get(digest) ?? [];
    images.set(digest, tags);
    tags.push(tag);
  }
  return new Map([...images].reverse());
}

function orderDeletions(
  images: ReadonlyMap<Digest, readonly Tag[]>,
  safe: ReadonlySet<Digest>,
  snapshot: Snapshot,
): readonly Deletion[] {
  const doomed = withChildren([...images.keys()], safe, snapshot);
  const parents = parentsOf(doomed, snapshot);
  const siblings = siblingsOf(images);
  const hard = (digest: Digest): readonly Digest[] => parents.get(digest) ?? [];
  const soft = (digest: Digest): readonly Digest[] => [...(siblings.get(digest) ?? [])];
  const preferred = inOrder(doomed, (digest) => [...hard(digest), ...soft(digest)]);
  // Where siblings say the opposite (1.0.0 contains 1.0.0-amd64), indexes win, so these are put in order once more.
  const ordered = inOrder(preferred, hard);
  const position = new Map(ordered.map((digest, index) => [digest, index]));
  const isBefore = (a: Digest, b: Digest): boolean => (position.get(a) ?? 0) < (position.get(b) ?? 0);
  return ordered.map((digest) => ({
    digest,
    tags: [...(images.get(digest) ?? [])].sort(compareTagsNewestFirst),
    parents: hard(digest),
    after: soft(digest).filter((other) => isBefore(other, digest)),
  }));
}

/** The images, each followed by the children that only images up to it contain and nothing kept needs. */
function withChildren(
  images: readonly Digest[],
  safe: ReadonlySet<Digest>,
  snapshot: Snapshot,
): readonly Digest[] {
  const isImage = new Set(images);
  const doomed = new Set<Digest>();
  for (const image of images) {
    for (const digest of contents([image], snapshot.manifests)) {
      const goes =
        digest === image || !(isImage.has(digest) || safe.has(digest) || snapshot.missing.has(digest));
      if (!goes) continue;
      // Taken out and added again: behind the last image that contains it.
      doomed.delete(digest);
      doomed.add(digest);
    }
  }
  return [...doomed];
}

function parentsOf(doomed: readonly Digest[], snapshot: Snapshot): ReadonlyMap<Digest, readonly Digest[]> {
  const isDoomed = new Set(doomed);
  const parents = new Map<Digest, Digest[]>();
  for (const digest of doomed) {
    const manifest = snapshot.manifests.get(digest);
    if (manifest?.kind !== "index") continue;
    for (const child of new Set(manifest.children)) {
      if (!isDoomed.has(child)) continue;
      const known = parents.get(child) ?? [];
      parents.set(child, known);
      known.push(digest);
    }
  }
  return parents;
}

/** For each image, those of which a tag is named `tag-…` or `tag.…` after one of its own. */
function siblingsOf(images: ReadonlyMap<Digest, readonly Tag[]>): ReadonlyMap<Digest, ReadonlySet<Digest>> {
  const owner = new Map<string, Digest>();
  for (const [digest, tags] of images) for (const tag of tags) owner.set(tag, digest);
  const siblings = new Map<Digest, Set<Digest>>();
  for (const [tag, digest] of owner) {
    for (const { index } of tag.matchAll(/[.-]/g)) {
      const prefix = owner.get(tag.slice(0, index));
      if (prefix === undefined || prefix === digest) continue;
      const known = siblings.get(prefix) ?? new Set();
      siblings.set(prefix, known.add(digest));
    }
  }
  return siblings;
}
