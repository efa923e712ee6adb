import pMap from "p-map";
import { UnsureError } from "../../core/base/errors.js";
import type { Say } from "../../core/result/event.js";
import { neededIn, needs, type Snapshot, type TagState } from "../../core/image/graph.js";
import { internBlobs } from "../../core/image/intern-blobs.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import { subjectOf } from "../../core/names/version.js";
import type { ReadManifest, RegistryReader } from "../../registry/port/registry.js";
import { freeHeap, keepHeapSmall } from "./heap.js";

/** A repository, and the tags and digests that this run's references name as just pushed. */
export interface RepositoryTarget {
  readonly host: string;
  readonly repository: RepositoryName;
  readonly tags: readonly Tag[];
  readonly digests: readonly Digest[];
  /** Further manifests to read, which maybe no tag reaches. */
  readonly others?: readonly Digest[];
  /** Manifests that may be in use; they are read so that their contents are known. */
  readonly inUse?: readonly Digest[];
}

/** The registry and repository to read, and the listeners for what is read. */
export interface ReadOptions {
  readonly registry: RegistryReader;
  readonly repository: RepositoryName;
  /** The most reads at once. */
  readonly concurrency: number;
  /** Stores every manifest that is read, before it is used. */
  readonly keep?: (found: ReadManifest) => Promise<void>;
  /** Called after each read of many, with the number of those done. */
  readonly advance?: (done: number, total: number) => void;
}

/** A repository's snapshot, or the reason why there is nothing to decide. */
export type Observation =
  | { readonly kind: "snapshot"; readonly snapshot: Snapshot }
  | { readonly kind: "unknown-repository" }
  | { readonly kind: "no-tags" };

/**
 * Reads every tag, its manifest, all manifests that those need, and the subject that a signature's tag names, each once. Returns them as a snapshot.
 * @throws {RegistryError | UnsureError} if anything could not be read for certain: then nothing may be decided
 */
export async function observe(given: ReadOptions, target: RepositoryTarget, say: Say): Promise<Observation> {
  const options = { ...given, advance: advancing("reading", say) };
  const { registry, repository } = options;
  const list = await registry.listTags(repository);
  const { digests, others = [], inUse = [] } = target;
  // Distribution on S3 says of a repository without tags that it does not know it, though it has its manifests (measured).
  if (list === undefined && others.length === 0) return { kind: "unknown-repository" };
  if (list?.length === 0 && others.length === 0) return { kind: "no-tags" };
  const listed = list ?? [];
  say({ kind: "listed", tags: listed.length });
  await keepHeapSmall(listed.length);

  const manifests = new Map<Digest, Manifest>();
  const missing = new Set<Digest>();
  const tags = await listedStill(options, await readTags(options, listed, manifests));
  const subjects = tags.flatMap(({ tag }) => subjectOf(tag) ?? []);
  const named = [...digests, ...others, ...inUse, ...subjects];
  await readNeeded(options, [...named, ...neededIn(manifests)], { manifests, missing });
  say({ kind: "observed", manifests: manifests.size });
  sayMissing(target, { listed, missing }, say);
  const namedTags = new Set(target.tags);
  const namedDigests = new Set(digests);
  const read = { repository, tags, manifests, missing, namedTags, namedDigests };
  freeHeap(listed.length);
  const unknown = { leftovers: new Set<Digest>(), referrers: new Map(), dates: new Map() };
  const pushed = await registry.listDates(repository);
  const byPush = registry.datesByPush === true ? { datesByPush: true as const } : {};
  return { kind: "snapshot", snapshot: { ...read, ...unknown, pushed, ...byPush, now: Date.now() } };
}

/** Returns a listener that reports the progress of reading. */
export function advancing(what: "reading" | "verifying", say: Say): NonNullable<ReadOptions["advance"]> {
  return (done, total) => say({ kind: "advanced", advance: { what, done, total, share: done / total } });
}

/** Reports references that name what is not there. That is no reason to stop, for the step also runs after a push that failed. */
function sayMissing(
  { host, repository, tags, digests }: RepositoryTarget,
  { listed, missing }: { readonly listed: readonly Tag[]; readonly missing: ReadonlySet<Digest> },
  say: Say,
): void {
  const name = `${host}/${repository}`;
  for (const tag of tags) {
    if (!listed.includes(tag)) say({ kind: "named-tag-missing", repository: name, tag });
  }
  for (const digest of digests) {
    if (missing.has(digest)) say({ kind: "named-digest-missing", repository: name, digest });
  }
}

