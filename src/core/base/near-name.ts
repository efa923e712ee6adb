import leven from "leven";

/**
 * Returns the known name that another may be a slip of: the one with the fewest letters that differ, or else the only one whose last part is the same. `undefined`
 * where none is near, and where the name itself is known.
 */
export function nearName(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  const slips = known
    .map((other) => ({ other, distance: isSwapped(name, other) ? 1 : leven(name, other) }))
    .filter(({ other, distance }) => distance <= mostSlips(Math.min(name.length, other.length)));
  const [nearest] = slips.sort((a, b) => a.distance - b.distance);
  if (nearest !== undefined) return nearest.other;
  const [elsewhere, ...others] = known.filter((other) => lastPart(other) === lastPart(name));
  return others.length === 0 ? elsewhere : undefined;
}

/** True if two letters that stand side by side have changed places, and nothing else. */
function isSwapped(name: string, other: string): boolean {
  const places = Array.from({ length: name.length }, (_, index) => index);
  const at = places.find((index) => name[index] !== other[index]) ?? name.length;
  return name.slice(0, at) + (name[at + 1] ?? "") + (name[at] ?? "") + name.slice(at + 2) === other;
}

/** Of a very short name any other would be a slip, and of a short one any other with half of its letters. */
function mostSlips(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  return length < 12 ? 2 : 3;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
