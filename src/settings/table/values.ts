import bytes from "bytes";
import parseTime from "parse-duration";
import { WrongValueError } from "../../core/base/errors.js";
import { GROUP_KEYS, type GroupKey } from "../../core/names/group.js";

const UNITS = "s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?";

/** The written form of a size and of a time, as regular expressions. */
export const SIZE = String.raw`^\d+(?:\.\d+)? ?(?:[KMGTPkmgtp][Ii]?)?[Bb]$`;
export const DURATION = durationOf(UNITS);

function durationOf(units: string): string {
  return String.raw`^(?:\d+(?:\.\d+)? ?(?:${units})(?:,? (?:and )?|$|(?=\d)))+$`;
}

/** Reads a number of bytes with its unit, units being powers of 1024 (`GB` and `GiB` alike). @throws {PruneError} where it is none */
export function parseSize(text: string): number {
  // The library reads "1GiB" as one byte.
  const size = new RegExp(SIZE).test(text) ? bytes.parse(text.replace(/ib$/i, "B")) : null;
  if (size !== null) return size;
  throw wrong(text, "is not a size; write a number and its unit, such as 500MB or 1GB");
}

/**
 * Reads a time with its unit, in milliseconds: `36h`, `7d`, `2 weeks`, `1 year 6 months` (a month is 30.4 days, a year 365.25).
 * @param minutes `m` where a bare `m` means minutes, for nobody would mean months by it there; else it is an error
 * @throws {PruneError} where it is none, or could be two things
 */
export function parseDuration(text: string, minutes: "m" | "min" = "min"): number {
  if (minutes === "min" && /\d ?m\b/.test(text)) {
    throw wrong(text, "could be minutes or months; write min or months");
  }
  // The library takes a bare number for milliseconds.
  const isWritten = new RegExp(minutes === "m" ? durationOf(`m|${UNITS}`) : DURATION).test(text);
  const duration = isWritten ? parseTime(text.replace(/,|\band\b/g, " ")) : null;
  if (duration !== null && duration > 0 && Number.isFinite(duration)) return duration;
  throw wrong(text, `is not a time; write a number and its unit, such as 30${minutes}, 24h or 7d`);
}

/** Reads the keys of groups, which are counted apart: any of `channel`, `major`, `minor`, `patch`, or `none` alone, which is none of them. @throws {PruneError} with what is wrong */
export function parseGroupBy(words: readonly string[]): readonly GroupKey[] {
  const keys = words.filter((word) => word !== "none");
  const unknown = keys.find((word) => !GROUP_KEYS.some((key) => key === word));
  if (unknown !== undefined) {
    throw wrong(unknown, "is not channel, suffix, major, minor, patch or none");
  }
  if (keys.length > 0 && keys.length < words.length) {
    throw wrong(words.join(", "), "has none and something else; write none alone, or leave it out");
  }
  return GROUP_KEYS.filter((key) => keys.includes(key));
}

/** Returns the keys of groups for an order, where the user names none: the design's table of orders. */
export function defaultGroupBy(sort: "semver" | "prerelease" | "natural" | "created"): readonly GroupKey[] {
  return sort === "semver" || sort === "prerelease" ? ["channel"] : [];
}

function wrong(text: string, why: string): WrongValueError {
  return new WrongValueError(`"${text}" ${why}`, "Correct it.", { plain: `it ${why}` });
}
