/** What a rule is for, as its patterns are written; all where there is none. */
export interface Scope {
  readonly repositories: readonly string[];
  readonly tags: readonly string[];
}

/** A rule that no tag ever comes to, for an earlier one takes all that it is for. */
export interface Eclipse {
  /** Its place. */
  readonly rule: number;
  /** The earlier one's. */
  readonly by: number;
  /** Whether both are for the same. */
  readonly isSame: boolean;
}

/** The rules that no tag ever comes to, as far as the texts of the patterns show it. @param rules `undefined` where one's scope is not known */
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
