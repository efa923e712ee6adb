import { grouped } from "../base/grouped.js";
import { COUNTERS } from "../names/name-words.js";
import type { Tag } from "../names/reference.js";
import type { TagName } from "../names/tag-name.js";
import { isNumber, type NameToken } from "../names/tokens.js";
import { bestRank } from "../policy/keep-rules.js";
import type { Ranked, Standings } from "../policy/ranks.js";
import type { Verdict } from "../policy/verdict.js";

/** A version that takes most places of its group by flavours that differ in a number, so that other versions go. */
export interface CrowdingVersion {
  /** The newest tag of the version. */
  readonly tag: Tag;
  readonly group: string;
  /** The number of places that it takes, of those that there are. */
  readonly takes: number;
  readonly of: number;
  /** The tags of other versions that go. */
  readonly gone: readonly Tag[];
}

interface Member {
  readonly tag: Tag;
  readonly place: Ranked;
  readonly isGone: boolean;
}

/** A member that has something behind its version. */
interface Flavour extends Member {
  readonly version: string;
  readonly channel: string;
  readonly tokens: readonly NameToken[];
}

type ReadName = Standings["readName"];

/** Finds the versions that take most places of a group by flavours that differ in a number (jdk11, jdk17): one of each group at most. */
export function crowdingVersions(
  { places, readName }: Pick<Standings, "places" | "readName">,
  verdicts: readonly Verdict[],
): readonly CrowdingVersion[] {
  const members = places.flatMap(({ tag, place }, index): readonly (readonly [string, Member])[] => {
    if (place.kind !== "ranked" || place.rule.groupBy.includes("suffix")) return [];
    const isGone = verdicts[index]?.reason.kind === "beyond-newest";
    return [[`${place.rule.name ?? ""}\n${place.group}`, { tag, place, isGone }]];
  });
  return [...grouped(members).values()].flatMap((group) => crowdingVersion(group, readName) ?? []);
}

function crowdingVersion(members: readonly Member[], readName: ReadName): CrowdingVersion | undefined {
  if (!members.some(({ isGone }) => isGone)) return undefined;
  // Few names are read where nothing is to be told.
  const kept = members.filter(({ place }) => bestRank(place) <= place.rule.keep);
  const own = mostCommon(flavoursOf(kept, readName));
  const [newest] = own;
  if (newest === undefined) return undefined;
  const { rule, group, of } = newest.place;
  const [takes, there] = [new Set(own.map(({ place }) => place.digest)).size, Math.min(rule.keep, of)];
  if (takes < 2 || takes <= there / 2 || !differInNames(own)) return undefined;
  const all = flavoursOf(members, readName).filter(({ channel }) => channel === newest.channel);
  const others = all.filter(({ version }) => version !== newest.version);
  const gone = others.flatMap(({ tag, isGone }) => (isGone ? [tag] : []));
  const isTold = gone.length > 0 && recurs(own, others) && differInNames(all);
  return isTold ? { tag: newest.tag, group, takes, of: there, gone } : undefined;
}

function flavoursOf(members: readonly Member[], readName: ReadName): readonly Flavour[] {
  return members.flatMap((member) => {
    const name = readName(member.tag);
    return name.kind === "version" && name.suffix !== "" ? [{ ...member, ...readFlavour(name) }] : [];
  });
}

function readFlavour({
  word = "",
  version: { numbers, prerelease, build },
  channel,
}: Extract<TagName, { readonly kind: "version" }>): Pick<Flavour, "version" | "channel" | "tokens"> {
  return { version: `${word} ${numbers.join(".")}`, channel, tokens: [...prerelease, ...build] };
}

/** The flavours of the version and channel that has most of them. */
function mostCommon(flavours: readonly Flavour[]): readonly Flavour[] {
  const versions = grouped(flavours.map((each) => [`${each.version} ${each.channel}`, each]));
  return [...versions.values()].reduce((most, each) => (each.length > most.length ? each : most), []);
}

/** True where another version has one of these flavours too: alpha.41 is of one version alone, jdk17 is not. */
function recurs(own: readonly Flavour[], others: readonly Flavour[]): boolean {
  const names = new Set(own.map(({ tokens }) => tokens.join(".")));
  return others.some(({ tokens }) => names.has(tokens.join(".")));
}

/** True where flavours differ, and each number in which they do is a part of a name, and no count. */
function differInNames(flavours: readonly Flavour[]): boolean {
  const [first = [], ...others] = flavours.map(({ tokens }) => tokens);
  const places = new Set(others.flatMap((tokens) => differences(first, tokens)));
  return (
    places.size > 0 && flavours.every(({ tokens }) => [...places].every((place) => isOfName(tokens, place)))
  );
}

function differences(a: readonly NameToken[], b: readonly NameToken[]): readonly number[] {
  return [...(a.length > b.length ? a : b).keys()].filter((index) => a[index] !== b[index]);
}

/** True for a number that may be a part of a name: it is short, no counter's word (rc, r, build) stands before it, and it is none with which a count begins. */
function isOfName(tokens: readonly NameToken[], place: number): boolean {
  const token = tokens[place];
  if (token === undefined) return true;
  if (!isNumber(token)) return token !== "";
  const at = tokens.slice(0, place).findLastIndex((each) => !isNumber(each));
  const word = tokens[at] ?? tokens.find((each) => !isNumber(each)) ?? "";
  const [first = "", second = ""] = tokens.slice(at + 1);
  // One number alone counts from 0 or 1 on; go1.21 has two.
  const isCount = !isNumber(second) && /^0*[01]$/.test(first);
  return token.length <= LONGEST && word !== "" && !COUNTERS.has(word) && !isCount;
}

// A longer number is a date or a build's; a year is not.
const LONGEST = 4;
