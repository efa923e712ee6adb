import { needs } from "../../core/image/graph.js";
import { decodeManifest } from "../../core/image/manifest.js";
import { parseJson } from "../../core/base/json.js";
import type { Digest } from "../../core/names/reference.js";
import type { ReadBytes } from "./journal.js";

/** Returns a manifest and all that it contains or refers to, as far as the bytes at hand tell. */
export async function lostParts(root: Digest, read: ReadBytes): Promise<ReadonlySet<Digest>> {
  const parts = new Set([root]);
  // A loop over a Set also visits what is added meanwhile.
  for (const part of parts) {
    for (const other of await neededBy(part, read)) parts.add(other);
  }
  return parts;
}

async function neededBy(part: Digest, read: ReadBytes): Promise<readonly Digest[]> {
  try {
    const found = await read(part);
    if (found === undefined) return [];
    return needs(decodeManifest(found.mediaType, parseJson(found.body.toString("utf8"))));
  } catch {
    // What can't be read, or says nothing for certain, is left out: the rest is written down all the same.
    return [];
  }
}
