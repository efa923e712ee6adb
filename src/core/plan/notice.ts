import type { Decision } from "../policy/decision.js";
import { grouped } from "../base/grouped.js";
import type { Notice } from "./plan.js";
import type { Tag } from "../names/reference.js";
import { isNewlyRead, RELEASE } from "../names/version.js";
import type { Standing, Standings } from "../policy/ranks.js";
import { goes } from "../policy/verdict.js";

const MANY_CHANNELS = 10;
const CANDIDATES: ReadonlySet<string> = new Set(["ranked", "date-unread", "unordered"]);

/** Returns the notices for the user, in the order in which they are told. */
export function noticesOf(
  { places, undated, readName }: Standings,
  { budget, verdicts }: Pick<Decision, "budget" | "verdicts">,
): readonly Notice[] {
  const hasCandidates = places.some(({ place }) => CANDIDATES.has(place.kind));
  const channels = endlessChannels({ places, readName });
  const unordered = tagsOf(places, ({ place }) => place.kind === "unordered" && place.ties !== undefined);
  const newlyRead = verdicts.filter((verdict) => goes(verdict) && isNewlyRead(verdict.tag));
  return [
    ...(hasCandidates || places.length === 0 ? [] : [{ kind: "no-candidates" } as const]),
    ...(channels.length === 0 ? [] : [{ kind: "endless-channels", channels } as const]),
    ...(undated.length === 0 ? [] : [{ kind: "undated", tags: undated } as const]),
    ...(unordered.length === 0 ? [] : [{ kind: "unordered", tags: unordered } as const]),
    ...pushedBeyond(places, verdicts),
    ...(newlyRead.length === 0
      ? []
      : [{ kind: "newly-read", tags: newlyRead.map(({ tag }) => tag) } as const]),
    ...(budget !== undefined && budget.least.bytes > budget.maxSize
      ? [{ kind: "over-budget", ...budget } as const]
      : []),
  ];
}

function tagsOf(places: Standings["places"], isMeant: (standing: Standing) => boolean): readonly Tag[] {
  return places.filter(isMeant).map(({ tag }) => tag);
}

/** A tag that was just pushed and is beyond the newest: its order is wrong, an old scheme holds the places, or a counter began again. */
function pushedBeyond(
  places: Standings["places"],
  verdicts: Decision["verdicts"],
): readonly Extract<Notice, { readonly kind: "pushed-beyond" }>[] {
  return places.flatMap(({ tag, place }, index) => {
    const reason = verdicts[index]?.reason.kind;
    if (reason !== "just-pushed" || place.kind !== "ranked") return [];
    const { group, rank, semverRank = rank } = place;
    const { keep } = place.rule;
    const best = Math.min(rank, semverRank);
    return best > keep ? [{ kind: "pushed-beyond", tag, group, rank: best, keep }] : [];
  });
}

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
