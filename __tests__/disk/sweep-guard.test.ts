import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { pullImage, pushImage } from "../../scripts/images.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { freePort } from "../../scripts/run-server.mjs";
import { makeSmallDisk } from "../../scripts/small-disk.mjs";
import { catalog, litter } from "../support/litter.js";
import { type Action, type Rule, startProxy } from "../support/proxy.js";
import { runReclaim } from "../support/reclaiming.js";
import { pullAll, startScripted } from "../support/scripted.js";

const run = promisify(execFile);
const limits = { "uploads-older-than": "1s", "untagged-older-than": "7d" };

async function newStorage(): Promise<string> {
  const storage = await mkdtemp(join(tmpdir(), "prune-storage-"));
  onTestFinished(() => rm(storage, { recursive: true, force: true }));
  return storage;
}

async function started(options: Parameters<typeof startRegistry>[0]) {
  const registry = await startRegistry(options);
  onTestFinished(() => registry.stop());
  return registry;
}

const filesIn = async (storage: string): Promise<readonly string[]> =>
  (await readdir(storage, { recursive: true })).toSorted();

const isWrite: Rule["when"] = ({ method }) => !["GET", "HEAD"].includes(method);
const always: Rule["when"] = () => true;
const page: Action = {
  kind: "answer",
  status: 503,
  headers: { "content-type": "text/html" },
  body: "<html>",
};
const unhealthy: Action = {
  kind: "answer",
  status: 503,
  headers: { "content-type": "application/json", "docker-distribution-api-version": "registry/2.0" },
  body: '{"errors":[{"code":"UNAVAILABLE","message":"service unavailable"}]}',
};
const readsAlone = (headers: Readonly<Record<string, string>>): Action => ({
  kind: "answer",
  status: 405,
  headers: { allow: "GET, HEAD", "content-type": "text/plain; charset=utf-8", ...headers },
  body: "Method not allowed\n",
});

test("a sweep removes nothing while the registry takes writes, whatever stands in front of it", async () => {
  const registry = await started({ storage: await newStorage() });
  const storage = registry.storage ?? "";
  await litter(registry.url, storage);
  const before = await filesIn(storage);
  const sweep = (host: string) => runReclaim({ registry: host, storage, ...limits });
  await expect(sweep(registry.host)).rejects.toThrow("runs, and is not read-only");
  await expect(sweep(`127.0.0.1:${await freePort()}`)).rejects.toThrow("at a wrong port too");
  await expect(sweep("nowhere.invalid:5000")).rejects.toThrow("nobody writes to");
  const fronts: readonly (readonly [string, Rule["when"], Action])[] = [
    ["503 is also what a proxy says", always, page],
    ["503 is also what a proxy says", always, unhealthy],
    ["502 is also what a proxy says", always, { kind: "answer", status: 502 }],
    ["a proxy answers 504", always, { kind: "answer", status: 504 }],
    ["is not read-only", isWrite, readsAlone({})],
    ["is not read-only", isWrite, readsAlone({ "docker-distribution-api-version": "registry/2.0" })],
    ["is not read-only", isWrite, { kind: "answer", status: 403, body: "<html>" }],
    ["is not read-only", ({ method }) => method === "DELETE", readsAlone({})],
  ];
  for (const [why, when, act] of fronts) {
    const proxy = await startProxy(registry.url);
    proxy.on({ when, act });
    const swept = sweep(proxy.host);
    await expect(swept).rejects.toThrow(why);
    await expect(swept).rejects.toMatchObject({ nextStep: expect.stringMatching(/say.*offline/) as string });
    await proxy.stop();
  }
  expect(await filesIn(storage)).toEqual(before);
});

