import { describe, expect, test } from "vitest";
import { listTags } from "../../scripts/images.mjs";
import { closeAfter, throwingAt, withoutOutput } from "../support/closing.js";
import { type Ended, runAction, runCli, runInShell } from "../support/doors.js";
import { openFullPipe, runUnread } from "../support/full-pipe.js";
import { runPrune } from "../support/pruning.js";
import { runReclaim } from "../support/reclaiming.js";
import { pullAll, pushAlphas, type ScriptedRegistry, startScripted } from "../support/scripted.js";
import { runOnStoppedTerminal } from "../support/terminal.js";

/** A registry with four images. */
async function filled(): Promise<ScriptedRegistry> {
  const registry = await startScripted();
  await pushAlphas(registry);
  return registry;
}

const pruneArgs = ({ host, script }: ScriptedRegistry): readonly string[] => [
  "prune",
  `${host}/team/app`,
  "--keep=2",
  "--gc-command",
  script,
];

/** Expects that a run went on to its end: nothing broke, two images are gone, and a collection finds none of what was theirs. */
async function expectCollected(registry: ScriptedRegistry): Promise<void> {
  expect(await pullAll(registry)).toEqual(["3.3.0-alpha.3", "3.3.0-alpha.4"]);
  const again = await runReclaim({ registry: registry.host, "gc-command": registry.script });
  expect(again.result.collection).toMatchObject({ kind: "collected", blobs: 0 });
}

const NO_TRACE = /\n\s+at |node:internal|Unhandled|Error:/;

describe("the reader of the log goes away, and the run goes on to its end", () => {
  // Before the first line; amid the deletions; while the registry is down.
  test.each([0, 4, 10])("prune, after %i lines", async (lines) => {
    const registry = await filled();
    const { code, stderr } = await runCli(pruneArgs(registry), { started: closeAfter(lines) });
    expect(code).toBe(0);
    expect(stderr).not.toMatch(NO_TRACE);
    await expectCollected(registry);
  });

  test("reclaim in a shell, by head -1", async () => {
    const registry = await filled();
    await runPrune({ image: `${registry.host}/team/app`, keep: "2" });
    const script = registry.script.replaceAll("'", `'\\''`);
    const line = `prune-image-tags reclaim ${registry.host} --gc-command '${script}'`;
    const { code, stdout, stderr } = await runInShell(`{ ${line}; echo "code $?" >&2; } | head -1`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "code 0\n" });
    expect(stdout).toContain("collecting the garbage");
    await expectCollected(registry);
  });

  test("a dry run says nothing of it, nor does --help", async () => {
    const registry = await filled();
    const line = `prune-image-tags ${registry.host}/team/app --keep 1 --dry-run`;
    for (const each of [line, `${line} --json`, "prune-image-tags --help"]) {
      const { stderr } = await runInShell(`{ ${each}; echo "code $?" >&2; } | true`);
      // With --json, the log is on standard error.
      expect(stderr).toMatch(/code 0\n$/);
      expect(stderr).not.toMatch(NO_TRACE);
    }
  });

  test("a log on a full disk is told of once, and ends nothing", async () => {
    const registry = await filled();
    const { code, stderr } = await runInShell(
      `prune-image-tags ${registry.host}/team/app --keep 2 >/dev/full`,
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: not all output could be written: Error: ENOSPC[^\n]*\n$/);
    expect(await listTags(registry.repo)).toEqual(["3.3.0-alpha.3", "3.3.0-alpha.4"]);
  });

  test("a write that throws at once ends nothing", async () => {
    const registry = await filled();
    const { code, stdout, stderr } = await runCli(pruneArgs(registry), { env: withoutOutput() });
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(stderr).toBe("Warning: not all output could be written: Error: write EAGAIN\n");
    await expectCollected(registry);
  });

  test("the words of a write that fails are told with nothing that a terminal obeys", async () => {
    const { stderr } = await runCli(["--version"], { env: withoutOutput("\u001b]52;c;x\u0007 \u202e") });
    expect(stderr).toBe("Warning: not all output could be written: Error: \\u001b]52;c;x\\u0007 \\u202e\n");
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s stops it all the same", async (signal) => {
    const registry = await filled();
    const script = registry.script.replace("sleep 1", "echo is down; sleep 20; exit 9");
    const { code } = await runCli(pruneArgs({ ...registry, script }), {
      started: (child) => {
        child.stdout?.on("data", (chunk: Buffer) => {
          if (!chunk.includes("is down")) return;
          closeAfter(0)(child);
          child.kill(signal);
        });
      },
    });
    expect(code).toBe(1);
    expect(await pullAll(registry)).toHaveLength(2);
  });
});

