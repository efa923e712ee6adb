import { ageOf } from "../image/created.js";
import { contents } from "../image/graph.js";
import type { Sort } from "../names/order.js";
import type { Digest, Tag } from "../names/reference.js";
import type { Facts, UntagBy } from "./facts.js";
import { useOf } from "./in-use.js";
import { mayDelete, type Rule, ruleFor } from "./policy.js";
import type { Ranked, Standing } from "./ranks.js";
import type { Dangling, NotACandidate } from "./candidates.js";

/** One of the rules by which a tag stays for its own sake, before other tags are looked at. */
interface KeepRule<Reason extends { readonly kind: string }> {
  /** Returns the reason for which this rule keeps a tag; `undefined` where it does not. */
  readonly reasonFor: (standing: Standing, facts: Facts) => Reason | undefined;
  /** True where a budget may delete what this rule alone keeps. Under a budget any other reason is the stronger one, and is given first. */
  readonly yieldsToBudget?: true;
}

/** A candidate's place among the images of its group; `rule` is the name of its rule, which only a policy file gives. */
export interface InGroup {
  readonly rule?: string;
  readonly group: string;
  readonly rank: number;
}

/** It is listed, and its manifest is not there, or nothing of what its index lists. */
const DANGLING: KeepRule<Dangling> = {
  reasonFor: ({ tag, digest, place }, facts) => {
    if (place.kind !== "dangling") return undefined;
    const goes =
      digest === undefined ? healedBy(tag, facts) !== undefined : hollowGoes({ tag, digest }, facts);
    return goes ? undefined : place;
  },
};

/** This run's references name it. */
const JUST_PUSHED: KeepRule<{ readonly kind: "just-pushed" }> = {
  reasonFor: ({ tag, digest }, { snapshot: { namedTags, namedDigests } }) =>
    digest !== undefined && (namedTags.has(tag) || namedDigests.has(digest))
      ? { kind: "just-pushed" }
      : undefined,
};

/** It is in use; `by` is what says so. */
const IN_USE: KeepRule<{ readonly kind: "protected"; readonly by: string }> = {
  reasonFor: ({ tag, digest }, { used, snapshot }) => {
    const use = digest === undefined ? undefined : useOf({ tag, digest }, used, snapshot);
    return use === undefined ? undefined : { kind: "protected", by: use.text };
  },
};

/** The obstacles to being a candidate that do not keep a tag. */
type NotItself = "dangling" | "half-untagged" | "referrer";

/** It is excluded, no rule is for it, or its order has no place for it. A referrer goes with its subject, and is no reason of its own. */
const NO_CANDIDATE: KeepRule<Exclude<NotACandidate, { readonly kind: NotItself }>> = {
  reasonFor: ({ place }) =>
    place.kind === "ranked" ||
    place.kind === "dangling" ||
    place.kind === "half-untagged" ||
    place.kind === "referrer"
      ? undefined
      : place,
};

/** `by` is the order in which it is among the newest: that of its rule, or the one by version, which counts besides where the rule's is `prerelease`. */
interface Newest extends InGroup {
  readonly kind: "newest";
  readonly keep: number;
  readonly by: Sort | "version";
}

const AMONG_THE_NEWEST: KeepRule<Newest> = {
  yieldsToBudget: true,
  reasonFor: ({ place }) => (place.kind === "ranked" ? newestOf(place) : undefined),
};

function newestOf({ group, rank, semverRank, rule }: Ranked): Newest | undefined {
  const { keep, sort } = rule;
  const newest = { kind: "newest", ...ruleNameOf(rule), group, keep } as const;
  if (rank <= keep) return { ...newest, rank, by: sort };
  // A counter that restarts (3.4.0-alpha.1 after 3.3.0-alpha.74) must lose nothing new.
  return semverRank !== undefined && semverRank <= keep
    ? { ...newest, rank: semverRank, by: "version" }
    : undefined;
}

