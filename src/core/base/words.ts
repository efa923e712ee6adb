import leven from "leven";

/** Joins words to a list, such as `a, b and c`. */
export function listed(words: readonly string[], last: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

/** Returns the known name that is most like this one, by edit distance. */
export function nearest(name: string, known: readonly string[]): string {
  const distances = known.map((other) => ({ other, distance: leven(name, other) }));
  return distances.sort((a, b) => a.distance - b.distance)[0]?.other ?? "another";
}
