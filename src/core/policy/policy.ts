import type { Sort } from "../names/order.js";
import { namesHost, type Pattern } from "../names/glob.js";
import type { Protected } from "./in-use.js";
import type { Tag } from "../names/reference.js";
import type { GroupKey } from "../names/group.js";

/** What a maintainer says about some of the tags. */
export interface Rule {
  /** What it is called in a policy file; absent where the settings themselves are the one rule. */
  readonly name?: string;
  /** The tags that it decides about are those that match one of these; every tag where there are none. */
  readonly tags: readonly Pattern[];
  /** Of these, tags that match one of these are never deleted. */
  readonly exclude: readonly Pattern[];
  /** How many of the newest images stay in each group. */
  readonly keep: number;
  readonly sort: Sort;
  /** What shares one count of the newest; none: all are counted together. */
  readonly groupBy: readonly GroupKey[];
  /** Images that are younger stay; in milliseconds. */
  readonly keepYoungerThan?: number;
}

/** What a maintainer says about the tags of one repository. */
export type RetentionPolicy = Policy<Rule>;

/** What a maintainer says about the tags of many repositories. */
export type Policies = Policy<ScopedRule>;

/** A rule, and where it is one. */
export interface ScopedRule extends Rule {
  /** It is for repositories that match one of these, with their host or without; for all where there are none. */
  readonly repositories: readonly Pattern[];
  /** How many bytes such a repository may take as a whole. */
  readonly maxSize?: number;
}

interface Policy<AnyRule> {
  /** The first that a tag matches decides about it; what none matches stays. */
  readonly rules: readonly AnyRule[];
  /** Tags that match one of these are never deleted, whatever the rules say. */
  readonly exclude: readonly Pattern[];
  /** What is in use. */
  readonly protect: readonly Protected[];
  /** How many bytes the repository may take. */
  readonly maxSize?: number;
  /** Whether the repository may end without a tag. */
  readonly allowEmpty: boolean;
  /** What becomes of signatures and attachments whose subject is gone. */
  readonly orphans: OrWhat;
  /** What becomes of tags that are listed and do not resolve. */
  readonly dangling: OrWhat;
  /** What has no tag, is reached by nothing, and has not changed for longer than this goes, where the registry lists it; in milliseconds. */
  readonly untaggedOlderThan?: number;
  /** How a tag is deleted by itself: by the registry's own way, not at all, or where the registry has none by writing over it as well. */
  readonly untag: UntagWay;
}

export type OrWhat = "report" | "delete";
export const OR_WHAT = ["report", "delete"] as const satisfies readonly OrWhat[];

export type UntagWay = "auto" | "never" | "overwrite";
export const UNTAG_WAYS = ["auto", "never", "overwrite"] as const satisfies readonly UntagWay[];

/** What is said about one repository: the rules that are for it, and the first budget that one of them gives it, else that of all. */
export function policyFor(place: RepositoryPlace, policies: Policies): RetentionPolicy {
  const rules = policies.rules.filter(
    ({ repositories }) =>
      repositories.length === 0 || repositories.some((pattern) => isMeant(place, pattern)),
  );
  const maxSize = rules.find((rule) => rule.maxSize !== undefined)?.maxSize;
  return { ...policies, rules, ...(maxSize === undefined ? {} : { maxSize }) };
}

/** Where a repository is. */
export interface RepositoryPlace {
  readonly host: string;
  readonly repository: string;
}

/** Whether a pattern of repositories means this one, with its host or without. */
export function isMeant({ host, repository }: RepositoryPlace, pattern: Pattern): boolean {
  return pattern.matches(repository) || (namesHost(pattern) && pattern.matches(`${host}/${repository}`));
}

/** The rule that decides about a tag of this name. */
export function ruleFor(tag: Tag, { rules }: Pick<RetentionPolicy, "rules">): Rule | undefined {
  return rules.find(({ tags }) => tags.length === 0 || tags.some((pattern) => pattern.matches(tag)));
}

/** The pattern by which a tag of this name is never deleted. */
export function exclusionOf(
  tag: Tag,
  { exclude }: Pick<RetentionPolicy, "exclude">,
  rule: Rule | undefined,
): Pattern | undefined {
  return [...exclude, ...(rule?.exclude ?? [])].find((pattern) => pattern.matches(tag));
}

/** Whether the patterns allow that a tag of this name is deleted. */
export function mayDelete(tag: Tag, policy: RetentionPolicy): boolean {
  const rule = ruleFor(tag, policy);
  return rule !== undefined && exclusionOf(tag, policy, rule) === undefined;
}
