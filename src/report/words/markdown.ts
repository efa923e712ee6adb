/** A text as a quotation, line by line. */
export function quote(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${escape(line)}`)
    .join("  \n");
}

/** Backticks would not do: a pipe ends a table's cell even within them. */
export function code(text: string): string {
  return `<code>${escape(text)}</code>`;
}

/** As character references, so that neither HTML nor Markdown in it is understood, and no line ends. */
export function escape(text: string): string {
  return text.replace(/[&<>"'|*_`~[\]\\#@$!\r\n]/g, (character) => `&#${character.charCodeAt(0)};`);
}
