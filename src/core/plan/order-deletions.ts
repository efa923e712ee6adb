import type { Decision } from "../policy/decision.js";
import { topologicalOrder, partsOf, type Snapshot } from "../image/graph.js";
import { missingOfHollow } from "../image/hollow.js";
import { grouped } from "../base/grouped.js";
import { compareTagsNewestFirst } from "../names/order.js";
import type { Deletion, TagDeletion, ManifestDeletion } from "./deletion.js";
import type { Digest, Tag } from "../names/reference.js";
import type { Verdict } from "../policy/verdict.js";
import { subjectOf } from "../names/version.js";

type ImageVerdict = Extract<Verdict, { readonly kind: "delete" }>;
type UntagVerdict = Extract<Verdict, { readonly kind: "untag" }>;

/**
 * Returns the deletions in the order that `Plan.deletions` promises.
 * @param newestFirst every candidate
 */
export function orderDeletions(
  { verdicts, doomed }: Pick<Decision, "verdicts" | "doomed">,
  snapshot: Snapshot,
  newestFirst: readonly Tag[],
): readonly Deletion[] {
  const victims = verdicts.filter((verdict) => verdict.kind === "delete");
  const images = tagsByImage(victims);
  const owners = new Map(victims.map(({ tag, digest }) => [tag, digest]));
  const dependents = dependentsOf(victims, snapshot);
  const order = orderManifests({
    roots: oldestFirst(owners, newestFirst),
    owners,
    doomed,
    dependents,
    snapshot,
  });
  const orphans = orphansOf(victims, snapshot);
  const manifests = order.map(({ digest, parents, after }): ManifestDeletion => ({
    kind: "manifest",
    digest,
    tags: sorted(images.get(digest) ?? NONE),
    parents,
    after,
    orphanOf: orphans.get(digest) ?? NONE,
  }));
  return [...manifests, ...verdicts.filter((verdict) => verdict.kind === "untag").map(tagDeletion)];
}

function sorted(tags: readonly Tag[]): readonly Tag[] {
  return tags.length < 2 ? tags : [...tags].sort(compareTagsNewestFirst);
}

/** One empty list for all, because most deletions have nothing before them and there may be a hundred thousand. */
const NONE: readonly never[] = [];

function tagDeletion({ tag, digest, by, reason }: UntagVerdict): TagDeletion {
  const parents = reason.kind === "referrer-of" ? [reason.subject] : [];
  return { kind: "tag", tags: [tag], by, parents, ...(digest === undefined ? {} : { digest }) };
}

function tagsByImage(victims: readonly ImageVerdict[]): ReadonlyMap<Digest, readonly Tag[]> {
  return grouped(victims.map(({ digest, tag }) => [digest, tag] as const));
}

function orphansOf(
  victims: readonly ImageVerdict[],
  snapshot: Snapshot,
): ReadonlyMap<Digest, readonly Digest[]> {
  const orphans: (readonly [Digest, Digest])[] = [];
  for (const { digest, reason } of victims) {
    if (reason.kind === "orphan") orphans.push([digest, reason.subject]);
  }
  const hollow = new Set(victims.flatMap(({ digest, reason }) => (reason.kind === "dangling" ? digest : [])));
  const lacking = [...hollow].flatMap((digest) =>
    missingOfHollow(digest, snapshot).map((part) => [digest, part] as const),
  );
  return grouped([...orphans, ...lacking]);
}

/** Returns the images that go by their rank, oldest first; an image is as old as the newest of its tags. */
function oldestFirst(owners: ReadonlyMap<Tag, Digest>, newestFirst: readonly Tag[]): readonly Digest[] {
  const newest = new Set<Digest>();
  for (const tag of newestFirst) {
    const image = owners.get(tag);
    if (image !== undefined) newest.add(image);
  }
  return [...newest].reverse();
}

/** The manifests that belong to a digest and are deleted after it. */
interface Dependents {
  /** True if no manifest belongs to another. */
  readonly isEmpty: boolean;
  /** Returns the digests that it contains. */
  readonly children: (digest: Digest) => readonly Digest[];
  /** Returns the digests that refer to it. */
  readonly referrers: (digest: Digest) => readonly Digest[];
}

