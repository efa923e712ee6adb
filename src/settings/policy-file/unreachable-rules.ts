/** The patterns of a rule's repositories and tags, as they are written; an empty list means all. */
export interface Scope {
  readonly repositories: readonly string[];
  readonly tags: readonly string[];
}

/** A rule that no tag ever comes to, because an earlier rule takes all of its tags. */
export interface Eclipse {
  /** Its place in the list, from 0. */
  readonly rule: number;
  /** The place of the earlier rule. */
  readonly by: number;
  /** True if both rules are for the same tags. */
  readonly isSame: boolean;
}

/** Finds the rules that no tag ever comes to, as far as the texts of the patterns show it. @param rules a scope that is not known is `undefined` */
export function eclipses(rules: readonly (Scope | undefined)[]): readonly Eclipse[] {
  const sets = rules.map(
    (rule) => rule && { repositories: setOf(rule.repositories), tags: setOf(rule.tags) },
  );
  return sets.flatMap((rule, index) => {
    if (rule === undefined) return [];
    const by = sets.findIndex(
      (earlier, place) => place < index && earlier !== undefined && covers(earlier, rule),
    );
    const earlier = sets[by];
    return earlier === undefined ? [] : [{ rule: index, by, isSame: covers(rule, earlier) }];
  });
}

/** A scope in which a pattern is found at once. */
type ScopeSets = Readonly<Record<keyof Scope, ReadonlySet<string>>>;

function setOf(patterns: readonly string[]): ReadonlySet<string> {
  return new Set(patterns);
}

function covers(wide: ScopeSets, narrow: ScopeSets): boolean {
  return (
    takes(wide.tags, { texts: narrow.tags, everything: "*" }) &&
    takes(wide.repositories, { texts: narrow.repositories, everything: "**" })
  );
}

function takes(
  wide: ReadonlySet<string>,
  { texts, everything }: { readonly texts: ReadonlySet<string>; readonly everything: string },
): boolean {
  const isAll = (patterns: ReadonlySet<string>): boolean => patterns.size === 0 || patterns.has(everything);
  if (isAll(wide)) return true;
  if (isAll(texts) || texts.size > wide.size) return false;
  for (const text of texts) if (!wide.has(text)) return false;
  return true;
}
