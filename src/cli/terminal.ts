import { text } from "node:stream/consumers";
import { isatty } from "node:tty";
import type { Door } from "../program/door.js";
import { otherFolders, stateFolder } from "../program/folders.js";
import type { RunLine } from "./arguments.js";
import type { RunStatus } from "../core/result/run-result.js";
import type { Say } from "../core/result/event.js";
import { createProgress } from "../report/log/progress.js";
import type { Log } from "../report/log/log.js";
import type { Display } from "../report/log/advance.js";
import { createOutlet } from "../report/outlet/outlet.js";
import { askYesNo, canAnimate, createTerminalLog } from "../report/log/terminal.js";

const { stdout, stderr } = process;

export const EXIT_CODES = {
  done: 0,
  failed: 1,
  "bad-input": 2,
  "partly-failed": 3,
} as const satisfies Readonly<Record<RunStatus | "bad-input", number>>;

/** The way out for every text of this process. It knows every secret. */
export const outlet = createOutlet();

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
    { clean: outlet.text, clear: clearBar, isVerbose: line.verbose },
  );
  return {
    log,
    note: (text) => stderr.write(`${outlet.text(text)}\n`),
    onSecret: outlet.add,
    openProgress: () => openProgress(log, stream),
    ...(isTerminal() && !line.yes ? { ask } : {}),
    readInput,
    journalFolder: stateFolder(process.env),
    spareFolders: otherFolders(process.env),
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

/** Reads standard input to its end. Whoever types it is shown the request first. */
function readInput(request: string): Promise<string> {
  if (process.stdin.isTTY) stderr.write(`${outlet.text(request)}\n`);
  return text(process.stdin);
}

/** Prints an answer for people. */
export function print(text: string): void {
  clearBar();
  stdout.write(outlet.text(text));
}

/** Prints a result for programs. */
export function printJson(json: string): void {
  clearBar();
  stdout.write(outlet.json(json));
}

/** Prints a failure to standard error; nothing where it is the empty text. */
export function tellFailure(failure: string): void {
  clearBar();
  if (failure !== "") stderr.write(`${outlet.text(failure)}\n`);
}

/** True if a person sits there to be asked. */
function isTerminal(): boolean {
  // Not stdin.isTTY, which opens standard input: most runs never read from it.
  return isatty(0) && (stderr.isTTY || stdout.isTTY);
}

/** Asks a person yes or no. */
function ask(question: string): Promise<boolean> {
  clearBar();
  return askYesNo(outlet.text(question), { input: process.stdin, output: stderr.isTTY ? stderr : stdout });
}
