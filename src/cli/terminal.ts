import { isatty } from "node:tty";
import { NoAnswerError, PruneError } from "../core/base/errors.js";
import type { Door } from "../program/door.js";
import { droppedLines, type GuardedOutput } from "../program/guarded-output.js";
import type { GuardedOutputs } from "../program/process-end.js";
import { cacheFolder, otherFolders, stateFolder } from "../program/folders.js";
import type { OutputFlags, RunLine } from "./line.js";
import { readStandardInput } from "./standard-input.js";
import type { RunStatus } from "../core/result/run-result.js";
import type { Say } from "../core/result/event.js";
import { createProgress } from "../report/log/progress.js";
import type { Log } from "../report/log/log.js";
import type { Display } from "../report/log/advance.js";
import { createOutlet } from "../report/outlet/outlet.js";
import { hasColor, paintAnswer, paintFailure } from "../report/log/color.js";
import { fitted, fittedAnswer } from "../report/log/layout.js";
import {
  askYesNo,
  canAnimate,
  createTerminalLog,
  jsonLine,
  type Level,
  type ShownOn,
} from "../report/log/terminal.js";

const { stdout, stderr } = process;

export const EXIT_CODES = {
  done: 0,
  failed: 1,
  "bad-input": 2,
  "partly-failed": 3,
  // As a shell has it for a process that Ctrl-C ends.
  interrupted: 130,
} as const satisfies Readonly<Record<RunStatus | "bad-input" | "interrupted", number>>;

/** The way out for every text of this process. It knows every secret. */
export const outlet = createOutlet();

const now = (): number => performance.now();

let bar: Display | undefined;

/** Takes the progress bar away. Everything else that is printed comes after this; and a bar that stays up would keep the process alive. */
function clearBar(): void {
  bar?.clear();
}

let form: Pick<OutputFlags, "logFormat" | "color"> = { logFormat: "text", color: "auto" };

/** Sets the form of all lines of the log from then on. */
export function setForm(line: OutputFlags): void {
  form = line;
}

/** Returns the collaborators that a command line gives to a command. With `--json` standard output belongs to the result, and the log goes to standard error. */
export function openDoor(line: RunLine, outputs: Pick<GuardedOutputs, "stdout" | "stderr">): Door {
  const stream = line.json ? stderr : stdout;
  const mayAsk = isTerminal() && !line.yes;
  const log = createTerminalLog(
    { info: lookOf(stream), warnings: lookOf(stderr) },
    {
      clean: outlet.text,
      clear: clearBar,
      isVerbose: line.verbose,
      isQuiet: line.quiet,
      ...(form.logFormat === "json" ? { asJson } : {}),
    },
  );
  return {
    log,
    note: (text) => {
      if (!line.quiet) writeLine("info", text);
    },
    onSecret: outlet.add,
    isLogTaken: () => isLogTaken(line, line.json ? outputs.stderr : outputs.stdout),
    openProgress: () => openProgress(log, { stream, isStill: line.quiet, isAsked: mayAsk }),
    ...(mayAsk ? { ask } : {}),
    readInput,
    journalFolder: stateFolder(process.env),
    cacheFolder: cacheFolder(process.env),
    spareFolders: otherFolders(process.env),
    setOutput: () => undefined,
    startedAs: async () => {
      // Lazily: a run that deletes nothing prints no command.
      const { startedAs, startOfProcess } = await import("./started-as.js");
      return startedAs(startOfProcess());
    },
  };
}

/** Resolves with true when a reader has taken the log, in which a quiet run has no lines. */
async function isLogTaken({ quiet }: OutputFlags, output: GuardedOutput): Promise<boolean> {
  return !quiet && (await output.taken());
}

function lookOf(stream: NodeJS.WriteStream): ShownOn {
  return {
    stream,
    hasColor: hasColor(form.color, stream.isTTY, process.env),
    width: stream.isTTY ? stream.columns : 0,
  };
}

function asJson(level: Level, text: string): string {
  return outlet.json(jsonLine(level, text, new Date()));
}

/** Prints one line of the log to standard error. */
function writeLine(level: Level, text: string): void {
  clearBar();
  stderr.write(form.logFormat === "json" ? asJson(level, text) : `${outlet.text(text)}\n`);
}

/** Returns the line that tells of lines that nobody read, as the log has it. */
export function describeDropped(lines: number): string {
  const text = droppedLines(lines);
  return form.logFormat === "json" ? asJson("warning", text) : `Warning: ${text}\n`;
}

/** Prints a warning before there is a log. */
export function warn(text: string): void {
  writeLine("warning", form.logFormat === "json" ? text : `Warning: ${text}`);
}

interface ProgressPlace {
  readonly stream: NodeJS.WriteStream;
  /** True if nothing may move. */
  readonly isStill: boolean;
  /** True if a person may be asked: plans are made once more after the answer. */
  readonly isAsked: boolean;
}

async function openProgress(log: Log, { stream, isStill, isAsked }: ProgressPlace): Promise<Say> {
  if (!isStill && form.logFormat === "text" && canAnimate(stream, process.env)) {
    // Lazily: in most runs nobody looks.
    const { createProgressBar } = await import("../report/log/progress-bar.js");
    bar = createProgressBar(stream, now);
  }
  return createProgress(log, { now, showsOnce: isAsked, ...(bar === undefined ? {} : { display: bar }) });
}

// A million names, as many as a registry may list.
const LONGEST_INPUT = 64 * 1024 * 1024;

/** Reads standard input to its end. Whoever types it is shown the request first. @throws {PruneError} where it has no end */
async function readInput(request: string): Promise<string> {
  if (process.stdin.isTTY) stderr.write(`${outlet.text(request)}\n`);
  const text = await readStandardInput(LONGEST_INPUT);
  if (text !== undefined) return text;
  throw new PruneError("standard input has more than 64 MiB", "Pipe in a list of names, one a line.");
}

/** Prints an answer for people. */
export function print(text: string): void {
  clearBar();
  const { hasColor: isColored = false, width = 0 } = lookOf(stdout);
  const lines = fittedAnswer(outlet.text(text), width);
  stdout.write((isColored ? lines.map(paintAnswer) : lines).join("\n"));
}

/** Prints a result for programs. */
export function printJson(json: string): void {
  clearBar();
  stdout.write(outlet.json(json));
}

/** Prints a failure to standard error; nothing where it is the empty text. */
export function tellFailure(failure: string): void {
  if (failure === "") return;
  if (form.logFormat === "json") return writeLine("error", failure);
  clearBar();
  const { hasColor: isColored = false, width = 0 } = lookOf(stderr);
  const text = fitted(outlet.text(failure), width).join("\n");
  stderr.write(`${isColored ? paintFailure(text) : text}\n`);
}

/** True if a person sits there to be asked. */
function isTerminal(): boolean {
  // Not stdin.isTTY, which opens standard input: most runs never read from it.
  return isatty(0) && (stderr.isTTY || stdout.isTTY);
}

/** Asks a person yes or no. @throws {NoAnswerError} where there is no answer: Ctrl-C is none, and so is the end of the input */
async function ask(question: string): Promise<boolean> {
  clearBar();
  const output = stderr.isTTY ? stderr : stdout;
  const answer = await askYesNo(outlet.text(question), { input: process.stdin, output });
  if (answer === "yes" || answer === "no") return answer === "yes";
  // The cursor is still behind the question.
  output.write("\n");
  throw new NoAnswerError(answer);
}
