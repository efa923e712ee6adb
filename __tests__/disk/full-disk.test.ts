import { randomBytes } from "node:crypto";
import { execFile } from "node:child_process";
import { rm, statfs, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { findDistribution3 } from "../../scripts/go-tools.mjs";
import {
  getManifest,
  listTags,
  pullImage,
  pushBlob,
  pushImage,
  putManifest,
  type Repo,
} from "../../scripts/images.mjs";
import { makeSmallDisk, type SmallDisk } from "../../scripts/small-disk.mjs";
import { useEngine } from "../support/containers.js";
import { runAction, type Step } from "../support/doors.js";
import { applied, runPrune } from "../support/pruning.js";
import { runReclaim } from "../support/reclaiming.js";
import { pullAll, type ScriptedRegistry, startScripted } from "../support/scripted.js";

const { start, engineOr } = useEngine();
const run = promisify(execFile);

type Skip = (note: string) => never;

let three: string | undefined;
// The first run builds it.
beforeAll(async () => {
  three = await findDistribution3(console.warn);
}, 600_000);

/** Options that name the registry's program: none for 2.8, which is found. */
function programOf(version: string, skip: Skip): { readonly binary?: string } {
  if (version === "2.8") return {};
  return { binary: three ?? skip("Distribution 3 can't be built here") };
}

async function smallDisk(skip: Skip): Promise<SmallDisk> {
  const disk = (await makeSmallDisk()) ?? skip("no small disk can be mounted here");
  onTestFinished(() => disk.unmount());
  return disk;
}

async function freeOn({ path }: SmallDisk): Promise<number> {
  const { bfree, bsize } = await statfs(path);
  return bfree * bsize;
}

const tagOf = (number: number): string => `3.3.0-alpha.${number}`;

const pushLarge = (repo: Repo, number: number): Promise<unknown> =>
  pushImage(repo, [tagOf(number)], { layer: randomBytes(2 ** 20) });

/** Pushes about 1 MiB at a time until the registry can't take any more. */
async function fill(repo: Repo): Promise<number> {
  for (let number = 1; ; number += 1) {
    try {
      await pushLarge(repo, number);
    } catch (error) {
      expect(error).toMatchObject({ status: 500 });
      expect(number).toBeGreaterThan(10);
      return number;
    }
  }
}

/** The story's end: the action keeps three and collects, the push that failed works, and all that is left is whole. */
async function expectRescued(
  { disk, repo, failed }: { readonly disk: SmallDisk; readonly repo: Repo; readonly failed: number },
  act: () => Promise<Step>,
): Promise<void> {
  const before = await freeOn(disk);
  const step = await act();
  expect([step.errors, step.code]).toEqual([[], 0]);
  const grown = (await freeOn(disk)) - before;
  const freed = Number(step.outputs["freed-bytes"]);
  expect(freed).toBeGreaterThan((failed - 5) * 2 ** 20);
  // Besides the blobs, links and folders go, and the registry writes to its disk.
  expect(Math.abs(grown - freed)).toBeLessThan(2 ** 20);
  await pushLarge(repo, failed);
  const tags = await listTags(repo);
  expect(tags).toEqual([failed - 3, failed - 2, failed - 1, failed].map(tagOf));
  for (const tag of tags) await pullImage(repo, tag);
}

describe.each(["2.8", "3"])("the disk of Distribution %s is full, and a push dies with 500", (version) => {
  test("the action prunes and collects by a script, and the next push works", async ({ skip }) => {
    const disk = await smallDisk(skip);
    const registry = await startScripted({ ...programOf(version, skip), storage: disk.path });
    const failed = await fill(registry.repo);
    const image = `${registry.host}/team/app:${tagOf(failed)}`;
    await expectRescued({ disk, repo: registry.repo, failed }, () =>
      runAction({ image, keep: "3", "gc-command": registry.script }),
    );
  });

  test("the action prunes and collects its container, and the next push works", async ({ skip }) => {
    const engine = engineOr(skip);
    const disk = await smallDisk(skip);
    const image = version === "3" ? "registry:3" : "registry:2";
    await engine.buildRegistryImage(image, programOf(version, skip));
    const registry = await start({
      image,
      flags: ["-v", `${disk.path}:/var/lib/registry`],
      configPath: version === "3" ? "/etc/distribution/config.yml" : "/etc/docker/registry/config.yml",
    });
    const repo = { base: registry.url, name: "team/app" };
    const failed = await fill(repo);
    const inputs = { image: `${registry.host}/team/app:${tagOf(failed)}`, keep: "3" };
    await expectRescued({ disk, repo, failed }, () =>
      runAction({ ...inputs, "gc-container": registry.name }, { DOCKER_HOST: engine.dockerHost }),
    );
  });
});

/**
 * Five images, and a sixth whose manifest is put when so much is left on the disk that the registry can't write all it wants: its blob, the link of its
 * revision, that of the tag's index, and that of what the tag is now, a page each. 2.8 leaves the file that it could not write empty.
 */
async function cutOff(
  skip: Skip,
  left: number,
): Promise<ScriptedRegistry & { readonly again: () => Promise<unknown> }> {
  const disk = await smallDisk(skip);
  if (disk.kind !== "tmpfs") return skip("only a tmpfs counts its pages exactly");
  const registry = await startScripted({ storage: join(disk.path, "registry") });
  const { repo } = registry;
  for (const number of [1, 2, 3, 4, 5]) await pushLarge(repo, number);
  const layer = await pushBlob(repo, randomBytes(100));
  const config = await pushBlob(repo, Buffer.from(JSON.stringify({ architecture: "amd64", os: "linux" })));
  const mediaType = "application/vnd.docker.distribution.manifest.v2+json";
  const manifest = {
    schemaVersion: 2,
    mediaType,
    config: { mediaType: "application/vnd.docker.container.image.v1+json", ...config },
    layers: [{ mediaType: "application/vnd.docker.image.rootfs.diff.tar", ...layer }],
  };
  const again = () => putManifest(repo, tagOf(6), mediaType, Buffer.from(JSON.stringify(manifest)));
  await writeFile(join(disk.path, "others"), Buffer.alloc((await freeOn(disk)) - left * 1024, 1));
  await expect(again()).rejects.toMatchObject({ status: 500 });
  return { ...registry, again };
}

const act = ({ host, script }: ScriptedRegistry) =>
  runAction({ image: `${host}/team/app`, keep: "3", "gc-command": script });

describe("a push to 2.8 that the full disk cuts off", () => {
  test("at the manifest itself leaves garbage, which is collected", async ({ skip }) => {
    const registry = await cutOff(skip, 0);
    expect(await listTags(registry.repo)).not.toContain(tagOf(6));
    expect(await act(registry)).toMatchObject({ code: 0, errors: [] });
    expect(await pullAll(registry)).toEqual([3, 4, 5].map(tagOf));
  });

  test("at the tag's index leaves a tag that is listed and points at nothing: it takes no place", async ({
    skip,
  }) => {
    const registry = await cutOff(skip, 8);
    expect((await getManifest(registry.repo, tagOf(6))).status).toBe(404);
    const step = await act(registry);
    expect(step).toMatchObject({ code: 0, errors: [] });
    expect(step.outputs["deleted-count"]).toBe("2");
    expect(step.warnings.join("\n")).toContain("1 tag is listed, but its manifest is not there");
    for (const number of [3, 4, 5]) await pullImage(registry.repo, tagOf(number));
    await registry.again();
    expect(await pullAll(registry)).toHaveLength(4);
  });

  test("at the revision's link stops the collection, until the image is pushed again", async ({ skip }) => {
    const registry = await cutOff(skip, 4);
    const step = await act(registry);
    expect(step.errors.join("\n")).toContain(
      "failed to mark: filesystem: filesystem: invalid checksum digest",
    );
    expect(step.code).toBe(1);
    expect(await pullAll(registry)).toEqual([3, 4, 5].map(tagOf));
    // What was deleted has made room for it.
    await registry.again();
    const { result } = await runReclaim({ registry: registry.host, "gc-command": registry.script });
    expect(result.collection).toMatchObject({ kind: "collected", blobs: 6, harm: [] });
    expect(await pullAll(registry)).toHaveLength(4);
  });

  test("at the tag itself leaves a tag that answers 500: nothing is deleted, until a sweep removes it", async ({
    skip,
  }) => {
    const registry = await cutOff(skip, 12);
    expect((await getManifest(registry.repo, tagOf(6))).status).toBe(500);
    const step = await act(registry);
    expect(step.errors.join("\n")).toContain(
      `answered 500 (UNKNOWN unknown error) while reading team/app:${tagOf(6)}`,
    );
    expect([step.code, step.outputs["deleted-count"]]).toEqual([1, "0"]);
    await run(registry.programs.stop);
    const { result } = await runReclaim({ offline: "true", storage: registry.storage });
    expect(result.sweep?.removals).toHaveLength(1);
    await run(registry.programs.start);
    expect(await pullAll(registry)).toHaveLength(5);
    expect(await act(registry)).toMatchObject({ code: 0, errors: [] });
    expect(await pullAll(registry)).toEqual([3, 4, 5].map(tagOf));
  });
});

describe("a tag that is to be written over on a full disk of 2.8", () => {
  test.for([0, 12, 64])(
    "with %i KiB left stays as it was, and goes when there is room",
    async (left, { skip }) => {
      const disk = await smallDisk(skip);
      if (disk.kind !== "tmpfs") skip("only a tmpfs counts its pages exactly");
      const { repo, host } = await startScripted({ storage: join(disk.path, "registry") });
      const { digest } = await pushImage(repo, ["1.0.0", "1.0.0-rc.1"]);
      await pushImage(repo, ["1.0.0-rc.2"]);
      const others = join(disk.path, "others");
      await writeFile(others, Buffer.alloc((await freeOn(disk)) - left * 1024, 1));
      const settings = { image: `${host}/${repo.name}`, keep: "1", untag: "overwrite" };
      const refused = await runPrune(settings);
      expect(applied(refused).deletions).toMatchObject([{ kind: "failed", error: { kind: "disk-full" } }]);
      expect(await listTags(repo)).toEqual(["1.0.0", "1.0.0-rc.1", "1.0.0-rc.2"]);
      for (const tag of ["1.0.0", "1.0.0-rc.1"]) {
        expect(await getManifest(repo, tag)).toMatchObject({ digest });
      }

      await rm(others);
      expect(applied(await runPrune(settings)).deleted).toEqual(["1.0.0-rc.1"]);
      expect(await listTags(repo)).toEqual(["1.0.0", "1.0.0-rc.2"]);
      await pullImage(repo, "1.0.0");
    },
  );
});
