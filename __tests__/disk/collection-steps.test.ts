import { describe, expect, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { type Digest, parseRepository, type RepositoryName } from "../../src/core/names/reference.js";
import type { CollectionOutcome } from "../../src/core/result/collection.js";
import type { RunEvent } from "../../src/core/result/event.js";
import type { RepositoryOutcome } from "../../src/core/result/repository-outcome.js";
import { collectAfterPrune, prepareCollection } from "../../src/commands/collection/after-prune.js";
import { proveBeforeStop } from "../../src/commands/collection/before-stop.js";
import { collectByCommand } from "../../src/commands/collection/by-command.js";
import type { CollectionJob } from "../../src/commands/collection/job.js";
import { look, type Locked, type Seen } from "../../src/commands/collection/look.js";
import { beginProof } from "../../src/commands/collection/proof.js";
import type { RegistryHost } from "../../src/registry/distribution/host.js";
import type { RegistryReader } from "../../src/registry/port/registry.js";
import { makeUpEngine, makeUpSite } from "../support/fake-engine.js";
import { madeUpRegistry, refusal } from "../support/made-up-registry.js";
import { digest } from "../support/snapshots.js";

const named = (name: string): RepositoryName => parseRepository(`r.test/${name}`).repository;
const APP = named("team/app");
const OTHER = named("team/other");
const COUNT = "3 blobs marked, 2 blobs and 0 manifests eligible for deletion";
const EMPTY =
  "failed to garbage collect: failed to mark: filesystem: Path not found: /docker/registry/v2/repositories";
const TIMEOUT = 60_000;
const BUG = new Error("a bug");

type Parts = Partial<Omit<CollectionJob, "host" | "registry" | "hooks">> & {
  readonly host?: Partial<RegistryHost>;
  readonly registry?: Partial<RegistryReader>;
  readonly stop?: AbortSignal;
};

/** A collection of a registry that is made up: it has `team/app:1.0`, and no blob. */
function jobOf({ host, registry, stop, ...more }: Parts = {}) {
  const said: RunEvent[] = [];
  const job: CollectionJob = {
    settings: { by: { kind: "container", name: "registry" }, timeout: TIMEOUT },
    registry: { ...madeUpRegistry({ "1.0": "image" }).registry, ...registry },
    host: {
      name: "r.test",
      liveness: () => Promise.resolve({ kind: "up" }),
      findBlob: () => Promise.resolve(undefined),
      askMadeUp: () => Promise.resolve({ words: "asked", isAnswered: true }),
      listRepositories: () => Promise.resolve([APP]),
      ...host,
    } as RegistryHost,
    concurrency: 1,
    pruned: [],
    known: new Map(),
    isDryRun: false,
    hooks: {
      say: (event) => said.push(event),
      onSecret: () => undefined,
      run: "run",
      ...(stop === undefined ? {} : { stop }),
    },
    ...more,
  };
  return { job, said };
}

/** A container that has the lock, whose collection writes these lines. */
function lockedOn(job: CollectionJob, { lines = [APP, COUNT], empty = false, location = "filesystem" } = {}) {
  const measured: string[] = [];
  const { engine, ran } = makeUpEngine({
    follow: (args, { onLine }) => {
      if (args.includes("logs")) return Promise.resolve({ code: 1, errorOutput: "no log here" });
      if (empty) return Promise.resolve({ code: 1, errorOutput: EMPTY });
      lines.forEach(onLine);
      return Promise.resolve({ code: 0, errorOutput: "" });
    },
    fileSize: (_, path) => {
      measured.push(path);
      return Promise.resolve(7);
    },
  });
  const at =
    location === "other" ? ({ kind: "other" } as const) : ({ kind: "filesystem", root: "/files" } as const);
  const locked: Locked = {
    job,
    by: { kind: "container", name: "registry", isTrusted: true },
    site: makeUpSite(engine, { storage: { location: at, cache: undefined } }),
    signal: new AbortController().signal,
  };
  return { locked, ran, measured };
}

const goes = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `blob eligible for deletion: ${digest(name)}`);
const seenOf = (repositories: readonly string[], ...blobs: readonly Digest[]): Seen => ({
  kind: "report",
  report: { repositories, blobs, isWhole: true },
  sizes: new Map(),
});

