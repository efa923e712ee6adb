/** The text as a Markdown quotation, line by line. */
export function quote(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${escape(line)}`)
    .join("  \n");
}

/** The text as inline code. In HTML, because a pipe ends a table's cell even between backticks. */
export function code(text: string): string {
  return `<code>${escape(text)}</code>`;
}

/** The text with its special characters and line breaks as character references, so that it is shown as it is. An address becomes no link. */
export function escape(text: string): string {
  return text.replace(
    /[&<>"'|*_`~[\]\\#@$!\r\n]|:(?=\/\/)|(?<=\bwww)\./gi,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
