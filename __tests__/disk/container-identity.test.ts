import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { freePort } from "../../scripts/run-server.mjs";
import { type ContainedRegistry, type ContainerOptions, untilUp, useEngine } from "../support/containers.js";
import { parseRepository, type RepositoryName } from "../../src/core/names/reference.js";
import { openHost } from "../../src/registry/distribution/host.js";
import { openRegistry } from "../../src/registry/open.js";
import { collect } from "../../src/commands/collection/collect.js";
import { connectionTo } from "../../src/commands/connection.js";
import { readSettings } from "../support/settings.js";
import { startProxy } from "../support/proxy.js";
import { runReclaim } from "../support/reclaiming.js";

const { start, engineOr } = useEngine();

interface Littered extends ContainedRegistry {
  readonly repo: { readonly base: string; readonly name: string };
  /** The digests of what is kept, and of what is garbage. */
  readonly kept: string;
  /** The folder of its files, on this machine. */
  readonly storage: string;
}

/** A registry with one image that is kept, and one that is garbage; every one has the same two. */
async function littered(options: ContainerOptions = {}): Promise<Littered> {
  const registry = await start(options);
  const repo = { base: registry.url, name: "team/app" };
  const kept = await pushImage(repo, ["1.0"], { seed: "kept" });
  const { digest } = await pushImage(repo, ["2.0"], { seed: "garbage" });
  await fetch(`${registry.url}/v2/team/app/manifests/${digest}`, { method: "DELETE" });
  const storage = await registry.docker("inspect", "-f", "{{(index .Mounts 0).Source}}", registry.name);
  return { ...registry, repo, kept: kept.digest, storage };
}

const stateOf = ({ docker, name }: ContainedRegistry): Promise<string> =>
  docker("inspect", "-f", "{{.State.Running}} {{.State.StartedAt}}", name);

const reclaim = async ({ host, name }: Pick<ContainedRegistry, "host" | "name">, more = {}) =>
  (await runReclaim({ registry: host, "gc-container": name, ...more })).result.collection;

const failure = (text: string) => ({
  kind: "failed",
  error: { message: expect.stringContaining(text) as string },
});

/** Links an image's manifest as Distribution 2.1.0 did: where pulls look, and no collection. */
async function linkAsLayer(registry: Littered): Promise<void> {
  const hex = registry.kept.replace("sha256:", "");
  const repository = repositoryOf(registry);
  await mkdir(join(repository, "_layers/sha256", hex));
  await rename(
    join(repository, "_manifests/revisions/sha256", hex, "link"),
    join(repository, "_layers/sha256", hex, "link"),
  );
}

const repositoryOf = ({ storage }: Littered): string =>
  join(storage, "docker/registry/v2/repositories/team/app");

/** What is left of uploads, without the crumb that Distribution leaves of a cancelled one. */
async function uploadsIn(registry: Littered): Promise<readonly string[]> {
  const files = await readdir(join(repositoryOf(registry), "_uploads"), { recursive: true });
  return files.filter((file) => file.includes("/") && !file.includes("hashstates"));
}

describe("a container that is not the registry that was named", () => {
  test("is not stopped, though it has the same images, and its log is silent or not", async ({ skip }) => {
    engineOr(skip);
    const [named, others] = [await littered(), await littered()];
    const silent = await littered({ flags: ["--log-driver", "none"] });
    for (const other of [others, silent]) {
      const before = await stateOf(other);
      expect(await reclaim({ host: named.host, name: other.name })).toMatchObject(
        failure("an upload that was begun there is not in its storage"),
      );
      expect(await stateOf(other)).toBe(before);
    }
    const nowhere = `127.0.0.1:${await freePort()}`;
    const before = await stateOf(others);
    expect(await reclaim({ host: nowhere, name: others.name })).toMatchObject(
      failure("no registry answers there (refused)"),
    );
    expect(await stateOf(others)).toBe(before);
    expect(await uploadsIn(named)).toEqual([]);
  });

  test("is not stopped for a sweep of a storage that is not its own", async ({ skip }) => {
    engineOr(skip);
    const [registry, other] = [await littered(), await littered()];
    const before = await stateOf(registry);
    expect(await reclaim(registry, { storage: other.storage })).toMatchObject(
      failure("has its files elsewhere"),
    );
    // A dry run puts nothing there, and so can't tell.
    expect(await reclaim(registry, { storage: other.storage, "dry-run": "true" })).toMatchObject({
      kind: "skipped",
      why: { kind: "dry-run" },
    });
    expect(await stateOf(registry)).toBe(before);
  });
});

