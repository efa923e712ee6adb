import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pullImage, pushImage } from "../../scripts/images.mjs";
import { PruneError, UnsureError } from "../../src/core/base/errors.js";
import { openFilesystem } from "../../src/disk/storage/filesystem.js";
import { DISK_CALLS } from "../../src/disk/storage/filesystem-remove.js";
import type { Storage } from "../../src/disk/storage/storage.js";
import { openStorage } from "../../src/disk/storage/open-storage.js";
import { createShelf, type Shelf, sweepShelf } from "../support/storage.js";

let shelf: Shelf;
beforeEach(async () => {
  shelf = await createShelf();
  await shelf.put("blobs/sha256/00/00/data", "");
  await shelf.put("repositories/app/_uploads/1/startedat", "2020-01-01T00:00:00Z");
});
afterEach(() => shelf.remove());

async function refused(path: string): Promise<PruneError> {
  return openStorage(path).then(
    () => {
      throw new Error(`${path} was opened`);
    },
    (error: unknown) => {
      if (error instanceof PruneError) return error;
      throw error;
    },
  );
}

describe("a folder", () => {
  test("is opened where it has a registry in it, through a symbolic link too", async () => {
    const link = `${shelf.root}-link`;
    await symlink(shelf.root, link);
    try {
      expect((await openStorage(shelf.root)).name).toBe(shelf.root);
      expect((await openStorage(link)).name).toBe(shelf.root);
    } finally {
      await rm(link);
    }
  });

  test.each(["docker", "docker/registry", "docker/registry/v2", "docker/registry/v2/repositories"])(
    "too deep (%s) is refused, and the right one named",
    async (below) => {
      expect((await refused(join(shelf.root, below))).nextStep).toBe(`Give --storage ${shelf.root}`);
    },
  );

  test("too high is refused, and the right one named", async () => {
    const volume = await mkdtemp(join(tmpdir(), "volume-"));
    await rename(shelf.root, join(volume, "_data"));
    expect((await refused(volume)).nextStep).toBe(`Give --storage ${join(volume, "_data")}`);
    await rename(join(volume, "_data"), shelf.root);
    await rm(volume, { recursive: true });
  });

  test.each(["/", "/var/lib", "/etc/passwd", "/nowhere/at/all"])(
    "that is no registry's (%s) is refused",
    async (path) => {
      expect((await refused(path)).nextStep).toContain("rootdirectory");
    },
  );

  test("within a repository is refused", async () => {
    expect((await refused(shelf.at("repositories/app"))).nextStep).toContain("rootdirectory");
  });

  test("without blobs is refused: it is no whole registry's", async () => {
    await rm(shelf.at("blobs"), { recursive: true });
    expect((await refused(shelf.root)).message).toContain("no blobs");
  });

  test("whose repositories are a symbolic link to another's is refused, and that one named", async () => {
    const other = await mkdtemp(join(tmpdir(), "other-"));
    await mkdir(join(other, "docker"));
    await symlink(join(shelf.root, "docker/registry"), join(other, "docker/registry"));
    expect((await refused(other)).nextStep).toBe(`Give --storage ${shelf.root}`);
    await rm(other, { recursive: true });
  });
});

