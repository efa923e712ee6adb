import { readDate } from "./date.js";
import { type Marked, markIn } from "./untag-mark.js";
import { isObject, parseJson } from "../base/json.js";
import { type Digest, isDigest } from "../names/reference.js";
import { IMAGE_TYPES, INDEX_TYPES, isSchema1, MANIFEST_TYPES, manifestType, unsure } from "./media-type.js";

/** A configuration or layer, as a manifest names it, or what an index lists that is no manifest. Schema 1 names no sizes. */
export interface Blob {
  readonly digest: Digest;
  readonly bytes?: number;
}

/**
 * A manifest, reduced to what safe deletion needs.
 * - `children`: the manifests that an index lists, in its order
 * - `subject`: the digest that a referrer refers to
 * - `blobs`: the configuration and layers of an image that the registry itself has to hold; what an index lists that is no manifest, such as the
 *   layers in BuildKit's cache
 * - `config`: the one of these blobs that is an image's configuration
 * - `bytes`: the manifest's own size, if it was read
 * - `created`: the date that the manifest itself gives, in milliseconds since 1970
 * - `isUntagMark`: true for the empty index that this program writes over a tag in order to delete it
 */
export type Manifest = ManifestKind &
  Marked & { readonly blobs?: readonly Blob[]; readonly bytes?: number; readonly created?: number };

type ManifestKind =
  | { readonly kind: "index"; readonly children: readonly Digest[]; readonly subject?: Digest }
  | { readonly kind: "image"; readonly subject?: Digest; readonly config?: Digest }
  | { readonly kind: "schema1" };

/** Returns the blobs that a manifest names: its configuration and layers, or what an index lists that is no manifest. */
export function blobsOf(manifest: Manifest | undefined): readonly Blob[] {
  return manifest?.blobs ?? [];
}

/** Returns the digests of the blobs that a manifest names. */
export function blobDigests(manifest: Manifest | undefined): readonly Digest[] {
  return blobsOf(manifest).map(({ digest }) => digest);
}

// Other artifacts (charts, signatures) have a configuration of another type, which gives no date.
const CONFIG_TYPES = [
  "application/vnd.oci.image.config.v1+json",
  "application/vnd.docker.container.image.v1+json",
];

/**
 * Reads a manifest from what a registry sent.
 * @param mediaType the Content-Type, without parameters
 * @param body the parsed JSON
 * @param isManifest tells for what an index lists without a clear media type (`unclearIn`)
 * @throws {UnsureError} where it is not certain what the manifest contains
 */
export function decodeManifest(
  mediaType: string,
  body: unknown,
  isManifest: (digest: Digest) => boolean = () => true,
): Manifest {
  const type = manifestType(mediaType, body);
  if (isSchema1(type)) return { kind: "schema1", blobs: schema1Blobs(body), ...schema1Date(body) };
  if (!isObject(body)) throw unsure("it is not a JSON object");
  const subject = body["subject"] === undefined ? {} : { subject: digestOf(body["subject"]) };
  const more = { ...subject, ...annotatedDate(body), ...markIn(body) };
  if (INDEX_TYPES.includes(type)) return { kind: "index", ...listedBy(body, isManifest), ...more };
  if (IMAGE_TYPES.includes(type)) {
    return { kind: "image", ...more, blobs: namedBlobs(body), ...configOf(body) };
  }
  throw unsure(`its media type is "${mediaType}"`);
}

/** Returns what an index lists and whose media type does not say whether it is a manifest; nothing of anything else. */
export function unclearIn(body: unknown): readonly Blob[] {
  const listed: readonly unknown[] =
    isObject(body) && Array.isArray(body["manifests"]) ? body["manifests"] : [];
  return listed
    .filter((descriptor) => roleOf(descriptor) === "unclear")
    .map((descriptor) =>
      withSize(digestOf(descriptor), isObject(descriptor) ? descriptor["size"] : undefined),
    );
}

