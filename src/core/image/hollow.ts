import { contents, type Snapshot } from "./graph.js";
import type { Manifest } from "./manifest.js";
import type { Digest } from "../names/reference.js";

/** The manifests that were read, and the digests that the registry did not have. */
type ReadParts = Pick<Snapshot, "missing"> & {
  readonly manifests: Pick<Snapshot["manifests"], "get">;
};

/**
 * Returns the missing parts of a hollow index: one that lists manifests, of which not one is there, nor anything in an index that it lists. It can't be
 * pulled. Empty for any other manifest, an index that lists nothing among them.
 */
export function missingOfHollow(digest: Digest, { manifests, missing }: ReadParts): readonly Digest[] {
  const isNone = (part: Manifest | undefined): boolean =>
    part?.kind === "index" && part.blobs === undefined && part.children.length > 0;
  // Most repositories miss nothing, and this is asked of every tag.
  if (missing.size === 0 || !isNone(manifests.get(digest))) return [];
  const parts = [...contents([digest], manifests)];
  const gone = parts.filter((part) => missing.has(part));
  return parts.every((part) => missing.has(part) || isNone(manifests.get(part))) ? gone : [];
}

/** True of a hollow index. */
export function isHollow(digest: Digest, read: ReadParts): boolean {
  return missingOfHollow(digest, read).length > 0;
}
