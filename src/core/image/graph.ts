import { blobsOf, type Manifest } from "./manifest.js";
import type { Digest, RepositoryName, Tag } from "../names/reference.js";

/** A listed tag and the digest that it pointed at. A tag that is listed and does not resolve has no digest. */
export interface TagState {
  readonly tag: Tag;
  readonly digest?: Digest;
}

/** A repository as it was read once, at the start of a run. */
export interface Snapshot {
  readonly repository: RepositoryName;
  /** Every listed tag, in the listing's order. */
  readonly tags: readonly TagState[];
  /** Every manifest that a tag or a named digest reaches. */
  readonly manifests: ReadonlyMap<Digest, Manifest>;
  /** Digests that an index or a referrer names and the registry did not have. */
  readonly missing: ReadonlySet<Digest>;
  /** Tags that this run's image references name, because they were just pushed. */
  readonly namedTags: ReadonlySet<Tag>;
  /** Digests that this run's image references name, because they were just pushed. */
  readonly namedDigests: ReadonlySet<Digest>;
  /** Manifests that an interrupted run meant to delete, by its journal. */
  readonly leftovers: ReadonlySet<Digest>;
  /** The referrers of each manifest that the registry was asked about, as the registry lists them. Tags such as `sha256-….sig` are not in it. */
  readonly referrers: ReadonlyMap<Digest, readonly Digest[]>;
  /** False if the registry was asked for the referrers of a manifest, and has no such lists. */
  readonly listsReferrers?: false;
  /** The date that each image configuration gives for its image, in milliseconds since 1970, for all that were read; `undefined` where it gives none. */
  readonly dates: ReadonlyMap<Digest, number | undefined>;
  /**
   * The bytes of each configuration and layer that the registry was asked about, by its own word; `undefined` where it has no such blob, or names no size. Absent if
   * nobody asked: what a manifest says of the size of its layers may be made up.
   */
  readonly sizes?: ReadonlyMap<Digest, number | undefined>;
  /** When manifests were pushed, in milliseconds since 1970, where the registry says so: the date of an image that has none of its own. */
  readonly pushed?: ReadonlyMap<Digest, number>;
  /** True if the date of a push is that of its image, whatever its configuration says. */
  readonly datesByPush?: true;
  /** The time of reading, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Every manifest without a tag that the registry lists, with the time of its last change in milliseconds since 1970. Empty if the registry lists
   * none, as Distribution; absent if nobody asked.
   */
  readonly untagged?: ReadonlyMap<Digest, number>;
  /** The registry's ability to delete a tag and leave its image; absent if nobody asked. */
  readonly untags?: Untags;
}

/**
 * A registry's ability to delete a tag by itself.
 * - shared: only one whose image another tag has, for an image goes with its last tag (Amazon ECR)
 * - unseen: that can't be found out without the right to delete
 * - unclear: it was asked, and its answer does not show it
 * - no-keys, wrong-keys, no-right: its own API can, which got no keys, took none of them, or allows their owner no such thing
 */
export type Untags = "yes" | "shared" | "no" | "unseen" | "unclear" | "no-keys" | "wrong-keys" | "no-right";

/** Returns the digests that tags point at. */
export function digestsOf(tags: readonly TagState[]): ReadonlySet<Digest> {
  return new Set(tags.flatMap(({ digest }) => digest ?? []));
}

/** Manifests by their digest. */
export type Manifests = Pick<ReadonlyMap<Digest, Manifest>, "get">;

/** Returns the digests that a manifest names and would be harmed by losing: an index's children, a referrer's subject. */
export function needs(manifest: Manifest): readonly Digest[] {
  if (manifest.kind === "schema1") return [];
  const children = manifest.kind === "index" ? manifest.children : [];
  return manifest.subject === undefined ? children : [...children, manifest.subject];
}

/** Returns all digests that these manifests need; some may be in it more than once. */
export function neededIn(manifests: ReadonlyMap<Digest, Manifest>): readonly Digest[] {
  return [...manifests.values()].flatMap(needs);
}

/** Returns the roots and all that they need, through nested indexes and subjects; the roots come first. */
export function reach(roots: Iterable<Digest>, manifests: Manifests): ReadonlySet<Digest> {
  return walk(roots, manifests, needs);
}

/** Returns everything that the roots need, themselves and their blobs included. Its value is the `by` of the first root that needs it. */
export function neededBy<By>(
  roots: Iterable<readonly [Digest, By]>,
  manifests: Manifests,
): ReadonlyMap<Digest, By> {
  const needed = new Map<Digest, By>();
  for (const [root, by] of roots) {
    // A digest that is in the map was walked already, with all that it needs.
    if (needed.has(root)) continue;
    needed.set(root, by);
    const manifest = manifests.get(root);
    if (manifest === undefined || needs(manifest).length === 0) continue;
    for (const digest of reach([root], manifests)) if (!needed.has(digest)) needed.set(digest, by);
  }
  // Blobs count, because Distribution 2.8 unlinks a layer of the same bytes when it deletes a manifest (measured). They come last: a blob is not
  // walked.
  for (const [digest, by] of [...needed]) {
    for (const blob of blobsOf(manifests.get(digest))) {
      if (!needed.has(blob.digest)) needed.set(blob.digest, by);
    }
  }
  return needed;
}

/** Returns the roots and all that they contain, through nested indexes; the roots come first. A referrer does not contain its subject. */
export function contents(roots: Iterable<Digest>, manifests: Manifests): ReadonlySet<Digest> {
  return walk(roots, manifests, (manifest) => (manifest.kind === "index" ? manifest.children : []));
}

/** Returns an image and all that it contains, as `contents` does; most images contain nothing, and need no set. */
export function partsOf(root: Digest, manifests: Manifests): Iterable<Digest> {
  return manifests.get(root)?.kind === "index" ? contents([root], manifests) : [root];
}

function walk(
  roots: Iterable<Digest>,
  manifests: Manifests,
  next: (manifest: Manifest) => readonly Digest[],
): ReadonlySet<Digest> {
  return reachable(roots, (digest) => {
    const manifest = manifests.get(digest);
    return manifest === undefined ? [] : next(manifest);
  });
}

/** Returns these digests, and all that `next` leads to from them. */
export function reachable(
  from: Iterable<Digest>,
  next: (digest: Digest) => readonly Digest[],
): ReadonlySet<Digest> {
  const reached = new Set(from);
  // A loop over a Set also visits what is added meanwhile, so this visits everything once.
  for (const digest of reached) for (const other of next(digest)) reached.add(other);
  return reached;
}

/**
 * Sorts nodes so that each comes after all its predecessors, otherwise in the order given. Where predecessors form a circle, the link that closes it
 * is ignored.
 */
export function topologicalOrder<Node>(
  nodes: readonly Node[],
  predecessors: (node: Node) => readonly Node[],
): readonly Node[] {
  const entered = new Set<Node>();
  const ordered: Node[] = [];
  const enter = (node: Node): void => {
    if (entered.has(node)) return;
    entered.add(node);
    predecessors(node).forEach(enter);
    ordered.push(node);
  };
  nodes.forEach(enter);
  return ordered;
}
