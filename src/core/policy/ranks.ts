import { ageOf } from "../image/created.js";
import type { Snapshot } from "../image/graph.js";
import { compareGroups, type Group, groupOf, nameOfGroup } from "../names/group.js";
import { comparatorOf, compareTagsNewestFirst, type OrderedTag } from "../names/order.js";
import { patchOrder } from "../names/patch-order.js";
import { type RetentionPolicy, type Rule, ruleFor } from "./policy.js";
import type { Digest, Tag } from "../names/reference.js";
import type { TagName } from "../names/tag-name.js";
import { nameReader } from "../names/version.js";
import {
  type Candidate,
  type ImagePlace,
  type PlacedImages,
  placeImages,
  type TieOptions,
} from "../image/image-places.js";
import { type NotACandidate, obstacleOf } from "./candidates.js";

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
  /** Candidates that are ordered by date and have none: they stay, and take no place. */
  readonly undated: readonly Tag[];
  /** Reads a name among its neighbours, as the ranks do. */
  readonly readName: (tag: Tag) => TagName;
}

/** Finds every tag's standing. */
export function standings(snapshot: Snapshot, policy: RetentionPolicy): Standings {
  const others: Standing[] = [];
  const candidates = new Map<Rule, Candidate[]>(policy.rules.map((rule) => [rule, []]));
  const readName = nameReader(snapshot.tags.map(({ tag }) => tag));
  for (const state of snapshot.tags) {
    const name = readName(state.tag);
    const rule = ruleFor(state.tag, policy);
    const obstacle = obstacleOf(state, { name, rule, snapshot }, policy);
    if (obstacle !== undefined) {
      others.push({ ...state, place: obstacle });
    } else if (state.digest !== undefined && rule !== undefined) {
      candidates.get(rule)?.push({ tag: state.tag, digest: state.digest, name });
    }
  }
  const hasBudget = policy.maxSize !== undefined;
  const ranked = [...candidates].map(([rule, members]) => rankAll(rule, members, { snapshot, hasBudget }));
  const [inGroups, unplaced] = [
    ranked.flatMap(({ places }) => places),
    ranked.flatMap((each) => each.unplaced),
  ];
  return {
    places: [...inGroups, ...[...others, ...unplaced].sort((a, b) => compareTagsNewestFirst(a.tag, b.tag))],
    newestFirst: ranked.flatMap(({ newestFirst }) => newestFirst),
    unread: ranked.flatMap(({ unread }) => unread),
    undated: ranked.flatMap(({ undated }) => undated),
    readName,
  };
}

type RankedRule = Omit<Standings, "places" | "readName"> & {
  readonly places: readonly Standing[];
  readonly unplaced: readonly Standing[];
};

type Circumstances = Pick<TieOptions, "snapshot" | "hasBudget">;

function rankAll(rule: Rule, members: readonly Candidate[], circumstances: Circumstances): RankedRule {
  const dated =
    rule.sort === "created" ? withDates(members, circumstances.snapshot) : { members, unread: [] };
  if (dated.unread.length > 0) return allUnread(members, dated.unread);
  const compare = orderOf(rule, members);
  // Names that tie stand as they are listed, whatever the order in which the registry lists them.
  const ordered = [...dated.members].sort((a, b) => compare(a, b) || compareTagsNewestFirst(a.tag, b.tag));
  const isUndated = ({ created }: Candidate): boolean => rule.sort === "created" && created === undefined;
  const groups = groupsOf(rule, ordered).map(([group, tags]) =>
    rankGroup({ rule, group, compare }, tags, circumstances),
  );
  return {
    places: groups.flatMap(({ places }) => places),
    unplaced: [],
    newestFirst: ordered.map(({ tag }) => tag),
    unread: groups.flatMap(({ unread }) => unread),
    undated: ordered.filter(isUndated).map(({ tag }) => tag),
  };
}

