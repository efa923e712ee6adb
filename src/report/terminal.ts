import { createInterface } from "node:readline/promises";
import type { Log } from "./progress.js";

/** A log on a terminal or in another CI's log. `info` may be kept off standard output, where that is for a result. */
export function createTerminalLog(
  streams: { readonly info: NodeJS.WritableStream; readonly warnings: NodeJS.WritableStream },
  redact: (text: string) => string,
): Log {
  const write = (stream: NodeJS.WritableStream, line: string): void => {
    stream.write(`${redact(line)}\n`);
  };
  return {
    info: (line) => write(streams.info, line),
    warning: (line) => {
      write(streams.warnings, `Warning: ${line}`);
    },
    group: (title) => write(streams.info, title),
    endGroup: () => undefined,
  };
}

/** Asks a question that only `y` or `yes` answers with yes; the end of the input is a no. */
export async function askYesNo(
  question: string,
  { input, output }: { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream },
): Promise<boolean> {
  const terminal = createInterface({ input, output });
  try {
    const ended = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
    const answer = await Promise.race([terminal.question(`${question} [y/N] `), ended]);
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
