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
  /** The texts that this run has written already, by their files. */
  readonly #written = new Map<string, string>();
  /** The first is `true` from the first time on, the second until something is written. */
  #wasTidied = false;
  #isTidy = false;
  /** The write that was begun last. */
  #ahead: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Returns the cache for a registry's host. */
  at(host: string): ManifestCache {
    return { of: (repository) => this.#packOf(host, repository) };
  }

  /** Begins to write what was read of a repository up to now, while the run goes on. What is read after it is written by `save`. */
  writeAhead(now: number, target: CachedRepository): void {
    const name = fileOf(target);
    this.#ahead = this.#ahead.then(() =>
      this.#inFolder(async () => {
        await this.#write(name, this.#packs.get(name), now);
        // Once: there may be thousands of repositories, and as many files.
        if (!this.#wasTidied) await this.#tidyUp(now);
      }),
    );
  }

  /**
   * Writes what this run has read up to now, and forgets it: thousands of repositories would fill the memory. Never rejects.
   * @param only the one repository whose manifests are written; by default all
   */
  async save(now: number, only?: CachedRepository): Promise<void> {
    await this.#ahead;
    const names = only === undefined ? [...this.#packs.keys()] : [fileOf(only)];
    const packs = names.map((name) => [name, this.#packs.get(name)] as const);
    if (packs.every(([, reading]) => reading === undefined)) return;
    await this.#inFolder(async () => {
      for (const [name, reading] of packs) await this.#write(name, reading, now);
    });
    for (const name of names) {
      this.#packs.delete(name);
      this.#written.delete(name);
    }
  }

  /** Writes the rest, and removes what no run has used for a month, or is more than there is room for. Never rejects. */
  async end(now: number): Promise<void> {
    await this.save(now);
    if (!this.#isTidy) await orNothing(() => inOwnFolder(this.#path, () => this.#tidyUp(now)));
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

  /** Calls `use` where there is a folder, and it is this user's own. Never rejects. */
  #inFolder(use: () => Promise<void>): Promise<unknown> {
    return orNothing(async () => {
      await mkdir(this.#path, { recursive: true, mode: 0o700 });
      await inOwnFolder(this.#path, use);
    });
  }

  async #write(name: string, reading: Promise<Pack> | undefined, now: number): Promise<void> {
    if (reading === undefined) return;
    const path = join(this.#path, name);
    const text = (await reading).text();
    if (text === this.#written.get(name) && text !== undefined) return;
    if (text === undefined) {
      // It was of use as it is.
      await orNothing(() => utimes(path, new Date(now), new Date(now)));
      return;
    }
    this.#written.set(name, text);
    this.#isTidy = false;
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

  async #tidyUp(now: number): Promise<void> {
    this.#wasTidied = true;
    this.#isTidy = true;
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
