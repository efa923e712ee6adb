import { UnsureError } from "../../core/base/errors.js";
import { isLeftMark } from "../../core/image/manifest.js";
import type { Deletion } from "../../core/plan/deletion.js";
import type { Digest, Tag } from "../../core/names/reference.js";
import { subjectOf } from "../../core/names/version.js";
import type { Applying } from "./options.js";

/**
 * Refuses to delete images if no tag that stays is left: others may have deleted meanwhile what was to stay.
 * @param tags the digests of tags that are there now; not all need to be given
 * @throws {UnsureError} if none of them stays
 */
export function refuseEmpty(
  { allowEmpty, plan, goes, snapshot }: Pick<Applying, "allowEmpty" | "plan" | "goes" | "snapshot">,
  tags: ReadonlyMap<Tag, Digest | undefined>,
): void {
  if (allowEmpty) return;
  const stays = [...tags].some(
    ([tag, digest]) => digest !== undefined && !goes.has(tag) && subjectOf(tag) === undefined,
  );
  // A dangling tag has no image, nor has one that names what a run left of it, so their deletion takes none.
  const takesAnImage = ({ digest, tags }: Deletion): boolean =>
    digest !== undefined && tags.length > 0 && !isLeftMark(snapshot.manifests.get(digest));
  if (stays || !plan.deletions.some(takesAnImage)) return;
  throw new UnsureError(
    `${plan.repository} would be left without a tag: what was to stay is gone by now`,
    "Somebody else deletes in this repository too. See who, and run again.",
  );
}
