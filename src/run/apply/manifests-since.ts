import { type Manifests, neededIn } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { Digest } from "../../core/names/reference.js";
import type { ReadManifests } from "../observe/observe.js";

/** The manifests that a plan was made from, and those that were read since. There may be a hundred thousand of the former, so they are not copied. */
export class ManifestsSince implements Manifests, ReadManifests {
  readonly #before: ReadonlyMap<Digest, Manifest>;
  readonly #since = new Map<Digest, Manifest>();
  /** The digests that the manifests before need and that were not there. */
  readonly #lacking: readonly Digest[];

  constructor(before: ReadonlyMap<Digest, Manifest>) {
    this.#before = before;
    this.#lacking = neededIn(before).filter((digest) => !before.has(digest));
  }

  get(digest: Digest): Manifest | undefined {
    return this.#before.get(digest) ?? this.#since.get(digest);
  }

  has(digest: Digest): boolean {
    return this.#before.has(digest) || this.#since.has(digest);
  }

  set(digest: Digest, manifest: Manifest): void {
    this.#since.set(digest, manifest);
  }

  /** Returns the digests that any of them needs and that are not known: what was missing may have been pushed since. */
  wanted(): readonly Digest[] {
    return [...this.#lacking, ...neededIn(this.#since)].filter((digest) => !this.has(digest));
  }
}
