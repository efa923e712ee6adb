import { describe, expect, onTestFinished, test } from "vitest";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { type ContainedRegistry, untilUp, useEngine } from "../support/containers.js";
import { catalog, litter } from "../support/litter.js";
import { startProxy } from "../support/proxy.js";
import { runReclaim } from "../support/reclaiming.js";

const { start, engineOr } = useEngine();

async function volumeOf({ docker, name }: ContainedRegistry): Promise<string> {
  return docker("inspect", "-f", "{{(index .Mounts 0).Source}}", name);
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
  // Up before it is stopped, down when that is to be proven and when the watch begins, and up from then on.
  proxy.on({ when: isPing, act: { kind: "answer", status: 200 }, times: 1 });
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

test("a reclaim that is told to stop while it sweeps removes nothing, collects nothing, and starts the registry again", async ({
  skip,
}) => {
  engineOr(skip);
  const registry = await start();
  const storage = await volumeOf(registry);
  await litter(registry.url, storage);
  const over = new AbortController();
  const raw = { registry: registry.host, "gc-container": registry.name, storage, "uploads-older-than": "1s" };
  const { result } = await runReclaim(raw, {
    stop: over.signal,
    say: ({ kind }) => {
      if (kind === "sweep-started") over.abort();
    },
  });
  expect(result.sweep?.removals.map(({ kind }) => kind)).toContain("left");
  expect(result.collection).toMatchObject({
    kind: "failed",
    error: {
      message: expect.stringContaining("was told to stop, and stopped between two removals") as string,
    },
  });
  await untilUp(registry.url);
  expect(await catalog(registry.url)).toEqual({ repositories: ["team/app", "team/gone"] });
});