describe("a look for garbage", () => {
  test("measures it in the container, and what is known already not at all", async () => {
    const { job } = jobOf({ known: new Map([[digest("known"), 3]]) });
    const { locked, ran, measured } = lockedOn(job, { lines: [APP, COUNT, ...goes("known", "blob")] });
    const { sizes } = await look(locked);
    expect([...sizes]).toEqual([[digest("blob"), 7]]);
    expect(measured).toHaveLength(1);
    expect(ran.at(-1)).toMatch(/^rm /);
  });

  test("measures it as it is told to, and then not in the container", async () => {
    const { job } = jobOf({ measure: (blobs) => Promise.resolve(new Map(blobs.map((blob) => [blob, 5]))) });
    const { locked, measured } = lockedOn(job, { lines: [APP, COUNT, ...goes("blob")] });
    expect([...(await look(locked)).sizes]).toEqual([[digest("blob"), 5]]);
    expect(measured).toEqual([]);
  });

  test("asks the registry where blobs are no files, in one repository after the other", async () => {
    const asked: string[] = [];
    const measureBlob = (repository: string): Promise<number | undefined> => {
      asked.push(repository);
      return Promise.resolve(repository === OTHER ? 9 : undefined);
    };
    const { job } = jobOf({ host: { measureBlob } });
    const lines = [APP, OTHER, "team/third", COUNT, ...goes("blob")];
    const { locked, measured } = lockedOn(job, { lines, location: "other" });
    expect([...(await look(locked)).sizes]).toEqual([[digest("blob"), 9]]);
    expect([asked, measured]).toEqual([[APP, OTHER], []]);
  });

  test("of a registry that has nothing is empty, unless this run pruned something there", async () => {
    expect(await look(lockedOn(jobOf().job, { empty: true }).locked)).toMatchObject({ kind: "empty" });
    const { locked } = lockedOn(jobOf({ pruned: [APP] }).job, { empty: true });
    await expect(look(locked)).rejects.toThrow("did not go through team/app");
  });

  test("that passes over what this run pruned is one of another storage", async () => {
    const { locked } = lockedOn(jobOf({ pruned: [OTHER] }).job);
    await expect(look(locked)).rejects.toThrow("did not go through team/other");
  });
});

describe("the proof of what is kept", () => {
  const damaged = { listTags: () => Promise.reject(refusal("unexpected-answer")) };

  test("leaves out what can't be read, unless this run pruned it", async () => {
    const proof = await beginProof(jobOf({ registry: damaged }).job, [APP]);
    expect(proof.scope.unproven).toEqual([APP]);
    await expect(beginProof(jobOf({ registry: damaged, pruned: [APP] }).job, [APP])).rejects.toThrow(
      "unexpected-answer",
    );
    const broken = { listTags: () => Promise.reject(BUG) };
    await expect(beginProof(jobOf({ registry: broken }).job, [APP])).rejects.toThrow(BUG);
  });

  test("names a tag that needs what would go, and none where none does", async () => {
    const proof = await beginProof(jobOf().job, [APP]);
    expect(proof.neededOf([digest("image")])).toMatchObject({ repository: APP, tag: "1.0" });
    expect(proof.neededOf([digest("garbage")])).toBeUndefined();
  });
});

describe("before anything is stopped", () => {
  test("what no tag needs is looked at once", async () => {
    const { locked, ran } = lockedOn(jobOf().job);
    const seen = seenOf([APP], digest("garbage"));
    expect((await proveBeforeStop(locked, seen)).seen).toBe(seen);
    expect(ran).toEqual([]);
  });

  test("what a tag needs is looked at again: it is refused, or was pushed meanwhile", async () => {
    const seen = seenOf([APP], digest("image"));
    const still = lockedOn(jobOf().job, { lines: [APP, COUNT, ...goes("image")] });
    await expect(proveBeforeStop(still.locked, seen)).rejects.toThrow("which team/app:1.0 needs");
    const pushed = lockedOn(jobOf().job, { lines: [APP, COUNT, ...goes("garbage")] });
    const { seen: last } = await proveBeforeStop(pushed.locked, seen);
    expect(last).toMatchObject({ report: { blobs: [digest("garbage")] } });
  });

  /** The repository of which the container's log is asked to show a read. */
  async function askedFor(parts: Parts, repositories: readonly string[]): Promise<readonly string[]> {
    const asked: string[] = [];
    const askMadeUp = (repository: string) => {
      asked.push(repository);
      return Promise.resolve({ words: "asked", isAnswered: true });
    };
    const { locked } = lockedOn(jobOf({ ...parts, host: { askMadeUp } }).job);
    await proveBeforeStop(locked, seenOf(repositories));
    return asked;
  }

  test("the registry is asked for a repository that it has: one that was pruned, or the first that it knows", async () => {
    const listTags = (repository: RepositoryName) => {
      if (repository === OTHER) return Promise.reject(refusal("forbidden"));
      return Promise.resolve(repository === APP ? [] : undefined);
    };
    expect(await askedFor({ registry: { listTags } }, ["team/gone", OTHER, APP])).toEqual([APP]);
    expect(
      await askedFor({ registry: { listTags: () => Promise.resolve([]) }, pruned: [OTHER] }, [APP]),
    ).toEqual([OTHER]);
    const [made] = await askedFor({ registry: { listTags } }, ["team/gone"]);
    expect(made).toContain("made-up");
    const broken = { listTags: () => Promise.reject(BUG) };
    await expect(askedFor({ registry: broken }, [APP])).rejects.toThrow(BUG);
  });
});

