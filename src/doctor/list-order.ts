/**
 * What the order of a list of tags shows of Distribution 3.
 * - whole: it can't be the list of a registry that hides tags
 * - may-hide: it is that of 3.1 on S3, and nothing shows that the fault is mended
 * - undecided: these tags have the same order either way
 */
export type ListOrder = "whole" | "may-hide" | "undecided";

/**
 * Reads the order of a list that Distribution 3 sent. From 3.1 on, on S3, it lists in the order of `tag/`; 3.0 and 3.1 on a
 * disk list in plain byte order (measured). 3.1.0 and 3.1.1 on S3 leave out every tag that follows another in that order and
 * begins with it, such as 1.0.10 after 1.0.1 (measured on 3.1.1; distribution issue #4891), so a list that has both is whole.
 */
export function readOrder(tags: readonly string[]): ListOrder {
  if (tags.some((tag, index) => index > 0 && isHiddenBy(tag, tags[index - 1] ?? ""))) return "whole";
  const isPlain = isSorted(tags);
  const isOfS3 = isSorted(tags.map((tag) => `${tag}/`));
  if (isPlain && isOfS3) return "undecided";
  return isOfS3 ? "may-hide" : "whole";
}

/** `-` and `.` sort before `/`, so a tag that goes on with one of them comes before the shorter one. */
function isHiddenBy(tag: string, before: string): boolean {
  return before !== "" && tag.startsWith(before) && !/^[-.]/.test(tag.slice(before.length));
}

/** Tags are ASCII, of which JavaScript's own order is the order of bytes. */
function isSorted(texts: readonly string[]): boolean {
  return texts.every((text, index) => index === 0 || (texts[index - 1] ?? "") < text);
}

/**
 * A tag that Distribution 2.8 on S3 fails to remove while another stays, and that other: one that sorts before `tag/`
 * (measured; distribution issue #3142). `undefined` where there is none.
 */
export function findSticking(
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
