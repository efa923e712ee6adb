import type { Digest } from "../names/reference.js";
import { parsePath, type StoredFile } from "./path.js";
import { type KnownRepository, type StorageContents, understand } from "./contents.js";
import type { MultipartUpload, Removal, SweepLimits, UnsureRepository } from "./removal.js";
import { folderOf, repositoriesOf, type StoredRepository } from "./repository.js";
import { remainsRemovals } from "./remains.js";
import { revisionRemovals, untaggedContents } from "./untagged.js";
import { abandonedUploads, multipartRemovals, uploadRemovals } from "./uploads.js";
import { type WaitingRepository, waitingRepository } from "./waiting.js";

/** The files and unfinished uploads in a storage. */
export interface Inventory {
  /** Everything below `repositories`. */
  readonly files: readonly StoredFile[];
  readonly multipartUploads: readonly MultipartUpload[];
}

/** Everything that a sweep is decided by. */
export interface SweepInput {
  readonly inventory: Inventory;
  readonly contents: StorageContents;
  readonly limits: SweepLimits;
}

/** The removals of a sweep, in order, and the repositories that are in doubt. */
export interface SweepPlan {
  readonly removals: readonly Removal[];
  readonly unsure: readonly UnsureRepository[];
  /** Absent where there are none. */
  readonly waiting?: readonly WaitingRepository[];
}

/** Decides what to remove. Blobs are never removed: the registry's own garbage collection frees them. */
export function planSweep({ inventory, contents, limits: given }: SweepInput): SweepPlan {
  const repositories = repositoriesOf(inventory.files);
  const tagless = given.untaggedOlderThan === undefined ? [] : withoutTags(repositories);
  const limits = tagless.length > 0 ? { ...given, untaggedOlderThan: undefined } : given;
  const plans = repositories.map((repository) => {
    // The folder of all repositories is not a repository, and holds nothing that a registry made.
    const uploads = repository.name === "" ? [] : abandonedUploads(repository, contents, limits);
    const kept = [...repository.uploads.keys()].filter((id) => !uploads.includes(id));
    const staying = kept.map((id) => `${folderOf(repository.name)}/_uploads/${id}`);
    return { ...planRepository({ repository, uploads, contents, limits }), staying };
  });
  const staying = new Set(plans.flatMap((plan) => plan.staying));
  const waiting = plans.flatMap((plan) => plan.waiting ?? []);
  return {
    ...(waiting.length === 0 ? {} : { waiting }),
    removals: [
      ...multipartRemovals(inventory.multipartUploads, staying, limits),
      ...plans.flatMap(({ removals }) => removals),
    ],
    unsure: [
      ...tagless,
      ...strange(contents),
      ...unreadable(inventory.files),
      ...plans.flatMap(({ unsure }) => unsure),
    ],
  };
}

/**
 * Returns a doubt about every repository if no tag is stored at all. Products built on Distribution may keep tags elsewhere; by this storage alone,
 * all images would be untagged.
 */
function withoutTags(repositories: readonly StoredRepository[]): readonly UnsureRepository[] {
  const hasTags = repositories.some(({ tags }) =>
    [...tags.values()].some(({ current }) => current !== undefined),
  );
  if (hasTags || repositories.every(({ revisions }) => revisions.size === 0)) return [];
  const doubts = ["there are manifests and not one tag, so tags may be kept elsewhere than in this storage"];
  return [{ repository: "every repository", doubts, keeps: "untagged revisions" }];
}

/** Returns a doubt about what stands among the blobs, which a sweep never touches. */
function strange({ strangeBlobs = [] }: StorageContents): readonly UnsureRepository[] {
  if (strangeBlobs.length === 0) return [];
  const doubts = strangeBlobs.map((path) => `${path} is nothing that a registry puts there`);
  return [{ repository: "the folder of blobs", doubts, keeps: "nothing" }];
}

