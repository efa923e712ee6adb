import leven from "leven";

/**
 * Returns the known name that another may be a slip of: the one with the fewest letters that differ, or else the only one whose last part is the same. `undefined`
 * where none is near, and where the name itself is known.
 */
export function nearName(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const slips = known
    .map((other) => ({ other, distance: leven(name, other) }))
    .filter(({ other, distance }) => distance <= mostSlips(Math.min(name.length, other.length)));
  const [nearest] = slips.sort((a, b) => a.distance - b.distance);
  if (nearest !== undefined) return nearest.other;
  const [elsewhere, ...others] = known.filter((other) => lastPart(other) === lastPart(name));
  return others.length === 0 ? elsewhere : undefined;
}

/** Letters in the wrong order are two slips. Of a very short name any other would be a slip. */
function mostSlips(length: number): number {
  if (length < 3) return 0;
  if (length < 4) return 1;
  return length < 12 ? 2 : 3;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
