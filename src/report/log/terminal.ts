import type { Log } from "./log.js";

/** A stream that may be a terminal. */
export type MaybeTerminal = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** Whether something that moves can be shown there: a CI's log is no terminal, even where it has one. */
export function canAnimate(
  { isTTY }: MaybeTerminal,
  { TERM, CI }: Readonly<Record<string, string | undefined>>,
): boolean {
  const isCi = CI !== undefined && CI !== "" && CI !== "false";
  return isTTY === true && TERM !== "dumb" && !isCi;
}

/** What a log on a terminal takes besides its streams. */
export interface TerminalOptions {
  /** Takes secrets out of a line. */
  readonly redact: (text: string) => string;
  /** Clears the line where the cursor is: called before each line. */
  readonly clear: () => void;
  /** Whether the lines of each single tag are printed. */
  readonly isVerbose: boolean;
}

/** A log on a terminal or in another CI's log. `info` may be kept off standard output, where that is for a result. */
export function createTerminalLog(
  streams: { readonly info: NodeJS.WritableStream; readonly warnings: NodeJS.WritableStream },
  { redact, clear, isVerbose }: TerminalOptions,
): Log {
  const write = (stream: NodeJS.WritableStream, line: string): void => {
    clear();
    stream.write(`${redact(line)}\n`);
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

/** Asks a question that only `y` or `yes` answers with yes; the end of the input is a no. */
export async function askYesNo(
  question: string,
  { input, output }: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Promise<boolean> {
  // Lazily: nobody is asked but on a terminal.
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input, output });
  try {
    const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended]);
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
