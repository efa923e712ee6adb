import { asPruneError, type PruneError } from "../../core/base/errors.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";
import {
  type RegistryDeleter,
  RegistryError,
  type RegistryErrorKind,
  type RegistryReader,
  type SendingTerms,
} from "../../registry/port/registry.js";

/** The repository whose tags are deleted by themselves. */
export interface UntagOptions {
  readonly registry: Pick<RegistryDeleter, "deleteTag"> & Pick<RegistryReader, "resolveTag">;
  readonly repository: RepositoryName;
  /** The terms under which the deletion may be sent. */
  readonly terms: SendingTerms;
}

/** The tags that a run has deleted by themselves; both grow. */
export interface UntagProgress {
  readonly untagged: Set<Tag>;
  /** Those of which no answer says that they are gone. */
  readonly unanswered: Set<Tag>;
}

/** The kinds of refusals after which a tag is there for certain. */
const KEPT_BY: ReadonlySet<RegistryErrorKind | undefined> = new Set<RegistryErrorKind>([
  "unauthorized",
  "forbidden",
  "still-there",
  "paused",
]);

/**
 * Deletes a tag if it points at one of these at that moment; `undefined` stands for a tag that is listed and points at nothing. Returns the error if that fails: the
 * tag may be gone all the same.
 */
export async function untagOne(
  { registry, repository, terms }: UntagOptions,
  { tag, at }: { readonly tag: Tag; readonly at: readonly (Digest | undefined)[] },
  { untagged, unanswered }: UntagProgress,
): Promise<PruneError | undefined> {
  try {
    const now = await registry.resolveTag(repository, tag);
    if (!at.includes(now)) return undefined;
    // Added before the request is sent, for a deletion that fails may have been done all the same.
    untagged.add(tag);
    unanswered.add(tag);
    await registry.deleteTag(repository, tag, { ...terms, at: now });
    unanswered.delete(tag);
    return undefined;
  } catch (thrown) {
    const error = asPruneError(thrown, "the deletion");
    if (KEPT_BY.has(error instanceof RegistryError ? error.kind : undefined)) untagged.delete(tag);
    return error;
  }
}
