import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { type Engine, EngineError } from "../../src/disk/container/engine.js";
import { findLeftBy, releaseLock, removeLeft, takeLock } from "../../src/disk/container/lock.js";
import { isAlive, thisProcess, writeLockOwner } from "../../src/disk/container/lock-owner.js";
import { makeUpEngine, makeUpSite } from "../support/fake-engine.js";

const NAME = "registry-garbage-collection";
const OTHERS = { "prune-image-tags.run": "another" };
const PAST = { "prune-image-tags.expires": "1" };
const FUTURE = { "prune-image-tags.expires": String(Date.now() + 1e9) };
const heldBy = (holder: string) => ({ "prune-image-tags.holder": holder });

async function ourselves() {
  const owner = await thisProcess();
  if (owner === undefined) throw new Error("there is a /proc");
  return owner;
}

const options = { run: "ours", longest: 60_000, onWait: () => undefined, signal: undefined };
const stopped = { ...options, signal: AbortSignal.abort() };

describe("the lock", () => {
  test("that nobody has is taken, and says whose it is and until when", async () => {
    const { engine, containers } = makeUpEngine();
    const before = Date.now();
    expect(await takeLock(makeUpSite(engine), options)).toEqual({ name: NAME, wasRecovered: false });
    expect(containers).toMatchObject([
      {
        name: NAME,
        labels: {
          "prune-image-tags.run": "ours",
          "prune-image-tags.holder": writeLockOwner(await ourselves()),
        },
      },
    ]);
    expect(Number(containers[0]?.labels["prune-image-tags.expires"])).toBeGreaterThanOrEqual(before + 60_000);
  });

  test("is not taken from a container that this program has not made", async () => {
    const { engine, add, ran } = makeUpEngine();
    add({ name: NAME, isRunning: true });
    await expect(takeLock(makeUpSite(engine), options)).rejects.toThrow("that this program has not made");
    expect(ran).toEqual([]);
  });

  test.each<[string, () => Promise<Readonly<Record<string, string>>>]>([
    ["who runs, whatever the time", async () => ({ ...PAST, ...heldBy(writeLockOwner(await ourselves())) })],
    [
      "who can't be looked up from here, for its time",
      () => Promise.resolve({ ...FUTURE, ...heldBy("elsewhere 1 1") }),
    ],
    ["who is not said, for its time", () => Promise.resolve(FUTURE)],
    [
      "who is half said (a place), for its time",
      () => Promise.resolve({ ...FUTURE, ...heldBy("elsewhere") }),
    ],
    [
      "who is said without a number, for its time",
      async () => ({ ...FUTURE, ...heldBy(`${(await ourselves()).namespace} x 1`) }),
    ],
    [
      "who is said without a start, for its time",
      async () => ({ ...FUTURE, ...heldBy(`${(await ourselves()).namespace} 1`) }),
    ],
  ])("is waited for while another has it %s, and told to stop it is left", async (_, labels) => {
    const { engine, add, ran } = makeUpEngine();
    add({ name: NAME, labels: { ...OTHERS, ...(await labels()) } });
    let waits = 0;
    const onWait = (): void => void (waits += 1);
    const taking = takeLock(makeUpSite(engine), { ...stopped, onWait });
    await expect(taking).rejects.toThrow("told to stop while another run collects");
    expect([waits, ran]).toEqual([1, []]);
  });

  test.each<[string, () => Promise<Readonly<Record<string, string>>>]>([
    [
      "whose process is gone, and its number another's",
      async () => ({ ...FUTURE, ...heldBy(writeLockOwner({ ...(await ourselves()), started: "1" })) }),
    ],
    [
      "whose process is gone",
      async () => ({ ...FUTURE, ...heldBy(writeLockOwner({ ...(await ourselves()), pid: 2 ** 30 })) }),
    ],
    [
      "who can't be looked up from here, when its time is over",
      () => Promise.resolve({ ...PAST, ...heldBy("elsewhere 1 1") }),
    ],
    [
      "who is said without a number",
      async () => ({ ...PAST, ...heldBy(`${(await ourselves()).namespace} x 1`) }),
    ],
    [
      "who is said without a start",
      async () => ({ ...PAST, ...heldBy(`${(await ourselves()).namespace} 1`) }),
    ],
  ])("is taken over from one %s, and what it collects is ended first", async (_, labels) => {
    const { engine, add, ran } = makeUpEngine();
    add({ name: NAME, isRunning: true, labels: { ...OTHERS, ...(await labels()) } });
    expect(await takeLock(makeUpSite(engine), stopped)).toEqual({ name: NAME, wasRecovered: true });
    const id = `id-of-${NAME}`;
    expect(ran).toEqual([`kill ${id}`, `wait ${id}`, `rm ${id}`, `create ${NAME}`, "cp config"]);
  });

  test("that another takes in the same moment is waited for", async () => {
    const made = makeUpEngine();
    const run: Engine["run"] = (args, more) => {
      if (args[1] === "create") made.add({ name: NAME, labels: { ...OTHERS, ...FUTURE } });
      return made.engine.run(args, more);
    };
    const taking = takeLock(makeUpSite({ ...made.engine, run }), stopped);
    await expect(taking).rejects.toThrow("told to stop while another run collects");
    expect(made.containers).toHaveLength(1);
  });

  test.each([
    ["the engine makes none", "create", new EngineError("no room", "none")],
    ["the configuration can't be copied into it", "cp", new EngineError("no room", "none")],
    ["something that is not the engine's went wrong", "cp", new TypeError("no room")],
  ])("is not kept where %s", async (_, verb, error) => {
    const made = makeUpEngine();
    const run: Engine["run"] = (args, more) =>
      args[1] === verb ? Promise.reject(error) : made.engine.run(args, more);
    await expect(takeLock(makeUpSite({ ...made.engine, run }), stopped)).rejects.toBe(error);
    expect(made.containers).toEqual([]);
  });

  test("that is another's is no reason to try again where the failure is not the engine's", async () => {
    const made = makeUpEngine();
    const error = new TypeError("a mistake");
    const run: Engine["run"] = (args, more) => {
      if (args[1] !== "create") return made.engine.run(args, more);
      made.add({ name: NAME, labels: { ...OTHERS, ...FUTURE } });
      return Promise.reject(error);
    };
    await expect(takeLock(makeUpSite({ ...made.engine, run }), stopped)).rejects.toBe(error);
    expect(made.containers).toHaveLength(1);
  });

  test("is found and removed by the name of its own run alone", async () => {
    const { engine, add, containers } = makeUpEngine();
    add({ name: NAME, labels: { ...OTHERS, ...FUTURE } });
    expect(await findLeftBy(engine, "registry", "ours")).toBeUndefined();
    await releaseLock(engine, "registry", "ours");
    expect(containers).toHaveLength(1);
    await releaseLock(engine, "registry", "another");
    expect(containers).toEqual([]);
  });

  test("that can't be removed is an error, unless somebody else has removed it", async () => {
    const made = makeUpEngine();
    const { id } = made.add({ name: NAME });
    const refused = new PruneError("refused", "none");
    const engine = { ...made.engine, run: () => Promise.reject(refused) };
    await expect(removeLeft(engine, { id })).rejects.toBe(refused);
    const goes = (): Promise<never> => {
      made.containers.length = 0;
      return Promise.reject(refused);
    };
    await removeLeft({ ...made.engine, run: goes }, { id });
  });
});

test("a process of another boot or namespace is not looked up by its number", async () => {
  const owner = await ourselves();
  expect(await isAlive(owner)).toBe(true);
  expect(await isAlive({ ...owner, namespace: "elsewhere" })).toBeUndefined();
});
