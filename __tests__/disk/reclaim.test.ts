import { mkdtemp, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { promisify } from "node:util";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { makeSmallDisk } from "../../scripts/small-disk.mjs";
import { type ContainedRegistry, untilUp, useEngine } from "../support/containers.js";
import { startScripted } from "../support/scripted.js";
import { startProxy } from "../support/proxy.js";
import { runReclaim } from "../support/reclaiming.js";

const { start, engineOr } = useEngine();
const run = promisify(execFile);
const DAYS = 24 * 60 * 60 * 1000;

async function volumeOf({ docker, name }: ContainedRegistry): Promise<string> {
  return docker("inspect", "-f", "{{(index .Mounts 0).Source}}", name);
}

/** A repository whose `main` was pushed twice, the first time ten days ago, and one whose only tag is deleted. */
async function litter(base: string, storage: string) {
  const repo = { base, name: "team/app" };
  const old = await pushImage(repo, ["main"], { seed: "main, old" });
  const now = await pushImage(repo, ["main", "1.0.0"], { seed: "main, new" });
  const manifests = join(storage, "docker/registry/v2/repositories/team/app/_manifests");
  const hex = (digest: string): string => digest.replace("sha256:", "");
  const longAgo = new Date(Date.now() - 10 * DAYS);
  for (const link of [
    `revisions/sha256/${hex(old.digest)}/link`,
    `tags/main/index/sha256/${hex(old.digest)}/link`,
    `tags/main/index/sha256/${hex(now.digest)}/link`,
    "tags/main/current/link",
  ]) {
    await utimes(join(manifests, link), longAgo, longAgo);
  }
  const gone = { base, name: "team/gone" };
  const { digest } = await pushImage(gone, ["1.0.0"], { seed: "gone" });
  await fetch(`${base}/v2/team/gone/manifests/${digest}`, { method: "DELETE" });
  // What is younger than a second may belong to a push that is under way.
  await sleep(1100);
  return { repo, old };
}

async function catalog(base: string): Promise<unknown> {
  return (await fetch(`${base}/v2/_catalog`)).json();
}

describe("a reclaim with storage and gc-container", () => {
  test("sweeps while the registry is stopped, collects what that set free, and starts it again", async ({
    skip,
  }) => {
    engineOr(skip);
    const registry = await start();
    const storage = await volumeOf(registry);
    const { repo, old } = await litter(registry.url, storage);
    const settings = {
      registry: registry.host,
      "gc-container": registry.name,
      storage,
      "uploads-older-than": "1s",
      "untagged-older-than": "7d",
    };
    const dry = await runReclaim({ ...settings, "dry-run": "true" });
    const kinds = dry.result.sweep?.removals.map(({ removal }) => removal.kind) ?? [];
    expect(new Set(kinds)).toEqual(new Set(["empty-repository", "untagged-revision", "layer-link"]));
    expect(await catalog(registry.url)).toEqual({ repositories: ["team/app", "team/gone"] });

    const { result } = await runReclaim(settings);
    expect(result.sweep?.stopped).toBeUndefined();
    expect(result.sweep?.removals.map(({ kind }) => kind)).toEqual(kinds.map(() => "removed"));
    // The old main, and what was in team/gone.
    expect(result.collection).toMatchObject({ kind: "collected", blobs: 6, harm: [], proven: 2 });
    expect(await catalog(registry.url)).toEqual({ repositories: ["team/app"] });
    for (const tag of await listTags(repo)) await pullImage(repo, tag);
    const read = await fetch(`${registry.url}/v2/team/app/manifests/${old.digest}`);
    expect(read.status).toBe(404);
    await pushImage({ base: registry.url, name: "team/gone" }, ["2.0.0"], { seed: "back again" });
  });
});

test("a registry that comes up in the middle of a sweep ends it before anything is removed", async ({
  skip,
}) => {
  engineOr(skip);
  const registry = await start();
  const storage = await volumeOf(registry);
  await litter(registry.url, storage);
  const proxy = await startProxy(registry.url);
  onTestFinished(() => proxy.stop());
  const isPing = ({ path }: { readonly path: string }): boolean => path === "/v2/";
  // Down when that is to be proven and when the watch begins, and up from then on.
  proxy.on({ when: isPing, act: { kind: "answer", status: 502 }, times: 2 });
  proxy.on({ when: isPing, act: { kind: "answer", status: 200 } });
  const { result } = await runReclaim({
    registry: proxy.host,
    "gc-container": registry.name,
    storage,
    "uploads-older-than": "1s",
  });
  expect(result.collection).toMatchObject({
    kind: "failed",
    error: { message: expect.stringContaining("it answers") as string },
  });
  await untilUp(registry.url);
  expect(await catalog(registry.url)).toEqual({ repositories: ["team/app", "team/gone"] });
});

describe("a reclaim with storage alone", () => {
  async function littered() {
    const storage = await mkdtemp(join(tmpdir(), "prune-storage-"));
    onTestFinished(() => rm(storage, { recursive: true, force: true }));
    const registry = await startRegistry({ storage });
    return { registry, storage, ...(await litter(registry.url, storage)) };
  }
  const limits = { "uploads-older-than": "1s", "untagged-older-than": "7d" };

  test("removes nothing while the registry takes writes", async () => {
    const { registry, storage } = await littered();
    try {
      await expect(runReclaim({ registry: registry.host, storage, ...limits })).rejects.toThrow(
        "runs, and is not read-only",
      );
      expect(await catalog(registry.url)).toEqual({ repositories: ["team/app", "team/gone"] });
    } finally {
      await registry.stop();
    }
  });

  test("removes nothing where a proxy refuses deletes as a read-only registry does, and lets pushes through", async () => {
    const { registry, storage } = await littered();
    const proxy = await startProxy(registry.url);
    try {
      const headers = { allow: "GET, HEAD", "content-type": "text/plain" };
      proxy.on({
        when: ({ method }) => method === "DELETE",
        act: { kind: "answer", status: 405, headers, body: "Method not allowed\n" },
      });
      await expect(runReclaim({ registry: proxy.host, storage, ...limits })).rejects.toThrow(
        "runs, and is not read-only",
      );
    } finally {
      await proxy.stop();
      await registry.stop();
    }
  });

  test("sweeps beside a read-only registry, which lists and serves what is kept", async () => {
    const { registry, storage } = await littered();
    await registry.stop();
    const readOnly = await startRegistry({ storage, readOnly: true });
    try {
      const { result } = await runReclaim({ registry: readOnly.host, storage, ...limits });
      expect(result.sweep?.removals.length).toBeGreaterThan(0);
      expect(result.collection).toBeUndefined();
      expect(await catalog(readOnly.url)).toEqual({ repositories: ["team/app"] });
      await pullImage({ base: readOnly.url, name: "team/app" }, "main");
    } finally {
      await readOnly.stop();
    }
  });
});

describe("a reclaim with storage and gc-command", () => {
  test("sweeps and collects on a registry that its user has stopped, and leaves it stopped", async ({
    skip,
  }) => {
    // A file system to which nobody else writes: what it has free is what was freed.
    const disk = (await makeSmallDisk()) ?? skip("no small disk can be mounted here");
    onTestFinished(() => disk.unmount());
    const registry = await startScripted({ storage: join(disk.path, "registry") });
    await litter(registry.url, registry.storage);
    const { stop, collect } = registry.programs;
    await run("bash", ["-c", stop]);
    const { result } = await runReclaim({
      registry: registry.host,
      storage: registry.storage,
      "gc-command": collect,
      "uploads-older-than": "1s",
      "untagged-older-than": "7d",
    });
    expect(result.sweep?.stopped).toBeUndefined();
    expect(result.sweep?.removals.length).toBeGreaterThan(0);
    // The bytes are seen on the disk: its storage was named.
    expect(result.collection).toMatchObject({
      kind: "collected",
      blobs: 6,
      freed: { by: "file-system" },
      restarted: true,
      harm: [],
    });
    expect(result.collection).not.toHaveProperty("proven");
    await expect(catalog(registry.url)).rejects.toThrow();
  });
});
