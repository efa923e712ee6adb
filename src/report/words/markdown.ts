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

/** A sentence as a title with an icon: titles have no full stop. */
export function title(icon: string, sentence: string): string {
  return `${icon} ${escape(sentence.replace(/\.$/, ""))}`;
}

const MOST_BYTES = 150 * 1024;

/** The text as one of GitHub's alerts, with what is indented in it as code, cut between two lines where it is long; nothing for the empty text. */
export function alert(kind: "CAUTION" | "WARNING", text: string): readonly string[] {
  if (text === "") return [];
  const lines = text.split("\n");
  let bytes = 0;
  const end = lines.findIndex((line) => (bytes += Buffer.byteLength(escape(line)) + 20) > MOST_BYTES);
  const shown = end === -1 ? lines : lines.slice(0, end);
  const left = lines.length - shown.length;
  const more = left > 0 ? [`> … and ${left} more lines; the log has them all.`] : [];
  return [[`> [!${kind}]`, ...quoted(shown), ...more].join("\n")];
}

function quoted(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, index) => {
    const [before, after] = [lines[index - 1], lines[index + 1]];
    if (!isCode(line)) {
      return [`> ${escape(ended(line, after))}${after === undefined || isCode(after) ? "" : "  "}`];
    }
    return [
      ...(before === undefined || !isCode(before) ? ["> <pre>"] : []),
      `> ${escape(line)}`,
      ...(after === undefined || !isCode(after) ? ["> </pre>", ">"] : []),
    ];
  });
}

/** A line with a full stop, if it ends without one and a sentence comes below: an error above its next step. */
function ended(line: string, after: string | undefined): string {
  return /[\w)"]$/.test(line) && after !== undefined && /^[A-Z]/.test(after) ? `${line}.` : line;
}

/** True of a line that is to be copied, or that is laid out. */
function isCode(line: string): boolean {
  return /^(?: {2}|- uses: )/.test(line);
}

/** Lines as a block of code. An empty line would end it. */
export function block(lines: readonly string[]): string {
  return `<pre>\n${lines.map((line) => (line === "" ? " " : escape(line))).join("\n")}\n</pre>`;
}
