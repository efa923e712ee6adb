import type { Dangling } from "./candidates.js";
import type { UntagBy } from "./facts.js";
import type { Untags } from "../image/graph.js";
import type { InGroup, OwnKeepReason } from "./keep-rules.js";
import type { SpareReason } from "./skip-reason.js";
import type { Digest, Tag } from "../names/reference.js";

/** A reason for a tag to stay. */
export type KeepReason =
  | OwnKeepReason
  | ReasonForAnother
  /** A signature or attachment whose subject is gone. */
  | { readonly kind: "orphan"; readonly subject: Digest }
  /** A plan that is carried out has it stay. */
  | { readonly kind: "not-planned" }
  /** A plan that is carried out has it go, and that no longer stands. */
  | { readonly kind: "skipped"; readonly why: SpareReason };

/** A reason that one of two tags of an image can't be deleted: what is known of the registry, or `never`, the policy's word. */
export type NoUntag = Exclude<Untags, "yes" | "shared"> | "never";

/** A reason for a tag to stay for another's sake; `with` is the tag, or the image, that it stays for. */
export type ReasonForAnother =
  /** A signature or attachment of what stays, or of what nobody decided about. */
  | { readonly kind: "referrer"; readonly subject: Digest }
  /** The registry can't delete one of two tags, nobody could see whether it can, or the policy never does so. */
  | { readonly kind: "shares-digest"; readonly with: Tag; readonly untags: NoUntag }
  | { readonly kind: "contained-in"; readonly with: Tag | Digest }
  | { readonly kind: "has-referrer"; readonly with: Tag };

/** A reason for a tag to go. */
export type DeleteReason =
  | (InGroup & { readonly kind: "beyond-newest"; readonly of: number; readonly keep: number })
  /** The budget of `maxSize` bytes has no room for it beside what has to stay and what is newer. */
  | (InGroup & { readonly kind: "over-budget"; readonly of: number; readonly maxSize: number })
  /** A signature or attachment of what goes. */
  | { readonly kind: "referrer-of"; readonly subject: Digest }
  /** A signature or attachment of what is gone. */
  | { readonly kind: "orphan"; readonly subject: Digest }
  | Dangling
  /** It names the empty index that a run wrote over it in order to delete it, and was cut off there. */
  | { readonly kind: "half-untagged" }
  /** A plan that is carried out has it go. */
  | { readonly kind: "planned" };

/** The decision that a tag stays. */
export type KeepVerdict = {
  readonly kind: "keep";
  readonly tag: Tag;
  readonly digest?: Digest;
  readonly reason: KeepReason;
};

/** The decision that a tag goes with its image. */
export interface DeleteVerdict {
  readonly kind: "delete";
  readonly tag: Tag;
  readonly digest: Digest;
  readonly reason: DeleteReason;
}

/** The decision about one tag, with its reason. A tag that does not resolve has no digest. */
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

/** True of a verdict by which a tag goes. */
export function goes(verdict: Verdict): verdict is Exclude<Verdict, { readonly kind: "keep" }> {
  return verdict.kind !== "keep";
}
