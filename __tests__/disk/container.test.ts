import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { type ContainedRegistry, untilUp, useEngine } from "../support/containers.js";
import { wrapDocker } from "../support/docker-wrapper.js";
import { applied, failed, runPrune } from "../support/pruning.js";
import { runReclaim } from "../support/reclaiming.js";

const { start, engineOr } = useEngine();

/** Pushes `count` alphas of about `bytes` each. */
async function fill(
  registry: ContainedRegistry,
  { count = 4, bytes = 1000, name = "team/app" } = {},
): Promise<{ readonly base: string; readonly name: string }> {
  const repo = { base: registry.url, name };
  for (let number = 1; number <= count; number += 1) {
    await pushImage(repo, [`3.3.0-alpha.${number}`], { seed: `${name} ${number} ${"x".repeat(bytes)}` });
  }
  return repo;
}

const prune = (registry: ContainedRegistry, keep = "2", more = {}) =>
  runPrune({ image: `${registry.host}/team/app`, keep, "gc-container": registry.name, ...more });

const startedAt = ({ docker, name }: ContainedRegistry): Promise<string> =>
  docker("inspect", "-f", "{{.State.StartedAt}}", name);

/** Containers that are there, running or not, by name. */
const containers = async ({ docker, name }: ContainedRegistry): Promise<readonly string[]> =>
  (await docker("ps", "-a", "--filter", `name=${name}`, "--format", "{{.Names}} {{.State}}")).split("\n");

/** Blobs on the registry's disk. */
const blobs = async ({ docker, name }: ContainedRegistry): Promise<number> =>
  Number(
    await docker("exec", name, "sh", "-c", "find /var/lib/registry -path '*/blobs/*' -name data | wc -l"),
  );

