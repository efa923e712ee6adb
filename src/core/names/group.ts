import { compareNatural, type Sort } from "./order.js";
import { RELEASE } from "./version.js";
import type { TagName } from "./tag-name.js";

/** Tags that are counted together: the same version, as far as it is looked at, the same channel or suffix, the same word before the version. */
export interface Group {
  /** Such as `3.x`, `3.4.x` or `3.4.1`. */
  readonly version?: string | undefined;
  /** The channel, or the suffix, which is finer. */
  readonly channel?: string | undefined;
}

/** The name of the group of tags that have neither a version nor a channel. */
const OTHERS = "other names";

/**
 * Returns the group of a tag's name. Versions behind different words are never counted together where the order is theirs: nothing says which of api-1.2.0 and
 * web-1.3.0 is newer.
 */
export function groupOf(name: TagName, keys: readonly GroupKey[], sort: Sort = "semver"): Group {
  const version = name.kind === "version" ? versionPart(name.version.numbers, keys) : undefined;
  const isByVersion = sort === "semver" || sort === "prerelease";
  const channel = channelPart(name, keys) ?? (isByVersion ? wordOf(name) : undefined);
  return { version, channel };
}

function channelPart(name: TagName, keys: readonly GroupKey[]): string | undefined {
  if (name.kind === "label") return bySuffix(keys) || keys.includes("channel") ? name.channel : undefined;
  if (name.kind !== "version") return undefined;
  if (!bySuffix(keys)) return keys.includes("channel") ? name.channel : undefined;
  // A version with a hash alone behind it is a build, and no release.
  if (name.suffix === "") return name.channel;
  const word = wordOf(name);
  return word === undefined ? name.suffix : `${word}:${name.suffix}`;
}

function wordOf(name: TagName): string | undefined {
  return name.kind === "version" ? name.word?.toLowerCase() : undefined;
}

function bySuffix(keys: readonly GroupKey[]): boolean {
  return keys.includes("suffix");
}

function versionPart(numbers: readonly string[], keys: readonly GroupKey[]): string | undefined {
  const [major = "0", minor = "0", patch = "0"] = numbers;
  if (keys.includes("patch")) return `${major}.${minor}.${patch}`;
  if (keys.includes("minor")) return `${major}.${minor}.x`;
  return keys.includes("major") ? `${major}.x` : undefined;
}

/** Names a group for people, such as `3.4.x alpha`. Groups of one set of keys that differ have different names. */
export function nameOfGroup({ version, channel }: Group, keys: readonly GroupKey[]): string {
  if (version !== undefined && channel !== undefined) return `${version} ${channel}`;
  return version ?? channel ?? (keys.length === 0 ? EVERYTHING : OTHERS);
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

/**
 * The parts of a name that may be counted apart: `minor` is the same major.minor, `patch` the same major.minor.patch, `channel` the words behind the version, and
 * `suffix` all that stands behind it, numbers too: jdk11 and jdk17.
 */
export type GroupKey = "channel" | "suffix" | "major" | "minor" | "patch";
export const GROUP_KEYS = [
  "channel",
  "suffix",
  "major",
  "minor",
  "patch",
] as const satisfies readonly GroupKey[];

/** The name of the one group where tags are not grouped. */
export const EVERYTHING = "all";
