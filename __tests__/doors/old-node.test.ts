import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { findNode } from "../../scripts/old-node.mjs";
import { guardedStart } from "../../scripts/starter.mjs";
import { VERSION } from "../../src/program/about.js";
import { DOOR_NODE, type Ended, runProgram } from "../support/doors.js";

const TOLD = "prune-image-tags needs Node 20.3 or newer, and this is Node ";
const DOORS = ["cli.js", "index.js", "post.js"] as const;

function start(node: string, args: readonly string[]): Promise<Ended> {
  return runProgram(node, args, { env: { PATH: process.env["PATH"] ?? "" } });
}

/** Returns Node's flag that makes it call itself another version. */
function calledVersion(version: string): string {
  const text = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`;
  return `--import=data:text/javascript,${encodeURIComponent(text)}`;
}

/** Proves that one line says what is wrong, where the door's reader looks for it. */
function expectToldInOneLine(door: string, { code, stdout, stderr }: Ended, version: string): void {
  const [said, other] = door === "cli.js" ? [stderr, stdout] : [stdout, stderr];
  const mark = door === "cli.js" ? "" : "::error::";
  expect([code, other]).toEqual([2, ""]);
  expect(said).toMatch(/^.*\n$/);
  expect(said.startsWith(`${mark}${TOLD}${version}. The `)).toBe(true);
}

describe.each(DOORS)("dist/%s", (door) => {
  test.each(["0.10.48", "12.22.9", "18.20.4", "20.2.0"])(
    "on a Node that calls itself %s",
    async (version) => {
      const ended = await start(DOOR_NODE, [calledVersion(version), `dist/${door}`, "--version"]);
      expectToldInOneLine(door, ended, version);
    },
  );

  // Ubuntu 22.04's, the last one without newer words of the language; and the last one with a promise of support before the oldest that will do.
  test.for(["12.22.12", "18.20.8"])("on Node %s", async (version, { skip }) => {
    const node = (await findNode(version, console.warn)) ?? skip(`Node ${version} can't be fetched from npm`);
    expectToldInOneLine(door, await start(node, [`dist/${door}`, "--version"]), version);
  });
});

test.each(["20.3.0", "20.20.2", "21.0.0", "100.0.0"])("Node %s is new enough", async (version) => {
  const ended = await start(DOOR_NODE, [calledVersion(version), "dist/cli.js", "--version"]);
  expect(ended).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: "" });
});

/** Runs a starter before a program of the test's own. */
async function runStarter(program: string): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), "prune-starter-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "parts"));
  await writeFile(join(folder, "parts/index.mjs"), program);
  const text = await guardedStart('import("./parts/index.mjs").then(function (it) { return it.run(); })');
  await writeFile(join(folder, "start.mjs"), text);
  return start(DOOR_NODE, [join(folder, "start.mjs")]);
}

describe("a run that ends", () => {
  const bug = "The run ended before it was done. This is a bug; please report it.\n";

  test.each([
    ["in the middle, with nothing left to wait for", "export const run = () => new Promise(() => {});"],
    ["while it is loaded", "await new Promise(() => {});"],
  ])("%s, ends with 13", async (_, program) => {
    expect(await runStarter(program)).toEqual({ code: 13, stdout: "", stderr: bug });
  });

  test.each([
    ["well", "", 0],
    ["with an exit code of its own", "process.exitCode = 3;", 3],
  ])("%s, keeps its exit code", async (_, body, code) => {
    const ended = await runStarter(`export const run = async () => { ${body} };`);
    expect(ended).toEqual({ code, stdout: "", stderr: "" });
  });

  test("by an error that nobody catches", async () => {
    const ended = await runStarter('export const run = async () => { throw new Error("a bug"); };');
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining("Error: a bug")]);
    expect(ended.stderr).not.toContain(bug);
  });
});
