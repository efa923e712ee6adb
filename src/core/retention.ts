import { comparatorOf, compareBySemver, compareTagsNewestFirst, type OrderedTag } from "./order.js";
import type { RetentionPolicy } from "./policy.js";
import type { Digest, Tag } from "./reference.js";
import type { TagState } from "./graph.js";
import { readTagName, RELEASE, type TagName } from "./version.js";

/** Why a tag is not a candidate for deletion. */
export type NotACandidate =
  | { readonly kind: "referrer"; readonly subject: Digest }
  | { readonly kind: "dangling" }
  | { readonly kind: "excluded"; readonly pattern: string }
  | { readonly kind: "not-included" }
  | { readonly kind: "not-a-version" }
  | { readonly kind: "not-a-prerelease" };

/** A candidate's place: its image's rank among the images of its group, the newest being 1. */
export interface Ranked {
  readonly kind: "ranked";
  readonly digest: Digest;
  readonly group: string;
  readonly rank: number;
  /** The rank among the versions of the group, where the policy's order is another and the tag is a version. */
  readonly semverRank?: number;
  /** How many images the group has. */
  readonly of: number;
}

/** What retention alone says of a tag: a candidate's rank, or why it is none. */
export interface Standing {
  readonly tag: Tag;
  readonly digest?: Digest;
  readonly place: Ranked | NotACandidate;
}

/** The one group where the policy does not group. */
export const EVERYTHING = "all";

/** Every tag's standing: candidates by group, newest first (releases before other channels), then the others, newest first. */
export function standings(tags: readonly TagState[], policy: RetentionPolicy): readonly Standing[] {
  const groups = new Map<string, Candidate[]>();
  const others: Standing[] = [];
  for (const state of tags) {
    const name = readTagName(state.tag);
    const obstacle = obstacleOf(state, name, policy);
    if (obstacle !== undefined) {
      others.push({ ...state, place: obstacle });
    } else if (state.digest !== undefined && (name.kind === "version" || name.kind === "label")) {
      const group = policy.groupBy === "none" ? EVERYTHING : name.channel;
      const members = groups.get(group) ?? [];
      groups.set(group, members);
      members.push({ tag: state.tag, digest: state.digest, name });
    }
  }
  return [
    ...[...groups]
      .sort(([a], [b]) => compareGroups(a, b))
      .flatMap(([group, members]) => rankGroup(group, members, policy)),
    ...others.sort((a, b) => compareTagsNewestFirst(a.tag, b.tag)),
  ];
}

interface Candidate extends OrderedTag {
  readonly digest: Digest;
}

function obstacleOf(state: TagState, name: TagName, policy: RetentionPolicy): NotACandidate | undefined {
  if (state.digest === undefined) return { kind: "dangling" };
  const pattern = policy.exclude.find((exclude) => exclude.matches(state.tag));
  if (pattern !== undefined) return { kind: "excluded", pattern: pattern.text };
  if (name.kind === "referrer") return { kind: "referrer", subject: name.subject };
  const included = policy.include.some((include) => include.matches(state.tag));
  if (policy.include.length > 0 && !included) return { kind: "not-included" };
  return unorderable(name, policy, included);
}

/** Which names each order has a place for: the table in docs/architecture.md. */
function unorderable(name: TagName, policy: RetentionPolicy, included: boolean): NotACandidate | undefined {
  switch (policy.sort) {
    case "semver":
      return name.kind === "version" ? undefined : { kind: "not-a-version" };
    case "prerelease": {
      const isPrerelease = name.kind === "version" && name.version.prerelease.length > 0;
      // jdk-17 looks like a label with a number, so such names need to be asked for.
      const isAskedFor = name.kind === "label" && included;
      return isPrerelease || isAskedFor ? undefined : { kind: "not-a-prerelease" };
    }
  }
}

function rankGroup(
  group: string,
  members: readonly Candidate[],
  policy: RetentionPolicy,
): readonly Standing[] {
  const ordered = [...members].sort(comparatorOf(policy.sort));
  const ranks = imageRanks(ordered);
  const versions = members.filter(({ name }) => name.kind === "version").sort(compareBySemver);
  const semverRanks = policy.sort === "semver" ? new Map<Digest, number>() : imageRanks(versions);
  return ordered.map(({ tag, digest }) => {
    const semverRank = semverRanks.get(digest);
    return {
      tag,
      digest,
      place: {
        kind: "ranked",
        digest,
        group,
        rank: ranks.get(digest) ?? 1,
        ...(semverRank === undefined ? {} : { semverRank }),
        of: ranks.size,
      },
    };
  });
}

/** Each image's rank by its newest tag: an alias takes no second place. */
function imageRanks(ordered: readonly Candidate[]): ReadonlyMap<Digest, number> {
  const ranks = new Map<Digest, number>();
  for (const { digest } of ordered) if (!ranks.has(digest)) ranks.set(digest, ranks.size + 1);
  return ranks;
}

function compareGroups(a: string, b: string): number {
  if (a === b) return 0;
  if (a === RELEASE || b === RELEASE) return a === RELEASE ? -1 : 1;
  return a < b ? -1 : 1;
}
