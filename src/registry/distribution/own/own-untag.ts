import type { Digest, RepositoryName, Tag } from "../../../core/names/reference.js";
import type { HttpResponse } from "../../http/message.js";
import { asDoubt } from "../../port/doubt.js";
import { RegistryError, type SendingTerms, type UntagTerms } from "../../port/registry.js";
import { seeGone } from "../delete.js";

/** A tag to delete, and the image that it was seen at. */
export interface UntagTarget {
  readonly repository: RepositoryName;
  readonly tag: string;
  readonly at: Digest | undefined;
}

/**
 * An answer to the deletion of a tag.
 * - failed: it was not done, or not as it was asked for, by the registry's own words
 * - doubt: it may have been done
 */
export type OwnAnswer =
  | { readonly kind: "deleted" | "gone" }
  | { readonly kind: "failed" | "doubt"; readonly error: RegistryError };

/** A product's own way to delete a tag and leave its image, where the standard one refuses. */
export interface OwnUntag {
  readonly send: (target: UntagTarget, terms: SendingTerms | undefined) => Promise<HttpResponse>;
  readonly understand: (response: HttpResponse, target: UntagTarget) => OwnAnswer;
}

/** Deletes a tag in a product's own way. @throws {RegistryError} where it was not deleted, or not for certain */
export async function deleteInOwnWay(
  { send, understand }: OwnUntag,
  isThere: (repository: RepositoryName, tag: Tag) => Promise<boolean>,
  { repository, tag, terms }: OwnDeletion,
): Promise<"deleted" | "gone"> {
  const target = { repository, tag, at: terms?.at };
  const sent = await send(target, terms).catch(asDoubt);
  const answer: OwnAnswer =
    sent instanceof RegistryError ? { kind: "doubt", error: sent } : understand(sent, target);
  if (answer.kind === "failed") throw answer.error;
  if (answer.kind !== "doubt") return answer.kind;
  return seeGone(() => isThere(repository, tag), answer.error, "still-there");
}

/** A tag to delete, and the terms. */
export interface OwnDeletion {
  readonly repository: RepositoryName;
  readonly tag: Tag;
  readonly terms: UntagTerms | undefined;
}
