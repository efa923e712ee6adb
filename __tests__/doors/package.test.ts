import { execFile } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { VERSION } from "../../src/program/about.js";
import { type Ended, runProgram } from "../support/doors.js";
import { emptyFolder, useProof } from "../support/downloaded.js";

const run = promisify(execFile);
const { proveThatItPrunes } = useProof();

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
    "man",
    "package.json",
    "policy.schema.json",
  ]);
  await mkdir(join(place, "app"));
  await npm("install", "--prefix", "app", "--no-audit", "--no-fund", join(place, filename));
  const app = join(place, "app");
  const installed = await readdir(join(app, "node_modules"));
  expect(installed.filter((name) => !name.startsWith("."))).toEqual(["prune-image-tags"]);
  const env = { PATH: process.env["PATH"] ?? "", HOME: place, npm_config_update_notifier: "false" };
  const npx = (args: readonly string[]): Promise<Ended> => {
    const words = ["--offline", "--cache", cache, "prune-image-tags", ...args];
    return runProgram("npx", words, { env, cwd: app });
  };
  expect(await npx(["--version"])).toMatchObject({ code: 0, stdout: `${VERSION}\n` });
  await proveThatItPrunes(npx, (line) => {
    expect(line).toMatch(/^npx prune-image-tags restore /);
    return runProgram("sh", ["-c", line], { env, cwd: app });
  });
});
