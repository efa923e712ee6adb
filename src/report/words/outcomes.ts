import { PruneError } from "../../core/base/errors.js";
import type { Harm, TagNote } from "../../core/plan/outcome.js";
import { describeNear, MISSING } from "./missing.js";
import type { NothingOutcome, NothingReason } from "../../core/result/repository-outcome.js";
import type { SpareReason } from "../../core/policy/skip-reason.js";
import type { SkippedDeletion } from "../../core/plan/plan.js";
import type { Deletion } from "../../core/plan/deletion.js";
import { isDigest } from "../../core/names/reference.js";
import { count } from "../../core/base/count.js";
import { shortDigest } from "./wording.js";

/** The reason why a planned deletion was not tried, in a few words. */
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
      return `${shortDigest(reason.subject)}, which it names and which was gone, is back`;
    case "gone":
      return "it was gone already";
    case "just-pushed":
      return "this run's references name it as just pushed";
    case "last-tag":
      return "no other tag keeps its image any more";
    case "no-untag":
      return "the registry can't delete one tag alone";
    case "longer-tag-stays":
      return `the registry may be Distribution 2.5 or earlier, which on S3 would delete ${reason.tag} with it`;
    case "stopped":
      return "the run stopped before it";
    case "time-limit":
      return "the time limit came before it";
  }
}

const REPORTED_ELSEWHERE: ReadonlySet<SpareReason["kind"]> = new Set(["gone", "stopped", "time-limit"]);

/**
 * Sentences about the deletions that were skipped, because something changed or because the registry may be too old. Not about those that somebody else has done meanwhile, nor
 * about those that were left when the run ended early, which is reported elsewhere.
 */
export function describeSkips(skips: readonly SkippedDeletion[]): readonly string[] {
  const told = skips.filter(({ reason }) => !REPORTED_ELSEWHERE.has(reason.kind));
  const fallen = told.filter(({ reason }) => reason.kind !== "longer-tag-stays");
  const lines = fallen.map(({ deletion, reason }) => `${nameOf(deletion)} (${describeSpare(reason)})`);
  return [
    ...(lines.length === 0
      ? []
      : [`${count(lines.length, "deletion")} skipped, because the plan no longer holds: ${some(lines)}.`]),
    ...describeReaching(told),
  ];
}

/** One sentence about the deletions that were not sent, because the registry may delete more than it is told to, and what to do about it. */
function describeReaching(skips: readonly SkippedDeletion[]): readonly string[] {
  const names = skips.flatMap(({ deletion, reason }) =>
    reason.kind === "longer-tag-stays" ? [`${nameOf(deletion)} (beside ${reason.tag})`] : [],
  );
  if (names.length === 0) return [];
  return [
    `${count(names.length, "deletion")} skipped: the registry may be Distribution 2.5 or earlier, which on S3 would delete with them tags that stay, whose names begin with theirs: ${some(names)}. Upgrade it to registry:2 of today (2.8 or later) on the same storage, and the next run deletes them.`,
  ];
}

/** A sentence with the reason why there was nothing to decide in a repository. */
export function describeNothing({ repository, why, near }: NothingOutcome): string {
  const isMissing = why === "unknown-repository" || why === "no-match";
  const then = isMissing ? ` ${describeNear(near)}if-missing: fail makes this an error.` : "";
  return `${repository}: ${NOTHING[why]}${then}`;
}

const NOTHING: Readonly<Record<NothingReason, string>> = {
  "unknown-repository": `${MISSING["unknown-repository"]} (nothing was pushed to it yet?), so there is nothing to prune.`,
  "no-tags": "the repository has no tags, so it is left as it is.",
  "left-empty":
    "it is in the catalog and has no tags; reclaim with storage removes what is left of such repositories.",
  "no-rule": "no rule of the policy applies to this repository, so all of it stays.",
  "no-match": `${MISSING["no-match"]}, so there is nothing to prune. In a pattern * stays within one part of the path; ** spans any number.`,
};

/** True if it deserves a warning that there was nothing to decide in a repository. */
export function needsAttention(why: NothingReason): boolean {
  return why !== "left-empty";
}