describe("a sweep beside a read-only registry", () => {
  test("goes on, and it lists and serves what is kept", async () => {
    const storage = await newStorage();
    const registry = await startRegistry({ storage });
    await litter(registry.url, storage);
    await registry.stop();
    const readOnly = await started({ storage, readOnly: true });
    const { result } = await runReclaim({ registry: readOnly.host, storage, ...limits });
    expect(result.sweep?.removals.length).toBeGreaterThan(0);
    expect(result.collection).toBeUndefined();
    expect(await catalog(readOnly.url)).toEqual({ repositories: ["team/app"] });
    await pullImage({ base: readOnly.url, name: "team/app" }, "main");
  });

  test("removes nothing where that registry has its files elsewhere, and leaves none behind", async () => {
    const registry = await started({ storage: await newStorage() });
    const storage = registry.storage ?? "";
    await litter(registry.url, storage);
    // A mirror of the same images.
    const copy = await newStorage();
    await run("cp", ["-a", `${storage}/.`, copy]);
    const mirror = await started({ storage: copy, readOnly: true });
    const before = await filesIn(storage);
    await expect(runReclaim({ registry: mirror.host, storage, ...limits })).rejects.toThrow(
      "has its files elsewhere",
    );
    expect(await filesIn(storage)).toEqual(before);
    const empty = await newStorage();
    const other = await started({ storage: empty });
    await pushImage({ base: other.url, name: "somebody/elses" }, ["1.0"]);
    await expect(runReclaim({ registry: mirror.host, storage: empty, ...limits })).rejects.toThrow(
      "no layer of it is found there",
    );
  });
});

describe("a reclaim with storage and gc-command", () => {
  test("sweeps a registry that is read-only, and the command collects", async ({ skip }) => {
    // A file system to which nobody else writes: what it has free is what was freed.
    const disk = (await makeSmallDisk()) ?? skip("no small disk can be mounted here");
    onTestFinished(() => disk.unmount());
    const registry = await startScripted({ storage: join(disk.path, "registry") });
    await litter(registry.url, registry.storage);
    const { start, stop } = registry.programs;
    const settings = {
      registry: registry.host,
      storage: registry.storage,
      "gc-command": registry.script,
      ...limits,
    };
    await expect(runReclaim(settings)).rejects.toMatchObject({
      message: expect.stringContaining("is not read-only") as string,
      nextStep: expect.stringContaining("gc-command runs after the sweep") as string,
    });
    await run("bash", ["-c", stop]);
    await expect(runReclaim(settings)).rejects.toThrow("nothing listens there");
    expect(await readdir(join(registry.storage, "docker/registry/v2/repositories/team"))).toContain("gone");
    const file = join(dirname(start), "config.yml");
    const config = JSON.parse(await readFile(file, "utf8")) as { storage: object };
    const storage = { ...config.storage, maintenance: { readonly: { enabled: true } } };
    await writeFile(file, JSON.stringify({ ...config, storage }));
    await run("bash", ["-c", start]);
    await pullAll(registry);
    const { result } = await runReclaim(settings);
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
  });
});

test("a gc-command is not run where the sweep sees that a collection would take what a tag needs", async () => {
  const storage = await newStorage();
  const writable = await started({ storage });
  const { digest } = await pushImage({ base: writable.url, name: "team/app" }, ["1.0"]);
  await writable.stop();
  const repository = join(storage, "docker/registry/v2/repositories/team/app");
  const hex = digest.replace("sha256:", "");
  // As Distribution 2.1.0 linked a manifest.
  await mkdir(join(repository, "_layers/sha256", hex));
  await rename(
    join(repository, "_manifests/revisions/sha256", hex, "link"),
    join(repository, "_layers/sha256", hex, "link"),
  );
  const registry = await started({ storage, readOnly: true });
  const ran = join(await newStorage(), "ran");
  const raw = { registry: registry.host, storage, "gc-command": `touch ${ran}` };
  const { result } = await runReclaim(raw);
  expect(result.collection).toMatchObject({
    kind: "failed",
    error: { message: expect.stringContaining("would take what is kept in team/app") as string },
  });
  await expect(readFile(ran)).rejects.toThrow("ENOENT");
  await pullImage({ base: registry.url, name: "team/app" }, "1.0");
});
