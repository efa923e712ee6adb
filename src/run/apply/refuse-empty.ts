import { UnsureError } from "../../core/base/errors.js";
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
  { allowEmpty, plan, goes }: Pick<Applying, "allowEmpty" | "plan" | "goes">,
  tags: ReadonlyMap<Tag, Digest | undefined>,
): void {
  if (allowEmpty) return;
  const stays = [...tags].some(
    ([tag, digest]) => digest !== undefined && !goes.has(tag) && subjectOf(tag) === undefined,
  );
  // A dangling tag has no image, so its deletion takes none.
  if (stays || !plan.deletions.some(takesAnImage)) return;
  throw new UnsureError(
    `${plan.repository} would be left without a tag: what was to stay is gone by now`,
    "Somebody else deletes in this repository too. See who, and run again.",
  );
}

function takesAnImage({ digest, tags }: Deletion): boolean {
  return digest !== undefined && tags.length > 0;
}
