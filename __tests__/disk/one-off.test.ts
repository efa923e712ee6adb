import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/disk/container/engine.js";
import type { CollectionReport } from "../../src/core/result/collection.js";
import {
  CollectionFailedError,
  createOneOff,
  endOneOff,
  removeOneOff,
  runOneOff,
} from "../../src/disk/container/one-off.js";
import { makeUpEngine, makeUpSite } from "../support/fake-engine.js";

const NAME = "registry-garbage-collection";
const COUNT = "3 blobs marked, 2 blobs and 0 manifests eligible for deletion";
const EMPTY =
  "failed to garbage collect: failed to mark: filesystem: Path not found: /docker/registry/v2/repositories";
const looked: CollectionReport = { repositories: ["team/app"], blobs: [], isWhole: true, isOld: true };

interface Scene {
  readonly lines?: readonly string[];
  readonly code?: number;
  readonly errorOutput?: string;
  /** The number of looks in which the container still runs after its client has ended. */
  readonly runsOn?: number;
  readonly signal?: AbortSignal;
  readonly looked?: CollectionReport;
}

function run({ lines = [], code = 0, errorOutput = "", runsOn = 0, signal, looked: before }: Scene) {
  let looks = 0;
  const made = makeUpEngine({
    follow: (_, { onLine }) => {
      lines.forEach(onLine);
      return Promise.resolve({ code, errorOutput });
    },
    inspect: () => {
      looks += 1;
      return Promise.resolve({ State: { Running: looks <= runsOn } });
    },
  });
  const running = runOneOff(made.engine, NAME, {
    signal: signal ?? new AbortController().signal,
    ...(before === undefined ? {} : { looked: before }),
  });
  return { running, ran: made.ran };
}

describe("a collection", () => {
  test("that has its closing count is whole", async () => {
    const { running, ran } = run({ lines: ["team/app", COUNT] });
    expect(await running).toMatchObject({
      kind: "report",
      report: { repositories: ["team/app"], isWhole: true },
    });
    expect(ran).toEqual([]);
  });

  test("of a registry that nothing was pushed to is empty, and only where it failed at that", async () => {
    expect(await run({ code: 1, errorOutput: EMPTY }).running).toEqual({ kind: "empty" });
    const whole = run({ lines: ["team/app", COUNT], errorOutput: EMPTY });
    expect(await whole.running).toMatchObject({ kind: "report" });
  });

  test.each<[string, Scene, string]>([
    [
      "with its place",
      { lines: ["team/app"], code: 2, errorOutput: "one\ntwo\n" },
      "failed in team/app (exit code 2): two",
    ],
    ["after its count", { lines: ["team/app", COUNT], code: 2, errorOutput: "x" }, "failed (exit code 2): x"],
  ])("that fails says so %s", async (_, scene, words) => {
    const { running } = run(scene);
    await expect(running).rejects.toBeInstanceOf(CollectionFailedError);
    await expect(running).rejects.toThrow(words);
  });

  test("that the registry does not have is said so", async () => {
    const { running } = run({ code: 1, errorOutput: "open garbage-collect: no such file or directory" });
    await expect(running).rejects.toThrow("this registry has no garbage-collect");
  });

  test("without its count is believed only of a registry that says nothing, by the look before", async () => {
    expect(await run({ looked }).running).toEqual({ kind: "report", report: looked });
    for (const scene of [
      {},
      { looked: { repositories: [], blobs: [], isWhole: true } },
      { looked, lines: ["team/app"] },
    ]) {
      await expect(run(scene).running).rejects.toThrow("without its closing count");
    }
  });

  test("that goes on without its client is ended, and is not called done", async () => {
    const { running, ran } = run({ lines: ["team/app", COUNT], runsOn: 2 });
    await expect(running).rejects.toThrow("ended before the collection did");
    expect(ran).toEqual([`wait ${NAME}`, `kill ${NAME}`, `wait ${NAME}`]);
  });

  test("that ends a moment after its client is done", async () => {
    const { running, ran } = run({ lines: ["team/app", COUNT], runsOn: 1 });
    expect(await running).toMatchObject({ kind: "report" });
    expect(ran).toEqual([`wait ${NAME}`]);
  });

  test("that is told to stop has ended when that is said, and is not waited for", async () => {
    const reason = new Error("told to stop");
    const { running, ran } = run({
      lines: ["team/app", COUNT],
      runsOn: 1,
      signal: AbortSignal.abort(reason),
    });
    await expect(running).rejects.toBe(reason);
    expect(ran).toEqual([`kill ${NAME}`, `wait ${NAME}`]);
  });
});

test.each([
  ["none, for files", { location: { kind: "filesystem", root: "/r" }, cache: undefined }, "bridge", "none"],
  ["the registry's own, for S3", { location: { kind: "other" }, cache: undefined }, "team", "team"],
  ["the engine's, where none is said", { location: { kind: "other" }, cache: undefined }, "", "default"],
] as const)("the network of a collection is %s", async (...row) => {
  const [, storage, network, wanted] = row;
  const created: (readonly string[])[] = [];
  const run: Engine["run"] = (args) => {
    created.push(args);
    return Promise.resolve("");
  };
  const site = makeUpSite(makeUpEngine({ run }).engine, { storage, container: { network } });
  await createOneOff(site, { name: NAME, isDryRun: true, labels: {} });
  const [args = []] = created;
  expect(args[args.indexOf("--network") + 1]).toBe(wanted);
});

describe("a container of which nobody knows whether it runs", () => {
  test.each([undefined, {}, { State: "running" }, { State: { Running: "yes" } }])(
    "%j is let be",
    async (inspected) => {
      const { engine, ran } = makeUpEngine({ inspect: () => Promise.resolve(inspected) });
      expect(await endOneOff(engine, NAME, 1000)).toBe(false);
      expect(ran).toEqual([]);
    },
  );

  test("is removed where it is there", async () => {
    const { engine, add, ran } = makeUpEngine();
    await removeOneOff(engine, NAME);
    expect(ran).toEqual([]);
    add({ name: NAME });
    await removeOneOff(engine, NAME);
    expect(ran).toEqual([`rm ${NAME}`]);
  });
});