function allUnread(members: readonly Candidate[], unread: readonly Digest[]): RankedRule {
  const place = { kind: "date-unread" } as const;
  const unplaced = members.map(({ tag, digest }) => ({ tag, digest, place }));
  return { places: [], unplaced, newestFirst: [], unread, undated: [] };
}

type Compare = (a: OrderedTag, b: OrderedTag) => number;

/** The rule's order. Where channels are counted together, the words behind a version have a say of their own. */
function orderOf({ sort, groupBy }: Rule, members: readonly Candidate[]): Compare {
  const isApart = groupBy.includes("channel") || groupBy.includes("suffix");
  if (!isApart && (sort === "semver" || sort === "prerelease")) return patchOrder(sort, members);
  return comparatorOf(
    sort,
    members.map(({ tag }) => tag),
  );
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
    const group = groupOf(member.name, rule.groupBy, rule.sort);
    const name = nameOfGroup(group, rule.groupBy);
    const known = groups.get(name) ?? { group, members: [] };
    groups.set(name, known);
    known.members.push(member);
  }
  return [...groups]
    .sort(([, a], [, b]) => compareGroups(a.group, b.group))
    .map(([name, each]) => [name, each.members]);
}

interface GroupOrder {
  readonly rule: Rule;
  readonly group: string;
  readonly compare: Compare;
}

function rankGroup(
  { rule, group, compare }: GroupOrder,
  ordered: readonly Candidate[],
  circumstances: Circumstances,
): { readonly places: readonly Standing[]; readonly unread: readonly Digest[] } {
  const { keep, sort } = rule;
  // What has no date has no place in the order of dates, be it first or last.
  const placeable = sort === "created" ? ordered.filter(({ created }) => created !== undefined) : ordered;
  const ranks = placeImages(placeable, compare, { ...circumstances, keep });
  const byVersion =
    sort === "prerelease" ? versionRanks(rule, ordered, { ...circumstances, keep }) : NO_PLACES;
  const standing = { rule, group, of: ranks.places.size };
  const places = ordered.map(({ tag, digest }) => {
    const place = placeOf({ digest, ...standing }, ranks.places.get(digest), byVersion.places.get(digest));
    return { tag, digest, place };
  });
  return { places, unread: [...ranks.unread, ...byVersion.unread] };
}

const NO_PLACES: PlacedImages = { places: new Map(), unread: [] };

/** Returns each image's place among those that have a version. */
function versionRanks(rule: Rule, members: readonly Candidate[], options: TieOptions): PlacedImages {
  const compare = orderOf({ ...rule, sort: "semver" }, members);
  return placeImages(members.filter(({ name }) => name.kind === "version").sort(compare), compare, options);
}

/** Either order can keep an image, so one that is surely among the newest by either has a rank, and one that may be so by either stays. */
function placeOf(
  { digest, rule, group, of }: Omit<Ranked, "kind" | "rank">,
  own: ImagePlace | undefined,
  byVersion: ImagePlace | undefined,
): Ranked | NotACandidate {
  const isKept = isAmong(own, rule.keep) || isAmong(byVersion, rule.keep);
  const open = isKept ? undefined : (openIn(own) ?? openIn(byVersion));
  if (open?.kind === "unread") return { kind: "date-unread" };
  if (open !== undefined || own === undefined) return unorderedIn(group, rule, open?.ties);
  const ranked: Ranked = { kind: "ranked", digest, rule, group, rank: own.kind === "at" ? own.rank : of, of };
  return byVersion?.kind === "at" ? { ...ranked, semverRank: byVersion.rank } : ranked;
}

function unorderedIn(group: string, { name, sort }: Rule, ties: number | undefined): NotACandidate {
  const rule = name === undefined ? {} : { rule: name };
  return { kind: "unordered", ...rule, group, sort, ...(ties === undefined ? {} : { ties }) };
}

function isAmong(place: ImagePlace | undefined, keep: number): boolean {
  return place?.kind === "at" && place.rank <= keep;
}

function openIn(place: ImagePlace | undefined): Exclude<ImagePlace, { kind: "at" }> | undefined {
  return place?.kind === "at" ? undefined : place;
}
