import { PruneError } from "../../core/base/errors.js";
import type { Harm, TagNote } from "../../core/plan/outcome.js";
import type { NothingReason } from "../../core/result/repository-outcome.js";
import type { SpareReason } from "../../core/policy/skip-reason.js";
import type { SkippedDeletion } from "../../core/plan/plan.js";
import type { Deletion } from "../../core/plan/deletion.js";
import { isDigest } from "../../core/names/reference.js";
import { count } from "../../core/base/count.js";
import { shortDigest } from "./wording.js";

/** Why a planned deletion was not tried, in a few words. */
export function describeSpare(reason: SpareReason): string {
  switch (reason.kind) {
    case "now-needed-by":
      return isDigest(reason.by)
        ? `${shortDigest(reason.by)}, which is new to the plan, needs it or refers to it`
        : `${reason.by}, which appeared or moved meanwhile, needs it`;
    case "tags-moved":
      return "it was pointed at another image meanwhile";
    case "parent-stays":
      return `${shortDigest(reason.parent)}, which it belongs to, is still there`;
    case "subject-is-back":
      return `${shortDigest(reason.subject)}, which it refers to and which was gone, is back`;
    case "gone":
      return "it was gone already";
    case "just-pushed":
      return "this run's references name it as just pushed";
    case "last-tag":
      return "no other tag keeps its image any more";
    case "no-untag":
      return "the registry can't delete one tag alone";
    case "stopped":
      return "the run stopped before it";
    case "time-limit":
      return "the time limit came before it";
  }
}

const TOLD_OTHERWISE: ReadonlySet<SpareReason["kind"]> = new Set(["gone", "stopped", "time-limit"]);

/** Deletions that no longer stand, in one sentence; what somebody else has deleted meanwhile is as good as done, and that a run ended early is told otherwise. */
export function describeSkips(skips: readonly SkippedDeletion[]): readonly string[] {
  const fallen = skips.filter(({ reason }) => !TOLD_OTHERWISE.has(reason.kind));
  if (fallen.length === 0) return [];
  const lines = fallen.map(({ deletion, reason }) => `${nameOf(deletion)} (${describeSpare(reason)})`);
  return [
    `${count(fallen.length, "deletion")} skipped, for the plan no longer stands there: ${some(lines)}.`,
  ];
}

/** Why there was nothing to decide about. */
export function describeNothing(repository: string, why: NothingReason): string {
  return `${repository}: ${NOTHING[why]}`;
}

const NOTHING: Readonly<Record<NothingReason, string>> = {
  "unknown-repository":
    "the registry does not know this repository (nothing was pushed to it yet?), so there is nothing to prune.",
  "no-tags": "the repository has no tags, so it is left as it is.",
  "left-empty":
    "it is in the catalog and has no tags; reclaim with storage takes away what is left of such repositories.",
  "no-rule": "no rule of the policy is for this repository, so all of it stays.",
  "no-match":
    "no repository of the registry's catalog matches this pattern, so there is nothing to prune. In a pattern * stays within one part of the path; ** spans any number.",
};

/** Whether somebody is to look at why there was nothing to decide about. */
export function isOdd(why: NothingReason): boolean {
  return why !== "left-empty";
}

/** What the run found of a tag that is not as the plan wants it. */
export function describeNote(note: TagNote): string {
  switch (note.kind) {
    case "dangling":
      return describeDangling([note.tag]);
    case "moved":
      return `${note.tag} was pointed at another image meanwhile (${shortDigest(note.to)}); that one is whole.`;
    case "removed":
      return `${note.tag} was deleted by somebody else meanwhile.`;
    case "still-there":
      return `${note.tag} is still there, though the registry said that it deleted it.`;
  }
}

/** What happened to a tag that was to stay. */
export function describeHarm(harm: Harm): string {
  switch (harm.kind) {
    case "part-missing":
      return `${harm.tag} was to stay, and ${harm.missing} of it is missing`;
    case "tag-lost":
      return `${harm.tag} was to stay and is gone; it was moved onto an image in the moment in which that was deleted`;
  }
}

/** Tags that are listed and whose manifest is not there. */
export function describeDangling(tags: readonly string[]): string {
  return `${count(tags.length, "tag")} listed whose manifest is not there (a push that a full disk cut off, or a delete): ${some(tags)}. Push it again, take it off the list with dangling: delete (on registry 2.x together with untag: overwrite), or leave it: it takes no place.`;
}

/** Signatures and attachments that stay, though what they belong to is not there. */
export function describeOrphans(tags: readonly string[]): string {
  const what = tags.length === 1 ? "1 signature or attachment" : `${tags.length} signatures or attachments`;
  return `${what} whose image is gone: ${some(tags)}; ${tags.length === 1 ? "it stays" : "they stay"}. orphans: delete takes them.`;
}

/** What a deletion is of, by name: its tags, or what has none by its digest. */
export function nameOf({ tags, digest }: Deletion): string {
  return tags.join(", ") || shortDigest(digest ?? "");
}

/** The first of many names, and how many more there are. */
export function some(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(", ");
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

/** An error's sentence, and its next step on lines of its own. */
export function describeError(error: PruneError): string {
  return `${error.message}\n${error.nextStep}`;
}

/** What was thrown, whatever it is. */
export function describeThrown(thrown: unknown): string {
  return thrown instanceof PruneError
    ? describeError(thrown)
    : `Unexpected error, please report it: ${String(thrown)}`;
}
