import pMap from "p-map";
import { UnsureError } from "../../core/base/errors.js";
import { parseJson } from "../../core/base/json.js";
import { decodeManifest, type Manifest } from "../../core/image/manifest.js";
import type { RestoreImage, RestoreSource } from "../../core/journal/images-to-restore.js";
import type { JournaledRepository, JournaledManifest } from "../../core/journal/journal.js";
import { blobsToProve, type RestoreView } from "../../core/journal/restore-outcome.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import type { ManifestBytes, ReadManifest, Registry } from "../../registry/port/registry.js";

/** What restoring takes. */
export interface RestoreOptions {
  readonly registry: Registry;
  readonly repository: RepositoryName;
  /** Most reads at once. */
  readonly concurrency: number;
}

/** What was seen before anything is written. */
export interface RestoreLook {
  readonly images: readonly RestoreImage[];
  readonly view: RestoreView;
  /** The exact bytes of a part, from the journal or else the registry; `undefined` where neither has them. */
  readonly bytesOf: (digest: Digest) => ManifestBytes | undefined;
}

/** Reads a journal's manifests. One that can't be understood is none: what it needs could not be proven to be there. */
export function readSource(journal: JournaledRepository): RestoreSource {
  const manifests = new Map<Digest, Manifest>();
  for (const [digest, stored] of journal.manifests) {
    const { mediaType, body } = bytesOf(stored);
    try {
      manifests.set(digest, decodeManifest(mediaType, parseJson(body.toString("utf8"))));
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
 * Reads what there is of the images, and the first byte of every configuration and layer of what is to be written, each once: a registry says of a blob
 * that it has it when a collection took it, as long as its cache is warm.
 * @throws {RegistryError | UnsureError} where that can't be known for certain
 */
export async function lookBeforeRestore(
  options: RestoreOptions,
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
    tags: new Map([...tags].map(([tag, { digest }]) => [tag, digest])),
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

/** What is there of these tags or digests. */
async function readEach<Name extends Tag | Digest>(
  { registry, repository, concurrency }: RestoreOptions,
  names: ReadonlySet<Name>,
): Promise<ReadonlyMap<Name, ReadManifest>> {
  const entries = await pMap(
    names,
    async (name) => [name, await registry.readManifest(repository, name)] as const,
    { concurrency },
  );
  return new Map(entries.flatMap(([name, found]) => (found === undefined ? [] : [[name, found] as const])));
}
