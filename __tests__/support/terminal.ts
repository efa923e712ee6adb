import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { DOOR_NODE } from "./doors.js";

/**
 * Runs `dist/cli.js` on a pseudo-terminal, which `script` of util-linux makes. `answer` is typed once a question is shown; `piped` becomes
 * its standard input instead of the terminal.
 */
export async function runOnTerminal(
  args: readonly string[],
  { answer, piped }: { readonly answer?: string; readonly piped?: string },
): Promise<{ readonly code: number | null; readonly screen: string }> {
  const home = await mkdtemp(join(tmpdir(), "prune-home-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const command = [DOOR_NODE, "dist/cli.js", ...args].map(quote).join(" ");
  const line = piped === undefined ? command : `printf %s ${quote(piped)} | ${command}`;
  const child = spawn("script", ["--quiet", "--return", "--command", line, "/dev/null"], {
    env: { PATH: process.env["PATH"] ?? "", HOME: home, SHELL: "/bin/sh", TERM: "dumb" },
  });
  let screen = "";
  let isAnswered = false;
  child.stdout.on("data", (chunk: Buffer) => {
    screen += chunk.toString();
    if (answer === undefined || isAnswered || !screen.includes("[y/N]")) return;
    isAnswered = true;
    child.stdin.write(`${answer}\n`);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, screen }));
  });
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
