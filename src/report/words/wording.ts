import bytes from "bytes";
import type { ByteCount } from "../../core/image/bytes.js";
import { EVERYTHING } from "../../core/names/group.js";

/** A number with its noun: `1 tag`, `2 tags`, `2 repositories`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`.replace(/([^aeo])ys$/, "$1ies")}`;
}

/** A short digest: the algorithm and the first twelve digits. */
export function shortDigest(digest: string): string {
  return digest.replace(/^([^:]+:.{12}).*$/, "$1");
}

/** A number of bytes for people: `1.2 GB`. Units are powers of 1024. */
export function size(number: number, decimalPlaces = 1): string {
  return bytes(number, { unitSeparator: " ", decimalPlaces }) ?? `${number} B`;
}

const SPANS = [
  [7 * 24 * 3600 * 1000, "week"],
  [24 * 3600 * 1000, "day"],
  [3600 * 1000, "hour"],
  [60 * 1000, "minute"],
] as const;

/** A time in milliseconds for people, in the greatest unit that divides it without a rest: `2 weeks`, `36 hours`. */
export function span(milliseconds: number): string {
  const [unit, noun] = SPANS.find(([length]) => milliseconds % length === 0) ?? [1000, "second"];
  return count(Math.round((milliseconds / unit) * 10) / 10, noun);
}

/** A byte count for people: `1.2 GB`, or `at least 1.2 GB`. */
export function amount({ bytes: number, isLeast }: ByteCount, decimalPlaces = 1): string {
  return `${isLeast ? "at least " : ""}${size(number, decimalPlaces)}`;
}

/** A suffix with the reclaimable bytes, `: 1.2 GB that no kept image needs`; empty for none. */
export function reclaimableSuffix(reclaimable: ByteCount): string {
  return reclaimable.bytes === 0 ? "" : `: ${amount(reclaimable)} that no kept image needs`;
}

/** The shell command that restores a tag or digest from a journal. */
export function restoreCommand(journal: string, what: string): string {
  return `prune-image-tags restore ${shellWord(journal)} ${what}`;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** The group and rule of a rank as a suffix: ` in alpha`, or ` in alpha of rule alphas`. Empty if all images are counted together. */
export function describeGroup({ group, rule }: { readonly group: string; readonly rule?: string }): string {
  const where = group === EVERYTHING ? "" : ` in ${group}`;
  return rule === undefined ? where : `${where} of rule ${rule}`;
}
