/**
 * The kind of registry that the order of a tag list points to, for Distribution 3.
 * - whole: a registry that hides tags can't have sent this list
 * - may-hide: the order is that of 3.1 on S3, and nothing in the list shows that the fault is fixed
 * - undecided: these tags have the same order with and without the fault
 */
export type ListOrder = "whole" | "may-hide" | "undecided";

/**
 * Judges a list of tags from Distribution 3 by its order. Since 3.1, a registry on S3 sorts tags by their names with a slash
 * behind (`tag/`); 3.0, and 3.1 on a disk, sort them by plain bytes (measured). 3.1.0 and 3.1.1 on S3 leave out every tag that
 * begins with the tag before it in that order, such as 1.0.10 after 1.0.1 (measured on 3.1.1; distribution issue #4891). So a
 * list that has such a pair is whole.
 */
export function readOrder(tags: readonly string[]): ListOrder {
  if (tags.some((tag, index) => index > 0 && isHiddenBy(tag, tags[index - 1] ?? ""))) return "whole";
  const isPlain = isSorted(tags);
  const isOfS3 = isSorted(tags.map((tag) => `${tag}/`));
  if (isPlain && isOfS3) return "undecided";
  return isOfS3 ? "may-hide" : "whole";
}

/**
 * True if a registry with the fault would leave `tag` out because of the tag before it. `-` and `.` sort before `/`, so
 * `tag-…` and `tag.…` come before `tag`, and `tag` hides neither.
 */
function isHiddenBy(tag: string, before: string): boolean {
  return before !== "" && tag.startsWith(before) && !/^[-.]/.test(tag.slice(before.length));
}

/** True if the texts are in strictly ascending byte order. Tags are ASCII, which JavaScript compares by bytes. */
function isSorted(texts: readonly string[]): boolean {
  return texts.every((text, index) => index === 0 || (texts[index - 1] ?? "") < text);
}

/**
 * The first tag that Distribution 2.8 on S3 can't remove from its list, and the `sibling` that prevents it: a tag that begins
 * with the same name and sorts before `tag/` (measured; distribution issue #3142). `undefined` if there is none.
 */
export function findBlockedTag(
  tags: readonly string[],
): { readonly tag: string; readonly sibling: string } | undefined {
  const all = new Set(tags);
  for (const sibling of [...tags].sort()) {
    for (const { index } of sibling.matchAll(/[-.]/g)) {
      const tag = sibling.slice(0, index);
      if (all.has(tag)) return { tag, sibling };
    }
  }
  return undefined;
}
