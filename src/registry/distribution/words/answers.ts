import { isObject, parseJson, textAt } from "../../../core/base/json.js";
import type { HttpResponse } from "../../http/message.js";

/** The thing that a question is about whose answer decides something. */
export type AskedFor = "tags" | "manifest" | "blob";

/** An error in a registry's words. */
export interface RegistryWords {
  readonly code: string;
  readonly message: string;
}

/** Returns the `errors` of a registry's JSON answer (distribution spec, "Error Codes"); `undefined` where the answer is not one. */
export function registryErrors(response: Pick<HttpResponse, "body">): readonly RegistryWords[] | undefined {
  const body = parseJson(response.body.toString("utf8"));
  const errors = isObject(body) ? body["errors"] : undefined;
  if (!Array.isArray(errors)) return undefined;
  return errors.map((error: unknown) => ({
    code: textAt(error, "code") ?? "",
    message: textAt(error, "message") ?? "",
  }));
}

const NO_REPOSITORY = ["NAME_UNKNOWN", "NAME_INVALID"];

/**
 * The words by which a registry says with 404 that something is not there, by the question. They are those of the distribution specification that fit it, and Quay's
 * own for a tag whose time is over. Whatever else has a list of errors may be a gateway's, and says nothing.
 */
const NOT_THERE = {
  tags: NO_REPOSITORY,
  manifest: ["MANIFEST_UNKNOWN", "TAG_EXPIRED", ...NO_REPOSITORY],
  blob: ["BLOB_UNKNOWN", ...NO_REPOSITORY],
} as const satisfies Record<AskedFor, readonly string[]>;

/** The words by which a registry refuses what it was asked, by the status (distribution spec, "Error Codes"). */
const REFUSED: Readonly<Record<number, readonly string[]>> = {
  400: ["DIGEST_INVALID", "NAME_INVALID", "TAG_INVALID", "MANIFEST_INVALID", "UNSUPPORTED"],
  401: ["UNAUTHORIZED"],
  403: ["DENIED"],
  405: ["UNSUPPORTED", "DENIED"],
};

/** True if a registry says in its words that what was asked for is not there. */
export function saysNotThere(question: AskedFor, response: HttpResponse): boolean {
  return response.status === 404 && saysOnly(response, NOT_THERE[question]);
}

/** True if a registry says in its words that it did not do what it was asked to. */
export function saysRefused(response: HttpResponse): boolean {
  return saysOnly(response, REFUSED[response.status] ?? []);
}

/** True if a registry says that it has not taken a manifest, for what it is. */
export function saysNotTaken(response: HttpResponse): boolean {
  return response.status === 400 && saysOnly(response, ["MANIFEST_INVALID"]);
}

/** True if a registry says that there is no such upload: 2.4.1 cancels one that has a part by itself, and leaves nothing of it (measured). */
export function saysNoUpload(response: HttpResponse): boolean {
  return response.status === 404 && saysOnly(response, ["BLOB_UPLOAD_UNKNOWN", "BLOB_UPLOAD_INVALID"]);
}

function saysOnly(response: HttpResponse, codes: readonly string[]): boolean {
  const errors = registryErrors(response) ?? [];
  return errors.length > 0 && errors.every(({ code }) => codes.includes(code));
}

/** True if a registry says that an image has tags, which must go first (Artifact Registry's documents: 400, GOOGLE_MANIFEST_DANGLING_TAG). */
export function saysHasTags(response: HttpResponse): boolean {
  const errors = registryErrors(response) ?? [];
  return response.status === 400 && errors.some(({ code }) => code.endsWith("DANGLING_TAG"));
}

/** Distribution's messages for what is not there, in every version. Others have other messages (Pulp), no message (NORA), or not its header (ocimem; measured). */
const DISTRIBUTIONS_MESSAGES = ["manifest unknown", "repository name not known to registry"];

/** True if an answer says that something is not there as Distribution alone does. */
export function saysAsDistribution(response: HttpResponse): boolean {
  const errors = registryErrors(response) ?? [];
  return (
    response.status === 404 &&
    response.headers["docker-distribution-api-version"] !== undefined &&
    errors.length > 0 &&
    errors.every(({ message }) => DISTRIBUTIONS_MESSAGES.includes(message))
  );
}

/** True if an answer is in a registry's form of words, whichever: each of its errors has a code. */
export function hasWords(response: HttpResponse): boolean {
  const errors = registryErrors(response) ?? [];
  return errors.length > 0 && errors.every(({ code }) => code !== "");
}

/** True if an answer is a web page: a proxy's error, or something that is no registry. */
export function isPage({ headers, body }: Pick<HttpResponse, "headers" | "body">): boolean {
  return (
    /\bx?html\b/i.test(headers["content-type"] ?? "") ||
    /^\s*<(?:!doctype\s+html|html)\b/i.test(body.subarray(0, 256).toString("latin1"))
  );
}

/** True if an answer says that a deletion was accepted or done (202 of the specification, 204 of some registries), and is no page of something in front. */
export function isDeleted(response: HttpResponse): boolean {
  return [202, 204].includes(response.status) && !isPage(response);
}
