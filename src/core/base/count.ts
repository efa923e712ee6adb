/** Writes a number with its noun: `1 tag`, `2 tags`, `2 repositories`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`.replace(/([^aeo])ys$/, "$1ies")}`;
}
