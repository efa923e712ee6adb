import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import { isatty } from "node:tty";
import { NAME, VERSION } from "../program/about.js";
import type { CommandLine } from "./arguments.js";
import type { ConnectionHooks } from "../commands/connection.js";
import type { ReclaimHooks } from "../commands/reclaim.js";
import { describeLimit } from "../report/words/limits.js";
import { createProgress } from "../report/log/progress.js";
import type { Log } from "../report/log/log.js";
import type { Display } from "../report/log/advance.js";
import { createRedactor } from "../report/words/redact.js";
import { askYesNo, canAnimate, createTerminalLog } from "../report/log/terminal.js";
import { createStop } from "../program/signals.js";

const { stdout, stderr } = process;

/** A command line that is to be run. */
export type Run = Extract<CommandLine, { readonly kind: "run" }>;

export const EXIT_CODES = { done: 0, failed: 1, "bad-input": 2, "partly-failed": 3 } as const;

export const TOOL = `${NAME} ${VERSION}`;
export const USER_AGENT = `${NAME}/${VERSION}`;

/** Knows every secret of this run, and takes it out of whatever is printed. */
export const secrets = createRedactor();

const now = (): number => performance.now();

let bar: Display | undefined;

/** Whatever is printed comes after this; and a bar that stays up would keep the process alive. */
function clearBar(): void {
  bar?.clear();
}

/** Where a run's lines go: with `--json` standard output is the result's. */
export function openLog({ json, verbose: isVerbose }: Run): Log {
  return createTerminalLog(
    { info: json ? stderr : stdout, warnings: stderr },
    { redact: secrets.redact, clear: clearBar, isVerbose },
  );
}

/** What every command that deletes needs of this door, and where its lines go. */
export async function openHooks(line: Run): Promise<{ readonly hooks: ReclaimHooks; readonly log: Log }> {
  const log = openLog(line);
  const stream = line.json ? stderr : stdout;
  if (canAnimate(stream, process.env)) {
    // Lazily: in most runs nobody looks.
    const { createProgressBar } = await import("../report/log/progress-bar.js");
    bar = createProgressBar(stream, now);
  }
  const progress = createProgress(log, { now, ...(bar === undefined ? {} : { display: bar }) });
  const { say, signal } = createStop(progress);
  const hooks = { userAgent: USER_AGENT, say, stop: signal, onSecret: secrets.add, run: randomUUID() };
  return { log, hooks };
}

/** What a command that only reads needs of this door. What it says meanwhile is no result. */
export function openConnection(): ConnectionHooks {
  return {
    userAgent: USER_AGENT,
    onSecret: secrets.add,
    onWait: (wait) => stderr.write(`${secrets.redact(describeLimit(wait, Date.now()))}\n`),
  };
}

/** Where programs keep what is to outlast them (XDG Base Directory Specification: a relative path is no path). */
export function stateFolder(): string {
  const given = process.env["XDG_STATE_HOME"] ?? "";
  return join(isAbsolute(given) ? given : join(homedir(), ".local/state"), NAME);
}

/** Prints a result, with no secret in it. */
export function print(text: string): void {
  clearBar();
  stdout.write(secrets.redact(text));
}

/** Prints what went wrong, if anything did. */
export function tellFailure(failure: string): void {
  clearBar();
  if (failure !== "") stderr.write(`${secrets.redact(failure)}\n`);
}

/** Whether a person sits there to be asked. */
export function isTerminal(): boolean {
  // Not stdin.isTTY: what most runs never read from need not be opened.
  return isatty(0) && (stderr.isTTY || stdout.isTTY);
}

/** Asks a person yes or no. */
export function ask(question: string): Promise<boolean> {
  clearBar();
  return askYesNo(question, { input: process.stdin, output: stderr.isTTY ? stderr : stdout });
}
