import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import type { CollectionStep } from "../../src/core/result/event.js";
import { type Engine, EngineError } from "../../src/disk/container/engine.js";
import { cleanUp, recover } from "../../src/disk/container/recover.js";
import { StillStoppedError, whileStopped } from "../../src/disk/container/stopped.js";
import { firstThatWorks, writePrivate } from "../../src/disk/temporary-file.js";
import type { RegistryHost } from "../../src/registry/distribution/host.js";
import type { Liveness } from "../../src/registry/distribution/liveness.js";
import { makeUpEngine } from "../support/fake-engine.js";

interface Scene {
  /** What the registry says while its container is stopped; it is down by default. */
  readonly whileDown?: (look: number) => Liveness;
  readonly stop?: AbortSignal;
  /** The verbs of the engine that fail, as often as is said. */
  readonly fails?: Readonly<Record<string, number>>;
}

/** A registry in a container that runs. */
function stage({ whileDown = () => ({ kind: "down", how: "refused" }), stop, fails = {} }: Scene = {}) {
  const made = makeUpEngine();
  const registryContainer = made.add({ name: "registry", isRunning: true });
  const did: string[] = [];
  const pauses: number[] = [];
  const left = { ...fails };
  let looks = 0;
  const run: Engine["run"] = (args, more) => {
    const [, verb = ""] = args;
    did.push(`${verb} ${args.at(-1) ?? ""}`);
    if ((left[verb] ?? 0) > 0) {
      left[verb] = (left[verb] ?? 0) - 1;
      return Promise.reject(new EngineError(`${verb} failed`, "none"));
    }
    if (verb === "stop") registryContainer.isRunning = false;
    if (verb === "start") registryContainer.isRunning = true;
    return made.engine.run(args, more);
  };
  const liveness = (): Promise<Liveness> => {
    if (registryContainer.isRunning) return Promise.resolve({ kind: "up" });
    looks += 1;
    return Promise.resolve(whileDown(looks));
  };
  const registry = {
    engine: { ...made.engine, run },
    name: "registry",
    host: { name: "registry:5000", liveness } as unknown as RegistryHost,
    say: ({ kind }: CollectionStep) => void did.push(kind),
    stop,
    pause: (milliseconds: number) => {
      pauses.push(milliseconds);
      if (vi.isFakeTimers()) vi.setSystemTime(Date.now() + milliseconds);
      return nextTurn();
    },
  };
  return { registry, did, pauses, made, registryContainer };
}

