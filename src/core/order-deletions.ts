import type { Decision } from "./decide.js";
import { inOrder, partsOf, type Snapshot } from "./graph.js";
import { grouped } from "./grouped.js";
import { compareTagsNewestFirst } from "./order.js";
import type { Deletion, ManifestDeletion, TagDeletion } from "./plan.js";
import type { Digest, Tag } from "./reference.js";
import type { Verdict } from "./verdict.js";
import { subjectOf } from "./version.js";

type Delete = Extract<Verdict, { readonly kind: "delete" }>;

/**
 * What to delete, in the order to do it: the order that `Plan.deletions` promises.
 * @param newestFirst every candidate
 */
export function orderDeletions(
  { verdicts, doomed }: Pick<Decision, "verdicts" | "doomed">,
  snapshot: Snapshot,
  newestFirst: readonly Tag[],
): readonly Deletion[] {
  const victims = verdicts.flatMap((verdict) => (verdict.kind === "delete" ? [verdict] : []));
  const images = tagsByImage(victims);
  const family = familyOf(victims, snapshot);
  const order = orderManifests(images, {
    roots: oldestFirst(victims, newestFirst),
    doomed,
    family,
    snapshot,
  });
  const orphans = orphansOf(victims);
  const manifests = order.map(({ digest, parents, after }): ManifestDeletion => ({
    kind: "manifest",
    digest,
    tags: [...(images.get(digest) ?? NONE)].sort(compareTagsNewestFirst),
    parents,
    after,
    orphanOf: orphans.get(digest) ?? NONE,
  }));
  return [...manifests, ...verdicts.flatMap(tagDeletion)];
}

/** One for all of them: most deletions have nothing before them, and there may be a hundred thousand. */
const NONE: readonly never[] = [];

function tagDeletion(verdict: Verdict): readonly TagDeletion[] {
  if (verdict.kind !== "untag") return [];
  const { tag, digest, by, reason } = verdict;
  const parents = reason.kind === "referrer-of" ? [reason.subject] : [];
  return [{ kind: "tag", tags: [tag], by, parents, ...(digest === undefined ? {} : { digest }) }];
}

function tagsByImage(victims: readonly Delete[]): ReadonlyMap<Digest, readonly Tag[]> {
  return grouped(victims.map(({ digest, tag }) => [digest, tag] as const));
}

function orphansOf(victims: readonly Delete[]): ReadonlyMap<Digest, readonly Digest[]> {
  return grouped(
    victims.flatMap(({ digest, reason }) =>
      reason.kind === "orphan" ? [[digest, reason.subject] as const] : [],
    ),
  );
}

/** The images that go by their rank; an image is as old as the newest of its tags. */
function oldestFirst(victims: readonly Delete[], newestFirst: readonly Tag[]): readonly Digest[] {
  const images = new Map(victims.map(({ tag, digest }) => [tag, digest]));
  return [...new Set(newestFirst.flatMap((tag) => images.get(tag) ?? []))].reverse();
}

/** What belongs to a digest and goes after it. */
interface Family {
  /** What it contains. */
  readonly children: (digest: Digest) => readonly Digest[];
  /** What refers to it. */
  readonly referrers: (digest: Digest) => readonly Digest[];
}

function familyOf(victims: readonly Delete[], { manifests, referrers }: Snapshot): Family {
  const named = grouped(
    victims.flatMap(({ tag, digest }) => {
      const subject = subjectOf(tag);
      return subject === undefined ? [] : [[subject, digest] as const];
    }),
  );
  return {
    children: (digest) => {
      const manifest = manifests.get(digest);
      return manifest?.kind === "index" ? manifest.children : NONE;
    },
    referrers: (digest) => joined(named.get(digest), referrers.get(digest)),
  };
}

