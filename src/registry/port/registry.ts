import type { FreesSpace } from "../../core/result/run-result.js";
import { PruneError } from "../../core/base/errors.js";
import type { Untags } from "../../core/image/graph.js";
import type { Manifest } from "../../core/image/manifest.js";
import type { Digest, RepositoryName, Tag } from "../../core/names/reference.js";

/** A manifest as a registry sent it. */
export interface ReadManifest extends ManifestBytes {
  readonly digest: Digest;
  readonly manifest: Manifest;
}

/** A manifest's exact bytes, and what they are sent as. */
export interface ManifestBytes {
  readonly mediaType: string;
  readonly body: Buffer;
}

/** What is asked of a registry. Every method throws `RegistryError` or `UnsureError` where the answer is not certain. */
export interface Registry {
  /**
   * All repositories of the registry's catalog, in its order, each once: a right of its own, which many registries give to administrators alone. Where there is no
   * such catalog, those `below` these first parts of their names.
   */
  listRepositories(below: ReadonlySet<string>): Promise<readonly RepositoryName[]>;
  /** All tags, in the registry's order, each once; `undefined` where the registry does not know the repository. */
  listTags(repository: RepositoryName): Promise<readonly Tag[] | undefined>;
  /** What a tag or digest points at; `undefined` where the registry says that there is none. */
  readManifest(repository: RepositoryName, reference: Tag | Digest): Promise<ReadManifest | undefined>;
  /** The digest of what a tag points at now, by the registry's word, without reading that; `undefined` where it says that there is none. */
  resolveTag(repository: RepositoryName, tag: Tag): Promise<Digest | undefined>;
  /**
   * All manifests without a tag, and when each last changed, in milliseconds since 1970, as of the last `listTags` if there was one; `undefined` where the registry
   * has no such list.
   */
  listUntagged(repository: RepositoryName): Promise<ReadonlyMap<Digest, number> | undefined>;
  /** Manifests that were deleted and that the registry still has, to be brought back whole; none where it has no such list. */
  listDeleted(repository: RepositoryName): Promise<ReadonlySet<Digest>>;
  /** Brings back a manifest that `listDeleted` names. Its tags may come back with it, or not. */
  undelete(repository: RepositoryName, digest: Digest): Promise<void>;
  /** Resolves if the registry would delete a manifest of this repository now; deletes nothing. */
  proveDeletes(repository: RepositoryName): Promise<void>;
  /** Deletes a manifest and every tag that points at it; `gone` where somebody else had done so. */
  deleteManifest(repository: RepositoryName, digest: Digest): Promise<"deleted" | "gone">;
  /** Whether it deletes a tag and leaves its image; deletes nothing. Without the right to delete this shows with Distribution alone. */
  untags(repository: RepositoryName): Promise<Untags>;
  /** Deletes a tag, and leaves its image. Sent once, for a tag may be pushed again in between. */
  deleteTag(repository: RepositoryName, tag: Tag): Promise<"deleted" | "gone">;
  /** What refers to a manifest (distribution spec, "Listing Referrers"); `undefined` where the registry has no such list. */
  listReferrers(repository: RepositoryName, digest: Digest): Promise<readonly Digest[] | undefined>;
  /** Writes a manifest under a tag or its digest. That the registry took it proves nothing: read it back. */
  putManifest(repository: RepositoryName, reference: Tag | Digest, manifest: ManifestBytes): Promise<void>;
  /** Resolves if the registry's disk takes some more: begins an upload and cancels it. The repository must exist. */
  proveRoom(repository: RepositoryName): Promise<void>;
  /** Whether a configuration or layer is really there: its first byte is read, for a registry can remember what a collection took. */
  readsBlob(repository: RepositoryName, digest: Digest): Promise<boolean>;
  /** A configuration's bytes, proven by their digest; `undefined` where the registry says that there is none. */
  readBlob(repository: RepositoryName, digest: Digest): Promise<Buffer | undefined>;
  /** How many deletions to have under way now: more would only wait for their turn, and go by a look that gets old meanwhile. */
  deletionsAtOnce(): number;
  /** Whether it looks at every tag of a repository for each manifest that it deletes there, as Distribution does (measured: some 21 µs a tag). */
  readonly scansTags: boolean;
  /** Where the bytes of what was deleted go: to whoever collects the registry's garbage, or nowhere that anybody has to care. */
  readonly frees: FreesSpace;
  /** Lets go of the connections. */
  close(): void;
}

/** What went wrong between this program and a registry. */
export type RegistryErrorKind =
  | "unreachable"
  | "untrusted-certificate"
  | "speaks-plain-http"
  | "speaks-https"
  | "unauthorized"
  | "forbidden"
  | "deletes-off"
  | "read-only"
  | "takes-writes"
  | "disk-full"
  | "proxy-refuses"
  /** It will do so much in an hour and no more. */
  | "rate-limited"
  /** It asks for a pause, and what a deletion was decided by would be old after it: nothing was deleted; look again, which waits. */
  | "paused"
  /** It keeps this one, whoever asks. */
  | "not-deletable"
  | "not-a-registry"
  | "unsafe-realm"
  | "unexpected-answer";

/** A registry that can't be reached, refuses, or does not answer as one. */
export class RegistryError extends PruneError {
  override readonly name = "RegistryError";
  readonly kind: RegistryErrorKind;

  constructor(
    kind: RegistryErrorKind,
    text: { readonly message: string; readonly nextStep: string },
    cause?: unknown,
  ) {
    super(text.message, text.nextStep, { cause });
    this.kind = kind;
  }
}
