import { randomBytes } from "node:crypto";
import { PruneError } from "../../core/base/errors.js";
import { type Digest, isDigest, type RepositoryName } from "../../core/names/reference.js";
import type { RegistryHost } from "../../registry/distribution/host.js";
import { layerFolder, type LayerLink, type Storage } from "./storage.js";

const MOST_REPOSITORIES = 20;
const MOST_LAYERS = 5;

/**
 * Proves that a registry's files are in this storage: for a moment one of its repositories has a layer link of a made-up digest, which names a layer that is there.
 * Only a registry that reads this storage answers for that digest (measured, 2.8.2 and 3.1.1). Should the link stay behind, no manifest names it, and the next sweep
 * takes it.
 * @throws {PruneError} where the registry does not see it, or nothing can show it
 */
export async function proveServes(
  storage: Storage,
  host: RegistryHost,
  repositories: readonly RepositoryName[],
): Promise<void> {
  const place = await findPlace(storage, host, repositories);
  if (place === undefined) {
    throw new PruneError(
      `nothing shows that ${host.name} has its files in ${storage.name}: no layer of it is found there`,
      "Look at whether both are of the same registry. If you know it, say so: trust-gc-container with gc-container, or offline while no registry runs. " +
        "Nothing was removed.",
    );
  }
  if (await sees(storage, host, place)) return;
  throw new PruneError(
    `${host.name} has its files elsewhere than in ${storage.name}: it does not see what was put there`,
    "Name the registry whose files these are, or the folder of the registry. Nothing was removed.",
  );
}

/** Returns a link that can be written: of a digest that the registry does not have, to a layer that it has. */
async function findPlace(
  storage: Storage,
  host: RegistryHost,
  repositories: readonly RepositoryName[],
): Promise<(LayerLink & { readonly repository: RepositoryName }) | undefined> {
  const digest = madeUpDigest();
  for (const repository of repositories.slice(0, MOST_REPOSITORIES)) {
    for (const target of await storage.layers(repository, MOST_LAYERS)) {
      const isThere = (await host.findBlob(repository, target)) !== undefined;
      if (isThere && (await host.findBlob(repository, digest)) === undefined) {
        return { repository, digest, target };
      }
    }
  }
  return undefined;
}

async function sees(
  storage: Storage,
  host: RegistryHost,
  link: LayerLink & { readonly repository: RepositoryName },
): Promise<boolean> {
  try {
    await storage.putLink(link).catch((error: unknown) => {
      if (!(error instanceof PruneError)) throw error;
      throw new PruneError(
        `nothing shows that ${host.name} has its files in ${storage.name}: ${error.message}`,
        "If you know it, say so: trust-gc-container with gc-container, or offline while no registry runs. Nothing was removed.",
        { cause: error },
      );
    });
    return (await host.findBlob(link.repository, link.digest)) !== undefined;
  } finally {
    await storage.remove(layerFolder(link));
  }
}

function madeUpDigest(): Digest {
  const digest = `sha256:${randomBytes(32).toString("hex")}`;
  if (isDigest(digest)) return digest;
  throw new PruneError(`${digest} is no digest`, "Report this as a bug.");
}
