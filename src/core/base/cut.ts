/** The mark of a cut. The redactor looks beside it for what is left of a secret. */
export const CUT = "…";

/** Returns the beginning of a text that is longer than `most` characters, with the mark of the cut. */
export function cutEnd(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}${CUT}` : text;
}

/** Returns the end of a text that is longer than `most` characters, with the mark of the cut. */
export function cutBeginning(text: string, most: number): string {
  return text.length > most ? `${CUT}${text.slice(-most)}` : text;
}
