import type { Snapshot, TagState } from "../image/graph.js";
import { missingOfHollow } from "../image/hollow.js";
import { isLeftMark } from "../image/untag-mark.js";
import type { Sort } from "../names/order.js";
import type { Digest, Tag } from "../names/reference.js";
import { type Rule, type RetentionPolicy, exclusionOf } from "./policy.js";
import type { TagName } from "../names/tag-name.js";
import { isPrerelease } from "../names/version.js";
import { beginsLiterally } from "../names/glob.js";

/** The reason for which a tag is no candidate for deletion. */
export type NotACandidate =
  | { readonly kind: "referrer"; readonly subject: Digest }
  | Dangling
  /** It names the empty index that a run wrote over it in order to delete it, and was cut off there. */
  | { readonly kind: "half-untagged"; readonly digest: Digest }
  | { readonly kind: "excluded"; readonly pattern: string }
  | { readonly kind: "not-included" }
  /** No rule of the policy file is for it. */
  | { readonly kind: "no-rule" }
  | { readonly kind: "not-a-version" }
  | { readonly kind: "not-a-prerelease" }
  /** It is `latest`, which no order has a place for. */
  | { readonly kind: "latest" }
  /** Its date would give it its place, and was not read yet. */
  | { readonly kind: "date-unread" }
  | Unordered;

/** A tag that can't be pulled: its manifest is not there, or none of the so many `parts` of a hollow index. */
export interface Dangling {
  readonly kind: "dangling";
  readonly parts?: number;
}

/** A candidate that nothing puts before or behind others of its group: no name and no date. */
export interface Unordered {
  readonly kind: "unordered";
  readonly rule?: string;
  readonly group: string;
  readonly sort: Sort;
  /** The number of images that tie, itself included; absent where the order is by date and it has none. */
  readonly ties?: number;
}

/** The reading of a tag's name, its rule, and the repository that it is in. */
interface TagFacts {
  readonly name: TagName;
  readonly rule: Rule | undefined;
  readonly snapshot: Snapshot;
}

/** Returns the reason for which a tag is no candidate; `undefined` where it is one. */
export function obstacleOf(
  state: TagState,
  { name, rule, snapshot }: TagFacts,
  policy: RetentionPolicy,
): NotACandidate | undefined {
  const { digest } = state;
  if (digest === undefined) return { kind: "dangling" };
  if (isLeftMark(snapshot.manifests.get(digest))) return { kind: "half-untagged", digest };
  // A hollow fallback index goes with its subject, as any attachment does.
  const parts = name.kind === "referrer" ? 0 : missingOfHollow(digest, snapshot).length;
  if (parts > 0) return { kind: "dangling", parts };
  const pattern = exclusionOf(state.tag, policy, rule);
  if (pattern !== undefined) return { kind: "excluded", pattern: pattern.text };
  if (name.kind === "referrer") return { kind: "referrer", subject: name.subject };
  if (rule !== undefined) return unorderable(state.tag, name, rule);
  const hasNames = policy.rules.length !== 1 || policy.rules.some((other) => other.name !== undefined);
  return { kind: hasNames ? "no-rule" : "not-included" };
}

/** Returns the reason for which an order has no place for a name, by the table in docs/architecture.md; `undefined` where it has one. */
function unorderable(tag: Tag, name: TagName, rule: Rule): NotACandidate | undefined {
  // jdk-17 looks like a label with a number, and jre-17.0.1 like a version, so such names need to be asked for.
  const isVersion = name.kind === "version" && (name.word === undefined || asksFor(rule, tag, name.word));
  switch (rule.sort) {
    case "semver":
      return isVersion ? undefined : { kind: "not-a-version" };
    case "prerelease": {
      const isAskedFor = name.kind === "label" && rule.tags.length > 0;
      const isCandidate = (isVersion && isPrerelease(name.version)) || isAskedFor;
      return isCandidate ? undefined : { kind: "not-a-prerelease" };
    }
    case "natural":
    case "created":
      return tag === "latest" ? { kind: "latest" } : undefined;
  }
}

/** True where a pattern of the rule that matches the tag begins with this word, letter by letter: `api-v*`, and not `*`. */
function asksFor({ tags }: Rule, tag: Tag, word: string): boolean {
  return tags.some((pattern) => pattern.matches(tag) && beginsLiterally(pattern, word));
}
