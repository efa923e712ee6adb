import { PruneError } from "../../core/base/errors.js";
import { nearName } from "../../core/base/near-name.js";
import { isGlob } from "../../core/names/glob.js";
import type { RepositoryName } from "../../core/names/reference.js";
import type { NothingOutcome, RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { RegistryReader } from "../../registry/port/registry.js";
import { describeNear, MISSING } from "../../report/words/missing.js";
import type { IfMissing } from "../../settings/table/missing.js";
import type { ByPolicy, DeletionRun } from "./deletion-job.js";
import { nameOfPlace, placesOf, type RepositoryPlace } from "./places.js";

/** Returns the end of a named repository that its registry does not know, with the nearest name that it does know. */
export async function endOfUnknown(
  place: RepositoryPlace,
  by: ByPolicy,
  { registries }: Pick<DeletionRun, "registries">,
): Promise<RepositoryOutcome> {
  const { host, repository } = place.target;
  const { registry } = await registries.at(place.reference);
  const named = placesOf(by.images).filter(({ target }) => target.host === host);
  const names = named.map(({ target }) => target.repository).filter((name) => name !== repository);
  const catalog = await registries.neighboursOf(place.reference, repository);
  const outcome = { kind: "nothing", repository: nameOfPlace(place) } as const;
  // On S3 Distribution does not know a repository without tags, and its catalog has it (measured).
  if (catalog?.includes(repository) === true) return { ...outcome, why: "no-tags" };
  const near =
    catalog === undefined ? await knownNear(registry, repository, names) : nearName(repository, catalog);
  const isMissing = { ...outcome, why: "unknown-repository" } as const;
  return orFailure(near === undefined ? isMissing : { ...isMissing, near: `${host}/${near}` }, by.ifMissing);
}

/** Returns the end of a pattern that no repository of the catalog matches, with the pattern that may have been meant. */
export function endOfUnmatched(
  glob: { readonly host: string; readonly pattern: string },
  catalog: readonly RepositoryName[],
  ifMissing: IfMissing,
): RepositoryOutcome {
  const { host, pattern } = glob;
  const near = nearPattern(pattern, catalog);
  const outcome = { kind: "nothing", repository: `${host}/${pattern}`, why: "no-match" } as const;
  return orFailure(near === undefined ? outcome : { ...outcome, near: `${host}/${near}` }, ifMissing);
}

function orFailure(outcome: NothingOutcome, ifMissing: IfMissing): RepositoryOutcome {
  const { repository, why, near } = outcome;
  if (ifMissing === "warn") return outcome;
  const error = new PruneError(
    MISSING[why === "no-match" ? why : "unknown-repository"],
    `${describeNear(near)}Nothing was deleted there. Correct image, push to it first, or set if-missing: warn.`,
  );
  return { kind: "failed", repository, error, isMissing: true };
}

/** Returns the nearest of the run's other names, where the registry knows that repository. */
async function knownNear(
  registry: RegistryReader,
  repository: RepositoryName,
  names: readonly RepositoryName[],
): Promise<RepositoryName | undefined> {
  const near = names.find((name) => name === nearName(repository, names));
  if (near === undefined) return undefined;
  const tags = await registry.listTags(near).catch(() => undefined);
  return tags === undefined ? undefined : near;
}

/** Returns the pattern with its first parts, as far as they are no patterns, as the catalog has them. */
function nearPattern(pattern: string, catalog: readonly RepositoryName[]): string | undefined {
  const parts = pattern.split("/");
  const fixed = parts.findIndex(isGlob);
  const folders = catalog.map((name) => name.split("/")).filter(({ length }) => length > fixed);
  const known = new Set(folders.map((folder) => folder.slice(0, fixed).join("/")));
  const near = nearName(parts.slice(0, fixed).join("/"), [...known]);
  return near === undefined || fixed === 0 ? undefined : [near, ...parts.slice(fixed)].join("/");
}
