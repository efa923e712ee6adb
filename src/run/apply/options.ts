import type { Say } from "../../core/result/event.js";
import type { Snapshot } from "../../core/image/graph.js";
import type { Plan } from "../../core/plan/plan.js";
import type { UntagWay } from "../../core/policy/policy.js";
import type { Tag } from "../../core/names/reference.js";
import type { RegistryDeleter, RegistryReader, RegistryWriter } from "../../registry/port/registry.js";
import type { ReadOptions } from "../observe/observe.js";
import type { DeletionLog } from "./deletion-log.js";

export interface BatchLimits {
  readonly deletions: number;
  /** Milliseconds from the end of a look to the start of the last deletion that relies on it. */
  readonly freshFor: number;
  /** From how many images with tags on these lose their tags first, where the registry can do that. */
  readonly untagFrom: number;
}

/** Everything that carrying out a plan takes. */
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
  /** Aborted when the run is to end: deletions under way are waited for, and no other is begun. */
  readonly stop?: AbortSignal | undefined;
  /** On the clock that only goes forward, in milliseconds: when no deletion is begun any more. */
  readonly endsAt?: number;
  readonly limits?: BatchLimits;
}

/** Carrying out a plan, with nothing left open. */
export type Applying = ApplyOptions &
  Required<Pick<ApplyOptions, "limits" | "endsAt">> & {
    /** Every tag that the plan takes. */
    readonly goes: ReadonlySet<Tag>;
  };
