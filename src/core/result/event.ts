import type { PutElsewhere } from "./elsewhere.js";
import type { CollectionOutcome } from "./collection.js";
import type { ByteCount } from "../image/bytes.js";
import type { DeletionOutcome } from "../plan/outcome.js";
import type { RepositoryOutcome, ImageSizes } from "./repository-outcome.js";
import type { PatternUse } from "../policy/pattern-use.js";
import type { Plan } from "../plan/plan.js";
import type { SweepOutcome } from "../sweep/outcome.js";
import type { Digest, Tag } from "../names/reference.js";

/** Something that happens in a run. `repository` is `host/repository`. */
export type RunEvent =
  /** No repository is named: nothing was pushed. */
  | { readonly kind: "nothing-named" }
  /** Said before the first of several repositories is read. */
  | { readonly kind: "repositories-found"; readonly repositories: number }
  | { readonly kind: "repository-started"; readonly repository: string }
  | { readonly kind: "listed"; readonly tags: number }
  | { readonly kind: "observed"; readonly manifests: number }
  | LimitMet
  | { readonly kind: "named-tag-missing"; readonly repository: string; readonly tag: Tag }
  | { readonly kind: "named-digest-missing"; readonly repository: string; readonly digest: Digest }
  | {
      readonly kind: "planned";
      readonly repository: string;
      readonly plan: Plan;
      /** Bytes that garbage collection could free after it. */
      readonly reclaimable: ByteCount;
      readonly sizes: ImageSizes;
    }
  /** A pattern of images means so many repositories of the catalog that no rule is for; they are left as they are. */
  | { readonly kind: "repositories-unruled"; readonly repositories: number }
  /** These patterns of the policy match nothing, in any repository that they are for. */
  | { readonly kind: "patterns-unused"; readonly patterns: readonly PatternUse[] }
  | { readonly kind: "plan-saved"; readonly path: string }
  /** An earlier run, by its journal, meant to delete so many manifests and may not have; they are looked at too. */
  | { readonly kind: "leftovers"; readonly repository: string; readonly manifests: number }
  /** An earlier run was cut off, and this one was not given its journal. */
  | { readonly kind: "journal-left"; readonly repository: string; readonly path: string }
  /** Lines of a journal that can't be read, as after a crash, were passed over. */
  | { readonly kind: "journal-torn"; readonly path: string; readonly lines: number }
  /** The path of the journal, where deletions are written down; said before the first one. */
  | { readonly kind: "journal-opened"; readonly path: string }
  /** A record of the journal, which no file takes: said before the deletion that it is about. */
  | { readonly kind: "journal-line"; readonly line: string }
  | ({ readonly kind: "put-elsewhere" } & PutElsewhere)
  | {
      readonly kind: "deleting";
      readonly repository: string;
      readonly manifests: number;
      readonly tags: number;
    }
  /** The registry may delete every tag whose name begins with that of a deleted one: one deletion at a time, and none that could reach a tag which stays. */
  | {
      readonly kind: "careful";
      /** True in a dry run, which has seen no more than that the registry may need that care: the run itself finds out first. */
      readonly isForeseen?: true;
    }
  | { readonly kind: "checked"; readonly tags: number }
  /** Said of every step, however short; the listener chooses how often to show it. */
  | { readonly kind: "advanced"; readonly advance: Advance }
  | { readonly kind: "deletion"; readonly outcome: DeletionOutcome }
  | { readonly kind: "told-to-stop"; readonly what: "deletions" | "collection" }
  | { readonly kind: "verifying" }
  /** So many tags seem harmed, and are looked at again before that is believed. */
  | { readonly kind: "verifying-again"; readonly tags: number }
  /** Some of that which the registry said it deleted is there, and is looked at again for a while. */
  | { readonly kind: "verifying-late"; readonly deletions: number }
  | { readonly kind: "repository-ended"; readonly outcome: RepositoryOutcome }
  /** From here to its end the registry may be stopped. */
  | { readonly kind: "collection-started"; readonly host: string; readonly by: "container" | "command" }
  | { readonly kind: "collection-step"; readonly step: CollectionStep }
  | { readonly kind: "collection-ended"; readonly outcome: CollectionOutcome }
  | { readonly kind: "sweep-started"; readonly storage: string; readonly isDryRun: boolean }
  | { readonly kind: "sweep-ended"; readonly outcome: SweepOutcome; readonly isDryRun: boolean };

/** The progress of something that can take long. */
export interface Advance {
  readonly what: "reading" | "untagging" | "deleting" | "verifying";
  readonly done: number;
  readonly total: number;
  /** Share of the work that is done, from 0 to 1: a registry that looks at every tag for each deletion has less to do the fewer tags there are. */
  readonly share: number;
}

/** A wait until a host's rate limit lifts. `until` is in milliseconds since 1970. */
export interface LimitWait {
  readonly host: string;
  /** `primary` limits the requests of an hour, `secondary` those that come at once. */
  readonly limit: "primary" | "secondary";
  readonly until: number;
}

/** A host's rate limit is reached, and the run waits. */
export type LimitMet = { readonly kind: "limit-met" } & LimitWait;

/** A step of a garbage collection. Names of containers are as people write them. */
export type CollectionStep =
  /** Another run collects for the same registry. */
  | { readonly kind: "waiting"; readonly container: string }
  /** A run that was ended had left the registry stopped, or its lock behind. */
  | { readonly kind: "recovered"; readonly container: string }
  /** The garbage that was found. `bytes` is there if all sizes are known. */
  | { readonly kind: "looked"; readonly blobs: number; readonly bytes?: number }
  /** `program` is the command that starts the container by hand. */
  | { readonly kind: "stopping"; readonly container: string; readonly program: string }
  | { readonly kind: "starting"; readonly container: string }
  | { readonly kind: "down" | "collecting" | "up" }
  /** Tags are checked, before or after the collection. */
  | { readonly kind: "proving"; readonly when: "before" | "after"; readonly tags: number }
  /** In a dry run, reads alone do not show that the container is the registry that was named. */
  | { readonly kind: "identity-open"; readonly container: string; readonly host: string }
  /** It can't be known beforehand what a script is about to collect. */
  | { readonly kind: "not-compared" }
  /** A line that the user's script printed. */
  | { readonly kind: "script-line"; readonly line: string };

/** A listener for the events of a run. */
export type Say = (event: RunEvent) => void;
