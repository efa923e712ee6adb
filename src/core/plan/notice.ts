import type { Decision } from "../policy/decision.js";
import { grouped } from "../base/grouped.js";
import { crowdingVersions } from "./flavours.js";
import type { Notice, PushedBeyond } from "./plan.js";
import { unplacedTags } from "./unplaced.js";
import type { Tag } from "../names/reference.js";
import { isNewlyRead, RELEASE } from "../names/version.js";
import { type Facts, factsOf } from "../policy/facts.js";
import { bestRank, keepReasons } from "../policy/keep-rules.js";
import type { Standings } from "../policy/ranks.js";
import { goes } from "../policy/verdict.js";

const MANY_CHANNELS = 10;
const CANDIDATES: ReadonlySet<string> = new Set(["ranked", "date-unread", "unordered"]);

/** Returns the notices for the user, in the order in which they are told; each kind at most once. */
export function noticesOf(
  standings: Standings,
  { budget, verdicts }: Pick<Decision, "budget" | "verdicts">,
  facts: Pick<Facts, "snapshot" | "policy">,
): readonly Notice[] {
  const { places } = standings;
  const newlyRead = verdicts.filter((verdict) => goes(verdict) && isNewlyRead(verdict.tag));
  const pushed = pushedBeyond(places, verdicts, facts);
  const unordered = places.filter(({ place }) => place.kind === "unordered" && place.ties !== undefined);
  const versions = crowdingVersions(standings, verdicts);
  const channels = endlessChannels(standings);
  return [
    ...aboutPlaces(standings),
    ...(channels.length === 0 ? [] : [{ kind: "endless-channels", channels } as const]),
    ...(versions.length === 0 ? [] : [{ kind: "flavours", versions } as const]),
    ...aboutDates(standings, verdicts),
    ...(unordered.length === 0 ? [] : [{ kind: "unordered", tags: tagsOf(unordered) } as const]),
    ...(pushed.length === 0 ? [] : [{ kind: "pushed-beyond", tags: pushed } as const]),
    ...(newlyRead.length === 0 ? [] : [{ kind: "newly-read", tags: tagsOf(newlyRead) } as const]),
    ...(budget !== undefined && budget.least.bytes > budget.maxSize
      ? [{ kind: "over-budget", ...budget } as const]
      : []),
  ];
}

function tagsOf(each: readonly { readonly tag: Tag }[]): readonly Tag[] {
  return each.map(({ tag }) => tag);
}

function aboutPlaces(standings: Standings): readonly Notice[] {
  const { places } = standings;
  const hasCandidates = places.some(({ place }) => CANDIDATES.has(place.kind));
  if (!hasCandidates) return places.length === 0 ? [] : [{ kind: "no-candidates", tags: tagsOf(places) }];
  const unplaced = unplacedTags(standings);
  return unplaced === undefined ? [] : [{ kind: "unplaced", ...unplaced }];
}

function aboutDates({ undated }: Standings, verdicts: Decision["verdicts"]): readonly Notice[] {
  const ofNoAge = tagsOf(verdicts.filter(({ reason }) => reason.kind === "undated"));
  const by = [
    ...(undated.length === 0 ? [] : (["sort"] as const)),
    ...(ofNoAge.length === 0 ? [] : (["keep-younger-than"] as const)),
  ];
  return by.length === 0 ? [] : [{ kind: "undated", tags: [...undated, ...ofNoAge], by }];
}

/** Tags that were just pushed and are beyond the newest: the order is wrong, an old scheme holds the places, or a counter began again. */
function pushedBeyond(
  places: Standings["places"],
  verdicts: Decision["verdicts"],
  { snapshot, policy }: Pick<Facts, "snapshot" | "policy">,
): readonly PushedBeyond[] {
  const pushed = places.flatMap((standing, index) => {
    const { place } = standing;
    const isPushed = verdicts[index]?.reason.kind === "just-pushed" && place.kind === "ranked";
    return isPushed && bestRank(place) > place.rule.keep ? [{ standing, place }] : [];
  });
  if (pushed.length === 0) return [];
  const facts = factsOf(snapshot, policy);
  return pushed.flatMap(({ standing, place }) => {
    const { group, rule } = place;
    if (!keepReasons(standing, facts).every(({ kind }) => PASSING.has(kind))) return [];
    const age = rule.keepYoungerThan === undefined ? {} : { youngerThan: rule.keepYoungerThan };
    return [{ tag: standing.tag, group, rank: bestRank(place), keep: rule.keep, ...age }];
  });
}

/** The reasons to stay that pass by themselves. */
const PASSING: ReadonlySet<string> = new Set(["just-pushed", "younger"]);

/**
 * Finds channels that each have one version alone (3.4.0-my-branch.1, 3.4.0-my-branch.2), if there are many, most channels are so, and nearly each
 * brings a word of its own. Flavours and stages go on through many versions, and are put together from a few words (rc-alpine, rc-slim, slim-alpine).
 */
function endlessChannels({ places, readName }: Pick<Standings, "places" | "readName">): readonly string[] {
  const groups = new Set(places.flatMap(({ place }) => (place.kind === "ranked" ? [place.group] : [])));
  // Where tags are grouped by channel, there are at least as many groups as channels.
  if (groups.size < MANY_CHANNELS) return [];
  const versions = grouped(
    places.flatMap(({ tag, place }): readonly (readonly [string, string])[] => {
      if (place.kind !== "ranked" || !place.rule.groupBy.includes("channel")) return [];
      const name = readName(tag);
      if (name.kind === "label") return [[name.channel, ""]];
      if (name.kind !== "version" || name.channel === RELEASE) return [];
      return [[name.channel, name.version.numbers.join(".")]];
    }),
  );
  const ofOneVersion = [...versions].flatMap(([channel, all]) => (new Set(all).size === 1 ? [channel] : []));
  const words = new Set(ofOneVersion.flatMap((channel) => channel.split(/[._-]/)));
  const isMost = versions.size >= MANY_CHANNELS && ofOneVersion.length > versions.size / 2;
  return isMost && words.size >= ofOneVersion.length ? ofOneVersion : [];
}
