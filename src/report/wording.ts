import bytes from "bytes";

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
