/** The answers to the question for colour; the first is the default. */
export const COLORS = ["auto", "always", "never"] as const;

/** One answer to the question for colour. */
export type Color = (typeof COLORS)[number];

/**
 * True if a stream's text is to have colour. What the command line says comes before the environment: `NO_COLOR` (https://no-color.org), then `FORCE_COLOR` and
 * `CLICOLOR_FORCE`, then `CLICOLOR`, then the stream itself.
 */
export function hasColor(
  color: Color,
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (color !== "auto") return color === "always";
  const { NO_COLOR = "", FORCE_COLOR = "", CLICOLOR_FORCE = "", CLICOLOR, TERM } = environment;
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return !["0", "false"].includes(FORCE_COLOR);
  if (!["", "0"].includes(CLICOLOR_FORCE)) return true;
  return isTerminal && CLICOLOR !== "0" && TERM !== "dumb";
}

const [RED, GREEN, YELLOW, BOLD, FAINT] = ["31", "32", "33", "1", "2"] as const;
const VERDICTS: Readonly<Record<string, string>> = {
  delete: RED,
  untag: YELLOW,
  skip: FAINT,
  keep: GREEN,
};

const VERDICT = /^(\s*)(delete|untag|skip|keep)(\s+)(\S+)(.*)$/s;
const TITLE = /^\S+: .* to (?:delete|keep)\b/;

/** Returns a line with colour: the verdict by its kind, the reason faint, titles bold. The line has no secret and no escape sequence in it. */
export function paint(line: string): string {
  const [, before = "", verdict = "", gap = "", name = "", rest = ""] = VERDICT.exec(line) ?? [];
  const color = VERDICTS[verdict];
  if (color !== undefined) {
    return `${before}${inColor(color, `${verdict}${gap}${name}`)}${inColor(FAINT, rest)}`;
  }
  if (line.startsWith("Warning: ")) return inColor(YELLOW, "Warning:") + line.slice("Warning:".length);
  if (TITLE.test(line)) return inColor(BOLD, line);
  return /^\s*… and /.test(line) ? inColor(FAINT, line) : line;
}

/** Returns the first line of a failure in red. */
export function paintFailure(text: string): string {
  const [first = "", ...others] = text.split("\n");
  return [inColor(RED, first), ...others].join("\n");
}

/** Returns a line in faint colour, such as the second one of a reason. */
export function faint(line: string): string {
  return inColor(FAINT, line);
}

function inColor(code: string, text: string): string {
  return text === "" ? "" : `\u001B[${code}m${text}\u001B[0m`;
}

const NARROWEST = 40;

/** Returns the lines of a verdict that is wider than the terminal: its reason goes on below, behind the verdict's column. Every other line is returned as it is. */
export function fitted(line: string, width: number): readonly string[] {
  if (width < NARROWEST || line.length <= width || !VERDICT.test(line)) return [line];
  const indent = " ".repeat(10);
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const least = lines.length === 0 ? 2 + indent.length : indent.length + 1;
    const at = rest.lastIndexOf(" ", width);
    // A name that is wider than the terminal stays whole, so that it can be copied.
    const cut = at > least ? at : rest.indexOf(" ", width);
    if (cut === -1) break;
    lines.push(rest.slice(0, cut).trimEnd());
    rest = indent + rest.slice(cut).trimStart();
  }
  return [...lines, rest];
}
