import { mkdir, mkdtemp, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { PruneError } from "../../src/core/base/errors.js";
import { isOwnStorage } from "../../src/disk/container/proof/own-storage.js";
import type { RegistrySite } from "../../src/disk/container/site.js";
import type { Storage } from "../../src/disk/storage/storage.js";
import { openFilesystem } from "../../src/disk/storage/filesystem.js";

const BELOW = "docker/registry/v2";
const PUSHED = 1_700_000_000;

async function newRoot(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "prune-storage-"));
  onTestFinished(() => rm(root, { recursive: true }));
  await mkdir(join(root, BELOW, "repositories"), { recursive: true });
  await mkdir(join(root, BELOW, "blobs"));
  await utimes(join(root, BELOW, "repositories"), PUSHED, PUSHED);
  return root;
}

const timeOf = async (root: string): Promise<number> =>
  Math.floor((await stat(join(root, BELOW, "repositories"))).mtimeMs / 1000);

/** A container whose `/files` is a folder of this machine. */
function containerOf(root: string | undefined): RegistrySite {
  return {
    engine: {
      fileTime: (_: string, path: string) =>
        root === undefined || path !== `/files/${BELOW}/repositories`
          ? Promise.resolve(undefined)
          : timeOf(root),
    },
    container: { id: "1234" },
    storage: { location: { kind: "filesystem", root: "/files" } },
  } as unknown as RegistrySite;
}

test("a container's own files are known by a time that is set and set back, and no copy of them is", async () => {
  const [own, copy] = [await newRoot(), await newRoot()];
  const storage = await openFilesystem(own);
  expect(await isOwnStorage(storage, containerOf(own))).toBe(true);
  expect(await isOwnStorage(storage, containerOf(copy))).toBe(false);
  expect(await isOwnStorage(storage, containerOf(undefined))).toBe(false);
  expect(await timeOf(own)).toBe(PUSHED);
});

test("files that can't be marked, and blobs that are no files, prove nothing, and nothing is marked", async () => {
  const root = await newRoot();
  const { setTime: canMark, ...unmarked } = await openFilesystem(root);
  expect(canMark).toBeDefined();
  const site = containerOf(root);
  expect(await isOwnStorage(unmarked, site)).toBe(false);
  const marked: number[] = [];
  const setTime = (seconds: number): Promise<number> => {
    marked.push(seconds);
    return Promise.resolve(PUSHED);
  };
  const elsewhere = { ...site, storage: { ...site.storage, location: { kind: "other" } as const } };
  expect(await isOwnStorage({ ...unmarked, setTime }, elsewhere)).toBe(false);
  expect(marked).toEqual([]);
});

test("a time that can't be set proves nothing; a mistake of this program is told", async () => {
  const storage = await openFilesystem(await newRoot());
  const failing = (error: Error): Storage => ({ ...storage, setTime: () => Promise.reject(error) });
  const site = containerOf(undefined);
  expect(await isOwnStorage(failing(new PruneError("no right", "be root")), site)).toBe(false);
  await expect(isOwnStorage(failing(new TypeError("no function")), site)).rejects.toThrow("no function");
});
