import type { Budget } from "../policy/decision.js";
import type { Deletion } from "./deletion.js";
import type { RepositoryName, Digest, Tag } from "../names/reference.js";
import type { Verdict } from "../policy/verdict.js";
import type { UntaggedVerdict } from "../policy/untagged.js";
import type { SpareReason } from "../policy/skip-reason.js";

/** Something about a plan that somebody is to look at. */
export type Notice =
  /** The policy's orders have a place for no tag: a sign of a wrong setting. */
  | { readonly kind: "no-candidates" }
  /** Most channels are of one version alone, as where each branch has its own: each keeps its newest for ever. */
  | { readonly kind: "endless-channels"; readonly channels: readonly string[] }
  /** They are ordered by date and have none. */
  | { readonly kind: "undated"; readonly tags: readonly Tag[] }
  /** What has to stay is more than the budget. */
  | ({ readonly kind: "over-budget" } & Budget);

/** What is decided about a repository. */
export interface Plan {
  readonly repository: RepositoryName;
  /** One for every listed tag, in the order decided: by group, newest first. */
  readonly verdicts: readonly Verdict[];
  /** What somebody is to look at. */
  readonly notices: readonly Notice[];
  /** How the repository's size stands to its budget, where it has one. */
  readonly budget?: Budget;
  /**
   * What to delete, in the order to do it: oldest image first, an index before its children (a pull in between must not find half an image) and those
   * before what refers to them, a tag after its victims `tag-…` and `tag.…` (beside which Distribution 2.8 on S3 leaves it listed), tags by themselves last.
   */
  readonly deletions: readonly Deletion[];
  /** What a kept image contains and the registry did not have, before anything was deleted. */
  readonly missing: readonly Digest[];
  /** Deletions of a plan that is carried out which no longer stand. */
  readonly skipped: readonly Skipped[];
  /** What is decided about each image without a tag that nothing reaches, oldest first; none where the registry lists no such images. */
  readonly untagged: readonly UntaggedVerdict[];
  /** Image configurations that were not read, and whose date could keep something, or order it: what they could keep stays. */
  readonly unread: readonly Digest[];
}

export interface Skipped {
  readonly deletion: Deletion;
  readonly reason: SpareReason;
}
