import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, statfsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test, type TestContext } from "vitest";
import { type Engine, startEngine } from "../../scripts/docker-engine.mjs";
import { findRegistryBinary } from "../../scripts/find-registry.mjs";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import { listTags, pullImage, pushImage } from "../../scripts/images.mjs";
import { registryEnvironment } from "../../scripts/run-registry.mjs";
import { freePort, isUp } from "../../scripts/run-server.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { startS3Server } from "../../scripts/s3-server.mjs";
import { makeSmallDisk } from "../../scripts/small-disk.mjs";

// The first run downloads and builds.
const PATIENT = 600_000;
const run = promisify(execFile);

/** The value of a fixture; without one the test is skipped with the reason that the fixture reported. */
async function had<T>(
  context: TestContext,
  starting: (say: (line: string) => void) => Promise<T | undefined>,
): Promise<T> {
  const said: string[] = [];
  const thing = await starting((line) => said.push(line));
  if (thing === undefined) context.skip(said.at(-1));
  return thing;
}

/** The program of each version. */
const binaries = {
  "Distribution 2.8": async () => (await findRegistryBinary(() => undefined)).binary,
  "Distribution 3": findDistribution3,
} as const;
const versions = Object.keys(binaries) as (keyof typeof binaries)[];

test("Distribution 3 is built, and says so", { timeout: PATIENT }, async (context) => {
  const binary = await had(context, findDistribution3);
  expect((await run(binary, ["--version"])).stdout).toContain("distribution/v3 v3.1.1");
  const registry = await startRegistry({ binary, cache: "none" });
  onTestFinished(() => registry.stop());
  expect(registry.source).toBe("binary");
  await pushImage({ base: registry.url, name: "team/app" }, ["1.0"]);
  expect(await pullImage({ base: registry.url, name: "team/app" }, "1.0")).toHaveLength(3);
});

test.for(versions)("%s keeps its images in S3", { timeout: PATIENT }, async (version, context) => {
  const binary = await had(context, binaries[version]);
  const server = await had(context, (say) => startS3Server({ say }));
  onTestFinished(() => server.stop());
  await server.createBucket("images");
  const registry = await startRegistry({ binary, s3: { ...server, bucket: "images" } });
  onTestFinished(() => registry.stop());
  const repo = { base: registry.url, name: "team/app" };
  const blobs = join(server.storage, "images/docker/registry/v2/blobs/sha256");
  const layer = randomBytes(12 * 2 ** 20); // more than one part of a multipart upload
  const kept = await pushImage(repo, ["2.0"], { layer });
  const { digest } = await pushImage(repo, ["1.0"]);
  expect(await listTags(repo)).toEqual(["1.0", "2.0"]);
  expect((await readdir(blobs, { recursive: true })).filter((name) => name.endsWith("/data"))).toHaveLength(
    6,
  );
  await fetch(`${repo.base}/v2/${repo.name}/manifests/${digest}`, { method: "DELETE" });
  expect(await listTags(repo)).toEqual(["2.0"]);
  const env = registryEnvironment();
  await run(binary, ["garbage-collect", registry.config ?? ""], { env });
  expect((await readdir(blobs, { recursive: true })).filter((name) => name.endsWith("/data"))).toHaveLength(
    3,
  );
  const pulled = await pullImage(repo, kept.digest);
  expect(pulled).toHaveLength(3);
  const redirect = await fetch(`${repo.base}/v2/${repo.name}/blobs/${pulled.at(-1) ?? ""}`, {
    redirect: "manual",
  });
  const signed = new URL(redirect.headers.get("location") ?? "");
  expect([redirect.status, signed.host]).toEqual([307, server.host]);
  signed.searchParams.set("X-Amz-Signature", "0".repeat(64));
  expect((await fetch(signed)).status).toBe(403);
});

test("redirects of blobs can be off", { timeout: PATIENT }, async (context) => {
  const server = await had(context, (say) => startS3Server({ say }));
  onTestFinished(() => server.stop());
  await server.createBucket("images");
  const registry = await startRegistry({ s3: { ...server, bucket: "images", redirect: false } });
  onTestFinished(() => registry.stop());
  const repo = { base: registry.url, name: "team/app" };
  const { digest } = await pushImage(repo, ["1.0"]);
  const layer = (await pullImage(repo, digest)).at(-1) ?? "";
  const answer = await fetch(`${repo.base}/v2/${repo.name}/blobs/${layer}`, { redirect: "manual" });
  expect(answer.status).toBe(200);
});