function joined<T>(a: readonly T[] = NONE, b: readonly T[] = NONE): readonly T[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

interface Order {
  readonly roots: readonly Digest[];
  readonly doomed: ReadonlySet<Digest>;
  readonly family: Family;
  readonly snapshot: Snapshot;
}

type Place = Pick<ManifestDeletion, "digest" | "parents" | "after">;

function orderManifests(
  images: ReadonlyMap<Digest, readonly Tag[]>,
  { roots, doomed, family, snapshot }: Order,
): readonly Place[] {
  const containers = parentsOf(doomed, family.children);
  const subjects = parentsOf(doomed, family.referrers);
  const siblings = siblingsOf(images);
  const within = (digest: Digest): readonly Digest[] => containers.get(digest) ?? NONE;
  const hard = (digest: Digest): readonly Digest[] => joined(containers.get(digest), subjects.get(digest));
  const soft = (digest: Digest): readonly Digest[] => siblings.get(digest) ?? NONE;
  const wanted = families(roots, { doomed, family, snapshot });
  // The last wins: where siblings say the opposite (1.0.0 contains 1.0.0-amd64), or tags' names make a circle of what refers to what, indexes do.
  const said = [
    siblings.size > 0 ? [soft] : [],
    subjects.size > 0 ? [hard] : [],
    containers.size > 0 ? [within] : [],
  ];
  const ordered = said.flat().reduce(inOrder, wanted);
  const position = new Map(ordered.map((digest, index) => [digest, index]));
  const before =
    (digest: Digest) =>
    (other: Digest): boolean =>
      (position.get(other) ?? 0) < (position.get(digest) ?? 0);
  const earlier = (others: readonly Digest[], digest: Digest): readonly Digest[] =>
    others.length === 0 ? NONE : [...new Set(others)].filter(before(digest));
  return ordered.map((digest) => ({
    digest,
    parents: earlier(hard(digest), digest),
    after: earlier(soft(digest), digest),
  }));
}

/**
 * Each root, followed by what only roots up to it bring along: first what it contains, then what refers to that. Then what no root brings along:
 * orphans, and what an earlier run left.
 */
function families(
  roots: readonly Digest[],
  { doomed, family, snapshot }: Pick<Order, "doomed" | "family" | "snapshot">,
): readonly Digest[] {
  const isRoot = new Set(roots);
  const ordered = new Set<Digest>();
  const place = (digest: Digest): void => {
    // Taken out and added again: behind the last image that contains it.
    ordered.delete(digest);
    ordered.add(digest);
  };
  for (const root of roots) {
    // Most are one manifest, and there may be a hundred thousand.
    if (family.children(root).length === 0 && family.referrers(root).length === 0) {
      if (doomed.has(root)) place(root);
      continue;
    }
    const members = new Set(partsOf(root, snapshot.manifests));
    for (const member of members) {
      family.children(member).forEach((other) => members.add(other));
      family.referrers(member).forEach((other) => members.add(other));
    }
    for (const digest of members) {
      if (doomed.has(digest) && (digest === root || !isRoot.has(digest))) place(digest);
    }
  }
  for (const digest of doomed) ordered.add(digest);
  return [...ordered];
}

function parentsOf(
  doomed: ReadonlySet<Digest>,
  membersOf: (digest: Digest) => readonly Digest[],
): ReadonlyMap<Digest, readonly Digest[]> {
  const parents: (readonly [Digest, Digest])[] = [];
  for (const digest of doomed) for (const member of membersOf(digest)) parents.push([member, digest]);
  return grouped(parents);
}

/** For each image, those of which a tag is named `tag-…` or `tag.…` after one of its own. */
function siblingsOf(images: ReadonlyMap<Digest, readonly Tag[]>): ReadonlyMap<Digest, readonly Digest[]> {
  const owner = new Map<string, Digest>();
  for (const [digest, tags] of images) for (const tag of tags) owner.set(tag, digest);
  const siblings: (readonly [Digest, Digest])[] = [];
  for (const [tag, digest] of owner) {
    for (const { index } of tag.matchAll(/[.-]/g)) {
      const prefix = owner.get(tag.slice(0, index));
      if (prefix !== undefined) siblings.push([prefix, digest]);
    }
  }
  return grouped(siblings);
}
