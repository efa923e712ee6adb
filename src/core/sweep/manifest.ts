import { UnsureError } from "../base/errors.js";
import { isObject, parseJson } from "../base/json.js";
import { type Blob, decodeManifest, type Manifest, roleOf } from "../image/manifest.js";
import { isSchema1 } from "../image/media-type.js";
import { isDigest } from "../names/reference.js";

/** A manifest as a registry stores it. */
export interface ManifestFile {
  readonly manifest: Manifest;
  /** Config and layers, in the manifest's order; of an index, what it lists that is no manifest. */
  readonly blobs: readonly Blob[];
}

type Json = Readonly<Record<string, unknown>>;

const OCI_INDEX = "application/vnd.oci.image.index.v1+json";
const OCI_IMAGE = "application/vnd.oci.image.manifest.v1+json";
const SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+json";
const KNOWN_KEYS = [
  "schemaVersion",
  "mediaType",
  "config",
  "layers",
  "manifests",
  "subject",
  "fsLayers",
  "digest",
  "size",
  "blobSum",
];

/**
 * Reads a manifest as a registry stores it: without a Content-Type, so its type is its own `mediaType`, or else its shape.
 * @throws {UnsureError} where it is not certain what the manifest names
 */
export function readManifestFile(text: string): ManifestFile {
  const body = parseJson(text);
  if (!isObject(body)) throw unsure("it is not a JSON object");
  refuseLookalikes(body);
  const mediaType = mediaTypeOf(body);
  const manifest = decodeManifest(mediaType, body);
  switch (manifest.kind) {
    case "schema1":
      return { manifest, blobs: listAt(body, "fsLayers").map(fsLayer) };
    case "index": {
      const listed = listAt(body, "manifests");
      listed.forEach(refuseLookalikes);
      return { manifest, blobs: listed.filter((descriptor) => roleOf(descriptor) === "blob").map(blob) };
    }
    case "image":
      return { manifest, blobs: [body["config"], ...listAt(body, "layers")].map(blob) };
  }
}

/** Returns the media type of a manifest. Image Format Specification, "mediaType": OCI manifests may go without one; schema 1 always does. */
function mediaTypeOf(body: Json): string {
  const { mediaType, schemaVersion } = body;
  if (mediaType !== undefined && typeof mediaType !== "string") throw unsure("its mediaType is no text");
  if (schemaVersion === 1 && (mediaType === undefined || isSchema1(mediaType))) return SCHEMA1;
  if (schemaVersion !== 2) throw unsure("its schemaVersion is neither 1 nor 2");
  if (mediaType !== undefined) return mediaType;
  const isIndex = body["manifests"] !== undefined;
  const isImage = body["config"] !== undefined || body["layers"] !== undefined;
  if (isIndex === isImage) throw unsure("it is neither clearly an image nor clearly an index");
  return isIndex ? OCI_INDEX : OCI_IMAGE;
}

/** Refuses keys that differ from known ones in case alone. Go, which registries are written in, reads "Layers" as "layers"; here it would be passed over. */
function refuseLookalikes(object: unknown): void {
  for (const key of isObject(object) ? Object.keys(object) : []) {
    const known = KNOWN_KEYS.find((name) => name.toLowerCase() === key.toLowerCase());
    if (known !== undefined && known !== key) throw unsure(`it has "${key}" for "${known}"`);
  }
}

function listAt(body: Json, key: string): readonly unknown[] {
  const list = body[key];
  if (!Array.isArray(list)) throw unsure(`it has no list of ${key}`);
  return list;
}

function blob(descriptor: unknown): Blob {
  if (!isObject(descriptor)) throw unsure("a descriptor in it is no object");
  refuseLookalikes(descriptor);
  const { digest, size } = descriptor;
  if (typeof digest !== "string" || !isDigest(digest)) throw unsure("a descriptor in it has no valid digest");
  if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 0) {
    throw unsure("a descriptor in it has no valid size");
  }
  return { digest, bytes: size };
}

function fsLayer(layer: unknown): Blob {
  refuseLookalikes(layer);
  const digest = isObject(layer) ? layer["blobSum"] : undefined;
  if (typeof digest !== "string" || !isDigest(digest)) throw unsure("a layer in it has no valid blobSum");
  return { digest };
}

function unsure(why: string): UnsureError {
  return new UnsureError(
    `a manifest can't be understood: ${why}`,
    "Push the image again in an OCI or Docker v2 format, or delete it by hand.",
  );
}
