import { type ByteCount, uniqueBytes } from "../../core/image/bytes.js";
import { asPruneError, type PruneError, UnsureError } from "../../core/base/errors.js";
import type { DeletionOutcome } from "../../core/plan/outcome.js";
import { unprovenOf } from "../../core/result/answers.js";
import type { RepositoryOutcome } from "../../core/result/repository-outcome.js";
import type { Digest } from "../../core/names/reference.js";
import { hasGone } from "../../run/apply/apply-deletion.js";
import { type Applied, applyPlan } from "../../run/apply/apply-plan.js";
import type { DeletionLog } from "../../run/apply/deletion-log.js";
import { freeHeap } from "../../run/observe/heap.js";
import { verify, type Verified, type VerifyOptions } from "../../run/verify/verify.js";
import type { Snapshot } from "../../core/image/graph.js";
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
  const putting = { ...reading, ...keepOf(journals) };
  const applied = await applyPlan({ ...putting, writer, allowEmpty, untag, endsAt, stop, recorder });
  if (isUntouched(applied) && applied.stopped !== undefined) {
    return { kind: "failed", ...base, error: applied.stopped };
  }
  const gone = applied.deletions.flatMap(digestGone);
  // Mostly all went, and to count the layers of a hundred thousand images takes as much memory as some of what is known of them.
  const freed = gone.length === manifests ? reclaimable : uniqueBytes(snapshot, new Set(gone));
  freeHeap(snapshot.tags.length);
  const done = { ...base, kind: "applied", reclaimable: freed } as const;
  const looking = { ...reading, ...applied, stop };
  return { ...done, ...(await lookBack(looking, applied, { repository, journals })) };
}

/** The result of the last look, as far as it is not known before it. */
type LookedBack = Omit<
  Extract<RepositoryOutcome, { kind: "applied" }>,
  "kind" | "plan" | "sizes" | "repository" | "reclaimable"
> & { readonly reclaimable?: ByteCount };

/** Looks at what was done, and writes down what was lost, or was not done after all. */
async function lookBack(
  options: VerifyOptions,
  applied: Applied,
  { repository, journals }: { readonly repository: string; readonly journals: Journals },
): Promise<LookedBack> {
  const { snapshot, plan } = options;
  try {
    const { listed, left, ...verified } = await verify(options);
    for (const harm of verified.harm) await journals.lost(repository, harm);
    await openAgain({ ...verified, left }, applied, journals.recorderOf(repository));
    const deletions = withoutLeft(asSeen(applied, listed), left, repository);
    const notes = [...verified.notes, ...applied.notes];
    return { ...freedOf(deletions, left, snapshot), ...stoppedIn(applied), ...verified, deletions, notes };
  } catch (thrown) {
    const error = asPruneError(thrown, "the last look");
    const stopped = unverified(repository, error, applied.stopped);
    const { deletions, notes } = applied;
    return { ...NOTHING, ...unprovenOf(plan, applied), deletions, notes, stopped };
  }
}

/** Returns the listener that puts the bytes of what a look reads aside. Where that fails, a tag that is lost after it can't be put back there; what goes is aside already. */
function keepOf({ keep }: DeletionRun["journals"]): Pick<DeletionRun["journals"], "keep"> {
  return keep === undefined ? {} : { keep: (found) => keep(found).catch(() => undefined) };
}

/** Returns the bytes that are freed where some deletions were not done after all; nothing where that changes nothing. */
function freedOf(
  deletions: readonly DeletionOutcome[],
  left: ReadonlySet<Digest>,
  snapshot: Snapshot,
): { readonly reclaimable?: ByteCount } {
  return left.size === 0
    ? {}
    : { reclaimable: uniqueBytes(snapshot, new Set(deletions.flatMap(digestGone))) };
}

function stoppedIn({ stopped }: Applied): Pick<Applied, "stopped"> {
  return stopped === undefined ? {} : { stopped };
}

const NOTHING: Omit<Verified, "listed" | "left"> = { deleted: [], notes: [], harm: [] };

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

/** Returns the outcomes, in which those have failed that the registry said it had done and had not. */
function withoutLeft(
  outcomes: readonly DeletionOutcome[],
  left: ReadonlySet<Digest>,
  repository: string,
): readonly DeletionOutcome[] {
  if (left.size === 0) return outcomes;
  return outcomes.map((outcome) => {
    const { deletion, untagged } = outcome;
    if (deletion.kind !== "manifest" || !left.has(deletion.digest)) return outcome;
    const tags = untagged === undefined ? {} : { untagged };
    return {
      kind: "failed",
      deletion,
      error: notDeleted(repository, deletion.digest),
      isUndone: true,
      ...tags,
    };
  });
}

function notDeleted(repository: string, digest: Digest): PruneError {
  return new UnsureError(
    `${repository}@${digest} is not deleted, though the registry said that it deleted it`,
    "See the registry's log, or what is in front of it, and run again.",
  );
}

/** Writes down again the deletions that the registry said it had done, and had not: without that, an attachment is an orphan to the next run. */
async function openAgain(
  { notes, left }: Pick<Verified, "notes" | "left">,
  { deletions }: Pick<Applied, "deletions">,
  recorder: DeletionLog,
): Promise<void> {
  const still = new Set(notes.flatMap(({ kind, tag }) => (kind === "still-there" ? [tag] : [])));
  const again = deletions.flatMap(({ deletion }) =>
    deletion.kind === "manifest" && (left.has(deletion.digest) || deletion.tags.some((tag) => still.has(tag)))
      ? [deletion]
      : [],
  );
  // The run has failed anyhow, and says which tags are there.
  if (again.length > 0) await recorder.begin(again).catch(() => undefined);
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
