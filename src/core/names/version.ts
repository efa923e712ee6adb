import parse from "semver/functions/parse.js";
import { FINAL } from "./name-words.js";
import { type Digest, isDigest } from "./reference.js";
import {
  type HashPlace,
  isCommitHash,
  isNumber,
  mayBeHash,
  piecesOf,
  type NameToken,
  tokensOf,
} from "./tokens.js";
import { OTHER, type NameReading, type TagName, type Version } from "./tag-name.js";
import { readLabel } from "./label.js";

// SemVer 2.0 (https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions), widened as tags are written: an optional v, leading zeros (2024.01.15),
// four numbers or more, letters straight behind the numbers (1.2.3rc1) or behind a dot (3.8.1.Final), and _ for +. Not by names: those make each reading slower by half.
const VERSION = /^[vV]?(\d+(?:\.\d+){2,})((?:[._-]|(?=[A-Za-z]))[0-9A-Za-z._-]*)?$/;
// Only single dots and underscores separate; SemVer has dashes in identifiers.
const MALFORMED = /[._][._]|-_|[._]$/;
const BEHIND_A_WORD = /^([A-Za-z][0-9A-Za-z]*(?:[._-][0-9A-Za-z]+)*?)[._-]([vV]?\d+\.\d+\.\d+(?![0-9]).*)$/;
/** An underscore that is a part of an architecture's name. */
const IN_ARCHITECTURE = /(?<=x86)_(?=64)|(?<=arm(?:32|64)?|amd64|x86[_-]64)_(?=v\d)/gi;
const REFERRER = /^sha256-(?<hex>[0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/;

/** The channel of a version that has nothing behind its numbers. */
export const RELEASE = "release";

/** Reads a tag's name by itself: a version, a label with a number, a referrer of a digest, or nothing that can be ordered. */
export function readTagName(tag: string): TagName {
  return read(tag).name;
}

/**
 * Returns a reader of these names that knows their neighbours: digits alone, or letters alone, are a commit hash where others of the channel have a hash of the
 * same length in that place.
 */
export function nameReader(tags: readonly string[]): (tag: string) => TagName {
  const known = new Set<string>();
  for (const tag of tags) {
    if (!/[0-9a-f]{7}/i.test(tag)) continue;
    const reading = read(tag);
    for (const hash of reading.hashes) known.add(keyOf(reading, hash));
  }
  return known.size === 0 ? readTagName : (tag) => withHiddenHashes(tag, known) ?? readTagName(tag);
}

function keyOf({ name, channel = "" }: NameReading, { place, length }: HashPlace): string {
  return `${name.kind} ${channel} ${place} ${length}`;
}

/** Reads a name in which there are hashes that do not look like one; `undefined` if there is none. */
function withHiddenHashes(tag: string, known: ReadonlySet<string>): TagName | undefined {
  const pieces = piecesOf(tag);
  if (!pieces.some(mayBeHash)) return undefined;
  let found: NameReading | undefined;
  let hidden: ReadonlySet<number> = new Set();
  for (let index = 0; index <= pieces.length; index += 1) {
    const tried = new Set([...hidden, index]);
    const reading = read(tag, tried);
    const hash = reading.hashes.find(({ place }) => place === index);
    if (hash === undefined || !known.has(keyOf(reading, hash))) continue;
    [found, hidden] = [reading, tried];
  }
  return found?.name;
}

/** @param hidden the places of pieces that are a hash, although they do not look like one */
function read(tag: string, hidden?: ReadonlySet<number>): NameReading {
  const subject = subjectOf(tag);
  if (subject !== undefined) return { name: { kind: "referrer", subject }, hashes: [] };
  return readVersion(tag, { hidden }) ?? readBehindWord(tag, hidden) ?? readLabel(tag, hidden) ?? OTHER;
}

/** The digest that a signature's or attachment's tag names as its subject; `undefined` for any other tag. */
export function subjectOf(tag: string): Digest | undefined {
  if (!tag.startsWith("sha256-")) return undefined;
  const hex = REFERRER.exec(tag)?.groups?.["hex"];
  const subject = `sha256:${hex ?? ""}`;
  return hex !== undefined && isDigest(subject) ? subject : undefined;
}

/** True for a version that is on the way to another: it has something behind its numbers that does not say that it is final. */
export function isPrerelease({ prerelease }: Version): boolean {
  return prerelease.length > 0 && !FINAL.has(prerelease[0] ?? "");
}

/** True for a name of which earlier versions of this program made nothing: four numbers or more, or a word behind a dot. */
export function isNewlyRead(tag: string): boolean {
  return /^[vV]?\d+\.\d+\.\d+\./.test(tag);
}

interface VersionContext {
  readonly hidden?: ReadonlySet<number> | undefined;
  readonly word?: string;
}

function readVersion(text: string, { hidden, word }: VersionContext): NameReading | undefined {
  const [whole, digits = "", behind = ""] = VERSION.exec(text) ?? [];
  if (whole === undefined || isMalformed(behind)) return undefined;
  const split = withoutGluedHash(digits.split("."), behind);
  if (split === undefined) return undefined;
  const first = (word === undefined ? 0 : piecesOf(word).length) + split.numbers.length;
  const version = readBehind(split.behind, { first, hidden });
  const { prerelease, build, isDescribed } = version;
  const channel = `${word === undefined ? "" : `${word.toLowerCase()}:`}${version.channel}`;
  return {
    channel,
    name: {
      kind: "version",
      version: {
        numbers: canonical(split.numbers),
        prerelease,
        build,
        isAhead: isDescribed && isNumber(prerelease[0] ?? ""),
        isLettered: /^[A-Za-z](?![0-9A-Za-z])/.test(split.behind),
      },
      ...(word === undefined ? {} : { word }),
      channel,
      suffix: version.suffix,
      numbers: [...prerelease, ...build].filter(isNumber),
    },
    hashes: version.hashes,
  };
}

function isMalformed(behind: string): boolean {
  return MALFORMED.test(behind) || (behind !== "" && !/[0-9A-Za-z]/.test(behind));
}

/** 1.2.3abcdef1 may be 1.2.3 with a commit hash behind it, so it is no version at all; 1.2.3.9f3c2e1 is 1.2.3 and a hash. */
function withoutGluedHash(
  numbers: readonly string[],
  behind: string,
): { readonly numbers: readonly string[]; readonly behind: string } | undefined {
  const head = /^[0-9A-Za-z]+/.exec(behind)?.[0] ?? "";
  const last = numbers.at(-1) ?? "";
  if (head === "" || !(isCommitHash(head) || isCommitHash(last + head))) return { numbers, behind };
  return numbers.length > 3 ? { numbers: numbers.slice(0, -1), behind: `.${last}${behind}` } : undefined;
}

interface Behind {
  readonly prerelease: readonly NameToken[];
  readonly build: readonly NameToken[];
  readonly channel: string;
  readonly suffix: string;
  readonly isDescribed: boolean;
  readonly hashes: readonly HashPlace[];
}

const BARE: Behind = {
  prerelease: [],
  build: [],
  channel: RELEASE,
  suffix: "",
  isDescribed: false,
  hashes: [],
};

/** Reads what stands behind a version's numbers. */
function readBehind(
  behind: string,
  { first, hidden }: { readonly first: number; readonly hidden: ReadonlySet<number> | undefined },
): Behind {
  if (behind === "") return BARE;
  const at = behind.includes("_") ? behind.replaceAll(IN_ARCHITECTURE, "-").indexOf("_") : -1;
  const [dashed, plus] = at < 0 ? [behind, ""] : [behind.slice(0, at), behind.slice(at)];
  const prerelease = tokensOf(dashed, first, hidden);
  const build = tokensOf(plus, first + piecesOf(dashed).length, hidden);
  const words = [...prerelease.words, ...build.words];
  // What counts builds or commits alone is apart from what it counts them of.
  const isBuild = words.length === 0 || prerelease.isDescribed || (plus !== "" && build.words.length === 0);
  const channel = [...words, ...(isBuild ? ["build"] : [])].join("-");
  return {
    prerelease: prerelease.tokens,
    build: build.tokens,
    // The word as it is written, apart from releases that don't say that they are some.
    channel: channel === RELEASE ? `-${RELEASE}` : channel,
    suffix: [prerelease.rest, build.rest].filter((rest) => rest !== "").join("_"),
    isDescribed: prerelease.isDescribed,
    hashes: [...prerelease.hashes, ...build.hashes],
  };
}

/** Numbers without zeros in front. SemVer's own reader has no place for more than three, nor for those above 2^53. */
function canonical(numbers: readonly string[]): readonly string[] {
  const parsed = numbers.length === 3 ? parse(numbers.join(".")) : null;
  if (parsed !== null) return [parsed.major, parsed.minor, parsed.patch].map(String);
  return numbers.map((digits) => digits.replace(/^0+(?=\d)/, ""));
}

function readBehindWord(tag: string, hidden: ReadonlySet<number> | undefined): NameReading | undefined {
  const [, word, text] = BEHIND_A_WORD.exec(tag) ?? [];
  if (word === undefined || text === undefined || piecesOf(word).some(isCommitHash)) return undefined;
  return readVersion(text, { hidden, word });
}
