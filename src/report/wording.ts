/** `1 tag`, `2 tags`, `2 repositories`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`.replace(/ys$/, "ies")}`;
}

/** A digest as people recognise it: the algorithm and twelve digits. */
export function shortDigest(digest: string): string {
  return digest.replace(/^([^:]+:.{12}).*$/, "$1");
}
