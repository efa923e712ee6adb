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
  return rules.flatMap((rule, index) => {
    if (rule === undefined) return [];
    const by = rules.slice(0, index).findIndex((earlier) => earlier !== undefined && covers(earlier, rule));
    const earlier = rules[by];
    return earlier === undefined ? [] : [{ rule: index, by, isSame: covers(rule, earlier) }];
  });
}

function covers(wide: Scope, narrow: Scope): boolean {
  return (
    takes(wide.tags, { texts: narrow.tags, everything: "*" }) &&
    takes(wide.repositories, { texts: narrow.repositories, everything: "**" })
  );
}

function takes(
  wide: readonly string[],
  { texts, everything }: { readonly texts: readonly string[]; readonly everything: string },
): boolean {
  const isAll = (patterns: readonly string[]): boolean =>
    patterns.length === 0 || patterns.includes(everything);
  return isAll(wide) || (!isAll(texts) && texts.every((text) => wide.includes(text)));
}
