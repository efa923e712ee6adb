import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
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

test("the folder is tidied where nothing was written ahead", async () => {
  const cache = new CacheFolder(folder);
  await read(cache, "app", "1.0.0");
  await cache.save(NOW);
  await leave("old.manifests", 40);
  await leave("young.manifests", 20);
  await cache.end(NOW);
  expect((await readdir(folder)).filter((name) => name.length < 20)).toEqual(["young.manifests"]);
});
