import { collectionRecord, freedBytes } from "../words/collection.js";
import { noticeRecords } from "../words/notices.js";
import { verdictRecords } from "../words/records.js";
import {
  countStayingImages,
  deletedTags,
  deletedUntagged,
  keptTags,
  missingPlaces,
  reclaimableOf,
  skippedTags,
  unprovenTags,
} from "./result.js";
import { count } from "../../core/base/count.js";
import type { RunResult } from "../../core/result/run-result.js";

/** The action's outputs with their descriptions, which `action.yml` and `docs/reference.md` show. */
export const OUTPUTS = [
  {
    name: "deleted",
    help: "JSON array of the tags that were deleted, or in a dry run would be, as `host/repository:tag` in the plan's order. Cut where the lists together are too long for a later step, with a warning; the plan has them all.",
  },
  {
    name: "kept",
    help: "JSON array of the tags that stay, in the same form: those that the plan keeps, and those that were to go and are still there. In a dry run those that the plan keeps.",
  },
  {
    name: "skipped",
    help: "JSON array of the tags that were to be deleted and were left alone, in the same form: something that appeared meanwhile needs them, they moved, or the run stopped before them.",
  },
  {
    name: "unproven",
    help: "JSON array of the tags whose deletion was tried in a repository that could not be read afterwards, in the same form: nothing proves that they are gone. Those that the registry said it deleted are in `deleted` too. What a registry refused for certain is not among them. Empty where the run could look.",
  },
  {
    name: "missing",
    help: "JSON array of the repositories that their registry does not know, as `host/repository`, and of the patterns that match none.",
  },
  {
    name: "matrix",
    help: 'Of `repositories`: a JSON matrix for `strategy.matrix`, `{"include":[…]}`, in which each entry has `shard`, a number from 1 on, `repositories`, one a line, for the input `image`, and `count` and `tags`.',
  },
  { name: "deleted-count", help: "The number of tags that were deleted, or in a dry run would be." },
  {
    name: "deleted-untagged-count",
    help: "The number of images without a tag that were deleted because of `untagged-older-than`, or in a dry run would be.",
  },
  { name: "kept-count", help: "The number of tags that stay, also where nothing could be deleted." },
  {
    name: "reclaimable-bytes",
    help: "The number of bytes that no kept image needs after the deletions, so that garbage collection can free them; in a dry run, the number it would be. It is a minimum if not all sizes are known. Other repositories of the registry may share some of them. Empty if nothing was decided.",
  },
  {
    name: "freed-bytes",
    help: "The number of bytes that a collection or a sweep freed on the disk. It is a minimum if not all sizes are known. Empty if none ran, or if the number is not known.",
  },
  {
    name: "plan",
    help: "Path of the plan as JSON: a verdict with a reason for every tag. Nothing is cut there.",
  },
  { name: "plan-sha256", help: "SHA-256 of that file, in hex; empty if none was written." },
  {
    name: "journal",
    help: "Path of the journal, from which `restore` puts back what was deleted, if the registry still has its layers; empty if none was written.",
  },
] as const satisfies readonly { readonly name: OutputName; readonly help: string }[];

/** The name of an output: those of a run that deletes, and that of `repositories`. */
type OutputName = keyof Outputs | "matrix";

/** The outputs' values, by their names in `action.yml`. */
export interface Outputs {
  readonly deleted: readonly string[];
  readonly kept: readonly string[];
  readonly skipped: readonly string[];
  readonly unproven: readonly string[];
  readonly missing: readonly string[];
  readonly "deleted-count": number;
  readonly "deleted-untagged-count": number;
  readonly "kept-count": number;
  /** `null` if nothing was decided. */
  readonly "reclaimable-bytes": number | null;
  /** `null` if no collection ran, or the number is not known. */
  readonly "freed-bytes": number | null;
  /** Path of the plan file; empty if none was written. */
  readonly plan: string;
  /** In hex; empty if no plan file was written. */
  readonly "plan-sha256": string;
  /** Path of the journal; empty if none was written. */
  readonly journal: string;
}

/** The plan file of a run: its path and its SHA-256 in hex, both empty if none was written. */
export interface PlanFile {
  readonly plan: string;
  readonly planSha256: string;
}

