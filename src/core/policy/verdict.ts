import type { SpareReason } from "./skip-reason.js";
import type { Sort } from "../names/order.js";
import type { Digest, Tag } from "../names/reference.js";
import type { NotACandidate } from "./ranks.js";

/** A candidate's place among the images of its group, and of a policy file the rule that has it there. */
interface InGroup {
  readonly rule?: string;
  readonly group: string;
  readonly rank: number;
}

/** Why a tag stays. `with` is the tag that it stays for. */
export type KeepReason =
  | NotACandidate
  | { readonly kind: "just-pushed" }
  /** It is in use; `by` is what says so. */
  | { readonly kind: "protected"; readonly by: string }
  /** `by` is the order in which it is among the newest: the rule's, or where that is by prerelease number the one by version besides. */
  | (InGroup & { readonly kind: "newest"; readonly keep: number; readonly by: Sort | "version" })
  /** It is younger than `limit`, in milliseconds. `created` is in ISO 8601. */
  | { readonly kind: "younger"; readonly created: string; readonly limit: number }
  /** Nothing says when it was created, and young images stay. */
  | { readonly kind: "undated"; readonly limit: number }
  /** The registry can't delete one of two tags, or nobody could see whether it can. */
  | { readonly kind: "shares-digest"; readonly with: Tag; readonly untags: "no" | "unseen" }
  | { readonly kind: "contained-in"; readonly with: Tag | Digest }
  | { readonly kind: "has-referrer"; readonly with: Tag }
  /** A signature or attachment whose subject is gone. */
  | { readonly kind: "orphan"; readonly subject: Digest }
  /** A plan that is carried out has it stay. */
  | { readonly kind: "not-planned" }
  /** A plan that is carried out has it go, and that no longer stands. */
  | { readonly kind: "skipped"; readonly why: SpareReason };

/** Why a tag goes. */
export type DeleteReason =
  | (InGroup & { readonly kind: "beyond-newest"; readonly of: number; readonly keep: number })
  /** What is newer, and what has to stay, takes all of the `maxSize` bytes. */
  | (InGroup & { readonly kind: "over-budget"; readonly of: number; readonly maxSize: number })
  /** A signature or attachment of what goes. */
  | { readonly kind: "referrer-of"; readonly subject: Digest }
  /** A signature or attachment of what is gone. */
  | { readonly kind: "orphan"; readonly subject: Digest }
  /** It is listed, and its manifest is not there. */
  | { readonly kind: "dangling" }
  /** A plan that is carried out has it go. */
  | { readonly kind: "planned" };

/** How a tag is deleted whose image stays: by its name, or by writing something over it and deleting that. */
export type UntagBy = "delete" | "overwrite";

export type KeepVerdict = {
  readonly kind: "keep";
  readonly tag: Tag;
  readonly digest?: Digest;
  readonly reason: KeepReason;
};

export interface DeleteVerdict {
  readonly kind: "delete";
  readonly tag: Tag;
  readonly digest: Digest;
  readonly reason: DeleteReason;
}

/** What is decided about one tag, and why. A tag that does not resolve has no digest. */
export type Verdict =
  | KeepVerdict
  | DeleteVerdict
  /** The tag goes and its image stays, `with` the tag that keeps it; one that dangles has neither. */
  | {
      readonly kind: "untag";
      readonly tag: Tag;
      readonly digest?: Digest;
      readonly with?: Tag;
      readonly by: UntagBy;
      readonly reason: DeleteReason;
    };

/** The verdicts by which a tag goes. */
export function goes(verdict: Verdict): verdict is Exclude<Verdict, { readonly kind: "keep" }> {
  return verdict.kind !== "keep";
}
