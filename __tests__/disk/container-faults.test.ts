import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { type ContainedRegistry, untilUp, useEngine } from "../support/containers.js";
import { runCli, runPost } from "../support/doors.js";
import { type WrappedDocker, wrapDocker } from "../support/docker-wrapper.js";
import { failed, runPrune } from "../support/pruning.js";
import { startProxy } from "../support/proxy.js";
import { runReclaim } from "../support/reclaiming.js";

const { start, engineOr } = useEngine();

// The commands of a collection, as the engine's client gets them.
const COLLECT = '"container start --attach "*"-garbage-collection"';
// Longer than any run that is to be ended waits; and where that run is gone, nothing is begun behind the next one's back.
const HELD = "sleep 20; exit 1";
const START = '"container start registry-"*';
const STOP = '"container stop "*';

/** A registry with four images, three of which are garbage. */
async function littered(): Promise<ContainedRegistry & { readonly repo: { base: string; name: string } }> {
  const registry = await start();
  const repo = { base: registry.url, name: "team/app" };
  const garbage = [];
  for (const number of [1, 2, 3, 4]) {
    garbage.push(await pushImage(repo, [`1.0.${number}`], { seed: `${number}` }));
  }
  garbage.pop();
  for (const { digest } of garbage) {
    const { status } = await fetch(`${repo.base}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
    expect(status).toBe(202);
  }
  return { ...registry, repo };
}

/** Where a manifest's link would be, of a manifest that is none. */
async function pipeIn({ docker, name }: ContainedRegistry): Promise<string> {
  const volume = await docker("inspect", "-f", "{{(index .Mounts 0).Source}}", name);
  return `${volume}/docker/registry/v2/repositories/team/app/_manifests/revisions/sha256/${"f".repeat(64)}`;
}

const makePipe = (pipe: string): string => `mkdir -p ${pipe}; mkfifo ${pipe}/link`;

const stateOf = ({ docker, name }: ContainedRegistry): Promise<string> =>
  docker("ps", "-a", "--filter", `name=${name}`, "--format", "{{.Names}} {{.State}}");

async function expectWhole(registry: ContainedRegistry & { readonly repo: { base: string; name: string } }) {
  await untilUp(registry.url);
  expect(await stateOf(registry)).toBe(`${registry.name} running`);
  for (const tag of await listTags(registry.repo)) await pullImage(registry.repo, tag);
}

const reclaim = ({ host, name }: ContainedRegistry, more = {}) =>
  runReclaim({ registry: host, "gc-container": name, ...more });

const failure = (text: string) => ({
  collection: { kind: "failed", error: { message: expect.stringContaining(text) as string } },
});

describe("the registry is started again", () => {
  test("when the collection fails, and garbage is collected the next time", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(COLLECT, "echo no luck >&2; exit 1");
    expect((await reclaim(registry)).result).toMatchObject(failure("failed (exit code 1): no luck"));
    await expectWhole(registry);
    await docker.heal();
    expect((await reclaim(registry)).result).toMatchObject({ collection: { kind: "collected", blobs: 9 } });
  });

  test("when the collection fails after its closing count, as by a blob that it can't delete", async ({
    skip,
  }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(COLLECT, `"${registry.engine.docker}" "$@"; exit 1`);
    expect((await reclaim(registry)).result).toMatchObject(failure("failed (exit code 1)"));
    await expectWhole(registry);
  });

  test("when the collection says nothing of what it did", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(COLLECT, "exit 0");
    expect((await reclaim(registry)).result).toMatchObject(failure("without its closing count"));
    await expectWhole(registry);
  });

  test("when the collection takes too long", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(COLLECT, HELD);
    const { result } = await reclaim(registry, { "gc-timeout": "6s" });
    expect(result).toMatchObject(failure("took longer than gc-timeout"));
    await expectWhole(registry);
  });

  test("when it can't be stopped", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(STOP, "echo can not >&2; exit 1");
    expect((await reclaim(registry)).result).toMatchObject(failure("container stop failed: can not"));
    await expectWhole(registry);
  });

  test("when it does not start at once", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    const isFirst = 'flag="${0%/*}/tried"; if [ ! -e "$flag" ]; then touch "$flag"; exit 1; fi';
    await docker.before(START, `case "$3" in *-garbage-collection*) ;; *) ${isFirst} ;; esac`);
    expect((await reclaim(registry)).result).toMatchObject({ collection: { kind: "collected" } });
    await expectWhole(registry);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("when %s comes in the middle", async (signal) => {
    const engine = engineOr(() => undefined);
    if (engine === undefined) return;
    const docker = await wrapDocker(engine);
    const registry = await littered();
    await docker.before(COLLECT, HELD);
    const { code, stdout, stderr } = await reclaimAndSignal(registry, docker, signal);
    expect(stdout).toContain("told to stop: the registry is started again first");
    expect(stderr).toContain("told to stop before the garbage was collected");
    expect(code).toBe(1);
    await expectWhole(registry);
  });
});

/** Runs the command line, and signals it when the registry is down and the collection has begun. */
async function reclaimAndSignal(registry: ContainedRegistry, docker: WrappedDocker, signal: NodeJS.Signals) {
  return runCli(["reclaim", registry.host, "--gc-container", registry.name], {
    env: { PATH: docker.path, DOCKER_HOST: registry.engine.dockerHost },
    started: (child) => {
      void (async () => {
        while (
          !(await docker.commands()).some((command) =>
            /^container start --attach \S+-garbage-collection$/.test(command),
          )
        ) {
          await sleep(20);
        }
        // Whoever is impatient gets no registry that stays down.
        if (signal === "SIGINT") {
          // Thrice, for one that comes when the registry is up again ends the process, as any other.
          let left = 3;
          child.stdout?.on("data", (chunk: Buffer) => {
            if (chunk.includes("told to stop") && (left -= 1) >= 0) child.kill(signal);
          });
        }
        child.kill(signal);
      })();
    },
  });
}

describe("a run that is killed in the middle leaves the registry stopped", () => {
  test("and the next one starts it, and collects", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(COLLECT, HELD);
    await reclaimAndSignal(registry, docker, "SIGKILL");
    expect(await stateOf(registry)).toContain(`${registry.name} exited`);
    await docker.heal();
    const { result, events } = await reclaim(registry);
    expect(result).toMatchObject({ collection: { kind: "collected", blobs: 9 } });
    expect(events).toContainEqual({
      kind: "collection-step",
      step: { kind: "recovered", container: registry.name },
    });
    await expectWhole(registry);
  });

  test("and the next prune that is no dry run starts it before it looks at the tags", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(COLLECT, HELD);
    await reclaimAndSignal(registry, docker, "SIGKILL");
    await docker.heal();
    const args = ["prune", `${registry.host}/team/app`, "--keep=1", "--gc-container", registry.name];
    const env = { PATH: docker.path, DOCKER_HOST: registry.engine.dockerHost };
    const raw = { image: `${registry.host}/team/app`, "gc-container": registry.name, "dry-run": "true" };
    expect(failed(await runPrune(raw)).error.message).toContain("can't be reached");
    expect(await stateOf(registry)).toContain(`${registry.name} exited`);
    const { code, stdout } = await runCli(args, { env });
    expect(stdout).toContain("an earlier run was killed while it had");
    expect(code).toBe(0);
    await expectWhole(registry);
  });

  test("and the action's post step starts it, but not what it did not stop", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(COLLECT, HELD);
    await reclaimAndSignal(registry, docker, "SIGKILL");
    await docker.heal();
    const env = { PATH: docker.path, DOCKER_HOST: registry.engine.dockerHost };
    const state = { container: registry.name, run: randomUUID() };
    const others = await runPost(state, env);
    expect(others).toMatchObject({ code: 0, stdout: "" });
    expect(await stateOf(registry)).toContain(`${registry.name} exited`);
    const label = '{{index .Config.Labels "prune-image-tags.run"}}';
    const run = await registry.docker("inspect", "-f", label, `${registry.name}-garbage-collection`);
    const own = await runPost({ ...state, run }, env);
    expect(own.stdout).toContain("the registry was started again");
    expect(own.code).toBe(0);
    await expectWhole(registry);
    expect(await runPost({ container: "", run: "" }, env)).toMatchObject({ code: 0, stdout: "" });
  });
});

describe("a collection that goes on when its run was killed", () => {
  /** Kills a run whose collection can't end: it waits for what nobody writes into a pipe. */
  async function orphaned(docker: WrappedDocker) {
    const registry = await littered();
    const { name, engine } = registry;
    const pipe = await pipeIn(registry);
    // A container that runs has not come to the pipe yet, and would not find it there.
    const started = `"${engine.docker}" start "$4" >/dev/null; sleep 2; touch ${pipe}/begun`;
    const begin = `${makePipe(pipe)}; ${started}; ${HELD}`;
    await docker.before(COLLECT, begin);
    await runCli(["reclaim", registry.host, "--gc-container", name], {
      env: { PATH: docker.path, DOCKER_HOST: engine.dockerHost },
      started: (child) => {
        void (async () => {
          while (!existsSync(`${pipe}/begun`)) await sleep(20);
          child.kill("SIGKILL");
        })();
      },
    });
    await docker.heal();
    await rm(pipe, { recursive: true });
    expect(await stateOf(registry)).toContain(`${name}-garbage-collection running`);
    return registry;
  }

  /** The first of each, in the order in which they were run. */
  async function orderOf(docker: WrappedDocker, name: string): Promise<readonly string[]> {
    const commands = await docker.commands();
    const since = commands.slice(
      commands.findIndex((command) => command.startsWith("container start --attach")) + 1,
    );
    const isOfInterest = (command: string): boolean =>
      command.startsWith("container kill") || command === `container start ${name}`;
    return since.filter(isOfInterest).map((command) => command.split(" ")[1] ?? "");
  }

  test("because its client was cut off is ended before the registry is started", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    const pipe = await pipeIn(registry);
    await docker.before(
      COLLECT,
      `${makePipe(pipe)}; "${registry.engine.docker}" start "$4" >/dev/null; exit 0`,
    );
    const { result } = await reclaim(registry);
    expect(result).toMatchObject(failure("client ended before the collection did"));
    expect(await orderOf(docker, registry.name)).toEqual(["kill", "start"]);
    await rm(pipe, { recursive: true });
    await expectWhole(registry);
  });

  test("is ended by the next run before the registry is started", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await orphaned(docker);
    expect((await reclaim(registry)).result).toMatchObject({ collection: { kind: "collected" } });
    expect((await orderOf(docker, registry.name)).slice(0, 2)).toEqual(["kill", "start"]);
    await expectWhole(registry);
  });

  test("is ended by the post step before the registry is started", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await orphaned(docker);
    const label = '{{index .Config.Labels "prune-image-tags.run"}}';
    const run = await registry.docker("inspect", "-f", label, `${registry.name}-garbage-collection`);
    const env = { PATH: docker.path, DOCKER_HOST: registry.engine.dockerHost };
    expect(await runPost({ container: registry.name, run }, env)).toMatchObject({ code: 0 });
    expect(await orderOf(docker, registry.name)).toEqual(["kill", "start"]);
    await expectWhole(registry);
  });
});

describe("a registry that does not come back", () => {
  test("fails the run loudly, with the command that starts it, and the next run does so", async ({
    skip,
  }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    await docker.before(
      START,
      'case "$3" in *-garbage-collection*) ;; *) echo port in use >&2; exit 1 ;; esac',
    );
    const args = ["reclaim", registry.host, "--gc-container", registry.name];
    const env = { PATH: docker.path, DOCKER_HOST: registry.engine.dockerHost };
    const { code, stderr } = await runCli(args, { env });
    expect(code).toBe(1);
    expect(stderr).toContain("THE REGISTRY IS NOT BACK: docker container start failed: port in use");
    expect(stderr).toContain(`docker start ${registry.name}`);
    expect(await stateOf(registry)).toContain(`${registry.name} exited`);
    await docker.heal();
    expect((await reclaim(registry)).result).toMatchObject({
      collection: { kind: "skipped", why: { kind: "no-garbage" } },
    });
    await expectWhole(registry);
  });
});

describe("a registry that is up while it should be down", () => {
  test("because somebody starts it in the middle: the collection is ended, and the run fails", async ({
    skip,
  }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    const pipe = await pipeIn(registry);
    const real = `"${registry.engine.docker}" start`;
    const begin = `${makePipe(pipe)}; ${real} "$4" >/dev/null; ${real} ${registry.name}; ${HELD}`;
    await docker.before(COLLECT, begin);
    const { result } = await reclaim(registry);
    expect(result).toMatchObject(failure("still answers after its container was stopped, or answered again"));
    expect((await docker.commands()).filter((command) => command.startsWith("container kill"))).toEqual([
      `container kill ${registry.name}-garbage-collection`,
    ]);
    await rm(pipe, { recursive: true });
    await expectWhole(registry);
  });

  test("because somebody starts it at the very end: the run fails", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    const real = `"${registry.engine.docker}"`;
    await docker.before(COLLECT, `${real} "$@"; ${real} start ${registry.name} >/dev/null; exit 0`);
    const { result } = await reclaim(registry);
    expect(result).toMatchObject(failure("answered again meanwhile"));
    await expectWhole(registry);
  });

  test("because a second replica answers: nothing is collected", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    const replica = await startProxy(registry.url);
    const { result } = await reclaim({ ...registry, host: replica.host });
    await replica.stop();
    // The proxy answers 502 where its registry is down, as proxies do.
    expect(result).toMatchObject({ collection: { kind: "collected" } });
    const other = await start();
    const elsewhere = await littered();
    const wrong = await reclaim({ ...elsewhere, host: other.host });
    expect(wrong.result).toMatchObject(failure("nothing shows that the container"));
    expect(await docker.commands()).not.toContain(`container stop ${elsewhere.name}`);
    expect(await docker.commands()).toContain(
      `container start --attach ${elsewhere.name}-garbage-collection-dry-run`,
    );
    await expectWhole(elsewhere);
  });
});

describe("two at once", () => {
  test("the second waits for the first, and only the holder starts the registry", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    // The first goes on when the second waits for it.
    const isWaiting = join(dirname(docker.path.split(":")[0] ?? ""), `${registry.name}-waits`);
    onTestFinished(() => rm(isWaiting, { force: true }));
    await docker.before(COLLECT, `while [ ! -e ${isWaiting} ]; do sleep 0.1; done`);
    const both = await Promise.all(
      [1, 2].map(() =>
        runCli(["reclaim", registry.host, "--gc-container", registry.name], {
          env: { PATH: docker.path, DOCKER_HOST: registry.engine.dockerHost },
          started: (child) => {
            child.stdout?.on("data", (chunk: Buffer) => {
              if (chunk.includes("waiting for it")) void writeFile(isWaiting, "");
            });
          },
        }),
      ),
    );
    expect(both.map(({ code, stderr }) => `${code}${stderr}`)).toEqual(["0", "0"]);
    const texts = both.map(({ stdout }) => stdout);
    expect(texts.filter((text) => text.includes("waiting for it"))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("Garbage collected: 9 blobs"))).toHaveLength(1);
    expect(texts.filter((text) => text.includes("There is no garbage"))).toHaveLength(1);
    const commands = await docker.commands();
    expect(commands.filter((command) => command === `container start ${registry.name}`)).toHaveLength(1);
    await expectWhole(registry);
  });

  test("a container of the lock's name that is somebody's own is left alone", async ({ skip }) => {
    engineOr(skip);
    const registry = await littered();
    const name = `${registry.name}-garbage-collection`;
    await registry.docker("create", "--name", name, "registry:2");
    expect((await reclaim(registry)).result).toMatchObject(failure("that this program has not made"));
    expect(await registry.docker("rm", name)).toBe(name);
    await expectWhole(registry);
  });
});

describe("a registry that comes back with less than was kept", () => {
  test("is harm, named, and fails the run", async ({ skip }) => {
    const docker = await wrapDocker(engineOr(skip));
    const registry = await littered();
    const volume = await registry.docker("inspect", "-f", "{{(index .Mounts 0).Source}}", registry.name);
    const kept = await pushImage(registry.repo, ["kept"], { seed: "4" });
    const hex = kept.digest.replace("sha256:", "");
    const blob = `${volume}/docker/registry/v2/blobs/sha256/${hex.slice(0, 2)}/${hex}`;
    await docker.before(COLLECT, `"${registry.engine.docker}" "$@"; rm -r "${blob}"; exit 0`);
    const args = ["reclaim", registry.host, "--gc-container", registry.name, "--json"];
    const env = { PATH: docker.path, DOCKER_HOST: registry.engine.dockerHost };
    const { code, stdout, stderr } = await runCli(args, { env });
    expect(code).toBe(1);
    expect(stderr).toContain(`team/app: HARM: 1.0.4 was to stay, and its part ${kept.digest} is missing`);
    expect(JSON.parse(stdout)).toMatchObject({
      collection: {
        harm: expect.arrayContaining([
          { repository: "team/app", kind: "part-missing", tag: "1.0.4", missing: kept.digest },
          { repository: "team/app", kind: "part-missing", tag: "kept", missing: kept.digest },
        ]) as unknown,
      },
    });
  });
});
