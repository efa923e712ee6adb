import { UnsureError } from "../base/errors.js";
import { isObject } from "../base/json.js";

export const INDEX_TYPES: readonly string[] = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
];
export const IMAGE_TYPES: readonly string[] = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];
const SIGNED_SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+prettyjws";
const SCHEMA1_TYPES = ["application/vnd.docker.distribution.manifest.v1+json", SIGNED_SCHEMA1];
export const MANIFEST_TYPES: readonly string[] = [...INDEX_TYPES, ...IMAGE_TYPES, ...SCHEMA1_TYPES];

// What a server says of a file that it knows nothing about, and Distribution 2.1 of schema 1 (measured). They name no kind of manifest, so the body has to.
const GENERIC_TYPES = ["application/json", "application/octet-stream", "text/plain", ""];

/**
 * The media types that a request accepts: all four, always. If a request accepts Docker's alone, Distribution answers for an index's tag with the
 * digest of its child.
 */
export const ACCEPTED_MEDIA_TYPES: readonly string[] = [...INDEX_TYPES, ...IMAGE_TYPES];

/** True if a media type is that of a schema 1 manifest, whose digest is that of its signed payload, and not of its bytes. */
export function isSchema1(mediaType: string): boolean {
  return SCHEMA1_TYPES.includes(mediaType);
}

/**
 * Returns the media type of a manifest. Its body decides, and what it was sent as has to agree: an index that is taken for another kind has no children, and those
 * that something kept shares would go.
 * @param sent the Content-Type, without parameters
 * @param body the parsed JSON
 * @throws {UnsureError} where the two don't agree, or the body can be read as more than one kind
 */
export function manifestType(sent: string, body: unknown): string {
  if (!isObject(body)) throw unsure("it is not a JSON object");
  const { mediaType: own } = body;
  const type = GENERIC_TYPES.includes(sent) ? typeByBody(body, sent) : sent;
  const agrees =
    own === undefined || own === type || (typeof own === "string" && isSchema1(type) && isSchema1(own));
  if (!agrees) throw unsure(`it was sent as "${sent}" and calls itself ${JSON.stringify(own)}`);
  const why = contradiction(type, body);
  if (why !== undefined) throw unsure(`it was sent as "${sent}", ${why}`);
  return type;
}

/** Returns the type that a body says itself. Schema 1 says none, and nothing else has its version and list of layers. */
function typeByBody(body: Readonly<Record<string, unknown>>, sent: string): string {
  const { mediaType: own } = body;
  if (typeof own === "string") return own;
  return contradiction(SIGNED_SCHEMA1, body) === undefined ? SIGNED_SCHEMA1 : sent;
}

// CVE-2021-41190: a manifest that can be read as an image and as an index alike is neither.
const FOREIGN_MEMBERS: Readonly<Record<"index" | "image" | "schema1", readonly string[]>> = {
  index: ["layers", "fsLayers"],
  image: ["manifests", "fsLayers"],
  schema1: ["manifests", "layers", "config"],
};

/** Returns what in a body is not of a type, to complete "it was sent as …, "; `undefined` where all of it is, and of a type that nobody knows. */
function contradiction(type: string, body: Readonly<Record<string, unknown>>): string | undefined {
  const kind = kindOf(type);
  if (kind === undefined) return undefined;
  const foreign = FOREIGN_MEMBERS[kind].find((name) => body[name] !== undefined);
  if (foreign !== undefined) return `and has "${foreign}", which such a manifest has not`;
  const { schemaVersion: version, fsLayers } = body;
  if (kind !== "schema1") {
    return version === undefined || version === 2 ? undefined : "and is of another schema version";
  }
  return version === 1 && Array.isArray(fsLayers) ? undefined : "and is none of schema 1";
}

function kindOf(type: string): keyof typeof FOREIGN_MEMBERS | undefined {
  if (isSchema1(type)) return "schema1";
  if (INDEX_TYPES.includes(type)) return "index";
  return IMAGE_TYPES.includes(type) ? "image" : undefined;
}

/** Returns the error of a manifest that is not understood. `why` completes "a manifest can't be understood: …". */
export function unsure(why: string): UnsureError {
  return new UnsureError(
    `a manifest can't be understood: ${why}`,
    "Push the image again in an OCI or Docker v2 format, or delete its tag by hand.",
  );
}
