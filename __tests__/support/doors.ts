import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve as absolute } from "node:path";
import { parse } from "yaml";

/** The exit code and output of a process. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The path of the Node that runs the doors: `DOOR_NODE`, or else the one of this process. */
export const DOOR_NODE = process.env["DOOR_NODE"] ?? process.execPath;

/** Runs `dist/cli.js` with a bare environment: no Docker configuration and no proxy but those given. */
export async function runCli(
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
    readonly script?: string;
    /** Called with the process once it runs. */
    readonly started?: (child: ChildProcess) => void;
  } = {},
): Promise<Ended> {
  const home = await mkdtemp(join(tmpdir(), "prune-home-"));
  try {
    const env = { PATH: process.env["PATH"] ?? "", HOME: home, ...options.env };
    return await runNode([options.script ?? "dist/cli.js", ...args], env, options);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Runs a command line that was printed for people in a shell; `prune-image-tags` is `dist/cli.js`. */
export async function runInShell(line: string): Promise<Ended> {
  const home = await mkdtemp(join(tmpdir(), "prune-home-"));
  try {
    const program = join(home, "prune-image-tags");
    await writeFile(program, `#!/bin/sh\nexec "${DOOR_NODE}" "${absolute("dist/cli.js")}" "$@"\n`, {
      mode: 0o755,
    });
    const env = { PATH: `${home}:${process.env["PATH"] ?? ""}`, HOME: home };
    return await runProgram("/bin/sh", ["-c", line], { env });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The result of a step as the runner would see it. */
export interface Step extends Ended {
  readonly outputs: Readonly<Record<string, string>>;
  /** The states that it saved for its post step. */
  readonly states: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Messages of the annotations, by kind. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly masks: readonly string[];
  /** The plan file's text; undefined if none was written. */
  readonly plan: string | undefined;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post: string };
}

/** The job's token, unless a test sets another one. */
export const JOB_TOKEN = "ghs_of-this-job";

/** The text with the only expression that a default in action.yml has replaced by its value. */
function evaluated(text: string): string {
  return text.replace("${{ github.token }}", JOB_TOKEN);
}

/**
 * Runs the action as GitHub's runner does: with every input of action.yml, or its default, as an environment variable, and with files for
 * the outputs and the summary.
 * @param program runs `dist/index.js`: Node, or a script that does so in its own way
 */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  extra: Readonly<Record<string, string>> = {},
  program = DOOR_NODE,
): Promise<Step> {
  const action = parse(await readFile("action.yml", "utf8")) as ActionFile;
  const folder = await mkdtemp(join(tmpdir(), "prune-step-"));
  const [output, summary, state] = [join(folder, "output"), join(folder, "summary"), join(folder, "state")];
  await Promise.all([output, summary, state].map((file) => writeFile(file, "")));
  const given: Record<string, string> = {};
  for (const [name, input] of Object.entries(action.inputs)) {
    given[variable(name)] = evaluated(input.default ?? "");
  }
  for (const [name, value] of Object.entries(inputs)) given[variable(name)] = value;
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    GITHUB_ACTIONS: "true",
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_STATE: state,
    GITHUB_REPOSITORY: "octo/app",
    GITHUB_RUN_ID: "42",
    GITHUB_SERVER_URL: "https://github.example.com",
    RUNNER_TEMP: folder,
    ...given,
    ...extra,
  };
  try {
    const ended = await runProgram(program, [absolute(action.runs.main)], { env });
    const outputs = parseOutputs(await readFile(output, "utf8"));
    return {
      ...ended,
      outputs,
      states: parseOutputs(await readFile(state, "utf8")),
      summary: await readFile(summary, "utf8"),
      errors: commands(ended.stdout, "error"),
      warnings: commands(ended.stdout, "warning"),
      masks: commands(ended.stdout, "add-mask"),
      plan: (outputs["plan"] ?? "") === "" ? undefined : await readFile(outputs["plan"] ?? "", "utf8"),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the action's post step as the runner does, with the states of the main step as environment variables. */
export async function runPost(
  state: Readonly<Record<string, string>>,
  extra: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const action = parse(await readFile("action.yml", "utf8")) as ActionFile;
  const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value] as const);
  return runNode([action.runs.post], { ...Object.fromEntries(saved), ...extra });
}

function variable(name: string): string {
  return `INPUT_${name.replaceAll(" ", "_").toUpperCase()}`;
}

interface ProcessOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly cwd?: string;
  readonly started?: (child: ChildProcess) => void;
}

function runNode(
  args: readonly string[],
  env: Record<string, string>,
  options: Omit<ProcessOptions, "env"> = {},
): Promise<Ended> {
  return runProgram(DOOR_NODE, args, { ...options, env });
}

/** Runs any program with just the environment that is given. */
export function runProgram(
  program: string,
  args: readonly string[],
  { env, input = "", cwd, started }: ProcessOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: "pipe", ...(cwd === undefined ? {} : { cwd }) });
    started?.(child);
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
    // A process that ends without reading breaks the pipe.
    child.stdin.on("error", () => undefined).end(input);
  });
}

/** Parses outputs in the toolkit's format: `name<<delimiter`, the value, the delimiter. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = "", , value = ""] of text.matchAll(
    /^([^<\n]+)<<(ghadelimiter_[\w-]+)\n(.*?)\n\2$/gms,
  )) {
    outputs[name] = value;
  }
  return outputs;
}

function commands(stdout: string, kind: string): readonly string[] {
  return [...stdout.matchAll(new RegExp(`^::${kind}(?: [^:]*)?::(.*)$`, "gm"))].map(([, text = ""]) =>
    text.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%"),
  );
}
