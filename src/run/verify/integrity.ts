import pMap from "p-map";
import { contents, neededIn } from "../../core/image/graph.js";
import { blobDigests, type Manifest } from "../../core/image/manifest.js";
import type { Harm } from "../../core/plan/outcome.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import type { RegistryHost } from "../../registry/distribution/host.js";
import type { RegistryReader } from "../../registry/port/registry.js";
import { listedStill, readNeeded, readTags } from "../observe/observe.js";

/** What reading presence takes. */
export interface PresenceOptions {
  readonly registry: RegistryReader;
  readonly host: RegistryHost;
  /** Most reads at once. */
  readonly concurrency: number;
}

/** What a repository's tags are, and which of all their parts answer: manifests, nested ones too, configurations and layers. */
export interface Presence {
  readonly repository: RepositoryName;
  /** Every listed tag; one that does not resolve has no digest. */
  readonly tags: ReadonlyMap<Tag, Digest | undefined>;
  readonly manifests: ReadonlyMap<Digest, Manifest>;
  readonly present: ReadonlySet<Digest>;
}

/**
 * Pulls every tag of a repository in thought: reads every manifest, and asks for every configuration and layer without fetching it.
 * @throws {RegistryError | UnsureError} where the registry does not answer for certain
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
  const answering = blobs.filter((_, index) => found[index] !== undefined);
  return {
    repository,
    tags: new Map(states.map(({ tag, digest }) => [tag, digest])),
    manifests: known.manifests,
    present: new Set([...known.manifests.keys(), ...answering]),
  };
}

/**
 * What was there before a collection and is not any more. A tag that somebody moved meanwhile is theirs; so is one that somebody deleted, unless
 * every tag of the repository is gone: then the registry came back with another storage.
 */
export function lostParts(before: Presence, after: Presence): readonly Harm[] {
  const isEmptied = before.tags.size > 0 && after.tags.size === 0;
  return [...before.tags].flatMap(([tag, digest]) => {
    const isOthers = !isEmptied && (!after.tags.has(tag) || movedTo(after, tag, digest));
    if (digest === undefined || isOthers) return [];
    const parts = [...contents([digest], before.manifests)].flatMap((part) => [
      part,
      ...blobDigests(before.manifests.get(part)),
    ]);
    const missing = parts.find((part) => before.present.has(part) && !after.present.has(part));
    return missing === undefined ? [] : [{ kind: "part-missing", tag, missing }];
  });
}

function movedTo({ tags }: Presence, tag: Tag, from: Digest | undefined): boolean {
  const now = tags.get(tag);
  return now !== undefined && now !== from;
}
