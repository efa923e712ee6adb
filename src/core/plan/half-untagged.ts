import type { Snapshot } from "../image/graph.js";
import { isLeftMark } from "../image/untag-mark.js";
import type { Digest, Tag } from "../names/reference.js";
import type { Deletion } from "./deletion.js";

/** Returns the deletion of what an earlier run left of a tag, where it was cut off while it carried out this deletion; otherwise the deletion itself. */
export function withoutRest(
  deletion: Deletion,
  now: ReadonlyMap<Tag, Digest | undefined>,
  { manifests }: Pick<Snapshot, "manifests">,
): Deletion {
  if (deletion.kind !== "tag") return deletion;
  const { tags } = deletion;
  const digest = now.get(tags[0]);
  const isRest = digest !== undefined && isLeftMark(manifests.get(digest));
  return isRest ? { kind: "manifest", digest, tags, parents: [], after: [], orphanOf: [] } : deletion;
}
