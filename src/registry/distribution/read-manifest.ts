import { UnsureError } from "../../core/base/errors.js";
import { parseJson } from "../../core/base/json.js";
import { ACCEPTED_MEDIA_TYPES, decodeManifest, isSchema1, unclearIn } from "../../core/image/manifest.js";
import { type Digest, isDigest, type RepositoryName, type Tag } from "../../core/names/reference.js";
import { contentDigest } from "./content-digest.js";
import type { Call } from "./requests.js";
import { manifestsAmong } from "./unclear.js";
import type { HttpResponse } from "../http/message.js";
import { isRegistrys404, refusal } from "./refusals.js";
import type { ReadManifest } from "../port/registry.js";

/**
 * Reads the manifest that a tag or digest points at (distribution spec, "Pulling manifests"); `undefined` where the registry says that there is none.
 * @throws {RegistryError | UnsureError} where that is not certain, or its bytes are not what its digest says
 */
export async function readManifest(
  host: string,
  call: Call,
  { repository, reference }: { readonly repository: RepositoryName; readonly reference: Tag | Digest },
): Promise<ReadManifest | undefined> {
  const path = `manifests/${reference}`;
  const response = await call(repository, { method: "GET", path, accept: ACCEPTED_MEDIA_TYPES });
  if (isRegistrys404(response)) return undefined;
  if (response.status !== 200) throw refusal(host, response, `reading ${repository}:${reference}`);
  try {
    const { body } = response;
    const mediaType = mediaTypeOf(response);
    const digest = digestOf(response, mediaType);
    if (isDigest(reference) && digest !== reference) throw unreadable("it is not what its digest says");
    const said = parseJson(body.toString("utf8"));
    const manifests = await manifestsAmong(host, call, { repository, listed: unclearIn(said) });
    const manifest = decodeManifest(mediaType, said, (listed) => manifests.has(listed));
    return { digest, manifest: { bytes: body.length, ...manifest }, mediaType, body };
  } catch (cause) {
    if (!(cause instanceof UnsureError)) throw cause;
    throw new UnsureError(`${host}/${repository}: of ${reference}, ${cause.message}`, cause.nextStep, {
      cause,
    });
  }
}

/**
 * Returns the digest that a tag or digest points at, by the answer's header alone (distribution spec, "Checking if content exists in the registry"). It is
 * `undefined` where the header does not say: an answer to HEAD has no words, so a 404 may be anybody's.
 */
export async function headManifest(
  call: Call,
  { repository, reference }: { readonly repository: RepositoryName; readonly reference: Tag | Digest },
): Promise<Digest | undefined> {
  const path = `manifests/${reference}`;
  const { status, headers } = await call(repository, { method: "HEAD", path, accept: ACCEPTED_MEDIA_TYPES });
  const said = headers["docker-content-digest"];
  return status === 200 && typeof said === "string" && isDigest(said) ? said : undefined;
}

/**
 * Returns the digest that a tag points at; `undefined` where the registry says that there is none.
 * @throws {RegistryError | UnsureError} where that is not certain
 */
export async function resolveTag(
  host: string,
  call: Call,
  tag: { readonly repository: RepositoryName; readonly reference: Tag },
): Promise<Digest | undefined> {
  return (await headManifest(call, tag)) ?? (await readManifest(host, call, tag))?.digest;
}

/** Returns the digest that the registry says, proven by the bytes; schema 1's can't be proven, for its signatures are not part of it. */
function digestOf(response: HttpResponse, mediaType: string): Digest {
  const header = response.headers["docker-content-digest"];
  const said = typeof header === "string" && isDigest(header) ? header : undefined;
  if (isSchema1(mediaType) && said !== undefined) return said;
  const algorithm = said?.split(":")[0] ?? "sha256";
  const computed = contentDigest(algorithm, response.body);
  if (computed === undefined) throw unreadable(`its digest is made by ${algorithm}`);
  if (said !== undefined && said !== computed) {
    throw unreadable("its bytes are not what its digest says");
  }
  // The registry's own, for that is a string of one piece, which takes less memory.
  return said ?? computed;
}

/** Returns the media type without its parameters. It is the same string for all manifests of a kind, for a hundred thousand of their own take megabytes. */
function mediaTypeOf({ headers }: HttpResponse): string {
  const said = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return ACCEPTED_MEDIA_TYPES.find((type) => type === said) ?? said;
}

function unreadable(why: string): UnsureError {
  return new UnsureError(
    `a manifest can't be trusted: ${why}`,
    "Look at the registry and what stands in front of it; nothing is decided while this is so.",
  );
}
