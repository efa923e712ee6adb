import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { beforeAll, onTestFinished, type TestContext } from "vitest";
import { findRsync } from "../../scripts/rsync.mjs";
import { DOOR_NODE } from "./doors.js";
import { writeDocker, writeNpx, writeProgram } from "./programs.js";

/** A pipeline that has run. */
export interface PipelineRun {
  readonly code: number;
  readonly log: string;
  /** The files that are artifacts, as `job/file`, sorted. */
  readonly artifacts: readonly string[];
  readonly folder: string;
}

/** What a pipeline is run for: a tag, or a branch; the default branch is main. */
export interface PipelineOptions {
  readonly tag?: string;
  readonly branch?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

const run = promisify(execFile);
const PROGRAM = resolve("node_modules/gitlab-ci-local/dist/index.js");

/** Finds what gitlab-ci-local needs. The returned function runs a pipeline on this machine itself, without containers. */
export function useGitLab(): (
  skip: TestContext["skip"],
) => (pipeline: string, options: PipelineOptions) => Promise<PipelineRun> {
  let rsync: Awaited<ReturnType<typeof findRsync>>;
  beforeAll(async () => {
    rsync = await findRsync(console.warn);
  });
  return (skip) => {
    if (rsync === undefined) return skip("there is no rsync, which gitlab-ci-local needs");
    const { program, libraries } = rsync;
    const line = `LD_LIBRARY_PATH="${libraries}" exec "${program}" "$@"`;
    return (pipeline, options) => runPipeline(line, pipeline, options);
  };
}

async function runPipeline(rsync: string, pipeline: string, options: PipelineOptions): Promise<PipelineRun> {
  const { tag, branch = "main", variables = {}, env = {} } = options;
  const folder = await mkdtemp(join(tmpdir(), "prune-gitlab-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [work, bin, home] = ["work", "bin", "home"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([work, home].map((place) => mkdir(place)));
  await writeProgram(bin, "rsync", rsync);
  await writeDocker(bin);
  await writeNpx(bin);
  await writeFile(join(work, ".gitlab-ci.yml"), pipeline);
  await makeRepository(work, branch);
  const given = { ...variables, ...(tag === undefined ? {} : { CI_COMMIT_TAG: tag }) };
  const args = [
    ...["--import", resolve("__tests__/support/set-union.mjs"), PROGRAM],
    ...["--force-shell-executor", "--shell-isolation"],
    ...Object.entries(given).flatMap(([name, value]) => ["--variable", `${name}=${value}`]),
    ...["--ignore-predefined-vars", Object.keys(given).join(",")],
    ...(tag === undefined ? [] : ["--unset-variable", "CI_COMMIT_BRANCH"]),
  ];
  const path = [bin, dirname(DOOR_NODE), process.env["PATH"]].join(":");
  const ended = await run(DOOR_NODE, args, {
    cwd: work,
    env: { PATH: path, HOME: home, ...env },
    maxBuffer: 2 ** 26,
    timeout: 120_000,
  }).then(
    ({ stdout, stderr }) => ({ code: 0, log: stdout + stderr }),
    (error: unknown) => {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, log: stdout + stderr };
    },
  );
  const artifacts = join(work, ".gitlab-ci-local/artifacts");
  const files = await readdir(artifacts, { recursive: true, withFileTypes: true }).catch(() => []);
  const kept = files.filter((file) => file.isFile());
  return {
    ...ended,
    folder: artifacts,
    artifacts: kept.map((file) => join(file.parentPath, file.name).slice(artifacts.length + 1)).sort(),
  };
}

/** Makes a Git repository whose default branch is main, and of which this branch is checked out. */
async function makeRepository(folder: string, branch: string): Promise<void> {
  const env = { PATH: process.env["PATH"] ?? "", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };
  const git = (...args: readonly string[]): Promise<unknown> => run("git", args, { cwd: folder, env });
  await git("init", "--quiet", "--initial-branch=main");
  await git("config", "user.name", "a");
  await git("config", "user.email", "a@b");
  await git("remote", "add", "origin", "https://gitlab.example.com/team/app.git");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "all");
  await git("update-ref", "refs/remotes/origin/main", "HEAD");
  await git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  if (branch !== "main") await git("checkout", "--quiet", "-b", branch);
}