test("a registry whose log is silent is known by an upload, which is cancelled; else by the user's word", async ({
  skip,
}) => {
  engineOr(skip);
  const registry = await littered({ flags: ["--log-driver", "none"] });
  const proxy = await startProxy(registry.url);
  onTestFinished(() => proxy.stop());
  const before = await stateOf(registry);
  // A full disk.
  proxy.on({ when: ({ method }) => method === "POST", act: { kind: "answer", status: 500 } });
  const full = await reclaim({ ...registry, host: proxy.host });
  expect(full).toMatchObject(failure("no upload could be begun to look for in its storage: it answered 500"));
  expect(full).toMatchObject({
    error: { nextStep: expect.stringContaining("say so: trust-gc-container") as string },
  });
  expect(await stateOf(registry)).toBe(before);
  const trusted = await reclaim({ ...registry, host: proxy.host }, { "trust-gc-container": "true" });
  expect(trusted).toMatchObject({ kind: "collected", blobs: 3, harm: [] });

  const { digest } = await pushImage(registry.repo, ["3.0"], { seed: "more garbage" });
  await fetch(`${registry.url}/v2/team/app/manifests/${digest}`, { method: "DELETE" });
  expect(await reclaim(registry)).toMatchObject({ kind: "collected", blobs: 3, harm: [] });
  expect(await uploadsIn(registry)).toEqual([]);
});

describe("a collection that would take what a tag needs", () => {
  test("is not begun, and nothing is stopped", async ({ skip }) => {
    engineOr(skip);
    const registry = await littered();
    await linkAsLayer(registry);
    await pullImage(registry.repo, "1.0");
    const before = await stateOf(registry);
    expect(await reclaim(registry)).toMatchObject(failure("which team/app:1.0 needs"));
    // A dry run, which changes nothing, says the same.
    expect(await reclaim(registry, { "dry-run": "true" })).toMatchObject(failure("which team/app:1.0 needs"));
    expect(await stateOf(registry)).toBe(before);
    await pullImage(registry.repo, "1.0");
    // Pushed again, it is linked where the collection looks.
    await pushImage(registry.repo, ["1.0"], { seed: "kept" });
    expect(await reclaim(registry)).toMatchObject({ kind: "collected", blobs: 3, harm: [] });
  });

  test("is not begun where the registry does not even list its repository", async ({ skip }) => {
    engineOr(skip);
    const registry = await littered();
    await pushImage({ base: registry.url, name: "team/other" }, ["1.0"], { seed: "other" });
    // 2.8 takes what has layers for a repository, and its collection passes over all else.
    await rm(join(repositoryOf(registry), "_layers"), { recursive: true });
    const before = await stateOf(registry);
    expect(await listTags(registry.repo)).toEqual(["1.0"]);
    expect(await reclaim(registry)).toMatchObject(failure("which team/app:1.0 needs"));
    expect(await stateOf(registry)).toBe(before);
  });
});