/** A sentence about a tag that the run found in another state than planned. */
export function describeNote(note: TagNote): string {
  switch (note.kind) {
    case "dangling":
      return describeDangling([note.tag]);
    case "moved":
      return `${note.tag} was pointed at another image meanwhile (${shortDigest(note.to)}); that one is whole.`;
    case "half-untagged":
      return `${note.tag} names an empty index, which a run of this program wrote over it and could not delete yet; the next run deletes both.`;
    case "removed":
      return `${note.tag} was deleted by somebody else meanwhile.`;
    case "still-there":
      return `${note.tag} is still there, though the registry said that it deleted it.`;
    case "put-back":
      return `${note.tag} was to stay, the registry deleted it with a tag whose name begins its own, and it was put back. Upgrade that registry to 2.8 or later.`;
  }
}

/** The announcement that a registry may delete more than it is told to, and what the run does about that, as a clause. */
export function describeCare({ isForeseen }: { readonly isForeseen?: true }): string {
  const what =
    "this may be Distribution 2.5 or earlier, which on S3 deletes with a tag every tag whose name begins with that tag's";
  return isForeseen === true
    ? `${what}: the run itself finds out before it deletes, and may keep more`
    : `${what}: deleting one by one, and nothing that could reach a tag that stays`;
}

/** The announcement that tags seem harmed and are read again, as a clause. */
export function describeSuspicion(tags: number): string {
  return `${count(tags, "tag")} may be harmed: looking again, for another run may be deleting just now`;
}

/** The damage to a tag that was to stay, as a clause. */
export function describeHarm(harm: Harm): string {
  switch (harm.kind) {
    case "part-missing":
      return `${harm.tag} was to stay, and its part ${harm.missing} is missing`;
    case "tag-lost":
      return `${harm.tag} was to stay and is gone, though its image is there: it was moved onto an image at the moment when that image was deleted, or somebody deleted the tag alone`;
    case "image-lost":
      return `${harm.tag} was to stay and is gone with its image ${harm.image}: it was moved while images were deleted, by this run and by others, and one of these deletions took it along`;
  }
}

/** A warning about tags that are listed and have no manifest. */
export function describeDangling(tags: readonly string[]): string {
  const what =
    tags.length === 1
      ? "1 tag is listed, but its manifest"
      : `${tags.length} tags are listed, but their manifests`;
  const [verb, it] = tags.length === 1 ? ["is", "it"] : ["are", "them"];
  return (
    `${what} ${verb} not there (a full disk cut off the push, or something deleted ${it}): ${some(tags)}. Push ${it} again, ` +
    `remove ${it} from the list with dangling: delete (on registry 2.x together with untag: overwrite), or leave ${it}: such a tag takes no space.`
  );
}

/** A warning about tags whose index is there, and nothing of what it lists. */
export function describeHollow(tags: readonly string[]): string {
  const [what, it] = tags.length === 1 ? ["1 tag can't", "it"] : [`${tags.length} tags can't`, "them"];
  return (
    `${what} be pulled, because nothing that ${tags.length === 1 ? "its index lists" : "their indexes list"} is there (garbage-collect --delete-untagged ` +
    `on registry 2.x does that): ${some(tags)}. Push ${it} again, or delete ${it} with dangling: delete; ${it === "it" ? "it takes" : "they take"} no place.`
  );
}

/** A warning about signatures and attachments that stay, although their image is gone. */
export function describeOrphans(tags: readonly string[]): string {
  const what = tags.length === 1 ? "1 signature or attachment" : `${tags.length} signatures or attachments`;
  return `${what} whose image is gone: ${some(tags)}; ${tags.length === 1 ? "it stays" : "they stay"}. orphans: delete removes ${tags.length === 1 ? "it" : "them"}.`;
}

/** The name of what a deletion deletes: its tags, or its short digest if it has no tag. */
export function nameOf({ tags, digest }: Deletion): string {
  return tags.join(", ") || shortDigest(digest ?? "");
}

/** The first ten names, and the number of the others. */
export function some(names: readonly string[]): string {
  const shown = names.slice(0, 10).join(", ");
  return names.length > 10 ? `${shown} and ${names.length - 10} more` : shown;
}

/** An error's message, and its next step on a line of its own. */
export function describeError(error: PruneError): string {
  return `${error.message}\n${error.nextStep}`;
}

/** The text for anything that was thrown. */
export function describeThrown(thrown: unknown): string {
  return thrown instanceof PruneError
    ? describeError(thrown)
    : `Unexpected error, please report it: ${String(thrown)}`;
}
