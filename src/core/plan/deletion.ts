import type { Digest, Tag } from "../names/reference.js";
import type { UntagBy } from "../policy/facts.js";

/** One manifest that goes, with every tag that goes with it (none for an index's child). */
export interface ManifestDeletion {
  readonly kind: "manifest";
  readonly digest: Digest;
  readonly tags: readonly Tag[];
  /** What of this plan it belongs to, as a child or as a referrer: it goes only after they have gone. */
  readonly parents: readonly Digest[];
  /** Deletions earlier in the list that are to be over, one way or the other, before it starts. */
  readonly after: readonly Digest[];
  /** It goes because these are not there: they must not have come back. */
  readonly orphanOf: readonly Digest[];
}

/** One tag that goes and leaves its image. `digest` is what it points at; absent where it dangles. */
export interface TagDeletion {
  readonly kind: "tag";
  readonly tags: readonly [Tag];
  readonly digest?: Digest;
  readonly by: UntagBy;
  /** What of this plan it belongs to, as a referrer: it goes only after that has gone. */
  readonly parents: readonly Digest[];
}

export type Deletion = ManifestDeletion | TagDeletion;