describe("a collection that goes on while somebody pushes, or after a sweep", () => {
  /** Collects with a sweep of the test's own, and something that happens before the tags are read. */
  async function collectWith(
    { host, name }: ContainedRegistry,
    {
      sweep,
      beforeTags,
      pruned = [],
    }: {
      readonly sweep?: () => Promise<void>;
      readonly beforeTags?: () => Promise<unknown>;
      readonly pruned?: readonly RepositoryName[];
    },
  ) {
    const settings = readSettings({ command: "reclaim", registry: host, "gc-container": name });
    if (
      settings.command !== "reclaim" ||
      settings.registry === undefined ||
      settings.collection === undefined
    ) {
      throw new Error("it has a registry and a collection");
    }
    const hooks = { say: () => undefined, onSecret: () => undefined, run: randomUUID(), userAgent: "test" };
    const connection = connectionTo(settings, settings.registry, hooks);
    const [opened, named] = [
      await openRegistry({ ...connection, rights: ["pull"] }),
      await openHost(connection),
    ];
    onTestFinished(() => {
      opened.close();
      named.close();
    });
    let before = beforeTags;
    const listTags: typeof opened.listTags = async (repository) => {
      const happens = before;
      before = undefined;
      await happens?.();
      return opened.listTags(repository);
    };
    const registry = Object.create(opened, { listTags: { value: listTags } }) as typeof opened;
    return collect({
      settings: settings.collection,
      registry,
      host: named,
      concurrency: 4,
      pruned,
      known: new Map(),
      isDryRun: false,
      hooks,
      ...(sweep === undefined ? {} : { sweep }),
    });
  }

  test("looks again where what was garbage is a tag's part by now, and takes what is still none", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await littered();
    const { digest } = await pushImage(registry.repo, ["3.0"], { seed: "more garbage" });
    await fetch(`${registry.url}/v2/team/app/manifests/${digest}`, { method: "DELETE" });
    const beforeTags = () => pushImage(registry.repo, ["2.0"], { seed: "garbage" });
    expect(await collectWith(registry, { beforeTags })).toMatchObject({
      kind: "collected",
      blobs: 3,
      harm: [],
    });
    await pullImage(registry.repo, "2.0");
  });

  test("takes nothing where a tag needs it since the sweep, and the registry runs again", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await littered();
    const sweep = () => linkAsLayer(registry);
    expect(await collectWith(registry, { sweep })).toMatchObject(failure("which team/app:1.0 needs"));
    await untilUp(registry.url);
    await pullImage(registry.repo, "1.0");
  });

  test("stops nothing for a sweep of a registry that does not have what this run pruned", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await littered();
    const before = await stateOf(registry);
    const { repository } = parseRepository("r.test/team/other");
    const sweep = () => Promise.resolve();
    expect(await collectWith(registry, { sweep, pruned: [repository] })).toMatchObject(
      failure("the collection did not go through team/other"),
    );
    expect(await stateOf(registry)).toBe(before);
  });

  test("takes nothing from a registry that has nothing, and it runs again", async ({ skip }) => {
    engineOr(skip);
    const registry = await start();
    expect(await collectWith(registry, { sweep: () => Promise.resolve() })).toMatchObject({
      kind: "collected",
      blobs: 0,
      restarted: true,
    });
    await untilUp(registry.url);
  });
});

describe("a storage in which a full disk left an image without its manifest, on which the look fails", () => {
  async function leftBehind(): Promise<Littered> {
    const registry = await littered();
    const { digest } = await pushImage(registry.repo, ["3.0"], { seed: "left" });
    const hex = digest.replace("sha256:", "");
    await truncate(join(registry.storage, "docker/registry/v2/blobs/sha256", hex.slice(0, 2), hex, "data"));
    return registry;
  }

  test("is swept while the registry is stopped, and then its garbage is collected", async ({ skip }) => {
    engineOr(skip);
    const registry = await leftBehind();
    const before = await stateOf(registry);
    for (const more of [{}, { storage: registry.storage, "dry-run": "true" }]) {
      expect(await reclaim(registry, more)).toMatchObject(failure("garbage-collect failed"));
    }
    expect(await stateOf(registry)).toBe(before);
    expect(await reclaim(registry, { storage: registry.storage })).toMatchObject({
      kind: "collected",
      restarted: true,
      harm: [],
    });
    expect(await listTags(registry.repo)).toEqual(["1.0"]);
    await pullImage(registry.repo, "1.0");
    expect(await reclaim(registry)).toMatchObject({ kind: "skipped", why: { kind: "no-garbage" } });
  });

  test("is not collected where the sweep sees that a tag needs what would go, and the registry runs again", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await leftBehind();
    await linkAsLayer(registry);
    expect(await reclaim(registry, { storage: registry.storage })).toMatchObject(
      failure("garbage-collect would take what is kept in team/app"),
    );
    expect(await stateOf(registry)).toMatch(/^true /);
    await untilUp(registry.url);
    await pullImage(registry.repo, "1.0");
  });
});
