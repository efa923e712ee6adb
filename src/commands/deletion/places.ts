import { grouped } from "../../core/base/grouped.js";
import type { Reference } from "../../core/names/reference.js";
import type { RepositoryTarget } from "../../run/observe/observe.js";

/** A repository to plan for, by any reference to it, with all that is named in it. */
export interface RepositoryPlace {
  readonly reference: Pick<Reference, "host" | "scheme">;
  readonly target: RepositoryTarget;
  /** True if it was found in the registry's catalog, and nobody named it. */
  readonly isFound?: boolean;
}

/** Returns the name of a place's repository, `host/repository`. */
export function nameOfPlace({ target: { host, repository } }: RepositoryPlace): string {
  return `${host}/${repository}`;
}

/** Returns the repositories that references name, each once, with all that is named in it. */
export function placesOf(images: readonly Reference[]): readonly RepositoryPlace[] {
  const byName = grouped(images.map((image) => [`${image.host}/${image.repository}`, image] as const));
  return [...byName.values()].flatMap((named) => {
    const [reference] = named;
    if (reference === undefined) return [];
    const { host, repository } = reference;
    const tags = named.flatMap(({ tag }) => tag ?? []);
    const digests = named.flatMap(({ digest }) => digest ?? []);
    return { reference, target: { host, repository, tags, digests } };
  });
}