describe("symbolic links", () => {
  let outside: string;
  beforeEach(async () => {
    outside = await mkdtemp(join(tmpdir(), "outside-"));
    await mkdir(join(outside, "_uploads/1"), { recursive: true });
    await writeFile(join(outside, "_uploads/1/startedat"), "2020-01-01T00:00:00Z");
  });
  afterEach(() => rm(outside, { recursive: true, force: true }));

  test.each([
    ["a repository that is elsewhere", "repositories/linked", ""],
    ["layers that are elsewhere", "repositories/app/_layers", ""],
    ["an upload that is elsewhere", "repositories/app/_uploads/2", "_uploads/1"],
    ["a link to nowhere", "repositories/linked", "nowhere"],
  ])("%s makes the sweep refuse as a whole", async (_, path, below) => {
    await symlink(join(outside, below), shelf.at(path));
    await expect(sweepShelf(shelf)).rejects.toThrow(UnsureError);
    expect(await shelf.has("repositories/app/_uploads/1")).toBe(true);
    expect(await readFile(join(outside, "_uploads/1/startedat"), "utf8")).toContain("2020");
  });

  test.each([
    ["layers of another repository", "repositories/other/_layers", "repositories/app/_uploads"],
    ["all of another repository, as its layers", "repositories/other/_layers", "repositories/app"],
    ["a part of another repository", "repositories/other", "repositories/app/_uploads"],
    ["the blobs", "repositories/other", "blobs"],
  ])("that lead to %s are refused too", async (_, path, target) => {
    await mkdir(shelf.at("repositories/other/_manifests"), { recursive: true });
    if (path === "repositories/other") await rm(shelf.at(path), { recursive: true });
    await symlink(shelf.at(target), shelf.at(path));
    await expect(sweepShelf(shelf)).rejects.toThrow("is a symbolic link that leads");
  });

  test("that are another name for a repository change nothing", async () => {
    await shelf.serve((repo) => pushImage(repo("app"), ["1.0"]));
    await symlink(shelf.at("repositories/app"), shelf.at("repositories/renamed"));
    const { removals } = await sweepShelf(shelf);
    expect(removals).toMatchObject([{ kind: "removed", removal: { kind: "upload", repository: "app" } }]);
    await shelf.serve((repo) => pullImage(repo("renamed"), "1.0"));
  });

  test("that take a folder's place after the sweep has looked are not followed", async () => {
    const storage = await openFilesystem(shelf.root);
    await storage.inventory();
    await rm(shelf.at("repositories/app"), { recursive: true });
    await symlink(outside, shelf.at("repositories/app"));
    await expect(storage.remove("repositories/app/_uploads/1")).rejects.toThrow("taken its place");
    await expect(storage.removeEmptyFolders("repositories/app")).rejects.toThrow("taken its place");
    await rm(shelf.at("repositories/app"));
    await mkdir(shelf.at("repositories/app/_uploads"), { recursive: true });
    await symlink(join(outside, "_uploads/1"), shelf.at("repositories/app/_uploads/1"));
    await expect(storage.remove("repositories/app/_uploads/1")).rejects.toThrow("taken its place");
    expect(await readFile(join(outside, "_uploads/1/startedat"), "utf8")).toContain("2020");
  });
});

describe("a removal", () => {
  test.each([
    "repositories",
    "repositories/app",
    "repositories/_manifests",
    "blobs/sha256/00",
    "repositories/app/_uploads/../../../blobs",
    "repositories/app/_uploads/1/..",
    "../../../_uploads/x",
    "/repositories/app/_uploads",
    "repositories//app/_uploads/",
    "repositories/app/_other/x",
  ])("of %s is refused, whoever asks", async (path) => {
    const storage = await openFilesystem(shelf.root);
    const before = await shelf.look();
    await expect(storage.remove(path)).rejects.toThrow("nothing that a sweep removes");
    expect(await shelf.look()).toEqual(before);
  });

  test.each(["repositories", "repositories/..", "blobs/sha256", "repositories/app/..", ""])(
    "of the empty folder %s is refused",
    async (path) => {
      const storage = await openFilesystem(shelf.root);
      await expect(storage.removeEmptyFolders(path)).rejects.toThrow("no repository's folder");
    },
  );

  test("of what is gone already is none", async () => {
    const storage = await openFilesystem(shelf.root);
    await storage.remove("repositories/app/_uploads/2");
    await storage.remove("repositories/gone/_uploads/2");
    expect(await storage.read("repositories/gone")).toBeUndefined();
  });
});

