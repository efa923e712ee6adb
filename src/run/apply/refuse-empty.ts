import { UnsureError } from "../../core/base/errors.js";
import { isHollow } from "../../core/image/hollow.js";
import { isLeftMark } from "../../core/image/untag-mark.js";
import type { Digest } from "../../core/names/reference.js";
import { subjectOf } from "../../core/names/version.js";
import type { Applying } from "./options.js";
import type { Look } from "./recheck.js";

/**
 * Refuses to delete images if no tag that stays is left: others may have deleted meanwhile what was to stay.
 * @param look the digests of tags that are there now, of which not all need to be given, and the hollow indexes among them
 * @throws {UnsureError} if none of them stays
 */
export function refuseEmpty(
  { allowEmpty, plan, goes, snapshot }: Pick<Applying, "allowEmpty" | "plan" | "goes" | "snapshot">,
  { tags, hollow }: Pick<Look, "tags" | "hollow">,
): void {
  if (allowEmpty) return;
  const stays = [...tags].some(
    ([tag, digest]) =>
      digest !== undefined && !hollow.has(digest) && !goes.has(tag) && subjectOf(tag) === undefined,
  );
  // A dangling tag has no image, and a hollow index is none, nor is what a run left of a tag, so their deletion takes none.
  const isNone = (digest: Digest): boolean =>
    isHollow(digest, snapshot) || isLeftMark(snapshot.manifests.get(digest));
  const takesAnImage = plan.deletions.some(
    ({ digest, tags: gone }) => digest !== undefined && gone.length > 0 && !isNone(digest),
  );
  if (stays || !takesAnImage) return;
  throw new UnsureError(
    `${plan.repository} would be left without a tag: what was to stay is gone by now`,
    "Somebody else deletes in this repository too. See who, and run again.",
  );
}
