import type { DeletionOutcome, RepositoryOutcome } from "./outcome.js";
import type { Plan } from "./plan.js";
import type { Digest, Tag } from "./reference.js";

/** What happens in a run, while it happens. `repository` is `host/repository`. */
export type RunEvent =
  | { readonly kind: "repository-started"; readonly repository: string }
  | { readonly kind: "listed"; readonly tags: number }
  | { readonly kind: "observed"; readonly manifests: number }
  | { readonly kind: "named-tag-missing"; readonly repository: string; readonly tag: Tag }
  | { readonly kind: "named-digest-missing"; readonly repository: string; readonly digest: Digest }
  | { readonly kind: "planned"; readonly repository: string; readonly plan: Plan }
  | { readonly kind: "plan-saved"; readonly path: string }
  | {
      readonly kind: "deleting";
      readonly repository: string;
      readonly manifests: number;
      readonly tags: number;
    }
  | { readonly kind: "checked"; readonly tags: number }
  | { readonly kind: "deletion"; readonly outcome: DeletionOutcome }
  | { readonly kind: "told-to-stop" }
  | { readonly kind: "verifying" }
  | { readonly kind: "repository-ended"; readonly outcome: RepositoryOutcome };

/** Told what happens. */
export type Say = (event: RunEvent) => void;
