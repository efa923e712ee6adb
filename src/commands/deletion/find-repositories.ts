import { PruneError } from "../../core/base/errors.js";
import type { ImageGlob } from "../../core/names/image-glob.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { RepositoryName } from "../../core/names/reference.js";
import type { Open, RepositoryPlace } from "./plan-repositories.js";

/** The repositories that patterns match, and what became of the patterns that match none. */
export interface Found {
  readonly places: readonly RepositoryPlace[];
  readonly outcomes: readonly RepositoryOutcome[];
}

/**
 * Finds the repositories that patterns match in the catalogs of their registries, each once. A registry whose catalog can't be read is the outcome of its
 * patterns, and does not stop the others.
 */
export async function findRepositories(globs: readonly ImageGlob[], open: Open): Promise<Found> {
  const catalogs = new Map<string, Promise<readonly RepositoryName[]>>();
  const places = new Map<string, RepositoryPlace>();
  const outcomes: RepositoryOutcome[] = [];
  for (const glob of globs) {
    const { host, pattern, matches } = glob;
    const below = globs.flatMap((other) => (other.host === host ? [other.first] : []));
    const catalog =
      catalogs.get(host) ?? open(glob).then(({ registry }) => registry.listRepositories(new Set(below)));
    catalogs.set(host, catalog);
    const repository = `${host}/${pattern}`;
    try {
      const found = (await catalog).filter(matches);
      for (const name of found) places.set(`${host}/${name}`, placeOf(glob, name));
      if (found.length === 0) outcomes.push({ kind: "nothing", repository, why: "no-match" });
    } catch (error) {
      if (!(error instanceof PruneError)) throw error;
      outcomes.push({ kind: "failed", repository, error });
    }
  }
  return { places: [...places.values()], outcomes };
}

function placeOf({ scheme, host }: ImageGlob, repository: RepositoryName): RepositoryPlace {
  return {
    reference: { host, ...(scheme === undefined ? {} : { scheme }) },
    target: { host, repository, tags: [], digests: [] },
    isFound: true,
  };
}
