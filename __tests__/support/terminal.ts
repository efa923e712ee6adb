import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { DOOR_NODE } from "./doors.js";

/** The choices for a run on a terminal. */
export interface TerminalRun {
  /** Typed once a question is shown; of several, one for each question. */
  readonly answer?: string | readonly string[];
  /** Typed at once, whatever is shown. */
  readonly typed?: string;
  /** Becomes the standard input, instead of the terminal. */
  readonly piped?: string;
  /** A shell's words behind the command, such as `>/dev/null`. */
  readonly redirected?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
}

/** Runs `dist/cli.js` on a pseudo-terminal, which `script` of util-linux makes. */
export async function runOnTerminal(
  args: readonly string[],
  { answer, typed, piped, redirected = "", env = {}, columns }: TerminalRun,
): Promise<{ readonly code: number | null; readonly screen: string }> {
  const home = await mkdtemp(join(tmpdir(), "prune-home-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const sized = columns === undefined ? "" : `stty cols ${columns}; `;
  const command = `${sized}${[DOOR_NODE, "dist/cli.js", ...args].map(quote).join(" ")} ${redirected}`;
  const line = piped === undefined ? command : `printf %s ${quote(piped)} | ${command}`;
  const child = spawn("script", ["--quiet", "--return", "--command", line, "/dev/null"], {
    env: { PATH: process.env["PATH"] ?? "", HOME: home, SHELL: "/bin/sh", TERM: "dumb", ...env },
  });
  if (typed !== undefined) child.stdin.write(typed);
  let screen = "";
  const answers = [answer ?? []].flat();
  let answered = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    const next = answers[answered];
    if (next === undefined || screen.split("[y/N]").length - 1 <= answered) return;
    answered += 1;
    child.stdin.write(`${next}\n`);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, screen }));
  });
}

/**
 * Runs `dist/cli.js` on a pseudo-terminal that closes as soon as it shows a text. Resolves with the exit code, when the process has ended by itself.
 * @param onHangup what the process does with the SIGHUP that it is sent then: hears it, or ignores it as under `nohup`
 */
export async function runOnClosingTerminal(
  args: readonly string[],
  { closeAt, onHangup }: { readonly closeAt: string; readonly onHangup: "hear" | "ignore" },
): Promise<number> {
  const home = await mkdtemp(join(tmpdir(), "prune-home-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const ended = join(home, "ended");
  await promisify(execFile)("mkfifo", [ended]);
  const command = [DOOR_NODE, "dist/cli.js", ...args].map(quote).join(" ");
  // Only the terminal's first process is sent SIGHUP; a shell that people use passes it on, as this one does. A trap that ends a `wait` makes it wait again.
  const run =
    onHangup === "hear"
      ? `${command} & trap "kill -HUP $!" HUP; wait $!; wait $!`
      : `trap '' HUP; ${command}`;
  const line = `${run}; echo $? >${ended}`;
  const child = spawn("script", ["--quiet", "--command", line, "/dev/null"], {
    env: { ...process.env, HOME: home, SHELL: "/bin/sh", TERM: "dumb" },
  });
  let screen = "";
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    if (screen.includes(closeAt)) child.kill("SIGKILL");
  });
  return Number(await readFile(ended, "utf8"));
}

/**
 * Runs `dist/cli.js` on a pseudo-terminal whose user stops it by Ctrl-S as soon as it shows a text, and goes on with it by Ctrl-Q when something has happened. Resolves
 * when the process has ended by itself.
 */
export async function runOnStoppedTerminal(
  args: readonly string[],
  { stopAt, goOnAfter }: { readonly stopAt: string; readonly goOnAfter: Promise<unknown> },
): Promise<{ readonly code: number | null; readonly screen: string }> {
  const home = await mkdtemp(join(tmpdir(), "prune-home-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const command = `stty ixon; ${[DOOR_NODE, "dist/cli.js", ...args].map(quote).join(" ")}`;
  const child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    env: { ...process.env, HOME: home, SHELL: "/bin/sh", TERM: "dumb" },
  });
  let screen = "";
  let isStopped = false;
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    if (isStopped || !screen.includes(stopAt)) return;
    isStopped = true;
    child.stdin.write(CTRL_S);
  });
  void goOnAfter.finally(() => child.stdin.write(CTRL_Q));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, screen }));
  });
}

const [CTRL_S, CTRL_Q] = ["\x13", "\x11"];

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
