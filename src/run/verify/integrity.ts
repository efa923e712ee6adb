import pMap from "p-map";
import { contents, neededIn } from "../../core/image/graph.js";
import { blobDigests, blobsOf, type Manifest } from "../../core/image/manifest.js";
import type { Harm } from "../../core/plan/outcome.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import type { FoundBlob, RegistryHost } from "../../registry/distribution/host.js";
import type { RegistryReader } from "../../registry/port/registry.js";
import { listedStill, readNeeded, readTags } from "../observe/observe.js";

/** The registry to read from, and the number of reads at once. */
export interface PresenceOptions {
  readonly registry: RegistryReader;
  readonly host: RegistryHost;
  /** The most reads at once. */
  readonly concurrency: number;
}

/** A repository's tags, and those of their parts that are there: manifests, nested ones too, configurations and layers. */
export interface Presence {
  readonly repository: RepositoryName;
  /** Every listed tag with its digest; `undefined` for one that does not resolve. */
  readonly tags: ReadonlyMap<Tag, Digest | undefined>;
  readonly manifests: ReadonlyMap<Digest, Manifest>;
  readonly present: ReadonlySet<Digest>;
}

/**
 * Checks, without downloading layers, that every tag of a repository could be pulled whole: reads every manifest, and asks for every configuration and layer.
 * @throws {RegistryError | UnsureError} if the registry does not answer for certain
 */
export async function readPresence(options: PresenceOptions, repository: RepositoryName): Promise<Presence> {
  const { registry, host, concurrency } = options;
  const reading = { registry, repository, concurrency };
  const listed = (await registry.listTags(repository)) ?? [];
  const known = { manifests: new Map<Digest, Manifest>(), missing: new Set<Digest>() };
  const states = await listedStill(reading, await readTags(reading, listed, known.manifests));
  await readNeeded(reading, neededIn(known.manifests), known);
  const blobs = [...new Set([...known.manifests.values()].flatMap(blobDigests))];
  const found = await pMap(blobs, (blob) => host.findBlob(repository, blob), { concurrency });
  const sizes = new Map(
    [...known.manifests.values()].flatMap(blobsOf).map((blob) => [blob.digest, blob.bytes]),
  );
  const answering = blobs.filter((blob, index) => isWhole(found[index], sizes.get(blob)));
  return {
    repository,
    tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
    manifests: known.manifests,
    present: new Set([...known.manifests.keys(), ...answering]),
  };
}

/** False for a blob of another size than its manifest says: a full disk leaves empty ones, and nobody can pull them. */
function isWhole(found: FoundBlob | undefined, bytes: number | undefined): boolean {
  if (found === undefined) return false;
  return found.bytes === undefined || bytes === undefined || found.bytes === bytes;
}

/** A tag that can't be pulled whole, with a part that does not answer; without one where it names nothing. */
export interface BrokenTag {
  readonly tag: Tag;
  readonly missing?: Digest;
}

/** Returns the tags that can't be pulled whole. */
export function brokenTags(presence: Presence): readonly BrokenTag[] {
  return [...presence.tags].flatMap(([tag, digest]): readonly BrokenTag[] => {
    if (digest === undefined) return [{ tag }];
    const missing = everyPart(presence, digest).find((part) => !presence.present.has(part));
    return missing === undefined ? [] : [{ tag, missing }];
  });
}

/**
 * Returns the harm of a collection: for each tag, a part that was there before and is not any more. A tag that somebody moved or deleted meanwhile is not harmed,
 * unless every tag of the repository is gone: then the registry came back with another storage.
 */
export function lostParts(before: Presence, after: Presence): readonly Harm[] {
  const isEmptied = before.tags.size > 0 && after.tags.size === 0;
  return [...before.tags].flatMap(([tag, digest]) => {
    const isOthers = !isEmptied && (!after.tags.has(tag) || movedTo(after, tag, digest));
    if (digest === undefined || isOthers) return [];
    const parts = everyPart(before, digest);
    const missing = parts.find((part) => before.present.has(part) && !after.present.has(part));
    return missing === undefined ? [] : [{ kind: "part-missing", tag, missing }];
  });
}

/** Returns a tag of which a part is among these blobs, and that part; `undefined` if there is none. */
export function partAmong(
  presence: Presence,
  blobs: ReadonlySet<Digest>,
): { readonly tag: Tag; readonly part: Digest } | undefined {
  for (const [tag, digest] of presence.tags) {
    const part = digest === undefined ? undefined : everyPart(presence, digest).find((one) => blobs.has(one));
    if (part !== undefined) return { tag, part };
  }
  return undefined;
}

/** Returns all that a manifest consists of: manifests, its own too, configurations and layers. */
function everyPart({ manifests }: Presence, digest: Digest): readonly Digest[] {
  return [...contents([digest], manifests)].flatMap((part) => [part, ...blobDigests(manifests.get(part))]);
}

function movedTo({ tags }: Presence, tag: Tag, from: Digest | undefined): boolean {
  const now = tags.get(tag);
  return now !== undefined && now !== from;
}
