/** Values by their key, keys and values in the order given. */
export function grouped<Key, Value>(
  pairs: readonly (readonly [Key, Value])[],
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    // Most are of one, and an empty list that is added to makes room for seventeen.
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
