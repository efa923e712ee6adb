import { UnsureError } from "./errors.js";
import { isObject } from "./json.js";
import { type Digest, isDigest } from "./reference.js";

/** A configuration or layer, as a manifest names it. Schema 1 names no sizes. */
export interface Blob {
  readonly digest: Digest;
  readonly bytes?: number;
}

/**
 * A manifest, as far as deleting safely needs it.
 * `children` are what an index names, in its order; `subject` is what a referrer refers to;
 * `blobs` are what an image needs besides, as far as the registry itself has to hold them; `bytes` is the manifest's own size, where it was read.
 */
export type Manifest = ManifestKind & { readonly bytes?: number };

type ManifestKind =
  | { readonly kind: "index"; readonly children: readonly Digest[]; readonly subject?: Digest }
  | { readonly kind: "image"; readonly subject?: Digest; readonly blobs?: readonly Blob[] }
  | { readonly kind: "schema1"; readonly blobs?: readonly Blob[] };

/** The configuration and layers that a manifest names; an index has none. */
export function blobsOf(manifest: Manifest | undefined): readonly Blob[] {
  return manifest === undefined || manifest.kind === "index" ? [] : (manifest.blobs ?? []);
}

/** The digests of the configuration and layers that a manifest names. */
export function blobDigests(manifest: Manifest | undefined): readonly Digest[] {
  return blobsOf(manifest).map(({ digest }) => digest);
}

const INDEX_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
];
const IMAGE_TYPES = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];
const SCHEMA1_TYPES = [
  "application/vnd.docker.distribution.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v1+prettyjws",
];

/** All four types, always: asked for Docker's alone, Distribution answers an index's tag with its child's digest. */
export const ACCEPTED_MEDIA_TYPES: readonly string[] = [...INDEX_TYPES, ...IMAGE_TYPES];

/** Whether a media type is that of a schema 1 manifest, whose digest can't be computed from its bytes. */
export function isSchema1(mediaType: string): boolean {
  return SCHEMA1_TYPES.includes(mediaType);
}

/**
 * Reads a manifest from what a registry sent.
 * @param mediaType the Content-Type, without parameters
 * @param body the parsed JSON
 * @throws {UnsureError} where it is not certain what the manifest contains
 */
export function decodeManifest(mediaType: string, body: unknown): ManifestKind {
  if (isSchema1(mediaType)) return { kind: "schema1", blobs: schema1Blobs(body) };
  if (!isObject(body)) throw unsure("it is not a JSON object");
  const own = body["mediaType"];
  if (own !== undefined && own !== mediaType) {
    throw unsure(`it was sent as "${mediaType}" and calls itself ${JSON.stringify(own)}`);
  }
  const subject = body["subject"] === undefined ? {} : { subject: digestOf(body["subject"]) };
  if (INDEX_TYPES.includes(mediaType)) return { kind: "index", children: childrenOf(body), ...subject };
  if (IMAGE_TYPES.includes(mediaType)) {
    // CVE-2021-41190: a manifest that can be read as an image and as an index alike is neither.
    if (body["manifests"] !== undefined) throw unsure("it is an image that also lists manifests");
    return { kind: "image", ...subject, blobs: namedBlobs(body) };
  }
  throw unsure(`its media type is "${mediaType}"`);
}

function childrenOf(body: Readonly<Record<string, unknown>>): readonly Digest[] {
  const { manifests } = body;
  if (!Array.isArray(manifests)) throw unsure("it is an index without a list of manifests");
  return manifests.map(digestOf);
}

/** No decision rests on these, so what can't be read among them is left out. */
function namedBlobs(body: Readonly<Record<string, unknown>>): readonly Blob[] {
  const { config, layers } = body;
  const listed: readonly unknown[] = Array.isArray(layers) ? layers : [];
  return [config, ...listed].flatMap((descriptor) => {
    if (!isObject(descriptor) || isForeign(descriptor)) return [];
    const { digest, size } = descriptor;
    if (typeof digest !== "string" || !isDigest(digest)) return [];
    return [{ digest, ...(typeof size === "number" ? { bytes: size } : {}) }];
  });
}

/** Layers that are fetched from elsewhere need not be in the registry (OCI image spec, "non-distributable layers"). */
function isForeign({ mediaType, urls }: Readonly<Record<string, unknown>>): boolean {
  return (
    (Array.isArray(urls) && urls.length > 0) ||
    (typeof mediaType === "string" && /foreign|nondistributable/.test(mediaType))
  );
}

function schema1Blobs(body: unknown): readonly Blob[] {
  const layers = isObject(body) ? body["fsLayers"] : undefined;
  if (!Array.isArray(layers)) return [];
  return layers.flatMap((layer: unknown) => {
    const digest = isObject(layer) ? layer["blobSum"] : undefined;
    return typeof digest === "string" && isDigest(digest) ? [{ digest }] : [];
  });
}

function digestOf(descriptor: unknown): Digest {
  const digest = isObject(descriptor) ? descriptor["digest"] : undefined;
  if (typeof digest !== "string" || !isDigest(digest)) throw unsure("a descriptor in it has no valid digest");
  return digest;
}

function unsure(why: string): UnsureError {
  return new UnsureError(
    `a manifest can't be understood: ${why}`,
    "Push the image again in an OCI or Docker v2 format, or delete its tag by hand.",
  );
}
