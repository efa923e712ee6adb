import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Digest } from "../../core/names/reference.js";
import { rootOnThisMachine } from "./blob-sizes.js";
import type { RegistrySite } from "./site.js";

/**
 * Lists the repositories that have tags in a registry's storage, whether or not the registry lists them; none where the storage can't be seen from this machine.
 * @param blobs some of its blobs, by which the storage is known
 */
export async function listStoredRepositories(
  site: RegistrySite,
  blobs: readonly Digest[],
): Promise<readonly string[]> {
  const root = await rootOnThisMachine(site, blobs);
  if (root === undefined) return [];
  return repositoriesIn(join(root, "docker/registry/v2/repositories"), "");
}

async function repositoriesIn(base: string, name: string): Promise<readonly string[]> {
  // A folder that can't be read has nothing that a registry could serve to this user.
  const entries = await readdir(join(base, name), { withFileTypes: true }).catch(() => []);
  const own = name !== "" && entries.some((entry) => entry.name === "_manifests") ? [name] : [];
  const below: (readonly string[])[] = [];
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith("_")) continue;
    below.push(await repositoriesIn(base, name === "" ? entry.name : `${name}/${entry.name}`));
  }
  return [...own, ...below.flat()];
}
