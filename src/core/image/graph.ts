import { blobsOf, type Manifest } from "./manifest.js";
import type { Digest, RepositoryName, Tag } from "../names/reference.js";

/** A tag of the listing and what it pointed at; a tag that is listed and does not resolve has no digest. */
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
  /** What an index or a referrer names and the registry did not have. */
  readonly missing: ReadonlySet<Digest>;
  /** Tags that this run's references name: just pushed. */
  readonly namedTags: ReadonlySet<Tag>;
  /** Digests that this run's references name: just pushed. */
  readonly namedDigests: ReadonlySet<Digest>;
  /** Manifests that a run which was cut off meant to delete, by its journal. */
  readonly leftovers: ReadonlySet<Digest>;
  /** What refers to a manifest by the registry's own word, for each that it was asked about. Tags such as `sha256-….sig` are not in it. */
  readonly referrers: ReadonlyMap<Digest, readonly Digest[]>;
  /** False where the registry was asked what refers to a manifest, and has no such lists. */
  readonly listsReferrers?: false;
  /** What each image configuration that was read says of when its image was created, in milliseconds since 1970, if it does. */
  readonly dates: ReadonlyMap<Digest, number | undefined>;
  /** When it was read, in milliseconds since 1970. */
  readonly now: number;
  /**
   * Every manifest without a tag that the registry lists, and when it last changed, in milliseconds since 1970; empty where the registry lists none, as
   * Distribution; absent where nobody asked.
   */
  readonly untagged?: ReadonlyMap<Digest, number>;
  /** Whether the registry deletes a tag and leaves its image; absent where nobody asked. */
  readonly untags?: Untags;
}

/** Whether a registry deletes a tag by itself; `unseen` where that can't be found out without the right to delete. */
export type Untags = "yes" | "no" | "unseen";

/** Manifests by their digest. */
export type Manifests = Pick<ReadonlyMap<Digest, Manifest>, "get">;

/** What a manifest names and would be harmed by losing: an index's children, a referrer's subject. */
export function needs(manifest: Manifest): readonly Digest[] {
  if (manifest.kind === "schema1") return [];
  const children = manifest.kind === "index" ? manifest.children : [];
  return manifest.subject === undefined ? children : [...children, manifest.subject];
}

/** All that manifests need, each maybe more than once. */
export function neededIn(manifests: ReadonlyMap<Digest, Manifest>): readonly Digest[] {
  return [...manifests.values()].flatMap(needs);
}

/** The roots and all they need, through nested indexes and subjects, roots first. */
export function reach(roots: Iterable<Digest>, manifests: Manifests): ReadonlySet<Digest> {
  return walk(roots, manifests, needs);
}

/** Everything that the roots need, themselves and their blobs included, each with the first root's `by` that needs it. */
export function neededBy<By>(
  roots: Iterable<readonly [Digest, By]>,
  manifests: Manifests,
): ReadonlyMap<Digest, By> {
  const needed = new Map<Digest, By>();
  for (const [root, by] of roots) {
    // What is needed already was walked with all that it needs.
    if (needed.has(root)) continue;
    needed.set(root, by);
    const manifest = manifests.get(root);
    if (manifest === undefined || needs(manifest).length === 0) continue;
    for (const digest of reach([root], manifests)) if (!needed.has(digest)) needed.set(digest, by);
  }
  // Deleting a manifest, Distribution 2.8 unlinks a layer of the same bytes too (measured). Only now: a blob is not walked.
  for (const [digest, by] of [...needed]) {
    for (const blob of blobsOf(manifests.get(digest))) {
      if (!needed.has(blob.digest)) needed.set(blob.digest, by);
    }
  }
  return needed;
}

/** The roots and all that they contain, through nested indexes, roots first. Subjects are not contained. */
export function contents(roots: Iterable<Digest>, manifests: Manifests): ReadonlySet<Digest> {
  return walk(roots, manifests, (manifest) => (manifest.kind === "index" ? manifest.children : []));
}

/** An image and all that it contains: `contents` of one root, of which most contain nothing. */
export function partsOf(root: Digest, manifests: Manifests): Iterable<Digest> {
  return manifests.get(root)?.kind === "index" ? contents([root], manifests) : [root];
}

function walk(
  roots: Iterable<Digest>,
  manifests: Manifests,
  next: (manifest: Manifest) => readonly Digest[],
): ReadonlySet<Digest> {
  const seen = new Set<Digest>(roots);
  // A Set hands out what is added while it is walked, so this visits everything once.
  for (const digest of seen) {
    const manifest = manifests.get(digest);
    if (manifest !== undefined) for (const other of next(manifest)) seen.add(other);
  }
  return seen;
}

/**
 * The nodes, each after all its predecessors, otherwise in the order given.
 * Where predecessors form a circle, the one that closes it is passed over.
 */
export function inOrder<Node>(
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
