import { grouped } from "../base/grouped.js";
import { needs, reachable, topologicalOrder } from "../image/graph.js";
import type { Digest, Tag } from "../names/reference.js";
import { subjectOf } from "../names/version.js";
import type { KnownRepository } from "./contents.js";
import type { StoredFile } from "./path.js";
import { type ReferrerTag, referrersByName, referrerTags } from "./referrer-tags.js";
import type { Removal, SweepLimits } from "./removal.js";
import { folderOf, type StoredTag } from "./repository.js";

/** All that goes from a repository because no tag has reached it for longer than the limit. */
export interface UntaggedContents {
  /** Each before all that it needs or refers to: otherwise a sweep that is cut short would leave an index without its children. */
  readonly digests: readonly Digest[];
  /** The tags that say that they sign or describe any of these. */
  readonly tags: readonly ReferrerTag[];
}

/** Returns the manifests that no tag has reached for longer than the limit, with all that refers to them, however young that is. */
export function untaggedContents(repository: KnownRepository, limits: SweepLimits): UntaggedContents {
  if (limits.untaggedOlderThan === undefined) return { digests: [], tags: [] };
  const named = referrerTags(repository);
  const staying = stayingDigests(repository, named, limits);
  const digests = [...repository.manifests.keys()].filter((digest) => !staying.has(digest));
  const tags = named.filter(({ subject }) => !staying.has(subject));
  const subjects = subjectsByName(tags);
  const earlier = grouped(
    digests.flatMap((digest) =>
      [...needsOf(repository, digest), ...(subjects.get(digest) ?? [])].map(
        (other) => [other, digest] as const,
      ),
    ),
  );
  return { digests: topologicalOrder(digests, (digest) => earlier.get(digest) ?? []), tags };
}

/** Returns the removals of revisions, with the entries that tags have for them and with the tags that go. */
export function revisionRemovals(
  repository: KnownRepository,
  { digests, tags }: UntaggedContents,
): readonly Removal[] {
  const manifests = `${folderOf(repository.name)}/_manifests`;
  const going = new Set(tags.map(({ tag }) => tag));
  const entriesOf = grouped(
    [...repository.tags].flatMap(([tag, { entries }]) =>
      going.has(tag) ? [] : [...entries.keys()].map((digest) => [digest, tag] as const),
    ),
  );
  const leaving = new Set(digests);
  // A tag goes straight before its image, so it never points at nothing; where its image stays for another's sake, before its subject.
  const tagsOf = grouped(
    tags.map(({ tag, image, subject }) => [leaving.has(image) ? image : subject, tag] as const),
  );
  return digests.map((digest) => {
    const below = digest.replace(":", "/");
    const own = tagsOf.get(digest) ?? [];
    const entries = (entriesOf.get(digest) ?? []).map((tag) => `${manifests}/tags/${tag}/index/${below}`);
    return {
      kind: "untagged-revision",
      repository: repository.name,
      paths: [...own.map((tag) => `${manifests}/tags/${tag}`), ...entries, `${manifests}/revisions/${below}`],
      // Bytes of the link alone; each entry is as long as the link: text like sha256:….
      bytes:
        (repository.revisions.get(digest)?.bytes ?? 0) * (1 + entries.length) +
        own.reduce((sum, tag) => sum + bytesOf(repository.tags.get(tag)), 0),
      what: own.length === 0 ? `untagged manifest ${digest}` : `manifest ${digest} with ${own.join(", ")}`,
    };
  });
}

function bytesOf(tag: StoredTag | undefined): number {
  return tag === undefined ? 0 : filesOf(tag).reduce((sum, { bytes }) => sum + bytes, 0);
}

/**
 * Returns what stays. First all that stays for its own sake: what ordinary tags point at, what is young, and what these need or sign. Then what refers to
 * any of it: so a signature stays with its image, and keeps none.
 */
