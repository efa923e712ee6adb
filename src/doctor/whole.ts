import type { Digest, RepositoryName, Tag } from "../core/names/reference.js";
import type { ReadManifest, RegistryReader } from "../registry/port/registry.js";

/** Returns the manifest that a tag points at; `undefined` where there is none, or where nothing of its index is there, so that it can't be pulled. */
export type ReadWhole = (tag: Tag) => Promise<ReadManifest | undefined>;

/** Makes a function that reads tags, and of an index its parts up to the first that is there. */
export function wholeReader(registry: RegistryReader, repository: RepositoryName): ReadWhole {
  const asked = new Map<Digest, Promise<boolean>>();
  const isThere = (digest: Digest): Promise<boolean> => {
    const known = asked.get(digest) ?? registry.readManifest(repository, digest).then(pulls);
    asked.set(digest, known);
    return known;
  };
  const pulls = async (found: ReadManifest | undefined): Promise<boolean> => {
    if (found?.manifest.kind !== "index") return found !== undefined;
    const { children, blobs } = found.manifest;
    if (blobs !== undefined || children.length === 0) return true;
    for (const child of children) if (await isThere(child)) return true;
    return false;
  };
  return async (tag) => {
    const found = await registry.readManifest(repository, tag);
    return (await pulls(found)) ? found : undefined;
  };
}
