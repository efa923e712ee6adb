import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve as absolute } from "node:path";
import { parse } from "yaml";

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The Node that runs the doors: `DOOR_NODE`, else this one. */
export const DOOR_NODE = process.env["DOOR_NODE"] ?? process.execPath;

/** Runs `dist/cli.js` with a bare environment: no Docker configuration and no proxy but those given. */
export async function runCli(
  args: readonly string[],
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
    readonly script?: string;
    /** Told the process once it runs. */
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

/** Runs a line in a shell, as it is printed for people: `prune-image-tags` is `dist/cli.js`. */
export async function runInShell(line: string): Promise<Ended> {
  const home = await mkdtemp(join(tmpdir(), "prune-home-"));
  try {
    const program = join(home, "prune-image-tags");
    await writeFile(program, `#!/bin/sh\nexec "${DOOR_NODE}" "${absolute("dist/cli.js")}" "$@"\n`, {
      mode: 0o755,
    });
    const env = { PATH: `${home}:${process.env["PATH"] ?? ""}`, HOME: home };
    return await runProcess("/bin/sh", ["-c", line], { env });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** What the runner would have of a step. */
export interface Step extends Ended {
  readonly outputs: Readonly<Record<string, string>>;
  /** What it saved for its post step. */
  readonly states: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Messages of the annotations, by kind. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly masks: readonly string[];
  /** The plan file's text, where there is one. */
  readonly plan: string | undefined;
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string; readonly post: string };
}

/** What a job's token is where no test gives another. */
export const JOB_TOKEN = "ghs_of-this-job";

/** The one expression that is a default. */
function evaluated(text: string): string {
  return text.replace("${{ github.token }}", JOB_TOKEN);
}

/**
 * Runs the action as GitHub's runner does: every input of action.yml as an environment variable, its default where a workflow leaves it out,
 * and files for the outputs and the summary.
 */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  extra: Readonly<Record<string, string>> = {},
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
    const ended = await runNode([action.runs.main], env);
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

/** Runs the action's post step, as the runner does: with what the main step saved, as environment variables. */
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
  readonly started?: (child: ChildProcess) => void;
}

function runNode(
  args: readonly string[],
  env: Record<string, string>,
  options: Omit<ProcessOptions, "env"> = {},
): Promise<Ended> {
  return runProcess(DOOR_NODE, args, { ...options, env });
}

function runProcess(
  program: string,
  args: readonly string[],
  { env, input = "", started }: ProcessOptions,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: "pipe" });
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

/** Outputs as the toolkit writes them: `name<<delimiter`, the value, the delimiter. */
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
