import headless from "@xterm/headless";

/** A cell of a terminal is this wide and high, in a font of 14 pixels, whichever font that is: each piece of text is stretched to its cells. */
const [WIDE, HIGH] = [8.4, 18];
const MARGIN = 14;

/** The colours of GitHub's code, for both schemes. The numbers are those of the terminal's palette. */
const STYLE = `
svg { --back: #f6f8fa; --text: #1f2328; --faint: #59636e; --c1: #cf222e; --c2: #116329; --c3: #7d4e00; --c6: #1b7c83 }
@media (prefers-color-scheme: dark) { svg { --back: #151b23; --text: #f0f6fc; --faint: #9198a1; --c1: #ff7b72; --c2: #3fb950; --c3: #d29922; --c6: #39c5cf } }
rect { fill: var(--back) } text { fill: var(--text); font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; white-space: pre }
.b { font-weight: 700 } .f { fill: var(--faint) } .c1 { fill: var(--c1) } .c2 { fill: var(--c2) } .c3 { fill: var(--c3) } .c6 { fill: var(--c6) }`;

/** A piece of a row in one style, which is a list of classes. @typedef {{ column: number, text: string, style: string }} Piece */

/**
 * A picture (SVG) of what a terminal shows after it was sent this: colours, and what a moved cursor has written over, as a terminal has them. Its colours follow the
 * reader's scheme.
 * @param {string} sent
 * @param {number} columns
 */
export async function pictureOf(sent, columns) {
  const rows = await rowsOf(sent, columns);
  const width = Math.ceil(columns * WIDE + 2 * MARGIN);
  const lines = rows.flatMap((pieces, row) => {
    const y = MARGIN + row * HIGH + 13;
    return pieces.map(({ column, text, style }) => {
      const place = `x="${round(MARGIN + column * WIDE)}" y="${y}" textLength="${round(text.length * WIDE)}"`;
      return `<text ${place}${style === "" ? "" : ` class="${style}"`}>${escape(text)}</text>`;
    });
  });
  const height = rows.length * HIGH + 2 * MARGIN;
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return `${head}\n<style>${STYLE}\n</style>\n<rect width="100%" height="100%" rx="6"/>\n${lines.join("\n")}\n</svg>\n`;
}

/**
 * The rows that a terminal shows, without the empty ones at its end.
 * @param {string} sent
 * @param {number} columns
 */
async function rowsOf(sent, columns) {
  const terminal = new headless.Terminal({ cols: columns, rows: 200, allowProposedApi: true });
  await new Promise((resolve) => terminal.write(sent, () => resolve(undefined)));
  const { active } = terminal.buffer;
  const rows = Array.from({ length: active.length }, (_, row) => piecesOf(active.getLine(row), columns));
  terminal.dispose();
  return rows.slice(0, rows.findLastIndex((pieces) => pieces.length > 0) + 1);
}

/**
 * @param {import("@xterm/headless").IBufferLine | undefined} line
 * @param {number} columns
 * @returns {Piece[]}
 */
function piecesOf(line, columns) {
  /** @type {Piece[]} */
  const pieces = [];
  for (let column = 0; column < columns; column += 1) {
    const cell = line?.getCell(column);
    if (cell === undefined) continue;
    const [text, style, last] = [cell.getChars() || " ", styleOf(cell), pieces.at(-1)];
    if (last?.style === style) last.text += text;
    else pieces.push({ column, text, style });
  }
  return pieces.map(trimmed).filter(({ text }) => text !== "");
}

/**
 * A piece without the spaces around it, which nobody sees.
 * @param {Piece} piece
 */
function trimmed({ column, text, style }) {
  const start = text.length - text.trimStart().length;
  return { column: column + start, text: text.trim(), style };
}

/** @param {import("@xterm/headless").IBufferCell} cell */
function styleOf(cell) {
  const classes = [
    ...(cell.isBold() ? ["b"] : []),
    ...(cell.isDim() ? ["f"] : []),
    ...(cell.isFgPalette() ? [`c${cell.getFgColor()}`] : []),
  ];
  return classes.join(" ");
}

/** @param {number} number */
function round(number) {
  return Number(number.toFixed(1));
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
