import { collectionRecord, freedBytes } from "./collection.js";
import { deletedTags, keptTags, type RunResult, verdictRecords } from "./result.js";

/** The action's outputs and what they hold; `action.yml` and `README.md` show them. */
export const OUTPUTS = [
  {
    name: "deleted",
    help: "JSON array of the tags that were deleted, as `host/repository:tag`, in the order decided; in a dry run, of those that would be. Cut where it is too long for GitHub, with a warning.",
  },
  {
    name: "kept",
    help: "JSON array of the tags that were decided to stay, in the same form.",
  },
  { name: "deleted-count", help: "How many tags were deleted; in a dry run, would be." },
  { name: "kept-count", help: "How many tags were decided to stay." },
  {
    name: "freed-bytes",
    help: "How many bytes the disk has back, after a collection or a sweep, or at least has, where not all sizes are known; empty where none ran, or nothing of it is known.",
  },
  {
    name: "plan",
    help: "Path of the plan as JSON: a verdict with a reason for every tag. Nothing is cut there.",
  },
] as const satisfies readonly { readonly name: keyof Outputs; readonly help: string }[];

/** The outputs, by their names in `action.yml`. */
export interface Outputs {
  readonly deleted: readonly string[];
  readonly kept: readonly string[];
  readonly "deleted-count": number;
  readonly "kept-count": number;
  /** `null` where no collection ran, or it is not known. */
  readonly "freed-bytes": number | null;
  /** Path of the plan file; the empty text where none was written. */
  readonly plan: string;
}

/** A run's outputs, whole. */
export function outputsOf(result: RunResult, planPath: string): Outputs {
  const deleted = deletedTags(result);
  const kept = keptTags(result);
  return {
    deleted,
    kept,
    "deleted-count": deleted.length,
    "kept-count": kept.length,
    "freed-bytes": freedBytes(result.collection) ?? null,
    plan: planPath,
  };
}

/** What `--json` prints: the outputs and every verdict. */
export function renderJson(result: RunResult, planPath: string): string {
  const plans = result.outcomes.flatMap((outcome) =>
    "plan" in outcome ? [{ repository: outcome.repository, plan: outcome.plan }] : [],
  );
  const collection =
    result.collection === undefined ? {} : { collection: collectionRecord(result.collection) };
  return `${JSON.stringify({ ...outputsOf(result, planPath), ...collection, verdicts: verdictRecords(plans) }, null, 2)}\n`;
}

// All outputs of a job may have 1 MiB, counted in UTF-16; two lists of these leave room for others.
const MAX_CHARACTERS = 200_000;

/** A list as JSON, cut between its items where it is too long. `left` is how many were left out. */
export function cutList(
  items: readonly string[],
  maxCharacters = MAX_CHARACTERS,
): { readonly json: string; readonly left: number } {
  let length = 2;
  const fitting = items.findIndex((item) => {
    length += JSON.stringify(item).length + 1;
    return length > maxCharacters;
  });
  const kept = fitting === -1 ? items : items.slice(0, fitting);
  return { json: JSON.stringify(kept), left: items.length - kept.length };
}
