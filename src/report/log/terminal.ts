import { faint, paint, ROW } from "./color.js";
import { fitted } from "./layout.js";
import type { Log } from "./log.js";

/** A stream that may be a terminal. */
export type MaybeTerminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** True if a moving line can be shown. False for a CI's log, even if it claims to be a terminal. */
export function canAnimate(
  { isTTY }: MaybeTerminal,
  { TERM, CI }: Readonly<Record<string, string | undefined>>,
): boolean {
  const isCi = CI !== undefined && CI !== "" && CI !== "false";
  return isTTY === true && TERM !== "dumb" && !isCi;
}

/** The weight of a line of the log. */
export type Level = "debug" | "info" | "warning" | "error";

/** A stream, and the form in which it shows a line for people. */
export interface ShownOn {
  readonly stream: NodeJS.WritableStream;
  readonly hasColor?: boolean;
  /** The columns of a terminal; 0 where it is none, and lines stay as they are. */
  readonly width?: number;
}

/** The options of a terminal log besides its streams. */
export interface TerminalOptions {
  /** Returns a line as it may be shown. */
  readonly clean: (text: string) => string;
  /** Clears the line of the cursor; called before each line. */
  readonly clear: () => void;
  /** True if the lines about single tags are printed. */
  readonly isVerbose: boolean;
  /** True if warnings alone are printed. */
  readonly isQuiet?: boolean;
  /** Returns a line as a program reads it, with its line break; absent where people read the log. It cleans by itself. */
  readonly asJson?: (level: Level, text: string) => string;
}

/** Creates a log for a terminal, or for a CI other than GitHub. `info` need not be standard output, which may be reserved for a result. */
export function createTerminalLog(
  looks: { readonly info: ShownOn; readonly warnings: ShownOn },
  { clean, clear, isVerbose, isQuiet = false, asJson }: TerminalOptions,
): Log {
  const write = (look: ShownOn, level: Level, line: string): void => {
    clear();
    const text = level === "warning" && asJson === undefined ? `Warning: ${line}` : line;
    look.stream.write(asJson === undefined ? shown(clean(text), look) : asJson(level, text));
  };
  const info = (line: string): void => {
    if (!isQuiet) write(looks.info, "info", line);
  };
  return {
    info,
    warning: (line) => {
      write(looks.warnings, "warning", line);
    },
    group: info,
    columns: asJson === undefined ? (looks.info.width ?? 0) : 0,
    endGroup: () => undefined,
    ...(isVerbose ? { debug: (line: string) => write(looks.info, "debug", line) } : {}),
  };
}

/** A clean text as people see it: colour comes last, for nothing that comes from outside may have any. */
function shown(text: string, { hasColor = false, width = 0 }: ShownOn): string {
  const [first = "", ...below] = fitted(text, width);
  const isRow = ROW.test(first);
  const lines = hasColor
    ? [paint(first), ...below.map((line) => (isRow ? faint(line) : line))]
    : [first, ...below];
  return `${lines.join("\n")}\n`;
}

/** A line of the log as JSON, with its line break. */
export function jsonLine(level: Level, text: string, at: Date): string {
  return `${JSON.stringify({ time: at.toISOString(), level, message: text.trim() })}\n`;
}

/** An answer to a question; `interrupted` by Ctrl-C, `ended` where the input ends or the terminal is gone. */
export type Answer = "yes" | "no" | "interrupted" | "ended";

/** Asks a question, and returns the answer: `y` and `yes` are a yes, all else that is typed is a no. */
export async function askYesNo(
  question: string,
  { input, output }: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Promise<Answer> {
  // Loaded lazily, because only runs on a terminal ask.
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input, output });
  try {
    const ended = new Promise<Answer>((resolve) => {
      terminal.once("SIGINT", () => resolve("interrupted"));
      terminal.once("close", () => resolve("ended"));
      terminal.once("error", () => resolve("ended"));
    });
    const typed = terminal
      .question(`${question} [y/N] `)
      .then((answer): Answer => (/^y(?:es)?$/i.test(answer.trim()) ? "yes" : "no"));
    return await Promise.race([typed, ended]);
  } finally {
    terminal.close();
  }
}
