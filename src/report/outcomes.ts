import { PruneError } from "../core/errors.js";
import type { Harm, SpareReason, TagNote } from "../core/outcome.js";
import { count, shortDigest } from "./wording.js";

/** Why a planned deletion was not tried, in a few words. */
export function describeSpare(reason: SpareReason): string {
  switch (reason.kind) {
    case "now-needed-by":
      return `${reason.by}, which appeared or moved meanwhile, needs it`;
    case "tags-moved":
      return "it was pointed at another image meanwhile";
    case "parent-stays":
      return `the index ${shortDigest(reason.parent)}, which contains it, is still there`;
    case "stopped":
      return "the run stopped before it";
  }
}

/** Why there was nothing to decide about. */
export function describeNothing(repository: string, why: "unknown-repository" | "no-tags"): string {
  return why === "unknown-repository"
    ? `${repository}: the registry does not know this repository (nothing was pushed to it yet?), so there is nothing to prune.`
    : `${repository}: the repository has no tags, so there is nothing to prune.`;
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
  return `${count(tags.length, "tag")} listed whose manifest is not there (a push that a full disk cut off, or a delete): ${some(tags)}. Push it again, or leave it: it takes no place.`;
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
