import { ageOf } from "../image/created.js";
import type { Snapshot, TagState } from "../image/graph.js";
import { compareGroups, type Group, groupOf, nameOfGroup } from "../names/group.js";
import { comparatorOf, compareBySemver, compareTagsNewestFirst, type OrderedTag } from "../names/order.js";
import { exclusionOf, type RetentionPolicy, type Rule, ruleFor } from "./policy.js";
import type { Digest, Tag } from "../names/reference.js";
import { readTagName, type TagName } from "../names/version.js";

/** The reason for which a tag is no candidate for deletion. */
export type NotACandidate =
  | { readonly kind: "referrer"; readonly subject: Digest }
  | { readonly kind: "dangling" }
  | { readonly kind: "excluded"; readonly pattern: string }
  | { readonly kind: "not-included" }
  /** No rule of the policy file is for it. */
  | { readonly kind: "no-rule" }
  | { readonly kind: "not-a-version" }
  | { readonly kind: "not-a-prerelease" }
  /** It is `latest`, which no order has a place for. */
  | { readonly kind: "latest" }
  /** Its date would give it its place, and was not read yet. */
  | { readonly kind: "date-unread" };

/** A candidate's place: its image's rank among the images of its group, the newest being 1. */
export interface Ranked {
  readonly kind: "ranked";
  readonly digest: Digest;
  /** The rule that decides about it. */
  readonly rule: Rule;
  readonly group: string;
  readonly rank: number;
  /** The rank among the versions of the group, where the rule's order is `prerelease` and the tag is a version. */
  readonly semverRank?: number;
  /** The number of images in the group. */
  readonly of: number;
}

/** A tag's standing under the policy: a candidate's rank in its group, or the reason for which it is no candidate. */
export interface Standing {
  readonly tag: Tag;
  readonly digest?: Digest;
  readonly place: Ranked | NotACandidate;
}

/** Every tag's standing, with what follows from the orders for the whole repository. */
export interface Standings {
  /** Candidates by rule and group (newer versions and releases before other groups), newest first; then the other tags, newest first. */
  readonly places: readonly Standing[];
  /** The candidates by rule, and within a rule the newest first, whatever the group. */
  readonly newestFirst: readonly Tag[];
  /** Image configurations that were not read yet, and whose date a candidate's place depends on. */
  readonly unread: readonly Digest[];
  /** Candidates that are ordered by date and have no date. */
  readonly undated: readonly Tag[];
}

/** Finds every tag's standing. */
export function standings(snapshot: Snapshot, policy: RetentionPolicy): Standings {
  const others: Standing[] = [];
  const candidates = new Map<Rule, Candidate[]>(policy.rules.map((rule) => [rule, []]));
  for (const state of snapshot.tags) {
    const name = readTagName(state.tag);
    const rule = ruleFor(state.tag, policy);
    const obstacle = obstacleOf(state, { name, rule }, policy);
    if (obstacle !== undefined) {
      others.push({ ...state, place: obstacle });
    } else if (state.digest !== undefined && rule !== undefined) {
      candidates.get(rule)?.push({ tag: state.tag, digest: state.digest, name });
    }
  }
  const ranked = [...candidates].map(([rule, members]) => rankAll(rule, members, snapshot));
  const [inGroups, unplaced] = [
    ranked.flatMap(({ places }) => places),
    ranked.flatMap((each) => each.unplaced),
  ];
  return {
    places: [...inGroups, ...[...others, ...unplaced].sort((a, b) => compareTagsNewestFirst(a.tag, b.tag))],
    newestFirst: ranked.flatMap(({ newestFirst }) => newestFirst),
    unread: ranked.flatMap(({ unread }) => unread),
    undated: ranked.flatMap(({ undated }) => undated),
  };
}

interface Candidate extends OrderedTag {
  readonly digest: Digest;
}

function obstacleOf(
  state: TagState,
  { name, rule }: { readonly name: TagName; readonly rule: Rule | undefined },
  policy: RetentionPolicy,
): NotACandidate | undefined {
  if (state.digest === undefined) return { kind: "dangling" };
  const pattern = exclusionOf(state.tag, policy, rule);
  if (pattern !== undefined) return { kind: "excluded", pattern: pattern.text };
  if (name.kind === "referrer") return { kind: "referrer", subject: name.subject };
  if (rule !== undefined) return unorderable(state.tag, name, rule);
  const hasNames = policy.rules.length !== 1 || policy.rules.some((other) => other.name !== undefined);
  return { kind: hasNames ? "no-rule" : "not-included" };
}