function stayingDigests(
  repository: KnownRepository,
  following: readonly ReferrerTag[],
  limits: SweepLimits,
): ReadonlySet<Digest> {
  const subjects = subjectsByName(following);
  const own = reachable(
    [...ordinaryImages(repository), ...youngDigests(repository, following, limits)],
    (digest) => [...needsOf(repository, digest), ...(subjects.get(digest) ?? [])],
  );
  const followers = new Set(following.map(({ tag }) => tag));
  const others = [...repository.targets].flatMap(([tag, digest]) => (followers.has(tag) ? [] : [digest]));
  const byName = referrersByName(following);
  const bySubject = grouped(
    [...repository.manifests.keys()].flatMap((digest) => {
      const subject = subjectIn(repository, digest);
      return subject === undefined ? [] : [[subject, digest] as const];
    }),
  );
  return reachable([...own, ...others], (digest) => [
    ...needsOf(repository, digest),
    ...(bySubject.get(digest) ?? []),
    ...(byName.get(digest) ?? []),
  ]);
}

/** Returns the digests that ordinary tags point at, and all that phantoms remember, because one of these was to be their image. */
function ordinaryImages({ tags, targets }: KnownRepository): readonly Digest[] {
  const phantoms = [...tags.values()].filter(({ current }) => current === undefined);
  return [
    ...[...ordinaryTags(tags).keys()].flatMap((tag) => targets.get(tag) ?? []),
    ...phantoms.flatMap(({ entries }) => [...entries.keys()]),
  ];
}

/** Returns the tags whose names say nothing about another image. */
function ordinaryTags(tags: ReadonlyMap<Tag, StoredTag>): ReadonlyMap<Tag, StoredTag> {
  return new Map([...tags].filter(([tag]) => subjectOf(tag) === undefined));
}

/**
 * Returns the manifests that are kept as much as a tag's image because they are young: a young index keeps the old children that it has. What refers to
 * another goes with that one however young it is, unless an ordinary tag pointed at it lately.
 */
function youngDigests(
  repository: KnownRepository,
  following: readonly ReferrerTag[],
  { untaggedOlderThan = Infinity, now }: SweepLimits,
): readonly Digest[] {
  const { tags, manifests, revisions } = repository;
  const images = new Set(following.map(({ image }) => image));
  const superseded = supersededAt(tags);
  const supersededByOrdinary = supersededAt(ordinaryTags(tags));
  return [...revisions].flatMap(([digest, { modified }]) => {
    const subject = subjectIn(repository, digest);
    const isFollower = images.has(digest) || (subject !== undefined && manifests.has(subject));
    const since = isFollower
      ? (supersededByOrdinary.get(digest) ?? -Infinity)
      : Math.max(modified, superseded.get(digest) ?? 0);
    return now - since <= untaggedOlderThan ? [digest] : [];
  });
}

function subjectsByName(tags: readonly ReferrerTag[]): ReadonlyMap<Digest, readonly Digest[]> {
  return grouped(tags.map(({ image, subject }) => [image, subject] as const));
}

function subjectIn({ manifests }: KnownRepository, digest: Digest): Digest | undefined {
  const manifest = manifests.get(digest)?.manifest;
  return manifest !== undefined && "subject" in manifest ? manifest.subject : undefined;
}

function needsOf({ manifests }: KnownRepository, digest: Digest): readonly Digest[] {
  const stored = manifests.get(digest);
  return stored === undefined ? [] : needs(stored.manifest);
}

/** Returns the time at which each digest was last superseded in a tag that once pointed at it, in milliseconds since 1970. */
function supersededAt(tags: ReadonlyMap<Tag, StoredTag>): ReadonlyMap<Digest, number> {
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

function timesOf(tag: StoredTag): readonly number[] {
  return filesOf(tag)
    .map(({ modified }) => modified)
    .sort((a, b) => a - b);
}

function filesOf({ entries, current }: StoredTag): readonly StoredFile[] {
  return [...entries.values(), ...(current === undefined ? [] : [current])];
}
