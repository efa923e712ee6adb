import { ROW } from "./color.js";

const NARROWEST = 40;
const HANGING = 10;

/**
 * Returns the lines of a text of the log on a terminal. A row that is too wide goes on below its name, and a sentence below itself. What may be copied stays as it is: a command, and
 * an indented line behind a sentence.
 */
export function fitted(text: string, width: number): readonly string[] {
  const [first = "", ...below] = text.split("\n");
  if (width < NARROWEST) return [first, ...below];
  return [
    ...fittedLine(first, width),
    ...below.flatMap((line) => (/^\S/.test(line) ? fittedLine(line, width) : [line])),
  ];
}

function fittedLine(line: string, width: number): readonly string[] {
  if (line.length <= width || COPIED.test(line)) return [line];
  return wrapped(line, width, ROW.test(line) ? HANGING : indentOf(line) + 2);
}

/** A command that restores, a line of a script's output, of a journal, or of a workflow. */
const COPIED = / restore \S+ (?:--|\S+$)|^ *\| |^\{|^- /;

/**
 * Returns the lines of an answer on a terminal. A finding goes on below its first word, its next step in the same column, and a sentence below its own; what is indented further
 * than a next step is to be copied, and stays as it is.
 */
export function fittedAnswer(text: string, width: number): readonly string[] {
  if (width < NARROWEST) return text.split("\n");
  let column = 0;
  return text.split("\n").flatMap((line) => {
    const finding = FINDING.exec(line)?.[0].length;
    if (finding !== undefined) column = finding;
    if (line.length <= width) return [line];
    if (finding !== undefined || (column > 0 && indentOf(line) === column)) {
      return wrapped(line, width, Math.min(column, width - NARROWEST / 2));
    }
    if (SENTENCE.test(line)) return wrapped(line, width, SENTENCE_INDENT);
    return ROW.test(line) ? wrapped(line, width, HANGING) : [line];
  });
}

const FINDING = /^(?:ok|warning|problem|unknown) {2,}\S+ {2,}(?=\S)/;
const SENTENCE = /^(?: {2}[A-Z]|Warning: )/;
const SENTENCE_INDENT = 4;

function indentOf(line: string): number {
  return line.search(/\S/);
}

/** A word that is wider than the terminal, such as a name, stays whole, so that it can be copied. */
function wrapped(line: string, width: number, hanging: number): readonly string[] {
  const indent = " ".repeat(hanging);
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const least = lines.length === 0 ? Math.max(indentOf(rest), 0) + 2 + hanging : hanging + 1;
    const at = rest.lastIndexOf(" ", width);
    const cut = at > least ? at : rest.indexOf(" ", Math.max(width, least));
    if (cut === -1) break;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = indent + rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}
