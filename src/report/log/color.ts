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

/** The words that a row of a result begins with: of a plan, a restore, a sweep and a check. */
const WORDS: Readonly<Record<string, string>> = {
  delete: RED,
  untag: YELLOW,
  skip: FAINT,
  keep: GREEN,
  restored: GREEN,
  restore: GREEN,
  there: FAINT,
  moved: YELLOW,
  lost: RED,
  failed: RED,
  removed: RED,
  remove: RED,
  left: FAINT,
  ok: GREEN,
  warning: YELLOW,
  problem: RED,
  unknown: FAINT,
};

/** The words whose rows are of a check: what stands behind its name is all that there is to read. */
const FINDINGS: ReadonlySet<string> = new Set(["ok", "warning", "problem", "unknown"]);

/** A row of a result: its margin, its word, a gap, the name that it is about, and the rest. */
export const ROW = new RegExp(`^( *)(${Object.keys(WORDS).join("|")})( {2,})(\\S+)(.*)$`, "s");

const TITLE = /^\S+: .* to (?:delete|keep)\b/;
const EXPLAINED = /^(\S+) (goes|stays|is not there)([.,: ].*)$/s;
const READY = /^(\S+: |)(ready|not ready)([.,:].*)$/s;

/** Returns a line with colour: the verdict by its kind, the reason faint, titles bold. The line has no secret and no escape sequence in it. */
export function paint(line: string): string {
  const [, before = "", word = "", gap = "", name = "", rest = ""] = ROW.exec(line) ?? [];
  const color = WORDS[word];
  if (color !== undefined) {
    const shown = FINDINGS.has(word) ? rest : inColor(FAINT, rest);
    return `${before}${inColor(color, `${word}${gap}${name}`)}${shown}`;
  }
  if (line.startsWith("Warning: ")) return inColor(YELLOW, "Warning:") + line.slice("Warning:".length);
  if (TITLE.test(line)) return inColor(BOLD, line);
  return /^\s*… and /.test(line) ? inColor(FAINT, line) : line;
}

/** Returns a line of an answer with colour: as a line of the log, and verdicts by what they say. */
export function paintAnswer(line: string): string {
  const [, tag = "", verdict = "", rest = ""] = EXPLAINED.exec(line) ?? [];
  return verdict === ""
    ? paintReadiness(line)
    : `${inColor(BOLD, tag)} ${inColor(VERDICTS[verdict] ?? "", verdict)}${rest}`;
}

function paintReadiness(line: string): string {
  const [, place = "", ready = "", why = ""] = READY.exec(line) ?? [];
  return ready === ""
    ? paint(line)
    : `${inColor(BOLD, place)}${inColor(ready === "ready" ? GREEN : RED, ready)}${why}`;
}

const VERDICTS: Readonly<Record<string, string>> = { goes: RED, stays: GREEN, "is not there": YELLOW };

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
