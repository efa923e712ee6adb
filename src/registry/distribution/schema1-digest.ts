import { textAt, isObject, parseJson } from "../../core/base/json.js";
import type { Digest } from "../../core/names/reference.js";
import { contentDigest } from "./content-digest.js";

/**
 * Returns the digest of a schema 1 manifest, which is that of the payload that was signed: its bytes up to the signatures, and a tail that each signature repeats
 * (https://distribution.github.io/distribution/spec/manifest-v2-1/, libtrust's JSON signatures). An unsigned one is its own payload. `undefined` where the
 * signatures say no payload.
 */
export function schema1Digest(algorithm: string, body: Buffer): Digest | undefined {
  const manifest = parseJson(body.toString("utf8"));
  const signatures = isObject(manifest) ? manifest["signatures"] : undefined;
  if (signatures === undefined) return contentDigest(algorithm, body);
  const first: unknown = Array.isArray(signatures) ? signatures[0] : undefined;
  const header = parseJson(decoded(textAt(first, "protected") ?? "").toString("utf8"));
  const length = isObject(header) ? header["formatLength"] : undefined;
  const tail = textAt(header, "formatTail");
  const isLength =
    typeof length === "number" && Number.isInteger(length) && length > 0 && length <= body.length;
  if (!isLength || tail === undefined) return undefined;
  return contentDigest(algorithm, Buffer.concat([body.subarray(0, length), decoded(tail)]));
}

function decoded(text: string): Buffer {
  return Buffer.from(text, "base64url");
}
