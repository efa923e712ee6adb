import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import type { RepositoryName } from "../../core/names/reference.js";
import { inOwnFolder } from "../../files/own-folder.js";
import { readRegular } from "../../files/read-regular.js";
import type { ManifestCache } from "../port/manifest-cache.js";
import { MOST_PACK_BYTES, Pack } from "./pack.js";

const ENDING = ".manifests";
const DAY_MS = 24 * 60 * 60 * 1000;
const OLDEST_MS = 30 * DAY_MS;
const MOST_ALL_BYTES = 256 * 1024 * 1024;
const STATS_AT_ONCE = 16;

/**
 * The folder where runs leave what they read for those that follow: a file for each repository, which is exchanged whole, so several runs may be at it. It is never
 * needed: what can't be read, or belongs to somebody else, is as if it were not there, and what can't be written is not.
 */
export class CacheFolder {
  readonly #path: string;
  readonly #packs = new Map<string, Promise<Pack>>();

  constructor(path: string) {
    this.#path = path;
  }

  /** Returns the cache for a registry's host. */
  at(host: string): ManifestCache {
    return { of: (repository) => this.#packOf(host, repository) };
  }

  /**
   * Writes what this run has read up to now, and forgets it: thousands of repositories would fill the memory. Never rejects.
   * @param only the one repository whose manifests are written; by default all
   */
  async save(now: number, only?: CachedRepository): Promise<void> {
    const names = only === undefined ? [...this.#packs.keys()] : [fileOf(only)];
    const packs = names.flatMap((name) => {
      const pack = this.#packs.get(name);
      this.#packs.delete(name);
      return pack === undefined ? [] : [[name, pack] as const];
    });
    if (packs.length === 0) return;
    await orNothing(async () => {
      await mkdir(this.#path, { recursive: true, mode: 0o700 });
      await inOwnFolder(this.#path, async () => {
        for (const [name, reading] of packs) await this.#write(name, (await reading).text(), now);
      });
    });
  }

  /** Writes the rest, and removes what no run has used for a month, or is more than there is room for. Never rejects. */
  async end(now: number): Promise<void> {
    await this.save(now);
    await orNothing(() => inOwnFolder(this.#path, () => this.#tidy(now)));
  }

  #packOf(host: string, repository: RepositoryName): Promise<Pack> {
    const name = fileOf({ host, repository });
    const known = this.#packs.get(name);
    if (known !== undefined) return known;
    const path = join(this.#path, name);
    const reading = orNothing(() => inOwnFolder(this.#path, () => readRegular(path, MOST_PACK_BYTES))).then(
      (bytes) => new Pack(bytes?.toString("utf8") ?? ""),
    );
    this.#packs.set(name, reading);
    return reading;
  }

  async #write(name: string, text: string | undefined, now: number): Promise<void> {
    const path = join(this.#path, name);
    if (text === undefined) {
      // It was of use as it is.
      await orNothing(() => utimes(path, new Date(now), new Date(now)));
      return;
    }
    const temporary = join(this.#path, `.${randomUUID()}`);
    try {
      const file = await open(temporary, "wx", 0o600);
      try {
        await file.writeFile(text);
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch {
      // A full disk must not be made fuller.
      await orNothing(() => rm(temporary, { force: true }));
    }
  }

  async #tidy(now: number): Promise<void> {
    const names = await readdir(this.#path);
    const seen = await pMap(
      names,
      async (name) => {
        const path = join(this.#path, name);
        const found = await orNothing(() => stat(path));
        const isWhole = name.endsWith(ENDING);
        // What a run that was cut off left begins with a dot.
        if (found === undefined || !(isWhole || name.startsWith("."))) return [];
        return [{ path, isWhole, age: now - found.mtimeMs, size: found.size }];
      },
      { concurrency: STATS_AT_ONCE },
    );
    let bytes = 0;
    for (const file of seen.flat().sort((a, b) => a.age - b.age)) {
      bytes += file.size;
      const isOld = file.age > (file.isWhole ? OLDEST_MS : DAY_MS);
      if (isOld || bytes > MOST_ALL_BYTES) await orNothing(() => rm(file.path, { force: true }));
    }
  }
}

interface CachedRepository {
  readonly host: string;
  readonly repository: RepositoryName;
}

function fileOf({ host, repository }: CachedRepository): string {
  return createHash("sha256").update(`${host}/${repository}`).digest("hex") + ENDING;
}

async function orNothing<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
