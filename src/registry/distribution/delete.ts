import { PruneError } from "../../core/base/errors.js";
import { type Digest, isDigest, type RepositoryName, type Tag } from "../../core/names/reference.js";
import type { HttpRequest, HttpResponse } from "../http/message.js";
import { asDoubt } from "../port/doubt.js";
import { RegistryError, type SendingTerms } from "../port/registry.js";
import { hasWords, isDeleted, saysHasTags, saysNotThere, saysRefused } from "./words/answers.js";
import { refusal } from "./refusals.js";
import type { Call } from "./requests.js";

/** The way to a registry that is deleted from, and a look at what became of it. */
export interface Deleting {
  readonly host: string;
  readonly call: Call;
  /** Resolves to true if something is there, and to false if the registry says that it is not. */
  readonly isThere: (repository: RepositoryName, reference: Tag | Digest) => Promise<boolean>;
  /** The terms under which a DELETE may be sent. */
  readonly terms?: SendingTerms | undefined;
}

/** Sends a DELETE. */
export function remove(
  { call, attempts, terms }: { readonly call: Call } & Pick<HttpRequest, "attempts" | "terms">,
  repository: RepositoryName,
  reference: string,
): Promise<HttpResponse> {
  return call(repository, { method: "DELETE", path: `manifests/${reference}`, attempts, terms });
}

/**
 * Deletes a manifest, or a tag. Only the registry's own words are believed: that it is done, that it is not there, or that it is refused. Any other answer, or none,
 * may be that of something in front of the registry, so what was to go is looked at.
 * @throws {RegistryError} where it was not deleted, or not for certain
 */
export async function deleteManifest(
  deleting: Deleting,
  repository: RepositoryName,
  reference: Tag | Digest,
): Promise<"deleted" | "gone"> {
  const { host } = deleting;
  const isImage = isDigest(reference);
  const what = isImage ? `${repository}@${reference}` : `the tag ${repository}:${reference}`;
  // A tag may be somebody else's by the second time.
  const { call, terms } = deleting;
  const sending = remove({ call, terms, ...(isImage ? {} : { attempts: 1 }) }, repository, reference);
  const sent = await sending.catch(asDoubt);
  if (sent instanceof RegistryError) return lookAfter(deleting, { repository, reference, doubt: sent });
  if (isDeleted(sent)) return "deleted";
  if (saysNotThere("manifest", sent)) return "gone";
  const doubt = refusal(host, sent, `deleting ${what}`);
  if (saysRefused(sent)) throw doubt;
  if (saysHasTags(sent)) throw new RegistryError("has-tags", doubt, doubt);
  // A registry that fails in its own words may have done half of it.
  const failed = isImage && sent.status >= 500 && hasWords(sent);
  const become = await lookAfter(deleting, { repository, reference, doubt, failed });
  if (!failed) return become;
  throw told(doubt, "half-done", "its manifest is gone, and its tags may be left");
}

/** A deletion that was sent and not answered for certain. */
interface Doubt {
  readonly repository: RepositoryName;
  readonly reference: Tag | Digest;
  readonly doubt: RegistryError;
  /** True if the registry said itself that it failed. */
  readonly failed?: boolean;
}

/** Returns `deleted` where what was to go is not there any more. @throws {RegistryError} where it is, or where that can't be seen */
function lookAfter(
  { isThere }: Deleting,
  { repository, reference, doubt, failed = false }: Doubt,
): Promise<"deleted"> {
  const seen = failed ? "failed-at" : "still-there";
  const kind = REFUSALS.has(doubt.kind) ? doubt.kind : seen;
  return seeGone(() => isThere(repository, reference), doubt, kind);
}

/**
 * Returns `deleted` where what was to go is not there any more.
 * @param kind of the error where it is there
 * @throws {RegistryError} where it is, or where that can't be seen
 */
export async function seeGone(
  isThere: () => Promise<boolean>,
  doubt: RegistryError,
  kind: RegistryError["kind"],
): Promise<"deleted"> {
  let isLeft: boolean;
  try {
    isLeft = await isThere();
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    throw told(doubt, "unproven", `whether it is gone can't be seen: ${error.message}`);
  }
  if (isLeft) throw told(doubt, kind, "it is still there");
  return "deleted";
}

/** The kinds of answers that say why it is still there. */
const REFUSALS: ReadonlySet<RegistryError["kind"]> = new Set<RegistryError["kind"]>([
  "forbidden",
  "unauthorized",
  "not-deletable",
  "read-only",
  "rate-limited",
]);

/** Returns an error with what was seen of it. */
function told(doubt: RegistryError, kind: RegistryError["kind"], seen: string): RegistryError {
  return new RegistryError(kind, { message: `${doubt.message}; ${seen}`, nextStep: doubt.nextStep }, doubt);
}
