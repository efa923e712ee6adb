import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { text } from "node:stream/consumers";
import { isatty } from "node:tty";
import { NAME } from "../program/about.js";
import type { Door } from "../program/door.js";
import type { RunLine } from "./arguments.js";
import type { RunStatus } from "../core/result/run-result.js";
import type { Say } from "../core/result/event.js";
import { createProgress } from "../report/log/progress.js";
import type { Log } from "../report/log/log.js";
import type { Display } from "../report/log/advance.js";
import { createRedactor } from "../report/words/redact.js";
import { askYesNo, canAnimate, createTerminalLog } from "../report/log/terminal.js";

const { stdout, stderr } = process;

export const EXIT_CODES = {
  done: 0,
  failed: 1,
  "bad-input": 2,
  "partly-failed": 3,
} as const satisfies Readonly<Record<RunStatus | "bad-input", number>>;

/** Knows every secret of this run, and takes it out of whatever is printed. */
export const secrets = createRedactor();

const now = (): number => performance.now();

let bar: Display | undefined;

/** Takes the progress bar away. Everything else that is printed comes after this; and a bar that stays up would keep the process alive. */
function clearBar(): void {
  bar?.clear();
}

/** Returns the collaborators that a command line gives to a command. With `--json` standard output belongs to the result, and the log goes to standard error. */
export function openDoor(line: RunLine): Door {
  const stream = line.json ? stderr : stdout;
  const log = createTerminalLog(
    { info: stream, warnings: stderr },
    { redact: secrets.redact, clear: clearBar, isVerbose: line.verbose },
  );
  return {
    log,
    note: (text) => stderr.write(`${secrets.redact(text)}\n`),
    onSecret: secrets.add,
    openProgress: () => openProgress(log, stream),
    ...(isTerminal() && !line.yes ? { ask } : {}),
    readInput,
    journalFolder: stateFolder(),
    setOutput: () => undefined,
    startedAs: async () => {
      // Lazily: a run that deletes nothing prints no command.
      const { startedAs, startOfProcess } = await import("./started-as.js");
      return startedAs(startOfProcess());
    },
  };
}

async function openProgress(log: Log, stream: NodeJS.WriteStream): Promise<Say> {
  if (canAnimate(stream, process.env)) {
    // Lazily: in most runs nobody looks.
    const { createProgressBar } = await import("../report/log/progress-bar.js");
    bar = createProgressBar(stream, now);
  }
  return createProgress(log, { now, ...(bar === undefined ? {} : { display: bar }) });
}

/** Returns the folder where programs keep what is to outlast them (XDG Base Directory Specification: a relative path is no path). */
function stateFolder(): string {
  const given = process.env["XDG_STATE_HOME"] ?? "";
  return join(isAbsolute(given) ? given : join(homedir(), ".local/state"), NAME);
}

/** Reads standard input to its end. Whoever types it is shown the request first. */
function readInput(request: string): Promise<string> {
  if (process.stdin.isTTY) stderr.write(`${request}\n`);
  return text(process.stdin);
}

/** Prints a result, with no secret in it. */
export function print(text: string): void {
  clearBar();
  stdout.write(secrets.redact(text));
}

/** Prints a failure to standard error; nothing where it is the empty text. */
export function tellFailure(failure: string): void {
  clearBar();
  if (failure !== "") stderr.write(`${secrets.redact(failure)}\n`);
}

/** True if a person sits there to be asked. */
function isTerminal(): boolean {
  // Not stdin.isTTY, which opens standard input: most runs never read from it.
  return isatty(0) && (stderr.isTTY || stdout.isTTY);
}

/** Asks a person yes or no. */
function ask(question: string): Promise<boolean> {
  clearBar();
  return askYesNo(question, { input: process.stdin, output: stderr.isTTY ? stderr : stdout });
}
