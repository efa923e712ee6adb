import type { Say } from "../../core/result/event.js";
import type { Snapshot } from "../../core/image/graph.js";
import type { Plan } from "../../core/plan/plan.js";
import type { UntagWay } from "../../core/policy/policy.js";
import type { Tag } from "../../core/names/reference.js";
import type { RegistryDeleter, RegistryReader, RegistryWriter } from "../../registry/port/registry.js";
import type { ReadOptions } from "../observe/observe.js";
import type { DeletionLog } from "./deletion-log.js";

/** The limits by which deletions are put into batches. */
export interface BatchLimits {
  /** The most deletions of a batch. */
  readonly deletions: number;
  /** The most milliseconds from the end of a look to the start of the last deletion that relies on it. */
  readonly freshFor: number;
  /** The least number of tagged images for which tags are deleted first, if the registry can do that. */
  readonly untagFrom: number;
}

/** The settings and collaborators for carrying out a plan. */
export interface ApplyOptions extends ReadOptions {
  readonly registry: RegistryReader & RegistryDeleter;
  /** Writes over tags that can't be deleted by themselves; absent where the run may not write. */
  readonly writer?: RegistryWriter | undefined;
  readonly snapshot: Snapshot;
  readonly plan: Plan;
  readonly allowEmpty: boolean;
  readonly untag: UntagWay;
  readonly recorder: DeletionLog;
  readonly say: Say;
  /** Aborted when the run is to end: it waits for the deletions under way, and starts no other. */
  readonly stop?: AbortSignal | undefined;
  /** The time in milliseconds, by `performance.now()`, after which no deletion is started. */
  readonly endsAt?: number;
  readonly limits?: BatchLimits;
}

/** The same with every default filled in. */
export type Applying = ApplyOptions &
  Required<Pick<ApplyOptions, "limits" | "endsAt">> & {
    /** Every tag that the plan deletes. */
    readonly goes: ReadonlySet<Tag>;
  };
