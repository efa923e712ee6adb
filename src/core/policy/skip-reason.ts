import type { Tag, Digest } from "../names/reference.js";

/** Why a planned deletion was not tried. */
export type SpareReason =
  /** A tag that appeared or moved since the plan is, contains or refers to it, or something that refers to it appeared. */
  | { readonly kind: "now-needed-by"; readonly by: Tag | Digest }
  /** Its tags point elsewhere by now, so it is not what was decided about. */
  | { readonly kind: "tags-moved" }
  /** What it belongs to, an index or a subject, is still there. */
  | { readonly kind: "parent-stays"; readonly parent: Digest }
  /** What it refers to was gone, and is back. */
  | { readonly kind: "subject-is-back"; readonly subject: Digest }
  /** Somebody deleted it before this run. */
  | { readonly kind: "gone" }
  /** This run's references name it. */
  | { readonly kind: "just-pushed" }
  /** The tags that were to keep its image are gone or moved, so it is the last that does. */
  | { readonly kind: "last-tag" }
  /** The registry can't delete a tag by itself, or not any more. */
  | { readonly kind: "no-untag" }
  /** The run stopped before it. */
  | { readonly kind: "stopped" }
  /** The time that the run was given was over before it. */
  | { readonly kind: "time-limit" };
