import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PruneError } from "../../core/base/errors.js";
import type { Digest } from "../../core/names/reference.js";
import type { ManifestBytes } from "../../registry/port/registry.js";
import { spareFolders } from "../../core/base/spare-folders.js";
import { whyRefused } from "../../core/base/system-error.js";
import { writeWhole } from "./local-file.js";

/** A store of manifests' exact bytes. The first megabytes stay in memory; the rest is in a temporary file, for a hundred thousand manifests don't fit into memory. */
export interface Spool {
  /**
   * Stores a manifest's bytes; the same digest twice is stored once.
   * @throws {PruneError} if they, or any before them, can't be written
   */
  keep(found: { readonly digest: Digest } & ManifestBytes): Promise<void>;
  /**
   * Returns a manifest's bytes; `undefined` if they were never stored.
   * @throws {PruneError} if they were written and can't be read
   */
  read(digest: Digest): Promise<ManifestBytes | undefined>;
  /** Closes and removes the temporary file, if there is one. Never throws. */
  close(): Promise<void>;
}

// That is some five thousand manifests: fewer never touch the disk.
const HOLDS_BYTES = 4 * 1024 * 1024;

// A million manifests of the common size. What is more fills a disk that others need, or is sent for that.
const MOST_BYTES = 4 * 1024 * 1024 * 1024;

/** Makes an empty spool. @param holds number of bytes that stay in memory @param most number of bytes in all */
export function createSpool(holds = HOLDS_BYTES, most = MOST_BYTES): Spool {
  return new OverflowingSpool(holds, most);
}

/** A stored manifest: its bytes in memory, or their position in the file. */
interface SpoolEntry {
  readonly mediaType: string;
  readonly length: number;
  /** The bytes, until they are in the file. */
  body?: Buffer | undefined;
  /** Its file, and the byte offset there, once `body` is gone. */
  file?: TemporaryFile;
  position: number;
}

class OverflowingSpool implements Spool {
  readonly #holds: number;
  /** Number of bytes that there is still room for. */
  #left: number;
  readonly #entries = new Map<Digest, SpoolEntry>();
  #held: SpoolEntry[] = [];
  #heldBytes = 0;
  #end = 0;
  /** The files, the last of which is written to. A disk that is full by now has what was written to it before. */
  readonly #files: TemporaryFile[] = [];
  /** The last write. If one fails, so do all that follow. */
  #writing: Promise<void> = Promise.resolve();

  constructor(holds: number, most: number) {
    this.#holds = holds;
    this.#left = most;
  }

  async keep({ digest, mediaType, body }: { readonly digest: Digest } & ManifestBytes): Promise<void> {
    if (!this.#entries.has(digest)) {
      if (body.length > this.#left) throw tooMuch();
      this.#left -= body.length;
      const entry: SpoolEntry = { mediaType, length: body.length, body, position: 0 };
      this.#entries.set(digest, entry);
      this.#held.push(entry);
      this.#heldBytes += body.length;
      if (this.#heldBytes > this.#holds) this.#spill();
    }
    // Whoever stores more waits too, or memory would fill while the disk is slow.
    await this.#writing;
  }

  #spill(): void {
    const entries = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    this.#writing = this.#writing.then(() => this.#write(entries));
    // `keep` waits for it, and throws what it throws.
    this.#writing.catch(() => undefined);
  }

  async #write(entries: readonly SpoolEntry[]): Promise<void> {
    const file = await this.#append(Buffer.concat(entries.flatMap(({ body }) => body ?? [])));
    for (const entry of entries) {
      entry.file = file;
      entry.position = this.#end;
      entry.body = undefined;
      this.#end += entry.length;
    }
  }

  /** Appends to the last file, or to a new one in the next folder that takes it; returns it. @throws {PruneError} the first folder's, if none does */
  async #append(bytes: Buffer): Promise<TemporaryFile> {
    let first: unknown;
    const last = this.#files.at(-1);
    const bases = spareFolders({ env: process.env, temporary: tmpdir(), platform: process.platform });
    const tries = [
      ...(last === undefined ? [] : [last]),
      ...bases.slice(last === undefined ? 0 : bases.indexOf(last.base) + 1),
    ];
    for (const place of tries) {
      try {
        const isNew = typeof place === "string";
        const file = isNew ? await openTemporary(place) : place;
        if (isNew) {
          this.#files.push(file);
          this.#end = 0;
        }
        await writeWhole(file.file, bytes, this.#end);
        return file;
      } catch (error) {
        first ??=
          error instanceof PruneError
            ? error
            : failed(typeof place === "string" ? place : place.base, "written", error);
      }
    }
    throw first;
  }

  async read(digest: Digest): Promise<ManifestBytes | undefined> {
    const entry = this.#entries.get(digest);
    if (entry === undefined) return undefined;
    return { mediaType: entry.mediaType, body: entry.body ?? (await readBack(entry)) };
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    for (const { file, folder } of this.#files) {
      await file.close().catch(() => undefined);
      await remove(folder);
    }
  }
}

async function readBack({ file, length, position }: SpoolEntry): Promise<Buffer> {
  const body = Buffer.alloc(length);
  try {
    const { bytesRead = 0 } = (await file?.file.read(body, 0, length, position)) ?? {};
    if (bytesRead < length) throw new Error("it is shorter than what was written to it");
  } catch (error) {
    throw failed(file?.base ?? "", "read", error);
  }
  return body;
}

interface TemporaryFile {
  readonly file: FileHandle;
  /** The system's folder for temporary files. */
  readonly base: string;
  readonly folder: string;
}

/** Opens a new temporary file. @throws {PruneError} if the system refuses */
async function openTemporary(base: string): Promise<TemporaryFile> {
  try {
    const folder = await mkdtemp(join(base, "prune-image-tags-"));
    try {
      return { file: await open(join(folder, "manifests"), "wx+", 0o600), base, folder };
    } finally {
      // Without a name the file goes with the process, however that ends. Windows keeps the folder until the file is closed.
      await remove(folder);
    }
  } catch (error) {
    throw failed(base, "written", error);
  }
}

/** Removes a folder, if it can: one that is left behind is a nuisance, not a failure of the run. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

function tooMuch(): PruneError {
  return new PruneError(
    `the manifests that were read have more than ${MOST_BYTES / 1024 ** 3} GiB in all, which is more than is put aside`,
    "Nothing was deleted in this repository. See what was pushed there: a manifest has some kilobytes.",
  );
}

function failed(base: string, what: "written" | "read", cause: unknown): PruneError {
  return new PruneError(
    `the manifests that were read can't be put aside: a temporary file in ${base} can't be ${what}: ${whyRefused(cause)}`,
    "Nothing was deleted. Make room there, or name another folder in the environment variable TMPDIR, and run again.",
    { cause },
  );
}
