import type { PruneError } from "../../core/base/errors.js";
import { uniqueBytesByImage } from "../../core/image/bytes.js";
import type { Snapshot } from "../../core/image/graph.js";
import type { Digest } from "../../core/names/reference.js";
import type { Plan } from "../../core/plan/plan.js";
import type { PatternUse } from "../../core/policy/pattern-use.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { SizedPlan } from "../../report/words/records.js";
import type { ReadOptions, RepositoryTarget } from "../../run/observe/observe.js";
import type { RegistryAccess } from "./access.js";
import type { DeletionRun } from "./deletion-job.js";

/** A repository, and the registry that it is in. */
export interface RepositorySite {
  /** `host/repository`. */
  readonly repository: string;
  readonly target: RepositoryTarget;
  readonly access: RegistryAccess;
}

/** A decision about a repository, and the snapshot that it rests on. */
export interface DecidedPlan {
  readonly kind: "decided";
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  /** The policy's patterns, and which of them mean anything here; absent where a saved plan is carried out. */
  readonly patterns?: readonly PatternUse[];
  /** The reason why the plan is not to be carried out, if there is one. */
  readonly refused?: PruneError;
}

/** A decision about a repository, or the reason why there is nothing to decide about. */
export type PlanOrOutcome =
  DecidedPlan | Exclude<RepositoryOutcome, { readonly kind: "planned" | "applied" | "failed" }>;

/** A repository's plan, and all that carrying it out needs. */
export type MadePlan = RepositorySite & SizedPlan & Omit<DecidedPlan, "kind"> & { readonly kind: "planned" };

/** A plan that deletes something, made for a run that may. */
export type PlanToExecute = MadePlan & { readonly access: { readonly kind: "delete" } };

/** A repository before anything is done to it: planned for, or over already. */
export type RepositoryPlan = { readonly kind: "over"; readonly outcome: RepositoryOutcome } | MadePlan;

/** Returns the options to read a repository with; the bytes of each manifest that is read are put aside. */
export function readingOf(
  { access: { registry }, target: { repository } }: RepositorySite,
  { job: { concurrency }, journals: { keep } }: DeletionRun,
): ReadOptions {
  return { registry, repository, concurrency, ...(keep === undefined ? {} : { keep }) };
}

/** Returns the bytes that garbage collection could free after a plan, in all and image by image. */
export function bytesOf({ deletions }: Plan, snapshot: Snapshot): Pick<SizedPlan, "reclaimable" | "sizes"> {
  const gone = new Set<Digest>();
  for (const deletion of deletions) if (deletion.kind === "manifest") gone.add(deletion.digest);
  const { all, each } = uniqueBytesByImage(snapshot, gone);
  return { reclaimable: all, sizes: each };
}

/** Returns the part of a plan that is shown and saved. */
export function shownPart({ repository, plan, reclaimable, sizes }: SizedPlan): SizedPlan {
  return { repository, plan, reclaimable, sizes };
}
