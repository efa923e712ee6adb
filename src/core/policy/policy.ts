import type { Sort } from "../names/order.js";
import { namesHost, type Pattern } from "../names/glob.js";
import type { Protected } from "./in-use.js";
import type { Tag } from "../names/reference.js";
import type { GroupKey } from "../names/group.js";

/** A retention rule: it says which of its tags stay. */
export interface Rule {
  /** Its name in a policy file; absent where the settings themselves are the one rule. */
  readonly name?: string;
  /** It decides about the tags that match one of these; about every tag where there are none. */
  readonly tags: readonly Pattern[];
  /** Of its tags, those that match one of these are never deleted. */
  readonly exclude: readonly Pattern[];
  /** The number of newest images that stay in each group. */
  readonly keep: number;
  readonly sort: Sort;
  /** Tags with the same values of these keys are one group; without a key all tags are one group. */
  readonly groupBy: readonly GroupKey[];
  /** Images that are younger than this many milliseconds stay. */
  readonly keepYoungerThan?: number;
}

/** The policy for the tags of one repository. */
export type RetentionPolicy = Policy<Rule>;

/** The policy for the tags of many repositories. */
export type Policies = Policy<ScopedRule>;

/** A rule with the repositories that it is for. */
export interface ScopedRule extends Rule {
  /** It is for repositories that match one of these, with their host or without; for all where there are none. */
  readonly repositories: readonly Pattern[];
  /** The number of bytes that such a repository may take as a whole. */
  readonly maxSize?: number;
}

interface Policy<AnyRule> {
  /** The first rule that a tag matches decides about it; a tag that matches none stays. */
  readonly rules: readonly AnyRule[];
  /** Tags that match one of these are never deleted, whatever the rules say. */
  readonly exclude: readonly Pattern[];
  /** The images that are in use. */
  readonly protect: readonly Protected[];
  /** The number of bytes that the repository may take. */
  readonly maxSize?: number;
  /** True if the repository may end without a tag. */
  readonly allowEmpty: boolean;
  /** For signatures and attachments whose subject is gone. */
  readonly orphans: OrWhat;
  /** For tags that are listed and do not resolve. */
  readonly dangling: OrWhat;
  /** A manifest without a tag, which nothing reaches, goes if it has not changed for longer than this many milliseconds, where the registry lists it. */
  readonly untaggedOlderThan?: number;
  /** The way to delete a tag whose image stays. `auto`: the registry's own, if it has one. `overwrite`: where it has none, by writing over the tag. */
  readonly untag: UntagWay;
}

export type OrWhat = "report" | "delete";
export const OR_WHAT = ["report", "delete"] as const satisfies readonly OrWhat[];

export type UntagWay = "auto" | "never" | "overwrite";
export const UNTAG_WAYS = ["auto", "never", "overwrite"] as const satisfies readonly UntagWay[];

/** Returns the policy for one repository: the rules that are for it, and the first budget that one of these gives it, else the budget of all. */
export function policyFor(place: HostedRepository, policies: Policies): RetentionPolicy {
  const rules = policies.rules.filter(
    ({ repositories }) =>
      repositories.length === 0 || repositories.some((pattern) => isMeant(place, pattern)),
  );
  const maxSize = rules.find((rule) => rule.maxSize !== undefined)?.maxSize;
  return { ...policies, rules, ...(maxSize === undefined ? {} : { maxSize }) };
}

/** A repository with its host. */
export interface HostedRepository {
  readonly host: string;
  readonly repository: string;
}

/** True if a pattern of repositories matches this one, with its host or without. */
export function isMeant({ host, repository }: HostedRepository, pattern: Pattern): boolean {
  return pattern.matches(repository) || (namesHost(pattern) && pattern.matches(`${host}/${repository}`));
}

/** Returns the rule that decides about a tag of this name. */
export function ruleFor(tag: Tag, { rules }: Pick<RetentionPolicy, "rules">): Rule | undefined {
  return rules.find(({ tags }) => tags.length === 0 || tags.some((pattern) => pattern.matches(tag)));
}

/** Returns the pattern that excludes a tag of this name from deletion. */
export function exclusionOf(
  tag: Tag,
  { exclude }: Pick<RetentionPolicy, "exclude">,
  rule: Rule | undefined,
): Pattern | undefined {
  return [...exclude, ...(rule?.exclude ?? [])].find((pattern) => pattern.matches(tag));
}

/** True if the patterns allow that a tag of this name is deleted. */
export function mayDelete(tag: Tag, policy: RetentionPolicy): boolean {
  const rule = ruleFor(tag, policy);
  return rule !== undefined && exclusionOf(tag, policy, rule) === undefined;
}
