import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, onTestFinished, type TestContext } from "vitest";
import { stringify } from "yaml";
import { findAct } from "../../scripts/go-tools.mjs";
import { DOOR_NODE } from "./doors.js";
import { ACTIONS } from "./stand-ins/actions.mjs";

/** What a workflow is run for, and with what. */
export interface WorkflowOptions {
  readonly event: string;
  readonly payload?: object;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Other files of the repository, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A workflow that has run. */
export interface WorkflowRun {
  readonly code: number;
  readonly log: string;
  /** The files of the artifacts that it uploaded, as `artifact/file`, sorted. */
  readonly artifacts: readonly string[];
  /** Where they are. */
  readonly folder: string;
}

export const OWN = "prune-image-tags/prune-image-tags@v0";
const run = promisify(execFile);

/** Finds act. The returned function runs a workflow on this machine itself: no container, no network but the loopback. */
export function useAct(): (
  skip: TestContext["skip"],
) => (workflow: string, options: WorkflowOptions) => Promise<WorkflowRun> {
  let act: string | undefined;
  beforeAll(async () => {
    act = await findAct(console.warn);
  }, 900_000);
  return (skip) => {
    if (act === undefined) return skip("act can't be built here");
    const program = act;
    return (workflow, options) => runWorkflow(program, workflow, options);
  };
}

async function runWorkflow(act: string, workflow: string, options: WorkflowOptions): Promise<WorkflowRun> {
  const { event, payload = {}, secrets = {}, env = {}, files: others = {} } = options;
  const folder = await mkdtemp(join(tmpdir(), "prune-act-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const within = (name: string): string => join(folder, name);
  const artifacts = within("artifacts");
  await Promise.all(
    ["home", "artifacts", "work/.github/workflows"].map((name) => mkdir(within(name), { recursive: true })),
  );
  await writeFile(within("work/.github/workflows/example.yml"), workflow);
  for (const [path, text] of Object.entries(others)) await writeFile(within(`work/${path}`), text);
  await writeFile(within("event.json"), JSON.stringify(payload));
  await makeRepository(within("work"));
  const local = await makeActions(within("actions"));
  const pairs = (flag: string, values: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const args = [
    event,
    ...["-W", ".github/workflows/example.yml", "-e", within("event.json"), "-a", "octo"],
    ...["self-hosted", "ubuntu-latest"].flatMap((label) => ["-P", `${label}=-self-hosted`]),
    ...["--no-cache-server", "--strict", "--action-cache-path", within("cache")],
    ...pairs("--local-repository", local),
    ...pairs("-s", secrets),
    ...pairs("--env", { ARTIFACTS: artifacts, ...env }),
  ];
  const path = [dirname(DOOR_NODE), process.env["PATH"]].join(":");
  const ended = await run(act, args, {
    cwd: within("work"),
    env: { PATH: path, HOME: within("home"), XDG_CACHE_HOME: within("cache") },
    maxBuffer: 2 ** 26,
    timeout: 120_000,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, log: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, log: stdout + stderr };
    },
  );
  const files = await readdir(artifacts, { recursive: true, withFileTypes: true });
  const uploaded = files.filter((file) => file.isFile());
  return {
    ...ended,
    folder: artifacts,
    artifacts: uploaded.map((file) => join(file.parentPath, file.name).slice(artifacts.length + 1)).sort(),
  };
}

/** Makes a Git repository of what is there: act reads from it what a workflow is run for. */
async function makeRepository(folder: string): Promise<void> {
  const env = {
    PATH: process.env["PATH"] ?? "",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    ...Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((who) => [
        [`GIT_${who}_NAME`, "a"],
        [`GIT_${who}_EMAIL`, "a@b"],
      ]),
    ),
  };
  const git = (...args: readonly string[]): Promise<unknown> => run("git", args, { cwd: folder, env });
  await git("init", "--quiet", "--initial-branch=main");
  await git("remote", "add", "origin", "https://github.com/octo/app.git");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "all");
}

/** Makes a folder for each action that the examples use, and returns them by name: stand-ins for others', and this one as it is built. */
async function makeActions(folder: string): Promise<Readonly<Record<string, string>>> {
  const made: Record<string, string> = { [OWN]: join(folder, "own") };
  await cp("action.yml", join(folder, "own/action.yml"));
  await cp("dist", join(folder, "own/dist"), { recursive: true });
  const standIns = resolve("__tests__/support/stand-ins/actions.mjs");
  for (const [name, { inputs, post }] of Object.entries(ACTIONS)) {
    const here = join(folder, name.replaceAll("/", "-"));
    made[name] = here;
    const action = {
      name,
      inputs: Object.fromEntries(inputs.map((input) => [input, { description: input }])),
      outputs: Object.fromEntries(["tags", "labels"].map((output) => [output, { description: output }])),
      runs: { using: "node24", main: "index.mjs", ...(post === undefined ? {} : { post: "post.mjs" }) },
    };
    await mkdir(here, { recursive: true });
    await writeFile(join(here, "action.yml"), stringify(action));
    const starting = (step: "run" | "post"): string =>
      `import { ACTIONS } from ${JSON.stringify(standIns)};\nawait ACTIONS[${JSON.stringify(name)}].${step}();\n`;
    await writeFile(join(here, "index.mjs"), starting("run"));
    if (post !== undefined) await writeFile(join(here, "post.mjs"), starting("post"));
  }
  return made;
}