test("a reader who stays and never reads: prune and reclaim go on to their ends, and end; an answer waits", async () => {
  const [pruned, reclaimed, asked, shown] = [await filled(), await filled(), await filled(), await filled()];
  await runPrune({ image: `${reclaimed.host}/team/app`, keep: "2" });
  const lines = [
    pruneArgs(pruned),
    ["reclaim", reclaimed.host, "--gc-command", reclaimed.script],
    ["prune", `${asked.host}/team/app`, "--dry-run", "--json"],
    ["explain", `${asked.host}/team/app:3.3.0-alpha.4`],
    ["127.0.0.1:1/team/app", "--quiet"],
  ];
  const pipes = await Promise.all(lines.map(openFullPipe));
  const [prune, reclaim, answer, page, error] = lines.map((line, index) =>
    runUnread(line, pipes[index] ?? { descriptor: 1 }),
  );
  const ended = Promise.all([prune, reclaim, error]);
  const stopped = runOnStoppedTerminal([...pruneArgs(shown), "--yes"], {
    stopAt: ": reading",
    goOnAfter: ended,
  });
  expect(await ended).toEqual([0, 0, 1]);
  // Not one line had room.
  expect(pipes.slice(0, 2).map(({ drain }) => drain())).toEqual(["", ""]);
  await expectCollected(pruned);
  await expectCollected(reclaimed);
  pipes[2]?.drain();
  expect(await answer).toBe(0);
  expect(pipes[2]?.drain()).toContain('"notices": []');
  pipes[3]?.drain();
  expect(await page).toBe(0);
  expect(pipes[3]?.drain()).toContain("3.3.0-alpha.4");
  expect(await stopped).toEqual({ code: 0, screen: expect.stringContaining("Deleted 2 tags") as string });
});

describe("something is thrown that nobody catches", () => {
  const expectBug = ({ code, stderr }: Ended): void => {
    expect(code).toBe(1);
    expect(stderr.split("\n")[0]).toBe("Unexpected error, please report it: Error: boom");
    expect(stderr.match(/boom/g)).toHaveLength(1);
  };

  test("while the registry is down: the script is ended, and its trap starts the registry", async () => {
    const registry = await filled();
    const script = registry.script.replace("sleep 1", "echo is down; sleep 20; exit 9");
    const ended = await runCli(pruneArgs({ ...registry, script }), { env: throwingAt("| is down") });
    expectBug(ended);
    expect(ended.stdout).toContain("told to stop: the registry is started again first");
    expect(ended.stderr).toContain("told to stop while gc-command ran");
    expect(await pullAll(registry)).toHaveLength(2);
  });

  test("while it deletes: it stops between two deletions, looks at what is done, and reports", async () => {
    const registry = await filled();
    const args = ["prune", `${registry.host}/team/app`, "--keep=1", "--concurrency=1"];
    const ended = await runCli(args, { env: throwingAt("deleting 3 tags") });
    expectBug(ended);
    expect(ended.stdout).toContain("told to stop: waiting for the deletions under way");
    expect(ended.stderr).toContain("the run was told to stop, and stopped between two deletions");
    expect(await pullAll(registry)).toHaveLength(4);
  });

  test("while it reads: it ends at once, and nothing is deleted", async () => {
    const registry = await filled();
    const ended = await runCli(pruneArgs(registry), { env: throwingAt("team/app: reading") });
    expectBug(ended);
    expect(ended.stdout).not.toContain("Deleted");
    expect(await pullAll(registry)).toHaveLength(4);
  });

  test("in the action: the step fails", async () => {
    const registry = await filled();
    const inputs = { image: `${registry.host}/team/app`, keep: "1" };
    const { code, errors } = await runAction(inputs, throwingAt("team/app: reading"));
    expect({ code, errors }).toEqual({
      code: 1,
      errors: ["Unexpected error, please report it: Error: boom"],
    });
    expect(await pullAll(registry)).toHaveLength(4);
  });
});

const fail = (): never => {
  throw new Error("boom");
};

describe("a listener that throws at everything that it is told", () => {
  test("ends no deletion and no collection, and its first error is handed on", async () => {
    const registry = await filled();
    const raw = { image: `${registry.host}/team/app`, keep: "2", "gc-command": registry.script };
    const thrown: unknown[] = [];
    const pruned = await runPrune(raw, { say: fail, onBrokenListener: (error) => thrown.push(error) });
    expect(pruned.outcome).toMatchObject({ kind: "applied", deleted: { length: 2 } });
    expect(pruned.result.collection).toMatchObject({ kind: "collected", blobs: 6, harm: [] });
    expect(thrown).toEqual([new Error("boom")]);
    await expectCollected(registry);
  });

  test("ends no reclaim", async () => {
    const registry = await filled();
    await runPrune({ image: `${registry.host}/team/app`, keep: "2" });
    const raw = { registry: registry.host, "gc-command": registry.script };
    const { result } = await runReclaim(raw, { say: fail, onBrokenListener: fail });
    expect(result.collection).toMatchObject({ kind: "collected", blobs: 6, restarted: true });
    expect(await pullAll(registry)).toHaveLength(2);
  });
});

test("the runner's files can't be written: the step says so, and does what it is for", async () => {
  const registry = await filled();
  const inputs = { image: `${registry.host}/team/app`, keep: "2", "gc-command": registry.script };
  const full = { GITHUB_OUTPUT: "/dev/full", GITHUB_STEP_SUMMARY: "/dev/full", GITHUB_STATE: "/dev/full" };
  const { code, warnings, errors } = await runAction(inputs, full);
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  expect(warnings).toContain("The runner's file for the job summary can't be written: the disk is full.");
  expect(warnings).toContain("The runner's file for the output deleted can't be written: the disk is full.");
  await expectCollected(registry);
});
