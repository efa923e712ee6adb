import type { Tag } from "../names/reference.js";
import type { Deletion } from "./deletion.js";

/** Returns a function that finds the names which begin with a name and are longer. */
export function longerNamesIn(names: Iterable<Tag>): (start: Tag) => readonly Tag[] {
  // By code units, so that they stand right behind it.
  const sorted = [...new Set(names)].sort();
  return (start) => {
    const found: Tag[] = [];
    for (let index = firstAfter(sorted, start); sorted[index]?.startsWith(start) === true; index += 1) {
      const name = sorted[index];
      if (name !== undefined) found.push(name);
    }
    return found;
  };
}

function firstAfter(sorted: readonly Tag[], start: Tag): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True if the name of a tag that goes begins that of another tag, unless that is one of the same image and goes with it. */
export function reachesOthers(deletions: readonly Deletion[], listed: Iterable<Tag>): boolean {
  const longerNames = longerNamesIn(listed);
  return deletions.some((deletion) => reachOf(deletion, longerNames).length > 0);
}

/** Returns the tags of others whose names begin with a name that a deletion deletes. */
export function reachOf({ tags }: Deletion, longerNames: (start: Tag) => readonly Tag[]): readonly Tag[] {
  if (tags.length === 0) return [];
  return [...new Set(tags.flatMap(longerNames))].filter((name) => !tags.includes(name));
}