describe("a prune with gc-container", () => {
  test("stops the registry, collects beside it with its own configuration, starts it, and finds it whole", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await start();
    const repo = await fill(registry);
    const before = await startedAt(registry);
    const pruned = await prune(registry);
    expect(applied(pruned).deleted).toEqual(["3.3.0-alpha.2", "3.3.0-alpha.1"]);
    expect(pruned.result.collection).toMatchObject({
      kind: "collected",
      blobs: 6,
      // By the file system, unless others write more to it in these seconds than was freed.
      freed: { by: expect.stringMatching(/^(?:file-system|blob-sizes)$/) as string },
      restarted: true,
      proven: 2,
      unproven: [],
      harm: [],
    });
    await untilUp(registry.url);
    expect(await startedAt(registry)).not.toBe(before);
    expect(await containers(registry)).toEqual([`${registry.name} running`]);
    expect(await blobs(registry)).toBe(6);
    for (const tag of await listTags(repo)) await pullImage(repo, tag);
    // What was collected can be pushed again: no cache believes that it is still there.
    await pushImage(repo, ["3.3.0-alpha.1"], { seed: `team/app 1 ${"x".repeat(1000)}` });
    await pullImage(repo, "3.3.0-alpha.1");
  });

  test("takes the configuration that was edited inside, and the environment, which goes before it", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await start({
      flags: ["-e", "REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY=/var/lib/registry/by-variable"],
    });
    await fill(registry);
    expect((await prune(registry)).result.collection).toMatchObject({ kind: "collected", blobs: 6 });

    const edited = await start();
    const edit = "s#rootdirectory: .*#rootdirectory: /var/lib/registry/edited#";
    await edited.docker("exec", edited.name, "sed", "-i", edit, "/etc/docker/registry/config.yml");
    await edited.docker("restart", "-t", "2", edited.name);
    await untilUp(edited.url);
    await fill(edited);
    expect((await prune(edited)).result.collection).toMatchObject({ kind: "collected", blobs: 6 });
  });

  test("gives variables in a file, so that no secret is on a command line", async ({ skip }) => {
    const engine = engineOr(skip);
    const secret = "not-for-the-process-list";
    const registry = await start({ flags: ["-e", `REGISTRY_HTTP_SECRET=${secret}`] });
    await fill(registry);
    const docker = await wrapDocker(engine);
    const pruned = await prune(registry);
    expect(pruned.result.collection).toMatchObject({ kind: "collected" });
    expect(pruned.secrets).toContain(secret);
    const commands = await docker.commands();
    expect(commands.join("\n")).not.toContain(secret);
    const created = commands.filter((command) => command.startsWith("container create"));
    expect(created).toHaveLength(2);
    for (const command of created) {
      expect(command).toMatch(/ --env-file \S+ --/);
      expect(command).not.toContain("REGISTRY_HTTP_SECRET");
      expect(command).toContain("--network none");
      expect(command).not.toMatch(/--delete-untagged| -m( |$)/);
    }
    // The one that looks beside the running registry can't write.
    expect(
      created.filter((command) => /--volumes-from [0-9a-f]{64}:ro .* --dry-run /.test(command)),
    ).toHaveLength(1);
  });

  test("keeps the image's variables from the engine's client, which runs outside of the container", async ({
    skip,
  }) => {
    const engine = engineOr(skip);
    const folder = await mkdtemp(join(tmpdir(), "variables-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const variables = [
      "HTTP_PROXY=http://127.0.0.1:1",
      "DOCKER_HOST=tcp://127.0.0.1:1",
      "PATH=/image/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      `BASH_FUNC_exec%%=() { touch ${folder}/ran; }`,
      "BASH_FUNC_case%%=() {\n touch /ran\n}",
      "REGISTRY_LOG_FIELDS=service: registry\nenvironment: tests",
    ];
    const registry = await start({ flags: variables.flatMap((variable) => ["-e", variable]) });
    await fill(registry);
    const docker = await wrapDocker(engine);
    await mkdir(join(folder, "tmp"));
    vi.stubEnv("INPUT_PASSWORD", "of-this-step");
    vi.stubEnv("TMPDIR", join(folder, "tmp"));
    onTestFinished(() => void vi.unstubAllEnvs());
    await docker.before("*", `env >> ${folder}/client`);
    const inspect = `"${engine.docker}" inspect -f '{{json .Config.Env}}' "$4" > ${folder}/container`;
    await docker.before('"container start --attach "*"-garbage-collection"', inspect);
    expect((await prune(registry)).result.collection).toMatchObject({ kind: "collected" });
    const client = await readFile(join(folder, "client"), "utf8");
    expect(client).toContain("PATH=");
    expect(client).not.toMatch(/127\.0\.0\.1:1$|\/image\/bin|BASH_FUNC|\/ran|INPUT_PASSWORD|of-this-step/m);
    const given = JSON.parse(await readFile(join(folder, "container"), "utf8")) as readonly string[];
    const [, , , , shellFunctionOfLines = "", ...others] = variables;
    expect(given).toEqual(expect.arrayContaining([...variables.slice(0, 4), ...others]));
    expect(given).not.toContain(shellFunctionOfLines);
    const left = await readdir(join(folder, "tmp"));
    expect(left.filter((name) => name.startsWith("prune-image-tags-"))).toEqual([]);
  });

  test("names a repository that can't be looked at, for it was damaged before, and minds it no more", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await start();
    await fill(registry);
    await fill(registry, { name: "team/damaged", count: 1 });
    const link = "team/damaged/_manifests/tags/3.3.0-alpha.1/current/link";
    const empty = `: >/var/lib/registry/docker/registry/v2/repositories/${link}`;
    await registry.docker("exec", registry.name, "sh", "-c", empty);
    expect((await prune(registry)).result.collection).toMatchObject({
      kind: "collected",
      proven: 2,
      unproven: ["team/damaged"],
      harm: [],
    });
  });

  test("does nothing to a registry when it deletes nothing, or in a dry run", async ({ skip }) => {
    const engine = engineOr(skip);
    const registry = await start();
    await fill(registry);
    const before = await startedAt(registry);
    const docker = await wrapDocker(engine);
    const none = await prune(registry, "10");
    expect(none.result.collection).toEqual({ kind: "skipped", why: { kind: "nothing-deleted" } });
    const dry = await prune(registry, "1", { "dry-run": "true" });
    expect(dry.result.collection).toEqual({ kind: "skipped", why: { kind: "dry-run" } });
    expect(await startedAt(registry)).toBe(before);
    expect((await docker.commands()).filter((command) => /create|stop|start/.test(command))).toEqual([]);
  });

  test("waits until enough garbage has come together", async ({ skip }) => {
    engineOr(skip);
    const registry = await start();
    await fill(registry, { count: 6, bytes: 20_000 });
    const before = await startedAt(registry);
    const first = await prune(registry, "5", { "gc-min-bytes": "100KB" });
    expect(first.result.collection).toMatchObject({ kind: "skipped", why: { kind: "below-minimum" } });
    expect(await startedAt(registry)).toBe(before);
    const second = await prune(registry, "1", { "gc-min-bytes": "100KB" });
    expect(second.result.collection).toMatchObject({ kind: "collected", blobs: 15 });
  });

  test("fails before it deletes anything where the container can't be collected", async ({ skip }) => {
    engineOr(skip);
    const registry = await start({ flags: ["--rm"], deletes: false });
    await fill(registry);
    await expect(prune(registry)).rejects.toThrow("was started with --rm");
    expect(await containers(registry)).toEqual([`${registry.name} running`]);
    await expect(prune({ ...registry, name: "nobody" })).rejects.toThrow(
      "the container nobody can't be found: docker has no container of that name",
    );
    expect(await listTags({ base: registry.url, name: "team/app" })).toHaveLength(4);
  });

  test.each([
    ["a Swarm service", { flags: ["--label", "com.docker.swarm.service.name=registry"] }, "Swarm"],
    ["Kubernetes", { flags: ["--label", "io.kubernetes.pod.name=registry"] }, "Kubernetes"],
    [
      "a redis cache",
      {
        flags: ["-e", "REGISTRY_STORAGE_CACHE_BLOBDESCRIPTOR=redis", "-e", "REGISTRY_REDIS_ADDR=127.0.0.1:1"],
      },
      "redis",
    ],
    ["a tmpfs", { flags: ["--tmpfs", "/var/lib/registry"] }, "stopping it would lose them"],
    [
      "the container's own layer",
      { flags: ["-e", "REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY=/srv"] },
      "no other container can see them",
    ],
  ])("refuses %s, with the reason", async (_, options, reason) => {
    if (engineOr(() => undefined) === undefined) return;
    const registry = await start(options);
    await expect(prune(registry)).rejects.toThrow(reason);
    expect(await containers(registry)).toEqual([`${registry.name} running`]);
  });

  test("refuses a second registry on the same volume, however it was started, and minds nobody else", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await start();
    await fill(registry);
    const { docker, name } = registry;
    const second = `${name}-second`;
    for (const flags of [[], ["--rm"], ["--entrypoint", "/bin/registry"]]) {
      const command = flags.includes("--entrypoint") ? ["serve", "/etc/docker/registry/config.yml"] : [];
      await docker("run", "-d", "--name", second, "--volumes-from", name, ...flags, "registry:2", ...command);
      await expect(prune(registry)).rejects.toThrow(`the container ${second} serves the same images`);
      await docker("rm", "-f", second);
    }
    // A backup that only reads, one of another image that need not, and a registry of its own.
    const idle = ["sh", "-c", "sleep 60"];
    await docker("run", "-d", "--name", second, "--volumes-from", `${name}:ro`, "registry:2", ...idle);
    await docker("commit", second, "backup:1");
    await docker("run", "-d", "--name", `${second}-backup`, "--volumes-from", name, "backup:1", ...idle);
    await start();
    expect((await prune(registry)).result.collection).toMatchObject({ kind: "collected" });
    await docker("rm", "-f", second, `${second}-backup`);
  });

  test("never stops a registry whose collection would not go through what was pruned", async ({ skip }) => {
    engineOr(skip);
    const [registry, other] = [await start(), await start()];
    await fill(registry);
    await fill(other, { name: "somebody/elses" });
    const before = await startedAt(other);
    const pruned = await prune({ ...registry, name: other.name });
    expect(applied(pruned).deleted).toHaveLength(2);
    expect(pruned.result.collection).toMatchObject({
      kind: "failed",
      error: { message: expect.stringContaining("did not go through team/app") as string },
    });
    const empty = await start();
    expect((await prune({ ...registry, name: empty.name }, "1")).result.collection).toMatchObject({
      kind: "failed",
      error: { message: expect.stringContaining("did not go through team/app") as string },
    });
    expect(await startedAt(other)).toBe(before);
    expect(await blobs(other)).toBe(12);
  });

  test("fails, and stops nothing, where the dry run beside it fails", async ({ skip }) => {
    engineOr(skip);
    const registry = await start();
    await fill(registry);
    const { docker, name } = registry;
    await docker(
      "exec",
      name,
      "sh",
      "-c",
      "for f in $(find / -path '*alpha.4*link'); do h=$(cat $f); h=${h#sha256:}; : >/var/lib/registry/docker/registry/v2/blobs/sha256/$(echo $h | cut -c1-2)/$h/data; done",
    );
    const before = await startedAt(registry);
    const { result } = await runReclaim({ registry: registry.host, "gc-container": name });
    expect(result.collection).toMatchObject({
      kind: "failed",
      error: {
        message: expect.stringContaining("garbage-collect failed in team/app (exit code 1)") as string,
      },
    });
    expect(await startedAt(registry)).toBe(before);
    expect(await containers(registry)).toEqual([`${name} running`]);
  });

  test("a prune that fails is not followed by a collection", async ({ skip }) => {
    engineOr(skip);
    const registry = await start({ deletes: false });
    await fill(registry);
    const before = await startedAt(registry);
    const pruned = await prune(registry);
    expect(failed(pruned).error.message).toContain("deletes turned off");
    expect(pruned.result.collection).toEqual({ kind: "skipped", why: { kind: "prune-failed" } });
    expect(await startedAt(registry)).toBe(before);
  });
});

