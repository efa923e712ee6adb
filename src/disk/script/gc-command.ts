import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { execa } from "execa";
import {
  bareLine,
  COLLECTION_ADVICE,
  type CollectionReport,
  isEmptyRegistry,
  readCollection,
} from "../../core/result/collection.js";
import { childEnvironment } from "../../core/base/child-environment.js";
import { cutBeginning } from "../../core/base/cut.js";
import { PruneError } from "../../core/base/errors.js";
import { writePrivate } from "../temporary-file.js";
import { killGroup } from "./process-group.js";
import type { RegistryHost } from "../../registry/distribution/host.js";
import { watchLiveness } from "./watch-liveness.js";

/** The result of a user's script, as far as it could be seen. */
export interface ScriptResult {
  /** The output of a collection among the script's own lines, as it was understood. */
  readonly report: CollectionReport;
  readonly isEmpty: boolean;
  /** True if the registry was seen to be down meanwhile. */
  readonly wasDown: boolean;
  /** True if it was seen to refuse connections. A proxy's 502 or 503 may be said of a registry that runs. */
  readonly hasRefused: boolean;
}

/** The registry that a script collects for, and the listeners to it. */
export interface ScriptOptions {
  readonly host: RegistryHost;
  readonly onLine: (line: string) => void;
  /** Aborts when the script has taken too long, or the run is told to stop; its reason is thrown. */
  readonly signal: AbortSignal;
}

const WATCH_MS = 100;
// Time for a script's traps, which may start the registry again.
const TRAP_MS = 60_000;
const UP_MS = 120_000;
const ERROR_TAIL = 4000;
// Time after a script's end for its output to end. The script's last lines are read long before.
const HELD_MS = 10_000;
// Lines of a collection that are read here and not shown: in a large registry they are tens of megabytes.
const NOISE =
  /: marking (?:manifest|blob|configuration) |^(?:blob|manifest) eligible for deletion: |: layer link eligible for deletion: /;

/**
 * Runs a script with `bash -euo pipefail` in a process group of its own, and waits until the registry answers again.
 * @throws {PruneError} where it fails, is ended, or the registry does not come back
 */
export async function runScript(script: string, options: ScriptOptions): Promise<ScriptResult> {
  // In a file, because everybody on the machine can read a command line.
  const file = await writePrivate("gc-command.sh", script, 0o600);
  // A registry that was down before is started by whoever stopped it.
  const wasStopped = (await options.host.liveness()).kind === "down";
  let [wasDown, hasRefused] = [false, false];
  // Looks often, because a registry may be down for a moment only.
  const endWatch = watchLiveness(options.host, WATCH_MS, (liveness) => {
    wasDown ||= liveness.kind === "down";
    hasRefused ||= liveness.kind === "down" && liveness.how === "refused";
  });
  try {
    const { report, code, errorOutput, isHeld } = await runBash(file.path, {
      ...options,
      env: environmentOf(script),
    });
    // A script may go on after a collection that failed, and end with 0.
    const isEmpty = isEmptyRegistry(report.failure ?? (code === 0 ? "" : errorOutput));
    if (code !== 0 && !isEmpty) throw failed(code, errorOutput);
    if (report.failure !== undefined && !isEmpty && !report.isWhole) throw collectionFailed(report.failure);
    if (isHeld) throw held();
    if (!wasStopped) await waitUntilUp(options);
    await endWatch();
    return { report, isEmpty, wasDown, hasRefused };
  } finally {
    await endWatch();
    await file.remove();
  }
}

interface BashResult {
  readonly report: CollectionReport;
  readonly code: number;
  readonly errorOutput: string;
  /** True if something that the script started outlives it and holds its output. */
  readonly isHeld: boolean;
}

/** Returns the environment of a script: this process's own without its secrets, but for those that the script itself names and that are no token of the CI's. */
function environmentOf(script: string): Readonly<Record<string, string>> {
  const words = new Set(script.split(/\W+/));
  return childEnvironment(process.env, (name) => words.has(name));
}

