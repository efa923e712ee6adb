import { type Harm, isLeftUntagged } from "../../core/plan/outcome.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import { collectionFailure } from "../words/collection.js";
import { describeError, describeHarm } from "../words/outcomes.js";
import { aboutUnproven } from "../words/unproven.js";
import { undoDeadline } from "./result.js";
import type { RunResult } from "../../core/result/run-result.js";
import { count } from "../../core/base/count.js";
import { restoreCommand } from "../words/wording.js";

/** Every failure of a run, each with its next step; empty if there is none. */
export function failureText(result: RunResult): string {
  const { outcomes, collection } = result;
  return [
    ...outcomes.flatMap((outcome) => failuresOf(outcome, result)),
    ...(collectionFailure(collection) ?? []),
  ].join("\n");
}

function failuresOf(outcome: RepositoryOutcome, result: RunResult): readonly string[] {
  if (outcome.kind === "failed") return [`${outcome.repository}: ${describeError(outcome.error)}`];
  if (outcome.kind !== "applied") return [];
  const { repository, deletions, harm, stopped, notes } = outcome;
  const failed = deletions.flatMap((deletion) => (deletion.kind === "failed" ? [deletion] : []));
  const still = notes.filter(({ kind }) => kind === "still-there").length;
  const bare = deletions.filter(isLeftUntagged).length;
  const [first] = failed;
  const named = result.journal === undefined ? "" : ` The journal names each: ${result.journal}`;
  return [
    ...harm.map((which) => `${repository}: HARM: ${describeHarm(which)}. ${remedyOf(which, result)}`),
    ...(stopped === undefined ? [] : [describeError(stopped)]),
    ...aboutUnproven(outcome).map((line) => `${repository}: ${line}${named}`),
    ...(first === undefined
      ? []
      : [`${repository}: ${count(failed.length, "deletion")} failed. ${describeError(first.error)}`]),
    ...(bare === 0 ? [] : [`${repository}: ${describeBare(bare, result)}`]),
    ...(still === 0
      ? []
      : [
          `${repository}: ${count(still, "tag")} still there after the registry said that it deleted them. Run again.`,
        ]),
  ];
}

/** The sentence about images that have lost their tags and are not deleted yet. */
function describeBare(images: number, { journal }: RunResult): string {
  const subject =
    images === 1 ? "1 image has lost its tags and is" : `${images} images have lost their tags and are`;
  const finish = journal === undefined ? "the journal of this run" : `journal: ${journal}`;
  const them = images === 1 ? "it" : "them";
  return `${subject} not deleted yet, and no list of the registry shows ${them}. Run again with ${finish}, which deletes ${them}.`;
}

function remedyOf(harm: Harm, result: RunResult): string {
  const { journal } = result;
  const when = undoDeadline(result);
  if (journal === undefined) return `Push it again from where it was built, ${when}.`;
  const what = harm.kind === "part-missing" ? harm.missing : harm.tag;
  return `Put it back ${when}: ${restoreCommand(journal, what)}`;
}
