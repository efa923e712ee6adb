import { UnsureError } from "../../core/base/errors.js";
import { isObject, parseJson } from "../../core/base/json.js";
import { decodeManifest, type Manifest, unclearIn } from "../../core/image/manifest.js";
import { ACCEPTED_MEDIA_TYPES, isSchema1, manifestType } from "../../core/image/media-type.js";
import { type Digest, isDigest, type RepositoryName, type Tag } from "../../core/names/reference.js";
import { contentDigest } from "./content-digest.js";
import type { Call } from "./requests.js";
import { manifestsAmong } from "./unclear.js";
import type { HttpResponse } from "../http/message.js";
import type { Reading } from "./words/not-there.js";
import { refusal } from "./refusals.js";
import { schema1Digest } from "./schema1-digest.js";
import type { ManifestCache, RememberedManifests } from "../port/manifest-cache.js";
import type { ReadManifest } from "../port/registry.js";

/** A manifest by its tag or digest. */
export interface ManifestAddress {
  readonly repository: RepositoryName;
  readonly reference: Tag | Digest;
}

/**
 * Reads the manifest that a tag or digest points at (distribution spec, "Pulling manifests"); `undefined` where the registry says that there is none.
 * @throws {RegistryError | UnsureError} where that is not certain, or its bytes are not what its digest says
 */
export async function readManifest(
  reading: Reading,
  { repository, reference }: ManifestAddress,
): Promise<ReadManifest | undefined> {
  const { host, call, notThere } = reading;
  const path = `manifests/${reference}`;
  const response = await call(repository, { method: "GET", path, accept: ACCEPTED_MEDIA_TYPES });
  if (await notThere.says("manifest", repository, response)) return undefined;
  if (response.status !== 200) throw refusal(host, response, `reading ${repository}:${reference}`);
  try {
    const { body } = response;
    const parsed = parseJson(body.toString("utf8"));
    const digest = digestOf(response, parsed);
    if (isDigest(reference) && digest !== reference) throw unreadable("it is not what its digest says");
    const mediaType = manifestType(sentType(response), parsed);
    const manifest = await decode(reading, { repository, mediaType, parsed });
    if (manifest.kind === "schema1") await proveStored(reading, { repository, reference, digest });
    notThere.read(repository, digest);
    return { digest, manifest: { bytes: body.length, ...manifest }, mediaType, body };
  } catch (cause) {
    if (!(cause instanceof UnsureError)) throw cause;
    throw new UnsureError(`${host}/${repository}: of ${reference}, ${cause.message}`, cause.nextStep, {
      cause,
    });
  }
}

/** Reads a manifest as `readManifest` does, or recalls what an earlier run read of it, and remembers it for the next one. */
export async function readOrRecall(
  reading: Reading,
  cache: ManifestCache | undefined,
  address: ManifestAddress,
): Promise<{ readonly found: ReadManifest | undefined; readonly isRecalled: boolean }> {
  const { repository, reference } = address;
  const remembered = await cache?.of(repository);
  const recalled = remembered && (await recallManifest(reading, remembered, address));
  const found = recalled ?? (await readManifest(reading, address));
  if (found !== undefined) {
    const { digest, body } = found;
    remembered?.note({ digest, body, ...(isDigest(reference) ? {} : { tag: reference }) });
  }
  return { found, isRecalled: recalled !== undefined };
}

/**
 * Returns the manifest that a tag or digest points at, by the registry's word that it is there and by the bytes that an earlier run read of it; `undefined` where
 * nothing is remembered of it, or something else is there by now: then it has to be read.
 */
async function recallManifest(
  reading: Reading,
  remembered: Pick<RememberedManifests, "digestOf" | "bytesOf">,
  address: ManifestAddress,
): Promise<ReadManifest | undefined> {
  const { repository, reference } = address;
  const hint = isDigest(reference) ? reference : remembered.digestOf(reference);
  // Else a HEAD would be a round trip for nothing.
  const hinted = hint === undefined ? undefined : remembered.bytesOf(hint);
  if (hinted === undefined) return undefined;
  const digest = await headManifest(reading.call, address);
  if (digest === undefined || (isDigest(reference) && digest !== reference)) return undefined;
  const body = digest === hint ? hinted : remembered.bytesOf(digest);
  if (body === undefined) return undefined;
  const parsed = parseJson(body.toString("utf8"));
  // Only what says its own type is remembered.
  const mediaType = manifestType("", parsed);
  const manifest = await decode(reading, { repository, mediaType, parsed });
  reading.notThere.read(repository, digest);
  return { digest, manifest: { bytes: body.length, ...manifest }, mediaType, body };
}

