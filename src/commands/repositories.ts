import pMap from "p-map";
import { PruneError } from "../core/base/errors.js";
import { isSameRepository } from "../core/names/reference.js";
import { type Shard, shardsOf, type WeighedRepository } from "../core/progress/shards.js";
import type { RepositoriesSettings } from "../settings/read/repositories.js";
import type { ConnectionHooks } from "./connection.js";
import { OpenRegistries } from "./deletion/access.js";
import { matchCatalogs } from "./deletion/find-places.js";
import { nameOfPlace, placesOf, type RepositoryPlace } from "./deletion/places.js";

/** The repositories of a registry, divided into shards. */
export interface ShardedRepositories {
  readonly shards: readonly Shard[];
  /** The repositories whose tags could not be listed, each with the error: the job that prunes them says it again. */
  readonly unweighed: readonly { readonly name: string; readonly error: PruneError }[];
}

/**
 * Finds the repositories that are named, or that patterns match in their registries' catalogs, counts their tags, and divides them into shards that weigh about the
 * same. It only reads.
 * @throws {PruneError} where a catalog can't be read, or a pattern matches nothing: a matrix that lacks repositories would leave them as they are, and be green
 */
export async function repositories(
  settings: RepositoriesSettings,
  hooks: ConnectionHooks,
): Promise<ShardedRepositories> {
  const registries = new OpenRegistries({ ...settings, dryRun: true, untag: "never" }, hooks);
  try {
    const places = await findAll(settings, registries);
    const unweighed: { name: string; error: PruneError }[] = [];
    const weigh = async (place: RepositoryPlace): Promise<WeighedRepository> => {
      const name = nameOfPlace(place);
      try {
        const { registry } = await registries.at(place.reference);
        return { name, tags: (await registry.listTags(place.target.repository))?.length ?? 0 };
      } catch (error) {
        if (!(error instanceof PruneError)) throw error;
        unweighed.push({ name, error });
        return { name };
      }
    };
    const weighed = await pMap(places, weigh, { concurrency: settings.concurrency });
    return { shards: shardsOf(weighed, settings.shards), unweighed };
  } finally {
    await registries.close();
  }
}

async function findAll(
  { images, globs }: RepositoriesSettings,
  registries: OpenRegistries,
): Promise<readonly RepositoryPlace[]> {
  const named = placesOf(images);
  const { places, outcomes } = await matchCatalogs({ globs, ifMissing: "fail" }, registries);
  for (const outcome of outcomes) if (outcome.kind === "failed") throw outcome.error;
  const others = places.filter(
    ({ target }) => !named.some((place) => isSameRepository(place.target, target)),
  );
  return [...named, ...others];
}
