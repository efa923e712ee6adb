import { execFile } from "node:child_process";
import { lstat, lutimes, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { findRegistryBinary } from "../../scripts/find-registry.mjs";
import type { Repo } from "../../scripts/images.mjs";
import { configuration } from "../../scripts/registry-config.mjs";
import { startRegistry } from "../../scripts/registry.mjs";
import { openFilesystem } from "../../src/disk/storage/filesystem.js";
import type { Storage } from "../../src/disk/storage/storage.js";
import type { SweepOutcome } from "../../src/core/sweep/outcome.js";
import { sweep, type SweepOptions } from "../../src/disk/storage/sweep.js";

const run = promisify(execFile);

export const DAY = 24 * 60 * 60 * 1000;

/** A storage folder on which a registry can be started several times. */
export interface Shelf {
  readonly root: string;
  /** The path of something below `docker/registry/v2/`. */
  readonly at: (path: string) => string;
  /** Starts a registry on it, calls `use` with a function that makes repositories, and stops the registry. */
  readonly serve: <Result>(use: (repo: (name: string) => Repo) => Promise<Result>) => Promise<Result>;
  /** Runs the registry's own `garbage-collect` with these flags, and returns its output. */
  readonly collect: (...flags: readonly string[]) => Promise<string>;
  /** Sets the age of everything, or of everything below these paths. */
  readonly age: (days: number, ...paths: readonly string[]) => Promise<void>;
  /** Writes a file with its folders. */
  readonly put: (path: string, text: string) => Promise<void>;
  readonly has: (path: string) => Promise<boolean>;
  /** Every file and folder with its size, time and bytes. */
  readonly look: () => Promise<Readonly<Record<string, string>>>;
  readonly remove: () => Promise<void>;
}

/**
 * Makes an empty storage folder.
 * @param binary the registry's program; Distribution 2.8 by default
 */
export async function createShelf(binary?: string): Promise<Shelf> {
  const root = await mkdtemp(join(tmpdir(), "storage-"));
  const at = (path: string): string => join(root, "docker/registry/v2", path);
  return {
    root,
    at,
    serve: async (use) => {
      const registry = await startRegistry({ storage: root, ...(binary === undefined ? {} : { binary }) });
      try {
        return await use((name) => ({ base: registry.url, name }));
      } finally {
        await registry.stop();
      }
    },
    collect: (...flags) => collect({ root, flags }, binary),
    age: async (days, ...paths) => {
      const date = new Date(Date.now() - days * DAY);
      for (const path of paths.length > 0 ? paths : [""]) {
        for (const file of await everythingBelow(at(path))) await lutimes(file, date, date);
      }
    },
    put: async (path, text) => {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), text);
    },
    has: (path) =>
      lstat(at(path)).then(
        () => true,
        () => false,
      ),
    look: async () => {
      const seen: Record<string, string> = {};
      for (const path of await everythingBelow(root)) {
        const found = await lstat(path);
        const content = found.isFile() ? (await readFile(path)).toString("base64") : "folder";
        seen[path] = `${found.mtimeMs} ${content}`;
      }
      return seen;
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function everythingBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true });
  return [path, ...entries.map((entry) => join(path, entry))];
}

/** Runs the registry's own garbage collection while the registry is stopped, and returns its output. */
async function collect(
  { root, flags }: { readonly root: string; readonly flags: readonly string[] },
  given?: string,
): Promise<string> {
  const binary = given ?? (await findRegistryBinary(() => undefined)).binary;
  const folder = await mkdtemp(join(tmpdir(), "collect-"));
  const config = join(folder, "config.yml");
  const places = { listen: "127.0.0.1:0", storage: root, htpasswd: "" };
  await writeFile(config, JSON.stringify(configuration({}, places)));
  try {
    return (await run(binary, ["garbage-collect", ...flags, config])).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sweeps the storage of a stopped registry; uploads and links are old after a day. */
export async function sweepShelf(
  { root }: Pick<Shelf, "root">,
  options: Partial<SweepOptions> & { readonly wrap?: (storage: Storage) => Storage } = {},
): Promise<SweepOutcome> {
  const { wrap = (storage: Storage) => storage, ...rest } = options;
  const storage = wrap(await openFilesystem(root));
  return sweep(storage, {
    now: Date.now(),
    uploadsOlderThan: DAY,
    dryRun: false,
    assertNoWrites: () => Promise.resolve(),
    ...rest,
  });
}

/** The paths that were removed, for a comparison. */
export function removedPaths({ removals }: SweepOutcome): readonly string[] {
  return removals.flatMap(({ kind, removal }) =>
    kind === "removed" && removal.kind !== "multipart-upload" ? removal.paths : [],
  );
}
