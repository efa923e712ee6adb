import type { Snapshot } from "../image/graph.js";
import { inUse, type InUse } from "./in-use.js";
import type { RetentionPolicy } from "./policy.js";

/** The way to delete a tag whose image stays: by its name, or by writing something over it and deleting that. */
export type UntagBy = "delete" | "overwrite";

/** All that a decision about a tag may look at. */
export interface Facts {
  readonly snapshot: Snapshot;
  readonly policy: RetentionPolicy;
  /** The way to delete a tag whose image stays; `undefined` where the registry has none, or the policy forbids it. */
  readonly by: UntagBy | undefined;
  readonly used: InUse;
}

/** Gathers the facts for a snapshot under a policy. */
export function factsOf(snapshot: Snapshot, policy: RetentionPolicy): Facts {
  return { snapshot, policy, by: untagWay(snapshot, policy), used: inUse(snapshot, policy.protect) };
}

/** Returns the way to delete a tag whose image stays; `undefined` where the registry has none, or the policy forbids it. */
export function untagWay(
  { untags }: Snapshot,
  { untag }: Pick<RetentionPolicy, "untag">,
): UntagBy | undefined {
  if (untag === "never") return undefined;
  if (untags === "yes" || untags === "shared") return "delete";
  return untag === "overwrite" ? "overwrite" : undefined;
}