describe("a reclaim with gc-container", () => {
  test("collects by itself, and finds nothing to do the second time", async ({ skip }) => {
    engineOr(skip);
    const registry = await start();
    await fill(registry);
    await runPrune({ image: `${registry.host}/team/app`, keep: "1" });
    const look = await runReclaim({
      registry: registry.host,
      "gc-container": registry.name,
      "dry-run": "true",
    });
    expect(look.result.collection).toMatchObject({ kind: "skipped", why: { kind: "dry-run" } });
    expect(look.result.collection).toHaveProperty("garbage", expect.any(Number));
    const first = await runReclaim({ registry: registry.host, "gc-container": registry.name });
    expect(first.result.collection).toMatchObject({ kind: "collected", blobs: 9, proven: 1, harm: [] });
    const before = await startedAt(registry);
    const second = await runReclaim({ registry: registry.host, "gc-container": registry.name });
    expect(second.result.collection).toEqual({ kind: "skipped", why: { kind: "no-garbage" }, garbage: 0 });
    expect(await startedAt(registry)).toBe(before);
  });

  test("has nothing to do where nothing was ever pushed", async ({ skip }) => {
    engineOr(skip);
    const registry = await start();
    const { result } = await runReclaim({ registry: registry.host, "gc-container": registry.name });
    expect(result.collection).toMatchObject({ kind: "skipped", why: { kind: "empty-registry" } });
    expect(await containers(registry)).toEqual([`${registry.name} running`]);
  });

  test("does not start what it did not stop", async ({ skip }) => {
    engineOr(skip);
    const registry = await start();
    await registry.docker("stop", "-t", "2", registry.name);
    const { result } = await runReclaim({ registry: registry.host, "gc-container": registry.name });
    expect(result.collection).toMatchObject({
      kind: "failed",
      error: { message: expect.stringContaining("does not run") as string },
    });
    expect(await containers(registry)).toEqual([`${registry.name} exited`]);
  });
});