/** All outputs of a run; lists are not cut. */
export function outputsOf(result: RunResult, files: PlanFile): Outputs {
  const deleted = deletedTags(result);
  const kept = keptTags(result);
  return {
    deleted,
    kept,
    skipped: skippedTags(result),
    unproven: unprovenTags(result),
    missing: missingPlaces(result),
    "deleted-count": deleted.length,
    "deleted-untagged-count": deletedUntagged(result),
    "kept-count": kept.length,
    "reclaimable-bytes": reclaimableOf(result)?.bytes ?? null,
    "freed-bytes": freedBytes(result.collection) ?? null,
    plan: files.plan,
    "plan-sha256": files.planSha256,
    journal: result.journal ?? "",
  };
}

/** The document that `--json` prints: the outputs, every verdict and every notice. */
export function renderJson(result: RunResult, files: PlanFile): string {
  const plans = result.outcomes.flatMap((outcome) =>
    "plan" in outcome ? [{ ...outcome, plan: outcome.plan }] : [],
  );
  const collection =
    result.collection === undefined ? {} : { collection: collectionRecord(result.collection) };
  const decided = {
    "staying-images-count": countStayingImages(result),
    verdicts: verdictRecords(plans),
    notices: noticeRecords(plans),
  };
  return `${JSON.stringify({ ...outputsOf(result, files), elsewhere: result.elsewhere ?? [], ...collection, ...decided }, null, 2)}\n`;
}

/**
 * Linux takes at most 128 KiB for one variable, and starts no program with a longer one ("Argument list too long"). A step may hand on all outputs in one, as
 * `toJSON(steps.ID.outputs)`: the lists share this, and the rest is for paths, for names, and for what the log's filter makes longer.
 */
const MOST_BYTES = 112 * 1024;

/** A list as JSON, cut between two items if it is too long. `left` is the number of items left out. */
export function cutList(
  items: readonly string[],
  maxBytes = MOST_BYTES,
): { readonly json: string; readonly left: number } {
  let length = 2;
  const fitting = items.findIndex((item) => {
    length += bytesOf(item);
    return length > maxBytes;
  });
  const kept = fitting === -1 ? items : items.slice(0, fitting);
  return { json: JSON.stringify(kept), left: items.length - kept.length };
}

/** The bytes of an item in a list that is itself a text in JSON: its quotes are escaped there. */
function bytesOf(item: string): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(item))) - 1;
}

/** An output as the action sets it. */
export interface Output {
  readonly name: OutputName;
  readonly value: string;
  /** A sentence about what was left out, where the value is too long for GitHub. */
  readonly warning?: string;
}

const LISTS = [
  "deleted",
  "kept",
  "skipped",
  "unproven",
  "missing",
] as const satisfies readonly (keyof Outputs)[];

/**
 * Returns each output as a text, lists as JSON and cut where all of them together are too long: then the longest are cut, down to the same length. A value that is
 * not known is the empty text.
 */
export function cutOutputs(outputs: Outputs): readonly Output[] {
  const { deleted, kept, skipped, unproven, missing, ...others } = outputs;
  const lists = { deleted, kept, skipped, unproven, missing };
  const share = fairShare(LISTS.map((name) => lists[name].reduce((sum, item) => sum + bytesOf(item), 2)));
  const names = Object.keys(others) as (keyof typeof others)[];
  return [
    ...LISTS.map((name) => cutOutput(name, lists[name], share)),
    ...names.map((name) => ({ name, value: String(others[name] ?? "") })),
  ];
}

/** The most that each of these lengths may have, so that the sum fits: what the short ones leave is for the long ones. */
function fairShare(lengths: readonly number[]): number {
  const ascending = lengths.toSorted((a, b) => a - b);
  let room = MOST_BYTES;
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(room / (ascending.length - index));
    if (length > share) return share;
    room -= length;
  }
  return MOST_BYTES;
}

/** The outputs of a run that has deleted nothing, and decided nothing. */
export function emptyOutputs(): readonly Output[] {
  return cutOutputs(outputsOf({ isDryRun: false, outcomes: [] }, { plan: "", planSha256: "" }));
}

function cutOutput(name: (typeof LISTS)[number], list: readonly string[], share: number): Output {
  const { json, left } = cutList(list, share);
  if (left === 0) return { name, value: json };
  const warning =
    `The output ${name} leaves out ${left} of ${count(list.length, name === "missing" ? "repository" : "tag")}: Linux starts no program with a variable of more than 128 KiB. ` +
    (name === "missing" ? "The log names them all." : "The plan file has them all.");
  return { name, value: json, warning };
}
