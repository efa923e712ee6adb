import { ageOf } from "../image/created.js";
import { decide } from "./decide.js";
import type { Snapshot } from "../image/graph.js";
import { type Facts, factsOf } from "./facts.js";
import { bestRank, keepReasons } from "./keep-rules.js";
import { beyondNewest, type OwnVerdict, ownVerdictOf, overBudget, unreadDates } from "./own-verdict.js";
import type { RetentionPolicy } from "./policy.js";
import type { Digest, Tag } from "../names/reference.js";
import { type Standing, standings } from "./ranks.js";
import { isForAnother, propagateKeeps } from "./propagate.js";
import type { DeleteReason, KeepReason, Verdict } from "./verdict.js";
import type { TagName } from "../names/tag-name.js";

/** The explanation of one tag: its verdict, and every reason for and against it. */
export interface Explanation {
  readonly tag: Tag;
  /** The reading of its name. */
  readonly name: TagName;
  readonly standing: Standing;
  readonly verdict: Verdict;
  /** When its image was created, in ISO 8601, where that was read. */
  readonly created?: string;
  /** Every reason for it to stay: its own, then one for another's sake. */
  readonly stays: readonly KeepReason[];
  /** Every reason for it to go. */
  readonly goes: readonly DeleteReason[];
}

/** Returns the configurations whose dates must be read before these tags can be explained, also where another reason than its age keeps a tag. */
export function datesToExplain(
  tags: readonly Tag[],
  snapshot: Snapshot,
  policy: RetentionPolicy,
): readonly Digest[] {
  const asked = standings(snapshot, policy).places.filter(({ tag }) => tags.includes(tag));
  return [...new Set(asked.flatMap((standing) => unreadDates(standing, snapshot)))];
}

/** Explains the decision about a tag; returns `undefined` where it is not listed. The snapshot must have all that the plan asks for. */
export function explain(tag: Tag, snapshot: Snapshot, policy: RetentionPolicy): Explanation | undefined {
  const { places, readName } = standings(snapshot, policy);
  const index = places.findIndex((standing) => standing.tag === tag);
  const standing = places[index];
  const facts = factsOf(snapshot, policy);
  const { verdicts } = decide(places, snapshot, policy);
  const verdict = verdicts[index];
  if (standing === undefined || verdict === undefined) return undefined;
  const own = keepReasons(standing, facts);
  const isCut = own[0]?.kind === "newest" && verdict.reason.kind !== "newest";
  const all: readonly KeepReason[] = [
    ...(isCut ? [] : own),
    ...reasonsOfOthers(index, { places, verdicts, facts }),
    ...(verdict.kind === "keep" ? [verdict.reason] : []),
  ];
  const stays = all.filter(({ kind }, at) => all.findIndex((other) => other.kind === kind) === at);
  const goes =
    verdict.kind === "keep" ? reasonsToGo(standing, { isCut, maxSize: policy.maxSize }) : [verdict.reason];
  const { digest } = standing;
  const age = digest === undefined ? undefined : ageOf(digest, snapshot);
  const created = age?.kind === "dated" ? { created: new Date(age.created).toISOString() } : {};
  return { tag, name: readName(tag), standing, verdict, ...created, stays, goes };
}

/** Every tag's standing and verdict, in one order. */
interface DecidedTags {
  readonly places: readonly Standing[];
  readonly verdicts: readonly Verdict[];
  readonly facts: Facts;
}

/** Returns the reason for which a tag would stay for another's sake if it had no reason of its own; at most one. */
function reasonsOfOthers(index: number, { places, verdicts, facts }: DecidedTags): readonly KeepReason[] {
  const ownVerdicts = places.map((other, at): OwnVerdict => {
    const decided = verdicts[at];
    const isOwn = decided?.kind === "keep" && !isForAnother(decided.reason);
    return at !== index && isOwn ? decided : withoutReason(other, ownVerdictOf(other, facts));
  });
  const alone = propagateKeeps(ownVerdicts, facts).verdicts[index];
  if (alone?.kind !== "keep") return [];
  const { digest, reason } = alone;
  // It does not stay for its own sake in another's name, nor for a subject that is gone.
  const isOwn = reason.kind === "contained-in" && reason.with === digest;
  const isGone = reason.kind === "referrer" && facts.snapshot.missing.has(reason.subject);
  return isOwn || isGone || !isForAnother(reason) ? [] : [reason];
}

/** Makes the own verdict of a tag that only others can keep. Nobody looks at the reason for which it would go. */
function withoutReason({ tag, digest, place }: Standing, own: OwnVerdict): OwnVerdict {
  if (own.kind !== "keep" || digest === undefined) return own;
  if (place.kind === "referrer") return { kind: "follow", tag, digest, subject: place.subject };
  const reason: DeleteReason = place.kind === "ranked" ? beyondNewest(place) : { kind: "planned" };
  return { kind: "delete", tag, digest, reason };
}

function reasonsToGo(
  { place }: Standing,
  { isCut, maxSize }: { readonly isCut: boolean; readonly maxSize: number | undefined },
): readonly DeleteReason[] {
  if (place.kind !== "ranked") return [];
  if (isCut && maxSize !== undefined) return [overBudget(place, maxSize)];
  return bestRank(place) > place.rule.keep ? [beyondNewest(place)] : [];
}
