import { compareNatural } from "./order.js";
import { RELEASE, type TagName } from "./version.js";

/** What is counted together: the same version, as far as it is looked at, and the same channel. Both absent: names that have neither. */
export interface Group {
  /** Such as `3.x`, `3.4.x` or `3.4.1`. */
  readonly version?: string;
  readonly channel?: string;
}

/** The group of names that have nothing by which they could be told apart. */
const OTHERS = "other names";

/** The group of a tag's name. */
export function groupOf(name: TagName, keys: readonly GroupKey[]): Group {
  const version = name.kind === "version" ? versionPart(name.version, keys) : undefined;
  const hasChannel = keys.includes("channel") && (name.kind === "version" || name.kind === "label");
  return {
    ...(version === undefined ? {} : { version }),
    ...(hasChannel ? { channel: name.channel } : {}),
  };
}

function versionPart(
  { major, minor, patch }: { readonly major: number; readonly minor: number; readonly patch: number },
  keys: readonly GroupKey[],
): string | undefined {
  if (keys.includes("patch")) return `${major}.${minor}.${patch}`;
  if (keys.includes("minor")) return `${major}.${minor}.x`;
  return keys.includes("major") ? `${major}.x` : undefined;
}

/** A group as people are told of it, such as `3.4.x alpha`. Groups of one set of keys that differ have different names. */
export function nameOfGroup({ version, channel }: Group, keys: readonly GroupKey[]): string {
  if (keys.length === 0) return EVERYTHING;
  const parts = [version, channel].filter((part) => part !== undefined);
  return parts.length === 0 ? OTHERS : parts.join(" ");
}

/** Total order of groups: the newer version first, then releases, then channels by name; what has neither is last. */
export function compareGroups(a: Group, b: Group): number {
  return compareVersions(a.version, b.version) || compareChannels(a.channel, b.channel);
}

function compareVersions(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareNatural(b, a);
}

function compareChannels(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  if (a === RELEASE || b === RELEASE) return a === RELEASE ? -1 : 1;
  return a < b ? -1 : 1;
}

/** What may be counted apart: `minor` is the same major.minor, `patch` the same major.minor.patch. */
export type GroupKey = "channel" | "major" | "minor" | "patch";
export const GROUP_KEYS = ["channel", "major", "minor", "patch"] as const satisfies readonly GroupKey[];

/** What the one group is called where nothing is counted apart. */
export const EVERYTHING = "all";
