import { asPruneError } from "../../core/base/errors.js";
import type { ImageGlob } from "../../core/names/image-glob.js";
import { isSameRepository, type RepositoryName } from "../../core/names/reference.js";
import { policyFor } from "../../core/policy/policy.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { OpenRegistries } from "./access.js";
import type { ByPolicy, DeletionRun } from "./deletion-job.js";
import { placesOf, type RepositoryPlace } from "./places.js";

type Registries = Pick<OpenRegistries, "at">;

/** The repositories of a run, and the outcomes of the patterns that match none. */
export interface FoundPlaces {
  readonly places: readonly RepositoryPlace[];
  readonly outcomes: readonly RepositoryOutcome[];
}

/** Returns the repositories that a run is about: those that are named first, then those that patterns match and that a rule is for. */
export async function findPlaces(run: DeletionRun): Promise<FoundPlaces> {
  const found = await placesIn(run);
  const repositories = found.places.length;
  if (repositories > 1) run.hooks.say({ kind: "repositories-found", repositories });
  return found;
}

async function placesIn({ job: { by }, registries, hooks }: DeletionRun): Promise<FoundPlaces> {
  if (by.kind === "saved-plan") return { places: by.places, outcomes: [] };
  const named = placesOf(by.images);
  const { places, outcomes } = await matchCatalogs(by, registries);
  const others = places.filter(
    ({ target }) => !named.some((place) => isSameRepository(place.target, target)),
  );
  const ruled = others.filter((place) => hasRule(by, place));
  if (ruled.length < others.length) {
    hooks.say({ kind: "repositories-unruled", repositories: others.length - ruled.length });
  }
  for (const outcome of outcomes) hooks.say({ kind: "repository-ended", outcome });
  return { places: [...named, ...ruled], outcomes };
}

function hasRule({ policies }: ByPolicy, { target }: RepositoryPlace): boolean {
  return policyFor(target, policies).rules.length > 0;
}

/**
 * Finds the repositories that patterns match in the catalogs of their registries, each once. A registry whose catalog can't be read is the outcome of its
 * patterns, and does not stop the others.
 */
export async function matchCatalogs(
  { globs, ifMissing }: Pick<ByPolicy, "globs" | "ifMissing">,
  registries: Registries,
): Promise<FoundPlaces> {
  const catalogs = new Map<string, Promise<readonly RepositoryName[]>>();
  const places = new Map<string, RepositoryPlace>();
  const outcomes: RepositoryOutcome[] = [];
  for (const glob of globs) {
    const { host, pattern, matches } = glob;
    const below = globs.flatMap((other) => (other.host === host ? [other.first] : []));
    const catalog = catalogs.get(host) ?? readCatalog(registries, glob, new Set(below));
    catalogs.set(host, catalog);
    const repository = `${host}/${pattern}`;
    try {
      const names = await catalog;
      const found = names.filter(matches);
      for (const name of found) places.set(`${host}/${name}`, placeOf(glob, name));
      if (found.length === 0) {
        const { endOfUnmatched } = await import("./missing.js");
        outcomes.push(endOfUnmatched(glob, names, ifMissing));
      }
    } catch (thrown) {
      const error = asPruneError(thrown, "the list of repositories");
      outcomes.push({ kind: "failed", repository, error });
    }
  }
  return { places: [...places.values()], outcomes };
}

async function readCatalog(
  registries: Registries,
  glob: ImageGlob,
  below: ReadonlySet<string>,
): Promise<readonly RepositoryName[]> {
  const { registry } = await registries.at(glob);
  return registry.listRepositories(below);
}

function placeOf({ scheme, host }: ImageGlob, repository: RepositoryName): RepositoryPlace {
  return {
    reference: { host, ...(scheme === undefined ? {} : { scheme }) },
    target: { host, repository, tags: [], digests: [] },
    isFound: true,
  };
}
