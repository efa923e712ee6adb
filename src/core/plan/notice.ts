import type { Decision } from "../policy/decision.js";
import { grouped } from "../base/grouped.js";
import type { Notice } from "./plan.js";
import type { Standings } from "../policy/ranks.js";
import { readTagName, RELEASE } from "../names/version.js";

const MANY_CHANNELS = 10;

/** Returns what the user should look at. */
export function noticesOf(
  { places, undated }: Standings,
  { budget }: Pick<Decision, "budget">,
): readonly Notice[] {
  const hasCandidates = places.some(({ place }) => place.kind === "ranked" || place.kind === "date-unread");
  const channels = endlessChannels(places);
  return [
    ...(hasCandidates || places.length === 0 ? [] : [{ kind: "no-candidates" } as const]),
    ...(channels.length === 0 ? [] : [{ kind: "endless-channels", channels } as const]),
    ...(undated.length === 0 ? [] : [{ kind: "undated", tags: undated } as const]),
    ...(budget !== undefined && budget.least.bytes > budget.maxSize
      ? [{ kind: "over-budget", ...budget } as const]
      : []),
  ];
}

/**
 * Finds channels that each have one version alone (3.4.0-my-branch.1, 3.4.0-my-branch.2), if there are many, most channels are so, and nearly each
 * brings a word of its own. Flavours and stages go on through many versions, and are put together from a few words (rc-alpine, rc-slim, slim-alpine).
 */
function endlessChannels(places: Standings["places"]): readonly string[] {
  const groups = new Set(places.flatMap(({ place }) => (place.kind === "ranked" ? [place.group] : [])));
  // Where tags are grouped by channel, there are at least as many groups as channels.
  if (groups.size < MANY_CHANNELS) return [];
  const versions = grouped(
    places.flatMap(({ tag, place }): readonly (readonly [string, string])[] => {
      if (place.kind !== "ranked" || !place.rule.groupBy.includes("channel")) return [];
      const name = readTagName(tag);
      if (name.kind === "label") return [[name.channel, ""]];
      if (name.kind !== "version" || name.channel === RELEASE) return [];
      const { major, minor, patch } = name.version;
      return [[name.channel, `${major}.${minor}.${patch}`]];
    }),
  );
  const ofOneVersion = [...versions].flatMap(([channel, all]) => (new Set(all).size === 1 ? [channel] : []));
  const words = new Set(ofOneVersion.flatMap((channel) => channel.split(/[._-]/)));
  const isMost = versions.size >= MANY_CHANNELS && ofOneVersion.length > versions.size / 2;
  return isMost && words.size >= ofOneVersion.length ? ofOneVersion : [];
}
