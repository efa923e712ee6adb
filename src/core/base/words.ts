import leven from "leven";

export function listed(words: readonly string[], last: "and" | "or"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

/** The known name that is most like this one. */
export function nearest(name: string, known: readonly string[]): string {
  const distances = known.map((other) => ({ other, distance: leven(name, other) }));
  return distances.sort((a, b) => a.distance - b.distance)[0]?.other ?? "another";
}
