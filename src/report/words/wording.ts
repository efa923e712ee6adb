import bytes from "bytes";
import type { ByteCount } from "../../core/image/bytes.js";
import { EVERYTHING } from "../../core/names/group.js";

/** A short digest: the algorithm and the first twelve digits. */
export function shortDigest(digest: string): string {
  return digest.replace(/^([^:]+:.{12}).*$/, "$1");
}

/** A number of bytes for people: `1.2 GB`. Units are powers of 1024. */
export function size(number: number, decimalPlaces = 1): string {
  return bytes(number, { unitSeparator: " ", decimalPlaces }) ?? `${number} B`;
}

/** A byte count for people: `1.2 GB`, or `at least 1.2 GB`. */
export function amount({ bytes: number, isLeast }: ByteCount, decimalPlaces = 1): string {
  return `${isLeast ? "at least " : ""}${size(number, decimalPlaces)}`;
}

/** A suffix with the reclaimable bytes, `: 1.2 GB that no kept image needs`; empty for none. */
export function reclaimableSuffix(reclaimable: ByteCount): string {
  return reclaimable.bytes === 0 ? "" : `: ${amount(reclaimable)} that no kept image needs`;
}

/** The group and rule of a rank as a suffix: ` in alpha`, or ` in alpha of rule alphas`. Empty if all images are counted together. */
export function describeGroup({ group, rule }: { readonly group: string; readonly rule?: string }): string {
  const where = group === EVERYTHING ? "" : ` in ${group}`;
  return rule === undefined ? where : `${where} of rule ${rule}`;
}