/** The better of its ranks: either can keep it. */
export function bestRank({ rank, semverRank = rank }: Ranked): number {
  return Math.min(rank, semverRank);
}

type Young =
  /** It is younger than `limit`, in milliseconds. `created` is in ISO 8601. */
  | { readonly kind: "younger"; readonly created: string; readonly limit: number }
  /** Nothing says when it was created, and young images stay. */
  | { readonly kind: "undated"; readonly limit: number };

/** Counts only a date that was read. */
const YOUNG: KeepRule<Young> = {
  reasonFor: ({ place }, { snapshot }) => {
    const limit = place.kind === "ranked" ? place.rule.keepYoungerThan : undefined;
    if (place.kind !== "ranked" || limit === undefined) return undefined;
    const age = ageOf(place.digest, snapshot);
    if (age.kind === "undated") return { kind: "undated", limit };
    return age.kind === "dated" && age.created > snapshot.now - limit
      ? { kind: "younger", created: new Date(age.created).toISOString(), limit }
      : undefined;
  },
};

/** Every rule by which a tag stays for its own sake; the first that keeps it gives the reason. */
const KEEP_RULES = [DANGLING, JUST_PUSHED, IN_USE, NO_CANDIDATE, AMONG_THE_NEWEST, YOUNG] as const;

type ReasonOf<AnyRule> = AnyRule extends KeepRule<infer Reason> ? Reason : never;

/** A reason of a tag's own to stay: one that a rule of the list gives. */
export type OwnKeepReason = ReasonOf<(typeof KEEP_RULES)[number]>;

const RULES: readonly KeepRule<OwnKeepReason>[] = KEEP_RULES;
const RULES_UNDER_A_BUDGET = [
  ...RULES.filter(({ yieldsToBudget }) => yieldsToBudget !== true),
  ...RULES.filter(({ yieldsToBudget }) => yieldsToBudget === true),
];

/** Returns every reason of its own for which a tag stays, the strongest first. None keeps what a run that was cut off left of a tag: it is no image. */
export function keepReasons(standing: Standing, facts: Facts): readonly OwnKeepReason[] {
  if (standing.place.kind === "half-untagged") return [];
  const rules = facts.policy.maxSize === undefined ? RULES : RULES_UNDER_A_BUDGET;
  return rules.flatMap((rule) => rule.reasonFor(standing, facts) ?? []);
}

/** Returns the way to take a dangling tag off the list; `undefined` where it stays. */
export function healedBy(tag: Tag, facts: Facts): UntagBy | undefined {
  return mayHeal(tag, facts) ? facts.by : undefined;
}

function mayHeal(tag: Tag, { snapshot, policy, used }: Facts): boolean {
  const isWanted = snapshot.namedTags.has(tag) || used.tags.has(tag);
  return policy.dangling === "delete" && !isWanted && mayDelete(tag, policy);
}

/** True where a hollow index goes: it is to, it is not young, and neither it nor a part of it is in use, or just pushed. */
function hollowGoes(image: { readonly tag: Tag; readonly digest: Digest }, facts: Facts): boolean {
  const { snapshot, used, policy } = facts;
  if (!mayHeal(image.tag, facts) || useOf(image, used, snapshot) !== undefined) return false;
  const limit = ruleFor(image.tag, policy)?.keepYoungerThan;
  const age = ageOf(image.digest, snapshot);
  // Its parts are gone, so it has a date only if it says one itself. Where age counts, an image without a date stays.
  const isOld = limit === undefined || (age.kind === "dated" && age.created <= snapshot.now - limit);
  const parts = [...contents([image.digest], snapshot.manifests)];
  return isOld && !parts.some((part) => snapshot.namedDigests.has(part));
}

/** Returns the name of a rule, as a part of a reason; empty where it has none. */
export function ruleNameOf({ name }: Rule): Pick<InGroup, "rule"> {
  return name === undefined ? {} : { rule: name };
}
