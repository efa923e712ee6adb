import { compareNatural } from "./order.js";
import { RELEASE, type TagName } from "./version.js";

/**
 * A group of tags that are counted together: they share the version, up to the part that is grouped by, and the channel. Names that have neither
 * version nor channel have both absent.
 */
export interface Group {
  /** Such as `3.x`, `3.4.x` or `3.4.1`. */
  readonly version?: string;
  readonly channel?: string;
}

/** The name of the group of tags that have neither a version nor a channel. */
const OTHERS = "other names";

/** Returns the group that a tag's name belongs to. */
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

/** Returns a group's name for people, such as `3.4.x alpha`. With the same keys, groups that differ have different names. */
export function nameOfGroup({ version, channel }: Group, keys: readonly GroupKey[]): string {
  if (keys.length === 0) return EVERYTHING;
  const parts = [version, channel].filter((part) => part !== undefined);
  return parts.length === 0 ? OTHERS : parts.join(" ");
}

/** Compares groups for a total order: the newer version first, then releases, then channels by name; a group without either is last. */
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

/** A part of tags' names that groups are made by: `minor` is the same major.minor, `patch` the same major.minor.patch. */
export type GroupKey = "channel" | "major" | "minor" | "patch";
export const GROUP_KEYS = ["channel", "major", "minor", "patch"] as const satisfies readonly GroupKey[];

/** The name of the one group where tags are not grouped. */
export const EVERYTHING = "all";
