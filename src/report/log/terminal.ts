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

/** The options of a terminal log besides its streams. */
export interface TerminalOptions {
  /** Returns a line as it may be shown. */
  readonly clean: (text: string) => string;
  /** Clears the line of the cursor; called before each line. */
  readonly clear: () => void;
  /** True if the lines about single tags are printed. */
  readonly isVerbose: boolean;
}

/** Creates a log for a terminal, or for a CI other than GitHub. `info` need not be standard output, which may be reserved for a result. */
export function createTerminalLog(
  streams: { readonly info: NodeJS.WritableStream; readonly warnings: NodeJS.WritableStream },
  { clean, clear, isVerbose }: TerminalOptions,
): Log {
  const write = (stream: NodeJS.WritableStream, line: string): void => {
    clear();
    stream.write(`${clean(line)}\n`);
  };
  const info = (line: string): void => write(streams.info, line);
  return {
    info,
    warning: (line) => {
      write(streams.warnings, `Warning: ${line}`);
    },
    group: info,
    endGroup: () => undefined,
    ...(isVerbose ? { debug: info } : {}),
  };
}

/** Asks a question; true if the answer is `y` or `yes`. The end of the input counts as a no, and so does a terminal that is gone. */
export async function askYesNo(
  question: string,
  { input, output }: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Promise<boolean> {
  // Loaded lazily, because only runs on a terminal ask.
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input, output });
  try {
    const ended = new Promise<string>((resolve) => {
      terminal.once("close", () => resolve(""));
      terminal.once("error", () => resolve(""));
    });
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended]);
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
