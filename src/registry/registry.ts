import { PruneError } from "../core/errors.js";
import type { Manifest } from "../core/manifest.js";
import type { Digest, RepositoryName, Tag } from "../core/reference.js";

/** A manifest as a registry sent it. */
export interface ReadManifest {
  readonly digest: Digest;
  readonly manifest: Manifest;
}

/** What a prune asks of a registry. Every method throws `RegistryError` or `UnsureError` where the answer is not certain. */
export interface Registry {
  /** All tags, in the registry's order, each once; `undefined` where the registry does not know the repository. */
  listTags(repository: RepositoryName): Promise<readonly Tag[] | undefined>;
  /** What a tag or digest points at; `undefined` where the registry says that there is none. */
  readManifest(repository: RepositoryName, reference: Tag | Digest): Promise<ReadManifest | undefined>;
  /** Resolves if the registry would delete a manifest of this repository now; deletes nothing. */
  proveDeletes(repository: RepositoryName): Promise<void>;
  /** Deletes a manifest and every tag that points at it; `gone` where somebody else had done so. */
  deleteManifest(repository: RepositoryName, digest: Digest): Promise<"deleted" | "gone">;
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
  | "proxy-refuses"
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