test.for(["tmpfs", "ext4"] as const)("a small disk (%s) is soon full, and goes", async (kind, context) => {
  const disk = await had(context, (say) => makeSmallDisk({ mebibytes: 20, kinds: [kind], say }));
  onTestFinished(() => disk.unmount());
  expect(disk.kind).toBe(kind);
  const { bsize, blocks } = statfsSync(disk.path);
  expect(bsize * blocks).toBeLessThanOrEqual(20 * 2 ** 20);
  await writeFile(join(disk.path, "fits"), Buffer.alloc(15 * 2 ** 20));
  await expect(writeFile(join(disk.path, "more"), Buffer.alloc(6 * 2 ** 20))).rejects.toThrow("ENOSPC");
  await disk.unmount();
  expect(existsSync(disk.path)).toBe(false);
  expect((await run("mount")).stdout).not.toContain(disk.path);
});

test("a Docker engine runs a registry, and leaves nothing", { timeout: PATIENT }, async (context) => {
  const engine = await had(context, (say) => startEngine({ say }));
  onTestFinished(() => engine.stop());
  await engine.buildRegistryImage("registry:2");
  const port = await freePort();
  const publish = `127.0.0.1:${port}:5000`;
  await engine.run(
    `run --detach --publish ${publish} --restart always --name registry registry:2`.split(" "),
  );
  const url = `http://127.0.0.1:${port}`;
  const isRunning = { ended: () => false };
  expect(await isUp(isRunning, `${url}/v2/`)).toBe(true);
  const repo = { base: url, name: "team/app" };
  const { digest } = await pushImage(repo, ["1.0"]);
  const remove = async (): Promise<number> =>
    (await fetch(`${url}/v2/team/app/manifests/${digest}`, { method: "DELETE" })).status;
  expect(await remove()).toBe(405);
  const config = "/etc/docker/registry/config.yml";
  const edit = String.raw`s/^storage:/storage:\n  delete:\n    enabled: true/`;
  await engine.run(["exec", "registry", "sed", "-i", edit, config]);
  await engine.run(["restart", "registry"]);
  expect(await isUp(isRunning, `${url}/v2/`)).toBe(true);
  expect(await pullImage(repo, "1.0")).toHaveLength(3);
  expect(await remove()).toBe(202);
  const { stdout } = await engine.run(["exec", "registry", "/bin/registry", "garbage-collect", config]);
  expect(stdout).toContain("0 blobs marked, 3 blobs and 0 manifests eligible for deletion");
  await engine.stop();
  await expect(fetch(`${url}/v2/`)).rejects.toThrow();
  const { stdout: mounts } = await run("mount");
  expect(mounts).not.toContain(engine.directory);
  expect(existsSync(engine.directory)).toBe(false);
});

test("engines run side by side, with images of their own", { timeout: PATIENT }, async (context) => {
  const binary = await had(context, findDistribution3);
  const start = async (): Promise<Engine> => {
    const engine = await had(context, (say) => startEngine({ say }));
    onTestFinished(() => engine.stop());
    return engine;
  };
  const engines = await Promise.all([start(), start()]);
  const answers = engines.map(async (engine, index) => {
    await engine.buildRegistryImage(`registry:${index}`, { binary, volume: index === 0 });
    const port = await freePort();
    await engine.run(["run", "--detach", "--publish", `127.0.0.1:${port}:5000`, `registry:${index}`]);
    const { stdout } = await engine.run(["image", "inspect", "--format", "{{json .}}", `registry:${index}`]);
    const { Config } = JSON.parse(stdout) as { Config: { Volumes: object | null; Cmd: string[] } };
    expect(Config.Cmd).toEqual(["/etc/distribution/config.yml"]);
    expect(Object.keys(Config.Volumes ?? {})).toEqual(index === 0 ? ["/var/lib/registry"] : []);
    expect((await engine.run(["images", "--quiet"])).stdout.trim().split("\n")).toHaveLength(1);
    return isUp({ ended: () => false }, `http://127.0.0.1:${port}/v2/`);
  });
  expect(await Promise.all(answers)).toEqual([true, true]);
});