describe("a gc-command", () => {
  const DONE = `echo ${APP}; echo "${COUNT}"; ${goes("garbage")
    .map((line) => `echo "${line}"`)
    .join("; ")}`;
  const run = (parts: Parts, script = DONE): Promise<CollectionOutcome> =>
    collectByCommand(jobOf(parts).job, script);
  const skippedFor = (kind: string) => ({ kind: "skipped", why: { kind } });

  test("is not run in a dry run, nor by a run that is told to stop", async () => {
    expect(await run({ isDryRun: true }, "false")).toEqual(skippedFor("dry-run"));
    expect(await run({ stop: AbortSignal.abort() }, "false")).toEqual(skippedFor("told-to-stop"));
  });

  test("that fails says so itself, unless the run was told to stop", async () => {
    for (const stop of [undefined, new AbortController().signal]) {
      await expect(run({ ...(stop === undefined ? {} : { stop }) }, "false")).rejects.toThrow(
        "gc-command failed",
      );
    }
    const over = new AbortController();
    const freeBytes = () => {
      over.abort();
      return Promise.resolve(1);
    };
    await expect(run({ stop: over.signal, freeBytes }, "sleep 60")).rejects.toThrow("told to stop while");
  });

  test("is followed by a look at all that the registry lists, where it is up and lists it", async () => {
    expect(await run({})).toMatchObject({ kind: "collected", proven: 1, unproven: [], harm: [] });
    for (const kind of ["unauthorized", "forbidden", "not-a-registry"] as const) {
      const listRepositories = () => Promise.reject(refusal(kind));
      const outcome = await run({ host: { listRepositories } });
      expect(outcome).toMatchObject({ kind: "collected", unproven: [], harm: [] });
      expect(outcome).not.toHaveProperty("proven");
    }
    for (const error of [refusal("unreachable"), BUG]) {
      await expect(run({ host: { listRepositories: () => Promise.reject(error) } })).rejects.toThrow(error);
    }
  });

  test("for a registry that is down lists nothing there", async () => {
    const liveness = () => Promise.resolve({ kind: "down", how: "refused" } as const);
    const listRepositories = () => Promise.reject(BUG);
    expect(await run({ host: { liveness, listRepositories } })).toMatchObject({ kind: "collected" });
  });

  test("that finds nothing in the registry has collected nothing, and not where this run pruned", async () => {
    const script = `echo '${EMPTY}' >&2; exit 1`;
    expect(await run({}, script)).toEqual(skippedFor("empty-registry"));
    await expect(run({ pruned: [APP] }, script)).rejects.toThrow("did not go through team/app");
  });

  test("after which a registry that was not restarted still has what was collected is told of", async () => {
    const findBlob = () => Promise.resolve({ bytes: 1 });
    await expect(run({ host: { findBlob } })).rejects.toThrow("RESTART THE REGISTRY NOW");
  });

  test.each([
    ["registry garbage-collect c.yml", 2, false],
    ["registry garbage-collect -m c.yml", 3, false],
    ["registry garbage-collect -m c.yml", 2, true],
    ["registry garbage-collect --delete-untagged c.yml", undefined, true],
  ] as const)("%s on Distribution %s is refused before a prune: %s", async (script, major, isRefused) => {
    const { job } = jobOf({ host: { major: () => Promise.resolve(major) } });
    const collection = { by: { kind: "command", script }, timeout: TIMEOUT } as const;
    const preparing = prepareCollection({ collection, dryRun: false, concurrency: 1 }, job.host, job.hooks);
    if (isRefused) await expect(preparing).rejects.toThrow("--delete-untagged");
    else await expect(preparing).resolves.toBeUndefined();
  });
});

describe("after a prune", () => {
  const settings = { by: { kind: "command", script: "false" }, timeout: TIMEOUT } as const;
  const failed = { kind: "failed", error: new PruneError("it failed", "a step") };

  /** What becomes of a collection, whose registry can't be reached. */
  function collected(
    more: Partial<Parameters<typeof collectAfterPrune>[0]>,
    { outcomes = [] as unknown, pruned = [APP] as readonly RepositoryName[] } = {},
  ) {
    const { job } = jobOf();
    return collectAfterPrune(
      { collection: settings, dryRun: false, concurrency: 1, ...more },
      {
        registries: { at: () => Promise.reject(new Error("it is opened")) } as never,
        first: { host: "r.test" },
        host: job.host,
        result: { isDryRun: false, outcomes: outcomes as readonly RepositoryOutcome[] },
        pruned,
        known: new Map(),
      },
      job.hooks,
    );
  }

  test("that is done, and deleted something, the garbage is collected, and after no other", async () => {
    await expect(collected({})).rejects.toThrow("it is opened");
    expect(await collected({ dryRun: true })).toMatchObject({ why: { kind: "dry-run" } });
    expect(await collected({}, { outcomes: [failed] })).toMatchObject({ why: { kind: "prune-failed" } });
    expect(await collected({}, { pruned: [] })).toMatchObject({ why: { kind: "nothing-deleted" } });
  });

  test("that is told of no collection, nothing is looked for, neither before nor after", async () => {
    const { job } = jobOf();
    const none = { dryRun: false, concurrency: 1 };
    await expect(prepareCollection(none, job.host, job.hooks)).resolves.toBeUndefined();
    expect(
      await collectAfterPrune(
        none,
        { result: { isDryRun: false, outcomes: [] }, pruned: [APP] } as never,
        job.hooks,
      ),
    ).toBeUndefined();
  });
});
