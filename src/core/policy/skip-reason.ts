import type { Tag, Digest } from "../names/reference.js";

/** The reason for which a planned deletion was not tried. */
export type SpareReason =
  /** Since the plan, a tag appeared or moved whose image is, contains or refers to it; or a manifest appeared that refers to it. */
  | { readonly kind: "now-needed-by"; readonly by: Tag | Digest }
  /** Its tags point elsewhere by now, so the decision was about something else. */
  | { readonly kind: "tags-moved" }
  /** The index or subject that it belongs to is still there. */
  | { readonly kind: "parent-stays"; readonly parent: Digest }
  /** Its subject was gone, and is back. */
  | { readonly kind: "subject-is-back"; readonly subject: Digest }
  /** Somebody deleted it before this run. */
  | { readonly kind: "gone" }
  /** This run's references name it. */
  | { readonly kind: "just-pushed" }
  /** The tags that were to keep its image are gone or moved, so it is the last tag of the image. */
  | { readonly kind: "last-tag" }
  /** The registry can't delete a tag by itself, or not any more. */
  | { readonly kind: "no-untag" }
  /** The registry may be one that deletes every tag whose name begins with that of a deleted one, and this tag stays. */
  | { readonly kind: "longer-tag-stays"; readonly tag: Tag }
  /** The run stopped before it. */
  | { readonly kind: "stopped" }
  /** The time that the run was given was over before it. */
  | { readonly kind: "time-limit" };
