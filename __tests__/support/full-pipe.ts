import { execFile, spawn } from "node:child_process";
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { DOOR_NODE } from "./doors.js";

/** A pipe that takes nothing more, for its reader stays and does not read. */
export interface FullPipe {
  /** The descriptor that a process may have for its output. */
  readonly descriptor: number;
  /** Reads all that is in it, and returns what was written since it was full at first. */
  readonly drain: () => string;
}

const FILL = Buffer.alloc(4096, ".");

export async function openFullPipe(): Promise<FullPipe> {
  const folder = await mkdtemp(join(tmpdir(), "pipe-"));
  const path = join(folder, "pipe");
  await promisify(execFile)("mkfifo", [path]);
  const descriptor = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  // One of its own: a process that is given the other makes it wait.
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(async () => {
    closeSync(descriptor);
    closeSync(reader);
    await rm(folder, { recursive: true });
  });
  let filled = 0;
  try {
    for (;;) filled += writeSync(descriptor, FILL);
  } catch {
    // It is full.
  }
  let text = "";
  return {
    descriptor,
    drain: () => {
      const buffer = Buffer.alloc(65_536);
      try {
        for (;;) text += buffer.subarray(0, readSync(reader, buffer)).toString();
      } catch {
        return text.slice(filled);
      }
    },
  };
}

/** Runs `dist/cli.js` with its output in such a pipe. Resolves with the exit code, when it has ended by itself. */
export async function runUnread(
  args: readonly string[],
  { descriptor }: Pick<FullPipe, "descriptor">,
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const home = await mkdtemp(join(tmpdir(), "prune-home-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const child = spawn(DOOR_NODE, ["dist/cli.js", ...args], {
    env: { PATH: process.env["PATH"] ?? "", HOME: home, ...env },
    stdio: ["ignore", descriptor, descriptor],
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
}