/** Sorts what an index lists into manifests and blobs. */
function listedBy(
  { manifests }: Readonly<Record<string, unknown>>,
  isManifest: (digest: Digest) => boolean,
): { readonly children: readonly Digest[]; readonly blobs?: readonly Blob[] } {
  // What is written in Go has null for a list without anything in it.
  if (manifests === null) return { children: [] };
  if (!Array.isArray(manifests)) throw unsure("it is an index without a list of manifests");
  const children: Digest[] = [];
  const others: unknown[] = [];
  for (const descriptor of manifests as readonly unknown[]) {
    const digest = digestOf(descriptor);
    const role = roleOf(descriptor);
    if (role === "manifest" || (role === "unclear" && isManifest(digest))) children.push(digest);
    else others.push(descriptor);
  }
  return others.length === 0 ? { children } : { children, blobs: blobsAmong(others) };
}

/** Tells by its media type what a descriptor in an index stands for. Both specifications demand a type; an unknown one may be that of a manifest. */
export function roleOf(descriptor: unknown): "manifest" | "blob" | "unclear" {
  const said = isObject(descriptor) ? descriptor["mediaType"] : undefined;
  const type = typeof said === "string" ? (said.split(";")[0] ?? "").trim().toLowerCase() : "";
  if (MANIFEST_TYPES.includes(type)) return "manifest";
  return type === "" || /\b(?:manifest|index)\b/.test(type) ? "unclear" : "blob";
}

/** Reads the configuration and layers. */
function namedBlobs({ config, layers }: Readonly<Record<string, unknown>>): readonly Blob[] {
  return blobsAmong([config, ...(Array.isArray(layers) ? (layers as readonly unknown[]) : [])]);
}

/** Reads descriptors of blobs. No decision rests on them, so what can't be read among them is left out. */
function blobsAmong(descriptors: readonly unknown[]): readonly Blob[] {
  const blobs = descriptors.flatMap((descriptor) => {
    if (!isObject(descriptor) || isForeign(descriptor)) return [];
    const { digest, size } = descriptor;
    if (typeof digest !== "string" || !isDigest(digest)) return [];
    return [withSize(digest, size)];
  });
  // Copied, because a list that has grown keeps room for many more, and there may be a hundred thousand such lists at once.
  return blobs.slice();
}

function withSize(digest: Digest, size: unknown): Blob {
  const isSize = typeof size === "number" && Number.isSafeInteger(size) && size >= 0;
  return isSize ? { digest, bytes: size } : { digest };
}

function configOf({ config }: Readonly<Record<string, unknown>>): { readonly config?: Digest } {
  if (!isObject(config)) return {};
  const { digest, mediaType } = config;
  const isImages = typeof mediaType === "string" && CONFIG_TYPES.includes(mediaType);
  return isImages && typeof digest === "string" && isDigest(digest) ? { config: digest } : {};
}

/** Reads the date in a manifest's annotations (OCI image spec, "Pre-Defined Annotation Keys"). */
function annotatedDate({ annotations }: Readonly<Record<string, unknown>>): { readonly created?: number } {
  const text = isObject(annotations) ? annotations["org.opencontainers.image.created"] : undefined;
  const created = readDate(text);
  return created === undefined ? {} : { created };
}

/** Reads the date of the newest layer. Schema 1 has its history first, as a text of JSON. */
function schema1Date(body: unknown): { readonly created?: number } {
  const history: unknown = isObject(body) ? body["history"] : undefined;
  const newest: unknown = Array.isArray(history) ? history[0] : undefined;
  const text = isObject(newest) ? newest["v1Compatibility"] : undefined;
  const image = typeof text === "string" ? parseJson(text) : undefined;
  const created = isObject(image) ? readDate(image["created"]) : undefined;
  return created === undefined ? {} : { created };
}

/** True if a layer is fetched from elsewhere, so that it need not be in the registry (OCI image spec, "non-distributable layers"). */
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
