/** Groups the values of pairs by their key; keys and values keep their order. */
export function grouped<Key, Value>(
  pairs: readonly (readonly [Key, Value])[],
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    // Most groups have one value, and an empty list that is added to makes room for seventeen.
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
