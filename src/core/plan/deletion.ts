import type { Digest, Tag } from "../names/reference.js";
import type { UntagBy } from "../policy/facts.js";

/** One manifest to delete, with every tag that goes with it (none for an index's child). */
export interface ManifestDeletion {
  readonly kind: "manifest";
  readonly digest: Digest;
  readonly tags: readonly Tag[];
  /** The manifests of this plan that it belongs to, as a child or as a referrer. It is deleted only after they are gone. */
  readonly parents: readonly Digest[];
  /** Earlier deletions in the list that must have ended, whatever their outcome, before this one starts. */
  readonly after: readonly Digest[];
  /** The missing digests for which it goes: the subjects of an orphan, the parts of a hollow index. It is deleted only if none has come back. */
  readonly orphanOf: readonly Digest[];
}

/** One tag to delete without its image. `digest` is what it points at; absent if it dangles. */
export interface TagDeletion {
  readonly kind: "tag";
  readonly tags: readonly [Tag];
  readonly digest?: Digest;
  readonly by: UntagBy;
  /** The manifests of this plan that it belongs to as a referrer. It is deleted only after they are gone. */
  readonly parents: readonly Digest[];
}

/** One deletion of a plan: a manifest, or a tag by itself. */
export type Deletion = ManifestDeletion | TagDeletion;