async function decode(reading: Reading, { repository, mediaType, parsed }: ManifestJson): Promise<Manifest> {
  const manifests = await manifestsAmong(reading, { repository, listed: unclearIn(parsed) });
  return decodeManifest(mediaType, parsed, (listed) => manifests.has(listed));
}

/** A manifest's JSON, and what it is. */
interface ManifestJson {
  readonly repository: RepositoryName;
  readonly mediaType: string;
  readonly parsed: unknown;
}

/**
 * Resolves if a tag's schema 1 manifest is stored as such. Distribution up to 2.4 converts what a request does not accept, an index too; a proxy that joins several
 * Accept lines into one makes it do so. What it makes has a digest that it does not know.
 * @throws {UnsureError} where it is not
 */
async function proveStored(
  reading: Reading,
  { repository, reference, digest }: ManifestAddress & { readonly digest: Digest },
): Promise<void> {
  if (isDigest(reference)) return;
  // Not by HEAD alone: 2.1 answers it with 405 (measured).
  if ((await resolve(reading, { repository, reference: digest })) !== digest) {
    throw unreadable(
      "it is schema 1 that the registry does not have under its digest, as one made of something else",
    );
  }
}

/**
 * Returns the digest that a tag or digest points at, by the answer's header alone (distribution spec, "Checking if content exists in the registry"). It is
 * `undefined` where the header does not say: an answer to HEAD has no words, so a 404 may be anybody's.
 */
export async function headManifest(
  call: Call,
  { repository, reference }: ManifestAddress,
): Promise<Digest | undefined> {
  const path = `manifests/${reference}`;
  const { status, headers } = await call(repository, { method: "HEAD", path, accept: ACCEPTED_MEDIA_TYPES });
  const said = headers["docker-content-digest"];
  return status === 200 && typeof said === "string" && isDigest(said) ? said : undefined;
}

/**
 * Returns the digest that a tag, or a digest, points at; `undefined` where the registry says that there is none.
 * @throws {RegistryError | UnsureError} where that is not certain
 */
export async function resolve(reading: Reading, address: ManifestAddress): Promise<Digest | undefined> {
  return (await headManifest(reading.call, address)) ?? (await readManifest(reading, address))?.digest;
}

/** Returns the digest that the registry says, proven by the bytes; schema 1's by its payload, for its signatures are not part of it. */
function digestOf(response: HttpResponse, parsed: unknown): Digest {
  const { headers, body } = response;
  const header = headers["docker-content-digest"];
  const said = typeof header === "string" && isDigest(header) ? header : undefined;
  const algorithm = said?.split(":")[0] ?? "sha256";
  const computed = contentDigest(algorithm, body);
  if (computed === undefined) throw unreadable(`its digest is made by ${algorithm}`);
  // The registry's own, for that is a string of one piece, which takes less memory.
  if (said === computed) return said;
  const isSigned = isObject(parsed) && isSchema1(manifestType(sentType(response), parsed));
  const payload = isSigned ? schema1Digest(algorithm, body) : computed;
  if (payload === undefined || (said !== undefined && said !== payload)) {
    throw unreadable("its bytes are not what its digest says");
  }
  return payload;
}

/** Returns the media type without its parameters. It is the same string for all manifests of a kind, for a hundred thousand of their own take megabytes. */
function sentType({ headers }: HttpResponse): string {
  const said = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return ACCEPTED_MEDIA_TYPES.find((type) => type === said) ?? said;
}

function unreadable(why: string): UnsureError {
  return new UnsureError(
    `a manifest can't be trusted: ${why}`,
    "Look at the registry and what stands in front of it; nothing is decided while this is so.",
  );
}
