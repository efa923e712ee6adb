import type { Budget } from "../policy/decision.js";
import type { CrowdingVersion } from "./flavours.js";
import type { UnplacedTags } from "./unplaced.js";
import type { Deletion } from "./deletion.js";
import type { RepositoryName, Digest, Tag } from "../names/reference.js";
import type { Verdict } from "../policy/verdict.js";
import type { UntaggedVerdict } from "../policy/untagged.js";
import type { SpareReason } from "../policy/skip-reason.js";

/** Something about a plan that the user should look at. */
export type Notice =
  /** The policy gives none of these tags, which are all, a place in an order: a sign of a wrong setting. */
  | { readonly kind: "no-candidates"; readonly tags: readonly Tag[] }
  /** Many tags are no versions, and so never go. */
  | ({ readonly kind: "unplaced" } & UnplacedTags)
  /** Most channels have one version alone, as where each branch has its own channel: each keeps its newest for ever. */
  | { readonly kind: "endless-channels"; readonly channels: readonly string[] }
  /** These tags stay because their images have no date, and a date would decide by these settings. */
  | { readonly kind: "undated"; readonly tags: readonly Tag[]; readonly by: readonly DateSetting[] }
  /** Nothing says which of these is newer: their names tie, and no date tells them apart. They stay, and never go. */
  | { readonly kind: "unordered"; readonly tags: readonly Tag[] }
  /** These go, and are of kinds that earlier versions of this program never deleted: four numbers or more, or a word behind a dot. */
  | { readonly kind: "newly-read"; readonly tags: readonly Tag[] }
  /** Versions take most places of their groups by flavours that differ in a number, and other versions go for it. */
  | { readonly kind: "flavours"; readonly versions: readonly CrowdingVersion[] }
  /** These were just pushed, and stay for that reason alone: they go at the next push. */
  | { readonly kind: "pushed-beyond"; readonly tags: readonly PushedBeyond[] }
  /** The tags that have to stay take more than the budget. */
  | ({ readonly kind: "over-budget" } & Budget);

/** A setting by which an image's date decides. */
export type DateSetting = "sort" | "keep-younger-than";

/** A tag that was just pushed and is beyond the newest `keep`. */
export interface PushedBeyond {
  readonly tag: Tag;
  readonly group: string;
  readonly rank: number;
  readonly keep: number;
  /** Images that are younger than this many milliseconds stay: it goes when it is older. */
  readonly youngerThan?: number;
}

/** The decision about one repository. */
export interface Plan {
  readonly repository: RepositoryName;
  /** One for every listed tag, in the order decided: by group, newest first. */
  readonly verdicts: readonly Verdict[];
  /** The notices for the user. */
  readonly notices: readonly Notice[];
  /** The repository's size compared with its budget, if it has one. */
  readonly budget?: Budget;
  /**
   * The deletions, in the order in which they are done: oldest image first; an index before its children (a pull in between must not find half an
   * image), and those before what refers to them; a tag after its victims `tag-…` and `tag.…` (beside which Distribution 2.8 on S3 leaves it listed);
   * tags by themselves last.
   */
  readonly deletions: readonly Deletion[];
  /** Digests that a kept image contains and that the registry did not have before anything was deleted. */
  readonly missing: readonly Digest[];
  /** Deletions of a saved plan that no longer stand when it is carried out. */
  readonly skipped: readonly SkippedDeletion[];
  /** The verdict on each image without a tag that nothing reaches, oldest first; empty if the registry lists no such images. */
  readonly untagged: readonly UntaggedVerdict[];
  /** Image configurations that were not read, though their dates could keep or order something. What they could keep stays. */
  readonly unread: readonly Digest[];
  /** Configurations and layers whose size decides about the budget, and which is only claimed so far. What the budget could delete stays. */
  readonly unmeasured?: readonly Digest[];
}

/** A deletion that no longer stands, and the reason. */
export interface SkippedDeletion {
  readonly deletion: Deletion;
  readonly reason: SpareReason;
}
