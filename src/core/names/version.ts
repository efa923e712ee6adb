// Only this part of semver: the whole takes as long to load as all of the core.
import parse from "semver/functions/parse.js";
import { type Digest, isDigest } from "./reference.js";

/** A semantic version: its three numbers, and its prerelease identifiers (none for a release). */
export interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly prerelease: readonly string[];
}

/** A tag's name, as it was understood. `numbers` are digit strings, in the order in which they stand. */
export type TagName =
  | {
      readonly kind: "version";
      readonly version: Version;
      readonly channel: string;
      readonly numbers: readonly string[];
    }
  | { readonly kind: "label"; readonly channel: string; readonly numbers: readonly string[] }
  | { readonly kind: "referrer"; readonly subject: Digest }
  | { readonly kind: "other" };

// SemVer 2.0 (https://semver.org/#backusnaur-form-grammar-for-valid-semver-versions), widened as tags are written:
// an optional v, leading zeros (2024.01.15), letters straight after the patch (1.2.3rc1), and _ for +.
const IDENTIFIERS = "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*";
const VERSION = new RegExp(
  // Its groups: the three numbers, and the patch of them; the text after a dash; the text straight after the patch, and its head. They have no names,
  // because named groups make each reading slower by half.
  "^[vV]?(\\d+\\.\\d+\\.(\\d+))" +
    `(?:-(${IDENTIFIERS})|(([A-Za-z]+\\d*)(?:[.-]${IDENTIFIERS})?))?` +
    `(?:_${IDENTIFIERS})?$`,
);
const LABEL =
  /^(?<label>[A-Za-z][0-9A-Za-z]*(?:[._-][A-Za-z][0-9A-Za-z]*)*)[._-](?<number>\d+)(?:[._-](?<hash>[0-9a-z]+))?$/;
const REFERRER = /^sha256-(?<hex>[0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/;

/** Reads a tag's name: a version, a label with a number, a referrer of a digest, or `other`, which has no order. */
export function readTagName(tag: string): TagName {
  const subject = subjectOf(tag);
  if (subject !== undefined) return { kind: "referrer", subject };
  return readVersion(tag) ?? readLabel(tag) ?? { kind: "other" };
}

/** Returns the digest that the name of a signature's or attachment's tag refers to; `undefined` for any other tag. */
export function subjectOf(tag: string): Digest | undefined {
  if (!tag.startsWith("sha256-")) return undefined;
  const hex = REFERRER.exec(tag)?.groups?.["hex"];
  const subject = `sha256:${hex ?? ""}`;
  return hex !== undefined && isDigest(subject) ? subject : undefined;
}

/** The channel of a version without a prerelease. */
export const RELEASE = "release";

function readVersion(tag: string): TagName | undefined {
  const [whole, numbers = "", patch = "", dashed, glued, head = ""] = VERSION.exec(tag) ?? [];
  if (whole === undefined) return undefined;
  // 1.2.3abcdef1 may be 1.2.3 with a commit hash behind it, so it is not read as a version at all.
  if (isCommitHash(head) || isCommitHash(patch + head)) return undefined;
  const text = dashed ?? glued;
  const prerelease = text === undefined ? [] : text.split(".");
  // Only the three numbers go through semver. VERSION has checked the rest, whose numbers may have leading zeros, which semver refuses.
  const parsed = parse(trimmed(numbers));
  if (parsed === null) return undefined;
  const version = { major: parsed.major, minor: parsed.minor, patch: parsed.patch, prerelease };
  if (prerelease.length === 0) return { kind: "version", version, channel: RELEASE, numbers: [] };
  return { kind: "version", version, ...readPrerelease(prerelease) };
}

/** Removes leading zeros from numbers, because semver does not take them. */
function trimmed(numbers: string): string {
  return /(?:^|\.)0\d/.test(numbers) ? numbers.replaceAll(/(?<=^|\.)0+(?=\d)/g, "") : numbers;
}

/** Reads prerelease identifiers: the channel (letters alone, case folded, `build` if none are left) and the numbers. */
function readPrerelease(identifiers: readonly string[]): { channel: string; numbers: readonly string[] } {
  const letters: string[] = [];
  const numbers: string[] = [];
  for (const part of partsOf(identifiers)) {
    if (isCommitHash(part)) continue;
    // Most parts are letters alone, or a number.
    if (!/\d/.test(part)) {
      if (part !== "") letters.push(part.toLowerCase());
    } else if (/^\d+$/.test(part)) {
      numbers.push(part);
    } else {
      numbers.push(...(part.match(/\d+/g) ?? []));
      letters.push(part.replaceAll(/\d+/g, "").toLowerCase());
    }
  }
  return { channel: letters.length === 0 ? "build" : letters.join("-"), numbers };
}

function partsOf(identifiers: readonly string[]): readonly string[] {
  // Most identifiers have no dash.
  return identifiers.some((identifier) => identifier.includes("-"))
    ? identifiers.flatMap((identifier) => identifier.split("-"))
    : identifiers;
}

function readLabel(tag: string): TagName | undefined {
  const { label, number, hash } = LABEL.exec(tag)?.groups ?? {};
  if (label === undefined || number === undefined) return undefined;
  if (hash !== undefined && !isCommitHash(hash)) return undefined;
  if (label.split(/[._-]/).some(isCommitHash)) return undefined;
  return { kind: "label", channel: label.toLowerCase(), numbers: [number] };
}

/** True if a text looks like a commit hash: `g` (git describe's) or not, then 7 to 40 hex digits, with a letter and a digit among them. */
function isCommitHash(text: string): boolean {
  return text.length >= 7 && /^g?[0-9a-f]{7,40}$/.test(text) && /[a-z]/.test(text) && /\d/.test(text);
}
