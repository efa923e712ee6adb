import { uniqueBytes } from "../../core/image/bytes.js";
import { asPruneError, type PruneError, UnsureError } from "../../core/base/errors.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import { unprovenOf } from "../../core/result/answers.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { Digest } from "../../core/names/reference.js";
import { hasGone } from "../../run/apply/apply-deletion.js";
import { type Applied, applyPlan } from "../../run/apply/apply-plan.js";
import type { DeletionLog } from "../../run/apply/deletion-log.js";
import { freeHeap } from "../../run/observe/heap.js";
import { verify, type Verified } from "../../run/verify/verify.js";
import type { DeletionRun } from "./deletion-job.js";
import type { PlanToExecute } from "./repository-plan.js";
import type { Journals } from "./journals.js";

/**
 * Carries out a plan that has deletions, and looks afterwards at what was done. Whatever goes wrong is the outcome.
 * @param endsAt on the clock that only goes forward, in milliseconds: no deletion is begun after it
 */
export async function executePlan(
  planned: PlanToExecute,
  { job, journals, hooks }: DeletionRun,
  endsAt: number,
): Promise<RepositoryOutcome> {
  const { repository, access, snapshot, target, plan, reclaimable, sizes } = planned;
  const { say, stop } = hooks;
  const { deletions } = plan;
  const base = { repository, plan, sizes };
  const manifests = deletions.filter(({ kind }) => kind === "manifest").length;
  say({ kind: "deleting", repository, manifests, tags: deletions.flatMap(({ tags }) => tags).length });
  const { registry, writer } = access;
  const { allowEmpty, untag, concurrency } = job;
  const reading = { registry, repository: target.repository, concurrency, snapshot, plan, say };
  freeHeap(snapshot.tags.length);
  const recorder = journals.recorderOf(repository);
  const applied = await applyPlan({ ...reading, writer, allowEmpty, untag, endsAt, stop, recorder });
  if (isUntouched(applied) && applied.stopped !== undefined) {
    return { kind: "failed", ...base, error: applied.stopped };
  }
  const gone = applied.deletions.flatMap(digestGone);
  // Mostly all went, and to count the layers of a hundred thousand images takes as much memory as some of what is known of them.
  const freed = gone.length === manifests ? reclaimable : uniqueBytes(snapshot, new Set(gone));
  freeHeap(snapshot.tags.length);
  const done = { ...base, kind: "applied", reclaimable: freed } as const;
  try {
    const { listed, ...verified } = await verify({ ...reading, stop, deletions: applied.deletions });
    await writeDownLost(verified, repository, journals);
    await openAgain(verified, applied, recorder);
    const seen = { deletions: asSeen(applied, listed), notes: [...verified.notes, ...applied.notes] };
    return { ...done, ...stoppedIn(applied), ...verified, ...seen };
  } catch (thrown) {
    const error = asPruneError(thrown, "the last look");
    const stopped = unverified(repository, error, applied.stopped);
    const { deletions, notes } = applied;
    return { ...done, ...NOTHING, ...unprovenOf(plan, applied), deletions, notes, stopped };
  }
}

function stoppedIn({ stopped }: Applied): Pick<Applied, "stopped"> {
  return stopped === undefined ? {} : { stopped };
}

const NOTHING: Omit<Verified, "listed"> = { deleted: [], notes: [], harm: [] };

function isUntouched({ deletions }: Pick<Applied, "deletions">): boolean {
  return deletions.every(({ kind, untagged }) => kind === "spared" && untagged === undefined);
}

function digestGone(outcome: DeletionOutcome): readonly Digest[] {
  const { deletion } = outcome;
  return deletion.kind === "manifest" && hasGone(outcome) ? [deletion.digest] : [];
}

/** Returns the outcomes with those tags alone that are gone, of the tags that were deleted by themselves: a deletion that failed may have been done, or not. */
function asSeen(
  { deletions }: Pick<Applied, "deletions">,
  listed: Verified["listed"],
): readonly DeletionOutcome[] {
  return deletions.map((outcome) => {
    const { untagged = [], ...rest } = outcome;
    const lost = untagged.filter((tag) => !listed.has(tag));
    // Mostly all are, and there may be a hundred thousand.
    if (lost.length === untagged.length) return outcome;
    return lost.length === 0 ? rest : { ...rest, untagged: lost };
  });
}

/** Writes down again the deletions that the registry said it had done, and had not: without that, an attachment is an orphan to the next run. */
async function openAgain(
  { notes }: Pick<Verified, "notes">,
  { deletions }: Pick<Applied, "deletions">,
  recorder: DeletionLog,
): Promise<void> {
  const still = new Set(notes.flatMap(({ kind, tag }) => (kind === "still-there" ? [tag] : [])));
  const again = deletions.flatMap(({ deletion }) =>
    deletion.kind === "manifest" && deletion.tags.some((tag) => still.has(tag)) ? [deletion] : [],
  );
  // The run has failed anyhow, and says which tags are there.
  if (again.length > 0) await recorder.begin(again).catch(() => undefined);
}

/** Writes down the images of tags that were to stay and are lost, so that the tags can be put back. */
async function writeDownLost(
  { harm }: Pick<Verified, "harm">,
  repository: string,
  journals: Journals,
): Promise<void> {
  for (const each of harm) {
    if (each.kind === "tag-lost") await journals.lost(repository, each.tag, each.image);
  }
}

/** Makes the error for a repository that can't be looked at after its deletions. @param stopped the error that ended those early */
function unverified(repository: string, cause: PruneError, stopped: PruneError | undefined): PruneError {
  const message = `what was deleted could not be looked at afterwards: ${cause.message}`;
  const look = "A dry run shows how the repository is now.";
  if (stopped === undefined) {
    return new UnsureError(`${repository}: ${message}`, `${cause.nextStep}\n${look}`, { cause });
  }
  return new UnsureError(`${stopped.message}; and ${message}`, `${stopped.nextStep}\n${look}`, {
    cause: stopped,
  });
}
