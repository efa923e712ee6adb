import pMap from "p-map";
import { UnsureError } from "../../core/base/errors.js";
import { parseJson } from "../../core/base/json.js";
import { decodeManifest, type Manifest } from "../../core/image/manifest.js";
import { isLeftMark, isUntagMark } from "../../core/image/untag-mark.js";
import type { RestoreImage, RestoreSource } from "../../core/journal/images-to-restore.js";
import type { JournaledRepository, JournaledManifest } from "../../core/journal/journal.js";
import { blobsToProve, type RestoreView } from "../../core/journal/restore-outcome.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import type { ManifestBytes, ReadManifest, RegistryReader } from "../../registry/port/registry.js";

// In base64; one has some 170 bytes.
const LONGEST_MARK = 1000;

/** The registry and repository to look at before a restore. */
export interface RestoreLookOptions {
  readonly registry: RegistryReader;
  readonly repository: RepositoryName;
  /** The most reads at once. */
  readonly concurrency: number;
}

/** The state of the images to restore, as it was read before anything is written. */
export interface RestoreLook {
  readonly images: readonly RestoreImage[];
  readonly view: RestoreView;
  /** Returns a part's exact bytes, from the journal or else from the registry; `undefined` if neither has them. */
  readonly bytesOf: (digest: Digest) => ManifestBytes | undefined;
}

/**
 * Returns a journal without the empty indexes that runs wrote over tags in order to delete them: a later run that finished that wrote them down, and nobody wants them
 * back. Their tags are those of the images before.
 */
export function withoutMarks(journal: JournaledRepository): JournaledRepository {
  const marks = new Set<Digest>();
  for (const [digest, { body }] of journal.manifests) {
    const isSmall = body.length < LONGEST_MARK;
    if (isSmall && isUntagMark(parseJson(Buffer.from(body, "base64").toString("utf8")))) marks.add(digest);
  }
  if (marks.size === 0) return journal;
  const isMark = (digest: Digest | undefined): boolean => digest !== undefined && marks.has(digest);
  const deletions = journal.deletions.filter(({ digest }) => !isMark(digest));
  const before = new Map(deletions.flatMap(({ tags, digest }) => tags.map((tag) => [tag, digest] as const)));
  const tags = [...journal.tags].flatMap(([tag, digest]): readonly (readonly [Tag, Digest])[] => {
    const image = isMark(digest) ? before.get(tag) : digest;
    return image === undefined ? [] : [[tag, image]];
  });
  const manifests = new Map([...journal.manifests].filter(([digest]) => !isMark(digest)));
  return { ...journal, deletions, manifests, tags: new Map(tags) };
}

/** Decodes a journal's manifests. One that can't be decoded is left out, for what it needs could not be proven to be there. */
export function readSource(journal: JournaledRepository): RestoreSource {
  const manifests = new Map<Digest, Manifest>();
  for (const [digest, stored] of journal.manifests) {
    const { mediaType, body } = bytesOf(stored);
    try {
      // What an index lists without a clear media type is a manifest if it went as one.
      const isManifest = (listed: Digest): boolean => journal.manifests.has(listed);
      manifests.set(digest, decodeManifest(mediaType, parseJson(body.toString("utf8")), isManifest));
    } catch (error) {
      if (!(error instanceof UnsureError)) throw error;
    }
  }
  return { journal, manifests };
}

function bytesOf({ mediaType, body }: JournaledManifest): ManifestBytes {
  return { mediaType, body: Buffer.from(body, "base64") };
}

/**
 * Reads the manifests and tags of the images that the registry still has, and the first byte of every configuration and layer of the images to be written, each
 * once. To ask whether a blob is there is not enough: after a collection took it, a registry says yes as long as its cache is warm.
 * @throws {RegistryError | UnsureError} if that can't be known for certain
 */
export async function lookBeforeRestore(
  options: RestoreLookOptions,
  { journal, manifests }: RestoreSource,
  images: readonly RestoreImage[],
): Promise<RestoreLook> {
  const { registry, repository, concurrency } = options;
  const read = await readEach(options, new Set(images.flatMap(({ parts }) => parts)));
  const tags = await readEach(options, new Set(images.flatMap((image) => image.tags)));
  const deleted = images.some(({ parts }) => parts.some((part) => !read.has(part)))
    ? await registry.listDeleted(repository)
    : new Set<Digest>();
  const view = {
    journaled: manifests,
    recoverable: new Set([...deleted].filter((digest) => !read.has(digest))),
    present: new Map([...read].map(([digest, { manifest }]) => [digest, manifest])),
    tags: new Map(
      [...tags].flatMap(([tag, { digest, manifest }]) => (isLeftMark(manifest) ? [] : [[tag, digest]])),
    ),
  };
  const blobs = [...blobsToProve(images, view)];
  const readable = await pMap(blobs, (blob) => registry.readsBlob(repository, blob), { concurrency });
  return {
    images,
    view: { ...view, unreadable: new Set(blobs.filter((_, index) => readable[index] !== true)) },
    bytesOf: (digest) => {
      const stored = journal.manifests.get(digest);
      return stored === undefined ? read.get(digest) : bytesOf(stored);
    },
  };
}

/** Reads these tags or digests, and returns the manifests of those that are there. */
async function readEach<Name extends Tag | Digest>(
  { registry, repository, concurrency }: RestoreLookOptions,
  names: ReadonlySet<Name>,
): Promise<ReadonlyMap<Name, ReadManifest>> {
  const entries = await pMap(
    names,
    async (name) => [name, await registry.readManifest(repository, name)] as const,
    { concurrency },
  );
  return new Map(entries.flatMap(([name, found]) => (found === undefined ? [] : [[name, found] as const])));
}
