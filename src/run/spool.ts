import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PruneError } from "../core/errors.js";
import type { Digest } from "../core/reference.js";
import type { ManifestBytes } from "../registry/registry.js";
import { whyRefused, writeWhole } from "./local-file.js";

/** Manifests' exact bytes, put aside in a temporary file: thousands of them don't fit into memory. */
export interface Spool {
  /**
   * Puts a manifest's bytes aside; the same digest twice is written once.
   * @throws {PruneError} where they can't be written
   */
  keep(found: { readonly digest: Digest } & ManifestBytes): Promise<void>;
  /**
   * @returns undefined where it was never kept
   * @throws {PruneError} where it was kept and can't be read
   */
  read(digest: Digest): Promise<ManifestBytes | undefined>;
  /** Removes whatever is left of the file. Throws nothing. */
  close(): Promise<void>;
}

/**
 * Opens an empty spool in the system's folder for temporary files.
 * @throws {PruneError} where there can't be one
 */
export async function openSpool(): Promise<Spool> {
  const base = tmpdir();
  try {
    const folder = await mkdtemp(join(base, "prune-image-tags-"));
    try {
      const file = await open(join(folder, "manifests"), "wx+", 0o600);
      return new FileSpool(file, { base, folder });
    } finally {
      // Without a name the file goes with the process, however that ends. Windows keeps the folder until the file is closed.
      await remove(folder);
    }
  } catch (error) {
    throw failed(base, "written", error);
  }
}

interface Place {
  readonly mediaType: string;
  readonly position: number;
  readonly length: number;
}

/** Manifests that are written together, one behind the other. */
interface Batch {
  readonly bodies: Buffer[];
  readonly written: Promise<void>;
}

class FileSpool implements Spool {
  readonly #file: FileHandle;
  readonly #folders: { readonly base: string; readonly folder: string };
  readonly #places = new Map<Digest, Promise<Place>>();
  #end = 0;
  /** What is written next: all that comes while something is being written. */
  #next: Batch | undefined;
  #writing: Promise<unknown> = Promise.resolve();

  constructor(file: FileHandle, folders: { readonly base: string; readonly folder: string }) {
    this.#file = file;
    this.#folders = folders;
  }

  async keep({ digest, mediaType, body }: { readonly digest: Digest } & ManifestBytes): Promise<void> {
    const place = this.#places.get(digest) ?? this.#write(mediaType, body);
    this.#places.set(digest, place);
    await place;
  }

  async #write(mediaType: string, body: Buffer): Promise<Place> {
    // Taken before anything is waited for, so that two at once get two places.
    const position = this.#end;
    this.#end += body.length;
    const batch = (this.#next ??= this.#begin(position));
    batch.bodies.push(body);
    await batch.written;
    return { mediaType, position, length: body.length };
  }

  #begin(position: number): Batch {
    const bodies: Buffer[] = [];
    const written = this.#writing.then(async () => {
      this.#next = undefined;
      try {
        await writeWhole(this.#file, Buffer.concat(bodies), position);
      } catch (error) {
        throw failed(this.#folders.base, "written", error);
      }
    });
    this.#writing = written.catch(() => undefined);
    return { bodies, written };
  }

  async read(digest: Digest): Promise<ManifestBytes | undefined> {
    const place = await this.#places.get(digest);
    if (place === undefined) return undefined;
    const { mediaType, position, length } = place;
    const body = Buffer.alloc(length);
    try {
      const { bytesRead } = await this.#file.read(body, 0, length, position);
      if (bytesRead < length) throw new Error("it is shorter than what was written to it");
    } catch (error) {
      throw failed(this.#folders.base, "read", error);
    }
    return { mediaType, body };
  }

  async close(): Promise<void> {
    await this.#file.close().catch(() => undefined);
    await remove(this.#folders.folder);
  }
}

/** What is left behind is a nuisance, not a failure of the run. */
async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
}

function failed(base: string, what: "written" | "read", cause: unknown): PruneError {
  return new PruneError(
    `the manifests that were read can't be put aside: a temporary file in ${base} can't be ${what}: ${whyRefused(cause)}`,
    "Nothing was deleted. Make room there, or name another folder in the environment variable TMPDIR, and run again.",
    { cause },
  );
}