function dependentsOf(victims: readonly ImageVerdict[], { manifests, referrers }: Snapshot): Dependents {
  const names: (readonly [Digest, Digest])[] = [];
  for (const { tag, digest } of victims) {
    const subject = subjectOf(tag);
    if (subject !== undefined) names.push([subject, digest]);
  }
  const named = grouped(names);
  const hasIndex = [...manifests.values()].some(({ kind }) => kind === "index");
  const hasReferrer = named.size > 0 || [...referrers.values()].some((by) => by.length > 0);
  return {
    isEmpty: !hasIndex && !hasReferrer,
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

interface OrderInput {
  readonly roots: readonly Digest[];
  /** The image of each tag that goes. */
  readonly owners: ReadonlyMap<Tag, Digest>;
  readonly doomed: ReadonlySet<Digest>;
  readonly dependents: Dependents;
  readonly snapshot: Snapshot;
}

type OrderedManifest = Pick<ManifestDeletion, "digest" | "parents" | "after">;

function orderManifests({
  roots,
  owners,
  doomed,
  dependents,
  snapshot,
}: OrderInput): readonly OrderedManifest[] {
  const siblings = siblingsOf(owners);
  const wanted = withDependents(roots, { doomed, dependents, snapshot });
  // The short way, because most repositories are like this and there may be a hundred thousand manifests.
  if (dependents.isEmpty && siblings.size === 0) {
    return wanted.map((digest) => ({ digest, parents: NONE, after: NONE }));
  }
  const containers = parentsOf(doomed, dependents.children);
  const subjects = parentsOf(doomed, dependents.referrers);
  const within = (digest: Digest): readonly Digest[] => containers.get(digest) ?? NONE;
  const hard = (digest: Digest): readonly Digest[] => joined(containers.get(digest), subjects.get(digest));
  const soft = (digest: Digest): readonly Digest[] => siblings.get(digest) ?? NONE;
  // The last sort wins, which is that of indexes: siblings may say the opposite (1.0.0 contains 1.0.0-amd64), and the names of tags may make a circle
  // of what refers to what.
  const ordered = [soft, hard, within].reduce(topologicalOrder, wanted);
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
 * Puts what belongs to a root behind the last root that it belongs to: first what the root contains, then what refers to that. What belongs to no
 * root comes last: orphans, and what an earlier run left.
 */
function withDependents(
  roots: readonly Digest[],
  { doomed, dependents, snapshot }: Pick<OrderInput, "doomed" | "dependents" | "snapshot">,
): readonly Digest[] {
  if (dependents.isEmpty) {
    const going = roots.filter((root) => doomed.has(root));
    return going.length === doomed.size ? going : [...new Set([...going, ...doomed])];
  }
  const isRoot = new Set(roots);
  const ordered = new Set<Digest>();
  for (const root of roots) {
    const members = new Set(partsOf(root, snapshot.manifests));
    for (const member of members) {
      dependents.children(member).forEach((other) => members.add(other));
      dependents.referrers(member).forEach((other) => members.add(other));
    }
    for (const digest of members) {
      if (!doomed.has(digest) || (digest !== root && isRoot.has(digest))) continue;
      // Deleted and added again, so that it stands behind the last image that contains it.
      ordered.delete(digest);
      ordered.add(digest);
    }
  }
  return [...new Set([...ordered, ...doomed])];
}

function parentsOf(
  doomed: ReadonlySet<Digest>,
  membersOf: (digest: Digest) => readonly Digest[],
): ReadonlyMap<Digest, readonly Digest[]> {
  const parents: (readonly [Digest, Digest])[] = [];
  for (const digest of doomed) for (const member of membersOf(digest)) parents.push([member, digest]);
  return grouped(parents);
}

/** Maps each image to the images that have a tag named `tag-…` or `tag.…` after one of its own. */
function siblingsOf(owners: ReadonlyMap<string, Digest>): ReadonlyMap<Digest, readonly Digest[]> {
  let shortest = Infinity;
  for (const tag of owners.keys()) shortest = Math.min(shortest, tag.length);
  const siblings: (readonly [Digest, Digest])[] = [];
  for (const [tag, digest] of owners) {
    for (let end = shortest; end < tag.length; end += 1) {
      if (tag[end] !== "." && tag[end] !== "-") continue;
      const prefix = owners.get(tag.slice(0, end));
      if (prefix !== undefined) siblings.push([prefix, digest]);
    }
  }
  return grouped(siblings);
}
