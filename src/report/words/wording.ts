import bytes from "bytes";
import type { ByteCount } from "../../core/image/bytes.js";
import { EVERYTHING } from "../../core/names/group.js";

/** A digest as people recognise it: the algorithm and twelve digits. */
export function shortDigest(digest: string): string {
  return digest.replace(/^([^:]+:.{12}).*$/, "$1");
}

/** A number of bytes as people read it: `1.2 GB`, units being powers of 1024. */
export function size(number: number, decimalPlaces = 1): string {
  return bytes(number, { unitSeparator: " ", decimalPlaces }) ?? `${number} B`;
}

/** Bytes as people read them: `1.2 GB`, or `at least 1.2 GB`. */
export function amount({ bytes: number, isLeast }: ByteCount, decimalPlaces = 1): string {
  return `${isLeast ? "at least " : ""}${size(number, decimalPlaces)}`;
}

/** What follows a number of tags that go: `: 1.2 GB that nothing kept refers to`. Empty where that is nothing. */
export function unreferred(reclaimable: ByteCount): string {
  return reclaimable.bytes === 0 ? "" : `: ${amount(reclaimable)} that nothing kept refers to`;
}

/** The command that puts something back from a journal, for a shell. */
export function restoreCommand(journal: string, what: string): string {
  return `prune-image-tags restore ${shellWord(journal)} ${what}`;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** Where something is counted: ` in alpha`, and of a policy file ` in alpha of rule alphas`. Empty where all is counted together. */
export function describeGroup({ group, rule }: { readonly group: string; readonly rule?: string }): string {
  const where = group === EVERYTHING ? "" : ` in ${group}`;
  return rule === undefined ? where : `${where} of rule ${rule}`;
}
