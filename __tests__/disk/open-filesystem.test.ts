import { mkdir, mkdtemp, open, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PruneError, UnsureError } from "../../src/core/base/errors.js";
import { openFilesystem } from "../../src/disk/storage/filesystem.js";
import { DISK_CALLS } from "../../src/disk/storage/filesystem-remove.js";

const BELOW = "docker/registry/v2";
const UPLOAD = "repositories/app/_uploads/1";

let root: string;
const at = (path: string): string => join(root, BELOW, path);

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "storage-")));
  await mkdir(at("blobs/sha256/00"), { recursive: true });
  await mkdir(at(`${UPLOAD}/hashstates`), { recursive: true });
  await writeFile(at(`${UPLOAD}/hashstates/0`), "x");
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe("a folder is no registry's", () => {
  test("where its path is a circle of links, which is said as the system does", async () => {
    await symlink("circle", join(root, "circle"));
    await expect(openFilesystem(join(root, "circle"))).rejects.toThrow("while opening");
  });

  test("where its repositories are a file", async () => {
    await rm(at("repositories"), { recursive: true });
    await writeFile(at("repositories"), "");
    await expect(openFilesystem(root)).rejects.toThrow("is not the whole folder of a registry");
  });

  test("where it is beside the registry's own folders, and the one above is not taken for it", async () => {
    await mkdir(join(root, "backup"));
    await expect(openFilesystem(join(root, "backup"))).rejects.toThrow("is no registry's folder");
  });
});

describe("a removal", () => {
  test.each([
    "blobs/app/_uploads/1",
    "repositories/./app/_uploads/1",
    "repositories/app/./_uploads/1",
    "repositories/app/_uploads/1/.",
    "repositories/app/_uploads/\0",
  ])("of %j is refused, whoever asks", async (path) => {
    const storage = await openFilesystem(root);
    await expect(storage.remove(path)).rejects.toThrow("nothing that a sweep removes");
  });

  test.each(["unlink", "rmdir"] as const)("that the system refuses (%s) is not called done", async (call) => {
    const refused = Object.assign(new Error("refused"), { code: "EROFS" });
    const storage = await openFilesystem(root, { ...DISK_CALLS, [call]: () => Promise.reject(refused) });
    const removing = storage.remove(UPLOAD);
    await expect(removing).rejects.toBeInstanceOf(PruneError);
    await expect(removing).rejects.toMatchObject({
      nextStep: expect.stringContaining("Mount it writable") as string,
    });
  });

  test("where a link took a folder's place is unsure, in its own words", async () => {
    const storage = await openFilesystem(root);
    await rm(at("repositories/app"), { recursive: true });
    await symlink(root, at("repositories/app"));
    const removing = storage.remove(UPLOAD);
    await expect(removing).rejects.toBeInstanceOf(UnsureError);
    await expect(removing).rejects.toThrow(/^\S+ leads somewhere else than when the sweep looked/);
  });
});

test("a file in the place of a folder of blobs is strange, and the others are looked through", async () => {
  await writeFile(at("blobs/sha256/ab"), "");
  await mkdir(at("blobs/sha256/00/lost+found"));
  const storage = await openFilesystem(root);
  expect(await storage.strangeBlobs?.()).toEqual(["blobs/sha256/ab", "blobs/sha256/00/lost+found"]);
});

test("what can't be looked at is listed as such, and what is beside it as it is", async () => {
  const storage = await openFilesystem(root);
  // A path longer than the system takes one, of which the folder above can be listed.
  const name = "n".repeat(200);
  let folder = at("repositories/app/_uploads");
  while (folder.length + name.length + 1 < 4096) folder = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "short"), "x");
  const place = await open(folder, "r");
  const long = `/proc/self/fd/${place.fd}/${"f".repeat(250)}`;
  await writeFile(long, "x");
  const found = (await storage.inventory()).filter(({ path }) => at(dirname(path)) === folder);
  // By its whole path nobody could.
  await rm(long);
  await place.close();
  expect(found.map(({ path, kind }) => [path.at(-1), kind]).sort()).toEqual([
    ["f", "unreadable"],
    ["t", "file"],
  ]);
});
