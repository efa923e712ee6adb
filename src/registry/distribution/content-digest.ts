import { createHash } from "node:crypto";
import { type Digest, isDigest } from "../../core/names/reference.js";

/** Returns the digest of bytes by one of the two algorithms of the image specification ("Registered algorithms"); `undefined` by any other. */
export function contentDigest(algorithm: string, bytes: Buffer): Digest | undefined {
  if (algorithm !== "sha256" && algorithm !== "sha512") return undefined;
  const digest = `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
  return isDigest(digest) ? digest : undefined;
}