/** Returns the reason for which an order has no place for a name, by the table in docs/architecture.md; `undefined` where it has one. */
function unorderable(tag: Tag, name: TagName, { sort, tags }: Rule): NotACandidate | undefined {
  switch (sort) {
    case "semver":
      return name.kind === "version" ? undefined : { kind: "not-a-version" };
    case "prerelease": {
      const isPrerelease = name.kind === "version" && name.version.prerelease.length > 0;
      // jdk-17 looks like a label with a number, so such names need to be asked for.
      const isAskedFor = name.kind === "label" && tags.length > 0;
      return isPrerelease || isAskedFor ? undefined : { kind: "not-a-prerelease" };
    }
    case "natural":
    case "created":
      return tag === "latest" ? { kind: "latest" } : undefined;
  }
}

type RankedRule = Omit<Standings, "places"> & {
  readonly places: readonly Standing[];
  readonly unplaced: readonly Standing[];
};

function rankAll(rule: Rule, members: readonly Candidate[], snapshot: Snapshot): RankedRule {
  const dated = rule.sort === "created" ? withDates(members, snapshot) : { members, unread: [] };
  if (dated.unread.length > 0) {
    const unplaced = members.map(({ tag, digest }) => ({
      tag,
      digest,
      place: { kind: "date-unread" } as const,
    }));
    return { places: [], unplaced, newestFirst: [], unread: dated.unread, undated: [] };
  }
  const ordered = [...dated.members].sort(comparatorOf(rule.sort));
  const hasNoDate = ({ created }: Candidate): boolean => rule.sort === "created" && created === undefined;
  return {
    places: groupsOf(rule, ordered).flatMap(([group, tags]) => rankGroup(rule, group, tags)),
    unplaced: [],
    newestFirst: ordered.map(({ tag }) => tag),
    unread: [],
    undated: ordered.filter(hasNoDate).map(({ tag }) => tag),
  };
}

function withDates(
  members: readonly Candidate[],
  snapshot: Snapshot,
): { readonly members: readonly Candidate[]; readonly unread: readonly Digest[] } {
  const ages = members.map((member) => ({ member, age: ageOf(member.digest, snapshot) }));
  return {
    members: ages.map(({ member, age }) =>
      age.kind === "dated" ? { ...member, created: age.created } : member,
    ),
    unread: ages.flatMap(({ age }) => (age.kind === "unread" ? age.configs : [])),
  };
}

/** Sorts candidates into their groups. Returns each group's name and members; these keep the order given. */
function groupsOf(
  rule: Rule,
  members: readonly Candidate[],
): readonly (readonly [string, readonly Candidate[]])[] {
  const groups = new Map<string, { readonly group: Group; readonly members: Candidate[] }>();
  for (const member of members) {
    const group = groupOf(member.name, rule.groupBy);
    const name = nameOfGroup(group, rule.groupBy);
    const known = groups.get(name) ?? { group, members: [] };
    groups.set(name, known);
    known.members.push(member);
  }
  return [...groups]
    .sort(([, a], [, b]) => compareGroups(a.group, b.group))
    .map(([name, each]) => [name, each.members]);
}

function rankGroup(rule: Rule, group: string, ordered: readonly Candidate[]): readonly Standing[] {
  const ranks = imageRanks(ordered);
  const semverRanks = rule.sort === "prerelease" ? versionRanks(ordered) : undefined;
  return ordered.map(({ tag, digest }) => {
    const place = {
      kind: "ranked",
      digest,
      rule,
      group,
      rank: ranks.get(digest) ?? 1,
      of: ranks.size,
    } as const;
    const semverRank = semverRanks?.get(digest);
    return { tag, digest, place: semverRank === undefined ? place : { ...place, semverRank } };
  });
}

/** Returns each image's rank among the images that have a version. */
function versionRanks(members: readonly Candidate[]): ReadonlyMap<Digest, number> {
  return imageRanks(members.filter(({ name }) => name.kind === "version").sort(compareBySemver));
}

/** Returns each image's rank, by its newest tag: a second tag of one image takes no rank. */
function imageRanks(ordered: readonly Candidate[]): ReadonlyMap<Digest, number> {
  const ranks = new Map<Digest, number>();
  for (const { digest } of ordered) if (!ranks.has(digest)) ranks.set(digest, ranks.size + 1);
  return ranks;
}
