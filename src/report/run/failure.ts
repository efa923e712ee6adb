import { type Harm, isLeftUntagged, strandedIn } from "../../core/plan/outcome.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { collectionFailure } from "../words/collection.js";
import { describeError, describeHarm, nameOf, some } from "../words/outcomes.js";
import { aboutUnproven } from "../words/unproven.js";
import { isUndoPromised, undoDeadline } from "./advice.js";
import type { RunResult } from "../../core/result/run-result.js";
import { count } from "../../core/base/count.js";
import { BY_NAME, restoreCommand, type StartedAs } from "../words/own-command.js";

/** Every failure of a run, each with its next step; empty if there is none. */
export function failureText(result: RunResult, startedAs: StartedAs = BY_NAME): string {
  const { outcomes, collection } = result;
  return [
    ...outcomes.flatMap((outcome) => failuresOf(outcome, result, startedAs)),
    ...(collectionFailure(collection) ?? []),
  ].join("\n");
}

function failuresOf(outcome: RepositoryOutcome, result: RunResult, startedAs: StartedAs): readonly string[] {
  if (outcome.kind === "failed") return [`${outcome.repository}: ${describeError(outcome.error)}`];
  if (outcome.kind !== "applied") return [];
  const { repository, deletions, harm, stopped, notes } = outcome;
  const failed = deletions.flatMap((deletion) => (deletion.kind === "failed" ? [deletion] : []));
  const still = new Set(notes.flatMap(({ kind, tag }) => (kind === "still-there" ? [tag] : [])));
  // An attachment whose image is gone is an orphan to a run that does not have the journal.
  const isOrphan = deletions.some(
    ({ deletion }) => deletion.parents.length > 0 && deletion.tags.some((tag) => still.has(tag)),
  );
  const withJournal = isOrphan ? ` with ${journalOf(result)}, for what belongs to a deleted image` : "";
  const bare = deletions.filter(isLeftUntagged).length;
  const [first] = failed;
  const named = result.journal === undefined ? "" : ` The journal names each: ${result.journal}`;
  return [
    ...harm.map(
      (which) => `${repository}: HARM: ${describeHarm(which)}. ${remedyOf(which, result, startedAs)}`,
    ),
    ...(stopped === undefined ? [] : [describeError(stopped)]),
    ...aboutUnproven(outcome).map((line) => `${repository}: ${line}${named}`),
    ...(first === undefined
      ? []
      : [`${repository}: ${count(failed.length, "deletion")} failed. ${describeError(first.error)}`]),
    ...(bare === 0 ? [] : [`${repository}: ${describeBare(bare, result)}`]),
    ...strandedText(outcome, result).map((line) => `${repository}: ${line}`),
    ...(still.size === 0
      ? []
      : [
          `${repository}: ${count(still.size, "tag")} still there after the registry said that it deleted them. Run again${withJournal}.`,
        ]),
  ];
}

/** The sentence about images that have lost their tags and are not deleted yet. */
function describeBare(images: number, result: RunResult): string {
  const subject =
    images === 1 ? "1 image has lost its tags and is" : `${images} images have lost their tags and are`;
  const them = images === 1 ? "it" : "them";
  return `${subject} not deleted yet, and no list of the registry shows ${them}. Run again with ${journalOf(result)}, which deletes ${them}.`;
}

/** The sentence about parts and attachments that were to go with images that went; empty if there is none. */
function strandedText(
  { deletions }: Extract<RepositoryOutcome, { readonly kind: "applied" }>,
  result: RunResult,
): readonly string[] {
  const names = strandedIn(deletions).map(({ deletion }) => nameOf(deletion));
  if (names.length === 0) return [];
  const [what, them] =
    names.length === 1 ? ["1 part or attachment", "it"] : [`${names.length} parts or attachments`, "them"];
  return [
    `${what} of deleted images left: ${some(names)}. Run again with ${journalOf(result)}, which deletes ${them}.`,
  ];
}

function journalOf({ journal }: RunResult): string {
  return journal === undefined ? "the journal of this run" : `journal: ${journal}`;
}

function remedyOf(harm: Harm, result: RunResult, startedAs: StartedAs): string {
  const { journal } = result;
  const when = undoDeadline(result);
  if (journal === undefined) {
    return `Push it again from where it was built${isUndoPromised(result) ? `, ${when}` : ""}.`;
  }
  const what = harm.kind === "part-missing" ? harm.missing : harm.tag;
  return `Put it back ${when}:${restoreCommand(journal, startedAs, what)}`;
}
