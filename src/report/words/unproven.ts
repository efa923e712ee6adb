import { count } from "../../core/base/count.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { some } from "./outcomes.js";
import { countDeletedUntagged, untaggedSuffix } from "./untagged.js";

type AppliedOutcome = Extract<RepositoryOutcome, { readonly kind: "applied" }>;

/** A sentence about what was tried in a repository that could not be read afterwards; empty where it was read. */
export function aboutUnproven({ plan, deletions, deleted, unproven }: AppliedOutcome): readonly string[] {
  if (unproven === undefined) return [];
  const said = new Set(deleted);
  const open = unproven.filter((tag) => !said.has(tag));
  const what = `${count(deleted.length, "tag")}${untaggedSuffix(countDeletedUntagged(plan, deletions))}`;
  const gone = `the registry said that it deleted ${what}, which is not proven${named(deleted)}.`;
  if (open.length === 0) return [gone];
  return [`${gone} ${count(open.length, "tag")} may be gone as well, for the deletion failed${named(open)}.`];
}

function named(tags: readonly string[]): string {
  return tags.length === 0 ? "" : `: ${some(tags)}`;
}
