import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { pushImage } from "../../scripts/images.mjs";
import { type Registry, startRegistry } from "../../scripts/registry.mjs";
import { useEngine } from "../support/containers.js";
import { runAction, runCli } from "../support/doors.js";
import { runOnTerminal } from "../support/terminal.js";

const { start, engineOr } = useEngine();
let registry: Registry;

beforeAll(async () => {
  registry = await startRegistry({ storageExtras: {} });
});
afterAll(() => registry.stop());

/** A storage with an emptied repository, and no registry on it. */
async function abandoned(): Promise<string> {
  const storage = await mkdtemp(join(tmpdir(), "prune-storage-"));
  onTestFinished(() => rm(storage, { recursive: true, force: true }));
  const running = await startRegistry({ storage });
  for (const name of ["team/app", "team/gone"]) await pushImage({ base: running.url, name }, ["1.0.0"]);
  const { code } = await runCli(["prune", `${running.host}/team/gone`, "--keep=0", "--allow-empty"]);
  expect(code).toBe(0);
  await running.stop();
  await new Promise((resolve) => setTimeout(resolve, 1100));
  return storage;
}

describe("reclaim on the command line", () => {
  test("sweeps a storage on which none runs, after showing what it would remove", async () => {
    const storage = await abandoned();
    const args = ["reclaim", "--storage", storage, "--offline", "--uploads-older-than", "1s"];
    const dry = await runCli([...args, "--dry-run"]);
    expect(dry.code).toBe(0);
    expect(dry.stdout).toMatch(/^ {2}remove {3}team\/gone {2}\(.*, \d.*B\)$/m);
    expect(dry.stdout).toMatch(/Dry run\. Would remove 1 leftover/);
    const { code, stdout, stderr } = await runCli([...args, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      dryRun: false,
      "freed-bytes": expect.any(Number) as number,
      removals: [{ kind: "empty-repository", repository: "team/gone", outcome: "removed" }],
      unsure: [],
    });
    expect(stderr).toMatch(/^ {2}removed {2}team\/gone {2}\(.*, \d.*B\)$/m);
    const again = await runCli(args);
    expect(again.stdout).toContain("Nothing to sweep.");
  });

  test("names what is empty and too young to go, and when it goes", async () => {
    const storage = await abandoned();
    const args = ["reclaim", "--storage", storage, "--offline", "--uploads-older-than", "2h"];
    const { code, stdout } = await runCli(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /team\/gone is empty, and too young to go.*: a sweep takes it from \d{4}-\d\d-\d\d \d\d:\d\d UTC on/,
    );
    expect(stdout).toContain("Nothing to sweep. 1 empty repository too young to go.");
    const { waiting } = JSON.parse((await runCli([...args, "--json"])).stdout) as {
      waiting: readonly { repository: string; until: string }[];
    };
    expect(waiting.map(({ repository }) => repository)).toEqual(["team/gone"]);
    const layers = join(storage, "docker/registry/v2/repositories/team/gone/_layers/sha256");
    const links = (await readdir(layers)).map((name) => join(layers, name, "link"));
    const times = await Promise.all(links.map(async (link) => (await stat(link)).mtimeMs));
    const until = Date.parse(waiting[0]?.until ?? "");
    expect(Math.abs(until - Math.max(...times) - 2 * 60 * 60 * 1000)).toBeLessThan(1000);
  });

  test("takes its registry as the first word, and says all that is wrong with the rest", async () => {
    const { code, stderr } = await runCli(["reclaim", registry.host, "--keep", "3", "--gc-min-bytes", "x"]);
    expect(code).toBe(2);
    expect(stderr).toContain("keep: reclaim does not take it; prune, explain and try do");
    expect(stderr).toContain('gc-min-bytes: "x" is not a size');
    expect(stderr).toContain("gc-container: nothing says what to do");
    expect(stderr).not.toContain("registry:");
  });

  test("refuses a storage whose registry runs, and a folder that is none", async () => {
    const storage = registry.storage ?? "";
    await pushImage({ base: registry.url, name: "team/app" }, ["1.0.0"]);
    const busy = await runCli(["reclaim", registry.host, "--storage", storage]);
    expect(busy.code).toBe(1);
    expect(busy.stderr).toContain("runs, and is not read-only");
    const none = await runCli(["reclaim", "--storage", tmpdir(), "--offline"]);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain("no registry's folder");
  });

  test("asks on a terminal before it stops anything", async ({ skip }) => {
    engineOr(skip);
    const contained = await start();
    const args = ["reclaim", contained.host, "--gc-container", contained.name];
    const before = await contained.docker("inspect", "-f", "{{.State.StartedAt}}", contained.name);
    const { code, screen } = await runOnTerminal(args, { answer: "n" });
    expect(screen).toContain(`stop ${contained.name}, collect its garbage and start it again. Go on?`);
    expect(code).toBe(1);
    expect(await contained.docker("inspect", "-f", "{{.State.StartedAt}}", contained.name)).toBe(before);
  });

  test("has a help of its own", async () => {
    const { stdout } = await runCli(["reclaim", "--help"]);
    expect(stdout).toMatch(/^Usage: .*node dist\/cli\.js reclaim REGISTRY/);
    expect(stdout).toContain("--untagged-older-than");
    expect(stdout).not.toContain("--keep ");
    const all = await runCli(["--help"]);
    expect(all.stdout).toContain("dist/cli.js check IMAGE");
    expect(all.stdout).toContain("--keep ");
  });
});