/** Returns the folders above repositories that can't be looked into, with what is in them. */
function unreadable(files: readonly StoredFile[]): readonly UnsureRepository[] {
  const unplaced = files.filter((file) => file.kind === "unreadable" && parsePath(file) === undefined);
  return unplaced.map(({ path }) => ({
    repository: path.replace(/^repositories\//, ""),
    doubts: [`${path} can't be looked into`],
    keeps: "everything",
  }));
}

interface RepositoryInput {
  readonly repository: StoredRepository;
  /** Ids of the abandoned uploads. */
  readonly uploads: readonly string[];
  readonly contents: StorageContents;
  readonly limits: SweepLimits;
}

function planRepository({ repository: stored, uploads, contents, limits }: RepositoryInput): SweepPlan {
  const { name } = stored;
  const understanding = understand(stored, contents);
  if (understanding.kind === "unsure") {
    const { doubts, endangered, blocksCollection } = understanding;
    return {
      removals: uploadRemovals(stored, uploads),
      unsure: [
        {
          repository: name === "" ? "repositories" : name,
          doubts,
          keeps: "everything",
          ...(endangered.length === 0 ? {} : { endangered }),
          ...(blocksCollection ? { blocksCollection } : {}),
        },
      ],
    };
  }
  const { repository } = understanding;
  const doubts = limits.untaggedOlderThan === undefined ? [] : unknowable(repository);
  const untagged = doubts.length > 0 ? { digests: [], tags: [] } : untaggedContents(repository, limits);
  const before = [
    ...phantomRemovals(repository),
    ...remainsRemovals(repository, repository.remains),
    ...revisionRemovals(repository, untagged),
  ];
  const going = new Set(untagged.digests);
  const left = [...repository.manifests.keys()].filter((digest) => !going.has(digest));
  const layers = staleLayers(repository, left, limits);
  const isEmpty = left.length === 0 && repository.targets.size === untagged.tags.length;
  // Anything young may belong to the first push into a new repository, which has no manifest yet.
  const isSettled = layers.length === repository.layers.size && uploads.length === repository.uploads.size;
  const plan = {
    removals: [...before, ...layerRemovals(repository, layers), ...uploadRemovals(repository, uploads)],
    unsure: doubts.length > 0 ? [{ repository: name, doubts, keeps: "untagged revisions" } as const] : [],
  };
  if (!isEmpty) return plan;
  return isSettled
    ? { ...plan, removals: [...before, emptyRemoval(repository, before)] }
    : { ...plan, waiting: [waitingRepository(repository, contents, limits)] };
}

/** Returns the doubts about manifests that are gone: nobody can know any more what they listed. */
function unknowable({ remains }: KnownRepository): readonly string[] {
  return [...remains.values()].flatMap(({ why, isLinkAlone }) => (isLinkAlone ? [] : [why]));
}

function phantomRemovals({ name, tags, files }: KnownRepository): readonly Removal[] {
  return [...tags].flatMap(([tag, { current }]) => {
    if (current !== undefined) return [];
    const path = `${folderOf(name)}/_manifests/tags/${tag}`;
    const bytes = bytesOf(files.filter((file) => file.path.startsWith(`${path}/`)));
    const what = `tag ${tag}, which points at nothing`;
    return [{ kind: "phantom-tag", repository: name, paths: [path], bytes, what } as const];
  });
}

/** Returns the layers that no remaining manifest names and whose links are older than the limit. */
function staleLayers(
  { layers, manifests }: KnownRepository,
  left: readonly Digest[],
  { now, uploadsOlderThan }: SweepLimits,
): readonly Digest[] {
  const named = new Set<Digest>();
  for (const digest of left) {
    const stored = manifests.get(digest);
    stored?.blobs.forEach((blob) => named.add(blob.digest));
    // Distribution has a manifest that was pushed as a blob too, and answers for it where an index names it (measured).
    if (stored?.manifest.kind === "index") stored.manifest.children.forEach((child) => named.add(child));
  }
  // A blob named by another algorithm is linked by its SHA-256 as well, and nothing else says which SHA-256 that is.
  if ([...named].some((digest) => !digest.startsWith("sha256:"))) return [];
  return [...layers].flatMap(([digest, { modified }]) =>
    named.has(digest) || now - modified <= uploadsOlderThan ? [] : [digest],
  );
}

function layerRemovals({ name, layers }: KnownRepository, stale: readonly Digest[]): readonly Removal[] {
  // One link stays, because without _layers garbage collection by 2.8 passes over a repository and frees what it has (measured); on S3 a folder
  // exists only as long as something is in it.
  const going = stale.length === layers.size ? stale.slice(1) : stale;
  return going.map((digest) => ({
    kind: "layer-link",
    repository: name,
    paths: [`${folderOf(name)}/_layers/${digest.replace(":", "/")}`],
    bytes: layers.get(digest)?.bytes ?? 0,
    what: `link to ${digest}, which no manifest names`,
  }));
}

/** Removes an empty repository, `_manifests` first: while that stands without `_layers`, garbage collection by 2.8 frees what it names (measured). */
function emptyRemoval({ name, files }: KnownRepository, before: readonly Removal[]): Removal {
  const gone = before.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    kind: "empty-repository",
    repository: name,
    paths: ["_manifests", "_layers", "_uploads"].map((area) => `${folderOf(name)}/${area}`),
    bytes: Math.max(0, bytesOf(files) - gone),
    what: "repository without a tag or an image",
  };
}

function bytesOf(files: readonly StoredFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
