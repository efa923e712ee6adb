import { isSameRepository, type Reference } from "../../core/names/reference.js";
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
  const first = images.filter(
    (image, index) => images.findIndex((other) => isSameRepository(image, other)) === index,
  );
  return first.map((reference) => {
    const { host, repository } = reference;
    const named = images.filter((image) => isSameRepository(image, reference));
    const tags = named.flatMap(({ tag }) => tag ?? []);
    const digests = named.flatMap(({ digest }) => digest ?? []);
    return { reference, target: { host, repository, tags, digests } };
  });
}
