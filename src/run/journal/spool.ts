import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PruneError } from "../../core/base/errors.js";
import type { Digest } from "../../core/names/reference.js";
import type { ManifestBytes } from "../../registry/port/registry.js";
import { whyRefused } from "../../core/base/system-error.js";
import { writeWhole } from "./local-file.js";

/** Manifests' exact bytes, put aside: what is more than some megabytes in a temporary file, for a hundred thousand of them don't fit into memory. */
export interface Spool {
  /**
   * Puts a manifest's bytes aside; the same digest twice is kept once.
   * @throws {PruneError} where they, or any before them, can't be written
   */
  keep(found: { readonly digest: Digest } & ManifestBytes): Promise<void>;
  /**
   * @returns undefined where it was never kept
   * @throws {PruneError} where it was written and can't be read
   */
  read(digest: Digest): Promise<ManifestBytes | undefined>;
  /** Removes whatever there is of the file. Throws nothing. */
  close(): Promise<void>;
}

// Some five thousand manifests: fewer never touch the disk.
const HOLDS_BYTES = 4 * 1024 * 1024;

/** Makes an empty spool. @param holds how many bytes stay in memory */
export function createSpool(holds = HOLDS_BYTES): Spool {
  return new OverflowingSpool(holds);
}

interface Place {
  readonly mediaType: string;
  readonly length: number;
  /** Until it is in the file. */
  body?: Buffer | undefined;
  /** In the file. */
  position: number;
}

class OverflowingSpool implements Spool {
  readonly #holds: number;
  readonly #places = new Map<Digest, Place>();
  #held: Place[] = [];
  #heldBytes = 0;
  #end = 0;
  #file: TemporaryFile | undefined;
  /** Where one write fails, so do all that follow. */
  #writing: Promise<void> = Promise.resolve();

  constructor(holds: number) {
    this.#holds = holds;
  }

  async keep({ digest, mediaType, body }: { readonly digest: Digest } & ManifestBytes): Promise<void> {
    if (!this.#places.has(digest)) {
      const place: Place = { mediaType, length: body.length, body, position: 0 };
      this.#places.set(digest, place);
      this.#held.push(place);
      this.#heldBytes += body.length;
      if (this.#heldBytes > this.#holds) this.#spill();
    }
    // Whoever brings more waits too, or memory would fill while the disk is slow.
    await this.#writing;
  }

  #spill(): void {
    const places = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    this.#writing = this.#writing.then(() => this.#write(places));
    // Whoever keeps something waits for it.
    this.#writing.catch(() => undefined);
  }

  async #write(places: readonly Place[]): Promise<void> {
    this.#file ??= await openTemporary();
    const { file, base } = this.#file;
    const bytes = Buffer.concat(places.flatMap(({ body }) => body ?? []));
    try {
      await writeWhole(file, bytes, this.#end);
    } catch (error) {
      throw failed(base, "written", error);
    }
    for (const place of places) {
      place.position = this.#end;
      place.body = undefined;
      this.#end += place.length;
    }
  }

  async read(digest: Digest): Promise<ManifestBytes | undefined> {
    const place = this.#places.get(digest);
    if (place === undefined) return undefined;
    const { mediaType, body, length, position } = place;
    return { mediaType, body: body ?? (await this.#readBack(length, position)) };
  }

  async #readBack(length: number, position: number): Promise<Buffer> {
    const body = Buffer.alloc(length);
    try {
      const { bytesRead = 0 } = (await this.#file?.file.read(body, 0, length, position)) ?? {};
      if (bytesRead < length) throw new Error("it is shorter than what was written to it");
    } catch (error) {
      throw failed(this.#file?.base ?? "", "read", error);
    }
    return body;
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#file?.file.close().catch(() => undefined);
    if (this.#file !== undefined) await remove(this.#file.folder);
  }
}

interface TemporaryFile {
  readonly file: FileHandle;
  /** The system's folder for temporary files. */
  readonly base: string;
  readonly folder: string;
}

/** @throws {PruneError} where there can't be one */
async function openTemporary(): Promise<TemporaryFile> {
  const base = tmpdir();
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
