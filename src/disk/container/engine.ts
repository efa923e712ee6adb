import { createInterface } from "node:readline";
import { execa, ExecaError, type Options } from "execa";
import { killGroup } from "../script/process-group.js";
import { childEnvironment } from "../../core/base/child-environment.js";
import { cutBeginning } from "../../core/base/cut.js";
import { PruneError } from "../../core/base/errors.js";
import { isObject, parseJson } from "../../core/base/json.js";

/** Docker or Podman, run by its command line, which honours `DOCKER_HOST`, contexts and all else that its user has set up. */
export interface Engine {
  /** `docker` or `podman`. */
  readonly program: string;
  /** Returns what `container inspect` says of a container; `undefined` if there is none of that name or id. */
  inspect(container: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  /**
   * Runs a command to its end.
   * @throws {EngineError} where it fails, with what the program wrote
   */
  run(args: readonly string[], options?: RunOptions): Promise<string>;
  /** Runs a command and hands on its output line by line while it runs. Resolves with its exit code and the end of its standard error. */
  follow(
    args: readonly string[],
    options: FollowOptions,
  ): Promise<{ readonly code: number; readonly errorOutput: string }>;
  /** Returns the size in bytes of a file in a container, running or not; `undefined` if it can't be found out. Reads only the header of the copy. */
  fileSize(container: string, path: string): Promise<number | undefined>;
  /** Returns the time of the last change of a file or folder in the same way, in whole seconds since 1970. */
  fileTime(container: string, path: string): Promise<number | undefined>;
}

/** The settings for a command that runs to its end. */
export interface RunOptions {
  /** Environment variables for the program, besides those of this process that are not secret. */
  readonly env?: Readonly<Record<string, string>>;
  /** Time limit in milliseconds; a minute if absent. */
  readonly timeout?: number;
}

/** The listener for a command that is followed. When `signal` aborts, the command is killed. */
export interface FollowOptions {
  readonly onLine: (line: string) => void;
  /** Told the lines of its standard error; only their end is kept otherwise. */
  readonly onErrorLine?: (line: string) => void;
  readonly signal: AbortSignal;
}

/** An error of Docker or Podman, in its own words. */
export class EngineError extends PruneError {
  override readonly name = "EngineError";
}

const DEFAULT_TIMEOUT_MS = 60_000;
const MAX_OUTPUT_BYTES = 16 * 1024 * 1024;
const ERROR_TAIL = 4000;

// A process group of its own. Ctrl-C on a terminal goes to the whole group of a program, and must not end the command that starts the registry again.
const DETACHED = { detached: true, cleanup: false, stdin: "ignore", reject: true } as const satisfies Options;

/** Returns the options of every call of an engine's client. It gets this process's own environment, with no secret but the engine's. */
function detached(env: Readonly<Record<string, string>> = {}) {
  const own = childEnvironment(process.env, (name) => /^(?:DOCKER|PODMAN|CONTAINER)_/.test(name));
  return { ...DETACHED, extendEnv: false, env: { ...own, ...env } } as const;
}

/**
 * Finds the engine that has a container of this name: `docker` on the PATH, else `podman`.
 * @throws {PruneError} where neither is there, or neither has it
 */
export async function findEngine(container: string): Promise<Engine> {
  const failures: string[] = [];
  for (const program of ["docker", "podman"]) {
    const engine = createEngine(program);
    try {
      if ((await engine.inspect(container)) !== undefined) return engine;
      failures.push(`${program} has no container of that name`);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      failures.push(error.message);
    }
  }
  throw new PruneError(
    `the container ${container} can't be found: ${failures.join("; ")}`,
    "Name the registry's container as docker ps shows it, on the machine where it runs, as a user who may use Docker " +
      "(or set DOCKER_HOST to that machine). A registry that is no container is collected by gc-command.",
  );
}

function createEngine(program: string): Engine {
  const run: Engine["run"] = async (args, options = {}) => {
    const { env = {}, timeout = DEFAULT_TIMEOUT_MS } = options;
    try {
      const { stdout } = await execa(program, args, {
        ...detached(env),
        timeout,
        maxBuffer: MAX_OUTPUT_BYTES,
      });
      return stdout;
    } catch (error) {
      throw engineError(program, args, error);
    }
  };
  return {
    program,
    run,
    async inspect(container) {
      try {
        const answer = parseJson(await run(["container", "inspect", "--", container]));
        const first: unknown = Array.isArray(answer) ? answer[0] : undefined;
        return isObject(first) ? first : undefined;
      } catch (error) {
        if (error instanceof EngineError && /no such container/i.test(error.message)) return undefined;
        throw error;
      }
    },
    follow: (args, options) => follow(program, args, options),
    fileSize: (container, path) => octalAt(program, `${container}:${path}`, 124),
    fileTime: (container, path) => octalAt(program, `${container}:${path}`, 136),
  };
}

async function follow(
  program: string,
  args: readonly string[],
  { onLine, onErrorLine, signal }: FollowOptions,
): ReturnType<Engine["follow"]> {
  const child = execa(program, args, { ...detached(), buffer: false, reject: false });
  // Ended at once, and with all that it started: a client that is asked to end passes the signal on to the container, and waits for that.
  const end = (): void => void killGroup(child.pid, "SIGKILL");
  signal.addEventListener("abort", end);
  if (signal.aborted) end();
  let errorOutput = "";
  child.stderr.on(
    "data",
    (chunk: Buffer) => (errorOutput = cutBeginning(errorOutput + chunk.toString(), ERROR_TAIL)),
  );
  // The output of a large registry is tens of megabytes, so only what `onLine` keeps of it is kept.
  const lines = createInterface({ input: child.stdout });
  lines.on("line", onLine);
  if (onErrorLine !== undefined) createInterface({ input: child.stderr }).on("line", onErrorLine);
  const [result] = await Promise.all([child, new Promise((resolve) => lines.once("close", resolve))]);
  signal.removeEventListener("abort", end);
  return { code: result.exitCode ?? -1, errorOutput };
}

/** Reads a number from the first block of a tar archive (POSIX ustar), which `cp` writes to standard output: octal digits, of the size at byte 124, of the time at 136. */
async function octalAt(program: string, path: string, at: 124 | 136): Promise<number | undefined> {
  const child = execa(program, ["container", "cp", path, "-"], {
    ...detached(),
    encoding: "buffer",
    buffer: false,
    reject: false,
    timeout: DEFAULT_TIMEOUT_MS,
  });
  let header = Buffer.alloc(0);
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    header = Buffer.concat([header, chunk]);
    if (header.length >= 512) break;
  }
  child.kill();
  await child;
  const digits = /^([0-7]{11})[ \0]/.exec(header.subarray(at, at + 12).toString("latin1"))?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 8);
}

function engineError(program: string, args: readonly string[], error: unknown): EngineError {
  // The error is not kept as the cause, because it holds the command line and the variables.
  const { code, stderr, timedOut } =
    error instanceof ExecaError ? (error as unknown as ProcessFailure) : UNKNOWN_FAILURE;
  if (code === "ENOENT") {
    return new EngineError(`${program} is not on the PATH`, `Install ${program}, or run where it is.`);
  }
  const lines = stderr?.trim().split("\n") ?? [];
  // Podman's last line points to its help; what is wrong stands above.
  const said = lines.find((line) => line.startsWith("Error: ")) ?? lines.at(-1) ?? "";
  const why = timedOut === true ? "it gave no answer in time" : said === "" ? "it said nothing" : said;
  return new EngineError(
    `${program} ${args.slice(0, args[0] === "container" ? 2 : 1).join(" ")} failed: ${why}`,
    "Look at what the container engine says, and run again.",
  );
}

const UNKNOWN_FAILURE: ProcessFailure = {};

interface ProcessFailure {
  readonly code?: string;
  readonly stderr?: string;
  readonly timedOut?: boolean;
}
