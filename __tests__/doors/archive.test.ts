import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VERSION } from "../../src/program/about.js";
import { DOOR_NODE, type Ended, runCli } from "../support/doors.js";
import { partsNamedIn } from "../support/loaded.js";

// What `uses:` downloads: the archive of a commit, as git makes it. Here of the files as they stand, committed or not.
const MOST_BYTES = 1_000_000;

const run = promisify(execFile);
let folder: string;
let packed: string;
let unpacked: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prune-archive-"));
  [packed, unpacked] = [join(folder, "archive.tar"), join(folder, "unpacked")];
  // In a repository of its own, so that nothing is written into this one's.
  const env = {
    PATH: process.env["PATH"] ?? "",
    GIT_DIR: join(folder, "git"),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
  };
  const git = async (...args: readonly string[]): Promise<string> =>
    (await run("git", args, { env: { ...env, GIT_WORK_TREE: resolve(".") } })).stdout.trim();
  await run("git", ["init", "--quiet", "--bare", env.GIT_DIR], { env: { ...env, GIT_DIR: undefined } });
  await git("add", "--all");
  await git("archive", "-o", packed, await git("write-tree"));
  await mkdir(unpacked);
  await run("tar", ["-xf", packed, "-C", unpacked]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function filesBelow(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).sort();
}

/** Runs a file of the unpacked archive as a step's, in a folder that is not the action's. */
function runUnpacked(file: string): Promise<Ended> {
  const env = { PATH: process.env["PATH"] ?? "", GITHUB_ACTIONS: "true", RUNNER_TEMP: folder };
  return new Promise((done) => {
    execFile(DOOR_NODE, [join(unpacked, file)], { env, cwd: folder }, (error, stdout, stderr) => {
      done({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

test("the archive of a commit is less than 1 MB to download", async () => {
  expect(gzipSync(await readFile(packed)).length).toBeLessThan(MOST_BYTES);
});

test("it holds what runs the action, with each part that a part may load, and nothing besides", async () => {
  const files = await filesBelow(unpacked);
  const built = (await filesBelow("dist")).map((file) => join("dist", file));
  const others = ["LICENSE", "README.md", "action.yml", "package.json"];
  expect(files).toEqual([...others, ...built].sort());
  const parts = files.filter((file) => file.startsWith("dist/parts/"));
  const texts = await Promise.all(parts.map((file) => readFile(join(unpacked, file), "utf8")));
  const named = new Set(texts.flatMap(partsNamedIn).map((part) => join("dist", part)));
  expect(named.size).toBeGreaterThan(20);
  expect(parts).toEqual([...named, "dist/parts/index.js"].sort());
});

test("its action and its command line start", async () => {
  const step = await runUnpacked("dist/index.js");
  expect([step.code, step.stderr]).toEqual([1, ""]);
  expect(step.stdout).toContain("::error::Bad input (1 problem):%0A  image: it is empty;");
  expect(await runUnpacked("dist/post.js")).toEqual({ code: 0, stdout: "", stderr: "" });
  const ended = await runCli(["--version"], { script: join(unpacked, "dist/cli.js") });
  expect(ended).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
});
