import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { isTag, parseReference, type Tag } from "../../src/core/names/reference.js";
import { CacheFolder } from "../../src/registry/cache/cache-folder.js";
import { contentDigest } from "../../src/registry/distribution/content-digest.js";

/** What was read is written while the run goes on: at its end, over a fast network, that took as long as a look. */

const HOST = "registry.example.com";
const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.now();

let folder = "";
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "cache-")), "manifests");
  onTestFinished(() => rm(join(folder, ".."), { recursive: true, force: true }));
});

function place(name: string) {
  return { host: HOST, repository: parseReference(`${HOST}/team/${name}`).repository };
}

function tag(name: string): Tag {
  if (!isTag(name)) throw new Error(`${name} is no tag`);
  return name;
}

/** Has a cache take in an image under a tag, as a run does that reads it. */
async function read(cache: CacheFolder, repository: string, name: string): Promise<void> {
  const mediaType = "application/vnd.oci.image.index.v1+json";
  const body = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType, manifests: [], of: name }));
  const digest = contentDigest("sha256", body);
  if (digest === undefined) throw new Error("SHA-256 is known");
  const remembered = await cache.at(HOST).of(place(repository).repository);
  remembered.note({ digest, body, tag: tag(name) });
}

/** The texts of all packs. */
async function texts(): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".manifests"));
  return Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
}

/** Makes a file that no run has used for so many days. */
async function leave(name: string, days: number): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, "");
  await utimes(path, new Date(NOW - days * DAY_MS), new Date(NOW - days * DAY_MS));
}

test("what was read is there before the run ends, and is not written a second time", async () => {
  const cache = new CacheFolder(folder);
  await read(cache, "app", "1.0.0");
  cache.writeAhead(NOW, place("app"));
  // Waits for it, and writes nothing: it has no pack of that name.
  await cache.save(NOW, place("other"));
  const [name = ""] = await readdir(folder);
  const { ino } = await stat(join(folder, name));
  await read(cache, "app", "1.0.0");
  await cache.end(NOW);
  expect(await readdir(folder)).toEqual([name]);
  // To write is to exchange the file.
  expect((await stat(join(folder, name))).ino).toBe(ino);
});

test("what was read after it is written at the end", async () => {
  const cache = new CacheFolder(folder);
  await read(cache, "app", "1.0.0");
  cache.writeAhead(NOW, place("app"));
  await cache.save(NOW, place("other"));
  await read(cache, "app", "1.1.0");
  await cache.end(NOW);
  expect(await texts()).toEqual([expect.stringMatching(/1\.0\.0[\s\S]*1\.1\.0/)]);
});

test("the next run knows it", async () => {
  const cache = new CacheFolder(folder);
  await read(cache, "app", "1.0.0");
  cache.writeAhead(NOW, place("app"));
  await cache.end(NOW);
  const remembered = await new CacheFolder(folder).at(HOST).of(place("app").repository);
  expect(remembered.digestOf(tag("1.0.0"))).toMatch(/^sha256:/);
});

test("the folder is tidied once while many repositories are read, and once at the end", async () => {
  const cache = new CacheFolder(folder);
  await read(cache, "one", "1.0.0");
  cache.writeAhead(NOW, place("one"));
  await cache.save(NOW, place("one"));
  await leave("first.manifests", 40);
  await read(cache, "two", "1.0.0");
  cache.writeAhead(NOW, place("two"));
  await cache.save(NOW, place("two"));
  expect(await readdir(folder)).toContain("first.manifests");
  await cache.end(NOW);
  expect(await readdir(folder)).not.toContain("first.manifests");
});

test("the folder loses what is old and its own, where nothing was written ahead too", async () => {
  const cache = new CacheFolder(folder);
  await read(cache, "app", "1.0.0");
  await cache.save(NOW);
  for (const [name, days] of [
    ["old.manifests", 40],
    ["young.manifests", 20],
    [".cut-off", 2],
    [".under-way", 0],
    ["somebody-elses", 400],
  ] as const) {
    await leave(name, days);
  }
  await cache.end(NOW);
  const left = (await readdir(folder)).filter((name) => name.length < 20);
  expect(left.sort()).toEqual([".under-way", "somebody-elses", "young.manifests"]);
});

test("the folder loses what is used least where there is more than 256 MiB", async () => {
  const cache = new CacheFolder(folder);
  await read(cache, "app", "1.0.0");
  await cache.save(NOW);
  for (const [name, days] of [
    ["first.manifests", 1],
    ["second.manifests", 2],
    ["third.manifests", 3],
  ] as const) {
    await leave(name, days);
    // It has holes alone, and takes no room.
    await truncate(join(folder, name), 120 * 1024 * 1024);
    await utimes(join(folder, name), new Date(NOW - days * DAY_MS), new Date(NOW - days * DAY_MS));
  }
  await cache.end(NOW);
  const left = (await readdir(folder)).filter((name) => name.length < 20);
  expect(left.sort()).toEqual(["first.manifests", "second.manifests"]);
});

test("what is used as it was is young again, and not written", async () => {
  const first = new CacheFolder(folder);
  await read(first, "app", "1.0.0");
  await first.end(NOW);
  const [name = ""] = await readdir(folder);
  const { ino } = await stat(join(folder, name));
  await utimes(join(folder, name), new Date(NOW - 20 * DAY_MS), new Date(NOW - 20 * DAY_MS));
  const second = new CacheFolder(folder);
  await read(second, "app", "1.0.0");
  await second.end(NOW);
  const { ino: now, mtimeMs } = await stat(join(folder, name));
  expect([now, Math.round(mtimeMs)]).toEqual([ino, NOW]);
});

test("a run that has read nothing makes no folder", async () => {
  const cache = new CacheFolder(folder);
  await cache.save(NOW, place("app"));
  await cache.end(NOW);
  await expect(readdir(folder)).rejects.toThrow("ENOENT");
});

test("what was not read is not written ahead", async () => {
  const cache = new CacheFolder(folder);
  cache.writeAhead(NOW, place("app"));
  await cache.end(NOW);
  expect(await readdir(folder)).toEqual([]);
});