/** A collection of manifests that grows with each read. */
export type ReadManifests = Pick<ReadonlySet<Digest>, "has"> & {
  set(digest: Digest, manifest: Manifest): unknown;
};

/** Reads the manifest of each tag, adds it to `manifests`, and returns the tags' states in their order. */
export async function readTags(
  options: ReadOptions,
  tags: readonly Tag[],
  manifests: ReadManifests,
): Promise<readonly TagState[]> {
  const read = await readAll(options, tags);
  return tags.map((tag, index) => {
    const found = read[index];
    if (found !== undefined) manifests.set(found.digest, found.manifest);
    return stateOf(tag, found?.digest);
  });
}

/** Returns a tag's state, without a digest where it points at nothing. */
export function stateOf(tag: Tag, digest: Digest | undefined): TagState {
  return digest === undefined ? { tag } : { tag, digest };
}

/** A manifest that was read, without its bytes, which the spool keeps. */
export type DecodedManifest = Pick<ReadManifest, "digest" | "manifest">;

/** Returns a function that reads one of `total` manifests. Those that it reads share what they have in common. */
export function manifestReader(
  { registry, repository, keep, advance }: ReadOptions,
  total: number,
): (reference: Tag | Digest) => Promise<DecodedManifest | undefined> {
  let done = 0;
  const shared = internBlobs();
  return async (reference) => {
    const found = await registry.readManifest(repository, reference);
    advance?.((done += 1), total);
    if (found === undefined) return undefined;
    await keep?.(found);
    return { digest: found.digest, manifest: shared(found.manifest) };
  };
}

function readAll(
  options: ReadOptions,
  references: readonly (Tag | Digest)[],
): Promise<readonly (DecodedManifest | undefined)[]> {
  // p-map starts nothing more after the first error.
  return pMap(references, manifestReader(options, references.length), { concurrency: options.concurrency });
}

// An index in an index in an index is as deep as anybody was seen to go. Each level is a request that waits for the one before.
const MOST_DEPTH = 100;

function tooDeep(repository: RepositoryName): UnsureError {
  return new UnsureError(
    `${repository}: an index has another in it, more than ${MOST_DEPTH} deep, as no tool makes them`,
    "Nothing is decided on what is not read to its end. See who pushed it, and delete its tag by hand.",
  );
}

/** The manifests that are known, and those known to be missing; both grow. */
export interface Known {
  readonly manifests: ReadManifests;
  /** Digests that were asked for, and are not there. */
  readonly missing: Set<Digest>;
}

/**
 * Reads `roots` and all that they need, through nested indexes and subjects, and adds it to what is known. A manifest that is known is not read again, nor what it
 * needs.
 */
export async function readNeeded(
  options: ReadOptions,
  roots: readonly Digest[],
  { manifests, missing }: Known,
): Promise<void> {
  const { repository } = options;
  let wanted = roots;
  for (let depth = 0; ; depth += 1) {
    const unknown = [...new Set(wanted)].filter((digest) => !manifests.has(digest) && !missing.has(digest));
    if (unknown.length === 0) return;
    if (depth > MOST_DEPTH) throw tooDeep(repository);
    const read = await readAll(options, unknown);
    unknown.forEach((digest, index) => {
      const found = read[index];
      if (found === undefined) missing.add(digest);
      else manifests.set(digest, found.manifest);
    });
    wanted = read.flatMap((found) => (found === undefined ? [] : needs(found.manifest)));
  }
}

/**
 * Lists the tags again if some do not resolve, and drops those that are not listed any more: they were deleted between the listing and the reading, and do not
 * dangle.
 */
export async function listedStill(
  { registry, repository }: ReadOptions,
  tags: readonly TagState[],
): Promise<readonly TagState[]> {
  if (tags.every(({ digest }) => digest !== undefined)) return tags;
  const now = new Set(await registry.listTags(repository));
  return tags.filter(({ tag, digest }) => digest !== undefined || now.has(tag));
}