/** Lets the clock run by the pauses alone, so that no test waits for them. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

const BACK = ["starting", "start registry", "up"];

describe("a registry that is stopped for a while", () => {
  test("is down while something is done, and is started again", async () => {
    const { registry, did } = stage();
    expect(await whileStopped(registry, () => Promise.resolve(did.push("work")))).toBe(4);
    expect(did).toEqual(["stopping", "stop registry", "down", "work", ...BACK]);
  });

  test("is started again where the work fails", async () => {
    const { registry, did } = stage({ stop: new AbortController().signal });
    const error = new TypeError("broken");
    await expect(whileStopped(registry, () => Promise.reject(error))).rejects.toBe(error);
    expect(did.slice(-3)).toEqual(BACK);
  });

  test("that can't be started by a mistake of this program: that mistake is the error", async () => {
    const { registry, did } = stage();
    const mistake = new TypeError("no function");
    const { run } = registry.engine;
    const failing: Engine["run"] = (args, more) =>
      args[1] === "start" ? Promise.reject(mistake) : run(args, more);
    const working = whileStopped({ ...registry, engine: { ...registry.engine, run: failing } }, () =>
      Promise.reject(new PruneError("the work failed", "none")),
    );
    await expect(working).rejects.toBe(mistake);
    expect(did.at(-1)).toBe("starting");
  });

  test("is not stopped where the run is told to stop before", async () => {
    const { registry, did } = stage({ stop: AbortSignal.abort(new Error("signal")) });
    await expect(whileStopped(registry, () => Promise.resolve())).rejects.toThrow("told to stop before");
    expect(did).toEqual(BACK);
  });

  test("is not worked on where the run is told to stop while it stops", async () => {
    const over = new AbortController();
    const { registry, did } = stage({ stop: over.signal });
    const { run } = registry.engine;
    const stopping: Engine["run"] = (args, more) => {
      over.abort(new Error("signal"));
      return run(args, more);
    };
    const working = whileStopped({ ...registry, engine: { ...registry.engine, run: stopping } }, () =>
      Promise.resolve(did.push("work")),
    );
    await expect(working).rejects.toThrow("told to stop before");
    expect(did).toEqual(["stopping", "stop registry", ...BACK]);
  });

  test("is worked on no further where the run is told to stop meanwhile", async () => {
    const over = new AbortController();
    const { registry, did } = stage({ stop: over.signal });
    const working = whileStopped(registry, (signal) => {
      over.abort(new Error("signal"));
      return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve();
    });
    await expect(working).rejects.toThrow("told to stop before the garbage was collected");
    expect(did.slice(-3)).toEqual(BACK);
  });

  test("is worked on no further where something answers meanwhile", async () => {
    const { registry, did } = stage({
      whileDown: (look) => (look === 1 ? { kind: "down", how: "refused" } : { kind: "up" }),
    });
    const working = whileStopped(
      registry,
      (signal) =>
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(signal.reason as Error);
          });
        }),
    );
    await expect(working).rejects.toThrow("still answers after its container was stopped");
    expect(did.slice(-3)).toEqual(BACK);
  });

  test("is started once more where it does not start at once", async () => {
    const { registry, did } = stage({ fails: { start: 1 } });
    await whileStopped(registry, () => Promise.resolve());
    expect(did.slice(-4)).toEqual(["starting", "start registry", "start registry", "up"]);
  });

  test("and does not answer is the error, once it had its time", async () => {
    stopClock();
    const { registry, pauses } = stage();
    const liveness = (): Promise<Liveness> => Promise.resolve({ kind: "down", how: "502" });
    const host = { ...registry.host, liveness };
    await expect(whileStopped({ ...registry, host }, () => Promise.resolve())).rejects.toThrow(
      "THE REGISTRY IS NOT BACK: registry:5000 does not answer (502)",
    );
    expect(sumOf(pauses)).toBe(120_250);
  });

  test("and answers after a while is back", async () => {
    stopClock();
    const { registry, did, pauses } = stage();
    const isUp = () => pauses.length === 400;
    const late = async (): Promise<Liveness> =>
      did.includes("starting") && !isUp()
        ? { kind: "unknown", why: "it answers 500" }
        : registry.host.liveness();
    await whileStopped({ ...registry, host: { ...registry.host, liveness: late } }, () => Promise.resolve());
    expect(did.at(-1)).toBe("up");
    expect(sumOf(pauses)).toBe(100_000);
  });

  test("has some seconds to go", async () => {
    stopClock();
    const { registry, did, pauses } = stage({
      whileDown: (look) => (look <= 20 ? { kind: "up" } : { kind: "down", how: "refused" }),
    });
    await whileStopped(registry, () => Promise.resolve(did.push("work")));
    expect(did).toEqual(["stopping", "stop registry", "down", "work", ...BACK]);
    expect(sumOf(pauses)).toBe(5000);
  });

  test("is not worked on where it still answers after that", async () => {
    stopClock();
    const { registry, did, pauses } = stage({ whileDown: () => ({ kind: "up" }) });
    const working = whileStopped(registry, () => Promise.resolve(did.push("work")));
    await expect(working).rejects.toThrow("still answers after its container was stopped");
    expect(did).toEqual(["stopping", "stop registry", ...BACK]);
    expect(sumOf(pauses)).toBe(5250);
  });

  test("is not worked on where it can't be seen that it is down", async () => {
    stopClock();
    const { registry, did } = stage({ whileDown: () => ({ kind: "unknown", why: "it answers 504" }) });
    const unseen = whileStopped(registry, () => Promise.resolve(did.push("work")));
    await expect(unseen).rejects.toThrow("it can't be seen that registry:5000 is down: it answers 504");
    expect(did).toEqual(["stopping", "stop registry", ...BACK]);
  });

  test("is the error where it answers at the end of the work", async () => {
    stopClock();
    let isWorking = true;
    const { registry, did } = stage({
      whileDown: () => (isWorking ? { kind: "down", how: "refused" } : { kind: "up" }),
    });
    const working = whileStopped(registry, () => {
      isWorking = false;
      return Promise.resolve();
    });
    await expect(working).rejects.toThrow("or answered again meanwhile");
    expect(did.slice(-3)).toEqual(BACK);
  });

  test("is tried to start five times, after longer and longer pauses", async () => {
    const { registry, did, pauses } = stage({ fails: { start: 5 } });
    await expect(whileStopped(registry, () => Promise.resolve())).rejects.toThrow(
      /^THE REGISTRY IS NOT BACK: start failed$/,
    );
    expect(did.filter((line) => line === "start registry")).toHaveLength(5);
    expect(pauses).toEqual([1000, 2000, 3000, 4000]);
  });

  test("that does not start is the error, and why its work failed stands behind", async () => {
    const { registry } = stage({ fails: { start: 5 } });
    const error = new PruneError("the work failed", "none");
    const both = whileStopped(registry, () => Promise.reject(error));
    await expect(both).rejects.toThrow(
      "THE REGISTRY IS NOT BACK: start failed (before that: the work failed)",
    );
    await expect(both).rejects.toBeInstanceOf(StillStoppedError);
  });
});

describe("what a killed run left", () => {
  const LOCK = "registry-garbage-collection";
  const left = { "prune-image-tags.run": "killed", "prune-image-tags.expires": "1" };

  test("is nothing where there is no lock", async () => {
    const { registry, did } = stage();
    await recover(registry);
    expect(await cleanUp(registry, "killed")).toBe(false);
    expect(did).toEqual([]);
  });

  test("is a registry that is started, and then a lock that is removed", async () => {
    const { registry, did, made, registryContainer } = stage();
    registryContainer.isRunning = false;
    made.add({ name: LOCK, labels: left });
    await recover(registry);
    expect(did).toEqual(["recovered", ...BACK, `rm id-of-${LOCK}`]);
  });

  test.each([true, false])(
    "is cleaned up by its own name alone; the registry runs: %s",
    async (isRunning) => {
      const { registry, did, made } = stage();
      // As an engine describes it, for it must be known whether it may be stopped.
      const described = { Id: "id-of-registry", Name: "/registry", Config: { Cmd: ["registry"] } };
      const inspect: Engine["inspect"] = (name) =>
        name === "registry"
          ? Promise.resolve({ ...described, State: { Running: isRunning } })
          : made.engine.inspect(name);
      made.add({ name: LOCK, labels: left });
      const cleaning = { ...registry, engine: { ...registry.engine, inspect } };
      expect(await cleanUp(cleaning, "another")).toBe(false);
      expect(did).toEqual([]);
      expect(await cleanUp(cleaning, "killed")).toBe(true);
      expect(did).toEqual([...(isRunning ? [] : ["starting", "start registry"]), `rm id-of-${LOCK}`]);
    },
  );
});

describe("a private file", () => {
  async function folderOf(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), "private-"));
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await rm(folder, { recursive: true });
    });
    return folder;
  }
  const fails = (code: string, message = "no") => Object.assign(new Error(message), { code });

  test("is written for this user alone, and is removed with its folder", async () => {
    const folder = await folderOf();
    vi.stubEnv("TMPDIR", folder);
    const file = await writePrivate("name", "text", 0o444);
    expect(await readFile(file.path, "utf8")).toBe("text");
    expect((await stat(join(file.path, ".."))).mode & 0o077).toBe(0);
    expect((await stat(file.path)).mode & 0o777).toBe(0o444);
    await file.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  test("is elsewhere where its usual place is not there", async () => {
    vi.stubEnv("TMPDIR", join(await folderOf(), "absent"));
    const file = await writePrivate("name", "text", 0o600);
    expect(await readFile(file.path, "utf8")).toBe("text");
    await file.remove();
  });

  test.each([
    ["the system's error", fails("ENOSPC")],
    ["an engine's, which was told so", new Error("write /x: no space left on device")],
  ])("is elsewhere where its usual place takes none: %s", async (_, error) => {
    const folder = await folderOf();
    vi.stubEnv("TMPDIR", folder);
    const tried: string[] = [];
    const file = await firstThatWorks((made) => {
      tried.push(made);
      return tried.length === 1 ? Promise.reject(error) : Promise.resolve(join(made, "file"));
    });
    expect(tried.map((made) => made.startsWith(folder))).toEqual([true, false]);
    expect(await readdir(folder)).toEqual([]);
    await file.remove();
  });

  test("is nowhere where all fail, for the reason of the first", async () => {
    vi.stubEnv("TMPDIR", await folderOf());
    let tries = 0;
    const making = firstThatWorks(() => Promise.reject(fails("EIO", `try ${String((tries += 1))}`)));
    await expect(making).rejects.toThrow("try 1");
    expect(tries).toBeGreaterThan(1);
  });

  test.each([new Error("no such container"), { message: "no space left on device" }])(
    "is not tried elsewhere after %s",
    async (error) => {
      const folder = await folderOf();
      vi.stubEnv("TMPDIR", folder);
      let tries = 0;
      const making = firstThatWorks(() => {
        tries += 1;
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        return Promise.reject(error);
      });
      await expect(making).rejects.toBe(error);
      expect([tries, await readdir(folder)]).toEqual([1, []]);
    },
  );
});
