import { readFileSync } from "node:fs";

// fixtures/tags/README.md describes the lists and names their sources.
export const TAG_LISTS = [
  "alphas",
  "branches",
  "calendar",
  "flavours",
  "floating",
  "git-describe",
  "hashes",
  "nightly",
  "rc10",
  "semver",
] as const;

export type TagList = (typeof TAG_LISTS)[number];

/** The tags of a real list, in its order. */
export function tagsOf(list: TagList): readonly string[] {
  return readFileSync(new URL(`../fixtures/tags/${list}.txt`, import.meta.url), "utf8")
    .trim()
    .split("\n");
}