describe("a folder that becomes a symbolic link while something is removed", () => {
  const UPLOAD = "repositories/app/_uploads/1";
  const LEVELS = [
    "docker",
    "docker/registry",
    "docker/registry/v2",
    ...["repositories", "repositories/app", "repositories/app/_uploads", UPLOAD, `${UPLOAD}/hashstates`].map(
      (path) => `docker/registry/v2/${path}`,
    ),
  ];

  /** Fills a folder as a registry's with one upload has it, which has a file at every level. */
  async function fill(root: string): Promise<void> {
    const upload = join(root, "docker/registry/v2", UPLOAD);
    await mkdir(join(upload, "hashstates/sha256"), { recursive: true });
    await mkdir(join(root, "docker/registry/v2/blobs"), { recursive: true });
    for (const name of ["startedat", "hashstates/0", "hashstates/sha256/1"]) {
      await writeFile(join(upload, name), "x");
    }
  }

  /** Does `work` on a new storage, and before its `at`-th call to the disk puts a link to `twin` in the place of `level`. Returns false where there was no such call. */
  async function swapped(
    twin: string,
    { level, at }: { readonly level: string; readonly at: number },
    work: (storage: Storage) => Promise<void>,
  ): Promise<boolean> {
    const root = await mkdtemp(join(tmpdir(), "swapped-"));
    await fill(root);
    let calls = 0;
    const swapping =
      <Args extends readonly unknown[], Result>(call: (...args: Args) => Promise<Result>) =>
      async (...args: Args): Promise<Result> => {
        calls += 1;
        if (calls === at) {
          await rename(join(root, level), join(root, "away")).catch(() => undefined);
          await symlink(join(twin, level), join(root, level)).catch(() => undefined);
        }
        return call(...args);
      };
    const storage = await openFilesystem(root, {
      open: swapping(DISK_CALLS.open),
      lstat: swapping(DISK_CALLS.lstat),
      list: swapping(DISK_CALLS.list),
      unlink: swapping(DISK_CALLS.unlink),
      rmdir: swapping(DISK_CALLS.rmdir),
    });
    await work(storage).catch((error: unknown) => {
      expect(error).toBeInstanceOf(PruneError);
    });
    await rm(root, { recursive: true });
    return calls >= at;
  }

  test.each([
    ["an upload", (storage: Storage) => storage.remove(UPLOAD)],
    ["a file", (storage: Storage) => storage.remove(`${UPLOAD}/startedat`)],
    ["a file in a folder of its own", (storage: Storage) => storage.remove(`${UPLOAD}/hashstates/0`)],
    ["empty folders", (storage: Storage) => storage.removeEmptyFolders(`${UPLOAD}/hashstates/empty`)],
  ])("takes nothing along from where it leads, whenever that is: %s", async (_, work) => {
    const twin = await mkdtemp(join(tmpdir(), "twin-"));
    await fill(twin);
    await mkdir(join(twin, "docker/registry/v2", UPLOAD, "hashstates/empty"));
    const before = await readdir(twin, { recursive: true });
    let tried = 0;
    for (const level of LEVELS) {
      for (let at = 1; await swapped(twin, { level, at }, work); at += 1) {
        tried += 1;
        expect(await readdir(twin, { recursive: true }), `${level} at call ${at}`).toEqual(before);
      }
    }
    expect(tried).toBeGreaterThan(8 * LEVELS.length);
    await rm(twin, { recursive: true });
  });

  test("within what is removed goes itself, and nothing that it leads to", async () => {
    const outside = await mkdtemp(join(tmpdir(), "outside-"));
    await writeFile(join(outside, "file"), "kept");
    await symlink(outside, shelf.at("repositories/app/_uploads/1/link"));
    await (await openFilesystem(shelf.root)).remove(UPLOAD);
    expect(await shelf.has(UPLOAD)).toBe(false);
    expect(await readFile(join(outside, "file"), "utf8")).toBe("kept");
    await rm(outside, { recursive: true });
  });

  test("is no matter where there are no paths for open folders: then nothing is removed", async () => {
    const storage = await openFilesystem(shelf.root, {
      ...DISK_CALLS,
      lstat: (path) =>
        path.startsWith("/proc")
          ? Promise.reject(Object.assign(new Error(), { code: "ENOENT" }))
          : DISK_CALLS.lstat(path),
    });
    await expect(storage.remove(UPLOAD)).rejects.toThrow("only Linux with /proc");
    await expect(storage.removeEmptyFolders("repositories/app")).rejects.toThrow("only Linux with /proc");
    expect(await shelf.has(UPLOAD)).toBe(true);
  });
});

test("a disk says how much is free, and how large a blob is", async () => {
  const storage = await openFilesystem(shelf.root);
  const { digest, size } = await shelf.serve((repo) => pushImage(repo("app"), ["1.0"]));
  expect(await storage.freeBytes()).toBeGreaterThan(0);
  expect(await storage.blobBytes(digest as never)).toBe(size);
  expect(await storage.blobBytes(digest.replace(/.{4}$/, "0000") as never)).toBeUndefined();
});
