import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { packagesIn } from "../../scripts/bundle.mjs";
import { listTags, pushImage } from "../../scripts/images.mjs";
import { findNode } from "../../scripts/old-node.mjs";
import { VERSION } from "../../src/program/about.js";
import { DOOR_NODE, type Ended, runCli, runProgram } from "../support/doors.js";
import { type Proxied, useProxiedRegistry } from "../support/proxied.js";

// What people download: the single file, the binary, and npm's package.

const run = promisify(execFile);
const proxied = useProxiedRegistry();
let folder: string;
let single: string;
let binary: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prune-downloads-"));
  await run(DOOR_NODE, ["scripts/build-binary.mjs", folder]);
  single = join(folder, "prune-image-tags.mjs");
  binary = join(folder, `prune-image-tags-${process.platform}-${process.arch}`);
}, 900_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function filled(): Promise<Proxied> {
  const made = await proxied();
  for (const tag of ["1.0.0", "1.1.0", "1.2.0"]) await pushImage(made.repo, [tag]);
  return made;
}

async function emptyFolder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "prune-installed-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** Prunes twice, first dry, and proves by the registry that only the second run deleted. */
async function proveThatItPrunes(start: (args: readonly string[]) => Promise<Ended>): Promise<void> {
  const made = await filled();
  const dry = await start([made.image, "--keep", "1", "--dry-run"]);
  expect(dry).toMatchObject({ code: 0, stderr: "" });
  expect(dry.stdout).toContain("Dry run: would delete 2 tags, keep 1 in 1 repository: ");
  expect(new Set(made.proxy.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  expect(await start([made.image, "--keep", "1"])).toMatchObject({ code: 0, stderr: "" });
  expect(await listTags(made.repo)).toEqual(["1.2.0"]);
}

test("the single file, alone in a folder, is the whole program", async () => {
  await proveThatItPrunes((args) => runCli(args, { script: single }));
});

test.for(["12.22.12", "18.20.8"])(
  "the single file says that Node %s is too old",
  async (version, { skip }) => {
    const node = (await findNode(version, console.warn)) ?? skip(`Node ${version} can't be fetched from npm`);
    const { code, stdout, stderr } = await runProgram(node, [single, "--version"], { env: {} });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      new RegExp(`^prune-image-tags needs Node 20\\.3 or newer, and this is Node ${version}\\. .*\n$`),
    );
  },
);

test("a bug in the single file is told with its place in that file", async () => {
  const broken = join(await emptyFolder(), "broken.mjs");
  const text = await readFile(single, "utf8");
  const lines = text.split("\n");
  const place = lines.indexOf('"use strict";') + 1;
  lines[place - 1] = '"use strict"; throw new Error("a bug");';
  await writeFile(broken, lines.join("\n"));
  const { code, stderr } = await runCli(["--version"], { script: broken });
  expect([code, stderr]).toEqual([1, expect.stringContaining(`${broken}:${place}`)]);
});

describe("the binary", () => {
  // No Node can be found there.
  const bare = { env: { PATH: "/nowhere" } };

  test("says its version, what is wrong with its arguments, and prunes, where there is no Node", async () => {
    expect(await runProgram(binary, ["--version"], bare)).toEqual({
      code: 0,
      stdout: `${VERSION}\n`,
      stderr: "",
    });
    const mistyped = await runProgram(binary, ["--exclud", "x"], bare);
    expect([mistyped.code, mistyped.stderr]).toEqual([2, expect.stringContaining("did you mean --exclude?")]);
    await proveThatItPrunes((args) => runProgram(binary, args, { env: { ...bare.env, HOME: folder } }));
  });

  test("has what other programs load lazily", async () => {
    const policy = join(await emptyFolder(), "policy.yml");
    await writeFile(policy, 'rules: [{ keep: 1, tags: "/^1/" }]');
    const ended = await runProgram(binary, ["try", "--policy", policy], {
      ...bare,
      input: "1.0.0\n1.1.0\n",
    });
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toContain("1.0.0");
    const sweep = ["reclaim", "--storage", "s3://bucket/registry", "--offline", "--dry-run"];
    const aws = {
      AWS_ENDPOINT_URL: "http://127.0.0.1:1",
      AWS_REGION: "x",
      AWS_ACCESS_KEY_ID: "key",
      AWS_SECRET_ACCESS_KEY: "secret",
    };
    expect((await runProgram(binary, sweep, { env: { ...bare.env, ...aws } })).stderr).toContain(
      "the S3 server can't be reached",
    );
  });
});

test("each has its checksum, as sha256sum reads it", async () => {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".sha256"));
  expect(files).toHaveLength(2);
  const { stdout } = await run("sha256sum", ["--check", "--strict", ...files], { cwd: folder });
  expect(stdout.match(/: OK$/gm)).toHaveLength(2);
});

test("licenses.txt names each package of which there is a module in any of them, and the binary's names Node", async () => {
  const bundled = await packagesIn(".cache/build-binary/single");
  expect(bundled).toEqual(expect.arrayContaining(["@octokit/core", "yaml", "re2js", "@aws-sdk/client-s3"]));
  const files = [
    { file: join(folder, "licenses.txt"), packages: bundled },
    { file: `${binary}.licenses.txt`, packages: [...bundled, "node"] },
    { file: "dist/licenses.txt", packages: [...bundled, "@actions/core", "node"] },
  ];
  for (const { file, packages } of files) {
    const lines = new Set((await readFile(file, "utf8")).split("\n"));
    expect([file, packages.filter((each) => !lines.has(each))]).toEqual([file, []]);
  }
  expect(await readFile(`${binary}.licenses.txt`, "utf8")).toContain(
    "\nNode.js is licensed for use as follows",
  );
});

test("npm's package is installed without a network and with no other, holds what runs alone, and prunes", async () => {
  const [place, cache] = [await emptyFolder(), await emptyFolder()];
  const npm = async (...args: readonly string[]): Promise<string> =>
    (await run("npm", [...args, "--cache", cache, "--offline"], { cwd: place })).stdout;
  const packed = JSON.parse(
    (await run("npm", ["pack", "--json", "--pack-destination", place, "--cache", cache])).stdout,
  ) as readonly [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];
  const [{ filename, files }] = packed;
  const top = new Set(files.map(({ path }) => path.split("/")[0]));
  expect([...top].sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist",
    "package.json",
    "policy.schema.json",
  ]);
  await mkdir(join(place, "app"));
  await npm("install", "--prefix", "app", "--no-audit", "--no-fund", join(place, filename));
  const app = join(place, "app");
  const installed = await readdir(join(app, "node_modules"));
  expect(installed.filter((name) => !name.startsWith("."))).toEqual(["prune-image-tags"]);
  const npx = (args: readonly string[]): Promise<Ended> => {
    const words = ["--offline", "--cache", cache, "prune-image-tags", ...args];
    const env = { PATH: process.env["PATH"] ?? "", HOME: place };
    return runProgram("npx", words, { env, cwd: app });
  };
  expect(await npx(["--version"])).toMatchObject({ code: 0, stdout: `${VERSION}\n` });
  await proveThatItPrunes(npx);
});
