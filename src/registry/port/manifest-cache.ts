import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";

/** The memory of what earlier runs read of a registry. It says what a digest contains, and never that a registry has it. */
export interface ManifestCache {
  /** Returns what is remembered of a repository; nothing where that can't be read. Never rejects. */
  of(repository: RepositoryName): Promise<RememberedManifests>;
}

/** The manifests of one repository that earlier runs read, and those that this one adds. */
export interface RememberedManifests {
  /** Returns the digest that a tag pointed at when it was last read: a hint, and nothing more. */
  digestOf(tag: Tag): Digest | undefined;
  /** Returns a manifest's bytes, proven by their digest. */
  bytesOf(digest: Digest): Buffer | undefined;
  /** Remembers what a run has read, or used. */
  note(found: { readonly digest: Digest; readonly body: Buffer; readonly tag?: Tag }): void;
}
