import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { runAction, runCli } from "../support/doors.js";
import { runPrune } from "../support/pruning.js";
import { pullAll, pushAlphas, type ScriptedRegistry, startScripted } from "../support/scripted.js";

/** Prunes, and collects with this script. */
async function collectBy({ host }: ScriptedRegistry, script: string, more = {}) {
  const { result } = await runPrune({
    image: `${host}/team/app`,
    keep: "2",
    "gc-command": script,
    ...more,
  });
  return result.collection;
}

/** A registry with four images, and the path of a file that a script may write. */
async function filled(): Promise<ScriptedRegistry & { readonly file: string }> {
  const registry = await startScripted();
  await pushAlphas(registry);
  return { ...registry, file: join(registry.storage, "..", "written") };
}

const failure = (text: string) => ({
  kind: "failed",
  error: { message: expect.stringContaining(text) as string },
});

/** What stops the registry and then never ends by itself; the program that it waits for leaves its process id. */
const endless = ({ programs, file }: ScriptedRegistry & { readonly file: string }): string =>
  [`trap ${programs.start} EXIT`, programs.stop, `bash -c 'echo $$ >${file}; exec sleep 600'`].join("\n");

/** Signals a run when its script hangs. */
async function signalAt({ file }: { readonly file: string }, child: ChildProcess, signal: NodeJS.Signals) {
  while (!existsSync(file)) await sleep(20);
  child.kill(signal);
}

async function expectEnded({ file }: { readonly file: string }): Promise<void> {
  const pid = (await readFile(file, "utf8")).trim();
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  expect(command).not.toContain("sleep");
}

describe("a gc-command that fails", () => {
  test("before it stops anything: its exit code and its last line are told", async () => {
    const registry = await filled();
    const collection = await collectBy(registry, "echo first; echo no such service >&2; exit 5");
    expect(collection).toMatchObject(failure("gc-command failed (exit code 5): no such service"));
    expect(await pullAll(registry)).toHaveLength(2);
  });

  test.each([
    ["-e: a command fails", "false", "exit code 1"],
    ["-u: a variable is not set", 'echo "$NOT_SET_ANYWHERE"', "NOT_SET_ANYWHERE: unbound variable"],
    ["pipefail: a command in a pipe fails", "false | cat", "exit code 1"],
  ])("ends there, with %s", async (_, line, said) => {
    const registry = await filled();
    expect(await collectBy(registry, `${line}\ntouch ${registry.file}`)).toMatchObject(failure(said));
    expect(existsSync(registry.file)).toBe(false);
  });

  test("in the middle: its trap starts the registry", async () => {
    const registry = await filled();
    const { start, stop } = registry.programs;
    const collection = await collectBy(registry, `trap ${start} EXIT\n${stop}\nfalse`);
    expect(collection).toMatchObject(failure("gc-command failed (exit code 1)"));
    expect(await pullAll(registry)).toHaveLength(2);
  });
});

describe("a registry that does not come back", () => {
  test("is a loud failure", async () => {
    const registry = await filled();
    const { stop, collect } = registry.programs;
    const collection = await collectBy(registry, `${stop}\n${collect}`, { "gc-timeout": "10s" });
    expect(collection).toMatchObject(failure(`THE REGISTRY IS NOT BACK: ${registry.host} does not answer`));
  });

  test("later, for it was started with the run's own output, which ends with the run", async () => {
    const registry = await filled();
    const { start, stop, collect } = registry.programs;
    const held = `bash -c 'echo $$ >${registry.file}; exec sleep 600' &`;
    const collection = await collectBy(registry, `${stop}\n${collect}\n${start}\n${held}`);
    process.kill(Number(await readFile(registry.file, "utf8")));
    expect(collection).toMatchObject(failure("something that it started still holds its output"));
  });
});

describe("a gc-command that does not end", () => {
  test("is ended with all that it started after gc-timeout, and its trap starts the registry", async () => {
    const registry = await filled();
    const collection = await collectBy(registry, endless(registry), { "gc-timeout": "5s" });
    expect(collection).toMatchObject(failure("took longer than gc-timeout"));
    expect(await pullAll(registry)).toHaveLength(2);
    await expectEnded(registry);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("is ended by %s", async (signal) => {
    const registry = await filled();
    const args = ["prune", `${registry.host}/team/app`, "--keep=2", "--gc-command", endless(registry)];
    const { code, stdout, stderr } = await runCli(args, {
      started: (child) => void signalAt(registry, child, signal),
    });
    expect(stderr).toContain("told to stop while gc-command ran, so it was ended (SIGTERM)");
    expect(stdout).toContain("told to stop");
    expect(code).toBe(1);
    expect(await pullAll(registry)).toHaveLength(2);
    await expectEnded(registry);
  });
});

test("a registry that a trap starts in the script's own group outlives it", async () => {
  const registry = await filled();
  // As its program starts it, without a session of its own.
  const start = (await readFile(registry.programs.start, "utf8")).replace("setsid ", "").split("\n").slice(2);
  const script = `begin() {\n${start.join("\n")}\n}\n${endless(registry).replace(registry.programs.start, "begin")}`;
  const args = ["prune", `${registry.host}/team/app`, "--keep=2", "--gc-command", script];
  const { stderr } = await runCli(args, { started: (child) => void signalAt(registry, child, "SIGTERM") });
  expect(stderr).toContain("told to stop while gc-command ran");
  expect(await pullAll(registry)).toHaveLength(2);
});

describe("a secret", () => {
  test("in a script is on no command line", async () => {
    const registry = await filled();
    // The script has it, and what looks for it has not.
    const look = `cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' ' >${registry.file} || true`;
    const script = `: s3cret-in-a-script\n${look}\n${registry.script}`;
    const step = await runAction({ image: `${registry.host}/team/app`, keep: "2", "gc-command": script });
    expect(step.stdout).toContain("Garbage collected: 6 blobs");
    const commands = await readFile(registry.file, "utf8");
    expect(commands).toContain("gc-command.sh");
    expect(commands).not.toContain("s3cret-in-a-script");
  });

  test.each([
    ["prints it", (script: string) => script, 0],
    ["fails with it", () => 'echo "wrong: $SECRET" >&2; exit 1', 1],
  ])("is masked where a script %s", async (_, scriptOf, code) => {
    const registry = await filled();
    const secret = "pass-w0rd-of-the-registry";
    const script = `echo "with $SECRET"\n${scriptOf(registry.script)}`;
    const args = ["prune", `${registry.host}/team/app`, "--keep=2", "--gc-command", script];
    const env = { PRUNE_USERNAME: "ci", PRUNE_PASSWORD: secret, SECRET: secret };
    const run = await runCli(args, { env });
    expect(run.stdout).toContain("| with ***");
    expect(run.stdout + run.stderr).not.toContain(secret);
    expect(run.code).toBe(code);

    await pushAlphas(registry);
    const inputs = { image: `${registry.host}/team/app`, keep: "2", username: "ci", password: secret };
    const step = await runAction({ ...inputs, "gc-command": script }, { SECRET: secret });
    const shown = step.stdout.replaceAll(`::add-mask::${secret}`, "") + step.stderr + step.summary;
    expect(shown).toContain("| with ***");
    expect(shown).not.toContain(secret);
    expect(step.code).toBe(code);
  });
});