describe("the action", () => {
  test("reclaims, with the freed bytes as its output and a summary", async ({ skip }) => {
    const engine = engineOr(skip);
    const contained = await start();
    const repo = { base: contained.url, name: "team/app" };
    for (const number of [1, 2, 3]) await pushImage(repo, [`1.0.${number}`]);
    const step = await runAction(
      { image: `${contained.host}/team/app`, keep: "2", "gc-container": contained.name },
      engine.env,
    );
    expect(step.code).toBe(0);
    expect(Number(step.outputs["freed-bytes"])).toBeGreaterThan(0);
    expect(step.summary).toContain("Garbage collected: 3 blobs");
    expect(step.states).toEqual({ container: contained.name, run: expect.any(String) as string });
    const nightly = await runAction(
      { command: "reclaim", registry: contained.host, "gc-container": contained.name },
      engine.env,
    );
    expect(nightly.code).toBe(0);
    expect(nightly.outputs["freed-bytes"]).toBe("");
    expect(nightly.summary).toContain("There is no garbage to collect");
  });

  test("sweeps, and lists in its summary what it removed", async () => {
    const storage = await abandoned();
    const inputs = { command: "reclaim", storage, offline: "true", "uploads-older-than": "1s" };
    const step = await runAction(inputs);
    expect(step.code).toBe(0);
    expect(Number(step.outputs["freed-bytes"])).toBeGreaterThan(0);
    expect(step.summary).toContain("| 🧹&nbsp;removed | <code>team/gone</code> | ");
  });

  test("leaves nothing for its post step where nothing was stopped", async () => {
    const step = await runAction({ image: `${registry.host}/team/app`, "dry-run": "true" });
    expect(step.states).toEqual({});
    expect(step.outputs["freed-bytes"]).toBe("");
  });
});

describe("check", () => {
  test("says that a registry is ready: exit code 0, on the command line and in the action", async () => {
    await pushImage({ base: registry.url, name: "team/app" }, ["1.0.0"]);
    const { code, stdout } = await runCli(["check", `${registry.host}/team/app`]);
    expect(stdout).toContain("Deletes are on");
    expect(code).toBe(0);
    const step = await runAction({ command: "check", image: `${registry.host}/team/app` });
    expect(step.code).toBe(0);
    expect(step.summary).toContain("deletes");
  });

  test("says what is wrong with files, as JSON too: exit code 1", async () => {
    const folder = await mkdtemp(join(tmpdir(), "prune-files-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const config = join(folder, "config.yml");
    await writeFile(config, "version: 0.1\nstorage:\n  filesystem: {}\n");
    const { code, stdout } = await runCli(["check", "--registry-config", config, "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ready: false });
    const step = await runAction({ command: "check", "registry-config": config });
    expect(step.code).toBe(1);
    expect(step.errors.join()).toContain("not ready");
  });
});
