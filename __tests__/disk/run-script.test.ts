import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { runScript, type ScriptResult } from "../../src/disk/script/gc-command.js";
import { killGroup } from "../../src/disk/script/process-group.js";
import type { RegistryHost } from "../../src/registry/distribution/host.js";
import type { Liveness } from "../../src/registry/distribution/liveness.js";

const UP: Liveness = { kind: "up" };
const DOWN: Liveness = { kind: "down", how: "refused" };
const COUNT = "1 blobs marked, 2 blobs and 0 manifests eligible for deletion";
const FAILED = "failed to garbage collect: failed to mark: invalid checksum digest format";
const EMPTY =
  "failed to garbage collect: failed to mark: filesystem: Path not found: /docker/registry/v2/repositories";

/** Runs a script for a registry that says so at each look. */
function run(
  script: string,
  liveness: (look: number) => Liveness = () => UP,
  signal = new AbortController().signal,
) {
  const shown: string[] = [];
  let looks = 0;
  const host = {
    name: "registry:5000",
    liveness: () => Promise.resolve(liveness((looks += 1))),
  } as unknown as RegistryHost;
  const running: Promise<ScriptResult> = runScript(script, {
    host,
    signal,
    onLine: (line) => void shown.push(line),
  });
  return { running, shown };
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe("a script", () => {
  test("shows its lines, but for blank ones and the noise of a collection", async () => {
    const { running, shown } = run(
      `echo one; echo; echo "app: marking blob sha256:1"; echo "  "; echo two >&2; echo "${COUNT}"`,
    );
    expect(await running).toMatchObject({ report: { isWhole: true }, isEmpty: false, wasDown: false });
    expect([...shown].sort()).toEqual([COUNT, "one", "two"].sort());
  });

  test.each<[string, string]>([
    ["echo no >&2; echo 'why not' >&2; exit 3", "gc-command failed (exit code 3): why not"],
    ["exit 3", "gc-command failed (exit code 3)"],
    [`echo '${FAILED}'; exit 0`, "the collection in gc-command failed to garbage collect"],
    [`echo '${FAILED}' >&2; exit 1`, "gc-command failed (exit code 1): failed to garbage collect"],
  ])("that does %s has failed", async (script, words) => {
    await expect(run(script).running).rejects.toThrow(words);
  });

  test.each<[string, string, boolean]>([
    ["after a collection that failed and was done again", `echo '${FAILED}'; echo '${COUNT}'`, false],
    ["of a registry that has nothing yet", `echo '${EMPTY}' >&2; exit 1`, true],
    ["of a registry that has nothing yet, whatever it ends with", `echo '${EMPTY}'; exit 0`, true],
    ["without a collection", "true", false],
  ])("is done %s", async (_, script, isEmpty) => {
    expect(await run(script).running).toMatchObject({ isEmpty });
  });

  test("has its own time, and is told to stop with its traps", async () => {
    const over = new AbortController();
    const { running, shown } = run(
      "trap 'echo trapped' EXIT; echo begun; sleep 1000 & wait",
      () => UP,
      over.signal,
    );
    await vi.waitFor(() => {
      expect(shown).toContain("begun");
    });
    over.abort(new Error("told to stop"));
    await expect(running).rejects.toThrow("told to stop");
    expect(shown).toContain("trapped");
  });

  test("is not waited for where the run was told to stop before", async () => {
    const { running } = run("sleep 1000", () => UP, AbortSignal.abort(new Error("told to stop")));
    await expect(running).rejects.toThrow("told to stop");
  });

  test.each([
    ["by a signal", ""],
    ["with a code", "trap 'exit 3' TERM; "],
  ])("that has ended %s leaves alone what it started, whenever that is looked at", async (_, trap) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const over = new AbortController();
    // A registry that a trap has started is in the script's group, and minds no SIGTERM.
    const { running, shown } = run(
      `${trap}bash -c 'trap "" TERM; exec sleep 1000' >/dev/null 2>&1 & echo "$!"; wait`,
      () => UP,
      over.signal,
    );
    await vi.waitFor(() => {
      expect(shown).toHaveLength(1);
    });
    const pid = Number(shown[0]);
    onTestFinished(() => void process.kill(pid, "SIGKILL"));
    await sleep(300);
    over.abort(new Error("told to stop"));
    await expect(running).rejects.toThrow("told to stop");
    vi.setSystemTime(Date.now() + 120_000);
    await sleep(500);
    // Not a process that has ended, whose entry may stay for a while.
    expect(await readFile(`/proc/${pid}/stat`, "utf8")).toMatch(/\) [SR] /);
  });

  test("needs bash", async () => {
    vi.stubEnv("PATH", "/nowhere");
    await expect(run("true").running).rejects.toThrow("gc-command needs bash");
  });
});

describe("a registry", () => {
  const slow = "sleep 0.4";

  test.each<[string, Liveness, boolean, boolean]>([
    ["refuses", DOWN, true, true],
    ["is down for a proxy alone", { kind: "down", how: "503" }, true, false],
    ["can't be looked at", { kind: "unknown", why: "504" }, false, false],
    ["answers", UP, false, false],
  ])("that %s meanwhile is seen to: %j", async (...row) => {
    const [, meanwhile, wasDown, hasRefused] = row;
    const { running } = run(slow, (look) => (look === 2 ? meanwhile : UP));
    expect(await running).toMatchObject({ wasDown, hasRefused });
  });

  test("that was down before is not waited for", async () => {
    expect(await run("true", () => DOWN).running).toMatchObject({ wasDown: true });
  });

  test("that comes back late is waited for", async () => {
    expect(await run("true", (look) => (look > 1 && look < 6 ? DOWN : UP)).running).toMatchObject({
      wasDown: true,
    });
  });

  test("that does not come back is the error, be the run told to stop meanwhile", async () => {
    const over = new AbortController();
    const { running } = run(
      "true",
      (look) => {
        if (look > 8) over.abort(new Error("told to stop"));
        return look === 1 ? UP : DOWN;
      },
      over.signal,
    );
    await expect(running).rejects.toThrow("THE REGISTRY IS NOT BACK");
  });

  test("that does not come back is the error, once it had its time", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { running } = run("true", (look) => {
      if (look > 1) vi.setSystemTime(Date.now() + 50_000);
      return look === 1 ? UP : DOWN;
    });
    await expect(running).rejects.toThrow("THE REGISTRY IS NOT BACK: registry:5000 does not answer");
  });
});

test("a group of processes that is not there gets no signal", () => {
  expect(killGroup(undefined, 0)).toBe(false);
  expect(killGroup(2 ** 22 + 1, 0)).toBe(false);
});
