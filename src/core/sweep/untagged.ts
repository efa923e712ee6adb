import { topologicalOrder, needs } from "../image/graph.js";
import type { Digest } from "../names/reference.js";
import { subjectOf } from "../names/version.js";
import type { KnownRepository } from "./contents.js";
import type { Removal, SweepLimits } from "./removal.js";
import { folderOf, type StoredTag } from "./repository.js";

/**
 * Returns the manifests that no tag has reached for longer than the limit, each before all that it needs: otherwise a sweep that is cut short would
 * leave an index without its children.
 */
export function untaggedRevisions(repository: KnownRepository, limits: SweepLimits): readonly Digest[] {
  const { untaggedOlderThan, now } = limits;
  if (untaggedOlderThan === undefined) return [];
  const superseded = supersededAt(repository);
  const isYoung = ([digest, { modified }]: readonly [Digest, { readonly modified: number }]): boolean =>
    now - Math.max(modified, superseded.get(digest) ?? 0) <= untaggedOlderThan;
  const young = [...repository.revisions].filter(isYoung).map(([digest]) => digest);
  // A young manifest is kept as much as a tag's image: a young index keeps the old children that it has.
  const staying = reachBothWays([...roots(repository), ...young], repository);
  const untagged = [...repository.manifests.keys()].filter((digest) => !staying.has(digest));
  const needing = reversed(untagged, (digest) => needsOf(repository, digest));
  return topologicalOrder(untagged, (digest) => needing.get(digest) ?? []);
}

/** Returns the removals of revisions, with the entries that tags have for them. */
export function revisionRemovals(
  repository: KnownRepository,
  digests: readonly Digest[],
): readonly Removal[] {
  const tagsOf = new Map<Digest, string[]>();
  for (const [tag, { entries }] of repository.tags) {
    for (const digest of entries.keys()) tagsOf.set(digest, [...(tagsOf.get(digest) ?? []), tag]);
  }
  const manifests = `${folderOf(repository.name)}/_manifests`;
  return digests.map((digest) => {
    const below = digest.replace(":", "/");
    const entries = (tagsOf.get(digest) ?? []).map((tag) => `${manifests}/tags/${tag}/index/${below}`);
    return {
      kind: "untagged-revision",
      repository: repository.name,
      paths: [...entries, `${manifests}/revisions/${below}`],
      // Bytes of the link alone; each entry is as long as the link: text like sha256:….
      bytes: (repository.revisions.get(digest)?.bytes ?? 0) * (1 + entries.length),
      what: `untagged manifest ${digest}`,
    };
  });
}

/** Returns the digests that tags point at, those that tags sign by their names, and all that phantoms remember, because one of these was to be their image. */
function roots({ tags, targets }: KnownRepository): readonly Digest[] {
  const phantoms = [...tags.values()].filter(({ current }) => current === undefined);
  const signed = [...tags.keys()].flatMap((tag) => subjectOf(tag) ?? []);
  return [...targets.values(), ...signed, ...phantoms.flatMap(({ entries }) => [...entries.keys()])];
}

/** Returns the roots, all that they need, and every manifest whose subject is among these, with all that it needs. */
function reachBothWays(from: readonly Digest[], repository: KnownRepository): ReadonlySet<Digest> {
  const referrers = reversed(repository.manifests.keys(), (digest) => {
    const manifest = repository.manifests.get(digest)?.manifest;
    return manifest !== undefined && "subject" in manifest ? [manifest.subject] : [];
  });
  const reached = new Set(from);
  // A loop over a Set also visits what is added meanwhile, so this visits everything once.
  for (const digest of reached) {
    for (const other of [...needsOf(repository, digest), ...(referrers.get(digest) ?? [])]) {
      reached.add(other);
    }
  }
  return reached;
}

function needsOf({ manifests }: KnownRepository, digest: Digest): readonly Digest[] {
  const stored = manifests.get(digest);
  return stored === undefined ? [] : needs(stored.manifest);
}

function reversed(
  digests: Iterable<Digest>,
  next: (digest: Digest) => readonly Digest[],
): ReadonlyMap<Digest, readonly Digest[]> {
  const sources = new Map<Digest, Digest[]>();
  for (const digest of digests) {
    for (const target of next(digest)) {
      const known = sources.get(target);
      if (known === undefined) sources.set(target, [digest]);
      else known.push(digest);
    }
  }
  return sources;
}

/** Returns the time at which each digest was last superseded in a tag that once pointed at it, in milliseconds since 1970. */
function supersededAt({ tags }: KnownRepository): ReadonlyMap<Digest, number> {
  const moments = new Map<Digest, number>();
  for (const tag of tags.values()) {
    const times = timesOf(tag);
    for (const [digest, { modified }] of tag.entries) {
      // The registry writes an entry each time that the tag is pushed, so the next younger entry took its place.
      const moment = times.find((time) => time > modified) ?? Math.max(modified, tag.current?.modified ?? 0);
      moments.set(digest, Math.max(moment, moments.get(digest) ?? 0));
    }
  }
  return moments;
}

function timesOf({ entries, current }: StoredTag): readonly number[] {
  const times = [...entries.values()].map(({ modified }) => modified);
  if (current !== undefined) times.push(current.modified);
  return times.sort((a, b) => a - b);
}
