import { uniqueBytes } from "../core/bytes.js";
import { PruneError, UnsureError } from "../core/errors.js";
import type { Say } from "../core/event.js";
import type { DeletionOutcome, RepositoryOutcome } from "../core/outcome.js";
import type { Digest } from "../core/reference.js";
import { hasGone } from "../run/apply-deletion.js";
import { applyPlan, toldToStop } from "../run/apply-plan.js";
import { verify, type Verified } from "../run/verify.js";
import type { Draft } from "./draft.js";
import type { Journals } from "./journals.js";

/** What carrying out takes of the settings. */
export interface CarryOutSettings {
  readonly dryRun: boolean;
  readonly allowEmpty: boolean;
  readonly concurrency: number;
}

/** What carrying out needs of the door. */
export interface CarryOutDoor {
  readonly say: Say;
  readonly stop?: AbortSignal;
}

type Planned = Extract<Draft, { readonly kind: "planned" }>;

interface Work {
  readonly draft: Planned;
  readonly journals: Journals;
}

/** Does what a draft says, unless this is a dry run, and looks afterwards at what it has done. */
export async function carryOut(
  settings: CarryOutSettings,
  { draft, journals }: Work,
  { say, stop }: CarryOutDoor,
): Promise<RepositoryOutcome> {
  const { repository, registry, snapshot, target, plan, reclaimable, sizes, refused } = draft;
  const { deletions } = plan;
  const base = { repository, plan, sizes };
  if (refused !== undefined) return { kind: "failed", ...base, error: refused };
  if (settings.dryRun) return { kind: "planned", ...base, reclaimable };
  if (deletions.length === 0) {
    const nothing = { bytes: 0, isLeast: false };
    return { kind: "applied", ...base, deletions: [], ...NOTHING, reclaimable: nothing };
  }

  if (stop?.aborted === true) return { kind: "failed", ...base, error: toldToStop(repository) };
  const tags = deletions.flatMap((deletion) => deletion.tags).length;
  const manifests = deletions.filter(({ kind }) => kind === "manifest").length;
  say({ kind: "deleting", repository, manifests, tags });
  const { concurrency, allowEmpty } = settings;
  const reading = { registry, repository: target.repository, concurrency, snapshot, plan, say };
  const applied = await applyPlan({
    ...reading,
    allowEmpty,
    stop,
    recorder: journals.recorderOf(repository),
  });
  const isUntouched = applied.deletions.every(({ kind }) => kind === "spared");
  if (isUntouched && applied.stopped !== undefined) {
    return { kind: "failed", ...base, error: applied.stopped };
  }
  const freed = uniqueBytes(snapshot, new Set(applied.deletions.flatMap(digestGone)));
  try {
    const verified = await verify({ ...reading, deletions: applied.deletions });
    await writeDownLost(verified, { draft, journals });
    return { kind: "applied", ...base, ...applied, ...verified, reclaimable: freed };
  } catch (error) {
    if (!(error instanceof PruneError)) throw error;
    const stopped = applied.stopped ?? unverified(repository, error);
    return { kind: "applied", ...base, ...applied, ...NOTHING, reclaimable: freed, stopped };
  }
}

const NOTHING: Verified = { deleted: [], notes: [], harm: [] };

function digestGone(outcome: DeletionOutcome): readonly Digest[] {
  const { deletion } = outcome;
  return deletion.kind === "manifest" && hasGone(outcome) ? [deletion.digest] : [];
}

/** Writes down where tags pointed that were to stay and are lost, so that they can be put back. */
async function writeDownLost({ harm }: Verified, { draft, journals }: Work): Promise<void> {
  for (const each of harm) {
    if (each.kind === "tag-lost") await journals.lost(draft.repository, each.tag, each.image);
  }
}

function unverified(repository: string, cause: PruneError): UnsureError {
  return new UnsureError(
    `${repository}: what was deleted could not be looked at afterwards: ${cause.message}`,
    `${cause.nextStep}\nThe log names each deletion. A dry run shows how the repository is now.`,
    { cause },
  );
}