async function runBash(
  file: string,
  { onLine, signal, env }: ScriptOptions & { readonly env: Readonly<Record<string, string>> },
): Promise<BashResult> {
  const reading = readCollection();
  const child = execa("bash", ["-euo", "pipefail", file], {
    env,
    extendEnv: false,
    detached: true,
    cleanup: false,
    stdin: "ignore",
    buffer: false,
    reject: false,
  });
  const end = (): void => void endGroup(child);
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  let errorOutput = "";
  const show = (line: string): void => {
    reading.line(line);
    if (!NOISE.test(bareLine(line)) && line.trim() !== "") onLine(line);
  };
  const streams = [
    createInterface({ input: child.stdout }),
    createInterface({ input: child.stderr }),
  ] as const;
  streams[0].on("line", show);
  streams[1].on("line", (line) => {
    errorOutput = cutBeginning(`${errorOutput}${line}\n`, ERROR_TAIL);
    show(line);
  });
  const letGo = cutOffOutput(child);
  const result = await child;
  const isHeld = letGo();
  signal.removeEventListener("abort", end);
  if (signal.aborted) throw signal.reason;
  if (result.code === "ENOENT") {
    throw new PruneError("gc-command needs bash, which is not on the PATH", "Install bash where this runs.");
  }
  return { report: reading.report(), code: result.exitCode ?? -1, errorOutput, isHeld };
}

/**
 * Stops waiting for the end of the output some time after the script itself has ended. Returns a function that ends this wait, and says if the output
 * was cut off so.
 */
function cutOffOutput(child: Pick<ChildProcess, "once" | "stdout" | "stderr">): () => boolean {
  let isHeld = false;
  let timer: NodeJS.Timeout | undefined;
  child.once("exit", () => {
    timer = setTimeout(() => {
      isHeld = true;
      child.stdout?.destroy();
      child.stderr?.destroy();
    }, HELD_MS);
  });
  return () => {
    clearTimeout(timer);
    return isHeld;
  };
}

function held(): PruneError {
  return new PruneError(
    "gc-command has ended, and something that it started still holds its output; if that is the registry, the next line that it writes kills it",
    "Look at whether the registry runs. Let its service manager start it, or send its output elsewhere: " +
      "setsid nohup registry serve config.yml >>/var/log/registry.log 2>&1 </dev/null &",
  );
}

/**
 * Ends the whole process group, because bash answers a signal only when the program that it waits for has ended. Processes that outlive bash are left
 * alone: its trap may have started the registry in the group.
 */
async function endGroup(child: Pick<ChildProcess, "pid" | "exitCode" | "signalCode">): Promise<void> {
  if (child.pid === undefined) return;
  killGroup(child.pid, "SIGTERM");
  const deadline = Date.now() + TRAP_MS;
  while (child.exitCode === null && child.signalCode === null) {
    if (Date.now() > deadline) killGroup(child.pid, "SIGKILL");
    await sleep(WATCH_MS);
  }
}

function collectionFailed(said: string): PruneError {
  return new PruneError(`the collection in gc-command ${said}`, COLLECTION_ADVICE);
}

function failed(code: number, errorOutput: string): PruneError {
  const said = errorOutput.trim().split("\n").at(-1) ?? "";
  return new PruneError(
    `gc-command failed (exit code ${code})${said === "" ? "" : `: ${said}`}`,
    "Look at what it printed, and whether the registry runs. A trap in the script starts it again in every case: " +
      "trap 'systemctl start docker-registry' EXIT.",
  );
}

/** Waits until the registry answers. If it does not, the error says so, even if the time is up or the run is told to stop. */
async function waitUntilUp({ host, signal }: ScriptOptions): Promise<void> {
  const deadline = Date.now() + UP_MS;
  for (;;) {
    const liveness = await host.liveness();
    if (liveness.kind === "up") return;
    if (signal.aborted || Date.now() > deadline) {
      throw new PruneError(
        `THE REGISTRY IS NOT BACK: ${host.name} does not answer after gc-command`,
        "Start it by hand now, and let the script do so at its end.",
      );
    }
    await sleep(WATCH_MS);
  }
}
