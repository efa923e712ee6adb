import bytes from "bytes";
import type { ByteCount } from "../core/bytes.js";

/** `1 tag`, `2 tags`, `2 repositories`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`.replace(/ys$/, "ies")}`;
}

/** A digest as people recognise it: the algorithm and twelve digits. */
export function shortDigest(digest: string): string {
  return digest.replace(/^([^:]+:.{12}).*$/, "$1");
}

/** A number of bytes as people read it: `1.2 GB`, units being powers of 1024. */
export function size(number: number): string {
  return bytes(number, { unitSeparator: " ", decimalPlaces: 1 }) ?? `${number} B`;
}

/** Bytes as people read them: `1.2 GB`, or `at least 1.2 GB`. */
export function amount({ bytes: number, isLeast }: ByteCount): string {
  return `${isLeast ? "at least " : ""}${size(number)}`;
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
